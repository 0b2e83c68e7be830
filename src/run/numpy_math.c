/* numpy_math.c: np.sum, np.mean …, rounding, comparing arrays. Those that are methods of
 * arrays, too, have the array as their first argument and share their functions. */
#include <math.h>

#include "run/numpy_functions.h"

/* ---- reductions ---- */

/* What the reductions have in common. */
typedef struct Reducing {
    Operand x;
    bool *axes;
    bool keep;
    bool turned; /* the operand is the transpose, which lies in memory in order */
    DType type;
} Reducing;

/* numpy adds in the order of memory, so the transpose of an array is turned back first. */
static bool turn(Run *run, Reducing *r) {
    if (!r->turned) {
        return true;
    }
    const Tensor *t = r->x.tensor;
    int64_t dims[2] = {t->shape.dims[1], t->shape.dims[0]}, strides[2] = {1, dims[0]};
    bool first = r->axes[0];
    r->x.tensor = strided_copy(run->scratch, t, (Shape){2, dims}, 0, strides);
    r->axes[0] = r->axes[1];
    r->axes[1] = first;
    return true;
}

/* With keepdims, the dims of a turned result change places again. */
static void turn_back(Run *run, const Reducing *r, Operand *z) {
    Shape s = z->tensor->shape;
    if (r->turned && s.rank == 2) {
        int64_t dims[2] = {s.dims[1], s.dims[0]}, strides[2] = {1, dims[0]};
        z->tensor = strided_copy(run->arena, z->tensor, (Shape){2, dims}, 0, strides);
    }
}

static bool read_reducing(Run *run, Value a, Value axis, Value dtype, Value keep, Reducing *r) {
    if (!tensor_of(run, a, &r->x) || !value_truth(run, keep, &r->keep)) {
        return false;
    }
    int rank = r->x.tensor->shape.rank;
    r->turned = rank == 2 && is_array(run, a) && as_array(a)->base && as_array(a)->strides[0] > 0 &&
                as_array(a)->strides[0] < as_array(a)->strides[1];
    r->axes = ARENA_ARRAY(run->scratch, (size_t)rank + 1, bool);
    /* a number may be reduced along axis 0 or -1, as an array of one */
    bool number =
        !rank && given(axis) && (value_same(axis, value_int(0)) || value_same(axis, value_int(-1)));
    return axes_argument(run, number ? value_none() : axis, rank, r->axes) && turn(run, r) &&
           dtype_argument(run, dtype, DTYPE_INVALID, &r->type, NULL);
}

static bool reduce_args(Run *run, Reduction f, Value a, Value axis, Value dtype, Value out,
                        Value keep, Value *result) {
    Reducing r;
    Operand z;
    if (!read_reducing(run, a, axis, dtype, keep, &r) ||
        !numpy_reduce(run, f, r.x, r.axes, r.keep, r.type, &z)) {
        return false;
    }
    turn_back(run, &r, &z);
    return numpy_deliver(run, "add", z, out, value_bool(true), result);
}

static bool np_sum(Run *run, const Value *args, Value *result) {
    return reduce_args(run, REDUCTION_SUM, args[0], args[1], args[2], args[3], args[4], result);
}

static bool np_prod(Run *run, const Value *args, Value *result) {
    return reduce_args(run, REDUCTION_PROD, args[0], args[1], args[2], args[3], args[4], result);
}

static bool np_max(Run *run, const Value *args, Value *result) {
    return reduce_args(run, REDUCTION_MAX, args[0], args[1], value_none(), args[2], args[3],
                       result);
}

static bool np_min(Run *run, const Value *args, Value *result) {
    return reduce_args(run, REDUCTION_MIN, args[0], args[1], value_none(), args[2], args[3],
                       result);
}

static bool np_all(Run *run, const Value *args, Value *result) {
    return reduce_args(run, REDUCTION_ALL, args[0], args[1], value_none(), args[2], args[3],
                       result);
}

static bool np_any(Run *run, const Value *args, Value *result) {
    return reduce_args(run, REDUCTION_ANY, args[0], args[1], value_none(), args[2], args[3],
                       result);
}

