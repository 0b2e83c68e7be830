/* format.h: what format(), str.format and the % operator share. */
#ifndef TFSCOPE_RUN_FORMAT_H
#define TFSCOPE_RUN_FORMAT_H

#include "run/kinds.h"

/* A format specification. */
typedef struct Spec {
    Str fill;              /* one code point */
    char align;            /* < > = ^, or 0: not given */
    char default_align;    /* of the kind of value */
    char sign;             /* + - space, or 0: not given */
    bool no_negative_zero; /* z */
    bool alternate;        /* # */
    char grouping;         /* , _ or 0 */
    int64_t width;         /* -1: not given */
    int64_t precision;     /* -1: not given */
    uint32_t type;         /* 0: not given */
} Spec;

/* A number in the parts that padding and grouping need. */
typedef struct Number {
    const char *sign; /* "", "-", "+", " " */
    Str prefix;       /* "0x" */
    Str digits;       /* of the integer part; empty for inf and nan */
    Str rest;         /* fraction, exponent, "%"; or "inf" */
    int group;        /* digits in a group */
} Number;

Str number_layout(Arena *a, const Spec *spec, const Number *n);
/* d, which is not negative, as a presentation type writes it: e E f F g G %, or 0 for none. */
Str real_text(Run *run, double d, uint32_t type, int64_t precision, bool alternate);
void upper_ascii(Str s); /* in place */
/* format() of int, float and str and their subclasses, without asking for __format__. */
bool format_plain(Run *run, Value v, Str spec, Str *text);
void install_format(Run *run);

#endif
