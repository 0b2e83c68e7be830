/* gradient_math.c: gradients of arithmetic. */
#include "graph/control.h"
#include "graph/gradient_build.h"
#include "graph/infer.h"

/* ---- one operand ---- */

void gradient_pass(Gradient *g) {
    g->dx[0] = g->dy[0];
}

/* The gradient times a factor, which is made once the gradient is there. */
static void times(Gradient *g, Output *factor) {
    give(g, 0, grad_op2(g, "Mul", "mul", grad_dy(g, 0), factor));
}

static void times_unary(Gradient *g, const char *op, Output *x) {
    ControlFrame *f = grad_wait(g);
    Output *factor = grad_op1(g, op, NULL, x);
    times(g, factor);
    grad_resume(g, f);
}

void gradient_abs(Gradient *g) {
    Output *sign = grad_op1(g, "Sign", NULL, in(g, 0));
    times(g, sign);
}

void gradient_neg(Gradient *g) {
    give(g, 0, grad_op1(g, "Neg", NULL, grad_dy(g, 0)));
}

/* 2 x dy: since 1.5 a constant y = 2 is multiplied by function, not by operator. */
void gradient_square(Gradient *g) {
    bool function = engine_has(g->e, CHANGE_GRADIENT_EQUAL_SHAPES);
    Output *x = in(g, 0), *twice;
    ControlFrame *f = grad_wait(g);
    if (function) {
        Output *two = grad_constant(g, grad_number(g, 2, output_dtype(x)), NULL);
        twice = grad_op2(g, "Mul", NULL, x, two);
    } else {
        Operand operands[] = {grad_number(g, 2, output_dtype(x)), of(x)};
        twice = grad_op_n(g, "Mul", "mul", 2, operands, 0, NULL);
    }
    give(g, 0, grad_op2(g, "Mul", function ? NULL : "mul", grad_dy(g, 0), twice));
    grad_resume(g, f);
}

/* Ops that have an op for their gradient: SigmoidGrad(y, dy). */
void gradient_of_result(Gradient *g) {
    Str name = str_printf(g->e->arena, "%sGrad", g->op->def->name);
    give(g, 0, grad_op2(g, name.at, NULL, out(g, 0), grad_dy(g, 0)));
}

void gradient_exp(Gradient *g) {
    times(g, out(g, 0));
}

void gradient_expm1(Gradient *g) {
    times_unary(g, "Exp", in(g, 0));
}

void gradient_log(Gradient *g) {
    times_unary(g, "Reciprocal", in(g, 0));
}

void gradient_log1p(Gradient *g) {
    ControlFrame *f = grad_wait(g);
    Output *sum = grad_add(g, grad_number(g, 1, output_dtype(in(g, 0))), of(in(g, 0)));
    Output *factor = grad_op1(g, "Reciprocal", NULL, sum);
    times(g, factor);
    grad_resume(g, f);
}

void gradient_sin(Gradient *g) {
    times_unary(g, "Cos", in(g, 0));
}

void gradient_cos(Gradient *g) {
    ControlFrame *f = grad_wait(g);
    Output *minus = grad_op1(g, "Neg", NULL, grad_dy(g, 0));
    Output *sin = grad_op1(g, "Sin", NULL, in(g, 0));
    give(g, 0, grad_op2(g, "Mul", "mul", minus, sin));
    grad_resume(g, f);
}

void gradient_sinh(Gradient *g) {
    times_unary(g, "Cosh", in(g, 0));
}

void gradient_cosh(Gradient *g) {
    times_unary(g, "Sinh", in(g, 0));
}

void gradient_tan(Gradient *g) {
    ControlFrame *f = grad_wait(g);
    Output *cos = grad_op1(g, "Cos", NULL, in(g, 0));
    Output *secant = grad_op1(g, "Reciprocal", NULL, cos);
    Output *square = grad_op1(g, "Square", NULL, secant);
    times(g, square);
    grad_resume(g, f);
}

/* 1 / sqrt(1 - x²) */
static Output *arc_factor(Gradient *g) {
    Output *square = grad_op1(g, "Square", NULL, in(g, 0));
    Output *one = grad_constant(g, grad_number(g, 1, output_dtype(in(g, 0))), NULL);
    Output *rest = grad_op2(g, "Sub", NULL, one, square);
    Output *root = grad_op1(g, "Sqrt", NULL, rest);
    return grad_op1(g, "Reciprocal", NULL, root);
}

