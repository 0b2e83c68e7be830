/* optimizer_update.c: how optimizers change variables: numbers, the op of each, sparse gradients.
 */
#include "graph/control.h"
#include "tf/build.h"
#include "tf/optimizer.h"

bool optimizer_prepare(Tf *tf, OptimizerObject *o) {
    for (int i = 0; i < OPTIMIZER_NUMBERS && o->def->numbers[i].argument; i++) {
        const OptimizerNumber *n = &o->def->numbers[i];
        bool shrinkage = n->argument == 10;
        if (shrinkage && !tf_has(tf, CHANGE_FTRL_SHRINKAGE)) {
            continue;
        }
        o->numbers[i] = convert(tf, o->arguments[n->argument], DTYPE_INVALID, n->name);
        if (!o->numbers[i]) {
            return false;
        }
    }
    return true;
}

/* ---- dense gradients ---- */

/* A number in the type of the variable. */
static Operand number(Tf *tf, Output *o, const Variable *v) {
    return operand_of(cast_build(tf, operand_of(o), v->record.dtype, NAME_NONE));
}

static Operand variable_operand(const Variable *v) {
    return operand_of(v->handle);
}

static Operand power(Tf *tf, Variable *p, const Variable *v) {
    Output *o = NULL;
    return variable_as_tensor(tf->engine, p, false, &o) ? number(tf, o, v) : operand_of(NULL);
}

static Operand dense_operand(Tf *tf, OptimizerObject *o, char letter, Variable *v, Output *g) {
    switch (letter) {
    case 'v': return variable_operand(v);
    case 'g': return operand_of(g);
    case 'p': return power(tf, o->powers[0], v);
    case 'q': return power(tf, o->powers[1], v);
    default: break;
    }
    if (letter >= 'a') {
        return number(tf, o->numbers[letter - 'a'], v);
    }
    return variable_operand(optimizer_slot(o, v, o->slots[letter - '0'].name));
}

static bool apply_dense(Tf *tf, OptimizerObject *o, Variable *v, Output *g, Node **node) {
    Operand operands[12];
    uint32_t n = 0;
    for (const char *at = o->operands; *at; at++) {
        operands[n] = dense_operand(tf, o, *at, v, g);
        if (!operands[n++].output) {
            return false;
        }
    }
    Attr attrs[] = {attr_bool("use_locking", o->locking), attr_bool("use_nesterov", o->nesterov)};
    Str op = str_printf(tf->run->arena, "%s%s", v->record.resource ? "Resource" : "", o->op);
    uint32_t nattrs = o->def->class == CLASS_MOMENTUM ? 2 : 1;
    return op_apply(tf->engine, op.at, NAME_NONE, operands, n, NULL, attrs, nattrs, node);
}

/* ---- some rows ---- */

/* What a sparse update works with. */
typedef struct Sparse {
    Tf *tf;
    OptimizerObject *o;
    Variable *v;
    Slope gradient;
} Sparse;

static Operand rate(const Sparse *s, int number_) {
    return number(s->tf, s->o->numbers[number_], s->v);
}

static Output *binary(const Sparse *s, const char *op, const char *name, Output *x, Output *y) {
    return x && y ? build2(s->tf, op, str_of(name), operand_of(x), operand_of(y)) : NULL;
}

/* 1 - x */
static Output *rest(const Sparse *s, Output *x) {
    Operand one = operand_float(s->tf, 1, s->v->record.dtype);
    return x ? build2(s->tf, "Sub", STR("sub"), one, operand_of(x)) : NULL;
}

/* Rows that occur twice become one: Unique, then a sum by position. */
static bool add_equal_rows(const Sparse *s, Slope *unique) {
    Tf *tf = s->tf;
    Operand indices = operand_of(s->gradient.indices);
    Node *node;
    if (!op_apply(tf->engine, "Unique", NAME_NONE, &indices, 1, NULL, NULL, 0, &node)) {
        return false;
    }
    unique->indices = &node->outputs[0];
    Output *shape = shape_build(tf, operand_of(unique->indices), NAME_NONE, "Shape");
    Output *count = shape ? slice_build(tf, tf_tensor(tf, shape), value_int(0)) : NULL;
    unique->values =
        count ? build3(tf, "UnsortedSegmentSum", NAME_NONE, operand_of(s->gradient.values),
                       operand_of(&node->outputs[1]), operand_of(count))
              : NULL;
    unique->shape = s->gradient.shape;
    return unique->values != NULL;
}

static bool scatter(const Sparse *s, const char *op, Variable *v, Output *updates, Node **node) {
    Attr attr = attr_bool("use_locking", s->o->locking);
    Operand operands[] = {variable_operand(v), operand_of(s->gradient.indices),
                          operand_of(updates)};
    return updates && op_apply(s->tf->engine, op, NAME_NONE, operands, 3, NULL, &attr, 1, node);
}

static bool descend(const Sparse *s, Node **node) {
    Operand lr = rate(s, 0);
    return scatter(s, "ScatterSub", s->v, binary(s, "Mul", "mul", s->gradient.values, lr.output),
                   node);
}

