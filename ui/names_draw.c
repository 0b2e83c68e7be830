/* names_draw.c: the rows of the tree of names.
 *
 *     +▸=label/       kind  dtype  shape  value  =2
 *
 * The first column is the mark of the branch itself; behind the fold sign stands the mark of what
 * happened below a folded branch. Indents that take too much room become the depth as a number. */
#include "base/text.h"
#include "ui/look.h"
#include "ui/names.h"
#include "view/view.h"
#include "view/wrap.h"

/* ---- columns ---- */

/* What stands behind names goes in this order when there is no room: value, shape, kind, dtype. */
NamesColumns names_columns(int cols, bool values, bool together) {
    NamesColumns c = {.differs = together, .mark = 1, .shares = cols >= 24};
    c.narrow = cols >= 38 && cols < 44;
    c.kind = cols >= 64 ? 12 : cols >= 38 ? 7 : 0;
    c.type = cols >= 44 ? 18 : cols >= 38 ? 14 : cols >= 30 ? 12 : 0;
    c.value = values && cols >= 56 ? cols / 5 : 0;
    c.name = cols - c.differs - c.mark - c.kind - c.type - c.value;
    return c;
}

/* Columns of indent; at most two thirds of the names' column. */
static int indent_of(const NamesColumns *c, const Branch *b) {
    int most = c->name * 2 / 3;
    return b->depth > (uint32_t)(most > 0 ? most : 0) / 2 ? most : (int)b->depth * 2;
}

int names_sign_column(const NamesColumns *c, const Branch *b, int side) {
    return c->differs + c->mark + indent_of(c, b) - side;
}

/* ---- a row ---- */

typedef struct NamesDraw {
    const Look *look;
    const NamesView *view;
    const Changes *changes;
    const Outline *other; /* the tree of the other run of a comparison; NULL */
    Grid *grid;
    Rect r; /* of the pane */
    NamesColumns columns;
    size_t compared; /* nodes below folded branches that may still be compared: a frame has no time
                        for a million; where it ends a sign says that it is not known */
} NamesDraw;

enum { COMPARED_MOST = 1 << 17 };

static bool in_ascii(const NamesDraw *d) {
    return d->look->state->ascii;
}

enum { BYTES_A_COLUMN = 64 }; /* more are combining marks, or are cut anyway */

/* As much of a text as can be seen in so many columns: a name may have a million bytes. */
static Str seen(Str text, int cols) {
    return str_sub(text, 0, (size_t)(cols > 0 ? cols : 0) * BYTES_A_COLUMN);
}

/* Text into a column; a sign says where it is cut. Returns the column behind it. */
static int put_cut(const NamesDraw *d, Rect clip, int col, Str text, Role role) {
    int end = clip.col + clip.cols;
    Str part = seen(text, end - col);
    int behind = col + (int)wrap_columns(part);
    grid_put(d->grid, clip, clip.row, col, part, role, 0);
    if (behind <= end && part.len == text.len)
        return behind;
    Str cut = in_ascii(d) ? STR("..") : STR("…");
    if (clip.cols > 2)
        grid_put(d->grid, clip, clip.row, in_ascii(d) ? end - 2 : end - 1, cut, ROLE_DIM, 0);
    return end;
}

static Role role_of_sign(char sign) {
    return sign == '!'   ? ROLE_ERROR
           : sign == '+' ? ROLE_NEW
           : sign == '~' ? ROLE_CHANGED
                         : ROLE_SHARED;
}

static void put_mark(const NamesDraw *d, Rect clip, int col, unsigned marks) {
    char sign = change_sign(marks);
    if (sign != ' ')
        grid_put(d->grid, clip, clip.row, col, (Str){&sign, 1}, role_of_sign(sign), 0);
}

static bool is_closed(const NamesDraw *d, const Branch *b) {
    return outline_has_children(d->view->outline, b->index, d->view->moment) &&
           !folds_open(names_folds(d->view->state), b);
}

/* What is folded away counts, too. */
static Below differs(NamesDraw *d, const Branch *b) {
    const Look *l = d->look;
    TogetherAt here = {l->second, l->at.step, l->at.moment};
    if (!l->together)
        return BELOW_SAME;
    if (together_branch(l->together, here, b, d->other) != DIFFERS_NOT)
        return BELOW_DIFFERS;
    return is_closed(d, b)
               ? together_below(l->together, here, d->view->outline, b->index, &d->compared)
               : BELOW_SAME;
}

static void put_differs(NamesDraw *d, Rect row, const Branch *b) {
    switch (differs(d, b)) {
    case BELOW_SAME: return;
    case BELOW_DIFFERS:
        grid_put(d->grid, row, row.row, row.col, look_sign(d->look, "≠", "|"), ROLE_CHANGED, 0);
        return;
    case BELOW_UNKNOWN: grid_put(d->grid, row, row.row, row.col, STR("?"), ROLE_DIM, 0); return;
    }
}

