/* numpy_statistics.c: percentiles, histograms, interpolation, convolution. */
#include <math.h>

#include "run/numpy_functions.h"

#define NONE value_none()
#define TRUE value_bool(true)
#define FALSE value_bool(false)

/* ---- percentiles ---- */

typedef enum Method {
    METHOD_LINEAR,
    METHOD_LOWER,
    METHOD_HIGHER,
    METHOD_MIDPOINT,
    METHOD_NEAREST
} Method;

static bool method_of(Run *run, Value v, Method *method) {
    static const char *const names[] = {"linear", "lower", "higher", "midpoint", "nearest"};
    *method = METHOD_LINEAR;
    for (int i = 0; given(v) && i < 5; i++) {
        if (is_str(run, v) && str_is(str_text(v), names[i])) {
            *method = (Method)i;
            return true;
        }
    }
    return !given(v) || refuse(run, NULL, "this method of numpy.percentile");
}

/* The quantile q of n sorted elements that lie `step` apart. */
static double quantile_of(const Tensor *t, int64_t from, int64_t step, int64_t n, double q,
                          Method m) {
    double place = q * (double)(n - 1), below = floor(place), part = place - below;
    double last = tensor_f64(t, from + (n - 1) * step);
    part = m == METHOD_LINEAR ? part : m == METHOD_LOWER ? 0 : m == METHOD_HIGHER ? part > 0 : 0.5;
    if (m == METHOD_NEAREST) {
        below = nearbyint(place);
        part = 0;
    } else if (m == METHOD_MIDPOINT) {
        part = place == below ? 0 : 0.5;
    }
    int64_t i = (int64_t)below, k = i + 1 < n ? i + 1 : i;
    double a = tensor_f64(t, from + i * step), b = tensor_f64(t, from + k * step), off = b - a;
    off = t->dtype == DTYPE_FLOAT32 ? (double)(float)off : off;
    return isnan(last) ? last : part >= 0.5 ? b - off * (1 - part) : a + off * part;
}

typedef struct Quantile {
    Method method;
    bool many; /* several quantiles: then the result is float64 */
} Quantile;

/* One quantile of each row of a sorted tensor. */
static Tensor *quantiles(Run *run, const Tensor *t, int axis, double q, const Quantile *how) {
    Method m = how->method;
    Shape s = t->shape;
    int64_t n = s.dims[axis], step = strides_of(run->scratch, s)[axis], next = 0;
    int64_t *dims = ARENA_ARRAY(run->scratch, (size_t)s.rank + 1, int64_t);
    for (int i = 0; i + 1 < s.rank; i++) {
        dims[i] = s.dims[i < axis ? i : i + 1];
    }
    bool whole = m != METHOD_LINEAR && m != METHOD_MIDPOINT;
    bool own = whole || (dtype_is_inexact(t->dtype) && !how->many && s.rank > 1);
    DType type = own ? t->dtype : DTYPE_FLOAT64;
    Tensor *out = tensor_make(run->arena, type, (Shape){s.rank - 1, dims});
    for (int64_t i = 0; i < t->count; i++) {
        if (i / step % n == 0) {
            tensor_set_f64(out, next++, quantile_of(t, i, step, n, q, m));
        }
    }
    return out;
}

