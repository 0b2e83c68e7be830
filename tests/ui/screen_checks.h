/* screen_checks.h: what must hold of a screen and of a state after any key at any size. */
#ifndef TFSCOPE_TESTS_UI_SCREEN_CHECKS_H
#define TFSCOPE_TESTS_UI_SCREEN_CHECKS_H

#include "ui/state.h"

/* What is wrong is told in why, a line each; nothing is written when all is well. */
void check_grid(const Grid *g, Sink *why);
void check_state(const State *s, const World *w, Sink *why);

#endif
