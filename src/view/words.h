/* words.h: a doc for ears and fingers: what signs, places and drawn lines tell the eye is told in
 * words. A reader leaves out many signs, or reads "=" as "equals"; and a tree of drawn lines is
 * noise to it.
 *
 *     "+ net/w  VariableV2"   new: net/w  VariableV2
 *     " ✓  7 print(w.name)"   ran: 7 print(w.name)
 *     "    7 | print(w.name)" line 7: print(w.name) */
#ifndef TFSCOPE_VIEW_WORDS_H
#define TFSCOPE_VIEW_WORDS_H

#include "view/changes.h"
#include "view/doc.h"
#include "view/together.h"

/* Writes the doc as doc_put does, with words for the signs. */
void words_put(const Doc *d, Sink *out);

/* A tree of names to be told. */
typedef struct WordsTree {
    const Outline *outline; /* not NULL */
    Moment moment;
    const Changes *changes;   /* what is marked; NULL: nothing */
    const Folds *folds;       /* what is folded is left out; NULL: all is told */
    const Together *together; /* in a comparison: what differs is marked; else NULL */
    TogetherAt here;          /* the moment, in it */
    const Outline *other; /* in a comparison: the tree that the other run has then; NULL: none */
    bool values;          /* of constants and variables, too */
} WordsTree;

/* A line for one branch: its marks, its whole path, kind, type, value, sharing, folding. */
void words_branch(Doc *d, const WordsTree *t, uint32_t index);
/* Writes a line for each branch that is shown, as it goes; nothing for an empty tree. */
void words_tree(const WordsTree *t, Sink *out);

#endif
