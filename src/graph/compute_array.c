/* compute_array.c: making, cutting and joining tensors. */
#include <string.h>

#include "graph/compute.h"
#include "tensor/kernels.h"

static Tensor *empty_like(Call *c, const Tensor *x) {
    return tensor_make(c->arena, x->dtype, x->shape);
}

static void copy(Tensor *to, int64_t i, const Tensor *from, int64_t j, int64_t n) {
    size_t size = dtype_size(to->dtype);
    if (n > 0) {
        memcpy((char *)to->data + (size_t)i * size, (const char *)from->data + (size_t)j * size,
               (size_t)n * size);
    }
}

static Shape shape_of(Call *c, const Tensor *vector) {
    int64_t *dims = ARENA_ARRAY(c->arena, (size_t)vector->count, int64_t);
    for (int64_t i = 0; i < vector->count; i++) {
        dims[i] = tensor_i64(vector, i);
    }
    return (Shape){(int)vector->count, dims};
}

static int64_t product(Shape s, int from, int to) {
    int64_t n = 1;
    for (int d = from; d < to; d++) {
        n *= s.dims[d];
    }
    return n;
}

/* ---- shapes as values ---- */

static Tensor *vector_of_shape(Call *c, Shape s, DType t) {
    Tensor *to = tensor_make(c->arena, t, shape_make(c->arena, 1, &(int64_t){s.rank}));
    for (int d = 0; d < s.rank; d++) {
        tensor_set_i64(to, d, s.dims[d]);
    }
    return to;
}

bool compute_shape(Call *c) {
    return compute_out(c, vector_of_shape(c, c->in[0]->shape, c->node->record.outputs[0].dtype));
}

bool compute_shape_n(Call *c) {
    for (uint32_t k = 0; k < c->node->record.ninputs; k++) {
        c->out[k] = vector_of_shape(c, c->in[k]->shape, c->node->record.outputs[k].dtype);
    }
    return true;
}

bool compute_rank(Call *c) {
    return compute_out(c, tensor_scalar_i64(c->arena, DTYPE_INT32, c->in[0]->shape.rank));
}

bool compute_size(Call *c) {
    return compute_out(
        c, tensor_scalar_i64(c->arena, c->node->record.outputs[0].dtype, c->in[0]->count));
}

/* ---- making ---- */

bool compute_fill(Call *c) {
    return compute_fits(c, shape_of(c, c->in[0])) &&
           compute_out(c, kernel_fill(c->arena, c->in[0], c->in[1], &c->error));
}

bool compute_like(Call *c) {
    Tensor *to = empty_like(c, c->in[0]);
    for (int64_t i = 0; i < to->count && to->dtype != DTYPE_STRING; i++) {
        tensor_set_i64(to, i, c->node->def->variant);
    }
    return compute_out(c, to);
}

bool compute_range(Call *c) {
    double from = tensor_f64(c->in[0], 0), to = tensor_f64(c->in[1], 0),
           step = tensor_f64(c->in[2], 0);
    double n = step == 0 ? 0 : (to - from) / step;
    int64_t count = n < 0 ? 0 : n > 9e18 ? INT64_MAX : (int64_t)n;
    return compute_fits(c, (Shape){1, &count}) &&
           compute_out(c, kernel_range(c->arena, c->in[0], c->in[1], c->in[2], &c->error));
}

bool compute_lin_space(Call *c) {
    int64_t n = compute_scalar(c, 2);
    if (n <= 0) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "Requires num > 0: %lld", (long long)n);
    }
    if (!compute_fits(c, (Shape){1, &n})) {
        return false;
    }
    double start = tensor_f64(c->in[0], 0), stop = tensor_f64(c->in[1], 0);
    Tensor *to = tensor_make(c->arena, c->in[0]->dtype, shape_make(c->arena, 1, &n));
    for (int64_t i = 0; i < n; i++) {
        tensor_set_f64(to, i,
                       n == 1 ? start : start + (stop - start) / (double)(n - 1) * (double)i);
    }
    return compute_out(c, to);
}

bool compute_one_hot(Call *c) {
    int64_t depth = compute_scalar(c, 1);
    Shape out = shape_concat(c->arena, c->in[0]->shape, shape_make(c->arena, 1, &depth));
    return compute_fits(c, out) &&
           compute_out(c, kernel_one_hot(c->arena, c->in[0], depth, c->in[2], c->in[3],
                                         compute_int(c, "axis"), &c->error));
}

