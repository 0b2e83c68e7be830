/* Kernels: the numbers come from numpy, the sentences from TensorFlow's runtime. */
#include "tensor/kernels.h"

#include <math.h>
#include <setjmp.h>

#include "tests/tensor/values.h"
#include "tests/test.h"

static Arena *a;
static Str error; /* of the kernel that ran last */

static int make_arena(void **state) {
    (void)state;
    a = arena_new(0);
    return a ? 0 : -1;
}

static int free_arena(void **state) {
    (void)state;
    arena_free(a);
    return 0;
}

#define refuses(result, sentence) assert_refused((result), error, (sentence))
#define F32 DTYPE_FLOAT32
#define F64 DTYPE_FLOAT64
#define I32 DTYPE_INT32
#define I64 DTYPE_INT64
#define DIMS(...) ((const int64_t[]){__VA_ARGS__})

static Tensor *ints(const char *text) {
    return values(a, I32, text);
}

static Tensor *floats(const char *text) {
    return values(a, F32, text);
}

/* ---- one operand ---- */

static void assert_unary(UnaryOp op, DType t, const char *x, const char *wanted) {
    assert_repr(a, kernel_unary(a, op, values(a, t, x), &error), error, wanted);
}

static void simple_unaries(void **state) {
    (void)state;
    assert_unary(UNARY_NEG, F32, "[1 -2.5 0]", "array([-1. ,  2.5, -0. ], dtype=float32)");
    assert_unary(UNARY_NEG, DTYPE_INT8, "[-128 1]", "array([-128,   -1], dtype=int8)");
    assert_unary(UNARY_ABS, I32, "[-3 3]", "array([3, 3], dtype=int32)");
    assert_unary(UNARY_ABS, I64, "-9223372036854775808", "array(-9223372036854775808)");
    assert_unary(UNARY_ABS, DTYPE_UINT64, "18446744073709551615",
                 "array(18446744073709551615, dtype=uint64)");
    assert_unary(UNARY_SQUARE, F64, "[[1.5] [-2]]", "array([[2.25],\n       [4.  ]])");
    assert_unary(UNARY_SQUARE, DTYPE_UINT8, "16", "array(0, dtype=uint8)");
    assert_unary(UNARY_SIGN, F32, "[-2 0 7]", "array([-1.,  0.,  1.], dtype=float32)");
    assert_unary(UNARY_SIGN, DTYPE_INT8, "[-2 0 7]", "array([-1,  0,  1], dtype=int8)");
    assert_unary(UNARY_FLOOR, F32, "[-1.5 1.5]", "array([-2.,  1.], dtype=float32)");
    assert_unary(UNARY_CEIL, F32, "[-1.5 1.5]", "array([-1.,  2.], dtype=float32)");
    assert_unary(UNARY_ROUND, F64, "[0.5 1.5 2.5 -0.5]", "array([ 0.,  2.,  2., -0.])");
    assert_unary(UNARY_RELU, F32, "[-1 0 2]", "array([0., 0., 2.], dtype=float32)");
    assert_unary(UNARY_RELU, I32, "[-1 2]", "array([0, 2], dtype=int32)");
    assert_unary(UNARY_RECIPROCAL, F32, "[4 0]", "array([0.25,  inf], dtype=float32)");
    assert_unary(UNARY_NOT, DTYPE_BOOL, "[1 0]", "array([False,  True])");
    assert_unary(UNARY_SQRT, F32, "[]", "array([], dtype=float32)");
}

static void transcendental_unaries(void **state) {
    (void)state;
    assert_unary(UNARY_SQRT, F32, "[2 -1]", "array([1.4142135,       nan], dtype=float32)");
    assert_unary(UNARY_RSQRT, F64, "[4 2]", "array([0.5       , 0.70710678])");
    assert_unary(UNARY_EXP, F32, "[0 1]", "array([1.       , 2.7182817], dtype=float32)");
    assert_unary(UNARY_LOG, F64, "[1 10 0]", "array([0.        , 2.30258509,       -inf])");
    assert_unary(UNARY_SIN, F64, "1", "array(0.84147098)");
    assert_unary(UNARY_COS, F32, "1", "array(0.5403023, dtype=float32)");
    assert_unary(UNARY_SIGMOID, F64, "[-1 0]", "array([0.26894142, 0.5       ])");
    assert_unary(UNARY_ELU, F64, "[-1 2]", "array([-0.63212056,  2.        ])");
    assert_unary(UNARY_SOFTPLUS, F64, "[0 -100 100]",
                 "array([6.93147181e-01, 3.72007598e-44, 1.00000000e+02])");
    assert_unary(UNARY_TANH, DTYPE_FLOAT16, "[0.5 -8]", "array([ 0.4622, -1.    ], dtype=float16)");
}

/* The example of tf.math.tanh's documentation: TensorFlow's approximation, not the C library's. */
static void tanh_and_sigmoid_are_tensorflows(void **state) {
    (void)state;
    assert_unary(UNARY_TANH, F32, "[-inf -5 -0.5 1 1.2 2 3 inf]",
                 "array([-1.        , -0.99990916, -0.46211717,  0.7615942 ,  0.8336547 ,\n"
                 "        0.9640276 ,  0.9950547 ,  1.        ], dtype=float32)");
    assert_unary(UNARY_SIGMOID, F32, "[-100 0 1 50]",
                 "array([0.       , 0.5      , 0.7310586, 1.       ], dtype=float32)");
    for (float x = -10; x < 10; x += 0.01F) {
        const Tensor *t = tensor_scalar_f64(a, F32, (double)x);
        double s = tensor_f64(kernel_unary(a, UNARY_SIGMOID, t, &error), 0);
        double h = tensor_f64(kernel_unary(a, UNARY_TANH, t, &error), 0);
        assert_true(fabs(s - 1 / (1 + exp(-(double)x))) < 3e-7);
        assert_true(fabs(h - tanh((double)x)) < 4e-7);
    }
}

static void complex_unaries(void **state) {
    (void)state;
    Tensor *c = zeros(a, DTYPE_COMPLEX64, 1, DIMS(2));
    memcpy(c->data, (float[]){3, 4, 0, -1}, 4 * sizeof(float));
    assert_repr(a, kernel_unary(a, UNARY_ABS, c, &error), error, "array([5., 1.], dtype=float32)");
    assert_repr(a, kernel_unary(a, UNARY_SQUARE, c, &error), error,
                "array([-7.+24.j, -1. -0.j], dtype=complex64)");
    assert_repr(a, kernel_unary(a, UNARY_SQRT, c, &error), error,
                "array([2.        +1.j        , 0.70710677-0.70710677j], dtype=complex64)");
    refuses(kernel_unary(a, UNARY_FLOOR, c, &error), "No kernel is registered for complex64");
}

