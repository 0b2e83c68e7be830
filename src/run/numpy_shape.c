/* numpy_shape.c: functions that show the same elements in another shape: reshape, transpose,
 * squeeze … They give views where numpy does. */
#include "run/numpy_functions.h"

Value array_of_operand(Run *run, Operand x) {
    Value v = array_make_text(run, x.tensor, x.text);
    as_array(v)->lent = true;
    return v;
}

bool array_of_value(Run *run, Value v, Value *array) {
    Operand x;
    *array = v;
    if (is_array(run, v)) {
        return true;
    }
    if (!tensor_of(run, v, &x)) {
        return false;
    }
    *array = array_of_operand(run, x);
    return true;
}

Value flat_copy(Run *run, Operand x) {
    Shape flat = {1, &x.tensor->count};
    Tensor *t = tensor_same(run, x.tensor);
    return array_make_text(run, tensor_reshaped(run->arena, t, flat), x.text);
}

/* The same elements in another shape of as many. */
static Value shaped(Run *run, ArrayObject *a, Shape shape) {
    if (array_contiguous(a)) {
        return array_view(run, a, shape, a->offset, strides_of(run->scratch, shape));
    }
    Tensor *t = tensor_same(run, array_read(a));
    return array_make_text(
        run, tensor_reshaped(run->arena, t, shape_make(run->arena, shape.rank, shape.dims)),
        a->text);
}

/* ---- shapes as arguments ---- */

static bool dim_argument(Run *run, Value v, bool unknown, int64_t *dim) {
    if (v.kind == VALUE_FLOAT) {
        return raise_type_error(run, "'float' object cannot be interpreted as an integer");
    }
    if (!index_of(run, v, dim)) {
        return false;
    }
    *dim = unknown && *dim < 0 ? -1 : *dim;
    return *dim >= 0 || unknown || raise_value_error(run, "negative dimensions are not allowed");
}

bool shape_argument(Run *run, Value v, bool unknown, Shape *shape) {
    Value *items = &v;
    uint32_t n = 1;
    bool sequence = is_sequence(run, v) || is_array(run, v);
    if (sequence && !value_items(run, v, &items, &n)) {
        return false;
    }
    if (n > 32) {
        return raise_value_error(run, "maximum supported dimension for an ndarray is 32, found %u",
                                 n);
    }
    int64_t *dims = ARENA_ARRAY(run->arena, n + 1, int64_t);
    for (uint32_t i = 0; i < n; i++) {
        if (!dim_argument(run, items[i], unknown, &dims[i])) {
            return false;
        }
    }
    *shape = (Shape){(int)n, dims};
    return true;
}

bool shape_of_rest(Run *run, Value rest, Shape *shape) {
    bool one = sequence_count(rest) == 1;
    return shape_argument(run, one ? sequence_item(rest, 0) : rest, true, shape);
}

/* Puts the right number for a dim of -1. */
static bool resolve_shape(Run *run, int64_t count, Shape asked, Shape *shape) {
    int64_t *dims = ARENA_ARRAY(run->scratch, (size_t)asked.rank + 1, int64_t);
    int64_t known = 1;
    int unknown = -1;
    bool over = false;
    for (int i = 0; i < asked.rank; i++) {
        dims[i] = asked.dims[i];
        if (dims[i] < 0 && unknown >= 0) {
            return raise_value_error(run, "can only specify one unknown dimension");
        }
        unknown = dims[i] < 0 ? i : unknown;
        over |= __builtin_mul_overflow(known, dims[i] < 0 ? 1 : dims[i], &known);
    }
    if (unknown >= 0 && known > 0 && !over) {
        dims[unknown] = count / known;
        known *= dims[unknown];
    }
    *shape = (Shape){asked.rank, dims};
    return (!over && known == count && !(unknown >= 0 && dims[unknown] < 0)) ||
           raise_value_error(run, "cannot reshape array of size %lld into shape %.*s",
                             (long long)count, STR_ARG(shape_text(run, asked)));
}

/* ---- reshape ---- */

static bool reshape_to(Run *run, Value array, Shape asked, Value *result) {
    Shape shape;
    ArrayObject *a = as_array(array);
    if (!resolve_shape(run, shape_count(a->shape), asked, &shape)) {
        return false;
    }
    *result = shaped(run, a, shape);
    return true;
}

