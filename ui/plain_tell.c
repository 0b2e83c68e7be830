/* plain_tell.c: what a line of the plain mode changed, in words. Nothing is drawn: what the panes
 * mark with a place or a colour is said, or is a sign in the text already. */
#include "ui/plain.h"

#include <string.h>

#include "base/text.h"
#include "ui/compare.h"
#include "ui/look.h"
#include "ui/notes.h"
#include "view/since.h"
#include "view/words.h"

/* ---- sentences ---- */

static void put_doc(const Plain *p, const Doc *d) {
    words_put(d, p->out);
}

void tell(Plain *p, Str sentence) {
    if (sentence.len == 0)
        return;
    sink_safe(p->out, sentence);
    if (!str_ends(sentence, STR("\n")))
        sink_char(p->out, '\n');
}

void tell_message(Plain *p) {
    tell(p, p->state->message);
    p->state->message = STR("");
    p->state->message_is_error = false;
}

static const Replay *replay_now(const Plain *p) {
    return state_replay(p->state, p->world);
}

static Walk walk_now(const Plain *p) {
    const Replay *r = replay_now(p);
    return (Walk){.source = r->attempt.source,
                  .trace = r->trace,
                  .why = r->why,
                  .lesson = p->world->exercise ? NULL : p->world->lesson,
                  .teaching = r->teaching,
                  .all = p->state->library,
                  .words = true};
}

/* ---- the whole program ---- */

static void tell_end(Plain *p) {
    tell(p, replay_now(p)->traceback);
    tell(p, replay_now(p)->trouble);
}

void tell_program(Plain *p) {
    Doc *d = doc_make(p->scratch);
    Walk w = walk_now(p);
    walk_lines(&w, d);
    put_doc(p, d);
}

static void tell_beside(Plain *p) {
    if (!compare_on(p->state)) {
        tell(p, str_of(_("the comparison has ended")));
        return;
    }
    tell(p, str_printf(p->scratch, _("here: %.*s"),
                       STR_ARG(compare_heading(p->state, p->world, false, p->scratch))));
    tell(p, str_printf(p->scratch, _("beside: %.*s"),
                       STR_ARG(compare_heading(p->state, p->world, true, p->scratch))));
}

void tell_start(Plain *p) {
    Doc *d = doc_make(p->scratch);
    Walk w = walk_now(p);
    walk_start(&w, d);
    put_doc(p, d);
    if (!replay_now(p)->accepted)
        tell_end(p);
    if (compare_on(p->state))
        tell_beside(p);
    tell_exercise(p);
    tell_message(p);
}

void tell_through(Plain *p) {
    Walk w = walk_now(p);
    if (!replay_now(p)->accepted) {
        tell_start(p);
        return;
    }
    walk_through(&w, p->out);
    tell_end(p);
    tell_exercise(p);
    tell_answers(p);
}

/* ---- a position ---- */

static void put_heading(const Plain *p, Doc *d) {
    const Trace *t = replay_now(p)->trace;
    Position at = p->state->at;
    doc_line(d);
    doc_printf(d, ROLE_TITLE, _("step %zu of %zu"), at.step, trace_steps(t));
    if (position_inside(t, at))
        doc_printf(d, ROLE_TITLE, "%s", _(", inside its line"));
    if (state_is_past(p->state, p->world))
        doc_printf(d, ROLE_PAST, "%s", _(", past"));
}

/* What the step did from moment `from` on. */
static void put_step(const Plain *p, Moment from, Doc *d) {
    Walk w = walk_now(p);
    Position at = p->state->at;
    if (at.step == 0)
        return;
    bool alone = position_inside(w.trace, at) && from + 1 == at.moment;
    story_part(d, w.trace, at.step, (StoryPart){from, at.moment, w.all || alone});
    walk_reasons(&w, from, at.moment, d);
    walk_scopes(&w, at.moment, d);
    if (at.step < trace_steps(w.trace) || position_inside(w.trace, at))
        return;
    doc_line(d);
    Str end = story_end(d->arena, w.trace, story_end_line(w.trace));
    doc_printf(d, ROLE_TITLE, "  %.*s", STR_ARG(end));
}

/* In a comparison: what the other run does otherwise here. */
static void put_beside(const Plain *p, Doc *d) {
    if (!compare_on(p->state))
        return;
    Doc *words = compare_words(p->state, p->world, p->scratch);
    doc_line(d);
    doc_printf(d, ROLE_TITLE, "  %s", _("beside:"));
    for (size_t i = 0; i < words->lines.count; i++) {
        doc_line(d);
        doc_add(d, ROLE_TEXT, STR("    "));
        doc_append(d, words, i);
    }
}

static Moment start_of(const Plain *p) {
    size_t k = p->state->at.step;
    return k ? trace_step_at(replay_now(p)->trace, k)->start : 0;
}

void tell_position(Plain *p) {
    Doc *d = doc_make(p->scratch);
    put_heading(p, d);
    put_step(p, start_of(p), d);
    put_beside(p, d);
    put_doc(p, d);
}

