/* spot.c: values of lesson.json, each looked at as what it should be. */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "lesson/pack.h"

Spot spot_member(const Spot *s, const char *key) {
    return (Spot){.up = s, .key = key, .json = json_get(s->json, key)};
}

Spot spot_first(const Spot *list) {
    bool is_list = list->json && list->json->kind == JSON_ARRAY;
    return (Spot){.up = list, .json = is_list ? list->json->child : NULL};
}

void spot_next(Spot *item) {
    item->json = item->json->next;
    item->index++;
}

/* Is it one of the words? */
static bool is_word_of(Str word, const char *words) {
    for (const char *at = words; (at = strstr(at, word.at)) && word.len; at++)
        if ((at == words || at[-1] == ' ') && (at[word.len] == ' ' || at[word.len] == 0))
            return true;
    return false;
}

static void check_key(PackReader *r, const Spot *s, const Json *member, const char *keys) {
    Spot here = {.up = s, .key = member->key.at, .json = member};
    if (pack_has_control(member->key, "") || member->key.len > PACK_LINE_MOST)
        here = *s; /* it is not repeated */
    else if (json_get(s->json, member->key.at) != member)
        spot_fault(r, &here, _("the key stands there twice"));
    if (r->strict && !is_word_of(member->key, keys))
        spot_fault(r, &here, _("nobody knows this key"));
}

bool spot_object(PackReader *r, const Spot *s, const char *keys) {
    if (!s->json || s->json->kind != JSON_OBJECT)
        return spot_fault(r, s,
                          s->json ? _("an object {...} must stand here") : _("it is missing"));
    for (const Json *m = s->json->child; m; m = m->next)
        check_key(r, s, m, keys);
    return true;
}

static bool is_id(Str s) {
    for (size_t i = 0; i < s.len; i++)
        if (!strchr("abcdefghijklmnopqrstuvwxyz0123456789-", s.at[i]))
            return false;
    return true;
}

/* NULL, or what is wrong with a text. */
static const char *text_fault(Str s, TextKind kind) {
    if (s.len > (size_t)(kind == TEXT_LINES ? PACK_TEXT_MOST : PACK_LINE_MOST))
        return _("the text is too long");
    if (pack_has_control(s, kind == TEXT_LINES ? "\n\t" : ""))
        return kind == TEXT_LINES ? _("a control character stands in the text")
                                  : _("a control character or a line end stands in the text");
    return kind == TEXT_ID && !is_id(s) ? _("only a-z, 0-9 and hyphens may stand here") : NULL;
}

/* The text of a value; empty and a fault when it is none. */
static Str str_here(PackReader *r, const Spot *s, TextKind kind, bool needed) {
    const char *fault = NULL;
    Str text = s->json && s->json->kind == JSON_STRING ? s->json->string : STR("");
    if (!s->json)
        fault = needed ? _("it is missing") : NULL;
    else if (s->json->kind != JSON_STRING)
        fault = _("a text must stand here");
    else if (needed && text.len == 0)
        fault = _("the text is empty");
    else
        fault = text_fault(text, kind);
    if (fault)
        spot_fault(r, s, fault);
    return fault ? STR("") : text;
}

Str spot_str(PackReader *r, const Spot *s, const char *key, TextKind kind, bool needed) {
    Spot m = spot_member(s, key);
    return str_here(r, &m, kind, needed);
}

enum { NUMBER_MOST = 1000000000 };

int64_t spot_int(PackReader *r, const Spot *s, const char *key, int64_t or_else) {
    Spot m = spot_member(s, key);
    if (!m.json)
        return or_else;
    double n = m.json->number;
    if (m.json->kind == JSON_NUMBER && n == floor(n) && fabs(n) <= NUMBER_MOST)
        return (int64_t)n;
    return spot_fault(r, &m, _("a whole number must stand here")), or_else;
}

bool spot_bool(PackReader *r, const Spot *s, const char *key) {
    Spot m = spot_member(s, key);
    if (m.json && m.json->kind != JSON_BOOL)
        spot_fault(r, &m, _("true or false must stand here"));
    return m.json && m.json->boolean;
}

Str spot_text_here(PackReader *r, const Spot *s, TextKind kind) {
    if (!spot_object(r, s, "en zh"))
        return STR("");
    Str en = spot_str(r, s, "en", kind, true), zh = spot_str(r, s, "zh", kind, true);
    return strcmp(r->lang, "zh") == 0 ? zh : en;
}

Str spot_text(PackReader *r, const Spot *s, const char *key, TextKind kind, bool needed) {
    Spot m = spot_member(s, key);
    return m.json || needed ? spot_text_here(r, &m, kind) : STR("");
}

int spot_word(PackReader *r, const Spot *s, const char *key, const char *const *words, int n) {
    Spot m = spot_member(s, key);
    Str word = str_here(r, &m, TEXT_LINE, true);
    for (int i = 0; i < n; i++)
        if (str_is(word, words[i]))
            return i;
    if (word.len)
        spot_fault(r, &m, str_printf(r->arena, _("nobody knows \"%.*s\""), STR_ARG(word)).at);
    return 0;
}

size_t spot_list(PackReader *r, const Spot *list, size_t most) {
    size_t n = 0;
    if (!list->json)
        return 0;
    if (list->json->kind != JSON_ARRAY)
        return spot_fault(r, list, _("a list [...] must stand here")), 0;
    for (const Json *i = list->json->child; i; i = i->next)
        n++;
    if (n <= most)
        return n;
    return spot_fault(r, list, str_printf(r->arena, _("more than %zu items"), most).at), 0;
}
