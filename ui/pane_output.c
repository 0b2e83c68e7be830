/* pane_output.c: what the program printed so far, line by line, and at the end how the run ended.
 *
 * Lines are found by the index of printed.h; they are cut, never wrapped, so that row and line are
 * the same and a frame costs its rows. What stands below them is short and wrapped. */
#include "base/text.h"
#include "ui/look.h"
#include "view/wrap.h"

enum { SIGNS = 3 }; /* columns before a line: new, stderr, a blank */

static size_t printed_here(const Look *l) {
    const Gathered *g = look_gathered(l);
    return g ? printed_lines(g->printed, l->at.moment) : 0;
}

/* ---- how the run ended ---- */

static void put_blank(Doc *d) {
    if (d->lines.count)
        doc_line(d);
}

static void put_origin(const Trace *t, const TraceError *e, Doc *d) {
    if (!e->origin)
        return;
    doc_line(d);
    doc_printf(d, ROLE_VARIABLE, "  %s:0", e->origin->node->name->text);
    doc_printf(d, ROLE_TEXT, _(" was made by line %s"),
               view_line(d->arena, t, e->origin->cause.site));
}

static Str first_line(Str text) {
    ptrdiff_t end = str_find(text, STR("\n"), 0);
    return end < 0 ? text : str_sub(text, 0, (size_t)end);
}

/* The error that ended the run, in short: the traceback above has all of it. */
static void put_error(const Look *l, Doc *d) {
    const Trace *t = l->replay->trace;
    if (t->end != END_RAISED || t->errors.count == 0)
        return;
    const TraceError *e = *LOG_AT(&t->errors, TraceError *, t->errors.count - 1);
    uint32_t line = trace_line(t, e->cause.site);
    put_blank(d);
    doc_line(d);
    doc_add(d, ROLE_ERROR, STR("! "));
    if (line)
        doc_printf(d, ROLE_ERROR, _("line %s: "), view_line(d->arena, t, e->cause.site));
    doc_printf(d, ROLE_ERROR, "%s", e->type->text);
    if (e->message.len)
        doc_add(d, ROLE_TEXT, STR(": "));
    doc_add(d, ROLE_TEXT, first_line(e->message));
    put_origin(t, e, d);
}

static void put_exit(const Look *l, Doc *d) {
    const Trace *t = l->replay->trace;
    if (t->end != END_EXIT)
        return;
    put_blank(d);
    doc_line(d);
    doc_printf(d, ROLE_DIM, _("the program left by itself, with status %d"), t->exit_status);
}

static Str trimmed(Str s) {
    while (s.len > 0 && s.at[s.len - 1] == '\n')
        s.len--;
    return s;
}

/* "! line 3: expected ':'" and its hint; the program's pane shows the place. */
static void put_diag(const Source *source, const Diag *diag, Doc *d) {
    doc_line(d);
    doc_add(d, ROLE_ERROR, STR("! "));
    if (source)
        doc_printf(d, ROLE_ERROR, _("line %u: "), source_line_of(source, diag->span.start));
    doc_add(d, ROLE_TEXT, diag->message);
    if (!diag->hint.len)
        return;
    doc_line(d);
    doc_printf(d, ROLE_DIM, "  %s ", _("hint:"));
    doc_add(d, ROLE_TEXT, diag->hint);
}

/* What was found wrong, or how the run was stopped, as sentences. */
static void put_trouble(const Replay *r, Doc *d) {
    bool known = r->diags && r->diags->count > 0;
    if (known || r->trouble.len)
        put_blank(d);
    for (size_t i = 0; known && i < r->diags->count; i++)
        put_diag(r->diags->source, &r->diags->at[i], d);
    if (known || !r->trouble.len)
        return;
    doc_line(d);
    doc_add(d, ROLE_ERROR, STR("! "));
    doc_add(d, ROLE_TEXT, trimmed(r->trouble));
}

