/* layers.h: tf.layers (section 5.1): what the layers share.
 *
 * A layer has a variable scope of its own that is opened once, by name or by a default name made
 * unique, and captured. Each call goes back into it, and into the op scope that it had at first
 * (layer_scope.c). What a layer takes, makes and builds is a row of layer.def; its options are
 * looked up by the names of its parameters. */
#ifndef TFSCOPE_TF_LAYERS_H
#define TFSCOPE_TF_LAYERS_H

#include "tf/build.h"

typedef struct Layer Layer;

typedef struct LayerDef {
    ClassId class;
    const char *base; /* "dense": the default name */
    const char
        *options[2];      /* parameters that class and function share, up to 1.3 and from 1.4 on */
    int rank, least_rank; /* what inputs must have; 0: anything */
    bool (*build)(Layer *l, Output *x); /* makes the variables; NULL: it has none */
    Output *(*call)(Layer *l, Output *x, Value training);
} LayerDef;

enum { LAYER_VARIABLES = 4 };

struct Layer {
    Tf *tf;
    const LayerDef *def;
    const char *signature; /* names of the values below */
    const Value *values;
    VarScope *scope;                    /* the layer's own, captured; NULL before */
    Name label;                         /* what messages call it: "conv2d_1" */
    bool built;                         /* its variables exist: they are shared */
    const char *names[LAYER_VARIABLES]; /* "kernel" */
    Value variables[LAYER_VARIABLES];
    uint32_t nvariables;
    Value losses;        /* list of what regularizers gave */
    VarScopeEntry entry; /* while a call is open */
    OpScope op;
};

/* The value of an option; unbound when there is none of that name. */
Value layer_option(const Layer *l, const char *name);
/* The variable of that name; None when it was not made. */
Value layer_get(const Layer *l, const char *name);

/* ---- scopes (layer_scope.c) ---- */

/* Decides the scope, once: name given, or the default one made unique. */
bool layer_capture(Layer *l);
/* Goes into the layer's scopes for one call, and out of them. */
bool layer_enter(Layer *l);
void layer_leave(Layer *l);
/* One variable of the layer: its initializer, regularizer and constraint are the options of that
 * name ("kernel_…"). */
bool layer_variable(Layer *l, const char *name, Shape shape, DType dtype);
bool layer_variable_as(Layer *l, const char *name, const char *option, Shape shape, DType dtype,
                       bool trainable);

/* ---- helpers ---- */

/* activation(o) by the layer's option, or o. */
Output *layer_activation(Layer *l, Output *o);
/* bias and activation behind the op of a dense or convolution layer. */
Output *layer_finish(Layer *l, Output *o);
/* "training" as it is known when the graph is made: 1, 0, or -1 for a tensor. False: it is none of
 * these. */
bool known_flag(Tf *tf, Value v, int *flag);
/* An option that is one int or n of them. */
bool layer_ints(const Layer *l, const char *option, int n, int64_t *v);
/* An option that is one size: units or filters. */
bool layer_size(const Layer *l, const char *option, int64_t *size);
/* "VALID" or "SAME". */
bool layer_padding(const Layer *l, Str *padding);
bool refuse_channels_first(const Layer *l);
extern const LayerDef layer_defs[]; /* ends with base NULL */

/* What the rows of layer.def name. */
bool dense_build(Layer *l, Output *x);
Output *dense_call(Layer *l, Output *x, Value training);
Output *flatten_call(Layer *l, Output *x, Value training);
Output *dropout_call(Layer *l, Output *x, Value training);
bool conv1d_build(Layer *l, Output *x);
Output *conv1d_call(Layer *l, Output *x, Value training);
bool conv2d_build(Layer *l, Output *x);
Output *conv2d_call(Layer *l, Output *x, Value training);
bool conv2d_transpose_build(Layer *l, Output *x);
Output *conv2d_transpose_call(Layer *l, Output *x, Value training);
bool separable_conv2d_build(Layer *l, Output *x);
Output *separable_conv2d_call(Layer *l, Output *x, Value training);
Output *max_pooling1d_call(Layer *l, Output *x, Value training);
Output *max_pooling2d_call(Layer *l, Output *x, Value training);
Output *average_pooling1d_call(Layer *l, Output *x, Value training);
Output *average_pooling2d_call(Layer *l, Output *x, Value training);
bool batch_normalization_build(Layer *l, Output *x);
Output *batch_normalization_call(Layer *l, Output *x, Value training);

void layers_install(Tf *tf);

#endif
