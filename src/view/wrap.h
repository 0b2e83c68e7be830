/* wrap.h: lines of a doc for a pane of so many columns: broken at words, or cut to what is seen of
 * them.
 *
 * Columns are those of what grid_put puts: text is measured as safe_next shows it. */
#ifndef TFSCOPE_VIEW_WRAP_H
#define TFSCOPE_VIEW_WRAP_H

#include "view/doc.h"

size_t wrap_columns(Str text); /* a tab is one blank */

/* Appends the lines of `from` to d, broken so that none is wider than `columns`: behind blanks,
 * before and behind wide glyphs (Chinese has no blanks), else anywhere. What follows is indented
 * like the text behind the sign or number that the line begins with. Blanks at a break are dropped.
 * A line that would take hundreds of rows ends in "...". */
void doc_wrap(Doc *d, const Doc *from, size_t columns);
/* The same with what follows indented by so many columns, unless little room were left for it. */
void doc_wrap_indented(Doc *d, const Doc *from, size_t columns, size_t indent);
/* Appends lines first … first + count - 1 of `from`, those that exist, as they are. */
void doc_lines(Doc *d, const Doc *from, size_t first, size_t count);

/* A line that is longer than what is seen of it: pieces are put one after another, and only what
 * stands in columns from … to - 1 reaches the doc; the line of the doc says where there is more.
 * Text behind that costs nothing. */
typedef struct Cut {
    Doc *doc;        /* its last line gets what is seen */
    size_t from, to; /* columns */
    size_t column;   /* where the next glyph stands */
    size_t tab;      /* a tab goes to the next multiple of this */
} Cut;

/* The window that begins at column `side` and is `columns` wide. */
Cut cut_make(Doc *d, size_t side, size_t columns);
void cut_put(Cut *c, Role role, int look, Str text);
void cut_printf(Cut *c, Role role, const char *format, ...) __attribute__((format(printf, 3, 4)));
bool cut_full(
    const Cut *c); /* nothing that follows is seen, and the line says that there is more */

#endif