/* 'A' and 'K' mean the order in which the elements lie. */
static bool order_in_memory(Run *run, Value array, bool keep, bool *columns) {
    Value turned;
    if (array_contiguous(as_array(array)) || !array_t_getter(run, &array, &turned)) {
        return !run->stopping;
    }
    *columns = array_contiguous(as_array(turned));
    return *columns || !keep || refuse(run, NULL, "order='K' of such a view");
}

/* *columns: the first index changes fastest (order 'F'). */
static bool read_order_letter(Run *run, Value array, Value order, bool *columns) {
    Str text = is_str(run, order) ? str_text(order) : STR("C");
    *columns = str_is(text, "F");
    if (str_is(text, "A") || str_is(text, "K")) {
        return order_in_memory(run, array, str_is(text, "K"), columns);
    }
    return *columns || str_is(text, "C") ||
           raise_value_error(run, "order must be one of 'C', 'F', 'A', or 'K' (got '%.*s')",
                             STR_ARG(text));
}

/* In order 'F' an array is what its transpose is in order 'C'. */
static bool reshape_in_order(Run *run, Value v, Shape asked, Value order, Value *result) {
    bool columns;
    Value array;
    if (!array_of_value(run, v, &array) || !read_order_letter(run, array, order, &columns)) {
        return false;
    }
    if (!columns) {
        return reshape_to(run, array, asked, result);
    }
    int64_t *dims = ARENA_ARRAY(run->scratch, (size_t)asked.rank + 1, int64_t);
    for (int i = 0; i < asked.rank; i++) {
        dims[i] = asked.dims[asked.rank - 1 - i];
    }
    return array_t_getter(run, &array, &array) &&
           reshape_to(run, array, (Shape){asked.rank, dims}, &array) &&
           array_t_getter(run, &array, result);
}

static bool np_reshape(Run *run, const Value *args, Value *result) {
    Shape asked;
    return shape_argument(run, args[1], true, &asked) &&
           reshape_in_order(run, args[0], asked, args[2], result);
}

static bool array_reshape(Run *run, const Value *args, Value *result) {
    Shape asked;
    return shape_of_rest(run, args[1], &asked) &&
           reshape_in_order(run, args[0], asked, args[2], result);
}

bool array_ravel(Run *run, const Value *args, Value *result) {
    int64_t all = -1;
    return reshape_in_order(run, args[0], (Shape){1, &all}, args[1], result);
}

static bool array_flatten(Run *run, const Value *args, Value *result) {
    Operand x;
    Value flat;
    if (!array_ravel(run, args, &flat) || !tensor_of(run, flat, &x)) {
        return false;
    }
    *result = flat_copy(run, x);
    return true;
}

/* ---- transpose ---- */

/* a with its axes in the order of `order`. */
static Value permuted(Run *run, ArrayObject *a, const int *order) {
    int rank = a->shape.rank;
    const int64_t *from = array_strides(run, a);
    int64_t *dims = ARENA_ARRAY(run->scratch, (size_t)rank + 1, int64_t);
    int64_t *strides = ARENA_ARRAY(run->scratch, (size_t)rank + 1, int64_t);
    for (int i = 0; i < rank; i++) {
        dims[i] = a->shape.dims[order[i]];
        strides[i] = from[order[i]];
    }
    return array_view(run, a, (Shape){rank, dims}, a->offset, strides);
}

static bool read_order(Run *run, Value axes, int rank, int *order) {
    Value *items;
    uint32_t n;
    bool *seen = ARENA_ARRAY(run->scratch, (size_t)rank + 1, bool);
    if (!value_items(run, axes, &items, &n)) {
        return false;
    }
    if ((int)n != rank) {
        return raise_value_error(run, "axes don't match array");
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!axis_argument(run, items[i], rank, &order[i])) {
            return false;
        }
        if (seen[order[i]]) {
            return raise_value_error(run, "repeated axis in transpose");
        }
        seen[order[i]] = true;
    }
    return true;
}

static bool transpose_value(Run *run, Value v, Value axes, Value *result) {
    Value array;
    *result = v;
    if (is_numpy_scalar(run, v)) {
        return true;
    }
    if (!array_of_value(run, v, &array)) {
        return false;
    }
    int rank = as_array(array)->shape.rank;
    int *order = ARENA_ARRAY(run->scratch, (size_t)rank + 1, int);
    for (int i = 0; i < rank; i++) {
        order[i] = rank - 1 - i;
    }
    if (given(axes) && !read_order(run, axes, rank, order)) {
        return false;
    }
    *result = permuted(run, as_array(array), order);
    return true;
}

