/* Formatting: the functions of C, and sizes that memory cannot hold. */
#include "run/format.h"
#include "tests/run/value.h"

static void check(Run *run, Value v, const char *spec, const char *wanted) {
    Str text;
    assert_true(value_format(run, v, str_of(spec), &text));
    assert_str(text, wanted);
}

static void test_numbers(void **state) {
    (void)state;
    Run *run = fresh_run();
    check(run, value_int(-42), "+08,d", "-000,042");
    check(run, value_int(1234567), "_d", "1_234_567");
    check(run, value_int(255), "#_b", "0b1111_1111");
    check(run, value_int(INT64_MIN), "x", "-8000000000000000");
    check(run, value_float(99999.5), "#.5g", "1.0000e+05");
    check(run, value_float(123.0), ".3", "1.23e+02");
    check(run, value_float(0.5), ".0%", "50%");
    check(run, value_float(2.5), ".0f", "2");
    check(run, value_float(-0.0), "z.1f", "0.0");
    check(run, value_bool(true), "d", "1");
    check(run, value_none(), "", "None");
    run_free(run);
}

static void test_layout(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Spec spec = {.fill = STR("\xc3\xa9"), .align = '^', .width = 9};
    Number n = {.sign = "-", .prefix = STR("0x"), .digits = STR("1f"), .rest = STR(""), .group = 4};
    assert_str(number_layout(a, &spec, &n), "\xc3\xa9\xc3\xa9-0x1f\xc3\xa9\xc3\xa9");
    spec.align = '=';
    assert_str(number_layout(a, &spec, &n), "-0x\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
                                            "1f");
    arena_free(a);
}

static void test_budgets(void **state) {
    (void)state;
    assert_budget("'%1000000000d' % 5", BUDGET_MEMORY);
    assert_budget("'%.1000000000f' % 5", BUDGET_MEMORY);
    assert_budget("'%1000000000s' % 5", BUDGET_MEMORY);
    assert_budget("format(5, '1000000000d')", BUDGET_MEMORY);
    assert_budget("format(5, '01000000000,d')", BUDGET_MEMORY);
    assert_budget("format(5.5, '.1000000000f')", BUDGET_MEMORY);
    assert_budget("format(5, '99999999999999d')", BUDGET_MEMORY);
    assert_budget("format('a', '>99999999999999')", BUDGET_MEMORY);
    assert_budget("'{:{}}'.format(5, 10 ** 10)", BUDGET_MEMORY);
    assert_raises("'%99999999999999999999d' % 5", "ValueError: width too big");
    assert_raises("format(5, '99999999999999999999')",
                  "ValueError: Too many decimal digits in format string");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_layout),
        cmocka_unit_test(test_budgets),
    };
    return cmocka_run_group_tests_name("format", tests, NULL, NULL);
}