void gradient_asin(Gradient *g) {
    ControlFrame *f = grad_wait(g);
    times(g, arc_factor(g));
    grad_resume(g, f);
}

void gradient_acos(Gradient *g) {
    ControlFrame *f = grad_wait(g);
    Output *factor = arc_factor(g);
    Output *minus = grad_op1(g, "Neg", NULL, grad_dy(g, 0));
    give(g, 0, grad_op2(g, "Mul", "mul", minus, factor));
    grad_resume(g, f);
}

void gradient_atan(Gradient *g) {
    ControlFrame *f = grad_wait(g);
    Output *square = grad_op1(g, "Square", NULL, in(g, 0));
    Output *one = grad_constant(g, grad_number(g, 1, output_dtype(in(g, 0))), NULL);
    Output *sum = grad_op2(g, "Add", NULL, one, square);
    Output *factor = grad_op1(g, "Reciprocal", NULL, sum);
    times(g, factor);
    grad_resume(g, f);
}

void gradient_atan2(Gradient *g) {
    Output *y = in(g, 0), *x = in(g, 1);
    ControlFrame *f = grad_wait(g);
    Output *xx = grad_op1(g, "Square", NULL, x);
    Output *yy = grad_op1(g, "Square", NULL, y);
    Output *sum = grad_add(g, of(xx), of(yy));
    Output *part = grad_op2(g, "RealDiv", "truediv", grad_dy(g, 0), sum);
    Output *gy = grad_op2(g, "Mul", "mul", x, part);
    Output *minus = grad_op1(g, "Neg", NULL, y);
    give(g, 0, gy);
    give(g, 1, grad_op2(g, "Mul", "mul", minus, part));
    grad_resume(g, f);
}

/* 2/sqrt(pi) exp(-x²), with a minus for erfc */
static void error_function(Gradient *g, double factor) {
    Output *x = in(g, 0);
    Output *c = grad_constant(g, grad_number(g, factor, output_dtype(x)), NULL);
    ControlFrame *f = grad_wait(g);
    Output *scaled = grad_op2(g, "Mul", "mul", grad_dy(g, 0), c);
    Output *square = grad_op1(g, "Square", NULL, x);
    Output *minus = grad_op1(g, "Neg", NULL, square);
    Output *e = grad_op1(g, "Exp", NULL, minus);
    give(g, 0, grad_op2(g, "Mul", "mul", scaled, e));
    grad_resume(g, f);
}

void gradient_erf(Gradient *g) {
    error_function(g, 1.1283791670955126);
}

void gradient_erfc(Gradient *g) {
    error_function(g, -1.1283791670955126);
}

void gradient_sign(Gradient *g) {
    Output *shape = grad_shape(g, in(g, 0), false);
    give(g, 0, grad_zeros(g, shape, output_dtype(in(g, 0))));
}

/* SigmoidGrad(a, b) = b a (1 - a) */
void gradient_sigmoid_grad(Gradient *g) {
    Output *a = in(g, 0), *b = in(g, 1);
    ControlFrame *f = grad_wait(g);
    Output *gb = grad_op2(g, "Mul", "mul", grad_dy(g, 0), b);
    Operand twice[] = {grad_number(g, 2, output_dtype(a)), of(gb)};
    Output *two = grad_op_n(g, "Mul", "mul", 2, twice, 0, NULL);
    Output *more = grad_op2(g, "Mul", "mul", two, a);
    Output *rest = grad_op2(g, "Sub", "sub", gb, more);
    give(g, 0, rest);
    give(g, 1, grad_op2(g, "SigmoidGrad", NULL, a, grad_dy(g, 0)));
    grad_resume(g, f);
}

/* TanhGrad(a, b) = b (1 - a²) */
void gradient_tanh_grad(Gradient *g) {
    Output *a = in(g, 0), *b = in(g, 1);
    ControlFrame *f = grad_wait(g);
    Operand twice[] = {of(grad_dy(g, 0)), grad_number(g, -2, output_dtype(a))};
    Output *two = grad_op_n(g, "Mul", "mul", 2, twice, 0, NULL);
    Output *more = grad_op2(g, "Mul", "mul", two, b);
    give(g, 0, grad_op2(g, "Mul", "mul", more, a));
    give(g, 1, grad_op2(g, "TanhGrad", NULL, a, grad_dy(g, 0)));
    grad_resume(g, f);
}

