#include "lang/parser.h"

#include <string.h>

#include "base/text.h"
#include "lang/chars.h"

/* ---- tokens ---- */

TokenKind parser_peek_second(Parser *p) {
    if (!p->has_ahead) {
        p->ahead = lexer_next(p->lexer);
        p->has_ahead = true;
    }
    return p->ahead.kind;
}

static void next_token(Parser *p) {
    p->last = p->token.kind;
    if (p->last != TOKEN_NEWLINE && p->last != TOKEN_INDENT && p->last != TOKEN_DEDENT) {
        p->end = p->token.span.end;
    }
    p->token = p->has_ahead ? p->ahead : lexer_next(p->lexer);
    p->has_ahead = false;
}

void parser_advance(Parser *p) {
    if (!p->panic) {
        next_token(p);
    }
}

bool parser_accept(Parser *p, TokenKind kind) {
    if (parser_peek(p) != kind) {
        return false;
    }
    next_token(p);
    return true;
}

bool parser_expect(Parser *p, TokenKind kind) {
    if (parser_accept(p, kind)) {
        return true;
    }
    parser_unexpected(p);
    return false;
}

bool parser_is_word(const Parser *p, const char *word) {
    return parser_peek(p) == TOKEN_NAME && str_is(parser_text(p, p->token.span), word);
}

Str parser_text(const Parser *p, Span span) {
    return (Str){p->source->text.at + span.start, span.end - span.start};
}

/* Full-width letters and digits are the same name as ASCII ones. */
static Str fold(Arena *a, Str text) {
    Sink out = sink_memory(a);
    for (size_t i = 0; i < text.len;) {
        char bytes[4];
        uint32_t cp = utf8_next(text, &i);
        cp = cp >= 0xff10 && cp <= 0xff5a ? cp - 0xff00 + 0x20 : cp;
        sink_put(&out, (Str){bytes, utf8_put(bytes, cp)});
    }
    return sink_str(&out);
}

Name parser_name(Parser *p, Span span) {
    Str text = parser_text(p, span);
    return name_of(p->names, memchr(text.at, 0xef, text.len) ? fold(p->arena, text) : text);
}

Span parser_span(const Parser *p, uint32_t start) {
    return (Span){start, p->end > start ? p->end : start};
}

Node *parser_node(Parser *p, NodeKind kind, uint32_t start) {
    return ast_make(p->arena, kind, parser_span(p, start));
}

Node *parser_broken(Parser *p) {
    return ast_make(p->arena, NODE_BROKEN, p->token.span);
}

Name parser_take_id(Parser *p) {
    TokenKind kind = parser_peek(p);
    bool name_in_2 =
        p->python == 2 && (kind == TOKEN_TRUE || kind == TOKEN_FALSE) && p->last == TOKEN_DOT;
    if (kind != TOKEN_NAME && !name_in_2) {
        parser_unexpected(p);
        return name_z(p->names, "");
    }
    Name name = parser_name(p, p->token.span);
    next_token(p);
    return name;
}

Node *parser_take_name(Parser *p) {
    uint32_t start = p->token.span.start;
    Name id = parser_take_id(p);
    Node *n = parser_node(p, NODE_NAME, start);
    n->name.id = id;
    return n;
}

/* ---- faults ---- */

static void report(Parser *p, Span span, Str message, const char *hint) {
    if (!p->lexer->stopped) {
        diags_add(p->diags, SEVERITY_ERROR, span, message, hint ? str_of(hint) : STR(""));
    }
}

void parser_fault(Parser *p, Span span, const char *message, const char *hint) {
    if (p->panic) {
        return;
    }
    if (p->token.kind != TOKEN_ERROR) { /* else the lexer reported it */
        report(p, span, str_of(message), hint);
    }
    p->panic = true;
    p->lexer->quiet = p->lexer->nbrackets > 0;
}

void parser_complain(Parser *p, Span span, const char *message, const char *hint) {
    if (!p->panic) {
        report(p, span, str_of(message), hint);
    }
}

void parser_complain_of(Parser *p, Span span, const char *format, Str name, const char *hint) {
    Sink out = sink_memory(p->arena);
    const char *at = strstr(format, "%s");
    size_t before = at ? (size_t)(at - format) : strlen(format);
    sink_put(&out, (Str){format, before});
    if (at) {
        sink_put(&out, char_short(p->arena, name));
        sink_z(&out, at + 2);
    }
    if (!p->panic) {
        report(p, span, sink_str(&out), hint);
    }
}

