/* graph_def.c: tf.Graph.as_graph_def() and op.node_def: messages that show the nodes of a graph. */
#include "tf/graph_def.h"

#include "proto/graph_text.h"
#include "run/standard.h"
#include "tf/tables.h"

typedef struct GraphDefObject {
    Object object;
    const Graph *graph;
    size_t from, until; /* the nodes that were there: ids from + 1 to until */
    Str bytes;
} GraphDefObject;

typedef struct NodeDefObject {
    Object object;
    Node *node;
} NodeDefObject;

bool graph_def_make(Tf *tf, const Graph *g, int64_t from, GraphForm form, Value *result) {
    Sink out = sink_memory(tf->run->arena);
    NodeRange range = {from, (int64_t)g->order.count};
    if (!graph_bytes(tf, g->record, range, form, &out)) {
        return false;
    }
    GraphDefObject *d = class_object(tf, CLASS_GRAPH_DEF, sizeof *d);
    d->graph = g;
    d->until = g->order.count;
    d->from = from < 0 ? 0 : (uint64_t)from > d->until ? d->until : (size_t)from;
    d->bytes = sink_str(&out);
    *result = value_object(d);
    return true;
}

Value node_def_make(Tf *tf, Node *n) {
    NodeDefObject *d = class_object(tf, CLASS_NODE_DEF, sizeof *d);
    d->node = n;
    return value_object(d);
}

/* ---- texts ---- */

static bool graph_def_str(Run *run, Value self, Value *result) {
    Sink out = sink_memory(run->arena);
    graph_text(run->scratch, ((GraphDefObject *)self.as.object)->bytes, &out);
    *result = str_share(run, sink_str(&out));
    return true;
}

static bool node_def_str(Run *run, Value self, Value *result) {
    Sink out = sink_memory(run->arena);
    bool ok = node_text(tf_of(run), ((NodeDefObject *)self.as.object)->node, 0, &out);
    *result = str_make(run, sink_str(&out));
    return ok;
}

static void graph_def_show(Sink *out, const Object *o, Moment m, int depth) {
    const GraphDefObject *d = (const GraphDefObject *)o;
    (void)m;
    (void)depth;
    sink_printf(out, "<GraphDef of %zu nodes>", d->until - d->from);
}

static void node_def_show(Sink *out, const Object *o, Moment m, int depth) {
    (void)m;
    (void)depth;
    sink_printf(out, "<NodeDef '%s'>", ((const NodeDefObject *)o)->node->record.name->text);
}

/* ---- fields ---- */

static bool get_nodes(Run *run, const Value *a, Value *result) {
    const GraphDefObject *d = (GraphDefObject *)a[0].as.object;
    *result = list_make(run, 0, NULL);
    for (size_t i = d->from; i < d->until; i++) {
        list_append(run, *result, node_def_make(tf_of(run), *LOG_AT(&d->graph->order, Node *, i)));
    }
    return true;
}

static const Node *node_in(Value v) {
    return ((NodeDefObject *)v.as.object)->node;
}

static bool get_name(Run *run, const Value *a, Value *result) {
    *result = str_of_name(run, node_in(a[0])->record.name);
    return true;
}

static bool get_op(Run *run, const Value *a, Value *result) {
    *result = str_of_name(run, node_in(a[0])->record.op);
    return true;
}

static bool get_device(Run *run, const Value *a, Value *result) {
    *result = str_of_name(run, node_in(a[0])->record.device);
    return true;
}

static bool get_inputs(Run *run, const Value *a, Value *result) {
    const Node *n = node_in(a[0]);
    *result = list_make(run, 0, NULL);
    for (uint32_t i = 0; i < n->record.ninputs; i++) {
        const Output *o = n->inputs[i];
        list_append(run, *result,
                    o->index ? str_make(run, output_name(run->arena, o))
                             : str_of_name(run, o->node->record.name));
    }
    for (uint32_t i = 0; i < n->record.ncontrols; i++) {
        Str name = name_str(n->controls[i]->record.name);
        list_append(run, *result, str_make(run, str_join2(run->arena, STR("^"), name)));
    }
    return true;
}

/* ---- bytes ---- */

static Str graph_def_bytes(Value v) {
    return ((GraphDefObject *)v.as.object)->bytes;
}

static bool serialize_graph(Tf *tf, const Value *a, Value *result) {
    *result = bytes_make(tf->run, graph_def_bytes(a[0]));
    return true;
}

static bool graph_size(Tf *tf, const Value *a, Value *result) {
    (void)tf;
    *result = value_int((int64_t)graph_def_bytes(a[0]).len);
    return true;
}

static bool serialize_node(Tf *tf, const Value *a, Value *result) {
    Sink out = sink_memory(tf->run->arena);
    bool ok = node_bytes(tf, node_in(a[0]), &out);
    *result = bytes_make(tf->run, out.len ? sink_str(&out) : STR(""));
    return ok;
}

static bool node_size(Tf *tf, const Value *a, Value *result) {
    Sink out = sink_memory(tf->run->scratch);
    bool ok = node_bytes(tf, node_in(a[0]), &out);
    *result = value_int((int64_t)out.len);
    return ok;
}

void graph_def_install(Tf *tf) {
    static const ApiRow graph_methods[] = {
        FUNCTION("SerializeToString", "self", serialize_graph),
        FUNCTION("ByteSize", "self", graph_size),
        API_END,
    };
    static const ApiRow node_methods[] = {
        FUNCTION("SerializeToString", "self", serialize_node),
        FUNCTION("ByteSize", "self", node_size),
        API_END,
    };
    static const GetterRow graph_getters[] = {{"node", get_nodes, 0, LATEST}, {NULL, NULL, 0, 0}};
    static const GetterRow node_getters[] = {
        {"name", get_name, 0, LATEST},
        {"op", get_op, 0, LATEST},
        {"device", get_device, 0, LATEST},
        {"input", get_inputs, 0, LATEST},
        {NULL, NULL, 0, 0},
    };
    Type *graph = tf->types[CLASS_GRAPH_DEF], *node = tf->types[CLASS_NODE_DEF];
    class_add_methods(tf, CLASS_GRAPH_DEF, graph_methods);
    class_add_methods(tf, CLASS_NODE_DEF, node_methods);
    class_add_getters(tf, CLASS_GRAPH_DEF, graph_getters);
    class_add_getters(tf, CLASS_NODE_DEF, node_getters);
    graph->str = graph->repr = graph_def_str;
    node->str = node->repr = node_def_str;
    graph->head.show = graph_def_show;
    node->head.show = node_def_show;
}
