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
    Log differing[2];    /* Moment, in order: deeds that differ; the second run's: only those that
                            the first one has nothing for */
};

#define STEP_PAIRED 0x80000000u

/* What a step did that can differ: an event about the graph, an error, or output. */
typedef enum DeedClass {
    DEED_VARIABLE, /* made or shared */
    DEED_OP,
    DEED_SCOPE,
    DEED_ERROR,
    DEED_OUTPUT,
    DEED_CLASSES
} DeedClass;

typedef struct Deed {
    DeedClass class;
    EventKind kind;
    uint32_t arg; /* of the event */
    Moment moment;
} Deed;

/* together_deeds.c: the next deed of a class at or after moment *m, before `to`; moves *m behind
 * it. False: there is none. */
bool deed_next(const Trace *t, DeedClass class, Moment *m, Moment to, Deed *deed);
/* Do the deeds of two runs differ? */
bool deeds_differ(const Trace *x, const Deed *p, const Trace *y, const Deed *q);
/* The node that was made, or is that of the variable that was made or shared; NULL for others. */
const TraceNode *deed_node(const Trace *t, const Deed *d);
/* Fills `differing` of both runs. */
void together_find_differing(Together *t);

#endif
