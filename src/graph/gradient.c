/* gradient.c: the walk of tf.gradients from ys back to xs.
 *
 * Nodes on a path from xs to ys are visited once all nodes that use them have been: a count says
 * how many uses are pending. Then the gradients that arrived at each output are added up, the
 * gradient function of the op makes nodes in a scope "<node>_grad", and what it gives arrives at
 * the inputs. The order of the queue decides the order of the nodes, so it is TensorFlow's. */
#include "graph/gradient_build.h"

#include "graph/compute.h"
#include "graph/gradient_loop.h"

/* A gradient that arrived at an output. */
typedef struct Part {
    Slope slope;
    struct Part *next;
} Part;

/* What arrived at an output, in order. */
typedef struct Parts {
    Part *first, **last;
    uint32_t n;
} Parts;

/* What the walk knows of a node. */
typedef struct Visit {
    bool reached; /* a path leads here from xs, or (1.0 to 1.7) it makes one of ys */
    bool between; /* on a path from xs to ys */
    bool stop;    /* of xs, and none of xs lies behind it */
    bool queued;
    int32_t pending; /* uses by nodes between that have not been visited */
    Parts *parts;    /* [noutputs], NULL: nothing arrived */
} Visit;

typedef struct Walk {
    Engine *e;
    Graph *graph;
    const GradientRequest *r;
    uint32_t count;   /* nodes of the graph before the gradients */
    Visit *visits;    /* [count + 1] by node id */
    uint32_t *first;  /* [count + 2] by node id: where its consumers begin */
    Node **consumers; /* of all nodes */
    Node **queue;     /* [2 count] each node is put into it once, a Switch of a loop twice */
    uint32_t head, tail;
    Log loops; /* GradientLoop *: the loops between */
} Walk;

static Visit *visit_of(const Walk *w, const Node *n) {
    return &w->visits[n->record.id];
}

static bool trainable(DType t) {
    return t == DTYPE_FLOAT16 || t == DTYPE_FLOAT32 || t == DTYPE_FLOAT64 || t == DTYPE_COMPLEX64 ||
           t == DTYPE_COMPLEX128 || t == DTYPE_BFLOAT16;
}

/* ---- who uses what ---- */

static Node *node_at(const Walk *w, uint32_t i) {
    return *LOG_AT(&w->graph->order, Node *, i);
}

static void count_consumers(Walk *w) {
    for (uint32_t i = 0; i < w->count; i++) {
        Node *n = node_at(w, i);
        for (uint32_t k = 0; k < n->record.ninputs; k++) {
            w->first[n->inputs[k]->node->record.id + 1]++;
        }
    }
    for (uint32_t id = 1; id <= w->count + 1; id++) {
        w->first[id] += w->first[id - 1];
    }
}

static void find_consumers(Walk *w) {
    count_consumers(w);
    w->consumers = ARENA_ARRAY(w->e->arena, w->first[w->count + 1], Node *);
    uint32_t *next = ARENA_ARRAY(w->e->arena, w->count + 2, uint32_t);
    for (uint32_t i = 0; i < w->count; i++) {
        Node *n = node_at(w, i);
        for (uint32_t k = 0; k < n->record.ninputs; k++) {
            uint32_t id = n->inputs[k]->node->record.id;
            w->consumers[w->first[id] + next[id]++] = n;
        }
    }
}

/* ---- what lies between ---- */

static void push(Walk *w, Node *n) {
    w->queue[w->tail++] = n;
}

/* Since 1.8 only floating tensors (and handles of variables) carry a path. */
static bool carries(const Walk *w, const Node *from, const Node *to) {
    bool all = !engine_has(w->e, CHANGE_GRADIENT_REACHED);
    for (uint32_t i = 0; i < to->record.ninputs && !all; i++) {
        DType t = output_dtype(to->inputs[i]);
        all = to->inputs[i]->node == from && (trainable(t) || t == DTYPE_RESOURCE);
    }
    return all;
}

static void mark(Walk *w, Node *n) {
    if (!visit_of(w, n)->reached) {
        visit_of(w, n)->reached = true;
        push(w, n);
    }
}

static void mark_reached(Walk *w) {
    w->head = w->tail = 0;
    for (uint32_t i = 0; i < w->r->nys && !engine_has(w->e, CHANGE_GRADIENT_REACHED); i++) {
        visit_of(w, w->r->ys[i]->node)->reached = true;
    }
    for (uint32_t i = 0; i < w->r->nxs; i++) {
        mark(w, w->r->xs[i]->node);
    }
    while (w->head < w->tail) {
        const Node *n = w->queue[w->head++];
        uint32_t id = n->record.id;
        for (uint32_t k = w->first[id]; k < w->first[id + 1]; k++) {
            if (carries(w, n, w->consumers[k])) {
                mark(w, w->consumers[k]);
            }
        }
    }
}

