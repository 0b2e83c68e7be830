/* list.c: list. Every item is a cell, so a list can be read as it was at any moment.
 *
 * An operation writes its cells and then records one CHANGE. Cells that keep their value are not
 * written, so that their history has no empty entries. */
#include <string.h>

#include "run/kinds.h"
#include "run/machine.h"

#define SHOWN_ITEMS 20
#define SHOWN_PARTS 1000

static ListObject *list_of(Value v) {
    return (ListObject *)v.as.object;
}

/* ---- cells ---- */

static void put(Run *run, ListObject *l, uint32_t i, Value v) {
    if (!value_same(cell_get(&l->items[i]), v)) {
        cell_set(run->arena, &l->items[i], v, trace_now(run->trace));
    }
}

static void set_count(Run *run, ListObject *l, uint32_t n) {
    if (l->count.kind != VALUE_INT || list_count(l) != n) {
        cell_set(run->arena, &l->count, value_int(n), trace_now(run->trace));
    }
}

static void reserve(Run *run, ListObject *l, uint32_t n) {
    if (n <= l->cap) {
        return;
    }
    uint32_t cap = l->cap < UINT32_MAX / 2 ? l->cap * 2 : UINT32_MAX;
    cap = cap < n ? n : cap;
    cap = cap < 4 ? 4 : cap;
    Cell *items = ARENA_ARRAY(run->arena, cap, Cell);
    if (l->cap) {
        memcpy(items, l->items, l->cap * sizeof *items);
    }
    l->items = items;
    l->cap = cap;
}

static void write_items(Run *run, ListObject *l, uint32_t n, const Value *items) {
    reserve(run, l, n);
    for (uint32_t i = 0; i < n; i++) {
        put(run, l, i, items[i]);
    }
}

void list_truncate(Run *run, ListObject *l, uint32_t n) {
    for (uint32_t i = n; i < list_count(l); i++) {
        put(run, l, i, value_unbound());
    }
    set_count(run, l, n);
}

void list_replace(Run *run, ListObject *l, uint32_t n, const Value *items) {
    write_items(run, l, n, items);
    list_truncate(run, l, n);
    record_change(run, &l->object);
}

/* ---- making ---- */

static ListObject *new_list(Run *run, const Type *type, uint32_t n) {
    size_t size = type->size > sizeof(ListObject) ? type->size : sizeof(ListObject);
    ListObject *l = object_make_mutable(run, type, size);
    if (n) {
        l->items = ARENA_ARRAY(run->arena, n, Cell);
        l->cap = n;
    }
    set_count(run, l, 0);
    return l;
}

Value list_make(Run *run, uint32_t n, const Value *items) {
    ListObject *l = new_list(run, run->type.list, n);
    for (uint32_t i = 0; items && i < n; i++) {
        put(run, l, i, items[i]);
    }
    set_count(run, l, n);
    return value_object(l);
}

void list_append(Run *run, Value list, Value v) {
    ListObject *l = list_of(list);
    uint32_t n = list_count(l);
    reserve(run, l, n + 1);
    put(run, l, n, v);
    set_count(run, l, n + 1);
}

void list_set(Run *run, Value list, uint32_t i, Value v) {
    put(run, list_of(list), i, v);
}

static bool list_new(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"list", 0, 1, {NULL}};
    Value v, *items = NULL;
    uint32_t n = 0;
    if (!take_args(run, args, &parameters, &v) ||
        (!is_unbound(v) && !value_items(run, v, &items, &n))) {
        return false;
    }
    ListObject *l = new_list(run, type, n);
    write_items(run, l, n, items);
    set_count(run, l, n);
    *result = value_object(l);
    return true;
}

/* ---- items of lists and tuples ---- */

/* Is it a list, or an instance of a subclass? Else it is a tuple. */
static bool holds_cells(const Object *o) {
    const Type *t = (const Type *)o->type;
    for (uint32_t i = 0; i < t->nmro; i++) {
        if (t->mro[i]->make == list_new) {
            return true;
        }
    }
    return false;
}

uint32_t sequence_count(Value v) {
    const Object *o = v.as.object;
    return holds_cells(o) ? list_count((const ListObject *)o) : ((const TupleObject *)o)->count;
}

