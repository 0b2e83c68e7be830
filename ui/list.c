#include "ui/list.h"

#include "ui/look.h"
#include "view/wrap.h"

List *list_begin(Arena *a, int cols) {
    List *l = ARENA_NEW(a, List);
    *l = (List){.arena = a,
                .cols = cols < 1 ? 1 : cols,
                .rows = doc_make(a),
                .items = log_make(a, sizeof(ListItem))};
    return l;
}

void list_add(List *l, int id, const Doc *text) {
    size_t first = l->rows->lines.count;
    if (l->indent > 0 && id != LIST_HEADING)
        doc_wrap_indented(l->rows, text, (size_t)l->cols, (size_t)l->indent);
    else
        doc_wrap(l->rows, text, (size_t)l->cols);
    *LOG_PUSH(&l->items, ListItem) = (ListItem){first, l->rows->lines.count - first, id};
}

const ListItem *list_item(const List *l, int64_t index) {
    bool there = index >= 0 && (uint64_t)index < l->items.count;
    return there ? LOG_AT(&l->items, ListItem, (size_t)index) : NULL;
}

/* The next item that can be selected, from index on, in steps of 1 or -1; -1: none. */
static int64_t next_selectable(const List *l, int64_t index, int step) {
    for (const ListItem *item; (item = list_item(l, index)); index += step)
        if (item->id != LIST_HEADING)
            return index;
    return -1;
}

static int64_t last_item(const List *l) {
    return (int64_t)l->items.count - 1;
}

int64_t list_selectable(const List *l, int64_t index) {
    index = index < 0 ? 0 : index > last_item(l) ? last_item(l) : index;
    int64_t at = next_selectable(l, index, 1);
    return at >= 0 ? at : next_selectable(l, index, -1);
}

/* ---- moving ---- */

Rect list_rect(const State *s) {
    int above = s->layout.title.rows, below = s->layout.footer.rows;
    if (s->rows - above - below < 2)
        above = below = 0;
    return (Rect){above, 0, s->rows - above - below, s->cols};
}

/* Rows of the list that are seen: all but the line that finds. */
static int seen_rows(Rect r) {
    return r.rows > 1 ? r.rows - 1 : r.rows;
}

/* The first row that is shown so that the selected item is seen; of a heading above it, that too.
 * An item that is higher than what is seen is scrolled through. */
static int64_t top_of(const List *l, int64_t top, int64_t selected, int rows) {
    const ListItem *item = list_item(l, selected);
    int64_t most = (int64_t)l->rows->lines.count - rows;
    if (item) {
        const ListItem *above = list_item(l, selected - 1);
        int64_t first = (int64_t)item->first, end = first + (int64_t)item->count;
        if (item->count > (size_t)rows)
            return top < first ? first : top > end - rows ? end - rows : top;
        top = end - rows > top ? end - rows : top;
        first -= above && above->id == LIST_HEADING && rows > 2 ? (int64_t)above->count : 0;
        top = first < top ? first : top;
    }
    top = top > most ? most : top;
    return top < 0 ? 0 : top;
}

void list_follow(const List *l, State *s) {
    s->list_selected = list_selectable(l, s->list_selected);
    s->list_top = top_of(l, s->list_top, s->list_selected, seen_rows(list_rect(s)));
}

static void move(const List *l, State *s, int64_t by) {
    int step = by < 0 ? -1 : 1;
    int64_t at = list_selectable(l, s->list_selected);
    for (; by != 0; by -= step) {
        int64_t next = next_selectable(l, at + step, step);
        at = next >= 0 ? next : at;
    }
    s->list_selected = at;
    if (step < 0 && next_selectable(l, at - 1, -1) < 0)
        s->list_top = 0;
}

/* Within an item that is higher than what is seen. False: its end is seen already. */
static bool scroll(const List *l, State *s, int by) {
    int rows = seen_rows(list_rect(s));
    const ListItem *item = list_item(l, list_selectable(l, s->list_selected));
    int64_t top = s->list_top + by;
    if (!item || item->count <= (size_t)rows || top < (int64_t)item->first ||
        top > (int64_t)(item->first + item->count) - rows)
        return false;
    s->list_top = top;
    return true;
}

static void move_row(const List *l, State *s, int by) {
    if (!scroll(l, s, by))
        move(l, s, by);
}

