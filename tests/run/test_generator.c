/* Generators. More is in tests/python/generator_all.py. */
#include "tests/run/program.h"

static void test_send_and_return(void **state) {
    (void)state;
    assert_prints(
        "def g():\n    x = yield 1\n    print('got', x)\n    yield x * 2\n    return 'end'\n"
        "i = g()\nprint(next(i), i.send(5))\n"
        "try: i.send(None)\nexcept StopIteration as e: print(e.value)\n",
        "got 5\n1 10\nend\n");
}

static void test_delegation(void **state) {
    (void)state;
    assert_prints("def inner():\n    x = yield 1\n    y = yield x\n    return x, y\n"
                  "def outer():\n    r = yield from inner()\n    yield r\n    yield from 'ab'\n"
                  "g = outer()\nprint(next(g), g.send('x'), g.send('y'), list(g))\n",
                  "1 x ('x', 'y') ['a', 'b']\n");
}

static void test_throw_and_close(void **state) {
    (void)state;
    assert_prints("def g():\n"
                  "    while True:\n"
                  "        try: yield 1\n"
                  "        except ValueError as e: print('caught', e)\n"
                  "        except GeneratorExit:\n            print('closed')\n            return\n"
                  "i = g()\nnext(i)\nprint(i.throw(ValueError('v')))\ni.close()\nprint(list(i))\n",
                  "caught v\n1\nclosed\n[]\n");
}

static void test_messages(void **state) {
    (void)state;
    const char *g = "def g():\n    yield 1\n    raise StopIteration\n";
    Arena *a = arena_new(0);
    assert_raises(str_printf(a, "%slist(g())\n", g).at,
                  "RuntimeError: generator raised StopIteration");
    assert_raises(str_printf(a, "%sg().send(1)\n", g).at,
                  "TypeError: can't send non-None value to a just-started generator");
    assert_raises("def g(): yield next(i)\ni = g()\nnext(i)\n",
                  "ValueError: generator already executing");
    arena_free(a);
}

static void test_frame_of_a_generator(void **state) {
    (void)state;
    Ran r = run_text("def g(n):\n    m = n + 1\n    yield m\n    m = m + 1\n    yield m\n"
                     "print(list(g(3)))\n");
    const TraceFrame *f = trace_frame_at(r.run->trace, 1);
    assert_str(name_str(f->function), "g");
    assert_int_equal(trace_local_at(f, 1, MOMENT_END).as.integer, 5);
    assert_true(f->left != MOMENT_END);
    ran_free(&r);
}

static void test_lazy_pipelines(void **state) {
    (void)state;
    assert_prints("def count():\n    n = 0\n    while True:\n        yield n\n        n += 1\n"
                  "def take(n, it):\n    for i, x in zip(range(n), it): yield x\n"
                  "print(list(take(4, (x * x for x in count() if x % 2))))\n",
                  "[1, 9, 25, 49]\n");
}

static void test_python2_next(void **state) {
    (void)state;
    assert_prints2("def g():\n    yield 1\n    raise StopIteration\n    yield 2\n"
                   "i = g()\nprint i.next(), list(i), list(g())\n",
                   "1 [] [1]\n");
}

static void test_many_generators(void **state) {
    (void)state;
    assert_prints("def g(n):\n    if n:\n        yield n\n        for x in g(n - 1): yield x\n"
                  "print(sum(g(150)))\n"
                  "live = [g(1) for i in range(2000)]\nprint(sum(next(x) for x in live))\n",
                  "11325\n2000\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_send_and_return),      cmocka_unit_test(test_delegation),
        cmocka_unit_test(test_throw_and_close),      cmocka_unit_test(test_messages),
        cmocka_unit_test(test_frame_of_a_generator), cmocka_unit_test(test_lazy_pipelines),
        cmocka_unit_test(test_python2_next),         cmocka_unit_test(test_many_generators),
    };
    return cmocka_run_group_tests_name("generator", tests, NULL, NULL);
}
