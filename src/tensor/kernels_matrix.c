/* kernels_matrix.c: batches of small matrices: factors, inverses, equations. Computed in double and
 * rounded at the end, so the last digit of float32 may differ from TensorFlow's. */
#include <math.h>
#include <string.h>

#include "tensor/kernel_util.h"
#include "tensor/kernels.h"

/* One matrix of n rows in doubles. */
static double *matrix_of(Arena *a, const Tensor *x, int64_t at, int64_t rows, int64_t columns) {
    double *m = ARENA_ARRAY(a, (size_t)(rows * columns) + 1, double);
    for (int64_t i = 0; i < rows * columns; i++) {
        m[i] = tensor_f64(x, at + i);
    }
    return m;
}

static void put_matrix(Tensor *to, int64_t at, const double *m, int64_t n) {
    for (int64_t i = 0; i < n; i++) {
        tensor_set_f64(to, at + i, m[i]);
    }
}

static bool is_square(Arena *a, const Tensor *x, Str *error) {
    int rank = x->shape.rank;
    if (rank < 2 || x->shape.dims[rank - 1] != x->shape.dims[rank - 2]) {
        kernel_refuse(error, str_printf(a, "Input matrix must be square."));
        return false;
    }
    if (dtype_class(x->dtype) != DTYPE_CLASS_FLOAT) {
        kernel_refuse_dtype(a, error, x->dtype);
        return false;
    }
    return true;
}

static void swap_rows(double *m, int64_t i, int64_t k, int64_t columns) {
    for (int64_t j = 0; i != k && j < columns; j++) {
        double x = m[i * columns + j];
        m[i * columns + j] = m[k * columns + j];
        m[k * columns + j] = x;
    }
}

/* Gaussian elimination with partial pivoting of m, doing the same to b. The determinant. */
static double eliminate(double *m, int64_t n, double *b, int64_t columns) {
    double determinant = 1;
    for (int64_t k = 0; k < n; k++) {
        int64_t pivot = k;
        for (int64_t i = k + 1; i < n; i++) {
            pivot = fabs(m[i * n + k]) > fabs(m[pivot * n + k]) ? i : pivot;
        }
        swap_rows(m, k, pivot, n);
        swap_rows(b, k, pivot, columns);
        determinant *= pivot == k ? m[k * n + k] : -m[k * n + k];
        for (int64_t i = k + 1; m[k * n + k] != 0 && i < n; i++) {
            double f = m[i * n + k] / m[k * n + k];
            for (int64_t j = k; j < n; j++) {
                m[i * n + j] -= f * m[k * n + j];
            }
            for (int64_t j = 0; j < columns; j++) {
                b[i * columns + j] -= f * b[k * columns + j];
            }
        }
    }
    return determinant;
}

/* Solves m x = b for a triangular m, in place of b. */
static void substitute(const double *m, int64_t n, bool lower, double *b, int64_t columns) {
    for (int64_t step = 0; step < n; step++) {
        int64_t i = lower ? step : n - 1 - step;
        for (int64_t j = 0; j < columns; j++) {
            double x = b[i * columns + j];
            for (int64_t k = lower ? 0 : i + 1; k < (lower ? i : n); k++) {
                x -= m[i * n + k] * b[k * columns + j];
            }
            b[i * columns + j] = x / m[i * n + i];
        }
    }
}

static void transpose(double *m, int64_t n) {
    for (int64_t i = 0; i < n; i++) {
        for (int64_t j = 0; j < i; j++) {
            double x = m[i * n + j];
            m[i * n + j] = m[j * n + i];
            m[j * n + i] = x;
        }
    }
}

Tensor *kernel_determinant(Arena *a, const Tensor *x, Str *error) {
    if (!is_square(a, x, error)) {
        return NULL;
    }
    int64_t n = x->shape.dims[x->shape.rank - 1];
    Tensor *to = tensor_make(a, x->dtype, shape_slice(a, x->shape, 0, x->shape.rank - 2));
    for (int64_t i = 0; i < to->count; i++) {
        tensor_set_f64(to, i, eliminate(matrix_of(a, x, i * n * n, n, n), n, NULL, 0));
    }
    return to;
}

static bool same_rows(Arena *a, const Tensor *m, const Tensor *y, Str *error) {
    int rank = m->shape.rank;
    Shape x = shape_slice(a, m->shape, 0, rank - 1);
    if (y->shape.rank == rank && shape_eq(x, shape_slice(a, y->shape, 0, rank - 1))) {
        return true;
    }
    kernel_refuse(error, str_printf(a,
                                    "Input matrix and right hand side must have the same number of "
                                    "rows: %s vs. %s",
                                    kernel_shape(a, m), kernel_shape(a, y)));
    return false;
}

