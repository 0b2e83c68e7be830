/* function.c: functions of the program, functions in C, and methods bound to an object. */
#include "run/kinds.h"
#include "run/machine.h"

/* ---- functions of the program ---- */

static bool function_call(Run *run, Value self, const Args *args, Value *result) {
    Frame *f = function_enter(run, (const FunctionObject *)self.as.object, args);
    if (!f) {
        return false;
    }
    if (f->generator) {
        *result = function_result(run, f);
        return true;
    }
    return machine_run(run, f, false, result);
}

static Value method_make(Run *run, Value function, Value self) {
    MethodObject *m = object_make(run, run->type.method, sizeof *m);
    m->self = self;
    m->function = function;
    return value_object(m);
}

static bool function_bind(Run *run, Value self, Value instance, const Type *owner, Value *result) {
    (void)owner;
    *result = is_unbound(instance) ? self : method_make(run, self, instance);
    return true;
}

static bool function_repr(Run *run, Value self, Value *result) {
    const FunctionObject *f = (const FunctionObject *)self.as.object;
    *result = str_format(run, "<function %s at %.*s>",
                         (run->trace->python == 2 ? f->name : f->qualname)->text,
                         STR_ARG(object_address(run, self.as.object)));
    return true;
}

static void function_show(Sink *out, const Object *o, Moment m, int depth) {
    (void)m;
    (void)depth;
    sink_printf(out, "<function %s>", ((const FunctionObject *)o)->qualname->text);
}

static void function_parts(const Object *o, Moment m, PartFn *fn, void *context) {
    const FunctionObject *f = (const FunctionObject *)o;
    for (uint32_t i = 0; f->captured && i < f->code->ncaptures; i++) {
        fn(context, name_str(f->code->captures[i].name), cell_at(&f->captured[i]->cell, m));
    }
    members_parts(&f->members, m, fn, context);
}

static Value doc_of(Run *run, const FunctionObject *f) {
    return f->code->docstring.at ? str_make(run, f->code->docstring) : value_none();
}

static Value defaults_of(Run *run, const FunctionObject *f) {
    return f->ndefaults ? tuple_make(run, f->ndefaults, f->defaults) : value_none();
}

/* ---- code objects: what programs ask of them ---- */

static Value names_tuple(Run *run, uint32_t n, const Name *names) {
    Value t = tuple_make(run, n, NULL);
    for (uint32_t i = 0; i < n; i++) {
        ((TupleObject *)t.as.object)->items[i] = str_of_name(run, names[i]);
    }
    return t;
}

static Value captured_names(Run *run, const Code *c) {
    Value t = tuple_make(run, c->ncaptures, NULL);
    for (uint32_t i = 0; i < c->ncaptures; i++) {
        ((TupleObject *)t.as.object)->items[i] = str_of_name(run, c->captures[i].name);
    }
    return t;
}

/* f.__closure__: the variables that it shares, or None */
static Value closure_of(Run *run, const FunctionObject *f) {
    uint32_t n = f->code->ncaptures;
    if (!n) {
        return value_none();
    }
    Value t = tuple_make(run, n, NULL);
    for (uint32_t i = 0; i < n; i++) {
        ((TupleObject *)t.as.object)->items[i] = value_object(f->captured[i]);
    }
    return t;
}

/* f.__code__: an object with the attributes that tell about arguments. */
static Value code_object(Run *run, const FunctionObject *f) {
    const Code *c = f->code;
    Type *t = type_make(run, "code", run->type.object, "builtins");
    t->size = sizeof(InstanceObject);
    t->attributes = offsetof(InstanceObject, members);
    InstanceObject *o = object_make(run, t, sizeof *o);
    Members *m = &o->members;
    Names *names = run->names;
    members_set(run, m, NULL, name_z(names, "co_name"), str_of_name(run, c->name));
    members_set(run, m, NULL, name_z(names, "co_argcount"), value_int(c->npositional));
    members_set(run, m, NULL, name_z(names, "co_kwonlyargcount"), value_int(c->nkwonly));
    members_set(run, m, NULL, name_z(names, "co_varnames"),
                names_tuple(run, c->nlocals, c->local_names));
    members_set(run, m, NULL, name_z(names, "co_freevars"), captured_names(run, c));
    members_set(
        run, m, NULL, name_z(names, "co_flags"),
        value_int((c->has_args ? 4 : 0) | (c->has_kwargs ? 8 : 0) | (c->generator ? 32 : 0)));
    members_set(run, m, NULL, name_z(names, "co_firstlineno"), value_int(c->first_line));
    members_set(run, m, NULL, name_z(names, "co_filename"),
                str_make(run, ((Space *)f->module->context)->program->source->name));
    return value_object(o);
}

