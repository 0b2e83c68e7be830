#include "graph/initializer.h"

#include <math.h>
#include <string.h>

#include "graph/varscope.h"
#include "tensor/print.h"

/* ---- parts ---- */

bool put_ints(Engine *e, const char *name, const int64_t *v, int n, Output **out) {
    return constant_make(e, tensor_vector_i32(e->arena, n, v), str_of(name), out);
}

static bool put_node(Engine *e, const char *op, Str name, Output **inputs, uint32_t n,
                     Output **out) {
    Node *node;
    if (!node_make(e, op, name, inputs, n, NULL, 0, &node))
        return false;
    *out = &node->outputs[0];
    return true;
}

bool put_unary(Engine *e, const char *op, const char *name, Output *x, Output **out) {
    return put_node(e, op, str_of(name), &x, 1, out);
}

bool put_binary(Engine *e, const char *op, const char *name, Output *x, Output *y, Output **out) {
    return put_node(e, op, str_of(name), (Output *[]){x, y}, 2, out);
}

bool put_scaled(Engine *e, double v, Output *y, Output **out) {
    const Tensor *x = tensor_scalar_f64(e->arena, output_dtype(y), v);
    return op_apply1(e, "Mul", STR("mul"), (Operand[]){operand_tensor(e, x), operand_of(y)}, 2,
                     NULL, 0, out);
}

/* The node that carries the name of its group: it is called as the group's own scope. */
static bool put_last(Engine *e, const char *op, const OpScope *s, Output *x, Output *y,
                     Output **out) {
    if (!put_node(e, op, name_str(s->full), (Output *[]){x, y}, 2, out))
        return false;
    (*out)->node->record.naming = s->naming;
    return true;
}

/* ---- seeds (section 6.4) ---- */

#define SEED_MODULUS INT64_C(2147483647)
#define DEFAULT_GRAPH_SEED INT64_C(87654321)

static int64_t truncated(int64_t seed) {
    int64_t rest = seed % SEED_MODULUS;
    return rest < 0 ? rest + SEED_MODULUS : rest; /* as Python's % */
}

void engine_seeds(Engine *e, bool has_seed, int64_t seed, int64_t pair[2]) {
    const Graph *g = engine_graph(e);
    pair[0] = pair[1] = 0;
    if (!g->has_seed && !has_seed)
        return;
    pair[0] = truncated(g->has_seed ? g->seed : DEFAULT_GRAPH_SEED);
    pair[1] = truncated(has_seed ? seed : (int64_t)g->order.count);
    if (!pair[0] && !pair[1] && engine_has(e, CHANGE_SEED_PAIR_ZERO))
        pair[1] = SEED_MODULUS;
}

/* ---- random groups ---- */

typedef enum Draw { DRAW_UNIFORM, DRAW_UNIFORM_INT, DRAW_NORMAL, DRAW_TRUNCATED } Draw;

/* What one random group is made of. */
typedef struct Random {
    Draw draw;
    Operand shape, a, b; /* min and max, or mean and stddev */
    DType dtype;
    bool has_seed;
    int64_t seed;
} Random;

static const char *draw_op(Draw d) {
    switch (d) {
    case DRAW_UNIFORM: return "RandomUniform";
    case DRAW_UNIFORM_INT: return "RandomUniformInt";
    case DRAW_NORMAL: return "RandomStandardNormal";
    case DRAW_TRUNCATED: return "TruncatedNormal";
    }
    return NULL;
}

static bool is_uniform(Draw d) {
    return d == DRAW_UNIFORM || d == DRAW_UNIFORM_INT;
}

/* Tensors for shape and both parameters: constants are made here, in this order. */
static bool convert_parameters(Engine *e, const Random *r, Output *in[3]) {
    bool uniform = is_uniform(r->draw);
    DType shape_type = r->shape.output || r->shape.tensor ? DTYPE_INVALID : DTYPE_INT32;
    return engine_convert(e, r->shape, shape_type, "shape", &in[0]) &&
           engine_convert(e, r->a, r->dtype, uniform ? "min" : "mean", &in[1]) &&
           engine_convert(e, r->b, r->dtype, uniform ? "max" : "stddev", &in[2]);
}

/* The op that draws. An integer one takes its bounds itself and ends the group, under the group's
 * name. */
