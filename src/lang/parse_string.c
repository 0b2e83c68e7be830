/* String literals side by side, and f-strings. */
#include <string.h>

#include "base/text.h"
#include "lang/literal.h"
#include "lang/parser.h"

/* The literals that make up one string, on their way to one node. */
typedef struct Strings {
    uint32_t start;   /* of the first literal */
    bool format;      /* one of them is an f-string */
    bool bytes, text; /* there are such literals */
    bool unicode;     /* Python 2: one has a prefix u */
    NodeList pieces;  /* CONSTANT and FIELD nodes of f-strings */
    Sink joined;      /* literal text since the last field, when it has more than one part */
    Str only;         /* or its only part */
    uint32_t parts;   /* number of parts since the last field */
    Span span;        /* where they stand */
} Strings;

static void add_text(Parser *p, Strings *s, Str text, Span span) {
    if (s->parts == 0) {
        s->only = text;
        s->span = span;
    } else if (s->parts == 1) {
        s->joined = sink_memory(p->arena);
        sink_put(&s->joined, s->only);
    }
    if (s->parts > 0) {
        sink_put(&s->joined, text);
    }
    s->parts++;
    s->span.end = span.end;
}

/* The literal text so far becomes a node. */
static Node *take_text(Parser *p, Strings *s) {
    Constant value = {.kind = s->bytes && p->python != 2 ? CONSTANT_BYTES : CONSTANT_STR};
    value.unicode = p->python == 2 && s->unicode;
    value.text = s->parts == 0 ? STR("") : s->parts == 1 ? s->only : sink_str(&s->joined);
    Node *n = ast_make(p->arena, NODE_CONSTANT, s->span);
    n->constant = arena_copy(p->arena, &value, sizeof value);
    s->parts = 0;
    return n;
}

static void flush_text(Parser *p, Strings *s) {
    bool empty = s->parts == 0 || (s->parts == 1 && s->only.len == 0);
    if (!empty) {
        ast_append(&s->pieces, take_text(p, s));
    }
    s->parts = 0;
}

/* ---- fields ---- */

/* Skips a string inside a field; at is its first quote. */
static uint32_t skip_string(const char *text, uint32_t at, uint32_t end) {
    char q = text[at];
    bool triple = at + 2 < end && text[at + 1] == q && text[at + 2] == q;
    for (at += triple ? 3 : 1; at < end; at++) {
        if (text[at] != q) {
            continue;
        }
        if (!triple) {
            return at + 1;
        }
        if (at + 2 < end && text[at + 1] == q && text[at + 2] == q) {
            return at + 3;
        }
    }
    return end;
}

/* Does text[at] end the expression, outside of brackets? */
static bool ends_expression(const char *text, uint32_t at, uint32_t end) {
    char c = text[at], next = at + 1 < end ? text[at + 1] : 0;
    char before = text[at - 1];
    switch (c) {
    case '!': return next != '=';
    case '=':
        return next != '=' && before != '=' && before != '!' && before != '<' && before != '>';
    case ':':
    case '}': return true;
    default: return false;
    }
}

/* Finds the end of the expression that begins at `at`; false after a fault. */
static bool find_end(Parser *p, uint32_t at, uint32_t end, uint32_t *found) {
    const char *text = p->source->text.at;
    uint32_t start = at, depth = 0;
    while (at < end && (depth > 0 || !ends_expression(text, at, end))) {
        char c = text[at];
        uint32_t behind = c == '"' || c == '\'' ? skip_string(text, at, end) : at + 1;
        if (c == '#' || memchr(text + at, '\\', behind - at)) {
            parser_fault(p, (Span){at, behind},
                         c == '#' ? _("f-string expression part cannot include '#'")
                                  : _("f-string expression part cannot include a backslash"),
                         _("give the value a name before the f-string"));
            return false;
        }
        depth += c == '(' || c == '[' || c == '{';
        depth -= depth > 0 && (c == ')' || c == ']' || c == '}');
        at = behind;
    }
    if (at >= end) {
        parser_fault(
            p, (Span){start - 1, start}, _("f-string: expecting '}'"),
            _("close the field; inside it use other quotes than those around the f-string"));
        return false;
    }
    *found = at;
    return true;
}

