/* joining_ops.c: concat, stack, split, gather, one_hot, where, transpose and their kin. */
#include "tf/build.h"
#include "tf/convert.h"
#include "tf/tables.h"

static bool is_integer(const Tf *tf, Value v) {
    return v.kind == VALUE_INT || v.kind == VALUE_BOOL ||
           (is_numpy_scalar(tf->run, v) && dtype_class(array_tensor(v)->dtype) == DTYPE_CLASS_INT);
}

static Operand *operands_of(Tf *tf, Value list, uint32_t *n) {
    Value *items;
    if (!value_items(tf->run, list, &items, n)) {
        return NULL;
    }
    Operand *all = ARENA_ARRAY(tf->run->arena, *n + 1, Operand);
    for (uint32_t i = 0; i < *n; i++) {
        all[i] = operand(tf, items[i]);
    }
    return all;
}

/* ---- concat and stack ---- */

static bool concat_one(Tf *tf, Value v, Value axis, Value name, Value *result) {
    Group g;
    if (!group_open(tf, name, "concat", 1, &v, &g)) {
        return false;
    }
    Output *dim = convert(tf, axis, DTYPE_INT32, "concat_dim");
    Output *o = dim ? build1(tf, "Identity", g.name, operand(tf, v)) : NULL;
    return group_done(tf, &g, o, result);
}

static bool concat(Tf *tf, const Value *a, Value *result) {
    Str name;
    uint32_t n;
    bool pushed;
    Value values = is_sequence(tf->run, a[0]) ? a[0] : list_make(tf->run, 1, a);
    if (sequence_count(values) == 1) {
        return concat_one(tf, sequence_item(values, 0), a[1], a[2], result);
    }
    Operand *list = operands_of(tf, values, &n), axis = operand(tf, a[1]);
    if (!list || !arg_name(tf, a[2], &name) || !graph_select(tf, 1, &values, &pushed)) {
        return false;
    }
    Output *o =
        build_list(tf, "ConcatV2", name.at ? name : STR("concat"), n, list, 1, &axis, 0, NULL);
    if (pushed) {
        engine_pop_graph(tf->engine);
    }
    return give_tensor(tf, o, result);
}

Output *pack_build(Tf *tf, uint32_t n, const Operand *values, int64_t axis, Str name) {
    Attr attr = attr_int("axis", axis);
    return build_list(tf, "Pack", name, n, values, 0, NULL, 1, &attr);
}

Output *stack_values(Tf *tf, Value values, int64_t axis, Str name) {
    uint32_t n;
    const char *text = str_dup(tf->run->arena, name).at;
    if (axis == 0) {
        Output *o = convert(tf, values, DTYPE_INVALID, text);
        if (o || !fault_take(tf)) {
            return o;
        }
    }
    Operand *list = operands_of(tf, values, &n);
    Output *first = list && n ? convert_operand(tf, list[0], DTYPE_INVALID, text) : NULL;
    if (!first) {
        return NULL;
    }
    int dims = output_shape(first).rank + 1;
    if (dims > 0 && (axis < -dims || axis >= dims)) {
        raise_value_error(tf->run, "axis = %lld not in [%d, %d)", (long long)axis, -dims, dims);
        return NULL;
    }
    return pack_build(tf, n, list, axis, name);
}

static bool stack(Tf *tf, const Value *a, Value *result) {
    int64_t axis;
    Str name;
    bool pushed;
    if (!arg_int_or(tf, a[1], 0, &axis) || !arg_name(tf, a[2], &name) ||
        !graph_select(tf, 1, a, &pushed)) {
        return false;
    }
    Output *o = stack_values(tf, a[0], axis, name.at ? name : STR("stack"));
    if (pushed) {
        engine_pop_graph(tf->engine);
    }
    return give_tensor(tf, o, result);
}

/* ---- split and unstack ---- */

