/* pane_names.c: the tree of names: which rows are shown, and what keys and clicks do to them.
 *
 * Nothing here walks the tree: rows are found from row to row (outline.h), so that a key costs as
 * much in a tree of a million names as in one of ten. Only searching and filtering read them all.
 */
#include "base/text.h"
#include "ui/compare.h"
#include "ui/look.h"
#include "ui/names.h"

/* ---- the outline ---- */

/* An outline that was filtered by the patterns of now; in State.picked. */
struct NamesFiltered {
    const Outline *source, *outline;
    const NamesFiltered *next;
};

static const NamesFiltered *find_filtered(const State *s, const Outline *source) {
    const NamesFiltered *f = s->filtered;
    while (f && f->source != source)
        f = f->next;
    return f;
}

const Outline *names_filtered(const State *s, const Outline *source, Arena *a) {
    if (!source || (!s->keep.len && !s->hide.len))
        return source;
    const NamesFiltered *f = find_filtered(s, source);
    return f ? f->outline : outline_filter(a, source, s->keep, s->hide);
}

static const Outline *source_at(const State *s, const Replay *r, Moment m) {
    return r->outlines ? outlines_at(r->outlines, m, s->library) : NULL;
}

static const Outline *keep_filtered(State *s, const Outline *source) {
    const Outline *o = names_filtered(s, source, s->picked);
    if (o == source || find_filtered(s, source))
        return o;
    NamesFiltered *f = ARENA_NEW(s->picked, NamesFiltered);
    *f = (NamesFiltered){source, o, s->filtered};
    s->filtered = f;
    return o;
}

/* The top of the window in an outline that was not filtered. */
static void unfilter_top(State *s) {
    for (const NamesFiltered *f = s->filtered; f; f = f->next) {
        if (f->outline != s->top_of)
            continue;
        bool there = s->top < outline_count(s->top_of);
        s->top = there ? outline_of_path(f->source, outline_branch(s->top_of, s->top)->path) : 0;
        s->top_of = f->source;
        return;
    }
}

void names_pick(State *s, Str keep, Str hide) {
    unfilter_top(s);
    s->keep = keep;
    s->hide = hide;
    s->filtered = NULL;
    s->changes = NULL;
    arena_reset(s->picked);
    s->keep_folds = folds_make(s->picked);
    folds_all(s->keep_folds, true);
}

/* What a filter found is shown, wherever it was folded away; the folds come back with all names. */
Folds *names_folds(const State *s) {
    return s->keep.len && s->keep_folds ? s->keep_folds : s->folds;
}

const Outline *names_outline(State *s, const World *w) {
    return keep_filtered(s, source_at(s, state_replay(s, w), s->at.moment));
}

/* ---- rows ---- */

uint32_t names_next(const NamesView *v, uint32_t row) {
    return outline_next(v->outline, names_folds(v->state), v->moment, row);
}

uint32_t names_before(const NamesView *v, uint32_t row) {
    return outline_before(v->outline, names_folds(v->state), v->moment, row);
}

/* n rows on, or back when n is negative; the last or the first one when there are fewer. */
static uint32_t walk(const NamesView *v, uint32_t row, int64_t n) {
    for (; n != 0; n += n > 0 ? -1 : 1) {
        uint32_t next = n > 0 ? names_next(v, row) : names_before(v, row);
        if (next == BRANCH_NONE)
            break;
        row = next;
    }
    return row;
}

/* How many rows there are from `row` on, counted up to `most`. */
static int rows_from(const NamesView *v, uint32_t row, int most) {
    int n = 0;
    for (; row != BRANCH_NONE && n < most; n++)
        row = names_next(v, row);
    return n;
}

/* No row of the window stays empty while there is something above it. */
static uint32_t fill(const NamesView *v, uint32_t top) {
    return walk(v, top, rows_from(v, top, v->rows) - v->rows);
}

static uint32_t stored_top(const State *s, const Outline *o) {
    if (!s->top_of || s->top >= outline_count(s->top_of))
        return BRANCH_NONE;
    return s->top_of == o ? s->top : outline_of_path(o, outline_branch(s->top_of, s->top)->path);
}

