/* tensor.c: elements, and how they turn from one type into another.
 *
 * Integers travel as int64_t (uint64 by its bits), everything else as double: both hold every
 * value of the other types exactly, so one load and one store a dtype are enough. Only
 * integers beyond 2^53 need care on the way to a floating type (see convert).
 */
#include "tensor/tensor.h"

#include <assert.h>
#include <math.h>
#include <string.h>

/* ---- float16 ---- */

static uint32_t bits_of(float f) {
    uint32_t u;
    memcpy(&u, &f, sizeof u);
    return u;
}

static float float_of(uint32_t u) {
    float f;
    memcpy(&f, &u, sizeof f);
    return f;
}

/* value * 2^-shift, rounded to nearest, ties to even. */
static uint32_t shift_rounding(uint32_t value, int shift) {
    uint32_t half = UINT32_C(1) << (shift - 1);
    uint32_t rest = value & (2 * half - 1);
    uint32_t quotient = value >> shift;
    return quotient + (rest > half || (rest == half && (quotient & 1)));
}

/* A carry out of the mantissa runs into the exponent, which is just the next number. */
uint16_t half_of(float f) {
    uint32_t u = bits_of(f);
    uint32_t sign = u >> 16 & 0x8000;
    uint32_t size = u & 0x7fffffff;
    int exponent = (int)(size >> 23);
    uint32_t mantissa = (size & 0x7fffff) | 0x800000;
    if (size > 0x7f800000) { /* nan keeps its sign and the top of its payload */
        uint32_t payload = size >> 13 & 0x3ff;
        return (uint16_t)(sign | 0x7c00 | (payload ? payload : 1));
    }
    if (size >= 0x477ff000) { /* 65520 and more round to infinity */
        return (uint16_t)(sign | 0x7c00);
    }
    if (exponent > 112) {
        return (uint16_t)(sign | (shift_rounding(size, 13) - (112U << 10)));
    }
    if (exponent < 102) {
        return (uint16_t)sign;
    }
    return (uint16_t)(sign | shift_rounding(mantissa, 126 - exponent));
}

float half_to(uint16_t h) {
    uint32_t sign = (uint32_t)(h & 0x8000) << 16;
    uint32_t exponent = h >> 10 & 0x1f;
    uint32_t mantissa = h & 0x3ff;
    if (exponent == 0x1f) {
        return float_of(sign | 0x7f800000 | mantissa << 13);
    }
    if (exponent == 0) {
        float f = (float)mantissa * 0x1p-24F;
        return sign ? -f : f;
    }
    return float_of(sign | (exponent + 112) << 23 | mantissa << 13);
}

/* Rounds once: an inexact float is made odd first, so that the second rounding cannot
 * mistake it for a tie. */
uint16_t half_of_double(double d) {
    float f = (float)d;
    uint32_t u = bits_of(f);
    if (d == d && (double)f != d && !(u & 1)) {
        u += fabs((double)f) > fabs(d) ? UINT32_MAX : 1;
    }
    return half_of(float_of(u));
}

/* ---- bfloat16: the upper half of a float ---- */

uint16_t bfloat_of(float f) {
    return f != f ? 0x7fc0 : (uint16_t)shift_rounding(bits_of(f), 16);
}

float bfloat_to(uint16_t b) {
    return float_of((uint32_t)b << 16);
}

/* ---- making ---- */

/* The elements of a shape whose count overflows cannot be allocated: the arena refuses. */
Tensor *tensor_make(Arena *a, DType dtype, Shape shape) {
    int64_t count = shape_count(shape);
    size_t size = dtype_size(dtype);
    void *data = count < 0 ? arena_array(a, SIZE_MAX, 2) : arena_array(a, (size_t)count, size);
    Tensor *t = ARENA_NEW(a, Tensor);
    *t = (Tensor){dtype, shape_make(a, shape.rank, shape.dims), count, data};
    return t;
}

Tensor *tensor_scalar_f64(Arena *a, DType dtype, double v) {
    Tensor *t = tensor_make(a, dtype, shape_scalar());
    tensor_set_f64(t, 0, v);
    return t;
}

Tensor *tensor_scalar_i64(Arena *a, DType dtype, int64_t v) {
    Tensor *t = tensor_make(a, dtype, shape_scalar());
    tensor_set_i64(t, 0, v);
    return t;
}

