/* generate_python.h: random programs about Python alone, to be run by two interpreters.
 *
 * A program is a function of its seed, always ends, and prints the same in every CPython: no
 * addresses, no hash order of texts, no clock. Expressions of a known kind are made so that they
 * raise nothing; the wild ones are evaluated by `show`, which prints what they raise. */
#ifndef TFSCOPE_TESTS_GENERATE_PYTHON_H
#define TFSCOPE_TESTS_GENERATE_PYTHON_H

#include "base/str.h"

/* The program of a seed, about 40 to 150 lines; lives in a. */
Str generate_python(Arena *a, uint64_t seed);

#endif
