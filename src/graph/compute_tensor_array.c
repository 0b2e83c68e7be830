/* compute_tensor_array.c: TensorArray: tensors that are written one by one and read again, in one
 * run of a session. A handle is the array's number as text; what goes from write to read as "flow"
 * only makes the order. */
#include <stdlib.h>

#include "graph/compute.h"
#include "tensor/kernels.h"

typedef enum ElementState { ELEMENT_EMPTY, ELEMENT_WRITTEN, ELEMENT_READ } ElementState;

typedef struct Element {
    const Tensor *value; /* NULL once it was cleared */
    Shape shape;         /* of what was written, kept when it is cleared */
    ElementState state;
} Element;

typedef struct TensorArray TensorArray;
struct TensorArray {
    Str name; /* of the node, with the number of the array */
    DType dtype;
    Shape shape; /* of all elements, as far as it is known */
    int64_t size, cap;
    Element *at;
    bool dynamic;          /* grows */
    bool clears;           /* an element can be read once */
    bool alike;            /* the first write decides the shape of all elements */
    const TensorArray *of; /* of a gradient: the array that it is the gradient of, else NULL */
    Str source;            /* of a gradient: which call of tf.gradients it belongs to */
};

/* ---- the arrays of the runs that are under way ---- */

static Log *arrays(Engine *e) {
    if (!e->resources) {
        e->resources = engine_arena(e);
    }
    if (!e->arrays.arena) {
        e->arrays = log_make(e->resources, sizeof(TensorArray *));
    }
    return &e->arrays;
}

static TensorArray *array_of(Call *c) {
    Str text = tensor_text(c->in[0], 0);
    const Log *all = arrays(c->e);
    size_t at = 0;
    for (size_t i = 0; i < text.len; i++) {
        at = at * 10 + (size_t)(text.at[i] - '0');
    }
    return at < all->count ? *LOG_AT(all, TensorArray *, at) : NULL;
}

static bool grow(Call *c, TensorArray *t, int64_t size) {
    if (!compute_fits(c, (Shape){1, &size})) {
        return false;
    }
    if (size > t->cap) {
        int64_t cap = size > 2 * t->cap ? size : 2 * t->cap;
        Element *at = ARENA_ARRAY(c->e->resources, (size_t)cap, Element);
        for (int64_t i = 0; i < t->size; i++) {
            at[i] = t->at[i];
        }
        t->at = at;
        t->cap = cap;
    }
    t->size = size > t->size ? size : t->size;
    return true;
}

static Str array_name(Call *c) {
    const Attr *own = node_attr(c->node, "tensor_array_name");
    const char *name = c->node->record.name->text;
    return own && own->s.len > 0
               ? str_printf(c->e->resources, "%.*s_%lld", STR_ARG(own->s),
                            (long long)c->e->narrays++)
               : str_printf(c->e->resources, "%s_%lld", name, (long long)c->e->narrays++);
}

bool compute_array_make(Call *c) {
    Log *all = arrays(c->e);
    const Attr *type = node_attr(c->node, "dtype"), *shape = node_attr(c->node, "element_shape");
    TensorArray *t = ARENA_NEW(c->e->resources, TensorArray);
    t->name = array_name(c);
    t->dtype = type->type;
    t->shape = shape ? shape->shape : shape_unknown();
    t->alike = compute_bool(c, "identical_element_shapes");
    t->dynamic = compute_bool(c, "dynamic_size");
    t->clears = compute_bool(c, "clear_after_read");
    if (!grow(c, t, compute_scalar(c, 0))) {
        return false;
    }
    c->out[0] = tensor_scalar_str(c->arena, str_printf(c->arena, "%zu", all->count));
    c->out[1] = tensor_scalar_f64(c->arena, DTYPE_FLOAT32, 0);
    *LOG_PUSH(all, TensorArray *) = t;
    return true;
}

/* The gradient of an array: one array a call of tf.gradients, made when it is first asked for. */
static size_t gradient_array(Call *c, const TensorArray *of, Str source) {
    Log *all = arrays(c->e);
    for (size_t i = 0; i < all->count; i++) {
        const TensorArray *t = *LOG_AT(all, TensorArray *, i);
        if (t->of == of && str_eq(t->source, source)) {
            return i;
        }
    }
    TensorArray *t = ARENA_NEW(c->e->resources, TensorArray);
    *t = (TensorArray){.name = of->name,
                       .dtype = of->dtype,
                       .shape = of->shape,
                       .dynamic = of->dynamic,
                       .of = of,
                       .source = str_dup(c->e->resources, source)};
    if (!grow(c, t, of->size)) {
        return SIZE_MAX;
    }
    *LOG_PUSH(all, TensorArray *) = t;
    return all->count - 1;
}

