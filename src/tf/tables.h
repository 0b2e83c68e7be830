/* tables.h: the tables of names, one a theme. Each ends with a row without a path. */
#ifndef TFSCOPE_TF_TABLES_H
#define TFSCOPE_TF_TABLES_H

#include "tf/state.h"

#define API_TABLE(NAME) extern const ApiRow NAME##_rows[];
#include "tf/table.def"
#undef API_TABLE

extern const ValueRow value_rows[]; /* names that are classes, modules' constants, element types */

#endif
