/* link.h: the file between a presenter and those who follow. */
#ifndef TFSCOPE_UI_LINK_H
#define TFSCOPE_UI_LINK_H

#include "ui/state.h"

typedef struct LinkOptions {
    Str tell;     /* path of the session file that is written; empty: nobody is told */
    Str look;     /* path of the one that is followed; empty: nobody is followed */
    bool present; /* begins presenting */
    bool notes;   /* begins with the notes */
} LinkOptions;

typedef struct Link Link;

/* Lives in w->arena; options' texts must live as long. */
Link *link_begin(State *s, World *w, const LinkOptions *options);
/* Tells followers when something else is shown than what they were told. */
void link_tell(Link *l);
/* Looks whether the presenter shows something else. */
void link_look(Link *l);
void link_again(Link *l); /* shows what the presenter shows */
void link_end(Link *l);   /* tells followers that the presenter left */

/* Where a follower is: who goes elsewhere is on their own. */
typedef struct LinkPlace {
    uint32_t replay;
    Position at;
    const Lesson *lesson;
    FollowKind follow;
} LinkPlace;

LinkPlace link_place(const Link *l);
void link_went(Link *l, const LinkPlace *before);

#endif
