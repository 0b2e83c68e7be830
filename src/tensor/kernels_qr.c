/* kernels_qr.c: QR by Householder reflections, with the signs of LAPACK and Eigen: the
 * diagonal of R is negative where the column's first remaining element was not.
 *
 * Computed in double and rounded once, so float32 results may differ from TensorFlow's in the last
 * digit. The matrix is kept by columns, as in the textbooks: w[i + j * rows].
 */
#include "tensor/kernels.h"

#include <math.h>

#include "tensor/kernel_util.h"

/* The matrix being taken apart. Below the diagonal, column j ends up holding the vector of
 * reflection j, whose first element is 1 and not stored. */
typedef struct Qr {
    int64_t rows, columns;
    int64_t rank; /* the smaller of the two: number of reflections */
    double *w;    /* [rows * columns] */
    double *tau;  /* [rank] */
} Qr;

/* c -= tau * v * (v' * c), with reflection j's v, on the column c of `rows` elements. */
static void reflect(const Qr *qr, int64_t j, double *c) {
    const double *v = qr->w + j * qr->rows;
    double sum = c[j];
    for (int64_t i = j + 1; i < qr->rows; i++) {
        sum += v[i] * c[i];
    }
    c[j] -= qr->tau[j] * sum;
    for (int64_t i = j + 1; i < qr->rows; i++) {
        c[i] -= qr->tau[j] * sum * v[i];
    }
}

/* The reflection that clears column j below the diagonal. */
static void make_reflection(Qr *qr, int64_t j) {
    double *c = qr->w + j * qr->rows;
    double tail = 0;
    for (int64_t i = j + 1; i < qr->rows; i++) {
        tail += c[i] * c[i];
    }
    if (tail == 0) {
        qr->tau[j] = 0;
        return;
    }
    double norm = sqrt(c[j] * c[j] + tail);
    double beta = c[j] >= 0 ? -norm : norm;
    for (int64_t i = j + 1; i < qr->rows; i++) {
        c[i] /= c[j] - beta;
    }
    qr->tau[j] = (beta - c[j]) / beta;
    c[j] = beta;
}

static void take_apart(Qr *qr) {
    for (int64_t j = 0; j < qr->rank; j++) {
        make_reflection(qr, j);
        for (int64_t k = j + 1; k < qr->columns; k++) {
            reflect(qr, j, qr->w + k * qr->rows);
        }
    }
}

static Qr qr_of(Arena *a, const Tensor *x) {
    int64_t rows = x->shape.dims[0], columns = x->shape.dims[1];
    Qr qr = {rows, columns, rows < columns ? rows : columns, NULL, NULL};
    qr.w = ARENA_ARRAY(a, (size_t)x->count, double);
    qr.tau = ARENA_ARRAY(a, (size_t)qr.rank, double);
    for (int64_t i = 0; i < x->count; i++) {
        qr.w[i / columns + i % columns * rows] = tensor_f64(x, i);
    }
    return qr;
}

/* Column j of Q: all reflections on the unit vector j. */
static void put_q(Arena *a, const Qr *qr, Tensor *q) {
    double *column = ARENA_ARRAY(a, (size_t)(qr->rank ? qr->rows : 0), double);
    for (int64_t j = 0; j < qr->rank; j++) {
        for (int64_t i = 0; i < qr->rows; i++) {
            column[i] = i == j;
        }
        for (int64_t k = qr->rank - 1; k >= 0; k--) {
            reflect(qr, k, column);
        }
        for (int64_t i = 0; i < qr->rows; i++) {
            tensor_set_f64(q, i * qr->rank + j, column[i]);
        }
    }
}

static void put_r(const Qr *qr, Tensor *r) {
    for (int64_t i = 0; i < qr->rank; i++) {
        for (int64_t j = i; j < qr->columns; j++) {
            tensor_set_f64(r, i * qr->columns + j, qr->w[i + j * qr->rows]);
        }
    }
}

bool kernel_qr(Arena *a, const Tensor *x, Tensor **q, Tensor **r, Str *error) {
    if (dtype_class(x->dtype) != DTYPE_CLASS_FLOAT) {
        kernel_refuse_dtype(a, error, x->dtype);
        return false;
    }
    if (x->shape.rank != 2) {
        kernel_refuse(error,
                      str_printf(a, "Input must be a matrix, got shape %s", kernel_shape(a, x)));
        return false;
    }
    Qr qr = qr_of(a, x);
    *q = tensor_make(a, x->dtype, (Shape){2, (int64_t[]){qr.rows, qr.rank}});
    *r = tensor_make(a, x->dtype, (Shape){2, (int64_t[]){qr.rank, qr.columns}});
    take_apart(&qr);
    put_q(a, &qr, *q);
    put_r(&qr, *r);
    return true;
}
