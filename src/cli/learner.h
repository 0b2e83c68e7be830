/* learner.h: what is known of who learns here, and where it is kept: progress in the user's state
 * folder, and, when it was asked for, a log for a teacher. */
#ifndef TFSCOPE_CLI_LEARNER_H
#define TFSCOPE_CLI_LEARNER_H

#include "base/log.h"
#include "cli/cli.h"
#include "lesson/lesson.h"
#include "tutor/progress.h"

typedef struct Learner {
    Progress *progress;
    const char *log; /* path of the teacher's log; NULL: none is kept */
    bool log_failed; /* that was said */
    Str trouble;     /* with what was read, as a sentence to be said once; empty: none */
} Learner;

/* Reads what is known, from --progress, else from the user's own folder; a script is played by
 * nobody, and who follows a presenter does not learn. Lives in cli->arena. */
Learner *learner_make(const Cli *cli);
/* Takes deeds (a Log of Deed; NULL: the end) and keeps them. Returns trouble as a sentence in a, or
 * an empty text. */
Str learner_note(Learner *l, Arena *a, const Log *deeds);
/* Where the course is gone on with: the lesson that was open last, or the next one when nothing is
 * left in it; and the step that was reached there. The first lesson for who begins. */
const Lesson *learner_lesson(const Learner *l, const Lesson *lessons, size_t n, int64_t *step);

#endif
