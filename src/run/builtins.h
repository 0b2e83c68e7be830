/* builtins.h: the rows of the module builtins, by file. */
#ifndef TFSCOPE_RUN_BUILTINS_H
#define TFSCOPE_RUN_BUILTINS_H

#include "run/kinds.h"

/* abs, round, divmod, pow, sum, min, max, hex, chr, ord … */
void install_builtin_numbers(Run *run);
void install_builtin_iteration(Run *run); /* len, iter, next, sorted, all, any … */
void install_builtin_eval(Run *run);      /* eval */
void install_builtin_objects(Run *run);   /* isinstance, getattr, dir, vars, id, hash … */
bool builtin_round2(Run *run, const Value *args, Value *result); /* Python 2's round */
/* Python 2's sorted, which also takes a function cmp. */
bool builtin_sorted2(Run *run, const Value *args, Value *result);
/* Refuses a call: the row is two texts, what is refused and a hint or NULL. */
bool builtin_refuse(Run *run, const void *row, const Value *args, Value *result);
#define REFUSED(what, hint)                                                                        \
    {                                                                                              \
        .name = (what), .signature = "*args, **kwargs", .fn_row = builtin_refuse,                  \
        .row = (const char *const[]) {                                                             \
            what "()", (hint)                                                                      \
        }                                                                                          \
    }

#endif
