/* kernels_unary.c: one operand, element by element.
 *
 * tanh and sigmoid of float32 are Eigen's rational approximations, not the C library's
 * functions, because that is what TensorFlow 1.x prints: tanh(-5) is -0.99990916 there, not
 * -0.9999092.
 */
#include "tensor/kernels.h"

#include <math.h>

#include "tensor/kernel_util.h"

/* Numerator and denominator are polynomials in x², highest power first. */
static float polynomial(const float *coefficients, int n, float x2) {
    float p = coefficients[0];
    for (int i = 1; i < n; i++) {
        p = x2 * p + coefficients[i];
    }
    return p;
}

static float clamp(float x, float limit) {
    return x < -limit ? -limit : x > limit ? limit : x;
}

static float tanh_f32(float in) {
    static const float p[] = {-2.76076847742355e-16F, 2.00018790482477e-13F, -8.60467152213735e-11F,
                              5.12229709037114e-08F,  1.48572235717979e-05F, 6.37261928875436e-04F,
                              4.89352455891786e-03F};
    static const float q[] = {1.19825839466702e-06F, 1.18534705686654e-04F, 2.26843463243900e-03F,
                              4.89352518554385e-03F};
    float x = clamp(in, 9);
    return x * polynomial(p, 7, x * x) / polynomial(q, 4, x * x);
}

static float sigmoid_f32(float in) {
    static const float p[] = {4.37031012579801e-11F, 1.15627324459942e-07F, 6.08574864600143e-05F,
                              8.51377133304701e-03F, 2.48287947061529e-01F};
    static const float q[] = {6.10247389755681e-13F, 5.76102136993427e-09F, 6.29106785017040e-06F,
                              1.70198817374094e-03F, 1.16817656904453e-01F, 9.93151921023180e-01F};
    float x = clamp(in, 18);
    float y = x * polynomial(p, 5, x * x) / polynomial(q, 6, x * x) + 0.5F;
    return y < 0 ? 0 : y > 1 ? 1 : y;
}

/* Where exp(x) would swamp the 1, or be swamped by it, the sum is one of them. */
static float softplus_f32(float x) {
    const float edge = -13.9423847F; /* log(epsilon) + 2 */
    return x > -edge ? x : x < edge ? expf(x) : log1pf(expf(x));
}

static double softplus_f64(double x) {
    const double edge = -34.043653389117155; /* log(epsilon) + 2 */
    return x > -edge ? x : x < edge ? exp(x) : log1p(exp(x));
}

static float unary_f32(UnaryOp op, float x) {
    switch (op) {
    case UNARY_NEG: return -x;
    case UNARY_ABS: return fabsf(x);
    case UNARY_SQUARE: return x * x;
    case UNARY_SQRT: return sqrtf(x);
    case UNARY_RSQRT: return 1 / sqrtf(x);
    case UNARY_EXP: return expf(x);
    case UNARY_LOG: return logf(x);
    case UNARY_SIN: return sinf(x);
    case UNARY_COS: return cosf(x);
    case UNARY_TANH: return tanh_f32(x);
    case UNARY_SIGMOID: return sigmoid_f32(x);
    case UNARY_RELU: return x < 0 ? 0 : x;
    case UNARY_ELU: return x < 0 ? expf(x) - 1 : x;
    case UNARY_SOFTPLUS: return softplus_f32(x);
    case UNARY_SIGN: return (float)((x > 0) - (x < 0));
    case UNARY_FLOOR: return floorf(x);
    case UNARY_CEIL: return ceilf(x);
    case UNARY_ROUND: return rintf(x);
    case UNARY_RECIPROCAL: return 1 / x;
    case UNARY_NOT: return x == 0;
    }
    return x;
}

static double unary_f64(UnaryOp op, double x) {
    switch (op) {
    case UNARY_NEG: return -x;
    case UNARY_ABS: return fabs(x);
    case UNARY_SQUARE: return x * x;
    case UNARY_SQRT: return sqrt(x);
    case UNARY_RSQRT: return 1 / sqrt(x);
    case UNARY_EXP: return exp(x);
    case UNARY_LOG: return log(x);
    case UNARY_SIN: return sin(x);
    case UNARY_COS: return cos(x);
    case UNARY_TANH: return tanh(x);
    case UNARY_SIGMOID: return 1 / (1 + exp(-x));
    case UNARY_RELU: return x < 0 ? 0 : x;
    case UNARY_ELU: return x < 0 ? exp(x) - 1 : x;
    case UNARY_SOFTPLUS: return softplus_f64(x);
    case UNARY_SIGN: return (x > 0) - (x < 0);
    case UNARY_FLOOR: return floor(x);
    case UNARY_CEIL: return ceil(x);
    case UNARY_ROUND: return rint(x);
    case UNARY_RECIPROCAL: return 1 / x;
    case UNARY_NOT: return x == 0;
    }
    return x;
}

