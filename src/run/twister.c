/* twister.c: MT19937 (Matsumoto and Nishimura, 1998). */
#include "run/twister.h"

#include <math.h>

#define MIDDLE 397

void twister_seed(Twister *t, uint32_t seed) {
    t->state[0] = seed;
    for (uint32_t i = 1; i < TWISTER_SIZE; i++) {
        uint32_t before = t->state[i - 1];
        t->state[i] = 1812433253U * (before ^ before >> 30) + i;
    }
    t->next = TWISTER_SIZE;
    t->has_gauss = 0;
    t->gauss = 0;
}

/* One word of the first or second pass over the state; *i is its place. */
static void mix(Twister *t, uint32_t *i, uint32_t factor, uint32_t add) {
    uint32_t before = t->state[*i - 1];
    t->state[*i] = (t->state[*i] ^ (before ^ before >> 30) * factor) + add;
    if (++*i == TWISTER_SIZE) {
        t->state[0] = t->state[TWISTER_SIZE - 1];
        *i = 1;
    }
}

void twister_seed_array(Twister *t, const uint32_t *key, size_t n) {
    uint32_t i = 1;
    size_t rounds = n > TWISTER_SIZE ? n : TWISTER_SIZE;
    twister_seed(t, 19650218U);
    for (size_t k = 0; k < rounds; k++) {
        mix(t, &i, 1664525U, key[k % n] + (uint32_t)(k % n));
    }
    for (size_t k = 0; k < TWISTER_SIZE - 1; k++) {
        mix(t, &i, 1566083941U, 0U - i);
    }
    t->state[0] = 0x80000000U;
}

static void refill(Twister *t) {
    for (int k = 0; k < TWISTER_SIZE; k++) {
        uint32_t y = (t->state[k] & 0x80000000U) | (t->state[(k + 1) % TWISTER_SIZE] & 0x7fffffffU);
        t->state[k] = t->state[(k + MIDDLE) % TWISTER_SIZE] ^ y >> 1 ^ (y & 1 ? 0x9908b0dfU : 0);
    }
    t->next = 0;
}

uint32_t twister_next(Twister *t) {
    if (t->next >= TWISTER_SIZE) {
        refill(t);
    }
    uint32_t y = t->state[t->next++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9d2c5680U;
    y ^= y << 15 & 0xefc60000U;
    return y ^ y >> 18;
}

double twister_real(Twister *t) {
    uint32_t a = twister_next(t) >> 5, b = twister_next(t) >> 6;
    return ((double)a * 67108864.0 + (double)b) / 9007199254740992.0;
}

uint64_t twister_masked(Twister *t, uint64_t most) {
    uint64_t mask = most, v;
    for (int shift = 1; shift < 64; shift *= 2) {
        mask |= mask >> shift;
    }
    if (!most) {
        return 0;
    }
    do {
        v = twister_next(t);
        if (most > UINT32_MAX) {
            v = v << 32 | twister_next(t);
        }
        v &= mask;
    } while (v > most);
    return v;
}

double twister_normal(Twister *t) {
    double x, y, r;
    if (t->has_gauss) {
        t->has_gauss = 0;
        return t->gauss;
    }
    do {
        x = 2.0 * twister_real(t) - 1.0;
        y = 2.0 * twister_real(t) - 1.0;
        r = x * x + y * y;
    } while (r >= 1.0 || r == 0.0);
    double f = sqrt(-2.0 * log(r) / r);
    t->gauss = f * x;
    t->has_gauss = 1;
    return f * y;
}
