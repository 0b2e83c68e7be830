#include "export/paper_inner.h"

#include <string.h>

#include "base/grid.h"
#include "base/utf8.h"
#include "view/prose.h"
#include "view/wrap.h"

enum { COLUMNS = 78, CODE_INDENT = 4 };

Paper paper_make(Sink *out, Arena *scratch, bool markdown) {
    return (Paper){.out = out, .scratch = scratch, .markdown = markdown};
}

/* A blank line between parts. */
static void begin(Paper *p) {
    if (p->begun && !p->html)
        sink_char(p->out, '\n');
    p->begun = true;
}

static void end(Paper *p) {
    arena_reset(p->scratch);
}

/* ---- Markdown ---- */

/* Does it mean something wherever it stands? The last four do so in wide-spread dialects
 * only. */
static bool means_something(char c) {
    return c != 0 && strchr("\\`*_[]<>&"
                            "~|$@",
                            c) != NULL;
}

/* Does a character mean something only because it is the first one of a block, or stands behind
 * digits that are? */
static bool begins_block(Str s, size_t i) {
    size_t digits = 0;
    while (digits < i && s.at[digits] >= '0' && s.at[digits] <= '9')
        digits++;
    if (i == 0)
        return strchr("#-+=", s.at[0]) != NULL;
    return digits == i && (s.at[i] == '.' || s.at[i] == ')');
}

/* Text that is nothing but text, on one line; `first`: a block begins with it. */
static void put_escaped(Sink *out, Str text, bool first) {
    Arena *a = arena_new(0);
    Sink safe = sink_memory(a);
    sink_safe(&safe, text);
    Str s = sink_str(&safe);
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i] == '\n' || s.at[i] == '\t' ? ' ' : s.at[i];
        bool address = str_starts(str_sub(s, i, s.len), STR("://"));
        if (means_something(c) || address || (first && begins_block(s, i)))
            sink_char(out, '\\');
        sink_char(out, c);
    }
    arena_free(a);
}

