/* numpy_dtype.c: numpy's element types: which type results from which, and dtype objects. */
#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "run/numpy_inner.h"

/* ---- promotion ---- */

bool dtype_is_inexact(DType t) {
    return dtype_class(t) == DTYPE_CLASS_FLOAT || dtype_class(t) == DTYPE_CLASS_COMPLEX;
}

bool dtype_is_integer(DType t) {
    return dtype_class(t) == DTYPE_CLASS_INT || dtype_class(t) == DTYPE_CLASS_UINT;
}

static DType integer_type(bool is_signed, size_t size) {
    switch (size) {
    case 1: return is_signed ? DTYPE_INT8 : DTYPE_UINT8;
    case 2: return is_signed ? DTYPE_INT16 : DTYPE_UINT16;
    case 4: return is_signed ? DTYPE_INT32 : DTYPE_UINT32;
    default: return is_signed ? DTYPE_INT64 : DTYPE_UINT64;
    }
}

static DType promote_integers(DType a, DType b) {
    bool signed_a = dtype_class(a) == DTYPE_CLASS_INT;
    bool signed_b = dtype_class(b) == DTYPE_CLASS_INT;
    size_t size_a = dtype_size(a), size_b = dtype_size(b);
    if (signed_a == signed_b) {
        return size_a >= size_b ? a : b;
    }
    size_t with_sign = signed_a ? size_a : size_b;
    size_t without = signed_a ? size_b : size_a;
    if (with_sign > without) {
        return integer_type(true, with_sign);
    }
    return without == 8 ? DTYPE_FLOAT64 : integer_type(true, without * 2);
}

/* The floating type that holds the values of a real type, as numpy counts it. */
static DType floating_for(DType t) {
    if (dtype_class(t) == DTYPE_CLASS_FLOAT) {
        return t;
    }
    size_t size = dtype_size(t);
    return size == 1 ? DTYPE_FLOAT16 : size == 2 ? DTYPE_FLOAT32 : DTYPE_FLOAT64;
}

static DType promote_floats(DType a, DType b) {
    DType x = floating_for(a), y = floating_for(b);
    return dtype_size(x) >= dtype_size(y) ? x : y;
}

static DType real_part(DType t) {
    return t == DTYPE_COMPLEX64 ? DTYPE_FLOAT32 : t == DTYPE_COMPLEX128 ? DTYPE_FLOAT64 : t;
}

DType promote_types(DType a, DType b) {
    DTypeClass x = dtype_class(a), y = dtype_class(b);
    if (a == b) {
        return a;
    }
    if (x == DTYPE_CLASS_STRING || y == DTYPE_CLASS_STRING) {
        return DTYPE_STRING;
    }
    if (x == DTYPE_CLASS_BOOL || y == DTYPE_CLASS_BOOL) {
        return x == DTYPE_CLASS_BOOL ? b : a;
    }
    if (x == DTYPE_CLASS_COMPLEX || y == DTYPE_CLASS_COMPLEX) {
        DType real = promote_floats(real_part(a), real_part(b));
        return dtype_size(real) == 8 ? DTYPE_COMPLEX128 : DTYPE_COMPLEX64;
    }
    if (x == DTYPE_CLASS_FLOAT || y == DTYPE_CLASS_FLOAT) {
        return promote_floats(a, b);
    }
    return promote_integers(a, b);
}

/* bool, integer, floating, complex, string: the order of numpy's kinds. */
static int kind_rank(DType t) {
    switch (dtype_class(t)) {
    case DTYPE_CLASS_NONE:
    case DTYPE_CLASS_BOOL: return 0;
    case DTYPE_CLASS_INT:
    case DTYPE_CLASS_UINT: return 1;
    case DTYPE_CLASS_FLOAT: return 2;
    case DTYPE_CLASS_COMPLEX: return 3;
    case DTYPE_CLASS_STRING: return 4;
    }
    return 0;
}

