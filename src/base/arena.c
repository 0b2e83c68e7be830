#include "base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#ifdef ARENA_POISON
#include <sanitizer/asan_interface.h>
#define POISON(at, n) ASAN_POISON_MEMORY_REGION((at), (n))
#define UNPOISON(at, n) ASAN_UNPOISON_MEMORY_REGION((at), (n))
#define RED_ZONE ARENA_ALIGN /* poisoned bytes behind every object; not counted as used */
#else
#define POISON(at, n) ((void)(at), (void)(n))
#define UNPOISON(at, n) ((void)(at), (void)(n))
#define RED_ZONE ((size_t)0)
#endif

/* For callers that are compiled for size. */
extern inline void *arena_alloc(Arena *a, size_t size);

/* Compile with -DTFSCOPE_ARENA_DEBUG to make each object its own malloc, so that
 * valgrind and ASan see every one of them. */
#ifdef TFSCOPE_ARENA_DEBUG
#define EACH_ALONE true
#else
#define EACH_ALONE false
#endif

#define BLOCK_FIRST ((size_t)4 << 10) /* size of the first block */
#define BLOCK_LAST ((size_t)8 << 20)  /* size of the largest */
#define HUGE_PAGE ((size_t)2 << 20)   /* blocks of several of these ask for huge pages */
#define BLOCK_SHARE 4 /* an object above this fraction of a block gets one of its own */

/* Zeroed memory. In the newest block, the bytes from Arena.next on are still zero. */
typedef struct ArenaBlock {
    struct ArenaBlock *before; /* next older one */
    size_t size;               /* bytes in data */
    _Alignas(ARENA_ALIGN) char data[];
} ArenaBlock;

static size_t round_up(size_t size) {
    return (size + (ARENA_ALIGN - 1)) & ~(ARENA_ALIGN - 1);
}

/* Says where the fast path must stop: never behind the limit, and at once where every
 * allocation is counted or poisoned. */
static void set_end(Arena *a) {
#ifdef ARENA_POISON
    bool every_call = true;
#else
    bool every_call = a->fail_after >= 0;
#endif
    if (every_call || !a->next) {
        a->end = a->next;
        return;
    }
    size_t left = (a->limit - arena_used(a)) & ~(ARENA_ALIGN - 1);
    size_t room = (size_t)(a->block_end - a->next);
    a->end = a->next + (left < room ? left : room);
}

Arena *arena_new(size_t limit) {
    Arena *a = calloc(1, sizeof *a);
    if (!a) {
        return NULL;
    }
    a->limit = limit ? limit : SIZE_MAX;
    a->block_size = BLOCK_FIRST;
    a->fail_after = -1;
    return a;
}

static void free_blocks(ArenaBlock *b) {
    while (b) {
        ArenaBlock *before = b->before;
        UNPOISON(b->data, b->size);
        free(b);
        b = before;
    }
}

void arena_free(Arena *a) {
    if (!a) {
        return;
    }
    for (Arena *child = a->children; child;) {
        Arena *older = child->sibling;
        arena_free(child);
        child = older;
    }
    free_blocks(a->blocks);
    free_blocks(a->large);
    free(a);
}

void arena_on_fail(Arena *a, ArenaFail *fail, void *context) {
    a->fail = fail;
    a->fail_context = context;
}

_Noreturn static void refuse(Arena *a, ArenaRefusal why, size_t size) {
    if (a->fail) {
        a->fail(a->fail_context, why, size);
        abort(); /* the handler must not return */
    }
    fprintf(stderr, "tfscope: out of memory (%zu bytes were asked for)\n", size);
    exit(3);
}

Arena *arena_child(Arena *parent) {
    Arena *a = arena_new(0);
    if (!a) {
        refuse(parent, ARENA_SYSTEM, sizeof *a);
    }
    a->sibling = parent->children;
    parent->children = a;
    return a;
}

/* Recording is bound by page faults: on huge pages it is about twice as fast. Only advice;
 * where it cannot be followed nothing changes. */
static void advise_huge_pages(ArenaBlock *b, size_t size) {
#if defined(MADV_HUGEPAGE) && !defined(ARENA_POISON)
    uintptr_t start = ((uintptr_t)b + HUGE_PAGE - 1) & ~(uintptr_t)(HUGE_PAGE - 1);
    uintptr_t end = ((uintptr_t)b + size) & ~(uintptr_t)(HUGE_PAGE - 1);
    if (start < end) {
        (void)madvise((void *)start, end - start, MADV_HUGEPAGE);
    }
#else
    (void)b, (void)size;
#endif
}

static ArenaBlock *new_block(Arena *a, size_t size, size_t asked) {
    ArenaBlock *b = size <= SIZE_MAX - sizeof *b ? calloc(1, sizeof *b + size) : NULL;
    if (!b) {
        refuse(a, ARENA_SYSTEM, asked);
    }
    if (size >= 2 * HUGE_PAGE) {
        advise_huge_pages(b, size);
    }
    b->size = size;
    return b;
}

