#include "ui/buffer.h"

#include <string.h>

#include "base/log.h"
#include "base/sink.h"
#include "base/utf8.h"

enum { JOINED_MOST = 64 }; /* bytes of typing that are undone at once */

typedef struct Row {
    const char *at;
    uint32_t len;
    uint32_t cap; /* 0: the bytes belong to somebody else, and are copied before they change */
} Row;

typedef struct Change {
    Spot from;
    Str removed, inserted;
} Change;

struct Buffer {
    Arena *arena;
    Str first; /* the text as it was at first */
    Row *rows;
    uint32_t nrows, cap;
    size_t size;
    Log changes;     /* Change */
    size_t nchanges; /* that hold; what lies behind was undone */
};

/* ---- rows ---- */

static void make_room(Buffer *b, uint32_t nrows) {
    if (nrows <= b->cap)
        return;
    uint32_t cap = nrows + nrows / 2 + 8;
    Row *rows = ARENA_ARRAY(b->arena, cap, Row);
    if (b->nrows)
        memcpy(rows, b->rows, b->nrows * sizeof *rows);
    b->rows = rows;
    b->cap = cap;
}

static uint32_t count_rows(Str text) {
    uint32_t n = 1;
    for (size_t i = 0; i < text.len; i++)
        n += text.at[i] == '\n';
    return n;
}

/* Takes the first line off *text. */
static Str take_line(Str *text) {
    const char *end = text->len ? memchr(text->at, '\n', text->len) : NULL;
    size_t len = end ? (size_t)(end - text->at) : text->len;
    Str line = str_sub(*text, 0, len);
    *text = str_sub(*text, len + (end != NULL), text->len);
    return line;
}

Buffer *buffer_make(Arena *a, Str text) {
    Buffer *b = ARENA_NEW(a, Buffer);
    *b = (Buffer){.arena = a, .first = text, .size = text.len};
    b->changes = log_make(a, sizeof(Change));
    uint32_t n = count_rows(text);
    make_room(b, n);
    for (; b->nrows < n; b->nrows++) {
        Str line = take_line(&text);
        b->rows[b->nrows] = (Row){line.at, (uint32_t)line.len, 0};
    }
    return b;
}

uint32_t buffer_rows(const Buffer *b) {
    return b->nrows;
}

Str buffer_row(const Buffer *b, uint32_t row) {
    return row < b->nrows ? (Str){b->rows[row].at, b->rows[row].len} : STR("");
}

size_t buffer_size(const Buffer *b) {
    return b->size;
}

Str buffer_between(const Buffer *b, Arena *a, Spot from, Spot to) {
    Sink out = sink_memory(a);
    for (uint32_t row = from.row; row <= to.row; row++) {
        Str line = buffer_row(b, row);
        sink_put(&out,
                 str_sub(line, row == from.row ? from.col : 0, row == to.row ? to.col : line.len));
        if (row < to.row)
            sink_char(&out, '\n');
    }
    return sink_str(&out);
}

static Spot last_spot(const Buffer *b) {
    return (Spot){b->nrows - 1, b->rows[b->nrows - 1].len};
}

Str buffer_text(const Buffer *b, Arena *a) {
    return buffer_between(b, a, (Spot){0, 0}, last_spot(b));
}

bool buffer_changed(const Buffer *b) {
    Str rest = b->first;
    if (rest.len != b->size)
        return true;
    for (uint32_t i = 0; i < b->nrows; i++)
        if (!str_eq(take_line(&rest), buffer_row(b, i)))
            return true;
    return false;
}

/* ---- replacing ---- */

/* Replaces bytes of one row. */
static void splice(Buffer *b, uint32_t index, uint32_t from, uint32_t to, Str text) {
    Row *row = &b->rows[index];
    uint32_t rest = row->len - to, len = from + (uint32_t)text.len + rest;
    char *bytes = (char *)row->at;
    if (len > row->cap) {
        uint32_t cap = len + len / 2 + 16;
        bytes = ARENA_ARRAY(b->arena, cap, char);
        if (from)
            memcpy(bytes, row->at, from);
        row->cap = cap;
    }
    if (rest)
        memmove(bytes + from + text.len, row->at + to, rest);
    if (text.len)
        memcpy(bytes + from, text.at, text.len);
    row->at = bytes;
    row->len = len;
}

/* Rows from … from + gone - 1 make room for `come` empty ones. */
static void replace_rows(Buffer *b, uint32_t from, uint32_t gone, uint32_t come) {
    make_room(b, b->nrows - gone + come);
    memmove(b->rows + from + come, b->rows + from + gone,
            (b->nrows - from - gone) * sizeof *b->rows);
    if (come)
        memset(b->rows + from, 0, come * sizeof *b->rows);
    b->nrows = b->nrows - gone + come;
}

static Spot replace(Buffer *b, Spot from, Spot to, Str text) {
    Arena *scratch = arena_new(0);
    Row *last = &b->rows[to.row];
    Str tail = str_dup(scratch, (Str){last->at + to.col, last->len - to.col});
    uint32_t come = count_rows(text) - 1;
    bool within = from.row == to.row && come == 0;
    if (!within)
        replace_rows(b, from.row + 1, to.row - from.row, come);
    splice(b, from.row, from.col, within ? to.col : b->rows[from.row].len, take_line(&text));
    Spot end = {from.row + come, within ? b->rows[from.row].len - (uint32_t)tail.len : 0};
    for (uint32_t row = from.row + 1; row <= end.row; row++)
        splice(b, row, 0, 0, take_line(&text));
    if (!within) {
        end.col = b->rows[end.row].len;
        splice(b, end.row, end.col, end.col, tail);
    }
    arena_free(scratch);
    return end;
}

