/* regularizers.c: tf.contrib.layers.l2_regularizer and its kin, and initializers of contrib. */
#include "tf/build.h"
#include "tf/initializer.h"
#include "tf/tables.h"

/* ---- regularizers ---- */

typedef struct Regularizer {
    double scale;
    Value scale_value;
    Value scope;
    bool squares; /* l2 */
} Regularizer;

static Output *penalty(Tf *tf, const Regularizer *r, Value weights) {
    if (r->squares) {
        return build1(tf, "L2Loss", NAME_NONE, operand(tf, weights));
    }
    Output *x = build1(tf, "Abs", NAME_NONE, operand(tf, weights));
    return x ? reduce_build(tf, "Sum", operand_of(x), value_none(), false, NAME_NONE) : NULL;
}

static bool weights_dtype(Tf *tf, Value weights, DType *dtype) {
    Output *o = tensor_output(tf, weights);
    Variable *v = variable_of(tf, weights);
    *dtype = o ? output_dtype(o) : v ? v->record.dtype : DTYPE_FLOAT32;
    return true;
}

static bool regularize_in(Tf *tf, const Regularizer *r, Value weights, Str name, Output **out) {
    DType dtype;
    if (!weights_dtype(tf, weights, &dtype)) {
        return false;
    }
    Output *scale = convert(tf, r->scale_value, dtype, "scale");
    Output *sum = scale ? penalty(tf, r, weights) : NULL;
    *out = sum ? build2(tf, "Mul", name, operand_of(scale), operand_of(sum)) : NULL;
    return *out != NULL;
}

static bool call_regularizer(Run *run, const void *data, const Value *a, Value *result) {
    const Regularizer *r = data;
    Tf *tf = tf_of(run);
    Group g;
    Output *o = NULL;
    *result = value_none();
    if (r->scale == 0) {
        return true;
    }
    if (!group_open(tf, r->scope, r->squares ? "l2_regularizer" : "l1_regularizer", 1, a, &g)) {
        return tf_raise(tf);
    }
    regularize_in(tf, r, a[0], g.name, &o);
    return tf_done(tf, group_done(tf, &g, o, result));
}

static bool make_regularizer(Tf *tf, bool squares, const Value *a, Value *result) {
    Regularizer *r = ARENA_NEW(tf->run->arena, Regularizer);
    r->scale_value = a[0];
    r->scope = a[1];
    r->squares = squares;
    if (a[0].kind == VALUE_INT) {
        return raise_value_error(tf->run, "scale cannot be an integer: %lld",
                                 (long long)a[0].as.integer);
    }
    r->scale = 1;
    if (!tensor_output(tf, a[0]) && !float_of(tf->run, a[0], &r->scale)) {
        return false;
    }
    if (r->scale < 0) {
        return raise_value_error(tf->run, "Setting a scale less than 0 on a regularizer: %g",
                                 r->scale);
    }
    *result = closure_make(tf, squares ? "l2" : "l1", "weights, name=None", call_regularizer, r);
    return true;
}

static bool l1_regularizer(Tf *tf, const Value *a, Value *result) {
    return make_regularizer(tf, false, a, result);
}

static bool l2_regularizer(Tf *tf, const Value *a, Value *result) {
    return make_regularizer(tf, true, a, result);
}

static bool no_regularizer(Tf *tf, const Value *a, Value *result) {
    (void)tf;
    (void)a;
    *result = value_none();
    return true;
}

/* ---- initializers ---- */

static bool xavier(Tf *tf, const Value *a, Value *result) {
    bool uniform, ok;
    DType dtype;
    if (!arg_bool(tf, a[0], true, &uniform) || !arg_dtype_or(tf, a[2], DTYPE_FLOAT32, &dtype)) {
        return false;
    }
    *result = scaling_make(tf, CLASS_VARIANCE_SCALING, 1, 2, uniform, a[1], dtype, &ok);
    return ok;
}

/* factor, mode, uniform, seed, dtype */
static bool variance_scaling(Tf *tf, const Value *a, Value *result) {
    double factor;
    bool uniform, ok;
    DType dtype;
    Str mode;
    if (!float_of(tf->run, a[0], &factor) || !arg_text(tf, a[1], "mode", &mode) ||
        !arg_bool(tf, a[2], false, &uniform) || !arg_dtype_or(tf, a[4], DTYPE_FLOAT32, &dtype)) {
        return false;
    }
    int which = str_is(mode, "FAN_IN") ? 0 : str_is(mode, "FAN_OUT") ? 1 : 2;
    if (which == 2 && !str_is(mode, "FAN_AVG")) {
        return raise_type_error(tf->run, "Unknown mode %.*s [FAN_IN, FAN_OUT, FAN_AVG]",
                                STR_ARG(mode));
    }
    *result = scaling_make(tf, CLASS_VARIANCE_SCALING, factor, which, uniform, a[3], dtype, &ok);
    return ok;
}

/* tf.initializers.he_normal and its kin: scale, mode, distribution by the row. */
static bool scaled(Tf *tf, const Value *a, double scale, int distribution, Value *result) {
    bool ok;
    *result =
        scaling_make(tf, CLASS_VARIANCE_SCALING, scale, 0, distribution, a[0], DTYPE_FLOAT32, &ok);
    return ok;
}

static bool he_normal(Tf *tf, const Value *a, Value *result) {
    return scaled(tf, a, 2, 0, result);
}

static bool he_uniform(Tf *tf, const Value *a, Value *result) {
    return scaled(tf, a, 2, 1, result);
}

static bool lecun_normal(Tf *tf, const Value *a, Value *result) {
    return scaled(tf, a, 1, 0, result);
}

static bool lecun_uniform(Tf *tf, const Value *a, Value *result) {
    return scaled(tf, a, 1, 1, result);
}

#define XAVIER "uniform=True, seed=None, dtype=None"
#define SCALING "factor=2.0, mode='FAN_IN', uniform=False, seed=None, dtype=None"

const ApiRow regularizers_rows[] = {
    FUNCTION("contrib.layers.l1_regularizer", "scale, scope=None", l1_regularizer),
    FUNCTION("contrib.layers.l2_regularizer", "scale, scope=None", l2_regularizer),
    FUNCTION("contrib.slim.l1_regularizer", "scale, scope=None", l1_regularizer),
    FUNCTION("contrib.slim.l2_regularizer", "scale, scope=None", l2_regularizer),
    FUNCTION("no_regularizer", "_", no_regularizer),
    FUNCTION("contrib.layers.xavier_initializer", XAVIER, xavier),
    FUNCTION("contrib.layers.xavier_initializer_conv2d", XAVIER, xavier),
    FUNCTION("contrib.slim.xavier_initializer", XAVIER, xavier),
    FUNCTION("contrib.layers.variance_scaling_initializer", SCALING, variance_scaling),
    FUNCTION("contrib.slim.variance_scaling_initializer", SCALING, variance_scaling),
    FUNCTION_IN("initializers.he_normal", 10, LATEST, "seed=None", he_normal),
    FUNCTION_IN("initializers.he_uniform", 10, LATEST, "seed=None", he_uniform),
    FUNCTION_IN("initializers.lecun_normal", 10, LATEST, "seed=None", lecun_normal),
    FUNCTION_IN("initializers.lecun_uniform", 10, LATEST, "seed=None", lecun_uniform),
    API_END,
};
