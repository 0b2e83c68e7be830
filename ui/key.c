#include "ui/key.h"

#include "base/sink.h"
#include "base/utf8.h"

typedef struct KeyName {
    int32_t code;
    const char *name; /* inside <…> */
} KeyName;

/* The first name of a code is the one that key_text gives. */
static const KeyName names[] = {
#define KEY(ID, name) {KEYCODE_##ID, name},
#include "ui/key.def"
#undef KEY
    {' ', "Space"},
    {'\t', "Tab"},
    {'\r', "CR"},
    {0x1b, "Esc"},
    {'<', "lt"},
    {'\r', "Enter"},
    {KEYCODE_BACKSPACE, "Backspace"},
    {'\r', "Return"},
    {KEYCODE_DELETE, "Delete"},
};

enum { NAMES = sizeof names / sizeof *names };

static int32_t lower(int32_t c) {
    return c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c;
}

static int32_t upper(int32_t c) {
    return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c;
}

/* Names are the same in capitals. */
static bool same_name(Str s, const char *z) {
    Str wanted = str_of(z);
    for (size_t i = 0; i < s.len && s.len == wanted.len; i++)
        if (lower(s.at[i]) != lower(wanted.at[i]))
            return false;
    return s.len == wanted.len;
}

/* Terminals send either of two control characters for Backspace. */
static int32_t one_backspace(int32_t code) {
    return code == 8 || code == 127 ? KEYCODE_BACKSPACE : code;
}

/* ---- reading ---- */

static bool read_number(Str s, size_t *i, int *number) {
    size_t start = *i;
    *number = 0;
    for (; *i < s.len && s.at[*i] >= '0' && s.at[*i] <= '9' && *number < 100000; ++*i)
        *number = *number * 10 + s.at[*i] - '0';
    return *i > start && *number < 100000;
}

/* "40x12" */
static bool read_size(Str s, Key *key) {
    size_t i = 0;
    int cols, rows;
    if (!read_number(s, &i, &cols) || i == s.len || s.at[i++] != 'x' || !read_number(s, &i, &rows))
        return false;
    *key = (Key){KEYCODE_RESIZE, rows, cols};
    return i == s.len && rows > 0 && cols > 0 && rows <= WINDOW_MOST && cols <= WINDOW_MOST;
}

/* The control key of a letter or sign, KEYCODE_NONE when there is none. */
static int32_t control_of(Str s) {
    int32_t c = s.len == 1 ? upper(s.at[0]) : 0;
    if (c == '?')
        return 127;
    return c > '@' && c <= '_' ? c & 0x1f : KEYCODE_NONE;
}

static int32_t code_named(Str s) {
    for (size_t i = 0; i < NAMES; i++)
        if (same_name(s, names[i].name))
            return names[i].code;
    return KEYCODE_NONE;
}

/* What stands behind "A-": a name, a control key, or one character. */
static int32_t code_of(Str s) {
    size_t i = 0;
    if (s.len > 2 && s.at[1] == '-' && lower(s.at[0]) == 'c')
        return one_backspace(control_of(str_sub(s, 2, s.len)));
    if (s.len > 0 && utf8_next(s, &i) && i == s.len) {
        i = 0;
        return one_backspace((int32_t)utf8_next(s, &i));
    }
    return code_named(s);
}

static bool has_place(int32_t code) {
    return code == KEYCODE_CLICK || code == KEYCODE_DOUBLE_CLICK || code == KEYCODE_WHEEL_UP ||
           code == KEYCODE_WHEEL_DOWN;
}

/* "12,5:Click" */
static bool read_place(Str s, Key *key) {
    size_t i = 0;
    int row, col;
    if (!read_number(s, &i, &row) || i == s.len || s.at[i++] != ',' || !read_number(s, &i, &col) ||
        i == s.len || s.at[i++] != ':')
        return false;
    *key = (Key){code_named(str_sub(s, i, s.len)), row, col};
    return has_place(key->code);
}

