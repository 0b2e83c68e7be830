/* module_operator.c: operator: the operators as functions, and itemgetter, attrgetter,
 * methodcaller. */
#include "run/big.h"
#include "run/machine.h"
#include "run/standard.h"

/* ---- operators ---- */

static bool binary(Run *run, const void *row, const Value *args, Value *result) {
    return value_binary(run, *(const BinaryOperator *)row, args[0], args[1], result);
}

static bool inplace(Run *run, const void *row, const Value *args, Value *result) {
    return value_inplace(run, *(const BinaryOperator *)row, args[0], args[1], result);
}

static bool compare(Run *run, const void *row, const Value *args, Value *result) {
    return value_compare(run, *(const CompareOperator *)row, args[0], args[1], result);
}

static bool unary(Run *run, const void *row, const Value *args, Value *result) {
    return value_unary(run, *(const UnaryOperator *)row, args[0], result);
}

#define BINARY(NAME, ID)                                                                           \
    {                                                                                              \
        .name = NAME, .signature = "a, b, /", .fn_row = binary, .row = &(const BinaryOperator) {   \
            BINARY_OPERATOR_##ID                                                                   \
        }                                                                                          \
    }
#define INPLACE(NAME, ID)                                                                          \
    {                                                                                              \
        .name = NAME, .signature = "a, b, /", .fn_row = inplace, .row = &(const BinaryOperator) {  \
            BINARY_OPERATOR_##ID                                                                   \
        }                                                                                          \
    }
#define COMPARE(NAME, ID)                                                                          \
    {                                                                                              \
        .name = NAME, .signature = "a, b, /", .fn_row = compare, .row = &(const CompareOperator) { \
            COMPARE_OPERATOR_##ID                                                                  \
        }                                                                                          \
    }
#define UNARY(NAME, ID)                                                                            \
    {                                                                                              \
        .name = NAME, .signature = "a, /", .fn_row = unary, .row = &(const UnaryOperator) {        \
            UNARY_OPERATOR_##ID                                                                    \
        }                                                                                          \
    }

static const NativeSpec operators[] = {
    BINARY("add", ADD),
    BINARY("sub", SUBTRACT),
    BINARY("mul", MULTIPLY),
    BINARY("truediv", TRUE_DIVIDE),
    BINARY("div", CLASSIC_DIVIDE),
    BINARY("floordiv", FLOOR_DIVIDE),
    BINARY("mod", MODULO),
    BINARY("pow", POWER),
    BINARY("matmul", MATRIX_MULTIPLY),
    BINARY("lshift", LEFT_SHIFT),
    BINARY("rshift", RIGHT_SHIFT),
    BINARY("and_", AND),
    BINARY("or_", OR),
    BINARY("xor", XOR),
    BINARY("concat", ADD),
    INPLACE("iadd", ADD),
    INPLACE("isub", SUBTRACT),
    INPLACE("imul", MULTIPLY),
    INPLACE("itruediv", TRUE_DIVIDE),
    COMPARE("lt", LESS),
    COMPARE("le", LESS_EQUAL),
    COMPARE("eq", EQUAL),
    COMPARE("ne", NOT_EQUAL),
    COMPARE("gt", GREATER),
    COMPARE("ge", GREATER_EQUAL),
    COMPARE("is_", IS),
    COMPARE("is_not", IS_NOT),
    UNARY("neg", NEGATIVE),
    UNARY("pos", POSITIVE),
    UNARY("inv", INVERT),
    UNARY("invert", INVERT),
    UNARY("not_", NOT),
    {0},
};

/* ---- other functions ---- */

static bool op_truth(Run *run, const Value *args, Value *result) {
    bool b;
    bool ok = value_truth(run, args[0], &b);
    *result = value_bool(ok && b);
    return ok;
}

static bool op_contains(Run *run, const Value *args, Value *result) {
    bool b;
    bool ok = value_contains(run, args[0], args[1], &b);
    *result = value_bool(ok && b);
    return ok;
}

static bool op_getitem(Run *run, const Value *args, Value *result) {
    return value_get_item(run, args[0], args[1], result);
}

static bool op_setitem(Run *run, const Value *args, Value *result) {
    *result = value_none();
    return value_set_item(run, args[0], args[1], args[2]);
}

static bool op_delitem(Run *run, const Value *args, Value *result) {
    *result = value_none();
    return value_set_item(run, args[0], args[1], value_unbound());
}

static bool op_index(Run *run, const Value *args, Value *result) {
    return whole_index(run, args[0], result);
}

static bool op_abs(Run *run, const Value *args, Value *result) {
    return call_method(run, value_object(run->builtins), "abs", 1, args, result);
}

/* ---- getters: called with an object ---- */

static bool item_of(Run *run, Value o, Value key, Value *result) {
    return value_get_item(run, o, key, result);
}

