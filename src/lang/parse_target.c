/* What may stand on the left of an assignment, and the parameters of functions. */
#include "base/map.h"
#include "base/text.h"
#include "lang/parser.h"

/* ---- targets ---- */

/* What an expression is called in "cannot assign to …"; NULL for what may be a target. */
static const char *expression_text(const Node *n) {
    switch (n->kind) {
    case NODE_CONSTANT:
        switch (n->constant->kind) {
        case CONSTANT_NONE: return "None";
        case CONSTANT_ELLIPSIS: return "ellipsis";
        case CONSTANT_BOOL: return n->constant->boolean ? "True" : "False";
        case CONSTANT_INT:
        case CONSTANT_BIG_INT:
        case CONSTANT_FLOAT:
        case CONSTANT_IMAGINARY:
        case CONSTANT_STR:
        case CONSTANT_BYTES:
        case CONSTANT_TUPLE:
        case CONSTANT_CODE: return "literal";
        }
        return "literal";
    case NODE_JOINED: return "f-string expression";
    case NODE_SET: return "set display";
    case NODE_DICT: return "dict literal";
    case NODE_UNARY:
    case NODE_BINARY:
    case NODE_BOOLEAN:
    case NODE_REPR: return "expression";
    case NODE_COMPARE: return "comparison";
    case NODE_CONDITIONAL: return "conditional expression";
    case NODE_LAMBDA: return "lambda";
    case NODE_CALL: return "function call";
    case NODE_COMPREHENSION:
        switch ((ComprehensionKind)n->op) {
        case COMPREHENSION_LIST: return "list comprehension";
        case COMPREHENSION_SET: return "set comprehension";
        case COMPREHENSION_DICT: return "dict comprehension";
        case COMPREHENSION_GENERATOR: return "generator expression";
        }
        return "comprehension";
    case NODE_YIELD:
    case NODE_YIELD_FROM: return "yield expression";
    case NODE_WALRUS: return "named expression";
    case NODE_BROKEN:
    case NODE_NAME:
    case NODE_TUPLE:
    case NODE_LIST:
    case NODE_ATTRIBUTE:
    case NODE_SUBSCRIPT:
#define EXPRESSION(ID, ...)
#define STATEMENT(ID, ...) case NODE_##ID:
#define PART(ID, ...) case NODE_##ID:
#include "lang/ast.def"
#undef EXPRESSION
#undef STATEMENT
#undef PART
        return NULL;
    }
    return NULL;
}

static void bad_target(Parser *p, const Node *n, TargetUse use, const char *what) {
    switch (use) {
    case TARGET_ASSIGN:
        parser_complain_of(p, n->span, _("cannot assign to %s"), str_of(what),
                           _("maybe you meant '==' instead of '='"));
        break;
    case TARGET_AUGMENTED:
        parser_complain_of(p, n->span, _("'%s' is an illegal expression for augmented assignment"),
                           str_of(what), _("the left side is a name, an attribute or an item"));
        break;
    case TARGET_DELETE:
        parser_complain_of(p, n->span, _("cannot delete %s"), str_of(what), "");
        break;
    case TARGET_WALRUS:
        parser_complain_of(p, n->span, _("cannot use assignment expressions with %s"), str_of(what),
                           _("the left side of := is a name"));
        break;
    }
}

static void check_items(Parser *p, Node *target, TargetUse use) {
    bool star = false;
    for (Node *n = target->list.first; n; n = n->next) {
        if (n->kind != NODE_STARRED || use == TARGET_DELETE) {
            check_target(p, n, use);
            continue;
        }
        if (star) {
            parser_complain(p, n->span, _("multiple starred expressions in assignment"),
                            _("only one target may take the rest"));
        }
        parser_only_3(p, n->span, N_("starred target"));
        star = true;
        check_target(p, n->unary.operand, use);
    }
    if (star && target->list.count > 4095) {
        parser_complain(p, target->span, _("too many expressions in star-unpacking assignment"),
                        "");
    }
}

static void check_star(Parser *p, const Node *target, TargetUse use) {
    if (use == TARGET_ASSIGN) {
        parser_complain(p, target->span, _("starred assignment target must be in a list or tuple"),
                        _("write a comma behind it: *a, = ..."));
    } else {
        bad_target(p, target, use, "starred");
    }
}

void check_target(Parser *p, Node *target, TargetUse use) {
    bool simple = use == TARGET_AUGMENTED || use == TARGET_WALRUS;
    const char *what = expression_text(target);
    if (what) {
        bad_target(p, target, use, what);
    } else if (target->kind == NODE_STARRED) {
        check_star(p, target, use);
    } else if (target->kind == NODE_TUPLE || target->kind == NODE_LIST) {
        if (simple) {
            bad_target(p, target, use, target->kind == NODE_TUPLE ? "tuple" : "list");
        } else {
            check_items(p, target, use);
        }
    } else if (use == TARGET_WALRUS && target->kind != NODE_NAME && target->kind != NODE_BROKEN) {
        bad_target(p, target, use, target->kind == NODE_SUBSCRIPT ? "subscript" : "attribute");
    } else if (target->kind == NODE_NAME && str_is(name_str(target->name.id), "__debug__")) {
        bad_target(p, target, use, "__debug__");
    }
}

/* ---- parameters ---- */

/* The parameters that were read so far. */
typedef struct Parameters {
    FunctionNode *function;
    Map seen;
    bool star;         /* behind * */
    bool with_default; /* a positional one had a default */
    bool annotations;  /* def has them, lambda has not */
} Parameters;