bool compute_array_grad(Call *c) {
    TensorArray *of = array_of(c);
    size_t at = of ? gradient_array(c, of, node_attr(c->node, "source")->s) : SIZE_MAX;
    if (at == SIZE_MAX) {
        return false;
    }
    c->out[0] = tensor_scalar_str(c->arena, str_printf(c->arena, "%zu", at));
    c->out[1] = tensor_scalar_f64(c->arena, DTYPE_FLOAT32, 0);
    return true;
}

/* ---- elements ---- */

static bool refuse_shape(Call *c, const TensorArray *t, int64_t i, const Tensor *value) {
    Str is = shape_cpp_str(c->arena, value->shape), wants = shape_cpp_str(c->arena, t->shape);
    return compute_fail(c, FAULT_INVALID_ARGUMENT,
                        "TensorArray %.*s: Could not write to TensorArray index %lld because the "
                        "value shape is %.*s which is incompatible with the TensorArray's inferred "
                        "element shape: %.*s (consider setting infer_shape=False).",
                        STR_ARG(t->name), (long long)i, STR_ARG(is), STR_ARG(wants));
}

/* What is written to an element of a gradient is added up. */
static bool add_to_element(Call *c, TensorArray *t, int64_t i, const Tensor *value) {
    const Tensor *sum = kernel_binary(c->arena, BINARY_ADD, t->at[i].value, value, &c->error);
    if (sum) {
        t->at[i].value = tensor_keep(c->e->resources, sum);
    }
    return sum != NULL;
}

static bool write_element(Call *c, TensorArray *t, int64_t i, const Tensor *value) {
    if (i < 0 || (!t->dynamic && i >= t->size)) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT,
                            "TensorArray %.*s: Tried to write to index %lld but array is not "
                            "resizeable and size is: %lld",
                            STR_ARG(t->name), (long long)i, (long long)t->size);
    }
    if (value->dtype != t->dtype) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT,
                            "TensorArray %.*s: Could not write to TensorArray index %lld because "
                            "the value dtype is %s but TensorArray dtype is %s.",
                            STR_ARG(t->name), (long long)i, dtype_cpp_name(value->dtype),
                            dtype_cpp_name(t->dtype));
    }
    if (!shape_compatible(t->shape, value->shape)) {
        return refuse_shape(c, t, i, value);
    }
    if (i >= t->size && !grow(c, t, i + 1)) {
        return false;
    }
    if (t->of && t->at[i].state != ELEMENT_EMPTY) {
        return add_to_element(c, t, i, value);
    }
    if (t->at[i].state != ELEMENT_EMPTY) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT,
                            "TensorArray %.*s: Could not write to TensorArray index %lld because "
                            "it has already been %s.",
                            STR_ARG(t->name), (long long)i,
                            t->at[i].state == ELEMENT_READ ? "read" : "written to");
    }
    const Tensor *kept = tensor_keep(c->e->resources, value);
    t->at[i] = (Element){kept, kept->shape, ELEMENT_WRITTEN};
    t->shape = t->alike && !shape_known(t->shape) ? kept->shape : t->shape;
    return true;
}

static bool refuse_unwritten(Call *c, const TensorArray *t, int64_t i) {
    if (!engine_has(c->e, CHANGE_ARRAY_ZEROS)) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT,
                            "TensorArray %.*s: Could not read from TensorArray index %lld because "
                            "it has not yet been written to.",
                            STR_ARG(t->name), (long long)i);
    }
    Str shape = t->shape.rank < 0 ? STR("<unknown>") : shape_cpp_str(c->arena, t->shape);
    return compute_fail(
        c, FAULT_INVALID_ARGUMENT,
        "TensorArray %.*s: Could not read from TensorArray index %lld.  Furthermore, the element "
        "shape is not fully defined: %.*s.  It is possible you are working with a resizeable "
        "TensorArray and stop_gradients is not allowing the gradients to be written.  If you set "
        "the full element_shape property on the forward TensorArray, the proper all-zeros tensor "
        "will be returned instead of incurring this error.",
        STR_ARG(t->name), (long long)i, STR_ARG(shape));
}

static bool fill_zeros(Call *c, TensorArray *t, int64_t i, Shape s) {
    if (!compute_fits(c, s)) {
        return false;
    }
    t->at[i] = (Element){tensor_make(c->e->resources, t->dtype, s), s, ELEMENT_WRITTEN};
    return true;
}

