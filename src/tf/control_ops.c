/* control_ops.c: groups, tuples, conditions, printing. */
#include "graph/control.h"
#include "tf/build.h"
#include "tf/convert.h"
#include "tf/nest.h"
#include "tf/session.h"
#include "tf/tables.h"
#include "tf/tensor_array.h"

/* ---- group and tuple ---- */

static bool group_nodes(Tf *tf, Value inputs, Node ***nodes, uint32_t *n) {
    Value *items;
    if (!value_items(tf->run, inputs, &items, n)) {
        return false;
    }
    *nodes = ARENA_ARRAY(tf->run->arena, *n + 1, Node *);
    for (uint32_t i = 0; i < *n; i++) {
        Output *o = NULL;
        Graph *g = engine_graph(tf->engine);
        if (!element_find(tf, g, items[i], true, true, &o, &(*nodes)[i])) {
            return false;
        }
        if (o) {
            (*nodes)[i] = o->node;
        }
    }
    return true;
}

/* Puts what is in v, however deep in lists, behind list. */
static bool flatten(Tf *tf, Value v, Value list) {
    if (!is_sequence(tf->run, v)) {
        list_append(tf->run, list, v);
        return true;
    }
    for (uint32_t i = 0; i < sequence_count(v); i++) {
        if (!flatten(tf, sequence_item(v, i), list)) {
            return false;
        }
    }
    return true;
}

/* What tf.group takes has a device. */
static bool check_grouped(Tf *tf, Value v) {
    if (tensor_output(tf, v) || operation_of(tf, v) || variable_of(tf, v)) {
        return true;
    }
    if (tf_has(tf, CHANGE_GROUP_LIST)) {
        return refuse(tf->run, NULL, "tf.group of a value of type '%.*s' is not modelled",
                      STR_ARG(type_name(tf->run, v)));
    }
    return raise_attribute_error(tf->run, "'%.*s' object has no attribute 'device'",
                                 STR_ARG(type_name(tf->run, v)));
}

/* group(*inputs, **kwargs): the inputs may also be in lists (1.5 on). */
static bool group(Tf *tf, const Value *a, Value *result) {
    Node **nodes, *node = NULL;
    uint32_t n;
    Str name;
    Value inputs = a[0];
    if (nested_deeply(tf, inputs, 0)) {
        return refuse_nested(tf);
    }
    if (tf_has(tf, CHANGE_GROUP_LIST)) {
        inputs = list_make(tf->run, 0, NULL);
        if (!flatten(tf, a[0], inputs)) {
            return false;
        }
    }
    for (uint32_t i = 0; i < sequence_count(inputs); i++) {
        if (!check_grouped(tf, sequence_item(inputs, i))) {
            return false;
        }
    }
    if (!group_nodes(tf, inputs, &nodes, &n) || !arg_name(tf, a[1], &name)) {
        return false;
    }
    name = name.at || n ? name : STR("group_deps");
    if (!group_build(tf->engine, nodes, n, name, &node)) {
        return false;
    }
    *result = tf_operation(tf, node);
    return true;
}

/* The node of a tensor or variable; NULL of anything else. */
static Node *node_of(Tf *tf, Value v) {
    Output *o = tensor_output(tf, v);
    Variable *variable = o ? NULL : variable_of(tf, v);
    return o ? o->node : variable ? variable->node : NULL;
}

/* The value once the gate has run. A variable is read behind it. */
static Output *behind(Tf *tf, Node *gate, Value v, const Node *beside) {
    Group g;
    Output *o = NULL;
    if (!group_open_str(tf, NAME_NONE, "control_dependency", 0, NULL, &g)) {
        return NULL;
    }
    ColocationFrame *saved = colocate_enter(engine_graph(tf->engine), beside, false);
    ControlFrame *frame = control_enter(tf->engine, &gate, 1, false);
    if (engine_convert(tf->engine, operand_host(v), DTYPE_INVALID, NULL, &o)) {
        o = build1(tf, "Identity", g.name, operand_of(o));
    }
    control_leave(tf->engine, frame);
    colocate_leave(saved);
    group_close(tf, &g);
    return o;
}

static bool add_node(Node **nodes, uint32_t *n, Node *node) {
    uint32_t at = *n;
    for (uint32_t i = 0; i < *n; i++) {
        if (nodes[i] == node) {
            return false;
        }
    }
    while (at > 0 && nodes[at - 1]->record.id > node->record.id) {
        nodes[at] = nodes[at - 1];
        at--;
    }
    nodes[at] = node;
    (*n)++;
    return true;
}

