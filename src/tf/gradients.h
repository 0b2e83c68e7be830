/* gradients.h: gradients from Python's values. */
#ifndef TFSCOPE_TF_GRADIENTS_H
#define TFSCOPE_TF_GRADIENTS_H

#include "graph/gradient.h"
#include "tf/state.h"

typedef struct GradientArgs {
    Value ys, xs, grad_ys, name; /* as the program gave them */
    Value colocate, aggregation, stops;
    bool gate;
    bool zeros; /* unconnected_gradients: zeros instead of None */
} GradientArgs;

/* tf.gradients: a list with a tensor, IndexedSlices or None for each of xs. */
bool gradients_call(Tf *tf, const GradientArgs *a, Value *result);
/* What the program gets of a slope: a tensor, IndexedSlices or None. */
Value slope_value(Tf *tf, const Slope *s);
/* A tensor, IndexedSlices, or what converts to a tensor. */
bool slope_of(Tf *tf, Value v, const char *name, Slope *s);

#endif
