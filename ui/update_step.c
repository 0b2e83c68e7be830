/* update_step.c: stepping: by lines, events, landmarks, blocks, numbers; by itself. */
#include "base/text.h"
#include "ui/learn.h"
#include "ui/pane.h"
#include "ui/update.h"

static const Trace *trace_of(const State *s, const World *w) {
    return state_replay(s, w)->trace;
}

static void complain_start(State *s) {
    state_complain(s, str_of(_("this is the start: nothing has run before it")));
}

/* ---- lines and events ---- */

/* From inside a line, one step forwards is to its end, one back to its start. */
static void step_forwards(State *s, const World *w, size_t n) {
    const Trace *t = trace_of(s, w);
    if (learn_stops(s, w))
        return;
    if (!state_is_past(s, w)) {
        update_complain_end(s, w);
        return;
    }
    size_t rest = trace_steps(t) - s->at.step;
    n -= position_inside(t, s->at);
    learn_forwards(s, w, position_end(t, s->at.step + (n < rest ? n : rest)), false);
}

static void step_back(State *s, const World *w, size_t n) {
    if (s->at.step == 0) {
        complain_start(s);
        return;
    }
    update_walk(s, w, position_end(trace_of(s, w), s->at.step - (n < s->at.step ? n : s->at.step)));
}

void update_step(State *s, const World *w, Action a) {
    size_t n = (size_t)update_count(a);
    if (a.kind == ACTION_STEP)
        step_forwards(s, w, n);
    else
        step_back(s, w, n);
}

void update_event(State *s, const World *w, Action a) {
    const Trace *t = trace_of(s, w);
    Position at = s->at;
    bool forwards = a.kind == ACTION_EVENT;
    if (forwards && learn_stops(s, w))
        return;
    for (int64_t n = update_count(a); n > 0; n--)
        if (!(forwards ? position_next(t, at, &at) : position_before(t, at, &at)))
            break;
    if (position_cmp(at, s->at) > 0)
        learn_forwards(s, w, at, false);
    else if (position_cmp(at, s->at) < 0)
        update_walk(s, w, at);
    else if (forwards)
        update_complain_end(s, w);
    else
        complain_start(s);
}

/* ---- landmarks: those of the run, questions, and bookmarks ---- */

static Position nearer(Position x, Position y, int direction) {
    return position_cmp(x, y) * direction < 0 ? x : y;
}

/* The nearest landmark in a direction (1, -1); the end or the start when there is none. */
static Position next_landmark(const State *s, const World *w, Position at, int direction) {
    Position question;
    const Replay *r = state_replay(s, w);
    size_t i =
        direction > 0 ? landmarks_until(r->landmarks, at) : landmarks_before(r->landmarks, at) - 1;
    Position found = position_end(r->trace, direction > 0 ? trace_steps(r->trace) : 0);
    if (i < landmarks_count(r->landmarks))
        found = landmarks_at(r->landmarks, i).at;
    for (int m = 0; m < BOOKMARKS; m++)
        if (s->marks[m].at.step != SIZE_MAX && position_cmp(s->marks[m].at, at) * direction > 0)
            found = nearer(s->marks[m].at, found, direction);
    if (learn_next_place(s, w, at, direction, &question))
        found = nearer(question, found, direction);
    return found;
}

static bool is_landmark(const State *s, const World *w, Position at) {
    const Landmarks *l = state_replay(s, w)->landmarks;
    for (int m = 0; m < BOOKMARKS; m++)
        if (s->marks[m].at.step != SIZE_MAX && position_cmp(s->marks[m].at, at) == 0)
            return true;
    return learn_here(s, w) >= 0 || landmarks_before(l, at) < landmarks_until(l, at);
}

static void go_to_landmark(State *s, const World *w, Position at, int direction) {
    if (direction > 0)
        learn_forwards(s, w, at, true);
    else
        state_go_to(s, w, at);
    if (!is_landmark(s, w, s->at))
        state_say(s, str_of(direction > 0 ? _("no landmark is left: this is the end")
                                          : _("no landmark is left: this is the start")));
}

void update_landmark(State *s, const World *w, Action a) {
    int direction = a.kind == ACTION_LANDMARK ? 1 : -1;
    Position at = s->at;
    if (direction > 0 && learn_stops(s, w))
        return;
    for (int64_t n = update_count(a); n > 0; n--) {
        Position to = next_landmark(s, w, at, direction);
        if (position_cmp(to, at) == 0)
            break;
        at = to;
    }
    if (position_cmp(at, s->at) != 0)
        go_to_landmark(s, w, at, direction);
    else if (direction > 0)
        update_complain_end(s, w);
    else
        complain_start(s);
}

