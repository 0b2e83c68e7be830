/* getter.h: custom getters and get_variable. */
#ifndef TFSCOPE_TF_GETTER_H
#define TFSCOPE_TF_GETTER_H

#include "tf/state.h"

/* What get_variable was called with, after self: in the order of the longest signature. Absent ones
 * are unbound. */
typedef struct GetArgs {
    Value name, shape, dtype, initializer, regularizer, trainable, collections, caching_device,
        partitioner, validate_shape, use_resource, custom_getter, constraint, synchronization,
        aggregation;
} GetArgs;

/* tf.get_variable in a scope (section 3.2). */
bool variable_get_in(Tf *tf, VarScope *scope, const GetArgs *a, Value *result);
/* The getter of a scope opened with `inner` where `outer` was in force (section 3.9). */
Value getter_compose(Tf *tf, Value inner, Value outer);
/* A reuse flag as the program writes it; false: none of True, False, None, AUTO_REUSE. -1 stands
 * for None, 2 for AUTO_REUSE. */
bool reuse_of(const Tf *tf, Value v, int *reuse);
Value reuse_value(const Tf *tf, Reuse reuse);
/* What TensorFlow says of a collections argument that is no list, tuple or set; empty when it is
 * one, or None. */
bool collections_fault(Tf *tf, Value collections, Str *fault);
/* f(*positional, **keywords) */
bool call_spread(Run *run, Value f, Value positional, Value keywords, Value *result);
/* The default dtype of a scope, as the program gave it. */
Value varscope_dtype(Tf *tf, const VarScope *s);
/* True, False, None for use_resource: 1, 0, -1. */
bool arg_use_resource(Tf *tf, Value v, int *use_resource);

#endif
