/* why.c: how a name, a sharing or a refusal came about.
 *
 * Reasons have two sources. What decided the key, the reuse flag and the sharing of a variable is
 * in the facts that the engine recorded as it decided. What decided a name is in its Naming record:
 * what was asked for, which scope stood in front, which one it was of the names that the graph
 * handed out. Every name is handed out once, so who has a name first, how often it was asked for
 * and which suffixes were taken follow from those records alone. */
#include "view/why.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"

/* All that one graph says of one name, by its key (in lower case where case does not count). */
typedef struct Uses {
    const TraceName *taken; /* how it was handed out; NULL: never */
    uint32_t request;       /* as which one of the graph, from 1 */
    Name full;              /* what was asked for, with the op scope in front */
    uint32_t suffix;        /* the number that was appended, 0 for none */
    Log asked;              /* uint32_t: the requests for it, in order */
} Uses;

struct Why {
    Arena *arena;
    const Trace *trace;
    Map *graphs;                  /* [graphs]: key → Uses * */
    uint32_t *first[FACT_ABOUTS]; /* by index of the subject: its first fact + 1; 0: none */
    uint32_t *next;               /* [facts]: the next one of the same subject + 1; 0: none */
};

/* A chain in the making. */
typedef struct Draft {
    const Why *w;
    uint32_t graph;
    Log facts; /* TraceFact */
} Draft;

/* ---- names that were handed out ---- */

/* The name as a key: in lower case where names that differ only in case count as one. */
static Name key_of(const Why *w, Name name) {
    if (!w->trace->caseless)
        return name;
    char *at = arena_alloc(w->arena, name->len + 1);
    for (size_t i = 0; i < name->len; i++) {
        char c = name->text[i];
        at[i] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    }
    return name_of(w->trace->names, (Str){at, name->len});
}

static Uses *uses_put(const Why *w, uint32_t graph, Name key) {
    MapEntry *entry = map_put(&w->graphs[graph], key);
    if (!entry->ptr) {
        Uses *u = ARENA_NEW(w->arena, Uses);
        u->asked = log_make(w->arena, sizeof(uint32_t));
        entry->ptr = u;
    }
    return entry->ptr;
}

static const Uses *uses_find(const Why *w, uint32_t graph, Name name) {
    return map_ptr(&w->graphs[graph], key_of(w, name));
}

static Name full_name(const Why *w, const TraceName *n) {
    if (!n->op_scope->len)
        return n->asked;
    return name_of(w->trace->names,
                   str_printf(w->arena, "%s/%s", n->op_scope->text, n->asked->text));
}

/* A suffixed name is the full one, "_" and the number. */
static uint32_t suffix_of(Name name, Name full) {
    return name->len > full->len ? (uint32_t)strtoul(name->text + full->len + 1, NULL, 10) : 0;
}

static void note(const Why *w, uint32_t graph, const TraceName *n, uint32_t request) {
    Name full = full_name(w, n);
    *LOG_PUSH(&uses_put(w, graph, key_of(w, full))->asked, uint32_t) = request;
    Uses *u = uses_put(w, graph, key_of(w, n->name));
    u->taken = n;
    u->request = request;
    u->full = full;
    u->suffix = suffix_of(n->name, full);
}

static void index_names(Why *w) {
    for (size_t g = 0; g < w->trace->graphs.count; g++) {
        const TraceGraph *graph = *LOG_AT(&w->trace->graphs, TraceGraph *, g);
        w->graphs[g] = map_make(w->arena);
        for (size_t i = 0; i < graph->names.count; i++)
            note(w, (uint32_t)g, LOG_AT(&graph->names, TraceName, i), (uint32_t)i + 1);
    }
}

/* ---- facts by subject ---- */

static size_t subjects(const Trace *t, FactAbout about) {
    switch (about) {
    case FACT_VARIABLE: return t->variables.count;
    case FACT_SHARE: return t->shares.count;
    case FACT_SCOPE: return t->scopes.count;
    case FACT_ERROR: return t->errors.count;
    case FACT_ABOUTS: break;
    }
    return 0;
}

