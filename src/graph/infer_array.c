/* infer_array.c: shapes of ops that make, cut and join tensors. */
#include "graph/infer.h"

bool infer_const(Infer *i) {
    const Attr *value = node_attr(i->node, "value");
    return infer_out(i, 0, value ? value->tensor->shape : shape_unknown());
}

/* The attribute `shape` says it: placeholders and variables. */
bool infer_declared(Infer *i) {
    const Attr *shape = node_attr(i->node, "shape");
    return infer_out(i, 0, shape ? shape->shape : shape_unknown());
}

bool infer_placeholder_with_default(Infer *i) {
    const Attr *shape = node_attr(i->node, "shape");
    Shape out;
    if (!shape) {
        return infer_unchanged(i);
    }
    return infer_agree(i, infer_in(i, 0), shape->shape, &out) && infer_out(i, 0, shape->shape);
}

bool infer_identity_n(Infer *i) {
    for (int k = 0; k < infer_inputs(i); k++) {
        infer_out(i, k, infer_in(i, k));
    }
    return true;
}

/* A vector of as many elements as the input has dims. */
bool infer_shape(Infer *i) {
    for (int k = 0; k < infer_inputs(i); k++) {
        int64_t rank = infer_in(i, k).rank;
        infer_out(i, k, shape_make(infer_arena(i), 1, &(int64_t){rank < 0 ? DIM_UNKNOWN : rank}));
    }
    return true;
}

/* Input 0 is the shape of the output. */
bool infer_filled(Infer *i) {
    return infer_rank_at_most(i, 0, 1) && infer_out(i, 0, infer_shape_value(i, 0));
}

bool infer_broadcast_to(Infer *i) {
    return infer_out(i, 0, infer_shape_value(i, 1));
}

/* ---- reshape ---- */

static int64_t known_product(Shape s, int *unknown) {
    int64_t n = 1;
    *unknown = 0;
    for (int d = 0; d < s.rank; d++) {
        if (s.dims[d] < 0) {
            (*unknown)++;
        } else {
            n *= s.dims[d];
        }
    }
    return n;
}

static bool refuse_reshape(Infer *i, Shape out, int64_t have, int64_t want) {
    Str text = shape_cpp_str(infer_arena(i), out);
    return infer_fail(i, "Cannot reshape a tensor with %lld elements to shape %.*s (%lld elements)",
                      (long long)have, STR_ARG(text), (long long)want);
}

static Shape fill_unknown(Infer *i, Shape s, int64_t dim) {
    int64_t *dims = ARENA_ARRAY(infer_arena(i), (size_t)s.rank, int64_t);
    for (int d = 0; d < s.rank; d++) {
        dims[d] = s.dims[d] < 0 ? dim : s.dims[d];
    }
    return (Shape){s.rank, dims};
}

/* The one unknown dim follows from the sizes; when both sides have just one, it may follow too. */
static bool reshape_rest(Infer *i, Shape out, int64_t want) {
    int64_t have = shape_count(infer_in(i, 0));
    if (want == 0) {
        return infer_out(i, 0, out);
    }
    if (have % want != 0) {
        return infer_fail(i, "Dimension size must be evenly divisible by %lld but is %lld",
                          (long long)want, (long long)have);
    }
    return infer_out(i, 0, fill_unknown(i, out, have / want));
}

bool infer_reshape(Infer *i) {
    Shape out = infer_shape_value(i, 1);
    int unknown;
    if (out.rank < 0 || shape_count(infer_in(i, 0)) < 0) {
        return infer_out(i, 0, out);
    }
    int64_t want = known_product(out, &unknown), have = shape_count(infer_in(i, 0));
    if (unknown == 0 && have != want) {
        return refuse_reshape(i, out, have, want);
    }
    return unknown == 1 ? reshape_rest(i, out, want) : infer_out(i, 0, out);
}

static Shape insert_dim(Infer *i, Shape s, int axis, int64_t dim) {
    Arena *a = infer_arena(i);
    Shape before = shape_concat(a, shape_slice(a, s, 0, axis), shape_make(a, 1, &dim));
    return shape_concat(a, before, shape_slice(a, s, axis, s.rank));
}

