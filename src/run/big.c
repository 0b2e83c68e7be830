/* big.c: integers of any size as values, and their operators. */
#include <math.h>
#include <string.h>

#include "run/big_inner.h"
#include "run/machine.h"

/* ---- registers ---- */

void big_init(Run *run) {
    BigRoom *room = ARENA_NEW(run->arena, BigRoom);
    for (int i = 0; i < BIG_REGISTERS; i++) {
        mpz_init(room->at[i]);
    }
    room->text_limit = 4300;
    run->big = room;
}

void big_done(Run *run) {
    for (int i = 0; run->big && i < BIG_REGISTERS; i++) {
        mpz_clear(run->big->at[i]);
    }
}

/* ---- budgets ---- */

bool big_room(Run *run, uint64_t bits) {
    return bits / 8 <= run->options.max_memory / 64 || refuse_budget(run, BUDGET_MEMORY);
}

bool big_effort(Run *run, uint64_t n) {
    Machine *m = run->machine;
    uint64_t left = m->effort < m->effort_max ? (uint64_t)(m->effort_max - m->effort) : 0;
    if (n > left) {
        return refuse_budget(run, BUDGET_STEPS);
    }
    m->effort += (int64_t)n;
    return true;
}

/* ---- values ---- */

static const Type *type_of_big(const Run *run) {
    return run->trace->python == 2 ? run->type.long_integer : run->type.integer;
}

bool is_big(const Run *run, Value v) {
    return v.kind == VALUE_OBJECT && is_exactly(v, type_of_big(run));
}

bool whole_of(const Run *run, Value v, Value *whole) {
    if (v.kind == VALUE_INT || v.kind == VALUE_BOOL) {
        *whole = value_int(v.kind == VALUE_INT ? v.as.integer : v.as.boolean);
        return true;
    }
    if (v.kind != VALUE_OBJECT) {
        return false;
    }
    *whole = v;
    if (is_big(run, v)) {
        return true;
    }
    bool is = is_instance(run, v, run->type.integer) ||
              (run->trace->python == 2 && is_instance(run, v, run->type.long_integer));
    *whole = is ? ((NumberObject *)v.as.object)->number : v;
    return is;
}

mpz_srcptr big_operand(BigOperand *o, Value whole) {
    if (whole.kind == VALUE_OBJECT) {
        const BigObject *b = (const BigObject *)whole.as.object;
        return mpz_roinit_n(o->z, b->limbs, b->negative ? -b->n : b->n);
    }
    int64_t i = whole.as.integer;
    o->limb = i < 0 ? 0 - (mp_limb_t)i : (mp_limb_t)i;
    return mpz_roinit_n(o->z, &o->limb, i < 0 ? -1 : i > 0);
}

static Value big_make(Run *run, mpz_srcptr z) {
    size_t n = mpz_size(z);
    mp_limb_t *limbs = ARENA_ARRAY(run->arena, n, mp_limb_t);
    BigObject *b = object_make(run, type_of_big(run), sizeof *b);
    memcpy(limbs, mpz_limbs_read(z), n * sizeof *limbs);
    b->limbs = limbs;
    b->n = (mp_size_t)n;
    b->negative = mpz_sgn(z) < 0;
    b->number = mpz_fits_slong_p(z) ? value_int(mpz_get_si(z)) : value_object(b);
    return value_object(b);
}

bool big_give(Run *run, mpz_srcptr z, bool is_long, Value *result) {
    if (!is_long && mpz_fits_slong_p(z)) {
        *result = value_int(mpz_get_si(z));
        return true;
    }
    if (!big_room(run, mpz_size(z) * 64)) {
        return false;
    }
    *result = big_make(run, z);
    return true;
}

bool big_any_long(const Run *run, Value a, Value b) {
    return run->trace->python == 2 && (a.kind == VALUE_OBJECT || b.kind == VALUE_OBJECT);
}

