/* editor.c: what keys do in the text, and how it is drawn. */
#include "ui/editor.h"

#include "base/file.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ui/buffer.h"

enum {
    INDENT = 4,
    TAB_STOP = 8, /* a tab in the text reaches to the next multiple of it, as Python counts */
    WHEEL_ROWS = 3,
    HINT_ROWS = 3, /* a pane of at least so many rows has a row of hints */
};

struct Editor {
    Arena *arena;
    Buffer *text;
    Spot at;
    size_t goal;        /* column of the screen that Up and Down keep */
    Sink cut;           /* what Ctrl-K and Ctrl-U took, for Ctrl-Y */
    bool cutting;       /* the last key took something: the next one adds to it */
    bool pasting;       /* what comes is pasted text */
    Sink pasted;        /* of it, so far */
    Str note;           /* a sentence until the next key; empty: hints are shown */
    uint32_t top;       /* first row that is shown */
    size_t left;        /* first column that is shown */
    uint32_t page_rows; /* that PageDown goes */
};

/* ---- columns of the screen ---- */

/* Columns that the code point at *i takes when it begins at a column; moves *i behind it. */
static size_t advance(Str line, size_t *i, size_t column) {
    char room[SAFE_MOST];
    if (line.at[*i] == '\t') {
        ++*i;
        return TAB_STOP - column % TAB_STOP;
    }
    return utf8_columns(safe_next(line, i, room));
}

static size_t column_of(Str line, size_t col) {
    size_t column = 0;
    for (size_t i = 0; i < col && i < line.len;)
        column += advance(line, &i, column);
    return column;
}

/* The byte of the character that stands at a column, or the end. */
static uint32_t col_at(Str line, size_t column) {
    size_t i = 0, now = 0;
    while (i < line.len) {
        size_t next = i, width = advance(line, &next, now);
        if (now + width > column && width)
            break;
        now += width;
        i = next;
    }
    return (uint32_t)i;
}

static Str row_here(const Editor *e) {
    return buffer_row(e->text, e->at.row);
}

/* ---- moving ---- */

static void move_to(Editor *e, Spot s) {
    e->at = s;
    e->goal = column_of(row_here(e), s.col);
}

static void move_rows(Editor *e, int64_t n) {
    int64_t last = (int64_t)buffer_rows(e->text) - 1, row = (int64_t)e->at.row + n;
    e->at.row = (uint32_t)(row < 0 ? 0 : row > last ? last : row);
    e->at.col = col_at(row_here(e), e->goal);
}

static void go_up(Editor *e) {
    move_rows(e, -1);
}
static void go_down(Editor *e) {
    move_rows(e, 1);
}
static void page_up(Editor *e) {
    move_rows(e, -(int64_t)e->page_rows);
}
static void page_down(Editor *e) {
    move_rows(e, e->page_rows);
}
static void wheel_up(Editor *e) {
    move_rows(e, -WHEEL_ROWS);
}
static void wheel_down(Editor *e) {
    move_rows(e, WHEEL_ROWS);
}
static void go_left(Editor *e) {
    move_to(e, buffer_left(e->text, e->at));
}
static void go_right(Editor *e) {
    move_to(e, buffer_right(e->text, e->at));
}
static void word_left(Editor *e) {
    move_to(e, buffer_word_left(e->text, e->at));
}
static void word_right(Editor *e) {
    move_to(e, buffer_word_right(e->text, e->at));
}
static void go_first(Editor *e) {
    move_to(e, (Spot){0, 0});
}
static void go_last(Editor *e) {
    uint32_t row = buffer_rows(e->text) - 1;
    move_to(e, (Spot){row, (uint32_t)buffer_row(e->text, row).len});
}

/* Blanks and tabs at the beginning of a row. */
static uint32_t indentation(Str line) {
    uint32_t n = 0;
    while (n < line.len && (line.at[n] == ' ' || line.at[n] == '\t'))
        n++;
    return n;
}

/* To the first letter; from there to the very beginning. */
static void go_home(Editor *e) {
    uint32_t first = indentation(row_here(e));
    move_to(e, (Spot){e->at.row, e->at.col == first ? 0 : first});
}

static void go_end(Editor *e) {
    move_to(e, (Spot){e->at.row, (uint32_t)row_here(e).len});
}

/* ---- changing ---- */

/* Replaces a range, unless the program would become larger than one may be. */
static bool change(Editor *e, Spot from, Spot to, Str text) {
    if (text.len && buffer_size(e->text) + text.len > SOURCE_LIMIT) {
        e->note = str_of(_("A program may have at most 8 MiB: nothing more can be added."));
        return false;
    }
    move_to(e, buffer_replace(e->text, from, to, text));
    return true;
}

