/* python2.c: what only Python 2 has, and the built-ins that give other things there. */
#include "base/utf8.h"
#include "run/builtins.h"
#include "run/complex.h"
#include "run/install.h"

/* ---- functions that give lists ---- */

static bool list_of(Run *run, Value iterable, Value *result) {
    Value *items;
    uint32_t n;
    if (!value_items(run, iterable, &items, &n)) {
        return false;
    }
    *result = list_make(run, n, items);
    return true;
}

/* The list of what type(*args) iterates over. */
static bool list_of_call(Run *run, const Type *type, Value args, Value *result) {
    Value iterable, *items;
    uint32_t n;
    return value_items(run, args, &items, &n) &&
           value_call_n(run, value_object(type), n, items, &iterable) &&
           list_of(run, iterable, result);
}

static bool list_range(Run *run, const Value *args, Value *result) {
    int64_t bounds[3];
    Value *items;
    uint32_t n;
    if (!value_items(run, args[0], &items, &n)) {
        return false;
    }
    Args arguments = {.at = items, .npositional = n};
    if (!range_arguments(run, &arguments, bounds)) {
        return false;
    }
    Value range = range_make(run, bounds[0], bounds[1], bounds[2]);
    return check_count(run, ((RangeObject *)range.as.object)->length) &&
           list_of(run, range, result);
}

static bool list_zip(Run *run, const Value *args, Value *result) {
    return list_of_call(run, run->type.zip, args[0], result);
}

/* map(None, a, b) pairs items; what is short is filled up with None. */
static bool map_none(Run *run, Value args, Value *result) {
    uint32_t n = sequence_count(args) - 1, longest = 0;
    Value **items = ARENA_ARRAY(run->scratch, n, Value *);
    uint32_t *counts = ARENA_ARRAY(run->scratch, n, uint32_t);
    for (uint32_t i = 0; i < n; i++) {
        if (!value_items(run, sequence_item(args, i + 1), &items[i], &counts[i])) {
            return false;
        }
        longest = counts[i] > longest ? counts[i] : longest;
    }
    *result = list_make(run, 0, NULL);
    Value *row = ARENA_ARRAY(run->scratch, n, Value);
    for (uint32_t k = 0; k < longest; k++) {
        for (uint32_t i = 0; i < n; i++) {
            row[i] = k < counts[i] ? items[i][k] : value_none();
        }
        list_append(run, *result, n == 1 ? row[0] : tuple_make(run, n, row));
    }
    return true;
}

static bool list_map(Run *run, const Value *args, Value *result) {
    if (sequence_count(args[0]) > 1 && is_none(sequence_item(args[0], 0))) {
        return map_none(run, args[0], result);
    }
    return list_of_call(run, run->type.map, args[0], result);
}

/* filter gives a tuple for a tuple and a string for a string. */
static bool list_filter(Run *run, const Value *args, Value *result) {
    Value iterable, *items;
    uint32_t n;
    if (!value_call_n(run, value_object(run->type.filter), 2, args, &iterable) ||
        !value_items(run, iterable, &items, &n)) {
        return false;
    }
    if (is_tuple(run, args[1])) {
        *result = tuple_make(run, n, items);
        return true;
    }
    if (!is_str(run, args[1])) {
        *result = list_make(run, n, items);
        return true;
    }
    Sink out = sink_memory(run->arena);
    for (uint32_t i = 0; i < n; i++) {
        sink_put(&out, str_text(items[i]));
    }
    *result = str_like(run, args[1], sink_str(&out));
    return true;
}

/* ---- functions that are gone from Python 3 ---- */

static bool builtin_unichr(Run *run, const Value *args, Value *result) {
    int64_t i;
    char bytes[4];
    if (!index_of(run, args[0], &i)) {
        return false;
    }
    if (i < 0 || i > 0x10ffff) {
        return raise_value_error(run, "unichr() arg not in range(0x110000) (wide Python build)");
    }
    *result = unicode_make(run, (Str){bytes, utf8_put(bytes, (uint32_t)i)});
    return true;
}

static bool builtin_cmp(Run *run, const Value *args, Value *result) {
    Value v;
    bool less = false, equal;
    if (!value_equal(run, args[0], args[1], &equal)) {
        return false;
    }
    if (!equal && (!value_compare(run, COMPARE_OPERATOR_LESS, args[0], args[1], &v) ||
                   !value_truth(run, v, &less))) {
        return false;
    }
    *result = value_int(equal ? 0 : less ? -1 : 1);
    return true;
}

static bool builtin_reduce(Run *run, const Value *args, Value *result) {
    Value iterator, pair[2] = {args[2], value_unbound()};
    if (!value_iter(run, args[1], &iterator)) {
        return false;
    }
    for (bool done = false;;) {
        if (!value_next(run, iterator, &pair[1], &done)) {
            return false;
        }
        if (done) {
            break;
        }
        if (is_unbound(pair[0])) {
            pair[0] = pair[1];
        } else if (!value_call_n(run, args[0], 2, pair, &pair[0])) {
            return false;
        }
    }
    *result = pair[0];
    return !is_unbound(pair[0]) ||
           raise_type_error(run, "reduce() of empty sequence with no initial value");
}

static bool builtin_apply(Run *run, const Value *args, Value *result) {
    Value *items;
    uint32_t n;
    return value_items(run, args[1], &items, &n) && value_call_n(run, args[0], n, items, result);
}

