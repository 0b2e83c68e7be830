/* list_sort.c: list.sort and sorted: a stable merge sort, by insertion for few items. The program's
 * code may run in comparisons, so items are sorted in an array of their own and written back at the
 * end. */
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

/* ---- few items: compared in CPython's own order, since programs may print in __lt__ ---- */

#define FEW 64u

static void turn(Item *at, uint32_t n) {
    for (uint32_t i = 0; i < n / 2; i++) {
        Item item = at[i];
        at[i] = at[n - 1 - i];
        at[n - 1 - i] = item;
    }
}

/* The run at the beginning, which falls strictly (it is turned then) or never. */
static bool first_run(Sorter *s, Item *at, uint32_t n, uint32_t *length) {
    bool falls, goes_on = true;
    if (!less(s, at[1].key, at[0].key, &falls)) {
        return false;
    }
    for (*length = 2; *length < n; ++*length) {
        if (!less(s, at[*length].key, at[*length - 1].key, &goes_on)) {
            return false;
        }
        if (goes_on != falls) {
            break;
        }
    }
    if (falls) {
        turn(at, *length);
    }
    return true;
}

/* Puts the item behind n sorted ones to its place. */
static bool insert(Sorter *s, Item *at, uint32_t n) {
    Item item = at[n];
    uint32_t left = 0, right = n;
    while (left < right) {
        uint32_t middle = left + (right - left) / 2;
        bool before;
        if (!less(s, item.key, at[middle].key, &before)) {
            return false;
        }
        if (before) {
            right = middle;
        } else {
            left = middle + 1;
        }
    }
    memmove(at + left + 1, at + left, (n - left) * sizeof *at);
    at[left] = item;
    return true;
}

static bool sort_few(Sorter *s, Item *at, uint32_t n) {
    uint32_t sorted = 1;
    if (s->reverse) {
        turn(at, n);
    }
    if (n > 1 && !first_run(s, at, n, &sorted)) {
        return false;
    }
    for (; sorted < n; sorted++) {
        if (!insert(s, at, sorted)) {
            return false;
        }
    }
    if (s->reverse) {
        turn(at, n);
    }
    return true;
}

/* ---- setting up ---- */

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
    if (!(n < FEW ? sort_few(&s, all, n) : sort(&s, all, all + n, n))) {
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