static bool draw_make(Engine *e, const Random *r, Output *in[3], const OpScope *s, Output **out) {
    int64_t pair[2];
    engine_seeds(e, r->has_seed, r->seed, pair);
    bool ends = r->draw == DRAW_UNIFORM_INT;
    Attr attrs[] = {{.name = ends ? "Tout" : "dtype", .kind = ATTR_TYPE, .type = r->dtype},
                    {.name = "seed", .kind = ATTR_INT, .i = pair[0]},
                    {.name = "seed2", .kind = ATTR_INT, .i = pair[1]}};
    Node *node;
    Str name = ends ? name_str(s->full) : (Str){0};
    if (!node_make(e, draw_op(r->draw), name, in, ends ? 3 : 1, attrs, 3, &node))
        return false;
    if (ends)
        node->record.naming = s->naming;
    *out = &node->outputs[0];
    return true;
}

/* drawn * (max - min) + min, or drawn * stddev + mean. */
static bool spread(Engine *e, const Random *r, Output *drawn, Output *in[3], const OpScope *s,
                   Output **out) {
    Output *factor = in[2], *scaled;
    if (is_uniform(r->draw) && !put_binary(e, "Sub", "sub", in[2], in[1], &factor))
        return false;
    return put_binary(e, "Mul", "mul", drawn, factor, &scaled) &&
           put_last(e, "Add", s, scaled, in[1], out);
}

static bool random_in(Engine *e, const Random *r, const OpScope *s, Output **out) {
    Output *in[3], *drawn;
    if (!convert_parameters(e, r, in) || !draw_make(e, r, in, s, &drawn))
        return false;
    *out = drawn;
    return r->draw == DRAW_UNIFORM_INT || spread(e, r, drawn, in, s, out);
}

static bool random_build(Engine *e, const Random *r, Str name, Output **out) {
    OpScope s;
    if (!op_scope_enter(e, name, false, &s))
        return false;
    bool ok = random_in(e, r, &s, out);
    op_scope_leave(e, &s);
    return ok;
}

bool random_uniform_build(Engine *e, Operand shape, Operand lo, Operand hi, DType dtype,
                          bool has_seed, int64_t seed, Str name, Output **out) {
    DTypeClass class = dtype_class(dtype);
    bool whole = class == DTYPE_CLASS_INT || class == DTYPE_CLASS_UINT;
    Random r = {whole ? DRAW_UNIFORM_INT : DRAW_UNIFORM, shape, lo, hi, dtype, has_seed, seed};
    return random_build(e, &r, name.len ? name : STR("random_uniform"), out);
}

bool random_normal_build(Engine *e, Operand shape, Operand mean, Operand stddev, DType dtype,
                         bool has_seed, int64_t seed, Str name, bool cut, Output **out) {
    Random r = {cut ? DRAW_TRUNCATED : DRAW_NORMAL, shape, mean, stddev, dtype, has_seed, seed};
    return random_build(e, &r,
                        name.len ? name
                        : cut    ? STR("truncated_normal")
                                 : STR("random_normal"),
                        out);
}

/* ---- zeros and ones ---- */

#define SMALL_COUNT 1000 /* since 1.8, fewer elements are a Const */

/* May a constant of this shape be held? */
static bool check_size(Engine *e, Shape shape) {
    int64_t count = shape_count(shape);
    if (count >= 0 && (e->max_tensor == 0 || count <= e->max_tensor))
        return true;
    Str text = shape_str(e->arena, shape);
    return engine_fail(e, FAULT_BUDGET, "a constant of shape %.*s", STR_ARG(text));
}

static Tensor *filled_tensor(Arena *a, Shape shape, DType dtype, int value) {
    Tensor *t = tensor_make(a, dtype, shape); /* zeros, False, or empty strings */
    for (int64_t i = 0; value && i < t->count; i++)
        tensor_set_i64(t, i, value);
    return t;
}

/* name/shape_as_tensor, name/Const, and Fill under the name itself. */
static bool fill_make(Engine *e, Shape shape, const Tensor *value, Str name, Output **out) {
    OpScope s;
    if (!op_scope_enter(e, name, false, &s))
        return false;
    Output *dims, *element;
    bool ok = put_ints(e, "shape_as_tensor", shape.dims, shape.rank, &dims) &&
              constant_make(e, value, STR("Const"), &element) &&
              put_last(e, "Fill", &s, dims, element, out);
    op_scope_leave(e, &s);
    return ok;
}

