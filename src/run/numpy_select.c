/* numpy_select.c: choosing elements: where, nonzero, take, sort, argsort, unique, searchsorted,
 * bincount. */
#include <math.h>
#include <string.h>

#include "run/numpy_functions.h"

/* ---- where and nonzero ---- */

static bool truth_at(const Tensor *t, int64_t i) {
    return t->dtype == DTYPE_STRING ? tensor_text(t, i).len > 0 : tensor_f64(t, i) != 0;
}

/* Positions of the elements that are true. */
static int64_t *true_positions(Run *run, const Tensor *t, int64_t *n) {
    int64_t *at = ARENA_ARRAY(run->scratch, (size_t)t->count + 1, int64_t);
    *n = 0;
    for (int64_t i = 0; i < t->count; i++) {
        if (truth_at(t, i)) {
            at[(*n)++] = i;
        }
    }
    return at;
}

bool np_nonzero(Run *run, const Value *args, Value *result) {
    Operand x;
    int64_t n;
    if (!tensor_of(run, args[0], &x)) {
        return false;
    }
    int64_t one = 1;
    Shape s = x.tensor->shape.rank ? x.tensor->shape : (Shape){1, &one};
    const int64_t *at = true_positions(run, x.tensor, &n), *strides = strides_of(run->scratch, s);
    *result = tuple_make(run, (uint32_t)s.rank, NULL);
    for (int k = 0; k < s.rank; k++) {
        Tensor *t = tensor_make(run->arena, DTYPE_INT64, (Shape){1, &n});
        for (int64_t i = 0; i < n; i++) {
            tensor_set_i64(t, i, at[i] / strides[k] % s.dims[k]);
        }
        ((TupleObject *)result->as.object)->items[k] = array_make_text(run, t, false);
    }
    return true;
}

static bool np_argwhere(Run *run, const Value *args, Value *result) {
    Operand x;
    int64_t n;
    if (!tensor_of(run, args[0], &x)) {
        return false;
    }
    Shape s = x.tensor->shape;
    const int64_t *at = true_positions(run, x.tensor, &n), *strides = strides_of(run->scratch, s);
    Tensor *t = tensor_make(run->arena, DTYPE_INT64, (Shape){2, (int64_t[]){n, s.rank}});
    for (int64_t i = 0; i < t->count; i++) {
        int64_t k = i % s.rank;
        tensor_set_i64(t, i, at[i / s.rank] / strides[k] % s.dims[k]);
    }
    *result = array_make_text(run, t, false);
    return true;
}

static bool np_flatnonzero(Run *run, const Value *args, Value *result) {
    Operand x;
    int64_t n;
    if (!tensor_of(run, args[0], &x)) {
        return false;
    }
    const int64_t *at = true_positions(run, x.tensor, &n);
    Tensor *t = tensor_make(run->arena, DTYPE_INT64, (Shape){1, &n});
    for (int64_t i = 0; i < n; i++) {
        tensor_set_i64(t, i, at[i]);
    }
    *result = array_make_text(run, t, false);
    return true;
}

static bool np_where(Run *run, const Value *args, Value *result) {
    Operand c, x, y;
    Shape shape;
    const Tensor *all[3];
    if (is_unbound(args[1]) != is_unbound(args[2])) {
        return raise_value_error(run, "either both or neither of x and y should be given");
    }
    if (is_unbound(args[1])) {
        return np_nonzero(run, args, result);
    }
    if (!tensor_of(run, args[0], &c) || !tensor_of(run, args[1], &x) ||
        !tensor_of(run, args[2], &y)) {
        return false;
    }
    const Tensor *both[2] = {x.tensor, y.tensor};
    DType type = result_type(2, both);
    if (!broadcast_shapes(run, x.tensor->shape, y.tensor->shape, &shape) ||
        !broadcast_shapes(run, c.tensor->shape, shape, &shape) ||
        !broadcast_to(run, c.tensor, shape, &all[0]) || !tensor_convert(run, x, type, &all[1]) ||
        !broadcast_to(run, all[1], shape, &all[1]) || !tensor_convert(run, y, type, &all[2]) ||
        !broadcast_to(run, all[2], shape, &all[2])) {
        return false;
    }
    Tensor *t = tensor_make(run->arena, type, shape);
    for (int64_t i = 0; i < t->count; i++) {
        element_copy(t, i, truth_at(all[0], i) ? all[1] : all[2], i, 1);
    }
    Operand z = {t, x.text || y.text, x.width > y.width ? x.width : y.width};
    *result = shape.rank ? result_make(run, z) : array_make(run, t);
    return true;
}

