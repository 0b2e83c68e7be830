/* infer_math.c: shapes of arithmetic. */
#include "graph/infer.h"

bool infer_nothing(Infer *i) {
    (void)i;
    return true;
}

bool infer_unknown(Infer *i) {
    (void)i;
    return true;
}

bool infer_scalar(Infer *i) {
    for (uint32_t k = 0; k < i->node->record.noutputs; k++) {
        infer_out(i, (int)k, shape_scalar());
    }
    return true;
}

bool infer_unchanged(Infer *i) {
    for (uint32_t k = 0; k < i->node->record.noutputs; k++) {
        infer_out(i, (int)k, infer_in(i, 0));
    }
    return true;
}

bool infer_softmax(Infer *i) {
    return infer_rank_at_least(i, 0, 1) && infer_unchanged(i);
}

/* The first pair of dims, from the left, that neither agree nor repeat. */
static bool refuse_broadcast(Infer *i, Shape x, Shape y) {
    int rank = x.rank > y.rank ? x.rank : y.rank;
    for (int d = 0; d < rank; d++) {
        int64_t a = d < rank - x.rank ? 1 : x.dims[d - (rank - x.rank)];
        int64_t b = d < rank - y.rank ? 1 : y.dims[d - (rank - y.rank)];
        if (a > 1 && b > 1 && a != b) {
            return infer_agree_dim(i, a, b, &a);
        }
        if ((a == 0 && b > 1) || (b == 0 && a > 1)) {
            return infer_agree_dim(i, a, b, &a);
        }
    }
    return infer_fail(i, "Incompatible shapes for broadcasting");
}

static bool broadcast_inputs(Infer *i, int a, int b) {
    Shape x = infer_in(i, a), y = infer_in(i, b), out;
    if (!shape_broadcast(infer_arena(i), x, y, &out)) {
        return refuse_broadcast(i, x, y);
    }
    return infer_out(i, 0, out);
}

bool infer_broadcast(Infer *i) {
    return broadcast_inputs(i, 0, 1);
}

/* condition, t and e all broadcast. */
bool infer_select_v2(Infer *i) {
    if (!broadcast_inputs(i, 1, 2)) {
        return false;
    }
    Shape out, values = output_shape(&i->node->outputs[0]);
    if (!shape_broadcast(infer_arena(i), infer_in(i, 0), values, &out)) {
        return refuse_broadcast(i, infer_in(i, 0), values);
    }
    return infer_out(i, 0, out);
}

/* ---- reductions ---- */

static bool mark_axes(Infer *i, const Tensor *axes, int rank, bool *reduced) {
    for (int64_t k = 0; k < axes->count; k++) {
        int64_t axis = tensor_i64(axes, k);
        if (!infer_axis(&axis, rank)) {
            return infer_fail(i, "Invalid reduction dimension %lld for input with %d dimensions.",
                              (long long)axis, rank);
        }
        reduced[axis] = true;
    }
    return true;
}

static Shape reduced_shape(Infer *i, Shape in, const bool *reduced, bool keep) {
    int64_t *dims = ARENA_ARRAY(infer_arena(i), (size_t)in.rank, int64_t);
    int rank = 0;
    for (int d = 0; d < in.rank; d++) {
        if (!reduced[d]) {
            dims[rank++] = in.dims[d];
        } else if (keep) {
            dims[rank++] = 1;
        }
    }
    return (Shape){rank, dims};
}

bool infer_reduce(Infer *i) {
    Shape in = infer_in(i, 0);
    const Tensor *axes = infer_value(i, 1);
    bool keep = infer_attr_bool(i, "keep_dims");
    if (in.rank < 0) {
        return infer_out(i, 0, shape_unknown());
    }
    if (!axes) {
        return infer_out(i, 0, keep ? infer_dims(i, in.rank) : shape_unknown());
    }
    bool *reduced = ARENA_ARRAY(i->e->scratch, (size_t)in.rank, bool);
    return mark_axes(i, axes, in.rank, reduced) &&
           infer_out(i, 0, reduced_shape(i, in, reduced, keep));
}

