/* builtins_iteration.c: the built-in functions over containers and iterators: len, iter, next,
 * sorted, all, any. */
#include "run/builtins.h"
#include "run/machine.h"

static bool builtin_len(Run *run, const Value *args, Value *result) {
    int64_t n;
    if (!value_length(run, args[0], &n)) {
        return false;
    }
    *result = value_int(n);
    return true;
}

static bool builtin_iter(Run *run, const Value *args, Value *result) {
    if (is_unbound(args[1])) {
        return value_iter(run, args[0], result);
    }
    if (!is_callable(run, args[0])) {
        return raise_type_error(run, "iter(v, w): v must be callable");
    }
    IteratorObject *it = iterator_make(run, run->type.callable_iterator, args[0]);
    it->items = ARENA_NEW(run->arena, Value);
    it->items[0] = args[1];
    *result = value_object(it);
    return true;
}

static bool builtin_next(Run *run, const Value *args, Value *result) {
    bool done;
    if (!TYPE_WITH(type_of(run, args[0]), next)) {
        return raise_type_error(run, "'%.*s' object is not an iterator",
                                STR_ARG(type_name(run, args[0])));
    }
    if (!value_next(run, args[0], result, &done)) {
        return false;
    }
    if (!done) {
        return true;
    }
    *result = args[1];
    return !is_unbound(args[1]) || iterator_stop(run, args[0]);
}

/* Goes through the iterable until an item's truth is `wanted`. */
static bool search_truth(Run *run, Value iterable, bool wanted, bool *found) {
    Value iterator, v;
    *found = false;
    if (!value_iter(run, iterable, &iterator)) {
        return false;
    }
    while (!*found) {
        bool done, truth;
        if (!value_next(run, iterator, &v, &done)) {
            return false;
        }
        if (done) {
            return true;
        }
        if (!value_truth(run, v, &truth)) {
            return false;
        }
        *found = truth == wanted;
    }
    return true;
}

static bool builtin_all(Run *run, const Value *args, Value *result) {
    bool found;
    if (!search_truth(run, args[0], false, &found)) {
        return false;
    }
    *result = value_bool(!found);
    return true;
}

static bool builtin_any(Run *run, const Value *args, Value *result) {
    bool found;
    if (!search_truth(run, args[0], true, &found)) {
        return false;
    }
    *result = value_bool(found);
    return true;
}

static bool sorted(Run *run, Value iterable, Value key, Value cmp, Value reverse, Value *result) {
    Value *items;
    uint32_t n;
    bool backwards;
    if (!value_items(run, iterable, &items, &n) || !value_truth(run, reverse, &backwards) ||
        !sort_values(run, items, n, key, cmp, backwards)) {
        return false;
    }
    *result = list_make(run, n, items);
    return true;
}

static bool builtin_sorted(Run *run, const Value *args, Value *result) {
    return sorted(run, args[0], args[1], value_none(), args[2], result);
}

bool builtin_sorted2(Run *run, const Value *args, Value *result) {
    return sorted(run, args[0], args[2], args[1], args[3], result);
}

static const NativeSpec functions[] = {
    {.name = "len", .signature = "obj, /", .fn = builtin_len},
    {.name = "iter", .signature = "iterable, sentinel=?, /", .fn = builtin_iter},
    {.name = "next", .signature = "iterator, default=?, /", .fn = builtin_next},
    {.name = "all", .signature = "iterable, /", .fn = builtin_all},
    {.name = "any", .signature = "iterable, /", .fn = builtin_any},
    {.name = "sorted",
     .signature = "iterable, /, *, key=None, reverse=False",
     .fn = builtin_sorted},
    {.name = NULL},
};

void install_builtin_iteration(Run *run) {
    module_add_functions(run, run->builtins, functions);
}
