#include <string.h>

#include "base/text.h"
#include "lang/chars.h"
#include "lang/lexer_inner.h"

/* ---- numbers ---- */

/* Skips digits of a base; single underscores between them are allowed in Python 3. */
static uint32_t skip_digits(const Lexer *lx, uint32_t at, int base) {
    for (;;) {
        int digit = char_hex(lexer_byte(lx, at));
        bool underscore = lexer_byte(lx, at) == '_' && lx->python != 2;
        int next = underscore ? char_hex(lexer_byte(lx, at + 1)) : -1;
        if ((digit < 0 || digit >= base) && (next < 0 || next >= base)) {
            return at;
        }
        at++;
    }
}

/* Skips the rest of what looks like one number, after a fault in it. */
static Token bad_number(Lexer *lx, uint32_t start, const char *message, const char *hint) {
    uint32_t at = lx->at > start ? lx->at : start + 1;
    while (char_in_name(lexer_byte(lx, at))) {
        at++;
    }
    lexer_fault(lx, (Span){start, at}, message, hint);
    lx->at = at;
    return lexer_token(TOKEN_ERROR, start, at);
}

/* A number may be followed by a keyword without a space, as in `1if x else 2`. */
static bool keyword_follows(const Lexer *lx, uint32_t at) {
    static const char *const words[] = {"and", "else", "for", "if", "in", "is", "not", "or"};
    uint32_t end = at;
    while (char_in_name(lexer_byte(lx, end))) {
        end++;
    }
    Str found = {lx->text + at, end - at};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (str_is(found, words[i])) {
            return true;
        }
    }
    return false;
}

/* fault is not translated yet: nearly all numbers have none. */
static Token end_number(Lexer *lx, uint32_t start, uint32_t at, const char *fault) {
    unsigned char c = lexer_byte(lx, at);
    bool is_long = c == 'l' || c == 'L';
    if (is_long && lx->python != 3 && !char_in_name(lexer_byte(lx, at + 1))) {
        at++;
    } else if (char_in_name(c) && !keyword_follows(lx, at)) {
        lx->at = at;
        const char *hint = is_long
                               ? _("the suffix L belongs to Python 2 (--python 2); leave it out")
                               : _("a name cannot begin with a digit");
        return bad_number(lx, start, _(fault), hint);
    }
    lx->at = at;
    return lexer_token(TOKEN_NUMBER, start, at);
}

static Token based_number(Lexer *lx, uint32_t start, int base) {
    uint32_t digits = start + 2, at = digits;
    const char *fault = base == 16  ? N_("invalid hexadecimal literal")
                        : base == 8 ? N_("invalid octal literal")
                                    : N_("invalid binary literal");
    at = skip_digits(lx, digits, base);
    if (at == digits || lx->text[at - 1] == '_') {
        lx->at = at;
        return bad_number(lx, start, _(fault), _("digits must follow, as in 0x1f, 0o17 or 0b101"));
    }
    if (char_is_digit(lexer_byte(lx, at))) {
        lx->at = at;
        return bad_number(lx, start, _(fault), _("this digit does not exist in that base"));
    }
    return end_number(lx, start, at, fault);
}

/* Skips a fraction and an exponent, and says whether there was one. */
static uint32_t skip_fraction(const Lexer *lx, uint32_t at, bool *is_float) {
    if (lexer_byte(lx, at) == '.') {
        at = skip_digits(lx, at + 1, 10);
        *is_float = true;
    }
    unsigned char e = lexer_byte(lx, at);
    unsigned char sign = lexer_byte(lx, at + 1);
    uint32_t digits = at + (sign == '+' || sign == '-' ? 2 : 1);
    if ((e == 'e' || e == 'E') && char_is_digit(lexer_byte(lx, digits))) {
        at = skip_digits(lx, digits, 10);
        *is_float = true;
    }
    if (lexer_byte(lx, at) == 'j' || lexer_byte(lx, at) == 'J') {
        at++;
        *is_float = true;
    }
    return at;
}

