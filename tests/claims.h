/* claims.h: what chains of reasons claim, held against a model of its own.
 *
 * The model knows the rules of names from section 1.2 alone and the records of what there is:
 * names, scopes, variables, errors. Each reason must be true of them, and the reasons together must
 * lead to the very name, variable or refusal that they explain. */
#ifndef TFSCOPE_TESTS_CLAIMS_H
#define TFSCOPE_TESTS_CLAIMS_H

#include "trace/trace.h"

/* Checks the chains of all nodes, variables, shares, scopes and errors. What is wrong, one line
 * each; empty when nothing is. Lives in a. */
Str claims_check(Arena *a, const Trace *t);

#endif