/* ---- take ---- */

bool np_take(Run *run, const Value *args, Value *result) {
    Value array;
    int axis;
    if (!array_of_value(run, args[0], &array)) {
        return false;
    }
    if (!given(args[2])) {
        Operand x;
        return tensor_of(run, array, &x) && array_get_item(run, flat_copy(run, x), args[1], result);
    }
    uint32_t rank = (uint32_t)as_array(array)->shape.rank;
    if (!axis_argument(run, args[2], (int)rank, &axis)) {
        return false;
    }
    Value key = tuple_make(run, rank, NULL);
    for (uint32_t i = 0; i < rank; i++) {
        Value all = slice_make(run, value_none(), value_none(), value_none());
        ((TupleObject *)key.as.object)->items[i] = (int)i == axis ? args[1] : all;
    }
    return array_get_item(run, array, key, result);
}

/* ---- sorting ---- */

int element_order(const Tensor *t, int64_t i, int64_t k) {
    if (t->dtype == DTYPE_STRING) {
        return str_cmp(tensor_text(t, i), tensor_text(t, k));
    }
    if (dtype_is_inexact(t->dtype)) {
        double a = tensor_f64(t, i), b = tensor_f64(t, k);
        return isnan(a) || isnan(b) ? (isnan(a) != 0) - (isnan(b) != 0) : (a > b) - (a < b);
    }
    int64_t a = tensor_i64(t, i), b = tensor_i64(t, k);
    if (t->dtype == DTYPE_UINT64) {
        return ((uint64_t)a > (uint64_t)b) - ((uint64_t)a < (uint64_t)b);
    }
    return (a > b) - (a < b);
}

static void merge(const Tensor *t, int64_t *at, int64_t *spare, int64_t half, int64_t n) {
    int64_t i = 0, k = half, next = 0;
    memcpy(spare, at, (size_t)n * sizeof *at);
    while (i < half || k < n) {
        bool left = k == n || (i < half && element_order(t, spare[i], spare[k]) <= 0);
        at[next++] = left ? spare[i++] : spare[k++];
    }
}

/* Sorts positions by their elements, stably. */
static void sort_positions(const Tensor *t, int64_t *at, int64_t *spare, int64_t n) {
    if (n < 2) {
        return;
    }
    sort_positions(t, at, spare, n / 2);
    sort_positions(t, at + n / 2, spare, n - n / 2);
    merge(t, at, spare, n / 2, n);
}

#define FEW 16 /* positions that numpy sorts by insertion */

static void swap_places(int64_t *at, int64_t i, int64_t k) {
    int64_t place = at[i];
    at[i] = at[k];
    at[k] = place;
}

static void insertion_sort(const Tensor *t, int64_t *at, int64_t low, int64_t high) {
    for (int64_t i = low + 1; i <= high; i++) {
        int64_t place = at[i], k = i;
        for (; k > low && element_order(t, place, at[k - 1]) < 0; k--) {
            at[k] = at[k - 1];
        }
        at[k] = place;
    }
}

