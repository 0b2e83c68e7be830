/* lesson.h: lessons: a folder each, with a program, prose tied to moments, and claims.
 *
 *   lesson.json   id, order, title, the document it comes from, TensorFlow's and Python's version,
 * program, claims
 *   *.py          the program
 *   text.en.md, text.zh.md   prose: a title line "# …", then sections "## [moment] title"
 *
 * A moment is a state of the run, never a line number (moment.c has the list). A claim is what a
 * document says that the program prints or does; the engine decides whether it holds. */
#ifndef TFSCOPE_LESSON_LESSON_H
#define TFSCOPE_LESSON_LESSON_H

#include "base/json.h"
#include "base/source.h"
#include "trace/trace.h"

typedef enum Verdict { VERDICT_RIGHT, VERDICT_WRONG, VERDICT_IMPRECISE } Verdict;

typedef enum ClaimKind {
    CLAIM_OUTPUT_LINE, /* `says` is line `number` of what the program prints */
    CLAIM_LINE_ENDS,   /* line `number` of the output ends in `says` */
    CLAIM_SAME_LINES,  /* the output lines whose numbers `says` lists ("1 2 3") are equal, and there
                        */
    CLAIM_OUTPUT,      /* `says` is all that it prints */
    CLAIM_ERROR,       /* it ends in an error of class `type` whose message begins with `says` */
    CLAIM_NO_ERROR,    /* it ends without an error */
    CLAIM_VARIABLE,    /* there is a variable called `says` */
    CLAIM_NO_VARIABLE, /* there is none */
    CLAIM_VARIABLES,   /* exactly `number` variables were made */
    CLAIM_SHARES,      /* the variable called `says` is shared `number` times */
    CLAIM_NODE,        /* there is a node called `says` */
    CLAIM_CAUGHT, /* error number `number` (from 1) that the program caught begins with `says` */
} ClaimKind;

typedef struct Claim {
    ClaimKind kind;
    Str says;
    Str type;
    int64_t number;
    Verdict verdict; /* what the lesson says about it */
    Str tf;          /* version it is checked under; empty: the lesson's */
    Str claim;       /* what the document says, in a few words, in the chosen language */
    Str reason;      /* why it is so, in the chosen language */
} Claim;

typedef struct Section {
    Str moment; /* "start", "variable b", … */
    Str title;
    Str text; /* Markdown */
} Section;

typedef struct Lesson {
    Str id;
    Str folder;
    int64_t order;
    Str title;    /* in the chosen language */
    Str document; /* which document it comes from, empty for none */
    Str tf;       /* "1.4" */
    int python;   /* 0: told from the text */
    const Source *program;
    Claim *claims;
    size_t nclaims;
    Section *sections;
    size_t nsections;
} Lesson;

/* Reads the lesson in `folder` with texts in language lang ("en", "zh"). False: *error says what is
 * wrong and where. */
bool lesson_load(Arena *a, const char *folder, const char *lang, Lesson *lesson, Str *error);
/* All lessons below a folder, by order. Lessons with a fault are an error. */
bool lessons_load(Arena *a, const char *folder, const char *lang, Lesson **lessons, size_t *n,
                  Str *error);

/* Does the claim hold in this run? *found gets what the engine has instead (or the same). */
bool claim_holds(Arena *a, const Claim *claim, const Trace *t, Str *found);

/* moment.c: the step after which a moment is there; false when it never comes.
 *   start, end, error [N], output N, run N
 *   variable NAME, share NAME [N], node NAME, scope NAME [N], leave NAME [N]
 * N counts from 1. */
bool moment_step(const Trace *t, Str moment, size_t *step);

#endif
