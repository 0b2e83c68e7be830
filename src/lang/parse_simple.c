/* Statements of one line. */
#include <string.h>

#include "base/text.h"
#include "lang/parser.h"

static Node *with_operand(Parser *p, NodeKind kind, Node *operand, uint32_t start) {
    Node *n = parser_node(p, kind, start);
    n->unary.operand = operand;
    return n;
}

static Node *pair(Parser *p, NodeKind kind, Node *left, Node *right, uint32_t start) {
    Node *n = parser_node(p, kind, start);
    n->binary.left = left;
    n->binary.right = right;
    return n;
}

static bool at_line_end(const Parser *p) {
    TokenKind kind = parser_peek(p);
    return kind == TOKEN_NEWLINE || kind == TOKEN_SEMICOLON || kind == TOKEN_END;
}

/* ---- assignments ---- */

/* The operator of `op=`, or -1. */
static int augmented_operator(const Parser *p, TokenKind kind) {
    static const struct {
        unsigned char token, op;
    } table[] = {
        {TOKEN_PLUS_EQUAL, BINARY_OPERATOR_ADD},
        {TOKEN_MINUS_EQUAL, BINARY_OPERATOR_SUBTRACT},
        {TOKEN_STAR_EQUAL, BINARY_OPERATOR_MULTIPLY},
        {TOKEN_SLASH_EQUAL, BINARY_OPERATOR_TRUE_DIVIDE},
        {TOKEN_DOUBLE_SLASH_EQUAL, BINARY_OPERATOR_FLOOR_DIVIDE},
        {TOKEN_PERCENT_EQUAL, BINARY_OPERATOR_MODULO},
        {TOKEN_DOUBLE_STAR_EQUAL, BINARY_OPERATOR_POWER},
        {TOKEN_AT_EQUAL, BINARY_OPERATOR_MATRIX_MULTIPLY},
        {TOKEN_LEFT_SHIFT_EQUAL, BINARY_OPERATOR_LEFT_SHIFT},
        {TOKEN_RIGHT_SHIFT_EQUAL, BINARY_OPERATOR_RIGHT_SHIFT},
        {TOKEN_AMPERSAND_EQUAL, BINARY_OPERATOR_AND},
        {TOKEN_CARET_EQUAL, BINARY_OPERATOR_XOR},
        {TOKEN_BAR_EQUAL, BINARY_OPERATOR_OR},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (table[i].token == kind) {
            bool classic = kind == TOKEN_SLASH_EQUAL && !p->division;
            return classic ? BINARY_OPERATOR_CLASSIC_DIVIDE : table[i].op;
        }
    }
    return -1;
}

static Node *assign(Parser *p, Node *first, uint32_t start) {
    Node *n = ast_make(p->arena, NODE_ASSIGN, first->span);
    Node *value = first;
    while (parser_accept(p, TOKEN_EQUAL)) {
        check_target(p, value, TARGET_ASSIGN);
        ast_append(&n->assign.targets, value);
        value = parse_value(p);
    }
    n->assign.value = value;
    n->span = parser_span(p, start);
    return n;
}

static Node *augmented(Parser *p, Node *target, int op, uint32_t start) {
    if (op == BINARY_OPERATOR_MATRIX_MULTIPLY) {
        parser_only_3(p, p->token.span, N_("operator @="));
    }
    check_target(p, target, TARGET_AUGMENTED);
    parser_advance(p);
    Node *value = parse_value(p);
    Node *n = pair(p, NODE_AUGMENTED, target, value, start);
    n->op = (uint8_t)op;
    return n;
}

/* `target: annotation = value`. */
static Node *annotated(Parser *p, Node *target, uint32_t start) {
    parser_only_3(p, p->token.span, N_("annotations"));
    if (target->kind != NODE_NAME && target->kind != NODE_ATTRIBUTE &&
        target->kind != NODE_SUBSCRIPT) {
        parser_fault(p, target->span, _("illegal target for annotation"),
                     _("is the word at the beginning of the statement spelled right?"));
    }
    parser_advance(p);
    if (at_line_end(p)) {
        parser_fault(p, target->span, _("invalid syntax: no statement begins like this"),
                     _("is the word at the beginning of the statement spelled right?"));
    }
    Node *annotation = parse_test(p);
    Node *value = parser_accept(p, TOKEN_EQUAL) ? parse_value(p) : NULL;
    Node *n = pair(p, NODE_ANNOTATED, target, value, start);
    n->annotated.annotation = annotation;
    return n;
}

