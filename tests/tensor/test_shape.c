#include "tensor/shape.h"

#include "tests/test.h"

static Arena *a;

static int make_arena(void **state) {
    (void)state;
    a = arena_new(0);
    return a ? 0 : -1;
}

static int free_arena(void **state) {
    (void)state;
    arena_free(a);
    return 0;
}

/* A shape of up to 4 dims. */
#define SHAPE(...)                                                                                 \
    shape_make(a, (int)(sizeof((int64_t[]){__VA_ARGS__}) / sizeof(int64_t)),                       \
               (int64_t[]){__VA_ARGS__})

static void texts(void **state) {
    (void)state;
    assert_str(shape_str(a, SHAPE(2, 3)), "(2, 3)");
    assert_str(shape_str(a, SHAPE(2)), "(2,)");
    assert_str(shape_str(a, shape_scalar()), "()");
    assert_str(shape_str(a, SHAPE(-1, 2)), "(?, 2)");
    assert_str(shape_str(a, SHAPE(-1)), "(?,)");
    assert_str(shape_str(a, shape_unknown()), "<unknown>");
    assert_str(shape_cpp_str(a, SHAPE(2, 3)), "[2,3]");
    assert_str(shape_cpp_str(a, SHAPE(-1, 3)), "[?,3]");
    assert_str(shape_cpp_str(a, shape_scalar()), "[]");
    assert_str(shape_cpp_str(a, shape_unknown()), "<unknown>");
    assert_str(shape_cpp_str(a, SHAPE(INT64_MAX)), "[9223372036854775807]");
}

static void making_copies(void **state) {
    (void)state;
    int64_t dims[] = {2, 3};
    Shape s = shape_make(a, 2, dims);
    dims[0] = 9;
    assert_int_equal(s.dims[0], 2);
    assert_int_equal(shape_make(a, 0, NULL).rank, 0);
    assert_int_equal(shape_make(a, SHAPE_UNKNOWN_RANK, NULL).rank, SHAPE_UNKNOWN_RANK);
}

static void counting(void **state) {
    (void)state;
    assert_int_equal(shape_count(SHAPE(2, 3, 4)), 24);
    assert_int_equal(shape_count(shape_scalar()), 1);
    assert_int_equal(shape_count(SHAPE(2, 0, 4)), 0);
    assert_int_equal(shape_count(SHAPE(-1, 2)), -1);
    assert_int_equal(shape_count(SHAPE(-1, 0)), -1);
    assert_int_equal(shape_count(shape_unknown()), -1);
    assert_int_equal(shape_count(SHAPE(INT64_C(1) << 40, INT64_C(1) << 40)), -1);
    assert_int_equal(shape_count(SHAPE(INT64_MAX, 2)), -1);
    assert_int_equal(shape_count(SHAPE(INT64_MAX, 1)), INT64_MAX);
    assert_int_equal(shape_count(SHAPE(INT64_MAX, INT64_MAX, 0)), 0);
}

static void knowing(void **state) {
    (void)state;
    assert_true(shape_known(SHAPE(2, 0)));
    assert_true(shape_known(shape_scalar()));
    assert_false(shape_known(SHAPE(2, -1)));
    assert_false(shape_known(shape_unknown()));
}

static void equality(void **state) {
    (void)state;
    assert_true(shape_eq(SHAPE(2, -1), SHAPE(2, -1)));
    assert_false(shape_eq(SHAPE(2, -1), SHAPE(2, 3)));
    assert_false(shape_eq(SHAPE(2), SHAPE(2, 1)));
    assert_true(shape_eq(shape_unknown(), shape_unknown()));
    assert_false(shape_eq(shape_unknown(), shape_scalar()));
    assert_true(shape_eq(shape_scalar(), shape_scalar()));
}

static void compatibility(void **state) {
    (void)state;
    assert_true(shape_compatible(SHAPE(2, -1), SHAPE(-1, 3)));
    assert_true(shape_compatible(shape_unknown(), SHAPE(2)));
    assert_true(shape_compatible(SHAPE(2), shape_unknown()));
    assert_false(shape_compatible(SHAPE(2, -1), SHAPE(3, 3)));
    assert_false(shape_compatible(SHAPE(2), SHAPE(2, 1)));
    assert_false(shape_compatible(shape_scalar(), SHAPE(-1)));
}

