#include "tensor/shape.h"

#include <string.h>

Shape shape_unknown(void) {
    return (Shape){SHAPE_UNKNOWN_RANK, NULL};
}

Shape shape_scalar(void) {
    return (Shape){0, NULL};
}

Shape shape_make(Arena *a, int rank, const int64_t *dims) {
    if (rank <= 0) {
        return rank == 0 ? shape_scalar() : shape_unknown();
    }
    return (Shape){rank, arena_copy(a, dims, (size_t)rank * sizeof *dims)};
}

bool shape_known(Shape s) {
    for (int i = 0; i < s.rank; i++) {
        if (s.dims[i] < 0) {
            return false;
        }
    }
    return s.rank >= 0;
}

/* A zero dim makes the count 0 however large the others are. */
int64_t shape_count(Shape s) {
    int64_t count = 1;
    bool overflow = false;
    if (!shape_known(s)) {
        return -1;
    }
    for (int i = 0; i < s.rank; i++) {
        if (s.dims[i] == 0) {
            return 0;
        }
        if (count > INT64_MAX / s.dims[i]) {
            overflow = true;
        } else {
            count *= s.dims[i];
        }
    }
    return overflow ? -1 : count;
}

bool shape_eq(Shape a, Shape b) {
    if (a.rank != b.rank) {
        return false;
    }
    for (int i = 0; i < a.rank; i++) {
        if (a.dims[i] != b.dims[i]) {
            return false;
        }
    }
    return true;
}

bool shape_compatible(Shape a, Shape b) {
    if (a.rank < 0 || b.rank < 0) {
        return true;
    }
    if (a.rank != b.rank) {
        return false;
    }
    for (int i = 0; i < a.rank; i++) {
        if (a.dims[i] >= 0 && b.dims[i] >= 0 && a.dims[i] != b.dims[i]) {
            return false;
        }
    }
    return true;
}

bool shape_merge(Arena *a, Shape x, Shape y, Shape *out) {
    if (!shape_compatible(x, y)) {
        return false;
    }
    if (x.rank <= 0 || y.rank < 0) {
        *out = x.rank < 0 ? y : x;
        return true;
    }
    int64_t *dims = ARENA_ARRAY(a, (size_t)x.rank, int64_t);
    for (int i = 0; i < x.rank; i++) {
        dims[i] = x.dims[i] >= 0 ? x.dims[i] : y.dims[i];
    }
    *out = (Shape){x.rank, dims};
    return true;
}

/* Dim i counted from the last one; 1 when the shape has no such dim. */
static int64_t dim_from_end(Shape s, int i) {
    return i < s.rank ? s.dims[s.rank - 1 - i] : 1;
}

/* One dim of a broadcast. TensorFlow takes a known dim above 1 over an unknown one, because
 * the unknown one can only be 1 or the same; 0 and unknown remain unknown. */
static bool broadcast_dim(int64_t x, int64_t y, int64_t *out) {
    if (x == 1 || x == y) {
        *out = y;
    } else if (y == 1) {
        *out = x;
    } else if (x < 0 || y < 0) {
        *out = x > 1 ? x : y > 1 ? y : DIM_UNKNOWN;
    } else {
        return false;
    }
    return true;
}

bool shape_broadcast(Arena *a, Shape x, Shape y, Shape *out) {
    if (x.rank < 0 || y.rank < 0) {
        *out = shape_unknown();
        return true;
    }
    int rank = x.rank > y.rank ? x.rank : y.rank;
    int64_t *dims = ARENA_ARRAY(a, (size_t)rank, int64_t);
    for (int i = 0; i < rank; i++) {
        if (!broadcast_dim(dim_from_end(x, i), dim_from_end(y, i), &dims[rank - 1 - i])) {
            return false;
        }
    }
    *out = (Shape){rank, dims};
    return true;
}

Shape shape_concat(Arena *a, Shape x, Shape y) {
    if (x.rank < 0 || y.rank < 0) {
        return shape_unknown();
    }
    if (x.rank == 0 || y.rank == 0) {
        return x.rank == 0 ? y : x;
    }
    int64_t *dims = ARENA_ARRAY(a, (size_t)x.rank + (size_t)y.rank, int64_t);
    memcpy(dims, x.dims, (size_t)x.rank * sizeof *dims);
    memcpy(dims + x.rank, y.dims, (size_t)y.rank * sizeof *dims);
    return (Shape){x.rank + y.rank, dims};
}

/* The range is clipped to the shape. */
Shape shape_slice(Arena *a, Shape s, int from, int to) {
    if (s.rank < 0) {
        return s;
    }
    if (from < 0) {
        from = 0;
    }
    if (to > s.rank) {
        to = s.rank;
    }
    return from < to ? shape_make(a, to - from, s.dims + from) : shape_scalar();
}

static void put_dims(Sink *out, Shape s, const char *separator) {
    for (int i = 0; i < s.rank; i++) {
        if (i > 0) {
            sink_z(out, separator);
        }
        if (s.dims[i] < 0) {
            sink_char(out, '?');
        } else {
            sink_printf(out, "%lld", (long long)s.dims[i]);
        }
    }
}

void shape_put(Sink *out, Shape s) {
    if (s.rank < 0) {
        sink_z(out, "<unknown>");
        return;
    }
    sink_char(out, '(');
    put_dims(out, s, ", ");
    sink_z(out, s.rank == 1 ? ",)" : ")");
}

Str shape_str(Arena *a, Shape s) {
    Sink out = sink_memory(a);
    shape_put(&out, s);
    return sink_str(&out);
}

Str shape_cpp_str(Arena *a, Shape s) {
    if (s.rank < 0) {
        return STR("<unknown>");
    }
    Sink out = sink_memory(a);
    sink_char(&out, '[');
    put_dims(&out, s, ",");
    sink_char(&out, ']');
    return sink_str(&out);
}
