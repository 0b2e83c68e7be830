/* variable_guard.c: initial values that depend on other variables (section 2.3).
 *
 * Since 1.3 the value that is assigned to a new variable is not the one that the program gave, when
 * that one reads other variables: those might have no value yet. Every op between them and the
 * value is made once more, with the variable replaced by its initialized value. Values without a
 * variable behind them stay as they are. */
#include <string.h>

#include "graph/opdef.h"
#include "graph/variable.h"

#define DEEPEST 5000 /* ops in a row; TensorFlow's own recursion ends before */

/* One value that is being rewritten. */
typedef struct Guard {
    Engine *e;
    Map nodes;  /* by name: what a node became, itself when it stays */
    Str suffix; /* behind the names of the new ops */
    int depth;
} Guard;

static bool is_variable(const Node *n) {
    return strcmp(n->record.op->text, "VariableV2") == 0 ||
           strcmp(n->record.op->text, "VarHandleOp") == 0;
}

static bool stops_search(const Node *n) {
    static const char *const ops[] = {"IsVariableInitialized", "VarIsInitializedOp",
                                      "ReadVariableOp"};
    for (size_t i = 0; i < sizeof ops / sizeof *ops; i++) {
        if (strcmp(n->record.op->text, ops[i]) == 0)
            return true;
    }
    return false;
}

/* Is it in a collection where TensorFlow looks for the variable of a node? */
static bool is_collected(Graph *g, const char *key, const Variable *v) {
    const Collection *c = collection_get(g, name_z(g->engine->names, key));
    for (size_t i = 0; c && i < c->items.count; i++) {
        if (LOG_AT(&c->items, Item, i)->variable == v)
            return true;
    }
    return false;
}

static bool can_replace(const Node *n) {
    return n->variable && (is_collected(n->graph, "variables", n->variable) ||
                           is_collected(n->graph, "local_variables", n->variable));
}

/* Does the value depend on a variable? Walks everything behind it once. */
static bool depends_on_variable(Engine *e, Node *from) {
    Map seen = map_make(e->scratch);
    Log queue = log_make(e->scratch, sizeof(Node *));
    *LOG_PUSH(&queue, Node *) = from;
    for (size_t i = 0; i < queue.count; i++) {
        Node *n = *LOG_AT(&queue, Node *, i);
        if (is_variable(n))
            return true;
        if (strcmp(n->record.op->text, "NextIteration") == 0)
            return false; /* a loop: TensorFlow gives up, too */
        for (uint32_t k = 0; k < n->record.ninputs && !stops_search(n); k++) {
            MapEntry *entry = map_put(&seen, n->inputs[k]->node->record.name);
            if (!entry->num)
                *LOG_PUSH(&queue, Node *) = n->inputs[k]->node;
            entry->num = 1;
        }
    }
    return false;
}

static bool guard_node(Guard *g, Node *n, Node **out);

/* Inputs as they are after rewriting; *changed when one of them is another tensor now. */
static bool guard_inputs(Guard *g, const Node *n, Output **inputs, bool *changed) {
    for (uint32_t i = 0; i < n->record.ninputs; i++) {
        Node *input;
        if (!guard_node(g, n->inputs[i]->node, &input))
            return false;
        inputs[i] = &input->outputs[n->inputs[i]->index];
        *changed = *changed || inputs[i] != n->inputs[i];
    }
    return true;
}

/* An op that changes a variable would get the value that is read instead of the variable. */
static bool wants_reference(const Node *n) {
    for (int i = 0; i < n->def->ninputs; i++) {
        if (opdef_inputs(n->def)[i].ref && strcmp(n->record.op->text, "RefSwitch") != 0)
            return true;
    }
    return false;
}

/* The op once more. Before the native graph, its outputs keep the types of the old ones, references
 * included. */
static bool copy_node(Guard *g, Node *n, Output **inputs, Node **out) {
    const char *op = strcmp(n->record.op->text, "RefSwitch") == 0 ? "Switch" : n->record.op->text;
    Str name = str_join2(g->e->scratch, name_str(n->record.name), g->suffix);
    if (wants_reference(n))
        return engine_fail(g->e, FAULT_REFUSED, "an initial value that changes a variable (%s)",
                           n->record.op->text);
    if (!node_make(g->e, op, name, inputs, n->record.ninputs, n->attrs, n->nattrs, out))
        return false;
    for (uint32_t i = 0; i < n->record.noutputs && !engine_has(g->e, CHANGE_NATIVE_GRAPH); i++)
        (*out)->record.outputs[i].ref = n->record.outputs[i].ref;
    (*out)->groups = n->groups;
    (*out)->ngroups = n->ngroups;
    return true;
}

static bool guard_op(Guard *g, Node *n, Node **out) {
    Output **inputs = ARENA_ARRAY(g->e->scratch, n->record.ninputs, Output *);
    bool changed = false;
    *out = n;
    return guard_inputs(g, n, inputs, &changed) && (!changed || copy_node(g, n, inputs, out));
}

static bool guard_variable(Guard *g, Node *n, Node **out) {
    Output *value;
    *out = n;
    if (!can_replace(n))
        return true;
    if (!variable_initialized_value(g->e, n->variable, &value))
        return false;
    *out = value->node;
    return true;
}

static bool guard_node(Guard *g, Node *n, Node **out) {
    *out = map_ptr(&g->nodes, n->record.name);
    if (*out)
        return true;
    if (g->depth == DEEPEST)
        return engine_fail(
            g->e, FAULT_REFUSED,
            "an initial value that depends on a variable through so many operations");
    g->depth++;
    bool ok = true;
    if (stops_search(n))
        *out = n;
    else
        ok = is_variable(n) ? guard_variable(g, n, out) : guard_op(g, n, out);
    g->depth--;
    map_put(&g->nodes, n->record.name)->ptr = *out;
    return ok;
}

/* "_w2_0" after the name of the tensor w2:0; since 1.14 "_w2/", after the scope string, so that the
 * name is absolute. */
static Str guard_suffix(Engine *e, Name made) {
    if (engine_has(e, CHANGE_REWRITTEN_NAMES))
        return str_join2(e->scratch, STR("_"), name_str(made));
    Str name = str_sub(name_str(made), 0, made->len - 1);
    return str_printf(e->scratch, "_%.*s_0", STR_ARG(name));
}

bool variable_guard(Engine *e, Output *value, Name made, Output **out) {
    *out = value;
    if (!engine_has(e, CHANGE_INITIAL_VALUE_REWRITTEN) || !depends_on_variable(e, value->node))
        return true;
    Guard g = {.e = e, .nodes = map_make(e->scratch), .suffix = guard_suffix(e, made)};
    Node *node;
    if (!guard_node(&g, value->node, &node))
        return false;
    *out = &node->outputs[value->index];
    return true;
}
