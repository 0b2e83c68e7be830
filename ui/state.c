/* state.c: the state of the screen and its update: keys become actions, actions change the state.
 */
#include "ui/state.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "ui/compare.h"
#include "ui/learn.h"
#include "ui/pane.h"
#include "ui/place.h"
#include "ui/update.h"
#include "view/view.h"

/* ---- what it looks at ---- */

const Replay *state_replay(const State *s, const World *w) {
    return world_replay(w, s->replay);
}

Moment state_since(const State *s, const World *w) {
    const Trace *t = state_replay(s, w)->trace;
    return trace_step_end(t, s->at.step ? s->at.step - 1 : 0);
}

bool state_is_edited(const State *s, const World *w) {
    const Source *now = state_replay(s, w)->attempt.source;
    return w->source && !compare_is_other(s, w) && !str_eq(now->text, w->source->text);
}

bool state_is_past(const State *s, const World *w) {
    const Trace *t = state_replay(s, w)->trace;
    return position_cmp(s->at, position_end(t, trace_steps(t))) < 0;
}

bool state_stops_at(const State *s, uint32_t line) {
    for (size_t i = 0; line && i < s->stops.count; i++)
        if (LOG_AT(&s->stops, StopMark, i)->line == line)
            return true;
    return false;
}

/* ---- sentences ---- */

void state_say(State *s, Str message) {
    s->message = str_dup(s->brief, message);
    s->message_is_error = s->message_is_prose = false;
}

void state_say_prose(State *s) {
    s->message_is_prose = true;
}

void state_hush(State *s) {
    s->message = STR("");
    s->message_is_error = false;
    arena_reset(s->brief);
    s->deeds = log_make(s->brief, sizeof(Deed));
}

void state_complain(State *s, Str message) {
    state_say(s, message);
    s->message_is_error = true;
}

Str update_keep(State *s, Str text) {
    return text.len ? str_dup(s->arena, text) : STR("");
}

void update_complain_end(State *s, const World *w) {
    const Replay *r = state_replay(s, w);
    const Trace *t = r->trace;
    s->play = 0;
    if (!r->accepted) {
        state_complain(s, str_of(_("nothing has run: the program was not accepted")));
        return;
    }
    Str end = story_end(s->brief, t, story_end_line(t));
    if (learn_at_end(s, w))
        state_say(s, str_of(_("this is the end of the lesson")));
    else if (trace_steps(t) == 0)
        state_complain(s, str_printf(s->brief, _("there are no steps: %.*s"), STR_ARG(end)));
    else
        state_complain(s, str_printf(s->brief, _("this is the last step: %.*s"), STR_ARG(end)));
}

void update_ask(State *s, ActionKind kind, const char *question) {
    s->mode = MODE_ASK;
    s->asked = kind;
    s->question = str_of(question);
}

/* ---- what is meant ---- */

uint32_t update_line_here(const State *s, const World *w) {
    const Trace *t = state_replay(s, w)->trace;
    const PaneView *v = &s->view[PANE_PROGRAM];
    if (s->focus == PANE_PROGRAM && !v->follows && v->selected >= 0)
        return program_line(s, w, v->selected);
    if (trace_steps(t) == 0)
        return 1;
    return trace_line(t, trace_step_at(t, s->at.step ? s->at.step : 1)->site);
}

/* What an event is about; of an error the variable that was in the way. */
static const TraceVariable *variable_of(const Trace *t, const Event *e) {
    if (e->kind == EVENT_RAISE)
        return (*LOG_AT(&t->errors, TraceError *, e->arg))->origin;
    if (e->kind == EVENT_VARIABLE || e->kind == EVENT_VALUE)
        return *LOG_AT(&t->variables, TraceVariable *, e->arg);
    return e->kind == EVENT_SHARE ? (*LOG_AT(&t->shares, TraceShare *, e->arg))->variable : NULL;
}

const TraceVariable *update_variable(const State *s, const World *w) {
    const Trace *t = state_replay(s, w)->trace;
    const TraceVariable *v = names_variable(s, w);
    Moment since = state_since(s, w);
    for (Moment m = s->at.moment; !v && m > since; m--)
        v = variable_of(t, LOG_AT(&t->events, Event, m - 1));
    return v;
}