/* ---- to stop marks ---- */

/* Which sites of the program stand on lines with a stop mark: [nsites], so that a step costs a
 * look. */
typedef struct Stops {
    uint32_t nsites;
    bool *at;
} Stops;

static Stops stops_of(Arena *scratch, const State *s, const Trace *t) {
    if (t->modules.count == 0)
        return (Stops){0, NULL};
    const TraceModule *m = LOG_AT(&t->modules, TraceModule, 0);
    Stops stops = {m->first_site + m->nsites, NULL};
    stops.at = ARENA_ARRAY(scratch, stops.nsites + 1, bool);
    for (uint32_t i = 0; i < m->nsites; i++)
        stops.at[m->first_site + i] =
            state_stops_at(s, source_line_of(m->source, m->spans[i].start));
    return stops;
}

static bool stops_at(const Stops *stops, const Trace *t, size_t step) {
    uint32_t site = trace_step_at(t, step)->site;
    return site < stops->nsites && stops->at[site];
}

static size_t next_stop(const Stops *stops, const Trace *t, size_t step) {
    while (step < trace_steps(t))
        if (stops_at(stops, t, ++step))
            break;
    return step;
}

static size_t stop_before(const Stops *stops, const Trace *t, size_t step) {
    while (step > 0)
        if (--step == 0 || stops_at(stops, t, step))
            break;
    return step;
}

static bool has_stops(const State *s) {
    for (size_t i = 0; i < s->stops.count; i++)
        if (LOG_AT(&s->stops, StopMark, i)->line)
            return true;
    return false;
}

static size_t run_to(const State *s, const Trace *t, bool forwards) {
    if (!has_stops(s))
        return forwards ? trace_steps(t) : 0;
    Arena *scratch = arena_new(0);
    Stops stops = stops_of(scratch, s, t);
    size_t to = forwards ? next_stop(&stops, t, s->at.step) : stop_before(&stops, t, s->at.step);
    arena_free(scratch);
    return to;
}

void update_run(State *s, const World *w, Action a) {
    bool forwards = a.kind == ACTION_RUN;
    if (forwards && learn_stops(s, w))
        return;
    if (forwards && !state_is_past(s, w))
        update_complain_end(s, w);
    else if (!forwards && s->at.step == 0)
        complain_start(s);
    else if (forwards)
        learn_forwards(s, w, position_end(trace_of(s, w), run_to(s, trace_of(s, w), true)), true);
    else
        state_go(s, w, run_to(s, trace_of(s, w), false));
}

/* ---- blocks ---- */

static const char *no_block(ActionKind kind) {
    return kind == ACTION_FINISH
               ? _("no with block and no call is open here; G goes to the end of the program")
               : _("no with block and no call is open here; gg goes to the start of the program");
}

void update_finish(State *s, const World *w, Action a) {
    const Trace *t = trace_of(s, w);
    Position to;
    if (a.kind == ACTION_FINISH && learn_stops(s, w))
        return;
    BlockFound found = a.kind == ACTION_FINISH ? position_block_end(t, s->at, &to)
                                               : position_block_start(t, s->at, &to);
    switch (found) {
    case BLOCK_NONE: state_complain(s, str_of(no_block(a.kind))); return;
    case BLOCK_CUT: state_say(s, str_of(_("the program ended inside of this block"))); break;
    case BLOCK_FOUND: break;
    }
    if (a.kind == ACTION_FINISH)
        learn_forwards(s, w, to, true);
    else
        state_go_to(s, w, to);
}

/* ---- changes of the selected thing ---- */

/* The event nearest to a position in a direction. */
typedef struct Nearest {
    const Trace *trace;
    Position from;
    Moment since; /* events before it are behind, whatever the position inside of the step */
    bool forwards, found;
    Moment event;
} Nearest;

static bool lies_behind(const Nearest *n, Moment event) {
    return event < n->since || position_cmp(position_after(n->trace, event), n->from) < 0;
}

static void consider(Nearest *n, Moment event) {
    if (n->forwards ? event < n->from.moment : event >= n->from.moment || !lies_behind(n, event))
        return;
    if (!n->found || (n->forwards ? event < n->event : event > n->event))
        n->event = event;
    n->found = true;
}

static void consider_variable(Nearest *n, const TraceVariable *v) {
    consider(n, v->cause.moment);
    for (size_t i = 0; i < v->shares.count; i++)
        consider(n, (*LOG_AT(&v->shares, TraceShare *, i))->cause.moment);
    for (size_t i = 0; i < v->values.count; i++)
        consider(n, LOG_AT(&v->values, TraceVariableValue, i)->moment);
}

