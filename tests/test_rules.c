/* test_rules.c: the rules of TensorFlow's behaviour, one small program each, under every release.
 *
 * tests/rules/README.md has the form of the cases. A case that names a row of the dialect must also
 * fail in the first release of that row when the row is taken away. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "tests/suite.h"
#include "tf/tf.h"

#define VERSION_TABLE "7" /* the section of which the rows are those of the dialect */

/* Releases from first to last. */
typedef struct Range {
    int first, last;
} Range;

typedef enum LineKind { LINE_OUTPUT, LINE_ERROR, LINE_NODES } LineKind;

typedef struct Expected {
    LineKind kind;
    Range range;
    Str text;
} Expected;

typedef struct Case {
    Str name;    /* file, line and title */
    Str section; /* "1.2" */
    Str program; /* with its first line */
    Range range;
    Log expected; /* Expected */
    Log rows;     /* Change */
} Case;

/* What a run gave, and where it differs from what was expected. */
typedef struct Judgement {
    Arena *arena;
    const Case *c;
    const Dialect *dialect;
    Run *run;
    Sink why; /* empty: all is as expected */
} Judgement;

static bool within(const Dialect *d, Range r) {
    return dialect_between(d, r.first, r.last);
}

/* ---- what is expected in one release ---- */

/* All lines of a kind, each with a newline. */
static Str expected_text(const Judgement *j, LineKind kind, bool *any) {
    Sink out = sink_memory(j->arena);
    *any = false;
    for (size_t i = 0; i < j->c->expected.count; i++) {
        const Expected *x = LOG_AT(&j->c->expected, Expected, i);
        *any |= x->kind == kind;
        if (x->kind == kind && within(j->dialect, x->range)) {
            sink_put(&out, x->text);
            sink_char(&out, '\n');
        }
    }
    return sink_str(&out);
}

static void differ(Judgement *j, const char *what, Str want, Str got) {
    if (!str_eq(want, got))
        sink_printf(&j->why, "1.%d: %s:\n  expected %.*s\n  got      %.*s\n", j->dialect->minor,
                    what, STR_ARG(want), STR_ARG(got));
}

/* ---- what there was ---- */

static Str printed(const Judgement *j) {
    const Log *output = &j->run->trace->output;
    Sink out = sink_memory(j->arena);
    for (size_t i = 0; i < output->count; i++) {
        const TraceOutputPiece *p = LOG_AT(output, TraceOutputPiece, i);
        if (!p->error)
            sink_put(&out, p->text);
    }
    return sink_str(&out);
}

static Str first_line(Str s) {
    ptrdiff_t end = str_find(s, STR("\n"), 0);
    return end < 0 ? s : str_sub(s, 0, (size_t)end);
}

/* "Type: message" with a newline, or nothing. */
static Str ending(const Judgement *j) {
    const Trace *t = j->run->trace;
    switch (t->end) {
    case END_RAISED: {
        const TraceError *e = *LOG_AT(&t->errors, TraceError *, t->errors.count - 1);
        return str_printf(j->arena, "%s: %.*s\n", e->type->text, STR_ARG(first_line(e->message)));
    }
    case END_REFUSED: return str_printf(j->arena, "Refused: %.*s\n", STR_ARG(t->refusal.message));
    case END_DONE:
    case END_EXIT: return STR("");
    case END_BUDGET: return STR("Budget\n");
    }
    return STR("");
}

static void put_inputs(Sink *out, const TraceNode *n) {
    const char *before = "";
    for (uint32_t i = 0; i < n->ninputs; i++, before = ",") {
        sink_printf(out, "%s%s", before, n->inputs[i].node->name->text);
        if (n->inputs[i].output)
            sink_printf(out, ":%u", n->inputs[i].output);
    }
    for (uint32_t i = 0; i < n->ncontrols; i++, before = ",")
        sink_printf(out, "%s^%s", before, n->controls[i]->name->text);
}

/* A node as the case wrote its counterpart: with its type and inputs only where that has them. */
static void put_node(Sink *out, const TraceNode *n, Str like) {
    sink_z(out, n->name->text);
    if (str_find(like, STR(":"), 0) >= 0)
        sink_printf(out, ":%s", n->op->text);
    if (str_find(like, STR("("), 0) >= 0) {
        sink_char(out, '(');
        put_inputs(out, n);
        sink_char(out, ')');
    }
}

static Str next_word(Str *text) {
    size_t start = 0, end;
    while (start < text->len && strchr(" \n", text->at[start]))
        start++;
    for (end = start; end < text->len && !strchr(" \n", text->at[end]);)
        end++;
    Str word = str_sub(*text, start, end);
    *text = str_sub(*text, end, text->len);
    return word;
}

