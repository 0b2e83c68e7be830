/* module_itertools.c: itertools. Each function is a type; its iterators share one struct, and each
 * type's next slot knows what the fields mean. */
#include <string.h>

#include "run/standard.h"

typedef struct LazyObject {
    Object object;
    Value source; /* iterator that items come from */
    Value function;
    Value value; /* current, total or filling value */
    Value step;
    Value *items; /* [n] kept items, iterators or pools */
    uint32_t n;
    int64_t *index; /* [r] which items are chosen */
    uint32_t r;
    int64_t at, stop, stride;
    bool started, ended;
} LazyObject;

static LazyObject *lazy_at(Value v) {
    return (LazyObject *)v.as.object;
}

static LazyObject *lazy_make(Run *run, const Type *type, Value *result) {
    LazyObject *l = object_make(run, type, sizeof *l);
    *result = value_object(l);
    return l;
}

/* ---- count, cycle, repeat ---- */

static bool count_new(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"count", 0, 2, {"start", "step"}};
    Value v[2];
    LazyObject *l = lazy_make(run, type, result);
    if (!take_args(run, args, &parameters, v)) {
        return false;
    }
    l->value = is_unbound(v[0]) ? value_int(0) : v[0];
    l->step = is_unbound(v[1]) ? value_int(1) : v[1];
    return true;
}

static bool count_next(Run *run, Value self, Value *result, bool *done) {
    LazyObject *l = lazy_at(self);
    (void)done;
    *result = l->value;
    return value_binary(run, BINARY_OPERATOR_ADD, l->value, l->step, &l->value);
}

static bool cycle_new(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"cycle", 1, 1, {NULL}};
    Value v;
    LazyObject *l = lazy_make(run, type, result);
    return take_args(run, args, &parameters, &v) && value_items(run, v, &l->items, &l->n);
}

static bool cycle_next(Run *run, Value self, Value *result, bool *done) {
    LazyObject *l = lazy_at(self);
    (void)run;
    *done = !l->n;
    if (!*done) {
        *result = l->items[l->at];
        l->at = (l->at + 1) % l->n;
    }
    return true;
}

static bool repeat_new(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"repeat", 1, 2, {"object", "times"}};
    Value v[2];
    LazyObject *l = lazy_make(run, type, result);
    l->stop = INT64_MAX;
    if (!take_args(run, args, &parameters, v) ||
        (!is_unbound(v[1]) && !index_of(run, v[1], &l->stop))) {
        return false;
    }
    l->value = v[0];
    return true;
}

static bool repeat_next(Run *run, Value self, Value *result, bool *done) {
    LazyObject *l = lazy_at(self);
    (void)run;
    *done = l->at >= l->stop;
    *result = l->value;
    l->at++;
    return true;
}

/* ---- chain ---- */

static bool chain_new(Run *run, const Type *type, const Args *args, Value *result) {
    LazyObject *l = lazy_make(run, type, result);
    if (args->nkeywords) {
        return raise_type_error(run, "chain() takes no keyword arguments");
    }
    return value_iter(run, tuple_make(run, args->npositional, args->at), &l->source);
}

static bool chain_next(Run *run, Value self, Value *result, bool *done) {
    LazyObject *l = lazy_at(self);
    for (;;) {
        if (!is_unbound(l->value)) {
            if (!value_next(run, l->value, result, done)) {
                return false;
            }
            if (!*done) {
                return true;
            }
        }
        Value iterable;
        if (!value_next(run, l->source, &iterable, done)) {
            return false;
        }
        if (*done) {
            return true;
        }
        if (!value_iter(run, iterable, &l->value)) {
            return false;
        }
    }
}

/* Bound to the type chain. */
static bool chain_from_iterable(Run *run, const Value *args, Value *result) {
    LazyObject *l = lazy_make(run, (const Type *)args[0].as.object, result);
    return value_iter(run, args[1], &l->source);
}

/* ---- islice ---- */

static bool slice_bound(Run *run, Value v, int64_t absent, bool only, int64_t *i) {
    *i = absent;
    if (!given(v)) {
        return true;
    }
    if (!index_of(run, v, i)) {
        return false;
    }
    return *i >= 0 || raise_value_error(
                          run, "%s for islice() must be None or an integer: 0 <= x <= sys.maxsize.",
                          only ? "Stop argument" : "Indices");
}

