/* variable.c: the nodes of variables (section 2).
 *
 * A variable opens a scope of its own below the current op scope, which makes its name unique, and
 * builds everything in it: first the initial value, then the node that holds the value and takes
 * the name of the scope itself, then the assignment that initializes it, and a read. Control
 * dependencies and control flow are left meanwhile.
 *
 *     w/initial_value or w/Initializer/…     w     w/Assign     w/read */
#include "graph/variable.h"

#include <string.h>

#include "graph/control.h"
#include "graph/place.h"
#include "graph/scope.h"
#include "graph/varscope.h"

#define GLOBAL_VARIABLES "variables"
#define LOCAL_VARIABLES "local_variables"
#define TRAINABLE_VARIABLES "trainable_variables"

/* One variable that is being made. */
typedef struct Making {
    Engine *e;
    Graph *graph;
    const VariableRequest *request;
    const InitialValue *initial;
    Variable *v;
    OpScope scope;
    size_t first; /* nodes of the graph before it */
    bool resource;
} Making;

/* ---- small ops ---- */

static bool put(Engine *e, const char *op, Str name, Output *input, Output **out) {
    return op_apply1(e, op, name, (Operand[]){operand_of(input)}, 1, NULL, 0, out);
}

static bool put_read(Engine *e, const Variable *v, Output **out) {
    Attr attrs[] = {{.name = "dtype", .kind = ATTR_TYPE, .type = v->record.dtype}};
    return op_apply1(e, "ReadVariableOp", (Str){0}, (Operand[]){operand_of(v->handle)}, 1, attrs, 1,
                     out);
}

/* ---- the initial value ---- */

static bool call_initializer(Making *m, Output **out) {
    const InitialValue *i = m->initial;
    const VariableRequest *r = m->request;
    if (i->library)
        return initializer_build(m->e, i->library, r->shape, i->dtype, out);
    return m->e->host.initialize(m->e, i->host, i->has_shape, r->shape, i->dtype, r->partition_info,
                                 out);
}

/* Inside S/Initializer/, on no device. */
static bool initialize(Making *m, Output **out) {
    OpScope s;
    if (!op_scope_open(m->e, STR("Initializer"), &s))
        return false;
    DevicePlace device = device_enter(m->graph, STR(""), true);
    bool ok = call_initializer(m, out);
    device_leave(m->graph, device);
    op_scope_leave(m->e, &s);
    return ok;
}

static bool convert(Making *m, Output **out) {
    const InitialValue *i = m->initial;
    Operand value = i->ready ? operand_of(i->ready) : operand_host(i->host);
    return engine_convert(m->e, value, i->dtype, "initial_value", out);
}

/* A Python value, below Initializer/ for resource variables of later versions. */
static bool convert_value(Making *m, Output **out) {
    if (!m->resource || !engine_has(m->e, CHANGE_RESOURCE_INITIALIZER_SCOPE))
        return convert(m, out);
    OpScope s;
    if (!op_scope_open(m->e, STR("Initializer"), &s))
        return false;
    bool ok = convert(m, out);
    op_scope_leave(m->e, &s);
    return ok;
}

static bool check_control_flow(Making *m, const Output *value) {
    m->v->initial_from_control_flow = value->node->context != NULL;
    if (!value->node->context || !engine_has(m->e, CHANGE_INITIAL_VALUE_CONTROL_FLOW))
        return true;
    return engine_fail(
        m->e, FAULT_VALUE,
        "Initializer for variable %s is from inside a control-flow construct, such as a loop or "
        "conditional. When creating a variable inside a loop or conditional, use a lambda as the "
        "initializer.",
        m->scope.full->text);
}

static bool make_initial_value(Making *m) {
    const InitialValue *i = m->initial;
    if (i->library || i->callable)
        return initialize(m, &m->v->initial_value);
    return convert_value(m, &m->v->initial_value) && check_control_flow(m, m->v->initial_value);
}

/* ---- the node that holds the value ---- */

