/* state_ops.c: assigning to variables and asking about them: tf.assign and its kin. */
#include "tf/assign.h"
#include "tf/build.h"
#include "tf/collections.h"
#include "tf/tables.h"

static const char *ref_op(Assignment kind) {
    switch (kind) {
    case ASSIGN: return "Assign";
    case ASSIGN_ADD: return "AssignAdd";
    case ASSIGN_SUB: return "AssignSub";
    }
    return "";
}

static const char *resource_op(Assignment kind) {
    switch (kind) {
    case ASSIGN: return "AssignVariableOp";
    case ASSIGN_ADD: return "AssignAddVariableOp";
    case ASSIGN_SUB: return "AssignSubVariableOp";
    }
    return "";
}

/* The flags of one assignment as the ops take them. */
typedef struct Flags {
    Value use_locking;
    Value validate_shape;
    Value name;
    bool read_value;
} Flags;

static Output *assign_here(Tf *tf, Assignment kind, Value ref, Value v, const Flags *f) {
    Attr attrs[2];
    uint32_t n = 0;
    bool b;
    Str name;
    if (given(f->use_locking)) {
        if (!arg_bool(tf, f->use_locking, false, &b)) {
            return NULL;
        }
        attrs[n++] = attr_bool("use_locking", b);
    }
    if (kind == ASSIGN && given(f->validate_shape)) {
        if (!arg_bool(tf, f->validate_shape, true, &b)) {
            return NULL;
        }
        attrs[n++] = attr_bool("validate_shape", b);
    }
    if (!arg_name(tf, f->name, &name)) {
        return NULL;
    }
    return build(tf, ref_op(kind), name, 2, (Operand[]){operand_host(ref), operand(tf, v)}, n,
                 attrs);
}

/* In the graph of the variable and the value. */
static Output *assign_ref(Tf *tf, Assignment kind, Value ref, Value v, const Flags *f) {
    bool pushed;
    if (!graph_select(tf, 2, (Value[]){ref, v}, &pushed)) {
        return NULL;
    }
    Output *o = assign_here(tf, kind, ref, v, f);
    if (pushed) {
        engine_pop_graph(tf->engine);
    }
    return o;
}

/* The value that an assignment to a resource variable gives: up to 1.6 that of read_value(). */
static bool read_behind(Tf *tf, Variable *variable, Output **read) {
    Operand in = operand_of(variable->handle);
    Attr attr = attr_type("dtype", variable->record.dtype);
    if (!tf_has(tf, CHANGE_RESOURCE_ASSIGN_READ)) {
        return variable_read(tf->engine, variable, NULL, read);
    }
    *read = build(tf, "ReadVariableOp", NAME_NONE, 1, &in, 1, &attr);
    return *read != NULL;
}

/* A resource variable is read again behind the assignment. */
static bool assign_resource(Tf *tf, Assignment kind, Variable *variable, Value v, const Flags *f,
                            Value *result) {
    Str name;
    Output *value = convert(tf, v, variable->record.dtype, NULL), *read = NULL;
    Operand in[2];
    Node *node = NULL;
    if (!value || !arg_name(tf, f->name, &name)) {
        return false;
    }
    in[0] = operand_of(variable->handle);
    in[1] = operand_of(value);
    if (!op_apply(tf->engine, resource_op(kind), name, in, 2, NULL, NULL, 0, &node)) {
        return false;
    }
    if (!f->read_value) {
        *result = tf_operation(tf, node);
        return true;
    }
    ControlFrame *frame = control_enter(tf->engine, &node, 1, false);
    bool ok = read_behind(tf, variable, &read);
    control_leave(tf->engine, frame);
    return ok && give_tensor(tf, read, result);
}

bool assign_method(Tf *tf, Assignment kind, const Value *a, Value *result) {
    Variable *v = variable_of(tf, a[0]);
    bool younger = tf_has(tf, CHANGE_ASSIGN_METHOD_NAME);
    Flags f = {.use_locking = a[2],
               .validate_shape = value_none(),
               .name = younger ? a[3] : value_none(),
               .read_value = true};
    if (younger && !arg_bool(tf, a[4], true, &f.read_value)) {
        return false;
    }
    if (v->record.resource) {
        return assign_resource(tf, kind, v, a[1], &f, result);
    }
    Output *o = assign_ref(tf, kind, a[0], a[1], &f);
    if (o && !f.read_value) {
        *result = tf_operation(tf, o->node);
        return true;
    }
    return give_tensor(tf, o, result);
}

