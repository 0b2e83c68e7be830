/* generated.h: functions that TensorFlow generates from op definitions. */
#ifndef TFSCOPE_TF_GENERATED_H
#define TFSCOPE_TF_GENERATED_H

#include "tf/state.h"

/* Calls the op of a row: its arguments in the order of the row's signature. */
bool generated_call(Tf *tf, const ApiRow *row, const Value *a, Value *result);

#endif
