/* frame_lines.c: the lines between panes are shared: each pane adds the lines around it to a map of
 * directions, and the map says which sign stands where they meet. */
#include "base/text.h"
#include "ui/compare.h"
#include "ui/frame_inner.h"
#include "view/view.h"
#include "view/wrap.h"

enum { TITLE_ENDS = 4 }; /* columns of "[ " and " ]" */
enum { LINE_UP = 1, LINE_DOWN = 2, LINE_LEFT = 4, LINE_RIGHT = 8, LINE_SIGNS = 16 };

/* By the sum of the directions that a line goes to. */
static const uint32_t box_signs[LINE_SIGNS] = {' ',    0x2502, 0x2502, 0x2502, 0x2500, 0x2518,
                                               0x2510, 0x2524, 0x2500, 0x2514, 0x250c, 0x251c,
                                               0x2500, 0x2534, 0x252c, 0x253c};
static const uint32_t ascii_signs[LINE_SIGNS] = {' ', '|', '|', '|', '-', '+', '+', '+',
                                                 '-', '+', '+', '+', '-', '+', '+', '+'};

typedef struct Lines {
    uint8_t *at; /* [rows * cols] */
    int rows, cols;
} Lines;

static void add(Lines *l, int row, int col, int directions) {
    if (row >= 0 && row < l->rows && col >= 0 && col < l->cols)
        l->at[row * l->cols + col] |= (uint8_t)directions;
}

/* The lines around a rectangle. */
static void add_around(Lines *l, Rect r) {
    int top = r.row - 1, bottom = r.row + r.rows, left = r.col - 1, right = r.col + r.cols;
    for (int col = left; col < right; col++) {
        add(l, top, col, LINE_RIGHT), add(l, top, col + 1, LINE_LEFT);
        add(l, bottom, col, LINE_RIGHT), add(l, bottom, col + 1, LINE_LEFT);
    }
    for (int row = top; row < bottom; row++) {
        add(l, row, left, LINE_DOWN), add(l, row + 1, left, LINE_UP);
        add(l, row, right, LINE_DOWN), add(l, row + 1, right, LINE_UP);
    }
}

static void put_lines(const Frame *f, const Lines *l) {
    const uint32_t *signs = f->state->ascii ? ascii_signs : box_signs;
    for (int row = 0; row < l->rows; row++)
        for (int col = 0; col < l->cols; col++)
            if (l->at[row * l->cols + col])
                grid_repeat(f->grid, frame_whole(f), row, col, 1, signs[l->at[row * l->cols + col]],
                            ROLE_FRAME, 0);
}

static Lines lines_make(const Frame *f) {
    int rows = f->grid->rows, cols = f->grid->cols;
    return (Lines){ARENA_ARRAY(f->scratch, (size_t)rows * (size_t)cols, uint8_t), rows, cols};
}

/* ---- titles ---- */

static bool is_shown(const State *s, Pane p) {
    return s->layout.pane[p].rows > 0 || s->layout.beside[p].rows > 0;
}

static bool exists(const Frame *f, Pane p) {
    return p != PANE_LESSON || f->world->lesson;
}

/* Which run it is, in so many columns: the name is cut rather than what comes behind it. */
static Str heading(const Frame *f, bool beside, int cols) {
    enum { NAME_LEAST = 6 };
    Str which = compare_which(f->state, f->world, beside, f->scratch);
    int room = cols - (int)wrap_columns(which);
    if (room < NAME_LEAST)
        return frame_cut(f, compare_heading(f->state, f->world, beside, f->scratch), cols);
    return str_join2(f->scratch, frame_cut(f, compare_name(f->state, f->world, beside), room),
                     which);
}

/* The tree is that of one graph: where a program has more of them, the title says which, so that a
 * tree that is suddenly another one is no riddle. */
static Str names_title(const Frame *f) {
    const Trace *t = state_replay(f->state, f->world)->trace;
    const TraceGraph *g = view_graph_at(t, f->state->at.moment);
    if (!g || t->graphs.count < 2 || compare_on(f->state))
        return str_of(pane_title(PANE_NAMES));
    return str_printf(f->scratch, _("%s: graph %u of %zu"), pane_title(PANE_NAMES), g->index + 1,
                      t->graphs.count);
}

/* What a pane is called; in a comparison the uppermost one of each side says which run it is, and
 * one that is alone, too. */
static Str title_text(const Frame *f, Pane p, Rect clip) {
    const State *s = f->state;
    for (int i = 0; i < 2 && s->layout.kind == LAYOUT_COMPARE; i++) {
        Rect r = s->layout.heading[i];
        if (clip.row == r.row && clip.col == r.col)
            return heading(f, i == 1, clip.cols - TITLE_ENDS);
    }
    Str title = p == PANE_NAMES ? names_title(f) : str_of(pane_title(p));
    int room = clip.cols - TITLE_ENDS - (int)wrap_columns(title) - 2;
    if (compare_on(s) && s->layout.kind == LAYOUT_SINGLE)
        return str_printf(f->scratch, "%.*s: %.*s", STR_ARG(title),
                          STR_ARG(heading(f, false, room)));
    return title;
}

