/* text_methods.c: the methods of str that search, replace, change case, pad and test. */
#include <string.h>

#include "base/utf8.h"
#include "run/kinds.h"

static const StrObject *self_of(const Value *args) {
    return (const StrObject *)args[0].as.object;
}

static bool finish(Run *run, const Value *args, Sink *out, Value *result) {
    *result = str_like(run, args[0], sink_str(out));
    return true;
}

/* ---- searching ---- */

/* A start or end argument as a code point position within the string. */
static bool bound_of(Run *run, Value v, int64_t length, int64_t absent, int64_t *i) {
    *i = absent;
    if (!given(v)) {
        return true;
    }
    if (!slice_bound_of(run, v, absent, i)) {
        return false;
    }
    *i += *i < 0 ? length : 0;
    *i = *i < 0 ? 0 : *i;
    return true;
}

/* The part of the string that start (args[2]) and end (args[3]) choose; *from is where it begins.
 * *valid is false when start lies behind the end. */
static bool part_of(Run *run, const Value *args, Str *part, int64_t *from, bool *valid) {
    const StrObject *s = self_of(args);
    int64_t to;
    if (!bound_of(run, args[2], s->length, 0, from) ||
        !bound_of(run, args[3], s->length, s->length, &to)) {
        return false;
    }
    to = to > s->length ? s->length : to;
    *valid = *from <= to;
    *part = *valid ? text_slice(s, *from, to) : STR("");
    return true;
}

static ptrdiff_t find_last(Str s, Str part) {
    for (size_t i = s.len < part.len ? 0 : s.len - part.len + 1; i-- > 0;) {
        if (str_eq(str_sub(s, i, i + part.len), part)) {
            return (ptrdiff_t)i;
        }
    }
    return -1;
}

/* Position of args[1] in code points, or -1. */
static bool find_in(Run *run, const Value *args, bool last, int64_t *at) {
    Str part, wanted;
    int64_t from;
    bool valid;
    if (!text_of(run, args[1], &wanted) || !part_of(run, args, &part, &from, &valid)) {
        return false;
    }
    ptrdiff_t i = !valid ? -1 : last ? find_last(part, wanted) : str_find(part, wanted, 0);
    *at = i < 0 ? -1 : from + (int64_t)utf8_count(str_sub(part, 0, (size_t)i));
    return true;
}

static bool text_search(Run *run, const Value *args, bool last, bool must, Value *result) {
    int64_t at;
    if (!find_in(run, args, last, &at)) {
        return false;
    }
    if (at < 0 && must) {
        return raise_value_error(run, "substring not found");
    }
    *result = value_int(at);
    return true;
}

static bool text_find(Run *run, const Value *args, Value *result) {
    return text_search(run, args, false, false, result);
}

static bool text_rfind(Run *run, const Value *args, Value *result) {
    return text_search(run, args, true, false, result);
}

static bool text_index(Run *run, const Value *args, Value *result) {
    return text_search(run, args, false, true, result);
}

static bool text_rindex(Run *run, const Value *args, Value *result) {
    return text_search(run, args, true, true, result);
}

static bool text_count(Run *run, const Value *args, Value *result) {
    Str part, wanted;
    int64_t from, n = 0;
    bool valid;
    if (!text_of(run, args[1], &wanted) || !part_of(run, args, &part, &from, &valid)) {
        return false;
    }
    if (wanted.len == 0) {
        *result = value_int(valid ? (int64_t)utf8_count(part) + 1 : 0);
        return true;
    }
    for (ptrdiff_t i = str_find(part, wanted, 0); i >= 0; n++) {
        i = str_find(part, wanted, (size_t)i + wanted.len);
    }
    *result = value_int(n);
    return true;
}