static void unaries_refuse(void **state) {
    (void)state;
    refuses(kernel_unary(a, UNARY_EXP, ints("1"), &error), "No kernel is registered for int32");
    refuses(kernel_unary(a, UNARY_NEG, values(a, DTYPE_STRING, "x"), &error),
            "No kernel is registered for string");
    refuses(kernel_unary(a, UNARY_RECIPROCAL, ints("[1 0]"), &error), "Integer division by zero");
}

/* ---- two operands ---- */

static void assert_binary(BinaryOp op, DType t, const char *x, const char *y, const char *wanted) {
    assert_repr(a, kernel_binary(a, op, values(a, t, x), values(a, t, y), &error), error, wanted);
}

static void arithmetic(void **state) {
    (void)state;
    assert_binary(BINARY_ADD, F32, "[0.1 1]", "[0.2 2]", "array([0.3, 3. ], dtype=float32)");
    assert_binary(BINARY_ADD, F64, "0.1", "0.2", "array(0.3)");
    assert_binary(BINARY_SUB, DTYPE_UINT8, "[1 5]", "[2 3]", "array([255,   2], dtype=uint8)");
    assert_binary(BINARY_MUL, I32, "[65536 3]", "[65536 -4]", "array([  0, -12], dtype=int32)");
    assert_binary(BINARY_REALDIV, F32, "[1 -1 0]", "[3 0 0]",
                  "array([0.33333334,       -inf,        nan], dtype=float32)");
    assert_binary(BINARY_POW, F64, "[2 -8 4]", "[10 2 0.5]", "array([1024.,   64.,    2.])");
    assert_binary(BINARY_POW, I32, "[2 -3 7]", "[10 3 0]",
                  "array([1024,  -27,    1], dtype=int32)");
    assert_binary(BINARY_MAXIMUM, F32, "[1 5]", "3", "array([3., 5.], dtype=float32)");
    assert_binary(BINARY_MINIMUM, DTYPE_UINT64, "18446744073709551615", "1",
                  "array(1, dtype=uint64)");
    assert_binary(BINARY_SQUARED_DIFFERENCE, I32, "[1 5]", "3", "array([4, 4], dtype=int32)");
    assert_binary(BINARY_SQUARED_DIFFERENCE, DTYPE_FLOAT16, "5.664", "-2.387",
                  "array(64.75, dtype=float16)");
}

static void division_follows_python(void **state) {
    (void)state;
    assert_binary(BINARY_FLOORDIV, I32, "[7 -7 7 -7]", "[2 2 -2 -2]",
                  "array([ 3, -4, -4,  3], dtype=int32)");
    assert_binary(BINARY_FLOORMOD, I32, "[7 -7 7 -7]", "[3 3 -3 -3]",
                  "array([ 1,  2, -2, -1], dtype=int32)");
    assert_binary(BINARY_DIV, I32, "[7 -7 7 -7]", "[2 2 -2 -2]",
                  "array([ 3, -3, -3,  3], dtype=int32)");
    assert_binary(BINARY_FLOORDIV, F32, "[7 -7]", "2", "array([ 3., -4.], dtype=float32)");
    assert_binary(BINARY_FLOORMOD, F64, "[5.5 -5.5 5.5]", "[2 2 -2]", "array([ 1.5,  0.5, -0.5])");
    assert_binary(BINARY_FLOORDIV, I64, "-9223372036854775808", "-1",
                  "array(-9223372036854775808)");
    assert_binary(BINARY_FLOORMOD, I64, "-9223372036854775808", "-1", "array(0)");
    assert_binary(BINARY_FLOORDIV, DTYPE_UINT64, "18446744073709551615", "2",
                  "array(9223372036854775807, dtype=uint64)");
    assert_binary(BINARY_FLOORDIV, I32, "1", "0", "Integer division by zero");
    assert_binary(BINARY_FLOORMOD, DTYPE_UINT8, "[1 2]", "[1 0]", "Integer division by zero");
    assert_binary(BINARY_POW, I64, "2", "-1",
                  "Integers to negative integer powers are not allowed");
    assert_binary(BINARY_FLOORDIV, I32, "[]", "0", "array([], dtype=int32)");
}

static void comparisons(void **state) {
    (void)state;
    assert_binary(BINARY_LESS, F32, "[1 2 nan]", "2", "array([ True, False, False])");
    assert_binary(BINARY_LESS_EQUAL, I32, "[1 2 3]", "2", "array([ True,  True, False])");
    assert_binary(BINARY_GREATER, DTYPE_UINT64, "18446744073709551615", "1", "array(True)");
    assert_binary(BINARY_GREATER_EQUAL, F64, "[nan 2]", "2", "array([False,  True])");
    assert_binary(BINARY_EQUAL, F64, "[nan 0]", "[nan -0.0]", "array([False,  True])");
    assert_binary(BINARY_NOT_EQUAL, F64, "[nan 0]", "[nan -0.0]", "array([ True, False])");
    assert_binary(BINARY_EQUAL, DTYPE_STRING, "[a b]", "a", "array([ True, False])");
    assert_binary(BINARY_NOT_EQUAL, DTYPE_BOOL, "[1 0]", "1", "array([False,  True])");
    assert_binary(BINARY_AND, DTYPE_BOOL, "[[1] [0]]", "[1 0]",
                  "array([[ True, False],\n       [False, False]])");
    assert_binary(BINARY_OR, DTYPE_BOOL, "[1 0]", "0", "array([ True, False])");
    assert_binary(BINARY_ADD, DTYPE_STRING, "[a b]", "[x y]",
                  "array([b'ax', b'by'], dtype=object)");
}

