/* Numbers: arithmetic in C, texts as numbers, rounding, hashes, and what is refused. */
#include <math.h>

#include "tests/run/value.h"

static void test_hash_is_cpythons(void **state) {
    (void)state;
    assert_int_equal(integer_hash(0), 0);
    assert_int_equal(integer_hash(-1), -2);
    assert_int_equal(integer_hash(INT64_C(2305843009213693951)), 0);
    assert_int_equal(integer_hash(INT64_MIN), -4);
    assert_int_equal(real_hash(1.0), 1);
    assert_int_equal(real_hash(0.5), INT64_C(1152921504606846976));
    assert_int_equal(real_hash(-1.0), -2);
    assert_int_equal(real_hash(INFINITY), 314159);
}

static void test_division_is_rounded_once(void **state) {
    (void)state;
    assert_true(integer_divide(1, 3) == 1.0 / 3.0);
    assert_true(integer_divide(INT64_C(9007199254740993), 1) == 9007199254740992.0);
    assert_true(integer_divide(INT64_MAX, INT64_MAX - 1) == 1.0);
    assert_true(integer_divide(INT64_MIN, -1) == 0x1p63);
    assert_true(signbit(integer_divide(0, -5)) != 0);
    assert_true(integer_divide(INT64_C(9007199254740993), 3) == 3002399751580331.0);
}

static void test_comparison_is_exact(void **state) {
    (void)state;
    assert_int_equal(compare_int_real(INT64_C(9007199254740993), 9007199254740992.0), 1);
    assert_int_equal(compare_int_real(INT64_MAX, 0x1p63), -1);
    assert_int_equal(compare_int_real(INT64_MIN, -0x1p63), 0);
    assert_int_equal(compare_int_real(-1, -0.5), -1);
    assert_int_equal(compare_int_real(5, -INFINITY), 1);
}

static void test_round(void **state) {
    (void)state;
    assert_true(real_round(2.5, 0, false) == 2.0);
    assert_true(real_round(2.5, 0, true) == 3.0);
    assert_true(real_round(2.675, 2, false) == 2.67);
    assert_true(real_round(1e300, -299, false) == 1e300);
    assert_true(real_round(-0.4, 0, false) == 0 && signbit(real_round(-0.4, 0, false)) != 0);
    assert_true(real_round(5e-324, 400, false) == 5e-324);
    assert_true(real_round(123.0, -400, false) == 0);
    assert_true(real_round(1.7976931348623157e308, -308, false) == INFINITY);
}

static void test_digits(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    assert_str(integer_digits(a, INT64_MIN, 10, false), "-9223372036854775808");
    assert_str(integer_digits(a, -255, 16, true), "-0xff");
    assert_str(integer_digits(a, 0, 2, true), "0b0");
    arena_free(a);
}

static void test_parse(void **state) {
    (void)state;
    Run *run = fresh_run();
    Value v;
    double d;
    Value what = value_none();
    assert_true(parse_integer(run, STR(" -9223372036854775808 "), 10, what, &v));
    assert_int_equal(v.as.integer, INT64_MIN);
    assert_true(parse_integer(run, STR("0x_ff"), 0, what, &v));
    assert_int_equal(v.as.integer, 255);
    assert_true(parse_integer(run, STR("\xef\xbc\x91\xef\xbc\x92"), 10, what, &v)); /* full width */
    assert_int_equal(v.as.integer, 12);
    assert_false(parse_integer(run, STR("1__2"), 10, what, &v));
    error_take(run);
    assert_false(parse_integer(run, STR("_1"), 10, what, &v));
    error_take(run);
    assert_false(parse_integer(run, STR("012"), 0, what, &v));
    error_take(run);
    assert_true(parse_real(run, STR("1_0.5e-1"), what, &d));
    assert_true(d == 1.05);
    assert_false(parse_real(run, (Str){"1\0002", 3}, what, &d));
    error_take(run);
    run_free(run);
}

