/* variable.h: making variables, for tf.Variable and tf.get_variable alike. */
#ifndef TFSCOPE_GRAPH_VARIABLE_H
#define TFSCOPE_GRAPH_VARIABLE_H

#include "graph/graph.h"

/* Where the initial value comes from. One of ready, library and host is set. */
typedef struct InitialValue {
    Output *ready;              /* a tensor that exists */
    const Initializer *library; /* one of TensorFlow's own, called with the request's shape */
    Value host;                 /* of the program: to call when callable, else to convert */
    bool callable;
    bool has_shape; /* host is called with shape, dtype and partition_info */
    DType dtype;    /* imposed on the value; DTYPE_INVALID: none */
} InitialValue;

/* Section 2.1 from step 3 on. key is the store key of get_variable, NULL for tf.Variable. */
bool variable_make(Engine *e, const VariableRequest *r, const InitialValue *initial, Name key,
                   Variable **out);
/* The initial value with every variable that it depends on replaced by its initialized value
 * (section 2.3). made is the scope string of the variable that is being made. */
bool variable_guard(Engine *e, Output *value, Name made, Output **out);

/* Why a variable is as it is, in the trace. naming: how the name of its op was decided. */
void reasons_variable(Engine *e, const Variable *v);
void reasons_created(Engine *e, const Variable *v, const VariableRequest *r);
void reasons_shared(Engine *e, const Variable *v, const TraceShare *share);
/* The fault that is stored is about key, by this rule; origin is the variable that is there
 * already, or NULL. */
bool reasons_refused(Engine *e, Rule rule, Name key, const Variable *origin);

#endif
