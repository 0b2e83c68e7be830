#include "view/walk.h"

#include "base/text.h"
#include "view/prose.h"
#include "view/words.h"

enum { RULE_COLUMNS = 72 };

/* A line across: "-- title ----". */
static void put_rule(const Walk *w, Doc *d, const char *title) {
    doc_line(d);
    if (w->words) {
        doc_add(d, ROLE_TITLE, str_of(title));
        return;
    }
    doc_printf(d, ROLE_DIM, "-- %s ", title);
    for (size_t n = doc_columns(d); n < RULE_COLUMNS; n++)
        doc_add(d, ROLE_DIM, STR("-"));
}

static void put_heading(Doc *d, const char *heading) {
    doc_line(d);
    doc_printf(d, ROLE_TITLE, "  %s", heading);
}

/* The lines of another doc, moved to the right. */
static void put_indented(Doc *d, const Doc *inner, const char *indent) {
    for (size_t i = 0; i < inner->lines.count; i++) {
        doc_line(d);
        doc_add(d, ROLE_TEXT, str_of(indent));
        doc_append(d, inner, i);
    }
}

/* ---- prose ---- */

static void put_section(Doc *d, const Section *s) {
    doc_line(d);
    doc_text(d, ROLE_TITLE, str_printf(d->arena, "# %.*s", STR_ARG(s->title)));
    doc_line(d);
    prose_put_lines(d, s->text);
}

/* Moments that never come are due at the end. */
static bool section_due(const Walk *w, size_t section, size_t k) {
    return w->teaching && section < w->teaching->nsections && w->teaching->step[section] == k;
}

void walk_sections(const Walk *w, size_t k, Doc *d) {
    for (size_t i = 0; w->lesson && i < w->lesson->nsections; i++)
        if (section_due(w, i, k))
            put_section(d, &w->lesson->sections[i]);
}

static bool any_section_due(const Walk *w, size_t k) {
    for (size_t i = 0; w->lesson && i < w->lesson->nsections; i++)
        if (section_due(w, i, k))
            return true;
    return false;
}

/* ---- a step ---- */

/* Does step k have something to tell? */
static bool is_worth_telling(const Walk *w, size_t k) {
    return w->all || any_section_due(w, k) || story_worth_showing(w->trace, k);
}

void walk_reasons(const Walk *w, Moment from, Moment to, Doc *d) {
    Doc *reasons = doc_make(d->arena);
    for (Moment m = from; m < to; m++)
        explain_event(reasons, w->why, m);
    if (reasons->lines.count == 0)
        return;
    put_heading(d, _("why:"));
    put_indented(d, reasons, "  ");
}

