/* bytes.c: bytes, and the encodings between bytes and str: UTF-8, ASCII and Latin-1. */
#include <string.h>

#include "base/utf8.h"
#include "run/big.h"
#include "run/machine.h"

static Value bytes_object(Run *run, const Type *type, Str text) {
    size_t size = type->size > sizeof(BytesObject) ? type->size : sizeof(BytesObject);
    BytesObject *b = object_make(run, type, size);
    b->text = text;
    return value_object(b);
}

static Value bytes_share(Run *run, Str text) {
    return bytes_object(run, run->type.bytes, text);
}

Value bytes_make(Run *run, Str bytes) {
    return bytes_share(run, str_dup(run->arena, bytes));
}

bool is_bytes(const Run *run, Value v) {
    return v.kind == VALUE_OBJECT && is_instance(run, v, run->type.bytes);
}

Str bytes_text(Value v) {
    return ((const BytesObject *)v.as.object)->text;
}

/* ---- encodings ---- */

typedef enum Encoding { ENCODING_UTF8, ENCODING_ASCII, ENCODING_LATIN1 } Encoding;
typedef enum OnError { ON_ERROR_STRICT, ON_ERROR_IGNORE, ON_ERROR_REPLACE } OnError;

static bool encoding_of(Run *run, Value v, Encoding *encoding) {
    static const struct {
        const char *name;
        Encoding encoding;
    } known[] = {{"utf8", ENCODING_UTF8},       {"utf", ENCODING_UTF8},
                 {"u8", ENCODING_UTF8},         {"ascii", ENCODING_ASCII},
                 {"usascii", ENCODING_ASCII},   {"latin1", ENCODING_LATIN1},
                 {"iso88591", ENCODING_LATIN1}, {"latin", ENCODING_LATIN1}};
    *encoding = run->trace->python == 2 ? ENCODING_ASCII : ENCODING_UTF8;
    if (is_unbound(v)) {
        return true;
    }
    if (!is_str(run, v)) {
        return raise_type_error(run, "encode() argument 'encoding' must be str, not %.*s",
                                STR_ARG(argument_name(run, v)));
    }
    char plain[32];
    size_t n = 0;
    Str name = str_text(v);
    for (size_t i = 0; i < name.len && n < sizeof plain; i++) {
        char c = name.at[i];
        if (c != '-' && c != '_' && c != ' ') {
            plain[n++] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
        }
    }
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (str_is((Str){plain, n}, known[i].name)) {
            *encoding = known[i].encoding;
            return true;
        }
    }
    return raise_error(run, run->exception.LookupError, "unknown encoding: %.*s", STR_ARG(name));
}

static bool on_error_of(Run *run, Value v, OnError *on_error) {
    *on_error = ON_ERROR_STRICT;
    Str name;
    if (is_unbound(v)) {
        return true;
    }
    if (!text_of(run, v, &name)) {
        return false;
    }
    if (str_is(name, "ignore")) {
        *on_error = ON_ERROR_IGNORE;
    } else if (str_is(name, "replace")) {
        *on_error = ON_ERROR_REPLACE;
    } else if (str_is(name, "xmlcharrefreplace") || str_is(name, "backslashreplace") ||
               str_is(name, "namereplace") || str_ends(name, STR("escape")) ||
               str_is(name, "surrogatepass")) {
        return refuse(run, NULL, "the error handler %.*s", STR_ARG(name));
    } else if (!str_is(name, "strict")) {
        return raise_error(run, run->exception.LookupError, "unknown error handler name '%.*s'",
                           STR_ARG(name));
    }
    return true;
}

static bool cannot_encode(Run *run, Encoding encoding, uint32_t cp, size_t position) {
    const char *form = cp < 0x100 ? "\\x%02x" : cp < 0x10000 ? "\\u%04x" : "\\U%08x";
    char shown[16];
    snprintf(shown, sizeof shown, form, (unsigned)cp);
    if (encoding == ENCODING_UTF8) {
        return raise_error(run, run->exception.UnicodeEncodeError,
                           "'utf-8' codec can't encode character '%s' in position %zu: surrogates "
                           "not allowed",
                           shown, position);
    }
    const char *prefix = run->trace->python == 2 ? "u" : "";
    return raise_error(run, run->exception.UnicodeEncodeError,
                       "'%s' codec can't encode character %s'%s' in position %zu: ordinal not in "
                       "range(%d)",
                       encoding == ENCODING_ASCII ? "ascii" : "latin-1", prefix, shown, position,
                       encoding == ENCODING_ASCII ? 128 : 256);
}

