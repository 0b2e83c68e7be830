/* kernels_segment.c: rows that are put together by numbers: segments, scattered updates, and the
 * bins of a histogram. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "tensor/kernel_util.h"
#include "tensor/kernels.h"

static bool is_whole(DType t) {
    return dtype_class(t) == DTYPE_CLASS_INT || dtype_class(t) == DTYPE_CLASS_UINT;
}

static double join_f64(SegmentOp op, double x, double y) {
    switch (op) {
    case SEGMENT_SUM:
    case SEGMENT_MEAN: return x + y;
    case SEGMENT_PROD: return x * y;
    case SEGMENT_MAX: return x > y ? x : y;
    case SEGMENT_MIN: return x < y ? x : y;
    }
    return x;
}

static int64_t join_i64(SegmentOp op, int64_t x, int64_t y) {
    switch (op) {
    case SEGMENT_SUM:
    case SEGMENT_MEAN: return (int64_t)((uint64_t)x + (uint64_t)y);
    case SEGMENT_PROD: return (int64_t)((uint64_t)x * (uint64_t)y);
    case SEGMENT_MAX: return x > y ? x : y;
    case SEGMENT_MIN: return x < y ? x : y;
    }
    return x;
}

/* Element i of `to` joined with element j of `from`, rounded as often as TensorFlow does. */
static void join(SegmentOp op, Tensor *to, int64_t i, const Tensor *from, int64_t j) {
    if (is_whole(to->dtype)) {
        tensor_set_i64(to, i, join_i64(op, tensor_i64(to, i), tensor_i64(from, j)));
    } else {
        tensor_set_f64(to, i, join_f64(op, tensor_f64(to, i), tensor_f64(from, j)));
    }
}

/* What a row is before anything was joined to it. */
static void begin_row(SegmentOp op, Tensor *to, int64_t at, int64_t piece, bool unsorted) {
    static const int bits[] = {8, 16, 32, 64};
    size_t width = dtype_size(to->dtype);
    int n = bits[width == 1 ? 0 : width == 2 ? 1 : width == 4 ? 2 : 3];
    bool least = op == SEGMENT_MAX, most = op == SEGMENT_MIN;
    bool is_unsigned = dtype_class(to->dtype) == DTYPE_CLASS_UINT;
    int64_t high =
        is_unsigned ? (int64_t)(UINT64_MAX >> (64 - n)) : (int64_t)(UINT64_MAX >> (65 - n));
    double limit = to->dtype == DTYPE_FLOAT64   ? DBL_MAX
                   : to->dtype == DTYPE_FLOAT32 ? FLT_MAX
                                                : 65504;
    for (int64_t i = at; i < at + piece; i++) {
        if (op == SEGMENT_PROD) {
            tensor_set_f64(to, i, 1);
        } else if (unsorted && (least || most) && is_whole(to->dtype)) {
            tensor_set_i64(to, i, most ? high : is_unsigned ? 0 : -high - 1);
        } else if (unsorted && (least || most)) {
            tensor_set_f64(to, i, most ? limit : -limit);
        }
    }
}

static void divide_rows(Tensor *to, int64_t piece, const int64_t *counts, int64_t rows) {
    for (int64_t r = 0; r < rows; r++) {
        for (int64_t i = r * piece; counts[r] > 0 && i < (r + 1) * piece; i++) {
            if (is_whole(to->dtype)) {
                tensor_set_i64(to, i, tensor_i64(to, i) / counts[r]);
            } else {
                tensor_set_f64(to, i, tensor_f64(to, i) / (double)counts[r]);
            }
        }
    }
}

static Shape rows_shape(Arena *a, int64_t rows, Shape data, int rank) {
    return shape_concat(a, shape_make(a, 1, &rows), shape_slice(a, data, rank, data.rank));
}

/* Sorted numbers: those of a row that has none stay zero. */
Tensor *kernel_segment(Arena *a, SegmentOp op, const Tensor *data, const Tensor *ids, Str *error) {
    int64_t n = ids->count, rows = n > 0 ? tensor_i64(ids, n - 1) + 1 : 0;
    if (ids->shape.rank != 1 || data->shape.rank < 1 || data->shape.dims[0] != n) {
        return kernel_refuse(error,
                             STR("segment_ids should be the same size as dimension 0 of input."));
    }
    for (int64_t i = 0; i < n; i++) {
        if (tensor_i64(ids, i) < 0 || (i > 0 && tensor_i64(ids, i) < tensor_i64(ids, i - 1))) {
            return kernel_refuse(error, tensor_i64(ids, i) < 0
                                            ? STR("segment ids must be >= 0")
                                            : STR("segment ids are not increasing"));
        }
    }
    Tensor *to = tensor_make(a, data->dtype, rows_shape(a, rows, data->shape, 1));
    int64_t piece = n > 0 ? data->count / n : 0;
    int64_t *counts = ARENA_ARRAY(a, (size_t)rows + 1, int64_t);
    for (int64_t i = 0; i < n; i++) {
        int64_t row = tensor_i64(ids, i);
        if (counts[row]++ == 0) {
            copy_elements(to, row * piece, data, i * piece, piece);
            continue;
        }
        for (int64_t k = 0; k < piece; k++) {
            join(op, to, row * piece + k, data, i * piece + k);
        }
    }
    if (op == SEGMENT_MEAN) {
        divide_rows(to, piece, counts, rows);
    }
    return to;
}

