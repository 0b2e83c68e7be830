/* kernels_shape.c: the same elements in another arrangement. */
#include "tensor/kernels.h"

#include <string.h>

#include "tensor/kernel_util.h"

/* ---- transpose, reshape ---- */

/* "{1,1}" of an integer vector. */
static Str braces(Arena *a, const Tensor *t) {
    Sink out = sink_memory(a);
    sink_char(&out, '{');
    for (int64_t i = 0; i < t->count; i++) {
        sink_printf(&out, i > 0 ? ",%lld" : "%lld", (long long)tensor_i64(t, i));
    }
    sink_char(&out, '}');
    return sink_str(&out);
}

static bool is_permutation(Arena *a, const Tensor *perm, int rank, Str *error) {
    bool *seen = ARENA_ARRAY(a, (size_t)rank, bool);
    if (perm->count != rank) {
        *error = str_printf(a,
                            "transpose expects a vector of size %d. But input(1) is a vector of "
                            "size %lld",
                            rank, (long long)perm->count);
        return false;
    }
    for (int i = 0; i < rank; i++) {
        int64_t d = tensor_i64(perm, i);
        if (d < 0 || d >= rank) {
            *error = str_printf(a, "%lld is out of range [0 .. %d)", (long long)d, rank);
            return false;
        }
        seen[d] = true;
    }
    for (int i = 0; i < rank; i++) {
        if (!seen[i]) {
            *error = str_printf(a, "%d is missing from %.*s.", i, STR_ARG(braces(a, perm)));
            return false;
        }
    }
    return true;
}

Tensor *kernel_transpose(Arena *a, const Tensor *x, const Tensor *perm, Str *error) {
    int rank = x->shape.rank;
    if (!is_permutation(a, perm, rank, error)) {
        return NULL;
    }
    int64_t *dims = ARENA_ARRAY(a, (size_t)rank, int64_t);
    int64_t *strides = ARENA_ARRAY(a, (size_t)rank, int64_t);
    const int64_t *own = row_strides(a, x->shape);
    for (int i = 0; i < rank; i++) {
        int64_t d = tensor_i64(perm, i);
        dims[i] = x->shape.dims[d];
        strides[i] = own[d];
    }
    return view_copy(a, x, (Shape){rank, dims}, 0, strides);
}

/* Reads the sizes asked for. *known gets their product without the -1, *hole the place of the
 * -1, or -1. */
static bool read_sizes(Arena *a, const Tensor *shape, int64_t *dims, int64_t *known, int *hole,
                       Str *error) {
    *known = 1;
    *hole = -1;
    for (int i = 0; i < (int)shape->count; i++) {
        dims[i] = tensor_i64(shape, i);
        if (dims[i] < -1) {
            *error = str_printf(a, "Size %d must be non-negative, not %lld", i, (long long)dims[i]);
            return false;
        }
        if (dims[i] == -1 && *hole >= 0) {
            *error = str_printf(a, "Only one input size may be -1, not both %d and %d", *hole, i);
            return false;
        }
        if (dims[i] == -1) {
            *hole = i;
        } else {
            *known = mul_sizes(*known, dims[i]);
        }
    }
    return true;
}

static bool fill_hole(Arena *a, const Tensor *x, int64_t known, int64_t *hole, Str *error) {
    if (known == 0) {
        *error = STR("reshape cannot infer the missing input size for an empty tensor unless all "
                     "specified input sizes are non-zero");
        return false;
    }
    *hole = x->count / known;
    if (x->count % known != 0) {
        *error = str_printf(a,
                            "Input to reshape is a tensor with %lld values, but the requested "
                            "shape requires a multiple of %lld",
                            (long long)x->count, (long long)known);
        return false;
    }
    return true;
}

Tensor *kernel_reshape(Arena *a, const Tensor *x, const Tensor *shape, Str *error) {
    int64_t known;
    int hole;
    if (shape->shape.rank != 1 || shape->count > INT32_MAX) {
        return kernel_refuse(
            error, str_printf(a, "sizes input must be 1-D, not %s", kernel_shape(a, shape)));
    }
    int64_t *dims = ARENA_ARRAY(a, (size_t)shape->count, int64_t);
    if (!read_sizes(a, shape, dims, &known, &hole, error) ||
        (hole >= 0 && !fill_hole(a, x, known, &dims[hole], error))) {
        return NULL;
    }
    Shape to = {(int)shape->count, dims};
    if (shape_count(to) != x->count) {
        return kernel_refuse(error,
                             str_printf(a,
                                        "Input to reshape is a tensor with %lld values, but the "
                                        "requested shape has %lld",
                                        (long long)x->count, (long long)known));
    }
    return tensor_reshaped(a, x, to);
}

