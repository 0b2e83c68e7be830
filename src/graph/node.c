/* node.c: nodes from ready inputs, constants, and the texts of tensors. */
#include <string.h>

#include "graph/build.h"

const Attr *node_attr(const Node *n, const char *name) {
    for (uint32_t i = 0; i < n->nattrs; i++) {
        if (n->attrs[i].name == name || strcmp(n->attrs[i].name, name) == 0) {
            return &n->attrs[i];
        }
    }
    return NULL;
}

/* ---- texts ---- */

Str output_name(Arena *a, const Output *o) {
    return str_printf(a, "%s:%u", o->node->record.name->text, o->index);
}

static void put_dtype(Sink *out, const Output *o) {
    sink_printf(out, "%s%s", dtype_name(output_dtype(o)), output_ref(o) ? "_ref" : "");
}

Str output_str(Arena *a, const Output *o) {
    Sink out = sink_memory(a);
    sink_printf(&out, "Tensor(\"%s:%u\"", o->node->record.name->text, o->index);
    if (output_shape(o).rank >= 0) {
        sink_z(&out, ", shape=");
        shape_put(&out, output_shape(o));
    }
    sink_z(&out, ", dtype=");
    put_dtype(&out, o);
    if (o->node->record.device->len > 0) {
        sink_printf(&out, ", device=%s", o->node->record.device->text);
    }
    sink_char(&out, ')');
    return sink_str(&out);
}

Str output_repr(Arena *a, const Output *o) {
    Sink out = sink_memory(a);
    sink_printf(&out, "<tf.Tensor '%s:%u' shape=", o->node->record.name->text, o->index);
    shape_put(&out, output_shape(o));
    sink_z(&out, " dtype=");
    put_dtype(&out, o);
    sink_char(&out, '>');
    return sink_str(&out);
}

bool graph_same(Engine *e, Output *const *outputs, uint32_t n) {
    for (uint32_t i = 1; i < n; i++) {
        if (outputs[i]->node->graph != outputs[0]->node->graph) {
            Str here = output_str(e->arena, outputs[i]), first = output_str(e->arena, outputs[0]);
            return engine_fail(e, FAULT_VALUE, "%.*s must be from the same graph as %.*s.",
                               STR_ARG(here), STR_ARG(first));
        }
    }
    return true;
}

/* ---- set_shape ---- */

static bool refuse_shape_native(Engine *e, Shape x, Shape y) {
    if (x.rank != y.rank) {
        return engine_fail(e, FAULT_VALUE, "Shapes must be equal rank, but are %d and %d", x.rank,
                           y.rank);
    }
    int d = 0;
    while (d < x.rank && (x.dims[d] == y.dims[d] || x.dims[d] < 0 || y.dims[d] < 0)) {
        d++;
    }
    Str a = shape_cpp_str(e->arena, x), b = shape_cpp_str(e->arena, y);
    return engine_fail(
        e, FAULT_VALUE,
        "Dimension %d in both shapes must be equal, but are %lld and %lld. Shapes are %.*s and %.*s.",
        d, (long long)x.dims[d], (long long)y.dims[d], STR_ARG(a), STR_ARG(b));
}

bool output_set_shape(Engine *e, Output *o, Shape s) {
    TraceOutput *record = &o->node->record.outputs[o->index];
    Shape merged;
    if (shape_merge(e->arena, record->shape, s, &merged)) {
        trace_shape(e->trace, &o->node->record, record, merged);
        return true;
    }
    if (engine_has(e, CHANGE_SET_SHAPE_NATIVE)) {
        return refuse_shape_native(e, record->shape, s);
    }
    Str a = shape_str(e->arena, record->shape), b = shape_str(e->arena, s);
    return engine_fail(e, FAULT_VALUE, "Shapes %.*s and %.*s are not compatible", STR_ARG(a),
                       STR_ARG(b));
}

/* ---- nodes ---- */

/* Ready inputs that lists of the op share: what is left after the single ones. */
static uint32_t list_length(const OpDef *d, uint32_t ninputs) {
    uint32_t lists = 0;
    for (int i = 0; i < d->ninputs; i++) {
        lists += arg_is_list(&opdef_inputs(d)[i]);
    }
    return lists == 0 ? 0 : (ninputs - (d->ninputs - lists)) / lists;
}

static bool bind_inputs(Build *b) {
    const OpDef *d = b->def;
    uint32_t list = list_length(d, b->ninputs), at = 0;
    for (int i = 0; i < d->ninputs; i++) {
        uint32_t n = arg_is_list(&opdef_inputs(d)[i]) ? list : 1;
        if (at + n > b->ninputs) {
            return engine_fail(b->e, FAULT_TYPE, "No argument for input %s",
                               word_text(opdef_inputs(d)[i].name));
        }
        if (!build_bind(b, &opdef_inputs(d)[i], b->inputs + at, n)) {
            return false;
        }
        at += n;
    }
    return true;
}

bool node_make(Engine *e, const char *op, Str name, Output *const *inputs, uint32_t ninputs,
               const Attr *attrs, uint32_t nattrs, Node **node) {
    Build b;
    if (!build_start(&b, e, op, attrs, nattrs) || !graph_same(e, inputs, ninputs)) {
        return false;
    }
    b.inputs = inputs;
    b.ninputs = ninputs;
    b.graph = ninputs > 0 ? inputs[0]->node->graph : engine_graph(e);
    return graph_node_name(b.graph, name, b.op, &b.naming, &b.name) && bind_inputs(&b) &&
           build_finish(&b, node);
}

bool constant_make(Engine *e, const Tensor *value, Str name, Output **out) {
    return constant_make_filled(e, value, value->count, name, out);
}

bool constant_make_filled(Engine *e, const Tensor *value, int64_t written, Str name, Output **out) {
    Attr attrs[] = {{.name = "dtype", .kind = ATTR_TYPE, .type = value->dtype},
                    {.name = "value", .kind = ATTR_TENSOR, .tensor = value, .written = written}};
    Node *n;
    if (!node_make(e, "Const", name, NULL, 0, attrs, 2, &n)) {
        return false;
    }
    *out = &n->outputs[0];
    return true;
}
