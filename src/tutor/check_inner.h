/* check_inner.h: what the files of check share. */
#ifndef TFSCOPE_TUTOR_CHECK_INNER_H
#define TFSCOPE_TUTOR_CHECK_INNER_H

#include "tutor/check.h"

/* A lesson that is being checked. */
typedef struct Check {
    Arena *arena;
    CheckHost *host;
    Log *faults; /* PackFault */
    Lesson en, zh;
    const Trace *run; /* of its program; NULL: it was not accepted */
} Check;

/* Something is wrong at a place of lesson.json, such as "claims[2]"; or in a line of another file.
 */
void check_fault(Check *c, Str way, Str message);
void check_fault_line(Check *c, Str file, uint32_t line, Str message);
/* Runs a program of the lesson; NULL, and a fault, when it was not accepted. A run that was cut
 * short is a fault, too. */
const Trace *check_run(Check *c, const Source *program, Str tf);

/* check_exercise.c */
void check_exercise(Check *c, size_t i);
/* check_statement.c: the texts of both languages. */
void check_statements(Check *c);

#endif
