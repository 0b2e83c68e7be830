/* evidence_code.c: code that does not stand in a program as it is: `tf.get_variable('w', [1])`. It
 * is a fair statement when each of its parts is known: names, arguments, attributes by Python or
 * TensorFlow or from the program, texts from the runs. */
#include <string.h>

#include "lesson/statement.h"

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_keyword(Str word) {
    static const char words[] =
        " with as def for while if elif else return import from in is not and or "
        "lambda None True False class try except finally print yield pass del ";
    char room[16];
    if (word.len + 3 > sizeof room)
        return false;
    snprintf(room, sizeof room, " %.*s ", STR_ARG(word));
    return strstr(words, room) != NULL;
}

/* A dotted name, or ".attribute", from the front of the rest. */
static Str take_name(Str *rest) {
    size_t n = 0;
    while (n < rest->len && (is_letter(rest->at[n]) || is_digit(rest->at[n]) || rest->at[n] == '.'))
        n++;
    Str name = str_sub(*rest, 0, n);
    while (name.len && name.at[name.len - 1] == '.')
        name.len--;
    *rest = str_sub(*rest, n, rest->len);
    return name;
}

/* What stands between quotes, which begin the rest. */
static Str take_text(Str *rest) {
    char quote[2] = {rest->at[0], 0};
    ptrdiff_t end = str_find(*rest, str_of(quote), 1);
    size_t to = end < 0 ? rest->len : (size_t)end;
    Str text = str_sub(*rest, 1, to);
    *rest = str_sub(*rest, to + 1, rest->len);
    return text;
}

static bool is_argument(Str behind) {
    while (behind.len && behind.at[0] == ' ')
        behind = str_sub(behind, 1, behind.len);
    return behind.len && behind.at[0] == '=' && !(behind.len > 1 && behind.at[1] == '=');
}

static bool ask(const Evidence *e, Known as, Str word) {
    return e->knows && e->knows(e->context, as, word);
}

/* Is there a name in a program, alone or as the beginning of a dotted one? */
static bool in_program(const Evidence *e, Str name) {
    for (size_t i = 0; i < e->nruns; i++)
        for (size_t k = 0; k < e->runs[i]->modules.count; k++)
            if (text_holds(LOG_AT(&e->runs[i]->modules, TraceModule, k)->source->text, name))
                return true;
    return false;
}

/* "v.value": something of the program, and an attribute that things have. */
static bool is_attribute_of_program(const Evidence *e, Str name) {
    ptrdiff_t dot = str_find(name, STR("."), 0);
    while (dot > 0 && in_program(e, str_sub(name, 0, (size_t)dot))) {
        Str rest = str_sub(name, (size_t)dot + 1, name.len);
        ptrdiff_t next = str_find(rest, STR("."), 0);
        if (!ask(e, KNOWN_ATTRIBUTE, next < 0 ? rest : str_sub(rest, 0, (size_t)next)))
            return false;
        if (next < 0)
            return true;
        dot += next + 1;
    }
    return false;
}

static bool is_known_name(const Evidence *e, Str name, Str behind) {
    if (name.at[0] == '.')
        return ask(e, KNOWN_ATTRIBUTE, str_sub(name, 1, name.len));
    bool argument = is_argument(behind) && ask(e, KNOWN_ARGUMENT, name);
    return argument || is_keyword(name) || in_program(e, name) || ask(e, KNOWN_NAME, name) ||
           is_attribute_of_program(e, name) ||
           (str_find(name, STR("."), 0) < 0 &&
            (ask(e, KNOWN_ATTRIBUTE, name) || ask(e, KNOWN_ARGUMENT, name)));
}

/* A dtype or the class of an error is a statement about the run: that Python knows it is not
 * enough.
 */
static bool is_about_run(Str words) {
    return dtype_of_name(words) != DTYPE_INVALID ||
           (str_ends(words, STR("Error")) && str_find(words, STR("."), 0) < 0);
}

bool evidence_code(Arena *a, const Evidence *e, Str words) {
    bool any = false;
    if (is_full_name(words))
        return false;
    for (Str rest = words; rest.len > 0;) {
        char c = rest.at[0];
        if (c == '\'' || c == '"') {
            Str text = take_text(&rest);
            if (text.len && !evidence_shows(a, e, text))
                return false;
        } else if (is_letter(c) || (c == '.' && rest.len > 1 && is_letter(rest.at[1]))) {
            Str name = take_name(&rest);
            if ((is_about_run(name) && !in_program(e, name)) || !is_known_name(e, name, rest))
                return false;
            any = true;
        } else if (str_starts(rest, STR("…"))) {
            rest = str_sub(rest, 3, rest.len);
        } else if ((unsigned char)c >= 0x80) {
            return false;
        } else {
            rest = str_sub(rest, 1, rest.len);
        }
    }
    return any;
}
