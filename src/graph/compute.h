/* compute.h: running one op: its inputs' values to its outputs' values. Only for src/graph. */
#ifndef TFSCOPE_GRAPH_COMPUTE_H
#define TFSCOPE_GRAPH_COMPUTE_H

#include "graph/opdef.h"

/* One execution of one node. */
struct Call {
    Engine *e;
    const Node *node;
    Session *session; /* NULL while folding: then no op with state is run */
    Arena *arena;     /* where results and work go; the caller copies what must last */
    const Tensor *
        *in; /* [ninputs]; NULL for a dead input (Merge only) and a reference without value */
    const Tensor **out; /* [noutputs]; NULL: dead */
    Name *in_variable;  /* [ninputs] the variable that a reference input refers to, or NULL */
    Name *out_variable; /* [noutputs] the same for reference outputs */
    FaultKind kind;     /* of the error; FAULT_INVALID_ARGUMENT unless set */
    Str error;          /* its first line */
};

/* A copy that shares nothing with t. */
Tensor *tensor_keep(Arena *a, const Tensor *t);

/* ---- for the functions of op.def ---- */

bool compute_fail(Call *c, FaultKind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Stores the only output; t NULL: the error is in c->error. */
bool compute_out(Call *c, const Tensor *t);
int64_t compute_int(const Call *c, const char *attr);
bool compute_bool(const Call *c, const char *attr);
int64_t compute_scalar(const Call *c, int input); /* an integer scalar input */
/* The value of a variable in the session, or NULL. */
const Tensor *compute_variable_value(const Call *c, Name variable);
/* Gives a variable a value: copies it into the run's arena and records it. */
void compute_assign_value(Call *c, Name variable, const Tensor *t);
/* The first elements of a tensor as TensorFlow sums it up: "1 2 3...". most < 0: all. */
void compute_put_summary(Sink *out, Engine *e, const Tensor *t, int64_t most);
/* Would a tensor of so many elements break the budget? Then the error is stored. */
bool compute_fits(Call *c, Shape s);

typedef enum RealOp {
    REAL_LOG1P,
    REAL_EXPM1,
    REAL_TAN,
    REAL_ASIN,
    REAL_ACOS,
    REAL_ATAN,
    REAL_SINH,
    REAL_COSH,
    REAL_ERF,
    REAL_ERFC,
    REAL_LGAMMA,
    REAL_RELU6,
    REAL_SELU,
    REAL_SOFTSIGN,
    REAL_ASINH,
    REAL_ACOSH,
    REAL_ATANH,
} RealOp;
typedef enum PairOp { PAIR_MOD, PAIR_TRUNCATE_DIV, PAIR_DIV_NO_NAN, PAIR_ATAN2 } PairOp;
typedef enum ClassifyOp { CLASSIFY_FINITE, CLASSIFY_NAN, CLASSIFY_INF } ClassifyOp;
typedef enum BitsOp { BITS_AND, BITS_OR, BITS_XOR, BITS_NOT, BITS_LEFT, BITS_RIGHT } BitsOp;
typedef enum PartOp { PART_REAL, PART_IMAG, PART_ABS, PART_ANGLE, PART_CONJUGATE } PartOp;
typedef enum GradOp {
    GRAD_SIGMOID,
    GRAD_TANH,
    GRAD_SQRT,
    GRAD_RSQRT,
    GRAD_RECIPROCAL,
    GRAD_RELU,
    GRAD_RELU6,
    GRAD_ELU,
    GRAD_SOFTPLUS,
    GRAD_SOFTSIGN,
    GRAD_SELU,
} GradOp;
typedef enum RandomOp { RANDOM_UNIFORM, RANDOM_NORMAL, RANDOM_TRUNCATED } RandomOp;
typedef enum ApplyOp {
    APPLY_GRADIENT_DESCENT,
    APPLY_MOMENTUM,
    APPLY_ADAGRAD,
    APPLY_ADADELTA,
    APPLY_ADAM,
    APPLY_RMS_PROP,
    APPLY_CENTERED_RMS_PROP,
    APPLY_FTRL,
} ApplyOp;

#define COMPUTE(name) bool compute_##name(Call *c);
#include "graph/compute.def"
#undef COMPUTE

#endif
