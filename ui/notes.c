#include "ui/notes.h"

#include "base/text.h"
#include "ui/learn.h"
#include "view/prose.h"
#include "view/wrap.h"

/* ---- the time ---- */

static int minutes_gone(const Present *p) {
    return p->clock > p->began ? (int)((p->clock - p->began) / 60) : 0;
}

Str notes_timer(const Present *p, Arena *a) {
    if (!p->began)
        return STR("");
    int gone = minutes_gone(p), left = (int)p->length - gone;
    if (p->length == 0)
        return str_printf(a, _("%d min"), gone);
    return str_printf(a, left >= 0 ? _("%d min left") : _("%d min over"), left >= 0 ? left : -left);
}

bool notes_timer_is_over(const Present *p) {
    return p->began && p->length && minutes_gone(p) > p->length;
}

/* ---- what is told ---- */

/* What the notes are made from, and into. */
typedef struct Notes {
    const State *state;
    const World *world;
    const Replay *replay;
    Doc *doc;
} Notes;

static void put_where(const Notes *n) {
    const Present *p = &n->state->present;
    Doc *d = n->doc;
    Str timer = notes_timer(p, d->arena);
    doc_line(d);
    doc_printf(d, ROLE_TEXT, _("step %zu/%zu"), n->state->at.step, trace_steps(n->replay->trace));
    if (timer.len) {
        doc_add(d, ROLE_TEXT, STR("   "));
        doc_add(d, notes_timer_is_over(p) ? ROLE_ERROR : ROLE_KEY, timer);
    }
    if (p->told && p->stage.blank)
        doc_printf(d, ROLE_ERROR, "   %s", _("the screen is blank"));
    if (p->told && p->stage.left)
        doc_printf(d, ROLE_ERROR, "   %s", _("the presenter has left"));
}

/* An empty line, and a new one. */
static void put_gap(Doc *d) {
    doc_line(d);
    doc_line(d);
}

/* The question that is asked, with its answer. */
static void put_answer(const Notes *n) {
    LearnDoc l = {n->state, n->world, n->replay, n->doc, false};
    ptrdiff_t i = learn_open_here(n->state, n->world);
    if (i < 0 || !learn_asks(n->state, n->world))
        return;
    learn_put_answer(&l, i);
}

static void put_section(const Notes *n, const Section *now) {
    put_gap(n->doc);
    prose_add(n->doc, ROLE_TITLE, now->title);
    if (now->notes.len)
        doc_text(n->doc, ROLE_TEXT, now->notes);
    else
        doc_text(n->doc, ROLE_DIM, str_of(_("(no notes)")));
}

static void put_next(const Notes *n, size_t step, const Section *next) {
    size_t steps = step - n->state->at.step;
    put_gap(n->doc);
    doc_printf(n->doc, ROLE_KEY, ngettext("next, in %zu step: ", "next, in %zu steps: ", steps),
               steps);
    prose_add(n->doc, ROLE_TITLE, next->title);
}

/* The section that is due, and the one that comes next. */
static void put_sections(const Notes *n) {
    const Lesson *lesson = n->world->lesson;
    const Teaching *t = n->replay->teaching;
    size_t at = n->state->at.step;
    ptrdiff_t due = t ? teaching_due(t, at) : -1;
    if (due >= 0)
        put_section(n, &lesson->sections[due]);
    for (size_t i = 0; t && i < t->nsections; i++)
        if (t->comes[i] && t->step[i] > at) {
            put_next(n, t->step[i], &lesson->sections[i]);
            return;
        }
    put_gap(n->doc);
    doc_add(n->doc, ROLE_DIM, str_of(_("nothing more is told in this lesson")));
}

static void put_hints(const Notes *n, const Exercise *e) {
    for (int i = 0; i < HINTS; i++) {
        doc_line(n->doc);
        doc_printf(n->doc, ROLE_KEY, _("hint %d: "), i + 1);
        prose_add(n->doc, ROLE_TEXT, e->hint[i]);
    }
}

/* Goals, all hints, and a way to reach the goals: the audience sees none of these by itself. */
static void put_exercise(const Notes *n) {
    const Exercise *e = n->world->exercise;
    LearnDoc l = {n->state, n->world, n->replay, n->doc, false};
    learn_put_exercise(&l);
    doc_line(n->doc);
    put_hints(n, e);
    put_gap(n->doc);
    doc_add(n->doc, ROLE_TITLE, str_of(_("the solution:")));
    for (uint32_t i = 1; i <= e->solution->nlines; i++) {
        doc_line(n->doc);
        doc_add(n->doc, ROLE_TEXT, STR("    "));
        doc_add(n->doc, ROLE_TEXT, source_line(e->solution, i));
    }
    put_gap(n->doc);
    prose_add(n->doc, ROLE_TEXT, e->right);
}

static void put_none(const Notes *n) {
    const Present *p = &n->state->present;
    doc_line(n->doc);
    if (p->told && p->stage.lesson.len)
        doc_text(n->doc, ROLE_ERROR,
                 str_printf(n->doc->arena,
                            _("the lesson %.*s is not here, only its program: "
                              "--lessons names folders of lessons"),
                            STR_ARG(p->stage.lesson)));
    else
        doc_text(n->doc, ROLE_DIM, str_of(_("no lesson is open, so there are no notes")));
}

Rect notes_place(const State *s) {
    int margin = s->cols >= 40 ? 2 : 0;
    return (Rect){1, margin, s->rows - 3, s->cols - 2 * margin};
}

Doc *notes_make(const State *s, const World *w, Arena *a) {
    Notes n = {s, w, state_replay(s, w), doc_make(a)};
    Rect r = notes_place(s);
    Doc *wrapped = doc_make(a);
    put_where(&n);
    if (w->exercise) {
        put_exercise(&n);
    } else if (w->lesson) {
        put_answer(&n);
        put_sections(&n);
    } else {
        put_none(&n);
    }
    doc_wrap(wrapped, n.doc, r.cols > 1 ? (size_t)r.cols : 1);
    return wrapped;
}

/* ---- moving ---- */

/* By how many rows; 0: the action is no move. */
static int64_t rows_of(ActionKind kind, int64_t page, int64_t all) {
    switch ((int)kind) {
    case ACTION_DOWN: return 1;
    case ACTION_UP: return -1;
    case ACTION_HALF_DOWN: return page / 2 + 1;
    case ACTION_HALF_UP: return -(page / 2 + 1);
    case ACTION_PAGE_DOWN: return page;
    case ACTION_PAGE_UP: return -page;
    case ACTION_TOP: return -all;
    case ACTION_BOTTOM: return all;
    default: return 0;
    }
}

bool notes_act(State *s, const World *w, Action a) {
    Arena *scratch = arena_new(0);
    int64_t all = (int64_t)notes_make(s, w, scratch)->lines.count, page = notes_place(s).rows;
    int64_t by = rows_of(a.kind, page > 1 ? page : 1, all), most = all > page ? all - page : 0;
    int64_t top = s->present.notes_top + by * (a.count > 0 ? a.count : 1);
    if (by != 0)
        s->present.notes_top = top < 0 ? 0 : top > most ? most : top;
    arena_free(scratch);
    return by != 0;
}
