/* set.c: set and frozenset: slots and methods. Their table and the order of items: set_table.c. */
#include <string.h>

#include "run/kinds.h"
#include "run/machine.h"

static DictObject *set_of(Value v) {
    return (DictObject *)v.as.object;
}

/* ---- making ---- */

static bool add_items(Run *run, DictObject *s, Value iterable) {
    Value *items;
    uint32_t n;
    if (!value_items(run, iterable, &items, &n)) {
        return false;
    }
    if (is_exactly(iterable, run->type.dict)) {
        set_reserve(run, s, n);
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!set_put_value(run, s, items[i])) {
            return false;
        }
    }
    return true;
}

static bool add_all(Run *run, DictObject *s, Value iterable) {
    return is_set(run, iterable) ? set_merge(run, s, set_of(iterable))
                                 : add_items(run, s, iterable);
}

static bool new_set(Run *run, const Type *type, const Args *args, Value *result) {
    bool frozen = is_subtype(type, run->type.frozenset);
    Parameters parameters = {frozen ? "frozenset" : "set", 0, 1, {NULL}};
    Value v;
    if (!take_args(run, args, &parameters, &v)) {
        return false;
    }
    if (type == run->type.frozenset && is_exactly(v, type)) {
        *result = v;
        return true;
    }
    *result = value_object(table_make(run, type));
    return is_unbound(v) || add_all(run, set_of(*result), v);
}

/* Are the n values that the instruction at pc takes all constants? */
static bool all_constants(const Code *code, uint32_t pc, uint32_t n) {
    while (n > 0 && pc > 0) {
        switch (INSTRUCTION_OP(code->code[--pc])) {
        case OP_CONST: n--; break;
        default: return false;
        }
    }
    return n == 0;
}

static bool put_all(Run *run, DictObject *s, uint32_t n, const Value *items) {
    for (uint32_t i = 0; i < n; i++) {
        if (!set_put_value(run, s, items[i])) {
            return false;
        }
    }
    return true;
}

/* Of three constants or more CPython makes a frozenset when it compiles, makes that anew while it
 * shares equal constants, and copies it when the program runs. */
static bool put_constants(Run *run, DictObject *s, uint32_t n, const Value *items) {
    DictObject *first = table_make(run, run->type.frozenset);
    DictObject *second = table_make(run, run->type.frozenset);
    return put_all(run, first, n, items) &&
           put_all(run, second, first->live, set_items(run, first)) && set_merge(run, s, second);
}

bool set_display(Run *run, const Frame *f, uint32_t n, const Value *items, Value *result) {
    DictObject *s = table_make(run, run->type.set);
    *result = value_object(s);
    return n > 2 && all_constants(f->unit->code, f->pc - 1, n) ? put_constants(run, s, n, items)
                                                               : put_all(run, s, n, items);
}

/* The same kind of set as a model: set or frozenset. */
static DictObject *set_like(Run *run, Value model) {
    bool frozen = is_instance(run, model, run->type.frozenset);
    return table_make(run, frozen ? run->type.frozenset : run->type.set);
}

static DictObject *copy_of(Run *run, Value self) {
    DictObject *s = set_like(run, self);
    set_merge(run, s, set_of(self));
    return s;
}

/* Any iterable as a set, to be asked. */
static bool as_set(Run *run, Value v, DictObject **s) {
    if (is_set(run, v)) {
        *s = set_of(v);
        return true;
    }
    *s = table_make(run, run->type.set);
    return add_all(run, *s, v);
}

/* ---- operations: the steps are CPython's, because the order of the result follows from them ----
 */

/* s without the items of other. */
static bool remove_all(Run *run, DictObject *s, DictObject *other) {
    uint32_t n = other->live;
    Value *items = set_items(run, other);
    for (uint32_t i = 0; i < n; i++) {
        bool removed;
        if (!set_remove(run, s, items[i], &removed)) {
            return false;
        }
    }
    set_tidy(run, s);
    return true;
}

/* What is in s goes, what is not comes. */
static bool toggle_all(Run *run, DictObject *s, DictObject *other) {
    uint32_t n = other->live;
    Value *items = set_items(run, other);
    for (uint32_t i = 0; i < n; i++) {
        bool removed;
        if (!set_remove(run, s, items[i], &removed) ||
            (!removed && !set_put_value(run, s, items[i]))) {
            return false;
        }
    }
    return true;
}

