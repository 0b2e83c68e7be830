/* numpy_edit.c: resize, diagonal, and what writes into an array: put, place, copyto … */
#include "run/numpy_functions.h"

#define NONE value_none()

static bool out_of_bounds(Run *run, int64_t i, int axis, int64_t n) {
    return raise_error(run, run->exception.IndexError,
                       "index %lld is out of bounds for axis %d with size %lld", (long long)i, axis,
                       (long long)n);
}

static bool np_resize(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    Shape shape;
    const Tensor *from = calc_tensor(&c, args[0]);
    if (c.failed || !shape_argument(run, args[1], false, &shape) || !array_room(run, shape)) {
        return false;
    }
    Tensor *t = tensor_make(run->arena, from->dtype, shape);
    for (int64_t i = 0; from->count && i < t->count; i++) {
        element_copy(t, i, from, i % from->count, 1);
    }
    *result = array_make_text(run, t, is_array(run, args[0]) && as_array(args[0])->text);
    return true;
}

/* ---- writing in place ---- */

/* Writes the values, over and over again, at the n places (numbers of elements in a row). */
static bool write_flat(Run *run, ArrayObject *a, int64_t n, const int64_t *places, Value values) {
    Operand v;
    DType own = array_owner(a)->tensor->dtype;
    const int64_t *all =
        strided_positions(run->scratch, a->shape, a->offset, array_strides(run, a));
    int64_t *at = ARENA_ARRAY(run->scratch, (size_t)n + 1, int64_t);
    if (!operand_as(run, values, own, &v)) {
        return false;
    }
    if (n && !v.tensor->count) {
        return raise_value_error(run, "Cannot insert from an empty array!");
    }
    Tensor *some = tensor_make(run->scratch, own, (Shape){1, &n});
    for (int64_t i = 0; i < n; i++) {
        element_copy(some, i, v.tensor, i % v.tensor->count, 1);
        at[i] = all[places[i]];
    }
    return array_write(run, a, n, at, some, 1);
}

static bool target(Run *run, Value v, const char *name) {
    return is_array(run, v) ||
           raise_type_error(run, "%s: argument 1 must be numpy.ndarray, not %.*s", name,
                            STR_ARG(type_name(run, v)));
}

/* args: a, ind, v */
static bool np_put(Run *run, const Value *args, Value *result) {
    Operand at;
    *result = NONE;
    if (!target(run, args[0], "put") || !operand_as(run, args[1], DTYPE_INT64, &at)) {
        return false;
    }
    int64_t n = at.tensor->count, size = shape_count(as_array(args[0])->shape);
    int64_t *places = ARENA_ARRAY(run->scratch, (size_t)n + 1, int64_t);
    for (int64_t i = 0; i < n; i++) {
        places[i] = tensor_i64(at.tensor, i);
        if (places[i] < -size || places[i] >= size) {
            return out_of_bounds(run, places[i], 0, size);
        }
        places[i] += places[i] < 0 ? size : 0;
    }
    return write_flat(run, as_array(args[0]), n, places, args[2]);
}

/* Where a mask of the array's size is true; `as_whole`: the values are aligned with the array. */
static bool put_masked(Run *run, const Value *args, bool as_whole, Value *result) {
    Operand mask, v;
    *result = NONE;
    if (!target(run, args[0], as_whole ? "putmask" : "place") ||
        !operand_as(run, args[1], DTYPE_BOOL, &mask) || !tensor_of(run, args[2], &v)) {
        return false;
    }
    ArrayObject *a = as_array(args[0]);
    int64_t n = 0, size = shape_count(a->shape);
    if (mask.tensor->count != size) {
        return raise_value_error(run, as_whole ? "putmask: mask and data must be the same size"
                                               : "place: mask and data must be the same size");
    }
    int64_t *places = ARENA_ARRAY(run->scratch, (size_t)size + 1, int64_t);
    Tensor *some = tensor_make(run->arena, v.tensor->dtype, (Shape){1, &size});
    for (int64_t i = 0; i < size; i++) {
        if (tensor_bool(mask.tensor, i) && v.tensor->count) {
            element_copy(some, n, v.tensor, (as_whole ? i : n) % v.tensor->count, 1);
            places[n++] = i;
        }
    }
    return n == 0 || write_flat(run, a, n, places, array_make_text(run, some, v.text));
}

