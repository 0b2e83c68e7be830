/* loss_ops.c: cross entropies (section 1.7). */
#include "tf/build.h"
#include "tf/nn.h"
#include "tf/recipe.h"
#include "tf/tables.h"

/* These functions want their arguments by name. */
static bool check_sentinel(Tf *tf, const char *function, const Value *a) {
    if (!is_none(a[0])) {
        return raise_value_error(tf->run,
                                 "Only call `%s` with named arguments (labels=..., logits=..., "
                                 "...)",
                                 function);
    }
    if (is_none(a[1]) || is_none(a[2])) {
        return raise_value_error(tf->run, "Both labels and logits must be provided.");
    }
    return true;
}

/* ---- softmax ---- */

Output *flatten_outer_build(Tf *tf, Output *x) {
    Output *rank = shape_build(tf, operand_of(x), NAME_NONE, "Rank");
    Output *shape = rank ? shape_build(tf, operand_of(x), NAME_NONE, "Shape") : NULL;
    Output *last =
        shape ? build2(tf, "Sub", NAME_NONE, operand_of(rank), operand_int(tf, 1)) : NULL;
    if (!last) {
        return NULL;
    }
    Value begin = tf_tensor(tf, last), one = value_int(1), minus = value_int(-1);
    Output *size = build3(tf, "Slice", NAME_NONE, operand_of(shape),
                          operand_host(list_make(tf->run, 1, &begin)),
                          operand_host(list_make(tf->run, 1, &one)));
    Operand parts[] = {operand_host(list_make(tf->run, 1, &minus)), operand_of(size)};
    Operand axis = operand_int(tf, 0);
    Output *to =
        size ? build_list(tf, "ConcatV2", STR("concat"), 2, parts, 1, &axis, 0, NULL) : NULL;
    return to ? build2(tf, "Reshape", NAME_NONE, operand_of(x), operand_of(to)) : NULL;
}

/* All dimensions but one. */
static Shape without(Tf *tf, Shape s, int64_t axis) {
    int64_t *dims = ARENA_ARRAY(tf->run->arena, s.rank > 0 ? (size_t)s.rank : 1, int64_t);
    int n = 0;
    for (int i = 0; i < s.rank; i++) {
        if (i != (axis < 0 ? s.rank - 1 : axis)) {
            dims[n++] = s.dims[i];
        }
    }
    return s.rank > 0 ? shape_make(tf->run->arena, n, dims) : shape_unknown();
}

/* The classes lie along that axis: it becomes the last one. */
static Output *move_to_end(Tf *tf, Output *x, int64_t axis, Output *rank) {
    Value args[] = {tf_tensor(tf, x), value_int(axis), tf_tensor(tf, rank)}, moved;
    if (axis == -1) {
        return x;
    }
    return value_call_n(tf->run, recipe_function(tf, "_to_end"), 3, args, &moved)
               ? tensor_output(tf, moved)
               : NULL;
}

static bool class_axis(Tf *tf, Value dim, const Output *x, int64_t *axis) {
    return arg_int_or(tf, dim, -1, axis) &&
           ((*axis >= -1 && *axis < output_shape(x).rank) ||
            refuse(tf->run, "count from the first dimension",
                   "a cross entropy along this axis is not modelled"));
}

static Output *outer_shape(Tf *tf, Output *rank, Output *shape) {
    Output *n = build2(tf, "Sub", NAME_NONE, operand_of(rank), operand_int(tf, 1));
    if (!n) {
        return NULL;
    }
    Value size = tf_tensor(tf, n), zero = value_int(0);
    return build3(tf, "Slice", NAME_NONE, operand_of(shape),
                  operand_host(list_make(tf->run, 1, &zero)),
                  operand_host(list_make(tf->run, 1, &size)));
}

