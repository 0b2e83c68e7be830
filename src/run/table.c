/* table.c: the hash table behind dict; the entries of a set are like these, too.
 *
 * Entries stand in order of insertion and are never moved to another place: a deleted one keeps its
 * place with an unbound value, and a key that comes back gets a new entry at the end. So the table
 * at an earlier moment is the entries whose cell was bound then. The index is open addressing over
 * entries; it may point to deleted ones, which a search passes over, until it is built again. */
#include <string.h>

#include "run/big.h"
#include "run/kinds.h"

#define INDEX_FIRST 8u

/* ---- the index ---- */

static uint32_t slot_of(int64_t hash, uint32_t mask) {
    uint64_t h = (uint64_t)hash * UINT64_C(0x9e3779b97f4a7c15);
    return (uint32_t)(h >> 32) & mask;
}

static void index_put(DictObject *d, uint32_t entry) {
    uint32_t mask = d->nindex - 1;
    uint32_t i = slot_of(d->entries[entry].hash, mask);
    while (d->index[i]) {
        i = (i + 1) & mask;
    }
    d->index[i] = entry + 1;
    d->used++;
}

/* A new index of the entries that are bound, with room for as many more. */
static void index_build(Run *run, DictObject *d) {
    uint32_t n = INDEX_FIRST;
    while (n / 3 < d->live) {
        n *= 2;
    }
    d->index = ARENA_ARRAY(run->arena, n, uint32_t);
    d->nindex = n;
    d->used = 0;
    for (uint32_t at = d->first; at < d->nentries; at++) {
        if (d->entries[at].value.kind != VALUE_UNBOUND) {
            index_put(d, at);
        }
    }
}

/* ---- finding ---- */

static bool key_equal(Run *run, Value a, Value b, bool *equal) {
    if (a.kind == VALUE_INT && b.kind == VALUE_INT) {
        *equal = a.as.integer == b.as.integer;
        return true;
    }
    *equal = value_same(a, b);
    if (*equal) {
        return true;
    }
    if (is_exactly(a, run->type.str) && is_exactly(b, run->type.str)) {
        *equal = str_eq(str_text(a), str_text(b));
        return true;
    }
    return big_effort(run, 2) && value_equal(run, a, b, equal); /* keys may collide on purpose */
}

bool table_find(Run *run, DictObject *d, Value key, int64_t hash, uint32_t *entry) {
    *entry = UINT32_MAX;
    if (!d->live) {
        return true;
    }
    for (uint32_t i = slot_of(hash, d->nindex - 1); d->index[i & (d->nindex - 1)]; i++) {
        uint32_t at = d->index[i & (d->nindex - 1)] - 1;
        const DictEntry *e = &d->entries[at];
        bool equal = false;
        if (e->value.kind == VALUE_UNBOUND || e->hash != hash) {
            continue;
        }
        if (!key_equal(run, e->key, key, &equal)) {
            return false;
        }
        if (equal && at < d->nentries) {
            *entry = at;
            return true;
        }
    }
    return true;
}

static bool find_value(Run *run, DictObject *d, Value key, uint32_t *entry) {
    int64_t hash;
    return value_hash(run, key, &hash) && table_find(run, d, key, hash, entry);
}

/* ---- changing ---- */

DictObject *table_make(Run *run, const Type *type) {
    size_t size = type->size > sizeof(DictObject) ? type->size : sizeof(DictObject);
    return object_make_mutable(run, type, size);
}

static void grow(Run *run, DictObject *d) {
    uint32_t cap = d->cap ? d->cap * 2 : INDEX_FIRST / 2;
    DictEntry *entries = ARENA_ARRAY(run->arena, cap, DictEntry);
    if (d->nentries) {
        memcpy(entries, d->entries, d->nentries * sizeof *entries);
    }
    d->entries = entries;
    d->cap = cap;
}

