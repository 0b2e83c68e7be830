/* numpy_join.c: arrays from several arrays, pieces of arrays, and repetitions. */
#include <string.h>

#include "run/numpy_functions.h"

/* ---- concatenate ---- */

static bool check_parts(Run *run, uint32_t n, const Operand *parts, int64_t given_axis, int *axis) {
    Shape first = parts[0].tensor->shape;
    if (!first.rank) {
        return raise_value_error(run, "zero-dimensional arrays cannot be concatenated");
    }
    if (!axis_check(run, given_axis, first.rank, axis)) {
        return false;
    }
    for (uint32_t i = 1; i < n; i++) {
        Shape s = parts[i].tensor->shape;
        if (s.rank != first.rank) {
            return raise_value_error(
                run,
                "all the input arrays must have same number of dimensions, but the array at "
                "index 0 has %d dimension(s) and the array at index %u has %d dimension(s)",
                first.rank, i, s.rank);
        }
        for (int k = 0; k < s.rank; k++) {
            if (k != *axis && s.dims[k] != first.dims[k]) {
                return raise_value_error(
                    run,
                    "all the input array dimensions except for the concatenation axis must "
                    "match exactly, but along dimension %d, the array at index 0 has size "
                    "%lld and the array at index %u has size %lld",
                    k, (long long)first.dims[k], i, (long long)s.dims[k]);
            }
        }
    }
    return true;
}

static DType common_type(uint32_t n, const Operand *parts, bool *text) {
    DType t = parts[0].tensor->dtype;
    *text = false;
    for (uint32_t i = 0; i < n; i++) {
        t = promote_types(t, parts[i].tensor->dtype);
        *text = *text || parts[i].text;
    }
    return t;
}

/* Copies one part into the result: `outer` blocks, each `block` elements of the part's own. */
static void paste(Tensor *to, int64_t *at, int64_t stride, const Tensor *from, int64_t outer) {
    int64_t block = outer ? from->count / outer : 0;
    for (int64_t i = 0; i < outer; i++) {
        element_copy(to, *at + i * stride, from, i * block, block);
    }
    *at += block;
}

bool numpy_concatenate(Run *run, uint32_t n, const Operand *parts, int64_t given_axis,
                       Operand *result) {
    int axis;
    if (!n) {
        return raise_value_error(run, "need at least one array to concatenate");
    }
    if (!check_parts(run, n, parts, given_axis, &axis)) {
        return false;
    }
    Shape first = parts[0].tensor->shape;
    int64_t *dims = arena_copy(run->scratch, first.dims, (size_t)first.rank * sizeof *dims);
    int64_t outer = 1, stride = 1, at = 0;
    dims[axis] = 0;
    for (uint32_t i = 0; i < n; i++) {
        dims[axis] += parts[i].tensor->shape.dims[axis];
    }
    for (int k = 0; k < first.rank; k++) {
        *(k < axis ? &outer : &stride) *= dims[k];
    }
    if (!array_room(run, (Shape){first.rank, dims})) {
        return false;
    }
    Tensor *t =
        tensor_make(run->arena, common_type(n, parts, &result->text), (Shape){first.rank, dims});
    for (uint32_t i = 0; i < n; i++) {
        const Tensor *part;
        if (!tensor_convert(run, parts[i], t->dtype, &part)) {
            return false;
        }
        paste(t, &at, stride, part, outer);
    }
    result->tensor = t;
    result->width = 0;
    for (uint32_t i = 0; i < n; i++) {
        result->width = parts[i].width > result->width ? parts[i].width : result->width;
    }
    return true;
}

/* The arrays of a sequence. */
static bool parts_of(Run *run, Value sequence, uint32_t *n, Operand **parts) {
    Value *items;
    if (!value_items(run, sequence, &items, n)) {
        return false;
    }
    *parts = ARENA_ARRAY(run->scratch, *n + 1, Operand);
    for (uint32_t i = 0; i < *n; i++) {
        if (!tensor_of(run, items[i], &(*parts)[i])) {
            return false;
        }
    }
    return true;
}

