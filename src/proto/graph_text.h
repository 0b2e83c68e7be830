/* graph_text.h: the text of a graph, made of the bytes of its GraphDef. */
#ifndef TFSCOPE_PROTO_GRAPH_TEXT_H
#define TFSCOPE_PROTO_GRAPH_TEXT_H

#include "base/sink.h"

/* The end of a GraphDef: versions of which nothing is told. */
#define NO_VERSIONS STR("\x22\0")

/* As str() of TensorFlow's message gives it, but for the number of the graph's version, which is
 * not modelled: a comment stands in its place. */
void graph_text(Arena *scratch, Str bytes, Sink *out);

#endif
