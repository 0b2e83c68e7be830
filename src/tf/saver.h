/* saver.h: tf.train.Saver. */
#ifndef TFSCOPE_TF_SAVER_H
#define TFSCOPE_TF_SAVER_H

#include "tf/state.h"

void saver_install(Tf *tf);

#endif
