/* since.h: what changed between two moments of a run, in words, by kind: names, sharings, scopes,
 * values, Python names, output, errors. Long lists are cut, and say by how much. */
#ifndef TFSCOPE_VIEW_SINCE_H
#define TFSCOPE_VIEW_SINCE_H

#include "view/doc.h"
#include "view/gather.h"

typedef struct Since {
    const Trace *trace;
    const Gathered *gathered;
    Moment from, to;         /* from <= to */
    const TraceFrame *frame; /* its names are compared, and the globals; NULL: none */
    bool library;            /* nodes of library code too */
    const char *arrow;       /* between before and after: "→" or "->", or a word */
} Since;

/* False: nothing changed, and nothing is written. */
bool since_tell(Doc *d, const Since *s);

#endif
