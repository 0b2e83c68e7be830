/* numpy_make.c: functions that make arrays: np.array, zeros, arange, linspace, meshgrid … */
#include <math.h>

#include "run/numpy_functions.h"

/* ---- from values ---- */

/* Dims of 1 in front until there are ndmin. */
static bool at_least_dims(Run *run, Value ndmin, Operand *x) {
    int64_t least;
    if (!index_of(run, ndmin, &least)) {
        return false;
    }
    Shape s = x->tensor->shape;
    if (least <= s.rank || least > 32) {
        return true;
    }
    int64_t *dims = ARENA_ARRAY(run->scratch, (size_t)least, int64_t);
    for (int i = 0; i < (int)least; i++) {
        dims[i] = i < (int)least - s.rank ? 1 : s.dims[i - ((int)least - s.rank)];
    }
    x->tensor = tensor_reshaped(run->arena, x->tensor, shape_make(run->arena, (int)least, dims));
    return true;
}

/* Numbers asked for as strings, or strings as strings of the other kind. */
static void set_text(Operand *x, DType asked, bool text) {
    x->text = asked == DTYPE_STRING ? text : x->text && x->tensor->dtype == DTYPE_STRING;
}

static bool np_asarray(Run *run, const Value *args, Value *result);
static bool in_order(Run *run, Value order, Value *result);

static bool is_letter(const Run *run, Value order, char letter) {
    return is_str(run, order) && str_text(order).len == 1 && str_text(order).at[0] == letter;
}

/* Order 'K': a copy lies as the array does. */
static bool keep_order(Run *run, Value from, Value *order) {
    Value turned;
    if (is_letter(run, *order, 'C') || is_letter(run, *order, 'F') || !is_array(run, from) ||
        array_contiguous(as_array(from))) {
        return true;
    }
    if (!array_t_getter(run, &from, &turned)) {
        return false;
    }
    *order = array_contiguous(as_array(turned)) ? str_make(run, STR("F")) : *order;
    return true;
}

static bool np_array(Run *run, const Value *args, Value *result) {
    Operand x;
    DType type;
    bool text = false, copy;
    if (!value_truth(run, args[2], &copy)) {
        return false;
    }
    if (!copy && is_array(run, args[0])) {
        if (is_letter(run, args[3], 'F')) {
            return refuse(run, NULL, "order='F' beside copy=False");
        }
        return args[4].kind == VALUE_INT && args[4].as.integer <= as_array(args[0])->shape.rank
                   ? np_asarray(run, args, result)
                   : refuse(run, NULL, "ndmin beside copy=False");
    }
    if (!dtype_argument(run, args[1], DTYPE_INVALID, &type, &text) ||
        !operand_as(run, args[0], type, &x) || !at_least_dims(run, args[4], &x)) {
        return false;
    }
    set_text(&x, type, text);
    bool known = is_array(run, args[0]) || is_numpy_scalar(run, args[0]);
    x.tensor = known ? tensor_same(run, x.tensor) : x.tensor;
    int32_t width = dtype_width(run, args[1]);
    *result = array_make_text(run, x.tensor, x.text);
    array_fit(run, *result, width ? width : x.width);
    Value order = args[3];
    return keep_order(run, args[0], &order) && in_order(run, order, result);
}

static bool np_asarray(Run *run, const Value *args, Value *result) {
    DType type;
    *result = args[0];
    if (!dtype_argument(run, args[1], DTYPE_INVALID, &type, NULL)) {
        return false;
    }
    bool same = is_array(run, args[0]) &&
                (type == DTYPE_INVALID || array_owner(as_array(args[0]))->tensor->dtype == type);
    Value again[5] = {args[0], args[1], value_bool(true), value_none(), value_int(0)};
    return same || np_array(run, again, result);
}

static bool np_copy(Run *run, const Value *args, Value *result) {
    Value again[5] = {args[0], value_none(), value_bool(true), args[1], value_int(0)};
    return np_array(run, again, result);
}

static bool np_fromiter(Run *run, const Value *args, Value *result) {
    Value *items;
    uint32_t n;
    if (!value_items(run, args[0], &items, &n)) {
        return false;
    }
    Value again[5] = {list_make(run, n, items), args[1], value_bool(true), value_none(),
                      value_int(0)};
    return np_array(run, again, result);
}

/* ---- filled ---- */

