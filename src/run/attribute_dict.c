/* attribute_dict.c: o.__dict__, the attributes of an object as a dict; globals().
 *
 * Attributes live in Members, not in a dict, so a dict is made when it is asked for. It is brought
 * up to date before each operation, and what an operation changed in it is changed in the object,
 * too. When a program assigns a dict to o.__dict__, that dict is kept among the members under this
 * name, and attributes are looked for in it. */
#include "run/kinds.h"
#include "run/machine.h"
#include "run/numpy.h"

typedef struct AttributeDict {
    DictObject dict;
    Object *owner;
    Members *members; /* of the owner; of a module of the program's: beside its globals */
} AttributeDict;

static AttributeDict *as_dict(Value v) {
    return (AttributeDict *)(void *)v.as.object;
}

/* ---- the owner's variables: members, and behind them the globals of a module ---- */

static const Space *globals_of(const Run *run, const AttributeDict *d) {
    return d->owner->type == &run->type.module->head ? space_of((const Module *)d->owner) : NULL;
}

static uint32_t variables(const Run *run, const AttributeDict *d) {
    const Space *s = globals_of(run, d);
    return d->members->count + (s ? s->program->nglobals : 0);
}

/* Names with a dot are the compiler's own; what __slots__ names is in no dict. */
static bool hidden(Run *run, const AttributeDict *d, Name name) {
    const Type *t = object_type(d->owner);
    return name->text[0] == '.' ||
           (t->has_slots && is_exactly(type_lookup(run, t, name), run->type.member));
}

static Value variable(Run *run, const AttributeDict *d, uint32_t i, Name *name) {
    uint32_t n = d->members->count;
    const Space *s = i < n ? NULL : globals_of(run, d);
    *name = s ? s->program->globals[i - n] : d->members->at[i].name;
    if (hidden(run, d, *name)) {
        return value_unbound();
    }
    return cell_get(s ? &s->cells[i - n] : &d->members->at[i].cell);
}

static Value variable_named(const Run *run, const AttributeDict *d, Name name) {
    const Space *s = globals_of(run, d);
    const MapEntry *e = s ? map_find(&s->slots, name) : NULL;
    return e ? cell_get(&s->cells[e->num]) : members_get(d->members, name);
}

static bool set_variable(Run *run, AttributeDict *d, Name name, Value v) {
    if (globals_of(run, d)) {
        return module_set_attr(run, (Module *)d->owner, name, v);
    }
    object_id(run, d->owner);
    members_set(run, d->members, d->owner, name, v);
    return true;
}

/* ---- both directions ---- */

static void read_members(Run *run, AttributeDict *d) {
    for (uint32_t i = 0; i < variables(run, d); i++) {
        Name name;
        Value v = variable(run, d, i, &name), key = str_of_name(run, name), removed;
        if (is_unbound(v)) {
            table_remove(run, &d->dict, key, &removed);
        } else {
            table_put(run, &d->dict, key, v);
        }
    }
}

/* What the dict lost is lost to the object. */
static bool write_removed(Run *run, AttributeDict *d) {
    for (uint32_t i = 0; i < variables(run, d); i++) {
        Name name;
        Value now = variable(run, d, i, &name), v;
        bool found = false;
        if (is_unbound(now)) {
            continue;
        }
        if (!dict_get(run, value_object(d), str_of_name(run, name), &found, &v) ||
            (!found && !set_variable(run, d, name, value_unbound()))) {
            return false;
        }
    }
    return true;
}

static bool write_members(Run *run, AttributeDict *d) {
    uint32_t at = 0;
    for (DictEntry *e; (e = table_next(&d->dict, &at));) {
        Value v = cell_get(&e->value);
        if (!is_str(run, e->key)) {
            continue;
        }
        Name name = name_of(run->names, str_text(e->key));
        if (!value_same(variable_named(run, d, name), v) && !set_variable(run, d, name, v)) {
            return false;
        }
    }
    return write_removed(run, d);
}

/* ---- slots ---- */

static bool get_item(Run *run, Value self, Value key, Value *result) {
    read_members(run, as_dict(self));
    return run->type.dict->get_item(run, self, key, result);
}

static bool set_item(Run *run, Value self, Value key, Value v) {
    read_members(run, as_dict(self));
    return run->type.dict->set_item(run, self, key, v) && write_members(run, as_dict(self));
}

static bool contains(Run *run, Value self, Value item, bool *result) {
    read_members(run, as_dict(self));
    return run->type.dict->contains(run, self, item, result);
}

static bool iterate(Run *run, Value self, Value *result) {
    read_members(run, as_dict(self));
    return run->type.dict->iter(run, self, result);
}

