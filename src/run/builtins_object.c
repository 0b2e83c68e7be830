/* builtins_object.c: the built-in functions that ask objects: isinstance, getattr, dir, id, len,
 * iter … */
#include <stdlib.h>
#include <string.h>

#include "run/builtins.h"
#include "run/machine.h"
#include "run/numpy.h"

/* ---- types ---- */

/* Here unicode derives from str, which takes the place of basestring. */
static bool fits_type(const Run *run, const Type *t, const Type *base) {
    if (base == run->type.basestring) {
        return t == base || is_subtype(t, run->type.str);
    }
    bool other_text = base == run->type.str && run->trace->python == 2;
    return is_subtype(t, base) && !(other_text && is_subtype(t, run->type.unicode));
}

static bool fits(Run *run, Value v, bool instance, Value classes, bool *valid, bool *result);

static bool fits_one_of(Run *run, Value v, bool instance, Value classes, bool *valid,
                        bool *result) {
    bool ok = deeper(run, instance ? " in __instancecheck__" : " in __subclasscheck__");
    if (!ok) {
        return false;
    }
    for (uint32_t i = 0; ok && i < sequence_count(classes) && *valid && !*result; i++) {
        ok = fits(run, v, instance, sequence_item(classes, i), valid, result);
    }
    shallower(run);
    return ok;
}

/* Does a type, or one of a tuple of types, fit? *valid is false when classes is something else. */
static bool fits(Run *run, Value v, bool instance, Value classes, bool *valid, bool *result) {
    Value method, verdict;
    bool found = false;
    const char *check = instance ? "__instancecheck__" : "__subclasscheck__";
    *result = false;
    if (is_tuple(run, classes)) {
        return fits_one_of(run, v, instance, classes, valid, result);
    }
    if (type_of(run, classes) != run->type.type &&
        !special_find(run, classes, name_z(run->names, check), &found, &method)) {
        return false;
    }
    if (found) {
        return value_call_n(run, method, 1, &v, &verdict) && value_truth(run, verdict, result);
    }
    *valid = is_type(run, classes);
    if (*valid) {
        const Type *t = instance ? type_of(run, v) : as_type(v);
        *result = fits_type(run, t, as_type(classes));
    }
    return true;
}

static bool builtin_isinstance(Run *run, const Value *args, Value *result) {
    bool valid = true, is;
    if (!fits(run, args[0], true, args[1], &valid, &is)) {
        return false;
    }
    *result = value_bool(is);
    return valid ||
           raise_type_error(run, "isinstance() arg 2 must be a %s",
                            run->trace->python == 2 ? "class, type, or tuple of classes and types"
                                                    : "type, a tuple of types, or a union");
}

static bool builtin_issubclass(Run *run, const Value *args, Value *result) {
    bool valid = true, is;
    if (!is_type(run, args[0])) {
        return raise_type_error(run, "issubclass() arg 1 must be a class");
    }
    if (!fits(run, args[0], false, args[1], &valid, &is)) {
        return false;
    }
    *result = value_bool(is);
    return valid || raise_type_error(run, "issubclass() arg 2 must be a class%s",
                                     run->trace->python == 2 ? " or tuple of classes"
                                                             : ", a tuple of classes, or a union");
}

static bool builtin_callable(Run *run, const Value *args, Value *result) {
    *result = value_bool(is_callable(run, args[0]));
    return true;
}

/* ---- attributes ---- */

static bool attribute_name(Run *run, Value v, Name *name) {
    if (!is_str(run, v)) {
        return raise_type_error(run, "attribute name must be string, not '%.*s'",
                                STR_ARG(type_name(run, v)));
    }
    *name = name_of(run->names, str_text(v));
    return true;
}

static bool builtin_hasattr(Run *run, const Value *args, Value *result) {
    Name name;
    bool found;
    Value v;
    if (!attribute_name(run, args[1], &name) || !value_find_attr(run, args[0], name, &found, &v)) {
        return false;
    }
    *result = value_bool(found);
    return true;
}

static bool builtin_getattr(Run *run, const Value *args, Value *result) {
    Name name;
    bool found;
    if (!attribute_name(run, args[1], &name)) {
        return false;
    }
    if (is_unbound(args[2])) {
        return value_get_attr(run, args[0], name, result);
    }
    if (!value_find_attr(run, args[0], name, &found, result)) {
        return false;
    }
    *result = found ? *result : args[2];
    return true;
}

static bool builtin_setattr(Run *run, const Value *args, Value *result) {
    Name name;
    *result = value_none();
    return attribute_name(run, args[1], &name) && value_set_attr(run, args[0], name, args[2]);
}

static bool builtin_delattr(Run *run, const Value *args, Value *result) {
    Name name;
    *result = value_none();
    return attribute_name(run, args[1], &name) &&
           value_set_attr(run, args[0], name, value_unbound());
}

/* ---- names ---- */

static bool add_names(Run *run, Value set, const Members *members) {
    for (uint32_t i = 0; members && i < members->count; i++) {
        bool bound = members->at[i].cell.kind != VALUE_UNBOUND;
        if (bound && !set_add(run, set, str_of_name(run, members->at[i].name))) {
            return false;
        }
    }
    return true;
}

static bool add_type_names(Run *run, Value set, const Type *t) {
    for (uint32_t i = 0; i < t->nmro; i++) {
        if (!add_names(run, set, &t->mro[i]->members)) {
            return false;
        }
    }
    return true;
}

static bool sorted_list(Run *run, Value iterable, Value *result) {
    Value *items;
    uint32_t n;
    if (!value_items(run, iterable, &items, &n) ||
        !sort_values(run, items, n, value_none(), value_none(), false)) {
        return false;
    }
    *result = list_make(run, n, items);
    return true;
}

