/* shape_object.c: tf.TensorShape. */
#include "tf/build.h"

static Shape shape_in(Value v) {
    return ((ShapeObject *)v.as.object)->shape;
}

static bool unknown_rank(Shape s) {
    return s.rank == SHAPE_UNKNOWN_RANK;
}

static Value dim_or_none(int64_t dim) {
    return dim == DIM_UNKNOWN ? value_none() : value_int(dim);
}

/* ---- texts ---- */

static bool shape_to_str(Run *run, Value self, Value *result) {
    *result = str_make(run, shape_str(run->arena, shape_in(self)));
    return true;
}

static void put_repr(Sink *out, Shape s) {
    if (unknown_rank(s)) {
        sink_z(out, "TensorShape(None)");
        return;
    }
    sink_z(out, "TensorShape([");
    for (int i = 0; i < s.rank; i++) {
        sink_z(out, i ? ", Dimension(" : "Dimension(");
        if (s.dims[i] == DIM_UNKNOWN) {
            sink_z(out, "None)");
        } else {
            sink_printf(out, "%lld)", (long long)s.dims[i]);
        }
    }
    sink_z(out, "])");
}

static bool shape_repr(Run *run, Value self, Value *result) {
    Sink out = sink_memory(run->arena);
    put_repr(&out, shape_in(self));
    *result = str_make(run, sink_str(&out));
    return true;
}

static void shape_show(Sink *out, const Object *o, Moment m, int depth) {
    (void)m;
    (void)depth;
    put_repr(out, ((const ShapeObject *)o)->shape);
}

/* ---- as a sequence ---- */

static bool shape_length(Run *run, Value self, int64_t *result) {
    Shape s = shape_in(self);
    if (unknown_rank(s)) {
        return raise_value_error(run, "Cannot take the length of Shape with unknown rank.");
    }
    *result = s.rank;
    return true;
}

static bool shape_truth(Run *run, Value self, bool *result) {
    (void)run;
    *result = !unknown_rank(shape_in(self));
    return true;
}

static Value dims_list(Tf *tf, Shape s) {
    Value *items = ARENA_ARRAY(tf->run->arena, (size_t)s.rank + 1, Value);
    for (int i = 0; i < s.rank; i++) {
        items[i] = tf_dimension(tf, s.dims[i]);
    }
    return list_make(tf->run, (uint32_t)s.rank, items);
}

static bool shape_iter(Run *run, Value self, Value *result) {
    if (unknown_rank(shape_in(self))) {
        return raise_value_error(run, "Cannot iterate over a shape with unknown rank.");
    }
    return value_iter(run, dims_list(tf_of(run), shape_in(self)), result);
}

static bool shape_get_item(Run *run, Value self, Value key, Value *result) {
    Tf *tf = tf_of(run);
    Shape s = shape_in(self);
    bool slice = is_exactly(key, run->type.slice);
    if (unknown_rank(s)) {
        *result = slice ? tf_shape(tf, s) : tf_dimension(tf, DIM_UNKNOWN);
        return true;
    }
    Value items;
    if (!value_get_item(run, dims_list(tf, s), key, &items)) {
        return false;
    }
    Shape part;
    if (!slice) {
        *result = items;
        return true;
    }
    if (!arg_shape(tf, items, &part)) {
        return false;
    }
    *result = tf_shape(tf, part);
    return true;
}

/* Unknown dimensions are equal to nothing, not even to each other. */
static bool equal_shapes(Value self, Value other, Shape a, Shape b) {
    if (self.as.object == other.as.object || (unknown_rank(a) && unknown_rank(b))) {
        return true;
    }
    return shape_known(a) && shape_known(b) && shape_eq(a, b);
}

