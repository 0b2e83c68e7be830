/* test_panes.c: what the panes of lines say at a position. */
#include "base/grid.h"
#include "tests/ui/host.h"
#include "ui/pane.h"

/* An explorer without a screen. */
typedef struct Bench {
    Arena *arena, *scratch;
    TestHost *host;
    World *world;
    State *state;
} Bench;

static Bench bench_of(World *w, TestHost *h) {
    Bench b = {h->arena, arena_new(0), h, w, state_make(h->arena, w, 24, 80)};
    b.state->ascii = false;
    b.state->numbers = true;
    return b;
}

static Bench bench(const char *program) {
    TestHost *h = test_host_make(arena_new(0));
    return bench_of(test_world_make(h, program, "1.4"), h);
}

static void bench_end(Bench *b) {
    world_free(b->world);
    arena_free(b->scratch);
    arena_free(b->arena);
}

static Look look_at(Bench *b, size_t step) {
    state_go(b->state, b->world, step);
    return pane_look(b->state, b->world, b->scratch);
}

/* All rows of a pane. */
static Doc *rows_of(const Look *l, Pane p, int cols) {
    Doc *d = doc_make(l->scratch);
    pane_lines(p)->put(l, cols, 0, pane_lines(p)->rows(l, cols), d);
    return d;
}

static Str text_of(const Look *l, Pane p, int cols) {
    Sink out = sink_memory(l->scratch);
    doc_put(rows_of(l, p, cols), &out);
    return sink_str(&out);
}

static void check_pane(Bench *b, Pane p, size_t step, int cols, const char *wanted) {
    Look l = look_at(b, step);
    assert_str(text_of(&l, p, cols), wanted);
}

static void check_has(Bench *b, Pane p, size_t step, const char *wanted) {
    Look l = look_at(b, step);
    Str text = text_of(&l, p, 80);
    if (str_find(text, str_of(wanted), 0) < 0)
        fail_msg("\"%s\" is not in:\n%.*s", wanted, STR_ARG(text));
}

static void enter(Bench *b, Pane p, int64_t row) {
    pane_lines(p)->enter(b->state, b->world, row, 80);
}

/* ---- Program ---- */

static const char scoped[] = "import tensorflow as tf\n"           /* step 1 */
                             "with tf.variable_scope('s'):\n"      /* step 2 */
                             "    w = tf.get_variable('w', [2])\n" /* step 3 */
                             "\n"
                             "print('hi')\n"; /* step 4 */

static void test_program_marks(void **state) {
    (void)state;
    Bench b = bench(scoped);
    check_pane(&b, PANE_PROGRAM, 0, 60,
               "  ▸ 1 import tensorflow as tf\n"
               "    2 with tf.variable_scope('s'):\n"
               "    3     w = tf.get_variable('w', [2])\n"
               "    4\n"
               "    5 print('hi')\n");
    check_pane(&b, PANE_PROGRAM, 3, 60,
               "    1 import tensorflow as tf\n"
               "    2 with tf.variable_scope('s'):\n"
               " ✓  3     w = tf.get_variable('w', [2])\n"
               "    4\n"
               "  ▸ 5 print('hi')\n");
    b.state->ascii = true;
    b.state->numbers = false;
    *LOG_PUSH(&b.state->stops, uint32_t) = 3;
    check_pane(&b, PANE_PROGRAM, 3, 12,
               "   import te\n"
               "   with tf.v\n"
               "o*     w = t\n"
               "\n"
               "  >print('hi\n");
    bench_end(&b);
}

/* The very expression is underlined: the call that made the variable. */
static void test_program_expression(void **state) {
    (void)state;
    Bench b = bench(scoped);
    Look l = look_at(&b, 3);
    const Doc *d = rows_of(&l, PANE_PROGRAM, 60);
    const DocLine *line = LOG_AT(&d->lines, DocLine, 2);
    Str here = {0};
    for (size_t i = 0; i < line->count; i++) {
        const DocPiece *p = LOG_AT(&d->pieces, DocPiece, line->first + i);
        if (p->look == LOOK_UNDERLINE && p->role == ROLE_HERE)
            here = p->text;
    }
    assert_str(here, "tf.get_variable('w', [2])");
    bench_end(&b);
}