/* ---- where it goes ---- */

int64_t update_count(Action a) {
    return a.count > 0 ? a.count : 1;
}

/* After the position or the run changed. */
static void moved(State *s, const World *w) {
    const Replay *r = state_replay(s, w);
    for (int p = 0; p < PANE_COUNT; p++)
        s->view[p].follows = true;
    if (s->diff_follows)
        s->diff_from = position_end(r->trace, s->at.step ? s->at.step - 1 : 0);
    if (trace_steps(r->trace) > 0) {
        s->kept = s->at;
        s->kept_replay = s->replay;
    }
    learn_moved(s, w);
    pane_follow(s, w);
}

void update_walk(State *s, const World *w, Position p) {
    s->at = position_clip(state_replay(s, w)->trace, p);
    moved(s, w);
}

void state_go_to(State *s, const World *w, Position p) {
    Position to = position_clip(state_replay(s, w)->trace, p);
    if (position_cmp(to, s->at) != 0)
        s->before = s->at;
    update_walk(s, w, to);
}

void state_go(State *s, const World *w, size_t step) {
    state_go_to(s, w, position_end(state_replay(s, w)->trace, step));
}

/* ---- the screen ---- */

/* What somebody asked for is read in full: beside the other run there is little room for it. */
static bool is_read_alone(const State *s) {
    enum { HIGH = 30 }; /* rows of a screen that has room for it below the names */
    if (!compare_on(s) || s->focus != PANE_WHY || s->why == WHY_STEP)
        return false;
    return s->why == WHY_LONG || s->rows < HIGH;
}

void state_layout(State *s, const World *w) {
    LayoutAsk ask = {
        .rows = s->rows,
        .cols = s->cols,
        .focus = s->focus,
        .full = s->full,
        .lesson = w->lesson != NULL,
        .compare = compare_on(s),
        .alone = is_read_alone(s),
        .present = s->present.on,
        .swapped = s->beside_focused,
    };
    memcpy(ask.bigger, s->bigger, sizeof ask.bigger);
    memcpy(ask.front, s->front, sizeof ask.front);
    s->layout = layout_of(&ask);
    if (s->mode == MODE_EDIT)
        editor_follow(s->editor, s->layout.pane[PANE_PROGRAM], s->numbers);
    pane_follow(s, w);
}

void update_focus(State *s, const World *w, Pane p) {
    s->focus = p;
    layout_front(s->front, p);
    state_layout(s, w);
}

void update_reveal(State *s, const World *w, Pane p) {
    layout_front(s->front, p);
    state_layout(s, w);
    if (s->layout.pane[p].rows <= 0 && s->layout.kind != LAYOUT_TINY)
        update_focus(s, w, p);
}

/* ---- runs ---- */

/* What was undone is forgotten. */
static void remember(State *s, uint32_t replay) {
    if (s->history_at == s->history.count)
        log_push(&s->history);
    *LOG_AT(&s->history, uint32_t, s->history_at) = replay;
    s->history_end = ++s->history_at;
}

/* Forgets what belongs to one program. */
static void forget(State *s, const World *w, uint32_t replay) {
    s->replay = replay;
    s->beside = UINT32_MAX;
    s->beside_focused = false;
    s->at = s->before = s->kept = position_end(state_replay(s, w)->trace, 0);
    s->kept_replay = replay;
    for (int i = 0; i < BOOKMARKS; i++)
        s->marks[i].at.step = SIZE_MAX;
    s->stops = log_make(s->arena, sizeof(StopMark));
    s->history_at = 0;
    remember(s, replay);
    for (int p = 0; p < PANE_COUNT; p++)
        s->view[p] = (PaneView){.selected = -1, .follows = true};
    s->selected = s->why_name = STR("");
    names_pick(s, STR(""), STR(""));
    s->top_of = NULL;
    s->names_scrolled = false;
    s->why = WHY_STEP;
    s->behind_why = PANE_COUNT;
    s->diff_from = s->at;
    s->diff_follows = false;
    s->play = 0;
    s->folds = folds_make(s->arena);
}

/* Where only one pane has room, what a lesson says comes before its program. */
static void read_first(State *s, const World *w) {
    if (w->lesson && s->layout.kind == LAYOUT_SINGLE)
        update_focus(s, w, PANE_LESSON);
}

