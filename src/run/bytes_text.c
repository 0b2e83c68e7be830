/* bytes_text.c: methods of bytes that are those of str, for letters of ASCII: the bytes become a
 * text, the method of str is called, and texts become bytes again. Bytes that str would take for
 * letters or blanks, and bytes does not, become characters of no kind (U+F780 and on). */
#include <string.h>

#include "base/utf8.h"
#include "run/kinds.h"

#define PRIVATE_FIRST 0xf700u /* + the byte */

typedef struct TextMethod {
    const char *name;
    bool lines; /* \v and \f end no line of bytes */
} TextMethod;

static bool is_private(unsigned char c, bool lines) {
    return c >= 0x80 || (c >= 0x1c && c <= 0x1f) || (lines && (c == 0x0b || c == 0x0c));
}

static Value text_of_bytes(Run *run, Str s, bool lines) {
    Sink out = sink_memory(run->arena);
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.at[i];
        char bytes[4];
        if (is_private(c, lines)) {
            sink_put(&out, (Str){bytes, utf8_put(bytes, PRIVATE_FIRST + c)});
        } else {
            sink_char(&out, (char)c);
        }
    }
    return str_share(run, sink_str(&out));
}

static Value bytes_of_text(Run *run, Str s) {
    Sink out = sink_memory(run->arena);
    for (size_t i = 0; i < s.len;) {
        uint32_t cp = utf8_next(s, &i);
        sink_char(&out, (char)(cp >= PRIVATE_FIRST ? cp - PRIVATE_FIRST : cp));
    }
    return bytes_make(run, sink_str(&out));
}

/* Of a result: texts, and texts in a list or tuple. */
static Value back(Run *run, Value v) {
    if (is_str(run, v)) {
        return bytes_of_text(run, str_text(v));
    }
    if (!is_sequence(run, v)) {
        return v;
    }
    uint32_t n = sequence_count(v);
    Value *items = ARENA_ARRAY(run->arena, n + 1, Value);
    for (uint32_t i = 0; i < n; i++) {
        items[i] = back(run, sequence_item(v, i));
    }
    return is_list(run, v) ? list_make(run, n, items) : tuple_make(run, n, items);
}

static bool argument(Run *run, Value v, bool lines, Value *text) {
    *text = is_bytes(run, v) ? text_of_bytes(run, bytes_text(v), lines) : v;
    return !is_str(run, v) || raise_type_error(run, "a bytes-like object is required, not 'str'");
}

/* args: self, a tuple of the others, a dict of keywords */
static bool call_text(Run *run, const void *row, const Value *args, Value *result) {
    const TextMethod *m = row;
    uint32_t n = sequence_count(args[1]), k = 0;
    const DictObject *d = (const DictObject *)args[2].as.object;
    Value *all = ARENA_ARRAY(run->arena, n + d->nentries + 1, Value), method;
    Name *names = ARENA_ARRAY(run->arena, d->nentries + 1, Name);
    for (uint32_t i = 0; i < n; i++) {
        if (!argument(run, sequence_item(args[1], i), m->lines, &all[i])) {
            return false;
        }
    }
    for (; k < d->nentries; k++) {
        names[k] = name_of(run->names, str_text(d->entries[k].key));
        if (!argument(run, cell_get(&d->entries[k].value), m->lines, &all[n + k])) {
            return false;
        }
    }
    Value self = text_of_bytes(run, bytes_text(args[0]), m->lines);
    Args call = {all, n, k, names};
    if (!value_get_attr(run, self, name_z(run->names, m->name), &method) ||
        !value_call(run, method, &call, result)) {
        return false;
    }
    *result = back(run, *result);
    return true;
}

#define METHOD(NAME, LINES)                                                                        \
    {                                                                                              \
        .name = NAME, .signature = "self, /, *args, **kwargs", .fn_row = call_text,                \
        .row = &(const TextMethod) {                                                               \
            NAME, LINES                                                                            \
        }                                                                                          \
    }

static bool bytes_isascii(Run *run, const Value *args, Value *result) {
    (void)run;
    Str s = bytes_text(args[0]);
    bool ascii = true;
    for (size_t i = 0; i < s.len; i++) {
        ascii &= (unsigned char)s.at[i] < 0x80;
    }
    *result = value_bool(ascii);
    return true;
}

static const NativeSpec methods[] = {
    METHOD("capitalize", false),
    METHOD("center", false),
    METHOD("expandtabs", false),
    METHOD("isalnum", false),
    METHOD("isalpha", false),
    METHOD("isdigit", false),
    METHOD("islower", false),
    METHOD("isspace", false),
    METHOD("istitle", false),
    METHOD("isupper", false),
    METHOD("ljust", false),
    METHOD("lstrip", false),
    METHOD("partition", false),
    METHOD("rjust", false),
    METHOD("rpartition", false),
    METHOD("rsplit", false),
    METHOD("rstrip", false),
    METHOD("splitlines", true),
    METHOD("swapcase", false),
    METHOD("title", false),
    METHOD("zfill", false),
    METHOD("index", false),
    METHOD("rfind", false),
    METHOD("rindex", false),
    {.name = "isascii", .signature = "self, /", .fn = bytes_isascii},
    {.name = NULL},
};

static int digit_of(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

static bool bytes_fromhex(Run *run, const Value *args, Value *result) {
    Str s;
    Sink out = sink_memory(run->arena);
    if (!text_of(run, args[0], &s)) {
        return false;
    }
    for (size_t i = 0; i < s.len;) {
        if (strchr(" \t\n\r\v\f", s.at[i])) {
            i++;
            continue;
        }
        int high = digit_of(s.at[i]), low = i + 1 < s.len ? digit_of(s.at[i + 1]) : -1;
        if (high < 0 || low < 0) {
            return raise_value_error(
                run, "non-hexadecimal number found in fromhex() arg at position %zu",
                utf8_count(str_sub(s, 0, high < 0 ? i : i + 1)));
        }
        sink_char(&out, (char)(high << 4 | low));
        i += 2;
    }
    *result = bytes_make(run, sink_str(&out));
    return true;
}

static const NativeSpec fromhex = {
    .name = "fromhex", .signature = "string, /", .fn = bytes_fromhex};

void install_bytes_text(Run *run) {
    type_add_methods(run, run->type.bytes, methods);
    members_set(run, &run->type.bytes->members, NULL, name_z(run->names, "fromhex"),
                native_make(run, &fromhex, value_unbound()));
}