static bool filled(Run *run, Shape shape, DType type, bool text, Value fill, Value *result) {
    if (!array_room(run, shape)) {
        return false;
    }
    Tensor *t = tensor_make(run->arena, type, shape);
    for (int64_t i = 0; given(fill) && i < t->count; i++) {
        if (i) {
            element_copy(t, i, t, 0, 1);
        } else if (!element_of_value(run, fill, t, 0)) {
            return false;
        }
    }
    *result = array_make_text(run, t, text);
    return true;
}

/* Order 'F': the elements lie column by column. */
static bool in_order(Run *run, Value order, Value *result) {
    Value turned, hidden;
    Operand x;
    if (!is_letter(run, order, 'F') || as_array(*result)->shape.rank < 2) {
        return true;
    }
    if (!array_t_getter(run, result, &turned) || !tensor_of(run, turned, &x)) {
        return false;
    }
    hidden = array_make_text(run, tensor_same(run, x.tensor), x.text);
    array_fit(run, hidden, x.width);
    if (!array_t_getter(run, &hidden, result)) {
        return false;
    }
    as_array(hidden)->shown = as_array(*result);
    return true;
}

static bool make_filled(Run *run, const Value *args, Value fill, Value *result) {
    Shape shape;
    DType type;
    bool text = false;
    return shape_argument(run, args[0], false, &shape) &&
           dtype_argument(run, args[1], DTYPE_FLOAT64, &type, &text) &&
           filled(run, shape, type, text, fill, result) &&
           (array_fit(run, *result, dtype_width(run, args[1])), in_order(run, args[2], result));
}

static bool np_zeros(Run *run, const Value *args, Value *result) {
    return make_filled(run, args, value_none(), result);
}

static bool np_ones(Run *run, const Value *args, Value *result) {
    return make_filled(run, args, value_int(1), result);
}

static bool np_full(Run *run, const Value *args, Value *result) {
    Shape shape;
    Operand x;
    DType type;
    if (!shape_argument(run, args[0], false, &shape) || !tensor_of(run, args[1], &x) ||
        !dtype_argument(run, args[2], x.tensor->dtype, &type, NULL)) {
        return false;
    }
    const Tensor *one;
    if (!tensor_convert(run, x, type, &one)) {
        return false;
    }
    return array_room(run, shape) && broadcast_to(run, one, shape, &one) &&
           (*result = array_make_text(run, tensor_same(run, one), x.text),
            in_order(run, args[3], result));
}

/* The shape and type of another array. */
static bool make_like(Run *run, const Value *args, Value dtype, Value fill, Value *result) {
    Operand x;
    DType type;
    bool text = false;
    return tensor_of(run, args[0], &x) &&
           dtype_argument(run, dtype, x.tensor->dtype, &type, &text) &&
           filled(run, x.tensor->shape, type, text || x.text, fill, result);
}

static bool np_zeros_like(Run *run, const Value *args, Value *result) {
    return make_like(run, args, args[1], value_none(), result);
}

static bool np_ones_like(Run *run, const Value *args, Value *result) {
    return make_like(run, args, args[1], value_int(1), result);
}

static bool np_full_like(Run *run, const Value *args, Value *result) {
    return make_like(run, args, args[2], args[1], result);
}

/* ---- ranges ---- */

typedef struct Bounds {
    Operand start, stop, step;
    DType type;
} Bounds;

static bool read_bounds(Run *run, const Value *args, Bounds *b) {
    bool one = !given(args[1]);
    if (!tensor_of(run, one ? value_int(0) : args[0], &b->start) ||
        !tensor_of(run, one ? args[0] : args[1], &b->stop) ||
        !tensor_of(run, given(args[2]) ? args[2] : value_int(1), &b->step)) {
        return false;
    }
    const Tensor *all[3] = {b->start.tensor, b->stop.tensor, b->step.tensor};
    for (int i = 0; i < 3; i++) {
        bool number = dtype_is_numeric(all[i]->dtype) || all[i]->dtype == DTYPE_BOOL;
        if (!number || all[i]->count != 1) {
            return raise_type_error(run, "unsupported operand type(s) for -: 'str' and 'int'");
        }
    }
    DType own = result_type(3, all);
    return dtype_argument(run, args[3], own == DTYPE_BOOL ? DTYPE_INT64 : own, &b->type, NULL);
}

static void fill_integers(const Bounds *b, Tensor *t) {
    int64_t start = tensor_i64(b->start.tensor, 0), step = tensor_i64(b->step.tensor, 0);
    for (int64_t i = 0; i < t->count; i++) {
        tensor_set_i64(t, i, (int64_t)((uint64_t)start + (uint64_t)i * (uint64_t)step));
    }
}