static bool np_mean(Run *run, const Value *args, Value *result) {
    Reducing r;
    Operand z;
    if (!read_reducing(run, args[0], args[1], args[2], args[4], &r) ||
        !numpy_mean(run, r.x, r.axes, r.keep, r.type, &z)) {
        return false;
    }
    turn_back(run, &r, &z);
    return numpy_deliver(run, "true_divide", z, args[3], value_bool(true), result);
}

static bool variance(Run *run, const Value *args, Operand *z) {
    Reducing r;
    double ddof;
    return read_reducing(run, args[0], args[1], args[2], args[5], &r) &&
           float_of(run, args[4], &ddof) &&
           (r.type == DTYPE_INVALID || tensor_convert(run, r.x, r.type, &r.x.tensor)) &&
           numpy_variance(run, r.x, r.axes, r.keep, ddof, z) && (turn_back(run, &r, z), true);
}

static bool np_var(Run *run, const Value *args, Value *result) {
    Operand z;
    return variance(run, args, &z) &&
           numpy_deliver(run, "true_divide", z, args[3], value_bool(true), result);
}

static bool np_std(Run *run, const Value *args, Value *result) {
    Operand z;
    if (!variance(run, args, &z)) {
        return false;
    }
    Tensor *t = tensor_same(run, z.tensor);
    for (int64_t i = 0; i < t->count; i++) {
        tensor_set_f64(t, i, sqrt(tensor_f64(t, i)));
    }
    return numpy_deliver(run, "sqrt", (Operand){t, false, 0}, args[3], value_bool(true), result);
}

static bool arg_extreme(Run *run, const Value *args, bool most, Value *result) {
    Reducing r;
    Operand z;
    if (!read_reducing(run, args[0], args[1], value_none(), value_bool(false), &r) ||
        !turn(run, &r) || /* places are counted in the array's own order */
        !numpy_arg_extreme(run, most, r.x, r.axes, &z)) {
        return false;
    }
    *result = result_make(run, z);
    return true;
}

static bool np_argmax(Run *run, const Value *args, Value *result) {
    return arg_extreme(run, args, true, result);
}

static bool np_argmin(Run *run, const Value *args, Value *result) {
    return arg_extreme(run, args, false, result);
}

/* Without an axis over all elements in a row. */
static bool accumulate(Run *run, const Value *args, bool product, Value *result) {
    Operand x, z;
    DType type;
    int axis = 0;
    if (!tensor_of(run, args[0], &x) || !dtype_argument(run, args[2], DTYPE_INVALID, &type, NULL)) {
        return false;
    }
    bool number = !x.tensor->shape.rank &&
                  (value_same(args[1], value_int(0)) || value_same(args[1], value_int(-1)));
    if (!given(args[1]) || number) {
        x.tensor =
            tensor_reshaped(run->arena, x.tensor, shape_make(run->arena, 1, &x.tensor->count));
    } else if (!axis_argument(run, args[1], x.tensor->shape.rank, &axis)) {
        return false;
    }
    if (!numpy_accumulate(run, product, x, axis, type, &z)) {
        return false;
    }
    *result = result_make(run, z);
    return true;
}

/* args: a, axis, dtype, out */
static bool accumulate_out(Run *run, const Value *args, bool product, Value *result) {
    Operand z;
    return accumulate(run, args, product, result) &&
           (!given(args[3]) || (tensor_of(run, *result, &z) &&
                                numpy_deliver(run, "add", z, args[3], value_bool(true), result)));
}

static bool np_cumsum(Run *run, const Value *args, Value *result) {
    return accumulate_out(run, args, false, result);
}

static bool np_cumprod(Run *run, const Value *args, Value *result) {
    return accumulate_out(run, args, true, result);
}

static bool np_ptp(Run *run, const Value *args, Value *result) {
    Value high, low;
    return reduce_args(run, REDUCTION_MAX, args[0], args[1], value_none(), value_none(),
                       value_bool(false), &high) &&
           reduce_args(run, REDUCTION_MIN, args[0], args[1], value_none(), value_none(),
                       value_bool(false), &low) &&
           value_binary(run, BINARY_OPERATOR_SUBTRACT, high, low, result);
}

