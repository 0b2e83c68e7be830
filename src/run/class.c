/* class.c: class statements, type(…), and making instances. */
#include <string.h>

#include "run/kinds.h"
#include "run/machine.h"
#include "run/standard.h"

/* ---- making a class ---- */

static bool check_base(Run *run, Value base) {
    if (!is_type(run, base)) {
        return raise_type_error(run, "bases must be types");
    }
    const Type *t = as_type(base);
    const Types *all = &run->type;
    bool final = t == all->boolean || t == all->function || t == all->none || t == all->range ||
                 t == all->slice || t == all->generator || t == all->method;
    return !final ||
           raise_type_error(run, "type '%s' is not an acceptable base type", t->head.name->text);
}

static bool check_bases(Run *run, uint32_t n, const Value *bases) {
    for (uint32_t i = 0; i < n; i++) {
        if (!check_base(run, bases[i])) {
            return false;
        }
        for (uint32_t k = 0; k < i; k++) {
            if (value_same(bases[i], bases[k])) {
                return raise_type_error(run, "duplicate base class %s",
                                        as_type(bases[i])->head.name->text);
            }
        }
    }
    return true;
}

/* Instances of this native type are like those of a class statement: attributes and nothing else.
 */
static bool only_attributes(const Run *run, const Type *native) {
    return native->base == run->type.object && native->size == sizeof(InstanceObject) &&
           native->attributes == offsetof(InstanceObject, members);
}

/* The base whose struct instances have: that of the longest native one. */
static bool layout_base(Run *run, uint32_t n, const Value *bases, const Type **base) {
    *base = as_type(bases[0]);
    const Type *found = NULL;
    for (uint32_t i = 0; i < n; i++) {
        const Type *native = as_type(bases[i]);
        while (native->heap) {
            native = native->base;
        }
        if (native == run->type.object || only_attributes(run, native) ||
            (found && is_subtype(found, native))) {
            continue;
        }
        if (found && !is_subtype(native, found)) {
            return raise_type_error(run, "multiple bases have instance lay-out conflict");
        }
        found = native;
        *base = as_type(bases[i]);
    }
    return true;
}

static bool class_make_instance(Run *run, const Type *type, const Args *args, Value *result) {
    return class_construct(run, type, args, result);
}

/* Room for attributes behind the struct of the native base, when that has none itself. */
static void lay_out(Type *t, const Type *native_object) {
    if (t->attributes) {
        return;
    }
    size_t at =
        t->base == native_object ? offsetof(InstanceObject, members) : (t->size + 15) & ~(size_t)15;
    t->attributes = at;
    t->size = at + sizeof(Members);
}

static void set_default(Run *run, Type *t, Name name, Value v) {
    if (is_unbound(members_get(&t->members, name))) {
        members_set(run, &t->members, NULL, name, v);
    }
}

/* A class that defines equality has no hash unless it defines that, too. */
static void complete_members(Run *run, Type *t) {
    const Specials *s = &run->machine->name;
    if (!is_unbound(members_get(&t->members, s->eq)) && run->trace->python != 2) {
        set_default(run, t, s->hash, value_none());
    }
    set_default(run, t, s->doc, value_none());
    if (!is_unbound(members_get(&t->members, name_z(run->names, "__del__")))) {
        note_stand_in(run, "__del__", "objects live until the end of the run");
    }
    Value hook = members_get(&t->members, s->init_subclass);
    if (is_exactly(hook, run->type.function)) {
        members_set(run, &t->members, NULL, s->init_subclass, classmethod_make(run, hook));
    }
}

static void copy_members(Run *run, Type *t, const Members *names) {
    for (uint32_t i = 0; i < names->count; i++) {
        Value v = cell_get(&names->at[i].cell);
        Name name = names->at[i].name;
        if (!is_unbound(v) && name != run->machine->name.classcell) {
            members_set(run, &t->members, NULL, name, v);
        }
    }
}

static void install_slots(Run *run, Type *t) {
    for (uint32_t i = 0; i < t->members.count; i++) {
        special_install(t, run, t->members.at[i].name);
    }
}

/* Descriptors learn what they are called. */
static bool tell_names(Run *run, Type *t) {
    Name set_name = run->machine->name.set_name;
    for (uint32_t i = 0; i < t->members.count; i++) {
        Value v = cell_get(&t->members.at[i].cell);
        if (is_exactly(v, run->type.property)) {
            property_name(v, t->members.at[i].name);
        }
        if (v.kind != VALUE_OBJECT || !object_type(v.as.object)->heap) {
            continue;
        }
        Value method, ignored;
        bool found;
        if (!special_find(run, v, set_name, &found, &method)) {
            return false;
        }
        Value args[2] = {value_object(t), str_of_name(run, t->members.at[i].name)};
        if (found && !value_call_n(run, method, 2, args, &ignored)) {
            return false;
        }
    }
    return true;
}