/* The first two elements fix the distance, in the type of the array. */
static void fill_reals(double start, double step, Tensor *t) {
    tensor_set_f64(t, 0, start);
    if (t->count > 1) {
        tensor_set_f64(t, 1, start + step);
    }
    double first = tensor_f64(t, 0), delta = t->count > 1 ? tensor_f64(t, 1) - first : 0;
    delta = t->dtype == DTYPE_FLOAT64 ? delta : (double)(float)delta;
    for (int64_t i = 2; i < t->count; i++) {
        double d = (double)i * delta;
        tensor_set_f64(t, i, first + (t->dtype == DTYPE_FLOAT64 ? d : (double)(float)d));
    }
}

static bool np_arange(Run *run, const Value *args, Value *result) {
    Bounds b;
    if (!read_bounds(run, args, &b)) {
        return false;
    }
    double start = tensor_f64(b.start.tensor, 0), step = tensor_f64(b.step.tensor, 0);
    if (step == 0) {
        return raise_error(run, run->exception.ZeroDivisionError, "division by zero");
    }
    double length = ceil((tensor_f64(b.stop.tensor, 0) - start) / step);
    if (!(length <= (double)run->options.max_tensor)) {
        return refuse_budget(run, BUDGET_TENSOR);
    }
    int64_t n = length > 0 ? (int64_t)length : 0;
    Tensor *t = tensor_make(run->arena, b.type, (Shape){1, &n});
    if (dtype_is_inexact(b.start.tensor->dtype) || dtype_is_inexact(b.step.tensor->dtype) ||
        dtype_is_inexact(b.type)) {
        if (n) {
            fill_reals(start, step, t);
        }
    } else {
        fill_integers(&b, t);
    }
    *result = array_make_text(run, t, false);
    return true;
}

static void fill_linear(Tensor *t, double start, double stop, int64_t parts) {
    double delta = stop - start, step = parts > 0 ? delta / (double)parts : NAN;
    for (int64_t i = 0; i < t->count; i++) {
        double d = parts <= 0  ? (double)i * delta
                   : step == 0 ? (double)i / (double)parts * delta
                               : (double)i * step;
        tensor_set_f64(t, i, d + start);
    }
}

static bool linear_count(Run *run, Value v, int64_t *n) {
    if (v.kind == VALUE_FLOAT) {
        return raise_type_error(run, "'float' object cannot be interpreted as an integer");
    }
    if (!index_of(run, v, n)) {
        return false;
    }
    if (*n < 0) {
        return raise_value_error(run, "Number of samples, %lld, must be non-negative.",
                                 (long long)*n);
    }
    return array_room(run, (Shape){1, n});
}

/* As float64; the conversion to another type comes at the end. */
static bool linear(Run *run, const Value *args, Tensor **t, double *step) {
    double start, stop;
    int64_t n;
    bool endpoint;
    if (is_array(run, args[0]) || is_array(run, args[1]) || is_sequence(run, args[0]) ||
        is_sequence(run, args[1])) {
        return refuse(run, NULL, "numpy.logspace between arrays");
    }
    if (!float_of(run, args[0], &start) || !float_of(run, args[1], &stop) ||
        !linear_count(run, args[2], &n) || !value_truth(run, args[3], &endpoint)) {
        return false;
    }
    int64_t parts = endpoint ? n - 1 : n;
    *t = tensor_make(run->arena, DTYPE_FLOAT64, (Shape){1, &n});
    *step = parts > 0 ? (stop - start) / (double)parts : NAN;
    fill_linear(*t, start, stop, parts);
    if (endpoint && n > 1) {
        tensor_set_f64(*t, n - 1, stop);
    }
    return true;
}

static bool finish_linear(Run *run, Tensor *t, Value dtype, Value *result) {
    DType type;
    if (!dtype_argument(run, dtype, DTYPE_FLOAT64, &type, NULL)) {
        return false;
    }
    for (int64_t i = 0; dtype_is_integer(type) && i < t->count; i++) {
        tensor_set_f64(t, i, floor(tensor_f64(t, i)));
    }
    *result = array_make_text(run, tensor_cast(run->arena, t, type), false);
    return true;
}

static bool np_linspace(Run *run, const Value *args, Value *result) {
    bool arrays = is_array(run, args[0]) || is_array(run, args[1]) || is_sequence(run, args[0]) ||
                  is_sequence(run, args[1]);
    if (arrays && !(args[4].kind == VALUE_BOOL && args[4].as.boolean)) {
        Calc c = {run, false};
        return calc_end(&c, CALC(&c, "_linspace", args[0], args[1], args[2], args[3], args[5]),
                        result);
    }

    Tensor *t;
    double step;
    bool retstep;
    if (!linear(run, args, &t, &step) || !value_truth(run, args[4], &retstep) ||
        !finish_linear(run, t, args[5], result)) {
        return false;
    }
    if (retstep) {
        Value pair[2] = {*result,
                         scalar_make(run, tensor_scalar_f64(run->arena, DTYPE_FLOAT64, step))};
        *result = tuple_make(run, 2, pair);
    }
    return true;
}