/* Results on both sides of the border; what is computed then is in tests/python/big_*. */
static void test_beyond_64_bits(void **state) {
    (void)state;
    assert_prints(
        "print(9223372036854775807 + 1, -9223372036854775807 - 2, 3037000500 * 3037000500)",
        "9223372036854775808 -9223372036854775809 9223372037000250000\n");
    assert_prints("m = -9223372036854775807 - 1\nprint(m // -1, -m, abs(m), m - 1, -m - 1, -(-m))",
                  "9223372036854775808 9223372036854775808 9223372036854775808 "
                  "-9223372036854775809 9223372036854775807 -9223372036854775808\n");
    assert_prints("print(2 ** 63, 1 << 63, int('9223372036854775808'), int(1e19))",
                  "9223372036854775808 9223372036854775808 9223372036854775808 "
                  "10000000000000000000\n");
    assert_prints("print((-9223372036854775807 - 1) % -1, -1 << 63, 0 << 1000)",
                  "0 -9223372036854775808 0\n");
}

/* What would take all memory or time ends the run before it is begun; no handler sees it. */
static void test_without_end(void **state) {
    (void)state;
    assert_budget("try:\n    10 ** 10 ** 10\nexcept BaseException:\n    print('caught')",
                  BUDGET_MEMORY);
    assert_budget("x = 1 << 10 ** 12", BUDGET_MEMORY);
    assert_budget("x = 3\nwhile True:\n    x = x * x", BUDGET_MEMORY);
    assert_budget("x = pow(3 ** 99999, 3 ** 99999, 7 ** 99999)", BUDGET_STEPS);
    assert_budget("import math\nx = math.factorial(10 ** 12)", BUDGET_MEMORY);
    assert_budget("import random\nx = random.getrandbits(10 ** 11)", BUDGET_MEMORY);
    assert_prints("print(0 ** 10 ** 30, 1 ** 10 ** 30, (-1) ** (10 ** 30 + 1), 1 >> 10 ** 30, "
                  "-1 >> 10 ** 30)",
                  "0 1 -1 0 -1\n");
}

static void test_complex(void **state) {
    (void)state;
    assert_prints("print((-8) ** 0.5, 2j * 2j)",
                  "(1.7319121124709868e-16+2.8284271247461903j) (-4+0j)\n");
    assert_prints2(
        "try:\n    (-8) ** 0.5\nexcept ValueError as e:\n    print e, str(1 / 3.0 + 1j), repr(1 / 3.0 + 1j)",
        "negative number cannot be raised to a fractional power "
        "(0.333333333333+1j) (0.3333333333333333+1j)\n");
    assert_refused("import cmath\ncmath.acos(2)", "cmath.acos is not modelled");
}

static void test_python2(void **state) {
    (void)state;
    assert_prints2("print 7 / 2, -7 / 2, 7 / 2.0, 1e16, 1.0 / 3, repr(1.0 / 3), round(2.5)",
                   "3 -4 3.5 1e+16 0.333333333333 0.3333333333333333 3.0\n");
    assert_prints2("print 10L, 0777, oct(8), None < 1, isinstance(5, long), cmp(1, 2)",
                   "10 511 010 True False -1\n");
    assert_prints2(
        "import sys\nprint repr(10L), 2 ** 62, [2 ** 63], type(sys.maxint + 1), -5L // 2, "
        "hex(255L), int(5L), [long(7)], isinstance(2 ** 64, (int, long)), 3L == 3, "
        "[5L + 1, int(2 ** 70) - 2 ** 70, 7L & 3, -2L ** 2, abs(-3L), 1L << 3]",
        "10L 4611686018427387904 [9223372036854775808L] <type 'long'> -3 0xffL 5 [7L] "
        "True True [6L, 0L, 3L, -4L, 3L, 8L]\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hash_is_cpythons),
        cmocka_unit_test(test_division_is_rounded_once),
        cmocka_unit_test(test_comparison_is_exact),
        cmocka_unit_test(test_round),
        cmocka_unit_test(test_digits),
        cmocka_unit_test(test_parse),
        cmocka_unit_test(test_beyond_64_bits),
        cmocka_unit_test(test_without_end),
        cmocka_unit_test(test_complex),
        cmocka_unit_test(test_python2),
    };
    return cmocka_run_group_tests_name("numbers", tests, NULL, NULL);
}