bool compute_broadcast_to(Call *c) {
    Shape to = shape_of(c, c->in[1]), out;
    if (!compute_fits(c, to)) {
        return false;
    }
    if (!shape_broadcast(c->arena, c->in[0]->shape, to, &out) || !shape_eq(out, to)) {
        Str a = shape_cpp_str(c->arena, c->in[0]->shape), b = shape_cpp_str(c->arena, to);
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "Incompatible shapes: %.*s vs. %.*s",
                            STR_ARG(a), STR_ARG(b));
    }
    Tensor *zeros = tensor_make(c->arena, c->in[0]->dtype, to);
    return compute_out(c, kernel_binary(c->arena, BINARY_ADD, c->in[0], zeros, &c->error));
}

bool compute_tile(Call *c) {
    Shape by = shape_of(c, c->in[1]), in = c->in[0]->shape;
    int64_t *dims = ARENA_ARRAY(c->arena, (size_t)in.rank, int64_t);
    for (int d = 0; d < in.rank && d < by.rank; d++) {
        dims[d] = in.dims[d] * by.dims[d];
    }
    return (by.rank != in.rank || compute_fits(c, (Shape){in.rank, dims})) &&
           compute_out(c, kernel_tile(c->arena, c->in[0], c->in[1], &c->error));
}

bool compute_pad(Call *c) {
    return compute_out(c, kernel_pad(c->arena, c->in[0], c->in[1], &c->error));
}

/* Padding with zeros, and with a value where a padded tensor of ones has none. */
bool compute_pad_v2(Call *c) {
    Tensor *ones = tensor_make(c->arena, DTYPE_INT32, c->in[0]->shape);
    for (int64_t i = 0; i < ones->count; i++) {
        tensor_set_i64(ones, i, 1);
    }
    const Tensor *inside = kernel_pad(c->arena, ones, c->in[1], &c->error);
    Tensor *to = kernel_pad(c->arena, c->in[0], c->in[1], &c->error);
    for (int64_t i = 0; to && i < to->count; i++) {
        if (!tensor_i64(inside, i)) {
            copy(to, i, c->in[2], 0, 1);
        }
    }
    return compute_out(c, to);
}

/* ---- reshaping ---- */

bool compute_reshape(Call *c) {
    return compute_out(c, kernel_reshape(c->arena, c->in[0], c->in[1], &c->error));
}

bool compute_expand_dims(Call *c) {
    return compute_out(c, kernel_expand_dims(c->arena, c->in[0], compute_scalar(c, 1), &c->error));
}

bool compute_squeeze(Call *c) {
    const Attr *axes = node_attr(c->node, "squeeze_dims");
    return compute_out(c, kernel_squeeze(c->arena, c->in[0], axes ? axes->ints.at : NULL,
                                         axes ? axes->ints.n : 0, &c->error));
}

bool compute_transpose(Call *c) {
    return compute_out(c, kernel_transpose(c->arena, c->in[0], c->in[1], &c->error));
}

bool compute_invert_permutation(Call *c) {
    Tensor *to = empty_like(c, c->in[0]);
    for (int64_t i = 0; i < to->count; i++) {
        int64_t at = tensor_i64(c->in[0], i);
        if (at < 0 || at >= to->count) {
            return compute_fail(c, FAULT_INVALID_ARGUMENT, "%lld is not between 0 and %lld",
                                (long long)at, (long long)to->count);
        }
        tensor_set_i64(to, at, i);
    }
    return compute_out(c, to);
}

/* ---- joining ---- */

bool compute_concat(Call *c) {
    int n = (int)c->node->record.ninputs - 1;
    bool first = c->node->def->variant == 1;
    return compute_out(
        c, kernel_concat(c->arena, c->in + first, n, compute_scalar(c, first ? 0 : n), &c->error));
}

bool compute_concat_offset(Call *c) {
    int64_t axis = compute_scalar(c, 0), sum = 0;
    for (uint32_t k = 1; k < c->node->record.ninputs; k++) {
        Tensor *to = empty_like(c, c->in[k]);
        int64_t at = axis < 0 ? axis + to->count : axis;
        if (at < 0 || at >= to->count) {
            return compute_fail(c, FAULT_INVALID_ARGUMENT,
                                "Concat dim is out of range: %lld vs. %lld", (long long)axis,
                                (long long)to->count);
        }
        tensor_set_i64(to, at, sum);
        sum += tensor_i64(c->in[k], at);
        c->out[k - 1] = to;
    }
    return true;
}

