/* Static shapes, values that the graph tells, and the sentences with which TensorFlow refuses
 * shapes. */
#include "graph/infer.h"
#include "tests/graph/build_host.h"

static Output *vector(World *w, const Tensor *t) {
    return constant(w, t, "");
}

/* ---- element-wise and reductions ---- */

static void broadcasting(void **state) {
    (void)state;
    World w = world_make(15);
    Output *m = placeholder(&w, "m", fake_shape(&w, 2, -1, 3)),
           *row = placeholder(&w, "row", fake_shape(&w, 1, 3));
    Output *column = placeholder(&w, "column", fake_shape(&w, 2, 2, 1)),
           *any = placeholder(&w, "any", shape_unknown());
    assert_shape(&w, OP2(&w, "Add", m, row), "(?, 3)");
    assert_shape(&w, OP2(&w, "Mul", row, column), "(2, 3)");
    assert_shape(&w, OP2(&w, "Sub", m, any), "<unknown>");
    assert_shape(&w, OP2(&w, "Add", m, column), "(2, 3)");
    Output *less = OP2(&w, "Less", m, row);
    assert_shape(&w, less, "(?, 3)");
    assert_int_equal(output_dtype(less), DTYPE_BOOL);
    world_done(&w);
}

/* conformance session-027 */
static void shapes_that_do_not_broadcast(void **state) {
    (void)state;
    World w = world_make(15);
    Output *m = placeholder(&w, "m", fake_shape(&w, 2, 2, 3)),
           *two = placeholder(&w, "two", fake_shape(&w, 1, 2)), *out;
    assert_false(try_op(&w, "AddV2", "add", 2, (Output *[]){m, two}, NULL, 0, &out));
    assert_int_equal(w.e->fault.kind, FAULT_VALUE);
    assert_str(
        world_fault(&w),
        "Dimensions must be equal, but are 3 and 2 for 'add' (op: 'AddV2') with input shapes: [2,3], [2].");
    world_done(&w);
}

static void matrix_products(void **state) {
    (void)state;
    World w = world_make(4);
    Output *a = placeholder(&w, "a", fake_shape(&w, 2, 2, 3)),
           *b = placeholder(&w, "b", fake_shape(&w, 2, 3, 5));
    Attr both[] = {attr_bool("transpose_a", true), attr_bool("transpose_b", true)};
    assert_shape(&w, OP2(&w, "MatMul", a, b), "(2, 5)");
    assert_shape(&w, op_of(&w, "MatMul", 2, (Output *[]){b, a}, both, 2), "(5, 2)");
    assert_shape(&w, OP2(&w, "MatMul", placeholder(&w, "p", shape_unknown()), b), "(?, 5)");
    Output *x = placeholder(&w, "x", fake_shape(&w, 2, 1, 3)),
           *y = placeholder(&w, "y", fake_shape(&w, 2, 2, 2)), *out;
    assert_false(try_op(&w, "MatMul", "MatMul", 2, (Output *[]){x, y}, NULL, 0, &out));
    assert_str(
        world_fault(&w),
        "Dimensions must be equal, but are 3 and 2 for 'MatMul_3' (op: 'MatMul') with input shapes: [1,3], [2,2].");
    Output *v = placeholder(&w, "v", fake_shape(&w, 1, 2));
    assert_str(
        refused_op(&w, "MatMul", 2, (Output *[]){v, y}, NULL, 0),
        "Shape must be rank 2 but is rank 1 for 'MatMul_4' (op: 'MatMul') with input shapes: [2], [2,2].");
    world_done(&w);
}

static void batches_of_matrices(void **state) {
    (void)state;
    World w = world_make(4);
    Output *a = placeholder(&w, "a", fake_shape(&w, 3, 7, 2, 3)),
           *b = placeholder(&w, "b", fake_shape(&w, 3, -1, 3, 5));
    assert_shape(&w, OP2(&w, "BatchMatMul", a, b), "(7, 2, 5)");
    Output *one = placeholder(&w, "one", fake_shape(&w, 2, 3, 5));
    assert_shape(&w, OP2(&w, "BatchMatMulV2", a, one), "(7, 2, 5)");
    world_done(&w);
}

