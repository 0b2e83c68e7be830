/* dtype_object.c: tf.DType: tf.float32 and its kin. */
#include "tf/state.h"

static DTypeObject *dtype_in(Value v) {
    return (DTypeObject *)v.as.object;
}

static const char *suffix(const DTypeObject *d) {
    return d->ref ? "_ref" : "";
}

static bool dtype_str(Run *run, Value self, Value *result) {
    const DTypeObject *d = dtype_in(self);
    *result = str_format(run, "<dtype: '%s%s'>", dtype_name(d->dtype), suffix(d));
    return true;
}

static bool dtype_repr(Run *run, Value self, Value *result) {
    const DTypeObject *d = dtype_in(self);
    *result = str_format(run, "tf.%s%s", dtype_name(d->dtype), suffix(d));
    return true;
}

static void dtype_show(Sink *out, const Object *o, Moment m, int depth) {
    const DTypeObject *d = (const DTypeObject *)o;
    (void)m;
    (void)depth;
    sink_printf(out, "tf.%s%s", dtype_name(d->dtype), suffix(d));
}

/* Anything that names an element type may be compared with one. */
static bool dtype_compare(Run *run, CompareOperator op, Value self, Value other, Value *result) {
    Tf *tf = tf_of(run);
    const DTypeObject *d = dtype_in(self);
    DType dtype = DTYPE_INVALID;
    bool is_object = is_exactly(other, tf->types[CLASS_DTYPE]);
    if (op != COMPARE_OPERATOR_EQUAL && op != COMPARE_OPERATOR_NOT_EQUAL) {
        *result = run->not_implemented;
        return true;
    }
    bool ref = is_object && dtype_in(other)->ref;
    bool equal = find_dtype(tf, other, &dtype) && dtype == d->dtype && ref == d->ref;
    *result = value_bool(equal == (op == COMPARE_OPERATOR_EQUAL));
    return true;
}

static bool dtype_hash(Run *run, Value self, int64_t *result) {
    (void)run;
    *result = dtype_number(dtype_in(self)->dtype) + (dtype_in(self)->ref ? 100 : 0);
    return true;
}

/* ---- attributes ---- */

static bool get_name(Run *run, const Value *a, Value *result) {
    *result = str_format(run, "%s%s", dtype_name(dtype_in(a[0])->dtype), suffix(dtype_in(a[0])));
    return true;
}

static bool get_base(Run *run, const Value *a, Value *result) {
    *result = tf_dtype(tf_of(run), dtype_in(a[0])->dtype, false);
    return true;
}

static bool get_real(Run *run, const Value *a, Value *result) {
    DType d = dtype_in(a[0])->dtype;
    d = d == DTYPE_COMPLEX64 ? DTYPE_FLOAT32 : d == DTYPE_COMPLEX128 ? DTYPE_FLOAT64 : d;
    *result = tf_dtype(tf_of(run), d, false);
    return true;
}

static DTypeClass class_of(const Value *a) {
    return dtype_class(dtype_in(a[0])->dtype);
}

static bool get_integer(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = value_bool(class_of(a) == DTYPE_CLASS_INT || class_of(a) == DTYPE_CLASS_UINT);
    return true;
}

static bool get_floating(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = value_bool(class_of(a) == DTYPE_CLASS_FLOAT);
    return true;
}

static bool get_complex(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = value_bool(class_of(a) == DTYPE_CLASS_COMPLEX);
    return true;
}

static bool get_bool(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = value_bool(class_of(a) == DTYPE_CLASS_BOOL);
    return true;
}

static bool get_unsigned(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = value_bool(class_of(a) == DTYPE_CLASS_UINT);
    return true;
}

static bool get_quantized(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = value_bool(dtype_is_quantized(dtype_in(a[0])->dtype));
    return true;
}

static bool get_size(Run *run, const Value *a, Value *result) {
    (void)run;
    DType d = dtype_in(a[0])->dtype;
    *result = value_int(class_of(a) == DTYPE_CLASS_STRING ? 1 : (int64_t)dtype_size(d));
    return true;
}

static bool get_enum(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = value_int(dtype_number(dtype_in(a[0])->dtype) + (dtype_in(a[0])->ref ? 100 : 0));
    return true;
}

