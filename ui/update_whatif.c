/* update_whatif.c: other runs of the program: edited, in another release, undone and done again.
 *
 * Nothing runs here: a wish says what is to be run. What ran before is in the world already, so
 * that undo and redo only show it. */
#include "base/text.h"
#include "ui/compare.h"
#include "ui/pane.h"
#include "ui/update.h"

static void wish_run(State *s, Attempt attempt) {
    s->wish = (Wish){.kind = WISH_RUN, .attempt = attempt};
}

/* ---- editing ---- */

void update_edit(State *s, const World *w, Action a) {
    uint32_t line =
        a.count > 0 && a.count < UINT32_MAX ? (uint32_t)a.count : update_line_here(s, w);
    update_focus(s, w, PANE_PROGRAM);
    s->editor = editor_make(s->arena, state_replay(s, w)->attempt.source->text, line);
    s->mode = MODE_EDIT;
}

void update_editor(State *s, const World *w, Action a) {
    (void)a;
    s->wish = (Wish){.kind = WISH_EDITOR, .text = state_replay(s, w)->attempt.source->text};
}

static void run_edited(State *s, const World *w) {
    Attempt attempt = state_replay(s, w)->attempt;
    s->mode = MODE_NORMAL;
    if (!editor_changed(s->editor)) {
        state_say(s, str_of(_("nothing was changed")));
        return;
    }
    attempt.source = source_make(s->arena, attempt.source->name, editor_text(s->editor, s->arena));
    wish_run(s, attempt);
}

void update_edit_key(State *s, const World *w, Key key) {
    if (key.code == KEYCODE_CLICK || key.code == KEYCODE_DOUBLE_CLICK) {
        editor_click(s->editor, s->layout.pane[PANE_PROGRAM], key.row, key.col, s->numbers);
        return;
    }
    switch (editor_key(s->editor, key)) {
    case EDITOR_GOES_ON: return;
    case EDITOR_RUN: run_edited(s, w); return;
    case EDITOR_CANCEL:
        s->mode = MODE_NORMAL;
        state_say(s, str_of(_("left without changes")));
        return;
    case EDITOR_EXTERNAL: /* the pane's editor stays, with its text, in case the other one fails */
        s->wish = (Wish){.kind = WISH_EDITOR, .text = editor_text(s->editor, s->arena)};
        return;
    }
}

void update_rerun(State *s, const World *w, Action a) {
    (void)a;
    s->wish = (Wish){.kind = WISH_REREAD, .attempt = state_replay(s, w)->attempt};
}

/* ---- history ---- */

static void show_history(State *s, const World *w, size_t at) {
    s->history_at = at;
    state_show(s, w, *LOG_AT(&s->history, uint32_t, at - 1));
}

void update_undo(State *s, const World *w, Action a) {
    size_t n = (size_t)update_count(a), most = s->history_at - 1;
    if (most == 0)
        state_complain(s, str_of(_("there is nothing to undo: this is the program as opened")));
    else
        show_history(s, w, s->history_at - (n < most ? n : most));
}

void update_redo(State *s, const World *w, Action a) {
    size_t n = (size_t)update_count(a), most = s->history.count - s->history_at;
    if (most == 0)
        state_complain(s, str_of(_("there is nothing to redo")));
    else
        show_history(s, w, s->history_at + (n < most ? n : most));
}

void update_reset(State *s, const World *w, Action a) {
    (void)a;
    if (s->history_at == 1)
        state_complain(s, str_of(_("this is the program as it was opened")));
    else
        update_ask(s, ACTION_RESET,
                   _("Back to the program as it was opened? Ctrl-R brings the edits back. (y/n)"));
    (void)w;
}

/* ---- releases ---- */

enum { RELEASES_MOST = 64 };

/* Where a version stands in the list; n when it does not. "4" is 1.4. */
static int find_release(const Str *names, int n, Str version) {
    for (int i = 0; i < n; i++) {
        ptrdiff_t dot = str_find(names[i], STR("."), 0);
        Str minor = str_sub(names[i], (size_t)(dot + 1), names[i].len);
        if (str_eq(names[i], version) || str_eq(minor, version))
            return i;
    }
    return n;
}

static Str version_asked(State *s, Action a) {
    if (a.count >= 0)
        return str_printf(s->arena, "%lld", (long long)a.count);
    return a.argument;
}

static void try_release(State *s, const World *w, Str version) {
    Attempt attempt = state_replay(s, w)->attempt;
    attempt.tf = update_keep(s, version);
    wish_run(s, attempt);
}

void update_tf(State *s, const World *w, Action a) {
    Str names[RELEASES_MOST], asked = version_asked(s, a);
    int n = w->host->releases(w->host, names, RELEASES_MOST);
    n = n < RELEASES_MOST ? n : RELEASES_MOST;
    int now = find_release(names, n, state_replay(s, w)->attempt.tf);
    int step = a.kind == ACTION_TF ? 1 : n - 1, next = n ? (now % n + step) % n : 0;
    if (asked.len)
        next = find_release(names, n, asked);
    if (n == 0 || next == n)
        state_complain(
            s, str_printf(s->arena, _("TensorFlow %.*s is not modelled; known are %.*s to %.*s"),
                          STR_ARG(asked), STR_ARG(names[0]), STR_ARG(names[n ? n - 1 : 0])));
    else
        try_release(s, w, names[next]);
}

void update_python(State *s, const World *w, Action a) {
    const Replay *r = state_replay(s, w);
    Attempt attempt = r->attempt;
    int now = attempt.python ? attempt.python : r->trace->python;
    attempt.python = now == 2 ? 3 : 2;
    if (a.count >= 0)
        attempt.python = (int)a.count;
    if (attempt.python != 2 && attempt.python != 3)
        state_complain(s, str_of(_("there is Python 2 and Python 3")));
    else
        wish_run(s, attempt);
}

void update_compare(State *s, const World *w, Action a) {
    compare_act(s, w, a);
}