static bool encode(Run *run, Str text, Encoding encoding, OnError on_error, Sink *out) {
    uint32_t limit = encoding == ENCODING_ASCII    ? 128
                     : encoding == ENCODING_LATIN1 ? 256
                                                   : 0x110000;
    size_t position = 0;
    for (size_t i = 0; i < text.len; position++) {
        size_t from = i;
        uint32_t cp = utf8_next(text, &i);
        bool surrogate = cp >= 0xd800 && cp <= 0xdfff;
        if (cp < limit && !surrogate) {
            sink_put(out, encoding == ENCODING_LATIN1 ? (Str){(char[]){(char)cp}, 1}
                                                      : str_sub(text, from, i));
        } else if (on_error == ON_ERROR_STRICT) {
            return cannot_encode(run, encoding, cp, position);
        } else if (on_error == ON_ERROR_REPLACE) {
            sink_char(out, '?');
        }
    }
    return true;
}

bool text_encode(Run *run, Value text, Value encoding, Value errors, Value *result) {
    Encoding e;
    OnError on_error;
    bool named = is_unbound(encoding) || is_str(run, encoding);
    if (named && !is_unbound(errors) && !is_str(run, errors)) {
        return raise_type_error(run, "encode() argument 'errors' must be str, not %.*s",
                                STR_ARG(argument_name(run, errors)));
    }
    if (!encoding_of(run, encoding, &e) || !on_error_of(run, errors, &on_error)) {
        return false;
    }
    Sink out = sink_memory(run->arena);
    if (!encode(run, str_text(text), e, on_error, &out)) {
        return false;
    }
    bool python2 = run->trace->python == 2;
    *result = python2 ? str_share(run, sink_str(&out)) : bytes_share(run, sink_str(&out));
    return true;
}

/* Why the bytes at `at` are no UTF-8, and how many of them belong together. */
static const char *utf8_fault(Str s, size_t at, size_t *n) {
    unsigned char c = (unsigned char)s.at[at];
    *n = 1;
    if (c < 0xc2 || c > 0xf4) {
        return "invalid start byte";
    }
    size_t length = c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
    while (*n < length && at + *n < s.len && ((unsigned char)s.at[at + *n] & 0xc0) == 0x80) {
        ++*n;
    }
    if (at + *n == s.len && *n < length) {
        return "unexpected end of data";
    }
    *n = 1;
    return "invalid continuation byte";
}

static bool cannot_decode(Run *run, Encoding encoding, Str s, size_t at) {
    unsigned byte = (unsigned char)s.at[at];
    const Type *type = run->exception.UnicodeDecodeError;
    if (encoding == ENCODING_ASCII) {
        return raise_error(run, type,
                           "'ascii' codec can't decode byte 0x%02x in position %zu: ordinal not in "
                           "range(128)",
                           byte, at);
    }
    size_t n;
    const char *why = utf8_fault(s, at, &n);
    if (n > 1) {
        return raise_error(run, type, "'utf-8' codec can't decode bytes in position %zu-%zu: %s",
                           at, at + n - 1, why);
    }
    return raise_error(run, type, "'utf-8' codec can't decode byte 0x%02x in position %zu: %s",
                       byte, at, why);
}

/* How many bytes at `at` are one good character; 0: none. */
static size_t good_bytes(Str s, size_t at, Encoding encoding) {
    if ((unsigned char)s.at[at] < 0x80 || encoding == ENCODING_LATIN1) {
        return 1;
    }
    if (encoding == ENCODING_ASCII) {
        return 0;
    }
    size_t bad;
    for (size_t n = 2; n <= 4 && at + n <= s.len; n++) {
        if (utf8_valid(str_sub(s, at, at + n), &bad)) {
            return n;
        }
    }
    return 0;
}

