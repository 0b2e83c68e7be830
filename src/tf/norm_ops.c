/* norm_ops.c: moments, moving averages and normalization. */
#include "tf/norm.h"
#include "tf/tables.h"

static Output *operate(Tf *tf, BinaryOperator op, Value x, Value y, bool reflected) {
    Value v;
    if (!binary_build(tf, op, x, y, reflected, &v)) {
        return NULL;
    }
    if (!tensor_output(tf, v)) {
        refuse(tf->run, "give tensors",
               "tf.nn.batch_normalization of plain numbers is not modelled");
    }
    return tensor_output(tf, v);
}

static Output *reduced(Tf *tf, const char *op, Output *x, Value axes, bool keep_dims, Str name) {
    return x ? reduce_build(tf, op, operand_of(x), axes, keep_dims, name) : NULL;
}

static Output *mean_of(Tf *tf, const char *op, Output *x, Value axes, Str name) {
    return reduced(tf, op, x, axes, true, name);
}

static Output *squeezed(Tf *tf, Output *x, Value axes) {
    Value *items;
    uint32_t n;
    if (!x || !value_items(tf->run, axes, &items, &n)) {
        return NULL;
    }
    int64_t *at = ARENA_ARRAY(tf->run->arena, n + 1, int64_t);
    for (uint32_t i = 0; i < n; i++) {
        if (!arg_int(tf, items[i], &at[i])) {
            return NULL;
        }
    }
    Attr attr = {.name = "squeeze_dims", .kind = ATTR_INTS, .ints = {at, (int)n}};
    Operand in = operand_of(x);
    return build(tf, "Squeeze", NAME_NONE, 1, &in, 1, &attr);
}

/* ---- moments ---- */

static bool moments_new(Tf *tf, Output *x, Value axes, bool keep_dims, Value *mean,
                        Value *variance) {
    Output *m = mean_of(tf, "Mean", x, axes, STR("mean"));
    Output *fixed = m ? build1(tf, "StopGradient", NAME_NONE, operand_of(m)) : NULL;
    Output *squares =
        fixed ? build2(tf, "SquaredDifference", NAME_NONE, operand_of(x), operand_of(fixed)) : NULL;
    Output *v = mean_of(tf, "Mean", squares, axes, STR("variance"));
    if (v && !keep_dims) {
        m = squeezed(tf, m, axes);
        v = m ? squeezed(tf, v, axes) : NULL;
    }
    if (!v) {
        return false;
    }
    *mean = tf_tensor(tf, m);
    *variance = tf_tensor(tf, v);
    return true;
}

/* How many elements go into one moment: a constant when the shape tells, else a product in the
 * graph. */
static Output *count_known(Tf *tf, Shape s, const Value *axes, uint32_t n, DType dtype,
                           bool *known) {
    double count = 1;
    *known = s.rank >= 0;
    for (uint32_t i = 0; i < n && *known; i++) {
        int64_t dim = s.dims[axes[i].as.integer];
        *known = dim != DIM_UNKNOWN;
        count *= (double)dim;
    }
    return *known ? scalar_build(tf, count, dtype, "Const") : NULL;
}

static Output *count_build(Tf *tf, Output *x, Value axes) {
    Value *items;
    uint32_t n;
    bool known;
    DType dtype = output_dtype(x);
    if (!value_items(tf->run, axes, &items, &n)) {
        return NULL;
    }
    Output *o = count_known(tf, output_shape(x), items, n, dtype, &known);
    if (known) {
        return o;
    }
    Output *shape = shape_build(tf, operand_of(x), NAME_NONE, "Shape");
    Output *cast = shape ? cast_build(tf, operand_of(shape), dtype, NAME_NONE) : NULL;
    Output *dims =
        cast ? build2(tf, "Gather", NAME_NONE, operand_of(cast), operand_host(axes)) : NULL;
    return dims ? reduce_build(tf, "Prod", operand_of(dims), value_none(), false, STR("count"))
                : NULL;
}

typedef struct Statistics {
    bool keep_dims; /* of the sums */
    Output *count, *mean_ss, *var_ss;
} Statistics;

static bool statistics_in(Tf *tf, Output *x, Output *shift, Value axes, Statistics *s) {
    s->count = count_build(tf, x, axes);
    Output *difference =
        s->count ? build2(tf, "Sub", NAME_NONE, operand_of(x), operand_of(shift)) : NULL;
    Output *squares =
        difference ? build2(tf, "SquaredDifference", NAME_NONE, operand_of(x), operand_of(shift))
                   : NULL;
    s->mean_ss =
        squares ? reduced(tf, "Sum", difference, axes, s->keep_dims, STR("mean_ss")) : NULL;
    s->var_ss = s->mean_ss ? reduced(tf, "Sum", squares, axes, s->keep_dims, STR("var_ss")) : NULL;
    return s->var_ss != NULL;
}

