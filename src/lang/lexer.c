#include "lang/lexer.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "lang/chars.h"
#include "lang/lexer_inner.h"

void lexer_init(Lexer *lx, const Source *source, int python, Diags *diags) {
    memset(lx, 0, sizeof *lx);
    lx->text = source->text.at;
    lx->end = (uint32_t)source->text.len;
    lx->python = python;
    lx->diags = diags;
    lx->line_start = true;
    lx->last = TOKEN_NEWLINE;
    lx->stray = UINT32_MAX;
}

void lexer_init_field(Lexer *lx, const Lexer *outer, Span span) {
    memset(lx, 0, sizeof *lx);
    lx->text = outer->text;
    lx->at = span.start;
    lx->end = span.end;
    lx->python = outer->python;
    lx->diags = outer->diags;
    lx->stopped = outer->stopped;
    lx->field = true;
    lx->last = TOKEN_LEFT_PAREN;
    lx->stray = UINT32_MAX;
}

const char *token_text(TokenKind kind) {
    static const char *const texts[] = {
#define TOKEN(ID, TEXT) TEXT,
#define KEYWORD(ID, TEXT) TEXT,
#include "lang/token.def"
#undef TOKEN
#undef KEYWORD
    };
    return texts[kind];
}

bool token_is_keyword(TokenKind kind) {
    return kind >= TOKEN_FALSE;
}

void lexer_fault(Lexer *lx, Span span, const char *message, const char *hint) {
    if (lx->diags && !lx->stopped) {
        diags_add(lx->diags, SEVERITY_ERROR, span, str_of(message), hint ? str_of(hint) : STR(""));
    }
}

void lexer_stop(Lexer *lx) {
    lx->stopped = true;
    lx->nbrackets = 0;
}

/* ---- names ---- */

static TokenKind word(const char *at, uint32_t len, const char *keyword, TokenKind kind) {
    return strlen(keyword) == len && memcmp(at, keyword, len) == 0 ? kind : TOKEN_NAME;
}

/* The keyword of [at, at + len), or NAME. Keywords are grouped by their first letter. */
static TokenKind keyword_of(const char *at, uint32_t len) {
    static const char *const texts[] = {
#define TOKEN(...)
#define KEYWORD(ID, TEXT) TEXT,
#include "lang/token.def"
#undef TOKEN
#undef KEYWORD
    };
    /* First keyword of each small letter, and one behind the last; False, None, True come before.
     */
    static const unsigned char first[] = {3,  6,  7,  9,  11, 14, 17, 18, 18, 22, 22, 22, 23, 23,
                                          25, 26, 27, 27, 29, 29, 30, 30, 30, 32, 32, 33, 33};
    static_assert(TOKEN_COUNT - TOKEN_FALSE == 33, "the table above counts the keywords");
    unsigned char letter = (unsigned char)(at[0] - 'a');
    if (len < 2 || len > 8) {
        return TOKEN_NAME;
    }
    unsigned i = letter < 26 ? first[letter] : 0;
    unsigned end = letter < 26 ? first[letter + 1] : 3;
    TokenKind kind = TOKEN_NAME;
    for (; i < end && kind == TOKEN_NAME; i++) {
        kind = word(at, len, texts[i], (TokenKind)(TOKEN_FALSE + i));
    }
    return kind;
}

/* One past the name that begins at `at`. */
static uint32_t name_end(const Lexer *lx, uint32_t at) {
    Str text = {lx->text, lx->end};
    for (;;) {
        while (at < lx->end && char_in_name((unsigned char)lx->text[at])) {
            at++;
        }
        size_t next = at;
        if (at >= lx->end || (unsigned char)lx->text[at] < 0x80 || lx->python == 2 ||
            !char_is_letter(utf8_next(text, &next))) {
            return at;
        }
        at = (uint32_t)next;
    }
}

static Token read_name(Lexer *lx) {
    uint32_t start = lx->at, end = name_end(lx, start);
    unsigned char next = lexer_byte(lx, end);
    if ((next == '"' || next == '\'') && lexer_is_prefix(lx, start, end)) {
        return lexer_string(lx, start, end);
    }
    lx->at = end;
    TokenKind kind = keyword_of(lx->text + start, end - start);
    if (kind == TOKEN_NONLOCAL && lx->python == 2) {
        kind = TOKEN_NAME;
    }
    return lexer_token(kind, start, end);
}

