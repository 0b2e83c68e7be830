/* Strings and bytes: what the programs of tests/python do not reach. */
#include "tests/run/value.h"

#include <string.h>

static void test_parts_share_bytes(void **state) {
    (void)state;
    Run *run = fresh_run();
    Value v = str_make(run, STR("h\xc3\xa9llo"));
    const StrObject *s = (const StrObject *)v.as.object;
    assert_int_equal(s->length, 5);
    assert_str(text_at(s, 1), "\xc3\xa9");
    assert_str(text_slice(s, 2, 4), "ll");
    assert_ptr_equal(text_slice(s, 2, 4).at, s->text.at + 3);
    assert_str(text_slice(s, 3, 3), "");
    run_free(run);
}

static void test_repr(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    assert_str(text_repr(a, STR("a'b"), false, false), "\"a'b\"");
    assert_str(text_repr(a, STR("a'\"b"), false, false), "'a\\'\"b'");
    assert_str(text_repr(a, STR("\xed\xa0\x80"), false, false), "'\\ud800'");
    assert_str(text_repr(a, STR("\xc3\xa9"), true, false), "'\\xc3\\xa9'");
    assert_str(text_repr(a, STR("\xc3\xa9"), true, true), "u'\\xe9'");
    assert_str(bytes_repr(a, (Str){"a\0\xff", 3}), "b'a\\x00\\xff'");
    assert_str(text_ascii_only(a, STR("a\xf0\x9f\x98\x80")), "a\\U0001f600");
    arena_free(a);
}

static void test_show_cuts(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Sink out = sink_memory(a);
    char text[200];
    memset(text, 'x', sizeof text);
    text_show(&out, (Str){text, sizeof text}, false, false);
    Str shown = sink_str(&out);
    assert_true(str_ends(shown, STR("x'...")));
    assert_int_equal(shown.len, 80 + 2 + 3);
    arena_free(a);
}

static void test_letters(void **state) {
    (void)state;
    assert_true(cp_is_alpha(0x4f60) && cp_is_alpha('z') && !cp_is_alpha('1') && !cp_is_alpha(0xd7));
    assert_true(cp_is_space(0x3000) && cp_is_space('\n') && !cp_is_space(0x200b));
    assert_int_equal(cp_upper(0xe9), 0xc9);
    assert_int_equal(cp_lower(0x3a9), 0x3c9);
    assert_int_equal(cp_upper(0xff), 0x178);
    assert_int_equal(cp_lower(0x178), 0xff);
    assert_int_equal(cp_upper(0x101), 0x100);
    assert_int_equal(cp_lower(0x139), 0x13a);
    assert_int_equal(cp_digit(0x0663), 3);
    assert_true(!cp_is_printable(0xad) && !cp_is_printable(0xd800) && cp_is_printable(0x1f600));
}

static void test_budgets(void **state) {
    (void)state;
    assert_budget("'a' * 10 ** 10", BUDGET_MEMORY);
    assert_budget("'ab' * 10 ** 18", BUDGET_MEMORY);
    assert_budget("'x'.ljust(10 ** 12)", BUDGET_MEMORY);
    assert_budget("'x'.center(10 ** 18)", BUDGET_MEMORY);
    assert_budget("'\\t'.expandtabs(10 ** 12)", BUDGET_MEMORY);
    assert_budget("b'x' * 2 ** 62", BUDGET_MEMORY);
    assert_budget("bytes(10 ** 12)", BUDGET_MEMORY);
    assert_budget("x = 'ab'\nwhile True:\n    x = x + x", BUDGET_MEMORY);
    assert_budget("x = 'a' * 10 ** 6\nx.replace('a', x)", BUDGET_MEMORY);
    assert_budget("while True:\n    print('line')", BUDGET_OUTPUT);
}

static void test_output_is_cut_at_a_character(void **state) {
    (void)state;
    RunOptions options = {.python = 3, .max_output = 4};
    Ran r = run_source(STR("p.py"), STR("print('abc\xc3\xa9')"), &options);
    assert_int_equal(r.run->trace->end, END_BUDGET);
    assert_str(r.out, "abc");
    ran_free(&r);
}

static void test_python2(void **state) {
    (void)state;
    assert_prints2("print repr(u'a'), [u'b', 'c'], repr('a' + u'b'), repr(','.join([u'x', 'y']))",
                   "u'a' [u'b', 'c'] u'ab' u'x,y'\n");
    assert_prints2("print type(u'a'), isinstance(u'a', basestring), isinstance('a', unicode)",
                   "<type 'unicode'> True False\n");
    assert_prints2("print repr('a'.decode('utf-8')), u'\\u4f60'.encode('utf-8'), u'a' == 'a'",
                   "u'a' \xe4\xbd\xa0 True\n");
    assert_prints2("print repr('%s' % u'x'), '%d' % 2.7, '{0}'.format(3), bytes is str",
                   "u'x' 2 3 True\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts_share_bytes),
        cmocka_unit_test(test_repr),
        cmocka_unit_test(test_show_cuts),
        cmocka_unit_test(test_letters),
        cmocka_unit_test(test_budgets),
        cmocka_unit_test(test_output_is_cut_at_a_character),
        cmocka_unit_test(test_python2),
    };
    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
