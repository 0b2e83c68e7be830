/* gradient_loop.c: gradients of tf.while_loop.
 *
 * The forward loop counts its rounds; the gradient is a loop that counts them down. What it needs
 * of a round of the forward loop, the forward loop pushes on a stack and the gradient pops. The
 * gradient of a variable goes round as the variable does, the other way; what the loop uses from
 * outside adds up its gradient over the rounds. Names and order of the nodes are TensorFlow's. */
#include "graph/gradient_loop.h"

#include <string.h>

/* The gradient of a variable of the loop: the Switch that it is of, and its Merge. */
typedef struct LoopMerge {
    const Node *of;
    Output *merge;
} LoopMerge;

static GradientLoop *current(Engine *e) {
    const ControlContext *c = engine_graph(e)->context;
    return c && c->loop ? c->loop->gradient : NULL;
}

static bool op2(Engine *e, const char *op, Operand x, Operand y, Node **n) {
    return op_apply(e, op, (Str){0}, (Operand[]){x, y}, 2, NULL, NULL, 0, n);
}

static Operand whole(Engine *e, int64_t v) {
    return operand_tensor(e, tensor_scalar_i64(e->arena, DTYPE_INT32, v));
}

static bool pass_on(Engine *e, Output *o, Output **out) {
    Operand operand = operand_of(o);
    return op_apply1(e, "NextIteration", (Str){0}, &operand, 1, NULL, 0, out);
}

/* ---- counters ---- */

static bool count_forward(Engine *e, GradientLoop *l, Output *zero, Output **total) {
    ControlContext *c = l->forward;
    Output *enter, *merge, *next;
    Node *test = NULL, *sum = NULL;
    if (!while_enter_named(e, c, zero, "f_count", &enter) ||
        !while_merge_named(e, enter, "Merge", &merge) ||
        !op2(e, "Switch", operand_of(merge), operand_of(&c->test->outputs[0]), &test) ||
        !op2(e, "Add", operand_of(&test->outputs[1]), whole(e, 1), &sum) ||
        !pass_on(e, &sum->outputs[0], &next)) {
        return false;
    }
    node_set_input(merge->node, 1, next);
    l->forward_index = next->node;
    return while_exit_named(e, c, &test->outputs[0], "f_count", total);
}

static bool loop_test(Engine *e, ControlContext *c, Node *test) {
    Operand operand = operand_of(&test->outputs[0]);
    Node *n = NULL;
    bool ok = op_apply(e, "LoopCond", STR("b_count"), &operand, 1, NULL, NULL, 0, &n);
    c->test = n;
    return ok;
}

static bool count_backward(Engine *e, GradientLoop *l, Output *total, Output *one) {
    ControlContext *c = l->backward;
    Output *enter, *merge, *next, *zero;
    Node *test = NULL, *sides = NULL, *rest = NULL;
    if (!while_enter_named(e, c, total, "b_count", &enter) ||
        !while_merge_named(e, enter, "Merge", &merge)) {
        return false;
    }
    c->pivot = merge;
    if (!op2(e, "GreaterEqual", operand_of(merge), operand_of(one), &test) ||
        !loop_test(e, c, test) ||
        !op2(e, "Switch", operand_of(merge), operand_of(&c->test->outputs[0]), &sides) ||
        !op2(e, "Sub", operand_of(&sides->outputs[1]), operand_of(one), &rest)) {
        return false;
    }
    c->pivot = &rest->outputs[0];
    if (!pass_on(e, &rest->outputs[0], &next)) {
        return false;
    }
    node_set_input(merge->node, 1, next);
    l->backward_index = next->node;
    return while_exit_named(e, c, &sides->outputs[0], "b_count", &zero);
}

static bool int_constant(Engine *e, int64_t v, const char *name, Output **out) {
    return constant_make(e, tensor_scalar_i64(e->arena, DTYPE_INT32, v), str_of(name), out);
}

static bool make_backward(Engine *e, GradientLoop *l, Output *total) {
    Output *one;
    Naming naming;
    if (!int_constant(e, 1, "b_count", &one)) {
        return false;
    }
    Name frame = graph_unique_name(engine_graph(e), name_str(l->forward->frame), true, &naming);
    ControlContext *c = context_enter(e, CONTEXT_WHILE);
    c->frame = frame;
    c->parallel = l->forward->parallel;
    c->gradient = l;
    l->backward = c;
    bool ok = count_backward(e, l, total, one);
    context_leave(c);
    return ok;
}

