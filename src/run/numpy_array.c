/* numpy_array.c: the content of arrays: views, writes, and what was there before a write.
 *
 * An array owns a tensor or is a view: shape, offset and strides over the elements of an owner.
 * Writing goes to the owner. As long as nobody outside knows an owner's tensor, a write changes it
 * in place, and what it replaced is kept as a Before: a whole tensor or only the elements written.
 * A reader of the trace gets the content at a moment by taking back, newest first, what was written
 * since then. */
#include <string.h>

#include "base/utf8.h"
#include "run/numpy_inner.h"

static void array_show(Sink *out, const Object *o, Moment m, int depth);

/* What a write at `moment` has replaced. */
typedef struct Before {
    Moment moment;
    int64_t n;         /* elements; -1: everything */
    const int64_t *at; /* [n] places */
    const Tensor *old; /* the elements, or the whole content */
} Before;

/* ---- places ---- */

int64_t *strides_of(Arena *arena, Shape s) {
    int64_t *strides = ARENA_ARRAY(arena, (size_t)s.rank + 1, int64_t);
    int64_t step = 1;
    for (int i = s.rank - 1; i >= 0; i--) {
        strides[i] = step;
        step *= s.dims[i];
    }
    return strides;
}

int64_t *strided_positions(Arena *arena, Shape shape, int64_t offset, const int64_t *strides) {
    int64_t n = shape_count(shape);
    int64_t *at = ARENA_ARRAY(arena, (size_t)n + 1, int64_t);
    int64_t *where = ARENA_ARRAY(arena, (size_t)shape.rank + 1, int64_t);
    for (int64_t i = 0; i < n; i++) {
        at[i] = offset;
        for (int k = shape.rank - 1; k >= 0; k--) {
            offset += strides[k];
            if (++where[k] < shape.dims[k]) {
                break;
            }
            offset -= strides[k] * shape.dims[k];
            where[k] = 0;
        }
    }
    return at;
}

void element_copy(Tensor *to, int64_t i, const Tensor *from, int64_t j, int64_t n) {
    size_t size = dtype_size(to->dtype);
    if (n > 0) {
        memcpy((char *)to->data + (size_t)i * size, (const char *)from->data + (size_t)j * size,
               (size_t)n * size);
    }
}

static bool row_major_from(Shape shape, const int64_t *strides) {
    int64_t step = 1;
    for (int i = shape.rank - 1; i >= 0; i--) {
        if (shape.dims[i] != 1 && strides[i] != step) {
            return false;
        }
        step *= shape.dims[i];
    }
    return true;
}

Tensor *strided_copy(Arena *arena, const Tensor *t, Shape shape, int64_t offset,
                     const int64_t *strides) {
    Tensor *copy = tensor_make(arena, t->dtype, shape);
    if (row_major_from(shape, strides)) {
        element_copy(copy, 0, t, offset, copy->count);
        return copy;
    }
    int64_t row = shape.dims[shape.rank - 1], step = strides[shape.rank - 1];
    Shape rows = {shape.rank - 1, shape.dims};
    int64_t nrows = shape_count(rows);
    const int64_t *at = copy->count ? strided_positions(arena, rows, offset, strides) : NULL;
    for (int64_t i = 0; at && i < nrows; i++) {
        for (int64_t k = 0; k < row; k++) {
            element_copy(copy, i * row + k, t, at[i] + k * step, 1);
        }
    }
    return copy;
}

Tensor *tensor_same(Run *run, const Tensor *t) {
    Tensor *copy = tensor_make(run->arena, t->dtype, t->shape);
    element_copy(copy, 0, t, 0, t->count);
    return copy;
}

const Tensor *tensor_own(Run *run, const Tensor *t, const Tensor *other) {
    return t == other ? tensor_same(run, t) : t;
}

/* ---- making ---- */

bool array_room(Run *run, Shape shape) {
    int64_t n = shape_count(shape);
    return (n >= 0 && n <= run->options.max_tensor) || refuse_budget(run, BUDGET_TENSOR);
}

/* Strings of at most so many characters. */
static const Tensor *cut_texts(Run *run, const Tensor *t, bool text, int32_t width) {
    Tensor *cut = tensor_same(run, t);
    for (int64_t i = 0; i < t->count; i++) {
        Str s = tensor_text(t, i);
        size_t n = text ? utf8_offset(s, (size_t)width) : (size_t)width;
        ((Str *)cut->data)[i] = n < s.len ? str_sub(s, 0, n) : s;
    }
    return cut;
}

