/* attribute.c: o.name, o.name = v, del o.name.
 *
 * The order is Python's: what the type's own slot answers; a data descriptor of the class; the
 * instance's own attributes; another attribute of the class, bound to the instance; __getattr__. */
#include "run/kinds.h"
#include "run/machine.h"

Members *members_of(const Run *run, Value o) {
    if (o.kind != VALUE_OBJECT) {
        return NULL;
    }
    (void)run;
    size_t at = object_type(o.as.object)->attributes;
    return at ? (Members *)(void *)((char *)o.as.object + at) : NULL;
}

bool name_of_value(Run *run, Value v, Name *name) {
    if (!is_str(run, v)) {
        return raise_type_error(run, "attribute name must be string, not '%.*s'",
                                STR_ARG(type_name(run, v)));
    }
    *name = name_of(run->names, str_text(v));
    return true;
}

/* ---- binding ---- */

bool attribute_bind(Run *run, Value attribute, Value instance, const Type *owner, Value *result) {
    if (attribute.kind == VALUE_OBJECT) {
        const Type *t = TYPE_WITH(object_type(attribute.as.object), bind);
        if (t) {
            return t->bind(run, attribute, instance, owner, result);
        }
    }
    *result = attribute;
    return true;
}

static const Type *data_descriptor(Value attribute) {
    return attribute.kind == VALUE_OBJECT ? TYPE_WITH(object_type(attribute.as.object), bind_set)
                                          : NULL;
}

/* ---- the attributes of a type ---- */

/* What a class itself and its bases have, seen through the class; then what its metaclass has. */
bool type_find_attr(Run *run, Value self, Name name, bool *found, Value *result) {
    const Type *t = as_type(self);
    const Type *meta = type_of(run, self);
    Value above = type_lookup(run, meta, name);
    *found = true;
    if (data_descriptor(above)) {
        return attribute_bind(run, above, self, meta, result);
    }
    Value own = type_lookup(run, t, name);
    if (!is_unbound(own)) {
        return attribute_bind(run, own, value_unbound(), t, result);
    }
    *found = !is_unbound(above);
    return !*found || attribute_bind(run, above, self, meta, result);
}

/* ---- finding ---- */

/* What the instance itself has. */
static bool own_attribute(Run *run, Value o, Name name, bool *found, Value *result) {
    const Members *own = members_of(run, o);
    Value dict;
    *result = own ? members_get(own, name) : value_unbound();
    *found = !is_unbound(*result);
    if (*found || !assigned_dict(run, o, &dict)) {
        return true;
    }
    return dict_get(run, dict, str_of_name(run, name), found, result);
}

bool generic_find_attr(Run *run, Value o, Name name, bool *found, Value *result) {
    if (is_type(run, o)) {
        return type_find_attr(run, o, name, found, result);
    }
    const Type *t = type_of(run, o);
    Value attribute = type_lookup(run, t, name);
    *found = true;
    if (data_descriptor(attribute)) {
        return attribute_bind(run, attribute, o, t, result);
    }
    if (!own_attribute(run, o, name, found, result)) {
        return false;
    }
    if (*found) {
        return true;
    }
    *found = !is_unbound(attribute);
    return !*found || attribute_bind(run, attribute, o, t, result);
}

/* Has the class of o, or the metaclass of a class, a __getattr__ of the program's? */
static bool fall_back(Run *run, Value o, Name name, bool *found, Value *result) {
    const Type *t = type_of(run, o);
    if (!t->heap) {
        return true;
    }
    Value getattr = type_lookup(run, t, run->machine->name.getattr);
    if (is_unbound(getattr)) {
        return true;
    }
    Value args[2] = {o, str_of_name(run, name)};
    *found = value_call_n(run, getattr, 2, args, result);
    return *found; /* its own AttributeError is what is raised */
}

/* An AttributeError from a property leaves the word to __getattr__, too. */
static bool find_with_fallback(Run *run, Value o, Name name, bool *found, Value *result) {
    if (generic_find_attr(run, o, name, found, result)) {
        return *found || fall_back(run, o, name, found, result);
    }
    const Type *t = type_of(run, o);
    if (!t->heap || !error_is(run, run->exception.AttributeError) ||
        is_unbound(type_lookup(run, t, run->machine->name.getattr))) {
        return false;
    }
    error_take(run);
    return fall_back(run, o, name, found, result);
}

