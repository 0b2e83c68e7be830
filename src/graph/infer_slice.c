/* infer_slice.c: the shape of x[...]: begin, end, strides and five masks. */
#include "graph/infer.h"

typedef struct Slicing {
    Infer *i;
    Shape in;
    const Tensor *begin, *end, *strides; /* begin and end may be NULL: not known */
    int64_t masks[5];                    /* begin, end, ellipsis, new axis, shrink axis */
    int64_t *dims;                       /* of the result */
    int rank;
    int dim; /* dims of `in` used up */
} Slicing;

static bool masked(const Slicing *s, int mask, int64_t k) {
    return s->masks[mask] >> k & 1;
}

/* The items that use up a dim: neither new axes nor the ellipsis. */
static int used_dims(const Slicing *s, int64_t from) {
    int n = 0;
    for (int64_t k = from; k < s->strides->count; k++) {
        n += !masked(s, 3, k) && !masked(s, 2, k);
    }
    return n;
}

static void keep_dims(Slicing *s, int n) {
    for (int d = 0; d < n; d++) {
        s->dims[s->rank++] = s->in.dims[s->dim++];
    }
}

static int64_t clamp(int64_t at, int64_t size, int64_t stride) {
    int64_t low = stride > 0 ? 0 : -1, high = stride > 0 ? size : size - 1;
    at += at < 0 ? size : 0;
    return at < low ? low : at > high ? high : at;
}

static int64_t sliced_size(const Slicing *s, int64_t k, int64_t size) {
    int64_t stride = tensor_i64(s->strides, k);
    if (size < 0 || (!s->begin && !masked(s, 0, k)) || (!s->end && !masked(s, 1, k))) {
        return DIM_UNKNOWN;
    }
    int64_t from = masked(s, 0, k) ? (stride > 0 ? 0 : size - 1)
                                   : clamp(tensor_i64(s->begin, k), size, stride);
    int64_t to =
        masked(s, 1, k) ? (stride > 0 ? size : -1) : clamp(tensor_i64(s->end, k), size, stride);
    int64_t length = stride > 0 ? to - from : from - to;
    int64_t step = stride > 0 ? stride : -stride;
    return length <= 0 ? 0 : (length + step - 1) / step;
}

static bool index_dim(Slicing *s, int64_t k, int64_t size) {
    int64_t at = s->begin ? tensor_i64(s->begin, k) : 0;
    if (s->begin && size >= 0 && (at < -size || at >= size)) {
        return infer_fail(s->i, "slice index %lld of dimension %d out of bounds.", (long long)at,
                          s->dim);
    }
    s->dim++;
    return true;
}

static bool slice_item(Slicing *s, int64_t k) {
    if (masked(s, 2, k)) {
        int left = s->in.rank - s->dim - used_dims(s, k + 1);
        keep_dims(s, left > 0 ? left : 0);
        return true;
    }
    if (masked(s, 3, k)) {
        s->dims[s->rank++] = 1;
        return true;
    }
    if (s->dim >= s->in.rank) {
        return infer_fail(s->i, "Index out of range using input dim %d; input has only %d dims",
                          s->dim, s->in.rank);
    }
    int64_t size = s->in.dims[s->dim];
    if (masked(s, 4, k)) {
        return index_dim(s, k, size);
    }
    if (tensor_i64(s->strides, k) == 0) {
        return infer_fail(s->i, "strides[%lld] must be non-zero", (long long)k);
    }
    s->dims[s->rank++] = sliced_size(s, k, size);
    s->dim++;
    return true;
}

static bool slice_all(Slicing *s) {
    for (int64_t k = 0; k < s->strides->count; k++) {
        if (!slice_item(s, k)) {
            return false;
        }
    }
    keep_dims(s, s->in.rank - s->dim);
    return infer_out(s->i, 0, (Shape){s->rank, s->dims});
}

bool infer_strided_slice(Infer *i) {
    Slicing s = {.i = i, .in = infer_in(i, 0)};
    s.begin = infer_value(i, 1);
    s.end = infer_value(i, 2);
    s.strides = infer_value(i, 3);
    if (s.in.rank < 0 || !s.strides) {
        return infer_out(i, 0, shape_unknown());
    }
    static const char *const names[5] = {"begin_mask", "end_mask", "ellipsis_mask", "new_axis_mask",
                                         "shrink_axis_mask"};
    for (int m = 0; m < 5; m++) {
        s.masks[m] = infer_attr_int(i, names[m]);
    }
    s.dims = ARENA_ARRAY(infer_arena(i), (size_t)s.in.rank + (size_t)s.strides->count, int64_t);
    return slice_all(&s);
}
