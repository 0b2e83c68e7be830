/* numpy_linalg.c: numpy.linalg: solving, inverting, taking apart. Everything is computed in double,
 * as numpy does, with the steps of LAPACK, so that the digits are its own. */
#include <math.h>

#include "run/numpy_functions.h"
#include "run/numpy_spectral.h"
#include "tensor/kernels.h"

#define NONE value_none()

static bool linalg_error(Run *run, const char *message) {
    return raise_error(run, run->numpy->linalg_error, "%s", message);
}

/* ---- arguments ---- */

/* The matrix as float64 or float32; square when asked. */
static bool matrix_of(Run *run, Value v, bool square, const Tensor **t) {
    Operand x;
    if (!tensor_of(run, v, &x)) {
        return false;
    }
    Shape s = x.tensor->shape;
    if (s.rank < 2) {
        return raise_error(run, run->numpy->linalg_error,
                           "%d-dimensional array given. Array must be %s", s.rank,
                           square ? "at least two-dimensional" : "two-dimensional");
    }
    if (s.rank > 2 || dtype_class(x.tensor->dtype) == DTYPE_CLASS_COMPLEX) {
        return refuse(run, NULL, "numpy.linalg of stacked or complex matrices");
    }
    if (x.tensor->dtype == DTYPE_FLOAT16 || x.tensor->dtype == DTYPE_STRING) {
        return raise_type_error(run, "array type %s is unsupported in linalg",
                                dtype_name(x.tensor->dtype));
    }
    if (square && s.dims[0] != s.dims[1]) {
        return linalg_error(run, "Last 2 dimensions of the array must be square");
    }
    *t = number_as(run, x.tensor, x.tensor->dtype == DTYPE_FLOAT32 ? DTYPE_FLOAT32 : DTYPE_FLOAT64);
    return true;
}

static Matrix by_columns(Run *run, const Tensor *t) {
    Matrix m = matrix_make(run->scratch, t->shape.dims[0], t->shape.dims[1]);
    for (int64_t i = 0; i < t->count; i++) {
        *cell_of(&m, i / m.columns, i % m.columns) = tensor_f64(t, i);
    }
    return m;
}

static Value matrix_value(Run *run, const Matrix *m, DType type) {
    Tensor *t = tensor_make(run->arena, type, (Shape){2, (int64_t[]){m->rows, m->columns}});
    for (int64_t i = 0; i < t->count; i++) {
        tensor_set_f64(t, i, *cell_of(m, i / m->columns, i % m->columns));
    }
    return array_make_text(run, t, false);
}

static Value vector_value(Run *run, const double *at, int64_t n, DType type) {
    Tensor *t = tensor_make(run->arena, type, (Shape){1, &n});
    for (int64_t i = 0; i < n; i++) {
        tensor_set_f64(t, i, at[i]);
    }
    return array_make_text(run, t, false);
}

/* ---- triangles ---- */

/* A matrix as a product of triangles; rows change places. */
typedef struct Triangles {
    Matrix m;
    int64_t *pivot; /* [rows] the row that takes the place of each */
    bool singular, odd;
} Triangles;

static void swap_rows(const Matrix *m, int64_t i, int64_t k) {
    for (int64_t j = 0; i != k && j < m->columns; j++) {
        double v = *cell_of(m, i, j);
        *cell_of(m, i, j) = *cell_of(m, k, j);
        *cell_of(m, k, j) = v;
    }
}

static int64_t pivot_row(const Matrix *m, int64_t k) {
    int64_t best = k;
    for (int64_t i = k + 1; i < m->rows; i++) {
        best = fabs(*cell_of(m, i, k)) > fabs(*cell_of(m, best, k)) ? i : best;
    }
    return best;
}