/* sum(a * w) / sum(w) */
static bool np_average(Run *run, const Value *args, Value *result) {
    Value mean_args[5] = {args[0], args[1], value_none(), value_none(), value_bool(false)};
    Operand a, w, product;
    Value scale;
    if (!given(args[2])) {
        return np_mean(run, mean_args, result);
    }
    if (!tensor_of(run, args[0], &a) || !tensor_of(run, args[2], &w)) {
        return false;
    }
    if (!shape_eq(a.tensor->shape, w.tensor->shape)) {
        Calc c = {run, false};
        Value weights = calc_array(&c, args[2]);
        if (w.tensor->shape.rank != 1 || !given(args[1])) {
            return raise_type_error(
                run, "%s",
                given(args[1]) ? "1D weights expected when shapes of a and weights differ."
                               : "Axis must be specified when shapes of a and weights differ.");
        }
        Value whole = CALC(&c, "moveaxis", calc_array(&c, args[0]), args[1], value_int(-1));
        if (calc_dim(&c, whole, calc_rank(&c, whole) - 1) != w.tensor->count) {
            return raise_value_error(run, "Length of weights not compatible with specified axis.");
        }
        Value sum = CALC(&c, "sum", CALC(&c, "multiply", whole, weights), value_int(-1));
        return calc_end(&c, CALC(&c, "divide", sum, CALC(&c, "sum", weights)), result);
    }
    if (!ufunc_binary(run, UFUNC_MULTIPLY, a, w, &product)) {
        return false;
    }
    mean_args[0] = result_make(run, product);
    Value scale_args[5] = {args[2], args[1], value_none(), value_none(), value_bool(false)};
    return np_sum(run, mean_args, result) && np_sum(run, scale_args, &scale) &&
           value_binary(run, BINARY_OPERATOR_TRUE_DIVIDE, *result, scale, result);
}

/* ---- rounding, limits ---- */

static bool np_round(Run *run, const Value *args, Value *result) {
    Operand x, z;
    int64_t decimals;
    if (!tensor_of(run, args[0], &x) || !index_of(run, args[1], &decimals) ||
        !numpy_round(run, x, decimals, &z)) {
        return false;
    }
    return numpy_deliver(run, "rint", z, args[2], value_bool(true), result);
}

static bool np_clip(Run *run, const Value *args, Value *result) {
    Operand x, z;
    if (!tensor_of(run, args[0], &x) || !numpy_clip(run, x, args[1], args[2], &z)) {
        return false;
    }
    return numpy_deliver(run, "clip", z, args[3], value_bool(true), result);
}

/* Of bools: are they different? */
static bool difference(Run *run, Value a, Value b, Value *result) {
    Calc c = {run, false};
    bool truth = calc_tensor(&c, a)->dtype == DTYPE_BOOL;
    return calc_end(&c, CALC(&c, truth ? "not_equal" : "subtract", a, b), result);
}

static bool np_diff(Run *run, const Value *args, Value *result) {
    Value array;
    int64_t n;
    int axis;
    if (!array_of_value(run, args[0], &array) || !index_of(run, args[1], &n) ||
        !axis_argument(run, args[2], as_array(array)->shape.rank, &axis)) {
        return false;
    }
    *result = array;
    for (; n > 0; n--) {
        uint32_t rank = (uint32_t)as_array(*result)->shape.rank;
        Value later = tuple_make(run, rank, NULL), earlier = tuple_make(run, rank, NULL), a, b;
        for (uint32_t i = 0; i < rank; i++) {
            bool here = (int)i == axis;
            Value all = value_none();
            ((TupleObject *)later.as.object)->items[i] =
                slice_make(run, here ? value_int(1) : all, all, all);
            ((TupleObject *)earlier.as.object)->items[i] =
                slice_make(run, all, here ? value_int(-1) : all, all);
        }
        if (!array_get_item(run, *result, later, &a) ||
            !array_get_item(run, *result, earlier, &b) || !difference(run, a, b, result)) {
            return false;
        }
    }
    return true;
}

static double finite_of(double d, DType type) {
    double most = type == DTYPE_FLOAT32   ? 3.4028234663852886e38
                  : type == DTYPE_FLOAT16 ? 65504
                                          : 1.7976931348623157e308;
    return isnan(d) ? 0 : isinf(d) ? copysign(most, d) : d;
}

