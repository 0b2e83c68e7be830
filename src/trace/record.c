/* record.c: writing a trace. Every function first takes the memory it needs, then fills it, and
 * only then lets the lists grow: a jump out of an allocation leaves a trace that can be read. */
#include "trace/trace.h"

_Static_assert(EVENT_COUNT == 21, "a new event needs a reader: see docs/HACKING.md");

Trace *trace_make(Arena *a, Names *names) {
    Trace *t = ARENA_NEW(a, Trace);
    t->arena = a;
    t->names = names;
    t->modules = log_make(a, sizeof(TraceModule));
    t->steps = log_make(a, sizeof(Step));
    t->events = log_make(a, sizeof(Event));
    t->frames = log_make(a, sizeof(TraceFrame));
    t->graphs = log_make(a, sizeof(TraceGraph *));
    t->nodes = log_make(a, sizeof(TraceNode *));
    t->variables = log_make(a, sizeof(TraceVariable *));
    t->shares = log_make(a, sizeof(TraceShare *));
    t->scopes = log_make(a, sizeof(TraceScope *));
    t->scope_log = log_make(a, sizeof(TraceScopeAt));
    t->runs = log_make(a, sizeof(TraceRun *));
    t->errors = log_make(a, sizeof(TraceError *));
    t->facts = log_make(a, sizeof(TraceFact));
    t->output = log_make(a, sizeof(TraceOutputPiece));
    t->objects = log_make(a, sizeof(Object *));
    t->site = SITE_NONE;
    t->frame = FRAME_NONE;
    return t;
}

void trace_step(Trace *t, uint32_t site, uint32_t frame) {
    *LOG_PUSH(&t->steps, Step) = (Step){site, frame, trace_now(t)};
}

void trace_event(Trace *t, EventKind kind, uint32_t arg) {
    if (t->events.count >= MOMENT_END - 1) /* moments are 32 bits wide: as good as out of memory */
        arena_alloc(t->arena, SIZE_MAX);
    Event *e = LOG_PUSH(&t->events, Event);
    e->site = (t->site < SITE_UNKNOWN ? t->site : SITE_UNKNOWN) & SITE_UNKNOWN;
    e->kind = (uint8_t)kind;
    e->arg = arg;
}

void trace_bind(Trace *t, Cell *c, Value v, uint32_t slot) {
    cell_set(t->arena, c, v, trace_now(t));
    trace_event(t, v.kind == VALUE_UNBOUND ? EVENT_UNBIND : EVENT_BIND, slot);
}

TraceFrame *trace_frame(Trace *t) {
    uint32_t index = (uint32_t)t->frames.count;
    TraceFrame *f = LOG_PUSH(&t->frames, TraceFrame);
    f->index = index;
    f->parent = t->frame;
    f->call_site = t->site;
    f->entered = trace_now(t);
    f->left = MOMENT_END;
    return f;
}

/* Adds pointer p to a log of pointers and returns its index. */
static uint32_t keep(Log *log, void *p) {
    uint32_t index = (uint32_t)log->count;
    *LOG_PUSH(log, void *) = p;
    return index;
}

TraceGraph *trace_graph(Trace *t) {
    TraceGraph *g = ARENA_NEW(t->arena, TraceGraph);
    g->cause = trace_cause(t);
    g->nodes = log_make(t->arena, sizeof(TraceNode *));
    g->names = log_make(t->arena, sizeof(TraceName));
    g->collections = log_make(t->arena, sizeof(TraceCollected));
    g->index = keep(&t->graphs, g);
    trace_event(t, EVENT_GRAPH, g->index);
    return g;
}

void trace_name(Trace *t, TraceGraph *g, Name op_scope, Name asked, Name name) {
    *LOG_PUSH(&g->names, TraceName) = (TraceName){op_scope, asked, name, trace_cause(t)};
}

void trace_node(Trace *t, TraceNode *n) {
    TraceGraph *g = *LOG_AT(&t->graphs, TraceGraph *, n->graph);
    n->cause = trace_cause(t);
    n->index = (uint32_t)t->nodes.count;
    n->id = (uint32_t)g->nodes.count + 1;
    keep(&t->nodes, n);
    keep(&g->nodes, n);
    trace_event(t, EVENT_NODE, n->index);
}

void trace_shape(Trace *t, const TraceNode *n, TraceOutput *o, Shape shape) {
    if (shape_eq(o->shape, shape))
        return;
    TraceShape *past = ARENA_NEW(t->arena, TraceShape);
    *past = (TraceShape){o->shape, trace_now(t), o->past};
    o->past = past;
    o->shape = shape;
    trace_event(t, EVENT_SHAPE, n->index);
}