/* An op of which all outputs are the result, as a list. */
static bool give_outputs(Tf *tf, const char *op, Str name, uint32_t n, const Operand *in,
                         uint32_t nattrs, const Attr *attrs, Value *result) {
    Node *node = NULL;
    if (!op_apply(tf->engine, op, name, in, n, NULL, attrs, nattrs, &node)) {
        return false;
    }
    *result = list_make(tf->run, 0, NULL);
    for (uint32_t i = 0; i < node->record.noutputs; i++) {
        list_append(tf->run, *result, tf_tensor(tf, &node->outputs[i]));
    }
    return true;
}

static bool split_sizes(Tf *tf, const Value *a, Output *sizes, Str name, Value *result) {
    int64_t n;
    Shape s = output_shape(sizes);
    if (given(a[3])) {
        if (!arg_int(tf, a[3], &n)) {
            return false;
        }
    } else if (s.rank == 1 && s.dims[0] != DIM_UNKNOWN) {
        n = s.dims[0];
    } else {
        Str text;
        return value_str(tf->run, a[1], &text) &&
               raise_value_error(tf->run, "Cannot infer num from shape %.*s", STR_ARG(text));
    }
    Attr attr = attr_int("num_split", n);
    Operand in[] = {operand(tf, a[0]), operand_of(sizes), operand(tf, a[2])};
    return give_outputs(tf, "SplitV", name, 3, in, 1, &attr, result);
}

/* Up to 1.1 a whole number is not made a constant first. */
static bool split(Tf *tf, const Value *a, Value *result) {
    Str name;
    int64_t n = 0;
    bool number = is_integer(tf, a[1]);
    Output *sizes = NULL;
    if (!arg_name(tf, a[4], &name) || (number && !arg_int(tf, a[1], &n))) {
        return false;
    }
    name = name.at ? name : STR("split");
    if (!number || tf_has(tf, CHANGE_SPLIT_SIZES_CONVERTED)) {
        sizes = convert(tf, a[1], DTYPE_INVALID, NULL);
        if (!sizes) {
            return false;
        }
    }
    if (!number) {
        return split_sizes(tf, a, sizes, name, result);
    }
    Attr attr = attr_int("num_split", n);
    Operand in[] = {operand(tf, a[2]), operand(tf, a[0])};
    return give_outputs(tf, "Split", name, 2, in, 1, &attr, result);
}

static bool unstack(Tf *tf, const Value *a, Value *result) {
    int64_t axis, num;
    Str name;
    Operand value = operand(tf, a[0]);
    if (!arg_int_or(tf, a[2], 0, &axis) || !arg_int_or(tf, a[1], -1, &num) ||
        !arg_name(tf, a[3], &name)) {
        return false;
    }
    if (!given(a[1])) {
        Output *o = convert(tf, a[0], DTYPE_INVALID, NULL);
        if (!o) {
            return false;
        }
        Shape s = output_shape(o);
        if (s.rank >= 0 && (axis < -s.rank || axis >= s.rank)) {
            return raise_value_error(tf->run, "axis = %lld not in [%d, %d)", (long long)axis,
                                     -s.rank, s.rank);
        }
        num = s.rank < 0 ? DIM_UNKNOWN : s.dims[axis < 0 ? axis + s.rank : axis];
        if (num == DIM_UNKNOWN) {
            return raise_value_error(tf->run, "Cannot infer num from shape %.*s",
                                     STR_ARG(shape_str(tf->run->arena, s)));
        }
        value = operand_of(o);
    }
    Attr attrs[] = {attr_int("axis", axis), attr_int("num", num)};
    return give_outputs(tf, "Unpack", name.at ? name : STR("unstack"), 1, &value, 2, attrs, result);
}

/* ---- gather, one_hot, where ---- */

static bool gather_plain(Tf *tf, const Value *a, Str name, Value *result) {
    bool validate;
    if (!arg_bool(tf, a[2], true, &validate)) {
        return false;
    }
    Attr attr = attr_bool("validate_indices", validate);
    Operand in[] = {operand(tf, a[0]), operand(tf, a[1])};
    return give_tensor(tf, build(tf, "Gather", name, 2, in, 1, &attr), result);
}

