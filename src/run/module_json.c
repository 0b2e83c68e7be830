/* module_json.c: json. Numbers keep their kind, which is why the text is read here and not by
 * base/json.h. */
#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "run/big.h"
#include "run/machine.h"
#include "run/standard.h"

/* ---- writing ---- */

typedef struct Dump {
    Run *run;
    Sink *out;
    bool ascii, sort;
    int64_t indent; /* -1: all on one line */
    Str item, key;  /* separators */
    Value fallback; /* default=…, or None */
} Dump;

static bool put_value(Dump *d, Value v, int64_t level);

static void put_escaped(Dump *d, uint32_t cp) {
    if (cp >= 0x10000) {
        cp -= 0x10000;
        sink_printf(d->out, "\\u%04x\\u%04x", 0xd800 + (cp >> 10), 0xdc00 + (cp & 0x3ff));
    } else {
        sink_printf(d->out, "\\u%04x", cp);
    }
}

static void put_char(Dump *d, uint32_t cp, Str bytes) {
    static const char from[] = "\"\\\n\r\t\f\b", to[] = "\"\\nrtfb";
    const char *at = cp < 0x80 && cp ? strchr(from, (int)cp) : NULL;
    if (at) {
        sink_char(d->out, '\\');
        sink_char(d->out, to[at - from]);
    } else if (cp < 0x20 || (cp >= 0x7f && d->ascii)) {
        put_escaped(d, cp);
    } else {
        sink_put(d->out, bytes);
    }
}

static void put_text(Dump *d, Str text) {
    sink_char(d->out, '"');
    for (size_t i = 0; i < text.len;) {
        size_t from = i;
        uint32_t cp = utf8_next(text, &i);
        put_char(d, cp, str_sub(text, from, i));
    }
    sink_char(d->out, '"');
}

static void put_real(Dump *d, double r) {
    Str text = real_repr(d->run, r);
    sink_put(d->out, isnan(r)   ? STR("NaN")
                     : isinf(r) ? (r > 0 ? STR("Infinity") : STR("-Infinity"))
                                : text);
}

static void put_break(Dump *d, int64_t level) {
    if (d->indent >= 0) {
        sink_char(d->out, '\n');
        sink_repeat(d->out, ' ', (size_t)(d->indent * level));
    }
}

static bool put_list(Dump *d, Value v, int64_t level) {
    Value *items;
    uint32_t n;
    if (!value_items(d->run, v, &items, &n)) {
        return false;
    }
    sink_char(d->out, '[');
    for (uint32_t i = 0; i < n; i++) {
        sink_put(d->out, i ? d->item : STR(""));
        put_break(d, level + 1);
        if (!put_value(d, items[i], level + 1)) {
            return false;
        }
    }
    if (n) {
        put_break(d, level);
    }
    sink_char(d->out, ']');
    return true;
}

static bool put_key(Dump *d, Value key) {
    Value whole;
    Str digits;
    double r;
    if (is_str(d->run, key)) {
        put_text(d, str_text(key));
    } else if (is_none(key) || key.kind == VALUE_BOOL) {
        put_text(d, is_none(key) ? STR("null") : key.as.boolean ? STR("true") : STR("false"));
    } else if (whole_of(d->run, key, &whole)) {
        if (!big_digits(d->run, whole, 10, false, &digits)) {
            return false;
        }
        put_text(d, digits);
    } else if (real_of(d->run, key, &r)) {
        put_text(d, real_repr(d->run, r));
    } else {
        return raise_type_error(d->run, "keys must be str, int, float, bool or None, not %.*s",
                                STR_ARG(type_name(d->run, key)));
    }
    return true;
}

