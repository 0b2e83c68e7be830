/* numpy_reduce.c: sum, mean, max … over some axes.
 *
 * The reduced axes are moved to the end, so that what makes one result lies in a row.
 * Floating-point sums are added in numpy's order: by pairs along the last axes, one after the other
 * along those before. */
#include <math.h>

#include "run/numpy_functions.h"

/* ---- axes ---- */

bool axis_check(Run *run, int64_t axis, int rank, int *out) {
    if (axis < -rank || axis >= rank) {
        return raise_error(run, run->numpy->axis_error,
                           "axis %lld is out of bounds for array of dimension %d", (long long)axis,
                           rank);
    }
    *out = (int)(axis < 0 ? axis + rank : axis);
    return true;
}

bool axis_argument(Run *run, Value v, int rank, int *axis) {
    int64_t i;
    return index_of(run, v, &i) && axis_check(run, i, rank, axis);
}

bool axis_named(Run *run, Value v, int rank, const char *name, int *axis) {
    int64_t i;
    if (!index_of(run, v, &i)) {
        return false;
    }
    if (i < -rank || i >= rank) {
        return raise_error(run, run->numpy->axis_error,
                           "%s: axis %lld is out of bounds for array of dimension %d", name,
                           (long long)i, rank);
    }
    *axis = (int)(i < 0 ? i + rank : i);
    return true;
}

/* axis=None: all; else an int or a tuple of them. */
bool axes_argument(Run *run, Value v, int rank, bool *axes) {
    for (int i = 0; i < rank; i++) {
        axes[i] = !given(v);
    }
    bool tuple = is_tuple(run, v);
    uint32_t n = !given(v) ? 0 : tuple ? sequence_count(v) : 1;
    for (uint32_t i = 0; i < n; i++) {
        int axis = 0;
        if (!axis_argument(run, tuple ? sequence_item(v, i) : v, rank, &axis)) {
            return false;
        }
        if (axes[axis]) {
            return raise_value_error(run, "duplicate value in 'axis'");
        }
        axes[axis] = true;
    }
    return true;
}

/* A tensor whose reduced axes are at the end, and the shape of the result. */
typedef struct Rows {
    const Tensor *t;
    int64_t length; /* elements of a row */
    Shape shape;    /* of the result */
    int64_t count;  /* rows */
    bool trailing;  /* the axes were at the end already */
    int64_t block;  /* elements of a row that lay next to each other */
} Rows;

/* Elements of the reduced axes at the end, between which nothing lies. */
static int64_t last_block(Shape s, const bool *axes) {
    int64_t n = 1;
    for (int i = s.rank - 1; i >= 0 && (axes[i] || s.dims[i] == 1); i--) {
        n *= s.dims[i];
    }
    return n;
}

/* Do the reduced axes come last? */
static bool is_sorted(const bool *axes, int rank) {
    for (int i = 1; i < rank; i++) {
        if (axes[i - 1] && !axes[i]) {
            return false;
        }
    }
    return true;
}

static Rows rows_of(Run *run, const Tensor *t, const bool *axes, bool keep) {
    int rank = t->shape.rank, kept = 0, n = 0;
    int64_t *dims = ARENA_ARRAY(run->scratch, (size_t)rank + 1, int64_t);
    int64_t *order = ARENA_ARRAY(run->scratch, (size_t)rank + 1, int64_t);
    int64_t *result = ARENA_ARRAY(run->scratch, (size_t)rank + 1, int64_t);
    const int64_t *strides = strides_of(run->scratch, t->shape);
    Rows r = {.length = 1, .trailing = true, .block = 1};
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < rank; i++) {
            if (axes[i] != (pass == 1)) {
                continue;
            }
            dims[n] = t->shape.dims[i];
            order[n] = strides[i];
            n++;
            r.length *= pass ? t->shape.dims[i] : 1;
        }
    }
    for (int i = 0; i < rank; i++) {
        if (keep || !axes[i]) {
            result[kept++] = axes[i] ? 1 : t->shape.dims[i];
        }
    }
    r.block = last_block(t->shape, axes);
    r.trailing = r.block == r.length;
    r.shape = shape_make(run->scratch, kept, result);
    r.t = r.trailing && is_sorted(axes, rank)
              ? t
              : strided_copy(run->scratch, t, (Shape){rank, dims}, 0, order);
    r.count = shape_count(r.shape);
    return r;
}