static bool statistics_build(Tf *tf, Output *x, Output *shift, Value axes, Statistics *s) {
    Group g;
    if (!group_open_str(tf, NAME_NONE, "sufficient_statistics", 0, NULL, &g)) {
        return false;
    }
    bool ok = statistics_in(tf, x, shift, axes, s);
    group_close(tf, &g);
    return ok;
}

static Output *divisor_build(Tf *tf, const Statistics *s) {
    Node *first[] = {s->mean_ss->node, s->var_ss->node};
    ControlFrame *frame = control_enter(tf->engine, first, 2, false);
    Output *o = build1(tf, "Reciprocal", STR("divisor"), operand_of(s->count));
    control_leave(tf->engine, frame);
    return o;
}

static bool normalize_in(Tf *tf, const Statistics *s, Output *shift, Output **mean,
                         Output **variance) {
    Output *divisor = divisor_build(tf, s);
    Output *shifted = divisor ? build2(tf, "Mul", STR("shifted_mean"), operand_of(s->mean_ss),
                                       operand_of(divisor))
                              : NULL;
    *mean = shifted ? build2(tf, "Add", STR("mean"), operand_of(shifted), operand_of(shift)) : NULL;
    Output *squares =
        *mean ? build2(tf, "Mul", NAME_NONE, operand_of(s->var_ss), operand_of(divisor)) : NULL;
    Output *square = squares ? build1(tf, "Square", NAME_NONE, operand_of(shifted)) : NULL;
    *variance =
        square ? build2(tf, "Sub", STR("variance"), operand_of(squares), operand_of(square)) : NULL;
    return *variance != NULL;
}

static Output *kept_shape(Tf *tf, Output *o) {
    Shape s = output_shape(o);
    return ints_build(tf, s.rank, s.dims, "Shape");
}

/* 1.0 and 1.1: through sums, shifted by the mean. */
static bool moments_old(Tf *tf, Output *x, Value axes, bool keep_dims, Value *mean,
                        Value *variance) {
    Group g;
    Statistics s = {.keep_dims = keep_dims};
    Output *m = mean_of(tf, "Mean", x, axes, NAME_NONE), *v = NULL;
    Output *shift = m ? build1(tf, "StopGradient", NAME_NONE, operand_of(m)) : NULL;
    if (!shift || !statistics_build(tf, x, shift, axes, &s)) {
        return false;
    }
    Output *shape = kept_shape(tf, s.mean_ss);
    Output *flat =
        shape ? build2(tf, "Reshape", NAME_NONE, operand_of(shift), operand_of(shape)) : NULL;
    if (!flat || !group_open_str(tf, NAME_NONE, "normalize", 0, NULL, &g)) {
        return false;
    }
    bool ok = normalize_in(tf, &s, flat, &m, &v);
    group_close(tf, &g);
    if (ok) {
        *mean = tf_tensor(tf, m);
        *variance = tf_tensor(tf, v);
    }
    return ok;
}

bool moments_build(Tf *tf, Output *x, Value axes, bool keep_dims, Value *mean, Value *variance) {
    Group g;
    if (!group_open_str(tf, NAME_NONE, "moments", 0, NULL, &g)) {
        return false;
    }
    bool ok = !tf_has(tf, CHANGE_MOMENTS_PLAIN)
                  ? moments_old(tf, x, axes, keep_dims, mean, variance)
                  : moments_new(tf, x, axes, keep_dims, mean, variance);
    group_close(tf, &g);
    return ok;
}

/* ---- normalization ---- */

static Output *normalization_in(Tf *tf, Value x, Value mean, Value variance, Value offset,
                                Value scale, Value epsilon) {
    Output *sum = operate(tf, BINARY_OPERATOR_ADD, variance, epsilon, false);
    Output *inv = sum ? build1(tf, "Rsqrt", NAME_NONE, operand_of(sum)) : NULL;
    if (inv && given(scale)) {
        inv = operate(tf, BINARY_OPERATOR_MULTIPLY, tf_tensor(tf, inv), scale, false);
    }
    if (!inv) {
        return NULL;
    }
    Value factor = tf_tensor(tf, inv);
    Output *scaled = operate(tf, BINARY_OPERATOR_MULTIPLY, x, factor, false), *shift;
    if (given(offset)) {
        Output *moved = scaled ? operate(tf, BINARY_OPERATOR_MULTIPLY, mean, factor, false) : NULL;
        shift = moved ? operate(tf, BINARY_OPERATOR_SUBTRACT, offset, tf_tensor(tf, moved), false)
                      : NULL;
    } else {
        Output *minus = scaled ? build1(tf, "Neg", NAME_NONE, operand(tf, mean)) : NULL;
        shift = minus ? operate(tf, BINARY_OPERATOR_MULTIPLY, tf_tensor(tf, minus), factor, false)
                      : NULL;
    }
    return shift ? operate(tf, BINARY_OPERATOR_ADD, tf_tensor(tf, scaled), tf_tensor(tf, shift),
                           false)
                 : NULL;
}

