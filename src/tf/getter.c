/* getter.c: tf.get_variable: defaults of the scope, custom getters, and the true getter behind them
 * (sections 3.2 and 3.9). */
#include "tf/getter.h"

#include "tf/build.h"

/* ---- flags ---- */

bool reuse_of(const Tf *tf, Value v, int *reuse) {
    *reuse = -1;
    if (!given(v)) {
        return true;
    }
    if (v.kind == VALUE_BOOL) {
        *reuse = v.as.boolean;
        return true;
    }
    *reuse = 2;
    return !is_unbound(tf->auto_reuse) && value_same(v, tf->auto_reuse);
}

Value reuse_value(const Tf *tf, Reuse reuse) {
    switch (reuse) {
    case REUSE_FALSE: return value_bool(false);
    case REUSE_TRUE: return value_bool(true);
    case REUSE_AUTO: return is_unbound(tf->auto_reuse) ? value_none() : tf->auto_reuse;
    }
    return value_none();
}

Value varscope_dtype(Tf *tf, const VarScope *s) {
    return is_unbound(s->dtype_given) ? tf_dtype(tf, s->dtype, false) : s->dtype_given;
}

bool arg_use_resource(Tf *tf, Value v, int *use_resource) {
    bool b = false;
    *use_resource = -1;
    if (!given(v)) {
        return true;
    }
    if (!arg_bool(tf, v, false, &b)) {
        return false;
    }
    *use_resource = b;
    return true;
}

/* ---- composing getters ---- */

typedef struct Composed {
    Value inner, outer;
} Composed;

static uint32_t spread(Run *run, Value positional, Value keywords, Value first, Args *args) {
    Value *keys = NULL;
    uint32_t n = sequence_count(positional), nkeys = 0;
    if (!value_items(run, keywords, &keys, &nkeys)) {
        return 0;
    }
    Value *at = ARENA_ARRAY(run->arena, n + nkeys + 2, Value);
    Name *names = ARENA_ARRAY(run->arena, nkeys + 1, Name);
    uint32_t count = 0;
    if (!is_unbound(first)) {
        at[count++] = first;
    }
    for (uint32_t i = 0; i < n; i++) {
        at[count++] = sequence_item(positional, i);
    }
    for (uint32_t i = 0; i < nkeys; i++) {
        names[i] = name_of(run->names, str_text(keys[i]));
        if (!value_get_item(run, keywords, keys[i], &at[count + i])) {
            return 0;
        }
    }
    *args = (Args){at, count, nkeys, names};
    return count + nkeys + 1;
}

bool call_spread(Run *run, Value f, Value positional, Value keywords, Value *result) {
    Args args;
    return spread(run, positional, keywords, value_unbound(), &args) &&
           call_program(tf_of(run), f, &args, result);
}

/* functools.partial(outer, getter)(*args, **kwargs) */
static bool call_partial(Run *run, const void *data, const Value *a, Value *result) {
    const Composed *partial = data;
    Args args;
    return spread(run, a[0], a[1], partial->inner, &args) &&
           call_program(tf_of(run), partial->outer, &args, result);
}

/* The composed getter: the inner one is called first, and gets the outer one as its getter. */
static bool call_composed(Run *run, const void *data, const Value *a, Value *result) {
    const Composed *both = data;
    Tf *tf = tf_of(run);
    Composed *partial = ARENA_NEW(run->arena, Composed);
    partial->inner = a[0];
    partial->outer = both->outer;
    Value getter = closure_make(tf, "partial", "*args, **kwargs", call_partial, partial);
    Args args;
    return spread(run, a[1], a[2], getter, &args) && call_program(tf, both->inner, &args, result);
}

Value getter_compose(Tf *tf, Value inner, Value outer) {
    if (!given(inner) || !given(outer) || !tf_has(tf, CHANGE_GETTERS_COMPOSE)) {
        return given(inner) ? inner : outer;
    }
    Composed *both = ARENA_NEW(tf->run->arena, Composed);
    both->inner = inner;
    both->outer = outer;
    return closure_make(tf, "wrapped_custom_getter", "getter, *args, **kwargs", call_composed,
                        both);
}

/* ---- the true getter ---- */

