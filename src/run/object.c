/* object.c: objects in general: making them, their numbers, and the type `object`. */
#include <inttypes.h>
#include <string.h>

#include "run/install.h"
#include "run/kinds.h"
#include "run/machine.h"

/* ---- making ---- */

void *object_make(Run *run, const Type *type, size_t size) {
    Object *o = arena_alloc(run->arena, size > type->size ? size : type->size);
    o->type = &type->head;
    o->born = trace_now(run->trace);
    return o;
}

void *object_make_mutable(Run *run, const Type *type, size_t size) {
    Object *o = object_make(run, type, size);
    trace_object(run->trace, o);
    return o;
}

void record_change(Run *run, const Object *o) {
    if (o->id) {
        trace_event(run->trace, EVENT_CHANGE, o->id);
    }
}

Value instance_make(Run *run, const Type *type) {
    return value_object(object_make_mutable(run, type, sizeof(InstanceObject)));
}

CellObject *cell_make(Run *run, Value v) {
    CellObject *c = object_make_mutable(run, run->type.cell, sizeof *c);
    if (!is_unbound(v)) {
        cell_set(run->arena, &c->cell, v, trace_now(run->trace));
    }
    return c;
}

/* ---- numbers and texts ---- */

uint32_t object_id(Run *run, Object *o) {
    return o->id ? o->id : trace_object(run->trace, o);
}

/* Addresses look like those of CPython and are the same on every machine. */
static uint64_t address_of(const Object *o) {
    return UINT64_C(0x7f3c5a000000) + (uint64_t)o->id * 0x30;
}

Str object_address(Run *run, const Object *o) {
    object_id(run, (Object *)(uintptr_t)o);
    return str_printf(run->arena, "0x%" PRIx64, address_of(o));
}

static bool in_builtins(const Type *t) {
    return !t->module || str_is(name_str(t->module), "builtins");
}

static void put_type_name(Sink *out, const Type *t) {
    if (!in_builtins(t)) {
        sink_printf(out, "%s.", t->module->text);
    }
    sink_z(out, t->head.name->text);
}

void object_show(Sink *out, const Object *o, Moment m, int depth) {
    (void)m;
    (void)depth;
    sink_char(out, '<');
    put_type_name(out, object_type(o));
    sink_z(out, " object");
    if (o->id) {
        sink_printf(out, " at 0x%" PRIx64, address_of(o));
    }
    sink_char(out, '>');
}

void instance_parts(const Object *o, Moment m, PartFn *fn, void *context) {
    const Type *t = object_type(o);
    if (t->attributes) {
        members_parts((const Members *)(const void *)((const char *)o + t->attributes), m, fn,
                      context);
    }
}

/* ---- the slots of object ---- */

static bool object_repr(Run *run, Value self, Value *result) {
    if (self.kind != VALUE_OBJECT) {
        return raise_type_error(run, "no repr");
    }
    Str address = object_address(run, self.as.object);
    const Type *t = type_of(run, self);
    const char *module = in_builtins(t) ? "" : t->module->text;
    Name qualname = NULL;
    Value q = members_get(&t->members, run->machine->name.qualname);
    if (is_str(run, q) && run->trace->python != 2) {
        qualname = name_of(run->names, str_text(q));
    }
    *result = str_format(run, "<%s%s%s %s at %.*s>", module, *module ? "." : "",
                         (qualname ? qualname : t->head.name)->text,
                         t->classic ? "instance" : "object", STR_ARG(address));
    return true;
}

/* The caller checks that it is a string, and complains of __str__. */
static bool object_str(Run *run, Value self, Value *result) {
    return TYPE_WITH(type_of(run, self), repr)->repr(run, self, result);
}

static bool object_hash(Run *run, Value self, int64_t *result) {
    *result = self.kind == VALUE_OBJECT ? (int64_t)(address_of(self.as.object) >> 4) : 0;
    if (self.kind == VALUE_OBJECT) {
        *result = (int64_t)object_id(run, self.as.object) * 3;
    }
    return true;
}

/* Identity; unequal is what equal is not, whatever equal says. */
static bool object_compare(Run *run, CompareOperator op, Value self, Value other, Value *result) {
    *result = run->not_implemented;
    if (op == COMPARE_OPERATOR_EQUAL && value_same(self, other)) {
        *result = value_bool(true);
    }
    if (op != COMPARE_OPERATOR_NOT_EQUAL) {
        return true;
    }
    const Type *t = TYPE_WITH(type_of(run, self), compare);
    Value equal;
    bool truth;
    if (t == run->type.object) {
        *result = value_same(self, other) ? value_bool(false) : run->not_implemented;
        return true;
    }
    if (!t->compare(run, COMPARE_OPERATOR_EQUAL, self, other, &equal)) {
        return false;
    }
    if (value_same(equal, run->not_implemented)) {
        return true;
    }
    if (!value_truth(run, equal, &truth)) {
        return false;
    }
    *result = value_bool(!truth);
    return true;
}

static bool object_new(Run *run, const Type *type, const Args *args, Value *result) {
    if (args->npositional || args->nkeywords) {
        return raise_type_error(run, "object() takes no arguments");
    }
    *result = value_object(object_make(run, type, sizeof(Object)));
    return true;
}

/* ---- methods ---- */

static bool overrides(Run *run, const Type *t, Name name) {
    for (uint32_t i = 0; i < t->nmro; i++) {
        if (!is_unbound(members_get(&t->mro[i]->members, name))) {
            return t->mro[i] != run->type.object;
        }
    }
    return false;
}

