/* place.h: where nodes are placed: tf.device and tf.colocate_with (section 1.9). Only for
 * src/graph. */
#ifndef TFSCOPE_GRAPH_PLACE_H
#define TFSCOPE_GRAPH_PLACE_H

#include "graph/graph.h"

/* Gives a node that was just added its device and its colocation groups, from what is open. */
bool node_place(Engine *e, Node *n);
/* Puts a node that has no group into those of `with`. */
void node_place_beside(Engine *e, Node *n, const Node *with);

#endif
