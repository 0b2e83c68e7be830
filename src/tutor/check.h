/* check.h: everything that a lesson must be, proved by running it.
 *
 * What can be told from its files alone is told by reading them (lesson.h). Here the programs are
 * run: moments come in the order of the sections, claims are as their verdicts say, questions have
 * answers, solutions reach their goals and starting points do not, and what the texts state is
 * shown by the runs. Running is the host's work. */
#ifndef TFSCOPE_TUTOR_CHECK_H
#define TFSCOPE_TUTOR_CHECK_H

#include "lesson/statement.h"

typedef struct CheckHost CheckHost;
struct CheckHost {
    /* Runs a program with small budgets. The trace lives until the host is done with the lesson.
     * NULL: it was not accepted, or there is no such release; *line (0: none) and *trouble say why.
     */
    const Trace *(*run)(CheckHost *host, const Source *program, Str tf, int python, uint32_t *line,
                        Str *trouble);
    /* Does Python or TensorFlow know the word in this release? */
    bool (*knows)(CheckHost *host, Known as, Str word, Str tf, int python);
};

/* Reads and checks the lesson in `folder`; adds all that is wrong to faults (PackFault). */
void check_lesson(Arena *a, const char *folder, CheckHost *host, Log *faults);

#endif
