/* gradient_build.h: what the gradient functions of the table gradient.def share.
 *
 * A gradient function reads the forward node and the gradients of its outputs, makes nodes in the
 * scope that has been opened for it, and stores the gradients of the inputs. Functions that give an
 * Output * return NULL after a failure and pass a failed operand on; what is stored then does not
 * matter, since the fault is in the engine and `failed` is set. The order of the calls is the order
 * of the nodes, so two calls that make nodes never stand in one expression. */
#ifndef TFSCOPE_GRAPH_GRADIENT_BUILD_H
#define TFSCOPE_GRAPH_GRADIENT_BUILD_H

#include "graph/gradient.h"
#include "graph/opdef.h"

/* One call of a gradient function. */
typedef struct Gradient {
    Engine *e;
    const Node *op; /* the forward node */
    Slope *dy;      /* [noutputs] gradients of its outputs */
    Slope *dx;      /* [ninputs] to be filled in; values NULL: none */
    bool failed;
} Gradient;
typedef void GradientFn(Gradient *g);

/* What the table says about an op. */
typedef enum GradientKind {
    GRADIENT_FUNCTION,
    GRADIENT_FLAT,   /* it has no gradient: nothing flows back (NotDifferentiable) */
    GRADIENT_NONE,   /* TensorFlow registers none: LookupError */
    GRADIENT_ABSENT, /* not in the table: TensorFlow may have one, it is not modelled */
} GradientKind;
GradientKind gradient_find(const char *op, GradientFn **fn);

static inline Output *in(const Gradient *g, int i) {
    return g->op->inputs[i];
}
static inline Output *out(const Gradient *g, int i) {
    return &g->op->outputs[i];
}
/* The gradient of output i as a tensor; NULL: failed, or there is none. */
Output *grad_dy(Gradient *g, int i);
static inline void give(Gradient *g, int input, Output *o) {
    g->dx[input].values = o;
}

/* Constants, which become nodes when the op that takes them converts them. */
Operand grad_number(Gradient *g, double v, DType t);
Operand grad_whole(Gradient *g, int64_t v); /* an int32 scalar */
Operand grad_wholes(Gradient *g, int64_t n, const int64_t *v);
/* A Const node; name NULL: "Const". */
Output *grad_constant(Gradient *g, Operand o, const char *name);

/* An op; name NULL: its type. */
Output *grad_op_n(Gradient *g, const char *op, const char *name, uint32_t n,
                  const Operand *operands, uint32_t nattrs, const Attr *attrs);
Output *grad_op1(Gradient *g, const char *op, const char *name, Output *x);
Output *grad_op2(Gradient *g, const char *op, const char *name, Output *x, Output *y);
Output *grad_op3(Gradient *g, const char *op, const char *name, Output *x, Output *y, Output *z);
/* An op of a list of n tensors and one more operand. */
Output *grad_op_list(Gradient *g, const char *op, const char *name, uint32_t n, Output *const *list,
                     const Operand *more, uint32_t nattrs, const Attr *attrs);
/* An attribute of the forward node under the same name; kind ATTR_INT and 0 when it has none. */
Attr grad_attr(const Gradient *g, const char *name);
static inline Operand of(Output *o) {
    return operand_of(o);
}

/* tf.shape, a constant where the shape is known; plain: always the op. */
Output *grad_shape(Gradient *g, Output *x, bool plain);
Output *grad_rank(Gradient *g, Output *x);
Output *grad_size(Gradient *g, Output *x);
Output *grad_range(Gradient *g, Operand from, Operand to, Operand step);
Output *grad_reshape(Gradient *g, Output *x, Output *shape);
Output *grad_add(Gradient *g, Operand x, Operand y); /* the operator + */
Output *grad_sum_all(Gradient *g, const char *op, Output *x);
Output *grad_cast(Gradient *g, Output *x, DType t);
Output *grad_zeros(Gradient *g, Output *shape, DType t); /* tf.zeros of a shape tensor */
Output *grad_zeros_like(Gradient *g, Output *x);
Output *grad_concat(Gradient *g, uint32_t n, Output *const *list, Operand axis);
Output *grad_transpose(Gradient *g, Output *x, Output *perm);
#define ROW_NONE INT64_MIN
/* x[from:to] of a vector; ROW_NONE: no bound */
Output *grad_rows(Gradient *g, Output *x, int64_t from, int64_t to);
/* math_ops.reduced_shape: a shape with ones at the axes. */
Output *grad_reduced_shape(Gradient *g, Output *shape, Output *axes);
/* x // max(y, 1) */
Output *grad_safe_div(Gradient *g, Output *x, Output *y);
/* vec [n] times each row of mat [n, k] */
Output *grad_broadcast_mul(Gradient *g, Output *vec, Output *mat);

/* Nodes made from now on wait for the gradient of output 0. */
struct ControlFrame *grad_wait(Gradient *g);
void grad_resume(Gradient *g, struct ControlFrame *f);
/* Refuses what is not modelled. */
void grad_refuse(Gradient *g, const char *what);

#define GRADIENT(OP, NAME) GradientFn gradient_##NAME;
#define FLAT(OP)
#define NONE(OP)
#include "graph/gradient.def"
#undef GRADIENT
#undef FLAT
#undef NONE

#endif
