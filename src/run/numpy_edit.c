/* numpy_edit.c: arrays with parts left out, put in or exchanged: delete, insert, select, put … */
#include "run/numpy_functions.h"

#define NONE value_none()

/* ---- delete, insert, resize ---- */

/* The array and the axis of a function that takes its elements in a row when axis is None. */
static Value along(Calc *c, Value a, Value axis, int *result) {
    a = given(axis) ? calc_array(c, a) : CALC(c, "ravel", a);
    *result = given(axis) ? calc_axis(c, axis, a) : 0;
    return a;
}

static void set(Calc *c, Value a, Value key, Value v) {
    c->failed = c->failed || !value_set_item(c->run, a, key, v);
}

static Value mask_of(Calc *c, int64_t n) {
    return CALC(c, "ones", value_int(n), value_object(c->run->type.boolean));
}

static bool out_of_bounds(Run *run, int64_t i, int axis, int64_t n) {
    return raise_error(run, run->exception.IndexError,
                       "index %lld is out of bounds for axis %d with size %lld", (long long)i, axis,
                       (long long)n);
}

/* args: arr, obj, axis */
static bool np_delete(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    int axis;
    Value a = along(&c, args[0], args[2], &axis), keep = mask_of(&c, calc_dim(&c, a, axis));
    int64_t n = calc_dim(&c, a, axis), i = 0;
    if (args[1].kind == VALUE_INT && ((i = args[1].as.integer) < -n || i >= n) && !c.failed) {
        return out_of_bounds(run, i, axis, n);
    }
    set(&c, keep, args[1], value_bool(false));
    return calc_end(&c, CALC(&c, "take", a, CALC(&c, "flatnonzero", keep), value_int(axis)),
                    result);
}

/* What is inserted at one place: it is broadcast over the other axes. */
static Value insert_one(Calc *c, Value a, int64_t at, Value values, int axis) {
    int rank = calc_rank(c, a);
    Value dtype = numpy_dtype_value(c->run, calc_tensor(c, a)->dtype);
    Value v = CALC(c, "array", values, dtype, value_bool(true), NONE, value_int(rank));
    v = CALC(c, "moveaxis", v, value_int(0), value_int(axis));
    int64_t *dims = ARENA_ARRAY(c->run->scratch, (size_t)rank + 1, int64_t);
    for (int i = 0; i < rank; i++) {
        dims[i] = calc_dim(c, i == axis ? v : a, i);
    }
    v = CALC(c, "broadcast_to", v, shape_value(c->run, (Shape){rank, dims}));
    Value parts[3] = {calc_slice(c, a, axis, 0, at), v, calc_slice(c, a, axis, at, INT64_MAX)};
    return CALC(c, "concatenate", tuple_make(c->run, 3, parts), value_int(axis));
}

/* At several places of a row: those of the result are filled first, then the others. */
static Value insert_many(Calc *c, Value a, Value places, Value values) {
    int64_t n = calc_dim(c, a, 0);
    places = CALC(c, "array", places);
    Value negative = CALC(c, "less", places, value_int(0));
    places = CALC(c, "add", places, CALC(c, "multiply", negative, value_int(n)));
    Value kind = str_make(c->run, STR("stable")),
          order = CALC(c, "argsort", places, value_int(0), kind);
    int64_t more = calc_dim(c, places, 0);
    Value key = CALC(c, "add", calc_item(c, places, order), CALC(c, "arange", value_int(more)));
    set(c, places, order, key);
    Value old = mask_of(c, n + more), dtype = numpy_dtype_value(c->run, calc_tensor(c, a)->dtype);
    Value out = CALC(c, "zeros", value_int(n + more), dtype);
    set(c, old, places, value_bool(false));
    set(c, out, places, values);
    set(c, out, old, a);
    return out;
}

