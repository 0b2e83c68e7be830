/* compute_math.c: arithmetic, through the kernels of src/tensor. */
#include <math.h>

#include "graph/compute.h"
#include "tensor/kernels.h"

bool compute_unary(Call *c) {
    return compute_out(c,
                       kernel_unary(c->arena, (UnaryOp)c->node->def->variant, c->in[0], &c->error));
}

static bool broadcast_fits(Call *c) {
    Shape out;
    return !shape_broadcast(c->arena, c->in[0]->shape, c->in[1]->shape, &out) ||
           compute_fits(c, out);
}

bool compute_binary(Call *c) {
    return broadcast_fits(c) &&
           compute_out(c, kernel_binary(c->arena, (BinaryOp)c->node->def->variant, c->in[0],
                                        c->in[1], &c->error));
}

bool compute_reduce(Call *c) {
    return compute_out(c, kernel_reduce(c->arena, (ReduceOp)c->node->def->variant, c->in[0],
                                        c->in[1], compute_bool(c, "keep_dims"), &c->error));
}

bool compute_arg_extreme(Call *c) {
    return compute_out(c, kernel_arg_extreme(c->arena, c->node->def->variant == 1, c->in[0],
                                             compute_scalar(c, 1), c->node->record.outputs[0].dtype,
                                             &c->error));
}

static bool product(Call *c, bool transpose_x, bool transpose_y) {
    Shape x = c->in[0]->shape, y = c->in[1]->shape;
    if (x.rank >= 2 && y.rank >= 2) {
        int64_t dims[2] = {x.dims[x.rank - 2 + transpose_x], y.dims[y.rank - 1 - transpose_y]};
        Shape batch = shape_slice(c->arena, x, 0, x.rank - 2);
        if (!compute_fits(c, shape_concat(c->arena, batch, shape_make(c->arena, 2, dims)))) {
            return false;
        }
    }
    return compute_out(
        c, kernel_matmul(c->arena, c->in[0], c->in[1], transpose_x, transpose_y, &c->error));
}

bool compute_matmul(Call *c) {
    return product(c, compute_bool(c, "transpose_a"), compute_bool(c, "transpose_b"));
}

bool compute_batch_matmul(Call *c) {
    return product(c, compute_bool(c, "adj_x"), compute_bool(c, "adj_y"));
}

static bool channels_first(const Call *c) {
    const Attr *a = node_attr(c->node, "data_format");
    return a && str_starts(a->s, STR("NC"));
}

bool compute_bias_add(Call *c) {
    if (channels_first(c)) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "CPU BiasOp only supports NHWC.");
    }
    return compute_out(c, kernel_bias_add(c->arena, c->in[0], c->in[1], &c->error));
}

/* The sum over all dims but the last. */
bool compute_bias_add_grad(Call *c) {
    int64_t axes[32];
    int n = 0;
    for (int d = 0; d + 1 < c->in[0]->shape.rank && n < 32; d++) {
        axes[n++] = d;
    }
    Tensor *vector = tensor_vector_i32(c->arena, n, axes);
    return compute_out(c, kernel_reduce(c->arena, REDUCE_SUM, c->in[0], vector, false, &c->error));
}

bool compute_softmax(Call *c) {
    return compute_out(c,
                       kernel_softmax(c->arena, c->in[0], c->node->def->variant == 1, &c->error));
}

bool compute_l2_loss(Call *c) {
    return compute_out(c, kernel_l2_loss(c->arena, c->in[0], &c->error));
}

bool compute_add_n(Call *c) {
    return compute_out(c, kernel_add_n(c->arena, c->in, (int)c->node->record.ninputs, &c->error));
}

bool compute_cast(Call *c) {
    return compute_out(
        c, kernel_cast(c->arena, c->in[0], c->node->record.outputs[0].dtype, &c->error));
}

bool compute_qr(Call *c) {
    Tensor *q, *r;
    if (!kernel_qr(c->arena, c->in[0], &q, &r, &c->error)) {
        return false;
    }
    c->out[0] = q;
    c->out[1] = r;
    return true;
}

/* ---- functions of one number ---- */

static double selu(double x) {
    return x > 0 ? 1.0507009873554804934 * x : 1.7580993408473768599 * expm1(x);
}

