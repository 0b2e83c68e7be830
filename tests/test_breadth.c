/* test_breadth.c: what real programs use, name by name, and what becomes of it here.
 * tests/breadth/README.md says what the verdicts mean; each is proved by a small program.
 *
 * With TFSCOPE_ACCEPT=1 the verdicts that were found are written into the tables. */
#include <stdlib.h>
#include <string.h>

#include "tests/suite.h"
#include "tf/tf.h"

/* From the least to the most. */
typedef enum Verdict {
    VERDICT_FAILED, /* the probe is wrong, or what it shows is */
    VERDICT_ABSENT,
    VERDICT_REFUSED,
    VERDICT_STAND_IN,
    VERDICT_MODELLED,
    VERDICT_COUNT
} Verdict;

static const char *const verdict_names[VERDICT_COUNT] = {"failed", "absent", "refused", "stand-in",
                                                         "modelled"};

/* A table, and how a row without a probe is proved. */
typedef struct Table {
    const char *file;
    const char *before; /* what comes before the name; NULL: from … import … */
} Table;

static const Table tables[] = {
    {"language.txt", ""},
    {"builtins.txt", ""},
    {"library.txt", NULL},
    {"modules.txt", NULL},
    {"numpy.txt", "import numpy as np\n"},
    {"tensorflow.txt", "import tensorflow as tf\nfrom tensorflow.contrib import slim\n"},
};
#define TABLES (sizeof tables / sizeof *tables)

typedef struct Row {
    Str line;    /* as it stands in the table */
    Str verdict; /* of the table */
    Str name;
    Str probe; /* empty: made from the name */
} Row;

/* ---- rows ---- */

static Str trimmed(Str s) {
    while (s.len && s.at[0] == ' ')
        s = str_sub(s, 1, s.len);
    while (s.len && s.at[s.len - 1] == ' ')
        s.len--;
    return s;
}

static Str take_word(Str *rest) {
    *rest = trimmed(*rest);
    ptrdiff_t end = str_find(*rest, STR(" "), 0);
    Str word = end < 0 ? *rest : str_sub(*rest, 0, (size_t)end);
    *rest = str_sub(*rest, word.len, rest->len);
    return word;
}

/* \n, \t and \\ of a probe. */
static Str unescaped(Arena *a, Str s) {
    Sink out = sink_memory(a);
    for (size_t i = 0; i < s.len; i++) {
        bool escape = s.at[i] == '\\' && i + 1 < s.len && strchr("nt\\", s.at[i + 1]);
        char next = escape ? s.at[++i] : s.at[i];
        sink_char(&out, !escape ? next : next == 'n' ? '\n' : next == 't' ? '\t' : '\\');
    }
    return sink_str(&out);
}

static Row row_of(Arena *a, Str line) {
    Row r = {.line = line};
    Str rest = line;
    take_word(&rest);
    r.verdict = take_word(&rest);
    ptrdiff_t bar = str_find(rest, STR(" | "), 0);
    r.name = trimmed(bar < 0 ? rest : str_sub(rest, 0, (size_t)bar));
    r.probe = bar < 0 ? STR("") : unescaped(a, str_sub(rest, (size_t)bar + 3, rest.len));
    return r;
}

static Str probe_of(Arena *a, const Table *t, const Row *r) {
    size_t dot = r->name.len;
    if (r->probe.len)
        return r->probe;
    if (t->before)
        return str_printf(a, "%s%.*s\n", t->before, STR_ARG(r->name));
    while (dot > 0 && r->name.at[dot - 1] != '.')
        dot--;
    Str head = str_sub(r->name, 0, dot ? dot - 1 : 0);
    return str_printf(a, "from %.*s import %.*s\n", STR_ARG(head),
                      STR_ARG(str_sub(r->name, dot, r->name.len)));
}

/* ---- running ---- */

static bool said(const Trace *t, const char *words) {
    for (size_t i = 0; i < t->output.count; i++) {
        const TraceOutputPiece *p = LOG_AT(&t->output, TraceOutputPiece, i);
        if (p->error && str_find(p->text, str_of(words), 0) >= 0)
            return true;
    }
    return false;
}

/* An import or an attribute that is not there; of a module of the program that used it. */
static bool is_absence(const Run *run) {
    const Trace *t = run->trace;
    const TraceError *e = *LOG_AT(&t->errors, TraceError *, t->errors.count - 1);
    return str_is(name_str(e->type), "AttributeError") ||
           str_is(name_str(e->type), "ImportError") ||
           str_is(name_str(e->type), "ModuleNotFoundError");
}

