/* layers.h: how tf.layers names things (section 5.1): the scope of a layer, and its variables. */
#ifndef TFSCOPE_TF_LAYERS_H
#define TFSCOPE_TF_LAYERS_H

#include "tf/build.h"

/* A layer that is being called: its variable scope is open, and its op scope. */
typedef struct Layer {
    Tf *tf;
    VarScope *scope; /* the layer's own, captured */
    Value reuse;     /* as it was given */
    bool built;      /* its variables exist: they are shared */
    Value trainable;
    VarScopeEntry entry; /* while open */
    OpScope op;
} Layer;

/* Decides the scope: name given, or base made unique; then opens it for one call. */
bool layer_open(Layer *l, Tf *tf, Value name, const char *base, Value reuse);
void layer_close(Layer *l);
/* Opens and leaves the scopes of a layer that was made before. */
bool layer_enter(Layer *l);
/* One variable of the layer. */
typedef struct LayerVariable {
    const char *name;
    Shape shape;
    DType dtype;
    Value initializer, regularizer, constraint;
    bool trainable;
} LayerVariable;
bool layer_variable(Layer *l, const LayerVariable *v, Value *result);
/* activation(o), or o when it is None. */
Output *layer_activation(Tf *tf, Value activation, Output *o);

#endif
