/* test_changes.c: the marks of branches between two moments, for small programs. */
#include "tests/view/run_view.h"
#include "view/changes.h"

static Run *run;
static const Trace *trace;
static const Outlines *outlines;

static void begin(const char *program) {
    run = view_run(4, str_of(program));
    trace = run->trace;
    outlines = outlines_make(run->arena, trace);
}

/* The signs of the branches that are marked between the end of step `from` and that of step `to`:
 * "a+ b=" and, for what happened below, "s.+". */
static Str marks(size_t from, size_t to) {
    Moment m = trace_step_end(trace, to);
    const Outline *o = outlines_at(outlines, m, false);
    const Changes *c = changes_make(run->arena, trace, o, trace_step_end(trace, from), m);
    Sink out = sink_memory(run->arena);
    for (uint32_t i = 0; i < outline_count(o); i++) {
        const Str path = outline_branch(o, i)->path;
        if (changes_of(c, i))
            sink_printf(&out, "%.*s%c ", STR_ARG(path), change_sign(changes_of(c, i)));
        if (changes_below(c, i))
            sink_printf(&out, "%.*s.%c ", STR_ARG(path), change_sign(changes_below(c, i)));
    }
    return sink_str(&out);
}

/* Steps: 1 import, 2 … the lines of the program. */
static void test_new_and_shared(void **state) {
    (void)state;
    begin("with tf.variable_scope('s'):\n"
          "    v = tf.get_variable('v', [])\n"
          "    tf.get_variable_scope().reuse_variables()\n"
          "    w = tf.get_variable('v', [])\n");
    assert_str(marks(0, 2), "");
    assert_str(marks(2, 3), "s+ s.+ s/v+ ");
    assert_str(marks(3, 4), "");
    assert_str(marks(4, 5), "s.= s/v= ");
    assert_str(marks(2, 5), "s+ s.+ s/v+ ");
    run_free(run);
}

static void test_value(void **state) {
    (void)state;
    begin("v = tf.Variable(1, name='v')\n"
          "s = tf.Session()\n"
          "s.run(v.initializer)\n");
    assert_str(marks(3, 4), "v~ ");
    run_free(run);
}

static void test_shape(void **state) {
    (void)state;
    begin("p = tf.placeholder(tf.float32, name='a/p')\n"
          "p.set_shape([2])\n");
    assert_str(marks(2, 3), "a.~ a/p~ ");
    run_free(run);
}

static void test_error(void **state) {
    (void)state;
    begin("tf.get_variable('v', [])\n"
          "tf.get_variable('v', [])\n");
    assert_str(marks(2, 3), "v! ");
    run_free(run);
}

static void test_other_graph(void **state) {
    (void)state;
    begin("a = tf.constant(1, name='a')\n"
          "with tf.Graph().as_default():\n"
          "    a = tf.constant(1, name='a')\n"
          "    b = tf.constant(1, name='b')\n"
          "    print(b.name)\n");
    assert_str(marks(1, 2), "a+ ");
    assert_str(marks(1, 4), "a+ "); /* of the other graph, which is the default one then */
    assert_str(marks(4, 5), "b+ ");
    run_free(run);
}

/* Moved on, it says what one made anew says; the memory is used again. */
static void test_move(void **state) {
    (void)state;
    begin("for i in range(40):\n    c = tf.constant(i)\n");
    size_t last = trace_steps(trace);
    const Outline *o = outlines_at(outlines, MOMENT_END, false);
    Changes *c = changes_make(run->arena, trace, o, 0, trace_step_end(trace, last));
    assert_int_equal(changes_first(c), 0);
    assert_int_equal(changes_last(c), 39);
    assert_int_equal(changes_of(c, 39), MARK_NEW);
    size_t used = arena_used(run->arena);
    changes_move(c, trace, o, trace_step_end(trace, 3), trace_step_end(trace, 5));
    assert_int_equal(changes_of(c, 0), MARK_NONE);
    assert_int_equal(changes_of(c, 1), MARK_NEW);
    assert_int_equal(changes_first(c), 1);
    assert_int_equal(arena_used(run->arena), used);
    run_free(run);
}

static void test_sign(void **state) {
    (void)state;
    assert_int_equal(change_sign(MARK_NONE), ' ');
    assert_int_equal(change_sign(MARK_SHARED), '=');
    assert_int_equal(change_sign(MARK_SHARED | MARK_CHANGED), '~');
    assert_int_equal(change_sign(MARK_CHANGED | MARK_NEW), '+');
    assert_int_equal(change_sign(MARK_NEW | MARK_ERROR), '!');
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_new_and_shared), cmocka_unit_test(test_value),
        cmocka_unit_test(test_shape),          cmocka_unit_test(test_error),
        cmocka_unit_test(test_other_graph),    cmocka_unit_test(test_move),
        cmocka_unit_test(test_sign),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
