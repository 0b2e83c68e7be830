/* iterators.c: enumerate, zip, map, filter, reversed and iter(callable, sentinel). */
#include <string.h>

#include "run/kinds.h"
#include "run/machine.h"

static IteratorObject *iterator_of(Value v) {
    return (IteratorObject *)v.as.object;
}

IteratorObject *iterator_make(Run *run, const Type *type, Value source) {
    IteratorObject *it = object_make(run, type, sizeof *it);
    it->source = source;
    return it;
}

bool iterator_self(Run *run, Value self, Value *result) {
    (void)run;
    *result = self;
    return true;
}

/* An iterator over each of the n values. */
static bool iterate_all(Run *run, IteratorObject *it, uint32_t n, const Value *values) {
    it->items = ARENA_ARRAY(run->arena, n, Value);
    it->nitems = n;
    for (uint32_t i = 0; i < n; i++) {
        if (!value_iter(run, values[i], &it->items[i])) {
            return false;
        }
    }
    return true;
}

/* ---- enumerate: at is the number of the next item ---- */

static bool enumerate_new(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"enumerate", 0, 2, {"iterable", "start"}};
    Value v[2], source;
    int64_t start = 0;
    if (!take_args(run, args, &parameters, v)) {
        return false;
    }
    if (is_unbound(v[0])) {
        return raise_type_error(run, "enumerate() missing required argument 'iterable'");
    }
    if ((!is_unbound(v[1]) && !index_of(run, v[1], &start)) || !value_iter(run, v[0], &source)) {
        return false;
    }
    IteratorObject *it = iterator_make(run, type, source);
    it->at = start;
    *result = value_object(it);
    return true;
}

static bool enumerate_next(Run *run, Value self, Value *result, bool *done) {
    IteratorObject *it = iterator_of(self);
    Value pair[2];
    if (!value_next(run, it->source, &pair[1], done)) {
        return false;
    }
    if (!*done) {
        pair[0] = value_int(it->at++);
        *result = tuple_make(run, 2, pair);
    }
    return true;
}

/* ---- zip: items are the iterators ---- */

static bool zip_new(Run *run, const Type *type, const Args *args, Value *result) {
    IteratorObject *it = iterator_make(run, type, value_none());
    for (uint32_t k = 0; k < args->nkeywords; k++) {
        if (!str_is(name_str(args->names[k]), "strict")) {
            return raise_type_error(run, "zip() got an unexpected keyword argument '%s'",
                                    args->names[k]->text);
        }
        if (!value_truth(run, args->at[args->npositional + k], &it->strict)) {
            return false;
        }
    }
    *result = value_object(it);
    return iterate_all(run, it, args->npositional, args->at);
}

static bool zip_uneven(Run *run, uint32_t i, const char *how) {
    return i == 1 ? raise_value_error(run, "zip() argument 2 is %s than argument 1", how)
                  : raise_value_error(run, "zip() argument %u is %s than arguments 1-%u", i + 1,
                                      how, i);
}

/* The iterator number i has ended: with strict, all others must have, too. */
static bool zip_end(Run *run, const IteratorObject *it, uint32_t i) {
    if (i > 0) {
        return zip_uneven(run, i, "shorter");
    }
    for (uint32_t k = 1; k < it->nitems; k++) {
        Value v;
        bool done;
        if (!value_next(run, it->items[k], &v, &done)) {
            return false;
        }
        if (!done) {
            return zip_uneven(run, k, "longer");
        }
    }
    return true;
}

/* One item of each iterator; *done when one of them has ended. */
static bool next_of_all(Run *run, const IteratorObject *it, Value *values, bool *done,
                        uint32_t *ended) {
    *done = it->nitems == 0;
    *ended = 0;
    for (uint32_t i = 0; i < it->nitems && !*done; i++) {
        if (!value_next(run, it->items[i], &values[i], done)) {
            return false;
        }
        *ended = i;
    }
    return true;
}

static bool zip_next(Run *run, Value self, Value *result, bool *done) {
    IteratorObject *it = iterator_of(self);
    uint32_t ended;
    *result = tuple_make(run, it->nitems, NULL);
    Value *values = ((TupleObject *)result->as.object)->items;
    if (!next_of_all(run, it, values, done, &ended)) {
        return false;
    }
    return !*done || !it->strict || it->nitems == 0 || zip_end(run, it, ended);
}

/* ---- map: source is the function ---- */

static bool map_new(Run *run, const Type *type, const Args *args, Value *result) {
    if (args->nkeywords) {
        return raise_type_error(run, "map() takes no keyword arguments");
    }
    if (args->npositional < 2) {
        return raise_type_error(run, "map() must have at least two arguments.");
    }
    IteratorObject *it = iterator_make(run, type, args->at[0]);
    *result = value_object(it);
    return iterate_all(run, it, args->npositional - 1, args->at + 1);
}

static bool map_next(Run *run, Value self, Value *result, bool *done) {
    IteratorObject *it = iterator_of(self);
    Value few[4];
    Value *values = it->nitems <= 4 ? few : ARENA_ARRAY(run->arena, it->nitems, Value);
    uint32_t ended;
    if (!next_of_all(run, it, values, done, &ended)) {
        return false;
    }
    return *done || value_call_n(run, it->source, it->nitems, values, result);
}