/* Parses the expression in span with a lexer of its own. */
static Node *field_expression(Parser *p, Span span) {
    Lexer lexer, *outer = p->lexer;
    Token token = p->token, ahead = p->ahead;
    bool has_ahead = p->has_ahead;
    uint32_t end = p->end;
    TokenKind last = p->last;
    lexer_init_field(&lexer, outer, span);
    p->lexer = &lexer;
    p->has_ahead = false;
    p->token = lexer_next(&lexer);
    Node *n = parse_value(p);
    if (!p->panic && parser_peek(p) != TOKEN_END) {
        parser_unexpected(p);
    }
    outer->stopped |= lexer.stopped;
    p->lexer = outer;
    p->token = token;
    p->ahead = ahead;
    p->has_ahead = has_ahead;
    p->end = end;
    p->last = last;
    return n;
}

static uint32_t skip_spaces(const char *text, uint32_t at, uint32_t end) {
    while (at < end && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n')) {
        at++;
    }
    return at;
}

/* !s, !r or !a behind the expression. */
static uint32_t take_conversion(Parser *p, Node *field, uint32_t at, uint32_t end) {
    const char *text = p->source->text.at;
    if (at >= end || text[at] != '!') {
        return at;
    }
    char c = at + 1 < end ? text[at + 1] : 0;
    field->op = c == 's' ? 1 : c == 'r' ? 2 : c == 'a' ? 3 : 0;
    if (field->op == 0) {
        parser_fault(p, (Span){at, at + 1}, _("f-string: invalid conversion character"),
                     _("expected !s, !r or !a"));
    }
    return skip_spaces(text, at + 2, end);
}

static void read_pieces(Parser *p, Strings *s, StringParts parts, Span *left, int level);

static uint32_t take_spec(Parser *p, Node *field, StringParts parts, Span left, int level) {
    Strings inner = {.start = left.start, .format = true};
    read_pieces(p, &inner, parts, &left, level + 1);
    flush_text(p, &inner);
    Node *n = ast_make(p->arena, NODE_JOINED, (Span){inner.start, left.start});
    n->list = inner.pieces;
    field->field.spec = n;
    return left.start;
}

/* The text of `{x = }` that is printed before the value. */
static uint32_t take_equal(Parser *p, Strings *s, uint32_t start, uint32_t at, uint32_t end) {
    const char *text = p->source->text.at;
    if (text[at] != '=') {
        return at;
    }
    uint32_t behind = skip_spaces(text, at + 1, end);
    add_text(p, s, (Str){text + start, behind - start}, (Span){start, behind});
    return behind;
}

/* A field; left begins behind its brace, and then behind the brace that ends it. */
static void read_field(Parser *p, Strings *s, StringParts parts, Span *left, int level) {
    const char *text = p->source->text.at;
    uint32_t start = left->start, end = left->end;
    uint32_t found;
    if (skip_spaces(text, start, end) < end && text[skip_spaces(text, start, end)] == '}') {
        parser_fault(p, (Span){start - 1, start + 1}, _("f-string: empty expression not allowed"),
                     _("write {{}} for braces themselves"));
    }
    if (level > 1) {
        parser_fault(p, (Span){start - 1, start}, _("f-string: expressions nested too deeply"), "");
    }
    if (p->panic || !find_end(p, start, end, &found) || !parser_enter(p)) {
        left->start = end;
        return;
    }
    uint32_t at = take_equal(p, s, start, found, end);
    bool equal = at != found;
    Node *field = ast_make(p->arena, NODE_FIELD, (Span){start - 1, end});
    field->field.value = field_expression(p, (Span){start, found});
    parser_leave(p);
    at = take_conversion(p, field, at, end);
    if (at < end && text[at] == ':') {
        at = take_spec(p, field, parts, (Span){at + 1, end}, level);
    } else if (equal && field->op == 0) {
        field->op = 2;
    }
    if (!p->panic && (at >= end || text[at] != '}')) {
        parser_fault(p, (Span){start - 1, start}, _("f-string: expecting '}'"), "");
    }
    left->start = p->panic ? end : at + 1;
    field->span.end = left->start;
    flush_text(p, s);
    ast_append(&s->pieces, field);
}

