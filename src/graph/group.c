/* group.c: tf.group: an op that runs others, and initializers of variables (section 6.2). */
#include <stdlib.h>

#include "graph/graph.h"

/* The op that the scope was opened for: it has the scope's name. */
static bool no_op(Engine *e, const OpScope *s, Node **node) {
    if (!op_apply(e, "NoOp", s ? name_str(s->full) : (Str){0}, NULL, 0, NULL, NULL, 0, node)) {
        return false;
    }
    if (s) {
        (*node)->record.naming = s->naming;
    }
    return true;
}

static bool no_op_after(Engine *e, Node *const *nodes, uint32_t n, const OpScope *s, Node **node) {
    ControlFrame *frame = control_enter(e, nodes, n, false);
    bool ok = no_op(e, s, node);
    control_leave(e, frame);
    return ok;
}

/* ---- several devices: a helper for each, then one for all ---- */

static int device_order(const void *a, const void *b) {
    return str_cmp(name_str(*(const Name *)a), name_str(*(const Name *)b));
}

static bool has_device(const Name *devices, uint32_t n, Name device) {
    for (uint32_t i = 0; i < n; i++) {
        if (devices[i] == device) {
            return true;
        }
    }
    return false;
}

static uint32_t find_devices(Node *const *nodes, uint32_t n, Name *devices) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (!has_device(devices, count, nodes[i]->record.device)) {
            devices[count++] = nodes[i]->record.device;
        }
    }
    qsort(devices, count, sizeof *devices, device_order);
    return count;
}

static bool group_on(Engine *e, Node *const *nodes, uint32_t n, Name device, const OpScope *s,
                     Node **node) {
    Node **there = ARENA_ARRAY(e->scratch, n, Node *);
    uint32_t count = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (nodes[i]->record.device == device) {
            there[count++] = nodes[i];
        }
    }
    ControlFrame *frame = control_enter(e, there, count, false);
    DevicePlace saved = device_enter(engine_graph(e), name_str(device), false);
    bool ok = no_op(e, s, node);
    device_leave(engine_graph(e), saved);
    control_leave(e, frame);
    return ok;
}

static bool group_in(Engine *e, Node *const *nodes, uint32_t n, const OpScope *s, Node **node) {
    Name *devices = ARENA_ARRAY(e->scratch, n, Name);
    uint32_t count = find_devices(nodes, n, devices);
    if (count == 1) {
        return group_on(e, nodes, n, devices[0], s, node);
    }
    Node **helpers = ARENA_ARRAY(e->scratch, count, Node *);
    for (uint32_t i = 0; i < count; i++) {
        if (!group_on(e, nodes, n, devices[i], NULL, &helpers[i])) {
            return false;
        }
    }
    return no_op_after(e, helpers, count, s, node);
}

bool group_build(Engine *e, Node *const *nodes, uint32_t n, Str name, Node **node) {
    if (n == 0) {
        return op_apply(e, "NoOp", name, NULL, 0, NULL, NULL, 0, node);
    }
    OpScope s;
    if (!op_scope_enter(e, name.at ? name : STR("group_deps"), false, &s)) {
        return false;
    }
    s.naming.given = s.naming.given && name.at;
    bool ok = group_in(e, nodes, n, &s, node);
    op_scope_leave(e, &s);
    return ok;
}

bool variables_initializer(Engine *e, Variable *const *vs, uint32_t n, Str name, Node **node) {
    Node **initializers = ARENA_ARRAY(e->scratch, n, Node *);
    for (uint32_t i = 0; i < n; i++) {
        initializers[i] = vs[i]->initializer;
    }
    return group_build(e, initializers, n, name, node);
}
