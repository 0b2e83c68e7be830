/* Expressions: operators by precedence, and what stands around them. */
#include "base/text.h"
#include "lang/parser.h"

/* What kind of node an infix operator makes. */
typedef enum InfixKind { INFIX_NONE, INFIX_BINARY, INFIX_COMPARE, INFIX_BOOLEAN } InfixKind;

typedef struct Infix {
    unsigned char precedence;
    unsigned char kind;
    unsigned char op; /* BinaryOperator, CompareOperator, or 0 `and`, 1 `or` */
} Infix;

#define BINARY(LEVEL, OP)                                                                          \
    { PRECEDENCE_##LEVEL, INFIX_BINARY, BINARY_OPERATOR_##OP }
#define COMPARE(OP)                                                                                \
    { PRECEDENCE_COMPARE, INFIX_COMPARE, COMPARE_OPERATOR_##OP }

static const Infix infixes[TOKEN_COUNT] = {
    [TOKEN_OR] = {PRECEDENCE_OR, INFIX_BOOLEAN, 1},
    [TOKEN_AND] = {PRECEDENCE_AND, INFIX_BOOLEAN, 0},
    [TOKEN_LESS] = COMPARE(LESS),
    [TOKEN_LESS_EQUAL] = COMPARE(LESS_EQUAL),
    [TOKEN_EQUAL_EQUAL] = COMPARE(EQUAL),
    [TOKEN_NOT_EQUAL] = COMPARE(NOT_EQUAL),
    [TOKEN_GREATER] = COMPARE(GREATER),
    [TOKEN_GREATER_EQUAL] = COMPARE(GREATER_EQUAL),
    [TOKEN_IN] = COMPARE(IN),
    [TOKEN_NOT] = COMPARE(NOT_IN),
    [TOKEN_IS] = COMPARE(IS),
    [TOKEN_BAR] = BINARY(BIT_OR, OR),
    [TOKEN_CARET] = BINARY(BIT_XOR, XOR),
    [TOKEN_AMPERSAND] = BINARY(BIT_AND, AND),
    [TOKEN_LEFT_SHIFT] = BINARY(SHIFT, LEFT_SHIFT),
    [TOKEN_RIGHT_SHIFT] = BINARY(SHIFT, RIGHT_SHIFT),
    [TOKEN_PLUS] = BINARY(SUM, ADD),
    [TOKEN_MINUS] = BINARY(SUM, SUBTRACT),
    [TOKEN_STAR] = BINARY(PRODUCT, MULTIPLY),
    [TOKEN_SLASH] = BINARY(PRODUCT, TRUE_DIVIDE),
    [TOKEN_DOUBLE_SLASH] = BINARY(PRODUCT, FLOOR_DIVIDE),
    [TOKEN_PERCENT] = BINARY(PRODUCT, MODULO),
    [TOKEN_AT] = BINARY(PRODUCT, MATRIX_MULTIPLY),
    [TOKEN_DOUBLE_STAR] = BINARY(POWER, POWER),
};

/* The infix operator that comes next; `not` is one only in `not in`. */
static Infix next_infix(Parser *p) {
    TokenKind kind = parser_peek(p);
    if (kind == TOKEN_NOT && parser_peek_second(p) != TOKEN_IN) {
        return (Infix){0};
    }
    return infixes[kind];
}

static Node *binary(Parser *p, Node *left, Infix x, uint32_t start) {
    Span sign = p->token.span;
    parser_advance(p);
    bool power = x.precedence == PRECEDENCE_POWER;
    if (power && !parser_enter(p)) {
        return left;
    }
    Node *right = parse_operators(p, power ? PRECEDENCE_UNARY : (Precedence)(x.precedence + 1));
    if (power) {
        parser_leave(p);
    }
    if (x.op == BINARY_OPERATOR_MATRIX_MULTIPLY) {
        parser_only_3(p, sign, N_("operator @"));
    }
    Node *n = parser_node(p, NODE_BINARY, start);
    n->op =
        x.op == BINARY_OPERATOR_TRUE_DIVIDE && !p->division ? BINARY_OPERATOR_CLASSIC_DIVIDE : x.op;
    n->binary.left = left;
    n->binary.right = right;
    return n;
}

static Node *boolean(Parser *p, Node *first, Infix x, uint32_t start) {
    Node *n = parser_node(p, NODE_BOOLEAN, start);
    TokenKind kind = parser_peek(p);
    n->op = x.op;
    ast_append(&n->list, first);
    while (parser_accept(p, kind)) {
        ast_append(&n->list, parse_operators(p, (Precedence)(x.precedence + 1)));
    }
    n->span = parser_span(p, start);
    return n;
}

/* Takes a comparison operator, some of which are two words. */
static uint8_t take_compare(Parser *p, Infix x) {
    parser_advance(p);
    if (x.op == COMPARE_OPERATOR_NOT_IN) {
        parser_advance(p);
    }
    return x.op == COMPARE_OPERATOR_IS && parser_accept(p, TOKEN_NOT) ? COMPARE_OPERATOR_IS_NOT
                                                                      : x.op;
}

static Node *comparison(Parser *p, Node *first, uint32_t start) {
    Node *n = parser_node(p, NODE_COMPARE, start);
    ast_append(&n->list, first);
    for (Infix x = next_infix(p); x.kind == INFIX_COMPARE; x = next_infix(p)) {
        uint8_t op = take_compare(p, x);
        Node *item = parse_operators(p, PRECEDENCE_BIT_OR);
        Node *entry = ast_make(p->arena, NODE_COMPARED, item->span);
        entry->op = op;
        entry->unary.operand = item;
        ast_append(&n->list, entry);
    }
    n->span = parser_span(p, start);
    return n;
}

static Node *unary(Parser *p, UnaryOperator op, Precedence operand) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    if (!parser_enter(p)) {
        return parser_broken(p);
    }
    Node *inner = parse_operators(p, operand);
    parser_leave(p);
    Node *n = parser_node(p, NODE_UNARY, start);
    n->op = (uint8_t)op;
    n->unary.operand = inner;
    return n;
}

static Node *attribute(Parser *p, Node *object, uint32_t start) {
    parser_advance(p);
    Name name = parser_take_id(p);
    Node *n = parser_node(p, NODE_ATTRIBUTE, start);
    n->attribute.object = object;
    n->attribute.name = name;
    return n;
}

static Node *call(Parser *p, Node *callee, uint32_t start) {
    Node *n = ast_make(p->arena, NODE_CALL, (Span){start, start});
    parser_advance(p);
    n->call.callee = callee;
    parse_arguments(p, &n->call.args);
    n->span = parser_span(p, start);
    return n;
}

static bool at_slice_end(const Parser *p) {
    TokenKind kind = parser_peek(p);
    return kind == TOKEN_COLON || kind == TOKEN_COMMA || kind == TOKEN_RIGHT_BRACKET;
}

static Node *slice(Parser *p, Node *lower, uint32_t start) {
    Node *upper = NULL, *step = NULL;
    if (parser_expect(p, TOKEN_COLON) && !at_slice_end(p)) {
        upper = parse_test(p);
    }
    if (parser_accept(p, TOKEN_COLON) && !at_slice_end(p)) {
        step = parse_test(p);
    }
    Node *n = parser_node(p, NODE_SLICE, start);
    n->slice.lower = lower;
    n->slice.upper = upper;
    n->slice.step = step;
    return n;
}

static Node *subscript_item(Parser *p) {
    uint32_t start = p->token.span.start;
    if (parser_peek(p) == TOKEN_STAR) {
        parser_fault(p, p->token.span, _("a starred expression in an index is not modelled"), "");
    }
    Node *lower = parser_peek(p) == TOKEN_COLON ? NULL : parse_named(p);
    return lower && parser_peek(p) != TOKEN_COLON ? lower : slice(p, lower, start);
}

static Node *index_of(Parser *p) {
    uint32_t start = p->token.span.start;
    Node *first = subscript_item(p);
    if (parser_peek(p) != TOKEN_COMMA) {
        return first;
    }
    Node *n = parser_node(p, NODE_TUPLE, start);
    ast_append(&n->list, first);
    while (parser_accept(p, TOKEN_COMMA) && parser_peek(p) != TOKEN_RIGHT_BRACKET) {
        ast_append(&n->list, subscript_item(p));
    }
    n->span = parser_span(p, start);
    return n;
}

static Node *subscript(Parser *p, Node *object, uint32_t start) {
    parser_advance(p);
    Node *n = ast_make(p->arena, NODE_SUBSCRIPT, (Span){start, start});
    n->binary.left = object;
    n->binary.right = index_of(p);
    parser_expect(p, TOKEN_RIGHT_BRACKET);
    n->span = parser_span(p, start);
    return n;
}

static Node *primary(Parser *p) {
    uint32_t start = p->token.span.start;
    Node *n = parse_atom(p);
    for (;;) {
        TokenKind kind = parser_peek(p);
        if (kind == TOKEN_DOT) {
            n = attribute(p, n, start);
        } else if (kind == TOKEN_LEFT_PAREN) {
            n = call(p, n, start);
        } else if (kind == TOKEN_LEFT_BRACKET) {
            n = subscript(p, n, start);
        } else {
            return n;
        }
    }
}

static Node *prefix(Parser *p, Precedence loosest) {
    TokenKind kind = parser_peek(p);
    if (kind == TOKEN_NOT && loosest <= PRECEDENCE_NOT) {
        return unary(p, UNARY_OPERATOR_NOT, PRECEDENCE_NOT);
    }
    return kind == TOKEN_MINUS   ? unary(p, UNARY_OPERATOR_NEGATIVE, PRECEDENCE_UNARY)
           : kind == TOKEN_PLUS  ? unary(p, UNARY_OPERATOR_POSITIVE, PRECEDENCE_UNARY)
           : kind == TOKEN_TILDE ? unary(p, UNARY_OPERATOR_INVERT, PRECEDENCE_UNARY)
                                 : primary(p);
}

Node *parse_operators(Parser *p, Precedence loosest) {
    uint32_t start = p->token.span.start;
    Node *left = prefix(p, loosest);
    for (;;) {
        Infix x = next_infix(p);
        if (x.kind == INFIX_NONE || x.precedence < loosest) {
            return left;
        }
        left = x.kind == INFIX_BINARY    ? binary(p, left, x, start)
               : x.kind == INFIX_COMPARE ? comparison(p, left, start)
                                         : boolean(p, left, x, start);
    }
}

static Node *conditional(Parser *p, Node *body, uint32_t start) {
    parser_advance(p);
    Node *test = parse_operators(p, PRECEDENCE_OR);
    if (parser_peek(p) != TOKEN_ELSE) {
        parser_fault(p, p->token.span, _("expected 'else' after 'if' expression"),
                     _("it is written: value if condition else other"));
    }
    parser_advance(p);
    Node *orelse = parse_test(p);
    Node *n = parser_node(p, NODE_CONDITIONAL, start);
    n->conditional.test = test;
    n->conditional.body = body;
    n->conditional.orelse = orelse;
    return n;
}

Node *parse_test(Parser *p) {
    uint32_t start = p->token.span.start;
    if (!parser_enter(p)) {
        return parser_broken(p);
    }
    Node *n;
    if (parser_peek(p) == TOKEN_LAMBDA) {
        n = parse_lambda(p);
    } else {
        n = parse_operators(p, PRECEDENCE_OR);
        n = parser_peek(p) == TOKEN_IF ? conditional(p, n, start) : n;
    }
    parser_leave(p);
    return n;
}

Node *parse_named(Parser *p) {
    uint32_t start = p->token.span.start;
    Node *left = parse_test(p);
    if (parser_peek(p) != TOKEN_WALRUS) {
        return left;
    }
    parser_only_3(p, p->token.span, N_("operator :="));
    check_target(p, left, TARGET_WALRUS);
    parser_advance(p);
    Node *right = parse_test(p);
    if (left->kind != NODE_NAME) {
        return right;
    }
    Node *n = parser_node(p, NODE_WALRUS, start);
    n->binary.left = left;
    n->binary.right = right;
    return n;
}

static Node *starred(Parser *p, Precedence operand) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    Node *inner = parse_operators(p, operand);
    Node *n = parser_node(p, NODE_STARRED, start);
    n->unary.operand = inner;
    return n;
}

