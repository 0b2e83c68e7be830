/* layers_core.c: dense, flatten, dropout. */
#include "tf/layers.h"
#include "tf/nn.h"
#include "tf/recipe.h"

/* ---- dense ---- */

bool dense_build(Layer *l, Output *x) {
    Tf *tf = l->tf;
    Shape s = output_shape(x);
    int64_t dims[2];
    bool use_bias;
    if (s.rank < 1 || s.dims[s.rank - 1] == DIM_UNKNOWN) {
        return raise_value_error(tf->run, "The last dimension of the inputs to `Dense` should be "
                                          "defined. Found `None`.");
    }
    dims[0] = s.dims[s.rank - 1];
    return layer_size(l, "units", &dims[1]) &&
           arg_bool(tf, layer_option(l, "use_bias"), true, &use_bias) &&
           layer_variable(l, "kernel", shape_make(tf->run->arena, 2, dims), output_dtype(x)) &&
           (!use_bias ||
            layer_variable(l, "bias", shape_make(tf->run->arena, 1, dims + 1), output_dtype(x)));
}

Output *dense_call(Layer *l, Output *x, Value training) {
    static const bool options[4] = {false, false, false, false};
    (void)training;
    Value kernel = layer_get(l, "kernel");
    if (output_shape(x).rank > 2) {
        Value both[] = {tf_tensor(l->tf, x), kernel}, v;
        return value_call_n(l->tf->run, recipe_function(l->tf, "_dense_product"), 2, both, &v)
                   ? layer_finish(l, tensor_output(l->tf, v))
                   : NULL;
    }
    return layer_finish(l, matmul_build(l->tf, tf_tensor(l->tf, x), kernel, options, NAME_NONE));
}

/* ---- flatten ---- */

/* x with all but the first dimension in one. */
static Shape flat_shape(Tf *tf, Shape s) {
    int64_t dims[2] = {s.rank > 0 ? s.dims[0] : DIM_UNKNOWN, 1};
    for (int i = 1; i < s.rank; i++) {
        dims[1] =
            s.dims[i] == DIM_UNKNOWN || dims[1] == DIM_UNKNOWN ? DIM_UNKNOWN : dims[1] * s.dims[i];
    }
    return shape_make(tf->run->arena, 2, dims);
}

Output *flatten_call(Layer *l, Output *x, Value training) {
    Tf *tf = l->tf;
    Shape s = output_shape(x);
    Value parts[2] = {value_int(0), value_int(-1)};
    (void)training;
    if (tf_has(tf, CHANGE_FLATTEN_KNOWN_BATCH) && s.rank > 0 && s.dims[0] != DIM_UNKNOWN) {
        parts[0] = value_int(s.dims[0]);
    } else {
        Output *shape = shape_build(tf, operand_of(x), NAME_NONE, "Shape");
        Output *batch = shape ? slice_build(tf, tf_tensor(tf, shape), value_int(0)) : NULL;
        if (!batch) {
            return NULL;
        }
        parts[0] = tf_tensor(tf, batch);
    }
    Value to = tuple_make(tf->run, 2, parts);
    Output *o = build2(tf, "Reshape", NAME_NONE, operand_of(x), operand_host(to));
    return o && output_set_shape(tf->engine, o, flat_shape(tf, s)) ? o : NULL;
}

/* ---- dropout ---- */

static Output *dropped(Layer *l, Output *x) {
    Tf *tf = l->tf;
    Value rate = layer_option(l, "rate"), probability = rate;
    bool by_rate = tf_has(tf, CHANGE_DROPOUT_RATE);
    if (!by_rate &&
        !value_binary(tf->run, BINARY_OPERATOR_SUBTRACT, value_int(1), rate, &probability)) {
        return NULL;
    }
    return dropout_build(tf, tf_tensor(tf, x), probability, by_rate, layer_option(l, "noise_shape"),
                         layer_option(l, "seed"), NAME_NONE);
}

typedef struct Dropout {
    Layer *layer;
    Output *x;
} Dropout;

static bool drop_branch(Run *run, const void *data, const Value *a, Value *result) {
    const Dropout *d = data;
    (void)a;
    return tf_done(tf_of(run), give_tensor(tf_of(run), dropped(d->layer, d->x), result));
}

static bool keep_branch(Run *run, const void *data, const Value *a, Value *result) {
    const Dropout *d = data;
    Tf *tf = tf_of(run);
    (void)a;
    return tf_done(tf,
                   give_tensor(tf, build1(tf, "Identity", NAME_NONE, operand_of(d->x)), result));
}

/* A flag that only the graph knows: both branches are built. */
Output *dropout_call(Layer *l, Output *x, Value training) {
    Tf *tf = l->tf;
    int flag;
    Value v;
    if (!known_flag(tf, training, &flag)) {
        return NULL;
    }
    if (flag >= 0) {
        return flag ? dropped(l, x) : build1(tf, "Identity", NAME_NONE, operand_of(x));
    }
    Dropout *d = ARENA_NEW(tf->run->arena, Dropout);
    *d = (Dropout){l, x};
    bool ok = cond_build(tf, training, closure_make(tf, "dropped_inputs", "", drop_branch, d),
                         closure_make(tf, "<lambda>", "", keep_branch, d), value_none(), &v);
    return ok ? tensor_output(tf, v) : NULL;
}