static void test_program_side(void **state) {
    (void)state;
    Bench b = bench("x = '一二三'\nif x:\n\ty = 1\n");
    b.state->view[PANE_PROGRAM].side = 6;
    Look l = look_at(&b, 0);
    /* Six columns on, 一 (columns 5 and 6) is cut in half; the tab ends at column 8. */
    assert_str(text_of(&l, PANE_PROGRAM, 12), "  ▸ 1  二三'\n"
                                              "    2\n"
                                              "    3   y =\n");
    bench_end(&b);
}

static void test_program_refused(void **state) {
    (void)state;
    Bench b = bench("import tensorflow as tf\nx = = 1\ny = 2\n");
    Look l = look_at(&b, 0);
    Str text = text_of(&l, PANE_PROGRAM, 60);
    assert_true(str_find(text, STR("\n !  2 x = = 1\n      └ "), 0) > 0);
    assert_true(str_find(text, STR("\n    3 y = 2\n"), 0) > 0);
    check_has(&b, PANE_OUTPUT, 0, "! line 2: ");
    check_has(&b, PANE_WHY, 0, "The program does not run: its text was not accepted.\n");
    bench_end(&b);
    b = bench("import tensorflow as tf\nx = 1\ntf.ReaderBase(1, 2, 3)\n");
    check_has(&b, PANE_WHY, 3,
              "The run stopped here, as tfscope does not model this:\n"
              "tf.ReaderBase is not modelled\n");
    check_has(&b, PANE_PROGRAM, 3, "\n !  3 tf.ReaderBase(1, 2, 3)\n");
    check_has(&b, PANE_OUTPUT, 3, "! tf.ReaderBase is not modelled\n");
    bench_end(&b);
}

static void test_program_error(void **state) {
    (void)state;
    Bench b = bench("x = 1\nraise ValueError('no')\n");
    check_pane(&b, PANE_PROGRAM, 2, 60,
               "    1 x = 1\n"
               " !  2 raise ValueError('no')\n"
               "      └ ValueError: no\n");
    bench_end(&b);
}

/* Enter goes to the next step that runs the line, round the end to the first. */
static void test_program_enter(void **state) {
    (void)state;
    Bench b = bench("for i in range(2):\n    x = i\n\n");
    Look l = look_at(&b, 0);
    assert_int_equal(pane_lines(PANE_PROGRAM)->current(&l, 80), 0);
    enter(&b, PANE_PROGRAM, 1);
    assert_int_equal(b.state->at.step, 2); /* for, x = 0 */
    enter(&b, PANE_PROGRAM, 1);
    assert_int_equal(b.state->at.step, 4); /* for, x = 1 */
    enter(&b, PANE_PROGRAM, 1);
    assert_int_equal(b.state->at.step, 2);
    enter(&b, PANE_PROGRAM, 2); /* an empty line */
    assert_int_equal(b.state->at.step, 2);
    assert_str(b.state->message, "this line never runs");
    bench_end(&b);
}

/* ---- Scopes ---- */

