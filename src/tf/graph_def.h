/* graph_def.h: GraphDef and NodeDef. */
#ifndef TFSCOPE_TF_GRAPH_DEF_H
#define TFSCOPE_TF_GRAPH_DEF_H

#include "tf/node_text.h"

/* The nodes of the graph behind number `from`. */
bool graph_def_make(Tf *tf, const Graph *g, int64_t from, GraphForm form, Value *result);
Value node_def_make(Tf *tf, Node *n);

#endif
