#include "graph/graph.h"

#include <errno.h>
#include <string.h>

#include "graph/counts.h"
#include "graph/varscope.h"

/* The scope of a graph's root: what lies outside every `with`. It is recorded without an event,
 * because nothing enters it: it is innermost whenever the graph becomes the default one. */
static TraceScope *root_scope(Engine *e, const Graph *g) {
    TraceScope *s = ARENA_NEW(e->arena, TraceScope);
    s->index = (uint32_t)e->trace->scopes.count;
    s->cause = trace_cause(e->trace);
    s->left = s->reuse_on = MOMENT_END;
    Name empty = name_of(e->names, STR(""));
    s->graph = g->record->index;
    s->kind = SCOPE_ROOT;
    s->form = SCOPE_BY_NONE;
    s->op_scope = s->prefix = s->original_name_scope = empty;
    s->reuse_rule = RULE_REUSE_OFF;
    s->defaults.dtype = str_of(dtype_name(DTYPE_FLOAT32));
    s->defaults.dtype_set = s->defaults.initializer_set = MOMENT_END;
    *LOG_PUSH(&e->trace->scopes, TraceScope *) = s;
    return s;
}

Graph *graph_make(Engine *e) {
    Graph *g = ARENA_NEW(e->arena, Graph);
    g->engine = e;
    g->record = trace_graph(e->trace);
    g->nodes = map_make(e->arena);
    g->order = log_make(e->arena, sizeof(Node *));
    g->names_in_use = map_make(e->arena);
    g->collections = map_make(e->arena);
    g->store = map_make(e->arena);
    g->partitioned = map_make(e->arena);
    g->broadcasts = map_make(e->arena);
    g->reductions = map_make(e->arena);
    g->scopes_count = counts_make(e->arena, e->names);
    g->op_scope = g->place.device = name_of(e->names, STR(""));
    TraceScope *root = root_scope(e, g);
    g->scope = root;
    g->varscope = varscope_root(e, root);
    return g;
}

/* Python's repr of a name: double quotes only when it holds single ones. */
static Str quoted(Arena *a, Str s) {
    bool single = str_find(s, STR("'"), 0) >= 0 && str_find(s, STR("\""), 0) < 0;
    Str mark = single ? STR("\"") : STR("'");
    Sink out = sink_memory(a);
    sink_put(&out, mark);
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] == '\\' || (s.at[i] == '\'' && !single))
            sink_char(&out, '\\');
        sink_char(&out, s.at[i]);
    }
    sink_put(&out, mark);
    return sink_str(&out);
}

#define NAME_FORM "Tensor names must be of the form \"<op_name>:<output_index>\"."

static Node *find_node(const Graph *g, Str name) {
    Name n = name_find(g->engine->names, name);
    return n ? map_ptr(&g->nodes, n) : NULL;
}

static bool fail_no_tensor_name(Graph *g, Str name) {
    Str q = quoted(g->engine->scratch, name);
    const char *what =
        find_node(g, name) ? "refers to an Operation" : "looks like an (invalid) Operation name";
    return engine_fail(g->engine, FAULT_VALUE, "The name %.*s %s, not a Tensor. " NAME_FORM,
                       STR_ARG(q), what);
}

/* Splits "op:1" as Python's split and int do. False when that would fail. */
static bool split_tensor_name(Str name, ptrdiff_t colon, Str *op, int64_t *index) {
    Str digits = str_sub(name, (size_t)colon + 1, name.len);
    *op = str_sub(name, 0, (size_t)colon);
    size_t i = digits.len && (digits.at[0] == '-' || digits.at[0] == '+');
    if (i == digits.len || digits.len - i > 9)
        return false;
    *index = 0;
    for (; i < digits.len; i++) {
        if (digits.at[i] < '0' || digits.at[i] > '9')
            return false;
        *index = *index * 10 + (digits.at[i] - '0');
    }
    if (digits.at[0] == '-')
        *index = -*index;
    return true;
}

static bool fail_bad_index(Graph *g, Str name) {
    Str q = quoted(g->engine->scratch, name);
    return engine_fail(
        g->engine, FAULT_VALUE,
        "The name %.*s looks a like a Tensor name, but is not a valid one. " NAME_FORM, STR_ARG(q));
}

static bool fail_no_output(Graph *g, Str name, Str op, const Node *node) {
    Engine *e = g->engine;
    Str q = quoted(e->scratch, name), o = quoted(e->scratch, op);
    if (!node)
        return engine_fail(
            e, FAULT_KEY,
            "The name %.*s refers to a Tensor which does not exist. The operation, %.*s, does "
            "not exist in the graph.",
            STR_ARG(q), STR_ARG(o));
    return engine_fail(
        e, FAULT_KEY,
        "The name %.*s refers to a Tensor which does not exist. The operation, %.*s, exists "
        "but only has %u outputs.",
        STR_ARG(q), STR_ARG(o), node->record.noutputs);
}

bool graph_tensor_by_name(Graph *g, Str name, Output **out) {
    ptrdiff_t colon = str_find(name, STR(":"), 0);
    if (colon < 0)
        return fail_no_tensor_name(g, name);
    Str op;
    int64_t index;
    if (!split_tensor_name(name, colon, &op, &index))
        return fail_bad_index(g, name);
    Node *node = find_node(g, op);
    int64_t count = node ? node->record.noutputs : 0;
    if (index < 0)
        index += count; /* as Python indexes a list */
    if (index < 0 || index >= count)
        return fail_no_output(g, name, op, node);
    *out = &node->outputs[index];
    return true;
}

bool graph_operation_by_name(Graph *g, Str name, Node **node) {
    Engine *e = g->engine;
    Str q = quoted(e->scratch, name);
    if (str_find(name, STR(":"), 0) >= 0)
        return engine_fail(e, FAULT_VALUE,
                           "Name %.*s appears to refer to a Tensor, not a Operation.", STR_ARG(q));
    *node = find_node(g, name);
    return *node ||
           engine_fail(e, FAULT_KEY, "The name %.*s refers to an Operation not in the graph.",
                       STR_ARG(q));
}
