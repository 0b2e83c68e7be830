/* diff_json.c: what differs, as JSON. */
#include "view/diff.h"

enum { EXPLAINED_MOST = 1000 };

static void put_text(JsonWriter *j, const char *key, Str text) {
    json_key(j, key);
    json_str(j, text);
}

static void put_int(JsonWriter *j, const char *key, int64_t n) {
    json_key(j, key);
    json_int(j, n);
}

/* Everything that a thing is. */
static void put_thing(JsonWriter *j, Arena *scratch, const DiffSide *s, DiffGroup group,
                      uint32_t index) {
    static const char *const keys[] = {
#define DIFF_GROUP(ID, ...)
#define DIFF_FACET(ID, key, name) key,
#include "view/diff.def"
#undef DIFF_FACET
#undef DIFF_GROUP
    };
    if (index == THING_NONE) {
        json_null(j);
        return;
    }
    const Thing *t = diff_thing(s, group, index);
    json_object(j);
    put_text(j, "name", t->name);
    if (t->kind.len && group != DIFF_NODES)
        put_text(j, "kind", t->kind);
    if (t->line && group != DIFF_VARIABLES)
        put_int(j, "line", t->line);
    for (int f = FACET_NAME + 1; f < DIFF_FACETS; f++) {
        Str text = diff_facet(scratch, NULL, s, group, t, (DiffFacet)f);
        if (text.len)
            put_text(j, keys[f], text);
    }
    json_end_object(j);
}

static const char *facet_key(DiffFacet facet) {
    static const char *const keys[] = {
#define DIFF_GROUP(ID, ...)
#define DIFF_FACET(ID, key, name) key,
#include "view/diff.def"
#undef DIFF_FACET
#undef DIFF_GROUP
        "presence",
    };
    return keys[facet];
}

static void put_why(JsonWriter *j, Arena *scratch, const Diff *d, const DiffItem *item) {
    Log all = diff_why(scratch, d, item);
    json_key(j, "why");
    json_array(j);
    for (size_t i = 0; i < all.count; i++) {
        const DiffWhy *why = LOG_AT(&all, DiffWhy, i);
        json_object(j);
        put_text(j, "of", why->second ? STR("b") : STR("a"));
        put_text(j, "rule", str_of(rule_section(why->fact->rule)));
        put_int(j, "line", why->line);
        put_text(j, "text", explain_sentence(scratch, why->fact));
        json_end_object(j);
    }
    json_end_array(j);
}

static const DiffReason *reason_at(const Diff *d, uint32_t i) {
    return LOG_AT(&d->reasons, DiffReason, i);
}

static void put_causes(JsonWriter *j, const Diff *d, const DiffItem *item) {
    json_key(j, "reasons");
    json_array(j);
    for (uint32_t i = 0; i < item->ncauses; i++)
        json_str(j, reason_at(d, item->cause[i])->id);
    json_end_array(j);
}

static void put_item(JsonWriter *j, Arena *scratch, const Diff *d, const DiffItem *item,
                     bool explain) {
    json_object(j);
    put_text(j, "facet", str_of(facet_key(item->facet)));
    if (item->facet != FACET_PRESENCE) {
        put_text(j, "before", item->before);
        put_text(j, "after", item->after);
    }
    json_key(j, "a");
    put_thing(j, scratch, &d->a, item->group, item->a);
    json_key(j, "b");
    put_thing(j, scratch, &d->b, item->group, item->b);
    if (d->same_program)
        put_causes(j, d, item);
    else if (explain)
        put_why(j, scratch, d, item);
    json_end_object(j);
}

static void put_group(JsonWriter *j, Arena *scratch, const Diff *d, DiffGroup group,
                      const char *key) {
    json_key(j, key);
    json_array(j);
    for (size_t i = 0; i < d->items.count; i++) {
        const DiffItem *item = LOG_AT(&d->items, DiffItem, i);
        if (item->group == group)
            put_item(j, scratch, d, item, i < EXPLAINED_MOST);
        arena_reset(scratch);
    }
    json_end_array(j);
}

static bool mentioned(const Diff *d, uint32_t reason) {
    for (size_t i = 0; i < d->items.count; i++) {
        const DiffItem *item = LOG_AT(&d->items, DiffItem, i);
        for (uint32_t k = 0; k < item->ncauses; k++)
            if (item->cause[k] == reason)
                return true;
    }
    return false;
}

static void put_reason(JsonWriter *j, const DiffReason *r) {
    json_object(j);
    put_text(j, "id", r->id);
    put_text(j, "since", r->release);
    put_text(j, "meaning", r->meaning);
    put_text(j, "names", r->names);
    put_int(j, "row", r->row);
    json_end_object(j);
}

static void put_reasons(JsonWriter *j, const Diff *d) {
    json_key(j, "reasons");
    json_array(j);
    for (uint32_t i = 0; i < d->reasons.count; i++)
        if (mentioned(d, i))
            put_reason(j, reason_at(d, i));
    json_end_array(j);
    json_key(j, "attributed");
    json_bool(j, d->attributed && !d->note);
}

static void put_side(JsonWriter *j, const char *key, const Trace *t) {
    json_key(j, key);
    json_object(j);
    put_text(j, "file", LOG_AT(&t->modules, TraceModule, 0)->source->name);
    put_text(j, "tf", t->tf);
    json_end_object(j);
}

void view_diff_json(const Diff *d, JsonWriter *j) {
    Arena *scratch = arena_new(0);
    json_object(j);
    put_side(j, "a", d->a.trace);
    put_side(j, "b", d->b.trace);
    json_key(j, "differs");
    json_bool(j, d->items.count > 0);
#define DIFF_GROUP(ID, key, title) put_group(j, scratch, d, DIFF_##ID, key);
#define DIFF_FACET(ID, ...)
#include "view/diff.def"
#undef DIFF_FACET
#undef DIFF_GROUP
    if (d->same_program)
        put_reasons(j, d);
    json_end_object(j);
    arena_free(scratch);
}
