/* module_functools.c: functools. */
#include "run/machine.h"
#include "run/standard.h"

/* ---- partial ---- */

typedef struct PartialObject {
    Object object;
    Members members;
    Value function;
    Value args;     /* tuple */
    Value keywords; /* dict */
} PartialObject;

static PartialObject *partial_at(Value v) {
    return (PartialObject *)v.as.object;
}

static Value joined(Run *run, Value a, uint32_t n, const Value *b) {
    uint32_t m = sequence_count(a);
    Value t = tuple_make(run, m + n, NULL);
    Value *items = ((TupleObject *)t.as.object)->items;
    for (uint32_t i = 0; i < m + n; i++) {
        items[i] = i < m ? sequence_item(a, i) : b[i - m];
    }
    return t;
}

/* A dict with what is in the first one and then the keywords of a call. */
static Value merged(Run *run, Value keywords, const Args *args) {
    Value d = dict_make(run);
    if (given(keywords)) {
        table_copy(run, (DictObject *)d.as.object, (DictObject *)keywords.as.object);
    }
    for (uint32_t k = 0; k < args->nkeywords; k++) {
        dict_set_name(run, d, args->names[k]->text, args->at[args->npositional + k]);
    }
    return d;
}

static bool call_packed(Run *run, Value f, Value args, Value keywords, Value *result) {
    uint32_t n = sequence_count(args), m = ((DictObject *)keywords.as.object)->live, at = 0, k = 0;
    Value *all = ARENA_ARRAY(run->arena, n + m + 1, Value);
    Name *names = ARENA_ARRAY(run->arena, m + 1, Name);
    sequence_copy(args, all);
    for (DictEntry *e; (e = table_next((DictObject *)keywords.as.object, &at)); k++) {
        names[k] = name_of(run->names, str_text(e->key));
        all[n + k] = cell_get(&e->value);
    }
    Args packed = {all, n, k, names};
    return value_call(run, f, &packed, result);
}

static bool partial_make(Run *run, const Type *type, const Args *args, Value *result) {
    if (!args->npositional) {
        return raise_type_error(run, "type 'partial' takes at least one argument");
    }
    if (!is_callable(run, args->at[0])) {
        return raise_type_error(run, "the first argument must be callable");
    }
    PartialObject *p = object_make_mutable(run, type, sizeof *p);
    const PartialObject *inner =
        is_exactly(args->at[0], run->standard->partial) ? partial_at(args->at[0]) : NULL;
    Value none = tuple_make(run, 0, NULL);
    p->function = inner ? inner->function : args->at[0];
    p->args = joined(run, inner ? inner->args : none, args->npositional - 1, args->at + 1);
    p->keywords = merged(run, inner ? inner->keywords : value_none(), args);
    *result = value_object(p);
    return true;
}

static bool partial_call(Run *run, Value self, const Args *args, Value *result) {
    const PartialObject *p = partial_at(self);
    return call_packed(run, p->function, joined(run, p->args, args->npositional, args->at),
                       merged(run, p->keywords, args), result);
}

static bool partial_repr(Run *run, Value self, Value *result) {
    const PartialObject *p = partial_at(self);
    Sink out = sink_memory(run->arena);
    uint32_t n, at = 0;
    Value *items;
    sink_z(&out, "functools.partial(");
    if (!repr_items(run, &out, 1, &p->function) || !value_items(run, p->args, &items, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        sink_z(&out, ", ");
        if (!repr_items(run, &out, 1, &items[i])) {
            return false;
        }
    }
    for (DictEntry *e; (e = table_next((DictObject *)p->keywords.as.object, &at));) {
        Value v = cell_get(&e->value);
        sink_printf(&out, ", %.*s=", STR_ARG(str_text(e->key)));
        if (!repr_items(run, &out, 1, &v)) {
            return false;
        }
    }
    sink_char(&out, ')');
    *result = str_share(run, sink_str(&out));
    return true;
}

static bool partial_get_attr(Run *run, Value self, Name name, bool *found, Value *result) {
    const PartialObject *p = partial_at(self);
    Str asked = name_str(name);
    (void)run;
    *found = str_is(asked, "func") || str_is(asked, "args") || str_is(asked, "keywords");
    *result = str_is(asked, "func") ? p->function : str_is(asked, "args") ? p->args : p->keywords;
    return true;
}

static void install_partial(Run *run, Standard *s, Module *m) {
    Type *t = type_make(run, "partial", NULL, "functools");
    s->partial = t;
    t->make = partial_make;
    t->call = partial_call;
    t->repr = partial_repr;
    t->get_attr = partial_get_attr;
    t->size = sizeof(PartialObject);
    t->attributes = offsetof(PartialObject, members);
    module_set(run, m, "partial", value_object(t));
}

/* ---- reduce ---- */

static bool functools_reduce(Run *run, const Value *args, Value *result) {
    Value iterator, item;
    bool done = false;
    if (!is_iterable(run, args[1])) {
        return raise_type_error(run, "reduce() arg 2 must support iteration");
    }
    if (!value_iter(run, args[1], &iterator)) {
        return false;
    }
    *result = args[2];
    if (is_unbound(args[2]) && !value_next(run, iterator, result, &done)) {
        return false;
    }
    if (done) {
        return raise_type_error(run, "reduce() of empty iterable with no initial value");
    }
    while (value_next(run, iterator, &item, &done)) {
        if (done) {
            return true;
        }
        if (!call2(run, args[0], *result, item, result)) {
            return false;
        }
    }
    return false;
}

/* ---- wraps ---- */

static bool copy_attribute(Run *run, Value from, Value to, const char *name) {
    Value v;
    bool found;
    Name key = name_z(run->names, name);
    return value_find_attr(run, from, key, &found, &v) &&
           (!found || value_set_attr(run, to, key, v));
}

static bool copy_members(Run *run, Value from, Value to) {
    const Members *m = members_of(run, from);
    for (uint32_t i = 0; m && i < m->count; i++) {
        Value v = cell_get(&m->at[i].cell);
        if (!is_unbound(v) && !value_set_attr(run, to, m->at[i].name, v)) {
            return false;
        }
    }
    return true;
}

static bool copy_usual(Run *run, Value from, Value to) {
    static const char *const names[] = {"__module__", "__name__", "__qualname__", "__doc__"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!copy_attribute(run, from, to, names[i])) {
            return false;
        }
    }
    return true;
}