/* Why this initializer: none was given and none inherited, or it is the scope's. */
static void tell_initializer(const VarScope *scope, VariableRequest *r) {
    r->initializer_rule = RULE_COUNT;
    if (!given(r->initializer)) {
        r->initializer_rule = RULE_INITIALIZER_DEFAULT;
    } else if (value_same(r->initializer, scope->initializer)) {
        r->initializer_rule = RULE_INITIALIZER_SCOPE;
        r->initializer_from = scope->initializer_from;
    }
}

/* trainable as it counts: None is True since there is synchronization, and no wish before. A
 * variable that is synchronized on reading is never trained. */
static bool take_trainable(Tf *tf, const GetArgs *a, bool *trainable) {
    bool late = tf_has(tf, CHANGE_SYNCHRONIZATION), given_one = given(a->trainable);
    *trainable = is_unbound(a->trainable) || late;
    if (given_one && !arg_bool(tf, a->trainable, true, trainable)) {
        return false;
    }
    if (!given(a->synchronization) ||
        !value_same(a->synchronization, tf->synchronization_on_read)) {
        return true;
    }
    if (given_one && *trainable) {
        return raise_value_error(
            tf->run, "Synchronization value can be set to VariableSynchronization.ON_READ only for "
                     "non-trainable variables. You have specified trainable=True and "
                     "synchronization=VariableSynchronization.ON_READ.");
    }
    *trainable = false;
    return true;
}

static bool check_mode(Tf *tf, Value v, ClassId id, const char *name) {
    return !given(v) || is_class(tf, v, id) ||
           refuse(tf->run, NULL, "%s that is no member of its class", name);
}

/* Anything but a list, tuple or set is refused once the variable is made. */
static bool take_collections(Tf *tf, Value v, VariableRequest *r) {
    Name *names = NULL;
    r->has_collections = given(v);
    if (!collections_fault(tf, v, &r->bad_collections)) {
        return false;
    }
    if (!r->bad_collections.len && !arg_names(tf, v, &names, &r->ncollections)) {
        return false;
    }
    r->collections = names;
    return true;
}

/* A regularizer that counts as false is none. */
static bool take_regularizer(Tf *tf, Value v, VariableRequest *r) {
    bool wanted = false;
    if (!arg_bool(tf, v, false, &wanted)) {
        return false;
    }
    r->regularizer = wanted ? v : value_none();
    return true;
}

/* What a partitioned variable wants to know about its shape. */
static bool take_partitioning(Tf *tf, const GetArgs *a, VariableRequest *r) {
    Value i = a->initializer;
    r->whole = is_sequence(tf->run, a->shape) && sequence_count(a->shape) == 0;
    if (!given(i) || is_callable(tf->run, i) || r->initializer_tensor) {
        return true;
    }
    if (given(a->partitioner) && !r->whole && variable_of(tf, i)) {
        return refuse(tf->run, NULL, "a variable as the initializer of a partitioned one");
    }
    r->shapeless = name_of(tf->run->names, type_short_name(tf->run, i));
    return true;
}

static bool fill_request(Tf *tf, const GetArgs *a, VariableRequest *r) {
    Str name;
    bool trainable;
    *r = (VariableRequest){.initializer = a->initializer,
                           .partitioner = a->partitioner,
                           .constraint = a->constraint,
                           .initializer_tensor = tensor_output(tf, a->initializer),
                           .partition_info = value_none(),
                           .has_shape = given(a->shape)};
    if (!arg_text(tf, a->name, "name", &name) || !arg_shape(tf, a->shape, &r->shape) ||
        !arg_dtype_or(tf, a->dtype, DTYPE_INVALID, &r->dtype)) {
        return false;
    }
    r->name = name_of(tf->run->names, name);
    tell_initializer(varscope_current(tf->engine), r);
    if (!take_trainable(tf, a, &trainable)) {
        return false;
    }
    r->trainable = trainable;
    return arg_device(tf, a->caching_device, &r->caching_device) &&
           take_collections(tf, a->collections, r) && take_regularizer(tf, a->regularizer, r) &&
           take_partitioning(tf, a, r) &&
           arg_bool(tf, a->validate_shape, !is_none(a->validate_shape), &r->validate_shape) &&
           arg_use_resource(tf, a->use_resource, &r->use_resource);
}

static bool get_truly(Tf *tf, const GetArgs *a, Reuse reuse, Value *result) {
    VariableRequest r;
    Variable *v = NULL;
    Partitioned *p = NULL;
    if (!fill_request(tf, a, &r) || !variable_get(tf->engine, &r, reuse, &v, &p)) {
        return false;
    }
    *result = p ? tf_partitioned(tf, p) : tf_variable(tf, v);
    return true;
}

