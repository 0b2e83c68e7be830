/* kernels_reduce.c: folding a tensor along some of its axes.
 *
 * For every element of the result the elements that it stands for are gathered, in row-major
 * order, into an array of the lane's type, and that array is folded. Where TensorFlow's result
 * depends on the order of additions (floating sums), two of Eigen's orders are followed:
 * element after element when the last axis is kept, and lane by lane when it is reduced. What
 * Eigen does with many threads on large tensors is not followed.
 */
#include "tensor/kernels.h"

#include <math.h>
#include <string.h>

#include "tensor/kernel_util.h"

/* A reduction, taken apart: which dims stay and which are folded, with x's strides of each. */
typedef struct Plan {
    Shape kept;   /* dims that stay */
    Shape folded; /* dims that are folded */
    const int64_t *kept_strides;
    const int64_t *folded_strides;
    int64_t count; /* elements folded into one */
    bool inner;    /* the last dim of more than one element is folded */
} Plan;

/* ---- folding one array ---- */

static float fold_f32(ReduceOp op, const float *x, int64_t n, bool inner) {
    bool sum = op == REDUCE_SUM || op == REDUCE_MEAN;
    float acc = op == REDUCE_PROD  ? 1
                : op == REDUCE_MAX ? -INFINITY
                : op == REDUCE_MIN ? INFINITY
                                   : 0;
    if (sum && inner) {
        acc = lane_sum_f32(x, n);
    }
    for (int64_t i = 0; i < n && !(sum && inner); i++) {
        if (sum) {
            acc += x[i];
        } else if (op == REDUCE_PROD) {
            acc *= x[i];
        } else if (op == REDUCE_MAX ? x[i] > acc : x[i] < acc) {
            acc = x[i];
        }
    }
    return op == REDUCE_MEAN ? acc / (float)n : acc;
}

static double fold_f64(ReduceOp op, const double *x, int64_t n, bool inner) {
    bool sum = op == REDUCE_SUM || op == REDUCE_MEAN;
    double acc = op == REDUCE_PROD  ? 1
                 : op == REDUCE_MAX ? -INFINITY
                 : op == REDUCE_MIN ? INFINITY
                                    : 0;
    if (sum && inner) {
        acc = lane_sum_f64(x, n);
    }
    for (int64_t i = 0; i < n && !(sum && inner); i++) {
        if (sum) {
            acc += x[i];
        } else if (op == REDUCE_PROD) {
            acc *= x[i];
        } else if (op == REDUCE_MAX ? x[i] > acc : x[i] < acc) {
            acc = x[i];
        }
    }
    return op == REDUCE_MEAN ? acc / (double)n : acc;
}

static double complex fold_complex(ReduceOp op, const double complex *x, int64_t n) {
    double complex acc = op == REDUCE_PROD ? 1 : 0;
    for (int64_t i = 0; i < n; i++) {
        acc = op == REDUCE_PROD ? acc * x[i] : acc + x[i];
    }
    return op == REDUCE_MEAN ? acc / (double)n : acc;
}

/* The smallest and the largest number of an integer type, as the bits of an int64. */
static int64_t least(DType t) {
    int bits = (int)dtype_size(t) * 8;
    return dtype_class(t) == DTYPE_CLASS_INT ? -(INT64_MAX >> (64 - bits)) - 1 : 0;
}

static int64_t greatest(DType t) {
    int bits = (int)dtype_size(t) * 8;
    return dtype_class(t) == DTYPE_CLASS_INT ? INT64_MAX >> (64 - bits)
                                             : (int64_t)(UINT64_MAX >> (64 - bits));
}

static int64_t first_of_fold(ReduceOp op, DType t) {
    switch (op) {
    case REDUCE_SUM:
    case REDUCE_MEAN:
    case REDUCE_ANY: return 0;
    case REDUCE_PROD:
    case REDUCE_ALL: return 1;
    case REDUCE_MAX: return least(t);
    case REDUCE_MIN: return greatest(t);
    }
    return 0;
}

static int64_t fold_step(ReduceOp op, int64_t acc, int64_t x, bool less) {
    switch (op) {
    case REDUCE_SUM:
    case REDUCE_MEAN: return (int64_t)((uint64_t)acc + (uint64_t)x);
    case REDUCE_PROD: return (int64_t)((uint64_t)acc * (uint64_t)x);
    case REDUCE_MAX: return less ? x : acc;
    case REDUCE_MIN: return less ? acc : x;
    case REDUCE_ALL: return acc && x;
    case REDUCE_ANY: return acc || x;
    }
    return acc;
}

