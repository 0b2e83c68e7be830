/* math_ops.c: arithmetic that is more than one op: casts, divisions, ranges, products, sums. */
#include "tf/build.h"
#include "tf/tables.h"

/* ---- casts ---- */

static Output *cast_in(Tf *tf, Operand x, DType dtype, Str name) {
    Output *o = convert_operand(tf, x, DTYPE_INVALID, "x");
    if (!o || output_dtype(o) == dtype) {
        return o;
    }
    Attr attr = attr_type("DstT", dtype);
    Operand in = operand_of(o);
    return build(tf, "Cast", name, 1, &in, 1, &attr);
}

/* To its own dtype: the value itself, but up to 1.9 the name is used up all the same. */
Output *cast_build(Tf *tf, Operand x, DType dtype, Str name) {
    Group g;
    Value v = x.output ? tf_tensor(tf, x.output) : x.host;
    if (x.output && output_dtype(x.output) == dtype && tf_has(tf, CHANGE_CAST_SAME_DTYPE_FREE)) {
        return x.output;
    }
    if (!group_open_str(tf, name, "Cast", 1, &v, &g)) {
        return NULL;
    }
    Output *o = cast_in(tf, x, dtype, g.name);
    group_close(tf, &g);
    return o;
}

static bool cast(Tf *tf, const Value *a, Value *result) {
    DType dtype;
    Str name;
    return arg_dtype(tf, a[1], &dtype) && arg_name(tf, a[2], &name) &&
           give_tensor(tf, cast_build(tf, operand(tf, a[0]), dtype, name), result);
}

static bool cast_named(Tf *tf, const Value *a, DType dtype, Value *result) {
    Str name;
    return arg_name(tf, a[1], &name) &&
           give_tensor(tf, cast_build(tf, operand(tf, a[0]), dtype, name), result);
}

static bool to_float(Tf *tf, const Value *a, Value *result) {
    return cast_named(tf, a, DTYPE_FLOAT32, result);
}

static bool to_double(Tf *tf, const Value *a, Value *result) {
    return cast_named(tf, a, DTYPE_FLOAT64, result);
}

static bool to_int32(Tf *tf, const Value *a, Value *result) {
    return cast_named(tf, a, DTYPE_INT32, result);
}

static bool to_int64(Tf *tf, const Value *a, Value *result) {
    return cast_named(tf, a, DTYPE_INT64, result);
}

/* ---- divisions ---- */

static const char *repr_dtype(Tf *tf, const Output *o) {
    return str_printf(tf->run->arena, "tf.%s", dtype_name(output_dtype(o))).at;
}

static bool same_dtype(Tf *tf, const Output *x, const Output *y) {
    return output_dtype(x) == output_dtype(y) ||
           raise_type_error(tf->run, "x and y must have the same dtype, got %s != %s",
                            repr_dtype(tf, x), repr_dtype(tf, y));
}

/* What integers are cast to before a true division; DTYPE_INVALID: nothing is to be cast. */
static bool truediv_dtype(Tf *tf, const Output *x, DType *to) {
    DType dtype = output_dtype(x);
    DTypeClass class = dtype_class(dtype);
    bool integer = class == DTYPE_CLASS_INT || class == DTYPE_CLASS_UINT;
    *to = DTYPE_INVALID;
    if (integer) {
        *to = dtype_size(dtype) <= 2 ? DTYPE_FLOAT32 : DTYPE_FLOAT64;
    }
    return integer || class == DTYPE_CLASS_FLOAT || class == DTYPE_CLASS_COMPLEX ||
           raise_type_error(tf->run, "Invalid dtype %s in __truediv__", repr_dtype(tf, x));
}

