/* members.c: attributes by name in order of creation. Few are searched one by one; many, by a hash
 * index. */
#include <string.h>

#include "run/machine.h"

#define FEW 8u

static uint32_t find_indexed(const Members *m, Name name) {
    uint32_t mask = m->nindex - 1;
    for (uint32_t i = name_place(name) & mask;; i = (i + 1) & mask) {
        uint32_t at = m->index[i];
        if (!at) {
            return UINT32_MAX;
        }
        if (m->at[at - 1].name == name) {
            return at - 1;
        }
    }
}

static uint32_t find(const Members *m, Name name) {
    if (m->index) {
        return find_indexed(m, name);
    }
    for (uint32_t i = 0; i < m->count; i++) {
        if (m->at[i].name == name) {
            return i;
        }
    }
    return UINT32_MAX;
}

Value members_get(const Members *m, Name name) {
    uint32_t i = find(m, name);
    return i == UINT32_MAX ? value_unbound() : cell_get(&m->at[i].cell);
}

static void index_put(Members *m, uint32_t i) {
    uint32_t mask = m->nindex - 1;
    uint32_t at = name_place(m->at[i].name) & mask;
    while (m->index[at]) {
        at = (at + 1) & mask;
    }
    m->index[at] = i + 1;
}

static void index_make(Arena *a, Members *m) {
    uint32_t n = m->nindex ? m->nindex * 2 : FEW * 4;
    m->index = ARENA_ARRAY(a, n, uint32_t);
    m->nindex = n;
    for (uint32_t i = 0; i < m->count; i++) {
        index_put(m, i);
    }
}

static void grow(Arena *a, Members *m) {
    uint32_t cap = m->cap ? m->cap * 2 : 4;
    Member *at = ARENA_ARRAY(a, cap, Member);
    if (m->count) {
        memcpy(at, m->at, m->count * sizeof *at);
    }
    m->at = at;
    m->cap = cap;
}

static Cell *add(Arena *a, Members *m, Name name) {
    if (m->count == m->cap) {
        grow(a, m);
    }
    m->at[m->count].name = name;
    m->count++;
    if (m->index && m->count * 2 <= m->nindex) {
        index_put(m, m->count - 1);
    } else if (m->count > FEW) {
        index_make(a, m);
    }
    return &m->at[m->count - 1].cell;
}

void members_set(Run *run, Members *m, Object *owner, Name name, Value v) {
    uint32_t i = find(m, name);
    if (i == UINT32_MAX && is_unbound(v)) {
        return;
    }
    Cell *c = i == UINT32_MAX ? add(run->arena, m, name) : &m->at[i].cell;
    cell_set(run->arena, c, v, trace_now(run->trace));
    if (owner) {
        record_change(run, owner);
    }
}

void members_parts(const Members *members, Moment m, PartFn *fn, void *context) {
    for (uint32_t i = 0; i < members->count; i++) {
        Value v = cell_at(&members->at[i].cell, m);
        Name name = members->at[i].name;
        if (is_unbound(v) || is_special(name)) {
            continue;
        }
        char label[80];
        int n = snprintf(label, sizeof label, ".%s", name->text);
        size_t len = n < (int)sizeof label ? (size_t)n : sizeof label - 1;
        fn(context, (Str){label, len}, v);
    }
}
