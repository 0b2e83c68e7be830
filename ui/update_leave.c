/* update_leave.c: commands, help, and the ways out. */
#include "base/text.h"
#include "ui/compare.h"
#include "ui/help.h"
#include "ui/learn.h"
#include "ui/pane.h"
#include "ui/update.h"

void update_command(State *s, const World *w, Action a) {
    (void)w, (void)a;
    s->mode = MODE_PROMPT;
    prompt_begin(&s->prompt, s->arena, PROMPT_COMMAND, STR(""));
}

void update_help(State *s, const World *w, Action a) {
    (void)w;
    help_begin(s, a.argument);
}

/* Closes what is open, from what lies on top to what lies below. False: nothing is. */
static bool close_one(State *s, const World *w) {
    if (s->play > 0) {
        s->play = 0;
    } else if (s->why != WHY_STEP) {
        update_show_why(s, w, WHY_STEP, STR(""));
    } else if (s->full) {
        s->full = false;
        state_layout(s, w);
    } else if (s->keep.len || s->hide.len) {
        names_pick(s, STR(""), STR(""));
        state_layout(s, w);
    } else if (compare_on(s)) {
        compare_end(s, w);
    } else {
        return false;
    }
    return true;
}

void update_cancel(State *s, const World *w, Action a) {
    (void)a;
    if (s->search.len)
        s->search = STR("");
    else if (!close_one(s, w))
        state_say(s, str_of(_("nothing is open; q leaves, ? helps")));
}

void update_close(State *s, const World *w, Action a) {
    (void)a;
    if (!close_one(s, w))
        update_ask(s, ACTION_QUIT,
                   state_is_edited(s, w) && !w->exercise /* that is kept */
                       ? _("Quit? What was edited here is in no file (:write). (y/n)")
                       : _("Quit? (y/n)"));
}

void update_quit(State *s, const World *w, Action a) {
    (void)w, (void)a;
    s->wish = (Wish){.kind = WISH_QUIT};
}

void update_suspend(State *s, const World *w, Action a) {
    (void)w, (void)a;
    s->wish = (Wish){.kind = WISH_SUSPEND};
}

void update_confirmed(State *s, const World *w, ActionKind kind) {
    if (kind == ACTION_QUIT) {
        s->wish = (Wish){.kind = WISH_QUIT};
    } else if (kind == ACTION_WRITE) {
        update_write_into(s, w, STR(""));
    } else if (kind == ACTION_REVIEW || kind == ACTION_FORGET) {
        learn_confirmed(s, w, kind);
    } else if (kind == ACTION_RESET) {
        s->history_at = 1;
        state_show(s, w, *LOG_AT(&s->history, uint32_t, 0));
    }
}
