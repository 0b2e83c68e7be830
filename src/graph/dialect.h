/* dialect.h: which release of TensorFlow a run models: its differences from the others, as data.
 *
 * The rows are dialect.def. What a release does is the set of rows that hold in it; which names its
 * API has is in the tables of names, each row with its first and last release. Code asks for a row
 * (engine_has) or for a name's releases (dialect_between), and never compares versions itself. A
 * dialect is plain data: one that no release has, with a single row more or less, is how tests show
 * that a row matters and how `diff` finds the row behind a difference. */
#ifndef TFSCOPE_GRAPH_DIALECT_H
#define TFSCOPE_GRAPH_DIALECT_H

#include <stdbool.h>

#include "base/str.h"

typedef enum Change {
#define RELEASE(minor)
#define CHANGE(ID, ...) CHANGE_##ID,
#include "graph/dialect.def"
#undef CHANGE
#undef RELEASE
    CHANGE_COUNT
} Change;

/* "The last release that has it" of what the newest one still has. */
#define LATEST 255

typedef struct Dialect {
    int minor;              /* release 1.minor: of its version text and of the API's names */
    bool has[CHANGE_COUNT]; /* the rows that hold */

} Dialect;

/* What is told of a row of the table. */
typedef struct ChangeRow {
    const char *id; /* "NAMES_CASELESS" */
    int row;        /* of the version table of the description (section 7); 0: none */
    const char *meaning;
} ChangeRow;

int change_first(Change change);               /* the first minor release that has it; 0: all */
ChangeRow change_row(Arena *a, Change change); /* its texts are unpacked in a */
/* The dialect of release 1.minor; false when it is not modelled. */
bool dialect_of(int minor, Dialect *d);
/* Is the release among those from `first` to `last`? */
bool dialect_between(const Dialect *d, int first, int last);
/* "1.4" or "1.4.1" gives 4; false when the text is no version or it is not modelled. */
bool dialect_version(Str text, int *minor);
/* The oldest and the newest modelled release. */
int dialect_oldest(void);
int dialect_newest(void);

#endif
