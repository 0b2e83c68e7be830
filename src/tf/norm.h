/* norm.h: moments, moving averages and normalization, as layers and tf.nn use them. */
#ifndef TFSCOPE_TF_NORM_H
#define TFSCOPE_TF_NORM_H

#include "tf/build.h"

/* tf.nn.moments(x, axes, keep_dims) in its scope `moments`. */
bool moments_build(Tf *tf, Output *x, Value axes, bool keep_dims, Value *mean, Value *variance);
/* tf.nn.batch_normalization; offset and scale may be None. */
Output *batch_normalization_build_nn(Tf *tf, Value x, Value mean, Value variance, Value offset,
                                     Value scale, Value epsilon, Str name);
/* variable -= (variable - value) * (1 - decay), in a scope AssignMovingAvg. */
bool moving_average_build(Tf *tf, Value variable, Value value, Value decay, Value *result);

#endif
