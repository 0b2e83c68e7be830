#include "view/gather.h"

const Gathered *gather_make(Arena *a, const Trace *t) {
    Gathered *g = ARENA_NEW(a, Gathered);
    g->printed = printed_make(a, t);
    g->bound = bound_make(a, t);
    g->finder = finder_make(a, t);
    g->counters = ARENA_ARRAY(a, t->graphs.count, const Counters *);
    for (size_t i = 0; i < t->graphs.count; i++)
        g->counters[i] = counters_make(a, t, (uint32_t)i);
    return g;
}