static bool islice_new(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"islice", 2, 4, {NULL}};
    Value v[4];
    LazyObject *l = lazy_make(run, type, result);
    if (!take_args(run, args, &parameters, v) || !value_iter(run, v[0], &l->source)) {
        return false;
    }
    bool one = args->npositional == 2;
    return slice_bound(run, one ? v[1] : v[2], INT64_MAX, one, &l->stop) &&
           slice_bound(run, one ? value_none() : v[1], 0, false, &l->at) &&
           slice_bound(run, v[3], 1, false, &l->stride) &&
           (l->stride > 0 ||
            raise_value_error(run, "Step for islice() must be a positive integer or None."));
}

/* index counts what was taken from the source: r is used for it. */
static bool islice_next(Run *run, Value self, Value *result, bool *done) {
    LazyObject *l = lazy_at(self);
    int64_t wanted = l->at;
    bool last = wanted >= l->stop; /* what lies before it is taken, nothing more */
    *done = false;
    while (!*done && (int64_t)l->n < wanted + !last) {
        if (!value_next(run, l->source, result, done)) {
            return false;
        }
        l->n++;
    }
    *done |= last;
    l->at = l->stride > l->stop - wanted ? l->stop : wanted + l->stride;
    return true;
}

/* ---- a function and an iterator ---- */

static bool with_function(Run *run, const Type *type, const Args *args, const char *name,
                          Value *result) {
    const Parameters parameters = {name, 2, 2, {NULL}};
    Value v[2];
    LazyObject *l = lazy_make(run, type, result);
    if (!take_args(run, args, &parameters, v)) {
        return false;
    }
    l->function = v[0];
    return value_iter(run, v[1], &l->source);
}

static bool starmap_new(Run *run, const Type *type, const Args *args, Value *result) {
    return with_function(run, type, args, "starmap", result);
}

static bool starmap_next(Run *run, Value self, Value *result, bool *done) {
    LazyObject *l = lazy_at(self);
    Value packed, *items;
    uint32_t n;
    if (!value_next(run, l->source, &packed, done) || *done) {
        return *done;
    }
    return value_items(run, packed, &items, &n) && value_call_n(run, l->function, n, items, result);
}

/* The next item and whether the function (None: the item itself) finds it true. */
static bool next_judged(Run *run, LazyObject *l, Value *item, bool *truth, bool *done) {
    Value verdict;
    if (!value_next(run, l->source, item, done) || *done) {
        return *done;
    }
    verdict = *item;
    return (is_none(l->function) || call1(run, l->function, *item, &verdict)) &&
           value_truth(run, verdict, truth);
}

static bool takewhile_new(Run *run, const Type *type, const Args *args, Value *result) {
    return with_function(run, type, args, "takewhile", result);
}

static bool takewhile_next(Run *run, Value self, Value *result, bool *done) {
    LazyObject *l = lazy_at(self);
    bool truth = true;
    *done = l->ended;
    if (*done) {
        return true;
    }
    if (!next_judged(run, l, result, &truth, done)) {
        return false;
    }
    l->ended = *done = *done || !truth;
    return true;
}

static bool dropwhile_new(Run *run, const Type *type, const Args *args, Value *result) {
    return with_function(run, type, args, "dropwhile", result);
}

static bool dropwhile_next(Run *run, Value self, Value *result, bool *done) {
    LazyObject *l = lazy_at(self);
    bool truth = true;
    while (!l->started && truth) {
        if (!next_judged(run, l, result, &truth, done)) {
            return false;
        }
        if (*done || !truth) {
            l->started = true;
            return true;
        }
    }
    return value_next(run, l->source, result, done);
}

static bool filterfalse_new(Run *run, const Type *type, const Args *args, Value *result) {
    return with_function(run, type, args, "filterfalse", result);
}

static bool filterfalse_next(Run *run, Value self, Value *result, bool *done) {
    bool truth = true;
    while (truth) {
        if (!next_judged(run, lazy_at(self), result, &truth, done)) {
            return false;
        }
        truth = truth && !*done;
    }
    return true;
}

static bool compress_new(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"compress", 2, 2, {"data", "selectors"}};
    Value v[2];
    LazyObject *l = lazy_make(run, type, result);
    return take_args(run, args, &parameters, v) && value_iter(run, v[0], &l->source) &&
           value_iter(run, v[1], &l->function);
}

