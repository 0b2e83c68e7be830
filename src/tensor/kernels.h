/* kernels.h: arithmetic on tensors, as TensorFlow's CPU kernels do it.
 *
 * No graph knowledge: operands are tensors, results are new tensors in `a`. When the
 * operands do not fit, the result is NULL and *error is one sentence in the runtime's own
 * words (for example "Incompatible shapes: [2] vs. [3]"); the caller knows the op's name.
 * A dtype that a kernel does not know is a bug of the caller (the op table lists them). */
#ifndef TFSCOPE_TENSOR_KERNELS_H
#define TFSCOPE_TENSOR_KERNELS_H

#include "tensor/tensor.h"

typedef enum UnaryOp {
    UNARY_NEG,
    UNARY_ABS,
    UNARY_SQUARE,
    UNARY_SQRT,
    UNARY_RSQRT,
    UNARY_EXP,
    UNARY_LOG,
    UNARY_SIN,
    UNARY_COS,
    UNARY_TANH,
    UNARY_SIGMOID,
    UNARY_RELU,
    UNARY_ELU,
    UNARY_SOFTPLUS,
    UNARY_SIGN,
    UNARY_FLOOR,
    UNARY_CEIL,
    UNARY_ROUND,
    UNARY_RECIPROCAL,
    UNARY_NOT,
} UnaryOp;

typedef enum BinaryOp {
    BINARY_ADD,
    BINARY_SUB,
    BINARY_MUL,
    BINARY_REALDIV,
    BINARY_DIV,
    BINARY_FLOORDIV,
    BINARY_FLOORMOD,
    BINARY_POW,
    BINARY_MAXIMUM,
    BINARY_MINIMUM,
    BINARY_SQUARED_DIFFERENCE,
    BINARY_LESS,
    BINARY_LESS_EQUAL,
    BINARY_GREATER,
    BINARY_GREATER_EQUAL,
    BINARY_EQUAL,
    BINARY_NOT_EQUAL,
    BINARY_AND,
    BINARY_OR,
} BinaryOp;

typedef enum ReduceOp {
    REDUCE_SUM,
    REDUCE_MEAN,
    REDUCE_PROD,
    REDUCE_MAX,
    REDUCE_MIN,
    REDUCE_ALL,
    REDUCE_ANY,
} ReduceOp;

Tensor *kernel_unary(Arena *a, UnaryOp op, const Tensor *x, Str *error);
/* broadcasts */
Tensor *kernel_binary(Arena *a, BinaryOp op, const Tensor *x, const Tensor *y, Str *error);
/* axes: int32 or int64, scalar or vector, negative counts from the end. */
Tensor *kernel_reduce(Arena *a, ReduceOp op, const Tensor *x, const Tensor *axes, bool keep_dims,
                      Str *error);
Tensor *kernel_arg_extreme(Arena *a, bool max, const Tensor *x, int64_t axis, DType out,
                           Str *error);
/* Rank 2, or equal rank > 2 (a batch of matrices). */
Tensor *kernel_matmul(Arena *a, const Tensor *x, const Tensor *y, bool transpose_x,
                      bool transpose_y, Str *error);
/* sums[i] += x * row[i] for all i below n. */
void kernel_add_scaled(double *sums, double x, const double *row, int64_t n);
/* The sum of x[i] * y[i] for all i below n. */
double kernel_dot(const double *x, const double *y, int64_t n);
Tensor *kernel_bias_add(Arena *a, const Tensor *x, const Tensor *bias, Str *error);
Tensor *kernel_softmax(Arena *a, const Tensor *x, bool log, Str *error);
Tensor *kernel_l2_loss(Arena *a, const Tensor *x, Str *error);
Tensor *kernel_transpose(Arena *a, const Tensor *x, const Tensor *perm, Str *error);
/* one dim may be -1 */
Tensor *kernel_reshape(Arena *a, const Tensor *x, const Tensor *shape, Str *error);
Tensor *kernel_expand_dims(Arena *a, const Tensor *x, int64_t axis, Str *error);
Tensor *kernel_squeeze(Arena *a, const Tensor *x, const int64_t *axes, int naxes, Str *error);
Tensor *kernel_concat(Arena *a, const Tensor *const *parts, int n, int64_t axis, Str *error);
Tensor *kernel_pack(Arena *a, const Tensor *const *parts, int n, int64_t axis, Str *error);
Tensor *kernel_unpack(Arena *a, const Tensor *x, int64_t axis, int64_t index, Str *error);
Tensor *kernel_split(Arena *a, const Tensor *x, int64_t axis, int64_t parts, int64_t index,
                     Str *error);