/* The middle one of three is the pivot; returns where it ends. */
static int64_t split_places(const Tensor *t, int64_t *at, int64_t low, int64_t high) {
    int64_t mid = low + (high - low) / 2, i = low, k = high - 1;
    if (element_order(t, at[mid], at[low]) < 0) {
        swap_places(at, mid, low);
    }
    if (element_order(t, at[high], at[mid]) < 0) {
        swap_places(at, high, mid);
    }
    if (element_order(t, at[mid], at[low]) < 0) {
        swap_places(at, mid, low);
    }
    int64_t pivot = at[mid];
    swap_places(at, mid, k);
    for (;;) {
        do {
            i++;
        } while (element_order(t, at[i], pivot) < 0);
        do {
            k--;
        } while (element_order(t, pivot, at[k]) < 0);
        if (i >= k) {
            break;
        }
        swap_places(at, i, k);
    }
    swap_places(at, i, high - 1);
    return i;
}

/* numpy's default order: equal elements of long rows do not keep theirs. */
static void quick_sort(const Tensor *t, int64_t *at, int64_t *spare, int64_t n) {
    int64_t low = 0, high = n - 1, stack[192];
    int left = 0, depth = 0;
    for (int64_t k = n; k > 1; k >>= 1) {
        depth += 2;
    }
    for (;;) {
        while (high - low > FEW && left < 189 && depth >= 0) {
            int64_t middle = split_places(t, at, low, high);
            bool right_first = middle - low < high - middle;
            stack[left++] = right_first ? middle + 1 : low;
            stack[left++] = right_first ? high : middle - 1;
            stack[left++] = --depth;
            high = right_first ? middle - 1 : high;
            low = right_first ? low : middle + 1;
        }
        if (high - low > FEW) {
            sort_positions(t, at + low, spare, high - low + 1);
        } else {
            insertion_sort(t, at, low, high);
        }
        if (!left) {
            return;
        }
        depth = (int)stack[--left];
        high = stack[--left];
        low = stack[--left];
    }
}

/* Positions of the elements of each row along an axis, in sorted order: for element i of the
 * result. */
static int64_t *sorted_along(Run *run, const Tensor *t, int axis, bool stable) {
    int64_t n = t->shape.dims[axis], step = strides_of(run->scratch, t->shape)[axis];
    int64_t *result = ARENA_ARRAY(run->scratch, (size_t)t->count + 1, int64_t);
    int64_t *row = ARENA_ARRAY(run->scratch, (size_t)n + 1, int64_t);
    int64_t *spare = ARENA_ARRAY(run->scratch, (size_t)n + 1, int64_t);
    for (int64_t i = 0; i < t->count; i++) {
        if (i / step % n) {
            continue;
        }
        for (int64_t k = 0; k < n; k++) {
            row[k] = i + k * step;
        }
        (stable ? sort_positions : quick_sort)(t, row, spare, n);
        for (int64_t k = 0; k < n; k++) {
            result[i + k * step] = row[k];
        }
    }
    return result;
}

/* axis=None: as one row. */
static bool sort_operand(Run *run, Value v, Value axis, Operand *x, int *along) {
    *along = 0;
    if (!tensor_of(run, v, x)) {
        return false;
    }
    if (dtype_class(x->tensor->dtype) == DTYPE_CLASS_COMPLEX) {
        return refuse(run, NULL, "sorting complex numbers");
    }
    if (!given(axis)) {
        x->tensor = tensor_reshaped(run->scratch, x->tensor,
                                    shape_make(run->scratch, 1, &x->tensor->count));
        return true;
    }
    return axis_argument(run, axis, x->tensor->shape.rank, along);
}

static Tensor *sorted(Run *run, const Tensor *from, int along) {
    const int64_t *at = sorted_along(run, from, along, true);
    Tensor *t = tensor_make(run->arena, from->dtype, from->shape);
    for (int64_t i = 0; i < t->count; i++) {
        element_copy(t, i, from, at[i], 1);
    }
    return t;
}

static bool np_sort(Run *run, const Value *args, Value *result) {
    Operand x;
    int along;
    if (!sort_operand(run, args[0], args[1], &x, &along)) {
        return false;
    }
    *result = array_make_text(run, sorted(run, x.tensor, along), x.text);
    return true;
}