/* The smallest integer type that holds the value of t; *either: an unsigned one that a signed type
 * of the same size holds as well. */
static DType least_integer(const Tensor *t, bool *either) {
    int64_t i = tensor_i64(t, 0);
    *either = false;
    if (i < 0 && dtype_class(t->dtype) == DTYPE_CLASS_INT) {
        return i >= INT8_MIN    ? DTYPE_INT8
               : i >= INT16_MIN ? DTYPE_INT16
               : i >= INT32_MIN ? DTYPE_INT32
                                : DTYPE_INT64;
    }
    uint64_t u = (uint64_t)i;
    size_t size = u <= UINT8_MAX ? 1 : u <= UINT16_MAX ? 2 : u <= UINT32_MAX ? 4 : 8;
    *either = u <= (UINT64_MAX >> (64 - 8 * size)) >> 1;
    return integer_type(false, size);
}

static DType least_type(const Tensor *t, bool *either) {
    *either = false;
    if (dtype_is_integer(t->dtype)) {
        return least_integer(t, either);
    }
    if (dtype_class(t->dtype) != DTYPE_CLASS_FLOAT) {
        return t->dtype;
    }
    double d = fabs(tensor_f64(t, 0));
    DType least = !isfinite(d) || d < 65000 ? DTYPE_FLOAT16
                  : d < 3.4e38              ? DTYPE_FLOAT32
                                            : DTYPE_FLOAT64;
    return dtype_size(least) < dtype_size(t->dtype) ? least : t->dtype;
}

/* An array's type and a scalar's value. */
static DType promote_scalar(DType array, const Tensor *scalar) {
    bool either;
    DType least = least_type(scalar, &either);
    if (either && dtype_class(array) == DTYPE_CLASS_INT) {
        least = integer_type(true, dtype_size(least));
    }
    return promote_types(array, least);
}

static DType promote_all(uint32_t n, const Tensor *const *operands) {
    DType common = operands[0]->dtype;
    for (uint32_t i = 1; i < n; i++) {
        common = promote_types(common, operands[i]->dtype);
    }
    return common;
}

DType result_type(uint32_t n, const Tensor *const *operands) {
    int arrays = -1, scalars = -1;
    DType common = DTYPE_INVALID;
    for (uint32_t i = 0; i < n; i++) {
        DType t = operands[i]->dtype;
        int *most = operands[i]->shape.rank ? &arrays : &scalars;
        *most = kind_rank(t) > *most ? kind_rank(t) : *most;
        if (operands[i]->shape.rank) {
            common = common == DTYPE_INVALID ? t : promote_types(common, t);
        }
    }
    if (arrays < 0 || scalars < 0 || arrays < scalars) {
        return promote_all(n, operands);
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!operands[i]->shape.rank) {
            common = promote_scalar(common, operands[i]);
        }
    }
    return common;
}

/* ---- names ---- */

typedef struct TypeName {
    const char *name;
    DType dtype;
} TypeName;

