/* test_lessons.c: every lesson of the course is as it must be, in both languages: `lessons check`
 * finds nothing, every example of the documents is replayed, and everything that a text states is
 * shown by the engine. And a check that cannot fail is none: statements that are made wrong are
 * found. */
#include <string.h>

#include "base/text.h"
#include "cli/probe.h"
#include "tensor/print.h"
#include "tests/suite.h"

/* ---- the check ---- */

/* Nothing is wrong with the lesson in this folder. */
static void test_check(void **state) {
    const Lesson *l = *state;
    Arena *a = arena_new(0);
    CheckHost *host = probe_make(a);
    Log faults = log_make(a, sizeof(PackFault));
    check_lesson(a, str_dup(a, l->folder).at, host, &faults);
    for (size_t i = 0; i < faults.count; i++) {
        Str text = pack_fault_text(a, LOG_AT(&faults, PackFault, i));
        print_error("%.*s\n", STR_ARG(text));
    }
    assert_int_equal(faults.count, 0);
    assert_true(l->nclaims > 0);
    probe_done(host);
    arena_free(a);
}

/* Both languages tell the same, each in its own words. */
static void test_languages(void **state) {
    const Lesson *en = ((const Lesson *const *)*state)[0], *zh = ((const Lesson *const *)*state)[1];
    assert_int_equal(en->nsections, zh->nsections);
    assert_false(str_eq(en->title, zh->title));
    for (size_t k = 0; k < en->nsections; k++) {
        assert_true(str_eq(en->sections[k].moment, zh->sections[k].moment));
        assert_false(str_eq(en->sections[k].text, zh->sections[k].text));
    }
}

/* ---- the documents ---- */

/* An example of a document, in the order of its table, and the lesson that replays it. `wrong`: the
 * document errs about it, and the lesson has the claim. */
typedef struct Row {
    const char *document, *example, *lesson;
    bool wrong;
} Row;

static const Row rows[] = {
    {"000", "scoping with tf.variable_scope", "box-variable-scope", false},
    {"000", "scoping with tf.name_scope", "box-name-scope", false},
    {"000", "a session runs [d1, d2]", "box-values", false},
    {"000", "the picture in TensorBoard", "box-picture", false},
    {"000", "a repeated name raises; variable_scope helps", "get-variable-twice", false},
    {"001", "_var_init in five cases", "reuse-five-cases", true},
    {"001", "why 2 works and 4 fails", "reuse-string-or-object", false},
    {"001", "sharing; a missing variable under reuse", "reuse-sharing", false},
    {"001", "reuse is inherited; 1.0 and 1.1", "reuse-inherited", false},
    {"002", "three names in tf.name_scope", "three-names-name-scope", true},
    {"002", "three names in tf.variable_scope", "three-names-variable-scope", false},
    {"002", "share, then share with reuse=True", "share-variable", false},
    {"002", "name_scope is ignored with reuse", "name-scope-never-matters", false},
    {"003", "tf.add and tf.multiply in scope1", "ops-in-a-name-scope", false},
    {"003", "x and y in scope2", "variables-in-a-variable-scope", true},
    {"003", "scope2 again with reuse=True", "reuse-shares-get-variable-only", false},
    {"004", "code 1: four variables", "four-variables", false},
    {"004", "code 2: two Variables named var1", "same-name-variable", false},
    {"004", "code 3: two get_variables named var3", "same-name-get-variable", true},
    {"004", "the long comparison with its slip", "long-comparison-as-printed", true},
    {"004", "the long comparison, mended: twelve pairs", "long-comparison-mended", true},
    {"004", "the two constructors", "two-constructors", false},
};

static size_t wrong_claims(const Lesson *l) {
    size_t wrong = 0;
    for (size_t i = 0; i < l->nclaims; i++)
        wrong += l->claims[i].verdict == VERDICT_WRONG;
    return wrong;
}

static void test_documents(void **state) {
    const Course *course = *state;
    int bad = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const Lesson *l = course_find(course, str_of(rows[i].lesson));
        if (l && str_is(l->document, rows[i].document) && wrong_claims(l) >= rows[i].wrong)
            continue;
        print_error("document %s: %s: not told by %s\n", rows[i].document, rows[i].example,
                    rows[i].lesson);
        bad++;
    }
    assert_int_equal(bad, 0);
    assert_true(course->n >= 30);
}

