/* complete.h: what Tab offers in a line of command: names of actions, then what their argument can
 * be now. */
#ifndef TFSCOPE_UI_COMPLETE_H
#define TFSCOPE_UI_COMPLETE_H

#include "ui/state.h"

typedef struct CompleteContext {
    const State *state;
    const World *world;
} CompleteContext;

/* A CompleteFn; context is a CompleteContext. Only reads: files are listed, not opened. */
void complete_command(void *context, Arena *a, Str text, Log *candidates, size_t *word);
/* The same for a pattern of names: the whole text is one word. */
void complete_pattern(void *context, Arena *a, Str text, Log *candidates, size_t *word);

#endif
