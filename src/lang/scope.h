/* scope.h: which name means what where.
 *
 * A module, a class body, a function, a lambda, a comprehension (except Python 2's list) has a
 * scope of its own. The resolver enters what each scope binds and reads; scope_settle then decides
 * for every name where it lives. A name that a function binds is its local; if an inner function
 * reads it, it lives in a cell, which each function between the two passes on. A class body is
 * skipped when its inner functions look for a name. */
#ifndef TFSCOPE_LANG_SCOPE_H
#define TFSCOPE_LANG_SCOPE_H

#include "base/map.h"
#include "lang/ast.h"

/* Where a name of a scope lives. */
typedef enum Home {
    HOME_LOCAL,      /* local slot */
    HOME_CELL,       /* own cell */
    HOME_CAPTURE,    /* captured cell; index counts captures */
    HOME_GLOBAL,     /* global or built-in; index is the global slot */
    HOME_CLASS,      /* name in the namespace of a class body */
    HOME_CLASS_CELL, /* read in a class body: its namespace, else a captured cell */
} Home;

struct Symbol {
    Name name;
    Home home;
    uint32_t index; /* as home says */
    uint32_t
        slot;   /* of a parameter: its local slot (also when it lives in a cell); else UINT32_MAX */
    bool bound; /* the scope binds (or deletes) it */
    bool parameter;
    bool used;      /* the scope reads it */
    bool global;    /* declared global */
    bool nonlocal;  /* declared nonlocal, or bound by := in a comprehension */
    bool iteration; /* a target of the comprehension's own loops */
    bool captured;  /* an inner scope reads it: it lives in a cell */
    Span span;      /* where it was declared, or first met */
};

struct Scope {
    CodeKind kind;
    bool generator;      /* has yield */
    bool class_cell;     /* class body: a method uses super() or __class__ */
    Scope *parent;       /* NULL for the module */
    Scope *first, *last; /* inner scopes, in order of the text */
    Scope *next;         /* next inner scope of the parent */
    Name class_name;     /* of the innermost class around, for private names; or NULL */
    Map symbols;         /* name: Symbol * */
    Map captures;        /* name: index of the captured cell */
    uint32_t nlocals, ncells;
    Symbol **locals; /* [nlocals] */
    Symbol **cells;  /* [ncells]; NULL for __class__ of a class body */
};

Scope *scope_make(Arena *a, CodeKind kind, Scope *parent);
Symbol *scope_symbol(Arena *a, Scope *s, Name name); /* made if absent */
Symbol *scope_find(const Scope *s, Name name);       /* or NULL */

/* Decides where all names of s and its inner scopes live. Names that are global get slots in
 * globals. Unknown nonlocal names are reported. */
typedef struct ScopeSettler {
    Arena *arena;
    Diags *diags;
    Map *globals;    /* name: slot */
    Name class_word; /* __class__ */
    int python;
    bool quiet; /* the text has faults: bindings may be missing */
} ScopeSettler;
void scope_settle(const ScopeSettler *settler, Scope *s);

/* Slot of a global name, made on first use. */
uint32_t scope_global(Map *globals, Name name);

#endif
