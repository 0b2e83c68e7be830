/* gradient_array.c: gradients of ops that move elements around. */
#include "graph/control.h"
#include "graph/gradient_build.h"
#include "graph/infer.h"

void gradient_reshape(Gradient *g) {
    Output *shape = grad_shape(g, in(g, 0), false);
    give(g, 0, grad_reshape(g, grad_dy(g, 0), shape));
}

void gradient_transpose(Gradient *g) {
    Output *back = grad_op1(g, "InvertPermutation", NULL, in(g, 1));
    give(g, 0, grad_transpose(g, grad_dy(g, 0), back));
}

void gradient_pack(Gradient *g) {
    Attr attrs[] = {grad_attr(g, "axis"), grad_attr(g, "N")};
    attrs[1].name = "num";
    Operand operand = of(grad_dy(g, 0));
    Output *first = grad_op_n(g, "Unpack", "unstack", 1, &operand, 2, attrs);
    for (uint32_t i = 0; first && i < g->op->record.ninputs; i++) {
        give(g, (int)i, &first->node->outputs[i]);
    }
}

static Output **all_dy(Gradient *g) {
    Output **list = ARENA_ARRAY(g->e->arena, g->op->record.noutputs, Output *);
    for (uint32_t i = 0; i < g->op->record.noutputs; i++) {
        list[i] = grad_dy(g, (int)i);
    }
    return list;
}

void gradient_unpack(Gradient *g) {
    Attr axis = grad_attr(g, "axis");
    give(g, 0, grad_op_list(g, "Pack", "stack", g->op->record.noutputs, all_dy(g), NULL, 1, &axis));
}

void gradient_split(Gradient *g) {
    give(g, 1, grad_concat(g, g->op->record.noutputs, all_dy(g), of(in(g, 0))));
}

void gradient_split_v(Gradient *g) {
    give(g, 0, grad_concat(g, g->op->record.noutputs, all_dy(g), of(in(g, 2))));
}

/* ---- concat ---- */

/* The shapes of the parts: constants when all are known. What was made before the first unknown one
 * stays. */
static Output **part_shapes(Gradient *g, uint32_t n, int first) {
    Output **shapes = ARENA_ARRAY(g->e->arena, n, Output *);
    Operand *all = ARENA_ARRAY(g->e->arena, n, Operand);
    bool known = true;
    for (uint32_t i = 0; i < n; i++) {
        all[i] = of(in(g, (int)i + first));
        if (known) {
            shapes[i] = grad_shape(g, in(g, (int)i + first), false);
            known = shape_known(output_shape(in(g, (int)i + first)));
        }
    }
    if (known) {
        return shapes;
    }
    Output **list = ARENA_ARRAY(g->e->arena, n, Output *);
    for (uint32_t i = 0; i < n; i++) {
        list[i] = all[i].output;
    }
    Output *made = grad_op_list(g, "ShapeN", NULL, n, list, NULL, 0, NULL);
    for (uint32_t i = 0; i < n; i++) {
        shapes[i] = made ? &made->node->outputs[i] : NULL;
    }
    return shapes;
}

/* axis: where the axis stands; first: where the n parts begin. */
static void part(Gradient *g, int axis, int first, uint32_t n) {
    if (n == 1) {
        g->dx[first] = g->dy[0];
        return;
    }
    if (n > 16) {
        grad_refuse(g, "a concatenation of more than 16 tensors");
        return;
    }
    Output *rank = grad_rank(g, in(g, first));
    Output *at = grad_op2(g, "FloorMod", "mod", in(g, axis), rank);
    Output **shapes = part_shapes(g, n, first);
    Operand *operands = ARENA_ARRAY(g->e->arena, n + 1, Operand);
    operands[0] = of(at);
    for (uint32_t i = 0; i < n; i++) {
        operands[i + 1] = of(shapes[i]);
    }
    Node *offsets = NULL;
    Output *d = grad_dy(g, 0);
    g->failed = g->failed || !d ||
                !op_apply(g->e, "ConcatOffset", (Str){0}, operands, n + 1, &n, NULL, 0, &offsets);
    for (uint32_t i = 0; i < n && !g->failed; i++) {
        give(g, first + (int)i, grad_op3(g, "Slice", NULL, d, &offsets->outputs[i], shapes[i]));
    }
}

void gradient_concat(Gradient *g) {
    part(g, 0, 1, g->op->record.ninputs - 1);
}

void gradient_concat_v2(Gradient *g) {
    part(g, (int)g->op->record.ninputs - 1, 0, g->op->record.ninputs - 1);
}

/* ---- slices, pads, tiles ---- */