bool compute_pack(Call *c) {
    return compute_out(c, kernel_pack(c->arena, c->in, (int)c->node->record.ninputs,
                                      compute_int(c, "axis"), &c->error));
}

/* ---- cutting ---- */

bool compute_unpack(Call *c) {
    for (uint32_t k = 0; k < c->node->record.noutputs; k++) {
        c->out[k] = kernel_unpack(c->arena, c->in[0], compute_int(c, "axis"), k, &c->error);
        if (!c->out[k]) {
            return false;
        }
    }
    return true;
}

bool compute_split(Call *c) {
    for (uint32_t k = 0; k < c->node->record.noutputs; k++) {
        c->out[k] = kernel_split(c->arena, c->in[1], compute_scalar(c, 0), c->node->record.noutputs,
                                 k, &c->error);
        if (!c->out[k]) {
            return false;
        }
    }
    return true;
}

/* Elements begin … begin + size of one axis, everything of the others. */
static Tensor *slice_axis(Call *c, const Tensor *x, int64_t axis, int64_t begin, int64_t size) {
    int64_t *from = ARENA_ARRAY(c->arena, (size_t)x->shape.rank, int64_t);
    int64_t *n = ARENA_ARRAY(c->arena, (size_t)x->shape.rank, int64_t);
    for (int d = 0; d < x->shape.rank; d++) {
        n[d] = x->shape.dims[d];
    }
    from[axis] = begin;
    n[axis] = size;
    return kernel_slice(c->arena, x, tensor_vector_i32(c->arena, x->shape.rank, from),
                        tensor_vector_i32(c->arena, x->shape.rank, n), &c->error);
}

bool compute_split_v(Call *c) {
    const Tensor *x = c->in[0], *sizes = c->in[1];
    int64_t axis = compute_scalar(c, 2), given = 0, begin = 0;
    axis += axis < 0 ? x->shape.rank : 0;
    if (axis < 0 || axis >= x->shape.rank) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT,
                            "-input rank(-%d) <= split_dim < input rank (%d), but got %lld",
                            x->shape.rank, x->shape.rank, (long long)axis);
    }
    for (int64_t k = 0; k < sizes->count; k++) {
        given += tensor_i64(sizes, k) > 0 ? tensor_i64(sizes, k) : 0;
    }
    for (uint32_t k = 0; k < c->node->record.noutputs; k++) {
        int64_t size =
            tensor_i64(sizes, k) < 0 ? x->shape.dims[axis] - given : tensor_i64(sizes, k);
        c->out[k] = slice_axis(c, x, axis, begin, size);
        if (!c->out[k]) {
            return false;
        }
        begin += size;
    }
    return true;
}

bool compute_slice(Call *c) {
    return compute_out(c, kernel_slice(c->arena, c->in[0], c->in[1], c->in[2], &c->error));
}

static void slice_masks(const Call *c, int64_t masks[5]) {
    static const char *const names[5] = {"begin_mask", "end_mask", "ellipsis_mask", "new_axis_mask",
                                         "shrink_axis_mask"};
    for (int m = 0; m < 5; m++) {
        masks[m] = compute_int(c, names[m]);
    }
}

bool compute_strided_slice(Call *c) {
    int64_t masks[5];
    slice_masks(c, masks);
    return compute_out(c, kernel_strided_slice(c->arena, c->in[0], c->in[1], c->in[2], c->in[3],
                                               masks, &c->error));
}

/* dy at the places that the slice takes: the slice of a tensor that holds its own indices tells
 * them. */
bool compute_strided_slice_grad(Call *c) {
    int64_t masks[5];
    slice_masks(c, masks);
    Shape shape = shape_of(c, c->in[0]);
    if (!compute_fits(c, shape)) {
        return false;
    }
    Tensor *places = tensor_make(c->arena, DTYPE_INT64, shape),
           *to = tensor_make(c->arena, c->in[4]->dtype, shape);
    for (int64_t i = 0; i < places->count; i++) {
        tensor_set_i64(places, i, i);
    }
    const Tensor *taken =
        kernel_strided_slice(c->arena, places, c->in[1], c->in[2], c->in[3], masks, &c->error);
    for (int64_t i = 0; taken && i < taken->count && i < c->in[4]->count; i++) {
        copy(to, tensor_i64(taken, i), c->in[4], i, 1);
    }
    return compute_out(c, taken ? to : NULL);
}

