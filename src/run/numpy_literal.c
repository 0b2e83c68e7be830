/* numpy_literal.c: nested Python values as elements, and elements as Python values. */
#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "run/big.h"
#include "run/complex.h"
#include "run/numpy_inner.h"
#include "tensor/print.h"

/* ---- the shape of a nested value ---- */

/* Lists may hold themselves; numpy stops at this depth, too. */
#define DEEPEST 32

typedef struct Reading {
    Run *run;
    int64_t dims[DEEPEST];
    int rank; /* of the first leaf found */
    bool ragged;
    int ragged_at; /* dims that all parts agree on */
    Value *items;
    int64_t count, cap;
    DType empty; /* of arrays without elements among them */
} Reading;

/* Items of a list, tuple or range: numpy looks into nothing else. */
static bool sequence_of(Run *run, Value v, uint32_t *n, Value **items) {
    if (!is_sequence(run, v) && !is_exactly(v, run->type.range)) {
        return false;
    }
    if (!value_items(run, v, items, n)) {
        *n = 0; /* out of memory ends the run elsewhere */
    }
    return true;
}

static void push_leaf(Reading *r, Value v) {
    if (r->count == r->cap) {
        int64_t cap = r->cap ? r->cap * 2 : 16;
        Value *items = ARENA_ARRAY(r->run->arena, (size_t)cap, Value);
        if (r->count) {
            memcpy(items, r->items, (size_t)r->count * sizeof *items);
        }
        r->items = items;
        r->cap = cap;
    }
    r->items[r->count++] = v;
}

static void set_ragged(Reading *r, int depth) {
    if (!r->ragged || depth < r->ragged_at) {
        r->ragged_at = depth;
    }
    r->ragged = true;
}

/* A leaf or the end of a dimension at this depth: the first one fixes the rank, others must agree.
 */
static void check_rank(Reading *r, int depth) {
    if (r->rank < 0) {
        r->rank = depth;
    } else if (r->rank != depth) {
        set_ragged(r, depth < r->rank ? depth : r->rank);
    }
}

/* Length n of the sequence at this depth; false: not as the others. */
static bool check_dim(Reading *r, int depth, int64_t n) {
    if (r->rank >= 0 && depth >= r->rank) {
        set_ragged(r, r->rank);
        return false;
    }
    if (r->dims[depth] < 0) {
        r->dims[depth] = n;
    } else if (r->dims[depth] != n) {
        set_ragged(r, depth);
        return false;
    }
    return true;
}

static void read_array(Reading *r, Value v, int depth) {
    const Tensor *t = array_read(as_array(v));
    bool fits = depth + t->shape.rank <= DEEPEST;
    for (int i = 0; fits && i < t->shape.rank; i++) {
        if (!check_dim(r, depth + i, t->shape.dims[i])) {
            return;
        }
    }
    check_rank(r, depth + t->shape.rank);
    r->empty = t->count                    ? r->empty
               : r->empty == DTYPE_INVALID ? t->dtype
                                           : promote_types(r->empty, t->dtype);
    for (int64_t i = 0; fits && i < t->count; i++) {
        push_leaf(r, element_scalar(r->run, t, i, as_array(v)->text));
    }
}

static void read_value(Reading *r, Value v, int depth) {
    uint32_t n = 0;
    Value *items = NULL;
    if (is_array(r->run, v)) {
        read_array(r, v, depth);
        return;
    }
    if (!sequence_of(r->run, v, &n, &items)) {
        check_rank(r, depth);
        push_leaf(r, v);
        return;
    }
    if (depth == DEEPEST) {
        set_ragged(r, DEEPEST);
        return;
    }
    if (!check_dim(r, depth, n)) {
        return;
    }
    if (!n) {
        check_rank(r, depth + 1);
    }
    for (uint32_t i = 0; i < n && !(r->ragged && r->ragged_at == 0); i++) {
        read_value(r, items[i], depth + 1);
    }
}

static Reading reading_of(Run *run, Value v) {
    Reading r = {.run = run, .rank = -1};
    for (int i = 0; i < DEEPEST; i++) {
        r.dims[i] = -1;
    }
    read_value(&r, v, 0);
    return r;
}

bool literal_of(Run *run, Value v, Literal *literal) {
    Reading r = reading_of(run, v);
    int rank = r.rank < 0 ? 0 : r.rank;
    *literal =
        (Literal){shape_make(run->arena, r.ragged ? 0 : rank, r.dims), r.count, r.items, r.ragged};
    return true;
}

/* ---- the type of leaves ---- */

