/* outline.h: the tree of names of a whole run, gathered once, read at any moment.
 *
 * "a/b/c" is c below b below a. A branch stands where its first member was created and is never
 * moved: the order is the order of creation. Because a tree only grows, the tree at a moment is the
 * final one without the branches that were made later, and the children of a branch that exist then
 * are the first ones. So a window of rows at any moment costs as many steps as it has rows, however
 * large the tree is.
 *
 * Branches lie in one array, in the order of drawing: what is below a branch follows it, up to its
 * `end`, where its next sibling stands. Texts are those of the trace; nothing is copied, so that a
 * name of a thousand levels costs a thousand branches and not a thousand copies of itself.
 *
 * What is folded is a set of branches that differ from how they are at first: scopes are open,
 * variables and other nodes closed. */
#ifndef TFSCOPE_VIEW_OUTLINE_H
#define TFSCOPE_VIEW_OUTLINE_H

#include "trace/trace.h"

#define BRANCH_NONE UINT32_MAX

typedef struct Branch {
    Str path;              /* whole; unique within the outline */
    const TraceNode *node; /* NULL for a mere prefix */
    uint32_t label_len;    /* bytes of its last part: branch_label */
    uint32_t hash;         /* of the path: path_hash */
    uint32_t parent;       /* BRANCH_NONE at the top */
    uint32_t depth;        /* 0 at the top */
    uint32_t index;        /* of itself: in order of drawing, everything unfolded */
    uint32_t end;          /* one past the last branch below it, in that order */
    uint32_t kids, nkids;  /* its children within the outline's list of children */
    Moment made;           /* when it or its first member was created: readers see it after that */
    Moment node_made;      /* when its node was created; MOMENT_END for none */
} Branch;

/* Last part of the path, without slashes; the first part keeps a slash that it begins with. */
Str branch_label(const Branch *b);
/* Its node if that existed at moment m; else NULL: it was a mere prefix then. */
const TraceNode *branch_node(const Branch *b, Moment m);
uint32_t path_hash(Str path); /* the same text, the same number */

typedef struct Outline Outline;   /* of one graph */
typedef struct Outlines Outlines; /* of all graphs of a trace */

/* Gathers the outlines of a finished trace, which must live as long as they do. */
const Outlines *outlines_make(Arena *a, const Trace *t);
/* Of the graph that was the default one at moment m; NULL before any. library: with the nodes that
 * library code made inside variables (initializer, Assign, read). */
const Outline *outlines_at(const Outlines *o, Moment m, bool library);
const Outline *outlines_of_graph(const Outlines *o, uint32_t graph, bool library);
/* Of the first n nodes of one graph. */
const Outline *outline_make(Arena *a, const TraceGraph *g, size_t n, bool library);

/* Only the branches whose path matches, with what is above them. A pattern is one of the shell (`*`
 * and `?`; without them: anywhere in the path), case does not matter; it matches a path or its last
 * part; a path of more than 4096 bytes by its last part only. hide: without those that match and
 * what is below them. An empty pattern keeps all.
 *
 * The result is another outline: branches have other indices, and one that is only above others was
 * made when the first of those was. With two empty patterns it is o itself. */
const Outline *outline_filter(Arena *a, const Outline *o, Str keep, Str hide);

uint32_t outline_count(const Outline *o);
const Branch *outline_branch(const Outline *o, uint32_t index);
uint32_t outline_find(const Outline *o, Str path);    /* BRANCH_NONE when there is none */
uint32_t outline_of_path(const Outline *o, Str path); /* or of the nearest one above it */
bool outline_exists(const Outline *o, uint32_t index, Moment m);
bool outline_has_children(const Outline *o, uint32_t index, Moment m);

/* ---- folding ---- */

/* Which branches are folded otherwise than at first, by path: survives steps, runs and filters. */
typedef struct Folds Folds;
Folds *folds_make(Arena *a);
bool folds_open(const Folds *f, const Branch *b); /* are its children shown? */
void folds_set(Folds *f, const Branch *b, bool open);
void folds_all(Folds *f, bool open);   /* everything, also what comes later */
bool folds_all_closed(const Folds *f); /* everything was closed, by the last folds_all */
/* As lines of text ("+path", "-path", "+*"), and back; what is not understood is left out. */
void folds_write(const Folds *f, Sink *out);
void folds_read(Folds *f, Str text);

/* ---- rows: the branches that are shown at moment m, from the top ---- */

uint32_t outline_first(const Outline *o, Moment m);
uint32_t outline_last(const Outline *o, const Folds *f, Moment m);
uint32_t outline_next(const Outline *o, const Folds *f, Moment m,
                      uint32_t index); /* or BRANCH_NONE */
uint32_t outline_before(const Outline *o, const Folds *f, Moment m,
                        uint32_t index); /* or BRANCH_NONE */
/* The branch itself when it is shown, else the outermost folded one around it; of one that does not
 * exist yet, that of the nearest one above it that does; BRANCH_NONE when none does. */
uint32_t outline_shown(const Outline *o, const Folds *f, Moment m, uint32_t index);
/* The next branch behind `index` (before it when backwards; BRANCH_NONE: from the end) whose last
 * part contains text, ignoring case; it may be folded away. */
uint32_t outline_search(const Outline *o, Moment m, uint32_t index, Str text, bool backwards);

#endif
