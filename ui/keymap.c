#include "ui/keymap.h"

#include "base/log.h"
#include "base/sink.h"
#include "base/text.h"
#include "base/utf8.h"

/* Keys in a row that do one action. */
typedef struct Binding {
    ActionKind kind; /* ACTION_NONE: taken away by the user's file */
    int32_t keys[KEYS_MOST];
    int n;
} Binding;

struct Keymap {
    Log bindings; /* Binding */
};

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

/* The next word of text from *i on; empty at the end. */
static Str next_word(Str text, size_t *i) {
    while (*i < text.len && is_blank(text.at[*i]))
        ++*i;
    size_t from = *i;
    while (*i < text.len && !is_blank(text.at[*i]))
        ++*i;
    return str_sub(text, from, *i);
}

/* Reads keys in a row, "gg" or "z<Left>". False: a name is not known, or there are too many. */
static bool read_keys(Str word, Binding *b) {
    Key key;
    b->n = 0;
    for (size_t i = 0; i < word.len;) {
        if (b->n == KEYS_MOST || !key_read(word, &i, &key) || key.code == KEYCODE_RESIZE)
            return false;
        b->keys[b->n++] = key.code;
    }
    return b->n > 0;
}

/* Whether the first n keys of b are these. */
static bool begins_with(const Binding *b, const int32_t *keys, int n) {
    for (int i = 0; i < n && n <= b->n; i++)
        if (b->keys[i] != keys[i])
            return false;
    return n <= b->n;
}

/* ---- making ---- */

static void bind_defaults(Keymap *m, ActionKind kind) {
    const char *keys = action_row(kind)->keys;
    size_t i = 0;
    Str text = str_of(keys ? keys : "");
    for (Str word = next_word(text, &i); word.len > 0; word = next_word(text, &i)) {
        Binding *b = LOG_PUSH(&m->bindings, Binding);
        b->kind = kind;
        read_keys(word, b);
    }
}

Keymap *keymap_make(Arena *a) {
    Keymap *m = ARENA_NEW(a, Keymap);
    m->bindings = log_make(a, sizeof(Binding));
    for (ActionKind kind = ACTION_NONE + 1; kind < ACTION_COUNT; kind++)
        bind_defaults(m, kind);
    return m;
}

/* ---- the user's file ---- */

/* A line of the file, and where errors go. */
typedef struct FileLine {
    Keymap *m;
    Arena *arena;
    Sink *errors;
    Str name;
    int number;
} FileLine;

static void complain(FileLine *l, Str what) {
    sink_printf(l->errors, "%.*s:%d: %.*s\n", STR_ARG(l->name), l->number, STR_ARG(what));
}

/* The binding that is b's beginning, or that b is the beginning of, but is not the same. */
static const Binding *conflict(const Keymap *m, const Binding *b) {
    for (size_t i = 0; i < m->bindings.count; i++) {
        const Binding *other = LOG_AT(&m->bindings, Binding, i);
        bool longer = other->n > b->n && begins_with(other, b->keys, b->n);
        bool shorter = other->n < b->n && begins_with(b, other->keys, other->n);
        if (other->kind != ACTION_NONE && (longer || shorter))
            return other;
    }
    return NULL;
}

/* Takes from an action all its keys. */
static void unbind_action(Keymap *m, ActionKind kind) {
    for (size_t i = 0; i < m->bindings.count; i++) {
        Binding *b = LOG_AT(&m->bindings, Binding, i);
        if (b->kind == kind)
            b->kind = ACTION_NONE;
    }
}

/* Keys go from what they did before to what they do now. */
static void unbind_keys(Keymap *m, const Binding *keys) {
    for (size_t i = 0; i < m->bindings.count; i++) {
        Binding *b = LOG_AT(&m->bindings, Binding, i);
        if (b->n == keys->n && begins_with(b, keys->keys, keys->n))
            b->kind = ACTION_NONE;
    }
}

static Str binding_label(Arena *a, const Binding *b) {
    Sink out = sink_memory(a);
    for (int i = 0; i < b->n; i++)
        sink_put(&out, key_label(a, b->keys[i]));
    return sink_str(&out);
}

