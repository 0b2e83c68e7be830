/* nest.h: structures of lists, tuples, named tuples and dicts, as tf.contrib.framework.nest sees
 * them. */
#ifndef TFSCOPE_TF_NEST_H
#define TFSCOPE_TF_NEST_H

#include "tf/state.h"

/* A list, tuple, named tuple or dict? */
bool is_nest(const Tf *tf, Value v);
/* The leaves of v in order, dicts by sorted keys; v itself when it is no structure. False: it nests
 * endlessly. */
bool nest_flatten(Tf *tf, Value v, Value **leaves, uint32_t *n);
/* A structure like `like` of these leaves, of which there are as many as it has. */
bool nest_pack(Tf *tf, Value like, const Value *leaves, Value *result);
/* nest.assert_same_structure, with TensorFlow's errors. */
bool nest_same(Tf *tf, Value a, Value b);

#endif