/* args: arr, obj, values, axis */
static bool np_insert(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    int axis;
    Value a = along(&c, args[0], args[3], &axis);
    int64_t n = calc_dim(&c, a, axis), at = 0;
    if (is_sequence(run, args[1]) || is_array(run, args[1])) {
        if (calc_rank(&c, a) != 1) {
            return refuse(run, NULL, "numpy.insert of several places into several dimensions");
        }
        return calc_end(&c, insert_many(&c, a, args[1], args[2]), result);
    }
    if (c.failed || !index_of(run, args[1], &at)) {
        return false;
    }
    if (at < -n || at > n) {
        return out_of_bounds(run, at, axis, n);
    }
    return calc_end(&c, insert_one(&c, a, at < 0 ? at + n : at, args[2], axis), result);
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

static bool np_trim_zeros(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    Value at = CALC(&c, "flatnonzero", args[0]);
    const Tensor *t = calc_tensor(&c, at);
    Str trim = is_str(run, args[1]) ? str_text(args[1]) : STR("fb");
    int64_t n = calc_dim(&c, args[0], 0), last = t->count ? tensor_i64(t, t->count - 1) + 1 : 0;
    int64_t from = t->count && str_find(trim, STR("f"), 0) >= 0 ? tensor_i64(t, 0) : 0;
    int64_t to = str_find(trim, STR("b"), 0) >= 0 ? last : n;
    Value key = slice_make(run, value_int(from), value_int(to), NONE);
    return calc_end(&c, calc_item(&c, args[0], key), result);
}

/* args: m, k, axes */
static bool np_rot90(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    int64_t k = 0;
    Value a = calc_array(&c, args[0]);
    Value first = given(args[2]) ? calc_item(&c, args[2], value_int(0)) : value_int(0);
    Value second = given(args[2]) ? calc_item(&c, args[2], value_int(1)) : value_int(1);
    c.failed = c.failed || !index_of(run, args[1], &k);
    k = ((k % 4) + 4) % 4;
    Value turned = k % 2 ? CALC(&c, "swapaxes", a, first, second) : a;
    a = k == 0   ? turned
        : k == 1 ? CALC(&c, "flip", turned, first)
        : k == 2 ? CALC(&c, "flip", CALC(&c, "flip", a, first), second)
                 : CALC(&c, "flip", turned, second);
    return calc_end(&c, a, result);
}

/* ---- choosing by conditions ---- */

static bool same_length(Run *run, Value a, Value b) {
    if (!is_sequence(run, a) || !is_sequence(run, b)) {
        return refuse(run, NULL, "conditions that are no list");
    }
    return sequence_count(a) == sequence_count(b) ||
           raise_value_error(run, "list of cases must be same length as list of conditions");
}

/* args: condlist, choicelist, default */
static bool np_select(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    Value z = CALC(&c, "asarray", args[2]);
    if (!same_length(run, args[0], args[1])) {
        return false;
    }
    if (!sequence_count(args[0])) {
        return raise_value_error(run, "select with an empty condition list is not possible");
    }
    for (uint32_t i = sequence_count(args[0]); i-- > 0;) {
        Value choice = CALC(&c, "asarray", sequence_item(args[1], i));
        z = CALC(&c, "where", sequence_item(args[0], i), choice, z);
    }
    return calc_end(&c, z, result);
}

/* args: x, condlist, funclist, *args */
static bool np_piecewise(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    Value x = calc_array(&c, args[0]), y = CALC(&c, "zeros_like", x), none = NONE;
    if (!is_sequence(run, args[1]) || !is_sequence(run, args[2])) {
        return refuse(run, NULL, "conditions that are no list");
    }
    uint32_t n = sequence_count(args[1]), functions = sequence_count(args[2]);
    for (uint32_t i = 0; i < functions && !c.failed; i++) {
        Value f = sequence_item(args[2], i), part = f;
        if (i == n) {
            none = CALC(&c, "logical_not", CALC(&c, "any", args[1], value_int(0)));
        }
        Value where = CALC(&c, "asarray", i < n ? sequence_item(args[1], i) : none);
        if (is_callable(run, f)) {
            Value some = calc_item(&c, x, where);
            c.failed = c.failed || !value_call_n(run, f, 1, &some, &part);
        }
        set(&c, y, where, part);
    }
    return calc_end(&c, y, result);
}

/* args: a, choices */
static bool np_choose(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    Value *items, z = NONE;
    uint32_t n;
    if (!value_items(run, args[1], &items, &n)) {
        return false;
    }
    const Tensor *t = calc_reals(&c, args[0]);
    for (int64_t i = 0; i < t->count; i++) {
        if (tensor_i64(t, i) < 0 || tensor_i64(t, i) >= n) {
            return raise_value_error(run, "invalid entry in choice array");
        }
    }
    for (uint32_t i = 0; i < n; i++) {
        Value here = CALC(&c, "equal", args[0], value_int(i));
        z = CALC(&c, "where", here, CALC(&c, "asarray", items[i]), i ? z : items[i]);
    }
    return calc_end(&c, z, result);
}

/* args: condition, a, axis */
static bool np_compress(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    return calc_end(&c, CALC(&c, "take", args[1], CALC(&c, "flatnonzero", args[0]), args[2]),
                    result);
}

static bool np_extract(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    Value flat = CALC(&c, "ravel", args[1]);
    return calc_end(&c, CALC(&c, "take", flat, CALC(&c, "flatnonzero", args[0])), result);
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

/* ---- indices along an axis ---- */

/* The key (…, [[0], [1]], indices, …) that chooses along one axis. */
static Value along_key(Calc *c, Value a, Value indices, int axis) {
    int rank = calc_rank(c, a);
    Value key = tuple_make(c->run, (uint32_t)rank, NULL);
    for (int i = 0; i < rank; i++) {
        int64_t *dims = ARENA_ARRAY(c->run->scratch, (size_t)rank + 1, int64_t);
        for (int k = 0; k < rank; k++) {
            dims[k] = k == i ? calc_dim(c, a, i) : 1;
        }
        Value shape = shape_value(c->run, (Shape){rank, dims});
        Value count = CALC(c, "arange", value_int(calc_dim(c, a, i)));
        ((TupleObject *)key.as.object)->items[i] =
            i == axis ? indices : CALC(c, "reshape", count, shape);
    }
    return key;
}

/* args: arr, indices, axis */
static bool np_take_along_axis(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    int axis;
    Value a = along(&c, args[0], args[2], &axis);
    return calc_end(&c, calc_item(&c, a, along_key(&c, a, calc_array(&c, args[1]), axis)), result);
}

/* args: arr, indices, values, axis */
static bool np_put_along_axis(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    int axis;
    Value a = along(&c, args[0], args[3], &axis);
    set(&c, a, along_key(&c, a, calc_array(&c, args[1]), axis), args[2]);
    return calc_end(&c, NONE, result);
}

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
    {.name = "delete", .signature = "arr, obj, axis=None", .fn = np_delete},
    {.name = "insert", .signature = "arr, obj, values, axis=None", .fn = np_insert},
    {.name = "resize", .signature = "a, new_shape", .fn = np_resize},
    {.name = "trim_zeros", .signature = "filt, trim='fb'", .fn = np_trim_zeros},
    {.name = "rot90", .signature = "m, k=1, axes=None", .fn = np_rot90},
    {.name = "select", .signature = "condlist, choicelist, default=0", .fn = np_select},
    {.name = "piecewise", .signature = "x, condlist, funclist", .fn = np_piecewise},
    {.name = "choose", .signature = "a, choices, out=None!, mode='raise'!", .fn = np_choose},
    {.name = "compress", .signature = "condition, a, axis=None, out=None!", .fn = np_compress},
    {.name = "extract", .signature = "condition, arr", .fn = np_extract},
    {.name = "put", .signature = "a, ind, v, mode='raise'!", .fn = np_put},
    {.name = "putmask", .signature = "a, mask, values", .fn = np_putmask},
    {.name = "place", .signature = "arr, mask, vals", .fn = np_place},
    {.name = "copyto", .signature = "dst, src, casting='same_kind'!, where=True", .fn = np_copyto},
    {.name = "fill_diagonal", .signature = "a, val, wrap=False!", .fn = np_fill_diagonal},
    {.name = "take_along_axis", .signature = "arr, indices, axis", .fn = np_take_along_axis},
    {.name = "put_along_axis", .signature = "arr, indices, values, axis", .fn = np_put_along_axis},
    {.name = "diagonal", .signature = "a, offset=0, axis1=0, axis2=1", .fn = np_diagonal},
    {0},
};
