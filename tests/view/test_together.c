/* test_together.c: two runs that step together: positions, marks, and what differs in words. */
#include "base/file.h"
#include "tests/test.h"
#include "tf/tf.h"
#include "view/together_inner.h"

/* ---- pairs of runs ---- */

typedef struct Two {
    Arena *arena;
    Run *run[2];
    const Together *together;
} Two;

static Run *run_text(const Source *source, int minor) {
    RunOptions options = {0};
    Run *run = run_new(&options);
    assert_non_null(run);
    assert_true(tf_install(run, minor));
    assert_true(run_program(run, source));
    return run;
}

static Two two_sources(Arena *a, const Source *x, int minor_x, const Source *y, int minor_y) {
    Two t = {.arena = a, .run = {run_text(x, minor_x), run_text(y, minor_y)}};
    const Why *why_x = why_make(a, t.run[0]->trace), *why_y = why_make(a, t.run[1]->trace);
    t.together = together_make(a, why_x, why_y, str_eq(x->text, y->text));
    return t;
}

/* Programs behind their import of tensorflow, which is line 1. */
static Two two(const char *x, const char *y) {
    Arena *a = arena_new(0);
    const Source *source[2];
    for (int i = 0; i < 2; i++)
        source[i] = source_make(a, STR("test.py"),
                                str_printf(a, "import tensorflow as tf\n%s\n", i ? y : x));
    return two_sources(a, source[0], 4, source[1], 4);
}

static Two two_lessons(const char *x, int minor_x, const char *y, int minor_y) {
    Arena *a = arena_new(0);
    const Source *source[2];
    Str error;
    for (int i = 0; i < 2; i++) {
        const char *path = test_path(a, str_printf(a, "tests/course/%s/program.py", i ? y : x).at);
        assert_true(file_read_source(a, path, &source[i], &error));
    }
    return two_sources(a, source[0], minor_x, source[1], minor_y);
}

static void done(Two *t) {
    run_free(t->run[0]);
    run_free(t->run[1]);
    arena_free(t->arena);
}

/* After so many steps of a run. */
static TogetherAt after(const Two *t, bool second, size_t step) {
    return (TogetherAt){second, step, trace_step_end(t->run[second]->trace, step)};
}

static size_t other_step(const Two *t, bool second, size_t step) {
    return together_other(t->together, after(t, second, step)).step;
}

static void check_words(const Two *t, TogetherAt at, const char *wanted) {
    Sink out = sink_memory(t->arena);
    doc_put(together_words(t->arena, t->together, at, (TogetherNames){0}), &out);
    assert_str(sink_str(&out), wanted);
}

/* ---- the examples of the documents ---- */

/* The same function in a variable scope and in a name scope: step by step the same lines. */
static void variable_scope_and_name_scope(void **state) {
    (void)state;
    Two t = two_lessons("01-box-variable-scope", 4, "02-box-name-scope", 4);
    size_t steps = trace_steps(t.run[0]->trace);
    assert_int_equal(steps, 11);
    assert_int_equal(trace_steps(t.run[1]->trace), steps);
    for (size_t k = 0; k <= steps; k++) {
        assert_int_equal(other_step(&t, false, k), k);
        assert_int_equal(other_step(&t, true, k), k);
    }
    check_words(&t, after(&t, false, 3),
                "Nothing differs in this step. The next difference comes at step 4.\n");
    check_words(
        &t, after(&t, false, 6),
        "here: makes the variable scope_vars/b:0  beside: makes the variable b:0\n"
        "  here: tf.get_variable looks it up as \"scope_vars/b\": the variable scope's prefix is "
        "\"scope_vars\".  (line 4)\n"
        "  beside: tf.get_variable looks it up as \"b\": no variable scope adds a prefix.  (line 6)\n"
        "  beside: The name scope \"scope_name\" is ignored: tf.get_variable looks at the variable "
        "scope only.  (line 4)\n");
    check_words(
        &t, after(&t, true, 5),
        "here: makes the variable scope_name/a:0  beside: makes the variable scope_vars/a:0\n"
        "  here: tf.Variable takes the op scope as its prefix, which is \"scope_name\" here.  (line "
        "4)\n"
        "  beside: tf.Variable takes the op scope as its prefix, which is \"scope_vars\" here.  "
        "(line 4)\n");
    check_words(&t, after(&t, false, 10), "here: prints scope_vars  beside: prints scope_name\n");
    done(&t);
}

/* Two scopes, a, b, c, the product and the sum, and the text that was printed. */
static void counting(void **state) {
    (void)state;
    Two t = two_lessons("01-box-variable-scope", 4, "02-box-name-scope", 4);
    assert_int_equal(together_count(t.together, after(&t, false, 3)), 0);
    assert_int_equal(together_count(t.together, after(&t, false, 6)), 3);
    assert_int_equal(together_count(t.together, after(&t, true, 11)), 8);
    assert_int_equal(together_next(t.together, after(&t, false, 6)), 7);
    assert_int_equal(together_next(t.together, after(&t, true, 0)), 4);
    assert_int_equal(together_next(t.together, after(&t, false, 10)), 0);
    done(&t);
}

