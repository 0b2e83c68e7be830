/* initializer.h: initializer objects as other files see them. */
#ifndef TFSCOPE_TF_INITIALIZER_H
#define TFSCOPE_TF_INITIALIZER_H

#include "tf/state.h"

/* initializer(shape, dtype): the nodes of section 3.5 in the current scope. */
bool initializer_object_build(Tf *tf, Value initializer, Shape shape, DType dtype,
                              Value partition_info, Output **out);
/* How records describe it: "zeros_initializer()". */
Str initializer_text(const Tf *tf, Value initializer);
/* A variance scaling initializer, for functions that give one (xavier …). */
Value scaling_make(Tf *tf, ClassId id, double scale, int mode, int distribution, Value seed,
                   DType dtype, bool *ok);
/* Makes it one of tf.contrib.layers, which scales normals in its own way. */
void initializer_set_contrib(Value initializer);

#endif