NamesView names_view(const State *s, const Outline *o, Moment m, int rows) {
    NamesView v = {.state = s, .outline = o, .moment = m, .top = BRANCH_NONE};
    v.note = rows > 1 && (s->keep.len || s->hide.len);
    v.rows = rows - v.note;
    if (!o || v.rows <= 0)
        return v;
    v.top = outline_shown(o, names_folds(s), m, stored_top(s, o));
    if (v.top == BRANCH_NONE)
        v.top = outline_first(o, m);
    if (v.top != BRANCH_NONE)
        v.top = fill(&v, v.top);
    return v;
}

uint32_t names_cursor(const NamesView *v) {
    Str path = v->state->selected;
    uint32_t branch = v->outline && path.len ? outline_of_path(v->outline, path) : BRANCH_NONE;
    return outline_shown(v->outline, names_folds(v->state), v->moment, branch);
}

enum { ROWS_FOR_MARGIN = 9, MARGIN = 2 };

/* The first branch of a window that shows a row, as near to the one there is as can be. */
static uint32_t top_showing(const NamesView *v, uint32_t row) {
    uint32_t at = v->top;
    int margin = v->rows >= ROWS_FOR_MARGIN ? MARGIN : 0;
    for (int i = 0; i < v->rows && at != BRANCH_NONE; i++, at = names_next(v, at))
        if (at == row)
            return v->top;
    int above = row < v->top ? margin : v->rows - 1 - margin;
    return fill(v, walk(v, row, -(int64_t)above));
}

/* ---- the pane as keys see it ---- */

/* The pane that is being worked on. */
typedef struct NamesWork {
    State *s;
    const World *w;
    NamesView v;
    Action action;
} NamesWork;

static NamesView view_now(State *s, const World *w) {
    return names_view(s, names_outline(s, w), s->at.moment, s->layout.pane[PANE_NAMES].rows);
}

static NamesWork work_on(State *s, const World *w, Action a) {
    return (NamesWork){s, w, view_now(s, w), a};
}

static const Branch *branch_at(const NamesWork *k, uint32_t row) {
    return outline_branch(k->v.outline, row);
}

static void set_top(NamesWork *k, uint32_t top) {
    k->s->top = k->v.top = top;
    k->s->top_of = k->v.outline;
}

static void show(NamesWork *k, uint32_t row) {
    if (row != BRANCH_NONE && k->v.top != BRANCH_NONE)
        set_top(k, top_showing(&k->v, row));
}

/* The path lives as long as the run; nothing is copied. */
static void select_row(NamesWork *k, uint32_t row) {
    k->s->selected = branch_at(k, row)->path;
    k->s->view[PANE_NAMES].follows = false;
    k->s->names_scrolled = false;
    show(k, row);
}

/* The row that keys are about: the selected one, or the one on top. */
static uint32_t row_meant(const NamesWork *k) {
    uint32_t cursor = names_cursor(&k->v);
    return cursor == BRANCH_NONE ? k->v.top : cursor;
}

static bool has_children(const NamesWork *k, uint32_t row) {
    return outline_has_children(k->v.outline, row, k->v.moment);
}

static bool is_open(const NamesWork *k, uint32_t row) {
    return has_children(k, row) && folds_open(names_folds(k->s), branch_at(k, row));
}

static void set_fold(NamesWork *k, uint32_t row, bool open) {
    folds_set(names_folds(k->s), branch_at(k, row), open);
    k->v = view_now(k->s, k->w);
    select_row(k, row);
}

/* ---- following ---- */

static void follow_changes(State *s, const World *w, const Outline *o) {
    const Trace *t = state_replay(s, w)->trace;
    Moment since = state_since(s, w);
    if (s->changes)
        changes_move(s->changes, t, o, since, s->at.moment);
    else
        s->changes = changes_make(s->picked, t, o, since, s->at.moment);
}

/* What changed first is shown in any case, what changed last if there is room for both. Nothing is
 * unfolded for it. */
static void show_changes(NamesWork *k) {
    const State *s = k->s;
    uint32_t last = changes_last(s->changes), first = changes_first(s->changes);
    show(k, outline_shown(k->v.outline, names_folds(s), k->v.moment, last));
    show(k, outline_shown(k->v.outline, names_folds(s), k->v.moment, first));
}

void names_follow(State *s, const World *w) {
    NamesWork k = work_on(s, w, (Action){.kind = ACTION_NONE});
    if (!k.v.outline)
        return;
    if (compare_on(s))
        keep_filtered(s, source_at(s, world_replay(w, s->beside), compare_beside_at(s, w).moment));
    follow_changes(s, w, k.v.outline);
    if (s->view[PANE_NAMES].follows)
        show_changes(&k);
    else if (!s->names_scrolled)
        show(&k, names_cursor(&k.v));
}

