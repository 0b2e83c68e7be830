/* partitioners.c: functions that say in how many shards a variable is made. */
#include "tf/tables.h"

typedef struct FixedSize {
    int64_t shards;
    int64_t axis;
} FixedSize;

/* partitioner(shape, **unused): the number of shards along each axis. */
static bool call_fixed(Run *run, const void *data, const Value *a, Value *result) {
    const FixedSize *f = data;
    Shape s;
    if (!arg_shape(tf_of(run), a[0], &s)) {
        return false;
    }
    Value *counts = ARENA_ARRAY(run->arena, (size_t)(s.rank < 0 ? 0 : s.rank) + 1, Value);
    for (int i = 0; i < s.rank; i++) {
        int64_t most = s.dims[i] < f->shards ? s.dims[i] : f->shards;
        counts[i] = value_int(i == f->axis ? most : 1);
    }
    *result = list_make(run, (uint32_t)(s.rank < 0 ? 0 : s.rank), counts);
    return true;
}

static bool fixed_size_partitioner(Tf *tf, const Value *a, Value *result) {
    FixedSize *f = ARENA_NEW(tf->run->arena, FixedSize);
    *result = closure_make(tf, "_partitioner", "shape, **unused_args", call_fixed, f);
    return arg_int(tf, a[0], &f->shards) && arg_int_or(tf, a[1], 0, &f->axis);
}

const ApiRow partitioners_rows[] = {
    FUNCTION("fixed_size_partitioner", "num_shards, axis=0", fixed_size_partitioner),
    API_END,
};
