/* variables.c: tf.Variable, tf.get_variable, and the functions that initialize variables. */
#include "tf/variables.h"
#include "tf/build.h"
#include "tf/collections.h"
#include "tf/getter.h"
#include "tf/manager.h"
#include "tf/tables.h"
#include "tf/variable_scope.h"

/* ---- tf.Variable ---- */

bool collections_fault(Tf *tf, Value v, Str *fault) {
    Run *run = tf->run;
    Str text, type;
    *fault = (Str){0};
    if (!given(v) || is_sequence(run, v) || is_instance(run, v, run->type.set)) {
        return true;
    }
    if (!value_str(run, v, &text) || !value_str(run, value_object(type_of(run, v)), &type)) {
        return false;
    }
    *fault = str_printf(run->arena,
                        "collections argument to Variable constructor must be a "
                        "list, tuple, or set. Got %.*s of type %.*s",
                        STR_ARG(text), STR_ARG(type));
    return true;
}

static bool check_collections(Tf *tf, Value v) {
    Str fault;
    return collections_fault(tf, v, &fault) &&
           (!fault.len || raise_value_error(tf->run, "%.*s", STR_ARG(fault)));
}

/* The arguments in the order that all releases share: initial_value, trainable, collections,
 * validate_shape, caching_device, name, dtype; then use_resource and constraint where a release has
 * them. */
typedef struct NewArgs {
    Value initial_value, trainable, collections, validate_shape, caching_device, name, dtype,
        use_resource, constraint;
} NewArgs;

/* None is false, until tf.Variable became a factory with None for its default. */
static bool arg_trainable(Tf *tf, Value v, bool *trainable) {
    if (is_none(v) && !tf_has(tf, CHANGE_VARIABLE_FACTORY)) {
        *trainable = false;
        return true;
    }
    return arg_bool(tf, v, true, trainable);
}

static bool fill_request(Tf *tf, const NewArgs *a, VariableRequest *r) {
    Str name;
    bool trainable;
    Name *keys;
    *r = (VariableRequest){.initializer = a->initial_value,
                           .constraint = a->constraint,
                           .regularizer = value_unbound(),
                           .partitioner = value_unbound(),
                           .partition_info = value_unbound(),
                           .shape = shape_unknown(),
                           .has_collections = given(a->collections),
                           .initializer_rule = RULE_COUNT};
    if (!arg_name(tf, a->name, &name) || !arg_trainable(tf, a->trainable, &trainable) ||
        !arg_names(tf, a->collections, &keys, &r->ncollections) ||
        !arg_bool(tf, a->validate_shape, true, &r->validate_shape) ||
        !arg_dtype_or(tf, a->dtype, DTYPE_INVALID, &r->dtype)) {
        return false;
    }
    if (!arg_device(tf, a->caching_device, &r->caching_device)) {
        return false;
    }
    r->collections = keys;
    r->trainable = trainable;
    r->name = name.at ? name_of(tf->run->names, name) : NULL;
    return arg_use_resource(tf, a->use_resource, &r->use_resource);
}

static bool new_variable(Tf *tf, const NewArgs *a, Value *result) {
    VariableRequest r;
    Variable *v = NULL;
    bool pushed;
    if (!given(a->initial_value)) {
        return raise_value_error(tf->run, "initial_value must be specified.");
    }
    if (!check_collections(tf, a->collections)) {
        return false;
    }
    if (given(a->constraint) && !is_callable(tf->run, a->constraint)) {
        return raise_value_error(tf->run, "The `constraint` argument must be a callable.");
    }
    if (!fill_request(tf, a, &r) || !graph_select(tf, 1, &a->initial_value, &pushed)) {
        return false;
    }
    bool ok = variable_new(tf->engine, &r, &v);
    if (pushed) {
        engine_pop_graph(tf->engine);
    }
    if (ok) {
        *result = tf_variable(tf, v);
    }
    return ok;
}

