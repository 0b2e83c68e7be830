/* test_position.c: places in a run to the event, blocks around them, landmarks in order. */
#include "tests/tf/run_tf.h"
#include "view/landmark.h"
#include "view/view.h"

/* Line 1 is the import; every line is one step, but that of y, which calls f twice:
 *   1 import, 2 with a (enter), 3 v (variable, bound; leave a), 4 with b, c (enter, enter),
 *   5 pass (leave, leave), 6 def, 7 y calls f, 8 return, calls f, 9 return, y bound,
 *   10 with a again (enter), 11 w (share, bound; leave). */
static const char program[] = "with tf.variable_scope('a'):\n"
                              "    v = tf.get_variable('v', [1], initializer=None)\n"
                              "with tf.name_scope('b'), tf.name_scope('c'):\n"
                              "    pass\n"
                              "def f(x):\n"
                              "    return x + 1\n"
                              "y = f(1) + f(2)\n"
                              "with tf.variable_scope('a', reuse=True):\n"
                              "    w = tf.get_variable('v', [1])\n";

/* The name of the event right before a position. */
static const char *event_before(const Trace *t, Position p) {
    assert_true(p.moment > 0);
    return event_name((EventKind)LOG_AT(&t->events, Event, p.moment - 1)->kind);
}

static void assert_end(const Trace *t, Position p, size_t step) {
    assert_int_equal(p.step, step);
    assert_int_equal(p.moment, trace_step_end(t, step));
    assert_false(position_inside(t, p));
}

/* Inside a step, right behind an event of that name. */
static void assert_inside(const Trace *t, Position p, size_t step, const char *event) {
    assert_int_equal(p.step, step);
    assert_true(position_inside(t, p));
    assert_string_equal(event_before(t, p), event);
}

static void test_clip(void **state) {
    (void)state;
    Run *run = tf_run(15, program);
    const Trace *t = run->trace;
    assert_int_equal(trace_steps(t), 11);
    assert_end(t, position_end(t, 0), 0);
    assert_end(t, position_end(t, SIZE_MAX), 11);
    /* The start of a step is the end of the one before: not a place of its own. */
    assert_end(t, position_clip(t, (Position){3, trace_step_end(t, 2)}), 3);
    assert_end(t, position_clip(t, (Position){3, MOMENT_END}), 3);
    assert_end(t, position_clip(t, (Position){99, 0}), 11);
    assert_int_equal(position_clip(t, (Position){3, trace_step_end(t, 2) + 1}).moment,
                     trace_step_end(t, 2) + 1);
    run_free(run);
}

static void test_compare(void **state) {
    (void)state;
    assert_true(position_cmp((Position){1, 5}, (Position){2, 5}) < 0);
    assert_true(position_cmp((Position){2, 5}, (Position){2, 4}) > 0);
    assert_true(position_cmp((Position){2, 5}, (Position){2, 5}) == 0);
}

/* The call in step 9 is done, then the sum is bound: both are told. */
static void test_events(void **state) {
    (void)state;
    Run *run = tf_run(15, program);
    const Trace *t = run->trace;
    Position p = position_end(t, 8);
    assert_true(position_next(t, p, &p));
    assert_inside(t, p, 9, "return");
    assert_true(position_next(t, p, &p));
    assert_end(t, p, 9);
    assert_string_equal(event_before(t, p), "bind");
    assert_true(position_before(t, p, &p));
    assert_inside(t, p, 9, "return");
    assert_true(position_before(t, p, &p));
    assert_end(t, p, 8);
    assert_true(position_before(t, p, &p));
    assert_inside(t, p, 8, "return");
    run_free(run);
}

/* There and back through the whole run by events meets the same places, and each step's end. */
static void test_events_there_and_back(void **state) {
    (void)state;
    Run *run = tf_run(15, program);
    const Trace *t = run->trace;
    Position seen[1000], p = position_end(t, 0);
    size_t n = 0, ends = 0;
    do {
        assert_true(n < 1000);
        seen[n++] = p;
        ends += !position_inside(t, p);
    } while (position_next(t, p, &p));
    assert_int_equal(ends, 12); /* 11 steps, and the start */
    assert_end(t, p, 11);
    while (--n > 0) {
        assert_int_equal(position_cmp(seen[n], p), 0);
        assert_true(position_before(t, p, &p));
    }
    assert_end(t, p, 0);
    assert_false(position_before(t, p, &p));
    run_free(run);
}

/* A place between two stops goes to the stop behind it. */
static void test_events_from_between(void **state) {
    (void)state;
    Run *run = tf_run(15, "x = [1]\nx[0] = 2\ny = 3\n");
    const Trace *t = run->trace;
    Position end = position_end(t, 3), p = {3, trace_step_end(t, 2) + 1};
    assert_int_equal(position_cmp(position_clip(t, p), end), 0); /* one event: the end */
    assert_true(position_before(t, end, &p));
    assert_end(t, p, 2);
    assert_true(position_next(t, p, &p)); /* the change of a list is not told: still a stop */
    assert_end(t, p, 3);
    run_free(run);
}