Tensor *kernel_expand_dims(Arena *a, const Tensor *x, int64_t axis, Str *error) {
    int rank = x->shape.rank;
    int64_t at;
    if (!axis_of(axis, rank + 1, &at)) {
        return kernel_refuse(error, str_printf(a,
                                               "Tried to expand dim index %lld for tensor with %d "
                                               "dimensions.",
                                               (long long)axis, rank));
    }
    int64_t *dims = dims_copy(a, x->shape, 1);
    memmove(dims + at + 1, dims + at, (size_t)(rank - at) * sizeof *dims);
    dims[at] = 1;
    return tensor_reshaped(a, x, (Shape){rank + 1, dims});
}

/* Marks the dims to drop: those named, or every 1 when none is named. */
static bool mark_squeezed(Arena *a, Shape s, const int64_t *axes, int naxes, bool *drop,
                          Str *error) {
    for (int i = 0; i < s.rank && naxes == 0; i++) {
        drop[i] = s.dims[i] == 1;
    }
    for (int i = 0; i < naxes; i++) {
        int64_t at;
        if (!axis_of(axes[i], s.rank, &at)) {
            *error = str_printf(a, "Tried to squeeze dim index %lld for tensor with %d dimensions.",
                                (long long)axes[i], s.rank);
            return false;
        }
        if (s.dims[at] != 1) {
            *error = str_printf(a, "Can not squeeze dim[%lld], expected a dimension of 1, got %lld",
                                (long long)at, (long long)s.dims[at]);
            return false;
        }
        drop[at] = true;
    }
    return true;
}

Tensor *kernel_squeeze(Arena *a, const Tensor *x, const int64_t *axes, int naxes, Str *error) {
    int rank = x->shape.rank, kept = 0;
    bool *drop = ARENA_ARRAY(a, (size_t)rank, bool);
    int64_t *dims = ARENA_ARRAY(a, (size_t)rank, int64_t);
    if (!mark_squeezed(a, x->shape, axes, naxes, drop, error)) {
        return NULL;
    }
    for (int i = 0; i < rank; i++) {
        if (!drop[i]) {
            dims[kept++] = x->shape.dims[i];
        }
    }
    return tensor_reshaped(a, x, (Shape){kept, dims});
}

/* ---- joining and cutting ---- */

/* Do the shapes agree in all dims but `axis`? */
static bool same_but(Shape x, Shape y, int64_t axis) {
    for (int i = 0; i < x.rank; i++) {
        if (i != axis && x.dims[i] != y.dims[i]) {
            return false;
        }
    }
    return true;
}

static bool parts_fit(Arena *a, const Tensor *const *parts, int n, int64_t axis, Str *error) {
    for (int i = 1; i < n; i++) {
        bool same_rank = parts[i]->shape.rank == parts[0]->shape.rank;
        if (same_rank && same_but(parts[0]->shape, parts[i]->shape, axis)) {
            continue;
        }
        *error = str_printf(a, "ConcatOp : %s should match: shape[0] = %s vs. shape[%d] = %s",
                            same_rank ? "Dimensions of inputs" : "Ranks of all input tensors",
                            kernel_shape(a, parts[0]), i, kernel_shape(a, parts[i]));
        return false;
    }
    return true;
}

/* Copies x, seen as [outer, columns], to column `at` of out, seen as [outer, width]. */
static void put_columns(Tensor *out, const Tensor *x, int64_t outer, int64_t width, int64_t at) {
    int64_t columns = x->count / outer;
    for (int64_t i = 0; i < outer; i++) {
        copy_elements(out, i * width + at, x, i * columns, columns);
    }
}

/* Joins parts whose shapes agree but for the axis into the shape `to`. */
static Tensor *join(Arena *a, const Tensor *const *parts, int n, Shape to, int64_t axis) {
    Tensor *out = tensor_make(a, parts[0]->dtype, to);
    int64_t outer = dims_product(to.dims, 0, (int)axis);
    int64_t at = 0;
    for (int i = 0; i < n && out->count > 0; i++) {
        put_columns(out, parts[i], outer, out->count / outer, at);
        at += parts[i]->count / outer;
    }
    return out;
}

