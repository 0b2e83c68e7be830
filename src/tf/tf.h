/* tf.h: the Python module tensorflow, for releases 1.0 to 1.15. */
#ifndef TFSCOPE_TF_TF_H
#define TFSCOPE_TF_TF_H

#include "graph/graph.h"
#include "run/run.h"

/* Makes the graph engine of release 1.minor and registers tensorflow and its modules with the run,
 * so that a program may import them. False when that release is not modelled. Called once a run,
 * before run_program. */
bool tf_install(Run *run, int minor);

/* The engine of a run that tf_install has prepared; NULL before. */
Engine *tf_engine(const Run *run);

#endif
