/* text.c: str: making strings, and the slots of the type.
 *
 * Text is UTF-8 and never changes, so parts of a string share its bytes. Positions are code points;
 * where all bytes are ASCII (length == text.len) they are byte offsets too. */
#include <stdarg.h>
#include <string.h>

#include "base/utf8.h"
#include "run/format.h"
#include "run/install.h"
#include "run/kinds.h"
#include "run/machine.h"

#define SHOWN_CODE_POINTS 80 /* how much of a long string a reader of the trace sees */

/* ---- making ---- */

bool check_count(Run *run, int64_t n) {
    return (n >= 0 && n < UINT32_MAX) || refuse_budget(run, BUDGET_MEMORY);
}

static Value str_of_length(Run *run, const Type *type, Str text, uint32_t length) {
    size_t size = type->size > sizeof(StrObject) ? type->size : sizeof(StrObject);
    StrObject *s = object_make(run, type, size);
    s->text = text;
    s->hash = -1;
    s->length = length;
    s->unicode = is_subtype(type, run->type.unicode);
    return value_object(s);
}

static Value str_object(Run *run, const Type *type, Str text) {
    return str_of_length(run, type, text, (uint32_t)utf8_count(text));
}

Value str_share(Run *run, Str text) {
    return str_object(run, run->type.str, text);
}

Value str_make(Run *run, Str text) {
    return str_share(run, str_dup(run->arena, text));
}

Value unicode_make(Run *run, Str text) {
    return str_object(run, run->type.unicode, str_dup(run->arena, text));
}

Value str_like(Run *run, Value model, Str text) {
    bool unicode = is_str(run, model) && ((StrObject *)model.as.object)->unicode;
    return str_object(run, unicode ? run->type.unicode : run->type.str, text);
}

Value str_of_name(Run *run, Name name) {
    return str_share(run, name_str(name));
}

Value str_format(Run *run, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    size_t len = n > 0 ? (size_t)n : 0;
    char *at = arena_array(run->arena, len + 1, 1);
    vsnprintf(at, len + 1, format, again);
    va_end(again);
    return str_share(run, (Str){at, len});
}

bool is_str(const Run *run, Value v) {
    return is_exactly(v, run->type.str) ||
           (v.kind == VALUE_OBJECT && is_instance(run, v, run->type.str));
}

Str str_text(Value v) {
    return ((const StrObject *)v.as.object)->text;
}

bool text_of(Run *run, Value v, Str *text) {
    if (!is_str(run, v)) {
        return raise_type_error(run, "must be str, not %.*s", STR_ARG(type_name(run, v)));
    }
    *text = str_text(v);
    return true;
}

bool text_ascii(Str text) {
    for (size_t i = 0; i < text.len; i++) {
        if ((unsigned char)text.at[i] >= 0x80) {
            return false;
        }
    }
    return true;
}

/* ---- parts ---- */

static const StrObject *str_of_value(Value v) {
    return (const StrObject *)v.as.object;
}

static size_t offset_of(const StrObject *s, int64_t i) {
    return s->length == s->text.len ? (size_t)i : utf8_offset(s->text, (size_t)i);
}

Str text_at(const StrObject *s, int64_t i) {
    size_t from = offset_of(s, i);
    size_t to = from;
    utf8_next(s->text, &to);
    return str_sub(s->text, from, to);
}

Str text_slice(const StrObject *s, int64_t from, int64_t to) {
    if (from >= to) {
        return (Str){"", 0};
    }
    return str_sub(s->text, offset_of(s, from), offset_of(s, to));
}

static bool str_slice(Run *run, Value self, Value key, Value *result) {
    const StrObject *s = str_of_value(self);
    SliceRange r;
    if (!slice_resolve(run, key, s->length, &r)) {
        return false;
    }
    if (r.step == 1) {
        *result = str_like(run, self, text_slice(s, r.start, r.start + r.count));
        return true;
    }
    Sink out = sink_memory(run->arena);
    for (int64_t k = 0; k < r.count; k++) {
        sink_put(&out, text_at(s, r.start + k * r.step));
    }
    *result = str_like(run, self, sink_str(&out));
    return true;
}

