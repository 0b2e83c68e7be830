/* lexer.h: from text to tokens.
 *
 * Tokens are made one at a time and hold no text, only their place. Lines that brackets or a
 * backslash join are joined here; indentation becomes INDENT and DEDENT. What is wrong with the
 * text itself (a character, an unterminated string, a bracket never closed, a stray indentation) is
 * reported here, once, and the lexer goes on with what was most probably meant; where nothing
 * can be guessed it gives an ERROR token, on which the parser drops the statement without a word.
 */
#ifndef TFSCOPE_LANG_LEXER_H
#define TFSCOPE_LANG_LEXER_H

#include "base/source.h"

typedef enum TokenKind {
#define TOKEN(ID, ...) TOKEN_##ID,
#define KEYWORD(ID, ...) TOKEN_##ID,
#include "lang/token.def"
#undef TOKEN
#undef KEYWORD
    TOKEN_COUNT
} TokenKind;

typedef struct Token {
    TokenKind kind;
    Span span; /* NEWLINE: the line end; INDENT: the white space; DEDENT, END: empty */
} Token;

/* Most blocks inside one another, and most brackets, as CPython has it. */
#define LEXER_INDENTS 100
#define LEXER_BRACKETS 200

/* A bracket that is open. */
typedef struct Bracket {
    TokenKind closer; /* what must close it */
    uint32_t at;      /* where it was opened */
} Bracket;

/* The column of a line's first token, with tabs up to multiples of 8, and with tabs as one column.
 * Two lines whose order differs in these two mix tabs and spaces in a way that depends on
 * the width of a tab. */
typedef struct Indent {
    uint32_t column;
    uint32_t narrow;
} Indent;

typedef struct Lexer {
    const char *text;  /* of the source */
    uint32_t at;       /* next byte to read */
    uint32_t end;      /* stop here */
    int python;        /* 2, 3, or 0: take both, for python_of_text */
    bool field;        /* in a field of an f-string: line ends are space, no NEWLINE at the end */
    Diags *diags;      /* NULL: report nothing */
    bool stopped;      /* gave up: only END follows, and nothing more is to be reported */
    bool line_start;   /* the next token's indentation is to be measured */
    bool joined;       /* inside brackets: the next token is the first of its line */
    bool quiet;        /* the open brackets are the result of a fault that was reported */
    bool mixed;        /* a mixture of tabs and spaces was reported */
    bool newline_next; /* after an ERROR token: the statement ends here */
    uint32_t dedents;  /* DEDENT tokens to give before anything else */
    TokenKind last;    /* kind of the token before */
    uint32_t column;   /* column of the statement's first token */
    uint32_t stray;    /* a column that fits no block, or UINT32_MAX … */
    uint32_t stray_level; /* … and the block that it is taken for */
    uint32_t nindents;
    uint32_t nbrackets;
    Indent indents[LEXER_INDENTS + 1];
    Bracket brackets[LEXER_BRACKETS];
} Lexer;

/* Begins at the start of source. */
void lexer_init(Lexer *lx, const Source *source, int python, Diags *diags);

/* Begins in the middle: the expression of an f-string's field. */
void lexer_init_field(Lexer *lx, const Lexer *outer, Span span);

/* The next token. After the last one comes END, for ever. */
Token lexer_next(Lexer *lx);

/* How a message shows a kind of token. */
const char *token_text(TokenKind kind);
bool token_is_keyword(TokenKind kind);

/* The parts of a string literal (the span of a STRING token). */
typedef struct StringParts {
    Span body;    /* between the quotes */
    bool raw;     /* prefix r */
    bool bytes;   /* prefix b */
    bool unicode; /* prefix u */
    bool format;  /* prefix f */
    bool triple;  /* three quotes */
} StringParts;
StringParts string_parts(const char *text, Span span);

#endif