/* Those that the program names itself. */
static bool copy_assigned(Run *run, Value assigned, Value from, Value to) {
    Value *names;
    uint32_t n;
    Name name;
    if (is_unbound(assigned)) {
        return copy_usual(run, from, to);
    }
    if (!value_items(run, assigned, &names, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!name_of_value(run, names[i], &name) || !copy_attribute(run, from, to, name->text)) {
            return false;
        }
    }
    return true;
}

/* args: wrapper, wrapped, assigned, updated */
static bool update_wrapper(Run *run, const Value *args, Value *result) {
    bool all = true;
    *result = args[0];
    if (!members_of(run, args[0])) {
        return true; /* a function in C keeps its own name */
    }
    return copy_assigned(run, args[2], args[1], args[0]) &&
           (is_unbound(args[3]) || value_truth(run, args[3], &all)) &&
           (!all || copy_members(run, args[1], args[0])) &&
           value_set_attr(run, args[0], run->machine->name.wrapped, args[1]);
}

/* What wraps(f) gives: called with the wrapper. Bound to f, assigned, updated. */
static bool wrap(Run *run, const Value *args, Value *result) {
    const Value *bound = ((const TupleObject *)args[0].as.object)->items;
    Value all[4] = {args[1], bound[0], bound[1], bound[2]};
    return update_wrapper(run, all, result);
}

static const NativeSpec wrap_spec = {
    .name = "wraps", .signature = "wrapped, wrapper, /", .fn = wrap};

static bool wraps(Run *run, const Value *args, Value *result) {
    *result = native_make(run, &wrap_spec, tuple_make(run, 3, args));
    return true;
}

/* ---- lru_cache ---- */

typedef struct CachedObject {
    Object object;
    Members members;
    Value function;
    DictObject *results; /* by arguments, the least recently used first */
    int64_t most;        /* -1: no limit */
    int64_t hits, misses;
} CachedObject;

static CachedObject *cached_at(Value v) {
    return (CachedObject *)v.as.object;
}

static Value cache_key(Run *run, const Args *args) {
    Value key =
        tuple_make(run, args->npositional + 2 * args->nkeywords + (args->nkeywords > 0), NULL);
    Value *items = ((TupleObject *)key.as.object)->items;
    uint32_t n = 0;
    for (uint32_t i = 0; i < args->npositional; i++) {
        items[n++] = args->at[i];
    }
    for (uint32_t k = 0; k < args->nkeywords; k++) {
        if (!k) {
            items[n++] = run->ellipsis; /* keywords begin */
        }
        items[n++] = str_of_name(run, args->names[k]);
        items[n++] = args->at[args->npositional + k];
    }
    return key;
}

static bool drop_oldest(Run *run, CachedObject *c) {
    uint32_t at = 0;
    Value v;
    DictEntry *e = table_next(c->results, &at);
    return !e || table_remove(run, c->results, e->key, &v);
}

static bool cached_call(Run *run, Value self, const Args *args, Value *result) {
    CachedObject *c = cached_at(self);
    Value key = cache_key(run, args), results = value_object(c->results), old;
    bool found;
    if (!dict_get(run, results, key, &found, result)) {
        return false;
    }
    if (found) {
        c->hits++;
        return c->most < 0 || (table_remove(run, c->results, key, &old) &&
                               table_put(run, c->results, key, *result));
    }
    c->misses++;
    if (!value_call(run, c->function, args, result)) {
        return false;
    }
    if (c->most == 0) {
        return true;
    }
    bool full = c->most > 0 && c->results->live >= c->most;
    return (!full || drop_oldest(run, c)) && table_put(run, c->results, key, *result);
}

