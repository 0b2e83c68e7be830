/* pane_why.c: what a step did, in sentences, and why; what changed between two positions. Lists of
 * events and reasons are cut, so that the pane can be written as a whole; who shares a variable and
 * the names in use may be long (why_list.c). */
#include "base/grid.h"
#include "base/text.h"
#include "ui/compare.h"
#include "ui/look.h"
#include "ui/why_list.h"
#include "view/since.h"
#include "view/view.h"
#include "view/wrap.h"

enum {
    EVENTS_MOST = 4096, /* that are looked at */
    TOLD_MOST = 40,     /* events that are told */
    REASONS_FIRST = 2,  /* of a step, until more are asked for */
    PRINTED_MOST = 3,   /* lines of a piece of output */
};

/* ---- a step ---- */

/* Is the node only a part of something that is told as a whole? */
static bool is_part(const Look *l, const Event *e) {
    if (e->kind != EVENT_NODE)
        return false;
    const TraceNode *n = *LOG_AT(&l->replay->trace->nodes, TraceNode *, e->arg);
    return view_is_variable(n) || (view_is_part(n) && !l->state->library);
}

/* The program as a whole begins and ends: no news to anybody. */
static bool is_module(const Look *l, const Event *e) {
    if (e->kind != EVENT_CALL && e->kind != EVENT_RETURN)
        return false;
    const TraceFrame *f = trace_frame_at(l->replay->trace, e->arg);
    return str_is(name_str(f->function), "<module>");
}

static bool is_told(const Look *l, Moment m) {
    const Event *e = LOG_AT(&l->replay->trace->events, Event, m);
    return story_tells((EventKind)e->kind) && !is_part(l, e) && !is_module(l, e);
}

/* A piece of output may be long: its first lines. */
static void tell_printed(Doc *d, const TraceOutputPiece *p) {
    Str text = p->text;
    for (int i = 0; i < PRINTED_MOST && text.len > 0; i++) {
        ptrdiff_t end = str_find(text, STR("\n"), 0);
        Str line = end < 0 ? text : str_sub(text, 0, (size_t)end);
        doc_line(d);
        doc_add(d, ROLE_DIM, STR("  : "));
        doc_add(d, p->error ? ROLE_ERROR : ROLE_TEXT, str_sub(line, 0, 400));
        text = str_sub(text, line.len + 1, text.len);
    }
    if (text.len == 0)
        return;
    doc_line(d);
    doc_add(d, ROLE_DIM, STR("  : ..."));
}

static void tell(const Look *l, Doc *d, uint32_t frame, Moment m) {
    const Trace *t = l->replay->trace;
    const Event *e = LOG_AT(&t->events, Event, m);
    if (e->kind == EVENT_OUTPUT)
        tell_printed(d, LOG_AT(&t->output, TraceOutputPiece, e->arg));
    else
        story_event(d, t, frame, m);
}

/* Where the told events of the step begin, so that at most TOLD_MOST come; *more: there are earlier
 * ones. */
static Moment told_from(const Look *l, Moment start, bool *more) {
    Moment m = l->at.moment, seen = 0;
    for (int told = 0; m > start && seen < EVENTS_MOST && told < TOLD_MOST; m--, seen++)
        told += is_told(l, m - 1);
    *more = m > start;
    return m;
}

static Moment step_start(const Look *l) {
    return l->at.step ? trace_step_at(l->replay->trace, l->at.step)->start : l->at.moment;
}

/* From which event on is told: all of the step; inside of it what the last event did. */
static Moment tell_start_of(const Look *l) {
    const Trace *t = l->replay->trace;
    Position before;
    if (position_inside(t, l->at) && position_before(t, l->at, &before) &&
        before.step == l->at.step)
        return before.moment;
    return step_start(l);
}

/* Is there more to tell of the step than that names were bound? They stand in Values, too. */
static bool more_than_names(const Look *l, Moment from) {
    for (Moment m = from; m < l->at.moment; m++)
        if (is_told(l, m) && LOG_AT(&l->replay->trace->events, Event, m)->kind != EVENT_BIND)
            return true;
    return false;
}

static void tell_events(const Look *l, Doc *d) {
    const Trace *t = l->replay->trace;
    bool more;
    Moment start = step_start(l), from = told_from(l, tell_start_of(l), &more);
    uint32_t frame = trace_step_at(t, l->at.step)->frame;
    bool names = !more_than_names(l, from);
    if (more)
        doc_text(d, ROLE_DIM, str_of(_("... this step did more before that:")));
    for (Moment m = start; m < l->at.moment; m++) {
        const Event *e = LOG_AT(&t->events, Event, m);
        if (m >= from && is_told(l, m) && (names || e->kind != EVENT_BIND))
            tell(l, d, frame, m);
        frame = story_frame_after(t, e, frame);
    }
}

