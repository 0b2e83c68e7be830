/* invariants.h: what holds after any program, in any release.
 *
 * Each check looks at one thing and writes a line for every place where it does not hold. They
 * follow the sections of the description of TensorFlow's behaviour that they name, on their own:
 * none asks the engine what it would do. */
#ifndef TFSCOPE_TESTS_INVARIANTS_H
#define TFSCOPE_TESTS_INVARIANTS_H

#include "tf/tf.h"

/* One run that is over, and what was found wrong with it. */
typedef struct Checked {
    Run *run; /* alive: its graphs can be looked at */
    const Trace *trace;
    const Engine *engine;
    Arena *arena; /* for texts of the checks */
    Sink why;     /* a line for each finding; empty: all is well */
} Checked;

/* Adds a finding. */
void found(Checked *c, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The text of the line of the program at a site; empty when it has none. */
Str line_at(const Trace *t, uint32_t site);
/* The variable scope (or root) that a scope lies in, itself included. */
const TraceScope *variable_scope_of(const TraceScope *s);

/* ---- invariants.c ---- */

void check_end(Checked *c);   /* not refused, no budget used up, no error but those announced */
void check_nodes(Checked *c); /* ids, order, names in a graph, inputs made before */
void check_store(Checked *c); /* the stores of graphs and the records of variables agree */
void check_collections(Checked *c); /* what is in collections is in the graph */
void check_shares(Checked *c);      /* each points to an earlier variable of that key */
void check_balance(Checked *c);     /* at the end every scope is left and each graph at its root */

/* ---- invariants_names.c ---- */

void check_names(Checked *c);       /* names are unique and follow from what was asked (1.2) */
void check_namings(Checked *c);     /* nodes tell how they got their names */
void check_scope_names(Checked *c); /* op scopes and prefixes of scopes (1.3, 4.1) */
void check_reuse(Checked *c);       /* reuse flags of scopes (4.3) */

/* ---- invariants_counts.c ---- */

void check_default_names(Checked *c); /* what default_name becomes (4.4) */

#endif
