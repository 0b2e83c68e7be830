/* big_math.c: functions of integers of any size. */
#include "run/big_inner.h"

uint64_t big_bits(Value whole) {
    BigOperand o;
    mpz_srcptr z = big_operand(&o, whole);
    return mpz_sgn(z) ? mpz_sizeinbase(z, 2) : 0;
}

uint64_t big_count(Value whole) {
    BigOperand o;
    mpz_srcptr z = big_operand(&o, whole);
    return mpz_sgn(z) ? mpn_popcount(mpz_limbs_read(z), (mp_size_t)mpz_size(z)) : 0;
}

/* A multiplication for each bit of the exponent. */
static uint64_t power_effort(mpz_srcptr b, mpz_srcptr m) {
    uint64_t n = mpz_size(m), square = n * n / 32 + 1;
    uint64_t each = square < 16 * n ? square : 16 * n, all;
    return __builtin_mul_overflow(mpz_sizeinbase(b, 2), each, &all) ? UINT64_MAX : all;
}

bool big_power_modulo(Run *run, Value a, Value b, Value m, Value *result) {
    BigOperand x, y, w;
    mpz_srcptr base = big_operand(&x, a), exponent = big_operand(&y, b), size = big_operand(&w, m);
    mpz_ptr r = big_register(run, 0), e = big_register(run, 1);
    if (!big_effort(run, power_effort(exponent, size) + mpz_size(base))) {
        return false;
    }
    mpz_fdiv_r(r, base, size);
    mpz_abs(e, exponent);
    if (mpz_sgn(exponent) < 0 && !mpz_invert(r, r, size)) {
        return raise_value_error(run, "base is not invertible for the given modulus");
    }
    mpz_powm(r, r, e, size);
    if (mpz_sgn(size) < 0 && mpz_sgn(r) > 0) {
        mpz_add(r, r, size);
    }
    return big_give(run, r, big_any_long(run, a, b) || big_any_long(run, m, m), result);
}

/* Halves go to the even multiple. */
bool big_round(Run *run, Value whole, int64_t places, Value *result) {
    BigOperand o;
    mpz_srcptr z = big_operand(&o, whole);
    mpz_ptr unit = big_register(run, 0), q = big_register(run, 1), rest = big_register(run, 2);
    *result = value_int(0);
    if ((uint64_t)places > mpz_sizeinbase(z, 10) + 1) {
        return true;
    }
    if (!big_effort(run, mpz_size(z) * 16)) {
        return false;
    }
    mpz_ui_pow_ui(unit, 10, (unsigned long)places);
    mpz_fdiv_qr(q, rest, z, unit);
    mpz_mul_2exp(rest, rest, 1);
    int c = mpz_cmp(rest, unit);
    mpz_add_ui(q, q, c > 0 || (c == 0 && mpz_odd_p(q)));
    mpz_mul(q, q, unit);
    return big_give(run, q, big_any_long(run, whole, whole), result);
}

bool big_gcd(Run *run, Value a, Value b, Value *result) {
    BigOperand x, y;
    mpz_srcptr p = big_operand(&x, a), q = big_operand(&y, b);
    mpz_ptr r = big_register(run, 0);
    if (!big_effort(run, 16 * (mpz_size(p) + mpz_size(q)))) {
        return false;
    }
    mpz_gcd(r, p, q);
    return big_give(run, r, big_any_long(run, a, b), result);
}

bool big_root(Run *run, Value whole, Value *result) {
    BigOperand o;
    mpz_srcptr z = big_operand(&o, whole);
    if (!big_effort(run, 8 * mpz_size(z))) {
        return false;
    }
    mpz_sqrt(big_register(run, 0), z);
    return big_give(run, big_register(run, 0), false, result);
}

/* n! has less than n * log2(n) bits. */
bool big_factorial(Run *run, int64_t n, Value *result) {
    mpz_ptr r = big_register(run, 0);
    uint64_t bits = 0;
    if (__builtin_mul_overflow((uint64_t)n, 64 - __builtin_clzll((uint64_t)n | 1), &bits)) {
        bits = UINT64_MAX;
    }
    if (!big_room(run, bits) || !big_effort(run, bits / 16)) {
        return false;
    }
    mpz_fac_ui(r, (unsigned long)n);
    return big_give(run, r, false, result);
}

/* n * (n - 1) * …, k factors. */
static void falling(mpz_ptr r, mpz_ptr factor, mpz_srcptr n, int64_t k) {
    mpz_set_ui(r, 1);
    mpz_set(factor, n);
    for (int64_t i = 0; i < k; i++) {
        mpz_mul(r, r, factor);
        mpz_sub_ui(factor, factor, 1);
    }
}

bool big_choose(Run *run, Value n, int64_t k, bool ordered, Value *result) {
    BigOperand o;
    mpz_srcptr z = big_operand(&o, n);
    mpz_ptr r = big_register(run, 0);
    uint64_t bits = 0, work = 0;
    if (__builtin_mul_overflow((uint64_t)k, (uint64_t)mpz_sizeinbase(z, 2), &bits)) {
        bits = UINT64_MAX;
    }
    if (!big_room(run, bits)) {
        return false;
    }
    if (!ordered && n.kind == VALUE_INT) { /* by its prime factors */
        if (!big_effort(run, bits / 8)) {
            return false;
        }
        mpz_bin_uiui(r, (unsigned long)n.as.integer, (unsigned long)k);
        return big_give(run, r, false, result);
    }
    if (__builtin_mul_overflow((uint64_t)k, bits / 64 / 50 + 1, &work)) {
        work = UINT64_MAX;
    }
    if (!big_effort(run, work)) {
        return false;
    }
    if (ordered) {
        falling(r, big_register(run, 1), z, k);
    } else {
        mpz_bin_ui(r, z, (unsigned long)k);
    }
    return big_give(run, r, false, result);
}