/* Too many arguments are a fault unless exactly the other of __new__ and __init__ takes them. */
static bool init_method(Run *run, const Value *args, Value *result) {
    bool extra = sequence_count(args[1]) > 0 || ((DictObject *)args[2].as.object)->live > 0;
    const Type *t = type_of(run, args[0]);
    *result = value_none();
    if (!extra) {
        return true;
    }
    if (overrides(run, t, run->machine->name.init)) {
        return raise_type_error(run, "object.__init__() takes exactly one argument (the instance "
                                     "to initialize)");
    }
    if (!overrides(run, t, run->machine->name.new)) {
        return raise_type_error(run, "%s() takes no arguments", t->head.name->text);
    }
    return true;
}

static bool new_method(Run *run, const Value *args, Value *result) {
    if (!is_type(run, args[0])) {
        return raise_type_error(run, "object.__new__(X): X is not a type object (%.*s)",
                                STR_ARG(type_name(run, args[0])));
    }
    const Type *t = as_type(args[0]);
    bool extra = sequence_count(args[1]) > 0 || ((DictObject *)args[2].as.object)->live > 0;
    if (extra && overrides(run, t, run->machine->name.new)) {
        return raise_type_error(
            run, "object.__new__() takes exactly one argument (the type to instantiate)");
    }
    if (extra && !overrides(run, t, run->machine->name.init)) {
        return raise_type_error(run, "%s() takes no arguments", t->head.name->text);
    }
    *result =
        t->attributes ? instance_make(run, t) : value_object(object_make(run, t, sizeof(Object)));
    return true;
}

static bool getattribute_method(Run *run, const Value *args, Value *result) {
    Name name;
    bool found;
    if (!name_of_value(run, args[1], &name) ||
        !generic_find_attr(run, args[0], name, &found, result)) {
        return false;
    }
    return found || raise_attribute_error(run, "'%.*s' object has no attribute '%s'",
                                          STR_ARG(type_name(run, args[0])), name->text);
}

static bool setattr_method(Run *run, const Value *args, Value *result) {
    Name name;
    *result = value_none();
    return name_of_value(run, args[1], &name) && generic_set_attr(run, args[0], name, args[2]);
}

static bool delattr_method(Run *run, const Value *args, Value *result) {
    Name name;
    *result = value_none();
    return name_of_value(run, args[1], &name) &&
           generic_set_attr(run, args[0], name, value_unbound());
}

static bool init_subclass_method(Run *run, const Value *args, Value *result) {
    *result = value_none();
    return ((DictObject *)args[1].as.object)->live == 0 ||
           raise_type_error(run, "%s.__init_subclass__() takes no keyword arguments",
                            as_type(args[0])->head.name->text);
}

static bool format_method(Run *run, const Value *args, Value *result) {
    Str text;
    if (is_str(run, args[1]) && str_text(args[1]).len) {
        return raise_type_error(run, "unsupported format string passed to %.*s.__format__",
                                STR_ARG(type_name(run, args[0])));
    }
    if (!value_str(run, args[0], &text)) {
        return false;
    }
    *result = str_make(run, text);
    return true;
}

static bool class_getter(Run *run, const Value *args, Value *result) {
    *result = value_object(type_of(run, args[0]));
    return true;
}

static bool dict_getter(Run *run, const Value *args, Value *result) {
    return attribute_dict(run, args[0], result);
}

static const NativeSpec object_methods[] = {
    {.name = "__init__", .signature = "self, /, *args, **kwargs", .fn = init_method},
    {.name = "__getattribute__", .signature = "self, name, /", .fn = getattribute_method},
    {.name = "__setattr__", .signature = "self, name, value, /", .fn = setattr_method},
    {.name = "__delattr__", .signature = "self, name, /", .fn = delattr_method},
    {.name = "__format__", .signature = "self, spec, /", .fn = format_method},
    {0},
};

static const NativeSpec new_spec = {
    .name = "__new__", .signature = "type, /, *args, **kwargs", .fn = new_method};
static const NativeSpec init_subclass_spec = {
    .name = "__init_subclass__", .signature = "type, /, **kwargs", .fn = init_subclass_method};

static bool cell_repr(Run *run, Value self, Value *result) {
    *result = str_format(run, "<cell at %.*s>", STR_ARG(object_address(run, self.as.object)));
    return true;
}

static bool cell_contents(Run *run, const Value *args, Value *result) {
    *result = cell_get(&((CellObject *)args[0].as.object)->cell);
    return !is_unbound(*result) || raise_value_error(run, "Cell is empty");
}

static void cell_show(Sink *out, const Object *o, Moment m, int depth) {
    value_show(out, cell_at(&((const CellObject *)o)->cell, m), m, depth);
}

void install_core(Run *run) {
    Type *t = run->type.object;
    t->repr = object_repr;
    t->str = object_str;
    t->hash = object_hash;
    t->compare = object_compare;
    t->make = object_new;
    t->size = sizeof(Object);
    type_add_methods(run, t, object_methods);
    type_add_getter(run, t, "__class__", class_getter);
    type_add_getter(run, t, "__dict__", dict_getter);
    run->type.cell->repr = cell_repr;
    type_add_getter(run, run->type.cell, "cell_contents", cell_contents);
    run->type.cell->head.show = cell_show;
    install_types(run);
    install_descriptors(run);
    install_functions(run);
    install_generators(run);
    const Specials *s = &run->machine->name;
    members_set(run, &t->members, NULL, s->new, native_make(run, &new_spec, value_unbound()));
    Value init_subclass = native_make(run, &init_subclass_spec, value_unbound());
    members_set(run, &t->members, NULL, s->init_subclass, classmethod_make(run, init_subclass));
}
