#include "view/finder.h"

#include "base/map.h"
#include "base/text.h"

typedef enum FoundKind { FOUND_SCOPE, FOUND_KEY, FOUND_ERROR } FoundKind;

/* A thing of a name, and the next one of the same name. */
typedef struct Found Found;
struct Found {
    FoundKind kind;
    const void *thing; /* TraceScope, TraceVariable, TraceError */
    Found *next;
};

/* All things of a name, in the order of the run. */
typedef struct FoundList {
    Found *first, *last;
} FoundList;

struct Finder {
    const Trace *trace;
    Arena *arena;
    Map names; /* Name → FoundList * */
};

enum { SHARES_MOST = 20, THINGS_MOST = 20 }; /* that are told one by one */

static void note(Finder *f, Name name, FoundKind kind, const void *thing) {
    if (!name || name->len == 0)
        return;
    MapEntry *entry = map_put(&f->names, name);
    if (!entry->ptr)
        entry->ptr = ARENA_NEW(f->arena, FoundList);
    FoundList *list = entry->ptr;
    if (list->last && list->last->thing == thing)
        return;
    Found *found = ARENA_NEW(f->arena, Found);
    *found = (Found){kind, thing, NULL};
    *(list->last ? &list->last->next : &list->first) = found;
    list->last = found;
}

Finder *finder_make(Arena *a, const Trace *t) {
    Finder *f = ARENA_NEW(a, Finder);
    *f = (Finder){t, a, map_make(a)};
    for (size_t i = 0; i < t->scopes.count; i++) {
        const TraceScope *s = *LOG_AT(&t->scopes, TraceScope *, i);
        if (s->kind == SCOPE_ROOT)
            continue;
        note(f, s->op_scope, FOUND_SCOPE, s);
        note(f, s->kind == SCOPE_VARIABLE ? s->prefix : NULL, FOUND_SCOPE, s);
    }
    for (size_t i = 0; i < t->variables.count; i++) {
        const TraceVariable *v = *LOG_AT(&t->variables, TraceVariable *, i);
        note(f, v->key, FOUND_KEY, v);
    }
    for (size_t i = 0; i < t->errors.count; i++) {
        const TraceError *e = *LOG_AT(&t->errors, TraceError *, i);
        note(f, e->subject, FOUND_ERROR, e);
    }
    return f;
}

/* ---- asking ---- */

static const TraceNode *node_asked(const NameAsked *ask) {
    uint32_t i = ask->outline ? outline_find(ask->outline, name_str(ask->name)) : BRANCH_NONE;
    const TraceNode *n = i == BRANCH_NONE ? NULL : outline_branch(ask->outline, i)->node;
    return n && n->cause.moment < ask->moment ? n : NULL;
}

static const Found *found_asked(const NameAsked *ask) {
    const FoundList *list = map_ptr(&ask->finder->names, ask->name);
    return list ? list->first : NULL;
}

static const TraceVariable *variable_of_key(const NameAsked *ask) {
    for (const Found *f = found_asked(ask); f; f = f->next) {
        const TraceVariable *v = f->thing;
        if (f->kind == FOUND_KEY && v->cause.moment < ask->moment)
            return v;
    }
    return NULL;
}

const TraceVariable *finder_variable(const NameAsked *ask) {
    const TraceNode *n = node_asked(ask);
    return n && n->variable ? n->variable : variable_of_key(ask);
}

static void put_more(Doc *d, size_t more, const char *sentence) {
    if (!more)
        return;
    doc_line(d);
    doc_printf(d, ROLE_DIM, sentence, more);
}

static void put_shares(Doc *d, const NameAsked *ask, const TraceVariable *v) {
    size_t told = 0, more = 0;
    for (size_t i = 0; i < v->shares.count; i++) {
        const TraceShare *s = *LOG_AT(&v->shares, TraceShare *, i);
        if (s->cause.moment >= ask->moment)
            break;
        if (told == SHARES_MOST) {
            more = v->shares.count - i;
            break;
        }
        doc_line(d);
        explain_share(d, ask->why, s);
        told++;
    }
    put_more(d, more, _("... and %zu more; x shows every line that got it"));
}

static bool put_found(Doc *d, const NameAsked *ask, const Found *f) {
    switch (f->kind) {
    case FOUND_SCOPE:
        if (((const TraceScope *)f->thing)->cause.moment >= ask->moment)
            return false;
        explain_scope(d, ask->why, f->thing);
        return true;
    case FOUND_ERROR:
        if (((const TraceError *)f->thing)->cause.moment >= ask->moment)
            return false;
        explain_error(d, ask->why, f->thing);
        return true;
    case FOUND_KEY: return false;
    }
    return false;
}

/* Scopes of that name and errors about it. */
static bool put_all_found(Doc *d, const NameAsked *ask) {
    size_t told = 0, more = 0;
    for (const Found *f = found_asked(ask); f; f = f->next) {
        if (told == THINGS_MOST)
            more++;
        else
            told += put_found(d, ask, f);
    }
    put_more(d, more, _("... and %zu more"));
    return told > 0;
}

bool finder_explain(Doc *d, const NameAsked *ask) {
    const TraceNode *n = node_asked(ask);
    const TraceVariable *v = n ? (view_is_variable(n) ? n->variable : NULL) : variable_of_key(ask);
    if (n || v)
        explain_node(d, ask->why, n ? n : v->node);
    if (v)
        put_shares(d, ask, v);
    return put_all_found(d, ask) || n || v;
}
