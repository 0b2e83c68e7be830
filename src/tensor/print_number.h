/* print_number.h: one number as numpy writes it inside an array. Only for src/tensor. */
#ifndef TFSCOPE_TENSOR_PRINT_NUMBER_H
#define TFSCOPE_TENSOR_PRINT_NUMBER_H

#include "tensor/decimal.h"
#include "tensor/tensor.h"

/* A piece of a line; long enough for two numbers of any type with their padding. */
typedef struct Word {
    char text[192];
    int len;
} Word;

void word_put(Word *w, const char *text, int len);
void word_spaces(Word *w, int n);

/* How the floating-point numbers of an array (or their real or imaginary parts) are written, so
 * that their points stand below each other. First every number is measured, then closed,
 * then every number is put. */
typedef struct FloatFormat {
    FloatKind kind;
    int most;         /* digits behind the point, at most */
    bool suppress;    /* small numbers stay in fixed notation */
    bool plus;        /* positive numbers get a sign too: imaginary parts */
    bool exponential; /* 1.5e+10 instead of 15000000000. */
    int pad_left;     /* columns before the point */
    int pad_right;    /* columns behind it */
    int exp_digits;   /* digits of the exponent */
    int precision;    /* exponential: digits behind the point of every number */
    /* while measuring */
    double greatest, least; /* magnitudes other than 0 */
    bool any_finite, any_special, any_minus_inf;
} FloatFormat;

/* most: digits behind the point */
FloatFormat float_format(FloatKind kind, bool plus, int most, bool suppress);
/* First pass: the range of the numbers decides between the two notations. */
void float_range(FloatFormat *f, double d);
void float_choose(FloatFormat *f);
/* Second pass: the widths. */
void float_measure(FloatFormat *f, double d);
void float_close(FloatFormat *f);
/* Third pass: d in f's columns. */
void float_put(Word *w, const FloatFormat *f, double d);

/* d alone, as a numpy scalar or (kind double, no trimming of ".0") a Python float is written.
 * point_zero: "1.0" instead of "1"; plus: a sign for positive numbers too. */
void float_put_alone(Word *w, FloatKind kind, double d, bool point_zero, bool plus);

#endif