/* Those items of `from` that are in `in` (or are not) go to `to`. */
static bool select_items(Run *run, DictObject *from, DictObject *in, bool wanted, DictObject *to) {
    uint32_t n = from->live;
    Value *items = set_items(run, from);
    for (uint32_t i = 0; i < n; i++) {
        bool is;
        if (!set_has(run, in, items[i], &is) ||
            (is == wanted && !set_put_value(run, to, items[i]))) {
            return false;
        }
    }
    return true;
}

static bool difference(Run *run, Value model, DictObject *a, DictObject *b, DictObject **to) {
    *to = set_like(run, model);
    if (a->live / 4 > b->live) {
        return set_merge(run, *to, a) && remove_all(run, *to, b);
    }
    return select_items(run, a, b, false, *to);
}

/* A new set of the model's kind. */
static bool combine(Run *run, BinaryOperator op, Value model, DictObject *b, DictObject **to) {
    DictObject *a = set_of(model);
    bool swap = b->live > a->live;
    switch (op) {
    case BINARY_OPERATOR_OR: *to = copy_of(run, model); return set_merge(run, *to, b);
    case BINARY_OPERATOR_AND:
        *to = set_like(run, model);
        return select_items(run, swap ? a : b, swap ? b : a, true, *to);
    case BINARY_OPERATOR_SUBTRACT: return difference(run, model, a, b, to);
    default: *to = set_like(run, model); return set_merge(run, *to, b) && toggle_all(run, *to, a);
    }
}

static bool is_operation(BinaryOperator op) {
    return op == BINARY_OPERATOR_OR || op == BINARY_OPERATOR_AND || op == BINARY_OPERATOR_XOR ||
           op == BINARY_OPERATOR_SUBTRACT;
}

static bool set_binary(Run *run, BinaryOperator op, Value self, Value other, bool reflected,
                       Value *result) {
    *result = run->not_implemented;
    if (!is_operation(op) || reflected || !is_set(run, other)) {
        return true;
    }
    DictObject *to;
    if (!combine(run, op, self, set_of(other), &to)) {
        return false;
    }
    *result = value_object(to);
    return true;
}

/* s becomes s & other: a new table, into which only those that stay are put. */
static bool intersect(Run *run, DictObject *s, DictObject *other) {
    DictObject *to;
    if (!combine(run, BINARY_OPERATOR_AND, value_object(s), other, &to)) {
        return false;
    }
    set_become(run, s, to);
    return true;
}

/* s op= other */
static bool change(Run *run, BinaryOperator op, DictObject *s, DictObject *other) {
    switch (op) {
    case BINARY_OPERATOR_OR: return set_merge(run, s, other);
    case BINARY_OPERATOR_AND: return intersect(run, s, other);
    case BINARY_OPERATOR_SUBTRACT: return remove_all(run, s, other);
    default: return toggle_all(run, s, other);
    }
}

static bool set_inplace(Run *run, BinaryOperator op, Value self, Value other, Value *result) {
    *result = run->not_implemented;
    if (!is_operation(op) || !is_set(run, other) || is_instance(run, self, run->type.frozenset)) {
        return true;
    }
    *result = self;
    if (!change(run, op, set_of(self), set_of(other))) {
        return false;
    }
    record_change(run, self.as.object);
    return true;
}

static bool is_subset(Run *run, DictObject *a, DictObject *b, bool *result) {
    *result = a->live <= b->live;
    uint32_t at = 0;
    for (const DictEntry *e; *result && (e = table_next(a, &at));) {
        if (!set_has(run, b, e->key, result)) {
            return false;
        }
    }
    return true;
}

static bool set_compare(Run *run, CompareOperator op, Value self, Value other, Value *result) {
    *result = run->not_implemented;
    if (!is_set(run, other)) {
        return true;
    }
    DictObject *a = set_of(self), *b = set_of(other);
    bool greater = op == COMPARE_OPERATOR_GREATER || op == COMPARE_OPERATOR_GREATER_EQUAL;
    bool subset;
    if (!is_subset(run, greater ? b : a, greater ? a : b, &subset)) {
        return false;
    }
    bool equal = subset && a->live == b->live;
    switch (op) {
    case COMPARE_OPERATOR_LESS:
    case COMPARE_OPERATOR_GREATER: *result = value_bool(subset && !equal); break;
    case COMPARE_OPERATOR_LESS_EQUAL:
    case COMPARE_OPERATOR_GREATER_EQUAL: *result = value_bool(subset); break;
    case COMPARE_OPERATOR_EQUAL: *result = value_bool(equal); break;
    case COMPARE_OPERATOR_NOT_EQUAL: *result = value_bool(!equal); break;
    case COMPARE_OPERATOR_IN:
    case COMPARE_OPERATOR_NOT_IN:
    case COMPARE_OPERATOR_IS:
    case COMPARE_OPERATOR_IS_NOT:
    case COMPARE_OPERATOR_COUNT: break;
    }
    return true;
}