bool infer_arg_extreme(Infer *i) {
    Shape in = infer_in(i, 0);
    const Tensor *dimension = infer_value(i, 1);
    if (in.rank < 0 || in.rank <= 1) {
        return infer_out(i, 0, in.rank < 0 ? shape_unknown() : shape_scalar());
    }
    if (!dimension) {
        return infer_out(i, 0, infer_dims(i, in.rank - 1));
    }
    int64_t axis = tensor_i64(dimension, 0);
    if (!infer_axis(&axis, in.rank)) {
        return infer_fail(
            i,
            "Dimension (%lld) must be in the range [%d, %d), where %d is the number of dimensions in the input.",
            (long long)axis, -in.rank, in.rank, in.rank);
    }
    Shape before = shape_slice(infer_arena(i), in, 0, (int)axis);
    Shape after = shape_slice(infer_arena(i), in, (int)axis + 1, in.rank);
    return infer_out(i, 0, shape_concat(infer_arena(i), before, after));
}

/* ---- products ---- */

bool infer_matmul(Infer *i) {
    Shape a, b;
    if (!infer_rank(i, 0, 2, &a) || !infer_rank(i, 1, 2, &b)) {
        return false;
    }
    int ta = infer_attr_bool(i, "transpose_a"), tb = infer_attr_bool(i, "transpose_b");
    int64_t inner;
    if (!infer_agree_dim(i, a.dims[!ta], b.dims[tb], &inner)) {
        return false;
    }
    int64_t dims[2] = {a.dims[ta], b.dims[!tb]};
    return infer_out(i, 0, shape_make(infer_arena(i), 2, dims));
}

bool infer_batch_matmul(Infer *i) {
    Shape x = infer_in(i, 0), y = infer_in(i, 1), batch;
    if (!infer_rank_at_least(i, 0, 2) || !infer_rank_at_least(i, 1, 2)) {
        return false;
    }
    if (x.rank < 0 || y.rank < 0) {
        return infer_out(i, 0, shape_unknown());
    }
    Arena *a = infer_arena(i);
    int tx = infer_attr_bool(i, "adj_x"), ty = infer_attr_bool(i, "adj_y");
    int64_t inner, dims[2] = {x.dims[x.rank - 2 + tx], y.dims[y.rank - 1 - ty]};
    Shape bx = shape_slice(a, x, 0, x.rank - 2), by = shape_slice(a, y, 0, y.rank - 2);
    bool v2 = i->node->def->name[sizeof "BatchMatMul" - 1] != '\0';
    bool ok = v2 ? shape_broadcast(a, bx, by, &batch) || refuse_broadcast(i, bx, by)
                 : infer_agree(i, bx, by, &batch);
    if (!ok || !infer_agree_dim(i, x.dims[x.rank - 1 - tx], y.dims[y.rank - 2 + ty], &inner)) {
        return false;
    }
    return infer_out(i, 0, shape_concat(a, batch, shape_make(a, 2, dims)));
}

static bool channels_first(const Infer *i) {
    const Attr *a = node_attr(i->node, "data_format");
    return a && str_starts(a->s, STR("NC"));
}

bool infer_bias_add(Infer *i) {
    Shape bias, value = infer_in(i, 0);
    if (!infer_rank_at_least(i, 0, 2) || !infer_rank(i, 1, 1, &bias)) {
        return false;
    }
    if (value.rank < 0) {
        return infer_out(i, 0, shape_unknown());
    }
    int64_t *dims = ARENA_ARRAY(infer_arena(i), (size_t)value.rank, int64_t);
    int channel = channels_first(i) ? value.rank >= 4 ? value.rank - 3 : 1 : value.rank - 1;
    for (int d = 0; d < value.rank; d++) {
        dims[d] = value.dims[d];
    }
    return infer_agree_dim(i, value.dims[channel], bias.dims[0], &dims[channel]) &&
           infer_out(i, 0, (Shape){value.rank, dims});
}

bool infer_bias_add_grad(Infer *i) {
    Shape in = infer_in(i, 0);
    int64_t dim = in.rank < 1 ? DIM_UNKNOWN : in.dims[channels_first(i) ? 1 : in.rank - 1];
    return infer_out(i, 0, shape_make(infer_arena(i), 1, &dim));
}

