/* attribute_dict.c: o.__dict__, the attributes of an object as a dict.
 *
 * Attributes live in Members, not in a dict, so a dict is made when it is asked for. It is brought
 * up to date before each operation, and what an operation changed in it is changed in the object,
 * too. When a program assigns a dict to o.__dict__, that dict is kept among the members under this
 * name, and attributes are looked for in it. */
#include "run/kinds.h"
#include "run/machine.h"

typedef struct AttributeDict {
    DictObject dict;
    Object *owner;
    Members *members;
} AttributeDict;

static AttributeDict *as_dict(Value v) {
    return (AttributeDict *)(void *)v.as.object;
}

/* ---- both directions ---- */

static void read_members(Run *run, AttributeDict *d) {
    Value dict = value_object(d);
    for (uint32_t i = 0; i < d->members->count; i++) {
        Value v = cell_get(&d->members->at[i].cell), key, removed;
        key = str_of_name(run, d->members->at[i].name);
        if (is_unbound(v)) {
            table_remove(run, &d->dict, key, &removed);
        } else {
            table_put(run, (DictObject *)dict.as.object, key, v);
        }
    }
}

/* What the dict lost is lost to the object. */
static bool write_removed(Run *run, AttributeDict *d) {
    for (uint32_t i = 0; i < d->members->count; i++) {
        Name name = d->members->at[i].name;
        Value v;
        bool found;
        if (is_unbound(cell_get(&d->members->at[i].cell))) {
            continue;
        }
        if (!dict_get(run, value_object(d), str_of_name(run, name), &found, &v)) {
            return false;
        }
        if (!found) {
            members_set(run, d->members, d->owner, name, value_unbound());
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
        if (!value_same(members_get(d->members, name), v)) {
            object_id(run, d->owner);
            members_set(run, d->members, d->owner, name, v);
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
        type_add_methods(run, t, methods);
    }
    return m->attribute_dict;
}

/* ---- o.__dict__ ---- */

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
    AttributeDict *d = (AttributeDict *)(void *)table_make(run, dict_type(run));
    d->owner = o.as.object;
    d->members = own;
    read_members(run, d);
    *result = value_object(d);
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
