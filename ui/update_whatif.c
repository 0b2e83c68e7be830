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
    arena_reset(s->editing);
    s->editor = editor_make(s->editing, state_replay(s, w)->attempt.source->text, line);
    s->mode = MODE_EDIT;
    update_focus(s, w, PANE_PROGRAM);
}

void update_editor(State *s, const World *w, Action a) {
    (void)w, (void)a;
    s->wish = (Wish){.kind = WISH_EDITOR};
}

static void run_edited(State *s, const World *w) {
    Attempt attempt = state_replay(s, w)->attempt;
    s->mode = MODE_NORMAL;
    if (!editor_changed(s->editor)) {
        state_say(s, str_of(_("nothing was changed")));
        return;
    }
    attempt.source = source_instead(s->arena, attempt.source, editor_text(s->editor, s->arena));
    wish_run(s, attempt);
}

void update_edit_key(State *s, const World *w, Key key) {
    if (key.code == KEYCODE_CLICK || key.code == KEYCODE_DOUBLE_CLICK) {
        editor_click(s->editor, s->layout.pane[PANE_PROGRAM], key.row, key.col, s->numbers);
        return;
    }
    switch (editor_key(s->editor, key)) {
    case EDITOR_GOES_ON: editor_follow(s->editor, s->layout.pane[PANE_PROGRAM], s->numbers); return;
    case EDITOR_RUN: run_edited(s, w); return;
    case EDITOR_CANCEL:
        s->mode = MODE_NORMAL;
        state_say(s, str_of(_("left without changes")));
        return;
    case EDITOR_EXTERNAL: /* the pane's editor stays, with its text, in case the other one fails */
        s->wish = (Wish){.kind = WISH_EDITOR};
        return;
    }
}

void update_rerun(State *s, const World *w, Action a) {
    (void)w, (void)a;
    s->wish = (Wish){.kind = WISH_REREAD};
}

/* ---- writing ---- */

void update_write_into(State *s, const World *w, Str path) {
    s->wish = (Wish){WISH_WRITE, state_replay(s, w)->attempt, str_dup(s->brief, path)};
}

/* A new file is made at once; over the program's own only after a question. */
void update_write(State *s, const World *w, Action a) {
    if (a.argument.len)
        update_write_into(s, w, a.argument);
    else if (!world_has_file(w) || compare_is_other(s, w))
        state_complain(s, str_of(_("this program has no file of its own: write FILE makes one")));
    else if (!state_is_edited(s, w))
        state_say(s, str_of(_("nothing was edited: the file has this text")));
    else
        update_ask(s, ACTION_WRITE, _("Write what was edited into the program's own file? (y/n)"));
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
    if (most > 0)
        state_say(s, str_of(_("undone; Ctrl-R does it again")));
}

void update_redo(State *s, const World *w, Action a) {
    size_t n = (size_t)update_count(a), most = s->history_end - s->history_at;
    if (most == 0)
        state_complain(s, str_of(_("there is nothing to redo")));
    else
        show_history(s, w, s->history_at + (n < most ? n : most));
    if (most > 0)
        state_say(s, str_of(_("done again; u takes it back")));
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

/* Where a version stands in the list; -1 when it does not. "4" is 1.4. */
static int find_release(const Host *h, Str version) {
    for (int i = 0; i < h->nreleases; i++) {
        Str name = h->releases[i];
        ptrdiff_t dot = str_find(name, STR("."), 0);
        Str minor = str_sub(name, (size_t)(dot + 1), name.len);
        if (str_eq(name, version) || str_eq(minor, version))
            return i;
    }
    return -1;
}

/* The next one in a circle; of one that is not known: the first. */
static int next_release(const Host *h, const Replay *now, ActionKind kind) {
    int i = find_release(h, now->trace->tf);
    if (i < 0)
        i = find_release(h, now->attempt.tf);
    return (i + (kind == ACTION_TF ? 1 : h->nreleases - 1)) % h->nreleases;
}

static void try_release(State *s, const World *w, Str version) {
    Attempt attempt = state_replay(s, w)->attempt;
    attempt.tf = version;
    wish_run(s, attempt);
}

void update_tf(State *s, const World *w, Action a) {
    const Host *h = w->host;
    int n = h->nreleases;
    Str asked = a.count >= 0 ? str_printf(s->brief, "%lld", (long long)a.count) : a.argument;
    int next =
        asked.len || n == 0 ? find_release(h, asked) : next_release(h, state_replay(s, w), a.kind);
    if (next >= 0) {
        try_release(s, w, h->releases[next]);
        return;
    }
    Str first = n ? h->releases[0] : STR("-"), last = n ? h->releases[n - 1] : STR("-");
    state_complain(s, str_printf(s->brief,
                                 _("TensorFlow %.*s is not modelled; known are %.*s to %.*s"),
                                 STR_ARG(asked), STR_ARG(first), STR_ARG(last)));
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
