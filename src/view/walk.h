/* walk.h: a program told from its first step to its last, as text: the line, what it did, why, the
 * tree of names, open scopes, the lesson's prose when it is due. What is not drawn is made of these
 * parts: the plain mode step by step, or all of it printed through. */
#ifndef TFSCOPE_VIEW_WALK_H
#define TFSCOPE_VIEW_WALK_H

#include "view/teaching.h"
#include "view/view.h"

typedef struct Walk {
    const Source *source; /* of the program */
    const Trace *trace;
    const Why *why;           /* the reasons of what happens */
    const Lesson *lesson;     /* or NULL */
    const Teaching *teaching; /* of the lesson in this run; NULL without one */
    bool all;                 /* every step, and nodes that library code made */
    bool ascii;
    bool words; /* nothing is drawn: words for signs, no lines across, names by their paths */
} Walk;

/* The title, the program with its lines, and the prose that is due before the first step. */
void walk_start(const Walk *w, Doc *d);
void walk_lines(const Walk *w, Doc *d); /* its lines with their numbers */
/* Parts of what is told of a step; each writes nothing when there is nothing. */
void walk_reasons(const Walk *w, Moment from, Moment to, Doc *d); /* of the events from … to - 1 */
void walk_scopes(const Walk *w, Moment m, Doc *d);
void walk_sections(const Walk *w, size_t k, Doc *d); /* prose that is due after step k */
/* All of it, written as it goes. */
void walk_through(const Walk *w, Sink *out);

#endif
