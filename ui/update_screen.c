/* update_screen.c: how the screen looks. */
#include "base/text.h"
#include "ui/export_menu.h"
#include "ui/update.h"

void update_full(State *s, const World *w, Action a) {
    (void)a;
    s->full = !s->full;
    state_layout(s, w);
}

enum { SIZE_MOST = 30 };

void update_size(State *s, const World *w, Action a) {
    int *size = &s->bigger[s->focus], before = *size;
    *size += a.kind == ACTION_BIGGER ? 1 : -1;
    if (*size > SIZE_MOST || *size < -SIZE_MOST)
        *size = before;
    state_layout(s, w);
}

void update_ascii(State *s, const World *w, Action a) {
    (void)w, (void)a;
    s->ascii = !s->ascii;
}

void update_numbers(State *s, const World *w, Action a) {
    (void)w, (void)a;
    s->numbers = !s->numbers;
}

void update_theme(State *s, const World *w, Action a) {
    Theme theme = (s->theme + 1) % THEME_COUNT;
    (void)w;
    if (a.argument.len && !theme_named(a.argument, &theme)) {
        state_complain(s, str_of(_("themes are dark, light, contrast and mono")));
        return;
    }
    s->theme = theme;
    state_say(s, str_printf(s->brief, _("theme %s"), theme_name(theme)));
}

void update_mouse(State *s, const World *w, Action a) {
    (void)w, (void)a;
    s->mouse = !s->mouse;
    state_say(s, str_of(s->mouse ? _("the mouse is on") : _("the mouse is off")));
}

void update_language(State *s, const World *w, Action a) {
    (void)w;
    if (a.argument.len && !str_is(a.argument, "en") && !str_is(a.argument, "zh"))
        state_complain(s, str_of(_("there is en and zh")));
    else
        s->wish = (Wish){.kind = WISH_LANGUAGE, .text = str_dup(s->brief, a.argument)};
}

void update_all(State *s, const World *w, Action a) {
    (void)a;
    s->library = !s->library;
    state_layout(s, w);
    state_say(s, str_of(s->library ? _("what library code made is shown")
                                   : _("what library code made is hidden")));
}

void update_redraw(State *s, const World *w, Action a) {
    (void)w, (void)a;
    s->wish = (Wish){.kind = WISH_REDRAW};
}

void update_copy(State *s, const World *w, Action a) {
    (void)w, (void)a;
    s->wish = (Wish){.kind = WISH_COPY};
}

void update_export(State *s, const World *w, Action a) {
    (void)w;
    if (a.argument.len == 0)
        export_menu_begin(s);
    else
        s->wish = (Wish){.kind = WISH_EXPORT, .text = str_dup(s->brief, a.argument)};
}