Output *batch_normalization_build_nn(Tf *tf, Value x, Value mean, Value variance, Value offset,
                                     Value scale, Value epsilon, Str name) {
    Group g;
    Value values[] = {x, mean, variance, scale, offset};
    if (!group_open_str(tf, name, "batchnorm", 5, values, &g)) {
        return NULL;
    }
    Output *o = normalization_in(tf, x, mean, variance, offset, scale, epsilon);
    group_close(tf, &g);
    return o;
}

static bool batch_normalization(Tf *tf, const Value *a, Value *result) {
    Str name;
    return arg_name(tf, a[6], &name) &&
           give_tensor(tf,
                       batch_normalization_build_nn(tf, a[0], a[1], a[2], a[3], a[4], a[5], name),
                       result);
}

/* ---- moving averages ---- */

/* 1 - decay: a constant, or an operator's node when decay is a tensor. */
static Output *one_minus(Tf *tf, Value decay, DType dtype) {
    if (tensor_output(tf, decay)) {
        Output *o = operate(tf, BINARY_OPERATOR_SUBTRACT, decay, value_float(1), true);
        return o;
    }
    Value difference;
    return value_binary(tf->run, BINARY_OPERATOR_SUBTRACT, value_float(1), decay, &difference)
               ? convert(tf, difference, dtype, "decay")
               : NULL;
}

static Output *moving_in(Tf *tf, Value variable, Value value, Value decay, Str name) {
    const Variable *v = variable_of(tf, variable);
    Output *rate = one_minus(tf, decay, v->record.dtype);
    Output *difference =
        rate ? operate(tf, BINARY_OPERATOR_SUBTRACT, variable, value, false) : NULL;
    Output *delta = difference ? operate(tf, BINARY_OPERATOR_MULTIPLY, tf_tensor(tf, difference),
                                         tf_tensor(tf, rate), false)
                               : NULL;
    return delta ? build2(tf, "AssignSub", name, operand_host(variable), operand_of(delta)) : NULL;
}

bool moving_average_build(Tf *tf, Value variable, Value value, Value decay, Value *result) {
    Group g;
    Variable *v = variable_of(tf, variable);
    if (!v || v->record.resource) {
        return refuse(tf->run, NULL, "moving averages of resource variables are not modelled");
    }
    if (!group_open_str(tf, NAME_NONE, "AssignMovingAvg", 0, NULL, &g)) {
        return false;
    }
    ColocationFrame *beside = colocate_enter(engine_graph(tf->engine), v->node, false);
    Output *o = moving_in(tf, variable, value, decay, g.name);
    colocate_leave(beside);
    return group_done(tf, &g, o, result);
}

/* x, axes, shift, name, keep_dims [, keepdims] */
/* x, axes, shift, name, keep_dims [, keepdims from 1.12 on] */
static bool moments_kept(Tf *tf, const Value *a, Value keep, Value *result) {
    Value both[2];
    bool keep_dims;
    Output *x = convert(tf, a[0], DTYPE_INVALID, NULL);
    if (given(a[3])) {
        return refuse(tf->run, NULL, "tf.nn.moments with a name is not modelled");
    }
    if (!x || !arg_bool(tf, keep, false, &keep_dims) ||
        !moments_build(tf, x, a[1], keep_dims, &both[0], &both[1])) {
        return false;
    }
    *result = tuple_make(tf->run, 2, both);
    return true;
}

static bool moments(Tf *tf, const Value *a, Value *result) {
    return moments_kept(tf, a, a[4], result);
}

static bool moments_12(Tf *tf, const Value *a, Value *result) {
    Value keep;
    return arg_either(tf, a[5], a[4], "Cannot specify both 'keep_dims' and 'keepdims'", &keep) &&
           moments_kept(tf, a, keep, result);
}

const ApiRow norm_ops_rows[] = {
    FUNCTION("nn.batch_normalization",
             "x, mean, variance, offset, scale, variance_epsilon, name=None", batch_normalization),
    FUNCTION_IN("nn.moments", 0, 1, "x, axes, shift=None!, name=None, keep_dims=False", moments),
    FUNCTION_IN("nn.moments", 2, 11, "x, axes, shift=None~, name=None, keep_dims=False", moments),
    FUNCTION_IN("nn.moments", 12, LATEST,
                "x, axes, shift=None~, name=None, keep_dims=None, keepdims=None", moments_12),
    API_END,
};
