#include "tests/graph/fake_host.h"

static Output *build(World *w, Initializer i, Shape shape, DType dtype) {
    Output *out = NULL;
    if (!initializer_build(w->e, &i, shape, dtype, &out))
        print_error("fault: %.*s\n", STR_ARG(w->e->fault.text));
    assert_non_null(out);
    return out;
}

/* The nodes that an initializer makes under a version. */
static void expect(int minor, Initializer i, Shape shape, const char *nodes) {
    World w = world_make(minor);
    i.dtype = DTYPE_FLOAT32;
    build(&w, i, shape, DTYPE_INVALID);
    assert_str(world_nodes(&w, 0), nodes);
    world_done(&w);
}

static const Shape two = {1, (const int64_t[]){2}}, thousand = {1, (const int64_t[]){1000}},
                   three_two = {2, (const int64_t[]){3, 2}},
                   two_three = {2, (const int64_t[]){2, 3}}, square = {2, (const int64_t[]){3, 3}};

/* 3.5: zeros and ones. */
static void test_zeros_and_ones(void **state) {
    (void)state;
    Initializer zeros = {.kind = INITIALIZER_ZEROS}, ones = {.kind = INITIALIZER_ONES};
    const char *fill = "zeros/shape_as_tensor:Const zeros/Const:Const zeros:Fill";
    expect(0, zeros, two, "Const:Const");
    expect(1, zeros, two, "Const:Const");
    expect(2, zeros, two, "zeros:Const");
    expect(5, zeros, thousand, "zeros:Const");
    expect(6, zeros, two, fill);
    expect(7, zeros, two, fill);
    expect(8, zeros, two, "zeros:Const");
    expect(8, zeros, thousand, fill);
    expect(15, zeros, thousand, fill);
    expect(1, ones, two, "Const:Const");
    expect(2, ones, two, "ones:Const");
    expect(7, ones, two, "ones/shape_as_tensor:Const ones/Const:Const ones:Fill");
    expect(15, ones, two, "ones:Const");
}

/* 1.7: tf.zeros has its own name in every version. */
static void test_filled(void **state) {
    (void)state;
    World w = world_make(0);
    Output *out;
    assert_true(filled_build(w.e, two, DTYPE_FLOAT32, 0, (Str){0}, &out));
    assert_true(filled_build(w.e, two, DTYPE_FLOAT32, 1, STR("x"), &out));
    assert_true(filled_build(w.e, two, DTYPE_BOOL, 0, (Str){0}, &out));
    assert_str(world_names(&w, 0), "zeros x zeros_1");
    assert_int_equal(output_dtype(out), DTYPE_BOOL);
    world_done(&w);
}

/* 3.5: constant_initializer; a short value repeats its last element, a long one is refused. */
static void test_constant(void **state) {
    (void)state;
    World w = world_make(4);
    Tensor *value = tensor_make(w.arena, DTYPE_INT32, two);
    tensor_set_i64(value, 0, 7);
    tensor_set_i64(value, 1, 8);
    Initializer i = {.kind = INITIALIZER_CONSTANT, .value = value};
    Output *out = build(&w, i, square, DTYPE_FLOAT32);
    assert_str(world_nodes(&w, 0), "Const:Const");
    assert_int_equal(out->known->dtype, DTYPE_FLOAT32);
    assert_true(tensor_f64(out->known, 0) == 7 && tensor_f64(out->known, 1) == 8 &&
                tensor_f64(out->known, 8) == 8);
    assert_false(initializer_build(w.e, &i, fake_shape(&w, 0), DTYPE_FLOAT32, &out));
    assert_str(world_fault(&w), "Too many elements provided. Needed at most 1, but received 2");
    i.value = tensor_scalar_f64(w.arena, DTYPE_FLOAT64, 2.5);
    assert_false(initializer_build(w.e, &i, two, DTYPE_INT32, &out));
    assert_str(world_fault(&w), "Expected int32, got 2.5 of type 'float' instead.");
    world_done(&w);
}

/* 3.5: random groups: the same in every version. */
static void test_random(void **state) {
    (void)state;
    for (int minor = 0; minor <= 15; minor += 5) {
        expect(
            minor, (Initializer){.kind = INITIALIZER_RANDOM_UNIFORM, .b = 1}, two,
            "random_uniform/shape:Const random_uniform/min:Const random_uniform/max:Const "
            "random_uniform/RandomUniform:RandomUniform random_uniform/sub:Sub random_uniform/mul:Mul "
            "random_uniform:Add");
        expect(
            minor, (Initializer){.kind = INITIALIZER_RANDOM_NORMAL, .b = 1}, two,
            "random_normal/shape:Const random_normal/mean:Const random_normal/stddev:Const "
            "random_normal/RandomStandardNormal:RandomStandardNormal random_normal/mul:Mul random_normal:Add");
        expect(
            minor, (Initializer){.kind = INITIALIZER_TRUNCATED_NORMAL, .b = 1}, two,
            "truncated_normal/shape:Const truncated_normal/mean:Const truncated_normal/stddev:Const "
            "truncated_normal/TruncatedNormal:TruncatedNormal truncated_normal/mul:Mul truncated_normal:Add");
    }
}

