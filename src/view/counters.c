#include "view/counters.h"

#include <string.h>

#include "base/map.h"

/* The hash stands beside the index, so that other counters are not looked at in passing: of a large
 * graph each look is a cache miss. */
typedef struct Slot {
    uint32_t hash;
    uint32_t counter; /* plus one; 0: free */
} Slot;

struct Counters {
    const Trace *trace;
    Arena *arena, *scratch; /* scratch: only while it is made */
    Log all;                /* Counter, by first use */
    Slot *slots;            /* a hash table by name, of any case where case does not count */
    uint32_t nslots;        /* power of two */
    Moment *uses;           /* of all counters, each one's together */
    Map scopes;             /* key of a scope → index + 1 in ranges */
    Log ranges;             /* CounterScope, into by_scope */
    uint32_t *by_scope;     /* indices of counters, each scope's together */
};

enum { TRIES_MOST = 1000 }; /* of counter_gives */

static char letter_of(const Counters *c, char letter) {
    bool capital = c->trace->caseless && letter >= 'A' && letter <= 'Z';
    return (char)(capital ? letter + ('a' - 'A') : letter);
}

/* ---- the table ---- */

enum { SLOTS_FIRST = 64 };

static uint32_t hash_of(const Counters *c, Str name) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < name.len; i++)
        hash = (hash ^ (unsigned char)letter_of(c, name.at[i])) * 16777619u;
    hash = (hash ^ (hash >> 16)) * 0x7feb352du;
    return hash ^ (hash >> 15);
}

static bool is_name(const Counters *c, const Counter *counter, Str name) {
    Str other = name_str(counter->name);
    size_t i = 0;
    if (other.len != name.len || !c->trace->caseless)
        return str_eq(other, name);
    while (i < name.len && letter_of(c, other.at[i]) == letter_of(c, name.at[i]))
        i++;
    return i == name.len;
}

/* The slot of a name, or the free one where it belongs. */
static Slot *slot_of(const Counters *c, Str name, uint32_t hash) {
    uint32_t i = hash & (c->nslots - 1);
    for (; c->slots[i].counter; i = (i + 1) & (c->nslots - 1))
        if (c->slots[i].hash == hash &&
            is_name(c, LOG_AT(&c->all, Counter, c->slots[i].counter - 1), name))
            break;
    return &c->slots[i];
}

static void more_slots(Counters *c, Arena *a) {
    const Slot *before = c->slots;
    uint32_t n = c->nslots;
    c->nslots = n ? 2 * n : SLOTS_FIRST;
    c->slots = ARENA_ARRAY(a, c->nslots, Slot);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t to = before[i].hash & (c->nslots - 1);
        while (before[i].counter && c->slots[to].counter)
            to = (to + 1) & (c->nslots - 1);
        if (before[i].counter)
            c->slots[to] = before[i];
    }
}

/* The counter of a name; NULL: it was never in use. */
static const Counter *counter_find(const Counters *c, Str name) {
    uint32_t i = slot_of(c, name, hash_of(c, name))->counter;
    return i ? LOG_AT(&c->all, Counter, i - 1) : NULL;
}

/* A scope as the map has it: in lower case where case does not count. */
static Str scope_key(const Counters *c, Arena *a, Str scope) {
    Str key = str_dup(a, scope);
    for (size_t i = 0; i < key.len; i++)
        ((char *)key.at)[i] = letter_of(c, key.at[i]);
    return key;
}

static Str full_name(const Counters *c, const TraceName *n) {
    Str slash = str_join2(c->scratch, name_str(n->op_scope), STR("/"));
    return n->op_scope->len ? str_join2(c->scratch, slash, name_str(n->asked)) : name_str(n->asked);
}

static uint32_t leaf_of(Name name) {
    uint32_t leaf = name->len;
    while (leaf > 0 && name->text[leaf - 1] != '/')
        leaf--;
    return leaf;
}

/* ---- gathering ---- */

/* A use of a name: a request, or that it was handed out for another one. */
typedef struct Use {
    uint32_t counter; /* index in all */
    Moment moment;
} Use;

/* What is being gathered; its arena lives until all is. */
typedef struct Gather {
    Counters *counters;
    Arena *arena;
    Log uses; /* Use */
} Gather;

/* known: the name interned, NULL where that is not known yet. */
static void note_use(Gather *g, Str name, Name known, Moment moment) {
    Counters *c = g->counters;
    if (c->all.count >= c->nslots / 2)
        more_slots(c, g->arena);
    uint32_t hash = hash_of(c, name);
    Slot *slot = slot_of(c, name, hash);
    if (!slot->counter) {
        Name kept = known ? known : name_of(c->trace->names, name);
        *LOG_PUSH(&c->all, Counter) =
            (Counter){.name = kept, .leaf = leaf_of(kept), .since = moment};
        *slot = (Slot){hash, (uint32_t)c->all.count};
    }
    LOG_AT(&c->all, Counter, slot->counter - 1)->count++;
    *LOG_PUSH(&g->uses, Use) = (Use){slot->counter - 1, moment};
}

