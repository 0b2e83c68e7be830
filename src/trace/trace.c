/* trace.c: reading a trace at a step or moment. Nothing here changes anything. */
#include "trace/trace.h"

size_t trace_steps(const Trace *t) {
    return t->steps.count;
}

Moment trace_step_end(const Trace *t, size_t k) {
    return k < t->steps.count ? LOG_AT(&t->steps, Step, k)->start : trace_now(t);
}

const Step *trace_step_at(const Trace *t, size_t k) {
    return LOG_AT(&t->steps, Step, k - 1);
}

size_t trace_count_before(const Log *l, TraceMomentFn *moment, Moment m) {
    size_t low = 0, high = l->count;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (moment(l, mid) < m)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

static Moment step_moment(const Log *l, size_t i) {
    return LOG_AT(l, Step, i)->start;
}

static Moment node_moment(const Log *l, size_t i) {
    return (*LOG_AT(l, TraceNode *, i))->cause.moment;
}

static Moment variable_moment(const Log *l, size_t i) {
    return (*LOG_AT(l, TraceVariable *, i))->cause.moment;
}

static Moment share_moment(const Log *l, size_t i) {
    return (*LOG_AT(l, TraceShare *, i))->cause.moment;
}

static Moment error_moment(const Log *l, size_t i) {
    return (*LOG_AT(l, TraceError *, i))->cause.moment;
}

static Moment output_moment(const Log *l, size_t i) {
    return LOG_AT(l, TraceOutputPiece, i)->moment;
}

static Moment scope_moment(const Log *l, size_t i) {
    return LOG_AT(l, TraceScopeAt, i)->moment;
}

static Moment value_moment(const Log *l, size_t i) {
    return LOG_AT(l, TraceVariableValue, i)->moment;
}

/* Event number m lies in the last step that began at or before it. */
size_t trace_step_of(const Trace *t, Moment m) {
    return trace_count_before(&t->steps, step_moment, m == MOMENT_END ? m : m + 1);
}

size_t trace_nodes_at(const Trace *t, Moment m) {
    return trace_count_before(&t->nodes, node_moment, m);
}

size_t trace_graph_nodes_at(const TraceGraph *g, Moment m) {
    return trace_count_before(&g->nodes, node_moment, m);
}

size_t trace_variables_at(const Trace *t, Moment m) {
    return trace_count_before(&t->variables, variable_moment, m);
}

size_t trace_output_at(const Trace *t, Moment m) {
    return trace_count_before(&t->output, output_moment, m);
}

size_t trace_errors_at(const Trace *t, Moment m) {
    return trace_count_before(&t->errors, error_moment, m);
}

size_t trace_shares_at(const TraceVariable *v, Moment m) {
    return trace_count_before(&v->shares, share_moment, m);
}

size_t trace_values_at(const TraceVariable *v, Moment m) {
    return trace_count_before(&v->values, value_moment, m);
}

const TraceScope *trace_scope_at(const Trace *t, Moment m) {
    size_t n = trace_count_before(&t->scope_log, scope_moment, m);
    return n ? LOG_AT(&t->scope_log, TraceScopeAt, n - 1)->scope : NULL;
}

/* A name scope has no flag of its own: it is that of the variable scope around it, which may be
 * switched on inside. */
Reuse trace_reuse_at(const TraceScope *s, Moment m) {
    while (s->kind == SCOPE_NAME && s->parent)
        s = s->parent;
    return m > s->reuse_on ? REUSE_TRUE : s->reuse;
}

const ScopeDefaults *trace_defaults_at(const TraceScope *s, Moment m) {
    const TraceDefaults *set = s->set;
    while (set && m <= set->since)
        set = set->before;
    return set ? &set->defaults : &s->defaults;
}

Shape trace_shape_at(const TraceOutput *o, Moment m) {
    Shape shape = o->shape;
    for (const TraceShape *p = o->past; p && m <= p->until; p = p->before)
        shape = p->shape;
    return shape;
}

const Tensor *trace_value_at(const TraceVariable *v, uint32_t session, Moment m) {
    for (size_t n = trace_count_before(&v->values, value_moment, m); n > 0; n--) {
        const TraceVariableValue *value = LOG_AT(&v->values, TraceVariableValue, n - 1);
        if (value->session == session)
            return value->value;
    }
    return NULL;
}

const TraceFrame *trace_frame_at(const Trace *t, uint32_t index) {
    return LOG_AT(&t->frames, TraceFrame, index);
}

Value trace_local_at(const TraceFrame *f, uint32_t slot, Moment m) {
    const Cell *captured = f->captured ? f->captured[slot] : NULL;
    return cell_at(captured ? captured : &f->cells[slot], m);
}

bool trace_span(const Trace *t, uint32_t site, const TraceModule **module, Span *span) {
    for (size_t i = 0; i < t->modules.count; i++) {
        const TraceModule *m = LOG_AT(&t->modules, TraceModule, i);
        if (site < m->first_site || site - m->first_site >= m->nsites)
            continue;
        *module = m;
        *span = m->spans[site - m->first_site];
        return true;
    }
    return false;
}

uint32_t trace_line(const Trace *t, uint32_t site) {
    const TraceModule *module;
    Span span;
    return trace_span(t, site, &module, &span) ? source_line_of(module->source, span.start) : 0;
}

const char *event_name(EventKind kind) {
    static const char *const names[] = {
#define EVENT(ID, name, arg) name,
#include "trace/event.def"
#undef EVENT
    };
    return names[kind];
}

const char *rule_section(Rule rule) {
    static const char *const sections[] = {
#define RULE(ID, section) section,
#include "trace/rule.def"
#undef RULE
    };
    return sections[rule];
}
