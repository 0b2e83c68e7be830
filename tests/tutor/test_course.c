/* Every question of the course is answered right and with each wrong answer that is expected, in
 * both languages; every exercise is judged on its starting point and on its solution. */
#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "lesson/lesson.h"
#include "tests/suite.h"
#include "tests/tutor/program.h"
#include "tutor/exercise.h"
#include "tutor/question.h"

typedef struct Subject {
    Arena *arena;
    const char *language;
    const Lesson *lesson;
    Run *run; /* of the lesson's program, or of an exercise */
    int bad;
} Subject;

static void open_run(Subject *s, const Source *source, Str tf, int python) {
    int minor;
    RunOptions options = {.python = python};
    s->run = run_new(&options);
    assert_non_null(s->run);
    assert_true(dialect_version(tf, &minor));
    assert_true(tf_install(s->run, minor));
    assert_true(run_program(s->run, source));
}

static void close_run(Subject *s) {
    run_free(s->run);
    s->run = NULL;
}

static void complain(Subject *s, Str id, const char *what, Str text) {
    print_error("%.*s (%s), %.*s: %s: %.*s\n", STR_ARG(s->lesson->id), s->language, STR_ARG(id),
                what, STR_ARG(text));
    s->bad++;
}

static bool is_inside(char c) {
    return isalnum((unsigned char)c) || (c && strchr("_/.:-", c)) || c & 0x80;
}

/* The comment says the answer, as a word of its own. A full stop may follow. A single letter may be
 * an English word: it counts in backticks. */
static bool gives_away(Str comment, Str answer) {
    char quoted[] = {'`', answer.at[0], '`', 0};
    if (answer.len == 1)
        return str_find(comment, str_of(quoted), 0) >= 0;
    for (ptrdiff_t i; (i = str_find(comment, answer, 0)) >= 0;) {
        size_t end = (size_t)i + answer.len;
        char before = i ? comment.at[i - 1] : ' ',
             after = end < comment.len ? comment.at[end] : ' ';
        bool ends = after == '.' && (end + 1 == comment.len || comment.at[end + 1] == ' ');
        if (!is_inside(before) && (ends || !is_inside(after)))
            return true;
        comment = str_sub(comment, (size_t)i + 1, comment.len);
    }
    return false;
}

static Str bare(Str answer) {
    return str_ends(answer, STR(":0")) ? str_sub(answer, 0, answer.len - 2) : answer;
}

static void check_comment(Subject *s, const Question *q, Str answer, Str comment) {
    bool counts = q->kind == QUESTION_COUNT; /* a number may be another one: that of a line */
    if (comment.len == 0)
        complain(s, q->id, "no comment", comment);
    if (!counts && (gives_away(comment, answer) || gives_away(comment, bare(answer))))
        complain(s, q->id, "the comment gives the answer away", comment);
}

static void play_typed(Subject *s, const Question *q, Str answer) {
    const Trace *t = s->run->trace;
    Answered got = question_judge(s->arena, q, t, answer);
    if (!got.right || !str_eq(got.comment, q->right))
        complain(s, q->id, "the right answer is not right", answer);
    for (size_t i = 0; i < q->nexpected; i++) {
        const Choice *expected = &q->expected[i];
        got = question_judge(s->arena, q, t, expected->text);
        if (!got.understood || got.right)
            complain(s, q->id, "an expected wrong answer is not wrong", expected->text);
        if (!str_eq(got.comment, expected->comment))
            complain(s, q->id, "it has another comment than its own", expected->text);
        check_comment(s, q, answer, got.comment);
    }
}

static void play_choices(Subject *s, const Question *q) {
    for (size_t i = 0; i < q->nchoices; i++) {
        const Choice *c = &q->choices[i];
        Str number = str_printf(s->arena, "%zu", i + 1);
        Answered got = question_judge(s->arena, q, s->run->trace, number);
        if (!got.understood || got.right != c->right || got.comment.len == 0)
            complain(s, q->id, "a choice is judged otherwise", c->text);
        got = question_judge(s->arena, q, s->run->trace, c->text);
        if (!got.understood || got.right != c->right)
            complain(s, q->id, "a choice's text is judged otherwise", c->text);
    }
}

