#include "proto/tensor_message.h"

#include "proto/tensorflow.pb-c.h"

Tensorflow__TensorShapeProto *shape_message(Arena *a, Shape s) {
    Tensorflow__TensorShapeProto *m = message_make(a, &tensorflow__tensor_shape_proto__descriptor);
    if (s.rank == SHAPE_UNKNOWN_RANK) {
        MESSAGE_SET(m, unknown_rank, true);
        return m;
    }
    m->dim = ARENA_ARRAY(a, s.rank + 1, Tensorflow__TensorShapeProto__Dim *);
    for (int i = 0; i < s.rank; i++) {
        m->dim[i] = message_make(a, &tensorflow__tensor_shape_proto__dim__descriptor);
        MESSAGE_SET(m->dim[i], size, s.dims[i]);
    }
    m->n_dim = (size_t)s.rank;
    return m;
}

/* Several numbers that were all given are written as the bytes that they are. */
static bool is_content(const Tensor *t, int64_t written) {
    DTypeClass class = dtype_class(t->dtype);
    bool numbers = class == DTYPE_CLASS_INT || class == DTYPE_CLASS_UINT ||
                   t->dtype == DTYPE_FLOAT32 || t->dtype == DTYPE_FLOAT64;
    return numbers && t->count > 1 && written >= t->count;
}

/* A list of n values of the C type T in the message's field, each from `value`. */
#define FILL(field, T, value)                                                                      \
    do {                                                                                           \
        m->field = arena_array(a, n, sizeof(T));                                                   \
        m->n_##field = n;                                                                          \
        for (int64_t i = 0; i < (int64_t)n; i++) {                                                 \
            m->field[i] = (value);                                                                 \
        }                                                                                          \
    } while (0)

static void put_ints(Arena *a, Tensorflow__TensorProto *m, const Tensor *t, size_t n) {
    if (t->dtype == DTYPE_INT64) {
        FILL(int64_val, int64_t, tensor_i64(t, i));
    } else {
        FILL(int_val, int32_t, (int32_t)tensor_i64(t, i));
    }
}

static bool put_floats(Arena *a, Tensorflow__TensorProto *m, const Tensor *t, size_t n) {
    if (t->dtype == DTYPE_FLOAT32) {
        FILL(float_val, float, (float)tensor_f64(t, i));
    } else if (t->dtype == DTYPE_FLOAT64) {
        FILL(double_val, double, tensor_f64(t, i));
    }
    return t->dtype == DTYPE_FLOAT32 || t->dtype == DTYPE_FLOAT64 || n == 0;
}

static bool put_elements(Arena *a, Tensorflow__TensorProto *m, const Tensor *t, size_t n) {
    switch (dtype_class(t->dtype)) {
    case DTYPE_CLASS_BOOL: FILL(bool_val, protobuf_c_boolean, tensor_bool(t, i)); return true;
    case DTYPE_CLASS_STRING:
        FILL(string_val, ProtobufCBinaryData, bytes_field(tensor_text(t, i)));
        return true;
    case DTYPE_CLASS_INT: put_ints(a, m, t, n); return true;
    case DTYPE_CLASS_UINT:
        if (dtype_size(t->dtype) <= 2) {
            put_ints(a, m, t, n);
        }
        return dtype_size(t->dtype) <= 2 || n == 0;
    case DTYPE_CLASS_FLOAT: return put_floats(a, m, t, n);
    case DTYPE_CLASS_COMPLEX:
    case DTYPE_CLASS_NONE: break;
    }
    return n == 0;
}

Tensorflow__TensorProto *tensor_message(Arena *a, const Tensor *t, int64_t written) {
    Tensorflow__TensorProto *m = message_make(a, &tensorflow__tensor_proto__descriptor);
    int64_t n = written < t->count ? written : t->count;
    MESSAGE_SET(m, dtype, (Tensorflow__DataType)dtype_number(t->dtype));
    m->tensor_shape = shape_message(a, t->shape);
    if (is_content(t, written)) {
        Str content = {t->data, (size_t)t->count * dtype_size(t->dtype)};
        MESSAGE_SET(m, tensor_content, bytes_field(content));
        return m;
    }
    return put_elements(a, m, t, n > 0 ? (size_t)n : 0) ? m : NULL;
}