Tensor *tensor_scalar_str(Arena *a, Str v) {
    Tensor *t = tensor_make(a, DTYPE_STRING, shape_scalar());
    *(Str *)t->data = str_dup(a, v);
    return t;
}

Tensor *tensor_scalar_bool(Arena *a, bool v) {
    return tensor_scalar_i64(a, DTYPE_BOOL, v);
}

Tensor *tensor_vector_i32(Arena *a, int64_t n, const int64_t *v) {
    Tensor *t = tensor_make(a, DTYPE_INT32, (Shape){1, &n});
    for (int64_t i = 0; i < n; i++) {
        ((int32_t *)t->data)[i] = (int32_t)(uint32_t)(uint64_t)v[i];
    }
    return t;
}

/* ---- elements ---- */

/* A dtype that has no numbers reached an accessor: a bug of the caller. */
static void no_number(DType t) {
    (void)t;
    assert(!"a numeric or bool dtype");
}

double tensor_f64(const Tensor *t, int64_t i) {
    assert(i >= 0 && i < t->count);
    switch (t->dtype) {
    case DTYPE_FLOAT32:
    case DTYPE_COMPLEX64:
        return (double)((const float *)t->data)[t->dtype == DTYPE_FLOAT32 ? i : 2 * i];
    case DTYPE_FLOAT64:
    case DTYPE_COMPLEX128: return ((const double *)t->data)[t->dtype == DTYPE_FLOAT64 ? i : 2 * i];
    case DTYPE_FLOAT16: return (double)half_to(((const uint16_t *)t->data)[i]);
    case DTYPE_BFLOAT16: return (double)bfloat_to(((const uint16_t *)t->data)[i]);
    case DTYPE_UINT64: return (double)((const uint64_t *)t->data)[i];
    case DTYPE_BOOL:
    case DTYPE_INT8:
    case DTYPE_INT16:
    case DTYPE_INT32:
    case DTYPE_INT64:
    case DTYPE_UINT8:
    case DTYPE_UINT16:
    case DTYPE_UINT32: return (double)tensor_i64(t, i);
    case DTYPE_INVALID:
    case DTYPE_STRING:
    case DTYPE_RESOURCE:
    case DTYPE_VARIANT:
    case DTYPE_QINT8:
    case DTYPE_QUINT8:
    case DTYPE_QINT32:
    case DTYPE_QINT16:
    case DTYPE_QUINT16:
    case DTYPE_COUNT: break;
    }
    no_number(t->dtype);
    return 0;
}

/* C leaves a conversion out of range undefined; x86 gives the most negative number, and so
 * do TensorFlow and numpy there. */
static int64_t i64_of_double(double d) {
    return d >= -0x1p63 && d < 0x1p63 ? (int64_t)d : INT64_MIN;
}

int64_t tensor_i64(const Tensor *t, int64_t i) {
    assert(i >= 0 && i < t->count);
    switch (t->dtype) {
    case DTYPE_BOOL:
    case DTYPE_UINT8: return ((const uint8_t *)t->data)[i];
    case DTYPE_INT8: return ((const int8_t *)t->data)[i];
    case DTYPE_INT16: return ((const int16_t *)t->data)[i];
    case DTYPE_UINT16: return ((const uint16_t *)t->data)[i];
    case DTYPE_INT32: return ((const int32_t *)t->data)[i];
    case DTYPE_UINT32: return ((const uint32_t *)t->data)[i];
    case DTYPE_INT64:
    case DTYPE_UINT64: return ((const int64_t *)t->data)[i];
    case DTYPE_FLOAT16:
    case DTYPE_BFLOAT16:
    case DTYPE_FLOAT32:
    case DTYPE_FLOAT64:
    case DTYPE_COMPLEX64:
    case DTYPE_COMPLEX128: return i64_of_double(tensor_f64(t, i));
    case DTYPE_INVALID:
    case DTYPE_STRING:
    case DTYPE_RESOURCE:
    case DTYPE_VARIANT:
    case DTYPE_QINT8:
    case DTYPE_QUINT8:
    case DTYPE_QINT32:
    case DTYPE_QINT16:
    case DTYPE_QUINT16:
    case DTYPE_COUNT: break;
    }
    no_number(t->dtype);
    return 0;
}

