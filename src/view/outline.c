#include "view/outline.h"

#include <string.h>

#include "view/outline_inner.h"
#include "view/view.h"

Str branch_label(const Branch *b) {
    return str_sub(b->path, b->path.len - b->label_len, b->path.len);
}

const TraceNode *branch_node(const Branch *b, Moment m) {
    return b->node_made < m ? b->node : NULL;
}

/* ---- paths ---- */

#define HASH_FIRST 2166136261u
#define HASH_TIMES 16777619u

/* FNV-1a, because the hash of a path then is that of its parent, and some more bytes. */
static uint32_t hash_more(uint32_t hash, const char *at, size_t len) {
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ (unsigned char)at[i]) * HASH_TIMES;
    return hash;
}

uint32_t path_hash(Str path) {
    return hash_more(HASH_FIRST, path.at, path.len);
}

/* A slash at the very start is part of the first label. */
bool path_next(PathWalk *w) {
    if (w->begun && w->end == w->path.len)
        return false;
    size_t from = w->end;
    if (!w->path.at)
        w->path = STR("");
    w->start = w->begun ? from + 1 : 0;
    size_t search = w->begun ? w->start : (w->path.len > 0);
    const char *slash =
        search < w->path.len ? memchr(w->path.at + search, '/', w->path.len - search) : NULL;
    w->end = slash ? (size_t)(slash - w->path.at) : w->path.len;
    w->hash = hash_more(w->begun ? w->hash : HASH_FIRST, w->path.at + from, w->end - from);
    w->begun = true;
    return true;
}

/* Is b the part that w stands at, below `parent`? */
static bool is_part(const Branch *b, const PathWalk *w, uint32_t parent) {
    size_t len = w->end - w->start;
    return b->hash == w->hash && b->parent == parent && b->label_len == len &&
           memcmp(b->path.at + b->path.len - len, w->path.at + w->start, len) == 0;
}

/* ---- drafts ---- */

enum { SLOTS_FIRST = 64 };

Drafts drafts_make(Arena *scratch) {
    return (Drafts){log_make(scratch, sizeof(Branch)), ARENA_ARRAY(scratch, SLOTS_FIRST, uint32_t),
                    SLOTS_FIRST};
}

static void enter(uint32_t *slots, uint32_t nslots, uint32_t hash, uint32_t index) {
    uint32_t i = hash & (nslots - 1);
    while (slots[i])
        i = (i + 1) & (nslots - 1);
    slots[i] = index + 1;
}

static void more_slots(Drafts *d) {
    uint32_t n = d->nslots * 2;
    d->slots = ARENA_ARRAY(d->branches.arena, n, uint32_t);
    d->nslots = n;
    for (uint32_t i = 0; i < d->branches.count; i++)
        enter(d->slots, n, LOG_AT(&d->branches, Branch, i)->hash, i);
}

uint32_t drafts_add(Drafts *d, const Branch *b) {
    uint32_t index = (uint32_t)d->branches.count;
    if (index >= d->nslots / 2)
        more_slots(d);
    *LOG_PUSH(&d->branches, Branch) = *b;
    enter(d->slots, d->nslots, b->hash, index);
    return index;
}

static uint32_t draft_find(const Drafts *d, const PathWalk *w, uint32_t parent) {
    for (uint32_t i = w->hash & (d->nslots - 1); d->slots[i]; i = (i + 1) & (d->nslots - 1))
        if (is_part(LOG_AT(&d->branches, Branch, d->slots[i] - 1), w, parent))
            return d->slots[i] - 1;
    return BRANCH_NONE;
}

/* The draft of a path, made with all that is above it where it is new. */
static Branch *draft_of(Drafts *d, Str path, Moment made) {
    uint32_t parent = BRANCH_NONE, depth = 0;
    for (PathWalk w = {.path = path}; path_next(&w); depth++) {
        uint32_t found = draft_find(d, &w, parent);
        if (found == BRANCH_NONE)
            found = drafts_add(d, &(Branch){.path = str_sub(path, 0, w.end),
                                            .label_len = (uint32_t)(w.end - w.start),
                                            .hash = w.hash,
                                            .parent = parent,
                                            .depth = depth,
                                            .made = made,
                                            .node_made = MOMENT_END});
        parent = found;
    }
    return LOG_AT(&d->branches, Branch, parent);
}

/* ---- from the order of creation to that of drawing ---- */

typedef struct Layer {
    const Drafts *drafts;
    uint32_t count;
    uint32_t *place; /* [count] of each draft: first its size, then its index */
    uint32_t *used; /* [count + 1] of what is below each draft, how much is placed; the last: top */
    Branch *at;
    uint32_t *kids;
} Layer;

static const Branch *draft(const Layer *l, uint32_t i) {
    return LOG_AT(&l->drafts->branches, Branch, i);
}

static uint32_t *used_of(const Layer *l, uint32_t parent) {
    return &l->used[parent == BRANCH_NONE ? l->count : parent];
}

static void measure(Layer *l) {
    for (uint32_t i = l->count; i-- > 0;) {
        uint32_t parent = draft(l, i)->parent;
        l->place[i]++;
        if (parent != BRANCH_NONE)
            l->place[parent] += l->place[i];
    }
}

/* A child goes behind those of its parent that are placed already. */
static void place(Layer *l) {
    for (uint32_t i = 0; i < l->count; i++) {
        const Branch *from = draft(l, i);
        uint32_t *used = used_of(l, from->parent), size = l->place[i];
        uint32_t index = *used + (from->parent == BRANCH_NONE ? 0 : l->place[from->parent] + 1);
        *used += size;
        l->place[i] = index;
        Branch *b = &l->at[index];
        *b = *from;
        b->index = index;
        b->end = index + size;
        b->parent = from->parent == BRANCH_NONE ? BRANCH_NONE : l->place[from->parent];
        if (b->parent != BRANCH_NONE)
            l->at[b->parent].nkids++;
    }
}

