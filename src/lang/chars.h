/* chars.h: which characters make names, and which were meant to be others. */
#ifndef TFSCOPE_LANG_CHARS_H
#define TFSCOPE_LANG_CHARS_H

#include "base/utf8.h"

/* ASCII only: may c begin, or go on in, a name? */
static inline bool char_begins_name(unsigned char c) {
    return (unsigned char)((c | 0x20) - 'a') < 26 || c == '_';
}
static inline bool char_is_digit(unsigned char c) {
    return (unsigned char)(c - '0') < 10;
}
static inline bool char_in_name(unsigned char c) {
    return char_begins_name(c) || char_is_digit(c);
}

/* Beyond ASCII: may the code point stand in a name? Letters, marks and digits of all scripts may;
 * punctuation, symbols, spaces, emoji and private characters may not. */
bool char_is_letter(uint32_t cp);

/* The value of a hexadecimal digit, or -1. */
int char_hex(unsigned char c);

/* The ASCII text that was meant by a full-width or typographic character, or NULL. */
const char *char_twin(uint32_t cp);

/* An offset at or below n that does not cut a code point of s. */
size_t char_cut(Str s, size_t n);

/* s, cut behind about 60 bytes with "..." when it is longer: for messages. */
Str char_short(Arena *a, Str s);

#endif
