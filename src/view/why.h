/* why.h: the chain of reasons behind a name, a sharing, a scope or a refusal.
 *
 * A reason is a TraceFact: a rule (rule.def, with its section), the names and the number that it
 * speaks of, and the line of the program that is behind it. A chain is complete: whoever applies
 * its reasons one by one arrives at the name, the variable or the refusal that it explains
 * (tests/claims.c does, for every chain). explain.c puts chains into words. */
#ifndef TFSCOPE_VIEW_WHY_H
#define TFSCOPE_VIEW_WHY_H

#include "trace/trace.h"

typedef struct Chain {
    const TraceFact *at; /* [count], in the order in which things were decided */
    size_t count;
} Chain;

/* What is looked up for chains, gathered once from a finished trace; lives in the arena, as chains
 * do. */
typedef struct Why Why;
Why *why_make(Arena *a, const Trace *t);
const Trace *why_trace(const Why *w);
/* The same with chains that live in a: for who asks again and again. */
const Why *why_into(Arena *a, const Why *w);

Chain why_node(const Why *w, const TraceNode *n); /* of a variable's own node: why_variable */
Chain why_variable(const Why *w, const TraceVariable *v);
Chain why_share(const Why *w, const TraceShare *s);
Chain why_scope(const Why *w, const TraceScope *s);
/* Empty when the error has nothing to do with TensorFlow's rules. */
Chain why_error(const Why *w, const TraceError *e);
/* Of what the event made, entered, switched on, shared or refused, as things were then; empty for
 * other events, and for nodes that library code made (ask why_node). */
Chain why_event(const Why *w, Moment event);

#endif
