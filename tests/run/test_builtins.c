/* The module builtins: what is refused, exits, and what only one Python has. */
#include "tests/run/value.h"

static void test_refused(void **state) {
    (void)state;
    assert_refused("input('name? ')", "input() is not modelled");
    assert_refused("open('file')", "reading file is not allowed");
    assert_refused("exec('x = 1')", "exec() is not modelled");
}

static void test_exit(void **state) {
    (void)state;
    Ran r = run_text("print('a')\nexit(3)\nprint('b')");
    assert_int_equal(r.run->trace->end, END_EXIT);
    assert_int_equal(r.run->trace->exit_status, 3);
    assert_str(r.out, "a\n");
    ran_free(&r);
}

static void test_names(void **state) {
    (void)state;
    assert_raises("xrange(3)", "NameError: name 'xrange' is not defined");
    assert_raises("unicode('a')", "NameError: name 'unicode' is not defined");
    assert_raises("raw_input()", "NameError: name 'raw_input' is not defined");
    assert_prints(
        "print(IOError is OSError, EnvironmentError is OSError, issubclass(KeyError, LookupError))",
        "True True True\n");
    assert_prints("len = 5\nprint(len)\nimport builtins\nprint(builtins.len('abc'))", "5\n3\n");
    assert_prints2("print StandardError is Exception, long, basestring, callable(apply)",
                   "True <type 'long'> <type 'basestring'> True\n");
}

static void test_id_is_the_address_in_reprs(void **state) {
    (void)state;
    assert_prints(
        "class A: pass\na = A()\nprint(hex(id(a)) in repr(a), id(a) == id(a), id(None) == id(None))",
        "True True True\n");
}

static void test_print_is_one_piece(void **state) {
    (void)state;
    Ran r = run_text("print(1, 'a', sep='-', end='.\\n')\n");
    assert_int_equal(r.run->trace->output.count, 1);
    assert_str(r.out, "1-a.\n");
    ran_free(&r);
}

static void test_endless(void **state) {
    (void)state;
    RunOptions options = {.python = 3, .max_steps = 1000};
    Ran r = run_source(STR("p.py"), STR("sum(iter(int, 1))"), &options);
    assert_int_equal(r.run->trace->end, END_BUDGET);
    assert_int_equal(r.run->trace->budget, BUDGET_STEPS);
    ran_free(&r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_exit),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_id_is_the_address_in_reprs),
        cmocka_unit_test(test_print_is_one_piece),
        cmocka_unit_test(test_endless),
    };
    return cmocka_run_group_tests_name("builtins", tests, NULL, NULL);
}