static void mark_one_between(Walk *w, Node *n) {
    Visit *p = visit_of(w, n);
    if (p->reached && !p->between) {
        p->between = true;
        push(w, n);
    }
}

static void mark_between(Walk *w) {
    w->head = w->tail = 0;
    for (uint32_t i = 0; i < w->r->nys; i++) {
        mark_one_between(w, w->r->ys[i]->node);
    }
    while (w->head < w->tail) {
        const Node *n = w->queue[w->head++];
        for (uint32_t k = 0; k < n->record.ninputs; k++) {
            mark_one_between(w, n->inputs[k]->node);
        }
    }
}

static void count_pending(Walk *w) {
    for (uint32_t i = 0; i < w->tail; i++) {
        const Node *n = w->queue[i];
        for (uint32_t k = 0; k < n->record.ninputs; k++) {
            Visit *p = visit_of(w, n->inputs[k]->node);
            p->pending += p->between;
        }
    }
}

/* ---- loops ---- */

static GradientLoop *loop_at(const Walk *w, size_t i) {
    return *LOG_AT(&w->loops, GradientLoop *, i);
}

static GradientLoop *loop_of(const Walk *w, const ControlContext *c) {
    for (size_t i = 0; c && i < w->loops.count; i++) {
        if (loop_at(w, i)->forward == c->loop) {
            return loop_at(w, i);
        }
    }
    return NULL;
}

/* All that leaves a loop takes part, since all of it enters the backward loop. */
static void add_exits(Walk *w, const GradientLoop *l) {
    for (uint32_t i = 0; i < l->nexits; i++) {
        Node *n = l->exits[i]->node;
        if (n->record.id <= w->count && !visit_of(w, n)->between) {
            visit_of(w, n)->between = true;
            push(w, n);
        }
    }
}

static bool find_loops(Walk *w) {
    uint32_t n = w->tail;
    for (uint32_t i = 0; i < n; i++) {
        Node *exit = w->queue[i];
        GradientLoop *l;
        if (!node_is_exit(exit) || loop_of(w, exit->context)) {
            continue;
        }
        ColocationFrame *beside =
            w->r->colocate ? colocate_enter(engine_graph(w->e), exit, false) : NULL;
        bool ok = gradient_loop_make(w->e, exit->context, &l);
        if (beside) {
            colocate_leave(beside);
        }
        if (!ok) {
            return false;
        }
        *LOG_PUSH(&w->loops, GradientLoop *) = l;
        add_exits(w, l);
    }
    return true;
}

static void find_stops(Walk *w) {
    for (uint32_t i = 0; i < w->r->nxs; i++) {
        const Node *n = w->r->xs[i]->node;
        bool stop = true;
        for (uint32_t k = 0; k < n->record.ninputs; k++) {
            stop = stop && visit_of(w, n->inputs[k]->node)->pending <= 0;
        }
        visit_of(w, n)->stop = stop;
    }
    for (uint32_t i = 0; i < w->r->nstops; i++) {
        visit_of(w, w->r->stops[i])->stop = true;
    }
}

/* ---- gradients that arrive ---- */

static void arrive(Walk *w, const Output *o, Slope s) {
    Visit *p = visit_of(w, o->node);
    if (!p->parts) {
        p->parts = ARENA_ARRAY(w->e->arena, o->node->record.noutputs, Parts);
    }
    Parts *parts = &p->parts[o->index];
    Part *part = ARENA_NEW(w->e->arena, Part);
    part->slope = s;
    *(parts->first ? parts->last : &parts->first) = part;
    parts->last = &part->next;
    parts->n++;
}

static bool all_dense(const Parts *p) {
    for (const Part *part = p->first; part; part = part->next) {
        if (part->slope.indices) {
            return false;
        }
    }
    return true;
}

/* AddN beside the first of them. */
static Output *add_n(Gradient *g, uint32_t n, Output **list) {
    ColocationFrame *beside = colocate_enter(engine_graph(g->e), list[0]->node, true);
    Output *sum = grad_op_list(g, "AddN", NULL, n, list, NULL, 0, NULL);
    colocate_leave(beside);
    return sum;
}