/* The getter that custom getters are given. Parameters as in GetArgs, with reuse behind
 * regularizer. */
static bool true_getter(Tf *tf, const Value *a, Value *result) {
    GetArgs args = {.name = a[0],
                    .shape = a[1],
                    .dtype = a[2],
                    .initializer = a[3],
                    .regularizer = a[4],
                    .trainable = a[6],
                    .collections = a[7],
                    .caching_device = a[8],
                    .partitioner = a[9],
                    .validate_shape = a[10]};
    if (tf_has(tf, CHANGE_USE_RESOURCE)) {
        args.use_resource = a[11];
    }
    if (tf_has(tf, CHANGE_CONSTRAINT)) {
        args.constraint = a[12];
    }
    if (tf_has(tf, CHANGE_SYNCHRONIZATION)) {
        args.synchronization = a[13];
        args.aggregation = a[14];
    }
    int reuse;
    if (!reuse_of(tf, a[5], &reuse)) {
        reuse = 1;
    }
    return get_truly(tf, &args, reuse < 0 ? REUSE_AUTO : (Reuse)reuse, result);
}

#define GETTER_FIRST                                                                               \
    "name, shape=None, dtype=None, initializer=None, regularizer=None, reuse=None, "               \
    "trainable=True, collections=None, caching_device=None, partitioner=None, "                    \
    "validate_shape=True"

static Value true_getter_value(Tf *tf) {
    static const ApiRow rows[] = {
        FUNCTION("_true_getter", GETTER_FIRST, true_getter),
        FUNCTION("_true_getter", GETTER_FIRST ", use_resource=None", true_getter),
        FUNCTION("_true_getter", GETTER_FIRST ", use_resource=None, constraint=None", true_getter),
        FUNCTION("_true_getter",
                 GETTER_FIRST ", use_resource=None, constraint=None, synchronization=None, "
                              "aggregation=None",
                 true_getter),
    };
    const ApiRow *row = &rows[tf_has(tf, CHANGE_SYNCHRONIZATION) ? 3
                              : tf_has(tf, CHANGE_CONSTRAINT)    ? 2
                              : tf_has(tf, CHANGE_USE_RESOURCE)  ? 1
                                                                 : 0];
    return closure_make(tf, row->path, row->signature, api_call, row);
}

/* ---- through a custom getter ---- */

static Value first_given(Value a, Value b) {
    return given(a) ? a : b;
}

typedef struct Keywords {
    Name names[20];
    Value values[20];
    uint32_t n;
} Keywords;

static void add_keyword(Tf *tf, Keywords *k, const char *name, Value v) {
    k->names[k->n] = name_z(tf->run->names, name);
    k->values[k->n++] = is_unbound(v) ? value_none() : v;
}

static void add_common(Tf *tf, Keywords *k, const GetArgs *a, Reuse reuse) {
    add_keyword(tf, k, "getter", true_getter_value(tf));
    add_keyword(tf, k, "name", a->name);
    add_keyword(tf, k, "shape", a->shape);
    add_keyword(tf, k, "dtype", a->dtype);
    add_keyword(tf, k, "initializer", a->initializer);
    add_keyword(tf, k, "regularizer", a->regularizer);
    add_keyword(tf, k, "reuse", reuse_value(tf, reuse));
    add_keyword(tf, k, "trainable", a->trainable);
    add_keyword(tf, k, "collections", a->collections);
    add_keyword(tf, k, "caching_device", a->caching_device);
    add_keyword(tf, k, "partitioner", a->partitioner);
    add_keyword(tf, k, "validate_shape",
                is_unbound(a->validate_shape) ? value_bool(true) : a->validate_shape);
}

/* Since there is synchronization, getters see the flag that follows from it. */
static bool settle_trainable(Tf *tf, GetArgs *a) {
    bool trainable;
    if (tf_has(tf, CHANGE_SYNCHRONIZATION)) {
        if (!take_trainable(tf, a, &trainable)) {
            return false;
        }
        a->trainable = value_bool(trainable);
    } else if (is_unbound(a->trainable)) {
        a->trainable = value_bool(true);
    }
    return true;
}

