/* compute_rows.c: segments, scattered rows, matrices, images: through the kernels of src/tensor. */
#include <math.h>
#include <string.h>

#include "graph/compute.h"
#include "tensor/kernels.h"

/* ---- rows by number ---- */

/* Row numbers come from the program: is there room for so many rows? */
static bool rows_fit(Call *c, int64_t rows, const Tensor *data, int rank) {
    Shape rest = shape_slice(c->arena, data->shape,
                             rank < data->shape.rank ? rank : data->shape.rank, data->shape.rank);
    return compute_fits(c, shape_concat(c->arena, shape_make(c->arena, 1, &rows), rest));
}

bool compute_segment(Call *c) {
    int64_t n = c->in[1]->count, rows = n > 0 ? tensor_i64(c->in[1], n - 1) + 1 : 0;
    return (rows <= 0 || rows_fit(c, rows, c->in[0], 1)) &&
           compute_out(c, kernel_segment(c->arena, (SegmentOp)c->node->def->variant, c->in[0],
                                         c->in[1], &c->error));
}

bool compute_unsorted_segment(Call *c) {
    int64_t rows = compute_scalar(c, 2);
    if (rows < 0) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT,
                            "Input num_segments == %lld must not be negative.", (long long)rows);
    }
    return rows_fit(c, rows, c->in[0], c->in[1]->shape.rank) &&
           compute_out(c, kernel_unsorted_segment(c->arena, (SegmentOp)c->node->def->variant,
                                                  c->in[0], c->in[1], rows, &c->error));
}

/* The shape that an input holds. */
static Shape shape_in(const Call *c, int input) {
    const Tensor *vector = c->in[input];
    int64_t *dims = ARENA_ARRAY(c->arena, (size_t)vector->count + 1, int64_t);
    for (int64_t i = 0; i < vector->count; i++) {
        dims[i] = tensor_i64(vector, i);
    }
    return (Shape){(int)vector->count, dims};
}

bool compute_scatter_nd(Call *c) {
    Shape to = shape_in(c, 2);
    for (int d = 0; d < to.rank; d++) {
        if (to.dims[d] < 0) {
            return compute_fail(c, FAULT_INVALID_ARGUMENT, "Shape must be non-negative");
        }
    }
    return compute_fits(c, to) &&
           compute_out(c, kernel_scatter_nd(c->arena, c->in[0], c->in[1], to, &c->error));
}

bool compute_dense_add(Call *c) {
    const Tensor *sum = kernel_scatter_nd(c->arena, c->in[0], c->in[1], c->in[3]->shape, &c->error);
    return sum && compute_out(c, kernel_binary(c->arena, BINARY_ADD, sum, c->in[3], &c->error));
}

/* Where row i of the indices points to in a tensor of that shape, or -1. */
static int64_t place_of(const Tensor *indices, int64_t i, Shape s) {
    int64_t at = 0;
    for (int d = 0; d < s.rank; d++) {
        int64_t k = tensor_i64(indices, indices->shape.rank == 2 ? i * s.rank + d : i);
        if (k < 0 || k >= s.dims[d]) {
            return -1;
        }
        at = at * s.dims[d] + k;
    }
    return at;
}

static void put_element(Tensor *to, int64_t i, const Tensor *from, int64_t j) {
    size_t size = dtype_size(to->dtype);
    memcpy((char *)to->data + (size_t)i * size, (const char *)from->data + (size_t)j * size, size);
}

/* Do indices, shape and values of a sparse tensor go together? */
static bool sparse_fits(const Call *c, Shape s) {
    const Tensor *indices = c->in[0], *values = c->in[2];
    int64_t n = indices->shape.rank > 0 ? indices->shape.dims[0] : 1;
    for (int d = 0; d < s.rank; d++) {
        if (s.dims[d] < 0) {
            return false;
        }
    }
    bool rows = indices->shape.rank == 2;
    return (rows || s.rank == 1) && indices->count == n * (rows ? s.rank : 1) &&
           (values->shape.rank == 0 || values->count == n);
}

static bool wrong_index(Call *c, int64_t i, Shape s, const char *fault) {
    Sink text = sink_memory(c->arena);
    const Tensor *indices = c->in[0];
    for (int d = 0; d < s.rank; d++) {
        int64_t k = tensor_i64(indices, indices->shape.rank == 2 ? i * s.rank + d : i);
        sink_printf(&text, "%s%lld", d ? "," : "", (long long)k);
    }
    return compute_fail(c, FAULT_INVALID_ARGUMENT, "indices[%lld] = [%.*s] is %s", (long long)i,
                        STR_ARG(sink_str(&text)), fault);
}