/* One sum after the other, in a scope of its own. */
static Output *add_tree(Gradient *g, uint32_t n, Output **list) {
    Str name = str_join2(g->e->arena, name_str(g->op->record.name), STR("_gradient_sum"));
    OpScope s;
    if (!op_scope_enter(g->e, name, false, &s)) {
        g->failed = true;
        return NULL;
    }
    Output *sum = list[0];
    for (uint32_t i = 1; i < n && sum; i++) {
        sum = grad_op_list(g, "AddN", NULL, 2, (Output *[]){sum, list[i]}, NULL, 0, NULL);
    }
    op_scope_leave(g->e, &s);
    return sum;
}

static void slope_as_slices(Engine *e, Slope *s, bool *failed);

/* Slices are put behind each other; a whole tensor counts as slices of all its rows. */
static Slope join_slices(Gradient *g, const Parts *p) {
    Output **values = ARENA_ARRAY(g->e->arena, p->n, Output *);
    Output **indices = ARENA_ARRAY(g->e->arena, p->n, Output *);
    uint32_t n = 0;
    for (Part *part = p->first; part; part = part->next, n++) {
        slope_as_slices(g->e, &part->slope, &g->failed);
        values[n] = part->slope.values;
        indices[n] = part->slope.indices;
    }
    Slope sum = {.shape = p->first->slope.shape};
    sum.values = grad_concat(g, n, values, grad_whole(g, 0));
    sum.indices = grad_concat(g, n, indices, grad_whole(g, 0));
    return sum;
}

static Slope add_up(Walk *w, Gradient *g, const Parts *p) {
    if (p->n < 2) {
        return p->n ? p->first->slope : (Slope){NULL, NULL, NULL};
    }
    if (!all_dense(p)) {
        return join_slices(g, p);
    }
    Output **list = ARENA_ARRAY(g->e->arena, p->n, Output *);
    uint32_t n = 0;
    for (const Part *part = p->first; part; part = part->next) {
        list[n++] = part->slope.values;
    }
    bool tree = w->r->aggregation == AGGREGATE_TREE;
    return (Slope){tree ? add_tree(g, n, list) : add_n(g, n, list), NULL, NULL};
}

/* Adds up what arrived at each output; the sums are all that is kept. */
static bool aggregate(Walk *w, Gradient *g, bool *any) {
    Visit *p = visit_of(w, g->op);
    *any = false;
    if (!p->parts) {
        return true;
    }
    for (uint32_t i = 0; i < g->op->record.noutputs; i++) {
        Slope sum = add_up(w, g, &p->parts[i]);
        if (sum.values) {
            Part *part = ARENA_NEW(w->e->arena, Part);
            part->slope = sum;
            p->parts[i] = (Parts){part, &part->next, 1};
            *any = true;
        }
        g->dy[i] = sum;
    }
    return !g->failed;
}

/* ---- one node ---- */

/* Zeros for an output on which nothing depends. Those of a Switch pass as the value would. */
static Output *zeros_of(Walk *w, Gradient *g, Output *o) {
    const ControlContext *c = g->op->context;
    GradientLoop *l = loop_of(w, c);
    Output *zeros = NULL;
    if (l) {
        g->failed |= !gradient_loop_zeros(g->e, l, g->op, o->index, &zeros);
        return zeros;
    }
    if (opdef_compute(g->op->def) != compute_switch || !c || c->kind != CONTEXT_COND) {
        return grad_op1(g, "ZerosLike", "zeros_like", o);
    }
    Output *passed = grad_op2(g, "Switch", NULL, in(g, 0), c->pred);
    passed = passed ? &passed->node->outputs[1 - c->branch] : NULL;
    return grad_zeros(g, grad_shape(g, passed, true), output_dtype(o));
}

static void fill_zeros(Walk *w, Gradient *g) {
    for (uint32_t i = 0; i < g->op->record.noutputs; i++) {
        if (!g->dy[i].values && trainable(output_dtype(out(g, (int)i)))) {
            g->dy[i].values = zeros_of(w, g, out(g, (int)i));
        }
    }
}

static bool run_function(Walk *w, Gradient *g, GradientFn *fn) {
    OpScope s;
    Str name = str_join2(w->e->arena, name_str(g->op->record.name), STR("_grad"));
    if (!op_scope_enter(w->e, name, false, &s)) {
        return false;
    }
    fn(g);
    uint32_t n = 0;
    for (uint32_t i = 0; i < g->op->record.ninputs; i++) {
        n += g->dx[i].values != NULL;
    }
    bool ok =
        !g->failed && (!w->r->gate || n < 2 || slopes_gate(w->e, g->dx, g->op->record.ninputs));
    op_scope_leave(w->e, &s);
    return ok;
}