/* Not zero (nan is true); of a complex number either part. */
bool tensor_bool(const Tensor *t, int64_t i) {
    if (t->dtype == DTYPE_COMPLEX64) {
        const float *part = (const float *)t->data + 2 * i;
        return part[0] != 0 || part[1] != 0;
    }
    if (t->dtype == DTYPE_COMPLEX128) {
        const double *part = (const double *)t->data + 2 * i;
        return part[0] != 0 || part[1] != 0;
    }
    if (dtype_class(t->dtype) == DTYPE_CLASS_FLOAT) {
        return tensor_f64(t, i) != 0;
    }
    return tensor_i64(t, i) != 0;
}

Str tensor_text(const Tensor *t, int64_t i) {
    assert(t->dtype == DTYPE_STRING && i >= 0 && i < t->count);
    return ((const Str *)t->data)[i];
}

/* To uint64 what lies between 2^63 and 2^64 also fits; what is above becomes 0 on x86. */
static int64_t i64_for(DType to, double v) {
    if (to == DTYPE_UINT64 && v >= 0x1p63) {
        return v < 0x1p64 ? (int64_t)(uint64_t)v : 0;
    }
    if (to == DTYPE_INT64 || to == DTYPE_UINT64 || to == DTYPE_UINT32) {
        return i64_of_double(v);
    }
    return v > -0x1p31 - 1 && v < 0x1p31 ? (int64_t)v : INT32_MIN;
}

void tensor_set_f64(Tensor *t, int64_t i, double v) {
    assert(i >= 0 && i < t->count);
    switch (dtype_class(t->dtype)) {
    case DTYPE_CLASS_FLOAT:
        if (t->dtype == DTYPE_FLOAT32) {
            ((float *)t->data)[i] = (float)v;
        } else if (t->dtype == DTYPE_FLOAT64) {
            ((double *)t->data)[i] = v;
        } else if (t->dtype == DTYPE_BFLOAT16) {
            ((uint16_t *)t->data)[i] = bfloat_of((float)v);
        } else {
            ((uint16_t *)t->data)[i] = half_of_double(v);
        }
        return;
    case DTYPE_CLASS_COMPLEX:
        if (t->dtype == DTYPE_COMPLEX64) {
            memcpy((float *)t->data + 2 * i, (float[2]){(float)v, 0}, 2 * sizeof(float));
        } else {
            memcpy((double *)t->data + 2 * i, (double[2]){v, 0}, 2 * sizeof(double));
        }
        return;
    case DTYPE_CLASS_BOOL: ((uint8_t *)t->data)[i] = v != 0; return;
    case DTYPE_CLASS_INT:
    case DTYPE_CLASS_UINT: tensor_set_i64(t, i, i64_for(t->dtype, v)); return;
    case DTYPE_CLASS_NONE:
    case DTYPE_CLASS_STRING: break;
    }
    no_number(t->dtype);
}

/* float32 is rounded from the integer in one step; the 16-bit types from that, as TensorFlow does.
 */
static void set_float_i64(Tensor *t, int64_t i, int64_t v) {
    if (t->dtype == DTYPE_FLOAT32) {
        ((float *)t->data)[i] = (float)v;
    } else if (t->dtype == DTYPE_FLOAT16) {
        ((uint16_t *)t->data)[i] = half_of((float)v);
    } else if (t->dtype == DTYPE_BFLOAT16) {
        ((uint16_t *)t->data)[i] = bfloat_of((float)v);
    } else {
        tensor_set_f64(t, i, (double)v);
    }
}

void tensor_set_i64(Tensor *t, int64_t i, int64_t v) {
    assert(i >= 0 && i < t->count);
    uint64_t u = (uint64_t)v;
    switch (t->dtype) {
    case DTYPE_BOOL: ((uint8_t *)t->data)[i] = v != 0; return;
    case DTYPE_INT8:
    case DTYPE_UINT8: ((uint8_t *)t->data)[i] = (uint8_t)u; return;
    case DTYPE_INT16:
    case DTYPE_UINT16: ((uint16_t *)t->data)[i] = (uint16_t)u; return;
    case DTYPE_INT32:
    case DTYPE_UINT32: ((uint32_t *)t->data)[i] = (uint32_t)u; return;
    case DTYPE_INT64:
    case DTYPE_UINT64: ((uint64_t *)t->data)[i] = u; return;
    case DTYPE_FLOAT16:
    case DTYPE_BFLOAT16:
    case DTYPE_FLOAT32:
    case DTYPE_FLOAT64:
    case DTYPE_COMPLEX64:
    case DTYPE_COMPLEX128: set_float_i64(t, i, v); return;
    case DTYPE_INVALID:
    case DTYPE_STRING:
    case DTYPE_RESOURCE:
    case DTYPE_VARIANT:
    case DTYPE_QINT8:
    case DTYPE_QUINT8:
    case DTYPE_QINT32:
    case DTYPE_QINT16:
    case DTYPE_QUINT16:
    case DTYPE_COUNT: break;
    }
    no_number(t->dtype);
}

