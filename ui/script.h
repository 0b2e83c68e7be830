/* script.h: a script of keys: what a person would type, written down.
 *
 *   ]] w <Tab>jj  :tf<Space>1.4<CR>  <40x12>
 *
 * Keys have vim's names (key.h); blanks and new lines stand between groups. A screen is passed at
 * the start and after each group. A click and a new size of the window are keys, too, so a script
 * can do all that a person can; time alone does not pass in it. */
#ifndef TFSCOPE_UI_SCRIPT_H
#define TFSCOPE_UI_SCRIPT_H

#include "ui/key.h"

/* The next group at text.at[*i]; moves *i behind it. False: there is none. */
bool script_group(Str text, size_t *i, Str *group);
/* Without the lines that begin with #: what a file says beside its script. */
Str script_of_file(Arena *a, Str text);

#endif
