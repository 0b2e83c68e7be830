/* invariants.c: the end of a run, nodes, variables, scopes left behind. */
#include "tests/invariants.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "graph/control.h"

void found(Checked *c, const char *format, ...) {
    char text[1024];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    sink_printf(&c->why, "  %s\n", text);
}

Str line_at(const Trace *t, uint32_t site) {
    const TraceModule *m;
    Span span;
    if (!trace_span(t, site, &m, &span))
        return (Str){0};
    return source_line(m->source, source_line_of(m->source, span.start));
}

const TraceScope *variable_scope_of(const TraceScope *s) {
    while (s && s->kind == SCOPE_NAME)
        s = s->parent;
    return s;
}

/* ---- the end ---- */

/* Errors that any line of a program may raise. */
static bool is_expected(const TraceError *e) {
    static const char *const types[] = {"ValueError", "FailedPreconditionError",
                                        "InvalidArgumentError"};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (str_is(name_str(e->type), types[i]))
            return true;
    return false;
}

static void check_error(Checked *c, const TraceError *e) {
    Str line = line_at(c->trace, e->cause.site);
    ptrdiff_t comment = str_find(line, STR("  # "), 0);
    bool told = comment >= 0 && str_find(line, name_str(e->type), (size_t)comment) >= 0;
    if (!is_expected(e) && !told)
        found(c, "line %u raised %s, which it does not announce: %.*s",
              trace_line(c->trace, e->cause.site), e->type->text, STR_ARG(e->message));
    if (e->message.len == 0)
        found(c, "line %u raised %s without a word", trace_line(c->trace, e->cause.site),
              e->type->text);
}

void check_end(Checked *c) {
    const Trace *t = c->trace;
    if (t->end == END_REFUSED)
        found(c, "refused: %.*s", STR_ARG(t->refusal.message));
    if (t->end == END_BUDGET)
        found(c, "a budget was used up");
    for (size_t i = 0; i < t->errors.count; i++)
        check_error(c, *LOG_AT(&t->errors, TraceError *, i));
}

/* ---- nodes ---- */

static bool is_legal(Str name) {
    for (size_t i = 0; i < name.len; i++) {
        const char *letters =
            i ? "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-/"
              : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.";
        if (!name.at[i] || !strchr(letters, name.at[i]))
            return false;
    }
    return name.len > 0;
}

/* A node in a branch of tf.cond may be older than the Switch that feeds it (section 2.3). */
static bool may_be_younger(const TraceNode *input) {
    Str op = name_str(input->op);
    return str_is(op, "Switch") || str_is(op, "RefSwitch") || str_is(op, "NextIteration");
}

static void check_input(Checked *c, const TraceNode *n, const TraceNode *input, uint32_t output) {
    if (input->graph != n->graph)
        found(c, "node %s has an input of another graph: %s", n->name->text, input->name->text);
    else if (input->id >= n->id && !may_be_younger(input))
        found(c, "node %s has a younger input: %s", n->name->text, input->name->text);
    if (output != UINT32_MAX && output >= input->noutputs)
        found(c, "node %s takes an output that %s does not have", n->name->text, input->name->text);
}

static void check_node(Checked *c, const TraceNode *n) {
    if (!is_legal(name_str(n->name)))
        found(c, "node %s has an illegal name", n->name->text);
    for (uint32_t i = 0; i < n->ninputs; i++)
        check_input(c, n, n->inputs[i].node, n->inputs[i].output);
    for (uint32_t i = 0; i < n->ncontrols; i++)
        check_input(c, n, n->controls[i], UINT32_MAX);
    if (n->scope && n->scope->cause.moment > n->cause.moment)
        found(c, "node %s lies in a scope that was opened later", n->name->text);
}

static void check_graph_nodes(Checked *c, const TraceGraph *g) {
    Map names = map_make(c->arena);
    Moment before = 0;
    for (size_t i = 0; i < g->nodes.count; i++) {
        const TraceNode *n = *LOG_AT(&g->nodes, TraceNode *, i);
        if (n->id != i + 1 || n->graph != g->index || n->cause.moment < before)
            found(c, "node %s is out of order", n->name->text);
        if (map_find(&names, n->name))
            found(c, "two nodes are called %s", n->name->text);
        map_put(&names, n->name);
        before = n->cause.moment;
        check_node(c, n);
    }
}

