/* varscope.h: what the graph layer itself needs of variable scopes. The model is told in
 * varscope.c. */
#ifndef TFSCOPE_GRAPH_VARSCOPE_H
#define TFSCOPE_GRAPH_VARSCOPE_H

#include "graph/graph.h"

VarScope *varscope_root(Engine *e, TraceScope *record); /* the scope that a new graph starts in */
static inline bool value_given(Value v) {
    return v.kind != VALUE_UNBOUND && v.kind != VALUE_NONE;
}

/* Why reuse is as it is in a scope: the rule, the scope that it comes from, and the line that is
 * behind it. */
typedef struct ReuseReason {
    Rule rule;
    const TraceScope *from;
    Cause cause;
} ReuseReason;
ReuseReason varscope_reuse_reason(const Engine *e, const VarScope *s);

#endif
