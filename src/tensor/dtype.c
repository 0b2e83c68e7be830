#include "tensor/dtype.h"

#include <assert.h>

/* One row of dtype.def. */
typedef struct DTypeRow {
    const char *name;
    const char *cpp_name;
    const char *proto_name;
    int number;
    size_t size;
    DTypeClass class;
} DTypeRow;

static const DTypeRow rows[] = {
#define DTYPE(ID, NAME, CPP, PROTO, NUMBER, SIZE, CLASS)                                           \
    [DTYPE_##ID] = {NAME, CPP, PROTO, NUMBER, SIZE, DTYPE_CLASS_##CLASS},
#include "tensor/dtype.def"
#undef DTYPE
};

static_assert(sizeof rows / sizeof rows[0] == DTYPE_COUNT, "one row a dtype");
static_assert(DTYPE_COUNT == 24, "dtype.def changed: look at the switches over DType in tensor.c");

/* The row of t; that of DTYPE_INVALID when t is none of the list. */
static const DTypeRow *row_of(DType t) {
    return &rows[(unsigned)t < DTYPE_COUNT ? t : DTYPE_INVALID];
}

const char *dtype_name(DType t) {
    return row_of(t)->name;
}

const char *dtype_cpp_name(DType t) {
    return row_of(t)->cpp_name;
}

const char *dtype_proto_name(DType t) {
    return row_of(t)->proto_name;
}

int dtype_number(DType t) {
    return row_of(t)->number;
}

size_t dtype_size(DType t) {
    return row_of(t)->size;
}

DTypeClass dtype_class(DType t) {
    return row_of(t)->class;
}

bool dtype_is_numeric(DType t) {
    DTypeClass c = dtype_class(t);
    return c == DTYPE_CLASS_INT || c == DTYPE_CLASS_UINT || c == DTYPE_CLASS_FLOAT ||
           c == DTYPE_CLASS_COMPLEX;
}

bool dtype_is_quantized(DType t) {
    return t == DTYPE_QINT8 || t == DTYPE_QUINT8 || t == DTYPE_QINT16 || t == DTYPE_QUINT16 ||
           t == DTYPE_QINT32;
}

DType dtype_of_name(Str name) {
    for (int t = DTYPE_INVALID + 1; t < DTYPE_COUNT; t++) {
        if (str_is(name, rows[t].name)) {
            return (DType)t;
        }
    }
    return DTYPE_INVALID;
}

DType dtype_of_number(int number) {
    for (int t = DTYPE_INVALID + 1; t < DTYPE_COUNT; t++) {
        if (rows[t].number == number) {
            return (DType)t;
        }
    }
    return DTYPE_INVALID;
}
