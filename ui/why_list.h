/* why_list.h: the long lists of the Why pane: who shares a variable, and the names in use. They
 * have a row each, and cost what is seen of them. */
#ifndef TFSCOPE_UI_WHY_LIST_H
#define TFSCOPE_UI_WHY_LIST_H

#include "ui/look.h"

/* What State.why_name asks about. False: no name of this run is called so. */
bool why_name_asked(const Look *l, NameAsked *ask);
/* How many rows the list has that the pane shows; -1: it shows none, but sentences. */
int64_t why_list_rows(const Look *l);
void why_list_put(const Look *l, int cols, int64_t first, int64_t count, Doc *d);
/* To the step of a sharing. */
void why_list_enter(State *s, const World *w, int64_t row, int cols);

#endif