/* slot = slot * beta, then its rows + values * (1 - beta): the slot behind both. */
static Output *decayed_slot(const Sparse *s, int slot, Output *values, Output *beta) {
    Variable *v = optimizer_slot(s->o, s->v, s->o->slots[slot].name);
    Output *now = NULL, *scaled = binary(s, "Mul", "mul", values, rest(s, beta));
    if (!scaled || !variable_as_tensor(s->tf->engine, v, false, &now)) {
        return NULL;
    }
    Output *kept = binary(s, "Mul", "mul", now, beta);
    Attr attr = attr_bool("use_locking", s->o->locking);
    Operand assign[] = {variable_operand(v), operand_of(kept)};
    Output *assigned = kept ? build(s->tf, "Assign", NAME_NONE, 2, assign, 1, &attr) : NULL;
    Node *node = NULL;
    if (!assigned) {
        return NULL;
    }
    ControlFrame *frame = control_enter(s->tf->engine, &assigned->node, 1, false);
    bool ok = scatter(s, "ScatterAdd", v, scaled, &node);
    control_leave(s->tf->engine, frame);
    return ok ? &node->outputs[0] : NULL;
}

/* lr sqrt(1 - beta2^t) / (1 - beta1^t) */
static Output *adam_rate(const Sparse *s, Output *lr, Output *power1, Output *power2) {
    Output *below = rest(s, power2);
    Output *root = below ? build1(s->tf, "Sqrt", NAME_NONE, operand_of(below)) : NULL;
    Output *above = binary(s, "Mul", "mul", lr, root);
    return binary(s, "RealDiv", "truediv", above, above ? rest(s, power1) : NULL);
}

static bool adam(const Sparse *s, Node **node) {
    Tf *tf = s->tf;
    Output *power1 = power(tf, s->o->powers[0], s->v).output;
    Output *power2 = power(tf, s->o->powers[1], s->v).output;
    Output *lr = adam_rate(s, rate(s, 0).output, power1, power2), *g = s->gradient.values;
    Output *m = lr ? decayed_slot(s, 0, g, rate(s, 1).output) : NULL;
    Output *square = m ? binary(s, "Mul", "mul", g, g) : NULL;
    Output *v = square ? decayed_slot(s, 1, square, rate(s, 2).output) : NULL;
    Output *root = v ? build1(tf, "Sqrt", NAME_NONE, operand_of(v)) : NULL;
    Output *above = root ? binary(s, "Mul", "mul", lr, m) : NULL;
    Output *below = above ? add_build(tf, operand_of(root), rate(s, 3), STR("add")) : NULL;
    Output *step = binary(s, "RealDiv", "truediv", above, below);
    Attr attr = attr_bool("use_locking", s->o->locking);
    Operand operands[] = {variable_operand(s->v), operand_of(step)};
    Output *update = step ? build(tf, "AssignSub", NAME_NONE, 2, operands, 1, &attr) : NULL;
    return update &&
           group_build(tf->engine, (Node *[]){update->node, m->node, v->node}, 3, NAME_NONE, node);
}

/* The op of the optimizer for rows; its operands are those of the dense one, the indices behind the
 * gradient. */
static bool sparse_op(const Sparse *s, Node **node) {
    Operand operands[13];
    uint32_t n = 0;
    for (const char *at = s->o->operands; *at; at++) {
        operands[n++] = dense_operand(s->tf, s->o, *at, s->v, s->gradient.values);
        if (*at == 'g') {
            operands[n++] = operand_of(s->gradient.indices);
        }
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!operands[i].output) {
            return false;
        }
    }
    Attr attrs[] = {attr_bool("use_locking", s->o->locking),
                    attr_bool("use_nesterov", s->o->nesterov)};
    Str op = str_printf(s->tf->run->arena, "Sparse%s", s->o->op);
    return op_apply(s->tf->engine, op.at, NAME_NONE, operands, n, NULL, attrs,
                    s->o->def->class == CLASS_MOMENTUM ? 2 : 1, node);
}

static bool apply_sparse(Tf *tf, OptimizerObject *o, Variable *v, const Slope *g, Node **node) {
    Sparse s = {tf, o, v, *g};
    bool known = o->def->class == CLASS_ADAM || o->def->class == CLASS_ADAGRAD ||
                 o->def->class == CLASS_MOMENTUM;
    if (o->def->class == CLASS_GRADIENT_DESCENT && !v->record.resource) {
        return descend(&s, node);
    }
    if (!known || v->record.resource) {
        return refuse(tf->run, "use tf.train.AdamOptimizer",
                      "applying IndexedSlices (the gradient of tf.gather) is not modelled for this "
                      "optimizer");
    }
    return add_equal_rows(&s, &s.gradient) &&
           (o->def->class == CLASS_ADAM ? adam(&s, node) : sparse_op(&s, node));
}

/* ---- constraints ---- */

/* The variable becomes what its constraint makes of it, after the update. */
static bool constrain(Tf *tf, Variable *v, Node **node) {
    Value self = tf_variable(tf, v), value;
    ControlFrame *frame = control_enter(tf->engine, node, 1, false);
    Output *o = NULL;
    if (call_program_n(tf, v->constraint, 1, &self, &value)) {
        o = build2(tf, "Assign", NAME_NONE, variable_operand(v), operand(tf, value));
    }
    control_leave(tf->engine, frame);
    if (o) {
        *node = o->node;
    }
    return o != NULL;
}

bool optimizer_update(Tf *tf, OptimizerObject *o, Variable *v, const Slope *g, Node **node) {
    bool constrained = given(v->constraint);
    if (g->indices && constrained) {
        return raise_error(tf->run, tf->run->exception.RuntimeError,
                           "Cannot use a constraint function on a sparse variable.");
    }
    bool ok = g->indices ? apply_sparse(tf, o, v, g, node) : apply_dense(tf, o, v, g->values, node);
    if (ok && constrained && v->record.resource) {
        return refuse(tf->run, NULL, "a constraint of a resource variable is not modelled");
    }
    return ok && (!constrained || constrain(tf, v, node));
}