static void broadcasting(void **state) {
    (void)state;
    assert_binary(BINARY_ADD, I32, "[[1] [2]]", "[10 20 30]",
                  "array([[11, 21, 31],\n       [12, 22, 32]], dtype=int32)");
    assert_binary(BINARY_SUB, I32, "5", "[[1 2] [3 4]]",
                  "array([[4, 3],\n       [2, 1]], dtype=int32)");
    assert_binary(BINARY_MUL, I32, "[[[1 2]] [[3 4]]]", "[[10] [100]]",
                  "array([[[ 10,  20],\n        [100, 200]],\n\n"
                  "       [[ 30,  40],\n        [300, 400]]], dtype=int32)");
    assert_binary(BINARY_ADD, F32, "[1 2]", "[1 2 3]", "Incompatible shapes: [2] vs. [3]");
    assert_binary(BINARY_ADD, F32, "[[1 2]]", "[]", "Incompatible shapes: [1,2] vs. [0]");
    assert_binary(BINARY_ADD, F32, "[[1]]", "[]", "array([], shape=(1, 0), dtype=float32)");
}

/* Longer than the pieces in which elements are computed. */
static void long_vectors(void **state) {
    (void)state;
    Tensor *x = zeros(a, I64, 2, DIMS(3, 1000));
    Tensor *y = zeros(a, I64, 2, DIMS(3, 1));
    for (int64_t i = 0; i < x->count; i++) {
        tensor_set_i64(x, i, i);
    }
    tensor_set_i64(y, 2, 5);
    const Tensor *z = kernel_binary(a, BINARY_ADD, x, y, &error);
    for (int64_t i = 0; i < x->count; i++) {
        assert_int_equal(tensor_i64(z, i), i + (i >= 2000 ? 5 : 0));
    }
}

/* ---- reductions ---- */

static void assert_reduce(ReduceOp op, const Tensor *x, const char *axes, bool keep,
                          const char *wanted) {
    assert_repr(a, kernel_reduce(a, op, x, ints(axes), keep, &error), error, wanted);
}

static void reductions(void **state) {
    (void)state;
    const Tensor *x = floats("[[1 2 3] [4 5 6]]"), *y = ints("[[1 2 3] [4 5 6]]");
    assert_reduce(REDUCE_SUM, x, "[0 1]", false, "array(21., dtype=float32)");
    assert_reduce(REDUCE_SUM, x, "[0]", false, "array([5., 7., 9.], dtype=float32)");
    assert_reduce(REDUCE_SUM, x, "1", true, "array([[ 6.],\n       [15.]], dtype=float32)");
    assert_reduce(REDUCE_SUM, x, "[]", false,
                  "array([[1., 2., 3.],\n       [4., 5., 6.]], dtype=float32)");
    assert_reduce(REDUCE_MEAN, x, "-1", false, "array([2., 5.], dtype=float32)");
    assert_reduce(REDUCE_MEAN, y, "[0 1]", false, "array(3, dtype=int32)");
    assert_reduce(REDUCE_PROD, y, "[0]", false, "array([ 4, 10, 18], dtype=int32)");
    assert_reduce(REDUCE_MAX, x, "[0 1]", true, "array([[6.]], dtype=float32)");
    assert_reduce(REDUCE_MIN, y, "[1]", false, "array([1, 4], dtype=int32)");
    assert_reduce(REDUCE_ALL, values(a, DTYPE_BOOL, "[[1 1] [1 0]]"), "[1]", false,
                  "array([ True, False])");
    assert_reduce(REDUCE_ANY, values(a, DTYPE_BOOL, "[[0 0] [1 0]]"), "[0 1]", false,
                  "array(True)");
    assert_reduce(REDUCE_SUM, ints("7"), "[]", false, "array(7, dtype=int32)");
    assert_reduce(REDUCE_MAX, values(a, DTYPE_UINT64, "[1 18446744073709551615]"), "[0]", false,
                  "array(18446744073709551615, dtype=uint64)");
}

static void reductions_of_nothing(void **state) {
    (void)state;
    const Tensor *x = zeros(a, F32, 2, DIMS(2, 0)), *y = zeros(a, I32, 2, DIMS(2, 0));
    assert_reduce(REDUCE_SUM, x, "[1]", false, "array([0., 0.], dtype=float32)");
    assert_reduce(REDUCE_PROD, x, "[0 1]", false, "array(1., dtype=float32)");
    assert_reduce(REDUCE_MEAN, x, "[0 1]", false, "array(nan, dtype=float32)");
    assert_reduce(REDUCE_MAX, x, "[1]", true, "array([[-inf],\n       [-inf]], dtype=float32)");
    assert_reduce(REDUCE_MIN, y, "[0 1]", false, "array(2147483647, dtype=int32)");
    assert_reduce(REDUCE_MAX, y, "[0 1]", false, "array(-2147483648, dtype=int32)");
    assert_reduce(REDUCE_SUM, x, "[0]", false, "array([], dtype=float32)");
    assert_reduce(REDUCE_ALL, values(a, DTYPE_BOOL, "[]"), "[0]", false, "array(True)");
}

/* Added up naively, a million times 0.1 is 100958.34 in float32. */
static void long_sums_stay_close(void **state) {
    (void)state;
    Tensor *x = zeros(a, F32, 1, DIMS(1000000));
    for (int64_t i = 0; i < x->count; i++) {
        tensor_set_f64(x, i, 0.1);
    }
    double sum = tensor_f64(kernel_reduce(a, REDUCE_SUM, x, ints("0"), false, &error), 0);
    assert_true(fabs(sum - 100000) < 2);
}

static void reductions_refuse(void **state) {
    (void)state;
    const Tensor *x = floats("[[1 2 3] [4 5 6]]");
    assert_reduce(REDUCE_SUM, x, "2", false,
                  "Invalid reduction dimension (2 for input with 2 dimension(s)");
    assert_reduce(REDUCE_SUM, x, "[0 -3]", false,
                  "Invalid reduction dimension (-3 for input with 2 dimension(s)");
    assert_reduce(REDUCE_SUM, x, "[0 -2]", false,
                  "Invalid reduction arguments: Axes contains duplicate dimension: 0");
    assert_reduce(REDUCE_ALL, x, "0", false, "No kernel is registered for float");
}

static void assert_arg(bool max, const Tensor *x, int64_t axis, DType t, const char *wanted) {
    assert_repr(a, kernel_arg_extreme(a, max, x, axis, t, &error), error, wanted);
}