/* What happened in the steps between, by kind. */
static void put_passed(const Plain *p, Position from, Moment to, Doc *d) {
    const Replay *r = replay_now(p);
    uint32_t frame = position_frame(r->trace, from);
    Since s = {.trace = r->trace,
               .gathered = r->gathered,
               .from = from.moment,
               .to = to,
               .frame = frame < r->trace->frames.count ? trace_frame_at(r->trace, frame) : NULL,
               .library = p->state->library,
               .arrow = _("then")};
    Doc *passed = doc_make(p->scratch);
    if (!r->gathered || !since_tell(passed, &s))
        return;
    doc_line(d);
    doc_printf(d, ROLE_TITLE, _("passed on the way from step %zu:"), from.step);
    for (size_t i = 0; i < passed->lines.count; i++) {
        doc_line(d);
        doc_append(d, passed, i);
    }
}

void tell_sections(const Plain *p, size_t step, Doc *d) {
    Walk w = walk_now(p);
    if (w.teaching)
        walk_sections(&w, step, d);
}

/* The lesson's sections that became due on the way; those of the end wait for what is asked there.
 */
static void put_prose(const Plain *p, size_t from, Doc *d) {
    bool held = p->state->asking >= 0 && !state_is_past(p->state, p->world);
    for (size_t k = from + 1; k <= p->state->at.step - held; k++)
        tell_sections(p, k, d);
}

/* The move from one position to the one now, in the same run. */
static void tell_move(Plain *p, Position from) {
    Doc *d = doc_make(p->scratch);
    Position at = p->state->at;
    bool on = position_cmp(from, at) < 0, same = from.step == at.step;
    if (on && from.step + 1 < at.step)
        put_passed(p, from, start_of(p), d);
    put_heading(p, d);
    put_step(p, on && same ? from.moment : start_of(p), d);
    put_beside(p, d);
    if (on)
        put_prose(p, from.step, d);
    put_doc(p, d);
}

/* ---- panes ---- */

enum { ALL_COLUMNS = 1 << 20, ROWS_AT_ONCE = 500 };

/* A window of rows at a time: content may be long, and none of it is left out. */
static void tell_lines(Plain *p, const LinePane *lines, int64_t first, int64_t count) {
    Arena *scratch = arena_new(0);
    for (int64_t row = first; row < first + count && !p->out->failed; row += ROWS_AT_ONCE) {
        Look l = look_make(p->state, p->world, scratch);
        int64_t left = first + count - row;
        Doc *d = doc_make(scratch);
        lines->put(&l, ALL_COLUMNS, row, left < ROWS_AT_ONCE ? left : ROWS_AT_ONCE, d);
        put_doc(p, d);
        arena_reset(scratch);
    }
    arena_free(scratch);
}

/* The tree that is shown, with the marks of what changed; its outline is NULL before any graph. */
static WordsTree tree_now(Plain *p, const Look *l) {
    const Outline *o = names_outline(p->state, p->world);
    Moment since = look_since(l);
    WordsTree t = {.outline = o,
                   .moment = l->at.moment,
                   .folds = names_folds(p->state),
                   .together = l->together,
                   .here = {l->second, l->at.step, l->at.moment},
                   .other = look_other_names(l),
                   .values = p->state->values};
    if (o)
        t.changes = changes_make(p->scratch, l->replay->trace, o, since, l->at.moment);
    return t;
}

static void tell_names(Plain *p) {
    const State *s = p->state;
    Look l = look_make(s, p->world, p->scratch);
    WordsTree t = tree_now(p, &l);
    if (t.outline && outline_first(t.outline, t.moment) != BRANCH_NONE)
        words_tree(&t, p->out);
    else
        tell(p, str_of(s->keep.len || s->hide.len ? _("(no name matches)")
                                                  : _("(the graph is empty)")));
}

void tell_pane(Plain *p, Pane pane) {
    tell(p, str_printf(p->scratch, "%s:", pane_title(pane)));
    if (pane == PANE_NAMES) {
        tell_names(p);
        return;
    }
    Look l = look_make(p->state, p->world, p->scratch);
    int64_t rows = pane_lines(pane)->rows(&l, ALL_COLUMNS);
    tell_lines(p, pane_lines(pane), 0, rows);
    if (rows == 0)
        tell(p, str_of(_("(nothing)")));
}

/* ---- the selected row ---- */

static void tell_name(Plain *p) {
    Look l = look_make(p->state, p->world, p->scratch);
    WordsTree t = tree_now(p, &l);
    uint32_t index = t.outline ? outline_find(t.outline, p->state->selected) : BRANCH_NONE;
    if (index == BRANCH_NONE)
        return;
    Doc *d = doc_make(p->scratch);
    words_branch(d, &t, index);
    put_doc(p, d);
}

static void tell_row(Plain *p) {
    Pane pane = p->state->focus;
    if (pane == PANE_NAMES) {
        tell_name(p);
        return;
    }
    const LinePane *lines = pane_lines(pane);
    Look l = look_make(p->state, p->world, p->scratch);
    int64_t row = p->state->view[pane].selected;
    row = row >= 0 ? row : lines->current(&l, ALL_COLUMNS);
    if (row >= 0)
        tell_lines(p, lines, row, 1);
}

