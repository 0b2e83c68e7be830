/* finder.h: what a name stands for besides nodes: scopes, keys of variables, errors about it.
 * Gathered once, so that asking why does not look through a whole run. */
#ifndef TFSCOPE_VIEW_FINDER_H
#define TFSCOPE_VIEW_FINDER_H

#include "view/outline.h"
#include "view/view.h"

typedef struct Finder Finder;

Finder *finder_make(Arena *a, const Trace *t);

/* What is asked about a name. */
typedef struct NameAsked {
    const Why *why;
    const Finder *finder;
    const Outline *outline; /* of the graph it is asked of; NULL: there is none yet */
    Name name;
    Moment moment; /* what came later is not told */
} NameAsked;

/* Why it is called so, rule by rule; who shares it; what was refused about it. False when there was
 * nothing of that name then. */
bool finder_explain(Doc *d, const NameAsked *ask);
/* The variable of that name, of that key, or that a node of that name belongs to; NULL. */
const TraceVariable *finder_variable(const NameAsked *ask);

#endif