static bool tuple_in(Tf *tf, uint32_t n, const Value *items, Value control_inputs, Value *result) {
    Node **more, **nodes, *gate = NULL;
    uint32_t count = 0, nmore = 0;
    if (given(control_inputs) && !group_nodes(tf, control_inputs, &more, &nmore)) {
        return false;
    }
    nodes = ARENA_ARRAY(tf->run->arena, n + nmore + 1, Node *);
    for (uint32_t i = 0; i < n; i++) {
        Node *node = node_of(tf, items[i]);
        if (node) {
            add_node(nodes, &count, node);
        }
    }
    for (uint32_t i = 0; i < nmore; i++) {
        add_node(nodes, &count, more[i]);
    }
    if (!group_build(tf->engine, nodes, count, NAME_NONE, &gate)) {
        return false;
    }
    *result = list_make(tf->run, 0, NULL);
    for (uint32_t i = 0; i < n; i++) {
        const Node *node = node_of(tf, items[i]);
        Output *o = node ? behind(tf, gate, items[i], node) : NULL;
        if (node && !o) {
            return false;
        }
        list_append(tf->run, *result, o ? tf_tensor(tf, o) : value_none());
    }
    return true;
}

static bool tuple(Tf *tf, const Value *a, Value *result) {
    Value *items;
    uint32_t n;
    Group g;
    if (!value_items(tf->run, a[0], &items, &n) || !group_open(tf, a[1], "tuple", n, items, &g)) {
        return false;
    }
    bool ok = tuple_in(tf, n, items, a[2], result);
    group_close(tf, &g);
    return ok;
}

static bool no_op(Tf *tf, const Value *a, Value *result) {
    Str name;
    Node *node = NULL;
    if (!arg_name(tf, a[0], &name) ||
        !op_apply(tf->engine, "NoOp", name, NULL, 0, NULL, NULL, 0, &node)) {
        return false;
    }
    *result = tf_operation(tf, node);
    return true;
}

/* ---- cond ---- */

/* A branch of tf.cond: what its function returned, as tensors that the Merge nodes may take. */
typedef struct Branch {
    Value returned;
    Value *items;
    Output **outputs;
    uint32_t n;
} Branch;

static bool branch_result(Tf *tf, ControlContext *c, Value v, Output **out) {
    Output *o = NULL;
    Node *node = operation_of(tf, v);
    if (node) {
        Operand pivot = operand_of(c->pivot);
        ControlFrame *frame = control_enter(tf->engine, &node, 1, false);
        o = build1(tf, "Identity", STR("control_dependency"), pivot);
        control_leave(tf->engine, frame);
        *out = o;
        return o != NULL;
    }
    const TensorArrayObject *array = array_object_of(tf, v);
    o = array ? array->flow : convert(tf, v, DTYPE_INVALID, NULL);
    return o && cond_result(tf->engine, c, o, out);
}

/* The leaves of what a branch returned; until 1.1 the items of a list. */
static bool branch_items(Tf *tf, Branch *b) {
    if (tf_has(tf, CHANGE_BRANCH_NAMES)) {
        return nest_flatten(tf, b->returned, &b->items, &b->n);
    }
    b->items = &b->returned;
    b->n = 1;
    return !is_sequence(tf->run, b->returned) ||
           value_items(tf->run, b->returned, &b->items, &b->n);
}

static bool branch_build(Tf *tf, ControlContext *c, Value fn, Branch *b) {
    if (!call_program_n(tf, fn, 0, NULL, &b->returned)) {
        return false;
    }
    if (is_none(b->returned)) {
        return true;
    }
    if (!branch_items(tf, b)) {
        return false;
    }
    b->outputs = ARENA_ARRAY(tf->run->arena, b->n + 1, Output *);
    for (uint32_t i = 0; i < b->n; i++) {
        if (!branch_result(tf, c, b->items[i], &b->outputs[i])) {
            return false;
        }
    }
    return true;
}

static bool run_branch(Tf *tf, Output *pred, Output *pivot, int branch, Value fn, Branch *b) {
    ControlContext *c = cond_enter(tf->engine, pred, pivot, branch);
    bool ok = branch_build(tf, c, fn, b);
    context_leave(c);
    return ok;
}

