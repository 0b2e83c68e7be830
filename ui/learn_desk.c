/* learn_desk.c: what comes back: what was edited in an exercise, the place in a lesson, and
 * questions of earlier sittings. */
#include "base/text.h"
#include "ui/learn.h"
#include "ui/update.h"

/* ---- desks ---- */

static Desk *find_desk(State *s, Str item) {
    for (size_t i = 0; i < s->desks.count; i++)
        if (str_eq(LOG_AT(&s->desks, Desk, i)->item, item))
            return LOG_AT(&s->desks, Desk, i);
    return NULL;
}

static bool is_exercise(Str item) {
    return str_find(item, STR("#"), 0) >= 0;
}

void learn_closing(State *s) {
    if (s->desk.len == 0)
        return;
    Desk *d = find_desk(s, s->desk);
    if (!d)
        d = LOG_PUSH(&s->desks, Desk);
    *d = (Desk){.item = s->desk, .at = s->history_at, .end = s->history_end, .place = s->at};
    d->history = ARENA_ARRAY(s->arena, d->end, uint32_t);
    for (size_t i = 0; i < d->end; i++)
        d->history[i] = *LOG_AT(&s->history, uint32_t, i);
}

static void restore_history(State *s, const Desk *d) {
    for (size_t i = 0; i < d->end; i++) {
        if (i == s->history.count)
            log_push(&s->history);
        *LOG_AT(&s->history, uint32_t, i) = d->history[i];
    }
    s->history_at = d->at;
    s->history_end = d->end;
    s->replay = d->history[d->at - 1];
}

/* Does one come to a lesson from its own exercise? */
static bool belongs(Str before, Str now) {
    return is_exercise(before) && str_starts(before, now) && before.at[now.len] == '#';
}

/* An exercise is as it was left; a lesson only for who comes back from its exercise. */
static void restore(State *s, const World *w, Str before) {
    const Desk *d = find_desk(s, s->desk);
    bool exercise = is_exercise(s->desk);
    if (!d || (!exercise && !belongs(before, s->desk)))
        return;
    if (exercise)
        restore_history(s, d);
    update_walk(s, w, d->place);
}

/* ---- reviews ---- */

static void wish_open(State *s, Str what) {
    s->wish = (Wish){.kind = WISH_OPEN, .text = str_dup(s->brief, what)};
}

static void open_next(State *s) {
    Review *r = &s->review;
    r->done = false;
    if (r->at < r->n) {
        wish_open(s, r->due[r->at].lesson);
        return;
    }
    r->on = false;
    state_say(s, str_of(_("that was the last question from earlier")));
    if (r->home.len)
        wish_open(s, r->home);
}

static ptrdiff_t question_of(const World *w, Str id) {
    for (size_t i = 0; i < w->lesson->nquestions; i++)
        if (str_eq(w->lesson->questions[i].id, id))
            return (ptrdiff_t)i;
    return QUESTION_NONE;
}

/* The lesson of the question is open: one stands before its step, and is asked. What cannot be
 * asked is left out. */
static void place_review(State *s, const World *w) {
    const Due *due = &s->review.due[s->review.at];
    const Quiz *q = learn_quiz(s, w);
    ptrdiff_t i = q ? question_of(w, due->item) : QUESTION_NONE;
    if (i < 0 || !q->comes[i]) {
        s->review.at++;
        open_next(s);
        return;
    }
    Tried *t = learn_try(s, w, due->item);
    *t = (Tried){.lesson = t->lesson, .item = t->item, .again = true};
    update_walk(s, w, learn_place(s, w, i));
    update_answer(s, w, (Action){ACTION_ANSWER, -1, STR(""), -1, -1});
    state_say(s, str_printf(s->brief, _("question %zu of %zu from earlier"), s->review.at + 1,
                            s->review.n));
}

static void home_again(State *s, const World *w) {
    Position at = s->review.home_at;
    s->review.home = STR("");
    update_walk(s, w, at);
}

void learn_opened(State *s, const World *w) {
    Str before = s->desk;
    s->desk = world_item(w, s->arena);
    s->asking = QUESTION_NONE;
    if (!s->review.on)
        learn_note(s, w, (Deed){.kind = DEED_OPENED});
    if (s->review.on && w->lesson && !w->exercise &&
        str_eq(w->lesson->id, s->review.due[s->review.at].lesson)) {
        place_review(s, w);
        return;
    }
    bool home = !s->review.on && s->review.home.len &&
                str_eq(s->review.home, s->desk.len ? s->desk : w->path);
    s->review.on = false;
    restore(s, w, before);
    if (home)
        home_again(s, w);
    s->review.home = STR("");
}

static void begin_review(State *s, const World *w) {
    Log due = learn_due(w, s->arena);
    Due *all = ARENA_ARRAY(s->arena, due.count, Due);
    for (size_t i = 0; i < due.count; i++)
        all[i] = (Due){str_dup(s->arena, LOG_AT(&due, Due, i)->lesson),
                       str_dup(s->arena, LOG_AT(&due, Due, i)->item)};
    Str home = s->desk.len ? s->desk : update_keep(s, w->path);
    s->review = (Review){.due = all, .n = due.count, .on = true, .home = home, .home_at = s->at};
    open_next(s);
}

void learn_offer_review(State *s, const World *w) {
    size_t n = learn_due(w, s->brief).count;
    if (n == 0)
        return;
    update_ask(s, ACTION_REVIEW,
               str_printf(s->arena,
                          ngettext("%zu question from earlier waits. Answer it now? (y/n)",
                                   "%zu questions from earlier wait. Answer them now? (y/n)", n),
                          n)
                   .at);
}

/* What was not asked yet waits on. */
static void leave_review(State *s) {
    s->review.at = s->review.n;
    open_next(s);
    state_say(s, str_of(_("the other questions wait")));
}

void update_review(State *s, const World *w, Action a) {
    (void)a;
    if (s->review.on)
        leave_review(s);
    else if (state_is_edited(s, w) && !w->lesson)
        state_complain(s, str_of(_("what was edited here would be lost: write FILE keeps it")));
    else if (learn_due(w, s->brief).count == 0)
        state_say(s, str_of(_("no question waits from earlier")));
    else
        begin_review(s, w);
}

/* ---- forgetting ---- */

void update_forget(State *s, const World *w, Action a) {
    bool all = str_is(a.argument, "all");
    if (!all && !w->lesson) {
        state_complain(s, str_of(_("no lesson is open; L shows the lessons")));
        return;
    }
    update_ask(s, ACTION_FORGET,
               all ? _("Forget what was done in all lessons? (y/n)")
                   : _("Forget what was done in this lesson? (y/n)"));
    s->forget_all = all;
}

static void forget(State *s, const World *w) {
    Str lesson = s->forget_all || !w->lesson ? STR("") : w->lesson->id;
    for (size_t i = 0; i < s->tried.count; i++) {
        Tried *t = LOG_AT(&s->tried, Tried, i);
        if (lesson.len == 0 || str_eq(t->lesson, lesson))
            *t = (Tried){.lesson = t->lesson, .item = t->item};
    }
    *LOG_PUSH(&s->deeds, Deed) = (Deed){.kind = DEED_RESET, .lesson = lesson};
    s->review.on = false;
    state_say(s, str_of(_("forgotten")));
}

void learn_confirmed(State *s, const World *w, ActionKind kind) {
    if (kind == ACTION_FORGET) {
        forget(s, w);
    } else if (s->review.on) {
        s->review.at++;
        open_next(s);
    } else {
        begin_review(s, w);
    }
}
