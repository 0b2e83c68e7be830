/* question.h: questions of a lesson, put to a run: where one is asked, what is right, what to say.
 *
 * The right answer is not written in the lesson: it is what the engine did at the question's
 * moment. So a question cannot be wrong about TensorFlow, and it also holds after the learner
 * changed the program, as long as its moment comes. */
#ifndef TFSCOPE_TUTOR_QUESTION_H
#define TFSCOPE_TUTOR_QUESTION_H

#include "lesson/lesson.h"

/* Where a question is asked: after so many steps, before the one that its moment is about. At
 * "start" it is 0, at "end" the last step. False: the moment does not come in this run, and the
 * question is not asked. */
bool question_place(const Question *q, const Trace *t, size_t *step);
/* The step that shows the answer: the one after its place; at "start" and "end" the place itself.
 */
bool question_reveal(const Question *q, const Trace *t, size_t *step);

/* The right answer as a person would type it: "scope/b:0", "reused", "(2, 3)", "3"; of a choice the
 * number of the first right one. Empty when the moment does not come. */
Str question_answer(Arena *a, const Question *q, const Trace *t);

/* The words that a deed is answered with, in the chosen language; [3]: created, reused, error. */
const char *const *question_deeds(void);
/* The word number i, of those that people type in either language for a deed (0 … 2); NULL behind
 * the last. */
const char *question_deed_word(size_t i, int deed);

/* What became of an answer. */
typedef struct Answered {
    bool understood; /* false: it is no answer to this kind of question ("7" of three choices);
                        comment says what is wanted, and it counts as no attempt */
    bool right;
    Str comment; /* a sentence or more, in the chosen language. Of a wrong answer: what is wrong
                    with it (the lesson's own comment on it, else what can be said without giving
                    the answer away). Of a right one: the lesson's reason; may be empty */
} Answered;

/* Judges what was typed. Names: with or without ":0", quotes and a slash at the end; deeds: the
 * word or its number, in both languages; values: numbers compared as numbers, brackets and blanks
 * do not count; shapes: (2, 3), [2,3], 2x3; choices: their numbers or their text. */
Answered question_judge(Arena *a, const Question *q, const Trace *t, Str given);

/* What kind of answer is wanted, as a short sentence for the line where it is typed. */
Str question_wants(Arena *a, const Question *q);

#endif
