/* cond.c: the branches of tf.cond.
 *
 * While a branch is built, its context is the graph's. A node that is made then and uses a tensor
 * from outside gets it through a Switch, which lets it pass only when the branch is taken; a node
 * without inputs waits for the branch's pivot instead. The value of a tensor that a branch has used
 * once is remembered, so that each passes through one Switch. */
#include "graph/build.h"
#include "graph/control.h"

static Name key_of(Engine *e, const Output *o) {
    return name_of(e->names, output_name(e->scratch, o));
}

static void know(Engine *e, CondContext *c, const Output *o, Output *inside) {
    map_put(&c->inside, key_of(e, o))->ptr = inside;
}

CondContext *cond_enter(Engine *e, Output *pred, Output *pivot, int branch) {
    Graph *g = engine_graph(e);
    CondContext *c = ARENA_NEW(e->arena, CondContext);
    *c = (CondContext){g->context, g, pred, pivot, branch, map_make(e->arena)};
    know(e, c, pred, pred);
    know(e, c, pivot, pivot);
    g->context = c;
    return c;
}

void cond_leave(CondContext *c) {
    c->graph->context = c->outer;
}

/* A Switch of o, next to what makes it; references stay references. */
static bool make_switch(Engine *e, CondContext *c, Output *o, Output **out) {
    Operand operands[2] = {operand_of(o), operand_of(c->pred)};
    ColocationFrame *beside = colocate_enter(engine_graph(e), o->node, true);
    Node *n;
    bool ok = op_apply(e, output_ref(o) ? "RefSwitch" : "Switch", STR("Switch"), operands, 2, NULL,
                       NULL, 0, &n);
    colocate_leave(beside);
    *out = ok ? &n->outputs[c->branch] : NULL;
    return ok;
}

bool cond_value(Engine *e, CondContext *c, Output *o, Output **out) {
    Output *known = map_ptr(&c->inside, key_of(e, o)), *from = o;
    if (known) {
        *out = known;
        return true;
    }
    if (c->outer && !cond_value(e, c->outer, o, &from)) {
        return false;
    }
    ControlFrame *frame = control_enter(e, NULL, 0, true);
    bool ok = make_switch(e, c, from, out);
    control_leave(e, frame);
    if (ok) {
        (*out)->node->context = c;
        know(e, c, o, *out);
        know(e, c, *out, *out);
    }
    return ok;
}

bool cond_result(Engine *e, CondContext *c, Output *o, Output **out) {
    Output *known = map_ptr(&c->inside, key_of(e, o)), *from = o;
    bool ok = true;
    *out = known;
    if (!known) {
        know(e, c, o, o); /* the Switch itself takes it as it is */
        ok = (!c->outer || cond_value(e, c->outer, o, &from)) && make_switch(e, c, from, out);
    }
    if (ok) {
        know(e, c, o, *out);
    }
    if (ok && c->outer) {
        know(e, c->outer, *out, *out);
    }
    return ok;
}

static void set_input(Node *n, uint32_t i, Output *o) {
    n->inputs[i] = o;
    n->record.inputs[i] = (TraceInput){&o->node->record, o->index};
}

static void add_control(Engine *e, Node *n, Node *control) {
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

bool cond_adopt(Engine *e, CondContext *c, Node *n) {
    for (uint32_t i = 0; i < n->record.ninputs; i++) {
        Output *inside;
        if (!cond_value(e, c, n->inputs[i], &inside)) {
            return false;
        }
        set_input(n, i, inside);
    }
    if (n->record.ninputs == 0) {
        add_control(e, n, c->pivot->node);
    }
    for (uint32_t k = 0; k < n->record.noutputs; k++) {
        know(e, c, &n->outputs[k], &n->outputs[k]);
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