static const TypeName type_names[] = {
    {"bool", DTYPE_BOOL},
    {"bool_", DTYPE_BOOL},
    {"bool8", DTYPE_BOOL},
    {"?", DTYPE_BOOL},
    {"b1", DTYPE_BOOL},
    {"b", DTYPE_INT8},
    {"i1", DTYPE_INT8},
    {"byte", DTYPE_INT8},
    {"B", DTYPE_UINT8},
    {"u1", DTYPE_UINT8},
    {"ubyte", DTYPE_UINT8},
    {"h", DTYPE_INT16},
    {"i2", DTYPE_INT16},
    {"short", DTYPE_INT16},
    {"H", DTYPE_UINT16},
    {"u2", DTYPE_UINT16},
    {"ushort", DTYPE_UINT16},
    {"i", DTYPE_INT32},
    {"i4", DTYPE_INT32},
    {"intc", DTYPE_INT32},
    {"I", DTYPE_UINT32},
    {"u4", DTYPE_UINT32},
    {"uintc", DTYPE_UINT32},
    {"l", DTYPE_INT64},
    {"q", DTYPE_INT64},
    {"i8", DTYPE_INT64},
    {"int", DTYPE_INT64},
    {"int_", DTYPE_INT64},
    {"intp", DTYPE_INT64},
    {"long", DTYPE_INT64},
    {"longlong", DTYPE_INT64},
    {"L", DTYPE_UINT64},
    {"Q", DTYPE_UINT64},
    {"u8", DTYPE_UINT64},
    {"uint", DTYPE_UINT64},
    {"uintp", DTYPE_UINT64},
    {"ulonglong", DTYPE_UINT64},
    {"e", DTYPE_FLOAT16},
    {"f2", DTYPE_FLOAT16},
    {"half", DTYPE_FLOAT16},
    {"f", DTYPE_FLOAT32},
    {"f4", DTYPE_FLOAT32},
    {"single", DTYPE_FLOAT32},
    {"d", DTYPE_FLOAT64},
    {"f8", DTYPE_FLOAT64},
    {"float", DTYPE_FLOAT64},
    {"double", DTYPE_FLOAT64},
    {"float_", DTYPE_FLOAT64},
    {"F", DTYPE_COMPLEX64},
    {"c8", DTYPE_COMPLEX64},
    {"csingle", DTYPE_COMPLEX64},
    {"D", DTYPE_COMPLEX128},
    {"c16", DTYPE_COMPLEX128},
    {"complex", DTYPE_COMPLEX128},
    {"cdouble", DTYPE_COMPLEX128},
    {"complex_", DTYPE_COMPLEX128},
};

/* "S", "S5", "U", "U12", "str", "bytes" … */
static bool string_name(Str name, bool *text) {
    if (str_is(name, "str") || str_is(name, "unicode") || str_is(name, "str_")) {
        *text = true;
        return true;
    }
    if (str_is(name, "bytes") || str_is(name, "string") || str_is(name, "bytes_")) {
        return true;
    }
    if (!name.len || !memchr("SUa", name.at[0], 3)) {
        return false;
    }
    *text = name.at[0] == 'U';
    for (size_t i = 1; i < name.len; i++) {
        if (name.at[i] < '0' || name.at[i] > '9') {
            return false;
        }
    }
    return true;
}

static DType type_of_name(Str name, bool *text) {
    if (name.len > 1 && memchr("<=|", name.at[0], 3)) {
        name = str_sub(name, 1, name.len);
    }
    for (size_t i = 0; i < sizeof type_names / sizeof *type_names; i++) {
        if (str_is(name, type_names[i].name)) {
            return type_names[i].dtype;
        }
    }
    if (string_name(name, text)) {
        return DTYPE_STRING;
    }
    DType t = dtype_of_name(name);
    bool numpy_has = dtype_is_numeric(t) && t != DTYPE_BFLOAT16;
    return numpy_has ? t : DTYPE_INVALID;
}

/* ---- values that name a type ---- */

static DType type_of_class(const Run *run, const Type *t, bool *text) {
    const Numpy *np = run->numpy;
    for (int i = 0; i < DTYPE_COUNT; i++) {
        if (np->scalar[i] == t) {
            return (DType)i;
        }
    }
    *text = t == np->text || t == run->type.str || t == run->type.unicode;
    if (*text || (t == run->type.bytes && t != run->type.str)) {
        return DTYPE_STRING;
    }
    return t == run->type.real      ? DTYPE_FLOAT64
           : t == run->type.integer ? DTYPE_INT64
           : t == run->type.boolean ? DTYPE_BOOL
           : t == run->type.complex ? DTYPE_COMPLEX128
                                    : DTYPE_INVALID;
}

