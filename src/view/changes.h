/* changes.h: what happened to the things of a graph between two moments: for the marks in every
 * pane. */
#ifndef TFSCOPE_VIEW_CHANGES_H
#define TFSCOPE_VIEW_CHANGES_H

#include "view/outline.h"

typedef enum ChangeMark {
    MARK_NONE = 0,
    MARK_NEW = 1,     /* `+` the node, or the prefix with its first member */
    MARK_CHANGED = 2, /* `~` a value, a shape */
    MARK_SHARED = 4,  /* `=` get_variable found it */
    MARK_ERROR = 8,   /* `!` an error is about it */
} ChangeMark;

/* Marks of branches; those of a branch above are in `below`. Its cost is that of the events between
 * the moments, not of the tree. Lives in a. */
typedef struct Changes Changes;
Changes *changes_make(Arena *a, const Trace *t, const Outline *o, Moment from, Moment to);
/* The same for other moments, another outline or another run, in the memory of c; without any cost
 * when they are those of c. */
void changes_move(Changes *c, const Trace *t, const Outline *o, Moment from, Moment to);
/* Is c about these? */
bool changes_are(const Changes *c, const Outline *o, Moment from, Moment to);
unsigned changes_of(const Changes *c, uint32_t branch); /* ChangeMark bits of the branch itself */
unsigned changes_below(const Changes *c, uint32_t branch); /* of anything below it */
/* The first and the last branch that something happened to, in the order of events; BRANCH_NONE for
 * none. */
uint32_t changes_first(const Changes *c);
uint32_t changes_last(const Changes *c);
char change_sign(unsigned marks); /* the most important one: '!', '+', '~', '=', or ' ' */

#endif
