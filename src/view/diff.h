/* diff.h: what differs between two runs, and what is the reason.
 *
 * Whatever is compared is a *thing* of a run: a line of output, a variable, a node, a value, an
 * item of a collection, a line of how the run ended. Things of the two runs are paired (align.c),
 * each pair is compared facet by facet, and what has no partner was removed or added. All texts are
 * compared in the words of the first run: a node that is only called otherwise is no other input,
 * and a line that only moved is no other line.
 *
 * Reasons come from outside, because a view knows no interpreter: whoever can run the program again
 * hands over its trace after each change that leads from the first run to the second one
 * (diff_observe). A difference is due to the changes at which the thing took the steps from what it
 * was to what it became. */
#ifndef TFSCOPE_VIEW_DIFF_H
#define TFSCOPE_VIEW_DIFF_H

#include "view/view.h"
#include "view/why.h"

/* The kinds of things, in the order of the report. DIFF_GROUP(ID, name in JSON, title) */
typedef enum DiffGroup {
#define DIFF_GROUP(ID, ...) DIFF_##ID,
#define DIFF_FACET(ID, ...)
#include "view/diff.def"
#undef DIFF_FACET
#undef DIFF_GROUP
    DIFF_GROUPS
} DiffGroup;

/* What is compared of two things that belong together. */
typedef enum DiffFacet {
#define DIFF_GROUP(ID, ...)
#define DIFF_FACET(ID, ...) FACET_##ID,
#include "view/diff.def"
#undef DIFF_FACET
#undef DIFF_GROUP
    DIFF_FACETS,
    FACET_PRESENCE = DIFF_FACETS /* the thing is there in only one of the runs */
} DiffFacet;

#define THING_NONE UINT32_MAX

/* One thing of a run. Which of its records is set follows from its group. */
typedef struct Thing {
    Str name;              /* how it is shown: "foo/w:0", a line of output */
    Str leaf;              /* what was asked for, without scope and suffix; or empty */
    Str kind;              /* op type, stream, key of the collection … */
    uint32_t line;         /* of the program, 0 for none; of a message: within the message */
    const TraceNode *node; /* nodes; values that were fetched; items of collections */
    const TraceVariable *variable; /* variables and their values; items of collections */
    const Tensor *value;           /* of values */
    const TraceError *error;       /* of the end */
} Thing;

/* One run, as things. */
typedef struct DiffSide {
    const Trace *trace;
    const Why *why;          /* of two programs; else NULL */
    Log things[DIFF_GROUPS]; /* Thing */
} DiffSide;

/* Which things of two runs belong together. */
typedef struct DiffMatch {
    const DiffSide *a, *b;
    uint32_t *to_b[DIFF_GROUPS]; /* for each thing of a the one of b, or THING_NONE */
    uint32_t *to_a[DIFF_GROUPS];
    uint32_t *line_of; /* [lines of b + 1]: the line of a, 0 for none; NULL: the same */
    uint32_t nlines;   /* of b */
} DiffMatch;

/* A change on the way from the first run to the second one. */
typedef struct DiffReason {
    Str id;      /* of the row, "ADD_V2"; "API_1_4" for names */
    Str release; /* "1.4": the first that has it */
    Str meaning; /* a sentence, translated */
    Str names;   /* of the API that came or went, with blanks between; or empty */
    int row;     /* of the version table (section 7), 0 for none */
} DiffReason;

/* One difference: a facet of a pair, or a thing without a partner. */
typedef struct DiffItem {
    DiffGroup group;
    DiffFacet facet;
    uint32_t a, b;         /* things; THING_NONE when it is in the other run only */
    Str before, after;     /* of the facet, each in the words of its own run */
    Log seen;              /* uint64_t: what it was in each run that was observed */
    const uint32_t *cause; /* [ncauses] indices of reasons, in order */
    uint32_t ncauses;
} DiffItem;

typedef struct Diff {
    Arena *arena;
    bool same_program; /* one program under two releases */
    DiffSide a, b;
    DiffMatch match;
    Log items;        /* DiffItem, by group and in order of things */
    Log reasons;      /* DiffReason, one an observed run */
    bool attributed;  /* diff_attribute was called: each item has its causes */
    const char *note; /* why nothing or not all was attributed, translated; or NULL */
} Diff;

/* diff.c: compares two traces. same_program: lines mean the same in both. */
Diff *diff_make(Arena *a, const Trace *x, const Trace *y, bool same_program);
/* diff_reason.c: the run after one more change; the last one observed is the second run itself. */
void diff_observe(Diff *d, const Trace *t, const DiffReason *reason);
void diff_attribute(Diff *d); /* after the last one */

/* diff_text.c: what differs, in words. all: nothing is left out. */
Doc *view_diff(Arena *a, const Diff *d, bool all);
/* diff_json.c: the same as one object. */
void view_diff_json(const Diff *d, JsonWriter *j);
const char *diff_facet_name(DiffFacet facet); /* "shape" */

/* ---- inside the diff ---- */

/* A reason that only one of two programs has. */
typedef struct DiffWhy {
    bool second; /* of the second program's thing */
    const TraceFact *fact;
    uint32_t line; /* of its program, 0 for none */
} DiffWhy;

/* diff_why.c: the reasons by which the things of an item differ (DiffWhy); none for one program
 * under two releases. */
Log diff_why(Arena *a, const Diff *d, const DiffItem *item);

/* The same for two chains of two runs. */
Log diff_chains(Arena *a, const Trace *x, Chain of_x, const Trace *y, Chain of_y);

DiffSide diff_side(Arena *a, const Trace *t); /* diff_side.c */
/* align.c: pairs the things; lives in a. */
DiffMatch diff_match(Arena *a, const DiffSide *x, const DiffSide *y, bool same_program);
/* diff_side.c: a facet of thing i of m->b in the words of m->a; m NULL: in its own words. Empty:
 * the thing has no such facet. */
Str diff_facet(Arena *a, const DiffMatch *m, const DiffSide *s, DiffGroup group, const Thing *thing,
               DiffFacet facet);
/* diff_side.c: a line of output or of a message in the words of m->a: its file and its lines. */
Str diff_words(Arena *a, const DiffMatch *m, Str text);
static inline const Thing *diff_thing(const DiffSide *s, DiffGroup group, uint32_t i) {
    return LOG_AT(&s->things[group], Thing, i);
}

/* align.c: what two sequences are paired by. */
typedef struct AlignKey {
    uint64_t name, leaf, kind; /* hashes; 0: none, equal to nothing */
    uint32_t line;
} AlignKey;
/* Pairs a[n] with b[m]: the best pairs that keep the order, then equal names in any order.
 * to_b[n] and to_a[m] get the partners, or THING_NONE. loose: whatever stands between the same
 * neighbours may be paired. */
void align(const AlignKey *a, uint32_t n, const AlignKey *b, uint32_t m, bool loose, uint32_t *to_b,
           uint32_t *to_a);
/* The same, but only pairs that keep the order. False: what lies between the equal beginnings and
 * ends is too much for a table, and was not paired. */
bool align_in_order(const AlignKey *a, uint32_t n, const AlignKey *b, uint32_t m, bool loose,
                    uint32_t *to_b, uint32_t *to_a);

#endif