static bool make_variable(Tf *tf, const Value *a, Value *result) {
    if (given(a[7])) {
        return refuse(tf->run, NULL, "the argument variable_def of tf.Variable is not modelled");
    }
    NewArgs args = {.initial_value = a[1],
                    .trainable = a[2],
                    .collections = a[3],
                    .validate_shape = a[4],
                    .caching_device = a[5],
                    .name = a[6],
                    .dtype = a[8],
                    .constraint = tf_has(tf, CHANGE_CONSTRAINT) ? a[11] : value_unbound(),
                    .use_resource = tf_has(tf, CHANGE_VARIABLE_FACTORY) ? a[12] : value_unbound()};
    return new_variable(tf, &args, result);
}

#define RESOURCE_FIRST                                                                             \
    "self, initial_value=None, *rest, trainable=True, collections=None, validate_shape=True, "     \
    "caching_device=None, name=None, dtype=None, variable_def=None, import_scope=None~"

/* resource_variable_ops.ResourceVariable: its arguments stood in another order in 1.0. */
static bool make_resource_variable(Tf *tf, const Value *a, Value *result) {
    bool constraint = tf_has(tf, CHANGE_CONSTRAINT);
    if (sequence_count(a[2]) > 0 || given(a[9])) {
        return refuse(tf->run, "name the arguments",
                      "these arguments of ResourceVariable are not modelled");
    }
    NewArgs args = {.initial_value = a[1],
                    .trainable = a[3],
                    .collections = a[4],
                    .validate_shape = a[5],
                    .caching_device = a[6],
                    .name = a[7],
                    .dtype = a[8],
                    .constraint = constraint ? a[11] : value_unbound(),
                    .use_resource = value_bool(true)};
    return new_variable(tf, &args, result);
}

void variables_install(Tf *tf) {
    class_constructor(tf, CLASS_RESOURCE_VARIABLE, make_resource_variable,
                      tf_has(tf, CHANGE_CONSTRAINT) ? RESOURCE_FIRST ", constraint=None"
                                                    : RESOURCE_FIRST);
    static const char *const first =
        "self, initial_value=None, trainable=True, collections=None, validate_shape=True, "
        "caching_device=None, name=None, variable_def=None, dtype=None, expected_shape=None~, "
        "import_scope=None~";
    static const char *const with_constraint =
        "self, initial_value=None, trainable=True, collections=None, validate_shape=True, "
        "caching_device=None, name=None, variable_def=None, dtype=None, expected_shape=None~, "
        "import_scope=None~, constraint=None";
    static const char *const last =
        "self, initial_value=None, trainable=None, collections=None, validate_shape=True, "
        "caching_device=None, name=None, variable_def=None, dtype=None, expected_shape=None~, "
        "import_scope=None~, constraint=None, use_resource=None, synchronization=None!, "
        "aggregation=None!, shape=None!";
    class_constructor(tf, CLASS_VARIABLE, make_variable,
                      tf_has(tf, CHANGE_VARIABLE_FACTORY) ? last
                      : tf_has(tf, CHANGE_CONSTRAINT)     ? with_constraint
                                                          : first);
}

/* ---- tf.get_variable ---- */

static bool get_variable(Tf *tf, const Value *a, Value *result) {
    GetArgs args = {.name = a[0],
                    .shape = a[1],
                    .dtype = a[2],
                    .initializer = a[3],
                    .regularizer = a[4],
                    .trainable = a[5],
                    .collections = a[6],
                    .caching_device = a[7],
                    .partitioner = a[8],
                    .validate_shape = a[9]};
    if (!tf_has(tf, CHANGE_USE_RESOURCE)) {
        args.custom_getter = a[10];
    } else {
        args.use_resource = a[10];
        args.custom_getter = a[11];
        args.constraint = tf_has(tf, CHANGE_CONSTRAINT) ? a[12] : value_unbound();
        args.synchronization = tf_has(tf, CHANGE_SYNCHRONIZATION) ? a[13] : value_unbound();
        args.aggregation = tf_has(tf, CHANGE_SYNCHRONIZATION) ? a[14] : value_unbound();
    }
    return variable_get_in(tf, varscope_current(tf->engine), &args, result);
}

