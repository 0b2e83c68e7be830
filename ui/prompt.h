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
    PROMPT_ANSWER, /* the answer to a question of the lesson */
    PROMPT_FIND,   /* finds rows of a list: help, lessons */
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
    char stem[PROMPT_MOST];    /* what Tab completes, while it goes through the candidates */
    size_t stem_len;
    int cycle; /* how many candidates Tab went through, backwards below 0; 0: none yet */
    char note[PROMPT_MOST]; /* shown above the line: candidates with blanks between, a limit */
    size_t note_len;
} Prompt;

typedef enum PromptDone { PROMPT_GOES_ON, PROMPT_ACCEPTED, PROMPT_CANCELLED } PromptDone;

/* What Tab offers for a text: appends candidates (Str) for the word at its end, and says where it
 * begins. */
typedef void CompleteFn(void *context, Arena *a, Str text, Log *candidates, size_t *word);

void prompt_begin(Prompt *p, Arena *a, PromptKind kind, Str text);
/* One key. a keeps history; complete may be NULL. */
PromptDone prompt_key(Prompt *p, Arena *a, Key key, CompleteFn *complete, void *context);
Str prompt_text(const Prompt *p);
/* What is to be shown above the line: what Tab found, or that the line is full; empty: nothing. */
Str prompt_note(const Prompt *p);
/* Draws the sign (`:` `/` `\`), the text and the cursor into the last row of r, and the note into
 * the row above it when r has one. */
void prompt_draw(const Prompt *p, Grid *g, Rect r);

#endif
