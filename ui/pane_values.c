/* pane_values.c: what Python names hold, of the frame that runs and of those around it; what
 * variables hold; what the last session run fetched.
 *
 * The rows are sections, each a heading and its items; how many items there are is known without
 * looking at them, so a frame costs its rows. */
#include "base/text.h"
#include "ui/look.h"
#include "view/view.h"
#include "view/wrap.h"

enum { FRAMES_MOST = 16, SECTIONS = FRAMES_MOST + 4, CHANGES_MOST = 4096, CURRENT_MOST = 1000 };

typedef enum SectionKind {
    SECTION_NAMES,
    SECTION_MORE,
    SECTION_VARIABLES,
    SECTION_RUN
} SectionKind;

typedef struct Part {
    SectionKind kind;
    const TraceFrame *frame; /* of names */
    uint32_t depth;          /* how many frames run above it */
    size_t count;            /* items */
} Part;

typedef struct Sheet {
    const Look *look;
    const Trace *trace;
    Moment now, since;
    Part parts[SECTIONS];
    size_t nparts;
    const TraceRun *run; /* the last one; NULL */
    Log changed;         /* uint32_t: ids of objects that were changed since */
} Sheet;

/* ---- what there is ---- */

static void add_part(Sheet *s, Part part) {
    if (s->nparts < SECTIONS)
        s->parts[s->nparts++] = part;
}

static void add_names(Sheet *s, const TraceFrame *f, uint32_t depth) {
    size_t count = bound_names(look_gathered(s->look)->bound, f, s->now);
    if (count)
        add_part(s, (Part){SECTION_NAMES, f, depth, count});
}

/* The frame that runs, those that called it, the globals. */
static void add_frames(Sheet *s) {
    const TraceFrame *f = look_frame(s->look);
    const TraceFrame *globals = f ? bound_globals(look_gathered(s->look)->bound, f) : NULL;
    bool done = false;
    uint32_t depth = 0;
    for (; f && depth < FRAMES_MOST; f = look_caller(s->trace, f), depth++) {
        add_names(s, f, depth);
        done |= f == globals;
    }
    if (f && f != globals)
        add_part(s, (Part){SECTION_MORE, f, depth, 0});
    if (globals && !done)
        add_names(s, globals, depth + 1);
}

static void note_changes(Sheet *s) {
    Moment from = s->now - s->since > CHANGES_MOST ? s->now - CHANGES_MOST : s->since;
    for (Moment m = from; m < s->now; m++) {
        const Event *e = LOG_AT(&s->trace->events, Event, m);
        if (e->kind == EVENT_CHANGE)
            *LOG_PUSH(&s->changed, uint32_t) = e->arg;
    }
}

static Sheet sheet_of(const Look *l) {
    Sheet s = {.look = l, .trace = l->replay->trace, .now = l->at.moment};
    s.since = look_since(l) < s.now ? look_since(l) : s.now;
    s.changed = log_make(l->scratch, sizeof(uint32_t));
    if (!look_gathered(l) || l->at.step == 0)
        return s;
    note_changes(&s);
    add_frames(&s);
    size_t variables = bound_variables(look_gathered(l)->bound, s.now);
    if (variables)
        add_part(&s, (Part){SECTION_VARIABLES, NULL, 0, variables});
    s.run = bound_run(s.trace, s.now);
    if (s.run)
        add_part(&s, (Part){SECTION_RUN, NULL, 0, s.run->nfetches});
    return s;
}

/* ---- Python names ---- */

static bool same_value(Value x, Value y) {
    return x.kind == y.kind && (x.kind == VALUE_BOOL   ? x.as.boolean == y.as.boolean
                                : x.kind == VALUE_NONE ? true
                                                       : x.as.integer == y.as.integer);
}

static bool was_changed(const Sheet *s, Value v) {
    for (size_t i = 0; v.kind == VALUE_OBJECT && i < s->changed.count; i++)
        if (*LOG_AT(&s->changed, uint32_t, i) == v.as.object->id)
            return true;
    return false;
}