/* startswith and endswith: args[1] is a str or a tuple of them. */
static bool begins_or_ends(Run *run, const Value *args, bool ends, Value *result) {
    const char *name = ends ? "endswith" : "startswith";
    Str part;
    int64_t from;
    bool valid, tuple = is_tuple(run, args[1]);
    if (!tuple && !is_str(run, args[1])) {
        return raise_type_error(run, "%s first arg must be str or a tuple of str, not %.*s", name,
                                STR_ARG(type_name(run, args[1])));
    }
    if (!part_of(run, args, &part, &from, &valid)) {
        return false;
    }
    uint32_t n = tuple ? sequence_count(args[1]) : 1;
    for (uint32_t i = 0; i < n; i++) {
        Value v = tuple ? sequence_item(args[1], i) : args[1];
        if (!is_str(run, v)) {
            return raise_type_error(run, "tuple for %s must only contain str, not %.*s", name,
                                    STR_ARG(type_name(run, v)));
        }
        if (valid && (ends ? str_ends(part, str_text(v)) : str_starts(part, str_text(v)))) {
            *result = value_bool(true);
            return true;
        }
    }
    *result = value_bool(false);
    return true;
}

static bool text_startswith(Run *run, const Value *args, Value *result) {
    return begins_or_ends(run, args, false, result);
}

static bool text_endswith(Run *run, const Value *args, Value *result) {
    return begins_or_ends(run, args, true, result);
}

static bool remove_affix(Run *run, const Value *args, bool suffix, Value *result) {
    Str s = str_text(args[0]), affix;
    if (!is_str(run, args[1])) {
        return raise_type_error(run, "%s() argument must be str, not %.*s",
                                suffix ? "removesuffix" : "removeprefix",
                                STR_ARG(type_name(run, args[1])));
    }
    affix = str_text(args[1]);
    if (!suffix && str_starts(s, affix)) {
        s = str_sub(s, affix.len, s.len);
    } else if (suffix && str_ends(s, affix)) {
        s = str_sub(s, 0, s.len - affix.len);
    }
    *result = str_like(run, args[0], s);
    return true;
}

static bool text_removeprefix(Run *run, const Value *args, Value *result) {
    return remove_affix(run, args, false, result);
}

static bool text_removesuffix(Run *run, const Value *args, Value *result) {
    return remove_affix(run, args, true, result);
}

/* ---- replacing ---- */

/* An empty text stands between all code points. */
static void replace_between(Sink *out, Str s, Str with, int64_t most) {
    for (size_t i = 0; i < s.len;) {
        size_t from = i;
        if (most-- > 0) {
            sink_put(out, with);
        }
        utf8_next(s, &i);
        sink_put(out, str_sub(s, from, i));
    }
    if (most > 0) {
        sink_put(out, with);
    }
}

static bool text_replace(Run *run, const Value *args, Value *result) {
    static const char form[] = "replace() argument %d must be str, not %.*s";
    for (int i = 1; i <= 2; i++) {
        if (!is_str(run, args[i])) {
            return raise_type_error(run, form, i, STR_ARG(argument_name(run, args[i])));
        }
    }
    int64_t most;
    if (!index_of(run, args[3], &most)) {
        return false;
    }
    most = most < 0 ? INT64_MAX : most;
    Str s = str_text(args[0]), old = str_text(args[1]), with = str_text(args[2]);
    Sink out = sink_memory(run->arena);
    if (old.len == 0) {
        replace_between(&out, s, with, most);
        return finish(run, args, &out, result);
    }
    size_t from = 0;
    for (ptrdiff_t i = str_find(s, old, 0); i >= 0 && most-- > 0; i = str_find(s, old, from)) {
        sink_put(&out, str_sub(s, from, (size_t)i));
        sink_put(&out, with);
        from = (size_t)i + old.len;
    }
    sink_put(&out, str_sub(s, from, s.len));
    return finish(run, args, &out, result);
}

static bool text_expandtabs(Run *run, const Value *args, Value *result) {
    int64_t width, column = 0;
    if (!index_of(run, args[1], &width)) {
        return false;
    }
    Str s = str_text(args[0]);
    Sink out = sink_memory(run->arena);
    for (size_t i = 0; i < s.len;) {
        size_t from = i;
        uint32_t cp = utf8_next(s, &i);
        if (cp != '\t') {
            sink_put(&out, str_sub(s, from, i));
            column = cp == '\n' || cp == '\r' ? 0 : column + 1;
        } else if (width > 0) {
            int64_t n = width - column % width;
            sink_repeat(&out, ' ', (size_t)n);
            column += n;
        }
    }
    return finish(run, args, &out, result);
}