static void erase(Editor *e, Spot from, Spot to) {
    if (from.row != to.row || from.col != to.col)
        change(e, from, to, STR(""));
}

/* Backspace in the indentation goes back to the indentation before. */
static Spot unindented(const Editor *e) {
    Str line = row_here(e);
    uint32_t col = e->at.col, n = col % INDENT ? col % INDENT : INDENT;
    for (uint32_t i = 0; i < col; i++)
        if (line.at[i] != ' ')
            return buffer_left(e->text, e->at);
    return col ? (Spot){e->at.row, col - n} : buffer_left(e->text, e->at);
}

static void backspace(Editor *e) {
    erase(e, unindented(e), e->at);
}
static void delete_right(Editor *e) {
    erase(e, e->at, buffer_right(e->text, e->at));
}
static void word_back(Editor *e) {
    erase(e, buffer_word_left(e->text, e->at), e->at);
}
static void word_delete(Editor *e) {
    erase(e, e->at, buffer_word_right(e->text, e->at));
}

/* The new row begins with the blanks of this one, as far as the cursor. */
static void enter(Editor *e) {
    Str line = row_here(e);
    uint32_t n = indentation(line);
    Arena *scratch = arena_new(0);
    change(e, e->at, e->at,
           str_join2(scratch, STR("\n"), str_sub(line, 0, n < e->at.col ? n : e->at.col)));
    arena_free(scratch);
}

static void tab(Editor *e) {
    size_t n = INDENT - column_of(row_here(e), e->at.col) % INDENT;
    change(e, e->at, e->at, (Str){"    ", n});
}

/* The row's indentation becomes less by one; the cursor stays where it is in the words. */
static void back_tab(Editor *e) {
    Str line = row_here(e);
    uint32_t n = 0, col = e->at.col;
    while (n < INDENT && n < line.len && line.at[n] == ' ')
        n++;
    if (n == 0 && line.len && line.at[0] == '\t')
        n = 1;
    erase(e, (Spot){e->at.row, 0}, (Spot){e->at.row, n});
    move_to(e, (Spot){e->at.row, col > n ? col - n : 0});
}

/* Takes a range away, for Ctrl-Y. What several keys in a row take comes back as one. */
static void cut(Editor *e, Spot from, Spot to, bool in_front) {
    Str text = buffer_between(e->text, e->arena, from, to), before = sink_str(&e->cut);
    if (!text.len)
        return;
    if (!e->cutting)
        before = STR("");
    Sink all = sink_memory(e->arena);
    sink_put(&all, in_front ? text : before);
    sink_put(&all, in_front ? before : text);
    e->cut = all;
    erase(e, from, to);
}

/* To the end of the row; at its end, the row's end itself. */
static void cut_right(Editor *e) {
    Spot end = {e->at.row, (uint32_t)row_here(e).len};
    cut(e, e->at, end.col == e->at.col ? buffer_right(e->text, e->at) : end, false);
}

static void cut_left(Editor *e) {
    cut(e, (Spot){e->at.row, 0}, e->at, true);
}

static void paste(Editor *e) {
    if (e->cut.len)
        change(e, e->at, e->at, sink_str(&e->cut));
}

static void undo(Editor *e) {
    Spot s;
    if (buffer_undo(e->text, &s))
        move_to(e, s);
    else
        e->note = str_of(_("There is nothing to undo."));
}

static void redo(Editor *e) {
    Spot s;
    if (buffer_redo(e->text, &s))
        move_to(e, s);
    else
        e->note = str_of(_("There is nothing to redo."));
}

static void insert(Editor *e, uint32_t cp) {
    char bytes[4];
    change(e, e->at, e->at, (Str){bytes, utf8_put(bytes, cp)});
}

/* ---- keys ---- */

#define CTRL(letter) ((letter)&31)
#define ALT(key) ((int32_t)(key) | KEYCODE_ALT)

typedef struct Binding {
    int32_t code;
    void (*act)(Editor *e);
} Binding;