static Node *expression(Parser *p) {
    uint32_t start = p->token.span.start;
    Node *first = parse_value(p);
    TokenKind kind = parser_peek(p);
    int op = augmented_operator(p, kind);
    if (kind == TOKEN_EQUAL) {
        return assign(p, first, start);
    }
    if (op >= 0) {
        return augmented(p, first, op, start);
    }
    if (kind == TOKEN_COLON) {
        return annotated(p, first, start);
    }
    return with_operand(p, NODE_EXPRESSION, first, start);
}

/* ---- print, exec, match, async ---- */

static Node *print_values(Parser *p, Node *n) {
    while (!at_line_end(p)) {
        n->op = 0;
        ast_append(&n->print.values, parse_test(p));
        if (!parser_accept(p, TOKEN_COMMA)) {
            break;
        }
        n->op = 1;
    }
    return n;
}

Node *parse_print(Parser *p) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    Node *n = ast_make(p->arena, NODE_PRINT, p->token.span);
    if (parser_accept(p, TOKEN_RIGHT_SHIFT)) {
        n->print.file = parse_test(p);
        if (parser_accept(p, TOKEN_COMMA) && at_line_end(p)) {
            parser_unexpected(p);
        }
    }
    if (parser_peek(p) == TOKEN_EQUAL) {
        parser_fault(p, p->token.span, _("print is a statement in Python 2, not a name"),
                     _("begin the program with: from __future__ import print_function"));
    }
    print_values(p, n);
    n->span = parser_span(p, start);
    return n;
}

/* Does a word that is no keyword begin a statement of its own: is it followed by an operand? */
static bool begins(Parser *p, const char *word) {
    return parser_is_word(p, word) && parser_begins_operand(parser_peek_second(p)) &&
           parser_peek_second(p) != TOKEN_LEFT_BRACE;
}

/* Python 2's statement in Python 3: said, and read as it was meant. */
static Node *print_in_3(Parser *p) {
    parser_complain(p, p->token.span,
                    _("Missing parentheses in call to 'print'. Did you mean print(...)?"),
                    _("write print(...), or run it as Python 2 (--python 2)"));
    return parse_print(p);
}

static Node *refused(Parser *p, const char *message, const char *hint) {
    parser_fault(p, p->token.span, message, hint);
    p->refused = true;
    return parser_broken(p);
}

static Node *word_statement(Parser *p) {
    bool statement = p->python == 2 && !p->print_function;
    if (statement && parser_is_word(p, "print")) {
        return parse_print(p);
    }
    if (begins(p, "print")) {
        return print_in_3(p);
    }
    if (begins(p, "exec")) {
        return refused(p, _("exec is not modelled"), _("write the statements themselves"));
    }
    if (begins(p, "match")) {
        return refused(p, _("match statements are not modelled"), _("write if and elif"));
    }
    if (begins(p, "nonlocal") && p->python == 2) {
        return refused(p, _("invalid syntax: Python 2 has no nonlocal"),
                       _("run it as Python 3 (--python 3)"));
    }
    return expression(p);
}

/* ---- statements with a keyword ---- */

static Node *bare(Parser *p, NodeKind kind) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    return parser_node(p, kind, start);
}

static Node *return_(Parser *p) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    return with_operand(p, NODE_RETURN, at_line_end(p) ? NULL : parse_test_list(p), start);
}

/* raise E, value, traceback of Python 2. */
static void raise_parts(Parser *p, Node *n) {
    if (p->python == 3) {
        parser_complain(
            p, p->token.span, _("invalid syntax: raise takes one exception"),
            _("write raise E(\"message\"); raise E, \"message\" is Python 2 (--python 2)"));
    }
    parser_advance(p);
    n->raise.value = parse_test(p);
    n->raise.traceback = parser_accept(p, TOKEN_COMMA) ? parse_test(p) : NULL;
}

