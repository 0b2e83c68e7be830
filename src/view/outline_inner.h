/* outline_inner.h: what the files of the outline share. */
#ifndef TFSCOPE_VIEW_OUTLINE_INNER_H
#define TFSCOPE_VIEW_OUTLINE_INNER_H

#include "view/outline.h"

struct Outline {
    const Branch *at;      /* [count], in the order of drawing */
    uint32_t count;        /* branches */
    const uint32_t *kids;  /* [count] children: first those at the top, then branch by branch */
    uint32_t ntop;         /* how many are at the top */
    const uint32_t *slots; /* a hash table by path: 0: free, else index + 1 */
    uint32_t nslots;       /* power of two */
};

/* Branches in an order in which parents come before children, siblings by their moments; `parent`
 * is an index in that order; index, end, kids and nkids are not set. */
typedef Branch DraftFn(const void *context, uint32_t i);

/* Lays n of them out. */
const Outline *outline_lay(Arena *a, uint32_t n, DraftFn *draft, const void *context);

/* The parts of a path, one by one: of "a/b/c" a, b, c with the hashes of a, a/b, a/b/c. */
typedef struct PathWalk {
    Str path;
    size_t start, end; /* the part */
    uint32_t hash;     /* of what ends with it */
    bool begun;
} PathWalk;

bool path_next(PathWalk *w);

/* Where a hash table of nslots, a power of two, begins to look for a hash. */
uint32_t hash_slot(uint32_t hash, uint32_t nslots);

#endif
