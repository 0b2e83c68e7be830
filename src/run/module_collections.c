/* module_collections.c: collections: OrderedDict and defaultdict; the rest is in files of its own.
 */
#include <string.h>

#include "run/install.h"
#include "run/machine.h"
#include "run/standard.h"

static DictObject *dict_at(Value v) {
    return (DictObject *)v.as.object;
}

/* ---- OrderedDict ---- */

static bool ordered_repr(Run *run, Value self, Value *result) {
    ReprFrame frame;
    const char *name = type_of(run, self)->head.name->text;
    if (!repr_enter(run, &frame, self.as.object)) {
        *result = text_value(run, "...");
        return true;
    }
    Sink out = sink_memory(run->arena);
    sink_printf(&out, "%s(", name);
    uint32_t at = 0;
    bool good = true, some = false;
    for (DictEntry *e; good && (e = table_next(dict_at(self), &at)); some = true) {
        Value pair[2] = {e->key, cell_get(&e->value)};
        sink_z(&out, some ? ", (" : "[(");
        good = repr_items(run, &out, 2, pair);
        sink_char(&out, ')');
    }
    sink_z(&out, some ? "])" : ")");
    repr_leave(run, &frame);
    *result = str_share(run, sink_str(&out));
    return good;
}

static bool same_order(Run *run, DictObject *a, DictObject *b, bool *equal) {
    uint32_t i = 0, k = 0;
    *equal = a->live == b->live;
    while (*equal) {
        DictEntry *x = table_next(a, &i), *y = table_next(b, &k);
        if (!x || !y) {
            return true;
        }
        if (!item_equal(run, x->key, y->key, equal) ||
            (*equal && !item_equal(run, cell_get(&x->value), cell_get(&y->value), equal))) {
            return false;
        }
    }
    return true;
}

/* Two ordered ones are equal only in the same order. */
static bool ordered_compare(Run *run, CompareOperator op, Value self, Value other, Value *result) {
    bool equal, equality = op == COMPARE_OPERATOR_EQUAL || op == COMPARE_OPERATOR_NOT_EQUAL;
    if (!equality || !is_instance(run, other, run->standard->ordered_dict)) {
        return run->type.dict->compare(run, op, self, other, result);
    }
    if (!same_order(run, dict_at(self), dict_at(other), &equal)) {
        return false;
    }
    *result = value_bool(equal == (op == COMPARE_OPERATOR_EQUAL));
    return true;
}

/* The first or last key; unbound when empty. */
static Value end_key(DictObject *d, bool last) {
    uint32_t at = 0;
    Value key = value_unbound();
    for (DictEntry *e; (e = table_next(d, &at));) {
        key = e->key;
        if (!last) {
            break;
        }
    }
    return key;
}

static bool ordered_popitem(Run *run, const Value *args, Value *result) {
    bool last;
    DictObject *d = dict_at(args[0]);
    if (!value_truth(run, args[1], &last)) {
        return false;
    }
    Value pair[2] = {end_key(d, last), value_none()};
    if (is_unbound(pair[0])) {
        return raise_key_error(run, text_value(run, "dictionary is empty"));
    }
    if (!table_remove(run, d, pair[0], &pair[1])) {
        return false;
    }
    record_change(run, &d->object);
    *result = tuple_make(run, 2, pair);
    return true;
}

/* Puts every entry but that of `key` behind it. */
static bool move_to_front(Run *run, DictObject *d, Value key) {
    uint32_t n = 0, at = 0;
    Value *keys = ARENA_ARRAY(run->scratch, d->live + 1, Value), v;
    for (DictEntry *e; (e = table_next(d, &at));) {
        keys[n++] = e->key;
    }
    for (uint32_t i = 0; i < n; i++) {
        bool same;
        if (!item_equal(run, keys[i], key, &same)) {
            return false;
        }
        if (!same && (!table_remove(run, d, keys[i], &v) || !table_put(run, d, keys[i], v))) {
            return false;
        }
    }
    return true;
}

static bool ordered_move_to_end(Run *run, const Value *args, Value *result) {
    bool last;
    Value v;
    DictObject *d = dict_at(args[0]);
    *result = value_none();
    if (!value_truth(run, args[2], &last) || !table_remove(run, d, args[1], &v)) {
        return false;
    }
    if (is_unbound(v)) {
        return raise_key_error(run, args[1]);
    }
    if (!table_put(run, d, args[1], v) || (!last && !move_to_front(run, d, args[1]))) {
        return false;
    }
    record_change(run, &d->object);
    return true;
}

