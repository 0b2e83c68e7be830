/* layers_norm.c: batch normalization: moments of the batch, moving averages, and the normalization.
 */
#include "tf/collections.h"
#include "tf/layers.h"
#include "tf/norm.h"
#include "tf/recipe.h"

/* ---- variables ---- */

static bool make_pair(Layer *l, bool center, bool scale, Shape shape, DType dtype) {
    bool gamma_first = tf_has(l->tf, CHANGE_GAMMA_FIRST);
    return (!gamma_first || !scale || layer_variable(l, "gamma", shape, dtype)) &&
           (!center || layer_variable(l, "beta", shape, dtype)) &&
           (gamma_first || !scale || layer_variable(l, "gamma", shape, dtype));
}

static bool is_fused(const Layer *l, int rank, bool *fused) {
    return arg_bool(l->tf, layer_option(l, "fused"),
                    tf_has(l->tf, CHANGE_NORMALIZATION_FUSED) && rank == 4, fused);
}

static bool check_normalization(Layer *l, Shape s, bool center, bool scale) {
    int64_t axis;
    bool on = false, fused = false;
    if (!arg_bool(l->tf, layer_option(l, "renorm"), false, &on) ||
        !arg_int_or(l->tf, layer_option(l, "axis"), -1, &axis) || !is_fused(l, s.rank, &fused)) {
        return false;
    }
    if (on || (axis != -1 && axis != s.rank - 1)) {
        return refuse(l->tf->run, NULL,
                      "batch_normalization with renorm or another axis than the last one is not "
                      "modelled");
    }
    return !fused || (center && scale && s.rank == 4) ||
           refuse(l->tf->run, "give fused=False",
                  "the fused batch_normalization without center or scale");
}

bool batch_normalization_build(Layer *l, Output *x) {
    Tf *tf = l->tf;
    Shape s = output_shape(x);
    bool center, scale;
    if (!arg_bool(tf, layer_option(l, "center"), true, &center) ||
        !arg_bool(tf, layer_option(l, "scale"), true, &scale) ||
        !check_normalization(l, s, center, scale)) {
        return false;
    }
    if (s.rank < 1 || s.dims[s.rank - 1] == DIM_UNKNOWN) {
        return raise_value_error(tf->run, "Input has undefined `axis` dimension. Input shape: %.*s",
                                 STR_ARG(shape_str(tf->run->arena, s)));
    }
    Shape one = shape_slice(tf->run->arena, s, s.rank - 1, s.rank);
    DType dtype = output_dtype(x);
    return make_pair(l, center, scale, one, dtype) &&
           layer_variable_as(l, "moving_mean", "moving_mean", one, dtype, false) &&
           layer_variable_as(l, "moving_variance", "moving_variance", one, dtype, false);
}

/* ---- helpers ---- */

/* All axes but the last one. */
static Value reduction_axes(Tf *tf, int rank) {
    Value list = list_make(tf->run, 0, NULL);
    for (int i = 0; i + 1 < rank; i++) {
        list_append(tf->run, list, value_int(i));
    }
    return list;
}

static bool add_update(Tf *tf, Value update) {
    Name key = name_z(tf->run->names, "update_ops");
    Output *o = tensor_output(tf, update);
    if (tf_has(tf, CHANGE_UPDATE_OPERATIONS) && o) {
        update = tf_operation(tf, o->node);
    }
    return collection_put(tf, engine_graph(tf->engine), key, update);
}

static Value tensor_value(Tf *tf, Output *o) {
    return o ? tf_tensor(tf, o) : value_unbound();
}

static Output *normalize(Layer *l, Output *x, Value mean, Value variance, Value beta, Value gamma) {
    return batch_normalization_build_nn(l->tf, tf_tensor(l->tf, x), mean, variance, beta, gamma,
                                        layer_option(l, "epsilon"), NAME_NONE);
}

/* ---- 1.0 and 1.1: everything is reshaped, and two branches normalize ---- */

typedef struct OldNorm {
    Layer *layer;
    Output *x;
    Value mean, variance, beta, gamma;
    Value row; /* the shape to which the moving averages are reshaped */
} OldNorm;

static Value reshaped(Tf *tf, Value v, Value shape) {
    if (!given(v)) {
        return v;
    }
    return tensor_value(tf, build2(tf, "Reshape", NAME_NONE, operand(tf, v), operand_host(shape)));
}