/* validate_indices: they must lie in the shape, grow, and differ. */
static bool check_indices(Call *c, int64_t n, Shape s) {
    int64_t before = -1;
    for (int64_t i = 0; i < n; i++) {
        int64_t at = place_of(c->in[0], i, s);
        if (at < 0) {
            Str text = str_printf(c->arena, "out of bounds: need 0 <= index < %.*s",
                                  STR_ARG(shape_cpp_str(c->arena, s)));
            return wrong_index(c, i, s, text.at);
        }
        if (at <= before) {
            return wrong_index(c, i, s, at == before ? "repeated" : "out of order");
        }
        before = at;
    }
    return true;
}

/* The default value everywhere but where the indices point to. */
bool compute_to_dense(Call *c) {
    const Tensor *indices = c->in[0], *values = c->in[2];
    int64_t n = indices->shape.rank > 0 ? indices->shape.dims[0] : 1;
    Shape s = shape_in(c, 1);
    if (!sparse_fits(c, s)) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT,
                            "sparse_indices, output_shape and sparse_values do not agree");
    }
    if (!compute_fits(c, s) || (compute_bool(c, "validate_indices") && !check_indices(c, n, s))) {
        return false;
    }
    Tensor *to = tensor_make(c->arena, values->dtype, s);
    for (int64_t i = 0; i < to->count; i++) {
        put_element(to, i, c->in[3], 0);
    }
    for (int64_t i = 0; i < n; i++) {
        int64_t at = place_of(indices, i, s);
        if (at < 0) {
            return compute_fail(c, FAULT_INVALID_ARGUMENT,
                                "Indices are not valid (out of bounds).  Shape: %s",
                                shape_cpp_str(c->arena, s).at);
        }
        put_element(to, at, values, values->shape.rank == 0 ? 0 : i);
    }
    return compute_out(c, to);
}

bool compute_bincount(Call *c) {
    int64_t n = compute_scalar(c, 1);
    if (n < 0) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "size (%lld) must be non-negative",
                            (long long)n);
    }
    return compute_fits(c, (Shape){1, &n}) &&
           compute_out(c, kernel_bincount(c->arena, c->in[0], n, c->in[2], &c->error));
}

/* Row i of the data goes to the output that its number names. */
bool compute_dynamic_partition(Call *c) {
    const Tensor *data = c->in[0], *numbers = c->in[1];
    int64_t parts = c->node->record.noutputs;
    int rank = numbers->shape.rank;
    int64_t *counts = ARENA_ARRAY(c->arena, (size_t)parts + 1, int64_t);
    if (rank > data->shape.rank ||
        !shape_eq(shape_slice(c->arena, data->shape, 0, rank), numbers->shape)) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT,
                            "data.shape must start with partitions.shape");
    }
    for (int64_t i = 0; i < numbers->count; i++) {
        int64_t part = tensor_i64(numbers, i);
        if (part < 0 || part >= parts) {
            return compute_fail(c, FAULT_INVALID_ARGUMENT,
                                "partitions[%lld] = %lld is not in [0, %lld)", (long long)i,
                                (long long)part, (long long)parts);
        }
        counts[part]++;
    }
    Shape rest = shape_slice(c->arena, data->shape, rank, data->shape.rank);
    int64_t piece = numbers->count > 0 ? data->count / numbers->count : 0;
    size_t row = (size_t)piece * dtype_size(data->dtype);
    for (int64_t k = 0; k < parts; k++) {
        Tensor *to = tensor_make(c->arena, data->dtype,
                                 shape_concat(c->arena, shape_make(c->arena, 1, &counts[k]), rest));
        int64_t at = 0;
        for (int64_t i = 0; i < numbers->count; i++) {
            if (tensor_i64(numbers, i) == k && row > 0) {
                memcpy((char *)to->data + (size_t)at++ * row,
                       (const char *)data->data + (size_t)i * row, row);
            }
        }
        c->out[k] = to;
    }
    return true;
}

/* ---- matrices ---- */

bool compute_determinant(Call *c) {
    return compute_out(c, kernel_determinant(c->arena, c->in[0], &c->error));
}

