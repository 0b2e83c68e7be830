/* kernels_linear.c: matrices, and sums of products. */
#include "tensor/kernels.h"

#include <math.h>
#include <string.h>

#include "tensor/kernel_util.h"

/* ---- matmul ---- */

/* out[m, n] = x[m, k] * y[k, n]; the strides say which operand is transposed. Every element
 * is summed over k in ascending order, as Eigen's product does for a k that fits its cache. */
typedef struct Product {
    int64_t m, k, n;
    int64_t x_m, x_k; /* strides of x */
    int64_t y_k, y_n; /* strides of y */
} Product;

static void product_f32(const Product *p, const float *x, const float *y, float *out) {
    for (int64_t i = 0; i < p->m; i++) {
        float *row = out + i * p->n;
        for (int64_t k = 0; k < p->k; k++) {
            float f = x[i * p->x_m + k * p->x_k];
            for (int64_t j = 0; j < p->n; j++) {
                row[j] += f * y[k * p->y_k + j * p->y_n];
            }
        }
    }
}

static void product_f64(const Product *p, const double *x, const double *y, double *out) {
    for (int64_t i = 0; i < p->m; i++) {
        double *row = out + i * p->n;
        for (int64_t k = 0; k < p->k; k++) {
            double f = x[i * p->x_m + k * p->x_k];
            for (int64_t j = 0; j < p->n; j++) {
                row[j] += f * y[k * p->y_k + j * p->y_n];
            }
        }
    }
}

static void product_int(const Product *p, const uint64_t *x, const uint64_t *y, uint64_t *out) {
    for (int64_t i = 0; i < p->m; i++) {
        uint64_t *row = out + i * p->n;
        for (int64_t k = 0; k < p->k; k++) {
            uint64_t f = x[i * p->x_m + k * p->x_k];
            for (int64_t j = 0; j < p->n; j++) {
                row[j] += f * y[k * p->y_k + j * p->y_n];
            }
        }
    }
}

static void product_complex(const Product *p, const double complex *x, const double complex *y,
                            double complex *out) {
    for (int64_t i = 0; i < p->m; i++) {
        double complex *row = out + i * p->n;
        for (int64_t k = 0; k < p->k; k++) {
            double complex f = x[i * p->x_m + k * p->x_k];
            for (int64_t j = 0; j < p->n; j++) {
                row[j] += f * y[k * p->y_k + j * p->y_n];
            }
        }
    }
}

/* One matrix of a batch: operands and result are arrays of the lane's type. */
static void product(Lane lane, const Product *p, const void *x, const void *y, void *out) {
    switch (lane) {
    case LANE_F32: product_f32(p, x, y, out); return;
    case LANE_F64: product_f64(p, x, y, out); return;
    case LANE_I64:
    case LANE_U64: product_int(p, x, y, out); return;
    case LANE_COMPLEX: product_complex(p, x, y, out); return;
    case LANE_NONE: return;
    }
}

static bool matrices_fit(Arena *a, const Tensor *x, const Tensor *y, Str *error) {
    const char *sx = kernel_shape(a, x), *sy = kernel_shape(a, y);
    int rank = x->shape.rank;
    if (rank < 2 || y->shape.rank < 2) {
        int which = rank < 2 ? 0 : 1;
        *error = str_printf(a, "In[%d] is not a matrix. Instead it has shape %s", which,
                            which == 0 ? sx : sy);
        return false;
    }
    if (rank != y->shape.rank) {
        *error = str_printf(a, "In[0] and In[1] has different ndims: %s vs. %s", sx, sy);
        return false;
    }
    for (int i = 0; i < rank - 2; i++) {
        if (x->shape.dims[i] != y->shape.dims[i]) {
            *error = str_printf(a, "In[0].dim(%d) and In[1].dim(%d) must be the same: %s vs %s", i,
                                i, sx, sy);
            return false;
        }
    }
    return true;
}

/* Strides within the last two dims. */
static Product product_of(const Tensor *x, const Tensor *y, bool transpose_x, bool transpose_y) {
    int rank = x->shape.rank;
    const int64_t *dx = x->shape.dims + rank - 2, *dy = y->shape.dims + rank - 2;
    return (Product){
        .m = dx[transpose_x],
        .k = dx[!transpose_x],
        .n = dy[!transpose_y],
        .x_m = transpose_x ? 1 : dx[1],
        .x_k = transpose_x ? dx[1] : 1,
        .y_k = transpose_y ? 1 : dy[1],
        .y_n = transpose_y ? dy[1] : 1,
    };
}

