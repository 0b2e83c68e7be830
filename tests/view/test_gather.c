/* test_gather.c: what is gathered of a run for the panes: output as lines, the names in use, what
 * Python names and variables hold, what a name stands for, what changed. */
#include "tests/tf/run_tf.h"
#include "view/gather.h"
#include "view/since.h"
#include "view/teaching.h"

static Str line_text(Arena *a, const Printed *p, size_t line, Moment m) {
    Sink out = sink_memory(a);
    PrintedWalk w = printed_line(p, line, m);
    for (PrintedPart part; printed_next(&w, &part);)
        sink_put(&out, part.text);
    return sink_str(&out);
}

/* ---- output ---- */

static Trace *printed_trace(Arena *a, const char *const *pieces, size_t n) {
    Trace *t = trace_make(a, names_make(a));
    for (size_t i = 0; i < n; i++)
        trace_output(t, str_of(pieces[i]), i % 2 == 1);
    return t;
}

static void test_lines_of_pieces(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    static const char *const pieces[] = {"a", "b\nc\n", "", "\n", "d"};
    Trace *t = printed_trace(a, pieces, 5);
    Printed *p = printed_make(a, t);
    assert_int_equal(printed_lines(p, 0), 0);
    assert_int_equal(printed_lines(p, 1), 1); /* "a" has no newline yet */
    assert_str(line_text(a, p, 0, 1), "a");
    assert_int_equal(printed_lines(p, 2), 2);
    assert_str(line_text(a, p, 0, 2), "ab");
    assert_str(line_text(a, p, 1, 2), "c");
    assert_int_equal(printed_lines(p, 4), 3);
    assert_str(line_text(a, p, 2, 4), "");
    assert_int_equal(printed_lines(p, MOMENT_END), 4);
    assert_str(line_text(a, p, 3, MOMENT_END), "d");
    arena_free(a);
}

/* Which lines a step printed, or went on with. */
static void test_lines_since(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    static const char *const pieces[] = {"a\nb", "c\n", "d\n"};
    Printed *p = printed_make(a, printed_trace(a, pieces, 3));
    assert_false(printed_since(p, 0, 2, 1)); /* "a" was there before */
    assert_true(printed_since(p, 1, 2, 1));  /* "b" became "bc" */
    assert_false(printed_since(p, 1, 3, 2));
    assert_true(printed_since(p, 2, 3, 2));
    arena_free(a);
}

static void test_parts(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    static const char *const pieces[] = {"out", "err\n"};
    Printed *p = printed_make(a, printed_trace(a, pieces, 2));
    PrintedWalk w = printed_line(p, 0, MOMENT_END);
    PrintedPart part;
    assert_true(printed_next(&w, &part));
    assert_str(part.text, "out");
    assert_false(part.error);
    assert_true(printed_next(&w, &part));
    assert_str(part.text, "err");
    assert_true(part.error);
    assert_false(printed_next(&w, &part));
    arena_free(a);
}

/* Far more than lies between two checkpoints: many lines in a piece, many pieces in a line. */
static void test_long_output(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Trace *t = trace_make(a, names_make(a));
    Sink many = sink_memory(a);
    for (int i = 0; i < 5000; i++)
        sink_printf(&many, "line %d\n", i);
    trace_output(t, sink_str(&many), false);
    for (int i = 0; i < 5000; i++)
        trace_output(t, STR("x"), false);
    trace_output(t, STR("\nlast\n"), false);
    Printed *p = printed_make(a, t);
    assert_int_equal(printed_lines(p, 1), 5000);
    assert_int_equal(printed_lines(p, MOMENT_END), 5002);
    assert_str(line_text(a, p, 0, MOMENT_END), "line 0");
    assert_str(line_text(a, p, 2345, MOMENT_END), "line 2345");
    assert_str(line_text(a, p, 4999, MOMENT_END), "line 4999");
    assert_int_equal(line_text(a, p, 5000, MOMENT_END).len, 5000);
    assert_int_equal(line_text(a, p, 5000, 101).len, 100); /* when a hundred were printed */
    assert_str(line_text(a, p, 5001, MOMENT_END), "last");
    arena_free(a);
}

