/* gradient_reduce.c: gradients of sums, means, products and extremes along axes. */
#include "graph/gradient_build.h"
#include "graph/infer.h"

/* Are the axes all axes of x, in order, as far as the graph tells? */
static bool reduces_all(Gradient *g) {
    int rank = output_shape(in(g, 0)).rank;
    bool constant_only = !engine_has(g->e, CHANGE_GRADIENT_AXES_FOLDED);
    bool tells = !constant_only || str_is(str_of(in(g, 1)->node->def->name), "Const");
    const Tensor *axes = rank >= 0 && tells ? fold_value(g->e, in(g, 1)) : NULL;
    if (!axes || axes->count != rank || axes->shape.rank != 1) {
        return false;
    }
    for (int i = 0; i < rank; i++) {
        if (tensor_i64(axes, i) != i) {
            return false;
        }
    }
    return true;
}

/* A scalar becomes [1, 1, …], then is repeated. */
static Output *spread_all(Gradient *g) {
    Shape s = output_shape(in(g, 0));
    int64_t *ones = ARENA_ARRAY(g->e->arena, (size_t)s.rank + 1, int64_t);
    for (int i = 0; i < s.rank; i++) {
        ones[i] = 1;
    }
    Operand shaped[] = {of(grad_dy(g, 0)), grad_wholes(g, s.rank, ones)};
    Output *x = grad_op_n(g, "Reshape", NULL, 2, shaped, 0, NULL);
    Operand repeat[] = {of(x), grad_wholes(g, s.rank, s.dims)};
    if (!shape_known(s)) {
        repeat[1] = of(grad_shape(g, in(g, 0), false));
    } else if (engine_has(g->e, CHANGE_GRADIENT_REDUCED_KNOWN)) {
        repeat[1] = of(grad_constant(g, repeat[1], NULL));
    }
    return grad_op_n(g, "Tile", NULL, 2, repeat, 0, NULL);
}

static Output *spread_along(Gradient *g) {
    Output *shape = grad_shape(g, in(g, 0), false);
    Output *kept = grad_reduced_shape(g, shape, in(g, 1));
    Output *scale = grad_safe_div(g, shape, kept);
    Output *x = grad_reshape(g, grad_dy(g, 0), kept);
    return grad_op2(g, "Tile", NULL, x, scale);
}

/* ---- since 1.13 known shapes are computed once a graph, by nodes that nothing uses ---- */

static Name reduced_key(Gradient *g, const Tensor *axes) {
    Sink out = sink_memory(g->e->scratch);
    shape_put(&out, output_shape(in(g, 0)));
    for (int64_t i = 0; i < axes->count; i++) {
        sink_printf(&out, "/%lld", (long long)tensor_i64(axes, i));
    }
    return name_of(g->e->names, sink_str(&out));
}

typedef struct Reduced {
    int64_t *kept, *scale; /* [rank] the shape with ones at the axes; how often each is repeated */
} Reduced;

static Reduced *reduced_values(Gradient *g, const Tensor *axes) {
    Shape s = output_shape(in(g, 0));
    Reduced *r = ARENA_NEW(g->e->arena, Reduced);
    r->kept = ARENA_ARRAY(g->e->arena, (size_t)s.rank + 1, int64_t);
    r->scale = ARENA_ARRAY(g->e->arena, (size_t)s.rank + 1, int64_t);
    for (int i = 0; i < s.rank; i++) {
        r->kept[i] = s.dims[i];
    }
    for (int64_t i = 0; i < axes->count; i++) {
        int64_t at = tensor_i64(axes, i);
        r->kept[at < 0 ? at + s.rank : at] = 1;
    }
    for (int i = 0; i < s.rank; i++) {
        r->scale[i] = r->kept[i] > 1 ? s.dims[i] / r->kept[i] : s.dims[i];
    }
    return r;
}

/* cast(value, int32): only the name of the cast is opened. */
static Output *cast_constant(Gradient *g, Operand o) {
    OpScope s;
    g->failed |= !op_scope_enter(g->e, STR("Cast"), false, &s);
    Output *made = g->failed ? NULL : grad_constant(g, o, "x");
    op_scope_leave(g->e, &s);
    return made;
}

