/* tuple.c: tuple. */
#include <string.h>

#include "run/kinds.h"
#include "run/machine.h"

#define SHOWN_ITEMS 20
#define SHOWN_PARTS 1000

static TupleObject *tuple_of(Value v) {
    return (TupleObject *)v.as.object;
}

/* ---- making ---- */

static Value new_tuple(Run *run, const Type *type, uint32_t n, const Value *items) {
    size_t size = type->size > sizeof(TupleObject) ? type->size : sizeof(TupleObject);
    TupleObject *t = object_make(run, type, size);
    t->items = ARENA_ARRAY(run->arena, n, Value);
    t->count = n;
    if (items && n) {
        memcpy(t->items, items, n * sizeof *items);
    }
    return value_object(t);
}

Value tuple_make(Run *run, uint32_t n, const Value *items) {
    return new_tuple(run, run->type.tuple, n, items);
}

static bool tuple_new(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"tuple", 0, 1, {NULL}};
    Value v, *items = NULL;
    uint32_t n = 0;
    if (!take_args(run, args, &parameters, &v)) {
        return false;
    }
    if (type == run->type.tuple && is_exactly(v, type)) {
        *result = v;
        return true;
    }
    if (!is_unbound(v) && !value_items(run, v, &items, &n)) {
        return false;
    }
    *result = new_tuple(run, type, n, items);
    return true;
}

/* ---- slots ---- */

static bool tuple_get_item(Run *run, Value self, Value key, Value *result) {
    TupleObject *t = tuple_of(self);
    SliceRange r;
    int64_t i;
    if (is_slice(run, key)) {
        if (!slice_resolve(run, key, t->count, &r)) {
            return false;
        }
        *result = tuple_make(run, (uint32_t)r.count, NULL);
        for (int64_t k = 0; k < r.count; k++) {
            tuple_of(*result)->items[k] = t->items[r.start + k * r.step];
        }
        return true;
    }
    if (!sequence_index(run, key, t->count, "tuple", &i)) {
        return false;
    }
    *result = t->items[i];
    return true;
}

static bool tuple_repr(Run *run, Value self, Value *result) {
    TupleObject *t = tuple_of(self);
    ReprFrame frame;
    if (!repr_enter(run, &frame, &t->object)) {
        *result = str_share(run, STR("(...)"));
        return true;
    }
    Sink out = sink_memory(run->arena);
    sink_char(&out, '(');
    bool good = repr_items(run, &out, t->count, t->items);
    sink_z(&out, t->count == 1 ? ",)" : ")");
    repr_leave(run, &frame);
    if (good) {
        *result = str_share(run, sink_str(&out));
    }
    return good;
}

static bool tuple_truth(Run *run, Value self, bool *result) {
    (void)run;
    *result = tuple_of(self)->count > 0;
    return true;
}

static bool tuple_length(Run *run, Value self, int64_t *result) {
    (void)run;
    *result = tuple_of(self)->count;
    return true;
}

/* CPython's mix of the items' hashes (xxHash). */
static bool tuple_hash(Run *run, Value self, int64_t *result) {
    const uint64_t prime1 = UINT64_C(11400714785074694791);
    const uint64_t prime2 = UINT64_C(14029467366897019727);
    const uint64_t prime5 = UINT64_C(2870177450012600261);
    TupleObject *t = tuple_of(self);
    uint64_t h = prime5;
    for (uint32_t i = 0; i < t->count; i++) {
        int64_t item;
        if (!value_hash(run, t->items[i], &item)) {
            return false;
        }
        h += (uint64_t)item * prime2;
        h = (h << 31 | h >> 33) * prime1;
    }
    h += t->count ^ (prime5 ^ UINT64_C(3527539));
    *result = h == UINT64_MAX ? 1546275796 : (int64_t)h;
    return true;
}

static bool find(Run *run, const TupleObject *t, Value item, int64_t from, int64_t to,
                 int64_t *at) {
    for (*at = from; *at < to && *at < t->count; ++*at) {
        bool equal;
        if (!item_equal(run, t->items[*at], item, &equal)) {
            return false;
        }
        if (equal) {
            return true;
        }
    }
    *at = -1;
    return true;
}

static bool tuple_contains(Run *run, Value self, Value item, bool *result) {
    int64_t at;
    if (!find(run, tuple_of(self), item, 0, INT64_MAX, &at)) {
        return false;
    }
    *result = at >= 0;
    return true;
}

static bool tuple_iter(Run *run, Value self, Value *result) {
    *result = value_object(iterator_make(run, run->type.tuple_iterator, self));
    return true;
}

