/* pane_program.c: the program's text with what ran, what runs next, where the run stopped, and what
 * was found wrong with a text that is not accepted.
 *
 * A row is a line of the text or a sentence below one. Sentences are few (diagnostics are kept up
 * to a hundred), so a frame costs its rows, however long the text is; a long line costs as much as
 * is seen of it and of what stands left of that. */
#include "base/grid.h"
#include "base/text.h"
#include "ui/look.h"
#include "view/wrap.h"

enum { LOOKED_BACK = 4096, RANGES = 100, MESSAGE_MOST = 160 };

/* A sentence below a line. */
typedef struct Note {
    uint32_t line;
    size_t row, rows; /* in Page.notes_text */
} Note;

/* Bytes that stand out. */
typedef struct Range {
    Span span;
    Role role;
} Range;

/* What there is to show at a position. */
typedef struct Page {
    const Look *look;
    const Source *source;
    const TraceModule *module; /* NULL for a text that was not accepted */
    uint32_t ran, next, error; /* lines; 0: none in this source */
    Range ranges[RANGES];
    size_t nranges;
    Log notes; /* Note, by line */
    Doc *notes_text;
    int numbers; /* columns of the line numbers, with a blank; 0: off */
    int gutter;  /* columns before the text */
} Page;

/* ---- what ran, what runs next ---- */

/* The step's event that tells most of what it did: where a learner looks. */
static bool tells_most(EventKind kind) {
    switch (kind) {
    case EVENT_OUTPUT:
    case EVENT_NODE:
    case EVENT_VARIABLE:
    case EVENT_SHARE:
    case EVENT_ENTER:
    case EVENT_REUSE:
    case EVENT_DEFAULTS:
    case EVENT_RUN:
    case EVENT_RAISE: return true;
    case EVENT_LEAVE: /* with the last line of the block, which did more than that */
    case EVENT_BIND:
    case EVENT_UNBIND:
    case EVENT_CHANGE:
    case EVENT_CALL:
    case EVENT_RETURN:
    case EVENT_RESUME:
    case EVENT_SHAPE:
    case EVENT_GRAPH:
    case EVENT_COLLECT:
    case EVENT_VALUE:
    case EVENT_CATCH:
    case EVENT_COUNT: return false;
    }
    return false;
}

static uint32_t site_of(const Event *e) {
    return e->site == 0xffffff ? SITE_NONE : e->site;
}

/* The site of the event that is looked at: inside a step the last one, at its end the one that
 * tells most. */
static uint32_t event_site(const Trace *t, Position at) {
    Moment start = trace_step_at(t, at.step)->start, m = at.moment;
    if (m <= start)
        return SITE_NONE;
    if (position_inside(t, at))
        return site_of(LOG_AT(&t->events, Event, m - 1));
    for (Moment seen = 0; m > start && seen < LOOKED_BACK; m--, seen++) {
        const Event *e = LOG_AT(&t->events, Event, m - 1);
        if (tells_most((EventKind)e->kind))
            return site_of(e);
    }
    return site_of(LOG_AT(&t->events, Event, at.moment - 1));
}

/* The line that a site has in the source that is shown, 0 when it is elsewhere. */
static uint32_t line_here(const Page *p, uint32_t site) {
    const TraceModule *module;
    Span span;
    if (site == SITE_NONE || !trace_span(p->look->replay->trace, site, &module, &span) ||
        module != p->module)
        return 0;
    return source_line_of(p->source, span.start);
}

static void add_range(Page *p, Span span, Role role) {
    if (p->nranges < RANGES && span.end > span.start)
        p->ranges[p->nranges++] = (Range){span, role};
}

static uint32_t shown_site(const Trace *t, Position at) {
    if (trace_steps(t) == 0)
        return SITE_NONE;
    return trace_step_at(t, at.step ? at.step : 1)->site;
}

static void find_source(Page *p) {
    const Trace *t = p->look->replay->trace;
    Span span;
    p->source = p->look->replay->attempt.source;
    if (trace_span(t, shown_site(t, p->look->at), &p->module, &span))
        p->source = p->module->source;
    else if (t->modules.count)
        p->module = LOG_AT(&t->modules, TraceModule, 0);
}

