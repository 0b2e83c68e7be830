/* tensor_array.h: tf.TensorArray, for those who build with it. */
#ifndef TFSCOPE_TF_TENSOR_ARRAY_H
#define TFSCOPE_TF_TENSOR_ARRAY_H

#include "tf/state.h"

/* The static shape of the elements, shared by all that stand for one array. */
typedef struct ElementShape {
    bool known; /* something was written, or it was given */
    Shape shape;
} ElementShape;

typedef struct TensorArrayObject {
    Object object;
    Output *handle, *flow;
    DType dtype;
    bool infer_shape;
    ElementShape *element;
} TensorArrayObject;

typedef struct ArrayRequest {
    DType dtype;
    Value size;          /* a number or tensor */
    bool dynamic, keeps; /* keeps: elements can be read again */
    bool infer_shape;
    Value element_shape; /* or None */
    Str array_name;      /* at NULL: none */
    Str name;            /* at NULL: TensorArray */
} ArrayRequest;

/* NULL when v is something else. */
TensorArrayObject *array_object_of(const Tf *tf, Value v);
/* tf.TensorArray(dtype, size, …); NULL after a failure, as the others below. */
TensorArrayObject *array_build(Tf *tf, const ArrayRequest *r);
/* The same array with another flow. */
TensorArrayObject *array_with_flow(Tf *tf, const TensorArrayObject *array, Output *flow);
Output *array_read_build(Tf *tf, const TensorArrayObject *array, Operand index);
TensorArrayObject *array_write_build(Tf *tf, const TensorArrayObject *array, Operand index,
                                     Value value);
TensorArrayObject *array_unstack_build(Tf *tf, const TensorArrayObject *array, Value value);
Output *array_stack_build(Tf *tf, const TensorArrayObject *array);
static inline Value array_value(TensorArrayObject *array) {
    return value_object(array);
}

#endif
