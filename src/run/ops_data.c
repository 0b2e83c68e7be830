/* ops_data.c: instructions that compute, build and loop. */
#include "base/utf8.h"
#include "run/kinds.h"
#include "run/machine.h"

/* ---- operators ---- */

bool op_UNARY(Run *run, Frame *f, uint32_t arg) {
    return value_unary(run, (UnaryOperator)arg, f->top[-1], &f->top[-1]);
}

bool op_BINARY(Run *run, Frame *f, uint32_t arg) {
    f->top--;
    return value_binary(run, (BinaryOperator)arg, f->top[-1], f->top[0], &f->top[-1]);
}

bool op_INPLACE(Run *run, Frame *f, uint32_t arg) {
    f->top--;
    return value_inplace(run, (BinaryOperator)arg, f->top[-1], f->top[0], &f->top[-1]);
}

bool op_COMPARE(Run *run, Frame *f, uint32_t arg) {
    f->top--;
    return value_compare(run, (CompareOperator)arg, f->top[-1], f->top[0], &f->top[-1]);
}

/* ---- jumps ---- */

static bool jump(Run *run, Frame *f, uint32_t to, bool when, bool keep) {
    bool b;
    if (!value_truth(run, f->top[-1], &b)) {
        return false;
    }
    if (b == when) {
        f->pc = to;
    }
    if (b != when || !keep) {
        f->top--;
    }
    return true;
}

bool op_JUMP_IF_FALSE(Run *run, Frame *f, uint32_t arg) {
    return jump(run, f, arg, false, false);
}

bool op_JUMP_IF_TRUE(Run *run, Frame *f, uint32_t arg) {
    return jump(run, f, arg, true, false);
}

bool op_JUMP_IF_FALSE_OR_POP(Run *run, Frame *f, uint32_t arg) {
    return jump(run, f, arg, false, true);
}

bool op_JUMP_IF_TRUE_OR_POP(Run *run, Frame *f, uint32_t arg) {
    return jump(run, f, arg, true, true);
}

/* ---- loops ---- */

bool op_GET_ITER(Run *run, Frame *f, uint32_t arg) {
    if (!value_iter(run, f->top[-1], &f->top[-1])) {
        return false;
    }
    if (arg) {
        generator_lend(run, f->top[-1]);
    }
    return true;
}

bool op_DROP_ITER(Run *run, Frame *f, uint32_t arg) {
    (void)arg;
    f->top--;
    return generator_drop(run, f->top[0]);
}

bool op_FOR_ITER(Run *run, Frame *f, uint32_t arg) {
    bool done;
    if (!value_next(run, f->top[-1], f->top, &done)) {
        return false;
    }
    if (done) {
        f->top--;
        f->pc = arg;
    } else {
        f->top++;
    }
    return true;
}

/* ---- unpacking ---- */

static bool cannot_unpack(Run *run, Value v) {
    return raise_type_error(run, "cannot unpack non-iterable %.*s object",
                            STR_ARG(type_name(run, v)));
}

static bool can_iterate(Run *run, Value v) {
    const Type *t = type_of(run, v);
    return TYPE_WITH(t, iter) || TYPE_WITH(t, get_item);
}

/* Takes at most `most` items and tells whether there were more. */
static bool take_items(Run *run, Value v, uint32_t most, Value *items, uint32_t *n, bool *more) {
    Value iterator;
    bool done = false;
    *n = 0;
    *more = false;
    if (!can_iterate(run, v)) {
        return cannot_unpack(run, v);
    }
    if (!value_iter(run, v, &iterator)) {
        return false;
    }
    for (Value item; *n <= most;) {
        if (!value_next(run, iterator, &item, &done)) {
            return false;
        }
        if (done || *n == most) {
            break;
        }
        items[(*n)++] = item;
    }
    *more = !done;
    return true;
}

static bool unpack_sequence(Run *run, Frame *f, Value v, uint32_t want) {
    uint32_t n = sequence_count(v);
    if (n > want) {
        return raise_value_error(run, "too many values to unpack (expected %u)", want);
    }
    if (n < want) {
        return raise_value_error(run, "not enough values to unpack (expected %u, got %u)", want, n);
    }
    for (uint32_t i = 0; i < n; i++) {
        f->top[n - 1 - i] = sequence_item(v, i);
    }
    f->top += n;
    return true;
}

static bool exact_sequence(const Run *run, Value v) {
    return is_exactly(v, run->type.tuple) || is_exactly(v, run->type.list);
}