static void arg_extremes(void **state) {
    (void)state;
    const Tensor *x = floats("[[3 1 2] [4 6 6]]");
    assert_arg(true, x, 1, I64, "array([0, 1])");
    assert_arg(true, x, 0, I32, "array([1, 1, 1], dtype=int32)");
    assert_arg(false, x, -1, I64, "array([1, 0])");
    assert_arg(true, floats("[nan 1 2]"), 0, I64, "array(2)");
    assert_arg(true, values(a, I64, "[9007199254740992 9007199254740993]"), 0, I64, "array(1)");
    assert_arg(true, x, 2, I64, "Expected dimension in the range [-2, 2), but got 2");
    assert_arg(true, zeros(a, F32, 2, DIMS(0, 3)), 0, I64,
               "Reduction axis 0 is empty in shape [0,3]");
    assert_arg(true, zeros(a, F32, 2, DIMS(0, 3)), 1, I64, "array([], dtype=int64)");
}

/* ---- matrices ---- */

static void matmul(void **state) {
    (void)state;
    const Tensor *x = floats("[[1 2] [3 4] [5 6]]"), *y = floats("[[1 0 2] [0 1 3]]");
    assert_repr(a, kernel_matmul(a, x, y, false, false, &error), error,
                "array([[ 1.,  2.,  8.],\n       [ 3.,  4., 18.],\n       [ 5.,  6., 28.]],"
                " dtype=float32)");
    assert_repr(a, kernel_matmul(a, x, y, true, true, &error), error,
                "array([[11., 18.],\n       [14., 22.]], dtype=float32)");
    assert_repr(a, kernel_matmul(a, x, x, true, false, &error), error,
                "array([[35., 44.],\n       [44., 56.]], dtype=float32)");
    assert_repr(a, kernel_matmul(a, ints("[[1 2]]"), ints("[[3] [4]]"), false, false, &error),
                error, "array([[11]], dtype=int32)");
    assert_repr(a,
                kernel_matmul(a, zeros(a, F32, 2, DIMS(2, 0)), zeros(a, F32, 2, DIMS(0, 1)), false,
                              false, &error),
                error, "array([[0.],\n       [0.]], dtype=float32)");
    assert_repr(a,
                kernel_matmul(a, ints("[[[1 2]] [[3 4]]]"), ints("[[[1] [1]] [[2] [2]]]"), false,
                              false, &error),
                error, "array([[[ 3]],\n\n       [[14]]], dtype=int32)");
}

static void matmul_refuses(void **state) {
    (void)state;
    refuses(kernel_matmul(a, floats("[[1 2]]"), zeros(a, F32, 2, DIMS(3, 4)), false, false, &error),
            "Matrix size-incompatible: In[0]: [1,2], In[1]: [3,4]");
    refuses(kernel_matmul(a, floats("[1 2]"), floats("[[1]]"), false, false, &error),
            "In[0] is not a matrix. Instead it has shape [2]");
    refuses(kernel_matmul(a, zeros(a, F32, 3, DIMS(2, 1, 2)), zeros(a, F32, 3, DIMS(3, 2, 1)),
                          false, false, &error),
            "In[0].dim(0) and In[1].dim(0) must be the same: [2,1,2] vs [3,2,1]");
    refuses(kernel_matmul(a, zeros(a, F32, 3, DIMS(2, 1, 2)), zeros(a, F32, 3, DIMS(2, 3, 1)),
                          false, false, &error),
            "In[0] mismatch In[1] shape: 2 vs. 3: [2,1,2] [2,3,1] 0 0");
}

static void bias_add(void **state) {
    (void)state;
    assert_repr(a, kernel_bias_add(a, floats("[[1 2] [3 4]]"), floats("[10 20]"), &error), error,
                "array([[11., 22.],\n       [13., 24.]], dtype=float32)");
    refuses(kernel_bias_add(a, floats("[1 2]"), floats("[1 2]"), &error),
            "Input tensor must be at least 2D: [2]");
    refuses(kernel_bias_add(a, floats("[[1 2]]"), floats("[[1 2]]"), &error),
            "Biases must be 1D: [1,2]");
    refuses(kernel_bias_add(a, floats("[[1 2]]"), floats("[1 2 3]"), &error),
            "Must provide as many biases as the last dimension of the input tensor: [3] vs. "
            "[1,2]");
}

static void softmax(void **state) {
    (void)state;
    assert_repr(a, kernel_softmax(a, floats("[1 2 3]"), false, &error), error,
                "array([0.09003057, 0.24472848, 0.66524094], dtype=float32)");
    assert_repr(a, kernel_softmax(a, values(a, F64, "[[0 0] [1000 1001]]"), false, &error), error,
                "array([[0.5       , 0.5       ],\n       [0.26894142, 0.73105858]])");
    assert_repr(a, kernel_softmax(a, values(a, F64, "[1 2 3]"), true, &error), error,
                "array([-2.40760596, -1.40760596, -0.40760596])");
    refuses(kernel_softmax(a, floats("1"), false, &error),
            "logits must have >= 1 dimension, got []");
    assert_repr(a, kernel_softmax(a, floats("[]"), false, &error), error,
                "array([], dtype=float32)");
}

static void add_n_and_l2_loss(void **state) {
    (void)state;
    const Tensor *parts[17], *odd[] = {ints("[1 2]"), ints("[1]")};
    for (int i = 0; i < 17; i++) {
        parts[i] = ints(i == 0 ? "[100 0]" : "[1 2]");
    }
    assert_repr(a, kernel_add_n(a, parts, 1, &error), error, "array([100,   0], dtype=int32)");
    assert_repr(a, kernel_add_n(a, parts, 3, &error), error, "array([102,   4], dtype=int32)");
    assert_repr(a, kernel_add_n(a, parts, 17, &error), error, "array([116,  32], dtype=int32)");
    refuses(kernel_add_n(a, odd, 2, &error),
            "Inputs must have the same size and shape.  Input 0: [2] != input 1: [1]");
    assert_repr(a, kernel_l2_loss(a, floats("[3 4]"), &error), error, "array(12.5, dtype=float32)");
    assert_repr(a, kernel_l2_loss(a, floats("[]"), &error), error, "array(0., dtype=float32)");
}

static void diagonals(void **state) {
    (void)state;
    assert_repr(a, kernel_diag_part(a, ints("[[1 2] [3 4]]"), &error), error,
                "array([1, 4], dtype=int32)");
    refuses(kernel_diag_part(a, ints("[1 2]"), &error),
            "The rank of the tensor should be even and positive, got shape [2]");
    refuses(kernel_diag_part(a, ints("[[1 2]]"), &error),
            "Invalid shape [1,2]: dimensions 0 and 1 do not match.");
    assert_repr(
        a, kernel_matrix_diag(a, ints("[[1 2] [3 4]]"), &error), error,
        "array([[[1, 0],\n        [0, 2]],\n\n       [[3, 0],\n        [0, 4]]], dtype=int32)");
    refuses(kernel_matrix_diag(a, ints("1"), &error),
            "input must be at least 1-dim, received shape: []");
}