/* What stands between < and >. */
static bool read_named(Str s, Key *key) {
    if (read_size(s, key) || read_place(s, key))
        return true;
    int32_t alt = 0;
    if (s.len > 2 && s.at[1] == '-' && (lower(s.at[0]) == 'a' || lower(s.at[0]) == 'm')) {
        alt = KEYCODE_ALT;
        s = str_sub(s, 2, s.len);
    }
    size_t i = 0;
    bool character = s.len > 0 && utf8_next(s, &i) && i == s.len;
    int32_t code = character && !alt ? KEYCODE_NONE : code_of(s);
    *key = (Key){code | alt, -1, -1};
    return code != KEYCODE_NONE && code != KEYCODE_RESIZE && !(alt && has_place(code));
}

/* Where the name that begins at i ends; -1: it is no name. "<A->>" is Alt and the sign itself. */
static ptrdiff_t name_end(Str text, size_t i) {
    ptrdiff_t end = text.at[i] == '<' ? str_find(text, STR(">"), i) : -1;
    bool sign =
        end > 0 && text.at[end - 1] == '-' && (size_t)end + 1 < text.len && text.at[end + 1] == '>';
    return sign ? end + 1 : end;
}

bool key_read(Str text, size_t *i, Key *key) {
    ptrdiff_t end = name_end(text, *i);
    if (end < 0) {
        *key = (Key){one_backspace((int32_t)utf8_next(text, i)), -1, -1};
        return true;
    }
    if (!read_named(str_sub(text, *i + 1, (size_t)end), key))
        return false;
    *i = (size_t)end + 1;
    return true;
}

/* ---- writing ---- */

static const char *name_of_code(int32_t code) {
    for (size_t i = 0; i < NAMES; i++)
        if (names[i].code == code)
            return names[i].name;
    return NULL;
}

static Str character_text(Arena *a, int32_t code) {
    char bytes[4];
    return str_dup(a, (Str){bytes, utf8_put(bytes, (uint32_t)code)});
}

/* The letter of a control character, in lower case. */
static char control_letter(int32_t code) {
    return code == 127 ? '?' : (char)lower(code + '@');
}

static bool is_control(int32_t code) {
    return code < 0x20 || code == 127;
}

/* A name that must stand inside <…>, or empty when the key is a character. */
static Str inner_name(Arena *a, int32_t code) {
    const char *name = name_of_code(code);
    if (name)
        return str_of(name);
    return is_control(code) ? str_printf(a, "C-%c", control_letter(code)) : (Str){0};
}

Str key_text(Arena *a, Key key) {
    if (key.code == KEYCODE_RESIZE)
        return str_printf(a, "<%dx%d>", key.col, key.row);
    int32_t code = key.code & ~KEYCODE_ALT;
    Str name = inner_name(a, code);
    if (key.code & KEYCODE_ALT)
        return str_printf(a, "<A-%.*s>", STR_ARG(name.len ? name : character_text(a, code)));
    if (name.len == 0)
        return character_text(a, code);
    if (has_place(code) && key.row >= 0)
        return str_printf(a, "<%d,%d:%.*s>", key.row, key.col, STR_ARG(name));
    return str_printf(a, "<%.*s>", STR_ARG(name));
}

/* People say more than vim does. */
static const KeyName labels[] = {
    {KEYCODE_BACKSPACE, "Backspace"},
    {KEYCODE_DELETE, "Delete"},
    {KEYCODE_BACKTAB, "Shift-Tab"},
    {'\r', "Enter"},
    {'<', "<"},
};

static Str label_of(Arena *a, int32_t code) {
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (labels[i].code == code)
            return str_of(labels[i].name);
    const char *name = name_of_code(code);
    if (name)
        return str_of(name);
    if (is_control(code))
        return str_printf(a, "Ctrl-%c", upper(control_letter(code)));
    return character_text(a, code);
}

Str key_label(Arena *a, int32_t code) {
    Str label = label_of(a, code & ~KEYCODE_ALT);
    return code & KEYCODE_ALT ? str_join2(a, STR("Alt-"), label) : label;
}