static int64_t fold_int(ReduceOp op, DType t, const int64_t *x, int64_t n) {
    bool is_unsigned = t == DTYPE_UINT64;
    int64_t acc = first_of_fold(op, t);
    for (int64_t i = 0; i < n; i++) {
        bool less = is_unsigned ? (uint64_t)acc < (uint64_t)x[i] : acc < x[i];
        acc = fold_step(op, acc, x[i], less);
    }
    if (op != REDUCE_MEAN || n == 0) {
        return acc;
    }
    return is_unsigned ? (int64_t)((uint64_t)acc / (uint64_t)n) : acc / n;
}

static void fold(ReduceOp op, Tensor *out, int64_t i, const void *x, int64_t n, bool inner) {
    switch (lane_of(out->dtype)) {
    case LANE_F32: lane_store(out, i, 1, &(float){fold_f32(op, x, n, inner)}); return;
    case LANE_F64: lane_store(out, i, 1, &(double){fold_f64(op, x, n, inner)}); return;
    case LANE_I64:
    case LANE_U64: tensor_set_i64(out, i, fold_int(op, out->dtype, x, n)); return;
    case LANE_COMPLEX: lane_store(out, i, 1, &(double complex){fold_complex(op, x, n)}); return;
    case LANE_NONE: return;
    }
}

/* ---- gathering ---- */

/* The elements of x under one element of the result. Loads them into `to`, which is walked
 * by w, a walk over the folded dims that starts and ends at its beginning. */
static void gather(const Tensor *x, int64_t base, RowWalk *w, char *to) {
    size_t size = lane_size(lane_of(x->dtype));
    int64_t step = rows_step(w, 0);
    for (int64_t r = 0; r < w->rows; r++, rows_next(w)) {
        lane_load(x, base + w->offset[0], step, w->row, to + (size_t)(r * w->row) * size);
    }
}

static void fold_all(Arena *a, ReduceOp op, const Tensor *x, const Plan *p, Tensor *out) {
    void *array = arena_array(a, (size_t)p->count, lane_size(lane_of(x->dtype)));
    RowWalk folded = rows_make(a, p->folded, p->folded_strides, NULL);
    RowWalk kept = rows_make(a, p->kept, p->kept_strides, NULL);
    int64_t step = rows_step(&kept, 0);
    for (int64_t r = 0; r < kept.rows; r++, rows_next(&kept)) {
        for (int64_t i = 0; i < kept.row; i++) {
            gather(x, kept.offset[0] + i * step, &folded, array);
            fold(op, out, r * kept.row + i, array, p->count, p->inner);
        }
    }
}

/* ---- taking a reduction apart ---- */

/* Marks the dims that axes names. */
static bool mark_axes(Arena *a, const Tensor *x, const Tensor *axes, bool *marked, Str *error) {
    for (int64_t i = 0; i < axes->count; i++) {
        int64_t asked = tensor_i64(axes, i), axis;
        if (!axis_of(asked, x->shape.rank, &axis)) {
            *error =
                str_printf(a, "Invalid reduction dimension (%lld for input with %d dimension(s)",
                           (long long)asked, x->shape.rank);
            return false;
        }
        if (marked[axis]) {
            *error = str_printf(a,
                                "Invalid reduction arguments: Axes contains duplicate dimension: "
                                "%lld",
                                (long long)axis);
            return false;
        }
        marked[axis] = true;
    }
    return true;
}

/* The dims (or their strides) for which marked[i] is `which`. */
static Shape pick(Arena *a, Shape s, const int64_t *from, const bool *marked, bool which) {
    int64_t *dims = ARENA_ARRAY(a, (size_t)s.rank, int64_t);
    int n = 0;
    for (int i = 0; i < s.rank; i++) {
        if (marked[i] == which) {
            dims[n++] = from[i];
        }
    }
    return (Shape){n, dims};
}

static bool folds_inside(Shape s, const bool *marked) {
    for (int i = s.rank - 1; i >= 0; i--) {
        if (s.dims[i] > 1) {
            return marked[i];
        }
    }
    return true;
}

static Plan take_apart(Arena *a, const Tensor *x, const bool *marked) {
    const int64_t *strides = row_strides(a, x->shape);
    Plan p = {
        .kept = pick(a, x->shape, x->shape.dims, marked, false),
        .folded = pick(a, x->shape, x->shape.dims, marked, true),
        .kept_strides = pick(a, x->shape, strides, marked, false).dims,
        .folded_strides = pick(a, x->shape, strides, marked, true).dims,
        .inner = folds_inside(x->shape, marked),
    };
    p.count = x->count == 0 ? 0 : shape_count(p.folded);
    return p;
}

