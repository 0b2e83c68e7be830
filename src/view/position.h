/* position.h: a place in a run, to the very event; stepping from place to place.
 *
 * A position is a state of the run: after so many steps, or inside a step, after some of its
 * events. Moving by events stops where a learner sees something happen (story_tells); the last stop
 * of a step is its end, so that whoever goes on by events passes the same ends as who goes by
 * lines. */
#ifndef TFSCOPE_VIEW_POSITION_H
#define TFSCOPE_VIEW_POSITION_H

#include "trace/trace.h"

/* After `step` steps; inside the step's events when moment lies before its end. moment is in
 * (start of step .. end of step], or that end when the step has no events or is step 0. */
typedef struct Position {
    size_t step;
    Moment moment;
} Position;

Position position_end(const Trace *t, size_t step); /* after a step; after the last one at most */
Position position_clip(const Trace *t, Position p); /* p, or the end of the nearest step */
int position_cmp(Position x, Position y);           /* <0, 0, >0: x is earlier, the same, later */
bool position_inside(const Trace *t, Position p);   /* p is not at the end of its step */
/* Right after an event; the end of its step when nothing that is told comes behind it. */
Position position_after(const Trace *t, Moment event);

/* The next stop by events, and the one before. False: there is none. */
bool position_next(const Trace *t, Position from, Position *to);
bool position_before(const Trace *t, Position from, Position *to);
/* The frame that runs there; FRAME_NONE before the first step. */
uint32_t position_frame(const Trace *t, Position p);
/* The same for who looks at names: where the program is over, the frame that it ended in, or that
 * of an error that ended it. */
uint32_t position_frame_seen(const Trace *t, Position p);

/* What became of a search for the end or the start of a block. */
typedef enum BlockFound {
    BLOCK_NONE,  /* no with block and no call is open there */
    BLOCK_FOUND, /* *to is where it is */
    BLOCK_CUT,   /* the run ended inside of it: *to is the last position */
} BlockFound;

/* Right after the innermost with block or call that is open there is left. */
BlockFound position_block_end(const Trace *t, Position from, Position *to);
/* Right after it was entered; when that is here already, the one around it. Where none is open, of
 * the one that this step ended. */
BlockFound position_block_start(const Trace *t, Position from, Position *to);

#endif
