/* work.h: what a learner wrote in an exercise, kept for the next sitting: a file each in the state
 * folder. Where it cannot be kept, it is not. */
#ifndef TFSCOPE_UI_WORK_H
#define TFSCOPE_UI_WORK_H

#include "ui/state.h"

/* Keeps the text of the exercise that is open, when it is another one than its start. folder:
 * empty: nowhere. */
void work_keep(Str folder, const State *s, const World *w);
/* An exercise was opened: wishes that what was kept of it runs; nothing when nothing was, or when
 * it was edited in this sitting. */
void work_begin(Str folder, State *s, const World *w);

#endif