static void test_scopes(void **state) {
    (void)state;
    Bench b = bench("import tensorflow as tf\n"
                    "with tf.variable_scope('foo', reuse=True):\n"
                    "    with tf.variable_scope('bar'):\n"
                    "        x = 1\n"
                    "        y = tf.constant(1, name='c')\n"
                    "        z = tf.constant(1, name='c')\n"
                    "        x = 3\n"
                    "x = 2\n");
    check_pane(&b, PANE_SCOPES, 4, 60,
               "  with            op scope  variables  reuse\n"
               "  (root)          \"\"        \"\"         False\n"
               "  variable_scope  foo/      foo        True\n"
               "      reuse True, given here\n"
               "  variable_scope  foo/bar/  foo/bar    True\n"
               "      reuse True, inherited from foo, line 2\n"
               "\n"
               "counters in foo/bar/: none\n");
    check_has(&b, PANE_SCOPES, 3, "+ variable_scope  foo/bar/  foo/bar    True\n");
    check_has(&b, PANE_SCOPES, 5, "counters in foo/bar/: +c·1\n");
    check_has(&b, PANE_SCOPES, 6, "counters in foo/bar/: ~c·2 +c_1·1\n");
    check_has(&b, PANE_SCOPES, 7,
              "- variable_scope foo/bar/ was left\n"
              "- variable_scope foo/ was left\n"
              "\ncounters in \"\": foo·1\n");
    Look l = look_at(&b, 4);
    assert_int_equal(pane_lines(PANE_SCOPES)->current(&l, 60), 5);
    enter(&b, PANE_SCOPES, 2);
    assert_int_equal(b.state->at.step, 2);
    bench_end(&b);
}

/* Without room the kind is told in a word; with less, reuse stands below the innermost scope. */
static void test_scopes_narrow(void **state) {
    (void)state;
    Bench b = bench("import tensorflow as tf\nwith tf.variable_scope('s') as s:\n"
                    "    s.reuse_variables()\n"
                    "    x = 1\n");
    check_has(&b, PANE_SCOPES, 3, "      reuse True, switched on by reuse_variables(), line 3\n");
    check_pane(&b, PANE_SCOPES, 2, 40,
               "  with      op scope  variables  reuse\n"
               "  (root)    \"\"        \"\"         False\n"
               "+ variable  s/        s          False\n"
               "\n"
               "counters in s/: none\n");
    check_pane(&b, PANE_SCOPES, 2, 32,
               "  with      op scope  variables\n"
               "  (root)    \"\"        \"\"\n"
               "+ variable  s/        s\n"
               "      reuse False\n"
               "\n"
               "counters in s/: none\n");
    bench_end(&b);
}

/* A name scope has the flag of the variable scope around it. */
static void test_scopes_of_names(void **state) {
    (void)state;
    Bench b = bench("import tensorflow as tf\nwith tf.variable_scope('v', reuse=True):\n"
                    "    with tf.name_scope('n'):\n        x = 1\n        x = 2\n");
    check_has(&b, PANE_SCOPES, 4, "  name_scope      v/n/      v          True\n");
    check_pane(&b, PANE_SCOPES, 4, 32,
               "  with      op scope  variables\n"
               "  (root)    \"\"        \"\"\n"
               "  variable  v/        v\n"
               "      reuse True, given here\n"
               "  name      v/n/      v\n"
               "      reuse True, inherited from\n"
               "      v, line 2\n"
               "\n"
               "counters in v/n/: none\n");
    bench_end(&b);
}

static void test_scopes_initializer(void **state) {
    (void)state;
    Bench b = bench("import tensorflow as tf\n"
                    "with tf.variable_scope('a', initializer=tf.zeros_initializer()):\n"
                    "    with tf.variable_scope('b'):\n        pass\n");
    check_has(&b, PANE_SCOPES, 3,
              "      initializer zeros_initializer(), inherited from a, line 2\n");
    bench_end(&b);
}

/* Before its call a default is the old one; afterwards the line of the call is told. */
static void test_scopes_defaults_set(void **state) {
    (void)state;
    Bench b = bench("import tensorflow as tf\n"
                    "with tf.variable_scope('a', dtype=tf.float64) as s:\n"
                    "    s.set_dtype(tf.float16)\n"
                    "    s.set_initializer(tf.zeros_initializer())\n"
                    "    with tf.variable_scope('b'):\n"
                    "        s.set_dtype(tf.float32)\n"
                    "        tf.get_variable('w', [])\n");
    check_has(&b, PANE_SCOPES, 2, "      dtype float64\n");
    check_has(&b, PANE_SCOPES, 3, "~ variable_scope  a/");
    check_has(&b, PANE_SCOPES, 3, "      dtype float16, set, line 3\n");
    check_has(&b, PANE_SCOPES, 4, "      initializer zeros_initializer(), set, line 4\n");
    check_has(&b, PANE_SCOPES, 4, "      dtype float16, set, line 3\n");
    check_has(&b, PANE_SCOPES, 5, "      dtype float16, inherited from a, line 2\n");
    check_has(&b, PANE_SCOPES, 6, "      dtype float32, set, line 6\n");
    check_has(&b, PANE_SCOPES, 6, "      dtype float16, inherited from a, line 2\n");
    check_has(&b, PANE_SCOPES, 2, "      dtype float64\n");
    bench_end(&b);
}

