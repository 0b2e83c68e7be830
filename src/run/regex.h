/* regex.h: regular expressions as Python's re has them, for the module re.
 *
 * Modelled: characters, ".", classes, \d \w \s \b \A \Z, groups (also named and not capturing),
 * alternatives, repetitions (greedy and lazy), back references, lookahead, lookbehind, the flags I,
 * M, S and X. What else re knows (conditionals, inline flags in the middle) is refused by name. */
#ifndef TFSCOPE_RUN_REGEX_H
#define TFSCOPE_RUN_REGEX_H

#include "run/run.h"

/* Values of re.I and so on. */
enum {
    REGEX_IGNORECASE = 2,
    REGEX_MULTILINE = 8,
    REGEX_DOTALL = 16,
    REGEX_UNICODE = 32,
    REGEX_VERBOSE = 64
};

typedef struct RegexCode RegexCode;

typedef struct Regex {
    const RegexCode *code; /* instructions */
    uint32_t ncode;
    uint32_t ngroups; /* without the whole match */
    Name *names;      /* [ngroups + 1] names of groups, or NULL */
    uint32_t nslots;  /* places that the matcher remembers */
    int flags;
} Regex;

/* Why a pattern was not accepted. */
typedef struct RegexFault {
    Str message;         /* re's own words */
    size_t at;           /* byte in the pattern */
    const char *refused; /* not modelled: what; else NULL */
} RegexFault;

/* NULL: see *fault. */
const Regex *regex_compile(Arena *a, Names *names, Str pattern, int flags, RegexFault *fault);

typedef enum RegexResult { REGEX_NO, REGEX_YES, REGEX_TOO_LONG } RegexResult;

/* How a match must end. */
typedef enum RegexEnd {
    REGEX_ANYWHERE, /* wherever the pattern does */
    REGEX_AT_END,   /* at the end of the text */
    REGEX_ADVANCED, /* not where it began: nothing empty */
} RegexEnd;

/* Matches at byte `start` of text exactly. groups gets 2 * (ngroups + 1) byte positions, and behind
 * them the last group that ended; -1 where a group took no part. */
RegexResult regex_match_at(Arena *scratch, const Regex *r, Str text, size_t start, RegexEnd end,
                           ptrdiff_t *groups);

/* The group that was closed last; 0: none. */
uint32_t regex_last_group(const Regex *r, const ptrdiff_t *groups);

#endif
