/* invariants_counts.c: what default_name becomes (section 4.4), counted again from the events. */
#include <stdlib.h>

#include "graph/graph.h"
#include "tests/invariants.h"

/* How often each variable scope of a graph was opened. */
typedef struct Counts {
    Checked *c;
    Map opened;   /* prefix → times */
    Map *entered; /* by scope: the counts just after it was entered by object */
} Counts;

static Map copy(Arena *a, const Map *from) {
    Map m = map_make(a);
    for (uint32_t i = 0; i < from->count; i++)
        map_put(&m, from->entries[i].key)->num = from->entries[i].num;
    return m;
}

static int64_t times(const Counts *k, Str prefix) {
    Name name = name_find(k->c->run->names, prefix);
    return name ? map_num(&k->opened, name) : 0;
}

/* What the default_name of a scope becomes, with the prefix around it in front. */
static Str unique_prefix(const Counts *k, const TraceScope *s) {
    Arena *a = k->c->arena;
    Str around = name_str(variable_scope_of(s->parent)->prefix);
    Str full =
        around.len ? str_printf(a, "%.*s/%s", STR_ARG(around), s->asked->text) : name_str(s->asked);
    Str tried = full;
    for (int i = 1; times(k, tried) > 0; i++)
        tried = str_printf(a, "%.*s_%d", STR_ARG(full), i);
    return tried;
}

static void enter(Counts *k, const TraceScope *s) {
    bool first = str_find(line_at(k->c->trace, s->cause.site), STR("with m"), 0) < 0;
    if (s->form == SCOPE_BY_DEFAULT_NAME && first) {
        Str wanted = unique_prefix(k, s);
        if (!str_eq(wanted, name_str(s->prefix)))
            found(k->c, "line %u: default_name '%s' should become '%.*s', is '%s'",
                  trace_line(k->c->trace, s->cause.site), s->asked->text, STR_ARG(wanted),
                  s->prefix->text);
    }
    map_put(&k->opened, s->prefix)->num++;
    if (s->form == SCOPE_BY_OBJECT)
        k->entered[s->index] = copy(k->c->arena, &k->opened);
}

/* Leaving by string or default_name forgets all that lies below; until 1.8 below "" lies all. */
static void forget(Counts *k, Str prefix) {
    bool all = !prefix.len && !k->c->engine->dialect.has[CHANGE_EMPTY_SCOPE_KEEPS_COUNTS];
    Str below = str_join2(k->c->arena, prefix, STR("/"));
    for (uint32_t i = 0; i < k->opened.count; i++)
        if (all || str_starts(name_str(k->opened.entries[i].key), below))
            k->opened.entries[i].num = 0;
}

static void leave(Counts *k, const TraceScope *s) {
    if (s->form == SCOPE_BY_OBJECT)
        k->opened = copy(k->c->arena, &k->entered[s->index]);
    else
        forget(k, name_str(s->prefix));
}

void check_default_names(Checked *c) {
    const Trace *t = c->trace;
    Map *entered = ARENA_ARRAY(c->arena, t->scopes.count, Map);
    Counts *graphs = ARENA_ARRAY(c->arena, t->graphs.count, Counts);
    for (size_t i = 0; i < t->graphs.count; i++)
        graphs[i] = (Counts){c, map_make(c->arena), entered};
    for (size_t i = 0; i < t->events.count; i++) {
        const Event *e = LOG_AT(&t->events, Event, i);
        if (e->kind != EVENT_ENTER && e->kind != EVENT_LEAVE)
            continue;
        const TraceScope *s = *LOG_AT(&t->scopes, TraceScope *, e->arg);
        if (s->kind == SCOPE_VARIABLE)
            (e->kind == EVENT_ENTER ? enter : leave)(&graphs[s->graph], s);
    }
}