static bool make_counters(Engine *e, GradientLoop *l) {
    Graph *g = engine_graph(e);
    Output *zero, *total;
    if (!int_constant(e, 0, "f_count", &zero)) {
        return false;
    }
    ControlContext *saved = g->context;
    g->context = l->forward;
    bool ok = count_forward(e, l, zero, &total);
    g->context = saved;
    return ok && make_backward(e, l, total);
}

static bool refuse(Engine *e, const char *what, const ControlContext *c) {
    return engine_fail(e, FAULT_REFUSED, "the gradient of %s (%s) is not modelled", what,
                       c->exits[0]->node->record.name->text);
}

bool gradient_loop_make(Engine *e, ControlContext *forward, GradientLoop **made) {
    GradientLoop *l = ARENA_NEW(e->arena, GradientLoop);
    Graph *g = engine_graph(e);
    if (!engine_has(e, CHANGE_STACK_V2)) {
        return refuse(e, "a tf.while_loop before TensorFlow 1.3", forward);
    }
    if ((forward->outer && forward->outer->loop) || forward->gradient) {
        return refuse(e,
                      forward->gradient ? "the gradient of a tf.while_loop"
                                        : "a tf.while_loop in another one",
                      forward);
    }
    *l = (GradientLoop){.forward = forward,
                        .history = map_make(e->arena),
                        .merges = log_make(e->arena, sizeof(LoopMerge)),
                        .deferred = log_make(e->arena, sizeof(Output *)),
                        .unused = log_make(e->arena, sizeof(Output *)),
                        .exits = forward->exits,
                        .nexits = forward->nexits,
                        .pending_exits = forward->nexits};
    *made = l;
    ControlContext *saved = g->context;
    g->context = forward->outer;
    bool ok = make_counters(e, l);
    g->context = saved;
    return ok;
}

/* ---- values of the same round ---- */

/* A node that only brings others together in time. */
static Node *sync_of(Engine *e, ControlContext *c, Node *index, Node **sync, const char *name) {
    if (!*sync) {
        ControlFrame *frame = control_enter(e, NULL, 0, true);
        bool ok = op_apply(e, "ControlTrigger", str_of(name), NULL, 0, NULL, NULL, 0, sync);
        control_leave(e, frame);
        if (!ok) {
            return NULL;
        }
        (*sync)->context = c;
        node_add_control(e, index, *sync);
    }
    return *sync;
}

static bool make_stack(Engine *e, const Output *value, Output **handle) {
    Attr type = {.name = "elem_type", .kind = ATTR_TYPE, .type = output_dtype(value)};
    ColocationFrame *beside = colocate_enter(engine_graph(e), value->node, false);
    Output *most;
    bool ok = int_constant(e, -1, "Const", &most);
    Operand operand = ok ? operand_of(most) : whole(e, -1);
    ok = ok && op_apply1(e, "StackV2", STR("f_acc"), &operand, 1, &type, 1, handle);
    colocate_leave(beside);
    return ok;
}

/* The forward loop pushes the value once a round, between one count and the next. */
static bool push_in(Engine *e, GradientLoop *l, ControlContext *in, Output *handle, Output *value) {
    Operand operands[] = {operand_of(handle), operand_of(value)};
    Node *push = NULL;
    engine_graph(e)->context = in;
    if (!op_apply(e, "StackPushV2", (Str){0}, operands, 2, NULL, NULL, 0, &push)) {
        return false;
    }
    if (in == l->forward) {
        node_add_control(e, l->forward_index, push);
    } else {
        Node *sync = sync_of(e, l->forward, l->forward_index, &l->forward_sync, "f_sync");
        if (!sync) {
            return false;
        }
        node_add_control(e, sync, push);
    }
    node_add_control(e, push, l->forward_index->inputs[0]->node);
    return true;
}

