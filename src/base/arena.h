/* arena.h: memory that lives and dies together.
 *
 * A run keeps every value that it ever had, so nothing is freed one by one: an
 * arena is a list of blocks that is freed as a whole. Three lifetimes exist:
 * lesson, run and scratch. A function whose result lives in an arena takes it as
 * its first parameter (`Arena *a`); one that only needs working space takes
 * `Arena *scratch` last.
 *
 * Allocation never returns NULL. When the arena's limit or the machine's memory
 * is reached, the arena's failure handler is called; it must not return (a run
 * jumps back to its guard and ends with a readable trace). Because of that jump,
 * writers first allocate, then fill, and only then publish a length.
 */
#ifndef TFSCOPE_BASE_ARENA_H
#define TFSCOPE_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Arena Arena;

/* Why an allocation was refused. */
typedef enum ArenaRefusal {
    ARENA_LIMIT,  /* the limit given to arena_new would be passed */
    ARENA_SYSTEM, /* malloc returned NULL */
} ArenaRefusal;

/* Called when an allocation of `size` bytes is refused; must not return. */
typedef void ArenaFail(void *context, ArenaRefusal why, size_t size);

/* A new arena that may hold at most `limit` bytes (0: no limit). Returns NULL when
 * malloc fails. The handler is NULL at first: then a message is printed and the
 * process exits with status 3. */
Arena *arena_new(size_t limit);

/* A new arena without a limit that is freed with `parent`, and by nobody else: for what is
 * forgotten again and again (arena_reset) while the parent lives. Resetting the parent leaves it
 * alone. When malloc fails, the parent refuses. */
Arena *arena_child(Arena *parent);

/* Frees the arena, all that was allocated in it, and its children. NULL is allowed. */
void arena_free(Arena *a);

/* Sets the failure handler and its context; returns nothing. */
void arena_on_fail(Arena *a, ArenaFail *fail, void *context);

/* `size` zeroed bytes aligned for any type; size 0 gives a valid pointer. */
inline void *arena_alloc(Arena *a, size_t size);

/* `count` zeroed elements of `size` bytes; the product is checked for overflow. */
void *arena_array(Arena *a, size_t count, size_t size);

/* A copy of `size` bytes. */
void *arena_copy(Arena *a, const void *from, size_t size);

/* Bytes handed out so far, for budgets and statistics. */
size_t arena_used(const Arena *a);

/* Forgets everything that was allocated, keeps one block for reuse. For scratch arenas. */
void arena_reset(Arena *a);

/* What was allocated so far, to be kept by arena_release. */
typedef struct ArenaMark {
    struct ArenaBlock *blocks; /* newest block and large object then */
    struct ArenaBlock *large;
    char *next; /* where the next object would have gone */
    char *start;
    size_t used_before;
} ArenaMark;

/* Remembers the state of a scratch arena; arena_release forgets all that was allocated since. Marks
 * nest: an outer one may be released while inner ones are forgotten. */
ArenaMark arena_mark(const Arena *a);
void arena_release(Arena *a, ArenaMark m);

/* Tests only: after n more allocations every further one is refused as ARENA_SYSTEM;
 * n < 0 switches this off. */
void arena_fail_after(Arena *a, long n);

#define ARENA_NEW(a, T) ((T *)arena_alloc((a), sizeof(T)))
#define ARENA_ARRAY(a, n, T) ((T *)arena_array((a), (n), sizeof(T)))

/* Below: what arena_alloc needs to be inline. Nobody else reads these fields. */

struct ArenaBlock;

struct Arena {
    char *next;                /* where the next object goes; what follows is zero */
    char *end;                 /* end of what may be handed out without asking arena_refill */
    char *start;               /* first byte of the current block that is not in used_before */
    char *block_end;           /* end of the current block */
    size_t used_before;        /* bytes handed out elsewhere than in start..next */
    size_t limit;              /* most bytes that may be handed out, SIZE_MAX for no limit */
    size_t block_size;         /* size of the next block */
    struct ArenaBlock *blocks; /* the current block, then those before it */
    struct ArenaBlock *large;  /* objects that have a block of their own */
    struct Arena *children;    /* the newest arena that is freed with this one */
    struct Arena *sibling;     /* the next older child of the same parent */
    ArenaFail *fail;           /* failure handler, or NULL */
    void *fail_context;        /* its context */
    long fail_after;           /* allocations until refusal; < 0: never */
};

/* Objects start at multiples of this. */
#define ARENA_ALIGN ((size_t)16)

/* The rest of arena_alloc: a new block, a large object, a refusal, a debug build. */
void *arena_refill(Arena *a, size_t size);

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_POISON 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_POISON 1
#endif
#endif

/* end - next is a multiple of ARENA_ALIGN, so what fits also fits rounded up. Where
 * objects are poisoned or separate, next equals end and every call goes to arena_refill. */
inline void *arena_alloc(Arena *a, size_t size) {
    if (size - 1 >= (size_t)(a->end - a->next)) {
        return arena_refill(a, size);
    }
    void *object = a->next;
    a->next += (size + (ARENA_ALIGN - 1)) & ~(ARENA_ALIGN - 1);
    return object;
}

#endif