static void test_frames(void **state) {
    (void)state;
    Run *run = tf_run(15, program);
    const Trace *t = run->trace;
    assert_int_equal(position_frame(t, position_end(t, 0)), FRAME_NONE);
    assert_int_equal(position_frame(t, position_end(t, 6)), 0);
    assert_int_equal(position_frame(t, position_end(t, 7)), 1);
    /* Step 8 returns from the first call and begins the second one. */
    assert_int_equal(position_frame(t, position_end(t, 8)), 2);
    assert_int_equal(position_frame(t, (Position){8, trace_step_end(t, 7) + 1}), 0);
    assert_int_equal(position_frame(t, position_end(t, 9)), 0);
    run_free(run);
}

static void test_block_end(void **state) {
    (void)state;
    Run *run = tf_run(15, program);
    const Trace *t = run->trace;
    Position p;
    assert_int_equal(position_block_end(t, position_end(t, 1), &p), BLOCK_NONE);
    /* a is left in the step of its last line. */
    assert_int_equal(position_block_end(t, position_end(t, 2), &p), BLOCK_FOUND);
    assert_end(t, p, 3);
    /* c first, then b. */
    assert_int_equal(position_block_end(t, position_end(t, 4), &p), BLOCK_FOUND);
    assert_inside(t, p, 5, "leave");
    assert_int_equal(position_block_end(t, p, &p), BLOCK_FOUND);
    assert_end(t, p, 5);
    assert_int_equal(position_block_end(t, p, &p), BLOCK_NONE);
    /* A call. */
    assert_int_equal(position_block_end(t, position_end(t, 7), &p), BLOCK_FOUND);
    assert_inside(t, p, 8, "return");
    run_free(run);
}

static void test_block_start(void **state) {
    (void)state;
    Run *run = tf_run(15, program);
    const Trace *t = run->trace;
    Position p = {5, trace_step_end(t, 4)};
    /* Between the two enters of step 4 only b is open; from inside c its start is behind both. */
    Position inside_c = position_end(t, 4);
    assert_int_equal(position_block_start(t, inside_c, &p), BLOCK_FOUND);
    assert_inside(t, p, 4, "enter");
    assert_int_equal(position_block_start(t, p, &p), BLOCK_NONE);
    /* The call of step 8 began at its end; from there no block is further out. */
    assert_int_equal(position_block_start(t, position_end(t, 8), &p), BLOCK_NONE);
    /* Step 3 left a: nothing is open behind it, and the way leads back into a. */
    assert_int_equal(position_block_start(t, position_end(t, 3), &p), BLOCK_FOUND);
    assert_end(t, p, 2);
    assert_int_equal(position_block_start(t, position_end(t, 1), &p), BLOCK_NONE);
    run_free(run);
}

/* The innermost block is the one that began last, whether scope or call. */
static void test_blocks_mixed(void **state) {
    (void)state;
    Run *run = tf_run(15, "def f():\n"                         /* step 2 */
                          "    with tf.name_scope('inner'):\n" /* 5 */
                          "        a = 1\n"                    /* 6, leave inner */
                          "    b = 2\n"                        /* 7, return */
                          "with tf.name_scope('outer'):\n"     /* 3 */
                          "    f()\n"                          /* 4, call */
                          "    c = 3\n"                        /* 8, leave outer */
                          "d = 4\n");
    const Trace *t = run->trace;
    Position p = position_end(t, 5);
    assert_int_equal(trace_steps(t), 9);
    assert_int_equal(position_block_end(t, p, &p), BLOCK_FOUND);
    assert_end(t, p, 6);
    assert_int_equal(position_block_end(t, p, &p), BLOCK_FOUND);
    assert_end(t, p, 7);
    assert_int_equal(position_block_end(t, p, &p), BLOCK_FOUND);
    assert_end(t, p, 8);
    p = position_end(t, 7);
    assert_int_equal(position_block_start(t, p, &p), BLOCK_FOUND); /* f is left: outer */
    assert_end(t, p, 3);
    p = position_end(t, 6);
    assert_int_equal(position_block_start(t, p, &p), BLOCK_FOUND); /* inner is left: the call */
    assert_end(t, p, 4);
    run_free(run);
}

/* The run ends inside of the block that an error leaves open, or not: an error leaves it. */
static void test_block_cut(void **state) {
    (void)state;
    Run *run = tf_run(15, "with tf.name_scope('a'):\n    tf.ReaderBase(None, None, [0])\n");
    const Trace *t = run->trace;
    Position p;
    assert_int_equal(t->end, END_REFUSED);
    assert_int_equal(position_block_end(t, position_end(t, 2), &p), BLOCK_CUT);
    assert_end(t, p, 3);
    assert_int_equal(position_block_end(t, p, &p), BLOCK_NONE);
    run_free(run);
}