static Output *pack_with_one(Gradient *g, Output *rank) {
    uint32_t two = 2;
    Operand operands[] = {of(rank), grad_whole(g, 1)};
    OpScope s;
    g->failed |= !rank || !op_scope_enter(g->e, STR("stack"), false, &s);
    if (g->failed) {
        return NULL;
    }
    Node *node = NULL;
    operands[1] = of(grad_constant(g, operands[1], "1"));
    g->failed |= !op_apply(g->e, "Pack", name_str(s.full), operands, 2, &two, NULL, 0, &node);
    op_scope_leave(g->e, &s);
    return g->failed ? NULL : &node->outputs[0];
}

void gradient_slice(Gradient *g) {
    Output *x = in(g, 0), *begin = in(g, 1);
    Output *rank = grad_rank(g, x);
    Output *size = grad_shape(g, out(g, 0), false);
    Output *column = pack_with_one(g, rank);
    Output *before = grad_reshape(g, begin, column);
    Output *shape = grad_shape(g, x, false);
    Output *rest = grad_op2(g, "Sub", "sub", shape, size);
    Output *behind = grad_op2(g, "Sub", "sub", rest, begin);
    Output *after = grad_reshape(g, behind, column);
    Output *paddings = grad_concat(g, 2, (Output *[]){before, after}, grad_whole(g, 1));
    give(g, 0, grad_op2(g, "Pad", NULL, grad_dy(g, 0), paddings));
}

void gradient_strided_slice(Gradient *g) {
    static const char *const masks[] = {"begin_mask", "end_mask", "ellipsis_mask", "new_axis_mask",
                                        "shrink_axis_mask"};
    Attr attrs[5];
    for (int i = 0; i < 5; i++) {
        attrs[i] = grad_attr(g, masks[i]);
    }
    Output *shape = grad_shape(g, in(g, 0), false);
    Operand operands[] = {of(shape), of(in(g, 1)), of(in(g, 2)), of(in(g, 3)), of(grad_dy(g, 0))};
    give(g, 0, grad_op_n(g, "StridedSliceGrad", NULL, 5, operands, 5, attrs));
}

void gradient_pad(Gradient *g) {
    Output *rank = grad_rank(g, in(g, 0));
    Output *column = pack_with_one(g, rank);
    Operand first[] = {of(in(g, 1)), grad_wholes(g, 2, (int64_t[]){0, 0}), of(column)};
    Output *before = grad_op_n(g, "Slice", NULL, 3, first, 0, NULL);
    Operand flat[] = {of(before), grad_wholes(g, 1, (int64_t[]){-1})};
    Output *begin = grad_op_n(g, "Reshape", NULL, 2, flat, 0, NULL);
    Output *sizes = grad_shape(g, in(g, 0), false);
    give(g, 0, grad_op3(g, "Slice", NULL, grad_dy(g, 0), begin, sizes));
}

/* The axes that reverse those of a matrix, as tf.transpose makes them. */
static Output *turned(Gradient *g, Output *x) {
    OpScope s;
    if (g->failed || !op_scope_enter(g->e, STR("transpose"), false, &s)) {
        g->failed = true;
        return NULL;
    }
    Output *perm;
    if (engine_has(g->e, CHANGE_TRANSPOSE_PERM)) {
        perm = grad_constant(g, grad_wholes(g, 2, (int64_t[]){1, 0}), "perm");
    } else {
        Output *rank = grad_rank(g, x);
        Operand less[] = {of(rank), grad_whole(g, 1)};
        Output *last = grad_op_n(g, "Sub", "sub", 2, less, 0, NULL);
        Operand range[] = {grad_whole(g, 0), of(rank), grad_whole(g, 1)};
        Output *axes = grad_op_n(g, "Range", "Range", 3, range, 0, NULL);
        perm = grad_op2(g, "Sub", "sub", last, axes);
    }
    Output *made = grad_op2(g, "Transpose", name_str(s.full).at, x, perm);
    op_scope_leave(g->e, &s);
    return made;
}

void gradient_tile(Gradient *g) {
    Output *shape = grad_shape(g, in(g, 0), false);
    Output *stack =
        grad_op_list(g, "Pack", "stack", 2, (Output *[]){in(g, 1), shape}, NULL, 0, NULL);
    Output *turn = turned(g, stack);
    Operand flat[] = {of(turn), grad_wholes(g, 1, (int64_t[]){-1})};
    Output *split = grad_op_n(g, "Reshape", NULL, 2, flat, 0, NULL);
    Output *size = grad_size(g, split);
    Output *axes = grad_range(g, grad_whole(g, 0), of(size), grad_whole(g, 2));
    Output *shaped = grad_reshape(g, grad_dy(g, 0), split);
    give(g, 0, grad_op2(g, "Sum", NULL, shaped, axes));
}

void gradient_reverse(Gradient *g) {
    give(g, 0, grad_op2(g, "ReverseV2", NULL, grad_dy(g, 0), in(g, 1)));
}