static Output *softmax_loss_in(Tf *tf, Value labels, Value logits, Value dim, Str name) {
    int64_t axis = -1;
    Output *x =
        convert(tf, logits, DTYPE_INVALID, tf_has(tf, CHANGE_SOFTMAX_LOSS_V2) ? "logits" : NULL);
    Output *y = x ? convert(tf, labels, output_dtype(x),
                            tf_has(tf, CHANGE_SOFTMAX_LOSS_V2) ? "labels" : NULL)
                  : NULL;
    if (!y || !class_axis(tf, dim, x, &axis)) {
        return NULL;
    }
    Shape given_shape = output_shape(x);
    Output *rank = shape_build(tf, operand_of(x), NAME_NONE, "Rank");
    x = rank ? move_to_end(tf, x, axis, rank) : NULL;
    y = x ? move_to_end(tf, y, axis, rank) : NULL;
    Output *shape = y ? shape_build(tf, operand_of(x), NAME_NONE, "Shape") : NULL;
    Output *flat_x = shape ? flatten_outer_build(tf, x) : NULL;
    Output *flat_y = flat_x ? flatten_outer_build(tf, y) : NULL;
    Output *cost = flat_y ? build2(tf, "SoftmaxCrossEntropyWithLogits", name, operand_of(flat_x),
                                   operand_of(flat_y))
                          : NULL;
    Output *outer = cost ? outer_shape(tf, rank, shape) : NULL;
    Output *o =
        outer ? build2(tf, "Reshape", NAME_NONE, operand_of(cost), operand_of(outer)) : NULL;
    return o && output_set_shape(tf->engine, o, without(tf, given_shape, axis)) ? o : NULL;
}

/* a: _sentinel, labels, logits, dim, name. From 1.5 on the old function stops the gradient of the
 * labels. */
static Output *softmax_loss_v2(Tf *tf, const char *fallback, const Value *a, bool stop) {
    Group g;
    Value labels = a[1], values[] = {a[2], labels};
    if (!group_open(tf, a[4], fallback, 2, values, &g)) {
        return NULL;
    }
    if (stop) {
        Output *y = build1(tf, "StopGradient", STR("labels_stop_gradient"), operand(tf, labels));
        labels = y ? tf_tensor(tf, y) : value_unbound();
    }
    Output *o = is_unbound(labels) ? NULL : softmax_loss_in(tf, labels, a[2], a[3], g.name);
    group_close(tf, &g);
    return o;
}

static bool softmax_loss(Tf *tf, const Value *a, Value *result) {
    Str name;
    if (!check_sentinel(tf, "softmax_cross_entropy_with_logits", a) || !arg_name(tf, a[4], &name)) {
        return false;
    }
    Output *o = tf_has(tf, CHANGE_SOFTMAX_LOSS_V2)
                    ? softmax_loss_v2(tf, "softmax_cross_entropy_with_logits_sg", a, true)
                    : softmax_loss_in(tf, a[1], a[2], a[3], name);
    return give_tensor(tf, o, result);
}

static bool softmax_loss_second(Tf *tf, const Value *a, Value *result) {
    Value all[] = {a[0], a[1], a[2], a[3], a[4]};
    return check_sentinel(tf, "softmax_cross_entropy_with_logits", a) &&
           arg_either(tf, a[3], a[5], "Cannot specify both 'dim' and 'axis'", &all[3]) &&
           give_tensor(tf, softmax_loss_v2(tf, "softmax_cross_entropy_with_logits", all, false),
                       result);
}

/* ---- sparse softmax ---- */

/* A matrix of logits, or more dimensions, which are flattened. The op has the program's name in the
 * scope of that name. */
static Output *sparse_flat(Tf *tf, Output *y, Output *x, Str name) {
    Output *shape = shape_build(tf, operand_of(y), NAME_NONE, "Shape");
    const char *op = "SparseSoftmaxCrossEntropyWithLogits";
    if (!shape || output_shape(x).rank == 2) {
        return shape ? build2(tf, op, name, operand_of(x), operand_of(y)) : NULL;
    }
    Value all[] = {tf_tensor(tf, y), tf_tensor(tf, x)}, flat;
    if (!value_call_n(tf->run, recipe_function(tf, "_flat_classes"), 2, all, &flat)) {
        return NULL;
    }
    Output *o = build2(tf, op, name, operand(tf, sequence_item(flat, 1)),
                       operand(tf, sequence_item(flat, 0)));
    o = o ? build2(tf, "Reshape", NAME_NONE, operand_of(o), operand_of(shape)) : NULL;
    return o && output_set_shape(tf->engine, o, output_shape(y)) ? o : NULL;
}