static Shape remove_dim(Infer *i, Shape s, int axis) {
    Arena *a = infer_arena(i);
    return shape_concat(a, shape_slice(a, s, 0, axis), shape_slice(a, s, axis + 1, s.rank));
}

static Shape replace_dim(Infer *i, Shape s, int axis, int64_t dim) {
    return insert_dim(i, remove_dim(i, s, axis), axis, dim);
}

bool infer_expand_dims(Infer *i) {
    Shape in = infer_in(i, 0);
    const Tensor *dim = infer_value(i, 1);
    if (in.rank < 0 || !dim || dim->count != 1) {
        return infer_out(i, 0, in.rank < 0 ? shape_unknown() : infer_dims(i, in.rank + 1));
    }
    int64_t axis = tensor_i64(dim, 0);
    if (!infer_axis(&axis, in.rank + 1)) {
        return infer_fail(i, "dim %lld not in the interval [%d, %d].", (long long)axis,
                          -in.rank - 1, in.rank);
    }
    return infer_out(i, 0, insert_dim(i, in, (int)axis, 1));
}

static bool squeeze_marked(Infer *i, Shape in, const Attr *axes, bool *marked) {
    for (int k = 0; k < axes->ints.n; k++) {
        int64_t axis = axes->ints.at[k];
        if (!infer_axis(&axis, in.rank)) {
            return infer_fail(i, "squeeze_dims[%d] not in [%d,%d).", k, -in.rank, in.rank);
        }
        if (in.dims[axis] > 1 || in.dims[axis] == 0) {
            return infer_fail(i, "Can not squeeze dim[%lld], expected a dimension of 1, got %lld",
                              (long long)axis, (long long)in.dims[axis]);
        }
        marked[axis] = true;
    }
    return true;
}

static Shape unmarked(Infer *i, Shape in, const bool *marked) {
    int64_t *dims = ARENA_ARRAY(infer_arena(i), (size_t)in.rank, int64_t);
    int rank = 0;
    for (int d = 0; d < in.rank; d++) {
        if (!marked[d]) {
            dims[rank++] = in.dims[d];
        }
    }
    return (Shape){rank, dims};
}

bool infer_squeeze(Infer *i) {
    Shape in = infer_in(i, 0);
    const Attr *axes = node_attr(i->node, "squeeze_dims");
    if (in.rank < 0) {
        return infer_out(i, 0, shape_unknown());
    }
    bool *marked = ARENA_ARRAY(i->e->scratch, (size_t)in.rank, bool);
    if (axes && axes->ints.n > 0) {
        return squeeze_marked(i, in, axes, marked) && infer_out(i, 0, unmarked(i, in, marked));
    }
    for (int d = 0; d < in.rank; d++) {
        marked[d] = in.dims[d] == 1;
        if (in.dims[d] < 0) {
            return infer_out(i, 0, shape_unknown());
        }
    }
    return infer_out(i, 0, unmarked(i, in, marked));
}

bool infer_transpose(Infer *i) {
    Shape in = infer_in(i, 0), perm_shape;
    const Tensor *perm = infer_value(i, 1);
    if (!infer_rank(i, 1, 1, &perm_shape)) {
        return false;
    }
    int rank = perm ? (int)perm->count : in.rank >= 0 ? in.rank : (int)perm_shape.dims[0];
    if (rank < 0) {
        return infer_out(i, 0, shape_unknown());
    }
    if (in.rank >= 0 && in.rank != rank) {
        return infer_fail(i, "Shape must be rank %d but is rank %d", rank, in.rank);
    }
    if (!perm || in.rank < 0) {
        return infer_out(i, 0, infer_dims(i, rank));
    }
    int64_t *dims = ARENA_ARRAY(infer_arena(i), (size_t)rank, int64_t);
    for (int d = 0; d < rank; d++) {
        int64_t from = tensor_i64(perm, d);
        if (!infer_axis(&from, rank)) {
            return infer_fail(i, "perm dim %lld is out of range of input rank %d", (long long)from,
                              rank);
        }
        dims[d] = in.dims[from];
    }
    return infer_out(i, 0, (Shape){rank, dims});
}