static void test_no_steps(void **state) {
    (void)state;
    Run *run = tf_new(15);
    assert_false(run_program(run, source_make(run->arena, STR("x.py"), STR("def"))));
    const Trace *t = run->trace;
    Position p = position_end(t, 5), q;
    assert_end(t, p, 0);
    assert_false(position_next(t, p, &q));
    assert_false(position_before(t, p, &q));
    assert_int_equal(position_block_end(t, p, &q), BLOCK_NONE);
    assert_int_equal(position_block_start(t, p, &q), BLOCK_NONE);
    assert_int_equal(landmarks_count(landmarks_make(run->arena, t)), 0);
    run_free(run);
}

/* ---- landmarks ---- */

typedef struct Expected {
    LandmarkKind kind;
    size_t step;
    bool inside;
} Expected;

static void test_landmarks(void **state) {
    static const Expected expected[] = {
        {LANDMARK_ENTER, 2, false},  {LANDMARK_VARIABLE, 3, true}, {LANDMARK_LEAVE, 3, false},
        {LANDMARK_ENTER, 4, true},   {LANDMARK_ENTER, 4, false},   {LANDMARK_LEAVE, 5, true},
        {LANDMARK_LEAVE, 5, false},  {LANDMARK_ENTER, 10, false},  {LANDMARK_SHARE, 11, true},
        {LANDMARK_LEAVE, 11, false},
    };
    (void)state;
    Run *run = tf_run(15, program);
    const Landmarks *l = landmarks_make(run->arena, run->trace);
    size_t n = sizeof expected / sizeof *expected;
    assert_int_equal(landmarks_count(l), n);
    for (size_t i = 0; i < n; i++) {
        Landmark m = landmarks_at(l, i);
        assert_int_equal(m.kind, expected[i].kind);
        assert_int_equal(m.at.step, expected[i].step);
        assert_int_equal(position_inside(run->trace, m.at), expected[i].inside);
        assert_int_equal(landmarks_before(l, m.at), i);
        assert_int_equal(landmarks_until(l, m.at), i + 1);
    }
    assert_int_equal(landmarks_until(l, position_end(run->trace, 1)), 0);
    assert_int_equal(landmarks_before(l, position_end(run->trace, 9)), 7);
    run_free(run);
}

static void test_landmarks_of_reuse_and_errors(void **state) {
    (void)state;
    Run *run = tf_run(15, "tf.get_variable_scope().reuse_variables()\n"
                          "try:\n"
                          "    tf.get_variable('v', [1])\n"
                          "except ValueError:\n"
                          "    pass\n"
                          "print('output is none')\n"
                          "1 / 0\n");
    const Landmarks *l = landmarks_make(run->arena, run->trace);
    assert_int_equal(landmarks_count(l), 3);
    assert_int_equal(landmarks_at(l, 0).kind, LANDMARK_REUSE);
    assert_int_equal(landmarks_at(l, 1).kind, LANDMARK_ERROR);
    assert_int_equal(landmarks_at(l, 2).kind, LANDMARK_ERROR);
    assert_int_equal(landmarks_at(l, 2).at.step, trace_steps(run->trace));
    run_free(run);
}

/* ---- the end in words ---- */

static void check_end(const char *text, const char *wanted) {
    Run *run = tf_run(15, text);
    assert_str(story_end(run->arena, run->trace, story_end_line(run->trace)), wanted);
    run_free(run);
}

static void test_ends(void **state) {
    (void)state;
    check_end("x = 1", "the program ended normally");
    check_end("x = 1\n1 / 0", "ZeroDivisionError in line 3");
    check_end("import sys\nsys.exit(4)", "the program left with status 4");
    check_end("\ntf.ReaderBase(None, None, [0])",
              "refused in line 3: tf.ReaderBase is not modelled");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_clip),
        cmocka_unit_test(test_compare),
        cmocka_unit_test(test_events),
        cmocka_unit_test(test_events_there_and_back),
        cmocka_unit_test(test_events_from_between),
        cmocka_unit_test(test_frames),
        cmocka_unit_test(test_block_end),
        cmocka_unit_test(test_block_start),
        cmocka_unit_test(test_blocks_mixed),
        cmocka_unit_test(test_block_cut),
        cmocka_unit_test(test_no_steps),
        cmocka_unit_test(test_landmarks),
        cmocka_unit_test(test_landmarks_of_reuse_and_errors),
        cmocka_unit_test(test_ends),
    };
    return cmocka_run_group_tests_name("position", tests, NULL, NULL);
}