bool array_sort(Run *run, const Value *args, Value *result) {
    Operand x;
    int along;
    *result = value_none();
    return sort_operand(run, args[0], args[1], &x, &along) &&
           array_replace(run, as_array(args[0]), sorted(run, x.tensor, along));
}

bool np_argsort(Run *run, const Value *args, Value *result) {
    Operand x;
    int along;
    if (!sort_operand(run, args[0], args[1], &x, &along)) {
        return false;
    }
    bool quick = !is_str(run, args[2]) || str_is(str_text(args[2]), "quicksort");
    const int64_t *at = sorted_along(run, x.tensor, along, !quick);
    int64_t n = x.tensor->shape.dims[along],
            step = strides_of(run->scratch, x.tensor->shape)[along];
    Tensor *t = tensor_make(run->arena, DTYPE_INT64, x.tensor->shape);
    for (int64_t i = 0; i < t->count; i++) {
        tensor_set_i64(t, i, at[i] / step % n);
    }
    *result = array_make_text(run, t, false);
    return true;
}

/* ---- unique ---- */

typedef struct Unique {
    const Tensor *t;
    int64_t *order; /* positions, sorted */
    int64_t *first; /* [count] where each distinct element begins in order */
    int64_t count;
} Unique;

static Unique unique_of(Run *run, const Tensor *t) {
    Unique u = {.t = t, .order = sorted_along(run, t, 0, true)};
    u.first = ARENA_ARRAY(run->scratch, (size_t)t->count + 1, int64_t);
    for (int64_t i = 0; i < t->count; i++) {
        if (!i || element_order(t, u.order[i - 1], u.order[i])) {
            u.first[u.count++] = i;
        }
    }
    u.first[u.count] = t->count;
    return u;
}

static Value integers_array(Run *run, int64_t n, const int64_t *values) {
    Tensor *t = tensor_make(run->arena, DTYPE_INT64, (Shape){1, &n});
    for (int64_t i = 0; i < n; i++) {
        tensor_set_i64(t, i, values[i]);
    }
    return array_make_text(run, t, false);
}

static Value unique_extra(Run *run, const Unique *u, int which) {
    int64_t n = which == 1 ? u->t->count : u->count;
    int64_t *values = ARENA_ARRAY(run->scratch, (size_t)n + 1, int64_t);
    for (int64_t i = 0; i < u->count; i++) {
        for (int64_t k = u->first[i]; which == 1 && k < u->first[i + 1]; k++) {
            values[u->order[k]] = i;
        }
        if (which != 1) {
            values[i] = which ? u->first[i + 1] - u->first[i] : u->order[u->first[i]];
        }
    }
    return integers_array(run, n, values);
}

/* args: array, return_index, return_inverse, return_counts */
static bool np_unique(Run *run, const Value *args, Value *result) {
    Operand x;
    int along;
    uint32_t n = 1;
    Value all[4];
    if (given(args[4])) {
        bool extra = false;
        for (int i = 1; i < 4; i++) {
            extra = extra || args[i].kind != VALUE_BOOL || args[i].as.boolean;
        }
        Calc c = {run, false};
        return extra ? refuse(run, NULL, "numpy.unique along an axis with more than the elements")
                     : calc_end(&c, CALC(&c, "_unique_along", args[0], args[4]), result);
    }
    if (!sort_operand(run, args[0], value_none(), &x, &along)) {
        return false;
    }
    Unique u = unique_of(run, x.tensor);
    Tensor *t = tensor_make(run->arena, x.tensor->dtype, (Shape){1, &u.count});
    for (int64_t i = 0; i < u.count; i++) {
        element_copy(t, i, x.tensor, u.order[u.first[i]], 1);
    }
    all[0] = array_make_text(run, t, x.text);
    for (int i = 0; i < 3; i++) {
        bool wanted;
        if (!value_truth(run, args[i + 1], &wanted)) {
            return false;
        }
        if (wanted) {
            all[n++] = unique_extra(run, &u, i);
        }
    }
    *result = n == 1 ? all[0] : tuple_make(run, n, all);
    return true;
}

