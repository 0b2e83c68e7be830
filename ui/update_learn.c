/* update_learn.c: being asked, answering, hints, what is shown, exercises. */
#include "base/text.h"
#include "tutor/question.h"
#include "ui/learn.h"
#include "ui/pane.h"
#include "ui/update.h"

/* ---- being asked ---- */

static void open_line(State *s) {
    s->mode = MODE_PROMPT;
    prompt_begin(&s->prompt, s->arena, PROMPT_ANSWER, STR(""));
}

static void ask(State *s, const World *w, ptrdiff_t i) {
    learn_try(s, w, learn_question(w, i)->id)->passed = false;
    s->asking = i;
    s->play = 0;
    open_line(s);
    s->view[PANE_LESSON] = (PaneView){.selected = -1, .follows = true};
    update_reveal(s, w, PANE_LESSON);
}

/* Who presents asks the audience: a remote control has no letters, and its next key goes on. */
static void ask_coming(State *s, const World *w, ptrdiff_t i) {
    ask(s, w, i);
    if (s->present.on)
        s->mode = MODE_NORMAL;
}

static void arrive(State *s, const World *w) {
    ptrdiff_t i = learn_open_here(s, w);
    if (i >= 0 && !learn_has_outcome(s, w))
        ask_coming(s, w, i);
}

void learn_forwards(State *s, const World *w, Position to, bool jump) {
    const Trace *t = state_replay(s, w)->trace;
    size_t horizon = learn_horizon(s, w);
    Position stop = horizon == SIZE_MAX ? to : position_end(t, horizon);
    if (position_cmp(stop, to) < 0)
        to = stop;
    if (jump)
        state_go_to(s, w, to);
    else
        update_walk(s, w, to);
    arrive(s, w);
}

/* The one that was asked here and not answered is left alone. */
static void pass_by(State *s, const World *w, ptrdiff_t i) {
    learn_try(s, w, learn_question(w, i)->id)->passed = true;
    s->asking = QUESTION_NONE;
    s->review.done |= s->review.on;
}

bool learn_stops(State *s, const World *w) {
    ptrdiff_t i = learn_open_here(s, w);
    bool passes = i >= 0 && s->asking == i;
    if (passes) {
        pass_by(s, w, i);
        i = learn_open_here(s, w);
    }
    if (s->review.on && s->review.done) {
        learn_confirmed(s, w, ACTION_REVIEW);
        return true;
    }
    if (i >= 0)
        ask_coming(s, w, i);
    return i >= 0 || (passes && !state_is_past(s, w)); /* then the end is told */
}

/* ---- answering ---- */

/* The step that the answer is about is shown, unless another question about it waits. */
static void reveal(State *s, const World *w, ptrdiff_t i) {
    const Replay *r = state_replay(s, w);
    ptrdiff_t next = learn_open_here(s, w);
    s->review.done |= s->review.on;
    s->mode = MODE_NORMAL;
    if (next >= 0 && !s->review.on) {
        ask(s, w, next);
        return;
    }
    update_walk(s, w, position_end(r->trace, r->quiz->shown[i]));
    s->view[PANE_LESSON] = (PaneView){.selected = -1, .follows = true};
    update_reveal(s, w, PANE_LESSON);
}

/* Of a review the first answer counts. */
static void note_answer(State *s, const World *w, Tried *t, bool right) {
    Deed deed = {.kind = DEED_ANSWERED, .item = t->item, .right = right, .text = t->given};
    if (t->again)
        deed.kind = DEED_REVIEWED;
    if (!t->again || !t->judged)
        learn_note(s, w, deed);
    t->judged = t->again;
}

static void judge(State *s, const World *w, ptrdiff_t i, Str text) {
    const Question *q = learn_question(w, i);
    Answered a = question_judge(s->brief, q, state_replay(s, w)->trace, text);
    if (!a.understood) {
        ask(s, w, i);
        state_complain(s, a.comment);
        return;
    }
    Tried *t = learn_try(s, w, q->id);
    t->given = str_dup(s->arena, text);
    note_answer(s, w, t, a.right);
    if (!a.right) {
        ask(s, w, i);
        state_complain(s, a.comment.len ? a.comment : str_of(_("no; try again")));
        state_say_prose(s);
        return;
    }
    t->right = true;
    reveal(s, w, i);
    bool more = s->mode == MODE_PROMPT && a.comment.len > 0; /* what is said of it comes later */
    state_say(s, more ? str_printf(s->brief, "%s: %.*s", _("right"), STR_ARG(a.comment))
                      : str_of(_("right")));
    state_say_prose(s);
}