static Output *truediv_in(Tf *tf, Operand a, Operand b, Str name) {
    Output *x = convert_operand(tf, a, DTYPE_INVALID, "x");
    Output *y = x ? convert_operand(tf, b, DTYPE_INVALID, "y") : NULL;
    DType to;
    if (!y || !same_dtype(tf, x, y) || !truediv_dtype(tf, x, &to)) {
        return NULL;
    }
    if (to != DTYPE_INVALID) {
        x = cast_build(tf, operand_of(x), to, NAME_NONE);
        y = x ? cast_build(tf, operand_of(y), to, NAME_NONE) : NULL;
    }
    return y ? build2(tf, "RealDiv", name, operand_of(x), operand_of(y)) : NULL;
}

static Output *div_in(Tf *tf, Operand a, Operand b, Str name) {
    Output *x = convert_operand(tf, a, DTYPE_INVALID, "x");
    Output *y = x ? convert_operand(tf, b, output_dtype(x), "y") : NULL;
    if (!y || !same_dtype(tf, x, y)) {
        return NULL;
    }
    DTypeClass class = dtype_class(output_dtype(x));
    bool real = class == DTYPE_CLASS_FLOAT || class == DTYPE_CLASS_COMPLEX;
    return build2(tf, real ? "RealDiv" : "FloorDiv", name, operand_of(x), operand_of(y));
}

static Output *floordiv_in(Tf *tf, Operand x, Operand y, Str name) {
    return build2(tf, "FloorDiv", name, x, y);
}

typedef Output *PairFn(Tf *tf, Operand x, Operand y, Str name);

static Value operand_value(Tf *tf, Operand o) {
    return o.output ? tf_tensor(tf, o.output) : o.host;
}

static Output *grouped(Tf *tf, PairFn *fn, const char *fallback, Operand x, Operand y, Str name) {
    Group g;
    Value values[] = {operand_value(tf, x), operand_value(tf, y)};
    if (!group_open_str(tf, name, fallback, 2, values, &g)) {
        return NULL;
    }
    Output *o = fn(tf, x, y, g.name);
    group_close(tf, &g);
    return o;
}

Output *truediv_build(Tf *tf, Operand x, Operand y, Str name) {
    return grouped(tf, truediv_in, "truediv", x, y, name);
}

Output *div_build(Tf *tf, Operand x, Operand y, Str name) {
    return grouped(tf, div_in, "div", x, y, name);
}

Output *floordiv_build(Tf *tf, Operand x, Operand y, Str name) {
    return grouped(tf, floordiv_in, "floordiv", x, y, name);
}

static bool divided(Tf *tf, PairFn *fn, const Value *a, Value *result) {
    Str name;
    return arg_name(tf, a[2], &name) &&
           give_tensor(tf, fn(tf, operand(tf, a[0]), operand(tf, a[1]), name), result);
}

static bool truediv(Tf *tf, const Value *a, Value *result) {
    return divided(tf, truediv_build, a, result);
}

static bool divide_old(Tf *tf, const Value *a, Value *result) {
    return divided(tf, div_build, a, result);
}

static bool floordiv(Tf *tf, const Value *a, Value *result) {
    return divided(tf, floordiv_build, a, result);
}

/* tf.divide is Python's own x / y, unless it has a name. */
static bool divide(Tf *tf, const Value *a, Value *result) {
    if (given(a[2])) {
        return truediv(tf, a, result);
    }
    return value_binary(tf->run, BINARY_OPERATOR_TRUE_DIVIDE, a[0], a[1], result);
}

/* ---- logic ---- */

Output *logical_xor_build(Tf *tf, Operand x, Operand y, Str name) {
    Output *either = build2(tf, "LogicalOr", NAME_NONE, x, y);
    Output *both = either ? build2(tf, "LogicalAnd", NAME_NONE, x, y) : NULL;
    Output *not_both = both ? build1(tf, "LogicalNot", NAME_NONE, operand_of(both)) : NULL;
    return not_both ? build2(tf, "LogicalAnd", name, operand_of(either), operand_of(not_both))
                    : NULL;
}

