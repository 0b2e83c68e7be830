/* kernel_util.h: what the kernels share. Only for src/tensor.
 *
 * Arithmetic happens in one of five lanes, each a C type that TensorFlow's own kernel would
 * use (float16 and bfloat16 are computed as float and rounded at the end; small integers are
 * computed in 64 bits and wrapped at the end, which gives the same result). Elements pass through
 * Rows: short runs of one lane, loaded from a tensor and stored into one, so that the switch over
 * dtypes is paid once a run. */
#ifndef TFSCOPE_TENSOR_KERNEL_UTIL_H
#define TFSCOPE_TENSOR_KERNEL_UTIL_H

#include <complex.h>

#include "tensor/tensor.h"

typedef enum Lane {
    LANE_F32,     /* float16, bfloat16, float32 */
    LANE_F64,     /* float64 */
    LANE_I64,     /* bool and all integers but uint64 */
    LANE_U64,     /* uint64 */
    LANE_COMPLEX, /* complex64, complex128; both computed in double */
    LANE_NONE,    /* strings and whatever has no arithmetic */
} Lane;

#define ROW_MAX 128 /* elements of a Row */

typedef union Row {
    float f[ROW_MAX];
    double d[ROW_MAX];
    int64_t i[ROW_MAX];
    uint64_t u[ROW_MAX];
    double complex c[ROW_MAX];
} Row;

Lane lane_of(DType t);
size_t lane_size(Lane lane); /* bytes of an element of the lane */
/* n elements at offset, offset + stride, … of t into an array of its lane's type. */
void lane_load(const Tensor *t, int64_t offset, int64_t stride, int64_t n, void *to);
/* n elements of lane_of(t->dtype)'s type into t from element offset on. */
void lane_store(Tensor *t, int64_t offset, int64_t n, const void *from);
/* All elements of t as an array of its lane's type: t's own data where that is one. */
const void *lane_array(Arena *a, const Tensor *t);
/* A piece of a row of `left` elements: at most ROW_MAX. */
int row_piece(int64_t left);

/* The sum in the order in which Eigen adds contiguous elements on an AVX machine: eight (four)
 * lanes, halves above 1024 packets. */
float lane_sum_f32(const float *x, int64_t n);
double lane_sum_f64(const double *x, int64_t n);

/* Visits the rows (runs along the last dim) of a shape, and where they start in up to two
 * operands whose elements lie `stride` apart along each dim. */
typedef struct RowWalk {
    Shape shape;               /* visited */
    int64_t *at;               /* [rank] coordinates of the row; the last one stays 0 */
    const int64_t *strides[2]; /* [rank] each; NULL for an operand that is not there */
    int64_t offset[2];         /* where the row starts in each operand */
    int64_t row;               /* elements of a row; 1 for a scalar */
    int64_t rows;              /* rows altogether; 0 when the shape has no elements */
} RowWalk;

RowWalk rows_make(Arena *a, Shape shape, const int64_t *strides0, const int64_t *strides1);
void rows_next(RowWalk *w); /* on to the next row; after the last one it starts again */
int64_t rows_step(const RowWalk *w, int operand); /* stride along a row; 1 for a scalar */

/* Row-major strides of a shape; behind [rank] elements. */
int64_t *row_strides(Arena *a, Shape s);
/* Strides that repeat an operand of shape s over the dims of `to` (0 where it repeats). */
int64_t *broadcast_strides(Arena *a, Shape s, Shape to);

/* A new tensor of the shape whose element at coordinates c is x's element number
 * base + sum(c[i] * strides[i]). Slices, transposes and repetitions are views. */
Tensor *view_copy(Arena *a, const Tensor *x, Shape shape, int64_t base, const int64_t *strides);
/* Copies element j of `from` to element i of `to`, same dtype; any dtype. */
void copy_elements(Tensor *to, int64_t i, const Tensor *from, int64_t j, int64_t n);

int64_t dims_product(const int64_t *dims, int from, int to); /* INT64_MAX when it does not fit */
int64_t add_sizes(int64_t x, int64_t y); /* of sizes >= 0; INT64_MAX when it does not fit */
int64_t mul_sizes(int64_t x, int64_t y);
/* A copy of dims with room for `more` behind them. */
int64_t *dims_copy(Arena *a, Shape s, int more);

/* Adds rank to a negative axis. False when it is not in [-rank, rank). */
bool axis_of(int64_t axis, int rank, int64_t *out);
/* Stores the sentence and returns NULL. */
Tensor *kernel_refuse(Str *error, Str message);
Tensor *kernel_refuse_dtype(Arena *a, Str *error, DType t);
const char *kernel_shape(Arena *a, const Tensor *t); /* "[2,3]", NUL-terminated */

#endif
