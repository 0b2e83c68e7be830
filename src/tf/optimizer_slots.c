/* optimizer_slots.c: the variables that optimizers keep (section 5.5). */
#include "graph/control.h"
#include "tf/build.h"
#include "tf/collections.h"
#include "tf/getter.h"
#include "tf/optimizer.h"

Variable *optimizer_slot(const OptimizerObject *o, const Variable *v, const char *slot) {
    for (size_t i = 0; i < o->variables.count; i++) {
        const SlotVariable *s = LOG_AT(&o->variables, SlotVariable, i);
        if (s->of == v && str_eq(str_of(s->slot), str_of(slot))) {
            return s->variable;
        }
    }
    return NULL;
}

/* ---- one slot ---- */

Primary primary_variable(const Variable *v) {
    return (Primary){v->node, v->record.shape, v->record.dtype, v->record.resource, true};
}

/* A partitioner of the scope is not for slots. */
static bool get_slot_variable(Tf *tf, const Primary *p, Value initializer, bool tensor, Value *v) {
    VarScope *scope = varscope_current(tf->engine);
    Value partitioner = scope->partitioner;
    GetArgs a = {.name = str_make(tf->run, STR("")),
                 .initializer = initializer,
                 .dtype = tf_dtype(tf, p->dtype, false),
                 .trainable = value_bool(false),
                 .use_resource = p->resource ? value_bool(true) : value_unbound()};
    if (!tensor) {
        a.shape = tf_shape(tf, p->shape);
    }
    scope->partitioner = value_unbound();
    bool ok = variable_get_in(tf, scope, &a, v);
    scope->partitioner = partitioner;
    return ok;
}

static bool slot_in_scope(Tf *tf, const Primary *p, Value initializer, bool tensor,
                          Variable **variable) {
    Value v;
    ColocationFrame *frame =
        p->beside ? colocate_enter(engine_graph(tf->engine), p->node, false) : NULL;
    bool ok = get_slot_variable(tf, p, initializer, tensor, &v);
    if (frame) {
        colocate_leave(frame);
    }
    *variable = ok ? variable_of(tf, v) : NULL;
    return ok;
}

bool slot_create(Tf *tf, const Primary *p, Value initializer, bool tensor, Str name,
                 Variable **variable) {
    VarScopeRequest r = {
        .reuse = -1, .use_resource = -1, .dtype = DTYPE_INVALID, .has_default_name = true};
    VarScopeEntry entry;
    r.default_name =
        str_printf(tf->run->arena, "%s/%.*s", p->node->record.name->text, STR_ARG(name));
    if (!varscope_enter(tf->engine, &r, &entry)) {
        return false;
    }
    bool ok = slot_in_scope(tf, p, initializer, tensor, variable);
    return varscope_leave(tf->engine, &entry) && ok;
}

static bool make_initializer(Tf *tf, ClassId class, uint32_t n, const Value *args, Value *v) {
    return value_call_n(tf->run, class_value(tf, class), n, args, v);
}

static bool slot_create_filled(Tf *tf, const Primary *p, Output *value, Str name,
                               Variable **variable) {
    return value && slot_create(tf, p, tf_tensor(tf, value), true, name, variable);
}

bool slot_create_zeros(Tf *tf, const Primary *p, Str name, Variable **variable) {
    Value initializer;
    Output *zeros = NULL;
    if (!shape_known(p->shape)) {
        return refuse(tf->run, "give it a shape",
                      "a slot variable for what has no known shape is not modelled");
    }
    if (tf_has(tf, CHANGE_SLOT_INITIALIZERS)) {
        return make_initializer(tf, CLASS_ZEROS, 0, NULL, &initializer) &&
               slot_create(tf, p, initializer, false, name, variable);
    }
    return filled_build(tf->engine, p->shape, p->dtype, 0, STR("zeros"), &zeros) &&
           slot_create_filled(tf, p, zeros, name, variable);
}

/* ---- the slots of an optimizer ---- */

/* tf.constant(value, shape of the variable), next to the variable. */
static bool slot_constant(Tf *tf, const Primary *p, Value value, Str name, Variable **variable) {
    Output *o = constant_build(tf, value, p->dtype, true, p->shape, NAME_NONE);
    return slot_create_filled(tf, p, o, name, variable);
}

static bool slot_beside(Tf *tf, const Primary *p, Value value, Str name, Variable **variable) {
    ColocationFrame *frame = colocate_enter(engine_graph(tf->engine), p->node, false);
    bool ok = slot_constant(tf, p, value, name, variable);
    colocate_leave(frame);
    return ok;
}

