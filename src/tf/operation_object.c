/* operation_object.c: tf.Operation: a node of the graph as the program sees it. */
#include "graph/opdef.h"
#include "tf/graph_def.h"
#include "tf/node_text.h"
#include "tf/session.h"

static Node *node_in(Value v) {
    return ((OperationObject *)v.as.object)->node;
}

static void put_repr(Sink *out, const Node *n) {
    sink_printf(out, "<tf.Operation '%s' type=%s>", n->record.name->text, n->record.op->text);
}

static bool operation_repr(Run *run, Value self, Value *result) {
    Sink out = sink_memory(run->arena);
    put_repr(&out, node_in(self));
    *result = str_make(run, sink_str(&out));
    return true;
}

static void operation_show(Sink *out, const Object *o, Moment m, int depth) {
    (void)m;
    (void)depth;
    put_repr(out, ((const OperationObject *)o)->node);
}

static bool operation_str(Run *run, Value self, Value *result) {
    Sink out = sink_memory(run->arena);
    bool ok = node_text(tf_of(run), node_in(self), 0, &out);
    *result = str_make(run, sink_str(&out));
    return ok;
}

/* ---- attributes ---- */

static bool get_name(Run *run, const Value *a, Value *result) {
    *result = str_of_name(run, node_in(a[0])->record.name);
    return true;
}

static bool get_type(Run *run, const Value *a, Value *result) {
    *result = str_of_name(run, node_in(a[0])->record.op);
    return true;
}

static bool get_inputs(Run *run, const Value *a, Value *result) {
    const Node *n = node_in(a[0]);
    *result = list_make(run, 0, NULL);
    for (uint32_t i = 0; i < n->record.ninputs; i++) {
        list_append(run, *result, tf_tensor(tf_of(run), n->inputs[i]));
    }
    return true;
}

static bool get_outputs(Run *run, const Value *a, Value *result) {
    Node *n = node_in(a[0]);
    *result = list_make(run, 0, NULL);
    for (uint32_t i = 0; i < n->record.noutputs; i++) {
        list_append(run, *result, tf_tensor(tf_of(run), &n->outputs[i]));
    }
    return true;
}

static bool get_controls(Run *run, const Value *a, Value *result) {
    const Node *n = node_in(a[0]);
    *result = list_make(run, 0, NULL);
    for (uint32_t i = 0; i < n->record.ncontrols; i++) {
        list_append(run, *result, tf_operation(tf_of(run), n->controls[i]));
    }
    return true;
}

static bool get_graph(Run *run, const Value *a, Value *result) {
    *result = tf_graph(tf_of(run), node_in(a[0])->graph);
    return true;
}

static bool get_node_def(Run *run, const Value *a, Value *result) {
    *result = node_def_make(tf_of(run), node_in(a[0]));
    return true;
}

static bool get_device(Run *run, const Value *a, Value *result) {
    Name device = node_in(a[0])->record.device;
    *result = device ? str_of_name(run, device) : str_make(run, STR(""));
    return true;
}

/* ---- methods ---- */

static bool operation_values(Tf *tf, const Value *a, Value *result) {
    Node *n = node_in(a[0]);
    uint32_t count = n->record.noutputs;
    Value *items = ARENA_ARRAY(tf->run->arena, count + 1, Value);
    for (uint32_t i = 0; i < count; i++) {
        items[i] = tf_tensor(tf, &n->outputs[i]);
    }
    *result = tuple_make(tf->run, count, items);
    return true;
}

static Value list_of_ints(Tf *tf, const Node *n, const Attr *a) {
    Value list = list_make(tf->run, 0, NULL);
    bool types = node_lists_types(n, a->name);
    for (int i = 0; i < a->ints.n; i++) {
        list_append(tf->run, list,
                    types ? tf_dtype(tf, (DType)a->ints.at[i], false) : value_int(a->ints.at[i]));
    }
    return list;
}