/* ---- filter: source is the function or None, items[0] the iterator ---- */

static bool filter_new(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"filter", 2, 2, {NULL}};
    Value v[2];
    if (!take_args(run, args, &parameters, v)) {
        return false;
    }
    IteratorObject *it = iterator_make(run, type, v[0]);
    *result = value_object(it);
    return iterate_all(run, it, 1, &v[1]);
}

static bool filter_next(Run *run, Value self, Value *result, bool *done) {
    IteratorObject *it = iterator_of(self);
    for (;;) {
        Value v, verdict;
        bool passes;
        if (!value_next(run, it->items[0], &v, done)) {
            return false;
        }
        if (*done) {
            return true;
        }
        verdict = v;
        if (!is_none(it->source) && !value_call_n(run, it->source, 1, &v, &verdict)) {
            return false;
        }
        if (!value_truth(run, verdict, &passes)) {
            return false;
        }
        if (passes) {
            *result = v;
            return true;
        }
    }
}

/* ---- reversed: at is the index of the next item, going down ---- */

static bool reversed_range(Run *run, Value v, Value *result) {
    const RangeObject *r = (const RangeObject *)v.as.object;
    IteratorObject *it = iterator_make(run, run->type.range_iterator, v);
    it->left = r->length;
    it->step = r->step == INT64_MIN ? 0 : -r->step;
    it->at = r->length ? range_item(r, r->length - 1) : 0;
    *result = value_object(it);
    return true;
}

/* Dicts and their views: the items of now, in a tuple. */
static bool reversed_items(Run *run, const Type *type, Value v, Value *result) {
    Value *items;
    uint32_t n;
    if (!value_items(run, v, &items, &n)) {
        return false;
    }
    IteratorObject *it = iterator_make(run, type, tuple_make(run, n, items));
    it->at = (int64_t)n - 1;
    *result = value_object(it);
    return true;
}

bool reversed_make(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"reversed", 1, 1, {NULL}};
    Value v, method;
    bool found;
    if (!take_args(run, args, &parameters, &v) ||
        !special_find(run, v, name_z(run->names, "__reversed__"), &found, &method)) {
        return false;
    }
    if (found) {
        return value_call_n(run, method, 0, NULL, result);
    }
    if (is_exactly(v, run->type.range)) {
        return reversed_range(run, v, result);
    }
    if (is_dict(run, v) || (v.kind == VALUE_OBJECT && is_instance(run, v, run->type.dict_view))) {
        return reversed_items(run, type, v, result);
    }
    const Type *t = type_of(run, v);
    if (is_set(run, v) || !TYPE_WITH(t, get_item) || !TYPE_WITH(t, length)) {
        return raise_type_error(run, "'%.*s' object is not reversible", STR_ARG(type_name(run, v)));
    }
    int64_t n;
    if (!value_length(run, v, &n)) {
        return false;
    }
    IteratorObject *it = iterator_make(run, type, v);
    it->at = n - 1;
    *result = value_object(it);
    return true;
}

static bool reversed_next(Run *run, Value self, Value *result, bool *done) {
    IteratorObject *it = iterator_of(self);
    *done = it->at < 0 || is_unbound(it->source);
    if (*done) {
        return true;
    }
    if (value_get_item(run, it->source, value_int(it->at), result)) {
        it->at--;
        return true;
    }
    if (!error_is(run, run->exception.IndexError)) {
        return false;
    }
    error_take(run);
    it->source = value_unbound();
    *done = true;
    return true;
}

/* ---- iter(callable, sentinel): items[0] is the sentinel ---- */

static bool callable_next(Run *run, Value self, Value *result, bool *done) {
    IteratorObject *it = iterator_of(self);
    *done = is_unbound(it->source);
    if (*done) {
        return true;
    }
    if (!value_call_n(run, it->source, 0, NULL, result)) {
        if (!error_is(run, run->exception.StopIteration)) {
            return false;
        }
        error_take(run);
        *done = true;
    } else if (!item_equal(run, *result, it->items[0], done)) {
        return false;
    }
    if (*done) {
        it->source = value_unbound();
    }
    return true;
}

/* ---- installing ---- */

static void set_iterator(Type *t, bool (*make)(Run *, const Type *, const Args *, Value *),
                         bool (*next)(Run *, Value, Value *, bool *)) {
    t->size = sizeof(IteratorObject);
    t->make = make;
    t->iter = iterator_self;
    t->next = next;
}

void install_iterators(Run *run) {
    run->type.iterator->iter = iterator_self;
    run->type.iterator->size = sizeof(IteratorObject);
    set_iterator(run->type.enumerate, enumerate_new, enumerate_next);
    set_iterator(run->type.zip, zip_new, zip_next);
    set_iterator(run->type.map, map_new, map_next);
    set_iterator(run->type.filter, filter_new, filter_next);
    set_iterator(run->type.reversed, reversed_make, reversed_next);
    run->type.callable_iterator->next = callable_next;
}
