/* prose.h: prose of lessons as lines of a doc: paragraphs, lists, code of four blanks, and `code`
 * within a line.
 *
 * What stands in backticks has ROLE_CODE. Drawn it is bold instead of quoted; where nothing is
 * drawn, the backticks stay. A backtick that no other one closes in its line or paragraph is a
 * backtick. */
#ifndef TFSCOPE_VIEW_PROSE_H
#define TFSCOPE_VIEW_PROSE_H

#include "view/doc.h"

/* Appends a section's text, its lines as new lines of d, to be drawn: the lines of a paragraph
 * become one, which wrap.h breaks for the pane's width (between Chinese lines without a blank). */
void prose_put(Doc *d, Str text);
/* Adds to the line being written, to be drawn; newlines in it begin lines. */
void prose_add(Doc *d, Role role, Str text);
/* The text as it is drawn where all of it looks the same: code without its backticks. */
Str prose_drawn(Arena *a, Str text);
/* Appends the text with its lines as they stand, for output that is not drawn. */
void prose_put_lines(Doc *d, Str text);

#endif