static void bind_word(FileLine *l, ActionKind kind, Str word) {
    Binding b = {.kind = kind};
    if (!read_keys(word, &b)) {
        complain(l, str_printf(l->arena, _("\"%.*s\" is not the name of a key"), STR_ARG(word)));
        return;
    }
    const Binding *other = conflict(l->m, &b);
    if (other) {
        Str keys = binding_label(l->arena, other);
        complain(l, str_printf(l->arena, _("\"%.*s\" would hide %.*s (%s), or be hidden by it"),
                               STR_ARG(word), STR_ARG(keys), action_row(other->kind)->name));
        return;
    }
    unbind_keys(l->m, &b);
    *LOG_PUSH(&l->m->bindings, Binding) = b;
}

static ActionKind action_of_word(Str word) {
    ActionKind kind = action_named(word);
    return kind != ACTION_NONE && str_is(word, action_row(kind)->name) ? kind : ACTION_NONE;
}

static void read_line(FileLine *l, Str line) {
    size_t i = 0;
    Str word = next_word(line, &i);
    if (word.len == 0 || word.at[0] == '#')
        return;
    ActionKind kind = action_of_word(word);
    if (kind == ACTION_NONE) {
        complain(l, str_printf(l->arena, _("no action is called \"%.*s\""), STR_ARG(word)));
        return;
    }
    unbind_action(l->m, kind);
    for (word = next_word(line, &i); word.len > 0; word = next_word(line, &i))
        bind_word(l, kind, word);
}

void keymap_read(Keymap *m, Arena *a, Str name, Str text, Str *errors) {
    Sink out = sink_memory(a);
    FileLine l = {m, a, &out, name, 0};
    for (size_t i = 0; i < text.len;) {
        ptrdiff_t end = str_find(text, STR("\n"), i);
        size_t stop = end < 0 ? text.len : (size_t)end;
        l.number++;
        read_line(&l, str_sub(text, i, stop));
        i = stop + 1;
    }
    *errors = sink_str(&out);
}

/* ---- keys that come ---- */

typedef enum Found { FOUND_NOTHING, FOUND_BEGINNING, FOUND_ACTION } Found;

static Found find(const Keymap *m, const int32_t *keys, int n, ActionKind *kind) {
    Found found = FOUND_NOTHING;
    for (size_t i = 0; i < m->bindings.count; i++) {
        const Binding *b = LOG_AT(&m->bindings, Binding, i);
        if (b->kind == ACTION_NONE || !begins_with(b, keys, n))
            continue;
        if (b->n == n) {
            *kind = b->kind;
            return FOUND_ACTION;
        }
        found = FOUND_BEGINNING;
    }
    return found;
}

static Found find_waiting(const Keymap *m, const KeyWait *wait, ActionKind *kind) {
    int32_t codes[KEYS_MOST];
    for (int i = 0; i < wait->nkeys; i++)
        codes[i] = wait->keys[i].code;
    return find(m, codes, wait->nkeys, kind);
}

/* The text of a letter that an action takes: a to z, or the quote of `''`; empty: it is neither. */
static Str letter_text(int32_t code) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz'";
    for (size_t i = 0; i < sizeof letters - 1; i++)
        if (letters[i] == code)
            return (Str){&letters[i], 1};
    return (Str){0};
}

/* An argument shown as LETTER is asked for by the key; as [LETTER…] only when no count was given.
 */
static bool takes_letter(ActionKind kind, bool counted) {
    const char *shown = action_row(kind)->argument;
    Str argument = str_of(shown ? shown : "");
    return str_starts(argument, STR("LETTER")) ||
           (!counted && str_starts(argument, STR("[LETTER")));
}

static bool forget(KeyWait *wait) {
    *wait = (KeyWait){0};
    return false;
}

static bool add_digit(KeyWait *wait, int32_t digit) {
    wait->counted = true;
    wait->count = wait->count * 10 + digit - '0';
    if (wait->count > COUNT_MOST)
        wait->count = COUNT_MOST;
    return false;
}

static bool is_digit(int32_t code) {
    return code >= '0' && code <= '9';
}

