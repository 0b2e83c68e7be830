/* module_enum.c: enum: Enum, IntEnum, auto and unique. */
#include <string.h>

#include "run/machine.h"
#include "run/standard.h"

/* ---- the members of an enumeration ---- */

static Value map_of(Run *run, const Type *t) {
    return members_get(&t->members, name_z(run->names, "_member_map_"));
}

/* Members in order of definition; aliases come only with `aliases`. */
static bool members_list(Run *run, const Type *t, bool aliases, Value *list) {
    Value map = map_of(run, t);
    uint32_t at = 0;
    *list = list_make(run, 0, NULL);
    if (is_unbound(map)) {
        return true;
    }
    for (DictEntry *e; (e = table_next((DictObject *)map.as.object, &at));) {
        Value member = cell_get(&e->value), name;
        if (!value_get_attr(run, member, name_z(run->names, "name"), &name)) {
            return false;
        }
        if (aliases || str_eq(str_text(name), str_text(e->key))) {
            list_append(run, *list, member);
        }
    }
    return true;
}

static bool value_of_member(Run *run, Value member, Value *v) {
    return value_get_attr(run, member, name_z(run->names, "value"), v);
}

/* The member with this value; unbound when there is none. */
static bool find_member(Run *run, const Type *t, Value wanted, Value *member) {
    Value list, v;
    *member = value_unbound();
    if (!members_list(run, t, false, &list)) {
        return false;
    }
    for (uint32_t i = 0; i < sequence_count(list); i++) {
        bool equal;
        if (!value_of_member(run, sequence_item(list, i), &v) ||
            !item_equal(run, v, wanted, &equal)) {
            return false;
        }
        if (equal) {
            *member = sequence_item(list, i);
            return true;
        }
    }
    return true;
}

/* ---- making an enumeration ---- */

static bool defines_member(Run *run, Str name, Value v) {
    bool hidden = str_starts(name, STR("_")) && str_ends(name, STR("_"));
    bool descriptor = v.kind == VALUE_OBJECT && TYPE_WITH(object_type(v.as.object), bind);
    (void)run;
    return !hidden && !descriptor;
}

/* auto(): one more than the last whole number. */
static bool settle_auto(Run *run, const Type *t, Value *v) {
    Value list, last;
    int64_t next = 1, i;
    Module *m = map_ptr(&run->modules, name_z(run->names, "enum"));
    Value automatic = members_get(&m->members, name_z(run->names, "auto"));
    if (!is_instance(run, *v, as_type(automatic))) {
        return true;
    }
    if (!members_list(run, t, false, &list)) {
        return false;
    }
    for (uint32_t k = 0; k < sequence_count(list); k++) {
        if (!value_of_member(run, sequence_item(list, k), &last)) {
            return false;
        }
        next = integer_of(run, last, &i) && i < INT64_MAX ? i + 1 : next;
    }
    *v = value_int(next);
    return true;
}

static bool new_member(Run *run, const Type *t, Value v, Value *member) {
    const Type *number = run->type.integer, *text = run->type.str;
    Args args = {&v, 1, 0, NULL};
    if (is_subtype(t, number) || is_subtype(t, text)) {
        return (is_subtype(t, number) ? number : text)->make(run, t, &args, member);
    }
    *member = instance_make(run, t);
    return true;
}

static bool add_member(Run *run, Type *t, Value name, Value v) {
    Value member, map = map_of(run, t), init, bound, ignored;
    if (!settle_auto(run, t, &v) || !find_member(run, t, v, &member)) {
        return false;
    }
    if (is_unbound(member)) {
        if (!new_member(run, t, v, &member)) {
            return false;
        }
        Members *own = members_of(run, member);
        members_set(run, own, NULL, name_z(run->names, "_value_"), v);
        members_set(run, own, NULL, name_z(run->names, "_name_"), name);
        init = members_get(&t->members, run->machine->name.init);
        Value *items = &v;
        uint32_t n = 1;
        if (!is_unbound(init) && ((is_tuple(run, v) && !value_items(run, v, &items, &n)) ||
                                  !attribute_bind(run, init, member, t, &bound) ||
                                  !value_call_n(run, bound, n, items, &ignored))) {
            return false;
        }
    }
    members_set(run, &t->members, NULL, name_of(run->names, str_text(name)), member);
    return dict_set(run, map, name, member);
}

