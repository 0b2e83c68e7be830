#include "tests/claims.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "view/view.h"

/* The table names_in_use of one graph, replayed. */
typedef struct Table {
    Map taken;     /* key → number of the request that handed it out, from 1 */
    uint32_t *was; /* [names]: names_in_use[key of the full name] before each request */
} Table;

typedef struct Check {
    Arena *arena;
    const Trace *t;
    const Why *why;
    Table *tables; /* [graphs] */
    Sink wrong;
    const char *what; /* what the chain is about */
    Name subject;
} Check;

static void wrong(Check *c, const char *claim, const TraceFact *f) {
    sink_printf(&c->wrong, "%s %s: %s (%s, %s, %lld)\n", c->what,
                c->subject ? c->subject->text : "-", claim, f && f->a ? f->a->text : "-",
                f && f->b ? f->b->text : "-", f ? (long long)f->n : 0LL);
}

/* ---- section 1.2 ---- */

static Name key_of(const Check *c, Name name) {
    if (!c->t->caseless)
        return name;
    Str low = str_dup(c->arena, name_str(name));
    for (size_t i = 0; i < low.len; i++)
        if (low.at[i] >= 'A' && low.at[i] <= 'Z')
            ((char *)low.at)[i] += 'a' - 'A';
    return name_of(c->t->names, low);
}

static Name joined(const Check *c, Name front, Name name) {
    return !front || !front->len
               ? name
               : name_of(c->t->names, str_printf(c->arena, "%s/%s", front->text, name->text));
}

static Name numbered(const Check *c, Name name, int64_t n) {
    return name_of(c->t->names, str_printf(c->arena, "%s_%lld", name->text, (long long)n));
}

/* One request: the number that it must give, by the description's own steps. */
static Name replay(const Check *c, Table *table, Map *in_use, const TraceName *n,
                   uint32_t request) {
    Name full = joined(c, n->op_scope, n->asked), key = key_of(c, full), cand = key;
    int64_t i = map_num(in_use, key), used = 0;
    table->was[request - 1] = (uint32_t)i;
    map_put(in_use, key)->num = i + 1;
    if (i > 0) {
        while (map_num(in_use, cand) > 0) {
            cand = numbered(c, key, i);
            used = i++;
        }
        map_put(in_use, cand)->num = 1;
        full = numbered(c, full, used);
    }
    map_put(&table->taken, cand)->num = request;
    return full;
}

static void replay_graph(Check *c, uint32_t graph) {
    const TraceGraph *g = *LOG_AT(&c->t->graphs, TraceGraph *, graph);
    Table *table = &c->tables[graph];
    Map in_use = map_make(c->arena);
    table->taken = map_make(c->arena);
    table->was = ARENA_ARRAY(c->arena, g->names.count + 1, uint32_t);
    for (size_t i = 0; i < g->names.count; i++) {
        const TraceName *n = LOG_AT(&g->names, TraceName, i);
        c->what = "name";
        c->subject = n->name;
        if (replay(c, table, &in_use, n, (uint32_t)i + 1) != n->name)
            wrong(c, "is not what section 1.2 gives", NULL);
    }
}

/* The request that handed a name out, 0 for none. */
static uint32_t request_of(const Check *c, uint32_t graph, Name name) {
    return (uint32_t)map_num(&c->tables[graph].taken, key_of(c, name));
}

static const TraceName *handed(const Check *c, uint32_t graph, uint32_t request) {
    const TraceGraph *g = *LOG_AT(&c->t->graphs, TraceGraph *, graph);
    return request ? LOG_AT(&g->names, TraceName, request - 1) : NULL;
}

/* ---- the reasons of a name ---- */

/* Where a chain about a name has got to. */
typedef struct Derivation {
    uint32_t graph, request; /* the request that the name came from; 0: none */
    Name asked, prefix, result;
} Derivation;

/* Reasons at i and after it that say why `of` got its number; applies them. */
static Name apply_suffix(Check *c, uint32_t graph, const Chain *chain, size_t *i) {
    const TraceFact *f = &chain->at[*i];
    uint32_t request = request_of(c, graph, f->b);
    const TraceName *own = handed(c, graph, request);
    const TraceName *first = handed(c, graph, request_of(c, graph, f->a));
    if (!own || !first || request_of(c, graph, f->a) >= request)
        return wrong(c, "nobody had the name", f), NULL;
    if (first->cause.moment != f->cause.moment)
        wrong(c, "not the line that has the name", f);
    int64_t from = 1, n;
    size_t at = *i + 1;
    if (at < chain->count && chain->at[at].rule == RULE_NAME_COUNTED)
        from = chain->at[at++].n;
    if (from != c->tables[graph].was[request - 1])
        wrong(c, "the search does not begin there", f);
    for (n = from; at < chain->count && chain->at[at].rule == RULE_NAME_SKIPPED; n++, at++) {
        uint32_t taken = request_of(c, graph, numbered(c, f->a, n));
        if (chain->at[at].n != n || !taken || taken >= request ||
            key_of(c, chain->at[at].a) != key_of(c, numbered(c, f->a, n)))
            wrong(c, "was not taken", &chain->at[at]);
    }
    if (request_of(c, graph, numbered(c, f->a, n)) != request || f->n != n)
        wrong(c, "the first free number is another", f);
    *i = at - 1;
    return numbered(c, f->a, n);
}

