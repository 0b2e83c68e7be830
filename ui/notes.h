/* notes.h: what a presenter sees in a second terminal: where the talk is, the notes of the section
 * that is due, what comes next, the answer to the question that is asked, the solution of the
 * exercise that is open. */
#ifndef TFSCOPE_UI_NOTES_H
#define TFSCOPE_UI_NOTES_H

#include "ui/state.h"
#include "view/doc.h"

/* "12 min left"; empty when no timer runs. In a. */
Str notes_timer(const Present *p, Arena *a);
bool notes_timer_is_over(const Present *p);
/* Where they are on the screen. */
Rect notes_place(const State *s);
/* All of them, wrapped for that place, in a. */
Doc *notes_make(const State *s, const World *w, Arena *a);
/* A move in them, by rows and pages; false: the action is no move. */
bool notes_act(State *s, const World *w, Action a);

#endif
