/* folds.c: which branches are folded otherwise than at first. */
#include <string.h>

#include "view/outline.h"
#include "view/outline_inner.h"

typedef enum Fold { FOLD_AT_FIRST, FOLD_OPEN, FOLD_CLOSED } Fold;

typedef struct FoldEntry {
    Str path;
    uint32_t hash; /* path_hash */
    Fold fold;
} FoldEntry;

struct Folds {
    Arena *arena;
    Fold all;        /* of those that are not in entries */
    Log entries;     /* FoldEntry, in the order in which they were first set */
    uint32_t *slots; /* a hash table: 0: free, else index + 1 */
    uint32_t nslots; /* power of two, or 0 */
};

Folds *folds_make(Arena *a) {
    Folds *f = ARENA_NEW(a, Folds);
    f->arena = a;
    f->entries = log_make(a, sizeof(FoldEntry));
    return f;
}

static FoldEntry *entry_of(const Folds *f, Str path, uint32_t hash) {
    if (!f->nslots)
        return NULL;
    for (uint32_t i = hash_slot(hash, f->nslots); f->slots[i]; i = (i + 1) & (f->nslots - 1)) {
        FoldEntry *e = LOG_AT(&f->entries, FoldEntry, f->slots[i] - 1);
        if (e->hash == hash && str_eq(e->path, path))
            return e;
    }
    return NULL;
}

static void enter(const Folds *f, uint32_t index) {
    uint32_t i = hash_slot(LOG_AT(&f->entries, FoldEntry, index)->hash, f->nslots);
    while (f->slots[i])
        i = (i + 1) & (f->nslots - 1);
    f->slots[i] = index + 1;
}

static void make_room(Folds *f) {
    if (f->entries.count < f->nslots / 2)
        return;
    uint32_t n = f->nslots ? f->nslots * 2 : 16;
    f->slots = ARENA_ARRAY(f->arena, n, uint32_t);
    f->nslots = n;
    for (uint32_t i = 0; i < f->entries.count; i++)
        enter(f, i);
}

static void set(Folds *f, Str path, uint32_t hash, Fold fold) {
    FoldEntry *e = entry_of(f, path, hash);
    if (e) {
        e->fold = fold;
        return;
    }
    if (fold == FOLD_AT_FIRST)
        return;
    make_room(f);
    Str kept = str_dup(f->arena, path);
    *LOG_PUSH(&f->entries, FoldEntry) = (FoldEntry){kept, hash, fold};
    enter(f, (uint32_t)f->entries.count - 1);
}

/* How a branch is that was not set by itself. */
static bool open_at_first(const Folds *f, const Branch *b) {
    return f->all == FOLD_AT_FIRST ? b->node == NULL : f->all == FOLD_OPEN;
}

bool folds_open(const Folds *f, const Branch *b) {
    const FoldEntry *e = entry_of(f, b->path, b->hash);
    return e && e->fold != FOLD_AT_FIRST ? e->fold == FOLD_OPEN : open_at_first(f, b);
}

void folds_set(Folds *f, const Branch *b, bool open) {
    Fold fold = open ? FOLD_OPEN : FOLD_CLOSED;
    set(f, b->path, b->hash, open == open_at_first(f, b) ? FOLD_AT_FIRST : fold);
}

void folds_all(Folds *f, bool open) {
    f->all = open ? FOLD_OPEN : FOLD_CLOSED;
    for (size_t i = 0; i < f->entries.count; i++)
        LOG_AT(&f->entries, FoldEntry, i)->fold = FOLD_AT_FIRST;
}

bool folds_all_closed(const Folds *f) {
    return f->all == FOLD_CLOSED;
}

/* ---- as text ---- */

static void write_line(Sink *out, Fold fold, Str path) {
    if (fold == FOLD_AT_FIRST || memchr(path.at, '\n', path.len))
        return;
    sink_char(out, fold == FOLD_OPEN ? '+' : '-');
    sink_put(out, path);
    sink_char(out, '\n');
}

void folds_write(const Folds *f, Sink *out) {
    write_line(out, f->all, STR("*"));
    for (size_t i = 0; i < f->entries.count; i++) {
        const FoldEntry *e = LOG_AT(&f->entries, FoldEntry, i);
        write_line(out, e->fold, e->path);
    }
}

static void read_line(Folds *f, Str line) {
    if (line.len < 2 || (line.at[0] != '+' && line.at[0] != '-'))
        return;
    bool open = line.at[0] == '+';
    Str path = str_sub(line, 1, line.len);
    if (str_is(path, "*"))
        folds_all(f, open);
    else
        set(f, path, path_hash(path), open ? FOLD_OPEN : FOLD_CLOSED);
}

void folds_read(Folds *f, Str text) {
    for (size_t start = 0; start < text.len;) {
        ptrdiff_t end = str_find(text, STR("\n"), start);
        size_t to = end < 0 ? text.len : (size_t)end;
        read_line(f, str_sub(text, start, to));
        start = to + 1;
    }
}
