/* read_check.c: what readers of a trace trust: indices in range were checked while they were read;
 * here that moments are in order, and that what is walked upwards ends. */
#include "trace/read_inner.h"

#include <string.h>

#include "base/text.h"

/* The moment of a record: of the kinds that are looked for by it. */
static bool moment_of(FormKind kind, const void *record, Moment *m) {
    const Form *form = form_of(kind);
    for (size_t i = 0; i < form->nfields; i++) {
        const Field *f = &form->fields[i];
        bool own = f->kind == FIELD_MOMENT && f->key &&
                   (!strcmp(f->key, "moment") || !strcmp(f->key, "entered"));
        if (f->kind == FIELD_CAUSE || own) /* a cause begins with its moment */
            return memcpy(m, (const char *)record + f->at, sizeof *m), true;
    }
    return false;
}

static bool check_order(Reader *r, FormKind kind, const Log *log, const char *key) {
    Moment before = 0, m;
    for (size_t i = 0; i < log->count && kind != FORM_FACT; i++) {
        const void *at = log_at(log, i);
        if (!moment_of(kind, form_of(kind)->pointers ? *(const void *const *)at : at, &m))
            return true;
        read_at(r, key, i);
        if (m < before || m == MOMENT_END)
            return read_fail(r, _("the moments are not in order"));
        before = m;
    }
    return true;
}

static bool check_orders(Reader *r) {
    const Trace *t = r->trace;
    for (int kind = 0; kind < FORM_LISTS; kind++)
        if (!check_order(r, (FormKind)kind, read_log(r, (FormKind)kind),
                         form_of((FormKind)kind)->key))
            return false;
    for (size_t i = 0; i < t->graphs.count; i++) {
        const TraceGraph *g = *LOG_AT(&t->graphs, TraceGraph *, i);
        if (!check_order(r, FORM_NAME_GIVEN, &g->names, "graphs.names") ||
            !check_order(r, FORM_COLLECTED, &g->collections, "graphs.collections"))
            return false;
    }
    for (size_t i = 0; i < t->variables.count; i++)
        if (!check_order(r, FORM_VALUE, &(*LOG_AT(&t->variables, TraceVariable *, i))->values,
                         "variables.values"))
            return false;
    return true;
}

/* Steps in order, each parent before its child: what is walked upwards ends. */
static bool check_steps(Reader *r) {
    Moment before = 0;
    for (size_t i = 0; i < r->trace->steps.count; i++) {
        Moment start = LOG_AT(&r->trace->steps, Step, i)->start;
        read_at(r, "steps", i);
        if (start < before)
            return read_fail(r, _("the moments are not in order"));
        before = start;
    }
    for (size_t i = 0; i < r->trace->frames.count; i++) {
        const TraceFrame *f = LOG_AT(&r->trace->frames, TraceFrame, i);
        read_at(r, "frames", i);
        if (f->parent != FRAME_NONE && f->parent >= f->index)
            return read_fail(r, _("what is around it comes after it"));
    }
    for (size_t i = 0; i < r->trace->scopes.count; i++) {
        const TraceScope *s = *LOG_AT(&r->trace->scopes, TraceScope *, i);
        read_at(r, "scopes", i);
        if (s->parent && s->parent->index >= s->index)
            return read_fail(r, _("what is around it comes after it"));
    }
    return true;
}

static bool check_outputs(Reader *r) {
    const Trace *t = r->trace;
    for (size_t i = 0; i < t->nodes.count; i++) {
        const TraceNode *n = *LOG_AT(&t->nodes, TraceNode *, i);
        read_at(r, "nodes", i);
        for (uint32_t k = 0; k < n->ninputs; k++)
            if (n->inputs[k].output >= n->inputs[k].node->noutputs)
                return read_fail(r, _("there is no such output"));
    }
    for (size_t i = 0; i < t->variables.count; i++) {
        const TraceVariable *v = *LOG_AT(&t->variables, TraceVariable *, i);
        read_at(r, "variables", i);
        if (v->node->noutputs == 0)
            return read_fail(r, _("there is no such output"));
    }
    for (size_t i = 0; i < t->runs.count; i++) {
        const TraceRun *run = *LOG_AT(&t->runs, TraceRun *, i);
        read_at(r, "runs", i);
        for (uint32_t k = 0; k < run->nfetches; k++) {
            const TraceInput *f = &run->fetches[k];
            if (f->output != UINT32_MAX && (!f->node || f->output >= f->node->noutputs))
                return read_fail(r, _("there is no such output"));
        }
    }
    return true;
}

/* How many things an event's argument may name; SIZE_MAX: readers take any number. */
static size_t things_of(const Trace *t, EventKind kind) {
    switch (kind) {
    case EVENT_CALL:
    case EVENT_RETURN:
    case EVENT_RESUME: return t->frames.count;
    case EVENT_OUTPUT: return t->output.count;
    case EVENT_NODE:
    case EVENT_SHAPE: return t->nodes.count;
    case EVENT_VARIABLE:
    case EVENT_VALUE: return t->variables.count;
    case EVENT_SHARE: return t->shares.count;
    case EVENT_ENTER:
    case EVENT_LEAVE:
    case EVENT_REUSE:
    case EVENT_DEFAULTS: return t->scopes.count;
    case EVENT_GRAPH:
    case EVENT_COLLECT: return t->graphs.count;
    case EVENT_RUN: return t->runs.count;
    case EVENT_RAISE:
    case EVENT_CATCH: return t->errors.count;
    case EVENT_BIND:
    case EVENT_UNBIND:
    case EVENT_CHANGE:
    case EVENT_COUNT: return SIZE_MAX;
    }
    return SIZE_MAX;
}

static bool check_events(Reader *r) {
    const Trace *t = r->trace;
    for (size_t m = 0; m < t->events.count; m++) {
        const Event *e = LOG_AT(&t->events, Event, m);
        read_at(r, "events", m);
        if (e->arg >= things_of(t, (EventKind)e->kind))
            return read_fail(r, _("there is no such thing as it names"));
    }
    return true;
}

static bool check_facts(Reader *r) {
    const Trace *t = r->trace;
    const Log *about[FACT_ABOUTS] = {&t->variables, &t->shares, &t->scopes, &t->errors};
    for (size_t i = 0; i < t->facts.count; i++) {
        const TraceFact *f = LOG_AT(&t->facts, TraceFact, i);
        read_at(r, "facts", i);
        if (f->index >= about[f->about]->count || f->rule == RULE_COUNT)
            return read_fail(r, _("there is no such thing as it names"));
    }
    return true;
}

bool read_check(Reader *r) {
    return check_steps(r) && check_orders(r) && check_outputs(r) && check_events(r) &&
           check_facts(r);
}
