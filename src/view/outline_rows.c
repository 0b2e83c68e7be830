/* outline_rows.c: walking from row to row at a moment, and searching. */
#include "view/outline.h"
#include "view/outline_inner.h"

bool outline_exists(const Outline *o, uint32_t index, Moment m) {
    return index < o->count && o->at[index].made < m;
}

/* The first child stands right behind its parent, and is the first to exist. */
bool outline_has_children(const Outline *o, uint32_t index, Moment m) {
    return o->at[index].nkids > 0 && o->at[index + 1].made < m;
}

static bool is_unfolded(const Outline *o, const Folds *f, Moment m, uint32_t index) {
    return outline_has_children(o, index, m) && folds_open(f, &o->at[index]);
}

uint32_t outline_first(const Outline *o, Moment m) {
    return outline_exists(o, 0, m) ? 0 : BRANCH_NONE;
}

/* The last one of a list of children that exists at m: they exist from the first one on. */
static uint32_t last_existing(const Outline *o, uint32_t kids, uint32_t nkids, Moment m) {
    uint32_t low = 0, high = nkids;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (o->at[o->kids[kids + mid]].made < m)
            low = mid + 1;
        else
            high = mid;
    }
    return low ? o->kids[kids + low - 1] : BRANCH_NONE;
}

/* The last row of a branch: itself, or the last one that is shown below it. */
static uint32_t last_row(const Outline *o, const Folds *f, Moment m, uint32_t index) {
    while (is_unfolded(o, f, m, index))
        index = last_existing(o, o->at[index].kids, o->at[index].nkids, m);
    return index;
}

uint32_t outline_last(const Outline *o, const Folds *f, Moment m) {
    uint32_t top = last_existing(o, 0, o->ntop, m);
    return top == BRANCH_NONE ? top : last_row(o, f, m, top);
}

/* The sibling behind a branch, or BRANCH_NONE. */
static uint32_t sibling(const Outline *o, Moment m, uint32_t index) {
    uint32_t parent = o->at[index].parent, next = o->at[index].end;
    uint32_t end = parent == BRANCH_NONE ? o->count : o->at[parent].end;
    return next < end && o->at[next].made < m ? next : BRANCH_NONE;
}

uint32_t outline_next(const Outline *o, const Folds *f, Moment m, uint32_t index) {
    if (is_unfolded(o, f, m, index))
        return index + 1;
    for (; index != BRANCH_NONE; index = o->at[index].parent) {
        uint32_t next = sibling(o, m, index);
        if (next != BRANCH_NONE)
            return next;
    }
    return BRANCH_NONE;
}

/* The sibling before a branch that is not the first one: children lie in order, so it is found by
 * halves. */
static uint32_t sibling_before(const Outline *o, uint32_t kids, uint32_t nkids, uint32_t index) {
    uint32_t low = 0, high = nkids;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (o->kids[kids + mid] < index)
            low = mid + 1;
        else
            high = mid;
    }
    return o->kids[kids + low - 1];
}

uint32_t outline_before(const Outline *o, const Folds *f, Moment m, uint32_t index) {
    if (index == 0)
        return BRANCH_NONE;
    uint32_t parent = o->at[index].parent;
    if (parent != BRANCH_NONE && index == parent + 1)
        return parent;
    const Branch *p = parent == BRANCH_NONE ? NULL : &o->at[parent];
    return last_row(o, f, m, sibling_before(o, p ? p->kids : 0, p ? p->nkids : o->ntop, index));
}

uint32_t outline_shown(const Outline *o, const Folds *f, Moment m, uint32_t index) {
    uint32_t shown = BRANCH_NONE;
    for (; index != BRANCH_NONE; index = o->at[index].parent) {
        if (o->at[index].made >= m)
            continue;
        if (shown == BRANCH_NONE || !folds_open(f, &o->at[index]))
            shown = index;
    }
    return shown;
}

/* ---- searching ---- */

static bool label_contains(const Branch *b, Str text) {
    return str_find_letters(branch_label(b), text, 0) >= 0;
}

static uint32_t search_on(const Outline *o, Moment m, uint32_t index, Str text) {
    for (uint32_t i = index == BRANCH_NONE ? 0 : index + 1; i < o->count;) {
        if (o->at[i].made >= m) {
            i = o->at[i].end;
            continue;
        }
        if (label_contains(&o->at[i], text))
            return i;
        i++;
    }
    return BRANCH_NONE;
}

static uint32_t search_back(const Outline *o, Moment m, uint32_t index, Str text) {
    for (uint32_t i = index == BRANCH_NONE ? o->count : index; i-- > 0;)
        if (o->at[i].made < m && label_contains(&o->at[i], text))
            return i;
    return BRANCH_NONE;
}

uint32_t outline_search(const Outline *o, Moment m, uint32_t index, Str text, bool backwards) {
    return backwards ? search_back(o, m, index, text) : search_on(o, m, index, text);
}
