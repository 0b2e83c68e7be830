/* wish.h: what a state wished for, fulfilled.
 *
 * The loops (terminal, script, plain) call wish_fulfil after each key or command. What needs a
 * terminal or is the loop's own business is left to them. */
#ifndef TFSCOPE_UI_WISH_H
#define TFSCOPE_UI_WISH_H

#include "ui/state.h"

/* Runs, reads again, compares, opens, changes the language. Returns what is left to the loop, taken
 * out of the state: WISH_EDITOR, WISH_COPY, WISH_SUSPEND, WISH_REDRAW, WISH_QUIT, or WISH_NONE.
 * What goes wrong is a message of the state. */
Wish wish_fulfil(State *s, World *w);
/* This step as plain text, for WISH_COPY: its line, what it did, and why; lives in a. */
Str wish_step_text(const State *s, const World *w, Arena *a);
Doc *wish_step_told(const State *s, const World *w, Arena *a); /* the same as a doc */
/* Opens a lesson, an exercise ("LESSON#EXERCISE") or else a file; false: *error is a sentence, and
 * nothing has changed. */
bool wish_open(World *w, Str what, uint32_t *replay, Str *error);
/* An exercise of a lesson by its id or its number; NULL: there is none. */
const Exercise *wish_exercise(const Lesson *lesson, Str which);

#endif