static ArrayObject *new_array(Run *run) {
    ArrayObject *a = object_make_mutable(run, run->numpy->ndarray, sizeof *a);
    a->arena = run->arena;
    return a;
}

Value array_make_text(Run *run, const Tensor *t, bool text) {
    ArrayObject *a = new_array(run);
    a->tensor = t;
    a->shape = t->shape;
    a->text = text;
    a->width = t->dtype == DTYPE_STRING ? text_width(t, text) : 0;
    return value_object(a);
}

Value array_make(Run *run, const Tensor *t) {
    Value v = array_make_text(run, t, false);
    as_array(v)->lent = true;
    as_array(v)->objects = t->dtype == DTYPE_STRING;
    return v;
}

Value result_make(Run *run, Operand x) {
    if (!x.tensor->shape.rank) {
        return element_scalar(run, x.tensor, 0, x.text);
    }
    Value v = array_make_text(run, x.tensor, x.text);
    as_array(v)->width = x.width > as_array(v)->width ? x.width : as_array(v)->width;
    return v;
}

void array_fit(Run *run, Value array, int32_t width) {
    ArrayObject *a = as_array(array);
    if (!width || a->tensor->dtype != DTYPE_STRING) {
        return;
    }
    if (a->width > width) {
        a->tensor = cut_texts(run, a->tensor, a->text, width);
    }
    a->width = width;
}

Value array_or_scalar(Run *run, const Tensor *t) {
    return t->shape.rank ? array_make(run, t) : scalar_make(run, t);
}

Value array_view(Run *run, ArrayObject *a, Shape shape, int64_t offset, const int64_t *strides) {
    ArrayObject *v = new_array(run);
    size_t bytes = (size_t)shape.rank * sizeof *strides;
    v->base = array_owner(a);
    v->shape = shape_make(run->arena, shape.rank, shape.dims);
    v->offset = offset;
    v->strides = shape.rank ? arena_copy(run->arena, strides, bytes) : NULL;
    v->text = a->text;
    v->width = a->width;
    v->objects = a->objects;
    v->fixed = a->fixed;
    return value_object(v);
}

const int64_t *array_strides(Run *run, const ArrayObject *a) {
    return a->base ? a->strides : strides_of(run->scratch, a->shape);
}

bool array_contiguous(const ArrayObject *a) {
    return !a->base || row_major_from(a->shape, a->strides);
}

/* ---- reading ---- */

bool is_array(const Run *run, Value v) {
    return v.kind == VALUE_OBJECT && is_instance(run, v, run->numpy->ndarray);
}

bool is_numpy_scalar(const Run *run, Value v) {
    return v.kind == VALUE_OBJECT && is_instance(run, v, run->numpy->generic);
}

const Tensor *array_read(ArrayObject *a) {
    const ArrayObject *owner = a->base;
    if (owner && (!a->tensor || a->version != owner->version)) {
        a->tensor = strided_copy(a->arena, owner->tensor, a->shape, a->offset, a->strides);
        a->version = owner->version;
    }
    return a->tensor;
}

const Tensor *array_tensor(Value v) {
    if (v.as.object->type->show != array_show) { /* only arrays have it */
        return ((const ScalarObject *)v.as.object)->tensor;
    }
    ArrayObject *a = as_array(v);
    const Tensor *t = array_read(a);
    a->lent = true; /* a view's own copy is never written to */
    return t;
}

/* ---- writing ---- */

static void remember(Run *run, ArrayObject *owner, int64_t n, const int64_t *at,
                     const Tensor *old) {
    if (!owner->past) {
        owner->past = ARENA_NEW(run->arena, Log);
        *owner->past = log_make(run->arena, sizeof(Before));
    }
    *LOG_PUSH(owner->past, Before) = (Before){trace_now(run->trace), n, at, old};
    owner->version++;
}

static bool may_write(Run *run, const ArrayObject *a) {
    return !a->fixed || raise_value_error(run, "assignment destination is read-only");
}

static Tensor *elements_at(Run *run, const Tensor *t, int64_t n, const int64_t *at) {
    Tensor *some = tensor_make(run->arena, t->dtype, (Shape){1, &n});
    for (int64_t i = 0; i < n; i++) {
        element_copy(some, i, t, at[i], 1);
    }
    return some;
}