static void qr(void **state) {
    (void)state;
    Tensor *q, *r;
    assert_true(kernel_qr(a, values(a, F64, "[[1 2] [3 4] [5 6]]"), &q, &r, &error));
    assert_repr(a, q, error,
                "array([[-0.16903085,  0.89708523],\n       [-0.50709255,  0.27602622],\n"
                "       [-0.84515425, -0.34503278]])");
    assert_repr(a, r, error,
                "array([[-5.91607978, -7.43735744],\n       [ 0.        ,  0.82807867]])");
    assert_true(kernel_qr(a, values(a, F64, "[[0 2 1]]"), &q, &r, &error));
    assert_repr(a, q, error, "array([[1.]])");
    assert_repr(a, r, error, "array([[0., 2., 1.]])");
    assert_true(kernel_qr(a, zeros(a, F64, 2, DIMS(INT64_MAX, 0)), &q, &r, &error));
    assert_int_equal(q->count, 0);
    assert_false(kernel_qr(a, floats("[1 2]"), &q, &r, &error));
    assert_str(error, "Input must be a matrix, got shape [2]");
}

/* ---- shapes ---- */

static void transpose(void **state) {
    (void)state;
    const Tensor *x = ints("[[1 2 3] [4 5 6]]");
    assert_repr(a, kernel_transpose(a, x, ints("[1 0]"), &error), error,
                "array([[1, 4],\n       [2, 5],\n       [3, 6]], dtype=int32)");
    assert_repr(a, kernel_transpose(a, ints("[[[1 2] [3 4]]]"), ints("[2 0 1]"), &error), error,
                "array([[[1, 3]],\n\n       [[2, 4]]], dtype=int32)");
    assert_repr(a, kernel_transpose(a, ints("5"), ints("[]"), &error), error,
                "array(5, dtype=int32)");
    refuses(kernel_transpose(a, x, ints("[0]"), &error),
            "transpose expects a vector of size 2. But input(1) is a vector of size 1");
    refuses(kernel_transpose(a, x, ints("[0 2]"), &error), "2 is out of range [0 .. 2)");
    refuses(kernel_transpose(a, x, ints("[1 1]"), &error), "0 is missing from {1,1}.");
}

static void reshape(void **state) {
    (void)state;
    const Tensor *x = ints("[1 2 3 4 5 6]");
    assert_repr(a, kernel_reshape(a, x, ints("[2 3]"), &error), error,
                "array([[1, 2, 3],\n       [4, 5, 6]], dtype=int32)");
    assert_repr(a, kernel_reshape(a, x, ints("[-1 2]"), &error), error,
                "array([[1, 2],\n       [3, 4],\n       [5, 6]], dtype=int32)");
    assert_repr(a, kernel_reshape(a, ints("[7]"), ints("[]"), &error), error,
                "array(7, dtype=int32)");
    refuses(kernel_reshape(a, x, ints("[5]"), &error),
            "Input to reshape is a tensor with 6 values, but the requested shape has 5");
    refuses(kernel_reshape(a, x, ints("[-1 4]"), &error),
            "Input to reshape is a tensor with 6 values, but the requested shape requires a "
            "multiple of 4");
    refuses(kernel_reshape(a, x, ints("[-1 -1]"), &error),
            "Only one input size may be -1, not both 0 and 1");
    refuses(kernel_reshape(a, x, ints("[-2 3]"), &error), "Size 0 must be non-negative, not -2");
    refuses(kernel_reshape(a, ints("[]"), ints("[0 -1]"), &error),
            "reshape cannot infer the missing input size for an empty tensor unless all "
            "specified input sizes are non-zero");
    refuses(kernel_reshape(a, x, ints("6"), &error), "sizes input must be 1-D, not []");
    const Tensor *huge = values(a, I64, "[4294967296 4294967296 4294967296]");
    refuses(kernel_reshape(a, x, huge, &error),
            "Input to reshape is a tensor with 6 values, but the requested shape has "
            "9223372036854775807");
}

static Str shape_of(const Tensor *t) {
    return t ? shape_str(a, t->shape) : error;
}

static void expanding_and_squeezing(void **state) {
    (void)state;
    const Tensor *x = zeros(a, F32, 3, DIMS(1, 2, 1));
    assert_str(shape_of(kernel_expand_dims(a, x, 0, &error)), "(1, 1, 2, 1)");
    assert_str(shape_of(kernel_expand_dims(a, x, -1, &error)), "(1, 2, 1, 1)");
    assert_str(shape_of(kernel_expand_dims(a, x, 2, &error)), "(1, 2, 1, 1)");
    assert_str(shape_of(kernel_expand_dims(a, ints("1"), 0, &error)), "(1,)");
    assert_str(shape_of(kernel_expand_dims(a, ints("[1]"), 3, &error)),
               "Tried to expand dim index 3 for tensor with 1 dimensions.");
    assert_str(shape_of(kernel_squeeze(a, x, NULL, 0, &error)), "(2,)");
    assert_str(shape_of(kernel_squeeze(a, x, DIMS(-1), 1, &error)), "(1, 2)");
    assert_str(shape_of(kernel_squeeze(a, x, DIMS(0, 2), 2, &error)), "(2,)");
    assert_str(shape_of(kernel_squeeze(a, x, DIMS(1), 1, &error)),
               "Can not squeeze dim[1], expected a dimension of 1, got 2");
    assert_str(shape_of(kernel_squeeze(a, x, DIMS(3), 1, &error)),
               "Tried to squeeze dim index 3 for tensor with 3 dimensions.");
}

static void concat(void **state) {
    (void)state;
    const Tensor *parts[] = {ints("[[1 2] [3 4]]"), ints("[[5] [6]]"),
                             zeros(a, I32, 2, DIMS(2, 0))};
    assert_repr(a, kernel_concat(a, parts, 3, 1, &error), error,
                "array([[1, 2, 5],\n       [3, 4, 6]], dtype=int32)");
    assert_repr(a, kernel_concat(a, parts, 1, -2, &error), error,
                "array([[1, 2],\n       [3, 4]], dtype=int32)");
    refuses(kernel_concat(a, parts, 2, 0, &error),
            "ConcatOp : Dimensions of inputs should match: shape[0] = [2,2] vs. shape[1] = "
            "[2,1]");
    refuses(kernel_concat(a, parts, 2, 2, &error),
            "ConcatOp : Expected concatenating dimensions in the range [-2, 2), but got 2");
    parts[1] = ints("[1]");
    refuses(kernel_concat(a, parts, 2, 0, &error),
            "ConcatOp : Ranks of all input tensors should match: shape[0] = [2,2] vs. "
            "shape[1] = [1]");
}

