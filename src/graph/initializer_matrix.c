/* initializer_matrix.c: the orthogonal and the identity initializer. */
#include "graph/initializer.h"

/* ---- steps that library functions take ---- */

/* tf.transpose of a matrix without perm, as it was until 1.12 (section 1.7). */
static bool transpose_in(Engine *e, Output *x, const OpScope *s, Output **out) {
    Output *rank, *one, *last, *start, *delta, *range, *perm;
    Node *node;
    if (!put_unary(e, "Rank", "Rank", x, &rank))
        return false;
    const Tensor *zero = tensor_scalar_i64(e->arena, DTYPE_INT32, 0),
                 *unit = tensor_scalar_i64(e->arena, DTYPE_INT32, 1);
    if (!constant_make(e, unit, STR("sub/y"), &one) ||
        !put_binary(e, "Sub", "sub", rank, one, &last))
        return false;
    if (!constant_make(e, zero, STR("Range/start"), &start) ||
        !constant_make(e, unit, STR("Range/delta"), &delta))
        return false;
    if (!node_make(e, "Range", STR("Range"), (Output *[]){start, rank, delta}, 3, NULL, 0, &node))
        return false;
    range = &node->outputs[0];
    return put_binary(e, "Sub", "sub", last, range, &perm) &&
           put_binary(e, "Transpose", s->full->text, x, perm, out);
}

static bool transpose_build(Engine *e, Output *x, Output **out) {
    OpScope s;
    if (!op_scope_enter(e, STR("transpose"), false, &s))
        return false;
    bool ok = transpose_in(e, x, &s, out);
    op_scope_leave(e, &s);
    return ok;
}

/* tf.matrix_transpose of a matrix: the permutation is a constant. */
static bool matrix_transpose_build(Engine *e, Output *x, Output **out) {
    OpScope s;
    if (!op_scope_enter(e, STR("matrix_transpose"), false, &s))
        return false;
    const Tensor *perm = tensor_vector_i32(e->arena, 2, (int64_t[]){1, 0});
    bool ok = op_apply1(e, "Transpose", STR("transpose"),
                        (Operand[]){operand_of(x), operand_tensor(e, perm)}, 2, NULL, 0, out);
    op_scope_leave(e, &s);
    return ok;
}

static bool reshape_build(Engine *e, Output *x, Shape shape, Output **out) {
    const Tensor *dims = tensor_vector_i32(e->arena, shape.rank, shape.dims);
    return op_apply1(e, "Reshape", (Str){0}, (Operand[]){operand_of(x), operand_tensor(e, dims)}, 2,
                     NULL, 0, out);
}

/* ---- orthogonal ---- */

/* A random matrix is flattened to two dimensions; the last one stays. */
typedef struct Flat {
    int64_t rows, cols;
} Flat;

static Flat flatten(Shape shape) {
    Flat f = {1, shape.dims[shape.rank - 1]};
    for (int d = 0; d < shape.rank - 1; d++)
        f.rows *= shape.dims[d];
    return f;
}

static Operand flat_operand(Engine *e, int64_t rows, int64_t cols) {
    return operand_tensor(e, tensor_vector_i32(e->arena, 2, (int64_t[]){rows, cols}));
}

static Operand number(Engine *e, DType dtype, double v) {
    return operand_tensor(e, tensor_scalar_f64(e->arena, dtype, v));
}

static bool decompose(Engine *e, const char *op, Output *x, Node **node) {
    Attr attrs[] = {{.name = "full_matrices", .kind = ATTR_BOOL, .b = false}};
    return node_make(e, op, (Str){0}, &x, 1, attrs, 1, node);
}

/* 1.0 and 1.1: the singular vectors of a uniform matrix. */
static bool orthogonal_svd(Engine *e, const Initializer *i, Flat f, DType dtype, Output **out) {
    Output *random;
    Node *svd;
    if (!random_uniform_build(e, flat_operand(e, f.rows, f.cols), number(e, dtype, 0),
                              number(e, dtype, 1), dtype, i->has_seed, i->seed, (Str){0},
                              &random) ||
        !decompose(e, "Svd", random, &svd))
        return false;
    *out = &svd->outputs[1];
    return f.rows > f.cols || transpose_build(e, &svd->outputs[2], out);
}

static bool random_matrix(Engine *e, const Initializer *i, int64_t rows, int64_t cols, DType dtype,
                          Node **qr) {
    Output *random;
    return random_normal_build(e, flat_operand(e, rows, cols), number(e, dtype, 0),
                               number(e, dtype, 1), dtype, i->has_seed, i->seed, (Str){0}, false,
                               &random) &&
           decompose(e, "Qr", random, qr);
}

/* q with the sign of each column of r's diagonal, so that the result is uniform. */
static bool fix_signs(Engine *e, Output *q, Output *r, Output **out) {
    Output *diagonal, *sign;
    if (!put_unary(e, "DiagPart", "DiagPart", r, &diagonal))
        return false;
    if (engine_has(e, CHANGE_ORTHOGONAL_SIGN))
        return put_unary(e, "Sign", "Sign", diagonal, &sign) &&
               put_binary(e, "Mul", "mul", q, sign, out);
    Output *absolute;
    return put_unary(e, "Abs", "Abs", diagonal, &absolute) &&
           put_binary(e, "RealDiv", "truediv", diagonal, absolute, &sign) &&
           put_binary(e, "Mul", "mul", q, sign, out);
}