void parser_only_3(Parser *p, Span span, const char *what) {
    if (p->python == 2) {
        parser_complain_of(p, span, _("invalid syntax: Python 2 has no %s"), str_of(_(what)),
                           _("run it as Python 3 (--python 3)"));
    }
}

void parser_refuse_async(Parser *p) {
    if (!p->async_refused) {
        parser_complain(p, p->token.span, _("async functions are not modelled"),
                        _("leave out async and await"));
    }
    p->async_refused = true;
}

bool parser_enter(Parser *p) {
    if (p->depth >= PARSER_DEPTH) {
        parser_fault(p, p->token.span, _("the expression is nested too deeply"),
                     _("give parts of it names of their own"));
        return false;
    }
    p->depth++;
    return true;
}

void parser_leave(Parser *p) {
    p->depth--;
}

bool parser_begins_operand(TokenKind kind) {
    return kind == TOKEN_NAME || kind == TOKEN_NUMBER || kind == TOKEN_STRING ||
           kind == TOKEN_TRUE || kind == TOKEN_FALSE || kind == TOKEN_NONE ||
           kind == TOKEN_LAMBDA || kind == TOKEN_BACKTICK || kind == TOKEN_LEFT_BRACE;
}

static bool ends_operand(TokenKind kind) {
    return kind == TOKEN_NAME || kind == TOKEN_NUMBER || kind == TOKEN_STRING ||
           kind == TOKEN_TRUE || kind == TOKEN_FALSE || kind == TOKEN_NONE ||
           kind == TOKEN_RIGHT_PAREN || kind == TOKEN_RIGHT_BRACKET || kind == TOKEN_RIGHT_BRACE;
}

/* A hint for a token that does not fit. */
static const char *hint_of(const Parser *p) {
    TokenKind kind = p->token.kind;
    if (kind == TOKEN_PERCENT && (p->last == TOKEN_NEWLINE || p->last == TOKEN_DEDENT)) {
        return _("a line that begins with '%' is a command of IPython; remove it");
    }
    if (kind == TOKEN_BACKTICK) {
        return _("backticks belong to Python 2; write repr(x)");
    }
    if (kind == TOKEN_NEWLINE || kind == TOKEN_END) {
        return _("something is missing at the end of the line");
    }
    if (kind == TOKEN_COLON) {
        return _("is the word at the beginning of the statement spelled right?");
    }
    if (token_is_keyword(kind) && !ends_operand(p->last)) {
        return _("the words of the language cannot be names; choose another name");
    }
    return parser_begins_operand(kind) && ends_operand(p->last)
               ? _("is an operator, a comma or a new line missing before it?")
               : "";
}

static Str unexpected_text(Parser *p) {
    TokenKind kind = p->token.kind;
    if (kind == TOKEN_EQUAL && token_is_keyword(p->last)) {
        return str_printf(p->arena, _("invalid syntax: '%s' is a word of the language, not a name"),
                          token_text(p->last));
    }
    if (kind == TOKEN_EQUAL) {
        return str_of(_("invalid syntax. Maybe you meant '==' or ':=' instead of '='?"));
    }
    if (p->lexer->nbrackets > 0 && parser_begins_operand(kind) && ends_operand(p->last)) {
        return str_of(_("invalid syntax. Perhaps you forgot a comma?"));
    }
    if (kind == TOKEN_NEWLINE || kind == TOKEN_END || kind == TOKEN_INDENT ||
        kind == TOKEN_DEDENT) {
        return p->lexer->field ? str_of(_("f-string: the expression ends too early"))
                               : str_of(_("invalid syntax: unexpected end of line"));
    }
    Str shown = char_short(p->arena, parser_text(p, p->token.span));
    return str_printf(p->arena, _("invalid syntax: unexpected '%.*s'"), STR_ARG(shown));
}

void parser_unexpected(Parser *p) {
    if (!p->panic) {
        Str message = unexpected_text(p);
        parser_fault(p, p->token.span, message.at, hint_of(p));
    }
}

/* ---- lines and blocks ---- */

/* Ends a panic: skips to the end of the line, and takes it. */
static void synchronise(Parser *p) {
    p->panic = false;
    p->failed = true;
    p->depth = 0;
    while (p->token.kind != TOKEN_NEWLINE && p->token.kind != TOKEN_END &&
           p->token.kind != TOKEN_INDENT && p->token.kind != TOKEN_DEDENT) {
        next_token(p);
    }
    if (p->token.kind == TOKEN_NEWLINE) {
        next_token(p);
    }
}

static void end_line(Parser *p) {
    if (parser_peek(p) != TOKEN_END && !parser_accept(p, TOKEN_NEWLINE)) {
        parser_unexpected(p);
    }
    if (p->panic) {
        synchronise(p);
    }
}

