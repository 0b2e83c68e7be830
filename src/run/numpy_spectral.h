/* numpy_spectral.h: eigenvalues of symmetric matrices and singular values, as LAPACK computes
 * them, so that signs and order of the vectors are its own. Matrices are kept by columns. */
#ifndef TFSCOPE_RUN_NUMPY_SPECTRAL_H
#define TFSCOPE_RUN_NUMPY_SPECTRAL_H

#include "base/arena.h"

/* A matrix by columns: element (i, k) is at[i + k * rows]. */
typedef struct Matrix {
    int64_t rows, columns;
    double *at; /* [rows * columns] */
} Matrix;

static inline double *cell_of(const Matrix *m, int64_t i, int64_t k) {
    return m->at + i + k * m->rows;
}
Matrix matrix_make(Arena *arena, int64_t rows, int64_t columns); /* of zeros */
Matrix matrix_unit(Arena *arena, int64_t n, int64_t columns);    /* ones on the diagonal */

/* Eigenvalues of a symmetric matrix, ascending, of which the lower part counts; a becomes the
 * matrix of its vectors. False: it did not converge. */
bool symmetric_eigen(Arena *arena, Matrix *a, double *values);

/* a = u * diag(values) * vt. */
typedef struct Singular {
    Matrix u, vt;
    double *values; /* [the smaller of rows and columns], descending */
} Singular;
/* full: u and vt are square. False: it did not converge. */
bool singular_values(Arena *arena, const Matrix *a, bool full, Singular *s);

#endif
