/* Standard modules that are written in Python (src/run/library): they work, and leave no trace of
 * their own. */
#include "tests/run/value.h"

static const char calls[] = "import functools\n"
                            "@functools.singledispatch\n"
                            "def f(x):\n"
                            "    return 'any'\n"
                            "@f.register(int)\n"
                            "def g(x):\n"
                            "    y = x + 1\n"
                            "    return y\n"
                            "print(f(1), f('a'))\n";

/* Steps and frames are the program's own; what the library calls is called by the program. */
static void test_no_trace(void **state) {
    (void)state;
    Ran r = run_text(calls);
    const Trace *t = r.run->trace;
    assert_str(r.out, "2 any\n");
    assert_int_equal(t->modules.count, 1);
    for (size_t i = 1; i <= trace_steps(t); i++) {
        assert_true(trace_line(t, trace_step_at(t, i)->site) > 0);
    }
    for (uint32_t i = 0; i < t->frames.count; i++) {
        const TraceFrame *f = trace_frame_at(t, i);
        assert_int_equal(f->module, 0);
        assert_true(i == 0 || f->parent == 0);
        assert_true(i == 0 || trace_line(t, f->call_site) == 9);
    }
    for (size_t i = 0; i < t->events.count; i++) {
        const Event *e = LOG_AT(&t->events, Event, i);
        assert_true(e->site == 0xffffff || trace_line(t, e->site) > 0);
    }
    ran_free(&r);
}

/* An error of the library is raised by the line that called. */
static void test_errors(void **state) {
    (void)state;
    Ran r = run_text(
        "import string\n\ndef f(t):\n    return t.substitute()\n\nf(string.Template('$a'))\n");
    assert_str(r.error, "Traceback (most recent call last):\n"
                        "  File \"p.py\", line 6, in <module>\n"
                        "    f(string.Template('$a'))\n"
                        "  File \"p.py\", line 4, in f\n"
                        "    return t.substitute()\n"
                        "KeyError: 'a'\n");
    const TraceError *e = *LOG_AT(&r.run->trace->errors, TraceError *, 0);
    assert_int_equal(trace_line(r.run->trace, e->cause.site), 4);
    ran_free(&r);
}

/* A generator of the library goes on inside of whoever asks for the next item. */
static void test_generator(void **state) {
    (void)state;
    Ran r = run_text("import heapq\n"
                     "def key(x):\n"
                     "    return -x\n"
                     "m = heapq.merge([3, 1], [2], key=key)\n"
                     "def ask():\n"
                     "    return next(m)\n"
                     "print(ask(), next(m))\n");
    const Trace *t = r.run->trace;
    assert_str(r.out, "3 2\n");
    const TraceFrame *last = trace_frame_at(t, (uint32_t)t->frames.count - 1);
    assert_str(name_str(last->function), "key");
    assert_int_equal(trace_line(t, last->call_site), 7);
    ran_free(&r);
}

static void test_budgets(void **state) {
    (void)state;
    RunOptions options = {.python = 3, .max_steps = 20000, .max_memory = (size_t)64 << 20};
    const char *const texts[] = {
        "import csv, itertools\nnext(csv.reader(itertools.chain(['\"a'], itertools.repeat('b'))))\n",
        "import collections, itertools\nd = collections.ChainMap(*[{}] * 1000000)\nlen(d)\n",
        "import heapq, itertools\nfor x in heapq.merge(itertools.count()): pass\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        Ran r = run_source(STR("p.py"), str_of(texts[i]), &options);
        assert_int_equal(r.run->trace->end, END_BUDGET);
        ran_free(&r);
    }
}

/* Names that neither part of a module has. */
static void test_missing(void **state) {
    (void)state;
    assert_raises("import functools\nfunctools.nothing\n",
                  "AttributeError: module 'functools' has no attribute 'nothing'");
    assert_raises("import textwrap\ntextwrap.nothing\n",
                  "AttributeError: module 'textwrap' has no attribute 'nothing'");
    assert_prints("from string import *\nprint(capwords('a b'))\n", "A B\n");
    assert_prints2("import string\nprint string.Template('$x').substitute(x=1)\n", "1\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_trace),  cmocka_unit_test(test_errors),
        cmocka_unit_test(test_generator), cmocka_unit_test(test_budgets),
        cmocka_unit_test(test_missing),
    };
    return cmocka_run_group_tests_name("library", tests, NULL, NULL);
}