static void claim_free(Check *c, Derivation *d, const TraceFact *f) {
    if (!d->request || request_of(c, d->graph, f->a) != d->request ||
        c->tables[d->graph].was[d->request - 1] != 0)
        wrong(c, "was in use", f);
    d->result = f->a;
}

/* Is the path `scope`, or inside it? */
static bool stands_in_front(Name path, Name scope) {
    return str_starts(name_str(path), name_str(scope)) &&
           (path->len == scope->len || path->text[scope->len] == '/');
}

/* A scope in front has a number of its own, or the name has. */
static void claim_suffix(Check *c, Derivation *d, const Chain *chain, size_t *i) {
    const TraceFact *f = &chain->at[*i];
    bool of_scope = request_of(c, d->graph, f->b) != d->request;
    Name result = apply_suffix(c, d->graph, chain, i);
    if (!of_scope && d->asked && f->a != joined(c, d->prefix, d->asked))
        wrong(c, "is not what was asked for below the scope", f);
    if (!of_scope)
        d->result = result;
    else if (!d->prefix || !stands_in_front(d->prefix, f->b))
        wrong(c, "is no scope in front", f);
}

static void claim_case(Check *c, const TraceFact *f) {
    if (!c->t->caseless || f->a == f->b || key_of(c, f->a) != key_of(c, f->b))
        wrong(c, "does not differ in case only", f);
}

/* ---- the reasons of sharing ---- */

static const TraceVariable *stored(const Check *c, uint32_t graph, Name key, Moment before) {
    for (size_t i = 0; i < c->t->variables.count; i++) {
        const TraceVariable *v = *LOG_AT(&c->t->variables, TraceVariable *, i);
        if (v->graph == graph && v->key == key && v->cause.moment < before)
            return v;
    }
    return NULL;
}

static bool inside_name_scope(const TraceScope *s, Name op_scope) {
    while (s && !(s->kind == SCOPE_NAME && s->op_scope == op_scope))
        s = s->parent;
    return s;
}

/* What the chain's subject says of the store, the scope and the moment. */
typedef struct Situation {
    uint32_t graph;
    const TraceScope *scope;
    Moment moment;
    Name key;
    const TraceVariable *variable; /* made or shared; NULL when refused */
    const TraceError *error;       /* or NULL */
} Situation;

static void claim(Check *c, bool holds, const char *otherwise, const TraceFact *f) {
    if (!holds)
        wrong(c, otherwise, f);
}

static Reuse reuse_there(const Situation *p) {
    return trace_reuse_at(p->scope, p->moment);
}

/* The variable scope around s, or the root. */
static const TraceScope *variable_scope_around(const TraceScope *s) {
    for (s = s->parent; s && s->kind == SCOPE_NAME && s->parent;)
        s = s->parent;
    return s;
}

static bool called_reuse(const Check *c, Moment before) {
    for (Moment m = 0; m < before; m++)
        if (LOG_AT(&c->t->events, Event, m)->kind == EVENT_REUSE)
            return true;
    return false;
}

/* Why the flag is as it is; returns false for a rule about something else. */
static bool claim_reuse(Check *c, const Situation *p, const TraceFact *f) {
    bool on = reuse_there(p) != REUSE_FALSE;
    switch ((int)f->rule) {
    case RULE_REUSE_GIVEN: claim(c, on, "reuse is off", f); return true;
    case RULE_REUSE_INHERITED:
        claim(c, on && p->scope->parent, "nothing to inherit", f);
        return true;
    case RULE_REUSE_OFF: claim(c, !on, "reuse is on", f); return true;
    case RULE_REUSE_SWITCHED_ON:
        claim(c, on && called_reuse(c, p->moment + 1), "reuse_variables was not called", f);
        return true;
    case RULE_REUSE_FALSE_OBJECT_1_0: claim(c, !on, "reuse is on", f); return true;
    case RULE_REUSE_FROM_OBJECT:
    case RULE_REUSE_FALSE_IGNORED: return true;
    default: return false;
    }
}