static DType find_type(const Run *run, Value v, bool *text) {
    *text = false;
    if (is_exactly(v, run->numpy->dtype)) {
        const DTypeObject *d = (const DTypeObject *)v.as.object;
        *text = d->text;
        return d->dtype;
    }
    if (is_instance(run, v, run->type.type)) {
        return type_of_class(run, (const Type *)v.as.object, text);
    }
    return is_str(run, v) ? type_of_name(str_text(v), text) : DTYPE_INVALID;
}

bool numpy_dtype_of(const Run *run, Value v, DType *dtype) {
    bool text;
    *dtype = find_type(run, v, &text);
    return *dtype != DTYPE_INVALID;
}

static bool names_objects(const Run *run, Value v) {
    bool object =
        is_instance(run, v, run->type.type) && v.as.object == &run->type.object->head.object;
    return object ||
           (is_str(run, v) && (str_is(str_text(v), "object") || str_is(str_text(v), "O")));
}

bool dtype_argument(Run *run, Value v, DType or_else, DType *dtype, bool *text) {
    bool is_text = false;
    *dtype = given(v) ? find_type(run, v, &is_text) : or_else;
    if (text && given(v)) {
        *text = is_text;
    }
    if (*dtype != DTYPE_INVALID || !given(v)) {
        return true;
    }
    if (names_objects(run, v)) {
        return refuse_objects(run);
    }
    if (is_sequence(run, v) || is_dict(run, v)) {
        return refuse(run, NULL, "a numpy dtype of records");
    }
    if (is_str(run, v)) {
        Str name = str_text(v);
        bool foreign =
            name.len > 1 && name.at[0] == '>' && type_of_name(str_sub(name, 1, name.len), &is_text);
        return foreign ? refuse(run, NULL, "a numpy dtype of the other byte order")
                       : raise_type_error(run, "data type '%.*s' not understood", STR_ARG(name));
    }
    Str repr;
    return value_repr(run, v, &repr) &&
           raise_type_error(run, "Cannot interpret '%.*s' as a data type", STR_ARG(repr));
}

Value dtype_value(Run *run, DType dtype, bool text, int64_t width) {
    Numpy *np = run->numpy;
    if (dtype != DTYPE_STRING && !is_unbound(np->dtypes[dtype])) {
        return np->dtypes[dtype];
    }
    DTypeObject *d = object_make(run, np->dtype, sizeof *d);
    d->dtype = dtype;
    d->text = text;
    d->width = width;
    if (dtype != DTYPE_STRING) {
        np->dtypes[dtype] = value_object(d);
    }
    return value_object(d);
}

Value numpy_dtype_value(Run *run, DType dtype) {
    return dtype_value(run, dtype, false, 0);
}

int32_t text_width(const Tensor *t, bool text) {
    size_t width = 1;
    for (int64_t i = 0; i < t->count; i++) {
        Str s = tensor_text(t, i);
        size_t n = text ? utf8_count(s) : s.len;
        width = n > width ? n : width;
    }
    return (int32_t)width;
}

int32_t number_width(DType t) {
    bool with_sign = dtype_class(t) == DTYPE_CLASS_INT;
    switch (dtype_class(t)) {
    case DTYPE_CLASS_BOOL: return 5;
    case DTYPE_CLASS_INT:
    case DTYPE_CLASS_UINT:
        return dtype_size(t) == 8   ? (with_sign ? 21 : 20)
               : dtype_size(t) == 4 ? 10 + with_sign
               : dtype_size(t) == 2 ? 5 + with_sign
                                    : 3 + with_sign;
    case DTYPE_CLASS_FLOAT: return 32;
    case DTYPE_CLASS_COMPLEX: return 64;
    case DTYPE_CLASS_NONE:
    case DTYPE_CLASS_STRING: break;
    }
    return 0;
}

