/* Questions put to runs: places, right answers, answers in many spellings, comments on wrong ones,
 * and answers from strangers. */
#include <string.h>

#include "base/text.h"
#include "tests/tutor/program.h"
#include "tutor/question.h"

static const char program[] = "import tensorflow as tf\n"                    /* 1 */
                              "with tf.variable_scope('box'):\n"             /* 2 */
                              "    a = tf.Variable([1., 0.1], name='a')\n"   /* 3 */
                              "    b = tf.Variable([1., 0.1], name='a')\n"   /* 4 */
                              "    c = tf.get_variable('c', [2, 3])\n"       /* 5 */
                              "with tf.variable_scope('box', reuse=True):\n" /* 6 */
                              "    d = tf.get_variable('c', [2, 3])\n"       /* 7 */
                              "print(d.name)\n"                              /* 8 */
                              "s = tf.Session()\n"                           /* 9 */
                              "s.run(tf.global_variables_initializer())\n"   /* 10 */
                              "print(s.run(a))\n"                            /* 11 */
                              "p = tf.placeholder(tf.float32, name='p')\n"   /* 12 */
                              "tf.get_variable('nowhere/c', [1])\n"          /* 13 */
                              "with tf.variable_scope('box'):\n"             /* 14 */
                              "    tf.get_variable('c', [2, 3])\n";          /* 15 */

typedef struct Fixture {
    Arena *arena;
    Run *run;
} Fixture;

static int set_up(void **state) {
    Arena *a = arena_new(0);
    Fixture *f = ARENA_NEW(a, Fixture);
    text_init("en", "");
    *f = (Fixture){a, program_run(a, program, 4)};
    *state = f;
    return 0;
}

static int tear_down(void **state) {
    Fixture *f = *state;
    run_free(f->run);
    arena_free(f->arena);
    return 0;
}

static Question question(QuestionKind kind, const char *moment, const char *of) {
    return (Question){.kind = kind, .moment = str_of(moment), .of = str_of(of), .right = STR("so")};
}

static const char *answer(const Fixture *f, QuestionKind kind, const char *moment, const char *of) {
    Question q = question(kind, moment, of);
    return str_dup(f->arena, question_answer(f->arena, &q, f->run->trace)).at;
}

static void test_right_answers(void **state) {
    const Fixture *f = *state;
    assert_string_equal(answer(f, QUESTION_NAME, "variable box/a", ""), "box/a:0");
    assert_string_equal(answer(f, QUESTION_NAME, "variable box/a_1", ""), "box/a_1:0");
    assert_string_equal(answer(f, QUESTION_NAME, "share box/c", ""), "box/c:0");
    assert_string_equal(answer(f, QUESTION_NAME, "node p", ""), "p");
    assert_string_equal(answer(f, QUESTION_NAME, "scope box_1", ""), "box_1");
    assert_string_equal(answer(f, QUESTION_NAME, "variable absent", ""), "");
    assert_string_equal(answer(f, QUESTION_DEED, "variable box/c", ""), "created");
    assert_string_equal(answer(f, QUESTION_DEED, "share box/c", ""), "reused");
    assert_string_equal(answer(f, QUESTION_DEED, "error", ""), "error");
    assert_string_equal(answer(f, QUESTION_VALUE, "output 1", ""), "box/c:0");
    assert_string_equal(answer(f, QUESTION_VALUE, "output 2", ""), "[1.  0.1]");
    assert_string_equal(answer(f, QUESTION_VALUE, "end", "box/a:0"), "[1.  0.1]");
    assert_string_equal(answer(f, QUESTION_VALUE, "run 1", "box/a"), "[1.  0.1]");
    assert_string_equal(answer(f, QUESTION_VALUE, "share box/c", "box/a"), "");
    assert_string_equal(answer(f, QUESTION_SHAPE, "variable box/c", ""), "(2, 3)");
    assert_string_equal(answer(f, QUESTION_SHAPE, "variable box/a", ""), "(2,)");
    assert_string_equal(answer(f, QUESTION_SHAPE, "node p", ""), "unknown");
    assert_string_equal(answer(f, QUESTION_COUNT, "variable box/c", ""), "3");
    assert_string_equal(answer(f, QUESTION_COUNT, "share box/c", ""), "3");
    assert_string_equal(answer(f, QUESTION_COUNT, "variable box/a", "trainable"), "1");
}