static bool decode(Run *run, Str s, Encoding encoding, OnError on_error, Sink *out) {
    for (size_t i = 0; i < s.len;) {
        size_t n = good_bytes(s, i, encoding);
        unsigned char c = (unsigned char)s.at[i];
        if (n == 0 && on_error == ON_ERROR_STRICT) {
            return cannot_decode(run, encoding, s, i);
        }
        if (n == 0) {
            sink_z(out, on_error == ON_ERROR_REPLACE ? "\xef\xbf\xbd" : "");
            encoding == ENCODING_UTF8 ? (void)utf8_fault(s, i, &n) : (void)(n = 1);
        } else if (encoding == ENCODING_LATIN1 && c >= 0x80) {
            char bytes[4];
            sink_put(out, (Str){bytes, utf8_put(bytes, c)});
        } else {
            sink_put(out, str_sub(s, i, i + n));
        }
        i += n;
    }
    return true;
}

bool bytes_decode(Run *run, Str bytes, Value encoding, Value errors, Value *result) {
    Encoding e;
    OnError on_error;
    if (!encoding_of(run, encoding, &e) || !on_error_of(run, errors, &on_error)) {
        return false;
    }
    Sink out = sink_memory(run->arena);
    if (!decode(run, bytes, e, on_error, &out)) {
        return false;
    }
    bool python2 = run->trace->python == 2;
    *result = python2 ? unicode_make(run, sink_str(&out)) : str_share(run, sink_str(&out));
    return true;
}

/* ---- slots ---- */

static bool bytes_repr_slot(Run *run, Value self, Value *result) {
    *result = str_share(run, bytes_repr(run->arena, bytes_text(self)));
    return true;
}

static void bytes_show(Sink *out, const Object *o, Moment m, int depth) {
    (void)m, (void)depth;
    Str text = ((const BytesObject *)o)->text;
    sink_char(out, 'b');
    text_show(out, text, true, false);
}

static bool bytes_truth(Run *run, Value self, bool *result) {
    (void)run;
    *result = bytes_text(self).len > 0;
    return true;
}

static bool bytes_length(Run *run, Value self, int64_t *result) {
    (void)run;
    *result = (int64_t)bytes_text(self).len;
    return true;
}

static bool bytes_hash(Run *run, Value self, int64_t *result) {
    (void)run;
    int64_t h = (int64_t)str_hash(bytes_text(self));
    *result = h == -1 ? -2 : h;
    return true;
}

static bool bytes_get_item(Run *run, Value self, Value key, Value *result) {
    Str s = bytes_text(self);
    int64_t i;
    if (!is_slice(run, key)) {
        if (!sequence_index(run, key, (int64_t)s.len, "byte", &i)) {
            return false;
        }
        *result = value_int((unsigned char)s.at[i]);
        return true;
    }
    SliceRange r;
    if (!slice_resolve(run, key, (int64_t)s.len, &r)) {
        return false;
    }
    char *at = arena_array(run->arena, (size_t)r.count + 1, 1);
    for (int64_t k = 0; k < r.count; k++) {
        at[k] = s.at[r.start + k * r.step];
    }
    *result = bytes_share(run, (Str){at, (size_t)r.count});
    return true;
}

static bool bytes_contains(Run *run, Value self, Value item, bool *result) {
    int64_t i;
    Value whole;
    Str s = bytes_text(self);
    if (is_bytes(run, item)) {
        *result = str_find(s, bytes_text(item), 0) >= 0;
        return true;
    }
    if (!whole_of(run, item, &whole)) {
        return raise_type_error(run, "a bytes-like object is required, not '%.*s'",
                                STR_ARG(type_name(run, item)));
    }
    if (!integer_of(run, whole, &i) || i < 0 || i > 255) {
        return raise_value_error(run, "byte must be in range(0, 256)");
    }
    *result = s.len && memchr(s.at, (int)i, s.len);
    return true;
}

static bool bytes_iter(Run *run, Value self, Value *result) {
    *result = value_object(iterator_make(run, run->type.bytes_iterator, self));
    return true;
}

static bool bytes_next(Run *run, Value self, Value *result, bool *done) {
    (void)run;
    IteratorObject *it = (IteratorObject *)self.as.object;
    Str s = bytes_text(it->source);
    *done = (size_t)it->at >= s.len;
    if (!*done) {
        *result = value_int((unsigned char)s.at[it->at++]);
    }
    return true;
}