static bool put_dict(Dump *d, Value v, int64_t level) {
    Value *keys, item;
    uint32_t n;
    if (!value_items(d->run, v, &keys, &n) ||
        (d->sort && !sort_values(d->run, keys, n, value_none(), value_none(), false))) {
        return false;
    }
    sink_char(d->out, '{');
    for (uint32_t i = 0; i < n; i++) {
        sink_put(d->out, i ? d->item : STR(""));
        put_break(d, level + 1);
        if (!put_key(d, keys[i])) {
            return false;
        }
        sink_put(d->out, d->key);
        if (!value_get_item(d->run, v, keys[i], &item) || !put_value(d, item, level + 1)) {
            return false;
        }
    }
    if (n) {
        put_break(d, level);
    }
    sink_char(d->out, '}');
    return true;
}

static bool put_other(Dump *d, Value v, int64_t level) {
    Value replaced;
    if (!given(d->fallback)) {
        return raise_type_error(d->run, "Object of type %.*s is not JSON serializable",
                                STR_ARG(type_short_name(d->run, v)));
    }
    return call1(d->run, d->fallback, v, &replaced) && put_value(d, replaced, level);
}

static bool put_compound(Dump *d, Value v, int64_t level) {
    if (level > 200) {
        return raise_value_error(d->run, "Circular reference detected");
    }
    return is_dict(d->run, v)       ? put_dict(d, v, level)
           : is_sequence(d->run, v) ? put_list(d, v, level)
                                    : put_other(d, v, level);
}

static bool put_value(Dump *d, Value v, int64_t level) {
    Value whole;
    Str digits;
    double r;
    if (is_none(v)) {
        sink_z(d->out, "null");
    } else if (v.kind == VALUE_BOOL) {
        sink_z(d->out, v.as.boolean ? "true" : "false");
    } else if (is_str(d->run, v)) {
        put_text(d, str_text(v));
    } else if (whole_of(d->run, v, &whole)) {
        if (!big_digits(d->run, whole, 10, false, &digits)) {
            return false;
        }
        sink_put(d->out, digits);
    } else if (real_of(d->run, v, &r)) {
        put_real(d, r);
    } else {
        return put_compound(d, v, level);
    }
    return true;
}

static bool read_separators(Dump *d, Value v) {
    if (!given(v)) {
        d->item = d->indent >= 0 ? STR(",") : STR(", ");
        d->key = STR(": ");
        return true;
    }
    if (!is_sequence(d->run, v) || sequence_count(v) != 2) {
        return raise_type_error(d->run, "separators must be a pair of strings");
    }
    return text_of(d->run, sequence_item(v, 0), &d->item) &&
           text_of(d->run, sequence_item(v, 1), &d->key);
}

/* args: indent, sort_keys, separators, ensure_ascii, default */
static bool dump_text(Run *run, Value v, const Value *args, Sink *out) {
    Dump d = {.run = run, .out = out, .indent = -1, .fallback = args[4]};
    if (is_str(run, args[0])) {
        return refuse(run, "give a number", "indent of json.dumps that is a text");
    }
    return (!given(args[0]) || index_of(run, args[0], &d.indent)) &&
           value_truth(run, args[1], &d.sort) && value_truth(run, args[3], &d.ascii) &&
           read_separators(&d, args[2]) && put_value(&d, v, 0);
}

/* args: indent, sort_keys, separators, ensure_ascii, default, cls, skipkeys, check_circular,
 * allow_nan */
static bool dumped(Run *run, Value v, const Value *args, Value *result) {
    Sink out = sink_memory(run->arena);
    bool skip, nan;
    if (!value_truth(run, args[6], &skip) || !value_truth(run, args[8], &nan)) {
        return false;
    }
    if (skip || !nan) {
        return refuse(run, NULL, "%s of json.dumps", skip ? "skipkeys" : "allow_nan=False");
    }
    if (given(args[5])) {
        const Value all[7] = {v, args[0], args[1], args[2], args[3], args[4], args[5]};
        return library_call(run, "json", "_encode", 7, all, result);
    }
    if (!dump_text(run, v, args, &out)) {
        return false;
    }
    *result = str_share(run, sink_str(&out));
    return true;
}

static bool json_dumps(Run *run, const Value *args, Value *result) {
    return dumped(run, args[0], args + 1, result);
}

