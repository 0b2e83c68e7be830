/* numpy_index.c: a[key] and a[key] = v.
 *
 * A key is read part by part into an Index: what slices, integers, None and ... leave are dims of a
 * strided view; arrays of integers or bools among the parts ("fancy") choose positions one by one.
 * Without fancy parts the result is a view, with them a copy. */
#include <string.h>

#include "run/numpy_inner.h"

#define MOST_DIMS 32

typedef struct Fancy {
    const Tensor *at; /* int64 positions along the dim, none negative */
    int64_t stride;   /* of the dim */
} Fancy;

typedef struct Index {
    Run *run;
    const ArrayObject *array;
    const int64_t *strides; /* of the array */
    int dim;                /* next dim of the array */
    int64_t offset;
    int rank; /* dims that remain */
    int64_t dims[MOST_DIMS], steps[MOST_DIMS];
    int nfancy;
    Fancy fancy[MOST_DIMS];
    int place;   /* where the dims of the fancy parts go */
    int last;    /* place of the newest fancy part */
    bool apart;  /* the fancy parts do not follow each other: their dims come first */
    bool arrays; /* some fancy part is an array, not an integer */
    int masked;  /* dims of the array of bools among them, if any */
    bool ellipsis;
} Index;

static bool index_error(Run *run, Str message) {
    return raise_str(run, run->exception.IndexError, message);
}

static bool out_of_bounds(Run *run, int64_t i, int dim, int64_t size) {
    return raise_error(run, run->exception.IndexError,
                       "index %lld is out of bounds for axis %d with size %lld", (long long)i, dim,
                       (long long)size);
}

/* ---- the parts of a key ---- */

static void keep_dim(Index *x, int64_t size, int64_t step) {
    x->dims[x->rank] = size;
    x->steps[x->rank++] = step;
}

static void keep_dims(Index *x, int n) {
    for (int i = 0; i < n; i++, x->dim++) {
        keep_dim(x, x->array->shape.dims[x->dim], x->strides[x->dim]);
    }
}

static bool slice_part(Index *x, Value part) {
    SliceRange r;
    if (!slice_resolve(x->run, part, x->array->shape.dims[x->dim], &r)) {
        return false;
    }
    x->offset += r.count ? r.start * x->strides[x->dim] : 0;
    keep_dim(x, r.count, r.step * x->strides[x->dim]);
    x->dim++;
    return true;
}

static void note_fancy(Index *x, const Tensor *at) {
    if (!x->nfancy) {
        x->place = x->rank;
    }
    x->apart = x->apart || (x->nfancy && x->last != x->rank);
    x->last = x->rank;
    x->fancy[x->nfancy++] = (Fancy){at, x->strides[x->dim++]};
}

/* Integers among arrays take part in broadcasting like an array of one element. */
static bool integer_part(Index *x, int64_t i, bool fancy) {
    int64_t size = x->array->shape.dims[x->dim];
    if (i < -size || i >= size) {
        return out_of_bounds(x->run, i, x->dim, size);
    }
    i += i < 0 ? size : 0;
    if (fancy) {
        note_fancy(x, tensor_scalar_i64(x->run->scratch, DTYPE_INT64, i));
        return true;
    }
    x->offset += i * x->strides[x->dim++];
    return true;
}

static bool integers_part(Index *x, const Tensor *t) {
    int64_t size = x->array->shape.dims[x->dim];
    Tensor *at = tensor_make(x->run->scratch, DTYPE_INT64, t->shape);
    for (int64_t k = 0; k < t->count; k++) {
        int64_t i = tensor_i64(t, k);
        if (i < -size || i >= size) {
            return out_of_bounds(x->run, i, x->dim, size);
        }
        tensor_set_i64(at, k, i < 0 ? i + size : i);
    }
    note_fancy(x, at);
    return true;
}

static int64_t count_true(const Tensor *t) {
    int64_t n = 0;
    for (int64_t i = 0; i < t->count; i++) {
        n += tensor_bool(t, i);
    }
    return n;
}

/* The coordinates along dim k of the mask's true elements. */
static const Tensor *true_places(Run *run, const Tensor *mask, int k) {
    int64_t n = count_true(mask), at = 0;
    const int64_t *strides = strides_of(run->scratch, mask->shape);
    Tensor *places = tensor_make(run->scratch, DTYPE_INT64, (Shape){1, &n});
    for (int64_t i = 0; i < mask->count; i++) {
        if (tensor_bool(mask, i)) {
            tensor_set_i64(places, at++, i / strides[k] % mask->shape.dims[k]);
        }
    }
    return places;
}