static Tensor *with_shape(Run *run, const Tensor *t, int rank, const int64_t *dims) {
    return tensor_reshaped(run->scratch, t, shape_make(run->scratch, rank, dims));
}

static bool joined(Run *run, uint32_t n, const Operand *parts, int64_t axis, Value *result) {
    Operand z;
    if (!numpy_concatenate(run, n, parts, axis, &z)) {
        return false;
    }
    *result = result_make(run, z);
    return true;
}

static bool np_concatenate(Run *run, const Value *args, Value *result) {
    uint32_t n;
    Operand *parts;
    int64_t axis = 0;
    if (!parts_of(run, args[0], &n, &parts) || (given(args[1]) && !index_of(run, args[1], &axis))) {
        return false;
    }
    for (uint32_t i = 0; is_none(args[1]) && i < n; i++) {
        parts[i].tensor = with_shape(run, parts[i].tensor, 1, &parts[i].tensor->count);
    }
    return joined(run, n, parts, axis, result);
}

static bool np_append(Run *run, const Value *args, Value *result) {
    Value pair[2] = {args[0], args[1]};
    Value again[2] = {tuple_make(run, 2, pair), args[2]};
    return np_concatenate(run, again, result);
}

/* ---- stack: along a new axis ---- */

static bool insert_axis(Run *run, uint32_t n, Operand *parts, int axis) {
    Shape s = parts[0].tensor->shape;
    int64_t *dims = ARENA_ARRAY(run->scratch, (size_t)s.rank + 1, int64_t);
    for (int i = 0, k = 0; i <= s.rank; i++) {
        dims[i] = i == axis ? 1 : s.dims[k++];
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!shape_eq(parts[i].tensor->shape, s)) {
            return raise_value_error(run, "all input arrays must have the same shape");
        }
    }
    for (uint32_t i = 0; i < n; i++) {
        parts[i].tensor = with_shape(run, parts[i].tensor, s.rank + 1, dims);
    }
    return true;
}

static bool np_stack(Run *run, const Value *args, Value *result) {
    uint32_t n;
    Operand *parts;
    int axis;
    if (!parts_of(run, args[0], &n, &parts)) {
        return false;
    }
    if (!n) {
        return raise_value_error(run, "need at least one array to stack");
    }
    return axis_argument(run, args[1], parts[0].tensor->shape.rank + 1, &axis) &&
           insert_axis(run, n, parts, axis) && joined(run, n, parts, axis, result);
}

/* Parts of fewer dims get some in front (vstack) or behind (column_stack, dstack). */
static void raise_rank(Run *run, uint32_t n, Operand *parts, int least, bool behind) {
    for (uint32_t i = 0; i < n; i++) {
        Shape s = parts[i].tensor->shape;
        int64_t dims[3] = {1, 1, 1};
        if (s.rank >= least) {
            continue;
        }
        int shift = behind || s.rank == 0 ? (least == 3 && s.rank == 1 ? 1 : 0) : least - s.rank;
        for (int k = 0; k < s.rank; k++) {
            dims[k + shift] = s.dims[k];
        }
        parts[i].tensor = with_shape(run, parts[i].tensor, least, dims);
    }
}

static bool np_vstack(Run *run, const Value *args, Value *result) {
    uint32_t n;
    Operand *parts;
    if (!parts_of(run, args[0], &n, &parts)) {
        return false;
    }
    raise_rank(run, n, parts, 2, false);
    return joined(run, n, parts, 0, result);
}

static bool np_hstack(Run *run, const Value *args, Value *result) {
    uint32_t n;
    Operand *parts;
    if (!parts_of(run, args[0], &n, &parts)) {
        return false;
    }
    raise_rank(run, n, parts, 1, false);
    return joined(run, n, parts, n && parts[0].tensor->shape.rank == 1 ? 0 : 1, result);
}