/* ---- statements that are made wrong ---- */

/* A lesson, its runs, and what they show. */
typedef struct Court {
    Arena *a;
    const Lesson *lesson;
    CheckHost *host;
    const Trace *runs[3];
    Evidence evidence;
    size_t judged, missed; /* of statements that were made wrong */
} Court;

static bool court_knows(void *context, Known as, Str word) {
    const Court *c = context;
    return c->host->knows(c->host, as, word, c->lesson->tf, c->lesson->python);
}

static void court_run(Court *c, const Source *program, Str tf) {
    uint32_t line;
    Str trouble;
    const Trace *t = c->host->run(c->host, program, tf, c->lesson->python, &line, &trouble);
    assert_non_null(t);
    c->runs[c->evidence.nruns++] = t;
}

static void court_open(Court *c, const Lesson *l) {
    c->lesson = l;
    c->host = probe_make(c->a);
    c->evidence = (Evidence){.runs = c->runs, .knows = court_knows, .context = c};
    court_run(c, l->program, l->tf);
}

static StatementVerdict judge(Court *c, Str words, bool quoted) {
    Statement s = {.words = words, .quoted = quoted, .exercise = -1};
    return statement_judge(c->a, c->lesson, &s, &c->evidence);
}

/* A name with another part in front, another number, another suffix. */
static void make_wrong(Court *c, Str name) {
    const Str made[] = {
        str_printf(c->a, "elsewhere/%.*s", STR_ARG(name)),
        str_printf(c->a, "%.*s_7", STR_ARG(name)),
        str_printf(c->a, "%.*s:9", STR_ARG(name)),
        str_printf(c->a, "%.*s/inner_7", STR_ARG(name)),
    };
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
        c->judged++;
        if (judge(c, made[i], i % 2) == STATEMENT_MISSING)
            continue;
        c->missed++;
        print_error("%.*s: \"%.*s\" was taken for true\n", STR_ARG(c->lesson->id),
                    STR_ARG(made[i]));
    }
}

/* The last part of a name alone, with ":0", is another tensor: it has left its box. */
static void take_out_of_box(Court *c, const TraceNode *n) {
    Str name = name_str(n->name);
    size_t at = name.len;
    while (at > 0 && name.at[at - 1] != '/')
        at--;
    Str out = str_printf(c->a, "%.*s:0", STR_ARG(str_sub(name, at, name.len)));
    for (size_t i = 0; i < c->runs[0]->nodes.count; i++)
        if (str_eq(name_str((*LOG_AT(&c->runs[0]->nodes, TraceNode *, i))->name),
                   str_sub(out, 0, out.len - 2)))
            return;
    if (at == 0)
        return;
    c->judged++;
    StatementVerdict v = judge(c, out, true);
    /* A lesson may say so itself, as somebody's error. */
    if (v != STATEMENT_FOUND)
        return;
    c->missed++;
    print_error("%.*s: \"%.*s\" was taken for true\n", STR_ARG(c->lesson->id), STR_ARG(out));
}

/* Nothing has a shape, a value or a class of errors like these. */
static void must_miss(Court *c, Str words) {
    c->judged++;
    if (judge(c, words, true) == STATEMENT_MISSING)
        return;
    c->missed++;
    print_error("%.*s: \"%.*s\" was taken for true\n", STR_ARG(c->lesson->id), STR_ARG(words));
}

static void make_wrong_variable(Court *c, const TraceVariable *v) {
    Str shape = shape_str(c->a, v->shape);
    must_miss(c, str_printf(c->a, "%.*s77)", (int)shape.len - 1, shape.at));
    must_miss(c, str_printf(c->a, "%s77", dtype_name(v->dtype)));
    for (size_t i = 0; i < v->values.count; i++) {
        Sink value = sink_memory(c->a);
        const Tensor *t = LOG_AT(&v->values, TraceVariableValue, i)->value;
        sink_char(&value, '7');
        if (t->data)
            numpy_str(&value, t);
        must_miss(c, str_printf(c->a, "[7%.*s]", STR_ARG(sink_str(&value))));
    }
}

