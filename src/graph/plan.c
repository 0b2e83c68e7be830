/* plan.c: what a session has to run, and in which order.
 *
 * Needed are the fetched nodes and whatever they depend on through data and control inputs; behind
 * a fed tensor nothing is needed. They run in order of creation, except that a node waits for its
 * inputs where those were made later (a Switch is made after the node in the branch that it feeds).
 * So assignments to a variable happen in the order in which the program made them, unless
 * dependencies say otherwise.
 *
 * Graphs may be a million nodes deep: both walks keep their own stack. */
#include "graph/opdef.h"
#include "graph/session.h"

enum { UNSEEN, NEEDED, WAITING, ORDERED }; /* Execution.state */

typedef struct Stack {
    Arena *arena;
    const Node **at;
    size_t count, cap;
} Stack;

static void push(Stack *s, const Node *n) {
    if (s->count == s->cap) {
        size_t cap = s->cap ? 2 * s->cap : 64;
        const Node **at = ARENA_ARRAY(s->arena, cap, const Node *);
        for (size_t i = 0; i < s->count; i++) {
            at[i] = s->at[i];
        }
        s->at = at;
        s->cap = cap;
    }
    s->at[s->count++] = n;
}

/* ---- needed nodes ---- */

static void need(Execution *x, Stack *s, const Node *n) {
    if (x->state[n->record.id] == UNSEEN) {
        x->state[n->record.id] = NEEDED;
        push(s, n);
    }
}

static bool is_fed(const Execution *x, const Output *o) {
    const Slot *slots = x->slots[o->node->record.id];
    return slots && slots[o->index].fed;
}

static void need_inputs(Execution *x, Stack *s, const Node *n) {
    for (uint32_t i = 0; i < n->record.ninputs; i++) {
        if (!is_fed(x, n->inputs[i])) {
            need(x, s, n->inputs[i]->node);
        }
    }
    for (uint32_t i = 0; i < n->record.ncontrols; i++) {
        need(x, s, n->controls[i]);
    }
}

static void find_needed(Execution *x, const Fetch *fetches, uint32_t n, uint32_t *lowest,
                        uint32_t *highest) {
    Stack s = {.arena = x->e->scratch};
    for (uint32_t i = 0; i < n; i++) {
        if (!fetches[i].output) {
            need(x, &s, fetches[i].node);
        } else if (!is_fed(x, fetches[i].output)) {
            need(x, &s, fetches[i].output->node);
        }
    }
    while (s.count > 0) {
        const Node *at = s.at[--s.count];
        *lowest = at->record.id < *lowest ? at->record.id : *lowest;
        *highest = at->record.id > *highest ? at->record.id : *highest;
        need_inputs(x, &s, at);
    }
}

/* ---- order ---- */

static bool wait_for(Execution *x, Stack *s, const Node *n) {
    if (x->state[n->record.id] == NEEDED) {
        push(s, n);
        return true;
    }
    return false;
}

/* Pushes what n still waits for. False: nothing, n can run. */
static bool push_missing(Execution *x, Stack *s, const Node *n) {
    size_t before = s->count;
    for (uint32_t i = n->record.ncontrols; i > 0; i--) {
        wait_for(x, s, n->controls[i - 1]);
    }
    for (uint32_t i = n->record.ninputs; i > 0; i--) {
        if (!is_fed(x, n->inputs[i - 1])) {
            wait_for(x, s, n->inputs[i - 1]->node);
        }
    }
    return s->count > before;
}

static void order_from(Execution *x, Stack *s, const Node *first) {
    push(s, first);
    while (s->count > 0) {
        const Node *n = s->at[s->count - 1];
        uint8_t *state = &x->state[n->record.id];
        if (*state == NEEDED) {
            *state = WAITING;
            if (push_missing(x, s, n)) {
                continue;
            }
        }
        if (*state == WAITING) {
            *state = ORDERED;
            *LOG_PUSH(&x->order, const Node *) = n;
        }
        s->count--;
    }
}

static bool runnable(Execution *x, const Node *n) {
    if (n->def->compute) {
        return true;
    }
    return engine_fail(x->e, FAULT_REFUSED, "running %s operations", n->def->name);
}

bool plan_make(Execution *x, const Fetch *fetches, uint32_t n) {
    uint32_t lowest = UINT32_MAX, highest = 0;
    find_needed(x, fetches, n, &lowest, &highest);
    Stack s = {.arena = x->e->scratch};
    for (uint32_t id = lowest; id <= highest; id++) {
        const Node *node = *LOG_AT(&x->session->graph->order, Node *, id - 1);
        if (x->state[id] == UNSEEN) {
            continue;
        }
        if (!runnable(x, node)) {
            return false;
        }
        order_from(x, &s, node);
    }
    return true;
}
