/* nest.c: structures of lists, tuples, named tuples and dicts. */
#include "tf/nest.h"

#include "tf/convert.h"

bool is_nest(const Tf *tf, Value v) {
    return is_sequence(tf->run, v) || is_dict(tf->run, v);
}

/* The items of a structure: of a dict by sorted keys, which go to *keys. */
static bool nest_items(Tf *tf, Value v, Value **items, Value **keys, uint32_t *n) {
    Run *run = tf->run;
    Value sorted;
    *keys = NULL;
    if (!is_dict(run, v)) {
        return value_items(run, v, items, n);
    }
    Value f = members_get(&run->builtins->members, name_z(run->names, "sorted"));
    if (!value_call_n(run, f, 1, &v, &sorted) || !value_items(run, sorted, keys, n)) {
        return false;
    }
    *items = ARENA_ARRAY(run->arena, *n + 1, Value);
    for (uint32_t i = 0; i < *n; i++) {
        if (!value_get_item(run, v, (*keys)[i], &(*items)[i])) {
            return false;
        }
    }
    return true;
}

/* ---- taking apart ---- */

static bool flatten(Tf *tf, Value v, Log *leaves) {
    Value *items, *keys;
    uint32_t n;
    if (!is_nest(tf, v)) {
        *LOG_PUSH(leaves, Value) = v;
        return true;
    }
    if (!nest_items(tf, v, &items, &keys, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!flatten(tf, items[i], leaves)) {
            return false;
        }
    }
    return true;
}

bool nest_flatten(Tf *tf, Value v, Value **leaves, uint32_t *n) {
    Log all = log_make(tf->run->arena, sizeof(Value));
    if (nested_deeply(tf, v, 0)) {
        return refuse_nested(tf);
    }
    if (!flatten(tf, v, &all)) {
        return false;
    }
    *n = (uint32_t)all.count;
    *leaves = ARENA_ARRAY(tf->run->arena, all.count + 1, Value);
    for (size_t i = 0; i < all.count; i++) {
        (*leaves)[i] = *LOG_AT(&all, Value, i);
    }
    return true;
}

/* ---- putting together ---- */

static bool pack(Tf *tf, Value like, const Value **next, Value *result);

static bool pack_dict(Tf *tf, Value like, const Value *keys, const Value *items, uint32_t n,
                      Value *result) {
    Run *run = tf->run;
    Value *original;
    uint32_t count;
    if (!value_call_n(run, value_object(type_of(run, like)), 0, NULL, result) ||
        !value_items(run, like, &original, &count)) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) { /* keeps the order of the keys */
        if (!value_set_item(run, *result, original[i], value_none())) {
            return false;
        }
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!value_set_item(run, *result, keys[i], items[i])) {
            return false;
        }
    }
    return true;
}

static bool pack(Tf *tf, Value like, const Value **next, Value *result) {
    Run *run = tf->run;
    Value *items, *keys;
    uint32_t n;
    if (!is_nest(tf, like)) {
        *result = *(*next)++;
        return true;
    }
    if (!nest_items(tf, like, &items, &keys, &n)) {
        return false;
    }
    Value *packed = ARENA_ARRAY(run->arena, n + 1, Value);
    for (uint32_t i = 0; i < n; i++) {
        if (!pack(tf, items[i], next, &packed[i])) {
            return false;
        }
    }
    if (keys) {
        return pack_dict(tf, like, keys, packed, n, result);
    }
    if (is_list(run, like)) {
        *result = list_make(run, n, packed);
        return true;
    }
    if (is_exactly(like, run->type.tuple)) {
        *result = tuple_make(run, n, packed);
        return true;
    }
    return value_call_n(run, value_object(type_of(run, like)), n, packed, result);
}

bool nest_pack(Tf *tf, Value like, const Value *leaves, Value *result) {
    return pack(tf, like, &leaves, result);
}

/* ---- comparing ---- */

static bool refuse_structure(Tf *tf, Value a, Value b, const char *what) {
    Str x, y;
    if (!value_str(tf->run, a, &x) || !value_str(tf->run, b, &y)) {
        return false;
    }
    if (!tf_has(tf, CHANGE_NEST_TEXT)) {
        return raise_value_error(tf->run,
                                 "The two structures don't have the same %s. First structure: "
                                 "%.*s, second structure: %.*s.",
                                 what, STR_ARG(x), STR_ARG(y));
    }
    return raise_value_error(
        tf->run,
        "The two structures don't have the same nested structure.\n\nFirst structure: type=%.*s "
        "str=%.*s\n\nSecond structure: type=%.*s str=%.*s",
        STR_ARG(type_short_name(tf->run, a)), STR_ARG(x), STR_ARG(type_short_name(tf->run, b)),
        STR_ARG(y));
}

static bool refuse_types(Tf *tf, Value a, Value b) {
    Str x, y;
    return value_str(tf->run, value_object(type_of(tf->run, a)), &x) &&
           value_str(tf->run, value_object(type_of(tf->run, b)), &y) &&
           raise_type_error(tf->run,
                            "The two structures don't have the same sequence type. First structure "
                            "has type %.*s, while second structure has type %.*s.",
                            STR_ARG(x), STR_ARG(y));
}

static bool same(Tf *tf, Value a, Value b, Value first, Value second) {
    Value *x, *y, *keys;
    uint32_t n, m;
    if (is_nest(tf, a) != is_nest(tf, b)) {
        return refuse_structure(tf, first, second, "nested structure");
    }
    if (!is_nest(tf, a)) {
        return true;
    }
    if (type_of(tf->run, a) != type_of(tf->run, b)) {
        return refuse_types(tf, a, b);
    }
    if (!nest_items(tf, a, &x, &keys, &n) || !nest_items(tf, b, &y, &keys, &m)) {
        return false;
    }
    if (n != m) {
        return refuse_structure(tf, first, second, "nested structure");
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!same(tf, x[i], y[i], first, second)) {
            return false;
        }
    }
    return true;
}

bool nest_same(Tf *tf, Value a, Value b) {
    Value *leaves;
    uint32_t n, m;
    if (!nest_flatten(tf, a, &leaves, &n) || !nest_flatten(tf, b, &leaves, &m)) {
        return false;
    }
    return n == m ? same(tf, a, b, a, b) : refuse_structure(tf, a, b, "number of elements");
}