bool op_UNPACK(Run *run, Frame *f, uint32_t arg) {
    Value v = *--f->top;
    if (exact_sequence(run, v)) {
        return unpack_sequence(run, f, v, arg);
    }
    Value *items = ARENA_ARRAY(run->scratch, arg, Value);
    uint32_t n;
    bool more;
    if (!take_items(run, v, arg, items, &n, &more)) {
        return false;
    }
    if (more) {
        return raise_value_error(run, "too many values to unpack (expected %u)", arg);
    }
    if (n < arg) {
        return raise_value_error(run, "not enough values to unpack (expected %u, got %u)", arg, n);
    }
    for (uint32_t i = 0; i < n; i++) {
        *f->top++ = items[n - 1 - i];
    }
    return true;
}

bool op_UNPACK_STAR(Run *run, Frame *f, uint32_t arg) {
    uint32_t before = arg & 0xfff, after = arg >> 12, n;
    Value v = *--f->top, *items;
    if (!can_iterate(run, v)) {
        return cannot_unpack(run, v);
    }
    if (!value_items(run, v, &items, &n)) {
        return false;
    }
    if (n < before + after) {
        return raise_value_error(run, "not enough values to unpack (expected at least %u, got %u)",
                                 before + after, n);
    }
    for (uint32_t i = 0; i < after; i++) {
        *f->top++ = items[n - 1 - i];
    }
    *f->top++ = list_make(run, n - before - after, items + before);
    for (uint32_t i = 0; i < before; i++) {
        *f->top++ = items[before - 1 - i];
    }
    return true;
}

/* ---- building ---- */

bool op_BUILD_TUPLE(Run *run, Frame *f, uint32_t arg) {
    Value v = tuple_make(run, arg, f->top - arg);
    f->top -= arg;
    *f->top++ = v;
    return true;
}

bool op_BUILD_LIST(Run *run, Frame *f, uint32_t arg) {
    Value v = list_make(run, arg, f->top - arg);
    f->top -= arg;
    *f->top++ = v;
    return true;
}

bool op_BUILD_SET(Run *run, Frame *f, uint32_t arg) {
    Value v;
    if (!set_display(run, f, arg, f->top - arg, &v)) {
        return false;
    }
    f->top -= arg;
    *f->top++ = v;
    return true;
}

bool op_BUILD_DICT(Run *run, Frame *f, uint32_t arg) {
    Value v = dict_make(run);
    Value *pairs = f->top - 2 * (ptrdiff_t)arg;
    for (uint32_t i = 0; i < arg; i++) {
        if (!dict_set(run, v, pairs[2 * i], pairs[2 * i + 1])) {
            return false;
        }
    }
    f->top = pairs;
    *f->top++ = v;
    return true;
}

bool op_BUILD_SLICE(Run *run, Frame *f, uint32_t arg) {
    f->top -= arg;
    Value step = arg == 3 ? f->top[2] : value_none();
    *f->top = slice_make(run, f->top[0], f->top[1], step);
    f->top++;
    return true;
}

bool op_BUILD_STRING(Run *run, Frame *f, uint32_t arg) {
    Sink out = sink_memory(run->arena);
    for (uint32_t i = arg; i > 0; i--) {
        sink_put(&out, str_text(f->top[-(ptrdiff_t)i]));
    }
    f->top -= arg;
    *f->top++ = str_share(run, sink_str(&out));
    return true;
}

/* ascii(v): repr with all but ASCII escaped */
static Str to_ascii(Run *run, Str text) {
    Sink out = sink_memory(run->arena);
    for (size_t i = 0; i < text.len;) {
        uint32_t cp = utf8_next(text, &i);
        if (cp < 0x80) {
            sink_char(&out, (char)cp);
        } else {
            sink_printf(&out, cp < 0x100 ? "\\x%02x" : cp < 0x10000 ? "\\u%04x" : "\\U%08x", cp);
        }
    }
    return sink_str(&out);
}

static bool convert(Run *run, uint32_t conversion, Value v, Value *result) {
    Str text;
    *result = v;
    if (!conversion) {
        return true;
    }
    if (!(conversion == 1 ? value_str(run, v, &text) : value_repr(run, v, &text))) {
        return false;
    }
    *result = str_make(run, conversion == 3 ? to_ascii(run, text) : text);
    return true;
}

bool op_FORMAT(Run *run, Frame *f, uint32_t arg) {
    Str spec = STR(""), text;
    Value v;
    if (arg & 4) {
        spec = str_text(*--f->top);
    }
    if (!convert(run, arg & 3, f->top[-1], &v) || !value_format(run, v, spec, &text)) {
        return false;
    }
    f->top[-1] = str_make(run, text);
    return true;
}

/* ---- adding to what is being built ---- */

bool op_LIST_APPEND(Run *run, Frame *f, uint32_t arg) {
    f->top--;
    Value list = f->top[-(ptrdiff_t)arg];
    list_append(run, list, f->top[0]);
    record_change(run, list.as.object);
    return true;
}

bool op_SET_ADD(Run *run, Frame *f, uint32_t arg) {
    f->top--;
    return set_add(run, f->top[-(ptrdiff_t)arg], f->top[0]);
}

