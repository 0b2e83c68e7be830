/* loop.c: running a loop, round by round.
 *
 * Enter nodes run once; a Merge takes what entered in the first round, and what NextIteration got
 * in later ones; when the test fails, Exit takes what the Switch nodes let out. Everything else
 * runs anew each round: what it made is forgotten, but for what goes on to the next round, which is
 * kept in two arenas by turns. So a loop of any length needs the room of two rounds. */
#include <string.h>

#include "graph/compute.h"
#include "graph/session.h"

/* A variable of the loop: its Merge, and what the next round begins with. */
typedef struct Carried {
    const Node *merge;
    Slot next;
} Carried;

typedef struct Rounds {
    Execution *x;
    LoopPlan *loop;
    Carried *carried;
    uint32_t ncarried;
    Arena *arenas[2]; /* values that go on, by turns */
    uint32_t turn;    /* which of them the next round's values go to */
    ArenaMark mark;   /* of the scratch arena before a round */
    bool first;
} Rounds;

static bool is_enter(const Node *n) {
    return n->def->flags & OP_ENTER;
}

/* The Merge of a variable of the loop, not that of a tf.cond. */
static bool is_head(const Node *n) {
    return opdef_compute(n->def) == compute_merge && n->record.ninputs == 2 &&
           is_enter(n->inputs[0]->node) && n->inputs[0]->node->context == n->context;
}

static Slot *slot_at(const Execution *x, const Output *o) {
    return &x->slots[o->node->record.id][o->index];
}

static bool slot_dead(const Slot *s) {
    return !s->value && !s->variable;
}

/* ---- before the first round ---- */

static void make_slots(Execution *x, const LoopPlan *loop) {
    for (size_t i = 0; i < loop->nodes.count; i++) {
        execution_slots(x, *LOG_AT(&loop->nodes, const Node *, i));
    }
    for (size_t i = 0; i < loop->inner.count; i++) {
        make_slots(x, *LOG_AT(&loop->inner, LoopPlan *, i));
    }
}

static void forget(Execution *x, const Node *n) {
    x->dead[n->record.id] = false;
    memset(x->slots[n->record.id], 0, n->record.noutputs * sizeof(Slot));
}

static bool enter(Rounds *r) {
    Execution *x = r->x;
    const Log *nodes = &r->loop->nodes;
    r->carried = ARENA_ARRAY(x->e->scratch, nodes->count + 1, Carried);
    for (size_t i = 0; i < nodes->count; i++) {
        const Node *n = *LOG_AT(nodes, const Node *, i);
        forget(x, n);
        if (is_enter(n) && !node_run(x, n)) {
            return false;
        }
        if (is_head(n)) {
            r->carried[r->ncarried++].merge = n;
        }
    }
    for (uint32_t i = 0; i < r->ncarried; i++) {
        r->carried[i].next = *slot_at(x, r->carried[i].merge->inputs[0]);
    }
    return true;
}

/* Arenas for the depth that is running, made once a run of the program. */
static void find_arenas(Rounds *r) {
    Log *all = &r->x->e->carriers;
    while (all->count < 2 * (size_t)r->x->depth + 2) {
        *LOG_PUSH(all, Arena *) = engine_arena(r->x->e);
    }
    r->arenas[0] = *LOG_AT(all, Arena *, 2 * (size_t)r->x->depth);
    r->arenas[1] = *LOG_AT(all, Arena *, 2 * (size_t)r->x->depth + 1);
}

/* ---- a round ---- */

static void set_heads(Rounds *r) {
    Execution *x = r->x;
    for (uint32_t i = 0; i < r->ncarried; i++) {
        const Node *n = r->carried[i].merge;
        Slot *slots = x->slots[n->record.id];
        slots[0] = r->carried[i].next;
        x->dead[n->record.id] = slot_dead(&slots[0]);
        slots[1].value = x->dead[n->record.id]
                             ? NULL
                             : tensor_scalar_i64(x->e->scratch, DTYPE_INT32, r->first ? 0 : 1);
    }
}

static bool run_step(Execution *x, const RunStep *step) {
    if (step->loop) {
        return loop_run(x, step->loop);
    }
    const Node *n = step->node;
    return is_enter(n) || is_head(n) || node_is_exit(n) || node_run(x, n);
}

static bool run_round(Rounds *r) {
    Execution *x = r->x;
    for (size_t i = 0; i < r->loop->nodes.count; i++) {
        const Node *n = *LOG_AT(&r->loop->nodes, const Node *, i);
        if (!is_enter(n)) {
            forget(x, n);
        }
    }
    set_heads(r);
    for (size_t i = 0; i < r->loop->order.count; i++) {
        if (!run_step(x, LOG_AT(&r->loop->order, RunStep, i))) {
            return false;
        }
    }
    return true;
}

static bool goes_on(const Rounds *r) {
    const Node *test = r->loop->context->test;
    const Slot *s = test ? &r->x->slots[test->record.id][0] : NULL;
    return s && s->value && tensor_bool(s->value, 0);
}

/* What the next round begins with is kept; all else that the round made is forgotten. */
static void carry(Rounds *r) {
    Arena *to = r->arenas[r->turn];
    arena_reset(to);
    for (uint32_t i = 0; i < r->ncarried; i++) {
        Carried *c = &r->carried[i];
        c->next = *slot_at(r->x, c->merge->inputs[1]);
        if (c->next.value && !c->next.lasting) {
            c->next.value = tensor_keep(to, c->next.value);
        }
    }
    r->turn = 1 - r->turn;
    r->first = false;
    arena_release(r->x->e->scratch, r->mark);
}

/* ---- after the last round ---- */

/* What leaves was carried, or entered just so: either way the round's own memory can go. */
static void leave(Rounds *r) {
    Execution *x = r->x;
    const Log *nodes = &r->loop->nodes;
    arena_release(x->e->scratch, r->mark);
    for (size_t i = 0; i < nodes->count; i++) {
        const Node *n = *LOG_AT(nodes, const Node *, i);
        if (!node_is_exit(n)) {
            continue;
        }
        Slot *s = x->slots[n->record.id];
        *s = *slot_at(x, n->inputs[0]);
        x->dead[n->record.id] = slot_dead(s);
        if (s->value && !s->lasting && !r->first) {
            s->value = tensor_keep(x->e->scratch, s->value);
        }
    }
}

static bool run_rounds(Rounds *r) {
    while (run_round(r)) {
        if (!goes_on(r)) {
            leave(r);
            return true;
        }
        carry(r);
    }
    return false;
}

bool loop_run(Execution *x, LoopPlan *loop) {
    Rounds r = {.x = x, .loop = loop, .first = true};
    make_slots(x, loop);
    find_arenas(&r);
    if (!enter(&r)) {
        return false;
    }
    r.mark = arena_mark(x->e->scratch);
    x->depth++;
    bool ok = run_rounds(&r);
    x->depth--;
    return ok;
}