/* ---- whole tensors ---- */

bool tensor_eq(const Tensor *a, const Tensor *b) {
    if (a->dtype != b->dtype || !shape_eq(a->shape, b->shape)) {
        return false;
    }
    if (a->dtype != DTYPE_STRING) {
        return a->count == 0 ||
               memcmp(a->data, b->data, (size_t)a->count * dtype_size(a->dtype)) == 0;
    }
    for (int64_t i = 0; i < a->count; i++) {
        if (!str_eq(tensor_text(a, i), tensor_text(b, i))) {
            return false;
        }
    }
    return true;
}

/* Element i of a complex tensor into one of the other complex type. */
static void convert_complex(Tensor *to, const Tensor *from, int64_t i) {
    double part[2];
    if (from->dtype == DTYPE_COMPLEX64) {
        const float *f = (const float *)from->data + 2 * i;
        part[0] = (double)f[0];
        part[1] = (double)f[1];
    } else {
        memcpy(part, (const double *)from->data + 2 * i, sizeof part);
    }
    if (to->dtype == DTYPE_COMPLEX64) {
        memcpy((float *)to->data + 2 * i, (float[2]){(float)part[0], (float)part[1]},
               2 * sizeof(float));
    } else {
        memcpy((double *)to->data + 2 * i, part, sizeof part);
    }
}

/* A uint64 above INT64_MAX is no int64: to a floating type it goes as it is, rounded once. */
static void convert_uint64(Tensor *to, int64_t i, uint64_t u) {
    DTypeClass class = dtype_class(to->dtype);
    bool floating = class == DTYPE_CLASS_FLOAT || class == DTYPE_CLASS_COMPLEX;
    if (u <= INT64_MAX || !floating) {
        tensor_set_i64(to, i, (int64_t)u);
    } else if (to->dtype == DTYPE_FLOAT64 || to->dtype == DTYPE_COMPLEX128) {
        tensor_set_f64(to, i, (double)u);
    } else {
        tensor_set_f64(to, i, (double)(float)u);
    }
}

/* Element i of `from` into `to`, by way of the kind that holds it exactly. */
static void convert(Tensor *to, const Tensor *from, int64_t i) {
    DTypeClass class = dtype_class(from->dtype);
    if (to->dtype == DTYPE_BOOL) {
        tensor_set_i64(to, i, tensor_bool(from, i));
    } else if (from->dtype == DTYPE_UINT64) {
        convert_uint64(to, i, ((const uint64_t *)from->data)[i]);
    } else if (class == DTYPE_CLASS_COMPLEX && dtype_class(to->dtype) == DTYPE_CLASS_COMPLEX) {
        convert_complex(to, from, i);
    } else if (class == DTYPE_CLASS_FLOAT || class == DTYPE_CLASS_COMPLEX) {
        tensor_set_f64(to, i, tensor_f64(from, i));
    } else {
        tensor_set_i64(to, i, tensor_i64(from, i));
    }
}

/* Strings only become strings. */
Tensor *tensor_cast(Arena *a, const Tensor *t, DType to) {
    Tensor *out = tensor_make(a, to, t->shape);
    if (to == t->dtype) {
        if (t->count > 0) {
            memcpy(out->data, t->data, (size_t)t->count * dtype_size(to));
        }
        return out;
    }
    for (int64_t i = 0; i < t->count; i++) {
        convert(out, t, i);
    }
    return out;
}

Tensor *tensor_reshaped(Arena *a, const Tensor *t, Shape shape) {
    assert(shape_count(shape) == t->count);
    Tensor *out = ARENA_NEW(a, Tensor);
    *out = (Tensor){t->dtype, shape_make(a, shape.rank, shape.dims), t->count, t->data};
    return out;
}