static bool gather(Tf *tf, const Value *a, Value *result) {
    Str name;
    Value axis = tf_has(tf, CHANGE_GATHER_AXIS) && given(a[4]) ? a[4] : value_int(0);
    if (!arg_name(tf, a[3], &name)) {
        return false;
    }
    bool zero = axis.kind == VALUE_INT && axis.as.integer == 0;
    if (!tf_has(tf, CHANGE_GATHER_V2) && zero) {
        return gather_plain(tf, a, name, result);
    }
    Variable *v = variable_of(tf, a[0]);
    if (v && v->record.resource && zero) {
        Operand in[] = {operand_of(v->handle), operand(tf, a[1])};
        Attr attr = attr_type("dtype", v->record.dtype);
        return give_tensor(tf, build(tf, "ResourceGather", name, 2, in, 1, &attr), result);
    }
    return give_tensor(
        tf, build3(tf, "GatherV2", name, operand(tf, a[0]), operand(tf, a[1]), operand(tf, axis)),
        result);
}

/* The values of one_hot's two states, and which dtype they give. */
typedef struct OneHot {
    Output *on, *off;
    DType dtype;
} OneHot;

static bool check_one_hot(Tf *tf, const char *what, const Output *o, DType dtype) {
    return !o || output_dtype(o) == dtype ||
           raise_type_error(tf->run,
                            "dtype <dtype: '%s'> of %s does not match dtype parameter <dtype: "
                            "'%s'>",
                            dtype_name(output_dtype(o)), what, dtype_name(dtype));
}

static bool one_hot_values(Tf *tf, const Value *a, OneHot *h) {
    bool on = given(a[2]), off = given(a[3]);
    *h = (OneHot){.dtype = DTYPE_INVALID};
    if ((on && !(h->on = convert(tf, a[2], DTYPE_INVALID, NULL))) ||
        (off && !(h->off = convert(tf, a[3], DTYPE_INVALID, NULL))) ||
        !arg_dtype_or(tf, a[5], DTYPE_INVALID, &h->dtype)) {
        return false;
    }
    if (h->dtype == DTYPE_INVALID) {
        h->dtype = on ? output_dtype(h->on) : off ? output_dtype(h->off) : DTYPE_FLOAT32;
    } else if (!check_one_hot(tf, "on_value", h->on, h->dtype) ||
               !check_one_hot(tf, "off_value", h->off, h->dtype)) {
        return false;
    }
    DType on_dtype = on ? output_dtype(h->on) : h->dtype;
    DType off_dtype = off ? output_dtype(h->off) : h->dtype;
    return on_dtype == off_dtype ||
           raise_type_error(tf->run,
                            "dtype <dtype: '%s'> of on_value does not match dtype <dtype: '%s'> of "
                            "off_value",
                            dtype_name(on_dtype), dtype_name(off_dtype));
}

static Output *one_hot_in(Tf *tf, const Value *a, Str name) {
    OneHot h;
    int64_t axis;
    if (!one_hot_values(tf, a, &h) || !arg_int_or(tf, a[4], -1, &axis)) {
        return NULL;
    }
    Operand on =
        given(a[2]) ? operand(tf, a[2]) : operand_of(scalar_build(tf, 1, h.dtype, "on_value"));
    Operand off =
        given(a[3]) ? operand(tf, a[3]) : operand_of(scalar_build(tf, 0, h.dtype, "off_value"));
    Attr attr = attr_int("axis", axis);
    Operand in[] = {operand(tf, a[0]), operand(tf, a[1]), on, off};
    return build(tf, "OneHot", name, 4, in, 1, &attr);
}

static bool one_hot(Tf *tf, const Value *a, Value *result) {
    Group g;
    return group_open(tf, a[6], "one_hot", 4, a, &g) &&
           group_done(tf, &g, one_hot_in(tf, a, g.name), result);
}