/* An integer with a leading zero: octal in Python 2, a fault in Python 3 unless it is zero. */
static Token zero_number(Lexer *lx, uint32_t start, uint32_t at) {
    uint32_t end = start;
    while (lexer_byte(lx, end) == '0' || lexer_byte(lx, end) == '_') {
        end++;
    }
    if (end < at && lx->python == 3) {
        lx->at = at;
        return bad_number(
            lx, start, _("leading zeros in decimal integer literals are not permitted"),
            _("leave them out; an octal number is written 0o17 (in Python 2 also 017)"));
    }
    while (end < at && lx->text[end] < '8') {
        end++;
    }
    if (end < at && lx->python == 2) {
        lx->at = at;
        return bad_number(lx, start, _("invalid octal literal"),
                          _("a leading zero means octal: digits 0 to 7"));
    }
    return end_number(lx, start, at, N_("invalid decimal literal"));
}

Token lexer_number(Lexer *lx) {
    uint32_t start = lx->at;
    unsigned char c = lexer_byte(lx, start), letter = lexer_byte(lx, start + 1) | 0x20;
    if (c == '0' && (letter == 'x' || letter == 'o' || letter == 'b')) {
        return based_number(lx, start, letter == 'x' ? 16 : letter == 'o' ? 8 : 2);
    }
    bool is_float = false;
    uint32_t digits = c == '.' ? start : skip_digits(lx, start, 10);
    uint32_t at = skip_fraction(lx, digits, &is_float);
    if (!is_float && c == '0' && at > start + 1) {
        return zero_number(lx, start, at);
    }
    return end_number(lx, start, at, N_("invalid decimal literal"));
}

/* ---- strings ---- */

bool lexer_is_prefix(const Lexer *lx, uint32_t start, uint32_t end) {
    static const char *const both[] = {"r", "b", "u", "br", NULL};
    static const char *const only3[] = {"f", "fr", "rf", "rb", NULL};
    static const char *const only2[] = {"ur", NULL};
    if (end - start > 2) {
        return false;
    }
    char low[3] = {0};
    for (uint32_t i = start; i < end; i++) {
        low[i - start] = (char)(lx->text[i] | 0x20);
    }
    for (const char *const *p = both; *p; p++) {
        if (strcmp(*p, low) == 0) {
            return true;
        }
    }
    for (const char *const *p = only3; lx->python != 2 && *p; p++) {
        if (strcmp(*p, low) == 0) {
            return true;
        }
    }
    return lx->python != 3 && strcmp(only2[0], low) == 0;
}

StringParts string_parts(const char *text, Span span) {
    StringParts p = {.body = span};
    for (; text[p.body.start] != '"' && text[p.body.start] != '\''; p.body.start++) {
        char c = (char)(text[p.body.start] | 0x20);
        p.raw |= c == 'r';
        p.bytes |= c == 'b';
        p.unicode |= c == 'u';
        p.format |= c == 'f';
    }
    char quote = text[p.body.start];
    p.triple = span.end - p.body.start >= 6 && text[p.body.start + 1] == quote &&
               text[p.body.start + 2] == quote;
    p.body.start += p.triple ? 3 : 1;
    p.body.end -= p.triple ? 3 : 1;
    return p;
}

static void unterminated(Lexer *lx, Span span, bool triple) {
    if (!lx->diags) {
        return;
    }
    Diags *d = lx->diags;
    unsigned line = source_line_of(d->source, lx->at);
    const char *format = triple
                             ? _("unterminated triple-quoted string literal (detected at line %u)")
                             : _("unterminated string literal (detected at line %u)");
    lexer_fault(lx, span, str_printf(d->arena, format, line).at,
                triple ? _("add the three quotes that end the string")
                       : _("end the string with the quote that it began with; "
                           "a string of several lines needs three quotes"));
}

/* The line that has no closing quote is dropped; so are faults of brackets that its rest would
 * close. */
