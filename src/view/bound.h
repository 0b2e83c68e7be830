/* bound.h: what Python names and variables hold, gathered so that a window of them costs what it
 * shows. */
#ifndef TFSCOPE_VIEW_BOUND_H
#define TFSCOPE_VIEW_BOUND_H

#include "trace/trace.h"

typedef struct Bound Bound;

Bound *bound_make(Arena *a, const Trace *t);

/* The frame of the module that a frame's code stands in: its globals. NULL when there is none. */
const TraceFrame *bound_globals(const Bound *b, const TraceFrame *f);
/* Is it a name that a reader wants to see: no module, function or class, no name with "_" in front?
 */
bool bound_shown(Name name, Value v);
/* How many slots of a frame have a name to show at moment m, and slot number i of these. In order
 * of first binding for globals, of slots for functions. */
size_t bound_names(const Bound *b, const TraceFrame *f, Moment m);
uint32_t bound_slot(const Bound *b, const TraceFrame *f, Moment m, size_t i);

/* A variable that got a value in a session. */
typedef struct BoundVariable {
    const TraceVariable *variable;
    uint32_t session;
    Moment first; /* of its first value there */
} BoundVariable;

/* How many of them there were at moment m: the first ones, in order of first value. */
size_t bound_variables(const Bound *b, Moment m);
const BoundVariable *bound_variable(const Bound *b, size_t i);
bool bound_many_sessions(const Bound *b); /* values of more than one session exist */

/* A change of a variable's value. */
typedef struct BoundChange {
    Moment moment;
    const TraceVariable *variable;
    uint32_t session;
} BoundChange;

/* How many changes there were before moment m, and one of them. */
size_t bound_changes(const Bound *b, Moment m);
const BoundChange *bound_change(const Bound *b, size_t i);

/* The last session run that began before moment m; NULL before any. */
const TraceRun *bound_run(const Trace *t, Moment m);

#endif
