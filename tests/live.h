/* live.h: is the state at a step, read from the trace, what it was when the program was there?
 *
 * A run is watched by a hook that writes down the live state before each step: newest values of all
 * names of all running functions, the open scope, the numbers of nodes, variables, values, errors
 * and printed bytes. Afterwards the same is read from the finished trace at every step. */
#ifndef TFSCOPE_TESTS_LIVE_H
#define TFSCOPE_TESTS_LIVE_H

#include "run/run.h"

/* Steps of a longer program are not looked at. */
enum { LIVE_MOST_STEPS = 4000 };

/* The live states of one run. */
typedef struct Observer {
    Arena *arena;       /* of the texts */
    Arena *scratch;     /* of the text being made */
    Str *states;        /* [count] state i is that after i steps */
    size_t count, room; /* of states */
} Observer;

Observer live_make(void); /* nothing seen yet; live_done frees it */
void live_done(Observer *w);
/* RunOptions.on_step, with a Observer as the context. */
void live_watch(void *context, Run *run);
/* False when a state was read otherwise than it was; the first one goes to why. */
bool live_compare(Observer *w, const Trace *t, Sink *why);

#endif
