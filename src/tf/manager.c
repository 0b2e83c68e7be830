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
    Value device;
    Name saved;
} DeviceState;

static bool device_enter_with(Tf *tf, void *state, Value *result) {
    DeviceState *s = state;
    *result = value_none();
    if (is_none(s->device)) {
        s->saved = device_enter(tf->engine, STR(""), true);
        return true;
    }
    if (is_str(tf->run, s->device)) {
        s->saved = device_enter(tf->engine, str_text(s->device), false);
        return true;
    }
    return refuse(tf->run, "give the device as a string", "a device function is not modelled");
}

static bool device_exit(Tf *tf, void *state) {
    device_leave(tf->engine, ((DeviceState *)state)->saved);
    return true;
}

bool manage_device(Tf *tf, const Value *a, Value *result) {
    static const ManagerKind kind = {device_enter_with, device_exit, false};
    DeviceState *s = ARENA_NEW(tf->run->arena, DeviceState);
    s->device = a[0];
    *result = manager_make(tf, &kind, s);
    return true;
}

/* ---- with tf.control_dependencies([…]) ---- */

typedef struct ControlState {
    Node **nodes;
    uint32_t n;
    bool clear;
    ControlFrame *frame;
} ControlState;

static bool control_enter_with(Tf *tf, void *state, Value *result) {
    ControlState *s = state;
    s->frame = control_enter(tf->engine, s->nodes, s->n, s->clear);
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
    const Node *with;
    bool ignore_existing;
    const Node *saved;
} ColocateState;

static bool colocate_enter_with(Tf *tf, void *state, Value *result) {
    ColocateState *s = state;
    s->saved = colocate_enter(tf->engine, s->with, s->ignore_existing);
    *result = value_none();
    return true;
}

static bool colocate_exit(Tf *tf, void *state) {
    colocate_leave(tf->engine, ((ColocateState *)state)->saved);
    return true;
}

bool manage_colocation(Tf *tf, Graph *g, const Value *a, Value *result) {
    static const ManagerKind kind = {colocate_enter_with, colocate_exit, false};
    ColocateState *s = ARENA_NEW(tf->run->arena, ColocateState);
    Node *node = NULL;
    if (!is_none(a[0]) && !control_node(tf, g, a[0], &node)) {
        return false;
    }
    s->with = node;
    *result = manager_make(tf, &kind, s);
    return arg_bool(tf, a[1], false, &s->ignore_existing);
}
