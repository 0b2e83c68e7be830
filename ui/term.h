/* term.h: the terminal. The only file that knows curses is term.c; it copies grids to the screen
 * and reads keys. */
#ifndef TFSCOPE_UI_TERM_H
#define TFSCOPE_UI_TERM_H

#include "base/grid.h"
#include "ui/key.h"
#include "ui/theme.h"

typedef struct Term Term;

typedef struct TermOptions {
    Theme theme;
    bool colours; /* as --color, NO_COLOR say; without effect where the terminal has none */
    bool mouse;
} TermOptions;

/* Takes the terminal. NULL: *why says why, without a full stop: no terminal, TERM unset, dumb or
 * unknown. */
Term *term_open(Arena *a, const TermOptions *options, Str *why);
void term_close(Term *t); /* gives the terminal back as it was; NULL is allowed */
void term_size(const Term *t, int *rows, int *cols);
bool term_unicode(const Term *t); /* the locale can show box characters */
void term_set(Term *t, const TermOptions *options);
/* Shows a grid: writes what differs from what is shown. */
void term_show(Term *t, const Grid *g);
void term_redraw(Term *t); /* the next term_show writes everything */
/* Waits for a key at most `milliseconds` (-1: for ever). KEYCODE_NONE: none came. KEYCODE_RESIZE: a
 * new size. False: the terminal is gone or a signal asks to leave. */
bool term_key(Term *t, int milliseconds, Key *key);
void term_suspend(Term *t); /* Ctrl-Z: to the shell, and back */
/* Gives the terminal to another program while fn runs. */
void term_lend(Term *t, void (*fn)(void *context), void *context);
/* To the terminal's clipboard (OSC 52), at most 64 KiB. False: the terminal is none of those that
 * are known to have one. */
bool term_copy(Term *t, Str text, Arena *scratch);
int term_signal(const Term *t); /* the signal that asked to leave, 0 for none */

#endif