/* A question is asked before the step that shows its answer. */
static void test_places(void **state) {
    const Fixture *f = *state;
    Question q = question(QUESTION_NAME, "variable box/c", "");
    size_t place, reveal, shown;
    assert_true(question_place(&q, f->run->trace, &place));
    assert_true(question_reveal(&q, f->run->trace, &reveal));
    assert_true(moment_step(f->run->trace, q.moment, &shown));
    assert_int_equal(reveal, shown);
    assert_int_equal(place, shown - 1);
    assert_int_equal(trace_line(f->run->trace, trace_step_at(f->run->trace, reveal)->site), 5);
    q.moment = STR("start");
    assert_true(question_place(&q, f->run->trace, &place));
    assert_int_equal(place, 0);
    q.moment = STR("end");
    assert_true(question_place(&q, f->run->trace, &place));
    assert_true(question_reveal(&q, f->run->trace, &reveal));
    assert_int_equal(place, trace_steps(f->run->trace));
    assert_int_equal(reveal, place);
    q.moment = STR("variable absent");
    assert_false(question_place(&q, f->run->trace, &place));
}

static Answered judge(const Fixture *f, QuestionKind kind, const char *moment, const char *given) {
    Question q = question(kind, moment, "");
    return question_judge(f->arena, &q, f->run->trace, str_of(given));
}

static void right(const Fixture *f, QuestionKind kind, const char *moment, const char *given) {
    Answered got = judge(f, kind, moment, given);
    if (!got.understood || !got.right)
        print_error("not right: %s\n", given);
    assert_true(got.understood && got.right);
    assert_str(got.comment, "so");
}

static void wrong(const Fixture *f, QuestionKind kind, const char *moment, const char *given,
                  const char *comment) {
    Answered got = judge(f, kind, moment, given);
    if (!got.understood || got.right)
        print_error("not wrong: %s\n", given);
    assert_true(got.understood && !got.right);
    assert_str(got.comment, comment);
}

static void strange(const Fixture *f, QuestionKind kind, const char *moment, const char *given) {
    Answered got = judge(f, kind, moment, given);
    if (got.understood)
        print_error("understood: %s\n", given);
    assert_false(got.understood || got.right);
    assert_true(got.comment.len > 0);
}

static void test_names(void **state) {
    const Fixture *f = *state;
    const char *m = "variable box/a_1";
    right(f, QUESTION_NAME, m, "box/a_1");
    right(f, QUESTION_NAME, m, "box/a_1:0");
    right(f, QUESTION_NAME, m, " 'box/a_1:0' ");
    right(f, QUESTION_NAME, m, "“box／a_1：0”"); /* as a Chinese keyboard gives it */
    right(f, QUESTION_NAME, "scope box_1", "box_1/");
    wrong(f, QUESTION_NAME, m, "box/a",
          "That name exists already: it belongs to what line 3 made.");
    wrong(f, QUESTION_NAME, m, "a_1", "The last part is right, but more stands in front of it.");
    wrong(f, QUESTION_NAME, m, "tub/a_1",
          "The last part is right; what stands in front of it is not.");
    wrong(f, QUESTION_NAME, m, "x/box/a_1",
          "The last part is right, but less stands in front of it.");
    wrong(f, QUESTION_NAME, m, "box/v", "What stands in front is right, the last part is not.");
    wrong(f, QUESTION_NAME, m, "box/a_2",
          "Nearly: the number at the end is another. How often was this name given out?");
    wrong(f, QUESTION_NAME, m, "Box/a_1",
          "Nearly: capital and small letters are different letters in a name.");
    wrong(f, QUESTION_NAME, "node p", "q",
          "Nothing stands in front, that is right; but the name itself is another.");
    wrong(f, QUESTION_NAME, "variable box/c", "box/c_1",
          "Nearly: there is a suffix too many. Was this name given out before?");
    wrong(f, QUESTION_NAME, "scope box_1", "box_1/x",
          "The last part is not right, and it stands at another depth.");
    wrong(f, QUESTION_NAME, m, "box/a_1:1", "What stands in front is right, the last part is not.");
    strange(f, QUESTION_NAME, m, "");
    strange(f, QUESTION_NAME, m, "  ");
    strange(f, QUESTION_NAME, m, "I do not know");
    strange(f, QUESTION_NAME, "variable absent", "box/a");
}