/* " Names ", and "[ Names ]" of the pane that has the keys: told by signs, not by colour alone. */
static Str title_framed(const Frame *f, Rect clip, Pane p, bool focused) {
    return str_printf(f->scratch, focused ? "[ %.*s ]" : " %.*s ", STR_ARG(title_text(f, p, clip)));
}

static Rect title_clip(Rect pane) {
    return (Rect){pane.row - 1, pane.col, 1, pane.cols};
}

/* A pane that Tab or a click would bring here, named behind the title of the one that is. */
typedef struct Hidden {
    Pane pane;
    int col, cols;
    Str text;
} Hidden;

static int add_hidden(Hidden *hidden, int n, Pane p, int col, Str text) {
    hidden[n] = (Hidden){p, col, (int)wrap_columns(text), text};
    return n + 1;
}

static int hidden_alone(const Frame *f, Rect clip, int col, Pane p, Hidden *hidden) {
    int n = 0;
    for (int i = 1; i < PANE_COUNT; i++) {
        Pane next = (Pane)(((int)p + i) % PANE_COUNT);
        Str text = str_printf(f->scratch, "%s ", pane_title(next));
        if (!exists(f, next) || col + (int)wrap_columns(text) > clip.col + clip.cols)
            continue;
        n = add_hidden(hidden, n, next, col, text);
        col += hidden[n - 1].cols;
    }
    return n;
}

/* Those behind a title that ends before the column; how many. */
static int hidden_behind(const Frame *f, Rect clip, int col, Pane p, Hidden hidden[PANE_COUNT]) {
    Pane shares = layout_shares(p);
    if (f->state->layout.kind == LAYOUT_SINGLE)
        return hidden_alone(f, clip, col + 1, p, hidden);
    if (shares == p || !exists(f, shares) || is_shown(f->state, shares))
        return 0;
    return add_hidden(hidden, 0, shares, col, str_printf(f->scratch, "(%s) ", pane_title(shares)));
}

static void title_of(const Frame *f, Pane p, Rect r, bool focused) {
    Rect clip = title_clip(r);
    Hidden hidden[PANE_COUNT];
    if (r.rows <= 0)
        return;
    int look = focused ? LOOK_SELECTED | LOOK_BOLD : 0;
    int col = grid_put(f->grid, clip, clip.row, r.col, title_framed(f, clip, p, focused),
                       ROLE_TITLE, look);
    Str changed = str_of(_(" being changed "));
    bool fits = col + (int)wrap_columns(changed) <= clip.col + clip.cols;
    if (focused && fits && f->state->mode == MODE_EDIT) /* the other side of a comparison stays */
        col = grid_put(f->grid, clip, clip.row, col, changed, ROLE_KEY, 0);
    int n = hidden_behind(f, clip, col, p, hidden);
    for (int i = 0; i < n; i++)
        grid_put(f->grid, clip, clip.row, hidden[i].col, hidden[i].text, ROLE_DIM, 0);
}

Pane frame_hidden_at(const State *s, const World *w, int row, int col, Arena *scratch) {
    Frame f = {.state = s, .world = w, .scratch = scratch};
    for (Pane p = 0; p < PANE_COUNT && s->layout.framed; p++) {
        Rect clip = title_clip(s->layout.pane[p]);
        Hidden hidden[PANE_COUNT];
        if (s->layout.pane[p].rows <= 0 || clip.row != row)
            continue;
        int behind = clip.col + (int)wrap_columns(title_framed(&f, clip, p, s->focus == p));
        int n = hidden_behind(&f, clip, behind, p, hidden);
        for (int i = 0; i < n; i++)
            if (col >= hidden[i].col && col < hidden[i].col + hidden[i].cols)
                return hidden[i].pane;
    }
    return PANE_COUNT;
}

void frame_lines(const Frame *f) {
    const State *s = f->state;
    if (!s->layout.framed)
        return;
    Lines l = lines_make(f);
    for (Pane p = 0; p < PANE_COUNT; p++) {
        if (s->layout.pane[p].rows > 0)
            add_around(&l, s->layout.pane[p]);
        if (s->layout.beside[p].rows > 0)
            add_around(&l, s->layout.beside[p]);
    }
    put_lines(f, &l);
    for (Pane p = 0; p < PANE_COUNT; p++) {
        title_of(f, p, s->layout.pane[p], s->focus == p);
        title_of(f, p, s->layout.beside[p], false);
    }
}

void frame_box(const Frame *f, Rect inside, const char *title) {
    Lines l = lines_make(f);
    frame_blank(f, inside);
    f->grid->cursor_row = f->grid->cursor_col = -1;
    if (inside.col == 0)
        return;
    add_around(&l, inside);
    put_lines(f, &l);
    Rect clip = {inside.row - 1, inside.col, 1, inside.cols};
    grid_put(f->grid, clip, clip.row, clip.col, str_printf(f->scratch, "[ %s ]", title), ROLE_TITLE,
             LOOK_SELECTED | LOOK_BOLD);
}
