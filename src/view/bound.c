#include "view/bound.h"

#include <stdlib.h>

/* A global and when it was bound first. */
typedef struct Global {
    Moment first;
    uint32_t slot;
} Global;

/* The globals of a module. */
typedef struct Globals {
    uint32_t module, frame;
    Global *at; /* [count], by first binding */
    size_t count;
} Globals;

struct Bound {
    const Trace *trace;
    Log globals;   /* Globals */
    Log variables; /* BoundVariable, by first value */
    Log changes;   /* BoundChange, by moment */
    bool many_sessions;
};

bool bound_shown(Name name, Value v) {
    if (!name || name->len == 0 || name->text[0] == '_' || v.kind == VALUE_UNBOUND)
        return false;
    if (v.kind != VALUE_OBJECT)
        return true;
    Str type = name_str(v.as.object->type->name);
    return !str_is(type, "module") && !str_is(type, "function") && !str_is(type, "type") &&
           !str_is(type, "builtin_function_or_method");
}

/* ---- globals ---- */

static const Cell *cell_of(const TraceFrame *f, uint32_t slot) {
    return f->captured && f->captured[slot] ? f->captured[slot] : &f->cells[slot];
}

static Moment first_bound(const Cell *c) {
    return c->past && c->past->count ? LOG_AT(c->past, Past, 0)->since : c->since;
}

/* Was it ever something to show? Values between the first and the last are not looked at. */
static bool ever_shown(const TraceFrame *f, uint32_t slot) {
    const Cell *c = cell_of(f, slot);
    if (c->past && c->past->count) {
        const Past *p = LOG_AT(c->past, Past, c->past->count - 1);
        if (bound_shown(f->names[slot], (Value){p->as, (ValueKind)p->kind}))
            return true;
    }
    return bound_shown(f->names[slot], cell_get(c));
}

static int by_first(const void *x, const void *y) {
    const Global *a = x, *b = y;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return a->slot < b->slot ? -1 : a->slot > b->slot;
}

static void add_globals(Arena *a, Bound *b, const TraceFrame *f) {
    Globals g = {.module = f->module, .frame = f->index};
    g.at = ARENA_ARRAY(a, f->ncells, Global);
    for (uint32_t i = 0; i < f->ncells; i++)
        if (ever_shown(f, i))
            g.at[g.count++] = (Global){first_bound(cell_of(f, i)), i};
    qsort(g.at, g.count, sizeof *g.at, by_first);
    *LOG_PUSH(&b->globals, Globals) = g;
}

static const Globals *globals_of_module(const Bound *b, uint32_t module) {
    for (size_t i = 0; i < b->globals.count; i++)
        if (LOG_AT(&b->globals, Globals, i)->module == module)
            return LOG_AT(&b->globals, Globals, i);
    return NULL;
}

static void gather_globals(Arena *a, Bound *b) {
    for (size_t i = 0; i < b->trace->frames.count; i++) {
        const TraceFrame *f = LOG_AT(&b->trace->frames, TraceFrame, i);
        if (str_is(name_str(f->function), "<module>") && !globals_of_module(b, f->module))
            add_globals(a, b, f);
    }
}

/* ---- variables ---- */

/* What is known of a variable while the changes are gathered. */
typedef struct Progress {
    size_t values;    /* that were seen */
    uint32_t *before; /* sessions in which it has a value */
    size_t count, room;
} Progress;

static bool is_first(Arena *scratch, Progress *p, uint32_t session) {
    for (size_t i = p->count; i-- > 0;)
        if (p->before[i] == session)
            return false;
    if (p->count == p->room) {
        uint32_t *more = ARENA_ARRAY(scratch, 2 * p->room + 1, uint32_t);
        for (size_t i = 0; i < p->count; i++)
            more[i] = p->before[i];
        p->before = more;
        p->room = 2 * p->room + 1;
    }
    p->before[p->count++] = session;
    return true;
}