static void find_ran(Page *p) {
    const Trace *t = p->look->replay->trace;
    Position at = p->look->at;
    const TraceModule *module;
    Span span;
    uint32_t site = at.step ? event_site(t, at) : SITE_NONE;
    bool inside = position_inside(t, at);
    if (at.step && !inside)
        p->ran = line_here(p, trace_step_at(t, at.step)->site);
    if (inside)
        p->next = line_here(p, site);
    else if (at.step < trace_steps(t))
        p->next = line_here(p, trace_step_at(t, at.step + 1)->site);
    if (site != SITE_NONE && trace_span(t, site, &module, &span) && module == p->module)
        add_range(p, span, ROLE_HERE);
}

/* ---- errors and notes ---- */

static void add_note(Page *p, uint32_t line, Role role, Str sentence, int cols) {
    Doc *text = doc_make(p->look->scratch);
    size_t before = p->notes_text->lines.count;
    if (!sentence.len)
        return;
    doc_text(text, role, sentence);
    doc_wrap(p->notes_text, text, (size_t)(cols > 8 ? cols : 8));
    *LOG_PUSH(&p->notes, Note) = (Note){line, before, p->notes_text->lines.count - before};
}

static void add_diag(Page *p, const Diag *diag, int cols) {
    uint32_t line = source_line_of(p->source, diag->span.start);
    Arena *a = p->look->scratch;
    Str sign = look_sign(p->look, "└ ", "` ");
    add_range(p, diag->span, ROLE_ERROR);
    add_note(p, line, ROLE_ERROR, str_join2(a, sign, diag->message), cols);
    if (diag->hint.len)
        add_note(p, line, ROLE_TEXT, str_printf(a, "  %s %.*s", _("hint:"), STR_ARG(diag->hint)),
                 cols);
    if (!p->error)
        p->error = line;
}

/* What was found wrong; of a run that was refused on its way only at its end. */
static void add_diags(Page *p, int cols) {
    const Replay *r = p->look->replay;
    bool due = !r->accepted || look_at_end(p->look);
    for (size_t i = 0; r->diags && due && i < r->diags->count; i++)
        if (!r->diags->source || r->diags->source == p->source)
            add_diag(p, &r->diags->at[i], cols);
}

/* The last error that was raised in this step before the position; NULL. */
static const TraceError *error_here(const Look *l) {
    const Trace *t = l->replay->trace;
    size_t n = trace_errors_at(t, l->at.moment);
    const TraceError *e = n ? *LOG_AT(&t->errors, TraceError *, n - 1) : NULL;
    return e && l->at.step && e->cause.moment >= trace_step_at(t, l->at.step)->start ? e : NULL;
}

/* The first line of a message, or what a few rows hold of it. */
static Str in_short(Arena *a, Str text) {
    ptrdiff_t end = str_find(text, STR("\n"), 0);
    Str line = end < 0 ? text : str_sub(text, 0, (size_t)end);
    size_t cut = MESSAGE_MOST;
    if (line.len <= cut)
        return line;
    while (cut > 0 && ((unsigned char)line.at[cut] & 0xc0) == 0x80)
        cut--;
    return str_join2(a, str_sub(line, 0, cut), STR(" ..."));
}

static void find_error(Page *p, int cols) {
    const Trace *t = p->look->replay->trace;
    const TraceError *e = error_here(p->look);
    if (e) {
        p->error = line_here(p, e->cause.site);
        Str sign = look_sign(p->look, "└ ", "` ");
        if (p->error)
            add_note(p, p->error, ROLE_ERROR,
                     str_printf(p->look->scratch, "%.*s%s: %.*s", STR_ARG(sign), e->type->text,
                                STR_ARG(in_short(p->look->scratch, e->message))),
                     cols);
    } else if (look_at_end(p->look) && t->end == END_REFUSED) {
        p->error = line_here(p, t->refusal_site);
    } else if (look_at_end(p->look) && t->end == END_BUDGET) {
        p->error = p->ran;
    }
}

/* By line; those of one line stay in their order. */
static void sort_notes(Page *p) {
    for (size_t i = 1; i < p->notes.count; i++) {
        Note note = *LOG_AT(&p->notes, Note, i);
        size_t k = i;
        for (; k > 0 && LOG_AT(&p->notes, Note, k - 1)->line > note.line; k--)
            *LOG_AT(&p->notes, Note, k) = *LOG_AT(&p->notes, Note, k - 1);
        *LOG_AT(&p->notes, Note, k) = note;
    }
}

