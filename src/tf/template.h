/* template.h: tf.make_template (section 5.2). */
#ifndef TFSCOPE_TF_TEMPLATE_H
#define TFSCOPE_TF_TEMPLATE_H

#include "tf/state.h"

void template_install(Tf *tf);

#endif
