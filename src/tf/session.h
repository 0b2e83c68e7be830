/* session.h: running the graph from Python: elements of a graph, fetches, feeds, sessions. */
#ifndef TFSCOPE_TF_SESSION_H
#define TFSCOPE_TF_SESSION_H

#include "tf/state.h"

/* What graph.as_graph_element finds: a tensor, or an operation (the other is NULL). A fault of the
 * engine when v is neither, is not allowed, or belongs to another graph. */
bool element_find(Tf *tf, Graph *g, Value v, bool tensors, bool operations, Output **o, Node **n);
/* session.run(fetches, feeds): the result has the structure of the fetches. */
bool session_fetch(Tf *tf, Session *s, Value fetches, Value feeds, Value *result);
/* The feeds of a feed_dict (None: none), checked and converted. */
bool feeds_read(Tf *tf, Graph *g, Value dict, Feed **feeds, uint32_t *n);
/* t.eval() and op.run(): session None means the default one. */
bool eval_value(Tf *tf, Value tensor, Value feeds, Value session, Value *result);
bool run_operation(Tf *tf, Value operation, Value feeds, Value session, Value *result);
/* The innermost default session, or NULL. */
SessionObject *session_default(const Tf *tf);

#endif