/* "a.b.c" goes along. */
static bool attribute_of(Run *run, Value o, Value path, Value *result) {
    Str text = str_text(path);
    *result = o;
    for (size_t i = 0; i <= text.len;) {
        ptrdiff_t dot = str_find(text, STR("."), i);
        size_t end = dot < 0 ? text.len : (size_t)dot;
        if (!value_get_attr(run, *result, name_of(run->names, str_sub(text, i, end)), result)) {
            return false;
        }
        i = end + 1;
    }
    return true;
}

typedef bool Getter(Run *run, Value o, Value key, Value *result);

static bool get_all(Run *run, Value keys, Value o, Getter *get, Value *result) {
    uint32_t n = sequence_count(keys);
    if (n == 1) {
        return get(run, o, sequence_item(keys, 0), result);
    }
    Value t = tuple_make(run, n, NULL);
    for (uint32_t i = 0; i < n; i++) {
        if (!get(run, o, sequence_item(keys, i), &((TupleObject *)t.as.object)->items[i])) {
            return false;
        }
    }
    *result = t;
    return true;
}

static bool get_items(Run *run, const Value *args, Value *result) {
    return get_all(run, args[0], args[1], item_of, result);
}

static bool get_attributes(Run *run, const Value *args, Value *result) {
    return get_all(run, args[0], args[1], attribute_of, result);
}

/* Bound to (name, args, kwargs). */
static bool call_named(Run *run, const Value *args, Value *result) {
    Value method, *items;
    uint32_t n, at = 0, k = 0;
    Value kwargs = sequence_item(args[0], 2);
    if (!attribute_of(run, args[1], sequence_item(args[0], 0), &method) ||
        !value_items(run, sequence_item(args[0], 1), &items, &n)) {
        return false;
    }
    uint32_t m = ((DictObject *)kwargs.as.object)->live;
    Value *all = ARENA_ARRAY(run->arena, n + m + 1, Value);
    Name *names = ARENA_ARRAY(run->arena, m + 1, Name);
    for (uint32_t i = 0; i < n; i++) {
        all[i] = items[i];
    }
    for (DictEntry *e; (e = table_next((DictObject *)kwargs.as.object, &at)); k++) {
        names[k] = name_of(run->names, str_text(e->key));
        all[n + k] = cell_get(&e->value);
    }
    Args call = {all, n, k, names};
    return value_call(run, method, &call, result);
}

static const NativeSpec item_spec = {
    .name = "itemgetter", .signature = "items, obj, /", .fn = get_items};
static const NativeSpec attribute_spec = {
    .name = "attrgetter", .signature = "attrs, obj, /", .fn = get_attributes};
static const NativeSpec caller_spec = {
    .name = "methodcaller", .signature = "call, obj, /", .fn = call_named};

static bool op_itemgetter(Run *run, const Value *args, Value *result) {
    *result = native_make(run, &item_spec, args[0]);
    return sequence_count(args[0]) ||
           raise_type_error(run, "itemgetter expected 1 argument, got 0");
}

static bool op_attrgetter(Run *run, const Value *args, Value *result) {
    for (uint32_t i = 0; i < sequence_count(args[0]); i++) {
        if (!is_str(run, sequence_item(args[0], i))) {
            return raise_type_error(run, "attribute name must be a string");
        }
    }
    *result = native_make(run, &attribute_spec, args[0]);
    return sequence_count(args[0]) ||
           raise_type_error(run, "attrgetter expected 1 argument, got 0");
}

static bool op_methodcaller(Run *run, const Value *args, Value *result) {
    if (!is_str(run, args[0])) {
        return raise_type_error(run, "method name must be a string");
    }
    *result = native_make(run, &caller_spec, tuple_make(run, 3, args));
    return true;
}

static const NativeSpec functions[] = {
    {.name = "truth", .signature = "a, /", .fn = op_truth},
    {.name = "contains", .signature = "a, b, /", .fn = op_contains},
    {.name = "getitem", .signature = "a, b, /", .fn = op_getitem},
    {.name = "setitem", .signature = "a, b, c, /", .fn = op_setitem},
    {.name = "delitem", .signature = "a, b, /", .fn = op_delitem},
    {.name = "index", .signature = "a, /", .fn = op_index},
    {.name = "abs", .signature = "a, /", .fn = op_abs},
    {.name = "itemgetter", .signature = "*items", .fn = op_itemgetter},
    {.name = "attrgetter", .signature = "*attrs", .fn = op_attrgetter},
    {.name = "methodcaller", .signature = "name, /, *args, **kwargs", .fn = op_methodcaller},
    {0},
};

static const char *const not_modelled[] = {
    "countOf", "indexOf", "length_hint", "iconcat", "ifloordiv", "imod",    "ipow",
    "ior",     "iand",    "ixor",        "ilshift", "irshift",   "imatmul", NULL};

void install_operator(Run *run) {
    Module *m = module_make(run, "operator");
    m->missing = refuse_known;
    m->context = (void *)(uintptr_t)not_modelled;
    module_add_functions(run, m, operators);
    module_add_functions(run, m, functions);
}
