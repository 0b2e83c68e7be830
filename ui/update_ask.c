/* update_ask.c: what the Why pane shows: reasons, who shares, counters, differences; values in the
 * tree. */
#include "base/text.h"
#include "ui/learn.h"
#include "ui/pane.h"
#include "ui/update.h"

static bool is_seen(const State *s, Pane p) {
    return s->layout.pane[p].rows > 0;
}

/* Where one pane is seen at a time that is the one with the focus, else the one in its place. */
static void bring_forward(State *s, const World *w) {
    Pane focus = s->focus;
    if (is_seen(s, PANE_WHY))
        return;
    update_reveal(s, w, PANE_WHY);
    s->behind_why = s->focus != focus ? focus : layout_shares(PANE_WHY);
}

static void bring_back(State *s, const World *w) {
    Pane behind = s->behind_why;
    s->behind_why = PANE_COUNT;
    if (behind == PANE_COUNT || (behind == PANE_LESSON && !w->lesson))
        return;
    if (s->focus == PANE_WHY)
        update_focus(s, w, behind);
    else
        layout_front(s->front, behind);
}

void update_show_why(State *s, const World *w, WhyKind kind, Str name) {
    s->why = kind;
    s->why_name = update_keep(s, name);
    s->diff_follows = false;
    s->view[PANE_WHY] = (PaneView){.selected = -1, .follows = true};
    if (kind == WHY_STEP)
        bring_back(s, w);
    else
        bring_forward(s, w);
    state_layout(s, w);
}

/* The same key again goes back to the sentences of the step. */
static void toggle_why(State *s, const World *w, WhyKind kind, Str name) {
    if (s->why == kind && str_eq(s->why_name, name))
        update_show_why(s, w, WHY_STEP, STR(""));
    else
        update_show_why(s, w, kind, name);
}

/* "a/v:0" and "a/" are called a/v and a in the tree. */
static Str path_of(Str name) {
    if (str_ends(name, STR(":0")))
        name.len -= 2;
    while (name.len > 1 && name.at[name.len - 1] == '/')
        name.len--;
    return name;
}

/* Is there anything of that name in the whole run? Otherwise it is said. */
static bool is_known(State *s, const World *w, Str path) {
    const Replay *r = state_replay(s, w);
    if (learn_horizon(s, w) != SIZE_MAX) /* what is to come is not given away */
        return true;
    for (uint32_t g = 0; g < r->trace->graphs.count; g++) {
        const Outline *o = outlines_of_graph(r->outlines, g, true);
        if (o && outline_find(o, path) != BRANCH_NONE)
            return true;
    }
    state_complain(s, str_printf(s->brief, _("nothing is called %.*s in this run"), STR_ARG(path)));
    return false;
}

void update_why(State *s, const World *w, Action a) {
    Str name = path_of(a.argument);
    if (name.len == 0 && s->focus == PANE_NAMES)
        name = s->selected;
    if (a.argument.len == 0 || is_known(s, w, name))
        toggle_why(s, w, WHY_LONG, name);
}

void update_shares(State *s, const World *w, Action a) {
    const TraceVariable *v = a.argument.len ? NULL : update_variable(s, w);
    Str name = v ? name_str(v->node->name) : path_of(a.argument);
    if (name.len == 0)
        state_complain(s, str_of(_("who shares what? Select a variable in the Names pane first")));
    else if (v || is_known(s, w, name))
        toggle_why(s, w, WHY_SHARES, name);
}

void update_counters(State *s, const World *w, Action a) {
    (void)a;
    toggle_why(s, w, WHY_COUNTERS, STR(""));
}

/* ---- differences ---- */

static void show_diff(State *s, const World *w, Position from, bool follows) {
    update_show_why(s, w, WHY_DIFF, STR(""));
    s->diff_from = position_clip(state_replay(s, w)->trace, from);
    s->diff_follows = follows;
}

void update_diff_step(State *s, const World *w, Action a) {
    const Trace *t = state_replay(s, w)->trace;
    (void)a;
    if (s->why == WHY_DIFF && s->diff_follows)
        update_show_why(s, w, WHY_STEP, STR(""));
    else
        show_diff(s, w, position_end(t, s->at.step ? s->at.step - 1 : 0), true);
}

/* NULL: it is not set, or this is no letter. */
static const Position *bookmark(const State *s, Str letter) {
    bool one = letter.len == 1 && letter.at[0] >= 'a' && letter.at[0] <= 'z';
    const Position *at = one ? &s->marks[letter.at[0] - 'a'].at : NULL;
    return at && at->step != SIZE_MAX ? at : NULL;
}

void update_diff_mark(State *s, const World *w, Action a) {
    const Trace *t = state_replay(s, w)->trace;
    const Position *mark = bookmark(s, a.argument);
    size_t horizon = learn_horizon(s, w), asked = a.count >= 0 ? (size_t)a.count : 0;
    if (a.count >= 0)
        show_diff(s, w, position_end(t, asked < horizon ? asked : horizon), false);
    else if (mark)
        show_diff(s, w, *mark, false);
    else if (a.argument.len == 0 || str_is(a.argument, "'"))
        show_diff(s, w, s->before, false);
    else
        state_complain(s,
                       str_printf(s->brief, _("there is no bookmark %.*s"), STR_ARG(a.argument)));
}

void update_values(State *s, const World *w, Action a) {
    (void)w, (void)a;
    s->values = !s->values;
    state_say(s, str_of(s->values ? _("values are shown") : _("values are hidden")));
}
