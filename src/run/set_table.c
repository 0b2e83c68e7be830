/* set_table.c: the hash table of sets, which is CPython's.
 *
 * What Python shows of a set follows its hash table. Hashes of numbers (and of tuples of them) are
 * the same in every run of CPython, so programs print such sets in a known order, and here they get
 * the same one: the same places, the same moments of growing, the same ways to merge. Sets with
 * anything else (strings: other hashes in every run) are in order of insertion.
 *
 * The entries are kept as in table.c; `index` is CPython's table: 0 for a free place, else entry +
 * 1; a deleted entry keeps its place until the table is built again (CPython's dummy). `used`
 * counts places that are taken (CPython's fill), `first` is where pop goes on (CPython's finger).
 */
#include <stdlib.h>
#include <string.h>

#include "run/big.h"
#include "run/kinds.h"

#define LINEAR_PROBES 9u
#define PERTURB_SHIFT 5u
#define SMALLEST 8u

uint32_t *set_free_place(uint32_t *index, uint64_t mask, int64_t hash) {
    uint64_t perturb = (uint64_t)hash;
    for (uint64_t i = (uint64_t)hash & mask;;) {
        uint64_t last = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
        for (uint64_t k = i; k <= last; k++) {
            if (!index[k]) {
                return &index[k];
            }
        }
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

uint64_t set_grown_size(uint64_t used) {
    return used > 50000 ? used * 2 : used * 4;
}

/* A table of more than `wanted` places with the entries that are bound, in the order of the old
 * one. */
static void resize(Run *run, DictObject *s, uint64_t wanted) {
    uint64_t size = SMALLEST;
    while (size <= wanted) {
        size *= 2;
    }
    uint32_t *index = ARENA_ARRAY(run->arena, size, uint32_t);
    for (uint32_t k = 0; k < s->nindex; k++) {
        uint32_t at = s->index[k];
        if (at && s->entries[at - 1].value.kind != VALUE_UNBOUND) {
            *set_free_place(index, size - 1, s->entries[at - 1].hash) = at;
        }
    }
    s->index = index;
    s->nindex = (uint32_t)size;
    s->used = s->live;
}

/* ---- finding ---- */

static bool key_equal(Run *run, Value a, Value b, bool *equal) {
    *equal = value_same(a, b);
    if (*equal || (a.kind == VALUE_INT && b.kind == VALUE_INT)) {
        return true;
    }
    if (is_exactly(a, run->type.str) && is_exactly(b, run->type.str)) {
        *equal = str_eq(str_text(a), str_text(b));
        return true;
    }
    return big_effort(run, 2) && value_equal(run, a, b, equal); /* keys may collide on purpose */
}

/* Looks at place k: *found when the key is there, *end when the search is over. */
static bool look(Run *run, const DictObject *s, uint64_t k, Value key, int64_t hash, bool *found) {
    const DictEntry *e = &s->entries[s->index[k] - 1];
    *found = false;
    if (e->value.kind == VALUE_UNBOUND || e->hash != hash) {
        return true;
    }
    return key_equal(run, e->key, key, found);
}

bool set_find(Run *run, const DictObject *s, Value key, int64_t hash, uint32_t *entry) {
    uint64_t mask = s->nindex - 1, perturb = (uint64_t)hash;
    const uint32_t *index = s->index;
    *entry = UINT32_MAX;
    for (uint64_t i = (uint64_t)hash & mask; s->live;) {
        uint64_t last = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
        for (uint64_t k = i; k <= last; k++) {
            bool found;
            if (!index[k]) {
                return true;
            }
            if (!look(run, s, k, key, hash, &found)) {
                return false;
            }
            if (s->index != index) {
                return set_find(run, s, key, hash, entry); /* the comparison changed the set */
            }
            if (found) {
                *entry = index[k] - 1;
                return true;
            }
        }
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + perturb) & mask;
    }
    return true;
}

bool set_has(Run *run, const DictObject *s, Value key, bool *result) {
    int64_t hash;
    uint32_t entry;
    if (!value_hash(run, key, &hash) || !set_find(run, s, key, hash, &entry)) {
        return false;
    }
    *result = entry != UINT32_MAX;
    return true;
}

/* ---- changing ---- */

static bool known_hash(const Run *run, Value v) {
    if (v.kind == VALUE_INT || v.kind == VALUE_BOOL || v.kind == VALUE_FLOAT) {
        return true;
    }
    if (!is_exactly(v, run->type.tuple)) {
        return false;
    }
    for (uint32_t i = 0; i < sequence_count(v); i++) {
        if (!known_hash(run, sequence_item(v, i))) {
            return false;
        }
    }
    return true;
}

static void append_entry(Run *run, DictObject *s, Value key, int64_t hash) {
    if (s->nentries == s->cap) {
        uint32_t cap = s->cap ? s->cap * 2 : SMALLEST / 2;
        DictEntry *entries = ARENA_ARRAY(run->arena, cap, DictEntry);
        if (s->nentries) {
            memcpy(entries, s->entries, s->nentries * sizeof *entries);
        }
        s->entries = entries;
        s->cap = cap;
    }
    DictEntry *e = &s->entries[s->nentries];
    e->key = key;
    e->hash = hash;
    cell_set(run->arena, &e->value, value_none(), trace_now(run->trace));
    s->nentries++;
    s->live++;
    s->used++;
    if (!known_hash(run, key)) {
        s->missing = value_bool(true);
    }
}

/* A key that is not there yet, into a table that has room and no deleted entries. */
static void insert(Run *run, DictObject *s, Value key, int64_t hash) {
    uint32_t *place = set_free_place(s->index, s->nindex - 1, hash);
    append_entry(run, s, key, hash);
    *place = s->nentries;
}

/* Where a new key goes: the last place of a deleted one on its path, else the free place at the
 * end. */
static uint32_t *place_for(const DictObject *s, int64_t hash) {
    uint64_t mask = s->nindex - 1, perturb = (uint64_t)hash;
    uint32_t *deleted = NULL;
    for (uint64_t i = (uint64_t)hash & mask;;) {
        uint64_t last = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
        for (uint64_t k = i; k <= last; k++) {
            if (!s->index[k]) {
                return deleted ? deleted : &s->index[k];
            }
            if (s->entries[s->index[k] - 1].value.kind == VALUE_UNBOUND) {
                deleted = &s->index[k];
            }
        }
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

bool set_put(Run *run, DictObject *s, Value key, int64_t hash) {
    uint32_t entry;
    if (!set_find(run, s, key, hash, &entry) || !check_count(run, (int64_t)s->nentries * 2 + 8)) {
        return false;
    }
    if (entry != UINT32_MAX) {
        return true;
    }
    if (!s->index) {
        resize(run, s, 0);
    }
    uint32_t *place = place_for(s, hash);
    bool again = *place != 0;
    append_entry(run, s, key, hash);
    *place = s->nentries;
    s->used -= again;
    if (!again && (uint64_t)s->used * 5 >= ((uint64_t)s->nindex - 1) * 3) {
        resize(run, s, set_grown_size(s->live));
    }
    return true;
}

bool set_put_value(Run *run, DictObject *s, Value key) {
    int64_t hash;
    return value_hash(run, key, &hash) && set_put(run, s, key, hash);
}

bool set_add(Run *run, Value set, Value v) {
    return set_put_value(run, (DictObject *)set.as.object, v);
}

void set_remove_at(Run *run, DictObject *s, uint32_t entry) {
    cell_set(run->arena, &s->entries[entry].value, value_unbound(), trace_now(run->trace));
    s->live--;
}

bool set_remove(Run *run, DictObject *s, Value key, bool *removed) {
    int64_t hash;
    uint32_t entry;
    if (!value_hash(run, key, &hash) || !set_find(run, s, key, hash, &entry)) {
        return false;
    }
    *removed = entry != UINT32_MAX;
    if (*removed) {
        set_remove_at(run, s, entry);
    }
    return true;
}

void set_clear(Run *run, DictObject *s) {
    for (uint32_t k = 0; k < s->nindex; k++) {
        uint32_t at = s->index[k];
        if (at && s->entries[at - 1].value.kind != VALUE_UNBOUND) {
            set_remove_at(run, s, at - 1);
        }
    }
    s->index = NULL;
    s->nindex = 0;
    s->used = 0;
    s->missing = value_unbound();
}

void set_reserve(Run *run, DictObject *s, uint64_t more) {
    uint64_t mask = s->nindex ? s->nindex - 1 : SMALLEST - 1;
    if ((s->used + more) * 5 >= mask * 3) {
        resize(run, s, (s->live + more) * 2);
    }
}

void set_tidy(Run *run, DictObject *s) {
    if (s->nindex && s->used - s->live > (s->nindex - 1) / 4) {
        resize(run, s, set_grown_size(s->live));
    }
}

/* Into an empty set of the same size: place by place. */
static void copy_places(Run *run, DictObject *s, const DictObject *from, const uint32_t *order) {
    uint32_t base = s->nentries;
    for (uint32_t i = 0; i < from->live; i++) {
        append_entry(run, s, from->entries[order[i]].key, from->entries[order[i]].hash);
    }
    uint32_t *number = ARENA_ARRAY(run->scratch, from->nentries, uint32_t);
    for (uint32_t i = 0; i < from->live; i++) {
        number[order[i]] = base + i + 1;
    }
    for (uint32_t k = 0; k < s->nindex; k++) {
        s->index[k] = from->index[k] ? number[from->index[k] - 1] : 0;
    }
}

bool set_merge(Run *run, DictObject *s, const DictObject *from) {
    uint32_t n = from->live;
    if (s == from || !n) {
        return true;
    }
    if (!check_count(run, ((int64_t)s->nentries + n) * 2 + 8)) {
        return false;
    }
    uint32_t *order = set_order(run, from);
    set_reserve(run, s, n);
    if (!s->index) {
        resize(run, s, 0);
    }
    if (!s->used && s->nindex == from->nindex && from->used == from->live) {
        copy_places(run, s, from, order);
        return true;
    }
    bool empty = !s->used;
    for (uint32_t i = 0; i < n; i++) {
        const DictEntry *e = &from->entries[order[i]];
        if (empty) {
            insert(run, s, e->key, e->hash);
        } else if (!set_put(run, s, e->key, e->hash)) {
            return false;
        }
    }
    return true;
}

void set_become(Run *run, DictObject *s, const DictObject *from) {
    uint32_t *order = set_order(run, from);
    set_clear(run, s);
    if (from->live) {
        s->index = ARENA_ARRAY(run->arena, from->nindex, uint32_t);
        s->nindex = from->nindex;
        copy_places(run, s, from, order);
    }
}

/* ---- order ---- */

static int by_number(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

uint32_t *set_order(Run *run, const DictObject *s) {
    uint32_t *order = ARENA_ARRAY(run->scratch, s->live, uint32_t), n = 0;
    for (uint32_t k = 0; k < s->nindex; k++) {
        uint32_t at = s->index[k];
        if (at && s->entries[at - 1].value.kind != VALUE_UNBOUND) {
            order[n++] = at - 1;
        }
    }
    if (!is_unbound(s->missing)) {
        qsort(order, n, sizeof *order, by_number);
    }
    return order;
}

Value *set_items(Run *run, const DictObject *s) {
    Value *items = ARENA_ARRAY(run->arena, s->live, Value);
    const uint32_t *order = set_order(run, s);
    for (uint32_t i = 0; i < s->live; i++) {
        items[i] = s->entries[order[i]].key;
    }
    return items;
}

uint32_t set_first(DictObject *s) {
    bool table = is_unbound(s->missing);
    uint32_t size = table ? s->nindex : s->nentries;
    uint32_t k = table ? s->first & (size - 1) : s->first < size ? s->first : 0;
    for (;; k = k + 1 < size ? k + 1 : 0) {
        uint32_t at = table ? s->index[k] : k + 1;
        if (at && s->entries[at - 1].value.kind != VALUE_UNBOUND) {
            s->first = k + 1;
            return at - 1;
        }
    }
}