/* What was never written is zero where the shape of elements is known (1.3 on). */
static bool fill_unwritten(Call *c, TensorArray *t, int64_t i) {
    if (t->of && i < t->of->size && t->of->at[i].state != ELEMENT_EMPTY) {
        return fill_zeros(c, t, i, t->of->at[i].shape);
    }
    if (!engine_has(c->e, CHANGE_ARRAY_ZEROS) || !shape_known(t->shape)) {
        return refuse_unwritten(c, t, i);
    }
    return fill_zeros(c, t, i, t->shape);
}

static bool read_element(Call *c, TensorArray *t, int64_t i, const Tensor **value) {
    if (i < 0 || i >= t->size) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT,
                            "TensorArray %.*s: Tried to read from index %lld but array size is: "
                            "%lld",
                            STR_ARG(t->name), (long long)i, (long long)t->size);
    }
    Element *e = &t->at[i];
    if (e->state == ELEMENT_EMPTY && !fill_unwritten(c, t, i)) {
        return false;
    }
    if (!e->value) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT,
                            "TensorArray %.*s: Could not read index %lld twice because it was "
                            "cleared after a previous read (perhaps try setting clear_after_read "
                            "= false?).",
                            STR_ARG(t->name), (long long)i);
    }
    *value = e->value;
    *e = (Element){t->clears ? NULL : e->value, e->shape, ELEMENT_READ};
    return true;
}

/* ---- operations: handle first; writing gives the flow ---- */

bool compute_array_size(Call *c) {
    TensorArray *t = array_of(c);
    return t && compute_out(c, tensor_scalar_i64(c->arena, DTYPE_INT32, t->size));
}

bool compute_array_read(Call *c) {
    TensorArray *t = array_of(c);
    return t && read_element(c, t, compute_scalar(c, 1), &c->out[0]);
}

bool compute_array_write(Call *c) {
    TensorArray *t = array_of(c);
    return t && write_element(c, t, compute_scalar(c, 1), c->in[2]) && compute_out(c, c->in[3]);
}

static bool check_indices(Call *c, const TensorArray *t) {
    const Tensor *indices = c->in[1], *value = c->in[2];
    int64_t most = -1, rows = value->shape.rank > 0 ? value->shape.dims[0] : 0;
    for (int64_t i = 0; i < indices->count; i++) {
        most = tensor_i64(indices, i) > most ? tensor_i64(indices, i) : most;
    }
    if (indices->count != rows) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT,
                            "Expected len(indices) == values.shape[0], but saw: %lld vs. %lld",
                            (long long)indices->count, (long long)rows);
    }
    return t->dynamic || most < t->size ||
           compute_fail(c, FAULT_INVALID_ARGUMENT,
                        "Max scatter index must be < array size (%lld vs. %lld)", (long long)most,
                        (long long)t->size);
}

bool compute_array_scatter(Call *c) {
    TensorArray *t = array_of(c);
    if (!t || !check_indices(c, t)) {
        return false;
    }
    for (int64_t i = 0; i < c->in[1]->count; i++) {
        const Tensor *row = kernel_unpack(c->arena, c->in[2], 0, i, &c->error);
        if (!row || !write_element(c, t, tensor_i64(c->in[1], i), row)) {
            return false;
        }
    }
    return compute_out(c, c->in[3]);
}

static bool read_all(Call *c, TensorArray *t, const Tensor *indices, const Tensor **parts) {
    for (int64_t i = 0; i < indices->count; i++) {
        if (!read_element(c, t, tensor_i64(indices, i), &parts[i])) {
            return false;
        }
        if (!shape_eq(parts[i]->shape, parts[0]->shape)) {
            Str a = shape_cpp_str(c->arena, parts[0]->shape),
                b = shape_cpp_str(c->arena, parts[i]->shape);
            return compute_fail(c, FAULT_INVALID_ARGUMENT,
                                "TensorArray has inconsistent shapes.  Index 0 has shape: %.*s but "
                                "index %lld has shape: %.*s",
                                STR_ARG(a), (long long)i, STR_ARG(b));
        }
    }
    return true;
}

/* No elements: their shape must be known. */
static bool gather_nothing(Call *c, const TensorArray *t) {
    const Attr *a = node_attr(c->node, "element_shape");
    Shape given = a ? a->shape : shape_unknown(), element = shape_known(given) ? given : t->shape;
    if (!shape_known(element)) {
        return compute_fail(c, FAULT_UNIMPLEMENTED,
                            "TensorArray has size zero, but element shape %.*s is not fully "
                            "defined. Currently only static shapes are supported when packing "
                            "zero-size TensorArrays.",
                            STR_ARG(shape_cpp_str(c->arena, element)));
    }
    int64_t *dims = ARENA_ARRAY(c->arena, (size_t)element.rank + 1, int64_t);
    for (int d = 0; d < element.rank; d++) {
        dims[d + 1] = element.dims[d];
    }
    return compute_out(c, tensor_make(c->arena, t->dtype, (Shape){element.rank + 1, dims}));
}