static bool np_transpose(Run *run, const Value *args, Value *result) {
    return transpose_value(run, args[0], args[1], result);
}

/* a.transpose(), a.transpose(1, 0), a.transpose((1, 0)) */
static bool array_transpose(Run *run, const Value *args, Value *result) {
    uint32_t n = sequence_count(args[1]);
    Value first = n ? sequence_item(args[1], 0) : value_none();
    bool one = n == 1 && (is_sequence(run, first) || is_none(first));
    return transpose_value(run, args[0], !n ? value_none() : one ? first : args[1], result);
}

bool array_t_getter(Run *run, const Value *args, Value *result) {
    return transpose_value(run, args[0], value_none(), result);
}

static bool array_swapaxes(Run *run, const Value *args, Value *result) {
    Value array;
    int a, b;
    if (!array_of_value(run, args[0], &array)) {
        return false;
    }
    int rank = as_array(array)->shape.rank;
    int *order = ARENA_ARRAY(run->scratch, (size_t)rank + 1, int);
    for (int i = 0; i < rank; i++) {
        order[i] = i;
    }
    if (!axis_named(run, args[1], rank, "axis1", &a) ||
        !axis_named(run, args[2], rank, "axis2", &b)) {
        return false;
    }
    order[a] = b;
    order[b] = a;
    *result = permuted(run, as_array(array), order);
    return true;
}

/* Moves axis `from` so that it becomes axis `to`. */
static Value moved(Run *run, ArrayObject *a, int from, int to) {
    int rank = a->shape.rank, next = 0;
    int *order = ARENA_ARRAY(run->scratch, (size_t)rank + 1, int);
    for (int i = 0; i < rank; i++) {
        next += next == from;
        order[i] = i == to ? from : next++;
    }
    return permuted(run, a, order);
}

/* Several axes: the others keep their order. */
static bool move_axes(Run *run, Value array, const Value *args, Value *result) {
    int rank = as_array(array)->shape.rank, next = 0;
    uint32_t n = sequence_count(args[1]);
    int *order = ARENA_ARRAY(run->scratch, (size_t)rank + 1, int);
    bool *taken = ARENA_ARRAY(run->scratch, (size_t)rank + 1, bool);
    for (int i = 0; i < rank; i++) {
        order[i] = -1;
    }
    if (!is_sequence(run, args[2]) || sequence_count(args[2]) != n) {
        return raise_value_error(run, "`source` and `destination` arguments must have the same "
                                      "number of elements");
    }
    for (uint32_t i = 0; i < n; i++) {
        int from, to;
        if (!axis_named(run, sequence_item(args[1], i), rank, "source", &from) ||
            !axis_named(run, sequence_item(args[2], i), rank, "destination", &to)) {
            return false;
        }
        if (taken[from] || order[to] >= 0) {
            return raise_value_error(run, "repeated axis in `%s` argument",
                                     taken[from] ? "source" : "destination");
        }
        taken[from] = true;
        order[to] = from;
    }
    for (int i = 0; i < rank; i++) {
        for (; order[i] < 0 && taken[next]; next++) {
        }
        order[i] = order[i] < 0 ? next++ : order[i];
    }
    *result = permuted(run, as_array(array), order);
    return true;
}

static bool np_moveaxis(Run *run, const Value *args, Value *result) {
    Value array;
    int from, to;
    if (!array_of_value(run, args[0], &array)) {
        return false;
    }
    int rank = as_array(array)->shape.rank;
    if (is_sequence(run, args[1])) {
        return move_axes(run, array, args, result);
    }
    if (!axis_named(run, args[1], rank, "source", &from) ||
        !axis_named(run, args[2], rank, "destination", &to)) {
        return false;
    }
    *result = moved(run, as_array(array), from, to);
    return true;
}

static bool np_rollaxis(Run *run, const Value *args, Value *result) {
    Value array;
    int from, to;
    int64_t start;
    if (!array_of_value(run, args[0], &array) || !index_of(run, args[2], &start)) {
        return false;
    }
    int rank = as_array(array)->shape.rank;
    if (!axis_argument(run, args[1], rank, &from) ||
        (start != rank && !axis_check(run, start, rank, &to))) {
        return false;
    }
    to = start == rank ? rank : to;
    *result = moved(run, as_array(array), from, to > from ? to - 1 : to);
    return true;
}

/* ---- dims of 1 ---- */