/* ---- functions of the module ---- */

static const char *method_name(Assignment kind) {
    switch (kind) {
    case ASSIGN: return "assign";
    case ASSIGN_ADD: return "assign_add";
    case ASSIGN_SUB: return "assign_sub";
    }
    return "";
}

static bool assign_any(Tf *tf, Assignment kind, Value ref, Value v, const Flags *f, Value *result) {
    Variable *variable = variable_of(tf, ref);
    Output *tensor = tensor_output(tf, ref);
    if (variable && variable->record.resource) {
        return assign_resource(tf, kind, variable, v, f, result);
    }
    if (!variable && !(tensor && output_ref(tensor))) {
        Str type = type_name(tf->run, ref);
        const char *missing = tensor ? method_name(kind) : "dtype";
        return raise_attribute_error(tf->run, "'%.*s' object has no attribute '%s'", STR_ARG(type),
                                     missing);
    }
    return give_tensor(tf, assign_ref(tf, kind, ref, v, f), result);
}

static bool assign(Tf *tf, const Value *a, Value *result) {
    Flags f = {a[3], a[2], a[4], true};
    return assign_any(tf, ASSIGN, a[0], a[1], &f, result);
}

static bool assign_add(Tf *tf, const Value *a, Value *result) {
    Flags f = {a[2], value_none(), a[3], true};
    return assign_any(tf, ASSIGN_ADD, a[0], a[1], &f, result);
}

static bool assign_sub(Tf *tf, const Value *a, Value *result) {
    Flags f = {a[2], value_none(), a[3], true};
    return assign_any(tf, ASSIGN_SUB, a[0], a[1], &f, result);
}

static Output *initialized_build(Tf *tf, Value ref, Str name) {
    Variable *v = variable_of(tf, ref);
    bool resource = v && v->record.resource;
    Operand in = resource ? operand_of(v->handle) : operand_host(ref);
    return build1(tf, resource ? "VarIsInitializedOp" : "IsVariableInitialized", name, in);
}

static bool is_variable_initialized(Tf *tf, const Value *a, Value *result) {
    Str name;
    return arg_name(tf, a[1], &name) && give_tensor(tf, initialized_build(tf, a[0], name), result);
}

/* The names of the variables for which the mask is true. */
static Output *report_build(Tf *tf, uint32_t n, Variable *const *vs) {
    Operand *masks = ARENA_ARRAY(tf->run->arena, n + 1, Operand);
    Value *names = ARENA_ARRAY(tf->run->arena, n + 1, Value);
    for (uint32_t i = 0; i < n; i++) {
        Output *o = initialized_build(tf, tf_variable(tf, vs[i]), NAME_NONE);
        if (!o) {
            return NULL;
        }
        masks[i] = operand_of(o);
        names[i] = str_of_name(tf->run, vs[i]->node->record.name);
    }
    Output *packed = pack_build(tf, n, masks, 0, STR("stack"));
    Output *mask = packed ? build1(tf, "LogicalNot", NAME_NONE, operand_of(packed)) : NULL;
    Value list = list_make(tf->run, n, names);
    Output *constant =
        mask ? constant_build(tf, list, DTYPE_INVALID, false, shape_unknown(), STR("Const")) : NULL;
    return constant ? boolean_mask_build(tf, tf_tensor(tf, constant), tf_tensor(tf, mask),
                                         value_none(), NAME_NONE)
                    : NULL;
}

/* What both checks look at when no list is given. */
static bool watched_variables(Tf *tf, Value *all) {
    Graph *g = engine_graph(tf->engine);
    Value local;
    return collection_list(tf, g, name_z(tf->run->names, "variables"), value_none(), all) &&
           collection_list(tf, g, name_z(tf->run->names, "local_variables"), value_none(),
                           &local) &&
           value_binary(tf->run, BINARY_OPERATOR_ADD, *all, local, all);
}

static bool report_uninitialized(Tf *tf, const Value *a, Value *result) {
    Value all = a[0];
    Variable **vs;
    uint32_t n;
    Group g;
    if (!given(all) && !watched_variables(tf, &all)) {
        return false;
    }
    if (!variables_of(tf, all, &vs, &n) ||
        !group_open(tf, a[1], "report_uninitialized_variables", 0, NULL, &g)) {
        return false;
    }
    Output *out = n ? report_build(tf, n, vs)
                    : constant_build(tf, list_make(tf->run, 0, NULL), DTYPE_STRING, false,
                                     shape_unknown(), STR("Const"));
    return group_done(tf, &g, out, result);
}

