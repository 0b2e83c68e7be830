/* module_copy.c: copy. */
#include <string.h>

#include "run/big.h"
#include "run/machine.h"
#include "run/standard.h"

/* What copies are made of is how deep: NULL memo means shallow. */
typedef struct Copying {
    Run *run;
    Value memo; /* dict from id to copy; None: shallow */
} Copying;

static bool copy_value(Copying *c, Value v, Value *result);

static bool deep(const Copying *c) {
    return given(c->memo);
}

static bool inner(Copying *c, Value v, Value *result) {
    *result = v;
    return !deep(c) || copy_value(c, v, result);
}

static bool remember(Copying *c, Value v, Value copy) {
    return !deep(c) || dict_set(c->run, c->memo, value_int(object_id(c->run, v.as.object)), copy);
}

/* ---- containers ---- */

static bool copy_items(Copying *c, Value sequence, uint32_t *n, Value **items) {
    if (!value_items(c->run, sequence, items, n)) {
        return false;
    }
    for (uint32_t i = 0; i < *n; i++) {
        if (!inner(c, (*items)[i], &(*items)[i])) {
            return false;
        }
    }
    return true;
}

static bool copy_list(Copying *c, Value v, Value *result) {
    ListObject *l = object_make_mutable(c->run, type_of(c->run, v), sizeof *l);
    Value *items;
    uint32_t n;
    cell_set(c->run->arena, &l->count, value_int(0), trace_now(c->run->trace));
    *result = value_object(l);
    if (!remember(c, v, *result) || !copy_items(c, v, &n, &items)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        list_append(c->run, *result, items[i]);
    }
    return true;
}

static bool copy_tuple(Copying *c, Value v, Value *result) {
    Value *items;
    uint32_t n;
    *result = v;
    if (!deep(c) || !copy_items(c, v, &n, &items)) {
        return !deep(c);
    }
    bool same = true;
    for (uint32_t i = 0; i < n; i++) {
        same = same && value_same(items[i], sequence_item(v, i));
    }
    if (!same) {
        TupleObject *t = object_make(c->run, type_of(c->run, v), sizeof *t);
        t->count = n;
        t->items = items;
        *result = value_object(t);
    }
    return true;
}

static bool copy_dict(Copying *c, Value v, Value *result) {
    const DictObject *from = (const DictObject *)v.as.object;
    DictObject *d = table_make(c->run, type_of(c->run, v));
    uint32_t at = 0;
    d->missing = from->missing;
    *result = value_object(d);
    if (!remember(c, v, *result)) {
        return false;
    }
    for (DictEntry *e; (e = table_next(from, &at));) {
        Value key, item;
        if (!inner(c, e->key, &key) || !inner(c, cell_get(&e->value), &item) ||
            !table_put(c->run, d, key, item)) {
            return false;
        }
    }
    return true;
}

/* ---- instances of classes ---- */

static bool copy_members(Copying *c, Value v, Value copy) {
    const Members *from = members_of(c->run, v);
    Members *to = members_of(c->run, copy);
    for (uint32_t i = 0; from && i < from->count; i++) {
        Value item = cell_get(&from->at[i].cell);
        if (is_unbound(item)) {
            continue;
        }
        if (!inner(c, item, &item)) {
            return false;
        }
        members_set(c->run, to, NULL, from->at[i].name, item);
    }
    return true;
}

/* What __getstate__ gives, or all attributes, goes to __setstate__, or becomes the attributes.
 * *found: the class has one of the two. */
static bool copy_state(Copying *c, Value v, Value copy, bool *found) {
    Run *run = c->run;
    Value get, set, state, dict, ignored;
    bool has_get, has_set;
    if (!special_find(run, v, name_z(run->names, "__getstate__"), &has_get, &get) ||
        !special_find(run, copy, name_z(run->names, "__setstate__"), &has_set, &set)) {
        return false;
    }
    *found = has_get || has_set;
    if (!*found) {
        return true;
    }
    if (!(has_get ? value_call_n(run, get, 0, NULL, &state) : attribute_dict(run, v, &state)) ||
        !inner(c, state, &state)) {
        return false;
    }
    if (has_set) {
        return value_call_n(run, set, 1, &state, &ignored);
    }
    return attribute_dict(run, copy, &dict) &&
           call_method(run, dict, "update", 1, &state, &ignored);
}