static void own_functions(Run *run, Type *t) {
    for (uint32_t i = 0; i < t->members.count; i++) {
        Value v = cell_get(&t->members.at[i].cell);
        if (is_exactly(v, run->type.function) && !((FunctionObject *)v.as.object)->owner) {
            ((FunctionObject *)v.as.object)->owner = t;
        }
    }
}

static Name module_of_class(Run *run, const Members *names) {
    Value v = members_get(names, run->machine->name.module);
    return is_str(run, v) ? name_of(run->names, str_text(v)) : name_z(run->names, "__main__");
}

static bool all_classic(uint32_t n, const Value *bases) {
    for (uint32_t i = 0; i < n; i++) {
        if (!as_type(bases[i])->classic) {
            return false;
        }
    }
    return n > 0;
}

/* The class statement that is under way makes this type, if it has its name. */
static void take_body(Run *run, Type *t) {
    Machine *m = run->machine;
    if (m->class_body && m->class_body->name == t->head.name) {
        t->body = m->class_body;
        m->class_body = NULL;
    }
}

/* The type object, without what its bases and descriptors want to do about it. */
static bool type_build(Run *run, const Type *meta, Name name, uint32_t n, const Value *bases,
                       const Members *names, Type **made) {
    const Type *base;
    if (!check_bases(run, n, bases) || !layout_base(run, n, bases, &base)) {
        return false;
    }
    Type *t = object_make_mutable(run, run->type.object, sizeof *t);
    t->head.object.type = &meta->head;
    t->head.name = name;
    t->head.show = object_show;
    t->heap = true;
    t->classic = all_classic(n, bases);
    take_body(run, t);
    t->make = class_make_instance;
    t->module = module_of_class(run, names);
    type_become(t, base);
    lay_out(t, run->type.object);
    if (t->head.show == object_show) {
        t->head.parts = instance_parts;
    }
    if (!mro_compute(run, t, n, bases)) {
        return false;
    }
    copy_members(run, t, names);
    complete_members(run, t);
    install_slots(run, t);
    t->bases = tuple_make(run, n, bases);
    own_functions(run, t);
    if (!class_slots(run, t)) {
        return false;
    }
    type_derive(run, t);
    *made = t;
    return true;
}

/* The keywords of a class statement, but metaclass. */
Args class_keywords(Run *run, const DictObject *keywords) {
    uint32_t n = keywords ? keywords->live : 0, k = 0, at = 0;
    Value *values = ARENA_ARRAY(run->arena, n, Value);
    Name *names = ARENA_ARRAY(run->arena, n, Name);
    for (DictEntry *e; keywords && (e = table_next(keywords, &at));) {
        names[k] = name_of(run->names, str_text(e->key));
        if (names[k] != run->machine->name.metaclass) {
            values[k++] = cell_get(&e->value);
        }
    }
    return (Args){values, 0, k, names};
}

/* They go to the base's __init_subclass__. */
static bool tell_base(Run *run, Type *t, const DictObject *keywords) {
    Value hook = type_lookup_after(run, t, t, run->machine->name.init_subclass);
    Value bound, ignored;
    Args args = class_keywords(run, keywords);
    return is_unbound(hook) || (attribute_bind(run, hook, value_unbound(), t, &bound) &&
                                value_call(run, bound, &args, &ignored));
}

bool class_metaclass(Run *run, uint32_t nbases, const Value *bases, Value *meta) {
    for (uint32_t i = 0; i < nbases; i++) {
        const Type *of_base = type_of(run, bases[i]);
        if (is_subtype(as_type(*meta), of_base)) {
            continue;
        }
        if (!is_subtype(of_base, as_type(*meta))) {
            return !is_type(run, bases[i]) ||
                   raise_type_error(run, "metaclass conflict: the metaclass of a derived class "
                                         "must be a (non-strict) subclass of the metaclasses of "
                                         "all its bases");
        }
        *meta = value_object(of_base);
    }
    return true;
}

bool class_make(Run *run, const Type *meta, Name name, uint32_t nbases, const Value *bases,
                const Members *names, DictObject *keywords, Value *result) {
    Value object = value_object(run->type.object);
    bool bare = nbases == 0;
    Type *t;
    if (!type_build(run, meta, name, bare ? 1 : nbases, bare ? &object : bases, names, &t)) {
        return false;
    }
    t->classic |= bare && run->trace->python == 2 && meta == run->type.type;
    *result = value_object(t);
    return tell_names(run, t) && tell_base(run, t, keywords);
}

