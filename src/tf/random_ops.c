/* random_ops.c: tf.random_uniform and its kin. */
#include "tf/build.h"
#include "tf/tables.h"

/* An empty list means a scalar, of dtype int32. */
static Operand shape_operand(Tf *tf, Value v) {
    if (is_sequence(tf->run, v) && sequence_count(v) == 0) {
        return operand_ints(tf, 0, NULL);
    }
    return operand(tf, v);
}

static bool random_uniform(Tf *tf, const Value *a, Value *result) {
    DType dtype;
    bool has_seed;
    int64_t seed;
    Str name;
    Output *o = NULL;
    if (!arg_dtype_or(tf, a[3], DTYPE_FLOAT32, &dtype) || !arg_seed(tf, a[4], &has_seed, &seed) ||
        !arg_name(tf, a[5], &name)) {
        return false;
    }
    bool integer = dtype_class(dtype) == DTYPE_CLASS_INT;
    if (!given(a[2]) && integer) {
        return raise_value_error(tf->run, "Must specify maxval for integer dtype %s",
                                 str_printf(tf->run->arena, "tf.%s", dtype_name(dtype)).at);
    }
    Operand high = given(a[2]) ? operand(tf, a[2]) : operand_host(value_int(1));
    return random_uniform_build(tf->engine, shape_operand(tf, a[0]), operand(tf, a[1]), high, dtype,
                                has_seed, seed, name, &o) &&
           give_tensor(tf, o, result);
}

/* shape, mean, stddev, dtype, seed, name */
static bool normal(Tf *tf, bool truncated, const Value *a, Value *result) {
    DType dtype;
    bool has_seed;
    int64_t seed;
    Str name;
    Output *o = NULL;
    return arg_dtype_or(tf, a[3], DTYPE_FLOAT32, &dtype) && arg_seed(tf, a[4], &has_seed, &seed) &&
           arg_name(tf, a[5], &name) &&
           random_normal_build(tf->engine, shape_operand(tf, a[0]), operand(tf, a[1]),
                               operand(tf, a[2]), dtype, has_seed, seed, name, truncated, &o) &&
           give_tensor(tf, o, result);
}

static bool random_normal(Tf *tf, const Value *a, Value *result) {
    return normal(tf, false, a, result);
}

static bool truncated_normal(Tf *tf, const Value *a, Value *result) {
    return normal(tf, true, a, result);
}

static bool random_shuffle(Tf *tf, const Value *a, Value *result) {
    bool has_seed;
    int64_t seed, pair[2];
    Str name;
    if (!arg_seed(tf, a[1], &has_seed, &seed) || !arg_name(tf, a[2], &name)) {
        return false;
    }
    engine_seeds(tf->engine, has_seed, seed, pair);
    Attr attrs[] = {attr_int("seed", pair[0]), attr_int("seed2", pair[1])};
    Operand in = operand(tf, a[0]);
    return give_tensor(tf, build(tf, "RandomShuffle", name, 1, &in, 2, attrs), result);
}

#define UNIFORM "shape, minval=0, maxval=None, dtype=None, seed=None, name=None"
#define NORMAL "shape, mean=0.0, stddev=1.0, dtype=None, seed=None, name=None"

const ApiRow random_ops_rows[] = {
    FUNCTION("random_uniform", UNIFORM, random_uniform),
    FUNCTION_IN("random.uniform", 12, LATEST, UNIFORM, random_uniform),
    FUNCTION("random_normal", NORMAL, random_normal),
    FUNCTION_IN("random.normal", 12, LATEST, NORMAL, random_normal),
    FUNCTION("truncated_normal", NORMAL, truncated_normal),
    FUNCTION_IN("random.truncated_normal", 12, LATEST, NORMAL, truncated_normal),
    FUNCTION("random_shuffle", "value, seed=None, name=None", random_shuffle),
    FUNCTION_IN("random.shuffle", 12, LATEST, "value, seed=None, name=None", random_shuffle),
    API_END,
};