static void test_deeds(void **state) {
    const Fixture *f = *state;
    static const char *const reused[] = {"reused", "2", "Reuse", "shared", "复用", "２"};
    for (size_t i = 0; i < sizeof reused / sizeof *reused; i++)
        right(f, QUESTION_DEED, "share box/c", reused[i]);
    right(f, QUESTION_DEED, "variable box/a", "1");
    right(f, QUESTION_DEED, "variable box/a", "新建");
    right(f, QUESTION_DEED, "error", "报错");
    right(f, QUESTION_DEED, "error", "ValueError");
    wrong(f, QUESTION_DEED, "variable box/a", "2",
          "Only tf.get_variable finds a variable again. Is that what is called here?");
    wrong(f, QUESTION_DEED, "variable box/c", "2",
          "To reuse one, a variable must be stored under this very key, and reuse must be on. Is "
          "that so here?");
    wrong(f, QUESTION_DEED, "variable box/a", "error",
          "Here a name that is taken is no error: it gets a suffix.");
    strange(f, QUESTION_DEED, "share box/c", "4");
    strange(f, QUESTION_DEED, "share box/c", "maybe");
}

static void test_values(void **state) {
    const Fixture *f = *state;
    right(f, QUESTION_VALUE, "output 2", "[1.  0.1]");
    right(f, QUESTION_VALUE, "output 2", "1 0.1");
    right(f, QUESTION_VALUE, "output 2", "[1.0,0.10]");
    right(f, QUESTION_VALUE, "output 2", "［1，1e-1］");
    right(f, QUESTION_VALUE, "output 1", "box/c:0");
    wrong(f, QUESTION_VALUE, "output 2", "[1 0.1 0]", "There are too many elements in it.");
    wrong(f, QUESTION_VALUE, "output 2", "1", "There are too few elements in it.");
    wrong(f, QUESTION_VALUE, "output 2", "1 0.2",
          "The number of elements is right, and some of them, but not all.");
    wrong(f, QUESTION_VALUE, "output 2", "nan 0x1",
          "The number of elements is right, but none of them.");
    wrong(f, QUESTION_VALUE, "output 2", "1 0.1001",
          "The number of elements is right, and some of them, but not all.");
    wrong(f, QUESTION_VALUE, "output 1", "box/c", "It is another value.");
}

static void test_shapes(void **state) {
    const Fixture *f = *state;
    static const char *const two_three[] = {"(2, 3)", "[2,3]", "2x3", "2×3", "2 3", "（2，3）"};
    for (size_t i = 0; i < sizeof two_three / sizeof *two_three; i++)
        right(f, QUESTION_SHAPE, "variable box/c", two_three[i]);
    right(f, QUESTION_SHAPE, "variable box/a", "2");
    right(f, QUESTION_SHAPE, "node p", "Unknown");
    right(f, QUESTION_SHAPE, "node p", "未知");
    wrong(f, QUESTION_SHAPE, "variable box/c", "(2,)", "That shape has too few dimensions.");
    wrong(f, QUESTION_SHAPE, "variable box/c", "()", "That shape has too few dimensions.");
    wrong(f, QUESTION_SHAPE, "variable box/c", "2 3 1", "That shape has too many dimensions.");
    wrong(f, QUESTION_SHAPE, "variable box/c", "(2, ?)",
          "The number of dimensions is right; the first one that is not is the one at index 1.");
    wrong(f, QUESTION_SHAPE, "variable box/c", "unknown", "More is known of this shape.");
    wrong(f, QUESTION_SHAPE, "node p", "()",
          "Is so much known of this shape before anything runs?");
    strange(f, QUESTION_SHAPE, "variable box/c", "round");
    strange(f, QUESTION_SHAPE, "variable box/c", "x");
    strange(f, QUESTION_SHAPE, "variable box/c", "-1");
    strange(f, QUESTION_SHAPE, "variable box/c", "1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1");
}

static void test_counts(void **state) {
    const Fixture *f = *state;
    right(f, QUESTION_COUNT, "share box/c", "3");
    right(f, QUESTION_COUNT, "share box/c", "3 个");
    right(f, QUESTION_COUNT, "share box/c", "03");
    wrong(f, QUESTION_COUNT, "share box/c", "2", "That is too few.");
    wrong(f, QUESTION_COUNT, "share box/c", "4", "That is too many.");
    wrong(f, QUESTION_COUNT, "share box/c", "999999999999999", "That is too many.");
    strange(f, QUESTION_COUNT, "share box/c", "99999999999999999999999");
    strange(f, QUESTION_COUNT, "share box/c", "-3");
    strange(f, QUESTION_COUNT, "share box/c", "3.5");
}

