/* Python 2 or 3? Reads tokens only: what a text shows, it shows without being understood. */
#include "lang/compile.h"
#include "lang/lexer.h"

/* What was seen. */
typedef struct Marks {
    Lexer lexer;
    const char *text;
    Token before, token; /* the last two tokens */
    Token second_before;
    int two, three;       /* signs of each that leave no doubt */
    int maybe_two;        /* names that only Python 2 has */
    bool statement_start; /* token is the first of its statement */
    TokenKind statement;  /* first token of the statement */
    uint32_t depth;       /* open brackets before the token */
    bool print_call;      /* inside print( … ) … */
    uint32_t print_depth; /* … whose bracket has this depth */
    bool print_function;  /* from __future__ import print_function */
    bool bound[8];        /* the program itself makes the n-th name of only_in_2 */
    bool read[8];
} Marks;

static const char *const only_in_2[] = {"xrange", "raw_input", "unicode", "basestring",
                                        "long",   "unichr",    "reduce",  "execfile"};
static const char *const methods_of_2[] = {"has_key", "iteritems", "itervalues", "iterkeys"};

static Str text_of(const Marks *m, Token t) {
    return (Str){m->text + t.span.start, t.span.end - t.span.start};
}

static bool is_word(const Marks *m, Token t, const char *word) {
    return t.kind == TOKEN_NAME && str_is(text_of(m, t), word);
}

static bool begins_operand(TokenKind kind) {
    return kind == TOKEN_NAME || kind == TOKEN_NUMBER || kind == TOKEN_STRING ||
           kind == TOKEN_TRUE || kind == TOKEN_FALSE || kind == TOKEN_NONE ||
           kind == TOKEN_BACKTICK || kind == TOKEN_LAMBDA || kind == TOKEN_NOT;
}

static bool ends_operand(TokenKind kind) {
    return kind == TOKEN_NAME || kind == TOKEN_NUMBER || kind == TOKEN_STRING ||
           kind == TOKEN_RIGHT_PAREN || kind == TOKEN_RIGHT_BRACKET || kind == TOKEN_RIGHT_BRACE;
}

/* ---- single tokens ---- */

static void number(Marks *m, Str text) {
    char last = (char)(text.at[text.len - 1] | 0x20);
    bool based = text.len > 1 && text.at[0] == '0' && (text.at[1] | 0x20) >= 'b';
    bool digits = true, zeros = true, underscore = false;
    for (size_t i = 0; i < text.len; i++) {
        digits &= text.at[i] >= '0' && text.at[i] <= '9';
        zeros &= text.at[i] == '0';
        underscore |= text.at[i] == '_';
    }
    m->two += (last == 'l') || (!based && digits && !zeros && text.at[0] == '0' && text.len > 1);
    m->three += underscore;
}

static void string(Marks *m, Token t) {
    StringParts parts = string_parts(m->text, t.span);
    bool ur = parts.unicode && parts.raw;
    m->three += parts.format;
    m->two += ur;
}

static void name_alone(Marks *m, Token next) {
    for (size_t i = 0; i < sizeof only_in_2 / sizeof *only_in_2; i++) {
        if (!is_word(m, m->token, only_in_2[i])) {
            continue;
        }
        bool bound = next.kind == TOKEN_EQUAL || m->before.kind == TOKEN_IMPORT ||
                     m->before.kind == TOKEN_AS || m->before.kind == TOKEN_COMMA ||
                     m->before.kind == TOKEN_DEF || m->before.kind == TOKEN_DOT;
        m->bound[i] |= bound;
        m->read[i] |= !bound && next.kind == TOKEN_LEFT_PAREN;
    }
    for (size_t i = 0; i < sizeof methods_of_2 / sizeof *methods_of_2; i++) {
        m->maybe_two += m->before.kind == TOKEN_DOT && is_word(m, m->token, methods_of_2[i]) &&
                        !is_word(m, m->second_before, "six");
    }
}

/* ---- statements ---- */

static void print_or_exec(Marks *m, Token next) {
    if (is_word(m, m->token, "print")) {
        m->two += begins_operand(next.kind) || next.kind == TOKEN_RIGHT_SHIFT;
        m->maybe_two += next.kind == TOKEN_NEWLINE && !m->print_function;
        m->print_call = next.kind == TOKEN_LEFT_PAREN;
        m->print_depth = m->depth + 1;
    } else if (is_word(m, m->token, "exec")) {
        m->two += next.kind == TOKEN_STRING || next.kind == TOKEN_NAME;
    } else if (is_word(m, m->token, "async")) {
        m->three += next.kind == TOKEN_DEF || next.kind == TOKEN_WITH || next.kind == TOKEN_FOR;
    }
}

