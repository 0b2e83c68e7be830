#include "tensor/kernel_util.h"

#include <string.h>

/* ---- lanes ---- */

Lane lane_of(DType t) {
    switch (dtype_class(t)) {
    case DTYPE_CLASS_FLOAT: return t == DTYPE_FLOAT64 ? LANE_F64 : LANE_F32;
    case DTYPE_CLASS_BOOL:
    case DTYPE_CLASS_INT: return LANE_I64;
    case DTYPE_CLASS_UINT: return t == DTYPE_UINT64 ? LANE_U64 : LANE_I64;
    case DTYPE_CLASS_COMPLEX: return LANE_COMPLEX;
    case DTYPE_CLASS_NONE:
    case DTYPE_CLASS_STRING: break;
    }
    return LANE_NONE;
}

size_t lane_size(Lane lane) {
    switch (lane) {
    case LANE_F32: return sizeof(float);
    case LANE_F64:
    case LANE_I64:
    case LANE_U64: return sizeof(int64_t);
    case LANE_COMPLEX: return sizeof(double complex);
    case LANE_NONE: break;
    }
    return 0;
}

static void load_f32(const Tensor *t, int64_t offset, int64_t stride, int64_t n, float *to) {
    if (t->dtype == DTYPE_FLOAT16) {
        const uint16_t *from = (const uint16_t *)t->data + offset;
        for (int64_t k = 0; k < n; k++) {
            to[k] = half_to(from[k * stride]);
        }
        return;
    }
    if (t->dtype == DTYPE_BFLOAT16) {
        const uint16_t *from = (const uint16_t *)t->data + offset;
        for (int64_t k = 0; k < n; k++) {
            to[k] = bfloat_to(from[k * stride]);
        }
        return;
    }
    const float *from = (const float *)t->data + offset;
    for (int64_t k = 0; k < n; k++) {
        to[k] = from[k * stride];
    }
}

static void load_i64(const Tensor *t, int64_t offset, int64_t stride, int64_t n, int64_t *to) {
    if (t->dtype == DTYPE_INT32) {
        const int32_t *from = (const int32_t *)t->data + offset;
        for (int64_t k = 0; k < n; k++) {
            to[k] = from[k * stride];
        }
        return;
    }
    for (int64_t k = 0; k < n; k++) {
        to[k] = tensor_i64(t, offset + k * stride);
    }
}

static void load_complex(const Tensor *t, int64_t offset, int64_t stride, int64_t n,
                         double complex *to) {
    bool narrow = t->dtype == DTYPE_COMPLEX64;
    for (int64_t k = 0; k < n; k++) {
        int64_t i = offset + k * stride;
        to[k] = narrow ? ((const float complex *)t->data)[i] : ((const double complex *)t->data)[i];
    }
}

void lane_load(const Tensor *t, int64_t offset, int64_t stride, int64_t n, void *to) {
    switch (lane_of(t->dtype)) {
    case LANE_F32: load_f32(t, offset, stride, n, to); return;
    case LANE_F64:
        for (int64_t k = 0; k < n; k++) {
            ((double *)to)[k] = ((const double *)t->data)[offset + k * stride];
        }
        return;
    case LANE_I64:
    case LANE_U64: load_i64(t, offset, stride, n, to); return;
    case LANE_COMPLEX: load_complex(t, offset, stride, n, to); return;
    case LANE_NONE: return;
    }
}

static void store_f32(Tensor *t, int64_t offset, int64_t n, const float *from) {
    if (t->dtype == DTYPE_FLOAT32) {
        memcpy((float *)t->data + offset, from, (size_t)n * sizeof *from);
        return;
    }
    for (int64_t k = 0; k < n; k++) {
        ((uint16_t *)t->data)[offset + k] =
            t->dtype == DTYPE_BFLOAT16 ? bfloat_of(from[k]) : half_of(from[k]);
    }
}

static void store_complex(Tensor *t, int64_t offset, int64_t n, const double complex *from) {
    for (int64_t k = 0; k < n; k++) {
        if (t->dtype == DTYPE_COMPLEX64) {
            ((float complex *)t->data)[offset + k] = (float complex)from[k];
        } else {
            ((double complex *)t->data)[offset + k] = from[k];
        }
    }
}

void lane_store(Tensor *t, int64_t offset, int64_t n, const void *from) {
    switch (lane_of(t->dtype)) {
    case LANE_F32: store_f32(t, offset, n, from); return;
    case LANE_F64: memcpy((double *)t->data + offset, from, (size_t)n * sizeof(double)); return;
    case LANE_I64:
    case LANE_U64:
        for (int64_t k = 0; k < n; k++) {
            tensor_set_i64(t, offset + k, ((const int64_t *)from)[k]);
        }
        return;
    case LANE_COMPLEX: store_complex(t, offset, n, from); return;
    case LANE_NONE: return;
    }
}

const void *lane_array(Arena *a, const Tensor *t) {
    size_t size = lane_size(lane_of(t->dtype));
    if (size == dtype_size(t->dtype)) {
        return t->data;
    }
    void *array = arena_array(a, (size_t)t->count, size);
    lane_load(t, 0, 1, t->count, array);
    return array;
}

int row_piece(int64_t left) {
    return left < ROW_MAX ? (int)left : ROW_MAX;
}

#define LEAF 1024 /* packets that Eigen adds one after the other */

