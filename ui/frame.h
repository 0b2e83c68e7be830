/* frame.h: the whole screen, drawn from a state into a grid. */
#ifndef TFSCOPE_UI_FRAME_H
#define TFSCOPE_UI_FRAME_H

#include "ui/pane.h"

/* Draws title line, panes with their frames, footer, and what lies over them. The grid has the
 * state's size. Changes nothing but the grid. */
void frame_draw(const State *s, const World *w, const Keymap *keys, Grid *g, Arena *scratch);
/* The pane named at a place behind the title of another one, of which Tab would bring the named one
 * instead; PANE_COUNT: there is none. */
Pane frame_hidden_at(const State *s, const World *w, int row, int col, Arena *scratch);

#endif