bool compute_gather(Call *c) {
    int64_t axis = c->node->record.ninputs > 2 ? compute_scalar(c, 2) : 0;
    return compute_out(c, kernel_gather(c->arena, c->in[0], c->in[1], axis, &c->error));
}

static bool place_of(Call *c, const Tensor *params, const Tensor *indices, int64_t row, int depth,
                     int64_t *place) {
    *place = 0;
    for (int d = 0; d < depth; d++) {
        int64_t at = tensor_i64(indices, row * depth + d);
        if (at < 0 || at >= params->shape.dims[d]) {
            Str shape = shape_cpp_str(c->arena, params->shape);
            return compute_fail(c, FAULT_INVALID_ARGUMENT,
                                "indices[%lld] = [%lld] does not index into param shape %.*s",
                                (long long)row, (long long)at, STR_ARG(shape));
        }
        *place = *place * params->shape.dims[d] + at;
    }
    return true;
}

bool compute_gather_nd(Call *c) {
    const Tensor *params = c->in[0], *indices = c->in[1];
    int depth = (int)indices->shape.dims[indices->shape.rank - 1];
    Shape batch = shape_slice(c->arena, indices->shape, 0, indices->shape.rank - 1);
    Shape rest = shape_slice(c->arena, params->shape, depth, params->shape.rank);
    int64_t piece = product(rest, 0, rest.rank), rows = product(batch, 0, batch.rank);
    Tensor *to = tensor_make(c->arena, params->dtype, shape_concat(c->arena, batch, rest));
    for (int64_t row = 0; row < rows; row++) {
        int64_t place;
        if (!place_of(c, params, indices, row, depth, &place)) {
            return false;
        }
        copy(to, row * piece, params, place * piece, piece);
    }
    return compute_out(c, to);
}

bool compute_select(Call *c) {
    return compute_out(c, kernel_select(c->arena, c->in[0], c->in[1], c->in[2], &c->error));
}

/* Where all three have one shape, or one is a scalar that is repeated. */
bool compute_select_v2(Call *c) {
    Shape out = c->in[0]->shape;
    for (int k = 1; k < 3; k++) {
        if (!shape_broadcast(c->arena, out, c->in[k]->shape, &out)) {
            return compute_fail(c, FAULT_INVALID_ARGUMENT, "Incompatible shapes");
        }
    }
    if (!compute_fits(c, out)) {
        return false;
    }
    Tensor *zeros = tensor_make(c->arena, c->in[1]->dtype, out),
           *no = tensor_make(c->arena, DTYPE_BOOL, out);
    const Tensor *condition = kernel_binary(c->arena, BINARY_OR, c->in[0], no, &c->error);
    const Tensor *x = kernel_binary(c->arena, BINARY_ADD, c->in[1], zeros, &c->error);
    const Tensor *y = kernel_binary(c->arena, BINARY_ADD, c->in[2], zeros, &c->error);
    return condition && x && y &&
           compute_out(c, kernel_select(c->arena, condition, x, y, &c->error));
}

/* The coordinates of the elements that are not zero. */
bool compute_where(Call *c) {
    const Tensor *x = c->in[0];
    int64_t n = 0, at = 0;
    for (int64_t i = 0; i < x->count; i++) {
        n += tensor_f64(x, i) != 0;
    }
    int64_t dims[2] = {n, x->shape.rank};
    Tensor *to = tensor_make(c->arena, DTYPE_INT64, shape_make(c->arena, 2, dims));
    for (int64_t i = 0; i < x->count; i++) {
        int64_t rest = i;
        for (int d = x->shape.rank - 1; tensor_f64(x, i) != 0 && d >= 0; d--) {
            tensor_set_i64(to, at * x->shape.rank + d, rest % x->shape.dims[d]);
            rest /= x->shape.dims[d];
        }
        at += tensor_f64(x, i) != 0;
    }
    return compute_out(c, to);
}