/* As value_find_attr, but an AttributeError that the program's own code raised stays one. */
static bool find_attr(Run *run, Value o, Name name, bool *found, Value *result) {
    const Type *t = TYPE_WITH(type_of(run, o), get_attr);
    *found = false;
    if (t && !t->get_attr(run, o, name, found, result)) {
        return false;
    }
    return *found || find_with_fallback(run, o, name, found, result);
}

bool value_find_attr(Run *run, Value o, Name name, bool *found, Value *result) {
    if (find_attr(run, o, name, found, result)) {
        return true;
    }
    if (!error_is(run, run->exception.AttributeError)) {
        return false;
    }
    error_take(run);
    *found = false;
    return true;
}

static bool missing_attribute(Run *run, Value o, Name name) {
    if (is_type(run, o)) {
        return raise_attribute_error(run,
                                     as_type(o)->classic ? "class %s has no attribute '%s'"
                                                         : "type object '%s' has no attribute '%s'",
                                     as_type(o)->head.name->text, name->text);
    }
    if (type_of(run, o)->classic) {
        return raise_attribute_error(run, "%.*s instance has no attribute '%s'",
                                     STR_ARG(type_name(run, o)), name->text);
    }
    if (is_exactly(o, run->type.module) && run->trace->python != 2) {
        const Module *m = (const Module *)o.as.object;
        return raise_attribute_error(run, "module '%s' has no attribute '%s'", m->name->text,
                                     name->text);
    }
    return raise_attribute_error(run, "'%.*s' object has no attribute '%s'",
                                 STR_ARG(type_name(run, o)), name->text);
}

bool value_get_attr(Run *run, Value o, Name name, Value *result) {
    bool found;
    if (!find_attr(run, o, name, &found, result)) {
        return false;
    }
    return found || missing_attribute(run, o, name);
}

/* ---- setting ---- */

static bool cannot_set(Run *run, Value o, Name name, Value attribute) {
    if (is_type(run, o) || is_unbound(attribute)) {
        return missing_attribute(run, o, name);
    }
    return raise_attribute_error(run, "'%.*s' object attribute '%s' is read-only",
                                 STR_ARG(type_name(run, o)), name->text);
}

/* Into the dict that was assigned to o.__dict__. */
static bool set_in_dict(Run *run, Value o, Value dict, Name name, Value v) {
    Value key = str_of_name(run, name), before;
    bool found;
    if (is_unbound(v) && (!dict_get(run, dict, key, &found, &before) || !found)) {
        return missing_attribute(run, o, name);
    }
    return run->type.dict->set_item(run, dict, key, v);
}

bool generic_set_attr(Run *run, Value o, Name name, Value v) {
    Value dict;
    if (name == run->machine->name.dict && !is_unbound(v)) {
        return attribute_dict_set(run, o, v);
    }
    if (name == run->machine->name.class && type_of(run, o)->heap) {
        return refuse(run, NULL, "assigning __class__");
    }
    Value attribute = type_lookup(run, type_of(run, o), name);
    const Type *descriptor = data_descriptor(attribute);
    if (descriptor) {
        return descriptor->bind_set(run, attribute, o, v);
    }
    Members *own = members_of(run, o);
    if (!own || type_of(run, o)->slotted) {
        return cannot_set(run, o, name, attribute);
    }
    if (assigned_dict(run, o, &dict)) {
        return set_in_dict(run, o, dict, name, v);
    }
    if (is_unbound(v) && is_unbound(members_get(own, name))) {
        return missing_attribute(run, o, name);
    }
    object_id(run, o.as.object);
    members_set(run, own, o.as.object, name, v);
    return true;
}

/* An attribute of a class may be a special method: then a slot follows it. */
bool type_set_attr(Run *run, Value self, Name name, Value v) {
    Type *t = as_type(self);
    Value above = type_lookup(run, type_of(run, self), name);
    const Type *descriptor = data_descriptor(above);
    if (descriptor) {
        return descriptor->bind_set(run, above, self, v);
    }
    if (!t->heap) {
        return raise_type_error(run, "cannot set '%s' attribute of immutable type '%s'", name->text,
                                t->head.name->text);
    }
    if (is_unbound(v) && is_unbound(members_get(&t->members, name))) {
        return missing_attribute(run, self, name);
    }
    object_id(run, &t->head.object);
    members_set(run, &t->members, &t->head.object, name, v);
    special_install(t, run, name);
    return true;
}

bool value_set_attr(Run *run, Value o, Name name, Value v) {
    const Type *t = TYPE_WITH(type_of(run, o), set_attr);
    return t ? t->set_attr(run, o, name, v) : generic_set_attr(run, o, name, v);
}
