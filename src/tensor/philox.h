/* philox.h: TensorFlow's random numbers: Philox 4x32-10, seeded and consumed as TensorFlow's CPU
 * kernels do. */
#ifndef TFSCOPE_TENSOR_PHILOX_H
#define TFSCOPE_TENSOR_PHILOX_H

#include "tensor/tensor.h"

/* The state of one random op in one session: it goes on from run to run. */
typedef struct Philox {
    uint32_t key[2];
    uint32_t counter[4];
} Philox;

/* The generator for the seeds (seed, seed2) of an op, as GuardedPhiloxRandom sets it. */
Philox philox_make(uint64_t seed, uint64_t seed2);
/* The next four 32-bit numbers. */
void philox_next(Philox *p, uint32_t out[4]);
/* Skips n groups of four. */
void philox_skip(Philox *p, uint64_t n);

/* Each fills a tensor just as TensorFlow's CPU kernel does for one execution of the op, and moves p
 * as the kernel reserves numbers (including the padding that it reserves). dtype: float16, float32,
 * float64. */
void random_uniform_fill(Philox *p, Tensor *t);
void random_normal_fill(Philox *p, Tensor *t);
void truncated_normal_fill(Philox *p, Tensor *t);
/* int32/int64 in [lo, hi) */
void random_uniform_int_fill(Philox *p, Tensor *t, int64_t lo, int64_t hi);
/* Draws n class numbers for each row of logits, by TensorFlow's cumulative sums, for
 * which sums has room: one a class. */
void multinomial_fill(Philox *p, const Tensor *logits, int64_t n, double *sums, Tensor *t);

/* Numbers for a sampler of classes: reserves the groups that TensorFlow does for n of them. */
typedef struct Doubles {
    Philox gen;
    uint32_t group[4];
    int used;
} Doubles;
Doubles doubles_make(Philox *p, int64_t n);
double doubles_next(Doubles *d); /* in [0, 1) */

#endif
