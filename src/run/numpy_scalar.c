/* numpy_scalar.c: numpy's scalar types, np.float32 and the like: numbers that know their element
 * type. */
#include <math.h>
#include <string.h>

#include "run/numpy_inner.h"
#include "tensor/print.h"

static const Tensor *tensor_at(Value self) {
    return ((const ScalarObject *)self.as.object)->tensor;
}

static Value number_at(Value self) {
    return ((const ScalarObject *)self.as.object)->number;
}

Value scalar_make(Run *run, const Tensor *t) {
    if (t->dtype == DTYPE_STRING) {
        return bytes_make(run, tensor_text(t, 0));
    }
    ScalarObject *s = object_make(run, run->numpy->scalar[t->dtype], sizeof *s);
    s->tensor = t;
    s->number = element_value(run, t, 0, false);
    return value_object(s);
}

/* ---- slots ---- */

static bool scalar_repr(Run *run, Value self, Value *result) {
    Sink out = sink_memory(run->scratch);
    numpy_scalar_str(&out, tensor_at(self), 0);
    *result = str_make(run, sink_str(&out));
    return true;
}

static void scalar_show(Sink *out, const Object *o, Moment m, int depth) {
    (void)m;
    (void)depth;
    numpy_scalar_str(out, ((const ScalarObject *)o)->tensor, 0);
}

static bool scalar_truth(Run *run, Value self, bool *result) {
    return value_truth(run, number_at(self), result);
}

static bool scalar_hash(Run *run, Value self, int64_t *result) {
    return value_hash(run, number_at(self), result);
}

/* Only keys of None and ... find something in a number. */
static bool is_dimless(const Run *run, Value key) {
    bool plain = is_none(key) || value_same(key, run->ellipsis);
    bool tuple = is_tuple(run, key);
    for (uint32_t i = 0; tuple && i < sequence_count(key); i++) {
        tuple = is_dimless(run, sequence_item(key, i));
    }
    return plain || tuple;
}

static bool scalar_get_item(Run *run, Value self, Value key, Value *result) {
    if (!is_dimless(run, key)) {
        return raise_error(run, run->exception.IndexError, "invalid index to scalar variable.");
    }
    return array_get_item(run, array_make(run, tensor_at(self)), key, result);
}

static bool scalar_iter(Run *run, Value self, Value *result) {
    (void)result;
    return raise_type_error(run, "'%.*s' object is not iterable", STR_ARG(type_name(run, self)));
}

/* ---- making: np.float32(v) ---- */

static DType type_made(const Run *run, const Type *type) {
    DType t = DTYPE_FLOAT64;
    for (const Type *k = type; k; k = k->base) {
        if (numpy_dtype_of(run, value_object(k), &t)) {
            break;
        }
    }
    return t;
}

static bool make_from(Run *run, const Type *type, Value v, Value *result) {
    Operand x;
    if (is_none(v) && dtype_class(type_made(run, type)) == DTYPE_CLASS_FLOAT) {
        v = value_float(NAN);
    }
    if (!operand_as(run, v, type_made(run, type), &x)) {
        return false;
    }
    x.tensor = tensor_same(run, x.tensor);
    *result = result_make(run, x);
    return true;
}

static bool scalar_new(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"scalar", 0, 1, {NULL}};
    Value v;
    if (!take_args(run, args, &parameters, &v)) {
        return false;
    }
    return make_from(run, type, is_unbound(v) ? value_int(0) : v, result);
}

/* np.str_ and np.bytes_ give plain strings. */
static bool text_new(Run *run, const Type *type, const Args *args, Value *result) {
    Value of = value_object(type == run->numpy->text ? run->type.str : run->type.bytes);
    return value_call(run, of, args, result);
}

/* ---- conversions that Python asks for ---- */

static bool to_int(Run *run, const Value *args, Value *result) {
    Value v = number_at(args[0]);
    return value_call_n(run, value_object(run->type.integer), 1, &v, result);
}

static bool to_float(Run *run, const Value *args, Value *result) {
    Value v = number_at(args[0]);
    return value_call_n(run, value_object(run->type.real), 1, &v, result);
}

static bool to_format(Run *run, const Value *args, Value *result) {
    Str text, spec;
    if (!text_of(run, args[1], &spec) || !value_format(run, number_at(args[0]), spec, &text)) {
        return false;
    }
    *result = str_make(run, text);
    return true;
}

static bool round_to_int(Run *run, Value number, Value *result) {
    *result = number;
    return number.kind != VALUE_FLOAT ||
           integer_of_real(run, real_round(number.as.real, 0, false), result);
}

static bool to_round(Run *run, const Value *args, Value *result) {
    Value v = number_at(args[0]);
    int64_t digits;
    if (!given(args[1])) {
        return round_to_int(run, v, result);
    }
    if (!index_of(run, args[1], &digits)) {
        return false;
    }
    *result = args[0];
    if (v.kind == VALUE_FLOAT) {
        double d = real_round(v.as.real, digits, false);
        *result = scalar_make(run, tensor_scalar_f64(run->arena, tensor_at(args[0])->dtype, d));
    }
    return true;
}

