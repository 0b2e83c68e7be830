/* session.h: what the loops share: a state with its keys, wishes, the folds that are kept, and a
 * look at the file now and then. */
#ifndef TFSCOPE_UI_SESSION_H
#define TFSCOPE_UI_SESSION_H

#include "ui/explore.h"
#include "ui/wish.h"

typedef struct Session Session;

/* The explorer of a world with its first replay, at options->at; what is wrong with the file of
 * keys is its first message. Lives in w->arena. */
Session *session_begin(World *w, const ExploreOptions *options, int rows, int cols);
State *session_state(const Session *x);
Link *session_link(const Session *x); /* to a presenter, or to followers */
const Keymap *session_keys(const Session *x);
/* One key, and what it wished for; returns what is left to the loop (wish_fulfil). */
Wish session_key(Session *x, Key key);
/* The same after the state was changed otherwise. */
Wish session_fulfil(Session *x);
/* Hands on what was done (Host.note); after a change that no key of session_key made. */
void session_note(Session *x);
/* The user's editor, on the program; the terminal must be lent. What it says is a message. */
void session_edit(Session *x);
/* Tells what time it is, in seconds since 1970, and looks whether a presenter shows something else.
 */
void session_time(Session *x, int64_t seconds);
/* Keeps the folds and what was learnt, and tells followers that it is over. Returns trouble that
 * was not said yet, as a sentence; else empty. Nothing to do afterwards. */
Str session_end(Session *x);

#endif
