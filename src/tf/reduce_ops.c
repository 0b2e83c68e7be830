/* reduce_ops.c: tf.reduce_sum and its kin, tf.argmax. */
#include "tf/build.h"
#include "tf/tables.h"

/* All axes: a constant when the rank of a tensor is known, else range(0, rank(x)). A variable is no
 * tensor here. */
static Output *all_axes(Tf *tf, Operand x) {
    if (x.output && output_shape(x.output).rank >= 0) {
        int rank = output_shape(x.output).rank;
        int64_t *axes = ARENA_ARRAY(tf->run->arena, (size_t)rank + 1, int64_t);
        for (int i = 0; i < rank; i++) {
            axes[i] = i;
        }
        return ints_build(tf, rank, axes, NULL);
    }
    Output *rank = shape_build(tf, x, NAME_NONE, "Rank");
    return rank ? range_build(tf, operand_host(value_int(0)), operand_of(rank),
                              operand_host(value_int(1)), DTYPE_INVALID, STR("range"))
                : NULL;
}

Output *reduce_build(Tf *tf, const char *op, Operand x, Value axis, bool keep_dims, Str name) {
    Operand axes = operand(tf, axis);
    if (!given(axis)) {
        Output *all = all_axes(tf, x);
        if (!all) {
            return NULL;
        }
        axes = operand_of(all);
    }
    Attr attr = attr_bool("keep_dims", keep_dims);
    return build(tf, op, name, 2, (Operand[]){x, axes}, 1, &attr);
}

/* Arguments: input, axis, keep_dims or keepdims, name, reduction_indices [, keep_dims from 1.5 on].
 */
static bool reduce(Tf *tf, const char *op, const Value *a, Value *result) {
    Value axis, keep = a[2];
    bool keep_dims, pushed;
    Str name;
    if (!arg_either(tf, a[1], a[4], "Can't specify both axis' and 'reduction_indices'.", &axis)) {
        return false;
    }
    if (tf_has(tf, CHANGE_KEEPDIMS) &&
        !arg_either(tf, a[2], a[5], "Cannot specify both 'keep_dims' and 'keepdims'", &keep)) {
        return false;
    }
    if (!arg_bool(tf, keep, false, &keep_dims) || !arg_name(tf, a[3], &name) ||
        !graph_select(tf, 1, a, &pushed)) {
        return false;
    }
    Output *o = reduce_build(tf, op, operand(tf, a[0]), axis, keep_dims, name);
    if (pushed) {
        engine_pop_graph(tf->engine);
    }
    return give_tensor(tf, o, result);
}

static bool reduce_sum(Tf *tf, const Value *a, Value *result) {
    return reduce(tf, "Sum", a, result);
}

static bool reduce_mean(Tf *tf, const Value *a, Value *result) {
    return reduce(tf, "Mean", a, result);
}

static bool reduce_prod(Tf *tf, const Value *a, Value *result) {
    return reduce(tf, "Prod", a, result);
}

static bool reduce_max(Tf *tf, const Value *a, Value *result) {
    return reduce(tf, "Max", a, result);
}

static bool reduce_min(Tf *tf, const Value *a, Value *result) {
    return reduce(tf, "Min", a, result);
}

static bool reduce_all(Tf *tf, const Value *a, Value *result) {
    return reduce(tf, "All", a, result);
}

static bool reduce_any(Tf *tf, const Value *a, Value *result) {
    return reduce(tf, "Any", a, result);
}

/* ---- argmax ---- */

static bool arg_extreme(Tf *tf, const char *op, const Value *a, Value *result) {
    Value axis;
    Str name;
    DType dtype;
    if (!arg_either(tf, a[1], a[3], "Cannot specify both 'axis' and 'dimension'", &axis) ||
        !arg_name(tf, a[2], &name) ||
        !arg_dtype_or(tf, tf_has(tf, CHANGE_ARGMAX_OUTPUT_TYPE) ? a[4] : value_none(), DTYPE_INT64,
                      &dtype)) {
        return false;
    }
    Attr attr = attr_type("output_type", dtype);
    Operand in[] = {operand(tf, a[0]), operand(tf, given(axis) ? axis : value_int(0))};
    return give_tensor(tf, build(tf, op, name, 2, in, 1, &attr), result);
}

static bool argmax(Tf *tf, const Value *a, Value *result) {
    return arg_extreme(tf, "ArgMax", a, result);
}

static bool argmin(Tf *tf, const Value *a, Value *result) {
    return arg_extreme(tf, "ArgMin", a, result);
}

static bool arg_old(Tf *tf, const char *op, const Value *a, Value *result) {
    Str name;
    return arg_name(tf, a[2], &name) &&
           give_tensor(tf, build2(tf, op, name, operand(tf, a[0]), operand(tf, a[1])), result);
}

static bool arg_max(Tf *tf, const Value *a, Value *result) {
    return arg_old(tf, "ArgMax", a, result);
}

static bool arg_min(Tf *tf, const Value *a, Value *result) {
    return arg_old(tf, "ArgMin", a, result);
}

#define OLD "input_tensor, axis=None, keep_dims=False, name=None, reduction_indices=None"
#define NEW                                                                                        \
    "input_tensor, axis=None, keepdims=None, name=None, reduction_indices=None, keep_dims=None"
#define REDUCTION(NAME)                                                                            \
    FUNCTION_IN(#NAME, 0, 4, OLD, NAME), FUNCTION_IN(#NAME, 5, LATEST, NEW, NAME)

const ApiRow reduce_ops_rows[] = {
    REDUCTION(reduce_sum),
    REDUCTION(reduce_mean),
    REDUCTION(reduce_prod),
    REDUCTION(reduce_max),
    REDUCTION(reduce_min),
    REDUCTION(reduce_all),
    REDUCTION(reduce_any),
    FUNCTION_IN("argmax", 0, 3, "input, axis=None, name=None, dimension=None", argmax),
    FUNCTION_IN("argmax", 4, LATEST,
                "input, axis=None, name=None, dimension=None, output_type=None", argmax),
    FUNCTION_IN("argmin", 0, 3, "input, axis=None, name=None, dimension=None", argmin),
    FUNCTION_IN("argmin", 4, LATEST,
                "input, axis=None, name=None, dimension=None, output_type=None", argmin),
    FUNCTION("arg_max", "input, dimension, name=None", arg_max),
    FUNCTION("arg_min", "input, dimension, name=None", arg_min),
    API_END,
};