static void test_random_inputs(void **state) {
    (void)state;
    World w = world_make(4);
    build(&w, (Initializer){.kind = INITIALIZER_RANDOM_UNIFORM, .b = 1}, two, DTYPE_FLOAT32);
    assert_str(world_inputs(&w, "random_uniform/RandomUniform"), "random_uniform/shape");
    assert_str(world_inputs(&w, "random_uniform/sub"), "random_uniform/max random_uniform/min");
    assert_str(world_inputs(&w, "random_uniform/mul"),
               "random_uniform/RandomUniform random_uniform/sub");
    assert_str(world_inputs(&w, "random_uniform"), "random_uniform/mul random_uniform/min");
    build(&w, (Initializer){.kind = INITIALIZER_RANDOM_NORMAL, .b = 1}, two, DTYPE_FLOAT32);
    assert_str(world_inputs(&w, "random_normal/mul"),
               "random_normal/RandomStandardNormal random_normal/stddev");
    assert_str(world_inputs(&w, "random_normal"), "random_normal/mul random_normal/mean");
    build(&w, (Initializer){.kind = INITIALIZER_RANDOM_UNIFORM, .b = 9}, two, DTYPE_INT32);
    assert_str(world_inputs(&w, "random_uniform_1"),
               "random_uniform_1/shape random_uniform_1/min random_uniform_1/max");
    assert_string_equal(world_node(&w, "random_uniform_1")->record.op->text, "RandomUniformInt");
    assert_string_equal(world_node(&w, "random_uniform_1")->record.naming.full->text,
                        "random_uniform");
    world_done(&w);
}

/* The greatest value of a uniform group. */
static double limit(Initializer i, Shape shape) {
    World w = world_make(15);
    build(&w, i, shape, DTYPE_FLOAT64);
    double v = tensor_f64(world_node(&w, "random_uniform/max")->outputs[0].known, 0);
    world_done(&w);
    return v;
}

static void expect_near(double got, double wanted) {
    assert_true(got > wanted - 1e-9 && got < wanted + 1e-9);
}

/* 3.5: fans of glorot uniform: sqrt(6 / (fan_in + fan_out)). */
static void test_fans(void **state) {
    (void)state;
    Initializer glorot = {
        .kind = INITIALIZER_VARIANCE_SCALING, .scale = 1, .mode = 2, .distribution = 1};
    expect_near(limit(glorot, three_two), 1.0954451150103321);
    expect_near(limit(glorot, two), 1.224744871391589);
    expect_near(limit(glorot, shape_scalar()), 1.7320508075688772);
    expect_near(limit(glorot, (Shape){4, (const int64_t[]){5, 5, 3, 2}}), 0.21908902300206645);
    glorot.mode = 0;
    expect_near(limit(glorot, three_two), 1);
    expect_near(
        limit((Initializer){.kind = INITIALIZER_UNIFORM_UNIT_SCALING, .scale = 1}, three_two), 1);
}

/* A shard is scaled by the shape of the whole variable. */
static void test_full_shape(void **state) {
    (void)state;
    Initializer glorot = {.kind = INITIALIZER_VARIANCE_SCALING,
                          .scale = 1,
                          .mode = 2,
                          .distribution = 1,
                          .full_shape = &three_two};
    expect_near(limit(glorot, (Shape){2, (const int64_t[]){1, 2}}), 1.0954451150103321);
}

#define NORMAL_GROUP                                                                               \
    "random_normal/shape:Const random_normal/mean:Const random_normal/stddev:Const "               \
    "random_normal/RandomStandardNormal:RandomStandardNormal random_normal/mul:Mul random_normal:Add "
#define UNIFORM_GROUP                                                                              \
    "random_uniform/shape:Const random_uniform/min:Const random_uniform/max:Const "                \
    "random_uniform/RandomUniform:RandomUniform random_uniform/sub:Sub random_uniform/mul:Mul random_uniform:Add "

