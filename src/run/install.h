/* install.h: what run_new calls, in this order, to fill a new run with types and modules. The Type
 * structs of types.def and exception.def exist (named, with bases and mro) before the first call.
 */
#ifndef TFSCOPE_RUN_INSTALL_H
#define TFSCOPE_RUN_INSTALL_H

#include "run/run.h"

void install_core(Run *run); /* object, type, function, method, module, property, super, generator,
                                cell: core files */
void install_exceptions(Run *run);
void install_numbers(Run *run); /* NoneType, bool, int, float, ellipsis, NotImplemented */
void install_text(Run *run);    /* str, bytes */
/* tuple, list, range, slice, enumerate, zip, map, filter, reversed, iterators */
void install_sequences(Run *run);
void install_tables(Run *run);   /* dict, set, frozenset, views */
void install_builtins(Run *run); /* the functions of the builtins module */
void install_modules(Run *run);  /* standard modules: math, sys, os … */
void install_numpy(Run *run);
/* What only Python 2 has (dict.has_key, xrange, unicode …) and what is different in it. run_program
 * calls it when the text turned out to be Python 2, before anything runs. */
void install_python2(Run *run);

#endif