static bool no_gradient(const Gradient *g) {
    return engine_fail(g->e, FAULT_LOOKUP, "No gradient defined for operation '%s' (op type: %s)",
                       g->op->record.name->text, g->op->def->name);
}

static bool differentiate(Walk *w, Gradient *g) {
    GradientFn *fn = NULL;
    switch (gradient_find(g->op->def->name, &fn)) {
    case GRADIENT_FLAT: return true;
    case GRADIENT_NONE: return no_gradient(g);
    case GRADIENT_ABSENT: grad_refuse(g, g->op->def->name); return false;
    case GRADIENT_FUNCTION: break;
    }
    fill_zeros(w, g);
    return !g->failed && run_function(w, g, fn);
}

static bool give_inputs(Walk *w, const Gradient *g) {
    for (uint32_t i = 0; i < g->op->record.ninputs; i++) {
        Slope s = g->dx[i];
        if (!s.values) {
            continue;
        }
        if (!s.indices && output_dtype(g->op->inputs[i]) != DTYPE_RESOURCE &&
            !output_set_shape(w->e, s.values, output_shape(g->op->inputs[i]))) {
            return false;
        }
        arrive(w, g->op->inputs[i], s);
    }
    return true;
}

static bool has_gradient(const Walk *w, const Node *n) {
    const Visit *p = visit_of(w, n);
    for (uint32_t i = 0; p->parts && i < n->record.noutputs; i++) {
        if (p->parts[i].n) {
            return true;
        }
    }
    return false;
}

static bool zeros_for_exit(Walk *w, Output *exit) {
    Output *zeros;
    if (!trainable(output_dtype(exit))) {
        return true;
    }
    if (!gradient_loop_exit_zeros(w->e, exit, &zeros)) {
        return false;
    }
    arrive(w, exit, (Slope){zeros, NULL, NULL});
    return true;
}

/* When all exits have been seen, those without a gradient get zeros if another one has one. */
static bool release_exits(Walk *w, GradientLoop *l) {
    bool any = false;
    for (size_t i = 0; i < l->deferred.count; i++) {
        Output *exit = *LOG_AT(&l->deferred, Output *, i);
        if (has_gradient(w, exit->node)) {
            any = true;
            push(w, exit->node);
        } else {
            *LOG_PUSH(&l->unused, Output *) = exit;
        }
    }
    for (size_t i = 0; i < l->unused.count; i++) {
        Output *exit = *LOG_AT(&l->unused, Output *, i);
        if (any && !zeros_for_exit(w, exit)) {
            return false;
        }
        push(w, exit->node);
    }
    return true;
}

static bool release_exit(Walk *w, Node *exit) {
    GradientLoop *l = loop_of(w, exit->context);
    *LOG_PUSH(&l->deferred, Output *) = &exit->outputs[0];
    return --l->pending_exits > 0 || release_exits(w, l);
}

static bool is_loop_switch(const Walk *w, const Node *n) {
    return w->loops.count > 0 && opdef_compute(n->def) == compute_switch && n->context &&
           n->context->kind == CONTEXT_WHILE;
}

static bool release_inputs(Walk *w, const Node *n) {
    for (uint32_t i = 0; i < n->record.ninputs; i++) {
        Node *from = n->inputs[i]->node;
        if (from->record.id > w->count) {
            continue;
        }
        int32_t left = --visit_of(w, from)->pending;
        if (left != 0 && !(left > 0 && is_loop_switch(w, from))) {
            continue;
        }
        if (node_is_exit(from) && loop_of(w, from->context)) {
            if (!release_exit(w, from)) {
                return false;
            }
        } else {
            push(w, from);
        }
    }
    return true;
}

/* The context that gradients of n are made in, or those that arrive at it are added in. */
static ControlContext *context_for(const Walk *w, const Node *n, bool before, ControlContext *now) {
    const ControlContext *c = before ? context_of_outputs(n) : n->context;
    const GradientLoop *l = loop_of(w, c);
    return l ? l->backward : now;
}