static bool mask_part(Index *x, const Tensor *mask) {
    for (int k = 0; k < mask->shape.rank; k++) {
        int64_t size = x->array->shape.dims[x->dim + k], own = mask->shape.dims[k];
        if (size != own) {
            return raise_error(
                x->run, x->run->exception.IndexError,
                "boolean index did not match indexed array along dimension %d; dimension is "
                "%lld but corresponding boolean dimension is %lld",
                x->dim + k, (long long)size, (long long)own);
        }
    }
    x->masked = mask->shape.rank;
    for (int k = 0; k < mask->shape.rank; k++) {
        note_fancy(x, true_places(x->run, mask, k));
    }
    return true;
}

/* Positions [0] or none at all, along no dim of the array. */
static void truth_part(Index *x, bool truth) {
    Tensor *at = tensor_make(x->run->scratch, DTYPE_INT64, (Shape){1, (int64_t[]){truth}});
    if (!x->nfancy) {
        x->place = x->rank;
    }
    x->apart = x->apart || (x->nfancy && x->last != x->rank);
    x->last = x->rank;
    x->masked = 1;
    x->fancy[x->nfancy++] = (Fancy){at, 0};
}

/* A part of a key, looked at. */
typedef enum PartKind {
    PART_INTEGER,
    PART_SLICE,
    PART_NEW,
    PART_ELLIPSIS,
    PART_INTEGERS,
    PART_MASK,
    PART_TRUTH, /* a single bool: a new dim of 1 or 0 */
} PartKind;
typedef struct Part {
    PartKind kind;
    Value value;
    int64_t integer;
    const Tensor *tensor;
} Part;

static bool bad_part(Run *run) {
    return index_error(
        run, STR("only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and "
                 "integer or boolean arrays are valid indices"));
}

static bool array_part(Run *run, Value v, Part *part) {
    Operand x;
    bool known;
    if (!operand_of(run, v, &x, &known)) {
        return false;
    }
    if (!known || is_str(run, v)) {
        return bad_part(run);
    }
    bool empty = x.tensor->count == 0 && !is_array(run, v);
    part->tensor = empty ? tensor_cast(run->scratch, x.tensor, DTYPE_INT64) : x.tensor;
    if (part->tensor->dtype == DTYPE_BOOL) {
        part->kind = part->tensor->shape.rank ? PART_MASK : PART_TRUTH;
        return true;
    }
    part->kind = PART_INTEGERS;
    return dtype_is_integer(part->tensor->dtype) ||
           (is_array(run, v)
                ? index_error(run,
                              STR("arrays used as indices must be of integer (or boolean) type"))
                : bad_part(run));
}

static bool part_of(Run *run, Value v, Part *part) {
    bool is = false;
    *part = (Part){.kind = PART_INTEGER, .value = v};
    if (is_slice(run, v) || is_none(v) || value_same(v, run->ellipsis)) {
        part->kind = is_none(v) ? PART_NEW : is_slice(run, v) ? PART_SLICE : PART_ELLIPSIS;
        return true;
    }
    bool plain = v.kind == VALUE_INT ||
                 (is_numpy_scalar(run, v) && dtype_is_integer(array_tensor(v)->dtype));
    bool number = v.kind == VALUE_OBJECT && !is_array(run, v) && !is_sequence(run, v);
    if ((plain || number) && !position_like(run, v, &is, &part->integer)) {
        return false;
    }
    return is || array_part(run, v, part);
}

static int dims_taken(const Part *p) {
    switch (p->kind) {
    case PART_INTEGER:
    case PART_SLICE:
    case PART_INTEGERS: return 1;
    case PART_MASK: return p->tensor->shape.rank;
    case PART_NEW:
    case PART_TRUTH:
    case PART_ELLIPSIS: break;
    }
    return 0;
}

static bool take_part(Index *x, const Part *p, int spare) {
    switch (p->kind) {
    case PART_INTEGER: return integer_part(x, p->integer, x->arrays);
    case PART_SLICE: return slice_part(x, p->value);
    case PART_INTEGERS: return integers_part(x, p->tensor);
    case PART_MASK: return mask_part(x, p->tensor);
    case PART_TRUTH: truth_part(x, tensor_bool(p->tensor, 0)); return true;
    case PART_NEW: keep_dim(x, 1, 0); return true;
    case PART_ELLIPSIS: keep_dims(x, spare); return true;
    }
    return false;
}

