/* clipboard.h: text for the clipboard of the terminal, as the sequence OSC 52 that many terminals
 * (also through ssh) understand. */
#ifndef TFSCOPE_UI_CLIPBOARD_H
#define TFSCOPE_UI_CLIPBOARD_H

#include "base/str.h"

enum { CLIPBOARD_MOST = 64 * 1024 }; /* bytes of text; what is longer is cut */

/* What to write to the terminal. Control characters in the text become visible replacements, as
 * everywhere: who pastes it into a shell gets what was seen. */
Str clipboard_sequence(Arena *a, Str text);
/* Whether a terminal of that name (TERM) is known to swallow the sequence, understood or not; the
 * console and old terminals would show it. */
bool clipboard_known(const char *term);

#endif
