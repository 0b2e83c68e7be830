/* numpy_linear.c: products of matrices, and what is done with matrices. */
#include <math.h>

#include "run/numpy_functions.h"
#include "tensor/kernels.h"

/* ---- products ---- */

static Tensor *as_shape(Run *run, const Tensor *t, int rank, const int64_t *dims) {
    return tensor_reshaped(run->arena, t, shape_make(run->arena, rank, dims));
}

/* x * y for matrices, or batches of them of equal shape; bool counts as or of ands. */
static bool multiply(Run *run, const Tensor *x, const Tensor *y, const Tensor **result) {
    Str error;
    DType own = promote_types(x->dtype, y->dtype);
    DType type = own == DTYPE_BOOL ? DTYPE_INT64 : own;
    if (own == DTYPE_STRING) {
        return raise_error(
            run, run->numpy->no_loop,
            "ufunc 'matmul' did not contain a loop with signature matching types (dtype('%s'), "
            "dtype('%s')) -> None",
            dtype_name(x->dtype), dtype_name(y->dtype));
    }
    const Tensor *z = kernel_matmul(run->arena, tensor_cast(run->arena, x, type),
                                    tensor_cast(run->arena, y, type), false, false, &error);
    if (!z) {
        return raise_str(run, run->exception.ValueError, error);
    }
    *result = own == DTYPE_BOOL ? tensor_cast(run->arena, z, DTYPE_BOOL) : z;
    return true;
}

/* x as [rows, k] and y as [k, columns] are multiplied; the result gets the shape of the dims that
 * are left. */
static bool product_of(Run *run, const Tensor *x, const Tensor *y, int64_t k, Operand *result) {
    Shape a = x->shape, b = y->shape;
    int64_t rows = shape_count((Shape){a.rank - 1, a.dims});
    int64_t columns = b.rank == 1 ? 1 : b.dims[1];
    int64_t left[2] = {rows, k}, right[2] = {k, columns};
    int64_t *dims = ARENA_ARRAY(run->scratch, (size_t)a.rank + 1, int64_t);
    for (int i = 0; i < a.rank - 1; i++) {
        dims[i] = a.dims[i];
    }
    dims[a.rank - 1] = columns;
    const Tensor *z;
    if (!array_room(run, (Shape){a.rank, dims}) ||
        !multiply(run, as_shape(run, x, 2, left), as_shape(run, y, 2, right), &z)) {
        return false;
    }
    *result = (Operand){as_shape(run, z, a.rank - 1 + (b.rank == 2), dims), false, 0};
    return true;
}

/* Products promote types whatever the values are. */
static bool promote_both(Run *run, Operand *x, Operand *y) {
    DType type = promote_types(x->tensor->dtype, y->tensor->dtype);
    return type == DTYPE_STRING ||
           (tensor_convert(run, *x, type, &x->tensor) && tensor_convert(run, *y, type, &y->tensor));
}

/* y has several matrices: its dims but the one that is summed follow those of x. */
static bool product_of_many(Run *run, const Tensor *x, const Tensor *y, Operand *result) {
    Shape a = x->shape, b = y->shape;
    int64_t *dims = ARENA_ARRAY(run->scratch, (size_t)(a.rank + b.rank), int64_t);
    int64_t *strides = ARENA_ARRAY(run->scratch, (size_t)b.rank, int64_t);
    int64_t *moved = ARENA_ARRAY(run->scratch, (size_t)b.rank, int64_t);
    const int64_t *own = strides_of(run->scratch, b);
    int next = 0, inner = b.rank - 2;
    int64_t k = b.dims[inner], flat[2] = {k, 1};
    for (int i = 0; i < b.rank; i++) {
        int to = i == inner ? 0 : ++next;
        moved[to] = b.dims[i];
        strides[to] = own[i];
        flat[1] *= i == inner ? 1 : b.dims[i];
    }
    for (int i = 0; i < a.rank - 1; i++) {
        dims[i] = a.dims[i];
    }
    for (int i = 1; i < b.rank; i++) {
        dims[a.rank + i - 2] = moved[i];
    }
    const Tensor *t = strided_copy(run->scratch, y, (Shape){b.rank, moved}, 0, strides);
    Shape shape = shape_make(run->scratch, a.rank + b.rank - 2, dims);
    if (!array_room(run, shape) || !product_of(run, x, as_shape(run, t, 2, flat), k, result)) {
        return false;
    }
    result->tensor = tensor_reshaped(run->arena, result->tensor, shape);
    return true;
}