Value sequence_item(Value v, uint32_t i) {
    const Object *o = v.as.object;
    return holds_cells(o) ? list_at((const ListObject *)o, i) : ((const TupleObject *)o)->items[i];
}

/* ---- items ---- */

static Value *copy_items(Run *run, const ListObject *l) {
    uint32_t n = list_count(l);
    Value *items = ARENA_ARRAY(run->scratch, n, Value);
    for (uint32_t i = 0; i < n; i++) {
        items[i] = list_at(l, i);
    }
    return items;
}

static bool get_slice(Run *run, const ListObject *l, Value key, Value *result) {
    SliceRange r;
    if (!slice_resolve(run, key, list_count(l), &r)) {
        return false;
    }
    *result = list_make(run, (uint32_t)r.count, NULL);
    for (int64_t k = 0; k < r.count; k++) {
        list_set(run, *result, (uint32_t)k, list_at(l, (uint32_t)(r.start + k * r.step)));
    }
    return true;
}

static bool list_get_item(Run *run, Value self, Value key, Value *result) {
    ListObject *l = list_of(self);
    int64_t i;
    if (is_slice(run, key)) {
        return get_slice(run, l, key, result);
    }
    if (!sequence_index(run, key, list_count(l), "list", &i)) {
        return false;
    }
    *result = list_at(l, (uint32_t)i);
    return true;
}

/* Replaces the items from..to by n others. */
static bool splice(Run *run, ListObject *l, uint32_t from, uint32_t to, uint32_t n,
                   const Value *items) {
    uint32_t old = list_count(l), rest = old - to;
    if (!check_count(run, (int64_t)from + n + rest)) {
        return false;
    }
    uint32_t total = from + n + rest;
    reserve(run, l, total);
    Value *tail = ARENA_ARRAY(run->scratch, rest, Value);
    for (uint32_t i = 0; i < rest; i++) {
        tail[i] = list_at(l, to + i);
    }
    for (uint32_t i = 0; i < n; i++) {
        put(run, l, from + i, items[i]);
    }
    for (uint32_t i = 0; i < rest; i++) {
        put(run, l, from + n + i, tail[i]);
    }
    if (total < old) {
        list_truncate(run, l, total);
    } else {
        set_count(run, l, total);
    }
    record_change(run, &l->object);
    return true;
}

static bool delete_slice(Run *run, ListObject *l, const SliceRange *r) {
    uint32_t n = list_count(l), kept = 0;
    Value *items = copy_items(run, l);
    int64_t step = r->step < 0 ? -r->step : r->step;
    int64_t first = r->step < 0 ? r->start + (r->count - 1) * r->step : r->start;
    int64_t last = first + (r->count - 1) * step;
    for (uint32_t i = 0; i < n; i++) {
        bool gone = i >= first && i <= last && (i - first) % step == 0;
        if (!gone) {
            items[kept++] = items[i];
        }
    }
    list_replace(run, l, kept, items);
    return true;
}

static bool set_slice(Run *run, ListObject *l, Value key, Value v) {
    SliceRange r;
    Value *items = NULL;
    uint32_t n = 0;
    if (!is_unbound(v) && !is_iterable(run, v)) {
        return raise_type_error(run, "%s",
                                is_none(((SliceObject *)key.as.object)->step)
                                    ? "can only assign an iterable"
                                    : "must assign iterable to extended slice");
    }
    if ((!is_unbound(v) && !value_items(run, v, &items, &n)) ||
        !slice_resolve(run, key, list_count(l), &r)) {
        return false;
    }
    if (r.step == 1) {
        return splice(run, l, (uint32_t)r.start, (uint32_t)(r.start + r.count), n, items);
    }
    if (is_unbound(v)) {
        return r.count == 0 || delete_slice(run, l, &r);
    }
    if (n != r.count) {
        return raise_value_error(
            run, "attempt to assign sequence of size %u to extended slice of size %lld", n,
            (long long)r.count);
    }
    for (uint32_t k = 0; k < n; k++) {
        put(run, l, (uint32_t)(r.start + k * r.step), items[k]);
    }
    record_change(run, &l->object);
    return true;
}