static void check_repeated(Parser *p, Parameters *ps, const Node *target) {
    if (target->kind == NODE_TUPLE) {
        for (const Node *n = target->list.first; n; n = n->next) {
            check_repeated(p, ps, n);
        }
    }
    if (target->kind != NODE_NAME) {
        return;
    }
    uint32_t before = ps->seen.count;
    map_put(&ps->seen, target->name.id);
    if (ps->seen.count == before) {
        parser_complain_of(p, target->span, _("duplicate argument '%s' in function definition"),
                           name_str(target->name.id), _("give each parameter a name of its own"));
    }
}

/* NULL: none */
static Node *annotation(Parser *p, const Parameters *ps) {
    if (!ps->annotations || parser_peek(p) != TOKEN_COLON) {
        return NULL;
    }
    parser_only_3(p, p->token.span, N_("annotations"));
    parser_advance(p);
    return parse_test(p);
}

/* Python 2: a tuple as a parameter; the value is unpacked when the function is called. */
static Node *tuple_target(Parser *p) {
    if (p->python == 3) {
        parser_complain(
            p, p->token.span, _("a tuple cannot be a parameter"),
            _("only Python 2 unpacks parameters; take one name and unpack it in the body"));
    }
    Node *target = parse_atom(p);
    check_target(p, target, TARGET_ASSIGN);
    return target;
}

static Node *parameter(Parser *p, Parameters *ps) {
    uint32_t start = p->token.span.start;
    bool tuple = parser_peek(p) == TOKEN_LEFT_PAREN && !ps->star;
    Node *target = tuple ? tuple_target(p) : parser_take_name(p);
    check_repeated(p, ps, target);
    Node *says = annotation(p, ps);
    Node *n = parser_node(p, NODE_PARAMETER, start);
    n->parameter.target = target;
    n->parameter.annotation = says;
    return n;
}

static void default_of(Parser *p, Parameters *ps, Node *n) {
    if (parser_accept(p, TOKEN_EQUAL)) {
        n->parameter.default_value = parse_test(p);
        ps->with_default |= !ps->star;
    } else if (ps->with_default && !ps->star) {
        parser_complain(p, n->span, _("non-default argument follows default argument"),
                        _("put the parameters without a default first"));
    }
}

static void plain(Parser *p, Parameters *ps) {
    FunctionNode *f = ps->function;
    Node *n = parameter(p, ps);
    default_of(p, ps, n);
    if (ps->star) {
        parser_only_3(p, n->span, N_("keyword-only parameters"));
        f->nkwonly++;
    } else {
        f->npositional++;
    }
    ast_append(&f->parameters, n);
}

static void star(Parser *p, Parameters *ps, TokenKind closer) {
    Span span = p->token.span;
    parser_advance(p);
    if (ps->star) {
        parser_complain(p, span, _("* argument may appear only once"), "");
    }
    ps->star = true;
    if (parser_peek(p) == TOKEN_COMMA) {
        TokenKind second = parser_peek_second(p);
        parser_only_3(p, span, N_("keyword-only parameters"));
        if (second == closer || second == TOKEN_DOUBLE_STAR) {
            parser_complain(p, span, _("named arguments must follow bare *"), "");
        }
    } else if (parser_peek(p) == closer) {
        parser_complain(p, span, _("named arguments must follow bare *"), "");
    } else {
        ps->function->args = parameter(p, ps);
    }
}

static void slash(Parser *p, Parameters *ps) {
    FunctionNode *f = ps->function;
    Span span = p->token.span;
    parser_advance(p);
    parser_only_3(p, span, N_("positional-only parameters"));
    if (f->nposonly > 0 || ps->star) {
        parser_complain(p, span, ps->star ? _("/ must be ahead of *") : _("/ may appear only once"),
                        "");
    } else if (f->npositional == 0) {
        parser_complain(p, span, _("at least one argument must precede /"), "");
    }
    f->nposonly = f->npositional;
}

static bool one_parameter(Parser *p, Parameters *ps, TokenKind closer) {
    if (parser_accept(p, TOKEN_DOUBLE_STAR)) {
        ps->function->kwargs = parameter(p, ps);
        parser_accept(p, TOKEN_COMMA);
        return false;
    }
    if (parser_peek(p) == TOKEN_STAR) {
        star(p, ps, closer);
    } else if (parser_peek(p) == TOKEN_SLASH) {
        slash(p, ps);
    } else {
        plain(p, ps);
    }
    return true;
}

void parse_parameters(Parser *p, FunctionNode *f, TokenKind closer) {
    Parameters ps = {.function = f, .seen = map_make(p->arena)};
    ps.annotations = closer == TOKEN_RIGHT_PAREN;
    while (parser_peek(p) != closer) {
        if (!one_parameter(p, &ps, closer) || !parser_accept(p, TOKEN_COMMA)) {
            break;
        }
    }
    if (f->kwargs && parser_peek(p) != closer) {
        parser_fault(p, p->token.span, _("arguments cannot follow var-keyword argument"),
                     _("**name is the last parameter"));
    }
}

Node *parse_lambda(Parser *p) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    FunctionNode *f = ARENA_NEW(p->arena, FunctionNode);
    parse_parameters(p, f, TOKEN_COLON);
    f->header = parser_span(p, start);
    parser_expect(p, TOKEN_COLON);
    ast_append(&f->body, parse_test(p));
    Node *n = parser_node(p, NODE_LAMBDA, start);
    n->function = f;
    return n;
}
