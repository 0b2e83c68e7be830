/* modules.c: which standard modules there are, and what their files share.
 *
 * A module is either modelled (a table of functions), a stand-in that does nothing
 * (module_stand_in.c), or refused by name when it is imported (import.c). Names that a modelled
 * module has in Python, but not here, are refused when they are used. */
#include "run/install.h"
#include "run/machine.h"
#include "run/standard.h"

/* ---- helpers ---- */

Type *record_type(Run *run, const char *name, const char *module) {
    Type *t = type_make(run, name, NULL, module);
    t->size = sizeof(InstanceObject);
    t->attributes = offsetof(InstanceObject, members);
    return t;
}

Value record_make(Run *run, const Type *type) {
    return value_object(object_make_mutable(run, type, sizeof(InstanceObject)));
}

void record_set(Run *run, Value record, const char *name, Value v) {
    Members *m = &((InstanceObject *)record.as.object)->members;
    members_set(run, m, NULL, name_z(run->names, name), v);
}

Value record_get(Run *run, Value record, const char *name) {
    return members_get(&((InstanceObject *)record.as.object)->members, name_z(run->names, name));
}

bool do_nothing(Run *run, const Value *args, Value *result) {
    (void)run;
    (void)args;
    *result = value_none();
    return true;
}

bool write_lines(Run *run, const Value *args, NativeFn *write, Value *result) {
    Value *items;
    uint32_t n;
    if (!value_items(run, args[1], &items, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        Value again[2] = {args[0], items[i]};
        if (!write(run, again, result)) {
            return false;
        }
    }
    *result = value_none();
    return true;
}

void note_stand_in(Run *run, const char *what, const char *effect) {
    Value ignored;
    if (!dict_get_name(run, run->standard->noted, what, &ignored)) {
        dict_set_name(run, run->standard->noted, what, value_none());
        print_text(run, str_printf(run->arena, "tfscope: %s is a stand-in: %s\n", what, effect),
                   true);
    }
}

bool refuse_known(Run *run, Module *m, Name name, bool *found, Value *result) {
    if (!library_attribute(run, m, name, found, result) || *found) {
        return *found;
    }
    for (const char *const *known = m->context; known && *known; known++) {
        if (str_is(name_str(name), *known)) {
            return refuse(run, NULL, "%s.%s", m->name->text, *known);
        }
    }
    return true;
}

void module_share(Run *run, Module *to, Module *from, const char *name) {
    module_set(run, to, name, members_get(&from->members, name_z(run->names, name)));
}

bool call1(Run *run, Value f, Value a, Value *result) {
    return value_call_n(run, f, 1, &a, result);
}

bool call2(Run *run, Value f, Value a, Value b, Value *result) {
    Value both[2] = {a, b};
    return value_call_n(run, f, 2, both, result);
}

bool call_method(Run *run, Value o, const char *name, uint32_t n, const Value *args,
                 Value *result) {
    Value method;
    return value_get_attr(run, o, name_z(run->names, name), &method) &&
           value_call_n(run, method, n, args, result);
}

/* ---- __future__ ---- */

static void install_future(Run *run) {
    static const char *const features[] = {
        "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
        "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations",
    };
    Module *m = module_make(run, "__future__");
    Type *t = record_type(run, "_Feature", "__future__");
    for (size_t i = 0; i < sizeof features / sizeof *features; i++) {
        module_set(run, m, features[i], record_make(run, t));
    }
}

void install_modules(Run *run) {
    Standard *s = ARENA_NEW(run->arena, Standard);
    run->standard = s;
    s->noted = dict_make(run);
    install_future(run);
    install_math(run);
    install_cmath(run);
    install_sys(run);
    install_os(run);
    install_time(run, s);
    install_datetime(run, s);
    install_random(run, s);
    install_abstract(run, s);
    install_collections(run, s);
    install_functools(run, s);
    install_operator(run);
    install_itertools(run);
    install_copy(run);
    install_contextlib(run, s);
    install_harmless(run, s);
    install_json(run);
    install_re(run, s);
    install_enum(run);
    install_import(run);
    install_io(run, s);
    install_small(run);
    install_six(run); /* behind what it shares */
    install_stand_ins(run, s);
    s->library = map_make(run->arena);
    install_library(run);
}