/* Looks at all parts: counts, kinds, and how many dims "..." or the end stands for. */
static bool survey(Index *x, uint32_t n, const Part *parts, int *spare) {
    int taken = 0, ellipses = 0, news = 0;
    for (uint32_t i = 0; i < n; i++) {
        taken += dims_taken(&parts[i]);
        ellipses += parts[i].kind == PART_ELLIPSIS;
        news += parts[i].kind == PART_NEW;
        x->arrays = x->arrays || parts[i].kind == PART_INTEGERS || parts[i].kind == PART_MASK ||
                    parts[i].kind == PART_TRUTH;
    }
    x->ellipsis = ellipses > 0;
    *spare = x->array->shape.rank - taken;
    if (ellipses > 1) {
        return index_error(x->run, STR("an index can only have a single ellipsis ('...')"));
    }
    if (*spare < 0) {
        return raise_error(
            x->run, x->run->exception.IndexError,
            "too many indices for array: array is %d-dimensional, but %d were indexed",
            x->array->shape.rank, taken);
    }
    return x->array->shape.rank + news < MOST_DIMS ||
           refuse(x->run, NULL, "an array of more than 32 dimensions");
}

static bool read_key(Index *x, Value key) {
    uint32_t n = is_tuple(x->run, key) ? sequence_count(key) : 1;
    Part *parts = ARENA_ARRAY(x->run->scratch, n + 1, Part);
    int spare;
    for (uint32_t i = 0; i < n; i++) {
        if (!part_of(x->run, is_tuple(x->run, key) ? sequence_item(key, i) : key, &parts[i])) {
            return false;
        }
    }
    if (!survey(x, n, parts, &spare)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!take_part(x, &parts[i], spare)) {
            return false;
        }
    }
    if (!x->ellipsis) {
        keep_dims(x, spare);
    }
    return true;
}

static Index index_of_array(Run *run, const ArrayObject *a) {
    return (Index){.run = run, .array = a, .strides = array_strides(run, a), .offset = a->offset};
}

/* ---- fancy parts: shape and positions ---- */

static bool fancy_shape(const Index *x, Shape *shape) {
    *shape = shape_scalar();
    for (int i = 0; i < x->nfancy; i++) {
        if (!shape_broadcast(x->run->scratch, *shape, x->fancy[i].at->shape, shape)) {
            Sink all = sink_memory(x->run->scratch);
            for (int k = 0; k < x->nfancy; k++) {
                sink_printf(&all, "%.*s ", STR_ARG(shape_text(x->run, x->fancy[k].at->shape)));
            }
            return raise_error(
                x->run, x->run->exception.IndexError,
                "shape mismatch: indexing arrays could not be broadcast together with shapes %.*s",
                STR_ARG(sink_str(&all)));
        }
    }
    return true;
}

/* What the fancy parts add to the offset, for each element of their common shape. */
static int64_t *fancy_offsets(const Index *x, Shape shape) {
    int64_t n = shape_count(shape);
    int64_t *sum = ARENA_ARRAY(x->run->scratch, (size_t)n + 1, int64_t);
    for (int i = 0; i < x->nfancy; i++) {
        const Fancy *f = &x->fancy[i];
        int64_t *strides = repeat_strides(x->run->scratch, f->at->shape, shape);
        const int64_t *from = strided_positions(x->run->scratch, shape, 0, strides);
        for (int64_t k = 0; k < n; k++) {
            sum[k] += tensor_i64(f->at, from[k]) * f->stride;
        }
    }
    return sum;
}

static Shape joined_shape(const Index *x, Shape fancy, int place) {
    int64_t *dims = ARENA_ARRAY(x->run->scratch, (size_t)(x->rank + fancy.rank) + 1, int64_t);
    for (int i = 0; i < x->rank; i++) {
        dims[i < place ? i : i + fancy.rank] = x->dims[i];
    }
    for (int i = 0; i < fancy.rank; i++) {
        dims[place + i] = fancy.dims[i];
    }
    return (Shape){x->rank + fancy.rank, dims};
}

/* Positions of all chosen elements, and their shape. */
static bool fancy_positions(const Index *x, Shape *shape, int64_t **at) {
    Shape fancy;
    if (!fancy_shape(x, &fancy)) {
        return false;
    }
    int place = x->apart ? 0 : x->place;
    *shape = joined_shape(x, fancy, place);
    if (!array_room(x->run, *shape)) {
        return false;
    }
    Shape outer = {place, x->dims}, inner = {x->rank - place, x->dims + place};
    const int64_t *add = fancy_offsets(x, fancy);
    const int64_t *head = strided_positions(x->run->scratch, outer, x->offset, x->steps);
    const int64_t *tail = strided_positions(x->run->scratch, inner, 0, x->steps + place);
    int64_t n = shape_count(fancy), nhead = shape_count(outer), ntail = shape_count(inner),
            next = 0;
    *at = ARENA_ARRAY(x->run->scratch, (size_t)shape_count(*shape) + 1, int64_t);
    for (int64_t i = 0; i < nhead * n * ntail; i++) {
        (*at)[next++] = head[i / (n * ntail)] + add[i / ntail % n] + tail[i % ntail];
    }
    return true;
}