static void pack_unpack_split(void **state) {
    (void)state;
    const Tensor *parts[] = {ints("[1 2]"), ints("[3 4]")}, *x = ints("[[1 2 3 4] [5 6 7 8]]");
    assert_repr(a, kernel_pack(a, parts, 2, 0, &error), error,
                "array([[1, 2],\n       [3, 4]], dtype=int32)");
    assert_repr(a, kernel_pack(a, parts, 2, -1, &error), error,
                "array([[1, 3],\n       [2, 4]], dtype=int32)");
    refuses(kernel_pack(a, parts, 2, 2, &error), "axis = 2 not in [-2, 2)");
    assert_repr(a, kernel_unpack(a, x, 1, 2, &error), error, "array([3, 7], dtype=int32)");
    assert_repr(a, kernel_unpack(a, x, 0, 1, &error), error, "array([5, 6, 7, 8], dtype=int32)");
    refuses(kernel_unpack(a, x, 2, 0, &error), "axis = 2 not in [-2, 2)");
    assert_repr(a, kernel_split(a, x, 1, 2, 1, &error), error,
                "array([[3, 4],\n       [7, 8]], dtype=int32)");
    refuses(kernel_split(a, x, 1, 3, 0, &error),
            "Number of ways to split should evenly divide the split dimension, but got "
            "split_dim 1 (size = 4) and num_split 3");
    refuses(kernel_split(a, x, 5, 2, 0, &error),
            "-input rank(-2) <= split_dim < input rank (2), but got 5");
    parts[1] = ints("[3]");
    refuses(kernel_pack(a, parts, 2, 0, &error),
            "Shapes of all inputs must match: values[0].shape = [2] != values[1].shape = [1]");
}

static void tile_and_pad(void **state) {
    (void)state;
    const Tensor *x = ints("[[1 2]]");
    assert_repr(a, kernel_tile(a, x, ints("[2 2]"), &error), error,
                "array([[1, 2, 1, 2],\n       [1, 2, 1, 2]], dtype=int32)");
    assert_repr(a, kernel_tile(a, x, ints("[0 1]"), &error), error,
                "array([], shape=(0, 2), dtype=int32)");
    refuses(kernel_tile(a, x, ints("[2]"), &error),
            "Expected multiples argument to be a vector of length 2 but got length 1");
    refuses(kernel_tile(a, x, ints("[-1 1]"), &error), "Expected multiples[0] >= 0, but got -1");
    assert_repr(a, kernel_pad(a, x, ints("[[1 0] [0 2]]"), &error), error,
                "array([[0, 0, 0, 0],\n       [1, 2, 0, 0]], dtype=int32)");
    refuses(kernel_pad(a, x, ints("[[1 0]]"), &error),
            "The first dimension of paddings must be the rank of inputs[1,2] [1,2]");
    refuses(kernel_pad(a, x, ints("[1 0]"), &error),
            "paddings must be a matrix with 2 columns: [2]");
    refuses(kernel_pad(a, x, ints("[[-1 0] [0 0]]"), &error),
            "Paddings must be non-negative: -1 0");
}

/* ---- picking ---- */

static void slice(void **state) {
    (void)state;
    const Tensor *x = ints("[[1 2 3] [4 5 6]]");
    assert_repr(a, kernel_slice(a, x, ints("[0 1]"), ints("[2 2]"), &error), error,
                "array([[2, 3],\n       [5, 6]], dtype=int32)");
    assert_repr(a, kernel_slice(a, x, ints("[1 0]"), ints("[-1 1]"), &error), error,
                "array([[4]], dtype=int32)");
    refuses(kernel_slice(a, x, ints("[0]"), ints("[1 1]"), &error),
            "Expected begin and size arguments to be 1-D tensors of size 2, but got shapes [1] "
            "and [2] instead.");
    refuses(kernel_slice(a, x, ints("[0 2]"), ints("[1 2]"), &error),
            "Expected size[1] in [0, 1], but got 2");
    refuses(kernel_slice(a, x, ints("[3 0]"), ints("[1 1]"), &error),
            "Expected begin[0] in [0, 2], but got 3");
    const Tensor *least = values(a, I64, "[-9223372036854775808 0]");
    refuses(kernel_slice(a, x, least, ints("[-1 1]"), &error),
            "Expected begin[0] in [0, 2], but got -9223372036854775808");
}

/* x is [[0 1 2 3] [4 5 6 7] [8 9 10 11]] */
static void assert_strided(const char *begin, const char *end, const char *strides,
                           const int64_t masks[5], const char *wanted) {
    const Tensor *x = ints("[[0 1 2 3] [4 5 6 7] [8 9 10 11]]");
    assert_repr(a, kernel_strided_slice(a, x, ints(begin), ints(end), ints(strides), masks, &error),
                error, wanted);
}

static void strided_slice(void **state) {
    (void)state;
    assert_strided("[1]", "[2]", "[1]", DIMS(0, 0, 0, 0, 1), "array([4, 5, 6, 7], dtype=int32)");
    assert_strided("[-1 1]", "[0 3]", "[1 1]", DIMS(0, 0, 0, 0, 1), "array([ 9, 10], dtype=int32)");
    assert_strided("[0 0]", "[0 0]", "[1 -2]", DIMS(3, 3, 0, 0, 0),
                   "array([[ 3,  1],\n       [ 7,  5],\n       [11,  9]], dtype=int32)");
    assert_strided("[0 0]", "[0 1]", "[1 1]", DIMS(0, 0, 1, 0, 2), "array([0, 4, 8], dtype=int32)");
    assert_strided("[0 0]", "[0 1]", "[1 1]", DIMS(0, 0, 0, 1, 2),
                   "array([[0, 1, 2, 3]], dtype=int32)");
    assert_strided("[-9]", "[99]", "[2]", DIMS(0, 0, 0, 0, 0),
                   "array([[ 0,  1,  2,  3],\n       [ 8,  9, 10, 11]], dtype=int32)");
    assert_strided("[2]", "[1]", "[1]", DIMS(0, 0, 0, 0, 0),
                   "array([], shape=(0, 4), dtype=int32)");
    assert_strided("[2]", "[-9]", "[-2147483648]", DIMS(0, 0, 0, 0, 0),
                   "array([[ 8,  9, 10, 11]], dtype=int32)");
    assert_strided("[]", "[]", "[]", DIMS(0, 0, 0, 0, 0),
                   "array([[ 0,  1,  2,  3],\n       [ 4,  5,  6,  7],\n       [ 8,  9, 10, 11]],"
                   " dtype=int32)");
}

