/* keymap.h: which keys do what: the defaults of action.def, changed by the user's file.
 *
 * A line of the file gives an action its keys, instead of those that it had: "step <Space> . s",
 * "quit Q"; "step" alone leaves it none. A key that did something else before no longer does. A
 * line that begins with # is a comment. */
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
/* Reads a file of keys; what is wrong is told in *errors, a line each ("keys:3: no action is called
 * …"), and left out. A key that begins other keys ("g" beside "gg") would hide them: that is told,
 * too. *errors is empty when all is well. */
void keymap_read(Keymap *m, Arena *a, Str name, Str text, Str *errors);
/* One more key: true, and *action is what is to be done; false: more keys are to come, or the keys
 * mean nothing (then wait is empty again, and *unknown is true). Esc ends a chord or a count. An
 * action whose argument is LETTER waits for a letter or a quote, one with [LETTER…] only when no
 * count was typed; Alt and a digit count as that number. */
bool keymap_key(const Keymap *m, KeyWait *wait, Key key, Action *action, bool *unknown);
/* The keys of an action for help and hints: "Space . s"; at most `most` of them (0: all). Empty
 * when it has none. */
Str keymap_label(const Keymap *m, Arena *a, ActionKind kind, int most);
/* What may follow the keys typed so far: the rest of the keys, and what they do. *i is 0 at first;
 * false: there is no more. */
bool keymap_next(const Keymap *m, Arena *a, const KeyWait *wait, size_t *i, Str *keys,
                 ActionKind *kind);
/* What was typed so far, for the footer: "12g". */
Str keymap_waiting(Arena *a, const KeyWait *wait);

#endif
