/* Dicts and sets: the table, its history, and the order of sets. */
#include "tests/run/value.h"

#include <string.h>

static void test_find_and_delete(void **state) {
    (void)state;
    Run *run = fresh_run();
    Value d = dict_make(run), v;
    DictObject *table = (DictObject *)d.as.object;
    bool found;
    for (int64_t i = 0; i < 10000; i++) {
        assert_true(dict_set(run, d, value_int(i), value_int(i * i)));
    }
    for (int64_t i = 0; i < 10000; i += 2) {
        assert_true(table_remove(run, table, value_int(i), &v));
        assert_int_equal(v.as.integer, i * i);
    }
    assert_int_equal(table->live, 5000);
    for (int64_t i = 0; i < 10000; i++) {
        assert_true(dict_get(run, d, value_float((double)i), &found, &v));
        assert_int_equal(found, i % 2);
    }
    assert_true(dict_set(run, d, value_bool(true), value_none()));
    assert_int_equal(table->live, 5000);
    run_free(run);
}

/* A queue: the index must not fill up with deleted keys. */
static void test_churn(void **state) {
    (void)state;
    Run *run = fresh_run();
    Value d = dict_make(run), v;
    DictObject *table = (DictObject *)d.as.object;
    for (int64_t i = 0; i < 100000; i++) {
        assert_true(dict_set(run, d, value_int(i), value_none()));
        if (i >= 10) {
            assert_true(table_remove(run, table, value_int(i - 10), &v));
        }
    }
    assert_int_equal(table->live, 10);
    assert_true(table->nindex <= 128);
    assert_int_equal(table->first, 99990);
    run_free(run);
}

static void test_names(void **state) {
    (void)state;
    Run *run = fresh_run();
    Value d = dict_make(run), v;
    dict_set_name(run, d, "key", value_int(5));
    assert_true(dict_get_name(run, d, "key", &v));
    assert_int_equal(v.as.integer, 5);
    assert_false(dict_get_name(run, d, "other", &v));
    assert_false(dict_set(run, d, list_make(run, 0, NULL), value_none()));
    assert_true(error_is(run, run->exception.TypeError));
    run_free(run);
}

static void test_history(void **state) {
    (void)state;
    Ran r = run_text("d = {'a': 1}\n"
                     "d['b'] = 2\n"
                     "d['a'] = 10\n"
                     "del d['a']\n"
                     "d['a'] = 3\n"
                     "d.update(c=4)\n"
                     "d.popitem()\n"
                     "d.clear()\n"
                     "s = {3, 1, 2}\n"
                     "s.add(9)\n"
                     "s -= {1, 2}\n"
                     "s.clear()\n");
    const char *const dict[] = {
        "{'a': 1}",         "{'a': 1, 'b': 2}",         "{'a': 10, 'b': 2}", "{'b': 2}",
        "{'b': 2, 'a': 3}", "{'b': 2, 'a': 3, 'c': 4}", "{'b': 2, 'a': 3}",  "{}"};
    for (size_t k = 0; k < sizeof dict / sizeof *dict; k++) {
        assert_str(shown_at(&r, "d", k + 1), dict[k]);
    }
    const char *const set[] = {"{1, 2, 3}", "{1, 2, 3, 9}", "{9, 3}", "set()"};
    for (size_t k = 0; k < sizeof set / sizeof *set; k++) {
        assert_str(shown_at(&r, "s", k + 9), set[k]);
    }
    ran_free(&r);
}

static void label_part(void *context, Str label, Value part) {
    (void)part;
    Sink *out = context;
    sink_put(out, label);
}

static void test_labels(void **state) {
    (void)state;
    Run *run = fresh_run();
    Value d = dict_make(run);
    dict_set_name(run, d, "key", value_int(5));
    dict_set(run, d, value_int(7), value_none());
    char text[200];
    memset(text, 'k', sizeof text);
    dict_set(run, d, str_make(run, (Str){text, sizeof text}), value_none());
    Arena *a = arena_new(0);
    Sink out = sink_memory(a);
    d.as.object->type->parts(d.as.object, MOMENT_END, label_part, &out);
    assert_true(str_starts(sink_str(&out), STR("['key'][7]['kkk")));
    assert_true(str_ends(sink_str(&out), STR("k...]")));
    arena_free(a);
    run_free(run);
}

/* These orders were printed by CPython 3.11. */
static void test_set_order(void **state) {
    (void)state;
    assert_prints("print({10, 5, 0, 7}, {100, 1, 50, 33}, {24, 14, 1.5, 50, 4}, {-1, -2, 5})",
                  "{0, 10, 5, 7} {1, 50, 100, 33} {1.5, 50, 4, 24, 14} {5, -1, -2}\n");
    assert_prints(
        "s = {1, 9}\ns.discard(1)\ns.add(17)\nprint(s)\n"
        "s = set([0, 1, 2, 3, 4, 5, 32, 20])\ns -= {0, 1, 3}\ns.add(64)\ns.add(96)\nprint(s)",
        "{17, 9}\n{96, 2, 64, 4, 5, 32, 20}\n");
    assert_prints("print({'b', 'a', 'c'}, {'x'} | {'a'}, list(set('hello')))",
                  "{'b', 'a', 'c'} {'x', 'a'} ['h', 'e', 'l', 'o']\n");
}

static void test_sets_that_change_in_comparisons(void **state) {
    (void)state;
    assert_prints("class K:\n"
                  "    def __hash__(self):\n        return 1\n"
                  "    def __eq__(self, other):\n"
                  "        s.clear()\n        d.clear()\n        return False\n"
                  "s, d = set(), {}\n"
                  "a, b = K(), K()\n"
                  "s.add(a)\nd[a] = 1\n"
                  "print(b in s, b in d)\n"
                  "s.add(a)\ns.add(b)\nd[a] = 1\nd[b] = 2\nprint(len(s) > 0, len(d) > 0)\n",
                  "False False\nFalse True\n");
}

static void test_budgets(void **state) {
    (void)state;
    assert_budget("set(range(10 ** 9))", BUDGET_MEMORY);
    assert_budget("dict.fromkeys(range(10 ** 9))", BUDGET_MEMORY);
    assert_budget("d = {}\nwhile True:\n    d[len(d)] = 1", BUDGET_MEMORY);
}

static void test_python2(void **state) {
    (void)state;
    assert_prints2("d = {'a': 1}\nprint d.keys(), d.items(), d.has_key('a'), list(d.iteritems())",
                   "['a'] [('a', 1)] True [('a', 1)]\n");
    assert_prints2("print set([2, 1]), frozenset([1]), set()",
                   "set([1, 2]) frozenset([1]) set([])\n");
    assert_raises("{}.has_key(1)", "AttributeError: 'dict' object has no attribute 'has_key'");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_find_and_delete),
        cmocka_unit_test(test_churn),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_history),
        cmocka_unit_test(test_labels),
        cmocka_unit_test(test_set_order),
        cmocka_unit_test(test_sets_that_change_in_comparisons),
        cmocka_unit_test(test_budgets),
        cmocka_unit_test(test_python2),
    };
    return cmocka_run_group_tests_name("tables", tests, NULL, NULL);
}