static Str trimmed(Str s) {
    while (s.len > 0 && (s.at[0] == ' ' || s.at[0] == '\t'))
        s = str_sub(s, 1, s.len);
    while (s.len > 0 && (s.at[s.len - 1] == ' ' || s.at[s.len - 1] == '\t'))
        s.len--;
    return s;
}

static void no_question(State *s, const World *w) {
    state_complain(s, str_of(w->exercise ? _("an exercise has no questions: e edits the program")
                                         : _("no question waits here")));
}

void learn_answer(State *s, const World *w, Str text) {
    ptrdiff_t i = learn_here(s, w);
    text = trimmed(text);
    if (i < 0) {
        no_question(s, w);
    } else if (learn_answered(s, w, i)) {
        state_say(s, str_of(_("this question is answered already")));
    } else if (text.len == 0) {
        ask(s, w, i);
        state_say(s, question_wants(s->brief, learn_question(w, i)));
    } else {
        judge(s, w, i, text);
    }
}

void update_answer(State *s, const World *w, Action a) {
    ptrdiff_t i = learn_here(s, w);
    Str text = a.argument.len || a.count < 0 ? a.argument
                                             : str_printf(s->brief, "%lld", (long long)a.count);
    if (i >= 0 && text.len == 0 && !learn_answered(s, w, i))
        ask(s, w, i);
    else
        learn_answer(s, w, text);
}

/* An answer has its hints and its end at hand where it is typed. */
bool learn_answer_key(State *s, const World *w, Key key) {
    bool up = key.code == KEYCODE_PAGE_UP || key.code == KEYCODE_WHEEL_UP;
    bool down = key.code == KEYCODE_PAGE_DOWN || key.code == KEYCODE_WHEEL_DOWN;
    if (up || down)
        update_read(s, w, (Action){down ? ACTION_PAGE_DOWN : ACTION_PAGE_UP, -1, STR(""), -1, -1});
    else if (key.code == '\t')
        update_hint(s, w, (Action){ACTION_HINT, -1, STR(""), -1, -1});
    bool blank = key.code == ' ' && s->prompt.len == 0;
    bool show = key.code == '!' && s->prompt.len == 0;
    if (blank) /* somebody steps on and did not see that a question came */
        state_say(s, str_of(_("Type the answer and Enter. Esc, then a step: on without it.")));
    if (show)
        update_show(s, w, (Action){ACTION_SHOW, -1, STR(""), -1, -1});
    return up || down || blank || show || key.code == '\t';
}

/* ---- hints, and what is shown ---- */

/* The item that hints are about, its hints, and how it is called; false: there is none. */
static bool item_here(const State *s, const World *w, Str *item, const Str **hints) {
    ptrdiff_t i = learn_here(s, w);
    if (w->exercise) {
        *item = w->exercise->id;
        *hints = w->exercise->hint;
    } else if (i >= 0) {
        *item = learn_question(w, i)->id;
        *hints = learn_question(w, i)->hint;
    }
    return w->exercise || i >= 0;
}

void update_hint(State *s, const World *w, Action a) {
    const Str *hints = NULL;
    Str item;
    (void)a;
    if (!item_here(s, w, &item, &hints)) {
        state_complain(s, str_of(_("there is nothing here to give a hint for")));
        return;
    }
    Tried *t = learn_try(s, w, item);
    bool more = t->hints < HINTS && hints[t->hints].len > 0;
    if (!more && t->hints == 0) {
        state_complain(s, str_of(_("there is no hint for this one")));
        return;
    }
    if (more) {
        t->hints++;
        learn_note(s, w, (Deed){.kind = DEED_HINTED, .item = t->item, .number = t->hints});
    }
    state_say(s,
              str_printf(s->brief,
                         more ? _("hint %d of %d: %.*s") : _("hint %d of %d is the last one: %.*s"),
                         t->hints, HINTS, STR_ARG(hints[t->hints - 1])));
    state_say_prose(s);
    update_reveal(s, w, PANE_LESSON);
}

static void show_solution(State *s, const World *w) {
    const Exercise *e = w->exercise;
    Attempt attempt = state_replay(s, w)->attempt;
    learn_try(s, w, e->id)->shown = true;
    learn_note(s, w, (Deed){.kind = DEED_SHOWN, .item = e->id, .number = 1});
    attempt.source = source_instead(s->arena, e->start, e->solution->text);
    s->wish = (Wish){.kind = WISH_RUN, .attempt = attempt};
    state_say(s, str_of(_("this is the solution; u brings back what was here")));
}