/* The longest run of backticks. */
static size_t longest_run(Str s) {
    size_t longest = 0, run = 0;
    for (size_t i = 0; i < s.len; i++) {
        run = s.at[i] == '`' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    return longest;
}

static void put_ticks(Sink *out, size_t n) {
    while (n-- > 0)
        sink_char(out, '`');
}

static bool is_blank(Str s) {
    size_t i = 0;
    while (i < s.len && (s.at[i] == ' ' || s.at[i] == '\t'))
        i++;
    return i == s.len;
}

/* `code`: with more backticks than it holds, and a blank beside one at its ends. */
static void put_span(Sink *out, Str text) {
    Arena *a = arena_new(0);
    Sink safe = sink_memory(a);
    sink_safe(&safe, text);
    Str s = sink_str(&safe);
    size_t ticks = longest_run(s) + 1;
    bool pad = s.len > 0 && (s.at[0] == '`' || s.at[s.len - 1] == '`' || s.at[0] == ' ' ||
                             s.at[s.len - 1] == ' ');
    put_ticks(out, ticks);
    if (pad)
        sink_char(out, ' ');
    for (size_t i = 0; i < s.len; i++)
        sink_char(out, s.at[i] == '\n' ? ' ' : s.at[i]);
    if (pad)
        sink_char(out, ' ');
    put_ticks(out, ticks);
    arena_free(a);
}

static bool is_code(Role role) {
    switch (role) {
    case ROLE_CODE:
    case ROLE_SCOPE:
    case ROLE_VARIABLE:
    case ROLE_OP:
    case ROLE_TYPE:
    case ROLE_VALUE: return true;
    case ROLE_TEXT:
    case ROLE_TITLE:
    case ROLE_DIM:
    case ROLE_NEW:
    case ROLE_CHANGED:
    case ROLE_SHARED:
    case ROLE_ERROR:
    case ROLE_GOOD:
    case ROLE_FRAME:
    case ROLE_BAR:
    case ROLE_KEY:
    case ROLE_PAST:
    case ROLE_HERE:
    case ROLE_NEXT:
    case ROLE_MATCH:
    case ROLE_COUNT: return false;
    }
    return false;
}

/* One line of a doc, from a byte of it on: names and values as code. */
static void put_marked(const Paper *p, const Doc *d, size_t line, size_t skip) {
    const DocLine *l = LOG_AT(&d->lines, DocLine, line);
    for (size_t i = 0; i < l->count; i++) {
        const DocPiece *piece = LOG_AT(&d->pieces, DocPiece, l->first + i);
        size_t cut = skip < piece->text.len ? skip : piece->text.len;
        Str text = str_sub(piece->text, cut, piece->text.len);
        skip -= cut;
        if (is_code(piece->role) && !is_blank(text))
            put_span(p->out, text);
        else
            put_escaped(p->out, text, i == 0);
    }
}

/* ---- plain ---- */

static void put_blanks(Sink *out, size_t n) {
    while (n-- > 0)
        sink_char(out, ' ');
}

/* The text of a line; code within prose keeps its quotes, as there is no other look for it. */
static Str quoted_text(const Doc *d, size_t line, Arena *a) {
    const DocLine *l = LOG_AT(&d->lines, DocLine, line);
    Sink out = sink_memory(a);
    for (size_t i = 0; i < l->count; i++) {
        const DocPiece *piece = LOG_AT(&d->pieces, DocPiece, l->first + i);
        bool code = piece->role == ROLE_CODE && (piece->look & LOOK_BOLD);
        sink_z(&out, code ? "`" : "");
        sink_put(&out, piece->text);
        sink_z(&out, code ? "`" : "");
    }
    return sink_str(&out);
}

/* One line of a doc, broken for the page; what follows is indented like the text behind `lead`. */
static void put_wrapped(const Paper *p, const Doc *d, size_t line, size_t skip, Str lead) {
    Doc *one = doc_make(p->scratch), *broken = doc_make(p->scratch);
    Str text = quoted_text(d, line, p->scratch);
    doc_line(one);
    doc_add(one, ROLE_TEXT, str_sub(text, skip, text.len));
    doc_wrap(broken, one, COLUMNS - lead.len);
    for (size_t i = 0; i < broken->lines.count; i++) {
        if (i == 0)
            sink_put(p->out, lead);
        else
            put_blanks(p->out, lead.len);
        sink_safe(p->out, doc_line_text(broken, i, p->scratch));
        sink_char(p->out, '\n');
    }
}

static void put_plain_heading(const Paper *p, int level, Str title) {
    static const char below[] = "==-~.";
    size_t columns = utf8_columns(title);
    sink_safe(p->out, title);
    sink_char(p->out, '\n');
    for (size_t i = 0; i < columns && i < COLUMNS; i++)
        sink_char(p->out, below[level < 5 ? level : 4]);
    sink_char(p->out, '\n');
}

/* ---- parts ---- */

static Str one_line(Arena *a, Str title) {
    Str copy = str_dup(a, title);
    for (size_t i = 0; i < copy.len; i++)
        if (copy.at[i] == '\n' || copy.at[i] == '\r')
            ((char *)copy.at)[i] = ' ';
    return copy;
}

void paper_heading(Paper *p, int level, Str title) {
    begin(p);
    title = one_line(p->scratch, title);
    if (p->html) {
        html_heading(p, level, title);
    } else if (p->markdown) {
        for (int i = 0; i < level; i++)
            sink_char(p->out, '#');
        sink_char(p->out, ' ');
        put_escaped(p->out, title, false);
        sink_char(p->out, '\n');
    } else {
        put_plain_heading(p, level, title);
    }
    end(p);
}

/* Where the text of a line begins: behind blanks, and behind a number or a sign of a list. */
static size_t text_at(Str line) {
    size_t i = 0, digits;
    while (i < line.len && line.at[i] == ' ')
        i++;
    for (digits = i; digits < line.len && line.at[digits] >= '0' && line.at[digits] <= '9';)
        digits++;
    if (digits > i && digits + 1 < line.len && line.at[digits] == ' ' && line.at[digits + 1] == ' ')
        i = digits + 2;
    else if (digits > i && digits + 1 < line.len && line.at[digits] == '.' &&
             line.at[digits + 1] == ' ')
        i = digits + 2;
    else if (str_starts(str_sub(line, i, line.len), STR("- ")))
        i += 2;
    while (i < line.len && line.at[i] == ' ')
        i++;
    return i;
}

static void put_item(Paper *p, const Doc *d, size_t line, Str lead) {
    size_t skip = text_at(doc_line_text(d, line, p->scratch));
    if (p->html) {
        html_item(p, d, line, skip);
        return;
    }
    if (!p->markdown) {
        put_wrapped(p, d, line, skip, lead);
        return;
    }
    sink_put(p->out, lead);
    put_marked(p, d, line, skip);
    sink_char(p->out, '\n');
}

static Str lead_of(const Paper *p, bool numbered, size_t n) {
    if (numbered)
        return str_printf(p->scratch, p->markdown ? "%zu. " : "  %2zu. ", n);
    return p->markdown ? STR("- ") : STR("  - ");
}

void paper_items(Paper *p, const Doc *d, bool numbered) {
    if (d->lines.count == 0)
        return;
    begin(p);
    if (p->html)
        html_list(p, numbered ? "ol" : "ul", true);
    for (size_t i = 0; i < d->lines.count; i++)
        put_item(p, d, i, lead_of(p, numbered, i + 1));
    if (p->html)
        html_list(p, numbered ? "ol" : "ul", false);
    end(p);
}

static void put_line(Paper *p, Str line) {
    Sink safe = sink_memory(p->scratch);
    sink_safe(&safe, line);
    Str text = sink_str(&safe);
    while (text.len > 0 && text.at[text.len - 1] == ' ')
        text.len--;
    if (!p->markdown && text.len > 0)
        put_blanks(p->out, CODE_INDENT);
    sink_put(p->out, text);
    sink_char(p->out, '\n');
}

/* A fence is longer than any in it. */
static size_t fence_of(const Doc *d, size_t first, size_t count, Arena *a) {
    size_t fence = 3;
    for (size_t i = first; i < first + count; i++) {
        size_t run = longest_run(doc_line_text(d, i, a));
        fence = run >= fence ? run + 1 : fence;
    }
    return fence;
}

/* Lines without so many bytes at their starts. */
static void put_code(Paper *p, const Doc *d, size_t first, size_t count, size_t skip) {
    size_t fence = p->markdown ? fence_of(d, first, count, p->scratch) : 0;
    begin(p);
    if (p->html) {
        html_code(p, d, first, count, skip);
        return;
    }
    put_ticks(p->out, fence);
    if (fence)
        sink_z(p->out, "text\n");
    for (size_t i = first; i < first + count; i++)
        put_line(p, str_sub(doc_line_text(d, i, p->scratch), skip, SIZE_MAX));
    put_ticks(p->out, fence);
    if (fence)
        sink_char(p->out, '\n');
}

void paper_code(Paper *p, const Doc *d) {
    if (d->lines.count > 0)
        put_code(p, d, 0, d->lines.count, 0);
    end(p);
}

static void put_paragraph(Paper *p, const Doc *d, size_t line) {
    if (p->html)
        html_paragraph(p, d, line);
    else if (p->markdown)
        put_marked(p, d, line, 0), sink_char(p->out, '\n');
    else
        put_wrapped(p, d, line, 0, STR(""));
}

void paper_sentence(Paper *p, Str text) {
    Doc *d = doc_make(p->scratch);
    begin(p);
    doc_line(d);
    doc_add(d, ROLE_TEXT, one_line(p->scratch, text));
    put_paragraph(p, d, 0);
    end(p);
}

/* ---- prose ---- */

static bool begins_item(Str line) {
    size_t i = 0;
    if (str_starts(line, STR("- ")) || str_starts(line, STR("* ")))
        return true;
    while (i < line.len && line.at[i] >= '0' && line.at[i] <= '9')
        i++;
    return i > 0 && str_starts(str_sub(line, i, line.len), STR(". "));
}

/* Blank lines part what stands beside each other; items of a list stay together. */
static void put_prose_line(Paper *p, const Doc *d, size_t line, Str text, bool was_item) {
    bool item = begins_item(text);
    if (!(item && was_item))
        begin(p);
    if (item)
        put_item(p, d, line, lead_of(p, false, 0));
    else
        put_paragraph(p, d, line);
}

static size_t code_lines(const Paper *p, const Doc *d, size_t first) {
    size_t n = 0;
    while (first + n < d->lines.count &&
           str_starts(doc_line_text(d, first + n, p->scratch), STR("    ")))
        n++;
    return n;
}

void paper_prose(Paper *p, Str text) {
    Doc *d = doc_make(p->scratch);
    bool was_item = false;
    prose_put(d, text);
    for (size_t i = 0; i < d->lines.count; i++) {
        Str line = doc_line_text(d, i, p->scratch);
        size_t code = code_lines(p, d, i);
        bool item = code == 0 && begins_item(line);
        if (p->html && item != was_item)
            html_list(p, "ul", item);
        if (code > 0) {
            put_code(p, d, i, code, CODE_INDENT);
            i += code - 1;
        } else if (!is_blank(line)) {
            put_prose_line(p, d, i, line, was_item);
        }
        was_item = item;
    }
    if (p->html && was_item)
        html_list(p, "ul", false);
    end(p);
}