static Value without_dims(Run *run, ArrayObject *a, const bool *drop) {
    int rank = 0;
    const int64_t *from = array_strides(run, a);
    int64_t *dims = ARENA_ARRAY(run->scratch, (size_t)a->shape.rank + 1, int64_t);
    int64_t *strides = ARENA_ARRAY(run->scratch, (size_t)a->shape.rank + 1, int64_t);
    for (int i = 0; i < a->shape.rank; i++) {
        if (!drop[i]) {
            dims[rank] = a->shape.dims[i];
            strides[rank++] = from[i];
        }
    }
    return array_view(run, a, (Shape){rank, dims}, a->offset, strides);
}

static bool array_squeeze(Run *run, const Value *args, Value *result) {
    Value array;
    *result = args[0];
    if (is_numpy_scalar(run, args[0])) {
        return true;
    }
    if (!array_of_value(run, args[0], &array)) {
        return false;
    }
    Shape s = as_array(array)->shape;
    bool *drop = ARENA_ARRAY(run->scratch, (size_t)s.rank + 1, bool);
    if (!axes_argument(run, args[1], s.rank, drop)) {
        return false;
    }
    for (int i = 0; i < s.rank; i++) {
        if (given(args[1]) && drop[i] && s.dims[i] != 1) {
            return raise_value_error(
                run, "cannot select an axis to squeeze out which has size not equal to one");
        }
        drop[i] = drop[i] && s.dims[i] == 1;
    }
    *result = without_dims(run, as_array(array), drop);
    return true;
}

/* Inserts dims of 1 where `fresh` says so; rank is that of the result. */
static Value with_dims(Run *run, ArrayObject *a, int rank, const bool *fresh) {
    const int64_t *from = array_strides(run, a);
    int64_t *dims = ARENA_ARRAY(run->scratch, (size_t)rank + 1, int64_t);
    int64_t *strides = ARENA_ARRAY(run->scratch, (size_t)rank + 1, int64_t);
    for (int i = 0, k = 0; i < rank; i++) {
        dims[i] = fresh[i] ? 1 : a->shape.dims[k];
        strides[i] = fresh[i] ? 0 : from[k];
        k += !fresh[i];
    }
    return array_view(run, a, (Shape){rank, dims}, a->offset, strides);
}

static bool np_expand_dims(Run *run, const Value *args, Value *result) {
    Value array;
    if (!array_of_value(run, args[0], &array)) {
        return false;
    }
    uint32_t n = is_sequence(run, args[1]) ? sequence_count(args[1]) : 1;
    int rank = as_array(array)->shape.rank + (int)n;
    bool *fresh = ARENA_ARRAY(run->scratch, (size_t)rank + 1, bool);
    if (is_none(args[1])) {
        return raise_type_error(run, "'NoneType' object cannot be interpreted as an integer");
    }
    if (!axes_argument(run, args[1], rank, fresh)) {
        return false;
    }
    *result = with_dims(run, as_array(array), rank, fresh);
    return true;
}

/* ---- at least so many dims ---- */

static bool at_least(Run *run, Value v, int least, Value *result) {
    Value array;
    if (!array_of_value(run, v, &array)) {
        return false;
    }
    int rank = as_array(array)->shape.rank;
    bool fresh[3] = {false, false, false};
    for (int i = 0; i < least - rank; i++) {
        fresh[least == 3 && rank == 2 ? 2 : least == 3 && rank == 1 && i == 1 ? 2 : i] = true;
    }
    *result = rank >= least ? array : with_dims(run, as_array(array), least, fresh);
    return true;
}

static bool at_least_each(Run *run, Value rest, int least, Value *result) {
    uint32_t n = sequence_count(rest);
    if (n == 1) {
        return at_least(run, sequence_item(rest, 0), least, result);
    }
    *result = list_make(run, 0, NULL);
    for (uint32_t i = 0; i < n; i++) {
        Value v;
        if (!at_least(run, sequence_item(rest, i), least, &v)) {
            return false;
        }
        list_append(run, *result, v);
    }
    return true;
}

static bool np_atleast_1d(Run *run, const Value *args, Value *result) {
    return at_least_each(run, args[0], 1, result);
}

static bool np_atleast_2d(Run *run, const Value *args, Value *result) {
    return at_least_each(run, args[0], 2, result);
}

static bool np_atleast_3d(Run *run, const Value *args, Value *result) {
    return at_least_each(run, args[0], 3, result);
}

