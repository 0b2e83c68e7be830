#include "graph/control.h"

static bool frame_has(const ControlFrame *f, const Node *n) {
    for (uint32_t i = 0; i < f->nnodes; i++) {
        if (f->nodes[i] == n) {
            return true;
        }
    }
    return false;
}

/* Is n a control input already, here or further out? */
static bool in_force(const ControlFrame *f, const Node *n) {
    for (; f && !f->clear; f = f->outer) {
        if (frame_has(f, n)) {
            return true;
        }
    }
    return false;
}

ControlFrame *control_enter_in(Graph *g, Node *const *nodes, uint32_t n, bool clear) {
    Engine *e = g->engine;
    ControlFrame *f = ARENA_NEW(e->arena, ControlFrame);
    f->outer = g->controls;
    f->graph = g;
    f->clear = clear;
    f->context = g->context;
    f->nodes = ARENA_ARRAY(e->arena, n, Node *);
    for (uint32_t i = 0; i < n; i++) {
        if (!frame_has(f, nodes[i]) && !in_force(f->outer, nodes[i])) {
            f->nodes[f->nnodes++] = nodes[i];
        }
    }
    g->controls = f;
    if (clear) {
        g->context = NULL;
    }
    return f;
}

ControlFrame *control_enter(Engine *e, Node *const *nodes, uint32_t n, bool clear) {
    return control_enter_in(engine_graph(e), nodes, n, clear);
}

void control_leave(Engine *e, ControlFrame *f) {
    (void)e;
    f->graph->controls = f->outer;
    if (f->clear) {
        f->graph->context = f->context;
    }
}

/* Was the node made while f was open? */
static bool made_in(const Node *n, const ControlFrame *f) {
    for (const ControlFrame *at = n->frame; at; at = at->clear ? NULL : at->outer) {
        if (at == f) {
            return true;
        }
    }
    return false;
}

static bool dominated(const ControlFrame *f, Output *const *inputs, uint32_t ninputs) {
    for (uint32_t i = 0; i < ninputs; i++) {
        if (made_in(inputs[i]->node, f)) {
            return true;
        }
    }
    return false;
}

static bool is_input(const Node *n, Output *const *inputs, uint32_t ninputs) {
    for (uint32_t i = 0; i < ninputs; i++) {
        if (inputs[i]->node == n) {
            return true;
        }
    }
    return false;
}

static uint32_t add_controls(const ControlFrame *f, Output *const *inputs, uint32_t ninputs,
                             Node **to) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < f->nnodes; i++) {
        if (!is_input(f->nodes[i], inputs, ninputs)) {
            to[n++] = f->nodes[i];
        }
    }
    return n;
}

Node **control_inputs(Graph *g, Output *const *inputs, uint32_t ninputs, uint32_t *n) {
    uint32_t most = 0, depth = 0;
    for (const ControlFrame *f = g->controls; f && !f->clear; f = f->outer) {
        most += f->nnodes;
        depth++;
    }
    const ControlFrame **frames = ARENA_ARRAY(g->engine->scratch, depth, const ControlFrame *);
    const ControlFrame *f = g->controls;
    for (uint32_t i = depth; i > 0; i--, f = f->outer) {
        frames[i - 1] = f;
    }
    Node **nodes = ARENA_ARRAY(g->engine->arena, most, Node *);
    uint32_t count = 0;
    for (uint32_t i = 0; i < depth; i++) {
        if (!dominated(frames[i], inputs, ninputs)) {
            count += add_controls(frames[i], inputs, ninputs, nodes + count);
        }
    }
    *n = count;
    return nodes;
}