/* args: a, q, axis, method, keepdims, interpolation; the q-th of `parts` parts */
static bool quantile(Run *run, const Value *args, double parts, Value *result) {
    Calc c = {run, false};
    Method m;
    Value q = CALC(&c, "asarray", args[1], value_object(run->type.real));
    Value sorted = CALC(&c, "sort", calc_array(&c, args[0]), given(args[2]) ? args[2] : NONE);
    int axis = given(args[2]) ? calc_axis(&c, args[2], sorted) : 0;
    const Tensor *t = calc_reals(&c, sorted), *all = calc_tensor(&c, q);
    Value list = list_make(run, 0, NULL);
    if (!c.failed && t->dtype == DTYPE_BOOL) {
        return calc_end(&c, CALC(&c, "subtract", value_bool(true), value_bool(true)), result);
    }
    if (c.failed || !method_of(run, given(args[3]) ? args[3] : args[5], &m)) {
        return false;
    }
    for (int64_t i = 0; i < all->count; i++) {
        double d = tensor_f64(all, i) / parts;
        if (!(d >= 0 && d <= 1)) {
            return raise_value_error(run, parts == 1 ? "Quantiles must be in the range [0, 1]"
                                                     : "Percentiles must be in the range [0, 100]");
        }
        if (!t->shape.dims[axis]) {
            return raise_error(run, run->exception.IndexError,
                               "index -1 is out of bounds for axis 0 with size 0");
        }
        Value one = array_make_text(
            run, quantiles(run, t, axis, d, &(Quantile){m, all->shape.rank > 0}), false);
        one =
            calc_true(&c, args[4]) && given(args[2]) ? CALC(&c, "expand_dims", one, args[2]) : one;
        list_append(run, list, one);
    }
    if (!all->shape.rank && !c.failed) {
        Value single = sequence_item(list, 0);
        return calc_end(&c, calc_item(&c, single, tuple_make(run, 0, NULL)), result);
    }
    return calc_end(&c, CALC(&c, "array", list), result);
}

static bool np_percentile(Run *run, const Value *args, Value *result) {
    return quantile(run, args, 100, result);
}

static bool np_quantile(Run *run, const Value *args, Value *result) {
    return quantile(run, args, 1, result);
}

/* ---- histograms ---- */

/* The bins of equal width between the extremes, or within range. */
static Value equal_edges(Calc *c, Value a, Value bins, Value range) {
    Value low, high;
    calc_reals(c, a);
    if (given(range)) {
        low = calc_item(c, range, value_int(0));
        high = calc_item(c, range, value_int(1));
    } else if (calc_tensor(c, a)->count) {
        low = CALC(c, "min", a);
        high = CALC(c, "max", a);
    } else {
        low = value_float(0);
        high = value_float(1);
    }
    Value finite = CALC(c, "isfinite", CALC(c, "add", CALC(c, "abs", low), CALC(c, "abs", high)));
    if (!c->failed && !calc_true(c, finite)) {
        Str from, to;
        c->failed = !value_str(c->run, low, &from) || !value_str(c->run, high, &to) ||
                    !raise_value_error(c->run, "%s range of [%.*s, %.*s] is not finite",
                                       given(range) ? "supplied" : "autodetected", STR_ARG(from),
                                       STR_ARG(to));
    }
    if (calc_true(c, CALC(c, "greater", low, high))) {
        c->failed = !raise_value_error(c->run, "max must be larger than min in range parameter.");
    }
    if (calc_true(c, CALC(c, "equal", low, high))) {
        low = CALC(c, "subtract", low, value_float(0.5));
        high = CALC(c, "add", high, value_float(0.5));
    }
    Value type = value_object(c->run->type.real);
    DType own = calc_tensor(c, a)->dtype;
    type = dtype_is_inexact(own) ? numpy_dtype_value(c->run, own) : type;
    int64_t n = 0;
    c->failed = c->failed || !index_of(c->run, bins, &n);
    if (!c->failed && n < 1) {
        c->failed = !raise_value_error(c->run, "`bins` must be positive, when an integer");
    }
    return CALC(c, "linspace", low, high, value_int(n + 1), TRUE, FALSE, type);
}

/* In which of n equal bins d lies, or -1. */
static int64_t bin_of(double d, const Tensor *edges) {
    int64_t n = edges->count - 1;
    double low = tensor_f64(edges, 0), high = tensor_f64(edges, n);
    if (!(d >= low && d <= high)) {
        return -1;
    }
    int64_t i = (int64_t)((d - low) * ((double)n / (high - low)));
    i = i >= n ? n - 1 : i;
    i -= d < tensor_f64(edges, i);
    return i + (i != n - 1 && d >= tensor_f64(edges, i + 1));
}

/* The same among edges of any distance. */
static int64_t bin_among(double d, const Tensor *edges) {
    int64_t low = 0, high = edges->count;
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        if (tensor_f64(edges, middle) <= d) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool last = edges->count > 1 && d == tensor_f64(edges, edges->count - 1);
    return last ? edges->count - 2 : low == edges->count ? -1 : low - 1;
}

