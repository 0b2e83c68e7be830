/* module_deque.c: collections.deque.
 *
 * Items stand at positions first … end - 1, which may be negative: `back` holds those from 0 on,
 * `front` those below. Positions never move, so that what was at one at an earlier moment can still
 * be read. */
#include <string.h>

#include "run/machine.h"
#include "run/standard.h"

typedef struct CellRow {
    Cell *at;
    uint32_t cap;
} CellRow;

typedef struct DequeObject {
    Object object;
    CellRow front, back;
    Cell first, end; /* ints */
    int64_t most;    /* maxlen, or -1 */
} DequeObject;

static DequeObject *deque_at(Value v) {
    return (DequeObject *)v.as.object;
}

static int64_t first_of(const DequeObject *d) {
    return d->first.as.integer;
}

static int64_t count_of(const DequeObject *d) {
    return d->end.as.integer - d->first.as.integer;
}

static const Cell *cell_of(const DequeObject *d, int64_t position) {
    return position < 0 ? &d->front.at[-position - 1] : &d->back.at[position];
}

static Value item_of(const DequeObject *d, int64_t i) {
    return cell_get(cell_of(d, first_of(d) + i));
}

static void grow(Run *run, CellRow *row, uint32_t least) {
    uint32_t cap = row->cap ? row->cap : 8;
    while (cap < least) {
        cap *= 2;
    }
    if (cap > row->cap) {
        Cell *at = ARENA_ARRAY(run->arena, cap, Cell);
        if (row->cap) {
            memcpy(at, row->at, row->cap * sizeof *at);
        }
        *row = (CellRow){at, cap};
    }
}

static void set_position(Run *run, DequeObject *d, int64_t position, Value v) {
    CellRow *row = position < 0 ? &d->front : &d->back;
    uint32_t i = (uint32_t)(position < 0 ? -position - 1 : position);
    grow(run, row, i + 1);
    cell_set(run->arena, &row->at[i], v, trace_now(run->trace));
}

static void set_ends(Run *run, DequeObject *d, int64_t first, int64_t end) {
    cell_set(run->arena, &d->first, value_int(first), trace_now(run->trace));
    cell_set(run->arena, &d->end, value_int(end), trace_now(run->trace));
}

/* Pushes at one end; a full deque loses an item at the other. No event. */
static void push(Run *run, DequeObject *d, bool left, Value v) {
    int64_t first = first_of(d), end = d->end.as.integer;
    if (d->most == 0) {
        return;
    }
    bool full = d->most > 0 && count_of(d) == d->most;
    set_position(run, d, left ? first - 1 : end, v);
    first += left ? -1 : full;
    end += left ? -(int64_t)full : 1;
    set_ends(run, d, first, end);
}

/* Makes d hold exactly these. */
static void replace(Run *run, DequeObject *d, uint32_t n, const Value *items) {
    for (uint32_t i = 0; i < n; i++) {
        set_position(run, d, i, items[i]);
    }
    set_ends(run, d, 0, n);
    record_change(run, &d->object);
}

static Value *items_of(Run *run, const DequeObject *d, uint32_t *n) {
    *n = (uint32_t)count_of(d);
    Value *items = ARENA_ARRAY(run->arena, *n + 1, Value);
    for (uint32_t i = 0; i < *n; i++) {
        items[i] = item_of(d, i);
    }
    return items;
}

static bool extend(Run *run, DequeObject *d, bool left, Value iterable) {
    Value *items;
    uint32_t n;
    if (!value_items(run, iterable, &items, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        push(run, d, left, items[i]);
    }
    record_change(run, &d->object);
    return true;
}

/* ---- making ---- */

static bool read_most(Run *run, Value v, int64_t *most) {
    *most = -1;
    if (!given(v)) {
        return true;
    }
    if (v.kind != VALUE_INT && v.kind != VALUE_BOOL) {
        return raise_type_error(run, "an integer is required");
    }
    return index_of(run, v, most) &&
           (*most >= 0 || raise_value_error(run, "maxlen must be non-negative"));
}

static DequeObject *deque_make(Run *run, const Type *type, int64_t most) {
    DequeObject *d = object_make_mutable(run, type, sizeof *d);
    d->most = most;
    set_ends(run, d, 0, 0);
    return d;
}

static bool deque_new(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"deque", 0, 2, {"iterable", "maxlen"}};
    Value v[2];
    int64_t most;
    if (!take_args(run, args, &parameters, v) || !read_most(run, v[1], &most)) {
        return false;
    }
    DequeObject *d = deque_make(run, type, most);
    *result = value_object(d);
    return is_unbound(v[0]) || extend(run, d, false, v[0]);
}

