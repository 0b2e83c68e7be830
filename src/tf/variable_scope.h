/* variable_scope.h: tf.variable_scope as other functions use it. */
#ifndef TFSCOPE_TF_VARIABLE_SCOPE_H
#define TFSCOPE_TF_VARIABLE_SCOPE_H

#include "tf/state.h"

/* A context manager of the generator style, from the arguments of variable_scope in order. */
Value variable_scope_manager(Tf *tf, const Value *a);

#endif
