/* args.c: arguments of the module's functions: dtypes, shapes, names, flags. */
#include "tf/state.h"

/* Names of dtypes, and three more that TensorFlow knows; numpy's other names mean nothing to it. */
static DType dtype_of_text(Str text) {
    return str_is(text, "float")    ? DTYPE_FLOAT32
           : str_is(text, "double") ? DTYPE_FLOAT64
           : str_is(text, "half")   ? DTYPE_FLOAT16
                                    : dtype_of_name(text);
}

bool find_dtype(const Tf *tf, Value v, DType *dtype) {
    if (is_exactly(v, tf->types[CLASS_DTYPE])) {
        *dtype = ((DTypeObject *)v.as.object)->dtype;
        return true;
    }
    if (is_str(tf->run, v)) {
        *dtype = dtype_of_text(str_text(v));
        return *dtype != DTYPE_INVALID;
    }
    if (v.kind == VALUE_INT) {
        *dtype = dtype_of_number((int)(v.as.integer % 100));
        return *dtype != DTYPE_INVALID;
    }
    return v.kind == VALUE_OBJECT && numpy_dtype_of(tf->run, v, dtype);
}

bool arg_dtype(Tf *tf, Value v, DType *dtype) {
    if (find_dtype(tf, v, dtype)) {
        return *dtype != DTYPE_BFLOAT16 || tf_has(tf, CHANGE_BFLOAT16) ||
               refuse(tf->run, NULL, "bfloat16 before 1.12 is not modelled");
    }
    Str text;
    if (!value_repr(tf->run, v, &text)) {
        return false;
    }
    return raise_type_error(tf->run, "Cannot convert value %.*s to a TensorFlow DType.",
                            STR_ARG(text));
}

bool arg_dtype_or(Tf *tf, Value v, DType otherwise, DType *dtype) {
    if (!given(v)) {
        *dtype = otherwise;
        return true;
    }
    return arg_dtype(tf, v, dtype);
}

/* int(v) for something that may stand for a dimension. */
static bool whole_number(Tf *tf, Value v, int64_t *i) {
    Run *run = tf->run;
    if (v.kind == VALUE_FLOAT) {
        *i = (int64_t)v.as.real;
        return true;
    }
    if (is_numpy_scalar(run, v) || (is_array(run, v) && array_tensor(v)->count == 1)) {
        *i = tensor_i64(array_tensor(v), 0);
        return true;
    }
    if (v.kind == VALUE_INT || v.kind == VALUE_BOOL) {
        return index_of(run, v, i);
    }
    Value result;
    return value_call_n(run, value_object(run->type.integer), 1, &v, &result) &&
           index_of(run, result, i);
}

static bool dimension_arg(Tf *tf, Value v, int64_t *size) {
    const DimensionObject *d = dimension_of(tf, v);
    if (d || is_none(v)) {
        *size = d ? d->size : DIM_UNKNOWN;
        return true;
    }
    if (tensor_output(tf, v)) {
        bool index = tf_has(tf, CHANGE_DIMENSION_BY_INDEX);
        return raise_type_error(tf->run,
                                index ? "Dimension value must be integer or None or have an "
                                        "__index__ method, got %.*s"
                                      : "int() argument must be a string, a bytes-like object or "
                                        "a real number, not '%.*s'",
                                STR_ARG(type_name(tf->run, v)));
    }
    if (!whole_number(tf, v, size)) {
        return false;
    }
    return *size >= 0 ||
           raise_value_error(tf->run, "Dimension %lld must be >= 0", (long long)*size);
}

bool arg_shape(Tf *tf, Value v, Shape *s) {
    Run *run = tf->run;
    const ShapeObject *object = shape_object_of(tf, v);
    if (object || !given(v)) {
        *s = object ? object->shape : shape_unknown();
        return true;
    }
    Value *items = &v;
    uint32_t n = 1;
    bool one = v.kind == VALUE_INT || v.kind == VALUE_BOOL || v.kind == VALUE_FLOAT ||
               dimension_of(tf, v) || tensor_output(tf, v) || is_numpy_scalar(run, v);
    if (is_sequence(run, v)) {
        n = sequence_count(v);
        items = ARENA_ARRAY(run->arena, n + 1, Value);
        for (uint32_t i = 0; i < n; i++) {
            items[i] = sequence_item(v, i);
        }
    } else if (!one && !value_items(run, v, &items, &n)) {
        if (!error_is(run, run->exception.TypeError)) {
            return false;
        }
        error_take(run);
        items = &v;
        n = 1;
    }
    int64_t *dims = ARENA_ARRAY(run->arena, n + 1, int64_t);
    for (uint32_t i = 0; i < n; i++) {
        if (!dimension_arg(tf, items[i], &dims[i])) {
            return false;
        }
    }
    *s = shape_make(run->arena, (int)n, dims);
    return true;
}