static void make_wrong_error(Court *c, const TraceError *e) {
    Str start = str_sub(e->message, 0, 30);
    must_miss(c, str_printf(c->a, "Bad%s", e->type->text));
    must_miss(c, str_printf(c->a, "Never %.*s", STR_ARG(start)));
    must_miss(c, str_printf(c->a, "%.*s77", STR_ARG(start)));
}

static void test_wrong_facts(void **state) {
    const Course *course = *state;
    Court c = {.a = arena_new(0)};
    for (size_t i = 0; i < course->n; i++) {
        court_open(&c, &course->lessons[i]);
        for (size_t k = 0; k < c.runs[0]->variables.count; k++)
            make_wrong_variable(&c, *LOG_AT(&c.runs[0]->variables, TraceVariable *, k));
        for (size_t k = 0; k < c.runs[0]->errors.count; k++)
            make_wrong_error(&c, *LOG_AT(&c.runs[0]->errors, TraceError *, k));
        probe_done(c.host);
    }
    assert_true(c.judged > 200);
    assert_int_equal(c.missed, 0);
    arena_free(c.a);
}

static void test_wrong_names(void **state) {
    const Course *course = *state;
    Court c = {.a = arena_new(0)};
    for (size_t i = 0; i < course->n; i++) {
        court_open(&c, &course->lessons[i]);
        for (size_t k = 0; k < c.runs[0]->nodes.count; k++) {
            const TraceNode *n = *LOG_AT(&c.runs[0]->nodes, TraceNode *, k);
            make_wrong(&c, name_str(n->name));
            take_out_of_box(&c, n);
        }
        probe_done(c.host);
    }
    assert_true(c.judged > 1000);
    assert_int_equal(c.missed, 0);
    arena_free(c.a);
}

/* Words that a careless author might write about this lesson. */
typedef struct Plant {
    const char *lesson, *words;
    bool quoted;
    StatementVerdict verdict;
} Plant;

static const Plant plants[] = {
    /* b has left the box: it is b, not scope_name/b */
    {"box-name-scope", "scope_name/a:0", true, STATEMENT_FOUND},
    {"box-name-scope", "scope_name/c", false, STATEMENT_FOUND},
    {"box-name-scope", "scope_name/d:0", true, STATEMENT_MISSING},
    {"box-name-scope", "res/sum:0", true, STATEMENT_MISSING},
    {"box-name-scope", "scope_name/res_2", false, STATEMENT_MISSING},
    {"box-name-scope", "VariableV3", true, STATEMENT_MISSING},
    {"box-name-scope", "float64", true, STATEMENT_MISSING},
    {"box-values", "[7, 7]", true, STATEMENT_MISSING},
    {"box-values", "[5, 5]", true, STATEMENT_FOUND},
    {"box-values", "(3, 3)", true, STATEMENT_MISSING},
    {"three-names-name-scope", "test_scope/test1:0", true, STATEMENT_ON_PURPOSE},
    {"three-names-name-scope", "test1:0", true, STATEMENT_FOUND},
    {"three-names-name-scope", "test_scope/test3:0", true, STATEMENT_MISSING},
    {"reuse-five-cases", "(1, 2)", true, STATEMENT_FOUND},
    {"reuse-five-cases", "[1, 2]", true, STATEMENT_FOUND},
    {"reuse-five-cases", "(2, 1)", true, STATEMENT_MISSING},
    {"reuse-five-cases", "float32_ref", true, STATEMENT_FOUND},
    {"reuse-five-cases", "int32_ref", true, STATEMENT_MISSING},
    {"reuse-five-cases", "KeyError: w1", true, STATEMENT_MISSING},
    {"same-name-get-variable", "ValueError", true, STATEMENT_FOUND},
    {"same-name-get-variable", "Variable var3 already exists", true, STATEMENT_FOUND},
    {"same-name-get-variable", "Variable var4 already exists", true, STATEMENT_MISSING},
    {"same-name-get-variable", "does not exist, allowed", true, STATEMENT_MISSING},
    {"four-variables", "tf.get_variable('var3')", true, STATEMENT_FOUND},
    {"four-variables", "tf.get_variable('var9')", true, STATEMENT_MISSING},
    {"four-variables", "tf.get_varible('var3')", true, STATEMENT_MISSING},
    {"four-variables", "tf.get_variable(reuse_it=True)", true, STATEMENT_MISSING},
    {"four-variables", "tf.variable_scope(reuse=True)", true, STATEMENT_FOUND},
    {"four-variables", "get_variable_scopes()", true, STATEMENT_MISSING},
    {"four-variables", "[3.]", true, STATEMENT_MISSING},
    {"four-variables", "[2.]", true, STATEMENT_FOUND},
    {"four-variables", "变量", true, STATEMENT_MISSING},
};

