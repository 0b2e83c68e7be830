/* Random numbers. The raw numbers are the known answers of the generator's authors; the tensors are
 * what TensorFlow 1.x prints, or what a second implementation (in Python) gives. */
#include "tensor/philox.h"

#include <math.h>

#include "tests/tensor/values.h"
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

static Tensor *vector(DType t, int64_t n) {
    return tensor_make(a, t, (Shape){1, &n});
}

static void assert_near(const Tensor *t, const double *wanted, double error) {
    for (int64_t i = 0; i < t->count; i++) {
        if (!(fabs(tensor_f64(t, i) - wanted[i]) <= error)) {
            print_error("element %lld: got %.17g, wanted %.17g\n", (long long)i, tensor_f64(t, i),
                        wanted[i]);
            fail();
        }
    }
}

static void known_answers(void **state) {
    (void)state;
    static const struct {
        Philox p;
        uint32_t out[4];
    } known[] = {
        {{{0, 0}, {0, 0, 0, 0}}, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
        {{{UINT32_MAX, UINT32_MAX}, {UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX}},
         {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
        {{{0xa4093822, 0x299f31d0}, {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}},
         {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
    };
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        Philox p = known[i].p;
        uint32_t out[4];
        philox_next(&p, out);
        assert_memory_equal(out, known[i].out, sizeof out);
    }
}

static void seeds_fill_key_and_counter(void **state) {
    (void)state;
    Philox p = philox_make(UINT64_C(0x1122334455667788), UINT64_C(0x99aabbccddeeff00));
    assert_int_equal(p.key[0], 0x55667788);
    assert_int_equal(p.key[1], 0x11223344);
    assert_int_equal(p.counter[0], 0);
    assert_int_equal(p.counter[1], 0);
    assert_int_equal(p.counter[2], 0xddeeff00);
    assert_int_equal(p.counter[3], 0x99aabbcc);
}

static void skipping_carries(void **state) {
    (void)state;
    Philox p = {.counter = {UINT32_MAX, UINT32_MAX, UINT32_MAX, 6}};
    philox_skip(&p, 1);
    assert_memory_equal(p.counter, ((uint32_t[]){0, 0, 0, 7}), sizeof p.counter);
    philox_skip(&p, UINT64_C(0x500000002));
    assert_memory_equal(p.counter, ((uint32_t[]){2, 5, 0, 7}), sizeof p.counter);
    Philox q = philox_make(1, 2), r = philox_make(1, 2);
    uint32_t x[4], y[4];
    for (int i = 0; i < 1001; i++) {
        philox_next(&q, x);
    }
    philox_skip(&r, 1000);
    philox_next(&r, y);
    assert_memory_equal(x, y, sizeof x);
}

/* tf.random_normal([2, 3], seed=1), known from many a tutorial. */
static void normal_with_seed_1(void **state) {
    (void)state;
    Philox p = philox_make(87654321, 1);
    Tensor *t = tensor_make(a, DTYPE_FLOAT32, (Shape){2, (int64_t[]){2, 3}});
    random_normal_fill(&p, t);
    assert_repr(a, t, STR(""),
                "array([[-0.8113182 ,  1.4845988 ,  0.06532937],\n"
                "       [-2.4427042 ,  0.0992484 ,  0.5912243 ]], dtype=float32)");
}

/* tf.random_uniform([1], seed=1), run twice in one session: each element reserved 256 counters. */
static void uniform_goes_on_from_run_to_run(void **state) {
    (void)state;
    Philox p = philox_make(87654321, 1);
    Tensor *first = vector(DTYPE_FLOAT32, 1), *second = vector(DTYPE_FLOAT32, 1);
    random_uniform_fill(&p, first);
    random_uniform_fill(&p, second);
    assert_repr(a, first, STR(""), "array([0.2390374], dtype=float32)");
    assert_repr(a, second, STR(""), "array([0.22267115], dtype=float32)");
    assert_int_equal(p.counter[0], 512);
}

static void empty_results_reserve_nothing(void **state) {
    (void)state;
    Philox p = philox_make(87654321, 7);
    random_uniform_fill(&p, vector(DTYPE_FLOAT32, 0));
    truncated_normal_fill(&p, vector(DTYPE_FLOAT64, 0));
    random_uniform_int_fill(&p, vector(DTYPE_INT32, 0), 0, 3);
    assert_int_equal(p.counter[0], 0);
}

static void uniform_of_every_type(void **state) {
    (void)state;
    Philox p = philox_make(87654321, 7), q = p, r = p;
    Tensor *f32 = vector(DTYPE_FLOAT32, 6), *f64 = vector(DTYPE_FLOAT64, 5);
    Tensor *f16 = vector(DTYPE_FLOAT16, 5);
    random_uniform_fill(&p, f32);
    random_uniform_fill(&q, f64);
    random_uniform_fill(&r, f16);
    assert_repr(a, f32, STR(""),
                "array([0.48394096, 0.50620306, 0.25514376, 0.12474227, 0.9330101 ,\n"
                "       0.6646093 ], dtype=float32)");
    assert_repr(a, f16, STR(""), "array([0.4443, 0.8154, 0.1377, 0.8887, 0.2188], dtype=float16)");
    assert_near(f64,
                (double[]){0.8715283824246434, 0.041150670730960126, 0.46408134636396414,
                           0.8337960817743599, 0.1528288341148254},
                0);
    random_uniform_fill(&p, f32);
    assert_near(f32, (double[]){0.42152667, 0.47574103, 0.39890814, 0, 0, 0}, 1);
    assert_true(fabs(tensor_f64(f32, 0) - 0.42152667) < 1e-8);
}

static void normal_of_every_type(void **state) {
    (void)state;
    Philox p = philox_make(87654321, 7), q = p, r = p;
    Tensor *f32 = vector(DTYPE_FLOAT32, 6), *f64 = vector(DTYPE_FLOAT64, 5);
    Tensor *f16 = vector(DTYPE_FLOAT16, 3);
    random_normal_fill(&p, f32);
    random_normal_fill(&q, f64);
    random_normal_fill(&r, f16);
    assert_near(f32,
                (double[]){-0.04694568, -1.2039024, 1.1668352, 1.1706204, -0.32007024, -0.19035114},
                2e-7);
    assert_near(f64,
                (double[]){0.1340862416655279, 0.5069857732211678, -1.0712938719508789,
                           0.6226718985830445, 0.10136637694310557},
                1e-15);
    assert_near(f16, (double[]){-0.04694568, -1.2039024, 1.1668352}, 1e-3);
}

/* Groups of four, each from a region of 256 counters; the seventh group drops a draw. */
static void truncated_groups_have_their_own_regions(void **state) {
    (void)state;
    Philox p = philox_make(87654321, 7), q = p;
    Tensor *f32 = vector(DTYPE_FLOAT32, 30), *f64 = vector(DTYPE_FLOAT64, 6);
    truncated_normal_fill(&p, f32);
    truncated_normal_fill(&q, f64);
    assert_near(f32, (double[]){-0.04694568,  -1.2039024,  1.1668352,   1.1706204,  0.71662617,
                                0.5711335,    -0.9265398,  -0.10458972, -1.1940084, -1.1085455,
                                0.8568668,    -0.8445865,  0.21651705,  0.45843256, 0.24246843,
                                -0.26473036,  -0.22244063, 1.5236343,   1.1339784,  1.6751509,
                                -0.007694306, -0.9794299,  -1.577923,   0.08459037, 0.19957623,
                                -1.2991973,   -1.3248991,  0.28755993,  -0.915293,  0.15928648},
                3e-7);
    assert_near(f64,
                (double[]){0.1340862416655279, 0.5069857732211678, -0.3353157984791955,
                           1.0255299605888106, 1.4898406195903884, 0.7052722463957878},
                1e-14);
    assert_int_equal(p.counter[0], 30 * 256);
    assert_int_equal(q.counter[0], 6 * 256);
}

/* With seed 1 the fourth normal number, -2.44, lies outside: the next ones move up. */
static void truncated_drops_what_lies_outside(void **state) {
    (void)state;
    Philox p = philox_make(87654321, 1);
    Tensor *t = vector(DTYPE_FLOAT32, 4);
    truncated_normal_fill(&p, t);
    assert_repr(a, t, STR(""),
                "array([-0.8113182 ,  1.4845988 ,  0.06532937,  0.0992484 ], dtype=float32)");
    Tensor *many = vector(DTYPE_FLOAT16, 5000);
    truncated_normal_fill(&p, many);
    for (int64_t i = 0; i < many->count; i++) {
        assert_true(fabs(tensor_f64(many, i)) <= 2);
    }
}

static void integers(void **state) {
    (void)state;
    Philox p = philox_make(87654321, 7), q = p, r = p;
    Tensor *i32 = vector(DTYPE_INT32, 6), *i64 = vector(DTYPE_INT64, 4);
    random_uniform_int_fill(&p, i32, -50, 50);
    random_uniform_int_fill(&q, i64, -5, 1000000002);
    assert_repr(a, i32, STR(""), "array([ 37,  37, -25,  44,  10,  -7], dtype=int32)");
    assert_repr(a, i64, STR(""), "array([133694635, 809978767,  94037654, 806671507])");
    random_uniform_int_fill(&r, i64, INT64_MIN, INT64_MAX);
    random_uniform_int_fill(&r, i64, 3, 3);
    assert_repr(a, i64, STR(""), "array([3, 3, 3, 3])");
}

/* Mean and variance of many numbers are what they should be. */
static void moments(void **state) {
    (void)state;
    Philox p = philox_make(87654321, 3);
    Tensor *t = vector(DTYPE_FLOAT32, 40000);
    double sum = 0, squares = 0;
    random_normal_fill(&p, t);
    for (int64_t i = 0; i < t->count; i++) {
        sum += tensor_f64(t, i);
        squares += tensor_f64(t, i) * tensor_f64(t, i);
    }
    assert_true(fabs(sum / 40000) < 0.02);
    assert_true(fabs(squares / 40000 - 1) < 0.03);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_answers),
        cmocka_unit_test(seeds_fill_key_and_counter),
        cmocka_unit_test(skipping_carries),
        cmocka_unit_test(normal_with_seed_1),
        cmocka_unit_test(uniform_goes_on_from_run_to_run),
        cmocka_unit_test(empty_results_reserve_nothing),
        cmocka_unit_test(uniform_of_every_type),
        cmocka_unit_test(normal_of_every_type),
        cmocka_unit_test(truncated_groups_have_their_own_regions),
        cmocka_unit_test(truncated_drops_what_lies_outside),
        cmocka_unit_test(integers),
        cmocka_unit_test(moments),
    };
    return cmocka_run_group_tests_name("philox", tests, make_arena, free_arena);
}
