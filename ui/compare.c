/* compare.c: beginning and ending a comparison, the sides, and how they are drawn. */
#include "ui/compare.h"

#include <string.h>

#include "base/text.h"
#include "base/utf8.h"
#include "ui/look.h"
#include "view/wrap.h"

/* Runs that were paired before; a pair serves both directions. */
typedef struct ComparePair {
    uint32_t first, second;
    const Together *together;
} ComparePair;

bool compare_on(const State *s) {
    return s->beside != UINT32_MAX;
}

/* ---- pairs ---- */

static bool same_text(const Replay *x, const Replay *y) {
    return str_eq(x->attempt.source->text, y->attempt.source->text);
}

static ComparePair pair_make(Arena *a, const World *w, uint32_t first, uint32_t second) {
    const Replay *x = world_replay(w, first), *y = world_replay(w, second);
    return (ComparePair){first, second, together_make(a, x->why, y->why, same_text(x, y))};
}

static const ComparePair *pair_find(const State *s) {
    for (size_t i = 0; i < s->pairs.count; i++) {
        const ComparePair *p = LOG_AT(&s->pairs, ComparePair, i);
        if ((p->first == s->replay && p->second == s->beside) ||
            (p->first == s->beside && p->second == s->replay))
            return p;
    }
    return NULL;
}

void compare_follow(State *s, const World *w) {
    if (!compare_on(s) || pair_find(s))
        return;
    if (!s->pairs.arena)
        s->pairs = log_make(s->arena, sizeof(ComparePair));
    ComparePair p = pair_make(s->arena, w, s->replay, s->beside);
    *LOG_PUSH(&s->pairs, ComparePair) = p;
}

/* The pair of now; made in scratch when nobody has called compare_follow. */
static ComparePair pair_now(const State *s, const World *w, Arena *scratch) {
    const ComparePair *p = pair_find(s);
    return p ? *p : pair_make(scratch, w, s->replay, s->beside);
}

static TogetherAt here_in(const State *s, const ComparePair *p) {
    return (TogetherAt){p->second == s->replay, s->at.step, s->at.moment};
}

static Position other_in(const State *s, const ComparePair *p) {
    TogetherAt other = together_other(p->together, here_in(s, p));
    return (Position){other.step, other.moment};
}

Position compare_beside_at(const State *s, const World *w) {
    Arena *scratch = arena_new(0);
    ComparePair p = pair_now(s, w, scratch);
    Position at = other_in(s, &p);
    arena_free(scratch);
    return at;
}

/* ---- beginning and ending ---- */

void compare_show(State *s, const World *w, uint32_t beside) {
    if (beside == s->replay) {
        state_say(s, str_of(_("It is the same run: there is nothing to compare.")));
        return;
    }
    if (s->focus == PANE_LESSON && s->layout.kind == LAYOUT_SINGLE) /* it opened with the prose */
        s->focus = PANE_PROGRAM;
    s->beside = beside;
    s->beside_focused = false;
    s->why = WHY_STEP; /* which may hide both sides */
    compare_follow(s, w);
    state_layout(s, w);
    if (s->layout.kind != LAYOUT_COMPARE)
        state_say(s, str_of(_("There is no room for both runs: zs goes to the other one.")));
}

/* The run that the history says comes back, also when the other one had the keys. */
void compare_end(State *s, const World *w) {
    uint32_t top = *LOG_AT(&s->history, uint32_t, s->history_at - 1), other = s->beside;
    bool swap = compare_on(s) && s->beside_focused && s->replay != top && other == top;
    Position at = swap ? compare_beside_at(s, w) : s->at;
    s->beside = UINT32_MAX;
    s->beside_focused = false;
    if (swap) {
        state_show(s, w, other);
        state_go_to(s, w, at);
    }
    state_layout(s, w);
}

static void swap(State *s, const World *w) {
    if (!compare_on(s)) {
        state_complain(s, str_of(_("There is no other side: o begins a comparison.")));
        return;
    }
    Position at = compare_beside_at(s, w);
    uint32_t other = s->beside;
    s->beside = s->replay;
    s->beside_focused = !s->beside_focused;
    state_show(s, w, other);
    state_go_to(s, w, at);
    state_layout(s, w);
}

/* ---- what to compare with ---- */

/* The run before this one, or the one that was undone; edit: only one with another text. */
static uint32_t run_before(const State *s, const World *w, bool edit) {
    const Replay *here = world_replay(w, s->replay);
    for (size_t k = 0; k < s->history_end; k++) {
        size_t back = s->history_at - 1 - k;
        size_t i = k < s->history_at ? back : k;
        uint32_t run = *LOG_AT(&s->history, uint32_t, i);
        if (run != s->replay && (!edit || !same_text(here, world_replay(w, run))))
            return run;
    }
    return UINT32_MAX;
}

