/* infer_nn.c: shapes of layers, losses, state and control flow. */
#include "graph/infer.h"

/* ---- windows ---- */

static bool channels_first(const Infer *i) {
    const Attr *a = node_attr(i->node, "data_format");
    return a && str_starts(a->s, STR("NC"));
}

static int64_t attr_at(const Infer *i, const char *name, int k) {
    const Attr *a = node_attr(i->node, name);
    return a && k < a->ints.n ? a->ints.at[k] : 1;
}

/* The size of one dim after windows of `window` every `stride` elements. */
static bool windowed(Infer *i, int64_t size, int64_t window, int64_t stride, int64_t *out) {
    const Attr *padding = node_attr(i->node, "padding");
    bool same = padding && str_is(padding->s, "SAME");
    if (stride <= 0) {
        return infer_fail(i, "Stride must be > 0, but got %lld", (long long)stride);
    }
    if (size < 0 || window < 0) {
        *out = DIM_UNKNOWN;
        return true;
    }
    if (!same && size < window) {
        return infer_fail(i, "Negative dimension size caused by subtracting %lld from %lld",
                          (long long)window, (long long)size);
    }
    *out = ((same ? size : size - window + 1) + stride - 1) / stride;
    return true;
}

static int64_t dilated(const Infer *i, int64_t window, int dim) {
    return window < 0 ? window : (window - 1) * attr_at(i, "dilations", dim) + 1;
}

static bool check_dilations(Infer *i) {
    for (int k = 0; k < 4; k++) {
        int64_t rate = attr_at(i, "dilations", k);
        if (rate < 1) {
            return infer_fail(i, "Dilation rate must be >= 1, but got %lld", (long long)rate);
        }
    }
    return true;
}

static bool windows(Infer *i, Shape in, const int64_t window[2], int64_t channels) {
    int rows = channels_first(i) ? 2 : 1;
    int64_t dims[4] = {in.dims[0], 0, 0, 0};
    dims[channels_first(i) ? 1 : 3] = channels;
    if (!check_dilations(i)) {
        return false;
    }
    for (int d = 0; d < 2; d++) {
        if (!windowed(i, in.dims[rows + d], window[d], attr_at(i, "strides", rows + d),
                      &dims[rows + d])) {
            return false;
        }
    }
    return infer_out(i, 0, shape_make(infer_arena(i), 4, dims));
}

static bool convolution(Infer *i, bool depthwise) {
    Shape in, filter;
    if (!infer_rank(i, 0, 4, &in) || !infer_rank(i, 1, 4, &filter)) {
        return false;
    }
    int rows = channels_first(i) ? 2 : 1;
    int64_t depth, out = filter.dims[3];
    if (!infer_agree_dim(i, in.dims[channels_first(i) ? 1 : 3], filter.dims[2], &depth)) {
        return false;
    }
    if (depthwise) {
        out = depth < 0 || out < 0 ? DIM_UNKNOWN : depth * out;
    }
    int64_t window[2] = {dilated(i, filter.dims[0], rows), dilated(i, filter.dims[1], rows + 1)};
    return windows(i, in, window, out);
}

bool infer_conv2d(Infer *i) {
    return convolution(i, false);
}

bool infer_depthwise(Infer *i) {
    return convolution(i, true);
}

bool infer_conv2d_filter(Infer *i) {
    return infer_out(i, 0, infer_shape_value(i, 1));
}

bool infer_pool(Infer *i) {
    Shape in;
    if (!infer_rank(i, 0, 4, &in)) {
        return false;
    }
    int rows = channels_first(i) ? 2 : 1;
    int64_t window[2] = {attr_at(i, "ksize", rows), attr_at(i, "ksize", rows + 1)};
    return windows(i, in, window, in.dims[channels_first(i) ? 1 : 3]);
}

/* y like x; mean, variance and what is kept for the gradient like scale. */
bool infer_batch_norm(Infer *i) {
    Shape x, scale;
    if (!infer_rank(i, 0, 4, &x) || !infer_rank(i, 1, 1, &scale)) {
        return false;
    }
    infer_out(i, 0, x);
    for (int k = 1; k < 5; k++) {
        infer_out(i, k, scale);
    }
    return i->node->record.noutputs < 6 || infer_out(i, 5, infer_dims(i, 1));
}

/* (dy, x, scale, …): the gradients of mean and variance are empty. */
bool infer_batch_norm_grad(Infer *i) {
    Shape x, scale;
    if (!infer_rank(i, 1, 4, &x) || !infer_rank(i, 2, 1, &scale)) {
        return false;
    }
    infer_out(i, 0, x);
    infer_out(i, 1, scale);
    infer_out(i, 2, scale);
    for (int k = 3; k < 5; k++) {
        infer_out(i, k, shape_make(infer_arena(i), 1, &(int64_t){0}));
    }
    return true;
}

/* ---- losses ---- */

bool infer_softmax_loss(Infer *i) {
    Shape both;
    if (!infer_agree(i, infer_in(i, 0), infer_in(i, 1), &both)) {
        return false;
    }
    if (both.rank >= 0 && both.rank != 2) {
        return infer_fail(i, "Shape must be rank 2 but is rank %d", both.rank);
    }
    int64_t batch = shape_dim(both, 0);
    infer_out(i, 1, both);
    return infer_out(i, 0, shape_make(infer_arena(i), 1, &batch));
}

bool infer_sparse_softmax_loss(Infer *i) {
    Shape features, labels;
    int64_t batch;
    if (!infer_rank(i, 0, 2, &features) || !infer_rank(i, 1, 1, &labels)) {
        return false;
    }
    if (!infer_agree_dim(i, features.dims[0], labels.dims[0], &batch)) {
        return false;
    }
    infer_out(i, 1, features);
    return infer_out(i, 0, shape_make(infer_arena(i), 1, &batch));
}

