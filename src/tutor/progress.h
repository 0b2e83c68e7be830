/* progress.h: what a learner did, across sittings; kept in one file.
 *
 * The file is `progress.json` in a folder of the user's. Several terminals may have it open: each
 * keeps what it read and the deeds since; saving takes a lock, reads what others wrote meanwhile,
 * applies the own deeds to that, and puts the whole in place by writing beside, fsync and rename.
 * So at any moment the file is there, old or new, whole. A file of a newer version is left alone,
 * one that cannot be read is kept beside as progress.json.broken; both are said once. Where nothing
 * can be written everything works on in memory.
 *
 * A sitting is one use of the program that answered something or went on in the course. Questions
 * that were answered wrong, or only with the answer shown, come back: in the next sitting, and once
 * answered right there, again two sittings later; answered wrong again, from the beginning. */
#ifndef TFSCOPE_TUTOR_PROGRESS_H
#define TFSCOPE_TUTOR_PROGRESS_H

#include "base/log.h"
#include "base/str.h"

/* What a learner does that is kept. */
typedef enum DeedKind {
    DEED_OPENED,   /* a lesson was opened */
    DEED_REACHED,  /* `number` is the step that was reached in it */
    DEED_ENDED,    /* its last step was reached, or all of its sections were seen */
    DEED_ANSWERED, /* a question: `right`; `text` is what was given */
    DEED_HINTED,   /* hint `number` (1 … 3) of a question or an exercise was shown */
    DEED_SHOWN,    /* the answer was shown; `number` 1: the solution of an exercise */
    DEED_TRIED,    /* an exercise was run: `right` when it passed, `number` goals held */
    DEED_REVIEWED, /* a question that came back was answered: `right` */
    DEED_RESET,    /* everything about a lesson was forgotten; of "" everything */
} DeedKind;

typedef struct Deed {
    DeedKind kind;
    Str lesson; /* id */
    Str item;   /* id of the question or the exercise; empty for the lesson itself */
    bool right;
    int64_t number;
    Str text;
} Deed;

/* What is known of a question or an exercise. */
typedef struct ItemProgress {
    int tries;       /* answers that were understood, until the first right one */
    bool right;      /* it was answered right, or passed */
    bool right_away; /* at the first try, without a hint */
    int hints;       /* the highest that was shown */
    bool shown;      /* the answer was shown before it was right */
    int64_t due;     /* the sitting in which it comes back; 0: it does not */
    int again;       /* how often it was right since it was wrong, in other sittings */
} ItemProgress;

typedef struct LessonProgress {
    bool opened, ended;
    int64_t step; /* the furthest one that was reached */
    int64_t last; /* the sitting in which it was open last */
} LessonProgress;

typedef struct Progress Progress;

/* Nothing is known yet; nothing is read or written before progress_read. */
Progress *progress_make(Arena *a);
/* The folder of what the program keeps for the user: $XDG_STATE_HOME/tfscope, else
 * ~/.local/state/tfscope; empty: there is no home. */
Str progress_folder(Arena *a);
/* Reads the file in `folder` (empty: there is none), which is made when something is saved; the
 * folder is made, too. False: *trouble is a sentence, to be said once; work goes on. */
bool progress_read(Progress *p, Str folder, Str *trouble);
/* A deed: applied at once, and to be saved. The texts are copied. */
void progress_note(Progress *p, const Deed *d);
/* Writes what was noted since the last time; nothing when there is nothing. False: it could not.
 * *trouble is a sentence when there is something to say (the same one not twice in a row), else
 * empty; it lives as long as p. To be called when the program is left, or waits for long. */
bool progress_save(Progress *p, Str *trouble);
/* The same, but only when a deed waits that must not be lost: an answer, a hint, an end. Steps that
 * were reached wait for one of these, or for many of them. To be called after every deed. */
bool progress_settle(Progress *p, Str *trouble);

LessonProgress progress_lesson(const Progress *p, Str lesson);
ItemProgress progress_item(const Progress *p, Str lesson, Str item);
Str progress_last(const Progress *p);        /* the lesson that was open last; empty: none */
int64_t progress_sitting(const Progress *p); /* number of this sitting, from 1 */

/* A question that came due. */
typedef struct Due {
    Str lesson, item;
} Due;
/* The questions that came due in this sitting, the longest waiting first; a Log of Due in a. The
 * course may have lost some of them since: whoever asks passes over what is no question. */
Log progress_due(const Progress *p, Arena *a);

#endif