static bool make_node(Making *m) {
    Variable *v = m->v;
    Name name = m->scope.graph->op_scope;
    Attr attrs[] = {{.name = "dtype", .kind = ATTR_TYPE, .type = v->record.dtype},
                    {.name = "shape", .kind = ATTR_SHAPE, .shape = v->record.shape},
                    {.name = "shared_name", .kind = ATTR_STR, .s = name_str(name)}};
    const char *op = m->resource ? "VarHandleOp" : "VariableV2";
    if (!node_make(m->e, op, name_str(m->scope.full), NULL, 0, attrs, m->resource ? 3 : 2,
                   &v->node))
        return false;
    v->node->record.naming = m->scope.naming;
    v->node->variable = v;
    v->handle = &v->node->outputs[0];
    return true;
}

static bool check_shape(Making *m) {
    if (m->resource || !m->request->validate_shape || shape_known(m->v->record.shape))
        return true;
    Str value = output_str(m->e->scratch, m->v->initial_value);
    return engine_fail(m->e, FAULT_VALUE, "initial_value must have a shape specified: %.*s",
                       STR_ARG(value));
}

/* ---- assignment and read of a reference variable ---- */

static bool make_assign(Making *m, Output *value) {
    Attr attrs[] = {{.name = "validate_shape", .kind = ATTR_BOOL, .b = m->request->validate_shape}};
    Output *inputs[] = {m->v->handle, value};
    return node_make(m->e, "Assign", STR("Assign"), inputs, 2, attrs, 1, &m->v->initializer);
}

static bool make_snapshot(Making *m) {
    Variable *v = m->v;
    if (!v->caching_device)
        return put(m->e, "Identity", STR("read"), v->handle, &v->snapshot);
    DevicePlace saved = device_enter(m->graph, name_str(v->caching_device), false);
    bool ok = put(m->e, "Identity", STR("read"), v->handle, &v->snapshot);
    device_leave(m->graph, saved);
    return ok;
}

static bool make_reference(Making *m) {
    Output *value;
    return variable_guard(m->e, m->v->initial_value, m->scope.full, &value) &&
           make_assign(m, value) && make_snapshot(m);
}

/* ---- the nodes of a resource variable (section 2.5) ---- */

static bool make_is_initialized(Making *m) {
    OpScope s;
    Output *unused;
    if (!op_scope_open(m->e, STR("IsInitialized"), &s))
        return false;
    bool ok = put(m->e, "VarIsInitializedOp", (Str){0}, m->v->handle, &unused);
    op_scope_leave(m->e, &s);
    return ok;
}

/* The scope is called Create and holds the op in 1.0; later it is called Assign and gives the op
 * its name. */
static bool make_resource_assign(Making *m) {
    bool named = engine_has(m->e, CHANGE_RESOURCE_ASSIGN);
    OpScope s;
    Output *value;
    if (!op_scope_open(m->e, named ? STR("Assign") : STR("Create"), &s))
        return false;
    bool ok = variable_guard(m->e, m->v->initial_value, m->scope.full, &value);
    Str name = named ? name_str(s.full) : (Str){0};
    ok = ok && node_make(m->e, "AssignVariableOp", name, (Output *[]){m->v->handle, value}, 2, NULL,
                         0, &m->v->initializer);
    op_scope_leave(m->e, &s);
    return ok;
}

static bool read_cached(Making *m) {
    Output *value, *cached;
    if (!put_read(m->e, m->v, &value))
        return false;
    if (!m->v->caching_device && engine_has(m->e, CHANGE_RESOURCE_ASSIGN))
        return true;
    Name caching = m->v->caching_device;
    DevicePlace saved = device_enter(m->graph, caching ? name_str(caching) : STR(""), false);
    bool ok = put(m->e, "Identity", (Str){0}, value, &cached);
    device_leave(m->graph, saved);
    m->v->snapshot = caching ? cached : NULL;
    return ok;
}

static bool make_resource_read(Making *m) {
    OpScope s;
    if (!op_scope_open(m->e, STR("Read"), &s))
        return false;
    bool ok = read_cached(m);
    op_scope_leave(m->e, &s);
    return ok;
}

static bool make_resource(Making *m) {
    return make_is_initialized(m) && make_resource_assign(m) && make_resource_read(m);
}

/* ---- everything inside the variable's scope ---- */

static void take_value(Making *m) {
    Variable *v = m->v;
    v->record.dtype = output_dtype(v->initial_value);
    v->record.shape = m->request->validate_shape ? output_shape(v->initial_value) : shape_unknown();
}

