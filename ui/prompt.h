/* prompt.h: one line of text that a person types: a command, a search, a pattern. */
#ifndef TFSCOPE_UI_PROMPT_H
#define TFSCOPE_UI_PROMPT_H

#include "base/grid.h"
#include "base/log.h"
#include "ui/key.h"

typedef enum PromptKind {
    PROMPT_COMMAND,
    PROMPT_SEARCH,
    PROMPT_FILTER,
    PROMPT_HIDE,
    PROMPT_KINDS
} PromptKind;

enum { PROMPT_MOST = 1024 }; /* bytes */

typedef struct Prompt {
    PromptKind kind;
    char text[PROMPT_MOST];
    size_t len, cursor;        /* bytes */
    Log history[PROMPT_KINDS]; /* Str, oldest first */
    size_t history_at;         /* which one is shown; its count: what is being typed */
    Str typed;                 /* what was being typed before history was looked at */
    Str completions; /* shown above the line: candidates with blanks between; empty: none */
} Prompt;

typedef enum PromptDone { PROMPT_GOES_ON, PROMPT_ACCEPTED, PROMPT_CANCELLED } PromptDone;

/* What Tab offers for a text: appends candidates (Str) for the word at its end, and says where it
 * begins. */
typedef void CompleteFn(void *context, Arena *a, Str text, Log *candidates, size_t *word);

void prompt_begin(Prompt *p, Arena *a, PromptKind kind, Str text);
/* One key. a keeps history; complete may be NULL. */
PromptDone prompt_key(Prompt *p, Arena *a, Key key, CompleteFn *complete, void *context);
Str prompt_text(const Prompt *p);
/* Draws the sign (`:` `/` `\`), the text and the cursor into one row. */
void prompt_draw(const Prompt *p, Grid *g, Rect r);

#endif