/* What is folded away is compared node by node, as long as there is time. */
static void below_a_branch(void **state) {
    (void)state;
    Two t =
        two("with tf.name_scope('s'):\n    for i in range(3):\n        tf.constant(1, name='c')\n"
            "tf.constant(1, name='e')",
            "with tf.name_scope('s'):\n    for i in range(3):\n        tf.constant(1, name='c')\n"
            "tf.constant(2.0, name='e')");
    TogetherAt at = after(&t, false, trace_steps(t.run[0]->trace));
    const Outlines *all = outlines_make(t.arena, t.run[0]->trace);
    const Outlines *others = outlines_make(t.arena, t.run[1]->trace);
    const Outline *o = outlines_of_graph(all, 0, true), *other = outlines_of_graph(others, 0, true);
    uint32_t s = outline_find(o, STR("s")), e = outline_find(o, STR("e"));
    size_t most = 100;
    assert_int_equal(together_below(t.together, at, o, s, &most), BELOW_SAME);
    assert_int_equal(most, 97);
    most = 2;
    assert_int_equal(together_below(t.together, at, o, s, &most), BELOW_UNKNOWN);
    assert_int_equal(together_branch(t.together, at, outline_branch(o, s), other), DIFFERS_NOT);
    assert_int_equal(together_branch(t.together, at, outline_branch(o, s), NULL), DIFFERS_ONLY);
    assert_int_equal(together_branch(t.together, at, outline_branch(o, e), other), DIFFERS_OTHER);
    done(&t);
}

static void two_releases(void **state) {
    (void)state;
    Two t = two_lessons("09-reuse-inherited", 0, "09-reuse-inherited", 4);
    check_words(&t, after(&t, false, 12),
                "Nothing differs in this step. The next difference comes at step 13.\n");
    check_words(
        &t, after(&t, false, 13),
        "here: enters root_3/, variables below \"root\", reuse False"
        "  beside: enters root_3/, variables below \"root\", reuse True\n"
        "  here: In TensorFlow 1.0, reuse=False switches the reuse of a scope object off.  (line "
        "18)\n"
        "  beside: A scope object brings its own reuse flag; the scope around it does not count.  "
        "(line 16)\n"
        "  beside: reuse=False is the same as None here: it switches nothing off.  (line 18)\n");
    check_words(&t, after(&t, true, 14), "here: prints True  beside: prints False\n");
    done(&t);
}

/* ---- edits ---- */

/* A line more: the other run waits while it runs. */
static void one_line_more(void **state) {
    (void)state;
    Two t = two("a = 1\nb = 2", "a = 1\nx = tf.constant(1, name='x')\nb = 2");
    assert_int_equal(other_step(&t, false, 2), 2);
    assert_int_equal(other_step(&t, false, 3), 4);
    assert_int_equal(other_step(&t, true, 3), 2);
    assert_false(together_paired(t.together, true, 3));
    assert_true(together_paired(t.together, true, 4));
    assert_int_equal(together_line(t.together, true, 4), 3);
    assert_int_equal(together_line(t.together, true, 3), 0);
    assert_int_equal(together_line(t.together, false, 99), 0);
    check_words(&t, after(&t, true, 3),
                "Only here: the step of line 3; beside waits.\n"
                "here: makes the op x (Const)  beside: nothing of the kind\n"
                "  here: The call asked for the name \"x\".  (line 3)\n"
                "  here: Nothing was called \"x\" yet, so no suffix was needed.  (line 3)\n");
    check_words(&t, after(&t, false, 2),
                "Nothing differs in this step. The next difference comes at step 3.\n");
    check_words(&t, after(&t, false, 3),
                "Only beside, before this: its step 3, line 3.\n"
                "here: nothing of the kind  beside: makes the op x (Const)\n"
                "  beside: The call asked for the name \"x\".  (line 3)\n"
                "  beside: Nothing was called \"x\" yet, so no suffix was needed.  (line 3)\n");
    done(&t);
}

/* Another name in a line: the lines belong together. */
static void another_name(void **state) {
    (void)state;
    Two t = two("v = tf.get_variable('v', [1])", "v = tf.get_variable('w', [2])");
    assert_int_equal(other_step(&t, false, 2), 2);
    assert_int_equal(together_line_differs(t.together, false, 1), DIFFERS_NOT);
    assert_int_equal(together_line_differs(t.together, true, 2), DIFFERS_OTHER);
    Sink out = sink_memory(t.arena);
    doc_put(together_words(t.arena, t.together, after(&t, false, 2), (TogetherNames){0}), &out);
    assert_true(
        str_starts(sink_str(&out), STR("here: makes the variable v:0  float32_ref (1,)"
                                       "  beside: makes the variable w:0  float32_ref (2,)\n")));
    done(&t);
}

