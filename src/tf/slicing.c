/* slicing.c: x[i], x[a:b], x[..., tf.newaxis]: the op StridedSlice and what it is given. */
#include "tf/build.h"

enum { MOST_DIMS = 32 };

/* What the parts of a subscript add up to. */
typedef struct Spec {
    Value begin[MOST_DIMS], end[MOST_DIMS], strides[MOST_DIMS];
    uint32_t n;
    int64_t begin_mask, end_mask, ellipsis_mask, new_axis_mask, shrink_axis_mask;
} Spec;

static bool is_slice_object(const Tf *tf, Value v) {
    return is_exactly(v, tf->run->type.slice);
}

static void add_range(Spec *s, Value slice) {
    int64_t bit = (int64_t)1 << s->n;
    Value start, stop, step;
    slice_parts(slice, &start, &stop, &step);
    s->begin_mask |= is_none(start) ? bit : 0;
    s->end_mask |=
        is_none(stop) || (stop.kind == VALUE_INT && stop.as.integer == INT64_MAX) ? bit : 0;
    s->begin[s->n] = is_none(start) ? value_int(0) : start;
    s->end[s->n] = s->end_mask & bit ? value_int(0) : stop;
    s->strides[s->n] = is_none(step) ? value_int(1) : step;
}

/* One element: from i to i + 1, and the dimension vanishes. */
static bool add_index(Tf *tf, Spec *s, Value i) {
    s->shrink_axis_mask |= (int64_t)1 << s->n;
    s->begin[s->n] = i;
    s->strides[s->n] = value_int(1);
    return value_binary(tf->run, BINARY_OPERATOR_ADD, i, value_int(1), &s->end[s->n]);
}

static void add_whole(Spec *s, int64_t *mask) {
    *mask |= (int64_t)1 << s->n;
    s->begin[s->n] = value_int(0);
    s->end[s->n] = value_int(0);
    s->strides[s->n] = value_int(1);
}

/* The dtype and rank that an index says it has; false: it has no dtype. */
static bool index_kind(const Tf *tf, Value v, DType *dtype, int *rank) {
    const Variable *variable = variable_of(tf, v);
    const Output *o = variable ? variable->handle : tensor_output(tf, v);
    if (o) {
        *dtype = variable ? variable->record.dtype : output_dtype(o);
        *rank = variable ? variable->record.shape.rank : output_shape(o).rank;
        return true;
    }
    if (!is_array(tf->run, v) && !is_numpy_scalar(tf->run, v)) {
        return false;
    }
    *dtype = array_tensor(v)->dtype;
    *rank = array_tensor(v)->shape.rank;
    return true;
}

static bool valid_index(const Tf *tf, Value v) {
    DType dtype;
    int rank;
    if (v.kind == VALUE_INT || v.kind == VALUE_BOOL || dimension_of(tf, v)) {
        return true;
    }
    return index_kind(tf, v, &dtype, &rank) && (dtype == DTYPE_INT32 || dtype == DTYPE_INT64) &&
           rank != 1;
}

static bool check_index(Tf *tf, Value v) {
    Str text;
    if (valid_index(tf, v) || !tf_has(tf, CHANGE_INDEX_CHECKED)) {
        return true;
    }
    return value_repr(tf->run, v, &text) &&
           raise_type_error(tf->run,
                            "Only integers, slices (`:`), ellipsis (`...`), tf.newaxis (`None`) "
                            "and scalar tf.int32/tf.int64 tensors are valid indices, got %.*s",
                            STR_ARG(text));
}

static bool add_part(Tf *tf, Spec *s, Value part) {
    if (s->n == MOST_DIMS) {
        return raise_value_error(tf->run, "too many indices");
    }
    if (is_slice_object(tf, part)) {
        add_range(s, part);
    } else if (value_same(part, tf->run->ellipsis)) {
        add_whole(s, &s->ellipsis_mask);
    } else if (is_none(part)) {
        add_whole(s, &s->new_axis_mask);
    } else if (!check_index(tf, part) || !add_index(tf, s, part)) {
        return false;
    }
    s->n++;
    return true;
}

static bool read_spec(Tf *tf, Value key, Spec *s) {
    *s = (Spec){.n = 0};
    if (!is_sequence(tf->run, key)) {
        return add_part(tf, s, key);
    }
    for (uint32_t i = 0; i < sequence_count(key); i++) {
        if (!add_part(tf, s, sequence_item(key, i))) {
            return false;
        }
    }
    return true;
}

static Output *strided_slice(Tf *tf, Value x, const Spec *s, const Operand bounds[3], Str name) {
    Attr attrs[] = {
        attr_int("begin_mask", s->begin_mask),
        attr_int("ellipsis_mask", s->ellipsis_mask),
        attr_int("end_mask", s->end_mask),
        attr_int("new_axis_mask", s->new_axis_mask),
        attr_int("shrink_axis_mask", s->shrink_axis_mask),
    };
    Operand in[] = {operand(tf, x), bounds[0], bounds[1], bounds[2]};
    return build(tf, "StridedSlice", name, 4, in, 5, attrs);
}

static Output *slice_in_scope(Tf *tf, Value x, const Spec *s, Str name) {
    Operand bounds[3];
    const Value *const lists[] = {s->begin, s->end, s->strides};
    for (int i = 0; i < 3; i++) {
        Output *o =
            s->n ? stack_values(tf, list_make(tf->run, s->n, lists[i]), 0, STR("stack")) : NULL;
        if (!o && s->n) {
            return NULL;
        }
        if (!o) {
            o = i ? bounds[0].output : ints_build(tf, 0, NULL, NULL);
        }
        bounds[i] = operand_of(o);
    }
    return strided_slice(tf, x, s, bounds, name);
}

Output *slice_build(Tf *tf, Value x, Value key) {
    Spec s;
    Group g;
    if (!read_spec(tf, key, &s) || !group_open_str(tf, NAME_NONE, "strided_slice", 1, &x, &g)) {
        return NULL;
    }
    Output *out = slice_in_scope(tf, x, &s, g.name);
    group_close(tf, &g);
    return out;
}

Output *slice_range(Tf *tf, Output *x, int64_t from, int64_t to) {
    Value bounds[] = {from ? value_int(from) : value_none(), to < 0 ? value_none() : value_int(to)};
    Value key;
    bool ok = value_call_n(tf->run, value_object(tf->run->type.slice), 2, bounds, &key);
    return ok ? slice_build(tf, tf_tensor(tf, x), key) : NULL;
}
