/* tensor.h: values: an element type, a fully known shape, and elements in row-major order.
 *
 * A tensor is never changed once it has been handed out: assignment makes a new one,
 * so that every value of a run can be kept for the trace. */
#ifndef TFSCOPE_TENSOR_TENSOR_H
#define TFSCOPE_TENSOR_TENSOR_H

#include "tensor/dtype.h"
#include "tensor/shape.h"

typedef struct Tensor {
    DType dtype;
    Shape shape;   /* fully known */
    int64_t count; /* elements: product of the dims */
    void *
        data; /* [count] elements of dtype_size bytes; Str elements for strings; bool is one byte
                 0 or 1; complex is two floats or doubles; float16 and bfloat16 are their 16 bits */
} Tensor;

/* Zeroed elements. The caller has checked the count against its budget; count * size must not
 * overflow (the arena then fails). */
Tensor *tensor_make(Arena *a, DType dtype, Shape shape);
/* a scalar of any numeric dtype, rounded to it */
Tensor *tensor_scalar_f64(Arena *a, DType dtype, double v);
Tensor *tensor_scalar_i64(Arena *a, DType dtype, int64_t v);
Tensor *tensor_scalar_str(Arena *a, Str v);
Tensor *tensor_scalar_bool(Arena *a, bool v);
/* int32 vector, as shapes are given to ops */
Tensor *tensor_vector_i32(Arena *a, int64_t n, const int64_t *v);

/* Element i as another C type; numeric and bool dtypes only. */
double tensor_f64(const Tensor *t, int64_t i);
int64_t tensor_i64(const Tensor *t, int64_t i);
bool tensor_bool(const Tensor *t, int64_t i);
Str tensor_text(const Tensor *t, int64_t i); /* string dtype only */
/* Stores v into element i, rounded or wrapped to the dtype as C++ does. Only while making a tensor.
 */
void tensor_set_f64(Tensor *t, int64_t i, double v);
void tensor_set_i64(Tensor *t, int64_t i, int64_t v);

bool tensor_eq(const Tensor *a, const Tensor *b); /* same dtype, shape and bits (strings: text) */
/* numpy/TensorFlow conversion, element by element */
Tensor *tensor_cast(Arena *a, const Tensor *t, DType to);
/* same elements, shares data; counts must agree */
Tensor *tensor_reshaped(Arena *a, const Tensor *t, Shape shape);

uint16_t half_of(float f);         /* IEEE binary16, round to nearest even */
uint16_t half_of_double(double d); /* the same, rounded only once */
float half_to(uint16_t h);
uint16_t bfloat_of(float f); /* bfloat16, round to nearest even; every nan becomes one */
float bfloat_to(uint16_t b);

#endif