/* What a table of translate says of one code point: its text, or nothing. */
static bool translated(Run *run, Value table, uint32_t cp, Str old, Sink *out) {
    Value v;
    if (!value_get_item(run, table, value_int(cp), &v)) {
        if (!error_is(run, run->exception.LookupError)) {
            return false;
        }
        error_take(run);
        sink_put(out, old);
        return true;
    }
    int64_t i;
    if (is_str(run, v)) {
        sink_put(out, str_text(v));
    } else if (integer_of(run, v, &i)) {
        if (i < 0 || i > 0x10ffff) {
            return raise_value_error(run, "character mapping must be in range(0x110000)");
        }
        char bytes[4];
        sink_put(out, (Str){bytes, utf8_put(bytes, (uint32_t)i)});
    } else if (!is_none(v)) {
        return raise_type_error(run, "character mapping must return integer, None or str");
    }
    return true;
}

static bool text_translate(Run *run, const Value *args, Value *result) {
    Str s = str_text(args[0]);
    Sink out = sink_memory(run->arena);
    for (size_t i = 0; i < s.len;) {
        size_t from = i;
        uint32_t cp = utf8_next(s, &i);
        if (!translated(run, args[1], cp, str_sub(s, from, i), &out)) {
            return false;
        }
    }
    return finish(run, args, &out, result);
}

static uint32_t first_of(Value text) {
    size_t i = 0;
    return utf8_next(str_text(text), &i);
}

/* maketrans(dict): one-character keys become numbers. */
static bool table_of_dict(Run *run, Value from, Value table) {
    if (!is_dict(run, from)) {
        return raise_type_error(run,
                                "if you give only one argument to maketrans it must be a dict");
    }
    const DictObject *d = (const DictObject *)from.as.object;
    uint32_t at = 0;
    for (DictEntry *e; (e = table_next(d, &at));) {
        Value key = e->key;
        if (is_str(run, key)) {
            if (((StrObject *)key.as.object)->length != 1) {
                return raise_value_error(run, "string keys in translate table must be of length 1");
            }
            key = value_int(first_of(key));
        } else if (key.kind != VALUE_INT) {
            return raise_type_error(run, "keys in translate table must be strings or integers");
        }
        if (!dict_set(run, table, key, cell_get(&e->value))) {
            return false;
        }
    }
    return true;
}

static bool text_maketrans(Run *run, const Value *args, Value *result) {
    *result = dict_make(run);
    if (is_unbound(args[1])) {
        return table_of_dict(run, args[0], *result);
    }
    Str x, y, z = STR("");
    if (!text_of(run, args[0], &x) || !text_of(run, args[1], &y) ||
        (!is_unbound(args[2]) && !text_of(run, args[2], &z))) {
        return false;
    }
    if (utf8_count(x) != utf8_count(y)) {
        return raise_value_error(run, "the first two maketrans arguments must have equal length");
    }
    for (size_t i = 0, k = 0; i < x.len;) {
        Value key = value_int(utf8_next(x, &i));
        dict_set(run, *result, key, value_int(utf8_next(y, &k)));
    }
    for (size_t i = 0; i < z.len;) {
        dict_set(run, *result, value_int(utf8_next(z, &i)), value_none());
    }
    return true;
}

/* ---- case ---- */

typedef enum CaseChange {
    CASE_LOWER,
    CASE_UPPER,
    CASE_TITLE,
    CASE_CAPITALIZE,
    CASE_SWAP,
    CASE_FOLD
} CaseChange;

/* What becomes of cp; inside: a letter stands before it. */
static void put_case(Sink *out, uint32_t cp, CaseChange change, bool inside, bool first) {
    bool upper = false;
    switch (change) {
    case CASE_LOWER:
    case CASE_FOLD: break;
    case CASE_UPPER: upper = true; break;
    case CASE_TITLE: upper = !inside; break;
    case CASE_CAPITALIZE: upper = first; break;
    case CASE_SWAP: upper = cp_is_lower(cp); break;
    }
    if (cp == 0xdf && (upper || change == CASE_FOLD)) {
        sink_z(out, change == CASE_FOLD                           ? "ss"
                    : change == CASE_UPPER || change == CASE_SWAP ? "SS"
                                                                  : "Ss");
        return;
    }
    char bytes[4];
    uint32_t to = upper ? cp_upper(cp) : cp_lower(cp);
    sink_put(out, (Str){bytes, utf8_put(bytes, to)});
}