bool compute_array_gather(Call *c) {
    TensorArray *t = array_of(c);
    const Tensor *indices = c->in[1];
    const Tensor **parts = ARENA_ARRAY(c->arena, (size_t)indices->count + 1, const Tensor *);
    if (!t || !read_all(c, t, indices, parts)) {
        return false;
    }
    if (indices->count == 0) {
        return gather_nothing(c, t);
    }
    return compute_out(c, kernel_pack(c->arena, parts, (int)indices->count, 0, &c->error));
}

bool compute_array_concat(Call *c) {
    TensorArray *t = array_of(c);
    if (!t) {
        return false;
    }
    const Tensor **parts = ARENA_ARRAY(c->arena, (size_t)t->size + 1, const Tensor *);
    Tensor *lengths = tensor_make(c->arena, DTYPE_INT64, (Shape){1, &t->size});
    for (int64_t i = 0; i < t->size; i++) {
        if (!read_element(c, t, i, &parts[i])) {
            return false;
        }
        if (parts[i]->shape.rank == 0) {
            return compute_fail(c, FAULT_INVALID_ARGUMENT,
                                "Concat saw a scalar shape at index %lld but requires at least "
                                "vectors.  Did you mean to call pack?",
                                (long long)i);
        }
        tensor_set_i64(lengths, i, parts[i]->shape.dims[0]);
    }
    c->out[1] = lengths;
    return t->size > 0 ? compute_out(c, kernel_concat(c->arena, parts, (int)t->size, 0, &c->error))
                       : compute_fail(c, FAULT_UNIMPLEMENTED, "TensorArray has size zero");
}

static const Tensor *rows_of(Call *c, int64_t from, int64_t n) {
    const Tensor *value = c->in[1];
    int rank = value->shape.rank;
    Tensor *begin = tensor_make(c->arena, DTYPE_INT64, shape_make(c->arena, 1, &(int64_t){rank}));
    Tensor *size = tensor_make(c->arena, DTYPE_INT64, begin->shape);
    for (int d = 0; d < rank; d++) {
        tensor_set_i64(begin, d, d == 0 ? from : 0);
        tensor_set_i64(size, d, d == 0 ? n : -1);
    }
    return kernel_slice(c->arena, value, begin, size, &c->error);
}

bool compute_array_split(Call *c) {
    TensorArray *t = array_of(c);
    const Tensor *lengths = c->in[2];
    int64_t at = 0, rows = c->in[1]->shape.rank > 0 ? c->in[1]->shape.dims[0] : 0, total = 0;
    for (int64_t i = 0; i < lengths->count; i++) {
        total += tensor_i64(lengths, i);
    }
    if (total != rows) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT,
                            "Expected sum of lengths to be equal to values.shape[0], but sum of "
                            "lengths is %lld and value's shape is: %.*s ",
                            (long long)total, STR_ARG(shape_cpp_str(c->arena, c->in[1]->shape)));
    }
    for (int64_t i = 0; t && i < lengths->count; i++) {
        const Tensor *row = rows_of(c, at, tensor_i64(lengths, i));
        if (!row || !write_element(c, t, i, row)) {
            return false;
        }
        at += tensor_i64(lengths, i);
    }
    return t && compute_out(c, c->in[3]);
}

/* ---- stacks: what a loop remembers for its gradient. A stack is an array that only its end is
 * used of. ---- */

bool compute_stack_make(Call *c) {
    Log *all = arrays(c->e);
    TensorArray *t = ARENA_NEW(c->e->resources, TensorArray);
    t->name = name_str(c->node->record.name);
    t->shape = shape_unknown();
    t->dtype = node_attr(c->node, "elem_type")->type;
    c->out[0] = tensor_scalar_str(c->arena, str_printf(c->arena, "%zu", all->count));
    *LOG_PUSH(all, TensorArray *) = t;
    return true;
}

bool compute_stack_push(Call *c) {
    TensorArray *t = array_of(c);
    if (!t || !grow(c, t, t->size + 1)) {
        return false;
    }
    const Tensor *kept = tensor_keep(c->e->resources, c->in[1]);
    t->at[t->size - 1] = (Element){kept, kept->shape, ELEMENT_WRITTEN};
    return compute_out(c, c->in[1]);
}

bool compute_stack_pop(Call *c) {
    TensorArray *t = array_of(c);
    if (!t || t->size == 0) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "Stack[%s] is empty when calling Pop().",
                            t ? t->name.at : "");
    }
    return compute_out(c, t->at[--t->size].value);
}