/* 1.4 and later: a tall matrix is decomposed, a wide one is transposed at the end. */
static bool orthogonal_qr(Engine *e, const Initializer *i, Flat f, DType dtype, Output **out) {
    bool wide = f.rows < f.cols;
    Output *q;
    Node *qr;
    if (!random_matrix(e, i, wide ? f.cols : f.rows, wide ? f.rows : f.cols, dtype, &qr) ||
        !fix_signs(e, &qr->outputs[0], &qr->outputs[1], &q))
        return false;
    *out = q;
    return !wide || matrix_transpose_build(e, q, out);
}

/* r[:n, :n] with n a tensor. */
static bool square_slice(Engine *e, Output *r, Output *n, Output **out) {
    OpScope s;
    if (!op_scope_enter(e, STR("strided_slice"), false, &s))
        return false;
    Attr masks[] = {{.name = "begin_mask", .kind = ATTR_INT, .i = 3}};
    Output *in[4] = {r};
    Node *pack, *slice;
    bool ok = put_ints(e, "stack", (int64_t[]){0, 0}, 2, &in[1]) &&
              node_make(e, "Pack", STR("stack"), (Output *[]){n, n}, 2, NULL, 0, &pack) &&
              put_ints(e, "stack", (int64_t[]){1, 1}, 2, &in[3]);
    in[2] = ok ? &pack->outputs[0] : NULL;
    ok = ok && node_make(e, "StridedSlice", name_str(s.full), in, 4, masks, 1, &slice);
    op_scope_leave(e, &s);
    if (ok)
        *out = &slice->outputs[0];
    return ok;
}

/* Zeros on the right until q has as many columns as the matrix. */
static bool pad_columns(Engine *e, Output *q, Flat f, DType dtype, Output **out) {
    Shape missing = shape_make(e->arena, 2, (int64_t[]){f.rows, f.cols - f.rows});
    Output *zeros;
    Node *concat;
    if (!filled_build(e, missing, dtype, 0, (Str){0}, &zeros))
        return false;
    Operand operands[] = {operand_of(q), operand_of(zeros),
                          operand_tensor(e, tensor_scalar_i64(e->arena, DTYPE_INT32, 1))};
    if (!op_apply(e, "ConcatV2", STR("concat"), operands, 3, (uint32_t[]){2}, NULL, 0, &concat))
        return false;
    *out = &concat->outputs[0];
    return true;
}

/* 1.2 and 1.3: the size of the square part is computed in the graph. */
static bool orthogonal_sliced(Engine *e, const Initializer *i, Flat f, DType dtype, Output **out) {
    Output *n, *square, *q;
    Node *qr;
    Operand sizes[] = {operand_tensor(e, tensor_scalar_i64(e->arena, DTYPE_INT32, f.rows)),
                       operand_tensor(e, tensor_scalar_i64(e->arena, DTYPE_INT32, f.cols))};
    if (!random_matrix(e, i, f.rows, f.cols, dtype, &qr) ||
        !op_apply1(e, "Minimum", (Str){0}, sizes, 2, NULL, 0, &n) ||
        !square_slice(e, &qr->outputs[1], n, &square) || !fix_signs(e, &qr->outputs[0], square, &q))
        return false;
    *out = q;
    return f.rows >= f.cols || pad_columns(e, q, f, dtype, out);
}

static bool orthogonal_matrix(Engine *e, const Initializer *i, Flat f, DType dtype, Output **out) {
    if (!engine_has(e, CHANGE_ORTHOGONAL_QR))
        return orthogonal_svd(e, i, f, dtype, out);
    if (!engine_has(e, CHANGE_ORTHOGONAL_PLAIN_QR))
        return orthogonal_sliced(e, i, f, dtype, out);
    return orthogonal_qr(e, i, f, dtype, out);
}

bool orthogonal_build(Engine *e, const Initializer *i, Shape shape, DType dtype, Output **out) {
    Output *q, *reshaped;
    if (shape.rank < 2)
        return engine_fail(e, FAULT_VALUE,
                           "The tensor to initialize must be at least two-dimensional");
    return orthogonal_matrix(e, i, flatten(shape), dtype, &q) &&
           reshape_build(e, q, shape, &reshaped) && put_scaled(e, i->a, reshaped, out);
}

/* ---- identity ---- */

/* tf.eye: a diagonal of ones; the matrix around it is given when it is not square. */
static bool eye_in(Engine *e, Shape shape, DType dtype, Output **out) {
    bool named = engine_has(e, CHANGE_DIAG_NAME);
    int64_t rows = shape.dims[0], cols = shape.dims[1], least = rows < cols ? rows : cols;
    Output *ones, *zeros;
    if (!filled_build(e, shape_make(e->arena, 1, &least), dtype, 1, (Str){0}, &ones))
        return false;
    if (rows == cols)
        return put_unary(e, "MatrixDiag", named ? "diag" : "MatrixDiag", ones, out);
    return filled_build(e, shape, dtype, 0, (Str){0}, &zeros) &&
           put_binary(e, "MatrixSetDiag", named ? "set_diag" : "MatrixSetDiag", zeros, ones, out);
}

bool identity_build(Engine *e, const Initializer *i, Shape shape, DType dtype, Output **out) {
    OpScope s;
    Output *eye;
    if (shape.rank != 2)
        return engine_fail(e, FAULT_VALUE,
                           "Identity matrix initializer can only be used for 2D matrices.");
    if (!op_scope_enter(e, STR("eye"), false, &s))
        return false;
    bool ok = eye_in(e, shape, dtype, &eye);
    op_scope_leave(e, &s);
    return ok && put_scaled(e, i->a, eye, out);
}