static double complex unary_complex(UnaryOp op, double complex x) {
    switch (op) {
    case UNARY_NEG: return -x;
    case UNARY_ABS: return cabs(x);
    case UNARY_SQUARE: return x * x;
    case UNARY_SQRT: return csqrt(x);
    case UNARY_RSQRT: return 1 / csqrt(x);
    case UNARY_EXP: return cexp(x);
    case UNARY_LOG: return clog(x);
    case UNARY_SIN: return csin(x);
    case UNARY_COS: return ccos(x);
    case UNARY_TANH: return ctanh(x);
    case UNARY_SIGMOID: return 1 / (1 + cexp(-x));
    case UNARY_SIGN: return cabs(x) == 0 ? 0 : x / cabs(x);
    case UNARY_ROUND: return rint(creal(x)) + rint(cimag(x)) * I;
    case UNARY_RECIPROCAL: return 1 / x;
    case UNARY_RELU:
    case UNARY_ELU:
    case UNARY_SOFTPLUS:
    case UNARY_FLOOR:
    case UNARY_CEIL:
    case UNARY_NOT: break;
    }
    return x;
}

/* The ops that an integer has; `negative` is false for every unsigned one. */
static uint64_t unary_int(UnaryOp op, uint64_t x, bool negative) {
    switch (op) {
    case UNARY_NEG: return 0 - x;
    case UNARY_ABS: return negative ? 0 - x : x;
    case UNARY_SQUARE: return x * x;
    case UNARY_RELU: return negative ? 0 : x;
    case UNARY_SIGN: return negative ? UINT64_MAX : x != 0;
    case UNARY_RECIPROCAL: return x == 1 ? 1 : negative && x == UINT64_MAX ? x : 0;
    case UNARY_NOT: return x == 0;
    case UNARY_SQRT:
    case UNARY_RSQRT:
    case UNARY_EXP:
    case UNARY_LOG:
    case UNARY_SIN:
    case UNARY_COS:
    case UNARY_TANH:
    case UNARY_SIGMOID:
    case UNARY_ELU:
    case UNARY_SOFTPLUS:
    case UNARY_FLOOR:
    case UNARY_CEIL:
    case UNARY_ROUND: break;
    }
    return x;
}

/* Is there such a kernel for elements of this lane? */
static bool unary_known(UnaryOp op, Lane lane) {
    switch (op) {
    case UNARY_NEG:
    case UNARY_ABS:
    case UNARY_SQUARE:
    case UNARY_SIGN:
    case UNARY_ROUND:
    case UNARY_RECIPROCAL: return lane != LANE_NONE;
    case UNARY_SQRT:
    case UNARY_RSQRT:
    case UNARY_EXP:
    case UNARY_LOG:
    case UNARY_SIN:
    case UNARY_COS:
    case UNARY_TANH:
    case UNARY_SIGMOID: return lane == LANE_F32 || lane == LANE_F64 || lane == LANE_COMPLEX;
    case UNARY_ELU:
    case UNARY_SOFTPLUS:
    case UNARY_FLOOR:
    case UNARY_CEIL: return lane == LANE_F32 || lane == LANE_F64;
    case UNARY_RELU: return lane != LANE_COMPLEX && lane != LANE_NONE;
    case UNARY_NOT: return lane == LANE_I64;
    }
    return false;
}

/* Computes n elements in place. */
static void unary_row(UnaryOp op, Lane lane, Row *r, int n) {
    for (int k = 0; k < n; k++) {
        switch (lane) {
        case LANE_F32: r->f[k] = unary_f32(op, r->f[k]); break;
        case LANE_F64: r->d[k] = unary_f64(op, r->d[k]); break;
        case LANE_I64: r->u[k] = unary_int(op, r->u[k], r->i[k] < 0); break;
        case LANE_U64: r->u[k] = unary_int(op, r->u[k], false); break;
        case LANE_COMPLEX: r->c[k] = unary_complex(op, r->c[k]); break;
        case LANE_NONE: break;
        }
    }
}

/* abs of a complex tensor is real. */
static Tensor *complex_abs(Arena *a, const Tensor *x) {
    bool narrow = x->dtype == DTYPE_COMPLEX64;
    Tensor *out = tensor_make(a, narrow ? DTYPE_FLOAT32 : DTYPE_FLOAT64, x->shape);
    for (int64_t i = 0; i < x->count; i++) {
        double complex c;
        lane_load(x, i, 1, 1, &c);
        tensor_set_f64(out, i, cabs(c));
    }
    return out;
}

static bool has_zero(const Tensor *x) {
    for (int64_t i = 0; i < x->count; i++) {
        if (!tensor_bool(x, i)) {
            return true;
        }
    }
    return false;
}

Tensor *kernel_unary(Arena *a, UnaryOp op, const Tensor *x, Str *error) {
    Lane lane = lane_of(x->dtype);
    Row row;
    if (!unary_known(op, lane)) {
        return kernel_refuse_dtype(a, error, x->dtype);
    }
    if (op == UNARY_ABS && lane == LANE_COMPLEX) {
        return complex_abs(a, x);
    }
    if (op == UNARY_RECIPROCAL && (lane == LANE_I64 || lane == LANE_U64) && has_zero(x)) {
        return kernel_refuse(error, STR("Integer division by zero"));
    }
    Tensor *out = tensor_make(a, x->dtype, x->shape);
    for (int64_t i = 0; i < x->count; i += ROW_MAX) {
        int n = row_piece(x->count - i);
        lane_load(x, i, 1, n, &row);
        unary_row(op, lane, &row, n);
        lane_store(out, i, n, &row);
    }
    return out;
}
