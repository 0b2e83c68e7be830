/* wrapper.c: the slots of native types as methods.
 *
 * A native type need not list __len__ or __add__ among its methods: when a program asks for one
 * (hasattr(x, '__iter__'), super().__setitem__(k, v), dict.__init__(self)), the type's slot is
 * wrapped in a function object, which then stays among the type's members. */
#include "run/kinds.h"
#include "run/machine.h"

typedef struct Wrapper Wrapper;
typedef bool WrapFn(Run *run, const Wrapper *w, const Value *args, Value *result);

struct Wrapper {
    NativeSpec spec;
    const Type *type; /* whose slot it is */
    WrapFn *fn;
    int op; /* of arithmetic and comparisons */
};

/* ---- one function a slot ---- */

static bool wrap_repr(Run *run, const Wrapper *w, const Value *args, Value *result) {
    return w->type->repr(run, args[0], result);
}

static bool wrap_str(Run *run, const Wrapper *w, const Value *args, Value *result) {
    return w->type->str(run, args[0], result);
}

static bool wrap_truth(Run *run, const Wrapper *w, const Value *args, Value *result) {
    bool b;
    bool ok = w->type->truth(run, args[0], &b);
    *result = value_bool(ok && b);
    return ok;
}

static bool wrap_nonzero(Run *run, const Wrapper *w, const Value *args, Value *result) {
    return wrap_truth(run, w, args, result);
}

static bool wrap_hash(Run *run, const Wrapper *w, const Value *args, Value *result) {
    int64_t n = 0;
    bool ok = w->type->hash(run, args[0], &n);
    *result = value_int(n);
    return ok;
}

static bool wrap_len(Run *run, const Wrapper *w, const Value *args, Value *result) {
    int64_t n = 0;
    bool ok = w->type->length(run, args[0], &n);
    *result = value_int(n);
    return ok;
}

bool args_of(Run *run, const Value *rest, Args *args) {
    const TupleObject *positional = (const TupleObject *)rest[0].as.object;
    const DictObject *keywords = (const DictObject *)rest[1].as.object;
    uint32_t n = positional->count, at = 0;
    Value *values = ARENA_ARRAY(run->arena, n + keywords->live, Value);
    Name *names = ARENA_ARRAY(run->arena, keywords->live, Name);
    for (uint32_t i = 0; i < n; i++) {
        values[i] = positional->items[i];
    }
    uint32_t k = 0;
    for (DictEntry *e; (e = table_next(keywords, &at)); k++) {
        if (!name_of_value(run, e->key, &names[k])) {
            return false;
        }
        values[n + k] = cell_get(&e->value);
    }
    *args = (Args){values, n, k, names};
    return true;
}

static bool wrap_call(Run *run, const Wrapper *w, const Value *args, Value *result) {
    Args rest;
    return args_of(run, args + 1, &rest) && w->type->call(run, args[0], &rest, result);
}

static bool wrap_getattribute(Run *run, const Wrapper *w, const Value *args, Value *result) {
    Name name;
    bool found;
    if (!name_of_value(run, args[1], &name) ||
        !w->type->get_attr(run, args[0], name, &found, result)) {
        return false;
    }
    if (!found && !generic_find_attr(run, args[0], name, &found, result)) {
        return false;
    }
    return found || raise_attribute_error(run, "'%.*s' object has no attribute '%s'",
                                          STR_ARG(type_name(run, args[0])), name->text);
}

static bool wrap_setattr(Run *run, const Wrapper *w, const Value *args, Value *result) {
    Name name;
    *result = value_none();
    return name_of_value(run, args[1], &name) && w->type->set_attr(run, args[0], name, args[2]);
}

static bool wrap_delattr(Run *run, const Wrapper *w, const Value *args, Value *result) {
    Name name;
    *result = value_none();
    return name_of_value(run, args[1], &name) &&
           w->type->set_attr(run, args[0], name, value_unbound());
}

static bool wrap_getitem(Run *run, const Wrapper *w, const Value *args, Value *result) {
    return w->type->get_item(run, args[0], args[1], result);
}

static bool wrap_setitem(Run *run, const Wrapper *w, const Value *args, Value *result) {
    *result = value_none();
    return w->type->set_item(run, args[0], args[1], args[2]);
}

static bool wrap_delitem(Run *run, const Wrapper *w, const Value *args, Value *result) {
    *result = value_none();
    return w->type->set_item(run, args[0], args[1], value_unbound());
}

