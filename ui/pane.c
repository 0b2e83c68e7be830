/* pane.c: what all panes of lines have in common: a window of rows, a selected one, following what
 * is current, searching; and the mouse. */
#include "ui/pane.h"

#include "base/text.h"
#include "ui/frame.h"
#include "ui/look.h"
#include "view/wrap.h"

/* ---- the table ---- */

const LinePane *pane_lines(Pane p) {
    switch (p) {
    case PANE_PROGRAM: return &pane_program_lines;
    case PANE_SCOPES: return &pane_scopes_lines;
    case PANE_VALUES: return &pane_values_lines;
    case PANE_WHY: return &pane_why_lines;
    case PANE_OUTPUT: return &pane_output_lines;
    case PANE_LESSON: return &pane_lesson_lines;
    case PANE_NAMES:
    case PANE_COUNT: return NULL;
    }
    return NULL;
}

static const struct {
    const char *name, *title;
} rows[] = {
#define PANE(ID, name, title) {name, title},
#include "ui/pane.def"
#undef PANE
};
_Static_assert(sizeof rows / sizeof *rows == PANE_COUNT, "one row a pane");

const char *pane_name(Pane p) {
    return rows[p].name;
}

const char *pane_title(Pane p) {
    return gettext(rows[p].title);
}

Look pane_look(const State *s, const World *w, Arena *scratch) {
    return (Look){
        .state = s, .world = w, .replay = state_replay(s, w), .at = s->at, .scratch = scratch};
}

/* ---- the window ---- */

static int64_t clip(int64_t n, int64_t least, int64_t most) {
    return n < least || most < least ? least : n > most ? most : n;
}

/* Top of a window of `high` rows that shows `row`, as near to `top` as can be; a row that comes
 * from outside is shown with a few rows around it. */
static int64_t top_with(int64_t top, int64_t row, int high, int64_t count) {
    int64_t around = high > 8 ? 2 : 0;
    if (row >= 0 && row < top)
        top = row - around;
    if (row >= 0 && row >= top + high)
        top = row - high + 1 + around;
    return clip(top, 0, count - high);
}

/* What the window is about: the selected row, or what is current. */
static int64_t wanted_row(const PaneView *v, const LinePane *lines, const Look *l, int cols) {
    if (v->selected >= 0 && !v->follows)
        return v->selected;
    return v->follows ? lines->current(l, cols) : -1;
}

/* Top of the window: of what it is about, and of the row before that where both fit. */
static int64_t window_top(const PaneView *v, const LinePane *lines, const Look *l, Rect r,
                          int64_t count) {
    int64_t row = wanted_row(v, lines, l, r.cols), top = top_with(v->top, row, r.rows, count);
    int64_t before = row >= 0 && v->follows && lines->before ? lines->before(l, r.cols) : -1;
    int64_t low = before < row ? before : row, high = before < row ? row : before;
    if (before < 0 || high - low >= r.rows)
        return top;
    return clip(clip(top, high - r.rows + 1, low), 0, count - r.rows);
}

/* ---- drawing ---- */

static bool look_has_keys(const Look *l) {
    const State *s = l->state;
    return !l->together || l->replay == world_replay(l->world, s->replay);
}

/* Writes what was searched for over itself, in its own role. */
static void mark_matches(const Look *l, Rect r, int row, Str text, Grid *g) {
    Str part = l->state->search;
    ptrdiff_t at;
    for (size_t from = 0; (at = str_find_letters(text, part, from)) >= 0;) {
        int col = r.col + (int)wrap_columns(str_sub(text, 0, (size_t)at));
        from = (size_t)at + part.len;
        grid_put(g, r, row, col, str_sub(text, (size_t)at, from), ROLE_MATCH, LOOK_BOLD);
    }
}

/* A sign where there is more of the line than is seen. */
static void mark_cuts(const Look *l, const DocLine *line, Rect r, int row, Grid *g) {
    bool room = r.cols > (int)line->start + 2;
    if (line->before && room)
        grid_put(g, r, row, r.col + (int)line->start, look_sign(l, "…", "<"), ROLE_DIM, 0);
    if (line->behind && room)
        grid_put(g, r, row, r.col + r.cols - 1, look_sign(l, "…", ">"), ROLE_DIM, 0);
}

static void draw_line(const Look *l, const Doc *d, size_t i, Rect r, Grid *g, bool matches) {
    int row = r.row + (int)i;
    look_draw_line(d, i, r, row, g);
    if (matches && l->state->search.len)
        mark_matches(l, r, row, doc_line_text(d, i, l->scratch), g);
    mark_cuts(l, LOG_AT(&d->lines, DocLine, i), r, row, g);
}