static bool compress_next(Run *run, Value self, Value *result, bool *done) {
    LazyObject *l = lazy_at(self);
    Value selector;
    bool truth = false;
    while (!truth) {
        if (!value_next(run, l->source, result, done) || *done) {
            return *done;
        }
        if (!value_next(run, l->function, &selector, done) || *done) {
            return *done;
        }
        if (!value_truth(run, selector, &truth)) {
            return false;
        }
    }
    return true;
}

/* ---- accumulate ---- */

static bool accumulate_new(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"accumulate", 1, 3, {"iterable", "func", "initial"}};
    Value v[3];
    LazyObject *l = lazy_make(run, type, result);
    if (!take_args(run, args, &parameters, v)) {
        return false;
    }
    l->function = v[1];
    l->value = given(v[2]) ? v[2] : value_unbound();
    return value_iter(run, v[0], &l->source);
}

static bool accumulate_next(Run *run, Value self, Value *result, bool *done) {
    LazyObject *l = lazy_at(self);
    Value item;
    bool initial = !l->started && !is_unbound(l->value);
    l->started = true;
    if (!initial) {
        if (!value_next(run, l->source, &item, done) || *done) {
            return *done;
        }
        bool first = is_unbound(l->value);
        if (first) {
            l->value = item;
        } else if (!(given(l->function)
                         ? call2(run, l->function, l->value, item, &l->value)
                         : value_binary(run, BINARY_OPERATOR_ADD, l->value, item, &l->value))) {
            return false;
        }
    }
    *result = l->value;
    return true;
}

/* ---- zip_longest ---- */

static bool longest_new(Run *run, const Type *type, const Args *args, Value *result) {
    LazyObject *l = lazy_make(run, type, result);
    l->value = value_none();
    l->n = args->npositional;
    l->items = ARENA_ARRAY(run->arena, l->n + 1, Value);
    for (uint32_t k = 0; k < args->nkeywords; k++) {
        if (!str_is(name_str(args->names[k]), "fillvalue")) {
            return raise_type_error(run, "zip_longest() got an unexpected keyword argument");
        }
        l->value = args->at[l->n + k];
    }
    for (uint32_t i = 0; i < l->n; i++) {
        if (!value_iter(run, args->at[i], &l->items[i])) {
            return false;
        }
    }
    return true;
}

static bool longest_next(Run *run, Value self, Value *result, bool *done) {
    LazyObject *l = lazy_at(self);
    Value *row = ARENA_ARRAY(run->scratch, l->n + 1, Value);
    uint32_t live = 0;
    for (uint32_t i = 0; i < l->n; i++) {
        bool ended = is_unbound(l->items[i]);
        if (!ended && !value_next(run, l->items[i], &row[i], &ended)) {
            return false;
        }
        row[i] = ended ? l->value : row[i];
        l->items[i] = ended ? value_unbound() : l->items[i];
        live += !ended;
    }
    *done = !live;
    *result = tuple_make(run, l->n, row);
    return true;
}

/* ---- product, permutations, combinations: index chooses items ---- */

static Value chosen(Run *run, const LazyObject *l) {
    Value t = tuple_make(run, l->r, NULL);
    for (uint32_t i = 0; i < l->r; i++) {
        ((TupleObject *)t.as.object)->items[i] = l->items[l->index[i]];
    }
    return t;
}

/* items are the pools one after the other; stop of pool i is index2[i]: kept behind the r indices,
 * as are starts. */
static bool product_fill(Run *run, LazyObject *l, const Args *args, int64_t repeat) {
    uint32_t pools = args->npositional, total = 0;
    Value **items = ARENA_ARRAY(run->scratch, pools + 1, Value *);
    uint32_t *counts = ARENA_ARRAY(run->scratch, pools + 1, uint32_t);
    for (uint32_t i = 0; i < pools; i++) {
        if (!value_items(run, args->at[i], &items[i], &counts[i])) {
            return false;
        }
        total += counts[i];
    }
    l->r = pools * (uint32_t)repeat;
    l->items = ARENA_ARRAY(run->arena, total + 1, Value);
    l->index = ARENA_ARRAY(run->arena, 3 * (size_t)l->r + 1, int64_t);
    for (uint32_t i = 0, at = 0; i < pools; at += counts[i++]) {
        for (uint32_t k = 0; k < counts[i]; k++) {
            l->items[at + k] = items[i][k];
        }
        for (uint32_t k = i; k < l->r; k += pools) {
            l->index[k] = l->index[l->r + k] = at;
            l->index[2 * l->r + k] = at + counts[i];
            l->ended = l->ended || !counts[i];
        }
    }
    return true;
}

