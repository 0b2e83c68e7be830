/* naming.h: legal names (section 1.1). How names are made unique is told in naming.c. */
#ifndef TFSCOPE_GRAPH_NAMING_H
#define TFSCOPE_GRAPH_NAMING_H

#include "graph/graph.h"

bool naming_letter(char c, bool first); /* may c stand in a name, or at its beginning? */
/* Is it legal as the name of a node or of a scope at the root? nested: of a scope inside another,
 * which may begin with any of the letters and may be empty. */
bool naming_legal(Str name, bool nested);
/* Stores "'%s' is not a valid <what> name"; returns false. */
bool naming_refuse(Engine *e, Name name, const char *what);
/* Stores that a node of that name is there already; returns false. */
bool naming_refuse_duplicate(Engine *e, Name name);

#endif
