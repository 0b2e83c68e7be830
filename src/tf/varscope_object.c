/* varscope_object.c: the VariableScope that `as` binds: its defaults, and how the program changes
 * them. */
#include "tf/collections.h"
#include "tf/getter.h"

static VarScope *scope_in(Value v) {
    return ((VarScopeObject *)v.as.object)->scope;
}

static Value none_if_unbound(Value v) {
    return is_unbound(v) ? value_none() : v;
}

/* ---- attributes ---- */

static bool get_name(Run *run, const Value *a, Value *result) {
    *result = str_of_name(run, scope_in(a[0])->name);
    return true;
}

static bool get_original(Run *run, const Value *a, Value *result) {
    *result = str_of_name(run, scope_in(a[0])->original_name_scope);
    return true;
}

static bool get_reuse(Run *run, const Value *a, Value *result) {
    const VarScope *s = scope_in(a[0]);
    bool other = !is_unbound(s->reuse_given);
    *result = other ? s->reuse_given : reuse_value(tf_of(run), s->reuse);
    return true;
}

static bool get_dtype(Run *run, const Value *a, Value *result) {
    *result = varscope_dtype(tf_of(run), scope_in(a[0]));
    return true;
}

static bool get_use_resource(Run *run, const Value *a, Value *result) {
    int use = scope_in(a[0])->use_resource;
    (void)run;
    *result = use < 0 ? value_none() : value_bool(use);
    return true;
}

static bool get_initializer(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = none_if_unbound(scope_in(a[0])->initializer);
    return true;
}

static bool get_regularizer(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = none_if_unbound(scope_in(a[0])->regularizer);
    return true;
}

static bool get_caching_device(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = none_if_unbound(scope_in(a[0])->caching_device);
    return true;
}

static bool get_partitioner(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = none_if_unbound(scope_in(a[0])->partitioner);
    return true;
}

static bool get_custom_getter(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = none_if_unbound(scope_in(a[0])->custom_getter);
    return true;
}

static bool get_constraint(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = none_if_unbound(scope_in(a[0])->constraint);
    return true;
}

/* ---- changing it ---- */

static bool reuse_variables(Tf *tf, const Value *a, Value *result) {
    varscope_reuse_variables(tf->engine, scope_in(a[0]));
    *result = value_none();
    return true;
}

static bool set_initializer(Tf *tf, const Value *a, Value *result) {
    varscope_set_initializer(tf->engine, scope_in(a[0]), a[1]);
    *result = value_none();
    return true;
}

static bool set_regularizer(Tf *tf, const Value *a, Value *result) {
    (void)tf;
    scope_in(a[0])->regularizer = a[1];
    *result = value_none();
    return true;
}

static bool set_caching_device(Tf *tf, const Value *a, Value *result) {
    (void)tf;
    scope_in(a[0])->caching_device = a[1];
    *result = value_none();
    return true;
}

static bool set_partitioner(Tf *tf, const Value *a, Value *result) {
    (void)tf;
    scope_in(a[0])->partitioner = a[1];
    *result = value_none();
    return true;
}

static bool set_custom_getter(Tf *tf, const Value *a, Value *result) {
    (void)tf;
    scope_in(a[0])->custom_getter = a[1];
    *result = value_none();
    return true;
}

static bool set_dtype(Tf *tf, const Value *a, Value *result) {
    VarScope *s = scope_in(a[0]);
    DType dtype = s->dtype;
    find_dtype(tf, a[1], &dtype);
    varscope_set_dtype(tf->engine, s, a[1], dtype);
    *result = value_none();
    return true;
}

static bool set_use_resource(Tf *tf, const Value *a, Value *result) {
    *result = value_none();
    return arg_use_resource(tf, a[1], &scope_in(a[0])->use_resource);
}

/* ---- what it contains ---- */

/* The items of a collection that stand below the scope's name. */
static bool scope_collection(Tf *tf, const VarScope *s, const char *key, Value *result) {
    Str pattern = s->name->len ? str_printf(tf->run->arena, "%s/", s->name->text) : STR("");
    return collection_list(tf, engine_graph(tf->engine), name_z(tf->run->names, key),
                           str_make(tf->run, pattern), result);
}

static bool trainable_variables(Tf *tf, const Value *a, Value *result) {
    return scope_collection(tf, scope_in(a[0]), "trainable_variables", result);
}

static bool global_variables(Tf *tf, const Value *a, Value *result) {
    return scope_collection(tf, scope_in(a[0]), "variables", result);
}

static bool local_variables(Tf *tf, const Value *a, Value *result) {
    return scope_collection(tf, scope_in(a[0]), "local_variables", result);
}

static bool any_collection(Tf *tf, const Value *a, Value *result) {
    Str key;
    return arg_text(tf, a[1], "collection key", &key) &&
           scope_collection(tf, scope_in(a[0]), str_dup(tf->run->arena, key).at, result);
}

