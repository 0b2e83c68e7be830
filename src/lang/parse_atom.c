/* Atoms: names, literals, displays, comprehensions, and the arguments of calls. */
#include "base/map.h"
#include "base/text.h"
#include "lang/literal.h"
#include "lang/parser.h"

/* ---- constants ---- */

static Node *constant(Parser *p, Constant value, uint32_t start) {
    Node *n = parser_node(p, NODE_CONSTANT, start);
    n->constant = arena_copy(p->arena, &value, sizeof value);
    return n;
}

static Node *number(Parser *p) {
    Span span = p->token.span;
    Constant value = {.kind = CONSTANT_INT};
    if (!literal_number(p->arena, parser_text(p, span), p->python, &value)) {
        parser_complain(p, span, _("the integer has too many digits (the limit is 4300)"), "");
    }
    parser_advance(p);
    return constant(p, value, span.start);
}

static Node *word_constant(Parser *p, TokenKind kind) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    Constant value = {.kind = kind == TOKEN_NONE ? CONSTANT_NONE : CONSTANT_BOOL};
    if (kind == TOKEN_ELLIPSIS) {
        value.kind = CONSTANT_ELLIPSIS;
    } else if (kind != TOKEN_NONE) {
        value.boolean = kind == TOKEN_TRUE;
    }
    return constant(p, value, start);
}

/* ---- names ---- */

/* Strings with a prefix that this Python does not have begin with a name; print may be no name. */
static void check_name(Parser *p) {
    bool is_ur = parser_is_word(p, "ur");
    if ((is_ur || parser_is_word(p, "f")) && parser_peek_second(p) == TOKEN_STRING) {
        parser_fault(p, p->token.span,
                     is_ur ? _("invalid syntax: strings with the prefix ur belong to Python 2")
                           : _("invalid syntax: Python 2 has no f-strings"),
                     is_ur ? _("write r'...', or run it as Python 2 (--python 2)")
                           : _("write '...'.format(...), or run it as Python 3 (--python 3)"));
    } else if (p->python == 2 && !p->print_function && parser_is_word(p, "print")) {
        parser_fault(p, p->token.span, _("print is a statement in Python 2, not a value"),
                     _("begin the program with: from __future__ import print_function"));
    }
}

static bool at_await(Parser *p) {
    return p->python == 3 && parser_is_word(p, "await") &&
           parser_begins_operand(parser_peek_second(p));
}

static Node *name(Parser *p) {
    if (at_await(p)) {
        do {
            parser_refuse_async(p);
            parser_advance(p);
        } while (at_await(p));
        return parse_atom(p);
    }
    check_name(p);
    return parser_take_name(p);
}

/* ---- displays ---- */

static Node *item(Parser *p) {
    uint32_t start = p->token.span.start;
    if (!parser_accept(p, TOKEN_STAR)) {
        return parse_named(p);
    }
    Node *inner = parse_operators(p, PRECEDENCE_BIT_OR);
    Node *n = parser_node(p, NODE_STARRED, start);
    n->unary.operand = inner;
    return n;
}

/* The items behind `first` up to closer. */
static void more_items(Parser *p, NodeList *items, Node *first, TokenKind closer) {
    ast_append(items, first);
    while (parser_accept(p, TOKEN_COMMA) && parser_peek(p) != closer) {
        ast_append(items, item(p));
    }
    parser_expect(p, closer);
}

static Node *comprehended(Parser *p, ComprehensionKind kind, Node *element, uint32_t start,
                          TokenKind closer) {
    Node *n = parse_comprehension(p, kind, element, NULL, start);
    parser_expect(p, closer);
    n->span = parser_span(p, start);
    return n;
}

static bool at_for(Parser *p) {
    if (parser_is_word(p, "async") && parser_peek_second(p) == TOKEN_FOR) {
        parser_refuse_async(p);
        parser_advance(p);
    }
    return parser_peek(p) == TOKEN_FOR;
}

