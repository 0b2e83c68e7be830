/* buffer.h: a text that is being edited, as rows, with undo.
 *
 * Text is changed in one way only: what stands between two spots is replaced. So undo and redo are
 * replacements, too. Letters that are typed one after the other are undone word by word. */
#ifndef TFSCOPE_UI_BUFFER_H
#define TFSCOPE_UI_BUFFER_H

#include "base/str.h"

/* A place between two characters. */
typedef struct Spot {
    uint32_t row; /* from 0 */
    uint32_t col; /* bytes into the row; never inside of a character */
} Spot;

typedef struct Buffer Buffer;

/* A text without "\n" is one row; "a\n" is "a" and an empty row. text must stay. */
Buffer *buffer_make(Arena *a, Str text);
uint32_t buffer_rows(const Buffer *b); /* at least 1 */
Str buffer_row(const Buffer *b, uint32_t row);
size_t buffer_size(const Buffer *b); /* bytes of the whole text */
Str buffer_text(const Buffer *b, Arena *a);
Str buffer_between(const Buffer *b, Arena *a, Spot from, Spot to);
bool buffer_changed(const Buffer *b); /* it is another text than it was at first */

/* Replaces what stands between two spots, from <= to; returns the spot behind the new text. The
 * text must not grow beyond 2^32 bytes: whoever calls has a limit. */
Spot buffer_replace(Buffer *b, Spot from, Spot to, Str text);
/* Takes back the last replacement, or does it again; *cursor is where it was. False: there is none.
 */
bool buffer_undo(Buffer *b, Spot *cursor);
bool buffer_redo(Buffer *b, Spot *cursor);

/* The spots beside one: a character with the marks that join it, or a word. */
Spot buffer_left(const Buffer *b, Spot s);
Spot buffer_right(const Buffer *b, Spot s);
Spot buffer_word_left(const Buffer *b, Spot s);
Spot buffer_word_right(const Buffer *b, Spot s);

#endif