/* ---- reversing ---- */

static Tensor *reverse_axis(Call *c, const Tensor *x, int axis) {
    Tensor *to = empty_like(c, x);
    int64_t size = x->shape.dims[axis], inner = product(x->shape, axis + 1, x->shape.rank);
    for (int64_t row = 0; inner > 0 && row < x->count / inner; row++) {
        int64_t base = row - row % size;
        copy(to, (base + size - 1 - row % size) * inner, x, row * inner, inner);
    }
    return to;
}

bool compute_reverse(Call *c) {
    const Tensor *x = c->in[0];
    for (int64_t k = 0; k < c->in[1]->count; k++) {
        int64_t axis = tensor_i64(c->in[1], k);
        if (axis < -x->shape.rank || axis >= x->shape.rank) {
            return compute_fail(c, FAULT_INVALID_ARGUMENT,
                                "'axis'[%lld] = %lld is out of valid range [0, %d", (long long)k,
                                (long long)axis, x->shape.rank - 1);
        }
        x = reverse_axis(c, x, (int)(axis < 0 ? axis + x->shape.rank : axis));
    }
    return compute_out(c, x);
}

static bool check_lengths(Call *c, int batch, int seq) {
    const Tensor *x = c->in[0], *lengths = c->in[1];
    if (batch < 0 || seq < 0 || batch >= x->shape.rank || seq >= x->shape.rank || batch == seq) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "batch_dim == seq_dim or not below rank");
    }
    if (lengths->count != x->shape.dims[batch]) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT,
                            "Length of seq_lens != input.dims(%d), (%lld vs. %lld)", batch,
                            (long long)lengths->count, (long long)x->shape.dims[batch]);
    }
    for (int64_t i = 0; i < lengths->count; i++) {
        int64_t n = tensor_i64(lengths, i);
        if (n < 0 || n > x->shape.dims[seq]) {
            return compute_fail(c, FAULT_INVALID_ARGUMENT, "seq_lens(%lld) %s", (long long)i,
                                n < 0 ? "< 0" : "> input.dims(seq_dim)");
        }
    }
    return true;
}

/* The first seq_lengths[b] elements along seq_dim are reversed, for each b along batch_dim. */
bool compute_reverse_sequence(Call *c) {
    const Tensor *x = c->in[0];
    int batch = (int)compute_int(c, "batch_dim"), seq = (int)compute_int(c, "seq_dim");
    if (!check_lengths(c, batch, seq)) {
        return false;
    }
    int64_t batch_step = product(x->shape, batch + 1, x->shape.rank),
            seq_step = product(x->shape, seq + 1, x->shape.rank);
    Tensor *to = empty_like(c, x);
    for (int64_t i = 0; i < x->count; i++) {
        int64_t b = i / batch_step % x->shape.dims[batch], s = i / seq_step % x->shape.dims[seq];
        int64_t length = tensor_i64(c->in[1], b);
        copy(to, s < length ? i + (length - 1 - 2 * s) * seq_step : i, x, i, 1);
    }
    return compute_out(c, to);
}

/* ---- diagonals ---- */

bool compute_diag_part(Call *c) {
    return compute_out(c, kernel_diag_part(c->arena, c->in[0], &c->error));
}

bool compute_matrix_diag(Call *c) {
    Shape in = c->in[0]->shape;
    return compute_fits(
               c, shape_concat(c->arena, in, shape_slice(c->arena, in, in.rank - 1, in.rank))) &&
           compute_out(c, kernel_matrix_diag(c->arena, c->in[0], &c->error));
}

bool compute_diag(Call *c) {
    const Tensor *x = c->in[0];
    Shape out = shape_concat(c->arena, x->shape, x->shape);
    if (!compute_fits(c, out)) {
        return false;
    }
    Tensor *to = tensor_make(c->arena, x->dtype, out);
    for (int64_t i = 0; i < x->count; i++) {
        copy(to, i * x->count + i, x, i, 1);
    }
    return compute_out(c, to);
}

static void diagonal_sizes(Shape s, int64_t *rows, int64_t *columns, int64_t *least) {
    *rows = s.dims[s.rank - 2];
    *columns = s.dims[s.rank - 1];
    *least = *rows < *columns ? *rows : *columns;
}