static void test_choices(void **state) {
    const Fixture *f = *state;
    Choice choices[] = {{.text = STR("one variable"), .comment = STR("no")},
                        {.text = STR("two"), .right = true},
                        {.text = STR("none")}};
    Question q = question(QUESTION_CHOICE, "end", "");
    q.choices = choices;
    q.nchoices = 3;
    assert_str(question_answer(f->arena, &q, f->run->trace), "2");
    static const struct {
        const char *given;
        bool understood, right;
        const char *comment;
    } cases[] = {
        {"2", true, true, "so"},
        {"two", true, true, "so"},
        {"b", true, true, "so"},
        {"B", true, true, "so"},
        {"1", true, false, "no"},
        {"one variable", true, false, "no"},
        {"3", true, false, "That is not so in this run."},
        {"0", false, false, "Type a number from 1 to 3."},
        {"7", false, false, "Type a number from 1 to 3."},
        {"d", false, false, "Type a number from 1 to 3."},
        {"", false, false, "Type a number from 1 to 3."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Answered got = question_judge(f->arena, &q, f->run->trace, str_of(cases[i].given));
        assert_int_equal(got.understood, cases[i].understood);
        assert_int_equal(got.right, cases[i].right);
        assert_str(got.comment, cases[i].comment);
    }
}

/* The lesson's own comment comes before what the engine could say, also on what would else be no
 * answer; a right answer is right whatever the lesson expects. */
static void test_expected(void **state) {
    const Fixture *f = *state;
    Choice expected[] = {{.text = STR("a:0"), .comment = STR("prefix")},
                         {.text = STR("no name"), .comment = STR("it has one")},
                         {.text = STR("box/a"), .comment = STR("never")}};
    Question q = question(QUESTION_NAME, "variable box/a", "");
    q.expected = expected;
    q.nexpected = 3;
    assert_str(question_judge(f->arena, &q, f->run->trace, STR("'a'")).comment, "prefix");
    assert_str(question_judge(f->arena, &q, f->run->trace, STR("no name")).comment, "it has one");
    assert_true(question_judge(f->arena, &q, f->run->trace, STR("box/a")).right);
    Choice brackets[] = {{.text = STR("[7]"), .comment = STR("brackets")},
                         {.text = STR("7"), .comment = STR("none")}};
    q = question(QUESTION_VALUE, "output 2", "");
    q.expected = brackets;
    q.nexpected = 2;
    assert_str(question_judge(f->arena, &q, f->run->trace, STR("7")).comment, "none");
    assert_str(question_judge(f->arena, &q, f->run->trace, STR("[ 7.0 ]")).comment, "brackets");
}

/* Whatever comes is answered with a sentence. */
static void test_strangers(void **state) {
    const Fixture *f = *state;
    static const char *const moments[] = {"variable box/a", "share box/c",    "output 2",
                                          "variable box/c", "variable box/c", "end"};
    static const Str texts[] = {{"\0", 1},
                                {"\x1b[2J", 4},
                                {"\xff\xfe", 2},
                                {"a\0b", 3},
                                {"nan", 3},
                                {"1e999999", 8},
                                {"-inf", 4},
                                {"''", 2},
                                {"\xe2\x80\xae"
                                 "x",
                                 4},
                                {"((((", 4},
                                {"\"", 1},
                                {":0", 2},
                                {"/", 1},
                                {"_1", 2},
                                {"_", 1}};
    char *large = malloc(1 << 20);
    assert_non_null(large);
    memset(large, '1', 1 << 20);
    for (int kind = QUESTION_NAME; kind <= QUESTION_CHOICE; kind++) {
        Question q = question((QuestionKind)kind, moments[kind], "");
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
            Answered got = question_judge(f->arena, &q, f->run->trace, texts[i]);
            assert_false(got.right);
            assert_true(got.comment.len > 0);
        }
        assert_false(question_judge(f->arena, &q, f->run->trace, (Str){large, 1 << 20}).understood);
        assert_true(question_wants(f->arena, &q).len > 0);
    }
    free(large);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_right_answers), cmocka_unit_test(test_places),
        cmocka_unit_test(test_names),         cmocka_unit_test(test_deeds),
        cmocka_unit_test(test_values),        cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_counts),        cmocka_unit_test(test_choices),
        cmocka_unit_test(test_expected),      cmocka_unit_test(test_strangers),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