Tensor *kernel_slice(Arena *a, const Tensor *x, const Tensor *begin, const Tensor *size,
                     Str *error);
/* x[begin:end:strides] with TensorFlow's five masks. */
Tensor *kernel_strided_slice(Arena *a, const Tensor *x, const Tensor *begin, const Tensor *end,
                             const Tensor *strides, const int64_t masks[5], Str *error);
Tensor *kernel_gather(Arena *a, const Tensor *params, const Tensor *indices, int64_t axis,
                      Str *error);
Tensor *kernel_one_hot(Arena *a, const Tensor *indices, int64_t depth, const Tensor *on,
                       const Tensor *off, int64_t axis, Str *error);
Tensor *kernel_fill(Arena *a, const Tensor *dims, const Tensor *value, Str *error);
Tensor *kernel_range(Arena *a, const Tensor *start, const Tensor *limit, const Tensor *delta,
                     Str *error);
Tensor *kernel_tile(Arena *a, const Tensor *x, const Tensor *multiples, Str *error);
Tensor *kernel_pad(Arena *a, const Tensor *x, const Tensor *paddings, Str *error);
Tensor *kernel_select(Arena *a, const Tensor *condition, const Tensor *x, const Tensor *y,
                      Str *error);
Tensor *kernel_add_n(Arena *a, const Tensor *const *parts, int n, Str *error);
Tensor *kernel_cast(Arena *a, const Tensor *x, DType to, Str *error);
Tensor *kernel_diag_part(Arena *a, const Tensor *x, Str *error);
Tensor *kernel_matrix_diag(Arena *a, const Tensor *x, Str *error);
typedef enum SegmentOp {
    SEGMENT_SUM,
    SEGMENT_MEAN,
    SEGMENT_PROD,
    SEGMENT_MAX,
    SEGMENT_MIN,
} SegmentOp;
/* Rows of data joined by their numbers, which do not decrease. */
Tensor *kernel_segment(Arena *a, SegmentOp op, const Tensor *data, const Tensor *ids, Str *error);
/* The same with numbers in any order and shape, into so many rows. */
Tensor *kernel_unsorted_segment(Arena *a, SegmentOp op, const Tensor *data, const Tensor *ids,
                                int64_t rows, Str *error);
Tensor *kernel_scatter_nd(Arena *a, const Tensor *indices, const Tensor *updates, Shape shape,
                          Str *error);
/* weights: one a number, or without elements: each counts one. Numbers from n on are dropped. */
Tensor *kernel_bincount(Arena *a, const Tensor *numbers, int64_t n, const Tensor *weights,
                        Str *error);

/* Of batches of square matrices. */
Tensor *kernel_determinant(Arena *a, const Tensor *x, Str *error);
Tensor *kernel_cholesky(Arena *a, const Tensor *x, Str *error);
/* The solution of m x = y, or the inverse of m when y is NULL. */
Tensor *kernel_solve(Arena *a, const Tensor *m, const Tensor *y, bool adjoint, Str *error);
Tensor *kernel_triangular_solve(Arena *a, const Tensor *m, const Tensor *y, bool lower,
                                bool adjoint, Str *error);
Tensor *kernel_band_part(Arena *a, const Tensor *x, int64_t lower, int64_t upper, Str *error);
Tensor *kernel_cross(Arena *a, const Tensor *x, const Tensor *y, Str *error);

/* How the pixels of an image lie that gets another size. */
typedef struct ResizeOptions {
    bool align_corners, half_pixels;
} ResizeOptions;
/* Of images [batch, height, width, channels], that have elements. */
Tensor *kernel_resize_nearest(Arena *a, const Tensor *x, int64_t height, int64_t width,
                              const ResizeOptions *o);
Tensor *kernel_resize_bilinear(Arena *a, const Tensor *x, int64_t height, int64_t width,
                               const ResizeOptions *o);
/* Blocks of size x size pixels to channels, or channels to blocks. */
Tensor *kernel_space_depth(Arena *a, const Tensor *x, int64_t size, bool to_depth, Str *error);
/* Local response normalization; options: bias, alpha, beta. */
Tensor *kernel_lrn(Arena *a, const Tensor *x, int64_t radius, const double options[3]);
Tensor *kernel_colours(Arena *a, const Tensor *x, bool to_hsv, Str *error);

/* Reduced QR of a matrix by Householder reflections: *q and *r. */
bool kernel_qr(Arena *a, const Tensor *x, Tensor **q, Tensor **r, Str *error);

#endif