static bool filled_constant(Engine *e, Shape shape, DType dtype, int value, Str name,
                            Output **out) {
    return check_size(e, shape) &&
           constant_make_filled(e, filled_tensor(e->arena, shape, dtype, value), 1, name, out);
}

bool filled_build(Engine *e, Shape shape, DType dtype, int value, Str name, Output **out) {
    Str full = name.len ? name : value ? STR("ones") : STR("zeros");
    int64_t count = shape_count(shape);
    bool small = engine_has(e, CHANGE_ZEROS_SMALL_CONST) && count >= 0 && count < SMALL_COUNT;
    if (!engine_has(e, CHANGE_ZEROS_FILL) || small)
        return filled_constant(e, shape, dtype, value, full, out);
    return fill_make(e, shape, filled_tensor(e->arena, shape_scalar(), dtype, value), full, out);
}

/* The initializers: in 1.0 and 1.1 they called tf.constant rather than tf.zeros and tf.ones. */
static bool filled_initializer(Engine *e, Shape shape, DType dtype, int value, Output **out) {
    if (engine_has(e, CHANGE_ZEROS_NAMED))
        return filled_build(e, shape, dtype, value, (Str){0}, out);
    return filled_constant(e, shape, dtype, value, STR("Const"), out);
}

/* ---- tf.constant_initializer ---- */

/* A number that a Python float cannot become: the message of the conversion. */
static bool check_whole(Engine *e, const Tensor *value, DType dtype) {
    DTypeClass want = dtype_class(dtype);
    if (dtype_class(value->dtype) != DTYPE_CLASS_FLOAT ||
        (want != DTYPE_CLASS_INT && want != DTYPE_CLASS_UINT) || value->count == 0)
        return true;
    Sink text = sink_memory(e->scratch);
    python_float_repr(&text, tensor_f64(value, 0));
    Str number = sink_str(&text);
    return engine_fail(e, FAULT_TYPE, "Expected %s, got %.*s of type 'float' instead.",
                       dtype_name(dtype), STR_ARG(number));
}

/* The value in the shape of the variable; when it is too short, its last element is repeated. */
static const Tensor *spread_value(Arena *a, const Tensor *value, Shape shape) {
    Tensor *t = tensor_make(a, value->dtype, shape);
    size_t size = dtype_size(value->dtype);
    for (int64_t i = 0; i < t->count && value->count; i++) {
        int64_t from = i < value->count ? i : value->count - 1;
        memcpy((char *)t->data + (size_t)i * size, (const char *)value->data + (size_t)from * size,
               size);
    }
    return t;
}

static bool constant_initializer(Engine *e, const Tensor *value, Shape shape, DType dtype,
                                 Output **out) {
    int64_t room = shape_count(shape);
    if (!check_whole(e, value, dtype) || !check_size(e, shape))
        return false;
    if (value->count > room)
        return engine_fail(e, FAULT_VALUE,
                           "Too many elements provided. Needed at most %lld, but received %lld",
                           (long long)room, (long long)value->count);
    const Tensor *cast = value->dtype == dtype ? value : tensor_cast(e->arena, value, dtype);
    return constant_make_filled(e, spread_value(e->arena, cast, shape), value->count, STR("Const"),
                                out);
}

/* ---- random initializers ---- */

/* A number of the library's own: a float, which only a floating dtype takes. */
static Operand number_operand(Engine *e, Value host, double v, DType dtype) {
    if (!value_given(host) && dtype_class(dtype) != DTYPE_CLASS_FLOAT)
        return operand_host(value_float(v));
    return value_given(host) ? operand_host(host)
                             : operand_tensor(e, tensor_scalar_f64(e->arena, dtype, v));
}

static Operand shape_operand(Engine *e, Shape shape) {
    return operand_tensor(e, tensor_vector_i32(e->arena, shape.rank, shape.dims));
}

static bool uniform_between(Engine *e, const Initializer *i, Shape shape, DType dtype, double limit,
                            Output **out) {
    return random_uniform_build(e, shape_operand(e, shape),
                                number_operand(e, value_unbound(), -limit, dtype),
                                number_operand(e, value_unbound(), limit, dtype), dtype,
                                i->has_seed, i->seed, (Str){0}, out);
}

