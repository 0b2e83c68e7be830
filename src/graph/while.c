/* while.c: the nodes of tf.while_loop.
 *
 * Every variable of a loop goes round: Enter, Merge, Switch, Identity, the body, NextIteration, and
 * back to the Merge; Exit takes it out. What the loop uses from outside comes in through an Enter
 * that is constant. A node that depends on nothing that changes waits for the loop's pivot, so that
 * it runs once a round and not before the first. */
#include <string.h>

#include "graph/control.h"
#include "graph/gradient_loop.h"
#include "graph/infer.h"
#include "graph/opdef.h"

static Output *first_output(Node *n, bool ok) {
    return ok ? &n->outputs[0] : NULL;
}

/* A node of one input; references have ops of their own. */
static bool pass(Engine *e, const char *plain, const char *of_reference, Output *o, Output **out) {
    Operand operand = operand_of(o);
    const char *op = output_ref(o) ? of_reference : plain;
    return op_apply1(e, op, (Str){0}, &operand, 1, NULL, 0, out);
}

/* ---- Enter ---- */

static bool apply_enter(Engine *e, const ControlContext *c, Output *o, bool constant, Str name,
                        Node **n) {
    Attr attrs[] = {
        {.name = "frame_name", .kind = ATTR_STR, .s = name_str(c->frame)},
        {.name = "is_constant", .kind = ATTR_BOOL, .b = constant},
        {.name = "parallel_iterations", .kind = ATTR_INT, .i = c->parallel},
    };
    Operand operand = operand_of(o);
    return op_apply(e, output_ref(o) ? "RefEnter" : "Enter", name, &operand, 1, NULL, attrs, 3, n);
}

/* An Enter, which belongs to no context while it is made. */
static bool make_enter(Engine *e, ControlContext *c, Output *o, bool constant, Output **out) {
    Node *n = NULL;
    ControlFrame *frame = control_enter(e, NULL, 0, true);
    bool ok = apply_enter(e, c, o, constant, (Str){0}, &n);
    control_leave(e, frame);
    *out = first_output(n, ok);
    return ok;
}

static bool in_outer_context(const ControlContext *c, const Node *n) {
    const ControlContext *of = context_of_outputs(n), *at = c->outer;
    while (at && at != of) {
        at = at->outer;
    }
    return at == of;
}

/* It belongs to the loop, and waits for what the whole loop waits for. */
static void settle_enter(Engine *e, ControlContext *c, Node *n) {
    uint32_t count;
    Node **controls = control_inputs(c->graph, n->inputs, 1, &count);
    n->context = c;
    n->unfetchable = true;
    n->outputs[0].unfeedable = true;
    n->frame = c->graph->controls;
    for (uint32_t i = 0; i < count; i++) {
        if (in_outer_context(c, controls[i])) {
            node_add_control(e, n, controls[i]);
        }
    }
}

bool while_value(Engine *e, ControlContext *c, Output *o, Output **out) {
    Output *known = context_known(e, c, o), *from = o;
    if (known) {
        *out = known;
        return true;
    }
    if (gradient_loop_keeps(e, o)) {
        return gradient_loop_value(e, c, o, out);
    }
    if ((c->outer && !context_value(e, c->outer, o, &from)) || !make_enter(e, c, from, true, out) ||
        !output_set_shape(e, *out, output_shape(from))) {
        return false;
    }
    settle_enter(e, c, (*out)->node);
    context_know(e, c, o, *out);
    context_know(e, c, *out, *out);
    return true;
}

/* ---- nodes made in the loop ---- */

static bool is_inside(const ControlContext *c, const Node *control) {
    const ControlContext *of = context_of_outputs(control);
    return !c->loop || (of && of->loop == c->loop);
}