void check_nodes(Checked *c) {
    const Log *graphs = &c->trace->graphs;
    for (size_t i = 0; i < graphs->count; i++)
        check_graph_nodes(c, *LOG_AT(graphs, TraceGraph *, i));
}

/* ---- variables ---- */

/* The engine's graph of a record; NULL when it has no nodes by which to find it. */
static const Graph *graph_of(const TraceGraph *g) {
    return g->nodes.count ? (*LOG_AT(&g->nodes, const Node *, 0))->graph : NULL;
}

/* A record of a variable and the engine's variable behind it. */
static void check_variable(Checked *c, const TraceVariable *v) {
    const Variable *live = (const Variable *)v;
    const TraceOutput *out = &v->node->outputs[0];
    if (live->node != (const Node *)v->node || live->node->variable != live)
        found(c, "variable %s and its node do not know each other", v->node->name->text);
    if (v->graph != v->node->graph)
        found(c, "variable %s is recorded in another graph", v->node->name->text);
    if (!v->resource && out->dtype != v->dtype)
        found(c, "variable %s and its node have different dtypes", v->node->name->text);
    if (!v->resource && !shape_compatible(out->shape, v->shape))
        found(c, "variable %s and its node have different shapes", v->node->name->text);
    if ((v->maker == MADE_BY_GET_VARIABLE) != (v->key != NULL))
        found(c, "variable %s has a key, or none, against its maker", v->node->name->text);
    if (v->node->cause.moment > v->cause.moment)
        found(c, "variable %s is older than its node", v->node->name->text);
    const Graph *g = live->node->graph;
    if (v->key && map_ptr(&g->store, v->key) != live)
        found(c, "variable %s is not what is stored as %s", v->node->name->text, v->key->text);
    if (map_ptr(&g->nodes, v->node->name) != live->node)
        found(c, "variable %s is not in its graph", v->node->name->text);
}

static void check_entry(Checked *c, const TraceGraph *g, const MapEntry *entry) {
    const Variable *v = entry->ptr;
    const Log *all = &c->trace->variables;
    if (!v)
        found(c, "%s is stored without a variable", entry->key->text);
    else if (v->record.index >= all->count ||
             *LOG_AT(all, const TraceVariable *, v->record.index) != &v->record)
        found(c, "the variable stored as %s is not in the trace", entry->key->text);
    else if (v->record.key != entry->key || v->record.graph != g->index)
        found(c, "the variable stored as %s has another key or graph", entry->key->text);
}

void check_store(Checked *c) {
    const Trace *t = c->trace;
    for (size_t i = 0; i < t->variables.count; i++)
        check_variable(c, *LOG_AT(&t->variables, TraceVariable *, i));
    for (size_t i = 0; i < t->graphs.count; i++) {
        const TraceGraph *record = *LOG_AT(&t->graphs, TraceGraph *, i);
        const Graph *g = graph_of(record);
        for (uint32_t k = 0; g && k < g->store.count; k++)
            check_entry(c, record, &g->store.entries[k]);
    }
}

static void check_collected(Checked *c, const TraceGraph *g, const TraceCollected *item) {
    const TraceNode *n = item->variable ? item->variable->node : item->node;
    if (n && n->graph != g->index)
        found(c, "collection %s holds %s of another graph", item->key->text, n->name->text);
    if (n && n->cause.moment > item->moment)
        found(c, "collection %s got %s before there was one", item->key->text, n->name->text);
}

static bool is_collected(const TraceGraph *g, const char *key, const TraceVariable *v) {
    for (size_t i = 0; i < g->collections.count; i++) {
        const TraceCollected *item = LOG_AT(&g->collections, TraceCollected, i);
        if (item->variable == v && str_is(name_str(item->key), key))
            return true;
    }
    return false;
}

