/* vec.h: an array that grows in an arena. */
#ifndef TFSCOPE_LANG_VEC_H
#define TFSCOPE_LANG_VEC_H

#include <string.h>

#include "base/arena.h"

/* The array `at` of count elements with room for one more: itself, or a copy twice as large. *cap
 * is its capacity. */
static inline void *vec_room(Arena *a, void *at, uint32_t count, uint32_t *cap, size_t size) {
    if (count < *cap) {
        return at;
    }
    uint32_t more = *cap ? *cap * 2 : 8;
    void *larger = arena_array(a, more, size);
    if (count) {
        memcpy(larger, at, count * size);
    }
    *cap = more;
    return larger;
}

#endif