/* What one shares the other is refused. */
static void shared_or_refused(void **state) {
    (void)state;
    Two t = two("v = tf.get_variable('v', [1])\n"
                "with tf.variable_scope('', reuse=True): tf.get_variable('v', [1])",
                "v = tf.get_variable('v', [1])\n"
                "with tf.variable_scope('', reuse=None): tf.get_variable('v', [1])");
    Sink out = sink_memory(t.arena);
    size_t last = trace_steps(t.run[0]->trace);
    doc_put(together_words(t.arena, t.together, after(&t, false, last), (TogetherNames){0}), &out);
    assert_true(str_find(sink_str(&out),
                         STR("here: shares the variable v:0  beside: raises ValueError: Variable v "
                             "already exists, disallowed."),
                         0) >= 0);
    done(&t);
}

/* A loop that runs more often: the rounds that both have belong together. */
static void longer_loop(void **state) {
    (void)state;
    Two t =
        two("for i in range(2):\n    x = i\nprint(x)", "for i in range(4):\n    x = i\nprint(x)");
    size_t n = trace_steps(t.run[0]->trace), m = trace_steps(t.run[1]->trace);
    assert_int_equal(m, n + 4);
    assert_int_equal(other_step(&t, false, n), m);
    assert_int_equal(other_step(&t, true, m), n);
    assert_true(together_paired(t.together, false, n));
    check_words(&t, after(&t, false, n),
                "here: prints 1  beside: prints 3\n"
                "Only beside, before this: its steps 7 to 10, from line 3 on.\n");
    done(&t);
}

/* Inside of a step, the other run stands after as many of its events. */
static void inside_a_step(void **state) {
    (void)state;
    Two t = two("a, b = tf.constant(1), tf.constant(2)", "a, b = tf.constant(1), tf.constant(3)");
    Moment start = trace_step_end(t.run[0]->trace, 1);
    Moment start_y = trace_step_end(t.run[1]->trace, 1);
    TogetherAt at = {false, 2, start + 1};
    assert_int_equal(together_other(t.together, at).moment, start_y + 1);
    assert_int_equal(together_other(t.together, at).step, 2);
    done(&t);
}

/* A text that is no program has no steps and no names. */
static void no_program(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    RunOptions options = {0};
    Run *run[2] = {run_new(&options), run_new(&options)};
    assert_true(tf_install(run[0], 4) && tf_install(run[1], 4));
    assert_true(run_program(run[0], source_make(a, STR("x.py"), STR("print(1)\n"))));
    assert_false(run_program(run[1], source_make(a, STR("y.py"), STR("print(\n"))));
    for (int swapped = 0; swapped < 2; swapped++) {
        const Together *t = together_make(a, why_make(a, run[swapped]->trace),
                                          why_make(a, run[!swapped]->trace), false);
        TogetherAt at = {swapped, 1, trace_step_end(run[0]->trace, 1)};
        assert_int_equal(together_other(t, at).step, 0);
        assert_int_equal(together_other(t, (TogetherAt){!swapped, 0, 0}).step, 0);
        Sink out = sink_memory(a);
        doc_put(together_words(a, t, at, (TogetherNames){0}), &out);
        assert_true(out.len > 0);
    }
    run_free(run[0]);
    run_free(run[1]);
    arena_free(a);
}

/* ---- marks ---- */

static Differs mark_of(const Two *t, bool second, size_t step, const char *name) {
    const Trace *trace = t->run[second]->trace;
    for (size_t i = 0; i < trace->nodes.count; i++) {
        const TraceNode *n = *LOG_AT(&trace->nodes, TraceNode *, i);
        if (str_is(name_str(n->name), name))
            return together_node(t->together, after(t, second, step), n);
    }
    fail();
    return DIFFERS_NOT;
}

static void marks_of_names(void **state) {
    (void)state;
    Two t = two("a = tf.constant(1, name='a')\nb = tf.constant(1, name='b')\n"
                "c = tf.constant(1, name='c')\nd = tf.constant(1, name='d')",
                "a = tf.constant(1, name='a')\nb = tf.constant(1, name='x')\n"
                "c = tf.constant(1., name='c')\n");
    assert_int_equal(mark_of(&t, false, 5, "a"), DIFFERS_NOT);
    assert_int_equal(mark_of(&t, false, 5, "b"), DIFFERS_OTHER);
    assert_int_equal(mark_of(&t, true, 4, "x"), DIFFERS_OTHER);
    assert_int_equal(mark_of(&t, false, 5, "c"), DIFFERS_OTHER);
    assert_int_equal(mark_of(&t, false, 5, "d"), DIFFERS_ONLY);
    done(&t);
}