static bool json_dump(Run *run, const Value *args, Value *result) {
    Value text, ignored;
    if (!dumped(run, args[0], args + 2, &text)) {
        return false;
    }
    *result = value_none();
    return call_method(run, args[1], "write", 1, &text, &ignored);
}

/* ---- reading ---- */

typedef struct Load {
    Run *run;
    Str text;
    size_t at;
    Value hook;                   /* object_hook or None */
    Value pairs;                  /* object_pairs_hook or None */
    Value parse_float, parse_int; /* called with the text of a number, or None */
    Type *error;
} Load;

static bool load_error(Load *l, const char *message, size_t at) {
    size_t line = 1, start = 0;
    for (size_t i = 0; i < at && i < l->text.len; i++) {
        if (l->text.at[i] == '\n') {
            line++;
            start = i + 1;
        }
    }
    size_t column = utf8_count(str_sub(l->text, start, at)) + 1,
           place = utf8_count(str_sub(l->text, 0, at));
    raise_error(l->run, l->error, "%s: line %zu column %zu (char %zu)", message, line, column,
                place);
    if (!l->run->stopping) {
        Members *m = &((ExceptionObject *)l->run->error.as.object)->members;
        const Value values[] = {str_make(l->run, str_of(message)), value_int((int64_t)line),
                                value_int((int64_t)column), value_int((int64_t)place),
                                str_share(l->run, l->text)};
        static const char *const names[] = {"msg", "lineno", "colno", "pos", "doc"};
        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
            members_set(l->run, m, NULL, name_z(l->run->names, names[i]), values[i]);
        }
    }
    return false;
}

static void skip_blanks(Load *l) {
    while (l->at < l->text.len && memchr(" \t\n\r", l->text.at[l->at], 4)) {
        l->at++;
    }
}

static bool next_is(Load *l, char c) {
    skip_blanks(l);
    bool is = l->at < l->text.len && l->text.at[l->at] == c;
    l->at += is;
    return is;
}

static bool hex4(Load *l, uint32_t *cp) {
    *cp = 0;
    for (int i = 0; i < 4; i++, l->at++) {
        char c = l->at < l->text.len ? l->text.at[l->at] : '\0';
        int digit = c >= '0' && c <= '9'   ? c - '0'
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10
                    : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                           : -1;
        if (digit < 0) {
            return load_error(l, "Invalid \\uXXXX escape", l->at - (size_t)i);
        }
        *cp = *cp << 4 | (uint32_t)digit;
    }
    return true;
}

static bool load_escape(Load *l, Sink *out) {
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    size_t start = l->at - 1;
    char c = l->at < l->text.len ? l->text.at[l->at++] : '\0', bytes[4];
    const char *at = c ? strchr(from, c) : NULL;
    uint32_t cp, low;
    if (at) {
        sink_char(out, to[at - from]);
        return true;
    }
    if (c != 'u') {
        return load_error(l, c ? "Invalid \\escape" : "Unterminated string starting at", start);
    }
    if (!hex4(l, &cp)) {
        return false;
    }
    bool pair =
        cp >= 0xd800 && cp < 0xdc00 && str_starts(str_sub(l->text, l->at, l->text.len), STR("\\u"));
    if (pair) {
        size_t back = l->at;
        l->at += 2;
        if (!hex4(l, &low)) {
            return false;
        }
        bool good = low >= 0xdc00 && low < 0xe000;
        cp = good ? 0x10000 + ((cp & 0x3ff) << 10) + (low & 0x3ff) : cp;
        l->at = good ? l->at : back;
    }
    sink_put(out, (Str){bytes, utf8_put(bytes, cp)});
    return true;
}

/* Behind the opening quote. */
static bool load_string(Load *l, Value *result) {
    size_t start = l->at - 1;
    Sink out = sink_memory(l->run->arena);
    while (l->at < l->text.len && l->text.at[l->at] != '"') {
        char c = l->text.at[l->at++];
        if ((unsigned char)c < 0x20) {
            return load_error(l, "Invalid control character at", l->at - 1);
        }
        if (c != '\\') {
            sink_char(&out, c);
        } else if (!load_escape(l, &out)) {
            return false;
        }
    }
    if (l->at == l->text.len) {
        return load_error(l, "Unterminated string starting at", start);
    }
    l->at++;
    *result = str_share(l->run, sink_str(&out));
    return true;
}

