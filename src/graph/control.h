/* control.h: control dependencies, the branches of tf.cond, the loops of tf.while_loop. Only for
 * src/graph and those who build them. */
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
    bool clear; /* None: hides those around it */
    struct ControlContext
        *context; /* control-flow context before, restored on leaving a clear one */
};

/* The control inputs of a node with these inputs that is made now; *n is their number. A frame adds
 * nothing when one of the inputs was made in it: then the node depends on it already. */
Node **control_inputs(Graph *g, Output *const *inputs, uint32_t ninputs, uint32_t *n);

/* ---- contexts ---- */

typedef enum ContextKind { CONTEXT_COND, CONTEXT_WHILE } ContextKind;

/* A branch of a tf.cond or the inside of a tf.while_loop. Nodes made in it take what comes from
 * outside through a Switch or an Enter, made once a tensor. */
typedef struct ControlContext {
    ContextKind kind;
    struct ControlContext *outer; /* the one around it, or NULL */
    struct ControlContext *loop;  /* innermost loop: itself, or one around a branch; or NULL */
    Graph *graph;
    Map inside;    /* by output name: Output * to use in the context */
    Output *pivot; /* what nodes without inputs wait for: cond/switch_t or switch_f; in a loop the
                      first Merge, later the first Identity */
    Output *pred;  /* of a branch: cond/pred_id */
    int branch;    /* of a branch: 1 for the true one */
    Name frame;    /* of a loop: attribute frame_name of its Enter nodes */
    int64_t parallel; /* of a loop: attribute parallel_iterations */
    Node *test;       /* of a loop: LoopCond, or NULL before there is one */
    Output **exits;   /* [nexits] of a loop: what leaves it */
    uint32_t nexits;
    bool flat;                     /* of a loop: nothing flows back through it (back_prop=False) */
    struct GradientLoop *gradient; /* of the loop of a gradient: what it knows, else NULL */
} ControlContext;

/* Makes a context of the default graph inside the current one, which it replaces. */
ControlContext *context_enter(Engine *e, ContextKind kind);
void context_leave(ControlContext *c);
/* Within c, o is `inside` from now on; NULL: it is not known. */
void context_know(Engine *e, ControlContext *c, const Output *o, Output *inside);
Output *context_known(Engine *e, const ControlContext *c, const Output *o);
/* o as the context sees it: o itself when made inside, else what brings it in. */
bool context_value(Engine *e, ControlContext *c, Output *o, Output **out);
/* Called by build_finish for a node made in the context: changes its inputs and control inputs. */
bool context_adopt(Engine *e, ControlContext *c, Node *n);
/* The context that the outputs of n are in: what leaves a loop is outside of it. */
ControlContext *context_of_outputs(const Node *n);
/* Is n an Exit, RefExit? */
bool node_is_exit(const Node *n);
/* Is n an Enter of what does not change? */
bool node_is_constant_enter(const Node *n);
/* An input of a node is another one, or it has a control input more. */
void node_set_input(Node *n, uint32_t i, Output *o);
void node_add_control(Engine *e, Node *n, Node *control);

/* ---- tf.cond (cond.c) ---- */

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
ControlContext *cond_enter(Engine *e, Output *pred, Output *pivot, int branch);
/* What a branch returns: a value from outside goes through a Switch of its own (cond/Switch_1). */
bool cond_result(Engine *e, ControlContext *c, Output *o, Output **out);
/* context_value and context_adopt of a branch. */
bool cond_value(Engine *e, ControlContext *c, Output *o, Output **out);
bool cond_adopt(Engine *e, ControlContext *c, Node *n);

/* ---- tf.while_loop (while.c) ---- */

/* One loop in the making. */
typedef struct Loop {
    ControlContext *context;
    uint32_t n;        /* variables of the loop */
    Output **outside;  /* [n] the values that enter */
    Output **enters;   /* [n] Enter */
    Output **merges;   /* [n] Merge: what the condition sees */
    Output **switches; /* [n] Switch: output 0 leaves the loop */
    Output **body;     /* [n] Identity: what the body sees */
    Output **exits;    /* [n] Exit: what the loop gives */
} Loop;
/* Opens the context and makes Enter and Merge of n variables, in the scope that the caller has
 * opened. shapes: their invariants, or NULL: those of the values. */
bool while_open(Engine *e, uint32_t n, Output *const *values, const Shape *shapes, Loop *l);
/* The condition's result: LoopCond, Switch, Identity. */
bool while_test(Engine *e, Loop *l, Output *test);
/* The body's results: NextIteration and Exit. */
bool while_close(Engine *e, Loop *l, Output *const *next);
/* An Enter of o by name, made in the loop whose context is current; or a node of two equal inputs:
 * the Merge of a variable that has no way back yet. */
bool while_enter_named(Engine *e, ControlContext *c, Output *o, const char *name, Output **out);
bool while_merge_named(Engine *e, Output *enter, const char *name, Output **out);
/* Exit by name, known outside, too; name NULL: the op's type. */
bool while_exit_named(Engine *e, ControlContext *c, Output *o, const char *name, Output **out);
/* context_value and context_adopt of a loop. */
bool while_value(Engine *e, ControlContext *c, Output *o, Output **out);
bool while_adopt(Engine *e, ControlContext *c, Node *n);
/* Takes the control inputs from outside of the innermost loop away from n. Returns how many were
 * taken; those that have outputs are in outside [ncontrols before], their number in noutside. */
uint32_t while_drop_controls(const ControlContext *c, Node *n, Node **outside, uint32_t *noutside);

#endif