static bool str_get_item(Run *run, Value self, Value key, Value *result) {
    const StrObject *s = str_of_value(self);
    int64_t i;
    if (is_slice(run, key)) {
        return str_slice(run, self, key, result);
    }
    if (!sequence_index(run, key, s->length, "string", &i)) {
        return false;
    }
    *result = str_like(run, self, text_at(s, i));
    return true;
}

/* ---- repr ---- */

static void put_escape(Sink *out, uint32_t cp) {
    if (cp < 0x100) {
        sink_printf(out, "\\x%02x", (unsigned)cp);
    } else if (cp < 0x10000) {
        sink_printf(out, "\\u%04x", (unsigned)cp);
    } else {
        sink_printf(out, "\\U%08x", (unsigned)cp);
    }
}

Str text_ascii_only(Arena *a, Str text) {
    Sink out = sink_memory(a);
    for (size_t i = 0; i < text.len;) {
        uint32_t cp = utf8_next(text, &i);
        cp < 0x80 ? sink_char(&out, (char)cp) : put_escape(&out, cp);
    }
    return sink_str(&out);
}

static void put_ascii(Sink *out, char c, char quote) {
    if (c == '\\' || c == quote) {
        sink_char(out, '\\');
        sink_char(out, c);
    } else if (c == '\n' || c == '\r' || c == '\t') {
        sink_z(out, c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t");
    } else if (c < 0x20 || c == 0x7f) {
        put_escape(out, (unsigned char)c);
    } else {
        sink_char(out, c);
    }
}

static char quote_of(Str text) {
    bool single = text.len && memchr(text.at, '\'', text.len);
    bool twice = text.len && memchr(text.at, '"', text.len);
    return single && !twice ? '"' : '\'';
}

/* Everything between the quotes. ascii: other characters are escaped; bytes: each byte by itself.
 */
static void put_escaped(Sink *out, Str text, bool ascii, bool bytes) {
    char quote = quote_of(text);
    sink_char(out, quote);
    for (size_t i = 0; i < text.len;) {
        unsigned char c = (unsigned char)text.at[i];
        if (c < 0x80 || bytes) {
            i++;
            c < 0x80 ? put_ascii(out, (char)c, quote) : put_escape(out, c);
            continue;
        }
        size_t from = i;
        uint32_t cp = utf8_next(text, &i);
        if (ascii || !cp_is_printable(cp)) {
            put_escape(out, cp);
        } else {
            sink_put(out, str_sub(text, from, i));
        }
    }
    sink_char(out, quote);
}

static void put_repr(Sink *out, Str text, bool python2, bool unicode) {
    if (unicode && python2) {
        sink_char(out, 'u');
    }
    put_escaped(out, text, python2, python2 && !unicode);
}

Str text_repr(Arena *a, Str text, bool python2, bool unicode) {
    Sink out = sink_memory(a);
    put_repr(&out, text, python2, unicode);
    return sink_str(&out);
}

Str bytes_repr(Arena *a, Str text) {
    Sink out = sink_memory(a);
    sink_char(&out, 'b');
    put_escaped(&out, text, true, true);
    return sink_str(&out);
}

void text_show(Sink *out, Str text, bool python2, bool unicode) {
    size_t end = utf8_offset(text, SHOWN_CODE_POINTS);
    put_repr(out, str_sub(text, 0, end), python2, unicode);
    if (end < text.len) {
        sink_z(out, "...");
    }
}

static bool str_repr(Run *run, Value self, Value *result) {
    const StrObject *s = str_of_value(self);
    *result = str_share(run, text_repr(run->arena, s->text, run->trace->python == 2, s->unicode));
    return true;
}

static bool str_str(Run *run, Value self, Value *result) {
    bool exact = is_exactly(self, run->type.str) || is_exactly(self, run->type.unicode);
    *result = exact ? self : str_like(run, self, str_text(self));
    return true;
}

static void str_show(Sink *out, const Object *o, Moment m, int depth) {
    (void)m, (void)depth;
    const StrObject *s = (const StrObject *)o;
    text_show(out, s->text, s->unicode, s->unicode);
}

/* ---- the other slots ---- */

static bool str_truth(Run *run, Value self, bool *result) {
    (void)run;
    *result = str_text(self).len > 0;
    return true;
}

static bool str_length(Run *run, Value self, int64_t *result) {
    (void)run;
    *result = str_of_value(self)->length;
    return true;
}

static bool str_hash_slot(Run *run, Value self, int64_t *result) {
    (void)run;
    StrObject *s = (StrObject *)self.as.object;
    if (s->hash == -1) {
        int64_t h = (int64_t)str_hash(s->text);
        s->hash = h == -1 ? -2 : h;
    }
    *result = s->hash;
    return true;
}

static bool str_contains(Run *run, Value self, Value item, bool *result) {
    if (!is_str(run, item)) {
        return raise_type_error(run, "'in <string>' requires string as left operand, not %.*s",
                                STR_ARG(type_name(run, item)));
    }
    *result = str_find(str_text(self), str_text(item), 0) >= 0;
    return true;
}

static bool str_iter(Run *run, Value self, Value *result) {
    *result = value_object(iterator_make(run, run->type.str_iterator, self));
    return true;
}

/* `at` is a byte offset. */
static bool str_next(Run *run, Value self, Value *result, bool *done) {
    IteratorObject *it = (IteratorObject *)self.as.object;
    *done = is_unbound(it->source) || (size_t)it->at >= str_text(it->source).len;
    if (*done) {
        it->source = value_unbound();
        return true;
    }
    Str text = str_text(it->source);
    size_t from = (size_t)it->at, to = from;
    utf8_next(text, &to);
    it->at = (int64_t)to;
    *result = str_like(run, it->source, str_sub(text, from, to));
    return true;
}

static bool str_repeat(Run *run, Value self, int64_t n, Value *result) {
    Str text = str_text(self);
    size_t len;
    if (n <= 0 || text.len == 0) {
        *result = str_like(run, self, STR(""));
        return true;
    }
    if (__builtin_mul_overflow(text.len, (size_t)n, &len)) {
        len = SIZE_MAX;
    }
    char *at = arena_array(run->arena, len, 1);
    for (size_t i = 0; i < len; i += text.len) {
        memcpy(at + i, text.at, text.len);
    }
    *result = str_like(run, self, (Str){at, len});
    return true;
}

static bool str_binary(Run *run, BinaryOperator op, Value self, Value other, bool reflected,
                       Value *result) {
    *result = run->not_implemented;
    bool is;
    int64_t n;
    if (op == BINARY_OPERATOR_MODULO && !reflected) {
        return text_percent(run, self, other, result);
    }
    if (op == BINARY_OPERATOR_ADD && is_str(run, other) && !reflected) {
        const StrObject *a = str_of_value(self), *b = str_of_value(other);
        const Type *type = a->unicode || b->unicode ? run->type.unicode : run->type.str;
        *result =
            str_of_length(run, type, text_append(run, a->text, b->text), a->length + b->length);
        return true;
    }
    if (op == BINARY_OPERATOR_MULTIPLY) {
        if (!index_like(run, other, &is, &n)) {
            return false;
        }
        return !is || str_repeat(run, self, n, result);
    }
    return true;
}

static bool str_compare(Run *run, CompareOperator op, Value self, Value other, Value *result) {
    *result = run->not_implemented;
    if (!is_str(run, other)) {
        return true;
    }
    if (op == COMPARE_OPERATOR_EQUAL || op == COMPARE_OPERATOR_NOT_EQUAL) {
        bool equal = str_eq(str_text(self), str_text(other));
        *result = value_bool(equal == (op == COMPARE_OPERATOR_EQUAL));
        return true;
    }
    int c = str_cmp(str_text(self), str_text(other));
    switch (op) {
    case COMPARE_OPERATOR_LESS: *result = value_bool(c < 0); break;
    case COMPARE_OPERATOR_LESS_EQUAL: *result = value_bool(c <= 0); break;
    case COMPARE_OPERATOR_GREATER: *result = value_bool(c > 0); break;
    case COMPARE_OPERATOR_GREATER_EQUAL: *result = value_bool(c >= 0); break;
    case COMPARE_OPERATOR_EQUAL:
    case COMPARE_OPERATOR_NOT_EQUAL:
    case COMPARE_OPERATOR_IN:
    case COMPARE_OPERATOR_NOT_IN:
    case COMPARE_OPERATOR_IS:
    case COMPARE_OPERATOR_IS_NOT:
    case COMPARE_OPERATOR_COUNT: break;
    }
    return true;
}

/* ---- str(…) ---- */

/* str(v); or unicode(v), which asks __unicode__ first. */
static bool text_of_object(Run *run, const Type *type, Value v, Str *text) {
    Value method, made;
    bool found = false;
    if (type == run->type.unicode && type_of(run, v)->heap &&
        !special_find(run, v, name_z(run->names, "__unicode__"), &found, &method)) {
        return false;
    }
    return found ? value_call_n(run, method, 0, NULL, &made) && text_of(run, made, text)
                 : value_str(run, v, text);
}

static bool str_new(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"str", 0, 3, {"object", "encoding", "errors"}};
    Value v[3];
    Str text = STR("");
    if (!take_args(run, args, &parameters, v)) {
        return false;
    }
    if (is_unbound(v[0])) {
        *result = str_object(run, type, text);
        return true;
    }
    if (is_unbound(v[1]) && is_unbound(v[2])) {
        if (is_exactly(v[0], type)) {
            *result = v[0];
            return true;
        }
        if (!text_of_object(run, type, v[0], &text)) {
            return false;
        }
        *result = str_object(run, type, text);
        return true;
    }
    for (int i = 1; i < 3; i++) {
        if (!is_unbound(v[i]) && !is_str(run, v[i])) {
            return raise_type_error(run, "str() argument '%s' must be str, not %.*s",
                                    parameters.names[i], STR_ARG(argument_name(run, v[i])));
        }
    }
    if (!is_bytes(run, v[0]) && !(run->trace->python == 2 && is_str(run, v[0]))) {
        return is_str(run, v[0])
                   ? raise_type_error(run, "decoding str is not supported")
                   : raise_type_error(run, "decoding to str: need a bytes-like object, %.*s found",
                                      STR_ARG(type_name(run, v[0])));
    }
    Str bytes = is_bytes(run, v[0]) ? bytes_text(v[0]) : str_text(v[0]);
    if (!bytes_decode(run, bytes, v[1], v[2], result)) {
        return false;
    }
    *result = str_object(run, type, str_text(*result));
    return true;
}

void install_text(Run *run) {
    Type *t = run->type.str;
    t->size = sizeof(StrObject);
    t->make = str_new;
    t->repr = str_repr;
    t->str = str_str;
    t->truth = str_truth;
    t->hash = str_hash_slot;
    t->length = str_length;
    t->get_item = str_get_item;
    t->contains = str_contains;
    t->iter = str_iter;
    t->binary = str_binary;
    t->compare = str_compare;
    t->head.show = str_show;
    run->type.unicode->head.show = str_show;
    run->type.unicode->size = sizeof(StrObject);
    run->type.str_iterator->next = str_next;
    install_text_methods(run);
    install_text_split(run);
    install_bytes(run);
    install_format(run);
}