static double real(RealOp op, double x) {
    switch (op) {
    case REAL_LOG1P: return log1p(x);
    case REAL_EXPM1: return expm1(x);
    case REAL_TAN: return tan(x);
    case REAL_ASIN: return asin(x);
    case REAL_ACOS: return acos(x);
    case REAL_ATAN: return atan(x);
    case REAL_SINH: return sinh(x);
    case REAL_COSH: return cosh(x);
    case REAL_ERF: return erf(x);
    case REAL_ERFC: return erfc(x);
    case REAL_LGAMMA: {
        int sign;
        return lgamma_r(x, &sign);
    }
    case REAL_RELU6: return x < 0 ? 0 : x > 6 ? 6 : x;
    case REAL_SELU: return selu(x);
    case REAL_SOFTSIGN: return x / (fabs(x) + 1);
    case REAL_ASINH: return asinh(x);
    case REAL_ACOSH: return acosh(x);
    case REAL_ATANH: return atanh(x);
    }
    return x;
}

static Tensor *like(Call *c, int input) {
    return tensor_make(c->arena, c->in[input]->dtype, c->in[input]->shape);
}

bool compute_real(Call *c) {
    Tensor *to = like(c, 0);
    for (int64_t i = 0; i < to->count; i++) {
        tensor_set_f64(to, i, real((RealOp)c->node->def->variant, tensor_f64(c->in[0], i)));
    }
    return compute_out(c, to);
}

bool compute_leaky_relu(Call *c) {
    const Attr *alpha = node_attr(c->node, "alpha");
    Tensor *to = like(c, 0);
    for (int64_t i = 0; i < to->count; i++) {
        double x = tensor_f64(c->in[0], i);
        tensor_set_f64(to, i, x > 0 ? x : x * (alpha ? alpha->f : 0.2));
    }
    return compute_out(c, to);
}

bool compute_classify(Call *c) {
    Tensor *to = tensor_make(c->arena, DTYPE_BOOL, c->in[0]->shape);
    for (int64_t i = 0; i < to->count; i++) {
        double x = tensor_f64(c->in[0], i);
        bool is = false;
        switch ((ClassifyOp)c->node->def->variant) {
        case CLASSIFY_FINITE: is = isfinite(x); break;
        case CLASSIFY_NAN: is = isnan(x); break;
        case CLASSIFY_INF: is = isinf(x); break;
        }
        tensor_set_i64(to, i, is);
    }
    return compute_out(c, to);
}

/* ---- functions of two numbers ---- */

static bool is_integer(DType t) {
    return dtype_class(t) == DTYPE_CLASS_INT || dtype_class(t) == DTYPE_CLASS_UINT;
}

static double pair(PairOp op, double x, double y) {
    switch (op) {
    case PAIR_MOD: return fmod(x, y);
    case PAIR_TRUNCATE_DIV: return trunc(x / y);
    case PAIR_DIV_NO_NAN: return y == 0 ? 0 : x / y;
    case PAIR_ATAN2: return atan2(x, y);
    }
    return x;
}

static int64_t pair_integer(PairOp op, int64_t x, int64_t y) {
    if (y == -1) {
        return op == PAIR_MOD ? 0 : (int64_t)(0u - (uint64_t)x);
    }
    return op == PAIR_MOD ? x % y : x / y;
}

/* x repeated to the shape of the result. */
static const Tensor *repeated(Call *c, const Tensor *x, Shape shape) {
    return kernel_binary(c->arena, BINARY_ADD, x, tensor_make(c->arena, x->dtype, shape),
                         &c->error);
}

bool compute_pair(Call *c) {
    PairOp op = (PairOp)c->node->def->variant;
    Shape shape;
    if (!shape_broadcast(c->arena, c->in[0]->shape, c->in[1]->shape, &shape)) {
        Str a = shape_cpp_str(c->arena, c->in[0]->shape),
            b = shape_cpp_str(c->arena, c->in[1]->shape);
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "Incompatible shapes: %.*s vs. %.*s",
                            STR_ARG(a), STR_ARG(b));
    }
    if (!compute_fits(c, shape)) {
        return false;
    }
    const Tensor *x = repeated(c, c->in[0], shape), *y = repeated(c, c->in[1], shape);
    Tensor *to = tensor_make(c->arena, x->dtype, shape);
    for (int64_t i = 0; i < to->count; i++) {
        if (!is_integer(to->dtype)) {
            tensor_set_f64(to, i, pair(op, tensor_f64(x, i), tensor_f64(y, i)));
        } else if (tensor_i64(y, i) == 0) {
            return compute_fail(c, FAULT_INVALID_ARGUMENT, "Integer division by zero");
        } else {
            tensor_set_i64(to, i, pair_integer(op, tensor_i64(x, i), tensor_i64(y, i)));
        }
    }
    return compute_out(c, to);
}