/* All inputs have one shape. */
bool infer_merged(Infer *i) {
    Shape all = infer_in(i, infer_inputs(i) - 1);
    for (int k = infer_inputs(i) - 2; k >= 0; k--) {
        if (!infer_agree(i, all, infer_in(i, k), &all)) {
            Str text = i->e->fault.text;
            return infer_fail(i, "%.*s\n\tFrom merging shape %d with other shapes.", STR_ARG(text),
                              k);
        }
    }
    return infer_out(i, 0, all);
}

/* ---- matrices ---- */

bool infer_diag_part(Infer *i) {
    Shape in = infer_in(i, 0);
    if (in.rank < 0) {
        return infer_out(i, 0, shape_unknown());
    }
    if (in.rank % 2 != 0 || in.rank < 2) {
        return infer_fail(i, "Input must have even and non-zero rank, input rank is %d", in.rank);
    }
    Shape x = shape_slice(infer_arena(i), in, 0, in.rank / 2),
          y = shape_slice(infer_arena(i), in, in.rank / 2, in.rank), out;
    return infer_agree(i, x, y, &out) && infer_out(i, 0, out);
}

bool infer_diag(Infer *i) {
    Shape in = infer_in(i, 0);
    return infer_rank_at_least(i, 0, 1) && infer_out(i, 0, shape_concat(infer_arena(i), in, in));
}

bool infer_matrix_diag(Infer *i) {
    Shape in = infer_in(i, 0);
    if (in.rank < 0) {
        return infer_out(i, 0, shape_unknown());
    }
    Shape last = shape_slice(infer_arena(i), in, in.rank - 1, in.rank);
    return infer_rank_at_least(i, 0, 1) && infer_out(i, 0, shape_concat(infer_arena(i), in, last));
}

bool infer_matrix_diag_part(Infer *i) {
    Shape in = infer_in(i, 0);
    if (in.rank < 0) {
        return infer_out(i, 0, shape_unknown());
    }
    if (!infer_rank_at_least(i, 0, 2)) {
        return false;
    }
    int64_t r = in.dims[in.rank - 2], c = in.dims[in.rank - 1];
    int64_t dim = r < 0 || c < 0 ? DIM_UNKNOWN : r < c ? r : c;
    Arena *a = infer_arena(i);
    return infer_out(i, 0,
                     shape_concat(a, shape_slice(a, in, 0, in.rank - 2), shape_make(a, 1, &dim)));
}

static int64_t least(int64_t m, int64_t n) {
    return m < 0 || n < 0 ? DIM_UNKNOWN : m < n ? m : n;
}

bool infer_qr(Infer *i) {
    Shape in = infer_in(i, 0);
    if (!infer_rank_at_least(i, 0, 2) || in.rank < 0) {
        return in.rank < 0;
    }
    int64_t m = in.dims[in.rank - 2], n = in.dims[in.rank - 1], p = least(m, n);
    bool full = infer_attr_bool(i, "full_matrices");
    Arena *a = infer_arena(i);
    Shape batch = shape_slice(a, in, 0, in.rank - 2);
    int64_t q[2] = {m, full ? m : p}, r[2] = {full ? m : p, n};
    infer_out(i, 0, shape_concat(a, batch, shape_make(a, 2, q)));
    return infer_out(i, 1, shape_concat(a, batch, shape_make(a, 2, r)));
}

bool infer_svd(Infer *i) {
    Shape in = infer_in(i, 0);
    if (!infer_rank_at_least(i, 0, 2) || in.rank < 0) {
        return in.rank < 0;
    }
    int64_t m = in.dims[in.rank - 2], n = in.dims[in.rank - 1], p = least(m, n);
    bool full = infer_attr_bool(i, "full_matrices");
    Arena *a = infer_arena(i);
    Shape batch = shape_slice(a, in, 0, in.rank - 2);
    int64_t u[2] = {m, full ? m : p}, v[2] = {n, full ? n : p};
    infer_out(i, 0, shape_concat(a, batch, shape_make(a, 1, &p)));
    infer_out(i, 1, shape_concat(a, batch, shape_make(a, 2, u)));
    return infer_out(i, 2, shape_concat(a, batch, shape_make(a, 2, v)));
}