static Value list_of_bytes(Tf *tf, const Str *at, int n) {
    Value list = list_make(tf->run, 0, NULL);
    for (int i = 0; i < n; i++) {
        list_append(tf->run, list, bytes_make(tf->run, at[i]));
    }
    return list;
}

/* Tensors and shapes are messages in TensorFlow. */
static bool attr_value(Tf *tf, const Node *n, const Attr *a, Value *result) {
    switch (a->kind) {
    case ATTR_INT: *result = value_int(a->i); return true;
    case ATTR_FLOAT: *result = value_float((double)(float)a->f); return true;
    case ATTR_BOOL: *result = value_bool(a->b); return true;
    case ATTR_STR: *result = bytes_make(tf->run, a->s); return true;
    case ATTR_TYPE: *result = tf_dtype(tf, a->type, false); return true;
    case ATTR_INTS: *result = list_of_ints(tf, n, a); return true;
    case ATTR_STRS: *result = list_of_bytes(tf, a->strs.at, a->strs.n); return true;
    case ATTR_TENSOR:
    case ATTR_SHAPE: break;
    }
    return refuse(tf->run, NULL, "the attribute '%s' of an operation, which is a message", a->name);
}

/* From 1.8 on the native graph is asked. */
static bool no_attr(Tf *tf, const Node *n, Str name) {
    Sink text = sink_memory(tf->run->arena);
    if (tf_has(tf, CHANGE_NATIVE_GRAPH)) {
        return raise_value_error(tf->run, "Operation '%s' has no attr named '%.*s'.",
                                 n->record.name->text, STR_ARG(name));
    }
    return node_text(tf, n, 0, &text) && raise_value_error(tf->run, "No attr named '%.*s' in %.*s",
                                                           STR_ARG(name), STR_ARG(sink_str(&text)));
}

static bool operation_get_attr(Tf *tf, const Value *a, Value *result) {
    const Node *n = node_in(a[0]);
    const Attr *attrs;
    uint32_t count;
    Str name;
    if (!arg_text(tf, a[1], "attribute name", &name) || !node_attributes(tf, n, &attrs, &count)) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (str_is(name, attrs[i].name)) {
            return attr_value(tf, n, &attrs[i], result);
        }
    }
    return no_attr(tf, n, name);
}

static bool operation_groups(Tf *tf, const Value *a, Value *result) {
    uint32_t count;
    const Name *groups = node_groups(tf->engine, node_in(a[0]), &count);
    *result = list_make(tf->run, 0, NULL);
    for (uint32_t i = 0; i < count; i++) {
        list_append(tf->run, *result, bytes_make(tf->run, name_str(groups[i])));
    }
    return true;
}

static bool operation_run(Tf *tf, const Value *a, Value *result) {
    Value ignored;
    *result = value_none();
    return run_operation(tf, a[0], a[1], a[2], &ignored);
}

void operation_object_install(Tf *tf) {
    static const GetterRow getters[] = {
        {"name", get_name, 0, LATEST},
        {"type", get_type, 0, LATEST},
        {"inputs", get_inputs, 0, LATEST},
        {"outputs", get_outputs, 0, LATEST},
        {"graph", get_graph, 0, LATEST},
        {"control_inputs", get_controls, 0, LATEST},
        {"device", get_device, 0, LATEST},
        {"node_def", get_node_def, 0, LATEST},
        {NULL, NULL, 0, 0},
    };
    static const ApiRow methods[] = {
        FUNCTION("values", "self", operation_values),
        FUNCTION("get_attr", "self, name", operation_get_attr),
        FUNCTION("colocation_groups", "self", operation_groups),
        FUNCTION("run", "self, feed_dict=None, session=None", operation_run),
        API_END,
    };
    Type *t = tf->types[CLASS_OPERATION];
    class_add_getters(tf, CLASS_OPERATION, getters);
    class_add_methods(tf, CLASS_OPERATION, methods);
    t->head.show = operation_show;
    t->repr = operation_repr;
    t->str = operation_str;
}
