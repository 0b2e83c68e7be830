/* template.c: tf.make_template (section 5.2): a function whose variables are made at its first call
 * and shared later. */
#include "tf/template.h"

#include "run/standard.h"
#include "tf/collections.h"
#include "tf/getter.h"
#include "tf/host.h"
#include "tf/tables.h"

typedef struct TemplateObject {
    Object object;
    Value name, unique_name, function, custom_getter;
    VarScope *scope;   /* NULL until it is made */
    bool called;       /* there was a call: from now on variables are shared */
    bool now;          /* the scope was made with the template */
    bool created;      /* a call came to its end */
    StackText defined; /* where it was made */
} TemplateObject;

/* The scope that the first entry opens: unique_name_, a string or a scope, else the name made
 * unique. */
static bool request_first(Tf *tf, const TemplateObject *t, VarScopeRequest *r) {
    Value unique = t->unique_name;
    r->object = varscope_of(tf, unique);
    r->has_name = is_str(tf->run, unique) && !(r->pure && !str_text(unique).len);
    r->has_default_name = !given(unique) || (!r->has_name && is_str(tf->run, unique));
    r->name = r->has_name ? str_text(unique) : (Str){NULL, 0};
    r->default_name = str_text(t->name);
    if (!r->object && !r->has_name && !r->has_default_name) {
        return raise_type_error(tf->run,
                                "VariableScope: name_or_scope must be a string or VariableScope.");
    }
    const VarScope *from = r->object ? r->object : varscope_current(tf->engine);
    if (given(t->custom_getter)) {
        r->custom_getter = getter_compose(tf, t->custom_getter, from->custom_getter);
    }
    return true;
}

static bool fill_request(Tf *tf, const TemplateObject *t, VarScopeRequest *r) {
    bool pure = !t->scope && t->now && tf_has(tf, CHANGE_TEMPLATE_PREFIX_ONLY);
    *r = (VarScopeRequest){
        .reuse = -1, .use_resource = -1, .dtype = DTYPE_INVALID, .pure = pure, .object = t->scope};
    if (!t->scope) {
        return request_first(tf, t, r);
    }
    r->reuse = t->called ? 1 : -1;
    return true;
}

/* ---- calling ---- */

static bool count_trainable(Tf *tf, Value *list, uint32_t *n) {
    if (!collection_list(tf, engine_graph(tf->engine),
                         name_z(tf->run->names, "trainable_variables"), value_none(), list)) {
        return false;
    }
    *n = sequence_count(*list);
    return true;
}

static bool check_new(Tf *tf, uint32_t before) {
    Value list, *items;
    uint32_t n, all;
    Str text;
    if (!count_trainable(tf, &list, &n)) {
        return false;
    }
    if (n == before) {
        return true;
    }
    Value fresh = list_make(tf->run, 0, NULL);
    if (!value_items(tf->run, list, &items, &all)) {
        return false;
    }
    for (uint32_t i = before; i < all; i++) {
        list_append(tf->run, fresh, items[i]);
    }
    return value_str(tf->run, fresh, &text) &&
           raise_value_error(tf->run,
                             "Trainable variable created when calling a template after the first "
                             "time, perhaps you used tf.Variable when you meant tf.get_variable: "
                             "%.*s",
                             STR_ARG(text));
}

static bool call_checked(Tf *tf, TemplateObject *t, bool again, const Args *args, Value *result) {
    Value list;
    uint32_t before;
    if (!count_trainable(tf, &list, &before) || !call_program(tf, t->function, args, result)) {
        return false;
    }
    t->created = true;
    return !again || check_new(tf, before);
}

/* Where the template was made: the frames below those that the call has in common with it. */
static Str definition(Tf *tf, const TemplateObject *t) {
    StackText now = stack_now(tf), made = t->defined;
    uint32_t first = 0;
    while (first < made.count && first < now.count && str_eq(made.at[first], now.at[first])) {
        first++;
    }
    Sink out = sink_memory(tf->run->arena);
    bool common = first == made.count || first == now.count;
    for (uint32_t i = common && made.count ? made.count - 1 : first; i < made.count; i++) {
        sink_put(&out, made.at[i]);
    }
    return sink_str(&out);
}

