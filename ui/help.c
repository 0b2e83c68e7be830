/* help.c: the help is a list that is made anew for each key and each frame: a hundred rows cost
 * nothing, and so it can never differ from the table of actions and the keys that hold now. */
#include "ui/help.h"

#include "base/text.h"
#include "ui/list.h"

enum {
    WIDE = 72,      /* columns from which a row of the help fits on one line */
    KEYS_COLS = 19, /* columns of the keys, then of the name */
    NAME_COLS = 24,
    SIGN_COLS = 10, /* columns of a sign; where there is little room, fewer */
    SIGN_COLS_FEW = 4,
};

/* What is being made: the rows that contain the words of the query. */
typedef struct Making {
    Arena *arena;
    List *list;
    const Keymap *keys;
    Str query;
    bool ascii;
    const char *section; /* of the rows that follow, translated */
    bool headed;         /* its heading was added */
} Making;

/* ---- rows ---- */

static void begin_section(Making *m, const char *title) {
    m->section = title;
    m->headed = false;
}

static void head(Making *m) {
    if (m->headed)
        return;
    m->headed = true;
    Doc *d = doc_make(m->arena);
    if (m->list->items.count > 0)
        doc_line(d);
    doc_line(d);
    doc_add(d, ROLE_TITLE, str_of(m->section));
    list_add(m->list, LIST_HEADING, d);
}

/* Adds a row unless the query excludes it; `also` is searched but not shown. */
static void add(Making *m, int id, const Doc *d, Str also) {
    Sink text = sink_memory(m->arena);
    doc_put(d, &text);
    sink_printf(&text, " %s %.*s", m->section, STR_ARG(also));
    if (!list_matches(m->arena, sink_str(&text), m->query))
        return;
    head(m);
    list_add(m->list, id, d);
}

static void add_action(Making *m, ActionKind kind) {
    const ActionRow *row = action_row(kind);
    Doc *d = doc_make(m->arena);
    doc_line(d);
    doc_add(d, ROLE_KEY, keymap_label(m->keys, m->arena, kind, 0));
    doc_pad(d, m->list->cols < WIDE ? doc_columns(d) + 2 : KEYS_COLS);
    doc_printf(d, ROLE_CODE, ":%s", row->name);
    if (row->argument)
        doc_printf(d, ROLE_DIM, " %s", row->argument);
    if (m->list->cols < WIDE)
        doc_line(d);
    doc_pad(d, m->list->cols < WIDE ? 2 : KEYS_COLS + NAME_COLS);
    doc_add(d, ROLE_TEXT, str_of(_(row->help)));
    add(m, (int)kind, d, str_of(row->help));
}

static void add_actions(Making *m) {
    const char *section = NULL;
    m->list->indent = m->list->cols < WIDE ? 2 : KEYS_COLS + NAME_COLS;
    for (int kind = ACTION_NONE + 1; kind < ACTION_COUNT; kind++) {
        const char *its = action_section((ActionKind)kind);
        if (!section || its != section)
            begin_section(m, _(its));
        section = its;
        add_action(m, (ActionKind)kind);
    }
}

static void add_sign(Making *m, const char *sign, Role role, const char *meaning) {
    Doc *d = doc_make(m->arena);
    doc_line(d);
    doc_add(d, role, str_of(sign));
    doc_pad(d, m->list->cols < WIDE / 2 ? SIGN_COLS_FEW : SIGN_COLS);
    doc_add(d, ROLE_TEXT, str_of(_(meaning)));
    add(m, ACTION_NONE, d, str_of(meaning));
}

static void add_signs(Making *m) {
    begin_section(m, _("Signs and roles"));
    m->list->indent = SIGN_COLS;
#define SIGN(sign, plain, ROLE, meaning) add_sign(m, m->ascii ? plain : sign, ROLE_##ROLE, meaning);
#include "ui/help.def"
#undef SIGN
}

static void add_paragraph(Making *m, const char *text) {
    Doc *d = doc_make(m->arena);
    doc_text(d, ROLE_TEXT, str_of(_(text)));
    add(m, ACTION_NONE, d, str_of(text));
}

static void add_binding(Making *m) {
    begin_section(m, _("Keys of your own"));
    m->list->indent = 0;
    add_paragraph(m, N_("A line of a file of keys has the name of an action and the keys that do "
                        "it: \"step <Space> . s\". A name alone takes all its keys away; # begins "
                        "a comment."));
    add_paragraph(m, N_("Keys are written as <Space> <CR> <Esc> <Tab> <BS> <C-d> <A-1> <Up> "
                        "<PageDown> <lt>; keys in a row as gg."));
    add_paragraph(m, N_("tfscope reads ~/.config/tfscope/keys, or with --keys FILE another one. "
                        "This help always shows the keys that hold now."));
}

