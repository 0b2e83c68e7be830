#include "base/grid.h"

#include "base/utf8.h"

const char *role_name(Role role) {
    static const char *const names[] = {
#define ROLE(ID, name) name,
#include "base/role.def"
#undef ROLE
    };
    _Static_assert(sizeof names / sizeof *names == ROLE_COUNT, "one name a role");
    return names[role];
}

static const Glyph blank = {.cp = ' ', .width = 1, .role = ROLE_TEXT};

Grid *grid_make(Arena *a, int rows, int cols) {
    Grid *g = ARENA_NEW(a, Grid);
    g->rows = rows < 1 ? 1 : rows;
    g->cols = cols < 1 ? 1 : cols;
    g->at = ARENA_ARRAY(a, (size_t)g->rows * (size_t)g->cols, Glyph);
    grid_clear(g);
    return g;
}

void grid_clear(Grid *g) {
    size_t n = (size_t)g->rows * (size_t)g->cols;
    for (size_t i = 0; i < n; i++)
        g->at[i] = blank;
    g->cursor_row = g->cursor_col = -1;
    g->cursor_shown = false;
}

Glyph *grid_at(const Grid *g, int row, int col) {
    bool inside = row >= 0 && col >= 0 && row < g->rows && col < g->cols;
    return inside ? &g->at[(size_t)row * (size_t)g->cols + (size_t)col] : NULL;
}

bool grid_same(const Glyph *x, const Glyph *y) {
    for (int i = 0; i < GLYPH_MARKS; i++)
        if (x->mark[i] != y->mark[i])
            return false;
    return x->cp == y->cp && x->width == y->width && x->role == y->role && x->look == y->look;
}

/* ---- putting ---- */

/* A glyph that is written over takes its other half with it. */
static void break_wide(Grid *g, int row, int col) {
    Glyph *old = grid_at(g, row, col);
    Glyph *other = !old              ? NULL
                   : old->width == 0 ? grid_at(g, row, col - 1)
                   : old->width == 2 ? grid_at(g, row, col + 1)
                                     : NULL;
    if (other) {
        other->cp = ' ';
        other->width = 1;
        other->mark[0] = other->mark[1] = 0;
    }
}

static bool inside(const Grid *g, Rect clip, int row, int col) {
    return grid_at(g, row, col) && row >= clip.row && row < clip.row + clip.rows &&
           col >= clip.col && col < clip.col + clip.cols;
}

static void set(Grid *g, int row, int col, Glyph glyph) {
    break_wide(g, row, col);
    *grid_at(g, row, col) = glyph;
}

/* Puts one glyph; half a wide one becomes a blank. */
static void put_glyph(Grid *g, Rect clip, int row, int col, Glyph glyph) {
    bool left = inside(g, clip, row, col);
    bool right = glyph.width == 2 && inside(g, clip, row, col + 1);
    Glyph half = glyph;
    if (glyph.width == 2 && left != right) {
        half.cp = ' ';
        half.width = 1;
        set(g, row, left ? col : col + 1, half);
        return;
    }
    if (!left)
        return;
    if (right) {
        half.cp = 0;
        half.width = 0;
        set(g, row, col + 1, half);
    }
    set(g, row, col, glyph);
}

static void join_mark(Grid *g, Rect clip, int row, int col, uint32_t cp) {
    Glyph *before = inside(g, clip, row, col - 1) ? grid_at(g, row, col - 1) : NULL;
    if (before && before->width == 0)
        before = grid_at(g, row, col - 2);
    for (int i = 0; before && i < GLYPH_MARKS; i++) {
        if (before->mark[i])
            continue;
        before->mark[i] = cp;
        return;
    }
}

