/* print.h: how numpy writes arrays and scalars, to the character. */
#ifndef TFSCOPE_TENSOR_PRINT_H
#define TFSCOPE_TENSOR_PRINT_H

#include "tensor/tensor.h"

/* What numpy.set_printoptions sets. */
typedef struct PrintOptions {
    int precision;         /* digits behind the point, at most */
    int64_t threshold;     /* more elements than this are summarised */
    int edge;              /* elements shown at either end of an axis in a summary */
    int width;             /* columns of a line */
    bool suppress;         /* small numbers do not lead to the exponential notation */
    const char *separator; /* of the elements in str(array); NULL: a space */
} PrintOptions;

extern const PrintOptions print_defaults;
/* An array by other options than numpy's own. */
void numpy_write(Sink *out, const Tensor *t, const PrintOptions *options, bool repr);
/* str(array): "[1. 2.]", "[[1 2]\n [3 4]]", "5.0"; numpy 1.14+ legacy-free rules: shortest unique
 * digits, common exponent or fixed format per array, threshold 1000 with "...", line width 75,
 * precision 8. 0-d arrays print as their scalar. Strings print as bytes: [b'a' b'b']. */
void numpy_str(Sink *out, const Tensor *t);
/* repr(array): "array([1., 2.], dtype=float32)" with numpy's alignment and dtype suffix rules. */
void numpy_repr(Sink *out, const Tensor *t);
/* str(scalar) of element i, as numpy scalars print: "0.1" for float32 0.1, "1e-05", "5", "True",
 * "nan". */
void numpy_scalar_str(Sink *out, const Tensor *t, int64_t i);
/* Python's own repr of a float: "0.1", "1e-05", "inf", "1.0". Exactly CPython's repr(). */
void python_float_repr(Sink *out, double d);
/* Shortest digits that read back as the same float32 / float64; used by the above. digits gets at
 * most 17 digits without trailing zeros, *exponent the decimal exponent so that value = 0.d1d2d3… *
 * 10^exponent. Returns the number of digits; d must be finite and positive. */
int shortest_digits(double d, bool single, char digits[18], int *exponent);

#endif
