/* shape.h: static shapes, of which rank or dimensions may be unknown. */
#ifndef TFSCOPE_TENSOR_SHAPE_H
#define TFSCOPE_TENSOR_SHAPE_H

#include "base/sink.h"

#define SHAPE_UNKNOWN_RANK (-1)
#define DIM_UNKNOWN (-1)

/* A shape. dims belongs to the arena that made it and is never changed afterwards. */
typedef struct Shape {
    int rank;            /* SHAPE_UNKNOWN_RANK, or the number of dims */
    const int64_t *dims; /* [rank]; DIM_UNKNOWN where unknown; may be NULL when rank <= 0 */
} Shape;

Shape shape_unknown(void);
Shape shape_scalar(void);
Shape shape_make(Arena *a, int rank, const int64_t *dims); /* copies dims */
bool shape_known(Shape s);                                 /* rank and all dims known? */
int64_t shape_count(Shape s);            /* elements; -1 when not fully known or beyond INT64_MAX */
bool shape_eq(Shape a, Shape b);         /* identical, unknown equals unknown */
bool shape_compatible(Shape a, Shape b); /* unknown agrees with anything */
/* the more defined of two compatible shapes; false when not compatible */
bool shape_merge(Arena *a, Shape x, Shape y, Shape *out);
/* numpy's rule with TensorFlow's treatment of unknowns; false when impossible */
bool shape_broadcast(Arena *a, Shape x, Shape y, Shape *out);
/* dims of x, then of y; unknown rank when either is */
Shape shape_concat(Arena *a, Shape x, Shape y);
Shape shape_slice(Arena *a, Shape s, int from, int to); /* dims from..to */

/* TensorFlow 1.x's Python text: "(2, 3)", "(2,)", "()", "?" for an unknown dimension,
 * "<unknown>" for unknown rank. */
void shape_put(Sink *out, Shape s);
Str shape_str(Arena *a, Shape s);
/* The runtime's (C++) text: "[2,3]", "[]", "?" inside, "<unknown>". */
Str shape_cpp_str(Arena *a, Shape s);

#endif
