/* graph_def.h: the graph of a run as a protocol buffer. */
#ifndef TFSCOPE_EXPORT_GRAPH_DEF_H
#define TFSCOPE_EXPORT_GRAPH_DEF_H

#include "export/export.h"

/* The graph that is the default one at the step that is asked for, as far as it was built then. Of
 * a run that is here with its attributes, else (a trace that was read) with what the trace knows.
 */
GraphTold graph_def_of(const Exported *e);
/* The step whose graph is told: the one that is asked for, else the last. */
size_t graph_def_step(const Exported *e);

#endif