static void add_change(Arena *scratch, Bound *b, const TraceVariable *v, Progress *p, Moment m) {
    while (p->values < v->values.count &&
           LOG_AT(&v->values, TraceVariableValue, p->values)->moment < m)
        p->values++;
    if (p->values == v->values.count)
        return;
    uint32_t session = LOG_AT(&v->values, TraceVariableValue, p->values)->session;
    *LOG_PUSH(&b->changes, BoundChange) = (BoundChange){m, v, session};
    if (is_first(scratch, p, session))
        *LOG_PUSH(&b->variables, BoundVariable) = (BoundVariable){v, session, m};
    if (session != LOG_AT(&b->changes, BoundChange, 0)->session)
        b->many_sessions = true;
}

static void gather_changes(Bound *b) {
    const Trace *t = b->trace;
    Arena *scratch = arena_new(0);
    Progress *progress = ARENA_ARRAY(scratch, t->variables.count, Progress);
    for (size_t i = 0; i < t->events.count; i++) {
        const Event *e = LOG_AT(&t->events, Event, i);
        if (e->kind != EVENT_VALUE)
            continue;
        const TraceVariable *v = *LOG_AT(&t->variables, TraceVariable *, e->arg);
        add_change(scratch, b, v, &progress[e->arg], (Moment)i);
    }
    arena_free(scratch);
}

Bound *bound_make(Arena *a, const Trace *t) {
    Bound *b = ARENA_NEW(a, Bound);
    *b = (Bound){.trace = t,
                 .globals = log_make(a, sizeof(Globals)),
                 .variables = log_make(a, sizeof(BoundVariable)),
                 .changes = log_make(a, sizeof(BoundChange))};
    gather_globals(a, b);
    gather_changes(b);
    return b;
}

/* ---- reading ---- */

const TraceFrame *bound_globals(const Bound *b, const TraceFrame *f) {
    const Globals *g = globals_of_module(b, f->module);
    return g ? trace_frame_at(b->trace, g->frame) : NULL;
}

static const Globals *globals_of(const Bound *b, const TraceFrame *f) {
    const Globals *g = globals_of_module(b, f->module);
    return g && g->frame == f->index ? g : NULL;
}

static size_t globals_at(const Globals *g, Moment m) {
    size_t low = 0, high = g->count;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (g->at[mid].first < m)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

size_t bound_names(const Bound *b, const TraceFrame *f, Moment m) {
    const Globals *g = globals_of(b, f);
    if (g)
        return globals_at(g, m);
    size_t n = 0;
    for (uint32_t i = 0; i < f->ncells; i++)
        n += bound_shown(f->names[i], trace_local_at(f, i, m));
    return n;
}

uint32_t bound_slot(const Bound *b, const TraceFrame *f, Moment m, size_t i) {
    const Globals *g = globals_of(b, f);
    if (g)
        return g->at[i].slot;
    uint32_t slot = 0;
    for (; slot < f->ncells; slot++)
        if (bound_shown(f->names[slot], trace_local_at(f, slot, m)) && i-- == 0)
            break;
    return slot;
}

static Moment variable_moment(const Log *l, size_t i) {
    return LOG_AT(l, BoundVariable, i)->first;
}

static Moment change_moment(const Log *l, size_t i) {
    return LOG_AT(l, BoundChange, i)->moment;
}

static Moment run_moment(const Log *l, size_t i) {
    return (*LOG_AT(l, TraceRun *, i))->cause.moment;
}

size_t bound_variables(const Bound *b, Moment m) {
    return trace_count_before(&b->variables, variable_moment, m);
}

const BoundVariable *bound_variable(const Bound *b, size_t i) {
    return LOG_AT(&b->variables, BoundVariable, i);
}

bool bound_many_sessions(const Bound *b) {
    return b->many_sessions;
}

size_t bound_changes(const Bound *b, Moment m) {
    return trace_count_before(&b->changes, change_moment, m);
}

const BoundChange *bound_change(const Bound *b, size_t i) {
    return LOG_AT(&b->changes, BoundChange, i);
}

const TraceRun *bound_run(const Trace *t, Moment m) {
    size_t n = trace_count_before(&t->runs, run_moment, m);
    return n ? *LOG_AT(&t->runs, TraceRun *, n - 1) : NULL;
}
