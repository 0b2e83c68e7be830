/* walk.c: a plain walk through a program, step by step: the line, what it did, why, the tree of
 * names, values.
 *
 * It is what a pipe gets: everything is printed through. On a terminal the explorer opens. */
#include <stdio.h>

#include "base/text.h"
#include "cli/cli.h"
#include "lesson/lesson.h"
#include "view/view.h"

typedef struct Walk {
    const Cli *cli;
    const Trace *trace;
    const Why *why;       /* the reasons of what happens */
    const Lesson *lesson; /* or NULL */
    Arena *scratch;       /* of one step */
    bool *told;           /* [nsections] section was shown */
} Walk;

static void put(const Doc *d) {
    Sink out = sink_file(stdout);
    doc_put(d, &out);
}

static void put_rule(Doc *d, const char *title) {
    doc_line(d);
    doc_printf(d, ROLE_DIM, "-- %s ", title);
    for (size_t n = doc_columns(d); n < 72; n++)
        doc_add(d, ROLE_DIM, STR("-"));
}

/* ---- what is shown ---- */

static void put_section(Doc *d, const Section *s) {
    doc_line(d);
    doc_text(d, ROLE_TITLE, str_printf(d->arena, "# %.*s", STR_ARG(s->title)));
    doc_line(d);
    doc_text(d, ROLE_TEXT, s->text);
}

/* The sections whose moment is step k; unknown moments are shown at the end. */
static void put_sections(Walk *w, Doc *d, size_t k) {
    for (size_t i = 0; w->lesson && i < w->lesson->nsections; i++) {
        size_t step = trace_steps(w->trace);
        const Section *s = &w->lesson->sections[i];
        moment_step(w->trace, s->moment, &step);
        if (w->told[i] || step != k)
            continue;
        w->told[i] = true;
        put_section(d, s);
    }
}

static bool section_due(const Walk *w, size_t k) {
    for (size_t i = 0; w->lesson && i < w->lesson->nsections; i++) {
        size_t step = trace_steps(w->trace);
        moment_step(w->trace, w->lesson->sections[i].moment, &step);
        if (!w->told[i] && step == k)
            return true;
    }
    return false;
}

/* The lines of another doc, moved to the right. */
static void put_indented(Doc *d, const Doc *inner, const char *indent) {
    for (size_t i = 0; i < inner->lines.count; i++) {
        const DocLine *line = LOG_AT(&inner->lines, DocLine, i);
        doc_line(d);
        doc_add(d, ROLE_TEXT, str_of(indent));
        for (size_t p = 0; p < line->count; p++) {
            const DocPiece *piece = LOG_AT(&inner->pieces, DocPiece, line->first + p);
            doc_add(d, piece->role, piece->text);
        }
    }
}

static void put_heading(Doc *d, const char *heading) {
    doc_line(d);
    doc_printf(d, ROLE_TITLE, "  %s", heading);
}

static void put_reasons(Walk *w, Doc *d, size_t k) {
    Doc *reasons = doc_make(w->scratch);
    Moment end = trace_step_end(w->trace, k);
    for (Moment m = trace_step_at(w->trace, k)->start; m < end; m++)
        explain_event(reasons, w->why, m);
    if (reasons->lines.count == 0)
        return;
    put_heading(d, _("why:"));
    put_indented(d, reasons, "  ");
}

/* Does step k change what the tree shows? */
static bool tree_changes(const Trace *t, size_t k) {
    Moment end = trace_step_end(t, k);
    for (Moment m = trace_step_at(t, k)->start; m < end; m++) {
        EventKind kind = (EventKind)LOG_AT(&t->events, Event, m)->kind;
        if (kind == EVENT_NODE || kind == EVENT_SHARE || kind == EVENT_VALUE || kind == EVENT_GRAPH)
            return true;
    }
    return false;
}

