/* learn.c: what is known of questions and exercises, and what a position means for them. */
#include "ui/learn.h"

#include "base/text.h"
#include "ui/compare.h"

/* ---- items ---- */

static const Tried *find_try(const State *s, Str lesson, Str item) {
    for (size_t i = 0; i < s->tried.count; i++) {
        const Tried *t = LOG_AT(&s->tried, Tried, i);
        if (str_eq(t->lesson, lesson) && str_eq(t->item, item))
            return t;
    }
    return NULL;
}

Tried learn_tried(const State *s, const World *w, Str item) {
    const Tried *t = w->lesson ? find_try(s, w->lesson->id, item) : NULL;
    return t ? *t : (Tried){.item = item};
}

Tried *learn_try(State *s, const World *w, Str item) {
    Tried *t = (Tried *)find_try(s, w->lesson->id, item);
    if (!t) {
        t = LOG_PUSH(&s->tried, Tried);
        t->lesson = str_dup(s->arena, w->lesson->id);
        t->item = str_dup(s->arena, item);
    }
    return t;
}

ItemProgress learn_item(const World *w, Str lesson, Str item) {
    return w->progress ? progress_item(w->progress, lesson, item) : (ItemProgress){0};
}

LessonProgress learn_lesson(const World *w, Str lesson) {
    return w->progress ? progress_lesson(w->progress, lesson) : (LessonProgress){0};
}

static bool is_done(const State *s, const World *w, Str item) {
    Tried t = learn_tried(s, w, item);
    ItemProgress p = learn_item(w, w->lesson->id, item);
    bool known = (p.right || p.shown) && !t.again && !s->present.on;
    return t.right || t.shown || known;
}

bool learn_exercise_done(const State *s, const World *w, const Exercise *e) {
    return is_done(s, w, e->id);
}

bool learn_exercise_passed(const State *s, const World *w, const Exercise *e) {
    return learn_tried(s, w, e->id).right || learn_item(w, w->lesson->id, e->id).right;
}

/* ---- scores ---- */

static const Question *find_question(const Lesson *lesson, Str id) {
    for (size_t i = 0; lesson && i < lesson->nquestions; i++)
        if (str_eq(lesson->questions[i].id, id))
            return &lesson->questions[i];
    return NULL;
}

Log learn_due(const World *w, Arena *a) {
    Log due = log_make(a, sizeof(Due));
    Log all = w->progress ? progress_due(w->progress, a) : due;
    for (size_t i = 0; i < all.count; i++) {
        const Due *d = LOG_AT(&all, Due, i);
        if (find_question(w->host->lesson(w->host, d->lesson), d->item))
            *LOG_PUSH(&due, Due) = *d;
    }
    return due;
}

static void count_item(Score *score, const World *w, const Lesson *lesson, Str item) {
    ItemProgress p = learn_item(w, lesson->id, item);
    score->all++;
    score->right += p.right && !p.shown;
    score->done &= p.right || p.shown;
}

Score learn_score(const World *w, const Lesson *lesson, const Log *due) {
    LessonProgress p = learn_lesson(w, lesson->id);
    Score score = {.begun = p.opened, .done = p.ended};
    for (size_t i = 0; i < lesson->nquestions; i++)
        count_item(&score, w, lesson, lesson->questions[i].id);
    for (size_t i = 0; i < lesson->nexercises; i++)
        count_item(&score, w, lesson, lesson->exercises[i].id);
    for (size_t i = 0; due && i < due->count; i++)
        score.due += str_eq(LOG_AT(due, Due, i)->lesson, lesson->id);
    return score;
}

/* ---- questions in this run ---- */

const Quiz *learn_quiz(const State *s, const World *w) {
    const Quiz *q = state_replay(s, w)->quiz;
    bool none = !w->lesson || w->exercise || compare_on(s) || !q;
    return none || q->n > w->lesson->nquestions ? NULL : q;
}

const Question *learn_question(const World *w, ptrdiff_t i) {
    return &w->lesson->questions[i];
}

Position learn_place(const State *s, const World *w, ptrdiff_t i) {
    const Replay *r = state_replay(s, w);
    return position_end(r->trace, r->quiz->place[i]);
}

