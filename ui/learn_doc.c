/* learn_doc.c: questions, what became of them, exercises and what comes next, in words: the Lesson
 * pane and the plain mode say the same. */
#include "base/text.h"
#include "tutor/question.h"
#include "ui/learn.h"
#include "view/prose.h"
#include "view/view.h"

static Arena *scratch_of(const LearnDoc *l) {
    return l->doc->arena;
}

static void put_heading(const LearnDoc *l, Str text) {
    if (l->doc->lines.count)
        doc_line(l->doc);
    doc_line(l->doc);
    doc_add(l->doc, ROLE_TITLE, text);
}

/* What is drawn has its code bold; what is told has it in backticks. */
static void put_text(const LearnDoc *l, Str text) {
    if (text.len && l->told)
        prose_put_lines(l->doc, text);
    else if (text.len)
        prose_put(l->doc, text);
}

static void add_text(const LearnDoc *l, Str text) {
    if (l->told)
        doc_add(l->doc, ROLE_TEXT, text);
    else
        prose_add(l->doc, ROLE_TEXT, text);
}

/* "  ! not yet  text": a sign, a word that says the same, and what it is about. */
static void put_mark(const LearnDoc *l, bool good, const char *word, Str text) {
    Role role = good ? ROLE_GOOD : ROLE_ERROR;
    doc_line(l->doc);
    doc_add(l->doc, role, l->told ? STR("  ") : good ? STR("  + ") : STR("  ! "));
    doc_printf(l->doc, role, "%s  ", word);
    add_text(l, text);
}

static void put_behind(const LearnDoc *l, Str text) {
    if (text.len == 0)
        return;
    doc_line(l->doc);
    doc_add(l->doc, ROLE_DIM, STR("    "));
    add_text(l, text);
}

static void put_hints(const LearnDoc *l, Str item, const Str *hints) {
    int n = learn_tried(l->state, l->world, item).hints;
    for (int i = 0; i < n; i++) {
        doc_line(l->doc);
        doc_printf(l->doc, ROLE_KEY, _("hint %d: "), i + 1);
        add_text(l, hints[i]);
    }
}

/* ---- questions ---- */

static const Trace *trace_of(const LearnDoc *l) {
    return l->replay->trace;
}

static void put_number(const LearnDoc *l, ptrdiff_t i) {
    const Quiz *q = l->replay->quiz;
    size_t all = 0, number = 0;
    for (size_t k = 0; k < q->n; k++) {
        all += q->comes[k];
        number += q->comes[k] && k <= (size_t)i;
    }
    put_heading(l, str_printf(scratch_of(l), _("Question %zu of %zu"), number, all));
}

/* What is being typed chooses: its choice is marked. */
static bool is_typed(const LearnDoc *l, size_t number) {
    const State *s = l->state;
    bool typing = s->mode == MODE_PROMPT && s->prompt.kind == PROMPT_ANSWER;
    return typing && str_eq(prompt_text(&s->prompt), str_printf(scratch_of(l), "%zu", number));
}

static void put_choice(const LearnDoc *l, size_t number, Str text) {
    bool typed = is_typed(l, number);
    doc_line(l->doc);
    doc_add(l->doc, ROLE_HERE, typed ? STR("> ") : STR("  "));
    doc_printf(l->doc, ROLE_KEY, "%zu  ", number);
    add_text(l, text);
}

static void put_choices(const LearnDoc *l, const Question *q) {
    const char *const *deeds = question_deeds();
    for (size_t i = 0; q->kind == QUESTION_DEED && i < 3; i++)
        put_choice(l, i + 1, str_of(deeds[i]));
    for (size_t i = 0; q->kind == QUESTION_CHOICE && i < q->nchoices; i++)
        put_choice(l, i + 1, q->choices[i].text);
}

static void put_given(const LearnDoc *l, const Question *q) {
    Str given = learn_tried(l->state, l->world, q->id).given;
    if (given.len == 0)
        return;
    put_mark(l, false, _("not so:"), given);
    put_behind(l, question_judge(scratch_of(l), q, trace_of(l), given).comment);
}

void learn_put_question(const LearnDoc *l, ptrdiff_t i) {
    const Question *q = learn_question(l->world, i);
    put_number(l, i);
    put_text(l, q->text);
    put_choices(l, q);
    doc_text(l->doc, ROLE_DIM, question_wants(scratch_of(l), q));
    put_given(l, q);
    put_hints(l, q->id, q->hint);
}

bool learn_asks(const State *s, const World *w) {
    ptrdiff_t i = learn_open_here(s, w);
    return i >= 0 && (s->asking == i || !learn_has_outcome(s, w));
}

/* ---- what became of them ---- */

static Str answer_of(const LearnDoc *l, const Question *q) {
    Str answer = question_answer(scratch_of(l), q, trace_of(l));
    for (size_t i = 0; q->kind == QUESTION_CHOICE && i < q->nchoices; i++)
        if (q->choices[i].right)
            return q->choices[i].text;
    return answer;
}

/* The last answer, or what was right when it was given in an earlier sitting. */
static void put_verdict(const LearnDoc *l, const Question *q) {
    Tried t = learn_tried(l->state, l->world, q->id);
    ItemProgress p = learn_item(l->world, l->world->lesson->id, q->id);
    bool shown = t.shown || (!t.right && p.shown);
    put_mark(l, !shown, shown ? _("shown:") : _("right:"), answer_of(l, q));
}

enum { REASONS_FIRST = 2 }; /* as in the Why pane, which has them all */

