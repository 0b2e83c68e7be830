/* numpy_random.h: what the files of numpy.random share. */
#ifndef TFSCOPE_RUN_NUMPY_RANDOM_H
#define TFSCOPE_RUN_NUMPY_RANDOM_H

#include "run/numpy_functions.h"
#include "run/twister.h"

/* size=None: one number of Python's; else an array. */
typedef struct Sample {
    Tensor *t;
    bool single;
} Sample;

bool sample_make(Run *run, Value size, DType type, Sample *s);
Value sample_value(Run *run, const Sample *s);
Twister *random_twister(const Value *args); /* of the RandomState that is args[0] */
/* A distribution: what NativeSpec.row points to. */
typedef struct DrawRow DrawRow;

/* The method: args are self and size. */
bool random_standard_normal(Run *run, const Value *args, Value *result);
double random_binomial(Twister *t, int64_t n, double p);
double random_gamma(Twister *t, double shape); /* the standard one */

/* The methods of RandomState that are elsewhere, each list with an empty row at its end. */
extern const NativeSpec numpy_random_draws[];   /* numpy_random_draw.c */
extern const NativeSpec numpy_random_choices[]; /* numpy_random_choice.c */
extern const NativeSpec numpy_random_several[]; /* numpy_random_several.c */

#endif
