/* Goals judged on runs: what holds, and what happened instead, at its step. */
#include "base/text.h"
#include "tests/tutor/program.h"
#include "tutor/exercise.h"

static const char program[] = "import tensorflow as tf\n"                            /* 1 */
                              "with tf.name_scope('box'):\n"                         /* 2 */
                              "    a = tf.get_variable('w', [2])\n"                  /* 3 */
                              "    b = tf.Variable(1., name='b', trainable=False)\n" /* 4 */
                              "with tf.variable_scope('', reuse=True):\n"            /* 5 */
                              "    tf.get_variable('w', [2])\n"                      /* 6 */
                              "    tf.get_variable('w', [2])\n"                      /* 7 */
                              "print('one')\n"                                       /* 8 */
                              "print('two', b.name)\n"                               /* 9 */
                              "try:\n"                                               /* 10 */
                              "    tf.get_variable('w', [2])\n"                      /* 11 */
                              "except ValueError:\n"                                 /* 12 */
                              "    pass\n"                                           /* 13 */
                              "x = tf.Variable(2., name='x')\n";                     /* 14 */

/* Judges one goal on a program; the line of the step that is named must be that one (0: none). */
static void check(const char *text, Claim goal, unsigned line, const char *instead) {
    Arena *a = arena_new(0);
    Run *run = program_run(a, text, 4);
    Exercise e = {.goals = &goal, .ngoals = 1};
    Judged *j = exercise_judge(a, &e, run->trace, true);
    assert_int_equal(j->goals[0].holds, instead == NULL);
    assert_str(j->goals[0].instead, instead ? instead : "");
    size_t step = j->goals[0].step;
    assert_int_equal(step ? trace_line(run->trace, trace_step_at(run->trace, step)->site) : 0,
                     line);
    assert_int_equal(j->first, instead ? 0 : 1);
    run_free(run);
    arena_free(a);
}

#define GOAL(KIND, ...) ((Claim){.kind = CLAIM_##KIND, __VA_ARGS__})

static void test_that_hold(void **state) {
    (void)state;
    check(program, GOAL(VARIABLE, .says = STR("w")), 0, NULL);
    check(program, GOAL(NO_ERROR, ), 0, NULL);
    check(program, GOAL(VARIABLES, .number = 3), 0, NULL);
}

static void test_names(void **state) {
    (void)state;
    check(program, GOAL(VARIABLE, .says = STR("box/w:0")), 3,
          "the variable that line 3 made is called w");
    check(program, GOAL(VARIABLE, .says = STR("box/none")), 0,
          "no variable is called like that in the end");
    check(program, GOAL(NO_VARIABLE, .says = STR("x")), 14, "line 14 made x");
    check(program, GOAL(NODE, .says = STR("q")), 0, "no node is called like that in the end");
    check(program, GOAL(NO_NODE, .says = STR("x")), 14, "line 14 made x");
    check("import tensorflow as tf\nwith tf.name_scope('s'):\n    tf.constant(1, name='c')\n",
          GOAL(NODE, .says = STR("c")), 3, "the node that line 3 made is called s/c");
}

static void test_counts(void **state) {
    (void)state;
    check(program, GOAL(VARIABLES, .number = 2), 14, "line 14 made one too many: x");
    check(program, GOAL(VARIABLES, .number = 4), 0, "there are 3 in the end");
    check(program, GOAL(TRAINABLE, .number = 1), 14, "line 14 made one too many: x");
    check(program, GOAL(NODES, .number = 0), 3,
          "line 3 made one too many: "
          "w/Initializer/random_uniform/shape");
    check(program, GOAL(SHARES, .says = STR("w"), .number = 1), 7, "line 7 found w once more");
    check(program, GOAL(SHARES, .says = STR("w"), .number = 3), 0, "it was found again 2 times");
    check("import tensorflow as tf\na = tf.Variable(1., name='v')\nb = tf.Variable(1., name='v')\n",
          GOAL(SHARES, .says = STR("v"), .number = 1), 3, "line 3 made another variable: v_1");
    check(program, GOAL(SCOPE, .says = STR("box"), .number = 2), 0, "it was entered 1 times");
    check(program, GOAL(SCOPE, .says = STR("tub/box"), .number = 1), 2, "line 2 entered box");
}

static void test_properties(void **state) {
    (void)state;
    check(program, GOAL(SHAPE, .of = STR("w"), .says = STR("(3,)")), 3,
          "of what line 3 made it is (2,)");
    check(program, GOAL(SHAPE, .of = STR("tub/w"), .says = STR("(3,)")), 3,
          "the variable that line 3 made is called w");
    check(program, GOAL(SHAPE, .of = STR("q"), .says = STR("(3,)")), 0,
          "no node is called like that in the end");
    check(program, GOAL(DTYPE, .of = STR("x"), .says = STR("int32")), 14,
          "of what line 14 made it is float32");
    check(program, GOAL(VALUE, .of = STR("x"), .says = STR("2.0")), 0,
          "the variable has no value in the end");
    check("import tensorflow as tf\nx = tf.Variable(2., name='x')\ns = tf.Session()\n"
          "s.run(x.initializer)\n",
          GOAL(VALUE, .of = STR("x"), .says = STR("3.0")), 4, "the value in the end is 2.0");
}