static bool accumulate(Engine *e, GradientLoop *l, Output *value, Output **handle) {
    Graph *g = engine_graph(e);
    Output *inside;
    ControlFrame *frame = control_enter(e, NULL, 0, true);
    g->context = l->backward->outer;
    bool ok = make_stack(e, value, handle) && while_value(e, l->forward, *handle, &inside) &&
              push_in(e, l, context_of_outputs(value->node), inside, value);
    control_leave(e, frame);
    return ok;
}

/* The branch of a tf.cond in the forward loop in which a value is made, or NULL. */
static const ControlContext *branch_of(const Output *value) {
    const ControlContext *c = value->node->context;
    return c && c->kind == CONTEXT_COND ? c : NULL;
}

static Name name_of_output(Engine *e, const Output *o) {
    return name_of(e->names, output_name(e->scratch, o));
}

/* A value that a branch made is popped only in rounds that took the branch. */
static bool guard(Engine *e, GradientLoop *l, const ControlContext *branch, Output **handle) {
    Output *pred = branch ? map_ptr(&l->history, name_of_output(e, branch->pred)) : NULL;
    Node *sides = NULL;
    if (!branch) {
        return true;
    }
    ColocationFrame *beside = colocate_enter(engine_graph(e), (*handle)->node, true);
    bool ok = op2(e, "Switch", operand_of(*handle), operand_of(pred ? pred : branch->pred), &sides);
    colocate_leave(beside);
    *handle = ok ? &sides->outputs[branch->branch] : NULL;
    return ok;
}

static bool pop(Engine *e, GradientLoop *l, Output *handle, const Output *value, Output **out) {
    Attr type = {.name = "elem_type", .kind = ATTR_TYPE, .type = output_dtype(value)};
    ControlFrame *frame = control_enter(e, NULL, 0, true);
    engine_graph(e)->context = l->backward;
    bool ok = guard(e, l, branch_of(value), &handle);
    Operand operand = operand_of(handle);
    ok = ok && op_apply1(e, "StackPopV2", (Str){0}, &operand, 1, &type, 1, out) &&
         output_set_shape(e, *out, output_shape(value));
    control_leave(e, frame);
    if (ok && l->backward->parallel > 1) {
        Node *sync = sync_of(e, l->backward, l->backward_index, &l->backward_sync, "b_sync");
        ok = sync != NULL;
        if (ok) {
            node_add_control(e, sync, (*out)->node);
        }
    }
    return ok;
}

/* The constant Enter behind Switch and Identity nodes, or NULL. */
static const Node *constant_enter(const Output *o) {
    const Node *n = o->node;
    while (strstr(n->def->name, "Switch") || strstr(n->def->name, "Identity")) {
        n = n->inputs[0]->node;
    }
    return node_is_constant_enter(n) ? n : NULL;
}

static bool real_value(Engine *e, GradientLoop *l, Output *value, Output **out) {
    const Node *enter = constant_enter(value);
    Output *handle;
    if (enter) {
        return while_value(e, l->backward, enter->inputs[0], out);
    }
    if (strcmp(value->node->def->name, "Const") == 0) {
        return constant_make(e, node_attr(value->node, "value")->tensor, (Str){0}, out);
    }
    return accumulate(e, l, value, &handle) && pop(e, l, handle, value, out);
}

static bool remembered(Engine *e, GradientLoop *l, Output *value, Output **out) {
    Name key = name_of_output(e, value);
    *out = map_ptr(&l->history, key);
    if (*out) {
        return true;
    }
    if (!real_value(e, l, value, out)) {
        return false;
    }
    map_put(&l->history, key)->ptr = *out;
    return true;
}

bool gradient_loop_keeps(Engine *e, const Output *o) {
    const GradientLoop *l = current(e);
    const ControlContext *of = l ? context_of_outputs(o->node) : NULL;
    return of && of->loop == l->forward;
}

bool gradient_loop_value(Engine *e, ControlContext *c, Output *o, Output **out) {
    GradientLoop *l = current(e);
    if (!remembered(e, l, o, out)) {
        return false;
    }
    context_know(e, c, o, *out);
    return true;
}

/* ---- zeros ---- */

