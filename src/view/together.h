/* together.h: two runs that step together: which steps belong together, and what differs there.
 *
 * Lines of the two programs are paired first (the same program: each with itself; an edit or
 * another program: align.c). Steps are paired in order, by their lines; what only one run has
 * stands between two pairs, and the other run waits there. So a position in one run gives the
 * position in the other one. Nodes are paired once, for whole runs, so that a row of a pane asks
 * for its mark at the cost of a look-up. */
#ifndef TFSCOPE_VIEW_TOGETHER_H
#define TFSCOPE_VIEW_TOGETHER_H

#include "view/diff.h"
#include "view/outline.h"

typedef struct Together Together;

/* Of two finished runs, which must stay. same_program: one text under two releases: lines mean the
 * same. */
const Together *together_make(Arena *a, const Why *x, const Why *y, bool same_program);

/* Where one of the runs stands, and which one it is. */
typedef struct TogetherAt {
    bool second;   /* the second run */
    size_t step;   /* after so many steps */
    Moment moment; /* inside the step's events when before its end */
} TogetherAt;

const Trace *together_trace(const Together *t, bool second);
/* Where the other run stands then. */
TogetherAt together_other(const Together *t, TogetherAt at);
/* Has the step (from 1) of a run a partner? */
bool together_paired(const Together *t, bool second, size_t step);
/* The line of the other program that belongs to a line, 0 for none. */
uint32_t together_line(const Together *t, bool second, uint32_t line);

/* ---- what differs ---- */

/* How a thing differs from what the other run has for it. */
typedef enum Differs {
    DIFFERS_NOT,
    DIFFERS_OTHER, /* the other one has it, but otherwise: name, op, type, shape, sharing */
    DIFFERS_ONLY,  /* the other one does not have it */
} Differs;

/* Of a row of a pane that shows the run `here.second` at `here`. */
Differs together_node(const Together *t, TogetherAt here, const TraceNode *n);
/* Of a branch of a tree of names: of its node; a mere prefix differs when `other`, the tree that
 * the other run has then (NULL: none), has nothing of that path. */
Differs together_branch(const Together *t, TogetherAt here, const Branch *b, const Outline *other);
/* Does any node differ that is there below a branch of an outline? Looks at one after the other,
 * at most `*most` of them, which is what is left then. */
typedef enum Below { BELOW_SAME, BELOW_DIFFERS, BELOW_UNKNOWN } Below;
Below together_below(const Together *t, TogetherAt here, const Outline *o, uint32_t branch,
                     size_t *most);
/* of a line of the program: of its text */
Differs together_line_differs(const Together *t, bool second, uint32_t line);
/* Of line `line` (from 0, as printed.h counts) of what the program printed so far. */
Differs together_output(const Together *t, TogetherAt here, size_t line);
/* How many things differ so far, in both runs. */
size_t together_count(const Together *t, TogetherAt here);
/* The step here at which the next thing comes that differs; 0 for none. */
size_t together_next(const Together *t, TogetherAt here);

/* What sentences call the run that has the keys, and the other one; empty: "here", "beside". */
typedef struct TogetherNames {
    Str here, beside;
} TogetherNames;

/* What differs at this step, and why, as sentences: `here` is the run that has the keys. When
 * nothing does: how many things differ so far, and where the next one is. The first line says the
 * most important. */
Doc *together_words(Arena *a, const Together *t, TogetherAt here, TogetherNames names);

#endif