/* The keys of a dict that was assigned to v.__dict__. */
static bool add_assigned(Run *run, Value set, Value v) {
    Value dict, *keys;
    uint32_t n = 0;
    if (!assigned_dict(run, v, &dict)) {
        return true;
    }
    if (!value_items(run, dict, &keys, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!set_add(run, set, keys[i])) {
            return false;
        }
    }
    return true;
}

static bool builtin_dir(Run *run, const Value *args, Value *result) {
    Value v = args[0], method, names = set_make(run);
    bool found;
    if (is_unbound(v)) {
        return sorted_list(run, frame_locals(run), result);
    }
    if (!special_find(run, v, name_z(run->names, "__dir__"), &found, &method)) {
        return false;
    }
    if (found) {
        return value_call_n(run, method, 0, NULL, &names) && sorted_list(run, names, result);
    }
    if (is_exactly(v, run->type.module)) {
        Module *m = (Module *)v.as.object;
        numpy_complete(run, m);
        if (!add_names(run, names, &m->members)) {
            return false;
        }
        const TraceFrame *f = m->program ? trace_frame_at(run->trace, m->frame) : NULL;
        for (uint32_t i = 0; f && i < f->ncells; i++) {
            if (f->cells[i].kind != VALUE_UNBOUND &&
                !set_add(run, names, str_of_name(run, f->names[i]))) {
                return false;
            }
        }
    } else if (!add_names(run, names, members_of(run, v)) || !add_assigned(run, names, v) ||
               !add_type_names(run, names, is_type(run, v) ? as_type(v) : type_of(run, v))) {
        return false;
    }
    return sorted_list(run, names, result);
}

static bool builtin_vars(Run *run, const Value *args, Value *result) {
    bool found;
    if (is_unbound(args[0])) {
        *result = frame_locals(run);
        return true;
    }
    if (!value_find_attr(run, args[0], run->machine->name.dict, &found, result)) {
        return false;
    }
    return found || raise_type_error(run, "vars() argument must have __dict__ attribute");
}

static bool builtin_locals(Run *run, const Value *args, Value *result) {
    (void)args;
    *result = frame_locals(run);
    return true;
}

static bool builtin_globals(Run *run, const Value *args, Value *result) {
    (void)args;
    *result = frame_globals(run);
    return true;
}

/* ---- identity and text ---- */

static bool builtin_id(Run *run, const Value *args, Value *result) {
    Value v = args[0];
    int64_t small = v.kind == VALUE_INT || v.kind == VALUE_FLOAT ? v.as.integer : v.kind * 2;
    *result =
        value_int(v.kind == VALUE_BOOL ? 9474240 + v.as.boolean * 32
                                       : (int64_t)(9471168 + (uint64_t)small * 32) & INT64_MAX);
    if (v.kind == VALUE_OBJECT) {
        Str address = object_address(run, v.as.object);
        *result = value_int(strtoll(str_dup(run->scratch, address).at, NULL, 16));
    }
    return true;
}

static bool builtin_hash(Run *run, const Value *args, Value *result) {
    int64_t h;
    if (!value_hash(run, args[0], &h)) {
        return false;
    }
    *result = value_int(h);
    return true;
}

static bool builtin_repr(Run *run, const Value *args, Value *result) {
    Str text;
    if (!value_repr(run, args[0], &text)) {
        return false;
    }
    *result = str_share(run, text);
    return true;
}

static bool builtin_ascii(Run *run, const Value *args, Value *result) {
    Str text;
    if (!value_repr(run, args[0], &text)) {
        return false;
    }
    *result = str_share(run, text_ascii_only(run->arena, text));
    return true;
}

static bool builtin_format(Run *run, const Value *args, Value *result) {
    Str text;
    if (!is_str(run, args[1])) {
        return raise_type_error(run, "format() argument 2 must be str, not %.*s",
                                STR_ARG(argument_name(run, args[1])));
    }
    if (!value_format(run, args[0], str_text(args[1]), &text)) {
        return false;
    }
    *result = str_share(run, text);
    return true;
}

static const NativeSpec functions[] = {
    {.name = "isinstance", .signature = "obj, class_or_tuple, /", .fn = builtin_isinstance},
    {.name = "issubclass", .signature = "cls, class_or_tuple, /", .fn = builtin_issubclass},
    {.name = "callable", .signature = "obj, /", .fn = builtin_callable},
    {.name = "hasattr", .signature = "obj, name, /", .fn = builtin_hasattr},
    {.name = "getattr", .signature = "object, name, default=?, /", .fn = builtin_getattr},
    {.name = "setattr", .signature = "obj, name, value, /", .fn = builtin_setattr},
    {.name = "delattr", .signature = "obj, name, /", .fn = builtin_delattr},
    {.name = "dir", .signature = "object=?, /", .fn = builtin_dir},
    {.name = "vars", .signature = "object=?, /", .fn = builtin_vars},
    {.name = "locals", .signature = "/", .fn = builtin_locals},
    {.name = "globals", .signature = "/", .fn = builtin_globals},
    {.name = "id", .signature = "obj, /", .fn = builtin_id},
    {.name = "hash", .signature = "obj, /", .fn = builtin_hash},
    {.name = "repr", .signature = "obj, /", .fn = builtin_repr},
    {.name = "ascii", .signature = "obj, /", .fn = builtin_ascii},
    {.name = "format", .signature = "value, format_spec='', /", .fn = builtin_format},
    {.name = NULL},
};

void install_builtin_objects(Run *run) {
    module_add_functions(run, run->builtins, functions);
}
