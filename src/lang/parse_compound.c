/* Statements that hold blocks. */
#include "base/text.h"
#include "lang/parser.h"

/* ---- if, while, for ---- */

static Node *branch(Parser *p, const char *owner) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    Node *n = ast_make(p->arena, NODE_BRANCH, (Span){start, start});
    n->loop.condition = parse_named(p);
    n->span = parser_span(p, start);
    parse_suite(p, &n->loop.body, owner, start);
    return n;
}

/* `else if`, as other languages have it. */
static Node *else_if(Parser *p) {
    parser_complain(p, p->token.span, _("invalid syntax: 'else if' is written 'elif'"),
                    _("write elif"));
    return branch(p, "elif");
}

static Node *if_(Parser *p) {
    uint32_t start = p->token.span.start;
    Node *n = ast_make(p->arena, NODE_IF, p->token.span);
    ast_append(&n->branches.items, branch(p, "if"));
    n->span = (Span){start, n->branches.items.first->span.end};
    while (p->token.kind == TOKEN_ELIF || p->token.kind == TOKEN_ELSE) {
        uint32_t at = p->token.span.start;
        if (p->token.kind == TOKEN_ELIF) {
            ast_append(&n->branches.items, branch(p, "elif"));
            continue;
        }
        parser_advance(p);
        if (p->token.kind == TOKEN_IF) {
            ast_append(&n->branches.items, else_if(p));
            continue;
        }
        parse_suite(p, &n->branches.orelse, "else", at);
        break;
    }
    return n;
}

/* The else of a loop or try. */
static void else_(Parser *p, NodeList *out) {
    uint32_t start = p->token.span.start;
    if (parser_accept(p, TOKEN_ELSE)) {
        parse_suite(p, out, "else", start);
    }
}

static Node *while_(Parser *p) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    Node *n = ast_make(p->arena, NODE_WHILE, (Span){start, start});
    n->loop.condition = parse_named(p);
    n->span = parser_span(p, start);
    parse_suite(p, &n->loop.body, "while", start);
    else_(p, &n->loop.orelse);
    return n;
}

static Node *for_(Parser *p) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    Node *n = ast_make(p->arena, NODE_FOR, (Span){start, start});
    n->loop.target = parse_target_list(p);
    if (parser_peek(p) != TOKEN_IN) {
        parser_fault(p, p->token.span, _("invalid syntax: expected 'in'"),
                     _("it is written: for name in values:"));
    }
    parser_advance(p);
    n->loop.condition = parse_test_list(p);
    n->span = parser_span(p, start);
    parse_suite(p, &n->loop.body, "for", start);
    else_(p, &n->loop.orelse);
    return n;
}

/* ---- try ---- */

/* The name behind `except E`: `as e`, or `, e` in Python 2. */
static Node *handler_target(Parser *p) {
    if (parser_accept(p, TOKEN_AS)) {
        return parser_take_name(p);
    }
    if (parser_peek(p) != TOKEN_COMMA) {
        return NULL;
    }
    if (p->python == 3) {
        parser_complain(p, p->token.span, _("multiple exception types must be parenthesized"),
                        _("write 'except E as e' or 'except (A, B)'; 'except E, e' is Python 2"));
    }
    parser_advance(p);
    Node *target = parse_operators(p, PRECEDENCE_BIT_OR);
    check_target(p, target, TARGET_ASSIGN);
    if (p->python == 3 || parser_peek(p) != TOKEN_COMMA) {
        while (parser_accept(p, TOKEN_COMMA)) {
            parse_test(p);
        }
    }
    return target;
}

static Node *handler(Parser *p) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    Node *n = ast_make(p->arena, NODE_HANDLER, (Span){start, start});
    if (parser_peek(p) == TOKEN_STAR) {
        parser_fault(p, p->token.span, _("except* is not modelled"), _("write except"));
    }
    if (parser_peek(p) != TOKEN_COLON && parser_peek(p) != TOKEN_NEWLINE) {
        n->handler.type = parse_test(p);
        n->handler.target = handler_target(p);
    }
    n->span = parser_span(p, start);
    parse_suite(p, &n->handler.body, "except", start);
    return n;
}

static void handlers(Parser *p, NodeList *list) {
    while (p->token.kind == TOKEN_EXCEPT) {
        if (list->last && !list->last->handler.type) {
            parser_complain(p, list->last->span, _("default 'except:' must be last"),
                            _("put the handler without a class behind the others"));
        }
        ast_append(list, handler(p));
    }
}

static Node *try_(Parser *p) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    Node *n = ast_make(p->arena, NODE_TRY, (Span){start, p->end});
    parse_suite(p, &n->try.body, "try", start);
    handlers(p, &n->try.handlers);
    if (n->try.handlers.count > 0) {
        else_(p, &n->try.orelse);
    }
    uint32_t at = p->token.span.start;
    if (parser_accept(p, TOKEN_FINALLY)) {
        parse_suite(p, &n->try.finally, "finally", at);
    } else if (n->try.handlers.count == 0) {
        parser_complain(p, n->span, _("expected 'except' or 'finally' block"),
                        _("a try needs at least one of them"));
    }
    return n;
}

/* ---- with ---- */

/* Do the parentheses behind `with` hold items: is there an `as` or a comma in them, and a colon
 * behind? Looks ahead with a copy of the lexer. */