static void test_errors(void **state) {
    (void)state;
    static const char raises[] = "import tensorflow as tf\nx = tf.Variable(2., name='x')\n"
                                 "tf.no_such_thing\n";
    check(raises, GOAL(NO_ERROR, ), 3,
          "line 3 raised AttributeError: module 'tensorflow' has no attribute 'no_such_thing'");
    check(raises, GOAL(VARIABLES, .number = 2), 3,
          "line 3 raised AttributeError: module 'tensorflow' has no attribute 'no_such_thing'");
    check(program, GOAL(ERROR, .type = STR("ValueError")), 14,
          "the program ran to its end without an error");
    check(program, GOAL(CAUGHT, .number = 2), 0, "1 errors were caught");
}

static void test_output(void **state) {
    (void)state;
    check(program, GOAL(PRINTS, .says = STR("two b:0")), 9, "line 9 printed two box/b:0");
    check(program, GOAL(PRINTS, .says = STR("!")), 0, "2 lines were printed");
    check(program, GOAL(OUTPUT_LINE, .number = 1, .says = STR("two")), 8, "line 8 printed one");
    check(program, GOAL(OUTPUT_LINE, .number = 3, .says = STR("two")), 0, "2 lines were printed");
    check(program, GOAL(LINE_ENDS, .number = 2, .says = STR("w:0")), 9,
          "line 9 printed two box/b:0");
    check(program, GOAL(SAME_LINES, .says = STR("1 2")), 9, "line 9 printed two box/b:0");
    check(program, GOAL(OUTPUT, .says = STR("one\ntwo\n")), 9, "line 9 printed two box/b:0");
    check("pass\n", GOAL(PRINTS, .says = STR("a")), 0, "nothing was printed");
}

/* What several goals miss is told apart: each gets its own nearest thing. */
static void test_apart(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Run *run = program_run(a,
                           "import tensorflow as tf\n"
                           "v = tf.Variable(1., name='w')\n"
                           "w = tf.Variable(1., name='w')\n"
                           "print('b/w')\n"
                           "print('a-w')\n",
                           4);
    Claim goals[] = {GOAL(VARIABLE, .says = STR("a/w")), GOAL(VARIABLE, .says = STR("b/w")),
                     GOAL(PRINTS, .says = STR("a/w")), GOAL(PRINTS, .says = STR("b/w"))};
    Exercise e = {.goals = goals, .ngoals = 4};
    Judged *j = exercise_judge(a, &e, run->trace, true);
    assert_str(j->goals[0].instead, "the variable that line 2 made is called w");
    assert_str(j->goals[1].instead, "the variable that line 3 made is called w_1");
    assert_str(j->goals[2].instead, "line 5 printed a-w"); /* line 4 is what another goal wants */
    assert_true(j->goals[3].holds);
    run_free(run);
    arena_free(a);
}

/* A variable of another part of the model is not "another" one; what is most alike is named. */
static void test_alike(void **state) {
    (void)state;
    static const char layers[] = "import tensorflow as tf\n"
                                 "with tf.variable_scope('d'):\n"
                                 "    with tf.variable_scope('hidden'):\n"
                                 "        tf.get_variable('k', [1])\n"
                                 "    with tf.variable_scope('out'):\n"
                                 "        tf.get_variable('k', [1])\n";
    check(layers, GOAL(SHARES, .says = STR("d/hidden/k"), .number = 1), 0,
          "it was found again 0 times");
    check(layers, GOAL(VARIABLE, .says = STR("hidden/k")), 4,
          "the variable that line 4 made is called d/hidden/k");
    check(layers, GOAL(VARIABLE, .says = STR("e/d/out/k_1")), 6,
          "the variable that line 6 made is called d/out/k");
}

/* A program that was not accepted, uses what is not modelled, or does not end passes nothing. */
static void test_stopped(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Claim goal = GOAL(NO_VARIABLE, .says = STR("x"));
    Exercise e = {.goals = &goal, .ngoals = 1};
    Judged *j = exercise_judge(a, &e, NULL, false);
    assert_false(j->passed || j->goals[0].holds);
    assert_str(j->goals[0].instead, "the program was not accepted, so it did not run");
    Run *run = program_run(a, "while True:\n    pass\n", 4);
    j = exercise_judge(a, &e, run->trace, true);
    assert_true(j->goals[0].holds && !j->passed && j->first == 1);
    assert_true(str_starts(j->stopped, STR("the program did not end; it was stopped in line ")));
    goal = GOAL(VARIABLE, .says = STR("x"));
    j = exercise_judge(a, &e, run->trace, true);
    assert_true(str_eq(j->goals[0].instead, j->stopped));
    run_free(run);
    arena_free(a);
}

int main(void) {
    text_init("en", "");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_that_hold), cmocka_unit_test(test_names),
        cmocka_unit_test(test_counts),    cmocka_unit_test(test_properties),
        cmocka_unit_test(test_errors),    cmocka_unit_test(test_output),
        cmocka_unit_test(test_stopped),   cmocka_unit_test(test_apart),
        cmocka_unit_test(test_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