bool compute_matrix_diag_part(Call *c) {
    int64_t rows, columns, n;
    const Tensor *x = c->in[0];
    if (x->shape.rank < 2) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT,
                            "input must be at least 2-dim, received shape: %s",
                            shape_cpp_str(c->arena, x->shape).at);
    }
    diagonal_sizes(x->shape, &rows, &columns, &n);
    Shape batch = shape_slice(c->arena, x->shape, 0, x->shape.rank - 2);
    Tensor *to =
        tensor_make(c->arena, x->dtype, shape_concat(c->arena, batch, shape_make(c->arena, 1, &n)));
    for (int64_t i = 0; i < to->count; i++) {
        copy(to, i, x, i / n * rows * columns + i % n * (columns + 1), 1);
    }
    return compute_out(c, to);
}

bool compute_matrix_set_diag(Call *c) {
    int64_t rows, columns, n;
    Shape x = c->in[0]->shape;
    if (x.rank < 2) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT,
                            "input must be at least 2-dim, received shape: %s",
                            shape_cpp_str(c->arena, x).at);
    }
    diagonal_sizes(x, &rows, &columns, &n);
    Shape wanted = shape_concat(c->arena, shape_slice(c->arena, x, 0, x.rank - 2),
                                shape_make(c->arena, 1, &n));
    if (!shape_eq(c->in[1]->shape, wanted)) {
        return compute_fail(
            c, FAULT_INVALID_ARGUMENT,
            "must have diagonal.shape == input.shape[:-2] + min(input.shape[-2:]), but "
            "received input shape: %s and diagonal shape: %s",
            shape_cpp_str(c->arena, x).at, shape_cpp_str(c->arena, c->in[1]->shape).at);
    }
    Tensor *to = tensor_keep(c->arena, c->in[0]);
    for (int64_t i = 0; n > 0 && i < c->in[1]->count; i++) {
        copy(to, i / n * rows * columns + i % n * (columns + 1), c->in[1], i, 1);
    }
    return compute_out(c, to);
}

/* ---- what gradients need ---- */

/* Over which axes must the gradient of each operand be summed? Those that broadcasting repeats. */
bool compute_broadcast_args(Call *c) {
    Shape s[2] = {shape_of(c, c->in[0]), shape_of(c, c->in[1])}, all;
    if (!shape_broadcast(c->arena, s[0], s[1], &all)) {
        Str a = shape_cpp_str(c->arena, s[0]), b = shape_cpp_str(c->arena, s[1]);
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "Incompatible shapes: %.*s vs. %.*s",
                            STR_ARG(a), STR_ARG(b));
    }
    for (int k = 0; k < 2; k++) {
        int64_t *axes = ARENA_ARRAY(c->arena, (size_t)all.rank, int64_t), n = 0;
        for (int d = 0; d < all.rank; d++) {
            int own = d - (all.rank - s[k].rank);
            if (own < 0 || s[k].dims[own] == 1) {
                axes[n++] = d;
            }
        }
        bool same = shape_eq(s[0], s[1]);
        Tensor *to = tensor_make(c->arena, c->in[0]->dtype,
                                 shape_make(c->arena, 1, &(int64_t){same ? 0 : n}));
        for (int64_t i = 0; i < to->count; i++) {
            tensor_set_i64(to, i, axes[i]);
        }
        c->out[k] = to;
    }
    return true;
}

/* How many rows the indices ask for. */
static bool stitch_rows(Call *c, int n, int64_t *rows) {
    *rows = 0;
    for (int k = 0; k < n; k++) {
        for (int64_t i = 0; i < c->in[k]->count; i++) {
            int64_t at = tensor_i64(c->in[k], i);
            if (at < 0) {
                return compute_fail(c, FAULT_INVALID_ARGUMENT, "indices[%lld] is out of range",
                                    (long long)i);
            }
            *rows = at >= *rows ? at + 1 : *rows;
        }
    }
    return true;
}