typedef enum LeafKind { LEAF_NUMBER, LEAF_STR, LEAF_BYTES, LEAF_OTHER } LeafKind;

static LeafKind leaf_kind(const Run *run, Value v, DType *dtype) {
    *dtype = DTYPE_STRING;
    if (is_numpy_scalar(run, v)) {
        *dtype = array_tensor(v)->dtype;
        return *dtype == DTYPE_STRING ? LEAF_BYTES : LEAF_NUMBER;
    }
    if (v.kind == VALUE_BOOL) {
        *dtype = DTYPE_BOOL;
        return LEAF_NUMBER;
    }
    Value number;
    if (number_of(run, v, &number)) {
        bool big = number.kind == VALUE_OBJECT;
        *dtype = big ? DTYPE_UINT64 : number.kind == VALUE_INT ? DTYPE_INT64 : DTYPE_FLOAT64;
        return big && (whole_negative(number) || big_bits(number) > 64) ? LEAF_OTHER : LEAF_NUMBER;
    }
    if (is_complex(run, v)) {
        *dtype = DTYPE_COMPLEX128;
        return LEAF_NUMBER;
    }
    if (is_str(run, v)) {
        return LEAF_STR;
    }
    return is_bytes(run, v) ? LEAF_BYTES : LEAF_OTHER;
}

/* The type that holds all leaves; LEAF_OTHER: only an array of objects would. */
static LeafKind common_type(const Run *run, int64_t n, const Value *items, DType *dtype,
                            int32_t *width) {
    LeafKind kind = LEAF_NUMBER;
    *width = 0;
    *dtype = n ? DTYPE_INVALID : DTYPE_FLOAT64;
    for (int64_t i = 0; i < n; i++) {
        DType t;
        LeafKind k = leaf_kind(run, items[i], &t);
        if (k == LEAF_OTHER) {
            return k;
        }
        bool str = k == LEAF_STR || kind == LEAF_STR;
        kind = str ? LEAF_STR : k == LEAF_BYTES || kind == LEAF_BYTES ? LEAF_BYTES : LEAF_NUMBER;
        int32_t room = k == LEAF_NUMBER ? number_width(t) : 0;
        *width = room > *width ? room : *width;
        *dtype = *dtype == DTYPE_INVALID ? t : promote_types(*dtype, t);
    }
    return kind;
}

/* ---- leaves as elements ---- */

static bool element_text(Run *run, Value v, Str *text) {
    if (is_bytes(run, v) && !is_str(run, v)) {
        *text = bytes_text(v);
        return true;
    }
    return value_str(run, v, text);
}

static bool float_element(Run *run, Value v, Tensor *t, int64_t i) {
    double d = NAN;
    if (is_none(v)) {
        tensor_set_f64(t, i, d);
        return true;
    }
    if (is_str(run, v)) {
        if (!parse_real(run, str_text(v), v, &d)) {
            return false;
        }
    } else if (is_complex(run, v)) {
        return raise_type_error(
            run, "float() argument must be a string or a real number, not 'complex'");
    } else if (!float_of(run, v, &d)) {
        return false;
    }
    tensor_set_f64(t, i, d);
    return true;
}

static bool complex_element(Run *run, Value v, Tensor *t, int64_t i) {
    Complex c;
    if (!is_complex(run, v)) {
        return float_element(run, v, t, i);
    }
    complex_like(run, v, &(bool){false}, &c);
    if (t->dtype == DTYPE_COMPLEX64) {
        memcpy((float *)t->data + 2 * i, (float[]){(float)c.re, (float)c.im}, 2 * sizeof(float));
    } else {
        memcpy((double *)t->data + 2 * i, &c, sizeof c);
    }
    return true;
}

/* Floats are cut towards zero, as numpy does with them. */
static bool integer_element(Run *run, Value v, Tensor *t, int64_t i) {
    int64_t n;
    double d;
    Value whole;
    if (is_numpy_scalar(run, v) && dtype_is_integer(array_tensor(v)->dtype)) {
        tensor_set_i64(t, i, tensor_i64(array_tensor(v), 0));
        return true;
    }
    bool ok = is_str(run, v)        ? parse_integer(run, str_text(v), 10, v, &whole)
              : real_of(run, v, &d) ? integer_of_real(run, d, &whole)
                                    : whole_index(run, v, &whole);
    if (!ok) {
        return false;
    }
    bool wide = t->dtype == DTYPE_UINT64 && !whole_negative(whole) && big_bits(whole) <= 64;
    if (wide) {
        tensor_set_i64(t, i, (int64_t)big_low_bits(whole));
        return true;
    }
    if (!integer_of(run, whole, &n)) {
        return raise_error(run, run->exception.OverflowError,
                           "Python int too large to convert to C long");
    }
    tensor_set_i64(t, i, n);
    return true;
}