/* Answers that the lesson does not expect get the engine's comments. */
static void play_strange(Subject *s, const Question *q, Str answer) {
    static const char *const given[] = {"x",   "scope/x", "a_1", "v_1_1", "1",     "2",      "3",
                                        "(2)", "0",       "[1]", "error", "reuse", "created"};
    for (size_t i = 0; i < sizeof given / sizeof *given; i++) {
        Answered got = question_judge(s->arena, q, s->run->trace, str_of(given[i]));
        if (got.understood && !got.right)
            check_comment(s, q, answer, got.comment);
    }
}

static void test_questions(void **state) {
    Subject *s = *state;
    s->bad = 0;
    text_init(s->language, "");
    open_run(s, s->lesson->program, s->lesson->tf, s->lesson->python);
    for (size_t i = 0; i < s->lesson->nquestions; i++) {
        const Question *q = &s->lesson->questions[i];
        size_t place, reveal;
        Str answer = question_answer(s->arena, q, s->run->trace);
        if (!question_place(q, s->run->trace, &place) ||
            !question_reveal(q, s->run->trace, &reveal) || answer.len == 0) {
            complain(s, q->id, "it cannot be asked", q->moment);
            continue;
        }
        if (q->kind == QUESTION_CHOICE) {
            play_choices(s, q);
        } else {
            play_typed(s, q, answer);
            play_strange(s, q, answer);
        }
    }
    close_run(s);
    assert_int_equal(s->bad, 0);
}

static void judge_program(Subject *s, const Exercise *e, const Source *source, bool solution) {
    open_run(s, source, e->tf, e->python);
    Judged *j = exercise_judge(s->arena, e, s->run->trace, true);
    if (j->passed != solution)
        complain(s, e->id, solution ? "the solution does not pass" : "the start passes",
                 j->first < j->ngoals ? j->goals[j->first].instead : STR(""));
    for (size_t i = 0; i < j->ngoals; i++)
        if (!j->goals[i].holds && j->goals[i].instead.len == 0)
            complain(s, e->id, "nothing is said of a goal", e->goals[i].claim);
    close_run(s);
}

static void test_exercises(void **state) {
    Subject *s = *state;
    s->bad = 0;
    text_init(s->language, "");
    for (size_t i = 0; i < s->lesson->nexercises; i++) {
        const Exercise *e = &s->lesson->exercises[i];
        judge_program(s, e, e->start, false);
        judge_program(s, e, e->solution, true);
    }
    assert_int_equal(s->bad, 0);
}

static bool add_lessons(Suite *suite, const char *language) {
    const char *folder = test_path(suite->arena, "lessons");
    Course course;
    course_load(suite->arena, &folder, 1, language, &course);
    for (size_t i = 0; i < course.n; i++) {
        Subject *s = ARENA_NEW(suite->arena, Subject);
        *s = (Subject){suite->arena, language, &course.lessons[i], NULL, 0};
        Str id = course.lessons[i].id;
        suite_add(suite, str_printf(suite->arena, "%.*s %s questions", STR_ARG(id), language),
                  test_questions, s);
        suite_add(suite, str_printf(suite->arena, "%.*s %s exercises", STR_ARG(id), language),
                  test_exercises, s);
    }
    for (size_t i = 0; i < course.faults.count; i++)
        fprintf(stderr, "%s\n",
                pack_fault_text(suite->arena, LOG_AT(&course.faults, PackFault, i)).at);
    return course.n > 0 && course.faults.count == 0;
}

int main(void) {
    Suite s = {.arena = arena_new(0)};
    if (!add_lessons(&s, "en") || !add_lessons(&s, "zh"))
        return 1;
    return suite_run(&s, "course");
}