static void put_end(const Look *l, int cols, Doc *d) {
    (void)cols;
    const Replay *r = l->replay;
    if (r->accepted && !look_at_end(l))
        return;
    put_trouble(r, d);
    if (r->traceback.len) {
        put_blank(d);
        doc_text(d, ROLE_DIM, trimmed(r->traceback));
    }
    put_error(l, d);
    put_exit(l, d);
}

/* ---- lines ---- */

enum { PARTS_MOST = 64 };

static bool is_error(const Printed *p, size_t line, Moment m) {
    PrintedWalk w = printed_line(p, line, m);
    PrintedPart part;
    for (int i = 0; i < PARTS_MOST && printed_next(&w, &part); i++)
        if (part.error)
            return true;
    return false;
}

static void put_line(const Look *l, int cols, size_t line, Doc *d) {
    const Printed *p = look_gathered(l)->printed;
    int side = l->state->view[PANE_OUTPUT].side;
    TogetherAt here = {l->second, l->at.step, l->at.moment};
    bool differs = l->together && together_output(l->together, here, line) != DIFFERS_NOT;
    doc_line(d);
    look_put_differs(l, d, differs);
    bool fresh = printed_since(p, line, l->at.moment, look_since(l));
    look_put_sign(d, fresh, ROLE_NEW, STR("+"));
    look_put_sign(d, is_error(p, line, l->at.moment), ROLE_ERROR, STR("!"));
    doc_add(d, ROLE_TEXT, STR(" "));
    int room = cols - SIGNS - look_differs_columns(l);
    Cut cut = cut_make(d, (size_t)(side > 0 ? side : 0), (size_t)(room > 0 ? room : 0));
    PrintedWalk w = printed_line(p, line, l->at.moment);
    PrintedPart part;
    while (!cut_full(&cut) && printed_next(&w, &part))
        cut_put(&cut, part.error ? ROLE_ERROR : ROLE_TEXT, 0, part.text);
}

static Doc *end_rows(const Look *l, int cols) {
    return look_whole(l, put_end, cols);
}

static int64_t output_rows(const Look *l, int cols) {
    int64_t n = (int64_t)printed_here(l), more = (int64_t)end_rows(l, cols)->lines.count;
    return n + more + (n > 0 && more > 0);
}

static void output_put(const Look *l, int cols, int64_t first, int64_t count, Doc *d) {
    int64_t printed = (int64_t)printed_here(l), end = first + count;
    int64_t row = first < 0 ? 0 : first;
    for (; row < end && row < printed; row++)
        put_line(l, cols, (size_t)row, d);
    if (row >= end)
        return;
    Doc *rows = end_rows(l, cols);
    if (printed > 0 && rows->lines.count > 0 && row == printed) {
        doc_line(d);
        row++;
    }
    int64_t blank = printed > 0;
    if (row < end && row - printed - blank >= 0)
        doc_lines(d, rows, (size_t)(row - printed - blank), (size_t)(end - row));
}

/* Follows the end: what was printed last, and how the run ended. Of what was found wrong with a
 * text the first comes first. */
static int64_t output_current(const Look *l, int cols) {
    return l->replay->accepted ? output_rows(l, cols) - 1 : 0;
}

/* ---- Enter: to the step that printed the line ---- */

static void output_enter(State *s, const World *w, int64_t row, int cols) {
    (void)cols;
    Arena *scratch = arena_new(0);
    Look l = look_make(s, w, scratch);
    PrintedPart part;
    if (row >= 0 && row < (int64_t)printed_here(&l)) {
        PrintedWalk walk = printed_line(look_gathered(&l)->printed, (size_t)row, s->at.moment);
        if (printed_next(&walk, &part))
            state_go(s, w, trace_step_of(l.replay->trace, part.moment));
    }
    arena_free(scratch);
}

const LinePane pane_output_lines = {output_rows, output_put, output_current, output_enter, NULL};
