/* trace.h: the record of one run; the narrow waist of the program.
 *
 * A program is run once and leaves a trace. Everything that comes after (tree, explanation,
 * explorer, lesson, export) only reads, as a function of (trace, step). Code that writes it has
 * never heard of a screen; code that reads it has never heard of the interpreter.
 *
 *   step    one executed line: where it stands, in which frame, and at which moment it began.
 *   event   what happened within a step, with the place of the very sub-expression.
 *   moment  the number of events before it; it orders everything.
 *   records graph nodes, variables, scopes, errors, output: lists that only grow, ordered by
 * moment. cells   places that change keep their own history (value.h).
 *
 * So the state at step k needs no replay: it is moment = step_end(k), a prefix of each list
 * and a binary search in each cell. The same program, version and seed give the same trace, byte
 * for byte, on every machine. */
#ifndef TFSCOPE_TRACE_TRACE_H
#define TFSCOPE_TRACE_TRACE_H

#include "base/source.h"
#include "trace/record.h"

typedef enum EventKind {
#define EVENT(ID, ...) EVENT_##ID,
#include "trace/event.def"
#undef EVENT
    EVENT_COUNT
} EventKind;

#define SITE_UNKNOWN 0xffffffu /* of an event: none */

typedef struct Event {
    uint32_t site : 24; /* instruction; SITE_UNKNOWN for none */
    uint32_t kind : 8;  /* EventKind */
    uint32_t arg;       /* see event.def */
} Event;

typedef struct Step {
    uint32_t site; /* the LINE instruction */
    uint32_t frame;
    Moment start; /* events before it */
} Step;

/* How a run ended. */
typedef enum TraceEnd {
    END_DONE,    /* normally */
    END_RAISED,  /* an exception was not caught: the last error */
    END_EXIT,    /* sys.exit or exit() */
    END_REFUSED, /* something that is not modelled: see refusal */
    END_BUDGET,  /* a budget was used up: see budget */
} TraceEnd;

typedef enum Budget {
    BUDGET_STEPS,
    BUDGET_MEMORY,
    BUDGET_DEPTH,
    BUDGET_OUTPUT,
    BUDGET_TENSOR,
    BUDGET_INTERRUPT, /* whoever waited stopped it */
    BUDGET_COUNT
} Budget;

/* One source of the run and where its sites are. */
typedef struct TraceModule {
    const Source *source;
    Name name; /* "__main__" */
    uint32_t first_site, nsites;
    const Span *spans; /* [nsites] */
} TraceModule;

typedef struct Trace {
    Arena *arena; /* everything lives here */
    Names *names;
    Str tf;        /* TensorFlow's version: "1.4" */
    int python;    /* 2 or 3 */
    int64_t seed;  /* of operations that TensorFlow would draw at random */
    bool caseless; /* names that differ only in case count as one (section 1.2) */

    Log modules;   /* TraceModule */
    Log steps;     /* Step */
    Log events;    /* Event */
    Log frames;    /* TraceFrame */
    Log graphs;    /* TraceGraph * */
    Log nodes;     /* TraceNode *, of all graphs */
    Log variables; /* TraceVariable * */
    Log shares;    /* TraceShare * */
    Log scopes;    /* TraceScope * */
    Log scope_log; /* TraceScopeAt: which scope was innermost since when */
    Log runs;      /* TraceRun * */
    Log errors;    /* TraceError * */
    Log facts;     /* TraceFact */
    Log output;    /* TraceOutputPiece */
    Log objects;   /* Object *, by id - 1: those that can change */

    TraceEnd end;
    Budget budget;          /* when end is END_BUDGET */
    Diag refusal;           /* when end is END_REFUSED */
    uint32_t refusal_site;  /* the instruction that was refused: its source has the place */
    Str traceback;          /* when end is END_RAISED: as CPython prints it */
    int exit_status;        /* when end is END_EXIT */
    uint32_t site;          /* while running: the instruction that runs now, set by the machine */
    uint32_t frame;         /* while running: the frame that runs now */
    uint32_t default_graph; /* at the end of the run: index */
} Trace;

typedef struct TraceScopeAt {
    Moment moment; /* seen after it */
    uint32_t graph;
    const TraceScope *scope;
} TraceScopeAt;

/* ---- recording ---- */

Trace *trace_make(Arena *a, Names *names);
static inline Moment trace_now(const Trace *t) {
    return (Moment)t->events.count;
}

/* Where the program is now: what a record made at this moment was caused by. */
static inline Cause trace_cause(const Trace *t) {
    return (Cause){trace_now(t), t->site, t->frame};
}