static Token end_unterminated(Lexer *lx, uint32_t start, bool triple) {
    unterminated(lx, (Span){start, lx->at}, triple);
    lx->quiet = lx->nbrackets > 0;
    return lexer_token(TOKEN_ERROR, start, lx->at);
}

Token lexer_string(Lexer *lx, uint32_t start, uint32_t quote) {
    char q = lx->text[quote];
    bool triple = lexer_byte(lx, quote + 1) == (unsigned char)q &&
                  lexer_byte(lx, quote + 2) == (unsigned char)q;
    uint32_t at = quote + (triple ? 3 : 1);
    for (; at < lx->end; at++) {
        char c = lx->text[at];
        if (c == '\\' && at + 1 < lx->end) {
            at++;
        } else if (c == '\n' && !triple) {
            break;
        } else if (c == q && (!triple || (lexer_byte(lx, at + 1) == (unsigned char)q &&
                                          lexer_byte(lx, at + 2) == (unsigned char)q))) {
            lx->at = at + (triple ? 3 : 1);
            return lexer_token(TOKEN_STRING, start, lx->at);
        }
    }
    lx->at = at;
    return end_unterminated(lx, start, triple);
}

/* ---- characters beyond ASCII ---- */

/* A typographic quote: the string goes on to the next quote of its kind in the line. */
static Token twin_string(Lexer *lx, uint32_t start, const char *twin) {
    Str text = {lx->text, lx->end};
    size_t at = lx->at;
    while (at < lx->end && lx->text[at] != '\n') {
        uint32_t cp = utf8_next(text, &at);
        const char *other = cp < 0x80 ? NULL : char_twin(cp);
        if (cp == (unsigned char)*twin || (other && strcmp(other, twin) == 0)) {
            break;
        }
    }
    lx->at = (uint32_t)at;
    lx->quiet = lx->quiet || lx->nbrackets > 0;
    return lexer_token(TOKEN_ERROR, start, lx->at);
}

static void fault_other(Lexer *lx, Span span, uint32_t cp, const char *twin) {
    if (!lx->diags) {
        return;
    }
    Arena *a = lx->diags->arena;
    Str message = str_printf(a, _("invalid character '%.*s' (U+%04X)"),
                             (int)(span.end - span.start), lx->text + span.start, (unsigned)cp);
    Str hint = !twin            ? STR("")
               : twin[0] == ' ' ? str_of(_("write an ordinary space instead"))
                                : str_printf(a, _("write the ASCII character %s instead"), twin);
    lexer_fault(lx, span, message.at, hint.len ? hint.at : _("remove it"));
}

/* Goes on as if the ASCII twin stood there. */
static bool take_twin(Lexer *lx, Span span, const char *twin, Token *t) {
    uint32_t len;
    switch (twin[0]) {
    case ' ': return false;
    case '#':
        while (lx->at < lx->end && lx->text[lx->at] != '\n') {
            lx->at++;
        }
        return false;
    case '"':
    case '\'': *t = twin_string(lx, span.start, twin); return true;
    default:
        *t = lexer_token(lexer_operator(twin, (uint32_t)strlen(twin), &len), span.start, span.end);
        *t = lexer_bracket(lx, *t);
        return true;
    }
}

bool lexer_other(Lexer *lx, Token *t) {
    size_t at = lx->at;
    uint32_t cp = utf8_next((Str){lx->text, lx->end}, &at);
    Span span = {lx->at, (uint32_t)at};
    char digit[2] = {(char)('0' + (cp - 0xff10)), 0};
    bool is_digit = cp >= 0xff10 && cp <= 0xff19;
    const char *twin = is_digit ? digit : char_twin(cp);
    lx->at = span.end;
    fault_other(lx, span, cp, twin);
    if (twin && !is_digit) {
        return take_twin(lx, span, twin, t);
    }
    *t = lexer_token(TOKEN_ERROR, span.start, span.end);
    return true;
}
