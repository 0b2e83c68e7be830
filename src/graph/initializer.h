/* initializer.h: parts of the node groups of initializers (section 3.5). Each makes one node in the
 * current scope; names are made unique there. False with the fault. */
#ifndef TFSCOPE_GRAPH_INITIALIZER_H
#define TFSCOPE_GRAPH_INITIALIZER_H

#include "graph/graph.h"

/* A Const: an int32 vector. */
bool put_ints(Engine *e, const char *name, const int64_t *v, int n, Output **out);
bool put_unary(Engine *e, const char *op, const char *name, Output *x, Output **out);
bool put_binary(Engine *e, const char *op, const char *name, Output *x, Output *y, Output **out);
/* `v * y` of a Python number and a tensor: name/x, then name. */
bool put_scaled(Engine *e, double v, Output *y, Output **out);

/* What initializers of matrices do in the scope of the variable. */
bool orthogonal_build(Engine *e, const Initializer *i, Shape shape, DType dtype, Output **out);
bool identity_build(Engine *e, const Initializer *i, Shape shape, DType dtype, Output **out);

#endif