void parse_simple_line(Parser *p, NodeList *out) {
    do {
        ast_append(out, parse_simple(p));
    } while (parser_accept(p, TOKEN_SEMICOLON) && parser_peek(p) != TOKEN_NEWLINE &&
             parser_peek(p) != TOKEN_END);
    end_line(p);
}

/* The statements of a block, behind its INDENT. */
static void parse_block(Parser *p, NodeList *out) {
    p->failed = false;
    while (p->token.kind != TOKEN_DEDENT && p->token.kind != TOKEN_END) {
        parse_statement(p, out);
    }
    if (p->token.kind == TOKEN_DEDENT) {
        next_token(p);
    }
    p->failed = false;
}

static void missing_block(Parser *p, const char *owner, uint32_t start) {
    if (p->lexer->mixed) {
        return; /* tabs hide where blocks are: that was reported */
    }
    unsigned line = source_line_of(p->source, start);
    Str message =
        str_printf(p->arena, _("expected an indented block after '%s' on line %u"), owner, line);
    parser_complain(p, (Span){p->token.span.start, p->token.span.end}, message.at,
                    _("indent the lines that belong to it, or write pass"));
}

/* The colon that ends a head; a missing one at the end of the line does no more harm. */
static bool take_colon(Parser *p, const char *owner) {
    if (parser_accept(p, TOKEN_COLON)) {
        return true;
    }
    Span here = {p->end, p->end};
    if (parser_peek(p) == TOKEN_NEWLINE) {
        Str hint = str_printf(p->arena, _("the line of '%s' ends with a colon"), owner);
        parser_complain(p, here, _("expected ':'"), hint.at);
        return true;
    }
    if (parser_peek(p) == TOKEN_EQUAL) {
        parser_unexpected(p);
    }
    parser_fault(p, p->token.span, _("expected ':'"), hint_of(p));
    return false;
}

void parse_suite(Parser *p, NodeList *out, const char *owner, uint32_t start) {
    bool whole = take_colon(p, owner);
    if (!whole) {
        synchronise(p);
    } else if (!parser_accept(p, TOKEN_NEWLINE)) {
        parse_simple_line(p, out);
        return;
    }
    if (p->token.kind == TOKEN_INDENT) {
        next_token(p);
        parse_block(p, out);
    } else if (whole) {
        missing_block(p, owner, start);
    }
}

/* Skips a block without looking into it. */
static void skip_block(Parser *p) {
    uint32_t depth = 0;
    do {
        depth += p->token.kind == TOKEN_INDENT;
        depth -= p->token.kind == TOKEN_DEDENT;
        next_token(p);
    } while (depth > 0 && p->token.kind != TOKEN_END);
}

/* A block that belongs to nothing: after a broken statement it is only looked through. */
static void parse_stray_block(Parser *p, NodeList *out) {
    NodeList dropped = {0};
    if (p->refused) {
        p->refused = false;
        skip_block(p);
        return;
    }
    bool quiet = p->failed || p->lexer->mixed;
    if (!quiet) {
        parser_complain(p, p->token.span, _("unexpected indent"),
                        _("begin the line in the same column as the one before it"));
    }
    next_token(p);
    parse_block(p, quiet ? &dropped : out);
}

void parse_statement(Parser *p, NodeList *out) {
    if (p->token.kind == TOKEN_INDENT) {
        parse_stray_block(p, out);
        return;
    }
    if (p->token.kind == TOKEN_NEWLINE) {
        next_token(p);
        return;
    }
    p->failed = p->refused = false;
    p->depth = 0;
    Node *n = parse_compound(p);
    if (n) {
        ast_append(out, n);
        p->future_allowed = false;
    } else {
        parse_simple_line(p, out);
    }
    if (p->panic) {
        synchronise(p);
    }
}

ModuleNode *parse_source(Arena *a, Names *names, const Source *source, int python, Diags *diags) {
    Lexer lexer;
    lexer_init(&lexer, source, python, diags);
    Parser p = {.arena = a, .names = names, .source = source, .diags = diags, .python = python};
    p.lexer = &lexer;
    p.division = p.absolute_import = python == 3;
    p.future_allowed = true;
    next_token(&p);
    p.end = 0;
    p.last = TOKEN_NEWLINE;
    ModuleNode *module = ARENA_NEW(a, ModuleNode);
    while (p.token.kind != TOKEN_END) {
        parse_statement(&p, &module->body);
        if (p.token.kind == TOKEN_DEDENT) {
            next_token(&p);
        }
    }
    module->future_division = p.division;
    module->absolute_import = p.absolute_import;
    return module;
}
