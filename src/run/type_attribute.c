/* type_attribute.c: what a class says about itself (__name__, __mro__, __subclasses__ …), and
 * __slots__. */
#include "run/kinds.h"
#include "run/machine.h"

/* ---- attributes of classes ---- */

static Value mro_of(Run *run, const Type *t) {
    Value all = tuple_make(run, t->nmro, NULL);
    for (uint32_t i = 0; i < t->nmro; i++) {
        ((TupleObject *)all.as.object)->items[i] = value_object(t->mro[i]);
    }
    return all;
}

static Value bases_of(Run *run, const Type *t) {
    Value base = value_object(t->base);
    return t->heap ? t->bases : tuple_make(run, t->base ? 1 : 0, &base);
}

static Value namespace_copy(Run *run, const Type *t) {
    Value dict = dict_make(run);
    for (uint32_t i = 0; i < t->members.count; i++) {
        Value v = cell_get(&t->members.at[i].cell);
        if (!is_unbound(v)) {
            dict_set_name(run, dict, t->members.at[i].name->text, v);
        }
    }
    return dict;
}

/* Made and kept when they are asked for first. */
static bool type_annotations(Run *run, Type *t, Value *result) {
    Name name = run->machine->name.annotations;
    *result = members_get(&t->members, name);
    if (!is_unbound(*result)) {
        return true;
    }
    *result = dict_make(run);
    if (t->body &&
        !annotations_dict(run, t->body->code, t->body->module, namespace_copy(run, t), result)) {
        return false;
    }
    members_set(run, &t->members, NULL, name, *result);
    return true;
}

static bool type_get_attr(Run *run, Value self, Name name, bool *found, Value *result) {
    const Specials *s = &run->machine->name;
    const Type *t = as_type(self);
    *found = true;
    if (name == s->annotations && t->heap && run->trace->python != 2) {
        return type_annotations(run, as_type(self), result);
    }
    if (name == s->name) {
        *result = str_of_name(run, t->head.name);
    } else if (name == s->qualname) {
        *result = str_of_name(run, class_qualname(run, t));
    } else if (name == s->module) {
        *result = str_of_name(run, t->module);
    } else if (name == s->mro) {
        *result = mro_of(run, t);
    } else if (name == s->bases) {
        *result = bases_of(run, t);
    } else if (name == s->base) {
        *result = t->base ? value_object(t->base) : value_none();
    } else if (name == s->doc && is_unbound(members_get(&t->members, name))) {
        *result = value_none();
    } else if (name == s->dict) {
        *result = namespace_copy(run, t);
    } else {
        *found = false;
    }
    return true;
}

/* Readers see the old name at the moments before. */
static void rename_type(Run *run, Type *t, Name name) {
    Moment now = trace_now(run->trace);
    if (is_unbound(cell_get(&t->renamed))) {
        cell_set(run->arena, &t->renamed, str_of_name(run, t->head.name), 0);
    }
    cell_set(run->arena, &t->renamed, str_of_name(run, name), now);
    t->head.name = name;
    record_change(run, &t->head.object);
}

static bool type_set_slot(Run *run, Value self, Name name, Value v) {
    const Specials *s = &run->machine->name;
    Type *t = as_type(self);
    if (t->heap && (name == s->name || name == s->module) && is_str(run, v)) {
        Name text = name_of(run->names, str_text(v));
        if (name == s->name) {
            rename_type(run, t, text);
        } else {
            t->module = text;
        }
        return true;
    }
    return type_set_attr(run, self, name, v);
}

static bool type_mro_method(Run *run, const Value *args, Value *result) {
    const Type *t = as_type(args[0]);
    *result = list_make(run, 0, NULL);
    for (uint32_t i = 0; i < t->nmro; i++) {
        list_append(run, *result, value_object(t->mro[i]));
    }
    return true;
}

/* ---- the classes derived from a class ---- */

static void add_derived(Run *run, Type *base, const Type *t) {
    if (base->nderived == base->derived_cap) {
        uint32_t cap = base->derived_cap ? base->derived_cap * 2 : 4;
        const Type **all = ARENA_ARRAY(run->arena, cap, const Type *);
        for (uint32_t i = 0; i < base->nderived; i++) {
            all[i] = base->derived[i];
        }
        base->derived = all;
        base->derived_cap = cap;
    }
    base->derived[base->nderived++] = t;
}

void type_derive(Run *run, const Type *t) {
    for (uint32_t i = 0; i < sequence_count(t->bases); i++) {
        add_derived(run, as_type(sequence_item(t->bases, i)), t);
    }
}

static bool subclasses_method(Run *run, const Value *args, Value *result) {
    const Type *t = as_type(args[0]);
    *result = list_make(run, 0, NULL);
    for (uint32_t i = 0; i < t->nderived; i++) {
        list_append(run, *result, value_object(t->derived[i]));
    }
    return true;
}

