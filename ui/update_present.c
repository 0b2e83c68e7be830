/* update_present.c: presenting and following. */
#include "base/text.h"
#include "ui/update.h"

void update_present(State *s, const World *w, Action a) {
    (void)a;
    s->present.on = !s->present.on;
    s->present.blank = false;
    state_layout(s, w);
    if (s->present.on)
        state_say(s, str_of(_("presenting: PageDown and PageUp step, . or b blanks the screen")));
}

void update_blank(State *s, const World *w, Action a) {
    (void)w, (void)a;
    s->present.blank = !s->present.blank;
}

void update_keys_shown(State *s, const World *w, Action a) {
    (void)w, (void)a;
    s->present.keys = !s->present.keys;
    for (int i = 0; i < TYPED_MOST; i++)
        s->present.typed[i] = 0;
    state_say(s, str_of(s->present.keys ? _("the keys that are pressed are shown")
                                        : _("the keys that are pressed are no longer shown")));
}

/* A number of minutes starts it anew; without one it starts, or ends when it runs. */
void update_timer(State *s, const World *w, Action a) {
    enum { LONGEST = 24 * 60 };
    Present *p = &s->present;
    (void)w;
    if (a.count > LONGEST) {
        state_complain(s, str_of(_("a talk of more than a day?")));
        return;
    }
    bool ends = p->began && a.count <= 0;
    p->began = ends ? 0 : p->clock > 0 ? p->clock : 1;
    p->length = a.count > 0 ? a.count : 0;
    state_say(s, str_of(ends ? _("the timer is off") : _("the timer runs")));
}

void update_notes(State *s, const World *w, Action a) {
    (void)w, (void)a;
    s->present.notes = !s->present.notes;
    s->present.notes_top = 0;
}

void update_follow(State *s, const World *w, Action a) {
    (void)w, (void)a;
    if (s->present.follow == FOLLOW_NOBODY) {
        state_complain(s, str_of(_("nobody is followed; tfscope --follow FILE does")));
        return;
    }
    bool away = s->present.follow == FOLLOW_ALONG;
    s->present.follow = away ? FOLLOW_AWAY : FOLLOW_ALONG;
    if (away)
        s->present.blank = false;
    else
        s->wish = (Wish){.kind = WISH_FOLLOW};
    state_say(s, str_of(away ? _("on your own now; gf comes back to the presenter")
                             : _("with the presenter again")));
}
