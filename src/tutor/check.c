/* check.c: a lesson's run: moments, claims, questions. */
#include "tutor/check.h"

#include "base/text.h"
#include "tutor/check_inner.h"
#include "tutor/question.h"

/* A program may be run more than once, and words stated: each fault is told once. */
static void add_fault(Check *c, PackFault fault) {
    for (size_t i = c->faults->count; i > 0; i--) {
        const PackFault *f = LOG_AT(c->faults, PackFault, i - 1);
        if (str_eq(f->file, fault.file) && str_eq(f->place, fault.place) &&
            str_eq(f->message, fault.message))
            return;
    }
    *LOG_PUSH(c->faults, PackFault) = fault;
}

void check_fault_line(Check *c, Str file, uint32_t line, Str message) {
    Str path = str_printf(c->arena, "%.*s/%.*s", STR_ARG(c->en.folder), STR_ARG(file));
    Str place = line ? str_printf(c->arena, _("line %u"), (unsigned)line) : STR("");
    add_fault(c, (PackFault){path, place, message});
}

void check_fault(Check *c, Str way, Str message) {
    Str path = str_printf(c->arena, "%.*s/lesson.json", STR_ARG(c->en.folder));
    add_fault(c, (PackFault){path, lesson_place(c->arena, &c->en, way), message});
}

/* ---- runs ---- */

static uint32_t last_line(const Trace *t) {
    size_t n = trace_steps(t);
    return n ? trace_line(t, trace_step_at(t, n)->site) : 0;
}

const Trace *check_run(Check *c, const Source *program, Str tf) {
    uint32_t line = 0;
    Str trouble = STR("");
    const Trace *t = c->host->run(c->host, program, tf, c->en.python, &line, &trouble);
    if (!t)
        check_fault_line(c, program->name, line, trouble);
    else if (t->end == END_BUDGET)
        check_fault_line(c, program->name, last_line(t),
                         str_of(_("the program does not end, or wants more than a check allows")));
    else if (t->end == END_REFUSED)
        check_fault_line(c, program->name, last_line(t), t->refusal.message);
    return t;
}

/* ---- moments ---- */

static void check_sections(Check *c) {
    size_t before = 0, step;
    for (size_t i = 0; i < c->en.nsections; i++) {
        const Section *s = &c->en.sections[i];
        const char *wrong = !moment_step(c->run, s->moment, &step)
                                ? _("the moment \"%.*s\" does not come in the run")
                            : step < before
                                ? _("the moment \"%.*s\" comes before that of the section before")
                                : NULL;
        if (wrong)
            check_fault_line(c, STR("text.en.md"), s->line,
                             str_printf(c->arena, wrong, STR_ARG(s->moment)));
        else
            before = step;
    }
}

/* ---- claims ---- */

/* What is wrong with a statement that should hold, or should not; empty: nothing. */
static Str wrong_about(Check *c, const Claim *claim, const Trace *t, bool wanted) {
    Str found;
    if (claim_holds(c->arena, claim, t, &found) == wanted)
        return STR("");
    return wanted ? str_printf(c->arena, _("it does not hold; found: %.*s"), STR_ARG(found))
                  : str_of(_("it holds, but is called wrong"));
}

static void check_claim(Check *c, size_t i) {
    const Claim *claim = &c->en.claims[i];
    const Trace *t = claim->tf.len && !str_eq(claim->tf, c->en.tf)
                         ? check_run(c, c->en.program, claim->tf)
                         : c->run;
    if (!t || claim->verdict == VERDICT_IMPRECISE)
        return;
    Str wrong = wrong_about(c, claim, t, claim->verdict == VERDICT_RIGHT);
    if (wrong.len)
        check_fault(c, str_printf(c->arena, "claims[%zu]", i), wrong);
}

/* ---- questions ---- */

/* What a choice states must hold just when the choice is right. */
static void check_choice(Check *c, const Choice *choice, Str way) {
    const Claim *claim = choice->claim;
    if (!claim)
        return;
    const Trace *t = claim->tf.len ? check_run(c, c->en.program, claim->tf) : c->run;
    Str wrong = t ? wrong_about(c, claim, t, choice->right) : STR("");
    if (wrong.len)
        check_fault(c, way, wrong);
}

static void check_expected(Check *c, const Question *q, const Choice *expected, Str way) {
    Answered answered = question_judge(c->arena, q, c->run, expected->text);
    if (answered.right)
        check_fault(c, way, str_of(_("this answer is right")));
    else if (!answered.understood)
        check_fault(c, way, str_of(_("this is no answer to a question of this kind")));
}

static void check_question(Check *c, size_t n) {
    const Question *q = &c->en.questions[n];
    size_t step;
    Str way = str_printf(c->arena, "questions[%zu]", n);
    if (!question_place(q, c->run, &step)) {
        check_fault(c, str_printf(c->arena, "%.*s.at", STR_ARG(way)),
                    str_of(_("the moment does not come in the run")));
        return;
    }
    if (question_answer(c->arena, q, c->run).len == 0)
        check_fault(c, way, str_of(_("the run has no answer to a question of this kind here")));
    for (size_t i = 0; i < q->nchoices; i++)
        check_choice(c, &q->choices[i], str_printf(c->arena, "%.*s.choices[%zu]", STR_ARG(way), i));
    for (size_t i = 0; i < q->nexpected; i++)
        check_expected(c, q, &q->expected[i],
                       str_printf(c->arena, "%.*s.wrong[%zu]", STR_ARG(way), i));
}

/* Of a run that was cut off, what does not come tells nothing. */
static bool is_cut(const Trace *t) {
    return t->end == END_BUDGET || t->end == END_REFUSED;
}

static void check_program(Check *c) {
    check_sections(c);
    for (size_t i = 0; i < c->en.nclaims; i++)
        check_claim(c, i);
    for (size_t i = 0; i < c->en.nquestions; i++)
        check_question(c, i);
}

void check_lesson(Arena *a, const char *folder, CheckHost *host, Log *faults) {
    Check c = {.arena = a, .host = host, .faults = faults};
    Str error;
    if (!lesson_check_form(a, folder, &c.en, faults) ||
        !lesson_load(a, folder, "zh", &c.zh, &error))
        return;
    c.run = check_run(&c, c.en.program, c.en.tf);
    if (!c.run)
        return;
    bool whole = !is_cut(c.run);
    if (whole)
        check_program(&c);
    for (size_t i = 0; i < c.en.nexercises; i++)
        check_exercise(&c, i);
    if (whole)
        check_statements(&c);
}
