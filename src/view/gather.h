/* gather.h: all that panes need to have looked up of a finished trace, gathered once a run. */
#ifndef TFSCOPE_VIEW_GATHER_H
#define TFSCOPE_VIEW_GATHER_H

#include "view/bound.h"
#include "view/counters.h"
#include "view/finder.h"
#include "view/printed.h"

typedef struct Gathered {
    const Printed *printed;
    const Bound *bound;
    const Finder *finder;
    const Counters **counters; /* [graphs] */
} Gathered;

const Gathered *gather_make(Arena *a, const Trace *t);

#endif
