/* set_show.c: sets as readers of a trace see them: at any moment, in the order in which Python
 * shows them. */
#include <string.h>

#include "run/kinds.h"

#define SHOWN_ITEMS 20
#define ORDERED_MOST 1000 /* larger sets are shown in order of insertion */

/* Puts entries into the order of a table to which they were added one by one. */
static void order_entries(Arena *scratch, uint32_t n, const DictEntry **entries) {
    uint64_t size = 8;
    uint32_t *index = ARENA_ARRAY(scratch, size, uint32_t);
    for (uint32_t i = 0; i < n; i++) {
        *set_free_place(index, size - 1, entries[i]->hash) = i + 1;
        if ((uint64_t)(i + 1) * 5 < (size - 1) * 3) {
            continue;
        }
        uint32_t *old = index;
        uint64_t before = size;
        while (size <= set_grown_size(i + 1)) {
            size *= 2;
        }
        index = ARENA_ARRAY(scratch, size, uint32_t);
        for (uint64_t k = 0; k < before; k++) {
            if (old[k]) {
                *set_free_place(index, size - 1, entries[old[k] - 1]->hash) = old[k];
            }
        }
    }
    const DictEntry **copy = arena_copy(scratch, entries, n * sizeof *entries);
    for (uint64_t k = 0, at = 0; k < size; k++) {
        if (index[k]) {
            entries[at++] = copy[index[k] - 1];
        }
    }
}

/* The entries that were there at moment m; at most ORDERED_MOST. */
static uint32_t entries_at(const DictObject *s, Moment m, const DictEntry **entries) {
    uint32_t n = 0;
    bool numbers = true;
    for (uint32_t i = 0; i < s->nentries && n < ORDERED_MOST; i++) {
        const DictEntry *e = &s->entries[i];
        if (cell_at(&e->value, m).kind != VALUE_UNBOUND) {
            numbers = numbers && e->key.kind != VALUE_OBJECT && e->key.kind != VALUE_NONE;
            entries[n++] = e;
        }
    }
    Arena *scratch = numbers && n > 1 && n < ORDERED_MOST ? arena_new(0) : NULL;
    if (scratch) {
        order_entries(scratch, n, entries);
        arena_free(scratch);
    }
    return n;
}

void set_show(Sink *out, const Object *o, Moment m, int depth) {
    const DictEntry *entries[ORDERED_MOST];
    const char *name = o->type->name->text;
    bool named = strcmp(name, "set") != 0;
    uint32_t n = entries_at((const DictObject *)o, m, entries);
    if (n == 0) {
        sink_printf(out, "%s()", name);
        return;
    }
    sink_printf(out, "%s%s{", named ? name : "", named ? "(" : "");
    for (uint32_t i = 0; i < n; i++) {
        sink_z(out, i ? ", " : "");
        if (i == SHOWN_ITEMS || depth <= 0) {
            sink_z(out, "...");
            break;
        }
        show_item(out, entries[i]->key, m, depth - 1);
    }
    sink_z(out, named ? "})" : "}");
}

void set_parts(const Object *o, Moment m, PartFn *fn, void *context) {
    const DictEntry *entries[ORDERED_MOST];
    uint32_t n = entries_at((const DictObject *)o, m, entries);
    for (uint32_t i = 0; i < n; i++) {
        fn(context, STR("*"), entries[i]->key);
    }
    attribute_parts(o, m, fn, context);
}
