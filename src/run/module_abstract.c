/* module_abstract.c: abc and numbers: classes that cannot be instantiated, and classes that an
 * object belongs to because of what it can do. */
#include "run/big.h"
#include "run/complex.h"
#include "run/machine.h"
#include "run/numpy.h"
#include "run/standard.h"

/* ---- abstract methods ---- */

static bool is_abstract(Run *run, Value v);

/* A property, static method or class method is abstract when what it wraps is. */
static bool wraps_abstract(Run *run, Value v, const char *inner) {
    Value function;
    bool found = false;
    return value_find_attr(run, v, name_z(run->names, inner), &found, &function) && found &&
           is_abstract(run, function);
}

static bool is_abstract(Run *run, Value v) {
    Value flag;
    bool found = false, truth = false;
    if (v.kind != VALUE_OBJECT || is_type(run, v)) {
        return false;
    }
    if (is_exactly(v, run->type.property)) {
        return wraps_abstract(run, v, "fget") || wraps_abstract(run, v, "fset");
    }
    if (is_exactly(v, run->type.staticmethod) || is_exactly(v, run->type.classmethod)) {
        return wraps_abstract(run, v, "__func__");
    }
    return value_find_attr(run, v, name_z(run->names, "__isabstractmethod__"), &found, &flag) &&
           found && value_truth(run, flag, &truth) && truth;
}

/* The names of methods that are still abstract in t, in order of the mro. */
static uint32_t abstract_names(Run *run, const Type *t, Name *names, uint32_t most) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < t->nmro; i++) {
        const Members *m = &t->mro[i]->members;
        for (uint32_t k = 0; t->mro[i]->heap && k < m->count && n < most; k++) {
            Value v = cell_get(&m->at[k].cell);
            if (is_abstract(run, v) && value_same(v, type_lookup(run, t, m->at[k].name))) {
                names[n++] = m->at[k].name;
            }
        }
    }
    return n;
}

static bool cannot_instantiate(Run *run, const Type *t, uint32_t n, Name *names) {
    Sink out = sink_memory(run->scratch);
    Value *texts = ARENA_ARRAY(run->scratch, n, Value);
    for (uint32_t i = 0; i < n; i++) {
        texts[i] = str_of_name(run, names[i]);
    }
    if (!sort_values(run, texts, n, value_none(), value_none(), false)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        sink_z(&out, i ? ", " : "");
        sink_put(&out, str_text(texts[i]));
    }
    return raise_type_error(run, "Can't instantiate abstract class %s with abstract method%s %.*s",
                            t->head.name->text, n > 1 ? "s" : "", STR_ARG(sink_str(&out)));
}

#define MOST_NAMES 32

static bool abstract_call(Run *run, Value self, const Args *args, Value *result) {
    Name names[MOST_NAMES];
    const Type *t = (const Type *)self.as.object;
    bool meta = is_subtype(t, run->type.type);
    uint32_t n = meta ? 0 : abstract_names(run, t, names, MOST_NAMES);
    return n ? cannot_instantiate(run, t, n, names) : run->type.type->call(run, self, args, result);
}

static bool abstract_method(Run *run, const Value *args, Value *result) {
    *result = args[0];
    if (is_exactly(args[0], run->type.function)) {
        return value_set_attr(run, args[0], name_z(run->names, "__isabstractmethod__"),
                              value_bool(true));
    }
    return true;
}

static bool abstract_property(Run *run, const Value *args, Value *result) {
    Value f;
    return abstract_method(run, args, &f) &&
           call1(run, value_object(run->type.property), f, result);
}

static bool get_abstract_methods(Run *run, const Value *args, Value *result) {
    Name names[MOST_NAMES];
    uint32_t n = abstract_names(run, as_type(args[0]), names, MOST_NAMES);
    Value set = set_make(run);
    for (uint32_t i = 0; i < n; i++) {
        if (!set_add(run, set, str_of_name(run, names[i]))) {
            return false;
        }
    }
    return call1(run, value_object(run->type.frozenset), set, result);
}

