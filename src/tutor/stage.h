/* stage.h: what a presenter shows, written into a file for those who follow.
 *
 * The presenter's explorer writes the file anew after each change; whoever follows looks whether it
 * is another one and shows the same: the program is inside, so that a follower needs nothing but
 * the file, and the lesson's prose comes from the follower's own course. The file is read with
 * doubt: it may lie in a folder that anybody can write to. */
#ifndef TFSCOPE_TUTOR_STAGE_H
#define TFSCOPE_TUTOR_STAGE_H

#include "base/str.h"

/* What became of a question or an exercise of the lesson on the presenter's screen. */
typedef struct StageItem {
    Str item;          /* its id */
    Str given;         /* the last answer; empty: none */
    int hints;         /* so many are shown */
    bool right, shown; /* it was answered right; its answer was shown */
    bool passed;       /* it was passed by */
} StageItem;

enum { STAGE_ITEMS_MOST = 200 };

typedef struct Stage {
    Str lesson;       /* id of the lesson that is open; empty: none */
    Str exercise;     /* id of its exercise that is open; empty: none */
    Str name, text;   /* of the program as it is shown */
    Str tf;           /* "1.4" */
    int python;       /* 2, 3; 0: told from the text */
    int64_t step;     /* after so many steps; */
    int64_t events;   /* events of that step that were shown; -1: all of them */
    bool predict;     /* the lesson asks before it shows */
    Str asking;       /* id of the question that is asked; empty: none */
    StageItem *items; /* [nitems] those of the lesson about which there is something to say */
    size_t nitems;    /* at most STAGE_ITEMS_MOST */
    bool blank;       /* the presenter's screen is blank */
    bool left;        /* the presenter left */
    int64_t began;    /* when the talk began, in seconds since 1970; 0: no timer runs */
    int64_t length;   /* of the talk in minutes; 0: not said */
} Stage;

bool stage_same(const Stage *x, const Stage *y);
/* Writes it, whole or not at all, for others to read. False: *error is a sentence. */
bool stage_write(Arena *scratch, Str path, const Stage *stage, Str *error);
/* Reads it into a. False: *error is a sentence (no such file, no session). */
bool stage_read(Arena *a, Str path, Stage *stage, Str *error);

#endif