/* A scope that sets its own dtype says only that, even where it is the usual one. */
static void test_scopes_dtype(void **state) {
    (void)state;
    Bench b = bench("import tensorflow as tf\n"
                    "with tf.variable_scope('a', dtype=tf.float64):\n"
                    "    with tf.variable_scope('b'):\n"
                    "        with tf.variable_scope('c', dtype=tf.float32):\n"
                    "            pass\n");
    check_has(&b, PANE_SCOPES, 2, "      dtype float64\n");
    check_has(&b, PANE_SCOPES, 3, "      dtype float64, inherited from a, line 2\n");
    check_has(&b, PANE_SCOPES, 4, "      dtype float32\n");
    bench_end(&b);
}

/* ---- Values ---- */

static void test_values(void **state) {
    (void)state;
    Bench b = bench("def f(q):\n"        /* step 1 */
                    "    p = q + 1\n"    /* step 4 */
                    "    return p\n"     /* step 5 */
                    "n = [1]\n"          /* step 2 */
                    "n.append(f(2))\n"); /* step 3 */
    check_pane(&b, PANE_VALUES, 2, 60,
               "names of the program\n"
               "+ n = [1]\n");
    check_pane(&b, PANE_VALUES, 4, 60,
               "names of f()\n"
               "  q = 2\n"
               "+ p = 3\n"
               "names of the program\n"
               "  n = [1]\n");
    check_pane(&b, PANE_VALUES, 5, 60,
               "names of the program\n"
               "~ n = [1, 3]\n");
    bench_end(&b);
}

static void test_values_of_tensors(void **state) {
    (void)state;
    Bench b = bench("import tensorflow as tf\n"
                    "v = tf.Variable(3, name='v')\n"
                    "s = tf.Session()\n"
                    "s.run(v.initializer)\n"
                    "s.run(v)\n"
                    "s.run(v.assign(4))\n");
    check_has(&b, PANE_VALUES, 4, "variables\n+ v:0 = 3\n");
    check_has(&b, PANE_VALUES, 4,
              "session run, line 4\n+ v/Assign  an operation: it has no value\n");
    check_has(&b, PANE_VALUES, 5, "variables\n  v:0 = 3\nsession run, line 5\n+ v:0 = 3\n");
    check_has(&b, PANE_VALUES, 6, "variables\n~ v:0 = 4\n");
    bench_end(&b);
}

/* ---- Output ---- */

static void test_output(void **state) {
    (void)state;
    Bench b = bench("import sys\n"
                    "print('a')\n"
                    "sys.stderr.write('b\\n')\n"
                    "print('c')\n");
    check_pane(&b, PANE_OUTPUT, 1, 60, "");
    check_pane(&b, PANE_OUTPUT, 3, 60,
               "   a\n"
               "+! b\n");
    check_pane(&b, PANE_OUTPUT, 4, 60,
               "   a\n"
               " ! b\n"
               "+  c\n");
    enter(&b, PANE_OUTPUT, 1);
    assert_int_equal(b.state->at.step, 3);
    bench_end(&b);
}