static bool holds_items(const Parser *p) {
    if (parser_peek(p) != TOKEN_LEFT_PAREN || p->has_ahead) {
        return false;
    }
    Lexer lexer = *p->lexer;
    lexer.diags = NULL;
    uint32_t depth = lexer.nbrackets;
    bool items = false;
    Token t = lexer_next(&lexer);
    while (t.kind != TOKEN_END && t.kind != TOKEN_NEWLINE && lexer.nbrackets >= depth) {
        bool here = lexer.nbrackets == depth;
        items |= here && (t.kind == TOKEN_AS || t.kind == TOKEN_COMMA);
        t = lexer_next(&lexer);
    }
    return items && t.kind == TOKEN_RIGHT_PAREN && lexer_next(&lexer).kind == TOKEN_COLON;
}

static Node *with_item(Parser *p) {
    uint32_t start = p->token.span.start;
    Node *context = parse_test(p);
    Node *target = NULL;
    if (parser_accept(p, TOKEN_AS)) {
        target = parse_operators(p, PRECEDENCE_BIT_OR);
        check_target(p, target, TARGET_ASSIGN);
    }
    Node *n = parser_node(p, NODE_WITH_ITEM, start);
    n->binary.left = context;
    n->binary.right = target;
    return n;
}

static void with_items(Parser *p, NodeList *items) {
    bool paren = holds_items(p);
    if (paren) {
        parser_advance(p);
    }
    do {
        if (paren && parser_peek(p) == TOKEN_RIGHT_PAREN) {
            break;
        }
        if (items->count + p->lexer->nindents >= LEXER_INDENTS) {
            parser_fault(p, p->token.span, _("too many statically nested blocks"),
                         _("put the inner blocks into functions"));
        }
        ast_append(items, with_item(p));
    } while (parser_accept(p, TOKEN_COMMA));
    if (paren) {
        parser_expect(p, TOKEN_RIGHT_PAREN);
    }
}

static Node *with_(Parser *p) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    Node *n = ast_make(p->arena, NODE_WITH, (Span){start, start});
    with_items(p, &n->with.items);
    n->span = parser_span(p, start);
    parse_suite(p, &n->with.body, "with", start);
    return n;
}

/* ---- def, class ---- */

static Node *def(Parser *p) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    FunctionNode *f = ARENA_NEW(p->arena, FunctionNode);
    f->target = parser_take_name(p);
    if (parser_peek(p) != TOKEN_LEFT_PAREN) {
        parser_fault(p, p->token.span, _("expected '('"), _("a function is defined as: def f(x):"));
    }
    parser_advance(p);
    parse_parameters(p, f, TOKEN_RIGHT_PAREN);
    parser_expect(p, TOKEN_RIGHT_PAREN);
    if (parser_accept(p, TOKEN_ARROW)) {
        parser_only_3(p, parser_span(p, p->end), N_("annotations"));
        f->returns = parse_test(p);
    }
    f->header = parser_span(p, start);
    parse_suite(p, &f->body, "def", start);
    Node *n = parser_node(p, NODE_FUNCTION, start);
    n->function = f;
    return n;
}

static Node *class_(Parser *p) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    ClassNode *c = ARENA_NEW(p->arena, ClassNode);
    c->target = parser_take_name(p);
    if (parser_accept(p, TOKEN_LEFT_PAREN)) {
        parse_arguments(p, &c->bases);
    }
    c->header = parser_span(p, start);
    parse_suite(p, &c->body, "class", start);
    Node *n = parser_node(p, NODE_CLASS, start);
    n->class = c;
    return n;
}

static void refuse_async(Parser *p) {
    TokenKind second = parser_is_word(p, "async") ? parser_peek_second(p) : TOKEN_END;
    if (second == TOKEN_DEF || second == TOKEN_FOR || second == TOKEN_WITH) {
        parser_refuse_async(p);
        parser_advance(p);
    }
}

static void decorators(Parser *p, NodeList *list) {
    while (parser_accept(p, TOKEN_AT)) {
        ast_append(list, parse_named(p));
        if (!p->panic && !parser_expect(p, TOKEN_NEWLINE)) {
            return;
        }
    }
}

Node *parse_definition(Parser *p) {
    NodeList list = {0};
    decorators(p, &list);
    refuse_async(p);
    TokenKind kind = parser_peek(p);
    if (kind == TOKEN_DEF) {
        Node *n = def(p);
        n->function->decorators = list;
        return n;
    }
    if (kind == TOKEN_CLASS) {
        Node *n = class_(p);
        n->class->decorators = list;
        return n;
    }
    parser_fault(p, p->token.span,
                 _("invalid syntax: a decorator needs a function or a class below it"),
                 _("write def or class in the next line"));
    return parser_broken(p);
}

Node *parse_compound(Parser *p) {
    refuse_async(p);
    TokenKind kind = parser_peek(p);
    return kind == TOKEN_IF                                               ? if_(p)
           : kind == TOKEN_WHILE                                          ? while_(p)
           : kind == TOKEN_FOR                                            ? for_(p)
           : kind == TOKEN_TRY                                            ? try_(p)
           : kind == TOKEN_WITH                                           ? with_(p)
           : kind == TOKEN_DEF || kind == TOKEN_CLASS || kind == TOKEN_AT ? parse_definition(p)
                                                                          : NULL;
}
