/* dict_view.c: what dict.keys(), values() and items() give, and the iterators over dicts. */
#include <string.h>

#include "run/kinds.h"

static DictObject *dict_of(Value view) {
    return ((ViewObject *)view.as.object)->dict;
}

Value view_make(Run *run, const Type *type, DictObject *d) {
    ViewObject *v = object_make(run, type, sizeof *v);
    v->dict = d;
    return value_object(v);
}

/* The item that this kind of view has for an entry. */
static Value item_of(Run *run, const Type *type, const DictEntry *e) {
    Value pair[2] = {e->key, cell_get(&e->value)};
    if (type == run->type.dict_keys) {
        return pair[0];
    }
    return type == run->type.dict_values ? pair[1] : tuple_make(run, 2, pair);
}

/* ---- iterators: at is the next entry, step the size of the dict at the start ---- */

static bool view_iter(Run *run, Value self, Value *result) {
    const Type *view = type_of(run, self);
    const Type *type = view == run->type.dict_keys     ? run->type.dict_keyiterator
                       : view == run->type.dict_values ? run->type.dict_valueiterator
                                                       : run->type.dict_itemiterator;
    IteratorObject *it = iterator_make(run, type, self);
    it->at = dict_of(self)->first;
    it->step = dict_of(self)->live;
    *result = value_object(it);
    return true;
}

static bool view_next(Run *run, Value self, Value *result, bool *done) {
    IteratorObject *it = (IteratorObject *)self.as.object;
    *done = is_unbound(it->source);
    if (*done) {
        return true;
    }
    DictObject *d = dict_of(it->source);
    if (d->live != it->step) {
        it->step = -1;
        return raise_error(run, run->exception.RuntimeError,
                           "dictionary changed size during iteration");
    }
    uint32_t at = (uint32_t)it->at;
    const DictEntry *e = table_next(d, &at);
    it->at = at;
    *done = !e;
    if (e) {
        *result = item_of(run, type_of(run, it->source), e);
    } else {
        it->source = value_unbound();
    }
    return true;
}

/* ---- slots ---- */

static bool view_length(Run *run, Value self, int64_t *result) {
    (void)run;
    *result = dict_of(self)->live;
    return true;
}

static bool view_repr(Run *run, Value self, Value *result) {
    ReprFrame frame;
    if (!repr_enter(run, &frame, self.as.object)) {
        *result = str_share(run, STR("..."));
        return true;
    }
    const Type *type = type_of(run, self);
    Sink out = sink_memory(run->arena);
    sink_printf(&out, "%s([", type->head.name->text);
    uint32_t at = 0;
    bool good = true, some = false;
    for (const DictEntry *e; good && (e = table_next(dict_of(self), &at)); some = true) {
        Value v = item_of(run, type, e);
        sink_z(&out, some ? ", " : "");
        good = repr_items(run, &out, 1, &v);
    }
    sink_z(&out, "])");
    repr_leave(run, &frame);
    if (good) {
        *result = str_share(run, sink_str(&out));
    }
    return good;
}

static void view_show(Sink *out, const Object *o, Moment m, int depth) {
    const ViewObject *v = (const ViewObject *)o;
    sink_printf(out, "%s(", o->type->name->text);
    value_show(out, value_object(v->dict), m, depth);
    sink_char(out, ')');
}

static bool contains_value(Run *run, DictObject *d, Value item, bool *result) {
    uint32_t at = 0;
    *result = false;
    for (const DictEntry *e; !*result && (e = table_next(d, &at));) {
        if (!item_equal(run, cell_get(&e->value), item, result)) {
            return false;
        }
    }
    return true;
}

static bool contains_pair(Run *run, DictObject *d, Value item, bool *result) {
    Value v;
    *result = false;
    if (!is_tuple(run, item) || sequence_count(item) != 2) {
        return true;
    }
    if (!dict_get(run, value_object(d), sequence_item(item, 0), result, &v)) {
        return false;
    }
    return !*result || item_equal(run, v, sequence_item(item, 1), result);
}

static bool view_contains(Run *run, Value self, Value item, bool *result) {
    const Type *type = type_of(run, self);
    Value v;
    if (type == run->type.dict_values) {
        return contains_value(run, dict_of(self), item, result);
    }
    return type == run->type.dict_items
               ? contains_pair(run, dict_of(self), item, result)
               : dict_get(run, value_object(dict_of(self)), item, result, &v);
}

/* A set of the items of an iterable. */
static bool as_set(Run *run, Value iterable, Value *set) {
    Value *items;
    uint32_t n;
    if (!value_items(run, iterable, &items, &n)) {
        return false;
    }
    *set = set_make(run);
    for (uint32_t i = 0; i < n; i++) {
        if (!set_add(run, *set, items[i])) {
            return false;
        }
    }
    return true;
}

/* Keys and items are like sets: | & - ^ work with any iterable. */
static bool view_binary(Run *run, BinaryOperator op, Value self, Value other, bool reflected,
                        Value *result) {
    bool operation = op == BINARY_OPERATOR_OR || op == BINARY_OPERATOR_AND ||
                     op == BINARY_OPERATOR_XOR || op == BINARY_OPERATOR_SUBTRACT;
    *result = run->not_implemented;
    if (!operation || type_of(run, self) == run->type.dict_values || !is_iterable(run, other)) {
        return true;
    }
    Value a, b;
    return as_set(run, reflected ? other : self, &a) && as_set(run, reflected ? self : other, &b) &&
           value_binary(run, op, a, b, result);
}

static bool view_compare(Run *run, CompareOperator op, Value self, Value other, Value *result) {
    bool views = other.kind == VALUE_OBJECT && is_instance(run, other, run->type.dict_view);
    *result = run->not_implemented;
    if (type_of(run, self) == run->type.dict_values || !(views || is_set(run, other))) {
        return true;
    }
    Value a, b;
    return as_set(run, self, &a) && as_set(run, other, &b) && value_compare(run, op, a, b, result);
}

void install_views(Run *run) {
    Type *t = run->type.dict_view;
    Type *views[] = {run->type.dict_keys, run->type.dict_values, run->type.dict_items};
    t->size = sizeof(ViewObject);
    t->length = view_length;
    t->repr = view_repr;
    t->contains = view_contains;
    t->iter = view_iter;
    t->binary = view_binary;
    t->compare = view_compare;
    for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
        views[i]->head.show = view_show;
        views[i]->size = sizeof(ViewObject);
    }
    run->type.dict_keyiterator->next = view_next;
    run->type.dict_valueiterator->next = view_next;
    run->type.dict_itemiterator->next = view_next;
}
