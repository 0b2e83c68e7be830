/* state.h: everything about the screen that a key can change, and its update.
 *
 * state_act is pure: it reads the world, changes nothing but the state, and does nothing to the
 * outside. What needs the outside (run again, open an editor, suspend, quit) it leaves in `wish`;
 * the loop fulfils it and comes back. So everything can be tested by a list of keys. */
#ifndef TFSCOPE_UI_STATE_H
#define TFSCOPE_UI_STATE_H

#include "ui/action.h"
#include "ui/editor.h"
#include "ui/key.h"
#include "ui/keymap.h"
#include "ui/layout.h"
#include "ui/present.h"
#include "ui/prompt.h"
#include "ui/theme.h"
#include "ui/world.h"
#include "view/changes.h"

typedef struct NamesFiltered NamesFiltered;

/* What has the keys. */
typedef enum Mode {
    MODE_NORMAL,
    MODE_PROMPT,  /* a line of text at the bottom: command, search, filter … */
    MODE_HELP,    /* the help, with a line to search in it */
    MODE_EXPORT,  /* the forms in which it can be handed on */
    MODE_LESSONS, /* the list of lessons */
    MODE_EDIT,    /* the program is being changed */
    MODE_ASK,     /* a question with y or n */
} Mode;

/* What the Why pane shows. */
typedef enum WhyKind {
    WHY_STEP,     /* the sentences of this step */
    WHY_LONG,     /* all reasons, of this step or of `why_name` */
    WHY_SHARES,   /* who shares `why_name` */
    WHY_DIFF,     /* what changed between `diff_from` and now */
    WHY_COUNTERS, /* names in use */
} WhyKind;

/* Where a pane of lines stands. */
typedef struct PaneView {
    int64_t top;      /* first row that is shown */
    int64_t selected; /* row, -1: none yet */
    int side;         /* columns scrolled to the right */
    bool follows; /* keeps what is current in view; off once the user moves, on at the next step */
} PaneView;

/* What the loop shall do, before the next key; the state says which, and forgets it then. */
typedef enum WishKind {
    WISH_NONE,
    WISH_RUN,     /* run `attempt` and show it */
    WISH_REREAD,  /* read the file again, then run */
    WISH_COMPARE, /* run `attempt` and show it beside */
    WISH_OPEN,    /* open `text` (a file or a lesson) */
    WISH_EDITOR,  /* $EDITOR with the text that is being edited, or of the program */
    WISH_EXPORT,  /* write what is shown into the file `text`, in the form of its extension */
    WISH_WRITE,   /* write the program into the file `text`; empty: into its own */
    WISH_LANGUAGE,
    WISH_COPY,   /* this step as text */
    WISH_FOLLOW, /* show what the presenter shows now */
    WISH_SUSPEND,
    WISH_REDRAW,
    WISH_QUIT,
} WishKind;

typedef struct Wish {
    WishKind kind;
    Attempt attempt; /* of WISH_RUN, WISH_WRITE and WISH_COMPARE; its tf lives until the next key */
    Str text;        /* what to open, to write, to compare with, or the language; in State.brief */
} Wish;

enum { BOOKMARKS = 26 };

/* A place that somebody marked: where it is in the run that is shown, and where it was marked, so
 * that going through runs in which there is no such place loses nothing. */
typedef struct Bookmark {
    Position at;   /* step SIZE_MAX: not set */
    Position home; /* in home_replay */
    uint32_t home_replay;
} Bookmark;

typedef struct StopMark {
    uint32_t line; /* 0: it was taken away, or there is no such line */
    uint32_t home; /* line in the program of home_replay, 0: it was taken away */
    uint32_t home_replay;
} StopMark;

/* What was edited in an exercise, and where one was in it or in its lesson: it is there again when
 * one comes back. */
typedef struct Desk {
    Str item;          /* world_item */
    uint32_t *history; /* [end] as State.history, of an exercise */
    size_t at, end;
    Position place;
} Desk;

/* Questions that came back, one after another; then one is where one was. */
typedef struct Review {
    const Due *due; /* [n] */
    size_t n, at;
    bool on;
    bool done; /* the one at `at` was answered, or passed by */
    Str home;  /* what was open before: world_item, or a file; empty: nothing to go back to */
    Position home_at;
} Review;

