/* place.h: the same place in another run of a program: of the same text, or of an edited one. */
#ifndef TFSCOPE_UI_PLACE_H
#define TFSCOPE_UI_PLACE_H

#include "ui/world.h"

/* The line of `to` that belongs to a line of `from`: what stands before the first and behind the
 * last difference keeps its place in the text. 0 stays 0; 0 too for a line that is gone. */
uint32_t places_line(const Source *from, const Source *to, uint32_t line);
/* Takes positions of one run to another one: the end of the step that runs the same line at the
 * same visit of it; where there is none, the step of the same number, or the last one. Positions of
 * which the step is SIZE_MAX stay so. */
void places_carry(const Replay *from, const Replay *to, Position *at, size_t n);

#endif
