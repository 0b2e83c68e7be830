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

/* Branches in the order of creation, before they are laid out; `parent` is an index in that order,
 * and index, end, kids and nkids are not set. */
typedef struct Drafts {
    Log branches;    /* Branch; parents come before children */
    uint32_t *slots; /* as in Outline, with indices of drafts */
    uint32_t nslots;
} Drafts;

Drafts drafts_make(Arena *scratch);
/* Adds a branch and returns its index; its path is not among them yet. */
uint32_t drafts_add(Drafts *d, const Branch *b);
/* Lays them out. */
const Outline *drafts_lay(Arena *a, const Drafts *d, Arena *scratch);

/* The parts of a path, one by one: of "a/b/c" a, b, c with the hashes of a, a/b, a/b/c. */
typedef struct PathWalk {
    Str path;
    size_t start, end; /* the part */
    uint32_t hash;     /* of what ends with it */
    bool begun;
} PathWalk;

bool path_next(PathWalk *w);

#endif
