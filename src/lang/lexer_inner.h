/* lexer_inner.h: what the files of the lexer share. */
#ifndef TFSCOPE_LANG_LEXER_INNER_H
#define TFSCOPE_LANG_LEXER_INNER_H

#include "lang/lexer.h"

static inline Token lexer_token(TokenKind kind, uint32_t start, uint32_t end) {
    return (Token){.kind = kind, .span = {start, end}};
}

/* The byte at offset at, or 0 at the end. */
static inline unsigned char lexer_byte(const Lexer *lx, uint32_t at) {
    return at < lx->end ? (unsigned char)lx->text[at] : 0;
}

/* Reports a fault; message and hint are translated already. */
void lexer_fault(Lexer *lx, Span span, const char *message, const char *hint);

/* Gives up after a fault: END is all that follows. */
void lexer_stop(Lexer *lx);

/* Measures the indentation of the line at lx->at, after lines without a token. True: the line
 * begins or ends blocks, and *t is the first INDENT or DEDENT. */
bool lexer_indent(Lexer *lx, Token *t);

/* The column of the token at `at` in the line that begins at line. */
uint32_t lexer_column(const Lexer *lx, uint32_t line, uint32_t at);

/* A number that begins at lx->at. */
Token lexer_number(Lexer *lx);

/* A string whose first quote is at `quote`; its token starts at start, where its prefix is. */
Token lexer_string(Lexer *lx, uint32_t start, uint32_t quote);

/* Is the name at [start, end) a prefix of string literals in this Python? */
bool lexer_is_prefix(const Lexer *lx, uint32_t start, uint32_t end);

/* A character beyond ASCII that begins no name, at lx->at. True: *t is a token; false: it was
 * space. */
bool lexer_other(Lexer *lx, Token *t);

/* The operator that the text at `at` begins with, and its length; ERROR when it is none. */
TokenKind lexer_operator(const char *at, uint32_t left, uint32_t *len);

/* A bracket that opens or closes; any other kind is returned as it is. */
Token lexer_bracket(Lexer *lx, Token t);

#endif
