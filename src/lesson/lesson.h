/* lesson.h: lessons: a folder each, with a program, prose tied to moments, claims, questions and
 * exercises.
 *
 *   lesson.json   id, order, chapter, versions, claims, questions, exercises
 *   *.py          the program; starting points and solutions of exercises
 *   text.en.md, text.zh.md   prose: a title line "# …", then sections "## [moment] title"
 *
 * A moment is a state of the run, never a line number (moment.c has the list). A claim is what
 * somebody says that a program prints or does; the engine decides whether it holds. A question asks
 * what a step will do before it is shown: its right answer is read from the trace
 * (tutor/question.h). An exercise is a program to mend or to write; its goals are claims about what
 * the learner's program does (tutor/exercise.h).
 *
 * Packs are hostile: whatever is wrong with one is a PackFault of that lesson, and the other
 * lessons are read all the same. Everything lives in the arena that the reader was given. */
#ifndef TFSCOPE_LESSON_LESSON_H
#define TFSCOPE_LESSON_LESSON_H

#include "base/json.h"
#include "base/source.h"
#include "trace/trace.h"

typedef enum Verdict { VERDICT_RIGHT, VERDICT_WRONG, VERDICT_IMPRECISE } Verdict;

/* What kind of statement a claim is: a row of claim.def. */
typedef enum ClaimKind {
#define CLAIM(ID, name, needs) CLAIM_##ID,
#include "lesson/claim.def"
#undef CLAIM
} ClaimKind;

typedef struct Claim {
    ClaimKind kind;
    Str says;
    Str of;   /* what it is about, for kinds that need it: a variable's or a node's name */
    Str type; /* class of an error; empty: any */
    int64_t number;
    Verdict verdict; /* what the lesson says about it; of a goal always VERDICT_RIGHT */
    Str tf;          /* version it is checked under; empty: the lesson's */
    Str claim;       /* what it says, in a few words, in the chosen language */
    Str reason; /* why it is so, in the chosen language; of a goal: what to say when it does not
                   hold, may be empty */
} Claim;

typedef struct Section {
    Str moment; /* "start", "variable b", … */
    Str title;
    Str text;      /* Markdown: paragraphs, lists, code of four blanks, `code`; without the notes */
    Str notes;     /* for the presenter only: what stood in <!-- comments -->; empty: none */
    uint32_t line; /* of its heading in the text file */
} Section;

/* What is asked. The answer is read from the trace at the question's moment, except that of a
 * choice. */
typedef enum QuestionKind {
    QUESTION_NAME,   /* the full name of the variable, node or op scope of the moment */
    QUESTION_DEED,   /* created, reused or error: what the step of the moment does */
    QUESTION_VALUE,  /* what is printed at the moment, or the value of the variable `of` after it */
    QUESTION_SHAPE,  /* the static shape of the variable or node of the moment, or of `of` */
    QUESTION_COUNT,  /* how many variables there are after it; `of`: "trainable", "nodes" */
    QUESTION_CHOICE, /* one of `choices` */
} QuestionKind;

/* What may be chosen; or a wrong answer that is expected, and what is said about it. */
typedef struct Choice {
    Str text;           /* in the chosen language; of an expected answer: the answer */
    bool right;         /* of a choice: it is (one of) the right one(s) */
    Str comment;        /* said when it was chosen, in the chosen language; may be empty */
    const Claim *claim; /* what the choice states about the run: holds just when it is right; NULL:
                           it states nothing that a run could show */
} Choice;

enum { HINTS = 3 };

typedef struct Question {
    Str id; /* within its lesson */
    QuestionKind kind;
    Str moment; /* it is asked before the step of this moment is shown; at "end" after all */
    Str of;     /* see QuestionKind; empty: what the moment is about */
    Str text;
    Choice *choices; /* of QUESTION_CHOICE, in the order in which they are shown */
    size_t nchoices;
    Choice *expected; /* wrong answers with a comment of their own */
    size_t nexpected;
    Str right;       /* said after a right answer; the engine's own reasons follow it */
    Str hint[HINTS]; /* from a nudge to nearly the answer */
} Question;