static void strided_slice_refuses(void **state) {
    (void)state;
    assert_strided("[3]", "[4]", "[1]", DIMS(0, 0, 0, 0, 1),
                   "slice index 3 of dimension 0 out of "
                   "bounds.");
    assert_strided("[0]", "[1]", "[0]", DIMS(0, 0, 0, 0, 0), "strides[0] must be non-zero");
    assert_strided("[1]", "[0]", "[-1]", DIMS(0, 0, 0, 0, 1),
                   "only stride 1 allowed on non-range indexing.");
    assert_strided("[0 0]", "[0 0]", "[1 1]", DIMS(0, 0, 3, 0, 0),
                   "Multiple ellipses in slice spec not allowed");
    assert_strided("[0 0 0]", "[1 1 1]", "[1 1 1]", DIMS(0, 0, 0, 0, 7),
                   "Index out of range using input dim 2; input has only 2 dims");
    assert_strided(
        "[0 0]", "[1]", "[1]", DIMS(0, 0, 0, 0, 0),
        "Expected begin, end, and strides to be 1D equal size tensors, but got shapes [2], "
        "[1], and [1] instead.");
}

static void gather(void **state) {
    (void)state;
    const Tensor *x = ints("[[1 2] [3 4] [5 6]]");
    assert_repr(a, kernel_gather(a, x, ints("[2 0 2]"), 0, &error), error,
                "array([[5, 6],\n       [1, 2],\n       [5, 6]], dtype=int32)");
    assert_repr(a, kernel_gather(a, x, ints("1"), 1, &error), error,
                "array([2, 4, 6], dtype=int32)");
    assert_repr(a, kernel_gather(a, x, ints("[]"), 0, &error), error,
                "array([], shape=(0, 2), dtype=int32)");
    refuses(kernel_gather(a, x, ints("[0 3]"), 0, &error), "indices[1] = 3 is not in [0, 3)");
    refuses(kernel_gather(a, x, ints("[[0 1] [-1 0]]"), 0, &error),
            "indices[1,0] = -1 is not in [0, 3)");
    refuses(kernel_gather(a, x, ints("7"), 0, &error), "indices = 7 is not in [0, 3)");
    refuses(kernel_gather(a, ints("1"), ints("0"), 0, &error),
            "params must be at least 1 dimensional");
    refuses(kernel_gather(a, x, ints("0"), 2, &error),
            "Expected axis in the range [-2, 2), but got 2");
}

static void select_rows_and_elements(void **state) {
    (void)state;
    const Tensor *x = ints("[[1 2] [3 4]]"), *y = ints("[[5 6] [7 8]]");
    const Tensor *cells = values(a, DTYPE_BOOL, "[[1 0] [0 1]]"),
                 *rows = values(a, DTYPE_BOOL, "[1 0]");
    assert_repr(a, kernel_select(a, cells, x, y, &error), error,
                "array([[1, 6],\n       [7, 4]], dtype=int32)");
    assert_repr(a, kernel_select(a, rows, x, y, &error), error,
                "array([[1, 2],\n       [7, 8]], dtype=int32)");
    assert_repr(a, kernel_select(a, values(a, DTYPE_BOOL, "0"), x, y, &error), error,
                "array([[5, 6],\n       [7, 8]], dtype=int32)");
    refuses(kernel_select(a, rows, x, ints("[1 2]"), &error),
            "'then' and 'else' must have the same size.  but received: [2,2] vs. [2]");
    refuses(kernel_select(a, values(a, DTYPE_BOOL, "[1 0 1]"), x, y, &error),
            "Number of batches of 'then' must match size of 'cond', but saw: 2 vs. 3");
    refuses(kernel_select(a, cells, ints("[1 2]"), ints("[1 2]"), &error),
            "Inputs must have the same size and shape.  Input 0: [2,2] != input 1: [2]");
}

/* ---- making ---- */

static void fill(void **state) {
    (void)state;
    assert_repr(a, kernel_fill(a, ints("[2 2]"), values(a, DTYPE_STRING, "x"), &error), error,
                "array([[b'x', b'x'],\n       [b'x', b'x']], dtype=object)");
    assert_repr(a, kernel_fill(a, ints("[]"), floats("2.5"), &error), error,
                "array(2.5, dtype=float32)");
    refuses(kernel_fill(a, ints("[2 -1]"), floats("0"), &error), "Dimension -1 must be >= 0");
    refuses(kernel_fill(a, ints("2"), floats("0"), &error),
            "dims must be a vector of int32, got shape []");
    refuses(kernel_fill(a, ints("[2]"), floats("[0]"), &error),
            "value must be a scalar, got shape [1]");
}

static void assert_range(DType t, const char *start, const char *limit, const char *delta,
                         const char *wanted) {
    assert_repr(
        a, kernel_range(a, values(a, t, start), values(a, t, limit), values(a, t, delta), &error),
        error, wanted);
}

static void range(void **state) {
    (void)state;
    assert_range(I32, "0", "5", "2", "array([0, 2, 4], dtype=int32)");
    assert_range(I32, "5", "0", "-2", "array([5, 3, 1], dtype=int32)");
    assert_range(I32, "3", "3", "1", "array([], dtype=int32)");
    assert_range(I64, "-9223372036854775808", "9223372036854775807", "9223372036854775807",
                 "array([-9223372036854775808,                   -1,  9223372036854775806])");
    assert_range(F32, "0", "0.3", "0.1", "array([0. , 0.1, 0.2], dtype=float32)");
    assert_range(F64, "0", "1", "0.4", "array([0. , 0.4, 0.8])");
    assert_range(I32, "5", "3", "1", "Requires start <= limit when delta > 0: 5/3");
    assert_range(F32, "3", "5.5", "-1", "Requires start >= limit when delta < 0: 3/5.5");
    assert_range(I32, "3", "5", "0", "Requires delta != 0: 0");
    assert_range(I32, "[3]", "5", "1", "start must be a scalar, not shape [1]");
}

