/* diff.c: what differs between two runs. */
#include "view/diff.h"

#include "base/text.h"

const char *diff_facet_name(DiffFacet facet) {
    static const char *const names[] = {
#define DIFF_GROUP(ID, ...)
#define DIFF_FACET(ID, key, name) name,
#include "view/diff.def"
#undef DIFF_FACET
#undef DIFF_GROUP
        "",
    };
    return gettext(names[facet]);
}

static DiffItem *add_item(Diff *d, DiffGroup group, uint32_t i, uint32_t k, DiffFacet facet) {
    DiffItem *item = LOG_PUSH(&d->items, DiffItem);
    *item = (DiffItem){.group = group, .facet = facet, .a = i, .b = k};
    item->seen = log_make(d->arena, sizeof(uint64_t));
    return item;
}

/* "3 of 100 elements", when the texts of two values do not show that they differ. */
static Str count_differing(Arena *a, const Tensor *x, const Tensor *y, Str text) {
    if (x->count != y->count || x->dtype != y->dtype)
        return str_printf(a, "%s%.*s", dtype_name(y->dtype), STR_ARG(view_shape(a, y->shape)));
    Arena *scratch = arena_new(0);
    int64_t n = 0;
    size_t size = dtype_size(x->dtype);
    for (int64_t i = 0; i < x->count; i++) {
        Tensor p = *x, q = *y;
        p.count = q.count = 1;
        p.shape = q.shape = shape_scalar();
        p.data = (char *)x->data + (size_t)i * size;
        q.data = (char *)y->data + (size_t)i * size;
        n += !tensor_eq(&p, &q);
    }
    arena_free(scratch);
    return str_printf(a, _("%.*s (%lld of %lld elements differ)"), STR_ARG(text), (long long)n,
                      (long long)x->count);
}

static const Tensor *value_of(const Thing *t) {
    return t->value ? t->value : t->node ? t->node->constant : NULL;
}

static void show_facet(Diff *d, DiffItem *item, const Thing *x, const Thing *y) {
    item->before = diff_facet(d->arena, NULL, &d->a, item->group, x, item->facet);
    item->after = diff_facet(d->arena, NULL, &d->b, item->group, y, item->facet);
    if (item->facet == FACET_VALUE && str_eq(item->before, item->after))
        item->after = count_differing(d->arena, value_of(x), value_of(y), item->after);
}

/* What thing x of the first run and y of the second one have for a facet is the same. */
static bool facet_same(Diff *d, DiffGroup group, const Thing *x, const Thing *y, DiffFacet facet,
                       const DiffMatch *self, Arena *scratch) {
    return str_eq(diff_facet(scratch, self, &d->a, group, x, facet),
                  diff_facet(scratch, &d->match, &d->b, group, y, facet));
}

static void compare_pair(Diff *d, DiffGroup group, uint32_t i, uint32_t k, const DiffMatch *self,
                         Arena *scratch) {
    const Thing *x = diff_thing(&d->a, group, i), *y = diff_thing(&d->b, group, k);
    for (int f = 0; f < DIFF_FACETS; f++)
        if (!facet_same(d, group, x, y, (DiffFacet)f, self, scratch))
            show_facet(d, add_item(d, group, i, k, (DiffFacet)f), x, y);
    arena_reset(scratch);
}

/* In the order of things: what is gone stands before what follows it in the second run. */
static void compare_group(Diff *d, DiffGroup group, const DiffMatch *self, Arena *scratch) {
    uint32_t n = (uint32_t)d->a.things[group].count, m = (uint32_t)d->b.things[group].count;
    const uint32_t *to_b = d->match.to_b[group], *to_a = d->match.to_a[group];
    uint32_t i = 0;
    for (uint32_t k = 0; k <= m; k++) {
        for (; i < n && (to_b[i] == THING_NONE || k == m || to_b[i] < k); i++)
            if (to_b[i] == THING_NONE)
                add_item(d, group, i, THING_NONE, FACET_PRESENCE);
        if (k == m)
            break;
        if (to_a[k] == THING_NONE)
            add_item(d, group, THING_NONE, k, FACET_PRESENCE);
        else
            compare_pair(d, group, to_a[k], k, self, scratch);
    }
}

/* A run beside itself: every text in its own words, in the form that is compared. */
static DiffMatch match_self(Arena *a, const DiffSide *s) {
    DiffMatch m = {.a = s, .b = s};
    for (int g = 0; g < DIFF_GROUPS; g++) {
        m.to_a[g] = ARENA_ARRAY(a, s->things[g].count + 1, uint32_t);
        for (uint32_t i = 0; i < s->things[g].count; i++)
            m.to_a[g][i] = i;
        m.to_b[g] = m.to_a[g];
    }
    return m;
}

Diff *diff_make(Arena *a, const Trace *x, const Trace *y, bool same_program) {
    Diff *d = ARENA_NEW(a, Diff);
    d->arena = a;
    d->same_program = same_program;
    d->a = diff_side(a, x);
    d->b = diff_side(a, y);
    d->a.why = same_program ? NULL : why_make(a, x);
    d->b.why = same_program ? NULL : why_make(a, y);
    d->match = diff_match(a, &d->a, &d->b, same_program);
    d->items = log_make(a, sizeof(DiffItem));
    d->reasons = log_make(a, sizeof(DiffReason));
    Arena *scratch = arena_new(0);
    DiffMatch self = match_self(a, &d->a);
    for (int g = 0; g < DIFF_GROUPS; g++)
        compare_group(d, (DiffGroup)g, &self, scratch);
    arena_free(scratch);
    return d;
}
