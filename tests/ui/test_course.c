/* The whole course that is shipped, whatever lessons are in it, played key by key: by somebody who
 * knows everything, and by somebody who knows nothing. */
#include <stdlib.h>

#include "base/text.h"
#include "tests/ui/learner.h"
#include "tutor/question.h"

enum { PRESSED_MOST = 30000 };

/* ---- going through a lesson ---- */

typedef void AnswerFn(Pupil *p, const Question *q);

static const Trace *trace_of(const Pupil *p) {
    return state_replay(p->state, p->world)->trace;
}

static void fail_in(Pupil *p, const char *what) {
    fail_msg("%.*s: %s:\n%.*s", STR_ARG(p->world->lesson->id), what, STR_ARG(pupil_screen(p)));
}

/* Steps to the end; each question on the way is asked, and answered in some way. */
static void go_through(Pupil *p, AnswerFn *answer) {
    size_t keys = 0;
    while (keys++ < PRESSED_MOST) {
        if (pupil_is_asked(p))
            answer(p, learn_question(p->world, p->state->asking));
        else if (learn_at_end(p->state, p->world))
            return;
        else
            pupil_press(p, "<Space>");
    }
    fail_in(p, "its end was not reached");
}

/* All questions that come were asked and are done with. */
static void assert_asked(Pupil *p) {
    const Quiz *q = learn_quiz(p->state, p->world);
    for (ptrdiff_t i = 0; i < (ptrdiff_t)q->n; i++) {
        if (!q->comes[i])
            fail_in(p, "a question does not come");
        if (!learn_answered(p->state, p->world, i))
            fail_in(p, "a question was not asked");
    }
}

typedef void ExerciseFn(Pupil *p, const Exercise *e);

static void do_exercises(Pupil *p, ExerciseFn *solve) {
    for (size_t i = 0; i < p->world->lesson->nexercises; i++) {
        pupil_type(p, str_printf(p->arena, ":exercise %zu", i + 1));
        const Exercise *e = p->world->exercise;
        if (!e || e != &p->world->lesson->exercises[i])
            fail_in(p, "an exercise was not opened");
        if (state_replay(p->state, p->world)->judged->passed)
            fail_in(p, "an exercise is passed before anything was done");
        solve(p, e);
    }
}

static void play(Pupil *p, AnswerFn *answer, ExerciseFn *solve) {
    size_t n;
    (void)p->world->host->lessons(p->world->host, &n);
    assert_true(n > 0);
    for (size_t i = 0; i < n; i++) {
        go_through(p, answer);
        assert_asked(p);
        do_exercises(p, solve);
        pupil_press(p, ">");
    }
    assert_str(p->state->message, _("this is the last lesson"));
}

static Pupil begin(const char *lang, const char *progress) {
    Arena *a = arena_new(0);
    const char *folder = test_path(a, "lessons");
    Course course = {0};
    course_load(a, &folder, 1, "en", &course);
    assert_true(course.n > 0);
    PupilAsk ask = {.folder = "lessons",
                    .lang = lang,
                    .lesson = str_dup(a, course.lessons[0].id).at,
                    .progress = progress,
                    .rows = *lang == 'z' ? 12 : 24, /* the largest room, or a small one */
                    .cols = *lang == 'z' ? 40 : 80};
    Pupil p = pupil_make(&ask);
    arena_free(a);
    return p;
}

/* ---- somebody who knows everything ---- */

/* Is there something of that name already? */
static bool is_there(Pupil *p, Str name) {
    const Replay *r = state_replay(p->state, p->world);
    Moment now = p->state->at.moment;
    const Outline *o = outlines_at(r->outlines, now, true);
    uint32_t b = o ? outline_find(o, name) : BRANCH_NONE;
    return b != BRANCH_NONE && outline_branch(o, b)->made <= now;
}

/* A name that is asked for stands nowhere on the screen, but where it stood all the time: in the
 * program, and in what is asked. */