static void one_hot(void **state) {
    (void)state;
    const Tensor *on = floats("1"), *off = floats("0");
    assert_repr(a, kernel_one_hot(a, ints("[0 2 -1]"), 3, on, off, -1, &error), error,
                "array([[1., 0., 0.],\n       [0., 0., 1.],\n       [0., 0., 0.]], dtype=float32)");
    assert_repr(a, kernel_one_hot(a, ints("[0 1]"), 3, on, off, 0, &error), error,
                "array([[1., 0.],\n       [0., 1.],\n       [0., 0.]], dtype=float32)");
    assert_repr(a, kernel_one_hot(a, ints("1"), 2, on, off, -1, &error), error,
                "array([0., 1.], dtype=float32)");
    refuses(kernel_one_hot(a, ints("[0]"), -1, on, off, -1, &error),
            "depth must be non-negative, got: -1");
    refuses(kernel_one_hot(a, ints("[0]"), 2, on, off, 2, &error),
            "Expected axis to be -1 or between [0, 2).  But received: 2");
}

static void cast(void **state) {
    (void)state;
    assert_repr(a, kernel_cast(a, floats("[1.7 -1.7]"), I32, &error), error,
                "array([ 1, -1], dtype=int32)");
    assert_repr(a, kernel_cast(a, values(a, DTYPE_STRING, "x"), DTYPE_STRING, &error), error,
                "array(b'x', dtype=object)");
    refuses(kernel_cast(a, values(a, DTYPE_STRING, "x"), F32, &error),
            "Cast string to float is not supported");
    refuses(kernel_cast(a, floats("1"), DTYPE_STRING, &error),
            "Cast float to string is not supported");
}

/* ---- sizes that nobody has memory for ---- */

static jmp_buf refused;

static void on_refusal(void *context, ArenaRefusal why, size_t size) {
    (void)context, (void)why, (void)size;
    longjmp(refused, 1);
}

/* The kinds of hostile operands: each must end in the arena's refusal, or in a sentence. */
static void run_hostile(Arena *small, int which) {
    const Tensor *x = ints("[[1 2]]"), *empty = zeros(a, I32, 2, DIMS(INT64_MAX, 0));
    const Tensor *big = values(a, I64, "[4611686018427387904 4611686018427387904]");
    const Tensor *two[] = {empty, empty};
    switch (which) {
    case 0: kernel_fill(small, big, x, &error); break;
    case 1: kernel_fill(small, big, ints("1"), &error); break;
    case 2: kernel_tile(small, x, big, &error); break;
    case 3: kernel_reduce(small, REDUCE_SUM, empty, ints("1"), false, &error); break;
    case 4: kernel_one_hot(small, ints("[1 2 3]"), INT64_MAX, x, x, -1, &error); break;
    case 5: kernel_concat(small, two, 2, 0, &error); break;
    case 6: kernel_pad(small, x, values(a, I64, "[[9223372036854775807 1] [1 1]]"), &error); break;
    case 7: kernel_matmul(small, empty, empty, false, true, &error); break;
    case 8: kernel_softmax(small, zeros(a, F32, 2, DIMS(INT64_MAX, 0)), false, &error); break;
    case 9: kernel_transpose(small, empty, ints("[1 0]"), &error); break;
    case 10: kernel_matrix_diag(small, empty, &error); break;
    case 11: kernel_reshape(small, ints("[]"), big, &error); break;
    case 12: kernel_binary(small, BINARY_ADD, empty, ints("1"), &error); break;
    case 13: kernel_slice(small, empty, ints("[5 0]"), ints("[-1 0]"), &error); break;
    case 14: kernel_range(small, ints("0"), ints("2147483647"), ints("1"), &error); break;
    case 15: kernel_gather(small, empty, ints("[0 5]"), 0, &error); break;
    case 16: kernel_pack(small, two, 2, 0, &error); break;
    case 17: kernel_unpack(small, empty, 0, 3, &error); break;
    case 18: kernel_split(small, empty, 1, 4, 0, &error); break;
    case 19: kernel_arg_extreme(small, true, empty, 1, I64, &error); break;
    default: break;
    }
}

static void hostile_sizes_end_well(void **state) {
    (void)state;
    for (volatile int which = 0; which < 20; which = which + 1) {
        Arena *small = arena_new(1 << 20);
        arena_on_fail(small, on_refusal, NULL);
        if (setjmp(refused) == 0) {
            run_hostile(small, which);
        }
        arena_free(small);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(simple_unaries),
        cmocka_unit_test(transcendental_unaries),
        cmocka_unit_test(tanh_and_sigmoid_are_tensorflows),
        cmocka_unit_test(complex_unaries),
        cmocka_unit_test(unaries_refuse),
        cmocka_unit_test(arithmetic),
        cmocka_unit_test(division_follows_python),
        cmocka_unit_test(comparisons),
        cmocka_unit_test(broadcasting),
        cmocka_unit_test(long_vectors),
        cmocka_unit_test(reductions),
        cmocka_unit_test(reductions_of_nothing),
        cmocka_unit_test(long_sums_stay_close),
        cmocka_unit_test(reductions_refuse),
        cmocka_unit_test(arg_extremes),
        cmocka_unit_test(matmul),
        cmocka_unit_test(matmul_refuses),
        cmocka_unit_test(bias_add),
        cmocka_unit_test(softmax),
        cmocka_unit_test(add_n_and_l2_loss),
        cmocka_unit_test(diagonals),
        cmocka_unit_test(qr),
        cmocka_unit_test(transpose),
        cmocka_unit_test(reshape),
        cmocka_unit_test(expanding_and_squeezing),
        cmocka_unit_test(concat),
        cmocka_unit_test(pack_unpack_split),
        cmocka_unit_test(tile_and_pad),
        cmocka_unit_test(slice),
        cmocka_unit_test(strided_slice),
        cmocka_unit_test(strided_slice_refuses),
        cmocka_unit_test(gather),
        cmocka_unit_test(select_rows_and_elements),
        cmocka_unit_test(fill),
        cmocka_unit_test(range),
        cmocka_unit_test(one_hot),
        cmocka_unit_test(cast),
        cmocka_unit_test(hostile_sizes_end_well),
    };
    return cmocka_run_group_tests_name("kernels", tests, make_arena, free_arena);
}