Value big_of_unsigned(Run *run, uint64_t u) {
    Value v = value_int((int64_t)u);
    if (u > INT64_MAX) {
        mpz_set_ui(big_register(run, 0), u);
        big_give(run, big_register(run, 0), false, &v);
    }
    return v;
}

uint64_t big_low_bits(Value whole) {
    BigOperand o;
    return mpz_get_ui(big_operand(&o, whole));
}

Value big_long(Run *run, Value whole) {
    BigOperand o;
    return whole.kind == VALUE_OBJECT ? whole : big_make(run, big_operand(&o, whole));
}

Value big_small(Value whole) {
    return whole.kind == VALUE_OBJECT ? ((const BigObject *)whole.as.object)->number : whole;
}

bool whole_negative(Value whole) {
    return whole.kind == VALUE_OBJECT ? ((const BigObject *)whole.as.object)->negative
                                      : whole.as.integer < 0;
}

bool whole_zero(Value whole) {
    Value v = big_small(whole);
    return v.kind == VALUE_INT && v.as.integer == 0;
}

/* ---- to and from float ---- */

/* z * 2**shift, rounded once, to even; z > 0, and the true number is a little more when `more`.
 * Infinite when it is too large. Changes z. */
static double scaled(mpz_ptr z, bool more, int64_t shift) {
    int64_t bits = (int64_t)mpz_sizeinbase(z, 2);
    int64_t keep = bits + shift + 1074 < 53 ? bits + shift + 1074 : 53;
    if (keep < 0) {
        return 0;
    }
    int64_t drop = bits - keep;
    if (drop > 0) {
        bool half = mpz_tstbit(z, (mp_bitcnt_t)drop - 1), odd = mpz_tstbit(z, (mp_bitcnt_t)drop);
        more = more || mpz_scan1(z, 0) < (mp_bitcnt_t)drop - 1;
        mpz_tdiv_q_2exp(z, z, (mp_bitcnt_t)drop);
        mpz_add_ui(z, z, half && (more || odd));
        shift += drop;
    }
    return shift > 2000 ? INFINITY : ldexp(mpz_get_d(z), (int)shift);
}

bool big_real(Run *run, Value whole, double *d) {
    if (whole.kind == VALUE_INT) {
        *d = (double)whole.as.integer;
        return true;
    }
    BigOperand o;
    mpz_srcptr z = big_operand(&o, whole);
    mpz_ptr r = big_register(run, 0);
    mpz_abs(r, z);
    *d = mpz_sgn(r) ? scaled(r, false, 0) : 0;
    if (isinf(*d)) {
        const char *kind = run->trace->python == 2 ? "long int" : "int";
        return raise_error(run, run->exception.OverflowError, "%s too large to convert to float",
                           kind);
    }
    *d = mpz_sgn(z) < 0 ? -*d : *d;
    return true;
}

bool big_of_real(Run *run, double d, Value *result) {
    mpz_ptr r = big_register(run, 0);
    if (d >= -0x1p63 && d < 0x1p63) {
        *result = value_int((int64_t)d);
        return true;
    }
    mpz_set_d(r, d);
    return big_give(run, r, false, result);
}

double big_log(Run *run, Value whole, double (*log_of)(double)) {
    BigOperand o;
    mpz_ptr r = big_register(run, 0);
    mpz_set(r, big_operand(&o, whole));
    int64_t bits = (int64_t)mpz_sizeinbase(r, 2);
    double d = scaled(r, false, 0);
    if (isfinite(d)) {
        return log_of(d);
    }
    mpz_set(r, big_operand(&o, whole));
    return log_of(scaled(r, false, -bits)) + log_of(2.0) * (double)bits;
}