int32_t dtype_width(const Run *run, Value v) {
    if (is_exactly(v, run->numpy->dtype)) {
        const DTypeObject *d = (const DTypeObject *)v.as.object;
        return d->width > 0 ? (int32_t)d->width : 0;
    }
    Str name = is_str(run, v) ? str_text(v) : STR("");
    int64_t width = 0;
    size_t at = name.len && memchr("<|=", name.at[0], 3) ? 1 : 0;
    bool strings = at < name.len && memchr("SUa", name.at[at], 3);
    for (size_t i = at + 1; strings && i < name.len && width < 100000; i++) {
        width = name.at[i] >= '0' && name.at[i] <= '9' ? width * 10 + name.at[i] - '0' : 0;
    }
    return (int32_t)width;
}

Value dtype_of_operand(Run *run, Operand x) {
    bool strings = x.tensor->dtype == DTYPE_STRING;
    int32_t width = strings ? text_width(x.tensor, x.text) : 0;
    return dtype_value(run, x.tensor->dtype, x.text, width > x.width ? width : x.width);
}

/* ---- dtype objects ---- */

static const DTypeObject *self_of(Value v) {
    return (const DTypeObject *)v.as.object;
}

static char kind_char(const DTypeObject *d) {
    switch (dtype_class(d->dtype)) {
    case DTYPE_CLASS_BOOL: return 'b';
    case DTYPE_CLASS_INT: return 'i';
    case DTYPE_CLASS_UINT: return 'u';
    case DTYPE_CLASS_FLOAT: return 'f';
    case DTYPE_CLASS_COMPLEX: return 'c';
    case DTYPE_CLASS_STRING: return d->width < 0 ? 'O' : d->text ? 'U' : 'S';
    case DTYPE_CLASS_NONE: break;
    }
    return 'V';
}

static Str dtype_str(Arena *a, const DTypeObject *d) {
    char kind = kind_char(d);
    if (d->width < 0) {
        return STR("object");
    }
    if (d->dtype == DTYPE_STRING) {
        return d->width ? str_printf(a, "%s%c%d", d->text ? "<" : "|", kind, (int)d->width)
                        : str_printf(a, "%s%c", d->text ? "<" : "|", kind);
    }
    size_t size = dtype_size(d->dtype);
    return str_printf(a, "%s%c%zu", size == 1 ? "|" : "<", kind, size);
}

static Str dtype_text(Arena *a, const DTypeObject *d) {
    return d->dtype == DTYPE_STRING ? dtype_str(a, d) : str_of(dtype_name(d->dtype));
}

/* repr drops the bar of "|S5". */
static bool dtype_repr(Run *run, Value self, Value *result) {
    Str text = dtype_text(run->scratch, self_of(self));
    size_t from = text.len && text.at[0] == '|' ? 1 : 0;
    bool foreign = self_of(self)->dtype == DTYPE_BFLOAT16; /* TensorFlow's own, without quotes */
    *result = str_format(run, foreign ? "dtype(%.*s)" : "dtype('%.*s')",
                         STR_ARG(str_sub(text, from, text.len)));
    return true;
}

static bool dtype_to_str(Run *run, Value self, Value *result) {
    *result = str_make(run, dtype_text(run->scratch, self_of(self)));
    return true;
}

static void dtype_show(Sink *out, const Object *o, Moment m, int depth) {
    (void)m;
    (void)depth;
    sink_printf(out, "dtype('%s')", dtype_name(((const DTypeObject *)o)->dtype));
}

static bool dtype_hash(Run *run, Value self, int64_t *result) {
    (void)run;
    *result = dtype_number(self_of(self)->dtype) * 7 + 1;
    return true;
}

/* Equal to whatever names the same type. */
static bool dtype_compare(Run *run, CompareOperator op, Value self, Value other, Value *result) {
    *result = run->not_implemented;
    if (op != COMPARE_OPERATOR_EQUAL && op != COMPARE_OPERATOR_NOT_EQUAL) {
        return true;
    }
    bool text;
    DType t = find_type(run, other, &text);
    bool known = t != DTYPE_INVALID || is_none(other);
    if (!known && !is_str(run, other) && !is_instance(run, other, run->type.type)) {
        return true;
    }
    bool objects = names_objects(run, other);
    bool same = self_of(self)->width < 0 ? objects || value_same(self, other)
                                         : t == self_of(self)->dtype &&
                                               (t != DTYPE_STRING || text == self_of(self)->text);
    *result = value_bool(same == (op == COMPARE_OPERATOR_EQUAL));
    return true;
}

