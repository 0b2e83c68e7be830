/* kernels_index.c: picking elements: slices, gather, select. */
#include "tensor/kernels.h"

#include <string.h>

#include "tensor/kernel_util.h"

/* ---- slice ---- */

static bool slice_fits(Arena *a, int i, int64_t dim, int64_t begin, int64_t size, Str *error) {
    if (dim == 0 && (begin != 0 || size != 0)) {
        *error = str_printf(a,
                            "Expected begin[%d] == 0 (got %lld) and size[%d] == 0 (got %lld) when "
                            "input.dim_size(%d) == 0",
                            i, (long long)begin, i, (long long)size, i);
        return false;
    }
    if (begin < 0 || begin > dim) {
        *error = str_printf(a, "Expected begin[%d] in [0, %lld], but got %lld", i, (long long)dim,
                            (long long)begin);
        return false;
    }
    if (size < 0 || size > dim - begin) {
        *error = str_printf(a, "Expected size[%d] in [0, %lld], but got %lld", i,
                            (long long)(dim - begin), (long long)size);
        return false;
    }
    return true;
}

Tensor *kernel_slice(Arena *a, const Tensor *x, const Tensor *begin, const Tensor *size,
                     Str *error) {
    int rank = x->shape.rank;
    if (begin->shape.rank != 1 || size->shape.rank != 1 || begin->count != rank ||
        size->count != rank) {
        return kernel_refuse(error,
                             str_printf(a,
                                        "Expected begin and size arguments to be 1-D tensors of "
                                        "size %d, but got shapes %s and %s instead.",
                                        rank, kernel_shape(a, begin), kernel_shape(a, size)));
    }
    int64_t *dims = ARENA_ARRAY(a, (size_t)rank, int64_t);
    const int64_t *strides = row_strides(a, x->shape);
    int64_t base = 0;
    for (int i = 0; i < rank; i++) {
        int64_t dim = x->shape.dims[i], from = tensor_i64(begin, i), n = tensor_i64(size, i);
        n = n == -1 && from >= 0 && from <= dim ? dim - from : n;
        if (!slice_fits(a, i, dim, from, n, error)) {
            return NULL;
        }
        dims[i] = n;
        base += x->count > 0 ? from * strides[i] : 0;
    }
    return view_copy(a, x, (Shape){rank, dims}, base, strides);
}

/* ---- strided slice ---- */

/* One item of x[…]: of the five masks the bits that concern it. */
typedef struct SliceItem {
    bool open_begin, open_end; /* x[:3], x[3:] */
    bool ellipsis;             /* x[...] */
    bool new_axis;             /* x[tf.newaxis] */
    bool shrink;               /* x[3]: the dim goes away */
    int64_t begin, end, stride;
} SliceItem;

/* A slice being put together: a view of x. */
typedef struct View {
    const Tensor *x;
    const int64_t *x_strides;
    int64_t *dims; /* of the view, as far as it is known */
    int64_t *strides;
    int rank; /* dims so far */
    int dim;  /* dims of x used so far */
    int64_t base;
} View;

static SliceItem slice_item(const Tensor *begin, const Tensor *end, const Tensor *strides,
                            const int64_t masks[5], int64_t i) {
    uint64_t bit = i < 64 ? UINT64_C(1) << i : 0;
    return (SliceItem){
        .open_begin = (uint64_t)masks[0] & bit,
        .open_end = (uint64_t)masks[1] & bit,
        .ellipsis = (uint64_t)masks[2] & bit,
        .new_axis = (uint64_t)masks[3] & bit,
        .shrink = (uint64_t)masks[4] & bit,
        .begin = tensor_i64(begin, i),
        .end = tensor_i64(end, i),
        .stride = tensor_i64(strides, i),
    };
}

/* Python's rule: negative counts from the end, then clipped to what the direction allows. */
static int64_t clip_index(int64_t i, int64_t dim, bool down) {
    int64_t low = down ? -1 : 0, high = down ? dim - 1 : dim;
    i = i < 0 ? i + dim : i;
    return i < low ? low : i > high ? high : i;
}

static int64_t slice_length(int64_t from, int64_t to, int64_t stride) {
    if (stride > 0) {
        return to > from ? 1 + (to - from - 1) / stride : 0;
    }
    uint64_t by = 0 - (uint64_t)stride;
    return from > to ? 1 + (int64_t)((uint64_t)(from - to - 1) / by) : 0;
}