bool gradient_loop_exit_zeros(Engine *e, Output *exit, Output **zeros) {
    Gradient g = {.e = e};
    Shape s = output_shape(exit);
    *zeros = shape_known(s) ? NULL : grad_op1(&g, "ZerosLike", "zeros_like", exit);
    return shape_known(s) ? filled_build(e, s, output_dtype(exit), 0, STR("zeros"), zeros)
                          : !g.failed;
}

static bool zero_constant(Engine *e, Shape s, DType t, const char *name, Output **out) {
    Tensor *zero = tensor_make(e->arena, t, s);
    return constant_make_filled(e, zero, 1, name ? str_of(name) : (Str){0}, out);
}

static bool shape_in_loop(Engine *e, GradientLoop *l, const Node *n, Output *o, Output **shape) {
    Graph *g = engine_graph(e);
    ControlContext *saved = g->context;
    Operand operand = operand_of(o);
    g->context = n->context;
    bool ok = op_apply1(e, "Shape", (Str){0}, &operand, 1, NULL, 0, shape);
    g->context = saved;
    return ok && remembered(e, l, *shape, shape);
}

bool gradient_loop_zeros(Engine *e, GradientLoop *l, const Node *n, uint32_t i, Output **zeros) {
    Output *o = &n->outputs[i], *shape;
    const ControlContext *branch = branch_of(o);
    bool dead = branch && strstr(n->def->name, "Switch");
    Gradient g = {.e = e};
    *zeros = NULL;
    if (!branch && strstr(n->def->name, "Switch")) {
        return true; /* of a variable of the loop */
    }
    if (!shape_known(output_shape(o))) {
        if (dead) {
            return engine_fail(e, FAULT_REFUSED,
                               "the gradient of a tf.cond of unknown shape in a loop ('%s') is not "
                               "modelled",
                               n->record.name->text);
        }
        if (!shape_in_loop(e, l, n, o, &shape)) {
            return false;
        }
        *zeros = grad_zeros(&g, shape, output_dtype(o));
        return !g.failed;
    }
    if (!zero_constant(e, output_shape(o), output_dtype(o), NULL, zeros) || !dead) {
        return *zeros != NULL;
    }
    Output *pred = map_ptr(&l->history, name_of_output(e, branch->pred));
    Node *sides = NULL;
    bool ok = op2(e, "Switch", operand_of(*zeros), operand_of(pred ? pred : branch->pred), &sides);
    *zeros = ok ? &sides->outputs[1 - branch->branch] : NULL;
    return ok;
}

bool gradient_loop_finish(Engine *e, GradientLoop *l) {
    Graph *g = engine_graph(e);
    for (size_t i = 0; i < l->merges.count; i++) {
        Node *merge = LOG_AT(&l->merges, LoopMerge, i)->merge->node;
        Output *first = merge->inputs[0], *zero, *next;
        if (merge->inputs[1] != first) {
            continue;
        }
        Shape s = output_shape(first);
        ControlContext *saved = g->context;
        Gradient grad = {.e = e};
        g->context = shape_known(s) ? l->backward : l->backward->outer;
        bool ok = shape_known(s);
        if (ok) {
            ok = zero_constant(e, s, output_dtype(first), NULL, &zero);
        } else {
            Output *shape = grad_shape(&grad, first->node->inputs[0], true);
            zero = grad_zeros(&grad, shape, output_dtype(first));
            ok = !grad.failed;
        }
        g->context = l->backward;
        ok = ok && pass_on(e, zero, &next);
        g->context = saved;
        if (!ok) {
            return false;
        }
        node_set_input(merge, 1, next);
    }
    return true;
}

/* ---- gradient functions ---- */

/* The gradient of what a loop gives enters the backward loop. */
void gradient_exit(Gradient *g) {
    GradientLoop *l = current(g->e);
    Output *dy = grad_dy(g, 0), *enter;
    if (l->forward->flat || g->failed) {
        return;
    }
    g->failed = !while_enter_named(g->e, l->backward, dy, "b_exit", &enter);
    give(g, 0, enter);
}

void gradient_next_iteration(Gradient *g) {
    give(g, 0, grad_dy(g, 0));
}