/* a / b, rounded once: a quotient of 65 bits or more and whether something is left. */
static bool divide_real(Run *run, mpz_srcptr a, mpz_srcptr b, Value *result) {
    mpz_ptr n = big_register(run, 0), d = big_register(run, 1), rest = big_register(run, 2);
    int64_t shift = (int64_t)mpz_sizeinbase(a, 2) - (int64_t)mpz_sizeinbase(b, 2) - 66;
    if (mpz_sgn(a) == 0) {
        *result = value_float(mpz_sgn(b) < 0 ? -0.0 : 0.0);
        return true;
    }
    mpz_abs(n, a);
    mpz_abs(d, b);
    mpz_mul_2exp(shift < 0 ? n : d, shift < 0 ? n : d, (mp_bitcnt_t)(shift < 0 ? -shift : shift));
    mpz_tdiv_qr(n, rest, n, d);
    double q = scaled(n, mpz_sgn(rest) != 0, shift);
    if (isinf(q)) {
        return raise_error(run, run->exception.OverflowError, "%s",
                           run->trace->python == 2
                               ? "long int too large to convert to float"
                               : "integer division result too large for a float");
    }
    *result = value_float(mpz_sgn(a) * mpz_sgn(b) < 0 ? -q : q);
    return true;
}

/* ---- operators ---- */

static bool power(Run *run, Value a, Value b, bool is_long, Value *result) {
    BigOperand x, y;
    double base, exponent;
    if (whole_negative(b)) {
        return big_real(run, a, &base) && big_real(run, b, &exponent) &&
               real_operate(run, BINARY_OPERATOR_POWER, base, exponent, result);
    }
    mpz_srcptr p = big_operand(&x, a), q = big_operand(&y, b);
    mpz_ptr r = big_register(run, 0);
    if (mpz_cmpabs_ui(p, 1) <= 0) { /* 0, 1, -1: any exponent */
        bool even = mpz_even_p(q);
        mpz_set_si(r, mpz_sgn(q) == 0 ? 1 : even ? mpz_sgn(p) * mpz_sgn(p) : mpz_sgn(p));
        return big_give(run, r, is_long, result);
    }
    uint64_t bits = 0;
    if (!mpz_fits_ulong_p(q) ||
        __builtin_mul_overflow((uint64_t)mpz_sizeinbase(p, 2) - 1, mpz_get_ui(q), &bits)) {
        return big_room(run, UINT64_MAX);
    }
    if (!big_room(run, bits) || !big_effort(run, bits / 16)) {
        return false;
    }
    mpz_pow_ui(r, p, mpz_get_ui(q));
    return big_give(run, r, is_long, result);
}

static bool left_shift(Run *run, mpz_srcptr p, mpz_srcptr q, mpz_ptr r) {
    mpz_set_ui(r, 0);
    if (mpz_sgn(p) == 0) {
        return true;
    }
    uint64_t bits = mpz_fits_ulong_p(q) ? mpz_get_ui(q) : UINT64_MAX / 2;
    bits = bits > UINT64_MAX / 2 ? UINT64_MAX / 2 : bits;
    if (!big_room(run, bits + mpz_sizeinbase(p, 2))) {
        return false;
    }
    mpz_mul_2exp(r, p, bits);
    return true;
}

static bool shift(Run *run, BinaryOperator op, mpz_srcptr p, mpz_srcptr q, mpz_ptr r) {
    if (mpz_sgn(q) < 0) {
        return raise_value_error(run, "negative shift count");
    }
    if (op == BINARY_OPERATOR_LEFT_SHIFT) {
        return left_shift(run, p, q, r);
    }
    mpz_fdiv_q_2exp(r, p, mpz_fits_ulong_p(q) ? mpz_get_ui(q) : UINT64_MAX);
    return true;
}

static bool divides(BinaryOperator op) {
    return op == BINARY_OPERATOR_TRUE_DIVIDE || op == BINARY_OPERATOR_CLASSIC_DIVIDE ||
           op == BINARY_OPERATOR_FLOOR_DIVIDE || op == BINARY_OPERATOR_MODULO;
}