static bool np_column_stack(Run *run, const Value *args, Value *result) {
    uint32_t n;
    Operand *parts;
    if (!parts_of(run, args[0], &n, &parts)) {
        return false;
    }
    raise_rank(run, n, parts, 2, true);
    return joined(run, n, parts, 1, result);
}

static bool np_dstack(Run *run, const Value *args, Value *result) {
    uint32_t n;
    Operand *parts;
    if (!parts_of(run, args[0], &n, &parts)) {
        return false;
    }
    raise_rank(run, n, parts, 3, true);
    return joined(run, n, parts, 2, result);
}

/* ---- split: views ---- */

static Value piece(Run *run, ArrayObject *a, int axis, int64_t from, int64_t to) {
    const int64_t *strides = array_strides(run, a);
    int64_t *dims = arena_copy(run->scratch, a->shape.dims, (size_t)a->shape.rank * sizeof *dims);
    int64_t size = dims[axis];
    from = from < 0 ? from + size : from;
    to = to < 0 ? to + size : to;
    from = from < 0 ? 0 : from > size ? size : from;
    to = to < from ? from : to > size ? size : to;
    dims[axis] = to - from;
    return array_view(run, a, (Shape){a->shape.rank, dims}, a->offset + from * strides[axis],
                      strides);
}

static bool split_at(Run *run, ArrayObject *a, int axis, Value places, Value *result) {
    Value *items;
    uint32_t n;
    int64_t from = 0, to;
    if (!value_items(run, places, &items, &n)) {
        return false;
    }
    *result = list_make(run, 0, NULL);
    for (uint32_t i = 0; i < n; i++, from = to) {
        if (!index_of(run, items[i], &to)) {
            return false;
        }
        list_append(run, *result, piece(run, a, axis, from, to));
    }
    list_append(run, *result, piece(run, a, axis, from, a->shape.dims[axis]));
    return true;
}

/* Into n parts; the first ones are larger by one when it does not work out (uneven). */
static bool split_even(Run *run, ArrayObject *a, int axis, int64_t n, bool uneven, Value *result) {
    int64_t size = a->shape.dims[axis], at = 0;
    if (n <= 0) {
        return raise_value_error(run, "number sections must be larger than 0.");
    }
    if (size % n && !uneven) {
        return raise_value_error(run, "array split does not result in an equal division");
    }
    *result = list_make(run, 0, NULL);
    for (int64_t i = 0; i < n; i++) {
        int64_t length = size / n + (i < size % n);
        list_append(run, *result, piece(run, a, axis, at, at + length));
        at += length;
    }
    return true;
}

static bool split_along(Run *run, Value v, Value sections, Value axis, bool uneven, Value *result) {
    Value array;
    int along;
    int64_t n;
    if (!array_of_value(run, v, &array) ||
        !axis_argument(run, axis, as_array(array)->shape.rank, &along)) {
        return false;
    }
    if (is_sequence(run, sections) || is_array(run, sections)) {
        return split_at(run, as_array(array), along, sections, result);
    }
    return index_of(run, sections, &n) &&
           split_even(run, as_array(array), along, n, uneven, result);
}

static bool np_split(Run *run, const Value *args, Value *result) {
    return split_along(run, args[0], args[1], args[2], false, result);
}

static bool np_array_split(Run *run, const Value *args, Value *result) {
    return split_along(run, args[0], args[1], args[2], true, result);
}

static bool np_vsplit(Run *run, const Value *args, Value *result) {
    return split_along(run, args[0], args[1], value_int(0), false, result);
}

static bool np_hsplit(Run *run, const Value *args, Value *result) {
    bool flat = is_array(run, args[0]) && as_array(args[0])->shape.rank == 1;
    return split_along(run, args[0], args[1], value_int(flat ? 0 : 1), false, result);
}

/* ---- repetitions ---- */