/* The spot behind a text that begins at one. */
static Spot behind(Spot s, Str text) {
    for (size_t i = 0; i < text.len; i++)
        s = text.at[i] == '\n' ? (Spot){s.row + 1, 0} : (Spot){s.row, s.col + 1};
    return s;
}

static bool same_spot(Spot x, Spot y) {
    return x.row == y.row && x.col == y.col;
}

static bool one_word(Str s) {
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] == '\n' || s.at[i] == ' ')
            return false;
    return s.len > 0;
}

/* Typing goes on: the change becomes part of the one before. */
static bool join(Buffer *b, const Change *c) {
    Change *last = b->nchanges ? LOG_AT(&b->changes, Change, b->nchanges - 1) : NULL;
    if (!last || last->removed.len + last->inserted.len > JOINED_MOST)
        return false;
    if (!c->removed.len && !last->removed.len && one_word(c->inserted) &&
        one_word(last->inserted) && same_spot(behind(last->from, last->inserted), c->from)) {
        last->inserted = str_join2(b->arena, last->inserted, c->inserted);
        return true;
    }
    if (c->inserted.len || last->inserted.len || !one_word(c->removed) ||
        !one_word(last->removed) || !same_spot(behind(c->from, c->removed), last->from))
        return false;
    last->removed = str_join2(b->arena, c->removed, last->removed);
    last->from = c->from;
    return true;
}

static void remember(Buffer *b, Change c) {
    if (!join(b, &c)) {
        if (b->nchanges == b->changes.count)
            log_push(&b->changes);
        *LOG_AT(&b->changes, Change, b->nchanges++) = c;
    }
    /* What was undone cannot be done again: it stays in the log, but as nothing. */
    for (size_t i = b->nchanges; i < b->changes.count; i++)
        *LOG_AT(&b->changes, Change, i) = (Change){0};
}

Spot buffer_replace(Buffer *b, Spot from, Spot to, Str text) {
    Change c = {from, buffer_between(b, b->arena, from, to), str_dup(b->arena, text)};
    b->size += c.inserted.len;
    b->size -= c.removed.len;
    remember(b, c);
    return replace(b, from, to, c.inserted);
}

bool buffer_undo(Buffer *b, Spot *cursor) {
    if (b->nchanges == 0)
        return false;
    Change *c = LOG_AT(&b->changes, Change, --b->nchanges);
    *cursor = replace(b, c->from, behind(c->from, c->inserted), c->removed);
    b->size += c->removed.len;
    b->size -= c->inserted.len;
    return true;
}

bool buffer_redo(Buffer *b, Spot *cursor) {
    Change *c = b->nchanges < b->changes.count ? LOG_AT(&b->changes, Change, b->nchanges) : NULL;
    if (!c || (!c->removed.len && !c->inserted.len))
        return false;
    b->nchanges++;
    *cursor = replace(b, c->from, behind(c->from, c->removed), c->inserted);
    b->size += c->inserted.len;
    b->size -= c->removed.len;
    return true;
}

/* ---- spots ---- */

static uint32_t code_at(Str line, size_t i) {
    return i < line.len ? utf8_next(line, &i) : 0;
}

Spot buffer_right(const Buffer *b, Spot s) {
    Str line = buffer_row(b, s.row);
    size_t i = s.col;
    if (i >= line.len)
        return s.row + 1 < b->nrows ? (Spot){s.row + 1, 0} : s;
    utf8_next(line, &i);
    while (i < line.len && utf8_width(code_at(line, i)) == 0)
        utf8_next(line, &i);
    return (Spot){s.row, (uint32_t)i};
}

/* The beginning of the code point that ends at byte i > 0. */
static size_t code_before(Str line, size_t i) {
    size_t at = i - 1;
    while (at > 0 && i - at < 4 && ((unsigned char)line.at[at] & 0xc0) == 0x80)
        at--;
    size_t end = at;
    utf8_next(line, &end);
    return end == i ? at : i - 1;
}

Spot buffer_left(const Buffer *b, Spot s) {
    Str line = buffer_row(b, s.row);
    if (s.col == 0)
        return s.row ? (Spot){s.row - 1, b->rows[s.row - 1].len} : s;
    size_t i = code_before(line, s.col);
    while (i > 0 && utf8_width(code_at(line, i)) == 0)
        i = code_before(line, i);
    return (Spot){s.row, (uint32_t)i};
}

/* Letters, digits, underscores, and whatever is no ASCII. */
static bool of_word(uint32_t cp) {
    return (cp >= '0' && cp <= '9') || (cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z') ||
           cp == '_' || cp >= 0x80;
}

static bool word_at(const Buffer *b, Spot s) {
    return of_word(code_at(buffer_row(b, s.row), s.col));
}

Spot buffer_word_right(const Buffer *b, Spot s) {
    Spot end = last_spot(b);
    while (!same_spot(s, end) && !word_at(b, s))
        s = buffer_right(b, s);
    while (!same_spot(s, end) && word_at(b, s))
        s = buffer_right(b, s);
    return s;
}

Spot buffer_word_left(const Buffer *b, Spot s) {
    Spot first = {0, 0};
    while (!same_spot(s, first) && !word_at(b, buffer_left(b, s)))
        s = buffer_left(b, s);
    while (!same_spot(s, first) && word_at(b, buffer_left(b, s)))
        s = buffer_left(b, s);
    return s;
}
