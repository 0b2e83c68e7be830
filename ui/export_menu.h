/* export_menu.h: the forms in which a run can be handed on: one is chosen, then the file's name is
 * asked for in the line of commands. */
#ifndef TFSCOPE_UI_EXPORT_MENU_H
#define TFSCOPE_UI_EXPORT_MENU_H

#include "ui/state.h"

void export_menu_begin(State *s); /* MODE_EXPORT */
void export_menu_key(State *s, const World *w, Key key);
void export_menu_draw(const State *s, Grid *g, Rect r, Arena *scratch);
/* All as lines of text, for the plain mode. */
void export_menu_text(Arena *a, Sink *out);

#endif