/* The elements of t at these places along an axis. */
static Tensor *pick(Run *run, const Tensor *t, int axis, int64_t n, const int64_t *at) {
    int64_t *dims = arena_copy(run->scratch, t->shape.dims, (size_t)t->shape.rank * sizeof *dims);
    const int64_t *strides = strides_of(run->scratch, t->shape);
    int64_t size = dims[axis], inner = strides[axis];
    dims[axis] = n;
    Tensor *out = tensor_make(run->arena, t->dtype, (Shape){t->shape.rank, dims});
    int64_t outer = t->count && size ? t->count / (size * inner) : 0;
    for (int64_t i = 0; i < outer * n; i++) {
        element_copy(out, i * inner, t, (i / n * size + at[i % n]) * inner, inner);
    }
    return out;
}

static bool read_counts(Run *run, Value repeats, int64_t size, int64_t *counts) {
    Operand x;
    if (!tensor_of(run, repeats, &x)) {
        return false;
    }
    if (!dtype_is_integer(x.tensor->dtype)) {
        return raise_type_error(
            run,
            "Cannot cast array data from dtype('%s') to dtype('int64') according to the "
            "rule 'safe'",
            dtype_name(x.tensor->dtype));
    }
    if (x.tensor->count != 1 && x.tensor->count != size) {
        return raise_value_error(
            run, "operands could not be broadcast together with shape (%lld,) (%lld,)",
            (long long)size, (long long)x.tensor->count);
    }
    for (int64_t i = 0; i < size; i++) {
        counts[i] = tensor_i64(x.tensor, x.tensor->count == 1 ? 0 : i);
        if (counts[i] < 0) {
            return raise_value_error(run, "repeats may not contain negative values.");
        }
    }
    return true;
}

bool np_repeat(Run *run, const Value *args, Value *result) {
    Operand x;
    int axis = 0;
    if (!tensor_of(run, args[0], &x)) {
        return false;
    }
    const Tensor *t = given(args[2]) ? x.tensor : with_shape(run, x.tensor, 1, &x.tensor->count);
    if (given(args[2]) && !axis_argument(run, args[2], t->shape.rank, &axis)) {
        return false;
    }
    int64_t size = t->shape.dims[axis], total = 0, next = 0;
    int64_t *counts = ARENA_ARRAY(run->scratch, (size_t)size + 1, int64_t);
    if (!read_counts(run, args[1], size, counts)) {
        return false;
    }
    for (int64_t i = 0; i < size; i++) {
        total += counts[i];
    }
    if (!array_room(run, (Shape){1, &total})) {
        return false;
    }
    int64_t *at = ARENA_ARRAY(run->scratch, (size_t)total + 1, int64_t);
    for (int64_t i = 0; i < size; i++) {
        for (int64_t k = 0; k < counts[i]; k++) {
            at[next++] = i;
        }
    }
    *result = array_make_text(run, pick(run, t, axis, total, at), x.text);
    return true;
}

static bool np_tile(Run *run, const Value *args, Value *result) {
    Operand x;
    Shape reps;
    if (!tensor_of(run, args[0], &x) || !shape_argument(run, args[1], false, &reps)) {
        return false;
    }
    int own = x.tensor->shape.rank, rank = own > reps.rank ? own : reps.rank;
    int64_t *dims = ARENA_ARRAY(run->scratch, (size_t)rank + 1, int64_t);
    for (int i = 0; i < rank; i++) {
        dims[i] = i < rank - own ? 1 : x.tensor->shape.dims[i - (rank - own)];
    }
    const Tensor *t = with_shape(run, x.tensor, rank, dims);
    for (int i = 0; i < reps.rank; i++) {
        int axis = rank - reps.rank + i;
        int64_t size = dims[axis], n = size * reps.dims[i];
        if (!array_room(run, (Shape){1, &n})) {
            return false;
        }
        int64_t *at = ARENA_ARRAY(run->scratch, (size_t)n + 1, int64_t);
        for (int64_t k = 0; k < n; k++) {
            at[k] = k % size;
        }
        t = pick(run, t, axis, n, at);
    }
    *result = array_make_text(run, t == x.tensor ? tensor_same(run, t) : t, x.text);
    as_array(*result)->lent = true;
    return true;
}

/* ---- roll and flip ---- */