static bool member_repr(Run *run, Value self, Value *result);
static bool member_str(Run *run, Value self, Value *result);

/* class Mode(str, Enum): members show themselves as members, unless a class says otherwise. */
static void show_members(Run *run, Type *t) {
    const Type *repr = TYPE_WITH(t, repr), *str = TYPE_WITH(t, str);
    if (repr == run->type.str || repr == run->type.integer || repr == run->type.real) {
        t->repr = member_repr;
    }
    if (str == run->type.str || (str == run->type.object && !t->str)) {
        t->str = member_str;
    }
}

/* type(name, bases, dict) for enumerations: what is no method becomes a member. */
static bool enum_make(Run *run, const Type *meta, const Args *args, Value *result) {
    if (args->npositional != 3 || !is_dict(run, args->at[2])) {
        return refuse(run, "write a class", "making an enumeration by calling Enum");
    }
    Value rest = dict_make(run), names = list_make(run, 0, NULL), values = list_make(run, 0, NULL);
    uint32_t at = 0;
    for (DictEntry *e; (e = table_next((DictObject *)args->at[2].as.object, &at));) {
        Value v = cell_get(&e->value);
        bool member = is_str(run, e->key) && defines_member(run, str_text(e->key), v);
        if (member) {
            list_append(run, names, e->key);
            list_append(run, values, v);
        } else if (!dict_set(run, rest, e->key, v)) {
            return false;
        }
    }
    Value three[3] = {args->at[0], args->at[1], rest};
    Args again = {three, 3, 0, NULL};
    if (!run->type.type->make(run, meta, &again, result)) {
        return false;
    }
    Type *t = as_type(*result);
    show_members(run, t);
    members_set(run, &t->members, NULL, name_z(run->names, "_member_map_"), dict_make(run));
    for (uint32_t i = 0; i < sequence_count(names); i++) {
        if (!add_member(run, t, sequence_item(names, i), sequence_item(values, i))) {
            return false;
        }
    }
    return true;
}

