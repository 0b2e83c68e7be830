/* statement.h: what the texts of a lesson state about TensorFlow, and whether runs show it.
 *
 * A statement is what stands in backticks, a line of a code block, or a word outside of both that
 * looks like a name ("a/b", "b:0", "b_1"). It holds when it is found: in the program, as a name, in
 * what was printed, in an error, as a value, a shape, a dtype or a count; when it is code whose
 * every part is known; or when it is said to be wrong on purpose: as a claim or an answer that the
 * engine refutes. Nothing here runs a program. */
#ifndef TFSCOPE_LESSON_STATEMENT_H
#define TFSCOPE_LESSON_STATEMENT_H

#include "lesson/lesson.h"

typedef enum StatementVerdict {
    STATEMENT_FOUND,
    STATEMENT_ON_PURPOSE, /* it is what a wrong claim, a wrong choice or an expected wrong answer
                             says, or a claim about another release */
    STATEMENT_MISSING,    /* nothing shows it */
} StatementVerdict;

typedef struct Statement {
    Str words;
    bool quoted;        /* in backticks or a code block */
    Str file;           /* "text.en.md", "lesson.json" */
    Str place;          /* in lesson.json "questions[1].hints[0].en" */
    uint32_t line;      /* in a text file; 0 in lesson.json */
    ptrdiff_t exercise; /* the exercise whose runs show it, too; -1: the lesson's run only */
} Statement;

/* All statements of a lesson in the language that it was read in, in the order of its texts: a Log
 * of Statement in a. */
Log statements_of(Arena *a, const Lesson *lesson, const char *lang);

/* What words of Python may be known as. */
typedef enum Known {
    KNOWN_NAME,      /* "tf.get_variable", "range", "np.zeros" */
    KNOWN_ATTRIBUTE, /* "reuse_variables", an attribute or a method of something */
    KNOWN_ARGUMENT,  /* "use_resource", an argument of a function */
} Known;

/* What statements are compared with. */
typedef struct Evidence {
    const Trace *const *runs; /* [nruns] */
    size_t nruns;
    /* Does Python or TensorFlow, in the lesson's release, know this word as such? NULL: nothing is
     * known but what the runs show. */
    bool (*knows)(void *context, Known as, Str word);
    void *context;
} Evidence;

StatementVerdict statement_judge(Arena *a, const Lesson *lesson, const Statement *s,
                                 const Evidence *e);

/* evidence.c: do the runs show these words, as one whole? */
bool evidence_shows(Arena *a, const Evidence *e, Str words);
/* evidence_code.c: is it code whose every part is known or shown? */
bool evidence_code(Arena *a, const Evidence *e, Str words);
/* Looks like a full name: "a/b", "b:0"; "b_1" does not. */
bool is_full_name(Str s);
/* Does the text hold the words, not as a part of a longer word or name? */
bool text_holds(Str text, Str words);

#endif
