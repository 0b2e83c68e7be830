/* operators.h: Python's operators on tensors and variables (section 1.6). */
#ifndef TFSCOPE_TF_OPERATORS_H
#define TFSCOPE_TF_OPERATORS_H

#include "tf/state.h"

/* Slots of Tensor and Variable. */
bool operator_unary(Run *run, UnaryOperator op, Value self, Value *result);
bool operator_binary(Run *run, BinaryOperator op, Value self, Value other, bool reflected,
                     Value *result);
bool operator_compare(Run *run, CompareOperator op, Value self, Value other, Value *result);
bool operator_get_item(Run *run, Value self, Value key, Value *result);
/* __abs__ */
bool tensor_abs(Tf *tf, const Value *a, Value *result);

#endif