static const Binding bindings[] = {
    {KEYCODE_UP, go_up},
    {CTRL('P'), go_up},
    {KEYCODE_DOWN, go_down},
    {CTRL('N'), go_down},
    {KEYCODE_LEFT, go_left},
    {CTRL('B'), go_left},
    {KEYCODE_RIGHT, go_right},
    {CTRL('F'), go_right},
    {ALT(KEYCODE_LEFT), word_left},
    {ALT('b'), word_left},
    {ALT(KEYCODE_RIGHT), word_right},
    {ALT('f'), word_right},
    {KEYCODE_HOME, go_home},
    {CTRL('A'), go_home},
    {KEYCODE_END, go_end},
    {CTRL('E'), go_end},
    {KEYCODE_PAGE_UP, page_up},
    {ALT('v'), page_up},
    {KEYCODE_PAGE_DOWN, page_down},
    {CTRL('V'), page_down},
    {KEYCODE_WHEEL_UP, wheel_up},
    {KEYCODE_WHEEL_DOWN, wheel_down},
    {ALT('<'), go_first},
    {ALT('>'), go_last},
    {KEYCODE_BACKSPACE, backspace},
    {CTRL('H'), backspace},
    {127, backspace},
    {KEYCODE_DELETE, delete_right},
    {CTRL('D'), delete_right},
    {CTRL('W'), word_back},
    {ALT(KEYCODE_BACKSPACE), word_back},
    {ALT('d'), word_delete},
    {CTRL('M'), enter},
    {CTRL('J'), enter},
    {CTRL('I'), tab},
    {KEYCODE_BACKTAB, back_tab},
    {CTRL('K'), cut_right},
    {CTRL('U'), cut_left},
    {CTRL('Y'), paste},
    {CTRL('_'), undo},
    {ALT('u'), undo},
    {ALT('e'), redo},
};

static const Binding *binding_of(int32_t code) {
    for (size_t i = 0; i < sizeof bindings / sizeof *bindings; i++)
        if (bindings[i].code == code)
            return &bindings[i];
    return NULL;
}

/* A character that may stand in a program: no control character, no surrogate. */
static bool is_text(int32_t code) {
    return code >= ' ' && code < 0x110000 && !(code >= 127 && code < 0xa0) &&
           !(code >= 0xd800 && code < 0xe000);
}

static EditorDone leaves(int32_t code) {
    return code == CTRL('[') || code == CTRL('R') ? EDITOR_RUN
           : code == CTRL('C')                    ? EDITOR_CANCEL
           : code == CTRL('G')                    ? EDITOR_EXTERNAL
                                                  : EDITOR_GOES_ON;
}

/* Pasted text comes in as it is, at once, and is undone at once. True: the key was of it. */
static bool takes_paste(Editor *e, int32_t code) {
    char bytes[4];
    if (code == KEYCODE_PASTE) {
        e->pasted = sink_memory(e->arena);
        e->pasting = true;
    } else if (!e->pasting) {
        return code == KEYCODE_PASTE_END;
    } else if (code == KEYCODE_PASTE_END || code == CTRL('[') || code == CTRL('C')) {
        e->pasting = false;
        change(e, e->at, e->at, sink_str(&e->pasted));
    } else if (code == '\r' || code == '\n' || code == '\t') {
        sink_char(&e->pasted, code == '\t' ? '\t' : '\n');
    } else if (is_text(code) && e->pasted.len <= SOURCE_LIMIT) {
        sink_put(&e->pasted, (Str){bytes, utf8_put(bytes, (uint32_t)code)});
    }
    return true;
}

EditorDone editor_key(Editor *e, Key key) {
    const Binding *b = binding_of(key.code);
    e->note = STR("");
    if (takes_paste(e, key.code))
        return EDITOR_GOES_ON;
    if (b)
        b->act(e);
    else if (is_text(key.code))
        insert(e, (uint32_t)key.code);
    e->cutting = b && (b->act == cut_right || b->act == cut_left);
    return leaves(key.code);
}

Editor *editor_make(Arena *a, Str text, uint32_t line) {
    Editor *e = ARENA_NEW(a, Editor);
    *e = (Editor){.arena = a, .text = buffer_make(a, text), .cut = sink_memory(a), .page_rows = 10};
    move_rows(e, (int64_t)line - 1);
    move_to(e, (Spot){e->at.row, indentation(row_here(e))});
    return e;
}

Str editor_text(const Editor *e, Arena *a) {
    return buffer_text(e->text, a);
}

bool editor_changed(const Editor *e) {
    return buffer_changed(e->text);
}

uint32_t editor_line(const Editor *e) {
    return e->at.row + 1;
}

/* ---- drawing ---- */

/* Columns in front of the text. */
static int gutter(const Editor *e, bool numbers) {
    int digits = 1;
    for (uint32_t n = buffer_rows(e->text); n >= 10; n /= 10)
        digits++;
    return numbers ? (digits < 3 ? 3 : digits) + 1 : 0;
}