/* m x = y; y NULL: the inverse. */
Tensor *kernel_solve(Arena *a, const Tensor *m, const Tensor *y, bool adjoint, Str *error) {
    if (!is_square(a, m, error)) {
        return NULL;
    }
    int64_t n = m->shape.dims[m->shape.rank - 1];
    int64_t columns = y ? y->shape.dims[y->shape.rank - 1] : n;
    if (y && (y->shape.rank != m->shape.rank || y->shape.dims[y->shape.rank - 2] != n)) {
        return kernel_refuse(
            error,
            str_printf(
                a, "Input matrix and right hand side must have the same number of rows: %s vs. %s",
                kernel_shape(a, m), kernel_shape(a, y)));
    }
    Tensor *to = tensor_make(a, m->dtype, y ? y->shape : m->shape);
    for (int64_t k = 0; n > 0 && k < m->count / (n * n); k++) {
        double *w = matrix_of(a, m, k * n * n, n, n);
        double *b = y ? matrix_of(a, y, k * n * columns, n, columns)
                      : ARENA_ARRAY(a, (size_t)(n * n), double);
        for (int64_t i = 0; !y && i < n; i++) {
            b[i * n + i] = 1;
        }
        if (adjoint) {
            transpose(w, n);
        }
        if (eliminate(w, n, b, columns) == 0) {
            return kernel_refuse(error, STR("Input matrix is not invertible."));
        }
        substitute(w, n, false, b, columns);
        put_matrix(to, k * n * columns, b, n * columns);
    }
    return to;
}

Tensor *kernel_triangular_solve(Arena *a, const Tensor *m, const Tensor *y, bool lower,
                                bool adjoint, Str *error) {
    if (!is_square(a, m, error)) {
        return NULL;
    }
    if (!same_rows(a, m, y, error)) {
        return NULL;
    }
    int64_t n = m->shape.dims[m->shape.rank - 1], columns = y->shape.dims[y->shape.rank - 1];
    Tensor *to = tensor_make(a, m->dtype, y->shape);
    for (int64_t k = 0; n > 0 && k < m->count / (n * n); k++) {
        double *w = matrix_of(a, m, k * n * n, n, n),
               *b = matrix_of(a, y, k * n * columns, n, columns);
        for (int64_t i = 0; i < n; i++) {
            if (w[i * n + i] == 0) {
                return kernel_refuse(error, STR("Input matrix is not invertible."));
            }
        }
        if (adjoint) {
            transpose(w, n);
        }
        substitute(w, n, lower != adjoint, b, columns);
        put_matrix(to, k * n * columns, b, n * columns);
    }
    return to;
}

/* The lower triangle l with l l^T = x; only the lower triangle of x is read. */
static bool cholesky(double *m, int64_t n) {
    for (int64_t j = 0; j < n; j++) {
        for (int64_t i = 0; i < n; i++) {
            double x = i < j ? 0 : m[i * n + j];
            for (int64_t k = 0; i >= j && k < j; k++) {
                x -= m[i * n + k] * m[j * n + k];
            }
            if (i == j && !(x > 0)) {
                return false;
            }
            m[i * n + j] = i < j ? 0 : i == j ? sqrt(x) : x;
        }
        for (int64_t i = j + 1; i < n; i++) {
            m[i * n + j] /= m[j * n + j];
        }
    }
    return true;
}

Tensor *kernel_cholesky(Arena *a, const Tensor *x, Str *error) {
    if (!is_square(a, x, error)) {
        return NULL;
    }
    int64_t n = x->shape.dims[x->shape.rank - 1];
    Tensor *to = tensor_make(a, x->dtype, x->shape);
    for (int64_t k = 0; n > 0 && k < x->count / (n * n); k++) {
        double *m = matrix_of(a, x, k * n * n, n, n);
        if (!cholesky(m, n)) {
            return kernel_refuse(
                error,
                STR("Cholesky decomposition was not successful. The input might not be valid."));
        }
        put_matrix(to, k * n * n, m, n * n);
    }
    return to;
}

/* Elements outside of the band become zero; a negative number keeps its whole triangle. */
Tensor *kernel_band_part(Arena *a, const Tensor *x, int64_t lower, int64_t upper, Str *error) {
    int rank = x->shape.rank;
    if (rank < 2) {
        return kernel_refuse(
            error,
            str_printf(a, "input must be at least 2-dim, received shape: %s", kernel_shape(a, x)));
    }
    int64_t rows = x->shape.dims[rank - 2], columns = x->shape.dims[rank - 1];
    Tensor *to = tensor_make(a, x->dtype, x->shape);
    for (int64_t k = 0; k < x->count; k++) {
        int64_t i = k / columns % rows, j = k % columns;
        if ((lower < 0 || i - j <= lower) && (upper < 0 || j - i <= upper)) {
            copy_elements(to, k, x, k, 1);
        }
    }
    return to;
}

/* Of vectors of three. */
Tensor *kernel_cross(Arena *a, const Tensor *x, const Tensor *y, Str *error) {
    if (!shape_eq(x->shape, y->shape) || x->shape.rank < 1 ||
        x->shape.dims[x->shape.rank - 1] != 3) {
        return kernel_refuse(
            error, str_printf(a, "Cross-products are only defined for 3-element vectors."));
    }
    Tensor *to = tensor_make(a, x->dtype, x->shape);
    for (int64_t i = 0; i < x->count; i++) {
        int64_t base = i / 3 * 3, p = base + (i + 1 - base) % 3, q = base + (i + 2 - base) % 3;
        tensor_set_f64(to, i,
                       tensor_f64(x, p) * tensor_f64(y, q) - tensor_f64(x, q) * tensor_f64(y, p));
    }
    return to;
}