/* ---- joining ---- */

static bool join_dims(Infer *i, Shape *all, Shape part, int axis, int k) {
    int64_t a = all->dims[axis], b = part.dims[axis];
    int64_t sum = a < 0 || b < 0 ? DIM_UNKNOWN : a + b;
    if (!infer_agree(i, replace_dim(i, *all, axis, DIM_UNKNOWN),
                     replace_dim(i, part, axis, DIM_UNKNOWN), all)) {
        Str text = i->e->fault.text;
        return infer_fail(i, "%.*s\n\tFrom merging shape %d with other shapes.", STR_ARG(text), k);
    }
    *all = replace_dim(i, *all, axis, sum);
    return true;
}

static bool concat_parts(Infer *i, int from, int to, int64_t axis, int rank) {
    Shape all = infer_in(i, from);
    all = all.rank < 0 ? infer_dims(i, rank) : all;
    for (int k = from + 1; k < to; k++) {
        Shape part = infer_in(i, k);
        if (part.rank >= 0 && part.rank != all.rank) {
            return infer_fail(
                i,
                "Shapes must be equal rank, but are %d and %d\n\tFrom merging shape %d with other shapes.",
                all.rank, part.rank, k - from - 1);
        }
        if (!join_dims(i, &all, part.rank < 0 ? infer_dims(i, rank) : part, (int)axis,
                       k - from - 1)) {
            return false;
        }
    }
    return infer_out(i, 0, all);
}

/* The rank that the first input of known rank has. */
static int common_rank(const Infer *i, int from, int to) {
    for (int k = from; k < to; k++) {
        if (infer_in(i, k).rank >= 0) {
            return infer_in(i, k).rank;
        }
    }
    return SHAPE_UNKNOWN_RANK;
}

bool infer_concat(Infer *i) {
    bool first = i->node->def->variant == 1; /* Concat has its axis first */
    int axis_at = first ? 0 : infer_inputs(i) - 1, from = first, to = infer_inputs(i) - !first;
    const Tensor *axis_value = infer_value(i, axis_at);
    int rank = common_rank(i, from, to);
    if (rank < 0 || !axis_value) {
        return infer_out(i, 0, rank < 0 ? shape_unknown() : infer_dims(i, rank));
    }
    int64_t axis = tensor_i64(axis_value, 0);
    if (!infer_axis(&axis, rank)) {
        return infer_fail(i, "Shape must be at least rank %lld but is rank %d",
                          (long long)(axis < 0 ? -axis : axis + 1), rank);
    }
    return concat_parts(i, from, to, axis, rank);
}

bool infer_concat_offset(Infer *i) {
    for (int k = 1; k < infer_inputs(i); k++) {
        infer_out(i, k - 1, infer_in(i, k));
    }
    return true;
}

bool infer_pack(Infer *i) {
    if (!infer_merged(i)) {
        return false;
    }
    Shape part = output_shape(&i->node->outputs[0]);
    int64_t axis = infer_attr_int(i, "axis");
    if (part.rank < 0) {
        return true;
    }
    if (!infer_axis(&axis, part.rank + 1)) {
        return infer_fail(i, "Invalid axis: %lld; must be in [%d,%d)", (long long)axis,
                          -part.rank - 1, part.rank + 1);
    }
    return infer_out(i, 0, insert_dim(i, part, (int)axis, infer_inputs(i)));
}

/* ---- cutting ---- */

static bool all_outputs(Infer *i, Shape s) {
    for (uint32_t k = 0; k < i->node->record.noutputs; k++) {
        infer_out(i, (int)k, s);
    }
    return true;
}

bool infer_unpack(Infer *i) {
    Shape in = infer_in(i, 0);
    int64_t axis = infer_attr_int(i, "axis"), count, parts = i->node->record.noutputs;
    if (in.rank < 0) {
        return true;
    }
    if (!infer_axis(&axis, in.rank)) {
        return infer_fail(i, "Invalid axis: %lld; must be in [%d,%d)", (long long)axis, -in.rank,
                          in.rank);
    }
    return infer_agree_dim(i, in.dims[axis], parts, &count) &&
           all_outputs(i, remove_dim(i, in, (int)axis));
}

