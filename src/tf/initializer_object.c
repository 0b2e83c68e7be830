/* initializer_object.c: the initializer classes: zeros, constant, random ones, variance scaling. */
#include "tensor/print.h"
#include "tf/convert.h"
#include "tf/initializer.h"

static InitializerObject *initializer_of(Value v) {
    return (InitializerObject *)v.as.object;
}

/* A new object of the class that the constructor was called for (a[0]). */
static Initializer *new_initializer(Tf *tf, Value class, InitializerKind kind, Value *result) {
    InitializerObject *o =
        object_make(tf->run, (const Type *)class.as.object, sizeof(InitializerObject));
    o->initializer.kind = kind;
    o->value = value_unbound();
    o->initializer.a_host = value_unbound();
    o->initializer.b_host = value_unbound();
    *result = value_object(o);
    return &o->initializer;
}

/* A number of the initializer, or the tensor that stands for it: as it was given, for a dtype may
 * not take it. */
static bool take_number(Tf *tf, Value v, double *number, Value *host) {
    *host = v;
    return tensor_output(tf, v) || variable_of(tf, v) || float_of(tf->run, v, number);
}

static bool take_common(Tf *tf, Initializer *i, Value seed, Value dtype) {
    return arg_seed(tf, seed, &i->has_seed, &i->seed) &&
           arg_dtype_or(tf, dtype, DTYPE_FLOAT32, &i->dtype);
}

/* Those that draw from a normal distribution, or scale, want a floating dtype. */
static bool take_floating(Tf *tf, Initializer *i, Value seed, Value dtype) {
    if (!take_common(tf, i, seed, dtype)) {
        return false;
    }
    return dtype_class(i->dtype) == DTYPE_CLASS_FLOAT ||
           raise_value_error(tf->run, "Expected floating point type, got <dtype: '%s'>.",
                             dtype_name(i->dtype));
}

static bool make_zeros(Tf *tf, const Value *a, Value *result) {
    return take_common(tf, new_initializer(tf, a[0], INITIALIZER_ZEROS, result), value_none(),
                       a[1]);
}

static bool make_ones(Tf *tf, const Value *a, Value *result) {
    return take_common(tf, new_initializer(tf, a[0], INITIALIZER_ONES, result), value_none(), a[1]);
}

static bool make_constant(Tf *tf, const Value *a, Value *result) {
    Initializer *i = new_initializer(tf, a[0], INITIALIZER_CONSTANT, result);
    initializer_of(*result)->value = a[1];
    if (!arg_bool(tf, a[3], false, &initializer_of(*result)->verify)) {
        return false;
    }
    if (tensor_output(tf, a[1]) || is_none(a[1])) {
        return refuse(tf->run, "give a number, a list or an array",
                      "constant_initializer of a tensor or of None");
    }
    return take_common(tf, i, value_none(), a[2]) &&
           numpy_tensor_of(tf->run, a[1], DTYPE_INVALID, &i->value);
}

static bool make_random_uniform(Tf *tf, const Value *a, Value *result) {
    Initializer *i = new_initializer(tf, a[0], INITIALIZER_RANDOM_UNIFORM, result);
    i->b = 1;
    i->b_host = value_none();
    return take_number(tf, a[1], &i->a, &i->a_host) &&
           (!given(a[2]) || take_number(tf, a[2], &i->b, &i->b_host)) &&
           take_common(tf, i, a[3], a[4]);
}

static bool make_normal(Tf *tf, InitializerKind kind, const Value *a, Value *result) {
    Initializer *i = new_initializer(tf, a[0], kind, result);
    return take_number(tf, a[1], &i->a, &i->a_host) && take_number(tf, a[2], &i->b, &i->b_host) &&
           take_floating(tf, i, a[3], a[4]);
}

static bool make_random_normal(Tf *tf, const Value *a, Value *result) {
    return make_normal(tf, INITIALIZER_RANDOM_NORMAL, a, result);
}

static bool make_truncated_normal(Tf *tf, const Value *a, Value *result) {
    return make_normal(tf, INITIALIZER_TRUNCATED_NORMAL, a, result);
}

static bool make_uniform_unit(Tf *tf, const Value *a, Value *result) {
    Initializer *i = new_initializer(tf, a[0], INITIALIZER_UNIFORM_UNIT_SCALING, result);
    return float_of(tf->run, a[1], &i->scale) && take_floating(tf, i, a[2], a[3]);
}

/* Which of the names, separated by '|', is the text; -1 when none is. */
static int choose(Str text, const char *const *names, int n) {
    for (int i = 0; i < n; i++) {
        if (str_is(text, names[i])) {
            return i;
        }
    }
    return -1;
}