/* conformance ops-006 */
static void reductions(void **state) {
    (void)state;
    World w = world_make(4);
    Output *x = placeholder(&w, "x", fake_shape(&w, 2, 2, 3));
    Attr keep = attr_bool("keep_dims", true);
    assert_shape(&w, OP2(&w, "Mean", x, vector(&w, INTS(&w, 0, 1))), "()");
    assert_shape(&w, OP2(&w, "Sum", x, constant(&w, whole(&w, 0), "zero")), "(3,)");
    assert_shape(&w, OP2(&w, "Max", x, constant(&w, whole(&w, -1), "last")), "(2,)");
    assert_shape(&w, op_of(&w, "Sum", 2, (Output *[]){x, vector(&w, INTS(&w, 1))}, &keep, 1),
                 "(2, 1)");
    Output *unknown = placeholder_of(&w, "axes", DTYPE_INT32, fake_shape(&w, 1, -1));
    assert_shape(&w, OP2(&w, "Sum", x, unknown), "<unknown>");
    Output *out;
    assert_false(try_op(&w, "Sum", "s", 2, (Output *[]){x, constant(&w, whole(&w, 5), "five")},
                        NULL, 0, &out));
    assert_str(
        world_fault(&w),
        "Invalid reduction dimension 5 for input with 2 dimensions. for 's' (op: 'Sum') with input "
        "shapes: [2,3], [] and with computed input tensors: input[1] = <5>.");
    world_done(&w);
}

static void positions_of_the_largest(void **state) {
    (void)state;
    World w = world_make(4);
    Output *x = placeholder(&w, "x", fake_shape(&w, 2, -1, 3)),
           *one = constant(&w, whole(&w, 1), "one");
    Output *out = OP2(&w, "ArgMax", x, one);
    assert_shape(&w, out, "(?,)");
    assert_int_equal(output_dtype(out), DTYPE_INT64);
    world_done(&w);
}

/* ---- making, cutting, joining ---- */

/* conformance ops-013 */
static void reshaping(void **state) {
    (void)state;
    World w = world_make(4);
    Output *x = placeholder(&w, "x", fake_shape(&w, 2, 2, 6)), *out;
    assert_shape(&w, OP2(&w, "Reshape", x, vector(&w, INTS(&w, 3, 4))), "(3, 4)");
    assert_shape(&w, OP2(&w, "Reshape", x, vector(&w, INTS(&w, -1, 3))), "(4, 3)");
    assert_shape(&w, OP2(&w, "Reshape", x, vector(&w, INTS(&w, -1))), "(12,)");
    Output *part = placeholder(&w, "part", fake_shape(&w, 3, -1, 2, 2));
    assert_shape(&w, OP2(&w, "Reshape", part, vector(&w, INTS(&w, -1, 4))), "(?, 4)");
    assert_false(
        try_op(&w, "Reshape", "r", 2, (Output *[]){x, vector(&w, INTS(&w, 5, 5))}, NULL, 0, &out));
    assert_str(
        world_fault(&w),
        "Cannot reshape a tensor with 12 elements to shape [5,5] (25 elements) for 'r' (op: 'Reshape') "
        "with input shapes: [2,6], [2] and with input tensors computed as partial shapes: input[1] = [5,5].");
    assert_false(
        try_op(&w, "Reshape", "q", 2, (Output *[]){x, vector(&w, INTS(&w, -1, 5))}, NULL, 0, &out));
    assert_str(
        world_fault(&w),
        "Dimension size must be evenly divisible by 5 but is 12 for 'q' (op: 'Reshape') with input "
        "shapes: [2,6], [2] and with input tensors computed as partial shapes: input[1] = [?,5].");
    world_done(&w);
}