/* ---- the page ---- */

static int digits(uint32_t n) {
    int d = 1;
    for (; n >= 10; n /= 10)
        d++;
    return d;
}

enum { MARKS = 3 }; /* columns: stop mark, ran or error, next */

static Page page_of(const Look *l, int cols) {
    Page p = {.look = l, .notes = log_make(l->scratch, sizeof(Note))};
    p.notes_text = doc_make(l->scratch);
    find_source(&p);
    find_ran(&p);
    if (l->state->numbers)
        p.numbers = (digits(p.source->nlines) < 2 ? 2 : digits(p.source->nlines)) + 1;
    p.gutter = look_differs_columns(l) + MARKS + p.numbers;
    find_error(&p, cols - p.gutter);
    add_diags(&p, cols - p.gutter);
    sort_notes(&p);
    return p;
}

/* A program of several modules says which one is shown. */
static int64_t head_rows(const Page *p) {
    return p->look->replay->trace->modules.count > 1;
}

static int64_t row_count(const Page *p) {
    return head_rows(p) + p->source->nlines + (int64_t)p->notes_text->lines.count;
}

/* What stands in a row: a line, or a row of notes_text when line is 0. */
typedef struct RowAt {
    uint32_t line;
    size_t note;
} RowAt;

static RowAt row_at(const Page *p, int64_t row) {
    int64_t passed = 0; /* rows of notes before */
    row -= head_rows(p);
    for (size_t i = 0; i < p->notes.count; i++) {
        const Note *n = LOG_AT(&p->notes, Note, i);
        int64_t first = (int64_t)n->line + passed;
        if (row < first)
            break;
        if (row < first + (int64_t)n->rows)
            return (RowAt){0, n->row + (size_t)(row - first)};
        passed += (int64_t)n->rows;
    }
    return (RowAt){(uint32_t)(row - passed) + 1, 0};
}

static int64_t row_of_line(const Page *p, uint32_t line) {
    int64_t row = head_rows(p) + line - 1;
    for (size_t i = 0; i < p->notes.count; i++) {
        const Note *n = LOG_AT(&p->notes, Note, i);
        row += n->line < line ? (int64_t)n->rows : 0;
    }
    return row;
}

/* ---- putting ---- */

/* Is there something wrong with a line? */
static bool has_failed(const Page *p, uint32_t line) {
    for (size_t i = 0; i < p->notes.count; i++)
        if (LOG_AT(&p->notes, Note, i)->line == line)
            return true;
    return p->error == line;
}

static void put_marks(const Page *p, Doc *d, uint32_t line) {
    const Look *l = p->look;
    bool stop = state_stops_at(l->state, line);
    bool failed = has_failed(p, line), ran = p->ran == line, next = p->next == line;
    look_put_sign(d, stop, ROLE_KEY, look_sign(l, "●", "o"));
    look_put_sign(d, failed || ran, failed ? ROLE_ERROR : ROLE_HERE,
                  failed ? STR("!") : look_sign(l, "✓", "*"));
    look_put_sign(d, next, ROLE_NEXT, look_sign(l, "▸", ">"));
    if (p->numbers)
        doc_printf(d, ROLE_DIM, "%*u ", p->numbers - 1, line);
}

/* The next place of a line where a range begins or ends, and what holds from `at` on until there.
 */
static uint32_t next_edge(const Page *p, uint32_t at, uint32_t end, const Range **inside) {
    uint32_t edge = end;
    *inside = NULL;
    for (size_t i = 0; i < p->nranges; i++) {
        const Range *r = &p->ranges[i];
        if (r->span.start <= at && at < r->span.end) {
            *inside = r;
            edge = r->span.end < edge ? r->span.end : edge;
        } else if (r->span.start > at && r->span.start < edge) {
            edge = r->span.start;
        }
    }
    return edge;
}