static bool old_training(Run *run, const void *data, const Value *a, Value *result) {
    const OldNorm *n = data;
    Tf *tf = tf_of(run);
    (void)a;
    return tf_done(
        tf, give_tensor(tf, normalize(n->layer, n->x, n->mean, n->variance, n->beta, n->gamma),
                        result));
}

static bool old_test(Run *run, const void *data, const Value *a, Value *result) {
    const OldNorm *n = data;
    Tf *tf = tf_of(run);
    (void)a;
    Value mean = reshaped(tf, layer_get(n->layer, "moving_mean"), n->row);
    Value variance =
        is_unbound(mean) ? mean : reshaped(tf, layer_get(n->layer, "moving_variance"), n->row);
    Output *o =
        is_unbound(variance) ? NULL : normalize(n->layer, n->x, mean, variance, n->beta, n->gamma);
    return tf_done(tf, give_tensor(tf, o, result));
}

static Value row_shape(Tf *tf, Shape s) {
    Value list = list_make(tf->run, 0, NULL);
    for (int i = 0; i < s.rank; i++) {
        list_append(tf->run, list, value_int(i + 1 < s.rank ? 1 : s.dims[i]));
    }
    return list;
}

static bool old_moments(Layer *l, OldNorm *n) {
    Tf *tf = l->tf;
    Shape s = output_shape(n->x);
    Value size = value_int(s.dims[s.rank - 1]);
    Value flat_shape = list_make(tf->run, 1, &size), flat[2];
    if (!moments_build(tf, n->x, reduction_axes(tf, s.rank), true, &n->mean, &n->variance)) {
        return false;
    }
    flat[0] = reshaped(tf, n->mean, flat_shape);
    flat[1] = is_unbound(flat[0]) ? flat[0] : reshaped(tf, n->variance, flat_shape);
    for (int i = 0; i < 2; i++) {
        Value update;
        Value v = layer_get(l, i ? "moving_variance" : "moving_mean");
        if (is_unbound(flat[1]) ||
            !moving_average_build(tf, v, flat[i], layer_option(l, "momentum"), &update) ||
            !add_update(tf, update)) {
            return false;
        }
    }
    return true;
}

static Output *call_old(Layer *l, Output *x, Value training, int flag) {
    Tf *tf = l->tf;
    OldNorm *n = ARENA_NEW(tf->run->arena, OldNorm);
    Value result;
    *n = (OldNorm){.layer = l, .x = x, .row = row_shape(tf, output_shape(x))};
    n->beta = reshaped(tf, layer_get(l, "beta"), n->row);
    n->gamma = is_unbound(n->beta) ? n->beta : reshaped(tf, layer_get(l, "gamma"), n->row);
    if (is_unbound(n->gamma) || (flag != 0 && !old_moments(l, n))) {
        return NULL;
    }
    bool ok = flag > 0 ? old_training(tf->run, n, NULL, &result)
              : flag == 0
                  ? old_test(tf->run, n, NULL, &result)
                  : cond_build(tf, training, closure_make(tf, "f", "", old_training, n),
                               closure_make(tf, "g", "", old_test, n), value_none(), &result);
    return ok ? tensor_output(tf, result) : NULL;
}

/* ---- from 1.2 on: the batch's moments or the moving averages are selected ---- */

static Output *expanded(Tf *tf, Value v) {
    return build2(tf, "ExpandDims", NAME_NONE, operand(tf, v), operand_int(tf, 0));
}

/* 1.2 to 1.12: both values in a row, of which the flag selects one. */
static bool select_value(Tf *tf, Value flag, Value on, Value off, Value *result) {
    int64_t shape[] = {1}, *axis = ARENA_ARRAY(tf->run->arena, 1, int64_t);
    Output *x = expanded(tf, on), *y = x ? expanded(tf, off) : NULL;
    Output *f =
        y ? build2(tf, "Reshape", NAME_NONE, operand(tf, flag), operand_ints(tf, 1, shape)) : NULL;
    Output *selected =
        f ? build3(tf, "Select", NAME_NONE, operand_of(f), operand_of(x), operand_of(y)) : NULL;
    Attr attr = {.name = "squeeze_dims", .kind = ATTR_INTS, .ints = {axis, 1}};
    Operand in = operand_of(selected);
    *axis = 0;
    return selected && give_tensor(tf, build(tf, "Squeeze", NAME_NONE, 1, &in, 1, &attr), result);
}

static bool give_value(Run *run, const void *data, const Value *a, Value *result) {
    (void)run;
    (void)a;
    *result = *(const Value *)data;
    return true;
}

