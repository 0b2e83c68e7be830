/* getvar.h: single and partitioned variables of tf.get_variable. */
#ifndef TFSCOPE_GRAPH_GETVAR_H
#define TFSCOPE_GRAPH_GETVAR_H

#include "graph/graph.h"

/* What a shard adds to the request for a single variable. */
typedef struct Shard {
    Output *ready;     /* its slice of a tensor or value, or NULL */
    const Shape *full; /* shape of the whole variable; NULL for an ordinary variable */
} Shard;

/* One variable of its own: sections 3.3 and 3.4. */
bool getvar_single(Engine *e, const VariableRequest *r, Reuse reuse, const Shard *shard,
                   Variable **out);
/* A partitioned variable: section 3.8. with: a partitioner was given; else the one that exists is
 * looked up. */
bool getvar_partitioned(Engine *e, const VariableRequest *r, Reuse reuse, bool with,
                        Partitioned **out);
/* The initializer that a dtype has when none is given; false: it has none, an error. */
bool getvar_default(Engine *e, Name key, DType dtype, Initializer *standard);

#endif