static bool product_new(Run *run, const Type *type, const Args *args, Value *result) {
    LazyObject *l = lazy_make(run, type, result);
    int64_t repeat = 1;
    for (uint32_t k = 0; k < args->nkeywords; k++) {
        if (!str_is(name_str(args->names[k]), "repeat")) {
            return raise_type_error(run, "product() got an unexpected keyword argument");
        }
        if (!index_of(run, args->at[args->npositional + k], &repeat)) {
            return false;
        }
    }
    if (repeat < 0) {
        return raise_value_error(run, "repeat argument cannot be negative");
    }
    return check_count(run, repeat) && product_fill(run, l, args, repeat);
}

static bool product_next(Run *run, Value self, Value *result, bool *done) {
    LazyObject *l = lazy_at(self);
    if (l->started && !l->ended) {
        uint32_t i = l->r;
        while (i > 0 && ++l->index[i - 1] == l->index[2 * l->r + i - 1]) {
            i--;
            l->index[i] = l->index[l->r + i];
        }
        l->ended = i == 0;
    }
    l->started = true;
    *done = l->ended;
    *result = *done ? value_none() : chosen(run, l);
    return true;
}

static bool choice_new(Run *run, const Type *type, const Args *args, const char *name, bool whole,
                       bool repeats, Value *result) {
    const Parameters parameters = {name, whole ? 1 : 2, 2, {"iterable", "r"}};
    Value v[2];
    int64_t r;
    LazyObject *l = lazy_make(run, type, result);
    if (!take_args(run, args, &parameters, v) || (!whole && !index_of(run, v[1], &r)) ||
        !value_items(run, v[0], &l->items, &l->n)) {
        return false;
    }
    if (whole && given(v[1]) && v[1].kind != VALUE_INT && v[1].kind != VALUE_BOOL) {
        return raise_type_error(run, "Expected int as r");
    }
    if (!given(v[1])) {
        r = l->n;
    } else if (whole && !index_of(run, v[1], &r)) {
        return false;
    }
    if (r < 0) {
        return raise_value_error(run, "r must be non-negative");
    }
    l->ended = repeats ? r > 0 && !l->n : r > l->n;
    l->r = l->ended ? 0 : (uint32_t)r;
    l->index = ARENA_ARRAY(run->arena, (size_t)l->r + 1, int64_t);
    for (uint32_t i = 0; i < l->r && !repeats; i++) {
        l->index[i] = i;
    }
    return true;
}

static bool permutations_new(Run *run, const Type *type, const Args *args, Value *result) {
    return choice_new(run, type, args, "permutations", true, false, result);
}

static bool combinations_new(Run *run, const Type *type, const Args *args, Value *result) {
    return choice_new(run, type, args, "combinations", false, false, result);
}

static bool repeated_new(Run *run, const Type *type, const Args *args, Value *result) {
    return choice_new(run, type, args, "combinations_with_replacement", false, true, result);
}

static bool used_before(const LazyObject *l, uint32_t i, int64_t item) {
    for (uint32_t k = 0; k < i; k++) {
        if (l->index[k] == item) {
            return true;
        }
    }
    return false;
}

/* The next item behind `from` that the places before i do not use; n when there is none. */
static int64_t next_free(const LazyObject *l, uint32_t i, int64_t from) {
    while (from < l->n && used_before(l, i, from)) {
        from++;
    }
    return from;
}

static bool permutations_next(Run *run, Value self, Value *result, bool *done) {
    LazyObject *l = lazy_at(self);
    if (l->started && !l->ended) {
        uint32_t i = l->r;
        int64_t item = l->n;
        while (i > 0 && item == l->n) {
            i--;
            item = next_free(l, i, l->index[i] + 1);
        }
        l->ended = item == l->n;
        for (; !l->ended && i < l->r; i++, item = next_free(l, i, 0)) {
            l->index[i] = item;
        }
    }
    l->started = true;
    *done = l->ended;
    *result = *done ? value_none() : chosen(run, l);
    return true;
}

/* The last place that can go on does so; those behind it begin anew. */
static bool combinations_step(Run *run, LazyObject *l, bool repeats, Value *result, bool *done) {
    if (l->started && !l->ended) {
        uint32_t i = l->r;
        while (i > 0 && l->index[i - 1] == (int64_t)l->n - 1 - (repeats ? 0 : l->r - i)) {
            i--;
        }
        l->ended = i == 0;
        int64_t item = l->ended ? 0 : l->index[i - 1] + 1;
        for (uint32_t k = i; !l->ended && k <= l->r; k++) {
            l->index[k - 1] = repeats ? item : item + (k - i);
        }
    }
    l->started = true;
    *done = l->ended;
    *result = *done ? value_none() : chosen(run, l);
    return true;
}

