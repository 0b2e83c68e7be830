#include "lang/literal.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "lang/chars.h"

/* ---- numbers ---- */

/* The digits of text without underscores. */
static Str without_underscores(Arena *a, Str text) {
    if (!memchr(text.at, '_', text.len)) {
        return text;
    }
    char *digits = arena_alloc(a, text.len);
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] != '_') {
            digits[n++] = text.at[i];
        }
    }
    return (Str){digits, n};
}

/* The base of an integer literal; *text loses its prefix. */
static int take_base(Str *text, int python) {
    if (text->len < 2 || text->at[0] != '0') {
        return 10;
    }
    char letter = (char)(text->at[1] | 0x20);
    int base = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
    *text = base ? str_sub(*text, 2, text->len) : *text;
    return base ? base : python == 2 ? 8 : 10;
}

/* Keeps the digits, in their base. */
static bool big_integer(Arena *a, Str digits, int base, Constant *value) {
    while (digits.len > 1 && digits.at[0] == '0') {
        digits = str_sub(digits, 1, digits.len);
    }
    if (base == 10 && digits.len > LITERAL_DIGITS) {
        return false;
    }
    const char *prefix = base == 16 ? "0x" : base == 8 ? "0" : base == 2 ? "0b" : "";
    value->kind = CONSTANT_BIG_INT;
    value->text = base == 10 ? digits : str_join2(a, str_of(prefix), digits);
    return true;
}

/* Python 2's long (with an L) is kept like what 64 bits do not hold. */
static bool integer(Arena *a, Str text, int python, bool is_long, Constant *value) {
    int base = take_base(&text, python);
    int64_t total = 0;
    if (is_long) {
        return big_integer(a, text, base, value);
    }
    for (size_t i = 0; i < text.len; i++) {
        int digit = char_hex((unsigned char)text.at[i]);
        if (__builtin_mul_overflow(total, base, &total) ||
            __builtin_add_overflow(total, digit, &total)) {
            return big_integer(a, text, base, value);
        }
    }
    value->kind = CONSTANT_INT;
    value->integer = total;
    return true;
}

/* strtod wants the decimal point of the locale and a NUL behind. */
static double real_of(Arena *a, Str text) {
    const char *point = localeconv()->decimal_point;
    Sink out = sink_memory(a);
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '.') {
            sink_z(&out, point);
        } else {
            sink_char(&out, text.at[i]);
        }
    }
    sink_char(&out, '\0');
    return strtod(out.text, NULL);
}

static bool is_based(Str text) {
    return text.len > 1 && text.at[0] == '0' && strchr("xXoObB", text.at[1]);
}

bool literal_number(Arena *a, Str text, int python, Constant *value) {
    memset(value, 0, sizeof *value);
    text = without_underscores(a, text);
    char last = (char)(text.at[text.len - 1] | 0x20);
    bool imaginary = !is_based(text) && last == 'j';
    if (imaginary || last == 'l') {
        text.len--;
    }
    bool real = imaginary || (!is_based(text) &&
                              (memchr(text.at, '.', text.len) || memchr(text.at, 'e', text.len) ||
                               memchr(text.at, 'E', text.len)));
    if (!real) {
        return integer(a, text, python, last == 'l', value);
    }
    value->kind = imaginary ? CONSTANT_IMAGINARY : CONSTANT_FLOAT;
    value->real = real_of(a, text);
    return true;
}

static bool negate_big(Arena *a, const Constant *of, Constant *negative) {
    if (of->text.at[0] == '-') {
        return false;
    }
    if (str_is(of->text, "9223372036854775808")) {
        *negative = (Constant){.kind = CONSTANT_INT, .integer = INT64_MIN};
        return true;
    }
    negative->text = str_join2(a, STR("-"), of->text);
    return true;
}

bool literal_negate(Arena *a, const Constant *of, Constant *negative) {
    *negative = *of;
    switch (of->kind) {
    case CONSTANT_INT: negative->integer = -of->integer; return true;
    case CONSTANT_BIG_INT: return negate_big(a, of, negative);
    case CONSTANT_FLOAT: negative->real = -of->real; return true;
    case CONSTANT_NONE:
    case CONSTANT_ELLIPSIS:
    case CONSTANT_BOOL:
    case CONSTANT_IMAGINARY:
    case CONSTANT_STR:
    case CONSTANT_BYTES:
    case CONSTANT_TUPLE:
    case CONSTANT_CODE: break;
    }
    return false;
}

/* ---- strings ---- */

/* A piece of a literal on its way to text. */
typedef struct Piece {
    Diags *diags;
    const char *text; /* the source's */
    uint32_t at, end; /* what is left */
    bool points;      /* \u and \U are escapes */
    bool bytes;       /* \xNN is a byte, else a code point */
    bool raw;         /* only \u and \U count (Python 2's ur'') */
    Sink out;
} Piece;

static void bad_escape(Piece *p, uint32_t start, const char *message, const char *hint) {
    if (p->diags) {
        diags_add(p->diags, SEVERITY_ERROR, (Span){start, p->at}, str_of(message), str_of(hint));
    }
}

