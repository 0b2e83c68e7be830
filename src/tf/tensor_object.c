/* tensor_object.c: tf.Tensor: attributes, texts, and what it refuses (sections 1.6 and 1.8). */
#include "tf/build.h"
#include "tf/operators.h"
#include "tf/session.h"

static Output *output_of(Value v) {
    return ((TensorObject *)v.as.object)->output;
}

/* ---- texts ---- */

static void put_dtype(Sink *out, const Output *o) {
    sink_printf(out, "%s%s", dtype_name(output_dtype(o)), output_ref(o) ? "_ref" : "");
}

static void put_repr(Sink *out, const Output *o, Moment m) {
    sink_printf(out, "<tf.Tensor '%s:%u' shape=", o->node->record.name->text, o->index);
    shape_put(out, trace_shape_at(&o->node->record.outputs[o->index], m));
    sink_z(out, " dtype=");
    put_dtype(out, o);
    sink_char(out, '>');
}

static bool tensor_repr(Run *run, Value self, Value *result) {
    Sink out = sink_memory(run->arena);
    put_repr(&out, output_of(self), MOMENT_END);
    *result = str_make(run, sink_str(&out));
    return true;
}

static bool tensor_str(Run *run, Value self, Value *result) {
    const Output *o = output_of(self);
    Sink out = sink_memory(run->arena);
    sink_printf(&out, "Tensor(\"%s:%u\"", o->node->record.name->text, o->index);
    if (output_shape(o).rank != SHAPE_UNKNOWN_RANK) {
        sink_z(&out, ", shape=");
        shape_put(&out, output_shape(o));
    }
    sink_z(&out, ", dtype=");
    put_dtype(&out, o);
    Name device = o->node->record.device;
    if (device && device->len) {
        sink_printf(&out, ", device=%s", device->text);
    }
    sink_char(&out, ')');
    *result = str_make(run, sink_str(&out));
    return true;
}

static void tensor_show(Sink *out, const Object *o, Moment m, int depth) {
    (void)depth;
    put_repr(out, ((const TensorObject *)o)->output, m);
}

/* ---- what a tensor is not ---- */

static bool tensor_truth(Run *run, Value self, bool *result) {
    (void)self;
    (void)result;
    if (tf_has(tf_of(run), CHANGE_BOOL_TEXT_1_15)) {
        return raise_error(run, tf_of(run)->graph_type_error,
                           "using a `tf.Tensor` as a Python `bool` is not allowed in Graph "
                           "execution. Use Eager execution or decorate this function with "
                           "@tf.function.");
    }
    return raise_type_error(run, "Using a `tf.Tensor` as a Python `bool` is not allowed. Use `if t "
                                 "is not None:` instead of `if t:` to test if a tensor is "
                                 "defined, and use TensorFlow ops such as tf.cond to execute "
                                 "subgraphs conditioned on the value of a tensor.");
}

static bool tensor_iter(Run *run, Value self, Value *result) {
    Tf *tf = tf_of(run);
    (void)self;
    (void)result;
    if (tf_has(tf, CHANGE_BOOL_TEXT_1_15)) {
        return raise_error(run, tf->graph_type_error,
                           "iterating over `tf.Tensor` is not allowed in Graph execution. Use "
                           "Eager execution or decorate this function with @tf.function.");
    }
    if (tf_has(tf, CHANGE_ITERATION_TEXT_1_9)) {
        return raise_type_error(run, "Tensor objects are only iterable when eager execution is "
                                     "enabled. To iterate over this tensor use tf.map_fn.");
    }
    if (tf_has(tf, CHANGE_ITERATION_TEXT_1_5)) {
        return raise_type_error(run, "`Tensor` objects are not iterable when eager execution is "
                                     "not enabled. To iterate over this tensor use `tf.map_fn`.");
    }
    return raise_type_error(run, "'Tensor' object is not iterable.");
}

/* 1.14 on: len(t) is a TypeError of its own. */
static bool tensor_length(Run *run, Value self, int64_t *result) {
    (void)result;
    if (tf_has(tf_of(run), CHANGE_TENSOR_LENGTH)) {
        return raise_type_error(run,
                                "len is not well defined for symbolic Tensors. (%s:%u) Please call "
                                "`x.shape` rather than `len(x)` for shape information.",
                                output_of(self)->node->record.name->text, output_of(self)->index);
    }
    return raise_type_error(run, "object of type 'Tensor' has no len()");
}

