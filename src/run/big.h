/* big.h: integers of any size.
 *
 * An int that 64 bits hold is a VALUE_INT, and all short ways are for those. What does not fit is a
 * BigObject: an object of the type int whose digits lie in the run's arena. Nobody but the files
 * big*.c looks into one, and only they know the library that computes (GMP).
 *
 * A whole number, below, is either of the two. In Python 2 a BigObject is a `long`, of any size:
 * 5L is one, and what is computed with one is one again.
 *
 * Sizes are checked before anything is computed: a number takes at most a 64th of the run's memory,
 * and work is counted against the budget of steps. So 10**10**10 ends at once. */
#ifndef TFSCOPE_RUN_BIG_H
#define TFSCOPE_RUN_BIG_H

#include "run/kinds.h"

/* A BigObject itself. */
bool is_big(const Run *run, Value v);
/* An int, bool, long or an instance of a subclass, as a whole number. False: v is no integer. */
bool whole_of(const Run *run, Value v, Value *whole);
/* The same through __index__, too; *is tells whether v is an integer, false that __index__ raised.
 */
bool whole_like(Run *run, Value v, bool *is, Value *whole);
bool whole_index(Run *run, Value v, Value *whole); /* the same; TypeError when it is none */
bool whole_negative(Value whole);
bool whole_zero(Value whole);

/* Counts work, about 50 ns a unit, against the budget of steps. */
bool big_effort(Run *run, uint64_t n);

void big_init(Run *run);
void big_done(Run *run); /* frees what the library took; NULL before big_init */

/* ---- operators; the operands are whole numbers ---- */

bool big_operate(Run *run, BinaryOperator op, Value a, Value b, Value *result);
bool big_unary(Run *run, UnaryOperator op, Value a, Value *result);
bool big_absolute(Run *run, Value a, Value *result);
int big_compare(Value a, Value b); /* -1, 0, 1; one of them may be a float that is no NaN */
int64_t big_hash(Value whole);
bool big_real(Run *run, Value whole, double *d); /* rounded to even; OverflowError */
/* log(whole) of a positive number that may be too large for a float, by log of its first bits. */
double big_log(Run *run, Value whole, double (*log_of)(double));
bool big_of_real(Run *run, double d, Value *result); /* d is finite; truncated */

/* ---- text and bytes ---- */

/* Digits, as integer_digits writes them. ValueError when Python's limit for decimal text is passed.
 */
bool big_digits(Run *run, Value whole, int base, bool prefix, Str *text);
/* The number that these digits are: no sign, no underscores, no prefix, all good in this base. */
bool big_of_digits(Run *run, Str digits, int base, bool negative, Value *result);
Value big_literal(Run *run, Str text); /* of the program's text: "-0x1f" */
void big_show(Sink *out, const Object *o);
bool big_to_bytes(Run *run, Value whole, int64_t n, bool is_signed, unsigned char *little);
bool big_of_bytes(Run *run, Str big_endian, bool is_signed, Value *result);
/* The magnitude in words of 32 bits, lowest first, at least one, in the scratch arena. */
uint32_t *big_words(Run *run, Value whole, uint32_t *n);
bool big_of_words(Run *run, const uint32_t *words, uint32_t n, Value *result);
int64_t big_text_limit(const Run *run);
void big_set_text_limit(Run *run, int64_t digits); /* 0: none */

/* ---- functions ---- */

uint64_t big_bits(Value whole);                                            /* int.bit_length() */
uint64_t big_count(Value whole);                                           /* int.bit_count() */
bool big_power_modulo(Run *run, Value a, Value b, Value m, Value *result); /* m is not 0 */
bool big_round(Run *run, Value whole, int64_t places,
               Value *result); /* to 10**places, places > 0 */
bool big_gcd(Run *run, Value a, Value b, Value *result);
bool big_root(Run *run, Value whole, Value *result); /* math.isqrt */
bool big_factorial(Run *run, int64_t n, Value *result);
bool big_choose(Run *run, Value n, int64_t k, bool ordered, Value *result); /* perm or comb */
Value big_of_unsigned(Run *run, uint64_t u);
uint64_t big_low_bits(Value whole);    /* of the magnitude */
Value big_long(Run *run, Value whole); /* Python 2: the same number as a long */
Value big_small(Value whole);          /* Python 2: an int when 64 bits hold it */

#endif
