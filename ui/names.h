/* names.h: what the files of the Names pane share.
 *
 * The window of rows begins at State.top, a branch of the outline State.top_of. Where that is
 * another outline (a filter, a run, a graph), or the branch is not shown at this moment, the window
 * begins at what is nearest; State.top itself stays, so that whoever comes back finds the rows as
 * they were. */
#ifndef TFSCOPE_UI_NAMES_H
#define TFSCOPE_UI_NAMES_H

#include "ui/pane.h"

/* The rows of the pane, at a moment. */
typedef struct NamesView {
    const State *state;
    const Outline *outline; /* NULL before any graph */
    Moment moment;
    int rows;     /* for branches: the pane's without the note */
    int note;     /* 1: the first row tells the filter, 0: there is none */
    uint32_t top; /* branch in the first row; BRANCH_NONE when nothing is shown */
} NamesView;

NamesView names_view(const State *s, const Outline *o, Moment m, int rows);
/* The outline as the state's filter wants it; one that was not filtered before is made in a, and
 * stays unknown to the state. */
const Outline *names_filtered(const State *s, const Outline *source, Arena *a);
/* The row of the selected branch, or of what it is folded into; BRANCH_NONE when it is not there.
 */
uint32_t names_cursor(const NamesView *v);
uint32_t names_next(const NamesView *v, uint32_t row);   /* or BRANCH_NONE */
uint32_t names_before(const NamesView *v, uint32_t row); /* or BRANCH_NONE */

/* How wide the columns are, with the blank behind them; 0: not shown. How often a variable is
 * shared stands at the end of its row, over the last column. */
typedef struct NamesColumns {
    int differs, mark, name, kind, type, value;
    bool shares;
    bool narrow; /* shape and sharings have no room side by side */
} NamesColumns;

NamesColumns names_columns(int cols, bool values, bool together);
/* The column, within the pane, of the fold sign of a branch. */
int names_sign_column(const NamesColumns *c, const Branch *b, int side);

#endif
