/* assign.h: assigning to variables. */
#ifndef TFSCOPE_TF_ASSIGN_H
#define TFSCOPE_TF_ASSIGN_H

#include "tf/state.h"

typedef enum Assignment { ASSIGN, ASSIGN_ADD, ASSIGN_SUB } Assignment;

/* v.assign(a[1], a[2] use_locking [, a[3] name, a[4] read_value from 1.11 on]). */
bool assign_method(Tf *tf, Assignment kind, const Value *a, Value *result);
/* tf.count_up_to(a[0] ref, a[1] limit, a[2] name). */
bool count_up_to(Tf *tf, const Value *a, Value *result);
/* tf.scatter_sub(a[0] ref, a[1] indices, a[2] updates, a[3] use_locking, a[4] name). */
bool scatter_sub(Tf *tf, const Value *a, Value *result);

#endif
