/* update_move.c: moving in panes and between them. What a pane does with a move is its own
 * business.
 */
#include "base/text.h"
#include "ui/compare.h"
#include "ui/notes.h"
#include "ui/pane.h"
#include "ui/update.h"

static bool is_there(const World *w, Pane p) {
    return p != PANE_LESSON || w->lesson;
}

/* Enter on a row that leads nowhere needs no words; a fold key in a pane without folds does. */
static void complain_move(State *s, ActionKind kind) {
    bool folds = kind == ACTION_UNFOLD || kind == ACTION_FOLD || kind == ACTION_FOLD_ALL;
    if (folds)
        state_complain(s, str_of(_("only the Names pane has something to fold; Tab goes there")));
}

bool update_reads(const State *s, const World *w) {
    bool shown = s->layout.pane[PANE_LESSON].rows > 0;
    return w->lesson && !compare_on(s) && shown &&
           (s->focus == PANE_LESSON || s->focus == PANE_PROGRAM);
}

void update_read(State *s, const World *w, Action a) {
    Pane focus = s->focus;
    s->focus = PANE_LESSON;
    pane_act(s, w, a);
    s->focus = focus;
}

void update_move(State *s, const World *w, Action a) {
    if (s->present.notes && notes_act(s, w, a))
        return;
    bool page = a.kind == ACTION_PAGE_DOWN || a.kind == ACTION_PAGE_UP;
    if (page && update_reads(s, w)) {
        update_read(s, w, a);
        return;
    }
    bool done = s->focus == PANE_NAMES ? names_act(s, w, a) : pane_act(s, w, a);
    if (!done)
        complain_move(s, a.kind);
}

/* In the order of pane.def; a comparison and a small screen have the same panes. */
void update_pane_next(State *s, const World *w, Action a) {
    int step = a.kind == ACTION_PANE_NEXT ? 1 : PANE_COUNT - 1;
    Pane p = s->focus;
    do
        p = (Pane)(((int)p + step) % PANE_COUNT);
    while (!is_there(w, p));
    update_focus(s, w, p);
}

/* The pane of that name, or of the first one that begins so; PANE_COUNT for none. */
static Pane pane_named(Str name) {
    for (Pane p = 0; p < PANE_COUNT; p++)
        if (name.len && str_starts(str_of(pane_name(p)), name))
            return p;
    return PANE_COUNT;
}

void update_pane(State *s, const World *w, Action a) {
    Pane p = a.count > 0 && a.count <= PANE_COUNT ? (Pane)(a.count - 1) : pane_named(a.argument);
    if (p == PANE_COUNT)
        state_complain(s, str_printf(s->brief, _("panes are numbered 1 to %d"), PANE_COUNT));
    else if (!is_there(w, p))
        state_complain(s, str_of(_("no lesson is open; L shows the lessons")));
    else
        update_focus(s, w, p);
}
