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

static bool apply_sparse(Tf *tf, OptimizerObject *o, Variable *v, const Slope *s, Node **node) {
    if (o->def->class != CLASS_GRADIENT_DESCENT || v->record.resource) {
        return refuse(tf->run, "use tf.train.GradientDescentOptimizer",
                      "applying IndexedSlices (the gradient of tf.gather) is not modelled for this "
                      "optimizer");
    }
    Operand rate = number(tf, o->numbers[0], v);
    Output *delta = build2(tf, "Mul", STR("mul"), operand_of(s->values), rate);
    if (!delta) {
        return false;
    }
    Operand operands[] = {variable_operand(v), operand_of(s->indices), operand_of(delta)};
    Attr attr = attr_bool("use_locking", o->locking);
    return op_apply(tf->engine, "ScatterSub", NAME_NONE, operands, 3, NULL, &attr, 1, node);
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
