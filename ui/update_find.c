/* update_find.c: searching in a pane, and the names that are shown. */
#include "base/text.h"
#include "ui/pane.h"
#include "ui/update.h"

static void ask_for(State *s, PromptKind kind, Str text) {
    s->mode = MODE_PROMPT;
    prompt_begin(&s->prompt, s->arena, kind, text);
}

static void find(State *s, const World *w, Action a) {
    bool done = s->focus == PANE_NAMES ? names_act(s, w, a) : pane_act(s, w, a);
    if (!done)
        state_complain(s, str_of(_("there is nothing to search in this pane")));
}

void update_search(State *s, const World *w, Action a) {
    if (a.kind == ACTION_SEARCH && a.argument.len == 0)
        ask_for(s, PROMPT_SEARCH, STR(""));
    else
        find(s, w, a);
}

static void set_pattern(State *s, const World *w, ActionKind kind, Str text) {
    Str kept = update_keep(s, text);
    names_pick(s, kind == ACTION_FILTER ? kept : s->keep, kind == ACTION_HIDE ? kept : s->hide);
    update_reveal(s, w, PANE_NAMES);
    if (text.len == 0)
        state_say(s, str_of(_("all names are shown")));
}

void update_pattern(State *s, const World *w, Action a) {
    bool keep = a.kind == ACTION_FILTER;
    if (a.argument.len == 0)
        ask_for(s, keep ? PROMPT_FILTER : PROMPT_HIDE, keep ? s->keep : s->hide);
    else
        set_pattern(s, w, a.kind, a.argument);
}

void update_prompted(State *s, const World *w, ActionKind kind, Str text) {
    if (kind != ACTION_SEARCH)
        set_pattern(s, w, kind, text);
    else if (text.len == 0)
        s->search = STR("");
    else
        find(s, w, (Action){kind, -1, text, -1, -1});
}
