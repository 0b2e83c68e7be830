/* counts.h: how often each variable scope was opened (section 4.4), which decides what a
 * default_name becomes.
 *
 * Leaving a scope by string sets the counts of all that lies below it back to 0; leaving a scope by
 * object brings back the counts of the moment after entering. Both are done without looking at
 * scopes that did not change: the counts form a tree by path, in which every entry knows how many
 * entries below it are not 0, and changes made while an object is entered are remembered so that
 * they can be undone. */
#ifndef TFSCOPE_GRAPH_COUNTS_H
#define TFSCOPE_GRAPH_COUNTS_H

#include "base/map.h"

typedef struct ScopeCounts ScopeCounts;

ScopeCounts *counts_make(Arena *a, Names *names);
int64_t counts_get(const ScopeCounts *c, Name scope);
void counts_add(ScopeCounts *c, Name scope);    /* one more opening */
void counts_forget(ScopeCounts *c, Name scope); /* all whose name begins with `scope` and a slash */
void counts_forget_all(ScopeCounts *c);
size_t counts_mark(ScopeCounts *c);               /* an object was entered: remember changes */
void counts_restore(ScopeCounts *c, size_t mark); /* it is left: undo them */
uint32_t counts_objects(const ScopeCounts *c);    /* how many objects are entered */
/* `full` if it was not opened, else the first of full_1, full_2 … that was not. */
Name counts_unique(ScopeCounts *c, Name full);

#endif