bool compute_cholesky(Call *c) {
    return compute_out(c, kernel_cholesky(c->arena, c->in[0], &c->error));
}

bool compute_solve(Call *c) {
    const Tensor *y = c->node->record.ninputs > 1 ? c->in[1] : NULL;
    return compute_out(c,
                       kernel_solve(c->arena, c->in[0], y, compute_bool(c, "adjoint"), &c->error));
}

bool compute_triangular_solve(Call *c) {
    return compute_out(c, kernel_triangular_solve(c->arena, c->in[0], c->in[1],
                                                  compute_bool(c, "lower"),
                                                  compute_bool(c, "adjoint"), &c->error));
}

bool compute_band_part(Call *c) {
    return compute_out(c, kernel_band_part(c->arena, c->in[0], compute_scalar(c, 1),
                                           compute_scalar(c, 2), &c->error));
}

bool compute_cross(Call *c) {
    return compute_out(c, kernel_cross(c->arena, c->in[0], c->in[1], &c->error));
}

/* ---- images ---- */

static bool is_images(Call *c) {
    return c->in[0]->shape.rank == 4 ||
           compute_fail(c, FAULT_INVALID_ARGUMENT, "input must be 4-dimensional");
}

static bool flag(const Call *c, const char *attr) {
    const Attr *a = node_attr(c->node, attr);
    return a && a->b;
}

bool compute_resize(Call *c) {
    ResizeOptions o = {flag(c, "align_corners"), flag(c, "half_pixel_centers")};
    if (!is_images(c)) {
        return false;
    }
    if (c->in[1]->count != 2) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "shape_t must have two elements");
    }
    int64_t height = tensor_i64(c->in[1], 0), width = tensor_i64(c->in[1], 1);
    const int64_t *d = c->in[0]->shape.dims;
    if (height <= 0 || width <= 0) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "output dimensions must be positive");
    }
    if (d[1] <= 0 || d[2] <= 0) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "input image must be of non-zero size");
    }
    if (!compute_fits(c, (Shape){4, (int64_t[]){d[0], height, width, d[3]}})) {
        return false;
    }
    return compute_out(c, c->node->def->variant
                              ? kernel_resize_bilinear(c->arena, c->in[0], height, width, &o)
                              : kernel_resize_nearest(c->arena, c->in[0], height, width, &o));
}

bool compute_space_depth(Call *c) {
    return is_images(c) &&
           compute_out(c, kernel_space_depth(c->arena, c->in[0], compute_int(c, "block_size"),
                                             c->node->def->variant == 1, &c->error));
}

static double real_attr(const Call *c, const char *name, double otherwise) {
    const Attr *a = node_attr(c->node, name);
    return a ? a->f : otherwise;
}

bool compute_lrn(Call *c) {
    double options[] = {real_attr(c, "bias", 1), real_attr(c, "alpha", 1),
                        real_attr(c, "beta", 0.5)};
    return is_images(c) &&
           compute_out(c, kernel_lrn(c->arena, c->in[0], compute_int(c, "depth_radius"), options));
}

bool compute_colours(Call *c) {
    return compute_out(c,
                       kernel_colours(c->arena, c->in[0], c->node->def->variant == 1, &c->error));
}

/* ---- bits, and parts of complex numbers ---- */

/* Shifts by less than nothing count as none, by too much as by all bits but one. */
static int64_t bits_of(BitsOp op, DType t, int64_t x, int64_t y) {
    int64_t width = (int64_t)dtype_size(t) * 8, n = y < 0 ? 0 : y >= width ? width - 1 : y;
    bool is_unsigned = dtype_class(t) == DTYPE_CLASS_UINT;
    switch (op) {
    case BITS_AND: return x & y;
    case BITS_OR: return x | y;
    case BITS_XOR: return x ^ y;
    case BITS_NOT: return ~x;
    case BITS_LEFT: return (int64_t)((uint64_t)x << n);
    case BITS_RIGHT: return is_unsigned ? (int64_t)((uint64_t)x >> n) : x >> n;
    }
    return x;
}

/* Both operands repeated to the shape that they have together. */
static bool broadcast_both(Call *c, const Tensor **x, const Tensor **y) {
    Shape out;
    if (!shape_broadcast(c->arena, (*x)->shape, (*y)->shape, &out) || !compute_fits(c, out)) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "Incompatible shapes");
    }
    Tensor *zeros = tensor_make(c->arena, (*x)->dtype, out);
    *x = kernel_binary(c->arena, BINARY_ADD, *x, zeros, &c->error);
    *y = kernel_binary(c->arena, BINARY_ADD, *y, zeros, &c->error);
    return *x && *y;
}

