/* compute_gradient.c: the ops that TensorFlow has only for gradients of others. Those that work
 * element by element round as often as TensorFlow does, in the precision of their tensors. */
#include <math.h>

#include "graph/compute.h"

static Tensor *like(Call *c, int input) {
    return tensor_make(c->arena, c->in[input]->dtype, c->in[input]->shape);
}

static double attr_real(const Call *c, const char *name, double otherwise) {
    const Attr *a = node_attr(c->node, name);
    return a ? a->f : otherwise;
}

/* ---- activations: (y, dy) or (dy, features) ---- */

#define SELU_SCALE 1.0507009873554804934193349852946
#define SELU_ALPHA 1.7580993408473768599402175208123

/* The formulas in one type; EXP and ABS are its functions. */
#define FORMULAS(T, EXP, ABS)                                                                      \
    static T gradient_##T(GradOp op, T a, T b) {                                                   \
        switch (op) {                                                                              \
        case GRAD_SIGMOID: return (b * a) * ((T)1 - a);                                            \
        case GRAD_TANH: return b * ((T)1 - a * a);                                                 \
        case GRAD_SQRT: return ((T)0.5 * b) / a;                                                   \
        case GRAD_RSQRT: return ((T)-0.5 * (b * a)) * (a * a);                                     \
        case GRAD_RECIPROCAL: return (-a * b) * a;                                                 \
        case GRAD_RELU: return b > 0 ? a : 0;                                                      \
        case GRAD_RELU6: return b > 0 && b < 6 ? a : 0;                                            \
        case GRAD_ELU: return b < 0 ? (b + (T)1) * a : a;                                          \
        case GRAD_SOFTPLUS: return a / (EXP(-b) + (T)1);                                           \
        case GRAD_SOFTSIGN: return a / ((ABS(b) + (T)1) * (ABS(b) + (T)1));                        \
        case GRAD_SELU: return b < 0 ? a * (b + (T)SELU_ALPHA) : a * (T)SELU_SCALE;                \
        }                                                                                          \
        return 0;                                                                                  \
    }
FORMULAS(float, expf, fabsf)
FORMULAS(double, exp, fabs)

static bool same_size(Call *c) {
    return c->in[0]->count == c->in[1]->count ||
           compute_fail(c, FAULT_INVALID_ARGUMENT,
                        "Inputs to operation %s of type %s must have the same size and shape.",
                        c->node->record.name->text, c->node->def->name);
}

bool compute_grad(Call *c) {
    GradOp op = (GradOp)c->node->def->variant;
    if (!same_size(c)) {
        return false;
    }
    Tensor *to = like(c, 0);
    for (int64_t i = 0; i < to->count; i++) {
        double a = tensor_f64(c->in[0], i), b = tensor_f64(c->in[1], i);
        bool wide = to->dtype == DTYPE_FLOAT64;
        tensor_set_f64(to, i,
                       wide ? gradient_double(op, a, b) : gradient_float(op, (float)a, (float)b));
    }
    return compute_out(c, to);
}

bool compute_leaky_relu_grad(Call *c) {
    double alpha = attr_real(c, "alpha", 0.2);
    if (!same_size(c)) {
        return false;
    }
    Tensor *to = like(c, 0);
    for (int64_t i = 0; i < to->count; i++) {
        double dy = tensor_f64(c->in[0], i);
        double scaled = to->dtype == DTYPE_FLOAT64 ? dy * alpha : (float)dy * (float)alpha;
        tensor_set_f64(to, i, tensor_f64(c->in[1], i) > 0 ? dy : scaled);
    }
    return compute_out(c, to);
}

/* ---- local response normalization ---- */

typedef struct Response {
    const Tensor *dy, *x, *y;
    int64_t depth, radius;
    double bias, alpha, beta;
    double *sums; /* [x->count] */
} Response;

/* What channel k of a pixel that begins at `base` gives to its neighbours. */
static void respond(const Response *r, int64_t base, int64_t k) {
    int64_t from = k < r->radius ? 0 : k - r->radius;
    int64_t until = k + r->radius >= r->depth ? r->depth - 1 : k + r->radius;
    double norm = 0;
    for (int64_t i = from; i <= until; i++) {
        norm += tensor_f64(r->x, base + i) * tensor_f64(r->x, base + i);
    }
    norm = r->alpha * norm + r->bias;
    for (int64_t i = from; i <= until; i++) {
        double d = -2 * r->alpha * r->beta * tensor_f64(r->x, base + i) *
                   tensor_f64(r->y, base + k) / norm;
        d += i == k ? pow(norm, -r->beta) : 0;
        r->sums[base + i] += d * tensor_f64(r->dy, base + k);
    }
}