static void compare_before(State *s, const World *w, bool edit) {
    uint32_t run = run_before(s, w, edit);
    if (run != UINT32_MAX)
        compare_show(s, w, run);
    else
        state_complain(s, str_of(edit ? _("Nothing was edited yet: e changes the program.")
                                      : _("There is no run before this one. Try :compare 1.0, "
                                          ":compare FILE or :compare LESSON.")));
}

/* "1.4": digits, a dot, digits. */
static bool is_version(Str text) {
    size_t dots = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '.')
            dots++;
        else if (text.at[i] < '0' || text.at[i] > '9')
            return false;
    }
    return dots == 1 && text.at[0] != '.' && text.at[text.len - 1] != '.';
}

static bool is_modelled(const World *w, Str version) {
    for (int i = 0; i < w->host->nreleases; i++)
        if (str_eq(w->host->releases[i], version))
            return true;
    return false;
}

static void compare_version(State *s, const World *w, Str version) {
    Attempt attempt = world_replay(w, s->replay)->attempt;
    if (!is_modelled(w, version)) {
        state_complain(
            s, str_printf(s->brief, _("TensorFlow %.*s is not modelled."), STR_ARG(version)));
        return;
    }
    attempt.tf = str_dup(s->brief, version);
    s->wish = (Wish){.kind = WISH_COMPARE, .attempt = attempt};
}

static void compare_with(State *s, const World *w, Str what) {
    bool edit = str_is(what, "edit");
    if (what.len == 0 && compare_on(s))
        compare_end(s, w);
    else if (what.len == 0 || edit)
        compare_before(s, w, edit);
    else if (is_version(what))
        compare_version(s, w, what);
    else
        s->wish = (Wish){.kind = WISH_COMPARE,
                         .attempt = world_replay(w, s->replay)->attempt,
                         .text = str_dup(s->brief, what)};
}

void compare_act(State *s, const World *w, Action a) {
    if (a.kind == ACTION_SWAP)
        swap(s, w);
    else
        compare_with(s, w, a.argument);
}

/* ---- the sides ---- */

/* The state as if the other run had the keys, but no pane of it has the focus. */
static State *state_beside_of(const State *s, Position at, Arena *scratch) {
    State *other = ARENA_NEW(scratch, State);
    *other = *s;
    other->replay = s->beside;
    other->beside = s->replay;
    other->at = at;
    other->focus = PANE_COUNT;
    other->selected = STR("");
    memcpy(other->layout.pane, s->layout.beside, sizeof other->layout.pane);
    return other;
}

Look compare_look(const State *s, const World *w, bool beside, Arena *scratch) {
    ComparePair p = pair_now(s, w, scratch);
    uint32_t run = beside ? s->beside : s->replay;
    Look l = {.state = s, .world = w, .at = s->at, .scratch = scratch, .together = p.together};
    l.replay = world_replay(w, run);
    l.second = p.second == run;
    if (beside) {
        l.at = other_in(s, &p);
        l.state = state_beside_of(s, l.at, scratch);
    }
    return l;
}

/* ---- what the sides are called ---- */

/* The lesson that a text is the program of; NULL when there is none. */
static const Lesson *lesson_of(const World *w, const Source *source) {
    size_t n;
    const Lesson *all = w->host->lessons(w->host, &n);
    for (size_t i = 0; all && i < n; i++)
        if (str_eq(all[i].program->text, source->text))
            return &all[i];
    return w->lesson;
}

/* Files without their folders; programs of lessons are all called alike: those by their lesson. */
static Str short_name(const World *w, const Source *source) {
    Str path = source->name;
    size_t from = path.len;
    while (from > 0 && path.at[from - 1] != '/')
        from--;
    Str name = str_sub(path, from, path.len);
    const Lesson *lesson = str_is(name, "program.py") ? lesson_of(w, source) : NULL;
    return lesson ? lesson->id : name;
}

/* Two texts of one file: which is the older one? */
static const char *which_edit(const State *s, const World *w, uint32_t run) {
    const Replay *x = world_replay(w, s->replay), *y = world_replay(w, s->beside);
    uint32_t first = s->replay < s->beside ? s->replay : s->beside;
    if (same_text(x, y) ||
        !str_eq(short_name(w, x->attempt.source), short_name(w, y->attempt.source)))
        return "";
    return run == first ? _("  before the edit") : _("  after the edit");
}

bool compare_is_other(const State *s, const World *w) {
    const Source *now = state_replay(s, w)->attempt.source;
    if (!compare_on(s) || !w->source || now == w->source)
        return false;
    return !str_eq(now->name, w->source->name) ||
           !str_eq(short_name(w, now), short_name(w, w->source));
}

Str compare_name(const State *s, const World *w, bool beside) {
    return short_name(w, world_replay(w, beside ? s->beside : s->replay)->attempt.source);
}

