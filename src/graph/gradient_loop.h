/* gradient_loop.h: gradients of tf.while_loop. Only for src/graph. */
#ifndef TFSCOPE_GRAPH_GRADIENT_LOOP_H
#define TFSCOPE_GRAPH_GRADIENT_LOOP_H

#include "graph/control.h"
#include "graph/gradient_build.h"

/* The gradient of one loop in one call of tf.gradients: a loop of its own that goes through the
 * rounds of the forward loop from the last to the first. */
typedef struct GradientLoop {
    ControlContext *forward;  /* the loop */
    ControlContext *backward; /* the loop of the gradient */
    Node *forward_index;      /* NextIteration of the forward loop's counter */
    Node *backward_index;     /* of the backward loop's counter */
    Node *forward_sync;       /* f_sync, made when it is needed */
    Node *backward_sync;      /* b_sync */
    Map history;              /* by output name: Output * that has its value of the same round */
    Log merges;               /* LoopMerge: gradients of the loop's variables */
    uint32_t pending_exits;   /* exits of the forward loop that have not been seen */
    Log deferred, unused;     /* Output *: exits that wait for the others */
    Output **exits;           /* [nexits] of the forward loop, without its counter's */
    uint32_t nexits;
} GradientLoop;

/* Makes the counters of both loops in the current op scope. */
bool gradient_loop_make(Engine *e, ControlContext *forward, GradientLoop **made);
/* Is the loop of a gradient being built to which o comes from the forward loop? */
bool gradient_loop_keeps(Engine *e, const Output *o);
/* The value that o had in the same round: kept on a stack by the forward loop. */
bool gradient_loop_value(Engine *e, ControlContext *c, Output *o, Output **out);
/* Zeros for an exit on which nothing depends. */
bool gradient_loop_exit_zeros(Engine *e, Output *exit, Output **zeros);
/* Zeros for an output of a node in the forward loop; NULL: none are needed. */
bool gradient_loop_zeros(Engine *e, GradientLoop *l, const Node *n, uint32_t i, Output **zeros);
/* A variable whose gradient does not depend on the round before begins each round with zeros. */
bool gradient_loop_finish(Engine *e, GradientLoop *l);

/* Of a Switch and a Merge of a loop. */
void gradient_loop_switch(Gradient *g);
void gradient_loop_merge(Gradient *g);
/* The condition of a tf.cond: inside of a loop as it was in the same round. */
Output *gradient_loop_condition(Gradient *g, const ControlContext *branch);

#endif