/* ---- making instances ---- */

static bool native_new(Run *run, const Type *type, const Args *args, Value *result) {
    const Type *native = type;
    while (native->heap) {
        native = native->base;
    }
    while (!native->make) {
        native = native->base; /* object has one */
    }
    if (native == run->type.object) {
        *result = instance_make(run, type);
        return true;
    }
    static const Args none = {0};
    bool init_later = !is_unbound(members_get(&native->members, run->machine->name.init));
    bool exception = is_subtype(native, run->exception.BaseException);
    return native->make(run, type, init_later && !exception ? &none : args, result);
}

/* Is this __new__ that of object or of a native type? */
static bool plain_new(Run *run, Value new) {
    if (!is_exactly(new, run->type.native)) {
        return false;
    }
    const NativeObject *f = (const NativeObject *)new.as.object;
    return f->spec->name && strcmp(f->spec->name, "__new__") == 0;
}

static bool make_object(Run *run, const Type *type, const Args *args, Value *result) {
    Value new = type_lookup(run, type, run->machine->name.new);
    if (plain_new(run, new)) {
        return native_new(run, type, args, result);
    }
    uint32_t n = args->npositional + args->nkeywords;
    Value *all = ARENA_ARRAY(run->arena, n + 1, Value);
    all[0] = value_object(type);
    if (n) {
        memcpy(all + 1, args->at, n * sizeof *all);
    }
    Args with_type = {all, args->npositional + 1, args->nkeywords, args->names};
    Value function;
    return attribute_bind(run, new, value_unbound(), type, &function) &&
           value_call(run, function, &with_type, result);
}

static bool call_init(Run *run, const Type *type, Value object, const Args *args) {
    Value init = type_lookup(run, type, run->machine->name.init);
    Value bound, v;
    if (is_unbound(init)) {
        return true;
    }
    if (!attribute_bind(run, init, object, type, &bound) || !value_call(run, bound, args, &v)) {
        return false;
    }
    return is_none(v) || raise_type_error(run, "__init__() should return None, not '%.*s'",
                                          STR_ARG(type_name(run, v)));
}

bool class_construct(Run *run, const Type *type, const Args *args, Value *result) {
    if (!make_object(run, type, args, result)) {
        return false;
    }
    return !is_instance(run, *result, type) || call_init(run, type_of(run, *result), *result, args);
}

const FunctionObject *class_simple_init(Run *run, const Type *type) {
    if (!type->heap || type->head.object.type != &run->type.type->head ||
        type->size != sizeof(InstanceObject)) {
        return NULL;
    }
    Value init = type_lookup(run, type, run->machine->name.init);
    if (!is_exactly(init, run->type.function) ||
        !plain_new(run, type_lookup(run, type, run->machine->name.new))) {
        return NULL;
    }
    const FunctionObject *f = (const FunctionObject *)init.as.object;
    return f->code->generator ? NULL : f;
}

/* ---- the type `type` ---- */

bool class_namespace(Run *run, Value dict, Members *names) {
    uint32_t at = 0;
    for (DictEntry *e; (e = table_next((DictObject *)dict.as.object, &at));) {
        Name name;
        if (!name_of_value(run, e->key, &name)) {
            return false;
        }
        members_set(run, names, NULL, name, cell_get(&e->value));
    }
    return true;
}

/* type(name, bases, dict), also for a metaclass of the program's. */
static bool type_make_class(Run *run, const Type *meta, const Args *args, Value *result) {
    if (!is_str(run, args->at[0]) || !is_tuple(run, args->at[1]) || !is_dict(run, args->at[2])) {
        int bad = !is_str(run, args->at[0]) ? 0 : is_tuple(run, args->at[1]) ? 2 : 1;
        return raise_type_error(run, "type.__new__() argument %d must be %s, not %.*s", bad + 1,
                                (const char *const[]){"str", "tuple", "dict"}[bad],
                                STR_ARG(argument_name(run, args->at[bad])));
    }
    Members names = {0};
    const TupleObject *bases = (const TupleObject *)args->at[1].as.object;
    Name name = name_of(run->names, str_text(args->at[0]));
    Value keywords = dict_make(run);
    for (uint32_t i = 0; i < args->nkeywords; i++) {
        dict_set_name(run, keywords, args->names[i]->text, args->at[args->npositional + i]);
    }
    return class_namespace(run, args->at[2], &names) &&
           class_make(run, meta, name, bases->count, bases->items, &names,
                      (DictObject *)keywords.as.object, result);
}