/* What stands in parentheses, behind "(". */
static Node *parenthesised(Parser *p, uint32_t start) {
    if (parser_peek(p) == TOKEN_YIELD) {
        Node *n = parse_yield(p);
        parser_expect(p, TOKEN_RIGHT_PAREN);
        return n;
    }
    Node *first = item(p);
    if (at_for(p)) {
        return comprehended(p, COMPREHENSION_GENERATOR, first, start, TOKEN_RIGHT_PAREN);
    }
    if (parser_peek(p) == TOKEN_COMMA) {
        Node *n = ast_make(p->arena, NODE_TUPLE, p->token.span);
        more_items(p, &n->list, first, TOKEN_RIGHT_PAREN);
        n->span = parser_span(p, start);
        return n;
    }
    if (first->kind == NODE_STARRED) {
        parser_complain(p, first->span, _("cannot use starred expression here"),
                        _("a tuple of one item needs a comma: (*a,)"));
    }
    parser_expect(p, TOKEN_RIGHT_PAREN);
    return first;
}

static Node *paren(Parser *p) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    Node *n;
    if (parser_accept(p, TOKEN_RIGHT_PAREN)) {
        n = parser_node(p, NODE_TUPLE, start);
    } else {
        n = parenthesised(p, start);
    }
    n->parenthesised = true;
    return n;
}

static Node *list(Parser *p) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    Node *n = ast_make(p->arena, NODE_LIST, (Span){start, start});
    if (!parser_accept(p, TOKEN_RIGHT_BRACKET)) {
        Node *first = item(p);
        if (at_for(p)) {
            return comprehended(p, COMPREHENSION_LIST, first, start, TOKEN_RIGHT_BRACKET);
        }
        more_items(p, &n->list, first, TOKEN_RIGHT_BRACKET);
    }
    n->span = parser_span(p, start);
    return n;
}

static Node *pair_of(Parser *p, Node *key, Node *value, uint32_t start) {
    Node *n = parser_node(p, NODE_PAIR, start);
    n->binary.left = key;
    n->binary.right = value;
    return n;
}

static Node *pair(Parser *p) {
    uint32_t start = p->token.span.start;
    if (parser_accept(p, TOKEN_DOUBLE_STAR)) {
        return pair_of(p, NULL, parse_operators(p, PRECEDENCE_BIT_OR), start);
    }
    Node *key = parse_test(p);
    if (parser_peek(p) != TOKEN_COLON) {
        parser_fault(p, p->token.span, _("':' expected after dictionary key"),
                     _("a dict is written {key: value, ...}"));
    }
    parser_advance(p);
    return pair_of(p, key, parse_test(p), start);
}

static Node *dict(Parser *p, Node *first, uint32_t start) {
    Node *n = ast_make(p->arena, NODE_DICT, first->span);
    ast_append(&n->list, first);
    while (parser_accept(p, TOKEN_COMMA) && parser_peek(p) != TOKEN_RIGHT_BRACE) {
        ast_append(&n->list, pair(p));
    }
    parser_expect(p, TOKEN_RIGHT_BRACE);
    n->span = parser_span(p, start);
    return n;
}

static Node *dict_or_comprehension(Parser *p, Node *key, uint32_t start) {
    Node *first;
    if (key) {
        parser_advance(p);
        first = pair_of(p, key, parse_test(p), key->span.start);
    } else {
        first = pair(p);
    }
    if (!at_for(p)) {
        return dict(p, first, start);
    }
    if (!first->binary.left) {
        parser_complain(p, first->span, _("dict unpacking cannot be used in dict comprehension"),
                        "");
    }
    Node *n =
        parse_comprehension(p, COMPREHENSION_DICT, first->binary.left, first->binary.right, start);
    parser_expect(p, TOKEN_RIGHT_BRACE);
    n->span = parser_span(p, start);
    return n;
}

static Node *brace(Parser *p) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    if (parser_accept(p, TOKEN_RIGHT_BRACE)) {
        return parser_node(p, NODE_DICT, start);
    }
    if (parser_peek(p) == TOKEN_DOUBLE_STAR) {
        return dict_or_comprehension(p, NULL, start);
    }
    Node *first = item(p);
    if (parser_peek(p) == TOKEN_COLON && first->kind != NODE_STARRED) {
        return dict_or_comprehension(p, first, start);
    }
    if (at_for(p)) {
        return comprehended(p, COMPREHENSION_SET, first, start, TOKEN_RIGHT_BRACE);
    }
    Node *n = ast_make(p->arena, NODE_SET, first->span);
    more_items(p, &n->list, first, TOKEN_RIGHT_BRACE);
    n->span = parser_span(p, start);
    return n;
}