static void index_facts(Why *w) {
    const Log *facts = &w->trace->facts;
    for (int about = 0; about < FACT_ABOUTS; about++)
        w->first[about] = ARENA_ARRAY(w->arena, subjects(w->trace, (FactAbout)about) + 1, uint32_t);
    w->next = ARENA_ARRAY(w->arena, facts->count + 1, uint32_t);
    for (size_t i = facts->count; i-- > 0;) {
        const TraceFact *f = LOG_AT(facts, TraceFact, i);
        if (f->index >= subjects(w->trace, f->about))
            continue;
        w->next[i] = w->first[f->about][f->index];
        w->first[f->about][f->index] = (uint32_t)i + 1;
    }
}

Why *why_make(Arena *a, const Trace *t) {
    Why *w = ARENA_NEW(a, Why);
    *w = (Why){.arena = a, .trace = t, .graphs = ARENA_ARRAY(a, t->graphs.count + 1, Map)};
    index_names(w);
    index_facts(w);
    return w;
}

const Trace *why_trace(const Why *w) {
    return w->trace;
}

const Why *why_into(Arena *a, const Why *w) {
    Why *into = ARENA_NEW(a, Why);
    *into = *w;
    into->arena = a;
    return into;
}

/* ---- putting a chain together ---- */

static Draft draft(const Why *w, uint32_t graph) {
    return (Draft){w, graph, log_make(w->arena, sizeof(TraceFact))};
}

static void add(Draft *d, Rule rule, Name a, Name b, int64_t n, Cause cause) {
    *LOG_PUSH(&d->facts, TraceFact) =
        (TraceFact){.rule = rule, .a = a, .b = b, .n = n, .cause = cause};
}

static Chain finish(const Draft *d) {
    TraceFact *at = ARENA_ARRAY(d->w->arena, d->facts.count + 1, TraceFact);
    for (size_t i = 0; i < d->facts.count; i++)
        at[i] = *LOG_AT(&d->facts, TraceFact, i);
    return (Chain){at, d->facts.count};
}

/* The facts that the engine recorded about a subject. */
static void add_recorded(Draft *d, FactAbout about, uint32_t index) {
    for (uint32_t i = d->w->first[about][index]; i; i = d->w->next[i - 1])
        *LOG_PUSH(&d->facts, TraceFact) = *LOG_AT(&d->w->trace->facts, TraceFact, i - 1);
}

/* ---- suffixes ---- */

/* Where the search for a number begins: how often the name was asked for before this request, one
 * more when it was handed out as somebody else's suffixed name. */
static uint32_t counted(const Uses *u, uint32_t request) {
    size_t low = 0, high = u->asked.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (*LOG_AT(&u->asked, uint32_t, middle) < request)
            low = middle + 1;
        else
            high = middle;
    }
    return (uint32_t)low + (u->suffix && u->request < request);
}

static void add_skipped(Draft *d, const Uses *of, uint32_t from) {
    for (uint32_t k = from; k < of->suffix; k++) {
        Name tried =
            name_of(d->w->trace->names, str_printf(d->w->arena, "%s_%u", of->full->text, k));
        const Uses *u = uses_find(d->w, d->graph, tried);
        if (u && u->taken)
            add(d, RULE_NAME_SKIPPED, u->taken->name, NULL, k, u->taken->cause);
    }
}

/* Nothing was called so, or: why a number was appended, and why this one. */
static void add_suffix(Draft *d, const Uses *of) {
    Cause here = of->taken->cause;
    if (!of->suffix) {
        add(d, RULE_NAME_FREE, of->taken->name, NULL, 0, here);
        return;
    }
    const Uses *first = uses_find(d->w, d->graph, of->full);
    uint32_t from = counted(first, of->request);
    if (first->taken->name != of->full)
        add(d, RULE_NAME_CASE, of->full, first->taken->name, 0, first->taken->cause);
    add(d, RULE_NAME_SUFFIX, of->full, of->taken->name, of->suffix, first->taken->cause);
    if (from > 1)
        add(d, RULE_NAME_COUNTED, of->full, NULL, from, here);
    add_skipped(d, of, from);
}