static Str value_text(Arena *a, Value v, Moment m) {
    Sink text = sink_memory(a);
    value_show(&text, v, m, 2);
    return sink_str(&text);
}

/* The frame of the other run that stands where this one does; NULL. */
static const TraceFrame *other_frame(const Trace *t, TogetherAt at, const Part *part) {
    const TraceFrame *f = look_frame_of(t, (Position){at.step, at.moment});
    bool module = str_is(name_str(part->frame->function), "<module>");
    while (f && (module ? f->parent != FRAME_NONE
                        : !str_eq(name_str(f->function), name_str(part->frame->function))))
        f = look_caller(t, f);
    return f;
}

static bool name_differs(const Sheet *s, const Part *part, Name name, Str text) {
    const Look *l = s->look;
    if (!l->together)
        return false;
    TogetherAt at = look_other(l);
    const Trace *t = together_trace(l->together, !l->second);
    const TraceFrame *f = other_frame(t, at, part);
    for (uint32_t i = 0; f && i < f->ncells; i++)
        if (f->names[i] && str_eq(name_str(f->names[i]), name_str(name)))
            return !str_eq(text,
                           value_text(l->scratch, trace_local_at(f, i, at.moment), at.moment));
    return true;
}

typedef enum Change { CHANGE_NONE, CHANGE_FRESH, CHANGE_OTHER } Change;

static Change name_change(const Sheet *s, const TraceFrame *f, uint32_t slot) {
    Value before = trace_local_at(f, slot, s->since), now = trace_local_at(f, slot, s->now);
    if (s->since == s->now)
        return CHANGE_NONE;
    if (before.kind == VALUE_UNBOUND)
        return now.kind == VALUE_UNBOUND ? CHANGE_NONE : CHANGE_FRESH;
    return !same_value(before, now) || was_changed(s, now) ? CHANGE_OTHER : CHANGE_NONE;
}

/* The window of a row behind its signs. */
static Cut begin_row(const Sheet *s, Doc *d, int cols, bool differs, Change change) {
    const Look *l = s->look;
    int side = l->state->view[PANE_VALUES].side, room = cols - look_differs_columns(l) - 2;
    doc_line(d);
    look_put_differs(l, d, differs);
    look_put_change(d, change == CHANGE_FRESH, change == CHANGE_OTHER);
    return cut_make(d, (size_t)(side > 0 ? side : 0), (size_t)(room > 0 ? room : 0));
}

static void put_name(const Sheet *s, const Part *part, size_t i, int cols, Doc *d) {
    const TraceFrame *f = part->frame;
    uint32_t slot = bound_slot(look_gathered(s->look)->bound, f, s->now, i);
    if (slot >= f->ncells)
        return;
    Value v = trace_local_at(f, slot, s->now);
    Str text = value_text(s->look->scratch, v, s->now);
    bool differs = name_differs(s, part, f->names[slot], text);
    Cut cut = begin_row(s, d, cols, differs, name_change(s, f, slot));
    cut_put(&cut, ROLE_TEXT, 0, name_str(f->names[slot]));
    cut_put(&cut, ROLE_DIM, 0, STR(" = "));
    cut_put(&cut, v.kind == VALUE_UNBOUND ? ROLE_DIM : ROLE_VALUE, 0, text);
}

/* ---- variables and fetches ---- */

static bool variable_differs(const Sheet *s, const BoundVariable *b, Str text) {
    const Look *l = s->look;
    if (!l->together)
        return false;
    const Trace *t = together_trace(l->together, !l->second);
    if (b->variable->index >= t->variables.count)
        return true;
    const TraceVariable *v = *LOG_AT(&t->variables, TraceVariable *, b->variable->index);
    const Tensor *value = trace_value_at(v, b->session, look_other(l).moment);
    return !str_eq(name_str(v->node->name), name_str(b->variable->node->name)) || !value ||
           !str_eq(text, view_value(l->scratch, value));
}

