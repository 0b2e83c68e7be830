/* told.c: a run told from its first step to its last, for paper: a teacher hands it out, a student
 * hands it in. Questions stand where the explorer would ask them, before the step that answers
 * them; the answers stand at the end. */
#include "export/told.h"

#include "base/text.h"
#include "tutor/question.h"
#include "view/prose.h"
#include "view/view.h"

typedef struct Telling {
    const Exported *e;
    Paper *p;
    Arena *a;       /* of one part */
    size_t *place;  /* [nquestions] step after which each is asked */
    bool *comes;    /* [nquestions] */
    size_t asked;   /* so far */
    size_t *number; /* [nquestions] its number on paper, from 1; 0: not asked */
} Telling;

static const Lesson *lesson_of(const Telling *t) {
    return t->e->lesson[0];
}

/* ---- code ---- */

enum { LINES_AROUND = 2 };

static void put_source_line(Doc *d, const Source *s, uint32_t line, bool marked) {
    doc_line(d);
    doc_printf(d, ROLE_CODE, "%s %3u  ", marked ? ">" : " ", line);
    doc_add(d, ROLE_CODE, source_line(s, line));
}

static void put_program(Telling *t) {
    Doc *d = doc_make(t->a);
    paper_heading(t->p, 2, str_of(_("The program")));
    for (uint32_t i = 1; i <= t->e->source->nlines; i++)
        put_source_line(d, t->e->source, i, false);
    paper_code(t->p, d);
}

/* The line of a step in its surroundings. */
static void put_marked_line(Telling *t, size_t k) {
    const TraceModule *m;
    Span span;
    Doc *d = doc_make(t->a);
    if (!trace_span(t->e->trace, trace_step_at(t->e->trace, k)->site, &m, &span))
        return;
    uint32_t line = source_line_of(m->source, span.start);
    uint32_t first = line > LINES_AROUND ? line - LINES_AROUND : 1;
    for (uint32_t i = first; i <= line + LINES_AROUND && i <= m->source->nlines; i++)
        put_source_line(d, m->source, i, i == line);
    paper_code(t->p, d);
}

/* ---- prose ---- */

static bool is_due(const Telling *t, size_t section, size_t k) {
    const Teaching *teaching = t->e->teaching[0];
    return teaching && section < teaching->nsections && teaching->step[section] == k;
}

static bool any_due(const Telling *t, size_t k) {
    const Lesson *lesson = lesson_of(t);
    for (size_t i = 0; lesson && i < lesson->nsections; i++)
        if (is_due(t, i, k))
            return true;
    return false;
}

static void put_sections(Telling *t, size_t k) {
    const Lesson *lesson = lesson_of(t);
    for (size_t i = 0; lesson && i < lesson->nsections; i++) {
        if (!is_due(t, i, k))
            continue;
        paper_heading(t->p, 4, lesson->sections[i].title);
        paper_prose(t->p, lesson->sections[i].text);
    }
}

/* ---- questions ---- */

static void find_places(Telling *t) {
    const Lesson *lesson = lesson_of(t);
    size_t n = lesson ? lesson->nquestions : 0;
    t->place = ARENA_ARRAY(t->e->arena, n, size_t);
    t->number = ARENA_ARRAY(t->e->arena, n, size_t);
    t->comes = ARENA_ARRAY(t->e->arena, n, bool);
    for (size_t i = 0; i < n; i++)
        t->comes[i] = question_place(&lesson->questions[i], t->e->trace, &t->place[i]);
}

static bool any_asked(const Telling *t, size_t k) {
    for (size_t i = 0; lesson_of(t) && i < lesson_of(t)->nquestions; i++)
        if (t->comes[i] && t->place[i] == k)
            return true;
    return false;
}