static void test_planted(void **state) {
    const Course *course = *state;
    int bad = 0;
    Court c = {.a = arena_new(0)};
    for (size_t i = 0; i < sizeof plants / sizeof *plants; i++) {
        const Plant *p = &plants[i];
        const Lesson *l = course_find(course, str_of(p->lesson));
        assert_non_null(l);
        court_open(&c, l);
        if (judge(&c, str_of(p->words), p->quoted) != p->verdict) {
            print_error("%s: \"%s\": %d\n", p->lesson, p->words, p->verdict);
            bad++;
        }
        probe_done(c.host);
    }
    assert_int_equal(bad, 0);
    arena_free(c.a);
}

/* Statements are taken out of prose as they stand there. */
static void test_gathered(void **state) {
    static const char *const wanted[] = {"a b",     "c/d",   "e:0",           "f_1",
                                         "x = `1`", "g/h/i", "several lines", "end/name"};
    (void)state;
    Arena *a = arena_new(0);
    Section s = {.title = STR("Of `a b`"),
                 .text = STR("No 1/2 nor and_so but c/d, e:0; f_1. See http://x/y and 16:10.\n\n"
                             "    x = `1`\n\n一个g/h/i的 `several\nlines`"),
                 .notes = STR("end/name.")};
    Lesson l = {.sections = &s, .nsections = 1};
    Log found = statements_of(a, &l, "en");
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted && i < found.count; i++)
        assert_str(LOG_AT(&found, Statement, i)->words, wanted[i]);
    assert_int_equal(found.count, sizeof wanted / sizeof *wanted);
    arena_free(a);
}

/* ---- all of them ---- */

static bool load(Arena *a, const char *lang, Course *course) {
    const char *folder = test_path(a, "lessons");
    course_load(a, &folder, 1, lang, course);
    for (size_t i = 0; i < course->faults.count; i++) {
        Str text = pack_fault_text(a, LOG_AT(&course->faults, PackFault, i));
        print_error("%.*s\n", STR_ARG(text));
    }
    return course->faults.count == 0;
}

int main(void) {
    Suite s = {.arena = arena_new(0)};
    Course *en = ARENA_NEW(s.arena, Course), zh;
    text_init("en", "");
    if (!load(s.arena, "en", en) || !load(s.arena, "zh", &zh) || en->n != zh.n)
        return 1;
    for (size_t i = 0; i < en->n; i++) {
        const Lesson **both = ARENA_ARRAY(s.arena, 2, const Lesson *);
        Str id = en->lessons[i].id;
        both[0] = &en->lessons[i];
        both[1] = &zh.lessons[i];
        suite_add(&s, str_printf(s.arena, "%.*s", STR_ARG(id)), test_check, &en->lessons[i]);
        suite_add(&s, str_printf(s.arena, "%.*s languages", STR_ARG(id)), test_languages,
                  (void *)both);
    }
    suite_add(&s, STR("documents"), test_documents, en);
    suite_add(&s, STR("names that are wrong"), test_wrong_names, en);
    suite_add(&s, STR("shapes, values, errors that are wrong"), test_wrong_facts, en);
    suite_add(&s, STR("statements that are wrong"), test_planted, en);
    suite_add(&s, STR("statements in prose"), test_gathered, NULL);
    return suite_run(&s, "lessons");
}
