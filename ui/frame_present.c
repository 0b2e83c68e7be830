/* frame_present.c: what presenting adds to the screen: nothing at all, the keys that were pressed,
 * the time, and in a second terminal the notes. */

#include "base/text.h"
#include "ui/frame_inner.h"
#include "ui/look.h"
#include "view/wrap.h"

/* ---- the time ---- */

static int minutes_gone(const Present *p) {
    return p->clock > p->began ? (int)((p->clock - p->began) / 60) : 0;
}

Str frame_timer(const Frame *f) {
    const Present *p = &f->state->present;
    if (!p->began)
        return STR("");
    int gone = minutes_gone(p), left = (int)p->length - gone;
    if (p->length == 0)
        return str_printf(f->scratch, _("%d min"), gone);
    return str_printf(f->scratch, left >= 0 ? _("%d min left") : _("%d min over"),
                      left >= 0 ? left : -left);
}

bool frame_timer_is_over(const Frame *f) {
    const Present *p = &f->state->present;
    return p->began && p->length && minutes_gone(p) > p->length;
}

/* A presenter knows why nothing is seen; whoever follows is told. */
void frame_dark(const Frame *f) {
    Rect all = frame_whole(f);
    if (f->state->present.follow == FOLLOW_ALONG)
        grid_put(f->grid, all, all.rows - 1, 0, str_of(_("the presenter's screen is blank")),
                 ROLE_DIM, 0);
}

/* ---- the keys that were pressed ---- */

/* At the right end of the row above the footer, where the eyes of an audience do not read. */
void frame_typed(const Frame *f) {
    const State *s = f->state;
    Sink out = sink_memory(f->scratch);
    for (int i = 0; s->present.keys && i < TYPED_MOST; i++)
        if (s->present.typed[i])
            sink_printf(&out, " %.*s ", STR_ARG(key_label(f->scratch, s->present.typed[i])));
    Str text = sink_str(&out);
    int cols = (int)wrap_columns(text), row = s->layout.footer.row - 1;
    if (text.len == 0 || row < 1 || cols > s->cols)
        return;
    grid_put(f->grid, frame_whole(f), row, s->cols - cols, text, ROLE_KEY,
             LOOK_SELECTED | LOOK_BOLD);
}

/* ---- notes ---- */

/* The sections of the lesson around the position: due is -1 before the first one. */
typedef struct Around {
    const Lesson *lesson; /* NULL: none is open, or it is told of another program */
    const Teaching *teaching;
    ptrdiff_t due, next; /* next is -1 behind the last one */
} Around;

static Around around(const Frame *f) {
    const Replay *r = state_replay(f->state, f->world);
    const Teaching *t = r->teaching;
    Around a = {f->world->lesson, t, -1, -1};
    if (!a.lesson || !t) {
        a.lesson = NULL;
        return a;
    }
    size_t at = f->state->at.step;
    a.due = teaching_due(t, at);
    for (size_t i = 0; i < t->nsections && a.next < 0; i++)
        if (t->comes[i] && t->step[i] > at)
            a.next = (ptrdiff_t)i;
    return a;
}

static void put_where(const Frame *f, Doc *d) {
    const State *s = f->state;
    const Trace *t = state_replay(s, f->world)->trace;
    Str timer = frame_timer(f);
    doc_line(d);
    doc_printf(d, ROLE_TEXT, _("step %zu/%zu"), s->at.step, trace_steps(t));
    if (timer.len) {
        doc_add(d, ROLE_TEXT, STR("   "));
        doc_add(d, frame_timer_is_over(f) ? ROLE_ERROR : ROLE_KEY, timer);
    }
    if (s->present.told && s->present.stage.blank)
        doc_printf(d, ROLE_ERROR, "   %s", _("the screen is blank"));
    if (s->present.told && s->present.stage.left)
        doc_printf(d, ROLE_ERROR, "   %s", _("the presenter has left"));
    doc_line(d);
}

static void put_notes(const Around *a, Doc *d) {
    const Section *now = a->due >= 0 ? &a->lesson->sections[a->due] : NULL;
    if (!now)
        return;
    doc_line(d);
    doc_add(d, ROLE_TITLE, now->title);
    doc_text(d, now->notes.len ? ROLE_TEXT : ROLE_DIM,
             now->notes.len ? now->notes : str_of(_("(no notes)")));
    doc_line(d);
}

static void put_next(const Frame *f, const Around *a, Doc *d) {
    doc_line(d);
    if (a->next < 0) {
        doc_add(d, ROLE_DIM, str_of(_("nothing more is told in this lesson")));
        return;
    }
    size_t steps = a->teaching->step[a->next] - f->state->at.step;
    doc_printf(d, ROLE_KEY, ngettext("next, in %zu step: ", "next, in %zu steps: ", steps), steps);
    doc_add(d, ROLE_TITLE, a->lesson->sections[a->next].title);
}

void frame_notes(const Frame *f) {
    Around a = around(f);
    Doc *words = doc_make(f->scratch), *d = doc_make(f->scratch);
    int margin = f->grid->cols >= 40 ? 2 : 0;
    Rect r = {1, margin, f->grid->rows - 2, f->grid->cols - 2 * margin};
    frame_blank(f, (Rect){1, 0, f->grid->rows - 2, f->grid->cols});
    if (r.rows <= 0)
        return;
    put_where(f, words);
    if (a.lesson)
        put_notes(&a, words), put_next(f, &a, words);
    else
        doc_text(words, ROLE_DIM, str_of(_("no lesson is open, so there are no notes")));
    doc_wrap(d, words, (size_t)r.cols);
    for (size_t i = 0; i < d->lines.count && (int)i < r.rows; i++)
        look_draw_line(d, i, r, r.row + (int)i, f->grid);
}