/* conformance ops-014, session-033 */
static void joining(void **state) {
    (void)state;
    World w = world_make(4);
    Output *a = constant(&w, REALS(&w, fake_shape(&w, 2, 2, 2), 1, 2, 3, 4), "a");
    Output *b = constant(&w, REALS(&w, fake_shape(&w, 2, 1, 2), 5, 6), "b"),
           *zero = constant(&w, whole(&w, 0), "zero");
    Attr one = attr_int("axis", 1);
    assert_shape(&w, list_op(&w, "ConcatV2", 3, (Output *[]){a, b, zero}, 2, NULL, 0), "(3, 2)");
    assert_shape(&w, list_op(&w, "Pack", 2, (Output *[]){a, a}, 2, &one, 1), "(2, 2, 2)");
    assert_shape(&w, list_op(&w, "AddN", 3, (Output *[]){a, a, a}, 3, NULL, 0), "(2, 2)");
    Operand operands[2] = {operand_of(a), operand_of(b)};
    Node *n;
    assert_false(op_apply(w.e, "Pack", STR("p"), operands, 2, (uint32_t[]){2}, NULL, 0, &n));
    assert_str(
        world_fault(&w),
        "Dimension 0 in both shapes must be equal, but are 1 and 2\n\tFrom merging shape 0 with other "
        "shapes. for 'p' (op: 'Pack') with input shapes: [2,2], [1,2].");
    assert_true(dialect_of(15, &w.e->dialect));
    assert_false(op_apply(w.e, "Pack", STR("q"), operands, 2, (uint32_t[]){2}, NULL, 0, &n));
    assert_str(
        world_fault(&w),
        "Dimension 0 in both shapes must be equal, but are 1 and 2. Shapes are [1,2] and [2,2].\n\tFrom "
        "merging shape 0 with other shapes. for 'q' (op: 'Pack') with input shapes: [2,2], [1,2].");
    world_done(&w);
}

static void cutting(void **state) {
    (void)state;
    World w = world_make(4);
    Output *a = placeholder(&w, "a", fake_shape(&w, 2, 4, 6)),
           *one = constant(&w, whole(&w, 1), "one");
    Attr two = attr_int("num_split", 2), num = attr_int("num", 4), five = attr_int("num_split", 5);
    Output *half = op_of(&w, "Split", 2, (Output *[]){one, a}, &two, 1);
    assert_shape(&w, half, "(4, 3)");
    assert_int_equal(half->node->record.noutputs, 2);
    assert_shape(&w, op_of(&w, "Unpack", 1, &a, &num, 1), "(6,)");
    assert_str(
        refused_op(&w, "Split", 2, (Output *[]){one, a}, &five, 1),
        "Dimension size must be evenly divisible by 5 but is 6\n\tNumber of ways to split should evenly divide the split "
        "dimension for 'Split_1' (op: 'Split') with input shapes: [], [4,6] and with computed input tensors: input[0] "
        "= <1>.");
    assert_shape(&w, OP3(&w, "Slice", a, vector(&w, INTS(&w, 1, 2)), vector(&w, INTS(&w, 2, -1))),
                 "(2, 4)");
    assert_shape(&w, OP2(&w, "Gather", a, vector(&w, INTS(&w, 2, 0, 1))), "(3, 6)");
    world_done(&w);
}

static Output *sliced(World *w, Output *x, const Tensor *begin, const Tensor *end,
                      const Tensor *strides, const char *mask, int64_t bits) {
    Attr a = attr_int(mask, bits);
    Output *in[] = {x, vector(w, begin), vector(w, end), vector(w, strides)};
    return op_of(w, "StridedSlice", 4, in, &a, 1);
}