static Shape result_shape(Arena *a, Shape s, const Plan *p, const bool *marked, bool keep_dims) {
    if (!keep_dims) {
        return p->kept;
    }
    int64_t *dims = dims_copy(a, s, 0);
    for (int i = 0; i < s.rank; i++) {
        dims[i] = marked[i] ? 1 : dims[i];
    }
    return (Shape){s.rank, dims};
}

static bool reduce_known(ReduceOp op, DType t) {
    bool order = op == REDUCE_MAX || op == REDUCE_MIN;
    bool logical = op == REDUCE_ALL || op == REDUCE_ANY;
    if (logical || t == DTYPE_BOOL) {
        return logical && t == DTYPE_BOOL;
    }
    return dtype_is_numeric(t) && !(order && dtype_class(t) == DTYPE_CLASS_COMPLEX);
}

Tensor *kernel_reduce(Arena *a, ReduceOp op, const Tensor *x, const Tensor *axes, bool keep_dims,
                      Str *error) {
    bool *marked = ARENA_ARRAY(a, (size_t)x->shape.rank, bool);
    if (!reduce_known(op, x->dtype)) {
        return kernel_refuse_dtype(a, error, x->dtype);
    }
    if (!mark_axes(a, x, axes, marked, error)) {
        return NULL;
    }
    Plan p = take_apart(a, x, marked);
    Tensor *out = tensor_make(a, x->dtype, result_shape(a, x->shape, &p, marked, keep_dims));
    fold_all(a, op, x, &p, out);
    return out;
}

/* ---- arg_max, arg_min ---- */

/* Is element i of x beyond element j, in the order asked for? The first of equals wins. */
static bool beyond(const Tensor *x, bool max, int64_t i, int64_t j) {
    if (x->dtype == DTYPE_UINT64) {
        const uint64_t *u = x->data;
        return max ? u[i] > u[j] : u[i] < u[j];
    }
    if (lane_of(x->dtype) == LANE_I64) {
        return max ? tensor_i64(x, i) > tensor_i64(x, j) : tensor_i64(x, i) < tensor_i64(x, j);
    }
    return max ? tensor_f64(x, i) > tensor_f64(x, j) : tensor_f64(x, i) < tensor_f64(x, j);
}

/* n elements, `stride` apart, from `base` on. nan is never beyond anything: where the first
 * element is nan, the next one takes its place. */
static int64_t extreme(const Tensor *x, bool max, int64_t base, int64_t stride, int64_t n) {
    bool floating = dtype_class(x->dtype) == DTYPE_CLASS_FLOAT;
    int64_t best = 0;
    for (int64_t i = 1; i < n; i++) {
        bool was_nan = floating && isnan(tensor_f64(x, base + best * stride));
        bool is_nan = floating && isnan(tensor_f64(x, base + i * stride));
        if ((was_nan && !is_nan) || beyond(x, max, base + i * stride, base + best * stride)) {
            best = i;
        }
    }
    return best;
}

static Tensor *arg_extreme_of(Arena *a, bool max, const Tensor *x, int axis, DType out_type) {
    int rank = x->shape.rank;
    int64_t n = x->shape.dims[axis];
    int64_t *dims = dims_copy(a, x->shape, 0);
    memmove(dims + axis, dims + axis + 1, (size_t)(rank - 1 - axis) * sizeof *dims);
    Tensor *out = tensor_make(a, out_type, (Shape){rank - 1, dims});
    int64_t inner = dims_product(x->shape.dims, axis + 1, rank);
    for (int64_t i = 0; i < out->count; i++) {
        int64_t base = i / inner * n * inner + i % inner;
        tensor_set_i64(out, i, extreme(x, max, base, inner, n));
    }
    return out;
}

Tensor *kernel_arg_extreme(Arena *a, bool max, const Tensor *x, int64_t axis, DType out,
                           Str *error) {
    int64_t at;
    int rank = x->shape.rank;
    Lane lane = lane_of(x->dtype);
    if (lane == LANE_NONE || lane == LANE_COMPLEX) {
        return kernel_refuse_dtype(a, error, x->dtype);
    }
    if (!axis_of(axis, rank, &at)) {
        return kernel_refuse(error,
                             str_printf(a, "Expected dimension in the range [%d, %d), but got %lld",
                                        -rank, rank, (long long)axis));
    }
    if (x->shape.dims[at] == 0) {
        return kernel_refuse(error, str_printf(a, "Reduction axis %lld is empty in shape %s",
                                               (long long)at, kernel_shape(a, x)));
    }
    return arg_extreme_of(a, max, x, (int)at, out);
}