static Verdict verdict_of(const Run *run, bool accepted) {
    const Trace *t = run->trace;
    switch (accepted ? t->end : END_REFUSED) {
    case END_DONE:
    case END_EXIT: return said(t, "is a stand-in") ? VERDICT_STAND_IN : VERDICT_MODELLED;
    case END_REFUSED: return VERDICT_REFUSED;
    case END_RAISED: return is_absence(run) ? VERDICT_ABSENT : VERDICT_FAILED;
    case END_BUDGET: break;
    }
    return VERDICT_FAILED;
}

/* The folder that probes call DATA, and may read. */
static Str with_data(Arena *a, Str probe, const char *folder) {
    ptrdiff_t at = str_find(probe, STR("DATA"), 0);
    return at < 0 ? probe
                  : str_printf(a, "%.*s%s%.*s", (int)at, probe.at, folder,
                               STR_ARG(str_sub(probe, (size_t)at + 4, probe.len)));
}

static Verdict run_probe(Arena *a, Str probe, int minor) {
    bool two = str_starts(probe, STR("2: "));
    const char *folder = test_path(a, "tests/import/data");
    RunOptions options = {.python = two ? 2 : 3, .readable = &folder, .nreadable = 1};
    probe = with_data(a, probe, folder);
    Run *run = run_new(&options);
    assert_non_null(run);
    assert_true(tf_install(run, minor));
    Str text = two ? str_sub(probe, 3, probe.len) : probe;
    bool accepted = run_program(run, source_make(a, STR("probe.py"), text));
    Verdict v = verdict_of(run, accepted);
    run_free(run);
    return v;
}

/* In the release that has most of it: the newest one, one that programs were written for, any. */
static Verdict prove(Arena *a, const Table *t, const Row *r) {
    Str probe = probe_of(a, t, r);
    Verdict best = run_probe(a, probe, dialect_newest());
    bool api = t->before && strstr(t->before, "tensorflow");
    for (int minor = dialect_newest() - 1; api && best < VERDICT_STAND_IN && minor >= 0; minor--) {
        Verdict v = run_probe(a, probe, minor);
        best = v > best ? v : best;
    }
    return best;
}

/* ---- tables ---- */

static void put_row(const Row *r, Verdict v, Sink *out) {
    ptrdiff_t at = str_find(r->line, r->verdict, 0);
    sink_put(out, str_sub(r->line, 0, (size_t)at));
    sink_printf(out, "%-9s ", verdict_names[v]);
    sink_put(out, trimmed(str_sub(r->line, (size_t)at + r->verdict.len, r->line.len)));
}

static int check_row(Arena *a, const Table *t, Str line, Sink *out) {
    if (!line.len || line.at[0] == '#') {
        sink_put(out, line);
        return 0;
    }
    Row r = row_of(a, line);
    Verdict v = prove(a, t, &r);
    put_row(&r, v, out);
    if (str_is(r.verdict, verdict_names[v]))
        return 0;
    print_error("%s: %.*s is %s, the table says %.*s\n", t->file, STR_ARG(r.name), verdict_names[v],
                STR_ARG(r.verdict));
    return 1;
}

static Str read_table(Arena *a, const char *path) {
    Str text, error;
    if (!file_read(a, path, 1 << 20, &text, &error)) {
        print_error("%.*s\n", STR_ARG(error));
        fail();
    }
    return text;
}

static void accept(Arena *a, const char *path, const Sink *out) {
    Str error;
    assert_true(file_write(a, path, sink_str(out), true, &error));
}

static void test_table(void **state) {
    const Table *t = *state;
    Arena *a = arena_new(0);
    const char *path = test_path(a, str_printf(a, "tests/breadth/%s", t->file).at);
    Str text = read_table(a, path);
    Sink out = sink_memory(a);
    int wrong = 0;
    while (text.len) {
        ptrdiff_t end = str_find(text, STR("\n"), 0);
        Str line = end < 0 ? text : str_sub(text, 0, (size_t)end);
        text = str_sub(text, line.len + 1, text.len);
        wrong += check_row(a, t, line, &out);
        sink_char(&out, '\n');
    }
    if (wrong && getenv("TFSCOPE_ACCEPT"))
        accept(a, path, &out);
    else if (wrong)
        print_error(
            "%d rows to be changed by hand, or by TFSCOPE_ACCEPT=1 %s; read what changes: more "
            "should be modelled, nothing less, and nothing may have failed\n",
            wrong, "tests/test_breadth");
    arena_free(a);
    assert_int_equal(wrong, 0);
}

int main(void) {
    Suite s = {.arena = arena_new(0)};
    for (size_t i = 0; i < TABLES; i++)
        suite_add(&s, str_of(tables[i].file), test_table, (void *)(uintptr_t)&tables[i]);
    return suite_run(&s, "breadth");
}
