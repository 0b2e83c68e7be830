/* literal.h: what numbers and strings stand for. */
#ifndef TFSCOPE_LANG_LITERAL_H
#define TFSCOPE_LANG_LITERAL_H

#include "lang/code.h"
#include "lang/lexer.h"

/* Longest decimal integer in digits, the limit that CPython has for text. */
#define LITERAL_DIGITS 4300

/* The value of a NUMBER token with this text. False: an integer that is too long. */
bool literal_number(Arena *a, Str text, int python, Constant *value);

/* The text of a piece of a string literal: span lies in the body of the literal that parts
 * describes. Without escapes the result shares the source's bytes. Bad escapes are reported. */
Str literal_text(Arena *a, Diags *diags, StringParts parts, Span span, int python);

/* Makes a number negative. False: it stays as it is (an imaginary number, a bool, no number). */
bool literal_negate(Arena *a, const Constant *of, Constant *negative);

#endif
