/* resolve.h: finds out what every name of a module means (see scope.h), and checks what depends on
 * where a statement stands: return, yield, break, continue, global, nonlocal. */
#ifndef TFSCOPE_LANG_RESOLVE_H
#define TFSCOPE_LANG_RESOLVE_H

#include "lang/parser.h"
#include "lang/scope.h"

typedef struct Resolved {
    Scope *module;
    Map globals; /* name: slot, in order of the slots */
    Map unbound; /* names that del, global or a nested handler may touch while a handler has bound
                    them */
} Resolved;

/* Sets the symbols and scopes of all nodes of module. */
Resolved *resolve_module(Arena *a, Names *names, const ModuleNode *module, int python,
                         Diags *diags);

#endif