/* ---- attributes of functions ---- */

static bool function_attribute(Run *run, FunctionObject *f, Name name, Value *result) {
    if (name == run->machine->name.name) {
        *result = str_of_name(run, f->name);
    } else if (name == run->machine->name.qualname) {
        *result = str_of_name(run, f->qualname);
    } else if (name == run->machine->name.doc) {
        *result = doc_of(run, f);
    } else if (name == run->machine->name.module) {
        *result = str_of_name(run, f->module->name);
    } else if (str_is(name_str(name), "__defaults__")) {
        *result = defaults_of(run, f);
    } else if (str_is(name_str(name), "__kwdefaults__")) {
        *result = f->kwdefaults ? value_object(f->kwdefaults) : value_none();
    } else if (str_is(name_str(name), "__closure__")) {
        *result = closure_of(run, f);
    } else if (str_is(name_str(name), "__code__")) {
        *result = code_object(run, f);
    } else {
        return false;
    }
    return true;
}

/* Kept once it was made, since it can be changed. */
static bool function_annotations(Run *run, FunctionObject *f, Value *result) {
    if (!annotations_dict(run, f->code, f->module, dict_make(run), result)) {
        return false;
    }
    members_set(run, &f->members, NULL, run->machine->name.annotations, *result);
    return true;
}

static bool function_get_attr(Run *run, Value self, Name name, bool *found, Value *result) {
    FunctionObject *f = (FunctionObject *)self.as.object;
    *result = members_get(&f->members, name);
    if (!is_unbound(*result)) {
        *found = true;
        return true;
    }
    if (name == run->machine->name.annotations && run->trace->python != 2) {
        *found = true;
        return function_annotations(run, f, result);
    }
    *found = is_special(name) && function_attribute(run, f, name, result);
    return true;
}

/* f.__defaults__ = (…) */
static bool set_defaults(Run *run, FunctionObject *f, Value v) {
    if (given(v) && !is_tuple(run, v)) {
        return raise_type_error(run, "__defaults__ must be set to a tuple object");
    }
    uint32_t n = given(v) ? sequence_count(v) : 0, most = f->code->npositional;
    f->ndefaults = n < most ? n : most;
    f->defaults = n ? ((const TupleObject *)v.as.object)->items + (n - f->ndefaults) : NULL;
    return true;
}

static bool function_set_attr(Run *run, Value self, Name name, Value v) {
    FunctionObject *f = (FunctionObject *)self.as.object;
    bool named = name == run->machine->name.name || name == run->machine->name.qualname;
    if (str_is(name_str(name), "__defaults__")) {
        return set_defaults(run, f, v);
    }
    if (named && !is_str(run, v)) {
        return raise_type_error(run, "%s must be set to a string object", name->text);
    }
    if (named) {
        Name text = name_of(run->names, str_text(v));
        *(name == run->machine->name.name ? &f->name : &f->qualname) = text;
        return true;
    }
    if (is_unbound(v) && is_unbound(members_get(&f->members, name))) {
        return raise_attribute_error(run, "'function' object has no attribute '%s'", name->text);
    }
    object_id(run, &f->object);
    members_set(run, &f->members, &f->object, name, v);
    return true;
}

/* ---- methods ---- */