static bool ordered_reversed(Run *run, const Value *args, Value *result) {
    Value *items;
    uint32_t n;
    if (!value_items(run, args[0], &items, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n / 2; i++) {
        Value kept = items[i];
        items[i] = items[n - 1 - i];
        items[n - 1 - i] = kept;
    }
    return value_iter(run, list_make(run, n, items), result);
}

/* A copy of the same type. */
static bool typed_copy(Run *run, const Value *args, Value *result) {
    DictObject *copy = table_make(run, type_of(run, args[0]));
    copy->missing = dict_at(args[0])->missing;
    *result = value_object(copy);
    return dict_update(run, copy, args[0]);
}

static const NativeSpec ordered_methods[] = {
    {.name = "popitem", .signature = "self, last=True", .fn = ordered_popitem},
    {.name = "move_to_end", .signature = "self, key, last=True", .fn = ordered_move_to_end},
    {.name = "__reversed__", .signature = "self, /", .fn = ordered_reversed},
    {.name = "copy", .signature = "self, /", .fn = typed_copy},
    {0},
};

static void install_ordered(Run *run, Standard *s, Module *m) {
    Type *t = type_make(run, "OrderedDict", run->type.dict, "collections");
    s->ordered_dict = t;
    t->make = run->type.dict->make;
    t->repr = ordered_repr;
    t->compare = ordered_compare;
    t->size = sizeof(DictObject);
    type_add_methods(run, t, ordered_methods);
    module_set(run, m, "OrderedDict", value_object(t));
}

/* ---- defaultdict ---- */

static bool set_factory(Run *run, DictObject *d, Value factory) {
    d->missing = factory;
    return !given(factory) || is_callable(run, factory) ||
           raise_type_error(run, "first argument must be callable or None");
}

static bool default_make(Run *run, const Type *type, const Args *args, Value *result) {
    Args rest = *args;
    Value factory = value_unbound();
    if (rest.npositional) {
        factory = rest.at[0];
        rest.at++;
        rest.npositional--;
    }
    return run->type.dict->make(run, type, &rest, result) &&
           set_factory(run, dict_at(*result), factory);
}

/* For subclasses: the object is there already. args: self, factory, *args, **kwargs */
static bool default_init(Run *run, const Value *args, Value *result) {
    DictObject *d = dict_at(args[0]);
    *result = value_none();
    for (uint32_t i = 0; i < sequence_count(args[2]); i++) {
        if (!dict_update(run, d, sequence_item(args[2], i))) {
            return false;
        }
    }
    return set_factory(run, d, args[1]) && dict_update(run, d, args[3]);
}

static bool default_repr(Run *run, Value self, Value *result) {
    Value factory = dict_at(self)->missing, dict;
    Str text, items;
    if (!value_repr(run, given(factory) ? factory : value_none(), &text) ||
        !run->type.dict->repr(run, self, &dict)) {
        return false;
    }
    items = str_text(dict);
    *result = str_format(run, "%s(%.*s, %.*s)", type_of(run, self)->head.name->text, STR_ARG(text),
                         STR_ARG(items));
    return true;
}

static bool default_get_attr(Run *run, Value self, Name name, bool *found, Value *result) {
    (void)run;
    if (str_is(name_str(name), "default_factory")) {
        Value factory = dict_at(self)->missing;
        *found = true;
        *result = given(factory) ? factory : value_none();
    }
    return true;
}

static const NativeSpec default_methods[] = {
    {.name = "__init__",
     .signature = "self, default_factory=None, /, *args, **kwargs",
     .fn = default_init},
    {.name = "copy", .signature = "self, /", .fn = typed_copy},
    {0},
};

static void install_default(Run *run, Standard *s, Module *m) {
    Type *t = type_make(run, "defaultdict", run->type.dict, "collections");
    s->default_dict = t;
    t->make = default_make;
    t->repr = default_repr;
    t->get_attr = default_get_attr;
    t->size = sizeof(DictObject);
    type_add_methods(run, t, default_methods);
    module_set(run, m, "defaultdict", value_object(t));
}

static const char *const not_modelled[] = {"ChainMap", "UserDict", "UserList", "UserString", NULL};

void install_collections(Run *run, Standard *s) {
    Module *m = module_make(run, "collections");
    m->missing = refuse_known;
    m->context = (void *)(uintptr_t)not_modelled;
    install_ordered(run, s, m);
    install_default(run, s, m);
    install_counter(run, s, m);
    install_deque(run, s, m);
    install_namedtuple(run, m);
}