static bool logical_xor(Tf *tf, const Value *a, Value *result) {
    Str name;
    return arg_name(tf, a[2], &name) &&
           give_tensor(tf, logical_xor_build(tf, operand(tf, a[0]), operand(tf, a[1]), name),
                       result);
}

/* ---- ranges and running sums ---- */

/* The dtype that holds all three: int32 < int64 < float32 < float64. */
static DType widest(const Output *const o[3]) {
    static const DType order[] = {DTYPE_INT32, DTYPE_INT64, DTYPE_FLOAT32, DTYPE_FLOAT64};
    int most = 0;
    for (int i = 0; i < 3; i++) {
        for (int k = 0; k < 4; k++) {
            if (output_dtype(o[i]) == order[k] && k > most) {
                most = k;
            }
        }
    }
    return order[most];
}

static Output *range_in(Tf *tf, const Operand bounds[3], DType dtype, Str name) {
    static const char *const names[] = {"start", "limit", "delta"};
    Output *o[3];
    for (int i = 0; i < 3; i++) {
        o[i] = convert_operand(tf, bounds[i], dtype, names[i]);
        if (!o[i]) {
            return NULL;
        }
    }
    DType to = dtype == DTYPE_INVALID ? widest((const Output *const *)o) : dtype;
    for (int i = 0; i < 3 && dtype == DTYPE_INVALID; i++) {
        o[i] = cast_build(tf, operand_of(o[i]), to, NAME_NONE);
        if (!o[i]) {
            return NULL;
        }
    }
    return build3(tf, "Range", name, operand_of(o[0]), operand_of(o[1]), operand_of(o[2]));
}

Output *range_build(Tf *tf, Operand start, Operand limit, Operand delta, DType dtype, Str name) {
    Group g;
    Operand bounds[] = {start, limit, delta};
    Value values[] = {operand_value(tf, start), operand_value(tf, limit), operand_value(tf, delta)};
    if (!group_open_str(tf, name, "Range", 3, values, &g)) {
        return NULL;
    }
    Output *o = range_in(tf, bounds, dtype, g.name);
    group_close(tf, &g);
    return o;
}

static bool range(Tf *tf, const Value *a, Value *result) {
    DType dtype;
    Str name;
    if (!arg_dtype_or(tf, a[3], DTYPE_INVALID, &dtype) || !arg_name(tf, a[4], &name)) {
        return false;
    }
    bool one = !given(a[1]);
    Operand start = one ? operand_host(value_int(0)) : operand(tf, a[0]);
    Operand limit = operand(tf, one ? a[0] : a[1]);
    return give_tensor(tf, range_build(tf, start, limit, operand(tf, a[2]), dtype, name), result);
}

static bool cumulate(Tf *tf, const char *op, const Value *a, Value *result) {
    bool exclusive, reverse;
    Group g;
    if (!arg_bool(tf, a[2], false, &exclusive) || !arg_bool(tf, a[3], false, &reverse) ||
        !group_open(tf, a[4], op, 1, a, &g)) {
        return false;
    }
    Output *x = convert(tf, a[0], DTYPE_INVALID, "x");
    Attr attrs[] = {attr_bool("exclusive", exclusive), attr_bool("reverse", reverse)};
    Operand in[] = {operand_of(x), operand(tf, a[1])};
    return group_done(tf, &g, x ? build(tf, op, g.name, 2, in, 2, attrs) : NULL, result);
}

static bool cumsum(Tf *tf, const Value *a, Value *result) {
    return cumulate(tf, "Cumsum", a, result);
}

static bool cumprod(Tf *tf, const Value *a, Value *result) {
    return cumulate(tf, "Cumprod", a, result);
}

/* ---- matrix products ---- */

/* Which of the ops multiplies matrices of these ranks: a batch of matrices has its own. */
static bool is_batch(const Tf *tf, const Output *a, const Output *b) {
    int x = output_shape(a).rank, y = output_shape(b).rank;
    bool x_batch = x == SHAPE_UNKNOWN_RANK || x > 2, y_batch = y == SHAPE_UNKNOWN_RANK || y > 2;
    return tf_has(tf, CHANGE_BATCH_MATMUL_V2) ? x_batch || y_batch : x_batch && y_batch;
}

