/* help.h: what every key and command does, made from action.def; it is searched by typing, and
 * Enter does what is selected. It ends with what the signs mean and how keys are bound. */
#ifndef TFSCOPE_UI_HELP_H
#define TFSCOPE_UI_HELP_H

#include "ui/state.h"

void help_begin(State *s, Str text); /* MODE_HELP, with that text searched */
void help_key(State *s, const World *w, const Keymap *keys, Key key);
void help_draw(const State *s, const Keymap *keys, Grid *g, Rect r, Arena *scratch);
/* All of it as lines of text, for the plain mode: only what contains every word of `query`;
 * the signs are left out, for they are words there. */
void help_text(Arena *a, const Keymap *keys, Str query, Sink *out);

#endif
