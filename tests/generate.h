/* generate.h: random programs about scopes, names and sharing, for tests.
 *
 * A program is a function of a seed and a release: it uses what that release has. It catches most
 * of the errors that it provokes and prints their first lines. A line that may raise something else
 * than ValueError or an error of tf.errors says so in a comment: `# TypeError`. All else that goes
 * wrong in it is a fault of ours. */
#ifndef TFSCOPE_TESTS_GENERATE_H
#define TFSCOPE_TESTS_GENERATE_H

#include "base/str.h"

/* The program of a seed for release 1.minor, about 20 to 80 lines; lives in a. */
Str generate_program(Arena *a, uint64_t seed, int minor);

#endif