static bool list_set_item(Run *run, Value self, Value key, Value v) {
    ListObject *l = list_of(self);
    int64_t i;
    bool is;
    if (is_slice(run, key)) {
        return set_slice(run, l, key, v);
    }
    if (!position_like(run, key, &is, &i)) {
        return false;
    }
    i += is && i < 0 ? list_count(l) : 0;
    if (is && (i < 0 || i >= list_count(l))) {
        return raise_error(run, run->exception.IndexError, "list assignment index out of range");
    }
    if (!is) {
        return sequence_index(run, key, list_count(l), "list", &i);
    }
    if (is_unbound(v)) {
        return splice(run, l, (uint32_t)i, (uint32_t)i + 1, 0, NULL);
    }
    put(run, l, (uint32_t)i, v);
    record_change(run, &l->object);
    return true;
}

/* ---- the other slots ---- */

static bool list_repr(Run *run, Value self, Value *result) {
    ListObject *l = list_of(self);
    ReprFrame frame;
    if (!repr_enter(run, &frame, &l->object)) {
        *result = str_share(run, STR("[...]"));
        return true;
    }
    Sink out = sink_memory(run->arena);
    bool good = true;
    sink_char(&out, '[');
    for (uint32_t i = 0; good && i < list_count(l); i++) {
        Value v = list_at(l, i);
        sink_z(&out, i ? ", " : "");
        good = repr_items(run, &out, 1, &v);
    }
    sink_char(&out, ']');
    repr_leave(run, &frame);
    if (good) {
        *result = str_share(run, sink_str(&out));
    }
    return good;
}

static bool list_truth(Run *run, Value self, bool *result) {
    (void)run;
    *result = list_count(list_of(self)) > 0;
    return true;
}

static bool list_length(Run *run, Value self, int64_t *result) {
    (void)run;
    *result = list_count(list_of(self));
    return true;
}

static bool list_hash(Run *run, Value self, int64_t *result) {
    (void)result;
    return raise_type_error(run, "unhashable type: '%.*s'", STR_ARG(type_name(run, self)));
}

/* Position of item from index `from` on, or -1. */
static bool find(Run *run, const ListObject *l, Value item, int64_t from, int64_t to, int64_t *at) {
    for (*at = from; *at < to && *at < list_count(l); ++*at) {
        bool equal;
        if (!item_equal(run, list_at(l, (uint32_t)*at), item, &equal)) {
            return false;
        }
        if (equal) {
            return true;
        }
    }
    *at = -1;
    return true;
}

static bool list_contains(Run *run, Value self, Value item, bool *result) {
    int64_t at;
    if (!find(run, list_of(self), item, 0, INT64_MAX, &at)) {
        return false;
    }
    *result = at >= 0;
    return true;
}

static bool list_iter(Run *run, Value self, Value *result) {
    *result = value_object(iterator_make(run, run->type.list_iterator, self));
    return true;
}

static bool list_next(Run *run, Value self, Value *result, bool *done) {
    (void)run;
    IteratorObject *it = (IteratorObject *)self.as.object;
    *done = is_unbound(it->source) || it->at >= list_count(list_of(it->source));
    if (*done) {
        it->source = value_unbound();
    } else {
        *result = list_at(list_of(it->source), (uint32_t)it->at++);
    }
    return true;
}

static bool repeat(Run *run, const ListObject *l, Value times, Value **items, uint32_t *n,
                   bool *is) {
    int64_t count;
    if (!index_like(run, times, is, &count)) {
        return false;
    }
    return !*is || sequence_repeat(run, list_count(l), copy_items(run, l), count, items, n);
}

static bool list_binary(Run *run, BinaryOperator op, Value self, Value other, bool reflected,
                        Value *result) {
    *result = run->not_implemented;
    ListObject *l = list_of(self);
    Value *items;
    uint32_t n;
    bool is;
    if (op == BINARY_OPERATOR_MULTIPLY) {
        if (!repeat(run, l, other, &items, &n, &is)) {
            return false;
        }
        *result = is ? list_make(run, n, items) : run->not_implemented;
    } else if (op == BINARY_OPERATOR_ADD && !reflected && is_list(run, other)) {
        uint32_t first = list_count(l), second = list_count(list_of(other));
        if (!check_count(run, (int64_t)first + second)) {
            return false;
        }
        *result = list_make(run, first + second, NULL);
        for (uint32_t i = 0; i < first + second; i++) {
            list_set(run, *result, i,
                     i < first ? list_at(l, i) : list_at(list_of(other), i - first));
        }
    }
    return true;
}

