/* regex_compile.c: patterns as lists of instructions. */
#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "run/regex_inner.h"

/* ---- the state of compiling ---- */

/* A group whose bracket is not closed yet. */
typedef struct OpenGroup OpenGroup;
struct OpenGroup {
    uint32_t group;
    const OpenGroup *outer;
};

typedef struct Parse {
    Arena *arena;
    Names *table;
    Str pattern;
    size_t at;
    int flags;
    RegexCode *code;
    uint32_t n, cap;
    uint32_t groups, slots;
    Name *names;
    uint32_t names_cap;
    const OpenGroup *open;
    bool anchor; /* the last atom was ^, $ or \b, which cannot be repeated */
    int depth;
    RegexFault *fault;
    bool failed;
} Parse;

#define MOST_CODE 20000

static void fail_with(Parse *p, Str message, size_t at) {
    if (!p->failed) {
        *p->fault = (RegexFault){message, at, NULL};
    }
    p->failed = true;
}

static void fail_at(Parse *p, const char *message, size_t at) {
    fail_with(p, str_of(message), at);
}

static void refuse_part(Parse *p, const char *what) {
    if (!p->failed) {
        *p->fault = (RegexFault){STR(""), p->at, what};
    }
    p->failed = true;
}

static void make_room(Parse *p, uint32_t more) {
    if (p->n + more > MOST_CODE) {
        refuse_part(p, "a regular expression of this size");
        return;
    }
    if (p->n + more > p->cap) {
        uint32_t cap = (p->n + more) * 2 + 16;
        RegexCode *code = ARENA_ARRAY(p->arena, cap, RegexCode);
        if (p->n) {
            memcpy(code, p->code, p->n * sizeof *code);
        }
        p->code = code;
        p->cap = cap;
    }
}

static uint32_t emit(Parse *p, RegexOp op, uint32_t a, uint32_t b) {
    make_room(p, 1);
    if (p->failed) {
        return 0;
    }
    p->code[p->n] = (RegexCode){op, a, b, NULL};
    return p->n++;
}

/* Puts an instruction before those from `at` on, whose targets inside move along. */
static void insert(Parse *p, uint32_t at, RegexOp op, uint32_t a, uint32_t b) {
    make_room(p, 1);
    if (p->failed) {
        return;
    }
    memmove(p->code + at + 1, p->code + at, (p->n - at) * sizeof *p->code);
    p->n++;
    for (uint32_t i = at + 1; i < p->n; i++) {
        RegexOp o = p->code[i].op;
        p->code[i].a += (o == RE_SPLIT || o == RE_JUMP) && p->code[i].a >= at;
        p->code[i].b += (o == RE_SPLIT || o == RE_AHEAD) && p->code[i].b >= at;
    }
    p->code[at] = (RegexCode){op, a, b, NULL};
}

static bool more(const Parse *p) {
    return p->at < p->pattern.len && !p->failed;
}

static char peek(const Parse *p) {
    return more(p) ? p->pattern.at[p->at] : '\0';
}

static bool take(Parse *p, char c) {
    bool is = more(p) && peek(p) == c;
    p->at += is;
    return is;
}

static bool take_text(Parse *p, const char *z) {
    bool is = more(p) && str_starts(str_sub(p->pattern, p->at, p->pattern.len), str_of(z));
    p->at += is ? strlen(z) : 0;
    return is;
}

/* ---- classes ---- */

static void add_range(Parse *p, CharSet *s, uint32_t low, uint32_t high) {
    if (s->n == s->cap) {
        uint32_t cap = s->cap ? s->cap * 2 : 8;
        SetRange *ranges = ARENA_ARRAY(p->arena, cap, SetRange);
        if (s->n) {
            memcpy(ranges, s->ranges, s->n * sizeof *ranges);
        }
        s->ranges = ranges;
        s->cap = cap;
    }
    s->ranges[s->n++] = (SetRange){low, high};
}

static void add_kind(CharSet *s, char kind) {
    if (s->nkinds < sizeof s->kinds) {
        s->kinds[s->nkinds++] = kind;
    }
}