/* ---- searching ---- */

static int64_t insertion_place(const Tensor *sorted_t, double v, bool right) {
    int64_t low = 0, high = sorted_t->count;
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        double d = tensor_f64(sorted_t, middle);
        bool below = d < v || (isnan(v) && !isnan(d));
        if (below || (right && (d == v || (isnan(v) && isnan(d))))) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static bool np_searchsorted(Run *run, const Value *args, Value *result) {
    Operand a, v;
    if (!operand_as(run, args[0], DTYPE_FLOAT64, &a) ||
        !operand_as(run, args[1], DTYPE_FLOAT64, &v)) {
        return false;
    }
    bool right = is_str(run, args[2]) && str_is(str_text(args[2]), "right");
    Tensor *t = tensor_make(run->arena, DTYPE_INT64, v.tensor->shape);
    for (int64_t i = 0; i < t->count; i++) {
        tensor_set_i64(t, i, insertion_place(a.tensor, tensor_f64(v.tensor, i), right));
    }
    *result = result_make(run, (Operand){t, false, 0});
    return true;
}

static bool np_bincount(Run *run, const Value *args, Value *result) {
    Operand x;
    int64_t least, most = -1;
    if (!tensor_of(run, args[0], &x) || !index_of(run, args[2], &least)) {
        return false;
    }
    for (int64_t i = 0; i < x.tensor->count; i++) {
        int64_t v = dtype_is_integer(x.tensor->dtype) ? tensor_i64(x.tensor, i) : -1;
        if (v < 0) {
            return raise_value_error(run, "'list' argument must have no negative elements");
        }
        most = v > most ? v : most;
    }
    int64_t n = most + 1 > least ? most + 1 : least;
    if (!array_room(run, (Shape){1, &n})) {
        return false;
    }
    Operand w = {NULL, false, 0};
    if (given(args[1]) && !operand_as(run, args[1], DTYPE_FLOAT64, &w)) {
        return false;
    }
    if (w.tensor && w.tensor->count != x.tensor->count) {
        return raise_value_error(run, "The weights and list don't have the same length.");
    }
    Tensor *t = tensor_make(run->arena, w.tensor ? DTYPE_FLOAT64 : DTYPE_INT64, (Shape){1, &n});
    for (int64_t i = 0; i < x.tensor->count; i++) {
        int64_t at = tensor_i64(x.tensor, i);
        if (w.tensor) {
            tensor_set_f64(t, at, tensor_f64(t, at) + tensor_f64(w.tensor, i));
        } else {
            tensor_set_i64(t, at, tensor_i64(t, at) + 1);
        }
    }
    *result = array_make_text(run, t, false);
    return true;
}

/* Is each element of the first array somewhere in the second? */
static bool np_isin(Run *run, const Value *args, Value *result) {
    Operand x, y;
    if (!tensor_of(run, args[0], &x) || !tensor_of(run, args[1], &y)) {
        return false;
    }
    DType type = promote_types(x.tensor->dtype, y.tensor->dtype);
    if (!tensor_convert(run, x, type, &x.tensor) || !tensor_convert(run, y, type, &y.tensor)) {
        return false;
    }
    int64_t one[2] = {x.tensor->count, 1}, two[2] = {1, y.tensor->count};
    Operand a = {tensor_reshaped(run->scratch, x.tensor, shape_make(run->scratch, 2, one)), x.text,
                 x.width},
            z;
    Operand b = {tensor_reshaped(run->scratch, y.tensor, shape_make(run->scratch, 2, two)), y.text,
                 y.width};
    bool axes[2] = {false, true};
    if (!ufunc_binary(run, UFUNC_EQUAL, a, b, &z) ||
        !numpy_reduce(run, REDUCTION_ANY, z, axes, false, DTYPE_INVALID, &z)) {
        return false;
    }
    const Tensor *t = tensor_reshaped(run->arena, z.tensor, x.tensor->shape);
    bool invert;
    *result = array_make_text(run, t, false);
    if (!value_truth(run, args[3], &invert) || !invert) {
        return !run->stopping;
    }
    Calc c = {run, false};
    return calc_end(&c, CALC(&c, "logical_not", *result), result);
}

static bool np_in1d(Run *run, const Value *args, Value *result) {
    Operand x;
    if (!tensor_of(run, args[0], &x)) {
        return false;
    }
    Value flat[4] = {flat_copy(run, x), args[1], args[2], args[3]};
    return np_isin(run, flat, result);
}

/* ---- median ---- */

static double middle_of(const Tensor *t, int64_t from, int64_t step, int64_t n) {
    double a = tensor_f64(t, from + (n - 1) / 2 * step), b = tensor_f64(t, from + n / 2 * step);
    double last = tensor_f64(t, from + (n - 1) * step);
    return isnan(last) ? NAN : n % 2 ? a : (a + b) / 2;
}

static bool np_median(Run *run, const Value *args, Value *result) {
    Operand x;
    int along;
    if (!sort_operand(run, args[0], args[1], &x, &along)) {
        return false;
    }
    if (x.tensor->dtype == DTYPE_STRING) {
        return refuse(run, NULL, "numpy.median of strings");
    }
    DType type = dtype_is_inexact(x.tensor->dtype) ? x.tensor->dtype : DTYPE_FLOAT64;
    Shape s = x.tensor->shape;
    int64_t *dims = ARENA_ARRAY(run->scratch, (size_t)s.rank + 1, int64_t);
    int64_t n = s.dims[along], step = strides_of(run->scratch, s)[along], next = 0;
    for (int i = 0; i < s.rank - 1; i++) {
        dims[i] = s.dims[i < along ? i : i + 1];
    }
    const Tensor *t = sorted(run, x.tensor, along);
    Tensor *out = tensor_make(run->arena, type, (Shape){s.rank - 1, dims});
    for (int64_t i = 0; i < t->count; i++) {
        if (i / step % n == 0) {
            tensor_set_f64(out, next++, middle_of(t, i, step, n));
        }
    }
    for (; next < out->count; next++) {
        tensor_set_f64(out, next, NAN);
    }
    *result = result_make(run, (Operand){out, false, 0});
    return true;
}

const NativeSpec numpy_select_functions[] = {
    {.name = "where", .signature = "condition, x=?, y=?, /", .fn = np_where},
    {.name = "nonzero", .signature = "a", .fn = np_nonzero},
    {.name = "argwhere", .signature = "a", .fn = np_argwhere},
    {.name = "flatnonzero", .signature = "a", .fn = np_flatnonzero},
    {.name = "take", .signature = "a, indices, axis=None, out=None!, mode='raise'!", .fn = np_take},
    {.name = "sort",
     .signature = "a, axis=-1, kind=None!'stable'|'quicksort'|'mergesort', order=None!",
     .fn = np_sort},
    {.name = "argsort",
     .signature = "a, axis=-1, kind=None!'stable'|'quicksort'|'mergesort', order=None!",
     .fn = np_argsort},
    {.name = "unique",
     .signature =
         "ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True!",
     .fn = np_unique},
    {.name = "searchsorted", .signature = "a, v, side='left', sorter=None!", .fn = np_searchsorted},
    {.name = "bincount", .signature = "x, /, weights=None, minlength=0", .fn = np_bincount},
    {.name = "isin",
     .signature = "element, test_elements, assume_unique=False~, invert=False, *, kind=None~",
     .fn = np_isin},
    {.name = "in1d",
     .signature = "ar1, ar2, assume_unique=False~, invert=False, *, kind=None~",
     .fn = np_in1d},
    {.name = "median",
     .signature = "a, axis=None, out=None!, overwrite_input=False~, keepdims=False!",
     .fn = np_median},
    {0},
};