uint32_t while_drop_controls(const ControlContext *c, Node *n, Node **outside, uint32_t *noutside) {
    uint32_t kept = 0, count = n->record.ncontrols;
    *noutside = 0;
    for (uint32_t i = 0; i < count; i++) {
        Node *control = n->controls[i];
        if (is_inside(c, control)) {
            n->controls[kept] = control;
            n->record.controls[kept++] = &control->record;
        } else if (outside && control->record.noutputs > 0) {
            outside[(*noutside)++] = control;
        }
    }
    n->record.ncontrols = kept;
    return count - kept;
}

bool node_is_constant_enter(const Node *n) {
    const Attr *constant = node_attr(n, "is_constant");
    return constant && constant->b && strstr(n->def->name, "Enter");
}

/* Does a node depend on nothing that changes from round to round? */
static bool is_free(const Node *n) {
    for (uint32_t i = 0; i < n->record.ninputs; i++) {
        if (!node_is_constant_enter(n->inputs[i]->node)) {
            return false;
        }
    }
    return n->record.ncontrols == 0;
}

/* What the node waits for outside comes in as data. */
static bool bring_controls_in(Engine *e, Node *n, Node **outside, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        Output *inside;
        ControlContext *c = n->context;
        ControlFrame *frame = control_enter(e, NULL, 0, true);
        c->graph->context = c;
        bool ok = pass(e, "Identity", "Identity", &outside[i]->outputs[0], &inside);
        control_leave(e, frame);
        if (!ok) {
            return false;
        }
        outside[i] = inside->node;
    }
    for (uint32_t i = 0; i < count; i++) {
        node_add_control(e, n, outside[i]);
    }
    return true;
}

bool while_adopt(Engine *e, ControlContext *c, Node *n) {
    Node **outside = ARENA_ARRAY(e->scratch, n->record.ncontrols + 1, Node *);
    uint32_t count;
    for (uint32_t i = 0; i < n->record.ninputs; i++) {
        Output *inside;
        if (!while_value(e, c, n->inputs[i], &inside)) {
            return false;
        }
        node_set_input(n, i, inside);
    }
    while_drop_controls(c, n, outside, &count);
    if (is_free(n) && c->pivot) {
        node_add_control(e, n, c->pivot->node);
    }
    for (uint32_t k = 0; k < n->record.noutputs; k++) {
        context_know(e, c, &n->outputs[k], &n->outputs[k]);
        n->outputs[k].unfeedable = c->outer || !node_is_exit(n);
    }
    return !engine_has(e, CHANGE_LOOP_CONTROLS) || bring_controls_in(e, n, outside, count);
}

/* ---- the loops of gradients ---- */

bool while_enter_named(Engine *e, ControlContext *c, Output *o, const char *name, Output **out) {
    Node *n = NULL;
    context_know(e, c, o, o);
    bool ok = apply_enter(e, c, o, false, str_of(name), &n) &&
              output_set_shape(e, &n->outputs[0], output_shape(o));
    *out = first_output(n, ok);
    return ok;
}

bool while_merge_named(Engine *e, Output *enter, const char *name, Output **out) {
    Operand operands[2] = {operand_of(enter), operand_of(enter)};
    uint32_t two = 2;
    Node *n = NULL;
    bool ok = op_apply(e, "Merge", str_of(name), operands, 2, &two, NULL, 0, &n);
    *out = first_output(n, ok);
    return ok;
}

static void add_exit(Engine *e, ControlContext *c, Output *exit) {
    Output **exits = ARENA_ARRAY(e->arena, c->nexits + 1, Output *);
    for (uint32_t i = 0; i < c->nexits; i++) {
        exits[i] = c->exits[i];
    }
    exits[c->nexits++] = exit;
    c->exits = exits;
}

bool while_exit_named(Engine *e, ControlContext *c, Output *o, const char *name, Output **out) {
    Operand operand = operand_of(o);
    if (!op_apply1(e, "Exit", name ? str_of(name) : (Str){0}, &operand, 1, NULL, 0, out)) {
        return false;
    }
    add_exit(e, c, *out);
    if (c->outer) {
        context_know(e, c->outer, *out, *out);
    }
    return true;
}