/* ---- the other slots ---- */

static void put_brackets(Sink *out, const Run *run, Value self, bool empty, bool opening) {
    bool frozen = is_instance(run, self, run->type.frozenset);
    bool named = frozen || empty || run->trace->python == 2 || type_of(run, self)->heap;
    bool list = run->trace->python == 2;
    if (opening) {
        sink_printf(out, "%s%s", named ? type_of(run, self)->head.name->text : "",
                    named ? "(" : "");
        sink_z(out, list ? "[" : empty ? "" : "{");
    } else {
        sink_z(out, list ? "]" : empty ? "" : "}");
        sink_z(out, named ? ")" : "");
    }
}

static bool set_repr(Run *run, Value self, Value *result) {
    DictObject *s = set_of(self);
    ReprFrame frame;
    if (!repr_enter(run, &frame, &s->object)) {
        *result = str_format(run, "%s(...)", type_of(run, self)->head.name->text);
        return true;
    }
    Sink out = sink_memory(run->arena);
    bool empty = s->live == 0;
    put_brackets(&out, run, self, empty, true);
    bool good = repr_items(run, &out, s->live, set_items(run, s));
    put_brackets(&out, run, self, empty, false);
    repr_leave(run, &frame);
    if (good) {
        *result = str_share(run, sink_str(&out));
    }
    return good;
}

static bool set_truth(Run *run, Value self, bool *result) {
    (void)run;
    *result = set_of(self)->live > 0;
    return true;
}

static bool set_length(Run *run, Value self, int64_t *result) {
    (void)run;
    *result = set_of(self)->live;
    return true;
}

static bool set_hash(Run *run, Value self, int64_t *result) {
    (void)result;
    return raise_type_error(run, "unhashable type: '%.*s'", STR_ARG(type_name(run, self)));
}

/* CPython's: the order of the items makes no difference. */
static bool frozen_hash(Run *run, Value self, int64_t *result) {
    (void)run;
    uint64_t h = 0;
    uint32_t at = 0;
    for (const DictEntry *e; (e = table_next(set_of(self), &at));) {
        uint64_t x = (uint64_t)e->hash;
        h ^= ((x ^ 89869747) ^ (x << 16)) * 3644798167;
    }
    h ^= ((uint64_t)set_of(self)->live + 1) * 1927868237;
    h ^= (h >> 11) ^ (h >> 25);
    h = h * 69069 + 907133923;
    *result = h == UINT64_MAX ? 590923713 : (int64_t)h;
    return true;
}

static Value frozen_copy(Run *run, Value set) {
    DictObject *s = table_make(run, run->type.frozenset);
    set_merge(run, s, set_of(set));
    return value_object(s);
}

static bool set_contains(Run *run, Value self, Value item, bool *result) {
    /* a set has no hash: a frozen one with the same items is looked for */
    bool set = is_set(run, item) && !is_instance(run, item, run->type.frozenset);
    return set_has(run, set_of(self), set ? frozen_copy(run, item) : item, result);
}

/* step is the size of the set at the start. */
static bool set_iter(Run *run, Value self, Value *result) {
    IteratorObject *it = iterator_make(run, run->type.set_iterator, self);
    it->items = set_items(run, set_of(self));
    it->nitems = set_of(self)->live;
    it->step = set_of(self)->live;
    *result = value_object(it);
    return true;
}

static bool set_next(Run *run, Value self, Value *result, bool *done) {
    IteratorObject *it = (IteratorObject *)self.as.object;
    *done = is_unbound(it->source);
    if (*done) {
        return true;
    }
    if (set_of(it->source)->live != it->step) {
        it->step = -1;
        return raise_error(run, run->exception.RuntimeError, "Set changed size during iteration");
    }
    *done = it->at >= it->nitems;
    if (*done) {
        it->source = value_unbound();
    } else {
        *result = it->items[it->at++];
    }
    return true;
}

/* ---- methods ---- */

