/* host.h: what the graph engine asks of Python. */
#ifndef TFSCOPE_TF_HOST_H
#define TFSCOPE_TF_HOST_H

#include "tf/state.h"

Host host_make(Tf *tf);
/* Builds the nodes of an initializer, native or of the program: out is a tensor. */
bool host_initialize(Engine *e, Value initializer, bool has_shape, Shape shape, DType dtype,
                     Value partition_info, Output **out);

/* The program's stack, outermost frame first, each as Python's traceback writes it. */
typedef struct StackText {
    Str *at;
    uint32_t count;
} StackText;
StackText stack_now(Tf *tf);

#endif