/* Numbers in any order and shape; negative ones are dropped. */
Tensor *kernel_unsorted_segment(Arena *a, SegmentOp op, const Tensor *data, const Tensor *ids,
                                int64_t rows, Str *error) {
    Shape front = shape_slice(
        a, data->shape, 0, ids->shape.rank < data->shape.rank ? ids->shape.rank : data->shape.rank);
    if (!shape_eq(front, ids->shape)) {
        return kernel_refuse(
            error, str_printf(a, "data.shape = %s does not start with segment_ids.shape = %s",
                              kernel_shape(a, data), kernel_shape(a, ids)));
    }
    Tensor *to = tensor_make(a, data->dtype, rows_shape(a, rows, data->shape, ids->shape.rank));
    int64_t piece = rows > 0 ? to->count / rows : 0;
    begin_row(op, to, 0, to->count, true);
    for (int64_t i = 0; i < ids->count; i++) {
        int64_t row = tensor_i64(ids, i);
        if (row >= rows) {
            return kernel_refuse(error,
                                 str_printf(a, "segment_ids[%lld] = %lld is out of range [0, %lld)",
                                            (long long)i, (long long)row, (long long)rows));
        }
        for (int64_t k = 0; row >= 0 && k < piece; k++) {
            join(op, to, row * piece + k, data, i * piece + k);
        }
    }
    return to;
}

/* Where in a tensor of that shape the slice begins that row i of the indices names; -1: outside. */
static int64_t slice_at(const Tensor *indices, int64_t i, int64_t depth, Shape shape) {
    int64_t at = 0;
    for (int64_t d = 0; d < depth; d++) {
        int64_t k = tensor_i64(indices, i * depth + d);
        if (k < 0 || k >= shape.dims[d]) {
            return -1;
        }
        at = at * shape.dims[d] + k;
    }
    return at;
}

/* Adds each slice of updates to zeros; equal indices add up. */
Tensor *kernel_scatter_nd(Arena *a, const Tensor *indices, const Tensor *updates, Shape shape,
                          Str *error) {
    int64_t depth = indices->shape.rank > 0 ? indices->shape.dims[indices->shape.rank - 1] : 1;
    Tensor *to = tensor_make(a, updates->dtype, shape);
    if (depth > shape.rank) {
        return kernel_refuse(
            error, STR("The inner dimension of indices is larger than the rank of the output"));
    }
    int64_t n = depth > 0 ? indices->count / depth : 1,
            piece = dims_product(shape.dims, (int)depth, shape.rank);
    if (updates->count != n * piece) {
        return kernel_refuse(
            error,
            str_printf(
                a,
                "Must have updates.shape = indices.shape[:batch_dim] + shape[sliced_dim:], got updates.shape %s, indices.shape %s, shape %s",
                kernel_shape(a, updates), kernel_shape(a, indices), kernel_shape(a, to)));
    }
    for (int64_t i = 0; i < n; i++) {
        int64_t at = slice_at(indices, i, depth, shape);
        if (at < 0) {
            return kernel_refuse(error,
                                 str_printf(a, "Invalid indices: row %lld does not index into %s",
                                            (long long)i, kernel_shape(a, to)));
        }
        for (int64_t k = 0; k < piece; k++) {
            if (updates->dtype == DTYPE_STRING || updates->dtype == DTYPE_BOOL) {
                copy_elements(to, at * piece + k, updates, i * piece + k, 1);
            } else {
                join(SEGMENT_SUM, to, at * piece + k, updates, i * piece + k);
            }
        }
    }
    return to;
}

/* How often each number below n occurs, or the sums of their weights. */
Tensor *kernel_bincount(Arena *a, const Tensor *numbers, int64_t n, const Tensor *weights,
                        Str *error) {
    Tensor *to = tensor_make(a, weights->dtype, shape_make(a, 1, &n));
    if (weights->count > 0 && weights->count != numbers->count) {
        return kernel_refuse(error,
                             STR("weights must be the same shape as arr or a length-0 tensor, "
                                 "in which case it acts as all weights equal to 1."));
    }
    for (int64_t i = 0; i < numbers->count; i++) {
        int64_t k = tensor_i64(numbers, i);
        if (k < 0) {
            return kernel_refuse(error, STR("Input arr must be non-negative!"));
        }
        if (k < n && weights->count > 0) {
            join(SEGMENT_SUM, to, k, weights, i);
        } else if (k < n) {
            tensor_set_f64(to, k, tensor_f64(to, k) + 1);
        }
    }
    return to;
}
