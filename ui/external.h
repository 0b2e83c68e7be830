/* external.h: the program is changed in the user's own editor. */
#ifndef TFSCOPE_UI_EXTERNAL_H
#define TFSCOPE_UI_EXTERNAL_H

#include "base/file.h"

/* Runs $VISUAL, $EDITOR, or the first of nano and vi that is there, on a copy of text, the cursor
 * on line when the editor can do that (vi, nano and their like), and waits for it. The terminal
 * must be lent already (term.h). Signals from the keys go to the editor alone meanwhile. False:
 * *error is one sentence, and nothing changed. The copy is removed in any case. */
bool external_edit(Arena *a, Str text, uint32_t line, Str *edited, Str *error);

#endif
