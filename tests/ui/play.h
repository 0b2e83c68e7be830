/* play.h: plays a script of keys with the program itself and gives the screens that it passed. */
#ifndef TFSCOPE_TESTS_UI_PLAY_H
#define TFSCOPE_TESTS_UI_PLAY_H

#include "base/str.h"

typedef struct Play {
    const char *program; /* FILE below the source tree, or LESSON */
    Str options;         /* more of them, with blanks between */
    const char *locale;  /* LC_ALL */
    const char *dump;    /* "text", "looks", "svg" */
    const char *keys;    /* the script, or @ and the name of its file */
    int cols, rows;
} Play;

/* Runs it in the top folder of the source, without any file of the user's. Returns what it wrote,
 * to stderr included; *status is its exit status, or minus the signal that ended it. */
Str play_screens(Arena *a, const Play *p, int *status);

#endif