/* args: x, copy, nan, posinf, neginf */
static bool np_nan_to_num(Run *run, const Value *args, Value *result) {
    Operand x;
    double by[3] = {0, 0, 0};
    for (int i = 0; i < 3; i++) {
        if (given(args[i + 2]) && !float_of(run, args[i + 2], &by[i])) {
            return false;
        }
    }
    if (!tensor_of(run, args[0], &x)) {
        return false;
    }
    Tensor *t = tensor_same(run, x.tensor);
    for (int64_t i = 0; dtype_class(t->dtype) == DTYPE_CLASS_FLOAT && i < t->count; i++) {
        double d = tensor_f64(t, i);
        int which = isnan(d) ? 0 : isinf(d) && d > 0 ? 1 : isinf(d) ? 2 : -1;
        bool told = which >= 0 && given(args[which + 2]);
        tensor_set_f64(t, i, told ? by[which] : finite_of(d, t->dtype));
    }
    *result = result_make(run, (Operand){t, x.text, x.width});
    return true;
}

/* ---- comparing whole arrays ---- */

typedef struct Tolerance {
    double relative, absolute;
    bool nan_equal;
} Tolerance;

static bool is_close(double a, double b, const Tolerance *t) {
    if (isnan(a) || isnan(b)) {
        return t->nan_equal && isnan(a) && isnan(b);
    }
    return a == b || (isfinite(b) && fabs(a - b) <= t->absolute + t->relative * fabs(b));
}

/* args: a, b, rtol, atol, equal_nan */
static bool close_elements(Run *run, const Value *args, Tensor **out) {
    Operand x, y;
    Shape shape;
    Tolerance t;
    const Tensor *a, *b;
    if (!operand_as(run, args[0], DTYPE_FLOAT64, &x) ||
        !operand_as(run, args[1], DTYPE_FLOAT64, &y) || !float_of(run, args[2], &t.relative) ||
        !float_of(run, args[3], &t.absolute) || !value_truth(run, args[4], &t.nan_equal) ||
        !broadcast_shapes(run, x.tensor->shape, y.tensor->shape, &shape) ||
        !broadcast_to(run, x.tensor, shape, &a) || !broadcast_to(run, y.tensor, shape, &b)) {
        return false;
    }
    *out = tensor_make(run->arena, DTYPE_BOOL, shape);
    for (int64_t i = 0; i < a->count; i++) {
        tensor_set_i64(*out, i, is_close(tensor_f64(a, i), tensor_f64(b, i), &t));
    }
    return true;
}

static bool np_isclose(Run *run, const Value *args, Value *result) {
    Tensor *t;
    if (!close_elements(run, args, &t)) {
        return false;
    }
    *result = result_make(run, (Operand){t, false, 0});
    return true;
}

static bool all_true(const Tensor *t) {
    for (int64_t i = 0; i < t->count; i++) {
        if (!tensor_bool(t, i)) {
            return false;
        }
    }
    return true;
}

static bool np_allclose(Run *run, const Value *args, Value *result) {
    Tensor *t;
    if (!close_elements(run, args, &t)) {
        return false;
    }
    *result = value_bool(all_true(t));
    return true;
}

static bool np_array_equal(Run *run, const Value *args, Value *result) {
    Operand x, y, z;
    if (!tensor_of(run, args[0], &x) || !tensor_of(run, args[1], &y)) {
        return false;
    }
    bool mixed = (x.tensor->dtype == DTYPE_STRING) != (y.tensor->dtype == DTYPE_STRING);
    *result = value_bool(false);
    if (mixed || !shape_eq(x.tensor->shape, y.tensor->shape)) {
        return true;
    }
    if (!ufunc_binary(run, UFUNC_EQUAL, x, y, &z)) {
        return false;
    }
    *result = value_bool(all_true(z.tensor));
    return true;
}

static bool np_isscalar(Run *run, const Value *args, Value *result) {
    Value v = args[0];
    bool plain = v.kind == VALUE_INT || v.kind == VALUE_FLOAT || v.kind == VALUE_BOOL;
    *result = value_bool(plain || is_str(run, v) || is_bytes(run, v) || is_numpy_scalar(run, v));
    return true;
}

static bool np_count_nonzero(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    Value truth = CALC(&c, "logical_not", CALC(&c, "logical_not", args[0]));
    Value n = CALC(&c, "sum", truth, args[1], value_none(), value_none(), args[2]);
    if (!c.failed && is_numpy_scalar(run, n) && !given(args[1])) {
        n = value_int(tensor_i64(array_tensor(n), 0));
    }
    return calc_end(&c, n, result);
}