/* ---- sums in numpy's order ---- */

#define BLOCK 128

/* numpy's pairwise sum of n elements of type T. */
#define DEFINE_PAIRWISE(NAME, T)                                                                   \
    static T NAME(const T *a, int64_t n) {                                                         \
        T r[8], sum = 0;                                                                           \
        int64_t i = 0;                                                                             \
        if (n > BLOCK) {                                                                           \
            int64_t half = n / 2 - n / 2 % 8;                                                      \
            return NAME(a, half) + NAME(a + half, n - half);                                       \
        }                                                                                          \
        if (n >= 8) {                                                                              \
            for (int k = 0; k < 8; k++) {                                                          \
                r[k] = a[k];                                                                       \
            }                                                                                      \
            for (i = 8; i < n - n % 8; i++) {                                                      \
                r[i % 8] += a[i];                                                                  \
            }                                                                                      \
            sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));               \
        }                                                                                          \
        for (; i < n; i++) {                                                                       \
            sum += a[i];                                                                           \
        }                                                                                          \
        return sum;                                                                                \
    }

DEFINE_PAIRWISE(pairwise_double, double)
DEFINE_PAIRWISE(pairwise_float, float)

/* Blocks are summed by pairs, their sums one after the other. */
static double sum_doubles(const double *a, int64_t n, int64_t block) {
    double sum = 0;
    for (int64_t i = 0; i < n; i += block) {
        sum += block > 1 ? pairwise_double(a + i, block) : a[i];
    }
    return sum;
}

static double sum_floats(const float *a, int64_t n, int64_t block) {
    float sum = 0;
    for (int64_t i = 0; i < n; i += block) {
        sum += block > 1 ? pairwise_float(a + i, block) : a[i];
    }
    return (double)sum;
}

static double sum_reals(Run *run, const Tensor *t, int64_t from, int64_t n, int64_t block) {
    if (t->dtype == DTYPE_FLOAT64) {
        return sum_doubles((const double *)t->data + from, n, block);
    }
    if (t->dtype == DTYPE_FLOAT32) {
        return sum_floats((const float *)t->data + from, n, block);
    }
    float *a = ARENA_ARRAY(run->scratch, (size_t)n + 1, float);
    for (int64_t i = 0; i < n; i++) {
        a[i] = (float)tensor_f64(t, from + i);
    }
    return sum_floats(a, n, block);
}

/* Rounded to the type after every step, as the type itself would be. */
static double product_reals(const Tensor *t, int64_t from, int64_t n) {
    double d = 1;
    for (int64_t i = 0; i < n; i++) {
        d *= tensor_f64(t, from + i);
        d = t->dtype == DTYPE_FLOAT64 ? d : (double)(float)d;
    }
    return d;
}

static double extreme_real(const Tensor *t, int64_t from, int64_t n, bool most) {
    double best = tensor_f64(t, from);
    for (int64_t i = 1; i < n && !isnan(best); i++) {
        double d = tensor_f64(t, from + i);
        best = isnan(d) || (most ? d > best : d < best) ? d : best;
    }
    return best;
}

static int64_t extreme_integer(const Tensor *t, int64_t from, int64_t n, bool most) {
    uint64_t flip = t->dtype == DTYPE_UINT64 ? UINT64_C(1) << 63 : 0;
    int64_t best = (int64_t)((uint64_t)tensor_i64(t, from) ^ flip);
    for (int64_t i = 1; i < n; i++) {
        int64_t k = (int64_t)((uint64_t)tensor_i64(t, from + i) ^ flip);
        best = (most ? k > best : k < best) ? k : best;
    }
    return (int64_t)((uint64_t)best ^ flip);
}