static bool take_mode(Tf *tf, Value mode, Value distribution, Initializer *i) {
    static const char *const modes[] = {"fan_in", "fan_out", "fan_avg"};
    static const char *const distributions[] = {"normal", "uniform", "untruncated_normal",
                                                "truncated_normal"};
    Str m, d;
    if (!arg_text(tf, mode, "mode", &m) || !arg_text(tf, distribution, "distribution", &d)) {
        return false;
    }
    i->mode = choose(m, modes, 3);
    if (i->mode < 0) {
        return raise_value_error(tf->run, "('Invalid `mode` argument:', '%.*s')", STR_ARG(m));
    }
    i->distribution = choose(d, distributions, tf_has(tf, CHANGE_TRUNCATED_STDDEV) ? 4 : 2);
    if (i->distribution < 0) {
        return raise_value_error(tf->run, "('Invalid `distribution` argument:', '%.*s')",
                                 STR_ARG(d));
    }
    i->distribution %= 3;
    return true;
}

static bool make_variance_scaling(Tf *tf, const Value *a, Value *result) {
    Initializer *i = new_initializer(tf, a[0], INITIALIZER_VARIANCE_SCALING, result);
    if (!float_of(tf->run, a[1], &i->scale)) {
        return false;
    }
    if (i->scale <= 0) {
        return raise_value_error(tf->run, "`scale` must be positive float.");
    }
    return take_mode(tf, a[2], a[3], i) && take_floating(tf, i, a[4], a[5]);
}

Value scaling_make(Tf *tf, ClassId id, double scale, int mode, int distribution, Value seed,
                   DType dtype, bool *ok) {
    Value result;
    Initializer *i =
        new_initializer(tf, class_value(tf, id), INITIALIZER_VARIANCE_SCALING, &result);
    i->scale = scale;
    i->mode = mode;
    i->distribution = distribution;
    i->dtype = dtype;
    *ok = arg_seed(tf, seed, &i->has_seed, &i->seed);
    return result;
}

void initializer_set_contrib(Value initializer) {
    initializer_of(initializer)->initializer.contrib = true;
}

static bool make_glorot(Tf *tf, const Value *a, Value *result) {
    bool uniform = (const Type *)a[0].as.object == tf->types[CLASS_GLOROT_UNIFORM];
    Initializer *i = new_initializer(tf, a[0], INITIALIZER_VARIANCE_SCALING, result);
    i->scale = 1;
    i->mode = 2;
    i->distribution = uniform ? 1 : 0;
    return take_floating(tf, i, a[1], a[2]);
}

static bool make_orthogonal(Tf *tf, const Value *a, Value *result) {
    Initializer *i = new_initializer(tf, a[0], INITIALIZER_ORTHOGONAL, result);
    return float_of(tf->run, a[1], &i->a) && take_floating(tf, i, a[2], a[3]);
}

/* 1.0: the dtype stands before the seed. */
static bool make_orthogonal_1_0(Tf *tf, const Value *a, Value *result) {
    Value in_order[] = {a[0], a[1], a[3], a[2]};
    return make_orthogonal(tf, in_order, result);
}

static bool make_identity(Tf *tf, const Value *a, Value *result) {
    Initializer *i = new_initializer(tf, a[0], INITIALIZER_IDENTITY, result);
    return float_of(tf->run, a[1], &i->a) && take_common(tf, i, value_none(), a[2]);
}

/* ---- calls ---- */

static bool check_call(Tf *tf, const InitializerObject *o, DType dtype, Value partition_info) {
    InitializerKind kind = o->initializer.kind;
    DTypeClass class = dtype_class(dtype);
    bool whole = class == DTYPE_CLASS_INT || class == DTYPE_CLASS_UINT;
    if (kind == INITIALIZER_RANDOM_UNIFORM && whole && is_none(o->initializer.b_host)) {
        return raise_value_error(tf->run, "Must specify maxval for integer dtype tf.%s",
                                 dtype_name(dtype));
    }
    return kind != INITIALIZER_IDENTITY || !is_class(tf, partition_info, CLASS_PARTITION_INFO) ||
           refuse(tf->run, NULL, "a partitioned variable with an identity initializer");
}

static bool take_constant(Tf *tf, const InitializerObject *o, DType dtype, Shape shape,
                          const Tensor **value) {
    Arena *a = tf->run->arena;
    if (!literal_tensor(tf, o->value, dtype, value)) {
        return false;
    }
    if (!o->verify || shape_eq((*value)->shape, shape)) {
        return true;
    }
    return raise_type_error(tf->run, "Expected Tensor's shape: %.*s, got %.*s.",
                            STR_ARG(shape_str(a, shape)), STR_ARG(shape_str(a, (*value)->shape)));
}

bool initializer_object_build(Tf *tf, Value v, Shape shape, DType dtype, Value partition_info,
                              Output **out) {
    Initializer i = initializer_of(v)->initializer;
    Shape full;
    if (dtype == DTYPE_INVALID) {
        dtype = i.dtype;
    }
    if (!check_call(tf, initializer_of(v), dtype, partition_info)) {
        return host_fail(tf->engine);
    }
    if (is_class(tf, partition_info, CLASS_PARTITION_INFO)) {
        if (!arg_shape(tf, ((PartitionInfoObject *)partition_info.as.object)->full_shape, &full)) {
            return host_fail(tf->engine);
        }
        i.full_shape = &full;
    }
    if (i.kind == INITIALIZER_CONSTANT &&
        !take_constant(tf, initializer_of(v), dtype, shape, &i.value)) {
        return host_fail(tf->engine);
    }
    return initializer_build(tf->engine, &i, shape, dtype, out) || host_fail(tf->engine);
}

