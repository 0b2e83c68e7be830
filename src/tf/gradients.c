/* gradients.c: tf.gradients: arguments, and what the program gets (graph/gradient.c builds). */
#include "tf/gradients.h"

#include "tf/build.h"
#include "tf/tables.h"

/* ---- slices ---- */

Value slope_value(Tf *tf, const Slope *s) {
    if (!s->values) {
        return value_none();
    }
    if (!s->indices) {
        return tf_tensor(tf, s->values);
    }
    SlicesObject *o = class_object(tf, CLASS_INDEXED_SLICES, sizeof *o);
    o->values = tf_tensor(tf, s->values);
    o->indices = tf_tensor(tf, s->indices);
    o->dense_shape = s->shape ? tf_tensor(tf, s->shape) : value_none();
    return value_object(o);
}

bool slope_of(Tf *tf, Value v, const char *name, Slope *s) {
    const SlicesObject *slices = slices_of(tf, v);
    *s = (Slope){NULL, NULL, NULL};
    if (!slices) {
        s->values = convert(tf, v, DTYPE_INVALID, name);
        return s->values != NULL;
    }
    s->values = convert(tf, slices->values, DTYPE_INVALID, name);
    s->indices = convert(tf, slices->indices, DTYPE_INVALID, "indices");
    s->shape = given(slices->dense_shape)
                   ? convert(tf, slices->dense_shape, DTYPE_INVALID, "dense_shape")
                   : NULL;
    return s->values && s->indices;
}

/* ---- arguments ---- */

/* One value stands for a list of it. */
static uint32_t as_list(Tf *tf, const Value *v, const Value **items) {
    if (is_unbound(*v)) {
        return 0;
    }
    if (!is_sequence(tf->run, *v)) {
        *items = v;
        return 1;
    }
    uint32_t n = sequence_count(*v);
    Value *copy = ARENA_ARRAY(tf->run->arena, n + 1, Value);
    for (uint32_t i = 0; i < n; i++) {
        copy[i] = sequence_item(*v, i);
    }
    *items = copy;
    return n;
}

static const char *numbered(Tf *tf, const char *name, uint32_t i) {
    return str_printf(tf->run->arena, "%s_%u", name, i).at;
}

static bool convert_ys(Tf *tf, uint32_t n, const Value *ys, Output **outputs) {
    for (uint32_t i = 0; i < n; i++) {
        if (is_none(ys[i])) {
            return raise_attribute_error(tf->run, "'NoneType' object has no attribute 'op'");
        }
        if (slices_of(tf, ys[i])) {
            return refuse(tf->run, NULL, "tf.gradients of IndexedSlices is not modelled");
        }
        outputs[i] = convert(tf, ys[i], DTYPE_INVALID, numbered(tf, "y", i));
        if (!outputs[i]) {
            return false;
        }
    }
    return true;
}

/* A variable stands for its own output, whatever reads it. */
static bool convert_xs(Tf *tf, uint32_t n, const Value *xs, const char *name, Output **outputs) {
    for (uint32_t i = 0; i < n; i++) {
        Variable *v = variable_of(tf, xs[i]);
        if (is_none(xs[i])) {
            return raise_attribute_error(tf->run, "'NoneType' object has no attribute 'op'");
        }
        outputs[i] = v ? v->handle : convert(tf, xs[i], DTYPE_INVALID, numbered(tf, name, i));
        if (!outputs[i]) {
            return false;
        }
    }
    return true;
}

static bool check_grad_dtype(Tf *tf, Output *y, const Slope *s) {
    bool real = dtype_is_numeric(output_dtype(s->values));
    Str text = output_str(tf->run->arena, y);
    return real || raise_type_error(tf->run,
                                    "Gradient type %s generated for real or integer-valued tensor "
                                    "%.*s with type %s must be real or integer",
                                    dtype_name(output_dtype(s->values)), STR_ARG(text),
                                    dtype_name(output_dtype(y)));
}

static bool convert_grad_ys(Tf *tf, GradientRequest *r, uint32_t n, const Value *given_ones) {
    Slope *slopes = ARENA_ARRAY(tf->run->arena, r->nys, Slope);
    if (n && n != r->nys) {
        return raise_value_error(tf->run, "Passed %u grad_ys for %u ys", n, r->nys);
    }
    r->grad_ys = slopes;
    for (uint32_t i = 0; i < n; i++) {
        if (given(given_ones[i]) &&
            (!slope_of(tf, given_ones[i], numbered(tf, "grad_y", i), &slopes[i]) ||
             !check_grad_dtype(tf, r->ys[i], &slopes[i]))) {
            return false;
        }
    }
    return true;
}

/* Where no gradient is given it is ones, which some types do not have. */
static bool check_ones(Tf *tf, const GradientRequest *r) {
    for (uint32_t i = 0; i < r->nys; i++) {
        DType t = output_dtype(r->ys[i]);
        DTypeClass class = dtype_class(t);
        if (r->grad_ys[i].values) {
            continue;
        }
        if (class == DTYPE_CLASS_STRING) {
            return raise_type_error(tf->run, "Expected string, got 1 of type 'int' instead.");
        }
        if (class == DTYPE_CLASS_NONE) {
            return refuse(tf->run, NULL, "the gradient of a tensor of type %s", dtype_name(t));
        }
    }
    return true;
}