static void multiply_all(Arena *a, const Product *p, const Tensor *x, const Tensor *y,
                         Tensor *out) {
    Lane lane = lane_of(x->dtype);
    size_t size = lane_size(lane);
    size_t mk = (size_t)(p->m * p->k) * size, kn = (size_t)(p->k * p->n) * size;
    int64_t each = p->m * p->n;
    const char *from_x = lane_array(a, x), *from_y = lane_array(a, y);
    void *to = arena_array(a, (size_t)each, size);
    for (int64_t b = 0; b < out->count / each; b++) {
        memset(to, 0, (size_t)each * size);
        product(lane, p, from_x + (size_t)b * mk, from_y + (size_t)b * kn, to);
        lane_store(out, b * each, each, to);
    }
}

Tensor *kernel_matmul(Arena *a, const Tensor *x, const Tensor *y, bool transpose_x,
                      bool transpose_y, Str *error) {
    if (x->dtype != y->dtype || !dtype_is_numeric(x->dtype)) {
        return kernel_refuse_dtype(a, error, x->dtype);
    }
    if (!matrices_fit(a, x, y, error)) {
        return NULL;
    }
    Product p = product_of(x, y, transpose_x, transpose_y);
    int64_t inner = y->shape.dims[y->shape.rank - 2 + transpose_y];
    if (p.k != inner && x->shape.rank == 2) {
        return kernel_refuse(error, str_printf(a, "Matrix size-incompatible: In[0]: %s, In[1]: %s",
                                               kernel_shape(a, x), kernel_shape(a, y)));
    }
    if (p.k != inner) {
        return kernel_refuse(error,
                             str_printf(a, "In[0] mismatch In[1] shape: %lld vs. %lld: %s %s %d %d",
                                        (long long)p.k, (long long)inner, kernel_shape(a, x),
                                        kernel_shape(a, y), transpose_x, transpose_y));
    }
    int64_t *dims = dims_copy(a, x->shape, 0);
    dims[x->shape.rank - 2] = p.m;
    dims[x->shape.rank - 1] = p.n;
    Tensor *out = tensor_make(a, x->dtype, (Shape){x->shape.rank, dims});
    if (out->count > 0) {
        multiply_all(a, &p, x, y, out);
    }
    return out;
}

/* ---- sums ---- */

void kernel_add_scaled(double *sums, double x, const double *row, int64_t n) {
    for (int64_t i = 0; i < n; i++) {
        sums[i] += x * row[i];
    }
}

double kernel_dot(const double *x, const double *y, int64_t n) {
    double sum = 0;
    for (int64_t i = 0; i < n; i++) {
        sum += x[i] * y[i];
    }
    return sum;
}

Tensor *kernel_bias_add(Arena *a, const Tensor *x, const Tensor *bias, Str *error) {
    int rank = x->shape.rank;
    if (rank < 2) {
        return kernel_refuse(
            error, str_printf(a, "Input tensor must be at least 2D: %s", kernel_shape(a, x)));
    }
    if (bias->shape.rank != 1) {
        return kernel_refuse(error, str_printf(a, "Biases must be 1D: %s", kernel_shape(a, bias)));
    }
    if (bias->count != x->shape.dims[rank - 1]) {
        return kernel_refuse(error,
                             str_printf(a,
                                        "Must provide as many biases as the last dimension of the "
                                        "input tensor: %s vs. %s",
                                        kernel_shape(a, bias), kernel_shape(a, x)));
    }
    return kernel_binary(a, BINARY_ADD, x, bias, error);
}

/* parts[0] + parts[1] + …, from the left. */
static const Tensor *sum_of(Arena *a, const Tensor *const *parts, int n, Str *error) {
    const Tensor *sum = parts[0];
    for (int i = 1; i < n && sum; i++) {
        sum = kernel_binary(a, BINARY_ADD, sum, parts[i], error);
    }
    return sum;
}

/* Above nine parts TensorFlow first adds as many as leave a multiple of eight, then adds the
 * sum of each further eight. */
Tensor *kernel_add_n(Arena *a, const Tensor *const *parts, int n, Str *error) {
    if (n < 1) {
        return kernel_refuse(error, STR("AddN needs at least one input"));
    }
    for (int i = 1; i < n; i++) {
        if (!shape_eq(parts[0]->shape, parts[i]->shape)) {
            return kernel_refuse(error, str_printf(a,
                                                   "Inputs must have the same size and shape.  "
                                                   "Input 0: %s != input %d: %s",
                                                   kernel_shape(a, parts[0]), i,
                                                   kernel_shape(a, parts[i])));
        }
    }
    int done = n < 9 ? n : n % 8 < 2 ? n % 8 + 8 : n % 8;
    const Tensor *sum = sum_of(a, parts, done, error);
    for (; sum && done < n; done += 8) {
        const Tensor *more = sum_of(a, parts + done, 8, error);
        sum = more ? kernel_binary(a, BINARY_ADD, sum, more, error) : NULL;
    }
    return sum ? tensor_reshaped(a, sum, sum->shape) : NULL;
}

