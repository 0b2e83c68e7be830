/* build.c: from an op's row, its inputs and attributes to a node in the graph. */
#include "graph/build.h"

#include <string.h>

#include "graph/control.h"
#include "graph/infer.h"
#include "graph/naming.h"
#include "graph/place.h"

static int attr_index(const OpDef *d, const char *name) {
    for (int i = 0; i < d->nattrs; i++) {
        const char *own = word_text(opdef_attrs(d)[i].name);
        if (own == name || strcmp(own, name) == 0) {
            return i;
        }
    }
    return -1;
}

/* The attribute that the row itself names. */
static int word_index(const OpDef *d, Word name) {
    int i = 0;
    while (opdef_attrs(d)[i].name != name) {
        i++;
    }
    return i;
}

/* The arithmetic whose kernels for bfloat16 are known; what moves elements takes any type. */
static bool knows_bfloat(const OpDef *op) {
    static const char *const names[] = {"Add",       "AddV2",     "Sub",   "Mul",      "RealDiv",
                                        "AssignAdd", "AssignSub", "Equal", "NotEqual", "Relu"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(op->name, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

static bool needs_bfloat(const AttrDef *attr) {
    return attr->allowed != ALLOWED_ANY && allowed_has((Allowed)attr->allowed, DTYPE_FLOAT32);
}

static bool check_bfloat(const Build *b) {
    return knows_bfloat(b->def) ||
           engine_fail(b->e, FAULT_REFUSED, "%s of bfloat16 is not modelled", b->def->name);
}

/* What no input tells: the type of random numbers, of a constant. */
static bool check_given(const Build *b, const AttrDef *attr, DType t) {
    if (attr->kind != ATTR_TYPE) {
        return true;
    }
    if (dtype_is_quantized(t) && strcmp(b->def->name, "Const") == 0) {
        return engine_fail(b->e, FAULT_REFUSED, "a value of type %s is not modelled",
                           dtype_name(t));
    }
    return t != DTYPE_BFLOAT16 || !needs_bfloat(attr) || check_bfloat(b);
}

bool build_start(Build *b, Engine *e, const char *op, const Attr *attrs, uint32_t nattrs) {
    b->e = e;
    b->def = opdef_find(op);
    if (!b->def) {
        return engine_fail(e, FAULT_REFUSED, "the operation %s", op);
    }
    b->op = name_z(e->names, b->def->name);
    b->given = attrs;
    b->ngiven = nattrs;
    for (int i = 0; i < b->def->nattrs; i++) {
        b->bound[i].name = NULL;
        b->from[i] = NULL;
    }
    for (uint32_t i = 0; i < nattrs; i++) {
        int at = attr_index(b->def, attrs[i].name);
        if (at >= 0) {
            b->bound[at] = attrs[i];
            b->bound[at].name = word_text(opdef_attrs(b->def)[at].name);
            if (!check_given(b, &opdef_attrs(b->def)[at], attrs[i].type)) {
                return false;
            }
        }
    }
    return true;
}

const Attr *build_attr(const Build *b, const char *name) {
    int i = attr_index(b->def, name);
    return i >= 0 && b->bound[i].name ? &b->bound[i] : NULL;
}

/* ---- attributes from arguments ---- */

static bool check_allowed(Build *b, const ArgDef *arg, const AttrDef *attr, DType t) {
    if (t == DTYPE_BFLOAT16 && needs_bfloat(attr)) {
        return check_bfloat(b);
    }
    if (allowed_has((Allowed)attr->allowed, t)) {
        return true;
    }
    if (engine_has(b->e, CHANGE_ALLOWED_VALUES_PARAMETER)) {
        return engine_fail(
            b->e, FAULT_TYPE,
            "Value passed to parameter '%s' has DataType %s not in list of allowed values: %s",
            word_text(arg->name), dtype_name(t), allowed_text((Allowed)attr->allowed));
    }
    return engine_fail(b->e, FAULT_TYPE,
                       "DataType %s for attr '%s' not in list of allowed values: %s", dtype_name(t),
                       word_text(attr->name), allowed_text((Allowed)attr->allowed));
}

static bool bind_type(Build *b, const ArgDef *arg, DType t) {
    int i = word_index(b->def, arg->type);
    if (!b->bound[i].name) {
        b->bound[i] =
            (Attr){.name = word_text(opdef_attrs(b->def)[i].name), .kind = ATTR_TYPE, .type = t};
        b->from[i] = word_text(arg->name);
        return check_allowed(b, arg, &opdef_attrs(b->def)[i], t);
    }
    if (b->bound[i].type == t) {
        return true;
    }
    return engine_fail(
        b->e, FAULT_TYPE,
        "Input '%s' of '%s' Op has type %s that does not match type %s of argument '%s'.",
        word_text(arg->name), b->def->name, dtype_name(t), dtype_name(b->bound[i].type),
        b->from[i] ? b->from[i] : word_text(arg->name));
}

static bool bind_number(Build *b, const ArgDef *arg, uint32_t n) {
    int i = word_index(b->def, arg->number);
    if (!b->bound[i].name) {
        b->bound[i] =
            (Attr){.name = word_text(opdef_attrs(b->def)[i].name), .kind = ATTR_INT, .i = n};
        b->from[i] = word_text(arg->name);
        if (n > 0) {
            return true;
        }
        return engine_fail(
            b->e, FAULT_VALUE,
            "List argument '%s' to '%s' Op with length 0 shorter than minimum length 1.",
            word_text(arg->name), b->def->name);
    }
    if (b->bound[i].i == n) {
        return true;
    }
    return engine_fail(
        b->e, FAULT_VALUE,
        "List argument '%s' to '%s' Op with length %u must match length %lld of argument '%s'.",
        word_text(arg->name), b->def->name, n, (long long)b->bound[i].i,
        b->from[i] ? b->from[i] : word_text(arg->name));
}

static bool bind_types(Build *b, const ArgDef *arg, Output *const *values, uint32_t n) {
    int i = word_index(b->def, arg->types);
    int64_t *types = ARENA_ARRAY(b->e->arena, n, int64_t);
    for (uint32_t k = 0; k < n; k++) {
        types[k] = output_dtype(values[k]);
    }
    b->bound[i] = (Attr){
        .name = word_text(opdef_attrs(b->def)[i].name), .kind = ATTR_INTS, .ints = {types, (int)n}};
    return true;
}

static bool bind_fixed(Build *b, const ArgDef *arg, Output *const *values, uint32_t n) {
    for (uint32_t k = 0; k < n; k++) {
        if (output_dtype(values[k]) != (DType)arg->dtype) {
            return engine_fail(
                b->e, FAULT_TYPE,
                "Input '%s' of '%s' Op has type %s that does not match expected type of %s.",
                word_text(arg->name), b->def->name, dtype_name(output_dtype(values[k])),
                dtype_name((DType)arg->dtype));
        }
    }
    return true;
}

static bool check_ref(Build *b, const ArgDef *arg, Output *const *values, uint32_t n) {
    for (uint32_t k = 0; arg->ref && k < n; k++) {
        if (!output_ref(values[k])) {
            return engine_fail(
                b->e, FAULT_TYPE,
                "'%s' Op requires that input '%s' be a mutable tensor (e.g.: a tf.Variable)",
                b->def->name, word_text(arg->name));
        }
    }
    return true;
}

bool build_bind(Build *b, const ArgDef *arg, Output *const *values, uint32_t n) {
    if (arg->number && !bind_number(b, arg, n)) {
        return false;
    }
    if (arg->types) {
        return bind_types(b, arg, values, n);
    }
    if (!arg->type) {
        return bind_fixed(b, arg, values, n) && check_ref(b, arg, values, n);
    }
    for (uint32_t k = 0; k < n; k++) {
        if (!bind_type(b, arg, output_dtype(values[k]))) {
            return false;
        }
    }
    return check_ref(b, arg, values, n);
}

/* ---- the node ---- */

static Attr default_attr(const AttrDef *d) {
    Attr a = {.name = word_text(d->name), .kind = (AttrKind)d->kind};
    switch (a.kind) {
    case ATTR_INT: a.i = d->number; break;
    case ATTR_BOOL: a.b = d->number != 0; break;
    case ATTR_TYPE: a.type = (DType)d->number; break;
    case ATTR_FLOAT: a.f = (double)d->number / REAL_UNIT; break;
    case ATTR_STR: a.s = str_of(word_text((Word)d->number)); break;
    case ATTR_SHAPE: a.shape = shape_unknown(); break;
    case ATTR_TENSOR:
    case ATTR_INTS:
    case ATTR_STRS: break;
    }
    return a;
}

/* Adds an attribute that the definition does not list ("_class"), at its place. */
static void insert_attr(Attr *attrs, uint32_t n, Attr extra) {
    uint32_t at = n;
    while (at > 0 && strcmp(attrs[at - 1].name, extra.name) > 0) {
        attrs[at] = attrs[at - 1];
        at--;
    }
    attrs[at] = extra;
}

static void finish_attrs(Build *b, Node *n, Attr *attrs) {
    const OpDef *d = b->def;
    uint32_t count = 0;
    for (int i = 0; i < d->nattrs; i++) {
        if (b->bound[i].name) {
            attrs[count++] = b->bound[i];
        } else if (opdef_attrs(d)[i].has_default) {
            attrs[count++] = default_attr(&opdef_attrs(d)[i]);
        }
    }
    for (uint32_t i = 0; i < b->ngiven; i++) {
        if (attr_index(d, b->given[i].name) < 0) {
            insert_attr(attrs, count++, b->given[i]);
        }
    }
    n->attrs = attrs;
    n->nattrs = count;
}

static uint32_t output_count(const Node *n) {
    uint32_t count = 0;
    for (int i = 0; i < n->def->noutputs; i++) {
        const ArgDef *d = &opdef_outputs(n->def)[i];
        const Attr *number = d->number ? node_attr(n, word_text(d->number)) : NULL;
        const Attr *types = d->types ? node_attr(n, word_text(d->types)) : NULL;
        count += number           ? (uint32_t)number->i
                 : types          ? (uint32_t)types->ints.n
                 : arg_is_list(d) ? 0
                                  : 1;
    }
    return count;
}

static DType argument_type(const Node *n, const ArgDef *d, uint32_t k) {
    if (d->dtype != DTYPE_INVALID) {
        return (DType)d->dtype;
    }
    const Attr *a = node_attr(n, word_text(d->type ? d->type : d->types));
    if (!a) {
        return DTYPE_INVALID;
    }
    return d->type ? a->type : (DType)a->ints.at[k];
}

static uint32_t argument_outputs(const Node *n, const ArgDef *d) {
    if (!arg_is_list(d)) {
        return 1;
    }
    const Attr *a = node_attr(n, word_text(d->number ? d->number : d->types));
    return !a ? 0 : d->number ? (uint32_t)a->i : (uint32_t)a->ints.n;
}

/* Outputs and their records lie side by side. */
static void finish_outputs(Build *b, Node *n) {
    uint32_t count = output_count(n), at = 0;
    n->outputs = arena_alloc(b->e->arena, count * (sizeof(Output) + sizeof(TraceOutput)));
    n->record.outputs = (TraceOutput *)(n->outputs + count);
    n->record.noutputs = count;
    for (int i = 0; i < n->def->noutputs; i++) {
        const ArgDef *d = &opdef_outputs(n->def)[i];
        uint32_t many = argument_outputs(n, d);
        for (uint32_t k = 0; k < many; k++, at++) {
            n->outputs[at].node = n;
            n->outputs[at].index = at;
            n->record.outputs[at] = (TraceOutput){
                .dtype = argument_type(n, d, k), .ref = d->ref, .shape = shape_unknown()};
        }
    }
}

static void finish_inputs(Build *b, Node *n) {
    n->record.ninputs = b->ninputs;
    for (uint32_t i = 0; i < b->ninputs; i++) {
        n->inputs[i] = b->inputs[i];
        n->record.inputs[i] = (TraceInput){&b->inputs[i]->node->record, b->inputs[i]->index};
    }
}

static void finish_controls(Build *b, Node *n) {
    if (!b->graph->controls) {
        return;
    }
    uint32_t count = 0;
    n->controls = control_inputs(b->graph, b->inputs, b->ninputs, &count);
    n->record.ncontrols = count;
    n->record.controls = ARENA_ARRAY(b->e->arena, count, const TraceNode *);
    for (uint32_t i = 0; i < count; i++) {
        n->record.controls[i] = &n->controls[i]->record;
    }
}

static void finish_place(Build *b, Node *n) {
    Graph *g = b->graph;
    n->frame = g->controls;
    n->context = g->context;
    n->record.device = g->place.device;
    n->record.scope = g->scope;
    n->record.graph = g->record->index;
    n->record.naming = b->naming;
}

/* Room for a node, its attributes and its inputs in one piece: graphs may have millions of nodes.
 */
static Node *node_room(Build *b, Attr **attrs) {
    size_t nattrs = b->def->nattrs + b->ngiven, inputs = b->ninputs;
    char *at = arena_alloc(b->e->arena, sizeof(Node) + nattrs * sizeof(Attr) +
                                            inputs * (sizeof(Output *) + sizeof(TraceInput)));
    Node *n = (Node *)at;
    *attrs = (Attr *)(n + 1);
    n->record.inputs = (TraceInput *)(*attrs + nattrs);
    n->inputs = (Output **)(n->record.inputs + inputs);
    return n;
}

static Node *node_alloc(Build *b) {
    Attr *attrs;
    Node *n = node_room(b, &attrs);
    n->graph = b->graph;
    n->def = b->def;
    n->record.name = b->name;
    n->record.op = b->op;
    finish_attrs(b, n, attrs);
    finish_inputs(b, n);
    finish_outputs(b, n);
    finish_controls(b, n);
    finish_place(b, n);
    return n;
}

static bool publish(Build *b, Node *n) {
    Graph *g = b->graph;
    MapEntry *entry = map_put(&g->nodes, b->name);
    if (entry->ptr) {
        return naming_refuse_duplicate(b->e, b->name);
    }
    entry->ptr = n;
    *LOG_PUSH(&g->order, Node *) = n;
    n->record.id = (uint32_t)g->order.count;
    trace_node(b->e->trace, &n->record);
    return true;
}

/* A branch of tf.cond or a loop changes the inputs of the node; since 1.8 the node is already in
 * the graph then. */
static bool adopt(Build *b, Node *n) {
    return !n->context || context_adopt(b->e, n->context, n);
}

/* Numbers of outputs have a least value. */
static bool check_minimum(const Build *b, const char *attr, int64_t least) {
    const Attr *a = build_attr(b, attr);
    return !a || a->i >= least ||
           engine_fail(b->e, FAULT_VALUE,
                       "Attr '%s' of '%s' Op passed %lld less than minimum %lld.", attr,
                       b->def->name, (long long)a->i, (long long)least);
}

bool build_finish(Build *b, Node **node) {
    if (!check_minimum(b, "num_split", 1) || !check_minimum(b, "num", 0)) {
        return false;
    }
    if (b->graph->finalized) {
        return engine_fail(b->e, FAULT_RUNTIME, "Graph is finalized and cannot be modified.");
    }
    Node *n = node_alloc(b);
    bool late = n->context && engine_has(b->e, CHANGE_SWITCH_AFTER_CONSUMER);
    if ((!late && !adopt(b, n)) || !infer_node(b->e, n) || !publish(b, n) ||
        (late && !adopt(b, n)) || !node_place(b->e, n)) {
        return false;
    }
    *node = n;
    return true;
}