/* The key and what the store said; returns false for a rule about something else. */
static bool claim_store(Check *c, const Situation *p, const TraceFact *f) {
    const TraceVariable *there = p->key ? stored(c, p->graph, p->key, p->moment) : NULL;
    switch ((int)f->rule) {
    case RULE_KEY_FROM_VARIABLE_SCOPE:
        claim(c, f->a == p->key, "another key", f);
        claim(c, f->b == p->scope->prefix, "another prefix", f);
        return true;
    case RULE_OP_SCOPE_IGNORED:
        claim(c, inside_name_scope(p->scope, f->a), "no such name scope is open", f);
        return true;
    case RULE_STORE_CREATES:
        claim(c, f->a == p->key && !there && reuse_there(p) != REUSE_TRUE, "was stored", f);
        return true;
    case RULE_STORE_SHARES:
        claim(c, f->a == p->key && there && there == p->variable, "another variable", f);
        claim(c, reuse_there(p) != REUSE_FALSE, "reuse is off", f);
        claim(c, there && f->cause.moment == there->cause.moment, "another line", f);
        return true;
    case RULE_STORE_SHARES_UNASKED:
        claim(c, f->a == p->key && there && there == p->variable, "another variable", f);
        claim(c, reuse_there(p) == REUSE_FALSE, "reuse is on", f);
        return true;
    case RULE_STORE_REFUSES_EXISTING:
        claim(c, there && reuse_there(p) == REUSE_FALSE, "not stored, or reuse is on", f);
        return true;
    case RULE_STORE_REFUSES_MISSING:
        claim(c, !there && reuse_there(p) == REUSE_TRUE, "stored, or reuse is not True", f);
        return true;
    case RULE_SHARE_SHAPE:
    case RULE_SHARE_DTYPE:
        claim(c, there && reuse_there(p) != REUSE_FALSE, "nothing to share", f);
        return true;
    default: return claim_reuse(c, p, f);
    }
}

/* What is left: reasons that can be held against the subject itself. */
static void claim_rest(Check *c, const Situation *p, const TraceFact *f) {
    const TraceVariable *v = p->variable;
    switch ((int)f->rule) {
    case RULE_VARIABLE_ALWAYS_NEW:
        claim(c, v && v->maker == MADE_BY_VARIABLE && !v->key && !v->shares.count, "is shared", f);
        return;
    case RULE_KEY_IS_NOT_NAME:
        claim(c, v && f->a == v->key && f->b == v->node->name && f->a != f->b, "it is", f);
        return;
    case RULE_INITIALIZER_DEFAULT:
        claim(c,
              v && strcmp(f->a->text, dtype_class(v->dtype) == DTYPE_CLASS_FLOAT
                                          ? "glorot_uniform_initializer"
                                          : "zeros_initializer") == 0,
              "another default", f);
        return;
    default: return;
    }
}

/* ---- chains ---- */

/* Every reason has a line of the program, and a sentence. */
static void check_form(Check *c, const Chain *chain) {
    if (!chain->count)
        wrong(c, "has no reason", NULL);
    for (size_t i = 0; i < chain->count; i++) {
        claim(c, trace_line(c->t, chain->at[i].cause.site) > 0, "has no line", &chain->at[i]);
        claim(c, explain_sentence(c->arena, &chain->at[i]).len > 0, "has no sentence",
              &chain->at[i]);
    }
}

static void check_name_reason(Check *c, Derivation *d, const Chain *chain, size_t *i) {
    const TraceFact *f = &chain->at[*i];
    const TraceName *n = handed(c, d->graph, d->request);
    switch ((int)f->rule) {
    case RULE_NAME_ABSOLUTE: d->result = f->a; return;
    case RULE_NAME_LIBRARY:
    case RULE_NAME_ASKED:
    case RULE_NAME_DEFAULT:
        d->asked = d->result = f->a;
        claim(c, !n || f->a == n->asked || f->a == c->subject, "was not asked for", f);
        return;
    case RULE_NAME_PREFIX:
    case RULE_VARIABLE_OBEYS_OP_SCOPE:
        d->prefix = f->a;
        claim(c, n && f->a == n->op_scope, "is not the op scope", f);
        return;
    case RULE_NAME_CASE: claim_case(c, f); return;
    case RULE_NAME_FREE: claim_free(c, d, f); return;
    case RULE_NAME_SUFFIX: claim_suffix(c, d, chain, i); return;
    default: return;
    }
}

static void check_node(Check *c, const TraceNode *n) {
    const TraceVariable *v = n->variable && n->variable->node == n ? n->variable : NULL;
    Chain chain = why_node(c->why, n);
    Derivation d = {n->graph, n->naming.absolute ? 0 : request_of(c, n->graph, n->name), NULL, NULL,
                    NULL};
    Situation p = {n->graph, n->scope, n->cause.moment, v ? v->key : NULL, v, NULL};
    c->what = v ? "variable" : "node";
    c->subject = n->name;
    p.moment = v ? v->cause.moment : p.moment;
    p.scope = v ? v->scope : p.scope;
    check_form(c, &chain);
    for (size_t i = 0; i < chain.count; i++) {
        const TraceFact *f = &chain.at[i];
        check_name_reason(c, &d, &chain, &i);
        if (v && !claim_store(c, &p, f))
            claim_rest(c, &p, f);
    }
    if (d.result != n->name)
        wrong(c, "the reasons lead to another name", NULL);
}

