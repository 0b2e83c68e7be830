/* tensor_message.h: shapes and tensors as messages. */
#ifndef TFSCOPE_PROTO_TENSOR_MESSAGE_H
#define TFSCOPE_PROTO_TENSOR_MESSAGE_H

#include "proto/message.h"
#include "tensor/tensor.h"

struct Tensorflow__TensorShapeProto;
struct Tensorflow__TensorProto;
struct Tensorflow__HistogramProto;

struct Tensorflow__TensorShapeProto *shape_message(Arena *a, Shape s);
/* written: elements that the program gave, the last one standing for the rest. NULL: how TensorFlow
 * writes a tensor of this type is not modelled. */
struct Tensorflow__TensorProto *tensor_message(Arena *a, const Tensor *t, int64_t written);
/* The values as tf.summary.histogram counts them. NULL: one is no number or infinite; *bad says
 * which. */
struct Tensorflow__HistogramProto *histogram_message(Arena *a, const Tensor *values, double *bad);

#endif