static bool normal_around(Engine *e, const Initializer *i, Shape shape, DType dtype, double stddev,
                          bool cut, Output **out) {
    return random_normal_build(e, shape_operand(e, shape),
                               number_operand(e, value_unbound(), 0, dtype),
                               number_operand(e, value_unbound(), stddev, dtype), dtype,
                               i->has_seed, i->seed, (Str){0}, cut, out);
}

/* How many inputs and outputs a unit has. */
static void compute_fans(Shape s, double *in, double *out) {
    *in = s.rank > 0 ? (double)s.dims[s.rank > 1 ? s.rank - 2 : 0] : 1;
    *out = s.rank > 0 ? (double)s.dims[s.rank - 1] : 1;
    for (int d = 0; d < s.rank - 2; d++) {
        *in *= (double)s.dims[d];
        *out *= (double)s.dims[d];
    }
}

static double scaled_variance(const Initializer *i, Shape shape) {
    double in, out;
    compute_fans(shape, &in, &out);
    double n = i->mode == 0 ? in : i->mode == 1 ? out : (in + out) / 2;
    return i->scale / (n > 1 ? n : 1);
}

/* Deviation of a standard normal that is cut at two deviations. */
#define CUT_DEVIATION .87962566103423978

/* The deviation of a normal whose result has this variance, once it is cut. */
static double deviation(Engine *e, const Initializer *i, double variance) {
    if (i->distribution == 0 && i->contrib)
        return sqrt(1.3 * variance);
    bool corrected = i->distribution == 0 && engine_has(e, CHANGE_TRUNCATED_STDDEV);
    return sqrt(variance) / (corrected ? CUT_DEVIATION : 1);
}

static bool variance_scaling(Engine *e, const Initializer *i, Shape shape, DType dtype,
                             Output **out) {
    double variance = scaled_variance(i, i->full_shape && !i->contrib ? *i->full_shape : shape);
    if (i->distribution == 1)
        return uniform_between(e, i, shape, dtype, sqrt(3.0 * variance), out);
    return normal_around(e, i, shape, dtype, deviation(e, i, variance), i->distribution == 0, out);
}

static bool unit_scaling(Engine *e, const Initializer *i, Shape shape, DType dtype, Output **out) {
    Shape full = i->full_shape ? *i->full_shape : shape;
    double n = 1;
    for (int d = 0; d < full.rank - 1; d++)
        n *= (double)full.dims[d];
    return uniform_between(e, i, shape, dtype, sqrt(3.0 / (n > 1 ? n : 1)) * i->scale, out);
}

static bool random_initializer(Engine *e, const Initializer *i, Shape shape, DType dtype,
                               Output **out) {
    Operand a = number_operand(e, i->a_host, i->a, dtype),
            b = number_operand(e, i->b_host, i->b, dtype);
    if (i->kind == INITIALIZER_RANDOM_UNIFORM)
        return random_uniform_build(e, shape_operand(e, shape), a, b, dtype, i->has_seed, i->seed,
                                    (Str){0}, out);
    return random_normal_build(e, shape_operand(e, shape), a, b, dtype, i->has_seed, i->seed,
                               (Str){0}, i->kind == INITIALIZER_TRUNCATED_NORMAL, out);
}

bool initializer_build(Engine *e, const Initializer *i, Shape shape, DType dtype, Output **out) {
    DType type = dtype == DTYPE_INVALID ? i->dtype : dtype;
    switch (i->kind) {
    case INITIALIZER_ZEROS: return filled_initializer(e, shape, type, 0, out);
    case INITIALIZER_ONES: return filled_initializer(e, shape, type, 1, out);
    case INITIALIZER_CONSTANT: return constant_initializer(e, i->value, shape, type, out);
    case INITIALIZER_RANDOM_UNIFORM:
    case INITIALIZER_RANDOM_NORMAL:
    case INITIALIZER_TRUNCATED_NORMAL: return random_initializer(e, i, shape, type, out);
    case INITIALIZER_VARIANCE_SCALING: return variance_scaling(e, i, shape, type, out);
    case INITIALIZER_UNIFORM_UNIT_SCALING: return unit_scaling(e, i, shape, type, out);
    case INITIALIZER_ORTHOGONAL: return orthogonal_build(e, i, shape, type, out);
    case INITIALIZER_IDENTITY: return identity_build(e, i, shape, type, out);
    }
    return false;
}
