/* diff_reason.c: which of the changes between two runs made a difference.
 *
 * Between the first and the second run lie others, each with one change more. What a difference is
 * about was something in each of them: seen[0] in the first, seen[k] after change k. The causes are
 * the changes at which it took a step; a way out and back again is cut off, so that only those are
 * left that lead from the first to the last. */
#include "view/diff.h"

enum { ITEMS_MOST = 20000 };

/* An observed run beside the two that are compared. */
typedef struct Between {
    DiffSide side;
    DiffMatch from_a, to_b;
    Arena *scratch;
} Between;

/* A thing that one of the two runs does not have, as it is there: its name and its kind. */
static uint64_t seen_thing(const Between *w, DiffGroup group, uint32_t i) {
    const Thing *thing = i == THING_NONE ? NULL : diff_thing(&w->side, group, i);
    return thing ? str_hash(thing->name) * 31 + str_hash(thing->kind) : 0;
}

/* A facet of a thing of the first run, as it is there. */
static uint64_t seen_from_a(const Between *w, const DiffItem *item) {
    uint32_t k = w->from_a.to_b[item->group][item->a];
    if (k == THING_NONE || item->facet == FACET_PRESENCE)
        return seen_thing(w, item->group, k);
    const Thing *thing = diff_thing(&w->side, item->group, k);
    Str s = diff_facet(w->scratch, &w->from_a, &w->side, item->group, thing, item->facet);
    return str_hash(s);
}

static uint64_t seen_in(const Between *w, const DiffItem *item) {
    if (item->a != THING_NONE)
        return seen_from_a(w, item);
    return seen_thing(w, item->group, w->to_b.to_a[item->group][item->b]);
}

static void see(Diff *d, const Trace *t) {
    Between w = {.scratch = arena_new(0)};
    w.side = diff_side(w.scratch, t);
    w.from_a = diff_match(w.scratch, &d->a, &w.side, true);
    w.to_b = diff_match(w.scratch, &w.side, &d->b, true);
    for (size_t i = 0; i < d->items.count; i++) {
        DiffItem *item = LOG_AT(&d->items, DiffItem, i);
        *LOG_PUSH(&item->seen, uint64_t) = seen_in(&w, item);
    }
    arena_free(w.scratch);
}

void diff_observe(Diff *d, const Trace *t, const DiffReason *reason) {
    if (d->items.count > ITEMS_MOST)
        return;
    if (d->reasons.count == 0)
        see(d, d->a.trace);
    *LOG_PUSH(&d->reasons, DiffReason) = *reason;
    see(d, t);
}

/* The last run in which it was the same as in run i. */
static size_t last_same(const Log *seen, size_t i) {
    uint64_t value = *LOG_AT(seen, uint64_t, i);
    for (size_t k = seen->count - 1; k > i; k--)
        if (*LOG_AT(seen, uint64_t, k) == value)
            return k;
    return i;
}

static void attribute(Diff *d, DiffItem *item) {
    uint32_t *cause = ARENA_ARRAY(d->arena, item->seen.count + 1, uint32_t);
    item->cause = cause;
    for (size_t i = 0; item->seen.count && (i = last_same(&item->seen, i)) + 1 < item->seen.count;)
        cause[item->ncauses++] = (uint32_t)i++;
}

void diff_attribute(Diff *d) {
    for (size_t i = 0; i < d->items.count; i++)
        attribute(d, LOG_AT(&d->items, DiffItem, i));
    d->attributed = d->reasons.count > 0;
}
