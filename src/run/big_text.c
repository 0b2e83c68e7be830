/* big_text.c: integers of any size from text and bytes, and to them. */
#include <string.h>

#include "run/big_inner.h"

int64_t big_text_limit(const Run *run) {
    return run->big->text_limit;
}

void big_set_text_limit(Run *run, int64_t digits) {
    run->big->text_limit = digits;
}

/* ---- text ---- */

static bool power_of_two(int base) {
    return (base & (base - 1)) == 0;
}

/* Python 3 refuses decimal text that takes too long. */
static bool limited(const Run *run, int base, uint64_t digits) {
    int64_t limit = run->big->text_limit;
    return run->trace->python != 2 && limit && !power_of_two(base) && digits > (uint64_t)limit;
}

static bool too_many_digits(Run *run) {
    return raise_value_error(run,
                             "Exceeds the limit (%lld digits) for integer string conversion; use "
                             "sys.set_int_max_str_digits() to increase the limit",
                             (long long)run->big->text_limit);
}

bool big_digits(Run *run, Value whole, int base, bool prefix, Str *text) {
    if (whole.kind == VALUE_INT) {
        *text = integer_digits(run->arena, whole.as.integer, base, prefix);
        return true;
    }
    BigOperand o;
    mpz_srcptr z = big_operand(&o, whole);
    size_t most = mpz_sizeinbase(z, base); /* exact, or one too many */
    if (limited(run, base, most - (most > 1))) {
        return too_many_digits(run);
    }
    if (!big_effort(run, mpz_size(z) * (power_of_two(base) ? 1 : 32))) {
        return false;
    }
    char *at = arena_array(run->arena, most + 5, 1);
    char *digits = at + (prefix ? 2 : 0);
    mpz_get_str(digits, base, z);
    bool negative = mpz_sgn(z) < 0;
    if (prefix) {
        at[0] = '-';
        at[negative] = '0';
        at[negative + 1] = base == 16 ? 'x' : base == 8 ? 'o' : 'b';
    }
    *text = str_of(at);
    return !limited(run, base, text->len - negative) || too_many_digits(run);
}

bool big_of_digits(Run *run, Str digits, int base, bool negative, Value *result) {
    if (limited(run, base, digits.len)) {
        return raise_value_error(
            run,
            "Exceeds the limit (%lld digits) for integer string conversion: value has %zu digits; "
            "use sys.set_int_max_str_digits() to increase the limit",
            (long long)run->big->text_limit, digits.len);
    }
    if (!big_room(run, digits.len * 6) || !big_effort(run, digits.len)) {
        return false;
    }
    char *z = arena_array(run->scratch, digits.len + 1, 1);
    memcpy(z, digits.at, digits.len);
    mpz_ptr r = big_register(run, 0);
    mpz_set_str(r, z, base);
    if (negative) {
        mpz_neg(r, r);
    }
    return big_give(run, r, false, result);
}

Value big_literal(Run *run, Str text) {
    char *z = arena_array(run->arena, text.len + 1, 1);
    Value v = value_int(0);
    memcpy(z, text.at, text.len);
    mpz_set_str(big_register(run, 0), z, 0);
    big_give(run, big_register(run, 0), run->trace->python == 2, &v);
    return v;
}

enum { SHOWN_LIMBS = 64, SHOWN_DIGITS = SHOWN_LIMBS * 20 };

/* A reader has no run at hand: digits come from a copy on the stack, and what is very long is
 * described. */
void big_show(Sink *out, const Object *o) {
    const BigObject *b = (const BigObject *)o;
    mp_limb_t limbs[SHOWN_LIMBS + 1];
    unsigned char digits[SHOWN_DIGITS];
    if (b->n > SHOWN_LIMBS) {
        BigOperand z;
        sink_printf(out, "<%sint of %zu bits>", b->negative ? "negative " : "",
                    mpz_sizeinbase(big_operand(&z, value_object(b)), 2));
        return;
    }
    memcpy(limbs, b->limbs, (size_t)b->n * sizeof *limbs);
    size_t n = b->n ? mpn_get_str(digits, 10, limbs, b->n) : 0;
    sink_z(out, b->negative ? "-" : n ? "" : "0");
    for (size_t i = 0; i < n; i++) {
        sink_char(out, (char)('0' + digits[i]));
    }
    sink_z(out, strcmp(o->type->name->text, "long") == 0 ? "L" : "");
}

/* ---- bytes ---- */

/* Two's complement in n bytes, lowest first; false when it does not fit (nothing is raised). */
bool big_to_bytes(Run *run, Value whole, int64_t n, bool is_signed, unsigned char *little) {
    BigOperand o;
    mpz_srcptr z = big_operand(&o, whole);
    mpz_ptr r = big_register(run, 0);
    mpz_set(r, z);
    if (mpz_sgn(z) < 0) {
        mpz_com(r, z);
    }
    if (mpz_sgn(z) != 0 && (int64_t)(mpz_sgn(r) ? mpz_sizeinbase(r, 2) : 0) > 8 * n - is_signed) {
        return false;
    }
    mpz_export(little, NULL, -1, 1, -1, 0, r);
    for (int64_t i = 0; i < n && mpz_sgn(z) < 0; i++) {
        little[i] = (unsigned char)~little[i];
    }
    return true;
}

bool big_of_bytes(Run *run, Str big_endian, bool is_signed, Value *result) {
    mpz_ptr r = big_register(run, 0), top = big_register(run, 1);
    if (!big_room(run, big_endian.len * 8)) {
        return false;
    }
    mpz_import(r, big_endian.len, 1, 1, 1, 0, big_endian.at);
    if (is_signed && big_endian.len && (unsigned char)big_endian.at[0] >= 0x80) {
        mpz_set_ui(top, 1);
        mpz_mul_2exp(top, top, big_endian.len * 8);
        mpz_sub(r, r, top);
    }
    return big_give(run, r, run->trace->python == 2, result);
}

/* ---- words, as the generators of random numbers know them ---- */

uint32_t *big_words(Run *run, Value whole, uint32_t *n) {
    BigOperand o;
    mpz_srcptr z = big_operand(&o, whole);
    uint32_t *words = ARENA_ARRAY(run->scratch, mpz_size(z) * 2 + 1, uint32_t);
    size_t count = 0;
    mpz_export(words, &count, -1, sizeof *words, 0, 0, z);
    *n = count ? (uint32_t)count : 1;
    return words;
}

bool big_of_words(Run *run, const uint32_t *words, uint32_t n, Value *result) {
    mpz_ptr r = big_register(run, 0);
    mpz_import(r, n, -1, sizeof *words, 0, 0, words);
    return big_give(run, r, run->trace->python == 2, result);
}