static void assert_hidden(Pupil *p, const Question *q, Str answer) {
    enum { SHORT = 4 }; /* may stand anywhere */
    Str program = state_replay(p->state, p->world)->attempt.source->text;
    if (str_ends(answer, STR(":0")))
        answer.len -= 2;
    bool said = str_find(program, answer, 0) >= 0 || str_find(q->text, answer, 0) >= 0;
    if (q->kind == QUESTION_NAME && answer.len >= SHORT && !said && !is_there(p, answer) &&
        str_find(pupil_screen(p), answer, 0) >= 0)
        fail_in(p, "a name is asked for and shown");
}

static void answer_right(Pupil *p, const Question *q) {
    size_t step = p->state->at.step;
    ptrdiff_t i = p->state->asking;
    Str answer = question_answer(p->arena, q, trace_of(p));
    assert_hidden(p, q, answer);
    pupil_type(p, answer);
    if (!learn_answered(p->state, p->world, i))
        fail_in(p, "the right answer is not right");
    if (!pupil_is_asked(p) && p->state->at.step < step)
        fail_in(p, "the answer led backwards");
}

static void solve(Pupil *p, const Exercise *e) {
    pupil_run(p, e->solution->text);
    if (!state_replay(p->state, p->world)->judged->passed)
        fail_in(p, "the solution does not pass");
    if (!pupil_sees(p, _("passed: all goals hold")))
        fail_in(p, "nobody says that it was passed");
}

static void all_right(void **state) {
    const char *lang = *state;
    Pupil p = begin(lang, NULL);
    size_t n;
    const Lesson *lessons = p.world->host->lessons(p.world->host, &n);
    play(&p, answer_right, solve);
    for (size_t i = 0; i < n; i++) {
        Score score = learn_score(p.world, &lessons[i], NULL);
        if (!score.done || score.right != score.all)
            fail_msg("%.*s: %zu of %zu, done: %d", STR_ARG(lessons[i].id), score.right, score.all,
                     score.done);
    }
    assert_int_equal(learn_due(p.world, p.arena).count, 0);
    pupil_free(&p);
}

/* ---- line by line ---- */

/* What somebody who knows everything types in a lesson: to each question, and its answer. */
static Str lines_of(Pupil *p, size_t *questions) {
    Sink out = sink_memory(p->arena);
    const Quiz *q = learn_quiz(p->state, p->world);
    *questions = 0;
    for (size_t step = 0; step <= trace_steps(trace_of(p)); step++) {
        const char *ways = "continue\n"; /* the second one at a place is asked by itself */
        for (ptrdiff_t i = 0; i < (ptrdiff_t)q->n; i++) {
            if (!q->comes[i] || q->place[i] != step)
                continue;
            Str answer = question_answer(p->arena, learn_question(p->world, i), trace_of(p));
            sink_printf(&out, "%sanswer %.*s\n", ways, STR_ARG(answer));
            ways = "";
            ++*questions;
        }
    }
    sink_z(&out, "continue\n");
    return sink_str(&out);
}

static size_t count_lines(Str text, const char *line) {
    size_t n = 0;
    Str wanted = str_of(line);
    for (ptrdiff_t at = -1; (at = str_find(text, wanted, (size_t)(at + 1))) >= 0;)
        n++;
    return n;
}

static void line_by_line(void **state) {
    (void)state;
    Pupil p = begin("en", NULL);
    size_t n, questions;
    const Lesson *lessons = p.world->host->lessons(p.world->host, &n);
    for (size_t i = 0; i < n; i++) {
        World *w = test_lesson_make(p.host, str_dup(p.arena, lessons[i].id).at);
        Pupil q = {p.arena, p.host, w, NULL, state_make(p.arena, w, 24, 80)};
        Str lines = lines_of(&q, &questions);
        Sink said = sink_memory(p.arena);
        FILE *in = fmemopen((void *)(uintptr_t)lines.at, lines.len, "r");
        ExploreOptions options = {.at = -1};
        assert_non_null(in);
        assert_false(explore_plain(w, &options, in, &said, false));
        fclose(in);
        if (count_lines(sink_str(&said), "\nright\n") + count_lines(sink_str(&said), "\nright: ") !=
            questions)
            fail_msg("%.*s\n%.*s", STR_ARG(lines), STR_ARG(sink_str(&said)));
        world_free(w);
    }
    pupil_free(&p);
}

/* ---- somebody who knows nothing ---- */