static bool deque_init(Run *run, const Value *args, Value *result) {
    DequeObject *d = deque_at(args[0]);
    *result = value_none();
    return read_most(run, args[2], &d->most) &&
           (is_unbound(args[1]) || extend(run, d, false, args[1]));
}

/* ---- methods ---- */

static bool deque_append(Run *run, const Value *args, Value *result) {
    push(run, deque_at(args[0]), false, args[1]);
    record_change(run, args[0].as.object);
    *result = value_none();
    return true;
}

static bool deque_appendleft(Run *run, const Value *args, Value *result) {
    push(run, deque_at(args[0]), true, args[1]);
    record_change(run, args[0].as.object);
    *result = value_none();
    return true;
}

static bool pop_end(Run *run, Value self, bool left, Value *result) {
    DequeObject *d = deque_at(self);
    int64_t n = count_of(d), first = first_of(d);
    if (!n) {
        return raise_error(run, run->exception.IndexError, "pop from an empty deque");
    }
    *result = item_of(d, left ? 0 : n - 1);
    set_ends(run, d, first + left, first + n - !left);
    record_change(run, &d->object);
    return true;
}

static bool deque_pop(Run *run, const Value *args, Value *result) {
    return pop_end(run, args[0], false, result);
}

static bool deque_popleft(Run *run, const Value *args, Value *result) {
    return pop_end(run, args[0], true, result);
}

static bool deque_extend(Run *run, const Value *args, Value *result) {
    *result = value_none();
    return extend(run, deque_at(args[0]), false, args[1]);
}

static bool deque_extendleft(Run *run, const Value *args, Value *result) {
    *result = value_none();
    return extend(run, deque_at(args[0]), true, args[1]);
}

static bool deque_clear(Run *run, const Value *args, Value *result) {
    *result = value_none();
    replace(run, deque_at(args[0]), 0, NULL);
    return true;
}

static bool deque_rotate(Run *run, const Value *args, Value *result) {
    uint32_t n;
    int64_t by;
    DequeObject *d = deque_at(args[0]);
    const Value *items = items_of(run, d, &n);
    *result = value_none();
    if (!index_of(run, args[1], &by)) {
        return false;
    }
    Value *turned = ARENA_ARRAY(run->scratch, n + 1, Value);
    for (uint32_t i = 0; i < n; i++) {
        turned[i] = items[(((int64_t)i - by % (int64_t)n) % (int64_t)n + (int64_t)n) % (int64_t)n];
    }
    replace(run, d, n, turned);
    return true;
}

static bool deque_reverse(Run *run, const Value *args, Value *result) {
    uint32_t n;
    DequeObject *d = deque_at(args[0]);
    const Value *items = items_of(run, d, &n);
    Value *turned = ARENA_ARRAY(run->scratch, n + 1, Value);
    for (uint32_t i = 0; i < n; i++) {
        turned[i] = items[n - 1 - i];
    }
    *result = value_none();
    replace(run, d, n, turned);
    return true;
}

static bool find_item(Run *run, const DequeObject *d, Value v, int64_t *at, int64_t *found) {
    *found = 0;
    *at = -1;
    for (int64_t i = 0; i < count_of(d); i++) {
        bool equal;
        if (!item_equal(run, item_of(d, i), v, &equal)) {
            return false;
        }
        *at = equal && *at < 0 ? i : *at;
        *found += equal;
    }
    return true;
}

static bool deque_count(Run *run, const Value *args, Value *result) {
    int64_t at, n;
    bool ok = find_item(run, deque_at(args[0]), args[1], &at, &n);
    *result = value_int(n);
    return ok;
}

static bool not_in_deque(Run *run, Value v) {
    Str text;
    return value_repr(run, v, &text) &&
           raise_value_error(run, "%.*s is not in deque", STR_ARG(text));
}

static bool deque_index(Run *run, const Value *args, Value *result) {
    int64_t at, n;
    if (!find_item(run, deque_at(args[0]), args[1], &at, &n)) {
        return false;
    }
    *result = value_int(at);
    return at >= 0 || not_in_deque(run, args[1]);
}

static bool deque_remove(Run *run, const Value *args, Value *result) {
    int64_t at, found;
    uint32_t n;
    DequeObject *d = deque_at(args[0]);
    *result = value_none();
    if (!find_item(run, d, args[1], &at, &found)) {
        return false;
    }
    if (at < 0) {
        return not_in_deque(run, args[1]);
    }
    Value *items = items_of(run, d, &n);
    memmove(items + at, items + at + 1, (n - 1 - (uint32_t)at) * sizeof *items);
    replace(run, d, n - 1, items);
    return true;
}