bool compute_lrn_grad(Call *c) {
    const Tensor *x = c->in[1];
    if (x->shape.rank != 4 || c->in[0]->count != x->count || c->in[2]->count != x->count) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "in must be 4-dimensional");
    }
    Response r = {.dy = c->in[0],
                  .x = x,
                  .y = c->in[2],
                  .depth = x->shape.dims[3],
                  .radius = compute_int(c, "depth_radius"),
                  .bias = attr_real(c, "bias", 1),
                  .alpha = attr_real(c, "alpha", 1),
                  .beta = attr_real(c, "beta", 0.5),
                  .sums = ARENA_ARRAY(c->arena, (size_t)x->count, double)};
    Tensor *to = like(c, 1);
    for (int64_t i = 0; i < x->count; i++) {
        respond(&r, i - i % r.depth, i % r.depth);
    }
    for (int64_t i = 0; i < x->count; i++) {
        tensor_set_f64(to, i, r.sums[i]);
    }
    return compute_out(c, to);
}

/* ---- batch normalization ---- */

/* Sums over all rows, by channel. */
typedef struct Norm {
    int64_t channels, rows;
    double *dy, *dyx; /* of the gradient, and of the gradient times the distance from the mean */
    double epsilon;
    bool training;
} Norm;

static double distance(const Call *c, const Norm *n, int64_t i) {
    return tensor_f64(c->in[1], i) - tensor_f64(c->in[3], i % n->channels);
}

static double inverse_deviation(const Call *c, const Norm *n, int64_t channel) {
    return 1 / sqrt(tensor_f64(c->in[4], channel) + n->epsilon);
}

static void norm_sums(const Call *c, Norm *n) {
    for (int64_t i = 0; i < c->in[0]->count; i++) {
        double dy = tensor_f64(c->in[0], i);
        n->dy[i % n->channels] += dy;
        n->dyx[i % n->channels] += dy * distance(c, n, i);
    }
}

static double norm_dx(const Call *c, const Norm *n, int64_t i) {
    int64_t k = i % n->channels;
    double inverse = inverse_deviation(c, n, k), dy = tensor_f64(c->in[0], i);
    double scale = tensor_f64(c->in[2], k) * inverse;
    if (!n->training) {
        return scale * dy;
    }
    double rows = (double)n->rows;
    return scale *
           (dy - n->dy[k] / rows - distance(c, n, i) * inverse * inverse * n->dyx[k] / rows);
}

static void norm_outputs(Call *c, const Norm *n) {
    Tensor *dscale = like(c, 2), *doffset = like(c, 2);
    for (int64_t k = 0; k < n->channels; k++) {
        tensor_set_f64(dscale, k, n->dyx[k] * inverse_deviation(c, n, k));
        tensor_set_f64(doffset, k, n->dy[k]);
    }
    c->out[1] = dscale;
    c->out[2] = doffset;
    for (int k = 3; k < 5; k++) {
        c->out[k] = tensor_make(c->arena, c->in[3]->dtype, shape_make(c->arena, 1, &(int64_t){0}));
    }
}

bool compute_batch_norm_grad(Call *c) {
    const Tensor *x = c->in[1];
    int64_t channels = x->shape.dims[x->shape.rank - 1];
    if (c->in[0]->count != x->count || c->in[2]->count != channels || c->in[3]->count != channels ||
        c->in[4]->count != channels) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "x and y backprop should have same shape");
    }
    Norm n = {.channels = channels,
              .rows = channels ? x->count / channels : 0,
              .dy = ARENA_ARRAY(c->arena, (size_t)channels, double),
              .dyx = ARENA_ARRAY(c->arena, (size_t)channels, double),
              .epsilon = attr_real(c, "epsilon", 0.0001),
              .training = compute_bool(c, "is_training")};
    Tensor *dx = like(c, 1);
    norm_sums(c, &n);
    for (int64_t i = 0; i < x->count; i++) {
        tensor_set_f64(dx, i, norm_dx(c, &n, i));
    }
    c->out[0] = dx;
    norm_outputs(c, &n);
    return true;
}