/* ---- __slots__ ---- */

/* An attribute that __slots__ names: it lives among the members of the instance. */
typedef struct MemberObject {
    Object object;
    Name name;
    const Type *owner;
} MemberObject;

static bool member_bind(Run *run, Value self, Value instance, const Type *owner, Value *result) {
    const MemberObject *m = (const MemberObject *)self.as.object;
    (void)owner;
    *result = self;
    if (is_unbound(instance)) {
        return true;
    }
    const Members *own = members_of(run, instance);
    *result = own ? members_get(own, m->name) : value_unbound();
    return !is_unbound(*result) ||
           raise_attribute_error(run, "'%.*s' object has no attribute '%s'",
                                 STR_ARG(type_name(run, instance)), m->name->text);
}

static bool member_bind_set(Run *run, Value self, Value instance, Value v) {
    const MemberObject *m = (const MemberObject *)self.as.object;
    Members *own = members_of(run, instance);
    if (!own || !is_instance(run, instance, m->owner)) {
        return raise_type_error(
            run, "descriptor '%s' for '%s' objects doesn't apply to a '%.*s' object", m->name->text,
            m->owner->head.name->text, STR_ARG(type_name(run, instance)));
    }
    if (is_unbound(v) && is_unbound(members_get(own, m->name))) {
        return raise_attribute_error(run, "%s", m->name->text);
    }
    object_id(run, instance.as.object);
    members_set(run, own, instance.as.object, m->name, v);
    return true;
}

static bool member_repr(Run *run, Value self, Value *result) {
    const MemberObject *m = (const MemberObject *)self.as.object;
    *result =
        str_format(run, "<member '%s' of '%s' objects>", m->name->text, m->owner->head.name->text);
    return true;
}

/* __private in a class body means _Class__private. */
static Name mangled(Run *run, const Type *t, Name name) {
    const char *class_name = t->head.name->text;
    bool private = name->len > 2 && name->text[0] == '_' && name->text[1] == '_' &&
                   !str_ends(name_str(name), STR("__"));
    while (*class_name == '_') {
        class_name++;
    }
    return private && *class_name
               ? name_of(run->names, str_printf(run->scratch, "_%s%s", class_name, name->text))
               : name;
}

static bool add_slot(Run *run, Type *t, Value text) {
    Name name;
    if (!is_str(run, text)) {
        return raise_type_error(run, "__slots__ items must be strings, not '%.*s'",
                                STR_ARG(type_name(run, text)));
    }
    if (!name_of_value(run, text, &name)) {
        return false;
    }
    if (name == run->machine->name.dict) {
        t->slotted = false;
        return true;
    }
    name = mangled(run, t, name);
    if (!is_unbound(members_get(&t->members, name))) {
        return raise_value_error(run, "'%s' in __slots__ conflicts with class variable",
                                 name->text);
    }
    MemberObject *m = object_make(run, run->type.member, sizeof *m);
    m->name = name;
    m->owner = t;
    members_set(run, &t->members, NULL, name, value_object(m));
    return true;
}

/* Have instances of this base attributes of any name? */
static bool open_base(const Run *run, const Type *base) {
    return base != run->type.object && (base->heap ? !base->slotted : base->attributes != 0);
}

bool class_slots(Run *run, Type *t) {
    Value slots = members_get(&t->members, name_z(run->names, "__slots__")), *items = &slots;
    uint32_t n = 1;
    for (uint32_t i = 0; i < sequence_count(t->bases); i++) {
        t->has_slots |= as_type(sequence_item(t->bases, i))->has_slots;
    }
    if (is_unbound(slots)) {
        return true;
    }
    t->has_slots = true;
    if (!is_str(run, slots) && !value_items(run, slots, &items, &n)) {
        return false;
    }
    t->slotted = true;
    for (uint32_t i = 0; i < sequence_count(t->bases); i++) {
        t->slotted &= !open_base(run, as_type(sequence_item(t->bases, i)));
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!add_slot(run, t, items[i])) {
            return false;
        }
    }
    return true;
}

/* ---- set-up ---- */

static const NativeSpec methods[] = {
    {.name = "mro", .signature = "self, /", .fn = type_mro_method},
    {.name = "__subclasses__", .signature = "self, /", .fn = subclasses_method},
    {0},
};

void install_type_attributes(Run *run) {
    Type *t = run->type.type, *member = run->type.member;
    t->get_attr = type_get_attr;
    t->set_attr = type_set_slot;
    type_add_methods(run, t, methods);
    member->bind = member_bind;
    member->bind_set = member_bind_set;
    member->repr = member_repr;
    member->size = sizeof(MemberObject);
}
