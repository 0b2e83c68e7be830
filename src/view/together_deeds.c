/* together_deeds.c: what steps did that can differ, and where they do. */
#include <stdlib.h>

#include "view/together_inner.h"
#include "view/view.h"

/* A node that the program asked for, or a variable: no part of a variable, none of library code. */
static bool node_class(const TraceNode *n, DeedClass *class) {
    *class = view_is_variable(n) ? DEED_VARIABLE : DEED_OP;
    return !view_is_part(n);
}

/* Is the event a deed, and of which class? */
static bool class_of(const Trace *t, const Event *e, DeedClass *class) {
    switch ((EventKind)e->kind) {
    case EVENT_NODE: return node_class(*LOG_AT(&t->nodes, TraceNode *, e->arg), class);
    case EVENT_SHARE: *class = DEED_VARIABLE; return true;
    case EVENT_ENTER: *class = DEED_SCOPE; return true;
    case EVENT_RAISE: *class = DEED_ERROR; return true;
    case EVENT_OUTPUT:
        *class = DEED_OUTPUT;
        return !str_is(LOG_AT(&t->output, TraceOutputPiece, e->arg)->text, "\n");
    case EVENT_BIND:
    case EVENT_UNBIND:
    case EVENT_CHANGE:
    case EVENT_CALL:
    case EVENT_RETURN:
    case EVENT_RESUME:
    case EVENT_SHAPE:
    case EVENT_VARIABLE:
    case EVENT_LEAVE:
    case EVENT_GRAPH:
    case EVENT_COLLECT:
    case EVENT_REUSE:
    case EVENT_DEFAULTS:
    case EVENT_RUN:
    case EVENT_VALUE:
    case EVENT_CATCH:
    case EVENT_COUNT: break;
    }
    return false;
}

bool deed_next(const Trace *t, DeedClass class, Moment *m, Moment to, Deed *deed) {
    while (*m < to && *m < t->events.count) {
        const Event *e = LOG_AT(&t->events, Event, *m);
        DeedClass its;
        Moment at = (*m)++;
        if (!class_of(t, e, &its) || its != class)
            continue;
        *deed = (Deed){its, (EventKind)e->kind, e->arg, at};
        return true;
    }
    return false;
}

/* ---- do they differ? ---- */

const TraceNode *deed_node(const Trace *t, const Deed *d) {
    if (d->kind == EVENT_NODE)
        return *LOG_AT(&t->nodes, TraceNode *, d->arg);
    return d->kind == EVENT_SHARE ? (*LOG_AT(&t->shares, TraceShare *, d->arg))->variable->node
                                  : NULL;
}

static bool names_differ(Name x, Name y) {
    return !str_eq(name_str(x), name_str(y));
}

static bool nodes_differ(const TraceNode *x, const TraceNode *y) {
    if (names_differ(x->name, y->name) || names_differ(x->op, y->op) || x->noutputs != y->noutputs)
        return true;
    for (uint32_t i = 0; i < x->noutputs; i++) {
        const TraceOutput *p = &x->outputs[i], *q = &y->outputs[i];
        if (p->dtype != q->dtype || p->ref != q->ref || !shape_eq(p->shape, q->shape))
            return true;
    }
    return false;
}

static bool scopes_differ(const TraceScope *x, const TraceScope *y) {
    return x->kind != y->kind || x->reuse != y->reuse || names_differ(x->op_scope, y->op_scope) ||
           names_differ(x->prefix, y->prefix);
}

static bool errors_differ(const TraceError *x, const TraceError *y) {
    return names_differ(x->type, y->type) || !str_eq(x->message, y->message);
}

