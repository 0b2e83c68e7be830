#include "view/wrap.h"

#include <stdarg.h>

#include "base/utf8.h"

/* ---- glyphs ---- */

/* Columns of the glyph at text.at[*i] as it is shown; moves *i behind it. */
static size_t glyph_columns(Str text, size_t *i) {
    unsigned char c = (unsigned char)text.at[*i];
    if (c >= 0x20 && c < 0x7f) {
        ++*i;
        return 1;
    }
    char room[SAFE_MOST];
    Str shown = safe_next(text, i, room);
    return str_is(shown, "\t") ? 1 : utf8_columns(shown);
}

size_t wrap_columns(Str text) {
    size_t columns = 0;
    for (size_t i = 0; i < text.len;)
        columns += glyph_columns(text, &i);
    return columns;
}

/* ---- breaking ---- */

enum { LINE_MOST = 16384 }; /* bytes of a line that are looked at */

/* A line with its pieces put together. */
typedef struct Whole {
    const Doc *doc;
    const DocLine *line;
    Str text;
} Whole;

static Whole whole_of(Arena *a, const Doc *d, const DocLine *line) {
    Sink text = sink_memory(a);
    for (size_t i = 0; i < line->count && text.len < LINE_MOST; i++)
        sink_put(&text, str_sub(LOG_AT(&d->pieces, DocPiece, line->first + i)->text, 0, LINE_MOST));
    return (Whole){d, line, str_sub(sink_str(&text), 0, LINE_MOST)};
}

/* Appends bytes from … to - 1 of a line, with their roles. */
static void put_part(Doc *d, const Whole *w, size_t from, size_t to) {
    size_t start = 0;
    for (size_t i = 0; i < w->line->count && start < to; i++) {
        const DocPiece *p = LOG_AT(&w->doc->pieces, DocPiece, w->line->first + i);
        size_t end = start + p->text.len;
        if (end > from)
            doc_add_look(d, p->role, p->look,
                         str_sub(p->text, from > start ? from - start : 0, to - start));
        start = end;
    }
}

static bool is_wide(Str s, size_t at) {
    return at < s.len && (unsigned char)s.at[at] >= 0x80 && utf8_width(utf8_next(s, &at)) == 2;
}

/* Signs that do not begin a row: they close what stands before them. */
static bool closes(Str s, size_t at) {
    static const char *const signs = "，。、；：？！）】》」』”’…";
    if (at >= s.len || (unsigned char)s.at[at] < 0x80)
        return at < s.len && (s.at[at] == ',' || s.at[at] == '.' || s.at[at] == ')');
    size_t end = at;
    utf8_next(s, &end);
    return str_find(str_of(signs), str_sub(s, at, end), 0) >= 0;
}

/* May a row end before the glyph at `at`, which follows the one at `before`? */
static bool may_break(Str s, size_t before, size_t at) {
    if (s.at[before] == ' ')
        return s.at[at] != ' ';
    return (is_wide(s, before) || is_wide(s, at)) && s.at[at] != ' ' && !closes(s, at);
}

/* Where the row that begins at `start` ends: behind as many glyphs as fit into `columns`, at least
 * one; not before byte `least`, if it can be. */
static size_t row_end(Str s, size_t start, size_t least, size_t columns) {
    size_t at = start, before = start, breaking = 0, used = 0;
    while (at < s.len) {
        if (at > least && at > start && may_break(s, before, at))
            breaking = at;
        size_t next = at;
        used += glyph_columns(s, &next);
        if (used > columns && s.at[at] != ' ')
            return breaking ? breaking : at > start ? at : next;
        before = at;
        at = next;
    }
    return s.len;
}

static size_t skip_blanks(Str s, size_t at) {
    while (at < s.len && s.at[at] == ' ')
        at++;
    return at;
}

/* A sign or a number, such as "12", "+", "!": no letter of any script. */
static size_t skip_sign(Str s, size_t at) {
    size_t from = at;
    for (; at < s.len && s.at[at] != ' '; at++) {
        char c = s.at[at];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '"';
        if (letter || at - from > 4 || is_wide(s, at))
            return from;
    }
    return at;
}

/* Bytes of blanks, a sign and blanks that a line begins with. */
static size_t lead_of(Str s) {
    size_t blanks = skip_blanks(s, 0), sign = skip_sign(s, blanks);
    return sign > blanks && sign < s.len ? skip_blanks(s, sign) : blanks;
}

