/* printed.h: what a program printed, as lines, at any moment.
 *
 * An index is gathered once from a finished trace; a window of lines then costs what it holds,
 * however much was printed. A line may be made of many pieces (print with end=""), and a piece may
 * hold many lines. */
#ifndef TFSCOPE_VIEW_PRINTED_H
#define TFSCOPE_VIEW_PRINTED_H

#include "trace/trace.h"

typedef struct Printed Printed;

Printed *printed_make(Arena *a, const Trace *t);
/* How many lines there were at moment m; one that has no newline yet counts. */
size_t printed_lines(const Printed *p, Moment m);

/* Part of a line: what one piece of output gave to it. */
typedef struct PrintedPart {
    Str text;      /* without newline */
    bool error;    /* stderr */
    Moment moment; /* when it was printed: seen after that */
} PrintedPart;

/* Walks through the parts of lines. */
typedef struct PrintedWalk {
    const Printed *printed;
    size_t end;   /* pieces that are seen */
    size_t piece; /* where the next part is */
    size_t offset;
} PrintedWalk;

/* At the start of line `line` (from 0) at moment m; the line must be there. */
PrintedWalk printed_line(const Printed *p, size_t line, Moment m);
/* The next part of the line. False: the line is at its end; the walk then stands at the next one.
 */
bool printed_next(PrintedWalk *w, PrintedPart *part);
/* Was anything of the line printed at moment `since` or later? */
bool printed_since(const Printed *p, size_t line, Moment m, Moment since);

#endif