/* Python's // and % round down; bits beyond the highest are copies of the sign: GMP has just these.
 */
bool big_operate(Run *run, BinaryOperator op, Value a, Value b, Value *result) {
    BigOperand x, y;
    mpz_srcptr p = big_operand(&x, a), q = big_operand(&y, b);
    mpz_ptr r = big_register(run, 0);
    bool is_long = big_any_long(run, a, b);
    if (divides(op) && mpz_sgn(q) == 0) {
        return integer_operate(run, op, 1, 0, result);
    }
    if (!big_effort(run, mpz_size(p) + mpz_size(q))) {
        return false;
    }
    switch (op) {
    case BINARY_OPERATOR_ADD: mpz_add(r, p, q); break;
    case BINARY_OPERATOR_SUBTRACT: mpz_sub(r, p, q); break;
    case BINARY_OPERATOR_MULTIPLY:
        if (!big_room(run, (mpz_size(p) + mpz_size(q) - 1) * 64)) {
            return false;
        }
        mpz_mul(r, p, q);
        break;
    case BINARY_OPERATOR_TRUE_DIVIDE: return divide_real(run, p, q, result);
    case BINARY_OPERATOR_CLASSIC_DIVIDE:
    case BINARY_OPERATOR_FLOOR_DIVIDE: mpz_fdiv_q(r, p, q); break;
    case BINARY_OPERATOR_MODULO: mpz_fdiv_r(r, p, q); break;
    case BINARY_OPERATOR_POWER: return power(run, a, b, is_long, result);
    case BINARY_OPERATOR_LEFT_SHIFT:
    case BINARY_OPERATOR_RIGHT_SHIFT:
        if (!shift(run, op, p, q, r)) {
            return false;
        }
        break;
    case BINARY_OPERATOR_AND: mpz_and(r, p, q); break;
    case BINARY_OPERATOR_XOR: mpz_xor(r, p, q); break;
    case BINARY_OPERATOR_OR: mpz_ior(r, p, q); break;
    case BINARY_OPERATOR_MATRIX_MULTIPLY:
    case BINARY_OPERATOR_COUNT: *result = run->not_implemented; return true;
    }
    return big_give(run, r, is_long, result);
}

bool big_unary(Run *run, UnaryOperator op, Value a, Value *result) {
    BigOperand o;
    mpz_srcptr z = big_operand(&o, a);
    mpz_ptr r = big_register(run, 0);
    switch (op) {
    case UNARY_OPERATOR_NEGATIVE: mpz_neg(r, z); break;
    case UNARY_OPERATOR_POSITIVE: *result = a; return true;
    case UNARY_OPERATOR_INVERT: mpz_com(r, z); break;
    case UNARY_OPERATOR_NOT: *result = value_bool(mpz_sgn(z) == 0); return true;
    case UNARY_OPERATOR_COUNT: *result = run->not_implemented; return true;
    }
    return big_give(run, r, big_any_long(run, a, a), result);
}

bool big_absolute(Run *run, Value a, Value *result) {
    *result = a;
    return !whole_negative(a) || big_unary(run, UNARY_OPERATOR_NEGATIVE, a, result);
}

int big_compare(Value a, Value b) {
    BigOperand x, y;
    int c = a.kind == VALUE_FLOAT   ? -mpz_cmp_d(big_operand(&y, b), a.as.real)
            : b.kind == VALUE_FLOAT ? mpz_cmp_d(big_operand(&x, a), b.as.real)
                                    : mpz_cmp(big_operand(&x, a), big_operand(&y, b));
    return (c > 0) - (c < 0);
}

int64_t big_hash(Value whole) {
    BigOperand o;
    mpz_srcptr z = big_operand(&o, whole);
    int64_t h = (int64_t)mpz_tdiv_ui(z, (UINT64_C(1) << 61) - 1);
    h = mpz_sgn(z) < 0 ? -h : h;
    return h == -1 ? -2 : h;
}