static bool copy_instance(Copying *c, Value v, Value *result) {
    const Type *t = type_of(c->run, v);
    if (is_list(c->run, v) || is_dict(c->run, v)) {
        return (is_list(c->run, v) ? copy_list : copy_dict)(c, v, result) &&
               copy_members(c, v, *result);
    }
    if (is_tuple(c->run, v)) {
        return copy_tuple(c, v, result);
    }
    if (!t->heap || t->size != sizeof(InstanceObject)) {
        return refuse(c->run, NULL, "copying an object of type %s", t->head.name->text);
    }
    bool found;
    *result = instance_make(c->run, t);
    return remember(c, v, *result) && copy_state(c, v, *result, &found) &&
           (found || copy_members(c, v, *result));
}

/* ---- by kind ---- */

/* Objects that are their own copies. */
static bool immutable(const Run *run, Value v) {
    const Types *t = &run->type;
    return v.kind != VALUE_OBJECT || is_big(run, v) || is_exactly(v, t->complex) ||
           is_str(run, v) || is_bytes(run, v) || is_type(run, v) || is_exactly(v, t->function) ||
           is_exactly(v, t->native) || is_exactly(v, t->module) || is_exactly(v, t->range) ||
           is_exactly(v, t->slice) || is_exactly(v, t->ellipsis) ||
           is_exactly(v, t->not_implemented) || is_exactly(v, t->method) ||
           is_exactly(v, t->property);
}

/* Does the object know how to copy itself? */
static bool copy_own(Copying *c, Value v, bool *found, Value *result) {
    Value method;
    Name name = name_z(c->run->names, deep(c) ? "__deepcopy__" : "__copy__");
    if (!special_find(c->run, v, name, found, &method)) {
        return false;
    }
    return !*found || (value_call_n(c->run, method, deep(c) ? 1 : 0, &c->memo, result) &&
                       remember(c, v, *result));
}

static bool copy_object(Copying *c, Value v, Value *result) {
    Run *run = c->run;
    bool found;
    if (!copy_own(c, v, &found, result) || found) {
        return found;
    }
    if (is_exactly(v, run->type.list)) {
        return copy_list(c, v, result);
    }
    if (is_exactly(v, run->type.tuple)) {
        return copy_tuple(c, v, result);
    }
    if (is_set(run, v)) {
        const Type *t = type_of(run, v);
        return call1(run, value_object(t), v, result); /* items of sets do not change */
    }
    return is_dict(run, v) && !type_of(run, v)->heap ? copy_dict(c, v, result)
                                                     : copy_instance(c, v, result);
}

static bool copy_value(Copying *c, Value v, Value *result) {
    bool found = false;
    *result = v;
    if (immutable(c->run, v)) {
        return true;
    }
    if (deep(c) &&
        !dict_get(c->run, c->memo, value_int(object_id(c->run, v.as.object)), &found, result)) {
        return false;
    }
    if (found) {
        return true;
    }
    if (!deeper(c->run, "")) {
        return false;
    }
    bool ok = copy_object(c, v, result);
    shallower(c->run);
    return ok;
}

static bool copy_copy(Run *run, const Value *args, Value *result) {
    Copying c = {run, value_none()};
    return copy_value(&c, args[0], result);
}

static bool copy_deepcopy(Run *run, const Value *args, Value *result) {
    if (given(args[1]) && !is_dict(run, args[1])) {
        return raise_type_error(run, "memo must be a dict");
    }
    Copying c = {run, given(args[1]) ? args[1] : dict_make(run)};
    return copy_value(&c, args[0], result);
}

static const NativeSpec functions[] = {
    {.name = "copy", .signature = "x", .fn = copy_copy},
    {.name = "deepcopy", .signature = "x, memo=None", .fn = copy_deepcopy},
    {0},
};

void install_copy(Run *run) {
    Module *m = module_make(run, "copy");
    module_add_functions(run, m, functions);
    module_set(run, m, "Error", value_object(run->exception.Exception));
}
