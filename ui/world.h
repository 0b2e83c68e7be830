/* world.h: what the explorer looks at: runs of programs, made ready for views; and what it asks of
 * the outside.
 *
 * The screen is a function of (state, world). The state changes with every key (state.h, a pure
 * update); the world only grows: a new run is added, an old one stays for undo and comparison.
 * Running a program is the business of whoever opens the explorer: ui knows no interpreter. */
#ifndef TFSCOPE_UI_WORLD_H
#define TFSCOPE_UI_WORLD_H

#include "lesson/lesson.h"
#include "tutor/exercise.h"
#include "tutor/progress.h"
#include "view/gather.h"
#include "view/landmark.h"
#include "view/outline.h"
#include "view/teaching.h"
#include "view/why.h"

/* What a run is made of: the same attempt gives the same trace. */
typedef struct Attempt {
    const Source *source;
    Str tf;     /* "1.4" */
    int python; /* 2 or 3; 0: told from the text */
} Attempt;

/* The questions of a lesson in a run of its program. */
typedef struct Quiz {
    size_t n;              /* as the lesson has them */
    bool *comes;           /* [n] its moment comes in this run; else it is not asked */
    size_t *place, *shown; /* [n] the step after which it is asked, and after which it is seen */
} Quiz;

/* A run and what was gathered from it once, so that frames cost little. */
typedef struct Replay {
    Attempt attempt;
    Arena *arena;       /* of what is gathered */
    const Trace *trace; /* never NULL: of a text that was not accepted it has no steps */
    bool accepted;      /* the text was accepted, and ran */
    Str trouble;        /* the diagnostics of a text that was not accepted; how a run ended that was
                           refused or ran out of a budget, as sentences; else empty */
    const Diags *diags; /* of such a text, or the one of what was refused: shown below its line;
                           NULL for none; filled by the host */
    Str traceback;      /* of an exception that was not caught; else empty */
    const Why *why;     /* reasons */
    const Outlines *outlines;   /* trees of names, one a graph */
    const Landmarks *landmarks; /* scopes, variables, sharing, errors, in order */
    const Gathered *gathered;   /* indices of output, values, counters, names */
    const Teaching *teaching;   /* the lesson's moments in this run; NULL without a lesson */
    const Quiz *quiz;           /* its questions; NULL without a lesson, and in an exercise */
    const Judged *judged;       /* the exercise's goals in this run; NULL without one */
    Str taught;                 /* which lesson or exercise that is: world_item */
    Str taught_in;              /* and in which language */
    void *run;                  /* of the host */
} Replay;

/* What is to be written, and where. */
typedef struct WriteAsk {
    Str path, text;
    bool over; /* also over a file that exists */
} WriteAsk;

/* What is to be handed on, and where. */
typedef struct ExportWish {
    const Replay *replay;
    const Lesson *lesson; /* or NULL */
    Str path;             /* its extension says in which form */
    size_t at;            /* step */
} ExportWish;

/* What the explorer asks of whoever opens it. */
typedef struct Host Host;
struct Host {
    void *context;
    const Str *releases; /* [nreleases] that are modelled, from the oldest: "1.0" … */
    int nreleases;
    /* Runs an attempt and fills trace, accepted, trouble, diags, traceback, run (why, outlines,
     * gathered and teaching are gathered by replay_make). It never fails: what goes wrong is
     * `trouble`. */
    void (*run)(Host *host, const Attempt *attempt, Replay *replay);
    void (*release)(Host *host, Replay *replay);
    /* Reads a program again from where it came from; NULL: *error says why, as a sentence. */
    const Source *(*read)(Host *host, Arena *a, Str path, Str *error);
    /* Writes a program: a new file, or over one that exists when `over`; nothing is half written.
     * False: *error says why, as a sentence. */
    bool (*write)(Host *host, Arena *a, const WriteAsk *ask, Str *error);
    /* Writes a run in the form that the path's extension names, into a new file. False: *error says
     * why, as a sentence, empty when whoever waited stopped it. NULL: there are no forms. */
    bool (*export)(Host *host, Arena *a, const ExportWish *wish, Str *error);
    /* The lesson in the language that is chosen now. NULL when there is none of that id. */
    const Lesson *(*lesson)(Host *host, Str id);
    /* All lessons by order; NULL and 0 when they were not found. */
    const Lesson *(*lessons)(Host *host, size_t *n);
    /* What was wrong with lessons that were left out, as a sentence; empty: nothing. Lives in a. */
    Str (*lesson_trouble)(Host *host, Arena *a);
    /* The other language: "en" or "zh". */
    void (*language)(Host *host, const char *lang);
    /* Takes what a learner did (a Log of Deed), and keeps it; at the end of all (NULL) what is not
     * kept yet. Returns what went wrong as a sentence, once, in a; else empty. NULL: nobody keeps
     * anything. */
    Str (*note)(Host *host, Arena *a, const Log *deeds);
    /* Set by whoever shows the explorer: told several times a second how far a long run is. False:
     * the run shall end, and what it recorded is shown. NULL: the host waits in its own way. */
    bool (*waiting)(void *waiter, Str progress);
    void *waiter;
};

typedef struct World {
    Arena *arena; /* lives as long as the explorer */
    Host *host;
    Str path; /* where the program came from; "-" for standard input; empty for a lesson */
    const Lesson *lesson;     /* or NULL */
    const Exercise *exercise; /* of that lesson, when it is what is open; else NULL */
    const Progress *progress; /* what the learner did, changed by Host.note only; NULL: unknown */
    const Source *source;     /* what was read from `path` last; NULL: nothing that can change */
    Log replays;              /* Replay *, in order of running; State names them by index */
} World;

/* A world without runs, for a host; all in a. */
World *world_make(Arena *a, Host *host);
/* Did the program come from a file that can be read again? */
bool world_has_file(const World *w);
/* Runs an attempt and gathers what views need; returns its index in w->replays. An attempt that ran
 * already is not run again. */
uint32_t world_run(World *w, const Attempt *attempt);
/* Did somebody end it before it was done? Then it may run again. */
bool replay_interrupted(const Replay *r);
/* "lesson", or "lesson#exercise": what is open; empty: no lesson is. In a. */
Str world_item(const World *w, Arena *a);
/* Puts the lesson or exercise that is open together with its runs, anew when the language changed.
 */
void world_teach(World *w);
const Replay *world_replay(const World *w, uint32_t index);
void world_free(World *w); /* releases all runs; not the arena */

#endif
