#include "graph/graph.h"

#include <stdarg.h>
#include <stdio.h>

#define NEWEST_MINOR 15

/* First minor release of 1.x that has each change. */
static const uint8_t first_minor[] = {
#define CHANGE(ID, minor, row, meaning) minor,
#include "graph/dialect.def"
#undef CHANGE
};
_Static_assert(sizeof first_minor == CHANGE_COUNT, "one row a change");

bool engine_has(const Engine *e, Change change) {
    return e->minor >= first_minor[change];
}

/* Reads digits at *at; false when there are none or too many. */
static bool read_number(Str text, size_t *at, int *number) {
    size_t start = *at;
    *number = 0;
    while (*at < text.len && *at - start < 4 && text.at[*at] >= '0' && text.at[*at] <= '9')
        *number = *number * 10 + (text.at[(*at)++] - '0');
    return *at > start;
}

static bool read_dot(Str text, size_t *at) {
    return *at < text.len && text.at[(*at)++] == '.';
}

bool engine_models(int minor) {
    return minor >= 0 && minor <= NEWEST_MINOR;
}

bool engine_version(Str text, int *minor) {
    size_t at = 0;
    int major, patch;
    if (!read_number(text, &at, &major) || !read_dot(text, &at) || !read_number(text, &at, minor))
        return false;
    if (at < text.len && (!read_dot(text, &at) || !read_number(text, &at, &patch)))
        return false;
    return at == text.len && major == 1 && engine_models(*minor);
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

Engine *engine_make(Trace *trace, Arena *scratch, int minor, Host host) {
    Engine *e = ARENA_NEW(trace->arena, Engine);
    e->arena = trace->arena;
    e->scratch = scratch;
    e->names = trace->names;
    e->trace = trace;
    e->minor = minor;
    e->host = host;
    e->seed = trace->seed;
    e->global_graph = graph_make(e);
    record_default(e);
    return e;
}

Graph *engine_graph(Engine *e) {
    return e->graph_stack ? e->graph_stack->graph : e->global_graph;
}

/* Another graph became the default one: the event goes with the new innermost scope. */
static void switch_graph(Engine *e) {
    record_default(e);
    trace_event(e->trace, EVENT_GRAPH, engine_graph(e)->record->index);
}

void engine_push_graph(Engine *e, Graph *g) {
    GraphFrame *frame = ARENA_NEW(e->arena, GraphFrame);
    *frame = (GraphFrame){g, e->graph_stack};
    e->graph_stack = frame;
    switch_graph(e);
}

bool engine_pop_graph(Engine *e) {
    if (!e->graph_stack)
        return engine_fail(e, FAULT_INDEX, "list index out of range");
    e->graph_stack = e->graph_stack->outer;
    switch_graph(e);
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
    switch_graph(e);
    return true;
}
