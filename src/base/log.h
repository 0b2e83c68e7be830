/* log.h: an array that only grows and whose elements never move.
 *
 * Elements live in blocks (8, 16, … 4096, 4096, …), so a pointer to an element stays valid
 * for the life of the arena, growing copies nothing, and at most 4096 elements are spare.
 * Every history of a trace is a Log: a state at an earlier moment is a prefix of it.
 */
#ifndef TFSCOPE_BASE_LOG_H
#define TFSCOPE_BASE_LOG_H

#include "base/arena.h"

typedef struct Log {
    Arena *arena;  /* where blocks come from */
    uint32_t size; /* bytes of an element */
    uint32_t ndir; /* capacity of the block directory */
    size_t count;  /* elements published */
    void **blocks; /* block directory */
    char *next;    /* where the next element goes, NULL before the first */
    char *end;     /* end of the current block */
} Log;

/* An empty log of elements of `size` bytes. */
Log log_make(Arena *a, size_t size);

/* Room for one more element, zeroed, and counted at once. */
static inline void *log_push(Log *l);

/* Element i; i must be below count. */
inline void *log_at(const Log *l, size_t i);

#define LOG_AT(l, T, i) ((T *)log_at((l), (i)))
#define LOG_PUSH(l, T) ((T *)log_push(l))

/* The blocks hold 8, 16, 32 … 2048 and then always 4096 elements: element i, counted
 * from 8, lies in the block of its highest bit, or of its upper bits from 4096 on. */
#define LOG_FIRST 8u
#define LOG_FIRST_BITS 3u
#define LOG_BLOCK 4096u
#define LOG_BLOCK_BITS 12u

/* Adds a block and pushes into it. */
void *log_grow(Log *l);

static inline void *log_push(Log *l) {
    if (l->next == l->end) {
        return log_grow(l);
    }
    void *element = l->next;
    l->next += l->size;
    l->count++;
    return element;
}

inline void *log_at(const Log *l, size_t i) {
    size_t n = i + LOG_FIRST;
    size_t block, offset;
    if (n < LOG_BLOCK) {
        unsigned high = 31u - (unsigned)__builtin_clz((unsigned)n);
        block = high - LOG_FIRST_BITS;
        offset = n - ((size_t)1 << high);
    } else {
        block = (n >> LOG_BLOCK_BITS) + (LOG_BLOCK_BITS - LOG_FIRST_BITS - 1);
        offset = n & (LOG_BLOCK - 1);
    }
    return (char *)l->blocks[block] + offset * l->size;
}

#endif