/* A block that holds one object and nothing else. */
static void *alloc_alone(Arena *a, size_t size) {
    ArenaBlock *b = new_block(a, size, size);
    b->before = a->large;
    a->large = b;
    a->used_before += round_up(size);
    return b->data;
}

/* Blocks grow with what is there already. */
static void choose_block_size(Arena *a) {
    while (a->block_size < BLOCK_LAST && a->block_size < arena_used(a)) {
        a->block_size *= 2;
    }
}

/* Goes on in a fresh block; the rest of the old one stays unused. */
static void add_block(Arena *a, size_t asked) {
    ArenaBlock *b = new_block(a, a->block_size - sizeof(ArenaBlock), asked);
    POISON(b->data, b->size);
    a->used_before = arena_used(a);
    b->before = a->blocks;
    a->blocks = b;
    a->start = a->next = b->data;
    a->block_end = b->data + (b->size & ~(ARENA_ALIGN - 1));
}

/* Takes rounded + RED_ZONE bytes from the current block, adding one if needed. */
static void *alloc_in_block(Arena *a, size_t size, size_t rounded) {
    if ((size_t)(a->block_end - a->next) < rounded + RED_ZONE) {
        add_block(a, size);
    }
    char *object = a->next;
    UNPOISON(object, size);
    a->next += rounded + RED_ZONE;
    a->start += RED_ZONE; /* red zones are not counted */
    return object;
}

void *arena_refill(Arena *a, size_t size) {
    size_t left = a->limit - arena_used(a);
    if (size > SIZE_MAX / 2) {
        refuse(a, a->limit == SIZE_MAX ? ARENA_SYSTEM : ARENA_LIMIT, size);
    }
    size_t rounded = round_up(size ? size : 1);
    if (rounded > left) {
        refuse(a, ARENA_LIMIT, size);
    }
    if (a->fail_after == 0) {
        refuse(a, ARENA_SYSTEM, size);
    }
    if (a->fail_after > 0) {
        a->fail_after--;
    }
    choose_block_size(a);
    void *object = EACH_ALONE || rounded > a->block_size / BLOCK_SHARE
                       ? alloc_alone(a, size ? size : 1)
                       : alloc_in_block(a, size ? size : 1, rounded);
    set_end(a);
    return object;
}

void *arena_array(Arena *a, size_t count, size_t size) {
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes)) {
        bytes = SIZE_MAX;
    }
    return arena_alloc(a, bytes);
}

void *arena_copy(Arena *a, const void *from, size_t size) {
    void *to = arena_alloc(a, size);
    if (size) {
        memcpy(to, from, size);
    }
    return to;
}

size_t arena_used(const Arena *a) {
    return a->used_before + (size_t)(a->next - a->start);
}

void arena_reset(Arena *a) {
    free_blocks(a->large);
    a->large = NULL;
    ArenaBlock *kept = a->blocks;
    if (kept) {
        free_blocks(kept->before);
        kept->before = NULL;
        UNPOISON(kept->data, kept->size);
        memset(kept->data, 0, (size_t)(a->next - kept->data));
        POISON(kept->data, kept->size);
        a->start = a->next = kept->data;
    }
    a->used_before = 0;
    set_end(a);
}

ArenaMark arena_mark(const Arena *a) {
    return (ArenaMark){a->blocks, a->large, a->next, a->start, a->used_before};
}

static void free_newer(ArenaBlock **newest, ArenaBlock *keep) {
    while (*newest != keep) {
        ArenaBlock *b = *newest;
        *newest = b->before;
        UNPOISON(b->data, b->size);
        free(b);
    }
}

/* Bytes of the current block from `from` on are zero again. */
static void clear_rest(const Arena *a, char *from, char *to) {
    UNPOISON(from, (size_t)(a->block_end - from));
    memset(from, 0, (size_t)(to - from));
    POISON(from, (size_t)(a->block_end - from));
}

void arena_release(Arena *a, ArenaMark m) {
    bool same = a->blocks == m.blocks;
    char *used = a->next;
    free_newer(&a->large, m.large);
    free_newer(&a->blocks, m.blocks);
    a->used_before = m.used_before;
    a->start = m.start;
    a->next = m.next;
    a->block_end = a->blocks ? a->blocks->data + (a->blocks->size & ~(ARENA_ALIGN - 1)) : NULL;
    if (a->blocks) {
        clear_rest(a, m.next, same ? used : a->block_end);
    }
    set_end(a);
}

void arena_fail_after(Arena *a, long n) {
    a->fail_after = n < 0 ? -1 : n;
    set_end(a);
}