static bool builtin_intern(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = args[0];
    return true;
}

static const NativeSpec functions[] = {
    {.name = "range", .signature = "*args", .fn = list_range},
    {.name = "zip", .signature = "*args", .fn = list_zip},
    {.name = "map", .signature = "*args", .fn = list_map},
    {.name = "filter", .signature = "function, iterable, /", .fn = list_filter},
    {.name = "round", .signature = "number, ndigits=None", .fn = builtin_round2},
    {.name = "sorted",
     .signature = "iterable, cmp=None, key=None, reverse=False",
     .fn = builtin_sorted2},
    {.name = "unichr", .signature = "i, /", .fn = builtin_unichr},
    {.name = "cmp", .signature = "x, y, /", .fn = builtin_cmp},
    {.name = "reduce", .signature = "function, iterable, initial=?, /", .fn = builtin_reduce},
    {.name = "apply", .signature = "function, args=(), /", .fn = builtin_apply},
    {.name = "intern", .signature = "string, /", .fn = builtin_intern},
    REFUSED("raw_input", "a run has no input; give the value in the program"),
    REFUSED("execfile", "only the text of the program itself is run"),
    REFUSED("reload", "a module is loaded once in a run"),
    {.name = NULL},
};

/* ---- methods ---- */

static bool list_sort2(Run *run, const Value *args, Value *result) {
    bool reverse;
    *result = value_none();
    return value_truth(run, args[3], &reverse) &&
           list_sort(run, (ListObject *)args[0].as.object, args[2], args[1], reverse);
}

static const NativeSpec list_methods[] = {
    {.name = "sort", .signature = "self, cmp=None, key=None, reverse=False", .fn = list_sort2},
    {.name = NULL},
};

static bool text_decode(Run *run, const Value *args, Value *result) {
    return bytes_decode(run, str_text(args[0]), args[1], args[2], result);
}

static const NativeSpec text_methods[] = {
    {.name = "decode", .signature = "self, encoding=?, errors=?", .fn = text_decode},
    {.name = NULL},
};

static bool dict_has_key(Run *run, const Value *args, Value *result) {
    bool found;
    Value v;
    if (!dict_get(run, args[0], args[1], &found, &v)) {
        return false;
    }
    *result = value_bool(found);
    return true;
}

static bool iterate_view(Run *run, const Value *args, const Type *type, Value *result) {
    return value_iter(run, view_make(run, type, (DictObject *)args[0].as.object), result);
}

static bool dict_iterkeys(Run *run, const Value *args, Value *result) {
    return iterate_view(run, args, run->type.dict_keys, result);
}

static bool dict_itervalues(Run *run, const Value *args, Value *result) {
    return iterate_view(run, args, run->type.dict_values, result);
}

static bool dict_iteritems(Run *run, const Value *args, Value *result) {
    return iterate_view(run, args, run->type.dict_items, result);
}

static bool view_of(Run *run, const Value *args, const Type *type, Value *result) {
    *result = view_make(run, type, (DictObject *)args[0].as.object);
    return true;
}

static bool dict_viewkeys(Run *run, const Value *args, Value *result) {
    return view_of(run, args, run->type.dict_keys, result);
}

static bool dict_viewvalues(Run *run, const Value *args, Value *result) {
    return view_of(run, args, run->type.dict_values, result);
}

static bool dict_viewitems(Run *run, const Value *args, Value *result) {
    return view_of(run, args, run->type.dict_items, result);
}

static const NativeSpec dict_methods[] = {
    {.name = "has_key", .signature = "self, key, /", .fn = dict_has_key},
    {.name = "iterkeys", .signature = "self, /", .fn = dict_iterkeys},
    {.name = "itervalues", .signature = "self, /", .fn = dict_itervalues},
    {.name = "iteritems", .signature = "self, /", .fn = dict_iteritems},
    {.name = "viewkeys", .signature = "self, /", .fn = dict_viewkeys},
    {.name = "viewvalues", .signature = "self, /", .fn = dict_viewvalues},
    {.name = "viewitems", .signature = "self, /", .fn = dict_viewitems},
    {.name = NULL},
};

void install_python2(Run *run) {
    Module *m = run->builtins;
    module_add_functions(run, m, functions);
    type_add_methods(run, run->type.list, list_methods);
    type_add_methods(run, run->type.str, text_methods);
    type_add_methods(run, run->type.dict, dict_methods);
    run->type.real->str = real_str2;
    run->type.complex->str = complex_str2;
    module_set(run, m, "xrange", value_object(run->type.range));
    module_set(run, m, "unicode", value_object(run->type.unicode));
    module_set(run, m, "basestring", value_object(run->type.basestring));
    Value text = value_object(run->type.basestring);
    module_set(run, map_ptr(&run->modules, name_z(run->names, "six")), "string_types",
               tuple_make(run, 1, &text));
    module_set(run, m, "bytes", value_object(run->type.str));
    module_set(run, m, "long", value_object(run->type.long_integer));
    module_set(run, m, "file", members_get(&m->members, name_z(run->names, "open")));
    module_set(run, m, "StandardError", value_object(run->exception.Exception));
    module_set(run, m, "__name__", str_share(run, STR("__builtin__")));
}