static bool method_call(Run *run, Value self, const Args *args, Value *result) {
    const MethodObject *m = (const MethodObject *)self.as.object;
    if (is_exactly(m->function, run->type.native)) {
        return native_call(run, (const NativeObject *)m->function.as.object, m->self, args, result);
    }
    uint32_t n = args->npositional + args->nkeywords;
    Value few[12];
    Value *all = n < 12 ? few : ARENA_ARRAY(run->arena, n + 1, Value);
    all[0] = m->self;
    for (uint32_t i = 0; i < n; i++) {
        all[i + 1] = args->at[i];
    }
    Args with_self = {all, args->npositional + 1, args->nkeywords, args->names};
    return value_call(run, m->function, &with_self, result);
}

static Name function_name(Run *run, Value f) {
    if (is_exactly(f, run->type.function)) {
        return ((const FunctionObject *)f.as.object)->qualname;
    }
    return is_exactly(f, run->type.native) ? ((const NativeObject *)f.as.object)->name
                                           : f.as.object->type->name;
}

static bool method_repr(Run *run, Value self, Value *result) {
    const MethodObject *m = (const MethodObject *)self.as.object;
    Str of;
    if (!value_repr(run, m->self, &of)) {
        return false;
    }
    *result = str_format(run, "<bound method %s of %.*s>", function_name(run, m->function)->text,
                         STR_ARG(of));
    return true;
}

static void method_show(Sink *out, const Object *o, Moment m, int depth) {
    const MethodObject *method = (const MethodObject *)o;
    sink_z(out, "<bound method of ");
    value_show(out, method->self, m, depth - 1);
    sink_char(out, '>');
}

static bool method_get_attr(Run *run, Value self, Name name, bool *found, Value *result) {
    const MethodObject *m = (const MethodObject *)self.as.object;
    *found = true;
    if (str_is(name_str(name), "__self__") || str_is(name_str(name), "im_self")) {
        *result = m->self;
        return true;
    }
    if (str_is(name_str(name), "__func__") || str_is(name_str(name), "im_func")) {
        *result = m->function;
        return true;
    }
    *found = false;
    if (name == run->machine->name.class || name == run->machine->name.call) {
        return true;
    }
    return value_find_attr(run, m->function, name, found, result);
}

static bool method_compare(Run *run, CompareOperator op, Value a, Value b, Value *result) {
    *result = run->not_implemented;
    bool equality = op == COMPARE_OPERATOR_EQUAL || op == COMPARE_OPERATOR_NOT_EQUAL;
    if (!equality || !is_exactly(b, run->type.method)) {
        return true;
    }
    const MethodObject *x = (const MethodObject *)a.as.object;
    const MethodObject *y = (const MethodObject *)b.as.object;
    bool same = value_same(x->self, y->self) && value_same(x->function, y->function);
    *result = value_bool(same == (op == COMPARE_OPERATOR_EQUAL));
    return true;
}

static bool method_hash(Run *run, Value self, int64_t *result) {
    const MethodObject *m = (const MethodObject *)self.as.object;
    *result = m->function.kind == VALUE_OBJECT ? object_id(run, m->function.as.object) : 1;
    return true;
}

/* ---- functions in C ---- */

Value native_make(Run *run, const NativeSpec *spec, Value self) {
    NativeObject *f = object_make(run, run->type.native, sizeof *f);
    f->spec = spec;
    f->self = self;
    f->name = name_z(run->names, spec->name);
    return value_object(f);
}

static bool native_call_slot(Run *run, Value self, const Args *args, Value *result) {
    const NativeObject *f = (const NativeObject *)self.as.object;
    return native_call(run, f, f->self, args, result);
}

/* Only methods of a type are bound; a C function in a class stays what it is, as in CPython. */
static bool native_bind(Run *run, Value self, Value instance, const Type *owner, Value *result) {
    NativeObject *f = (NativeObject *)self.as.object;
    (void)owner;
    *result = self;
    if (f->owner && is_unbound(f->self) && !is_unbound(instance)) {
        native_prepare(run, f);
        NativeObject *bound = object_make(run, run->type.native, sizeof *bound);
        Object head = bound->object;
        *bound = *f;
        bound->object = head;
        bound->self = instance;
        *result = value_object(bound);
    }
    return true;
}