static bool deque_insert(Run *run, const Value *args, Value *result) {
    uint32_t n;
    int64_t at;
    DequeObject *d = deque_at(args[0]);
    *result = value_none();
    if (!index_of(run, args[1], &at)) {
        return false;
    }
    if (d->most >= 0 && count_of(d) == d->most) {
        return raise_error(run, run->exception.IndexError, "deque already at its maximum size");
    }
    Value *items = items_of(run, d, &n);
    at += at < 0 ? n : 0;
    at = at < 0 ? 0 : at > n ? n : at;
    memmove(items + at + 1, items + at, (n - (uint32_t)at) * sizeof *items);
    items[at] = args[2];
    replace(run, d, n + 1, items);
    return true;
}

static bool deque_copy(Run *run, const Value *args, Value *result) {
    const DequeObject *d = deque_at(args[0]);
    DequeObject *copy = deque_make(run, run->standard->deque, d->most);
    *result = value_object(copy);
    return extend(run, copy, false, args[0]);
}

static bool maxlen_getter(Run *run, const Value *args, Value *result) {
    int64_t most = deque_at(args[0])->most;
    (void)run;
    *result = most < 0 ? value_none() : value_int(most);
    return true;
}

/* ---- slots ---- */

static bool deque_length(Run *run, Value self, int64_t *result) {
    (void)run;
    *result = count_of(deque_at(self));
    return true;
}

static bool deque_repr(Run *run, Value self, Value *result) {
    const DequeObject *d = deque_at(self);
    ReprFrame frame;
    uint32_t n;
    if (!repr_enter(run, &frame, &d->object)) {
        *result = text_value(run, "[...]");
        return true;
    }
    Sink out = sink_memory(run->arena);
    sink_z(&out, "deque([");
    const Value *items = items_of(run, d, &n);
    bool good = repr_items(run, &out, n, items);
    sink_char(&out, ']');
    if (d->most >= 0) {
        sink_printf(&out, ", maxlen=%lld", (long long)d->most);
    }
    sink_char(&out, ')');
    repr_leave(run, &frame);
    *result = str_share(run, sink_str(&out));
    return good;
}

static void deque_show(Sink *out, const Object *o, Moment m, int depth) {
    const DequeObject *d = (const DequeObject *)o;
    Value first = cell_at(&d->first, m), end = cell_at(&d->end, m);
    sink_z(out, "deque([");
    for (int64_t i = first.as.integer; end.kind == VALUE_INT && i < end.as.integer; i++) {
        if (i - first.as.integer == 20 || depth <= 0) {
            sink_z(out, "...");
            break;
        }
        sink_z(out, i == first.as.integer ? "" : ", ");
        value_show(out, cell_at(cell_of(d, i), m), m, depth - 1);
    }
    sink_z(out, "])");
}

static bool deque_get_item(Run *run, Value self, Value key, Value *result) {
    const DequeObject *d = deque_at(self);
    int64_t i;
    bool is;
    if (!position_like(run, key, &is, &i)) {
        return false;
    }
    if (!is) {
        return raise_type_error(run, "sequence index must be integer, not '%.*s'",
                                STR_ARG(type_name(run, key)));
    }
    i += i < 0 ? count_of(d) : 0;
    if (i < 0 || i >= count_of(d)) {
        return raise_error(run, run->exception.IndexError, "deque index out of range");
    }
    *result = item_of(d, i);
    return true;
}

static bool deque_set_item(Run *run, Value self, Value key, Value v) {
    DequeObject *d = deque_at(self);
    Value old;
    int64_t i;
    uint32_t n;
    if (!deque_get_item(run, self, key, &old) || !index_of(run, key, &i)) {
        return false;
    }
    i += i < 0 ? count_of(d) : 0;
    if (!is_unbound(v)) {
        set_position(run, d, first_of(d) + i, v);
        record_change(run, &d->object);
        return true;
    }
    Value *items = items_of(run, d, &n);
    memmove(items + i, items + i + 1, (n - 1 - (uint32_t)i) * sizeof *items);
    replace(run, d, n - 1, items);
    return true;
}

static bool deque_contains(Run *run, Value self, Value item, bool *result) {
    int64_t at, n;
    bool ok = find_item(run, deque_at(self), item, &at, &n);
    *result = ok && n > 0;
    return ok;
}

static bool deque_iter(Run *run, Value self, Value *result) {
    IteratorObject *it = iterator_make(run, run->standard->deque_iterator, self);
    it->left = count_of(deque_at(self));
    *result = value_object(it);
    return true;
}

static bool deque_next(Run *run, Value self, Value *result, bool *done) {
    IteratorObject *it = (IteratorObject *)self.as.object;
    const DequeObject *d = deque_at(it->source);
    if (count_of(d) != it->left) {
        return raise_error(run, run->exception.RuntimeError, "deque mutated during iteration");
    }
    *done = it->at >= it->left;
    if (!*done) {
        *result = item_of(d, it->at++);
    }
    return true;
}

