/* dimension_object.c: tf.Dimension: a size that may be unknown. */
#include "run/machine.h"
#include "tf/state.h"

static int64_t size_in(Value v) {
    return ((DimensionObject *)v.as.object)->size;
}

static Value size_value(int64_t size) {
    return size == DIM_UNKNOWN ? value_none() : value_int(size);
}

/* ---- texts ---- */

static bool dimension_str(Run *run, Value self, Value *result) {
    int64_t size = size_in(self);
    *result =
        size == DIM_UNKNOWN ? str_make(run, STR("?")) : str_format(run, "%lld", (long long)size);
    return true;
}

static bool dimension_repr(Run *run, Value self, Value *result) {
    int64_t size = size_in(self);
    *result = size == DIM_UNKNOWN ? str_make(run, STR("Dimension(None)"))
                                  : str_format(run, "Dimension(%lld)", (long long)size);
    return true;
}

static void dimension_show(Sink *out, const Object *o, Moment m, int depth) {
    int64_t size = ((const DimensionObject *)o)->size;
    (void)m;
    (void)depth;
    if (size == DIM_UNKNOWN) {
        sink_z(out, "Dimension(None)");
    } else {
        sink_printf(out, "Dimension(%lld)", (long long)size);
    }
}

/* ---- comparing and reckoning ---- */

/* The other operand as a size; *known false when it is no dimension at all. */
static bool size_of(Tf *tf, Value v, bool *is, int64_t *size) {
    Shape s;
    *is = true;
    if (dimension_of(tf, v) || is_none(v)) {
        *size = is_none(v) ? DIM_UNKNOWN : size_in(v);
        return true;
    }
    if (arg_shape(tf, v, &s) && s.rank == 1) {
        *size = s.dims[0];
        return true;
    }
    *is = false;
    if (is_unbound(tf->run->error)) {
        return true;
    }
    if (!error_is(tf->run, tf->run->exception.Exception)) {
        return false;
    }
    error_take(tf->run);
    return true;
}

/* Comparing with an unknown dimension gives None. */
static bool dimension_compare(Run *run, CompareOperator op, Value self, Value other,
                              Value *result) {
    int64_t a = size_in(self), b = 0;
    bool is;
    if (!size_of(tf_of(run), other, &is, &b)) {
        return false;
    }
    if (!is) {
        *result = run->not_implemented;
    } else if (a == DIM_UNKNOWN || b == DIM_UNKNOWN) {
        *result = value_none();
    } else {
        *result = value_bool(compare_ints(op, a, b));
    }
    return true;
}

static int64_t floor_divide(int64_t a, int64_t b) {
    int64_t q = a / b;
    return (a % b != 0 && (a < 0) != (b < 0)) ? q - 1 : q;
}

static bool reckon(Run *run, BinaryOperator op, int64_t a, int64_t b, Value *result) {
    Tf *tf = tf_of(run);
    bool divides = op == BINARY_OPERATOR_FLOOR_DIVIDE || op == BINARY_OPERATOR_MODULO ||
                   op == BINARY_OPERATOR_CLASSIC_DIVIDE;
    if (divides && b == 0) {
        return raise_error(run, run->exception.ZeroDivisionError,
                           "integer division or modulo by zero");
    }
    int64_t r = 0;
    if (op == BINARY_OPERATOR_ADD) {
        r = a + b;
    } else if (op == BINARY_OPERATOR_SUBTRACT) {
        r = a - b;
    } else if (op == BINARY_OPERATOR_MULTIPLY) {
        r = a * b;
    } else if (op == BINARY_OPERATOR_MODULO) {
        r = a - floor_divide(a, b) * b;
    } else {
        r = floor_divide(a, b);
    }
    if (r < 0) {
        return raise_value_error(run, "Dimension %lld must be >= 0", (long long)r);
    }
    *result = tf_dimension(tf, r);
    return true;
}

