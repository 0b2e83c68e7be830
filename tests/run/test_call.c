/* Calls: how arguments find parameters. The many messages are in tests/python/call_arguments.py. */
#include "tests/run/program.h"

static void test_defaults_and_stars(void **state) {
    (void)state;
    assert_prints("def f(a, b=2, *c, d, e=5, **g):\n"
                  "    return a, b, c, d, e, g\n"
                  "print(f(1, d=4))\n"
                  "print(f(1, 2, 3, 4, d=0, z=9))\n"
                  "print(f(*[1, 2, 3], **{'d': 4, 'e': 6}))\n",
                  "(1, 2, (), 4, 5, {})\n"
                  "(1, 2, (3, 4), 0, 5, {'z': 9})\n"
                  "(1, 2, (3,), 4, 6, {})\n");
}

static void test_messages_count_self(void **state) {
    (void)state;
    const char *c = "class C:\n    def m(self, x): pass\n";
    Arena *a = arena_new(0);
    assert_raises(str_printf(a, "%sC().m()\n", c).at,
                  "TypeError: C.m() missing 1 required positional argument: 'x'");
    assert_raises(str_printf(a, "%sC().m(1, 2)\n", c).at,
                  "TypeError: C.m() takes 2 positional arguments but 3 were given");
    assert_raises(str_printf(a, "%sC.m(y=1)\n", c).at,
                  "TypeError: C.m() got an unexpected keyword argument 'y'");
    arena_free(a);
}

static void test_messages_of_missing(void **state) {
    (void)state;
    assert_raises("def f(a, b): pass\nf()\n",
                  "TypeError: f() missing 2 required positional arguments: 'a' and 'b'");
    assert_raises("def f(a, b, c): pass\nf()\n",
                  "TypeError: f() missing 3 required positional arguments: 'a', 'b', and 'c'");
    assert_raises("def f(*, k): pass\nf()\n",
                  "TypeError: f() missing 1 required keyword-only argument: 'k'");
    assert_raises("def f(a, b=1): pass\nf(1, 2, 3)\n",
                  "TypeError: f() takes from 1 to 2 positional arguments but 3 were given");
    assert_raises("def f(a, *, k=1): pass\nf(1, 2, k=3)\n",
                  "TypeError: f() takes 1 positional argument but 2 positional arguments (and 1 "
                  "keyword-only argument) were given");
    assert_raises("def f(a): pass\nf(1, a=2)\n",
                  "TypeError: f() got multiple values for argument 'a'");
}

static void test_native_messages(void **state) {
    (void)state;
    assert_raises("len()\n", "TypeError: len() takes exactly one argument (0 given)");
    assert_raises("[].append(1, 2)\n",
                  "TypeError: list.append() takes exactly one argument (2 given)");
    assert_raises("{}.keys(1)\n", "TypeError: dict.keys() takes no arguments (1 given)");
    assert_raises("{}.get()\n", "TypeError: get expected at least 1 argument, got 0");
    assert_raises("[].pop(1, 2)\n", "TypeError: pop expected at most 1 argument, got 2");
}

static void test_arguments_do_not_share_a_default(void **state) {
    (void)state;
    assert_prints("def f(x, acc=[]):\n    acc.append(x)\n    return acc\nf(1)\nprint(f(2))\n"
                  "def g(x, acc=None):\n    acc = acc or []\n    acc.append(x)\n    return acc\n"
                  "g(1)\nprint(g(2))\n",
                  "[1, 2]\n[2]\n");
}

static void test_method_objects(void **state) {
    (void)state;
    assert_prints("class C:\n    def m(self, x): return x * 2\n"
                  "c = C()\nf = c.m\ng = c.m\n"
                  "print(f(1), g(2), f == g, c.m(f(3)), [c.m(c.m(i)) for i in range(3)])\n"
                  "c.m = lambda x: 'own'\nprint(c.m(1), f(1))\n"
                  "x = []\nadd = x.append\nadd(1)\nadd(2)\nprint(x, add.__name__)\n",
                  "2 4 True 12 [0, 4, 8]\nown 2\n[1, 2] append\n");
}

static void test_method_of_call_that_fails(void **state) {
    (void)state;
    assert_prints("class C:\n    def m(self, *x): return x\n"
                  "c = C()\n"
                  "def bad(): raise ValueError('b')\n"
                  "for i in range(3):\n"
                  "    try: c.m(1, bad())\n"
                  "    except ValueError: print(c.m(i, c.m(2)))\n",
                  "(0, (2,))\n(1, (2,))\n(2, (2,))\n");
}

static void test_decorators(void **state) {
    (void)state;
    assert_prints(
        "def twice(f):\n    def w(*a, **k):\n        return f(*a, **k) * 2\n    return w\n"
        "def plus(n):\n    def d(f): return lambda *a: f(*a) + n\n    return d\n"
        "@plus(1)\n@twice\ndef f(x): return x\nprint(f(5), f.__name__)\n",
        "11 <lambda>\n");
}

static void test_deep_calls(void **state) {
    (void)state;
    assert_prints("def f(n): return 0 if n == 0 else 1 + f(n - 1)\nprint(f(900))\n", "900\n");
    assert_prints("class A:\n    def __init__(self, n):\n        self.n = A(n - 1) if n else None\n"
                  "    def depth(self): return 1 + (self.n.depth() if self.n else 0)\n"
                  "print(A(400).depth())\n",
                  "401\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_defaults_and_stars),
        cmocka_unit_test(test_messages_count_self),
        cmocka_unit_test(test_messages_of_missing),
        cmocka_unit_test(test_native_messages),
        cmocka_unit_test(test_arguments_do_not_share_a_default),
        cmocka_unit_test(test_method_objects),
        cmocka_unit_test(test_method_of_call_that_fails),
        cmocka_unit_test(test_decorators),
        cmocka_unit_test(test_deep_calls),
    };
    return cmocka_run_group_tests_name("call", tests, NULL, NULL);
}
