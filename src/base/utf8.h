/* utf8.h: code points, and how many columns they take in a terminal. */
#ifndef TFSCOPE_BASE_UTF8_H
#define TFSCOPE_BASE_UTF8_H

#include "base/str.h"

/* Decodes one code point at s[*i] and moves *i behind it. Invalid bytes give U+FFFD
 * and move by one. Surrogates encoded as three bytes (WTF-8, from Python's "\ud800") are
 * returned as they are. *i must be below s.len. */
uint32_t utf8_next(Str s, size_t *i);
size_t utf8_put(char out[4], uint32_t cp); /* encodes; returns 1 to 4 */
size_t utf8_count(Str s);                  /* code points */
size_t utf8_offset(Str s, size_t n); /* byte offset of code point n (s.len when past the end) */
bool utf8_valid(Str s, size_t *bad); /* strict UTF-8? else *bad is the first bad byte's offset */
/* columns: 0 combining, 1, 2 wide, -1 not printable; same on every machine */
int utf8_width(uint32_t cp);
size_t utf8_columns(Str s);             /* sum of widths, -1 counted as 1 */
bool utf8_is_bidi_control(uint32_t cp); /* U+202A–202E, U+2066–2069, U+200E/F, U+061C */

#endif