bool element_of_value(Run *run, Value v, Tensor *t, int64_t i) {
    bool truth;
    Str text;
    if (is_numpy_scalar(run, v) && dtype_class(t->dtype) != DTYPE_CLASS_STRING) {
        Tensor *cast = tensor_cast(run->scratch, array_tensor(v), t->dtype);
        element_copy(t, i, cast, 0, 1);
        return true;
    }
    switch (dtype_class(t->dtype)) {
    case DTYPE_CLASS_BOOL:
        if (!value_truth(run, v, &truth)) {
            return false;
        }
        tensor_set_i64(t, i, truth);
        return true;
    case DTYPE_CLASS_INT:
    case DTYPE_CLASS_UINT: return integer_element(run, v, t, i);
    case DTYPE_CLASS_FLOAT: return float_element(run, v, t, i);
    case DTYPE_CLASS_COMPLEX: return complex_element(run, v, t, i);
    case DTYPE_CLASS_STRING:
        if (!element_text(run, v, &text)) {
            return false;
        }
        ((Str *)t->data)[i] = str_dup(run->arena, text);
        return true;
    case DTYPE_CLASS_NONE: break;
    }
    return refuse_objects(run);
}

bool refuse_objects(Run *run) {
    return refuse(run, "arrays hold numbers, bools and strings", "a numpy array of objects");
}

static bool raise_ragged(Run *run, const Reading *r, bool typed) {
    if (typed && !r->ragged_at) {
        return raise_value_error(run, "setting an array element with a sequence.");
    }
    Shape agreed = {r->ragged_at, r->dims};
    return raise_value_error(
        run,
        "setting an array element with a sequence. The requested array has an "
        "inhomogeneous shape after %d dimensions. The detected shape was %.*s + "
        "inhomogeneous part.",
        r->ragged_at, STR_ARG(shape_str(run->scratch, agreed)));
}

static bool leaves_tensor(Run *run, const Reading *r, DType dtype, const Tensor **tensor) {
    Shape shape = {r->rank < 0 ? 0 : r->rank, r->dims};
    if (!array_room(run, shape)) {
        return false;
    }
    Tensor *t = tensor_make(run->arena, dtype, shape);
    for (int64_t i = 0; i < r->count; i++) {
        if (!element_of_value(run, r->items[i], t, i)) {
            return false;
        }
    }
    *tensor = t;
    return true;
}

static bool leaves_operand(Run *run, const Reading *r, DType dtype, Operand *x, bool *known) {
    DType own;
    LeafKind kind = common_type(run, r->count, r->items, &own, &x->width);
    x->width = kind == LEAF_STR || kind == LEAF_BYTES ? x->width : 0;
    own = r->count || r->empty == DTYPE_INVALID ? own : r->empty;
    x->text = kind == LEAF_STR;
    *known = true;
    if (r->ragged) {
        return raise_ragged(run, r, dtype != DTYPE_INVALID);
    }
    if (kind == LEAF_OTHER && dtype == DTYPE_INVALID) {
        *known = false;
        return true;
    }
    return leaves_tensor(run, r, dtype == DTYPE_INVALID ? own : dtype, &x->tensor);
}

/* ---- numbers that need no list ---- */

static bool number_tensor(Run *run, Value v, const Tensor **tensor) {
    switch (v.kind) {
    case VALUE_BOOL: *tensor = tensor_scalar_bool(run->arena, v.as.boolean); return true;
    case VALUE_INT: *tensor = tensor_scalar_i64(run->arena, DTYPE_INT64, v.as.integer); return true;
    case VALUE_FLOAT:
        *tensor = tensor_scalar_f64(run->arena, DTYPE_FLOAT64, v.as.real);
        return true;
    case VALUE_UNBOUND:
    case VALUE_NONE:
    case VALUE_OBJECT: break;
    }
    return false;
}

bool operand_of(Run *run, Value v, Operand *x, bool *known) {
    *known = true;
    *x = (Operand){NULL, false, 0};
    if (is_array(run, v)) {
        *x = (Operand){array_read(as_array(v)), as_array(v)->text, as_array(v)->width};
        return true;
    }
    if (is_numpy_scalar(run, v)) {
        x->tensor = array_tensor(v);
        return true;
    }
    if (number_tensor(run, v, &x->tensor)) {
        return true;
    }
    Reading r = reading_of(run, v);
    return leaves_operand(run, &r, DTYPE_INVALID, x, known);
}