static bool slot_by_initializer(Tf *tf, const Primary *p, Value value, Str name,
                                Variable **variable) {
    Value initializer;
    return make_initializer(tf, CLASS_CONSTANT, 1, &value, &initializer) &&
           slot_create(tf, p, initializer, false, name, variable);
}

static bool slot_of_ones(Tf *tf, const Primary *p, Str name, Variable **variable) {
    Value initializer;
    if (!tf_has(tf, CHANGE_SLOT_ONES_INITIALIZER)) {
        return slot_constant(tf, p, value_float(1), name, variable);
    }
    return make_initializer(tf, CLASS_ONES, 0, NULL, &initializer) &&
           slot_create(tf, p, initializer, false, name, variable);
}

static bool fill_slot(Tf *tf, const OptimizerObject *o, const OptimizerSlot *slot, const Primary *p,
                      Str name, Variable **variable) {
    Value value = o->arguments[slot->argument];
    switch (slot->filling) {
    case FILL_ZEROS: return slot_create_zeros(tf, p, name, variable);
    case FILL_ONES: return slot_of_ones(tf, p, name, variable);
    case FILL_MEAN:
        return tf_has(tf, CHANGE_SLOT_ONES_INITIALIZER)
                   ? slot_create_zeros(tf, p, name, variable)
                   : slot_constant(tf, p, value_float(0), name, variable);
    case FILL_CONSTANT: return slot_beside(tf, p, value, name, variable);
    case FILL_INITIALIZER:
        return tf_has(tf, CHANGE_SLOT_INITIALIZERS)
                   ? slot_by_initializer(tf, p, value, name, variable)
                   : slot_beside(tf, p, value, name, variable);
    }
    return false;
}

/* Ftrl's slots may have names of their own: accum_name for both, or linear_name for the second. */
static Str slot_name(const OptimizerObject *o, int i) {
    if (o->def->class != CLASS_FTRL) {
        return o->name;
    }
    Value accum = o->arguments[8], linear = o->arguments[9];
    Value v = i == 0 ? accum : linear;
    return given(v) && v.kind == VALUE_OBJECT ? str_text(v) : o->name;
}

static bool create_slot(Tf *tf, OptimizerObject *o, int i, Variable *v) {
    const OptimizerSlot *slot = &o->slots[i];
    SlotVariable made = {.slot = slot->name, .of = v};
    if (optimizer_slot(o, v, slot->name)) {
        return true;
    }
    Primary p = primary_variable(v);
    if (!fill_slot(tf, o, slot, &p, slot_name(o, i), &made.variable)) {
        return false;
    }
    *LOG_PUSH(&o->variables, SlotVariable) = made;
    return true;
}

/* ---- Adam's powers ---- */

static bool power_variable(Tf *tf, Value value, const char *name, bool resource, Variable **v) {
    VariableRequest r = {.name = name_z(tf->run->names, name),
                         .initializer = value,
                         .regularizer = value_unbound(),
                         .partitioner = value_unbound(),
                         .constraint = value_unbound(),
                         .partition_info = value_unbound(),
                         .shape = shape_unknown(),
                         .dtype = DTYPE_INVALID,
                         .validate_shape = true,
                         .use_resource = resource ? 1 : -1,
                         .initializer_rule = RULE_COUNT};
    return variable_new(tf->engine, &r, v) && !is_unbound(tf_variable(tf, *v));
}

static bool create_powers(Tf *tf, OptimizerObject *o, Variable *first) {
    Graph *g = engine_graph(tf->engine);
    if (o->powers[0] && o->powers[0]->node->graph == g) {
        return true;
    }
    bool resource = first->record.resource;
    ColocationFrame *frame = colocate_enter(g, first->node, false);
    bool ok = power_variable(tf, o->arguments[2], "beta1_power", resource, &o->powers[0]) &&
              power_variable(tf, o->arguments[3], "beta2_power", resource, &o->powers[1]);
    colocate_leave(frame);
    return ok;
}

bool optimizer_create_slots(Tf *tf, OptimizerObject *o, Variable *const *variables, uint32_t n) {
    if (o->def->class == CLASS_ADAM && !create_powers(tf, o, variables[0])) {
        return false;
    }
    for (uint32_t k = 0; k < n; k++) {
        for (int i = 0; i < OPTIMIZER_SLOTS && o->slots[i].name; i++) {
            if (!create_slot(tf, o, i, variables[k])) {
                return false;
            }
        }
    }
    return true;
}