bool op_DICT_ADD(Run *run, Frame *f, uint32_t arg) {
    f->top -= 2;
    return dict_set(run, f->top[-(ptrdiff_t)arg], f->top[0], f->top[1]);
}

/* How messages name what is called: "__main__.f()", "dict()". */
static Str callee_text(Run *run, Value f) {
    Value v;
    bool found;
    Str name = type_name(run, f), module = STR("");
    const Specials *s = &run->machine->name;
    if (value_find_attr(run, f, s->qualname, &found, &v) && found && is_str(run, v)) {
        name = str_text(v);
    }
    if (value_find_attr(run, f, s->module, &found, &v) && found && is_str(run, v)) {
        module = str_text(v);
    }
    bool plain = !module.len || str_is(module, "builtins") || run->trace->python == 2;
    return str_printf(run->scratch, "%.*s%s%.*s()", STR_ARG(plain ? STR("") : module),
                      plain ? "" : ".", STR_ARG(name));
}

static bool no_star(Run *run, const Frame *f, uint32_t arg, Value v) {
    Str callee = STR("Value");
    if (arg & LIST_OF_CALL) {
        callee = str_printf(run->scratch, "%.*s argument", STR_ARG(callee_text(run, f->top[-2])));
    }
    return raise_type_error(run, "%.*s after * must be an iterable, not %.*s", STR_ARG(callee),
                            STR_ARG(type_name(run, v)));
}

bool op_LIST_EXTEND(Run *run, Frame *f, uint32_t arg) {
    Value v = *--f->top, *items;
    uint32_t n;
    Value list = f->top[-(ptrdiff_t)(arg & 0xffff)];
    if (!can_iterate(run, v)) {
        return no_star(run, f, arg, v);
    }
    if (!value_items(run, v, &items, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        list_append(run, list, items[i]);
    }
    record_change(run, list.as.object);
    return true;
}

bool op_SET_UPDATE(Run *run, Frame *f, uint32_t arg) {
    Value v = *--f->top, *items;
    uint32_t n;
    if (!value_items(run, v, &items, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!set_add(run, f->top[-(ptrdiff_t)arg], items[i])) {
            return false;
        }
    }
    return true;
}

static bool has_keys(Run *run, Value v, bool *has) {
    Value keys;
    *has = true;
    return is_dict(run, v) || value_find_attr(run, v, run->machine->name.keys, has, &keys);
}

bool op_DICT_UPDATE(Run *run, Frame *f, uint32_t arg) {
    Value v = *--f->top;
    bool has;
    if (!has_keys(run, v, &has)) {
        return false;
    }
    if (!has) {
        return raise_type_error(run, "'%.*s' object is not a mapping", STR_ARG(type_name(run, v)));
    }
    Value dict = f->top[-(ptrdiff_t)arg];
    return dict_update(run, (DictObject *)dict.as.object, v);
}

/* One keyword of a call f(**v). */
static bool merge_one(Run *run, Value f, Value dict, Value key, Value v) {
    bool found;
    Value before;
    if (!is_str(run, key)) {
        return raise_type_error(run, "keywords must be strings");
    }
    if (!dict_get(run, dict, key, &found, &before)) {
        return false;
    }
    if (found) {
        Str name = str_text(key), callee = callee_text(run, f);
        return raise_type_error(run, "%.*s got multiple values for keyword argument '%.*s'",
                                STR_ARG(callee), STR_ARG(name));
    }
    return dict_set(run, dict, key, v);
}

bool op_DICT_MERGE(Run *run, Frame *f, uint32_t arg) {
    Value v = *--f->top;
    Value dict = f->top[-(ptrdiff_t)arg], callee = f->top[-(ptrdiff_t)arg - 2];
    bool has;
    if (!has_keys(run, v, &has)) {
        return false;
    }
    if (!has) {
        Str name = callee_text(run, callee);
        return raise_type_error(run, "%.*s argument after ** must be a mapping, not %.*s",
                                STR_ARG(name), STR_ARG(type_name(run, v)));
    }
    DictObject *from = (DictObject *)(dict_make(run).as.object);
    if (!dict_update(run, from, v)) {
        return false;
    }
    uint32_t at = 0;
    for (DictEntry *e; (e = table_next(from, &at));) {
        if (!merge_one(run, callee, dict, e->key, cell_get(&e->value))) {
            return false;
        }
    }
    return true;
}

bool op_LIST_TO_TUPLE(Run *run, Frame *f, uint32_t arg) {
    const ListObject *l = (const ListObject *)f->top[-1].as.object;
    uint32_t n = list_count(l);
    Value t = tuple_make(run, n, NULL);
    (void)arg;
    for (uint32_t i = 0; i < n; i++) {
        ((TupleObject *)t.as.object)->items[i] = list_at(l, i);
    }
    f->top[-1] = t;
    return true;
}
