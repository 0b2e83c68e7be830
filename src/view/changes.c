/* changes.c: what happened to which branches, gathered from the events between two moments. */
#include "view/changes.h"

#include <string.h>

typedef struct Change {
    uint32_t branch;
    uint8_t own, below; /* ChangeMark bits */
} Change;

struct Changes {
    Arena *arena;
    const Outline *outline;
    Moment from, to;
    Change *at; /* [nslots / 2] */
    uint32_t count;
    uint32_t *slots;      /* a hash table: 0: free, else index + 1 */
    uint32_t nslots;      /* power of two */
    uint32_t first, last; /* branches */
};

/* ---- the table ---- */

enum { SLOTS_FIRST = 32 };

static uint32_t slot_of(const Changes *c, uint32_t branch) {
    uint32_t i = (branch * 2654435769u >> 7) & (c->nslots - 1);
    while (c->slots[i] && c->at[c->slots[i] - 1].branch != branch)
        i = (i + 1) & (c->nslots - 1);
    return i;
}

static void make_room(Changes *c) {
    if (c->count < c->nslots / 2)
        return;
    const Change *before = c->at;
    c->nslots = c->nslots ? c->nslots * 2 : SLOTS_FIRST;
    c->at = ARENA_ARRAY(c->arena, c->nslots / 2, Change);
    c->slots = ARENA_ARRAY(c->arena, c->nslots, uint32_t);
    for (uint32_t i = 0; i < c->count; i++) {
        c->at[i] = before[i];
        c->slots[slot_of(c, before[i].branch)] = i + 1;
    }
}

static Change *change_of(Changes *c, uint32_t branch) {
    make_room(c);
    uint32_t slot = slot_of(c, branch);
    if (!c->slots[slot]) {
        c->at[c->count] = (Change){.branch = branch};
        c->slots[slot] = ++c->count;
    }
    return &c->at[c->slots[slot] - 1];
}

static const Change *find(const Changes *c, uint32_t branch) {
    uint32_t found = c->nslots ? c->slots[slot_of(c, branch)] : 0;
    return found ? &c->at[found - 1] : NULL;
}

/* Costs what is in the table, not what it has room for. */
static void clear(Changes *c) {
    while (c->count > 0) {
        c->slots[slot_of(c, c->at[c->count - 1].branch)] = 0;
        c->count--;
    }
    c->first = c->last = BRANCH_NONE;
}

/* ---- marks ---- */

/* All that is above b learns of it; whoever knows already, so do those above. */
static void mark_above(Changes *c, uint32_t branch, unsigned mark) {
    const Branch *b = outline_branch(c->outline, branch);
    while (b->parent != BRANCH_NONE) {
        Change *above = change_of(c, b->parent);
        if (above->below & mark)
            return;
        above->below |= (uint8_t)mark;
        b = outline_branch(c->outline, b->parent);
    }
}

static void mark_branch(Changes *c, uint32_t branch, unsigned mark) {
    if (branch == BRANCH_NONE)
        return;
    change_of(c, branch)->own |= (uint8_t)mark;
    mark_above(c, branch, mark);
    c->first = c->first == BRANCH_NONE ? branch : c->first;
    c->last = branch;
}

/* A node that is left out, or of another graph, has no branch. */
static void mark_node(Changes *c, const TraceNode *n, unsigned mark) {
    uint32_t branch = n ? outline_find(c->outline, name_str(n->name)) : BRANCH_NONE;
    if (branch != BRANCH_NONE && outline_branch(c->outline, branch)->node == n)
        mark_branch(c, branch, mark);
}

/* Is the branch of the graph in which an error happened? Of a mere prefix that is not known. */
static bool is_there(const Branch *b, const TraceError *e) {
    return !b->node || !e->scope || b->node->graph == e->scope->graph;
}

/* What an error is about: the name, and the variable that was there already. */
static void mark_error(Changes *c, const TraceError *e) {
    if (e->origin)
        mark_node(c, e->origin->node, MARK_ERROR);
    uint32_t subject = e->subject ? outline_find(c->outline, name_str(e->subject)) : BRANCH_NONE;
    if (outline_exists(c->outline, subject, c->to) &&
        is_there(outline_branch(c->outline, subject), e))
        mark_branch(c, subject, MARK_ERROR);
}

static void mark_event(Changes *c, const Trace *t, const Event *e) {
    switch ((EventKind)e->kind) {
    case EVENT_NODE: mark_node(c, *LOG_AT(&t->nodes, TraceNode *, e->arg), MARK_NEW); break;
    case EVENT_SHAPE: mark_node(c, *LOG_AT(&t->nodes, TraceNode *, e->arg), MARK_CHANGED); break;
    case EVENT_VALUE:
        mark_node(c, (*LOG_AT(&t->variables, TraceVariable *, e->arg))->node, MARK_CHANGED);
        break;
    case EVENT_SHARE:
        mark_node(c, (*LOG_AT(&t->shares, TraceShare *, e->arg))->variable->node, MARK_SHARED);
        break;
    case EVENT_RAISE: mark_error(c, *LOG_AT(&t->errors, TraceError *, e->arg)); break;
    case EVENT_BIND:
    case EVENT_UNBIND:
    case EVENT_CHANGE:
    case EVENT_CALL:
    case EVENT_RETURN:
    case EVENT_RESUME:
    case EVENT_OUTPUT:
    case EVENT_VARIABLE: /* its node was marked */
    case EVENT_ENTER:
    case EVENT_LEAVE:
    case EVENT_GRAPH:
    case EVENT_COLLECT:
    case EVENT_REUSE:
    case EVENT_DEFAULTS:
    case EVENT_RUN:
    case EVENT_CATCH:
    case EVENT_COUNT: break;
    }
}

Changes *changes_make(Arena *a, const Trace *t, const Outline *o, Moment from, Moment to) {
    Changes *c = ARENA_NEW(a, Changes);
    c->arena = a;
    changes_move(c, t, o, from, to);
    return c;
}

void changes_move(Changes *c, const Trace *t, const Outline *o, Moment from, Moment to) {
    if (changes_are(c, o, from, to))
        return;
    clear(c);
    c->outline = o;
    c->from = from;
    c->to = to;
    for (Moment m = from; m < to && m < trace_now(t); m++)
        mark_event(c, t, LOG_AT(&t->events, Event, m));
}

bool changes_are(const Changes *c, const Outline *o, Moment from, Moment to) {
    return c->outline == o && c->from == from && c->to == to;
}

/* A prefix is new with its first member. */
unsigned changes_of(const Changes *c, uint32_t branch) {
    const Branch *b = outline_branch(c->outline, branch);
    const Change *change = find(c, branch);
    unsigned own = change ? change->own : MARK_NONE;
    return b->made >= c->from && b->made < c->to ? own | MARK_NEW : own;
}

unsigned changes_below(const Changes *c, uint32_t branch) {
    const Change *change = find(c, branch);
    return change ? change->below : MARK_NONE;
}

uint32_t changes_first(const Changes *c) {
    return c->first;
}

uint32_t changes_last(const Changes *c) {
    return c->last;
}

char change_sign(unsigned marks) {
    if (marks & MARK_ERROR)
        return '!';
    if (marks & MARK_NEW)
        return '+';
    if (marks & MARK_CHANGED)
        return '~';
    return marks & MARK_SHARED ? '=' : ' ';
}