static Str sign_of(const NamesDraw *d, const Branch *b) {
    if (!outline_has_children(d->view->outline, b->index, d->view->moment))
        return STR(" ");
    return is_closed(d, b) ? look_sign(d->look, "▸", ">") : look_sign(d->look, "▾", "v");
}

static Role role_of(const TraceNode *n) {
    return !n ? ROLE_SCOPE : view_is_variable(n) ? ROLE_VARIABLE : ROLE_OP;
}

/* What was searched for, in its own role over the label. */
static void put_match(const NamesDraw *d, Rect clip, int col, Str label) {
    const State *s = d->look->state;
    Str part = s->search, text = seen(label, clip.col + clip.cols - col);
    ptrdiff_t at = part.len && s->focus == PANE_NAMES ? str_find_letters(text, part, 0) : -1;
    if (at < 0)
        return;
    col += (int)wrap_columns(str_sub(text, 0, (size_t)at));
    Str found = str_sub(text, (size_t)at, (size_t)at + part.len);
    grid_put(d->grid, clip, clip.row, col, found, ROLE_MATCH, LOOK_BOLD);
}

/* "<120": the depth, where an indent of two columns a level has no room. */
static void put_depth(const NamesDraw *d, Rect clip, const Branch *b, int sign) {
    int indent = indent_of(&d->columns, b);
    if (b->depth * UINT64_C(2) == (uint64_t)indent)
        return;
    Str depth = str_printf(d->look->scratch, "<%u", b->depth);
    grid_put(d->grid, clip, clip.row, sign - indent, depth, ROLE_DIM, 0);
}

/* A mere prefix has nothing behind its name, so that it may be longer. */
static void put_name(const NamesDraw *d, Rect row, const Branch *b, const TraceNode *n) {
    const NamesColumns *c = &d->columns;
    int start = row.col + c->differs + c->mark;
    Rect clip = {row.row, start, 1, n && c->type ? c->name - 1 : row.col + row.cols - start};
    int sign = row.col + names_sign_column(c, b, d->look->state->view[PANE_NAMES].side);
    unsigned below = is_closed(d, b) ? changes_below(d->changes, b->index) : MARK_NONE;
    put_depth(d, clip, b, sign);
    grid_put(d->grid, clip, row.row, sign, sign_of(d, b), ROLE_DIM, 0);
    put_mark(d, clip, sign + 1, below & ~changes_of(d->changes, b->index));
    Str label = branch_label(b);
    int behind = put_cut(d, clip, sign + 2, label, role_of(n));
    put_match(d, clip, sign + 2, label);
    if (!n)
        put_cut(d, clip, behind, STR("/"), ROLE_SCOPE);
}

enum { VALUES_MOST = 16 };

/* Larger tensors are not written out: a frame has many rows. */
static Str value_text(const NamesDraw *d, const TraceNode *n) {
    const Tensor *value = view_value_at(n, UINT32_MAX, d->view->moment);
    Arena *a = d->look->scratch;
    if (!value)
        return STR("");
    return value->count <= VALUES_MOST ? view_value(a, value)
                                       : str_printf(a, _("%zu values"), (size_t)value->count);
}

static Str shares_text(const NamesDraw *d, const TraceNode *n) {
    size_t shares = view_is_variable(n) ? trace_shares_at(n->variable, d->view->moment) : 0;
    return shares ? str_printf(d->look->scratch, "=%zu", shares) : STR("");
}

/* "float32 [2,3]"; the shape is left out where little of it would be seen. */
static Str type_text(const NamesDraw *d, const TraceNode *n, int room) {
    enum { SHAPE_LEAST = 4 };
    if (n->noutputs == 0)
        return STR("");
    const TraceOutput *o = &n->outputs[0];
    Arena *a = d->look->scratch;
    Str dtype = str_of(dtype_name(o->dtype));
    Str shape = shape_cpp_str(a, trace_shape_at(o, d->view->moment));
    bool seen = (int)dtype.len + SHAPE_LEAST < room || (int)(dtype.len + shape.len) < room;
    return seen ? str_printf(a, "%.*s %.*s", STR_ARG(dtype), STR_ARG(shape)) : dtype;
}