/* Lists the children of each branch; returns how many are at the top. */
static uint32_t list_children(Layer *l) {
    uint32_t ntop = l->count;
    for (uint32_t i = 0; i < l->count; i++)
        ntop -= l->at[i].nkids;
    uint32_t first = ntop, top = 0;
    for (uint32_t i = 0; i < l->count; i++) {
        Branch *b = &l->at[i], *parent = b->parent == BRANCH_NONE ? NULL : &l->at[b->parent];
        b->kids = first;
        first += b->nkids;
        b->nkids = 0; /* counted again, as they come */
        l->kids[parent ? parent->kids + parent->nkids++ : top++] = i;
    }
    return ntop;
}

const Outline *drafts_lay(Arena *a, const Drafts *d, Arena *scratch) {
    uint32_t n = (uint32_t)d->branches.count;
    Layer l = {.drafts = d,
               .count = n,
               .place = ARENA_ARRAY(scratch, n, uint32_t),
               .used = ARENA_ARRAY(scratch, (size_t)n + 1, uint32_t),
               .at = ARENA_ARRAY(a, n, Branch),
               .kids = ARENA_ARRAY(a, n, uint32_t)};
    measure(&l);
    place(&l);
    uint32_t ntop = list_children(&l);
    uint32_t *slots = ARENA_ARRAY(a, d->nslots, uint32_t);
    for (uint32_t i = 0; i < d->nslots; i++)
        slots[i] = d->slots[i] ? l.place[d->slots[i] - 1] + 1 : 0;
    Outline *o = ARENA_NEW(a, Outline);
    *o = (Outline){l.at, n, l.kids, ntop, slots, d->nslots};
    return o;
}

/* ---- gathering ---- */

/* Nodes inside a variable (its initializer, Assign, read) are part of it. */
static bool is_inner(const TraceNode *n) {
    return n->variable && n->variable->node != n;
}

const Outline *outline_make(Arena *a, const TraceGraph *g, size_t n, bool library) {
    Arena *scratch = arena_new(0);
    Drafts d = drafts_make(scratch);
    for (size_t i = 0; i < n; i++) {
        const TraceNode *node = *LOG_AT(&g->nodes, TraceNode *, i);
        if (!library && is_inner(node))
            continue;
        Branch *b = draft_of(&d, name_str(node->name), node->cause.moment);
        b->node = node;
        b->node_made = node->cause.moment;
    }
    const Outline *o = drafts_lay(a, &d, scratch);
    arena_free(scratch);
    return o;
}

struct Outlines {
    const Trace *trace;
    const Outline **all;   /* [graphs] with what library code made */
    const Outline **plain; /* [graphs] without; the same one where there is nothing of it */
};

static bool has_inner(const TraceGraph *g) {
    for (size_t i = 0; i < g->nodes.count; i++)
        if (is_inner(*LOG_AT(&g->nodes, TraceNode *, i)))
            return true;
    return false;
}

const Outlines *outlines_make(Arena *a, const Trace *t) {
    Outlines *o = ARENA_NEW(a, Outlines);
    o->trace = t;
    o->all = ARENA_ARRAY(a, t->graphs.count, const Outline *);
    o->plain = ARENA_ARRAY(a, t->graphs.count, const Outline *);
    for (size_t i = 0; i < t->graphs.count; i++) {
        const TraceGraph *g = *LOG_AT(&t->graphs, TraceGraph *, i);
        o->all[i] = outline_make(a, g, g->nodes.count, true);
        o->plain[i] = has_inner(g) ? outline_make(a, g, g->nodes.count, false) : o->all[i];
    }
    return o;
}

const Outline *outlines_at(const Outlines *o, Moment m, bool library) {
    const TraceGraph *g = view_graph_at(o->trace, m);
    return g ? outlines_of_graph(o, g->index, library) : NULL;
}

const Outline *outlines_of_graph(const Outlines *o, uint32_t graph, bool library) {
    return library ? o->all[graph] : o->plain[graph];
}

/* ---- looking up ---- */

uint32_t outline_count(const Outline *o) {
    return o->count;
}

const Branch *outline_branch(const Outline *o, uint32_t index) {
    return &o->at[index];
}

static uint32_t part_find(const Outline *o, const PathWalk *w, uint32_t parent) {
    for (uint32_t i = w->hash & (o->nslots - 1); o->slots[i]; i = (i + 1) & (o->nslots - 1))
        if (is_part(&o->at[o->slots[i] - 1], w, parent))
            return o->slots[i] - 1;
    return BRANCH_NONE;
}

uint32_t outline_of_path(const Outline *o, Str path) {
    uint32_t nearest = BRANCH_NONE;
    for (PathWalk w = {.path = path}; path_next(&w);) {
        uint32_t found = part_find(o, &w, nearest);
        if (found == BRANCH_NONE)
            break;
        nearest = found;
    }
    return nearest;
}

uint32_t outline_find(const Outline *o, Str path) {
    uint32_t found = outline_of_path(o, path);
    return found != BRANCH_NONE && o->at[found].path.len == path.len ? found : BRANCH_NONE;
}

uint32_t outline_of_node(const Outline *o, const TraceNode *n) {
    return outline_of_path(o, name_str(n->name));
}