static Node *backticks(Parser *p) {
    uint32_t start = p->token.span.start;
    if (p->python == 3) {
        parser_unexpected(p);
        return parser_broken(p);
    }
    parser_advance(p);
    Node *inner = parse_test_list(p);
    parser_expect(p, TOKEN_BACKTICK);
    Node *n = parser_node(p, NODE_REPR, start);
    n->unary.operand = inner;
    return n;
}

/* ---- comprehensions ---- */

static Node *condition(Parser *p) {
    if (parser_peek(p) != TOKEN_LAMBDA) {
        return parse_operators(p, PRECEDENCE_OR);
    }
    return parse_lambda(p);
}

/* What is iterated over; Python 2 allows a tuple without parentheses in lists. */
static Node *iterated(Parser *p, ComprehensionKind kind) {
    uint32_t start = p->token.span.start;
    Node *first = p->python == 2 ? condition(p) : parse_operators(p, PRECEDENCE_OR);
    if (p->python == 3 || kind != COMPREHENSION_LIST || parser_peek(p) != TOKEN_COMMA) {
        return first;
    }
    Node *n = ast_make(p->arena, NODE_TUPLE, first->span);
    ast_append(&n->list, first);
    while (parser_accept(p, TOKEN_COMMA) && parser_peek(p) != TOKEN_RIGHT_BRACKET) {
        ast_append(&n->list, condition(p));
    }
    n->span = parser_span(p, start);
    return n;
}

static Node *clause(Parser *p, ComprehensionKind kind) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    Node *target = parse_target_list(p);
    parser_expect(p, TOKEN_IN);
    Node *iter = iterated(p, kind);
    Node *n = ast_make(p->arena, NODE_CLAUSE, (Span){start, start});
    n->clause.target = target;
    n->clause.iter = iter;
    while (parser_accept(p, TOKEN_IF)) {
        ast_append(&n->clause.conditions, condition(p));
    }
    n->span = parser_span(p, start);
    return n;
}

Node *parse_comprehension(Parser *p, ComprehensionKind kind, Node *element, Node *value,
                          uint32_t start) {
    Node *n = ast_make(p->arena, NODE_COMPREHENSION, (Span){start, start});
    n->op = (uint8_t)kind;
    n->comprehension.element = element;
    n->comprehension.value = value;
    if (element && element->kind == NODE_STARRED) {
        parser_complain(p, element->span, _("iterable unpacking cannot be used in comprehension"),
                        "");
    }
    while (at_for(p)) {
        if (n->comprehension.clauses.count == LEXER_INDENTS) {
            parser_fault(p, p->token.span, _("too many statically nested blocks"), "");
            break;
        }
        ast_append(&n->comprehension.clauses, clause(p, kind));
    }
    n->span = parser_span(p, start);
    return n;
}

/* ---- arguments ---- */

/* What came before an argument, to know what may still come. */
typedef struct Arguments {
    NodeList *list;
    bool keyword, double_star;
    Map seen; /* keywords, once there are many */
} Arguments;

static bool is_repeated(Arguments *args, Name keyword) {
    if (args->list->count >= 16) {
        for (Node *n = args->list->first; args->seen.count == 0 && n; n = n->next) {
            if (n->kind == NODE_KEYWORD && n->keyword.name) {
                map_put(&args->seen, n->keyword.name);
            }
        }
        uint32_t before = args->seen.count;
        map_put(&args->seen, keyword);
        return args->seen.count == before;
    }
    for (Node *n = args->list->first; n; n = n->next) {
        if (n->kind == NODE_KEYWORD && n->keyword.name == keyword) {
            return true;
        }
    }
    return false;
}