/* Breaks a line of which byte `lead` is the first that a row may end behind. */
static void wrap_line(Doc *d, const Whole *w, size_t lead, size_t indent, size_t columns) {
    size_t start = 0;
    do {
        size_t used = start ? indent : 0;
        size_t end = row_end(w->text, start, start ? start : lead, columns - used);
        size_t trimmed = end;
        while (end < w->text.len && trimmed > start && w->text.at[trimmed - 1] == ' ')
            trimmed--;
        doc_line(d);
        if (used)
            doc_add(d, ROLE_TEXT, str_printf(d->arena, "%*s", (int)used, ""));
        put_part(d, w, start, trimmed);
        start = skip_blanks(w->text, end);
    } while (start < w->text.len);
    if (w->text.len == LINE_MOST)
        doc_add(d, ROLE_DIM, STR("..."));
}

static size_t room_for(size_t indent, size_t columns, size_t least) {
    bool room = columns >= least && indent <= columns - least;
    return room ? indent : columns < 8 ? 0 : 2;
}

void doc_wrap(Doc *d, const Doc *from, size_t columns) {
    columns = columns < 2 ? 2 : columns;
    for (size_t i = 0; i < from->lines.count; i++) {
        Whole w = whole_of(d->arena, from, LOG_AT(&from->lines, DocLine, i));
        size_t lead = lead_of(w.text), indent = wrap_columns(str_sub(w.text, 0, lead));
        wrap_line(d, &w, lead, room_for(indent, columns, columns - columns / 2), columns);
    }
}

enum { INDENTED_LEAST = 20 }; /* columns of text beside an indent */

void doc_wrap_indented(Doc *d, const Doc *from, size_t columns, size_t indent) {
    columns = columns < 2 ? 2 : columns;
    for (size_t i = 0; i < from->lines.count; i++) {
        Whole w = whole_of(d->arena, from, LOG_AT(&from->lines, DocLine, i));
        wrap_line(d, &w, 0, room_for(indent, columns, INDENTED_LEAST), columns);
    }
}

void doc_lines(Doc *d, const Doc *from, size_t first, size_t count) {
    for (size_t i = first; i < from->lines.count && i - first < count; i++) {
        doc_line(d);
        doc_append(d, from, i);
    }
}

/* ---- cutting ---- */

static DocLine *line_of(const Doc *d) {
    return LOG_AT(&d->lines, DocLine, d->lines.count - 1);
}

Cut cut_make(Doc *d, size_t side, size_t columns) {
    if (d->lines.count == 0)
        doc_line(d);
    line_of(d)->start = doc_columns(d);
    return (Cut){.doc = d, .from = side, .to = side + columns, .tab = 8};
}

bool cut_full(const Cut *c) {
    return line_of(c->doc)->behind;
}

/* Blanks for columns start … end - 1, as far as they are seen. */
static void cut_blanks(Cut *c, Role role, int look, size_t start, size_t end) {
    if (start < c->from)
        start = c->from;
    if (end > c->to)
        end = c->to;
    for (; start < end; start++)
        doc_add_look(c->doc, role, look, STR(" "));
}

/* Passes over what stands left of the window; returns where that ends. */
static size_t cut_before(Cut *c, Role role, int look, Str text) {
    size_t i = 0;
    while (i < text.len && c->column < c->from) {
        size_t start = c->column;
        bool tab = text.at[i] == '\t';
        line_of(c->doc)->before |= !tab && text.at[i] != ' ';
        size_t columns = glyph_columns(text, &i);
        c->column += tab ? c->tab - start % c->tab : columns;
        if (c->column > c->from)
            cut_blanks(c, role, look, start, c->column);
    }
    return i;
}

void cut_put(Cut *c, Role role, int look, Str text) {
    size_t i = cut_before(c, role, look, text), shown = i;
    while (i < text.len) {
        size_t next = i;
        bool tab = text.at[i] == '\t';
        size_t columns = glyph_columns(text, &next);
        if (tab && c->column < c->to) {
            doc_add_look(c->doc, role, look, str_sub(text, shown, i));
            columns = c->tab - c->column % c->tab;
            cut_blanks(c, role, look, c->column, c->column + columns);
            shown = next;
        } else if (tab || c->column + columns > c->to) {
            break;
        }
        c->column += columns;
        i = next;
    }
    doc_add_look(c->doc, role, look, str_sub(text, shown, i));
    if (i == text.len)
        return;
    line_of(c->doc)->behind = true;
    c->column = c->to > c->column ? c->to : c->column;
}

void cut_printf(Cut *c, Role role, const char *format, ...) {
    char text[512];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (n > 0)
        cut_put(c, role, 0, (Str){text, (size_t)n < sizeof text ? (size_t)n : sizeof text - 1});
}