static bool visit_node(Walk *w, const Node *n) {
    Gradient g = {.e = w->e,
                  .op = n,
                  .dy = ARENA_ARRAY(w->e->arena, n->record.noutputs, Slope),
                  .dx = ARENA_ARRAY(w->e->arena, n->record.ninputs, Slope)};
    bool any;
    Graph *graph = engine_graph(w->e);
    ControlContext *saved = graph->context;
    ColocationFrame *beside = w->r->colocate ? colocate_enter(graph, n, false) : NULL;
    graph->context = context_for(w, n, true, saved);
    bool ok = aggregate(w, &g, &any);
    graph->context = context_for(w, n, false, saved);
    ok = ok && (!any || visit_of(w, n)->stop || differentiate(w, &g)) && give_inputs(w, &g);
    graph->context = saved;
    if (beside) {
        colocate_leave(beside);
    }
    return ok && release_inputs(w, n);
}

/* ---- the beginning and the end ---- */

static Walk walk_begin(Engine *e, const GradientRequest *r) {
    Graph *graph = engine_graph(e);
    uint32_t n = (uint32_t)graph->order.count;
    Walk w = {.e = e,
              .graph = graph,
              .r = r,
              .count = n,
              .visits = ARENA_ARRAY(e->arena, n + 1, Visit),
              .first = ARENA_ARRAY(e->arena, n + 2, uint32_t),
              .queue = ARENA_ARRAY(e->arena, 2 * (size_t)n + 1, Node *),
              .loops = log_make(e->arena, sizeof(GradientLoop *))};
    find_consumers(&w);
    mark_reached(&w);
    mark_between(&w);
    return w;
}

static void start_queue(Walk *w) {
    bool reached_only = engine_has(w->e, CHANGE_GRADIENT_REACHED);
    w->head = w->tail = 0;
    for (uint32_t i = 0; i < w->r->nys; i++) {
        Node *n = w->r->ys[i]->node;
        Visit *p = visit_of(w, n);
        if (p->pending == 0 && !p->queued && (!reached_only || p->between)) {
            p->queued = true;
            push(w, n);
        }
    }
}

/* Exits that no node between uses and that are not among ys. */
static bool start_loops(Walk *w) {
    for (size_t i = 0; i < w->loops.count; i++) {
        GradientLoop *l = loop_at(w, i);
        for (uint32_t k = 0; k < l->nexits; k++) {
            Node *exit = l->exits[k]->node;
            if (exit->record.id > w->count || visit_of(w, exit)->pending != 0) {
                continue;
            }
            l->pending_exits--;
            if (!visit_of(w, exit)->queued) {
                *LOG_PUSH(&l->unused, Output *) = l->exits[k];
            }
        }
        for (size_t k = 0; l->pending_exits == 0 && k < l->unused.count; k++) {
            Output *exit = *LOG_AT(&l->unused, Output *, k);
            if (trainable(output_dtype(exit))) {
                if (!zeros_for_exit(w, exit)) {
                    return false;
                }
                push(w, exit->node);
            }
        }
    }
    return true;
}

/* A gradient of ones, shaped like y. */
static bool ones(Engine *e, const GradientRequest *r, uint32_t i, Slope *s) {
    Gradient g = {.e = e};
    Output *y = r->ys[i];
    ColocationFrame *beside = r->colocate ? colocate_enter(engine_graph(e), y->node, false) : NULL;
    Str name =
        engine_has(e, CHANGE_GRAD_YS_NAMED) ? str_printf(e->arena, "grad_ys_%u", i) : STR("Const");
    Output *shape = grad_shape(&g, y, false);
    Output *one = grad_constant(&g, grad_number(&g, 1, output_dtype(y)), name.at);
    *s = (Slope){grad_op2(&g, "Fill", NULL, shape, one), NULL, NULL};
    if (beside) {
        colocate_leave(beside);
    }
    return !g.failed;
}

static bool begin_gradients(Engine *e, const GradientRequest *r, Slope *first) {
    for (uint32_t i = 0; i < r->nys; i++) {
        first[i] = r->grad_ys ? r->grad_ys[i] : (Slope){NULL, NULL, NULL};
        if (!first[i].values && !ones(e, r, i, &first[i])) {
            return false;
        }
    }
    return true;
}

static Slope found(const Walk *w, const Output *x) {
    const Visit *p = visit_of(w, x->node);
    const Parts *parts = p->parts ? &p->parts[x->index] : NULL;
    return parts && parts->n == 1 ? parts->first->slope : (Slope){NULL, NULL, NULL};
}

