#include "view/doc.h"

#include <stdarg.h>

#include "base/utf8.h"

Doc *doc_make(Arena *a) {
    Doc *d = ARENA_NEW(a, Doc);
    d->arena = a;
    d->pieces = log_make(a, sizeof(DocPiece));
    d->lines = log_make(a, sizeof(DocLine));
    return d;
}

void doc_line(Doc *d) {
    *LOG_PUSH(&d->lines, DocLine) = (DocLine){.first = d->pieces.count};
}

void doc_add_look(Doc *d, Role role, int look, Str text) {
    if (text.len == 0)
        return;
    if (d->lines.count == 0)
        doc_line(d);
    *LOG_PUSH(&d->pieces, DocPiece) = (DocPiece){role, look, str_dup(d->arena, text)};
    LOG_AT(&d->lines, DocLine, d->lines.count - 1)->count++;
}

static void add_piece(Doc *d, Role role, Str text) {
    doc_add_look(d, role, 0, text);
}

void doc_add(Doc *d, Role role, Str text) {
    ptrdiff_t end;
    while ((end = str_find(text, STR("\n"), 0)) >= 0) {
        add_piece(d, role, str_sub(text, 0, (size_t)end));
        doc_line(d);
        text = str_sub(text, (size_t)end + 1, text.len);
    }
    add_piece(d, role, text);
}

void doc_printf(Doc *d, Role role, const char *format, ...) {
    char small[256];
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(small, sizeof small, format, args);
    va_end(args);
    if (n >= 0 && (size_t)n < sizeof small) {
        doc_add(d, role, (Str){small, (size_t)n});
    } else if (n > 0) {
        char *large = arena_alloc(d->arena, (size_t)n + 1);
        vsnprintf(large, (size_t)n + 1, format, again);
        doc_add(d, role, (Str){large, (size_t)n});
    }
    va_end(again);
}

size_t doc_columns(const Doc *d) {
    if (d->lines.count == 0)
        return 0;
    const DocLine *line = LOG_AT(&d->lines, DocLine, d->lines.count - 1);
    size_t columns = 0;
    for (size_t i = 0; i < line->count; i++)
        columns += utf8_columns(LOG_AT(&d->pieces, DocPiece, line->first + i)->text);
    return columns;
}

void doc_pad(Doc *d, size_t column) {
    static const char blanks[] = "                                                                ";
    size_t now = doc_columns(d);
    size_t n = column > now ? column - now : 1;
    for (; n > 0; n -= n < sizeof blanks - 1 ? n : sizeof blanks - 1)
        add_piece(d, ROLE_TEXT, (Str){blanks, n < sizeof blanks - 1 ? n : sizeof blanks - 1});
}

void doc_text(Doc *d, Role role, Str text) {
    if (str_ends(text, STR("\n")))
        text.len--;
    doc_line(d);
    doc_add(d, role, text);
}

void doc_append(Doc *d, const Doc *from, size_t line) {
    const DocLine *l = LOG_AT(&from->lines, DocLine, line);
    for (size_t i = 0; i < l->count; i++) {
        const DocPiece *p = LOG_AT(&from->pieces, DocPiece, l->first + i);
        doc_add_look(d, p->role, p->look, p->text);
    }
}

Str doc_line_text(const Doc *d, size_t line, Arena *a) {
    const DocLine *l = LOG_AT(&d->lines, DocLine, line);
    Sink text = sink_memory(a);
    for (size_t i = 0; i < l->count; i++)
        sink_put(&text, LOG_AT(&d->pieces, DocPiece, l->first + i)->text);
    return sink_str(&text);
}

static Str without_blanks_behind(Str s) {
    while (s.len > 0 && s.at[s.len - 1] == ' ')
        s.len--;
    return s;
}

void doc_put(const Doc *d, Sink *out) {
    Arena *scratch = arena_new(0);
    for (size_t i = 0; i < d->lines.count; i++) {
        sink_safe(out, without_blanks_behind(doc_line_text(d, i, scratch)));
        sink_char(out, '\n');
        arena_reset(scratch);
    }
    arena_free(scratch);
}