static bool combinations_next(Run *run, Value self, Value *result, bool *done) {
    return combinations_step(run, lazy_at(self), false, result, done);
}

static bool repeated_next(Run *run, Value self, Value *result, bool *done) {
    return combinations_step(run, lazy_at(self), true, result, done);
}

/* ---- groupby: a group is complete when it is given ---- */

static bool groupby_new(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"groupby", 1, 2, {"iterable", "key"}};
    Value v[2];
    LazyObject *l = lazy_make(run, type, result);
    if (!take_args(run, args, &parameters, v)) {
        return false;
    }
    l->function = v[1];
    return value_iter(run, v[0], &l->source);
}

/* Reads ahead one item: value is the item, step its key; ended when there is none. */
static bool read_ahead(Run *run, LazyObject *l) {
    if (!value_next(run, l->source, &l->value, &l->ended) || l->ended) {
        return l->ended;
    }
    l->step = l->value;
    return !given(l->function) || call1(run, l->function, l->value, &l->step);
}

static bool groupby_next(Run *run, Value self, Value *result, bool *done) {
    LazyObject *l = lazy_at(self);
    if (!l->started && !read_ahead(run, l)) {
        return false;
    }
    l->started = true;
    *done = l->ended;
    if (l->ended) {
        return true;
    }
    Value pair[2] = {l->step, value_none()}, group = list_make(run, 0, NULL);
    for (bool same = true; same && !l->ended;) {
        list_append(run, group, l->value);
        if (!read_ahead(run, l) || (!l->ended && !item_equal(run, pair[0], l->step, &same))) {
            return false;
        }
    }
    if (!value_iter(run, group, &pair[1])) {
        return false;
    }
    *result = tuple_make(run, 2, pair);
    return true;
}

/* ---- the module ---- */

typedef struct LazyRow {
    const char *name;
    bool (*make)(Run *run, const Type *type, const Args *args, Value *result);
    bool (*next)(Run *run, Value self, Value *result, bool *done);
} LazyRow;

static const LazyRow rows[] = {
    {"count", count_new, count_next},
    {"cycle", cycle_new, cycle_next},
    {"repeat", repeat_new, repeat_next},
    {"chain", chain_new, chain_next},
    {"islice", islice_new, islice_next},
    {"starmap", starmap_new, starmap_next},
    {"takewhile", takewhile_new, takewhile_next},
    {"dropwhile", dropwhile_new, dropwhile_next},
    {"filterfalse", filterfalse_new, filterfalse_next},
    {"ifilterfalse", filterfalse_new, filterfalse_next},
    {"compress", compress_new, compress_next},
    {"accumulate", accumulate_new, accumulate_next},
    {"zip_longest", longest_new, longest_next},
    {"izip_longest", longest_new, longest_next},
    {"product", product_new, product_next},
    {"permutations", permutations_new, permutations_next},
    {"combinations", combinations_new, combinations_next},
    {"combinations_with_replacement", repeated_new, repeated_next},
    {"groupby", groupby_new, groupby_next},
};

static const NativeSpec from_iterable = {
    .name = "from_iterable", .signature = "cls, iterable, /", .fn = chain_from_iterable};

static const char *const not_modelled[] = {"tee", "pairwise", "batched", NULL};

void install_itertools(Run *run) {
    Module *m = module_make(run, "itertools");
    m->missing = refuse_known;
    m->context = (void *)(uintptr_t)not_modelled;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Type *t = type_make(run, rows[i].name, run->type.iterator, "itertools");
        t->make = rows[i].make;
        t->next = rows[i].next;
        t->iter = iterator_self;
        t->size = sizeof(LazyObject);
        module_set(run, m, rows[i].name, value_object(t));
        if (rows[i].next == chain_next) {
            Value bound = native_make(run, &from_iterable, value_object(t));
            members_set(run, &t->members, NULL, name_z(run->names, "from_iterable"), bound);
        }
    }
    module_set(run, m, "izip", value_object(run->type.zip));
    module_set(run, m, "imap", value_object(run->type.map));
    module_set(run, m, "ifilter", value_object(run->type.filter));
}
