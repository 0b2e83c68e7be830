/* session.h: one run of a session, inside src/graph. */
#ifndef TFSCOPE_GRAPH_SESSION_H
#define TFSCOPE_GRAPH_SESSION_H

#include "graph/control.h"

/* What an output holds while a run is under way. */
typedef struct Slot {
    const Tensor *value; /* NULL: dead, or a reference to a variable without value */
    Name variable;       /* a reference: to this variable's value at the time it is read */
    bool fed;            /* given by the caller, never computed */
    bool lasting;        /* value outlives the run */
} Slot;

typedef struct LoopPlan LoopPlan;

/* What to run next: a node, or a whole loop. One of them is set. */
typedef struct RunStep {
    const Node *node;
    LoopPlan *loop;
} RunStep;

/* A loop of which a run needs something. */
struct LoopPlan {
    const ControlContext *context;
    LoopPlan *outer; /* the loop around it, or NULL */
    Log nodes;       /* const Node *: needed nodes that are in no loop further inside, by id */
    Log inner;       /* LoopPlan *: loops right inside */
    Log order;       /* RunStep: one round */
    uint8_t state;   /* see plan.c */
};

typedef struct Execution {
    Engine *e;
    Session *session;
    Slot **slots;   /* by node id: [noutputs], NULL for nodes that are not needed */
    bool *dead;     /* by node id: the node was not run, since a branch was not taken */
    uint8_t *state; /* by node id: see plan.c */
    Log order;      /* RunStep: what to run, inputs first */
    Map loops;      /* by frame name: LoopPlan * */
    uint32_t depth; /* loops that are running, one in the other */
} Execution;

/* Finds what the fetches need and in which order it runs. Fed outputs have their slots already. */
bool plan_make(Execution *x, const Fetch *fetches, uint32_t n);
/* The slots of a node, made on first use. */
Slot *execution_slots(Execution *x, const Node *n);
/* The plan of the innermost loop that a node is in, or NULL. */
LoopPlan *plan_of_node(const Execution *x, const Node *n);
/* Runs steps in order; loops from beginning to end (loop.c). */
bool steps_run(Execution *x, const Log *steps);
bool loop_run(Execution *x, LoopPlan *loop);
/* Runs one node of which all inputs have run. */
bool node_run(Execution *x, const Node *n);
/* The value of an output that has run, through a reference to the variable's value of now. False:
 * it has none. */
bool slot_read(Execution *x, const Node *reader, const Slot *s, const Tensor **value,
               bool *lasting);
/* Stores a fault of the runtime: first line, and the second one in the form of the version. */
bool run_fail(Execution *x, FaultKind kind, Str first_line, const Node *n);

#endif