static void compare_nodes(Judgement *j, Str want) {
    const Trace *t = j->run->trace;
    const TraceGraph *g = *LOG_AT(&t->graphs, TraceGraph *, t->default_graph);
    Sink wanted = sink_memory(j->arena), got = sink_memory(j->arena);
    Str word = next_word(&want);
    for (size_t i = 0; word.len || i < g->nodes.count; i++, word = next_word(&want)) {
        if (word.len)
            sink_printf(&wanted, "%.*s ", STR_ARG(word));
        if (i >= g->nodes.count)
            continue;
        put_node(&got, *LOG_AT(&g->nodes, TraceNode *, i), word);
        sink_char(&got, ' ');
    }
    differ(j, "nodes", sink_str(&wanted), sink_str(&got));
}

/* ---- one run ---- */

static void compare(Judgement *j) {
    bool any;
    differ(j, "output", expected_text(j, LINE_OUTPUT, &any), printed(j));
    differ(j, "error", expected_text(j, LINE_ERROR, &any), ending(j));
    Str nodes = expected_text(j, LINE_NODES, &any);
    if (any)
        compare_nodes(j, nodes);
}

/* Runs the case under a dialect; what differs from its expectations, empty for nothing. */
static Str judge(Arena *a, const Case *c, const Dialect *d) {
    RunOptions options = {.python = 3};
    Judgement j = {a, c, d, run_new(&options), sink_memory(a)};
    assert_non_null(j.run);
    tf_install_dialect(j.run, d);
    if (run_program(j.run, source_make(a, STR("rule.py"), c->program)))
        compare(&j);
    else
        diags_print(j.run->diags, &j.why);
    run_free(j.run);
    return sink_str(&j.why);
}

static void test_case(void **state) {
    const Case *c = *state;
    Arena *a = arena_new(0);
    size_t bad = 0, runs = 0;
    for (int minor = dialect_oldest(); minor <= dialect_newest(); minor++) {
        Dialect d;
        if (!dialect_of(minor, &d) || !within(&d, c->range))
            continue;
        Str why = judge(a, c, &d);
        fprintf(stderr, "%.*s", STR_ARG(why));
        bad += why.len > 0;
        runs++;
    }
    arena_free(a);
    assert_int_equal(bad, 0);
    assert_true(runs > 0 && c->expected.count > 0);
}

/* ---- rows of the dialect ---- */

typedef struct RowTest {
    const Case *c;
    Change row;
} RowTest;

static void test_row(void **state) {
    const RowTest *r = *state;
    Arena *a = arena_new(0);
    Dialect d;
    assert_true(dialect_of(change_first(r->row), &d));
    assert_true(within(&d, r->c->range));
    d.has[r->row] = false;
    bool noticed = judge(a, r->c, &d).len > 0;
    arena_free(a);
    assert_true(noticed);
}

static const char *const row_ids[] = {
#define RELEASE(MINOR)
#define CHANGE(ID, ...) #ID,
#include "graph/dialect.def"
#undef CHANGE
#undef RELEASE
};

static bool find_row(Str id, Change *row) {
    for (int i = 0; i < CHANGE_COUNT; i++) {
        if (str_eq(str_of(row_ids[i]), id)) {
            *row = (Change)i;
            return true;
        }
    }
    return false;
}

/* ---- what has no case ---- */

static bool row_has_case(const Suite *s, Change row) {
    for (size_t i = 0; i < s->count; i++) {
        const RowTest *r = s->tests[i].initial_state;
        if (s->tests[i].test_func == test_row && r->row == row)
            return true;
    }
    return false;
}

/* Is there a case of that section? Its title begins with it, behind the range. */
static bool section_has_case(const Suite *s, const char *section) {
    for (size_t i = 0; i < s->count; i++) {
        const Case *c = s->tests[i].initial_state;
        if (s->tests[i].test_func == test_case && str_eq(c->section, str_of(section)))
            return true;
    }
    return false;
}

/* Every row of the dialect has a case that needs it. */
static void test_all_rows(void **state) {
    int missing = 0;
    for (int i = 0; i < CHANGE_COUNT; i++) {
        if (row_has_case(*state, (Change)i))
            continue;
        fprintf(stderr, "no case names @%s\n", row_ids[i]);
        missing++;
    }
    assert_int_equal(missing, 0);
}

/* Every section that an explanation names has a case. */
static void test_all_sections(void **state) {
    int missing = 0;
    for (int i = 0; i < RULE_COUNT; i++) {
        const char *section = rule_section((Rule)i);
        if (strcmp(section, VERSION_TABLE) == 0 || section_has_case(*state, section))
            continue;
        fprintf(stderr, "no case of section %s\n", section);
        missing++;
    }
    assert_int_equal(missing, 0);
}

/* ---- reading the cases ---- */

