/* descriptor.c: property, staticmethod, classmethod and super. */
#include "run/kinds.h"
#include "run/machine.h"

typedef struct PropertyObject {
    Object object;
    Value get, set, delete, doc; /* None when absent */
    Name name;                   /* of the getter, for messages; NULL for none */
} PropertyObject;

/* staticmethod and classmethod */
typedef struct WrappedObject {
    Object object;
    Value function;
} WrappedObject;

typedef struct SuperObject {
    Object object;
    const Type *after; /* the search begins behind this class … */
    const Type *type;  /* … in the mro of this one */
    Value self;        /* unbound: super(C), which is not bound */
} SuperObject;

/* ---- property ---- */

static Name name_of_function(Value f) {
    return f.kind == VALUE_OBJECT && str_is(name_str(f.as.object->type->name), "function")
               ? ((const FunctionObject *)f.as.object)->name
               : NULL;
}

static Value property_with(Run *run, Value get, Value set, Value delete, Value doc) {
    PropertyObject *p = object_make(run, run->type.property, sizeof *p);
    p->get = get;
    p->set = set;
    p->delete = delete;
    p->doc = doc;
    p->name = name_of_function(get);
    return value_object(p);
}

void property_name(Value property, Name name) {
    ((PropertyObject *)property.as.object)->name = name;
}

static Value or_none(Value v) {
    return is_unbound(v) ? value_none() : v;
}

static bool property_make(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"property", 0, 4, {"fget", "fset", "fdel", "doc"}};
    Value v[4];
    (void)type;
    if (!take_args(run, args, &parameters, v)) {
        return false;
    }
    *result = property_with(run, or_none(v[0]), or_none(v[1]), or_none(v[2]), or_none(v[3]));
    return true;
}

static bool property_lacks(Run *run, const PropertyObject *p, Value o, const char *what) {
    if (!p->name) {
        return raise_attribute_error(run, "property of '%.*s' object has no %s",
                                     STR_ARG(type_name(run, o)), what);
    }
    return raise_attribute_error(run, "property '%s' of '%.*s' object has no %s", p->name->text,
                                 STR_ARG(type_name(run, o)), what);
}

static bool property_bind(Run *run, Value self, Value instance, const Type *owner, Value *result) {
    const PropertyObject *p = (const PropertyObject *)self.as.object;
    (void)owner;
    if (is_unbound(instance)) {
        *result = self;
        return true;
    }
    if (is_none(p->get)) {
        return property_lacks(run, p, instance, "getter");
    }
    return value_call_n(run, p->get, 1, &instance, result);
}

static bool property_bind_set(Run *run, Value self, Value instance, Value v) {
    const PropertyObject *p = (const PropertyObject *)self.as.object;
    Value args[2] = {instance, v};
    Value ignored;
    Value f = is_unbound(v) ? p->delete : p->set;
    if (is_none(f)) {
        return property_lacks(run, p, instance, is_unbound(v) ? "deleter" : "setter");
    }
    return value_call_n(run, f, is_unbound(v) ? 1 : 2, args, &ignored);
}

static bool property_getter(Run *run, const Value *args, Value *result) {
    const PropertyObject *p = (const PropertyObject *)args[0].as.object;
    *result = property_with(run, args[1], p->set, p->delete, p->doc);
    return true;
}

static bool property_setter(Run *run, const Value *args, Value *result) {
    const PropertyObject *p = (const PropertyObject *)args[0].as.object;
    *result = property_with(run, p->get, args[1], p->delete, p->doc);
    return true;
}

static bool property_deleter(Run *run, const Value *args, Value *result) {
    const PropertyObject *p = (const PropertyObject *)args[0].as.object;
    *result = property_with(run, p->get, p->set, args[1], p->doc);
    return true;
}

static bool property_fget(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = ((const PropertyObject *)args[0].as.object)->get;
    return true;
}

static bool property_fset(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = ((const PropertyObject *)args[0].as.object)->set;
    return true;
}

static bool property_fdel(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = ((const PropertyObject *)args[0].as.object)->delete;
    return true;
}

/* Its own text, or the getter's. */
static bool property_doc(Run *run, const Value *args, Value *result) {
    const PropertyObject *p = (const PropertyObject *)args[0].as.object;
    bool found = false;
    *result = p->doc;
    if (is_none(p->doc) && !is_none(p->get) &&
        !value_find_attr(run, p->get, run->machine->name.doc, &found, result)) {
        return false;
    }
    *result = is_unbound(*result) ? value_none() : *result;
    return true;
}

static const NativeSpec property_methods[] = {
    {.name = "getter", .signature = "self, f, /", .fn = property_getter},
    {.name = "setter", .signature = "self, f, /", .fn = property_setter},
    {.name = "deleter", .signature = "self, f, /", .fn = property_deleter},
    {0},
};

void type_add_getter(Run *run, Type *type, const char *name, NativeFn *fn) {
    NativeSpec *spec = ARENA_NEW(run->arena, NativeSpec);
    *spec = (NativeSpec){.name = name, .signature = "self, /", .fn = fn};
    Value get = native_make(run, spec, value_unbound());
    ((NativeObject *)get.as.object)->owner = type;
    Value none = value_none();
    Value property = property_with(run, get, none, none, none);
    ((PropertyObject *)property.as.object)->name = name_z(run->names, name);
    members_set(run, &type->members, NULL, name_z(run->names, name), property);
}