/* ---- the whole of a loop ---- */

static bool fits(Shape s, Shape most) {
    if (most.rank < 0) {
        return true;
    }
    for (int d = 0; d < most.rank && s.rank == most.rank; d++) {
        if (most.dims[d] >= 0 && s.dims[d] != most.dims[d]) {
            return false;
        }
    }
    return s.rank == most.rank;
}

static bool set_invariant(Engine *e, Output *outside, Output *enter, Shape shape) {
    if (fits(output_shape(outside), shape)) {
        return output_set_shape(e, enter, shape);
    }
    Str name = output_name(e->scratch, outside);
    Str has = shape_str(e->scratch, output_shape(outside)), wants = shape_str(e->scratch, shape);
    return engine_fail(e, FAULT_VALUE,
                       "The shape invariant specified for %.*s is not compatible with the initial "
                       "shape of the loop variable. It enters the loop with shape %.*s, but the "
                       "specified shape invariant is %.*s.",
                       STR_ARG(name), STR_ARG(has), STR_ARG(wants));
}

static bool enter_all(Engine *e, Loop *l, const Shape *shapes) {
    ControlContext *c = l->context;
    for (uint32_t i = 0; i < l->n; i++) {
        if (!make_enter(e, c, l->outside[i], false, &l->enters[i]) ||
            (!shapes && !output_set_shape(e, l->enters[i], output_shape(l->outside[i])))) {
            return false;
        }
    }
    for (uint32_t i = 0; shapes && i < l->n; i++) {
        if (!set_invariant(e, l->outside[i], l->enters[i], shapes[i])) {
            return false;
        }
    }
    for (uint32_t i = 0; i < l->n; i++) {
        settle_enter(e, c, l->enters[i]->node);
        context_know(e, c, l->enters[i], l->enters[i]);
    }
    return true;
}

static bool make_merge(Engine *e, Output *enter, Output **out) {
    Operand operands[2] = {operand_of(enter), operand_of(enter)};
    uint32_t two = 2;
    Node *n = NULL;
    bool ok = op_apply(e, output_ref(enter) ? "RefMerge" : "Merge", STR("Merge"), operands, 2, &two,
                       NULL, 0, &n);
    *out = first_output(n, ok);
    return ok;
}

static void loop_room(Engine *e, Loop *l, uint32_t n) {
    Output ***lists[] = {&l->outside, &l->enters, &l->merges, &l->switches, &l->body, &l->exits};
    l->n = n;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        *lists[i] = ARENA_ARRAY(e->arena, n + 1, Output *);
    }
}

bool while_open(Engine *e, uint32_t n, Output *const *values, const Shape *shapes, Loop *l) {
    ControlContext *c = l->context;
    loop_room(e, l, n);
    for (uint32_t i = 0; i < n; i++) {
        l->outside[i] = values[i];
        if (c->outer && !context_value(e, c->outer, values[i], &l->outside[i])) {
            return false;
        }
    }
    if (!enter_all(e, l, shapes)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!make_merge(e, l->enters[i], &l->merges[i])) {
            return false;
        }
    }
    c->pivot = l->merges[0];
    return true;
}

static bool make_switch(Engine *e, Output *o, Output *test, Output **out) {
    Operand operands[2] = {operand_of(o), operand_of(test)};
    ColocationFrame *beside = colocate_enter(engine_graph(e), o->node, true);
    Node *n = NULL;
    bool ok = op_apply(e, output_ref(o) ? "RefSwitch" : "Switch", STR("Switch"), operands, 2, NULL,
                       NULL, 0, &n);
    colocate_leave(beside);
    *out = first_output(n, ok);
    return ok;
}