static bool native_repr(Run *run, Value self, Value *result) {
    const NativeObject *f = (const NativeObject *)self.as.object;
    if (f->owner && !is_unbound(f->self)) {
        Str address = f->self.kind == VALUE_OBJECT ? object_address(run, f->self.as.object)
                                                   : STR("0x7f0000000000");
        *result = str_format(run, "<built-in method %s of %.*s object at %.*s>", f->name->text,
                             STR_ARG(type_name(run, f->self)), STR_ARG(address));
    } else if (f->module && !str_is(name_str(f->module->name), "builtins")) {
        *result = str_format(run, "<function %s at %.*s>", f->name->text,
                             STR_ARG(object_address(run, self.as.object)));
    } else if (f->owner) {
        *result = str_format(run, "<method '%s' of '%s' objects>", f->name->text,
                             f->owner->head.name->text);
    } else {
        *result = str_format(run, "<built-in function %s>", f->name->text);
    }
    return true;
}

static void native_show(Sink *out, const Object *o, Moment m, int depth) {
    (void)m;
    (void)depth;
    sink_printf(out, "<function %s>", ((const NativeObject *)o)->name->text);
}

static bool native_get_attr(Run *run, Value self, Name name, bool *found, Value *result) {
    const NativeObject *f = (const NativeObject *)self.as.object;
    const Specials *s = &run->machine->name;
    *found = true;
    if (name == s->name || name == s->qualname) {
        *result = str_of_name(run, f->name);
    } else if (name == s->module) {
        *result = f->module ? str_of_name(run, f->module->name) : str_make(run, STR("builtins"));
    } else if (name == s->doc) {
        *result = value_none();
    } else if (str_is(name_str(name), "__self__") && !is_unbound(f->self)) {
        *result = f->self;
    } else {
        *found = false;
    }
    return true;
}

/* Bound methods are equal when they are the same method of the same object. */
static bool native_compare(Run *run, CompareOperator op, Value a, Value b, Value *result) {
    *result = run->not_implemented;
    bool equality = op == COMPARE_OPERATOR_EQUAL || op == COMPARE_OPERATOR_NOT_EQUAL;
    if (!equality || !is_exactly(b, run->type.native)) {
        return true;
    }
    const NativeObject *x = (const NativeObject *)a.as.object;
    const NativeObject *y = (const NativeObject *)b.as.object;
    bool same = x->spec == y->spec && x->owner == y->owner && value_same(x->self, y->self);
    *result = value_bool(same == (op == COMPARE_OPERATOR_EQUAL));
    return true;
}

static bool native_hash(Run *run, Value self, int64_t *result) {
    const NativeObject *f = (const NativeObject *)self.as.object;
    (void)run;
    *result = (int64_t)(uint32_t)str_hash(name_str(f->name));
    return true;
}

/* ---- set-up ---- */

static bool method_make_type(Run *run, const Type *type, const Args *args, Value *result) {
    (void)type;
    if (args->npositional != 2 || args->nkeywords) {
        return raise_type_error(run, "method expected 2 arguments, got %u", args->npositional);
    }
    *result = method_make(run, args->at[0], args->at[1]);
    return true;
}

static void install_function(Type *t) {
    t->call = function_call;
    t->bind = function_bind;
    t->repr = function_repr;
    t->get_attr = function_get_attr;
    t->set_attr = function_set_attr;
    t->head.show = function_show;
    t->head.parts = function_parts;
    t->size = sizeof(FunctionObject);
    t->attributes = offsetof(FunctionObject, members);
}

static void install_method(Type *t) {
    t->make = method_make_type;
    t->call = method_call;
    t->repr = method_repr;
    t->get_attr = method_get_attr;
    t->compare = method_compare;
    t->hash = method_hash;
    t->head.show = method_show;
    t->size = sizeof(MethodObject);
}

void install_functions(Run *run) {
    install_function(run->type.function);
    install_method(run->type.method);
    Type *native = run->type.native;
    native->call = native_call_slot;
    native->bind = native_bind;
    native->repr = native_repr;
    native->get_attr = native_get_attr;
    native->compare = native_compare;
    native->hash = native_hash;
    native->head.show = native_show;
    native->size = sizeof(NativeObject);
    install_module_type(run);
}