static void take_dim(View *v, int64_t from, int64_t n, int64_t stride) {
    int64_t own = v->x_strides[v->dim];
    v->base += n > 0 && v->x->count > 0 ? from * own : 0;
    v->dims[v->rank] = n;
    v->strides[v->rank++] = n > 1 && v->x->count > 0 ? own * stride : own;
    v->dim++;
}

static bool take_index(Arena *a, View *v, const SliceItem *item, Str *error) {
    int64_t dim = v->x->shape.dims[v->dim];
    int64_t at = item->begin < 0 ? item->begin + dim : item->begin;
    if (item->stride < 0) {
        *error = STR("only stride 1 allowed on non-range indexing.");
        return false;
    }
    if (at < 0 || at >= dim) {
        *error = str_printf(a, "slice index %lld of dimension %d out of bounds.",
                            (long long)item->begin, v->dim);
        return false;
    }
    v->base += v->x->count > 0 ? at * v->x_strides[v->dim] : 0;
    v->dim++;
    return true;
}

static void take_range(View *v, const SliceItem *item) {
    int64_t dim = v->x->shape.dims[v->dim];
    bool down = item->stride < 0;
    int64_t from = item->open_begin ? (down ? dim - 1 : 0) : clip_index(item->begin, dim, down);
    int64_t to = item->open_end ? (down ? -1 : dim) : clip_index(item->end, dim, down);
    take_dim(v, from, slice_length(from, to, item->stride), item->stride);
}

/* An ellipsis takes what the items behind it, `rest` of them, leave of x's dims. */
static void take_rest(View *v, int rest) {
    while (v->dim < v->x->shape.rank - rest) {
        take_dim(v, 0, v->x->shape.dims[v->dim], 1);
    }
}

/* Dims of x that the items from i on use. */
static int dims_used(const SliceItem *items, int64_t i, int64_t n) {
    int used = 0;
    for (; i < n; i++) {
        used += !items[i].new_axis && !items[i].ellipsis;
    }
    return used;
}

static bool take_item(Arena *a, View *v, const SliceItem *item, int rest, Str *error) {
    if (item->ellipsis) {
        take_rest(v, rest);
        return true;
    }
    if (item->new_axis) {
        v->dims[v->rank] = 1;
        v->strides[v->rank++] = 0;
        return true;
    }
    if (item->stride == 0) {
        *error = str_printf(a, "strides[%d] must be non-zero", v->dim);
        return false;
    }
    if (item->shrink) {
        return take_index(a, v, item, error);
    }
    take_range(v, item);
    return true;
}

static bool items_fit(Arena *a, const SliceItem *items, int64_t n, int rank, Str *error) {
    int ellipses = 0, used = dims_used(items, 0, n);
    for (int64_t i = 0; i < n; i++) {
        ellipses += items[i].ellipsis;
    }
    if (ellipses > 1) {
        *error = STR("Multiple ellipses in slice spec not allowed");
        return false;
    }
    if (used > rank) {
        *error = str_printf(a, "Index out of range using input dim %d; input has only %d dims",
                            rank, rank);
        return false;
    }
    return true;
}

Tensor *kernel_strided_slice(Arena *a, const Tensor *x, const Tensor *begin, const Tensor *end,
                             const Tensor *strides, const int64_t masks[5], Str *error) {
    int64_t n = begin->count;
    if (begin->shape.rank != 1 || end->shape.rank != 1 || strides->shape.rank != 1 ||
        end->count != n || strides->count != n || n >= INT32_MAX - x->shape.rank) {
        return kernel_refuse(error,
                             str_printf(a,
                                        "Expected begin, end, and strides to be 1D equal size "
                                        "tensors, but got shapes %s, %s, and %s instead.",
                                        kernel_shape(a, begin), kernel_shape(a, end),
                                        kernel_shape(a, strides)));
    }
    SliceItem *items = ARENA_ARRAY(a, (size_t)n, SliceItem);
    for (int64_t i = 0; i < n; i++) {
        items[i] = slice_item(begin, end, strides, masks, i);
    }
    if (!items_fit(a, items, n, x->shape.rank, error)) {
        return NULL;
    }
    size_t room = (size_t)x->shape.rank + (size_t)n;
    View v = {.x = x, .x_strides = row_strides(a, x->shape)};
    v.dims = ARENA_ARRAY(a, room, int64_t);
    v.strides = ARENA_ARRAY(a, room, int64_t);
    for (int64_t i = 0; i < n; i++) {
        if (!take_item(a, &v, &items[i], dims_used(items, i + 1, n), error)) {
            return NULL;
        }
    }
    take_rest(&v, 0);
    return view_copy(a, x, (Shape){v.rank, v.dims}, v.base, v.strides);
}