/* ---- operators and brackets ---- */

/* The operators that begin with c: alone, followed by '=', doubled, doubled and followed by '='. */
typedef struct Operators {
    char c;
    unsigned char single, equal, twice, twice_equal;
} Operators;

static const Operators operators[] = {
    {'(', TOKEN_LEFT_PAREN, 0, 0, 0},
    {')', TOKEN_RIGHT_PAREN, 0, 0, 0},
    {'[', TOKEN_LEFT_BRACKET, 0, 0, 0},
    {']', TOKEN_RIGHT_BRACKET, 0, 0, 0},
    {'{', TOKEN_LEFT_BRACE, 0, 0, 0},
    {'}', TOKEN_RIGHT_BRACE, 0, 0, 0},
    {',', TOKEN_COMMA, 0, 0, 0},
    {'.', TOKEN_DOT, 0, 0, 0},
    {'=', TOKEN_EQUAL, TOKEN_EQUAL_EQUAL, 0, 0},
    {':', TOKEN_COLON, TOKEN_WALRUS, 0, 0},
    {'+', TOKEN_PLUS, TOKEN_PLUS_EQUAL, 0, 0},
    {'-', TOKEN_MINUS, TOKEN_MINUS_EQUAL, 0, 0},
    {'*', TOKEN_STAR, TOKEN_STAR_EQUAL, TOKEN_DOUBLE_STAR, TOKEN_DOUBLE_STAR_EQUAL},
    {'/', TOKEN_SLASH, TOKEN_SLASH_EQUAL, TOKEN_DOUBLE_SLASH, TOKEN_DOUBLE_SLASH_EQUAL},
    {'<', TOKEN_LESS, TOKEN_LESS_EQUAL, TOKEN_LEFT_SHIFT, TOKEN_LEFT_SHIFT_EQUAL},
    {'>', TOKEN_GREATER, TOKEN_GREATER_EQUAL, TOKEN_RIGHT_SHIFT, TOKEN_RIGHT_SHIFT_EQUAL},
    {'%', TOKEN_PERCENT, TOKEN_PERCENT_EQUAL, 0, 0},
    {'!', TOKEN_ERROR, TOKEN_NOT_EQUAL, 0, 0},
    {'@', TOKEN_AT, TOKEN_AT_EQUAL, 0, 0},
    {'&', TOKEN_AMPERSAND, TOKEN_AMPERSAND_EQUAL, 0, 0},
    {'|', TOKEN_BAR, TOKEN_BAR_EQUAL, 0, 0},
    {'^', TOKEN_CARET, TOKEN_CARET_EQUAL, 0, 0},
    {'~', TOKEN_TILDE, 0, 0, 0},
    {';', TOKEN_SEMICOLON, 0, 0, 0},
    {'`', TOKEN_BACKTICK, 0, 0, 0},
    {0, TOKEN_ERROR, 0, 0, 0},
};

/* Arrow, ellipsis: the operators that follow no pattern. */
static TokenKind odd_operator(const char *at, uint32_t left, uint32_t *len) {
    if (left >= 2 && at[0] == '-' && at[1] == '>') {
        *len = 2;
        return TOKEN_ARROW;
    }
    if (left >= 3 && at[0] == '.' && at[1] == '.' && at[2] == '.') {
        *len = 3;
        return TOKEN_ELLIPSIS;
    }
    return TOKEN_ERROR;
}

TokenKind lexer_operator(const char *at, uint32_t left, uint32_t *len) {
    const Operators *o = operators;
    while (o->c && o->c != at[0]) {
        o++;
    }
    TokenKind odd = odd_operator(at, left, len);
    if (odd != TOKEN_ERROR) {
        return odd;
    }
    bool twice = o->twice && left >= 2 && at[1] == at[0];
    *len = twice ? 2 : 1;
    TokenKind equal = twice ? o->twice_equal : o->equal;
    if (equal && left > *len && at[*len] == '=') {
        ++*len;
        return equal;
    }
    return twice ? o->twice : o->single;
}