static bool bytes_binary(Run *run, BinaryOperator op, Value self, Value other, bool reflected,
                         Value *result) {
    *result = run->not_implemented;
    bool is;
    int64_t n;
    Str s = bytes_text(self);
    if (op == BINARY_OPERATOR_MODULO && !reflected) {
        return refuse(run, NULL, "%% of bytes is not modelled");
    }
    if (op == BINARY_OPERATOR_ADD && is_bytes(run, other) && !reflected) {
        *result = bytes_share(run, str_join2(run->arena, s, bytes_text(other)));
    } else if (op == BINARY_OPERATOR_MULTIPLY) {
        if (!index_like(run, other, &is, &n) || !is) {
            return !is && !run->stopping && is_unbound(run->error);
        }
        size_t len;
        n = n < 0 ? 0 : n;
        len = __builtin_mul_overflow(s.len, (size_t)n, &len) ? SIZE_MAX : s.len * (size_t)n;
        char *at = arena_array(run->arena, len, 1);
        for (size_t i = 0; i < len; i += s.len) {
            memcpy(at + i, s.at, s.len);
        }
        *result = bytes_share(run, (Str){at, len});
    }
    return true;
}

static bool bytes_compare(Run *run, CompareOperator op, Value self, Value other, Value *result) {
    *result = run->not_implemented;
    if (!is_bytes(run, other)) {
        return true;
    }
    int c = str_cmp(bytes_text(self), bytes_text(other));
    switch (op) {
    case COMPARE_OPERATOR_LESS: *result = value_bool(c < 0); break;
    case COMPARE_OPERATOR_LESS_EQUAL: *result = value_bool(c <= 0); break;
    case COMPARE_OPERATOR_EQUAL: *result = value_bool(c == 0); break;
    case COMPARE_OPERATOR_NOT_EQUAL: *result = value_bool(c != 0); break;
    case COMPARE_OPERATOR_GREATER: *result = value_bool(c > 0); break;
    case COMPARE_OPERATOR_GREATER_EQUAL: *result = value_bool(c >= 0); break;
    case COMPARE_OPERATOR_IN:
    case COMPARE_OPERATOR_NOT_IN:
    case COMPARE_OPERATOR_IS:
    case COMPARE_OPERATOR_IS_NOT:
    case COMPARE_OPERATOR_COUNT: break;
    }
    return true;
}

/* ---- bytes(…) ---- */

static bool bytes_of_items(Run *run, Value v, Str *text) {
    Value *items;
    uint32_t n;
    if (!value_items(run, v, &items, &n)) {
        return false;
    }
    char *at = arena_array(run->arena, (size_t)n + 1, 1);
    for (uint32_t k = 0; k < n; k++) {
        int64_t i;
        if (!index_of(run, items[k], &i)) {
            return false;
        }
        if (i < 0 || i > 255) {
            return raise_value_error(run, "bytes must be in range(0, 256)");
        }
        at[k] = (char)i;
    }
    *text = (Str){at, n};
    return true;
}

static bool bytes_of_value(Run *run, Value v, Value encoding, Value errors, Str *text) {
    int64_t n;
    if (!is_unbound(encoding) && !is_str(run, encoding)) {
        return raise_type_error(run, "bytes() argument 'encoding' must be str, not %.*s",
                                STR_ARG(argument_name(run, encoding)));
    }
    if (is_str(run, v)) {
        Value encoded;
        if (is_unbound(encoding)) {
            return raise_type_error(run, "string argument without an encoding");
        }
        if (!text_encode(run, v, encoding, errors, &encoded)) {
            return false;
        }
        *text = bytes_text(encoded);
        return true;
    }
    if (!is_unbound(encoding)) {
        return raise_type_error(run, "encoding without a string argument");
    }
    if (is_bytes(run, v)) {
        *text = bytes_text(v);
        return true;
    }
    Value method, made;
    bool found = false;
    if (type_of(run, v)->heap &&
        !special_find(run, v, name_z(run->names, "__bytes__"), &found, &method)) {
        return false;
    }
    if (found) {
        bool ok = value_call_n(run, method, 0, NULL, &made);
        *text = ok && is_bytes(run, made) ? bytes_text(made) : STR("");
        return ok && (is_bytes(run, made) ||
                      raise_type_error(run, "__bytes__ returned non-bytes (type %.*s)",
                                       STR_ARG(type_name(run, made))));
    }
    Value whole;
    if (whole_of(run, v, &whole)) {
        if (!integer_of(run, whole, &n)) {
            return raise_error(run, run->exception.OverflowError,
                               "cannot fit 'int' into an index-sized integer");
        }
        if (n < 0) {
            return raise_value_error(run, "negative count");
        }
        *text = (Str){arena_array(run->arena, (size_t)n, 1), (size_t)n};
        return true;
    }
    if (!is_iterable(run, v)) {
        return raise_type_error(run, "cannot convert '%.*s' object to bytes",
                                STR_ARG(type_name(run, v)));
    }
    return bytes_of_items(run, v, text);
}