bool infer_split(Infer *i) {
    const Tensor *dim = infer_value(i, 0);
    Shape in = infer_in(i, 1);
    int64_t parts = i->node->record.noutputs;
    if (in.rank < 0 || !dim) {
        return all_outputs(i, in.rank < 0 ? shape_unknown() : infer_dims(i, in.rank));
    }
    int64_t axis = tensor_i64(dim, 0);
    if (!infer_axis(&axis, in.rank)) {
        return infer_fail(i,
                          "Dimension size, given by scalar input %lld must be in range [-%d, %d)",
                          (long long)axis, in.rank, in.rank);
    }
    if (in.dims[axis] >= 0 && in.dims[axis] % parts != 0) {
        return infer_fail(
            i,
            "Dimension size must be evenly divisible by %lld but is %lld\n\tNumber of ways to split should "
            "evenly divide the split dimension",
            (long long)parts, (long long)in.dims[axis]);
    }
    int64_t piece = in.dims[axis] < 0 ? DIM_UNKNOWN : in.dims[axis] / parts;
    return all_outputs(i, replace_dim(i, in, (int)axis, piece));
}

/* The size of piece k; -1 stands for what the others leave. */
static int64_t split_size(const Tensor *sizes, int64_t k, int64_t whole) {
    int64_t size = tensor_i64(sizes, k), rest = whole;
    for (int64_t j = 0; j < sizes->count; j++) {
        rest -= j == k ? 0 : tensor_i64(sizes, j);
    }
    return size >= 0 ? size : whole < 0 ? DIM_UNKNOWN : rest;
}

bool infer_split_v(Infer *i) {
    const Tensor *sizes = infer_value(i, 1), *dim = infer_value(i, 2);
    Shape in = infer_in(i, 0);
    if (in.rank < 0 || !dim || !sizes) {
        return all_outputs(i, in.rank < 0 ? shape_unknown() : infer_dims(i, in.rank));
    }
    int64_t axis = tensor_i64(dim, 0);
    if (!infer_axis(&axis, in.rank)) {
        return infer_fail(i,
                          "Dimension size, given by scalar input %lld must be in range [-%d, %d)",
                          (long long)axis, in.rank, in.rank);
    }
    for (uint32_t k = 0; k < i->node->record.noutputs && k < sizes->count; k++) {
        infer_out(i, (int)k, replace_dim(i, in, (int)axis, split_size(sizes, k, in.dims[axis])));
    }
    return true;
}

bool infer_slice(Infer *i) {
    Shape in = infer_in(i, 0);
    const Tensor *begin = infer_value(i, 1), *size = infer_value(i, 2);
    int rank = in.rank >= 0 ? in.rank
               : begin      ? (int)begin->count
               : size       ? (int)size->count
                            : SHAPE_UNKNOWN_RANK;
    if (rank < 0 || !size) {
        return infer_out(i, 0, rank < 0 ? shape_unknown() : infer_dims(i, rank));
    }
    int64_t *dims = ARENA_ARRAY(infer_arena(i), (size_t)rank, int64_t);
    for (int d = 0; d < rank && d < size->count; d++) {
        int64_t n = tensor_i64(size, d),
                from = begin && d < begin->count ? tensor_i64(begin, d) : DIM_UNKNOWN;
        dims[d] = n >= 0                                         ? n
                  : in.rank >= 0 && from >= 0 && in.dims[d] >= 0 ? in.dims[d] - from
                                                                 : DIM_UNKNOWN;
        if (n >= 0 && from >= 0 && in.rank >= 0 && in.dims[d] >= 0 && from + n > in.dims[d]) {
            return infer_fail(i, "Expected size[%d] in [0, %lld], but got %lld", d,
                              (long long)(in.dims[d] - from), (long long)n);
        }
    }
    return infer_out(i, 0, (Shape){rank, dims});
}