static void unfold_above(State *s, const Outline *o, uint32_t row) {
    for (uint32_t i = row; (i = outline_branch(o, i)->parent) != BRANCH_NONE;)
        if (!folds_open(names_folds(s), outline_branch(o, i)))
            folds_set(names_folds(s), outline_branch(o, i), true);
}

void names_select(State *s, const World *w, Str path) {
    const Outline *o = names_outline(s, w);
    uint32_t row = o ? outline_of_path(o, path) : BRANCH_NONE;
    s->selected = str_dup(s->arena, path);
    s->view[PANE_NAMES].follows = s->names_scrolled = false;
    if (row == BRANCH_NONE)
        return;
    unfold_above(s, o, row);
    NamesWork k = work_on(s, w, (Action){.kind = ACTION_NONE});
    show(&k, names_cursor(&k.v));
}

const TraceVariable *names_variable(const State *s, const World *w) {
    const Replay *r = state_replay(s, w);
    const Outline *o = r->outlines ? outlines_at(r->outlines, s->at.moment, true) : NULL;
    uint32_t i = o && s->selected.len ? outline_find(o, s->selected) : BRANCH_NONE;
    const TraceNode *n = i == BRANCH_NONE ? NULL : outline_branch(o, i)->node;
    return n ? n->variable : NULL;
}

/* ---- moving ---- */

/* The first key of all selects the row on top, instead of moving. */
static void move_by(NamesWork *k, int64_t n) {
    uint32_t cursor = names_cursor(&k->v);
    select_row(k, cursor == BRANCH_NONE ? k->v.top : walk(&k->v, cursor, n));
}

static void move_rows(NamesWork *k, int way) {
    move_by(k, way * (k->action.count > 0 ? k->action.count : 1));
}

/* A page moves the window with the selection. */
static void move_page(NamesWork *k, int64_t n) {
    if (names_cursor(&k->v) != BRANCH_NONE)
        set_top(k, fill(&k->v, walk(&k->v, k->v.top, n)));
    move_by(k, n);
}

static void move_half(NamesWork *k, int way) {
    move_page(k, way * (k->v.rows > 3 ? k->v.rows / 2 : 1));
}

static void move_whole(NamesWork *k, int way) {
    move_page(k, way * (k->v.rows > 2 ? k->v.rows - 1 : 1));
}

static void move_end(NamesWork *k, int way) {
    const Outline *o = k->v.outline;
    select_row(k, way < 0 ? outline_first(o, k->v.moment)
                          : outline_last(o, names_folds(k->s), k->v.moment));
}

enum { SIDE_STEP = 8, SIDE_MOST = 100000 };

static void move_side(NamesWork *k, int way) {
    int64_t n = k->action.count > 0 ? k->action.count : SIDE_STEP;
    int64_t side = k->s->view[PANE_NAMES].side;
    side = n > SIDE_MOST ? way * SIDE_MOST : side + way * n;
    k->s->view[PANE_NAMES].side = (int)(side < 0 ? 0 : side > SIDE_MOST ? SIDE_MOST : side);
}

/* What is selected stays selected, in sight or not. */
void names_wheel(State *s, const World *w, int rows) {
    NamesWork k = work_on(s, w, (Action){.kind = ACTION_NONE});
    if (k.v.top == BRANCH_NONE)
        return;
    set_top(&k, fill(&k.v, walk(&k.v, k.v.top, rows)));
    s->view[PANE_NAMES].follows = false;
    s->names_scrolled = true;
}

/* ---- into and out of branches ---- */

/* To the step that made it. */
static void go_to_making(const NamesWork *k, uint32_t row) {
    const Branch *b = branch_at(k, row);
    const TraceNode *n = branch_node(b, k->v.moment);
    Moment made = n ? b->node_made : b->made;
    state_go_to(k->s, k->w, position_after(state_replay(k->s, k->w)->trace, made));
}

static void go_in(NamesWork *k, int way) {
    uint32_t row = row_meant(k);
    (void)way;
    if (is_open(k, row))
        select_row(k, names_next(&k->v, row));
    else if (has_children(k, row))
        set_fold(k, row, true);
    else
        go_to_making(k, row);
}