Str compare_which(const State *s, const World *w, bool beside, Arena *scratch) {
    uint32_t run = beside ? s->beside : s->replay;
    const Replay *here = world_replay(w, run);
    const Replay *there = world_replay(w, beside ? s->replay : s->beside);
    Sink out = sink_memory(scratch);
    if (!here->accepted)
        sink_z(&out, _("  not accepted"));
    sink_printf(&out, "  TF %.*s", STR_ARG(here->attempt.tf));
    if (here->trace->python != there->trace->python)
        sink_printf(&out, "  Python %d", here->trace->python);
    sink_z(&out, which_edit(s, w, run));
    return sink_str(&out);
}

Str compare_heading(const State *s, const World *w, bool beside, Arena *scratch) {
    return str_join2(scratch, compare_name(s, w, beside), compare_which(s, w, beside, scratch));
}

/* ---- words ---- */

static Str what_tells_apart(const State *s, const World *w, bool beside, Arena *scratch) {
    uint32_t run = beside ? s->beside : s->replay;
    const Replay *r = world_replay(w, run), *o = world_replay(w, beside ? s->replay : s->beside);
    Str edit = str_of(which_edit(s, w, run));
    if (!str_eq(compare_name(s, w, false), compare_name(s, w, true)))
        return compare_name(s, w, beside);
    if (!str_eq(r->attempt.tf, o->attempt.tf))
        return str_printf(scratch, "TF %.*s", STR_ARG(r->attempt.tf));
    if (r->trace->python != o->trace->python)
        return str_printf(scratch, "Python %d", r->trace->python);
    while (edit.len && edit.at[0] == ' ')
        edit = str_sub(edit, 1, edit.len);
    return edit;
}

enum { NAME_MOST = 24 }; /* columns of a run's name in a sentence */

TogetherNames compare_names(const State *s, const World *w, Arena *scratch) {
    TogetherNames n = {what_tells_apart(s, w, false, scratch),
                       what_tells_apart(s, w, true, scratch)};
    bool fit = wrap_columns(n.here) <= NAME_MOST && wrap_columns(n.beside) <= NAME_MOST;
    return fit ? n : (TogetherNames){0};
}

/* A text that is no program cannot be stepped with. */
static void put_not_accepted(Doc *d, Str name, const char *otherwise) {
    doc_line(d);
    doc_printf(d, ROLE_ERROR, _("%.*s: the text was not accepted, so nothing ran."),
               STR_ARG(name.len ? name : str_of(otherwise)));
}

Doc *compare_words(const State *s, const World *w, Arena *a) {
    TogetherNames names = compare_names(s, w, a);
    ComparePair p = pair_now(s, w, a);
    Doc *d = doc_make(a);
    if (!world_replay(w, s->replay)->accepted)
        put_not_accepted(d, names.here, _("here"));
    if (!world_replay(w, s->beside)->accepted)
        put_not_accepted(d, names.beside, _("beside"));
    return d->lines.count ? d : together_words(a, p.together, here_in(s, &p), names);
}

/* ---- drawing ---- */

static void draw_panes(const Look *l, const Rect *pane, Grid *g) {
    for (int p = 0; p < PANE_COUNT; p++)
        if (pane[p].rows > 0 && pane[p].cols > 0)
            pane_draw((Pane)p, l, pane[p], g);
}

/* There is more than fits: the key that shows all of it. */
static void draw_more(const Keymap *keys, Rect r, Grid *g, Arena *scratch) {
    Str key = keymap_label(keys, scratch, ACTION_WHY, 1);
    Str more = key.len ? str_printf(scratch, _(" ... %.*s shows all"), STR_ARG(key)) : STR(" ...");
    int cols = (int)wrap_columns(more);
    if (cols < r.cols)
        grid_put(g, r, r.row + r.rows - 1, r.col + r.cols - cols, more, ROLE_DIM, 0);
}

static void draw_words(const State *s, const World *w, const Keymap *keys, Grid *g,
                       Arena *scratch) {
    Rect r = s->layout.differs;
    if (r.rows <= 0 || r.cols <= 4)
        return;
    Doc *words = doc_make(scratch);
    doc_wrap(words, compare_words(s, w, scratch), (size_t)r.cols);
    int count = (int)words->lines.count;
    for (int i = 0; i < count && i < r.rows; i++)
        look_draw_line(words, (size_t)i, r, r.row + i, g);
    if (count > r.rows)
        draw_more(keys, r, g, scratch);
}

void compare_draw(const State *s, const World *w, const Keymap *keys, Grid *g, Arena *scratch) {
    if (!compare_on(s))
        return;
    Look other = compare_look(s, w, true, scratch), here = compare_look(s, w, false, scratch);
    draw_panes(&other, s->layout.beside, g);
    draw_panes(&here, s->layout.pane, g);
    draw_words(s, w, keys, g, scratch);
}
