/* build.h: a node in the making: what op_apply and node_make share. Only for src/graph. */
#ifndef TFSCOPE_GRAPH_BUILD_H
#define TFSCOPE_GRAPH_BUILD_H

#include "graph/opdef.h"

#define BUILD_ATTRS_MAX 12 /* most attributes that a row of op.def has */

typedef struct Build {
    Engine *e;
    Graph *graph;
    const OpDef *def;
    Name op;   /* the op's type */
    Name name; /* of the node, decided and legal */
    Naming naming;
    Output *const *inputs; /* converted, in order of the definition */
    uint32_t ninputs;
    const Attr *given; /* what the caller gave, in any order */
    uint32_t ngiven;
    Attr bound[BUILD_ATTRS_MAX]; /* by index in the definition; name NULL: not known yet */
    const char
        *from[BUILD_ATTRS_MAX]; /* the argument that an attribute was inferred from, or NULL */
} Build;

/* Takes the op's row and the given attributes. False when the op is not in the table. */
bool build_start(Build *b, Engine *e, const char *op, const Attr *attrs, uint32_t nattrs);
/* The bound attribute of that name, or NULL while it is not known. */
const Attr *build_attr(const Build *b, const char *name);
/* The converted tensors of one argument tell attributes, or must agree with those that are known.
 */
bool build_bind(Build *b, const ArgDef *arg, Output *const *values, uint32_t n);
/* Makes the node: attributes, control inputs, context, shapes; adds it to graph and trace. */
bool build_finish(Build *b, Node **node);

#endif