/* The closing bracket of an opening one, else ERROR. */
static TokenKind closer_of(TokenKind kind) {
    return kind == TOKEN_LEFT_PAREN     ? TOKEN_RIGHT_PAREN
           : kind == TOKEN_LEFT_BRACKET ? TOKEN_RIGHT_BRACKET
           : kind == TOKEN_LEFT_BRACE   ? TOKEN_RIGHT_BRACE
                                        : TOKEN_ERROR;
}

static Token open_bracket(Lexer *lx, Token t) {
    if (lx->nbrackets == LEXER_BRACKETS) {
        lexer_fault(lx, t.span, _("too many nested parentheses"),
                    _("give parts of the expression names of their own"));
        lexer_stop(lx);
        return lexer_token(TOKEN_END, t.span.start, t.span.start);
    }
    lx->brackets[lx->nbrackets++] = (Bracket){closer_of(t.kind), t.span.start};
    return t;
}

static void mismatch(Lexer *lx, Token t, Bracket open) {
    if (!lx->diags) {
        return;
    }
    Diags *d = lx->diags;
    char c = lx->text[open.at];
    Str message = str_printf(
        d->arena, _("closing parenthesis '%s' does not match opening parenthesis '%c' on line %u"),
        token_text(t.kind), c, (unsigned)source_line_of(d->source, open.at));
    Str hint = str_printf(d->arena, _("'%c' is closed by '%s'"), c, token_text(open.closer));
    lexer_fault(lx, t.span, message.at, hint.at);
}

/* A closer that does not fit: it closes the bracket that it fits, or else the last one. */
static Token close_other(Lexer *lx, Token t) {
    mismatch(lx, t, lx->brackets[lx->nbrackets - 1]);
    uint32_t n = lx->nbrackets;
    while (n > 0 && lx->brackets[n - 1].closer != t.kind) {
        n--;
    }
    lx->nbrackets = n > 0 ? n - 1 : lx->nbrackets - 1;
    t.kind = TOKEN_ERROR;
    return t;
}

static Token close_bracket(Lexer *lx, Token t) {
    if (lx->nbrackets == 0) {
        Str message = lx->diags
                          ? str_printf(lx->diags->arena, _("unmatched '%s'"), token_text(t.kind))
                          : STR("");
        lexer_fault(lx, t.span, message.at, _("remove it, or open the bracket that it closes"));
        t.kind = TOKEN_ERROR;
        return t;
    }
    if (lx->brackets[lx->nbrackets - 1].closer != t.kind) {
        return close_other(lx, t);
    }
    lx->nbrackets--;
    lx->quiet = lx->quiet && lx->nbrackets > 0;
    return t;
}

Token lexer_bracket(Lexer *lx, Token t) {
    if (t.kind == TOKEN_LEFT_PAREN || t.kind == TOKEN_LEFT_BRACKET || t.kind == TOKEN_LEFT_BRACE) {
        return open_bracket(lx, t);
    }
    bool closes =
        t.kind == TOKEN_RIGHT_PAREN || t.kind == TOKEN_RIGHT_BRACKET || t.kind == TOKEN_RIGHT_BRACE;
    return closes ? close_bracket(lx, t) : t;
}

static void invalid_character(Lexer *lx, Token t) {
    unsigned char c = (unsigned char)lx->text[t.span.start];
    const char *hint =
        c == '!'   ? _("a line that begins with '!' is a shell command of IPython; remove it")
        : c == '?' ? _("'?' asks IPython for help; remove it")
        : c == '$' ? _("names of variables have no '$' in Python")
                   : _("remove it");
    if (!lx->diags) {
        return;
    }
    Str message = c < 0x20 || c == 0x7f
                      ? str_printf(lx->diags->arena, _("invalid non-printable character U+%04X"), c)
                      : str_printf(lx->diags->arena, _("invalid character '%c'"), c);
    lexer_fault(lx, t.span, message.at, hint);
}

static Token read_operator(Lexer *lx) {
    uint32_t start = lx->at, len;
    TokenKind kind = lexer_operator(lx->text + start, lx->end - start, &len);
    if (kind == TOKEN_LESS && lexer_byte(lx, start + 1) == '>') {
        kind = TOKEN_NOT_EQUAL;
        len = 2;
        if (lx->python == 3) {
            lexer_fault(lx, (Span){start, start + 2},
                        _("invalid syntax: the operator <> belongs to Python 2"), _("write !="));
        }
    }
    lx->at += len;
    Token t = lexer_token(kind, start, start + len);
    if (kind == TOKEN_ERROR) {
        invalid_character(lx, t);
    }
    return lexer_bracket(lx, t);
}