static void draw_lines(const LinePane *lines, Pane p, const Look *l, Rect r, Grid *g) {
    const PaneView *v = &l->state->view[p];
    bool focused = l->state->focus == p && look_has_keys(l);
    int64_t count = lines->rows(l, r.cols), current = lines->current(l, r.cols);
    int64_t top = window_top(v, lines, l, r, count);
    Doc *d = doc_make(l->scratch);
    lines->put(l, r.cols, top, r.rows, d);
    for (size_t i = 0; i < d->lines.count && (int)i < r.rows; i++)
        draw_line(l, d, i, r, g, focused);
    int64_t selected = v->selected >= 0 ? v->selected : current;
    if (!focused || selected < top || selected >= top + r.rows)
        return;
    g->cursor_row = r.row + (int)(selected - top);
    g->cursor_col = r.col;
    if (v->selected >= 0)
        grid_look(g, (Rect){g->cursor_row, r.col, 1, r.cols}, LOOK_SELECTED);
}

void pane_draw(Pane p, const Look *l, Rect r, Grid *g) {
    const LinePane *lines = pane_lines(p);
    if (r.rows <= 0 || r.cols <= 0)
        return;
    if (lines)
        draw_lines(lines, p, l, r, g);
    else
        names_draw(l, r, g);
}

int64_t pane_below(Pane p, const Look *l, Rect r) {
    const LinePane *lines = pane_lines(p);
    int64_t count = r.rows > 0 && r.cols > 0 ? lines->rows(l, r.cols) : 0;
    int64_t end = count ? window_top(&l->state->view[p], lines, l, r, count) + r.rows : 0;
    return count > end ? count - end : 0;
}

/* ---- moving ---- */

/* A pane that is being worked on. */
typedef struct Work {
    State *s;
    const World *w;
    PaneView *view;
    const LinePane *lines;
    Look look;
    Rect r;
    int64_t count; /* of rows */
} Work;

static Work work_on(State *s, const World *w, Pane p, Arena *scratch) {
    Work k = {.s = s, .w = w, .view = &s->view[p], .lines = pane_lines(p)};
    k.look = look_make(s, w, scratch);
    k.r = s->layout.pane[p];
    k.count = k.r.cols > 0 ? k.lines->rows(&k.look, k.r.cols) : 0;
    return k;
}

/* The row that moving starts from. */
static int64_t start_row(const Work *k) {
    if (k->view->selected >= 0)
        return clip(k->view->selected, 0, k->count - 1);
    int64_t current = k->lines->current(&k->look, k->r.cols);
    return current >= 0 ? current : k->view->top;
}

static void select_row(const Work *k, int64_t row) {
    k->view->selected = clip(row, 0, k->count - 1);
    k->view->follows = false;
    k->view->top = top_with(k->view->top, k->view->selected, k->r.rows, k->count);
}

/* The row n rows on. The first key of all shows where the selection is by moving it. */
static void move_by(const Work *k, int64_t n) {
    select_row(k, start_row(k) + clip(n, -k->count, k->count));
}

/* A page is turned: what is seen moves with the selection, from the first key on. */
static void turn_by(const Work *k, int64_t n) {
    k->view->top = clip(k->view->top + n, 0, k->count - k->r.rows);
    move_by(k, n);
}

static void scroll_by(const Work *k, int64_t n) {
    int64_t top = clip(k->view->top + n, 0, k->count - k->r.rows);
    k->view->follows = false;
    k->view->top = top;
    if (k->view->selected >= 0)
        k->view->selected = clip(k->view->selected, top, top + k->r.rows - 1);
}

enum { SIDE_MOST = 100000 };

static void scroll_side(const Work *k, int64_t n) {
    k->view->side = (int)clip(k->view->side + clip(n, -SIDE_MOST, SIDE_MOST), 0, SIDE_MOST);
}

static bool enter_row(const Work *k) {
    if (!k->lines->enter || k->count == 0)
        return false;
    k->lines->enter(k->s, k->w, start_row(k), k->r.cols);
    return true;
}

/* ---- searching ---- */

enum { SEARCH_CHUNK = 64, SEARCH_COLS = 4096 };

/* What is searched: rows come in chunks, each as wide as the pane can make it. */
typedef struct Hunt {
    State wide; /* a copy that is not scrolled to the side */
    Look look;
    int cols;
    Doc *chunk;
    int64_t first; /* row of the chunk */
} Hunt;

/* Where rows are not broken at the pane's width, all of a row is searched, also what is not seen.
 */
