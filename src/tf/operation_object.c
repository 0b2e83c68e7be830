/* operation_object.c: tf.Operation: a node of the graph as the program sees it. */
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

/* ---- str: the node as text of its protocol buffer ---- */

static void put_shape_proto(Sink *out, Shape s) {
    sink_z(out, "    shape {\n");
    if (s.rank == SHAPE_UNKNOWN_RANK) {
        sink_z(out, "      unknown_rank: true\n");
    }
    for (int i = 0; i < s.rank; i++) {
        sink_printf(out, "      dim {\n        size: %lld\n      }\n", (long long)s.dims[i]);
    }
    sink_z(out, "    }\n");
}

static void put_list(Sink *out, const Attr *a) {
    sink_z(out, "    list {\n");
    for (int i = 0; a->kind == ATTR_INTS && i < a->ints.n; i++) {
        sink_printf(out, "      i: %lld\n", (long long)a->ints.at[i]);
    }
    for (int i = 0; a->kind == ATTR_STRS && i < a->strs.n; i++) {
        sink_printf(out, "      s: \"%.*s\"\n", STR_ARG(a->strs.at[i]));
    }
    sink_z(out, "    }\n");
}

static void put_value(Sink *out, const Attr *a) {
    switch (a->kind) {
    case ATTR_INT: sink_printf(out, "    i: %lld\n", (long long)a->i); break;
    case ATTR_FLOAT: sink_printf(out, "    f: %g\n", a->f); break;
    case ATTR_BOOL: sink_printf(out, "    b: %s\n", a->b ? "true" : "false"); break;
    case ATTR_STR: sink_printf(out, "    s: \"%.*s\"\n", STR_ARG(a->s)); break;
    case ATTR_TYPE: sink_printf(out, "    type: %s\n", dtype_proto_name(a->type)); break;
    case ATTR_SHAPE: put_shape_proto(out, a->shape); break;
    case ATTR_TENSOR: break; /* refused before */
    case ATTR_INTS:
    case ATTR_STRS: put_list(out, a); break;
    }
}

static void put_inputs(Sink *out, const Node *n) {
    for (uint32_t i = 0; i < n->record.ninputs; i++) {
        const Output *o = n->inputs[i];
        sink_printf(out, o->index ? "input: \"%s:%u\"\n" : "input: \"%s\"\n",
                    o->node->record.name->text, o->index);
    }
    for (uint32_t i = 0; i < n->record.ncontrols; i++) {
        sink_printf(out, "input: \"^%s\"\n", n->controls[i]->record.name->text);
    }
}

static bool operation_str(Run *run, Value self, Value *result) {
    const Node *n = node_in(self);
    Sink out = sink_memory(run->arena);
    for (uint32_t i = 0; i < n->nattrs; i++) {
        if (n->attrs[i].kind == ATTR_TENSOR) {
            return refuse(run, NULL, "the text of an operation that holds a tensor ('%s')",
                          n->record.name->text);
        }
    }
    sink_printf(&out, "name: \"%s\"\nop: \"%s\"\n", n->record.name->text, n->record.op->text);
    put_inputs(&out, n);
    if (n->record.device && n->record.device->len) {
        sink_printf(&out, "device: \"%s\"\n", n->record.device->text);
    }
    for (uint32_t i = 0; i < n->nattrs; i++) {
        sink_printf(&out, "attr {\n  key: \"%s\"\n  value {\n", n->attrs[i].name);
        put_value(&out, &n->attrs[i]);
        sink_z(&out, "  }\n}\n");
    }
    *result = str_make(run, sink_str(&out));
    return true;
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

static Value attr_value(Tf *tf, const Attr *a) {
    Value list;
    switch (a->kind) {
    case ATTR_INT: return value_int(a->i);
    case ATTR_FLOAT: return value_float(a->f);
    case ATTR_BOOL: return value_bool(a->b);
    case ATTR_STR: return bytes_make(tf->run, a->s);
    case ATTR_TYPE: return tf_dtype(tf, a->type, false);
    case ATTR_SHAPE: return tf_shape(tf, a->shape);
    case ATTR_TENSOR: return array_make(tf->run, a->tensor);
    case ATTR_INTS:
        list = list_make(tf->run, 0, NULL);
        for (int i = 0; i < a->ints.n; i++) {
            list_append(tf->run, list, value_int(a->ints.at[i]));
        }
        return list;
    case ATTR_STRS: return list_make(tf->run, 0, NULL);
    }
    return value_none();
}

static bool operation_get_attr(Tf *tf, const Value *a, Value *result) {
    Str name;
    if (!arg_text(tf, a[1], "attribute name", &name)) {
        return false;
    }
    const Attr *attr = node_attr(node_in(a[0]), str_dup(tf->run->arena, name).at);
    if (!attr) {
        return raise_value_error(tf->run, "No attr named '%.*s' in %s", STR_ARG(name),
                                 node_in(a[0])->record.name->text);
    }
    *result = attr_value(tf, attr);
    return true;
}

static bool operation_groups(Tf *tf, const Value *a, Value *result) {
    const Node *n = node_in(a[0]), *with = n->colocated ? n->colocated : n;
    Str text = str_printf(tf->run->arena, "loc:@%s", with->record.name->text);
    Value item = bytes_make(tf->run, text);
    *result = list_make(tf->run, 1, &item);
    return true;
}

static bool operation_run(Tf *tf, const Value *a, Value *result) {
    Value ignored;
    *result = value_none();
    return run_operation(tf, a[0], a[1], a[2], &ignored);
}

void operation_object_install(Tf *tf) {
    static const GetterRow getters[] = {
        {"name", get_name, 0, LATEST},     {"type", get_type, 0, LATEST},
        {"inputs", get_inputs, 0, LATEST}, {"outputs", get_outputs, 0, LATEST},
        {"graph", get_graph, 0, LATEST},   {"control_inputs", get_controls, 0, LATEST},
        {"device", get_device, 0, LATEST}, {NULL, NULL, 0, 0},
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