/* ---- lines ---- */

static void skip_comment(Lexer *lx) {
    const char *end = memchr(lx->text + lx->at, '\n', lx->end - lx->at);
    lx->at = end ? (uint32_t)(end - lx->text) : lx->end;
}

/* A backslash: joins the next line. False: it does not stand at the end of its line. */
static bool skip_backslash(Lexer *lx) {
    uint32_t at = lx->at + 1;
    while (lexer_byte(lx, at) == ' ' || lexer_byte(lx, at) == '\t') {
        at++;
    }
    bool ends_line = at >= lx->end || lx->text[at] == '\n';
    Span span = {lx->at, lx->at + 1};
    if (!ends_line) {
        lexer_fault(lx, span, _("unexpected character after line continuation character"),
                    _("a backslash outside of a string must be the last character of its line"));
    } else if (at >= lx->end) {
        lexer_fault(lx, span, _("unexpected end of file after line continuation character"),
                    _("remove the backslash"));
    } else if (at > lx->at + 1) {
        lexer_fault(lx, span, _("unexpected space after line continuation character"),
                    _("remove the spaces at the end of the line"));
    }
    lx->at = ends_line && at < lx->end ? at + 1 : at;
    return ends_line;
}

/* Skips what is no token. False: at a backslash that joins nothing. */
static bool skip_space(Lexer *lx) {
    for (; lx->at < lx->end; lx->at++) {
        switch (lx->text[lx->at]) {
        case ' ':
        case '\t':
        case '\f': continue;
        case '\n':
            if (!lx->field && lx->nbrackets == 0) {
                return true;
            }
            lx->joined = true;
            continue;
        case '#':
            skip_comment(lx);
            lx->at--;
            continue;
        case '\\':
            if (!skip_backslash(lx)) {
                return false;
            }
            lx->at--;
            continue;
        default: return true;
        }
    }
    return true;
}

static bool ends_operand(TokenKind kind) {
    return kind == TOKEN_NAME || kind == TOKEN_NUMBER || kind == TOKEN_STRING ||
           kind == TOKEN_RIGHT_PAREN || kind == TOKEN_RIGHT_BRACKET || kind == TOKEN_RIGHT_BRACE ||
           kind == TOKEN_NONE || kind == TOKEN_TRUE || kind == TOKEN_FALSE || kind == TOKEN_ERROR;
}

/* Does the line of `at` end in a colon, as the head of a block does? */
static bool line_ends_in_colon(const Lexer *lx, uint32_t at) {
    char last = 0;
    for (; at < lx->end && lx->text[at] != '\n' && lx->text[at] != '#'; at++) {
        last = lx->text[at] == ' ' || lx->text[at] == '\t' ? last : lx->text[at];
    }
    return last == ':';
}

/* Keywords that stand in no expression: a line that begins with one begins a statement. */
static const bool statement_words[TOKEN_COUNT] = {
    [TOKEN_DEF] = true,     [TOKEN_CLASS] = true,  [TOKEN_RETURN] = true,   [TOKEN_IMPORT] = true,
    [TOKEN_WHILE] = true,   [TOKEN_WITH] = true,   [TOKEN_TRY] = true,      [TOKEN_RAISE] = true,
    [TOKEN_PASS] = true,    [TOKEN_BREAK] = true,  [TOKEN_CONTINUE] = true, [TOKEN_ASSERT] = true,
    [TOKEN_DEL] = true,     [TOKEN_GLOBAL] = true, [TOKEN_NONLOCAL] = true, [TOKEN_EXCEPT] = true,
    [TOKEN_FINALLY] = true, [TOKEN_ELIF] = true,
};

/* Can the token t, first of a line inside brackets, only begin a statement? Then a bracket before
 * it was not closed. */
