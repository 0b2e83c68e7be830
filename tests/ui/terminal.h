/* terminal.h: a terminal for tests: a pseudo-terminal whose screen is that of libvterm, and in it a
 * small shell with job control that runs one program, so that what a program leaves behind can be
 * looked at while the terminal still lives. Waiting is always for a condition. */
#ifndef TFSCOPE_TESTS_UI_TERMINAL_H
#define TFSCOPE_TESTS_UI_TERMINAL_H

#include <sys/types.h>
#include <termios.h>

#include "base/grid.h"

typedef struct Terminal Terminal;

/* What the job did last. */
typedef enum JobState { JOB_RUNS, JOB_STOPPED, JOB_EXITED, JOB_KILLED } JobState;

typedef struct Job {
    JobState state;
    pid_t pid;
    int number; /* exit status, or the signal that killed it */
} Job;

/* Runs a program (argv[0] is its path; ends with NULL) with TERM set to `term` (NULL: unset) in a
 * new terminal of that size. */
Terminal *terminal_start(int rows, int cols, const char *term, char *const argv[]);
/* Kills what still runs. */
void terminal_end(Terminal *t);

void terminal_type(Terminal *t, Str bytes);
void terminal_resize(Terminal *t, int rows, int cols);
void terminal_signal(Terminal *t, int sig); /* to the job */
void terminal_foreground(Terminal *t);      /* "fg": gives a stopped job the terminal, goes on */
/* Something else writes to the screen, as a shell does. */
void terminal_scribble(Terminal *t, const char *bytes);
void terminal_hang_up(Terminal *t); /* the other end is closed */

/* Wait, at most some seconds; false: it did not come. */
typedef bool TerminalCondition(Terminal *t, const void *what);
bool terminal_waits(Terminal *t, TerminalCondition *holds, const void *what);
bool terminal_shows(Terminal *t, const char *text);     /* somewhere on the screen */
bool terminal_shows_now(Terminal *t, const char *text); /* does not wait */
bool terminal_shows_grid(Terminal *t, const Grid *g);
bool terminal_job_is(Terminal *t, JobState state);

Job terminal_job(const Terminal *t);
Str terminal_text(const Terminal *t, Arena *a); /* its screen, a line a row */
/* Why terminal_shows_grid fails: the first cell that differs; NULL: none. */
const char *terminal_difference(const Terminal *t, const Grid *g, Arena *a);
struct termios terminal_modes(const Terminal *t);
bool terminal_has_mouse(const Terminal *t);   /* a program asked for clicks */
bool terminal_has_colours(const Terminal *t); /* some cell has another than its own */
bool terminal_is_frugal(const Terminal *t); /* its letters have the eight colours of old at most */
bool terminal_is_given_back(Terminal *t);     /* own screen, cursor seen, no mouse */
bool terminal_rests(Terminal *t);             /* the job sleeps, and is not woken for a while */
/* Waits until the job rests, then so long; false: it was woken up, or wrote. */
bool terminal_is_quiet(Terminal *t, int milliseconds);
void terminal_settle(Terminal *t); /* reads what has been written */

#endif