float lane_sum_f32(const float *x, int64_t n) {
    float lane[8] = {0};
    float rest = 0;
    int64_t whole = n / 8 * 8;
    if (n > 8 * LEAF) {
        int64_t half = (n / 2 + 7) / 8 * 8;
        return lane_sum_f32(x, half) + lane_sum_f32(x + half, n - half);
    }
    for (int64_t i = 0; i < whole; i++) {
        lane[i % 8] += x[i];
    }
    for (int64_t i = whole; i < n; i++) {
        rest += x[i];
    }
    for (int i = 0; i < 4; i++) {
        lane[i] += lane[i + 4];
    }
    return rest + ((lane[0] + lane[2]) + (lane[1] + lane[3]));
}

double lane_sum_f64(const double *x, int64_t n) {
    double lane[4] = {0};
    double rest = 0;
    int64_t whole = n / 4 * 4;
    if (n > 4 * LEAF) {
        int64_t half = (n / 2 + 3) / 4 * 4;
        return lane_sum_f64(x, half) + lane_sum_f64(x + half, n - half);
    }
    for (int64_t i = 0; i < whole; i++) {
        lane[i % 4] += x[i];
    }
    for (int64_t i = whole; i < n; i++) {
        rest += x[i];
    }
    return rest + ((lane[0] + lane[2]) + (lane[1] + lane[3]));
}

/* ---- walking ---- */

RowWalk rows_make(Arena *a, Shape shape, const int64_t *strides0, const int64_t *strides1) {
    RowWalk w = {.shape = shape, .strides = {strides0, strides1}};
    int64_t count = shape_count(shape);
    w.at = ARENA_ARRAY(a, (size_t)shape.rank, int64_t);
    w.row = shape.rank > 0 ? shape.dims[shape.rank - 1] : 1;
    w.rows = count > 0 ? count / w.row : 0;
    return w;
}

static void move_along(RowWalk *w, int dim, int64_t by) {
    for (int k = 0; k < 2; k++) {
        if (w->strides[k]) {
            w->offset[k] += by * w->strides[k][dim];
        }
    }
}

void rows_next(RowWalk *w) {
    for (int i = w->shape.rank - 2; i >= 0; i--) {
        if (++w->at[i] < w->shape.dims[i]) {
            move_along(w, i, 1);
            return;
        }
        move_along(w, i, 1 - w->shape.dims[i]);
        w->at[i] = 0;
    }
}

int64_t rows_step(const RowWalk *w, int operand) {
    return w->shape.rank > 0 ? w->strides[operand][w->shape.rank - 1] : 1;
}

/* Of a shape without elements the strides do not matter; they are kept from overflowing. */
int64_t *row_strides(Arena *a, Shape s) {
    int64_t *strides = ARENA_ARRAY(a, (size_t)s.rank, int64_t);
    int64_t stride = 1;
    for (int i = s.rank - 1; i >= 0; i--) {
        strides[i] = stride;
        stride = mul_sizes(stride, s.dims[i]);
    }
    return strides;
}

int64_t *broadcast_strides(Arena *a, Shape s, Shape to) {
    int64_t *strides = ARENA_ARRAY(a, (size_t)to.rank, int64_t);
    int64_t *own = row_strides(a, s);
    int missing = to.rank - s.rank;
    for (int i = 0; i < s.rank; i++) {
        strides[missing + i] = s.dims[i] == 1 ? 0 : own[i];
    }
    return strides;
}

void copy_elements(Tensor *to, int64_t i, const Tensor *from, int64_t j, int64_t n) {
    size_t size = dtype_size(to->dtype);
    if (n > 0) {
        memcpy((char *)to->data + (size_t)i * size, (const char *)from->data + (size_t)j * size,
               (size_t)n * size);
    }
}

Tensor *view_copy(Arena *a, const Tensor *x, Shape shape, int64_t base, const int64_t *strides) {
    Tensor *out = tensor_make(a, x->dtype, shape);
    RowWalk w = rows_make(a, out->shape, strides, NULL);
    int64_t step = rows_step(&w, 0);
    for (int64_t r = 0; r < w.rows; r++, rows_next(&w)) {
        int64_t from = base + w.offset[0];
        if (step == 1) {
            copy_elements(out, r * w.row, x, from, w.row);
            continue;
        }
        for (int64_t k = 0; k < w.row; k++) {
            copy_elements(out, r * w.row + k, x, from + k * step, 1);
        }
    }
    return out;
}

/* ---- sizes, axes, errors ---- */

int64_t add_sizes(int64_t x, int64_t y) {
    return x > INT64_MAX - y ? INT64_MAX : x + y;
}

int64_t mul_sizes(int64_t x, int64_t y) {
    return y != 0 && x > INT64_MAX / y ? INT64_MAX : x * y;
}

int64_t dims_product(const int64_t *dims, int from, int to) {
    int64_t product = 1;
    for (int i = from; i < to; i++) {
        product = mul_sizes(product, dims[i]);
    }
    return product;
}

int64_t *dims_copy(Arena *a, Shape s, int more) {
    int64_t *dims = ARENA_ARRAY(a, (size_t)s.rank + (size_t)more, int64_t);
    if (s.rank > 0) {
        memcpy(dims, s.dims, (size_t)s.rank * sizeof *dims);
    }
    return dims;
}

bool axis_of(int64_t axis, int rank, int64_t *out) {
    if (axis < -(int64_t)rank || axis >= rank) {
        return false;
    }
    *out = axis < 0 ? axis + rank : axis;
    return true;
}

Tensor *kernel_refuse(Str *error, Str message) {
    *error = message;
    return NULL;
}

Tensor *kernel_refuse_dtype(Arena *a, Str *error, DType t) {
    return kernel_refuse(error, str_printf(a, "No kernel is registered for %s", dtype_cpp_name(t)));
}

const char *kernel_shape(Arena *a, const Tensor *t) {
    return str_dup(a, shape_cpp_str(a, t->shape)).at;
}