static bool build(Making *m) {
    if (!make_initial_value(m))
        return false;
    take_value(m);
    return make_node(m) && check_shape(m) && (m->resource ? make_resource(m) : make_reference(m));
}

static bool build_in_scope(Making *m) {
    Name name = m->request->name;
    if (!op_scope_open(m->e, name ? name_str(name) : STR("Variable"), &m->scope))
        return false;
    m->scope.naming.given = name && !m->scope.library_before;
    bool ok = build(m);
    op_scope_leave(m->e, &m->scope);
    return ok;
}

static bool build_alone(Making *m) {
    ControlFrame *controls = control_enter(m->e, NULL, 0, true);
    bool ok = build_in_scope(m);
    control_leave(m->e, controls);
    return ok;
}

/* ---- what belongs to it afterwards ---- */

/* Does TensorFlow place the node with the variable? Its initializer, its assignment and its reads.
 */
static bool stands_beside(const Making *m, const Node *n) {
    const Variable *v = m->v;
    if (n->record.id < v->node->record.id)
        return m->initial->callable || m->initial->library;
    bool reads = strcmp(n->record.op->text, "ReadVariableOp") == 0 ||
                 (v->snapshot && n == v->snapshot->node);
    return n == v->initializer || (reads && !v->caching_device);
}

/* Nodes made on the way belong to the variable. */
static void adopt_nodes(Making *m) {
    for (size_t i = m->first; i < m->graph->order.count; i++) {
        Node *n = *LOG_AT(&m->graph->order, Node *, i);
        if (!n->record.variable)
            n->record.variable = &m->v->record;
        if (!n->ngroups && stands_beside(m, n))
            node_place_beside(m->e, n, m->v->node);
    }
}

static bool has_name(const Name *names, uint32_t n, Name name) {
    for (uint32_t i = 0; i < n; i++) {
        if (names[i] == name)
            return true;
    }
    return false;
}

/* The keys of the collections that it goes into, each once. Room for one more than the request
 * names. */
static uint32_t collection_keys(const Making *m, Name *keys) {
    const VariableRequest *r = m->request;
    Name global = name_z(m->e->names, GLOBAL_VARIABLES),
         trainable = name_z(m->e->names, TRAINABLE_VARIABLES);
    const Name *asked = r->has_collections ? r->collections : &global;
    uint32_t nasked = r->has_collections ? r->ncollections : 1, n = 0;
    for (uint32_t i = 0; i < nasked; i++) {
        if (!has_name(keys, n, asked[i]))
            keys[n++] = asked[i];
    }
    if (m->v->record.trainable && !has_name(keys, n, trainable))
        keys[n++] = trainable;
    return n;
}

static void publish(Making *m, Name key) {
    Variable *v = m->v;
    Name *keys = ARENA_ARRAY(m->e->scratch, m->request->ncollections + 2, Name);
    v->record.trainable = m->request->trainable != 0;
    uint32_t n = collection_keys(m, keys);
    v->record.graph = m->graph->record->index;
    v->record.maker = key ? MADE_BY_GET_VARIABLE : MADE_BY_VARIABLE;
    v->record.key = key;
    v->record.node = &v->node->record;
    v->record.resource = m->resource;
    v->record.local = has_name(keys, n, name_z(m->e->names, LOCAL_VARIABLES));
    v->record.scope = m->graph->scope;
    trace_variable(m->e->trace, &v->record);
    for (uint32_t i = 0; i < n; i++)
        collection_add(m->e, m->graph, keys[i], (Item){.variable = v});
}

/* ---- entry points ---- */

/* use_resource: as asked, else as the scope says, else as the program set it for everything;
 * tf.Variable looks no further than its own argument before it became a factory. */
static bool wants_resource(const Engine *e, const Graph *g, const VariableRequest *r,
                           bool by_get_variable) {
    if (r->use_resource >= 0)
        return r->use_resource > 0;
    if (!by_get_variable && !engine_has(e, CHANGE_VARIABLE_FACTORY))
        return false;
    return g->varscope->use_resource >= 0 ? g->varscope->use_resource > 0 : e->resource_default;
}