static void marks_of_output(void **state) {
    (void)state;
    Two t = two("print(1)\nprint(2)\nprint(4)", "print(1)\nprint(3)\nprint(4)");
    assert_int_equal(together_output(t.together, after(&t, false, 4), 0), DIFFERS_NOT);
    assert_int_equal(together_output(t.together, after(&t, false, 4), 1), DIFFERS_OTHER);
    assert_int_equal(together_output(t.together, after(&t, true, 4), 2), DIFFERS_NOT);
    assert_int_equal(together_output(t.together, after(&t, true, 4), 99), DIFFERS_NOT);
    done(&t);
}

/* ---- pairing long sequences ---- */

static StepPairs pairs_of(Arena *a, uint32_t *x, uint32_t n, uint32_t *y, uint32_t m) {
    StepPairs p = {.x = x, .y = y, .n = n, .m = m};
    p.to_y = ARENA_ARRAY(a, n + 1, uint32_t);
    p.to_x = ARENA_ARRAY(a, m + 1, uint32_t);
    return p;
}

/* Pairs keep the order and know each other; returns how many there are. */
static uint32_t check_pairs(const StepPairs *p) {
    uint32_t count = 0, last = 0;
    for (uint32_t i = 0; i < p->n; i++) {
        if (p->to_y[i] == THING_NONE)
            continue;
        assert_true(p->to_y[i] < p->m && p->to_x[p->to_y[i]] == i);
        assert_true(count == 0 || p->to_y[i] > last);
        last = p->to_y[i];
        count++;
    }
    return count;
}

/* A loop of 3 lines; every tenth round one run has a line more. */
static void many_steps(void **state) {
    (void)state;
    enum { ROUNDS = 30000 };
    Arena *a = arena_new(0);
    uint32_t *x = ARENA_ARRAY(a, ROUNDS * 3, uint32_t), n = 0;
    uint32_t *y = ARENA_ARRAY(a, ROUNDS * 4, uint32_t), m = 0;
    for (uint32_t i = 0; i < ROUNDS; i++) {
        for (uint32_t line = 1; line <= 3; line++)
            x[n++] = y[m++] = line;
        if (i % 10 == 0)
            y[m++] = 4;
    }
    StepPairs p = pairs_of(a, x, n, y, m);
    assert_true(together_pair_steps(&p));
    assert_int_equal(check_pairs(&p), n);
    arena_free(a);
}

/* Runs that have nothing in common cost bounded work. */
static void nothing_in_common(void **state) {
    (void)state;
    enum { STEPS = 2000000 };
    Arena *a = arena_new(0);
    uint32_t *x = ARENA_ARRAY(a, STEPS, uint32_t), *y = ARENA_ARRAY(a, STEPS, uint32_t);
    for (uint32_t i = 0; i < STEPS; i++) {
        x[i] = 1;
        y[i] = 2;
    }
    StepPairs p = pairs_of(a, x, STEPS, y, STEPS - 5);
    assert_false(together_pair_steps(&p));
    assert_true(check_pairs(&p) > STEPS / 2);
    assert_int_equal(p.to_y[STEPS - 6], STEPS - 6);
    arena_free(a);
}

static void random_sequences(void **state) {
    (void)state;
    uint32_t random = 7;
    for (int round = 0; round < 60; round++) {
        Arena *a = arena_new(0);
        uint32_t n = round % 7 * 1000u + (uint32_t)round, m = round % 5 * 1500u;
        uint32_t *x = ARENA_ARRAY(a, n + 1, uint32_t), *y = ARENA_ARRAY(a, m + 1, uint32_t);
        for (uint32_t i = 0; i < n + m; i++) {
            random = random * 1664525 + 1013904223;
            *(i < n ? &x[i] : &y[i - n]) = random >> 24 & 7;
        }
        StepPairs p = pairs_of(a, x, n, y, m);
        together_pair_steps(&p);
        check_pairs(&p);
        arena_free(a);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(variable_scope_and_name_scope),
        cmocka_unit_test(counting),
        cmocka_unit_test(below_a_branch),
        cmocka_unit_test(two_releases),
        cmocka_unit_test(one_line_more),
        cmocka_unit_test(another_name),
        cmocka_unit_test(shared_or_refused),
        cmocka_unit_test(longer_loop),
        cmocka_unit_test(inside_a_step),
        cmocka_unit_test(no_program),
        cmocka_unit_test(marks_of_names),
        cmocka_unit_test(marks_of_output),
        cmocka_unit_test(many_steps),
        cmocka_unit_test(nothing_in_common),
        cmocka_unit_test(random_sequences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