/* ---- cumulative sums and products ---- */

typedef struct Cumulate {
    bool product, exclusive, reverse, integer;
    int64_t size, step; /* of the axis */
} Cumulate;

/* What is left of a sum that is kept in the element type. */
static double rounded(DType t, double x) {
    return t == DTYPE_FLOAT32    ? (double)(float)x
           : t == DTYPE_FLOAT16  ? (double)half_to(half_of_double(x))
           : t == DTYPE_BFLOAT16 ? (double)bfloat_to(bfloat_of((float)x))
                                 : x;
}

static void cumulate_real(const Cumulate *r, const Tensor *from, Tensor *to, int64_t base) {
    double all = r->product;
    for (int64_t k = 0; k < r->size; k++) {
        int64_t at = base + (r->reverse ? r->size - 1 - k : k) * r->step;
        double x = tensor_f64(from, at), before = all;
        all = rounded(from->dtype, r->product ? all * x : all + x);
        tensor_set_f64(to, at, r->exclusive ? before : all);
    }
}

static void cumulate_whole(const Cumulate *r, const Tensor *from, Tensor *to, int64_t base) {
    uint64_t all = r->product;
    for (int64_t k = 0; k < r->size; k++) {
        int64_t at = base + (r->reverse ? r->size - 1 - k : k) * r->step;
        uint64_t x = (uint64_t)tensor_i64(from, at), before = all;
        all = r->product ? all * x : all + x;
        tensor_set_i64(to, at, (int64_t)(r->exclusive ? before : all));
    }
}

/* The parts of a complex number lie side by side. */
static void cumulate_complex(const Cumulate *r, const Tensor *from, Tensor *to, int64_t base) {
    DType part = from->dtype == DTYPE_COMPLEX64 ? DTYPE_FLOAT32 : DTYPE_FLOAT64;
    Tensor in = {part, from->shape, from->count * 2, from->data};
    Tensor out = {part, to->shape, to->count * 2, to->data};
    double re = r->product, im = 0;
    for (int64_t k = 0; k < r->size; k++) {
        int64_t at = base + (r->reverse ? r->size - 1 - k : k) * r->step;
        double x = tensor_f64(&in, 2 * at), y = tensor_f64(&in, 2 * at + 1), a = re, b = im;
        re = rounded(part, r->product ? a * x - b * y : a + x);
        im = rounded(part, r->product ? a * y + b * x : b + y);
        tensor_set_f64(&out, 2 * at, r->exclusive ? a : re);
        tensor_set_f64(&out, 2 * at + 1, r->exclusive ? b : im);
    }
}

static void cumulate_row(const Cumulate *r, const Tensor *from, Tensor *to, int64_t base) {
    if (r->integer) {
        cumulate_whole(r, from, to, base);
    } else if (dtype_class(from->dtype) == DTYPE_CLASS_COMPLEX) {
        cumulate_complex(r, from, to, base);
    } else {
        cumulate_real(r, from, to, base);
    }
}

bool compute_cumulate(Call *c) {
    const Tensor *x = c->in[0];
    int64_t axis = compute_scalar(c, 1), inner = 1;
    if (axis < -x->shape.rank || axis >= x->shape.rank) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT,
                            "ScanOp: Expected scan axis in the range [%d, %d), but got %lld",
                            -x->shape.rank, x->shape.rank, (long long)axis);
    }
    axis += axis < 0 ? x->shape.rank : 0;
    for (int d = (int)axis + 1; d < x->shape.rank; d++) {
        inner *= x->shape.dims[d];
    }
    Cumulate r = {c->node->def->variant == 1, compute_bool(c, "exclusive"),
                  compute_bool(c, "reverse"), is_integer(x->dtype),
                  x->shape.dims[axis],        inner};
    Tensor *to = like(c, 0);
    int64_t block = r.size * inner;
    for (int64_t base = 0; block > 0 && base < x->count; base += block) {
        for (int64_t k = 0; k < inner; k++) {
            cumulate_row(&r, x, to, base + k);
        }
    }
    return compute_out(c, to);
}