bool deeds_differ(const Trace *x, const Deed *p, const Trace *y, const Deed *q) {
    if (p->class != q->class || p->kind != q->kind)
        return true;
    switch (p->class) {
    case DEED_VARIABLE:
    case DEED_OP: return nodes_differ(deed_node(x, p), deed_node(y, q));
    case DEED_SCOPE:
        return scopes_differ(*LOG_AT(&x->scopes, TraceScope *, p->arg),
                             *LOG_AT(&y->scopes, TraceScope *, q->arg));
    case DEED_ERROR:
        return errors_differ(*LOG_AT(&x->errors, TraceError *, p->arg),
                             *LOG_AT(&y->errors, TraceError *, q->arg));
    case DEED_OUTPUT:
        return !str_eq(LOG_AT(&x->output, TraceOutputPiece, p->arg)->text,
                       LOG_AT(&y->output, TraceOutputPiece, q->arg)->text);
    case DEED_CLASSES: break;
    }
    return false;
}

/* ---- all that differ ---- */

/* The events of one step. */
typedef struct Range {
    const Trace *trace;
    Moment from, to;
} Range;

static Range range_of(const Trace *t, size_t step) {
    return (Range){t, trace_step_end(t, step - 1), trace_step_end(t, step)};
}

static void push(Log *differing, Moment m) {
    *LOG_PUSH(differing, Moment) = m;
}

/* The deeds of a class, the first with the first. */
static void compare_class(Together *t, DeedClass class, Range x, Range y) {
    Deed p, q;
    for (bool more = true; more;) {
        bool has_p = deed_next(x.trace, class, &x.from, x.to, &p);
        bool has_q = deed_next(y.trace, class, &y.from, y.to, &q);
        if (has_p && (!has_q || deeds_differ(x.trace, &p, y.trace, &q)))
            push(&t->differing[0], p.moment);
        if (has_q && !has_p)
            push(&t->differing[1], q.moment);
        more = has_p || has_q;
    }
}

/* Events of most steps are none that can differ: those are seen at once. */
static bool does_something(Range r) {
    DeedClass class;
    for (Moment m = r.from; m < r.to && m < r.trace->events.count; m++)
        if (class_of(r.trace, LOG_AT(&r.trace->events, Event, m), &class))
            return true;
    return false;
}

static void compare_ranges(Together *t, Range x, Range y) {
    if (!does_something(x) && !does_something(y))
        return;
    for (int class = 0; class < DEED_CLASSES; class ++)
        compare_class(t, (DeedClass) class, x, y);
}

static int compare_moments(const void *x, const void *y) {
    Moment a = *(const Moment *)x, b = *(const Moment *)y;
    return a < b ? -1 : a > b;
}

/* Within a step the classes came one after the other. */
static void put_in_order(Log *differing) {
    Arena *scratch = arena_new(0);
    Moment *all = ARENA_ARRAY(scratch, differing->count + 1, Moment);
    for (size_t i = 0; i < differing->count; i++)
        all[i] = *LOG_AT(differing, Moment, i);
    qsort(all, differing->count, sizeof *all, compare_moments);
    for (size_t i = 0; i < differing->count; i++)
        *LOG_AT(differing, Moment, i) = all[i];
    arena_free(scratch);
}

void together_find_differing(Together *t) {
    const Trace *x = t->trace[0], *y = t->trace[1];
    size_t n = trace_steps(x), m = trace_steps(y), j = 1;
    for (size_t i = 1; i <= n; i++) {
        bool paired = together_paired(t, false, i);
        TogetherAt at = {false, i, trace_step_end(x, i)};
        size_t partner = paired ? together_other(t, at).step : 0;
        for (; j < partner; j++)
            compare_ranges(t, (Range){.trace = x}, range_of(y, j));
        compare_ranges(t, range_of(x, i), partner ? range_of(y, partner) : (Range){.trace = y});
        j = partner ? partner + 1 : j;
    }
    for (; j <= m; j++)
        compare_ranges(t, (Range){.trace = x}, range_of(y, j));
    put_in_order(&t->differing[0]);
    put_in_order(&t->differing[1]);
}