bool learn_answered(const State *s, const World *w, ptrdiff_t i) {
    return is_done(s, w, learn_question(w, i)->id);
}

/* It would be asked where one stands, or further on. One that was passed by is asked again by who
 * comes back to it from before. */
static bool waits(const State *s, const World *w, ptrdiff_t i) {
    const Quiz *q = learn_quiz(s, w);
    const Review *r = &s->review;
    if (!q->comes[i] || learn_answered(s, w, i))
        return false;
    if (r->on && !str_eq(r->due[r->at].item, learn_question(w, i)->id))
        return false;
    int there = position_cmp(learn_place(s, w, i), s->at);
    return there > 0 || (there == 0 && !learn_tried(s, w, learn_question(w, i)->id).passed);
}

/* The nearest question that waits here or behind; of several at a place the first. */
static ptrdiff_t next_waiting(const State *s, const World *w) {
    const Quiz *q = s->predict || s->review.on ? learn_quiz(s, w) : NULL;
    ptrdiff_t found = QUESTION_NONE;
    for (ptrdiff_t i = 0; q && i < (ptrdiff_t)q->n; i++)
        if (waits(s, w, i) && (found < 0 || q->place[i] < q->place[found]))
            found = i;
    return found;
}

ptrdiff_t learn_open_here(const State *s, const World *w) {
    ptrdiff_t i = next_waiting(s, w);
    return i >= 0 && position_cmp(learn_place(s, w, i), s->at) == 0 ? i : QUESTION_NONE;
}

ptrdiff_t learn_here(const State *s, const World *w) {
    const Quiz *q = learn_quiz(s, w);
    ptrdiff_t found = learn_open_here(s, w);
    if (found >= 0 || !q)
        return found;
    for (ptrdiff_t i = 0; i < (ptrdiff_t)q->n; i++) {
        bool here = q->comes[i] && position_cmp(learn_place(s, w, i), s->at) == 0;
        if (here && (found < 0 || (learn_answered(s, w, found) && !learn_answered(s, w, i))))
            found = i;
    }
    return found;
}

size_t learn_horizon(const State *s, const World *w) {
    ptrdiff_t i = next_waiting(s, w);
    return i < 0 ? SIZE_MAX : state_replay(s, w)->quiz->place[i];
}

Moment learn_horizon_moment(const State *s, const World *w) {
    const Trace *t = state_replay(s, w)->trace;
    size_t step = learn_horizon(s, w);
    return step >= trace_steps(t) ? MOMENT_END : trace_step_end(t, step);
}

bool learn_has_outcome(const State *s, const World *w) {
    const Quiz *q = learn_quiz(s, w);
    for (ptrdiff_t i = 0; q && i < (ptrdiff_t)q->n; i++)
        if (q->comes[i] && q->shown[i] == s->at.step && q->place[i] < q->shown[i] &&
            learn_answered(s, w, i))
            return true;
    return false;
}

bool learn_next_place(const State *s, const World *w, Position from, int direction, Position *to) {
    const Quiz *q = s->predict ? learn_quiz(s, w) : NULL;
    bool found = false;
    for (ptrdiff_t i = 0; q && i < (ptrdiff_t)q->n; i++) {
        Position p = q->comes[i] ? learn_place(s, w, i) : from;
        if (position_cmp(p, from) * direction <= 0)
            continue;
        if (!found || position_cmp(p, *to) * direction < 0)
            *to = p;
        found = true;
    }
    return found;
}

/* ---- what comes next ---- */

bool learn_at_end(const State *s, const World *w) {
    const Replay *r = state_replay(s, w);
    return w->lesson && !w->exercise && r->accepted && !state_is_past(s, w) &&
           learn_open_here(s, w) < 0;
}

const Exercise *learn_next_exercise(const State *s, const World *w) {
    for (size_t i = 0; w->lesson && i < w->lesson->nexercises; i++)
        if (!learn_exercise_done(s, w, &w->lesson->exercises[i]))
            return &w->lesson->exercises[i];
    return NULL;
}

const Lesson *learn_next_lesson(const World *w) {
    size_t n = 0;
    const Lesson *all = w->lesson ? w->host->lessons(w->host, &n) : NULL;
    for (size_t i = 0; all && i + 1 < n; i++)
        if (str_eq(all[i].id, w->lesson->id))
            return &all[i + 1];
    return NULL;
}