static void merging(void **state) {
    (void)state;
    Shape out;
    assert_true(shape_merge(a, SHAPE(2, -1, -1), SHAPE(-1, 3, -1), &out));
    assert_str(shape_str(a, out), "(2, 3, ?)");
    assert_true(shape_merge(a, shape_unknown(), SHAPE(2), &out));
    assert_str(shape_str(a, out), "(2,)");
    assert_true(shape_merge(a, SHAPE(-1), shape_unknown(), &out));
    assert_str(shape_str(a, out), "(?,)");
    assert_true(shape_merge(a, shape_scalar(), shape_scalar(), &out));
    assert_str(shape_str(a, out), "()");
    assert_true(shape_merge(a, shape_scalar(), shape_unknown(), &out));
    assert_str(shape_str(a, out), "()");
    assert_true(shape_merge(a, shape_unknown(), shape_unknown(), &out));
    assert_str(shape_str(a, out), "<unknown>");
    assert_false(shape_merge(a, SHAPE(2), SHAPE(3), &out));
    assert_false(shape_merge(a, SHAPE(2), shape_scalar(), &out));
}

static Str broadcast(Shape x, Shape y) {
    Shape out;
    return shape_broadcast(a, x, y, &out) ? shape_str(a, out) : STR("impossible");
}

static void broadcasting(void **state) {
    (void)state;
    assert_str(broadcast(SHAPE(2, 3), SHAPE(3)), "(2, 3)");
    assert_str(broadcast(SHAPE(2, 1), SHAPE(1, 3)), "(2, 3)");
    assert_str(broadcast(SHAPE(4, 1, 3), SHAPE(2, 1)), "(4, 2, 3)");
    assert_str(broadcast(shape_scalar(), SHAPE(2)), "(2,)");
    assert_str(broadcast(shape_scalar(), shape_scalar()), "()");
    assert_str(broadcast(SHAPE(0), SHAPE(1)), "(0,)");
    assert_str(broadcast(SHAPE(2), SHAPE(3)), "impossible");
    assert_str(broadcast(SHAPE(0), SHAPE(2)), "impossible");
}

static void broadcasting_the_unknown(void **state) {
    (void)state;
    assert_str(broadcast(shape_unknown(), SHAPE(2)), "<unknown>");
    assert_str(broadcast(SHAPE(2), shape_unknown()), "<unknown>");
    assert_str(broadcast(SHAPE(-1, 2), SHAPE(3, 1)), "(3, 2)");
    assert_str(broadcast(SHAPE(-1), SHAPE(1)), "(?,)");
    assert_str(broadcast(SHAPE(-1), SHAPE(-1)), "(?,)");
    assert_str(broadcast(SHAPE(-1), SHAPE(0)), "(?,)");
    assert_str(broadcast(SHAPE(-1, 4), SHAPE(4)), "(?, 4)");
    assert_str(broadcast(SHAPE(5, -1), SHAPE(7)), "(5, 7)");
}

static void joining_and_cutting(void **state) {
    (void)state;
    assert_str(shape_str(a, shape_concat(a, SHAPE(2), SHAPE(-1, 3))), "(2, ?, 3)");
    assert_str(shape_str(a, shape_concat(a, shape_scalar(), SHAPE(3))), "(3,)");
    assert_str(shape_str(a, shape_concat(a, SHAPE(3), shape_scalar())), "(3,)");
    assert_str(shape_str(a, shape_concat(a, shape_scalar(), shape_scalar())), "()");
    assert_str(shape_str(a, shape_concat(a, shape_unknown(), SHAPE(3))), "<unknown>");
    assert_str(shape_str(a, shape_slice(a, SHAPE(2, 3, 4), 1, 3)), "(3, 4)");
    assert_str(shape_str(a, shape_slice(a, SHAPE(2, 3, 4), 0, 9)), "(2, 3, 4)");
    assert_str(shape_str(a, shape_slice(a, SHAPE(2, 3, 4), 2, 1)), "()");
    assert_str(shape_str(a, shape_slice(a, SHAPE(2), -1, 1)), "(2,)");
    assert_str(shape_str(a, shape_slice(a, shape_unknown(), 0, 1)), "<unknown>");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts),
        cmocka_unit_test(making_copies),
        cmocka_unit_test(counting),
        cmocka_unit_test(knowing),
        cmocka_unit_test(equality),
        cmocka_unit_test(compatibility),
        cmocka_unit_test(merging),
        cmocka_unit_test(broadcasting),
        cmocka_unit_test(broadcasting_the_unknown),
        cmocka_unit_test(joining_and_cutting),
    };
    return cmocka_run_group_tests_name("shape", tests, make_arena, free_arena);
}