static Tensor *rolled(Run *run, const Tensor *t, int axis, int64_t shift) {
    int64_t n = t->shape.dims[axis];
    int64_t *at = ARENA_ARRAY(run->scratch, (size_t)n + 1, int64_t);
    for (int64_t i = 0; i < n; i++) {
        at[i] = ((i - shift % n) % n + n) % n;
    }
    return pick(run, t, axis, n, at);
}

static bool np_roll(Run *run, const Value *args, Value *result) {
    Operand x;
    int axis = 0;
    int64_t shift;
    if (!tensor_of(run, args[0], &x)) {
        return false;
    }
    const Tensor *t = given(args[2]) ? x.tensor : with_shape(run, x.tensor, 1, &x.tensor->count);
    if (is_sequence(run, args[1]) || is_sequence(run, args[2])) {
        return refuse(run, NULL, "numpy.roll along several axes");
    }
    if (!index_of(run, args[1], &shift) ||
        (given(args[2]) && !axis_argument(run, args[2], t->shape.rank, &axis))) {
        return false;
    }
    t = rolled(run, t, axis, shift);
    *result = array_make_text(run, tensor_reshaped(run->arena, t, x.tensor->shape), x.text);
    return true;
}

/* A view with some axes turned round. */
static bool flipped(Run *run, Value v, Value axis, Value *result) {
    Value array;
    if (!array_of_value(run, v, &array)) {
        return false;
    }
    ArrayObject *a = as_array(array);
    bool *flip = ARENA_ARRAY(run->scratch, (size_t)a->shape.rank + 1, bool);
    const int64_t *from = array_strides(run, a);
    int64_t *strides = ARENA_ARRAY(run->scratch, (size_t)a->shape.rank + 1, int64_t);
    int64_t offset = a->offset;
    if (!axes_argument(run, axis, a->shape.rank, flip)) {
        return false;
    }
    for (int i = 0; i < a->shape.rank; i++) {
        strides[i] = flip[i] ? -from[i] : from[i];
        offset += flip[i] && a->shape.dims[i] ? (a->shape.dims[i] - 1) * from[i] : 0;
    }
    *result = a->shape.rank ? array_view(run, a, a->shape, offset, strides)
                            : element_scalar(run, array_read(a), 0, a->text);
    return true;
}

static bool np_flip(Run *run, const Value *args, Value *result) {
    return flipped(run, args[0], args[1], result);
}

static bool np_flipud(Run *run, const Value *args, Value *result) {
    return flipped(run, args[0], value_int(0), result);
}

static bool np_fliplr(Run *run, const Value *args, Value *result) {
    return flipped(run, args[0], value_int(1), result);
}

/* ---- pad with a constant ---- */

static bool pad_widths(Run *run, Value v, int rank, int64_t (*widths)[2]) {
    Operand x;
    if (!tensor_of(run, v, &x)) {
        return false;
    }
    const Tensor *t = x.tensor;
    bool fits =
        dtype_is_integer(t->dtype) && (t->count == 1 || t->count == 2 || t->count == 2 * rank);
    for (int i = 0; fits && i < 2 * rank; i++) {
        int64_t n = tensor_i64(t, t->count == 1 ? 0 : t->count == 2 ? i % 2 : i);
        if (n < 0) {
            return raise_value_error(run, "index can't contain negative values");
        }
        widths[i / 2][i % 2] = n;
    }
    return fits ||
           raise_value_error(run,
                             "operands could not be broadcast together with remapped shapes "
                             "[original->remapped]: %.*s  and requested shape (%d,2)",
                             STR_ARG(shape_text(run, t->shape)), rank);
}

static bool pad_fill(Run *run, Value v, Tensor *t) {
    Value fill = given(v) ? v : value_int(0);
    if (is_sequence(run, fill) || is_array(run, fill)) {
        return refuse(run, "pad side by side", "numpy.pad with several constant_values");
    }
    for (int64_t i = 0; i < t->count; i++) {
        if (!element_of_value(run, fill, t, i)) {
            return false;
        }
    }
    return true;
}

