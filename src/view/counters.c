#include "view/counters.h"

#include "base/map.h"

struct Counters {
    const Trace *trace;
    Arena *arena, *scratch; /* scratch: only while it is made */
    Log all;                /* Counter, by first use */
    Map by_key;             /* key → index + 1 in all */
    Moment *uses;           /* of all counters, each one's together */
    Map scopes;             /* key of a scope → index + 1 in ranges */
    Log ranges;             /* CounterScope, into by_scope */
    uint32_t *by_scope;     /* indices of counters, each scope's together */
};

enum { TRIES_MOST = 1000 }; /* of counter_gives */

/* The name as the table has it: in lower case where case does not count. */
static Name key_of(const Counters *c, Str name) {
    if (!c->trace->caseless)
        return name_of(c->trace->names, name);
    char *at = arena_alloc(c->scratch, name.len + 1);
    for (size_t i = 0; i < name.len; i++) {
        char letter = name.at[i];
        at[i] = (char)(letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter);
    }
    return name_of(c->trace->names, (Str){at, name.len});
}

static Name full_name(const Counters *c, const TraceName *n) {
    return n->op_scope->len
               ? name_of(c->trace->names,
                         str_printf(c->scratch, "%s/%s", n->op_scope->text, n->asked->text))
               : n->asked;
}

static uint32_t leaf_of(Name name) {
    uint32_t leaf = name->len;
    while (leaf > 0 && name->text[leaf - 1] != '/')
        leaf--;
    return leaf;
}

/* A use of a name: a request, or that it was handed out for another one. */
typedef void UseFn(Counters *c, Name name, Moment moment);

static void each_use(Counters *c, const TraceGraph *g, UseFn *use) {
    for (size_t i = 0; i < g->names.count; i++) {
        const TraceName *n = LOG_AT(&g->names, TraceName, i);
        Name full = full_name(c, n);
        use(c, full, n->cause.moment);
        if (n->name->len != full->len) /* it got a number */
            use(c, n->name, n->cause.moment);
        arena_reset(c->scratch);
    }
}

static void count_use(Counters *c, Name name, Moment moment) {
    MapEntry *entry = map_put(&c->by_key, key_of(c, name_str(name)));
    if (!entry->num) {
        *LOG_PUSH(&c->all, Counter) =
            (Counter){.name = name, .leaf = leaf_of(name), .since = moment};
        entry->num = (int64_t)c->all.count;
    }
    LOG_AT(&c->all, Counter, entry->num - 1)->count++;
}

static void note_use(Counters *c, Name name, Moment moment) {
    Counter *counter = LOG_AT(&c->all, Counter, map_num(&c->by_key, key_of(c, name_str(name))) - 1);
    c->uses[counter->first + counter->count++] = moment;
}

/* Puts the moments of each counter's uses together. */
static void gather_uses(Counters *c, const TraceGraph *g) {
    uint32_t total = 0;
    for (size_t i = 0; i < c->all.count; i++) {
        Counter *counter = LOG_AT(&c->all, Counter, i);
        counter->first = total;
        total += counter->count;
        counter->count = 0;
    }
    c->uses = ARENA_ARRAY(c->arena, (size_t)total + 1, Moment);
    each_use(c, g, note_use);
}

static Str scope_text(const Counter *counter) {
    return str_sub(name_str(counter->name), 0, counter->leaf ? counter->leaf - 1 : 0);
}

static CounterScope *range_of(Counters *c, const Counter *counter) {
    MapEntry *entry = map_put(&c->scopes, key_of(c, scope_text(counter)));
    if (!entry->num) {
        LOG_PUSH(&c->ranges, CounterScope);
        entry->num = (int64_t)c->ranges.count;
    }
    return LOG_AT(&c->ranges, CounterScope, entry->num - 1);
}