static void show_answer(State *s, const World *w, ptrdiff_t i) {
    const Question *q = learn_question(w, i);
    Tried *t = learn_try(s, w, q->id);
    Str answer = question_answer(s->brief, q, state_replay(s, w)->trace);
    t->shown = true;
    if (t->again && !t->judged)
        note_answer(s, w, t, false);
    learn_note(s, w, (Deed){.kind = DEED_SHOWN, .item = t->item});
    reveal(s, w, i);
    state_say(s, str_printf(s->brief, _("the answer: %.*s"), STR_ARG(answer)));
    state_say_prose(s);
}

void update_show(State *s, const World *w, Action a) {
    ptrdiff_t i = learn_here(s, w);
    (void)a;
    if (w->exercise)
        show_solution(s, w);
    else if (i < 0)
        no_question(s, w);
    else if (learn_answered(s, w, i))
        state_say(s, str_of(_("this question is answered already")));
    else
        show_answer(s, w, i);
}

void update_predict(State *s, const World *w, Action a) {
    (void)a;
    s->predict = !s->predict;
    s->asking = QUESTION_NONE;
    state_layout(s, w);
    state_say(s, str_of(s->predict ? _("predict mode is on: the lesson asks before it shows")
                                   : _("predict mode is off: nothing is asked")));
}

/* ---- exercises ---- */

static const Exercise *find_exercise(const Lesson *lesson, Action a) {
    if (a.count > 0)
        return (size_t)a.count <= lesson->nexercises ? &lesson->exercises[a.count - 1] : NULL;
    for (size_t i = 0; i < lesson->nexercises; i++)
        if (str_eq(lesson->exercises[i].id, a.argument))
            return &lesson->exercises[i];
    return NULL;
}

static void open_exercise(State *s, const World *w, const Exercise *e) {
    s->wish =
        (Wish){.kind = WISH_OPEN,
               .text = str_printf(s->brief, "%.*s#%.*s", STR_ARG(w->lesson->id), STR_ARG(e->id))};
}

void update_exercise(State *s, const World *w, Action a) {
    const Lesson *lesson = w->lesson;
    bool asked = a.count > 0 || a.argument.len > 0;
    const Exercise *next = learn_next_exercise(s, w);
    const Exercise *e = !lesson || lesson->nexercises == 0 ? NULL
                        : asked                            ? find_exercise(lesson, a)
                        : next                             ? next
                                                           : lesson->exercises;
    if (!lesson)
        state_complain(s, str_of(_("no lesson is open; L shows the lessons")));
    else if (w->exercise && !asked && (!next || next == w->exercise))
        s->wish = (Wish){.kind = WISH_OPEN, .text = str_dup(s->brief, lesson->id)};
    else if (e)
        open_exercise(s, w, e);
    else if (lesson->nexercises == 0)
        state_complain(s, str_of(_("this lesson has no exercise")));
    else
        state_complain(s,
                       str_printf(s->brief,
                                  ngettext("which exercise? The lesson has %zu, with the number 1",
                                           "which exercise? The lesson has %zu, from 1 on",
                                           lesson->nexercises),
                                  lesson->nexercises));
}

/* There is no step to go to: which goal it is about is said. */
static void say_goal(State *s, const Claim *goal, Str instead) {
    Str what = instead.len ? instead : str_of(_("no step did something else in its place"));
    state_say(s, str_printf(s->brief, "%.*s: %.*s", STR_ARG(goal->claim), STR_ARG(what)));
    state_say_prose(s);
}

void update_goal(State *s, const World *w, Action a) {
    const Judged *j = state_replay(s, w)->judged;
    size_t i = !j ? 0 : a.count > 0 ? (size_t)a.count - 1 : j->first;
    if (!w->exercise || !j)
        state_complain(s, str_of(_("no exercise is open")));
    else if (i >= j->ngoals && a.count <= 0)
        state_say(s, str_of(_("all goals hold")));
    else if (i >= j->ngoals)
        state_complain(s, str_printf(s->brief, _("goals are numbered 1 to %zu"), j->ngoals));
    else if (j->goals[i].holds)
        state_say(s, str_printf(s->brief, _("goal %zu holds"), i + 1));
    else if (j->goals[i].step == 0)
        say_goal(s, &w->exercise->goals[i], j->goals[i].instead);
    else
        state_go(s, w, j->goals[i].step);
}
