/* list_sort.c: list.sort and sorted: a stable merge sort. The program's code may run in
 * comparisons, so items are sorted in an array of their own and written back at the end. */
#include <string.h>

#include "run/kinds.h"

typedef struct Item {
    Value key, value;
} Item;

typedef struct Sorter {
    Run *run;
    Value cmp; /* Python 2: a function of two keys, or None */
    bool reverse;
    bool numbers; /* all keys are ints */
    bool texts;   /* all keys are strings */
} Sorter;

/* Is a before b? */
static bool less(Sorter *s, Value a, Value b, bool *result) {
    Run *run = s->run;
    Value v;
    if (s->numbers) {
        *result = a.as.integer < b.as.integer;
        return true;
    }
    if (s->texts) {
        *result = str_cmp(str_text(a), str_text(b)) < 0;
        return true;
    }
    if (is_none(s->cmp)) {
        return value_compare(run, COMPARE_OPERATOR_LESS, a, b, &v) && value_truth(run, v, result);
    }
    Value pair[2] = {a, b};
    int64_t order;
    if (!value_call_n(run, s->cmp, 2, pair, &v) || !index_of(run, v, &order)) {
        return false;
    }
    *result = order < 0;
    return true;
}

/* Must the item on the right go before the one on the left? Equal ones stay, also in reverse. */
static bool swapped(Sorter *s, const Item *left, const Item *right, bool *result) {
    return s->reverse ? less(s, left->key, right->key, result)
                      : less(s, right->key, left->key, result);
}

static bool merge(Sorter *s, Item *at, Item *spare, uint32_t middle, uint32_t n) {
    bool swap;
    if (!swapped(s, &at[middle - 1], &at[middle], &swap)) {
        return false;
    }
    if (!swap) {
        return true;
    }
    uint32_t i = 0, k = middle, out = 0;
    while (i < middle && k < n) {
        if (!swapped(s, &at[i], &at[k], &swap)) {
            return false;
        }
        spare[out++] = swap ? at[k++] : at[i++];
    }
    while (i < middle) {
        spare[out++] = at[i++];
    }
    memcpy(at, spare, out * sizeof *at);
    return true;
}

static bool sort(Sorter *s, Item *at, Item *spare, uint32_t n) {
    uint32_t middle = n / 2;
    return n < 2 || (sort(s, at, spare, middle) && sort(s, at + middle, spare, n - middle) &&
                     merge(s, at, spare, middle, n));
}

static bool make_keys(Run *run, Value key, const Value *items, uint32_t n, Item *out) {
    for (uint32_t i = 0; i < n; i++) {
        out[i].value = out[i].key = items[i];
        if (!is_none(key) && !value_call_n(run, key, 1, &items[i], &out[i].key)) {
            return false;
        }
    }
    return true;
}

bool sort_values(Run *run, Value *items, uint32_t n, Value key, Value cmp, bool reverse) {
    if (!n) {
        return true;
    }
    Item *all = ARENA_ARRAY(run->arena, (size_t)n * 2, Item);
    if (!make_keys(run, key, items, n, all)) {
        return false;
    }
    Sorter s = {run, cmp, reverse, is_none(cmp), is_none(cmp)};
    for (uint32_t i = 0; i < n; i++) {
        s.numbers &= all[i].key.kind == VALUE_INT;
        s.texts &= is_exactly(all[i].key, run->type.str);
    }
    if (!sort(&s, all, all + n, n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        items[i] = all[i].value;
    }
    return true;
}

bool list_sort(Run *run, ListObject *l, Value key, Value cmp, bool reverse) {
    uint32_t n = list_count(l);
    Value *items = ARENA_ARRAY(run->arena, n, Value);
    for (uint32_t i = 0; i < n; i++) {
        items[i] = list_at(l, i);
    }
    if (!sort_values(run, items, n, key, cmp, reverse)) {
        return false;
    }
    if (list_count(l) != n) {
        return raise_value_error(run, "list modified during sort");
    }
    list_replace(run, l, n, items);
    return true;
}