static void put_text(const Page *p, Doc *d, uint32_t line, int cols) {
    int side = p->look->state->view[PANE_PROGRAM].side;
    Cut cut = cut_make(d, (size_t)(side > 0 ? side : 0), (size_t)(cols > 0 ? cols : 0));
    uint32_t at = p->source->line_start[line - 1];
    uint32_t end = at + (uint32_t)source_line(p->source, line).len;
    while (at < end && !cut_full(&cut)) {
        const Range *inside;
        uint32_t edge = next_edge(p, at, end, &inside);
        Str text = source_span(p->source, (Span){at, edge});
        cut_put(&cut,
                inside            ? inside->role
                : p->next == line ? ROLE_NEXT
                                  : ROLE_CODE,
                inside ? LOOK_UNDERLINE : 0, text);
        at = edge;
    }
}

static void put_line(const Page *p, Doc *d, uint32_t line, int cols) {
    const Look *l = p->look;
    doc_line(d);
    look_put_differs(l, d, l->together && together_line_differs(l->together, l->second, line));
    put_marks(p, d, line);
    put_text(p, d, line, cols - p->gutter);
}

static void put_note(const Page *p, Doc *d, size_t row) {
    doc_line(d);
    doc_add(d, ROLE_TEXT, str_printf(d->arena, "%*s", p->gutter, ""));
    doc_append(d, p->notes_text, row);
}

static int64_t program_rows(const Look *l, int cols) {
    Page p = page_of(l, cols);
    return row_count(&p);
}

static void program_put(const Look *l, int cols, int64_t first, int64_t count, Doc *d) {
    Page p = page_of(l, cols);
    int64_t n = row_count(&p);
    for (int64_t row = first; row < n && row - first < count; row++) {
        RowAt at = row_at(&p, row);
        if (row < head_rows(&p)) {
            doc_line(d);
            doc_add(d, ROLE_TITLE, p.source->name);
        } else if (at.line) {
            put_line(&p, d, at.line, cols);
        } else {
            put_note(&p, d, at.note);
        }
    }
}

static int64_t program_current(const Look *l, int cols) {
    Page p = page_of(l, cols);
    uint32_t line = p.next ? p.next : p.error ? p.error : p.ran;
    return line ? row_of_line(&p, line) : -1;
}

/* What ran is seen with what runs next. */
static int64_t program_before(const Look *l, int cols) {
    Page p = page_of(l, cols);
    return p.next && p.ran ? row_of_line(&p, p.ran) : -1;
}

/* ---- Enter: to the step in which the line runs ---- */

/* The bytes of a line. */
static Span line_span(const Source *s, uint32_t line) {
    return (Span){s->line_start[line - 1], s->line_start[line]};
}

static bool step_is_on(const Trace *t, size_t step, const TraceModule *m, Span line) {
    uint32_t site = trace_step_at(t, step)->site;
    if (site < m->first_site || site - m->first_site >= m->nsites)
        return false;
    uint32_t start = m->spans[site - m->first_site].start;
    return start >= line.start && start < line.end;
}

/* The next step that runs the line, else the first one; 0: it never runs. */
static size_t step_of_line(const Page *p, uint32_t line, size_t after) {
    const Trace *t = p->look->replay->trace;
    Span span = line_span(p->source, line);
    size_t n = trace_steps(t);
    for (size_t i = 1; p->module && i <= n; i++) {
        size_t step = (after + i - 1) % n + 1;
        if (step_is_on(t, step, p->module, span))
            return step;
    }
    return 0;
}

uint32_t program_line(const State *s, const World *w, int64_t row) {
    Arena *scratch = arena_new(0);
    Look l = look_make(s, w, scratch);
    Page p = page_of(&l, s->layout.pane[PANE_PROGRAM].cols);
    uint32_t line = row >= head_rows(&p) && row < row_count(&p) ? row_at(&p, row).line : 0;
    arena_free(scratch);
    return line;
}

static void program_enter(State *s, const World *w, int64_t row, int cols) {
    Arena *scratch = arena_new(0);
    Look l = look_make(s, w, scratch);
    Page p = page_of(&l, cols);
    RowAt at = row >= head_rows(&p) && row < row_count(&p) ? row_at(&p, row) : (RowAt){0};
    size_t step = at.line ? step_of_line(&p, at.line, s->at.step) : 0;
    if (step)
        state_go(s, w, step);
    else if (at.line)
        state_say(s, str_of(_("this line never runs")));
    arena_free(scratch);
}

const LinePane pane_program_lines = {program_rows, program_put, program_current, program_enter,
                                     program_before};