static bool where(Tf *tf, const Value *a, Value *result) {
    Str name;
    if (!arg_name(tf, a[3], &name)) {
        return false;
    }
    if (given(a[1]) != given(a[2])) {
        return raise_value_error(tf->run, "x and y must both be non-None or both be None.");
    }
    if (given(a[1])) {
        Operand condition = operand(tf, a[0]);
        return give_tensor(
            tf, build3(tf, "Select", name, condition, operand(tf, a[1]), operand(tf, a[2])),
            result);
    }
    Group g;
    if (!group_open_str(tf, name, "Where", 1, a, &g)) {
        return false;
    }
    Output *condition = convert(tf, a[0], DTYPE_INVALID, "condition");
    Output *o = condition ? build1(tf, "Where", g.name, operand_of(condition)) : NULL;
    return group_done(tf, &g, o, result);
}

/* ---- transpose, reverse, pad ---- */

/* Up to 1.12 the reversed order is reckoned by the graph. */
static Output *old_perm(Tf *tf, Value a) {
    Value one = value_int(1), minus;
    Output *rank = build1(tf, "Rank", NAME_NONE, operand(tf, a));
    if (!rank ||
        !binary_build(tf, BINARY_OPERATOR_SUBTRACT, tf_tensor(tf, rank), one, false, &minus)) {
        return NULL;
    }
    Output *range = build3(tf, "Range", NAME_NONE, operand_host(value_int(0)), operand_of(rank),
                           operand_host(one));
    Value perm;
    return range && binary_build(tf, BINARY_OPERATOR_SUBTRACT, minus, tf_tensor(tf, range), false,
                                 &perm)
               ? tensor_output(tf, perm)
               : NULL;
}

static Operand static_perm(Tf *tf, int rank) {
    int64_t *dims = ARENA_ARRAY(tf->run->arena, (size_t)rank + 1, int64_t);
    for (int i = 0; i < rank; i++) {
        dims[i] = rank - 1 - i;
    }
    return operand_ints(tf, rank, dims);
}

static Shape reversed_shape(Tf *tf, Shape s) {
    int64_t *dims = ARENA_ARRAY(tf->run->arena, (size_t)(s.rank < 0 ? 0 : s.rank) + 1, int64_t);
    for (int i = 0; i < s.rank; i++) {
        dims[i] = s.dims[s.rank - 1 - i];
    }
    return s.rank < 0 ? s : shape_make(tf->run->arena, s.rank, dims);
}

static Output *transpose_in(Tf *tf, Value a, Value perm, Str name) {
    if (given(perm)) {
        return build2(tf, "Transpose", name, operand(tf, a), operand(tf, perm));
    }
    if (tf_has(tf, CHANGE_TRANSPOSE_PERM)) {
        Output *x = convert(tf, a, DTYPE_INVALID, "a");
        if (!x) {
            return NULL;
        }
        if (output_shape(x).rank >= 0) {
            return build2(tf, "Transpose", name, operand_of(x),
                          static_perm(tf, output_shape(x).rank));
        }
        a = tf_tensor(tf, x);
    }
    Output *order = old_perm(tf, a);
    Output *o = order ? build2(tf, "Transpose", name, operand(tf, a), operand_of(order)) : NULL;
    return o && output_set_shape(tf->engine, o,
                                 reversed_shape(tf, output_shape(o->node->inputs[0])))
               ? o
               : NULL;
}

Output *transpose_build(Tf *tf, Value a, Value perm, Str name) {
    Group g;
    if (!group_open_str(tf, name, "transpose", 1, &a, &g)) {
        return NULL;
    }
    Output *o = transpose_in(tf, a, perm, g.name);
    group_close(tf, &g);
    return o;
}

static bool transpose(Tf *tf, const Value *a, Value *result) {
    Str name;
    return arg_name(tf, a[2], &name) &&
           give_tensor(tf, transpose_build(tf, a[0], a[1], name), result);
}