static bool convert_stops(Tf *tf, GradientRequest *r, const Value *stops) {
    const Value *items = NULL;
    uint32_t n = is_none(*stops) ? 0 : as_list(tf, stops, &items);
    Output **outputs = ARENA_ARRAY(tf->run->arena, n, Output *);
    Node **nodes = ARENA_ARRAY(tf->run->arena, n, Node *);
    if (!convert_xs(tf, n, items, "stop_gradient", outputs)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        nodes[i] = outputs[i]->node;
    }
    r->stops = nodes;
    r->nstops = n;
    return true;
}

/* aggregation_method: 0 and None are AddN, 1 is a tree; 2 adds into one buffer. */
static bool take_aggregation(Tf *tf, Value v, Aggregation *how) {
    int64_t n = 0;
    if (given(v) && !arg_int(tf, v, &n)) {
        return false;
    }
    *how = n == 1 ? AGGREGATE_TREE : AGGREGATE_ADD_N;
    return n < 2 || refuse(tf->run, "leave aggregation_method out",
                           "aggregation_method EXPERIMENTAL_ACCUMULATE_N is not modelled");
}

static bool take_options(Tf *tf, const GradientArgs *a, GradientRequest *r) {
    r->gate = a->gate;
    return arg_bool(tf, a->colocate, false, &r->colocate) &&
           take_aggregation(tf, a->aggregation, &r->aggregation);
}

/* ---- the call ---- */

static bool give_zeros(Tf *tf, Output *x, Slope *s) {
    if (!s->values) {
        s->values = zeros_like_build(tf, operand_of(x), DTYPE_INVALID, NAME_NONE);
    }
    return s->values != NULL;
}

static bool build_gradients(Tf *tf, const GradientArgs *a, GradientRequest *r, const Value *grad_ys,
                            uint32_t ngrad_ys, Value *result) {
    Slope *slopes = ARENA_ARRAY(tf->run->arena, r->nxs, Slope);
    if (!convert_grad_ys(tf, r, ngrad_ys, grad_ys) || !check_ones(tf, r) ||
        !convert_stops(tf, r, &a->stops) || !take_options(tf, a, r) ||
        !gradients_build(tf->engine, r, slopes)) {
        return false;
    }
    *result = list_make(tf->run, 0, NULL);
    for (uint32_t i = 0; i < r->nxs; i++) {
        if (a->zeros && !give_zeros(tf, r->xs[i], &slopes[i])) {
            return false;
        }
        list_append(tf->run, *result, slope_value(tf, &slopes[i]));
    }
    return true;
}

static bool gradients_in(Tf *tf, const GradientArgs *a, Value *result) {
    const Value *ys = NULL, *xs = NULL, *grad_ys = NULL;
    uint32_t nys = as_list(tf, &a->ys, &ys), nxs = as_list(tf, &a->xs, &xs);
    uint32_t ngrad_ys = is_none(a->grad_ys) ? 0 : as_list(tf, &a->grad_ys, &grad_ys);
    Output **y = ARENA_ARRAY(tf->run->arena, nys, Output *);
    Output **x = ARENA_ARRAY(tf->run->arena, nxs, Output *);
    if (!convert_ys(tf, nys, ys, y) || !convert_xs(tf, nxs, xs, "x", x)) {
        return false;
    }
    GradientRequest r = {.ys = y, .nys = nys, .xs = x, .nxs = nxs};
    return build_gradients(tf, a, &r, grad_ys, ngrad_ys, result);
}

bool gradients_call(Tf *tf, const GradientArgs *a, Value *result) {
    Group g;
    Value values[] = {a->ys, a->xs, a->grad_ys};
    if (!group_open(tf, a->name, "gradients", 3, values, &g)) {
        return false;
    }
    bool ok = gradients_in(tf, a, result);
    group_close(tf, &g);
    return ok;
}

/* ys, xs, grad_ys, name, colocate_gradients_with_ops, gate_gradients, aggregation_method
 * [, stop_gradients [, unconnected_gradients]] */
static bool gradients_with(Tf *tf, const Value *a, Value stops, Value unconnected, Value *result) {
    GradientArgs args = {.ys = a[0],
                         .xs = a[1],
                         .grad_ys = a[2],
                         .name = a[3],
                         .colocate = a[4],
                         .aggregation = a[6],
                         .stops = stops};
    Str how = STR("none");
    if (!arg_bool(tf, a[5], false, &args.gate) ||
        (given(unconnected) && !arg_text(tf, unconnected, "unconnected_gradients", &how))) {
        return false;
    }
    args.zeros = str_is(how, "zero");
    return gradients_call(tf, &args, result);
}

static bool gradients(Tf *tf, const Value *a, Value *result) {
    return gradients_with(tf, a, value_none(), value_none(), result);
}

static bool gradients_stops(Tf *tf, const Value *a, Value *result) {
    return gradients_with(tf, a, a[7], value_none(), result);
}

static bool gradients_unconnected(Tf *tf, const Value *a, Value *result) {
    return gradients_with(tf, a, a[7], a[8], result);
}

#define FIRST                                                                                      \
    "ys, xs, grad_ys=None, name='gradients', colocate_gradients_with_ops=False, "                  \
    "gate_gradients=False, aggregation_method=None"

const ApiRow gradients_rows[] = {
    FUNCTION_IN("gradients", 0, 2, FIRST, gradients),
    FUNCTION_IN("gradients", 3, 13, FIRST ", stop_gradients=None", gradients_stops),
    FUNCTION_IN("gradients", 14, LATEST,
                FIRST ", stop_gradients=None, unconnected_gradients='none'", gradients_unconnected),
    API_END,
};
