/* fold.c: values that the graph tells before anything runs.
 *
 * TensorFlow evaluates small constant parts of a graph while building it, so that tf.reshape(x, [n
 * * 2]) has a shape. A value is known when it follows from Const nodes and static shapes through
 * ops without state. Shapes may be known in part: [tf.shape(x)[0], 3]. Both look back a limited
 * number of nodes, and make what they find in the scratch arena. */
#include "graph/compute.h"
#include "graph/infer.h"

#define FOLD_DEPTH 24      /* nodes looked back along one path */
#define FOLD_NODES 256     /* nodes looked at altogether */
#define FOLD_ELEMENTS 4096 /* elements of a value on the way */
#define FOLD_INPUTS 64

typedef struct Fold {
    Engine *e;
    int left; /* nodes that may still be looked at */
} Fold;

static const Tensor *fold(Fold *f, const Output *o, int depth);

static Tensor *integers(Engine *e, DType t, Shape shape, const int64_t *values) {
    Tensor *to = tensor_make(e->scratch, t, shape);
    for (int64_t i = 0; i < to->count; i++) {
        tensor_set_i64(to, i, values[i]);
    }
    return to;
}

/* Shape, Rank and Size need no value of their input, only its static shape. */
static const Tensor *fold_static(Engine *e, const Node *n, DType t) {
    Shape s = output_shape(n->inputs[0]);
    if (opdef_compute(n->def) == compute_rank && s.rank >= 0) {
        return integers(e, t, shape_scalar(), &(int64_t){s.rank});
    }
    if (!shape_known(s)) {
        return NULL;
    }
    if (opdef_compute(n->def) == compute_size) {
        return integers(e, t, shape_scalar(), &(int64_t){shape_count(s)});
    }
    if (opdef_compute(n->def) == compute_shape) {
        return integers(e, t, shape_make(e->scratch, 1, &(int64_t){s.rank}), s.dims);
    }
    return NULL;
}

static bool is_static(const Node *n) {
    return opdef_compute(n->def) == compute_shape || opdef_compute(n->def) == compute_rank ||
           opdef_compute(n->def) == compute_size;
}

static bool foldable(const Node *n, uint32_t output) {
    int64_t count = shape_count(n->record.outputs[output].shape);
    return opdef_compute(n->def) && !(n->def->flags & (OP_STATEFUL | OP_LIVE_ANYWAY)) &&
           opdef_compute(n->def) != compute_switch && n->record.ninputs <= FOLD_INPUTS &&
           n->record.noutputs <= FOLD_INPUTS && count >= 0 && count <= FOLD_ELEMENTS;
}

static const Tensor *fold_compute(Fold *f, const Output *o, int depth) {
    const Node *n = o->node;
    const Tensor *in[FOLD_INPUTS], *out[FOLD_INPUTS] = {NULL};
    Name none[FOLD_INPUTS] = {NULL};
    for (uint32_t i = 0; i < n->record.ninputs; i++) {
        in[i] = fold(f, n->inputs[i], depth + 1);
        if (!in[i]) {
            return NULL;
        }
    }
    Call c = {.e = f->e,
              .node = n,
              .arena = f->e->scratch,
              .in = in,
              .out = out,
              .in_variable = none,
              .out_variable = none};
    return opdef_compute(n->def)(&c) ? out[o->index] : NULL;
}

static const Tensor *fold(Fold *f, const Output *o, int depth) {
    if (o->known) {
        return o->known;
    }
    if (depth > FOLD_DEPTH || f->left-- <= 0) {
        return NULL;
    }
    if (is_static(o->node)) {
        return fold_static(f->e, o->node, output_dtype(o));
    }
    return foldable(o->node, o->index) ? fold_compute(f, o, depth) : NULL;
}

const Tensor *fold_value(Engine *e, const Output *o) {
    Fold f = {e, FOLD_NODES};
    return fold(&f, o, 0);
}

/* ---- shapes known in part ---- */

static Shape partial(Engine *e, const Output *o, int depth);

static int64_t partial_dim(Engine *e, const Output *o, int depth);

static bool is_op(const Node *n, const char *op) {
    return str_is(str_of(n->def->name), op);
}

static Shape shape_of_value(Engine *e, const Tensor *t) {
    int64_t *dims = ARENA_ARRAY(e->arena, (size_t)t->count, int64_t);
    for (int64_t i = 0; i < t->count; i++) {
        dims[i] = tensor_i64(t, i) < 0 ? DIM_UNKNOWN : tensor_i64(t, i);
    }
    return (Shape){(int)t->count, dims};
}

