/* probe.h: runs programs for the check of lessons (tutor/check.h): small budgets, and what was run
 * before is not run again. */
#ifndef TFSCOPE_CLI_PROBE_H
#define TFSCOPE_CLI_PROBE_H

#include "tutor/check.h"

/* Everything lives in a, but the runs: probe_done frees those. */
CheckHost *probe_make(Arena *a);
void probe_done(CheckHost *host);

#endif
