/* Exceptions and tracebacks. More tracebacks are in tests/python/traceback_*.py. */
#include "tests/run/program.h"

static void assert_traceback(const char *text, const char *wanted) {
    Ran r = run_text(text);
    assert_int_equal(r.run->trace->end, END_RAISED);
    assert_str(r.error, wanted);
    ran_free(&r);
}

static void test_traceback(void **state) {
    (void)state;
    assert_traceback("def f(x):\n    return 1 / x\n\nf(0)\n",
                     "Traceback (most recent call last):\n"
                     "  File \"p.py\", line 4, in <module>\n"
                     "    f(0)\n"
                     "  File \"p.py\", line 2, in f\n"
                     "    return 1 / x\n"
                     "ZeroDivisionError: division by zero\n");
}

static void test_own_class_has_its_module(void **state) {
    (void)state;
    assert_raises("class E(Exception): pass\nraise E('x')\n", "__main__.E: x");
    assert_raises("class E(Exception): pass\nraise E\n", "__main__.E");
    assert_raises("raise ValueError(1, 'a')\n", "ValueError: (1, 'a')");
    assert_raises("{}['k']\n", "KeyError: 'k'");
}

static void test_chains(void **state) {
    (void)state;
    assert_traceback("try:\n    [][0]\nexcept IndexError as e:\n    raise KeyError('k') from e\n",
                     "Traceback (most recent call last):\n"
                     "  File \"p.py\", line 2, in <module>\n"
                     "    [][0]\n"
                     "IndexError: list index out of range\n"
                     "\n"
                     "The above exception was the direct cause of the following exception:\n"
                     "\n"
                     "Traceback (most recent call last):\n"
                     "  File \"p.py\", line 4, in <module>\n"
                     "    raise KeyError('k') from e\n"
                     "KeyError: 'k'\n");
}

static void test_circle_of_contexts(void **state) {
    (void)state;
    assert_raises("a = ValueError(1)\nb = ValueError(2)\na.__context__ = b\nb.__context__ = a\n"
                  "raise a\n",
                  "ValueError: 1");
}

static void test_context_follows_handlers(void **state) {
    (void)state;
    assert_prints("def context():\n"
                  "    try: raise TypeError\n"
                  "    except TypeError as e: return e.__context__\n"
                  "try: raise KeyError('outer')\n"
                  "except KeyError:\n    print(repr(context()))\n"
                  "print(context())\n"
                  "def g():\n    try: raise ValueError('in g')\n    except ValueError: yield 1\n"
                  "for x in g(): print(context())\n",
                  "KeyError('outer')\nNone\nNone\n");
}

static void test_finally_runs_on_every_way(void **state) {
    (void)state;
    assert_prints("def f(k):\n"
                  "    for i in range(2):\n"
                  "        try:\n"
                  "            if k == 0: return 'return'\n"
                  "            if k == 1: break\n"
                  "            if k == 2: continue\n"
                  "            if k == 3: raise ValueError\n"
                  "        except ValueError: print('caught')\n"
                  "        finally: print('finally', i)\n"
                  "    return 'end'\n"
                  "for k in range(4): print(f(k))\n",
                  "finally 0\nreturn\nfinally 0\nend\nfinally 0\nfinally 1\nend\n"
                  "caught\nfinally 0\ncaught\nfinally 1\nend\n");
}

static void test_name_is_unbound_after_handler(void **state) {
    (void)state;
    assert_raises("try: 1 / 0\nexcept ZeroDivisionError as e: pass\nprint(e)\n",
                  "NameError: name 'e' is not defined");
}

static void test_bad_raise(void **state) {
    (void)state;
    assert_raises("raise 3\n", "TypeError: exceptions must derive from BaseException");
    assert_raises("raise\n", "RuntimeError: No active exception to reraise");
    assert_raises("raise ValueError from 3\n",
                  "TypeError: exception causes must derive from BaseException");
    assert_raises("try: 1 / 0\nexcept 3: pass\n",
                  "TypeError: catching classes that do not inherit from BaseException is not "
                  "allowed");
}

static void test_python2(void **state) {
    (void)state;
    assert_prints2(
        "try:\n    raise ValueError, 'old'\nexcept ValueError, e:\n    print e, repr(e), "
        "e.message\nprint e.args\n",
        "old ValueError('old',) old\n('old',)\n");
}

static void test_errors_in_functions_of_c(void **state) {
    (void)state;
    assert_traceback("def key(x):\n    return x.missing\nsorted([1, 2], key=key)\n",
                     "Traceback (most recent call last):\n"
                     "  File \"p.py\", line 3, in <module>\n"
                     "    sorted([1, 2], key=key)\n"
                     "  File \"p.py\", line 2, in key\n"
                     "    return x.missing\n"
                     "AttributeError: 'int' object has no attribute 'missing'\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_traceback),
        cmocka_unit_test(test_own_class_has_its_module),
        cmocka_unit_test(test_chains),
        cmocka_unit_test(test_circle_of_contexts),
        cmocka_unit_test(test_context_follows_handlers),
        cmocka_unit_test(test_finally_runs_on_every_way),
        cmocka_unit_test(test_name_is_unbound_after_handler),
        cmocka_unit_test(test_bad_raise),
        cmocka_unit_test(test_python2),
        cmocka_unit_test(test_errors_in_functions_of_c),
    };
    return cmocka_run_group_tests_name("exception", tests, NULL, NULL);
}
