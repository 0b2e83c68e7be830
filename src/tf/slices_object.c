/* slices_object.c: tf.IndexedSlices: some rows of a tensor, as the scatter methods of variables
 * take them. */
#include "tf/state.h"

static const SlicesObject *slices_in(Value v) {
    return (const SlicesObject *)v.as.object;
}

static bool make_slices(Tf *tf, const Value *a, Value *result) {
    SlicesObject *o = class_object(tf, CLASS_INDEXED_SLICES, sizeof *o);
    o->values = a[1];
    o->indices = a[2];
    o->dense_shape = a[3];
    *result = value_object(o);
    return true;
}

static bool get_values(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = slices_in(a[0])->values;
    return true;
}

static bool get_indices(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = slices_in(a[0])->indices;
    return true;
}

static bool get_dense_shape(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = slices_in(a[0])->dense_shape;
    return true;
}

/* Like most of it, its dtype is that of the values. */
static bool get_dtype(Run *run, const Value *a, Value *result) {
    return value_get_attr(run, slices_in(a[0])->values, name_z(run->names, "dtype"), result);
}

static bool slices_str(Run *run, Value self, Value *result) {
    const SlicesObject *s = slices_in(self);
    Str indices, values, shape = STR("");
    if (!value_str(run, s->indices, &indices) || !value_str(run, s->values, &values) ||
        (!is_none(s->dense_shape) && !value_str(run, s->dense_shape, &shape)))
        return false;
    *result = str_format(run, "IndexedSlices(indices=%.*s, values=%.*s%s%.*s)", STR_ARG(indices),
                         STR_ARG(values), shape.len ? ", dense_shape=" : "", STR_ARG(shape));
    return true;
}

void slices_object_install(Tf *tf) {
    static const GetterRow getters[] = {
        {"values", get_values, 0, LATEST},
        {"indices", get_indices, 0, LATEST},
        {"dense_shape", get_dense_shape, 0, LATEST},
        {"dtype", get_dtype, 0, LATEST},
        {NULL, NULL, 0, 0},
    };
    class_constructor(tf, CLASS_INDEXED_SLICES, make_slices, NULL);
    class_add_getters(tf, CLASS_INDEXED_SLICES, getters);
    tf->types[CLASS_INDEXED_SLICES]->str = slices_str;
}