/* Of what is used from outside: a sum over all rounds. */
static bool sum_up(Engine *e, GradientLoop *l, const Gradient *g, Output *dy, Output **out) {
    Graph *graph = engine_graph(e);
    ControlContext *c = l->backward;
    Output *zero = NULL, *enter, *merge, *next;
    Node *sides = NULL, *sum = NULL;
    Gradient shaped = {.e = e};
    graph->context = c->outer;
    if (shape_known(output_shape(dy))) {
        shaped.failed = !zero_constant(e, output_shape(dy), output_dtype(dy), "b_acc", &zero);
    } else {
        Output *shape = grad_shape(&shaped, g->op->inputs[0], true);
        zero = grad_zeros(&shaped, shape, output_dtype(dy));
    }
    graph->context = c;
    if (shaped.failed || !while_enter_named(e, c, zero, "b_acc", &enter) ||
        !while_merge_named(e, enter, "b_acc", &merge) ||
        !op2(e, "Switch", operand_of(merge), operand_of(&c->test->outputs[0]), &sides) ||
        !op2(e, "Add", operand_of(&sides->outputs[1]), operand_of(dy), &sum) ||
        !pass_on(e, &sum->outputs[0], &next)) {
        return false;
    }
    node_set_input(merge->node, 1, next);
    return while_exit_named(e, c, &sides->outputs[0], "b_acc", out);
}

void gradient_enter(Gradient *g) {
    GradientLoop *l = current(g->e);
    if (!l || l->forward->flat) {
        give(g, 0, grad_dy(g, 0));
        return;
    }
    if (g->dy[0].indices) {
        grad_refuse(g, "rows of a tensor that is used in a tf.while_loop");
        return;
    }
    Output *dy = grad_dy(g, 0), *out = NULL;
    if (!g->failed) {
        g->failed = node_is_constant_enter(g->op)
                        ? !sum_up(g->e, l, g, dy, &out)
                        : !while_exit_named(g->e, l->backward, dy, NULL, &out);
        give(g, 0, out);
    }
}

static LoopMerge *merge_of(GradientLoop *l, const Node *op) {
    for (size_t i = 0; i < l->merges.count; i++) {
        LoopMerge *m = LOG_AT(&l->merges, LoopMerge, i);
        if (m->of == op) {
            return m;
        }
    }
    return NULL;
}

/* It is visited twice: from the exit, and from the body. */
void gradient_loop_switch(Gradient *g) {
    GradientLoop *l = current(g->e);
    LoopMerge *known = merge_of(l, g->op);
    Output *next;
    if (known) {
        if (g->dy[1].values && pass_on(g->e, grad_dy(g, 1), &next)) {
            node_set_input(known->merge->node, 1, next);
        }
        return;
    }
    if (g->dy[0].values) {
        LoopMerge *m = LOG_PUSH(&l->merges, LoopMerge);
        m->of = g->op;
        g->failed = !while_merge_named(g->e, grad_dy(g, 0), "b_switch", &m->merge);
        give(g, 0, m->merge);
    }
}

/* Output 0 leaves the loop, output 1 goes to the round before. */
void gradient_loop_merge(Gradient *g) {
    GradientLoop *l = current(g->e);
    Output *dy = grad_dy(g, 0);
    Node *sides = NULL;
    if (g->failed) {
        return;
    }
    ColocationFrame *beside = colocate_enter(engine_graph(g->e), dy->node, true);
    g->failed =
        !op2(g->e, "Switch", operand_of(dy), operand_of(&l->backward->test->outputs[0]), &sides);
    colocate_leave(beside);
    for (int i = 0; !g->failed && i < 2; i++) {
        give(g, i, &sides->outputs[i]);
    }
}

/* The condition of a tf.cond in the forward loop, as it was in the same round. */
Output *gradient_loop_condition(Gradient *g, const ControlContext *branch) {
    GradientLoop *l = current(g->e);
    Output *pred = branch->pred;
    if (!l || !branch->loop) {
        return pred;
    }
    Name key = name_of_output(g->e, pred);
    Output *known = map_ptr(&l->history, key), *handle;
    if (known) {
        return known;
    }
    if (!accumulate(g->e, l, pred, &handle) || !pop(g->e, l, handle, pred, &known)) {
        g->failed = true;
        return NULL;
    }
    map_put(&l->history, key)->ptr = known;
    return known;
}