typedef enum ExerciseKind { EXERCISE_FIX, EXERCISE_WRITE } ExerciseKind;

typedef struct Exercise {
    Str id; /* within its lesson */
    ExerciseKind kind;
    Str title, task; /* in the chosen language */
    Str tf;          /* version it runs under: its own, else the lesson's */
    int python;      /* the lesson's */
    const Source *start, *solution;
    Claim *goals; /* all must hold in the run of the learner's program */
    size_t ngoals;
    Str right; /* said when all hold: why it works */
    Str hint[HINTS];
} Exercise;

typedef struct Lesson {
    Str id;
    Str folder;
    int64_t order;
    Str chapter;   /* title of the chapter that begins with this lesson; empty: it goes on */
    Str title;     /* in the chosen language */
    Str document;  /* which document it comes from, empty for none */
    Str tf;        /* "1.4" */
    int python;    /* 0: told from the text */
    Str *requires; /* ids of lessons that come before it */
    size_t nrequires;
    const Source *program;
    const Source *text; /* the file of its prose */
    const Json *json;   /* lesson.json as it was read */
    Claim *claims;
    size_t nclaims;
    Section *sections;
    size_t nsections;
    Question *questions;
    size_t nquestions;
    Exercise *exercises;
    size_t nexercises;
} Lesson;

/* What is wrong with a lesson, and where. */
typedef struct PackFault {
    Str file;    /* path of the file */
    Str place;   /* "line 12", "questions[2].hints", …; empty: the file as a whole */
    Str message; /* a sentence in the chosen language */
} PackFault;

/* Lessons of one or several folders, by order and then by id; a lesson with a fault is left out, as
 * is a second one of the same id. */
typedef struct Course {
    Lesson *lessons; /* [n] */
    size_t n;
    Log faults; /* PackFault, in the order of packs: the first one of each lesson */
} Course;

/* Reads the lesson in `folder` with texts in language lang ("en", "zh"). False: *error says what is
 * wrong and where, the first fault only. */
bool lesson_load(Arena *a, const char *folder, const char *lang, Lesson *lesson, Str *error);
/* Reads it as somebody who wrote it wants it read: adds all that is wrong to faults (PackFault),
 * also keys that nobody knows. False: there is a fault. */
bool lesson_check_form(Arena *a, const char *folder, Lesson *lesson, Log *faults);
/* The place of a value in lesson.json, such as "claims[2].reason.en", with its line. */
Str lesson_place(Arena *a, const Lesson *lesson, Str way);
/* Reads the lessons of packs: folders of lessons, or a lesson's own folder. Never fails: what
 * cannot be read is a fault. */
void course_load(Arena *a, const char *const *folders, size_t nfolders, const char *lang,
                 Course *course);
/* Adds the folders of a pack's lessons, in the order of their names, to folders (Str), those with
 * faults as well. False: it is no folder, cannot be read or has no lesson; a fault was added. */
bool pack_lessons(Arena *a, Str pack, Log *folders, Log *faults);
/* "FILE: place: message", as it is said to a person. */
Str pack_fault_text(Arena *a, const PackFault *f);

/* The lesson of that id, of that number in the list, or of a folder's name ("09-id"); NULL. */
const Lesson *course_find(const Course *c, Str what);

/* Does the claim hold in this run? *found gets what the engine has instead (or the same). */
bool claim_holds(Arena *a, const Claim *claim, const Trace *t, Str *found);

/* moment.c: the step after which a moment is there; false when it never comes.
 *   start, end, error [N], output N, run N
 *   variable NAME, share NAME [N], node NAME, scope NAME [N], leave NAME [N]
 * N counts from 1. */
bool moment_step(const Trace *t, Str moment, size_t *step);
/* The event of a moment; false for start and end, and when it never comes. */
bool moment_event(const Trace *t, Str moment, Moment *event);

#endif