static bool length(Run *run, Value self, int64_t *result) {
    read_members(run, as_dict(self));
    return run->type.dict->length(run, self, result);
}

static bool repr(Run *run, Value self, Value *result) {
    read_members(run, as_dict(self));
    return run->type.dict->repr(run, self, result);
}

static bool compare(Run *run, CompareOperator op, Value self, Value other, Value *result) {
    read_members(run, as_dict(self));
    return run->type.dict->compare(run, op, self, other, result);
}

/* A method is about to be called. */
static bool get_attr(Run *run, Value self, Name name, bool *found, Value *result) {
    (void)name, (void)result;
    read_members(run, as_dict(self));
    *found = false;
    return true;
}

/* A method of dict, then what it changed. */
static bool change(Run *run, const void *row, const Value *args, Value *result) {
    const char *name = row;
    const DictObject *keywords = (const DictObject *)args[2].as.object;
    Value method = type_lookup(run, run->type.dict, name_z(run->names, name));
    uint32_t n = sequence_count(args[1]);
    Value *all = ARENA_ARRAY(run->arena, n + 1, Value);
    all[0] = args[0];
    for (uint32_t i = 0; i < n; i++) {
        all[i + 1] = sequence_item(args[1], i);
    }
    read_members(run, as_dict(args[0]));
    if (!value_call_n(run, method, n + 1, all, result)) {
        return false;
    }
    if (keywords->live && !dict_update(run, &as_dict(args[0])->dict, args[2])) {
        return false;
    }
    return write_members(run, as_dict(args[0]));
}

#define CHANGE(NAME)                                                                               \
    { .name = NAME, .signature = "self, /, *args, **kwargs", .fn_row = change, .row = NAME }
static const NativeSpec methods[] = {
    CHANGE("update"), CHANGE("pop"), CHANGE("popitem"), CHANGE("setdefault"), CHANGE("clear"), {0},
};

static Type *dict_type(Run *run) {
    Machine *m = run->machine;
    if (!m->attribute_dict) {
        Type *t = m->attribute_dict = type_make(run, "dict", run->type.dict, "builtins");
        t->size = sizeof(AttributeDict);
        t->get_item = get_item;
        t->set_item = set_item;
        t->contains = contains;
        t->iter = iterate;
        t->length = length;
        t->repr = repr;
        t->compare = compare;
        t->get_attr = get_attr;
        type_add_methods(run, t, methods);
    }
    return m->attribute_dict;
}

/* ---- o.__dict__ ---- */

static Value dict_of(Run *run, Object *owner, Members *members) {
    AttributeDict *d = (AttributeDict *)(void *)table_make(run, dict_type(run));
    d->owner = owner;
    d->members = members;
    read_members(run, d);
    return value_object(d);
}

Value module_variables(Run *run, Module *m) {
    numpy_complete(run, m);
    return dict_of(run, &m->object, &m->members);
}

bool attribute_dict(Run *run, Value o, Value *result) {
    Members *own = members_of(run, o);
    if (!own || type_of(run, o)->slotted) {
        return raise_attribute_error(run, "'%.*s' object has no attribute '__dict__'",
                                     STR_ARG(type_name(run, o)));
    }
    *result = members_get(own, run->machine->name.dict);
    if (!is_unbound(*result)) {
        return true;
    }
    *result = dict_of(run, o.as.object, own);
    return true;
}

bool attribute_dict_set(Run *run, Value o, Value v) {
    Members *own = members_of(run, o);
    if (!own || type_of(run, o)->slotted) {
        return raise_attribute_error(run, "'%.*s' object has no attribute '__dict__'",
                                     STR_ARG(type_name(run, o)));
    }
    if (!is_dict(run, v)) {
        return raise_type_error(run, "__dict__ must be set to a dictionary, not a '%.*s'",
                                STR_ARG(type_name(run, v)));
    }
    if (is_exactly(v, run->machine->attribute_dict) && as_dict(v)->owner == o.as.object) {
        return true;
    }
    for (uint32_t i = 0; i < own->count; i++) {
        members_set(run, own, NULL, own->at[i].name, value_unbound());
    }
    members_set(run, own, o.as.object, run->machine->name.dict, v);
    run->machine->has_dicts = true;
    return true;
}

/* Looks into the dict that was assigned to o.__dict__, if any. */
bool assigned_dict(const Run *run, Value o, Value *dict) {
    const Members *own = run->machine->has_dicts ? members_of(run, o) : NULL;
    *dict = own ? members_get(own, run->machine->name.dict) : value_unbound();
    return !is_unbound(*dict);
}