/* The dtype that an operation on these gives. */
static bool np_result_type(Run *run, const Value *args, Value *result) {
    uint32_t n = sequence_count(args[0]);
    const Tensor **all = ARENA_ARRAY(run->scratch, n + 1, const Tensor *);
    for (uint32_t i = 0; i < n; i++) {
        Operand x;
        DType type;
        Value v = sequence_item(args[0], i);
        int64_t one = 1;
        if (numpy_dtype_of(run, v, &type)) {
            x.tensor = tensor_make(run->scratch, type, (Shape){1, &one});
        } else if (!tensor_of(run, v, &x)) {
            return false;
        }
        all[i] = x.tensor;
    }
    *result = n ? numpy_dtype_value(run, result_type(n, all)) : value_none();
    return n || raise_value_error(run, "at least one array or dtype is required");
}

/* A reduction with initial= and where=, which stand behind its own arguments. */
typedef struct MoreRow {
    NativeFn *fn;
    int n;               /* own arguments */
    const char *combine; /* what joins the result with initial */
    int neutral;         /* what stands for what where= leaves out; -1: nothing does */
} MoreRow;

static bool reduce_more(Run *run, const void *data, const Value *args, Value *result) {
    const MoreRow *row = data;
    Value own[5], initial = args[row->n], where = args[row->n + 1];
    Calc c = {run, false};
    for (int i = 0; i < row->n; i++) {
        own[i] = args[i];
    }
    if (!(where.kind == VALUE_BOOL && where.as.boolean)) {
        if (row->neutral < 0) {
            return refuse(run, NULL, "the parameter 'where' of this function of numpy");
        }
        bool truth = row->fn == np_all || row->fn == np_any;
        own[0] = CALC(&c, "where", where, own[0],
                      truth ? value_bool(row->neutral) : value_int(row->neutral));
    }
    if (c.failed || !row->fn(run, own, result)) {
        return false;
    }
    return !given(initial) || calc_end(&c, CALC(&c, row->combine, *result, initial), result);
}

static const MoreRow sum_row = {np_sum, 5, "add", 0};
static const MoreRow prod_row = {np_prod, 5, "multiply", 1};
static const MoreRow max_row = {np_max, 4, "maximum", -1};
static const MoreRow min_row = {np_min, 4, "minimum", -1};
static const MoreRow all_row = {np_all, 4, "logical_and", 1};
static const MoreRow any_row = {np_any, 4, "logical_or", 0};

#define REDUCE "a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True"
#define EXTREME "a, axis=None, out=None, keepdims=False, initial=None, where=True"
#define SPREAD "a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True!"

