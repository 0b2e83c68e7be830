/* infer_rows.c: shapes of segments, scattered rows, matrices and images. */
#include "graph/infer.h"

/* A vector dim in front of what follows the first dims of input 0. */
static bool rows_out(Infer *i, int64_t rows, int rank) {
    Arena *a = infer_arena(i);
    Shape in = infer_in(i, 0);
    if (in.rank < 0 || rank < 0 || rank > in.rank) {
        return infer_out(i, 0, shape_unknown());
    }
    return infer_out(i, 0,
                     shape_concat(a, shape_make(a, 1, &rows), shape_slice(a, in, rank, in.rank)));
}

/* The number that a scalar input tells, as a dim. */
static int64_t told(Infer *i, int input) {
    const Tensor *t = infer_value(i, input);
    return t && t->count == 1 && tensor_i64(t, 0) >= 0 ? tensor_i64(t, 0) : DIM_UNKNOWN;
}

bool infer_segment(Infer *i) {
    Shape ids;
    return infer_rank(i, 1, 1, &ids) && infer_rank_at_least(i, 0, 1) && rows_out(i, DIM_UNKNOWN, 1);
}

bool infer_unsorted_segment(Infer *i) {
    return rows_out(i, told(i, 2), infer_in(i, 1).rank);
}

bool infer_scatter_nd(Infer *i) {
    return infer_out(i, 0, infer_shape_value(i, 2));
}

bool infer_bincount(Infer *i) {
    return infer_out(i, 0, shape_make(infer_arena(i), 1, &(int64_t){told(i, 1)}));
}

bool infer_dynamic_partition(Infer *i) {
    Arena *a = infer_arena(i);
    Shape data = infer_in(i, 0), numbers = infer_in(i, 1), out = shape_unknown();
    if (data.rank >= 0 && numbers.rank >= 0 && numbers.rank <= data.rank) {
        out = shape_concat(a, shape_make(a, 1, &(int64_t){DIM_UNKNOWN}),
                           shape_slice(a, data, numbers.rank, data.rank));
    }
    for (uint32_t k = 0; k < i->node->record.noutputs; k++) {
        infer_out(i, (int)k, out);
    }
    return true;
}

bool infer_determinant(Infer *i) {
    Shape in = infer_in(i, 0);
    return infer_rank_at_least(i, 0, 2) &&
           infer_out(i, 0, in.rank < 0 ? in : shape_slice(infer_arena(i), in, 0, in.rank - 2));
}

bool infer_solve(Infer *i) {
    return infer_out(i, 0, infer_in(i, 1));
}

bool infer_resize(Infer *i) {
    Shape in, size = infer_shape_value(i, 1);
    if (!infer_rank(i, 0, 4, &in)) {
        return false;
    }
    int64_t dims[] = {in.dims[0], size.rank == 2 ? size.dims[0] : DIM_UNKNOWN,
                      size.rank == 2 ? size.dims[1] : DIM_UNKNOWN, in.dims[3]};
    return infer_out(i, 0, shape_make(infer_arena(i), 4, dims));
}

static int64_t scaled(int64_t dim, int64_t by, bool times) {
    return dim < 0 ? DIM_UNKNOWN : times ? dim * by : dim / by;
}

bool infer_space_depth(Infer *i) {
    Shape in;
    int64_t size = infer_attr_int(i, "block_size");
    bool to_depth = i->node->def->variant == 1;
    if (!infer_rank(i, 0, 4, &in)) {
        return false;
    }
    if (size < 2) {
        return infer_fail(i, "Value for attr 'block_size' of %lld must be at least minimum 2",
                          (long long)size);
    }
    for (int d = to_depth ? 1 : 3; d < (to_depth ? 3 : 4); d++) {
        int64_t by = to_depth ? size : size * size;
        if (in.dims[d] >= 0 && in.dims[d] % by != 0) {
            return infer_fail(i, "Dimension size must be evenly divisible by %lld but is %lld",
                              (long long)by, (long long)in.dims[d]);
        }
    }
    int64_t dims[] = {in.dims[0], scaled(in.dims[1], size, !to_depth),
                      scaled(in.dims[2], size, !to_depth),
                      scaled(in.dims[3], size * size, to_depth)};
    return infer_out(i, 0, shape_make(infer_arena(i), 4, dims));
}

bool infer_colours(Infer *i) {
    Shape in = infer_in(i, 0);
    if (!infer_rank_at_least(i, 0, 1)) {
        return false;
    }
    if (in.rank > 0 && in.dims[in.rank - 1] >= 0 && in.dims[in.rank - 1] != 3) {
        return infer_fail(i, "Dimension must be 3 but is %lld", (long long)in.dims[in.rank - 1]);
    }
    return infer_unchanged(i);
}

bool infer_list_diff(Infer *i) {
    Shape out = infer_dims(i, 1);
    return infer_out(i, 0, out) && infer_out(i, 1, out);
}

bool infer_candidates(Infer *i) {
    Shape classes;
    int64_t n = infer_attr_int(i, "num_sampled");
    if (!infer_rank(i, 0, 2, &classes)) {
        return false;
    }
    int64_t dims[] = {classes.dims[0], infer_attr_int(i, "num_true")};
    infer_out(i, 0, shape_make(infer_arena(i), 1, &n));
    infer_out(i, 2, shape_make(infer_arena(i), 1, &n));
    return infer_out(i, 1, shape_make(infer_arena(i), 2, dims));
}

bool infer_dense_add(Infer *i) {
    return infer_out(i, 0, infer_in(i, 3));
}

bool infer_to_dense(Infer *i) {
    return infer_out(i, 0, infer_shape_value(i, 1));
}
