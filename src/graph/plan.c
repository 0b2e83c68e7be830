/* plan.c: what a session has to run, and in which order.
 *
 * Needed are the fetched nodes and whatever they depend on through data and control inputs; behind
 * a fed tensor nothing is needed. They run in order of creation, except that a node waits for its
 * inputs where those were made later (a Switch is made after the node in the branch that it feeds).
 * So assignments to a variable happen in the order in which the program made them, unless
 * dependencies say otherwise.
 *
 * A loop is one step of what is around it: it waits for all that enters it. Its round has an order
 * of its own, in which the way back from NextIteration to Merge does not count.
 *
 * Graphs may be a million nodes deep: both walks keep their own stack. */
#include <string.h>

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

/* ---- loops ---- */

LoopPlan *plan_of_node(const Execution *x, const Node *n) {
    const ControlContext *loop = n->context ? n->context->loop : NULL;
    return loop ? map_ptr(&x->loops, loop->frame) : NULL;
}

static LoopPlan *plan_loop(Execution *x, const ControlContext *c) {
    LoopPlan *known = map_ptr(&x->loops, c->frame);
    if (known) {
        return known;
    }
    Arena *a = x->e->scratch;
    LoopPlan *loop = ARENA_NEW(a, LoopPlan);
    *loop = (LoopPlan){c,
                       NULL,
                       log_make(a, sizeof(const Node *)),
                       log_make(a, sizeof(LoopPlan *)),
                       log_make(a, sizeof(RunStep)),
                       NEEDED};
    map_put(&x->loops, c->frame)->ptr = loop;
    if (c->outer && c->outer->loop) {
        loop->outer = plan_loop(x, c->outer->loop);
        *LOG_PUSH(&loop->outer->inner, LoopPlan *) = loop;
    }
    return loop;
}

/* Files the needed nodes of loops under them. */
static void find_loops(Execution *x, uint32_t lowest, uint32_t highest) {
    for (uint32_t id = lowest; id <= highest; id++) {
        const Node *n = *LOG_AT(&x->session->graph->order, Node *, id - 1);
        if (n->context && n->context->loop && x->state[id] != UNSEEN) {
            *LOG_PUSH(&plan_loop(x, n->context->loop)->nodes, const Node *) = n;
        }
    }
}

/* The step of a round of `around` (NULL: of the whole run) in which n runs. False: it runs outside.
 */
static bool step_of(const Execution *x, const Node *n, const LoopPlan *around, RunStep *step) {
    LoopPlan *loop = plan_of_node(x, n);
    *step = (RunStep){n, NULL};
    for (; loop != around; loop = loop->outer) {
        if (!loop) {
            return false;
        }
        *step = (RunStep){NULL, loop};
    }
    return true;
}

/* ---- order ---- */

/* The steps that are wanted, and what they wait for. */
typedef struct Ordering {
    Execution *x;
    const LoopPlan *around; /* the loop whose round it is, or NULL */
    Log *order;
    Arena *arena;
    RunStep *at;
    size_t count, cap;
} Ordering;

static uint8_t *state_of(const Ordering *o, RunStep step) {
    return step.loop ? &step.loop->state : &o->x->state[step.node->record.id];
}

static void push_step(Ordering *o, RunStep step) {
    if (o->count == o->cap) {
        size_t cap = o->cap ? 2 * o->cap : 64;
        RunStep *at = ARENA_ARRAY(o->arena, cap, RunStep);
        for (size_t i = 0; i < o->count; i++) {
            at[i] = o->at[i];
        }
        o->at = at;
        o->cap = cap;
    }
    o->at[o->count++] = step;
}

/* What runs in step `by` waits for n. */
static void wait_for(Ordering *o, RunStep by, const Node *n) {
    RunStep step;
    if (step_of(o->x, n, o->around, &step) && !(step.loop && step.loop == by.loop) &&
        *state_of(o, step) == NEEDED) {
        push_step(o, step);
    }
}

