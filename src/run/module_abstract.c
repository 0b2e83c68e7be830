/* module_abstract.c: abc, collections.abc and numbers: classes that cannot be instantiated, and
 * classes that an object belongs to because of what it can do. */
#include "run/big.h"
#include "run/machine.h"
#include "run/numpy.h"
#include "run/standard.h"

/* ---- abstract methods ---- */

static bool is_abstract(Run *run, Value v) {
    Value flag;
    bool found = false, truth = false;
    if (v.kind != VALUE_OBJECT || !is_callable(run, v)) {
        Value getter;
        bool property = v.kind == VALUE_OBJECT && is_exactly(v, run->type.property);
        return property && value_find_attr(run, v, name_z(run->names, "fget"), &found, &getter) &&
               found && is_abstract(run, getter);
    }
    if (is_type(run, v) ||
        !value_find_attr(run, v, name_z(run->names, "__isabstractmethod__"), &found, &flag)) {
        return false;
    }
    return found && value_truth(run, flag, &truth) && truth;
}

/* The names of methods that are still abstract in t, in order of the mro. */
static uint32_t abstract_names(Run *run, const Type *t, Name *names, uint32_t most) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < t->nmro; i++) {
        const Members *m = &t->mro[i]->members;
        for (uint32_t k = 0; t->mro[i]->heap && k < m->count && n < most; k++) {
            Value v = type_lookup(run, t, m->at[k].name);
            if (is_abstract(run, v) && value_same(v, cell_get(&m->at[k].cell))) {
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

static bool abc_register(Run *run, const Value *args, Value *result) {
    (void)args;
    (void)result;
    return refuse(run, NULL, "the method 'register' of abstract classes");
}

static const NativeSpec abc_functions[] = {
    {.name = "abstractmethod", .signature = "funcobj, /", .fn = abstract_method},
    {.name = "abstractproperty", .signature = "fget, /", .fn = abstract_property},
    {0},
};

static const NativeSpec meta_methods[] = {
    {.name = "register", .signature = "cls, subclass, /", .fn = abc_register},
    {0},
};

/* ---- classes by ability ---- */

typedef bool Able(const Run *run, Value v);

static bool hashable(const Run *run, Value v) {
    return !is_list(run, v) && !is_dict(run, v) && !is_instance(run, v, run->type.set);
}

static bool iterable(const Run *run, Value v) {
    return TYPE_WITH(type_of(run, v), iter) != NULL;
}

static bool iterator(const Run *run, Value v) {
    return TYPE_WITH(type_of(run, v), next) != NULL;
}

static bool sized(const Run *run, Value v) {
    return TYPE_WITH(type_of(run, v), length) != NULL;
}

static bool container(const Run *run, Value v) {
    return TYPE_WITH(type_of(run, v), contains) != NULL;
}

static bool collection(const Run *run, Value v) {
    return iterable(run, v) && sized(run, v) && container(run, v);
}

static bool sequence(const Run *run, Value v) {
    return is_sequence(run, v) || is_str(run, v) || is_bytes(run, v) ||
           is_exactly(v, run->type.range);
}

static bool any_set(const Run *run, Value v) {
    return is_set(run, v);
}

static bool mutable_set(const Run *run, Value v) {
    return is_instance(run, v, run->type.set);
}

static bool generator(const Run *run, Value v) {
    return is_exactly(v, run->type.generator);
}

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

typedef struct Ability {
    const char *name;
    Able *able;
} Ability;

static const Ability abilities[] = {
    {"Hashable", hashable},
    {"Iterable", iterable},
    {"Iterator", iterator},
    {"Sized", sized},
    {"Callable", is_callable},
    {"Container", container},
    {"Collection", collection},
    {"Sequence", sequence},
    {"MutableSequence", is_list},
    {"Mapping", is_dict},
    {"MutableMapping", is_dict},
    {"Set", any_set},
    {"MutableSet", mutable_set},
    {"Generator", generator},
    {NULL, NULL},
};

static const Ability numbers[] = {
    {"Number", number},     {"Complex", number},    {"Real", number},
    {"Rational", integral}, {"Integral", integral}, {NULL, NULL},
};

static const Ability *ability_of(const Type *t) {
    for (int k = 0; k < 2; k++) {
        for (const Ability *a = k ? numbers : abilities; a->name && !t->heap; a++) {
            if (str_is(name_str(t->head.name), a->name)) {
                return a;
            }
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

static const NativeSpec ability_methods[] = {
    {.name = "__instancecheck__", .signature = "cls, instance, /", .fn = instance_check},
    {0},
};

static void add_abilities(Run *run, const Type *meta, const Ability *list, const char *module,
                          Module *a, Module *b) {
    for (; list->name; list++) {
        Type *t = record_type(run, list->name, module);
        t->head.object.type = &meta->head;
        module_set(run, a, list->name, value_object(t));
        if (b) {
            module_set(run, b, list->name, value_object(t));
        }
    }
}

void install_abstract(Run *run, Standard *s) {
    Module *abc = module_make(run, "abc"), *collections = module_make(run, "collections");
    Module *collections_abc = module_make(run, "collections.abc"),
           *numbers_module = module_make(run, "numbers");
    Type *meta = type_make(run, "ABCMeta", run->type.type, "abc");
    meta->make = run->type.type->make;
    meta->call = abstract_call;
    type_add_methods(run, meta, meta_methods);
    s->abstract_meta = meta;
    Type *base = record_type(run, "ABC", "abc");
    base->head.object.type = &meta->head;
    module_add_functions(run, abc, abc_functions);
    module_set(run, abc, "ABCMeta", value_object(meta));
    module_set(run, abc, "ABC", value_object(base));
    Type *able = type_make(run, "ABCMeta", meta, "abc");
    able->make = meta->make;
    able->heap = true; /* so that its __instancecheck__ is asked */
    type_add_methods(run, able, ability_methods);
    add_abilities(run, able, abilities, "collections.abc", collections, collections_abc);
    add_abilities(run, able, numbers, "numbers", numbers_module, NULL);
    module_set(run, collections, "abc", value_object(collections_abc));
}
