/* infer.h: static shapes: what TensorFlow's shape functions say when a node is made.
 *
 * A shape function reads the shapes of the inputs and, for inputs that are shapes, axes or sizes,
 * their values as far as the graph tells them; it fills in the shapes of the outputs, or refuses
 * with TensorFlow's sentence, to which the node, its op and the shapes are added. */
#ifndef TFSCOPE_GRAPH_INFER_H
#define TFSCOPE_GRAPH_INFER_H

#include "graph/opdef.h"

struct Infer {
    Engine *e;
    Node *node;          /* complete but for the shapes of its outputs */
    uint32_t read;       /* bit i: the value of input i was asked for */
    uint32_t read_shape; /* bit i: the value of input i was asked for as a shape */
};

/* Runs the op's shape function and folds known values. False: ValueError. */
bool infer_node(Engine *e, Node *n);

/* ---- for shape functions ---- */

Arena *infer_arena(const Infer *i);
int infer_inputs(const Infer *i); /* how many inputs the node has */
Shape infer_in(const Infer *i, int input);
bool infer_out(Infer *i, int output, Shape s); /* true */
bool infer_fail(Infer *i, const char *format, ...) __attribute__((format(printf, 2, 3)));
const Tensor *infer_value(Infer *i, int input); /* NULL when the graph does not tell */
/* an integer vector as a shape: as much as is known */
Shape infer_shape_value(Infer *i, int input);
int64_t infer_attr_int(const Infer *i, const char *name);
bool infer_attr_bool(const Infer *i, const char *name);

/* The value of a tensor that follows from constants and static shapes alone, or NULL. Small ones
 * only. */
const Tensor *fold_value(Engine *e, const Output *o);
/* The same for a vector that is meant as a shape; parts of it may be unknown. */
Shape fold_shape(Engine *e, const Output *o);

/* Each false with the sentence stored (WithRank, Merge and so on of TensorFlow's InferenceContext).
 */
/* unknown rank becomes `rank` unknown dims */
bool infer_rank(Infer *i, int input, int rank, Shape *out);
bool infer_rank_at_least(Infer *i, int input, int rank);
bool infer_rank_at_most(Infer *i, int input, int rank);
bool infer_agree(Infer *i, Shape x, Shape y, Shape *out);
bool infer_agree_dim(Infer *i, int64_t x, int64_t y, int64_t *out);
/* Adds rank to a negative axis; false when it is outside [-rank, rank). */
bool infer_axis(int64_t *axis, int rank);
Shape infer_dims(const Infer *i, int rank); /* all unknown */
static inline int64_t shape_dim(Shape s, int d) {
    return s.rank < 0 ? DIM_UNKNOWN : s.dims[d];
}

/* ---- shape functions, by what they do ---- */

#define INFER(name) bool infer_##name(Infer *i);
#include "graph/infer.def"
#undef INFER

#endif