/* A digit counts, unless the user gave that key to an action; a zero never begins a number. */
static bool counts(const Keymap *m, const KeyWait *wait, int32_t code) {
    ActionKind kind;
    if (wait->nkeys > 0 || !is_digit(code))
        return false;
    return wait->counted || (code != '0' && find(m, &code, 1, &kind) == FOUND_NOTHING);
}

/* An action is complete: its count is what was typed before, or the digit of Alt-3. */
static bool complete(KeyWait *wait, ActionKind kind, Str letter, Action *action) {
    int32_t last = wait->keys[wait->nkeys - 1].code;
    int64_t count = wait->counted ? wait->count
                    : last & KEYCODE_ALT && is_digit(last & ~KEYCODE_ALT)
                        ? (last & ~KEYCODE_ALT) - '0'
                        : -1;
    *action = (Action){kind, count, letter, -1, -1};
    forget(wait);
    return true;
}

static bool take_letter(KeyWait *wait, int32_t code, Action *action, bool *unknown) {
    Str letter = letter_text(code);
    if (letter.len > 0)
        return complete(wait, wait->letter, letter, action);
    *unknown = true;
    return forget(wait);
}

static bool take_key(const Keymap *m, KeyWait *wait, Key key, Action *action, bool *unknown) {
    ActionKind kind = ACTION_NONE;
    wait->keys[wait->nkeys++] = key;
    switch (find_waiting(m, wait, &kind)) {
    case FOUND_ACTION:
        if (!takes_letter(kind, wait->counted))
            return complete(wait, kind, (Str){0}, action);
        wait->letter = kind;
        return false;
    case FOUND_BEGINNING: return false;
    case FOUND_NOTHING: *unknown = true; return forget(wait);
    }
    return false;
}

bool keymap_key(const Keymap *m, KeyWait *wait, Key key, Action *action, bool *unknown) {
    bool waiting = wait->counted || wait->nkeys > 0;
    *unknown = false;
    if (key.code == KEYCODE_NONE || key.code == KEYCODE_RESIZE)
        return false;
    if (key.code == 0x1b && waiting)
        return forget(wait);
    if (wait->letter != ACTION_NONE)
        return take_letter(wait, key.code, action, unknown);
    if (counts(m, wait, key.code))
        return add_digit(wait, key.code);
    return take_key(m, wait, key, action, unknown);
}

/* ---- showing ---- */

Str keymap_label(const Keymap *m, Arena *a, ActionKind kind, int most) {
    Sink out = sink_memory(a);
    int n = 0;
    for (size_t i = 0; i < m->bindings.count; i++) {
        const Binding *b = LOG_AT(&m->bindings, Binding, i);
        if (b->kind != kind || kind == ACTION_NONE || (most > 0 && n == most))
            continue;
        sink_printf(&out, "%s%.*s", n++ ? " " : "", STR_ARG(binding_label(a, b)));
    }
    return sink_str(&out);
}

static bool goes_on(const Binding *b, const KeyWait *wait) {
    if (b->kind == ACTION_NONE || b->n <= wait->nkeys)
        return false;
    for (int i = 0; i < wait->nkeys; i++)
        if (b->keys[i] != wait->keys[i].code)
            return false;
    return true;
}

bool keymap_next(const Keymap *m, Arena *a, const KeyWait *wait, size_t *i, Str *keys,
                 ActionKind *kind) {
    while (*i < m->bindings.count) {
        const Binding *b = LOG_AT(&m->bindings, Binding, (*i)++);
        if (!goes_on(b, wait))
            continue;
        Sink out = sink_memory(a);
        for (int k = wait->nkeys; k < b->n; k++)
            sink_put(&out, key_label(a, b->keys[k]));
        *keys = sink_str(&out);
        *kind = b->kind;
        return true;
    }
    return false;
}

Str keymap_waiting(Arena *a, const KeyWait *wait) {
    Sink out = sink_memory(a);
    if (wait->counted)
        sink_printf(&out, "%lld", (long long)wait->count);
    for (int i = 0; i < wait->nkeys; i++)
        sink_put(&out, key_label(a, wait->keys[i].code));
    return sink_str(&out);
}