/* An answer of the right kind that is wrong. */
static Str wrong_answer(Pupil *p, const Question *q) {
    static const char *const answers[] = {
        [QUESTION_NAME] = "nobody/knows", [QUESTION_DEED] = "1",
        [QUESTION_VALUE] = "987654321.5", [QUESTION_SHAPE] = "(97, 89, 83)",
        [QUESTION_COUNT] = "987654321",   [QUESTION_CHOICE] = "1",
    };
    for (size_t i = 0; i < 6; i++) {
        Str given = i == 0 ? str_of(answers[q->kind]) : str_printf(p->arena, "%zu", i + 1);
        Answered a = question_judge(p->arena, q, trace_of(p), given);
        if (a.understood && !a.right)
            return given;
    }
    fail_in(p, "no answer is wrong");
    return STR("");
}

static void answer_wrong(Pupil *p, const Question *q) {
    ptrdiff_t i = p->state->asking;
    pupil_type(p, wrong_answer(p, q));
    if (!pupil_is_asked(p) || p->state->message.len == 0)
        fail_in(p, "a wrong answer has no comment, or no other try");
    for (int hint = 0; hint < HINTS; hint++) {
        pupil_press(p, "<Tab>");
        if (str_find(p->state->message, q->hint[hint], 0) < 0)
            fail_in(p, "a hint is not told");
    }
    pupil_press(p, "<Esc>!");
    if (!learn_answered(p->state, p->world, i))
        fail_in(p, "the answer was not shown");
}

static void give_up(Pupil *p, const Exercise *e) {
    static const char *const attempts[] = {"x = (\n", "raise ValueError('no')\n",
                                           "while True:\n    pass\n", ""};
    for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
        pupil_run(p, str_of(attempts[i]));
        if (state_replay(p->state, p->world)->judged->passed)
            fail_in(p, "nonsense passes");
    }
    for (int hint = 0; hint < HINTS; hint++) {
        pupil_press(p, "H");
        if (str_find(p->state->message, e->hint[hint], 0) < 0)
            fail_in(p, "a hint is not told");
    }
    pupil_press(p, "!");
    if (!state_replay(p->state, p->world)->judged->passed)
        fail_in(p, "the solution does not pass");
    pupil_press(p, "u");
    if (state_replay(p->state, p->world)->judged->passed)
        fail_in(p, "what was tried did not come back");
}

/* Answers what came back; returns how many that were. */
static size_t review(const char *folder) {
    Pupil p = begin("en", folder);
    size_t n = learn_due(p.world, p.arena).count, keys = 0;
    pupil_press(&p, "<Space><Esc>r");
    while (p.state->review.on && keys++ < PRESSED_MOST) {
        if (pupil_is_asked(&p))
            answer_right(&p, learn_question(p.world, p.state->asking));
        else
            pupil_press(&p, "<Space>");
    }
    assert_false(p.state->review.on);
    assert_int_equal(learn_due(p.world, p.arena).count, 0);
    /* Who only looks has no sitting: something is done in each. */
    progress_note(p.host->progress,
                  &(Deed){.kind = DEED_HINTED, .lesson = p.world->lesson->id, .item = STR("hint")});
    pupil_free(&p);
    return n;
}

static void all_wrong(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    const char *folder = pupil_folder(a);
    Pupil p = begin("zh", folder);
    size_t n, questions = 0;
    const Lesson *lessons = p.world->host->lessons(p.world->host, &n);
    play(&p, answer_wrong, give_up);
    for (size_t i = 0; i < n; i++) {
        Score score = learn_score(p.world, &lessons[i], NULL);
        questions += lessons[i].nquestions;
        assert_true(score.done);
        assert_int_equal(score.right, 0);
    }
    pupil_free(&p);
    assert_int_equal(review(folder), questions); /* the next sitting brings all of it back, */
    assert_int_equal(review(folder), 0);
    assert_int_equal(review(folder), questions); /* and another one later once more */
    assert_int_equal(review(folder), 0);
    assert_int_equal(review(folder), 0);
    pupil_remove(folder);
    arena_free(a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(all_right, (void *)(uintptr_t) "en"),
        cmocka_unit_test_prestate(all_right, (void *)(uintptr_t) "zh"),
        cmocka_unit_test(all_wrong),
        cmocka_unit_test(line_by_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
