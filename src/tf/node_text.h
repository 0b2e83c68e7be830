/* node_text.h: attributes of operations as a release has them, and nodes as text of their protocol
 * buffers. */
#ifndef TFSCOPE_TF_NODE_TEXT_H
#define TFSCOPE_TF_NODE_TEXT_H

#include "tf/state.h"

/* The attributes of a node in the order of their names, with _class; refused when the release at
 * hand may have others than the model knows. */
bool node_attributes(Tf *tf, const Node *n, const Attr **attrs, uint32_t *count);
/* Is an attribute with a list of numbers a list of types? */
bool node_lists_types(const Node *n, const char *attr);
/* A node as text, each line behind `indent` spaces. shapes: with an attribute _output_shapes. */
bool node_text(Tf *tf, const Node *n, int indent, bool shapes, Sink *out);
/* The whole graph as text: nodes with a greater number than `from`. */
bool graph_text(Tf *tf, const Graph *g, int64_t from, bool shapes, Sink *out);

#endif