/* ---- counters ---- */

static const Counter *counter_called(const Counters *c, const char *name, Moment m) {
    for (size_t i = 0; i < counters_at(c, m); i++)
        if (str_is(name_str(counters_get(c, i)->name), name))
            return counters_get(c, i);
    return NULL;
}

static void check_counter(const Counters *c, const char *name, uint32_t value, const char *next) {
    Arena *a = arena_new(0);
    const Counter *counter = counter_called(c, name, MOMENT_END);
    assert_non_null(counter);
    assert_int_equal(counter_value(c, counter, MOMENT_END), value);
    assert_str(counter_gives(a, c, counter, MOMENT_END), next);
    arena_free(a);
}

/* Since 1.9 names that differ only in their case are one. */
static void test_counters_of_any_case(void **state) {
    (void)state;
    for (int minor = 8; minor <= 9; minor++) {
        Run *run = tf_run(minor, "for n in ['a', 'A', 'b']:\n    tf.constant(1, name=n)");
        Counters *c = counters_make(run->arena, run->trace, 0);
        assert_int_equal(counters_at(c, MOMENT_END), 3); /* a A b; a A_1 b */
        check_counter(c, "a", minor < 9 ? 1 : 2, minor < 9 ? "a_1" : "a_2");
        check_counter(c, "b", 1, "b_1");
        run_free(run);
    }
}

/* The example of graph/naming.c: the number counts requests. */
static void test_counters(void **state) {
    (void)state;
    Run *run = tf_run(4, "for n in ['a_1', 'a', 'a', 'a', 'a_1']:\n"
                         "    tf.constant(1, name=n)");
    Counters *c = counters_make(run->arena, run->trace, 0);
    assert_int_equal(counters_at(c, MOMENT_END), 5); /* a_1 a a_2 a_3 a_1_1 */
    assert_str(name_str(counters_get(c, 2)->name), "a_2");
    check_counter(c, "a", 3, "a_4");
    check_counter(c, "a_1", 2, "a_1_2");
    check_counter(c, "a_3", 1, "a_3_1");
    run_free(run);
}

/* What was in use earlier: nothing, then the first ones. */
static void test_counters_at_a_moment(void **state) {
    (void)state;
    Run *run = tf_run(4, "tf.constant(1, name='a')\ntf.constant(1, name='a')");
    Counters *c = counters_make(run->arena, run->trace, 0);
    Moment first = trace_step_end(run->trace, 2); /* import, then the first constant */
    assert_int_equal(counters_at(c, trace_step_end(run->trace, 1)), 0);
    assert_int_equal(counters_at(c, first), 1);
    assert_int_equal(counter_value(c, counters_get(c, 0), first), 1);
    assert_str(counter_gives(run->arena, c, counters_get(c, 0), first), "a_1");
    run_free(run);
}

static void test_counters_of_a_scope(void **state) {
    (void)state;
    Run *run = tf_run(4, "with tf.name_scope('s'):\n"
                         "    tf.constant(1, name='x')\n"
                         "    tf.constant(1, name='x')\n"
                         "tf.constant(1, name='x')");
    Counters *c = counters_make(run->arena, run->trace, 0);
    CounterScope root = counters_scope(c, run->arena, STR(""));
    CounterScope s = counters_scope(c, run->arena, STR("s"));
    assert_int_equal(counters_scope_at(c, root, MOMENT_END), 2); /* s x */
    assert_int_equal(counters_scope_at(c, s, MOMENT_END), 2);    /* s/x s/x_1 */
    const Counter *x = counters_scope_get(c, s, 0);
    assert_str(name_str(x->name), "s/x");
    assert_str(str_of(x->name->text + x->leaf), "x");
    assert_int_equal(counters_scope_at(c, counters_scope(c, run->arena, STR("t")), MOMENT_END), 0);
    run_free(run);
}