static Node *keyword_argument(Parser *p, Arguments *args) {
    Span span = p->token.span;
    Name id = parser_take_id(p);
    parser_advance(p);
    if (is_repeated(args, id)) {
        parser_complain_of(p, span, _("keyword argument repeated: %s"), name_str(id), "");
    }
    args->keyword = true;
    Node *value = parse_test(p);
    Node *n = parser_node(p, NODE_KEYWORD, span.start);
    n->keyword.name = id;
    n->keyword.value = value;
    return n;
}

static Node *double_star(Parser *p, Arguments *args) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    args->double_star = true;
    Node *value = parse_test(p);
    Node *n = parser_node(p, NODE_KEYWORD, start);
    n->keyword.value = value;
    return n;
}

static Node *star(Parser *p, Arguments *args) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    if (args->double_star) {
        parser_complain(p, p->token.span,
                        _("iterable argument unpacking follows keyword argument unpacking"), "");
    }
    Node *value = parse_test(p);
    Node *n = parser_node(p, NODE_STARRED, start);
    n->unary.operand = value;
    return n;
}

/* `f(x for x in y)`: such an argument must be the only one. */
static Node *generator_argument(Parser *p, Arguments *args, Node *element, uint32_t start) {
    Node *n = parse_comprehension(p, COMPREHENSION_GENERATOR, element, NULL, start);
    bool only = args->list->count == 0 &&
                (parser_peek(p) != TOKEN_COMMA || parser_peek_second(p) == TOKEN_RIGHT_PAREN);
    if (!only) {
        parser_complain(p, n->span, _("Generator expression must be parenthesized"),
                        _("put parentheses around the expression with 'for'"));
    }
    return n;
}

static Node *positional(Parser *p, Arguments *args) {
    uint32_t start = p->token.span.start;
    Node *n = parse_named(p);
    if (at_for(p)) {
        n = generator_argument(p, args, n, start);
    } else if (parser_peek(p) == TOKEN_EQUAL) {
        parser_fault(p, n->span,
                     _("expression cannot contain assignment, perhaps you meant \"==\"?"),
                     _("the name of a keyword argument is a single name"));
    }
    if (args->keyword || args->double_star) {
        parser_complain(p, n->span,
                        args->keyword ? _("positional argument follows keyword argument")
                                      : _("positional argument follows keyword argument unpacking"),
                        _("put the arguments without a name first"));
    }
    return n;
}

static Node *argument(Parser *p, Arguments *args) {
    TokenKind kind = parser_peek(p);
    if (kind == TOKEN_STAR) {
        return star(p, args);
    }
    if (kind == TOKEN_DOUBLE_STAR) {
        return double_star(p, args);
    }
    if (kind == TOKEN_NAME && parser_peek_second(p) == TOKEN_EQUAL) {
        return keyword_argument(p, args);
    }
    return positional(p, args);
}

void parse_arguments(Parser *p, NodeList *out) {
    Arguments args = {.list = out, .seen = map_make(p->arena)};
    while (parser_peek(p) != TOKEN_RIGHT_PAREN) {
        ast_append(out, argument(p, &args));
        if (!parser_accept(p, TOKEN_COMMA)) {
            break;
        }
    }
    parser_expect(p, TOKEN_RIGHT_PAREN);
}

Node *parse_atom(Parser *p) {
    TokenKind kind = parser_peek(p);
    if (kind == TOKEN_NAME) {
        return name(p);
    }
    if (kind == TOKEN_NUMBER) {
        return number(p);
    }
    if (kind == TOKEN_STRING) {
        return parse_strings(p);
    }
    if (kind == TOKEN_NONE || kind == TOKEN_TRUE || kind == TOKEN_FALSE || kind == TOKEN_ELLIPSIS) {
        return word_constant(p, kind);
    }
    if (kind == TOKEN_LEFT_PAREN) {
        return paren(p);
    }
    if (kind == TOKEN_LEFT_BRACKET) {
        return list(p);
    }
    if (kind == TOKEN_LEFT_BRACE) {
        return brace(p);
    }
    if (kind == TOKEN_BACKTICK) {
        return backticks(p);
    }
    parser_unexpected(p);
    return parser_broken(p);
}