static int64_t fold_integers(const Tensor *t, int64_t from, int64_t n, bool product) {
    uint64_t r = product ? 1 : 0;
    for (int64_t i = 0; i < n; i++) {
        uint64_t k = (uint64_t)tensor_i64(t, from + i);
        r = product ? r * k : r + k;
    }
    return (int64_t)r;
}

static bool any_of(const Tensor *t, int64_t from, int64_t n, bool wanted) {
    for (int64_t i = 0; i < n; i++) {
        bool truth = t->dtype == DTYPE_STRING ? tensor_text(t, from + i).len > 0
                                              : tensor_f64(t, from + i) != 0;
        if (truth == wanted) {
            return true;
        }
    }
    return false;
}

/* ---- one row, one result ---- */

static void reduce_row(Run *run, Reduction f, const Rows *r, int64_t i, Tensor *out) {
    int64_t from = i * r->length, n = r->length;
    bool real = dtype_is_inexact(r->t->dtype);
    switch (f) {
    case REDUCTION_ALL: tensor_set_i64(out, i, !any_of(r->t, from, n, false)); return;
    case REDUCTION_ANY: tensor_set_i64(out, i, any_of(r->t, from, n, true)); return;
    case REDUCTION_SUM:
        if (real) {
            tensor_set_f64(out, i, sum_reals(run, r->t, from, n, r->block));
            return;
        }
        tensor_set_i64(out, i, fold_integers(r->t, from, n, false));
        return;
    case REDUCTION_PROD:
        if (real) {
            tensor_set_f64(out, i, product_reals(r->t, from, n));
            return;
        }
        tensor_set_i64(out, i, fold_integers(r->t, from, n, true));
        return;
    case REDUCTION_MAX:
    case REDUCTION_MIN:
        if (real) {
            tensor_set_f64(out, i, extreme_real(r->t, from, n, f == REDUCTION_MAX));
            return;
        }
        tensor_set_i64(out, i, extreme_integer(r->t, from, n, f == REDUCTION_MAX));
        return;
    }
}

/* The type in which a sum is kept: small integers become int64. */
static DType sum_type(DType t) {
    if (t == DTYPE_BOOL || (dtype_class(t) == DTYPE_CLASS_INT && dtype_size(t) < 8)) {
        return DTYPE_INT64;
    }
    return dtype_class(t) == DTYPE_CLASS_UINT ? DTYPE_UINT64 : t;
}

static DType reduced_type(Reduction f, DType t) {
    switch (f) {
    case REDUCTION_ALL:
    case REDUCTION_ANY: return DTYPE_BOOL;
    case REDUCTION_SUM:
    case REDUCTION_PROD: return sum_type(t);
    case REDUCTION_MAX:
    case REDUCTION_MIN: break;
    }
    return t;
}

static bool check_reducible(Run *run, Reduction f, const Tensor *t, const Rows *r) {
    bool truth = f == REDUCTION_ALL || f == REDUCTION_ANY;
    bool extreme = f == REDUCTION_MAX || f == REDUCTION_MIN;
    if (dtype_class(t->dtype) == DTYPE_CLASS_COMPLEX) {
        return refuse(run, NULL, "arithmetic of complex numbers");
    }
    if (t->dtype == DTYPE_STRING && !truth) {
        return raise_type_error(run, "cannot perform reduce with flexible type");
    }
    if (extreme && !r->length && r->count) {
        return raise_value_error(run,
                                 "zero-size array to reduction operation %s which has no identity",
                                 f == REDUCTION_MAX ? "maximum" : "minimum");
    }
    return true;
}

bool numpy_reduce(Run *run, Reduction f, Operand x, const bool *axes, bool keep, DType dtype,
                  Operand *result) {
    if (x.tensor->dtype == DTYPE_BFLOAT16) {
        return refuse_bfloat(run);
    }
    bool keeps_type = f == REDUCTION_ALL || f == REDUCTION_ANY || x.tensor->dtype == DTYPE_STRING;
    DType type = dtype == DTYPE_INVALID ? reduced_type(f, x.tensor->dtype) : dtype;
    Rows r = rows_of(run, x.tensor, axes, keep);
    if (!check_reducible(run, f, x.tensor, &r)) {
        return false;
    }
    if (type == DTYPE_STRING && !keeps_type) {
        return raise_type_error(run, "cannot perform reduce with flexible type");
    }
    r.t = keeps_type ? r.t : number_as(run, r.t, type);
    Tensor *out = tensor_make(run->arena, keeps_type ? DTYPE_BOOL : type, r.shape);
    for (int64_t i = 0; i < r.count; i++) {
        reduce_row(run, f, &r, i, out);
    }
    *result = (Operand){out, false, 0};
    return true;
}