/* ---- virtual subclasses ---- */

#define REGISTRY "_abc_impl"

static bool abc_register(Run *run, const Value *args, Value *result) {
    Type *t = as_type(args[0]);
    Name name = name_z(run->names, REGISTRY);
    Value list = members_get(&t->members, name);
    *result = args[1];
    if (!is_type(run, args[1])) {
        return raise_type_error(run, "Can only register classes");
    }
    if (is_unbound(list)) {
        list = list_make(run, 0, NULL);
        members_set(run, &t->members, NULL, name, list);
    }
    list_append(run, list, args[1]);
    return true;
}

static bool abc_subclass(Run *run, const Type *sub, const Type *t, bool *result);

/* What a class says itself in __subclasshook__; *known: it said something. */
static bool ask_hook(Run *run, const Type *sub, const Type *t, bool *known, bool *result) {
    Value hook = type_lookup(run, t, name_z(run->names, "__subclasshook__")), bound, v;
    Value arg = value_object(sub);
    *known = false;
    if (is_unbound(hook)) {
        return true;
    }
    if (!attribute_bind(run, hook, value_unbound(), t, &bound) ||
        !value_call_n(run, bound, 1, &arg, &v)) {
        return false;
    }
    *known = !value_same(v, run->not_implemented);
    return !*known || value_truth(run, v, result);
}

/* Is sub a subclass of one that was registered, or of a subclass of t? */
static bool ask_others(Run *run, const Type *sub, const Type *t, bool *result) {
    Value list = members_get(&t->members, name_z(run->names, REGISTRY));
    for (uint32_t i = 0; !is_unbound(list) && i < sequence_count(list) && !*result; i++) {
        if (!abc_subclass(run, sub, as_type(sequence_item(list, i)), result)) {
            return false;
        }
    }
    for (uint32_t i = 0; i < t->nderived && !*result; i++) {
        if (!abc_subclass(run, sub, t->derived[i], result)) {
            return false;
        }
    }
    return true;
}

static bool abc_subclass(Run *run, const Type *sub, const Type *t, bool *result) {
    bool known = false;
    *result = is_subtype(sub, t);
    if (*result || !is_subtype(object_type(&t->head.object), run->standard->abstract_meta)) {
        return true;
    }
    if (!deeper(run, "")) {
        return false;
    }
    bool ok = ask_hook(run, sub, t, &known, result) && (known || ask_others(run, sub, t, result));
    shallower(run);
    return ok;
}

static bool abc_subclass_check(Run *run, const Value *args, Value *result) {
    bool is = false;
    if (!is_type(run, args[1])) {
        return raise_type_error(run, "issubclass() arg 1 must be a class");
    }
    bool ok = abc_subclass(run, as_type(args[1]), as_type(args[0]), &is);
    *result = value_bool(ok && is);
    return ok;
}

static bool abc_instance_check(Run *run, const Value *args, Value *result) {
    Value of_class[2] = {args[0], value_object(type_of(run, args[1]))};
    return abc_subclass_check(run, of_class, result);
}

static const NativeSpec abc_functions[] = {
    {.name = "abstractmethod", .signature = "funcobj, /", .fn = abstract_method},
    {.name = "abstractproperty", .signature = "fget, /", .fn = abstract_property},
    {0},
};

static const NativeSpec meta_methods[] = {
    {.name = "register", .signature = "cls, subclass, /", .fn = abc_register},
    {.name = "__instancecheck__", .signature = "cls, instance, /", .fn = abc_instance_check},
    {.name = "__subclasscheck__", .signature = "cls, subclass, /", .fn = abc_subclass_check},
    {0},
};

/* ---- classes by ability ---- */

typedef bool Able(const Run *run, Value v);