/* An exception that comes out of the function tells where the template was made. */
static bool reword(Tf *tf, const TemplateObject *t) {
    Run *run = tf->run;
    Value e = run->error;
    tf_raise(tf);
    if (is_unbound(run->error) || !is_instance(run, run->error, run->exception.Exception)) {
        return false;
    }
    e = error_take(run);
    Value args = exception_args(e);
    uint32_t n = sequence_count(args);
    Value *words = ARENA_ARRAY(run->arena, n + 1, Value);
    for (uint32_t i = 1; i < n; i++) {
        words[i] = sequence_item(args, i);
    }
    Str first = STR(""), where = definition(tf, t);
    if (n && !value_str(run, sequence_item(args, 0), &first)) {
        return false;
    }
    words[0] =
        str_format(run, "%.*s\n\noriginally defined at:\n%.*s", STR_ARG(first), STR_ARG(where));
    exception_reword(run, e, tuple_make(run, n ? n : 1, words));
    run->error = e;
    return false;
}

/* Releases differ in whether a second call shares when the first one failed after the scope had
 * been made at once. */
static bool check_failed(Tf *tf, const TemplateObject *t) {
    return !(t->called && !t->created && t->now) ||
           refuse(tf->run, NULL,
                  "calling a template with create_scope_now_ again after its first call failed");
}

static bool template_call(Run *run, Value self, const Args *args, Value *result) {
    Tf *tf = tf_of(run);
    TemplateObject *t = (TemplateObject *)self.as.object;
    VarScopeRequest r;
    VarScopeEntry entry;
    if (!check_failed(tf, t) || !fill_request(tf, t, &r) ||
        !varscope_enter(tf->engine, &r, &entry)) {
        return tf_raise(tf);
    }
    if (!t->scope) {
        t->scope = entry.scope;
    }
    bool again = t->called;
    t->called = true;
    bool ok = call_checked(tf, t, again, args, result) || reword(tf, t);
    bool left = varscope_leave(tf->engine, &entry);
    return tf_done(tf, ok && left);
}

/* ---- making ---- */

/* create_scope_now_: the prefix is fixed at once, from 1.1 on without an op scope. */
static bool create_scope(Tf *tf, TemplateObject *t) {
    VarScopeRequest r;
    VarScopeEntry entry;
    if (!fill_request(tf, t, &r) || !varscope_enter(tf->engine, &r, &entry)) {
        return false;
    }
    t->scope = entry.scope;
    return varscope_leave(tf->engine, &entry);
}

/* The function, with the keywords that make_template was given on top. */
static bool bind_options(Tf *tf, Value function, Value options, Value *result) {
    Value *keys;
    uint32_t n;
    if (!value_items(tf->run, options, &keys, &n)) {
        return false;
    }
    Value *at = ARENA_ARRAY(tf->run->arena, n + 1, Value);
    Name *names = ARENA_ARRAY(tf->run->arena, n + 1, Name);
    at[0] = *result = function;
    for (uint32_t i = 0; i < n; i++) {
        names[i] = name_of(tf->run->names, str_text(keys[i]));
        if (!value_get_item(tf->run, options, keys[i], &at[i + 1])) {
            return false;
        }
    }
    Args partial = {at, 1, n, names};
    return !n || value_call(tf->run, value_object(tf->run->standard->partial), &partial, result);
}

static bool make_template(Tf *tf, const Value *a, Value *result) {
    Value function;
    bool now;
    if (!bind_options(tf, a[1], a[5], &function)) {
        return false;
    }
    if (is_none(a[0])) {
        return raise_value_error(tf->run, "name cannot be None.");
    }
    if (!is_str(tf->run, a[0])) {
        return refuse(tf->run, NULL, "a template whose name is no string");
    }
    if (!arg_bool(tf, a[2], false, &now)) {
        return false;
    }
    TemplateObject *t = class_object(tf, CLASS_TEMPLATE, sizeof *t);
    t->name = a[0];
    t->function = function;
    t->unique_name = a[3];
    t->custom_getter = a[4];
    t->now = now;
    t->defined = stack_now(tf);
    *result = value_object(t);
    return !now || create_scope(tf, t);
}

/* ---- attributes ---- */

/* TensorFlow 1.1 to 1.3 may have them or not. */
static bool refuse_early(Run *run, const Value *a, Value *result) {
    (void)a;
    (void)result;
    return refuse(run, NULL, "this attribute of templates before TensorFlow 1.4");
}

static bool get_variable_scope(Run *run, const Value *a, Value *result) {
    TemplateObject *t = (TemplateObject *)a[0].as.object;
    *result = t->scope ? tf_varscope(tf_of(run), t->scope) : value_none();
    return true;
}

