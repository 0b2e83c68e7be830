/* decimal.c: shortest digits, by asking the C library.
 *
 * printf rounds the exact value correctly to any number of digits and strtod reads correctly,
 * so the shortest digits are found by trying. A type that keeps every decimal of n digits
 * (15 for double) needs only three tries: n, n + 1, n + 2.
 *
 * One case needs care. Above a power of two the neighbour is twice as far away as below it;
 * then the nearest decimal of n digits may fail to read back while the next one up, farther
 * away but on the roomy side, succeeds: 2^-44 is 5.684341886080802e-14, not ...801e-14.
 *
 * Nothing here depends on the locale: digits are picked out of printf's text around whatever
 * decimal point it has, and strtod is given integers with exponents.
 */
#include "tensor/decimal.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tensor/print.h"

/* Decimal digits that survive in a number of the kind, and the smallest number with full precision.
 */
static const struct {
    int digits;
    double normal;
} kinds[] = {
    [FLOAT_HALF] = {3, 0x1p-14},
    [FLOAT_SINGLE] = {6, 0x1p-126},
    [FLOAT_DOUBLE] = {15, 0x1p-1022},
};

static Decimal nearest(double d, int count) {
    char text[DECIMAL_MAX + 32];
    Decimal out = {.count = count};
    int n = 0;
    snprintf(text, sizeof text, "%.*e", count - 1, d);
    char *at = text;
    for (; *at && *at != 'e'; at++) {
        if (*at >= '0' && *at <= '9' && n < count) {
            out.digits[n++] = *at;
        }
    }
    out.exponent = *at ? (int)strtol(at + 1, NULL, 10) + 1 : 1;
    return out;
}

static bool reads_back(const Decimal *dec, double d, FloatKind kind) {
    char text[DECIMAL_MAX + 32];
    snprintf(text, sizeof text, "%se%d", dec->digits, dec->exponent - dec->count);
    switch (kind) {
    case FLOAT_HALF: return (double)half_to(half_of_double(strtod(text, NULL))) == d;
    case FLOAT_SINGLE: return (double)strtof(text, NULL) == d;
    case FLOAT_DOUBLE: break;
    }
    return strtod(text, NULL) == d;
}

/* One more in the last digit. */
static void step_up(Decimal *dec) {
    int i = dec->count - 1;
    while (i >= 0 && dec->digits[i] == '9') {
        dec->digits[i--] = '0';
    }
    if (i >= 0) {
        dec->digits[i]++;
        return;
    }
    dec->digits[0] = '1';
    dec->exponent++;
}

static void trim(Decimal *dec) {
    while (dec->count > 1 && dec->digits[dec->count - 1] == '0') {
        dec->digits[--dec->count] = '\0';
    }
}

static bool is_power_of_two(double d) {
    int exponent;
    return frexp(d, &exponent) == 0.5;
}

Decimal decimal_rounded(double d, FloatKind kind, int count) {
    Decimal dec = nearest(d, count < 1 ? 1 : count > DECIMAL_MAX ? DECIMAL_MAX : count);
    if (is_power_of_two(d) && !reads_back(&dec, d, kind)) {
        Decimal up = dec;
        step_up(&up);
        return reads_back(&up, d, kind) ? up : dec;
    }
    return dec;
}

Decimal decimal_shortest(double d, FloatKind kind) {
    int count = d >= kinds[kind].normal ? kinds[kind].digits : 1;
    Decimal dec = decimal_rounded(d, kind, count);
    while (!reads_back(&dec, d, kind) && count < DECIMAL_MAX) {
        dec = decimal_rounded(d, kind, ++count);
    }
    trim(&dec);
    return dec;
}

Decimal decimal_cut(double d, FloatKind kind, int most) {
    Decimal dec = decimal_shortest(d, kind);
    if (dec.count > most) {
        dec = decimal_rounded(d, kind, most);
        trim(&dec);
    }
    return dec;
}

int shortest_digits(double d, bool single, char digits[18], int *exponent) {
    Decimal dec = decimal_shortest(d, single ? FLOAT_SINGLE : FLOAT_DOUBLE);
    memcpy(digits, dec.digits, (size_t)dec.count);
    digits[dec.count] = '\0';
    *exponent = dec.exponent;
    return dec.count;
}