bool while_test(Engine *e, Loop *l, Output *test) {
    Output *cond;
    if (!pass(e, "LoopCond", "LoopCond", test, &cond)) {
        return false;
    }
    l->context->test = cond->node;
    for (uint32_t i = 0; i < l->n; i++) {
        if (!make_switch(e, l->merges[i], cond, &l->switches[i])) {
            return false;
        }
    }
    for (uint32_t i = 0; i < l->n; i++) {
        Output *stays = &l->switches[i]->node->outputs[1];
        if (!pass(e, "Identity", "RefIdentity", stays, &l->body[i])) {
            return false;
        }
    }
    l->context->pivot = l->body[0];
    return true;
}

/* ---- back edges ---- */

/* A loop that changes the type of a variable cannot run; until 1.7 nobody sees before that. */
static bool check_type(Engine *e, const Output *merge, const Output *next) {
    if (output_dtype(merge) == output_dtype(next)) {
        return true;
    }
    Str text = str_printf(
        e->arena, "Input 1 of node %s was passed %s from %s:%u incompatible with expected %s.",
        merge->node->record.name->text, dtype_cpp_name(output_dtype(next)),
        next->node->record.name->text, next->index, dtype_cpp_name(output_dtype(merge)));
    if (!engine_has(e, CHANGE_NATIVE_GRAPH)) {
        merge->node->graph->broken = text;
        return true;
    }
    return engine_fail(e, FAULT_INVALID_ARGUMENT, "%.*s", STR_ARG(text));
}

static bool check_shape(Engine *e, const Loop *l, uint32_t i, const Output *next) {
    Shape before = output_shape(l->merges[i]), after = output_shape(next);
    if (fits(after, before)) {
        return true;
    }
    Str is = shape_str(e->scratch, before), becomes = shape_str(e->scratch, after);
    if (!engine_has(e, CHANGE_INVARIANT_TEXT)) {
        Str name = output_name(e->scratch, l->merges[i]);
        return engine_fail(
            e, FAULT_VALUE,
            "The shape for %.*s is not an invariant for the loop. It enters the loop with shape "
            "%.*s, but has shape %.*s after one iteration. Provide shape invariants using either "
            "the `shape_invariants` argument of tf.while_loop or set_shape() on the loop "
            "variables.",
            STR_ARG(name), STR_ARG(is), STR_ARG(becomes));
    }
    Str name = output_name(e->scratch, l->outside[i]);
    is = shape_str(e->scratch, output_shape(l->outside[i]));
    return engine_fail(
        e, FAULT_VALUE,
        "Input tensor '%.*s' enters the loop with shape %.*s, but has shape %.*s after one "
        "iteration. To allow the shape to vary across iterations, use the `shape_invariants` "
        "argument of tf.while_loop to specify a less-specific shape.",
        STR_ARG(name), STR_ARG(is), STR_ARG(becomes));
}

static bool close_round(Engine *e, Loop *l, Output *const *next) {
    Output **back = ARENA_ARRAY(e->arena, l->n + 1, Output *);
    bool early = engine_has(e, CHANGE_INVARIANT_TEXT);
    for (uint32_t i = 0; i < l->n; i++) {
        if (!pass(e, "NextIteration", "RefNextIteration", next[i], &back[i]) ||
            (early && !check_shape(e, l, i, back[i])) || !check_type(e, l->merges[i], back[i])) {
            return false;
        }
        node_set_input(l->merges[i]->node, 1, back[i]);
    }
    for (uint32_t i = 0; i < l->n; i++) {
        if (!pass(e, "Exit", "RefExit", l->switches[i], &l->exits[i])) {
            return false;
        }
    }
    for (uint32_t i = 0; i < l->n && !early; i++) {
        if (!check_shape(e, l, i, back[i])) {
            return false;
        }
    }
    return true;
}

bool while_close(Engine *e, Loop *l, Output *const *next) {
    if (!close_round(e, l, next)) {
        return false;
    }
    l->context->exits = l->exits;
    l->context->nexits = l->n;
    for (uint32_t i = 0; i < l->n && l->context->outer; i++) {
        context_know(e, l->context->outer, l->exits[i], l->exits[i]);
    }
    return true;
}
