/* diff_why.c: why two programs differ: the reasons that only one of two things has. */
#include "view/diff.h"

/* All reasons that speak of a thing: who made it, or who shares it. */
typedef struct Reasons {
    Arena *arena;
    const Trace *trace;
    Log facts; /* TraceFact */
} Reasons;

static void add(Reasons *r, Chain chain) {
    for (size_t i = 0; i < chain.count; i++)
        *LOG_PUSH(&r->facts, TraceFact) = chain.at[i];
}

static Reasons reasons_of(Arena *a, const DiffSide *s, const DiffItem *item, uint32_t index) {
    Reasons r = {a, s->trace, log_make(a, sizeof(TraceFact))};
    if (index == THING_NONE && item->group != DIFF_END)
        return r;
    const Thing *thing = diff_thing(s, item->group, item->group == DIFF_END ? 0 : index);
    if (item->facet == FACET_SHARED) {
        const Log *shares = &thing->variable->shares;
        for (size_t i = 0; i < shares->count; i++)
            add(&r, why_share(s->why, *LOG_AT(shares, TraceShare *, i)));
    } else if (item->group == DIFF_VARIABLES) {
        add(&r, why_variable(s->why, thing->variable));
    } else if (item->group == DIFF_NODES) {
        add(&r, why_node(s->why, thing->node));
    } else if (thing->error) {
        add(&r, why_error(s->why, thing->error));
    }
    return r;
}

/* That a name was free, or nothing stored so, is the same reason whatever the name. */
static bool whatever_name(Rule rule) {
    return rule == RULE_NAME_FREE || rule == RULE_STORE_CREATES;
}

static bool has(const Reasons *r, const TraceFact *f) {
    Str sentence = explain_sentence(r->arena, f);
    for (size_t i = 0; i < r->facts.count; i++) {
        const TraceFact *other = LOG_AT(&r->facts, TraceFact, i);
        if (other->rule == f->rule &&
            (whatever_name(f->rule) || str_eq(explain_sentence(r->arena, other), sentence)))
            return true;
    }
    return false;
}

static void keep_others(Log *out, const Reasons *of, const Reasons *not_in, bool second) {
    for (size_t i = 0; i < of->facts.count; i++) {
        const TraceFact *f = LOG_AT(&of->facts, TraceFact, i);
        if (has(not_in, f))
            continue;
        DiffWhy *why = LOG_PUSH(out, DiffWhy);
        why->second = second;
        why->fact = f;
        why->line = trace_line(of->trace, f->cause.site);
    }
}

static bool explained(const DiffItem *item) {
    if (item->group == DIFF_VARIABLES)
        return item->facet == FACET_NAME || item->facet == FACET_SHARED ||
               item->facet == FACET_PRESENCE;
    if (item->group == DIFF_NODES)
        return item->facet == FACET_NAME;
    return item->group == DIFF_END;
}

Log diff_why(Arena *a, const Diff *d, const DiffItem *item) {
    Log out = log_make(a, sizeof(DiffWhy));
    if (d->same_program || !explained(item))
        return out;
    Reasons x = reasons_of(a, &d->a, item, item->a), y = reasons_of(a, &d->b, item, item->b);
    keep_others(&out, &x, &y, false);
    keep_others(&out, &y, &x, true);
    return out;
}

Log diff_chains(Arena *a, const Trace *x, Chain of_x, const Trace *y, Chain of_y) {
    Log out = log_make(a, sizeof(DiffWhy));
    Reasons first = {a, x, log_make(a, sizeof(TraceFact))};
    Reasons second = {a, y, log_make(a, sizeof(TraceFact))};
    add(&first, of_x);
    add(&second, of_y);
    keep_others(&out, &first, &second, false);
    keep_others(&out, &second, &first, true);
    return out;
}
