/* plain.h: what the files of the plain mode share: plain.c reads lines and does what they say,
 * plain_tell.c says what changed. Nobody else includes it. */
#ifndef TFSCOPE_UI_PLAIN_H
#define TFSCOPE_UI_PLAIN_H

#include "ui/explore.h"
#include "ui/pane.h"
#include "ui/session.h"
#include "view/walk.h"

typedef struct Plain {
    Session *session;
    World *world;
    State *state;
    const Keymap *keys;
    FILE *in;
    Sink *out;
    bool prompts;
    Arena *scratch; /* of one line */
} Plain;

/* What is compared to tell what a line changed. */
typedef struct Before {
    uint32_t replay, beside;
    Position at;
    Pane focus;
    const Lesson *lesson;
    const Exercise *exercise;
    ptrdiff_t asking;
    Str path, keep, hide;
    const char *lang;
} Before;

Before before_of(const Plain *p);
/* Says what an action changed since `before`. */
void tell_change(Plain *p, const Before *before, ActionKind kind);

/* A sentence, made safe, on a line of its own; nothing when it is empty. */
void tell(Plain *p, Str sentence);
void tell_message(Plain *p); /* of the state; it is taken out of it */
/* The title, the program, what is due before the first step, and how the run stands. */
void tell_start(Plain *p);
void tell_position(Plain *p); /* where it stands, and what the step did */
void tell_pane(Plain *p, Pane pane);
void tell_program(Plain *p); /* its lines with their numbers */
/* The lesson's prose that is due after a step. */
void tell_sections(const Plain *p, size_t step, Doc *d);
/* plain_learn.c: the exercise that is open, with its goals; nothing when none is. */
void tell_exercise(Plain *p);
void tell_question(Plain *p); /* that is asked */
/* What an action changed for a learner: what became of a question, which one is asked now, what
 * comes next at the end. */
void tell_learnt(Plain *p, const Before *before, ActionKind kind);
void tell_answers(Plain *p); /* all questions with their answers */
/* From the first step to the last, and how it ended. */
void tell_through(Plain *p);

#endif