/* ---- staticmethod and classmethod ---- */

static bool wrapped_make(Run *run, const Type *type, const Args *args, Value *result) {
    if (args->npositional != 1 || args->nkeywords) {
        return raise_type_error(run, "%s expected 1 argument, got %u", type->head.name->text,
                                args->npositional);
    }
    WrappedObject *w = object_make(run, type, sizeof *w);
    w->function = args->at[0];
    *result = value_object(w);
    return true;
}

Value classmethod_make(Run *run, Value function) {
    WrappedObject *w = object_make(run, run->type.classmethod, sizeof *w);
    w->function = function;
    return value_object(w);
}

static bool static_bind(Run *run, Value self, Value instance, const Type *owner, Value *result) {
    (void)run;
    (void)instance;
    (void)owner;
    *result = ((const WrappedObject *)self.as.object)->function;
    return true;
}

static bool class_bind(Run *run, Value self, Value instance, const Type *owner, Value *result) {
    Value function = ((const WrappedObject *)self.as.object)->function;
    (void)instance;
    MethodObject *m = object_make(run, run->type.method, sizeof *m);
    m->self = value_object(owner);
    m->function = function;
    *result = value_object(m);
    return true;
}

static bool wrapped_call(Run *run, Value self, const Args *args, Value *result) {
    return value_call(run, ((const WrappedObject *)self.as.object)->function, args, result);
}

static bool wrapped_func(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = ((const WrappedObject *)args[0].as.object)->function;
    return true;
}

/* ---- super ---- */

/* super(C, x): x is an instance of C, or a subclass of it. */
static bool super_check(Run *run, SuperObject *s) {
    if (is_type(run, s->self) && is_subtype(as_type(s->self), s->after)) {
        s->type = as_type(s->self);
        return true;
    }
    s->type = type_of(run, s->self);
    return is_subtype(s->type, s->after) ||
           raise_type_error(run, "super(type, obj): obj must be an instance or subtype of type");
}

static bool super_make(Run *run, const Type *type, const Args *args, Value *result) {
    SuperObject *s = object_make(run, type, sizeof *s);
    *result = value_object(s);
    if (args->npositional > 2 || args->nkeywords) {
        return raise_type_error(run, "super() expected at most 2 arguments, got %u",
                                args->npositional);
    }
    if (!args->npositional) {
        return super_of_frame(run, &s->after, &s->self) && super_check(run, s);
    }
    if (!is_type(run, args->at[0])) {
        return raise_type_error(run, "super() argument 1 must be a type, not %.*s",
                                STR_ARG(type_name(run, args->at[0])));
    }
    s->after = as_type(args->at[0]);
    s->type = s->after;
    s->self = args->npositional == 2 ? args->at[1] : value_unbound();
    return args->npositional == 1 || super_check(run, s);
}

/* What the object itself has. */
static bool super_part(Run *run, const SuperObject *s, Name name, Value *result) {
    Str text = name_str(name);
    if (str_is(text, "__thisclass__")) {
        *result = value_object(s->after);
    } else if (str_is(text, "__self__")) {
        *result = is_unbound(s->self) ? value_none() : s->self;
    } else if (str_is(text, "__self_class__")) {
        *result = is_unbound(s->self) ? value_none() : value_object(s->type);
    } else {
        return false;
    }
    (void)run;
    return true;
}

static bool super_get_attr(Run *run, Value self, Name name, bool *found, Value *result) {
    const SuperObject *s = (const SuperObject *)self.as.object;
    *found = super_part(run, s, name, result);
    if (*found || is_unbound(s->self) || name == run->machine->name.class) {
        return true;
    }
    Value v = type_lookup_after(run, s->type, s->after, name);
    if (is_unbound(v)) {
        return true;
    }
    *found = true;
    bool on_class = is_type(run, s->self) && as_type(s->self) == s->type;
    return attribute_bind(run, v, on_class ? value_unbound() : s->self, s->type, result);
}

static bool super_repr(Run *run, Value self, Value *result) {
    const SuperObject *s = (const SuperObject *)self.as.object;
    *result = str_format(run, "<super: <class '%s'>, <%s object>>", s->after->head.name->text,
                         s->type->head.name->text);
    return true;
}

/* ---- set-up ---- */

static void install_wrapped(Run *run, Type *t) {
    t->make = wrapped_make;
    t->call = wrapped_call;
    t->size = sizeof(WrappedObject);
    type_add_getter(run, t, "__func__", wrapped_func);
}

void install_descriptors(Run *run) {
    Type *property = run->type.property;
    property->make = property_make;
    property->bind = property_bind;
    property->bind_set = property_bind_set;
    property->size = sizeof(PropertyObject);
    type_add_methods(run, property, property_methods);
    type_add_getter(run, property, "fget", property_fget);
    type_add_getter(run, property, "fset", property_fset);
    type_add_getter(run, property, "fdel", property_fdel);
    type_add_getter(run, property, "__doc__", property_doc);
    install_wrapped(run, run->type.staticmethod);
    run->type.staticmethod->bind = static_bind;
    install_wrapped(run, run->type.classmethod);
    run->type.classmethod->bind = class_bind;
    Type *super = run->type.super;
    super->make = super_make;
    super->get_attr = super_get_attr;
    super->repr = super_repr;
    super->size = sizeof(SuperObject);
}
