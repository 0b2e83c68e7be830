/* check_statement.c: what the texts state is shown by the runs. */
#include "base/text.h"
#include "tutor/check_inner.h"

enum { MISSING_MOST = 200 }; /* that are told */

/* A lesson in one language, and what its statements are compared with. */
typedef struct Proof {
    Check *check;
    const Lesson *lesson;
    Evidence evidence;
    const Trace *runs[3]; /* the lesson's; the exercise's start and solution */
} Proof;

static bool knows(void *context, Known as, Str word) {
    const Proof *p = context;
    return p->check->host->knows(p->check->host, as, word, p->lesson->tf, p->lesson->python);
}

static void run_again(Proof *p, const Source *program, Str tf) {
    Check *c = p->check;
    uint32_t line;
    Str trouble;
    const Trace *t = c->host->run(c->host, program, tf, c->en.python, &line, &trouble);
    if (t)
        p->runs[p->evidence.nruns++] = t;
}

/* What an exercise says is shown by its own programs, too. */
static void choose_runs(Proof *p, ptrdiff_t exercise) {
    p->evidence.nruns = 1;
    p->runs[0] = p->check->run;
    if (exercise < 0)
        return;
    const Exercise *e = &p->lesson->exercises[exercise];
    run_again(p, e->start, e->tf);
    run_again(p, e->solution, e->tf);
}

/* The line of the text file in which the words stand, from the section's heading on. */
static uint32_t line_of(const Proof *p, const Statement *s) {
    const Source *text = p->lesson->text;
    for (uint32_t i = s->line; text && i <= text->nlines; i++)
        if (str_find(source_line(text, i), s->words, 0) >= 0)
            return i;
    return s->line;
}

static void tell(Proof *p, const Statement *s) {
    Str message = str_printf(p->check->arena, _("\"%.*s\" is stated, but nothing shows it"),
                             STR_ARG(s->words));
    if (s->line)
        check_fault_line(p->check, s->file, line_of(p, s), message);
    else
        check_fault(p->check, s->place, message);
}

static void check_texts(Check *c, const Lesson *lesson, const char *lang) {
    Log statements = statements_of(c->arena, lesson, lang);
    Proof p = {.check = c, .lesson = lesson};
    Arena *scratch = arena_child(c->arena);
    ptrdiff_t exercise = -1;
    p.evidence = (Evidence){.runs = p.runs, .knows = knows, .context = &p};
    choose_runs(&p, -1);
    size_t missing = 0;
    for (size_t i = 0; i < statements.count && missing < MISSING_MOST; i++) {
        const Statement *s = LOG_AT(&statements, Statement, i);
        if (s->exercise != exercise)
            choose_runs(&p, exercise = s->exercise);
        if (statement_judge(scratch, lesson, s, &p.evidence) == STATEMENT_MISSING) {
            tell(&p, s);
            missing++;
        }
        arena_reset(scratch);
    }
    if (missing == MISSING_MOST)
        check_fault_line(c, STR("lesson.json"), 0,
                         str_of(_("there is more that nothing shows; it is not told")));
}

void check_statements(Check *c) {
    check_texts(c, &c->en, "en");
    check_texts(c, &c->zh, "zh");
}