static bool is_real(DType t) {
    return t == DTYPE_FLOAT16 || t == DTYPE_FLOAT32 || t == DTYPE_FLOAT64 || t == DTYPE_COMPLEX64 ||
           t == DTYPE_COMPLEX128 || t == DTYPE_BFLOAT16;
}

void gradient_cast(Gradient *g) {
    DType from = output_dtype(in(g, 0));
    if (is_real(from) && is_real(output_dtype(out(g, 0)))) {
        give(g, 0, grad_cast(g, grad_dy(g, 0), from));
    }
}

/* ---- two operands, broadcast against each other ---- */

/* How the gradient of the result becomes that of each operand: summed over the axes along which it
 * was repeated. */
typedef struct Pair {
    Output *shapes[2], *axes[2]; /* nodes, or NULL: the values are known */
    const Tensor *known_axes[2];
    bool reduce[2];
} Pair;

static bool same_shape(const Output *x, const Output *y) {
    Shape a = output_shape(x), b = output_shape(y);
    return shape_known(a) && shape_known(b) && shape_eq(a, b);
}

/* Operands and result have one shape, and the release sees it (1.5). */
static bool all_same(Gradient *g) {
    Output *d = grad_dy(g, 0);
    return d && engine_has(g->e, CHANGE_GRADIENT_EQUAL_SHAPES) && same_shape(in(g, 0), in(g, 1)) &&
           same_shape(in(g, 0), d);
}

static void pair_of_nodes(Gradient *g, Pair *p, bool plain) {
    p->shapes[0] = grad_shape(g, in(g, 0), plain);
    p->shapes[1] = grad_shape(g, in(g, 1), plain);
    Output *args = grad_op2(g, "BroadcastGradientArgs", NULL, p->shapes[0], p->shapes[1]);
    for (int i = 0; i < 2; i++) {
        p->axes[i] = args ? &args->node->outputs[i] : NULL;
        p->reduce[i] = true;
    }
}

static Name pair_key(Gradient *g) {
    Str x = shape_str(g->e->scratch, output_shape(in(g, 0)));
    Str y = shape_str(g->e->scratch, output_shape(in(g, 1)));
    return name_of(g->e->names, str_join2(g->e->scratch, x, y));
}

/* The axes of two known shapes; the op is made once in a graph. */
static void known_args(Gradient *g) {
    MapEntry *entry = map_put(&g->op->graph->broadcasts, pair_key(g));
    if (!entry->ptr) {
        Shape x = output_shape(in(g, 0)), y = output_shape(in(g, 1));
        Operand operands[] = {grad_wholes(g, x.rank, x.dims), grad_wholes(g, y.rank, y.dims)};
        entry->ptr = grad_op_n(g, "BroadcastGradientArgs", NULL, 2, operands, 0, NULL);
    }
}

/* The axes along which the operand was repeated. */
static const Tensor *repeated_axes(Gradient *g, int side) {
    Shape s = output_shape(in(g, side)), all;
    int64_t *axes, n = 0;
    shape_broadcast(g->e->arena, output_shape(in(g, 0)), output_shape(in(g, 1)), &all);
    axes = ARENA_ARRAY(g->e->arena, (size_t)all.rank + 1, int64_t);
    for (int d = 0; d < all.rank && !same_shape(in(g, 0), in(g, 1)); d++) {
        int own = d - (all.rank - s.rank);
        if (own < 0 || s.dims[own] == 1) {
            axes[n++] = d;
        }
    }
    return tensor_vector_i32(g->e->arena, n, axes);
}

static void pair_of_values(Gradient *g, Pair *p) {
    known_args(g);
    for (int i = 0; i < 2; i++) {
        p->known_axes[i] = repeated_axes(g, i);
        p->reduce[i] = g->failed || !same_shape(in(g, i), grad_dy(g, 0));
    }
}