static bool np_logspace(Run *run, const Value *args, Value *result) {
    Tensor *t;
    double step, base;
    if (!linear(run, args, &t, &step) || !float_of(run, args[4], &base)) {
        return false;
    }
    for (int64_t i = 0; i < t->count; i++) {
        tensor_set_f64(t, i, pow(base, tensor_f64(t, i)));
    }
    return finish_linear(run, t, args[5], result);
}

/* ---- meshgrid ---- */

/* Coordinates of axis `at` over the whole grid. With 'xy' the first two dims change places. */
static Value mesh_axis(Run *run, const Tensor *x, Shape grid, int at) {
    int64_t *strides = ARENA_ARRAY(run->scratch, (size_t)grid.rank + 1, int64_t);
    strides[at] = 1;
    return array_make_text(run, strided_copy(run->arena, x, grid, 0, strides), false);
}

static bool np_meshgrid(Run *run, const Value *args, Value *result) {
    uint32_t n = sequence_count(args[0]);
    bool xy = !(is_str(run, args[1]) && str_is(str_text(args[1]), "ij"));
    int64_t *dims = ARENA_ARRAY(run->scratch, n + 1, int64_t);
    Operand *x = ARENA_ARRAY(run->scratch, n + 1, Operand);
    for (uint32_t i = 0; i < n; i++) {
        if (!tensor_of(run, sequence_item(args[0], i), &x[i])) {
            return false;
        }
        uint32_t at = xy && n > 1 && i < 2 ? 1 - i : i;
        dims[at] = x[i].tensor->count;
    }
    Shape grid = {(int)n, dims};
    if (!array_room(run, grid)) {
        return false;
    }
    *result = list_make(run, 0, NULL);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t at = xy && n > 1 && i < 2 ? 1 - i : i;
        list_append(run, *result, mesh_axis(run, x[i].tensor, grid, (int)at));
    }
    return true;
}

const NativeSpec numpy_make_functions[] = {
    {.name = "array",
     .signature = "object, dtype=None, copy=True, order='K'!'C'|'F'|None, ndmin=0, subok=False~",
     .fn = np_array},
    {.name = "asarray", .signature = "a, dtype=None, order=None!'C'|'K'", .fn = np_asarray},
    {.name = "asanyarray", .signature = "a, dtype=None, order=None!'C'|'K'", .fn = np_asarray},
    {.name = "ascontiguousarray", .signature = "a, dtype=None", .fn = np_asarray},
    {.name = "copy", .signature = "a, order='K'!'C'|'F', subok=False~", .fn = np_copy},
    {.name = "fromiter", .signature = "iter, dtype, count=-1!", .fn = np_fromiter},
    {.name = "zeros", .signature = "shape, dtype=None, order='C'!'F'", .fn = np_zeros},
    {.name = "empty", .signature = "shape, dtype=None, order='C'!'F'", .fn = np_zeros},
    {.name = "ones", .signature = "shape, dtype=None, order='C'!'F'", .fn = np_ones},
    {.name = "full", .signature = "shape, fill_value, dtype=None, order='C'!'F'", .fn = np_full},
    {.name = "zeros_like",
     .signature = "a, dtype=None, order='K'!'C', subok=True~, shape=None!",
     .fn = np_zeros_like},
    {.name = "empty_like",
     .signature = "prototype, dtype=None, order='K'!'C', subok=True~, shape=None!",
     .fn = np_zeros_like},
    {.name = "ones_like",
     .signature = "a, dtype=None, order='K'!'C', subok=True~, shape=None!",
     .fn = np_ones_like},
    {.name = "full_like",
     .signature = "a, fill_value, dtype=None, order='K'!'C', subok=True~, shape=None!",
     .fn = np_full_like},
    {.name = "arange", .signature = "start, stop=None, step=None, dtype=None", .fn = np_arange},
    {.name = "linspace",
     .signature = "start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0!",
     .fn = np_linspace},
    {.name = "logspace",
     .signature = "start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0!",
     .fn = np_logspace},
    {.name = "meshgrid",
     .signature = "*xi, indexing='xy', copy=True!, sparse=False!",
     .fn = np_meshgrid},
    {0},
};
