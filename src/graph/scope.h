/* scope.h: op scopes of which the name is known already, for the rest of the graph layer. */
#ifndef TFSCOPE_GRAPH_SCOPE_H
#define TFSCOPE_GRAPH_SCOPE_H

#include "graph/graph.h"

/* op_scope_enter without a record; afterwards names count as the library's. */
bool op_scope_open(Engine *e, Str name, OpScope *s);
/* Goes on in the current op scope, so that op_scope_leave can be called all the same. */
void op_scope_stay(Engine *e, OpScope *s);
/* Makes record the innermost scope of the program and writes it down. */
void op_scope_record(Engine *e, OpScope *s, TraceScope *record);
/* Writes down, about a scope of the program, how the name of its op scope came about. */
void op_scope_facts(Engine *e, const OpScope *s, Str asked);

#endif