/* conformance session-010 */
static void indexing(void **state) {
    (void)state;
    World w = world_make(4);
    Output *x = placeholder(&w, "x", fake_shape(&w, 2, 3, -1));
    assert_shape(&w, sliced(&w, x, INTS(&w, 0), INTS(&w, 1), INTS(&w, 1), "shrink_axis_mask", 1),
                 "(?,)");
    assert_shape(
        &w, sliced(&w, x, INTS(&w, 1, 2), INTS(&w, 2, 3), INTS(&w, 1, 1), "shrink_axis_mask", 3),
        "()");
    assert_shape(&w, sliced(&w, x, INTS(&w, 1), INTS(&w, 0), INTS(&w, 1), "end_mask", 1), "(2, ?)");
    assert_shape(&w, sliced(&w, x, INTS(&w, 0), INTS(&w, 3), INTS(&w, 2), "begin_mask", 1),
                 "(2, ?)");
    assert_shape(&w, sliced(&w, x, INTS(&w, 0), INTS(&w, 0), INTS(&w, 1), "new_axis_mask", 1),
                 "(1, 3, ?)");
    assert_shape(&w, sliced(&w, x, INTS(&w, 2), INTS(&w, -4), INTS(&w, -1), "end_mask", 0),
                 "(3, ?)");
    Attr shrink = attr_int("shrink_axis_mask", 1);
    Output *in[] = {x, vector(&w, INTS(&w, 3)), vector(&w, INTS(&w, 4)), vector(&w, INTS(&w, 1))};
    assert_str(
        refused_op(&w, "StridedSlice", 4, in, &shrink, 1),
        "slice index 3 of dimension 0 out of bounds. for 'StridedSlice_6' (op: 'StridedSlice') with input shapes: [3,?], "
        "[1], [1], [1] and with computed input tensors: input[1] = <3>, input[2] = <4>, input[3] = <1>.");
    world_done(&w);
}

static void other_shapes(void **state) {
    (void)state;
    World w = world_make(4);
    Output *x = placeholder(&w, "x", fake_shape(&w, 3, 2, 3, 4)),
           *minus = constant(&w, whole(&w, -1), "minus");
    assert_shape(&w, OP2(&w, "Transpose", x, vector(&w, INTS(&w, 0, 2, 1))), "(2, 4, 3)");
    assert_shape(&w, OP2(&w, "ExpandDims", x, minus), "(2, 3, 4, 1)");
    assert_shape(&w, OP1(&w, "Squeeze", OP2(&w, "ExpandDims", x, minus)), "(2, 3, 4)");
    assert_shape(&w, OP2(&w, "Tile", x, vector(&w, INTS(&w, 1, 2, 3))), "(2, 6, 12)");
    Output *ids = placeholder_of(&w, "ids", DTYPE_INT32, fake_shape(&w, 1, 4)),
           *on = constant(&w, real(&w, 1), "on");
    Output *hot[] = {ids, constant(&w, whole(&w, 3), "depth"), on,
                     constant(&w, real(&w, 0), "off")};
    assert_shape(&w, op_of(&w, "OneHot", 4, hot, NULL, 0), "(4, 3)");
    assert_shape(&w, OP2(&w, "Fill", vector(&w, INTS(&w, 2, 1)), on), "(2, 1)");
    assert_shape(&w, OP1(&w, "Where", OP2(&w, "Less", x, x)), "(?, 3)");
    assert_shape(&w, OP1(&w, "Qr", placeholder(&w, "q", fake_shape(&w, 2, 5, 3))), "(5, 3)");
    assert_shape(&w, OP1(&w, "DiagPart", placeholder(&w, "d", fake_shape(&w, 2, 3, 3))), "(3,)");
    world_done(&w);
}

/* ---- layers ---- */

static Output *convolution(World *w, Output *x, Output *filter, const char *padding) {
    int64_t strides[4] = {1, 2, 2, 1};
    Attr attrs[] = {attr_ints("strides", 4, strides), attr_text("padding", padding)};
    return op_of(w, "Conv2D", 2, (Output *[]){x, filter}, attrs, 2);
}

