/* kernels_make.c: tensors out of sizes and types: fill, range, one_hot, cast. */
#include "tensor/kernels.h"

#include <math.h>

#include "tensor/kernel_util.h"

Tensor *kernel_fill(Arena *a, const Tensor *dims, const Tensor *value, Str *error) {
    if (dims->shape.rank != 1 || dims->count > INT32_MAX) {
        return kernel_refuse(error, str_printf(a, "dims must be a vector of int32, got shape %s",
                                               kernel_shape(a, dims)));
    }
    if (value->shape.rank != 0) {
        return kernel_refuse(
            error, str_printf(a, "value must be a scalar, got shape %s", kernel_shape(a, value)));
    }
    int64_t *sizes = ARENA_ARRAY(a, (size_t)dims->count, int64_t);
    int64_t *strides = ARENA_ARRAY(a, (size_t)dims->count, int64_t);
    for (int64_t i = 0; i < dims->count; i++) {
        sizes[i] = tensor_i64(dims, i);
        if (sizes[i] < 0) {
            return kernel_refuse(error,
                                 str_printf(a, "Dimension %lld must be >= 0", (long long)sizes[i]));
        }
    }
    return view_copy(a, value, (Shape){(int)dims->count, sizes}, 0, strides);
}

/* ---- range ---- */

/* A number as C++ prints it: of a floating one six significant digits. */
static Str put_number(Arena *a, const Tensor *t) {
    if (dtype_class(t->dtype) == DTYPE_CLASS_FLOAT) {
        return str_printf(a, "%g", tensor_f64(t, 0));
    }
    return str_printf(a, "%lld", (long long)tensor_i64(t, 0));
}

/* -1, 0 or 1 as scalar x is below, equal to or above y. */
static int compare(const Tensor *x, const Tensor *y) {
    if (dtype_class(x->dtype) == DTYPE_CLASS_FLOAT) {
        double p = tensor_f64(x, 0), q = tensor_f64(y, 0);
        return (p > q) - (p < q);
    }
    int64_t p = tensor_i64(x, 0), q = tensor_i64(y, 0);
    return (p > q) - (p < q);
}

static bool range_fits(Arena *a, const Tensor *start, const Tensor *limit, const Tensor *delta,
                       Str *error) {
    double step = tensor_f64(delta, 0);
    if (step == 0) {
        *error = str_printf(a, "Requires delta != 0: %.*s", STR_ARG(put_number(a, delta)));
        return false;
    }
    if (compare(start, limit) == (step > 0 ? 1 : -1)) {
        *error = str_printf(a, "Requires start %s limit when delta %s 0: %.*s/%.*s",
                            step > 0 ? "<=" : ">=", step > 0 ? ">" : "<",
                            STR_ARG(put_number(a, start)), STR_ARG(put_number(a, limit)));
        return false;
    }
    return true;
}

/* In the type's own arithmetic: 0.3 / 0.1 is 3 as float and a little more as double. */
static double float_steps(const Tensor *start, const Tensor *limit, const Tensor *delta) {
    double from = tensor_f64(start, 0), to = tensor_f64(limit, 0), step = tensor_f64(delta, 0);
    if (start->dtype == DTYPE_FLOAT64) {
        return ceil(fabs((to - from) / step));
    }
    return (double)ceilf(fabsf(((float)to - (float)from) / (float)step));
}

/* Number of elements; INT64_MAX when it does not fit. */
static int64_t range_count(const Tensor *start, const Tensor *limit, const Tensor *delta) {
    if (dtype_class(start->dtype) == DTYPE_CLASS_FLOAT) {
        double n = float_steps(start, limit, delta);
        return n < 0x1p63 ? (int64_t)n : INT64_MAX;
    }
    uint64_t from = (uint64_t)tensor_i64(start, 0), to = (uint64_t)tensor_i64(limit, 0);
    uint64_t step = (uint64_t)tensor_i64(delta, 0);
    bool down = tensor_i64(delta, 0) < 0;
    uint64_t way = down ? from - to : to - from, by = down ? 0 - step : step;
    uint64_t n = way / by + (way % by != 0);
    return n < INT64_MAX ? (int64_t)n : INT64_MAX;
}