/* Puts text that was made safe. */
static int put_safe(Grid *g, Rect clip, int row, int col, Str text, Role role, int look) {
    for (size_t i = 0; i < text.len;) {
        uint32_t cp = utf8_next(text, &i);
        int width = utf8_width(cp);
        if (width == 0) {
            join_mark(g, clip, row, col, cp);
            continue;
        }
        Glyph glyph = {width < 0 ? 0xfffd : cp, {0}, 1, (uint8_t)role, (uint8_t)look};
        glyph.width = width == 2 ? 2 : 1;
        put_glyph(g, clip, row, col, glyph);
        col += glyph.width;
    }
    return col;
}

int grid_put(Grid *g, Rect clip, int row, int col, Str text, Role role, int look) {
    for (size_t i = 0; i < text.len && text.at[i] != '\n' && col < g->cols;) {
        char room[SAFE_MOST];
        Str piece = safe_next(text, &i, room);
        col = put_safe(g, clip, row, col, str_is(piece, "\t") ? STR(" ") : piece, role, look);
    }
    return col;
}

int grid_put_z(Grid *g, int row, int col, const char *text, Role role, int look) {
    return grid_put(g, (Rect){0, 0, g->rows, g->cols}, row, col, str_of(text), role, look);
}

void grid_repeat(Grid *g, Rect clip, int row, int col, int n, uint32_t cp, Role role, int look) {
    Glyph glyph = {cp, {0}, 1, (uint8_t)role, (uint8_t)look};
    for (int i = 0; i < n && col + i < g->cols; i++)
        put_glyph(g, clip, row, col + i, glyph);
}

void grid_look(Grid *g, Rect r, int look) {
    for (int row = r.row; row < r.row + r.rows && row < g->rows; row++)
        for (int col = r.col; col < r.col + r.cols && col < g->cols; col++)
            if (grid_at(g, row, col))
                grid_at(g, row, col)->look |= (uint8_t)look;
}

/* ---- reading ---- */

static void put_cp(Sink *out, uint32_t cp) {
    char bytes[4];
    sink_put(out, (Str){bytes, utf8_put(bytes, cp)});
}

/* The columns of a row that hold more than blanks without a look. */
static int used_cols(const Grid *g, int row) {
    int n = g->cols;
    while (n > 0 && grid_at(g, row, n - 1)->cp == ' ')
        n--;
    return n;
}

static void row_text(const Grid *g, int row, Sink *out) {
    int n = used_cols(g, row);
    for (int col = 0; col < n; col++) {
        const Glyph *glyph = grid_at(g, row, col);
        if (glyph->width > 0)
            put_cp(out, glyph->cp);
        for (int i = 0; i < GLYPH_MARKS && glyph->mark[i]; i++)
            put_cp(out, glyph->mark[i]);
    }
    sink_char(out, '\n');
}

void grid_text(const Grid *g, Sink *out) {
    for (int row = 0; row < g->rows; row++)
        row_text(g, row, out);
}

/* One letter a role, in the order of role.def; what is selected, bold or underlined is told apart
 * by a sign instead. */
static char letter_of(const Glyph *glyph) {
    static const char letters[] = "T.=csvotlnx&!gfbkphN?";
    _Static_assert(sizeof letters - 1 == ROLE_COUNT, "one letter a role");
    if (glyph->look & LOOK_SELECTED)
        return '#';
    if (glyph->look & LOOK_UNDERLINE)
        return '_';
    if (glyph->look & LOOK_BOLD)
        return 'B';
    return glyph->role == ROLE_TEXT ? ' ' : letters[glyph->role];
}

static void row_looks(const Grid *g, int row, Sink *out) {
    int n = g->cols;
    while (n > 0 && letter_of(grid_at(g, row, n - 1)) == ' ')
        n--;
    if (n == 0)
        return;
    sink_char(out, '~');
    for (int col = 0; col < n; col++)
        sink_char(out, letter_of(grid_at(g, row, col)));
    sink_char(out, '\n');
}

void grid_dump(const Grid *g, Sink *out) {
    for (int row = 0; row < g->rows; row++) {
        row_text(g, row, out);
        row_looks(g, row, out);
    }
}
