#include "base/map.h"

#include <string.h>

/* Capacity is not stored: entries has room for 4, 8, 16 … elements and is full when
 * count is 0 or one of these. Up to SMALL entries are searched one by one; above that
 * there are twice as many slots as there is room for entries. */
#define ROOM_FIRST 4u
#define SMALL 8u
#define ROOM_LAST (UINT32_C(1) << 30)

Map map_make(Arena *a) {
    return (Map){.arena = a};
}

static bool is_full(const Map *m) {
    return m->count == 0 || (m->count >= ROOM_FIRST && (m->count & (m->count - 1)) == 0);
}

/* The free slot, or the slot of key, in a table that has one of either. */
static uint32_t *slot_of(const MapEntry *entries, uint32_t *slots, uint32_t nslots, Name key) {
    uint32_t i = name_place(key) & (nslots - 1);
    while (slots[i] && entries[slots[i] - 1].key != key) {
        i = (i + 1) & (nslots - 1);
    }
    return &slots[i];
}

MapEntry *map_find(const Map *m, Name key) {
    if (m->nslots) {
        uint32_t at = *slot_of(m->entries, m->slots, m->nslots, key);
        return at ? &m->entries[at - 1] : NULL;
    }
    for (uint32_t i = 0; i < m->count; i++) {
        if (m->entries[i].key == key) {
            return &m->entries[i];
        }
    }
    return NULL;
}

/* Everything is allocated before anything is published: a refusal leaves the map as it was. */
static void map_grow(Map *m) {
    size_t room = m->count ? (size_t)m->count * 2 : ROOM_FIRST;
    if (room > ROOM_LAST) {
        room = SIZE_MAX; /* the arena refuses */
    }
    MapEntry *entries = ARENA_ARRAY(m->arena, room, MapEntry);
    uint32_t nslots = room > SMALL ? (uint32_t)(room * 2) : 0;
    uint32_t *slots = nslots ? ARENA_ARRAY(m->arena, nslots, uint32_t) : NULL;
    if (m->count) {
        memcpy(entries, m->entries, m->count * sizeof *entries);
    }
    for (uint32_t i = 0; nslots && i < m->count; i++) {
        *slot_of(entries, slots, nslots, entries[i].key) = i + 1;
    }
    m->entries = entries;
    m->slots = slots;
    m->nslots = nslots;
}

/* A new entry; slot is where it is found, or NULL in a map without slots. */
static MapEntry *map_add(Map *m, Name key, uint32_t *slot) {
    MapEntry *e = &m->entries[m->count++];
    e->key = key;
    if (slot) {
        *slot = m->count;
    }
    return e;
}

/* A large map is searched once: each look at it may have to wait for memory. */
MapEntry *map_put(Map *m, Name key) {
    uint32_t *slot = m->nslots ? slot_of(m->entries, m->slots, m->nslots, key) : NULL;
    MapEntry *e = !slot ? map_find(m, key) : *slot ? &m->entries[*slot - 1] : NULL;
    if (e) {
        return e;
    }
    if (is_full(m)) {
        map_grow(m);
        slot = m->nslots ? slot_of(m->entries, m->slots, m->nslots, key) : NULL;
    }
    return map_add(m, key, slot);
}

void *map_ptr(const Map *m, Name key) {
    const MapEntry *e = map_find(m, key);
    return e ? e->ptr : NULL;
}

int64_t map_num(const Map *m, Name key) {
    const MapEntry *e = map_find(m, key);
    return e ? e->num : 0;
}