/* args: a, bins, range, density, weights */
static bool np_histogram(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    Value a = calc_array(&c, args[0]), w = given(args[4]) ? calc_array(&c, args[4]) : NONE;
    if (is_str(run, args[1])) {
        return refuse(run, "give their number", "bins that numpy.histogram chooses");
    }
    bool equal = calc_rank(&c, args[1]) == 0;
    Value edges = equal ? equal_edges(&c, a, args[1], args[2]) : calc_array(&c, args[1]);
    const Tensor *t = calc_reals(&c, a), *e = calc_reals(&c, edges);
    const Tensor *weights = given(w) ? calc_reals(&c, w) : NULL;
    if (c.failed) {
        return false;
    }
    if (is_str(run, args[1]) || e->count < 1) {
        return refuse(run, NULL, "these bins of numpy.histogram");
    }
    if (weights && weights->count != t->count) {
        return raise_value_error(run, "weights should have the same shape as a.");
    }
    int64_t n = e->count - 1;
    DType type = weights ? weights->dtype : DTYPE_INT64;
    Tensor *counts = tensor_make(run->arena, type, (Shape){1, &n});
    for (int64_t i = 0; i < t->count; i++) {
        double d = tensor_f64(t, i);
        int64_t bin = isnan(d) ? -1 : equal ? bin_of(d, e) : bin_among(d, e);
        if (bin >= 0) {
            tensor_set_f64(counts, bin,
                           tensor_f64(counts, bin) + (weights ? tensor_f64(weights, i) : 1));
        }
    }
    Value v = calc_vector(&c, counts);
    if (given(args[3]) && calc_true(&c, args[3])) {
        v = CALC(&c, "divide", CALC(&c, "divide", v, CALC(&c, "diff", edges)), CALC(&c, "sum", v));
    }
    return calc_end(&c, calc_pair(&c, v, edges), result);
}

static bool np_histogram_bin_edges(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    if (is_str(run, args[1])) {
        return refuse(run, "give their number", "bins that numpy.histogram chooses");
    }
    bool equal = calc_rank(&c, args[1]) == 0;
    return calc_end(
        &c, equal ? equal_edges(&c, calc_array(&c, args[0]), args[1], args[2]) : args[1], result);
}

/* ---- interpolation ---- */

typedef struct Curve {
    const Tensor *x, *y;
    double left, right;
} Curve;

static double curve_at(const Curve *f, double d) {
    int64_t n = f->x->count, i = n - 1;
    if (isnan(d)) {
        return d;
    }
    if (d < tensor_f64(f->x, 0)) {
        return f->left;
    }
    if (d > tensor_f64(f->x, n - 1)) {
        return f->right;
    }
    while (i > 0 && tensor_f64(f->x, i) > d) {
        i--;
    }
    double x = tensor_f64(f->x, i), y = tensor_f64(f->y, i);
    if (i == n - 1 || x == d) {
        return y;
    }
    double slope = (tensor_f64(f->y, i + 1) - y) / (tensor_f64(f->x, i + 1) - x);
    return slope * (d - x) + y;
}

/* args: x, xp, fp, left, right, period */
static bool np_interp(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    Operand at, x, y;
    if (given(args[5])) {
        return refuse(run, NULL, "the parameter 'period' of numpy.interp");
    }
    if (!operand_as(run, args[0], DTYPE_FLOAT64, &at) ||
        !operand_as(run, args[1], DTYPE_FLOAT64, &x) ||
        !operand_as(run, args[2], DTYPE_FLOAT64, &y)) {
        return false;
    }
    if (!x.tensor->count || x.tensor->count != y.tensor->count) {
        return raise_value_error(run, x.tensor->count ? "fp and xp are not of the same length."
                                                      : "array of sample points is empty");
    }
    Curve f = {x.tensor, y.tensor, tensor_f64(y.tensor, 0),
               tensor_f64(y.tensor, y.tensor->count - 1)};
    if ((given(args[3]) && !float_of(run, args[3], &f.left)) ||
        (given(args[4]) && !float_of(run, args[4], &f.right))) {
        return false;
    }
    Tensor *out = tensor_make(run->arena, DTYPE_FLOAT64, at.tensor->shape);
    for (int64_t i = 0; i < out->count; i++) {
        tensor_set_f64(out, i, curve_at(&f, tensor_f64(at.tensor, i)));
    }
    return calc_end(&c, result_make(run, (Operand){out, false, 0}), result);
}

