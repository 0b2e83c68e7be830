/* state_key.c: what a key means, by what has the keys. */
#include "base/text.h"
#include "ui/complete.h"
#include "ui/export_menu.h"
#include "ui/help.h"
#include "ui/learn.h"
#include "ui/lessons.h"
#include "ui/pane.h"
#include "ui/update.h"

static void resize(State *s, const World *w, Key key) {
    s->rows = key.row > 1 ? key.row : 1;
    s->cols = key.col > 1 ? key.col : 1;
    state_layout(s, w);
}

static void do_command(State *s, const World *w, Str line) {
    Action action = {.count = -1, .row = -1, .col = -1};
    Str error;
    if (line.len == 0)
        return;
    if (action_read(s->brief, line, &action, &error))
        state_act(s, w, action);
    else
        state_complain(s, error);
}

static void accept_prompt(State *s, const World *w) {
    static const ActionKind actions[PROMPT_KINDS] = {
        [PROMPT_SEARCH] = ACTION_SEARCH,
        [PROMPT_FILTER] = ACTION_FILTER,
        [PROMPT_HIDE] = ACTION_HIDE,
    };
    Str text = str_dup(s->brief, prompt_text(&s->prompt));
    s->mode = MODE_NORMAL;
    if (s->prompt.kind == PROMPT_COMMAND)
        do_command(s, w, text);
    else if (s->prompt.kind == PROMPT_ANSWER)
        learn_answer(s, w, text);
    else
        update_prompted(s, w, actions[s->prompt.kind], text);
}

static void prompt(State *s, const World *w, Key key) {
    static CompleteFn *const completes[PROMPT_KINDS] = {
        [PROMPT_COMMAND] = complete_command,
        [PROMPT_FILTER] = complete_pattern,
        [PROMPT_HIDE] = complete_pattern,
    };
    CompleteContext context = {s, w};
    if (s->prompt.kind == PROMPT_ANSWER && learn_answer_key(s, w, key))
        return;
    switch (prompt_key(&s->prompt, s->arena, key, completes[s->prompt.kind], &context)) {
    case PROMPT_GOES_ON: return;
    case PROMPT_ACCEPTED: accept_prompt(s, w); return;
    case PROMPT_CANCELLED: s->mode = MODE_NORMAL; return;
    }
}

static void answer(State *s, const World *w, Key key) {
    bool yes = key.code == 'y' || key.code == 'Y' || key.code == '\r' || key.code == '\n';
    bool no = key.code == 'n' || key.code == 'N' || key.code == 'q' || key.code == 27;
    ActionKind asked = s->asked;
    if (key.code == 3)
        asked = ACTION_QUIT;
    else if (!yes && !no)
        return;
    s->mode = MODE_NORMAL;
    s->question = STR("");
    s->asked = ACTION_NONE;
    if (!no)
        update_confirmed(s, w, asked);
}

static bool is_mouse(Key key) {
    return key.code == KEYCODE_CLICK || key.code == KEYCODE_DOUBLE_CLICK ||
           key.code == KEYCODE_WHEEL_UP || key.code == KEYCODE_WHEEL_DOWN;
}

/* In the program Right and Left go by events: there is nothing to unfold. */
static ActionKind in_program(const State *s, ActionKind kind, Key key) {
    if (s->focus != PANE_PROGRAM)
        return kind;
    if (kind == ACTION_IN && key.code == KEYCODE_RIGHT)
        return ACTION_EVENT;
    return kind == ACTION_OUT && key.code == KEYCODE_LEFT ? ACTION_EVENT_BACK : kind;
}

/* Enter does what comes next, unless a row was selected for it. */
static ActionKind in_lesson(const State *s, const World *w, ActionKind kind, Key key) {
    bool enter = kind == ACTION_IN && (key.code == '\r' || key.code == '\n');
    const PaneView *v = &s->view[s->focus];
    bool free =
        s->focus == PANE_LESSON || (s->focus == PANE_PROGRAM && (v->follows || v->selected < 0));
    ActionKind offer = enter && free ? learn_offer(s, w) : ACTION_NONE;
    return offer != ACTION_NONE ? offer : kind;
}

static void normal(State *s, const World *w, const Keymap *keys, Key key) {
    Action action = {.count = -1, .row = -1, .col = -1};
    if (present_key(s, &key))
        return;
    bool unknown = false, letter = s->keys.letter != ACTION_NONE;
    if (is_mouse(key)) {
        pane_mouse(s, w, key);
        return;
    }
    if (keymap_key(keys, &s->keys, key, &action, &unknown)) {
        action.kind = in_lesson(s, w, in_program(s, action.kind, key), key);
        state_act(s, w, action);
    } else if (unknown && letter) {
        state_complain(s, str_of(_("bookmarks are called a to z")));
    } else if (unknown) {
        state_complain(s, str_printf(s->brief, _("%.*s does nothing here; ? shows the keys"),
                                     STR_ARG(key_label(s->brief, key.code))));
    }
}

/* Keys that no line of text and no list takes for itself. */
static bool everywhere(State *s, Key key) {
    enum { CTRL_L = 12, CTRL_Z = 26 };
    if (key.code == CTRL_L)
        s->wish = (Wish){.kind = WISH_REDRAW};
    else if (key.code == CTRL_Z)
        s->wish = (Wish){.kind = WISH_SUSPEND};
    return key.code == CTRL_L || key.code == CTRL_Z;
}

/* Does pasted text go on after this key? Esc and Ctrl-C end it, too, should its end never come. */
static bool still_pasting(const State *s, int32_t code) {
    enum { CTRL_C = 3, ESCAPE = 27 };
    bool ends = code == KEYCODE_PASTE_END || code == CTRL_C || code == ESCAPE;
    return code == KEYCODE_PASTE || (s->pasting && !ends);
}

/* Pasted text is text, never commands: the editor takes it as it is, a line of text without line
 * ends, nobody else. True: nothing is left of the key. */
static bool pasted(State *s, Key *key) {
    bool was = s->pasting, line = s->mode == MODE_PROMPT || s->mode == MODE_HELP;
    bool mark = key->code == KEYCODE_PASTE || key->code == KEYCODE_PASTE_END;
    s->pasting = still_pasting(s, key->code);
    if (s->mode == MODE_EDIT || (!was && !mark))
        return false;
    if (mark && s->pasting && !line)
        state_complain(s, str_of(_("Text can be pasted into the editor (e) and into commands.")));
    if (key->code == '\r' || key->code == '\n' || key->code == '\t')
        key->code = ' ';
    return mark || !line || key->code < ' ' || key->code >= KEYCODE_SPECIAL;
}

void state_key(State *s, const World *w, const Keymap *keys, Key key) {
    if (key.code == KEYCODE_NONE)
        return;
    if (key.code == KEYCODE_RESIZE) {
        resize(s, w, key);
        return;
    }
    if (pasted(s, &key))
        return;
    state_hush(s);
    if (s->mode != MODE_NORMAL && everywhere(s, key))
        return;
    switch (s->mode) {
    case MODE_NORMAL: normal(s, w, keys, key); return;
    case MODE_PROMPT: prompt(s, w, key); return;
    case MODE_HELP: help_key(s, w, keys, key); return;
    case MODE_EXPORT: export_menu_key(s, w, key); return;
    case MODE_LESSONS: lessons_key(s, w, key); return;
    case MODE_EDIT: update_edit_key(s, w, key); return;
    case MODE_ASK: answer(s, w, key); return;
    }
}
