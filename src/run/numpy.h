/* numpy.h: the numpy module, and arrays and scalars as C code sees them. */
#ifndef TFSCOPE_RUN_NUMPY_H
#define TFSCOPE_RUN_NUMPY_H

#include "run/run.h"
#include "tensor/tensor.h"

/* numpy.ndarray. An array owns its elements or is a view of those of another one, as numpy's are;
 * what is written through a view is seen in its base and in all other views. The content is read
 * with array_tensor: the tensor that it returns never changes afterwards. Contents before a write
 * are kept. */
typedef struct ArrayObject ArrayObject;
struct ArrayObject {
    Object object;
    const Tensor *tensor; /* own elements; of a view, what was read last, or NULL */
    Log *past; /* what writes have replaced (numpy_array.c), by moment; NULL when never written */
    ArrayObject *base; /* the array that owns the elements of a view; else NULL */
    Shape shape;
    int64_t offset;         /* of a view: where its first element lies in the base, in elements */
    const int64_t *strides; /* of a view: [rank] distances in the base, in elements */
    uint32_t version; /* number of writes; of a view, the base's number that `tensor` belongs to */
    bool lent;        /* `tensor` is known outside: the next write copies it first */
    int32_t width;    /* of strings: characters that the type has room for */
    bool text;        /* strings are str, not bytes */
    bool objects;     /* strings came from a session: the dtype is object */
    bool fixed;       /* read-only */
    ArrayObject *shown; /* of elements that lie column by column: the view that a program sees as
                           their owner; else NULL */
    Arena *arena;       /* where contents are made */
};

/* numpy.float32(…) and such: a 0-d value that behaves like a number. Its type is named "float32" in
 * module numpy. It begins like a NumberObject (kinds.h), because numpy.float64 is a subclass of
 * float. */
typedef struct ScalarObject {
    Object object;
    Value number;         /* the value as VALUE_BOOL, VALUE_INT or VALUE_FLOAT */
    const Tensor *tensor; /* rank 0 */
} ScalarObject;

void numpy_complete(Run *run, Module *m);     /* makes all attributes, if the module is numpy's */
Value array_make(Run *run, const Tensor *t);  /* an ndarray (also of rank 0) */
Value scalar_make(Run *run, const Tensor *t); /* a numpy scalar; strings become bytes objects */
/* What session.run returns for a fetched tensor: a scalar for rank 0, else an array. */
Value array_or_scalar(Run *run, const Tensor *t);
bool is_array(const Run *run, Value v);
bool is_numpy_scalar(const Run *run, Value v);
const Tensor *array_tensor(Value v); /* of an array or a numpy scalar */
/* numpy.dtype object or scalar type → element type; also Python's float, int, bool, and strings
 * "float32", "f4". */
bool numpy_dtype_of(const Run *run, Value v, DType *dtype);
Value numpy_dtype_value(Run *run, DType dtype); /* np.dtype('float32') object */

/* What a nested Python value (numbers, bools, strings, bytes, lists, tuples, arrays, numpy scalars)
 * looks like as elements. */
typedef struct Literal {
    Shape shape;
    int64_t count;
    Value *items; /* [count] leaves, row-major */
    bool ragged;  /* lists of different lengths: shape is then meaningless */
} Literal;
bool literal_of(Run *run, Value v, Literal *literal);
/* np.array(v, dtype): DTYPE_INVALID lets numpy choose (ints int64, floats float64, bool, str). */
bool numpy_tensor_of(Run *run, Value v, DType dtype, const Tensor **tensor);

#endif