/* Since 1.9 names that differ only in case count as one. */
static void test_counters_without_case(void **state) {
    (void)state;
    Run *run = tf_run(9, "tf.constant(1, name='a')\ntf.constant(1, name='A')");
    Counters *c = counters_make(run->arena, run->trace, 0);
    check_counter(c, "a", 2, "a_2");
    check_counter(c, "A_1", 1, "A_1_1");
    run_free(run);
}

/* ---- values ---- */

static const TraceFrame *frame_called(const Trace *t, const char *name) {
    for (size_t i = 0; i < t->frames.count; i++)
        if (str_is(name_str(trace_frame_at(t, (uint32_t)i)->function), name))
            return trace_frame_at(t, (uint32_t)i);
    return NULL;
}

/* Modules and functions are no values that a learner looks for; the order is that of binding. */
static void test_globals(void **state) {
    (void)state;
    Run *run = tf_run(4, "def f(q):\n    p = q\n    return p\nb = 1\na = f(2)\n_c = 3");
    const Trace *t = run->trace;
    Bound *b = bound_make(run->arena, t);
    const TraceFrame *module = frame_called(t, "<module>"), *f = frame_called(t, "f");
    assert_int_equal(bound_names(b, module, MOMENT_END), 2);
    assert_str(name_str(module->names[bound_slot(b, module, MOMENT_END, 0)]), "b");
    assert_str(name_str(module->names[bound_slot(b, module, MOMENT_END, 1)]), "a");
    assert_int_equal(bound_names(b, module, trace_step_end(t, 3)), 1); /* import, def, b = 1 */
    assert_int_equal(bound_names(b, f, MOMENT_END), 2);
    assert_ptr_equal(bound_globals(b, f), module);
    run_free(run);
}

static void test_variables(void **state) {
    (void)state;
    Run *run = tf_run(4, "v = tf.Variable(1)\nw = tf.Variable(2)\n"
                         "s = tf.Session()\n"
                         "s.run(w.initializer)\ns.run(v.initializer)\ns.run(w.assign(5))\n"
                         "r = tf.Session()\nr.run(w.initializer)");
    Bound *b = bound_make(run->arena, run->trace);
    assert_int_equal(bound_variables(b, MOMENT_END), 3); /* w, v, w of the other session */
    assert_str(name_str(bound_variable(b, 0)->variable->node->name), "Variable_1");
    assert_str(name_str(bound_variable(b, 1)->variable->node->name), "Variable");
    assert_int_not_equal(bound_variable(b, 2)->session, bound_variable(b, 0)->session);
    assert_true(bound_many_sessions(b));
    assert_int_equal(bound_changes(b, MOMENT_END), 4);
    assert_int_equal(bound_variables(b, trace_step_end(run->trace, 4)), 0);
    assert_int_equal(bound_run(run->trace, MOMENT_END)->nfetches, 1);
    assert_null(bound_run(run->trace, trace_step_end(run->trace, 4)));
    run_free(run);
}

/* ---- names ---- */

static Str explained(Run *run, const char *name, Moment m) {
    Doc *d = doc_make(run->arena);
    const Outlines *o = outlines_make(run->arena, run->trace);
    NameAsked ask = {.why = why_make(run->arena, run->trace),
                     .finder = finder_make(run->arena, run->trace),
                     .outline = outlines_at(o, m, true),
                     .name = name_z(run->trace->names, name),
                     .moment = m};
    if (!finder_explain(d, &ask))
        return STR("(nothing)");
    Sink out = sink_memory(run->arena);
    doc_put(d, &out);
    return sink_str(&out);
}

/* A node, a key, a scope and a refusal of one name: each is told, once it is there. */
static void test_explained(void **state) {
    (void)state;
    Run *run = tf_run(4, "with tf.variable_scope('s'):\n"
                         "    w = tf.get_variable('w', [1])\n"
                         "    tf.get_variable('w', [1])");
    Str w = explained(run, "s/w", MOMENT_END);
    assert_true(str_find(w, STR("s/w:0  VariableV2"), 0) >= 0);
    assert_true(str_find(w, STR("line 4 was refused:"), 0) >= 0);
    assert_true(str_find(explained(run, "s", MOMENT_END), STR("variable_scope"), 0) >= 0);
    Moment before = trace_step_end(run->trace, 2); /* import, with */
    assert_str(explained(run, "s/w", before), "(nothing)");
    assert_true(str_find(explained(run, "s", before), STR("entered by line 2"), 0) >= 0);
    assert_str(explained(run, "t", MOMENT_END), "(nothing)");
    run_free(run);
}

