/* map.h: a hash table from interned names to values, in order of insertion.
 *
 * Iteration order is insertion order, never hash order, so that nothing printed
 * depends on hashing. Entries are never removed (an engine's tables only grow);
 * a value may be overwritten.
 */
#ifndef TFSCOPE_BASE_MAP_H
#define TFSCOPE_BASE_MAP_H

#include "base/str.h"

typedef struct MapEntry {
    Name key;
    union {
        void *ptr;
        int64_t num;
    };
} MapEntry;

typedef struct Map {
    Arena *arena;
    MapEntry *entries; /* in order of insertion; moves when the map grows */
    uint32_t *slots;   /* 0: free, else entry index + 1 */
    uint32_t count;    /* entries in use */
    uint32_t nslots;   /* power of two, or 0 */
} Map;

Map map_make(Arena *a); /* an empty map */
MapEntry *map_find(const Map *m,
                   Name key);          /* the entry of key, or NULL; valid until the next map_put */
MapEntry *map_put(Map *m, Name key);   /* the entry of key, made with a zero value if absent */
void *map_ptr(const Map *m, Name key); /* its pointer, or NULL */
int64_t map_num(const Map *m, Name key); /* its number, or 0 */

#endif