static void reduced_nodes(Gradient *g, const Tensor *axes, const Reduced *r) {
    Shape s = output_shape(in(g, 0));
    Tensor *flat =
        tensor_make(g->e->arena, DTYPE_INT32, shape_make(g->e->arena, 1, &(int64_t){axes->count}));
    for (int64_t i = 0; i < axes->count; i++) {
        tensor_set_i64(flat, i, tensor_i64(axes, i));
    }
    Output *shape = cast_constant(g, grad_wholes(g, s.rank, s.dims));
    Output *at = cast_constant(g, operand_tensor(g->e, flat));
    grad_reduced_shape(g, shape, at);
    Operand most[] = {grad_wholes(g, s.rank, r->kept), grad_whole(g, 1)};
    Output *least = grad_op_n(g, "Maximum", NULL, 2, most, 0, NULL);
    Operand ratio[] = {grad_wholes(g, s.rank, s.dims), of(least)};
    grad_op_n(g, "FloorDiv", "floordiv", 2, ratio, 0, NULL);
}

static Output *spread_known(Gradient *g, const Tensor *axes) {
    Shape s = output_shape(in(g, 0));
    MapEntry *entry = map_put(&g->op->graph->reductions, reduced_key(g, axes));
    if (!entry->ptr) {
        entry->ptr = reduced_values(g, axes);
        reduced_nodes(g, axes, entry->ptr);
    }
    const Reduced *r = entry->ptr;
    Operand shaped[] = {of(grad_dy(g, 0)), grad_wholes(g, s.rank, r->kept)};
    Output *x = grad_op_n(g, "Reshape", NULL, 2, shaped, 0, NULL);
    Operand repeat[] = {of(x), grad_wholes(g, s.rank, r->scale)};
    return grad_op_n(g, "Tile", NULL, 2, repeat, 0, NULL);
}

static Output *spread(Gradient *g) {
    if (reduces_all(g)) {
        return spread_all(g);
    }
    bool known = engine_has(g->e, CHANGE_GRADIENT_REDUCED_KNOWN);
    const Tensor *axes =
        known && shape_known(output_shape(in(g, 0))) ? fold_value(g->e, in(g, 1)) : NULL;
    return axes ? spread_known(g, tensor_cast(g->e->arena, axes, DTYPE_INT32)) : spread_along(g);
}

void gradient_sum(Gradient *g) {
    give(g, 0, spread(g));
}

/* By how many elements a mean divides, as nodes. */
static Output *mean_factor(Gradient *g) {
    Output *from = grad_shape(g, in(g, 0), false);
    Output *to = grad_shape(g, out(g, 0), false);
    Output *before = grad_sum_all(g, "Prod", from);
    Output *after = grad_sum_all(g, "Prod", to);
    return grad_safe_div(g, before, after);
}

void gradient_mean(Gradient *g) {
    Shape from = output_shape(in(g, 0)), to = output_shape(out(g, 0));
    Output *sum = spread(g), *factor;
    DType t = output_dtype(in(g, 0));
    bool known = shape_known(from) && shape_known(to);
    if (known && engine_has(g->e, CHANGE_GRADIENT_EQUAL_SHAPES)) {
        int64_t after = shape_count(to);
        int64_t n = shape_count(from) / (after > 1 ? after : 1);
        factor = grad_constant(g, grad_number(g, (double)n, t), NULL);
    } else {
        factor = mean_factor(g);
    }
    factor = grad_cast(g, factor, t);
    give(g, 0, grad_op2(g, "RealDiv", "truediv", sum, factor));
}

/* The gradient is shared by all that are the extreme. */
void gradient_extreme_along(Gradient *g) {
    DType t = output_dtype(in(g, 0));
    Output *shape = grad_shape(g, in(g, 0), false);
    Output *kept = grad_reduced_shape(g, shape, in(g, 1));
    Output *y = grad_reshape(g, out(g, 0), kept);
    Output *d = grad_reshape(g, grad_dy(g, 0), kept);
    Output *equal = grad_op2(g, "Equal", NULL, y, in(g, 0));
    Output *indicators = grad_cast(g, equal, t);
    Output *sum = grad_op2(g, "Sum", NULL, indicators, in(g, 1));
    Output *selected = grad_reshape(g, sum, kept);
    bool function = engine_has(g->e, CHANGE_GRADIENT_REDUCED_KNOWN);
    Output *share = grad_op2(g, "RealDiv", function ? "truediv" : "div", indicators, selected);
    give(g, 0, grad_op2(g, "Mul", "mul", share, d));
}

/* ---- products ---- */

/* tf.gather of an int32 vector along its only axis. */
static Output *pick(Gradient *g, Output *from, Output *indices) {
    bool axis = engine_has(g->e, CHANGE_GATHER_V2);
    Operand operands[] = {of(from), of(indices), grad_whole(g, 0)};
    return grad_op_n(g, axis ? "GatherV2" : "Gather", NULL, axis ? 3 : 2, operands, 0, NULL);
}

/* The axes as the permutation that brings them to the front, and the sizes of the matrix that comes
 * out. */
