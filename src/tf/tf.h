/* tf.h: the Python module tensorflow, for the releases of dialect.def. */
#ifndef TFSCOPE_TF_TF_H
#define TFSCOPE_TF_TF_H

#include "graph/dialect.h"
#include "run/run.h"

typedef struct Engine Engine; /* graph/graph.h */

/* Makes the graph engine of release 1.minor and registers tensorflow and its modules with the run,
 * so that a program may import them. False when that release is not modelled. Called once a run,
 * before run_program. */
bool tf_install(Run *run, int minor);
/* The same for a dialect, which need not be that of a release. */
void tf_install_dialect(Run *run, const Dialect *dialect);

/* Names of the API that the run asked for and got, and that another dialect has not, or not in the
 * same form: "tf.AUTO_REUSE", separated by ", ". Those that it does not have at all go before
 * others: then only they are told, and *changed is false. Lives in a; empty when there is none. */
Str tf_names_not_in(Arena *a, const Run *run, const Dialect *other, bool *changed);
/* The engine of a run that tf_install has prepared; NULL before. */
Engine *tf_engine(const Run *run);

/* A graph as a protocol buffer. */
typedef struct GraphBytes {
    Sink bytes; /* of a GraphDef */
    Sink lacks; /* which attributes are left out because nobody knows whether the release has them:
                   "Conv2D.dilations, …" */
} GraphBytes;

/* The first nodes of a graph of a run that is here; in a, and nothing of the run's is used up. */
void tf_graph_bytes(Run *run, Arena *a, const TraceGraph *g, size_t nodes, GraphBytes *to);

#endif