/* dgetrf. */
static void take_apart(Triangles *t) {
    const Matrix *m = &t->m;
    for (int64_t k = 0; k < m->rows; k++) {
        t->pivot[k] = pivot_row(m, k);
        double p = *cell_of(m, t->pivot[k], k);
        if (p == 0) {
            t->singular = true;
            continue;
        }
        t->odd = t->odd != (t->pivot[k] != k);
        swap_rows(m, k, t->pivot[k]);
        double one_over = 1 / p;
        for (int64_t i = k + 1; i < m->rows; i++) {
            *cell_of(m, i, k) = *cell_of(m, i, k) * one_over;
        }
        for (int64_t j = k + 1; j < m->columns; j++) {
            double by = *cell_of(m, k, j);
            for (int64_t i = k + 1; by != 0 && i < m->rows; i++) {
                double *at = cell_of(m, i, j);
                *at = *at - (by * *cell_of(m, i, k));
            }
        }
    }
}

static Triangles triangles_of(Run *run, const Tensor *a) {
    Triangles t = {.m = by_columns(run, a)};
    t.pivot = ARENA_ARRAY(run->scratch, (size_t)t.m.rows + 1, int64_t);
    take_apart(&t);
    return t;
}

/* dgetrs: b becomes the solution. */
static void substitute(const Triangles *t, const Matrix *b) {
    int64_t n = t->m.rows;
    for (int64_t k = 0; k < n; k++) {
        swap_rows(b, k, t->pivot[k]);
    }
    for (int64_t j = 0; j < b->columns; j++) {
        for (int64_t k = 0; k < n; k++) {
            double by = *cell_of(b, k, j);
            for (int64_t i = k + 1; by != 0 && i < n; i++) {
                double *at = cell_of(b, i, j);
                *at = *at - (by * *cell_of(&t->m, i, k));
            }
        }
        for (int64_t k = n - 1; k >= 0; k--) {
            double *own = cell_of(b, k, j);
            *own = *own == 0 ? *own : (*own / *cell_of(&t->m, k, k));
            for (int64_t i = 0; *own != 0 && i < k; i++) {
                double *at = cell_of(b, i, j);
                *at = *at - (*own * *cell_of(&t->m, i, k));
            }
        }
    }
}

static bool linalg_inv(Run *run, const Value *args, Value *result) {
    const Tensor *a;
    if (!matrix_of(run, args[0], true, &a)) {
        return false;
    }
    Triangles t = triangles_of(run, a);
    Matrix unit = matrix_unit(run->scratch, t.m.rows, t.m.rows);
    if (t.singular) {
        return linalg_error(run, "Singular matrix");
    }
    substitute(&t, &unit);
    *result = matrix_value(run, &unit, a->dtype);
    return true;
}

static bool linalg_solve(Run *run, const Value *args, Value *result) {
    const Tensor *a, *y;
    Operand b;
    if (!matrix_of(run, args[0], true, &a) || !tensor_of(run, args[1], &b)) {
        return false;
    }
    Shape s = b.tensor->shape;
    int64_t n = a->shape.dims[0], dims[2] = {n, 1};
    if (s.rank < 1 || s.rank > 2) {
        return refuse(run, NULL, "numpy.linalg.solve with stacked right-hand sides");
    }
    if (s.dims[0] != n) {
        return raise_value_error(
            run,
            "solve%s: Input operand 1 has a mismatch in its core dimension 0, with gufunc "
            "signature (m,m),(m%s)->(m%s) (size %lld is different from %lld)",
            s.rank == 1 ? "1" : "", s.rank == 1 ? "" : ",n", s.rank == 1 ? "" : ",n",
            (long long)s.dims[0], (long long)n);
    }
    DType type = a->dtype == DTYPE_FLOAT32 && b.tensor->dtype == DTYPE_FLOAT32 ? DTYPE_FLOAT32
                                                                               : DTYPE_FLOAT64;
    y = number_as(run, b.tensor, type);
    Triangles t = triangles_of(run, number_as(run, a, type));
    if (t.singular) {
        return linalg_error(run, "Singular matrix");
    }
    Matrix x =
        by_columns(run, s.rank == 2 ? y : tensor_reshaped(run->scratch, y, (Shape){2, dims}));
    substitute(&t, &x);
    *result = s.rank == 2 ? matrix_value(run, &x, type) : vector_value(run, x.at, n, type);
    return true;
}