/* The key of local variables at the end of the list that was given, or alone: `keys += [LOCAL]`
 * changes the program's own list. */
static bool add_local_key(Tf *tf, Value given_keys, Value *keys) {
    Value local = str_make(tf->run, STR("local_variables"));
    *keys = list_make(tf->run, 1, &local);
    return is_unbound(given_keys) ||
           value_inplace(tf->run, BINARY_OPERATOR_ADD, given_keys, *keys, keys);
}

/* Until 1.9: get_variable(*args, trainable=False, collections=…, **kwargs) */
static bool get_local_variable_by_words(Tf *tf, const Value *a, Value *result) {
    Run *run = tf->run;
    Value function, key = str_make(run, STR("collections")), keys;
    return add_local_key(tf, keyword(tf, a[1], "collections"), &keys) &&
           dict_set(run, a[1], key, keys) &&
           dict_set(run, a[1], str_make(run, STR("trainable")), value_bool(false)) &&
           value_get_attr(run, value_object(tf->module), name_z(run->names, "get_variable"),
                          &function) &&
           call_spread(run, function, a[0], a[1], result);
}

/* The same, but local: not trainable, and in the collection of local variables. */
static bool get_local_variable(Tf *tf, const Value *a, Value *result) {
    Value local[15], keys;
    bool any = false;
    if (!arg_bool(tf, a[6], false, &any) ||
        !add_local_key(tf, any ? a[6] : value_unbound(), &keys)) {
        return false;
    }
    for (int i = 0; i < 15; i++) {
        local[i] = a[i];
    }
    local[5] = value_bool(false);
    local[6] = keys;
    return get_variable(tf, local, result);
}

static bool get_variable_scope(Tf *tf, const Value *a, Value *result) {
    (void)a;
    *result = tf_varscope(tf, varscope_current(tf->engine));
    return true;
}

static bool variable_scope(Tf *tf, const Value *a, Value *result) {
    *result = variable_scope_manager(tf, a);
    return true;
}

/* variable_op_scope(values, name_or_scope, default_name, …): the first arguments in another order.
 */
static bool variable_op_scope(Tf *tf, const Value *a, Value *result) {
    Value in_order[13] = {a[1], a[2], a[0], a[3], a[4], a[5], a[6], a[7], a[8], a[9]};
    if (tf_has(tf, CHANGE_USE_RESOURCE)) {
        in_order[10] = a[10];
        in_order[11] = tf_has(tf, CHANGE_CONSTRAINT) ? a[11] : value_unbound();
    }
    in_order[12] = value_bool(true);
    *result = variable_scope_manager(tf, in_order);
    return true;
}

static bool name_scope(Tf *tf, const Value *a, Value *result) {
    *result = name_scope_manager(tf, a[0], a[1], a[2]);
    return true;
}

static bool op_scope(Tf *tf, const Value *a, Value *result) {
    *result = name_scope_manager(tf, a[1], a[2], a[0]);
    return true;
}

/* ---- initializing ---- */

static bool initialize(Tf *tf, Value list, Value name, Value *result) {
    Variable **vs = NULL;
    uint32_t n = 0;
    bool any;
    Str text;
    Node *node = NULL;
    if (!value_truth(tf->run, list, &any) || (any && !variables_of(tf, list, &vs, &n)) ||
        !arg_name(tf, name, &text) || !variables_initializer(tf->engine, vs, n, text, &node)) {
        return false;
    }
    *result = tf_operation(tf, node);
    return true;
}

static bool initialize_listed(Tf *tf, const Value *a, Value *result) {
    return initialize(tf, a[0], a[1], result);
}

static bool initialize_collection(Tf *tf, const char *key, Value *result) {
    Value list;
    return collection_list(tf, engine_graph(tf->engine), name_z(tf->run->names, key), value_none(),
                           &list) &&
           initialize(tf, list, str_make(tf->run, STR("init")), result);
}