bool compute_bits(Call *c) {
    const Tensor *x = c->in[0], *y = c->node->record.ninputs > 1 ? c->in[1] : x;
    if (!broadcast_both(c, &x, &y)) {
        return false;
    }
    Tensor *to = tensor_make(c->arena, x->dtype, x->shape);
    for (int64_t i = 0; i < to->count; i++) {
        BitsOp op = (BitsOp)c->node->def->variant;
        tensor_set_i64(to, i, bits_of(op, x->dtype, tensor_i64(x, i), tensor_i64(y, i)));
    }
    return compute_out(c, to);
}

static double part_of(const Tensor *t, int64_t i, int imaginary) {
    return t->dtype == DTYPE_COMPLEX64 ? (double)((const float *)t->data)[2 * i + imaginary]
                                       : ((const double *)t->data)[2 * i + imaginary];
}

static void set_parts(Tensor *t, int64_t i, double re, double im) {
    if (t->dtype == DTYPE_COMPLEX64) {
        ((float *)t->data)[2 * i] = (float)re;
        ((float *)t->data)[2 * i + 1] = (float)im;
    } else {
        ((double *)t->data)[2 * i] = re;
        ((double *)t->data)[2 * i + 1] = im;
    }
}

bool compute_complex(Call *c) {
    const Tensor *re = c->in[0], *im = c->in[1];
    if (!broadcast_both(c, &re, &im)) {
        return false;
    }
    Tensor *to = tensor_make(c->arena, c->node->record.outputs[0].dtype, re->shape);
    for (int64_t i = 0; i < to->count; i++) {
        set_parts(to, i, tensor_f64(re, i), tensor_f64(im, i));
    }
    return compute_out(c, to);
}

bool compute_complex_part(Call *c) {
    const Tensor *x = c->in[0];
    Tensor *to = tensor_make(c->arena, c->node->record.outputs[0].dtype, x->shape);
    for (int64_t i = 0; i < to->count; i++) {
        double re = part_of(x, i, 0), im = part_of(x, i, 1);
        switch ((PartOp)c->node->def->variant) {
        case PART_REAL: tensor_set_f64(to, i, re); break;
        case PART_IMAG: tensor_set_f64(to, i, im); break;
        case PART_ABS: tensor_set_f64(to, i, hypot(re, im)); break;
        case PART_ANGLE: tensor_set_f64(to, i, atan2(im, re)); break;
        case PART_CONJUGATE: set_parts(to, i, re, -im); break;
        }
    }
    return compute_out(c, to);
}

/* ---- differences of sets ---- */

static bool same_element(const Tensor *x, int64_t i, const Tensor *y, int64_t j) {
    if (x->dtype == DTYPE_STRING) {
        return str_eq(tensor_text(x, i), tensor_text(y, j));
    }
    size_t size = dtype_size(x->dtype);
    return memcmp((const char *)x->data + (size_t)i * size,
                  (const char *)y->data + (size_t)j * size, size) == 0;
}

static bool contains(const Tensor *y, const Tensor *x, int64_t i) {
    for (int64_t j = 0; j < y->count; j++) {
        if (same_element(x, i, y, j)) {
            return true;
        }
    }
    return false;
}

/* The elements of x that y lacks, in order, and where they stand. */
bool compute_list_diff(Call *c) {
    const Tensor *x = c->in[0], *y = c->in[1];
    int64_t n = 0, *at = ARENA_ARRAY(c->arena, (size_t)x->count + 1, int64_t);
    for (int64_t i = 0; i < x->count; i++) {
        if (!contains(y, x, i)) {
            at[n++] = i;
        }
    }
    Tensor *out = tensor_make(c->arena, x->dtype, shape_make(c->arena, 1, &n));
    Tensor *index = tensor_make(c->arena, c->node->record.outputs[1].dtype, out->shape);
    size_t size = dtype_size(x->dtype);
    for (int64_t i = 0; i < n; i++) {
        memcpy((char *)out->data + (size_t)i * size, (const char *)x->data + (size_t)at[i] * size,
               size);
        tensor_set_i64(index, i, at[i]);
    }
    c->out[0] = out;
    c->out[1] = index;
    return true;
}