bool numpy_dot(Run *run, Operand x, Operand y, Operand *result) {
    if (!promote_both(run, &x, &y)) {
        return false;
    }
    Shape a = x.tensor->shape, b = y.tensor->shape;
    if (!a.rank || !b.rank) {
        return ufunc_binary(run, UFUNC_MULTIPLY, x, y, result);
    }
    int inner = b.rank > 1 ? b.rank - 2 : 0;
    int64_t k = a.dims[a.rank - 1];
    if (k != b.dims[inner]) {
        return raise_value_error(run,
                                 "shapes %.*s and %.*s not aligned: %lld (dim %d) != %lld (dim %d)",
                                 STR_ARG(shape_text(run, a)), STR_ARG(shape_text(run, b)),
                                 (long long)k, a.rank - 1, (long long)b.dims[inner], inner);
    }
    return b.rank > 2 ? product_of_many(run, x.tensor, y.tensor, result)
                      : product_of(run, x.tensor, y.tensor, k, result);
}

#define MATMUL_SIGNATURE "(n?,k),(k,m?)->(n?,m?)"

static bool check_matmul(Run *run, Shape a, Shape b) {
    if (!a.rank || !b.rank) {
        return raise_value_error(
            run,
            "matmul: Input operand %d does not have enough dimensions (has 0, gufunc core with "
            "signature " MATMUL_SIGNATURE " requires 1)",
            a.rank ? 1 : 0);
    }
    int inner = b.rank > 1 ? b.rank - 2 : 0;
    if (a.dims[a.rank - 1] != b.dims[inner]) {
        return raise_value_error(
            run,
            "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc "
            "signature " MATMUL_SIGNATURE " (size %lld is different from %lld)",
            (long long)b.dims[inner], (long long)a.dims[a.rank - 1]);
    }
    return true;
}

/* Batches: the dims before the last two are broadcast. */
static bool batch_shape(Run *run, Shape s, Shape batch, Shape *shape) {
    int64_t *dims = ARENA_ARRAY(run->scratch, (size_t)batch.rank + 2, int64_t);
    for (int i = 0; i < batch.rank; i++) {
        dims[i] = batch.dims[i];
    }
    dims[batch.rank] = s.dims[s.rank - 2];
    dims[batch.rank + 1] = s.dims[s.rank - 1];
    *shape = (Shape){batch.rank + 2, dims};
    return array_room(run, *shape);
}

static bool multiply_batches(Run *run, const Tensor *x, const Tensor *y, Operand *result) {
    Shape a = {x->shape.rank - 2, x->shape.dims}, b = {y->shape.rank - 2, y->shape.dims}, batch,
          full;
    result->text = false;
    return broadcast_shapes(run, a, b, &batch) && batch_shape(run, x->shape, batch, &full) &&
           broadcast_to(run, x, full, &x) && batch_shape(run, y->shape, batch, &full) &&
           broadcast_to(run, y, full, &y) && multiply(run, x, y, &result->tensor);
}

/* A vector on the left is a row, on the right a column; its dim is dropped from the result. */
bool numpy_matmul(Run *run, Operand x, Operand y, Operand *result) {
    Shape a = x.tensor->shape, b = y.tensor->shape;
    if (!check_matmul(run, a, b)) {
        return false;
    }
    if (b.rank <= 2) {
        return product_of(run, x.tensor, y.tensor, a.dims[a.rank - 1], result);
    }
    int64_t row[2] = {1, a.dims[0]};
    const Tensor *left = a.rank == 1 ? as_shape(run, x.tensor, 2, row) : x.tensor;
    if (!multiply_batches(run, left, y.tensor, result)) {
        return false;
    }
    if (a.rank > 1) {
        return true;
    }
    Shape z = result->tensor->shape;
    int64_t *dims = arena_copy(run->scratch, z.dims, (size_t)z.rank * sizeof *dims);
    dims[z.rank - 2] = dims[z.rank - 1];
    result->tensor = as_shape(run, result->tensor, z.rank - 1, dims);
    return true;
}

