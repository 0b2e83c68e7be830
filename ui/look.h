/* look.h: what the panes of lines share, and how lines of a Doc come into cells. */
#ifndef TFSCOPE_UI_LOOK_H
#define TFSCOPE_UI_LOOK_H

#include "ui/pane.h"

/* The run that has the keys, at its position. */
Look look_make(const State *s, const World *w, Arena *scratch);
/* The moment from which on things are marked as new or changed. */
Moment look_since(const Look *l);
/* After the last step: how the run ended is shown. */
bool look_at_end(const Look *l);
/* A sign, or what stands for it where only ASCII is drawn. */
Str look_sign(const Look *l, const char *sign, const char *ascii);
/* A sign, or a blank in its place. */
void look_put_sign(Doc *d, bool there, Role role, Str sign);
/* "+" for what is new, "~" for what changed, else a blank; with a blank behind it. */
void look_put_change(Doc *d, bool fresh, bool changed);
/* In a comparison: a sign for a row that the other run has otherwise, else a blank. */
void look_put_differs(const Look *l, Doc *d, bool differs);
int look_differs_columns(const Look *l); /* how wide that is; 0 without a comparison */
/* Where the other run of a comparison stands. */
TogetherAt look_other(const Look *l);
/* The whole tree of names that it has then; NULL: none, or no comparison. */
const Outline *look_other_names(const Look *l);
/* The frame that runs; NULL before the first step. At the end of a run it is that of the module, or
 * the one in which an error happened that nobody caught. */
const TraceFrame *look_frame(const Look *l);
const TraceFrame *look_frame_of(const Trace *t, Position at);
const TraceFrame *look_caller(const Trace *t, const TraceFrame *f); /* NULL: nobody called it */
/* The indices of the run; NULL when nothing was gathered. */
const Gathered *look_gathered(const Look *l);

/* Draws a line of a doc into row `row` of r, from its left on; returns the column behind it. */
int look_draw_line(const Doc *d, size_t line, Rect r, int row, Grid *g);

/* Panes that are written as a whole: their texts are short. */
typedef void LookBuild(const Look *l, int cols, Doc *d);
/* The rows of such a pane, wrapped to cols; what the other run of a comparison does not say is
 * marked. */
Doc *look_whole(const Look *l, LookBuild *build, int cols);

#endif