static void hunt_begin(Hunt *h, const Work *k) {
    h->wide = *k->s;
    h->wide.view[k->s->focus].side = 0;
    h->look = k->look;
    h->look.state = &h->wide;
    h->cols = k->lines->rows(&h->look, SEARCH_COLS) == k->count ? SEARCH_COLS : k->r.cols;
}

/* The column at which a row matches, -1 for none. */
static int64_t match_column(Hunt *h, const Work *k, int64_t row) {
    if (!h->chunk || row < h->first || row >= h->first + SEARCH_CHUNK) {
        h->first = row - row % SEARCH_CHUNK;
        h->chunk = doc_make(h->look.scratch);
        k->lines->put(&h->look, h->cols, h->first, SEARCH_CHUNK, h->chunk);
    }
    size_t i = (size_t)(row - h->first);
    if (i >= h->chunk->lines.count)
        return -1;
    Str text = doc_line_text(h->chunk, i, h->look.scratch);
    ptrdiff_t at = str_find_letters(text, k->s->search, 0);
    return at < 0 ? -1 : (int64_t)wrap_columns(str_sub(text, 0, (size_t)at));
}

/* The next row that matches, in a circle, and its column; -1 for none. */
static int64_t find_row(const Work *k, int64_t from, int step, int64_t *column) {
    Hunt h = {.chunk = NULL};
    hunt_begin(&h, k);
    int64_t row = from;
    ArenaMark mark = arena_mark(k->look.scratch);
    for (int64_t tried = 0; tried < k->count; tried++) {
        row = (row + step + k->count) % k->count;
        if (tried % (SEARCH_CHUNK * 16) == SEARCH_CHUNK * 16 - 1) {
            arena_release(k->look.scratch, mark);
            h.chunk = NULL;
        }
        *column = match_column(&h, k, row);
        if (*column >= 0)
            return row;
    }
    return -1;
}

static void show_match(const Work *k, int64_t row, int64_t column) {
    int end = (int)k->s->search.len;
    select_row(k, row);
    if (column < k->view->side || column + end > k->view->side + k->r.cols)
        k->view->side = (int)clip(column + end - k->r.cols, 0, INT32_MAX);
}

static void search(Work *k, int step) {
    State *s = k->s;
    int64_t column;
    if (s->search.len == 0) {
        state_say(s, str_of(_("nothing was searched for yet: / begins")));
        return;
    }
    int64_t row = find_row(k, start_row(k), step, &column);
    if (row >= 0)
        show_match(k, row, column);
    else
        state_say(s, str_printf(s->brief, _("\"%.*s\" is not in this pane"), STR_ARG(s->search)));
}

static void search_new(Work *k, Str text) {
    if (text.len)
        k->s->search = str_dup(k->s->arena, text);
    search(k, 1);
}

/* ---- actions ---- */

typedef enum Unit { UNIT_ROW, UNIT_HALF, UNIT_PAGE, UNIT_SIDE, UNIT_SEARCH } Unit;

/* What moves, by what, and which way. */
static const struct {
    ActionKind kind;
    Unit unit;
    int way;
} moves[] = {
    {ACTION_DOWN, UNIT_ROW, 1},           {ACTION_UP, UNIT_ROW, -1},
    {ACTION_HALF_DOWN, UNIT_HALF, 1},     {ACTION_HALF_UP, UNIT_HALF, -1},
    {ACTION_PAGE_DOWN, UNIT_PAGE, 1},     {ACTION_PAGE_UP, UNIT_PAGE, -1},
    {ACTION_SIDE_RIGHT, UNIT_SIDE, 1},    {ACTION_SIDE_LEFT, UNIT_SIDE, -1},
    {ACTION_SEARCH_NEXT, UNIT_SEARCH, 1}, {ACTION_SEARCH_BACK, UNIT_SEARCH, -1},
};

enum { SIDE_STEP = 8 };

static void move(Work *k, Unit unit, int way, int64_t count) {
    int high = k->r.rows;
    switch (unit) {
    case UNIT_ROW: move_by(k, way * (count > 0 ? count : 1)); return;
    case UNIT_HALF: turn_by(k, way * (high > 3 ? high / 2 : 1)); return;
    case UNIT_PAGE: turn_by(k, way * (high > 2 ? high - 1 : 1)); return;
    case UNIT_SIDE: scroll_side(k, way * (count > 0 ? count : SIDE_STEP)); return;
    case UNIT_SEARCH: search(k, way); return;
    }
}

static bool act(Work *k, Action a) {
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
        if (moves[i].kind == a.kind)
            return move(k, moves[i].unit, moves[i].way, a.count), true;
    if (a.kind == ACTION_TOP || a.kind == ACTION_BOTTOM)
        return select_row(k, a.kind == ACTION_TOP ? 0 : k->count - 1), true;
    if (a.kind == ACTION_SEARCH)
        return search_new(k, a.argument), true;
    return a.kind == ACTION_IN && enter_row(k);
}