static bool initialize_global(Tf *tf, const Value *a, Value *result) {
    (void)a;
    return initialize_collection(tf, "variables", result);
}

static bool initialize_local(Tf *tf, const Value *a, Value *result) {
    (void)a;
    return initialize_collection(tf, "local_variables", result);
}

static bool enable_resources(Tf *tf, const Value *a, Value *result) {
    (void)a;
    tf->engine->resource_default = true;
    *result = value_none();
    return true;
}

static bool disable_resources(Tf *tf, const Value *a, Value *result) {
    (void)a;
    tf->engine->resource_default = false;
    *result = value_none();
    return true;
}

#define GET_FIRST                                                                                  \
    "name, shape=None, dtype=None, initializer=None, regularizer=None, trainable=True, "           \
    "collections=None, caching_device=None, partitioner=None, validate_shape=True"
#define GET_LAST                                                                                   \
    "name, shape=None, dtype=None, initializer=None, regularizer=None, trainable=None, "           \
    "collections=None, caching_device=None, partitioner=None, validate_shape=True, "               \
    "use_resource=None, custom_getter=None, constraint=None, synchronization=None, "               \
    "aggregation=None"
#define SCOPE_FIRST                                                                                \
    "name_or_scope, default_name=None, values=None, initializer=None, regularizer=None, "          \
    "caching_device=None, partitioner=None, custom_getter=None, reuse=None, dtype=None"
#define OP_SCOPE_FIRST                                                                             \
    "values, name_or_scope, default_name=None, initializer=None, regularizer=None, "               \
    "caching_device=None, partitioner=None, custom_getter=None, reuse=None, dtype=None"

const ApiRow variables_rows[] = {
    FUNCTION_IN("get_variable", 0, 0, GET_FIRST ", custom_getter=None", get_variable),
    FUNCTION_IN("get_variable", 1, 3, GET_FIRST ", use_resource=None, custom_getter=None",
                get_variable),
    FUNCTION_IN("get_variable", 4, 9,
                GET_FIRST ", use_resource=None, custom_getter=None, constraint=None", get_variable),
    FUNCTION_IN("get_variable", 10, LATEST, GET_LAST, get_variable),
    FUNCTION_IN("get_local_variable", 0, 9, "*args, **kwargs", get_local_variable_by_words),
    FUNCTION_IN("get_local_variable", 10, LATEST, GET_LAST, get_local_variable),
    FUNCTION("get_variable_scope", "", get_variable_scope),
    FUNCTION_IN("variable_scope", 0, 0, SCOPE_FIRST, variable_scope),
    FUNCTION_IN("variable_scope", 1, 3, SCOPE_FIRST ", use_resource=None", variable_scope),
    FUNCTION_IN("variable_op_scope", 0, 0, OP_SCOPE_FIRST, variable_op_scope),
    FUNCTION_IN("variable_op_scope", 1, 3, OP_SCOPE_FIRST ", use_resource=None",
                variable_op_scope),
    FUNCTION_IN("variable_op_scope", 4, LATEST,
                OP_SCOPE_FIRST ", use_resource=None, constraint=None", variable_op_scope),
    FUNCTION_IN("name_scope", 0, 3, "name, default_name=None, values=None", name_scope),
    FUNCTION("op_scope", "values, name, default_name=None", op_scope),
    FUNCTION("global_variables_initializer", "", initialize_global),
    FUNCTION("local_variables_initializer", "", initialize_local),
    FUNCTION("variables_initializer", "var_list, name='init'", initialize_listed),
    FUNCTION("initialize_all_variables", "", initialize_global),
    FUNCTION("initialize_local_variables", "", initialize_local),
    FUNCTION("initialize_variables", "var_list, name='init'", initialize_listed),
    FUNCTION_IN("enable_resource_variables", 11, LATEST, "", enable_resources),
    FUNCTION_IN("disable_resource_variables", 13, LATEST, "", disable_resources),
    API_END,
};