static const Why *reasons(const Look *l) {
    return why_into(l->scratch, l->replay->why);
}

/* The last event of the step that has reasons; false when none has. */
static bool reasoned(const Look *l, const Why *w, Moment *event) {
    Moment start = tell_start_of(l), seen = 0;
    for (Moment m = l->at.moment; m > start && seen < EVENTS_MOST; m--, seen++) {
        if (!is_told(l, m - 1) || why_event(w, m - 1).count == 0)
            continue;
        *event = m - 1;
        return true;
    }
    return false;
}

static void tell_first_reasons(const Look *l, Doc *d) {
    const Why *w = reasons(l);
    Moment event;
    if (!reasoned(l, w, &event))
        return;
    Doc *all = doc_make(l->scratch);
    explain_event(all, w, event);
    size_t n = all->lines.count;
    doc_line(d);
    doc_lines(d, all, 0, n == REASONS_FIRST + 1 ? n : REASONS_FIRST);
    if (n <= REASONS_FIRST + 1)
        return;
    doc_line(d);
    doc_printf(d, ROLE_DIM, _("  ... %zu more reasons (why)"), n - REASONS_FIRST);
}

/* What a position says before anything ran. */
static void tell_start(const Look *l, Doc *d) {
    const Replay *r = l->replay;
    if (!r->accepted && r->trouble.len)
        doc_text(d, ROLE_ERROR, str_of(_("The program does not run: its text was not accepted.")));
    else if (trace_steps(r->trace) == 0)
        doc_text(d, ROLE_TEXT, str_of(_("The program has no line that runs.")));
    else
        doc_text(d, ROLE_TEXT, str_of(_("Nothing ran yet. Each step runs one line.")));
}

static const char *end_text(const Trace *t) {
    switch (t->end) {
    case END_DONE: return _("The program is at its end.");
    case END_RAISED: return _("The program ended with this error.");
    case END_EXIT: return _("The program left by itself.");
    case END_REFUSED: return _("The run stopped here, as tfscope does not model this:");
    case END_BUDGET:
        return t->budget == BUDGET_INTERRUPT ? _("The run was stopped here.")
                                             : _("The run stopped here: a budget was used up.");
    }
    return "";
}

static void tell_end(const Look *l, Doc *d) {
    const Trace *t = l->replay->trace;
    if (d->lines.count)
        doc_line(d);
    doc_text(d, ROLE_DIM, str_of(end_text(t)));
    if (t->end == END_REFUSED) {
        doc_text(d, ROLE_ERROR, t->refusal.message);
        doc_text(d, ROLE_TEXT, t->refusal.hint);
    } else if (t->end == END_BUDGET) {
        doc_text(d, ROLE_ERROR, l->replay->trouble);
    }
}

/* Was the run stopped in the middle of the line? */
static bool is_stopped(const Look *l) {
    TraceEnd end = l->replay->trace->end;
    return look_at_end(l) && (end == END_REFUSED || end == END_BUDGET);
}

static void build_step(const Look *l, int cols, Doc *d) {
    (void)cols;
    if (l->at.step == 0) {
        tell_start(l, d);
        return;
    }
    tell_events(l, d);
    if (d->lines.count == 0 && !is_stopped(l))
        doc_text(d, ROLE_DIM, str_of(_("This line changed nothing that is shown here.")));
    tell_first_reasons(l, d);
    if (look_at_end(l))
        tell_end(l, d);
}

/* ---- all reasons ---- */

static void tell_all_reasons(const Look *l, Doc *d) {
    const Why *w = reasons(l);
    bool more, any = false;
    Moment start = step_start(l), from = told_from(l, tell_start_of(l), &more);
    uint32_t frame = l->at.step ? trace_step_at(l->replay->trace, l->at.step)->frame : 0;
    for (Moment m = start; m < l->at.moment; m++) {
        if (m >= from && is_told(l, m) && why_event(w, m).count) {
            tell(l, d, frame, m);
            explain_event(d, w, m);
            any = true;
        }
        frame =
            story_frame_after(l->replay->trace, LOG_AT(&l->replay->trace->events, Event, m), frame);
    }
    if (!any)
        doc_text(d, ROLE_DIM,
                 str_of(_("This step decided nothing about names, sharing or refusals. Select a "
                          "name and ask why.")));
}

static void tell_unknown(const Look *l, Doc *d) {
    doc_line(d);
    doc_add(d, ROLE_TEXT, str_of(_("Nothing is called so at this step: ")));
    doc_add(d, ROLE_OP, l->state->why_name);
}

/* In a comparison: all that differs, and why. */
static void tell_other(const Look *l, Doc *d) {
    const Doc *words = compare_words(l->state, l->world, l->scratch);
    doc_text(d, ROLE_TITLE, str_of(_("What differs at this step")));
    for (size_t i = 0; i < words->lines.count; i++) {
        doc_line(d);
        doc_add(d, ROLE_TEXT, STR("  ")); /* taken away again */
        doc_append(d, words, i);
    }
}