/* to = self op iterable, which is no set: item by item. */
static bool combine_items(Run *run, BinaryOperator op, Value self, Value iterable,
                          DictObject **to) {
    DictObject *from = set_of(self);
    Value *items;
    uint32_t n;
    *to = op == BINARY_OPERATOR_AND ? set_like(run, self) : copy_of(run, self);
    if (op == BINARY_OPERATOR_OR) {
        return add_items(run, *to, iterable);
    }
    if (!value_items(run, iterable, &items, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        bool in;
        if (op == BINARY_OPERATOR_AND
                ? !set_has(run, from, items[i], &in) || (in && !set_put_value(run, *to, items[i]))
                : !set_remove(run, *to, items[i], &in)) {
            return false;
        }
    }
    set_tidy(run, *to);
    return true;
}

static bool combine_any(Run *run, BinaryOperator op, Value self, Value other, DictObject **to) {
    DictObject *set;
    if (is_set(run, other) || (op == BINARY_OPERATOR_SUBTRACT && is_dict(run, other))) {
        return as_set(run, other, &set) && combine(run, op, self, set, to);
    }
    return combine_items(run, op, self, other, to);
}

/* args[1] is the tuple of the other iterables. */
static bool fold(Run *run, const Value *args, BinaryOperator op, DictObject **to) {
    uint32_t n = sequence_count(args[1]);
    *to = n ? set_of(args[0]) : copy_of(run, args[0]);
    for (uint32_t i = 0; i < n; i++) {
        if (!combine_any(run, op, value_object(*to), sequence_item(args[1], i), to)) {
            return false;
        }
    }
    return true;
}

static bool make_by(Run *run, const Value *args, BinaryOperator op, Value *result) {
    DictObject *to;
    if (!fold(run, args, op, &to)) {
        return false;
    }
    *result = value_object(to);
    return true;
}

static bool change_by(Run *run, const Value *args, BinaryOperator op, Value *result) {
    *result = value_none();
    for (uint32_t i = 0; i < sequence_count(args[1]); i++) {
        Value v = sequence_item(args[1], i);
        DictObject *other;
        bool good = op == BINARY_OPERATOR_OR
                        ? add_all(run, set_of(args[0]), v)
                        : as_set(run, v, &other) && change(run, op, set_of(args[0]), other);
        if (!good) {
            return false;
        }
    }
    record_change(run, args[0].as.object);
    return true;
}

static bool method_union(Run *run, const Value *args, Value *result) {
    return make_by(run, args, BINARY_OPERATOR_OR, result);
}

static bool method_intersection(Run *run, const Value *args, Value *result) {
    return make_by(run, args, BINARY_OPERATOR_AND, result);
}

static bool method_difference(Run *run, const Value *args, Value *result) {
    return make_by(run, args, BINARY_OPERATOR_SUBTRACT, result);
}

static bool method_intersection_update(Run *run, const Value *args, Value *result) {
    DictObject *to;
    *result = value_none();
    if (!fold(run, args, BINARY_OPERATOR_AND, &to)) {
        return false;
    }
    set_become(run, set_of(args[0]), to);
    record_change(run, args[0].as.object);
    return true;
}

static bool method_difference_update(Run *run, const Value *args, Value *result) {
    return change_by(run, args, BINARY_OPERATOR_SUBTRACT, result);
}

static bool method_update(Run *run, const Value *args, Value *result) {
    return change_by(run, args, BINARY_OPERATOR_OR, result);
}

static bool method_symmetric_difference(Run *run, const Value *args, Value *result) {
    DictObject *other, *to;
    if (!as_set(run, args[1], &other) || !combine(run, BINARY_OPERATOR_XOR, args[0], other, &to)) {
        return false;
    }
    *result = value_object(to);
    return true;
}

static bool method_symmetric_update(Run *run, const Value *args, Value *result) {
    DictObject *other;
    *result = value_none();
    if (!as_set(run, args[1], &other) ||
        !change(run, BINARY_OPERATOR_XOR, set_of(args[0]), other)) {
        return false;
    }
    record_change(run, args[0].as.object);
    return true;
}

static bool method_issubset(Run *run, const Value *args, Value *result) {
    DictObject *other;
    bool is;
    if (!as_set(run, args[1], &other) || !is_subset(run, set_of(args[0]), other, &is)) {
        return false;
    }
    *result = value_bool(is);
    return true;
}

static bool method_issuperset(Run *run, const Value *args, Value *result) {
    DictObject *other;
    bool is;
    if (!as_set(run, args[1], &other) || !is_subset(run, other, set_of(args[0]), &is)) {
        return false;
    }
    *result = value_bool(is);
    return true;
}

static bool method_isdisjoint(Run *run, const Value *args, Value *result) {
    DictObject *other;
    uint32_t at = 0;
    if (!as_set(run, args[1], &other)) {
        return false;
    }
    bool common = false;
    for (const DictEntry *e; !common && (e = table_next(other, &at));) {
        if (!set_has(run, set_of(args[0]), e->key, &common)) {
            return false;
        }
    }
    *result = value_bool(!common);
    return true;
}

static bool method_add(Run *run, const Value *args, Value *result) {
    DictObject *s = set_of(args[0]);
    uint32_t before = s->live;
    *result = value_none();
    if (!set_put_value(run, s, args[1])) {
        return false;
    }
    if (s->live != before) {
        record_change(run, &s->object);
    }
    return true;
}

static bool take_away(Run *run, const Value *args, bool must) {
    bool removed;
    if (!set_remove(run, set_of(args[0]), args[1], &removed)) {
        return false;
    }
    if (!removed) {
        return !must || raise_key_error(run, args[1]);
    }
    record_change(run, args[0].as.object);
    return true;
}

static bool method_remove(Run *run, const Value *args, Value *result) {
    *result = value_none();
    return take_away(run, args, true);
}

static bool method_discard(Run *run, const Value *args, Value *result) {
    *result = value_none();
    return take_away(run, args, false);
}

static bool method_pop(Run *run, const Value *args, Value *result) {
    DictObject *s = set_of(args[0]);
    if (!s->live) {
        return raise_key_error(run, str_make(run, STR("pop from an empty set")));
    }
    uint32_t entry = set_first(s);
    *result = s->entries[entry].key;
    set_remove_at(run, s, entry);
    record_change(run, &s->object);
    return true;
}

static bool method_clear(Run *run, const Value *args, Value *result) {
    set_clear(run, set_of(args[0]));
    record_change(run, args[0].as.object);
    *result = value_none();
    return true;
}

static bool method_copy(Run *run, const Value *args, Value *result) {
    *result =
        is_exactly(args[0], run->type.frozenset) ? args[0] : value_object(copy_of(run, args[0]));
    return true;
}

static bool method_init(Run *run, const Value *args, Value *result) {
    DictObject *s = set_of(args[0]);
    *result = value_none();
    if (is_unbound(args[1])) {
        return true;
    }
    if (s->live) {
        set_clear(run, s);
    }
    if (!add_all(run, s, args[1])) {
        return false;
    }
    record_change(run, &s->object);
    return true;
}

static const NativeSpec common_methods[] = {
    {.name = "union", .signature = "self, /, *others", .fn = method_union},
    {.name = "intersection", .signature = "self, /, *others", .fn = method_intersection},
    {.name = "difference", .signature = "self, /, *others", .fn = method_difference},
    {.name = "symmetric_difference",
     .signature = "self, other, /",
     .fn = method_symmetric_difference},
    {.name = "issubset", .signature = "self, other, /", .fn = method_issubset},
    {.name = "issuperset", .signature = "self, other, /", .fn = method_issuperset},
    {.name = "isdisjoint", .signature = "self, other, /", .fn = method_isdisjoint},
    {.name = "copy", .signature = "self, /", .fn = method_copy},
    {.name = NULL},
};

static const NativeSpec set_methods[] = {
    {.name = "__init__", .signature = "self, iterable=?, /", .fn = method_init},
    {.name = "update", .signature = "self, /, *others", .fn = method_update},
    {.name = "intersection_update",
     .signature = "self, /, *others",
     .fn = method_intersection_update},
    {.name = "difference_update", .signature = "self, /, *others", .fn = method_difference_update},
    {.name = "symmetric_difference_update",
     .signature = "self, other, /",
     .fn = method_symmetric_update},
    {.name = "add", .signature = "self, item, /", .fn = method_add},
    {.name = "remove", .signature = "self, item, /", .fn = method_remove},
    {.name = "discard", .signature = "self, item, /", .fn = method_discard},
    {.name = "pop", .signature = "self, /", .fn = method_pop},
    {.name = "clear", .signature = "self, /", .fn = method_clear},
    {.name = NULL},
};

static void install_kind(Run *run, Type *t) {
    t->size = sizeof(DictObject);
    t->make = new_set;
    t->repr = set_repr;
    t->truth = set_truth;
    t->length = set_length;
    t->hash = t == run->type.frozenset ? frozen_hash : set_hash;
    t->contains = set_contains;
    t->iter = set_iter;
    t->binary = set_binary;
    t->inplace = set_inplace;
    t->compare = set_compare;
    t->head.show = set_show;
    t->head.parts = set_parts;
    type_add_methods(run, t, common_methods);
}

void install_set(Run *run) {
    install_kind(run, run->type.set);
    install_kind(run, run->type.frozenset);
    type_add_methods(run, run->type.set, set_methods);
    run->type.set_iterator->next = set_next;
}