/* A Python name: when it was bound, and when what it holds was changed in place. */
static void consider_cell(Nearest *n, const Cell *c) {
    for (size_t i = 0; c->past && i < c->past->count; i++)
        consider(n, LOG_AT(c->past, Past, i)->since);
    consider(n, c->since);
    for (Moment m = 0; m < n->trace->events.count; m++) {
        const Event *e = LOG_AT(&n->trace->events, Event, m);
        Value v = e->kind == EVENT_CHANGE ? cell_at(c, m) : value_unbound();
        if (v.kind == VALUE_OBJECT && v.as.object->id == e->arg)
            consider(n, m);
    }
}

/* The branch that is selected, though it may be hidden or not there yet; NULL. */
static const Branch *selected_branch(const State *s, const World *w) {
    const Replay *r = state_replay(s, w);
    for (uint32_t g = 0; s->selected.len && g < r->trace->graphs.count; g++) {
        const Outline *o = outlines_of_graph(r->outlines, g, true);
        uint32_t i = o ? outline_find(o, s->selected) : BRANCH_NONE;
        if (i != BRANCH_NONE)
            return outline_branch(o, i);
    }
    return NULL;
}

static void go_to_change(State *s, const World *w, Nearest *n) {
    if (n->found && n->forwards)
        learn_forwards(s, w, position_after(n->trace, n->event), true);
    else if (n->found)
        state_go_to(s, w, position_after(n->trace, n->event));
    else
        state_complain(s, str_of(n->forwards ? _("it does not change any more")
                                             : _("it has not changed before")));
}

/* To a change of what the selected row of Values is about. */
static bool change_of_value(State *s, const World *w, Nearest *n) {
    ValueRow row;
    if (s->focus != PANE_VALUES || !values_selected(s, w, &row))
        return false;
    if (row.variable)
        consider_variable(n, row.variable);
    else
        consider_cell(n, row.cell);
    go_to_change(s, w, n);
    values_select(s, w, &row);
    return true;
}

void update_change(State *s, const World *w, Action a) {
    const Branch *b = selected_branch(s, w);
    const TraceVariable *v = b ? (b->node ? b->node->variable : NULL) : update_variable(s, w);
    Nearest n = {.trace = trace_of(s, w),
                 .from = s->at,
                 .since = state_since(s, w),
                 .forwards = a.kind == ACTION_CHANGE};
    if (n.forwards && learn_stops(s, w))
        return;
    if (change_of_value(s, w, &n))
        return;
    if (v)
        consider_variable(&n, v);
    else if (b)
        consider(&n, b->node ? b->node->cause.moment : b->made - (b->made > 0));
    if (b || v)
        go_to_change(s, w, &n);
    else
        state_complain(s,
                       str_of(_("nothing is selected: select a row of Names or of Values first")));
}

/* ---- by number ---- */

void update_first(State *s, const World *w, Action a) {
    state_go(s, w, a.count > 0 ? (size_t)a.count : 0);
}

void update_go(State *s, const World *w, Action a) {
    state_go(s, w, a.count >= 0 ? (size_t)a.count : trace_steps(trace_of(s, w)));
}

void update_percent(State *s, const World *w, Action a) {
    if (a.count < 0) {
        state_complain(s, str_of(_("of what? Type a number before it: 50%")));
        return;
    }
    uint64_t percent = a.count < 100 ? (uint64_t)a.count : 100;
    state_go(s, w, (size_t)((trace_steps(trace_of(s, w)) * percent + 50) / 100));
}

/* ---- by itself ---- */

enum { PLAY_FIRST = 10, PLAY_MOST = 1000 };

static void say_pace(State *s) {
    state_say(s, str_printf(s->brief, _("%d steps in ten seconds"), s->play));
}

void update_play(State *s, const World *w, Action a) {
    if (s->play > 0 && a.count <= 0) {
        s->play = 0;
        return;
    }
    if (learn_stops(s, w))
        return;
    if (!state_is_past(s, w)) {
        update_complain_end(s, w);
        return;
    }
    int64_t most = PLAY_MOST / 10;
    s->play = a.count > 0 ? 10 * (int)(a.count < most ? a.count : most) : PLAY_FIRST;
    say_pace(s);
}

void update_pace(State *s, const World *w, Action a) {
    static const int paces[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, PLAY_MOST};
    int n = sizeof paces / sizeof *paces, i = 0;
    (void)w;
    if (s->play == 0) {
        state_complain(s, str_of(_("autoplay is off; p starts it")));
        return;
    }
    while (i < n - 1 && paces[i] < s->play)
        i++;
    i += a.kind == ACTION_FASTER ? 1 : -1;
    s->play = paces[i < 0 ? 0 : i < n ? i : n - 1];
    say_pace(s);
}
