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

/* FNV-1a alone leaves names that differ in their last letters side by side. */
uint32_t hash_slot(uint32_t hash, uint32_t nslots) {
    hash = (hash ^ (hash >> 16)) * 0x7feb352du;
    hash = (hash ^ (hash >> 15)) * 0x846ca68bu;
    return (hash ^ (hash >> 16)) & (nslots - 1);
}

/* Is b the part that w stands at, below `parent`? */
static bool is_part(const Branch *b, const PathWalk *w, uint32_t parent) {
    size_t len = w->end - w->start;
    return b->hash == w->hash && b->parent == parent && b->label_len == len &&
           memcmp(b->path.at + b->path.len - len, w->path.at + w->start, len) == 0;
}

/* ---- from an order of creation to that of drawing ---- */

typedef struct Layer {
    uint32_t count;
    DraftFn *draft;
    const void *context;
    uint32_t *place; /* [count] of each draft: first its size, then its index */
    uint32_t *used; /* [count + 1] of what is below each draft, how much is placed; the last: top */
    Branch *at;
    uint32_t *kids;
} Layer;

static void measure(Layer *l) {
    for (uint32_t i = l->count; i-- > 0;) {
        uint32_t parent = l->draft(l->context, i).parent;
        l->place[i]++;
        if (parent != BRANCH_NONE)
            l->place[parent] += l->place[i];
    }
}

