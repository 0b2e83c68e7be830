/* lessons.h: what `tfscope lessons` does besides listing them: the rows of lessons.def. */
#ifndef TFSCOPE_CLI_LESSONS_H
#define TFSCOPE_CLI_LESSONS_H

#include "cli/cli.h"

#define LESSONS(ID, name, least, most, usage, help) int lessons_##ID(const Cli *cli);
#include "cli/lessons.def"
#undef LESSONS

typedef struct LessonsRow {
    const char *name;
    CommandFn *run; /* with the arguments behind the name */
    int least, most;
    const char *usage, *help;
} LessonsRow;

extern const LessonsRow lessons_rows[]; /* the last one has no name */

#endif
