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
/* How a graph is written: a sum of these. */
typedef enum GraphForm {
    GRAPH_SHAPES = 1,  /* with an attribute _output_shapes */
    GRAPH_LENIENT = 2, /* attributes that the model does not know are left out, else refused */
} GraphForm;

/* The nodes with numbers from `from` + 1 to `until`. */
typedef struct NodeRange {
    int64_t from, until;
} NodeRange;

/* A node as text, each line behind `indent` spaces. */
bool node_text(Tf *tf, const Node *n, int indent, Sink *out);
/* The same as bytes of a NodeDef. */
bool node_bytes(Tf *tf, const Node *n, Sink *out);
/* Nodes of a graph as bytes of a GraphDef (proto/graph_text.h makes text of them). */
bool graph_bytes(Tf *tf, const TraceGraph *g, NodeRange range, GraphForm form, Sink *out);

#endif