static void test_output_of_an_error(void **state) {
    (void)state;
    Bench b = bench("import tensorflow as tf\n"
                    "print('a')\n"
                    "tf.get_variable('w', [1])\n"
                    "tf.get_variable('w', [1])\n");
    check_pane(&b, PANE_OUTPUT, 3, 60, "   a\n"); /* not yet */
    check_has(&b, PANE_OUTPUT, 4, "   a\n\nTraceback (most recent call last):\n");
    check_has(&b, PANE_OUTPUT, 4, "\n! line 4: ValueError: Variable w already exists");
    check_has(&b, PANE_OUTPUT, 4, "\n  w:0 was made by line 3\n");
    Look l = look_at(&b, 4);
    assert_int_equal(pane_lines(PANE_OUTPUT)->current(&l, 80),
                     pane_lines(PANE_OUTPUT)->rows(&l, 80) - 1);
    bench_end(&b);
}

/* ---- Why ---- */

static void test_why_step(void **state) {
    (void)state;
    Bench b = bench(scoped);
    check_pane(&b, PANE_WHY, 0, 60, "Nothing ran yet. Each step runs one line.\n");
    check_has(&b, PANE_WHY, 3, "+ s/w:0  a new variable, made by tf.get_variable\n");
    check_has(&b, PANE_WHY, 3, "1  tf.get_variable looks it up as \"s/w\"");
    check_has(&b, PANE_WHY, 3, " more reasons (why)\n");
    check_has(&b, PANE_WHY, 4, ": hi\n");
    b.state->why = WHY_LONG;
    check_has(&b, PANE_WHY, 3, "5  Nothing was called \"s/w\" yet");
    check_has(&b, PANE_WHY, 1, "This step decided nothing");
    b.state->why_name = STR("s/w:0");
    check_has(&b, PANE_WHY, 3, "s/w:0  VariableV2  made by line 3\n");
    check_pane(&b, PANE_WHY, 2, 60, "Nothing is called so at this step: s/w:0\n");
    b.state->why_name = STR("s/");
    check_has(&b, PANE_WHY, 2, "s/  variable_scope  entered by line 2\n");
    bench_end(&b);
}

/* Inside of a line the last event alone is told. */
static void test_why_event(void **state) {
    (void)state;
    Bench b = bench("import tensorflow as tf\n"
                    "x = tf.add(tf.constant(1, name='a'), tf.constant(2, name='b'), name='c')\n");
    const Trace *t = state_replay(b.state, b.world)->trace;
    Position first, second;
    assert_true(position_next(t, position_end(t, 1), &first));
    assert_true(position_next(t, first, &second));
    Look l = look_at(&b, 1);
    state_go_to(b.state, b.world, second);
    l.at = second;
    Str text = text_of(&l, PANE_WHY, 80);
    assert_true(str_starts(text, STR("+ b  Const int32 ()\n\n1  The call asked for")));
    assert_true(str_find(text_of(&l, PANE_PROGRAM, 80), STR("  ▸ 2 x = "), 0) >= 0);
    bench_end(&b);
}

static void test_why_shares(void **state) {
    (void)state;
    Bench b = bench("import tensorflow as tf\n"
                    "def f():\n"
                    "    return tf.get_variable('w', [])\n"
                    "f()\n"                                     /* steps 3 and 4 */
                    "with tf.variable_scope('', reuse=True):\n" /* step 5 */
                    "    f()\n");                               /* steps 6 and 7 */
    b.state->why = WHY_SHARES;
    check_pane(&b, PANE_WHY, 7, 80, "Select a variable in the tree of names, then ask again.\n");
    b.state->why_name = STR("w");
    check_pane(&b, PANE_WHY, 2, 80, "\"w\" is no variable at this step.\n");
    check_pane(&b, PANE_WHY, 5, 80,
               "w:0  shared 1 time  float32_ref ()\n"
               "+ line 3, step 4  via line 4  return tf.get_variable('w', [])\n"
               "= line 3, step 7 (later)  via line 6  return tf.get_variable('w', [])\n");
    enter(&b, PANE_WHY, 2);
    assert_int_equal(b.state->at.step, 7);
    enter(&b, PANE_WHY, 1);
    assert_int_equal(b.state->at.step, 4);
    bench_end(&b);
}

