/* course.h: the lessons that there are: those of the installed program, and packs of others. */
#ifndef TFSCOPE_CLI_COURSE_H
#define TFSCOPE_CLI_COURSE_H

#include "cli/cli.h"
#include "lesson/lesson.h"

/* Reads the program's own course (unless --no-course), then the packs of TFSCOPE_LESSONS and those
 * of --lessons, in the language that is chosen now. What is wrong with one is in course->faults. */
void course_read(const Cli *cli, Course *course);
/* The same, and says on stderr what is wrong. False: there is no lesson at all, and that was said.
 */
bool course_asked(const Cli *cli, Course *course);
/* Says on stderr what is wrong, a line for each lesson. */
void course_complain(const Cli *cli, const Course *course);

#endif
