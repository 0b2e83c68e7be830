/* partitioners.c: functions that say in how many shards a variable is made. */
#include <math.h>

#include "tf/tables.h"

/* A partitioner and what it was made with. */
typedef struct Partitioner {
    int64_t shards; /* fixed: how many; others: at most so many, 0 for any number */
    int64_t axis;   /* negative ones count from the end */
    double bytes;   /* of a shard: at most, or at least */
    int64_t text;   /* bytes of an element of text */
} Partitioner;

/* The axis as an index of the shape; false: there is none such. */
static bool find_axis(const Partitioner *p, Run *run, Shape s, int *axis) {
    int64_t at = p->axis < 0 ? p->axis + s.rank : p->axis;
    *axis = (int)at;
    return (at >= 0 && at < s.rank) ||
           raise_error(run, run->exception.IndexError, "list index out of range");
}

/* One shard along each axis, but `shards` along one. */
static Value counts_list(Run *run, Shape s, int axis, int64_t shards) {
    Value *counts = ARENA_ARRAY(run->arena, (size_t)s.rank + 1, Value);
    for (int i = 0; i < s.rank; i++) {
        counts[i] = value_int(i == axis ? shards : 1);
    }
    return list_make(run, (uint32_t)s.rank, counts);
}

static bool known_shape(Tf *tf, Value v, Shape *s) {
    return arg_shape(tf, v, s) &&
           (shape_known(*s) ||
            refuse(tf->run, NULL, "asking a partitioner about a shape that is not fully known"));
}

static double element_bytes(const Partitioner *p, DType dtype) {
    return dtype == DTYPE_STRING ? (double)p->text : (double)dtype_size(dtype);
}

/* ---- fixed_size_partitioner ---- */

/* partitioner(shape, **unused): the number of shards along each axis. */
static bool call_fixed(Run *run, const void *data, const Value *a, Value *result) {
    const Partitioner *p = data;
    Shape s;
    int axis;
    if (!known_shape(tf_of(run), a[0], &s) || !find_axis(p, run, s, &axis)) {
        return false;
    }
    *result = counts_list(run, s, axis, s.dims[axis] < p->shards ? s.dims[axis] : p->shards);
    return true;
}

static bool fixed_size_partitioner(Tf *tf, const Value *a, Value *result) {
    Partitioner *p = ARENA_NEW(tf->run->arena, Partitioner);
    *result = closure_make(tf, "_partitioner", "shape, **unused_args", call_fixed, p);
    return arg_int(tf, a[0], &p->shards) && arg_int_or(tf, a[1], 0, &p->axis);
}

/* ---- variable_axis_size_partitioner ---- */

/* As many shards as are needed for none to be larger than so many bytes. */
static bool call_axis_size(Run *run, const void *data, const Value *a, Value *result) {
    const Partitioner *p = data;
    Shape s;
    DType dtype;
    int axis;
    if (!known_shape(tf_of(run), a[0], &s) || !arg_dtype(tf_of(run), a[1], &dtype) ||
        !find_axis(p, run, s, &axis)) {
        return false;
    }
    if (shape_count(s) == 0) {
        return refuse(run, NULL, "variable_axis_size_partitioner of an empty shape");
    }
    double slice = (double)(shape_count(s) / s.dims[axis]) * element_bytes(p, dtype);
    double slices = fmax(1, floor(p->bytes / slice));
    int64_t shards = (int64_t)ceil((double)s.dims[axis] / slices);
    *result = counts_list(run, s, axis, p->shards && p->shards < shards ? p->shards : shards);
    return true;
}

/* max_shard_bytes, axis, bytes_per_string_element, max_shards */
static bool variable_axis_size_partitioner(Tf *tf, const Value *a, Value *result) {
    Partitioner *p = ARENA_NEW(tf->run->arena, Partitioner);
    *result = closure_make(tf, "_partitioner", "shape, dtype", call_axis_size, p);
    if (!float_of(tf->run, a[0], &p->bytes) || !arg_int_or(tf, a[1], 0, &p->axis) ||
        !arg_int(tf, a[2], &p->text) || !arg_int_or(tf, a[3], 0, &p->shards)) {
        return false;
    }
    if (p->bytes < 1 || p->text < 1) {
        return raise_value_error(tf->run,
                                 "Both max_shard_bytes and bytes_per_string_element must be "
                                 "positive.");
    }
    return p->shards >= 0 || refuse(tf->run, NULL, "a negative max_shards");
}

/* ---- min_max_variable_partitioner ---- */

/* As many shards as there may be without one being smaller than so many bytes. */
static bool call_min_max(Run *run, const void *data, const Value *a, Value *result) {
    const Partitioner *p = data;
    Shape s;
    DType dtype;
    int axis;
    if (!known_shape(tf_of(run), a[0], &s) || !arg_dtype(tf_of(run), a[1], &dtype)) {
        return false;
    }
    if (p->axis >= s.rank) {
        return raise_value_error(
            run, "Cannot partition variable along axis %lld when shape is only %.*s",
            (long long)p->axis, STR_ARG(shape_str(run->arena, s)));
    }
    if (!find_axis(p, run, s, &axis)) {
        return false;
    }
    double most = fmin(fmin((double)s.dims[axis], (double)p->shards),
                       ceil((double)shape_count(s) * element_bytes(p, dtype) / p->bytes));
    *result = counts_list(run, s, axis, (int64_t)fmax(1, most));
    return true;
}

/* max_partitions, axis, min_slice_size, bytes_per_string_element */
static bool min_max_variable_partitioner(Tf *tf, const Value *a, Value *result) {
    Partitioner *p = ARENA_NEW(tf->run->arena, Partitioner);
    *result = closure_make(tf, "_partitioner", "shape, dtype", call_min_max, p);
    if (!arg_int(tf, a[0], &p->shards) || !arg_int_or(tf, a[1], 0, &p->axis) ||
        !float_of(tf->run, a[2], &p->bytes) || !arg_int(tf, a[3], &p->text)) {
        return false;
    }
    return p->bytes > 0 || refuse(tf->run, NULL, "a min_slice_size that is not positive");
}

const ApiRow partitioners_rows[] = {
    FUNCTION("fixed_size_partitioner", "num_shards, axis=0", fixed_size_partitioner),
    FUNCTION("variable_axis_size_partitioner",
             "max_shard_bytes, axis=0, bytes_per_string_element=16, max_shards=None",
             variable_axis_size_partitioner),
    FUNCTION("min_max_variable_partitioner",
             "max_partitions=1, axis=0, min_slice_size=262144, bytes_per_string_element=16",
             min_max_variable_partitioner),
    API_END,
};
