/* control.h: control dependencies, and the branches of tf.cond. Only for src/graph and those who
 * build them. */
#ifndef TFSCOPE_GRAPH_CONTROL_H
#define TFSCOPE_GRAPH_CONTROL_H

#include "graph/graph.h"

/* One tf.control_dependencies that is open, and those around it. Never changed after it was made,
 * so that a node can remember the frame that it was made in. */
struct ControlFrame {
    ControlFrame *outer;
    Graph *graph;
    Node **nodes; /* the control inputs that this one adds */
    uint32_t nnodes;
    bool clear;    /* None: hides those around it */
    void *context; /* control-flow context before, restored on leaving a clear one */
};

/* The control inputs of a node with these inputs that is made now; *n is their number. A frame adds
 * nothing when one of the inputs was made in it: then the node depends on it already. */
Node **control_inputs(Graph *g, Output *const *inputs, uint32_t ninputs, uint32_t *n);

/* One branch of a tf.cond. Nodes made in it take what comes from outside through a Switch. */
typedef struct CondContext {
    struct CondContext *outer;
    Graph *graph;
    Output *pred;  /* cond/pred_id */
    Output *pivot; /* cond/switch_t or cond/switch_f */
    int branch;    /* 1 for the true one */
    Map inside;    /* by output name: Output * to use in the branch */
} CondContext;

/* What a tf.cond begins with, in the scope that the caller has opened: Switch, switch_t, switch_f,
 * pred_id. */
typedef struct CondParts {
    Output *pred;      /* pred_id */
    Output *pivots[2]; /* by branch: switch_f, switch_t */
} CondParts;
bool cond_open(Engine *e, Output *pred, CondParts *parts);
/* Joins a result of the two branches (what cond_result gave): Merge. */
bool cond_merge(Engine *e, Output *if_false, Output *if_true, Output **out);

/* Makes the branch's context and installs it. */
CondContext *cond_enter(Engine *e, Output *pred, Output *pivot, int branch);
void cond_leave(CondContext *c);
/* o as the branch sees it: o itself when made inside, else a Switch of it, made once a tensor. */
bool cond_value(Engine *e, CondContext *c, Output *o, Output **out);
/* What a branch returns: a value from outside goes through a Switch of its own (cond/Switch_1). */
bool cond_result(Engine *e, CondContext *c, Output *o, Output **out);
/* Called by build_finish for a node made in the branch: changes its inputs, adds the pivot as
 * control input. */
bool cond_adopt(Engine *e, CondContext *c, Node *n);

#endif