/* May an item of a list begin here? */
static bool at_item(const Parser *p) {
    TokenKind kind = parser_peek(p);
    return parser_begins_operand(kind) || kind == TOKEN_LEFT_PAREN || kind == TOKEN_LEFT_BRACKET ||
           kind == TOKEN_NOT || kind == TOKEN_MINUS || kind == TOKEN_PLUS || kind == TOKEN_TILDE ||
           kind == TOKEN_STAR || kind == TOKEN_ELLIPSIS;
}

/* Items up to the last comma, as one TUPLE; one item without a comma as it is. */
static Node *item_list(Parser *p, Node *(*item)(Parser *)) {
    uint32_t start = p->token.span.start;
    Node *first = item(p);
    if (parser_peek(p) != TOKEN_COMMA) {
        return first;
    }
    Node *n = parser_node(p, NODE_TUPLE, start);
    ast_append(&n->list, first);
    while (parser_accept(p, TOKEN_COMMA) && at_item(p)) {
        ast_append(&n->list, item(p));
    }
    n->span = parser_span(p, start);
    return n;
}

static Node *test_item(Parser *p) {
    return parser_peek(p) == TOKEN_STAR ? starred(p, PRECEDENCE_BIT_OR) : parse_test(p);
}

static Node *target_item(Parser *p) {
    return parser_peek(p) == TOKEN_STAR ? starred(p, PRECEDENCE_BIT_OR)
                                        : parse_operators(p, PRECEDENCE_BIT_OR);
}

Node *parse_test_list(Parser *p) {
    Node *n = item_list(p, test_item);
    if (n->kind != NODE_STARRED || parser_peek(p) == TOKEN_EQUAL) {
        return n;
    }
    parser_complain(p, n->span, _("can't use starred expression here"),
                    _("a tuple of one item needs a comma: *a,"));
    return n->unary.operand;
}

Node *parse_target_list(Parser *p) {
    Node *n = item_list(p, target_item);
    check_target(p, n, TARGET_ASSIGN);
    return n;
}

Node *parse_yield(Parser *p) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    bool from = parser_accept(p, TOKEN_FROM);
    Node *value = from ? parse_test(p) : at_item(p) ? parse_test_list(p) : NULL;
    Node *n = parser_node(p, from ? NODE_YIELD_FROM : NODE_YIELD, start);
    n->unary.operand = value;
    if (from) {
        parser_only_3(p, n->span, N_("'yield from'"));
    }
    return n;
}

Node *parse_value(Parser *p) {
    return parser_peek(p) == TOKEN_YIELD ? parse_yield(p) : parse_test_list(p);
}