static void put_choices(Telling *t, const Question *q) {
    Doc *d = doc_make(t->a);
    for (size_t i = 0; i < q->nchoices; i++) {
        doc_line(d);
        prose_add(d, ROLE_TEXT, q->choices[i].text);
    }
    for (int i = 0; q->kind == QUESTION_DEED && i < 3; i++) {
        doc_line(d);
        doc_add(d, ROLE_TEXT, str_of(question_deeds()[i]));
    }
    paper_items(t->p, d, true);
}

static void put_questions(Telling *t, size_t k) {
    for (size_t i = 0; lesson_of(t) && i < lesson_of(t)->nquestions; i++) {
        const Question *q = &lesson_of(t)->questions[i];
        if (!t->comes[i] || t->place[i] != k)
            continue;
        t->number[i] = ++t->asked;
        paper_heading(t->p, 4, str_printf(t->a, _("Question %zu"), t->asked));
        paper_prose(t->p, q->text);
        put_choices(t, q);
    }
}

/* What a choice says rather than its number. */
static Str answer_of(const Telling *t, const Question *q) {
    Str answer = question_answer(t->a, q, t->e->trace);
    for (size_t i = 0; i < q->nchoices; i++)
        if (q->choices[i].right && str_is(answer, str_printf(t->a, "%zu", i + 1).at))
            return str_printf(t->a, "(%zu) %.*s", i + 1, STR_ARG(q->choices[i].text));
    return str_printf(t->a, "`%.*s`", STR_ARG(answer));
}

static void put_answers(Telling *t) {
    const Lesson *lesson = lesson_of(t);
    if (t->asked == 0)
        return;
    paper_heading(t->p, 2, str_of(_("Answers")));
    for (size_t n = 1; n <= t->asked; n++)
        for (size_t i = 0; i < lesson->nquestions; i++) {
            if (t->number[i] != n)
                continue;
            paper_heading(t->p, 4, str_printf(t->a, _("Question %zu"), n));
            paper_prose(t->p, answer_of(t, &lesson->questions[i]));
            paper_prose(t->p, lesson->questions[i].right);
        }
}

/* ---- a step ---- */

static void put_reasons(Telling *t, size_t k) {
    Doc *d = doc_make(t->a);
    Moment end = trace_step_end(t->e->trace, k);
    for (Moment m = trace_step_at(t->e->trace, k)->start; m < end; m++)
        explain_event(d, t->e->why, m);
    if (d->lines.count == 0)
        return;
    paper_sentence(t->p, str_of(_("Why:")));
    paper_items(t->p, d, true);
}

/* The events of the step, without its line, which stands above. */
static void put_events(Telling *t, size_t k) {
    Doc *all = doc_make(t->a), *d = doc_make(t->a);
    story_step(all, t->e->trace, k);
    for (size_t i = 1; i < all->lines.count; i++) {
        doc_line(d);
        doc_append(d, all, i);
    }
    paper_code(t->p, d);
}

static void put_scopes(Telling *t, size_t k) {
    Moment m = trace_step_end(t->e->trace, k);
    const TraceScope *scope = trace_scope_at(t->e->trace, m);
    Doc *d = doc_make(t->a);
    if (!scope || !scope->parent)
        return;
    view_scopes(d, t->e->trace, m);
    paper_sentence(t->p, str_of(_("Open scopes:")));
    paper_code(t->p, d);
}

static bool is_worth_telling(const Telling *t, size_t k) {
    return story_worth_showing(t->e->trace, k) || any_due(t, k) || any_asked(t, k);
}

static void put_step(Telling *t, size_t k) {
    size_t steps = trace_steps(t->e->trace);
    paper_heading(t->p, 3, str_printf(t->a, _("Step %zu of %zu"), k, steps));
    put_marked_line(t, k);
    put_events(t, k);
    put_reasons(t, k);
    put_scopes(t, k);
    put_sections(t, k);
    put_questions(t, k);
}

/* ---- before and behind the steps ---- */