/* smart: since 1.15 what is known is not computed. */
static Pair pair_begin(Gradient *g, bool smart) {
    Pair p = {.reduce = {true, true}};
    bool values = smart && engine_has(g->e, CHANGE_GRADIENT_BROADCAST_KNOWN);
    if (values && shape_known(output_shape(in(g, 0))) && shape_known(output_shape(in(g, 1)))) {
        pair_of_values(g, &p);
    } else {
        pair_of_nodes(g, &p, values);
    }
    return p;
}

static Output *pair_sum(Gradient *g, const Pair *p, int side, Output *x) {
    if (p->shapes[side] || g->failed) {
        return grad_op2(g, "Sum", NULL, x, p->axes[side]);
    }
    Operand operands[] = {of(x), operand_tensor(g->e, p->known_axes[side])};
    return grad_op_n(g, "Sum", NULL, 2, operands, 0, NULL);
}

static void pair_shape(Gradient *g, const Pair *p, int side, Output *x) {
    Shape s = output_shape(in(g, side));
    Operand shape =
        p->shapes[side] || g->failed ? of(p->shapes[side]) : grad_wholes(g, s.rank, s.dims);
    Operand operands[] = {of(x), shape};
    give(g, side, grad_op_n(g, "Reshape", NULL, 2, operands, 0, NULL));
}

/* What the operand gets: x, summed where it was repeated. */
static void pair_give(Gradient *g, const Pair *p, int side, Output *x) {
    if (p->reduce[side]) {
        Output *sum = pair_sum(g, p, side, x);
        pair_shape(g, p, side, sum);
    } else {
        give(g, side, x);
    }
}

void gradient_add(Gradient *g) {
    if (all_same(g)) {
        give(g, 0, grad_dy(g, 0));
        give(g, 1, grad_dy(g, 0));
        return;
    }
    Pair p = pair_begin(g, true);
    pair_give(g, &p, 0, grad_dy(g, 0));
    pair_give(g, &p, 1, grad_dy(g, 0));
}

static void minus_sum(Gradient *g, const Pair *p) {
    Output *sum = pair_sum(g, p, 1, grad_dy(g, 0));
    Output *minus = grad_op1(g, "Neg", NULL, sum);
    pair_shape(g, p, 1, minus);
}

void gradient_sub(Gradient *g) {
    if (all_same(g)) {
        give(g, 0, grad_dy(g, 0));
        give(g, 1, grad_op1(g, "Neg", NULL, grad_dy(g, 0)));
        return;
    }
    Pair p = pair_begin(g, true);
    pair_give(g, &p, 0, grad_dy(g, 0));
    if (engine_has(g->e, CHANGE_GRADIENT_BROADCAST_KNOWN)) {
        Output *minus = grad_op1(g, "Neg", NULL, grad_dy(g, 0));
        pair_give(g, &p, 1, minus);
    } else {
        minus_sum(g, &p);
    }
}

static const char *product_name(const Gradient *g) {
    return engine_has(g->e, CHANGE_GRADIENT_EQUAL_SHAPES) ? NULL : "mul";
}

void gradient_mul(Gradient *g) {
    Output *x = in(g, 0), *y = in(g, 1);
    DType t = output_dtype(x);
    if (all_same(g) && (t == DTYPE_FLOAT32 || t == DTYPE_INT32)) {
        give(g, 0, grad_op2(g, "Mul", NULL, grad_dy(g, 0), y));
        give(g, 1, grad_op2(g, "Mul", NULL, grad_dy(g, 0), x));
        return;
    }
    Pair p = pair_begin(g, true);
    Output *gx = grad_op2(g, "Mul", product_name(g), grad_dy(g, 0), y);
    pair_give(g, &p, 0, gx);
    Output *gy = grad_op2(g, "Mul", product_name(g), x, grad_dy(g, 0));
    pair_give(g, &p, 1, gy);
}

/* op: the division of the release, which has the sign in front of x. */
static void quotient(Gradient *g, const char *op, const char *name) {
    Output *x = in(g, 0), *y = in(g, 1);
    Pair p = pair_begin(g, false);
    Output *gx = grad_op2(g, op, name, grad_dy(g, 0), y);
    pair_give(g, &p, 0, gx);
    Output *minus = grad_op1(g, "Neg", NULL, x);
    Output *once = grad_op2(g, op, name, minus, y);
    Output *twice = grad_op2(g, op, name, once, y);
    Output *gy = grad_op2(g, "Mul", "mul", grad_dy(g, 0), twice);
    pair_give(g, &p, 1, gy);
}

