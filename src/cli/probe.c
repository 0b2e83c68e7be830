#include "cli/probe.h"

#include "base/log.h"
#include "base/text.h"
#include "run/run.h"
#include "tf/tf.h"

/* A program that was run. */
typedef struct Tried {
    Str text, tf;
    int python;
    Run *run; /* NULL: it was not accepted */
    uint32_t line;
    Str trouble;
} Tried;

/* A word that was asked about. */
typedef struct Asked {
    Known as;
    Str word, tf;
    bool known;
} Asked;

typedef struct Probe {
    CheckHost host; /* first */
    Arena *arena;
    Log tried;    /* Tried */
    Log asked;    /* Asked */
    size_t fresh; /* of these, since the lesson began */
} Probe;

/* What a lesson's program may take: it ends within a moment, whatever it is. */
static const RunOptions budget = {.max_steps = 50000,
                                  .max_memory = (size_t)64 << 20,
                                  .max_output = (size_t)1 << 20,
                                  .max_tensor = 1 << 20};

static Run *new_run(Str tf, int python) {
    int minor;
    RunOptions options = budget;
    options.python = python;
    Run *run = dialect_version(tf, &minor) ? run_new(&options) : NULL;
    if (run)
        tf_install(run, minor);
    return run;
}

/* ---- programs ---- */

/* Why a text was not accepted: the first diagnostic, which has a place of its own. */
static void tell_refusal(Probe *p, Tried *t) {
    const Diags *d = t->run ? t->run->diags : NULL;
    t->trouble = t->run ? str_of(_("the program is not accepted"))
                        : str_printf(p->arena, _("there is no release %.*s"), STR_ARG(t->tf));
    if (!d || d->count == 0)
        return;
    t->line = source_line_of(d->source, d->at[0].span.start);
    t->trouble = str_dup(p->arena, d->at[0].message);
}

static Tried *try_program(Probe *p, const Source *program, Str tf, int python) {
    Tried *t = LOG_PUSH(&p->tried, Tried);
    *t = (Tried){.text = program->text, .tf = tf, .python = python, .run = new_run(tf, python)};
    if (t->run && run_program(t->run, program))
        return t;
    tell_refusal(p, t);
    if (t->run)
        run_free(t->run);
    t->run = NULL;
    return t;
}

static Tried *tried_before(Probe *p, const Source *program, Str tf, int python) {
    for (size_t i = 0; i < p->tried.count; i++) {
        Tried *t = LOG_AT(&p->tried, Tried, i);
        if (t->python == python && str_eq(t->tf, tf) && str_eq(t->text, program->text))
            return t;
    }
    return NULL;
}

static const Trace *probe_run(CheckHost *host, const Source *program, Str tf, int python,
                              uint32_t *line, Str *trouble) {
    Probe *p = (Probe *)host;
    Tried *t = tried_before(p, program, tf, python);
    if (!t)
        t = try_program(p, program, tf, python);
    *line = t->line;
    *trouble = t->trouble;
    return t->run ? t->run->trace : NULL;
}

/* ---- words ---- */

/* Things whose attributes texts speak of without saying whose. */
static const char *const things[] = {"tf",
                                     "tf.get_variable_scope()",
                                     "tf.Variable(1.0)",
                                     "tf.constant(1.0)",
                                     "tf.constant(1.0).op",
                                     "tf.get_default_graph()",
                                     "tf.Session()",
                                     "tf.GraphKeys",
                                     "tf.train",
                                     "tf.layers",
                                     "tf.train.Saver",
                                     "tf.train.AdamOptimizer()",
                                     "np.array([1])",
                                     "[]",
                                     "''",
                                     "{}",
                                     NULL};

/* None of them takes arguments of any name. */
static const char *const functions[] = {"tf.get_variable",
                                        "tf.variable_scope",
                                        "tf.name_scope",
                                        "tf.Variable",
                                        "tf.constant",
                                        "tf.placeholder",
                                        "tf.add",
                                        "tf.reduce_sum",
                                        "tf.layers.dense",
                                        "tf.layers.batch_normalization",
                                        "tf.train.Saver",
                                        "tf.train.AdamOptimizer",
                                        "tf.train.GradientDescentOptimizer(0.1).minimize",
                                        "tf.random_normal",
                                        "tf.truncated_normal_initializer",
                                        "tf.constant_initializer",
                                        "tf.get_collection",
                                        "tf.Session",
                                        "tf.Session().run",
                                        NULL};

static const char prelude[] = "import tensorflow as tf\nimport numpy as np\n";

/* Does this run to its end? What is refused is known by name, but not modelled. */
static bool runs(Probe *p, Str tf, Str program) {
    bool known = false;
    Run *run = new_run(tf, 3);
    if (run && run_program(run, source_make(run->arena, STR("probe"), program)))
        known = run->trace->end == END_DONE || run->trace->end == END_REFUSED;
    if (run)
        run_free(run);
    (void)p;
    return known;
}

static bool is_attribute(Probe *p, Str tf, Str word) {
    for (size_t i = 0; things[i]; i++)
        if (runs(p, tf, str_printf(p->arena, "%s%s.%.*s\n", prelude, things[i], STR_ARG(word))))
            return true;
    return false;
}

/* A function that has no argument of this name says so before it says anything else. */
static bool is_argument(Probe *p, Str tf, Str word) {
    for (size_t i = 0; functions[i]; i++)
        if (runs(p, tf,
                 str_printf(p->arena,
                            "%stry:\n    %s(%.*s=None)\nexcept Exception as e:\n"
                            "    if 'unexpected keyword' in str(e): raise\n",
                            prelude, functions[i], STR_ARG(word))))
            return true;
    return false;
}

static bool find_word(Probe *p, Known as, Str word, Str tf) {
    switch (as) {
    case KNOWN_NAME: return runs(p, tf, str_printf(p->arena, "%s%.*s\n", prelude, STR_ARG(word)));
    case KNOWN_ATTRIBUTE: return is_attribute(p, tf, word);
    case KNOWN_ARGUMENT: return is_argument(p, tf, word);
    }
    return false;
}

enum { WORD_MOST = 200, WORDS_MOST = 300 };

/* Words come from texts that anybody may have written: letters, digits, dots, and not too many. */
static bool probe_knows(CheckHost *host, Known as, Str word, Str tf, int python) {
    Probe *p = (Probe *)host;
    (void)python;
    for (size_t i = 0; i < p->asked.count; i++) {
        const Asked *a = LOG_AT(&p->asked, Asked, i);
        if (a->as == as && str_eq(a->word, word) && str_eq(a->tf, tf))
            return a->known;
    }
    if (word.len > WORD_MOST || p->fresh == WORDS_MOST)
        return false;
    p->fresh++;
    bool known = find_word(p, as, word, tf);
    *LOG_PUSH(&p->asked, Asked) =
        (Asked){as, str_dup(p->arena, word), str_dup(p->arena, tf), known};
    return known;
}

CheckHost *probe_make(Arena *a) {
    Probe *p = ARENA_NEW(a, Probe);
    *p = (Probe){.host = {probe_run, probe_knows},
                 .arena = a,
                 .tried = log_make(a, sizeof(Tried)),
                 .asked = log_make(a, sizeof(Asked))};
    return &p->host;
}

void probe_done(CheckHost *host) {
    Probe *p = (Probe *)host;
    for (size_t i = 0; i < p->tried.count; i++)
        if (LOG_AT(&p->tried, Tried, i)->run)
            run_free(LOG_AT(&p->tried, Tried, i)->run);
    p->tried = log_make(p->arena, sizeof(Tried));
    p->fresh = 0;
}