/* Names of members, as Enum('Color', …) takes them: a text, a list of names or of pairs, a dict. */
static bool named_members(Run *run, Value names, Value *dict) {
    Value *items, pairs = names, pair;
    uint32_t n;
    *dict = dict_make(run);
    if (is_str(run, names) &&
        (!call_method(run, names, "replace", 2,
                      (Value[]){str_make(run, STR(",")), str_make(run, STR(" "))}, &pairs) ||
         !call_method(run, pairs, "split", 0, NULL, &pairs))) {
        return false;
    }
    if (is_dict(run, names) && !call_method(run, names, "items", 0, NULL, &pairs)) {
        return false;
    }
    if (!value_items(run, pairs, &items, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        pair = items[i];
        bool named = is_str(run, pair);
        if (!named && !(is_sequence(run, pair) && sequence_count(pair) == 2)) {
            return raise_type_error(run, "names of members are texts or pairs");
        }
        if (!dict_set(run, *dict, named ? pair : sequence_item(pair, 0),
                      named ? value_int(i + 1) : sequence_item(pair, 1))) {
            return false;
        }
    }
    return true;
}

/* Enum('Color', 'RED GREEN') */
static bool enum_by_names(Run *run, Value self, const Args *args, Value *result) {
    Value three[3] = {args->at[0], tuple_make(run, 1, &self)};
    Args all = {three, 3, 0, NULL};
    return named_members(run, args->at[1], &three[2]) &&
           enum_make(run, type_of(run, self), &all, result);
}

/* ---- what the class can do ---- */

/* Color(1) */
static bool enum_call(Run *run, Value self, const Args *args, Value *result) {
    const Type *t = as_type(self);
    Str text;
    if (is_subtype(t, run->type.type)) {
        return run->type.type->call(run, self, args, result);
    }
    bool open = is_unbound(map_of(run, t));
    if (open && args->npositional == 2 && !args->nkeywords) {
        return enum_by_names(run, self, args, result);
    }
    if (open || args->npositional != 1 || args->nkeywords) {
        return refuse(run, "write a class", "making an enumeration by calling Enum");
    }
    if (is_exactly(args->at[0], t)) {
        *result = args->at[0];
        return true;
    }
    if (!find_member(run, t, args->at[0], result)) {
        return false;
    }
    return !is_unbound(*result) ||
           (value_repr(run, args->at[0], &text) &&
            raise_value_error(run, "%.*s is not a valid %s", STR_ARG(text), t->head.name->text));
}

static bool enum_get_item(Run *run, Value self, Value key, Value *result) {
    Value map = map_of(run, as_type(self));
    bool found = false;
    if (!is_unbound(map) && !dict_get(run, map, key, &found, result)) {
        return false;
    }
    return found || raise_key_error(run, key);
}

static bool enum_iter(Run *run, Value self, Value *result) {
    Value list;
    return members_list(run, as_type(self), false, &list) && value_iter(run, list, result);
}

static bool enum_length(Run *run, Value self, int64_t *result) {
    Value list;
    bool ok = members_list(run, as_type(self), false, &list);
    *result = ok ? sequence_count(list) : 0;
    return ok;
}

static bool enum_contains(Run *run, Value self, Value item, bool *result) {
    *result = is_instance(run, item, as_type(self));
    return true;
}

static bool enum_set_attr(Run *run, Value self, Name name, Value v) {
    Value map = map_of(run, as_type(self)), member;
    bool found = false;
    if (!is_unbound(map) && !dict_get(run, map, str_of_name(run, name), &found, &member)) {
        return false;
    }
    return found ? raise_attribute_error(run, "cannot %s member '%s'",
                                         is_unbound(v) ? "delete" : "reassign", name->text)
                 : run->type.type->set_attr(run, self, name, v);
}

static bool enum_repr(Run *run, Value self, Value *result) {
    const Type *t = as_type(self);
    *result = t->heap ? str_format(run, "<enum '%s'>", t->head.name->text)
                      : str_format(run, "<class 'enum.%s'>", t->head.name->text);
    return true;
}

static bool enum_members(Run *run, const Value *args, Value *result) {
    Value map = map_of(run, as_type(args[0]));
    *result = is_unbound(map) ? dict_make(run) : map;
    return true;
}

/* ---- what members can do ---- */

static bool member_field(Run *run, Value self, const char *field, Value *v) {
    return value_get_attr(run, self, name_z(run->names, field), v);
}

static bool member_repr(Run *run, Value self, Value *result) {
    Value name, v;
    Str text;
    if (!member_field(run, self, "_name_", &name) || !member_field(run, self, "_value_", &v) ||
        !value_repr(run, v, &text)) {
        return false;
    }
    *result = str_format(run, "<%s.%.*s: %.*s>", type_of(run, self)->head.name->text,
                         STR_ARG(str_text(name)), STR_ARG(text));
    return true;
}

static bool member_str(Run *run, Value self, Value *result) {
    Value name;
    if (!member_field(run, self, "_name_", &name)) {
        return false;
    }
    *result =
        str_format(run, "%s.%.*s", type_of(run, self)->head.name->text, STR_ARG(str_text(name)));
    return true;
}

/* As its str(); what is an int as well has the format of ints. */
static bool member_format(Run *run, const Value *args, Value *result) {
    Str spec, text;
    Value name;
    if (!value_str(run, args[0], &text)) {
        return false;
    }
    name = str_make(run, text);
    if (!text_of(run, args[1], &spec) || !value_format(run, name, spec, &text)) {
        return false;
    }
    *result = str_make(run, text);
    return true;
}

static const NativeSpec member_methods[] = {
    {.name = "__format__", .signature = "self, format_spec, /", .fn = member_format},
    {0},
};

static bool member_hash(Run *run, Value self, int64_t *result) {
    Value name;
    return member_field(run, self, "_name_", &name) && value_hash(run, name, result);
}

static bool name_getter(Run *run, const Value *args, Value *result) {
    return member_field(run, args[0], "_name_", result);
}

static bool value_getter(Run *run, const Value *args, Value *result) {
    return member_field(run, args[0], "_value_", result);
}

/* ---- unique ---- */

static bool enum_unique(Run *run, const Value *args, Value *result) {
    Value map = map_of(run, as_type(args[0])), name;
    uint32_t at = 0;
    *result = args[0];
    if (is_unbound(map)) {
        return true;
    }
    for (DictEntry *e; (e = table_next((DictObject *)map.as.object, &at));) {
        if (!member_field(run, cell_get(&e->value), "_name_", &name)) {
            return false;
        }
        if (!str_eq(str_text(name), str_text(e->key))) {
            return raise_value_error(run, "duplicate values found in <enum '%s'>: %.*s -> %.*s",
                                     as_type(args[0])->head.name->text, STR_ARG(str_text(e->key)),
                                     STR_ARG(str_text(name)));
        }
    }
    return true;
}

static const NativeSpec functions[] = {
    {.name = "unique", .signature = "enumeration", .fn = enum_unique},
    {0},
};

static void install_meta(Run *run, Type *meta) {
    meta->make = enum_make;
    meta->call = enum_call;
    meta->get_item = enum_get_item;
    meta->iter = enum_iter;
    meta->length = enum_length;
    meta->contains = enum_contains;
    meta->set_attr = enum_set_attr;
    meta->repr = enum_repr;
    type_add_getter(run, meta, "__members__", enum_members);
}

static void install_member_slots(Run *run, Type *t, const Type *meta) {
    t->head.object.type = &meta->head;
    t->repr = member_repr;
    t->str = member_str;
    t->hash = member_hash;
    type_add_getter(run, t, "name", name_getter);
    type_add_getter(run, t, "value", value_getter);
}

/* Since Python 3.11 the text of a member of IntEnum is its number's. */
static bool number_str(Run *run, Value self, Value *result) {
    return run->trace->python == 2 ? member_str(run, self, result)
                                   : run->type.integer->repr(run, self, result);
}

/* IntEnum is an int and an Enum. */
static Type *int_enum(Run *run, const Type *base, const Type *meta) {
    Type *t = type_make(run, "IntEnum", run->type.integer, "enum");
    const Type **mro = ARENA_ARRAY(run->arena, 4, const Type *);
    mro[0] = t;
    mro[1] = run->type.integer;
    mro[2] = base;
    mro[3] = run->type.object;
    t->mro = mro;
    t->nmro = 4;
    install_member_slots(run, t, meta);
    t->hash = run->type.integer->hash;
    t->str = number_str;
    t->size = sizeof(NumberObject);
    return t;
}

static const char *const not_modelled[] = {"Flag",     "IntFlag", "StrEnum",   "EnumType", "verify",
                                           "property", "member",  "nonmember", NULL};

void install_enum(Run *run) {
    Module *m = module_make(run, "enum");
    m->missing = refuse_known;
    m->context = (void *)(uintptr_t)not_modelled;
    Type *meta = type_make(run, "EnumMeta", run->type.type, "enum");
    install_meta(run, meta);
    Type *base = record_type(run, "Enum", "enum");
    install_member_slots(run, base, meta);
    type_add_methods(run, base, member_methods);
    module_add_functions(run, m, functions);
    module_set(run, m, "EnumMeta", value_object(meta));
    module_set(run, m, "Enum", value_object(base));
    module_set(run, m, "IntEnum", value_object(int_enum(run, base, meta)));
    Type *automatic = record_type(run, "auto", "enum");
    automatic->make = run->type.object->make;
    module_set(run, m, "auto", value_object(automatic));
}