static Node *raise_(Parser *p) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    Node *n = ast_make(p->arena, NODE_RAISE, p->token.span);
    if (!at_line_end(p)) {
        n->raise.exception = parse_test(p);
        if (parser_peek(p) == TOKEN_FROM) {
            parser_only_3(p, p->token.span, N_("'raise ... from ...'"));
            parser_advance(p);
            n->raise.cause = parse_test(p);
        } else if (parser_peek(p) == TOKEN_COMMA) {
            raise_parts(p, n);
        }
    }
    n->span = parser_span(p, start);
    return n;
}

static Node *assert_(Parser *p) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    Node *test = parse_test(p);
    Node *message = parser_accept(p, TOKEN_COMMA) ? parse_test(p) : NULL;
    if (test->kind == NODE_TUPLE && test->list.count > 0 && !p->panic) {
        diags_add(p->diags, SEVERITY_NOTE, test->span,
                  str_of(_("assertion is always true, perhaps remove parentheses?")), STR(""));
    }
    return pair(p, NODE_ASSERT, test, message, start);
}

static Node *delete_(Parser *p) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    Node *n = ast_make(p->arena, NODE_DELETE, p->token.span);
    do {
        Node *target = parse_operators(p, PRECEDENCE_BIT_OR);
        check_target(p, target, TARGET_DELETE);
        ast_append(&n->list, target);
    } while (parser_accept(p, TOKEN_COMMA) && !at_line_end(p));
    n->span = parser_span(p, start);
    return n;
}

static Node *declaration(Parser *p, NodeKind kind) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    Node *n = ast_make(p->arena, kind, p->token.span);
    do {
        ast_append(&n->list, parser_take_name(p));
    } while (parser_accept(p, TOKEN_COMMA));
    n->span = parser_span(p, start);
    return n;
}

/* else, elif, except … without the statement that they belong to. */
static Node *orphan(Parser *p) {
    parser_complain_of(p, p->token.span, _("invalid syntax: '%s' belongs to no statement"),
                       str_of(token_text(p->token.kind)),
                       _("it stands in the same column as the statement that it belongs to, "
                         "with nothing between them"));
    p->panic = true;
    return parser_broken(p);
}

/* A statement that begins with one keyword, and what parses it. */
typedef struct Keyword {
    TokenKind kind;
    Node *(*parse)(Parser *p);
} Keyword;

static Node *pass(Parser *p) {
    return bare(p, NODE_PASS);
}

static Node *break_(Parser *p) {
    return bare(p, NODE_BREAK);
}

static Node *continue_(Parser *p) {
    return bare(p, NODE_CONTINUE);
}

static Node *global(Parser *p) {
    return declaration(p, NODE_GLOBAL);
}

static Node *nonlocal(Parser *p) {
    return declaration(p, NODE_NONLOCAL);
}

static Node *keyword_statement(Parser *p) {
    static const Keyword keywords[] = {
        {TOKEN_PASS, pass},           {TOKEN_BREAK, break_},    {TOKEN_CONTINUE, continue_},
        {TOKEN_RETURN, return_},      {TOKEN_RAISE, raise_},    {TOKEN_ASSERT, assert_},
        {TOKEN_DEL, delete_},         {TOKEN_GLOBAL, global},   {TOKEN_NONLOCAL, nonlocal},
        {TOKEN_IMPORT, parse_import}, {TOKEN_FROM, parse_from}, {TOKEN_ELSE, orphan},
        {TOKEN_ELIF, orphan},         {TOKEN_EXCEPT, orphan},   {TOKEN_FINALLY, orphan},
    };
    TokenKind kind = parser_peek(p);
    for (size_t i = 0; token_is_keyword(kind) && i < sizeof keywords / sizeof *keywords; i++) {
        if (keywords[i].kind == kind) {
            return keywords[i].parse(p);
        }
    }
    return expression(p);
}

static bool is_docstring(const Node *n) {
    return n->kind == NODE_EXPRESSION && n->unary.operand->kind == NODE_CONSTANT &&
           n->unary.operand->constant->kind == CONSTANT_STR;
}

Node *parse_simple(Parser *p) {
    Node *n = parser_peek(p) == TOKEN_NAME ? word_statement(p) : keyword_statement(p);
    bool future = n->kind == NODE_IMPORT_FROM && n->import.future;
    p->future_allowed = p->future_allowed && (future || is_docstring(n));
    return n;
}