Tensor *kernel_concat(Arena *a, const Tensor *const *parts, int n, int64_t axis, Str *error) {
    int64_t at, total = 0;
    if (n < 1) {
        return kernel_refuse(error, STR("ConcatOp : Expected at least one input"));
    }
    int rank = parts[0]->shape.rank;
    if (!axis_of(axis, rank, &at)) {
        return kernel_refuse(error,
                             str_printf(a,
                                        "ConcatOp : Expected concatenating dimensions in the range "
                                        "[%d, %d), but got %lld",
                                        -rank, rank, (long long)axis));
    }
    if (!parts_fit(a, parts, n, at, error)) {
        return NULL;
    }
    int64_t *dims = dims_copy(a, parts[0]->shape, 0);
    for (int i = 0; i < n; i++) {
        total = add_sizes(total, parts[i]->shape.dims[at]);
    }
    dims[at] = total;
    return join(a, parts, n, (Shape){rank, dims}, at);
}

/* The shape s with a new dim of size n at `axis`. */
static Shape with_dim(Arena *a, Shape s, int64_t axis, int64_t n) {
    int64_t *dims = dims_copy(a, s, 1);
    memmove(dims + axis + 1, dims + axis, (size_t)(s.rank - axis) * sizeof *dims);
    dims[axis] = n;
    return (Shape){s.rank + 1, dims};
}

Tensor *kernel_pack(Arena *a, const Tensor *const *parts, int n, int64_t axis, Str *error) {
    int64_t at;
    if (n < 1) {
        return kernel_refuse(error, STR("Pack needs at least one input"));
    }
    int rank = parts[0]->shape.rank + 1;
    if (!axis_of(axis, rank, &at)) {
        return kernel_refuse(
            error, str_printf(a, "axis = %lld not in [%d, %d)", (long long)axis, -rank, rank));
    }
    for (int i = 1; i < n; i++) {
        if (!shape_eq(parts[0]->shape, parts[i]->shape)) {
            return kernel_refuse(
                error, str_printf(a,
                                  "Shapes of all inputs must match: values[0].shape = %s "
                                  "!= values[%d].shape = %s",
                                  kernel_shape(a, parts[0]), i, kernel_shape(a, parts[i])));
        }
    }
    return join(a, parts, n, with_dim(a, parts[0]->shape, at, n), at);
}

/* x[.., from : from + n, ..] along the axis, in the shape `to`. */
static Tensor *cut(Arena *a, const Tensor *x, int axis, int64_t from, int64_t n, Shape to) {
    Tensor *out = tensor_make(a, x->dtype, to);
    int64_t outer = dims_product(x->shape.dims, 0, axis);
    int64_t inner = dims_product(x->shape.dims, axis + 1, x->shape.rank);
    int64_t width = x->shape.dims[axis];
    for (int64_t i = 0; i < outer && out->count > 0; i++) {
        copy_elements(out, i * n * inner, x, (i * width + from) * inner, n * inner);
    }
    return out;
}

Tensor *kernel_unpack(Arena *a, const Tensor *x, int64_t axis, int64_t index, Str *error) {
    int rank = x->shape.rank;
    int64_t at;
    if (!axis_of(axis, rank, &at)) {
        return kernel_refuse(
            error, str_printf(a, "axis = %lld not in [%d, %d)", (long long)axis, -rank, rank));
    }
    if (index < 0 || index >= x->shape.dims[at]) {
        return kernel_refuse(error,
                             str_printf(a, "Input shape axis %lld must equal %lld, got shape %s",
                                        (long long)at, (long long)index + 1, kernel_shape(a, x)));
    }
    Shape to = shape_concat(a, shape_slice(a, x->shape, 0, (int)at),
                            shape_slice(a, x->shape, (int)at + 1, rank));
    return cut(a, x, (int)at, index, 1, to);
}

Tensor *kernel_split(Arena *a, const Tensor *x, int64_t axis, int64_t parts, int64_t index,
                     Str *error) {
    int rank = x->shape.rank;
    int64_t at;
    if (!axis_of(axis, rank, &at)) {
        return kernel_refuse(error,
                             str_printf(a,
                                        "-input rank(-%d) <= split_dim < input rank (%d), but got "
                                        "%lld",
                                        rank, rank, (long long)axis));
    }
    if (parts <= 0) {
        return kernel_refuse(
            error,
            str_printf(a, "Number of ways to split should be > 0, but got %lld", (long long)parts));
    }
    int64_t size = x->shape.dims[at];
    if (size % parts != 0) {
        return kernel_refuse(error,
                             str_printf(a,
                                        "Number of ways to split should evenly divide the split "
                                        "dimension, but got split_dim %lld (size = %lld) and "
                                        "num_split %lld",
                                        (long long)at, (long long)size, (long long)parts));
    }
    if (index < 0 || index >= parts) {
        return kernel_refuse(error, str_printf(a, "There is no part %lld of %lld", (long long)index,
                                               (long long)parts));
    }
    int64_t *dims = dims_copy(a, x->shape, 0);
    dims[at] = size / parts;
    return cut(a, x, (int)at, index * dims[at], dims[at], (Shape){rank, dims});
}

