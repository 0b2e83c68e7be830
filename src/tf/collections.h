/* collections.h: the graph's collections as Python lists. */
#ifndef TFSCOPE_TF_COLLECTIONS_H
#define TFSCOPE_TF_COLLECTIONS_H

#include "tf/state.h"

/* The key of a collection; other keys than strings are refused. */
bool collection_key(Tf *tf, Value v, Name *key);
/* tf.get_collection: a new list; scope None: all items, else those whose name matches at its start.
 */
bool collection_list(Tf *tf, Graph *g, Name key, Value scope, Value *result);
/* Adds a value under a key. */
bool collection_put(Tf *tf, Graph *g, Name key, Value v);
Value item_value(Tf *tf, const Item *item);
/* The variables of a list or other iterable. Other things in it are a TypeError. */
bool variables_of(Tf *tf, Value list, Variable ***variables, uint32_t *n);
/* Methods that Graph shares with the module's functions. */
bool collection_ref(Tf *tf, Graph *g, Name key, Value *result);
bool collection_put_many(Tf *tf, Graph *g, Value names, Value v);

#endif