void trace_variable(Trace *t, TraceVariable *v) {
    v->cause = trace_cause(t);
    v->shares = log_make(t->arena, sizeof(TraceShare *));
    v->values = log_make(t->arena, sizeof(TraceVariableValue));
    v->index = keep(&t->variables, v);
    trace_event(t, EVENT_VARIABLE, v->index);
}

TraceShare *trace_share(Trace *t, TraceVariable *v, const TraceScope *scope) {
    TraceShare *s = ARENA_NEW(t->arena, TraceShare);
    s->variable = v;
    s->scope = scope;
    s->cause = trace_cause(t);
    s->index = keep(&t->shares, s);
    keep(&v->shares, s);
    trace_event(t, EVENT_SHARE, s->index);
    return s;
}

void trace_scope_now(Trace *t, uint32_t graph, const TraceScope *s) {
    *LOG_PUSH(&t->scope_log, TraceScopeAt) = (TraceScopeAt){trace_now(t), graph, s};
}

void trace_enter(Trace *t, TraceScope *s) {
    s->cause = trace_cause(t);
    s->left = MOMENT_END;
    s->reuse_on = MOMENT_END;
    s->defaults.dtype_set = s->defaults.initializer_set = MOMENT_END;
    s->index = keep(&t->scopes, s);
    trace_scope_now(t, s->graph, s);
    trace_event(t, EVENT_ENTER, s->index);
}

void trace_defaults(Trace *t, TraceScope *s, ScopeDefaults defaults) {
    TraceDefaults *set = ARENA_NEW(t->arena, TraceDefaults);
    *set = (TraceDefaults){defaults, trace_now(t), s->set};
    s->set = set;
    trace_event(t, EVENT_DEFAULTS, s->index);
}

void trace_leave(Trace *t, TraceScope *s, const TraceScope *now) {
    s->left = trace_now(t);
    trace_scope_now(t, s->graph, now);
    trace_event(t, EVENT_LEAVE, s->index);
}

TraceError *trace_error(Trace *t, Name type, Str message) {
    TraceError *e = ARENA_NEW(t->arena, TraceError);
    e->type = type;
    e->message = str_dup(t->arena, message);
    e->rule = RULE_COUNT;
    e->cause = trace_cause(t);
    e->index = keep(&t->errors, e);
    trace_event(t, EVENT_RAISE, e->index);
    return e;
}

TraceRun *trace_run(Trace *t, uint32_t session, uint32_t nfetches) {
    TraceRun *r = ARENA_NEW(t->arena, TraceRun);
    r->session = session;
    r->nfetches = nfetches;
    r->fetches = ARENA_ARRAY(t->arena, nfetches, TraceInput);
    r->values = ARENA_ARRAY(t->arena, nfetches, const Tensor *);
    r->cause = trace_cause(t);
    r->index = keep(&t->runs, r);
    trace_event(t, EVENT_RUN, r->index);
    return r;
}

void trace_variable_value(Trace *t, TraceVariable *v, uint32_t session, const Tensor *value) {
    *LOG_PUSH(&v->values, TraceVariableValue) = (TraceVariableValue){trace_now(t), session, value};
    trace_event(t, EVENT_VALUE, v->index);
}

void trace_collect(Trace *t, TraceGraph *g, Name key, const TraceVariable *v, const TraceNode *n) {
    *LOG_PUSH(&g->collections, TraceCollected) = (TraceCollected){key, trace_now(t), v, n};
    trace_event(t, EVENT_COLLECT, g->index);
}

void trace_output(Trace *t, Str text, bool error) {
    TraceOutputPiece piece = {trace_now(t), error, str_dup(t->arena, text)};
    uint32_t index = (uint32_t)t->output.count;
    *LOG_PUSH(&t->output, TraceOutputPiece) = piece;
    trace_event(t, EVENT_OUTPUT, index);
}

void trace_fact(Trace *t, Rule rule, FactAbout about, uint32_t index, Name a, Name b, int64_t n,
                Cause cause) {
    *LOG_PUSH(&t->facts, TraceFact) = (TraceFact){rule, about, index, a, b, n, cause};
}

uint32_t trace_object(Trace *t, Object *o) {
    o->id = keep(&t->objects, o) + 1;
    o->born = trace_now(t);
    return o->id;
}
