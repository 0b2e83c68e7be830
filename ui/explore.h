/* explore.h: the explorer: a loop of key, update, draw; on a terminal, from a script of keys, or
 * line by line without drawing. */
#ifndef TFSCOPE_UI_EXPLORE_H
#define TFSCOPE_UI_EXPLORE_H

#include "ui/state.h"

typedef struct ExploreOptions {
    Theme theme;
    bool colours, mouse, ascii;
    Str key_file; /* text of the user's file of keys, and its name; empty: none */
    Str key_file_name;
    int64_t at;       /* step to begin at; -1: the first */
    Str state_folder; /* where folds are kept, by program; empty: nowhere */
} ExploreOptions;

/* On the terminal, until the user leaves. False: there is no terminal that can do it, *why says it.
 */
bool explore_terminal(World *w, const ExploreOptions *options, Str *why);

typedef enum DumpForm { DUMP_TEXT, DUMP_LOOKS, DUMP_SVG } DumpForm;
/* A script of keys (script.h): the screens that it passed are written to out. False: *error. */
bool explore_script(World *w, const ExploreOptions *options, Str keys, int rows, int cols,
                    DumpForm form, Sink *out, Str *error);
/* Line by line: each line that is read is a command; what it changed is told in words. */
void explore_plain(World *w, const ExploreOptions *options, FILE *in, Sink *out, bool prompts);

#endif
