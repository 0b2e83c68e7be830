/* question_compare.c: when do two answers say the same? */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"
#include "tutor/question_inner.h"

/* The words of deeds: those that are shown, then others that people type. */
static const char *const deed_words[][DEED_WORDS] = {
    {"created", "reused", "error"},
    {"新建", "复用", "报错"},
    {"1", "2", "3"},
    {"create", "reuse", "raise"},
    {"new", "shared", "raised"},
    {"made", "share", "errors"},
    {"creates", "reuses", "raises"},
    {"c", "r", "e"},
    {"创建", "重用", "错误"},
    {"新建变量", "共享", "出错"},
};

const char *const *question_deeds(void) {
    return deed_words[strcmp(text_language(), "zh") == 0];
}

const char *question_deed_word(size_t i, int deed) {
    return i < sizeof deed_words / sizeof *deed_words ? deed_words[i][deed] : NULL;
}

/* The ASCII character that a wide one stands for; else itself. */
static uint32_t narrow(uint32_t cp) {
    if (cp >= 0xff01 && cp <= 0xff5e)
        return cp - 0xfee0;
    switch (cp) {
    case '\t':
    case 0xa0:
    case 0x3000: return ' ';
    case 0x2018:
    case 0x2019: return '\'';
    case 0x201c:
    case 0x201d: return '"';
    case 0x3001: return ',';
    case 0x2212: return '-';
    case 0xd7: return 'x';
    default: return cp;
    }
}

static bool is_odd(uint32_t cp) {
    return (cp < 0x20 && cp != '\n') || (cp >= 0x7f && cp < 0xa0) || cp == 0xfffd ||
           utf8_is_bidi_control(cp);
}

static bool is_quote(char c) {
    return c == '"' || c == '\'' || c == '`';
}

static Str without_blanks(Str s) {
    while (s.len && strchr(" \n", s.at[0]))
        s = str_sub(s, 1, s.len);
    while (s.len && strchr(" \n", s.at[s.len - 1]))
        s.len--;
    return s;
}

static Str without_quotes(Str s) {
    s = without_blanks(s);
    while (s.len >= 2 && is_quote(s.at[0]) && s.at[s.len - 1] == s.at[0])
        s = without_blanks(str_sub(s, 1, s.len - 1));
    return s;
}

bool answer_clean(Arena *a, Str given, Str *clean) {
    Sink out = sink_memory(a);
    *clean = STR("");
    if (given.len > ANSWER_MOST || !utf8_valid(given, &(size_t){0}))
        return false;
    for (size_t i = 0; i < given.len;) {
        char bytes[4];
        uint32_t cp = narrow(utf8_next(given, &i));
        if (is_odd(cp))
            return false;
        sink_put(&out, (Str){bytes, utf8_put(bytes, cp)});
    }
    *clean = without_quotes(sink_str(&out));
    return true;
}

Str answer_name(Str name) {
    if (str_ends(name, STR(":0")))
        name.len -= 2;
    if (name.len > 1 && str_ends(name, STR("/")))
        name.len--;
    return name;
}

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* The same bytes but for the case of ASCII letters. */
static bool same_letters(Str x, Str y) {
    if (x.len != y.len)
        return false;
    for (size_t i = 0; i < x.len; i++)
        if (lower(x.at[i]) != lower(y.at[i]))
            return false;
    return true;
}

int answer_deed(Str word) {
    /* The class of an error is as good as the word. */
    if (str_ends(word, STR("Error")))
        return 2;
    for (size_t i = 0; i < sizeof deed_words / sizeof *deed_words; i++)
        for (int k = 0; k < DEED_WORDS; k++)
            if (same_letters(word, str_of(deed_words[i][k])))
                return k;
    return -1;
}

int64_t answer_count(Str text) {
    int64_t n = 0;
    if (str_ends(text, STR("个")))
        text = without_blanks(str_sub(text, 0, text.len - strlen("个")));
    if (text.len == 0 || text.len > 15)
        return -1;
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] < '0' || text.at[i] > '9')
            return -1;
        n = n * 10 + (text.at[i] - '0');
    }
    return n;
}

/* ---- shapes ---- */

/* A dimension at text[*i]: digits, or what stands for one that is not known. */
static bool read_dim(Str text, size_t *i, int64_t *dim) {
    Str rest = str_sub(text, *i, text.len);
    size_t digits = 0;
    *dim = DIM_UNKNOWN;
    if (str_starts(rest, STR("None"))) {
        *i += 4;
        return true;
    }
    if (str_starts(rest, STR("?"))) {
        *i += 1;
        return true;
    }
    while (digits < rest.len && rest.at[digits] >= '0' && rest.at[digits] <= '9')
        digits++;
    *dim = answer_count(str_sub(rest, 0, digits));
    *i += digits;
    return *dim >= 0;
}

static bool is_between(char c) {
    return strchr("()[], xX*", c) != NULL && c;
}