static const NativeSpec scalar_methods[] = {
    {.name = "__int__", .signature = "self, /", .fn = to_int},
    {.name = "__float__", .signature = "self, /", .fn = to_float},
    {.name = "__format__", .signature = "self, spec, /", .fn = to_format},
    {.name = "__round__", .signature = "self, ndigits=None, /", .fn = to_round},
    {0},
};

static const NativeSpec integer_methods[] = {
    {.name = "__index__", .signature = "self, /", .fn = to_int},
    {0},
};

/* ---- bfloat16 ---- */

static bool bfloat_repr(Run *run, Value self, Value *result) {
    Value text;
    if (!scalar_repr(run, self, &text)) {
        return false;
    }
    *result = str_format(run, "bfloat16(%.*s)", STR_ARG(str_text(text)));
    return true;
}

bool refuse_bfloat(Run *run) {
    return refuse(run, NULL, "numpy's arithmetic on bfloat16 is not modelled");
}

/* The type that TensorFlow gives numpy; the module numpy has no name for it. */
static void install_bfloat(Run *run, Numpy *np) {
    Type *t = type_make(run, "bfloat16", np->generic, "builtins");
    t->size = sizeof(ScalarObject);
    t->make = scalar_new;
    t->repr = bfloat_repr;
    np->scalar[DTYPE_BFLOAT16] = t;
}

/* ---- the tree of types ---- */

static Type *add_type(Run *run, Numpy *np, const char *name, const Type *base) {
    Type *t = type_make(run, name, base, "numpy");
    t->size = sizeof(ScalarObject);
    module_set(run, np->module, name, value_object(t));
    return t;
}

static void add_concrete(Run *run, Numpy *np, DType dtype, const char *name, const Type *base) {
    Type *t = add_type(run, np, name, base);
    t->make = scalar_new;
    np->scalar[dtype] = t;
}

static void install_reals_of(Run *run, Numpy *np, const Type *number) {
    Type *integer = add_type(run, np, "integer", number);
    const Type *with_sign = add_type(run, np, "signedinteger", integer);
    const Type *without = add_type(run, np, "unsignedinteger", integer);
    type_add_methods(run, integer, integer_methods);
    add_concrete(run, np, DTYPE_INT8, "int8", with_sign);
    add_concrete(run, np, DTYPE_INT16, "int16", with_sign);
    add_concrete(run, np, DTYPE_INT32, "int32", with_sign);
    add_concrete(run, np, DTYPE_INT64, "int64", with_sign);
    add_concrete(run, np, DTYPE_UINT8, "uint8", without);
    add_concrete(run, np, DTYPE_UINT16, "uint16", without);
    add_concrete(run, np, DTYPE_UINT32, "uint32", without);
    add_concrete(run, np, DTYPE_UINT64, "uint64", without);
}

static void install_inexact(Run *run, Numpy *np, const Type *number) {
    const Type *inexact = add_type(run, np, "inexact", number);
    const Type *floating = add_type(run, np, "floating", inexact);
    const Type *complex = add_type(run, np, "complexfloating", inexact);
    add_concrete(run, np, DTYPE_FLOAT16, "float16", floating);
    add_concrete(run, np, DTYPE_FLOAT32, "float32", floating);
    add_concrete(run, np, DTYPE_FLOAT64, "float64", floating);
    add_concrete(run, np, DTYPE_COMPLEX64, "complex64", complex);
    add_concrete(run, np, DTYPE_COMPLEX128, "complex128", complex);
}

static void install_strings(Run *run, Numpy *np) {
    const Type *flexible = add_type(run, np, "flexible", np->generic);
    const Type *character = add_type(run, np, "character", flexible);
    add_concrete(run, np, DTYPE_STRING, "bytes_", character);
    np->text = add_type(run, np, "str_", character);
    np->scalar[DTYPE_STRING]->make = text_new;
    np->text->make = text_new;
}

/* np.float64 is a float, too: float comes last but object in its mro, so that numpy's own slots are
 * found first. */
static void make_float(Run *run, Type *t) {
    const Type **mro = ARENA_ARRAY(run->arena, t->nmro + 1, const Type *);
    memcpy(mro, t->mro, t->nmro * sizeof *mro);
    mro[t->nmro - 1] = run->type.real;
    mro[t->nmro] = run->type.object;
    t->mro = mro;
    t->nmro++;
}

static void install_slots(Type *t) {
    t->repr = scalar_repr;
    t->str = scalar_repr;
    t->truth = scalar_truth;
    t->hash = scalar_hash;
    t->get_item = scalar_get_item;
    t->iter = scalar_iter;
    t->binary = numpy_binary;
    t->unary = numpy_unary;
    t->compare = numpy_compare;
    t->head.show = scalar_show;
}

void install_numpy_scalars(Run *run, Numpy *np) {
    np->generic = type_make(run, "generic", NULL, "numpy");
    np->generic->size = sizeof(ScalarObject);
    install_slots(np->generic);
    type_add_methods(run, np->generic, scalar_methods);
    module_set(run, np->module, "generic", value_object(np->generic));
    const Type *number = add_type(run, np, "number", np->generic);
    add_concrete(run, np, DTYPE_BOOL, "bool_", np->generic);
    install_reals_of(run, np, number);
    install_inexact(run, np, number);
    install_strings(run, np);
    install_bfloat(run, np);
    make_float(run, np->scalar[DTYPE_FLOAT64]);
}