static bool dtype_make(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"dtype", 1, 3, {"dtype", "align", "copy"}};
    Value v[3];
    DType t;
    bool text = false;
    (void)type;
    if (!take_args(run, args, &parameters, v) ||
        !dtype_argument(run, v[0], DTYPE_FLOAT64, &t, &text)) {
        return false;
    }
    *result = is_exactly(v[0], run->numpy->dtype)
                  ? v[0]
                  : dtype_value(run, t, text, dtype_width(run, v[0]));
    return true;
}

static bool name_getter(Run *run, const Value *args, Value *result) {
    const DTypeObject *d = self_of(args[0]);
    *result = d->width < 0               ? str_make(run, STR("object"))
              : d->dtype != DTYPE_STRING ? str_make(run, str_of(dtype_name(d->dtype)))
              : d->text                  ? str_format(run, "str%d", (int)d->width * 32)
                                         : str_format(run, "bytes%d", (int)d->width * 8);
    return true;
}

static bool itemsize_getter(Run *run, const Value *args, Value *result) {
    (void)run;
    const DTypeObject *d = self_of(args[0]);
    int64_t strings = d->text ? d->width * 4 : d->width;
    *result = value_int(d->dtype == DTYPE_STRING ? strings : (int64_t)dtype_size(d->dtype));
    return true;
}

static bool kind_getter(Run *run, const Value *args, Value *result) {
    char kind = kind_char(self_of(args[0]));
    *result = str_make(run, (Str){&kind, 1});
    return true;
}

static bool str_getter(Run *run, const Value *args, Value *result) {
    *result = str_make(run, dtype_str(run->scratch, self_of(args[0])));
    return true;
}

/* The first single letter of the table that means the type ('l', not 'q', for int64). */
static bool char_getter(Run *run, const Value *args, Value *result) {
    const DTypeObject *d = self_of(args[0]);
    Str found = d->text ? STR("U") : STR("S");
    for (size_t i = 0; i < sizeof type_names / sizeof *type_names; i++) {
        if (type_names[i].dtype == d->dtype && strlen(type_names[i].name) == 1) {
            found = str_of(type_names[i].name);
            break;
        }
    }
    *result = str_make(run, found);
    return true;
}

static bool type_getter(Run *run, const Value *args, Value *result) {
    const DTypeObject *d = self_of(args[0]);
    *result = value_object(d->text ? run->numpy->text : run->numpy->scalar[d->dtype]);
    return true;
}

static bool shape_getter(Run *run, const Value *args, Value *result) {
    (void)args;
    *result = tuple_make(run, 0, NULL);
    return true;
}

void install_numpy_dtypes(Run *run, Numpy *np) {
    Type *t = type_make(run, "dtype", NULL, "numpy");
    np->dtype = t;
    t->make = dtype_make;
    t->repr = dtype_repr;
    t->str = dtype_to_str;
    t->hash = dtype_hash;
    t->compare = dtype_compare;
    t->head.show = dtype_show;
    t->size = sizeof(DTypeObject);
    type_add_getter(run, t, "name", name_getter);
    type_add_getter(run, t, "itemsize", itemsize_getter);
    type_add_getter(run, t, "kind", kind_getter);
    type_add_getter(run, t, "char", char_getter);
    type_add_getter(run, t, "str", str_getter);
    type_add_getter(run, t, "type", type_getter);
    type_add_getter(run, t, "shape", shape_getter);
    module_set(run, np->module, "dtype", value_object(t));
}