/* The conjugate of real numbers is themselves. */
static bool transpose_conjugate(Tf *tf, const Value *a, Value *result) {
    bool conjugate;
    if (!arg_bool(tf, a[3], false, &conjugate) || !transpose(tf, a, result)) {
        return false;
    }
    return !conjugate ||
           dtype_class(output_dtype(tensor_output(tf, *result))) != DTYPE_CLASS_COMPLEX ||
           refuse(tf->run, NULL, "tf.transpose of complex numbers with conjugate");
}

static bool reverse(Tf *tf, const Value *a, Value *result) {
    Str name;
    return arg_name(tf, a[2], &name) &&
           give_tensor(tf, build2(tf, "ReverseV2", name, operand(tf, a[0]), operand(tf, a[1])),
                       result);
}

static bool pad(Tf *tf, const Value *a, Value *result) {
    Str mode, name;
    if (!arg_text(tf, a[2], "mode", &mode) || !arg_name(tf, a[3], &name)) {
        return false;
    }
    if (!str_is(mode, "CONSTANT") && !str_is(mode, "constant")) {
        return refuse(tf->run, NULL, "tf.pad with mode %.*s is not modelled", STR_ARG(mode));
    }
    bool zero = !tf_has(tf, CHANGE_PAD_VALUES) || (a[4].kind == VALUE_INT && a[4].as.integer == 0);
    Operand x = operand(tf, a[0]), paddings = operand(tf, a[1]);
    Output *o = zero ? build2(tf, "Pad", name, x, paddings)
                     : build3(tf, "PadV2", name, x, paddings, operand(tf, a[4]));
    return give_tensor(tf, o, result);
}

/* ---- boolean_mask ---- */

/* tf.shape(tensor)[from:to] */
static Output *shape_part(Tf *tf, Output *tensor, int64_t from, int64_t to) {
    Output *shape = shape_build(tf, operand_of(tensor), NAME_NONE, "Shape");
    return shape ? slice_range(tf, shape, from, to) : NULL;
}

static Output *flat_size(Tf *tf, Output *tensor, int rank) {
    Output *dims = shape_part(tf, tensor, 0, rank);
    int64_t axis[] = {0};
    return dims ? build2(tf, "Prod", NAME_NONE, operand_of(dims), operand_ints(tf, 1, axis)) : NULL;
}

static Output *flat_shape(Tf *tf, Output *tensor, int rank) {
    Output *count = flat_size(tf, tensor, rank), *before = NULL;
    if (!count) {
        return NULL;
    }
    Value size = tf_tensor(tf, count);
    if (tf_has(tf, CHANGE_BOOLEAN_MASK_AXIS)) {
        before = shape_part(tf, tensor, 0, 0);
    }
    Output *after = shape_part(tf, tensor, rank, -1);
    if (!after || (tf_has(tf, CHANGE_BOOLEAN_MASK_AXIS) && !before)) {
        return NULL;
    }
    Operand parts[3];
    uint32_t n = 0;
    if (before) {
        parts[n++] = operand_of(before);
    }
    parts[n++] = operand_host(list_make(tf->run, 1, &size));
    parts[n++] = operand_of(after);
    Operand axis = operand_int(tf, 0);
    return build_list(tf, "ConcatV2", STR("concat"), n, parts, 1, &axis, 0, NULL);
}

static Output *mask_gather(Tf *tf, Output *flat, Output *mask) {
    int64_t all[] = {-1}, one = 1;
    Output *row = build2(tf, "Reshape", NAME_NONE, operand_of(mask), operand_ints(tf, 1, all));
    Output *where_true = row ? build1(tf, "Where", NAME_NONE, operand_of(row)) : NULL;
    if (!where_true) {
        return NULL;
    }
    const int64_t *axis = arena_copy(tf->run->arena, &one, sizeof one);
    Attr attr = {.name = "squeeze_dims", .kind = ATTR_INTS, .ints = {axis, 1}};
    Operand in = operand_of(where_true);
    Output *indices = build(tf, "Squeeze", NAME_NONE, 1, &in, 1, &attr);
    if (!indices) {
        return NULL;
    }
    return !tf_has(tf, CHANGE_GATHER_V2)
               ? build2(tf, "Gather", NAME_NONE, operand_of(flat), operand_of(indices))
               : build3(tf, "GatherV2", NAME_NONE, operand_of(flat), operand_of(indices),
                        operand_int(tf, 0));
}

