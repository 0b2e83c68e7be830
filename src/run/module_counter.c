/* module_counter.c: collections.Counter: a dict of counts, in which what is absent counts 0. */
#include "run/machine.h"
#include "run/standard.h"

static DictObject *dict_at(Value v) {
    return (DictObject *)v.as.object;
}

static bool count_of(Run *run, Value counter, Value key, Value *n) {
    bool found;
    if (!dict_get(run, counter, key, &found, n)) {
        return false;
    }
    *n = found ? *n : value_int(0);
    return true;
}

/* counter[key] += n (or -= n). */
static bool add_count(Run *run, Value counter, Value key, Value n, BinaryOperator op) {
    Value old;
    bool more = op == BINARY_OPERATOR_ADD;
    return count_of(run, counter, key, &old) &&
           value_binary(run, op, more ? n : old, more ? old : n, &n) &&
           table_put(run, dict_at(counter), key, n);
}

static bool add_mapping(Run *run, Value counter, DictObject *from, BinaryOperator op) {
    uint32_t at = 0;
    for (DictEntry *e; (e = table_next(from, &at));) {
        if (!add_count(run, counter, e->key, cell_get(&e->value), op)) {
            return false;
        }
    }
    return true;
}

static bool add_items(Run *run, Value counter, Value iterable, BinaryOperator op) {
    Value *items;
    uint32_t n;
    if (is_dict(run, iterable) && op == BINARY_OPERATOR_ADD && !dict_at(counter)->live) {
        return dict_update(run, dict_at(counter), iterable); /* values may be anything */
    }
    if (is_dict(run, iterable)) {
        return add_mapping(run, counter, dict_at(iterable), op);
    }
    if (!value_items(run, iterable, &items, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!add_count(run, counter, items[i], value_int(1), op)) {
            return false;
        }
    }
    return true;
}

static bool counter_make(Run *run, const Type *type, const Args *args, Value *result) {
    *result = value_object(table_make(run, type));
    dict_at(*result)->missing = value_unbound();
    if (args->npositional > 1) {
        return raise_type_error(
            run, "Counter.__init__() takes from 1 to 2 positional arguments but %u were given",
            args->npositional + 1);
    }
    if (args->npositional && given(args->at[0]) &&
        !add_items(run, *result, args->at[0], BINARY_OPERATOR_ADD)) {
        return false;
    }
    Value keywords = dict_make(run);
    for (uint32_t i = 0; i < args->nkeywords; i++) {
        dict_set_name(run, keywords, args->names[i]->text, args->at[args->npositional + i]);
    }
    return add_items(run, *result, keywords, BINARY_OPERATOR_ADD);
}

/* args: self, iterable, **kwargs */
static bool add_args(Run *run, const Value *args, BinaryOperator op, Value *result) {
    *result = value_none();
    if ((given(args[1]) && !add_items(run, args[0], args[1], op)) ||
        !add_items(run, args[0], args[2], op)) {
        return false;
    }
    record_change(run, args[0].as.object);
    return true;
}

static bool counter_update(Run *run, const Value *args, Value *result) {
    return add_args(run, args, BINARY_OPERATOR_ADD, result);
}

static bool counter_subtract(Run *run, const Value *args, Value *result) {
    return add_args(run, args, BINARY_OPERATOR_SUBTRACT, result);
}

static bool counter_get_item(Run *run, Value self, Value key, Value *result) {
    return count_of(run, self, key, result);
}

/* ---- most common ---- */

static bool count_of_pair(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = sequence_item(args[0], 1);
    return true;
}

/* Pairs by falling count; equal counts in order of appearance. When counts cannot be compared, the
 * pairs stay as they are. */
static bool sorted_pairs(Run *run, DictObject *d, Value **pairs, uint32_t *n) {
    static const NativeSpec key = {.name = "count", .signature = "pair, /", .fn = count_of_pair};
    uint32_t at = 0;
    *pairs = ARENA_ARRAY(run->scratch, d->live + 1, Value);
    *n = 0;
    for (DictEntry *e; (e = table_next(d, &at)); (*n)++) {
        Value pair[2] = {e->key, cell_get(&e->value)};
        (*pairs)[*n] = tuple_make(run, 2, pair);
    }
    return sort_values(run, *pairs, *n, native_make(run, &key, value_unbound()), value_none(),
                       true);
}

static bool counter_most_common(Run *run, const Value *args, Value *result) {
    Value *pairs;
    uint32_t n;
    int64_t most = INT64_MAX;
    if ((given(args[1]) && !index_of(run, args[1], &most)) ||
        !sorted_pairs(run, dict_at(args[0]), &pairs, &n)) {
        return false;
    }
    *result = list_make(run, most < 0 ? 0 : most < n ? (uint32_t)most : n, pairs);
    return true;
}

static bool counter_elements(Run *run, const Value *args, Value *result) {
    uint32_t at = 0;
    Value list = list_make(run, 0, NULL);
    for (DictEntry *e; (e = table_next(dict_at(args[0]), &at));) {
        int64_t n;
        if (!index_of(run, cell_get(&e->value), &n) || (n > 0 && !check_count(run, n))) {
            return false;
        }
        for (; n > 0; n--) {
            list_append(run, list, e->key);
        }
    }
    return value_iter(run, list, result);
}

