/* cond.c: the branches of tf.cond.
 *
 * While a branch is built, its context is the graph's. A node that is made then and uses a tensor
 * from outside gets it through a Switch, which lets it pass only when the branch is taken; a node
 * without inputs waits for the branch's pivot instead. The value of a tensor that a branch has used
 * once is remembered, so that each passes through one Switch. */
#include "graph/build.h"
#include "graph/control.h"

ControlContext *cond_enter(Engine *e, Output *pred, Output *pivot, int branch) {
    ControlContext *c = context_enter(e, CONTEXT_COND);
    c->pred = pred;
    c->pivot = pivot;
    c->branch = branch;
    context_know(e, c, pred, pred);
    context_know(e, c, pivot, pivot);
    return c;
}

/* A Switch of o, next to what makes it; references stay references. */
static bool make_switch(Engine *e, ControlContext *c, Output *o, Output **out) {
    Operand operands[2] = {operand_of(o), operand_of(c->pred)};
    ColocationFrame *beside = colocate_enter(engine_graph(e), o->node, true);
    Node *n;
    bool ok = op_apply(e, output_ref(o) ? "RefSwitch" : "Switch", STR("Switch"), operands, 2, NULL,
                       NULL, 0, &n);
    colocate_leave(beside);
    *out = ok ? &n->outputs[c->branch] : NULL;
    return ok;
}

bool cond_value(Engine *e, ControlContext *c, Output *o, Output **out) {
    Output *known = context_known(e, c, o), *from = o;
    if (known) {
        *out = known;
        return true;
    }
    if (c->outer && !context_value(e, c->outer, o, &from)) {
        return false;
    }
    ControlFrame *frame = control_enter(e, NULL, 0, true);
    bool ok = make_switch(e, c, from, out);
    control_leave(e, frame);
    if (ok) {
        (*out)->node->context = c;
        (*out)->node->unfetchable = true;
        context_know(e, c, o, *out);
        context_know(e, c, *out, *out);
    }
    return ok;
}

bool cond_result(Engine *e, ControlContext *c, Output *o, Output **out) {
    Output *known = context_known(e, c, o), *from = o;
    bool ok = true;
    *out = known;
    if (!known) {
        context_know(e, c, o, o); /* the Switch itself takes it as it is */
        ok = !c->outer || context_value(e, c->outer, o, &from);
        if (ok && from != o) {
            context_know(e, c, from, from);
        }
        ok = ok && make_switch(e, c, from, out);
    }
    if (ok) {
        context_know(e, c, o, *out);
    }
    if (ok && c->outer) {
        context_know(e, c->outer, *out, *out);
    }
    return ok;
}

bool cond_adopt(Engine *e, ControlContext *c, Node *n) {
    for (uint32_t i = 0; i < n->record.ninputs; i++) {
        Output *inside;
        if (!cond_value(e, c, n->inputs[i], &inside)) {
            return false;
        }
        node_set_input(n, i, inside);
    }
    uint32_t dropped;
    while_drop_controls(c, n, NULL, &dropped);
    if (n->record.ninputs == 0) {
        node_add_control(e, n, c->pivot->node);
    }
    for (uint32_t k = 0; k < n->record.noutputs; k++) {
        context_know(e, c, &n->outputs[k], &n->outputs[k]);
    }
    return true;
}

/* ---- the whole of a tf.cond ---- */

static bool identity(Engine *e, Output *o, Str name, Output **out) {
    Operand operand = operand_of(o);
    return op_apply1(e, "Identity", name, &operand, 1, NULL, 0, out);
}

bool cond_open(Engine *e, Output *pred, CondParts *parts) {
    Operand operands[2] = {operand_of(pred), operand_of(pred)};
    Node *n;
    return op_apply(e, "Switch", STR("Switch"), operands, 2, NULL, NULL, 0, &n) &&
           identity(e, &n->outputs[1], STR("switch_t"), &parts->pivots[1]) &&
           identity(e, &n->outputs[0], STR("switch_f"), &parts->pivots[0]) &&
           identity(e, pred, STR("pred_id"), &parts->pred);
}

bool cond_merge(Engine *e, Output *if_false, Output *if_true, Output **out) {
    Operand operands[2] = {operand_of(if_false), operand_of(if_true)};
    uint32_t two = 2;
    Node *n;
    bool ok = op_apply(e, "Merge", STR("Merge"), operands, 2, &two, NULL, 0, &n);
    *out = ok ? &n->outputs[0] : NULL;
    return ok;
}
