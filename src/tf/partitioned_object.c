/* partitioned_object.c: a variable made of shards (section 3.8). */
#include "tf/build.h"

static Partitioned *partitioned_in(Value v) {
    return ((PartitionedObject *)v.as.object)->partitioned;
}

static Value parts_list(Tf *tf, const Partitioned *p) {
    Value *items = ARENA_ARRAY(tf->run->arena, p->nparts + 1, Value);
    for (uint32_t i = 0; i < p->nparts; i++) {
        items[i] = tf_variable(tf, p->parts[i]);
    }
    return list_make(tf->run, p->nparts, items);
}

static bool partitioned_iter(Run *run, Value self, Value *result) {
    return value_iter(run, parts_list(tf_of(run), partitioned_in(self)), result);
}

static bool partitioned_length(Run *run, Value self, int64_t *result) {
    (void)run;
    *result = partitioned_in(self)->nparts;
    return true;
}

static bool get_name(Run *run, const Value *a, Value *result) {
    *result = str_of_name(run, partitioned_in(a[0])->name);
    return true;
}

static bool get_dtype(Run *run, const Value *a, Value *result) {
    *result = tf_dtype(tf_of(run), partitioned_in(a[0])->dtype, false);
    return true;
}

static bool get_shape(Run *run, const Value *a, Value *result) {
    *result = tf_shape(tf_of(run), partitioned_in(a[0])->shape);
    return true;
}

static bool partitioned_get_shape(Tf *tf, const Value *a, Value *result) {
    return get_shape(tf->run, a, result);
}

static bool as_tensor(Tf *tf, const Value *a, Value *result) {
    Output *o = NULL;
    return partitioned_as_tensor(tf->engine, partitioned_in(a[0]), &o) &&
           give_tensor(tf, o, result);
}

/* Not even TensorFlow can. */
static bool assign(Tf *tf, const Value *a, Value *result) {
    (void)a;
    (void)result;
    return raise_error(tf->run, tf->run->exception.NotImplementedError,
                       "assign() has not been implemented for PartitionedVariable.");
}

static bool variable_list(Tf *tf, const Value *a, Value *result) {
    *result = parts_list(tf, partitioned_in(a[0]));
    return true;
}

static bool partitions(Tf *tf, const Value *a, Value *result) {
    const Partitioned *p = partitioned_in(a[0]);
    *result = list_make(tf->run, 0, NULL);
    for (int i = 0; i < p->shape.rank; i++) {
        list_append(tf->run, *result, value_int(p->partitions[i]));
    }
    return true;
}

/* ---- what an initializer learns about its shard ---- */

static bool get_full_shape(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = ((PartitionInfoObject *)a[0].as.object)->full_shape;
    return true;
}

static bool get_var_offset(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = ((PartitionInfoObject *)a[0].as.object)->var_offset;
    return true;
}

void partitioned_object_install(Tf *tf) {
    static const GetterRow getters[] = {
        {"name", get_name, 0, LATEST},
        {"dtype", get_dtype, 0, LATEST},
        {"shape", get_shape, 4, LATEST},
        {NULL, NULL, 0, 0},
    };
    static const ApiRow methods[] = {
        FUNCTION("get_shape", "self", partitioned_get_shape),
        FUNCTION("as_tensor", "self", as_tensor),
        FUNCTION("assign", "self, value, use_locking=False", assign),
        FUNCTION("_get_variable_list", "self", variable_list),
        FUNCTION("_get_partitions", "self", partitions),
        API_END,
    };
    static const GetterRow info_getters[] = {
        {"full_shape", get_full_shape, 0, LATEST},
        {"var_offset", get_var_offset, 0, LATEST},
        {NULL, NULL, 0, 0},
    };
    Type *t = tf->types[CLASS_PARTITIONED];
    class_add_getters(tf, CLASS_PARTITION_INFO, info_getters);
    class_add_getters(tf, CLASS_PARTITIONED, getters);
    class_add_methods(tf, CLASS_PARTITIONED, methods);
    t->iter = partitioned_iter;
    t->length = partitioned_length;
}
