/* text_split.c: the methods of str that take strings apart and put them together. */
#include <string.h>

#include "base/utf8.h"
#include "run/kinds.h"

/* ---- strip ---- */

static bool in_set(uint32_t cp, Str set) {
    for (size_t i = 0; i < set.len;) {
        if (utf8_next(set, &i) == cp) {
            return true;
        }
    }
    return false;
}

/* at NULL: white space is stripped. */
static bool stripped(uint32_t cp, Str set) {
    return set.at ? in_set(cp, set) : cp_is_space(cp);
}

static Str strip_left(Str s, Str set) {
    for (size_t i = 0; i < s.len;) {
        size_t from = i;
        if (!stripped(utf8_next(s, &i), set)) {
            return str_sub(s, from, s.len);
        }
    }
    return STR("");
}

/* Where the code point that ends at byte `end` begins. */
static size_t before(Str s, size_t end) {
    size_t i = end - 1;
    while (i > 0 && ((unsigned char)s.at[i] & 0xc0) == 0x80) {
        i--;
    }
    return i;
}

static Str strip_right(Str s, Str set) {
    while (s.len) {
        size_t from = before(s, s.len);
        size_t i = from;
        if (!stripped(utf8_next(s, &i), set)) {
            break;
        }
        s.len = from;
    }
    return s;
}

static bool strip(Run *run, const Value *args, const char *name, bool left, bool right,
                  Value *result) {
    Str s = str_text(args[0]), set = {NULL, 0};
    if (!is_none(args[1])) {
        if (!is_str(run, args[1])) {
            return raise_type_error(run, "%s arg must be None or str", name);
        }
        set = str_text(args[1]);
        set.at = set.at ? set.at : "";
    }
    s = left ? strip_left(s, set) : s;
    s = right ? strip_right(s, set) : s;
    *result = str_like(run, args[0], s);
    return true;
}

static bool text_strip(Run *run, const Value *args, Value *result) {
    return strip(run, args, "strip", true, true, result);
}

static bool text_lstrip(Run *run, const Value *args, Value *result) {
    return strip(run, args, "lstrip", true, false, result);
}

static bool text_rstrip(Run *run, const Value *args, Value *result) {
    return strip(run, args, "rstrip", false, true, result);
}

/* ---- split ---- */

static void add(Run *run, Value list, Value model, Str part) {
    list_append(run, list, str_like(run, model, part));
}

static void split_spaces(Run *run, Value self, int64_t most, Value list) {
    Str none = {NULL, 0};
    Str s = strip_left(str_text(self), none);
    while (s.len && most-- > 0) {
        size_t end = 0, i = 0;
        while (end < s.len && !cp_is_space(utf8_next(s, &i))) {
            end = i;
        }
        add(run, list, self, str_sub(s, 0, end));
        s = strip_left(str_sub(s, end, s.len), none);
    }
    if (s.len) {
        add(run, list, self, s);
    }
}

static void split_text(Run *run, Value self, Str sep, int64_t most, Value list) {
    Str s = str_text(self);
    size_t from = 0;
    for (ptrdiff_t i; most-- > 0 && (i = str_find(s, sep, from)) >= 0;) {
        add(run, list, self, str_sub(s, from, (size_t)i));
        from = (size_t)i + sep.len;
    }
    add(run, list, self, str_sub(s, from, s.len));
}

static void reverse(ListObject *l) {
    uint32_t n = list_count(l);
    for (uint32_t i = 0; i < n / 2; i++) {
        Cell c = l->items[i];
        l->items[i] = l->items[n - 1 - i];
        l->items[n - 1 - i] = c;
    }
}

static void rsplit_spaces(Run *run, Value self, int64_t most, Value list) {
    Str none = {NULL, 0};
    Str s = strip_right(str_text(self), none);
    while (s.len && most-- > 0) {
        size_t start = s.len;
        while (start > 0) {
            size_t i = before(s, start), from = i;
            if (cp_is_space(utf8_next(s, &i))) {
                break;
            }
            start = from;
        }
        add(run, list, self, str_sub(s, start, s.len));
        s = strip_right(str_sub(s, 0, start), none);
    }
    if (s.len) {
        add(run, list, self, s);
    }
}

static void rsplit_text(Run *run, Value self, Str sep, int64_t most, Value list) {
    Str s = str_text(self);
    while (most-- > 0) {
        size_t i = s.len < sep.len ? 0 : s.len - sep.len + 1;
        while (i > 0 && !str_eq(str_sub(s, i - 1, i - 1 + sep.len), sep)) {
            i--;
        }
        if (i == 0) {
            break;
        }
        add(run, list, self, str_sub(s, i - 1 + sep.len, s.len));
        s = str_sub(s, 0, i - 1);
    }
    add(run, list, self, s);
}

/* Checks the arguments of split; sep.at NULL: at white space. */
static bool split_arguments(Run *run, const Value *args, Str *sep, int64_t *most) {
    *sep = (Str){NULL, 0};
    if (!index_of(run, args[2], most)) {
        return false;
    }
    if (!is_none(args[1])) {
        if (!is_str(run, args[1])) {
            return raise_type_error(run, "must be str or None, not %.*s",
                                    STR_ARG(type_name(run, args[1])));
        }
        *sep = str_text(args[1]);
        if (sep->len == 0) {
            return raise_value_error(run, "empty separator");
        }
    }
    *most = *most < 0 ? INT64_MAX : *most;
    return true;
}

