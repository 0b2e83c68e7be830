/* variables.h: installs the constructor of tf.Variable. */
#ifndef TFSCOPE_TF_VARIABLES_H
#define TFSCOPE_TF_VARIABLES_H

#include "tf/state.h"

void variables_install(Tf *tf);

#endif