static void gather_scopes(Counters *c) {
    uint32_t total = 0;
    for (size_t i = 0; i < c->all.count; i++)
        range_of(c, LOG_AT(&c->all, Counter, i))->count++;
    for (size_t i = 0; i < c->ranges.count; i++) {
        CounterScope *range = LOG_AT(&c->ranges, CounterScope, i);
        range->first = total;
        total += range->count;
        range->count = 0;
    }
    c->by_scope = ARENA_ARRAY(c->arena, (size_t)total + 1, uint32_t);
    for (size_t i = 0; i < c->all.count; i++) {
        CounterScope *range = range_of(c, LOG_AT(&c->all, Counter, i));
        c->by_scope[range->first + range->count++] = (uint32_t)i;
    }
}

Counters *counters_make(Arena *a, const Trace *t, uint32_t graph) {
    Counters *c = ARENA_NEW(a, Counters);
    *c = (Counters){.trace = t,
                    .arena = a,
                    .scratch = arena_new(0),
                    .all = log_make(a, sizeof(Counter)),
                    .by_key = map_make(a),
                    .scopes = map_make(a),
                    .ranges = log_make(a, sizeof(CounterScope))};
    const TraceGraph *g = *LOG_AT(&t->graphs, TraceGraph *, graph);
    each_use(c, g, count_use);
    gather_uses(c, g);
    gather_scopes(c);
    arena_free(c->scratch);
    c->scratch = NULL;
    return c;
}

/* ---- reading ---- */

/* Counter number i of a range; of all when by_scope is NULL. */
static const Counter *counter_of(const Counters *c, const uint32_t *by_scope, size_t i) {
    return LOG_AT(&c->all, Counter, by_scope ? by_scope[i] : i);
}

/* How many of the first n counters were in use at moment m. */
static size_t in_use(const Counters *c, const uint32_t *by_scope, size_t n, Moment m) {
    size_t low = 0, high = n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (counter_of(c, by_scope, mid)->since < m)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

size_t counters_at(const Counters *c, Moment m) {
    return in_use(c, NULL, c->all.count, m);
}

const Counter *counters_get(const Counters *c, size_t i) {
    return counter_of(c, NULL, i);
}

/* The key of a name if it was ever interned; lower case is put together in scratch. */
static Name key_find(const Counters *c, Arena *scratch, Str name) {
    Str key = str_dup(scratch, name);
    for (size_t i = 0; c->trace->caseless && i < key.len; i++) {
        char letter = key.at[i];
        if (letter >= 'A' && letter <= 'Z')
            ((char *)key.at)[i] = (char)(letter + ('a' - 'A'));
    }
    return name_find(c->trace->names, key);
}

CounterScope counters_scope(const Counters *c, Arena *scratch, Str scope) {
    Name key = key_find(c, scratch, scope);
    int64_t i = key ? map_num(&c->scopes, key) : 0;
    return i ? *LOG_AT(&c->ranges, CounterScope, i - 1) : (CounterScope){0};
}

size_t counters_scope_at(const Counters *c, CounterScope s, Moment m) {
    return in_use(c, c->by_scope + s.first, s.count, m);
}

const Counter *counters_scope_get(const Counters *c, CounterScope s, size_t i) {
    return counter_of(c, c->by_scope + s.first, i);
}

uint32_t counter_value(const Counters *c, const Counter *counter, Moment m) {
    uint32_t low = 0, high = counter->count;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (c->uses[counter->first + mid] < m)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

static bool is_used(const Counters *c, Arena *scratch, Str name, Moment m) {
    Name key = key_find(c, scratch, name);
    int64_t i = key ? map_num(&c->by_key, key) : 0;
    return i && LOG_AT(&c->all, Counter, i - 1)->since < m;
}

Str counter_gives(Arena *a, const Counters *c, const Counter *counter, Moment m) {
    uint32_t number = counter_value(c, counter, m);
    if (number == 0)
        return name_str(counter->name);
    for (uint32_t i = 0; i < TRIES_MOST; i++) {
        Str name = str_printf(a, "%s_%u", counter->name->text, number + i);
        if (!is_used(c, a, name, m))
            return name;
    }
    return (Str){0};
}
