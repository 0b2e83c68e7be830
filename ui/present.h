/* present.h: presenting a program to an audience, and following a presenter.
 *
 * A presenter's explorer is a calmer one: fewer and larger panes, no hints, the keys of a remote
 * control, a blank screen, the keys that were pressed, a timer. What it shows is a Stage
 * (tutor/stage.h), which the session writes into a file after each change. Whoever follows shows
 * the same: read-only, until a key goes another way; from then on they are on their own, until they
 * come back. The presenter's notes are shown by a follower of their own, in a second terminal.
 *
 * All here is as pure as the rest of the update: clock and file are the session's business. */
#ifndef TFSCOPE_UI_PRESENT_H
#define TFSCOPE_UI_PRESENT_H

#include "tutor/stage.h"
#include "ui/key.h"

struct State;
struct World;

typedef enum FollowKind {
    FOLLOW_NOBODY,
    FOLLOW_ALONG, /* what the presenter shows is shown */
    FOLLOW_AWAY,  /* on one's own for a while */
} FollowKind;

enum { TYPED_MOST = 6 };

typedef struct Present {
    bool on;           /* presenting */
    bool blank;        /* nothing is shown */
    bool keys;         /* the keys that were pressed are shown */
    bool notes;        /* notes are shown instead of panes */
    int64_t notes_top; /* row of the notes that is the first on the screen */
    int64_t clock; /* seconds since 1970, told by the loop; 0: time does not pass, as in a script */
    int64_t began; /* when the timer was started; 0: it does not run */
    int64_t length;            /* of the talk, in minutes; 0: not said */
    int32_t typed[TYPED_MOST]; /* keys, the newest last; 0: none */
    FollowKind follow;
    bool told;   /* a presenter was heard of: stage is what was shown last */
    Stage stage; /* in an arena of the session's */
} Present;

/* What this state shows, for those who follow; its texts are the state's and the world's, lists are
 * in a. */
Stage present_stage(const struct State *s, const struct World *w, Arena *a);
/* The presenter shows something else: follows, or only remembers it when on one's own. The texts of
 * the stage must live until the next one comes. */
void present_look(struct State *s, struct World *w, const Stage *stage);
/* What became of the lesson's questions and exercises, into the stage; and from there: what is
 * asked and was answered on the presenter's screen is so on this one (present_learn.c). */
void present_put_items(const struct State *s, const struct World *w, Arena *a, Stage *stage);
void present_take_items(struct State *s, struct World *w, const Stage *stage);
/* A key in the normal mode, before it is looked up: true when nothing is left of it. A remote
 * control's keys become those that step. */
bool present_key(struct State *s, Key *key);
/* May a step of autoplay be followed by another one by itself? Not where the presenter will speak:
 * at a moment of the lesson, and at a stop mark. */
bool present_plays_on(const struct State *s, const struct World *w);
/* Milliseconds until something that is shown changes by itself; -1: it does not. */
int present_wait(const Present *p);

#endif
