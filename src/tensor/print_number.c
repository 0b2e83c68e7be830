/* print_number.c: after numpy's FloatingFormat, with mode "maxprec".
 *
 * Fixed notation shows each number's shortest digits, but at most so many behind the point, and
 * pads with spaces. Exponential notation shows the same number of digits for all; numbers with
 * shorter digits are then written exactly to that place (0.1 as float32 beside one with eight
 * digits is 1.00000001e-01), which is numpy's habit since 1.21.
 */
#include "tensor/print_number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void word_put(Word *w, const char *text, int len) {
    int room = (int)sizeof w->text - w->len;
    int n = len < room ? len : room;
    memcpy(w->text + w->len, text, (size_t)n);
    w->len += n;
}

static void word_char(Word *w, char c) {
    word_put(w, &c, 1);
}

static void word_repeat(Word *w, char c, int n) {
    for (int i = 0; i < n; i++) {
        word_char(w, c);
    }
}

void word_spaces(Word *w, int n) {
    word_repeat(w, ' ', n);
}

static int larger(int x, int y) {
    return x > y ? x : y;
}

/* ---- measuring ---- */

FloatFormat float_format(FloatKind kind, bool plus, int most, bool suppress) {
    return (FloatFormat){
        .kind = kind, .most = most, .suppress = suppress, .plus = plus, .least = INFINITY};
}

void float_range(FloatFormat *f, double d) {
    double size = fabs(d);
    if (!isfinite(d)) {
        f->any_special = true;
        f->any_minus_inf = f->any_minus_inf || (isinf(d) && d < 0);
        return;
    }
    f->any_finite = true;
    if (size > 0) {
        f->greatest = fmax(f->greatest, size);
        f->least = fmin(f->least, size);
    }
}

/* The quotient as the array's own type has it. */
static double quotient(FloatKind kind, double x, double y) {
    switch (kind) {
    case FLOAT_HALF: return (double)half_to(half_of((float)x / (float)y));
    case FLOAT_SINGLE: return (double)((float)x / (float)y);
    case FLOAT_DOUBLE: break;
    }
    return x / y;
}

void float_choose(FloatFormat *f) {
    f->exponential =
        f->greatest > 0 &&
        (f->greatest >= 1e8 ||
         (!f->suppress && (f->least < 0.0001 || quotient(f->kind, f->greatest, f->least) > 1000)));
}

static int exponent_digits(int exponent) {
    return abs(exponent) >= 100 ? 3 : 2;
}

/* A number that has no digit before the place behind which it is cut: 0, or 1 at that place. */
static Decimal decimal_tiny(const FloatFormat *f, double size) {
    char text[DECIMAL_MAX + 32];
    Decimal zero = {"0", 1, 1}, one = {"1", 1, 1 - f->most};
    int n = snprintf(text, sizeof text, "%.*f", f->most, size);
    return text[n - 1] == '0' ? zero : one;
}

/* At most f->most digits behind the point: of fixed notation, or of exponential. */
static Decimal decimal_of(const FloatFormat *f, double size) {
    Decimal dec = decimal_shortest(size, f->kind);
    int behind = f->exponential ? dec.count - 1 : dec.count - dec.exponent;
    if (behind > f->most && dec.count - behind + f->most <= 0) {
        return decimal_tiny(f, size);
    }
    if (behind > f->most) {
        dec = decimal_cut(size, f->kind, dec.count - behind + f->most);
    }
    return dec;
}

static void measure_finite(FloatFormat *f, bool sign, const Decimal *dec) {
    if (f->exponential) {
        f->pad_left = larger(f->pad_left, 1 + sign);
        f->precision = larger(f->precision, dec->count - 1);
        f->exp_digits = larger(f->exp_digits, exponent_digits(dec->exponent - 1));
    } else {
        f->pad_left = larger(f->pad_left, larger(dec->exponent, 1) + sign);
        f->pad_right = larger(f->pad_right, dec->count - dec->exponent);
    }
}

void float_measure(FloatFormat *f, double d) {
    bool sign = signbit(d) || f->plus;
    Decimal zero = {"0", 1, 1};
    Decimal dec = isfinite(d) && d != 0 ? decimal_of(f, fabs(d)) : zero;
    if (isfinite(d)) {
        measure_finite(f, sign, &dec);
    }
}

void float_close(FloatFormat *f) {
    if (f->exponential) {
        f->pad_right = f->exp_digits + 2 + f->precision;
    }
    if (f->any_special) {
        int inf = 3 + (f->plus || f->any_minus_inf);
        f->pad_left = larger(f->pad_left, larger(3, inf) - (f->pad_right + 1));
    }
}

