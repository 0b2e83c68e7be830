/* twister.h: the Mersenne Twister MT19937, which both Python's random and numpy.random draw from.
 */
#ifndef TFSCOPE_RUN_TWISTER_H
#define TFSCOPE_RUN_TWISTER_H

#include <stddef.h>
#include <stdint.h>

#define TWISTER_SIZE 624

typedef struct Twister {
    uint32_t state[TWISTER_SIZE];
    int next;     /* next word of state to be used */
    double gauss; /* the second normal number of a pair, while has_gauss */
    int has_gauss;
} Twister;

void twister_seed(Twister *t, uint32_t seed); /* numpy's seed(int) */
/* Python's seed(int), as words; n > 0 */
void twister_seed_array(Twister *t, const uint32_t *key, size_t n);
uint32_t twister_next(Twister *t); /* 32 random bits */
double twister_real(Twister *t);   /* in [0, 1), 53 bits */
/* 0 … most by masking and trying again, as numpy draws. */
uint64_t twister_masked(Twister *t, uint64_t most);
/* A standard normal number by the polar method, as numpy's RandomState draws. */
double twister_normal(Twister *t);

#endif