/* ---- mean and what is made from it ---- */

static int64_t reduced_count(const Tensor *t, const bool *axes) {
    int64_t n = 1;
    for (int i = 0; i < t->shape.rank; i++) {
        n *= axes[i] ? t->shape.dims[i] : 1;
    }
    return n;
}

static bool divide_by(Run *run, Operand x, double n, Operand *result) {
    Tensor *t = tensor_make(run->arena, x.tensor->dtype, x.tensor->shape);
    for (int64_t i = 0; i < t->count; i++) {
        tensor_set_f64(t, i, tensor_f64(x.tensor, i) / n);
    }
    *result = (Operand){t, false, 0};
    return true;
}

bool numpy_mean(Run *run, Operand x, const bool *axes, bool keep, DType dtype, Operand *result) {
    bool half = x.tensor->dtype == DTYPE_FLOAT16 && dtype == DTYPE_INVALID;
    DType type = dtype != DTYPE_INVALID              ? dtype
                 : half                              ? DTYPE_FLOAT32
                 : dtype_is_inexact(x.tensor->dtype) ? x.tensor->dtype
                                                     : DTYPE_FLOAT64;
    Operand sum;
    if (!numpy_reduce(run, REDUCTION_SUM, x, axes, keep, type, &sum) ||
        !divide_by(run, sum, (double)reduced_count(x.tensor, axes), result)) {
        return false;
    }
    return !half || tensor_convert(run, *result, DTYPE_FLOAT16, &result->tensor);
}

bool numpy_variance(Run *run, Operand x, const bool *axes, bool keep, double ddof,
                    Operand *result) {
    Operand mean, off, square;
    double n = (double)reduced_count(x.tensor, axes) - ddof;
    DType type = dtype_is_inexact(x.tensor->dtype) ? DTYPE_INVALID : DTYPE_FLOAT64;
    return numpy_mean(run, x, axes, true, type, &mean) &&
           ufunc_binary(run, UFUNC_SUBTRACT, x, mean, &off) &&
           ufunc_binary(run, UFUNC_MULTIPLY, off, off, &square) &&
           numpy_reduce(run, REDUCTION_SUM, square, axes, keep, type, &off) &&
           divide_by(run, off, n > 0 ? n : 0, result);
}

/* ---- where the extreme is ---- */

static int64_t extreme_at(const Tensor *t, int64_t from, int64_t n, bool most) {
    int64_t best = 0;
    for (int64_t i = 1; i < n; i++) {
        double d = tensor_f64(t, from + i), b = tensor_f64(t, from + best);
        bool beats = dtype_is_inexact(t->dtype) ? !isnan(b) && (isnan(d) || (most ? d > b : d < b))
                     : most ? tensor_i64(t, from + i) > tensor_i64(t, from + best)
                            : tensor_i64(t, from + i) < tensor_i64(t, from + best);
        best = beats ? i : best;
    }
    return best;
}

bool numpy_arg_extreme(Run *run, bool most, Operand x, const bool *axes, Operand *result) {
    Rows r = rows_of(run, x.tensor, axes, false);
    if (!dtype_is_numeric(r.t->dtype) && r.t->dtype != DTYPE_BOOL) {
        return refuse(run, NULL, "argmax of strings");
    }
    if (!r.length) {
        return raise_value_error(run, "attempt to get %s of an empty sequence",
                                 most ? "argmax" : "argmin");
    }
    Tensor *out = tensor_make(run->arena, DTYPE_INT64, r.shape);
    for (int64_t i = 0; i < r.count; i++) {
        tensor_set_i64(out, i, extreme_at(r.t, i * r.length, r.length, most));
    }
    *result = (Operand){out, false, 0};
    return true;
}