static void click(const List *l, State *s, Key key) {
    Rect r = list_rect(s);
    int64_t row = s->list_top + key.row - r.row - (r.rows > 1 ? 1 : 0);
    for (int64_t i = 0; i <= last_item(l); i++) {
        const ListItem *item = list_item(l, i);
        if (item->id != LIST_HEADING && row >= (int64_t)item->first &&
            row < (int64_t)(item->first + item->count))
            s->list_selected = i;
    }
}

enum { WHEEL_ROWS = 3 };

/* Home and End belong to the line that is typed, once there is one. */
static bool move_end(const List *l, State *s, Key key) {
    if (prompt_text(&s->prompt).len)
        return false;
    int64_t all = last_item(l) + 1;
    move(l, s, key.code == KEYCODE_HOME ? -all : all);
    return true;
}

bool list_key(const List *l, State *s, Key key) {
    int page = seen_rows(list_rect(s));
    switch (key.code) {
    case KEYCODE_HOME:
    case KEYCODE_END:
        if (!move_end(l, s, key))
            return false;
        break;
    case KEYCODE_UP: move_row(l, s, -1); break;
    case KEYCODE_DOWN: move_row(l, s, 1); break;
    case KEYCODE_PAGE_UP: move(l, s, -page); break;
    case KEYCODE_PAGE_DOWN: move(l, s, page); break;
    case KEYCODE_WHEEL_UP: move(l, s, -WHEEL_ROWS); break;
    case KEYCODE_WHEEL_DOWN: move(l, s, WHEEL_ROWS); break;
    case KEYCODE_CLICK:
    case KEYCODE_DOUBLE_CLICK: click(l, s, key); break;
    default: return false;
    }
    list_follow(l, s);
    return true;
}

/* ---- drawing ---- */

static void draw_head(const State *s, const char *title, Grid *g, Rect r) {
    grid_repeat(g, r, r.row, r.col, r.cols, ' ', ROLE_BAR, 0);
    int col = grid_put(g, r, r.row, r.col, str_of(title), ROLE_TITLE, LOOK_BOLD);
    Rect rest = {r.row, col + 1, 1, r.col + r.cols - col - 1};
    prompt_draw(&s->prompt, g, rest);
}

void list_draw(const List *l, const State *s, const char *title, Grid *g, Rect r) {
    if (r.rows < 1 || r.cols < 1)
        return;
    for (int row = 0; row < r.rows; row++)
        grid_repeat(g, r, r.row + row, r.col, r.cols, ' ', ROLE_TEXT, 0);
    int rows = seen_rows(r), first = r.row + r.rows - rows;
    int64_t selected = list_selectable(l, s->list_selected);
    int64_t top = top_of(l, s->list_top, selected, rows);
    const ListItem *item = list_item(l, selected);
    for (int row = 0; row < rows; row++) {
        Rect at = {first + row, r.col, 1, r.cols};
        size_t index = (size_t)(top + row);
        if (index < l->rows->lines.count)
            look_draw_line(l->rows, index, at, at.row, g);
        if (item && index >= item->first && index < item->first + item->count)
            grid_look(g, at, LOOK_SELECTED);
    }
    if (r.rows > 1)
        draw_head(s, title, g, (Rect){r.row, r.col, 1, r.cols});
}

/* ---- finding ---- */

static Str lower(Arena *a, Str s) {
    Str copy = str_dup(a, s);
    for (char *c = (char *)copy.at, *end = c + copy.len; c < end; c++)
        if (*c >= 'A' && *c <= 'Z')
            *c += 'a' - 'A';
    return copy;
}

static bool is_letter(Str s, size_t at) {
    char c = at < s.len ? s.at[at] : ' ';
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80);
}

static bool has_word(Str text, Str word) {
    for (ptrdiff_t at = -1; (at = str_find(text, word, (size_t)(at + 1))) >= 0;) {
        bool apart = at == 0 || !is_letter(text, (size_t)at - 1);
        if (word.len > 1 || (apart && !is_letter(text, (size_t)at + 1)))
            return true;
    }
    return false;
}

bool list_matches(Arena *scratch, Str text, Str query) {
    Str small = lower(scratch, text);
    for (size_t i = 0; i < query.len;) {
        size_t end = i;
        while (end < query.len && query.at[end] != ' ')
            end++;
        Str word = str_sub(query, i, end);
        bool there = word.len > 1 ? has_word(small, lower(scratch, word)) : has_word(text, word);
        if (word.len > 0 && !there)
            return false;
        i = end + 1;
    }
    return true;
}
