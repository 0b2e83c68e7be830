/* build_host.h: short ways to make nodes and values, on top of fake_host.h, for tests of ops,
 * shapes and sessions. */
#ifndef TFSCOPE_TESTS_GRAPH_BUILD_HOST_H
#define TFSCOPE_TESTS_GRAPH_BUILD_HOST_H

#include "graph/opdef.h"
#include "tests/graph/fake_host.h"

/* A vector of integers; a tensor of reals (float32) of the shape. */
static inline Tensor *ints(World *w, DType t, int n, const int64_t *v) {
    int64_t dim = n;
    Tensor *to = tensor_make(w->arena, t, shape_make(w->arena, 1, &dim));
    for (int i = 0; i < n; i++) {
        tensor_set_i64(to, i, v[i]);
    }
    return to;
}

static inline Tensor *reals(World *w, Shape s, const double *v) {
    Tensor *to = tensor_make(w->arena, DTYPE_FLOAT32, s);
    for (int64_t i = 0; i < to->count; i++) {
        tensor_set_f64(to, i, v[i]);
    }
    return to;
}

#define INTS(w, ...)                                                                               \
    ints((w), DTYPE_INT32, (int)(sizeof((int64_t[]){__VA_ARGS__}) / sizeof(int64_t)),              \
         (int64_t[]){__VA_ARGS__})
#define REALS(w, shape, ...) reals((w), (shape), (double[]){__VA_ARGS__})

static inline Tensor *real(World *w, double v) {
    return tensor_scalar_f64(w->arena, DTYPE_FLOAT32, v);
}

static inline Tensor *whole(World *w, int64_t v) {
    return tensor_scalar_i64(w->arena, DTYPE_INT32, v);
}

static inline Output *constant(World *w, const Tensor *t, const char *name) {
    Output *out;
    assert_true(constant_make(w->e, t, *name ? str_of(name) : (Str){0}, &out));
    return out;
}

static inline Output *placeholder_of(World *w, const char *name, DType t, Shape s) {
    Attr attrs[] = {{.name = "dtype", .kind = ATTR_TYPE, .type = t},
                    {.name = "shape", .kind = ATTR_SHAPE, .shape = s}};
    Node *n;
    assert_true(node_make(w->e, "Placeholder", str_of(name), NULL, 0, attrs, 2, &n));
    return &n->outputs[0];
}

/* A float32 placeholder. */
static inline Output *placeholder(World *w, const char *name, Shape s) {
    return placeholder_of(w, name, DTYPE_FLOAT32, s);
}

static inline bool try_op(World *w, const char *op, const char *name, uint32_t n, Output *const *in,
                          const Attr *attrs, uint32_t nattrs, Output **out) {
    Operand operands[8];
    for (uint32_t i = 0; i < n; i++) {
        operands[i] = operand_of(in[i]);
    }
    return op_apply1(w->e, op, name ? str_of(name) : (Str){0}, operands, n, attrs, nattrs, out);
}

static inline Output *op_of(World *w, const char *op, uint32_t n, Output *const *in,
                            const Attr *attrs, uint32_t nattrs) {
    Output *out;
    if (!try_op(w, op, NULL, n, in, attrs, nattrs, &out)) {
        print_error("%s: %.*s\n", op, STR_ARG(w->e->fault.text));
        fail();
    }
    return out;
}

#define OP1(w, op, x) op_of((w), (op), 1, (Output *[]){(x)}, NULL, 0)
#define OP2(w, op, x, y) op_of((w), (op), 2, (Output *[]){(x), (y)}, NULL, 0)
#define OP3(w, op, x, y, z) op_of((w), (op), 3, (Output *[]){(x), (y), (z)}, NULL, 0)

/* The op is refused; returns the message. */
static inline Str refused_op(World *w, const char *op, uint32_t n, Output *const *in,
                             const Attr *attrs, uint32_t nattrs) {
    Output *out;
    assert_false(try_op(w, op, NULL, n, in, attrs, nattrs, &out));
    return w->e->fault.text;
}

/* An op with one list argument. */
static inline Output *list_op(World *w, const char *op, uint32_t n, Output *const *in,
                              uint32_t list, const Attr *attrs, uint32_t nattrs) {
    Operand operands[8];
    for (uint32_t i = 0; i < n; i++) {
        operands[i] = operand_of(in[i]);
    }
    Node *node;
    if (!op_apply(w->e, op, (Str){0}, operands, n, &list, attrs, nattrs, &node)) {
        print_error("%s: %.*s\n", op, STR_ARG(w->e->fault.text));
        fail();
    }
    return &node->outputs[0];
}

static inline Attr attr_int(const char *name, int64_t v) {
    return (Attr){.name = name, .kind = ATTR_INT, .i = v};
}

static inline Attr attr_bool(const char *name, bool v) {
    return (Attr){.name = name, .kind = ATTR_BOOL, .b = v};
}

static inline Attr attr_type(const char *name, DType v) {
    return (Attr){.name = name, .kind = ATTR_TYPE, .type = v};
}

static inline Attr attr_text(const char *name, const char *v) {
    return (Attr){.name = name, .kind = ATTR_STR, .s = str_of(v)};
}

static inline Attr attr_ints(const char *name, int n, const int64_t *v) {
    return (Attr){.name = name, .kind = ATTR_INTS, .ints = {v, n}};
}

#define assert_shape(w, output, literal)                                                           \
    assert_str(shape_str((w)->arena, output_shape(output)), literal)

/* ---- variables without the rest of the graph layer ---- */

typedef struct Var {
    Output *ref;
    Node *assign;
    Output *read;
} Var;

/* The nodes of tf.Variable(value, name): Const, VariableV2, Assign, Identity. */
static inline Var variable_of(World *w, const char *name, const Tensor *value) {
    Attr attrs[] = {{.name = "shape", .kind = ATTR_SHAPE, .shape = value->shape},
                    attr_type("dtype", value->dtype)};
    Node *v, *assign;
    Str base = str_of(name);
    Output *initial = constant(w, value, str_join2(w->arena, base, STR("/initial_value")).at);
    assert_true(node_make(w->e, "VariableV2", base, NULL, 0, attrs, 2, &v));
    Output *in[] = {&v->outputs[0], initial};
    assert_true(node_make(w->e, "Assign", str_join2(w->arena, base, STR("/Assign")), in, 2, NULL, 0,
                          &assign));
    Output *read;
    assert_true(
        try_op(w, "Identity", str_join2(w->arena, base, STR("/read")).at, 1, in, NULL, 0, &read));
    return (Var){in[0], assign, read};
}

#endif