static bool np_broadcast_to(Run *run, const Value *args, Value *result) {
    Value array;
    Shape shape, both;
    if (!array_of_value(run, args[0], &array) || !shape_argument(run, args[1], false, &shape)) {
        return false;
    }
    ArrayObject *a = as_array(array);
    if (!shape_broadcast(run->scratch, a->shape, shape, &both) || !shape_eq(both, shape)) {
        return raise_value_error(run,
                                 "operands could not be broadcast together with remapped shapes "
                                 "[original->remapped]: %.*s  and requested shape %.*s",
                                 STR_ARG(shape_text(run, a->shape)),
                                 STR_ARG(shape_text(run, shape)));
    }
    if (!array_room(run, shape)) {
        return false;
    }
    const int64_t *own = array_strides(run, a);
    int64_t *strides = ARENA_ARRAY(run->scratch, (size_t)shape.rank + 1, int64_t);
    for (int i = 0; i < a->shape.rank; i++) {
        strides[i + shape.rank - a->shape.rank] = a->shape.dims[i] == 1 ? 0 : own[i];
    }
    *result = array_view(run, a, shape, a->offset, strides);
    as_array(*result)->fixed = true;
    return true;
}

/* ---- questions ---- */

Value shape_value(Run *run, Shape s) {
    Value t = tuple_make(run, (uint32_t)s.rank, NULL);
    for (int i = 0; i < s.rank; i++) {
        ((TupleObject *)t.as.object)->items[i] = value_int(s.dims[i]);
    }
    return t;
}

static bool np_shape(Run *run, const Value *args, Value *result) {
    Operand x;
    if (!tensor_of(run, args[0], &x)) {
        return false;
    }
    *result = shape_value(run, x.tensor->shape);
    return true;
}

static bool np_ndim(Run *run, const Value *args, Value *result) {
    Operand x;
    if (!tensor_of(run, args[0], &x)) {
        return false;
    }
    *result = value_int(x.tensor->shape.rank);
    return true;
}

static bool np_size(Run *run, const Value *args, Value *result) {
    Operand x;
    int axis;
    if (!tensor_of(run, args[0], &x)) {
        return false;
    }
    *result = value_int(x.tensor->count);
    if (given(args[1])) {
        if (!axis_argument(run, args[1], x.tensor->shape.rank, &axis)) {
            return false;
        }
        *result = value_int(x.tensor->shape.dims[axis]);
    }
    return true;
}

const NativeSpec numpy_shape_functions[] = {
    {.name = "reshape", .signature = "a, newshape, order='C'", .fn = np_reshape},
    {.name = "ravel", .signature = "a, order='C'", .fn = array_ravel},
    {.name = "transpose", .signature = "a, axes=None", .fn = np_transpose},
    {.name = "swapaxes", .signature = "a, axis1, axis2", .fn = array_swapaxes},
    {.name = "moveaxis", .signature = "a, source, destination", .fn = np_moveaxis},
    {.name = "rollaxis", .signature = "a, axis, start=0", .fn = np_rollaxis},
    {.name = "squeeze", .signature = "a, axis=None", .fn = array_squeeze},
    {.name = "expand_dims", .signature = "a, axis", .fn = np_expand_dims},
    {.name = "atleast_1d", .signature = "*arys", .fn = np_atleast_1d},
    {.name = "atleast_2d", .signature = "*arys", .fn = np_atleast_2d},
    {.name = "atleast_3d", .signature = "*arys", .fn = np_atleast_3d},
    {.name = "broadcast_to", .signature = "array, shape, subok=False~", .fn = np_broadcast_to},
    {.name = "shape", .signature = "a", .fn = np_shape},
    {.name = "ndim", .signature = "a", .fn = np_ndim},
    {.name = "size", .signature = "a, axis=None", .fn = np_size},
    {0},
};

const NativeSpec numpy_shape_methods[] = {
    {.name = "reshape", .signature = "self, /, *shape, order='C'", .fn = array_reshape},
    {.name = "ravel", .signature = "self, /, order='C'", .fn = array_ravel},
    {.name = "flatten", .signature = "self, /, order='C'", .fn = array_flatten},
    {.name = "transpose", .signature = "self, /, *axes", .fn = array_transpose},
    {.name = "swapaxes", .signature = "self, axis1, axis2, /", .fn = array_swapaxes},
    {.name = "squeeze", .signature = "self, /, axis=None", .fn = array_squeeze},
    {0},
};
