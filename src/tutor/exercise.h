/* exercise.h: exercises, judged on the run of the learner's program. */
#ifndef TFSCOPE_TUTOR_EXERCISE_H
#define TFSCOPE_TUTOR_EXERCISE_H

#include "lesson/lesson.h"

/* One goal in a run. */
typedef struct GoalJudged {
    bool holds;
    size_t step; /* where it went another way: the step that did something else instead (made
                    another name, raised, made one too many …); 0: there is no such step */
    Str instead; /* what happened instead, in the chosen language, without saying how to do it;
                    empty when it holds. The goal's own words (Claim.reason) are not in it: they
                    are said before it */
} GoalJudged;

typedef struct Judged {
    bool passed;       /* all goals hold, the program was accepted, and it was run to its end */
    size_t ngoals;     /* as the exercise has them */
    GoalJudged *goals; /* [ngoals] */
    size_t first;      /* the first goal that does not hold; ngoals when all do */
    Str stopped;       /* empty, or why nothing can be passed whatever holds: the program was not
                          accepted, uses what is not modelled, or used up a budget */
} Judged;

/* Judges a run; of a text that was not accepted (accepted false) no goal holds, and t may be NULL.
 * Lives in a. */
Judged *exercise_judge(Arena *a, const Exercise *e, const Trace *t, bool accepted);

#endif