/* Reflected forms, as in 2 * dimension, exist from 1.9 on. */
static bool dimension_binary(Run *run, BinaryOperator op, Value self, Value other, bool reflected,
                             Value *result) {
    Tf *tf = tf_of(run);
    int64_t a = size_in(self), b = 0;
    bool is = false;
    bool known = op == BINARY_OPERATOR_ADD || op == BINARY_OPERATOR_SUBTRACT ||
                 op == BINARY_OPERATOR_MULTIPLY || op == BINARY_OPERATOR_FLOOR_DIVIDE ||
                 op == BINARY_OPERATOR_MODULO || op == BINARY_OPERATOR_CLASSIC_DIVIDE;
    *result = run->not_implemented;
    if (!known || (reflected && !tf_has(tf, CHANGE_DIMENSION_REFLECTED))) {
        return true;
    }
    if (!size_of(tf, other, &is, &b) || !is) {
        return is_unbound(run->error);
    }
    if (a == DIM_UNKNOWN || b == DIM_UNKNOWN) {
        *result = tf_dimension(tf, DIM_UNKNOWN);
        return true;
    }
    return reflected ? reckon(run, op, b, a, result) : reckon(run, op, a, b, result);
}

static bool dimension_hash(Run *run, Value self, int64_t *result) {
    return value_hash(run, size_value(size_in(self)), result);
}

/* ---- attributes and methods ---- */

static bool get_value(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = size_value(size_in(a[0]));
    return true;
}

static bool dimension_int(Tf *tf, const Value *a, Value *result) {
    *result = size_value(size_in(a[0]));
    return !is_none(*result) ||
           raise_type_error(tf->run, "__int__ returned non-int (type NoneType)");
}

static bool dimension_compatible(Tf *tf, const Value *a, Value *result) {
    bool is;
    int64_t size = DIM_UNKNOWN, own = size_in(a[0]);
    if (!size_of(tf, a[1], &is, &size)) {
        return false;
    }
    *result = value_bool(own == DIM_UNKNOWN || size == DIM_UNKNOWN || own == size);
    return true;
}

static bool dimension_merge(Tf *tf, const Value *a, Value *result) {
    bool is;
    int64_t size = DIM_UNKNOWN, own = size_in(a[0]);
    if (!size_of(tf, a[1], &is, &size)) {
        return false;
    }
    if (own != DIM_UNKNOWN && size != DIM_UNKNOWN && own != size) {
        return raise_value_error(tf->run, "Dimensions %lld and %lld are not compatible",
                                 (long long)own, (long long)size);
    }
    *result = tf_dimension(tf, own == DIM_UNKNOWN ? size : own);
    return true;
}

static bool make_dimension(Tf *tf, const Value *a, Value *result) {
    Shape s;
    if (is_none(a[1])) {
        *result = tf_dimension(tf, DIM_UNKNOWN);
        return true;
    }
    Value list = list_make(tf->run, 1, &a[1]);
    if (!arg_shape(tf, list, &s)) {
        return false;
    }
    *result = tf_dimension(tf, s.dims[0]);
    return true;
}

void dimension_object_install(Tf *tf) {
    static const GetterRow getters[] = {{"value", get_value, 0, LATEST}, {NULL, NULL, 0, 0}};
    static const ApiRow methods[] = {
        FUNCTION("__int__", "self", dimension_int),
        FUNCTION("__index__", "self", dimension_int),
        FUNCTION("is_compatible_with", "self, other", dimension_compatible),
        FUNCTION("merge_with", "self, other", dimension_merge),
        API_END,
    };
    Type *t = tf->types[CLASS_DIMENSION];
    class_add_getters(tf, CLASS_DIMENSION, getters);
    class_add_methods(tf, CLASS_DIMENSION, methods);
    class_constructor(tf, CLASS_DIMENSION, make_dimension, NULL);
    t->head.show = dimension_show;
    t->repr = dimension_repr;
    t->str = dimension_str;
    t->compare = dimension_compare;
    t->binary = dimension_binary;
    t->hash = dimension_hash;
}