void check_collections(Checked *c) {
    const Trace *t = c->trace;
    for (size_t i = 0; i < t->graphs.count; i++) {
        const TraceGraph *g = *LOG_AT(&t->graphs, TraceGraph *, i);
        for (size_t k = 0; k < g->collections.count; k++)
            check_collected(c, g, LOG_AT(&g->collections, TraceCollected, k));
    }
    for (size_t i = 0; i < t->variables.count; i++) {
        const TraceVariable *v = *LOG_AT(&t->variables, TraceVariable *, i);
        const TraceGraph *g = *LOG_AT(&t->graphs, TraceGraph *, v->graph);
        if (v->trainable != is_collected(g, "trainable_variables", v))
            found(c, "variable %s is trainable or not, against the collection",
                  v->node->name->text);
        if (v->local != is_collected(g, "local_variables", v))
            found(c, "variable %s is local or not, against the collection", v->node->name->text);
    }
}

/* get_variable found it: then reuse was on, in a scope whose prefix begins the key. */
static void check_share(Checked *c, const TraceShare *s) {
    const TraceVariable *v = s->variable;
    const TraceScope *scope = variable_scope_of(s->scope);
    uint32_t line = trace_line(c->trace, s->cause.site);
    if (!v->key || v->cause.moment >= s->cause.moment)
        found(c, "line %u shares %s, which was not in the store", line, v->node->name->text);
    if (scope->graph != v->graph)
        found(c, "line %u shares %s of another graph", line, v->node->name->text);
    if (trace_reuse_at(scope, s->cause.moment) == REUSE_FALSE)
        found(c, "line %u shares %s while reuse is off", line, v->node->name->text);
    if (v->key && !str_starts(name_str(v->key), name_str(scope->prefix)))
        found(c, "line %u shares %s from scope %s", line, v->key->text, scope->prefix->text);
}

void check_shares(Checked *c) {
    const Trace *t = c->trace;
    size_t of_variables = 0;
    for (size_t i = 0; i < t->shares.count; i++)
        check_share(c, *LOG_AT(&t->shares, TraceShare *, i));
    for (size_t i = 0; i < t->variables.count; i++)
        of_variables += (*LOG_AT(&t->variables, TraceVariable *, i))->shares.count;
    if (of_variables != t->shares.count)
        found(c, "there are %zu shares, and variables know of %zu", t->shares.count, of_variables);
}

/* ---- what is left open ---- */

static void check_graph_balance(Checked *c, const Graph *g) {
    uint32_t i = g->record->index;
    if (g->op_scope->len)
        found(c, "graph %u ends in op scope %s", i, g->op_scope->text);
    if (g->scope->kind != SCOPE_ROOT)
        found(c, "graph %u ends in a scope that line %u opened", i,
              trace_line(c->trace, g->scope->cause.site));
    if (g->varscope->name->len || g->varscope->record->kind != SCOPE_ROOT)
        found(c, "graph %u ends in variable scope %s", i, g->varscope->name->text);
    if (g->controls)
        found(c, "graph %u ends with control dependencies", i);
    if (g->context || g->colocation || g->place.device->len)
        found(c, "graph %u ends in a branch, beside a node or on a device", i);
}

void check_balance(Checked *c) {
    const Trace *t = c->trace;
    if (c->engine->graph_stack)
        found(c, "a graph is still the default one");
    if (c->engine->library)
        found(c, "the program ends inside library code");
    for (size_t i = 0; i < t->scopes.count; i++) {
        const TraceScope *s = *LOG_AT(&t->scopes, TraceScope *, i);
        if (s->kind != SCOPE_ROOT && s->left == MOMENT_END)
            found(c, "the scope that line %u opened was never left", trace_line(t, s->cause.site));
    }
    check_graph_balance(c, c->engine->global_graph);
    for (size_t i = 0; i < t->graphs.count; i++) {
        const Graph *g = graph_of(*LOG_AT(&t->graphs, TraceGraph *, i));
        if (g && g != c->engine->global_graph)
            check_graph_balance(c, g);
    }
}