static bool check_branches(Tf *tf, const Branch *t, const Branch *f) {
    if (is_none(t->returned)) {
        return raise_value_error(tf->run, tf_has(tf, CHANGE_BRANCH_NAMES)
                                              ? "true_fn must have a return value."
                                              : "fn1 must have a return value.");
    }
    if (is_none(f->returned)) {
        return raise_value_error(tf->run, tf_has(tf, CHANGE_BRANCH_NAMES)
                                              ? "false_fn must have a return value."
                                              : "fn2 must have a return value.");
    }
    if (t->n != f->n) {
        return raise_value_error(tf->run, "%s and %s must return the same number of results.",
                                 tf_has(tf, CHANGE_BRANCH_NAMES) ? "true_fn" : "fn1",
                                 tf_has(tf, CHANGE_BRANCH_NAMES) ? "false_fn" : "fn2");
    }
    for (uint32_t i = 0; i < t->n; i++) {
        if (output_dtype(t->outputs[i]) != output_dtype(f->outputs[i])) {
            return raise_value_error(tf->run,
                                     "Outputs of true_fn and false_fn must have the same type: "
                                     "%s, %s",
                                     dtype_name(output_dtype(t->outputs[i])),
                                     dtype_name(output_dtype(f->outputs[i])));
        }
    }
    return true;
}

static bool merge_branches(Tf *tf, const Branch *t, const Branch *f, Value *result) {
    Value *merged = ARENA_ARRAY(tf->run->arena, t->n + 1, Value);
    for (uint32_t i = 0; i < t->n; i++) {
        Output *o = NULL;
        if (!cond_merge(tf->engine, f->outputs[i], t->outputs[i], &o)) {
            return false;
        }
        const TensorArrayObject *array = array_object_of(tf, t->items[i]);
        TensorArrayObject *moved = array ? array_with_flow(tf, array, o) : NULL;
        if (array && !moved) {
            return false;
        }
        merged[i] = array ? array_value(moved) : tf_tensor(tf, o);
    }
    if (tf_has(tf, CHANGE_BRANCH_NAMES) && is_nest(tf, t->returned)) {
        bool packed = nest_pack(tf, t->returned, merged, result);
        if (packed && is_sequence(tf->run, *result) && sequence_count(*result) == 1) {
            *result = sequence_item(*result, 0);
        }
        return packed;
    }
    bool one = !is_sequence(tf->run, t->returned) || t->n == 1;
    *result = one                              ? merged[0]
              : is_tuple(tf->run, t->returned) ? tuple_make(tf->run, t->n, merged)
                                               : list_make(tf->run, t->n, merged);
    return true;
}

static bool cond_in(Tf *tf, Value pred, Value true_fn, Value false_fn, Value *result) {
    Output *p = convert(tf, pred, DTYPE_INVALID, "pred");
    CondParts c;
    Branch t = {.n = 0}, f = {.n = 0};
    return p && cond_open(tf->engine, p, &c) &&
           run_branch(tf, c.pred, c.pivots[1], 1, true_fn, &t) &&
           run_branch(tf, c.pred, c.pivots[0], 0, false_fn, &f) && check_branches(tf, &t, &f) &&
           merge_branches(tf, &t, &f, result);
}

bool cond_build(Tf *tf, Value pred, Value true_fn, Value false_fn, Value name, Value *result) {
    Group g;
    if (!is_callable(tf->run, true_fn) || !is_callable(tf->run, false_fn)) {
        bool first = !is_callable(tf->run, true_fn), old = !tf_has(tf, CHANGE_BRANCH_NAMES);
        return raise_type_error(tf->run, "%s must be callable.",
                                first ? (old ? "fn1" : "true_fn") : (old ? "fn2" : "false_fn"));
    }
    if (pred.kind == VALUE_BOOL) {
        return raise_type_error(tf->run, "pred must not be a Python bool");
    }
    if (!group_open(tf, name, "cond", 1, &pred, &g)) {
        return false;
    }
    bool ok = cond_in(tf, pred, true_fn, false_fn, result);
    group_close(tf, &g);
    return ok;
}

/* 1.0, 1.1: cond(pred, fn1, fn2, name) */
static bool cond_old(Tf *tf, const Value *a, Value *result) {
    return cond_build(tf, a[0], a[1], a[2], a[3], result);
}

/* pred, true_fn, false_fn, strict, name, fn1, fn2 */
static bool cond(Tf *tf, const Value *a, Value *result) {
    Value true_fn, false_fn;
    return arg_either(tf, a[1], a[5], "Cannot set both \"true_fn\" and \"fn1\"", &true_fn) &&
           arg_either(tf, a[2], a[6], "Cannot set both \"false_fn\" and \"fn2\"", &false_fn) &&
           cond_build(tf, a[0], true_fn, false_fn, a[4], result);
}