static void comma(Marks *m) {
    m->two += m->depth == 0 && (m->statement == TOKEN_EXCEPT || m->statement == TOKEN_RAISE);
    m->three += m->depth == 1 && m->statement == TOKEN_DEF && m->before.kind == TOKEN_STAR;
}

/* print(…, end=…) calls a function, unless __future__ has made it one. */
static void keyword(Marks *m, Token next) {
    static const char *const words[] = {"end", "sep", "file", "flush"};
    if (!m->print_call || m->depth != m->print_depth || next.kind != TOKEN_EQUAL ||
        m->print_function) {
        return;
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        m->three += is_word(m, m->token, words[i]);
    }
}

static void keyword_metaclass(Marks *m, Token next) {
    m->three += m->statement == TOKEN_CLASS && m->depth == 1 && next.kind == TOKEN_EQUAL &&
                is_word(m, m->token, "metaclass");
}

static void name(Marks *m, Token next) {
    if (m->statement_start) {
        print_or_exec(m, next);
    }
    if (is_word(m, m->token, "print_function") && m->statement == TOKEN_FROM) {
        m->print_function = true;
    }
    m->three += is_word(m, m->token, "await") && next.kind == TOKEN_NAME;
    keyword(m, next);
    keyword_metaclass(m, next);
    name_alone(m, next);
}

static void look(Marks *m, Token next) {
    TokenKind kind = m->token.kind;
    if (kind == TOKEN_NAME) {
        name(m, next);
    } else if (kind == TOKEN_NUMBER) {
        number(m, text_of(m, m->token));
    } else if (kind == TOKEN_STRING) {
        string(m, m->token);
    } else if (kind == TOKEN_COMMA) {
        comma(m);
    } else if (kind == TOKEN_BACKTICK) {
        m->two++;
    } else if (kind == TOKEN_NOT_EQUAL) {
        m->two += m->text[m->token.span.start] == '<';
    } else if (kind == TOKEN_WALRUS || kind == TOKEN_ARROW || kind == TOKEN_AT_EQUAL) {
        m->three++;
    } else if (kind == TOKEN_NONLOCAL) {
        m->three += next.kind == TOKEN_NAME;
    } else if (kind == TOKEN_AT) {
        m->three += ends_operand(m->before.kind) && !m->statement_start;
    } else if (kind == TOKEN_FROM) {
        m->three +=
            m->before.kind == TOKEN_YIELD || (m->statement == TOKEN_RAISE && !m->statement_start);
    }
}

static bool ends_statement(TokenKind kind) {
    return kind == TOKEN_NEWLINE || kind == TOKEN_SEMICOLON || kind == TOKEN_INDENT ||
           kind == TOKEN_DEDENT;
}

/* One token on. */
static void step(Marks *m, Token next) {
    TokenKind kind = m->token.kind;
    look(m, next);
    m->depth += kind == TOKEN_LEFT_PAREN || kind == TOKEN_LEFT_BRACKET || kind == TOKEN_LEFT_BRACE;
    m->depth -= m->depth > 0 && (kind == TOKEN_RIGHT_PAREN || kind == TOKEN_RIGHT_BRACKET ||
                                 kind == TOKEN_RIGHT_BRACE);
    m->depth = kind == TOKEN_NEWLINE ? 0 : m->depth;
    m->statement_start = ends_statement(kind) || (kind == TOKEN_COLON && m->depth == 0);
    m->second_before = m->before;
    m->before = m->token;
    m->token = next;
    if (m->statement_start) {
        m->print_call = false;
        m->statement = next.kind;
    }
}

int python_of_text(Arena *scratch, const Source *source) {
    Marks *m = ARENA_NEW(scratch, Marks);
    lexer_init(&m->lexer, source, 0, NULL);
    m->text = source->text.at;
    m->statement_start = true;
    m->token = lexer_next(&m->lexer);
    m->statement = m->token.kind;
    while (m->token.kind != TOKEN_END) {
        step(m, lexer_next(&m->lexer));
    }
    for (size_t i = 0; i < sizeof only_in_2 / sizeof *only_in_2; i++) {
        m->maybe_two += m->read[i] && !m->bound[i];
    }
    if (m->two || m->three) {
        return m->two > m->three ? 2 : 3;
    }
    return m->maybe_two ? 2 : 3;
}