/* ---- running sums ---- */

/* Each element of a row becomes the sum (or product) of those up to it. */
static void accumulate_row(Tensor *t, int64_t from, int64_t step, int64_t n, bool product) {
    for (int64_t i = 1; i < n; i++) {
        int64_t at = from + i * step, before = at - step;
        if (dtype_is_inexact(t->dtype)) {
            double a = tensor_f64(t, before), b = tensor_f64(t, at);
            tensor_set_f64(t, at, product ? a * b : a + b);
        } else {
            uint64_t a = (uint64_t)tensor_i64(t, before), b = (uint64_t)tensor_i64(t, at);
            tensor_set_i64(t, at, (int64_t)(product ? a * b : a + b));
        }
    }
}

bool numpy_accumulate(Run *run, bool product, Operand x, int axis, DType dtype, Operand *result) {
    const Tensor *same;
    DType type = dtype == DTYPE_INVALID ? sum_type(x.tensor->dtype) : dtype;
    if (x.tensor->dtype == DTYPE_STRING) {
        return raise_type_error(run, "cannot perform accumulate with flexible type");
    }
    if (!tensor_convert(run, x, type, &same)) {
        return false;
    }
    Tensor *t = tensor_same(run, same);
    const int64_t *strides = strides_of(run->scratch, t->shape);
    int64_t step = strides[axis], n = t->shape.dims[axis];
    for (int64_t i = 0; i < t->count; i++) {
        if (i / step % n == 0) {
            accumulate_row(t, i, step, n, product);
        }
    }
    *result = (Operand){t, false, 0};
    return true;
}

/* ---- any function of two arguments ---- */

/* Element k of each of n rows. */
static Operand column(Run *run, const Tensor *t, int64_t rows, int64_t length, int64_t k) {
    return (Operand){strided_copy(run->scratch, t, (Shape){1, &rows}, k, &length), false, 0};
}

bool numpy_fold(Run *run, Ufunc f, Operand x, const bool *axes, bool keep, Operand *result) {
    Rows r = rows_of(run, x.tensor, axes, keep);
    if (!r.length) {
        return raise_value_error(
            run, "zero-size array to reduction operation %s which has no identity", ufunc_name(f));
    }
    *result = column(run, r.t, r.count, r.length, 0);
    for (int64_t k = 1; k < r.length; k++) {
        if (!ufunc_binary(run, f, *result, column(run, r.t, r.count, r.length, k), result)) {
            return false;
        }
    }
    result->tensor = tensor_reshaped(run->arena, tensor_same(run, result->tensor), r.shape);
    return true;
}

bool numpy_running(Run *run, Ufunc f, Operand x, int axis, Operand *result) {
    Shape s = x.tensor->shape;
    int64_t n = s.dims[axis], step = strides_of(run->scratch, s)[axis], rows = x.tensor->count;
    rows = n ? rows / n : 0;
    int64_t *at = ARENA_ARRAY(run->scratch, (size_t)rows + 1, int64_t);
    Tensor *before = tensor_make(run->scratch, x.tensor->dtype, (Shape){1, &rows}), *out = NULL;
    for (int64_t k = 0; k < n; k++) {
        Tensor *now = tensor_make(run->scratch, x.tensor->dtype, (Shape){1, &rows});
        Operand z = {now, false, 0};
        for (int64_t i = 0; i < rows; i++) {
            at[i] = i / step * step * n + i % step + k * step;
            element_copy(now, i, x.tensor, at[i], 1);
        }
        if (k && !ufunc_binary(run, f, (Operand){before, false, 0}, z, &z)) {
            return false;
        }
        out = out ? out : tensor_make(run->arena, z.tensor->dtype, s);
        before = tensor_same(run, number_as(run, z.tensor, out->dtype));
        for (int64_t i = 0; i < rows; i++) {
            element_copy(out, at[i], before, i, 1);
        }
    }
    result->tensor = out ? out : tensor_same(run, x.tensor);
    result->text = false;
    return true;
}
