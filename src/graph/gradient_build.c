/* gradient_build.c: nodes of gradient functions (gradient_build.h). */
#include "graph/gradient_build.h"

#include <string.h>

#include "graph/control.h"

/* ---- the table ---- */

typedef struct GradientRow {
    const char *op;
    GradientKind kind;
    GradientFn *fn;
} GradientRow;

static const GradientRow rows_by_op[] = {
#define GRADIENT(OP, NAME) {#OP, GRADIENT_FUNCTION, gradient_##NAME},
#define FLAT(OP) {#OP, GRADIENT_FLAT, NULL},
#define NONE(OP) {#OP, GRADIENT_NONE, NULL},
#include "graph/gradient.def"
#undef GRADIENT
#undef FLAT
#undef NONE
};
#define NROWS (sizeof rows_by_op / sizeof *rows_by_op)

GradientKind gradient_find(const char *op, GradientFn **fn) {
    size_t from = 0, to = NROWS;
    while (from < to) {
        size_t middle = (from + to) / 2;
        int order = strcmp(op, rows_by_op[middle].op);
        if (order == 0) {
            *fn = rows_by_op[middle].fn;
            return rows_by_op[middle].kind;
        }
        if (order < 0) {
            to = middle;
        } else {
            from = middle + 1;
        }
    }
    return GRADIENT_ABSENT;
}

void grad_refuse(Gradient *g, const char *what) {
    if (!g->failed) {
        engine_fail(g->e, FAULT_REFUSED, "the gradient of %s is not modelled", what);
        g->failed = true;
    }
}

Output *grad_dy(Gradient *g, int i) {
    Slope *s = &g->dy[i];
    if (!s->values || g->failed) {
        return NULL;
    }
    if (s->indices) {
        Output *whole_one;
        if (!slope_dense(g->e, s, NULL, &whole_one)) {
            g->failed = true;
            return NULL;
        }
        *s = (Slope){whole_one, NULL, NULL};
    }
    return s->values;
}

struct ControlFrame *grad_wait(Gradient *g) {
    Node *node = g->dy[0].values->node;
    return control_enter(g->e, &node, 1, false);
}

void grad_resume(Gradient *g, struct ControlFrame *f) {
    control_leave(g->e, f);
}

/* ---- constants ---- */

Operand grad_number(Gradient *g, double v, DType t) {
    return operand_tensor(g->e, tensor_scalar_f64(g->e->arena, t, v));
}

Operand grad_whole(Gradient *g, int64_t v) {
    return operand_tensor(g->e, tensor_scalar_i64(g->e->arena, DTYPE_INT32, v));
}

Operand grad_wholes(Gradient *g, int64_t n, const int64_t *v) {
    return operand_tensor(g->e, tensor_vector_i32(g->e->arena, n, v));
}

Output *grad_constant(Gradient *g, Operand o, const char *name) {
    Output *made = NULL;
    g->failed |= g->failed || !constant_make(g->e, o.tensor, name ? str_of(name) : (Str){0}, &made);
    return g->failed ? NULL : made;
}

/* ---- ops ---- */

static bool any_failed(Gradient *g, uint32_t n, const Operand *operands) {
    for (uint32_t i = 0; i < n; i++) {
        g->failed |= !operands[i].output && !operands[i].tensor;
    }
    return g->failed;
}

static Output *apply(Gradient *g, const char *op, const char *name, uint32_t n,
                     const Operand *operands, const uint32_t *lists, uint32_t nattrs,
                     const Attr *attrs) {
    Node *node = NULL;
    Str text = name ? str_of(name) : (Str){0};
    if (any_failed(g, n, operands) ||
        !op_apply(g->e, op, text, operands, n, lists, attrs, nattrs, &node)) {
        g->failed = true;
        return NULL;
    }
    return &node->outputs[0];
}

Output *grad_op_n(Gradient *g, const char *op, const char *name, uint32_t n,
                  const Operand *operands, uint32_t nattrs, const Attr *attrs) {
    return apply(g, op, name, n, operands, NULL, nattrs, attrs);
}

Output *grad_op1(Gradient *g, const char *op, const char *name, Output *x) {
    Operand operands[] = {of(x)};
    return grad_op_n(g, op, name, 1, operands, 0, NULL);
}