static const NativeSpec math_functions[] = {
    {.name = "sum", .signature = REDUCE, .fn_row = reduce_more, .row = &sum_row},
    {.name = "prod", .signature = REDUCE, .fn_row = reduce_more, .row = &prod_row},
    {.name = "product", .signature = REDUCE, .fn_row = reduce_more, .row = &prod_row},
    {.name = "mean",
     .signature = "a, axis=None, dtype=None, out=None, keepdims=False, *, where=True!",
     .fn = np_mean},
    {.name = "max", .signature = EXTREME, .fn_row = reduce_more, .row = &max_row},
    {.name = "amax", .signature = EXTREME, .fn_row = reduce_more, .row = &max_row},
    {.name = "min", .signature = EXTREME, .fn_row = reduce_more, .row = &min_row},
    {.name = "amin", .signature = EXTREME, .fn_row = reduce_more, .row = &min_row},
    {.name = "all", .signature = EXTREME, .fn_row = reduce_more, .row = &all_row},
    {.name = "alltrue", .signature = EXTREME, .fn_row = reduce_more, .row = &all_row},
    {.name = "any", .signature = EXTREME, .fn_row = reduce_more, .row = &any_row},
    {.name = "sometrue", .signature = EXTREME, .fn_row = reduce_more, .row = &any_row},
    {.name = "std", .signature = SPREAD, .fn = np_std},
    {.name = "var", .signature = SPREAD, .fn = np_var},
    {.name = "argmax", .signature = "a, axis=None, out=None!, *, keepdims=False!", .fn = np_argmax},
    {.name = "argmin", .signature = "a, axis=None, out=None!, *, keepdims=False!", .fn = np_argmin},
    {.name = "cumsum", .signature = "a, axis=None, dtype=None, out=None", .fn = np_cumsum},
    {.name = "cumprod", .signature = "a, axis=None, dtype=None, out=None", .fn = np_cumprod},
    {.name = "ptp", .signature = "a, axis=None, out=None!, keepdims=False!", .fn = np_ptp},
    {.name = "average",
     .signature = "a, axis=None, weights=None, returned=False!, *, keepdims=False!",
     .fn = np_average},
    {.name = "round", .signature = "a, decimals=0, out=None", .fn = np_round},
    {.name = "round_", .signature = "a, decimals=0, out=None", .fn = np_round},
    {.name = "around", .signature = "a, decimals=0, out=None", .fn = np_round},
    {.name = "clip", .signature = "a, a_min, a_max, out=None", .fn = np_clip},
    {.name = "diff", .signature = "a, n=1, axis=-1, prepend=None!, append=None!", .fn = np_diff},
    {.name = "nan_to_num",
     .signature = "x, copy=True!, nan=0.0, posinf=None, neginf=None",
     .fn = np_nan_to_num},
    {.name = "isclose",
     .signature = "a, b, rtol=1e-05, atol=1e-08, equal_nan=False",
     .fn = np_isclose},
    {.name = "allclose",
     .signature = "a, b, rtol=1e-05, atol=1e-08, equal_nan=False",
     .fn = np_allclose},
    {.name = "array_equal", .signature = "a1, a2, equal_nan=False!", .fn = np_array_equal},
    {.name = "isscalar", .signature = "element", .fn = np_isscalar},
    {.name = "count_nonzero", .signature = "a, axis=None, keepdims=False", .fn = np_count_nonzero},
    {.name = "result_type", .signature = "*arrays_and_dtypes", .fn = np_result_type},
    {0},
};

const NativeSpec numpy_math_methods[] = {
    {.name = "sum",
     .signature =
         "self, /, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True",
     .fn_row = reduce_more,
     .row = &sum_row},
    {.name = "prod",
     .signature =
         "self, /, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True",
     .fn_row = reduce_more,
     .row = &prod_row},
    {.name = "mean",
     .signature = "self, /, axis=None, dtype=None, out=None, keepdims=False, *, where=True!",
     .fn = np_mean},
    {.name = "max",
     .signature = "self, /, axis=None, out=None, keepdims=False, initial=None, where=True",
     .fn_row = reduce_more,
     .row = &max_row},
    {.name = "min",
     .signature = "self, /, axis=None, out=None, keepdims=False, initial=None, where=True",
     .fn_row = reduce_more,
     .row = &min_row},
    {.name = "all",
     .signature = "self, /, axis=None, out=None, keepdims=False, initial=None, where=True",
     .fn_row = reduce_more,
     .row = &all_row},
    {.name = "any",
     .signature = "self, /, axis=None, out=None, keepdims=False, initial=None, where=True",
     .fn_row = reduce_more,
     .row = &any_row},
    {.name = "std",
     .signature =
         "self, /, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True!",
     .fn = np_std},
    {.name = "var",
     .signature =
         "self, /, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True!",
     .fn = np_var},
    {.name = "argmax",
     .signature = "self, /, axis=None, out=None!, *, keepdims=False!",
     .fn = np_argmax},
    {.name = "argmin",
     .signature = "self, /, axis=None, out=None!, *, keepdims=False!",
     .fn = np_argmin},
    {.name = "cumsum", .signature = "self, /, axis=None, dtype=None, out=None", .fn = np_cumsum},
    {.name = "cumprod", .signature = "self, /, axis=None, dtype=None, out=None", .fn = np_cumprod},
    {.name = "ptp", .signature = "self, /, axis=None, out=None!, keepdims=False!", .fn = np_ptp},
    {.name = "round", .signature = "self, /, decimals=0, out=None", .fn = np_round},
    {.name = "clip", .signature = "self, /, min=None, max=None, out=None", .fn = np_clip},
    {0},
};

void install_numpy_math(Run *run, Numpy *np) {
    module_add_functions(run, np->module, math_functions);
}