static bool tensor_set_item(Run *run, Value self, Value key, Value v) {
    (void)self;
    (void)key;
    return raise_type_error(run, is_unbound(v)
                                     ? "'Tensor' object doesn't support item deletion"
                                     : "'Tensor' object does not support item assignment");
}

/* ---- attributes ---- */

static bool get_name(Run *run, const Value *a, Value *result) {
    *result = str_make(run, output_name(run->arena, output_of(a[0])));
    return true;
}

static bool get_op(Run *run, const Value *a, Value *result) {
    *result = tf_operation(tf_of(run), output_of(a[0])->node);
    return true;
}

static bool get_dtype(Run *run, const Value *a, Value *result) {
    *result = tf_dtype(tf_of(run), output_dtype(output_of(a[0])), output_ref(output_of(a[0])));
    return true;
}

static bool get_shape(Run *run, const Value *a, Value *result) {
    *result = tf_shape(tf_of(run), output_shape(output_of(a[0])));
    return true;
}

static bool get_graph(Run *run, const Value *a, Value *result) {
    *result = tf_graph(tf_of(run), output_of(a[0])->node->graph);
    return true;
}

static bool get_device(Run *run, const Value *a, Value *result) {
    Name device = output_of(a[0])->node->record.device;
    *result = device ? str_of_name(run, device) : str_make(run, STR(""));
    return true;
}

static bool get_value_index(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = value_int(output_of(a[0])->index);
    return true;
}

/* ---- methods ---- */

static bool tensor_get_shape(Tf *tf, const Value *a, Value *result) {
    return get_shape(tf->run, a, result);
}

static bool tensor_set_shape(Tf *tf, const Value *a, Value *result) {
    Shape shape;
    *result = value_none();
    return arg_shape(tf, a[1], &shape) && output_set_shape(tf->engine, output_of(a[0]), shape);
}

static bool reads(const Node *n, const Output *o) {
    for (uint32_t i = 0; i < n->record.ninputs; i++) {
        if (n->inputs[i] == o) {
            return true;
        }
    }
    return false;
}

static bool tensor_consumers(Tf *tf, const Value *a, Value *result) {
    const Output *o = output_of(a[0]);
    const Log *order = &o->node->graph->order;
    *result = list_make(tf->run, 0, NULL);
    for (size_t i = 0; i < order->count; i++) {
        Node *n = *LOG_AT(order, Node *, i);
        if (reads(n, o)) {
            list_append(tf->run, *result, tf_operation(tf, n));
        }
    }
    return true;
}

static bool tensor_eval(Tf *tf, const Value *a, Value *result) {
    return eval_value(tf, a[0], a[1], a[2], result);
}

void tensor_object_install(Tf *tf) {
    static const GetterRow getters[] = {
        {"name", get_name, 0, LATEST},
        {"op", get_op, 0, LATEST},
        {"dtype", get_dtype, 0, LATEST},
        {"shape", get_shape, 0, LATEST},
        {"graph", get_graph, 0, LATEST},
        {"device", get_device, 0, LATEST},
        {"value_index", get_value_index, 0, LATEST},
        {NULL, NULL, 0, 0},
    };
    static const ApiRow methods[] = {
        FUNCTION("get_shape", "self", tensor_get_shape),
        FUNCTION("set_shape", "self, shape", tensor_set_shape),
        FUNCTION("consumers", "self", tensor_consumers),
        FUNCTION("eval", "self, feed_dict=None, session=None", tensor_eval),
        FUNCTION("__abs__", "self", tensor_abs),
        API_END,
    };
    Type *t = tf->types[CLASS_TENSOR];
    class_add_getters(tf, CLASS_TENSOR, getters);
    class_add_methods(tf, CLASS_TENSOR, methods);
    t->head.show = tensor_show;
    t->repr = tensor_repr;
    t->str = tensor_str;
    t->truth = tensor_truth;
    t->iter = tensor_iter;
    t->length = tensor_length;
    t->set_item = tensor_set_item;
    t->get_item = operator_get_item;
    t->unary = operator_unary;
    t->binary = operator_binary;
    t->compare = operator_compare;
    tf->graph_type_error = tf->run->exception.TypeError;
    if (tf_has(tf, CHANGE_BOOL_TEXT_1_15)) {
        tf->graph_type_error =
            type_make(tf->run, "OperatorNotAllowedInGraphError", tf->run->exception.TypeError,
                      "tensorflow.python.framework.errors_impl");
    }
}
