/* wait.h: what a person sees and can do while a program runs. */
#ifndef TFSCOPE_CLI_WAIT_H
#define TFSCOPE_CLI_WAIT_H

#include "base/watch.h"
#include "run/run.h"

/* Somebody who waits for a run. Ctrl-C ends the run, and what it recorded stays; a second Ctrl-C,
 * while the first is not answered yet, ends the process. */
typedef struct Waiter {
    Watch watch; /* first: what the run asks */
    const Trace *trace;
    /* Called several times a second while the run goes on: false: the run shall end. */
    bool (*tick)(struct Waiter *w);
    bool interrupted; /* the run was told to end */
} Waiter;

/* Begins to wait: w->trace and w->tick are set. Only one can wait at a time. */
void wait_begin(Waiter *w);
/* The run is over: signals mean what they meant before. */
void wait_end(Waiter *w);

/* How far a run is: "steps: 1,234,567, nodes: 1,000, variables: 20". Lives in a. */
Str wait_progress(Arena *a, const Trace *t);

/* Runs a program while somebody waits on the command line: a terminal shows how far it is after a
 * second. out, when not NULL, is of standard output: it and standard error get what the
 * program prints, as it comes; a failure is kept in it. Returns what
 * run_program does. */
bool line_wait_run(Run *run, const Source *source, Sink *out);

#endif
