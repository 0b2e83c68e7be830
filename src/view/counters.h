/* counters.h: the names in use in a graph: for each, the number that the next request for it tries.
 *
 * That is TensorFlow's own table (graph/naming.c), told from the names that the graph handed out: a
 * name counts once for every time that it was asked for, and once when it was handed out with a
 * number. Gathered once; read at any moment without looking at all of them. */
#ifndef TFSCOPE_VIEW_COUNTERS_H
#define TFSCOPE_VIEW_COUNTERS_H

#include "trace/trace.h"

typedef struct Counter {
    Name name;      /* full, as it was asked for first */
    uint32_t leaf;  /* where its last part begins: behind the scope it stands in */
    uint32_t first; /* its first use, as an index into the uses of all counters */
    uint32_t count; /* uses at the end of the run */
    Moment since;   /* in use after this moment */
} Counter;

typedef struct Counters Counters; /* of one graph */

/* Counters that stand in one op scope, in order of first use: a range of indices. */
typedef struct CounterScope {
    uint32_t first, count;
} CounterScope;

Counters *counters_make(Arena *a, const Trace *t, uint32_t graph);

/* How many were in use at moment m: the first ones of all, in order of first use. */
size_t counters_at(const Counters *c, Moment m);
const Counter *counters_get(const Counters *c, size_t i);

/* Of an op scope without a slash at its end; "" is the root. */
CounterScope counters_scope(const Counters *c, Arena *scratch, Str scope);
size_t counters_scope_at(const Counters *c, CounterScope s, Moment m);
const Counter *counters_scope_get(const Counters *c, CounterScope s, size_t i);

/* What the table held for it at moment m: how often it was used. */
uint32_t counter_value(const Counters *c, const Counter *counter, Moment m);
/* The name that a request for this one would get at moment m, or an empty Str when looking for it
 * takes too long; lives in a. */
Str counter_gives(Arena *a, const Counters *c, const Counter *counter, Moment m);

#endif