typedef bool Product2(Run *run, Operand x, Operand y, Operand *result);

static bool product_function(Run *run, const Value *args, Product2 *product, Value *result) {
    Operand x, y, z;
    if (!tensor_of(run, args[0], &x) || !tensor_of(run, args[1], &y) || !product(run, x, y, &z)) {
        return false;
    }
    *result = result_make(run, z);
    return true;
}

bool np_dot(Run *run, const Value *args, Value *result) {
    return product_function(run, args, numpy_dot, result);
}

static bool np_matmul(Run *run, const Value *args, Value *result) {
    return product_function(run, args, numpy_matmul, result);
}

static Operand flat(Run *run, Operand x) {
    x.tensor = as_shape(run, x.tensor, 1, &x.tensor->count);
    return x;
}

static bool outer_product(Run *run, Operand x, Operand y, Operand *result) {
    int64_t column[2] = {x.tensor->count, 1};
    x.tensor = as_shape(run, x.tensor, 2, column);
    return ufunc_binary(run, UFUNC_MULTIPLY, x, flat(run, y), result);
}

static bool np_outer(Run *run, const Value *args, Value *result) {
    return product_function(run, args, outer_product, result);
}

static bool flat_dot(Run *run, Operand x, Operand y, Operand *result) {
    return numpy_dot(run, flat(run, x), flat(run, y), result);
}

static bool np_vdot(Run *run, const Value *args, Value *result) {
    return product_function(run, args, flat_dot, result);
}

static bool inner_product(Run *run, Operand x, Operand y, Operand *result) {
    int rank = y.tensor->shape.rank;
    if (!x.tensor->shape.rank || !rank) {
        return ufunc_binary(run, UFUNC_MULTIPLY, x, y, result);
    }
    if (rank >= 2) { /* the last two dims change places */
        int64_t *dims = ARENA_ARRAY(run->scratch, (size_t)rank, int64_t);
        int64_t *strides = strides_of(run->scratch, y.tensor->shape), last = strides[rank - 2];
        for (int i = 0; i < rank; i++) {
            int from = i < rank - 2 ? i : i == rank - 1 ? rank - 2 : rank - 1;
            dims[i] = y.tensor->shape.dims[from];
        }
        strides[rank - 2] = 1;
        strides[rank - 1] = last;
        y.tensor = strided_copy(run->scratch, y.tensor, (Shape){rank, dims}, 0, strides);
    }
    return numpy_dot(run, x, y, result);
}

static bool np_inner(Run *run, const Value *args, Value *result) {
    return product_function(run, args, inner_product, result);
}

/* ---- diagonals ---- */

static bool square_of_size(Run *run, int64_t rows, int64_t columns, DType type, Tensor **t) {
    int64_t dims[2] = {rows, columns};
    if (rows < 0 || columns < 0) {
        return raise_value_error(run, "negative dimensions are not allowed");
    }
    if (!array_room(run, (Shape){2, dims})) {
        return false;
    }
    *t = tensor_make(run->arena, type, (Shape){2, dims});
    return true;
}

static bool np_eye(Run *run, const Value *args, Value *result) {
    int64_t n, m, k;
    DType type;
    Tensor *t;
    if (!index_of(run, args[0], &n) || !index_of(run, given(args[1]) ? args[1] : args[0], &m) ||
        !index_of(run, args[2], &k) || !dtype_argument(run, args[3], DTYPE_FLOAT64, &type, NULL) ||
        !square_of_size(run, n, m, type, &t)) {
        return false;
    }
    for (int64_t i = 0; i < n; i++) {
        if (k >= -i && k < m - i) {
            tensor_set_i64(t, i * m + i + k, 1);
        }
    }
    *result = array_make_text(run, t, false);
    return true;
}

static bool np_identity(Run *run, const Value *args, Value *result) {
    Value again[4] = {args[0], value_none(), value_int(0), args[1]};
    return np_eye(run, again, result);
}