static bool counter_repr(Run *run, Value self, Value *result) {
    Value *pairs;
    uint32_t n;
    Sink out = sink_memory(run->arena);
    if (!sorted_pairs(run, dict_at(self), &pairs, &n)) {
        if (run->stopping || !error_is(run, run->exception.TypeError)) {
            return false;
        }
        error_take(run);
    }
    sink_z(&out, n ? "Counter({" : "Counter(");
    for (uint32_t i = 0; i < n; i++) {
        Value key = sequence_item(pairs[i], 0), count = sequence_item(pairs[i], 1);
        sink_z(&out, i ? ", " : "");
        if (!repr_items(run, &out, 1, &key)) {
            return false;
        }
        sink_z(&out, ": ");
        if (!repr_items(run, &out, 1, &count)) {
            return false;
        }
    }
    sink_z(&out, n ? "})" : ")");
    *result = str_share(run, sink_str(&out));
    return true;
}

/* ---- arithmetic: only counts above 0 are kept ---- */

static bool combined(Run *run, BinaryOperator op, Value a, Value b, Value *n) {
    Value less;
    bool truth;
    if (op == BINARY_OPERATOR_ADD || op == BINARY_OPERATOR_SUBTRACT) {
        return value_binary(run, op, a, b, n);
    }
    if (!value_compare(run, COMPARE_OPERATOR_LESS, a, b, &less) ||
        !value_truth(run, less, &truth)) {
        return false;
    }
    *n = truth == (op == BINARY_OPERATOR_AND) ? a : b;
    return true;
}

static bool combine_keys(Run *run, BinaryOperator op, Value keys, const Value *operands,
                         Value sum) {
    uint32_t at = 0;
    for (DictEntry *e; (e = table_next(dict_at(keys), &at));) {
        Value a, b, n, above;
        bool positive;
        if (!count_of(run, operands[0], e->key, &a) || !count_of(run, operands[1], e->key, &b) ||
            !combined(run, op, a, b, &n) ||
            !value_compare(run, COMPARE_OPERATOR_GREATER, n, value_int(0), &above) ||
            !value_truth(run, above, &positive) ||
            (positive && !table_put(run, dict_at(sum), e->key, n))) {
            return false;
        }
    }
    return true;
}

static bool counter_binary(Run *run, BinaryOperator op, Value self, Value other, bool reflected,
                           Value *result) {
    bool known = op == BINARY_OPERATOR_ADD || op == BINARY_OPERATOR_SUBTRACT ||
                 op == BINARY_OPERATOR_AND || op == BINARY_OPERATOR_OR;
    *result = run->not_implemented;
    if (!known || reflected || !is_instance(run, other, run->standard->counter)) {
        return true;
    }
    Value operands[2] = {self, other};
    *result = value_object(table_make(run, run->standard->counter));
    return combine_keys(run, op, self, operands, *result) &&
           combine_keys(run, op, other, operands, *result);
}

/* counter op= other changes the counter itself; what falls to 0 goes. */
static bool counter_inplace(Run *run, BinaryOperator op, Value self, Value other, Value *result) {
    if (!counter_binary(run, op, self, other, false, result) ||
        value_same(*result, run->not_implemented)) {
        return value_same(*result, run->not_implemented);
    }
    Value sum = *result;
    table_clear(run, dict_at(self));
    *result = self;
    if (!add_items(run, self, sum, BINARY_OPERATOR_ADD)) {
        return false;
    }
    record_change(run, self.as.object);
    return true;
}

static bool counter_copy(Run *run, const Value *args, Value *result) {
    DictObject *copy = table_make(run, type_of(run, args[0]));
    *result = value_object(copy);
    return dict_update(run, copy, args[0]);
}

static const NativeSpec methods[] = {
    {.name = "__init__", .signature = "self, iterable=None, /, **kwargs", .fn = counter_update},
    {.name = "update", .signature = "self, iterable=None, /, **kwargs", .fn = counter_update},
    {.name = "subtract", .signature = "self, iterable=None, /, **kwargs", .fn = counter_subtract},
    {.name = "most_common", .signature = "self, n=None", .fn = counter_most_common},
    {.name = "elements", .signature = "self, /", .fn = counter_elements},
    {.name = "copy", .signature = "self, /", .fn = counter_copy},
    {0},
};

/* +c keeps the counts above 0, -c those below, negated. */
static bool counter_unary(Run *run, UnaryOperator op, Value self, Value *result) {
    Value none;
    if (op == UNARY_OPERATOR_INVERT) {
        return raise_type_error(run, "bad operand type for unary ~: 'Counter'");
    }
    bool plus = op == UNARY_OPERATOR_POSITIVE;
    return value_call_n(run, value_object(run->standard->counter), 0, NULL, &none) &&
           counter_binary(run, plus ? BINARY_OPERATOR_ADD : BINARY_OPERATOR_SUBTRACT,
                          plus ? self : none, plus ? none : self, false, result);
}

void install_counter(Run *run, Standard *s, Module *collections) {
    Type *t = type_make(run, "Counter", run->type.dict, "collections");
    s->counter = t;
    t->make = counter_make;
    t->repr = counter_repr;
    t->get_item = counter_get_item;
    t->unary = counter_unary;
    t->binary = counter_binary;
    t->inplace = counter_inplace;
    t->size = sizeof(DictObject);
    type_add_methods(run, t, methods);
    module_set(run, collections, "Counter", value_object(t));
}