/* ---- reading ---- */

static bool read_fancy(const Index *x, ArrayObject *a, Value *result) {
    Shape shape;
    int64_t *at;
    if (!fancy_positions(x, &shape, &at)) {
        return false;
    }
    const Tensor *from = array_owner(a)->tensor;
    Tensor *t = tensor_make(x->run->arena, from->dtype, shape);
    for (int64_t i = 0; i < t->count; i++) {
        element_copy(t, i, from, at[i], 1);
    }
    *result = result_make(x->run, (Operand){t, a->text, a->width});
    return true;
}

bool array_get_item(Run *run, Value self, Value key, Value *result) {
    ArrayObject *a = as_array(self);
    Index x = index_of_array(run, a);
    if (!read_key(&x, key)) {
        return false;
    }
    if (x.nfancy) {
        return read_fancy(&x, a, result);
    }
    if (!x.rank && !x.ellipsis) {
        *result = element_scalar(run, array_owner(a)->tensor, x.offset, a->text);
        return true;
    }
    *result = array_view(run, a, (Shape){x.rank, x.dims}, x.offset, x.steps);
    return true;
}

/* ---- writing ---- */

/* Leading dims of 1 that the target does not have are dropped. */
static Shape without_ones(Shape s, int rank) {
    while (s.rank > rank && s.dims[0] == 1) {
        s = (Shape){s.rank - 1, s.dims + 1};
    }
    return s;
}

static bool mask_mismatch(Run *run, int64_t given_count, int64_t wanted) {
    return raise_value_error(
        run,
        "NumPy boolean array indexing assignment cannot assign %lld input values to the "
        "%lld output values where the mask is true",
        (long long)given_count, (long long)wanted);
}

static bool check_value(const Index *x, const Tensor *v, Shape shape) {
    Shape both;
    bool fits = shape_broadcast(x->run->scratch, v->shape, shape, &both) && shape_eq(both, shape);
    if (fits || !x->nfancy) {
        return true; /* broadcast_to says it in its own words */
    }
    if (x->masked && x->nfancy == x->masked && x->rank == 0) {
        return mask_mismatch(x->run, v->count, shape_count(shape));
    }
    return raise_value_error(
        x->run,
        "shape mismatch: value array of shape %.*s could not be broadcast to indexing "
        "result of shape %.*s",
        STR_ARG(shape_text(x->run, v->shape)), STR_ARG(shape_text(x->run, shape)));
}

static bool write_at(const Index *x, ArrayObject *a, Shape shape, const int64_t *at,
                     const Tensor *v) {
    v = tensor_reshaped(x->run->scratch, v, without_ones(v->shape, shape.rank));
    int64_t n = shape_count(shape);
    if (v->count == 1 && v->shape.rank <= shape.rank) {
        return array_write(x->run, a, n, at, v, 0);
    }
    return check_value(x, v, shape) && broadcast_to(x->run, v, shape, &v) &&
           array_write(x->run, a, n, at, v, 1);
}

/* What is written, as elements of the array's type. */
static bool written_value(Run *run, const ArrayObject *a, Value v, bool single, const Tensor **t) {
    Operand x;
    DType own = array_owner((ArrayObject *)(uintptr_t)a)->tensor->dtype;
    if (!operand_as(run, v, own, &x)) {
        return false;
    }
    if (single && x.tensor->count != 1) {
        return raise_value_error(run, "setting an array element with a sequence.");
    }
    *t = x.tensor;
    return true;
}

bool array_set_item(Run *run, Value self, Value key, Value v) {
    ArrayObject *a = as_array(self);
    Index x = index_of_array(run, a);
    const Tensor *t = NULL;
    int64_t *at;
    if (is_unbound(v)) {
        return raise_value_error(run, "cannot delete array elements");
    }
    if (!read_key(&x, key) || !written_value(run, a, v, !x.nfancy && !x.rank && !x.ellipsis, &t)) {
        return false;
    }
    Shape shape = {x.rank, x.dims};
    if (x.nfancy) {
        return fancy_positions(&x, &shape, &at) && write_at(&x, a, shape, at, t);
    }
    at = strided_positions(run->scratch, shape, x.offset, x.steps);
    if (!x.rank && t->count == 1) {
        t = tensor_reshaped(run->scratch, t, shape_scalar());
    }
    return write_at(&x, a, shape, at, t);
}