/* ---- convolution ---- */

/* How many of the n + k - 1 places of the full result a mode leaves out at each end. */
static bool mode_margin(Run *run, Value mode, int64_t n, int64_t k, int64_t *before,
                        int64_t *count) {
    Str name = is_str(run, mode) ? str_text(mode) : STR("");
    *before = 0;
    *count = n + k - 1;
    if (str_is(name, "same")) {
        *before = (k - 1) / 2;
        *count = n;
    } else if (str_is(name, "valid")) {
        *before = k - 1;
        *count = n - k + 1;
    } else if (!str_is(name, "full")) {
        return raise_value_error(run, "mode must be one of 'valid', 'same', or 'full'");
    }
    return true;
}

/* Sums of products of x and of w, which is not longer and moves along x; flip: w backwards. */
static Value slide(Run *run, const Tensor *x, const Tensor *w, bool flip, const int64_t part[2]) {
    DType type = promote_types(x->dtype, w->dtype);
    Tensor *out = tensor_make(run->arena, type, (Shape){1, &part[1]});
    int64_t n = x->count, k = w->count;
    for (int64_t i = 0; i < out->count; i++) {
        int64_t from = i + part[0] - (k - 1), whole = 0;
        double sum = 0;
        for (int64_t j = from < 0 ? -from : 0; j < k && from + j < n; j++) {
            int64_t other = flip ? k - 1 - j : j;
            if (dtype_is_inexact(type)) {
                sum += tensor_f64(x, from + j) * tensor_f64(w, other);
                sum = type == DTYPE_FLOAT64 ? sum : (double)(float)sum;
            } else {
                whole += tensor_i64(x, from + j) * tensor_i64(w, other);
            }
        }
        if (dtype_is_inexact(type)) {
            tensor_set_f64(out, i, sum);
        } else {
            tensor_set_i64(out, i, whole);
        }
    }
    return array_make_text(run, out, false);
}

static bool slide_arrays(Run *run, const Value *args, bool flip, Value *result) {
    Calc c = {run, false};
    const Tensor *x = calc_reals(&c, args[0]), *w = calc_reals(&c, args[1]), *t = x;
    int64_t part[2];
    if (c.failed) {
        return false;
    }
    if (x->shape.rank > 1 || w->shape.rank > 1) {
        return raise_value_error(run, "object too deep for desired array");
    }
    if (!x->count || !w->count) {
        return raise_value_error(run, "%s cannot be empty", x->count ? "v" : "a");
    }
    bool swap = w->count > x->count;
    x = swap ? w : x;
    w = swap ? t : w;
    if (!mode_margin(run, args[2], x->count, w->count, &part[0], &part[1])) {
        return false;
    }
    Value z = slide(run, x, w, flip, part), backwards[3] = {NONE, NONE, value_int(-1)};
    return calc_end(&c, swap && !flip ? calc_part(&c, z, 0, backwards) : z, result);
}

static bool np_convolve(Run *run, const Value *args, Value *result) {
    return slide_arrays(run, args, true, result);
}

static bool np_correlate(Run *run, const Value *args, Value *result) {
    return slide_arrays(run, args, false, result);
}

const NativeSpec numpy_statistics_functions[] = {
    {.name = "percentile",
     .signature =
         "a, q, axis=None, method=None, keepdims=False, interpolation=None, *, out=None!, overwrite_input=False~",
     .fn = np_percentile},
    {.name = "quantile",
     .signature =
         "a, q, axis=None, method=None, keepdims=False, interpolation=None, *, out=None!, overwrite_input=False~",
     .fn = np_quantile},
    {.name = "histogram",
     .signature = "a, bins=10, range=None, density=None, weights=None",
     .fn = np_histogram},
    {.name = "histogram_bin_edges",
     .signature = "a, bins=10, range=None, weights=None~",
     .fn = np_histogram_bin_edges},
    {.name = "interp",
     .signature = "x, xp, fp, left=None, right=None, period=None",
     .fn = np_interp},
    {.name = "convolve", .signature = "a, v, mode='full'", .fn = np_convolve},
    {.name = "correlate", .signature = "a, v, mode='valid'", .fn = np_correlate},
    {0},
};