static Output *boolean_mask_in(Tf *tf, Value tensor, Value mask) {
    Output *x = convert(tf, tensor, DTYPE_INVALID, "tensor");
    Output *m = x ? convert(tf, mask, DTYPE_INVALID, "mask") : NULL;
    if (!m) {
        return NULL;
    }
    int rank = output_shape(m).rank;
    if (rank <= 0) {
        raise_value_error(tf->run, rank ? "Number of mask dimensions must be specified, even if "
                                          "some dimensions are None.  E.g. shape=[None] is ok, but "
                                          "shape=None is not."
                                        : "mask cannot be scalar.");
        return NULL;
    }
    Output *shape = flat_shape(tf, x, rank);
    Output *flat =
        shape ? build2(tf, "Reshape", NAME_NONE, operand_of(x), operand_of(shape)) : NULL;
    return flat ? mask_gather(tf, flat, m) : NULL;
}

Output *boolean_mask_build(Tf *tf, Value tensor, Value mask, Value axis, Str name) {
    Group g;
    Value values[] = {tensor, mask};
    if (given(axis) && !(axis.kind == VALUE_INT && axis.as.integer == 0)) {
        refuse(tf->run, NULL, "tf.boolean_mask with an axis is not modelled");
        return NULL;
    }
    if (!group_open_str(tf, name, "boolean_mask", 2, values, &g)) {
        return NULL;
    }
    Output *o = boolean_mask_in(tf, tensor, mask);
    group_close(tf, &g);
    return o;
}

static bool boolean_mask(Tf *tf, const Value *a, Value *result) {
    Str name;
    return arg_name(tf, a[2], &name) &&
           give_tensor(
               tf,
               boolean_mask_build(tf, a[0], a[1],
                                  tf_has(tf, CHANGE_BOOLEAN_MASK_AXIS) ? a[3] : value_none(), name),
               result);
}

const ApiRow joining_ops_rows[] = {
    FUNCTION("concat", "values, axis, name='concat'", concat),
    FUNCTION("stack", "values, axis=0, name='stack'", stack),
    FUNCTION("split", "value, num_or_size_splits, axis=0, num=None, name='split'", split),
    FUNCTION("unstack", "value, num=None, axis=0, name='unstack'", unstack),
    FUNCTION_IN("gather", 0, 2, "params, indices, validate_indices=None, name=None", gather),
    FUNCTION_IN("gather", 3, 13, "params, indices, validate_indices=None~, name=None, axis=0",
                gather),
    FUNCTION_IN("gather", 14, LATEST,
                "params, indices, validate_indices=None~, name=None, axis=None, batch_dims=0!",
                gather),
    FUNCTION("one_hot",
             "indices, depth, on_value=None, off_value=None, axis=None, dtype=None, name=None",
             one_hot),
    FUNCTION("where", "condition, x=None, y=None, name=None", where),
    FUNCTION_IN("transpose", 0, 6, "a, perm=None, name='transpose'", transpose),
    FUNCTION_IN("transpose", 7, LATEST, "a, perm=None, name='transpose', conjugate=False",
                transpose_conjugate),
    FUNCTION("reverse", "tensor, axis, name=None", reverse),
    FUNCTION_IN("pad", 0, 2, "tensor, paddings, mode='CONSTANT', name=None", pad),
    FUNCTION_IN("pad", 3, LATEST, "tensor, paddings, mode='CONSTANT', name=None, constant_values=0",
                pad),
    FUNCTION_IN("boolean_mask", 0, 4, "tensor, mask, name='boolean_mask'", boolean_mask),
    FUNCTION_IN("boolean_mask", 5, LATEST, "tensor, mask, name='boolean_mask', axis=None",
                boolean_mask),
    API_END,
};