/* ---- writing ---- */

static void put_special(Word *w, double d, bool plus) {
    const char *text = isnan(d) ? (plus ? "+nan" : "nan") : d < 0 ? "-inf" : plus ? "+inf" : "inf";
    word_put(w, text, (int)strlen(text));
}

static void put_sign(Word *w, double d, bool plus) {
    if (signbit(d) || plus) {
        word_char(w, signbit(d) ? '-' : '+');
    }
}

static void put_exponent(Word *w, int exponent, int digits) {
    char text[16];
    int n = snprintf(text, sizeof text, "e%c%0*d", exponent < 0 ? '-' : '+', digits, abs(exponent));
    word_put(w, text, n);
}

/* Digits from `from` to `to`, where digit 0 is the first; 0 outside of the number. */
static void put_digits(Word *w, const Decimal *dec, int from, int to) {
    for (int i = from; i < to; i++) {
        word_char(w, i >= 0 && i < dec->count ? dec->digits[i] : '0');
    }
}

static void put_exponential(Word *w, const FloatFormat *f, double d) {
    Decimal dec = {"0", 1, 1};
    if (d != 0) {
        dec = decimal_rounded(fabs(d), f->kind, f->precision + 1);
    }
    word_spaces(w, f->pad_left - 1 - (signbit(d) || f->plus));
    put_sign(w, d, f->plus);
    word_char(w, dec.digits[0]);
    word_char(w, '.');
    put_digits(w, &dec, 1, f->precision + 1);
    put_exponent(w, dec.exponent - 1, f->exp_digits);
}

/* Before the point every digit is written exactly, needed or not: 67108872. and not 67108870. */
static Decimal fixed_decimal(const FloatFormat *f, double size) {
    Decimal dec = decimal_of(f, size);
    return dec.count < dec.exponent ? decimal_rounded(size, f->kind, dec.exponent) : dec;
}

static void put_fixed(Word *w, const FloatFormat *f, double d) {
    Decimal dec = {"0", 1, 1};
    if (d != 0) {
        dec = fixed_decimal(f, fabs(d));
    }
    int before = larger(dec.exponent, 1), behind = larger(dec.count - dec.exponent, 0);
    word_spaces(w, f->pad_left - before - (signbit(d) || f->plus));
    put_sign(w, d, f->plus);
    put_digits(w, &dec, dec.exponent - before, dec.exponent);
    word_char(w, '.');
    put_digits(w, &dec, dec.exponent, dec.exponent + behind);
    word_spaces(w, f->pad_right - behind);
}

void float_put(Word *w, const FloatFormat *f, double d) {
    if (!isfinite(d)) {
        Word special = {.len = 0};
        put_special(&special, d, f->plus);
        word_spaces(w, f->pad_left + f->pad_right + 1 - special.len);
        word_put(w, special.text, special.len);
    } else if (f->exponential) {
        put_exponential(w, f, d);
    } else {
        put_fixed(w, f, d);
    }
}

/* numpy asks whether the value lies in [1e-4, 1e16), Python whether its digits do; for the
 * values of a double that is the same. */
static bool is_fixed(double size) {
    return size == 0 || (size >= 1e-4 && size < 1e16);
}

static void put_alone_fixed(Word *w, const Decimal *dec, bool point_zero) {
    int before = larger(dec->exponent, 1), behind = larger(dec->count - dec->exponent, 0);
    put_digits(w, dec, dec->exponent - before, dec->exponent);
    if (behind > 0 || point_zero) {
        word_char(w, '.');
    }
    put_digits(w, dec, dec->exponent, dec->exponent + (behind ? behind : point_zero));
}

void float_put_alone(Word *w, FloatKind kind, double d, bool point_zero, bool plus) {
    Decimal dec = {"0", 1, 1};
    if (!isfinite(d)) {
        put_special(w, d, plus);
        return;
    }
    if (d != 0) {
        dec = decimal_shortest(fabs(d), kind);
    }
    put_sign(w, d, plus);
    if (is_fixed(fabs(d))) {
        put_alone_fixed(w, &dec, point_zero);
        return;
    }
    word_char(w, dec.digits[0]);
    if (dec.count > 1) {
        word_char(w, '.');
        put_digits(w, &dec, 1, dec.count);
    }
    put_exponent(w, dec.exponent - 1, 2);
}
