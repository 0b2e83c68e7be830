/* modules.c: the standard modules. */
#include "run/install.h"

void install_modules(Run *run) {
    Module *m = module_make(run, "__future__");
    module_set(run, m, "print_function", value_none());
}
