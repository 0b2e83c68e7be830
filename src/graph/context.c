/* context.c: what tf.cond and tf.while_loop have in common.
 *
 * While a branch or a loop is built, its context is the graph's. A context knows by name the
 * tensors that can be used in it: those that were made inside stand for themselves, and one from
 * outside for the output that brings it in. */
#include <string.h>

#include "graph/control.h"
#include "graph/gradient_loop.h"
#include "graph/opdef.h"

static Name key_of(Engine *e, const Output *o) {
    return name_of(e->names, output_name(e->scratch, o));
}

void context_know(Engine *e, ControlContext *c, const Output *o, Output *inside) {
    map_put(&c->inside, key_of(e, o))->ptr = inside;
}

Output *context_known(Engine *e, const ControlContext *c, const Output *o) {
    return map_ptr(&c->inside, key_of(e, o));
}

ControlContext *context_enter(Engine *e, ContextKind kind) {
    Graph *g = engine_graph(e);
    ControlContext *c = ARENA_NEW(e->arena, ControlContext);
    c->kind = kind;
    c->graph = g;
    c->outer = g->context;
    c->loop = kind == CONTEXT_WHILE ? c : c->outer ? c->outer->loop : NULL;
    c->inside = map_make(e->arena);
    g->context = c;
    return c;
}

void context_leave(ControlContext *c) {
    c->graph->context = c->outer;
}

bool context_value(Engine *e, ControlContext *c, Output *o, Output **out) {
    return c->kind == CONTEXT_WHILE ? while_value(e, c, o, out) : cond_value(e, c, o, out);
}

/* In the loop of a gradient, what asks for a shape is moved to the tensor that it asks, so that
 * only the shape is remembered from round to round. */
static ControlContext *home(ControlContext *c, const Node *n) {
    const char *op = n->def->name;
    bool asks = strcmp(op, "Shape") == 0 || strcmp(op, "Size") == 0 || strcmp(op, "Rank") == 0;
    const struct GradientLoop *loop = asks && c->loop ? c->loop->gradient : NULL;
    ControlContext *of = loop ? n->inputs[0]->node->context : NULL;
    return of && of->loop == loop->forward ? of : c;
}

bool context_adopt(Engine *e, ControlContext *c, Node *n) {
    n->context = c = home(c, n);
    bool ok = c->kind == CONTEXT_WHILE ? while_adopt(e, c, n) : cond_adopt(e, c, n);
    n->unfetchable = c->outer || !node_is_exit(n);
    return ok;
}

bool node_is_exit(const Node *n) {
    return n->def->flags & OP_EXIT;
}

ControlContext *context_of_outputs(const Node *n) {
    return n->context && node_is_exit(n) ? n->context->outer : n->context;
}

/* ---- changing a node ---- */

void node_set_input(Node *n, uint32_t i, Output *o) {
    n->inputs[i] = o;
    n->record.inputs[i] = (TraceInput){&o->node->record, o->index};
}

void node_add_control(Engine *e, Node *n, Node *control) {
    uint32_t count = n->record.ncontrols;
    Node **controls = ARENA_ARRAY(e->arena, count + 1, Node *);
    const TraceNode **records = ARENA_ARRAY(e->arena, count + 1, const TraceNode *);
    for (uint32_t i = 0; i < count; i++) {
        controls[i] = n->controls[i];
        records[i] = n->record.controls[i];
    }
    controls[count] = control;
    records[count] = &control->record;
    n->controls = controls;
    n->record.controls = records;
    n->record.ncontrols = count + 1;
}