void gradient_real_div(Gradient *g) {
    quotient(g, "RealDiv", NULL);
}

void gradient_div(Gradient *g) {
    quotient(g, "RealDiv", engine_has(g->e, CHANGE_GRADIENT_REDUCED_KNOWN) ? "truediv" : "div");
}

void gradient_div_no_nan(Gradient *g) {
    quotient(g, "DivNoNan", "div_no_nan");
}

/* x - y floor(x / y) */
void gradient_floor_mod(Gradient *g) {
    Pair p = pair_begin(g, false);
    Output *whole = grad_op2(g, "FloorDiv", "floordiv", in(g, 0), in(g, 1));
    pair_give(g, &p, 0, grad_dy(g, 0));
    Output *minus = grad_op1(g, "Neg", NULL, whole);
    Output *gy = grad_op2(g, "Mul", "mul", grad_dy(g, 0), minus);
    pair_give(g, &p, 1, gy);
}

/* log(x) where x > 0, else 0; since 1.13 nothing else is given to log. */
static Output *safe_log(Gradient *g) {
    Output *x = in(g, 0);
    Operand operands[] = {of(x), grad_number(g, 0, output_dtype(x))};
    Output *positive = grad_op_n(g, "Greater", NULL, 2, operands, 0, NULL);
    if (engine_has(g->e, CHANGE_GRADIENT_REDUCED_KNOWN)) {
        OpScope s;
        g->failed |= !op_scope_enter(g->e, STR("ones_like"), false, &s);
        Output *shape = grad_shape(g, x, false);
        Output *one = grad_constant(g, grad_number(g, 1, output_dtype(x)), NULL);
        Output *ones = grad_op2(g, "Fill", name_str(s.full).at, shape, one);
        op_scope_leave(g->e, &s);
        x = grad_op3(g, "Select", NULL, positive, x, ones);
    }
    Output *log = grad_op1(g, "Log", NULL, x);
    Output *zeros = grad_zeros_like(g, in(g, 0));
    return grad_op3(g, "Select", NULL, positive, log, zeros);
}

void gradient_pow(Gradient *g) {
    Output *x = in(g, 0), *y = in(g, 1);
    Pair p = pair_begin(g, false);
    Output *a = grad_op2(g, "Mul", "mul", grad_dy(g, 0), y);
    Operand less[] = {of(y), grad_number(g, 1, output_dtype(y))};
    Output *power = grad_op_n(g, "Sub", "sub", 2, less, 0, NULL);
    Output *b = grad_op2(g, "Pow", NULL, x, power);
    Output *gx = grad_op2(g, "Mul", "mul", a, b);
    pair_give(g, &p, 0, gx);
    Output *log = safe_log(g);
    Output *c = grad_op2(g, "Mul", "mul", grad_dy(g, 0), out(g, 0));
    Output *gy = grad_op2(g, "Mul", "mul", c, log);
    pair_give(g, &p, 1, gy);
}

/* The gradient goes to the operand that was chosen. */
static void extreme(Gradient *g, const char *chooses) {
    Output *d = grad_dy(g, 0), *x = in(g, 0), *y = in(g, 1);
    bool swapped = engine_has(g->e, CHANGE_GRADIENT_EQUAL_SHAPES);
    Pair p = {.reduce = {true, true}};
    p.shapes[0] = grad_shape(g, x, false);
    p.shapes[1] = grad_shape(g, y, false);
    Output *shape = grad_shape(g, d, false);
    Output *zeros = grad_zeros(g, shape, output_dtype(x));
    Output *mask = grad_op2(g, chooses, NULL, x, y);
    Output *args = grad_op2(g, "BroadcastGradientArgs", NULL, p.shapes[0], p.shapes[1]);
    p.axes[0] = args;
    p.axes[1] = args ? &args->node->outputs[1] : NULL;
    Output *gx = grad_op3(g, "Select", NULL, mask, d, zeros), *gy;
    if (swapped) {
        gy = grad_op3(g, "Select", NULL, mask, zeros, d);
    } else {
        Output *other = grad_op1(g, "LogicalNot", NULL, mask);
        gy = grad_op3(g, "Select", NULL, other, d, zeros);
    }
    pair_give(g, &p, 0, gx);
    pair_give(g, &p, 1, gy);
}