bool infer_gather(Infer *i) {
    Arena *a = infer_arena(i);
    Shape params = infer_in(i, 0), indices = infer_in(i, 1);
    const Tensor *axis_value = infer_inputs(i) > 2 ? infer_value(i, 2) : NULL;
    int64_t axis = axis_value ? tensor_i64(axis_value, 0) : 0;
    if (!infer_rank_at_least(i, 0, 1)) {
        return false;
    }
    if (params.rank < 0 || indices.rank < 0 || (infer_inputs(i) > 2 && !axis_value)) {
        return infer_out(i, 0, shape_unknown());
    }
    if (!infer_axis(&axis, params.rank)) {
        return infer_fail(i, "Shape must be at least rank %lld but is rank %d",
                          (long long)(axis < 0 ? -axis : axis + 1), params.rank);
    }
    Shape before = shape_concat(a, shape_slice(a, params, 0, (int)axis), indices);
    return infer_out(i, 0,
                     shape_concat(a, before, shape_slice(a, params, (int)axis + 1, params.rank)));
}

bool infer_gather_nd(Infer *i) {
    Arena *a = infer_arena(i);
    Shape params = infer_in(i, 0), indices = infer_in(i, 1);
    if (!infer_rank_at_least(i, 1, 1)) {
        return false;
    }
    int64_t depth = indices.rank < 1 ? DIM_UNKNOWN : indices.dims[indices.rank - 1];
    if (params.rank < 0 || depth < 0) {
        return infer_out(i, 0, shape_unknown());
    }
    if (depth > params.rank) {
        return infer_fail(
            i,
            "indices.shape[-1] must be <= params.rank, but saw indices shape: %.*s and params shape: %.*s",
            STR_ARG(shape_cpp_str(a, indices)), STR_ARG(shape_cpp_str(a, params)));
    }
    Shape batch = shape_slice(a, indices, 0, indices.rank - 1);
    return infer_out(i, 0, shape_concat(a, batch, shape_slice(a, params, (int)depth, params.rank)));
}

bool infer_one_hot(Infer *i) {
    Shape in = infer_in(i, 0);
    const Tensor *depth = infer_value(i, 1);
    int64_t axis = infer_attr_int(i, "axis");
    if (in.rank < 0) {
        return infer_out(i, 0, shape_unknown());
    }
    int at = axis < 0 ? in.rank : (int)axis;
    if (axis < -1 || at > in.rank) {
        return infer_fail(i, "axis must be >= -1");
    }
    return infer_out(i, 0, insert_dim(i, in, at, depth ? tensor_i64(depth, 0) : DIM_UNKNOWN));
}

static int64_t range_size(const Tensor *start, const Tensor *limit, const Tensor *delta) {
    double from = tensor_f64(start, 0), to = tensor_f64(limit, 0), step = tensor_f64(delta, 0);
    double n = __builtin_ceil(__builtin_fabs((to - from) / step));
    return n > 0 ? (int64_t)n : 0;
}

bool infer_range(Infer *i) {
    const Tensor *start = infer_value(i, 0), *limit = infer_value(i, 1), *delta = infer_value(i, 2);
    int64_t size = DIM_UNKNOWN;
    if (start && limit && delta) {
        double from = tensor_f64(start, 0), to = tensor_f64(limit, 0), step = tensor_f64(delta, 0);
        if (step == 0) {
            return infer_fail(i, "Requires delta != 0");
        }
        if (step > 0 ? from > to : from < to) {
            return infer_fail(i, "Requires start %s limit when delta %s 0: %g/%g",
                              step > 0 ? "<=" : ">=", step > 0 ? ">" : "<", from, to);
        }
        size = range_size(start, limit, delta);
    }
    return infer_out(i, 0, shape_make(infer_arena(i), 1, &size));
}

bool infer_lin_space(Infer *i) {
    const Tensor *num = infer_value(i, 2);
    int64_t n = num ? tensor_i64(num, 0) : DIM_UNKNOWN;
    if (num && n <= 0) {
        return infer_fail(i, "Requires num > 0: %lld", (long long)n);
    }
    return infer_out(i, 0, shape_make(infer_arena(i), 1, &n));
}

