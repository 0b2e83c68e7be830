/* lessons.h: the list of lessons: found by typing, opened by Enter. */
#ifndef TFSCOPE_UI_LESSONS_H
#define TFSCOPE_UI_LESSONS_H

#include "ui/state.h"

void lessons_begin(State *s, const World *w); /* MODE_LESSONS, with the open one selected */
void lessons_key(State *s, const World *w, Key key);
void lessons_draw(const State *s, const World *w, Grid *g, Rect r, Arena *scratch);
/* All as lines of text, for the plain mode. */
void lessons_text(const World *w, Arena *a, Sink *out);

#endif