static bool np_putmask(Run *run, const Value *args, Value *result) {
    return put_masked(run, args, true, result);
}

static bool np_place(Run *run, const Value *args, Value *result) {
    return put_masked(run, args, false, result);
}

/* args: dst, src, casting, where */
static bool np_copyto(Run *run, const Value *args, Value *result) {
    Operand x;
    Value unused;
    *result = NONE;
    if (!target(run, args[0], "copyto") || !tensor_of(run, args[1], &x)) {
        return false;
    }
    DType own = array_owner(as_array(args[0]))->tensor->dtype;
    if (!same_kind(x.tensor->dtype, own)) {
        return raise_type_error(run,
                                "Cannot cast array data from dtype('%s') to dtype('%s') according "
                                "to the rule 'same_kind'",
                                dtype_name(x.tensor->dtype), dtype_name(own));
    }
    return numpy_deliver(run, "copyto", x, args[0], args[3], &unused);
}

/* args: a, val */
static bool np_fill_diagonal(Run *run, const Value *args, Value *result) {
    *result = NONE;
    if (!target(run, args[0], "fill_diagonal")) {
        return false;
    }
    Shape s = as_array(args[0])->shape;
    if (s.rank < 2) {
        return raise_value_error(run, "array must be at least 2-d");
    }
    const int64_t *strides = strides_of(run->scratch, s);
    int64_t step = 0, n = s.dims[0];
    for (int i = 0; i < s.rank; i++) {
        step += strides[i];
        n = s.dims[i] < n ? s.dims[i] : n;
        if (s.rank > 2 && s.dims[i] != s.dims[0]) {
            return raise_value_error(run, "All dimensions of input must be of equal length");
        }
    }
    int64_t *places = ARENA_ARRAY(run->scratch, (size_t)n + 1, int64_t);
    for (int64_t i = 0; i < n; i++) {
        places[i] = i * step;
    }
    return write_flat(run, as_array(args[0]), n, places, args[1]);
}

/* ---- diagonals ---- */

/* args: a, offset, axis1, axis2 */
bool np_diagonal(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    Value v = calc_array(&c, args[0]);
    int64_t k = 0;
    int rank = calc_rank(&c, v);
    if (!c.failed && rank < 2) {
        return raise_value_error(run, "diag requires an array of at least two dimensions");
    }
    int first = calc_axis(&c, args[2], v), second = calc_axis(&c, args[3], v), next = 0;
    if (c.failed || !index_of(run, args[1], &k)) {
        return false;
    }
    if (first == second) {
        return raise_value_error(run, "axis1 and axis2 cannot be the same");
    }
    ArrayObject *a = as_array(v);
    const int64_t *own = array_strides(run, a);
    int64_t dims[32], strides[32], down = k < 0 ? -k : 0, right = k > 0 ? k : 0;
    for (int i = 0; i < rank; i++) {
        if (i != first && i != second) {
            dims[next] = a->shape.dims[i];
            strides[next++] = own[i];
        }
    }
    int64_t rows = a->shape.dims[first] - down, columns = a->shape.dims[second] - right;
    int64_t n = rows < columns ? rows : columns;
    dims[next] = n < 0 ? 0 : n;
    strides[next] = own[first] + own[second];
    int64_t offset = n > 0 ? down * own[first] + right * own[second] : 0;
    *result = array_view(run, a, (Shape){rank - 1, dims}, a->offset + offset, strides);
    as_array(*result)->fixed = true;
    return true;
}

const NativeSpec numpy_edit_functions[] = {
    {.name = "resize", .signature = "a, new_shape", .fn = np_resize},
    {.name = "put", .signature = "a, ind, v, mode='raise'!", .fn = np_put},
    {.name = "putmask", .signature = "a, mask, values", .fn = np_putmask},
    {.name = "place", .signature = "arr, mask, vals", .fn = np_place},
    {.name = "copyto", .signature = "dst, src, casting='same_kind'!, where=True", .fn = np_copyto},
    {.name = "fill_diagonal", .signature = "a, val, wrap=False!", .fn = np_fill_diagonal},
    {.name = "diagonal", .signature = "a, offset=0, axis1=0, axis2=1", .fn = np_diagonal},
    {0},
};