static bool call_getter(Tf *tf, GetArgs *a, Reuse reuse, Value *result) {
    Keywords k = {.n = 0};
    bool kwargs = false;
    if (!settle_trainable(tf, a)) {
        return false;
    }
    add_common(tf, &k, a, reuse);
    if (tf_has(tf, CHANGE_USE_RESOURCE)) {
        add_keyword(tf, &k, "use_resource", a->use_resource);
    }
    if (tf_has(tf, CHANGE_SYNCHRONIZATION)) {
        add_keyword(tf, &k, "synchronization",
                    first_given(a->synchronization, tf->synchronization_auto));
        add_keyword(tf, &k, "aggregation", first_given(a->aggregation, tf->aggregation_none));
    }
    bool named = accepts_keyword(tf, a->custom_getter, "constraint", &kwargs);
    if (tf_has(tf, CHANGE_CONSTRAINT) &&
        (named || (kwargs && tf_has(tf, CHANGE_GETTER_CONSTRAINT)))) {
        add_keyword(tf, &k, "constraint", a->constraint);
    }
    Args args = {k.values, 0, k.n, k.names};
    return call_program(tf, a->custom_getter, &args, result);
}

/* ---- get_variable ---- */

/* A value initializer with an explicit dtype is converted for its dtype's sake: a stray constant
 * stays. */
static bool check_initializer(Tf *tf, const GetArgs *a) {
    DType dtype;
    if (!given(a->dtype) || !given(a->initializer) || is_callable(tf->run, a->initializer)) {
        return true;
    }
    if (!arg_dtype(tf, a->dtype, &dtype)) {
        return false;
    }
    Output *o = convert(tf, a->initializer, DTYPE_INVALID, NULL);
    if (!o) {
        return false;
    }
    return output_dtype(o) == dtype ||
           raise_value_error(tf->run,
                             "Initializer type '<dtype: '%s'>' and explicit dtype '<dtype: '%s'>' "
                             "don't match.",
                             dtype_name(output_dtype(o)), dtype_name(dtype));
}

static bool get_in_root(Tf *tf, const VarScope *scope, GetArgs *a, Value *result) {
    if (!check_initializer(tf, a)) {
        return false;
    }
    a->initializer = first_given(a->initializer, scope->initializer);
    a->constraint = first_given(a->constraint, scope->constraint);
    if (!given(a->dtype)) {
        a->dtype = varscope_dtype(tf, scope);
    }
    if (!given(a->use_resource) && scope->use_resource >= 0) {
        a->use_resource = value_bool(scope->use_resource);
    }
    if (!given(a->custom_getter)) {
        return get_truly(tf, a, scope->reuse, result);
    }
    if (!is_callable(tf->run, a->custom_getter)) {
        Str text;
        return value_str(tf->run, a->custom_getter, &text) &&
               raise_value_error(tf->run, "Passed a custom_getter which is not callable: %.*s",
                                 STR_ARG(text));
    }
    return call_getter(tf, a, scope->reuse, result);
}

static bool full_name(Tf *tf, const VarScope *scope, Value *name) {
    Run *run = tf->run;
    if (scope->name->len) {
        Value prefix = str_format(run, "%s/", scope->name->text);
        return value_binary(run, BINARY_OPERATOR_ADD, prefix, *name, name);
    }
    return is_str(run, *name) ||
           refuse(run, "give the name as a string", "a variable name that is no string");
}

bool variable_get_in(Tf *tf, VarScope *scope, const GetArgs *args, Value *result) {
    GetArgs a = *args;
    OpScope root;
    a.regularizer = first_given(a.regularizer, scope->regularizer);
    a.caching_device = first_given(a.caching_device, scope->caching_device);
    a.partitioner = first_given(a.partitioner, scope->partitioner);
    a.custom_getter = first_given(a.custom_getter, scope->custom_getter);
    if (!check_mode(tf, a.synchronization, CLASS_SYNCHRONIZATION, "synchronization") ||
        !check_mode(tf, a.aggregation, CLASS_AGGREGATION, "aggregation")) {
        return false;
    }
    if (!full_name(tf, scope, &a.name) ||
        !op_scope_enter(tf->engine, (Str){NULL, 0}, false, &root)) {
        return false;
    }
    bool ok = get_in_root(tf, scope, &a, result);
    op_scope_leave(tf->engine, &root);
    return ok;
}