typedef struct Front {
    Output *perm, *sizes[2];
} Front;

static void bring_front(Gradient *g, Output *shape, Output *axes, Front *f) {
    Output *rank = grad_rank(g, in(g, 0));
    Output *sum = grad_add(g, of(axes), of(rank));
    Output *reduced = grad_op2(g, "FloorMod", "mod", sum, rank);
    Output *all = grad_range(g, grad_whole(g, 0), of(rank), grad_whole(g, 1));
    Output *others = grad_op2(g, "ListDiff", NULL, all, reduced);
    f->perm = grad_concat(g, 2, (Output *[]){reduced, others}, grad_whole(g, 0));
    Output *inner = pick(g, shape, reduced);
    f->sizes[0] = grad_sum_all(g, "Prod", inner);
    Output *outer = pick(g, shape, others);
    f->sizes[1] = grad_sum_all(g, "Prod", outer);
}

/* x as a matrix of these sizes, which are packed as the shape. */
static Output *as_matrix(Gradient *g, Output *x, Output *const sizes[2]) {
    OpScope s;
    g->failed |= !op_scope_enter(g->e, STR("Reshape"), false, &s);
    if (g->failed) {
        return NULL;
    }
    Output *shape = grad_op_list(g, "Pack", "shape", 2, sizes, NULL, 0, NULL);
    Output *made = grad_op2(g, "Reshape", name_str(s.full).at, x, shape);
    op_scope_leave(g->e, &s);
    return made;
}

static Output *products_without(Gradient *g, Output *x, bool reverse) {
    Attr attrs[] = {{.name = "exclusive", .kind = ATTR_BOOL, .b = true},
                    {.name = "reverse", .kind = ATTR_BOOL, .b = reverse}};
    Operand operands[] = {of(x), grad_whole(g, 0)};
    return grad_op_n(g, "Cumprod", NULL, 2, operands, 2, attrs);
}

/* Of each element the product of all others, which also holds where elements are zero. */
static Output *others_product(Gradient *g, const Front *f) {
    Output *turned = grad_transpose(g, in(g, 0), f->perm);
    Output *shape = grad_shape(g, turned, false);
    Output *matrix = as_matrix(g, turned, f->sizes);
    Output *left = products_without(g, matrix, false);
    Output *right = products_without(g, matrix, true);
    Output *y = grad_op2(g, "Mul", "mul", left, right);
    return grad_reshape(g, y, shape);
}

void gradient_prod(Gradient *g) {
    Front f = {NULL, {NULL, NULL}};
    Output *shape = grad_shape(g, in(g, 0), false);
    Operand flat[] = {of(in(g, 1)), grad_wholes(g, 1, (int64_t[]){-1})};
    Output *axes = grad_op_n(g, "Reshape", NULL, 2, flat, 0, NULL);
    Output *kept = grad_reduced_shape(g, shape, in(g, 1));
    Output *scale = grad_safe_div(g, shape, kept);
    Output *d = grad_reshape(g, grad_dy(g, 0), kept);
    d = grad_op2(g, "Tile", NULL, d, scale);
    DevicePlace saved = device_enter(engine_graph(g->e), STR("/cpu:0"), false);
    bring_front(g, shape, axes, &f);
    device_leave(engine_graph(g->e), saved);
    Output *y = others_product(g, &f);
    Output *back = grad_op1(g, "InvertPermutation", NULL, f.perm);
    Output *turned = grad_transpose(g, y, back);
    Output *product = grad_op2(g, "Mul", "mul", d, turned);
    give(g, 0, grad_reshape(g, product, shape));
}

/* ---- running sums and products ---- */

static Output *running(Gradient *g, const char *op, Output *x, bool turn) {
    Attr attrs[] = {grad_attr(g, "exclusive"), grad_attr(g, "reverse")};
    attrs[1].b = attrs[1].b != turn;
    Operand operands[] = {of(x), of(in(g, 1))};
    return grad_op_n(g, op, NULL, 2, operands, 2, attrs);
}

void gradient_cumsum(Gradient *g) {
    give(g, 0, running(g, "Cumsum", grad_dy(g, 0), true));
}

void gradient_cumprod(Gradient *g) {
    Output *product = running(g, "Cumprod", in(g, 0), false);
    Output *scaled = grad_op2(g, "Mul", "mul", product, grad_dy(g, 0));
    Output *sum = running(g, "Cumsum", scaled, true);
    give(g, 0, grad_op2(g, "RealDiv", "truediv", sum, in(g, 0)));
}

/* ---- segments ---- */

void gradient_segment_sum(Gradient *g) {
    give(g, 0, pick(g, grad_dy(g, 0), in(g, 1)));
}