/* ---- what changed ---- */

static Str changed(Run *run, size_t from, size_t to) {
    const Trace *t = run->trace;
    Doc *d = doc_make(run->arena);
    Since s = {.trace = t,
               .gathered = gather_make(run->arena, t),
               .from = trace_step_end(t, from),
               .to = trace_step_end(t, to),
               .frame = frame_called(t, "<module>"),
               .arrow = "->"};
    if (!since_tell(d, &s))
        return STR("(nothing)");
    Sink out = sink_memory(run->arena);
    doc_put(d, &out);
    return sink_str(&out);
}

static void test_since(void **state) {
    (void)state;
    Run *run = tf_run(4, "n = 1\n"                            /* step 2 */
                         "with tf.variable_scope('s'):\n"     /* step 3 */
                         "    w = tf.get_variable('w', [])\n" /* step 4 */
                         "n = 2\n"                            /* step 5, behind the with */
                         "print('hello')\n");
    assert_str(changed(run, 2, 3), "scopes that are open now\n"
                                   "  + variable_scope s/\n");
    assert_str(changed(run, 1, 2), "Python names\n"
                                   "  + n = 1\n");
    assert_str(changed(run, 5, 6), "output\n"
                                   "  + hello\n");
    Str all = changed(run, 2, 6);
    assert_true(str_find(all, STR("new names\n  + s/w  VariableV2  line 4\n"), 0) >= 0);
    assert_true(str_find(all, STR("  ~ n = 1 -> 2\n"), 0) >= 0);
    assert_true(str_find(all, STR("scopes"), 0) < 0); /* it was left again */
    assert_str(changed(run, 6, 6), "(nothing)");
    run_free(run);
}

/* ---- a lesson ---- */

static void test_teaching(void **state) {
    (void)state;
    Run *run = tf_run(4, "a = 1\nv = tf.Variable(1, name='v')\nb = 1");
    Section sections[] = {{.moment = STR("start"), .title = STR("S")},
                          {.moment = STR("variable v"), .title = STR("V")},
                          {.moment = STR("end"), .title = STR("E")}};
    Claim claims[] = {{.kind = CLAIM_VARIABLE, .says = STR("v")},
                      {.kind = CLAIM_VARIABLE, .says = STR("w")},
                      {.kind = CLAIM_VARIABLE, .says = STR("w"), .tf = STR("1.0")}};
    Lesson lesson = {.tf = STR("1.4"), .sections = sections, .nsections = 3};
    lesson.claims = claims;
    lesson.nclaims = 3;
    Teaching *t = teaching_make(run->arena, &lesson, run->trace);
    assert_int_equal(teaching_due(t, 0), 0);
    assert_int_equal(teaching_due(t, 2), 0);
    assert_int_equal(teaching_due(t, 3), 1);
    assert_int_equal(teaching_due(t, 4), 2);
    assert_true(t->holds[0] && t->applies[0]);
    assert_true(!t->holds[1] && t->applies[1]);
    assert_false(t->applies[2]);
    run_free(run);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines_of_pieces),
        cmocka_unit_test(test_lines_since),
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_long_output),
        cmocka_unit_test(test_counters),
        cmocka_unit_test(test_counters_of_any_case),
        cmocka_unit_test(test_counters_at_a_moment),
        cmocka_unit_test(test_counters_of_a_scope),
        cmocka_unit_test(test_counters_without_case),
        cmocka_unit_test(test_globals),
        cmocka_unit_test(test_variables),
        cmocka_unit_test(test_explained),
        cmocka_unit_test(test_since),
        cmocka_unit_test(test_teaching),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