static bool get_numpy(Run *run, const Value *a, Value *result) {
    DType d = dtype_in(a[0])->dtype;
    if (dtype_is_quantized(d)) {
        return refuse(run, NULL, "a numpy dtype of records is not modelled");
    }
    if (d == DTYPE_STRING || d == DTYPE_RESOURCE) {
        *result = value_object(run->type.object);
        return true;
    }
    return value_get_attr(run, numpy_dtype_value(run, d), name_z(run->names, "type"), result);
}

static const struct {
    DType dtype;
    int64_t least, most;
} integer_limits[] = {
    {DTYPE_INT8, INT8_MIN, INT8_MAX},    {DTYPE_UINT8, 0, UINT8_MAX},
    {DTYPE_INT16, INT16_MIN, INT16_MAX}, {DTYPE_UINT16, 0, UINT16_MAX},
    {DTYPE_INT32, INT32_MIN, INT32_MAX}, {DTYPE_UINT32, 0, UINT32_MAX},
    {DTYPE_INT64, INT64_MIN, INT64_MAX},
};

static bool limit(Run *run, const Value *a, bool most, Value *result) {
    DType d = dtype_in(a[0])->dtype;
    for (size_t i = 0; i < sizeof integer_limits / sizeof *integer_limits; i++) {
        if (integer_limits[i].dtype == d) {
            *result = value_int(most ? integer_limits[i].most : integer_limits[i].least);
            return true;
        }
    }
    if (d == DTYPE_BFLOAT16) {
        double greatest = most ? 0x1.fep127 : -0x1.fep127;
        *result = scalar_make(run, tensor_scalar_f64(run->arena, d, greatest));
        return true;
    }
    double largest = d == DTYPE_FLOAT32   ? 3.4028234663852886e38
                     : d == DTYPE_FLOAT64 ? 1.7976931348623157e308
                                          : 65504.0;
    if (dtype_class(d) != DTYPE_CLASS_FLOAT) {
        return raise_type_error(run, "Cannot find %s value of <dtype: '%s'>.",
                                most ? "maximum" : "minimum", dtype_name(d));
    }
    *result = value_float(most ? largest : -largest);
    return true;
}

static bool get_max(Run *run, const Value *a, Value *result) {
    return limit(run, a, true, result);
}

static bool get_min(Run *run, const Value *a, Value *result) {
    return limit(run, a, false, result);
}

static bool is_compatible(Tf *tf, const Value *a, Value *result) {
    DType other;
    if (!arg_dtype(tf, a[1], &other)) {
        return false;
    }
    const DTypeObject *d = dtype_in(a[0]);
    bool other_ref = is_exactly(a[1], tf->types[CLASS_DTYPE]) && dtype_in(a[1])->ref;
    *result = value_bool(other == d->dtype && (!d->ref || other_ref));
    return true;
}

static bool make_dtype(Tf *tf, const Value *a, Value *result) {
    DType d;
    if (!arg_dtype(tf, a[1], &d)) {
        return false;
    }
    *result = tf_dtype(tf, d, a[1].kind == VALUE_INT && a[1].as.integer > 100);
    return true;
}

void dtype_object_install(Tf *tf) {
    static const GetterRow getters[] = {
        {"name", get_name, 0, LATEST},
        {"base_dtype", get_base, 0, LATEST},
        {"real_dtype", get_real, 0, LATEST},
        {"is_integer", get_integer, 0, LATEST},
        {"is_floating", get_floating, 0, LATEST},
        {"is_complex", get_complex, 0, LATEST},
        {"is_bool", get_bool, 0, LATEST},
        {"is_unsigned", get_unsigned, 0, LATEST},
        {"is_quantized", get_quantized, 0, LATEST},
        {"size", get_size, 0, LATEST},
        {"as_datatype_enum", get_enum, 0, LATEST},
        {"as_numpy_dtype", get_numpy, 0, LATEST},
        {"max", get_max, 0, LATEST},
        {"min", get_min, 0, LATEST},
        {NULL, NULL, 0, 0},
    };
    static const ApiRow methods[] = {
        FUNCTION("is_compatible_with", "self, other", is_compatible),
        API_END,
    };
    Type *t = tf->types[CLASS_DTYPE];
    class_add_getters(tf, CLASS_DTYPE, getters);
    class_add_methods(tf, CLASS_DTYPE, methods);
    class_constructor(tf, CLASS_DTYPE, make_dtype, NULL);
    t->head.show = dtype_show;
    t->repr = dtype_repr;
    t->str = dtype_str;
    t->compare = dtype_compare;
    t->hash = dtype_hash;
}
