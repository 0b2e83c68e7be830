/* cli.h: what the commands share: options, running a program, exit statuses. */
#ifndef TFSCOPE_CLI_CLI_H
#define TFSCOPE_CLI_CLI_H

#include "graph/dialect.h"
#include "run/run.h"

enum {
    EXIT_DONE = 0,
    EXIT_RAISED = 1, /* the program raised */
    EXIT_USAGE = 2,
    EXIT_FILE = 3,    /* cannot read or write */
    EXIT_REFUSED = 4, /* the text is not accepted, or uses what is not modelled */
    EXIT_BUDGET = 5,
    EXIT_CHECK = 6,         /* a check failed, no such name, diff found a difference */
    EXIT_INTERRUPTED = 130, /* Ctrl-C, as shells say it: main ends by the signal itself */
};

/* The command line, read. */
typedef struct Cli {
    const char *command;     /* "run", or NULL: open */
    const char *const *args; /* behind the command */
    int nargs;
    const char *tf;     /* NULL: not given */
    const char *beside; /* what the explorer compares with: a file, a lesson, a release; or NULL */
    int python;         /* 0: not given */
    const char *lang;
    bool json, ascii, plain, all, quiet;
    bool stats;   /* --stats */
    Sink *passed; /* gets what the program prints while it runs, or NULL */
    bool has_seed;
    int64_t seed;
    int64_t at;              /* --at: step, -1: not given */
    const char **allow_read; /* [nallow_read] --allow-read DIR, each time that it was given */
    size_t nallow_read;
    const char **allow_write; /* [nallow_write] --allow-write DIR, likewise */
    size_t nallow_write;
    int64_t max_steps;
    int64_t max_depth;
    size_t max_memory, max_output;
    int64_t max_tensor;
    const char **lessons; /* [nlessons] --lessons DIR, each time that it was given */
    size_t nlessons;
    bool no_course;          /* --no-course */
    bool present, notes;     /* --present, --notes */
    bool follows;            /* --follow */
    const char *progress;    /* --progress DIR; NULL: the user's own folder */
    const char *log;         /* --log FILE, or NULL */
    const char *session;     /* --session FILE, --follow=FILE; NULL: the user's own */
    const char *output;      /* -o FILE; NULL: not given */
    const char *format;      /* --format NAME, or NULL */
    bool force;              /* --force */
    const char *tensorboard; /* --tensorboard DIR, or NULL */
    int cast;                /* --cast: 2 or 3 */
    const char *script;      /* --script KEYS or @FILE, or NULL */
    int rows, cols;          /* --size, for a script */
    const char *dump;        /* --dump: "text", "looks", "svg" */
    const char *theme, *color;
    const char *keys; /* --keys FILE, or NULL: the user's own */
    bool no_mouse;
    Arena *arena; /* for what lives as long as the command */
} Cli;

/* One command: its row in command.def. Returns the exit status. */
typedef int CommandFn(const Cli *cli);

#define COMMAND(ID, name, nargs_least, nargs_most, usage, help) int command_##ID(const Cli *cli);
#include "cli/command.def"
#undef COMMAND

/* A program that ran, or the trace of one that was read. */
typedef struct Loaded {
    Run *run; /* NULL when it did not run here */
    const Trace *trace;
} Loaded;

/* The trace in a file, when it is one of ours by its name and its beginning: *loaded is empty when
 * it is something else. Lives in cli->arena. */
int load_trace(const Cli *cli, const char *path, Loaded *loaded);
/* Reads and runs a file, or else the program of the lesson of that id, with the options of the
 * command line; tf, python from the command line or else these. On failure prints why on stderr and
 * returns the exit status; *loaded is then empty. EXIT_DONE: it ran; how it ended is in the trace.
 * The caller calls loaded_free. */
int load_program(const Cli *cli, const char *path, Loaded *loaded);
int load_source(const Cli *cli, const Source *source, const char *tf, int python, Loaded *loaded);
/* The same for a dialect, whatever the command line says of a version. */
int load_dialect(const Cli *cli, const Source *source, const Dialect *dialect, int python,
                 Loaded *loaded);
/* The options of a run: those of the command line, the program's Python else. */
RunOptions run_options(const Cli *cli, int python);
/* Reads a program, or takes that of a lesson; on failure says why on stderr and returns EXIT_FILE.
 */
int read_program(const Cli *cli, const char *path, const Source **source);
/* Says on stderr that this is no version that is modelled; returns EXIT_USAGE. */
int refuse_version(const char *tf);
void loaded_free(Loaded *loaded);
/* Says on stderr how the run ended unless it was done: traceback, refusal, budget; and how much it
 * did, for --stats. Returns the exit status. */
int report_end(const Cli *cli, const Loaded *loaded);
int end_status(const Trace *t); /* the exit status that says how a run ended */
/* Writes how a run ended, as report_end says it; nothing when it was done. */
void put_end(const Trace *t, Sink *out);
/* What a run that was refused says, at its place; lives in a. */
Diags refusal_diags(Arena *a, const Trace *t);
/* Flushes out, of stdout; EXIT_FILE with a message when writing failed, else status. */
int finish_output(Sink *out, int status);
/* The moment that --at asks for, or the end. False: there is no such step, said on stderr. */
bool moment_asked(const Cli *cli, const Trace *t, Moment *m);

/* A folder that belongs to the program: below its data folder when installed, or `in_tree` in the
 * source. NULL: none. */
const char *data_folder(Arena *a, const char *installed, const char *in_tree);

/* Walks a program step by step on the terminal (walk.c). */
struct Lesson;
int walk_program(const Cli *cli, const Loaded *loaded, const struct Lesson *lesson);

#endif
