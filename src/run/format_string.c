/* format_string.c: str.format: literal text, and fields {name.attribute[key]!conversion:spec}. */
#include <string.h>

#include "base/utf8.h"
#include "run/kinds.h"
#include "run/machine.h"

typedef enum Numbering { NUMBERING_UNKNOWN, NUMBERING_AUTOMATIC, NUMBERING_MANUAL } Numbering;

typedef struct Formatter {
    Run *run;
    Value args;   /* tuple, or unbound: format_map */
    Value kwargs; /* dict or another mapping */
    int64_t next; /* number of the next field without a name */
    Numbering numbering;
    Sink out;
} Formatter;

typedef struct Field {
    Str name;
    uint32_t conversion; /* 0: none */
    Str spec;
    bool nested; /* the spec has fields of its own */
} Field;

static bool format_into(Formatter *f, Str format, int depth);

/* ---- reading a field ---- */

/* Skips the field's name; *end is the character behind it, which *at is behind. */
static bool read_name(Run *run, Str s, size_t *at, Str *name, char *end) {
    size_t from = *at;
    while (*at < s.len) {
        char c = s.at[(*at)++];
        if (c == '{') {
            return raise_value_error(run, "unexpected '{' in field name");
        }
        if (c == '[') {
            while (*at < s.len && s.at[*at] != ']') {
                ++*at;
            }
        }
        if (c == '}' || c == ':' || c == '!') {
            *name = str_sub(s, from, *at - 1);
            *end = c;
            return true;
        }
    }
    return raise_value_error(run, "expected '}' before end of string");
}

static bool read_conversion(Run *run, Str s, size_t *at, Field *field, bool *done) {
    if (*at == s.len) {
        return raise_value_error(run, "end of string while looking for conversion specifier");
    }
    field->conversion = utf8_next(s, at);
    *done = false;
    if (*at < s.len) {
        char c = s.at[(*at)++];
        *done = c == '}';
        if (!*done && c != ':') {
            return raise_value_error(run, "expected ':' after conversion specifier");
        }
    }
    return true;
}

static bool read_spec(Run *run, Str s, size_t *at, Field *field) {
    size_t from = *at;
    int open = 1;
    while (*at < s.len) {
        char c = s.at[(*at)++];
        if (c == '{') {
            field->nested = true;
            open++;
        } else if (c == '}' && --open == 0) {
            field->spec = str_sub(s, from, *at - 1);
            return true;
        }
    }
    return raise_value_error(run, "unmatched '{' in format spec");
}

static bool read_field(Run *run, Str s, size_t *at, Field *field) {
    char end = 0;
    bool done = false;
    *field = (Field){.spec = STR("")};
    if (!read_name(run, s, at, &field->name, &end)) {
        return false;
    }
    if (end == '}') {
        return true;
    }
    if (end == '!' && (!read_conversion(run, s, at, field, &done) || done)) {
        return done;
    }
    return read_spec(run, s, at, field);
}

/* ---- finding the value ---- */

/* Is it a number without a sign? Then *n is it; what is too large counts as too large an index. */
static bool is_number(Str s, int64_t *n) {
    *n = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] < '0' || s.at[i] > '9') {
            return false;
        }
        *n = *n > INT32_MAX ? *n : *n * 10 + (s.at[i] - '0');
    }
    return s.len > 0;
}

static bool check_numbering(Formatter *f, Numbering wanted) {
    if (f->numbering != NUMBERING_UNKNOWN && f->numbering != wanted) {
        const char *texts[] = {"manual field specification", "automatic field numbering"};
        bool automatic = f->numbering == NUMBERING_AUTOMATIC;
        return raise_value_error(f->run, "cannot switch from %s to %s", texts[automatic],
                                 texts[!automatic]);
    }
    f->numbering = wanted;
    return true;
}

static bool positional(Formatter *f, int64_t i, Value *v) {
    if (is_unbound(f->args)) {
        return raise_value_error(f->run, "Format string contains positional fields");
    }
    if (i >= sequence_count(f->args)) {
        if (f->run->trace->python == 2) {
            return raise_error(f->run, f->run->exception.IndexError, "tuple index out of range");
        }
        return raise_error(f->run, f->run->exception.IndexError,
                           "Replacement index %lld out of range for positional args tuple",
                           (long long)i);
    }
    *v = sequence_item(f->args, (uint32_t)i);
    return true;
}

static bool first_value(Formatter *f, Str name, Value *v) {
    int64_t i;
    if (!name.len) {
        return check_numbering(f, NUMBERING_AUTOMATIC) && positional(f, f->next++, v);
    }
    if (is_number(name, &i)) {
        return check_numbering(f, NUMBERING_MANUAL) && positional(f, i, v);
    }
    return value_get_item(f->run, f->kwargs, str_make(f->run, name), v);
}

