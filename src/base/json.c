#include "base/json.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"

#define DEPTH_MAX 64 /* levels that json_parse accepts */

JsonWriter json_to(Sink *out) {
    return (JsonWriter){.out = out};
}

/* Everything that stands where a value may stand begins here … */
static void begin(JsonWriter *j) {
    if (j->comma) {
        sink_char(j->out, ',');
    }
    j->comma = true; /* … and the next one in the same object or array needs a comma */
}

static void open_with(JsonWriter *j, char bracket) {
    begin(j);
    sink_char(j->out, bracket);
    j->comma = false;
}

static void close_with(JsonWriter *j, char bracket) {
    sink_char(j->out, bracket);
    j->comma = true;
}

void json_object(JsonWriter *j) {
    open_with(j, '{');
}

void json_end_object(JsonWriter *j) {
    close_with(j, '}');
}

void json_array(JsonWriter *j) {
    open_with(j, '[');
}

void json_end_array(JsonWriter *j) {
    close_with(j, ']');
}

static void put_escape(Sink *out, uint32_t cp) {
    switch (cp) {
    case '"': sink_z(out, "\\\""); return;
    case '\\': sink_z(out, "\\\\"); return;
    case '\n': sink_z(out, "\\n"); return;
    case '\r': sink_z(out, "\\r"); return;
    case '\t': sink_z(out, "\\t"); return;
    default: sink_printf(out, "\\u%04x", (unsigned)cp);
    }
}

/* Besides what JSON wants: what a terminal must not get raw, and U+2028 and U+2029, which
 * end a line in JavaScript. */
static bool wants_escape(uint32_t cp) {
    return cp < 0x20 || cp == '"' || cp == '\\' || (cp >= 0x7f && cp < 0xa0) ||
           (cp >= 0xd800 && cp <= 0xdfff) || cp == 0x2028 || cp == 0x2029 ||
           utf8_is_bidi_control(cp);
}

static void put_string(Sink *out, Str s) {
    sink_char(out, '"');
    size_t plain = 0; /* s[plain..i) passes as it is */
    for (size_t i = 0; i < s.len;) {
        size_t from = i;
        uint32_t cp = utf8_next(s, &i);
        bool invalid = cp == 0xfffd && i - from == 1;
        if (invalid || wants_escape(cp)) {
            sink_put(out, str_sub(s, plain, from));
            put_escape(out, cp);
            plain = i;
        }
    }
    sink_put(out, str_sub(s, plain, s.len));
    sink_char(out, '"');
}

void json_key(JsonWriter *j, const char *key) {
    begin(j);
    put_string(j->out, str_of(key));
    sink_char(j->out, ':');
    j->comma = false;
}

void json_str(JsonWriter *j, Str s) {
    begin(j);
    put_string(j->out, s);
}

void json_int(JsonWriter *j, int64_t i) {
    begin(j);
    sink_printf(j->out, "%lld", (long long)i);
}

/* The fewest digits that read back as the same number; ".0" keeps it a float for readers
 * that tell floats from integers. */
void json_double(JsonWriter *j, double d) {
    if (!isfinite(d)) {
        json_str(j, isnan(d) ? STR("nan") : d > 0 ? STR("inf") : STR("-inf"));
        return;
    }
    char digits[40];
    for (int precision = 15; precision <= 17; precision++) {
        snprintf(digits, sizeof digits, "%.*g", precision, d);
        if (strtod(digits, NULL) == d) {
            break;
        }
    }
    begin(j);
    sink_z(j->out, digits);
    if (!strpbrk(digits, ".e")) {
        sink_z(j->out, ".0");
    }
}

void json_bool(JsonWriter *j, bool b) {
    begin(j);
    sink_z(j->out, b ? "true" : "false");
}

void json_null(JsonWriter *j) {
    begin(j);
    sink_z(j->out, "null");
}

/* Reading. cJSON is generous: it takes control characters, invalid UTF-8 and a NUL
 * that cuts a string short. A scan before it refuses these, measures the depth and
 * bounds the number of values, so that the tree's memory is taken from the arena
 * before cJSON takes any: a refused allocation leaves nothing behind. */

typedef struct Scan {
    Str text;
    size_t at;
    size_t depth;
    size_t values;     /* at least as many as the text holds */
    const char *fault; /* why the text is refused, or NULL */
} Scan;

static bool refuse_text(Scan *s, const char *fault) {
    s->fault = fault;
    return false;
}

/* Skips a string; s->at is behind its opening quote. */
static bool scan_string(Scan *s) {
    while (s->at < s->text.len) {
        unsigned char c = (unsigned char)s->text.at[s->at];
        if (c < 0x20) {
            return refuse_text(s, N_("a control character in a string"));
        }
        if (c == '"') {
            return true;
        }
        bool escape = c == '\\';
        if (escape && str_starts(str_sub(s->text, s->at, s->text.len), STR("\\u0000"))) {
            return refuse_text(s, N_("a NUL character in a string"));
        }
        s->at += escape ? 2 : 1;
    }
    return refuse_text(s, N_("a string without an end"));
}

/* One byte outside of strings, or a whole string. */
static bool scan_step(Scan *s) {
    unsigned char c = (unsigned char)s->text.at[s->at++];
    if (c == '[' || c == '{') {
        s->values++;
        if (++s->depth > DEPTH_MAX) {
            return refuse_text(s, N_("more than 64 levels deep"));
        }
    } else if ((c == ']' || c == '}') && s->depth) {
        s->depth--;
    } else if (c == ',') {
        s->values++;
    } else if (c == '"') {
        bool closed = scan_string(s);
        s->at += closed;
        return closed;
    } else if (c < 0x20 && c != '\n' && c != '\t' && c != '\r') {
        return refuse_text(s, N_("a control character"));
    }
    return true;
}

