/* teaching.h: a lesson and a run of its program put together: which prose belongs to which step,
 * which claims hold. Gathered once: both take a walk through the run. */
#ifndef TFSCOPE_VIEW_TEACHING_H
#define TFSCOPE_VIEW_TEACHING_H

#include "lesson/lesson.h"

typedef struct Teaching {
    size_t nsections, nclaims; /* as the lesson has them */
    size_t *step;              /* [nsections] the step after which it is due */
    bool *comes;               /* [nsections] its moment comes in this run; else step is the last */
    bool *holds;               /* [nclaims] */
    bool *applies;             /* [nclaims] it is about this version of TensorFlow */
    Str *found;                /* [nclaims] what the run has instead, or the same */
} Teaching;

Teaching *teaching_make(Arena *a, const Lesson *lesson, const Trace *t);
/* The section that is due after `step` steps: the last one whose moment came; -1 before any. */
ptrdiff_t teaching_due(const Teaching *t, size_t step);

#endif