bool infer_tile(Infer *i) {
    Shape in = infer_in(i, 0), by = infer_shape_value(i, 1);
    int rank = in.rank >= 0 ? in.rank : by.rank;
    if (rank < 0) {
        return infer_out(i, 0, shape_unknown());
    }
    if (in.rank >= 0 && by.rank >= 0 && in.rank != by.rank) {
        return infer_fail(i, "Shape must be rank %d but is rank %d", by.rank, in.rank);
    }
    int64_t *dims = ARENA_ARRAY(infer_arena(i), (size_t)rank, int64_t);
    for (int d = 0; d < rank; d++) {
        int64_t x = shape_dim(in, d), n = shape_dim(by, d);
        dims[d] = x < 0 || n < 0 ? DIM_UNKNOWN : x * n;
    }
    return infer_out(i, 0, (Shape){rank, dims});
}

bool infer_pad(Infer *i) {
    Shape in = infer_in(i, 0), table;
    const Tensor *paddings = infer_value(i, 1);
    if (!infer_rank(i, 1, 2, &table)) {
        return false;
    }
    int rank = in.rank >= 0 ? in.rank : (int)table.dims[0];
    if (in.rank >= 0 && table.dims[0] >= 0 && in.rank != table.dims[0]) {
        return infer_fail(i, "Shape must be rank %lld but is rank %d", (long long)table.dims[0],
                          in.rank);
    }
    if (rank < 0 || !paddings) {
        return infer_out(i, 0, rank < 0 ? shape_unknown() : infer_dims(i, rank));
    }
    int64_t *dims = ARENA_ARRAY(infer_arena(i), (size_t)rank, int64_t);
    for (int d = 0; d < rank; d++) {
        int64_t x = shape_dim(in, d);
        dims[d] =
            x < 0 ? DIM_UNKNOWN : x + tensor_i64(paddings, 2 * d) + tensor_i64(paddings, 2 * d + 1);
    }
    return infer_out(i, 0, (Shape){rank, dims});
}

bool infer_where(Infer *i) {
    int64_t dims[2] = {DIM_UNKNOWN, infer_in(i, 0).rank < 0 ? DIM_UNKNOWN : infer_in(i, 0).rank};
    return infer_out(i, 0, shape_make(infer_arena(i), 2, dims));
}

/* The condition is a scalar, a vector over the first dim, or as large as the values. */
bool infer_select(Infer *i) {
    Shape condition = infer_in(i, 0), values;
    if (!infer_agree(i, infer_in(i, 1), infer_in(i, 2), &values)) {
        return false;
    }
    if (condition.rank <= 0 || values.rank < 0) {
        return infer_out(i, 0, values);
    }
    if (condition.rank == 1 && values.rank > 1) {
        int64_t n;
        return infer_agree_dim(i, condition.dims[0], values.dims[0], &n) && infer_out(i, 0, values);
    }
    return infer_agree(i, values, condition, &values) && infer_out(i, 0, values);
}

bool infer_vectors(Infer *i) {
    int64_t n = DIM_UNKNOWN;
    return all_outputs(i, shape_make(infer_arena(i), 1, &n));
}

bool infer_unique(Infer *i) {
    int64_t n = DIM_UNKNOWN;
    infer_out(i, 1, infer_in(i, 0));
    return infer_out(i, 0, shape_make(infer_arena(i), 1, &n));
}

/* data[k] is indices[k]'s shape and then the shape of an element. */
bool infer_dynamic_stitch(Infer *i) {
    int n = infer_inputs(i) / 2;
    int64_t most = -1;
    bool known = true;
    for (int k = 0; k < n; k++) {
        const Tensor *indices = infer_value(i, k);
        known = known && indices;
        for (int64_t j = 0; indices && j < indices->count; j++) {
            most = tensor_i64(indices, j) > most ? tensor_i64(indices, j) : most;
        }
    }
    Shape first = infer_in(i, 0), data = infer_in(i, n);
    if (first.rank < 0 || data.rank < 0) {
        return infer_out(i, 0, shape_unknown());
    }
    Shape rest = shape_slice(infer_arena(i), data, first.rank, data.rank);
    int64_t count = known ? most + 1 : DIM_UNKNOWN;
    return infer_out(i, 0,
                     shape_concat(infer_arena(i), shape_make(infer_arena(i), 1, &count), rest));
}