static ActionKind offer_in_exercise(const State *s, const World *w) {
    const Judged *j = state_replay(s, w)->judged;
    if (j && !j->passed && j->first < j->ngoals && j->goals[j->first].step > 0 &&
        j->goals[j->first].step != s->at.step)
        return ACTION_GOAL;
    if (!j || !j->passed)
        return ACTION_NONE;
    if (learn_next_exercise(s, w))
        return ACTION_EXERCISE;
    return learn_next_lesson(w) ? ACTION_LESSON_NEXT : ACTION_NONE;
}

ActionKind learn_offer(const State *s, const World *w) {
    if (!w->lesson || compare_on(s))
        return ACTION_NONE;
    if (w->exercise)
        return offer_in_exercise(s, w);
    if (learn_open_here(s, w) >= 0)
        return ACTION_ANSWER;
    if (s->review.on && s->review.done)
        return ACTION_STEP;
    if (!learn_at_end(s, w))
        return ACTION_NONE;
    if (learn_next_exercise(s, w))
        return ACTION_EXERCISE;
    return learn_next_lesson(w) ? ACTION_LESSON_NEXT : ACTION_NONE;
}

/* ---- deeds ---- */

/* Who presents, or follows a presenter, does not learn. */
static bool learns(const State *s, const World *w) {
    return w->lesson && !s->present.on && s->present.follow != FOLLOW_ALONG;
}

void learn_note(State *s, const World *w, Deed deed) {
    if (!learns(s, w))
        return;
    deed.lesson = w->lesson->id;
    *LOG_PUSH(&s->deeds, Deed) = deed;
}

/* Who is before a question that was passed by will be asked again. */
static void forget_passed(State *s, const World *w) {
    const Quiz *q = learn_quiz(s, w);
    for (ptrdiff_t i = 0; q && i < (ptrdiff_t)q->n; i++)
        if (q->comes[i] && position_cmp(s->at, learn_place(s, w, i)) < 0 &&
            learn_tried(s, w, learn_question(w, i)->id).passed)
            learn_try(s, w, learn_question(w, i)->id)->passed = false;
}

/* What runs is the lesson's own program: the steps of an edited one are other steps. */
static bool is_own_program(const State *s, const World *w) {
    const Source *now = state_replay(s, w)->attempt.source;
    const Source *own = w->lesson ? w->lesson->program : NULL;
    return own && !w->exercise && !compare_on(s) && (now == own || str_eq(now->text, own->text));
}

void learn_moved(State *s, const World *w) {
    s->asking = QUESTION_NONE;
    forget_passed(s, w);
    if (s->review.on || !is_own_program(s, w))
        return;
    LessonProgress known = learn_lesson(w, w->lesson->id);
    if ((int64_t)s->at.step > known.step)
        learn_note(s, w, (Deed){.kind = DEED_REACHED, .number = (int64_t)s->at.step});
    if (!known.ended && state_replay(s, w)->accepted && !state_is_past(s, w))
        learn_note(s, w, (Deed){.kind = DEED_ENDED});
}

void learn_ran(State *s, const World *w) {
    const Replay *r = state_replay(s, w);
    bool restored = s->restoring;
    s->restoring = false;
    if (!w->exercise || !r->judged)
        return;
    if (restored) {
        state_say(s, str_of(_("this is what you wrote last time; X begins anew")));
        return;
    }
    Tried *t = learn_try(s, w, w->exercise->id);
    bool given = t->shown && str_eq(r->attempt.source->text, w->exercise->solution->text);
    int64_t held = 0;
    for (size_t i = 0; i < r->judged->ngoals; i++)
        held += r->judged->goals[i].holds;
    if (given) /* the solution was shown: that is no try */
        return;
    t->right |= r->judged->passed;
    learn_note(s, w,
               (Deed){.kind = DEED_TRIED,
                      .item = w->exercise->id,
                      .right = r->judged->passed,
                      .number = held});
    state_say(s, r->judged->passed ? str_of(_("passed: all goals hold"))
                                   : str_printf(s->brief, _("%lld of %zu goals hold"),
                                                (long long)held, r->judged->ngoals));
}