/* The determinant as its sign and the logarithm of its size, from which numpy computes it. */
static bool determinant(Run *run, Value v, DType *type, double *sign, double *logarithm) {
    const Tensor *a;
    if (!matrix_of(run, v, true, &a)) {
        return false;
    }
    Triangles t = triangles_of(run, a);
    *type = a->dtype;
    *sign = t.singular ? 0 : t.odd ? -1 : 1;
    *logarithm = t.singular ? -INFINITY : 0;
    for (int64_t i = 0; !t.singular && i < t.m.rows; i++) {
        double d = *cell_of(&t.m, i, i);
        *sign = d < 0 ? -*sign : *sign;
        *logarithm = *logarithm + log(fabs(d));
    }
    return true;
}

static Value real_scalar(Run *run, DType type, double d) {
    return scalar_make(run, tensor_scalar_f64(run->arena, type, d));
}

static bool linalg_det(Run *run, const Value *args, Value *result) {
    DType type;
    double sign, logarithm;
    if (!determinant(run, args[0], &type, &sign, &logarithm)) {
        return false;
    }
    *result = real_scalar(run, type, sign * exp(logarithm));
    return true;
}

static bool linalg_slogdet(Run *run, const Value *args, Value *result) {
    DType type;
    double sign, logarithm;
    if (!determinant(run, args[0], &type, &sign, &logarithm)) {
        return false;
    }
    Value both[2] = {real_scalar(run, type, sign), real_scalar(run, type, logarithm)};
    *result = tuple_make(run, 2, both);
    return true;
}

/* dpotrf, lower. */
static bool linalg_cholesky(Run *run, const Value *args, Value *result) {
    const Tensor *a;
    if (!matrix_of(run, args[0], true, &a)) {
        return false;
    }
    Triangles t = {.m = by_columns(run, a)};
    for (int64_t k = 0; k < t.m.rows; k++) {
        double d = *cell_of(&t.m, k, k);
        if (!(d > 0)) {
            return linalg_error(run, "Matrix is not positive definite");
        }
        d = *cell_of(&t.m, k, k) = sqrt(d);
        double one_over = 1 / d;
        for (int64_t i = k + 1; i < t.m.rows; i++) {
            *cell_of(&t.m, i, k) = *cell_of(&t.m, i, k) * one_over;
            *cell_of(&t.m, k, i) = 0;
        }
        for (int64_t j = k + 1; j < t.m.rows; j++) {
            for (int64_t i = j; i < t.m.rows; i++) {
                double *at = cell_of(&t.m, i, j), by = *cell_of(&t.m, j, k);
                *at = *at - (by * *cell_of(&t.m, i, k));
            }
        }
    }
    *result = matrix_value(run, &t.m, a->dtype);
    return true;
}

/* ---- vectors and values ---- */

/* args: a, mode */
static bool linalg_qr(Run *run, const Value *args, Value *result) {
    const Tensor *a;
    Tensor *q, *r;
    Str error, mode = is_str(run, args[1]) ? str_text(args[1]) : STR("");
    if (!str_is(mode, "reduced") && !str_is(mode, "r")) {
        return refuse(run, NULL, "numpy.linalg.qr of mode '%.*s'", STR_ARG(mode));
    }
    if (!matrix_of(run, args[0], false, &a)) {
        return false;
    }
    if (!kernel_qr(run->arena, a, &q, &r, &error)) {
        return raise_str(run, run->exception.ValueError, error);
    }
    Value both[2] = {array_make_text(run, q, false), array_make_text(run, r, false)};
    *result = str_is(mode, "r") ? both[1] : tuple_make(run, 2, both);
    return true;
}