bool gradients_build(Engine *e, const GradientRequest *r, Slope *slopes) {
    Slope *first = ARENA_ARRAY(e->arena, r->nys, Slope);
    if (!begin_gradients(e, r, first)) {
        return false;
    }
    Walk w = walk_begin(e, r);
    if (!find_loops(&w)) {
        return false;
    }
    count_pending(&w);
    for (uint32_t i = 0; i < r->nys; i++) {
        arrive(&w, r->ys[i], first[i]);
    }
    start_queue(&w);
    if (!start_loops(&w)) {
        return false;
    }
    find_stops(&w);
    while (w.head < w.tail) {
        if (!visit_node(&w, w.queue[w.head++])) {
            return false;
        }
    }
    for (size_t i = 0; i < w.loops.count; i++) {
        if (!gradient_loop_finish(e, loop_at(&w, i))) {
            return false;
        }
    }
    for (uint32_t i = 0; i < r->nxs; i++) {
        slopes[i] = found(&w, r->xs[i]);
    }
    return true;
}

/* ---- gates ---- */

static void add_sorted(Node **nodes, uint32_t *n, Node *node) {
    uint32_t at = *n;
    for (uint32_t i = 0; i < *n; i++) {
        if (nodes[i] == node) {
            return;
        }
    }
    while (at > 0 && nodes[at - 1]->record.id > node->record.id) {
        nodes[at] = nodes[at - 1];
        at--;
    }
    nodes[at] = node;
    (*n)++;
}

/* The same tensor, once the gate has run. */
static bool gated(Engine *e, Node *gate, Slope *s) {
    OpScope scope;
    if (!op_scope_enter(e, STR("control_dependency"), false, &scope)) {
        return false;
    }
    ColocationFrame *beside = colocate_enter(engine_graph(e), s->values->node, false);
    ControlFrame *frame = control_enter(e, &gate, 1, false);
    Operand operand = operand_of(s->values);
    bool ok = op_apply1(e, "Identity", name_str(scope.full), &operand, 1, NULL, 0, &s->values);
    control_leave(e, frame);
    colocate_leave(beside);
    op_scope_leave(e, &scope);
    return ok;
}

static bool gate_all(Engine *e, Slope *slopes, uint32_t n) {
    Node **nodes = ARENA_ARRAY(e->arena, n, Node *), *gate;
    uint32_t count = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (slopes[i].values) {
            add_sorted(nodes, &count, slopes[i].values->node);
        }
    }
    if (!group_build(e, nodes, count, (Str){0}, &gate)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (slopes[i].values && !gated(e, gate, &slopes[i])) {
            return false;
        }
    }
    return true;
}

bool slopes_gate(Engine *e, Slope *slopes, uint32_t n) {
    OpScope s;
    if (!op_scope_enter(e, STR("tuple"), false, &s)) {
        return false;
    }
    bool ok = gate_all(e, slopes, n);
    op_scope_leave(e, &s);
    return ok;
}

/* dense_shape[0] */
static Output *row_count(Gradient *g, Output *shape) {
    OpScope s;
    g->failed |= !shape || !op_scope_enter(g->e, STR("strided_slice"), false, &s);
    if (g->failed) {
        return NULL;
    }
    Output *from = grad_constant(g, grad_wholes(g, 1, &(int64_t){0}), "stack");
    Output *to = grad_constant(g, grad_wholes(g, 1, &(int64_t){1}), "stack_1");
    Output *step = grad_constant(g, grad_wholes(g, 1, &(int64_t){1}), "stack_2");
    Operand operands[] = {operand_of(shape), operand_of(from), operand_of(to), operand_of(step)};
    Attr shrink = {.name = "shrink_axis_mask", .kind = ATTR_INT, .i = 1};
    Output *made = grad_op_n(g, "StridedSlice", name_str(s.full).at, 4, operands, 1, &shrink);
    op_scope_leave(g->e, &s);
    return made;
}

bool slope_dense(Engine *e, const Slope *s, const char *name, Output **made) {
    Gradient g = {.e = e};
    *made = s->values;
    if (!s->indices) {
        return true;
    }
    Output *count = row_count(&g, s->shape);
    *made = grad_op3(&g, "UnsortedSegmentSum", name, s->values, s->indices, count);
    return !g.failed;
}

static void slope_as_slices(Engine *e, Slope *s, bool *failed) {
    Gradient g = {.e = e, .failed = *failed};
    if (!s->indices) {
        s->shape = grad_shape(&g, s->values, false);
        Output *count = row_count(&g, s->shape);
        s->indices = grad_range(&g, grad_whole(&g, 0), operand_of(count), grad_whole(&g, 1));
    }
    *failed = g.failed;
}