bool infer_in_top_k(Infer *i) {
    return infer_out(i, 0, infer_in(i, 1));
}

/* The number that an input holds when it is known: DIM_UNKNOWN else. */
static bool size_input(Infer *i, int input, int64_t *size) {
    const Tensor *t = infer_value(i, input);
    int rank = infer_in(i, input).rank;
    *size = DIM_UNKNOWN;
    if (rank > 0) {
        return infer_fail(i, "Input must be scalar but has rank %d", rank);
    }
    if (t && tensor_i64(t, 0) < 0) {
        return infer_fail(i,
                          "Dimension size, given by scalar input %d, must be non-negative but is "
                          "%lld",
                          input, (long long)tensor_i64(t, 0));
    }
    *size = t ? tensor_i64(t, 0) : DIM_UNKNOWN;
    return true;
}

bool infer_top_k(Infer *i) {
    Shape in = infer_in(i, 0);
    int64_t n;
    if (!infer_rank_at_least(i, 0, 1) || !size_input(i, 1, &n)) {
        return false;
    }
    if (in.rank < 0) {
        return true;
    }
    if (in.dims[in.rank - 1] >= 0 && n > in.dims[in.rank - 1]) {
        return infer_fail(i, "input must have last dimension >= k = %lld but is %lld", (long long)n,
                          (long long)in.dims[in.rank - 1]);
    }
    Arena *a = infer_arena(i);
    Shape out = shape_concat(a, shape_slice(a, in, 0, in.rank - 1), shape_make(a, 1, &n));
    infer_out(i, 1, out);
    return infer_out(i, 0, out);
}

bool infer_multinomial(Infer *i) {
    int64_t dims[2] = {shape_dim(infer_in(i, 0), 0), DIM_UNKNOWN};
    return size_input(i, 1, &dims[1]) && infer_out(i, 0, shape_make(infer_arena(i), 2, dims));
}

bool infer_string_join(Infer *i) {
    for (int k = 0; k < infer_inputs(i); k++) {
        if (infer_in(i, k).rank != 0) {
            return infer_out(i, 0, infer_in(i, k));
        }
    }
    return infer_out(i, 0, shape_scalar());
}

/* ---- state ---- */

bool infer_assign(Infer *i) {
    Shape out;
    if (!infer_attr_bool(i, "validate_shape")) {
        return infer_out(i, 0, infer_in(i, 1));
    }
    return infer_agree(i, infer_in(i, 0), infer_in(i, 1), &out) && infer_out(i, 0, out);
}

bool infer_assign_update(Infer *i) {
    Shape out;
    return infer_agree(i, infer_in(i, 0), infer_in(i, 1), &out) && infer_out(i, 0, out);
}

/* The shape that the variable behind a handle was declared with. */
static Shape handle_declared(const Infer *i) {
    const Attr *shape = node_attr(i->node->inputs[0]->node, "shape");
    return shape ? shape->shape : shape_unknown();
}

bool infer_handle_read(Infer *i) {
    return infer_out(i, 0, handle_declared(i));
}

bool infer_handle_assign(Infer *i) {
    Shape out;
    return infer_agree(i, handle_declared(i), infer_in(i, 1), &out);
}

bool infer_handle_shape(Infer *i) {
    int64_t rank = handle_declared(i).rank;
    return infer_out(i, 0,
                     shape_make(infer_arena(i), 1, &(int64_t){rank < 0 ? DIM_UNKNOWN : rank}));
}

bool infer_handle_gather(Infer *i) {
    Shape params = handle_declared(i);
    if (params.rank < 1) {
        return infer_out(i, 0, shape_unknown());
    }
    Arena *a = infer_arena(i);
    return infer_out(i, 0, shape_concat(a, infer_in(i, 1), shape_slice(a, params, 1, params.rank)));
}

/* ---- control flow ---- */

bool infer_switch(Infer *i) {
    infer_out(i, 0, infer_in(i, 0));
    return infer_out(i, 1, infer_in(i, 0));
}

static Shape common(const Infer *i, Shape x, Shape y) {
    if (x.rank != y.rank || x.rank < 0) {
        return shape_unknown();
    }
    int64_t *dims = ARENA_ARRAY(i->e->arena, (size_t)x.rank, int64_t);
    for (int d = 0; d < x.rank; d++) {
        dims[d] = x.dims[d] == y.dims[d] ? x.dims[d] : DIM_UNKNOWN;
    }
    return (Shape){x.rank, dims};
}

/* What all inputs have in common. */
bool infer_merge(Infer *i) {
    Shape out = infer_in(i, 0);
    for (int k = 1; k < infer_inputs(i); k++) {
        out = common(i, out, infer_in(i, k));
    }
    infer_out(i, 1, shape_scalar());
    return infer_out(i, 0, out);
}

bool infer_tensor_array(Infer *i) {
    int64_t two = 2;
    infer_out(i, 1, shape_scalar());
    return infer_out(i, 0, shape_make(infer_arena(i), 1, &two));
}

bool infer_array_concat(Infer *i) {
    infer_out(i, 0, shape_unknown());
    return infer_out(i, 1, infer_dims(i, 1));
}

bool infer_all_unknown(Infer *i) {
    for (uint32_t k = 0; k < i->node->record.noutputs; k++) {
        infer_out(i, (int)k, shape_unknown());
    }
    return true;
}

/* A stack gives back what is pushed. */
bool infer_pushed(Infer *i) {
    return infer_out(i, 0, infer_in(i, 1));
}

bool infer_stack(Infer *i) {
    int64_t two = 2;
    return infer_out(i, 0, shape_make(infer_arena(i), 1, &two));
}