static void put_variable(const Sheet *s, size_t i, int cols, Doc *d) {
    const Bound *bound = look_gathered(s->look)->bound;
    const BoundVariable *b = bound_variable(bound, i);
    const Tensor *before = trace_value_at(b->variable, b->session, s->since);
    const Tensor *now = trace_value_at(b->variable, b->session, s->now);
    Str text = now ? view_value(s->look->scratch, now) : str_of(_("no value"));
    Change change = !before ? CHANGE_FRESH : before != now ? CHANGE_OTHER : CHANGE_NONE;
    Cut cut = begin_row(s, d, cols, variable_differs(s, b, text), change);
    cut_put(&cut, ROLE_VARIABLE, 0, name_str(b->variable->node->name));
    cut_put(&cut, ROLE_VARIABLE, 0, STR(":0"));
    cut_put(&cut, ROLE_DIM, 0, STR(" = "));
    cut_put(&cut, ROLE_VALUE, 0, text);
    if (bound_many_sessions(bound))
        cut_printf(&cut, ROLE_DIM, _("  (session %u)"), b->session + 1);
}

static void put_fetch(const Sheet *s, size_t i, int cols, Doc *d) {
    const TraceInput *fetch = &s->run->fetches[i];
    bool fresh = s->run->cause.moment >= s->since && s->since < s->now;
    Cut cut = begin_row(s, d, cols, false, fresh ? CHANGE_FRESH : CHANGE_NONE);
    if (!fetch->node)
        return;
    cut_put(&cut, ROLE_OP, 0, name_str(fetch->node->name));
    if (fetch->output == UINT32_MAX) {
        cut_put(&cut, ROLE_DIM, 0, str_of(_("  an operation: it has no value")));
        return;
    }
    cut_printf(&cut, ROLE_OP, ":%u", fetch->output);
    cut_put(&cut, ROLE_DIM, 0, STR(" = "));
    const Tensor *value = s->run->values[i];
    cut_put(&cut, value ? ROLE_VALUE : ROLE_DIM, 0,
            value ? view_value(s->look->scratch, value) : str_of(_("no value")));
}

/* ---- headings ---- */

static void put_heading(const Sheet *s, const Part *part, Doc *d) {
    doc_line(d);
    look_put_differs(s->look, d, false);
    switch (part->kind) {
    case SECTION_NAMES:
        if (str_is(name_str(part->frame->function), "<module>"))
            doc_add(d, ROLE_TITLE, str_of(_("names of the program")));
        else
            doc_printf(d, ROLE_TITLE, _("names of %s()"), part->frame->function->text);
        if (part->depth && part->frame->parent != FRAME_NONE)
            doc_add(d, ROLE_DIM, str_of(_("  which called it")));
        return;
    case SECTION_MORE: doc_add(d, ROLE_DIM, str_of(_("... and more calls around these"))); return;
    case SECTION_VARIABLES: doc_add(d, ROLE_TITLE, str_of(_("variables"))); return;
    case SECTION_RUN:
        doc_printf(d, ROLE_TITLE, _("session run, line %s"),
                   view_line(d->arena, s->trace, s->run->cause.site));
        return;
    }
}

/* ---- rows ---- */

static int64_t sheet_rows(const Sheet *s) {
    int64_t n = 0;
    for (size_t i = 0; i < s->nparts; i++)
        n += 1 + (int64_t)s->parts[i].count;
    return n;
}

/* The section of a row, and the item within it; -1 for its heading. */
static const Part *part_at(const Sheet *s, int64_t row, int64_t *item) {
    for (size_t i = 0; i < s->nparts; i++) {
        *item = row - 1;
        if (row <= (int64_t)s->parts[i].count)
            return &s->parts[i];
        row -= 1 + (int64_t)s->parts[i].count;
    }
    return NULL;
}

static void put_item(const Sheet *s, const Part *part, size_t i, int cols, Doc *d) {
    switch (part->kind) {
    case SECTION_NAMES: put_name(s, part, i, cols, d); return;
    case SECTION_VARIABLES: put_variable(s, i, cols, d); return;
    case SECTION_RUN: put_fetch(s, i, cols, d); return;
    case SECTION_MORE: return;
    }
}

static int64_t values_rows(const Look *l, int cols) {
    (void)cols;
    Sheet s = sheet_of(l);
    return sheet_rows(&s);
}