static bool get_name(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = ((TemplateObject *)a[0].as.object)->name;
    return true;
}

static bool get_function(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = ((TemplateObject *)a[0].as.object)->function;
    return true;
}

/* The variable prefix with a slash, so that it matches whole parts of names; None without a scope.
 */
static bool get_scope_name(Run *run, const Value *a, Value *result) {
    const VarScope *s = ((TemplateObject *)a[0].as.object)->scope;
    if (!s) {
        *result = value_none();
        return true;
    }
    bool slash = s->name->len && s->name->text[s->name->len - 1] == '/';
    *result = str_format(run, "%s%s", s->name->text, slash ? "" : "/");
    return true;
}

/* What a collection holds below the template's scope; nothing before the first call. */
static bool collected(Run *run, Value self, const char *key, Value *result) {
    Tf *tf = tf_of(run);
    Value scope;
    if (!((TemplateObject *)self.as.object)->created) {
        *result = list_make(run, 0, NULL);
        return true;
    }
    return get_scope_name(run, &self, &scope) &&
           tf_done(tf, collection_list(tf, engine_graph(tf->engine), name_z(run->names, key), scope,
                                       result));
}

static bool get_trainable(Run *run, const Value *a, Value *result) {
    return collected(run, a[0], "trainable_variables", result);
}

static bool get_global(Run *run, const Value *a, Value *result) {
    return collected(run, a[0], "variables", result);
}

static bool get_local(Run *run, const Value *a, Value *result) {
    return collected(run, a[0], "local_variables", result);
}

/* Appends the items of `from` that `without` does not hold. */
static void append_others(Run *run, Value list, Value from, Value without) {
    for (uint32_t i = 0; i < sequence_count(from); i++) {
        bool found = false;
        for (uint32_t k = 0; k < sequence_count(without) && !found; k++) {
            found = value_same(sequence_item(from, i), sequence_item(without, k));
        }
        if (!found) {
            list_append(run, list, sequence_item(from, i));
        }
    }
}

static bool get_variables(Run *run, const Value *a, Value *result) {
    Value local;
    if (!get_global(run, a, result) || !get_local(run, a, &local)) {
        return false;
    }
    append_others(run, *result, local, list_make(run, 0, NULL));
    return true;
}

static bool get_non_trainable(Run *run, const Value *a, Value *result) {
    Value all, trainable;
    *result = list_make(run, 0, NULL);
    if (!get_global(run, a, &all) || !get_trainable(run, a, &trainable)) {
        return false;
    }
    append_others(run, *result, all, trainable);
    return true;
}

void template_install(Tf *tf) {
    static const GetterRow getters[] = {
        {"var_scope", get_variable_scope, 0, LATEST},
        {"variable_scope", get_variable_scope, 1, LATEST},
        {"name", get_name, 4, LATEST},
        {"func", get_function, 4, LATEST},
        {"variable_scope_name", get_scope_name, 4, LATEST},
        {"variables", get_variables, 4, LATEST},
        {"trainable_variables", get_trainable, 4, LATEST},
        {"non_trainable_variables", get_non_trainable, 4, LATEST},
        {"global_variables", get_global, 4, LATEST},
        {"local_variables", get_local, 4, LATEST},
        {"weights", get_variables, 4, LATEST},
        {"trainable_weights", get_trainable, 4, LATEST},
        {"non_trainable_weights", get_non_trainable, 4, LATEST},
        {NULL, NULL, 0, 0},
    };
    static const char *const early[] = {"name",
                                        "func",
                                        "variable_scope_name",
                                        "variables",
                                        "trainable_variables",
                                        "non_trainable_variables",
                                        "global_variables",
                                        "local_variables",
                                        "weights",
                                        "trainable_weights",
                                        "non_trainable_weights"};
    for (size_t i = 0; i < sizeof early / sizeof *early; i++) {
        GetterRow row[] = {{early[i], refuse_early, 1, 3}, {NULL, NULL, 0, 0}};
        class_add_getters(tf, CLASS_TEMPLATE, row);
    }
    class_add_getters(tf, CLASS_TEMPLATE, getters);
    tf->types[CLASS_TEMPLATE]->call = template_call;
}

const ApiRow templates_rows[] = {
    FUNCTION("make_template",
             "name_, func_, create_scope_now_=False, unique_name_=None, custom_getter_=None, "
             "**kwargs",
             make_template),
    API_END,
};
