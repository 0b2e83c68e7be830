/* gradient_control.c: gradients of what tf.cond is made of. */
#include "graph/gradient_loop.h"

/* The branch of tf.cond in which a node is made, or NULL. */
static const ControlContext *branch_of(const Node *n) {
    const ControlContext *c = n->context;
    return c && c->kind == CONTEXT_COND ? c : NULL;
}

/* A tensor, to the branch that is taken. */
static Output *switch_by(Gradient *g, Output *x, Output *pred, const char *name) {
    ColocationFrame *beside = colocate_enter(engine_graph(g->e), x ? x->node : NULL, true);
    Output *made = grad_op2(g, "Switch", name, x, pred);
    colocate_leave(beside);
    return made;
}

/* Of a Merge that joins two branches: to the one that was taken. */
void gradient_merge(Gradient *g) {
    const ControlContext *c = context_of_outputs(in(g, 0)->node);
    if (c && c->kind == CONTEXT_WHILE) {
        gradient_loop_merge(g);
        return;
    }
    if (!c) {
        grad_refuse(g, "a Merge outside of tf.cond");
        return;
    }
    Output *pred = gradient_loop_condition(g, c);
    Output *sides = switch_by(g, grad_dy(g, 0), pred, "cond_grad");
    for (int i = 0; sides && i < 2; i++) {
        give(g, i, &sides->node->outputs[i]);
    }
}

/* Of a Switch into a branch: what came back, or zeros when the other branch was taken. */
void gradient_switch(Gradient *g) {
    const ControlContext *c = branch_of(g->op);
    if (g->op->context && !c) {
        gradient_loop_switch(g);
        return;
    }
    if (!c) {
        grad_refuse(g, "a Switch outside of tf.cond");
        return;
    }
    Output *good = grad_dy(g, c->branch), *zero = grad_dy(g, 1 - c->branch);
    if (zero) {
        give(g, 0,
             grad_op_list(g, "Merge", "cond_grad", 2, (Output *[]){good, zero}, NULL, 0, NULL));
    }
}
