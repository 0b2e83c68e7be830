/* key.h: keys, as one number each, and their names.
 *
 * A key is a code point, or one of the special keys, perhaps with Alt. Control keys are their
 * control character: Ctrl-D is 4. Names are vim's: "<Space>", "<C-d>", "<A-1>", "<BS>", "<lt>" for
 * "<"; any other character is itself. A mouse event and a new size of the window are keys, too,
 * with a place, so that a script of keys can drive everything. */
#ifndef TFSCOPE_UI_KEY_H
#define TFSCOPE_UI_KEY_H

#include "base/str.h"

enum {
    KEYCODE_NONE = 0,
    KEYCODE_SPECIAL = 0x110000, /* above every code point */
#define KEY(ID, name) KEYCODE_##ID,
#include "ui/key.def"
#undef KEY
    KEYCODE_MOST,
    KEYCODE_ALT = 1 << 24, /* added to a key: with Alt */
};

enum { WINDOW_MOST = 1000 }; /* rows and columns of a window; what is larger is cut */

typedef struct Key {
    int32_t code; /* KEYCODE_NONE: nothing came */
    int row, col; /* KEYCODE_CLICK, KEYCODE_DOUBLE_CLICK, KEYCODE_WHEEL_UP, KEYCODE_WHEEL_DOWN:
                     where; KEYCODE_RESIZE: the new size */
} Key;

/* Reads one key's name at text.at[*i] (*i is below text.len) and moves *i behind it. False: a name
 * in <…> that is not known; *i then stays. A "<" without any ">" behind it is itself. Names are the
 * same in capitals; Ctrl-H and Ctrl-? are Backspace. */
bool key_read(Str text, size_t *i, Key *key);
/* Its name: "<C-d>", "<12,5:Click>" for a click on row 12, column 5 (from 0), "<40x12>" for a new
 * size of 40 columns and 12 rows. key_read reads all of them. */
Str key_text(Arena *a, Key key);
/* How people write it in help: "Ctrl-D", "Space", "Alt-1", "Backspace". */
Str key_label(Arena *a, int32_t code);

#endif