Output *grad_op2(Gradient *g, const char *op, const char *name, Output *x, Output *y) {
    Operand operands[] = {of(x), of(y)};
    return grad_op_n(g, op, name, 2, operands, 0, NULL);
}

Output *grad_op3(Gradient *g, const char *op, const char *name, Output *x, Output *y, Output *z) {
    Operand operands[] = {of(x), of(y), of(z)};
    return grad_op_n(g, op, name, 3, operands, 0, NULL);
}

Output *grad_op_list(Gradient *g, const char *op, const char *name, uint32_t n, Output *const *list,
                     const Operand *more, uint32_t nattrs, const Attr *attrs) {
    Operand *all = ARENA_ARRAY(g->e->arena, n + 1, Operand);
    for (uint32_t i = 0; i < n; i++) {
        all[i] = of(list[i]);
    }
    if (more) {
        all[n] = *more;
    }
    return apply(g, op, name, more ? n + 1 : n, all, &n, nattrs, attrs);
}

Attr grad_attr(const Gradient *g, const char *name) {
    const Attr *a = node_attr(g->op, name);
    return a ? *a : (Attr){.name = name, .kind = ATTR_INT};
}

/* ---- shapes ---- */

Output *grad_shape(Gradient *g, Output *x, bool plain) {
    if (g->failed || !x) {
        return NULL;
    }
    Shape s = output_shape(x);
    return !plain && shape_known(s) ? grad_constant(g, grad_wholes(g, s.rank, s.dims), "Shape")
                                    : grad_op1(g, "Shape", NULL, x);
}

Output *grad_rank(Gradient *g, Output *x) {
    if (g->failed || !x) {
        return NULL;
    }
    Shape s = output_shape(x);
    return s.rank >= 0 ? grad_constant(g, grad_whole(g, s.rank), "Rank")
                       : grad_op1(g, "Rank", NULL, x);
}

Output *grad_size(Gradient *g, Output *x) {
    if (g->failed || !x) {
        return NULL;
    }
    Shape s = output_shape(x);
    return shape_known(s) ? grad_constant(g, grad_whole(g, shape_count(s)), "Size")
                          : grad_op1(g, "Size", NULL, x);
}

Output *grad_range(Gradient *g, Operand from, Operand to, Operand step) {
    Operand operands[] = {from, to, step};
    return grad_op_n(g, "Range", "range", 3, operands, 0, NULL);
}

Output *grad_reshape(Gradient *g, Output *x, Output *shape) {
    return grad_op2(g, "Reshape", NULL, x, shape);
}

Output *grad_add(Gradient *g, Operand x, Operand y) {
    Operand operands[] = {x, y};
    return grad_op_n(g, engine_has(g->e, CHANGE_ADD_V2) ? "AddV2" : "Add", "add", 2, operands, 0,
                     NULL);
}

static Output *all_axes(Gradient *g, const Output *x) {
    int rank = output_shape(x).rank;
    if (rank < 0) {
        Output *r = grad_rank(g, (Output *)x);
        return grad_range(g, grad_whole(g, 0), of(r), grad_whole(g, 1));
    }
    int64_t *axes = ARENA_ARRAY(g->e->arena, (size_t)rank + 1, int64_t);
    for (int i = 0; i < rank; i++) {
        axes[i] = i;
    }
    return grad_constant(g, grad_wholes(g, rank, axes), NULL);
}

Output *grad_sum_all(Gradient *g, const char *op, Output *x) {
    Output *axes = g->failed || !x ? NULL : all_axes(g, x);
    return grad_op2(g, op, NULL, x, axes);
}

Output *grad_cast(Gradient *g, Output *x, DType t) {
    if (g->failed || !x) {
        return NULL;
    }
    if (output_dtype(x) == t) {
        bool used = !engine_has(g->e, CHANGE_CAST_SAME_DTYPE_FREE);
        Naming naming;
        if (used) {
            graph_unique_name(engine_graph(g->e), STR("Cast"), true, &naming);
        }
        return x;
    }
    Operand operand = of(x);
    Attr attr = {.name = "DstT", .kind = ATTR_TYPE, .type = t};
    return grad_op_n(g, "Cast", NULL, 1, &operand, 1, &attr);
}

