/* learn.h: what a learner is asked and what became of it: the questions of the lesson that is open,
 * in the run that is shown; its exercise; what came back from earlier.
 *
 * A question stands before a step: whoever goes forwards stops there and is asked. Until it is
 * answered, shown or passed by, nothing of the steps behind it is given away (learn_horizon). What
 * was done is noted as deeds in the state, and handed on by the loop (Host.note). */
#ifndef TFSCOPE_UI_LEARN_H
#define TFSCOPE_UI_LEARN_H

#include "ui/state.h"

/* What became of a question or an exercise in this sitting. */
typedef struct Tried {
    Str lesson, item; /* ids */
    Str given;        /* the last answer that was understood; empty: none */
    int hints;        /* that were shown */
    bool right, shown;
    bool passed; /* stepped over without an answer; asked again when one comes back from before */
    bool again;  /* it came back in a review: what was known of it before does not count */
    bool judged; /* of a review: its first answer was noted */
} Tried;

enum { QUESTION_NONE = -1 };

/* ---- questions ---- */

/* The questions of this run; NULL: there are none (no lesson, an exercise, a comparison). */
const Quiz *learn_quiz(const State *s, const World *w);
/* The question, its place and where its answer is seen; i is below learn_quiz()->n. */
const Question *learn_question(const World *w, ptrdiff_t i);
Position learn_place(const State *s, const World *w, ptrdiff_t i);
/* It was answered right or shown: in this sitting or before. */
bool learn_answered(const State *s, const World *w, ptrdiff_t i);
/* The question that waits for an answer where one stands; QUESTION_NONE. */
ptrdiff_t learn_open_here(const State *s, const World *w);
/* The question that is meant where one stands: the open one, else one that was passed by, else one
 * that was answered; QUESTION_NONE. */
ptrdiff_t learn_here(const State *s, const World *w);
/* The step behind which nothing may be shown, as a question about it waits; SIZE_MAX: none. */
size_t learn_horizon(const State *s, const World *w);
/* The same as a moment. */
Moment learn_horizon_moment(const State *s, const World *w);
/* The first position of a question behind (1) or before (-1) a position. False: there is none. */
bool learn_next_place(const State *s, const World *w, Position from, int direction, Position *to);

/* ---- items ---- */

/* What became of an item of the lesson that is open; all empty when nothing did. */
Tried learn_tried(const State *s, const World *w, Str item);
/* What is known of it from all sittings. */
ItemProgress learn_item(const World *w, Str lesson, Str item);
LessonProgress learn_lesson(const World *w, Str lesson);

/* How far a lesson is. */
typedef struct Score {
    size_t right,
        all;          /* questions answered and exercises passed without being shown; of how many */
    size_t due;       /* questions that came back */
    bool begun, done; /* it was opened; its end was reached, and nothing in it is left */
} Score;
Score learn_score(const World *w, const Lesson *lesson, const Log *due);
/* The questions that came due (Due), those of lessons that are there. */
Log learn_due(const World *w, Arena *a);

/* ---- what comes next ---- */

/* What Enter does here besides its usual: answers, opens the exercise, goes to where a goal went
 * another way, or goes on; ACTION_NONE. */
ActionKind learn_offer(const State *s, const World *w);
/* The first exercise of the lesson that is neither passed nor shown; NULL. */
const Exercise *learn_next_exercise(const State *s, const World *w);
bool learn_exercise_done(const State *s, const World *w, const Exercise *e);
bool learn_exercise_passed(const State *s, const World *w, const Exercise *e);
/* The lesson behind the one that is open; NULL: it is the last one, or there are none. */
const Lesson *learn_next_lesson(const World *w);
/* After the last step of the lesson's run, with no question left there. */
bool learn_at_end(const State *s, const World *w);

/* ---- changing the state (learn.c, update_learn.c) ---- */

/* A deed about the lesson that is open, to be handed on. */
void learn_note(State *s, const World *w, Deed deed);
/* What became of an item, to be changed. */
Tried *learn_try(State *s, const World *w, Str item);
/* Goes forwards: to `to`, or to the question before it, which is asked. jump: the place to come
 * back to is kept. */
void learn_forwards(State *s, const World *w, Position to, bool jump);
/* Before going forwards: is there something to be asked first, or a review to go on with? Then it
 * is done, and nobody moves. A question whose line was closed is passed by. */
bool learn_stops(State *s, const World *w);
/* After the position changed: notes how far it went. */
void learn_moved(State *s, const World *w);
/* A program was opened, and what was edited in it before comes back: see Desk in state.h. */
void learn_opened(State *s, const World *w);
/* What is edited in the program that is open is kept for when it is opened again. */
void learn_closing(State *s);
/* An attempt at the exercise ran. */
void learn_ran(State *s, const World *w);
/* Offers the questions that came back, if there are any. */
void learn_offer_review(State *s, const World *w);
/* The answer to a question of ours (ACTION_REVIEW, ACTION_FORGET) was yes. */
void learn_confirmed(State *s, const World *w, ActionKind kind);
/* A key while an answer is typed. True: nothing is left of it. */
bool learn_answer_key(State *s, const World *w, Key key);
void learn_answer(State *s, const World *w, Str text);

/* ---- in words (learn_doc.c) ---- */

/* What a lesson's pane says, besides its prose. Each writes nothing when there is nothing. */
typedef struct LearnDoc {
    const State *state;
    const World *world;
    const Replay *replay;
    Doc *doc;
    bool told; /* not drawn: in the plain mode, which tells the reasons of a step anyway */
} LearnDoc;
/* Does the step where one stands show what was just answered? It is read before the next question
 * is asked. */
bool learn_has_outcome(const State *s, const World *w);
/* Is a question shown instead of what stands here? */
bool learn_asks(const State *s, const World *w);
void learn_put_question(const LearnDoc *l, ptrdiff_t i);
/* What became of the questions that this position answers. */
void learn_put_outcomes(const LearnDoc *l);
void learn_put_exercise(const LearnDoc *l);
void learn_put_next(const LearnDoc *l); /* at the end of a lesson */
/* A question with its answer, and why it is right. */
void learn_put_answer(const LearnDoc *l, ptrdiff_t i);
/* All questions with their answers, for who reads all at once. */
void learn_put_answers(const LearnDoc *l);

#endif