static Value constant_function(Tf *tf, Value v) {
    Value *kept = ARENA_NEW(tf->run->arena, Value);
    *kept = v;
    return closure_make(tf, "<lambda>", "", give_value, kept);
}

/* 1.13 on: tf.cond. */
static bool choose(Tf *tf, Value flag, Value on, Value off, Value *result) {
    if (!tf_has(tf, CHANGE_NORMALIZATION_COND)) {
        return select_value(tf, flag, on, off, result);
    }
    return cond_build(tf, flag, constant_function(tf, on), constant_function(tf, off), value_none(),
                      result);
}

typedef struct Update {
    Layer *layer;
    Value variable, value, momentum;
} Update;

static bool update_branch(Run *run, const void *data, const Value *a, Value *result) {
    const Update *u = data;
    Tf *tf = tf_of(run);
    (void)a;
    return tf_done(tf, moving_average_build(tf, u->variable, u->value, u->momentum, result));
}

static bool update_one(Layer *l, Value training, int flag, const char *name, Value value,
                       Value momentum) {
    Tf *tf = l->tf;
    Update *u = ARENA_NEW(tf->run->arena, Update);
    Value result;
    *u = (Update){l, layer_get(l, name), value, momentum};
    bool ok = flag >= 0 || !tf_has(tf, CHANGE_NORMALIZATION_COND)
                  ? moving_average_build(tf, u->variable, value, momentum, &result)
                  : cond_build(tf, training, closure_make(tf, "<lambda>", "", update_branch, u),
                               constant_function(tf, u->variable), value_none(), &result);
    return ok && add_update(tf, result);
}

static bool moments_of(Layer *l, Output *x, Value training, int flag, Value *mean,
                       Value *variance) {
    Tf *tf = l->tf;
    Value momentum = layer_option(l, "momentum"), moving_mean = layer_get(l, "moving_mean"),
          moving_variance = layer_get(l, "moving_variance");
    if (!moments_build(tf, x, reduction_axes(tf, output_shape(x).rank), false, mean, variance)) {
        return false;
    }
    if (flag < 0 && (!choose(tf, training, *mean, moving_mean, mean) ||
                     !choose(tf, training, *variance, moving_variance, variance))) {
        return false;
    }
    if (flag < 0 && !tf_has(tf, CHANGE_NORMALIZATION_COND) &&
        !select_value(tf, training, momentum, value_float(1), &momentum)) {
        return false;
    }
    return update_one(l, training, flag, "moving_mean", *mean, momentum) &&
           update_one(l, training, flag, "moving_variance", *variance, momentum);
}

/* Of images: one op does all, and gives the moments. */
static Output *call_fused(Layer *l, Output *x, Value training) {
    Tf *tf = l->tf;
    Value all;
    Value args[] = {tf_tensor(tf, x),
                    layer_get(l, "gamma"),
                    layer_get(l, "beta"),
                    layer_get(l, "moving_mean"),
                    layer_get(l, "moving_variance"),
                    layer_option(l, "epsilon"),
                    layer_option(l, "momentum"),
                    is_unbound(training) ? value_bool(false) : training};
    if (!value_call_n(tf->run, recipe_function(tf, "_fused_layer"), 8, args, &all)) {
        return NULL;
    }
    for (uint32_t i = 1; i < 3; i++) {
        Value update = sequence_item(all, i);
        if (!is_none(update) && !add_update(tf, update)) {
            return NULL;
        }
    }
    return tensor_output(tf, sequence_item(all, 0));
}

Output *batch_normalization_call(Layer *l, Output *x, Value training) {
    Tf *tf = l->tf;
    int flag;
    bool fused;
    Value mean = layer_get(l, "moving_mean"), variance = layer_get(l, "moving_variance");
    if (!known_flag(tf, training, &flag) || !is_fused(l, output_shape(x).rank, &fused)) {
        return NULL;
    }
    if (fused) {
        return call_fused(l, x, training);
    }
    if (!tf_has(tf, CHANGE_NORMALIZATION_SELECTS)) {
        return call_old(l, x, training, flag);
    }
    if (flag != 0 && !moments_of(l, x, training, flag, &mean, &variance)) {
        return NULL;
    }
    Output *o = normalize(l, x, mean, variance, layer_get(l, "beta"), layer_get(l, "gamma"));
    return o && output_set_shape(tf->engine, o, output_shape(x)) ? o : NULL;
}