/* Half the sum of squares. */
Tensor *kernel_l2_loss(Arena *a, const Tensor *x, Str *error) {
    Lane lane = lane_of(x->dtype);
    if (lane != LANE_F32 && lane != LANE_F64) {
        return kernel_refuse_dtype(a, error, x->dtype);
    }
    Tensor *out = tensor_make(a, x->dtype, shape_scalar());
    void *terms = arena_array(a, (size_t)x->count, lane_size(lane));
    lane_load(x, 0, 1, x->count, terms);
    for (int64_t i = 0; i < x->count; i++) {
        if (lane == LANE_F32) {
            ((float *)terms)[i] *= ((float *)terms)[i] * 0.5F;
        } else {
            ((double *)terms)[i] *= ((double *)terms)[i] * 0.5;
        }
    }
    tensor_set_f64(out, 0,
                   lane == LANE_F32 ? (double)lane_sum_f32(terms, x->count)
                                    : lane_sum_f64(terms, x->count));
    return out;
}

/* ---- softmax ---- */

/* In place; e is working space of n elements. TensorFlow multiplies by 1 / sum. */
static void softmax_f32(float *x, float *e, int64_t n, bool log) {
    float top = -INFINITY;
    for (int64_t i = 0; i < n; i++) {
        top = x[i] > top ? x[i] : top;
    }
    for (int64_t i = 0; i < n; i++) {
        x[i] -= top;
        e[i] = expf(x[i]);
    }
    float sum = lane_sum_f32(e, n);
    float log_sum = logf(sum), inverse = 1 / sum;
    for (int64_t i = 0; i < n; i++) {
        x[i] = log ? x[i] - log_sum : e[i] * inverse;
    }
}

static void softmax_f64(double *x, double *e, int64_t n, bool log_of) {
    double top = -INFINITY;
    for (int64_t i = 0; i < n; i++) {
        top = x[i] > top ? x[i] : top;
    }
    for (int64_t i = 0; i < n; i++) {
        x[i] -= top;
        e[i] = exp(x[i]);
    }
    double sum = lane_sum_f64(e, n);
    double log_sum = log(sum), inverse = 1 / sum;
    for (int64_t i = 0; i < n; i++) {
        x[i] = log_of ? x[i] - log_sum : e[i] * inverse;
    }
}

Tensor *kernel_softmax(Arena *a, const Tensor *x, bool log, Str *error) {
    Lane lane = lane_of(x->dtype);
    if (lane != LANE_F32 && lane != LANE_F64) {
        return kernel_refuse_dtype(a, error, x->dtype);
    }
    if (x->shape.rank < 1) {
        return kernel_refuse(
            error, str_printf(a, "logits must have >= 1 dimension, got %s", kernel_shape(a, x)));
    }
    Tensor *out = tensor_make(a, x->dtype, x->shape);
    int64_t n = x->count > 0 ? x->shape.dims[x->shape.rank - 1] : 0;
    void *row = arena_array(a, (size_t)n, lane_size(lane));
    void *space = arena_array(a, (size_t)n, lane_size(lane));
    for (int64_t i = 0; i < x->count; i += n) {
        lane_load(x, i, 1, n, row);
        if (lane == LANE_F32) {
            softmax_f32(row, space, n, log);
        } else {
            softmax_f64(row, space, n, log);
        }
        lane_store(out, i, n, row);
    }
    return out;
}

/* ---- diagonals ---- */

Tensor *kernel_diag_part(Arena *a, const Tensor *x, Str *error) {
    int rank = x->shape.rank, half = rank / 2;
    if (rank == 0 || rank % 2 != 0) {
        return kernel_refuse(error,
                             str_printf(a,
                                        "The rank of the tensor should be even and positive, "
                                        "got shape %s",
                                        kernel_shape(a, x)));
    }
    for (int i = 0; i < half; i++) {
        if (x->shape.dims[i] != x->shape.dims[i + half]) {
            return kernel_refuse(
                error, str_printf(a, "Invalid shape %s: dimensions %d and %d do not match.",
                                  kernel_shape(a, x), i, i + half));
        }
    }
    Tensor *out = tensor_make(a, x->dtype, shape_slice(a, x->shape, 0, half));
    for (int64_t i = 0; i < out->count; i++) {
        copy_elements(out, i, x, i * (out->count + 1), 1);
    }
    return out;
}

Tensor *kernel_matrix_diag(Arena *a, const Tensor *x, Str *error) {
    int rank = x->shape.rank;
    if (rank < 1) {
        return kernel_refuse(
            error,
            str_printf(a, "input must be at least 1-dim, received shape: %s", kernel_shape(a, x)));
    }
    int64_t *dims = dims_copy(a, x->shape, 1);
    int64_t n = dims[rank] = dims[rank - 1];
    Tensor *out = tensor_make(a, x->dtype, (Shape){rank + 1, dims});
    for (int64_t i = 0; i < x->count; i++) {
        copy_elements(out, i * n + i % n, x, i, 1);
    }
    return out;
}