/* ---- repeating and padding ---- */

/* The tiles of a dim lie beside each other, so [m, d] dims with strides [0, own] read them. */
static Tensor *tiled(Arena *a, const Tensor *x, const int64_t *dims, const Tensor *multiples) {
    int rank = x->shape.rank;
    int64_t *pairs = ARENA_ARRAY(a, 2 * (size_t)rank, int64_t);
    int64_t *strides = ARENA_ARRAY(a, 2 * (size_t)rank, int64_t);
    const int64_t *own = row_strides(a, x->shape);
    for (int i = 0; i < rank; i++) {
        pairs[2 * i] = tensor_i64(multiples, i);
        pairs[2 * i + 1] = x->shape.dims[i];
        strides[2 * i + 1] = own[i];
    }
    Tensor *out = view_copy(a, x, (Shape){2 * rank, pairs}, 0, strides);
    return tensor_reshaped(a, out, (Shape){rank, dims});
}

Tensor *kernel_tile(Arena *a, const Tensor *x, const Tensor *multiples, Str *error) {
    int rank = x->shape.rank;
    if (multiples->shape.rank != 1) {
        return kernel_refuse(error, str_printf(a, "Expected multiples to be 1-D, but got shape %s",
                                               kernel_shape(a, multiples)));
    }
    if (multiples->count != rank) {
        return kernel_refuse(error,
                             str_printf(a,
                                        "Expected multiples argument to be a vector of length %d "
                                        "but got length %lld",
                                        rank, (long long)multiples->count));
    }
    int64_t *dims = dims_copy(a, x->shape, 0);
    for (int i = 0; i < rank; i++) {
        int64_t m = tensor_i64(multiples, i);
        if (m < 0) {
            return kernel_refuse(
                error, str_printf(a, "Expected multiples[%d] >= 0, but got %lld", i, (long long)m));
        }
        dims[i] = mul_sizes(dims[i], m);
    }
    return tiled(a, x, dims, multiples);
}

/* Copies x into out behind `before[i]` elements of each dim. */
static void put_inside(Arena *a, Tensor *out, const Tensor *x, const int64_t *before) {
    const int64_t *strides = row_strides(a, out->shape);
    RowWalk w = rows_make(a, x->shape, strides, NULL);
    int64_t base = 0;
    for (int i = 0; i < x->shape.rank; i++) {
        base += x->count > 0 ? before[i] * strides[i] : 0;
    }
    for (int64_t r = 0; r < w.rows; r++, rows_next(&w)) {
        copy_elements(out, base + w.offset[0], x, r * w.row, w.row);
    }
}

Tensor *kernel_pad(Arena *a, const Tensor *x, const Tensor *paddings, Str *error) {
    int rank = x->shape.rank;
    Shape p = paddings->shape;
    if (p.rank != 2 || p.dims[1] != 2) {
        return kernel_refuse(error, str_printf(a, "paddings must be a matrix with 2 columns: %s",
                                               kernel_shape(a, paddings)));
    }
    if (p.dims[0] != rank) {
        return kernel_refuse(error,
                             str_printf(a,
                                        "The first dimension of paddings must be the rank of "
                                        "inputs%s %s",
                                        kernel_shape(a, paddings), kernel_shape(a, x)));
    }
    int64_t *dims = dims_copy(a, x->shape, 0);
    int64_t *before = ARENA_ARRAY(a, (size_t)rank, int64_t);
    for (int i = 0; i < rank; i++) {
        int64_t after = tensor_i64(paddings, 2 * i + 1);
        before[i] = tensor_i64(paddings, 2 * i);
        if (before[i] < 0 || after < 0) {
            return kernel_refuse(error, str_printf(a, "Paddings must be non-negative: %lld %lld",
                                                   (long long)before[i], (long long)after));
        }
        dims[i] = add_sizes(add_sizes(dims[i], before[i]), after);
    }
    Tensor *out = tensor_make(a, x->dtype, (Shape){rank, dims});
    put_inside(a, out, x, before);
    return out;
}
