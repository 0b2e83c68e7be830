#include "graph/scope.h"

#include <string.h>

#include "graph/naming.h"
#include "graph/varscope.h"

/* ---- op scopes (section 1.3) ---- */

/* Where the scope string leads: the new op scope, without a slash at its end. */
static bool find_scope(Graph *g, Str name, Name *scope, Naming *naming) {
    Engine *e = g->engine;
    if (!name.len) {
        *scope = name_of(e->names, STR(""));
        *naming =
            (Naming){.asked = *scope, .full = *scope, .absolute = true, .library = e->library};
        return true;
    }
    if (!naming_legal(name, g->op_scope->len > 0))
        return naming_refuse(e, name_of(e->names, name), "scope");
    if (!str_ends(name, STR("/"))) {
        *scope = graph_unique_name(g, name, true, naming);
        naming->given = !e->library;
        return true;
    }
    *scope = name_of(e->names, str_sub(name, 0, name.len - 1));
    *naming = (Naming){.asked = *scope, .full = *scope, .absolute = true, .library = e->library};
    return true;
}

Str op_scope_prefix(Engine *e, const OpScope *s) {
    return s->scope->len ? str_join2(e->scratch, name_str(s->scope), STR("/")) : STR("");
}

static void make_full(Engine *e, OpScope *s) {
    s->full = s->scope->len ? name_of(e->names, op_scope_prefix(e, s)) : s->scope;
}

void op_scope_stay(Engine *e, OpScope *s) {
    Graph *g = engine_graph(e);
    *s = (OpScope){.graph = g, .saved = g->op_scope, .scope = g->op_scope, .outer = g->scope};
    make_full(e, s);
    s->naming = (Naming){.asked = g->op_scope, .full = g->op_scope, .absolute = true};
    s->library_before = e->library;
}

bool op_scope_begin(Engine *e, Str name, OpScope *s) {
    Graph *g = engine_graph(e);
    Name scope = NULL;
    Naming naming;
    if (!find_scope(g, name, &scope, &naming))
        return false;
    *s = (OpScope){
        .graph = g, .saved = g->op_scope, .scope = scope, .outer = g->scope, .naming = naming};
    s->library_before = e->library;
    g->op_scope = scope;
    e->library = true;
    return true;
}

bool op_scope_open(Engine *e, Str name, OpScope *s) {
    if (!op_scope_begin(e, name, s))
        return false;
    make_full(e, s);
    return true;
}

void op_scope_record(Engine *e, OpScope *s, TraceScope *record) {
    s->record = record;
    record->parent = s->outer;
    record->graph = s->graph->record->index;
    record->op_scope = s->graph->op_scope;
    s->graph->scope = record;
    e->library = s->library_before;
    trace_enter(e->trace, record);
}

void op_scope_facts(Engine *e, const OpScope *s, Str asked) {
    const TraceScope *r = s->record;
    const Naming *n = &s->naming;
    if (!asked.len) {
        trace_fact(e->trace, RULE_SCOPE_ROOT, FACT_SCOPE, r->index, NULL, NULL, 0, r->cause);
    } else if (n->absolute) {
        trace_fact(e->trace, RULE_SCOPE_REENTERED, FACT_SCOPE, r->index, n->full, NULL, 0,
                   r->cause);
    } else {
        trace_fact(e->trace, RULE_SCOPE_BURNS, FACT_SCOPE, r->index, r->op_scope, NULL, 0,
                   r->cause);
    }
}

/* A name scope of the program goes into the trace; variables are not touched by it. */
static void record_name_scope(Engine *e, Str name, OpScope *s) {
    const VarScope *v = s->graph->varscope;
    TraceScope *r = ARENA_NEW(e->arena, TraceScope);
    r->kind = SCOPE_NAME;
    r->form = name.len ? SCOPE_BY_STRING : SCOPE_BY_NONE;
    r->asked = name.at ? name_of(e->names, name) : NULL;
    r->prefix = v->name;
    r->original_name_scope = v->original_name_scope;
    r->reuse = v->reuse;
    ReuseReason why = varscope_reuse_reason(e, v);
    r->reuse_rule = why.rule;
    r->reuse_from = why.from;
    op_scope_record(e, s, r);
    op_scope_facts(e, s, name);
}

bool op_scope_enter(Engine *e, Str name, bool of_program, OpScope *s) {
    if (!op_scope_open(e, name, s))
        return false;
    if (of_program)
        record_name_scope(e, name, s);
    return true;
}

void op_scope_leave(Engine *e, OpScope *s) {
    s->graph->op_scope = s->saved;
    e->library = s->library_before;
    if (!s->record)
        return;
    s->graph->scope = s->outer;
    trace_leave(e->trace, s->record, s->outer);
}