Output *grad_zeros(Gradient *g, Output *shape, DType t) {
    OpScope s;
    if (g->failed || !shape || !op_scope_enter(g->e, STR("zeros"), false, &s)) {
        g->failed = true;
        return NULL;
    }
    Output *zero = grad_constant(g, grad_number(g, 0, t), NULL);
    Output *made = grad_op2(g, "Fill", name_str(s.full).at, shape, zero);
    op_scope_leave(g->e, &s);
    return made;
}

Output *grad_zeros_like(Gradient *g, Output *x) {
    Output *made = NULL;
    if (g->failed || !x) {
        return NULL;
    }
    Shape s = output_shape(x);
    if (!shape_known(s) || !engine_has(g->e, CHANGE_ZEROS_LIKE_CONST)) {
        return grad_op1(g, "ZerosLike", "zeros_like", x);
    }
    g->failed = !filled_build(g->e, s, output_dtype(x), 0, STR("zeros_like"), &made);
    return g->failed ? NULL : made;
}

Output *grad_concat(Gradient *g, uint32_t n, Output *const *list, Operand axis) {
    return grad_op_list(g, "ConcatV2", "concat", n, list, &axis, 0, NULL);
}

Output *grad_transpose(Gradient *g, Output *x, Output *perm) {
    return grad_op2(g, "Transpose", "transpose", x, perm);
}

static Attr slice_mask(const char *name, bool on) {
    return (Attr){.name = name, .kind = ATTR_INT, .i = on};
}

Output *grad_rows(Gradient *g, Output *x, int64_t from, int64_t to) {
    OpScope s;
    if (g->failed || !x || !op_scope_enter(g->e, STR("strided_slice"), false, &s)) {
        g->failed = true;
        return NULL;
    }
    int64_t begin = from == ROW_NONE ? 0 : from, end = to == ROW_NONE ? 0 : to, one = 1;
    Output *b = grad_constant(g, grad_wholes(g, 1, &begin), "stack");
    Output *e = grad_constant(g, grad_wholes(g, 1, &end), "stack_1");
    Output *step = grad_constant(g, grad_wholes(g, 1, &one), "stack_2");
    Operand operands[] = {of(x), of(b), of(e), of(step)};
    Attr attrs[] = {slice_mask("begin_mask", from == ROW_NONE),
                    slice_mask("end_mask", to == ROW_NONE)};
    Output *made = grad_op_n(g, "StridedSlice", name_str(s.full).at, 4, operands, 2, attrs);
    op_scope_leave(g->e, &s);
    return made;
}

Output *grad_reduced_shape(Gradient *g, Output *shape, Output *axes) {
    Output *rank = grad_size(g, shape);
    Output *sum = grad_add(g, of(axes), of(rank));
    Output *wrapped = grad_op2(g, "FloorMod", "mod", sum, rank);
    Output *axes_shape = grad_shape(g, wrapped, false);
    Output *range = grad_range(g, grad_whole(g, 0), of(rank), grad_whole(g, 1));
    Operand fill[] = {of(axes_shape), grad_whole(g, 1)};
    Output *ones = grad_op_n(g, "Fill", NULL, 2, fill, 0, NULL);
    Operand operands[] = {of(range), of(wrapped), of(shape), of(ones)};
    uint32_t lists[] = {2, 2};
    return apply(g, "DynamicStitch", NULL, 4, operands, lists, 0, NULL);
}

Output *grad_safe_div(Gradient *g, Output *x, Output *y) {
    Operand operands[] = {of(y), grad_whole(g, 1)};
    Output *least = grad_op_n(g, "Maximum", NULL, 2, operands, 0, NULL);
    return grad_op2(g, "FloorDiv", "floordiv", x, least);
}

Output *grad_broadcast_mul(Gradient *g, Output *vec, Output *mat) {
    Operand operands[] = {of(vec), grad_whole(g, -1)};
    Output *column = grad_op_n(g, "ExpandDims", NULL, 2, operands, 0, NULL);
    return grad_op2(g, "Mul", "mul", column, mat);
}
