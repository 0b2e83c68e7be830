/* graph_def.h: GraphDef and NodeDef. */
#ifndef TFSCOPE_TF_GRAPH_DEF_H
#define TFSCOPE_TF_GRAPH_DEF_H

#include "tf/state.h"

/* The nodes of the graph behind number `from`. shapes: with an attribute _output_shapes. */
bool graph_def_make(Tf *tf, const Graph *g, int64_t from, bool shapes, Value *result);
Value node_def_make(Tf *tf, Node *n);

#endif
