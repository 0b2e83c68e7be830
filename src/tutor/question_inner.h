/* question_inner.h: what the files of questions share: the moment that is asked about, answers as
 * they are compared. Only for src/tutor/question*.c. */
#ifndef TFSCOPE_TUTOR_QUESTION_INNER_H
#define TFSCOPE_TUTOR_QUESTION_INNER_H

#include "tutor/question.h"

/* The moment of a question in a run. */
typedef struct Asked {
    size_t place, reveal;          /* steps: before and after the moment */
    Moment before, after;          /* the states then */
    const Event *event;            /* what happened; NULL at "start" and "end" */
    const TraceVariable *variable; /* that was created or shared then, or NULL */
    const TraceNode *node;         /* that was made, or is the variable's, or NULL */
    const TraceScope *scope;       /* that was entered or left, or NULL */
} Asked;

/* False: the moment does not come. */
bool question_asked(const Question *q, const Trace *t, Asked *asked);

enum { DEED_WORDS = 3 };     /* created, reused, error */
enum { ANSWER_MOST = 2000 }; /* bytes; what is longer is no answer */

/* What was typed, without what nobody means: blanks and quotes around it, the wide forms of ASCII
 * that Chinese keyboards give. False: it holds what no answer holds (control characters, bytes that
 * are no text), or is too long. */
bool answer_clean(Arena *a, Str given, Str *clean);
/* A name without ":0" and the slash at its end. */
Str answer_name(Str name);
/* Its place among the three words, from 0, in either language; -1: it is none of them. */
int answer_deed(Str word);
/* A count; -1: it is none. */
int64_t answer_count(Str text);
/* A shape as a person writes it; false: it is none. */
bool answer_shape(Arena *a, Str text, Shape *shape);
/* The next word of a value, without brackets, commas and quotes; empty: there is none. */
Str answer_word(Str text, size_t *from);
/* The same word, or the same number. */
bool answer_same_word(Str x, Str y);
/* The choice that is meant by its number, its letter or its text; -1: none. */
ptrdiff_t answer_choice(Arena *a, const Question *q, Str text);
/* Can this text be an answer to the question at all? */
bool answer_understood(Arena *a, const Question *q, Str clean);
/* Do both say the same? Both are clean. */
bool answer_same(Arena *a, const Question *q, Str x, Str y);

/* What can be said of a wrong answer without giving the right one away; both are clean. */
typedef struct Wrong {
    Arena *arena;
    const Question *question;
    const Trace *trace;
    const Asked *asked;
    Str right, given;
} Wrong;
Str question_comment(const Wrong *w);

#endif