static void values_put(const Look *l, int cols, int64_t first, int64_t count, Doc *d) {
    Sheet s = sheet_of(l);
    int64_t n = sheet_rows(&s), item;
    for (int64_t row = first < 0 ? 0 : first; row < n && row - first < count; row++) {
        const Part *part = part_at(&s, row, &item);
        if (item < 0)
            put_heading(&s, part, d);
        else
            put_item(&s, part, (size_t)item, cols, d);
    }
}

/* The last name that was bound or changed in this step. */
static int64_t values_current(const Look *l, int cols) {
    (void)cols;
    Sheet s = sheet_of(l);
    int64_t n = sheet_rows(&s), item;
    for (int64_t row = n < CURRENT_MOST ? 0 : n - CURRENT_MOST; row < n; row++) {
        const Part *part = part_at(&s, row, &item);
        if (part->kind != SECTION_NAMES || item < 0)
            continue;
        uint32_t slot = bound_slot(look_gathered(l)->bound, part->frame, s.now, (size_t)item);
        if (slot < part->frame->ncells && name_change(&s, part->frame, slot) != CHANGE_NONE)
            return row;
    }
    return -1;
}

/* Enter on a variable selects it in the tree of names. */
static void values_enter(State *s, const World *w, int64_t row, int cols) {
    (void)cols;
    Arena *scratch = arena_new(0);
    Look l = look_make(s, w, scratch);
    Sheet sheet = sheet_of(&l);
    int64_t item = -1;
    const Part *part = row >= 0 ? part_at(&sheet, row, &item) : NULL;
    if (part && part->kind == SECTION_VARIABLES && item >= 0) {
        const BoundVariable *b = bound_variable(look_gathered(&l)->bound, (size_t)item);
        names_select(s, w, name_str(b->variable->node->name));
    }
    arena_free(scratch);
}

/* ---- what a row is about ---- */

static const Cell *cell_of(const TraceFrame *f, uint32_t slot) {
    const Cell *captured = f->captured ? f->captured[slot] : NULL;
    return captured ? captured : &f->cells[slot];
}

static ValueRow row_about(const Sheet *s, int64_t row) {
    int64_t item = -1;
    const Part *part = row >= 0 ? part_at(s, row, &item) : NULL;
    const Bound *bound = part ? look_gathered(s->look)->bound : NULL;
    if (!part || item < 0)
        return (ValueRow){0};
    if (part->kind == SECTION_VARIABLES)
        return (ValueRow){.variable = bound_variable(bound, (size_t)item)->variable};
    if (part->kind == SECTION_RUN && s->run->fetches[item].node)
        return (ValueRow){.variable = s->run->fetches[item].node->variable};
    if (part->kind != SECTION_NAMES)
        return (ValueRow){0};
    uint32_t slot = bound_slot(bound, part->frame, s->now, (size_t)item);
    return (ValueRow){.cell = slot < part->frame->ncells ? cell_of(part->frame, slot) : NULL};
}

bool values_selected(const State *s, const World *w, ValueRow *row) {
    Arena *scratch = arena_new(0);
    Look l = look_make(s, w, scratch);
    Sheet sheet = sheet_of(&l);
    *row = row_about(&sheet, s->view[PANE_VALUES].selected);
    arena_free(scratch);
    return row->variable || row->cell;
}

void values_select(State *s, const World *w, const ValueRow *row) {
    Arena *scratch = arena_new(0);
    Look l = look_make(s, w, scratch);
    Sheet sheet = sheet_of(&l);
    int64_t n = sheet_rows(&sheet);
    for (int64_t i = 0; i < n && i < CURRENT_MOST; i++) {
        ValueRow here = row_about(&sheet, i);
        if (here.cell != row->cell || here.variable != row->variable)
            continue;
        s->view[PANE_VALUES].selected = i;
        s->view[PANE_VALUES].follows = false;
        break;
    }
    arena_free(scratch);
}

const LinePane pane_values_lines = {values_rows, values_put, values_current, values_enter, NULL};