static bool digit_at(const Load *l, size_t at) {
    return at < l->text.len && l->text.at[at] >= '0' && l->text.at[at] <= '9';
}

static void skip_digits(Load *l) {
    while (digit_at(l, l->at)) {
        l->at++;
    }
}

/* -?(0|[1-9][0-9]*)(.[0-9]+)?([eE][-+]?[0-9]+)? */
static void skip_number(Load *l, bool *real) {
    l->at += l->text.at[l->at] == '-';
    if (digit_at(l, l->at) && l->text.at[l->at] == '0') {
        l->at++;
    } else {
        skip_digits(l);
    }
    *real = l->at < l->text.len && l->text.at[l->at] == '.' && digit_at(l, l->at + 1);
    if (*real) {
        l->at++;
        skip_digits(l);
    }
    bool power = l->at < l->text.len && (l->text.at[l->at] == 'e' || l->text.at[l->at] == 'E');
    size_t sign = power && l->at + 1 < l->text.len &&
                  (l->text.at[l->at + 1] == '+' || l->text.at[l->at + 1] == '-');
    if (power && digit_at(l, l->at + 1 + sign)) {
        *real = true;
        l->at += 1 + sign;
        skip_digits(l);
    }
}

static bool load_number(Load *l, Value *result) {
    size_t from = l->at;
    bool real;
    skip_number(l, &real);
    Str text = str_sub(l->text, from, l->at);
    Value shown = str_make(l->run, text), parse = real ? l->parse_float : l->parse_int;
    double d = 0;
    if (given(parse) && text.len && digit_at(l, l->at - 1)) {
        return call1(l->run, parse, shown, result);
    }
    bool ok =
        real ? parse_real(l->run, text, shown, &d) : parse_integer(l->run, text, 10, shown, result);
    if (!ok) {
        if (l->run->stopping || digit_at(l, l->at - 1)) { /* too many digits */
            return false;
        }
        error_take(l->run);
        return load_error(l, "Expecting value", from);
    }
    *result = real ? value_float(d) : *result;
    return true;
}

static bool load_value(Load *l, int depth, Value *result);

static bool load_array(Load *l, int depth, Value *result) {
    Value v;
    *result = list_make(l->run, 0, NULL);
    if (next_is(l, ']')) {
        return true;
    }
    do {
        if (!load_value(l, depth, &v)) {
            return false;
        }
        list_append(l->run, *result, v);
    } while (next_is(l, ','));
    return next_is(l, ']') || load_error(l, "Expecting ',' delimiter", l->at);
}

static bool load_member(Load *l, int depth, Value dict, Value pairs) {
    Value pair[2];
    if (!next_is(l, '"')) {
        return load_error(l, "Expecting property name enclosed in double quotes", l->at);
    }
    if (!load_string(l, &pair[0])) {
        return false;
    }
    if (!next_is(l, ':')) {
        return load_error(l, "Expecting ':' delimiter", l->at);
    }
    if (!load_value(l, depth, &pair[1])) {
        return false;
    }
    list_append(l->run, pairs, tuple_make(l->run, 2, pair));
    return dict_set(l->run, dict, pair[0], pair[1]);
}

static bool load_object(Load *l, int depth, Value *result) {
    Value pairs = list_make(l->run, 0, NULL);
    *result = dict_make(l->run);
    if (!next_is(l, '}')) {
        do {
            if (!load_member(l, depth, *result, pairs)) {
                return false;
            }
        } while (next_is(l, ','));
        if (!next_is(l, '}')) {
            return load_error(l, "Expecting ',' delimiter", l->at);
        }
    }
    if (given(l->pairs)) {
        return call1(l->run, l->pairs, pairs, result);
    }
    return !given(l->hook) || call1(l->run, l->hook, *result, result);
}

