/* parser.h: from tokens to the tree. Recursive descent for statements, a table of precedences for
 * operators.
 *
 * After a fault the parser panics: until the end of the statement every question about the next
 * token is answered with ERROR, so that all loops end and nothing more is reported; then it
 * skips to the end of the line and goes on. The block that follows a broken head is parsed,
 * so that its own faults are found, too. */
#ifndef TFSCOPE_LANG_PARSER_H
#define TFSCOPE_LANG_PARSER_H

#include "lang/ast.h"
#include "lang/lexer.h"

/* A parsed module. */
typedef struct ModuleNode {
    NodeList body;
    bool future_division; /* `from __future__ import division` stands at its top */
    bool absolute_import; /* the same for absolute_import */
} ModuleNode;

/* Parses all of source as Python 2 or 3. Faults go into diags. */
ModuleNode *parse_source(Arena *a, Names *names, const Source *source, int python, Diags *diags);

/* ---- below: shared by the files of the parser only ---- */

/* Deepest nesting of expressions: the brackets, and some operators between them. */
#define PARSER_DEPTH 250

/* How tightly operators bind, loosest first. */
typedef enum Precedence {
    PRECEDENCE_NONE,
    PRECEDENCE_OR,
    PRECEDENCE_AND,
    PRECEDENCE_NOT,
    PRECEDENCE_COMPARE,
    PRECEDENCE_BIT_OR,
    PRECEDENCE_BIT_XOR,
    PRECEDENCE_BIT_AND,
    PRECEDENCE_SHIFT,
    PRECEDENCE_SUM,
    PRECEDENCE_PRODUCT,
    PRECEDENCE_UNARY,
    PRECEDENCE_POWER,
} Precedence;

/* What a target is for. */
typedef enum TargetUse {
    TARGET_ASSIGN,
    TARGET_AUGMENTED,
    TARGET_DELETE,
    TARGET_WALRUS,
} TargetUse;

typedef struct Parser {
    Arena *arena;
    Names *names;
    const Source *source;
    Diags *diags;
    int python;
    Lexer *lexer;       /* of the module, or of a field of an f-string */
    Token token, ahead; /* the next token, and the one behind it if has_ahead */
    bool has_ahead;
    uint32_t end;        /* end of the last token taken */
    TokenKind last;      /* its kind */
    bool panic;          /* a fault was met in this statement */
    bool failed;         /* the statement before had a fault */
    bool refused;        /* it is one that is not modelled: its block is skipped */
    uint32_t depth;      /* of expressions */
    bool future_allowed; /* only a docstring and __future__ came so far */
    bool async_refused;  /* said already */
    bool print_function, unicode_literals, division, absolute_import;
} Parser;

/* Kind of the next token; ERROR during a panic. */
static inline TokenKind parser_peek(const Parser *p) {
    return p->panic ? TOKEN_ERROR : p->token.kind;
}
TokenKind parser_peek_second(Parser *p); /* kind of the token behind it */
void parser_advance(Parser *p);
bool parser_accept(Parser *p, TokenKind kind);          /* takes the next token if it is of kind */
bool parser_expect(Parser *p, TokenKind kind);          /* the same; else a fault */
bool parser_is_word(const Parser *p, const char *word); /* is the next token this name? */
Str parser_text(const Parser *p, Span span);
Name parser_name(Parser *p, Span span);            /* the name of a NAME token */
Name parser_take_id(Parser *p);                    /* takes a NAME token; else a fault and "" */
Node *parser_take_name(Parser *p);                 /* the same as a NAME node */
Span parser_span(const Parser *p, uint32_t start); /* from start to the last token taken */
Node *parser_node(Parser *p, NodeKind kind, uint32_t start); /* with that span */
Node *parser_broken(Parser *p);

/* A fault: reported unless the statement has one already; the parser panics. */
void parser_fault(Parser *p, Span span, const char *message, const char *hint);
/* A fault that does not keep the parser from understanding what follows. */
void parser_complain(Parser *p, Span span, const char *message, const char *hint);
/* The same with a name in the message ("%s"). */
void parser_complain_of(Parser *p, Span span, const char *format, Str name, const char *hint);
/* async or await: refused, once. */
void parser_refuse_async(Parser *p);
/* The next token does not fit here. */
void parser_unexpected(Parser *p);
/* Complains in Python 2 about what only Python 3 has; what is marked with N_(). */
void parser_only_3(Parser *p, Span span, const char *what);
/* One level deeper into an expression; false (and a fault) when it is too deep. */
bool parser_enter(Parser *p);
void parser_leave(Parser *p);
/* Can the kind of token begin an operand? */
bool parser_begins_operand(TokenKind kind);

Node *parse_test(Parser *p);  /* conditional expression or lambda */
Node *parse_named(Parser *p); /* the same, or name := test */
Node *parse_operators(Parser *p, Precedence loosest);
Node *parse_test_list(Parser *p);   /* tests and starred ones; a TUPLE where there is a comma; one
                                     starred   alone only in front of = */
Node *parse_target_list(Parser *p); /* targets of for */
Node *parse_value(Parser *p);       /* right side of an assignment: yield or parse_test_list */
Node *parse_yield(Parser *p);
Node *parse_atom(Parser *p);
Node *parse_strings(Parser *p); /* one or more string literals side by side */
Node *parse_lambda(Parser *p);
Node *parse_comprehension(Parser *p, ComprehensionKind kind, Node *element, Node *value,
                          uint32_t start);
void parse_arguments(Parser *p, NodeList *args); /* behind "(", up to and with ")" */
void parse_parameters(Parser *p, FunctionNode *f, TokenKind closer); /* up to, without, closer */
void check_target(Parser *p, Node *target, TargetUse use);

void parse_statement(Parser *p, NodeList *out);
Node *parse_simple(Parser *p);
void parse_simple_line(Parser *p, NodeList *out);
Node *parse_import(Parser *p);
Node *parse_from(Parser *p);
Node *parse_print(Parser *p);
void parse_suite(Parser *p, NodeList *out, const char *owner, uint32_t start); /* from the colon */
Node *parse_compound(Parser *p);   /* NULL: the next token begins no compound statement */
Node *parse_definition(Parser *p); /* def, class, decorators */

#endif
