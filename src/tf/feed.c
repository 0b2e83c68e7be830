/* feed.c: feed_dict: which tensors are fed, with which values, and how that fails. */
#include "tf/session.h"

static bool bad_key(Tf *tf) {
    Str text = tf->engine->fault.text;
    if (tf->engine->fault.kind == FAULT_HOST) {
        return false;
    }
    return engine_fail(tf->engine, FAULT_TYPE, "Cannot interpret feed_dict key as Tensor: %.*s",
                       STR_ARG(text));
}

static bool refuse_tensor(Tf *tf, Value key, Value v) {
    const char *advice =
        "The value of a feed cannot be a tf.Tensor object. Acceptable feed values "
        "include Python scalars, strings, lists, numpy ndarrays, or TensorHandles.";
    Str a, b;
    if (!tf_has(tf, CHANGE_FED_TENSOR_NAMED)) {
        return raise_type_error(tf->run, "%s", advice);
    }
    return value_str(tf->run, v, &a) && value_str(tf->run, key, &b) &&
           raise_type_error(tf->run,
                            "%s For reference, the tensor object was %.*s which was passed to the "
                            "feed with key %.*s.",
                            advice, STR_ARG(a), STR_ARG(b));
}

/* An integer that the tensor's dtype cannot hold is not wrapped. */
static bool check_integer(Tf *tf, Value v, DType dtype, const Tensor *t) {
    DTypeClass class = dtype_class(dtype);
    if (v.kind != VALUE_INT || (class != DTYPE_CLASS_INT && class != DTYPE_CLASS_UINT) ||
        tensor_i64(t, 0) == v.as.integer) {
        return true;
    }
    return raise_type_error(
        tf->run,
        "Type of feed value %lld with type <class 'int'> is not compatible with "
        "Tensor type %s. Try explicitly setting the type of the feed tensor to "
        "a larger type (e.g. int64).",
        (long long)v.as.integer, dtype_name(dtype));
}

static bool check_shape(Tf *tf, const Output *o, const Tensor *t) {
    if (shape_compatible(output_shape(o), t->shape)) {
        return true;
    }
    Arena *a = tf->run->arena;
    return raise_value_error(
        tf->run, "Cannot feed value of shape %.*s for Tensor '%.*s', which has shape '%.*s'",
        STR_ARG(shape_str(a, t->shape)), STR_ARG(output_name(a, o)),
        STR_ARG(shape_str(a, output_shape(o))));
}

static bool check_allowed(Tf *tf, const Output *o) {
    Str text;
    return !o->unfeedable ||
           (value_str(tf->run, tf_tensor(tf, (Output *)o), &text) &&
            raise_value_error(tf->run, "Tensor %.*s may not be fed.", STR_ARG(text)));
}

static bool is_real(DType dtype) {
    DTypeClass class = dtype_class(dtype);
    return class == DTYPE_CLASS_FLOAT || class == DTYPE_CLASS_INT || class == DTYPE_CLASS_UINT;
}

/* An array of another type is converted for this run only: a program may feed it thousands of
 * times. */
static bool read_value(Tf *tf, Value v, DType dtype, Feed *feed) {
    const Tensor *own = is_array(tf->run, v) ? array_tensor(v) : NULL;
    feed->passing = own && own->dtype != dtype && is_real(own->dtype) && is_real(dtype);
    if (!feed->passing) {
        return numpy_tensor_of(tf->run, v, dtype, &feed->value);
    }
    feed->value = tensor_cast(tf->run->scratch, own, dtype);
    return true;
}

static bool read_one(Tf *tf, Graph *g, Value key, Value v, Feed *feed) {
    Node *unused;
    if (!element_find(tf, g, key, true, false, &feed->output, &unused)) {
        return bad_key(tf);
    }
    if (tensor_output(tf, v)) {
        return refuse_tensor(tf, key, v);
    }
    DType dtype = output_dtype(feed->output);
    return read_value(tf, v, dtype, feed) && check_integer(tf, v, dtype, feed->value) &&
           check_shape(tf, feed->output, feed->value) && check_allowed(tf, feed->output);
}

/* A tuple of keys is fed with a tuple of values. */
static bool read_entry(Tf *tf, Graph *g, Value key, Value v, Log *feeds) {
    if (!is_sequence(tf->run, key)) {
        return read_one(tf, g, key, v, LOG_PUSH(feeds, Feed));
    }
    Value *values = &v;
    uint32_t n = 1;
    if (is_sequence(tf->run, v) && !value_items(tf->run, v, &values, &n)) {
        return false;
    }
    if (n != sequence_count(key)) {
        return raise_value_error(tf->run,
                                 "Could not flatten dictionary. Key had %u elements, but "
                                 "value had %u elements.",
                                 sequence_count(key), n);
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!read_entry(tf, g, sequence_item(key, i), values[i], feeds)) {
            return false;
        }
    }
    return true;
}

bool feeds_read(Tf *tf, Graph *g, Value dict, Feed **feeds, uint32_t *n) {
    Log all = log_make(tf->run->arena, sizeof(Feed));
    *n = 0;
    *feeds = NULL;
    bool any = false;
    if (!given(dict) || !value_truth(tf->run, dict, &any) || !any) {
        return is_unbound(tf->run->error);
    }
    if (!is_dict(tf->run, dict)) {
        return raise_type_error(tf->run, "input must be a dictionary");
    }
    Value *keys;
    uint32_t nkeys;
    if (!value_items(tf->run, dict, &keys, &nkeys)) {
        return false;
    }
    for (uint32_t i = 0; i < nkeys; i++) {
        Value v;
        if (!value_get_item(tf->run, dict, keys[i], &v) || !read_entry(tf, g, keys[i], v, &all)) {
            return false;
        }
    }
    *n = (uint32_t)all.count;
    *feeds = ARENA_ARRAY(tf->run->arena, all.count + 1, Feed);
    for (size_t i = 0; i < all.count; i++) {
        (*feeds)[i] = *LOG_AT(&all, Feed, i);
    }
    return true;
}
