/* landmark.h: where in a run the things happened that a learner goes to from one to the next.
 *
 * They are gathered once from a finished trace, in order, so that the next one, the one before and
 * those of a part of a timeline cost a binary search. */
#ifndef TFSCOPE_VIEW_LANDMARK_H
#define TFSCOPE_VIEW_LANDMARK_H

#include "view/position.h"

typedef enum LandmarkKind {
    LANDMARK_ENTER,    /* a scope was entered */
    LANDMARK_LEAVE,    /* a scope was left */
    LANDMARK_VARIABLE, /* a variable was made */
    LANDMARK_SHARE,    /* get_variable found one that existed */
    LANDMARK_REUSE,    /* reuse_variables() switched reuse on */
    LANDMARK_ERROR,    /* an error was raised */
} LandmarkKind;

typedef struct Landmark {
    LandmarkKind kind;
    Moment event;
    Position at; /* where to stop for it: the last one of a step at the step's end, so that the line
                    is done; others right after their event */
} Landmark;

typedef struct Landmarks Landmarks;
const Landmarks *landmarks_make(Arena *a, const Trace *t);
size_t landmarks_count(const Landmarks *l);
Landmark landmarks_at(const Landmarks *l, size_t i);
size_t landmarks_before(const Landmarks *l, Position p); /* how many stop before p */
size_t landmarks_until(const Landmarks *l, Position p);  /* how many stop before p or there */

#endif
