/* decimal.h: binary floating-point numbers as decimal digits. Only for src/tensor. */
#ifndef TFSCOPE_TENSOR_DECIMAL_H
#define TFSCOPE_TENSOR_DECIMAL_H

#include <stdbool.h>

/* The type whose neighbours the digits must tell apart. */
typedef enum FloatKind { FLOAT_HALF, FLOAT_SINGLE, FLOAT_DOUBLE } FloatKind;

#define DECIMAL_MAX 32 /* most digits of a Decimal */

/* 0.d1d2d3… * 10^exponent */
typedef struct Decimal {
    char digits[DECIMAL_MAX + 1]; /* NUL-terminated; d1 is not '0' */
    int count;                    /* number of digits, at least 1 */
    int exponent;
} Decimal;

/* In all of these d is finite and above 0, and a value of the kind. */

/* The fewest digits that read back as d; of several such, those nearest to d. No trailing zeros. */
Decimal decimal_shortest(double d, FloatKind kind);
/* d rounded to `count` digits (1 to DECIMAL_MAX), with trailing zeros. Where the nearest such
 * number does not read back as d, but the next one up does, it is that one. */
Decimal decimal_rounded(double d, FloatKind kind, int count);
/* The shortest digits or, when those are more than `most`, as many, without trailing zeros. */
Decimal decimal_cut(double d, FloatKind kind, int most);

#endif