static Output *matmul_in(Tf *tf, Value va, Value vb, const bool options[4], Str name) {
    Output *a = convert(tf, va, DTYPE_INVALID, "a");
    Output *b = a ? convert(tf, vb, DTYPE_INVALID, "b") : NULL;
    if (!b) {
        return NULL;
    }
    bool flip_a = options[0] || options[2], flip_b = options[1] || options[3];
    bool batch = is_batch(tf, a, b);
    const char *op = !batch                               ? "MatMul"
                     : tf_has(tf, CHANGE_BATCH_MATMUL_V2) ? "BatchMatMulV2"
                                                          : "BatchMatMul";
    Attr attrs[] = {attr_bool(batch ? "adj_x" : "transpose_a", flip_a),
                    attr_bool(batch ? "adj_y" : "transpose_b", flip_b)};
    Operand in[] = {operand_of(a), operand_of(b)};
    return build(tf, op, name, 2, in, 2, attrs);
}

Output *matmul_build(Tf *tf, Value a, Value b, const bool options[4], Str name) {
    Group g;
    Value values[] = {a, b};
    if (!group_open_str(tf, name, "MatMul", 2, values, &g)) {
        return NULL;
    }
    Output *o = matmul_in(tf, a, b, options, g.name);
    group_close(tf, &g);
    return o;
}

static bool matmul(Tf *tf, const Value *a, Value *result) {
    bool options[4];
    Str name;
    for (int i = 0; i < 4; i++) {
        if (!arg_bool(tf, a[2 + i], false, &options[i])) {
            return false;
        }
    }
    if (options[0] && options[2]) {
        return raise_value_error(tf->run, "Only one of transpose_a and adjoint_a can be True.");
    }
    if (options[1] && options[3]) {
        return raise_value_error(tf->run, "Only one of transpose_b and adjoint_b can be True.");
    }
    return arg_name(tf, a[8], &name) &&
           give_tensor(tf, matmul_build(tf, a[0], a[1], options, name), result);
}

/* ---- the rest ---- */

static bool bad_add_n(Tf *tf) {
    return raise_value_error(tf->run,
                             "inputs must be a list of at least one Tensor%s with the same "
                             "dtype and shape",
                             tf_has(tf, CHANGE_ADD_N_TEXT) ? "/IndexedSlices" : "");
}

static bool add_n(Tf *tf, const Value *a, Value *result) {
    Str name;
    if (!is_sequence(tf->run, a[0]) || !sequence_count(a[0])) {
        return bad_add_n(tf);
    }
    uint32_t n = sequence_count(a[0]);
    Operand *all = ARENA_ARRAY(tf->run->arena, n, Operand);
    for (uint32_t i = 0; i < n; i++) {
        Output *o = convert(tf, sequence_item(a[0], i), DTYPE_INVALID, NULL);
        if (!o) {
            return false;
        }
        all[i] = operand_of(o);
    }
    if (!arg_name(tf, a[1], &name)) {
        return false;
    }
    if (n == 1) {
        return give_tensor(tf, name.at ? build1(tf, "Identity", name, all[0]) : all[0].output,
                           result);
    }
    return give_tensor(tf, build_list(tf, "AddN", name, n, all, 0, NULL, 0, NULL), result);
}

static bool clip_by_value(Tf *tf, const Value *a, Value *result) {
    Group g;
    if (!group_open(tf, a[3], "clip_by_value", 3, a, &g)) {
        return false;
    }
    Output *t = convert(tf, a[0], DTYPE_INVALID, "t");
    Output *low = t ? build2(tf, "Minimum", NAME_NONE, operand_of(t), operand(tf, a[2])) : NULL;
    Output *o = low ? build2(tf, "Maximum", g.name, operand_of(low), operand(tf, a[1])) : NULL;
    return group_done(tf, &g, o, result);
}