static void put_point(Piece *p, uint32_t cp) {
    char bytes[4];
    if (p->bytes) {
        sink_char(&p->out, (char)cp);
    } else {
        sink_put(&p->out, (Str){bytes, utf8_put(bytes, cp)});
    }
}

/* \x, \u, \U: exactly `digits` hexadecimal digits; p->at is behind the letter. */
static void put_hex(Piece *p, int digits) {
    uint32_t start = p->at - 2, cp = 0;
    for (int i = 0; i < digits; i++) {
        int digit = p->at < p->end ? char_hex((unsigned char)p->text[p->at]) : -1;
        if (digit < 0) {
            bad_escape(
                p, start,
                digits == 2   ? _("truncated \\xXX escape")
                : digits == 4 ? _("truncated \\uXXXX escape")
                              : _("truncated \\UXXXXXXXX escape"),
                _("a backslash itself is written \\\\; for a path write r'C:\\...' or 'C:/...'"));
            return;
        }
        cp = cp << 4 | (uint32_t)digit;
        p->at++;
    }
    if (cp > 0x10ffff) {
        bad_escape(p, start, _("illegal Unicode character"), _("the last one is \\U0010ffff"));
        return;
    }
    put_point(p, cp);
}

static void put_octal(Piece *p) {
    uint32_t cp = 0;
    for (int i = 0; i < 3 && p->at < p->end && (p->text[p->at] & 0xf8) == '0'; i++) {
        cp = cp * 8 + (uint32_t)(p->text[p->at++] - '0');
    }
    put_point(p, p->bytes ? cp & 0xff : cp);
}

/* The character that a one-letter escape stands for, or 0. */
static char simple_escape(char c) {
    switch (c) {
    case '\\': return '\\';
    case '\'': return '\'';
    case '"': return '"';
    case 'a': return '\a';
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'v': return '\v';
    default: return 0;
    }
}

/* An escape; p->at is at its backslash. What is no escape stays as it is written. */
static void put_escape(Piece *p) {
    uint32_t start = p->at;
    char c = start + 1 < p->end ? p->text[start + 1] : 0;
    char simple = p->raw ? 0 : simple_escape(c);
    p->at += 2;
    if (simple) {
        sink_char(&p->out, simple);
    } else if (p->points && (c == 'u' || c == 'U')) {
        put_hex(p, c == 'u' ? 4 : 8);
    } else if (p->raw && c == '\\') {
        sink_put(&p->out, STR("\\\\")); /* \\u is no escape */
    } else if (p->raw || c == 0) {
        p->at = start + 1;
        sink_char(&p->out, '\\');
    } else if (c == 'x') {
        put_hex(p, 2);
    } else if ((c & 0xf8) == '0') {
        p->at--;
        put_octal(p);
    } else if (p->points && c == 'N') {
        bad_escape(p, start, _("characters by name, \\N{...}, are not modelled"),
                   _("write the character itself, or its number as \\uXXXX"));
    } else if (c != '\n') {
        p->at = start + 1;
        sink_char(&p->out, '\\');
    }
}

static Str unescape(Arena *a, Piece *p) {
    p->out = sink_memory(a);
    while (p->at < p->end) {
        const char *start = p->text + p->at;
        const char *next = memchr(start, '\\', p->end - p->at);
        size_t len = next ? (size_t)(next - start) : p->end - p->at;
        sink_put(&p->out, (Str){start, len});
        p->at += (uint32_t)len;
        if (next) {
            put_escape(p);
        }
    }
    return sink_str(&p->out);
}

static void check_ascii(Diags *diags, const char *text, Span span) {
    for (uint32_t i = span.start; diags && i < span.end; i++) {
        if ((unsigned char)text[i] >= 0x80) {
            diags_add(diags, SEVERITY_ERROR, span,
                      str_of(_("bytes can only contain ASCII literal characters")),
                      str_of(_("write '...'.encode('utf-8') for text, or \\xNN for a byte")));
            return;
        }
    }
}

/* Python 2's plain strings hold bytes. Those that make up UTF-8 are kept; in other strings an
 * escaped byte becomes the character of its number, because all text here is UTF-8. */
static Str text2(Arena *a, Piece *p) {
    Piece again = *p;
    size_t bad;
    p->bytes = true;
    Str text = unescape(a, p);
    if (utf8_valid(text, &bad)) {
        return text;
    }
    again.diags = NULL;
    return unescape(a, &again);
}

Str literal_text(Arena *a, Diags *diags, StringParts parts, Span span, int python) {
    const char *text = diags->source->text.at;
    bool bytes = parts.bytes && python != 2;
    if (bytes) {
        check_ascii(diags, text, span);
    }
    Piece p = {.diags = diags, .text = text, .at = span.start, .end = span.end};
    p.points = python == 2 ? parts.unicode : !bytes;
    p.raw = parts.raw;
    p.bytes = bytes;
    bool escapes = memchr(text + span.start, '\\', span.end - span.start) != NULL;
    if (!escapes || (parts.raw && !(python == 2 && parts.unicode))) {
        return (Str){text + span.start, span.end - span.start};
    }
    return python == 2 && !parts.unicode ? text2(a, &p) : unescape(a, &p);
}