static bool begins_statement(const Lexer *lx, Token t, uint32_t line) {
    if (statement_words[t.kind]) {
        return true;
    }
    if (t.kind == TOKEN_FROM) {
        return lx->last != TOKEN_YIELD;
    }
    bool outside = lexer_column(lx, line, t.span.start) <= lx->column;
    if (t.kind == TOKEN_FOR || t.kind == TOKEN_IF || t.kind == TOKEN_ELSE) {
        return outside && line_ends_in_colon(lx, t.span.start);
    }
    return t.kind == TOKEN_NAME && outside && ends_operand(lx->last);
}

static void never_closed(Lexer *lx) {
    Bracket open = lx->brackets[lx->nbrackets - 1];
    lx->nbrackets = 0;
    if (lx->diags && !lx->quiet) {
        Span span = {open.at, open.at + 1};
        Arena *a = lx->diags->arena;
        lexer_fault(lx, span, str_printf(a, _("'%c' was never closed"), lx->text[open.at]).at,
                    str_printf(a, _("add the missing '%s'"), token_text(open.closer)).at);
    }
    lx->quiet = false;
}

static uint32_t line_start_of(const Lexer *lx, uint32_t at) {
    while (at > 0 && lx->text[at - 1] != '\n') {
        at--;
    }
    return at;
}

/* The first token of a line inside brackets: takes it back when a bracket was forgotten. */
static Token check_joined(Lexer *lx, Token t) {
    lx->joined = false;
    bool keyword = token_is_keyword(t.kind) || t.kind == TOKEN_NAME;
    uint32_t line = keyword ? line_start_of(lx, t.span.start) : 0;
    if (!keyword || lx->field || lx->nbrackets == 0 || !begins_statement(lx, t, line)) {
        return t;
    }
    never_closed(lx);
    lx->at = line;
    lx->newline_next = true;
    return lexer_token(TOKEN_ERROR, t.span.start, t.span.start);
}

/* The end of the text: a last NEWLINE, then the blocks end, then END. */
static Token read_end(Lexer *lx) {
    if (!lx->field && lx->nbrackets > 0) {
        never_closed(lx);
        lx->newline_next = true;
        return lexer_token(TOKEN_ERROR, lx->end, lx->end);
    }
    bool in_line = lx->last != TOKEN_NEWLINE && lx->last != TOKEN_DEDENT && lx->last != TOKEN_END;
    if (in_line && !lx->field && !lx->stopped) {
        lx->line_start = true;
        return lexer_token(TOKEN_NEWLINE, lx->end, lx->end);
    }
    return lexer_token(TOKEN_END, lx->end, lx->end);
}

static Token read_newline(Lexer *lx) {
    lx->line_start = true;
    lx->at++;
    return lexer_token(TOKEN_NEWLINE, lx->at - 1, lx->at);
}

static Token read_token(Lexer *lx) {
    for (;;) {
        if (!skip_space(lx)) {
            return lexer_token(TOKEN_ERROR, lx->at, lx->at);
        }
        if (lx->at >= lx->end) {
            return read_end(lx);
        }
        unsigned char c = (unsigned char)lx->text[lx->at];
        Token t;
        if (c == '\n') {
            return read_newline(lx);
        } else if (char_begins_name(c)) {
            return read_name(lx);
        } else if (char_is_digit(c) || (c == '.' && char_is_digit(lexer_byte(lx, lx->at + 1)))) {
            return lexer_number(lx);
        } else if (c == '"' || c == '\'') {
            return lexer_string(lx, lx->at, lx->at);
        } else if (c < 0x80) {
            return read_operator(lx);
        } else if (name_end(lx, lx->at) > lx->at) {
            return read_name(lx);
        } else if (lexer_other(lx, &t)) {
            return t;
        }
    }
}

static Token read_any(Lexer *lx) {
    if (lx->stopped) {
        return lexer_token(TOKEN_END, lx->end, lx->end);
    }
    if (lx->newline_next) {
        lx->newline_next = false;
        lx->line_start = true;
        return lexer_token(TOKEN_NEWLINE, lx->at, lx->at);
    }
    if (lx->dedents > 0) {
        lx->dedents--;
        return lexer_token(TOKEN_DEDENT, lx->at, lx->at);
    }
    Token t;
    if (lx->line_start && lexer_indent(lx, &t)) {
        return t;
    }
    t = read_token(lx);
    return lx->joined ? check_joined(lx, t) : t;
}

Token lexer_next(Lexer *lx) {
    Token t = read_any(lx);
    lx->last = t.kind;
    return t;
}
