/* gradient.h: tf.gradients: the nodes that compute how ys change with xs. Only for src/graph and
 * those who build them. */
#ifndef TFSCOPE_GRAPH_GRADIENT_H
#define TFSCOPE_GRAPH_GRADIENT_H

#include "graph/graph.h"

/* The gradient with respect to one tensor: of the whole, or of some of its rows (IndexedSlices). */
typedef struct Slope {
    Output *values;  /* NULL: there is none */
    Output *indices; /* which rows the values belong to; NULL: values is the whole gradient */
    Output *shape;   /* dense_shape of the slices, or NULL */
} Slope;

/* How several gradients of one tensor are added. */
typedef enum Aggregation { AGGREGATE_ADD_N, AGGREGATE_TREE } Aggregation;

typedef struct GradientRequest {
    Output *const *ys; /* [nys] tensors of which the gradients are taken, converted */
    uint32_t nys;
    Output *const *xs; /* [nxs] with respect to these; a variable's own output stands for it */
    uint32_t nxs;
    const Slope *grad_ys; /* [nys] gradients to begin with; values NULL: ones */
    Node *const *stops;   /* [nstops] nodes behind which nothing depends on xs (stop_gradients) */
    uint32_t nstops;
    bool colocate; /* nodes stand where their forward node does */
    bool gate;     /* no gradient of a node is used before all of them are there */
    Aggregation aggregation;
} GradientRequest;

/* Builds the nodes in the current op scope, which is named after the call ("gradients"). slopes:
 * [nxs], values NULL where ys do not depend on it. */
bool gradients_build(Engine *e, const GradientRequest *r, Slope *slopes);
/* A slope as a tensor: rows are added up into a whole (UnsortedSegmentSum, named name). */
bool slope_dense(Engine *e, const Slope *s, const char *name, Output **out);
/* control_flow_ops.tuple: each gradient once all of them are there. NULL ones stay. */
bool slopes_gate(Engine *e, Slope *slopes, uint32_t n);

#endif
