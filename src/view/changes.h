/* changes.h: what happened to the things of a graph between two moments: for the marks in every
 * pane. */
#ifndef TFSCOPE_VIEW_CHANGES_H
#define TFSCOPE_VIEW_CHANGES_H

#include "view/outline.h"

typedef enum ChangeMark {
    MARK_NONE = 0,
    MARK_NEW = 1,     /* `+` */
    MARK_CHANGED = 2, /* `~` a value, a shape */
    MARK_SHARED = 4,  /* `=` get_variable found it */
    MARK_ERROR = 8,   /* `!` an error is about it */
} ChangeMark;

/* Marks of branches; those of a branch above are in `below`. Its cost is that of the events between
 * the moments, not of the tree. Lives in a. */
typedef struct Changes Changes;
Changes *changes_make(Arena *a, const Trace *t, const Outline *o, Moment from, Moment to);
unsigned changes_of(const Changes *c, uint32_t branch); /* ChangeMark bits of the branch itself */
unsigned changes_below(const Changes *c, uint32_t branch); /* of anything below it */
char change_sign(unsigned marks); /* the most important one: '!', '+', '~', '=', or ' ' */

#endif