static bool check_request(Engine *e, const VariableRequest *r) {
    if (r->bad_collections.len)
        return engine_fail(e, FAULT_VALUE, "%.*s", STR_ARG(r->bad_collections));
    if (!value_given(r->constraint) || e->host.callable(e, r->constraint))
        return true;
    return engine_fail(e, FAULT_VALUE, "The `constraint` argument must be a callable.");
}

bool variable_make(Engine *e, const VariableRequest *r, const InitialValue *initial, Name key,
                   Variable **out) {
    Graph *g = engine_graph(e);
    Making m = {.e = e, .graph = g, .request = r, .initial = initial, .first = g->order.count};
    if (!check_request(e, r))
        return false;
    m.v = ARENA_NEW(e->arena, Variable);
    m.v->made_in = g->varscope;
    m.v->caching_device = r->caching_device;
    m.v->constraint = r->constraint;
    m.resource = wants_resource(e, g, r, key != NULL);
    if (!build_alone(&m))
        return false;
    publish(&m, key);
    adopt_nodes(&m);
    if (key)
        reasons_created(e, m.v, r);
    else
        reasons_variable(e, m.v);
    *out = m.v;
    return true;
}

bool variable_new(Engine *e, const VariableRequest *r, Variable **out) {
    if (!value_given(r->initializer))
        return engine_fail(e, FAULT_VALUE, "initial_value must be specified.");
    InitialValue initial = {.host = r->initializer, .dtype = r->dtype};
    initial.callable = e->host.callable(e, r->initializer);
    return variable_make(e, r, &initial, NULL, out);
}

/* ---- using variables (sections 2.2, 2.5) ---- */

bool variable_read(Engine *e, Variable *v, const char *name, Output **out) {
    if (!v->record.resource)
        return put(e, "Identity", str_of(name ? name : "read"), v->handle, out);
    OpScope s;
    Output *value;
    if (!op_scope_open(e, STR("Read"), &s))
        return false;
    bool ok = put_read(e, v, &value);
    op_scope_leave(e, &s);
    return ok && put(e, "Identity", name ? str_of(name) : (Str){0}, value, out);
}

bool variable_as_tensor(Engine *e, Variable *v, bool as_ref, Output **out) {
    if (v->record.resource && !v->snapshot)
        return put_read(e, v, out);
    *out = as_ref && !v->record.resource ? v->handle : v->snapshot;
    return true;
}

/* 1.0: an Identity that waits for the initializer. */
static bool initialized_identity(Engine *e, Variable *v, Output **out) {
    ControlFrame *after = control_enter(e, &v->initializer, 1, false);
    bool ok = put(e, "Identity", (Str){0}, v->handle, out);
    control_leave(e, after);
    return ok;
}

static bool read_branch(Engine *e, Variable *v, const CondParts *parts, int branch,
                        Output **result) {
    ControlContext *context = cond_enter(e, parts->pred, parts->pivots[branch], branch);
    Output *value = v->initial_value;
    bool ok =
        (!branch || variable_read(e, v, NULL, &value)) && cond_result(e, context, value, result);
    context_leave(context);
    return ok;
}

/* Reads the variable when it has a value, else takes its initial value. */
static bool read_in_cond(Engine *e, Variable *v, Output *initialized, Output **out) {
    CondParts parts;
    Output *results[2];
    return cond_open(e, initialized, &parts) && read_branch(e, v, &parts, 1, &results[1]) &&
           read_branch(e, v, &parts, 0, &results[0]) && cond_merge(e, results[0], results[1], out);
}

static bool initialized_cond(Engine *e, Variable *v, Output **out) {
    Output *initialized;
    OpScope s;
    const char *op = v->record.resource ? "VarIsInitializedOp" : "IsVariableInitialized";
    if (!put(e, op, (Str){0}, v->handle, &initialized) || !op_scope_open(e, STR("cond"), &s))
        return false;
    bool ok = read_in_cond(e, v, initialized, out);
    op_scope_leave(e, &s);
    return ok;
}

bool variable_initialized_value(Engine *e, Variable *v, Output **out) {
    ControlFrame *cleared = control_enter(e, NULL, 0, true);
    bool ok = engine_has(e, CHANGE_INITIALIZED_VALUE_COND) ? initialized_cond(e, v, out)
                                                           : initialized_identity(e, v, out);
    control_leave(e, cleared);
    return ok;
}
