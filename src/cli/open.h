/* open.h: `tfscope`, `tfscope FILE`, `tfscope LESSON`. */
#ifndef TFSCOPE_CLI_OPEN_H
#define TFSCOPE_CLI_OPEN_H

#include "cli/cli.h"

/* Opens a file, a lesson by its id, or (NULL) the first lesson. Returns the exit status. */
int open_argument(const Cli *cli, const char *what);

#endif