static void tell_step(const Look *l, Doc *d) {
    if (compare_on(l->state)) {
        tell_other(l, d);
        doc_line(d);
        doc_text(d, ROLE_TITLE, str_of(_("All reasons of this step")));
    }
    tell_all_reasons(l, d);
}

static void tell_name(const Look *l, Doc *d) {
    NameAsked ask;
    if (!why_name_asked(l, &ask) || !finder_explain(d, &ask))
        tell_unknown(l, d);
    if (!compare_on(l->state))
        return;
    doc_line(d);
    tell_other(l, d);
}

static void build_long(const Look *l, int cols, Doc *d) {
    (void)cols;
    if (l->state->why_name.len)
        tell_name(l, d);
    else
        tell_step(l, d);
}

static void build_no_variable(const Look *l, int cols, Doc *d) {
    (void)cols;
    if (!l->state->why_name.len)
        doc_text(d, ROLE_TEXT,
                 str_of(_("Select a variable in the tree of names, then ask again.")));
    else
        doc_printf(d, ROLE_TEXT, _("\"%.*s\" is no variable at this step."),
                   STR_ARG(l->state->why_name));
}

/* ---- what changed ---- */

static void build_diff(const Look *l, int cols, Doc *d) {
    (void)cols;
    const Trace *t = l->replay->trace;
    Position a = position_clip(t, l->state->diff_from), b = l->at;
    bool back = position_cmp(a, b) > 0;
    Since s = {.trace = t,
               .gathered = look_gathered(l),
               .from = back ? b.moment : a.moment,
               .to = back ? a.moment : b.moment,
               .library = l->state->library,
               .arrow = l->state->ascii ? "->" : "→"};
    uint32_t frame = position_frame(t, back ? a : b);
    s.frame = frame < t->frames.count ? trace_frame_at(t, frame) : NULL;
    doc_line(d);
    doc_printf(d, ROLE_TITLE, _("What changed from step %zu to step %zu"), back ? b.step : a.step,
               back ? a.step : b.step);
    if (!s.gathered || !since_tell(d, &s))
        doc_text(d, ROLE_TEXT, str_of(_("Nothing changed that is shown here.")));
}

static void build_no_graph(const Look *l, int cols, Doc *d) {
    (void)l, (void)cols;
    doc_text(d, ROLE_TEXT, str_of(_("No name is in use: the program has no graph yet.")));
}

/* ---- the pane ---- */

enum { DEDENT = 2 };

/* A pane is narrow: lines of story.c and explain.c begin two blanks further left. */
static void put_dedented(Doc *d, const Doc *from) {
    for (size_t i = 0; i < from->lines.count; i++) {
        const DocLine *line = LOG_AT(&from->lines, DocLine, i);
        doc_line(d);
        for (size_t k = 0; k < line->count; k++) {
            const DocPiece *p = LOG_AT(&from->pieces, DocPiece, line->first + k);
            bool indented = k == 0 && str_starts(p->text, STR("  "));
            doc_add_look(d, p->role, p->look, str_sub(p->text, indented ? DEDENT : 0, p->text.len));
        }
    }
}

static void build_sentences(const Look *l, int cols, Doc *d) {
    Doc *lines = doc_make(l->scratch);
    if (l->state->why == WHY_LONG)
        build_long(l, cols, lines);
    else
        build_step(l, cols, lines);
    put_dedented(d, lines);
}

static Doc *whole(const Look *l, int cols) {
    switch (l->state->why) {
    case WHY_STEP:
    case WHY_LONG: return look_whole(l, build_sentences, cols);
    case WHY_SHARES: return look_whole(l, build_no_variable, cols);
    case WHY_DIFF: return look_whole(l, build_diff, cols);
    case WHY_COUNTERS: return look_whole(l, build_no_graph, cols);
    }
    return doc_make(l->scratch);
}

static int64_t why_rows(const Look *l, int cols) {
    int64_t n = why_list_rows(l);
    return n >= 0 ? n : (int64_t)whole(l, cols)->lines.count;
}

static void why_put(const Look *l, int cols, int64_t first, int64_t count, Doc *d) {
    if (first < 0 || count <= 0)
        return;
    if (why_list_rows(l) < 0)
        doc_lines(d, whole(l, cols), (size_t)first, (size_t)count);
    else
        why_list_put(l, cols, first, count, d);
}

/* Sentences are read from their start. */
static int64_t why_current(const Look *l, int cols) {
    (void)l, (void)cols;
    return 0;
}

const LinePane pane_why_lines = {why_rows, why_put, why_current, why_list_enter, NULL};