/* type(…) with bases of another metaclass: that makes the class, with a __new__ of its own. */
static bool made_by_metaclass(Run *run, const Type *meta, const Args *args, bool *done,
                              Value *result) {
    Value winner = value_object(meta);
    *done = false;
    if (!is_tuple(run, args->at[1])) {
        return true;
    }
    const TupleObject *bases = (const TupleObject *)args->at[1].as.object;
    if (!class_metaclass(run, bases->count, bases->items, &winner)) {
        return false;
    }
    *done = as_type(winner) != meta;
    return !*done || class_construct(run, as_type(winner), args, result);
}

static bool type_new_instance(Run *run, const Type *meta, const Args *args, Value *result) {
    if (meta == run->type.type && args->npositional == 1 && !args->nkeywords) {
        *result = value_object(type_of(run, args->at[0]));
        return true;
    }
    if (args->nkeywords && args->npositional != 3 && meta == run->type.type) {
        return raise_type_error(run, "type() takes no keyword arguments");
    }
    if (args->npositional != 3) {
        return raise_type_error(run, "type() takes 1 or 3 arguments");
    }
    bool done;
    if (!made_by_metaclass(run, meta, args, &done, result)) {
        return false;
    }
    return done || type_make_class(run, meta, args, result);
}

static bool type_init(Run *run, const Value *args, Value *result) {
    (void)run;
    (void)args;
    *result = value_none();
    return true;
}

static bool type_call(Run *run, Value self, const Args *args, Value *result) {
    const Type *t = as_type(self);
    if (t == run->type.type) {
        return type_new_instance(run, t, args, result);
    }
    while (t && !t->make) {
        t = t->base;
    }
    if (!t || (t == run->type.object && as_type(self) != t)) {
        return raise_type_error(run, "cannot create '%s' instances",
                                as_type(self)->head.name->text);
    }
    return t->make(run, as_type(self), args, result);
}

Name class_qualname(Run *run, const Type *t) {
    Value q = members_get(&t->members, run->machine->name.qualname);
    return is_str(run, q) ? name_of(run->names, str_text(q)) : t->head.name;
}

static bool type_repr(Run *run, Value self, Value *result) {
    const Type *t = as_type(self);
    bool builtin = !t->module || str_is(name_str(t->module), "builtins");
    bool two = run->trace->python == 2;
    const char *word = two && !t->heap ? "type" : "class";
    if (t->classic || (two && builtin && is_subtype(t, run->exception.BaseException))) {
        *result = t->classic ? str_format(run, "%s.%s", t->module->text, t->head.name->text)
                             : str_format(run, "<type 'exceptions.%s'>", t->head.name->text);
        return true;
    }
    *result = builtin ? str_format(run, "<%s '%s'>", word, t->head.name->text)
                      : str_format(run, "<%s '%s.%s'>", word, t->module->text,
                                   class_qualname(run, t)->text);
    return true;
}

static void type_show(Sink *out, const Object *o, Moment m, int depth) {
    const Type *t = (const Type *)o;
    bool builtin = !t->module || str_is(name_str(t->module), "builtins");
    (void)depth;
    Value renamed = cell_at(&t->renamed, m);
    Str name = is_unbound(renamed) ? name_str(t->head.name) : str_text(renamed);
    sink_printf(out, "<class '%s%s%.*s'>", builtin ? "" : t->module->text, builtin ? "" : ".",
                STR_ARG(name));
}

static void type_parts(const Object *o, Moment m, PartFn *fn, void *context) {
    if (((const Type *)o)->heap) {
        members_parts(&((const Type *)o)->members, m, fn, context);
    }
}

static const NativeSpec type_methods[] = {
    {.name = "__init__", .signature = "self, /, *args~, **kwargs~", .fn = type_init},
    {0},
};

static bool type_new_method(Run *run, const Value *args, Value *result) {
    Args all;
    if (!is_type(run, args[0]) || !is_subtype(as_type(args[0]), run->type.type)) {
        return raise_type_error(run, "type.__new__(X): X is not a type object");
    }
    return args_of(run, args + 1, &all) && type_new_instance(run, as_type(args[0]), &all, result);
}

static const NativeSpec type_new_spec = {
    .name = "type.__new__", .signature = "type, /, *args, **kwargs", .fn = type_new_method};

void install_types(Run *run) {
    Type *t = run->type.type;
    t->make = type_new_instance;
    t->call = type_call;
    t->repr = type_repr;
    t->head.show = type_show;
    t->head.parts = type_parts;
    t->size = sizeof(Type);
    t->attributes = offsetof(Type, members);
    type_add_methods(run, t, type_methods);
    install_type_attributes(run);
    members_set(run, &t->members, NULL, run->machine->name.new,
                native_make(run, &type_new_spec, value_unbound()));
}