static void convolutions_and_pools(void **state) {
    (void)state;
    World w = world_make(4);
    Output *x = placeholder(&w, "x", fake_shape(&w, 4, -1, 28, 27, 3)),
           *f = placeholder(&w, "f", fake_shape(&w, 4, 5, 5, 3, 32));
    assert_shape(&w, convolution(&w, x, f, "SAME"), "(?, 14, 14, 32)");
    assert_shape(&w, convolution(&w, x, f, "VALID"), "(?, 12, 12, 32)");
    int64_t size[4] = {1, 3, 3, 1}, strides[4] = {1, 2, 2, 1};
    Attr attrs[] = {attr_ints("ksize", 4, size), attr_ints("strides", 4, strides),
                    attr_text("padding", "VALID")};
    assert_shape(&w, op_of(&w, "MaxPool", 1, &x, attrs, 3), "(?, 13, 13, 3)");
    Output *small = placeholder(&w, "small", fake_shape(&w, 4, 1, 2, 2, 3));
    Attr valid[] = {attr_ints("strides", 4, strides), attr_text("padding", "VALID")};
    assert_str(
        refused_op(&w, "Conv2D", 2, (Output *[]){small, f}, valid, 2),
        "Negative dimension size caused by subtracting 5 from 2 for 'Conv2D_2' (op: 'Conv2D') with input shapes: "
        "[1,2,2,3], [5,5,3,32].");
    world_done(&w);
}

static void biases_and_losses(void **state) {
    (void)state;
    World w = world_make(4);
    Output *x = placeholder(&w, "x", fake_shape(&w, 2, -1, 4)),
           *b = placeholder(&w, "b", fake_shape(&w, 1, 4));
    assert_shape(&w, OP2(&w, "BiasAdd", x, b), "(?, 4)");
    assert_shape(&w, OP1(&w, "L2Loss", x), "()");
    Output *loss =
        OP2(&w, "SoftmaxCrossEntropyWithLogits", x, placeholder(&w, "l", fake_shape(&w, 2, 7, 4)));
    assert_shape(&w, loss, "(7,)");
    assert_shape(&w, &loss->node->outputs[1], "(7, 4)");
    Output *three = placeholder(&w, "three", fake_shape(&w, 1, 3));
    assert_str(
        refused_op(&w, "BiasAdd", 2, (Output *[]){x, three}, NULL, 0),
        "Dimensions must be equal, but are 4 and 3 for 'BiasAdd_1' (op: 'BiasAdd') with input shapes: [?,4], [3].");
    world_done(&w);
}

static void assignments_check_shapes(void **state) {
    (void)state;
    World w = world_make(15);
    Var v = variable_of(&w, "v", REALS(&w, fake_shape(&w, 1, 2), 1, 2));
    Output *three = placeholder(&w, "three", fake_shape(&w, 1, 3)), *out;
    assert_false(try_op(&w, "Assign", "a", 2, (Output *[]){v.ref, three}, NULL, 0, &out));
    assert_str(
        world_fault(&w),
        "Dimension 0 in both shapes must be equal, but are 2 and 3. Shapes are [2] and [3]. for 'a' (op: "
        "'Assign') with input shapes: [2], [3].");
    Attr any = attr_bool("validate_shape", false);
    assert_shape(&w, op_of(&w, "Assign", 2, (Output *[]){v.ref, three}, &any, 1), "(3,)");
    world_done(&w);
}

/* ---- values that the graph tells ---- */

static void assert_known(const Tensor *t, int n, const int64_t *v) {
    assert_non_null(t);
    assert_int_equal(t->count, n);
    for (int i = 0; i < n; i++) {
        assert_int_equal(tensor_i64(t, i), v[i]);
    }
}

static void shapes_as_values(void **state) {
    (void)state;
    World w = world_make(4);
    Output *x = placeholder(&w, "x", fake_shape(&w, 2, 2, 3)),
           *part = placeholder(&w, "part", fake_shape(&w, 2, -1, 3));
    assert_known(OP1(&w, "Shape", x)->known, 2, (int64_t[]){2, 3});
    assert_known(OP1(&w, "Size", x)->known, 1, (int64_t[]){6});
    assert_known(OP1(&w, "Rank", part)->known, 1, (int64_t[]){2});
    assert_null(OP1(&w, "Shape", part)->known);
    Output *start = constant(&w, whole(&w, 1), "a"), *limit = constant(&w, whole(&w, 8), "b"),
           *delta = constant(&w, whole(&w, 3), "c");
    Output *range = OP3(&w, "Range", start, limit, delta);
    assert_known(range->known, 3, (int64_t[]){1, 4, 7});
    assert_shape(&w, range, "(3,)");
    world_done(&w);
}