/* 3.5: the orthogonal initializer of each version. */
static void test_orthogonal(void **state) {
    (void)state;
    Initializer i = {.kind = INITIALIZER_ORTHOGONAL, .a = 1};
    expect(
        0, i, square,
        UNIFORM_GROUP
        "Svd:Svd transpose/Rank:Rank transpose/sub/y:Const transpose/sub:Sub transpose/Range/start:Const "
        "transpose/Range/delta:Const transpose/Range:Range transpose/sub_1:Sub transpose:Transpose "
        "Reshape/shape:Const Reshape:Reshape mul/x:Const mul:Mul");
    expect(1, i, three_two,
           UNIFORM_GROUP "Svd:Svd Reshape/shape:Const Reshape:Reshape mul/x:Const mul:Mul");
    expect(
        2, i, square,
        NORMAL_GROUP
        "Qr:Qr Minimum/x:Const Minimum/y:Const Minimum:Minimum strided_slice/stack:Const "
        "strided_slice/stack_1:Pack strided_slice/stack_2:Const strided_slice:StridedSlice DiagPart:DiagPart Abs:Abs "
        "truediv:RealDiv mul:Mul Reshape/shape:Const Reshape:Reshape mul_1/x:Const mul_1:Mul");
    expect(
        4, i, three_two,
        NORMAL_GROUP
        "Qr:Qr DiagPart:DiagPart Abs:Abs truediv:RealDiv mul:Mul Reshape/shape:Const Reshape:Reshape "
        "mul_1/x:Const mul_1:Mul");
    expect(
        15, i, three_two,
        NORMAL_GROUP
        "Qr:Qr DiagPart:DiagPart Sign:Sign mul:Mul Reshape/shape:Const Reshape:Reshape mul_1/x:Const "
        "mul_1:Mul");
    expect(
        15, i, two_three,
        NORMAL_GROUP
        "Qr:Qr DiagPart:DiagPart Sign:Sign mul:Mul matrix_transpose/transpose/perm:Const "
        "matrix_transpose/transpose:Transpose Reshape/shape:Const Reshape:Reshape mul_1/x:Const mul_1:Mul");
}

/* getvar-024 of the conformance data: inputs, and what it refuses. */
static void test_orthogonal_inputs(void **state) {
    (void)state;
    World w = world_make(4);
    Initializer i = {.kind = INITIALIZER_ORTHOGONAL, .a = 1};
    build(&w, i, three_two, DTYPE_FLOAT32);
    assert_str(world_inputs(&w, "DiagPart"), "Qr:1");
    assert_str(world_inputs(&w, "truediv"), "DiagPart Abs");
    assert_str(world_inputs(&w, "mul"), "Qr truediv");
    assert_str(world_inputs(&w, "mul_1"), "mul_1/x Reshape");
    Output *out;
    assert_false(initializer_build(w.e, &i, two, DTYPE_FLOAT32, &out));
    assert_str(world_fault(&w), "The tensor to initialize must be at least two-dimensional");
    world_done(&w);
}

/* 3.5: identity. */
static void test_identity(void **state) {
    (void)state;
    Initializer i = {.kind = INITIALIZER_IDENTITY, .a = 1};
    expect(4, i, square, "eye/ones:Const eye/MatrixDiag:MatrixDiag mul/x:Const mul:Mul");
    expect(15, i, square, "eye/ones:Const eye/diag:MatrixDiag mul/x:Const mul:Mul");
}

/* 6.4: seeds. */
static void test_seeds(void **state) {
    (void)state;
    World w = world_make(0);
    Graph *g = engine_graph(w.e);
    int64_t pair[2];
    engine_seeds(w.e, false, 0, pair);
    assert_true(pair[0] == 0 && pair[1] == 0);
    engine_seeds(w.e, true, 5, pair);
    assert_true(pair[0] == 87654321 && pair[1] == 5);
    g->has_seed = true;
    g->seed = 42;
    engine_seeds(w.e, true, -1, pair);
    assert_true(pair[0] == 42 && pair[1] == 2147483646);
    build(&w, (Initializer){.kind = INITIALIZER_RANDOM_UNIFORM, .b = 1}, two, DTYPE_FLOAT32);
    const Node *drawn = world_node(&w, "random_uniform/RandomUniform");
    assert_int_equal(node_attr(drawn, "seed")->i, 42);
    assert_int_equal(node_attr(drawn, "seed2")->i, 3);
    g->seed = 2147483647;
    engine_seeds(w.e, true, 0, pair);
    assert_true(pair[0] == 0 && pair[1] == 0);
    assert_true(dialect_of(1, &w.e->dialect));
    engine_seeds(w.e, true, 0, pair);
    assert_true(pair[0] == 0 && pair[1] == 2147483647);
    world_done(&w);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_zeros_and_ones),
        cmocka_unit_test(test_filled),
        cmocka_unit_test(test_constant),
        cmocka_unit_test(test_random),
        cmocka_unit_test(test_random_inputs),
        cmocka_unit_test(test_fans),
        cmocka_unit_test(test_full_shape),
        cmocka_unit_test(test_orthogonal),
        cmocka_unit_test(test_orthogonal_inputs),
        cmocka_unit_test(test_identity),
        cmocka_unit_test(test_seeds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
