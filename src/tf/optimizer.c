/* optimizer.c: tf.train.Optimizer and its kin: objects, compute_gradients, apply_gradients,
 * minimize (section 5.5). */
#include "tf/optimizer.h"

#include <string.h>

#include "graph/control.h"
#include "tf/build.h"
#include "tf/collections.h"
#include "tf/convert.h"
#include "tf/gradients.h"
#include "tf/tables.h"

#define NUMBERS(...)                                                                               \
    { __VA_ARGS__ }
#define SLOTS(...)                                                                                 \
    { __VA_ARGS__ }
#define NO_SLOTS                                                                                   \
    {                                                                                              \
        { NULL, FILL_ZEROS, 0 }                                                                    \
    }
static const OptimizerDef optimizers[] = {
#define OPTIMIZER(CLASS, SIGNATURE, LOCKING, NAME, NUMBERS, SLOTS, OP, OPERANDS)                   \
    {CLASS_##CLASS, "self, " SIGNATURE, LOCKING, NAME, NUMBERS, SLOTS, OP, OPERANDS},
#include "tf/optimizer.def"
#undef OPTIMIZER
};
#define NOPTIMIZERS (sizeof optimizers / sizeof *optimizers)

enum { GATE_NONE, GATE_OP, GATE_GRAPH };

static OptimizerObject *optimizer_in(Value v) {
    return (OptimizerObject *)v.as.object;
}

/* ---- making one ---- */

static const OptimizerDef *def_of(const Tf *tf, Value class) {
    for (size_t i = 0; i < NOPTIMIZERS; i++) {
        if (class.as.object == (const Object *)tf->types[optimizers[i].class]) {
            return &optimizers[i];
        }
    }
    return NULL;
}

static uint32_t count_arguments(const char *signature) {
    uint32_t n = 1;
    for (const char *at = signature; *at; at++) {
        n += *at == ',';
    }
    return n;
}

/* A centered RMSProp keeps the mean of the gradients, too. */
static bool center(Tf *tf, OptimizerObject *o) {
    bool centered;
    if (!arg_bool(tf, o->arguments[6], false, &centered) || !centered) {
        return centered == false;
    }
    o->slots[2] = o->slots[1];
    o->slots[1] = (OptimizerSlot){"mg", FILL_MEAN, 0};
    o->op = "ApplyCenteredRMSProp";
    o->operands = "v102abcdg";
    return true;
}

static bool take_more(Tf *tf, OptimizerObject *o) {
    switch (o->def->class) {
    case CLASS_RMS_PROP: return center(tf, o);
    case CLASS_MOMENTUM: return arg_bool(tf, o->arguments[5], false, &o->nesterov);
    default: return true;
    }
}

static bool make_optimizer(Tf *tf, const Value *a, Value *result) {
    const OptimizerDef *def = def_of(tf, a[0]);
    OptimizerObject *o = class_object(tf, def->class, sizeof *o);
    o->def = def;
    o->op = def->op;
    o->operands = def->operands;
    o->variables = log_make(tf->run->arena, sizeof(SlotVariable));
    for (int i = 0; i < OPTIMIZER_SLOTS; i++) {
        o->slots[i] = def->slots[i];
    }
    for (uint32_t i = 0; i < count_arguments(def->signature); i++) {
        o->arguments[i] = a[i];
    }
    *result = value_object(o);
    bool named;
    if (!value_truth(tf->run, a[def->name], &named)) {
        return false;
    }
    if (!named) {
        return raise_value_error(tf->run, "Must specify the optimizer name");
    }
    return arg_text(tf, a[def->name], "name", &o->name) &&
           arg_bool(tf, a[def->locking], false, &o->locking) && take_more(tf, o);
}

/* ---- compute_gradients ---- */

/* What compute_gradients takes, after self. */
typedef struct ComputeArgs {
    Value loss, var_list, gate, aggregation, colocate, grad_loss;
} ComputeArgs;

static bool floating(DType t) {
    return t == DTYPE_FLOAT16 || t == DTYPE_FLOAT32 || t == DTYPE_FLOAT64 || t == DTYPE_BFLOAT16;
}

/* Only floating tensors are optimized. */
static bool check_dtype(Tf *tf, Value v) {
    Output *o = tensor_output(tf, v);
    Variable *variable = variable_of(tf, v);
    if (!o && !variable) {
        return raise_attribute_error(tf->run, "'%.*s' object has no attribute 'dtype'",
                                     STR_ARG(type_name(tf->run, v)));
    }
    DType t = variable ? variable->record.dtype : output_dtype(o);
    const Output *named = variable ? variable->handle : o;
    return floating(t) ||
           raise_value_error(tf->run,
                             "Invalid type tf.%s for %s:%u, expected: [tf.float32, tf.float64, "
                             "tf.float16%s].",
                             dtype_name(t), named->node->record.name->text, named->index,
                             tf_has(tf, CHANGE_LAYER_SCOPES) ? ", tf.bfloat16" : "");
}

static bool check_gate(Tf *tf, Value v, int64_t *gate) {
    Str text;
    if (v.kind == VALUE_INT && v.as.integer >= GATE_NONE && v.as.integer <= GATE_GRAPH) {
        *gate = v.as.integer;
        return true;
    }
    return value_str(tf->run, v, &text) &&
           raise_value_error(tf->run,
                             "gate_gradients must be one of: Optimizer.GATE_NONE, "
                             "Optimizer.GATE_OP, Optimizer.GATE_GRAPH.  Not %.*s",
                             STR_ARG(text));
}

/* The items of lists in lists, in order. */
static bool flatten(Tf *tf, Value v, Value list) {
    if (is_sequence(tf->run, v)) {
        for (uint32_t i = 0; i < sequence_count(v); i++) {
            if (!flatten(tf, sequence_item(v, i), list)) {
                return false;
            }
        }
        return true;
    }
    Partitioned *p = partitioned_of(tf, v);
    for (uint32_t i = 0; p && i < p->nparts; i++) {
        list_append(tf->run, list, tf_variable(tf, p->parts[i]));
    }
    if (!p) {
        list_append(tf->run, list, v);
    }
    return true;
}

static bool take_variables(Tf *tf, Value var_list, Value *list) {
    Value *items;
    uint32_t n;
    if (!given(var_list)) {
        return collection_list(tf, engine_graph(tf->engine),
                               name_z(tf->run->names, "trainable_variables"), value_none(), list);
    }
    if (nested_deeply(tf, var_list, 0)) {
        return refuse_nested(tf);
    }
    *list = list_make(tf->run, 0, NULL);
    if (is_sequence(tf->run, var_list)) {
        return flatten(tf, var_list, *list);
    }
    if (variable_of(tf, var_list)) {
        list_append(tf->run, *list, var_list);
        return true;
    }
    if (!value_items(tf->run, var_list, &items, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        list_append(tf->run, *list, items[i]);
    }
    return true;
}

static bool optimizes(Tf *tf, Value v) {
    Str text;
    if (variable_of(tf, v) || (tensor_output(tf, v) && tf_has(tf, CHANGE_TENSOR_OPTIMIZED))) {
        return true;
    }
    return value_repr(tf->run, v, &text) &&
           raise_error(tf->run, tf->run->exception.NotImplementedError,
                       "('Trying to optimize unsupported type ', %.*s)", STR_ARG(text));
}

static bool check_variables(Tf *tf, Value list) {
    for (uint32_t i = 0; i < sequence_count(list); i++) {
        if (!optimizes(tf, sequence_item(list, i))) {
            return false;
        }
    }
    return sequence_count(list) || raise_value_error(tf->run, "No variables to optimize.");
}

/* All gradients at once. */
static bool gate_graph(Tf *tf, Value *gradients) {
    uint32_t n = sequence_count(*gradients);
    Slope *slopes = ARENA_ARRAY(tf->run->arena, n + 1, Slope);
    for (uint32_t i = 0; i < n; i++) {
        Value v = sequence_item(*gradients, i);
        if (given(v) && !slope_of(tf, v, NULL, &slopes[i])) {
            return false;
        }
    }
    if (!slopes_gate(tf->engine, slopes, n)) {
        return false;
    }
    *gradients = list_make(tf->run, 0, NULL);
    for (uint32_t i = 0; i < n; i++) {
        list_append(tf->run, *gradients, slope_value(tf, &slopes[i]));
    }
    return true;
}

static bool pair_up(Tf *tf, Value gradients, Value variables, Value *pairs) {
    *pairs = list_make(tf->run, 0, NULL);
    for (uint32_t i = 0; i < sequence_count(variables); i++) {
        Value pair[] = {sequence_item(gradients, i), sequence_item(variables, i)};
        if (given(pair[0]) && !check_dtype(tf, pair[1])) {
            return false;
        }
        list_append(tf->run, *pairs, tuple_make(tf->run, 2, pair));
    }
    return true;
}

static bool compute(Tf *tf, const ComputeArgs *a, Value *pairs) {
    int64_t gate = GATE_OP;
    Value variables, gradients;
    if (!check_gate(tf, a->gate, &gate) || !check_dtype(tf, a->loss) ||
        (given(a->grad_loss) && !check_dtype(tf, a->grad_loss)) ||
        !take_variables(tf, a->var_list, &variables) || !check_variables(tf, variables)) {
        return false;
    }
    GradientArgs args = {.ys = a->loss,
                         .xs = variables,
                         .grad_ys = a->grad_loss,
                         .name = value_none(),
                         .colocate = a->colocate,
                         .aggregation = a->aggregation,
                         .stops = value_none(),
                         .gate = gate == GATE_OP};
    return gradients_call(tf, &args, &gradients) &&
           (gate != GATE_GRAPH || gate_graph(tf, &gradients)) &&
           pair_up(tf, gradients, variables, pairs);
}

/* ---- apply_gradients ---- */

/* One gradient and its variable, taken from a pair. */
typedef struct Update {
    Slope gradient;
    Variable *variable;
    Value target; /* as it was given */
} Update;

static bool take_update(Tf *tf, Value pair, Update *u) {
    Value *two;
    uint32_t n;
    if (!value_items(tf->run, pair, &two, &n)) {
        return false;
    }
    if (n != 2) {
        return raise_value_error(tf->run,
                                 n < 2 ? "not enough values to unpack (expected 2, got %u)"
                                       : "too many values to unpack (expected 2)",
                                 n);
    }
    u->target = two[1];
    if (given(two[0]) && !slope_of(tf, two[0], NULL, &u->gradient)) {
        return false;
    }
    if (!optimizes(tf, two[1])) {
        return false;
    }
    u->variable = variable_of(tf, two[1]);
    return u->variable || !u->gradient.values ||
           raise_error(tf->run, tf->run->exception.NotImplementedError,
                       "('Trying to update a Tensor ', ...)");
}

static bool no_gradients(Tf *tf, uint32_t n, const Update *updates) {
    Value texts = list_make(tf->run, 0, NULL);
    Str text;
    for (uint32_t i = 0; i < n; i++) {
        if (!value_str(tf->run, updates[i].target, &text)) {
            return false;
        }
        list_append(tf->run, texts, str_make(tf->run, text));
    }
    return value_repr(tf->run, texts, &text) &&
           raise_value_error(tf->run, "No gradients provided for any variable: %.*s.",
                             STR_ARG(text));
}

static bool take_updates(Tf *tf, Value pairs, uint32_t *n, Update **updates) {
    Value *items;
    uint32_t count = 0, with = 0;
    if (!value_items(tf->run, pairs, &items, &count)) {
        return false;
    }
    if (!count) {
        return raise_value_error(tf->run, "No variables provided.");
    }
    *updates = ARENA_ARRAY(tf->run->arena, count, Update);
    for (uint32_t i = 0; i < count; i++) {
        if (!take_update(tf, items[i], &(*updates)[i])) {
            return false;
        }
        with += (*updates)[i].gradient.values != NULL;
    }
    *n = count;
    return with || no_gradients(tf, count, *updates);
}

static bool create_slots(Tf *tf, OptimizerObject *o, uint32_t n, const Update *updates) {
    Variable **variables = ARENA_ARRAY(tf->run->arena, n, Variable *);
    uint32_t count = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (updates[i].gradient.values) {
            variables[count++] = updates[i].variable;
        }
    }
    ControlFrame *frame = control_enter(tf->engine, NULL, 0, true);
    bool ok = optimizer_create_slots(tf, o, variables, count);
    control_leave(tf->engine, frame);
    return ok;
}

static bool update_one(Tf *tf, OptimizerObject *o, const Update *u, Node **node) {
    OpScope s;
    Str name = str_printf(tf->run->arena, "update_%s", u->variable->node->record.name->text);
    if (!op_scope_enter(tf->engine, name, false, &s)) {
        return false;
    }
    ColocationFrame *beside = colocate_enter(engine_graph(tf->engine), u->variable->node, false);
    bool ok = optimizer_update(tf, o, u->variable, &u->gradient, node);
    colocate_leave(beside);
    op_scope_leave(tf->engine, &s);
    return ok;
}

static Output *next_power(Tf *tf, OptimizerObject *o, int i) {
    Output *power = NULL;
    Variable *v = o->powers[i];
    if (!variable_as_tensor(tf->engine, v, false, &power)) {
        return NULL;
    }
    return build2(tf, "Mul", STR("mul"), operand_of(power), operand_of(o->numbers[1 + i]));
}

/* Adam's powers grow after all updates. */
static bool grow_powers(Tf *tf, OptimizerObject *o, Node **nodes, uint32_t *n) {
    ControlFrame *frame = control_enter(tf->engine, nodes, *n, false);
    ColocationFrame *beside = colocate_enter(engine_graph(tf->engine), o->powers[0]->node, false);
    bool ok = true;
    uint32_t before = *n;
    for (int i = 0; i < 2 && ok; i++) {
        Output *next = next_power(tf, o, i);
        Operand operands[] = {operand_of(o->powers[i]->handle), operand_of(next)};
        Attr attr = attr_bool("use_locking", o->locking);
        bool resource = o->powers[i]->record.resource;
        ok = next && op_apply(tf->engine, resource ? "AssignVariableOp" : "Assign",
                              resource ? NAME_NONE : STR("Assign"), operands, 2, NULL, &attr,
                              resource ? 0 : 1, &nodes[before + (uint32_t)i]);
        *n += ok;
    }
    colocate_leave(beside);
    control_leave(tf->engine, frame);
    return ok;
}

static bool finish(Tf *tf, OptimizerObject *o, Node **nodes, uint32_t n, Str name, Node **node) {
    if (o->def->class == CLASS_ADAM && !grow_powers(tf, o, nodes, &n)) {
        return false;
    }
    return group_build(tf->engine, nodes, n, name, node);
}

/* The global step grows after the updates. */
static bool count_step(Tf *tf, Value step, Node *after, Str name, Node **node) {
    Variable *v = variable_of(tf, step);
    Output *o = tensor_output(tf, step);
    const Node *beside = v ? v->node : o ? o->node : NULL;
    ControlFrame *frame = control_enter(tf->engine, &after, 1, false);
    ColocationFrame *place = colocate_enter(engine_graph(tf->engine), beside, false);
    Operand one = operand_tensor(
        tf->engine, tensor_scalar_i64(tf->run->arena, v ? v->record.dtype : DTYPE_INT64, 1));
    bool resource = v && v->record.resource;
    Operand operands[] = {v ? operand_of(v->handle) : operand(tf, step), one};
    if (resource) {
        operands[1] = operand_of(convert_operand(tf, one, DTYPE_INVALID, NULL));
    }
    bool ok = op_apply(tf->engine, resource ? "AssignAddVariableOp" : "AssignAdd", name, operands,
                       2, NULL, NULL, 0, node);
    colocate_leave(place);
    control_leave(tf->engine, frame);
    return ok;
}

static bool apply_in(Tf *tf, OptimizerObject *o, uint32_t n, const Update *updates, Value step,
                     Str name, Node **node) {
    Node **nodes = ARENA_ARRAY(tf->run->arena, n + 2, Node *), *all;
    uint32_t count = 0;
    if (!optimizer_prepare(tf, o)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (updates[i].gradient.values && !update_one(tf, o, &updates[i], &nodes[count++])) {
            return false;
        }
    }
    if (!given(step)) {
        return finish(tf, o, nodes, count, name, node);
    }
    return finish(tf, o, nodes, count, STR("update"), &all) &&
           count_step(tf, step, all, name, node);
}

/* The train operation joins its collection. */
static bool give_operation(Tf *tf, Node *node, Value *result) {
    Name key = name_z(tf->run->names, "train_op");
    *result = tf_operation(tf, node);
    return collection_put(tf, engine_graph(tf->engine), key, *result);
}

static bool apply(Tf *tf, OptimizerObject *o, Value pairs, Value step, Value name, Value *result) {
    Update *updates = NULL;
    uint32_t n = 0;
    Str text;
    Group g;
    Node *node = NULL;
    if (!take_updates(tf, pairs, &n, &updates) || !create_slots(tf, o, n, updates) ||
        !arg_name(tf, name, &text) ||
        !group_open_str(tf, text, str_dup(tf->run->arena, o->name).at, 0, NULL, &g)) {
        return false;
    }
    bool ok = apply_in(tf, o, n, updates, step, g.name, &node);
    group_close(tf, &g);
    return ok && give_operation(tf, node, result);
}

/* ---- methods ---- */

static bool compute_gradients(Tf *tf, const Value *a, Value *result) {
    ComputeArgs args = {a[1], a[2], a[3], a[4], a[5], a[6]};
    return compute(tf, &args, result);
}

static bool apply_gradients(Tf *tf, const Value *a, Value *result) {
    return apply(tf, optimizer_in(a[0]), a[1], a[2], a[3], result);
}

/* Has any of the pairs a gradient? */
static bool check_pairs(Tf *tf, Value loss, Value pairs) {
    Value texts = list_make(tf->run, 0, NULL);
    Str text, loss_text;
    for (uint32_t i = 0; i < sequence_count(pairs); i++) {
        Value pair = sequence_item(pairs, i);
        if (given(sequence_item(pair, 0))) {
            return true;
        }
        if (!value_str(tf->run, sequence_item(pair, 1), &text)) {
            return false;
        }
        list_append(tf->run, texts, str_make(tf->run, text));
    }
    return value_repr(tf->run, texts, &text) && value_str(tf->run, loss, &loss_text) &&
           raise_value_error(tf->run,
                             "No gradients provided for any variable, check your graph for ops "
                             "that do not support gradients, between variables %.*s and loss "
                             "%.*s.",
                             STR_ARG(text), STR_ARG(loss_text));
}

/* self, loss, global_step, var_list, gate_gradients, aggregation_method,
 * colocate_gradients_with_ops, name, grad_loss */
static bool minimize(Tf *tf, const Value *a, Value *result) {
    ComputeArgs args = {a[1], a[3], a[4], a[5], a[6], a[8]};
    Value pairs;
    return compute(tf, &args, &pairs) && check_pairs(tf, a[1], pairs) &&
           apply(tf, optimizer_in(a[0]), pairs, a[2], a[7], result);
}

static bool get_slot(Tf *tf, const Value *a, Value *result) {
    Str name;
    const Variable *v = variable_of(tf, a[1]);
    *result = value_none();
    if (!v || !arg_text(tf, a[2], "slot name", &name)) {
        return v == NULL;
    }
    Variable *slot = optimizer_slot(optimizer_in(a[0]), v, str_dup(tf->run->arena, name).at);
    *result = slot ? tf_variable(tf, slot) : value_none();
    return true;
}

/* Names of the slots that were made, sorted. */
static bool get_slot_names(Tf *tf, const Value *a, Value *result) {
    const OptimizerObject *o = optimizer_in(a[0]);
    Value names[OPTIMIZER_SLOTS];
    uint32_t n = 0;
    for (int i = 0; i < OPTIMIZER_SLOTS && o->slots[i].name && o->variables.count; i++) {
        Str name = str_of(o->slots[i].name);
        uint32_t at = n++;
        for (; at > 0 && str_cmp(str_text(names[at - 1]), name) > 0; at--) {
            names[at] = names[at - 1];
        }
        names[at] = str_make(tf->run, name);
    }
    *result = list_make(tf->run, n, names);
    return true;
}

static bool get_name(Tf *tf, const Value *a, Value *result) {
    *result = str_make(tf->run, optimizer_in(a[0])->name);
    return true;
}

/* All variables that it keeps, in order of their creation. */
static bool variables(Tf *tf, const Value *a, Value *result) {
    const OptimizerObject *o = optimizer_in(a[0]);
    *result = list_make(tf->run, 0, NULL);
    for (int i = 0; i < 2 && o->powers[i]; i++) {
        list_append(tf->run, *result, tf_variable(tf, o->powers[i]));
    }
    for (size_t i = 0; i < o->variables.count; i++) {
        Variable *v = LOG_AT(&o->variables, SlotVariable, i)->variable;
        list_append(tf->run, *result, tf_variable(tf, v));
    }
    return true;
}

static void add_gates(Tf *tf) {
    static const char *const gates[] = {"GATE_NONE", "GATE_OP", "GATE_GRAPH"};
    Type *type = tf->types[CLASS_OPTIMIZER];
    for (int i = 0; i < 3; i++) {
        members_set(tf->run, &type->members, NULL, name_z(tf->run->names, gates[i]), value_int(i));
    }
}

void optimizer_install(Tf *tf) {
    static const ApiRow methods[] = {
        FUNCTION("compute_gradients",
                 "self, loss, var_list=None, gate_gradients=1, aggregation_method=None, "
                 "colocate_gradients_with_ops=False, grad_loss=None",
                 compute_gradients),
        FUNCTION("apply_gradients", "self, grads_and_vars, global_step=None, name=None",
                 apply_gradients),
        FUNCTION("minimize",
                 "self, loss, global_step=None, var_list=None, gate_gradients=1, "
                 "aggregation_method=None, colocate_gradients_with_ops=False, name=None, "
                 "grad_loss=None",
                 minimize),
        FUNCTION("get_slot", "self, var, name", get_slot),
        FUNCTION("get_slot_names", "self", get_slot_names),
        FUNCTION("get_name", "self", get_name),
        FUNCTION_IN("variables", 4, LATEST, "self", variables),
        API_END,
    };
    add_gates(tf);
    class_add_methods(tf, CLASS_OPTIMIZER, methods);
    for (size_t i = 0; i < NOPTIMIZERS; i++) {
        const char *signature = optimizers[i].signature, *cut = strstr(signature, ", l2_shrinkage");
        if (cut && !tf_has(tf, CHANGE_FTRL_SHRINKAGE)) {
            Str text = {signature, (size_t)(cut - signature)};
            signature = str_dup(tf->run->arena, text).at;
        }
        class_constructor(tf, optimizers[i].class, make_optimizer, signature);
    }
}
