/* explore.h: the explorer: a loop of key, update, draw; on a terminal, from a script of keys, or
 * line by line without drawing. */
#ifndef TFSCOPE_UI_EXPLORE_H
#define TFSCOPE_UI_EXPLORE_H

#include "ui/link.h"

typedef struct ExploreOptions {
    Theme theme;
    bool colours, mouse, ascii;
    Str key_file; /* text of the user's file of keys, and its name; empty: none */
    Str key_file_name;
    int64_t at;       /* step to begin at; -1: the first */
    Str beside;       /* what to compare with, as the action takes it; empty: nothing */
    LinkOptions link; /* presenting and following */
    bool continues;   /* the course is gone on with: what came back is offered first */
    Str going_on;     /* where one goes on, as a sentence; empty: nothing to say */
    Str trouble;      /* with what is known of the learner; empty: none */
    Str state_folder; /* where folds are kept, by program; empty: nowhere */
} ExploreOptions;

/* On the terminal, until the user leaves. False: there is no terminal that can do it, *why says it.
 */
bool explore_terminal(World *w, const ExploreOptions *options, Str *why);

/* A screen that a script of keys passed. */
typedef struct ScreenPassed {
    Str keys;           /* the group of keys that led to it; "start" for the first */
    size_t step, steps; /* where it is, of how many */
    const State *state; /* its theme, and whether it has colours */
    const Grid *grid;
} ScreenPassed;

/* Called with each screen. */
typedef void ScreenPassedFn(void *context, const ScreenPassed *it);

/* A script of keys (script.h). */
typedef struct Script {
    Str keys;
    int rows, cols; /* of the screen */
    ScreenPassedFn *passed;
    void *context;
} Script;

/* Plays a script. False: *error says where it is wrong; nothing was played. */
bool explore_script(World *w, const ExploreOptions *options, const Script *script, Str *error);
/* Line by line: each line that is read is a command; what it changed is told in words. True: there
 * was no line, and everything was printed from the first step to the last. */
bool explore_plain(World *w, const ExploreOptions *options, FILE *in, Sink *out, bool prompts);

#endif