static bool integral(const Run *run, Value v) {
    Value whole;
    bool scalar =
        is_numpy_scalar(run, v) && (dtype_class(array_tensor(v)->dtype) == DTYPE_CLASS_INT ||
                                    dtype_class(array_tensor(v)->dtype) == DTYPE_CLASS_UINT);
    return whole_of(run, v, &whole) || scalar;
}

static bool number(const Run *run, Value v) {
    Value n;
    return number_of(run, v, &n) ||
           (is_numpy_scalar(run, v) && dtype_is_numeric(array_tensor(v)->dtype));
}

static bool any_number(const Run *run, Value v) {
    return number(run, v) || is_complex(run, v);
}

typedef struct Ability {
    const char *name;
    Able *able;
} Ability;

static const Ability numbers[] = {
    {"Number", any_number}, {"Complex", any_number}, {"Real", number},
    {"Rational", integral}, {"Integral", integral},  {NULL, NULL},
};

static const Ability *ability_of(const Type *t) {
    for (const Ability *a = numbers; a->name && !t->heap; a++) {
        if (str_is(name_str(t->head.name), a->name)) {
            return a;
        }
    }
    return NULL;
}

/* Also called for classes of the program that derive from one of these. */
static bool instance_check(Run *run, const Value *args, Value *result) {
    const Type *t = (const Type *)args[0].as.object;
    const Ability *a = ability_of(t);
    *result = value_bool(is_instance(run, args[1], t) || (a && a->able(run, args[1])));
    return true;
}

/* What a number of that type could be: a value of it answers. */
static bool subclass_check(Run *run, const Value *args, Value *result) {
    const Type *t = as_type(args[0]);
    const Ability *a = ability_of(t);
    bool is = is_type(run, args[1]) && is_subtype(as_type(args[1]), t);
    if (is_type(run, args[1]) && a) {
        const Type *sub = as_type(args[1]);
        is |= (is_subtype(sub, run->type.integer) && a->able(run, value_int(0))) ||
              (is_subtype(sub, run->type.real) && a->able(run, value_float(0))) ||
              (is_subtype(sub, run->type.complex) && a->able == any_number);
    }
    *result = value_bool(is);
    return true;
}

static const NativeSpec ability_methods[] = {
    {.name = "__instancecheck__", .signature = "cls, instance, /", .fn = instance_check},
    {.name = "__subclasscheck__", .signature = "cls, subclass, /", .fn = subclass_check},
    {0},
};

/* Their slot raises; to those who ask, there is none. */
static void tell_unhashable(Run *run) {
    Type *types[] = {run->type.list, run->type.dict, run->type.set};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        members_set(run, &types[i]->members, NULL, run->machine->name.hash, value_none());
    }
}

void install_abstract(Run *run, Standard *s) {
    tell_unhashable(run);
    Module *abc = module_make(run, "abc"), *numbers_module = module_make(run, "numbers");
    Type *meta = type_make(run, "ABCMeta", run->type.type, "abc");
    meta->make = run->type.type->make;
    meta->call = abstract_call;
    type_add_methods(run, meta, meta_methods);
    type_add_getter(run, meta, "__abstractmethods__", get_abstract_methods);
    s->abstract_meta = meta;
    Type *base = record_type(run, "ABC", "abc");
    base->head.object.type = &meta->head;
    module_add_functions(run, abc, abc_functions);
    module_set(run, abc, "ABCMeta", value_object(meta));
    module_set(run, abc, "ABC", value_object(base));
    Type *able = type_make(run, "ABCMeta", meta, "abc");
    able->make = meta->make;
    type_add_methods(run, able, ability_methods);
    const Type *wider = run->type.object;
    for (const Ability *a = numbers; a->name; a++) { /* each is a kind of the one before */
        Type *t = type_make(run, a->name, wider, "numbers");
        t->size = sizeof(InstanceObject);
        t->attributes = offsetof(InstanceObject, members);
        wider = t;
        t->head.object.type = &able->head;
        module_set(run, numbers_module, a->name, value_object(t));
    }
}
