/* doc.h: what a view says: lines of text pieces with roles.
 *
 * No colour and no geometry: a role says what a piece is, and whoever draws (terminal, HTML, plain
 * text) decides how it looks. Every difference that a role makes is also in the words or signs, so
 * that the plain form loses nothing. */
#ifndef TFSCOPE_VIEW_DOC_H
#define TFSCOPE_VIEW_DOC_H

#include "base/log.h"
#include "base/role.h"
#include "base/sink.h"

typedef struct DocPiece {
    Role role;
    int look; /* LOOK_… of base/grid.h: how it stands out besides its role; 0 for nearly all */
    Str text; /* no newline in it */
} DocPiece;

typedef struct DocLine {
    size_t first; /* index of its first piece */
    size_t count;
    size_t start; /* where a Cut (wrap.h) shows a part of it: the column where that part begins */
    bool before, behind; /* there is more text on that side of the part */
} DocLine;

typedef struct Doc {
    Arena *arena; /* where everything lives */
    Log pieces;   /* DocPiece */
    Log lines;    /* DocLine */
} Doc;

Doc *doc_make(Arena *a);
void doc_line(Doc *d); /* begins a line; doc_add needs one */
/* newlines in text begin lines; other control characters stay */
void doc_add(Doc *d, Role role, Str text);
/* the same with a look; text has no newline */
void doc_add_look(Doc *d, Role role, int look, Str text);
void doc_printf(Doc *d, Role role, const char *format, ...) __attribute__((format(printf, 3, 4)));
void doc_pad(Doc *d, size_t column);        /* spaces up to a column of the line, at least one */
size_t doc_columns(const Doc *d);           /* of the line being written */
void doc_text(Doc *d, Role role, Str text); /* whole lines of text */
/* Adds the pieces of a line of another doc to the line being written. */
void doc_append(Doc *d, const Doc *from, size_t line);
Str doc_line_text(const Doc *d, size_t line, Arena *a); /* all of its pieces */
/* Writes the doc as plain text, made safe for a terminal; lines have no blanks at their ends. */
void doc_put(const Doc *d, Sink *out);

#endif