static bool is_back_edge(const Node *n, const Node *input) {
    return input->record.id > n->record.id && n->def->flags & OP_LIVE_ANYWAY && n->context &&
           strstr(input->def->name, "NextIteration");
}

static void wait_for_inputs(Ordering *o, RunStep by, const Node *n) {
    for (uint32_t i = n->record.ncontrols; i > 0; i--) {
        wait_for(o, by, n->controls[i - 1]);
    }
    for (uint32_t i = n->record.ninputs; i > 0; i--) {
        const Output *input = n->inputs[i - 1];
        if (!is_fed(o->x, input) && !is_back_edge(n, input->node)) {
            wait_for(o, by, input->node);
        }
    }
}

static void wait_for_loop(Ordering *o, RunStep by, const LoopPlan *loop) {
    for (size_t i = 0; i < loop->nodes.count; i++) {
        wait_for_inputs(o, by, *LOG_AT(&loop->nodes, const Node *, i));
    }
    for (size_t i = 0; i < loop->inner.count; i++) {
        wait_for_loop(o, by, *LOG_AT(&loop->inner, LoopPlan *, i));
    }
}

/* Pushes what a step still waits for. False: nothing, it can run. */
static bool push_missing(Ordering *o, RunStep step) {
    size_t before = o->count;
    if (step.loop) {
        wait_for_loop(o, step, step.loop);
    } else {
        wait_for_inputs(o, step, step.node);
    }
    return o->count > before;
}

static void order_from(Ordering *o, RunStep first) {
    push_step(o, first);
    while (o->count > 0) {
        RunStep step = o->at[o->count - 1];
        uint8_t *state = state_of(o, step);
        if (*state == NEEDED) {
            *state = WAITING;
            if (push_missing(o, step)) {
                continue;
            }
        }
        if (*state == WAITING) {
            *state = ORDERED;
            *LOG_PUSH(o->order, RunStep) = step;
        }
        o->count--;
    }
}

/* An Enter that no loop made has no Exit. */
static bool runnable(Execution *x, const Node *n) {
    if (opdef_compute(n->def) && (n->context || !node_attr(n, "frame_name"))) {
        return true;
    }
    return engine_fail(x->e, FAULT_REFUSED, "running %s operations", n->def->name);
}

static bool order_node(Ordering *o, const Node *n) {
    RunStep step;
    if (!runnable(o->x, n)) {
        return false;
    }
    if (step_of(o->x, n, o->around, &step)) {
        order_from(o, step);
    }
    return true;
}

/* The order of a loop's round, and of the loops in it. */
static bool order_loop(Execution *x, LoopPlan *loop) {
    Ordering o = {.x = x, .around = loop, .order = &loop->order, .arena = x->e->scratch};
    for (size_t i = 0; i < loop->nodes.count; i++) {
        if (!order_node(&o, *LOG_AT(&loop->nodes, const Node *, i))) {
            return false;
        }
    }
    for (size_t i = 0; i < loop->inner.count; i++) {
        LoopPlan *inner = *LOG_AT(&loop->inner, LoopPlan *, i);
        order_from(&o, (RunStep){NULL, inner});
        if (!order_loop(x, inner)) {
            return false;
        }
    }
    return true;
}

static bool order_loops(Execution *x) {
    for (uint32_t i = 0; i < x->loops.count; i++) {
        LoopPlan *loop = x->loops.entries[i].ptr;
        if (loop && !loop->outer && !order_loop(x, loop)) {
            return false;
        }
    }
    return true;
}

bool plan_make(Execution *x, const Fetch *fetches, uint32_t n) {
    uint32_t lowest = UINT32_MAX, highest = 0;
    find_needed(x, fetches, n, &lowest, &highest);
    find_loops(x, lowest, highest);
    Ordering o = {.x = x, .order = &x->order, .arena = x->e->scratch};
    for (uint32_t id = lowest; id <= highest; id++) {
        const Node *node = *LOG_AT(&x->session->graph->order, Node *, id - 1);
        if (x->state[id] != UNSEEN && !order_node(&o, node)) {
            return false;
        }
    }
    return order_loops(x);
}