/* Each number is the one before plus delta, in the type's own arithmetic. */
static void count_up(Tensor *out, const Tensor *start, const Tensor *delta) {
    if (out->dtype == DTYPE_FLOAT64) {
        double v = tensor_f64(start, 0);
        for (int64_t i = 0; i < out->count; i++, v += tensor_f64(delta, 0)) {
            tensor_set_f64(out, i, v);
        }
    } else if (dtype_class(out->dtype) == DTYPE_CLASS_FLOAT) {
        float v = (float)tensor_f64(start, 0), by = (float)tensor_f64(delta, 0);
        for (int64_t i = 0; i < out->count; i++, v += by) {
            tensor_set_f64(out, i, (double)v);
        }
    } else {
        uint64_t v = (uint64_t)tensor_i64(start, 0), by = (uint64_t)tensor_i64(delta, 0);
        for (int64_t i = 0; i < out->count; i++, v += by) {
            tensor_set_i64(out, i, (int64_t)v);
        }
    }
}

Tensor *kernel_range(Arena *a, const Tensor *start, const Tensor *limit, const Tensor *delta,
                     Str *error) {
    static const char *const names[] = {"start", "limit", "delta"};
    const Tensor *operands[] = {start, limit, delta};
    for (int i = 0; i < 3; i++) {
        if (operands[i]->shape.rank != 0) {
            return kernel_refuse(error, str_printf(a, "%s must be a scalar, not shape %s", names[i],
                                                   kernel_shape(a, operands[i])));
        }
        DTypeClass class = dtype_class(operands[i]->dtype);
        if ((class != DTYPE_CLASS_INT && class != DTYPE_CLASS_FLOAT) ||
            operands[i]->dtype != start->dtype) {
            return kernel_refuse_dtype(a, error, operands[i]->dtype);
        }
    }
    if (!range_fits(a, start, limit, delta, error)) {
        return NULL;
    }
    int64_t n = range_count(start, limit, delta);
    Tensor *out = tensor_make(a, start->dtype, (Shape){1, &n});
    count_up(out, start, delta);
    return out;
}

/* ---- one_hot ---- */

/* out is seen as [outer, depth, inner], indices as [outer, inner]. */
static void heat(Tensor *out, const Tensor *indices, int64_t depth, int64_t inner, const Tensor *on,
                 const Tensor *off) {
    for (int64_t i = 0; i < out->count; i++) {
        int64_t j = i / (depth * inner) * inner + i % inner;
        bool hot = tensor_i64(indices, j) == i / inner % depth;
        copy_elements(out, i, hot ? on : off, 0, 1);
    }
}

Tensor *kernel_one_hot(Arena *a, const Tensor *indices, int64_t depth, const Tensor *on,
                       const Tensor *off, int64_t axis, Str *error) {
    int rank = indices->shape.rank;
    if (axis < -1 || axis > rank) {
        return kernel_refuse(error,
                             str_printf(a,
                                        "Expected axis to be -1 or between [0, %d).  But received: "
                                        "%lld",
                                        rank + 1, (long long)axis));
    }
    if (depth < 0) {
        return kernel_refuse(
            error, str_printf(a, "depth must be non-negative, got: %lld", (long long)depth));
    }
    int at = axis < 0 ? rank : (int)axis;
    Shape before = shape_slice(a, indices->shape, 0, at);
    Shape after = shape_slice(a, indices->shape, at, rank);
    Shape shape = shape_concat(a, shape_concat(a, before, (Shape){1, &depth}), after);
    Tensor *out = tensor_make(a, on->dtype, shape);
    heat(out, indices, depth, dims_product(indices->shape.dims, at, rank), on, off);
    return out;
}

/* ---- cast ---- */

Tensor *kernel_cast(Arena *a, const Tensor *x, DType to, Str *error) {
    bool from_number = dtype_is_numeric(x->dtype) || x->dtype == DTYPE_BOOL;
    bool to_number = dtype_is_numeric(to) || to == DTYPE_BOOL;
    if (x->dtype != to && !(from_number && to_number)) {
        return kernel_refuse(error, str_printf(a, "Cast %s to %s is not supported",
                                               dtype_cpp_name(x->dtype), dtype_cpp_name(to)));
    }
    return x->dtype == to ? tensor_reshaped(a, x, x->shape) : tensor_cast(a, x, to);
}