static bool wrap_contains(Run *run, const Wrapper *w, const Value *args, Value *result) {
    bool b;
    bool ok = w->type->contains(run, args[0], args[1], &b);
    *result = value_bool(ok && b);
    return ok;
}

static bool wrap_iter(Run *run, const Wrapper *w, const Value *args, Value *result) {
    return w->type->iter(run, args[0], result);
}

static bool wrap_next(Run *run, const Wrapper *w, const Value *args, Value *result) {
    bool done = false;
    if (!w->type->next(run, args[0], result, &done)) {
        return false;
    }
    return !done || raise_args(run, run->exception.StopIteration, 0, NULL);
}

static bool wrap_next2(Run *run, const Wrapper *w, const Value *args, Value *result) {
    return wrap_next(run, w, args, result);
}

static bool wrap_enter(Run *run, const Wrapper *w, const Value *args, Value *result) {
    return w->type->enter(run, args[0], result);
}

static bool wrap_exit(Run *run, const Wrapper *w, const Value *args, Value *result) {
    bool swallow = false;
    bool ok = w->type->exit(run, args[0], args[2], &swallow);
    *result = value_bool(ok && swallow);
    return ok;
}

static bool wrap_get(Run *run, const Wrapper *w, const Value *args, Value *result) {
    const Type *owner = is_type(run, args[2]) ? as_type(args[2]) : type_of(run, args[1]);
    Value instance = is_none(args[1]) ? value_unbound() : args[1];
    return w->type->bind(run, args[0], instance, owner, result);
}

static bool wrap_set(Run *run, const Wrapper *w, const Value *args, Value *result) {
    *result = value_none();
    return w->type->bind_set(run, args[0], args[1], args[2]);
}

static bool wrap_delete(Run *run, const Wrapper *w, const Value *args, Value *result) {
    *result = value_none();
    return w->type->bind_set(run, args[0], args[1], value_unbound());
}

static bool wrap_new(Run *run, const Wrapper *w, const Value *args, Value *result) {
    Args rest;
    if (!is_type(run, args[0]) || !is_subtype(as_type(args[0]), w->type)) {
        return raise_type_error(run, "%s.__new__(X): X is not a subtype of %s",
                                w->type->head.name->text, w->type->head.name->text);
    }
    if (!args_of(run, args + 1, &rest)) {
        return false;
    }
    Value init = members_get(&w->type->members, run->machine->name.init);
    if (!is_unbound(init) && !is_subtype(w->type, run->exception.BaseException)) {
        rest = (Args){0}; /* __init__ gets them */
    }
    return w->type->make(run, as_type(args[0]), &rest, result);
}

static bool wrap_unary(Run *run, const Wrapper *w, const Value *args, Value *result) {
    return w->type->unary(run, (UnaryOperator)w->op, args[0], result);
}

static bool wrap_binary(Run *run, const Wrapper *w, const Value *args, Value *result) {
    bool ok = w->type->binary(run, (BinaryOperator)w->op, args[0], args[1], false, result);
    if (ok && w->op == BINARY_OPERATOR_ADD && value_same(*result, run->not_implemented)) {
        return !sequence_binary_error(run, BINARY_OPERATOR_ADD, args[0], args[1]);
    }
    return ok;
}

static bool wrap_reflected(Run *run, const Wrapper *w, const Value *args, Value *result) {
    return w->type->binary(run, (BinaryOperator)w->op, args[0], args[1], true, result);
}

static bool wrap_inplace(Run *run, const Wrapper *w, const Value *args, Value *result) {
    return w->type->inplace(run, (BinaryOperator)w->op, args[0], args[1], result);
}

static bool wrap_compare(Run *run, const Wrapper *w, const Value *args, Value *result) {
    return w->type->compare(run, (CompareOperator)w->op, args[0], args[1], result);
}

/* ---- the table of all of them ---- */

typedef struct Row {
    const char *name;
    const char *signature;
    size_t slot; /* offset in Type */
    WrapFn *fn;
    int op;
} Row;

