/* html_text.c: the transcript of a page: what is read where scripts are off, printed, and found by
 * search engines. */
#include "base/text.h"
#include "base/utf8.h"
#include "export/html_inner.h"
#include "view/prose.h"

enum {
    STEPS_BYTES = 40000,    /* of HTML that steps may take */
    PROGRAM_BYTES = 100000, /* of the program's text */
    LINE_MOST = 500,        /* bytes of a line */
};

/* ---- text ---- */

void html_escape(Sink *out, Str text) {
    for (size_t i = 0; i < text.len;) {
        char room[SAFE_MOST];
        Str one = safe_next(text, &i, room);
        char c = one.len == 1 ? one.at[0] : 0;
        switch (c) {
        case '<': sink_z(out, "&lt;"); break;
        case '>': sink_z(out, "&gt;"); break;
        case '&': sink_z(out, "&amp;"); break;
        case '"': sink_z(out, "&quot;"); break;
        case '\'': sink_z(out, "&#39;"); break;
        default: sink_put(out, one);
        }
    }
}

static void put_cut(Sink *out, Str text) {
    size_t end = LINE_MOST;
    while (text.len > LINE_MOST && end > 0 && ((unsigned char)text.at[end] & 0xc0) == 0x80)
        end--;
    html_escape(out, str_sub(text, 0, text.len > LINE_MOST ? end : text.len));
    if (text.len > LINE_MOST)
        sink_z(out, " …");
}

static void put_element(Sink *out, const char *tag, Str text) {
    sink_printf(out, "<%s>", tag);
    put_cut(out, text);
    sink_printf(out, "</%s>\n", tag);
}

/* ---- docs as paragraphs ---- */

static void put_pieces(Sink *out, const Doc *d, const DocLine *line) {
    for (size_t i = 0; i < line->count; i++) {
        const DocPiece *p = LOG_AT(&d->pieces, DocPiece, line->first + i);
        bool code = p->role == ROLE_CODE;
        sink_z(out, code ? "<code>" : "");
        put_cut(out, p->text);
        sink_z(out, code ? "</code>" : "");
    }
}

static bool is_item(const Doc *d, const DocLine *line) {
    return line->count && str_starts(LOG_AT(&d->pieces, DocPiece, line->first)->text, STR("- "));
}

static bool is_block(const Doc *d, const DocLine *line) {
    const DocPiece *p = line->count ? LOG_AT(&d->pieces, DocPiece, line->first) : NULL;
    return p && p->role == ROLE_CODE && str_starts(p->text, STR("    "));
}

static void put_prose(Sink *out, Arena *a, Str text) {
    Doc *d = doc_make(a);
    prose_put(d, text);
    for (size_t i = 0; i < d->lines.count; i++) {
        const DocLine *line = LOG_AT(&d->lines, DocLine, i);
        const char *tag = is_block(d, line) ? "pre" : "p";
        if (line->count == 0)
            continue;
        sink_printf(out, "<%s%s>", tag, is_item(d, line) ? " class=\"item\"" : "");
        put_pieces(out, d, line);
        sink_printf(out, "</%s>\n", tag);
    }
}

static void put_doc(Sink *out, const Doc *d) {
    sink_z(out, "<pre>");
    for (size_t i = 0; i < d->lines.count; i++) {
        put_cut(out, doc_line_text(d, i, d->arena));
        sink_char(out, '\n');
    }
    sink_z(out, "</pre>\n");
}

/* ---- parts ---- */

typedef struct Transcript {
    const Exported *e;
    Sink *out;
    Arena *scratch;
    Walk walk;
} Transcript;

static void put_sections(Transcript *t, size_t k) {
    const Lesson *l = t->walk.lesson;
    const Teaching *teaching = t->walk.teaching;
    for (size_t i = 0; l && teaching && i < l->nsections && i < teaching->nsections; i++) {
        if (teaching->step[i] != k)
            continue;
        put_element(t->out, k ? "h3" : "h2", l->sections[i].title);
        put_prose(t->out, t->scratch, l->sections[i].text);
    }
}

static void put_program(Transcript *t) {
    Doc *d = doc_make(t->scratch);
    Str text = t->e->source->text;
    put_element(t->out, "h2", str_of(_("The program")));
    if (text.len > PROGRAM_BYTES) {
        put_element(t->out, "p", str_of(_("It is too long to be printed here.")));
        return;
    }
    walk_lines(&t->walk, d);
    put_doc(t->out, d);
}

static bool has_sections(const Transcript *t, size_t k) {
    const Teaching *teaching = t->walk.teaching;
    for (size_t i = 0; teaching && i < teaching->nsections; i++)
        if (teaching->step[i] == k)
            return true;
    return false;
}

static void put_step(Transcript *t, size_t k) {
    const Trace *trace = t->e->trace;
    Doc *d = doc_make(t->scratch);
    Moment from = trace_step_at(trace, k)->start, to = trace_step_end(trace, k);
    t->walk.why = why_into(t->scratch, t->e->why);
    if (to - from > 200)
        to = from + 200;
    story_part(d, trace, k, (StoryPart){from, to, false});
    walk_reasons(&t->walk, from, to, d);
    put_element(t->out, "h3", str_printf(t->scratch, _("Step %zu of %zu"), k, trace_steps(trace)));
    put_doc(t->out, d);
    put_sections(t, k);
}

/* Prose is never left out; steps are, when there are many. */
static void put_steps(Transcript *t) {
    size_t n = trace_steps(t->e->trace), left_out = 0, first = t->out->len;
    put_element(t->out, "h2", str_of(_("Step by step")));
    for (size_t k = 1; k <= n; k++) {
        bool room = t->out->len - first < STEPS_BYTES;
        if (story_worth_showing(t->e->trace, k) && room)
            put_step(t, k);
        else if (has_sections(t, k))
            put_sections(t, k);
        left_out += !room;
        arena_reset(t->scratch);
    }
    if (left_out)
        put_element(t->out, "p",
                    str_printf(t->scratch, _("%zu more steps are left out here."), left_out));
}

static void put_end(Transcript *t) {
    const Trace *trace = t->e->trace;
    put_element(t->out, "h2", str_of(_("The end")));
    put_element(t->out, "p", story_end(t->scratch, trace, story_end_line(trace)));
    if (trace->variables.count > 0 && trace->variables.count <= 500) {
        put_element(t->out, "h2", str_of(_("The variables")));
        put_doc(t->out, view_names(t->scratch, trace, MOMENT_END));
    }
}

static void put_language(const Exported *e, int language, Sink *out) {
    int has = e->lesson[language] ? language : 0;
    Transcript t = {e, out, arena_child(e->arena), {0}};
    t.walk = (Walk){.source = e->source,
                    .trace = e->trace,
                    .why = e->why,
                    .lesson = e->lesson[has],
                    .teaching = e->teaching[has]};
    e->speak(e->context, e->languages[language]);
    sink_printf(out, "<article lang=\"%s\">\n", e->languages[language]);
    put_element(out, "h1", e->lesson[has] ? e->lesson[has]->title : e->title);
    put_element(out, "p",
                str_printf(t.scratch, "%.*s, TensorFlow %.*s, Python %d", STR_ARG(e->source->name),
                           STR_ARG(e->trace->tf), e->trace->python));
    put_sections(&t, 0);
    put_program(&t);
    put_steps(&t);
    put_end(&t);
    sink_z(out, "</article>\n");
}

void html_transcript(const Exported *e, Sink *out) {
    for (int i = 0; i < LANGUAGES; i++)
        put_language(e, i, out);
    e->speak(e->context, e->languages[0]);
}
