/* paper_html.c: the form of HTML: every character that means something is escaped, those that move
 * or hide others become visible. What is very long is cut, and says so: the page has a player, and
 * this is for who reads or prints it. */
#include "base/text.h"
#include "export/paper_inner.h"
#include "view/prose.h"

enum {
    LINE_MOST = 500,  /* bytes of a line */
    LINES_MOST = 400, /* of a block of code */
};

void html_escape(Sink *out, Str text) {
    for (size_t i = 0; i < text.len;) {
        char room[SAFE_MOST];
        Str one = safe_next(text, &i, room);
        char c = one.len == 1 ? one.at[0] : 0;
        switch (c) {
        case '<': sink_z(out, "&lt;"); break;
        case '>': sink_z(out, "&gt;"); break;
        case '&': sink_z(out, "&amp;"); break;
        case '"': sink_z(out, "&quot;"); break;
        case '\'': sink_z(out, "&#39;"); break;
        default: sink_put(out, one);
        }
    }
}

static void put_cut(Sink *out, Str text) {
    size_t end = LINE_MOST;
    while (text.len > LINE_MOST && end > 0 && ((unsigned char)text.at[end] & 0xc0) == 0x80)
        end--;
    html_escape(out, str_sub(text, 0, text.len > LINE_MOST ? end : text.len));
    if (text.len > LINE_MOST)
        sink_z(out, " …");
}

/* Readers go from heading to heading: no level is left out on the way down. */
void html_heading(Paper *p, int level, Str title) {
    p->level = level <= p->level + 1 ? level : p->level + 1;
    sink_printf(p->out, "<h%d>", p->level);
    put_cut(p->out, title);
    sink_printf(p->out, "</h%d>\n", p->level);
}

/* Pieces of code have an element of their own. Without the first `skip` bytes. */
static void put_line(Sink *out, const Doc *d, size_t line, size_t skip) {
    const DocLine *l = LOG_AT(&d->lines, DocLine, line);
    for (size_t i = 0; i < l->count; i++) {
        const DocPiece *piece = LOG_AT(&d->pieces, DocPiece, l->first + i);
        bool code = piece->role == ROLE_CODE;
        size_t gone = skip < piece->text.len ? skip : piece->text.len;
        sink_z(out, code ? "<code>" : "");
        put_cut(out, str_sub(piece->text, gone, piece->text.len));
        sink_z(out, code ? "</code>" : "");
        skip -= gone;
    }
}

void html_item(Paper *p, const Doc *d, size_t line, size_t skip) {
    sink_z(p->out, "<li>");
    put_line(p->out, d, line, skip);
    sink_z(p->out, "</li>\n");
}

void html_paragraph(Paper *p, const Doc *d, size_t line) {
    sink_z(p->out, "<p>");
    put_line(p->out, d, line, 0);
    sink_z(p->out, "</p>\n");
}

void html_list(Paper *p, const char *tag, bool open) {
    sink_printf(p->out, open ? "<%s>\n" : "</%s>\n", tag);
}

void html_code(Paper *p, const Doc *d, size_t first, size_t count, size_t skip) {
    size_t shown = count < LINES_MOST ? count : LINES_MOST;
    sink_z(p->out, "<pre>");
    for (size_t i = first; i < first + shown; i++) {
        put_cut(p->out, str_sub(doc_line_text(d, i, p->scratch), skip, SIZE_MAX));
        sink_char(p->out, '\n');
    }
    sink_z(p->out, "</pre>\n");
    if (shown == count)
        return;
    sink_z(p->out, "<p>");
    html_escape(p->out,
                str_printf(p->scratch, _("%zu more lines are left out here."), count - shown));
    sink_z(p->out, "</p>\n");
}
