/* frame_present.c: what presenting adds to the screen: nothing at all, the keys that were pressed,
 * the time, and in a second terminal the notes. */

#include "base/text.h"
#include "ui/frame_inner.h"
#include "ui/look.h"
#include "ui/notes.h"
#include "view/wrap.h"

/* ---- the time ---- */

Str frame_timer(const Frame *f) {
    return notes_timer(&f->state->present, f->scratch);
}

bool frame_timer_is_over(const Frame *f) {
    return notes_timer_is_over(&f->state->present);
}

/* A presenter knows why nothing is seen; whoever follows is told. */
void frame_dark(const Frame *f) {
    Rect all = frame_whole(f);
    if (f->state->present.follow == FOLLOW_ALONG)
        grid_put(f->grid, all, all.rows - 1, 0, str_of(_("the presenter's screen is blank")),
                 ROLE_DIM, 0);
}

/* ---- the keys that were pressed ---- */

/* As many of the newest as there is room for. */
static Str typed_text(const Frame *f, int room) {
    const int32_t *typed = f->state->present.typed;
    Str text = STR("");
    for (int i = TYPED_MOST - 1; i >= 0 && typed[i]; i--) {
        Str more = str_printf(f->scratch, " %.*s %.*s", STR_ARG(key_label(f->scratch, typed[i])),
                              STR_ARG(text));
        if ((int)wrap_columns(more) > room)
            break;
        text = more;
    }
    return text;
}

/* At the right end of the last row, where the eyes of an audience do not read. While a line is
 * typed what is typed is seen there. */
void frame_typed(const Frame *f) {
    const State *s = f->state;
    Rect foot = s->layout.footer;
    bool free = s->present.keys && s->mode != MODE_PROMPT && s->mode != MODE_ASK;
    Str text = free ? typed_text(f, foot.cols / 2) : STR("");
    if (text.len)
        grid_put(f->grid, foot, foot.row, foot.col + foot.cols - (int)wrap_columns(text), text,
                 ROLE_KEY, LOOK_SELECTED | LOOK_BOLD);
}

/* ---- notes ---- */

/* What is below the last row stands in that row's right end. */
static void put_below(const Frame *f, Rect r, size_t n) {
    Str text =
        str_printf(f->scratch, ngettext(" %lld more row ", " %lld more rows ", n), (long long)n);
    int cols = (int)wrap_columns(text), row = r.row + r.rows;
    if (cols < r.cols)
        grid_put(f->grid, frame_whole(f), row, r.col + r.cols - cols, text, ROLE_DIM, 0);
}

void frame_notes(const Frame *f) {
    Rect all = notes_place(f->state);
    Doc *d = notes_make(f->state, f->world, f->scratch);
    frame_blank(f, (Rect){1, 0, f->grid->rows - 2, f->grid->cols});
    if (all.rows <= 0)
        return;
    size_t top = (size_t)f->state->present.notes_top, n = d->lines.count;
    size_t most = n > (size_t)all.rows ? n - (size_t)all.rows : 0;
    top = top < most ? top : most;
    for (int i = 0; i < all.rows && top + (size_t)i < n; i++)
        look_draw_line(d, top + (size_t)i, all, all.row + i, f->grid);
    if (top < most)
        put_below(f, all, most - top);
}
