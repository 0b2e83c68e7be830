#include "view/prose.h"

#include "base/grid.h"
#include "base/utf8.h"

/* ---- code within a line ---- */

/* Where the code that begins with the first backtick of the text stands: `from … to`, with the
 * backticks; false: there is none. */
static bool find_code(Str text, size_t *from, size_t *to) {
    ptrdiff_t open = str_find(text, STR("`"), 0);
    ptrdiff_t close = open < 0 ? -1 : str_find(text, STR("`"), (size_t)open + 1);
    if (close < 0 || close == open + 1)
        return false;
    *from = (size_t)open;
    *to = (size_t)close + 1;
    return true;
}

/* One line. */
static void add_line(Doc *d, Role role, Str text, bool drawn) {
    size_t from, to, quotes = drawn ? 1 : 0;
    while (find_code(text, &from, &to)) {
        doc_add(d, role, str_sub(text, 0, from));
        doc_add_look(d, ROLE_CODE, drawn ? LOOK_BOLD : 0,
                     str_sub(text, from + quotes, to - quotes));
        text = str_sub(text, to, text.len);
    }
    doc_add(d, role, text);
}

static Str next_line(Str *text) {
    ptrdiff_t end = str_find(*text, STR("\n"), 0);
    Str line = end < 0 ? *text : str_sub(*text, 0, (size_t)end);
    *text = str_sub(*text, line.len + (end >= 0), text->len);
    return line;
}

void prose_add(Doc *d, Role role, Str text) {
    add_line(d, role, next_line(&text), true);
    while (text.len > 0) {
        doc_line(d);
        add_line(d, role, next_line(&text), true);
    }
}

Str prose_drawn(Arena *a, Str text) {
    Doc *d = doc_make(a);
    Sink out = sink_memory(a);
    prose_add(d, ROLE_TEXT, text);
    for (size_t i = 0; i < d->lines.count; i++)
        sink_printf(&out, "%s%.*s", i ? "\n" : "", STR_ARG(doc_line_text(d, i, a)));
    return sink_str(&out);
}

/* ---- paragraphs ---- */

static bool is_code(Str line) {
    return str_starts(line, STR("    "));
}

/* A line that stays a line of its own: a list, a quotation, code, a table, or nothing. */
static bool stands_alone(Str line) {
    static const char *const starts[] = {" ", "\t", "- ", "* ", "> ", "|", "#", "```"};
    bool item = line.len > 2 && line.at[0] >= '0' && line.at[0] <= '9' &&
                str_starts(str_sub(line, 1, line.len), STR(". "));
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (str_starts(line, str_of(starts[i])))
            return true;
    return line.len == 0 || item;
}

static bool ends_wide(Str s) {
    size_t at = s.len;
    while (at > 0 && ((unsigned char)s.at[at - 1] & 0xc0) == 0x80)
        at--;
    at -= at > 0;
    return s.len > 0 && utf8_width(utf8_next(s, &at)) == 2;
}

static bool begins_wide(Str s) {
    size_t at = 0;
    return s.len > 0 && utf8_width(utf8_next(s, &at)) == 2;
}

/* The lines of a paragraph, or of an item of a list, as one; Chinese needs no blank between them.
 */
static Str paragraph(Arena *a, Str *text) {
    Str line = next_line(text);
    if (line.len == 0 || is_code(line))
        return line;
    Sink whole = sink_memory(a);
    sink_put(&whole, line);
    while (text->len > 0) {
        Str rest = *text, more = next_line(&rest);
        if (stands_alone(more))
            break;
        if (!ends_wide(line) || !begins_wide(more))
            sink_char(&whole, ' ');
        sink_put(&whole, more);
        line = more;
        *text = rest;
    }
    return sink_str(&whole);
}

static void put_one(Doc *d, Str line, bool drawn) {
    doc_line(d);
    if (is_code(line))
        doc_add(d, ROLE_CODE, line);
    else
        add_line(d, ROLE_TEXT, line, drawn);
}

void prose_put(Doc *d, Str text) {
    while (text.len > 0)
        put_one(d, paragraph(d->arena, &text), true);
}

void prose_put_lines(Doc *d, Str text) {
    while (text.len > 0)
        put_one(d, next_line(&text), false);
}
