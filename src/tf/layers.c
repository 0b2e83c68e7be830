/* layers.c: tf.layers: dense, flatten, dropout. */
#include "tf/layers.h"

#include "tf/nn.h"
#include "tf/tables.h"

/* ---- dense ---- */

/* The arguments by what they mean; constraints came with 1.4. */
typedef struct DenseArgs {
    Value inputs, units, activation, use_bias, kernel_initializer, bias_initializer,
        kernel_regularizer, bias_regularizer, kernel_constraint, bias_constraint, trainable, name,
        reuse;
} DenseArgs;

static Value zeros_initializer(Tf *tf) {
    Value v = value_none();
    value_call_n(tf->run, class_value(tf, CLASS_ZEROS), 0, NULL, &v);
    return v;
}

static bool dense_variables(Layer *l, const DenseArgs *a, int64_t inputs, int64_t units,
                            DType dtype, Value *kernel, Value *bias) {
    Tf *tf = l->tf;
    int64_t dims[] = {inputs, units};
    bool use_bias;
    LayerVariable k = {"kernel",
                       shape_make(tf->run->arena, 2, dims),
                       dtype,
                       a->kernel_initializer,
                       a->kernel_regularizer,
                       a->kernel_constraint,
                       true};
    LayerVariable b = {"bias",
                       shape_make(tf->run->arena, 1, dims + 1),
                       dtype,
                       given(a->bias_initializer) ? a->bias_initializer : zeros_initializer(tf),
                       a->bias_regularizer,
                       a->bias_constraint,
                       true};
    *bias = value_none();
    return arg_bool(tf, a->use_bias, true, &use_bias) && layer_variable(l, &k, kernel) &&
           (!use_bias || layer_variable(l, &b, bias));
}

static Output *dense_in(Layer *l, const DenseArgs *a) {
    Tf *tf = l->tf;
    static const bool options[4] = {false, false, false, false};
    int64_t units;
    Value kernel, bias;
    Output *x = convert(tf, a->inputs, DTYPE_INVALID, NULL);
    if (!x || !arg_int(tf, a->units, &units)) {
        return NULL;
    }
    Shape s = output_shape(x);
    if (s.rank < 2 || s.dims[s.rank - 1] == DIM_UNKNOWN) {
        raise_value_error(tf->run, "The last dimension of the inputs to `Dense` should be defined. "
                                   "Found `None`.");
        return NULL;
    }
    if (!dense_variables(l, a, s.dims[s.rank - 1], units, output_dtype(x), &kernel, &bias)) {
        return NULL;
    }
    if (s.rank > 2) {
        refuse(tf->run, "reshape to a matrix",
               "tf.layers.dense of a tensor of more than two dimensions is not modelled");
        return NULL;
    }
    Output *o = matmul_build(tf, tf_tensor(tf, x), kernel, options, NAME_NONE);
    if (o && given(bias)) {
        o = bias_add_build(tf, tf_tensor(tf, o), bias, value_none(), NAME_NONE);
    }
    return layer_activation(tf, a->activation, o);
}

static bool dense_call(Tf *tf, const DenseArgs *a, Value *result) {
    Layer l;
    if (!layer_open(&l, tf, a->name, "dense", a->reuse)) {
        return false;
    }
    l.trainable = a->trainable;
    Output *o = dense_in(&l, a);
    layer_close(&l);
    return give_tensor(tf, o, result);
}

static bool dense(Tf *tf, const Value *a, Value *result) {
    bool younger = tf->minor >= 4;
    const Value *rest = younger ? a + 11 : a + 9;
    DenseArgs args = {.inputs = a[0],
                      .units = a[1],
                      .activation = a[2],
                      .use_bias = a[3],
                      .kernel_initializer = a[4],
                      .bias_initializer = a[5],
                      .kernel_regularizer = a[6],
                      .bias_regularizer = a[7],
                      .kernel_constraint = younger ? a[9] : value_none(),
                      .bias_constraint = younger ? a[10] : value_none(),
                      .trainable = rest[0],
                      .name = rest[1],
                      .reuse = rest[2]};
    if (given(a[8])) {
        return refuse(tf->run, NULL, "activity_regularizer is not modelled");
    }
    return dense_call(tf, &args, result);
}

#define DENSE                                                                                      \
    "inputs, units, activation=None, use_bias=True, kernel_initializer=None, "                     \
    "bias_initializer=None, kernel_regularizer=None, bias_regularizer=None, "                      \
    "activity_regularizer=None"

const ApiRow layers_rows[] = {
    FUNCTION_IN("layers.dense", 0, 3, DENSE ", trainable=True, name=None, reuse=None", dense),
    FUNCTION_IN("layers.dense", 4, LATEST,
                DENSE ", kernel_constraint=None, bias_constraint=None, trainable=True, name=None, "
                      "reuse=None",
                dense),
    API_END,
};