/* One step: ".attribute" or "[key]" at *at. */
static bool follow(Run *run, Str name, size_t *at, Value *v) {
    bool dot = name.at[*at] == '.';
    size_t from = ++*at;
    if (dot) {
        while (*at < name.len && name.at[*at] != '.' && name.at[*at] != '[') {
            ++*at;
        }
    } else {
        while (*at < name.len && name.at[*at] != ']') {
            ++*at;
        }
        if (*at == name.len) {
            return raise_value_error(run, "Missing ']' in format string");
        }
    }
    Str part = str_sub(name, from, *at);
    if (!part.len) {
        return raise_value_error(run, "Empty attribute in format string");
    }
    if (dot) {
        return value_get_attr(run, *v, name_of(run->names, part), v);
    }
    ++*at;
    int64_t i;
    Value key = is_number(part, &i) ? value_int(i) : str_make(run, part);
    if (!value_get_item(run, *v, key, v)) {
        return false;
    }
    if (*at < name.len && name.at[*at] != '.' && name.at[*at] != '[') {
        return raise_value_error(run, "Only '.' or '[' may follow ']' in format field specifier");
    }
    return true;
}

static bool field_value(Formatter *f, Str name, Value *v) {
    size_t at = 0;
    while (at < name.len && name.at[at] != '.' && name.at[at] != '[') {
        at++;
    }
    if (!first_value(f, str_sub(name, 0, at), v)) {
        return false;
    }
    while (at < name.len) {
        if (!follow(f->run, name, &at, v)) {
            return false;
        }
    }
    return true;
}

/* ---- writing ---- */

static bool convert(Run *run, uint32_t conversion, Value *v) {
    Str text;
    switch (conversion) {
    case 0: return true;
    case 's':
        if (!value_str(run, *v, &text)) {
            return false;
        }
        break;
    case 'r':
    case 'a':
        if (!value_repr(run, *v, &text)) {
            return false;
        }
        text = conversion == 'a' ? text_ascii_only(run->arena, text) : text;
        break;
    default:
        if (conversion > 32 && conversion < 127) {
            return raise_value_error(run, "Unknown conversion specifier %c", (int)conversion);
        }
        return raise_value_error(run, "Unknown conversion specifier \\x%x", (unsigned)conversion);
    }
    *v = str_share(run, text);
    return true;
}

static bool put_field(Formatter *f, const Field *field, int depth) {
    Value v;
    Str text, spec = field->spec;
    if (!field_value(f, field->name, &v) || !convert(f->run, field->conversion, &v)) {
        return false;
    }
    if (field->nested) {
        Sink outer = f->out;
        f->out = sink_memory(f->run->arena);
        bool good = format_into(f, spec, depth - 1);
        spec = sink_str(&f->out);
        f->out = outer;
        if (!good) {
            return false;
        }
    }
    if (!value_format(f->run, v, spec, &text)) {
        return false;
    }
    sink_put(&f->out, text);
    return true;
}

/* Literal text from *at to the next field; *more: a field begins at *at. */
static bool put_literal(Formatter *f, Str s, size_t *at, bool *more) {
    *more = false;
    while (*at < s.len) {
        char c = s.at[(*at)++];
        if (c != '{' && c != '}') {
            sink_char(&f->out, c);
            continue;
        }
        bool twice = *at < s.len && s.at[*at] == c;
        if (!twice && (c == '}' || *at == s.len)) {
            return raise_value_error(f->run, "Single '%c' encountered in format string", c);
        }
        if (!twice) {
            *more = true;
            return true;
        }
        ++*at;
        sink_char(&f->out, c);
    }
    return true;
}

static bool format_into(Formatter *f, Str s, int depth) {
    if (depth < 0) {
        return raise_value_error(f->run, "Max string recursion exceeded");
    }
    size_t at = 0;
    for (bool more = true; more;) {
        Field field;
        if (!put_literal(f, s, &at, &more)) {
            return false;
        }
        if (more && (!read_field(f->run, s, &at, &field) || !put_field(f, &field, depth))) {
            return false;
        }
    }
    return true;
}

bool text_format(Run *run, Str format, Value args, Value kwargs, Str *text) {
    Formatter f = {.run = run, .args = args, .kwargs = kwargs, .out = sink_memory(run->arena)};
    if (!format_into(&f, format, 1)) {
        return false;
    }
    *text = sink_str(&f.out);
    return true;
}
