/* manager.c: context managers that TensorFlow writes as generators: as_default, device,
 * control_dependencies … */
#include "tf/manager.h"

#include "tf/build.h"
#include "tf/session.h"

typedef struct ManagerObject {
    Object object;
    const ManagerKind *kind;
    void *state;
    bool used;
} ManagerObject;

Value manager_make(Tf *tf, const ManagerKind *kind, void *state) {
    ManagerObject *m = class_object(tf, CLASS_MANAGER, sizeof *m);
    m->kind = kind;
    m->state = state;
    return value_object(m);
}

/* A generator that has run cannot be started again; Python says so in this odd way. */
static bool manager_enter(Run *run, Value self, Value *result) {
    ManagerObject *m = (ManagerObject *)self.as.object;
    if (m->used && !m->kind->again) {
        return raise_attribute_error(run,
                                     "'_GeneratorContextManager' object has no attribute 'args'");
    }
    m->used = true;
    return tf_done(tf_of(run), m->kind->enter(tf_of(run), m->state, result));
}

static bool manager_exit(Run *run, Value self, Value exception, bool *swallow) {
    ManagerObject *m = (ManagerObject *)self.as.object;
    (void)exception;
    *swallow = false;
    return tf_done(tf_of(run), m->kind->exit(tf_of(run), m->state));
}

void managers_install(Tf *tf) {
    tf->types[CLASS_MANAGER]->enter = manager_enter;
    tf->types[CLASS_MANAGER]->exit = manager_exit;
}

/* ---- with graph.as_default() ---- */

static bool graph_enter(Tf *tf, void *state, Value *result) {
    Graph *g = state;
    engine_push_graph(tf->engine, g);
    *result = tf_graph(tf, g);
    return true;
}

static bool graph_exit(Tf *tf, void *state) {
    (void)state;
    return engine_pop_graph(tf->engine);
}

Value graph_manager(Tf *tf, Graph *g) {
    static const ManagerKind kind = {graph_enter, graph_exit, false};
    return manager_make(tf, &kind, g);
}

/* ---- with tf.device(…) ---- */

typedef struct DeviceState {
    Graph *graph;
    Value device;
    DevicePlace saved;
} DeviceState;

static bool device_enter_with(Tf *tf, void *state, Value *result) {
    DeviceState *s = state;
    *result = value_none();
    if (is_none(s->device)) {
        s->saved = device_enter(s->graph, STR(""), true);
        return true;
    }
    if (is_callable(tf->run, s->device)) {
        s->saved = device_enter_function(s->graph, s->device);
        return true;
    }
    if (!is_str(tf->run, s->device)) {
        return refuse(tf->run, "give the device as a string",
                      "a device that is neither a string nor a function is not modelled");
    }
    if (!device_check(tf->engine, str_text(s->device))) {
        return false;
    }
    s->saved = device_enter(s->graph, str_text(s->device), false);
    return true;
}

static bool device_exit(Tf *tf, void *state) {
    DeviceState *s = state;
    (void)tf;
    device_leave(s->graph, s->saved);
    return true;
}

bool manage_device(Tf *tf, Graph *g, Value device, Value *result) {
    static const ManagerKind kind = {device_enter_with, device_exit, false};
    DeviceState *s = ARENA_NEW(tf->run->arena, DeviceState);
    s->graph = g;
    s->device = device;
    *result = manager_make(tf, &kind, s);
    return true;
}

/* ---- with tf.control_dependencies([…]) ---- */

typedef struct ControlState {
    Graph *graph;
    Node **nodes;
    uint32_t n;
    bool clear;
    ControlFrame *frame;
} ControlState;

static bool control_enter_with(Tf *tf, void *state, Value *result) {
    ControlState *s = state;
    (void)tf;
    s->frame = control_enter_in(s->graph, s->nodes, s->n, s->clear);
    *result = value_none();
    return true;
}

static bool control_exit(Tf *tf, void *state) {
    control_leave(tf->engine, ((ControlState *)state)->frame);
    return true;
}

static bool control_node(Tf *tf, Graph *g, Value v, Node **node) {
    Output *o;
    if (!element_find(tf, g, v, true, true, &o, node)) {
        bool type = tf->engine->fault.kind == FAULT_TYPE;
        Str text;
        if (!type || !fault_take(tf) || !value_str(tf->run, v, &text)) {
            return false;
        }
        return raise_type_error(tf->run, "Control input must be Operation or Tensor: %.*s",
                                STR_ARG(text));
    }
    if (o) {
        *node = o->node;
    }
    return true;
}

bool manage_control(Tf *tf, Graph *g, Value inputs, Value *result) {
    static const ManagerKind kind = {control_enter_with, control_exit, true};
    ControlState *s = ARENA_NEW(tf->run->arena, ControlState);
    Value *items = NULL;
    s->graph = g;
    s->clear = is_none(inputs);
    if (!s->clear && !value_items(tf->run, inputs, &items, &s->n)) {
        return false;
    }
    s->nodes = ARENA_ARRAY(tf->run->arena, s->n + 1, Node *);
    for (uint32_t i = 0; i < s->n; i++) {
        if (!control_node(tf, g, items[i], &s->nodes[i])) {
            return false;
        }
    }
    *result = manager_make(tf, &kind, s);
    return true;
}

/* ---- with tf.colocate_with(op) ---- */

typedef struct ColocateState {
    Graph *graph;
    Value op;
    bool ignore_existing;
    ColocationFrame *frame;
} ColocateState;

/* The op: of a variable its own, of a tensor that which gives it; anything else becomes a tensor.
 */
static bool colocate_node(Tf *tf, Value op, const Node **node) {
    const Variable *v = variable_of(tf, op);
    *node = v ? v->node : operation_of(tf, op);
    if (*node || is_none(op)) {
        return true;
    }
    const Output *o = convert(tf, op, DTYPE_INVALID, NULL);
    *node = o ? o->node : NULL;
    return o != NULL;
}

static bool colocate_enter_with(Tf *tf, void *state, Value *result) {
    ColocateState *s = state;
    const Node *node = NULL;
    if (is_none(s->op) && !s->ignore_existing) {
        return raise_value_error(tf->run, "Trying to reset colocation (op is None) but "
                                          "ignore_existing is not True");
    }
    if (!colocate_node(tf, s->op, &node)) {
        return false;
    }
    s->frame = colocate_enter(s->graph, node, s->ignore_existing);
    *result = value_none();
    return true;
}

static bool colocate_exit(Tf *tf, void *state) {
    (void)tf;
    colocate_leave(((ColocateState *)state)->frame);
    return true;
}

bool manage_colocation(Tf *tf, Graph *g, const Value *a, Value *result) {
    static const ManagerKind kind = {colocate_enter_with, colocate_exit, false};
    ColocateState *s = ARENA_NEW(tf->run->arena, ColocateState);
    s->graph = g;
    s->op = a[0];
    *result = manager_make(tf, &kind, s);
    return arg_bool(tf, a[1], false, &s->ignore_existing);
}