/* Which signs are explained: those that are drawn. */
typedef enum Signs { SIGNS_UNICODE, SIGNS_ASCII, SIGNS_NONE } Signs;

static List *make(Arena *a, const Keymap *keys, Str query, int cols, Signs signs) {
    Making m = {a, list_begin(a, cols), keys, query, signs == SIGNS_ASCII, "", false};
    add_actions(&m);
    if (signs != SIGNS_NONE)
        add_signs(&m);
    add_binding(&m);
    if (m.list->items.count == 0) {
        Doc *d = doc_make(a);
        doc_text(d, ROLE_TEXT, str_of(_("nothing in the help has these words")));
        list_add(m.list, LIST_HEADING, d);
    }
    return m.list;
}

static List *make_for(const State *s, const Keymap *keys, int cols, Arena *a) {
    return make(a, keys, prompt_text(&s->prompt), cols, s->ascii ? SIGNS_ASCII : SIGNS_UNICODE);
}

/* ---- keys ---- */

void help_begin(State *s, Str text) {
    s->mode = MODE_HELP;
    s->list_top = s->list_selected = 0;
    prompt_begin(&s->prompt, s->arena, PROMPT_FIND, text);
}

/* Who types just a key or a name means the action of that key or name. */
static bool is_meant(const Keymap *keys, int id, Str query, Arena *a) {
    if (id <= ACTION_NONE || query.len == 0)
        return false;
    if (str_is(query, action_row((ActionKind)id)->name))
        return true;
    Str label = str_printf(a, " %.*s ", STR_ARG(keymap_label(keys, a, (ActionKind)id, 0)));
    return str_find(label, str_printf(a, " %.*s ", STR_ARG(query)), 0) >= 0;
}

static void select_meant(State *s, const List *l, const Keymap *keys) {
    s->list_top = s->list_selected = 0;
    Str query = prompt_text(&s->prompt);
    for (int64_t i = (int64_t)l->items.count; i-- > 0;)
        if (is_meant(keys, list_item(l, i)->id, query, l->arena))
            s->list_selected = i;
    list_follow(l, s);
}

/* A command that needs an argument is begun, for the user to end it. */
static void do_action(State *s, const World *w, ActionKind kind) {
    const ActionRow *row = action_row(kind);
    bool needs = row->argument && row->argument[0] != '[';
    if (kind == ACTION_NONE || kind == ACTION_HELP)
        return;
    s->mode = MODE_NORMAL;
    if (needs) {
        s->mode = MODE_PROMPT;
        prompt_begin(&s->prompt, s->arena, PROMPT_COMMAND, str_printf(s->brief, "%s ", row->name));
    } else if (kind != ACTION_CANCEL) {
        state_act(s, w, (Action){.kind = kind, .count = -1, .row = -1, .col = -1});
    }
}

static void do_selected(State *s, const World *w, const List *l) {
    const ListItem *item = list_item(l, list_selectable(l, s->list_selected));
    if (item)
        do_action(s, w, (ActionKind)(item->id < 0 ? 0 : item->id));
}

/* The text that finds: Esc takes it away, and without one closes the help. */
static void find(State *s, const Keymap *keys, Key key, Arena *scratch) {
    if (key.code == 27 && s->prompt.len > 0)
        prompt_begin(&s->prompt, s->arena, PROMPT_FIND, STR(""));
    else if (prompt_key(&s->prompt, s->arena, key, NULL, NULL) == PROMPT_CANCELLED)
        s->mode = MODE_NORMAL;
    select_meant(s, make_for(s, keys, list_rect(s).cols, scratch), keys);
}

void help_key(State *s, const World *w, const Keymap *keys, Key key) {
    Arena *scratch = arena_new(0);
    List *l = make_for(s, keys, list_rect(s).cols, scratch);
    bool enter = key.code == '\r' || key.code == '\n' || key.code == KEYCODE_DOUBLE_CLICK;
    bool moved = list_key(l, s, key);
    if (enter)
        do_selected(s, w, l);
    else if (!moved && key.code != KEYCODE_NONE && key.code != KEYCODE_RESIZE)
        find(s, keys, key, scratch);
    arena_free(scratch);
}

void help_draw(const State *s, const Keymap *keys, Grid *g, Rect r, Arena *scratch) {
    list_draw(make_for(s, keys, r.cols, scratch), s, _("Help"), g, r);
}

enum { TEXT_COLS = 100 };

void help_text(Arena *a, const Keymap *keys, Str query, Sink *out) {
    doc_put(make(a, keys, query, TEXT_COLS, SIGNS_NONE)->rows, out);
}