static const Row rows[] = {
#define SLOT(ID, NAME, SIGNATURE, FIELD) {NAME, SIGNATURE, offsetof(Type, FIELD), wrap_##ID, 0},
#include "run/slot.def"
#undef SLOT
#define UNARY_OPERATOR(ID, SIGN, METHOD)                                                           \
    {METHOD, "self, /", offsetof(Type, unary), wrap_unary, UNARY_OPERATOR_##ID},
#define BINARY_OPERATOR(ID, SIGN, METHOD, REFLECTED, INPLACE)                                      \
    {METHOD, "self, value, /", offsetof(Type, binary), wrap_binary, BINARY_OPERATOR_##ID},         \
        {REFLECTED, "self, value, /", offsetof(Type, binary), wrap_reflected,                      \
         BINARY_OPERATOR_##ID},                                                                    \
        {INPLACE, "self, value, /", offsetof(Type, inplace), wrap_inplace, BINARY_OPERATOR_##ID},
#define COMPARE_OPERATOR(ID, SIGN, METHOD, REFLECTED)                                              \
    {REFLECTED[0] ? METHOD : "", "self, value, /", offsetof(Type, compare), wrap_compare,          \
     COMPARE_OPERATOR_##ID},
#include "lang/operator.def"
#undef UNARY_OPERATOR
#undef BINARY_OPERATOR
#undef COMPARE_OPERATOR
};
#define ROWS (sizeof rows / sizeof *rows)

void wrappers_init(Run *run) {
    run->machine->wrappers = map_make(run->arena);
    for (size_t i = 0; i < ROWS; i++) {
        if (rows[i].name[0]) {
            map_put(&run->machine->wrappers, name_z(run->names, rows[i].name))->num = (int64_t)i;
        }
    }
}

static bool wrapper_run(Run *run, const void *row, const Value *args, Value *result) {
    const Wrapper *w = row;
    return w->fn(run, w, args, result);
}

static Value wrapper_make(Run *run, Type *t, Name name, const Row *row) {
    Wrapper *w = ARENA_NEW(run->arena, Wrapper);
    w->spec = (NativeSpec){
        .name = row->name, .signature = row->signature, .fn_row = wrapper_run, .row = w};
    w->type = t;
    w->fn = row->fn;
    w->op = row->op;
    Value v = native_make(run, &w->spec, value_unbound());
    if (row->fn != wrap_new) {
        ((NativeObject *)v.as.object)->owner = t;
    }
    members_set(run, &t->members, NULL, name, v);
    return v;
}

/* Methods that only one of the two Pythons has. */
static bool of_other_python(const Run *run, Name name) {
    const Specials *s = &run->machine->name;
    if (run->trace->python == 2) {
        return name == s->next || name == s->truth;
    }
    return name == s->next2 || name == s->nonzero;
}

/* ---- what the slots for operators stand for ---- */

static bool has_word(const char *words, Str word) {
    Str all = str_of(words);
    ptrdiff_t at = str_find(all, word, 0);
    while (at >= 0) {
        size_t end = (size_t)at + word.len;
        if ((at == 0 || all.at[at - 1] == ' ') && (end == all.len || all.at[end] == ' ')) {
            return true;
        }
        at = str_find(all, word, end);
    }
    return false;
}

/* The methods of the native type t alone; NULL: not told, so it has all of them. */
static const char *operators_of(const Run *run, const Type *t) {
#define NATIVE_OPERATORS(ID, PYTHON, METHODS)                                                      \
    if (t == run->type.ID && (!(PYTHON) || (PYTHON) == run->trace->python)) {                      \
        return METHODS;                                                                            \
    }
#include "run/native_operator.def"
#undef NATIVE_OPERATORS
    return NULL;
}

/* Does the type have that operator in Python, too? A slot serves several. */
static bool has_operator(const Run *run, const Type *t, const Row *row) {
    const char *methods = NULL;
    if (row->fn == wrap_truth && t->length && t != run->type.range) {
        return false;
    }
    if (row->fn != wrap_binary && row->fn != wrap_reflected && row->fn != wrap_inplace) {
        return true;
    }
    for (; t && !methods; t = t->base) {
        methods = operators_of(run, t);
    }
    Str name = str_of(row->name);
    return !methods || has_word(methods, str_sub(name, 2, name.len - 2));
}

Value wrapper_find(Run *run, Type *t, Name name) {
    if (!is_special(name) && name != run->machine->name.next2) {
        return value_unbound();
    }
    const MapEntry *e = map_find(&run->machine->wrappers, name);
    if (!e || of_other_python(run, name)) {
        return value_unbound();
    }
    const Row *row = &rows[e->num];
    void (*fn)(void);
    memcpy(&fn, (const char *)t + row->slot, sizeof fn);
    if (!fn || !has_operator(run, t, row)) {
        return value_unbound();
    }
    return wrapper_make(run, t, name, row);
}
