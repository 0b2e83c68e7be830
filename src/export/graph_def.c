/* graph_def.c: the graph of a run, as text and as bytes of TensorFlow's GraphDef. */
#include "export/graph_def.h"

#include "proto/graph_text.h"
#include "proto/tensor_message.h"
#include "proto/tensorflow.pb-c.h"

/* ---- what a trace knows of a node ---- */

static Tensorflow__AttrValue *add_attr(Arena *a, Tensorflow__NodeDef *m, const char *key) {
    Tensorflow__NodeDef__AttrEntry *e =
        message_make(a, &tensorflow__node_def__attr_entry__descriptor);
    m->attr[m->n_attr++] = e;
    MESSAGE_SET(e, key, bytes_field(str_of(key)));
    return e->value = message_make(a, &tensorflow__attr_value__descriptor);
}

static void add_shapes(Arena *a, Tensorflow__NodeDef *m, const TraceNode *n, Moment at) {
    Tensorflow__AttrValue *v = add_attr(a, m, "_output_shapes");
    v->value_case = TENSORFLOW__ATTR_VALUE__VALUE_LIST;
    v->list = message_make(a, &tensorflow__attr_value__list_value__descriptor);
    v->list->shape = ARENA_ARRAY(a, n->noutputs, Tensorflow__TensorShapeProto *);
    v->list->n_shape = n->noutputs;
    for (uint32_t i = 0; i < n->noutputs; i++) {
        v->list->shape[i] = shape_message(a, trace_shape_at(&n->outputs[i], at));
    }
}

static void add_constant(Arena *a, Tensorflow__NodeDef *m, const Tensor *t) {
    Tensorflow__TensorProto *tensor = t->data ? tensor_message(a, t, t->count) : NULL;
    Tensorflow__AttrValue *type = add_attr(a, m, "dtype");
    type->value_case = TENSORFLOW__ATTR_VALUE__VALUE_TYPE;
    type->type = (Tensorflow__DataType)dtype_number(t->dtype);
    if (tensor) {
        Tensorflow__AttrValue *v = add_attr(a, m, "value");
        v->value_case = TENSORFLOW__ATTR_VALUE__VALUE_TENSOR;
        v->tensor = tensor;
    }
}

static void add_inputs(Arena *a, Tensorflow__NodeDef *m, const TraceNode *n) {
    m->input = ARENA_ARRAY(a, n->ninputs + n->ncontrols + 1, ProtobufCBinaryData);
    for (uint32_t i = 0; i < n->ninputs; i++) {
        const TraceInput *in = &n->inputs[i];
        Str name = name_str(in->node->name);
        m->input[m->n_input++] = bytes_field(
            in->output ? str_printf(a, "%.*s:%u", STR_ARG(name), (unsigned)in->output) : name);
    }
    for (uint32_t i = 0; i < n->ncontrols; i++) {
        Str name = str_join2(a, STR("^"), name_str(n->controls[i]->name));
        m->input[m->n_input++] = bytes_field(name);
    }
}

static Tensorflow__NodeDef *node_message(Arena *a, const TraceNode *n, Moment at) {
    Tensorflow__NodeDef *m = message_make(a, &tensorflow__node_def__descriptor);
    MESSAGE_SET(m, name, bytes_field(name_str(n->name)));
    MESSAGE_SET(m, op, bytes_field(name_str(n->op)));
    add_inputs(a, m, n);
    if (n->device && n->device->len) {
        MESSAGE_SET(m, device, bytes_field(name_str(n->device)));
    }
    m->attr = ARENA_ARRAY(a, 3, Tensorflow__NodeDef__AttrEntry *);
    if (n->noutputs) {
        add_shapes(a, m, n, at);
    }
    if (n->constant) {
        add_constant(a, m, n->constant);
    }
    return m;
}

static GraphTold graph_of_trace(const Exported *e, const TraceGraph *g, size_t nodes, Moment at) {
    Sink bytes = sink_memory(e->arena);
    for (size_t i = 0; i < nodes; i++) {
        const TraceNode *n = *LOG_AT(&g->nodes, TraceNode *, i);
        message_put_field(e->arena, 1, &node_message(e->arena, n, at)->base, &bytes);
    }
    sink_put(&bytes, NO_VERSIONS);
    return (GraphTold){sink_str(&bytes), STR(""), true};
}

/* ---- the graph at a step ---- */

size_t graph_def_step(const Exported *e) {
    return e->asked ? e->at : trace_steps(e->trace);
}

static const TraceGraph *graph_at(const Exported *e, Moment m) {
    const TraceScope *scope = trace_scope_at(e->trace, m);
    uint32_t index = e->asked && scope ? scope->graph : e->trace->default_graph;
    bool there = index < e->trace->graphs.count;
    return there ? *LOG_AT(&e->trace->graphs, TraceGraph *, index) : NULL;
}

GraphTold graph_def_of(const Exported *e) {
    Moment m = trace_step_end(e->trace, graph_def_step(e));
    const TraceGraph *g = graph_at(e, m);
    if (!g) {
        return (GraphTold){STR(""), STR(""), false};
    }
    size_t nodes = trace_graph_nodes_at(g, m);
    return e->graph ? e->graph(e->context, g, nodes) : graph_of_trace(e, g, nodes, m);
}

/* ---- the two formats ---- */

/* What a reader should know that this text does not say; comments, which the form has. */
static void put_header(const Exported *e, const GraphTold *told, Sink *out) {
    sink_printf(out, "# GraphDef of TensorFlow %.*s after step %zu, by tfscope %s.\n",
                STR_ARG(e->trace->tf), graph_def_step(e), TFSCOPE_VERSION);
    if (told->bare) {
        sink_z(out,
               "# Made of a trace, which knows these attributes: dtype and value of constants, "
               "_output_shapes.\n");
    }
    if (told->lacks.len) {
        sink_printf(out, "# Left out, since it is not known whether this release has them: %.*s.\n",
                    STR_ARG(told->lacks));
    }
}

bool export_pbtxt(const Exported *e, Sink *out) {
    GraphTold told = graph_def_of(e);
    put_header(e, &told, out);
    graph_text(e->arena, told.bytes, out);
    return !out->failed;
}

bool export_pb(const Exported *e, Sink *out) {
    sink_put(out, graph_def_of(e).bytes);
    return !out->failed;
}