static void malformed(Str name, Str line) {
    fprintf(stderr, "%.*s: not understood: %.*s\n", STR_ARG(name), STR_ARG(line));
    exit(1);
}

static int release(Str name, Str text, int missing) {
    int minor = missing;
    if (text.len && !dialect_version(text, &minor))
        malformed(name, text);
    return minor;
}

/* Takes "[1.4-1.8] " from the front of text; all releases when it is not there. */
static Range take_range(Str name, Str *text) {
    ptrdiff_t end = str_find(*text, STR("]"), 0);
    if (!str_starts(*text, STR("[")) || end < 0)
        return (Range){dialect_oldest(), dialect_newest()};
    Str range = str_sub(*text, 1, (size_t)end);
    size_t rest = (size_t)end + 1;
    *text = str_sub(*text, rest + (rest < text->len && text->at[rest] == ' '), text->len);
    ptrdiff_t dash = str_find(range, STR("-"), 0);
    Str first = dash < 0 ? range : str_sub(range, 0, (size_t)dash);
    Str last = dash < 0 ? range : str_sub(range, (size_t)dash + 1, range.len);
    return (Range){release(name, first, dialect_oldest()), release(name, last, dialect_newest())};
}

static void take_rows(Suite *s, Case *c, Str title) {
    for (Str word = next_word(&title); word.len; word = next_word(&title)) {
        Change row;
        if (word.at[0] != '@')
            continue;
        if (!find_row(str_sub(word, 1, word.len), &row))
            malformed(c->name, word);
        RowTest *r = ARENA_NEW(s->arena, RowTest);
        *r = (RowTest){c, row};
        suite_add(s, str_printf(s->arena, "needs %.*s: %.*s", STR_ARG(word), STR_ARG(c->name)),
                  test_row, r);
    }
}

static Case *begin_case(Suite *s, const char *file, int line, Str title) {
    Case *c = ARENA_NEW(s->arena, Case);
    c->name = str_printf(s->arena, "%s:%d: %.*s", file, line, STR_ARG(title));
    c->range = take_range(c->name, &title);
    Str words = title;
    c->section = next_word(&words);
    c->expected = log_make(s->arena, sizeof(Expected));
    suite_add(s, c->name, test_case, c);
    take_rows(s, c, title);
    return c;
}

static bool expectation(Case *c, Str line) {
    static const struct {
        const char *sign;
        LineKind kind;
    } kinds[] = {{"#>", LINE_OUTPUT}, {"#!", LINE_ERROR}, {"#n", LINE_NODES}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (!str_starts(line, str_of(kinds[i].sign)))
            continue;
        Str text = str_sub(line, 2 + (line.len > 2 && line.at[2] == ' '), line.len);
        Range range = take_range(c->name, &text);
        *LOG_PUSH(&c->expected, Expected) = (Expected){kinds[i].kind, range, text};
        return true;
    }
    return false;
}

static Str take_line(Str *text) {
    ptrdiff_t end = str_find(*text, STR("\n"), 0);
    Str line = end < 0 ? *text : str_sub(*text, 0, (size_t)end);
    *text = str_sub(*text, line.len + 1, text->len);
    return line;
}

static void read_cases(Suite *s, const char *file, Str text) {
    Case *c = NULL;
    Sink program = sink_memory(s->arena);
    for (int number = 1; text.len; number++) {
        Str line = take_line(&text);
        if (str_starts(line, STR("#: "))) {
            if (c)
                c->program = sink_str(&program);
            c = begin_case(s, file, number, str_sub(line, 3, line.len));
            program = sink_memory(s->arena);
            sink_z(&program, "import tensorflow as tf\n");
        } else if (c && !expectation(c, line)) {
            sink_printf(&program, "%.*s\n", STR_ARG(line));
        }
    }
    if (c)
        c->program = sink_str(&program);
}

static int is_cases(const struct dirent *e) {
    return str_ends(str_of(e->d_name), STR(".py"));
}

int main(void) {
    Suite s = {.arena = arena_new(0)};
    struct dirent **entries;
    const char *folder = test_path(s.arena, "tests/rules");
    int n = scandir(folder, &entries, is_cases, alphasort);
    for (int i = 0; i < n; i++) {
        Str text, error;
        const char *path = str_printf(s.arena, "%s/%s", folder, entries[i]->d_name).at;
        if (!file_read(s.arena, path, 1 << 20, &text, &error))
            malformed(error, STR(""));
        read_cases(&s, str_dup(s.arena, str_of(entries[i]->d_name)).at, text);
        free(entries[i]);
    }
    if (n >= 0)
        free(entries);
    suite_add(&s, STR("every row of the dialect has a case"), test_all_rows, &s);
    suite_add(&s, STR("every section has a case"), test_all_sections, &s);
    return suite_run(&s, "rules");
}
