/* frame.c: the whole screen: bars, lines, panes, and what lies over them.
 *
 * Everything is drawn anew each time, into a grid; the terminal finds out what differs. A frame
 * costs what it shows, never what the program is. */
#include "ui/frame.h"

#include "base/text.h"
#include "ui/compare.h"
#include "ui/export_menu.h"
#include "ui/frame_inner.h"
#include "ui/help.h"
#include "ui/lessons.h"
#include "ui/list.h"
#include "ui/look.h"
#include "view/wrap.h"

Str frame_cut(const Frame *f, Str text, int cols) {
    if (cols <= 0)
        return STR("");
    if ((int)wrap_columns(text) <= cols)
        return text;
    Doc *d = doc_make(f->scratch);
    doc_line(d);
    Cut cut = cut_make(d, 0, (size_t)cols - 1);
    cut_put(&cut, ROLE_TEXT, 0, text);
    Str sign = f->state->ascii ? STR(">") : STR("…");
    return str_join2(f->scratch, doc_line_text(d, 0, f->scratch), sign);
}

void frame_blank(const Frame *f, Rect r) {
    for (int row = r.row; row < r.row + r.rows; row++)
        grid_repeat(f->grid, r, row, r.col, r.cols, ' ', ROLE_TEXT, 0);
}

/* Where one is, and a sentence that names the size that is needed. */
static Doc *tiny_words(const Frame *f, Str sentence) {
    const State *s = f->state;
    Doc *words = doc_make(f->scratch), *d = doc_make(f->scratch);
    doc_printf(words, ROLE_TEXT, "%zu/%zu", s->at.step,
               trace_steps(state_replay(s, f->world)->trace));
    doc_line(words);
    doc_add(words, ROLE_TEXT, sentence);
    doc_wrap(d, words, (size_t)f->grid->cols);
    return d;
}

/* A screen that is too small says what is needed, and where one is: the step keys still answer.
 * What is asked or said comes over it. */
static void draw_tiny(const Frame *f) {
    int cols = f->state->layout.need_cols, rows = f->state->layout.need_rows;
    const Doc *d = tiny_words(
        f, str_printf(f->scratch, _("too small: needs %d columns and %d rows"), cols, rows));
    if (d->lines.count > (size_t)f->grid->rows)
        d = tiny_words(f, str_printf(f->scratch, _("needs %dx%d"), cols, rows));
    for (size_t i = 0; i < d->lines.count && (int)i < f->grid->rows; i++)
        look_draw_line(d, i, frame_whole(f), (int)i, f->grid);
}

/* Prose is read to its end: how much of it is out of sight stands in the line below. */
static void draw_more(const Frame *f, const Look *look) {
    Rect r = f->state->layout.pane[PANE_LESSON];
    int64_t n = f->state->layout.framed ? pane_below(PANE_LESSON, look, r) : 0;
    if (n == 0)
        return;
    Str text =
        str_printf(f->scratch, ngettext(" %lld more row ", " %lld more rows ", (unsigned long)n),
                   (long long)n);
    int cols = (int)wrap_columns(text);
    Rect line = {r.row + r.rows, r.col, 1, r.cols};
    if (cols < r.cols)
        grid_put(f->grid, line, line.row, line.col + line.cols - cols, text, ROLE_DIM, 0);
}

static void draw_panes(const Frame *f) {
    const State *s = f->state;
    if (s->layout.kind == LAYOUT_COMPARE) {
        compare_draw(s, f->world, f->keys, f->grid, f->scratch);
        return;
    }
    Look look = look_make(s, f->world, f->scratch);
    for (Pane p = 0; p < PANE_COUNT; p++)
        pane_draw(p, &look, s->layout.pane[p], f->grid);
    draw_more(f, &look);
}

/* Where the program is being changed: the place of its pane, or all there is when it has none. */
static void draw_editor(const Frame *f) {
    const State *s = f->state;
    Rect r = s->layout.pane[PANE_PROGRAM];
    if (r.rows <= 0) {
        r = s->layout.pane[s->focus];
        frame_box(f, r, _("Program"));
    }
    frame_blank(f, r);
    editor_draw(s->editor, f->grid, r, s->numbers);
}

/* A list takes all between the bars; what is below it has no cursor. */
static Rect list_place(const Frame *f) {
    f->grid->cursor_row = f->grid->cursor_col = -1;
    return list_rect(f->state);
}

static void draw_over(const Frame *f) {
    const State *s = f->state;
    switch (s->mode) {
    case MODE_HELP: help_draw(s, f->keys, f->grid, list_place(f), f->scratch); return;
    case MODE_EXPORT: export_menu_draw(s, f->grid, list_place(f), f->scratch); return;
    case MODE_LESSONS: lessons_draw(s, f->world, f->grid, list_place(f), f->scratch); return;
    case MODE_EDIT: draw_editor(f); return;
    case MODE_NORMAL:
    case MODE_PROMPT:
    case MODE_ASK: return;
    }
}

void frame_draw(const State *s, const World *w, const Keymap *keys, Grid *g, Arena *scratch) {
    Frame f = {s, w, keys, g, scratch};
    grid_clear(g);
    if (s->present.blank) {
        frame_dark(&f);
        return;
    }
    if (s->layout.kind == LAYOUT_TINY) {
        draw_tiny(&f);
        frame_footer(&f);
        return;
    }
    if (s->present.notes)
        frame_notes(&f);
    else
        frame_lines(&f), draw_panes(&f);
    frame_title(&f);
    frame_timeline(&f);
    draw_over(&f);
    frame_footer(&f);
    frame_typed(&f);
}