/* The columns behind a name, from `col` on, each cut before `end`. */
static void put_columns(const NamesDraw *d, Rect row, const TraceNode *n, int col, int end) {
    const NamesColumns *c = &d->columns;
    Rect kind = {row.row, col, 1, c->kind - 1};
    Rect type = {row.row, kind.col + c->kind, 1, c->value ? c->type - 1 : end - kind.col - c->kind};
    Rect value = {row.row, type.col + c->type, 1, end - type.col - c->type};
    if (c->kind)
        put_cut(d, kind, kind.col, view_kind(n), ROLE_TYPE);
    if (c->type)
        put_cut(d, type, type.col, type_text(d, n, type.cols), ROLE_TYPE);
    if (c->value)
        put_cut(d, value, value.col, value_text(d, n), ROLE_VALUE);
}

/* In a narrow pane the end of the row belongs to the shape: "get =2 float32 [2,3]". */
static bool beside_kind(const NamesColumns *c, const TraceNode *n, Str shares) {
    return c->narrow && view_kind(n).len + 1 + shares.len < (size_t)c->kind;
}

static void put_facts(const NamesDraw *d, Rect row, const TraceNode *n) {
    const NamesColumns *c = &d->columns;
    int col = row.col + c->differs + c->mark + c->name, end = row.col + row.cols;
    Str shares = c->shares ? shares_text(d, n) : STR("");
    bool beside = beside_kind(c, n, shares);
    put_columns(d, row, n, col, shares.len && !beside ? end - (int)shares.len - 1 : end);
    int at = beside ? col + (int)view_kind(n).len + 1 : end - (int)shares.len;
    grid_put(d->grid, row, row.row, at, shares, ROLE_SHARED, 0);
}

static void put_row(NamesDraw *d, Rect row, uint32_t index) {
    const Branch *b = outline_branch(d->view->outline, index);
    const TraceNode *n = branch_node(b, d->view->moment);
    put_differs(d, row, b);
    put_mark(d, row, row.col + d->columns.differs, changes_of(d->changes, index));
    put_name(d, row, b, n);
    if (n)
        put_facts(d, row, n);
}

/* The cursor of the terminal stands on the selected row. */
static void put_cursor(const NamesDraw *d, Rect row) {
    const State *s = d->look->state;
    if (s->focus != PANE_NAMES)
        return;
    grid_look(d->grid, row, LOOK_SELECTED);
    d->grid->cursor_row = row.row;
    d->grid->cursor_col = row.col + d->columns.differs + d->columns.mark;
}

/* ---- the pane ---- */

static Str note_text(const State *s, Arena *a) {
    if (!s->hide.len)
        return str_printf(a, _("only %.*s"), STR_ARG(s->keep));
    if (!s->keep.len)
        return str_printf(a, _("without %.*s"), STR_ARG(s->hide));
    return str_printf(a, _("only %.*s, without %.*s"), STR_ARG(s->keep), STR_ARG(s->hide));
}

static void put_note(const NamesDraw *d) {
    Rect row = {d->r.row, d->r.col, 1, d->r.cols};
    put_cut(d, row, d->r.col + 1, note_text(d->look->state, d->look->scratch), ROLE_DIM);
}

static void put_nothing(const NamesDraw *d) {
    bool filtered = d->look->state->keep.len || d->look->state->hide.len;
    Rect row = {d->r.row + d->view->note, d->r.col, 1, d->r.cols};
    Str text = str_of(filtered ? _("(no name matches)") : _("(the graph is empty)"));
    put_cut(d, row, d->r.col + 1, text, ROLE_DIM);
}

static const Changes *changes_for(const Look *l, const Outline *o) {
    const Changes *c = l->state->changes;
    Moment since = look_since(l);
    if (c && changes_are(c, o, since, l->at.moment))
        return c;
    return changes_make(l->scratch, l->replay->trace, o, since, l->at.moment);
}

static void put_rows(NamesDraw *d) {
    const NamesView *v = d->view;
    uint32_t cursor = names_cursor(v), at = v->top;
    for (int i = 0; i < v->rows && at != BRANCH_NONE; i++, at = names_next(v, at)) {
        Rect row = {d->r.row + v->note + i, d->r.col, 1, d->r.cols};
        put_row(d, row, at);
        if (at == cursor)
            put_cursor(d, row);
    }
}

void names_draw(const Look *l, Rect r, Grid *g) {
    const Outlines *all = l->replay->outlines;
    const Outline *source = all ? outlines_at(all, l->at.moment, l->state->library) : NULL;
    const Outline *o = names_filtered(l->state, source, l->scratch);
    NamesView v = names_view(l->state, o, l->at.moment, r.rows);
    NamesDraw d = {.look = l, .view = &v, .other = look_other_names(l), .grid = g, .r = r};
    d.compared = COMPARED_MOST;
    d.columns = names_columns(r.cols, l->state->values, l->together);
    if (v.note)
        put_note(&d);
    if (v.top == BRANCH_NONE) {
        put_nothing(&d);
        return;
    }
    d.changes = changes_for(l, o);
    put_rows(&d);
}