static bool absolute(Tf *tf, const Value *a, Value *result) {
    Group g;
    if (!group_open(tf, a[1], "Abs", 1, a, &g)) {
        return false;
    }
    Output *x = convert(tf, a[0], DTYPE_INVALID, "x");
    if (!x || dtype_class(output_dtype(x)) != DTYPE_CLASS_COMPLEX) {
        return group_done(tf, &g, x ? build1(tf, "Abs", g.name, operand_of(x)) : NULL, result);
    }
    bool single = output_dtype(x) == DTYPE_COMPLEX64;
    Attr attr = attr_type("Tout", single ? DTYPE_FLOAT32 : DTYPE_FLOAT64);
    Operand in = operand_of(x);
    return group_done(tf, &g, build(tf, "ComplexAbs", g.name, 1, &in, 1, &attr), result);
}

static bool round_op(Tf *tf, const Value *a, Value *result) {
    Str name;
    Output *x = convert(tf, a[0], DTYPE_INVALID, "x");
    if (!x || !arg_name(tf, a[1], &name)) {
        return false;
    }
    DTypeClass class = dtype_class(output_dtype(x));
    bool integer = class == DTYPE_CLASS_INT || class == DTYPE_CLASS_UINT;
    return give_tensor(tf, integer ? x : build1(tf, "Round", name, operand_of(x)), result);
}

static bool accumulate_n(Tf *tf, const Value *a, Value *result) {
    (void)a;
    (void)result;
    return refuse(tf->run, "use tf.add_n", "tf.accumulate_n is not modelled");
}

static bool as_dtype(Tf *tf, const Value *a, Value *result) {
    DType dtype;
    if (is_exactly(a[0], tf->types[CLASS_DTYPE])) {
        *result = a[0];
        return true;
    }
    if (!arg_dtype(tf, a[0], &dtype)) {
        return false;
    }
    *result = tf_dtype(tf, dtype, false);
    return true;
}

const ApiRow math_ops_rows[] = {
    FUNCTION("as_dtype", "type_value", as_dtype),
    FUNCTION("cast", "x, dtype, name=None", cast),
    FUNCTION("to_float", "x, name='ToFloat'", to_float),
    FUNCTION("to_double", "x, name='ToDouble'", to_double),
    FUNCTION("to_int32", "x, name='ToInt32'", to_int32),
    FUNCTION("to_int64", "x, name='ToInt64'", to_int64),
    FUNCTION("truediv", "x, y, name=None", truediv),
    FUNCTION("div", "x, y, name=None", divide_old),
    FUNCTION("divide", "x, y, name=None", divide),
    FUNCTION("floordiv", "x, y, name=None", floordiv),
    FUNCTION("floor_div", "x, y, name=None", floordiv),
    FUNCTION("logical_xor", "x, y, name='LogicalXor'", logical_xor),
    FUNCTION("range", "start, limit=None, delta=1, dtype=None, name='range'", range),
    FUNCTION("cumsum", "x, axis=0, exclusive=False, reverse=False, name=None", cumsum),
    FUNCTION("cumprod", "x, axis=0, exclusive=False, reverse=False, name=None", cumprod),
    FUNCTION("matmul",
             "a, b, transpose_a=False, transpose_b=False, adjoint_a=False, adjoint_b=False, "
             "a_is_sparse=False!, b_is_sparse=False!, name=None",
             matmul),
    FUNCTION("add_n", "inputs, name=None", add_n),
    FUNCTION("accumulate_n", "inputs, shape=None, tensor_dtype=None, name=None", accumulate_n),
    FUNCTION("clip_by_value", "t, clip_value_min, clip_value_max, name=None", clip_by_value),
    FUNCTION("abs", "x, name=None", absolute),
    FUNCTION("round", "x, name=None", round_op),
    API_END,
};
