/* import, in every form, and what __future__ changes. */
#include "base/text.h"
#include "lang/parser.h"

static Node *name_node(Parser *p, Name id, Span span) {
    Node *n = ast_make(p->arena, NODE_NAME, span);
    n->name.id = id;
    return n;
}

/* a.b.c; *first is the span of a. */
static Name dotted(Parser *p, Span *first) {
    *first = p->token.span;
    Name name = parser_take_id(p);
    if (parser_peek(p) != TOKEN_DOT) {
        return name;
    }
    Sink out = sink_memory(p->arena);
    sink_put(&out, name_str(name));
    while (parser_accept(p, TOKEN_DOT)) {
        sink_char(&out, '.');
        sink_put(&out, name_str(parser_take_id(p)));
    }
    return name_of(p->names, sink_str(&out));
}

static void missing_names(Parser *p) {
    if (parser_peek(p) == TOKEN_NEWLINE || parser_peek(p) == TOKEN_END) {
        parser_fault(p, p->token.span, _("Expected one or more names after 'import'"),
                     _("say what to import"));
    }
}

static Node *module_alias(Parser *p) {
    uint32_t start = p->token.span.start;
    Span first;
    Name name = dotted(p, &first);
    Node *target = parser_accept(p, TOKEN_AS) ? parser_take_name(p)
                                              : name_node(p, parser_name(p, first), first);
    Node *n = parser_node(p, NODE_ALIAS, start);
    n->alias.name = name;
    n->alias.target = target;
    n->op = target->span.start != start;
    return n;
}

Node *parse_import(Parser *p) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    missing_names(p);
    Node *n = ast_make(p->arena, NODE_IMPORT, p->token.span);
    do {
        ast_append(&n->list, module_alias(p));
    } while (parser_accept(p, TOKEN_COMMA));
    n->span = parser_span(p, start);
    return n;
}

/* ---- from ---- */

static Node *name_alias(Parser *p) {
    uint32_t start = p->token.span.start;
    Span span = p->token.span;
    Name name = parser_take_id(p);
    Node *target = parser_accept(p, TOKEN_AS) ? parser_take_name(p) : name_node(p, name, span);
    Node *n = parser_node(p, NODE_ALIAS, start);
    n->alias.name = name;
    n->alias.target = target;
    return n;
}

static uint32_t dots(Parser *p) {
    uint32_t level = 0;
    for (;;) {
        if (parser_accept(p, TOKEN_DOT)) {
            level++;
        } else if (parser_accept(p, TOKEN_ELLIPSIS)) {
            level += 3;
        } else {
            return level;
        }
    }
}

static void names(Parser *p, NodeList *list) {
    bool paren = parser_accept(p, TOKEN_LEFT_PAREN);
    missing_names(p);
    do {
        if (paren && parser_peek(p) == TOKEN_RIGHT_PAREN && list->count > 0) {
            break;
        }
        if (!paren && list->count > 0 && parser_peek(p) == TOKEN_NEWLINE) {
            parser_fault(p, p->token.span,
                         _("trailing comma not allowed without surrounding parentheses"),
                         _("remove the last comma"));
        }
        ast_append(list, name_alias(p));
    } while (parser_accept(p, TOKEN_COMMA));
    if (paren) {
        parser_expect(p, TOKEN_RIGHT_PAREN);
    }
}

/* One feature of __future__. */
static void feature(Parser *p, const Node *alias) {
    static const char *const without_effect[] = {
        "nested_scopes", "generators",     "with_statement",
        "annotations",   "generator_stop", "barry_as_FLUFL",
    };
    Str name = name_str(alias->alias.name);
    if (str_is(name, "division")) {
        p->division = true;
    } else if (str_is(name, "absolute_import")) {
        p->absolute_import = true;
    } else if (str_is(name, "print_function")) {
        p->print_function = true;
    } else if (str_is(name, "unicode_literals")) {
        p->unicode_literals = true;
    } else {
        for (size_t i = 0; i < sizeof without_effect / sizeof *without_effect; i++) {
            if (str_is(name, without_effect[i])) {
                return;
            }
        }
        parser_complain_of(p, alias->span, _("future feature %s is not defined"), name, "");
    }
}

static void future(Parser *p, Node *n) {
    n->import.future = true;
    if (!p->future_allowed) {
        parser_complain(p, n->span,
                        _("from __future__ imports must occur at the beginning of the file"),
                        _("move it above all other statements"));
    }
    for (const Node *alias = n->import.names.first; alias; alias = alias->next) {
        feature(p, alias);
    }
}

/* The module of `from`, which may be dots only. */
static void from_module(Parser *p, Node *n) {
    Span first;
    n->import.level = dots(p);
    bool only_dots = n->import.level > 0 && parser_peek(p) == TOKEN_IMPORT;
    n->import.module = only_dots ? name_z(p->names, "") : dotted(p, &first);
}

Node *parse_from(Parser *p) {
    uint32_t start = p->token.span.start;
    parser_advance(p);
    Node *n = ast_make(p->arena, NODE_IMPORT_FROM, p->token.span);
    from_module(p, n);
    if (parser_peek(p) != TOKEN_IMPORT) {
        parser_fault(p, p->token.span, _("invalid syntax: expected 'import'"),
                     _("it is written: from module import name"));
    }
    parser_advance(p);
    if (!parser_accept(p, TOKEN_STAR)) {
        names(p, &n->import.names);
    }
    n->span = parser_span(p, start);
    if (n->import.level == 0 && str_is(name_str(n->import.module), "__future__") && !p->panic) {
        future(p, n);
    }
    return n;
}