static void put_head(Telling *t) {
    const Trace *trace = t->e->trace;
    paper_heading(t->p, 1, t->e->title);
    paper_sentence(t->p, str_printf(t->a, _("%.*s, TensorFlow %.*s, Python %d, %zu steps"),
                                    STR_ARG(t->e->source->name), STR_ARG(trace->tf), trace->python,
                                    trace_steps(trace)));
    put_sections(t, 0);
    put_program(t);
    put_questions(t, 0);
}

static void put_names(Telling *t) {
    TreeOptions options = {false, t->e->ascii, MOMENT_END, UINT32_MAX};
    if (t->e->trace->nodes.count == 0)
        return;
    paper_heading(t->p, 2, str_of(_("The names")));
    paper_code(t->p, view_tree(t->a, t->e->trace, MOMENT_END, options));
    paper_heading(t->p, 2, str_of(_("The variables")));
    paper_code(t->p, view_names(t->a, t->e->trace, MOMENT_END));
}

static void put_output(Telling *t) {
    Doc *d = doc_make(t->a);
    for (size_t i = 0; i < t->e->trace->output.count; i++)
        doc_add(d, ROLE_CODE, LOG_AT(&t->e->trace->output, TraceOutputPiece, i)->text);
    if (t->e->trace->output.count == 0)
        return;
    paper_heading(t->p, 2, str_of(_("What it printed")));
    paper_code(t->p, d);
}

static void put_ending(Telling *t) {
    Doc *d = doc_make(t->a);
    Str end = t->e->trace->end == END_RAISED ? t->e->trace->traceback : t->e->trouble;
    if (end.len == 0)
        return;
    paper_heading(t->p, 2, str_of(_("How it ended")));
    doc_text(d, ROLE_ERROR, end);
    paper_code(t->p, d);
}

static void put_claim(Telling *t, const Claim *c, bool holds) {
    Str said = c->claim.len ? c->claim : c->says;
    paper_prose(t->p, str_printf(t->a, "%s: %.*s", holds ? _("Right") : _("Wrong"), STR_ARG(said)));
    paper_prose(t->p, c->reason);
}

static void put_claims(Telling *t) {
    const Teaching *teaching = t->e->teaching[0];
    bool any = false;
    for (size_t i = 0; teaching && i < teaching->nclaims; i++) {
        if (!teaching->applies[i])
            continue;
        if (!any)
            paper_heading(t->p, 2, str_of(_("What is said, and what TensorFlow does")));
        any = true;
        put_claim(t, &lesson_of(t)->claims[i], teaching->holds[i]);
    }
}

bool told_put(const Exported *e, Paper *p) {
    Telling t = {.e = e, .p = p, .a = arena_child(e->arena)};
    size_t steps = trace_steps(e->trace), left_out = 0;
    find_places(&t);
    put_head(&t);
    size_t full = p->room ? p->out->len + p->room : SIZE_MAX;
    for (size_t k = 1; k <= steps; k++) {
        if (!export_goes_on(e, k, steps) || p->out->failed)
            return false;
        arena_reset(t.a);
        if (p->out->len > full && !any_due(&t, k) && !any_asked(&t, k))
            left_out++;
        else if (is_worth_telling(&t, k))
            put_step(&t, k);
    }
    if (left_out)
        paper_sentence(p, str_printf(t.a, _("%zu more steps are left out here."), left_out));
    put_output(&t);
    put_ending(&t);
    put_names(&t);
    put_claims(&t);
    put_answers(&t);
    arena_reset(t.a);
    return !p->out->failed;
}

static bool put_paper(const Exported *e, Sink *out, bool markdown) {
    Paper p = paper_make(out, arena_child(e->arena), markdown);
    return told_put(e, &p);
}

bool export_txt(const Exported *e, Sink *out) {
    return put_paper(e, out, false);
}

bool export_md(const Exported *e, Sink *out) {
    return put_paper(e, out, true);
}
