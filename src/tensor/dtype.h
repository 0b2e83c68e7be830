/* dtype.h: TensorFlow's element types. */
#ifndef TFSCOPE_TENSOR_DTYPE_H
#define TFSCOPE_TENSOR_DTYPE_H

#include "base/str.h"

/* The list is dtype.def: DTYPE(enum suffix, name, C++ name, proto name, proto number, size, class).
 */
typedef enum DType {
#define DTYPE(ID, ...) DTYPE_##ID,
#include "tensor/dtype.def"
#undef DTYPE
    DTYPE_COUNT
} DType;

typedef enum DTypeClass {
    DTYPE_CLASS_NONE, /* DTYPE_INVALID, resource, variant, quantized */
    DTYPE_CLASS_BOOL,
    DTYPE_CLASS_INT, /* signed */
    DTYPE_CLASS_UINT,
    DTYPE_CLASS_FLOAT,
    DTYPE_CLASS_COMPLEX,
    DTYPE_CLASS_STRING,
} DTypeClass;

/* "float32"; reference types are written by the caller with "_ref" */
const char *dtype_name(DType t);
/* "float", "double", "int32": the runtime's spelling in messages */
const char *dtype_cpp_name(DType t);
const char *dtype_proto_name(DType t); /* "DT_FLOAT" */
int dtype_number(DType t);             /* number in TensorFlow's DataType enum (1 is float32) */
size_t dtype_size(DType t);            /* bytes of an element; a string element is one Str */
DTypeClass dtype_class(DType t);
bool dtype_is_numeric(DType t);   /* integer, floating or complex */
bool dtype_is_quantized(DType t); /* qint8 and its kin */
DType dtype_of_name(Str name);    /* "float32" → DTYPE_FLOAT32; DTYPE_INVALID when unknown */
/* the same by TensorFlow's number (reference offset of 100 not accepted) */
DType dtype_of_number(int number);

#endif