static bool extend(Run *run, ListObject *l, Value iterable) {
    Value *items;
    uint32_t n;
    if (!value_items(run, iterable, &items, &n)) {
        return false;
    }
    return splice(run, l, list_count(l), list_count(l), n, items);
}

static bool list_inplace(Run *run, BinaryOperator op, Value self, Value other, Value *result) {
    *result = self;
    Value *items;
    uint32_t n;
    bool is;
    if (op == BINARY_OPERATOR_ADD) {
        return extend(run, list_of(self), other);
    }
    *result = run->not_implemented;
    if (op == BINARY_OPERATOR_MULTIPLY) {
        if (!repeat(run, list_of(self), other, &items, &n, &is)) {
            return false;
        }
        if (is) {
            list_replace(run, list_of(self), n, items);
            *result = self;
        }
    }
    return true;
}

static bool list_compare(Run *run, CompareOperator op, Value self, Value other, Value *result) {
    if (!is_list(run, other)) {
        *result = run->not_implemented;
        return true;
    }
    return sequence_compare(run, op, self, other, result);
}

/* ---- methods ---- */

static bool method_init(Run *run, const Value *args, Value *result) {
    ListObject *l = list_of(args[0]);
    Value *items = NULL;
    uint32_t n = 0;
    *result = value_none();
    if (!is_unbound(args[1]) && !value_items(run, args[1], &items, &n)) {
        return false;
    }
    if (n || list_count(l)) {
        list_replace(run, l, n, items);
    }
    return true;
}

static bool method_append(Run *run, const Value *args, Value *result) {
    if (!check_count(run, (int64_t)list_count(list_of(args[0])) + 1)) {
        return false;
    }
    list_append(run, args[0], args[1]);
    record_change(run, args[0].as.object);
    *result = value_none();
    return true;
}

static bool method_extend(Run *run, const Value *args, Value *result) {
    *result = value_none();
    return extend(run, list_of(args[0]), args[1]);
}

static bool method_insert(Run *run, const Value *args, Value *result) {
    ListObject *l = list_of(args[0]);
    int64_t i, n = list_count(l);
    *result = value_none();
    if (!index_of(run, args[1], &i)) {
        return false;
    }
    i += i < 0 ? n : 0;
    i = i < 0 ? 0 : i > n ? n : i;
    return splice(run, l, (uint32_t)i, (uint32_t)i, 1, &args[2]);
}

static bool method_remove(Run *run, const Value *args, Value *result) {
    ListObject *l = list_of(args[0]);
    int64_t at;
    *result = value_none();
    if (!find(run, l, args[1], 0, INT64_MAX, &at)) {
        return false;
    }
    if (at < 0) {
        return raise_value_error(run, "list.remove(x): x not in list");
    }
    return splice(run, l, (uint32_t)at, (uint32_t)at + 1, 0, NULL);
}

static bool method_pop(Run *run, const Value *args, Value *result) {
    ListObject *l = list_of(args[0]);
    int64_t i, n = list_count(l);
    if (!index_of(run, args[1], &i)) {
        return false;
    }
    if (n == 0) {
        return raise_error(run, run->exception.IndexError, "pop from empty list");
    }
    i += i < 0 ? n : 0;
    if (i < 0 || i >= n) {
        return raise_error(run, run->exception.IndexError, "pop index out of range");
    }
    *result = list_at(l, (uint32_t)i);
    return splice(run, l, (uint32_t)i, (uint32_t)i + 1, 0, NULL);
}

static bool method_clear(Run *run, const Value *args, Value *result) {
    list_replace(run, list_of(args[0]), 0, NULL);
    *result = value_none();
    return true;
}

/* start and stop of index(): clipped like a slice. */
static bool method_index(Run *run, const Value *args, Value *result) {
    ListObject *l = list_of(args[0]);
    int64_t from, to, at;
    if (!item_bound_of(run, args[2], list_count(l), &from) ||
        !item_bound_of(run, args[3], list_count(l), &to) || !find(run, l, args[1], from, to, &at)) {
        return false;
    }
    if (at < 0) {
        Str shown;
        return value_repr(run, args[1], &shown) &&
               raise_value_error(run, "%.*s is not in list", STR_ARG(shown));
    }
    *result = value_int(at);
    return true;
}