typedef struct State {
    Present present; /* presenting and following */
    Arena *arena;    /* of texts that the state keeps; lives as long as the explorer */
    Arena *brief;    /* of what is said until the next key */
    Arena *editing;  /* of the editor, until the next one */
    Arena *picked;   /* of what is derived from keep and hide, until they change */

    /* What is looked at. */
    Position at;
    Position before; /* where the last jump began: `''` goes there */
    Bookmark marks[BOOKMARKS];
    uint32_t replay;     /* in the world */
    uint32_t beside;     /* the run that is compared with, or UINT32_MAX */
    bool beside_focused; /* the run with the keys is drawn on the second side */
    Log pairs;           /* ComparePair of compare.c: runs that were paired */
    Log history;         /* uint32_t replay: edits and toggles, for undo */
    size_t history_at;   /* how many of them hold now, at least 1 */
    size_t history_end;  /* how many can be had: those from history_at on were undone. What the log
                            has behind them is free to be written over */
    Log stops;           /* StopMark */
    Position kept;       /* where it was in kept_replay, the last run that had steps: a text
                            that is not accepted does not lose the place */
    uint32_t kept_replay;

    /* The screen. */
    int rows, cols;
    Mode mode;
    Layout layout; /* of rows, cols and what follows; kept so that clicks find their pane */
    Pane focus;
    bool full;              /* the focused pane alone */
    int bigger[PANE_COUNT]; /* by how many steps a pane was made bigger */
    bool front[PANE_COUNT]; /* for LayoutAsk: set by layout_front when a pane gets the focus, or
                               shows what was asked for */
    PaneView view[PANE_COUNT];
    bool ascii, numbers, values, library, mouse;
    Theme theme;
    bool colours; /* NO_COLOR and --color had their say */

    /* The tree of names. */
    Folds *folds;                  /* as they are kept; names_folds says which hold */
    Folds *keep_folds;             /* while a filter is on, in picked; NULL: none yet */
    Str selected;                  /* path in Names: kept across steps and runs; empty: none yet */
    uint32_t top;                  /* branch in the first row of the outline top_of; see names.h */
    const Outline *top_of;         /* NULL: none yet */
    bool names_scrolled;           /* by the wheel: what is selected may be out of sight */
    Str keep, hide;                /* patterns of filter and hide */
    const NamesFiltered *filtered; /* outlines that were filtered (pane_names.c); in picked */
    Changes *changes; /* what changed at the position, of the outline that is shown; or NULL;
                         in picked */

    /* The Why pane. */
    WhyKind why;
    Str why_name; /* path of a name; empty: this step */
    Position diff_from;
    Pane behind_why;   /* what was seen where the Why pane came to show what was asked for;
                          PANE_COUNT: it was seen already */
    bool diff_follows; /* diff_from is the step before, wherever one goes */

    /* Lines of text. */
    Prompt prompt;
    Str search;     /* the last one */
    Editor *editor; /* in MODE_EDIT */
    Str message;    /* shown in the footer until the next key; empty: hints are */
    bool message_is_error;
    bool message_is_prose; /* of a lesson: its code stands in backticks */
    bool pasting;          /* what comes is pasted text, no keys */
    KeyWait keys;          /* keys typed so far: a count, the g of gg */
    ActionKind asked;      /* in MODE_ASK: what yes does */
    Str question;
    int64_t list_top, list_selected; /* help, lessons */

    /* Lessons (learn.h). */
    bool predict;     /* questions are asked before their steps are shown */
    ptrdiff_t asking; /* the question whose line was opened here; QUESTION_NONE: none was */
    Log tried;        /* Tried: what became of questions and exercises in this sitting */
    Log desks;        /* Desk */
    Str desk;         /* whose desk is in use: world_item of what is open; empty: of a file */
    Review review;
    bool restoring;  /* what is to run next was written in an earlier sitting: no try */
    bool forget_all; /* what is asked is to forget everything */
    Log deeds;       /* Deed: done since the loop took them last; in brief */

    int play; /* autoplay: steps in ten seconds; 0: off */

    Wish wish;
} State;

/* The first state of an explorer that shows replay 0 of a world, before its first step. */
State *state_make(Arena *a, const World *w, int rows, int cols);
/* One key: through the mode, the keymap, and state_act. */
void state_key(State *s, const World *w, const Keymap *keys, Key key);
void state_act(State *s, const World *w, Action action);
/* Shows a run: position, folds and selection stay as near as they can. */
void state_show(State *s, const World *w, uint32_t replay);
/* What the wish asked for was run: joins the history (what was undone is forgotten) and is shown.
 */
void state_ran(State *s, const World *w, uint32_t replay);
/* Another program was opened (w->path, w->lesson): everything about the one before is forgotten. */
void state_open(State *s, const World *w, uint32_t replay);
/* Computes s->layout anew: after the size, the focus, or what is shown changed. */
void state_layout(State *s, const World *w);
void state_go(State *s, const World *w, size_t step); /* after a step, clipped */
void state_go_to(State *s, const World *w, Position p);
/* A sentence for the footer; it stays until state_hush. */
void state_say(State *s, Str message);
void state_complain(State *s, Str message);
/* What was said last is a lesson's own text: its backticks are not drawn. */
void state_say_prose(State *s);
/* A key or a command begins: what was said before, and all of s->brief, is forgotten. */
void state_hush(State *s);

const Replay *state_replay(const State *s, const World *w);
/* The moment from which on things count as new or changed at this position. */
Moment state_since(const State *s, const World *w);
/* The program is not the one that was opened, read or written last; false for the other side of a
 * comparison. */
bool state_is_edited(const State *s, const World *w);
bool state_is_past(const State *s, const World *w); /* this is not the last step */
bool state_stops_at(const State *s, uint32_t line); /* the line has a stop mark */

#endif