static bool change_case(Run *run, const Value *args, CaseChange change, Value *result) {
    Str s = str_text(args[0]);
    Sink out = sink_memory(run->arena);
    bool inside = false;
    for (size_t i = 0; i < s.len;) {
        bool first = i == 0;
        uint32_t cp = utf8_next(s, &i);
        put_case(&out, cp, change, inside, first);
        inside = cp_is_upper(cp) || cp_is_lower(cp);
    }
    return finish(run, args, &out, result);
}

static bool text_lower(Run *run, const Value *args, Value *result) {
    return change_case(run, args, CASE_LOWER, result);
}

static bool text_upper(Run *run, const Value *args, Value *result) {
    return change_case(run, args, CASE_UPPER, result);
}

static bool text_title(Run *run, const Value *args, Value *result) {
    return change_case(run, args, CASE_TITLE, result);
}

static bool text_capitalize(Run *run, const Value *args, Value *result) {
    return change_case(run, args, CASE_CAPITALIZE, result);
}

static bool text_swapcase(Run *run, const Value *args, Value *result) {
    return change_case(run, args, CASE_SWAP, result);
}

static bool text_casefold(Run *run, const Value *args, Value *result) {
    return change_case(run, args, CASE_FOLD, result);
}

/* ---- padding ---- */

Str text_pad(Arena *a, Str text, int64_t width, char align, Str fill) {
    int64_t spare = width - (int64_t)utf8_count(text);
    if (spare <= 0) {
        return text;
    }
    int64_t left = align == '<' ? 0 : align == '>' ? spare : spare / 2;
    Sink out = sink_memory(a);
    char *room = arena_array(a, (size_t)spare, fill.len);
    out.text = room;
    out.cap = (size_t)spare * fill.len;
    for (int64_t i = 0; i < left; i++) {
        sink_put(&out, fill);
    }
    sink_put(&out, text);
    for (int64_t i = left; i < spare; i++) {
        sink_put(&out, fill);
    }
    return sink_str(&out);
}

static bool pad(Run *run, const Value *args, char align, Value *result) {
    int64_t width;
    if (!index_of(run, args[1], &width)) {
        return false;
    }
    if (!is_str(run, args[2])) {
        return raise_type_error(run, "The fill character must be a unicode character, not %.*s",
                                STR_ARG(type_name(run, args[2])));
    }
    if (((StrObject *)args[2].as.object)->length != 1) {
        return raise_type_error(run, "The fill character must be exactly one character long");
    }
    Str s = str_text(args[0]);
    int64_t spare = width - self_of(args)->length;
    if (align != '^' || spare <= 0) {
        *result = str_like(run, args[0], text_pad(run->arena, s, width, align, str_text(args[2])));
        return true;
    }
    /* str.center puts the odd one on the left when the width is odd; format does not */
    int64_t left = spare / 2 + (spare & width & 1);
    Str padded = text_pad(run->arena, s, self_of(args)->length + left, '>', str_text(args[2]));
    *result = str_like(run, args[0], text_pad(run->arena, padded, width, '<', str_text(args[2])));
    return true;
}

static bool text_ljust(Run *run, const Value *args, Value *result) {
    return pad(run, args, '<', result);
}

static bool text_rjust(Run *run, const Value *args, Value *result) {
    return pad(run, args, '>', result);
}

static bool text_center(Run *run, const Value *args, Value *result) {
    return pad(run, args, '^', result);
}

static bool text_zfill(Run *run, const Value *args, Value *result) {
    int64_t width;
    if (!index_of(run, args[1], &width)) {
        return false;
    }
    Str s = str_text(args[0]);
    bool sign = s.len && (s.at[0] == '+' || s.at[0] == '-');
    Str digits = str_sub(s, sign, s.len);
    digits = text_pad(run->arena, digits, width - sign, '>', STR("0"));
    *result =
        str_like(run, args[0], sign ? str_join2(run->arena, str_sub(s, 0, 1), digits) : digits);
    return true;
}