void trace_step(Trace *t, uint32_t site, uint32_t frame);
void trace_event(Trace *t, EventKind kind, uint32_t arg); /* at t->site */
/* Binds a name: writes the cell and records the event. */
void trace_bind(Trace *t, Cell *c, Value v, uint32_t slot);
/* a new frame with its index, still open; the event is the caller's */
TraceFrame *trace_frame(Trace *t);
TraceGraph *trace_graph(Trace *t); /* with its event */
/* g handed out a name */
void trace_name(Trace *t, TraceGraph *g, Name op_scope, Name asked, Name name);
/* Each adds a record whose fields the caller has filled but index and cause, and records its event.
 * The record itself must live in t->arena. */
void trace_node(Trace *t, TraceNode *n);
/* o is an output of n */
void trace_shape(Trace *t, const TraceNode *n, TraceOutput *o, Shape shape);
void trace_variable(Trace *t, TraceVariable *v);
TraceShare *trace_share(Trace *t, TraceVariable *v, const TraceScope *scope);
void trace_enter(Trace *t, TraceScope *s);
/* set_dtype or set_initializer changed the defaults of s to these */
void trace_defaults(Trace *t, TraceScope *s, ScopeDefaults defaults);
void trace_leave(Trace *t, TraceScope *s, const TraceScope *now);
/* another scope became innermost without enter or leave: a graph switch */
void trace_scope_now(Trace *t, uint32_t graph, const TraceScope *s);
TraceError *trace_error(Trace *t, Name type, Str message);
TraceRun *trace_run(Trace *t, uint32_t session, uint32_t nfetches);
void trace_variable_value(Trace *t, TraceVariable *v, uint32_t session, const Tensor *value);
void trace_collect(Trace *t, TraceGraph *g, Name key, const TraceVariable *v, const TraceNode *n);
void trace_output(Trace *t, Str text, bool error);
void trace_fact(Trace *t, Rule rule, FactAbout about, uint32_t index, Name a, Name b, int64_t n,
                Cause cause);
uint32_t trace_object(Trace *t, Object *o); /* numbers an object; returns its id */

/* ---- reading ---- */

size_t trace_steps(const Trace *t); /* steps; the state before the first one is step 0 */
/* moment of the state after k steps (0 … trace_steps) */
Moment trace_step_end(const Trace *t, size_t k);
const Step *trace_step_at(const Trace *t, size_t k); /* step k, from 1 */
/* the step within which the event number m happened */
size_t trace_step_of(const Trace *t, Moment m);
/* How many items of an append-only list existed at moment m. */
size_t trace_nodes_at(const Trace *t, Moment m); /* all graphs */
size_t trace_graph_nodes_at(const TraceGraph *g, Moment m);
size_t trace_variables_at(const Trace *t, Moment m);
size_t trace_output_at(const Trace *t, Moment m); /* pieces */
size_t trace_errors_at(const Trace *t, Moment m);
size_t trace_shares_at(const TraceVariable *v, Moment m);
size_t trace_values_at(const TraceVariable *v, Moment m); /* in all sessions */
/* The moment of element i of a log that is ordered by them. */
typedef Moment TraceMomentFn(const Log *l, size_t i);
/* How many elements of such a log came before m. */
size_t trace_count_before(const Log *l, TraceMomentFn *moment, Moment m);
const TraceScope *trace_scope_at(const Trace *t,
                                 Moment m);          /* innermost scope; NULL before any graph */
Reuse trace_reuse_at(const TraceScope *s, Moment m); /* with reuse_variables() taken into account */
const ScopeDefaults *trace_defaults_at(const TraceScope *s, Moment m);
Shape trace_shape_at(const TraceOutput *o, Moment m); /* the static shape then */
/* NULL: not initialized */
const Tensor *trace_value_at(const TraceVariable *v, uint32_t session, Moment m);
const TraceFrame *trace_frame_at(const Trace *t, uint32_t index);
Value trace_local_at(const TraceFrame *f, uint32_t slot, Moment m);
/* The source and the span of a site; false when it has none. */
bool trace_span(const Trace *t, uint32_t site, const TraceModule **module, Span *span);
uint32_t trace_line(const Trace *t, uint32_t site); /* line of a site, 0 for none */

/* ---- JSON (trace_json.c) ---- */

#define TRACE_FORMAT "tfscope-trace"
#define TRACE_VERSION 2
/* The whole trace: modules, steps, events, records, what names held. Schema in docs/TRACE.md. */
void trace_json(const Trace *t, Sink *out);
/* Reads such a text into a; NULL: *error is a sentence that says what is wrong, and where. The text
 * is taken with doubt: whatever it says, the trace can be read at every step. */
Trace *trace_read(Arena *a, Str text, Str *error);
/* The object that `run --json` prints and that the conformance data has. */
void trace_result_json(const Trace *t, Sink *out);
const char *event_name(EventKind kind);
const char *rule_section(Rule rule);

#endif