static bool sparse_softmax_loss(Tf *tf, const Value *a, Value *result) {
    Group g;
    Value values[] = {a[1], a[2]};
    Str name;
    if (!check_sentinel(tf, "sparse_softmax_cross_entropy_with_logits", a) ||
        !arg_name(tf, a[3], &name) ||
        !group_open(tf, a[3], "SparseSoftmaxCrossEntropyWithLogits", 2, values, &g)) {
        return false;
    }
    Output *y = convert(tf, a[1], DTYPE_INVALID, NULL);
    Output *x = y ? convert(tf, a[2], DTYPE_INVALID, NULL) : NULL;
    return group_done(tf, &g, x ? sparse_flat(tf, y, x, name) : NULL, result);
}

/* ---- sigmoid ---- */

/* max(x, 0) - x * z + log(1 + exp(-|x|)), with the zeros that the version makes */
static Output *sigmoid_loss_in(Tf *tf, Value logits, Value labels, Str name) {
    Output *x = convert(tf, logits, DTYPE_INVALID, "logits");
    Output *z = x ? convert(tf, labels, DTYPE_INVALID, "labels") : NULL;
    Output *zeros = z ? zeros_like_build(tf, operand_of(x), output_dtype(x), NAME_NONE) : NULL;
    Output *above =
        zeros ? build2(tf, "GreaterEqual", NAME_NONE, operand_of(x), operand_of(zeros)) : NULL;
    Output *relu =
        above ? build3(tf, "Select", NAME_NONE, operand_of(above), operand_of(x), operand_of(zeros))
              : NULL;
    Output *minus = relu ? build1(tf, "Neg", NAME_NONE, operand_of(x)) : NULL;
    Output *minus_abs =
        minus ? build3(tf, "Select", NAME_NONE, operand_of(above), operand_of(minus), operand_of(x))
              : NULL;
    Output *product =
        minus_abs ? build2(tf, "Mul", STR("mul"), operand_of(x), operand_of(z)) : NULL;
    Output *rest =
        product ? build2(tf, "Sub", STR("sub"), operand_of(relu), operand_of(product)) : NULL;
    Output *e = rest ? build1(tf, "Exp", NAME_NONE, operand_of(minus_abs)) : NULL;
    Output *log1p = e ? build1(tf, "Log1p", NAME_NONE, operand_of(e)) : NULL;
    return log1p ? build2(tf, "Add", name, operand_of(rest), operand_of(log1p)) : NULL;
}

static bool sigmoid_loss(Tf *tf, const Value *a, Value *result) {
    Group g;
    Value values[] = {a[2], a[1]};
    return check_sentinel(tf, "sigmoid_cross_entropy_with_logits", a) &&
           group_open(tf, a[3], "logistic_loss", 2, values, &g) &&
           group_done(tf, &g, sigmoid_loss_in(tf, a[2], a[1], g.name), result);
}

#define NAMED "_sentinel=None, labels=None, logits=None"

const ApiRow loss_ops_rows[] = {
    FUNCTION_IN("nn.softmax_cross_entropy_with_logits", 0, 12, NAMED ", dim=-1, name=None",
                softmax_loss),
    FUNCTION_IN("nn.softmax_cross_entropy_with_logits", 13, LATEST,
                NAMED ", dim=-1, name=None, axis=None!", softmax_loss),
    FUNCTION_IN("nn.softmax_cross_entropy_with_logits_v2", 5, LATEST,
                NAMED ", axis=None, name=None, dim=None", softmax_loss_second),
    FUNCTION("nn.sparse_softmax_cross_entropy_with_logits", NAMED ", name=None",
             sparse_softmax_loss),
    FUNCTION("nn.sigmoid_cross_entropy_with_logits", NAMED ", name=None", sigmoid_loss),
    API_END,
};