State *state_make(Arena *a, const World *w, int rows, int cols) {
    State *s = ARENA_NEW(a, State);
    *s = (State){.arena = a, .rows = rows, .cols = cols, .focus = PANE_PROGRAM};
    s->brief = arena_child(a);
    s->editing = arena_child(a);
    s->picked = arena_child(a);
    s->history = log_make(a, sizeof(uint32_t));
    s->numbers = s->values = s->mouse = s->colours = s->predict = true;
    s->tried = log_make(a, sizeof(Tried));
    s->desks = log_make(a, sizeof(Desk));
    s->deeds = log_make(s->brief, sizeof(Deed));
    forget(s, w, 0);
    learn_opened(s, w);
    state_layout(s, w);
    read_first(s, w);
    return s;
}

void state_open(State *s, const World *w, uint32_t replay) {
    s->mode = MODE_NORMAL;
    s->full = false;
    learn_closing(s);
    forget(s, w, replay);
    if (s->focus == PANE_LESSON && !w->lesson)
        s->focus = PANE_PROGRAM;
    state_layout(s, w);
    learn_opened(s, w);
    read_first(s, w);
}

/* Marks go with the program into its other run, from where they were made. */
static void carry_marks(State *s, const World *w, const Replay *to) {
    for (int i = 0; i < BOOKMARKS; i++) {
        Bookmark *m = &s->marks[i];
        if (m->at.step == SIZE_MAX)
            continue;
        m->at = m->home;
        places_carry(world_replay(w, m->home_replay), to, &m->at, 1);
    }
    for (size_t i = 0; i < s->stops.count; i++) {
        StopMark *m = LOG_AT(&s->stops, StopMark, i);
        m->line = places_line(world_replay(w, m->home_replay)->attempt.source, to->attempt.source,
                              m->home);
    }
}

/* What the state looks at goes from the last run that had steps. */
static void carry_positions(State *s, const World *w, const Replay *to) {
    Position all[] = {s->kept, s->before, s->diff_from};
    places_carry(world_replay(w, s->kept_replay), to, all, 3);
    s->at = all[0];
    s->before = all[1];
    s->diff_from = all[2];
}

void state_show(State *s, const World *w, uint32_t replay) {
    const Replay *to = world_replay(w, replay);
    s->replay = replay;
    if (trace_steps(to->trace) > 0)
        carry_positions(s, w, to);
    else
        s->at = position_end(to->trace, 0);
    carry_marks(s, w, to);
    if (s->beside == replay)
        compare_end(s, w);
    compare_follow(s, w);
    moved(s, w);
}

void state_ran(State *s, const World *w, uint32_t replay) {
    if (replay != s->replay)
        remember(s, replay);
    state_show(s, w, replay);
    learn_ran(s, w);
    if (!state_replay(s, w)->accepted)
        state_complain(s, str_of(_("the program was not accepted; u takes the change back")));
}

/* ---- actions ---- */