/* Names are looked up here only. */
static void note_uses(Gather *g, const TraceGraph *graph) {
    for (size_t i = 0; i < graph->names.count; i++) {
        const TraceName *n = LOG_AT(&graph->names, TraceName, i);
        Str full = full_name(g->counters, n);
        note_use(g, full, NULL, n->cause.moment);
        if (n->name->len != full.len) /* it got a number */
            note_use(g, name_str(n->name), n->name, n->cause.moment);
        arena_reset(g->counters->scratch);
    }
}

/* The table stays as large as it is. */
static void keep_slots(Counters *c, Arena *a) {
    const Slot *slots = c->slots;
    c->slots = ARENA_ARRAY(a, c->nslots, Slot);
    memcpy(c->slots, slots, c->nslots * sizeof *slots);
}

/* Puts the moments of each counter's uses together. */
static void gather_uses(Counters *c, const Log *uses) {
    uint32_t total = 0;
    for (size_t i = 0; i < c->all.count; i++) {
        Counter *counter = LOG_AT(&c->all, Counter, i);
        counter->first = total;
        total += counter->count;
        counter->count = 0;
    }
    c->uses = ARENA_ARRAY(c->arena, (size_t)total + 1, Moment);
    for (size_t i = 0; i < uses->count; i++) {
        const Use *use = LOG_AT(uses, Use, i);
        Counter *counter = LOG_AT(&c->all, Counter, use->counter);
        c->uses[counter->first + counter->count++] = use->moment;
    }
}

static Str scope_text(const Counter *counter) {
    return str_sub(name_str(counter->name), 0, counter->leaf ? counter->leaf - 1 : 0);
}

/* The range of a counter's scope, as an index. */
static uint32_t range_of(Counters *c, const Counter *counter) {
    Str scope = scope_key(c, c->scratch, scope_text(counter));
    MapEntry *entry = map_put(&c->scopes, name_of(c->trace->names, scope));
    if (!entry->num) {
        LOG_PUSH(&c->ranges, CounterScope);
        entry->num = (int64_t)c->ranges.count;
    }
    return (uint32_t)entry->num - 1;
}

static void gather_scopes(Counters *c, Arena *a) {
    uint32_t total = 0, *range = ARENA_ARRAY(a, c->all.count + 1, uint32_t);
    for (size_t i = 0; i < c->all.count; i++) {
        range[i] = range_of(c, LOG_AT(&c->all, Counter, i));
        LOG_AT(&c->ranges, CounterScope, range[i])->count++;
        arena_reset(c->scratch);
    }
    for (size_t i = 0; i < c->ranges.count; i++) {
        CounterScope *r = LOG_AT(&c->ranges, CounterScope, i);
        r->first = total;
        total += r->count;
        r->count = 0;
    }
    c->by_scope = ARENA_ARRAY(c->arena, (size_t)total + 1, uint32_t);
    for (size_t i = 0; i < c->all.count; i++) {
        CounterScope *r = LOG_AT(&c->ranges, CounterScope, range[i]);
        c->by_scope[r->first + r->count++] = (uint32_t)i;
    }
}

Counters *counters_make(Arena *a, const Trace *t, uint32_t graph) {
    Counters *c = ARENA_NEW(a, Counters);
    *c = (Counters){.trace = t,
                    .arena = a,
                    .scratch = arena_new(0),
                    .all = log_make(a, sizeof(Counter)),
                    .scopes = map_make(a),
                    .ranges = log_make(a, sizeof(CounterScope))};
    Gather g = {.counters = c, .arena = arena_new(0)};
    g.uses = log_make(g.arena, sizeof(Use));
    more_slots(c, g.arena);
    note_uses(&g, *LOG_AT(&t->graphs, TraceGraph *, graph));
    keep_slots(c, a);
    gather_uses(c, &g.uses);
    gather_scopes(c, g.arena);
    arena_free(g.arena);
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

CounterScope counters_scope(const Counters *c, Arena *scratch, Str scope) {
    Name key = name_find(c->trace->names, scope_key(c, scratch, scope));
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

static bool is_used(const Counters *c, Str name, Moment m) {
    const Counter *counter = counter_find(c, name);
    return counter && counter->since < m;
}

Str counter_gives(Arena *a, const Counters *c, const Counter *counter, Moment m) {
    uint32_t number = counter_value(c, counter, m);
    if (number == 0)
        return name_str(counter->name);
    for (uint32_t i = 0; i < TRIES_MOST; i++) {
        Str name = str_printf(a, "%s_%u", counter->name->text, number + i);
        if (!is_used(c, name, m))
            return name;
    }
    return (Str){0};
}