static bool bytes_new(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"bytes", 0, 3, {"source", "encoding", "errors"}};
    Value v[3];
    Str text = STR("");
    if (!take_args(run, args, &parameters, v)) {
        return false;
    }
    if (!is_unbound(v[0]) && !bytes_of_value(run, v[0], v[1], v[2], &text)) {
        return false;
    }
    *result = bytes_object(run, type, text);
    return true;
}

/* ---- methods ---- */

static bool bytes_decode_method(Run *run, const Value *args, Value *result) {
    return bytes_decode(run, bytes_text(args[0]), args[1], args[2], result);
}

static bool bytes_hex(Run *run, const Value *args, Value *result) {
    Str s = bytes_text(args[0]);
    Sink out = sink_memory(run->arena);
    for (size_t i = 0; i < s.len; i++) {
        sink_printf(&out, "%02x", (unsigned char)s.at[i]);
    }
    *result = str_share(run, sink_str(&out));
    return true;
}

static bool part_argument(Run *run, Value v, Str *part) {
    if (!is_bytes(run, v)) {
        return raise_type_error(run, "a bytes-like object is required, not '%.*s'",
                                STR_ARG(type_name(run, v)));
    }
    *part = bytes_text(v);
    return true;
}

static bool begins_or_ends(Run *run, const Value *args, bool ends, Value *result) {
    Str s = bytes_text(args[0]);
    bool tuple = is_tuple(run, args[1]), found = false;
    uint32_t n = tuple ? sequence_count(args[1]) : 1;
    for (uint32_t i = 0; i < n; i++) {
        Value v = tuple ? sequence_item(args[1], i) : args[1];
        if (!is_bytes(run, v)) {
            return raise_type_error(run, "%s first arg must be bytes or a tuple of bytes, not %.*s",
                                    ends ? "endswith" : "startswith", STR_ARG(type_name(run, v)));
        }
        found |= ends ? str_ends(s, bytes_text(v)) : str_starts(s, bytes_text(v));
    }
    *result = value_bool(found);
    return true;
}

static bool bytes_startswith(Run *run, const Value *args, Value *result) {
    return begins_or_ends(run, args, false, result);
}

static bool bytes_endswith(Run *run, const Value *args, Value *result) {
    return begins_or_ends(run, args, true, result);
}

static bool bytes_find(Run *run, const Value *args, Value *result) {
    Str part;
    if (!part_argument(run, args[1], &part)) {
        return false;
    }
    *result = value_int(str_find(bytes_text(args[0]), part, 0));
    return true;
}

static bool bytes_count(Run *run, const Value *args, Value *result) {
    Str s = bytes_text(args[0]), part;
    if (!part_argument(run, args[1], &part)) {
        return false;
    }
    int64_t n = 0;
    for (ptrdiff_t i = 0; part.len && (i = str_find(s, part, (size_t)i)) >= 0; n++) {
        i += (ptrdiff_t)part.len;
    }
    *result = value_int(part.len ? n : (int64_t)s.len + 1);
    return true;
}

static bool bytes_replace(Run *run, const Value *args, Value *result) {
    Str s = bytes_text(args[0]), old, with;
    if (!part_argument(run, args[1], &old) || !part_argument(run, args[2], &with)) {
        return false;
    }
    Sink out = sink_memory(run->arena);
    size_t from = 0;
    for (ptrdiff_t i; old.len && (i = str_find(s, old, from)) >= 0;) {
        sink_put(&out, str_sub(s, from, (size_t)i));
        sink_put(&out, with);
        from = (size_t)i + old.len;
    }
    sink_put(&out, str_sub(s, from, s.len));
    *result = bytes_share(run, sink_str(&out));
    return true;
}

static bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool bytes_split(Run *run, const Value *args, Value *result) {
    Str s = bytes_text(args[0]), sep;
    *result = list_make(run, 0, NULL);
    size_t from = 0;
    if (is_none(args[1])) {
        for (size_t i = 0; i <= s.len; i++) {
            if (i < s.len && !is_blank(s.at[i])) {
                continue;
            }
            if (i > from) {
                list_append(run, *result, bytes_share(run, str_sub(s, from, i)));
            }
            from = i + 1;
        }
        return true;
    }
    if (!part_argument(run, args[1], &sep)) {
        return false;
    }
    if (!sep.len) {
        return raise_value_error(run, "empty separator");
    }
    for (ptrdiff_t i; (i = str_find(s, sep, from)) >= 0; from = (size_t)i + sep.len) {
        list_append(run, *result, bytes_share(run, str_sub(s, from, (size_t)i)));
    }
    list_append(run, *result, bytes_share(run, str_sub(s, from, s.len)));
    return true;
}

static bool bytes_strip(Run *run, const Value *args, Value *result) {
    Str s = bytes_text(args[0]), set = STR(" \t\n\r\v\f");
    if (!is_none(args[1]) && !part_argument(run, args[1], &set)) {
        return false;
    }
    while (s.len && set.len && memchr(set.at, s.at[0], set.len)) {
        s = str_sub(s, 1, s.len);
    }
    while (s.len && set.len && memchr(set.at, s.at[s.len - 1], set.len)) {
        s.len--;
    }
    *result = bytes_share(run, s);
    return true;
}

static bool bytes_join(Run *run, const Value *args, Value *result) {
    Value *items;
    uint32_t n;
    if (!value_items(run, args[1], &items, &n)) {
        return false;
    }
    Sink out = sink_memory(run->arena);
    for (uint32_t i = 0; i < n; i++) {
        if (!is_bytes(run, items[i])) {
            return raise_type_error(run,
                                    "sequence item %u: expected a bytes-like object, %.*s found", i,
                                    STR_ARG(type_name(run, items[i])));
        }
        sink_put(&out, i ? bytes_text(args[0]) : STR(""));
        sink_put(&out, bytes_text(items[i]));
    }
    *result = bytes_share(run, sink_str(&out));
    return true;
}

static bool change_case(Run *run, const Value *args, char first, Value *result) {
    Str s = str_dup(run->arena, bytes_text(args[0]));
    char *at = (char *)(uintptr_t)s.at;
    for (size_t i = 0; i < s.len; i++) {
        at[i] = (char)(at[i] >= first && at[i] < first + 26 ? at[i] ^ 0x20 : at[i]);
    }
    *result = bytes_share(run, s);
    return true;
}

static bool bytes_lower(Run *run, const Value *args, Value *result) {
    return change_case(run, args, 'A', result);
}

static bool bytes_upper(Run *run, const Value *args, Value *result) {
    return change_case(run, args, 'a', result);
}

static const NativeSpec methods[] = {
    {.name = "decode", .signature = "self, /, encoding=?, errors=?", .fn = bytes_decode_method},
    {.name = "hex", .signature = "self, /, sep=?!, bytes_per_sep=1!", .fn = bytes_hex},
    {.name = "startswith", .signature = "self, prefix, /", .fn = bytes_startswith},
    {.name = "endswith", .signature = "self, suffix, /", .fn = bytes_endswith},
    {.name = "find", .signature = "self, sub, /", .fn = bytes_find},
    {.name = "count", .signature = "self, sub, /", .fn = bytes_count},
    {.name = "replace", .signature = "self, old, new, count=-1!, /", .fn = bytes_replace},
    {.name = "split", .signature = "self, /, sep=None, maxsplit=-1!", .fn = bytes_split},
    {.name = "strip", .signature = "self, bytes=None, /", .fn = bytes_strip},
    {.name = "join", .signature = "self, iterable, /", .fn = bytes_join},
    {.name = "lower", .signature = "self, /", .fn = bytes_lower},
    {.name = "upper", .signature = "self, /", .fn = bytes_upper},
    {.name = NULL},
};

void install_bytes(Run *run) {
    Type *t = run->type.bytes;
    t->size = sizeof(BytesObject);
    t->make = bytes_new;
    t->repr = bytes_repr_slot;
    t->truth = bytes_truth;
    t->hash = bytes_hash;
    t->length = bytes_length;
    t->get_item = bytes_get_item;
    t->contains = bytes_contains;
    t->iter = bytes_iter;
    t->binary = bytes_binary;
    t->compare = bytes_compare;
    t->head.show = bytes_show;
    run->type.bytes_iterator->next = bytes_next;
    type_add_methods(run, t, methods);
    install_bytes_text(run);
}
