/* Lists, tuples, ranges: their history, deep and endless ones. */
#include "tests/run/value.h"

static void test_history(void **state) {
    (void)state;
    Ran r = run_text("a = [1]\n"
                     "a.append(2)\n"
                     "a[0] = 'x'\n"
                     "a.insert(0, None)\n"
                     "a.pop()\n"
                     "del a[0]\n"
                     "a += [3, 4]\n"
                     "a.sort(key=str)\n"
                     "a[:] = []\n"
                     "a.append(a)\n");
    const char *const shown[] = {"[1]",         "[1, 2]",     "['x', 2]",    "[None, 'x', 2]",
                                 "[None, 'x']", "['x']",      "['x', 3, 4]", "[3, 4, 'x']",
                                 "[]",          "[[[[...]]]]"};
    for (size_t k = 0; k < sizeof shown / sizeof *shown; k++) {
        assert_str(shown_at(&r, "a", k + 1), shown[k]);
    }
    ran_free(&r);
}

static void test_one_change_an_operation(void **state) {
    (void)state;
    Ran r = run_text("a = list(range(10))\na.sort(reverse=True)\na[::2] = [0] * 5\na *= 2\n");
    const Trace *t = r.run->trace;
    size_t changes = 0;
    for (size_t i = 0; i < t->events.count; i++) {
        const Event *e = LOG_AT(&t->events, Event, i);
        changes += e->kind == EVENT_CHANGE && trace_line(t, e->site) > 0;
    }
    assert_int_equal(changes, 3);
    ran_free(&r);
}

static void count_part(void *context, Str label, Value part) {
    (void)label, (void)part;
    ++*(int *)context;
}

static void test_parts(void **state) {
    (void)state;
    Ran r = run_text("a = list(range(100))\nclass L(list): pass\nb = L('ab')\nb.name = 1\n");
    assert_true(str_ends(shown_at(&r, "a", 1), STR(", 19, ...]")));
    const TraceFrame *f = trace_frame_at(r.run->trace, r.run->main->frame);
    int counts[2] = {0, 0};
    for (uint32_t i = 0; i < f->ncells; i++) {
        Value v = cell_get(&f->cells[i]);
        if (is_list(r.run, v)) {
            v.as.object->type->parts(v.as.object, MOMENT_END, count_part,
                                     &counts[is_exactly(v, r.run->type.list)]);
        }
    }
    assert_int_equal(counts[1], 100);
    assert_int_equal(counts[0], 3);
    ran_free(&r);
}

static void test_slices(void **state) {
    (void)state;
    Run *run = fresh_run();
    SliceRange r;
    Value none = value_none();
    assert_true(slice_resolve(run, slice_make(run, none, none, value_int(-1)), 5, &r));
    assert_int_equal(r.start, 4);
    assert_int_equal(r.count, 5);
    assert_true(slice_resolve(
        run, slice_make(run, value_int(INT64_MIN), value_int(INT64_MAX), value_int(INT64_MAX)), 5,
        &r));
    assert_int_equal(r.count, 1);
    assert_true(slice_resolve(run, slice_make(run, none, none, value_int(INT64_MIN)), 5, &r));
    assert_int_equal(r.count, 1);
    assert_false(slice_resolve(run, slice_make(run, none, none, value_int(0)), 5, &r));
    run_free(run);
}

static void test_huge_ranges(void **state) {
    (void)state;
    assert_prints("r = range(-9223372036854775807, 1, 2)\n"
                  "print(r[0], -5 in r, r[-1:] == r[-1:], bool(r))\n"
                  "print(next(iter(range(9223372036854775806, 9223372036854775807))))\n"
                  "print(list(range(9223372036854775800, 9223372036854775807, 5)))",
                  "-9223372036854775807 True True True\n9223372036854775806\n"
                  "[9223372036854775800, 9223372036854775805]\n");
    assert_refused("range(-9223372036854775807, 9223372036854775807)",
                   "a range with an integer beyond 64 bits is not modelled");
}

static void test_budgets(void **state) {
    (void)state;
    assert_budget("[0] * 10 ** 9", BUDGET_MEMORY);
    assert_budget("[0] * 2 ** 62", BUDGET_MEMORY);
    assert_budget("(1, 2) * 10 ** 12", BUDGET_MEMORY);
    assert_budget("a = [0] * 1000\na *= 10 ** 9", BUDGET_MEMORY);
    assert_budget("list(range(10 ** 9))", BUDGET_MEMORY);
    assert_budget("sorted(range(10 ** 9))", BUDGET_MEMORY);
    assert_budget("list(iter(int, 1))", BUDGET_MEMORY);
    assert_budget("a = []\nwhile True:\n    a.append(a)", BUDGET_MEMORY);
    assert_budget("a = [1]\nwhile True:\n    a += a", BUDGET_MEMORY);
}

static void test_depth(void **state) {
    (void)state;
    const char *nest = "a = b = []\nfor i in range(100000):\n    a, b = [a], [b]\n";
    const char *const uses[] = {"repr(a)", "a == b", "a < b", "str({1: a})", "'%s' % (a,)"};
    for (size_t i = 0; i < sizeof uses / sizeof *uses; i++) {
        Arena *a = arena_new(0);
        const char *text = str_printf(a,
                                      "%stry:\n    %s\nexcept RecursionError as e:\n"
                                      "    print('too deep')\n",
                                      nest, uses[i])
                               .at;
        assert_prints(text, "too deep\n");
        arena_free(a);
    }
    assert_prints("t = ()\nfor i in range(100000):\n    t = (t,)\n"
                  "try:\n    hash(t)\nexcept RecursionError:\n    print('too deep')",
                  "too deep\n");
}

static void test_python2(void **state) {
    (void)state;
    assert_prints2(
        "print range(3), xrange(2), zip('ab', 'cd'), map(None, [1, 2], [3]), map(str, [1])",
        "[0, 1, 2] xrange(2) [('a', 'c'), ('b', 'd')] [(1, 3), (2, None)] ['1']\n");
    assert_prints2("l = [3, 1, 2]\nl.sort(lambda a, b: cmp(b, a))\nprint l, sorted(l, cmp)",
                   "[3, 2, 1] [1, 2, 3]\n");
    assert_prints2("print filter(None, (0, 1)), filter(str.isalpha, 'a1'), reduce(cmp, [1, 2])",
                   "(1,) a -1\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_history),     cmocka_unit_test(test_one_change_an_operation),
        cmocka_unit_test(test_parts),       cmocka_unit_test(test_slices),
        cmocka_unit_test(test_huge_ranges), cmocka_unit_test(test_budgets),
        cmocka_unit_test(test_depth),       cmocka_unit_test(test_python2),
    };
    return cmocka_run_group_tests_name("sequences", tests, NULL, NULL);
}