bool arg_text(Tf *tf, Value v, const char *what, Str *text) {
    if (!is_str(tf->run, v)) {
        return raise_type_error(tf->run, "%s must be a string, not %.*s", what,
                                STR_ARG(type_name(tf->run, v)));
    }
    *text = str_text(v);
    return true;
}

bool arg_name(Tf *tf, Value v, Str *name) {
    *name = (Str){NULL, 0};
    if (!given(v)) {
        return true;
    }
    if (!is_str(tf->run, v)) {
        return raise_type_error(tf->run, "expected string or bytes-like object, got '%.*s'",
                                STR_ARG(type_name(tf->run, v)));
    }
    *name = str_text(v);
    if (!name->at) {
        *name = STR("");
    }
    return true;
}

bool arg_bool(Tf *tf, Value v, bool otherwise, bool *b) {
    if (!given(v)) {
        *b = otherwise;
        return true;
    }
    return value_truth(tf->run, v, b);
}

bool arg_int(Tf *tf, Value v, int64_t *i) {
    const DimensionObject *d = dimension_of(tf, v);
    if (d && d->size != DIM_UNKNOWN) {
        *i = d->size;
        return true;
    }
    if (is_numpy_scalar(tf->run, v) || (is_array(tf->run, v) && array_tensor(v)->count == 1)) {
        *i = tensor_i64(array_tensor(v), 0);
        return true;
    }
    return index_of(tf->run, v, i);
}

bool arg_int_or(Tf *tf, Value v, int64_t otherwise, int64_t *i) {
    if (!given(v)) {
        *i = otherwise;
        return true;
    }
    return arg_int(tf, v, i);
}

bool arg_device(Tf *tf, Value v, Name *device) {
    *device = NULL;
    if (!given(v)) {
        return true;
    }
    if (!is_str(tf->run, v)) {
        return refuse(tf->run, "give the device as a string", "a device function is not modelled");
    }
    *device = name_of(tf->run->names, str_text(v));
    return true;
}

static bool is_whole(const Tf *tf, Value v) {
    if (is_numpy_scalar(tf->run, v)) {
        return dtype_class(array_tensor(v)->dtype) != DTYPE_CLASS_FLOAT;
    }
    return v.kind == VALUE_INT || v.kind == VALUE_BOOL;
}

bool arg_seed(Tf *tf, Value v, bool *has, int64_t *seed) {
    *has = given(v);
    *seed = 0;
    if (*has && !is_whole(tf, v)) {
        return refuse(tf->run, "give an integer", "a seed that is no integer is not modelled");
    }
    return !*has || arg_int(tf, v, seed);
}

bool arg_either(Tf *tf, Value first, Value second, const char *message, Value *v) {
    if (given(first) && given(second)) {
        return raise_value_error(tf->run, "%s", message);
    }
    *v = given(second) ? second : first;
    return true;
}

bool arg_names(Tf *tf, Value v, Name **names, uint32_t *n) {
    Value *items;
    *names = NULL;
    *n = 0;
    if (!given(v)) {
        return true;
    }
    if (!value_items(tf->run, v, &items, n)) {
        return false;
    }
    *names = ARENA_ARRAY(tf->run->arena, *n + 1, Name);
    for (uint32_t i = 0; i < *n; i++) {
        if (!is_str(tf->run, items[i])) {
            return refuse(tf->run, "give the key as a string",
                          "the key of a collection that is no string is not modelled");
        }
        (*names)[i] = name_of(tf->run->names, str_text(items[i]));
    }
    return true;
}

Value keyword(Tf *tf, Value dict, const char *name) {
    Value v = value_unbound();
    return dict_get_name(tf->run, dict, name, &v) ? v : value_unbound();
}