/* ---- printing ---- */

static bool print_op(Tf *tf, const Value *a, Value *result) {
    Attr attrs[3];
    uint32_t nattrs = 0, n;
    Str name, message;
    Value *items;
    int64_t number;
    if (!value_items(tf->run, a[1], &items, &n) || !arg_name(tf, a[5], &name)) {
        return false;
    }
    if (given(a[2])) {
        if (!arg_text(tf, a[2], "message", &message)) {
            return false;
        }
        attrs[nattrs++] = attr_str("message", message);
    }
    for (int i = 3; i <= 4; i++) {
        if (given(a[i])) {
            if (!arg_int(tf, a[i], &number)) {
                return false;
            }
            attrs[nattrs++] = attr_int(i == 3 ? "first_n" : "summarize", number);
        }
    }
    Operand *in = ARENA_ARRAY(tf->run->arena, n + 1, Operand);
    in[0] = operand(tf, a[0]);
    for (uint32_t i = 0; i < n; i++) {
        in[i + 1] = operand(tf, items[i]);
    }
    Node *node = NULL;
    bool ok = op_apply(tf->engine, "Print", name, in, n + 1, &n, attrs, nattrs, &node);
    return ok && give_tensor(tf, &node->outputs[0], result);
}

/* ---- tf.py_func ---- */

static bool result_types(Tf *tf, Value v, Attr *attr, bool *many) {
    Value *items = &v;
    uint32_t n = 1;
    DType t;
    *many = is_sequence(tf->run, v);
    if (*many && !value_items(tf->run, v, &items, &n)) {
        return false;
    }
    int64_t *types = ARENA_ARRAY(tf->run->arena, n + 1, int64_t);
    for (uint32_t i = 0; i < n; i++) {
        if (!arg_dtype(tf, items[i], &t)) {
            return false;
        }
        types[i] = t;
    }
    *attr = (Attr){.name = "Tout", .kind = ATTR_INTS, .ints = {types, (int)n}};
    return true;
}

static bool give_results(Tf *tf, const Node *node, bool many, Value *result) {
    if (!many) {
        return give_tensor(tf, &node->outputs[0], result);
    }
    *result = list_make(tf->run, 0, NULL);
    for (uint32_t i = 0; i < node->record.noutputs; i++) {
        list_append(tf->run, *result, tf_tensor(tf, &node->outputs[i]));
    }
    return true;
}

/* func, inp, Tout, stateful, name */
static bool py_func(Tf *tf, const Value *a, Value *result) {
    Value *inputs;
    uint32_t n;
    Str name;
    bool many, stateful;
    Attr attrs[2];
    Node *node = NULL;
    if (!value_items(tf->run, a[1], &inputs, &n) || !result_types(tf, a[2], &attrs[0], &many) ||
        !arg_bool(tf, a[3], true, &stateful) || !arg_name(tf, a[4], &name)) {
        return false;
    }
    Operand *in = ARENA_ARRAY(tf->run->arena, n + 1, Operand);
    for (uint32_t i = 0; i < n; i++) {
        in[i] = operand(tf, inputs[i]);
    }
    Log *functions = &tf->engine->functions;
    attrs[1] = attr_str("token", str_printf(tf->run->arena, "pyfunc_%zu", functions->count));
    *LOG_PUSH(functions, Value) = a[0];
    const char *op = stateful ? "PyFunc" : "PyFuncStateless";
    return op_apply(tf->engine, op, name, in, n, &n, attrs, 2, &node) &&
           give_results(tf, node, many, result);
}

const ApiRow control_ops_rows[] = {
    FUNCTION("py_func", "func, inp, Tout, stateful=True, name=None", py_func),
    FUNCTION("group", "*inputs, name=None", group),
    FUNCTION("tuple", "tensors, name=None, control_inputs=None", tuple),
    FUNCTION("no_op", "name=None", no_op),
    FUNCTION_IN("cond", 0, 1, "pred, fn1, fn2, name=None", cond_old),
    FUNCTION_IN("cond", 2, LATEST,
                "pred, true_fn=None, false_fn=None, strict=False!, name=None, fn1=None, fn2=None",
                cond),
    FUNCTION("Print", "input_, data, message=None, first_n=None, summarize=None, name=None",
             print_op),
    API_END,
};