static void put_reasons(const LearnDoc *l, const Question *q) {
    Moment event;
    Doc *d = l->doc, *reasons = doc_make(scratch_of(l));
    if (!moment_event(trace_of(l), q->moment, &event))
        return;
    explain_event(reasons, why_into(scratch_of(l), l->replay->why), event);
    size_t n = reasons->lines.count, shown = n > REASONS_FIRST + 1 ? REASONS_FIRST : n;
    for (size_t i = 0; i < shown; i++) {
        doc_line(d);
        doc_append(d, reasons, i);
    }
    if (shown == n)
        return;
    doc_line(d);
    doc_printf(d, ROLE_DIM, _("  ... %zu more reasons (why)"), n - shown);
}

/* Several questions about one event have the same reasons: they follow the last one. */
static bool is_last_about(const LearnDoc *l, ptrdiff_t i) {
    const Quiz *q = l->replay->quiz;
    Str moment = learn_question(l->world, i)->moment;
    for (ptrdiff_t k = i + 1; k < (ptrdiff_t)q->n; k++)
        if (q->comes[k] && str_eq(learn_question(l->world, k)->moment, moment))
            return false;
    return true;
}

static void put_outcome(const LearnDoc *l, ptrdiff_t i, bool seen) {
    const Question *q = learn_question(l->world, i);
    put_number(l, i);
    put_text(l, q->text);
    put_verdict(l, q);
    if (!seen)
        return;
    put_text(l, q->right);
    if (!l->told && is_last_about(l, i))
        put_reasons(l, q);
}

/* Where it was asked stands what was answered; where it is seen also why. */
void learn_put_outcomes(const LearnDoc *l) {
    const State *s = l->state;
    const Quiz *q = learn_quiz(s, l->world);
    bool inside = position_inside(trace_of(l), s->at);
    for (ptrdiff_t i = 0; q && !inside && i < (ptrdiff_t)q->n; i++) {
        bool seen = q->shown[i] == s->at.step, asked = q->place[i] == s->at.step;
        if (q->comes[i] && (seen || asked) && learn_answered(s, l->world, i))
            put_outcome(l, i, seen);
    }
}

void learn_put_answer(const LearnDoc *l, ptrdiff_t i) {
    const Question *q = learn_question(l->world, i);
    put_number(l, i);
    put_text(l, q->text);
    put_choices(l, q);
    put_mark(l, true, _("answer:"), answer_of(l, q));
    put_behind(l, q->right);
}

void learn_put_answers(const LearnDoc *l) {
    const Quiz *q = learn_quiz(l->state, l->world);
    for (ptrdiff_t i = 0; q && i < (ptrdiff_t)q->n; i++)
        if (q->comes[i])
            learn_put_answer(l, i);
}

/* ---- exercises ---- */

static size_t number_of(const LearnDoc *l, const Exercise *e) {
    return (size_t)(e - l->world->lesson->exercises) + 1;
}

static void put_goal(const LearnDoc *l, size_t i) {
    const Claim *goal = &l->world->exercise->goals[i];
    const GoalJudged *j = &l->replay->judged->goals[i];
    put_mark(l, j->holds, j->holds ? _("holds") : _("not yet"),
             goal->claim.len ? goal->claim : goal->says);
    if (j->holds)
        return;
    put_behind(l, goal->reason);
    put_behind(l, j->instead);
    if (j->step > 0)
        put_behind(l, str_printf(scratch_of(l), _("seen at step %zu"), j->step));
}

static void put_passed(const LearnDoc *l) {
    const Exercise *e = l->world->exercise;
    put_heading(l, str_of(_("Passed")));
    put_text(l, e->right);
    learn_put_next(l);
}

void learn_put_exercise(const LearnDoc *l) {
    const Exercise *e = l->world->exercise;
    const Judged *j = l->replay->judged;
    put_heading(l, str_printf(scratch_of(l), _("Exercise %zu of %zu: %.*s"), number_of(l, e),
                              l->world->lesson->nexercises, STR_ARG(e->title)));
    put_text(l, e->task);
    if (!j)
        return;
    if (!l->replay->accepted)
        put_mark(l, false, _("not yet"), str_of(_("the program was not accepted")));
    for (size_t i = 0; i < j->ngoals && i < e->ngoals; i++)
        put_goal(l, i);
    put_hints(l, e->id, e->hint);
    if (j->passed)
        put_passed(l);
}

/* ---- what comes next ---- */

static void put_exercise_row(const LearnDoc *l, const Exercise *e) {
    const World *w = l->world;
    bool passed = learn_exercise_passed(l->state, w, e);
    bool done = learn_exercise_done(l->state, w, e);
    doc_line(l->doc);
    doc_printf(l->doc, ROLE_KEY, ":exercise %zu  ", number_of(l, e));
    doc_add(l->doc, ROLE_TEXT, e->title);
    if (done)
        doc_printf(l->doc, ROLE_GOOD, "  (%s)", passed ? _("passed") : _("solution shown"));
}

void learn_put_next(const LearnDoc *l) {
    const Lesson *lesson = l->world->lesson, *next = learn_next_lesson(l->world);
    if (lesson->nexercises == 0 && lesson->nquestions == 0)
        return;
    put_heading(l, str_of(_("What comes next")));
    for (size_t i = 0; i < lesson->nexercises; i++)
        if (&lesson->exercises[i] != l->world->exercise)
            put_exercise_row(l, &lesson->exercises[i]);
    doc_line(l->doc);
    if (next) {
        doc_printf(l->doc, ROLE_KEY, ":lesson-next  ");
        doc_add(l->doc, ROLE_TEXT, next->title);
    } else {
        doc_add(l->doc, ROLE_TEXT, str_of(_("This was the last lesson.")));
    }
}