static void put_state(Walk *w, Doc *d, size_t k) {
    Moment m = trace_step_end(w->trace, k);
    const TraceScope *scope = trace_scope_at(w->trace, m);
    if (tree_changes(w->trace, k)) {
        TreeOptions options = {w->cli->all, w->cli->ascii, trace_step_at(w->trace, k)->start,
                               UINT32_MAX};
        put_heading(d, _("names:"));
        put_indented(d, view_tree(w->scratch, w->trace, m, options), "    ");
    }
    if (scope && scope->parent) {
        put_heading(d, _("open scopes:"));
        view_scopes(d, w->trace, m);
    }
}

static void show_step(Walk *w, size_t k) {
    Doc *d = doc_make(w->scratch);
    char title[64];
    snprintf(title, sizeof title, _("step %zu of %zu"), k, trace_steps(w->trace));
    put_rule(d, title);
    story_step(d, w->trace, k);
    put_reasons(w, d, k);
    put_state(w, d, k);
    put_sections(w, d, k);
    put(d);
}

static void show_start(Walk *w) {
    Doc *d = doc_make(w->scratch);
    const TraceModule *m = LOG_AT(&w->trace->modules, TraceModule, 0);
    if (w->lesson)
        doc_printf(d, ROLE_TITLE, "%.*s", STR_ARG(w->lesson->title));
    doc_line(d);
    doc_printf(d, ROLE_DIM, "%.*s, TensorFlow %.*s, Python %d", STR_ARG(m->source->name),
               STR_ARG(w->trace->tf), w->trace->python);
    put_sections(w, d, 0);
    doc_line(d);
    for (uint32_t i = 1; i <= m->source->nlines; i++) {
        doc_line(d);
        doc_printf(d, ROLE_DIM, "%5u | ", i);
        doc_add(d, ROLE_CODE, source_line(m->source, i));
    }
    doc_line(d);
    put(d);
}

static void put_claim(Doc *d, const Claim *c, const Trace *t) {
    Str found;
    bool holds = claim_holds(d->arena, c, t, &found);
    doc_line(d);
    doc_printf(d, holds ? ROLE_GOOD : ROLE_ERROR, "  %s  ", holds ? _("right") : _("WRONG"));
    doc_add(d, ROLE_TEXT, c->claim.len ? c->claim : c->says);
    doc_line(d);
    doc_add(d, ROLE_DIM, STR("         "));
    doc_add(d, ROLE_TEXT, c->reason);
}

static void put_variables(Walk *w, Doc *d) {
    put_heading(d, _("the variables:"));
    put_indented(d, view_names(w->scratch, w->trace, MOMENT_END), "    ");
}

static void show_end(Walk *w) {
    Doc *d = doc_make(w->scratch);
    put_rule(d, _("the end"));
    if (w->trace->nodes.count > 0)
        put_variables(w, d);
    if (w->lesson && w->lesson->nclaims > 0) {
        doc_line(d);
        doc_printf(d, ROLE_TITLE, "%s", _("what the document says, and what TensorFlow does:"));
        for (size_t i = 0; i < w->lesson->nclaims; i++)
            if (w->lesson->claims[i].tf.len == 0)
                put_claim(d, &w->lesson->claims[i], w->trace);
    }
    put(d);
}

static bool worth_showing(const Walk *w, size_t k) {
    return w->cli->all || section_due(w, k) || story_worth_showing(w->trace, k);
}

int walk_program(const Cli *cli, const Loaded *loaded, const Lesson *lesson) {
    Walk w = {.cli = cli, .trace = loaded->trace, .lesson = lesson, .scratch = arena_new(0)};
    w.why = why_make(cli->arena, w.trace);
    w.told = ARENA_ARRAY(cli->arena, lesson ? lesson->nsections : 0, bool);
    show_start(&w);
    for (size_t k = 1; k <= trace_steps(w.trace); k++) {
        if (!worth_showing(&w, k))
            continue;
        show_step(&w, k);
        arena_reset(w.scratch);
    }
    show_end(&w);
    arena_free(w.scratch);
    return EXIT_DONE;
}