/* initializer(shape, dtype=None, partition_info=None) */
static bool initializer_call(Tf *tf, const Value *a, Value *result) {
    Shape shape;
    DType dtype;
    Output *out;
    if (!arg_shape(tf, a[1], &shape) || !arg_dtype_or(tf, a[2], DTYPE_INVALID, &dtype) ||
        !initializer_object_build(tf, a[0], shape, dtype, a[3], &out)) {
        return false;
    }
    *result = tf_tensor(tf, out);
    return true;
}

static bool call_slot(Run *run, Value self, const Args *args, Value *result) {
    Value method;
    return value_get_attr(run, self, name_z(run->names, "__call__"), &method) &&
           value_call(run, method, args, result);
}

static bool get_dtype(Run *run, const Value *a, Value *result) {
    *result = tf_dtype(tf_of(run), initializer_of(a[0])->initializer.dtype, false);
    return true;
}

static const char *kind_text(InitializerKind kind) {
    switch (kind) {
    case INITIALIZER_ZEROS: return "zeros_initializer";
    case INITIALIZER_ONES: return "ones_initializer";
    case INITIALIZER_CONSTANT: return "constant_initializer";
    case INITIALIZER_RANDOM_UNIFORM: return "random_uniform_initializer";
    case INITIALIZER_RANDOM_NORMAL: return "random_normal_initializer";
    case INITIALIZER_TRUNCATED_NORMAL: return "truncated_normal_initializer";
    case INITIALIZER_VARIANCE_SCALING: return "variance_scaling_initializer";
    case INITIALIZER_UNIFORM_UNIT_SCALING: return "uniform_unit_scaling_initializer";
    case INITIALIZER_ORTHOGONAL: return "orthogonal_initializer";
    case INITIALIZER_IDENTITY: return "identity_initializer";
    }
    return "";
}

Str initializer_text(const Tf *tf, Value v) {
    const InitializerObject *o = initializer_of(v);
    Sink out = sink_memory(tf->run->arena);
    sink_z(&out, kind_text(o->initializer.kind));
    sink_char(&out, '(');
    if (o->initializer.kind == INITIALIZER_CONSTANT) {
        value_show(&out, o->value, MOMENT_END, 1);
    } else if (o->initializer.kind == INITIALIZER_RANDOM_UNIFORM) {
        python_float_repr(&out, o->initializer.a);
        sink_z(&out, ", ");
        python_float_repr(&out, o->initializer.b);
    }
    sink_char(&out, ')');
    return sink_str(&out);
}

static const struct {
    ClassId id;
    TfFn *fn;
} makers[] = {
    {CLASS_ZEROS, make_zeros},
    {CLASS_ONES, make_ones},
    {CLASS_CONSTANT, make_constant},
    {CLASS_RANDOM_UNIFORM, make_random_uniform},
    {CLASS_RANDOM_NORMAL, make_random_normal},
    {CLASS_TRUNCATED_NORMAL, make_truncated_normal},
    {CLASS_UNIFORM_UNIT, make_uniform_unit},
    {CLASS_VARIANCE_SCALING, make_variance_scaling},
    {CLASS_IDENTITY, make_identity},
    {CLASS_GLOROT_UNIFORM, make_glorot},
    {CLASS_GLOROT_NORMAL, make_glorot},
};

void initializer_object_install(Tf *tf) {
    static const ApiRow methods[] = {
        FUNCTION("__call__", "self, shape, dtype=None, partition_info=None", initializer_call),
        API_END,
    };
    static const GetterRow getters[] = {{"dtype", get_dtype, 0, LATEST}, {NULL, NULL, 0, 0}};
    tf->types[CLASS_INITIALIZER]->call = call_slot;
    class_add_methods(tf, CLASS_INITIALIZER, methods);
    class_add_getters(tf, CLASS_INITIALIZER, getters);
    for (int id = CLASS_INITIALIZER; id <= CLASS_GLOROT_NORMAL; id++) {
        tf->types[id]->size = sizeof(InitializerObject);
    }
    for (size_t i = 0; i < sizeof makers / sizeof *makers; i++) {
        class_constructor(tf, makers[i].id, makers[i].fn, NULL);
    }
    if (!tf_has(tf, CHANGE_ORTHOGONAL_SEED)) {
        class_constructor(tf, CLASS_ORTHOGONAL, make_orthogonal_1_0,
                          "self, gain=1.0, dtype=None, seed=None");
    } else {
        class_constructor(tf, CLASS_ORTHOGONAL, make_orthogonal, NULL);
    }
}
