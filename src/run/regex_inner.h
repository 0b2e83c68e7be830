/* regex_inner.h: the instructions of a regular expression; for regex_compile.c and regex_match.c.
 */
#ifndef TFSCOPE_RUN_REGEX_INNER_H
#define TFSCOPE_RUN_REGEX_INNER_H

#include "run/regex.h"

typedef enum RegexOp {
    RE_CHAR,     /* a: code point */
    RE_ANY,      /* any but a newline */
    RE_ALL,      /* any */
    RE_SET,      /* set */
    RE_SPLIT,    /* goes on at a; b is the other way */
    RE_JUMP,     /* a */
    RE_SAVE,     /* slot a becomes the position */
    RE_PROGRESS, /* leaves the loop (over the jump behind it) when slot a is the position: nothing
                    was repeated */
    RE_START,    /* ^ */
    RE_END,      /* $ */
    RE_TOP,      /* \A */
    RE_BOTTOM,   /* \Z */
    RE_EDGE,     /* \b; a: 1 for \B */
    RE_BACK,     /* group a again */
    RE_AHEAD, /* what follows, up to b, must match (a & 1: 0) or must not (1), here or, when a >> 1
                 is not 0, (a >> 1) - 1 characters before; takes nothing */
    RE_MATCH,
} RegexOp;

typedef struct SetRange {
    uint32_t low, high;
} SetRange;

/* A class of characters; kinds is a string of d, D, w, W, s, S. */
typedef struct CharSet {
    SetRange *ranges;
    uint32_t n, cap;
    char kinds[8];
    uint32_t nkinds;
    bool negative;
} CharSet;

struct RegexCode {
    RegexOp op;
    uint32_t a, b;
    const CharSet *set;
};

#endif