static bool text_split(Run *run, const Value *args, Value *result) {
    Str sep;
    int64_t most;
    if (!split_arguments(run, args, &sep, &most)) {
        return false;
    }
    *result = list_make(run, 0, NULL);
    if (sep.at) {
        split_text(run, args[0], sep, most, *result);
    } else {
        split_spaces(run, args[0], most, *result);
    }
    return true;
}

static bool text_rsplit(Run *run, const Value *args, Value *result) {
    Str sep;
    int64_t most;
    if (!split_arguments(run, args, &sep, &most)) {
        return false;
    }
    *result = list_make(run, 0, NULL);
    if (sep.at) {
        rsplit_text(run, args[0], sep, most, *result);
    } else {
        rsplit_spaces(run, args[0], most, *result);
    }
    reverse((ListObject *)result->as.object);
    return true;
}

static bool ends_line(uint32_t cp) {
    return (cp >= 0x0a && cp <= 0x0d) || (cp >= 0x1c && cp <= 0x1e) || cp == 0x85 || cp == 0x2028 ||
           cp == 0x2029;
}

static bool text_splitlines(Run *run, const Value *args, Value *result) {
    bool keep;
    if (!value_truth(run, args[1], &keep)) {
        return false;
    }
    Str s = str_text(args[0]);
    size_t from = 0;
    *result = list_make(run, 0, NULL);
    for (size_t i = 0; i < s.len;) {
        size_t end = i;
        uint32_t cp = utf8_next(s, &i);
        if (!ends_line(cp)) {
            continue;
        }
        i += cp == '\r' && i < s.len && s.at[i] == '\n';
        add(run, *result, args[0], str_sub(s, from, keep ? i : end));
        from = i;
    }
    if (from < s.len) {
        add(run, *result, args[0], str_sub(s, from, s.len));
    }
    return true;
}

/* ---- partition and join ---- */

static bool partition(Run *run, const Value *args, bool last, Value *result) {
    Str s = str_text(args[0]), sep;
    if (!text_of(run, args[1], &sep)) {
        return false;
    }
    if (sep.len == 0) {
        return raise_value_error(run, "empty separator");
    }
    ptrdiff_t found = -1;
    for (ptrdiff_t i = str_find(s, sep, 0); i >= 0;
         i = last ? str_find(s, sep, (size_t)i + 1) : -1) {
        found = i;
    }
    Str parts[3] = {s, STR(""), STR("")};
    if (found >= 0) {
        parts[0] = str_sub(s, 0, (size_t)found);
        parts[1] = sep;
        parts[2] = str_sub(s, (size_t)found + sep.len, s.len);
    } else if (last) {
        parts[0] = STR("");
        parts[2] = s;
    }
    Value values[3];
    for (int i = 0; i < 3; i++) {
        values[i] = str_like(run, args[0], parts[i]);
    }
    *result = tuple_make(run, 3, values);
    return true;
}

static bool text_partition(Run *run, const Value *args, Value *result) {
    return partition(run, args, false, result);
}

static bool text_rpartition(Run *run, const Value *args, Value *result) {
    return partition(run, args, true, result);
}

static bool text_join(Run *run, const Value *args, Value *result) {
    Value *items;
    uint32_t n;
    if (!is_iterable(run, args[1])) {
        return raise_type_error(run, "can only join an iterable");
    }
    if (!value_items(run, args[1], &items, &n)) {
        return false;
    }
    Str sep = str_text(args[0]);
    Sink out = sink_memory(run->arena);
    Value model = args[0];
    for (uint32_t i = 0; i < n; i++) {
        if (!is_str(run, items[i])) {
            return raise_type_error(run, "sequence item %u: expected str%s, %.*s found", i,
                                    run->trace->python == 2 ? "ing" : " instance",
                                    STR_ARG(type_name(run, items[i])));
        }
        model = ((StrObject *)items[i].as.object)->unicode ? items[i] : model;
        sink_put(&out, i ? sep : STR(""));
        sink_put(&out, str_text(items[i]));
    }
    *result = str_like(run, model, sink_str(&out));
    return true;
}

static const NativeSpec methods[] = {
    {.name = "strip", .signature = "self, chars=None, /", .fn = text_strip},
    {.name = "lstrip", .signature = "self, chars=None, /", .fn = text_lstrip},
    {.name = "rstrip", .signature = "self, chars=None, /", .fn = text_rstrip},
    {.name = "split", .signature = "self, /, sep=None, maxsplit=-1", .fn = text_split},
    {.name = "rsplit", .signature = "self, /, sep=None, maxsplit=-1", .fn = text_rsplit},
    {.name = "splitlines", .signature = "self, /, keepends=False", .fn = text_splitlines},
    {.name = "partition", .signature = "self, sep, /", .fn = text_partition},
    {.name = "rpartition", .signature = "self, sep, /", .fn = text_rpartition},
    {.name = "join", .signature = "self, iterable, /", .fn = text_join},
    {.name = NULL},
};

void install_text_split(Run *run) {
    type_add_methods(run, run->type.str, methods);
}
