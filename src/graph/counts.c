#include "graph/counts.h"

typedef struct Count Count;

struct Count {
    Name scope;
    int64_t count;
    uint32_t below;  /* entries further down whose count is not 0 */
    Count *parent;   /* of the path without its last part; NULL at the top */
    Count *child;    /* newest entry one level down */
    Count *sibling;  /* next entry of the same parent */
    uint32_t next;   /* counts_unique: numbers below it are in use … */
    uint32_t resets; /* … as long as nothing was reset since then */
};

typedef struct Change {
    Count *entry;
    int64_t before;
} Change;

struct ScopeCounts {
    Arena *arena;
    Names *names;
    Map entries;      /* Count *, by scope */
    Count *top;       /* newest entry without a parent */
    uint32_t resets;  /* how often a count went back */
    uint32_t objects; /* scopes entered by object that are open */
    Change *changes;  /* [nchanges], room for nroom */
    size_t nchanges, nroom;
};

ScopeCounts *counts_make(Arena *a, Names *names) {
    ScopeCounts *c = ARENA_NEW(a, ScopeCounts);
    c->arena = a;
    c->names = names;
    c->entries = map_make(a);
    return c;
}

/* The entry of a scope below its parent, made when there is none. */
static Count *entry_below(ScopeCounts *c, Count *parent, Name scope) {
    Count *entry = map_ptr(&c->entries, scope);
    if (entry)
        return entry;
    entry = ARENA_NEW(c->arena, Count);
    entry->scope = scope;
    entry->parent = parent;
    Count **list = parent ? &parent->child : &c->top;
    entry->sibling = *list;
    *list = entry;
    map_put(&c->entries, scope)->ptr = entry;
    return entry;
}

/* The entry of a scope, made with its parents when there is none. */
static Count *entry_of(ScopeCounts *c, Name scope) {
    Count *entry = map_ptr(&c->entries, scope);
    if (entry)
        return entry;
    for (size_t i = 0; i < scope->len; i++) {
        if (scope->text[i] == '/')
            entry = entry_below(c, entry, name_of(c->names, str_sub(name_str(scope), 0, i)));
    }
    return entry_below(c, entry, scope);
}

static void remember(ScopeCounts *c, Count *entry) {
    if (c->nchanges == c->nroom) {
        size_t room = c->nroom ? c->nroom * 2 : 16;
        Change *changes = ARENA_ARRAY(c->arena, room, Change);
        for (size_t i = 0; i < c->nchanges; i++)
            changes[i] = c->changes[i];
        c->changes = changes;
        c->nroom = room;
    }
    c->changes[c->nchanges++] = (Change){entry, entry->count};
}

/* Gives an entry a count and keeps `below` of those above it true. */
static void set_count(ScopeCounts *c, Count *entry, int64_t count) {
    bool was = entry->count != 0, is = count != 0;
    if (count < entry->count)
        c->resets++;
    entry->count = count;
    for (Count *above = was == is ? NULL : entry->parent; above; above = above->parent)
        above->below += is ? 1u : UINT32_MAX;
}

static void change_count(ScopeCounts *c, Count *entry, int64_t count) {
    if (c->objects)
        remember(c, entry);
    set_count(c, entry, count);
}

int64_t counts_get(const ScopeCounts *c, Name scope) {
    const Count *entry = map_ptr(&c->entries, scope);
    return entry ? entry->count : 0;
}

void counts_add(ScopeCounts *c, Name scope) {
    Count *entry = entry_of(c, scope);
    change_count(c, entry, entry->count + 1);
}

/* Sets the counts of a list of entries and of all below them to 0. */
static void forget_list(ScopeCounts *c, Count *list) {
    for (Count *entry = list; entry; entry = entry->sibling) {
        if (entry->below)
            forget_list(c, entry->child);
        if (entry->count)
            change_count(c, entry, 0);
    }
}

void counts_forget(ScopeCounts *c, Name scope) {
    Count *entry = map_ptr(&c->entries, scope);
    if (entry && entry->below)
        forget_list(c, entry->child);
}

void counts_forget_all(ScopeCounts *c) {
    forget_list(c, c->top);
}

size_t counts_mark(ScopeCounts *c) {
    c->objects++;
    return c->nchanges;
}

uint32_t counts_objects(const ScopeCounts *c) {
    return c->objects;
}

void counts_restore(ScopeCounts *c, size_t mark) {
    c->objects--;
    while (c->nchanges > mark) {
        Change *change = &c->changes[--c->nchanges];
        set_count(c, change->entry, change->before);
    }
}

Name counts_unique(ScopeCounts *c, Name full) {
    if (!counts_get(c, full))
        return full;
    Count *entry = entry_of(c, full);
    uint32_t number = entry->next && entry->resets == c->resets ? entry->next : 1;
    Name found;
    for (;; number++) {
        found = name_of(c->names, str_printf(c->arena, "%s_%u", full->text, number));
        if (!counts_get(c, found))
            break;
    }
    entry->next = number;
    entry->resets = c->resets;
    return found;
}