static bool tuple_next(Run *run, Value self, Value *result, bool *done) {
    (void)run;
    IteratorObject *it = (IteratorObject *)self.as.object;
    const TupleObject *t = tuple_of(it->source);
    *done = it->at >= t->count;
    if (!*done) {
        *result = t->items[it->at++];
    }
    return true;
}

static bool tuple_binary(Run *run, BinaryOperator op, Value self, Value other, bool reflected,
                         Value *result) {
    *result = run->not_implemented;
    TupleObject *t = tuple_of(self);
    if (op == BINARY_OPERATOR_MULTIPLY) {
        Value *items;
        int64_t count;
        uint32_t n;
        bool is;
        if (!index_like(run, other, &is, &count) ||
            (is && !sequence_repeat(run, t->count, t->items, count, &items, &n))) {
            return false;
        }
        *result = is ? tuple_make(run, n, items) : run->not_implemented;
    } else if (op == BINARY_OPERATOR_ADD && !reflected && is_tuple(run, other)) {
        const TupleObject *u = tuple_of(other);
        if (!check_count(run, (int64_t)t->count + u->count)) {
            return false;
        }
        *result = tuple_make(run, t->count + u->count, NULL);
        Value *items = tuple_of(*result)->items;
        memcpy(items, t->items, t->count * sizeof *items);
        memcpy(items + t->count, u->items, u->count * sizeof *items);
    }
    return true;
}

static bool tuple_compare(Run *run, CompareOperator op, Value self, Value other, Value *result) {
    if (!is_tuple(run, other)) {
        *result = run->not_implemented;
        return true;
    }
    return sequence_compare(run, op, self, other, result);
}

/* ---- methods ---- */

static bool method_index(Run *run, const Value *args, Value *result) {
    TupleObject *t = tuple_of(args[0]);
    int64_t from, to, at;
    if (!item_bound_of(run, args[2], t->count, &from) ||
        !item_bound_of(run, args[3], t->count, &to) || !find(run, t, args[1], from, to, &at)) {
        return false;
    }
    if (at < 0) {
        return raise_value_error(run, "tuple.index(x): x not in tuple");
    }
    *result = value_int(at);
    return true;
}

static bool method_count(Run *run, const Value *args, Value *result) {
    TupleObject *t = tuple_of(args[0]);
    int64_t n = 0;
    for (uint32_t i = 0; i < t->count; i++) {
        bool equal;
        if (!item_equal(run, t->items[i], args[1], &equal)) {
            return false;
        }
        n += equal;
    }
    *result = value_int(n);
    return true;
}

static const NativeSpec methods[] = {
    {.name = "index",
     .signature = "self, value, start=0, stop=9223372036854775807, /",
     .fn = method_index},
    {.name = "count", .signature = "self, value, /", .fn = method_count},
    {.name = NULL},
};

/* ---- what readers of a trace see ---- */

static void tuple_show(Sink *out, const Object *o, Moment m, int depth) {
    const TupleObject *t = (const TupleObject *)o;
    if (depth <= 0 && t->count) {
        sink_z(out, "(...)");
        return;
    }
    sink_char(out, '(');
    for (uint32_t i = 0; i < t->count; i++) {
        sink_z(out, i ? ", " : "");
        if (i == SHOWN_ITEMS) {
            sink_z(out, "...");
            break;
        }
        show_item(out, t->items[i], m, depth - 1);
    }
    sink_z(out, t->count == 1 ? ",)" : ")");
}

static void tuple_parts(const Object *o, Moment m, PartFn *fn, void *context) {
    (void)m;
    const TupleObject *t = (const TupleObject *)o;
    for (uint32_t i = 0; i < t->count && i < SHOWN_PARTS; i++) {
        char label[16];
        int len = snprintf(label, sizeof label, "[%u]", i);
        fn(context, (Str){label, (size_t)len}, t->items[i]);
    }
    attribute_parts(o, m, fn, context);
}

void install_tuple(Run *run) {
    Type *t = run->type.tuple;
    t->size = sizeof(TupleObject);
    t->make = tuple_new;
    t->repr = tuple_repr;
    t->truth = tuple_truth;
    t->length = tuple_length;
    t->hash = tuple_hash;
    t->get_item = tuple_get_item;
    t->contains = tuple_contains;
    t->iter = tuple_iter;
    t->binary = tuple_binary;
    t->compare = tuple_compare;
    t->head.show = tuple_show;
    t->head.parts = tuple_parts;
    run->type.tuple_iterator->next = tuple_next;
    type_add_methods(run, t, methods);
}
