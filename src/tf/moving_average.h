/* moving_average.h: tf.train.ExponentialMovingAverage. */
#ifndef TFSCOPE_TF_MOVING_AVERAGE_H
#define TFSCOPE_TF_MOVING_AVERAGE_H

#include "tf/state.h"

void moving_average_install(Tf *tf);

#endif
