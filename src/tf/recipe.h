/* recipe.h: functions of the module that only put others together, as scripts (run/script.h).
 *
 * A recipe is a row of a recipe_*.def: path, releases, signature, and a few lines of Python. Its
 * names are the release's own functions without "tf." (reduce_sum, nn.relu), inner recipes (their
 * paths start with "_"), Python's built-ins (with "py_" in front where TensorFlow has the name,
 * too) and these helpers:
 *
 *   named(name, default, values)   a manager: the name scope of a library function; gives its name
 *   op(type, *inputs, name=None, default=None, **attributes)   one node: its tensor, tensors or
 *                                  operation; default: its name when the program gave none
 *   constant_value(tensor)         its value as an array when it is known, else None
 *   own()                          a manager: what is made inside is named by TensorFlow's own code
 *   seeds(seed), own_seeds(name)   the pair of seeds of an op made now; of a node without seeds
 *   refuse_call(text)              ends the run: not modelled
 */
#ifndef TFSCOPE_TF_RECIPE_H
#define TFSCOPE_TF_RECIPE_H

#include "tf/state.h"

/* ApiRow.with_row of a recipe. */
bool recipe_call(Tf *tf, const ApiRow *row, const Value *a, Value *result);
/* Runs an inner recipe by its path. */
bool recipe_run(Tf *tf, const char *path, const Value *a, Value *result);
/* The function of a row of the tables as the program sees it (api.c). */
Value api_function(Tf *tf, const ApiRow *row);
/* Makes the module _tf_graph, through which library modules use the helpers above. */
void recipe_module(Tf *tf);
/* The function of an inner recipe. */
Value recipe_function(Tf *tf, const char *path);
/* ApiRow.with_row of a function that takes defaults from arg_scope; `op` is its inner recipe. */
bool scoped_call(Tf *tf, const ApiRow *row, const Value *a, Value *result);
/* The row of a recipe in this release, whose op is its text; NULL when there is none. */
const ApiRow *recipe_find(Tf *tf, const char *path);
/* The recipe with that number among those of the module; NULL behind the last one. */
const ApiRow *recipe_at(Tf *tf, size_t i);
/* Has a release a recipe of that name? */
bool recipe_named(const Dialect *d, const char *path);
/* For tests: is the text of every recipe Python? The path of one that is not, or NULL. */
const char *recipe_broken(Run *run);

#endif
