/* pane_lesson.c: the prose of the lesson that is due at the position, which sections are to come,
 * and at the end what the document says beside what TensorFlow does. */
#include "base/text.h"
#include "ui/learn.h"
#include "ui/look.h"
#include "view/prose.h"
#include "view/wrap.h"

/* ---- sections ---- */

static const Lesson *lesson_of(const Look *l) {
    return l->world->lesson;
}

static size_t section_count(const Look *l) {
    const Teaching *t = l->replay->teaching;
    size_t n = lesson_of(l)->nsections;
    return !t ? 0 : t->nsections < n ? t->nsections : n;
}

static void put_due(const Look *l, Doc *d) {
    const Lesson *lesson = lesson_of(l);
    ptrdiff_t due = l->replay->teaching ? teaching_due(l->replay->teaching, l->at.step) : -1;
    doc_line(d);
    doc_add(d, ROLE_TITLE, lesson->title);
    if (due < 0 || (size_t)due >= section_count(l))
        return;
    const Section *s = &lesson->sections[due];
    doc_line(d);
    doc_line(d);
    doc_printf(d, ROLE_DIM, "%zd/%zu ", due + 1, section_count(l));
    prose_add(d, ROLE_TITLE, s->title);
    prose_put(d, s->text);
}

/* The title of what comes behind a question that waits may be its answer. */
static void put_coming(const Look *l, Doc *d) {
    const Teaching *t = l->replay->teaching;
    size_t horizon = learn_horizon(l->state, l->world);
    bool any = false;
    for (size_t i = 0; i < section_count(l); i++) {
        if (t->step[i] <= l->at.step)
            continue;
        if (!any) {
            doc_line(d);
            doc_line(d);
            doc_add(d, ROLE_DIM, str_of(_("to come:")));
        }
        any = true;
        doc_line(d);
        doc_printf(d, ROLE_DIM, _("  step %zu  "), t->step[i]);
        prose_add(d, ROLE_DIM, t->step[i] > horizon ? STR("...") : lesson_of(l)->sections[i].title);
    }
}

/* ---- claims ---- */

static bool is_changed(const Look *l) {
    const Source *own = lesson_of(l)->program, *now = l->replay->attempt.source;
    return own && now && own != now && !str_eq(own->text, now->text);
}

static void put_claim(Doc *d, const Claim *c, const Teaching *t, size_t i) {
    bool holds = t->holds[i];
    doc_line(d);
    doc_add(d, holds ? ROLE_GOOD : ROLE_ERROR, holds ? STR("  + ") : STR("  ! "));
    doc_printf(d, holds ? ROLE_GOOD : ROLE_ERROR, "%s  ", holds ? _("right") : _("WRONG"));
    prose_add(d, ROLE_TEXT, c->claim.len ? c->claim : c->says);
    doc_line(d);
    doc_add(d, ROLE_DIM, STR("    "));
    prose_add(d, ROLE_DIM, c->reason);
}

static void put_claims(const Look *l, Doc *d) {
    const Teaching *t = l->replay->teaching;
    const Lesson *lesson = lesson_of(l);
    bool any = false;
    for (size_t i = 0; t && i < t->nclaims && i < lesson->nclaims; i++) {
        if (!t->applies[i])
            continue;
        if (!any) {
            doc_line(d);
            doc_text(d, ROLE_TITLE, str_of(_("what the document says, and what TensorFlow does:")));
        }
        any = true;
        put_claim(d, &lesson->claims[i], t, i);
    }
}

/* In a comparison the other side has no lesson. */
static bool is_own(const Look *l) {
    return l->replay == state_replay(l->state, l->world);
}

static bool is_exercise(const Look *l) {
    return l->world->exercise && is_own(l) && l->replay->judged;
}

/* A question, or what became of those that are seen here, stands above the prose. */
static bool put_asked(const LearnDoc *l) {
    bool asks = learn_asks(l->state, l->world);
    if (asks)
        learn_put_question(l, learn_open_here(l->state, l->world));
    else
        learn_put_outcomes(l);
    if (l->doc->lines.count)
        doc_line(l->doc);
    return asks;
}

static void build(const Look *l, int cols, Doc *d) {
    (void)cols;
    if (!lesson_of(l)) {
        doc_text(d, ROLE_DIM, str_of(_("No lesson is open.")));
        return;
    }
    LearnDoc learn = {l->state, l->world, l->replay, d, false};
    if (is_exercise(l)) {
        learn_put_exercise(&learn);
        return;
    }
    bool end = look_at_end(l), asked = put_asked(&learn);
    if (asked && end)
        return; /* what is asked at the end is about all that follows */
    put_due(l, d);
    put_coming(l, d);
    if (end && is_own(l))
        learn_put_next(&learn);
    if (end && is_changed(l)) {
        doc_line(d);
        doc_text(d, ROLE_DIM,
                 str_of(_("The program was changed: what the document says about it "
                          "is about the text as it was.")));
    } else if (end) {
        put_claims(l, d);
    }
}

static int64_t lesson_rows(const Look *l, int cols) {
    return (int64_t)look_whole(l, build, cols)->lines.count;
}

static void lesson_put(const Look *l, int cols, int64_t first, int64_t count, Doc *d) {
    if (first >= 0 && count > 0)
        doc_lines(d, look_whole(l, build, cols), (size_t)first, (size_t)count);
}

static int64_t lesson_current(const Look *l, int cols) {
    (void)l, (void)cols;
    return 0;
}

const LinePane pane_lesson_lines = {lesson_rows, lesson_put, lesson_current, NULL, NULL};