bool tensor_of(Run *run, Value v, Operand *x) {
    bool known;
    return operand_of(run, v, x, &known) && (known || refuse_objects(run));
}

bool operand_as(Run *run, Value v, DType dtype, Operand *x) {
    bool ready = is_array(run, v) || is_numpy_scalar(run, v);
    if (dtype == DTYPE_INVALID || ready) {
        return tensor_of(run, v, x) &&
               (dtype == DTYPE_INVALID || tensor_convert(run, *x, dtype, &x->tensor));
    }
    bool known;
    Reading r = reading_of(run, v);
    return leaves_operand(run, &r, dtype, x, &known);
}

bool numpy_tensor_of(Run *run, Value v, DType dtype, const Tensor **tensor) {
    if (dtype_is_quantized(dtype)) {
        return refuse(run, NULL, "a value of type %s is not modelled", dtype_name(dtype));
    }
    Operand x;
    if (is_array(run, v)) {
        array_tensor(v); /* what the caller gets may be kept */
    }
    if (!operand_as(run, v, dtype, &x)) {
        return false;
    }
    *tensor = x.tensor;
    return true;
}

/* ---- conversion of whole tensors ---- */

static bool texts_to_numbers(Run *run, Operand x, DType to, const Tensor **result) {
    Tensor *t = tensor_make(run->arena, to, x.tensor->shape);
    for (int64_t i = 0; i < t->count; i++) {
        Value v = str_make(run, tensor_text(x.tensor, i));
        if (to == DTYPE_BOOL) {
            tensor_set_i64(t, i, tensor_text(x.tensor, i).len > 0);
        } else if (!element_of_value(run, v, t, i)) {
            return false;
        }
    }
    *result = t;
    return true;
}

static const Tensor *numbers_to_texts(Run *run, const Tensor *from) {
    Tensor *t = tensor_make(run->arena, DTYPE_STRING, from->shape);
    for (int64_t i = 0; i < t->count; i++) {
        Sink out = sink_memory(run->arena);
        numpy_scalar_str(&out, from, i);
        ((Str *)t->data)[i] = sink_str(&out);
    }
    return t;
}

const Tensor *number_as(Run *run, const Tensor *t, DType to) {
    return t->dtype == to ? t : tensor_cast(run->scratch, t, to);
}

bool tensor_convert(Run *run, Operand x, DType to, const Tensor **result) {
    if (x.tensor->dtype == to) {
        *result = x.tensor;
        return true;
    }
    if (x.tensor->dtype == DTYPE_STRING) {
        return texts_to_numbers(run, x, to, result);
    }
    *result = to == DTYPE_STRING ? numbers_to_texts(run, x.tensor)
                                 : tensor_cast(run->arena, x.tensor, to);
    return true;
}

/* ---- elements as values ---- */

static Value complex_value(Run *run, const Tensor *t, int64_t i) {
    if (t->dtype == DTYPE_COMPLEX64) {
        const float *f = (const float *)t->data + 2 * i;
        return complex_make(run, f[0], f[1]);
    }
    const double *d = (const double *)t->data + 2 * i;
    return complex_make(run, d[0], d[1]);
}

Value element_value(Run *run, const Tensor *t, int64_t i, bool text) {
    switch (dtype_class(t->dtype)) {
    case DTYPE_CLASS_BOOL: return value_bool(tensor_bool(t, i));
    case DTYPE_CLASS_INT: return value_int(tensor_i64(t, i));
    case DTYPE_CLASS_UINT: return big_of_unsigned(run, (uint64_t)tensor_i64(t, i));
    case DTYPE_CLASS_FLOAT: return value_float(tensor_f64(t, i));
    case DTYPE_CLASS_COMPLEX: return complex_value(run, t, i);
    case DTYPE_CLASS_STRING:
        return text ? str_make(run, tensor_text(t, i)) : bytes_make(run, tensor_text(t, i));
    case DTYPE_CLASS_NONE: break;
    }
    return value_none();
}

Value element_scalar(Run *run, const Tensor *t, int64_t i, bool text) {
    if (t->dtype == DTYPE_STRING) {
        return element_value(run, t, i, text);
    }
    Tensor *one = tensor_make(run->arena, t->dtype, shape_scalar());
    element_copy(one, 0, t, i, 1);
    return scalar_make(run, one);
}