/* ---- names ---- */

/* The with of the program that opened op scope `path`, as seen from scope s. */
static const TraceScope *scope_of_path(const TraceScope *s, Name path) {
    for (; s; s = s->parent)
        if (s->op_scope == path)
            return s;
    return NULL;
}

/* How the name itself was handed out; NULL when it was not: a name that is taken as it is. The root
 * never is, though "" may be asked for as a name, and refused. */
static const Uses *handed_out(const Draft *d, Name name) {
    const Uses *u = uses_find(d->w, d->graph, name);
    return name->len && u && u->taken && u->taken->name == name ? u : NULL;
}

/* The scopes of a path that have a number appended, from the inside out. */
static void add_scope_suffixes(Draft *d, Name path) {
    for (const Uses *u = handed_out(d, path); u; u = handed_out(d, u->taken->op_scope))
        if (u->suffix)
            add_suffix(d, u);
}

static void add_prefix(Draft *d, Name path, const TraceScope *scope, Rule rule, Cause here) {
    if (!path->len)
        return;
    const TraceScope *s = scope_of_path(scope, path);
    const Uses *u = handed_out(d, path);
    add(d, rule, path, NULL, 0, s ? s->cause : u ? u->taken->cause : here);
    add_scope_suffixes(d, path);
}

static void add_naming(Draft *d, const TraceNode *n, Rule prefix) {
    const Naming *how = &n->naming;
    const Uses *u = how->absolute ? NULL : handed_out(d, n->name);
    if (!u) {
        add(d, how->library ? RULE_NAME_LIBRARY : RULE_NAME_ABSOLUTE, n->name, NULL, 0, n->cause);
        return;
    }
    Rule asked = how->given     ? RULE_NAME_ASKED
                 : how->library ? RULE_NAME_LIBRARY
                                : RULE_NAME_DEFAULT;
    add(d, asked, u->taken->asked, NULL, 0, n->cause);
    add_prefix(d, u->taken->op_scope, n->scope, prefix, n->cause);
    add_suffix(d, u);
}

static void add_variable(Draft *d, const TraceVariable *v) {
    add_recorded(d, FACT_VARIABLE, v->index);
    if (v->maker == MADE_BY_VARIABLE) {
        add_naming(d, v->node, RULE_VARIABLE_OBEYS_OP_SCOPE);
        return;
    }
    const Uses *u = handed_out(d, v->node->name);
    if (v->node->naming.absolute) {
        add(d, RULE_NAME_ABSOLUTE, v->node->name, NULL, 0, v->cause);
        return;
    }
    if (u)
        add_suffix(d, u);
    if (v->node->name != v->key)
        add(d, RULE_KEY_IS_NOT_NAME, v->key, v->node->name, 0, v->cause);
}

static bool is_own_node(const TraceNode *n) {
    return n->variable && n->variable->node == n;
}

Chain why_node(const Why *w, const TraceNode *n) {
    Draft d = draft(w, n->graph);
    if (is_own_node(n))
        add_variable(&d, n->variable);
    else
        add_naming(&d, n, RULE_NAME_PREFIX);
    return finish(&d);
}

Chain why_variable(const Why *w, const TraceVariable *v) {
    return why_node(w, v->node);
}

/* ---- sharing, scopes, errors ---- */

Chain why_share(const Why *w, const TraceShare *s) {
    Draft d = draft(w, s->variable->graph);
    add_recorded(&d, FACT_SHARE, s->index);
    return finish(&d);
}

Chain why_scope(const Why *w, const TraceScope *s) {
    Draft d = draft(w, s->graph);
    add_recorded(&d, FACT_SCOPE, s->index);
    const Uses *u = handed_out(&d, s->op_scope);
    if (u && u->suffix && u->taken->cause.moment == s->cause.moment)
        add_suffix(&d, u);
    return finish(&d);
}