static void test_why_counters(void **state) {
    (void)state;
    Bench b = bench("import tensorflow as tf\n"
                    "tf.constant(1, name='a')\n"
                    "with tf.name_scope('s'):\n"
                    "    tf.constant(1, name='b')\n"
                    "    x = 1\n");
    b.state->why = WHY_COUNTERS;
    b.state->ascii = true;
    check_pane(&b, PANE_WHY, 4, 80,
               "names in use below \"s\": 1\n"
               "+ b=1  next: b_1\n"
               "\n"
               "all names in use: 3\n"
               "  a=1  next: a_1\n"
               "  s=1  next: s_1\n"
               "+ s/b=1  next: s/b_1\n");
    bench_end(&b);
}

static void test_why_diff(void **state) {
    (void)state;
    Bench b = bench(scoped);
    const Trace *t = state_replay(b.state, b.world)->trace;
    b.state->why = WHY_DIFF;
    b.state->diff_from = position_end(t, 2);
    /* The block is left with its last line. */
    check_pane(&b, PANE_WHY, 3, 80,
               "What changed from step 2 to step 3\n"
               "new names\n"
               "  + s/w  VariableV2  line 3\n"
               "scopes that were left\n"
               "  - variable_scope s/\n"
               "Python names\n"
               "  + w = <tf.Variable 's/w:0' shape=(2,) dtype=float32_ref>\n");
    b.state->diff_from = position_end(t, 3);
    check_has(&b, PANE_WHY, 4, "output\n  + hi\n");
    check_pane(&b, PANE_WHY, 3, 60,
               "What changed from step 3 to step 3\n"
               "Nothing changed that is shown here.\n");
    /* From a later position: the same changes, told forwards. */
    b.state->diff_from = position_end(t, 4);
    check_has(&b, PANE_WHY, 3, "What changed from step 3 to step 4\n");
    bench_end(&b);
}

/* ---- Lesson ---- */

static void test_lesson(void **state) {
    (void)state;
    TestHost *h = test_host_make(arena_new(0));
    Bench b = bench_of(test_lesson_make(h, "box-variable-scope"), h);
    check_has(&b, PANE_LESSON, 0,
              "One box for everything: tf.variable_scope\n"
              "\n"
              "1/4 Two kinds of scope\n"
              "A graph of TensorFlow 1.x keeps two prefixes apart. The op scope "
              "stands in front\n"
              "of operations, constants and what tf.Variable makes;");
    check_has(&b, PANE_LESSON, 0, "\nto come:\n");
    check_has(&b, PANE_LESSON, 999, "4/4 All in the box\n");
    check_has(&b, PANE_LESSON, 999, "  + right  ");
    bench_end(&b);
    b = bench(scoped);
    check_pane(&b, PANE_LESSON, 2, 60, "No lesson is open.\n");
    bench_end(&b);
}

/* ---- beside another run ---- */

static void test_beside(void **state) {
    (void)state;
    Bench b = bench("x = 1\ny = 2\nprint(x)\nprint(y)\n");
    Source *source = source_make(b.arena, STR("b.py"), STR("x = 1\ny = 3\nprint(x)\nprint(y)\n"));
    uint32_t other = world_run(b.world, &(Attempt){source, STR("1.4"), 0});
    Look l = look_at(&b, 4);
    l.together = together_make(b.arena, l.replay->why, world_replay(b.world, other)->why, false);
    assert_str(text_of(&l, PANE_PROGRAM, 60), "     1 x = 1\n"
                                              "≠    2 y = 2\n"
                                              "     3 print(x)\n"
                                              "  ✓  4 print(y)\n");
    assert_str(text_of(&l, PANE_OUTPUT, 60), "    1\n"
                                             "≠+  2\n");
    assert_str(text_of(&l, PANE_VALUES, 60), " names of the program\n"
                                             "   x = 1\n"
                                             "≠  y = 2\n");
    b.state->ascii = true;
    assert_str(text_of(&l, PANE_VALUES, 60), " names of the program\n"
                                             "   x = 1\n"
                                             "|  y = 2\n");
    bench_end(&b);
}

