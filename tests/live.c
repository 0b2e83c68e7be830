/* live.c: the state of a program, live and read from its trace, as text. */
#include "tests/live.h"

#include <stdlib.h>

#include "graph/graph.h"
#include "tf/tf.h"

/* ---- the state as text ---- */

static void put_names(Sink *out, const TraceFrame *f, Moment m) {
    sink_printf(out, "%s:", f->function->text);
    for (uint32_t i = 0; i < f->ncells; i++) {
        const Cell *c = f->captured && f->captured[i] ? f->captured[i] : &f->cells[i];
        Value v = m == MOMENT_END ? cell_get(c) : trace_local_at(f, i, m);
        sink_printf(out, " %s=", f->names[i] ? f->names[i]->text : "?");
        value_show(out, v, m, 3);
    }
    sink_char(out, '\n');
}

static bool runs_at(const TraceFrame *f, Moment m) {
    return m == MOMENT_END ? f->left == MOMENT_END : f->entered < m && f->left >= m;
}

static void put_scope(Sink *out, const TraceScope *s, Reuse reuse) {
    if (s)
        sink_printf(out, "scope %u %s %s %d\n", s->index, s->op_scope->text, s->prefix->text,
                    (int)reuse);
}

static size_t bytes_at(const Trace *t, size_t pieces) {
    size_t n = 0;
    for (size_t i = 0; i < pieces; i++)
        n += LOG_AT(&t->output, TraceOutputPiece, i)->text.len;
    return n;
}

static size_t values_at(const Trace *t, Moment m) {
    size_t n = 0;
    for (size_t i = 0; i < t->variables.count; i++) {
        const TraceVariable *v = *LOG_AT(&t->variables, TraceVariable *, i);
        for (size_t k = 0; k < v->values.count; k++)
            n += LOG_AT(&v->values, TraceVariableValue, k)->moment < m;
    }
    return n;
}

static Str state_text(Arena *a, const Trace *t, Moment m) {
    Sink out = sink_memory(a);
    for (size_t i = 0; i < t->frames.count; i++)
        if (runs_at(trace_frame_at(t, (uint32_t)i), m))
            put_names(&out, trace_frame_at(t, (uint32_t)i), m);
    return sink_str(&out);
}

/* The state now, from what the machine and the engine hold. */
static Str live_state(Arena *a, Run *run) {
    const Trace *t = run->trace;
    const Graph *g = engine_graph(tf_engine(run));
    Sink out = sink_memory(a);
    sink_put(&out, state_text(a, t, MOMENT_END));
    put_scope(&out, g->scope, g->scope ? trace_reuse_at(g->scope, MOMENT_END - 1) : REUSE_FALSE);
    sink_printf(&out, "dtype %s\n", dtype_name(g->varscope->dtype));
    sink_printf(&out, "nodes %zu variables %zu values %zu errors %zu bytes %zu", g->order.count,
                t->variables.count, values_at(t, MOMENT_END), t->errors.count,
                bytes_at(t, t->output.count));
    return sink_str(&out);
}

/* The graph that was the default one: that of the last change of scope or graph. */
static size_t graph_nodes(const Trace *t, Moment m) {
    uint32_t graph = 0;
    for (size_t i = 0; i < t->scope_log.count; i++)
        if (LOG_AT(&t->scope_log, TraceScopeAt, i)->moment < m)
            graph = LOG_AT(&t->scope_log, TraceScopeAt, i)->graph;
    return trace_graph_nodes_at(*LOG_AT(&t->graphs, TraceGraph *, graph), m);
}

/* The default dtype of the innermost variable scope. */
static Str dtype_at(const TraceScope *s, Moment m) {
    while (s && s->kind == SCOPE_NAME && s->parent)
        s = s->parent;
    return s ? trace_defaults_at(s, m)->dtype : STR("float32");
}

/* The state after k steps, read from the trace. */
static Str read_state(Arena *a, const Trace *t, size_t k) {
    Moment m = trace_step_end(t, k);
    const TraceScope *scope = trace_scope_at(t, m);
    Sink out = sink_memory(a);
    sink_put(&out, state_text(a, t, m));
    put_scope(&out, scope, scope ? trace_reuse_at(scope, m) : REUSE_FALSE);
    sink_printf(&out, "dtype %.*s\n", STR_ARG(dtype_at(scope, m)));
    sink_printf(&out, "nodes %zu variables %zu values %zu errors %zu bytes %zu", graph_nodes(t, m),
                trace_variables_at(t, m), values_at(t, m), trace_errors_at(t, m),
                bytes_at(t, trace_output_at(t, m)));
    return sink_str(&out);
}

/* ---- watching a run ---- */

void live_watch(void *context, Run *run) {
    Observer *w = context;
    if (w->count >= LIVE_MOST_STEPS)
        return;
    if (w->count == w->room) {
        w->room = w->room ? 2 * w->room : 64;
        w->states = realloc(w->states, w->room * sizeof *w->states);
    }
    w->states[w->count++] = str_dup(w->arena, live_state(w->scratch, run));
    arena_reset(w->scratch);
}

/* The hook was called before each step and once at the end: state i is that after i steps. */
bool live_compare(Observer *w, const Trace *t, Sink *why) {
    for (size_t k = 0; k < w->count && k <= trace_steps(t); k++) {
        Str read = read_state(w->scratch, t, k);
        if (!str_eq(read, w->states[k])) {
            sink_printf(why, "step %zu, line %u\nlive:\n%.*s\nread:\n%.*s\n", k,
                        k ? trace_line(t, trace_step_at(t, k)->site) : 0, STR_ARG(w->states[k]),
                        STR_ARG(read));
            return false;
        }
        arena_reset(w->scratch);
    }
    return true;
}

void live_done(Observer *w) {
    arena_free(w->arena);
    arena_free(w->scratch);
    free(w->states);
}

Observer live_make(void) {
    return (Observer){arena_new(0), arena_new(0), NULL, 0, 0};
}