/* ---- gather ---- */

/* "[1,2]": where element i of a shape lies; nothing for a scalar. */
static Str place_of(Arena *a, Shape s, int64_t i) {
    int64_t *at = ARENA_ARRAY(a, (size_t)s.rank, int64_t);
    for (int d = s.rank - 1; d >= 0; d--) {
        at[d] = i % s.dims[d];
        i /= s.dims[d];
    }
    return s.rank > 0 ? shape_cpp_str(a, (Shape){s.rank, at}) : STR("");
}

static bool indices_fit(Arena *a, const Tensor *indices, int64_t dim, Str *error) {
    for (int64_t i = 0; i < indices->count; i++) {
        int64_t index = tensor_i64(indices, i);
        if (index < 0 || index >= dim) {
            *error = str_printf(a, "indices%.*s = %lld is not in [0, %lld)",
                                STR_ARG(place_of(a, indices->shape, i)), (long long)index,
                                (long long)dim);
            return false;
        }
    }
    return true;
}

/* params is seen as [outer, dim, inner], the result as [outer, indices, inner]. */
static void pick_rows(Tensor *out, const Tensor *params, const Tensor *indices, int64_t dim,
                      int64_t inner) {
    int64_t outer = out->count / (indices->count * inner);
    for (int64_t o = 0; o < outer; o++) {
        for (int64_t i = 0; i < indices->count; i++) {
            int64_t from = (o * dim + tensor_i64(indices, i)) * inner;
            copy_elements(out, (o * indices->count + i) * inner, params, from, inner);
        }
    }
}

Tensor *kernel_gather(Arena *a, const Tensor *params, const Tensor *indices, int64_t axis,
                      Str *error) {
    int rank = params->shape.rank;
    int64_t at;
    if (rank < 1) {
        return kernel_refuse(error, STR("params must be at least 1 dimensional"));
    }
    if (!axis_of(axis, rank, &at)) {
        return kernel_refuse(error,
                             str_printf(a, "Expected axis in the range [%d, %d), but got %lld",
                                        -rank, rank, (long long)axis));
    }
    int64_t dim = params->shape.dims[at];
    if (!indices_fit(a, indices, dim, error)) {
        return NULL;
    }
    Shape before = shape_slice(a, params->shape, 0, (int)at);
    Shape after = shape_slice(a, params->shape, (int)at + 1, rank);
    Shape shape = shape_concat(a, shape_concat(a, before, indices->shape), after);
    Tensor *out = tensor_make(a, params->dtype, shape);
    if (out->count > 0) {
        pick_rows(out, params, indices, dim, dims_product(after.dims, 0, after.rank));
    }
    return out;
}

/* ---- select ---- */

static bool condition_fits(Arena *a, const Tensor *condition, const Tensor *x, Str *error) {
    bool rows = condition->shape.rank == 1 && x->shape.rank > 1;
    if (condition->shape.rank == 0 || shape_eq(condition->shape, x->shape)) {
        return true;
    }
    if (rows && condition->count == x->shape.dims[0]) {
        return true;
    }
    if (rows) {
        *error = str_printf(a,
                            "Number of batches of 'then' must match size of 'cond', but saw: %lld "
                            "vs. %lld",
                            (long long)x->shape.dims[0], (long long)condition->count);
    } else {
        *error =
            str_printf(a, "Inputs must have the same size and shape.  Input 0: %s != input 1: %s",
                       kernel_shape(a, condition), kernel_shape(a, x));
    }
    return false;
}

/* The condition is a scalar, has x's shape, or chooses whole rows of x. */
Tensor *kernel_select(Arena *a, const Tensor *condition, const Tensor *x, const Tensor *y,
                      Str *error) {
    if (!shape_eq(x->shape, y->shape)) {
        return kernel_refuse(error,
                             str_printf(a,
                                        "'then' and 'else' must have the same size.  but received: "
                                        "%s vs. %s",
                                        kernel_shape(a, x), kernel_shape(a, y)));
    }
    if (!condition_fits(a, condition, x, error)) {
        return NULL;
    }
    Tensor *out = tensor_make(a, x->dtype, x->shape);
    int64_t each = x->count > 0 ? x->count / condition->count : 0;
    for (int64_t i = 0; i < condition->count; i++) {
        copy_elements(out, i * each, tensor_bool(condition, i) ? x : y, i * each, each);
    }
    return out;
}