/* The owner's tensor, made ready for a write of these places; their content is remembered. */
static Tensor *open_content(Run *run, ArrayObject *owner, int64_t n, const int64_t *at) {
    const Tensor *t = owner->tensor;
    if (owner->lent || n * 2 > t->count) {
        remember(run, owner, -1, NULL, t);
        owner->tensor = tensor_same(run, t);
        owner->lent = false;
    } else {
        const int64_t *places = arena_copy(run->arena, at, (size_t)n * sizeof *at);
        remember(run, owner, n, places, elements_at(run, t, n, at));
    }
    return (Tensor *)(uintptr_t)owner->tensor;
}

bool array_write(Run *run, ArrayObject *a, int64_t n, const int64_t *at, const Tensor *from,
                 int64_t step) {
    ArrayObject *owner = array_owner(a);
    if (!may_write(run, a)) {
        return false;
    }
    if (from->dtype == DTYPE_STRING && !owner->objects && text_width(from, a->text) > a->width) {
        from = cut_texts(run, from, a->text, a->width);
    }
    if (n > 0) {
        Tensor *to = open_content(run, owner, n, at);
        for (int64_t i = 0; i < n; i++) {
            element_copy(to, at[i], from, i * step, 1);
        }
    }
    record_change(run, &owner->object);
    return true;
}

bool array_replace(Run *run, ArrayObject *a, const Tensor *t) {
    ArrayObject *owner = array_owner(a);
    if (!may_write(run, a)) {
        return false;
    }
    if (a->base) {
        const int64_t *at = strided_positions(run->scratch, a->shape, a->offset, a->strides);
        return array_write(run, a, t->count, at, t, 1);
    }
    remember(run, owner, -1, NULL, owner->tensor);
    owner->tensor = t;
    owner->lent = true;
    record_change(run, &owner->object);
    return true;
}

/* ---- what readers of the trace see ---- */

static Tensor *copy_in(Arena *a, const Tensor *t) {
    Tensor *copy = tensor_make(a, t->dtype, t->shape);
    element_copy(copy, 0, t, 0, t->count);
    return copy;
}

/* The content that the owner had at moment m; a new tensor in the arena when it is none of those
 * kept. */
static const Tensor *content_at(Arena *a, const ArrayObject *owner, Moment m) {
    const Tensor *t = owner->tensor;
    Tensor *patched = NULL;
    size_t n = owner->past ? owner->past->count : 0;
    while (n-- > 0) {
        const Before *b = LOG_AT(owner->past, Before, n);
        if (b->moment < m) {
            break;
        }
        if (b->n < 0) {
            t = b->old;
            patched = NULL;
            continue;
        }
        patched = patched ? patched : copy_in(a, t);
        for (int64_t i = 0; i < b->n; i++) {
            element_copy(patched, b->at[i], b->old, i, 1);
        }
        t = patched;
    }
    return t;
}

static void put_array(Sink *out, Arena *a, const ArrayObject *array, Moment m) {
    const ArrayObject *owner = array->base ? array->base : array;
    const Tensor *t = content_at(a, owner, m);
    if (array->base) {
        t = strided_copy(a, t, array->shape, array->offset, array->strides);
    }
    array_text(out, a, (Operand){t, array->text, array->width},
               (TextStyle){&print_defaults, array->objects, true});
}

/* On one line: what numpy puts on several is joined by a blank. */
static void array_show(Sink *out, const Object *o, Moment m, int depth) {
    Arena *a = arena_new(0);
    (void)depth;
    if (!a) {
        sink_z(out, "array(...)");
        return;
    }
    Sink lines = sink_memory(a);
    put_array(&lines, a, (const ArrayObject *)o, m);
    bool margin = false;
    for (size_t i = 0; i < lines.len; i++) {
        char c = lines.text[i];
        if (c == '\n') {
            sink_char(out, ' ');
        } else if (c != ' ' || !margin) {
            sink_char(out, c);
        }
        margin = c == '\n' || (c == ' ' && margin);
    }
    arena_free(a);
}

void install_numpy_content(Numpy *np) {
    np->ndarray->head.show = array_show;
    np->ndarray->size = sizeof(ArrayObject);
}