/* Refusals that are known by their first words. */
static const struct {
    const char *type, *words;
    Rule rule;
} refusals[] = {
#define REFUSAL(TYPE, WORDS, RULE) {TYPE, WORDS, RULE_##RULE},
#include "view/refusal.def"
#undef REFUSAL
};

/* The rule behind an error; RULE_COUNT when none of TensorFlow's is. */
static Rule rule_of(const TraceError *e) {
    if (e->rule != RULE_COUNT || e->raised)
        return e->rule;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
        if (strcmp(e->type->text, refusals[i].type) == 0 &&
            str_starts(e->message, str_of(refusals[i].words)))
            return refusals[i].rule;
    return RULE_COUNT;
}

Chain why_error(const Why *w, const TraceError *e) {
    Draft d = draft(w, w->trace->default_graph);
    Rule rule = rule_of(e);
    add_recorded(&d, FACT_ERROR, e->index);
    if (!d.facts.count && rule != RULE_COUNT)
        add(&d, rule, e->subject, NULL, 0, e->origin ? e->origin->cause : e->cause);
    return finish(&d);
}

static Chain why_made(const Why *w, const TraceNode *n) {
    return n->variable || n->naming.library ? (Chain){0} : why_node(w, n);
}

static bool is_switch(const TraceFact *f, Moment from, Moment to) {
    return f->rule == RULE_REUSE_SWITCHED_ON && f->cause.moment >= from && f->cause.moment < to;
}

/* Those of a chain that switched reuse on in from … to - 1, or the others. */
static Chain pick(const Why *w, Chain all, bool switches, Moment from, Moment to) {
    TraceFact *at = ARENA_ARRAY(w->arena, all.count + 1, TraceFact);
    size_t n = 0;
    for (size_t i = 0; i < all.count; i++)
        if (is_switch(&all.at[i], from, to) == switches)
            at[n++] = all.at[i];
    return (Chain){at, n};
}

/* When a scope is entered, nobody has called reuse_variables() in it yet. */
static Chain why_entered(const Why *w, const TraceScope *s, Moment at) {
    return pick(w, why_scope(w, s), false, at, MOMENT_END);
}

static Chain why_switched(const Why *w, const TraceScope *s, Moment at) {
    return pick(w, why_scope(w, s), true, at, at + 1);
}

Chain why_event(const Why *w, Moment at) {
    const Trace *t = w->trace;
    const Event *e = LOG_AT(&t->events, Event, at);
    switch ((EventKind)e->kind) {
    case EVENT_NODE: return why_made(w, *LOG_AT(&t->nodes, TraceNode *, e->arg));
    case EVENT_VARIABLE: return why_variable(w, *LOG_AT(&t->variables, TraceVariable *, e->arg));
    case EVENT_SHARE: return why_share(w, *LOG_AT(&t->shares, TraceShare *, e->arg));
    case EVENT_ENTER: return why_entered(w, *LOG_AT(&t->scopes, TraceScope *, e->arg), at);
    case EVENT_REUSE: return why_switched(w, *LOG_AT(&t->scopes, TraceScope *, e->arg), at);
    case EVENT_RAISE: return why_error(w, *LOG_AT(&t->errors, TraceError *, e->arg));
    case EVENT_BIND:
    case EVENT_UNBIND:
    case EVENT_CHANGE:
    case EVENT_CALL:
    case EVENT_RETURN:
    case EVENT_RESUME:
    case EVENT_OUTPUT:
    case EVENT_SHAPE:
    case EVENT_LEAVE:
    case EVENT_GRAPH:
    case EVENT_COLLECT:
    case EVENT_DEFAULTS:
    case EVENT_RUN:
    case EVENT_VALUE:
    case EVENT_CATCH:
    case EVENT_COUNT: break;
    }
    return (Chain){0};
}
