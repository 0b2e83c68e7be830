/* update_mark.c: stop marks on lines, bookmarks at positions, jumps. */
#include "base/text.h"
#include "ui/pane.h"
#include "ui/update.h"

/* ---- stop marks ---- */

static StopMark *find_stop(State *s, uint32_t line) {
    for (size_t i = 0; i < s->stops.count; i++) {
        StopMark *stop = LOG_AT(&s->stops, StopMark, i);
        if (stop->line == line && (line || !stop->home))
            return stop;
    }
    return NULL;
}

static void put_stop(State *s, uint32_t line) {
    StopMark *hole = find_stop(s, 0);
    *(hole ? hole : LOG_PUSH(&s->stops, StopMark)) = (StopMark){line, line, s->replay};
    state_say(s, str_printf(s->brief, _("stop mark on line %u; c runs to it"), line));
}

void update_stop_mark(State *s, const World *w, Action a) {
    int64_t line = a.count > 0 ? a.count : update_line_here(s, w);
    uint32_t nlines = state_replay(s, w)->attempt.source->nlines;
    if (line < 1 || line > nlines) {
        state_complain(
            s, str_printf(s->brief, _("which line? The program has lines 1 to %u"), nlines));
        return;
    }
    StopMark *stop = find_stop(s, (uint32_t)line);
    if (!stop) {
        put_stop(s, (uint32_t)line);
        return;
    }
    *stop = (StopMark){0};
    state_say(s, str_printf(s->brief, _("no stop mark on line %u any more"), (uint32_t)line));
}

/* ---- bookmarks ---- */

static int bookmark_of(Action a) {
    if (a.argument.len != 1 || a.argument.at[0] < 'a' || a.argument.at[0] > 'z')
        return -1;
    return a.argument.at[0] - 'a';
}

static bool is_back(Action a) {
    return str_is(a.argument, "'") || str_is(a.argument, "`");
}

void update_bookmark(State *s, const World *w, Action a) {
    int i = bookmark_of(a);
    (void)w;
    if (i < 0) {
        state_complain(s, str_of(_("bookmarks are called a to z")));
        return;
    }
    s->marks[i] = (Bookmark){s->at, s->at, s->replay};
    state_say(s, str_printf(s->brief, _("bookmark %c is step %zu; '%c comes back"), 'a' + i,
                            s->at.step, 'a' + i));
}

void update_jump(State *s, const World *w, Action a) {
    int i = bookmark_of(a);
    if (is_back(a))
        state_go_to(s, w, s->before);
    else if (i < 0)
        state_complain(s, str_of(_("bookmarks are called a to z")));
    else if (s->marks[i].at.step == SIZE_MAX)
        state_complain(
            s, str_printf(s->brief, _("there is no bookmark %c; m%c makes it"), 'a' + i, 'a' + i));
    else
        state_go_to(s, w, s->marks[i].at);
}