static void add_literal(Parser *p, Strings *s, StringParts parts, Span span) {
    if (span.start < span.end) {
        add_text(p, s, literal_text(p->arena, p->diags, parts, span, p->python), span);
    }
}

/* One past a character of literal text, or past an escape that begins there. */
static uint32_t skip_literal(const char *text, uint32_t at, uint32_t end, bool raw) {
    if (text[at] != '\\' || raw || at + 1 >= end || text[at + 1] == '{') {
        return at + 1;
    }
    if (text[at + 1] == 'N' && at + 2 < end && text[at + 2] == '{') {
        while (at < end && text[at] != '}') {
            at++;
        }
        return at < end ? at + 1 : end;
    }
    return at + 2;
}

/* Literal text and fields of an f-string; those of a format end before the brace of its field. */
static void read_pieces(Parser *p, Strings *s, StringParts parts, Span *left, int level) {
    const char *text = p->source->text.at;
    uint32_t start = left->start, at = start, end = left->end;
    while (at < end && !p->panic) {
        char c = text[at];
        bool twice = level == 0 && at + 1 < end && text[at + 1] == c;
        if (c != '{' && c != '}') {
            at = skip_literal(text, at, end, parts.raw);
            continue;
        }
        add_literal(p, s, parts, (Span){start, at + (twice ? 1 : 0)});
        start = at;
        if (c == '}' && level > 0) {
            break;
        }
        if (!twice && c == '}') {
            parser_fault(p, (Span){at, at + 1}, _("f-string: single '}' is not allowed"),
                         _("write }} for the brace itself"));
        }
        *left = (Span){twice ? at + 2 : at + 1, end};
        if (!twice && !p->panic) {
            read_field(p, s, parts, left, level);
        }
        at = start = left->start;
    }
    add_literal(p, s, parts, (Span){start, at < end ? at : end});
    left->start = at;
}

/* ---- literals ---- */

static void add_string(Parser *p, Strings *s, Span span) {
    StringParts parts = string_parts(p->source->text.at, span);
    bool unicode = p->python == 2 && p->unicode_literals && !parts.bytes;
    parts.unicode |= unicode;
    s->unicode |= parts.unicode;
    s->bytes |= parts.bytes;
    s->text |= !parts.bytes;
    if (parts.format) {
        s->format = true;
        read_pieces(p, s, parts, &parts.body, 0);
    } else {
        Str text = literal_text(p->arena, p->diags, parts, parts.body, p->python);
        add_text(p, s, text, span);
    }
}

Node *parse_strings(Parser *p) {
    Strings s = {.start = p->token.span.start};
    while (parser_peek(p) == TOKEN_STRING) {
        Span span = p->token.span;
        parser_advance(p);
        add_string(p, &s, span);
    }
    Span whole = parser_span(p, s.start);
    if (s.bytes && s.text && p->python == 3) {
        parser_complain(p, whole, _("cannot mix bytes and nonbytes literals"),
                        _("give all of them the prefix b, or none"));
    }
    s.span = s.parts ? s.span : whole;
    Node *n;
    if (s.format) {
        flush_text(p, &s);
        n = parser_node(p, NODE_JOINED, s.start);
        n->list = s.pieces;
    } else {
        n = take_text(p, &s);
        n->span = whole;
    }
    return n;
}
