/* compare.h: two runs side by side, stepping together.
 *
 * State.replay is the run that has the keys and State.beside the other one; every key steps the
 * first and the other follows (together.h). SWAP exchanges them and turns State.beside_focused
 * over: then the run with the keys is drawn on the second side. */
#ifndef TFSCOPE_UI_COMPARE_H
#define TFSCOPE_UI_COMPARE_H

#include "ui/pane.h"

/* COMPARE and SWAP. A run that is not there yet is wished for: WISH_COMPARE with `attempt`, or,
 * when `text` is not empty, with the program of that file or lesson. */
void compare_act(State *s, const World *w, Action a);
/* Begins to compare with a run; the loop calls it when WISH_COMPARE is fulfilled. */
void compare_show(State *s, const World *w, uint32_t beside);
/* Ends the comparison; the run of the history stays. */
void compare_end(State *s, const World *w);
/* After State.replay changed: pairs the runs anew. Nothing without a comparison. */
void compare_follow(State *s, const World *w);

bool compare_on(const State *s);
/* Where the other run stands. */
Position compare_beside_at(const State *s, const World *w);
/* What panes draw one side from; beside: the run that does not have the keys. */
Look compare_look(const State *s, const World *w, bool beside, Arena *scratch);
/* What stands above a side: "02-box-name-scope  TF 1.4", "program.py  TF 1.0  Python 2". */
Str compare_heading(const State *s, const World *w, bool beside, Arena *scratch);
/* The keys are with another program than the one that was opened. */
bool compare_is_other(const State *s, const World *w);
/* Its two parts: what program it is, and which run of it. */
Str compare_name(const State *s, const World *w, bool beside);
Str compare_which(const State *s, const World *w, bool beside, Arena *scratch);
/* What sentences call the runs: by what tells them apart (name, release, Python, edit); both empty
 * when that is too long. */
TogetherNames compare_names(const State *s, const World *w, Arena *scratch);
/* What differs at this step, and why, in sentences. */
Doc *compare_words(const State *s, const World *w, Arena *a);
/* Draws the panes of both sides, and the difference in words, into the rectangles of State.layout;
 * the frames with their headings are drawn already. keys: which one shows all of the words. */
void compare_draw(const State *s, const World *w, const Keymap *keys, Grid *g, Arena *scratch);

#endif