void gradient_reverse_sequence(Gradient *g) {
    Attr attrs[] = {grad_attr(g, "batch_dim"), grad_attr(g, "seq_dim")};
    Operand operands[] = {of(grad_dy(g, 0)), of(in(g, 1))};
    give(g, 0, grad_op_n(g, "ReverseSequence", NULL, 2, operands, 2, attrs));
}

void gradient_fill(Gradient *g) {
    give(g, 1, grad_sum_all(g, "Sum", grad_dy(g, 0)));
}

/* ---- diagonals ---- */

void gradient_diag(Gradient *g) {
    give(g, 0, grad_op1(g, "DiagPart", NULL, grad_dy(g, 0)));
}

void gradient_diag_part(Gradient *g) {
    give(g, 0, grad_op1(g, "Diag", NULL, grad_dy(g, 0)));
}

void gradient_matrix_diag(Gradient *g) {
    give(g, 0, grad_op1(g, "MatrixDiagPart", NULL, grad_dy(g, 0)));
}

/* ---- gathering rows ---- */

static Output *shape_of_params(Gradient *g) {
    ColocationFrame *beside = colocate_enter(engine_graph(g->e), in(g, 0)->node, false);
    Output *shape = grad_shape(g, in(g, 0), false);
    colocate_leave(beside);
    return shape;
}

static bool along_rows(Gradient *g) {
    const Tensor *axis = g->op->record.ninputs > 2 ? fold_value(g->e, in(g, 2)) : NULL;
    return g->op->record.ninputs <= 2 || (axis && tensor_i64(axis, 0) == 0);
}

void gradient_gather(Gradient *g) {
    if (!along_rows(g)) {
        grad_refuse(g, "tf.gather along an axis other than 0");
        return;
    }
    Output *shape = shape_of_params(g);
    Output *count = grad_size(g, in(g, 1));
    Operand grown[] = {of(count), grad_whole(g, 0)};
    Output *size = grad_op_n(g, "ExpandDims", NULL, 2, grown, 0, NULL);
    Output *row = grad_rows(g, shape, 1, ROW_NONE);
    Output *values_shape = grad_concat(g, 2, (Output *[]){size, row}, grad_whole(g, 0));
    Slope s = {.shape = shape};
    s.values = grad_reshape(g, grad_dy(g, 0), values_shape);
    s.indices = grad_reshape(g, in(g, 1), size);
    g->dx[0] = s;
}

void gradient_check_numerics(Gradient *g) {
    Attr message = {.name = "message", .kind = ATTR_STR};
    const Attr *said = node_attr(g->op, "message");
    message.s = str_printf(
        g->e->arena, "Not a number (NaN) or infinity (Inf) values detected in gradient. b'%.*s'",
        STR_ARG(said->s));
    Operand operand = of(grad_dy(g, 0));
    give(g, 0, grad_op_n(g, "CheckNumerics", NULL, 1, &operand, 1, &message));
}

/* Whole rows, by a column of indices. */
static void gather_nd_rows(Gradient *g, Output *shape) {
    Attr axis = {.name = "squeeze_dims", .kind = ATTR_INTS};
    axis.ints.at = arena_copy(g->e->arena, &(int64_t){-1}, sizeof(int64_t));
    axis.ints.n = 1;
    Operand operand = of(in(g, 1));
    Output *indices = grad_op_n(g, "Squeeze", NULL, 1, &operand, 1, &axis);
    g->dx[0] = (Slope){grad_dy(g, 0), indices, shape};
}

void gradient_gather_nd(Gradient *g) {
    if (output_dtype(in(g, 1)) != DTYPE_INT32) {
        grad_refuse(g, "tf.gather_nd with int64 indices");
        return;
    }
    Output *shape = grad_shape(g, in(g, 0), false);
    Shape s = output_shape(in(g, 1));
    if (s.rank == 2 && s.dims[1] == 1) {
        gather_nd_rows(g, shape);
    } else {
        give(g, 0, grad_op3(g, "ScatterNd", NULL, in(g, 1), grad_dy(g, 0), shape));
    }
}

void gradient_band_part(Gradient *g) {
    give(g, 0, grad_op3(g, "MatrixBandPart", NULL, grad_dy(g, 0), in(g, 1), in(g, 2)));
}

void gradient_matrix_diag_part(Gradient *g) {
    Shape s = output_shape(in(g, 0));
    if (s.rank < 2 || s.dims[s.rank - 1] < 0 || s.dims[s.rank - 1] != s.dims[s.rank - 2]) {
        grad_refuse(g, "the diagonal of a matrix that is not square");
        return;
    }
    give(g, 0, grad_op1(g, "MatrixDiag", NULL, grad_dy(g, 0)));
}