/* The diagonal of a matrix, or a matrix with this diagonal. */
static bool np_diag(Run *run, const Value *args, Value *result) {
    Operand x;
    int64_t k;
    Tensor *t;
    if (!tensor_of(run, args[0], &x) || !index_of(run, args[1], &k)) {
        return false;
    }
    Shape s = x.tensor->shape;
    int64_t down = k < 0 ? -k : 0, right = k > 0 ? k : 0;
    if (s.rank != 1 && s.rank != 2) {
        return raise_value_error(run, "Input must be 1- or 2-d.");
    }
    if (s.rank == 1) {
        int64_t n = s.dims[0] + down + right;
        if (!square_of_size(run, n, n, x.tensor->dtype, &t)) {
            return false;
        }
        for (int64_t i = 0; i < s.dims[0]; i++) {
            element_copy(t, (i + down) * n + i + right, x.tensor, i, 1);
        }
    } else {
        int64_t rows = s.dims[0] - down, columns = s.dims[1] - right;
        int64_t n = rows < columns ? rows : columns;
        n = n < 0 ? 0 : n;
        int64_t step = s.dims[1] + 1;
        t = strided_copy(run->arena, x.tensor, (Shape){1, &n}, n ? down * s.dims[1] + right : 0,
                         &step);
    }
    *result = array_make_text(run, t, x.text);
    return true;
}

static bool np_trace(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    return calc_end(
        &c,
        CALC(&c, "sum", CALC(&c, "diagonal", args[0], args[1], args[2], args[3]), value_int(-1)),
        result);
}

/* Sets the elements above (or below) a diagonal to 0. */
static bool triangle(Run *run, const Value *args, bool lower, Value *result) {
    Operand x;
    int64_t k;
    if (!tensor_of(run, args[0], &x) || !index_of(run, args[1], &k)) {
        return false;
    }
    Shape s = x.tensor->shape;
    if (!s.rank) {
        return raise_type_error(run, "tuple index out of range");
    }
    if (s.rank == 1) { /* each row is the vector */
        int64_t square[2] = {s.dims[0], s.dims[0]};
        s = shape_make(run->scratch, 2, square);
        if (!array_room(run, s) || !broadcast_to(run, x.tensor, s, &x.tensor)) {
            return false;
        }
    }
    int64_t rows = s.dims[s.rank - 2], columns = s.dims[s.rank - 1];
    Tensor *t = tensor_same(run, x.tensor),
           *zero = tensor_make(run->scratch, t->dtype, shape_scalar());
    for (int64_t i = 0; i < t->count; i++) {
        int64_t row = i / columns % rows, column = i % columns;
        if (lower ? column > row + k : column < row + k) {
            element_copy(t, i, zero, 0, 1);
        }
    }
    *result = array_make_text(run, t, x.text);
    return true;
}

static bool np_tril(Run *run, const Value *args, Value *result) {
    return triangle(run, args, true, result);
}

static bool np_triu(Run *run, const Value *args, Value *result) {
    return triangle(run, args, false, result);
}

const NativeSpec numpy_linear_functions[] = {
    {.name = "dot", .signature = "a, b, out=None!", .fn = np_dot},
    {.name = "matmul", .signature = "x1, x2, /, out=None!, **options!", .fn = np_matmul},
    {.name = "outer", .signature = "a, b, out=None!", .fn = np_outer},
    {.name = "inner", .signature = "a, b, /", .fn = np_inner},
    {.name = "vdot", .signature = "a, b, /", .fn = np_vdot},
    {.name = "eye", .signature = "N, M=None, k=0, dtype=None, order='C'!", .fn = np_eye},
    {.name = "identity", .signature = "n, dtype=None", .fn = np_identity},
    {.name = "diag", .signature = "v, k=0", .fn = np_diag},
    {.name = "trace",
     .signature = "a, offset=0, axis1=0, axis2=1, dtype=None!, out=None!",
     .fn = np_trace},
    {.name = "tril", .signature = "m, k=0", .fn = np_tril},
    {.name = "triu", .signature = "m, k=0", .fn = np_triu},
    {0},
};