/* tf.reshape(x, [tf.shape(x)[0], 4]) keeps what is known */
static void shapes_known_in_part(void **state) {
    (void)state;
    World w = world_make(4);
    Output *x = placeholder(&w, "x", fake_shape(&w, 3, -1, 2, 2));
    Output *first = sliced(&w, OP1(&w, "Shape", x), INTS(&w, 0), INTS(&w, 1), INTS(&w, 1),
                           "shrink_axis_mask", 1);
    Output *second = sliced(&w, OP1(&w, "Shape", x), INTS(&w, 1), INTS(&w, 2), INTS(&w, 1),
                            "shrink_axis_mask", 1);
    Output *packed = list_op(
        &w, "Pack", 3, (Output *[]){first, second, constant(&w, whole(&w, 2), "two")}, 3, NULL, 0);
    assert_shape(&w, OP2(&w, "Reshape", x, packed), "(?, 2, 2)");
    Output *noise = OP2(&w, "Fill", OP1(&w, "Shape", x), constant(&w, real(&w, 1), "one"));
    assert_shape(&w, noise, "(?, 2, 2)");
    world_done(&w);
}

/* (rank - 1) - range(rank): the permutation that tf.transpose makes until 1.12 */
static void constant_parts_are_computed(void **state) {
    (void)state;
    World w = world_make(4);
    Output *x = placeholder(&w, "x", fake_shape(&w, 3, 2, 3, 4)),
           *one = constant(&w, whole(&w, 1), "one");
    Output *zero = constant(&w, whole(&w, 0), "zero"), *rank = OP1(&w, "Rank", x);
    Output *perm = OP2(&w, "Sub", OP2(&w, "Sub", rank, one), OP3(&w, "Range", zero, rank, one));
    assert_shape(&w, OP2(&w, "Transpose", x, perm), "(4, 3, 2)");
    assert_null(perm->known); /* only what constant_value knows */
    assert_known(fold_value(w.e, perm), 3, (int64_t[]){2, 1, 0});
    world_done(&w);
}

static void what_may_change_is_not_known(void **state) {
    (void)state;
    World w = world_make(4);
    Var v = variable_of(&w, "v", INTS(&w, 1, 2));
    Output *k = placeholder_of(&w, "k", DTYPE_INT32, fake_shape(&w, 1, 2)),
           *ones = constant(&w, INTS(&w, 1, 1), "ones");
    assert_null(fold_value(w.e, v.read));
    assert_null(fold_value(w.e, OP2(&w, "Add", k, ones)));
    assert_shape(&w, OP2(&w, "Fill", k, constant(&w, real(&w, 1), "one")), "(?, ?)");
    world_done(&w);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(broadcasting),
        cmocka_unit_test(shapes_that_do_not_broadcast),
        cmocka_unit_test(matrix_products),
        cmocka_unit_test(batches_of_matrices),
        cmocka_unit_test(reductions),
        cmocka_unit_test(positions_of_the_largest),
        cmocka_unit_test(reshaping),
        cmocka_unit_test(joining),
        cmocka_unit_test(cutting),
        cmocka_unit_test(indexing),
        cmocka_unit_test(other_shapes),
        cmocka_unit_test(convolutions_and_pools),
        cmocka_unit_test(biases_and_losses),
        cmocka_unit_test(assignments_check_shapes),
        cmocka_unit_test(shapes_as_values),
        cmocka_unit_test(shapes_known_in_part),
        cmocka_unit_test(constant_parts_are_computed),
        cmocka_unit_test(what_may_change_is_not_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
