/* nn.h: functions of tf.nn that layers are composed of. */
#ifndef TFSCOPE_TF_NN_H
#define TFSCOPE_TF_NN_H

#include "tf/state.h"

Output *bias_add_build(Tf *tf, Value value, Value bias, Value format, Str name);
/* rate: the probability is that of dropping (1.13 on), else of keeping. */
Output *dropout_build(Tf *tf, Value v, Value probability, bool rate, Value noise_shape, Value seed,
                      Str name);
/* A matrix of which the rows are the last dimension: how TensorFlow flattens, node by node. */
Output *flatten_outer_build(Tf *tf, Output *x);

#endif