static UpdateFn *const updates[] = {
    [ACTION_STEP] = update_step,
    [ACTION_STEP_BACK] = update_step,
    [ACTION_EVENT] = update_event,
    [ACTION_EVENT_BACK] = update_event,
    [ACTION_LANDMARK] = update_landmark,
    [ACTION_LANDMARK_BACK] = update_landmark,
    [ACTION_RUN] = update_run,
    [ACTION_RUN_BACK] = update_run,
    [ACTION_FINISH] = update_finish,
    [ACTION_FINISH_BACK] = update_finish,
    [ACTION_CHANGE] = update_change,
    [ACTION_CHANGE_BACK] = update_change,
    [ACTION_FIRST] = update_first,
    [ACTION_GO] = update_go,
    [ACTION_PERCENT] = update_percent,
    [ACTION_AUTOPLAY] = update_play,
    [ACTION_SLOWER] = update_pace,
    [ACTION_FASTER] = update_pace,

    [ACTION_STOP_MARK] = update_stop_mark,
    [ACTION_BOOKMARK] = update_bookmark,
    [ACTION_JUMP] = update_jump,

    [ACTION_DOWN] = update_move,
    [ACTION_UP] = update_move,
    [ACTION_HALF_DOWN] = update_move,
    [ACTION_HALF_UP] = update_move,
    [ACTION_PAGE_DOWN] = update_move,
    [ACTION_PAGE_UP] = update_move,
    [ACTION_TOP] = update_move,
    [ACTION_BOTTOM] = update_move,
    [ACTION_IN] = update_move,
    [ACTION_OUT] = update_move,
    [ACTION_UNFOLD] = update_move,
    [ACTION_FOLD] = update_move,
    [ACTION_FOLD_ALL] = update_move,
    [ACTION_SIDE_LEFT] = update_move,
    [ACTION_SIDE_RIGHT] = update_move,
    [ACTION_PANE_NEXT] = update_pane_next,
    [ACTION_PANE_BACK] = update_pane_next,
    [ACTION_PANE] = update_pane,

    [ACTION_SEARCH] = update_search,
    [ACTION_SEARCH_NEXT] = update_search,
    [ACTION_SEARCH_BACK] = update_search,
    [ACTION_FILTER] = update_pattern,
    [ACTION_HIDE] = update_pattern,

    [ACTION_WHY] = update_why,
    [ACTION_SHARES] = update_shares,
    [ACTION_COUNTERS] = update_counters,
    [ACTION_DIFF_STEP] = update_diff_step,
    [ACTION_DIFF_MARK] = update_diff_mark,
    [ACTION_VALUES] = update_values,

    [ACTION_EDIT] = update_edit,
    [ACTION_EDITOR] = update_editor,
    [ACTION_WRITE] = update_write,
    [ACTION_RERUN] = update_rerun,
    [ACTION_UNDO] = update_undo,
    [ACTION_REDO] = update_redo,
    [ACTION_RESET] = update_reset,
    [ACTION_TF] = update_tf,
    [ACTION_TF_BACK] = update_tf,
    [ACTION_PYTHON] = update_python,
    [ACTION_COMPARE] = update_compare,
    [ACTION_SWAP] = update_compare,

    [ACTION_LESSONS] = update_lessons,
    [ACTION_LESSON_NEXT] = update_lesson_next,
    [ACTION_LESSON_BACK] = update_lesson_next,
    [ACTION_OPEN] = update_open,
    [ACTION_ANSWER] = update_answer,
    [ACTION_HINT] = update_hint,
    [ACTION_SHOW] = update_show,
    [ACTION_PREDICT] = update_predict,
    [ACTION_EXERCISE] = update_exercise,
    [ACTION_GOAL] = update_goal,
    [ACTION_REVIEW] = update_review,
    [ACTION_FORGET] = update_forget,

    [ACTION_PRESENT] = update_present,
    [ACTION_BLANK] = update_blank,
    [ACTION_KEYS_SHOWN] = update_keys_shown,
    [ACTION_TIMER] = update_timer,
    [ACTION_NOTES] = update_notes,
    [ACTION_FOLLOW] = update_follow,

    [ACTION_FULL] = update_full,
    [ACTION_BIGGER] = update_size,
    [ACTION_SMALLER] = update_size,
    [ACTION_ASCII] = update_ascii,
    [ACTION_NUMBERS] = update_numbers,
    [ACTION_THEME] = update_theme,
    [ACTION_MOUSE] = update_mouse,
    [ACTION_LANGUAGE] = update_language,
    [ACTION_ALL] = update_all,
    [ACTION_REDRAW] = update_redraw,
    [ACTION_EXPORT] = update_export,
    [ACTION_COPY] = update_copy,

    [ACTION_COMMAND] = update_command,
    [ACTION_HELP] = update_help,
    [ACTION_CANCEL] = update_cancel,
    [ACTION_CLOSE] = update_close,
    [ACTION_QUIT] = update_quit,
    [ACTION_SUSPEND] = update_suspend,
};
static_assert(sizeof updates / sizeof *updates == ACTION_COUNT, "an action without its function");

void state_act(State *s, const World *w, Action action) {
    if (action.count > COUNT_MOST)
        action.count = COUNT_MOST;
    if (action.kind > ACTION_NONE && action.kind < ACTION_COUNT && updates[action.kind])
        updates[action.kind](s, w, action);
}