bool pane_act(State *s, const World *w, Action a) {
    if (s->focus == PANE_NAMES)
        return names_act(s, w, a);
    Arena *scratch = arena_new(0);
    Work k = work_on(s, w, s->focus, scratch);
    bool done = k.count > 0 && act(&k, a);
    arena_free(scratch);
    return done;
}

void pane_follow(State *s, const World *w) {
    Arena *scratch = arena_new(0);
    for (Pane p = 0; p < PANE_COUNT; p++) {
        if (s->layout.pane[p].rows <= 0 || !pane_lines(p))
            continue;
        Work k = work_on(s, w, p, scratch);
        if (k.view->selected >= k.count)
            k.view->selected = k.count - 1;
        k.view->top = window_top(k.view, k.lines, &k.look, k.r, k.count);
    }
    arena_free(scratch);
    if (s->layout.pane[PANE_NAMES].rows > 0)
        names_follow(s, w);
}

/* ---- the mouse ---- */

static bool hits(Rect r, int row, int col) {
    return row >= r.row && row < r.row + r.rows && col >= r.col && col < r.col + r.cols;
}

static Pane pane_at(const State *s, int row, int col) {
    for (Pane p = 0; p < PANE_COUNT; p++)
        if (hits(s->layout.pane[p], row, col))
            return p;
    return PANE_COUNT;
}

/* The title of a pane stands in the line above it; names of other panes may stand behind it. */
static Pane title_at(const State *s, const World *w, int row, int col) {
    Arena *scratch = arena_new(0);
    Pane hidden = frame_hidden_at(s, w, row, col, scratch);
    arena_free(scratch);
    if (hidden != PANE_COUNT)
        return hidden;
    return s->layout.framed ? pane_at(s, row + 1, col) : PANE_COUNT;
}

static void focus_on(State *s, const World *w, Pane p) {
    if (s->focus == p)
        return;
    s->focus = p;
    layout_front(s->front, p);
    state_layout(s, w);
}

/* A click on the timeline goes to the step that stands there. */
static void click_timeline(State *s, const World *w, int col) {
    Rect r = s->layout.timeline;
    size_t steps = trace_steps(state_replay(s, w)->trace);
    size_t room = r.cols > 1 ? (size_t)r.cols - 1 : 1, at = (size_t)(col - r.col);
    state_go(s, w, (size_t)((double)at / (double)room * (double)steps + 0.5));
}

static void click_row(State *s, const World *w, Pane p, Key key) {
    Arena *scratch = arena_new(0);
    Work k = work_on(s, w, p, scratch);
    int64_t row = k.view->top + key.row - k.r.row;
    bool again = key.code == KEYCODE_DOUBLE_CLICK || row == k.view->selected;
    if (row < k.count) {
        select_row(&k, row);
        if (again)
            enter_row(&k);
    }
    arena_free(scratch);
}

static void click(State *s, const World *w, Key key) {
    Pane p = pane_at(s, key.row, key.col), title = title_at(s, w, key.row, key.col);
    if (hits(s->layout.timeline, key.row, key.col)) {
        click_timeline(s, w, key.col);
    } else if (p == PANE_COUNT) {
        if (title != PANE_COUNT)
            focus_on(s, w, title);
    } else {
        Rect r = s->layout.pane[p];
        focus_on(s, w, p);
        if (p == PANE_NAMES)
            names_click(s, w, key.row - r.row, key.col - r.col);
        else
            click_row(s, w, p, key);
    }
}

enum { WHEEL_ROWS = 3 };

/* The wheel turns the pane under it, whichever has the keys. */
static void turn(State *s, const World *w, Key key) {
    Pane p = pane_at(s, key.row, key.col);
    int64_t n = key.code == KEYCODE_WHEEL_DOWN ? WHEEL_ROWS : -WHEEL_ROWS;
    if (p == PANE_COUNT)
        return;
    if (p == PANE_NAMES) {
        names_wheel(s, w, (int)n);
        return;
    }
    Arena *scratch = arena_new(0);
    Work k = work_on(s, w, p, scratch);
    scroll_by(&k, n);
    arena_free(scratch);
}

void pane_mouse(State *s, const World *w, Key key) {
    if (!s->mouse)
        return;
    if (key.code == KEYCODE_WHEEL_UP || key.code == KEYCODE_WHEEL_DOWN)
        turn(s, w, key);
    else
        click(s, w, key);
}