static Shape unknown_of_length(Engine *e, int64_t length) {
    if (length < 0) {
        return shape_unknown();
    }
    int64_t *dims = ARENA_ARRAY(e->arena, (size_t)length, int64_t);
    for (int64_t i = 0; i < length; i++) {
        dims[i] = DIM_UNKNOWN;
    }
    return (Shape){(int)length, dims};
}

static Shape partial_pack(Engine *e, const Node *n, int depth) {
    int64_t *dims = ARENA_ARRAY(e->arena, n->record.ninputs, int64_t);
    for (uint32_t i = 0; i < n->record.ninputs; i++) {
        dims[i] = partial_dim(e, n->inputs[i], depth + 1);
    }
    return (Shape){(int)n->record.ninputs, dims};
}

static Shape partial_concat(Engine *e, const Node *n, int depth) {
    Shape all = shape_scalar();
    for (uint32_t i = 0; i + 1 < n->record.ninputs; i++) {
        all = shape_concat(e->arena, all, partial(e, n->inputs[i], depth + 1));
    }
    return all;
}

/* x[begin:end] of a shape vector, forwards, without new axes. */
static Shape partial_slice(Engine *e, const Node *n, int depth) {
    Shape from = partial(e, n->inputs[0], depth + 1);
    const Tensor *begin = fold_value(e, n->inputs[1]), *end = fold_value(e, n->inputs[2]),
                 *step = fold_value(e, n->inputs[3]);
    if (from.rank < 0 || !begin || !end || !step || begin->count != 1 || tensor_i64(step, 0) != 1) {
        return shape_unknown();
    }
    int64_t a = node_attr(n, "begin_mask")->i ? 0 : tensor_i64(begin, 0);
    int64_t b = node_attr(n, "end_mask")->i ? from.rank : tensor_i64(end, 0);
    a = a < 0 ? a + from.rank : a;
    b = b < 0 ? b + from.rank : b > from.rank ? from.rank : b;
    if (a < 0 || a > b) {
        return shape_unknown();
    }
    return shape_slice(e->arena, from, (int)a, (int)b);
}

static Shape partial(Engine *e, const Output *o, int depth) {
    const Node *n = o->node;
    const Tensor *t = fold_value(e, o);
    Shape s = output_shape(o);
    if (t && t->shape.rank == 1) {
        return shape_of_value(e, t);
    }
    if (depth < FOLD_DEPTH && opdef_compute(n->def) == compute_shape) {
        return output_shape(n->inputs[0]);
    }
    if (depth < FOLD_DEPTH && is_op(n, "Pack") && s.rank == 1) {
        return partial_pack(e, n, depth);
    }
    if (depth < FOLD_DEPTH && is_op(n, "ConcatV2")) {
        return partial_concat(e, n, depth);
    }
    if (depth < FOLD_DEPTH && is_op(n, "StridedSlice") && s.rank == 1) {
        Shape slice = partial_slice(e, n, depth);
        return slice.rank >= 0 ? slice : unknown_of_length(e, s.dims[0]);
    }
    if (depth < FOLD_DEPTH && (is_op(n, "Cast") || is_op(n, "Identity"))) {
        return partial(e, n->inputs[0], depth + 1);
    }
    return s.rank == 1 ? unknown_of_length(e, s.dims[0]) : shape_unknown();
}

/* A scalar that may be one dimension of a shape: tf.shape(x)[i]. */
static int64_t partial_dim(Engine *e, const Output *o, int depth) {
    const Node *n = o->node;
    const Tensor *t = fold_value(e, o);
    if (t) {
        return t->count == 1 && tensor_i64(t, 0) >= 0 ? tensor_i64(t, 0) : DIM_UNKNOWN;
    }
    if (depth < FOLD_DEPTH && (is_op(n, "Cast") || is_op(n, "Identity"))) {
        return partial_dim(e, n->inputs[0], depth + 1);
    }
    if (depth >= FOLD_DEPTH || !is_op(n, "StridedSlice") ||
        node_attr(n, "shrink_axis_mask")->i != 1) {
        return DIM_UNKNOWN;
    }
    Shape from = partial(e, n->inputs[0], depth + 1);
    const Tensor *begin = fold_value(e, n->inputs[1]);
    int64_t at = begin && begin->count == 1 ? tensor_i64(begin, 0) : DIM_UNKNOWN;
    bool ok = from.rank >= 0 && begin && infer_axis(&at, from.rank);
    return ok ? from.dims[at] : DIM_UNKNOWN;
}

Shape fold_shape(Engine *e, const Output *o) {
    return partial(e, o, 0);
}
