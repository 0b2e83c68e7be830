/* gradient_control.c: gradients of what tf.cond is made of. */
#include "graph/control.h"
#include "graph/gradient_build.h"

/* The branch in which a node is made; that of a Switch in front of it. */
static const CondContext *branch_of(const Output *o) {
    return o->node->context;
}

/* A tensor, to the branch that is taken. */
static Output *switch_by(Gradient *g, Output *x, Output *pred, const char *name) {
    ColocationFrame *beside = colocate_enter(engine_graph(g->e), x ? x->node : NULL, true);
    Output *made = op2(g, "Switch", name, x, pred);
    colocate_leave(beside);
    return made;
}

/* Of a Merge that joins two branches: to the one that was taken. */
void gradient_merge(Gradient *g) {
    const CondContext *c = branch_of(in(g, 0));
    if (!c) {
        gradient_refuse(g, "a Merge outside of tf.cond");
        return;
    }
    Output *sides = switch_by(g, dy(g, 0), c->pred, "cond_grad");
    for (int i = 0; sides && i < 2; i++) {
        give(g, i, &sides->node->outputs[i]);
    }
}

/* Of a Switch into a branch: what came back, or zeros when the other branch was taken. */
void gradient_switch(Gradient *g) {
    const CondContext *c = g->op->context;
    if (!c) {
        gradient_refuse(g, "a Switch outside of tf.cond");
        return;
    }
    Output *good = dy(g, c->branch), *zero = dy(g, 1 - c->branch);
    if (zero) {
        give(g, 0, op_list(g, "Merge", "cond_grad", 2, (Output *[]){good, zero}, NULL, 0, NULL));
    }
}