bool answer_shape(Arena *a, Str text, Shape *shape) {
    int64_t dims[16];
    int rank = 0;
    if (same_letters(text, STR("unknown")) || str_is(text, "<unknown>") || str_is(text, "未知")) {
        *shape = shape_unknown();
        return true;
    }
    *shape = shape_scalar();
    if (same_letters(text, STR("scalar")) || str_is(text, "标量"))
        return true;
    for (size_t i = 0; i < text.len;) {
        if (is_between(text.at[i]))
            i++;
        else if (rank == 16 || !read_dim(text, &i, &dims[rank++]))
            return false;
    }
    *shape = shape_make(a, rank, dims);
    return rank > 0 || str_starts(text, STR("(")) || str_starts(text, STR("["));
}

/* ---- values ---- */

static bool is_value_blank(char c) {
    return c && strchr(" \n[](),\"'", c) != NULL;
}

Str answer_word(Str text, size_t *from) {
    while (*from < text.len && is_value_blank(text.at[*from]))
        ++*from;
    size_t start = *from;
    while (*from < text.len && !is_value_blank(text.at[*from]))
        ++*from;
    return str_sub(text, start, *from);
}

/* A number as numpy or a person writes it: not in hexadecimal, not very long. */
static bool number_of(Str word, double *number) {
    char text[64], *end;
    if (word.len == 0 || word.len >= sizeof text)
        return false;
    for (size_t i = 0; i < word.len; i++)
        if (!strchr("+-.0123456789eEinfaINFA", word.at[i]))
            return false;
    memcpy(text, word.at, word.len);
    text[word.len] = 0;
    *number = strtod(text, &end);
    return *end == 0;
}

static bool is_whole(Str word) {
    for (size_t i = 0; i < word.len; i++)
        if (strchr(".eEnN", word.at[i]))
            return false;
    return true;
}

/* Of numbers with a point some digits may be left out; of others none. */
static bool same_number(Str x, double a, Str y, double b) {
    if (isnan(a) || isnan(b))
        return isnan(a) && isnan(b);
    if (a == b || isinf(a) || isinf(b))
        return a == b;
    return !(is_whole(x) && is_whole(y)) && fabs(a - b) <= 1e-5 * fmax(fabs(a), fabs(b));
}

static bool is_truth(Str word) {
    return same_letters(word, STR("true")) || same_letters(word, STR("false"));
}

bool answer_same_word(Str x, Str y) {
    double a, b;
    if (number_of(x, &a) && number_of(y, &b))
        return same_number(x, a, y, b);
    return str_eq(x, y) || (is_truth(x) && same_letters(x, y));
}

static bool same_value(Str x, Str y) {
    size_t i = 0, k = 0;
    for (;;) {
        Str a = answer_word(x, &i), b = answer_word(y, &k);
        if (a.len == 0 || b.len == 0)
            return a.len == b.len;
        if (!answer_same_word(a, b))
            return false;
    }
}

/* ---- choices ---- */

ptrdiff_t answer_choice(Arena *a, const Question *q, Str text) {
    Str choice;
    for (size_t i = 0; i < q->nchoices; i++)
        if (answer_clean(a, q->choices[i].text, &choice) && str_eq(text, choice))
            return (ptrdiff_t)i;
    int64_t n = answer_count(text);
    if (n < 0 && text.len == 1)
        n = lower(text.at[0]) - 'a' + 1;
    return n >= 1 && (uint64_t)n <= q->nchoices ? (ptrdiff_t)n - 1 : -1;
}

/* ---- all kinds ---- */

static bool is_name(Str s) {
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i];
        bool letter = (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9');
        if (!letter && !(c && strchr("_.\\-/>:^", c)))
            return false;
    }
    return s.len > 0;
}

bool answer_understood(Arena *a, const Question *q, Str clean) {
    Shape shape;
    switch (q->kind) {
    case QUESTION_NAME: return is_name(clean);
    case QUESTION_DEED: return answer_deed(clean) >= 0;
    case QUESTION_VALUE: return true;
    case QUESTION_SHAPE: return answer_shape(a, clean, &shape);
    case QUESTION_COUNT: return answer_count(clean) >= 0;
    case QUESTION_CHOICE: return answer_choice(a, q, clean) >= 0;
    }
    return false;
}

bool answer_same(Arena *a, const Question *q, Str x, Str y) {
    Shape sx, sy;
    switch (q->kind) {
    case QUESTION_NAME: return str_eq(answer_name(x), answer_name(y));
    case QUESTION_DEED: return answer_deed(x) >= 0 && answer_deed(x) == answer_deed(y);
    case QUESTION_VALUE: return same_value(x, y);
    case QUESTION_SHAPE:
        return answer_shape(a, x, &sx) && answer_shape(a, y, &sy) && shape_eq(sx, sy);
    case QUESTION_COUNT: return answer_count(x) >= 0 && answer_count(x) == answer_count(y);
    case QUESTION_CHOICE:
        return answer_choice(a, q, x) >= 0 && answer_choice(a, q, x) == answer_choice(a, q, y);
    }
    return false;
}