static bool np_pad(Run *run, const Value *args, Value *result) {
    Operand x;
    if (!tensor_of(run, args[0], &x)) {
        return false;
    }
    int rank = x.tensor->shape.rank;
    int64_t(*widths)[2] = arena_array(run->scratch, (size_t)rank + 1, sizeof *widths);
    int64_t *dims = ARENA_ARRAY(run->scratch, (size_t)rank + 1, int64_t);
    if (given(args[2]) && !(is_str(run, args[2]) && str_is(str_text(args[2]), "constant"))) {
        Calc c = {run, false};
        Value pairs = list_make(run, 0, NULL);
        if (!pad_widths(run, args[1], rank, widths)) {
            return false;
        }
        for (int i = 0; i < rank; i++) {
            list_append(run, pairs,
                        calc_pair(&c, value_int(widths[i][0]), value_int(widths[i][1])));
        }
        return calc_end(&c, CALC(&c, "_pad_by", args[0], pairs, args[2]), result);
    }
    if (!pad_widths(run, args[1], rank, widths)) {
        return false;
    }
    for (int i = 0; i < rank; i++) {
        dims[i] = x.tensor->shape.dims[i] + widths[i][0] + widths[i][1];
    }
    Shape shape = {rank, dims};
    if (!array_room(run, shape)) {
        return false;
    }
    Tensor *t = tensor_make(run->arena, x.tensor->dtype, shape);
    const int64_t *strides = strides_of(run->scratch, shape);
    int64_t offset = 0;
    for (int i = 0; i < rank; i++) {
        offset += widths[i][0] * strides[i];
    }
    const int64_t *at = strided_positions(run->scratch, x.tensor->shape, offset, strides);
    if (!pad_fill(run, args[3], t)) {
        return false;
    }
    for (int64_t i = 0; i < x.tensor->count; i++) {
        element_copy(t, at[i], x.tensor, i, 1);
    }
    *result = array_make_text(run, t, x.text);
    return true;
}

const NativeSpec numpy_join_functions[] = {
    {.name = "concatenate",
     .signature = "arrays, axis=0, out=None!, *, dtype=None!, casting='same_kind'!",
     .fn = np_concatenate},
    {.name = "append", .signature = "arr, values, axis=None", .fn = np_append},
    {.name = "stack",
     .signature = "arrays, axis=0, out=None!, *, dtype=None!, casting='same_kind'!",
     .fn = np_stack},
    {.name = "vstack", .signature = "tup, *, dtype=None!, casting='same_kind'!", .fn = np_vstack},
    {.name = "row_stack",
     .signature = "tup, *, dtype=None!, casting='same_kind'!",
     .fn = np_vstack},
    {.name = "hstack", .signature = "tup, *, dtype=None!, casting='same_kind'!", .fn = np_hstack},
    {.name = "dstack", .signature = "tup", .fn = np_dstack},
    {.name = "column_stack", .signature = "tup", .fn = np_column_stack},
    {.name = "split", .signature = "ary, indices_or_sections, axis=0", .fn = np_split},
    {.name = "array_split", .signature = "ary, indices_or_sections, axis=0", .fn = np_array_split},
    {.name = "vsplit", .signature = "ary, indices_or_sections", .fn = np_vsplit},
    {.name = "hsplit", .signature = "ary, indices_or_sections", .fn = np_hsplit},
    {.name = "repeat", .signature = "a, repeats, axis=None", .fn = np_repeat},
    {.name = "tile", .signature = "A, reps", .fn = np_tile},
    {.name = "roll", .signature = "a, shift, axis=None", .fn = np_roll},
    {.name = "flip", .signature = "m, axis=None", .fn = np_flip},
    {.name = "flipud", .signature = "m", .fn = np_flipud},
    {.name = "fliplr", .signature = "m", .fn = np_fliplr},
    {.name = "pad",
     .signature =
         "array, pad_width, mode=None, constant_values=None, *, end_values=None!, stat_length=None!, reflect_type='even'!",
     .fn = np_pad},
    {0},
};