/* ---- what changed ---- */

Before before_of(const Plain *p) {
    const State *s = p->state;
    return (Before){.replay = s->replay,
                    .beside = s->beside,
                    .at = s->at,
                    .focus = s->focus,
                    .lesson = p->world->lesson,
                    .exercise = p->world->exercise,
                    .asking = s->asking,
                    .path = p->world->path,
                    .keep = s->keep,
                    .hide = s->hide,
                    .lang = text_language()};
}

/* What is told after an action, besides a new position or run. */
typedef enum Telling {
    TELL_NOTHING,
    TELL_ROW,  /* the selected row */
    TELL_PANE, /* the whole pane that has the focus */
    TELL_WHY,  /* the whole pane Why */
    TELL_NAMES,
} Telling;

static Telling telling_of(ActionKind kind) {
    static const uint8_t tellings[ACTION_COUNT] = {
        [ACTION_DOWN] = TELL_ROW,        [ACTION_UP] = TELL_ROW,
        [ACTION_HALF_DOWN] = TELL_ROW,   [ACTION_HALF_UP] = TELL_ROW,
        [ACTION_PAGE_DOWN] = TELL_ROW,   [ACTION_PAGE_UP] = TELL_ROW,
        [ACTION_TOP] = TELL_ROW,         [ACTION_BOTTOM] = TELL_ROW,
        [ACTION_IN] = TELL_ROW,          [ACTION_OUT] = TELL_ROW,
        [ACTION_UNFOLD] = TELL_ROW,      [ACTION_FOLD] = TELL_ROW,
        [ACTION_FOLD_ALL] = TELL_NAMES,  [ACTION_SEARCH] = TELL_ROW,
        [ACTION_SEARCH_NEXT] = TELL_ROW, [ACTION_SEARCH_BACK] = TELL_ROW,
        [ACTION_PANE_NEXT] = TELL_PANE,  [ACTION_PANE_BACK] = TELL_PANE,
        [ACTION_PANE] = TELL_PANE,       [ACTION_WHY] = TELL_WHY,
        [ACTION_SHARES] = TELL_WHY,      [ACTION_COUNTERS] = TELL_WHY,
        [ACTION_DIFF_STEP] = TELL_WHY,   [ACTION_DIFF_MARK] = TELL_WHY,
        [ACTION_FILTER] = TELL_NAMES,    [ACTION_HIDE] = TELL_NAMES,
        [ACTION_ALL] = TELL_NAMES,
    };
    return (Telling)tellings[kind];
}

static void tell_asked(Plain *p, ActionKind kind) {
    switch (telling_of(kind)) {
    case TELL_NOTHING: return;
    case TELL_ROW: tell_row(p); return;
    case TELL_PANE: tell_pane(p, p->state->focus); return;
    case TELL_WHY: tell_pane(p, PANE_WHY); return;
    case TELL_NAMES: tell_pane(p, PANE_NAMES); return;
    }
}

static void tell_run(Plain *p) {
    const Replay *r = replay_now(p);
    tell(p, str_printf(p->scratch, _("TensorFlow %.*s, Python %d: %zu steps"),
                       STR_ARG(r->trace->tf), r->trace->python, trace_steps(r->trace)));
    tell_end(p);
}

/* Line by line notes are told when they are asked for, and while one follows with them. */
static bool tell_notes(Plain *p, ActionKind kind) {
    bool asked = kind == ACTION_NOTES, follows = p->state->present.follow != FOLLOW_NOBODY;
    bool told = asked || (p->state->present.notes && follows);
    p->state->present.notes &= follows;
    if (told)
        put_doc(p, notes_make(p->state, p->world, p->scratch));
    return told;
}

void tell_change(Plain *p, const Before *b, ActionKind kind) {
    const State *s = p->state;
    size_t said = p->out->len;
    bool ran = s->replay != b->replay, beside = s->beside != b->beside;
    bool moved = position_cmp(s->at, b->at) != 0;
    bool other = p->world->lesson != b->lesson || p->world->exercise != b->exercise ||
                 !str_eq(p->world->path, b->path);
    bool spoke = strcmp(text_language(), b->lang) != 0, failed = s->message_is_error;
    tell_message(p);
    if (tell_notes(p, kind))
        return;
    if (other && !spoke) {
        tell_start(p);
        if (s->at.step > 0)
            tell_position(p);
        if (s->asking >= 0)
            tell_question(p);
        return;
    }
    if (ran)
        tell_run(p);
    if (ran)
        tell_exercise(p);
    if (beside)
        tell_beside(p);
    if (ran || beside)
        tell_position(p);
    else if (moved)
        tell_move(p, b->at);
    if (!moved && !ran && !failed)
        tell_asked(p, kind);
    tell_learnt(p, b, kind);
    if (p->out->len == said)
        tell(p, str_of(_("done")));
}