/* The tree at m, as lines of words. */
static Doc *tree_words(const Walk *w, Moment since, Moment m, Arena *a) {
    Doc *d = doc_make(a);
    const TraceGraph *g = view_graph_at(w->trace, m);
    const Outline *o = g ? outline_make(a, g, trace_graph_nodes_at(g, m), w->all) : NULL;
    Changes *changes = o ? changes_make(a, w->trace, o, since, m) : NULL;
    WordsTree tree = {.outline = o, .moment = m, .changes = changes, .values = true};
    for (uint32_t i = 0; o && i < outline_count(o); i++)
        words_branch(d, &tree, i);
    return d;
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

static void put_tree(const Walk *w, size_t k, Doc *d) {
    if (!tree_changes(w->trace, k))
        return;
    Moment since = trace_step_at(w->trace, k)->start, m = trace_step_end(w->trace, k);
    TreeOptions options = {w->all, w->ascii, since, UINT32_MAX};
    put_heading(d, _("names:"));
    Doc *tree =
        w->words ? tree_words(w, since, m, d->arena) : view_tree(d->arena, w->trace, m, options);
    put_indented(d, tree, "    ");
}

void walk_scopes(const Walk *w, Moment m, Doc *d) {
    const TraceScope *scope = trace_scope_at(w->trace, m);
    if (!scope || !scope->parent)
        return;
    put_heading(d, _("open scopes:"));
    view_scopes(d, w->trace, m);
}

/* Step k: its line, what happened and why, names when they changed, open scopes, prose. */
static void put_step(const Walk *w, size_t k, Doc *d) {
    char title[64];
    snprintf(title, sizeof title, _("step %zu of %zu"), k, trace_steps(w->trace));
    put_rule(w, d, title);
    story_step(d, w->trace, k);
    walk_reasons(w, trace_step_at(w->trace, k)->start, trace_step_end(w->trace, k), d);
    put_tree(w, k, d);
    walk_scopes(w, trace_step_end(w->trace, k), d);
    walk_sections(w, k, d);
}

/* ---- before and behind the steps ---- */

void walk_lines(const Walk *w, Doc *d) {
    for (uint32_t i = 1; i <= w->source->nlines; i++) {
        doc_line(d);
        doc_printf(d, ROLE_DIM, "%5u | ", i);
        doc_add(d, ROLE_CODE, source_line(w->source, i));
    }
}

void walk_start(const Walk *w, Doc *d) {
    if (w->lesson)
        doc_printf(d, ROLE_TITLE, "%.*s", STR_ARG(w->lesson->title));
    doc_line(d);
    doc_printf(d, ROLE_DIM, "%.*s, TensorFlow %.*s, Python %d", STR_ARG(w->source->name),
               STR_ARG(w->trace->tf), w->trace->python);
    walk_sections(w, 0, d);
    doc_line(d);
    walk_lines(w, d);
    doc_line(d);
}

static void put_claim(Doc *d, const Claim *c, bool holds) {
    doc_line(d);
    doc_printf(d, holds ? ROLE_GOOD : ROLE_ERROR, "  %s  ", holds ? _("right") : _("WRONG"));
    doc_add(d, ROLE_TEXT, c->claim.len ? c->claim : c->says);
    doc_line(d);
    doc_add(d, ROLE_DIM, STR("         "));
    doc_add(d, ROLE_TEXT, c->reason);
}

/* Those that are about this version; of another one they say nothing. */
static void put_claims(const Walk *w, Doc *d) {
    bool headed = false;
    for (size_t i = 0; w->teaching && i < w->teaching->nclaims; i++) {
        if (w->lesson->claims[i].tf.len > 0 || !w->teaching->applies[i])
            continue;
        if (!headed) {
            doc_line(d);
            doc_printf(d, ROLE_TITLE, "%s", _("what the document says, and what TensorFlow does:"));
        }
        headed = true;
        put_claim(d, &w->lesson->claims[i], w->teaching->holds[i]);
    }
}

/* The variables, and what the lesson's document says of them. */
static void put_end(const Walk *w, Doc *d) {
    put_rule(w, d, _("the end"));
    if (w->trace->nodes.count > 0) {
        put_heading(d, _("the variables:"));
        put_indented(d, view_names(d->arena, w->trace, MOMENT_END), "    ");
    }
    if (w->lesson)
        put_claims(w, d);
}

static void put(const Walk *w, const Doc *d, Sink *out) {
    if (w->words)
        words_put(d, out);
    else
        doc_put(d, out);
}

/* Each part is written before the next one is made: a walk of many steps needs the memory of one.
 */
void walk_through(const Walk *w, Sink *out) {
    Arena *scratch = arena_new(0);
    Doc *d = doc_make(scratch);
    walk_start(w, d);
    put(w, d, out);
    for (size_t k = 1; k <= trace_steps(w->trace) && !out->failed; k++) {
        if (!is_worth_telling(w, k))
            continue;
        arena_reset(scratch);
        d = doc_make(scratch);
        put_step(w, k, d);
        put(w, d, out);
    }
    arena_reset(scratch);
    d = doc_make(scratch);
    put_end(w, d);
    put(w, d, out);
    arena_free(scratch);
}