/* Where the text is, within the pane. */
static Rect text_rect(const Editor *e, Rect r, bool numbers) {
    int left = gutter(e, numbers);
    if (left >= r.cols)
        left = 0;
    return (Rect){r.row, r.col + left, r.rows >= HINT_ROWS ? r.rows - 1 : r.rows, r.cols - left};
}

/* Scrolls so that the cursor is shown. */
static void scroll(Editor *e, Rect r) {
    uint32_t rows = (uint32_t)r.rows;
    size_t cols = (size_t)r.cols, column = column_of(row_here(e), e->at.col);
    e->page_rows = rows > 1 ? rows - 1 : 1;
    if (e->at.row < e->top)
        e->top = e->at.row;
    if (e->at.row - e->top >= rows)
        e->top = e->at.row - rows + 1;
    if (column < cols)
        e->left = 0;
    else if (column < e->left || column - e->left >= cols)
        e->left = column - cols / 2;
}

static void draw_row(const Editor *e, Grid *g, Rect r, int row, Str line) {
    size_t column = 0, end = e->left + (size_t)r.cols;
    for (size_t i = 0; i < line.len && column < end;) {
        size_t from = i, width = advance(line, &i, column);
        if (line.at[from] != '\t' && column + width >= e->left)
            grid_put(g, r, row, r.col + (int)column - (int)e->left, str_sub(line, from, i),
                     ROLE_CODE, 0);
        column += width;
    }
}

static void draw_hints(const Editor *e, Grid *g, Rect r) {
    static const char *const hints[] = {
        "Esc",     N_("run"), "Ctrl-C",   N_("cancel"), "Ctrl-_",  N_("undo"), "Ctrl-G",
        "$EDITOR", "Alt-E",   N_("redo"), "Ctrl-K",     N_("cut"), "Ctrl-Y",   N_("paste"),
    };
    int row = r.row + r.rows - 1, col = r.col;
    if (e->note.len) {
        grid_put(g, r, row, col, e->note, ROLE_ERROR, 0);
        return;
    }
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i += 2) {
        Str label = str_of(hints[i]), what = str_of(gettext(hints[i + 1]));
        if (col + (int)(label.len + 1 + utf8_columns(what)) > r.col + r.cols)
            return;
        col = grid_put(g, r, row, col, label, ROLE_KEY, 0) + 1;
        col = grid_put(g, r, row, col, what, ROLE_DIM, 0) + 2;
    }
}

static void draw_number(const Editor *e, Grid *g, Rect r, Rect text, int row, uint32_t line) {
    char digits[16];
    int width = text.col - r.col - 1;
    if (width <= 0)
        return;
    int len = snprintf(digits, sizeof digits, "%*u", width, line);
    grid_put(g, r, row, r.col, (Str){digits, (size_t)len},
             line == e->at.row + 1 ? ROLE_HERE : ROLE_DIM, 0);
}

void editor_follow(Editor *e, Rect r, bool numbers) {
    Rect text = text_rect(e, r, numbers);
    if (text.rows > 0 && text.cols > 0)
        scroll(e, text);
}

static void draw_followed(const Editor *e, Grid *g, Rect r, bool numbers) {
    Rect text = text_rect(e, r, numbers);
    if (text.rows < 1 || text.cols < 1)
        return;
    for (int i = 0; i < text.rows && e->top + (uint32_t)i < buffer_rows(e->text); i++) {
        uint32_t row = e->top + (uint32_t)i;
        draw_number(e, g, r, text, text.row + i, row + 1);
        draw_row(e, g, text, text.row + i, buffer_row(e->text, row));
    }
    if (text.rows < r.rows)
        draw_hints(e, g, r);
    g->cursor_row = text.row + (int)(e->at.row - e->top);
    g->cursor_col = text.col + (int)(column_of(row_here(e), e->at.col) - e->left);
    g->cursor_shown = true;
}

void editor_draw(const Editor *e, Grid *g, Rect r, bool numbers) {
    Editor followed = *e;
    editor_follow(&followed, r, numbers);
    draw_followed(&followed, g, r, numbers);
}

void editor_click(Editor *e, Rect r, int row, int col, bool numbers) {
    Rect text = text_rect(e, r, numbers);
    if (row < text.row || row >= text.row + text.rows || text.cols < 1)
        return;
    uint32_t last = buffer_rows(e->text) - 1, line = e->top + (uint32_t)(row - text.row);
    size_t column = col < text.col ? 0 : (size_t)(col - text.col) + e->left;
    e->at.row = line > last ? last : line;
    move_to(e, (Spot){e->at.row, col_at(row_here(e), column)});
    e->note = STR("");
    e->cutting = false;
}
