/* together_inner.h: what the files of together.h share. */
#ifndef TFSCOPE_VIEW_TOGETHER_INNER_H
#define TFSCOPE_VIEW_TOGETHER_INNER_H

#include "view/printed.h"
#include "view/together.h"

/* Two sequences whose equal elements are paired in order. */
typedef struct StepPairs {
    const uint32_t *x, *y; /* [n], [m] what steps are equal by */
    uint32_t n, m;
    uint32_t *to_y, *to_x; /* [n], [m] partners, or THING_NONE */
} StepPairs;

/* together_steps.c: pairs them. False: too much differs; the rest was paired by number. */
bool together_pair_steps(StepPairs *p);

struct Together {
    const Why *why[2];
    const Trace *trace[2];
    bool same_program;
    bool by_number;    /* steps are not paired by what they are */
    uint32_t *line[2]; /* [nlines + 1] the partner of each line of the program, 0 for none */
    uint32_t nlines[2];
    uint32_t
        *step[2]; /* [steps + 1] where the other run stands, with STEP_PAIRED; NULL: by number */
    Diff *diff;   /* things and their partners; without items. NULL: too many, or no program */
    const Printed *printed[2];
    uint32_t *output[2]; /* [lines] the line of the other run that reads the same, or THING_NONE */
    Log differing[2];    /* Moment, in order: things that differ; the second run's: only its own */
};

#define STEP_PAIRED 0x80000000u

/* The partner of a node of the run `second`, whether it is there yet or not; NULL for none. */
const TraceNode *together_partner(const Together *t, bool second, const TraceNode *n);
/* Do two nodes that belong together differ, as they are at last? */
bool together_nodes_differ(const TraceNode *x, const TraceNode *y);
/* Is it a node that the program asked for, or a variable? (No part of a variable, none of library
 * code.) */
bool together_counts(const TraceNode *n);

#endif