static bool shape_compare(Run *run, CompareOperator op, Value self, Value other, Value *result) {
    Shape s;
    bool equality = op == COMPARE_OPERATOR_EQUAL || op == COMPARE_OPERATOR_NOT_EQUAL;
    *result = run->not_implemented;
    if (!equality) {
        return true;
    }
    if (!arg_shape(tf_of(run), other, &s)) {
        if (error_is(run, run->exception.TypeError) || error_is(run, run->exception.ValueError)) {
            error_take(run);
            return true;
        }
        return false;
    }
    bool equal = equal_shapes(self, other, shape_in(self), s);
    *result = value_bool(equal == (op == COMPARE_OPERATOR_EQUAL));
    return true;
}

static bool shape_hash(Run *run, Value self, int64_t *result) {
    Shape s = shape_in(self);
    (void)run;
    *result = s.rank + 17;
    for (int i = 0; i < s.rank; i++) {
        *result = *result * 31 + s.dims[i];
    }
    return true;
}

/* ---- attributes and methods ---- */

static bool get_ndims(Run *run, const Value *a, Value *result) {
    (void)run;
    Shape s = shape_in(a[0]);
    *result = unknown_rank(s) ? value_none() : value_int(s.rank);
    return true;
}

static bool get_dims(Run *run, const Value *a, Value *result) {
    Shape s = shape_in(a[0]);
    *result = unknown_rank(s) ? value_none() : dims_list(tf_of(run), s);
    return true;
}

static bool shape_as_list(Tf *tf, const Value *a, Value *result) {
    Shape s = shape_in(a[0]);
    if (unknown_rank(s)) {
        return raise_value_error(tf->run, "as_list() is not defined on an unknown TensorShape.");
    }
    Value *items = ARENA_ARRAY(tf->run->arena, (size_t)s.rank + 1, Value);
    for (int i = 0; i < s.rank; i++) {
        items[i] = dim_or_none(s.dims[i]);
    }
    *result = list_make(tf->run, (uint32_t)s.rank, items);
    return true;
}

static bool shape_num_elements(Tf *tf, const Value *a, Value *result) {
    (void)tf;
    int64_t count = shape_known(shape_in(a[0])) ? shape_count(shape_in(a[0])) : -1;
    *result = count < 0 ? value_none() : value_int(count);
    return true;
}

static bool shape_is_fully_defined(Tf *tf, const Value *a, Value *result) {
    (void)tf;
    *result = value_bool(shape_known(shape_in(a[0])));
    return true;
}

static bool incompatible(Tf *tf, Shape a, Shape b, const char *are) {
    Arena *arena = tf->run->arena;
    return raise_value_error(tf->run, "Shapes %.*s and %.*s are %s", STR_ARG(shape_str(arena, a)),
                             STR_ARG(shape_str(arena, b)), are);
}

static bool shape_merge_with(Tf *tf, const Value *a, Value *result) {
    Shape other, merged;
    if (!arg_shape(tf, a[1], &other)) {
        return false;
    }
    if (!shape_merge(tf->run->arena, shape_in(a[0]), other, &merged)) {
        return incompatible(tf, shape_in(a[0]), other, "not compatible");
    }
    *result = tf_shape(tf, merged);
    return true;
}

static bool shape_concatenate(Tf *tf, const Value *a, Value *result) {
    Shape other;
    if (!arg_shape(tf, a[1], &other)) {
        return false;
    }
    *result = tf_shape(tf, shape_concat(tf->run->arena, shape_in(a[0]), other));
    return true;
}

static bool shape_is_compatible(Tf *tf, const Value *a, Value *result) {
    Shape other;
    if (!arg_shape(tf, a[1], &other)) {
        return false;
    }
    *result = value_bool(shape_compatible(shape_in(a[0]), other));
    return true;
}

static bool shape_assert_compatible(Tf *tf, const Value *a, Value *result) {
    Shape other;
    *result = value_none();
    return arg_shape(tf, a[1], &other) && (shape_compatible(shape_in(a[0]), other) ||
                                           incompatible(tf, shape_in(a[0]), other, "incompatible"));
}

