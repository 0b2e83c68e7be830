/* build.h: building nodes from library code: conversions, groups of nodes under one name, chains of
 * ops.
 *
 * The functions that give an Output * return NULL after a failure, and pass a failed operand on: in
 * build2(tf, "Mul", NAME_NONE, operand_of(build1(…)), x) the inner failure is the outer one. */
#ifndef TFSCOPE_TF_BUILD_H
#define TFSCOPE_TF_BUILD_H

#include "tf/state.h"

#define NAME_NONE ((Str){NULL, 0})

/* A value of the program as an operand: its tensor, or itself for the engine to have converted. */
Operand operand(const Tf *tf, Value v);
Operand operand_int(Tf *tf, int64_t i); /* an int32 scalar that becomes a Const in its turn */
Operand operand_ints(Tf *tf, int64_t n, const int64_t *v); /* an int32 vector */
Operand operand_float(Tf *tf, double d, DType dtype);      /* a scalar of a floating dtype */

/* A name scope opened by a library function as name_scope(name, fallback, values): the user's name
 * replaces the default. */
typedef struct Group {
    OpScope scope;
    bool pushed;   /* another graph became the default one */
    Str name;      /* full name with a slash at the end: as the name of the last node it means the
                      group's own name */
    size_t before; /* nodes of its graph before it */
} Group;
/* name: the argument (None: fallback). values: n arguments, of which tensors choose the graph. */
bool group_open(Tf *tf, Value name, const char *fallback, uint32_t n, const Value *values,
                Group *g);
bool group_open_str(Tf *tf, Str name, const char *fallback, uint32_t n, const Value *values,
                    Group *g);
void group_close(Tf *tf, Group *g);
/* Closes the group; the result is the tensor. False when it is NULL. */
bool group_done(Tf *tf, Group *g, Output *o, Value *result);
bool give_tensor(Tf *tf, Output *o, Value *result);
/* The graph that the tensors among the values belong to, pushed when it is not the default one. */
bool graph_select(Tf *tf, uint32_t n, const Value *values, bool *pushed);

/* Conversion as tf.convert_to_tensor: name NULL for the default one, dtype DTYPE_INVALID when not
 * imposed. */
Output *convert(Tf *tf, Value v, DType dtype, const char *name);
Output *convert_operand(Tf *tf, Operand o, DType dtype, const char *name);

Output *build(Tf *tf, const char *op, Str name, uint32_t n, const Operand *in, uint32_t nattrs,
              const Attr *attrs);
Output *build0(Tf *tf, const char *op, Str name, uint32_t nattrs, const Attr *attrs);
Output *build1(Tf *tf, const char *op, Str name, Operand x);
Output *build2(Tf *tf, const char *op, Str name, Operand x, Operand y);
Output *build3(Tf *tf, const char *op, Str name, Operand x, Operand y, Operand z);
/* An op whose first input is a list of n tensors, followed by more operands. */
Output *build_list(Tf *tf, const char *op, Str name, uint32_t n, const Operand *list,
                   uint32_t nmore, const Operand *more, uint32_t nattrs, const Attr *attrs);

static inline Attr attr_int(const char *name, int64_t i) {
    return (Attr){.name = name, .kind = ATTR_INT, .i = i};
}
static inline Attr attr_bool(const char *name, bool b) {
    return (Attr){.name = name, .kind = ATTR_BOOL, .b = b};
}
static inline Attr attr_type(const char *name, DType t) {
    return (Attr){.name = name, .kind = ATTR_TYPE, .type = t};
}
static inline Attr attr_str(const char *name, Str s) {
    return (Attr){.name = name, .kind = ATTR_STR, .s = s};
}
static inline Attr attr_shape(const char *name, Shape s) {
    return (Attr){.name = name, .kind = ATTR_SHAPE, .shape = s};
}
static inline Attr attr_float(const char *name, double f) {
    return (Attr){.name = name, .kind = ATTR_FLOAT, .f = f};
}

/* ---- functions of the module that others are composed of ---- */

Output *constant_build(Tf *tf, Value v, DType dtype, bool has_shape, Shape shape,
                       Str name);                                      /* tf.constant */
Output *scalar_build(Tf *tf, double v, DType dtype, const char *name); /* a Const of one number */
/* an int32 vector Const */
Output *ints_build(Tf *tf, int64_t n, const int64_t *v, const char *name);
Output *cast_build(Tf *tf, Operand x, DType dtype, Str name);
/* what: "Shape", "Size", "Rank" */
Output *shape_build(Tf *tf, Operand x, Str name, const char *what);
Output *range_build(Tf *tf, Operand start, Operand limit, Operand delta, DType dtype, Str name);
/* tf.zeros (0), tf.ones (1) */
Output *fill_build(Tf *tf, Value shape, DType dtype, int value, Str name);
Output *zeros_like_build(Tf *tf, Operand x, DType dtype, Str name);
Output *pack_build(Tf *tf, uint32_t n, const Operand *values, int64_t axis,
                   Str name);                                       /* the op Pack */
Output *stack_values(Tf *tf, Value values, int64_t axis, Str name); /* tf.stack */
Output *reduce_build(Tf *tf, const char *op, Operand x, Value axis, bool keep_dims, Str name);
/* transpose a, b, adjoint a, b */
Output *matmul_build(Tf *tf, Value a, Value b, const bool options[4], Str name);
Output *logical_xor_build(Tf *tf, Operand x, Operand y, Str name);
Output *truediv_build(Tf *tf, Operand x, Operand y, Str name);
Output *floordiv_build(Tf *tf, Operand x, Operand y, Str name);
Output *div_build(Tf *tf, Operand x, Operand y, Str name); /* Python 2's / */
Output *slice_build(Tf *tf, Value x, Value key);           /* x[key] */
/* x[from:to]; to -1: to the end */
Output *slice_range(Tf *tf, Output *x, int64_t from, int64_t to);
Output *boolean_mask_build(Tf *tf, Value tensor, Value mask, Value axis, Str name);
Output *transpose_build(Tf *tf, Value a, Value perm, Str name);
Output *add_build(Tf *tf, Operand x, Operand y, Str name); /* the operator +: Add or AddV2 */
/* tf.cond: the branches are Python functions (closure_make for library code). */
bool cond_build(Tf *tf, Value pred, Value true_fn, Value false_fn, Value name, Value *result);
/* x op y with the scope and conversions of Tensor's operators (section 1.6). */
bool binary_build(Tf *tf, BinaryOperator op, Value x, Value y, bool reflected, Value *result);

#endif