static bool scope_get_variable(Tf *tf, const Value *a, Value *result) {
    GetArgs args = {.name = a[2],
                    .shape = a[3],
                    .dtype = a[4],
                    .initializer = a[5],
                    .regularizer = a[6],
                    .trainable = a[7],
                    .collections = a[8],
                    .caching_device = a[9],
                    .partitioner = a[10],
                    .validate_shape = a[11],
                    .use_resource = a[12],
                    .custom_getter = a[13],
                    .constraint = a[14]};
    return variable_get_in(tf, scope_in(a[0]), &args, result);
}

/* ---- VariableScope(…) ---- */

static const char *constructor_signature(const Tf *tf) {
    if (tf_has(tf, CHANGE_CONSTRAINT)) {
        return "self, reuse, name='', initializer=None, regularizer=None, caching_device=None, "
               "partitioner=None, custom_getter=None, name_scope='', dtype=None, "
               "use_resource=None, constraint=None";
    }
    if (tf_has(tf, CHANGE_USE_RESOURCE)) {
        return "self, reuse, name='', initializer=None, regularizer=None, caching_device=None, "
               "partitioner=None, custom_getter=None, name_scope='', dtype=None, "
               "use_resource=None";
    }
    return "self, reuse, name='', initializer=None, regularizer=None, caching_device=None, "
           "partitioner=None, custom_getter=None, name_scope='', dtype=None";
}

static void fill_scope(const Tf *tf, VarScope *s, const Value *a) {
    s->initializer = a[0];
    s->regularizer = a[1];
    s->caching_device = a[2];
    s->partitioner = a[3];
    s->custom_getter = a[4];
    if (given(a[6])) {
        s->dtype_given = a[6];
        find_dtype(tf, a[6], &s->dtype);
    }
}

/* A None for the flag fetches what there is and creates the rest, as AUTO_REUSE does. */
static bool make_scope(Tf *tf, const Value *a, Value *result) {
    int reuse;
    if (!is_str(tf->run, a[2]) || !is_str(tf->run, a[8])) {
        return refuse(tf->run, NULL, "a VariableScope whose name is no string");
    }
    Str name = str_text(a[2]), name_scope = str_text(a[8]);
    if (!reuse_of(tf, a[1], &reuse)) {
        return refuse(tf->run, NULL, "a VariableScope with another reuse than True, False or None");
    }
    VarScope *s =
        varscope_make(tf->engine, name_of(tf->run->names, name),
                      name_of(tf->run->names, name_scope), reuse < 0 ? REUSE_AUTO : (Reuse)reuse);
    if (reuse < 0) {
        s->reuse_given = value_none();
    }
    fill_scope(tf, s, a + 3);
    bool resources = tf_has(tf, CHANGE_USE_RESOURCE);
    s->constraint = tf_has(tf, CHANGE_CONSTRAINT) ? a[11] : value_unbound();
    *result = tf_varscope(tf, s);
    return !resources || arg_use_resource(tf, a[10], &s->use_resource);
}

void varscope_object_install(Tf *tf) {
    static const GetterRow getters[] = {
        {"name", get_name, 0, LATEST},
        {"original_name_scope", get_original, 0, LATEST},
        {"reuse", get_reuse, 0, LATEST},
        {"dtype", get_dtype, 0, LATEST},
        {"use_resource", get_use_resource, 1, LATEST},
        {"initializer", get_initializer, 0, LATEST},
        {"regularizer", get_regularizer, 0, LATEST},
        {"caching_device", get_caching_device, 0, LATEST},
        {"partitioner", get_partitioner, 0, LATEST},
        {"custom_getter", get_custom_getter, 0, LATEST},
        {"constraint", get_constraint, 4, LATEST},
        {NULL, NULL, 0, 0},
    };
    static const ApiRow methods[] = {
        FUNCTION("reuse_variables", "self", reuse_variables),
        FUNCTION("set_initializer", "self, initializer", set_initializer),
        FUNCTION("set_regularizer", "self, regularizer", set_regularizer),
        FUNCTION("set_caching_device", "self, caching_device", set_caching_device),
        FUNCTION("set_partitioner", "self, partitioner", set_partitioner),
        FUNCTION("set_custom_getter", "self, custom_getter", set_custom_getter),
        FUNCTION("set_dtype", "self, dtype", set_dtype),
        FUNCTION_IN("set_use_resource", 1, LATEST, "self, use_resource", set_use_resource),
        FUNCTION_IN("trainable_variables", 1, LATEST, "self", trainable_variables),
        FUNCTION_IN("global_variables", 1, LATEST, "self", global_variables),
        FUNCTION_IN("local_variables", 4, LATEST, "self", local_variables),
        FUNCTION_IN("get_collection", 1, LATEST, "self, name", any_collection),
        FUNCTION("get_variable",
                 "self, var_store~, name, shape=None, dtype=None, initializer=None, "
                 "regularizer=None, trainable=True, collections=None, caching_device=None, "
                 "partitioner=None, validate_shape=True, use_resource=None, custom_getter=None, "
                 "constraint=None",
                 scope_get_variable),
        API_END,
    };
    class_constructor(tf, CLASS_VARSCOPE, make_scope, constructor_signature(tf));
    class_add_getters(tf, CLASS_VARSCOPE, getters);
    class_add_methods(tf, CLASS_VARSCOPE, methods);
}
