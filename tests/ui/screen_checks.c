#include "tests/ui/screen_checks.h"

#include "base/utf8.h"

/* ---- the grid ---- */

/* A code point that may reach a terminal. */
static bool is_safe(uint32_t cp) {
    bool control = cp < 0x20 || (cp >= 0x7f && cp < 0xa0);
    return !control && !utf8_is_bidi_control(cp) && cp <= 0x10ffff;
}

static const char *fault_of_width(const Grid *g, int row, int col) {
    const Glyph *x = grid_at(g, row, col);
    const Glyph *left = grid_at(g, row, col - 1), *right = grid_at(g, row, col + 1);
    switch (x->width) {
    case 0: return x->cp != 0 || !left || left->width != 2 ? "half a wide glyph alone" : NULL;
    case 1: return utf8_width(x->cp) != 1 ? "a glyph of another width than its own" : NULL;
    case 2:
        return utf8_width(x->cp) != 2 || !right || right->width != 0 ? "a wide glyph cut in half"
                                                                     : NULL;
    default: return "a width that there is not";
    }
}

static const char *fault_of_marks(const Glyph *x) {
    for (int i = 0; i < GLYPH_MARKS; i++)
        if (x->mark[i] && (utf8_width(x->mark[i]) != 0 || !is_safe(x->mark[i])))
            return "a mark that does not combine";
    return NULL;
}

static const char *fault_of(const Grid *g, int row, int col) {
    const Glyph *x = grid_at(g, row, col);
    if (x->role >= ROLE_COUNT || x->look >= 8)
        return "no such role or look";
    if (x->width != 0 && !is_safe(x->cp))
        return "a code point that no terminal may get";
    const char *fault = fault_of_marks(x);
    return fault ? fault : fault_of_width(g, row, col);
}

void check_grid(const Grid *g, Sink *why) {
    for (int row = 0; row < g->rows; row++)
        for (int col = 0; col < g->cols; col++) {
            const char *fault = fault_of(g, row, col);
            if (fault)
                sink_printf(why, "row %d, column %d: %s (U+%04X)\n", row, col, fault,
                            (unsigned)grid_at(g, row, col)->cp);
        }
    bool nowhere = g->cursor_row < 0 || g->cursor_col < 0;
    if (!nowhere && !grid_at(g, g->cursor_row, g->cursor_col))
        sink_printf(why, "the cursor is outside, at row %d, column %d\n", g->cursor_row,
                    g->cursor_col);
}

/* ---- the state ---- */

#define MUST(condition)                                                                            \
    do {                                                                                           \
        if (!(condition))                                                                          \
            sink_printf(why, "does not hold: %s\n", #condition);                                   \
    } while (0)

static void check_position(const Trace *t, Position p, const char *what, Sink *why) {
    Position clipped = position_clip(t, p);
    if (clipped.step != p.step || clipped.moment != p.moment)
        sink_printf(why, "%s is no position: step %zu of %zu, moment %llu\n", what, p.step,
                    trace_steps(t), (unsigned long long)p.moment);
}

static void check_rect(const State *s, Rect r, const char *what, Sink *why) {
    bool none = r.rows <= 0 || r.cols <= 0;
    bool inside =
        r.row >= 0 && r.col >= 0 && r.row + r.rows <= s->rows && r.col + r.cols <= s->cols;
    if (!none && !inside)
        sink_printf(why, "%s leaves the screen: %d,%d %dx%d\n", what, r.row, r.col, r.cols, r.rows);
}

static bool apart(Rect x, Rect y) {
    bool none = x.rows <= 0 || x.cols <= 0 || y.rows <= 0 || y.cols <= 0;
    return none || x.row + x.rows <= y.row || y.row + y.rows <= x.row || x.col + x.cols <= y.col ||
           y.col + y.cols <= x.col;
}

static void check_layout(const State *s, Sink *why) {
    Rect all[2 * PANE_COUNT + 2];
    int n = 0;
    for (Pane p = 0; p < PANE_COUNT; p++) {
        all[n++] = s->layout.pane[p];
        all[n++] = s->layout.beside[p];
    }
    all[n++] = s->layout.title;
    all[n++] = s->layout.footer;
    for (int i = 0; i < n; i++) {
        check_rect(s, all[i], "a part of the layout", why);
        for (int k = 0; k < i; k++)
            if (!apart(all[i], all[k]))
                sink_printf(why, "two parts of the layout lie over each other: %d, %d\n", k, i);
    }
}

static void check_views(const State *s, Sink *why) {
    for (Pane p = 0; p < PANE_COUNT; p++) {
        MUST(s->view[p].top >= 0);
        MUST(s->view[p].selected >= -1);
        MUST(s->view[p].side >= 0);
    }
}

static void check_runs(const State *s, const World *w, Sink *why) {
    MUST(s->replay < w->replays.count);
    MUST(s->beside == UINT32_MAX || s->beside < w->replays.count);
    MUST(s->history_at >= 1 && s->history_at <= s->history_end &&
         s->history_end <= s->history.count);
    for (size_t i = 0; i < s->history_end; i++)
        MUST(*LOG_AT(&s->history, uint32_t, i) < w->replays.count);
}

void check_state(const State *s, const World *w, Sink *why) {
    MUST(s->rows >= 1 && s->cols >= 1);
    MUST(s->focus >= 0 && s->focus < PANE_COUNT);
    MUST(s->theme >= 0 && s->theme < THEME_COUNT);
    MUST(s->mode != MODE_EDIT || s->editor);
    MUST(s->wish.kind == WISH_NONE);
    MUST(s->prompt.len < PROMPT_MOST && s->prompt.cursor <= s->prompt.len);
    MUST(utf8_valid((Str){s->prompt.text, s->prompt.cursor}, NULL));
    MUST(s->keys.nkeys >= 0 && s->keys.nkeys < KEYS_MOST);
    check_runs(s, w, why);
    if (s->replay < w->replays.count)
        check_position(world_replay(w, s->replay)->trace, s->at, "where it stands", why);
    check_views(s, why);
    check_layout(s, why);
}
