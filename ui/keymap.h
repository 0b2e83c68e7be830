/* keymap.h: which keys do what: the defaults of action.def, changed by the user's file.
 *
 * A line of the file binds keys to the name of an action: "step <Space> . s", "quit Q"; "step"
 * alone takes all keys from it; # begins a comment. */
#ifndef TFSCOPE_UI_KEYMAP_H
#define TFSCOPE_UI_KEYMAP_H

#include "ui/action.h"
#include "ui/key.h"

typedef struct Keymap Keymap;

enum { KEYS_MOST = 4 }; /* keys in a row that belong to one action, "gg" */

/* Keys typed so far that make no action yet. All zero: none. */
typedef struct KeyWait {
    int64_t count; /* digits before */
    bool counted;  /* there were digits */
    Key keys[KEYS_MOST];
    int nkeys;
    ActionKind letter; /* this action waits for its letter: "m" */
} KeyWait;

Keymap *keymap_make(Arena *a); /* the defaults */
/* Reads a file of keys; each line that is wrong is told in *errors ("keys:3: no action is called
 * …") and left out. */
void keymap_read(Keymap *m, Arena *a, Str name, Str text, Str *errors);
/* One more key: true, and *action is what is to be done; false: more keys are to come, or the keys
 * mean nothing (then wait is empty again, and *unknown is true). Letters of a chord are looked up
 * one by one; Esc ends a chord or a count. */
bool keymap_key(const Keymap *m, KeyWait *wait, Key key, Action *action, bool *unknown);
/* The keys of an action for help and hints: "Space . s"; at most `most` of them (0: all). Empty
 * when it has none. */
Str keymap_label(const Keymap *m, Arena *a, ActionKind kind, int most);
/* What was typed so far, for the footer: "12g". */
Str keymap_waiting(Arena *a, const KeyWait *wait);

#endif