static bool eigen(Run *run, const Value *args, bool vectors, Value *result) {
    const Tensor *a;
    if (!matrix_of(run, args[0], true, &a)) {
        return false;
    }
    if (is_str(run, args[1]) && !str_is(str_text(args[1]), "L")) {
        return refuse(run, NULL, "numpy.linalg.eigh of the upper triangle");
    }
    Matrix m = by_columns(run, a);
    double *values = ARENA_ARRAY(run->scratch, (size_t)m.rows + 1, double);
    if (!symmetric_eigen(run->scratch, &m, values)) {
        return linalg_error(run, "Eigenvalues did not converge");
    }
    Value both[2] = {vector_value(run, values, m.rows, a->dtype), matrix_value(run, &m, a->dtype)};
    *result = vectors ? tuple_make(run, 2, both) : both[0];
    return true;
}

static bool linalg_eigh(Run *run, const Value *args, Value *result) {
    return eigen(run, args, true, result);
}

static bool linalg_eigvalsh(Run *run, const Value *args, Value *result) {
    return eigen(run, args, false, result);
}

/* args: a, full_matrices, compute_uv */
static bool linalg_svd(Run *run, const Value *args, Value *result) {
    const Tensor *a;
    bool full, vectors;
    Singular s;
    if (!matrix_of(run, args[0], false, &a) || !value_truth(run, args[1], &full) ||
        !value_truth(run, args[2], &vectors)) {
        return false;
    }
    Matrix m = by_columns(run, a);
    int64_t n = m.rows < m.columns ? m.rows : m.columns;
    if (!singular_values(run->scratch, &m, full && vectors, &s)) {
        return linalg_error(run, "SVD did not converge");
    }
    Value values = vector_value(run, s.values, n, a->dtype);
    *result = values;
    if (vectors) {
        Value all[3] = {matrix_value(run, &s.u, a->dtype), values,
                        matrix_value(run, &s.vt, a->dtype)};
        *result = tuple_make(run, 3, all);
    }
    return true;
}

static const NativeSpec linalg_functions[] = {
    {.name = "inv", .signature = "a", .fn = linalg_inv},
    {.name = "solve", .signature = "a, b", .fn = linalg_solve},
    {.name = "det", .signature = "a", .fn = linalg_det},
    {.name = "slogdet", .signature = "a", .fn = linalg_slogdet},
    {.name = "cholesky", .signature = "a", .fn = linalg_cholesky},
    {.name = "qr", .signature = "a, mode='reduced'", .fn = linalg_qr},
    {.name = "eigh", .signature = "a, UPLO='L'", .fn = linalg_eigh},
    {.name = "eigvalsh", .signature = "a, UPLO='L'", .fn = linalg_eigvalsh},
    {.name = "svd",
     .signature = "a, full_matrices=True, compute_uv=True, hermitian=False!",
     .fn = linalg_svd},
    {0},
};

/* ---- the module ---- */

static bool linalg_missing(Run *run, Module *m, Name name, bool *found, Value *result) {
    static const char *const known[] = {"eig",         "eigvals", "tensorinv",
                                        "tensorsolve", "linalg",  "test"};
    *found = numpy_script_find(run, m, name, result);
    for (size_t i = 0; !*found && i < sizeof known / sizeof *known; i++) {
        if (str_is(name_str(name), known[i])) {
            return refuse(run, i < 2 ? "for a symmetric matrix, use numpy.linalg.eigh" : NULL,
                          "numpy.linalg.%s", known[i]);
        }
    }
    return true;
}

void install_numpy_linalg(Run *run, Numpy *np) {
    Module *m = module_make(run, "numpy.linalg");
    m->missing = linalg_missing;
    np->linalg = m;
    np->linalg_error = type_make(run, "LinAlgError", run->exception.Exception, "numpy.linalg");
    module_add_functions(run, m, linalg_functions);
    module_set(run, m, "LinAlgError", value_object(np->linalg_error));
    module_set(run, np->module, "linalg", value_object(m));
}
