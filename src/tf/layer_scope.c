/* layer_scope.c: how tf.layers names things (section 5.1). Up to 1.5 going back into a captured
 * scope uses up an op scope, so that the numbers of the ops skip one. */
#include "tf/collections.h"
#include "tf/getter.h"
#include "tf/layers.h"

static VarScopeRequest blank_request(void) {
    return (VarScopeRequest){.reuse = -1, .use_resource = -1, .dtype = DTYPE_INVALID};
}

/* How many layers without a name of their own the graph has had, for messages: "dense_1" is the
 * first. */
static Name make_label(Layer *l, Str name) {
    Tf *tf = l->tf;
    if (name.at) {
        return name_of(tf->run->names, name);
    }
    Str key =
        str_printf(tf->run->arena, "%u:%s", engine_graph(tf->engine)->record->index, l->def->base);
    MapEntry *count = map_put(&tf->layer_counts, name_of(tf->run->names, key));
    count->num++;
    Str label = str_printf(tf->run->arena, "%s_%lld", l->def->base, (long long)count->num);
    return name_of(tf->run->names, label);
}

/* Opens a variable scope and leaves it at once: what is left is the captured object. */
bool layer_capture(Layer *l) {
    VarScopeRequest r = blank_request();
    VarScopeEntry entry;
    bool reuse;
    if (l->scope) {
        return true;
    }
    Value name = layer_option(l, "name");
    r.object = varscope_of(l->tf, name);
    if ((!r.object && !arg_name(l->tf, name, &r.name)) ||
        !arg_bool(l->tf, layer_option(l, "reuse"), false, &reuse)) {
        return false;
    }
    l->label = make_label(l, r.object ? name_str(r.object->name) : r.name);
    r.has_name = r.name.at != NULL;
    if (!r.object && !r.has_name && reuse && tf_has(l->tf, CHANGE_LAYER_REUSE_NAMED)) {
        r.has_name = true;
        r.name = str_of(l->def->base);
    }
    r.has_default_name = !r.has_name && !r.object;
    r.default_name = str_of(l->def->base);
    if (!varscope_enter(l->tf->engine, &r, &entry)) {
        return false;
    }
    l->scope = entry.scope;
    return varscope_leave(l->tf->engine, &entry);
}

/* Back into the captured scope, and into its op scope. */
static bool reenter(Layer *l, VarScopeEntry *entry, OpScope *op) {
    VarScopeRequest r = blank_request();
    Value reuse = l->built ? value_bool(true) : layer_option(l, "reuse");
    r.object = l->scope;
    r.no_auxiliary_name_scope = tf_has(l->tf, CHANGE_LAYER_SCOPES);
    if (!reuse_of(l->tf, reuse, &r.reuse)) {
        return raise_value_error(l->tf->run, "The reuse parameter must be True or False or None.");
    }
    if (!varscope_enter(l->tf->engine, &r, entry)) {
        return false;
    }
    if (op_scope_enter(l->tf->engine, name_str(entry->scope->original_name_scope), false, op)) {
        return true;
    }
    varscope_leave(l->tf->engine, entry);
    return false;
}

static void leave(Tf *tf, VarScopeEntry *entry, OpScope *op) {
    op_scope_leave(tf->engine, op);
    varscope_leave(tf->engine, entry);
}

bool layer_enter(Layer *l) {
    return reenter(l, &l->entry, &l->op);
}

void layer_leave(Layer *l) {
    leave(l->tf, &l->entry, &l->op);
}

/* ---- variables ---- */

static bool call_regularizer(Layer *l, const char *name, Value regularizer, Value variable,
                             Value *loss) {
    Tf *tf = l->tf;
    OpScope s;
    Str scope = str_printf(tf->run->arena, "%s/Regularizer", name);
    if (!op_scope_enter(tf->engine, scope, false, &s)) {
        return false;
    }
    ColocationFrame *beside =
        colocate_enter(engine_graph(tf->engine), variable_of(tf, variable)->node, false);
    bool ok = call_program_n(tf, regularizer, 1, &variable, loss);
    colocate_leave(beside);
    op_scope_leave(tf->engine, &s);
    return ok;
}

static bool regularize(Layer *l, const char *name, Value regularizer, Value variable) {
    Tf *tf = l->tf;
    Value loss;
    if (!given(regularizer) || !variable_of(tf, variable)) {
        return true;
    }
    if (!call_regularizer(l, name, regularizer, variable, &loss)) {
        return false;
    }
    if (is_none(loss)) {
        return true;
    }
    list_append(tf->run, l->losses, loss);
    Name key = name_z(tf->run->names, "regularization_losses");
    return collection_put(tf, engine_graph(tf->engine), key, loss);
}

static Value part_option(const Layer *l, const char *option, const char *part) {
    Value v = layer_option(l, str_printf(l->tf->run->arena, "%s_%s", option, part).at);
    return is_unbound(v) ? value_none() : v;
}

static Value default_initializer(Tf *tf, const char *option) {
    bool ones = str_is(str_of(option), "gamma") || str_is(str_of(option), "moving_variance");
    bool zeros = str_is(str_of(option), "bias") || str_is(str_of(option), "beta") ||
                 str_is(str_of(option), "moving_mean");
    Value v = value_none();
    if (ones || zeros) {
        value_call_n(tf->run, class_value(tf, ones ? CLASS_ONES : CLASS_ZEROS), 0, NULL, &v);
    }
    return v;
}

static bool get_variable(Layer *l, const char *name, const char *option, GetArgs *a, Value *v) {
    Tf *tf = l->tf;
    a->name = str_make(tf->run, str_of(name));
    a->initializer = part_option(l, option, "initializer");
    a->constraint = part_option(l, option, "constraint");
    if (!given(a->initializer)) {
        a->initializer = default_initializer(tf, option);
    }
    size_t before = tf->engine->trace->variables.count;
    if (!variable_get_in(tf, varscope_current(tf->engine), a, v)) {
        return false;
    }
    return tf->engine->trace->variables.count == before ||
           regularize(l, name, part_option(l, option, "regularizer"), *v);
}

/* From 1.2 on each variable is made in one more re-entry. */
static bool variable_in_scope(Layer *l, const char *name, const char *option, GetArgs *a,
                              Value *v) {
    VarScopeEntry entry;
    OpScope op;
    if (!tf_has(l->tf, CHANGE_LAYER_VARIABLES_REENTER)) {
        return get_variable(l, name, option, a, v);
    }
    if (!reenter(l, &entry, &op)) {
        return false;
    }
    bool ok = get_variable(l, name, option, a, v);
    leave(l->tf, &entry, &op);
    return ok;
}

bool layer_variable_as(Layer *l, const char *name, const char *option, Shape shape, DType dtype,
                       bool trainable) {
    Value v;
    bool all;
    if (!arg_bool(l->tf, layer_option(l, "trainable"), true, &all)) {
        return false;
    }
    GetArgs a = {.shape = tf_shape(l->tf, shape),
                 .dtype = tf_dtype(l->tf, dtype, false),
                 .trainable = value_bool(all && trainable)};
    if (!variable_in_scope(l, name, option, &a, &v)) {
        return false;
    }
    l->names[l->nvariables] = name;
    l->variables[l->nvariables++] = v;
    return true;
}

bool layer_variable(Layer *l, const char *name, Shape shape, DType dtype) {
    return layer_variable_as(l, name, name, shape, dtype, true);
}