/* A Rank node of each, made beside its variable, whatever is known of the shape. */
static Value ranks_build(Tf *tf, uint32_t n, Variable *const *vs) {
    Value list = list_make(tf->run, 0, NULL);
    for (uint32_t i = 0; i < n; i++) {
        ColocationFrame *beside = colocate_enter(engine_graph(tf->engine), vs[i]->node, false);
        Output *o = build1(tf, "Rank", NAME_NONE, operand_host(tf_variable(tf, vs[i])));
        colocate_leave(beside);
        if (!o) {
            return value_unbound();
        }
        list_append(tf->run, list, tf_tensor(tf, o));
    }
    return list;
}

static bool assert_initialized(Tf *tf, const Value *a, Value *result) {
    Value all = a[0];
    Variable **vs;
    uint32_t n;
    if ((!given(all) && !watched_variables(tf, &all)) || !variables_of(tf, all, &vs, &n)) {
        return false;
    }
    *result = value_none();
    Value ranks = ranks_build(tf, n, vs);
    if (is_unbound(ranks) || n == 0) {
        return n == 0;
    }
    if (n == 1) {
        *result = sequence_item(ranks, 0);
        return true;
    }
    return give_tensor(tf, stack_values(tf, ranks, 0, STR("stack")), result);
}

/* The reference that an op wants; of resource variables there are other ops. */
static bool check_reference(Tf *tf, const char *op, Value ref) {
    const Variable *v = variable_of(tf, ref);
    return !v || !v->record.resource ||
           refuse(tf->run, NULL, "%s of resource variables is not modelled", op);
}

bool count_up_to(Tf *tf, const Value *a, Value *result) {
    int64_t limit;
    Str name;
    Operand in = operand_host(a[0]);
    if (!check_reference(tf, "CountUpTo", a[0]) || !arg_int(tf, a[1], &limit) ||
        !arg_name(tf, a[2], &name))
        return false;
    Attr attr = attr_int("limit", limit);
    return give_tensor(tf, build(tf, "CountUpTo", name, 1, &in, 1, &attr), result);
}

static bool scatter(Tf *tf, const char *op, const Value *a, Value *result) {
    Str name;
    if (!check_reference(tf, op, a[0])) {
        return false;
    }
    bool locking;
    if (!arg_bool(tf, a[3], false, &locking) || !arg_name(tf, a[4], &name)) {
        return false;
    }
    Attr attr = attr_bool("use_locking", locking);
    Operand in[] = {operand_host(a[0]), operand(tf, a[1]), operand(tf, a[2])};
    return give_tensor(tf, build(tf, op, name, 3, in, 1, &attr), result);
}

static bool scatter_update(Tf *tf, const Value *a, Value *result) {
    return scatter(tf, "ScatterUpdate", a, result);
}

static bool scatter_add(Tf *tf, const Value *a, Value *result) {
    return scatter(tf, "ScatterAdd", a, result);
}

bool scatter_sub(Tf *tf, const Value *a, Value *result) {
    return scatter(tf, "ScatterSub", a, result);
}

const ApiRow state_ops_rows[] = {
    FUNCTION("assign", "ref, value, validate_shape=None, use_locking=None, name=None", assign),
    FUNCTION("assign_add", "ref, value, use_locking=None, name=None", assign_add),
    FUNCTION("assign_sub", "ref, value, use_locking=None, name=None", assign_sub),
    FUNCTION("is_variable_initialized", "ref, name=None", is_variable_initialized),
    FUNCTION("assert_variables_initialized", "var_list=None", assert_initialized),
    FUNCTION("report_uninitialized_variables",
             "var_list=None, name='report_uninitialized_variables'", report_uninitialized),
    FUNCTION("count_up_to", "ref, limit, name=None", count_up_to),
    FUNCTION("scatter_update", "ref, indices, updates, use_locking=True, name=None",
             scatter_update),
    FUNCTION("scatter_add", "ref, indices, updates, use_locking=False, name=None", scatter_add),
    FUNCTION("scatter_sub", "ref, indices, updates, use_locking=False, name=None", scatter_sub),
    API_END,
};
