/* layer_scope.c: how tf.layers names things (section 5.1). A layer has a variable scope of its own
 * that is opened once, by name or by a default name made unique, and captured. Each call goes back
 * into it, and into the op scope that it had at first. Up to 1.5 going back uses up an op scope, so
 * that the numbers of the ops skip one. */
#include "tf/collections.h"
#include "tf/getter.h"
#include "tf/layers.h"

/* Opens a variable scope and leaves it at once: what is left is the captured object. */
static bool capture(Tf *tf, const VarScopeRequest *r, VarScope **scope) {
    VarScopeEntry entry;
    if (!varscope_enter(tf->engine, r, &entry)) {
        return false;
    }
    *scope = entry.scope;
    return varscope_leave(tf->engine, &entry);
}

static VarScopeRequest blank_request(void) {
    return (VarScopeRequest){.reuse = -1, .use_resource = -1, .dtype = DTYPE_INVALID};
}

static bool layer_capture(Layer *l, Value name, const char *base) {
    VarScopeRequest r = blank_request();
    bool reuse;
    if (!arg_name(l->tf, name, &r.name) || !arg_bool(l->tf, l->reuse, false, &reuse)) {
        return false;
    }
    r.has_name = r.name.at != NULL;
    if (!r.has_name && reuse && l->tf->minor >= 2) {
        r.has_name = true;
        r.name = str_of(base);
    }
    r.has_default_name = !r.has_name;
    r.default_name = str_of(base);
    return capture(l->tf, &r, &l->scope);
}

/* Back into the captured scope, and into its op scope. */
static bool reenter(Layer *l, VarScopeEntry *entry, OpScope *op) {
    VarScopeRequest r = blank_request();
    r.object = l->scope;
    r.no_auxiliary_name_scope = tf_has(l->tf, CHANGE_LAYER_SCOPES);
    if (!reuse_of(l->tf, l->built ? value_bool(true) : l->reuse, &r.reuse)) {
        return raise_value_error(l->tf->run, "The reuse parameter must be True or False or None.");
    }
    if (!varscope_enter(l->tf->engine, &r, entry)) {
        return false;
    }
    if (!op_scope_enter(l->tf->engine, name_str(entry->scope->original_name_scope), false, op)) {
        varscope_leave(l->tf->engine, entry);
        return false;
    }
    return true;
}

static void leave(Tf *tf, VarScopeEntry *entry, OpScope *op) {
    op_scope_leave(tf->engine, op);
    varscope_leave(tf->engine, entry);
}

bool layer_enter(Layer *l) {
    return reenter(l, &l->entry, &l->op);
}

bool layer_open(Layer *l, Tf *tf, Value name, const char *base, Value reuse) {
    *l = (Layer){.tf = tf, .reuse = reuse, .trainable = value_bool(true)};
    return layer_capture(l, name, base) && layer_enter(l);
}

void layer_close(Layer *l) {
    leave(l->tf, &l->entry, &l->op);
}

/* ---- variables ---- */

static bool regularize(Layer *l, const LayerVariable *spec, Value variable) {
    Tf *tf = l->tf;
    Value loss;
    OpScope s;
    Str scope = str_printf(tf->run->arena, "%s/Regularizer", spec->name);
    Variable *v = variable_of(tf, variable);
    if (!given(spec->regularizer) || !v || !op_scope_enter(tf->engine, scope, false, &s)) {
        return !given(spec->regularizer) || !v;
    }
    const Node *saved = colocate_enter(tf->engine, v->node, false);
    bool ok = call_program_n(tf, spec->regularizer, 1, &variable, &loss);
    colocate_leave(tf->engine, saved);
    op_scope_leave(tf->engine, &s);
    Name key = name_z(tf->run->names, "regularization_losses");
    return ok && (is_none(loss) || collection_put(tf, engine_graph(tf->engine), key, loss));
}

static bool get_variable(Layer *l, const LayerVariable *v, Value *result) {
    Tf *tf = l->tf;
    bool trainable;
    GetArgs a = {.name = str_make(tf->run, str_of(v->name)),
                 .shape = tf_shape(tf, v->shape),
                 .dtype = tf_dtype(tf, v->dtype, false),
                 .initializer = v->initializer,
                 .constraint = v->constraint};
    if (!arg_bool(tf, l->trainable, true, &trainable)) {
        return false;
    }
    a.trainable = value_bool(trainable && v->trainable);
    size_t before = tf->engine->trace->variables.count;
    if (!variable_get_in(tf, varscope_current(tf->engine), &a, result)) {
        return false;
    }
    return tf->engine->trace->variables.count == before || regularize(l, v, *result);
}

/* From 1.2 on each variable is made in one more re-entry. */
bool layer_variable(Layer *l, const LayerVariable *v, Value *result) {
    VarScopeEntry entry;
    OpScope op;
    if (l->tf->minor < 2) {
        return get_variable(l, v, result);
    }
    if (!reenter(l, &entry, &op)) {
        return false;
    }
    bool ok = get_variable(l, v, result);
    leave(l->tf, &entry, &op);
    return ok;
}

Output *layer_activation(Tf *tf, Value activation, Output *o) {
    Value v;
    if (!o || !given(activation)) {
        return o;
    }
    Value x = tf_tensor(tf, o);
    if (!call_program_n(tf, activation, 1, &x, &v)) {
        return NULL;
    }
    return convert(tf, v, DTYPE_INVALID, NULL);
}