static int hex_digit(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

static uint32_t hex_escape(Parse *p, int digits, size_t start) {
    uint32_t cp = 0;
    for (int i = 0; i < digits; i++, p->at++) {
        int d = hex_digit(peek(p));
        if (d < 0) {
            fail_at(p, "incomplete escape", start);
            return 0;
        }
        cp = cp << 4 | (uint32_t)d;
    }
    return cp;
}

/* A character behind a backslash that stands for itself or a control character. */
static uint32_t char_escape(Parse *p, size_t start) {
    uint32_t cp = utf8_next(p->pattern, &p->at);
    switch (cp) {
    case 'n': return '\n';
    case 't': return '\t';
    case 'r': return '\r';
    case 'f': return '\f';
    case 'v': return '\v';
    case 'a': return '\a';
    case '0': return 0;
    case 'x': return hex_escape(p, 2, start);
    case 'u': return hex_escape(p, 4, start);
    case 'U': return hex_escape(p, 8, start);
    default: break;
    }
    if ((cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z')) {
        fail_with(p, str_join2(p->arena, STR("bad escape "), str_sub(p->pattern, start, p->at)),
                  start);
    }
    return cp;
}

/* One member of [...]; *kind is set for \d and its like. */
static uint32_t set_member(Parse *p, char *kind) {
    size_t start = p->at;
    *kind = '\0';
    if (!take(p, '\\')) {
        return utf8_next(p->pattern, &p->at);
    }
    if (!more(p)) {
        fail_at(p, "unterminated character set", start);
        return 0;
    }
    if (strchr("dDwWsS", peek(p))) {
        *kind = p->pattern.at[p->at++];
        return 0;
    }
    return take(p, 'b') ? '\b' : char_escape(p, start);
}

/* Behind "[". */
static void parse_set(Parse *p) {
    CharSet *s = ARENA_NEW(p->arena, CharSet);
    size_t start = p->at - 1;
    char kind;
    s->negative = take(p, '^');
    for (bool first = true; more(p) && (first || peek(p) != ']'); first = false) {
        size_t from = p->at;
        uint32_t low = set_member(p, &kind), high = low;
        if (kind) {
            add_kind(s, kind);
            continue;
        }
        bool range =
            peek(p) == '-' && p->at + 1 < p->pattern.len && p->pattern.at[p->at + 1] != ']';
        if (range) {
            p->at++;
            high = set_member(p, &kind);
            if (kind || high < low) {
                Str range_text = str_sub(p->pattern, from, p->at);
                fail_with(p, str_join2(p->arena, STR("bad character range "), range_text), from);
            }
        }
        add_range(p, s, low, high);
    }
    if (!take(p, ']')) {
        fail_at(p, "unterminated character set", start);
    }
    uint32_t at = emit(p, RE_SET, 0, 0);
    if (!p->failed) {
        p->code[at].set = s;
    }
}

static void emit_kind(Parse *p, char kind) {
    CharSet *s = ARENA_NEW(p->arena, CharSet);
    add_kind(s, kind);
    uint32_t at = emit(p, RE_SET, 0, 0);
    if (!p->failed) {
        p->code[at].set = s;
    }
}

/* ---- atoms ---- */

static void parse_choice(Parse *p);

static uint32_t parse_number(Parse *p) {
    uint32_t n = 0;
    while (peek(p) >= '0' && peek(p) <= '9') {
        n = n < 100000 ? n * 10 + (uint32_t)(peek(p) - '0') : n;
        p->at++;
    }
    return n;
}

static void emit_back(Parse *p, uint32_t group, size_t at) {
    if (group > p->groups) {
        fail_with(p, str_printf(p->arena, "invalid group reference %u", group), at);
    }
    for (const OpenGroup *o = p->open; o; o = o->outer) {
        if (o->group == group) {
            fail_at(p, "cannot refer to an open group", at - 1);
        }
    }
    emit(p, RE_BACK, group, 0);
}

static void parse_escape(Parse *p) {
    size_t start = p->at - 1;
    char c = peek(p);
    if (!more(p)) {
        fail_at(p, "bad escape (end of pattern)", start);
    } else if (strchr("dDwWsS", c)) {
        p->at++;
        emit_kind(p, c);
    } else if (c == 'b' || c == 'B') {
        p->at++;
        emit(p, RE_EDGE, c == 'B', 0);
    } else if (c == 'A' || c == 'Z') {
        p->at++;
        emit(p, c == 'A' ? RE_TOP : RE_BOTTOM, 0, 0);
    } else if (c >= '1' && c <= '9') {
        emit_back(p, parse_number(p), start + 1);
    } else {
        emit(p, RE_CHAR, char_escape(p, start), 0);
    }
}

static void set_name(Parse *p, uint32_t group, Name name) {
    if (group >= p->names_cap) {
        uint32_t cap = group * 2 + 8;
        Name *names = ARENA_ARRAY(p->arena, cap, Name);
        if (p->names_cap) {
            memcpy(names, p->names, p->names_cap * sizeof *names);
        }
        p->names = names;
        p->names_cap = cap;
    }
    p->names[group] = name;
}

static bool is_name(Str text) {
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if (c < 0x80 && c != '_' && !isalnum(c)) {
            return false;
        }
    }
    return true;
}

static Name parse_name(Parse *p, char end) {
    size_t from = p->at;
    while (more(p) && peek(p) != end) {
        p->at++;
    }
    Str text = str_sub(p->pattern, from, p->at);
    if (!take(p, end) || !text.len) {
        fail_at(p, "missing group name", from);
    } else if ((text.at[0] >= '0' && text.at[0] <= '9') || !is_name(text)) {
        fail_at(p, str_printf(p->arena, "bad character in group name '%.*s'", STR_ARG(text)).at,
                from);
    }
    return name_of(p->table, text);
}

static void parse_capture(Parse *p, Name name) {
    uint32_t group = ++p->groups;
    for (uint32_t g = 1; name && g < group && !p->failed; g++) {
        if (p->names[g] == name) {
            size_t at = p->at - name->len - 1;
            Str text =
                str_printf(p->arena, "redefinition of group name '%s' as group %u; was group %u",
                           name->text, group, g);
            fail_at(p, text.at, at);
        }
    }
    OpenGroup open = {group, p->open};
    set_name(p, group, name);
    emit(p, RE_SAVE, 2 * group, 0);
    p->open = &open;
    parse_choice(p);
    p->open = open.outer;
    emit(p, RE_SAVE, 2 * group + 1, 0);
}

static void parse_back_name(Parse *p) {
    size_t start = p->at;
    Name name = parse_name(p, ')');
    p->at--; /* the caller takes the bracket */
    for (uint32_t g = 1; g <= p->groups && !p->failed; g++) {
        if (p->names[g] == name) {
            emit_back(p, g, start + 1);
            return;
        }
    }
    fail_at(p, "unknown group name", start);
}

static uint32_t parse_ahead(Parse *p, bool negative) {
    uint32_t at = emit(p, RE_AHEAD, negative, 0);
    parse_choice(p);
    emit(p, RE_MATCH, 0, 0);
    if (!p->failed) {
        p->code[at].b = p->n;
    }
    return at;
}

#define WIDTH_MOST 1000 /* instructions that are followed for the width of a lookbehind */

/* How many characters the code from pc on takes, whichever way it goes; false: that differs. */
static bool width_from(Parse *p, uint32_t pc, uint32_t *effort, uint32_t *width) {
    uint32_t one, other;
    *width = 0;
    for (;;) {
        const RegexCode *c = &p->code[pc];
        if (++*effort > WIDTH_MOST) {
            return false;
        }
        switch (c->op) {
        case RE_MATCH: return true;
        case RE_JUMP: pc = c->a; continue;
        case RE_SPLIT:
            if (!width_from(p, c->a, effort, &one) || !width_from(p, c->b, effort, &other)) {
                return false;
            }
            *width += one;
            return one == other;
        case RE_AHEAD: pc = c->b; continue;
        case RE_BACK: return false;
        case RE_CHAR:
        case RE_ANY:
        case RE_ALL:
        case RE_SET: ++*width; break;
        case RE_SAVE:
        case RE_PROGRESS:
        case RE_START:
        case RE_END:
        case RE_TOP:
        case RE_BOTTOM:
        case RE_EDGE: break;
        }
        pc++;
    }
}

/* (?<=…): the same, some characters before. */
static void parse_behind(Parse *p, bool negative) {
    uint32_t effort = 0, width = 0, at = parse_ahead(p, negative);
    if (p->failed) {
        return;
    }
    if (!width_from(p, at + 1, &effort, &width)) {
        fail_at(p, "look-behind requires fixed-width pattern", SIZE_MAX);
        return;
    }
    p->code[at].a = (width + 1) << 1 | negative;
}

/* Flags such as (?i) at the beginning. */
static void parse_flags(Parse *p) {
    bool first = p->at == 2;
    for (; more(p) && peek(p) != ')'; p->at++) {
        const char *letters = "imsux", *at = strchr(letters, peek(p));
        static const int values[] = {REGEX_IGNORECASE, REGEX_MULTILINE, REGEX_DOTALL, REGEX_UNICODE,
                                     REGEX_VERBOSE};
        if (!at) {
            refuse_part(p, "this extension of regular expressions");
            return;
        }
        p->flags |= values[at - letters];
    }
    if (!first) {
        refuse_part(p, "flags in the middle of a regular expression");
    }
}

static void parse_group(Parse *p) {
    size_t start = p->at - 1;
    if (++p->depth > 100) {
        refuse_part(p, "a regular expression nested so deeply");
    }
    if (take_text(p, "?:")) {
        parse_choice(p);
    } else if (take_text(p, "?P<")) {
        parse_capture(p, parse_name(p, '>'));
    } else if (take_text(p, "?P=")) {
        parse_back_name(p);
    } else if (take_text(p, "?=")) {
        parse_ahead(p, false);
    } else if (take_text(p, "?!")) {
        parse_ahead(p, true);
    } else if (take_text(p, "?<=")) {
        parse_behind(p, false);
    } else if (take_text(p, "?<!")) {
        parse_behind(p, true);
    } else if (take_text(p, "?#")) {
        while (more(p) && peek(p) != ')') {
            p->at++;
        }
    } else if (take_text(p, "?")) {
        parse_flags(p);
    } else {
        parse_capture(p, NULL);
    }
    if (!take(p, ')')) {
        fail_at(p, "missing ), unterminated subpattern", start);
    }
    p->depth--;
}

/* One thing that can be repeated; p->anchor tells that it cannot. */
static void parse_atom(Parse *p) {
    size_t start = p->at;
    uint32_t cp = utf8_next(p->pattern, &p->at);
    p->anchor = cp == '^' || cp == '$' || (cp == '\\' && more(p) && strchr("bBAZ", peek(p)));
    switch (cp) {
    case '.': emit(p, p->flags & REGEX_DOTALL ? RE_ALL : RE_ANY, 0, 0); return;
    case '^': emit(p, RE_START, 0, 0); return;
    case '$': emit(p, RE_END, 0, 0); return;
    case '[': parse_set(p); return;
    case '(':
        parse_group(p);
        p->anchor = false;
        return;
    case '\\': parse_escape(p); return;
    case '*':
    case '+':
    case '?': fail_at(p, "nothing to repeat", start); return;
    default: emit(p, RE_CHAR, cp, 0); return;
    }
}

/* ---- repetitions ---- */

/* Appends a copy of the instructions from..to; targets inside move along. */
static void copy_code(Parse *p, uint32_t from, uint32_t to) {
    make_room(p, to - from);
    uint32_t by = p->n - from;
    for (uint32_t i = from; i < to && !p->failed; i++) {
        RegexCode c = p->code[i];
        c.a += c.op == RE_SPLIT || c.op == RE_JUMP ? by : 0;
        c.b += c.op == RE_SPLIT || c.op == RE_AHEAD ? by : 0;
        p->code[p->n++] = c;
    }
}

/* Sets which way is preferred. */
static void set_split(Parse *p, uint32_t at, uint32_t inside, uint32_t outside, bool lazy) {
    if (!p->failed) {
        p->code[at].a = lazy ? outside : inside;
        p->code[at].b = lazy ? inside : outside;
    }
}

/* x* of the instructions from `start` on: split, save position, x, progress?, jump back. */
static void make_star(Parse *p, uint32_t start, bool lazy) {
    uint32_t slot = p->slots++;
    insert(p, start, RE_SAVE, slot | UINT32_C(0x80000000), 0);
    insert(p, start, RE_SPLIT, 0, 0);
    emit(p, RE_PROGRESS, slot | UINT32_C(0x80000000), 0);
    emit(p, RE_JUMP, start, 0);
    set_split(p, start, start + 1, p->n, lazy);
}

static void make_optional(Parse *p, uint32_t start, bool lazy) {
    insert(p, start, RE_SPLIT, 0, 0);
    set_split(p, start, start + 1, p->n, lazy);
}

#define NO_LIMIT UINT32_MAX

/* x{least,most}: copies of x. */
static void repeat_code(Parse *p, uint32_t start, uint32_t least, uint32_t most, bool lazy) {
    uint32_t length = p->n - start;
    uint32_t copies = most == NO_LIMIT ? (least ? least : 1) : most;
    if (!copies) {
        p->n = start;
        return;
    }
    for (uint32_t i = 1; i < copies; i++) {
        uint32_t at = p->n;
        copy_code(p, start, start + length);
        if (i >= least && !p->failed) {
            make_optional(p, at, lazy);
        }
        if (most == NO_LIMIT && i + 1 == copies) {
            copy_code(p, start, start + length);
            make_star(p, p->n - length, lazy);
        }
    }
    if (most == NO_LIMIT && copies == 1 && least) {
        copy_code(p, start, start + length);
        make_star(p, start + length, lazy);
    } else if (!least) {
        (most == NO_LIMIT ? make_star : make_optional)(p, start, lazy);
    }
}

/* "{2,3}" behind "{"; false: the brace is an ordinary character. */
static bool parse_bounds(Parse *p, uint32_t *least, uint32_t *most) {
    size_t back = p->at;
    bool low = peek(p) >= '0' && peek(p) <= '9';
    *least = parse_number(p);
    *most = *least;
    bool comma = take(p, ',');
    if (comma) {
        bool high = peek(p) >= '0' && peek(p) <= '9';
        *most = high ? parse_number(p) : NO_LIMIT;
    }
    if ((!low && !comma) || !take(p, '}')) {
        p->at = back;
        return false;
    }
    if (*most < *least) {
        fail_at(p, "min repeat greater than max repeat", back);
    }
    return true;
}

static void skip_verbose(Parse *p) {
    while ((p->flags & REGEX_VERBOSE) && more(p) &&
           (strchr(" \t\n\r\f\v", peek(p)) || peek(p) == '#')) {
        if (peek(p) == '#') {
            while (more(p) && peek(p) != '\n') {
                p->at++;
            }
        } else {
            p->at++;
        }
    }
}

static bool parse_repeat(Parse *p, uint32_t *least, uint32_t *most) {
    *least = 0;
    *most = NO_LIMIT;
    if (take(p, '*')) {
        return true;
    }
    if (take(p, '+')) {
        *least = 1;
        return true;
    }
    if (take(p, '?')) {
        *most = 1;
        return true;
    }
    if (peek(p) != '{') {
        return false;
    }
    p->at++;
    if (parse_bounds(p, least, most)) {
        return true;
    }
    p->at--;
    return false;
}

static bool repeat_follows(Parse *p) {
    uint32_t least, most;
    size_t at = p->at;
    bool is = parse_repeat(p, &least, &most);
    p->at = at;
    return is;
}

static void parse_sequence(Parse *p) {
    skip_verbose(p);
    while (more(p) && peek(p) != '|' && peek(p) != ')') {
        uint32_t start = p->n, least, most;
        parse_atom(p);
        skip_verbose(p);
        size_t at = p->at;
        if (p->anchor && more(p) && repeat_follows(p)) {
            fail_at(p, "nothing to repeat", at);
        }
        if (more(p) && parse_repeat(p, &least, &most)) {
            bool lazy = take(p, '?');
            repeat_code(p, start, least, most, lazy);
            skip_verbose(p);
            at = p->at;
            if (more(p) && repeat_follows(p)) {
                fail_at(p, "multiple repeat", at);
            }
        } else if (peek(p) == '{') {
            p->at++;
            emit(p, RE_CHAR, '{', 0);
        }
    }
}

static void parse_choice(Parse *p) {
    uint32_t start = p->n;
    parse_sequence(p);
    while (take(p, '|')) {
        insert(p, start, RE_SPLIT, start + 1, 0);
        uint32_t jump = emit(p, RE_JUMP, 0, 0);
        if (p->failed) {
            return;
        }
        p->code[start].b = p->n;
        uint32_t second = p->n;
        parse_choice(p);
        if (!p->failed) {
            p->code[start].b = second;
            p->code[jump].a = p->n;
        }
    }
}

/* Slots of repetitions come behind those of groups, whose number is known only at the end. */
static void place_slots(Parse *p) {
    uint32_t first = 2 * (p->groups + 1);
    for (uint32_t i = 0; i < p->n; i++) {
        RegexCode *c = &p->code[i];
        if ((c->op == RE_SAVE || c->op == RE_PROGRESS) && c->a & UINT32_C(0x80000000)) {
            c->a = (c->a & UINT32_C(0x7fffffff)) + first;
        }
    }
}

const Regex *regex_compile(Arena *a, Names *names, Str pattern, int flags, RegexFault *fault) {
    Parse p = {.arena = a,
               .table = names,
               .pattern = pattern,
               .flags = flags | REGEX_UNICODE,
               .fault = fault};
    set_name(&p, 0, NULL);
    parse_choice(&p);
    if (more(&p)) {
        fail_at(&p, "unbalanced parenthesis", p.at);
    }
    emit(&p, RE_MATCH, 0, 0);
    if (p.failed) {
        return NULL;
    }
    set_name(&p, p.groups, p.names[p.groups < p.names_cap ? p.groups : 0]);
    place_slots(&p);
    Regex *r = ARENA_NEW(a, Regex);
    *r = (Regex){p.code, p.n, p.groups, p.names, 2 * (p.groups + 1) + p.slots, p.flags};
    return r;
}