static bool method_count(Run *run, const Value *args, Value *result) {
    ListObject *l = list_of(args[0]);
    int64_t n = 0;
    for (uint32_t i = 0; i < list_count(l); i++) {
        bool equal;
        if (!item_equal(run, list_at(l, i), args[1], &equal)) {
            return false;
        }
        n += equal;
    }
    *result = value_int(n);
    return true;
}

static bool method_reverse(Run *run, const Value *args, Value *result) {
    ListObject *l = list_of(args[0]);
    uint32_t n = list_count(l);
    Value *items = copy_items(run, l);
    for (uint32_t i = 0; i < n; i++) {
        put(run, l, i, items[n - 1 - i]);
    }
    record_change(run, &l->object);
    *result = value_none();
    return true;
}

static bool method_copy(Run *run, const Value *args, Value *result) {
    ListObject *l = list_of(args[0]);
    *result = list_make(run, list_count(l), copy_items(run, l));
    return true;
}

static bool method_sort(Run *run, const Value *args, Value *result) {
    bool reverse;
    *result = value_none();
    return value_truth(run, args[2], &reverse) &&
           list_sort(run, list_of(args[0]), args[1], value_none(), reverse);
}

static const NativeSpec methods[] = {
    {.name = "__init__", .signature = "self, iterable=?, /", .fn = method_init},
    {.name = "append", .signature = "self, object, /", .fn = method_append},
    {.name = "extend", .signature = "self, iterable, /", .fn = method_extend},
    {.name = "insert", .signature = "self, index, object, /", .fn = method_insert},
    {.name = "remove", .signature = "self, value, /", .fn = method_remove},
    {.name = "pop", .signature = "self, index=-1, /", .fn = method_pop},
    {.name = "clear", .signature = "self, /", .fn = method_clear},
    {.name = "index",
     .signature = "self, value, start=0, stop=9223372036854775807, /",
     .fn = method_index},
    {.name = "count", .signature = "self, value, /", .fn = method_count},
    {.name = "sort", .signature = "self, /, *, key=None, reverse=False", .fn = method_sort},
    {.name = "reverse", .signature = "self, /", .fn = method_reverse},
    {.name = "copy", .signature = "self, /", .fn = method_copy},
    {.name = NULL},
};

/* ---- what readers of a trace see ---- */

static uint32_t count_at(const ListObject *l, Moment m) {
    Value n = cell_at(&l->count, m);
    return n.kind == VALUE_INT ? (uint32_t)n.as.integer : 0;
}

static void list_show(Sink *out, const Object *o, Moment m, int depth) {
    const ListObject *l = (const ListObject *)o;
    uint32_t n = count_at(l, m);
    if (depth <= 0 && n) {
        sink_z(out, "[...]");
        return;
    }
    sink_char(out, '[');
    for (uint32_t i = 0; i < n; i++) {
        sink_z(out, i ? ", " : "");
        if (i == SHOWN_ITEMS) {
            sink_z(out, "...");
            break;
        }
        show_item(out, cell_at(&l->items[i], m), m, depth - 1);
    }
    sink_char(out, ']');
}

static void list_parts(const Object *o, Moment m, PartFn *fn, void *context) {
    const ListObject *l = (const ListObject *)o;
    uint32_t n = count_at(l, m);
    for (uint32_t i = 0; i < n && i < SHOWN_PARTS; i++) {
        char label[16];
        int len = snprintf(label, sizeof label, "[%u]", i);
        fn(context, (Str){label, (size_t)len}, cell_at(&l->items[i], m));
    }
    attribute_parts(o, m, fn, context);
}

void install_list(Run *run) {
    Type *t = run->type.list;
    t->size = sizeof(ListObject);
    t->make = list_new;
    t->repr = list_repr;
    t->truth = list_truth;
    t->length = list_length;
    t->hash = list_hash;
    t->get_item = list_get_item;
    t->set_item = list_set_item;
    t->contains = list_contains;
    t->iter = list_iter;
    t->binary = list_binary;
    t->inplace = list_inplace;
    t->compare = list_compare;
    t->head.show = list_show;
    t->head.parts = list_parts;
    run->type.list_iterator->next = list_next;
    type_add_methods(run, t, methods);
}