static bool shape_with_rank(Tf *tf, const Value *a, Value *result) {
    int64_t rank;
    Shape s = shape_in(a[0]);
    if (!arg_int(tf, a[1], &rank)) {
        return false;
    }
    if (unknown_rank(s)) {
        int64_t *dims = ARENA_ARRAY(tf->run->arena, (size_t)rank + 1, int64_t);
        for (int64_t i = 0; i < rank; i++) {
            dims[i] = DIM_UNKNOWN;
        }
        s = shape_make(tf->run->arena, (int)rank, dims);
    }
    if (s.rank != rank) {
        return raise_value_error(tf->run, "Shape %.*s must have rank %lld",
                                 STR_ARG(shape_str(tf->run->arena, s)), (long long)rank);
    }
    *result = tf_shape(tf, s);
    return true;
}

static bool rank_bound(Tf *tf, const Value *a, bool least, Value *result) {
    int64_t rank;
    Shape s = shape_in(a[0]);
    if (!arg_int(tf, a[1], &rank)) {
        return false;
    }
    *result = a[0];
    if (unknown_rank(s) || (least ? s.rank >= rank : s.rank <= rank)) {
        return true;
    }
    return raise_value_error(tf->run, "Shape %.*s must have rank at %s %lld",
                             STR_ARG(shape_str(tf->run->arena, s)), least ? "least" : "most",
                             (long long)rank);
}

static bool shape_at_least(Tf *tf, const Value *a, Value *result) {
    return rank_bound(tf, a, true, result);
}

static bool shape_at_most(Tf *tf, const Value *a, Value *result) {
    return rank_bound(tf, a, false, result);
}

static bool shape_assert_defined(Tf *tf, const Value *a, Value *result) {
    *result = value_none();
    return shape_known(shape_in(a[0])) ||
           raise_value_error(tf->run, "Shape %.*s is not fully defined",
                             STR_ARG(shape_str(tf->run->arena, shape_in(a[0]))));
}

static bool make_shape(Tf *tf, const Value *a, Value *result) {
    Shape s;
    if (!arg_shape(tf, a[1], &s)) {
        return false;
    }
    *result = tf_shape(tf, s);
    return true;
}

void shape_object_install(Tf *tf) {
    static const GetterRow getters[] = {
        {"ndims", get_ndims, 0, LATEST},
        {"rank", get_ndims, 12, LATEST},
        {"dims", get_dims, 0, LATEST},
        {NULL, NULL, 0, 0},
    };
    static const ApiRow methods[] = {
        FUNCTION("as_list", "self", shape_as_list),
        FUNCTION("num_elements", "self", shape_num_elements),
        FUNCTION("is_fully_defined", "self", shape_is_fully_defined),
        FUNCTION("merge_with", "self, other", shape_merge_with),
        FUNCTION("concatenate", "self, other", shape_concatenate),
        FUNCTION("is_compatible_with", "self, other", shape_is_compatible),
        FUNCTION("assert_is_compatible_with", "self, other", shape_assert_compatible),
        FUNCTION("with_rank", "self, rank", shape_with_rank),
        FUNCTION("with_rank_at_least", "self, rank", shape_at_least),
        FUNCTION("with_rank_at_most", "self, rank", shape_at_most),
        FUNCTION("assert_is_fully_defined", "self", shape_assert_defined),
        API_END,
    };
    Type *t = tf->types[CLASS_SHAPE];
    class_add_getters(tf, CLASS_SHAPE, getters);
    class_add_methods(tf, CLASS_SHAPE, methods);
    class_constructor(tf, CLASS_SHAPE, make_shape, NULL);
    t->head.show = shape_show;
    t->repr = shape_repr;
    t->str = shape_to_str;
    t->truth = shape_truth;
    t->length = shape_length;
    t->iter = shape_iter;
    t->get_item = shape_get_item;
    t->compare = shape_compare;
    t->hash = shape_hash;
}
