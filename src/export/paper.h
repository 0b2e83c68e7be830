/* paper.h: a text in parts, written for paper: plain, in columns, as Markdown, or as HTML.
 *
 * What is written is the same for both: headings, prose, items, lines of code. How each part looks,
 * and that no text can be taken for more than text, is decided here alone: in Markdown every
 * character that could begin something is escaped, code spans and fences are longer than what they
 * hold, and HTML is text. */
#ifndef TFSCOPE_EXPORT_PAPER_H
#define TFSCOPE_EXPORT_PAPER_H

#include "view/doc.h"

typedef struct Paper {
    Sink *out;
    Arena *scratch; /* emptied with each part */
    bool markdown;
    bool html;   /* else plain */
    size_t room; /* bytes that steps may take before they are left out; 0: as many as there are */
    int level;   /* HTML: of the last heading */
    bool begun;  /* something was written: the next part stands off from it */
} Paper;

Paper paper_make(Sink *out, Arena *scratch, bool markdown);
void paper_heading(Paper *p, int level, Str title); /* 1 … 4 */
void paper_sentence(Paper *p, Str text);            /* a paragraph of its own */
/* A lesson's prose: paragraphs, lists, code of four blanks, `code`. */
void paper_prose(Paper *p, Str text);
/* A list: an item for each line of the doc, without the blanks and the number it begins with. */
void paper_items(Paper *p, const Doc *d, bool numbered);
/* Lines as they stand. */
void paper_code(Paper *p, const Doc *d);

/* paper_html.c: text as HTML, escaped, control characters made visible. */
void html_escape(Sink *out, Str text);

#endif
