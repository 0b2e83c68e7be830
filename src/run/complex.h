/* complex.h: complex numbers of Python. */
#ifndef TFSCOPE_RUN_COMPLEX_H
#define TFSCOPE_RUN_COMPLEX_H

#include "run/kinds.h"

/* Two doubles; arithmetic as CPython's, which has none of C's special cases for infinities. */
typedef struct Complex {
    double re, im;
} Complex;

typedef struct ComplexObject {
    Object object;
    Complex number;
} ComplexObject;

Value complex_make(Run *run, double re, double im);
/* A complex, an instance of a subclass. */
bool is_complex(const Run *run, Value v);
/* The same, or a number of another type as a complex; *is tells. False: an int is too large. */
bool complex_like(Run *run, Value v, bool *is, Complex *c);
/* Any argument of a function that wants a complex, also through __complex__; else TypeError. */
bool complex_of(Run *run, Value v, Complex *c);
bool complex_power(Run *run, Complex a, Complex b, Value *result);
Str complex_text(Run *run, Complex c, int digits);      /* its repr; digits: of each part, 0: all */
bool complex_str2(Run *run, Value self, Value *result); /* the slot str in Python 2 */
/* repr without parentheses: "1+2j" */
void complex_put(Sink *out, Complex c);
void install_complex(Run *run);

#endif
