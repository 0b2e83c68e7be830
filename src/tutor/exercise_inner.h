/* exercise_inner.h: goals about the output. Only for src/tutor/exercise*.c. */
#ifndef TFSCOPE_TUTOR_EXERCISE_INNER_H
#define TFSCOPE_TUTOR_EXERCISE_INNER_H

#include "tutor/exercise.h"

/* What was printed instead. */
typedef struct OutputOther {
    bool there;    /* a line was printed instead, or one too many */
    Moment moment; /* of the print of that line */
    Str instead;   /* a sentence */
} OutputOther;

/* Of a goal of e about the output that does not hold. */
OutputOther output_other(Arena *a, const Exercise *e, const Claim *goal, const Trace *t);

#endif