/* ---- everywhere ---- */

static void check_ascii(const Doc *d) {
    for (size_t i = 0; i < d->pieces.count; i++) {
        Str text = LOG_AT(&d->pieces, DocPiece, i)->text;
        for (size_t k = 0; k < text.len; k++)
            if ((unsigned char)text.at[k] >= 0x80)
                fail_msg("not ASCII: %.*s", STR_ARG(text));
    }
}

/* Any window is a part of the whole; what is current is a row; ASCII is ASCII. */
static void check_consistent(const Look *l, Pane p, int cols) {
    const LinePane *lines = pane_lines(p);
    int64_t n = lines->rows(l, cols), current = lines->current(l, cols);
    Doc *all = rows_of(l, p, cols), *part = doc_make(l->scratch);
    assert_int_equal(all->lines.count, n);
    assert_true(current >= -1 && current < (n ? n : 1));
    lines->put(l, cols, n / 2, 3, part);
    assert_int_equal(part->lines.count, n - n / 2 < 3 ? n - n / 2 : 3);
    Sink whole = sink_memory(l->scratch), window = sink_memory(l->scratch);
    doc_put(all, &whole);
    doc_put(part, &window);
    assert_true(str_find(sink_str(&whole), sink_str(&window), 0) >= 0);
    check_ascii(all);
}

static void check_everything(Bench *b, size_t step, int cols) {
    static const Pane panes[] = {PANE_PROGRAM, PANE_SCOPES, PANE_VALUES,
                                 PANE_WHY,     PANE_OUTPUT, PANE_LESSON};
    Look l = look_at(b, step);
    for (size_t i = 0; i < sizeof panes / sizeof *panes; i++)
        check_consistent(&l, panes[i], cols);
    for (int why = WHY_STEP; why <= WHY_COUNTERS; why++) {
        b->state->why = (WhyKind)why;
        check_consistent(&l, PANE_WHY, cols);
    }
    b->state->why = WHY_STEP;
    arena_reset(b->scratch);
}

static void test_every_lesson(void **state) {
    (void)state;
    size_t n;
    TestHost *h = test_host_make(arena_new(0));
    const Lesson *lessons = test_host_lessons(&h->host, &n);
    for (size_t i = 0; i < n; i++) {
        Bench b = bench_of(test_lesson_make(h, str_dup(h->arena, lessons[i].id).at), h);
        b.state->ascii = true;
        b.state->why_name = STR("w");
        size_t steps = trace_steps(state_replay(b.state, b.world)->trace);
        for (size_t step = 0; step <= steps; step++) {
            check_everything(&b, step, 40);
            if (step % 7 == 0)
                check_everything(&b, step, 1 + (int)step % 30);
        }
        world_free(b.world);
        arena_free(b.scratch);
    }
    arena_free(h->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_program_marks),   cmocka_unit_test(test_program_expression),
        cmocka_unit_test(test_program_side),    cmocka_unit_test(test_program_refused),
        cmocka_unit_test(test_program_error),   cmocka_unit_test(test_program_enter),
        cmocka_unit_test(test_scopes),          cmocka_unit_test(test_scopes_narrow),
        cmocka_unit_test(test_scopes_of_names), cmocka_unit_test(test_scopes_initializer),
        cmocka_unit_test(test_scopes_dtype),    cmocka_unit_test(test_scopes_defaults_set),
        cmocka_unit_test(test_values),          cmocka_unit_test(test_values_of_tensors),
        cmocka_unit_test(test_output),          cmocka_unit_test(test_output_of_an_error),
        cmocka_unit_test(test_why_step),        cmocka_unit_test(test_why_event),
        cmocka_unit_test(test_why_shares),      cmocka_unit_test(test_why_counters),
        cmocka_unit_test(test_why_diff),        cmocka_unit_test(test_lesson),
        cmocka_unit_test(test_beside),          cmocka_unit_test(test_every_lesson),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
