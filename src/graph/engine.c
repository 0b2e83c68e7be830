#include "graph/graph.h"

#include <stdarg.h>
#include <stdio.h>

bool engine_has(const Engine *e, Change change) {
    e->asked[change] = true;
    return e->dialect.has[change];
}

bool engine_fail(Engine *e, FaultKind kind, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *text = arena_alloc(e->arena, (size_t)len + 1);
    vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    e->fault = (Fault){.kind = kind, .text = {text, (size_t)len}, .rule = RULE_COUNT};
    return false;
}

/* Tells the trace which graph is the default one now. */
static void record_default(Engine *e) {
    Graph *g = engine_graph(e);
    e->trace->default_graph = g->record->index;
    trace_scope_now(e->trace, g->record->index, g->scope);
}

Engine *engine_make(Trace *trace, Arena *scratch, const Dialect *dialect, Host host) {
    Engine *e = ARENA_NEW(trace->arena, Engine);
    e->arena = trace->arena;
    e->scratch = scratch;
    e->names = trace->names;
    e->trace = trace;
    e->dialect = *dialect;
    trace->caseless = dialect->has[CHANGE_NAMES_CASELESS];
    e->asked = ARENA_ARRAY(e->arena, CHANGE_COUNT, bool);
    e->host = host;
    e->checkpoints = map_make(e->arena);
    e->seed = trace->seed;
    e->global_graph = graph_make(e);
    e->functions = log_make(e->arena, sizeof(Value));
    e->carriers = log_make(e->arena, sizeof(Arena *));
    record_default(e);
    return e;
}

Arena *engine_arena(Engine *e) {
    Arena *a = arena_child(e->scratch);
    a->limit = e->scratch->limit;
    arena_on_fail(a, e->scratch->fail, e->scratch->fail_context);
    return a;
}

Graph *engine_graph(Engine *e) {
    return e->graph_stack ? e->graph_stack->graph : e->global_graph;
}

/* After the stack of graphs has changed: when another graph is the default one, the event goes with
 * the new innermost scope. A session enters the graph that is the default one already. */
static void switch_graph(Engine *e, const Graph *before) {
    if (engine_graph(e) == before)
        return;
    record_default(e);
    trace_event(e->trace, EVENT_GRAPH, engine_graph(e)->record->index);
}

void engine_push_graph(Engine *e, Graph *g) {
    const Graph *before = engine_graph(e);
    GraphFrame *frame = ARENA_NEW(e->arena, GraphFrame);
    *frame = (GraphFrame){g, e->graph_stack, false};
    e->graph_stack = frame;
    switch_graph(e, before);
}

void engine_hold_graph(Engine *e) {
    GraphFrame *frame = ARENA_NEW(e->arena, GraphFrame);
    *frame = (GraphFrame){engine_graph(e), e->graph_stack, true};
    e->graph_stack = frame;
}

bool engine_pop_graph(Engine *e) {
    if (!e->graph_stack)
        return engine_fail(e, FAULT_INDEX, "list index out of range");
    const Graph *before = engine_graph(e);
    bool held = e->graph_stack->held;
    e->graph_stack = e->graph_stack->outer;
    if (!held)
        switch_graph(e, before);
    return true;
}

bool engine_reset_default_graph(Engine *e) {
    if (e->graph_stack && engine_has(e, CHANGE_RESET_NESTED))
        return engine_fail(
            e, FAULT_ASSERTION,
            "Do not use tf.reset_default_graph() to clear nested graphs. If you need a "
            "cleared graph, exit the nesting and create a new graph.");
    e->graph_stack = NULL;
    e->global_graph = graph_make(e);
    switch_graph(e, NULL);
    return true;
}