static Value as_list(Run *run, Value v) {
    uint32_t n;
    const Value *items = items_of(run, deque_at(v), &n);
    return list_make(run, n, items);
}

static bool deque_compare(Run *run, CompareOperator op, Value self, Value other, Value *result) {
    *result = run->not_implemented;
    if (!is_instance(run, other, run->standard->deque)) {
        return true;
    }
    return value_compare(run, op, as_list(run, self), as_list(run, other), result);
}

static bool deque_inplace(Run *run, BinaryOperator op, Value self, Value other, Value *result) {
    *result = op == BINARY_OPERATOR_ADD ? self : run->not_implemented;
    return op != BINARY_OPERATOR_ADD || extend(run, deque_at(self), false, other);
}

/* d + other; args of * are d and how often */
static bool deque_binary(Run *run, BinaryOperator op, Value self, Value other, bool reflected,
                         Value *result) {
    bool is = false;
    int64_t n = 1;
    *result = run->not_implemented;
    if (op == BINARY_OPERATOR_ADD && !reflected && !is_instance(run, other, run->standard->deque)) {
        return raise_type_error(run, "can only concatenate deque (not \"%.*s\") to deque",
                                STR_ARG(type_name(run, other)));
    }
    if (op == BINARY_OPERATOR_MULTIPLY && !index_like(run, other, &is, &n)) {
        return false;
    }
    bool asked =
        is_list(run, other) || is_tuple(run, other) || is_str(run, other) || is_bytes(run, other);
    if (op == BINARY_OPERATOR_MULTIPLY && !is && !(reflected && asked)) {
        return raise_type_error(run, "can't multiply sequence by non-int of type '%.*s'",
                                STR_ARG(type_name(run, other)));
    }
    if (!is && (op != BINARY_OPERATOR_ADD || reflected)) {
        return true;
    }
    DequeObject *copy = deque_make(run, run->standard->deque, deque_at(self)->most);
    *result = value_object(copy);
    if (n * count_of(deque_at(self)) > UINT32_MAX) {
        return refuse_budget(run, BUDGET_MEMORY);
    }
    for (int64_t i = 0; i < n; i++) {
        if (!extend(run, copy, false, self)) {
            return false;
        }
    }
    return is || extend(run, copy, false, other);
}

static bool deque_hash(Run *run, Value self, int64_t *result) {
    (void)result;
    return raise_type_error(run, "unhashable type: '%.*s'", STR_ARG(type_name(run, self)));
}

static const NativeSpec methods[] = {
    {.name = "__init__", .signature = "self, iterable=?, maxlen=None", .fn = deque_init},
    {.name = "append", .signature = "self, x, /", .fn = deque_append},
    {.name = "appendleft", .signature = "self, x, /", .fn = deque_appendleft},
    {.name = "pop", .signature = "self, /", .fn = deque_pop},
    {.name = "popleft", .signature = "self, /", .fn = deque_popleft},
    {.name = "extend", .signature = "self, iterable, /", .fn = deque_extend},
    {.name = "extendleft", .signature = "self, iterable, /", .fn = deque_extendleft},
    {.name = "clear", .signature = "self, /", .fn = deque_clear},
    {.name = "rotate", .signature = "self, n=1, /", .fn = deque_rotate},
    {.name = "reverse", .signature = "self, /", .fn = deque_reverse},
    {.name = "count", .signature = "self, x, /", .fn = deque_count},
    {.name = "index", .signature = "self, x, /", .fn = deque_index},
    {.name = "remove", .signature = "self, value, /", .fn = deque_remove},
    {.name = "insert", .signature = "self, i, x, /", .fn = deque_insert},
    {.name = "copy", .signature = "self, /", .fn = deque_copy},
    {.name = "__copy__", .signature = "self, /", .fn = deque_copy},
    {0},
};

void install_deque(Run *run, Standard *s, Module *collections) {
    Type *t = type_make(run, "deque", NULL, "collections");
    s->deque = t;
    t->make = deque_new;
    t->repr = deque_repr;
    t->length = deque_length;
    t->get_item = deque_get_item;
    t->set_item = deque_set_item;
    t->contains = deque_contains;
    t->iter = deque_iter;
    t->compare = deque_compare;
    t->hash = deque_hash;
    t->binary = deque_binary;
    t->inplace = deque_inplace;
    t->head.show = deque_show;
    t->size = sizeof(DequeObject);
    type_add_methods(run, t, methods);
    type_add_getter(run, t, "maxlen", maxlen_getter);
    s->deque_iterator = type_make(run, "_deque_iterator", run->type.iterator, "_collections");
    s->deque_iterator->next = deque_next;
    s->deque_iterator->iter = iterator_self;
    s->deque_iterator->size = sizeof(IteratorObject);
    module_set(run, collections, "deque", value_object(t));
}