static bool cached_bind(Run *run, Value self, Value instance, const Type *owner, Value *result) {
    (void)owner;
    *result = self;
    return is_unbound(instance) ||
           call2(run, value_object(run->type.method), self, instance, result);
}

static bool cache_info(Run *run, const Value *args, Value *result) {
    const CachedObject *c = cached_at(args[0]);
    Value values[4] = {value_int(c->hits), value_int(c->misses),
                       c->most < 0 ? value_none() : value_int(c->most),
                       value_int(c->results->live)};
    Value make[2] = {text_value(run, "CacheInfo"), text_value(run, "hits misses maxsize currsize")};
    Module *m = map_ptr(&run->modules, name_z(run->names, "collections"));
    Value type;
    return call_method(run, value_object(m), "namedtuple", 2, make, &type) &&
           value_call_n(run, type, 4, values, result);
}

static bool cache_clear(Run *run, const Value *args, Value *result) {
    CachedObject *c = cached_at(args[0]);
    c->hits = c->misses = 0;
    table_clear(run, c->results);
    *result = value_none();
    return true;
}

static bool make_cached(Run *run, Value function, int64_t most, Value *result) {
    CachedObject *c = object_make_mutable(run, run->standard->cached, sizeof *c);
    c->function = function;
    c->results = table_make(run, run->type.dict);
    c->most = most;
    Value all[4] = {value_object(c), function, value_unbound(), value_unbound()};
    return update_wrapper(run, all, result);
}

/* What lru_cache(n) gives: bound to n. */
static bool cache_with(Run *run, const Value *args, Value *result) {
    return make_cached(run, args[1], args[0].as.integer, result);
}

static const NativeSpec cache_spec = {
    .name = "lru_cache", .signature = "maxsize, function, /", .fn = cache_with};

static bool lru_cache(Run *run, const Value *args, Value *result) {
    int64_t most = -1;
    if (given(args[0]) && args[0].kind == VALUE_OBJECT && is_callable(run, args[0])) {
        return make_cached(run, args[0], 128, result);
    }
    if (given(args[0]) && !index_of(run, args[0], &most)) {
        return false;
    }
    *result = native_make(run, &cache_spec, value_int(given(args[0]) && most < 0 ? 0 : most));
    return true;
}

static bool cache(Run *run, const Value *args, Value *result) {
    return make_cached(run, args[0], -1, result);
}

static const NativeSpec cached_methods[] = {
    {.name = "cache_info", .signature = "self, /", .fn = cache_info},
    {.name = "cache_clear", .signature = "self, /", .fn = cache_clear},
    {0},
};

static void install_cached(Run *run, Standard *s) {
    Type *t = type_make(run, "_lru_cache_wrapper", NULL, "functools");
    s->cached = t;
    t->call = cached_call;
    t->bind = cached_bind;
    t->size = sizeof(CachedObject);
    t->attributes = offsetof(CachedObject, members);
    type_add_methods(run, t, cached_methods);
}

/* ---- cmp_to_key ---- */

static bool key_compare(Run *run, CompareOperator op, Value self, Value other, Value *result) {
    Value compare = record_get(run, self, "compare"), order;
    return call2(run, compare, record_get(run, self, "obj"), record_get(run, other, "obj"),
                 &order) &&
           value_compare(run, op, order, value_int(0), result);
}

/* Bound to the function; called with a value. */
static bool make_key(Run *run, const Value *args, Value *result) {
    *result = record_make(run, run->standard->sort_key);
    record_set(run, *result, "compare", args[0]);
    record_set(run, *result, "obj", args[1]);
    return true;
}

static const NativeSpec key_spec = {.name = "K", .signature = "mycmp, obj, /", .fn = make_key};

static bool cmp_to_key(Run *run, const Value *args, Value *result) {
    *result = native_make(run, &key_spec, args[0]);
    return true;
}

static const NativeSpec functions[] = {
    {.name = "reduce", .signature = "function, iterable, initial=?, /", .fn = functools_reduce},
    {.name = "update_wrapper",
     .signature = "wrapper, wrapped, assigned=?, updated=?",
     .fn = update_wrapper},
    {.name = "wraps", .signature = "wrapped, assigned=?, updated=?", .fn = wraps},
    {.name = "lru_cache", .signature = "maxsize=128, typed=False!", .fn = lru_cache},
    {.name = "cache", .signature = "user_function, /", .fn = cache},
    {.name = "cmp_to_key", .signature = "mycmp", .fn = cmp_to_key},
    {0},
};

static const char *const not_modelled[] = {
    "total_ordering",  "singledispatch",      "singledispatchmethod", "partialmethod",
    "cached_property", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES",      NULL};

void install_functools(Run *run, Standard *s) {
    Module *m = module_make(run, "functools");
    m->missing = refuse_known;
    m->context = (void *)(uintptr_t)not_modelled;
    module_add_functions(run, m, functions);
    install_partial(run, s, m);
    install_cached(run, s);
    s->sort_key = record_type(run, "K", "functools");
    s->sort_key->compare = key_compare;
}
