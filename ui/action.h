/* action.h: what a person can do, whether by a key, a `:` command, the mouse, or a line of the
 * plain mode. */
#ifndef TFSCOPE_UI_ACTION_H
#define TFSCOPE_UI_ACTION_H

#include "base/str.h"

typedef enum ActionKind {
    ACTION_NONE,
#define SECTION(title)
#define ACTION(ID, ...) ACTION_##ID,
#include "ui/action.def"
#undef ACTION
#undef SECTION
    ACTION_COUNT
} ActionKind;

/* An action with what belongs to it. */
typedef struct Action {
    ActionKind kind;
    int64_t count; /* a number typed before the key, or given as the argument; -1: none */
    Str argument;  /* of a command; of a key that takes a letter ("ma"): the letter; else empty */
    int row, col;  /* of a click: place on the screen; else -1 */
} Action;

/* One row of action.def. */
typedef struct ActionRow {
    const char *name;
    const char *keys;     /* default keys, or NULL */
    const char *argument; /* as shown, or NULL */
    const char *help;     /* to be translated */
} ActionRow;

enum { COUNT_MOST = 1000000000 }; /* a larger count is this one */

const ActionRow *action_row(ActionKind kind); /* of ACTION_NONE: a row of empty strings */
const char *action_section(ActionKind kind);  /* the title above it, to be translated; "" of none */
/* The action of that name, or of the only name that begins so; ACTION_NONE when there is none or
 * more than one. */
ActionKind action_named(Str name);
/* Reads a command line such as "tf 1.4", "12", "50%", "next 3"; an empty one is ACTION_NONE. An
 * argument of digits is the count, too; "go 50%" is ACTION_PERCENT. False: *error is a sentence,
 * translated. */
bool action_read(Arena *a, Str line, Action *action, Str *error);

#endif