void gradient_maximum(Gradient *g) {
    extreme(g, "GreaterEqual");
}

void gradient_minimum(Gradient *g) {
    extreme(g, "LessEqual");
}

void gradient_squared_difference(Gradient *g) {
    Output *x = in(g, 0), *y = in(g, 1);
    Pair p = pair_begin(g, false);
    ControlFrame *f = grad_wait(g);
    Output *two = grad_constant(g, grad_number(g, 2, output_dtype(x)), "scalar");
    bool function = engine_has(g->e, CHANGE_GRADIENT_REDUCED_KNOWN);
    Output *twice = grad_op2(g, "Mul", function ? NULL : "mul", two, grad_dy(g, 0));
    Output *difference = grad_op2(g, "Sub", "sub", x, y);
    Output *gx = grad_op2(g, "Mul", "mul", twice, difference);
    grad_resume(g, f);
    pair_give(g, &p, 0, gx);
    pair_give(g, &p, 1, gx);
    give(g, 1, grad_op1(g, "Neg", NULL, g->dx[1].values));
}

void gradient_add_n(Gradient *g) {
    for (uint32_t i = 0; i < g->op->record.ninputs; i++) {
        g->dx[i] = g->dy[0];
    }
}

void gradient_select(Gradient *g) {
    Output *c = in(g, 0);
    Output *zeros = grad_zeros_like(g, in(g, 1));
    give(g, 1, grad_op3(g, "Select", NULL, c, grad_dy(g, 0), zeros));
    give(g, 2, grad_op3(g, "Select", NULL, c, zeros, grad_dy(g, 0)));
}

/* ---- products of matrices ---- */

static Output *product(Gradient *g, Output *a, Output *b, bool turn_a, bool turn_b) {
    bool batch = str_starts(str_of(g->op->def->name), STR("Batch"));
    Attr attrs[] = {
        {.name = batch ? "adj_x" : "transpose_a", .kind = ATTR_BOOL, .b = turn_a},
        {.name = batch ? "adj_y" : "transpose_b", .kind = ATTR_BOOL, .b = turn_b},
    };
    Operand operands[] = {of(a), of(b)};
    return grad_op_n(g, g->op->def->name, "MatMul", 2, operands, 2, attrs);
}

static void products(Gradient *g, bool turn_a, bool turn_b) {
    Output *a = in(g, 0), *b = in(g, 1), *d = grad_dy(g, 0);
    if (turn_a) {
        give(g, 0, product(g, b, d, turn_b, true));
    } else {
        give(g, 0, product(g, d, b, false, !turn_b));
    }
    if (turn_b) {
        give(g, 1, product(g, d, a, true, turn_a));
    } else {
        give(g, 1, product(g, a, d, !turn_a, false));
    }
}

void gradient_matmul(Gradient *g) {
    products(g, node_attr(g->op, "transpose_a")->b, node_attr(g->op, "transpose_b")->b);
}

/* Since 1.14 batches are broadcast; the sums undo it. */
static void sum_batches(Gradient *g) {
    Pair p = {.reduce = {true, true}};
    p.shapes[0] = grad_shape(g, in(g, 0), false);
    p.shapes[1] = grad_shape(g, in(g, 1), false);
    Output *x = grad_rows(g, p.shapes[0], ROW_NONE, -2);
    Output *y = grad_rows(g, p.shapes[1], ROW_NONE, -2);
    Output *args = grad_op2(g, "BroadcastGradientArgs", NULL, x, y);
    p.axes[0] = args;
    p.axes[1] = args ? &args->node->outputs[1] : NULL;
    pair_give(g, &p, 0, g->dx[0].values);
    pair_give(g, &p, 1, g->dx[1].values);
}

void gradient_batch_matmul(Gradient *g) {
    products(g, node_attr(g->op, "adj_x")->b, node_attr(g->op, "adj_y")->b);
    if (str_is(str_of(g->op->def->name), "BatchMatMulV2") && !same_shape(in(g, 0), in(g, 1))) {
        sum_batches(g);
    }
}