/* A child goes behind those of its parent that are placed already. */
static void place(Layer *l) {
    for (uint32_t i = 0; i < l->count; i++) {
        Branch b = l->draft(l->context, i);
        bool top = b.parent == BRANCH_NONE;
        uint32_t *used = &l->used[top ? l->count : b.parent], size = l->place[i];
        b.parent = top ? BRANCH_NONE : l->place[b.parent];
        b.index = *used + (top ? 0 : b.parent + 1);
        b.end = b.index + size;
        b.nkids = 0;
        *used += size;
        l->place[i] = b.index;
        l->at[b.index] = b;
        if (!top)
            l->at[b.parent].nkids++;
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

static void enter(uint32_t *slots, uint32_t nslots, uint32_t hash, uint32_t index) {
    uint32_t i = hash_slot(hash, nslots);
    while (slots[i])
        i = (i + 1) & (nslots - 1);
    slots[i] = index + 1;
}

static void enter_all(Arena *a, Outline *o) {
    uint32_t n = 16;
    while (n / 3 * 2 < o->count)
        n *= 2;
    uint32_t *slots = ARENA_ARRAY(a, n, uint32_t);
    for (uint32_t i = 0; i < o->count; i++)
        enter(slots, n, o->at[i].hash, i);
    o->slots = slots;
    o->nslots = n;
}

const Outline *outline_lay(Arena *a, uint32_t n, DraftFn *draft, const void *context) {
    Arena *scratch = arena_new(0);
    Layer l = {.count = n, .draft = draft, .context = context};
    l.place = ARENA_ARRAY(scratch, n, uint32_t);
    l.used = ARENA_ARRAY(scratch, (size_t)n + 1, uint32_t);
    l.at = ARENA_ARRAY(a, n, Branch);
    l.kids = ARENA_ARRAY(a, n, uint32_t);
    measure(&l);
    place(&l);
    Outline *o = ARENA_NEW(a, Outline);
    *o = (Outline){.at = l.at, .count = n, .kids = l.kids, .ntop = list_children(&l)};
    enter_all(a, o);
    arena_free(scratch);
    return o;
}

/* ---- gathering ---- */

/* A branch of the outline without what library code made. */
typedef struct Plain {
    uint32_t draft;
    Moment made; /* by a node that is shown there */
} Plain;

/* The hash stands beside the index, so that other branches are not looked at in passing: in a large
 * graph each look is a cache miss. */
typedef struct DraftSlot {
    uint32_t hash;
    uint32_t draft; /* plus one; 0: free */
} DraftSlot;

/* The branches of a graph as they come. `kids` of a draft is its place in `plain`, plus one; 0
 * while it has none there. */
typedef struct Drafts {
    Log branches;     /* Branch */
    Log plain;        /* Plain */
    DraftSlot *slots; /* a hash table by path */
    uint32_t nslots;  /* power of two */
    bool has_inner;   /* some nodes are inside of variables: plain has fewer */
} Drafts;

enum { SLOTS_FIRST = 64 };

static Drafts drafts_make(Arena *scratch) {
    return (Drafts){.branches = log_make(scratch, sizeof(Branch)),
                    .plain = log_make(scratch, sizeof(Plain)),
                    .slots = ARENA_ARRAY(scratch, SLOTS_FIRST, DraftSlot),
                    .nslots = SLOTS_FIRST};
}

static Branch *draft_at(const Drafts *d, uint32_t i) {
    return LOG_AT(&d->branches, Branch, i);
}

static void draft_enter(const Drafts *d, DraftSlot slot) {
    uint32_t i = hash_slot(slot.hash, d->nslots);
    while (d->slots[i].draft)
        i = (i + 1) & (d->nslots - 1);
    d->slots[i] = slot;
}

static void more_slots(Drafts *d) {
    const DraftSlot *before = d->slots;
    uint32_t n = d->nslots;
    d->nslots = 2 * n;
    d->slots = ARENA_ARRAY(d->branches.arena, d->nslots, DraftSlot);
    for (uint32_t i = 0; i < n; i++)
        if (before[i].draft)
            draft_enter(d, before[i]);
}

static uint32_t draft_add(Drafts *d, const Branch *b) {
    uint32_t index = (uint32_t)d->branches.count;
    if (index >= d->nslots / 2)
        more_slots(d);
    *LOG_PUSH(&d->branches, Branch) = *b;
    draft_enter(d, (DraftSlot){b->hash, index + 1});
    return index;
}

static uint32_t draft_find(const Drafts *d, const PathWalk *w, uint32_t parent) {
    uint32_t i = hash_slot(w->hash, d->nslots);
    for (; d->slots[i].draft; i = (i + 1) & (d->nslots - 1))
        if (d->slots[i].hash == w->hash && is_part(draft_at(d, d->slots[i].draft - 1), w, parent))
            return d->slots[i].draft - 1;
    return BRANCH_NONE;
}

/* The draft of a path, made with all that is above it where it is new. */
static uint32_t draft_of(Drafts *d, Str path, Moment made) {
    uint32_t parent = BRANCH_NONE, depth = 0;
    for (PathWalk w = {.path = path}; path_next(&w); depth++) {
        uint32_t found = draft_find(d, &w, parent);
        if (found == BRANCH_NONE)
            found = draft_add(d, &(Branch){.path = str_sub(path, 0, w.end),
                                           .label_len = (uint32_t)(w.end - w.start),
                                           .hash = w.hash,
                                           .parent = parent,
                                           .depth = depth,
                                           .made = made,
                                           .node_made = MOMENT_END});
        parent = found;
    }
    return parent;
}

/* Shows a draft in the plain outline, and all that is above it; what is above comes first. */
static void show_plain(Drafts *d, uint32_t draft, Moment made) {
    uint32_t i = draft, n = 0;
    for (; i != BRANCH_NONE && !draft_at(d, i)->kids; i = draft_at(d, i)->parent)
        n++;
    uint32_t place = (uint32_t)d->plain.count + n;
    for (uint32_t k = 0; k < n; k++)
        log_push(&d->plain);
    for (i = draft; n > 0; n--, i = draft_at(d, i)->parent) {
        draft_at(d, i)->kids = place;
        *LOG_AT(&d->plain, Plain, --place) = (Plain){i, made};
    }
}

/* Nodes inside a variable (its initializer, Assign, read) are part of it. */
static bool is_inner(const TraceNode *n) {
    return n->variable && n->variable->node != n;
}

static Drafts drafts_of(Arena *scratch, const TraceGraph *g, size_t n) {
    Drafts d = drafts_make(scratch);
    for (size_t i = 0; i < n; i++) {
        const TraceNode *node = *LOG_AT(&g->nodes, TraceNode *, i);
        Moment made = node->cause.moment;
        uint32_t index = draft_of(&d, name_str(node->name), made);
        draft_at(&d, index)->node = node;
        draft_at(&d, index)->node_made = made;
        if (is_inner(node))
            d.has_inner = true;
        else
            show_plain(&d, index, made);
    }
    return d;
}

static Branch draft_of_all(const void *context, uint32_t i) {
    return *draft_at(context, i);
}

static Branch draft_of_plain(const void *context, uint32_t i) {
    const Plain *p = LOG_AT(&((const Drafts *)context)->plain, Plain, i);
    Branch b = *draft_at(context, p->draft);
    b.made = p->made;
    if (b.parent != BRANCH_NONE)
        b.parent = draft_at(context, b.parent)->kids - 1;
    if (b.node && is_inner(b.node)) {
        b.node = NULL;
        b.node_made = MOMENT_END;
    }
    return b;
}

static const Outline *lay(Arena *a, const Drafts *d, bool library) {
    return library || !d->has_inner ? outline_lay(a, (uint32_t)d->branches.count, draft_of_all, d)
                                    : outline_lay(a, (uint32_t)d->plain.count, draft_of_plain, d);
}

const Outline *outline_make(Arena *a, const TraceGraph *g, size_t n, bool library) {
    Arena *scratch = arena_new(0);
    Drafts d = drafts_of(scratch, g, n);
    const Outline *o = lay(a, &d, library);
    arena_free(scratch);
    return o;
}

struct Outlines {
    const Trace *trace;
    const Outline **all;   /* [graphs] with what library code made */
    const Outline **plain; /* [graphs] without; the same one where there is nothing of it */
};

static void gather_graph(Arena *a, Outlines *o, const TraceGraph *g) {
    Arena *scratch = arena_new(0);
    Drafts d = drafts_of(scratch, g, g->nodes.count);
    o->all[g->index] = lay(a, &d, true);
    o->plain[g->index] = d.has_inner ? lay(a, &d, false) : o->all[g->index];
    arena_free(scratch);
}

const Outlines *outlines_make(Arena *a, const Trace *t) {
    Outlines *o = ARENA_NEW(a, Outlines);
    o->trace = t;
    o->all = ARENA_ARRAY(a, t->graphs.count, const Outline *);
    o->plain = ARENA_ARRAY(a, t->graphs.count, const Outline *);
    for (size_t i = 0; i < t->graphs.count; i++)
        gather_graph(a, o, *LOG_AT(&t->graphs, TraceGraph *, i));
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
    for (uint32_t i = hash_slot(w->hash, o->nslots); o->slots[i]; i = (i + 1) & (o->nslots - 1))
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