/* ---- tests ---- */

/* Do all code points pass, and is there one at least? */
static bool test_all(const Value *args, bool (*passes)(uint32_t cp), Value *result) {
    Str s = str_text(args[0]);
    bool all = s.len > 0;
    for (size_t i = 0; i < s.len && all;) {
        all = passes(utf8_next(s, &i));
    }
    *result = value_bool(all);
    return true;
}

static bool text_isdigit(Run *run, const Value *args, Value *result) {
    (void)run;
    return test_all(args, cp_is_digit, result);
}

static bool is_decimal(uint32_t cp) {
    return cp_digit(cp) >= 0;
}

static bool text_isdecimal(Run *run, const Value *args, Value *result) {
    (void)run;
    return test_all(args, is_decimal, result);
}

static bool is_numeric(uint32_t cp) {
    return cp_is_digit(cp) || (cp >= 0xbc && cp <= 0xbe) || (cp >= 0x2150 && cp <= 0x2189) ||
           (cp >= 0x2460 && cp <= 0x249b);
}

static bool text_isnumeric(Run *run, const Value *args, Value *result) {
    (void)run;
    return test_all(args, is_numeric, result);
}

static bool text_isalpha(Run *run, const Value *args, Value *result) {
    (void)run;
    return test_all(args, cp_is_alpha, result);
}

static bool is_alnum(uint32_t cp) {
    return cp_is_alpha(cp) || is_numeric(cp);
}

static bool text_isalnum(Run *run, const Value *args, Value *result) {
    (void)run;
    return test_all(args, is_alnum, result);
}

static bool text_isspace(Run *run, const Value *args, Value *result) {
    (void)run;
    return test_all(args, cp_is_space, result);
}

static bool text_isascii(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = value_bool(text_ascii(str_text(args[0])));
    return true;
}

static bool text_isprintable(Run *run, const Value *args, Value *result) {
    if (str_text(args[0]).len == 0) {
        *result = value_bool(true);
        return true;
    }
    (void)run;
    return test_all(args, cp_is_printable, result);
}

/* All letters that have a case have this one, and there is one at least. */
static bool has_case(const Value *args, bool upper, Value *result) {
    Str s = str_text(args[0]);
    bool some = false, other = false;
    for (size_t i = 0; i < s.len;) {
        uint32_t cp = utf8_next(s, &i);
        some |= upper ? cp_is_upper(cp) : cp_is_lower(cp);
        other |= upper ? cp_is_lower(cp) : cp_is_upper(cp);
    }
    *result = value_bool(some && !other);
    return true;
}

static bool text_isupper(Run *run, const Value *args, Value *result) {
    (void)run;
    return has_case(args, true, result);
}

static bool text_islower(Run *run, const Value *args, Value *result) {
    (void)run;
    return has_case(args, false, result);
}

static bool text_istitle(Run *run, const Value *args, Value *result) {
    (void)run;
    Str s = str_text(args[0]);
    bool some = false, inside = false, good = true;
    for (size_t i = 0; i < s.len;) {
        uint32_t cp = utf8_next(s, &i);
        bool upper = cp_is_upper(cp), lower = cp_is_lower(cp);
        good &= !(upper && inside) && !(lower && !inside);
        inside = upper || lower;
        some |= inside;
    }
    *result = value_bool(some && good);
    return true;
}

static bool text_isidentifier(Run *run, const Value *args, Value *result) {
    (void)run;
    Str s = str_text(args[0]);
    bool good = s.len > 0;
    for (size_t i = 0; i < s.len && good;) {
        bool first = i == 0;
        uint32_t cp = utf8_next(s, &i);
        good = cp == '_' || cp_is_alpha(cp) || (!first && cp_digit(cp) >= 0);
    }
    *result = value_bool(good);
    return true;
}

/* ---- formatting and encoding ---- */

static bool text_format_method(Run *run, const Value *args, Value *result) {
    Str text;
    if (!text_format(run, str_text(args[0]), args[1], args[2], &text)) {
        return false;
    }
    *result = str_like(run, args[0], text);
    return true;
}

