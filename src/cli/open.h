/* open.h: `tfscope`, `tfscope FILE`, `tfscope LESSON`, `tfscope FILE FILE`. */
#ifndef TFSCOPE_CLI_OPEN_H
#define TFSCOPE_CLI_OPEN_H

#include "cli/cli.h"
#include "ui/explore.h"

/* Opens a file, a lesson by its id, or (NULL) the first lesson. Returns the exit status. */
int open_argument(const Cli *cli, const char *what);
/* Opens two side by side; where there is nobody to explore, tells what differs. */
int open_two(const Cli *cli, const char *first, const char *second);
/* Shows what a presenter shows, whose session is in that file; NULL: in that of --session, else the
 * user's own. */
int follow_session(Cli *cli, const char *file);
bool names_program(const Cli *cli, const char *what); /* a file that is there, or a lesson */

/* The file of a presenter's session: --session, else the user's own. */
const char *session_path(const Cli *cli);

struct Exercise;
struct Learner;
struct Lesson;

/* What the explorer begins with. */
typedef struct Explored {
    const Source *source;
    const char *path;                /* of the file, "-" for standard input; NULL for a lesson */
    const struct Lesson *lesson;     /* or NULL */
    const struct Exercise *exercise; /* of the lesson; or NULL */
    struct Learner *learner;         /* NULL: not read yet */
    const Trace *trace;              /* of `source`, when it was read from a file; or NULL */
    bool continues;                  /* the course is gone on with, at this step (-1: the first) */
    int64_t at;
    Str tf;     /* a release that is modelled */
    int python; /* 0: told from the text */
} Explored;

/* explore_command.c: on the terminal, from a script, or line by line. Returns the exit status. */
int explore(const Cli *cli, const Explored *what);
/* Plays a script and hands on its screens, as everybody would see them; nothing of the user's own
 * is read or written. False: *error says where the script is wrong. */
bool explore_screens(const Cli *cli, const Explored *what, const Script *script, Str *error);
/* Is there somebody to explore, rather than a pipe to be filled? */
bool wants_explorer(const Cli *cli);
bool accessible(void); /* ACCESSIBLE is set: nothing is drawn */

#endif
