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

static bool is_integral(const Tf *tf, Value v) {
    return v.kind == VALUE_INT || v.kind == VALUE_BOOL ||
           (is_numpy_scalar(tf->run, v) &&
            (dtype_class(array_tensor(v)->dtype) == DTYPE_CLASS_INT ||
             dtype_class(array_tensor(v)->dtype) == DTYPE_CLASS_UINT));
}

static bool check_scale(Tf *tf, Value v, const char *what) {
    Str text;
    return !is_integral(tf, v) ||
           (value_str(tf->run, v, &text) &&
            raise_value_error(tf->run, "%s cannot be an integer: %.*s", what, STR_ARG(text)));
}

static bool make_regularizer(Tf *tf, bool squares, const Value *a, Value *result) {
    Regularizer *r = ARENA_NEW(tf->run->arena, Regularizer);
    r->scale_value = a[0];
    r->scope = a[1];
    r->squares = squares;
    if (!check_scale(tf, a[0], "scale")) {
        return false;
    }
    r->scale = 1;
    if (!tensor_output(tf, a[0]) && !float_of(tf->run, a[0], &r->scale)) {
        return false;
    }
    if (r->scale < 0) {
        return raise_value_error(tf->run, "Setting a scale less than 0 on a regularizer: %g%s",
                                 r->scale, squares ? "." : "");
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

/* ---- sums of regularizers ---- */

typedef struct Sum {
    Value list; /* regularizers */
    Value scope;
} Sum;

/* One term; the releases differ in what they make of a regularizer that gives None. */
static bool add_term(Tf *tf, Value regularizer, Value weights, Operand *term) {
    Value loss;
    if (!call_program_n(tf, regularizer, 1, &weights, &loss)) {
        return false;
    }
    *term = operand(tf, loss);
    return !is_none(loss) || refuse(tf->run, NULL, "a sum of regularizers of which one gives None");
}

static bool sum_in(Tf *tf, const Sum *s, Value weights, Str name, Output **out) {
    uint32_t n = sequence_count(s->list);
    Operand *terms = ARENA_ARRAY(tf->run->arena, n, Operand);
    for (uint32_t i = 0; i < n; i++) {
        if (!add_term(tf, sequence_item(s->list, i), weights, &terms[i])) {
            return false;
        }
    }
    *out = build_list(tf, "AddN", name, n, terms, 0, NULL, 0, NULL);
    return *out != NULL;
}

static bool call_sum(Run *run, const void *data, const Value *a, Value *result) {
    const Sum *s = data;
    Tf *tf = tf_of(run);
    Group g;
    Output *o = NULL;
    if (!group_open(tf, s->scope, "sum_regularizer", 1, a, &g)) {
        return tf_raise(tf);
    }
    sum_in(tf, s, a[0], g.name, &o);
    return tf_done(tf, group_done(tf, &g, o, result));
}

/* The sum of those that are not None; None when all are. */
static bool sum_regularizer(Tf *tf, const Value *a, Value *result) {
    Value *items;
    uint32_t n;
    Sum *s = ARENA_NEW(tf->run->arena, Sum);
    if (!value_items(tf->run, a[0], &items, &n)) {
        return false;
    }
    s->list = list_make(tf->run, 0, NULL);
    s->scope = a[1];
    for (uint32_t i = 0; i < n; i++) {
        if (!is_none(items[i])) {
            list_append(tf->run, s->list, items[i]);
        }
    }
    *result = value_none();
    if (sequence_count(s->list)) {
        *result = closure_make(tf, "sum_reg", "weights", call_sum, s);
    }
    return true;
}

/* scale_l1, scale_l2, scope. A scale of zero was treated differently over the releases. */
static bool l1_l2_regularizer(Tf *tf, const Value *a, Value *result) {
    Value both[2], list[2];
    if (!check_scale(tf, a[0], "scale_l1") || !check_scale(tf, a[1], "scale_l2")) {
        return false;
    }
    for (int i = 0; i < 2; i++) {
        both[0] = a[i];
        both[1] = value_none();
        if (a[i].kind == VALUE_FLOAT && a[i].as.real == 0) {
            return refuse(tf->run, "use l1_regularizer or l2_regularizer",
                          "l1_l2_regularizer with a scale of zero");
        }
        if (!make_regularizer(tf, i == 1, both, &list[i])) {
            return false;
        }
    }
    bool named = false;
    if (!arg_bool(tf, a[2], false, &named)) {
        return false;
    }
    both[0] = list_make(tf->run, 2, list);
    both[1] = named ? a[2] : str_make(tf->run, STR("l1_l2_regularizer"));
    return sum_regularizer(tf, both, result);
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
    initializer_set_contrib(*result);
    return ok;
}

/* An exception of two arguments: the text was never filled in. */
static bool refuse_mode(Tf *tf, Value mode) {
    Value exception, both[2];
    bool spelled = tf_has(tf, CHANGE_SYNCHRONIZATION);
    both[0] = str_make(tf->run, spelled ? STR("Unknown mode %s [FAN_IN, FAN_OUT, FAN_AVG]")
                                        : STR("Unknow mode %s [FAN_IN, FAN_OUT, FAN_AVG]"));
    both[1] = mode;
    return value_call_n(tf->run, value_object(tf->run->exception.TypeError), 2, both, &exception) &&
           raise_value(tf->run, exception);
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
    if (dtype_class(dtype) != DTYPE_CLASS_FLOAT) {
        return raise_type_error(tf->run, "Cannot create initializer for non-floating point type.");
    }
    int which = str_is(mode, "FAN_IN") ? 0 : str_is(mode, "FAN_OUT") ? 1 : 2;
    if (which == 2 && !str_is(mode, "FAN_AVG")) {
        return refuse_mode(tf, a[1]);
    }
    *result = scaling_make(tf, CLASS_VARIANCE_SCALING, factor, which, uniform, a[3], dtype, &ok);
    initializer_set_contrib(*result);
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

#define L1_L2 "scale_l1=1.0, scale_l2=1.0, scope=None"
#define XAVIER "uniform=True, seed=None, dtype=None"
#define SCALING "factor=2.0, mode='FAN_IN', uniform=False, seed=None, dtype=None"

const ApiRow regularizers_rows[] = {
    FUNCTION("contrib.layers.l1_regularizer", "scale, scope=None", l1_regularizer),
    FUNCTION("contrib.layers.l2_regularizer", "scale, scope=None", l2_regularizer),
    FUNCTION("contrib.layers.l1_l2_regularizer", L1_L2, l1_l2_regularizer),
    FUNCTION("contrib.slim.l1_l2_regularizer", L1_L2, l1_l2_regularizer),
    FUNCTION("contrib.layers.sum_regularizer", "regularizer_list, scope=None", sum_regularizer),
    FUNCTION("contrib.slim.sum_regularizer", "regularizer_list, scope=None", sum_regularizer),
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