static bool scan(Scan *s) {
    s->values = 1;
    if (!utf8_valid(s->text, &s->at)) {
        return refuse_text(s, N_("not valid UTF-8"));
    }
    while (s->at < s->text.len) {
        if (!scan_step(s)) {
            return false;
        }
    }
    return true;
}

/* Memory for a tree, taken in advance. */
typedef struct Pool {
    Json *node;  /* next free value */
    char *chars; /* next free byte for text */
} Pool;

static Str pool_text(Pool *p, const char *z) {
    size_t len = strlen(z);
    Str copy = {p->chars, len};
    memcpy(p->chars, z, len + 1);
    p->chars += len + 1;
    return copy;
}

static JsonKind kind_of(const cJSON *from) {
    return cJSON_IsString(from)   ? JSON_STRING
           : cJSON_IsNumber(from) ? JSON_NUMBER
           : cJSON_IsArray(from)  ? JSON_ARRAY
           : cJSON_IsObject(from) ? JSON_OBJECT
           : cJSON_IsBool(from)   ? JSON_BOOL
                                  : JSON_NULL;
}

static Json *tree_of(Pool *p, const cJSON *from);

/* The chain of children of from. */
static const Json *children_of(Pool *p, const cJSON *from) {
    const Json *first = NULL;
    const Json **link = &first;
    for (const cJSON *c = from->child; c; c = c->next) {
        Json *child = tree_of(p, c);
        *link = child;
        link = &child->next;
    }
    return first;
}

static Json *tree_of(Pool *p, const cJSON *from) {
    Json *to = p->node++;
    to->kind = kind_of(from);
    to->boolean = cJSON_IsTrue(from);
    to->number = to->kind == JSON_NUMBER ? from->valuedouble : 0;
    if (from->string) {
        to->key = pool_text(p, from->string);
    }
    if (to->kind == JSON_STRING) {
        to->string = pool_text(p, from->valuestring);
    }
    to->child = children_of(p, from);
    return to;
}

static const Json *fault_at(Arena *a, Str text, size_t at, const char *fault, Str *error) {
    size_t line = 1;
    for (size_t i = 0; i < at && i < text.len; i++) {
        line += text.at[i] == '\n';
    }
    *error = str_printf(a, _("not valid JSON: line %zu: %s"), line, fault);
    return NULL;
}

/* Is the string that ended before text[at] a key? */
static bool before_colon(Str text, size_t at) {
    while (at < text.len && strchr(" \t\r\n", text.at[at])) {
        at++;
    }
    return at < text.len && text.at[at] == ':';
}

/* Where the value that begins at text[at] ends, or its bracket. */
static size_t value_end(Str text, size_t at) {
    Scan s = {.text = text, .at = at + 1};
    if (text.at[at] == '"') {
        (void)scan_string(&s);
        return s.at + 1;
    }
    while (!strchr("[{", text.at[at]) && s.at < text.len && !strchr(",]} \t\r\n", text.at[s.at])) {
        s.at++;
    }
    return s.at;
}

/* Gives the values of a text that was read their lines: they lie in the order of the text. */
static void number_lines(Str text, Json *node, const Json *end) {
    uint32_t line = 1;
    for (size_t i = str_starts(text, STR("\xef\xbb\xbf")) ? 3 : 0; i < text.len && node < end;) {
        if (strchr(",:]} \t\r\n", text.at[i])) {
            line += text.at[i++] == '\n';
            continue;
        }
        size_t to = value_end(text, i);
        if (text.at[i] != '"' || !before_colon(text, to)) {
            (node++)->line = line;
        }
        i = to;
    }
}

const Json *json_parse(Arena *a, Str text, Str *error) {
    Scan s = {.text = text};
    if (!scan(&s)) {
        return fault_at(a, text, s.at, _(s.fault), error);
    }
    Str z = str_dup(a, text);
    Pool pool = {ARENA_ARRAY(a, s.values, Json), arena_array(a, text.len + 1, 1)};
    const char *end = z.at;
    cJSON *tree = cJSON_ParseWithLengthOpts(z.at, z.len + 1, &end, 1);
    if (!tree) {
        return fault_at(a, text, (size_t)(end - z.at), _("something unexpected stands here"),
                        error);
    }
    Json *result = tree_of(&pool, tree);
    cJSON_Delete(tree);
    number_lines(text, result, pool.node);
    return result;
}

const Json *json_get(const Json *object, const char *key) {
    if (!object || object->kind != JSON_OBJECT) {
        return NULL;
    }
    const Json *member = object->child;
    while (member && !str_is(member->key, key)) {
        member = member->next;
    }
    return member;
}

Str json_get_str(const Json *object, const char *key, Str or_else) {
    const Json *m = json_get(object, key);
    return m && m->kind == JSON_STRING ? m->string : or_else;
}

double json_get_num(const Json *object, const char *key, double or_else) {
    const Json *m = json_get(object, key);
    return m && m->kind == JSON_NUMBER ? m->number : or_else;
}

bool json_get_bool(const Json *object, const char *key, bool or_else) {
    const Json *m = json_get(object, key);
    return m && m->kind == JSON_BOOL ? m->boolean : or_else;
}
