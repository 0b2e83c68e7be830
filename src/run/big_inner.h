/* big_inner.h: what the files big*.c share: numbers as GMP sees them.
 *
 * GMP's numbers take memory by malloc. So that the run's jump out of an allocation (arena.h) loses
 * none, all working numbers are registers that live as long as the run; results are copied from
 * them into the arena. Operands need no copy: GMP reads the limbs where they lie. */
#ifndef TFSCOPE_RUN_BIG_INNER_H
#define TFSCOPE_RUN_BIG_INNER_H

#include <gmp.h>

#include "run/big.h"

_Static_assert(sizeof(mp_limb_t) == 8 && sizeof(long) == 8, "a limb is a 64-bit number");

typedef struct BigObject {
    Object object;
    Value number; /* as in NumberObject: an int when 64 bits hold it (a long of Python 2), else this
                     object */
    mp_limb_t *limbs; /* [n] lowest first; the highest is not 0 */
    mp_size_t n;
    bool negative;
} BigObject;

enum { BIG_REGISTERS = 4 };
typedef struct BigRoom {
    mpz_t at[BIG_REGISTERS];
    int64_t text_limit; /* digits of a decimal text, 0: any */
} BigRoom;

/* A whole number that GMP may read. */
typedef struct BigOperand {
    mpz_t z;
    mp_limb_t limb;
} BigOperand;
mpz_srcptr big_operand(BigOperand *o, Value whole);
static inline mpz_ptr big_register(const Run *run, int i) {
    return run->big->at[i];
}
/* The value of a register: an int when it fits and is not to be a long. */
bool big_give(Run *run, mpz_srcptr z, bool is_long, Value *result);
/* May a number of so many bits be made? Else the run ends: its memory is used up. */
bool big_room(Run *run, uint64_t bits);
/* Python 2: is one of them a long? */
bool big_any_long(const Run *run, Value a, Value b);

#endif