bool compute_dynamic_stitch(Call *c) {
    int n = (int)c->node->record.ninputs / 2;
    int64_t rows;
    if (!stitch_rows(c, n, &rows)) {
        return false;
    }
    Shape data = c->in[n]->shape,
          rest = shape_slice(c->arena, data, c->in[0]->shape.rank, data.rank);
    Shape out = shape_concat(c->arena, shape_make(c->arena, 1, &(int64_t){rows}), rest);
    if (!compute_fits(c, out)) {
        return false;
    }
    int64_t piece = product(rest, 0, rest.rank);
    Tensor *to = tensor_make(c->arena, c->in[n]->dtype, out);
    for (int k = 0; k < n; k++) {
        for (int64_t i = 0; i < c->in[k]->count && (i + 1) * piece <= c->in[n + k]->count; i++) {
            copy(to, tensor_i64(c->in[k], i) * piece, c->in[n + k], i * piece, piece);
        }
    }
    return compute_out(c, to);
}

/* ---- sorting and finding ---- */

static bool same_element(const Tensor *t, int64_t i, int64_t j) {
    size_t size = dtype_size(t->dtype);
    if (t->dtype == DTYPE_STRING) {
        return str_eq(tensor_text(t, i), tensor_text(t, j));
    }
    return memcmp((const char *)t->data + (size_t)i * size,
                  (const char *)t->data + (size_t)j * size, size) == 0;
}

/* The distinct elements in order of first occurrence, and where each element is among them. */
bool compute_unique(Call *c) {
    const Tensor *x = c->in[0];
    int64_t *first = ARENA_ARRAY(c->arena, (size_t)x->count, int64_t), n = 0;
    Tensor *index = tensor_make(c->arena, c->node->record.outputs[1].dtype, x->shape);
    for (int64_t i = 0; i < x->count; i++) {
        int64_t k = 0;
        while (k < n && !same_element(x, first[k], i)) {
            k++;
        }
        first[k] = k == n ? i : first[k];
        n += k == n;
        tensor_set_i64(index, i, k);
    }
    Tensor *to = tensor_make(c->arena, x->dtype, shape_make(c->arena, 1, &n));
    for (int64_t k = 0; k < n; k++) {
        copy(to, k, x, first[k], 1);
    }
    c->out[0] = to;
    c->out[1] = index;
    return true;
}

/* The k largest of a row; of equal ones the first. */
static void largest(const Tensor *x, int64_t base, int64_t size, int64_t k, bool *taken,
                    int64_t *to) {
    memset(taken, 0, (size_t)size);
    for (int64_t n = 0; n < k; n++) {
        int64_t best = -1;
        for (int64_t i = 0; i < size; i++) {
            if (!taken[i] && (best < 0 || tensor_f64(x, base + i) > tensor_f64(x, base + best))) {
                best = i;
            }
        }
        taken[best] = true;
        to[n] = best;
    }
}

bool compute_top_k(Call *c) {
    const Tensor *x = c->in[0];
    int64_t k = compute_scalar(c, 1),
            size = x->shape.rank > 0 ? x->shape.dims[x->shape.rank - 1] : 0;
    if (k < 0 || k > size) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "input must have at least k columns");
    }
    Shape out = shape_concat(c->arena, shape_slice(c->arena, x->shape, 0, x->shape.rank - 1),
                             shape_make(c->arena, 1, &k));
    Tensor *values = tensor_make(c->arena, x->dtype, out),
           *indices = tensor_make(c->arena, DTYPE_INT32, out);
    bool *taken = ARENA_ARRAY(c->arena, (size_t)size, bool);
    int64_t *best = ARENA_ARRAY(c->arena, (size_t)k, int64_t);
    for (int64_t row = 0; size > 0 && row < x->count / size; row++) {
        largest(x, row * size, size, k, taken, best);
        for (int64_t n = 0; n < k; n++) {
            copy(values, row * k + n, x, row * size + best[n], 1);
            tensor_set_i64(indices, row * k + n, best[n]);
        }
    }
    c->out[0] = values;
    c->out[1] = indices;
    return true;
}

bool compute_in_top_k(Call *c) {
    const Tensor *x = c->in[0];
    int64_t k = compute_int(c, "k"), size = x->shape.dims[1];
    Tensor *to = tensor_make(c->arena, DTYPE_BOOL, c->in[1]->shape);
    for (int64_t row = 0; row < to->count; row++) {
        int64_t target = tensor_i64(c->in[1], row), above = 0;
        bool valid = target >= 0 && target < size;
        for (int64_t i = 0; valid && i < size; i++) {
            above += tensor_f64(x, row * size + i) > tensor_f64(x, row * size + target);
        }
        tensor_set_i64(to, row, valid && above < k);
    }
    return compute_out(c, to);
}