static bool load_word(Load *l, Value *result) {
    static const char *const words[] = {"null", "true", "false", "NaN", "Infinity", "-Infinity"};
    const Value values[] = {value_none(),     value_bool(true),      value_bool(false),
                            value_float(NAN), value_float(INFINITY), value_float(-INFINITY)};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (str_starts(str_sub(l->text, l->at, l->text.len), str_of(words[i]))) {
            l->at += strlen(words[i]);
            *result = values[i];
            return true;
        }
    }
    char c = l->at < l->text.len ? l->text.at[l->at] : '\0';
    return (c == '-' || (c >= '0' && c <= '9')) ? load_number(l, result)
                                                : load_error(l, "Expecting value", l->at);
}

static bool load_value(Load *l, int depth, Value *result) {
    skip_blanks(l);
    if (depth > 200) {
        return raise_error(l->run, l->run->exception.RecursionError,
                           "maximum recursion depth exceeded while decoding "
                           "a JSON document");
    }
    char c = l->at < l->text.len ? l->text.at[l->at] : '\0';
    if (c != '"' && c != '[' && c != '{') {
        return load_word(l, result);
    }
    l->at++;
    return c == '"'   ? load_string(l, result)
           : c == '[' ? load_array(l, depth + 1, result)
                      : load_object(l, depth + 1, result);
}

/* args: text, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, cls … */
static bool json_loads(Run *run, const Value *args, Value *result) {
    Load l = {.run = run,
              .hook = args[1],
              .pairs = args[2],
              .parse_float = args[3],
              .parse_int = args[4]};
    if (given(args[5])) {
        return refuse(run, NULL, "parse_constant of json.loads");
    }
    if (given(args[6])) {
        return library_call(run, "json", "_decode", 7, args, result);
    }
    Module *m = map_ptr(&run->modules, name_z(run->names, "json"));
    l.error = as_type(members_get(&m->members, name_z(run->names, "JSONDecodeError")));
    if (is_str(run, args[0])) {
        l.text = str_text(args[0]);
    } else if (is_bytes(run, args[0])) {
        l.text = bytes_text(args[0]);
    } else {
        return raise_type_error(run, "the JSON object must be str, bytes or bytearray, not %.*s",
                                STR_ARG(type_name(run, args[0])));
    }
    if (!load_value(&l, 0, result)) {
        return false;
    }
    skip_blanks(&l);
    return l.at == l.text.len || load_error(&l, "Extra data", l.at);
}

static bool json_load(Run *run, const Value *args, Value *result) {
    Value text;
    if (!call_method(run, args[0], "read", 0, NULL, &text)) {
        return false;
    }
    const Value again[7] = {text, args[1], args[2], args[3], args[4], args[5], args[6]};
    return json_loads(run, again, result);
}

#define OPTIONS                                                                                    \
    "indent=None, sort_keys=False, separators=None, ensure_ascii=True, default=None, cls=None, "   \
    "skipkeys=False, check_circular=True!, allow_nan=True"
#define LOAD_OPTIONS                                                                               \
    "object_hook=None, object_pairs_hook=None, parse_float=None, parse_int=None, "                 \
    "parse_constant=None, cls=None, strict=True!, encoding=None~"

static const NativeSpec functions[] = {
    {.name = "dumps", .signature = "obj, *, " OPTIONS, .fn = json_dumps},
    {.name = "dump", .signature = "obj, fp, *, " OPTIONS, .fn = json_dump},
    {.name = "loads", .signature = "s, *, " LOAD_OPTIONS, .fn = json_loads},
    {.name = "load", .signature = "fp, *, " LOAD_OPTIONS, .fn = json_load},
    {0},
};

static const char *const not_modelled[] = {"encoder", "decoder", "scanner", NULL};

void install_json(Run *run) {
    Module *m = module_make(run, "json");
    m->missing = refuse_known;
    m->context = (void *)(uintptr_t)not_modelled;
    module_add_functions(run, m, functions);
    Type *error = type_make(run, "JSONDecodeError", run->exception.ValueError, "json.decoder");
    module_set(run, m, "JSONDecodeError", value_object(error));
}