static void check_share(Check *c, const TraceShare *s) {
    Chain chain = why_share(c->why, s);
    const TraceVariable *v = s->variable;
    Situation p = {v->graph, s->scope, s->cause.moment, v->key, v, NULL};
    bool shares = false;
    c->what = "share";
    c->subject = v->key;
    check_form(c, &chain);
    for (size_t i = 0; i < chain.count; i++) {
        shares |=
            chain.at[i].rule == RULE_STORE_SHARES || chain.at[i].rule == RULE_STORE_SHARES_UNASKED;
        claim_store(c, &p, &chain.at[i]);
    }
    if (!shares)
        wrong(c, "no reason says that it is shared", NULL);
}

static void check_scope_reason(Check *c, const TraceScope *s, const TraceFact *f) {
    const TraceScope *around = variable_scope_around(s);
    switch ((int)f->rule) {
    case RULE_SCOPE_STRING:
        claim(c, f->a == s->prefix && around && f->b == around->prefix, "another prefix", f);
        claim(c, f->a == joined(c, f->b, s->asked), "the parts do not make the prefix", f);
        return;
    case RULE_SCOPE_OBJECT:
        claim(c, f->a == s->prefix && s->form == SCOPE_BY_OBJECT, "another prefix", f);
        return;
    case RULE_SCOPE_DEFAULT_NAME:
        claim(c, f->a == s->prefix && s->form == SCOPE_BY_DEFAULT_NAME, "another prefix", f);
        return;
    case RULE_SCOPE_BURNS:
        claim(c, f->a == s->op_scope && request_of(c, s->graph, f->a), "was not used up", f);
        return;
    case RULE_SCOPE_REENTERED:
    case RULE_SCOPE_ROOT:
        claim(c, f->rule == RULE_SCOPE_ROOT ? s->op_scope->len == 0 : f->a == s->op_scope,
              "another scope", f);
        return;
    default: return;
    }
}

static void check_scope(Check *c, const TraceScope *s) {
    Chain chain = why_scope(c->why, s);
    Situation p = {s->graph, s, s->cause.moment + 1, NULL, NULL, NULL};
    c->what = "scope";
    c->subject = s->op_scope;
    check_form(c, &chain);
    for (size_t i = 0; i < chain.count; i++) {
        const TraceFact *f = &chain.at[i];
        check_scope_reason(c, s, f);
        if (f->rule == RULE_NAME_SUFFIX && apply_suffix(c, s->graph, &chain, &i) != s->op_scope)
            wrong(c, "the number leads to another scope", f);
        else if (f->cause.moment <= s->cause.moment)
            claim_reuse(c, &p, f);
    }
}

/* Errors that TensorFlow's rules are behind. */
static bool is_refusal(const TraceError *e) {
    return e->rule != RULE_COUNT && !e->raised;
}

static void check_error(Check *c, const TraceError *e) {
    Chain chain = why_error(c->why, e);
    c->what = "error";
    c->subject = e->subject;
    if (is_refusal(e) || chain.count)
        check_form(c, &chain);
    if (!e->scope || !e->subject)
        return;
    Situation p = {e->scope->graph, e->scope, e->cause.moment, e->subject, NULL, e};
    for (size_t i = 0; i < chain.count; i++)
        claim_store(c, &p, &chain.at[i]);
}

Str claims_check(Arena *a, const Trace *t) {
    Check c = {.arena = a, .t = t, .why = why_make(a, t), .wrong = sink_memory(a)};
    c.tables = ARENA_ARRAY(a, t->graphs.count + 1, Table);
    for (size_t i = 0; i < t->graphs.count; i++)
        replay_graph(&c, (uint32_t)i);
    for (size_t i = 0; i < t->nodes.count; i++)
        check_node(&c, *LOG_AT(&t->nodes, TraceNode *, i));
    for (size_t i = 0; i < t->shares.count; i++)
        check_share(&c, *LOG_AT(&t->shares, TraceShare *, i));
    for (size_t i = 0; i < t->scopes.count; i++) {
        const TraceScope *s = *LOG_AT(&t->scopes, TraceScope *, i);
        if (s->kind != SCOPE_ROOT)
            check_scope(&c, s);
    }
    for (size_t i = 0; i < t->errors.count; i++)
        check_error(&c, *LOG_AT(&t->errors, TraceError *, i));
    return sink_str(&c.wrong);
}