static void append(Run *run, DictObject *d, Value key, int64_t hash, Value v) {
    if (d->nentries == d->cap) {
        grow(run, d);
    }
    DictEntry *e = &d->entries[d->nentries];
    e->key = key;
    e->hash = hash;
    cell_set(run->arena, &e->value, v, trace_now(run->trace));
    d->nentries++;
    d->last = d->nentries;
    d->live++;
    if ((d->used + 1) * 3 > d->nindex * 2) {
        index_build(run, d);
    } else {
        index_put(d, d->nentries - 1);
    }
}

bool table_put(Run *run, DictObject *d, Value key, Value v) {
    int64_t hash;
    uint32_t entry;
    if (!value_hash(run, key, &hash) || !table_find(run, d, key, hash, &entry) ||
        !check_count(run, (int64_t)d->nentries * 2 + 8)) {
        return false;
    }
    if (entry == UINT32_MAX) {
        append(run, d, key, hash, v);
    } else if (!value_same(cell_get(&d->entries[entry].value), v)) {
        cell_set(run->arena, &d->entries[entry].value, v, trace_now(run->trace));
    }
    return true;
}

void table_remove_at(Run *run, DictObject *d, uint32_t entry) {
    cell_set(run->arena, &d->entries[entry].value, value_unbound(), trace_now(run->trace));
    d->live--;
    while (d->first < d->nentries && d->entries[d->first].value.kind == VALUE_UNBOUND) {
        d->first++;
    }
    while (d->last > d->first && d->entries[d->last - 1].value.kind == VALUE_UNBOUND) {
        d->last--;
    }
}

bool table_remove(Run *run, DictObject *d, Value key, Value *v) {
    uint32_t entry;
    *v = value_unbound();
    if (!find_value(run, d, key, &entry)) {
        return false;
    }
    if (entry != UINT32_MAX) {
        *v = cell_get(&d->entries[entry].value);
        table_remove_at(run, d, entry);
    }
    return true;
}

void table_clear(Run *run, DictObject *d) {
    for (uint32_t at = d->first; at < d->nentries; at++) {
        if (d->entries[at].value.kind != VALUE_UNBOUND) {
            cell_set(run->arena, &d->entries[at].value, value_unbound(), trace_now(run->trace));
        }
    }
    d->live = 0;
    d->first = d->last = d->nentries;
    index_build(run, d);
}

void table_copy(Run *run, DictObject *to, const DictObject *from) {
    uint32_t at = 0;
    for (const DictEntry *e; (e = table_next(from, &at));) {
        append(run, to, e->key, e->hash, cell_get(&e->value));
    }
}

/* ---- what other layers call ---- */

bool is_dict(const Run *run, Value v) {
    return v.kind == VALUE_OBJECT && is_instance(run, v, run->type.dict);
}

bool is_set(const Run *run, Value v) {
    return v.kind == VALUE_OBJECT &&
           (is_instance(run, v, run->type.set) || is_instance(run, v, run->type.frozenset));
}

Value dict_make(Run *run) {
    return value_object(table_make(run, run->type.dict));
}

Value set_make(Run *run) {
    return value_object(table_make(run, run->type.set));
}

bool dict_set(Run *run, Value dict, Value key, Value v) {
    return table_put(run, (DictObject *)dict.as.object, key, v);
}

bool dict_get(Run *run, Value dict, Value key, bool *found, Value *v) {
    DictObject *d = (DictObject *)dict.as.object;
    uint32_t entry;
    if (!find_value(run, d, key, &entry)) {
        return false;
    }
    *found = entry != UINT32_MAX;
    *v = *found ? cell_get(&d->entries[entry].value) : value_unbound();
    return true;
}

void dict_set_name(Run *run, Value dict, const char *key, Value v) {
    dict_set(run, dict, str_make(run, str_of(key)), v);
}

bool dict_get_name(Run *run, Value dict, const char *key, Value *v) {
    bool found;
    return dict_get(run, dict, str_make(run, str_of(key)), &found, v) && found;
}