static void go_out(NamesWork *k, int way) {
    uint32_t row = row_meant(k), parent = branch_at(k, row)->parent;
    (void)way;
    if (is_open(k, row))
        set_fold(k, row, false);
    else if (parent != BRANCH_NONE)
        select_row(k, parent);
}

/* Where there is nothing to fold, what is around it is folded. */
static void fold_row(NamesWork *k, int way) {
    uint32_t row = row_meant(k);
    if (way < 0 && !is_open(k, row))
        row = branch_at(k, row)->parent;
    if (row != BRANCH_NONE && has_children(k, row))
        set_fold(k, row, way > 0);
}

static void fold_all(NamesWork *k, int way) {
    (void)way;
    folds_all(names_folds(k->s), folds_all_closed(names_folds(k->s)));
    k->v = view_now(k->s, k->w);
    show(k, names_cursor(&k->v));
}

/* ---- finding ---- */

/* Behind what is selected, though it may be folded away; in a circle. */
static uint32_t find(const NamesWork *k, bool backwards) {
    const Outline *o = k->v.outline;
    Moment m = k->v.moment;
    uint32_t from = k->s->selected.len ? outline_find(o, k->s->selected) : BRANCH_NONE;
    if (!outline_exists(o, from, m))
        from = names_cursor(&k->v);
    uint32_t found = outline_search(o, m, from, k->s->search, backwards);
    return found == BRANCH_NONE ? outline_search(o, m, found, k->s->search, backwards) : found;
}

static void search(NamesWork *k, int way) {
    State *s = k->s;
    if (s->search.len == 0) {
        state_say(s, str_of(_("nothing was searched for yet: / begins")));
        return;
    }
    uint32_t found = find(k, way < 0);
    if (found == BRANCH_NONE)
        state_say(s, str_printf(s->brief, _("\"%.*s\" is not in this pane"), STR_ARG(s->search)));
    else
        names_select(s, k->w, branch_at(k, found)->path);
}

static void search_new(NamesWork *k, int way) {
    if (k->action.argument.len)
        k->s->search = str_dup(k->s->arena, k->action.argument);
    search(k, way);
}

/* ---- actions ---- */

static const struct {
    ActionKind kind;
    void (*act)(NamesWork *k, int way);
    int way;
} acts[] = {
    {ACTION_DOWN, move_rows, 1},
    {ACTION_UP, move_rows, -1},
    {ACTION_HALF_DOWN, move_half, 1},
    {ACTION_HALF_UP, move_half, -1},
    {ACTION_PAGE_DOWN, move_whole, 1},
    {ACTION_PAGE_UP, move_whole, -1},
    {ACTION_BOTTOM, move_end, 1},
    {ACTION_TOP, move_end, -1},
    {ACTION_SIDE_RIGHT, move_side, 1},
    {ACTION_SIDE_LEFT, move_side, -1},
    {ACTION_UNFOLD, fold_row, 1},
    {ACTION_FOLD, fold_row, -1},
    {ACTION_SEARCH_NEXT, search, 1},
    {ACTION_SEARCH_BACK, search, -1},
    {ACTION_SEARCH, search_new, 1},
    {ACTION_FOLD_ALL, fold_all, 0},
    {ACTION_IN, go_in, 0},
    {ACTION_OUT, go_out, 0},
};

bool names_act(State *s, const World *w, Action a) {
    NamesWork k = work_on(s, w, a);
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        if (acts[i].kind != a.kind)
            continue;
        if (k.v.top != BRANCH_NONE)
            acts[i].act(&k, acts[i].way);
        return true;
    }
    return false;
}

/* ---- the mouse ---- */

/* The branch in a row of the pane, or BRANCH_NONE. */
static uint32_t row_at(const NamesView *v, int row) {
    uint32_t at = row < v->note ? BRANCH_NONE : v->top;
    for (int i = v->note; i < row && at != BRANCH_NONE; i++)
        at = names_next(v, at);
    return at;
}

void names_click(State *s, const World *w, int row, int col) {
    NamesWork k = work_on(s, w, (Action){.kind = ACTION_NONE});
    uint32_t at = row_at(&k.v, row);
    if (at == BRANCH_NONE)
        return;
    NamesColumns c = names_columns(s->layout.pane[PANE_NAMES].cols, s->values, compare_on(s));
    bool sign = col == names_sign_column(&c, branch_at(&k, at), s->view[PANE_NAMES].side);
    if (sign && has_children(&k, at))
        set_fold(&k, at, !is_open(&k, at));
    else
        select_row(&k, at);
}