static bool text_format_map(Run *run, const Value *args, Value *result) {
    Str text;
    if (!text_format(run, str_text(args[0]), value_unbound(), args[1], &text)) {
        return false;
    }
    *result = str_like(run, args[0], text);
    return true;
}

static bool text_encode_method(Run *run, const Value *args, Value *result) {
    return text_encode(run, args[0], args[1], args[2], result);
}

static const NativeSpec methods[] = {
    {.name = "find", .signature = "self, sub, start=None, end=None, /", .fn = text_find},
    {.name = "rfind", .signature = "self, sub, start=None, end=None, /", .fn = text_rfind},
    {.name = "index", .signature = "self, sub, start=None, end=None, /", .fn = text_index},
    {.name = "rindex", .signature = "self, sub, start=None, end=None, /", .fn = text_rindex},
    {.name = "count", .signature = "self, sub, start=None, end=None, /", .fn = text_count},
    {.name = "startswith",
     .signature = "self, prefix, start=None, end=None, /",
     .fn = text_startswith},
    {.name = "endswith", .signature = "self, suffix, start=None, end=None, /", .fn = text_endswith},
    {.name = "removeprefix", .signature = "self, prefix, /", .fn = text_removeprefix},
    {.name = "removesuffix", .signature = "self, suffix, /", .fn = text_removesuffix},
    {.name = "replace", .signature = "self, old, new, count=-1, /", .fn = text_replace},
    {.name = "expandtabs", .signature = "self, /, tabsize=8", .fn = text_expandtabs},
    {.name = "translate", .signature = "self, table, /", .fn = text_translate},
    {.name = "lower", .signature = "self, /", .fn = text_lower},
    {.name = "upper", .signature = "self, /", .fn = text_upper},
    {.name = "title", .signature = "self, /", .fn = text_title},
    {.name = "capitalize", .signature = "self, /", .fn = text_capitalize},
    {.name = "swapcase", .signature = "self, /", .fn = text_swapcase},
    {.name = "casefold", .signature = "self, /", .fn = text_casefold},
    {.name = "ljust", .signature = "self, width, fillchar=' ', /", .fn = text_ljust},
    {.name = "rjust", .signature = "self, width, fillchar=' ', /", .fn = text_rjust},
    {.name = "center", .signature = "self, width, fillchar=' ', /", .fn = text_center},
    {.name = "zfill", .signature = "self, width, /", .fn = text_zfill},
    {.name = "isdigit", .signature = "self, /", .fn = text_isdigit},
    {.name = "isdecimal", .signature = "self, /", .fn = text_isdecimal},
    {.name = "isnumeric", .signature = "self, /", .fn = text_isnumeric},
    {.name = "isalpha", .signature = "self, /", .fn = text_isalpha},
    {.name = "isalnum", .signature = "self, /", .fn = text_isalnum},
    {.name = "isspace", .signature = "self, /", .fn = text_isspace},
    {.name = "isascii", .signature = "self, /", .fn = text_isascii},
    {.name = "isprintable", .signature = "self, /", .fn = text_isprintable},
    {.name = "isupper", .signature = "self, /", .fn = text_isupper},
    {.name = "islower", .signature = "self, /", .fn = text_islower},
    {.name = "istitle", .signature = "self, /", .fn = text_istitle},
    {.name = "isidentifier", .signature = "self, /", .fn = text_isidentifier},
    {.name = "format", .signature = "self, /, *args, **kwargs", .fn = text_format_method},
    {.name = "format_map", .signature = "self, mapping, /", .fn = text_format_map},
    {.name = "encode", .signature = "self, /, encoding=?, errors=?", .fn = text_encode_method},
    {.name = NULL},
};

static const NativeSpec maketrans = {
    .name = "maketrans", .signature = "x, y=?, z=?, /", .fn = text_maketrans};

void install_text_methods(Run *run) {
    Type *t = run->type.str;
    type_add_methods(run, t, methods);
    members_set(run, &t->members, NULL, name_z(run->names, "maketrans"),
                native_make(run, &maketrans, value_unbound()));
}
