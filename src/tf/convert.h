/* convert.h: Python values as tensors (section 1.5). */
#ifndef TFSCOPE_TF_CONVERT_H
#define TFSCOPE_TF_CONVERT_H

#include "tf/state.h"

/* The value as a tensor, as tf.constant makes it: want is the imposed dtype or DTYPE_INVALID. A
 * fault of the value is stored in the engine (FAULT_TYPE, FAULT_VALUE). */
bool literal_tensor(Tf *tf, Value v, DType want, const Tensor **t);
/* Host.convert. */
bool host_convert(Engine *e, Value v, DType want, const char *name, bool as_ref, Output **out);
/* Is v a tensor or a variable, or a list in which one is? */
bool holds_tensor(const Tf *tf, Value v);
/* Lists in lists without end (depth 0 to begin with), which nothing can walk; and their refusal. */
bool nested_deeply(const Tf *tf, Value v, int depth);
bool refuse_nested(Tf *tf);

#endif
