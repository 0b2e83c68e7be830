#include "base/text.h"
#include "lang/lexer_inner.h"

#define TAB 8

/* Adds the white space c to an indentation. */
static void widen(Indent *i, char c) {
    switch (c) {
    case '\t':
        i->column = (i->column / TAB + 1) * TAB;
        i->narrow++;
        break;
    case '\f': *i = (Indent){0, 0}; break;
    default: i->column++; i->narrow++;
    }
}

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\f';
}

uint32_t lexer_column(const Lexer *lx, uint32_t line, uint32_t at) {
    Indent i = {0, 0};
    for (; line < at; line++) {
        widen(&i, lx->text[line]);
    }
    return i.column;
}

/* Length of a no-break or ideographic space at `at`, else 0. */
static uint32_t wide_space(const Lexer *lx, uint32_t at) {
    unsigned char a = lexer_byte(lx, at), b = lexer_byte(lx, at + 1);
    if (a == 0xc2 && b == 0xa0) {
        return 2;
    }
    return a == 0xe3 && b == 0x80 && lexer_byte(lx, at + 2) == 0x80 ? 3 : 0;
}

/* Such a space in front of a line: said once for the line, and counted as the columns that it
 * shows. */
static void take_wide_spaces(Lexer *lx, Indent *i) {
    uint32_t start = lx->at, len;
    while ((len = wide_space(lx, lx->at)) > 0 || (lx->at < lx->end && is_space(lx->text[lx->at]))) {
        widen(i, len ? ' ' : lx->text[lx->at]);
        if (len == 3) {
            widen(i, ' ');
        }
        lx->at += len ? len : 1;
    }
    lexer_fault(lx, (Span){start, lx->at},
                _("the line is indented with characters that are no ASCII spaces"),
                _("replace them (U+00A0, U+3000) with ordinary spaces"));
}

/* The indentation of the first line with a token; lx->at is then its first token. */
static Indent measure(Lexer *lx) {
    for (;;) {
        Indent i = {0, 0};
        for (; lx->at < lx->end && is_space(lx->text[lx->at]); lx->at++) {
            widen(&i, lx->text[lx->at]);
        }
        if (wide_space(lx, lx->at)) {
            take_wide_spaces(lx, &i);
        }
        while (lexer_byte(lx, lx->at) == '#' ||
               (lx->at < lx->end && lexer_byte(lx, lx->at) != '\n')) {
            if (lx->text[lx->at] != '#') {
                return i;
            }
            while (lx->at < lx->end && lx->text[lx->at] != '\n') {
                lx->at++;
            }
        }
        if (lx->at >= lx->end) {
            return (Indent){0, 0};
        }
        lx->at++;
    }
}

static void inconsistent(Lexer *lx, Span span) {
    if (lx->mixed) {
        return;
    }
    lx->mixed = true;
    lexer_fault(lx, span, _("inconsistent use of tabs and spaces in indentation"),
                _("indent with spaces only: replace each tab with the spaces that it stands for"));
}

/* Tabs matter only where both ways to count them disagree; Python 2 takes 8 columns for one. */
static bool ambiguous(const Lexer *lx, Indent i, Indent top) {
    int by_column = (i.column > top.column) - (i.column < top.column);
    int by_narrow = (i.narrow > top.narrow) - (i.narrow < top.narrow);
    return lx->python != 2 && by_column != by_narrow;
}

static bool begin_block(Lexer *lx, Indent i, Token *t) {
    Span span = t->span;
    if (lx->nindents == LEXER_INDENTS) {
        lexer_fault(lx, span, _("too many levels of indentation"),
                    _("put the inner blocks into functions"));
        lexer_stop(lx);
        *t = lexer_token(TOKEN_END, lx->end, lx->end);
        return true;
    }
    if (ambiguous(lx, i, lx->indents[lx->nindents])) {
        inconsistent(lx, span);
    }
    lx->indents[++lx->nindents] = i;
    t->kind = TOKEN_INDENT;
    return true;
}

/* The line begins between two blocks: it is taken for a line of the nearer one. */
static void check_unindent(Lexer *lx, Indent i, Span span) {
    Indent top = lx->indents[lx->nindents];
    if (top.column == i.column) {
        if (ambiguous(lx, i, top)) {
            inconsistent(lx, span);
        }
        return;
    }
    lx->stray = i.column;
    lx->stray_level = lx->nindents;
    if (lx->mixed) {
        return;
    }
    lexer_fault(lx, span, _("unindent does not match any outer indentation level"),
                _("begin the line in the same column as the statements that it belongs to"));
}

/* Does the line belong to the innermost block rather than to the one around it? */
static bool is_nearer(const Lexer *lx, Indent i) {
    uint32_t inner = lx->indents[lx->nindents].column, outer = lx->indents[lx->nindents - 1].column;
    return i.column > outer && inner - i.column <= i.column - outer;
}

static bool end_blocks(Lexer *lx, Indent i, Token *t) {
    uint32_t n = 0;
    while (lx->nindents > 0 && lx->indents[lx->nindents].column > i.column && !is_nearer(lx, i)) {
        lx->nindents--;
        n++;
    }
    check_unindent(lx, i, t->span);
    if (n == 0) {
        return false;
    }
    lx->dedents = n - 1;
    *t = lexer_token(TOKEN_DEDENT, lx->at, lx->at);
    return true;
}

/* A column that was reported before means the block that it was taken for then. */
static Indent known_stray(Lexer *lx, Indent i) {
    if (lx->stray_level > lx->nindents) {
        lx->stray = UINT32_MAX;
        return i;
    }
    return i.column == lx->stray ? lx->indents[lx->stray_level] : i;
}

bool lexer_indent(Lexer *lx, Token *t) {
    lx->line_start = false;
    Indent i = measure(lx);
    uint32_t line = lx->at;
    while (line > 0 && lx->text[line - 1] != '\n') {
        line--;
    }
    *t = lexer_token(TOKEN_ERROR, line, lx->at);
    if (lx->stray != UINT32_MAX) {
        i = known_stray(lx, i);
    }
    Indent top = lx->indents[lx->nindents];
    lx->column = i.column;
    if (i.column > top.column) {
        return begin_block(lx, i, t);
    }
    if (i.column < top.column) {
        return end_blocks(lx, i, t);
    }
    if (ambiguous(lx, i, top)) {
        inconsistent(lx, t->span);
    }
    return false;
}
