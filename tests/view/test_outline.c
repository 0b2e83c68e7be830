/* test_outline.c: the tree of names at any moment, folded, filtered, searched.
 *
 * Graphs are made by hand from lists of names: node i is created at moment 10 * (i + 1), so that
 * readers see it from 10 * (i + 1) + 1 on. */
#include "tests/test.h"
#include "view/outline.h"
#include "view/outline_inner.h"

static Arena *arena;
static Names *names;

static int setup(void **state) {
    (void)state;
    arena = arena_new(0);
    names = names_make(arena);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static TraceGraph *graph_new(void) {
    TraceGraph *g = ARENA_NEW(arena, TraceGraph);
    g->nodes = log_make(arena, sizeof(TraceNode *));
    return g;
}

static TraceNode *node(TraceGraph *g, Str name) {
    TraceNode *n = ARENA_NEW(arena, TraceNode);
    n->name = name_of(names, name);
    n->cause.moment = (Moment)(10 * (g->nodes.count + 1));
    *LOG_PUSH(&g->nodes, TraceNode *) = n;
    return n;
}

/* A graph of the nodes that a list with blanks between names. */
static TraceGraph *graph_of(const char *list) {
    TraceGraph *g = graph_new();
    Str rest = str_of(list);
    while (rest.len > 0) {
        ptrdiff_t blank = str_find(rest, STR(" "), 0);
        size_t end = blank < 0 ? rest.len : (size_t)blank;
        node(g, str_sub(rest, 0, end));
        rest = str_sub(rest, end + 1, rest.len);
    }
    return g;
}

static const Outline *outline_of(const char *list) {
    TraceGraph *g = graph_of(list);
    return outline_make(arena, g, g->nodes.count, true);
}

/* One row in short: its depth as dots, its label, "/" for a mere prefix. */
static void put_row(Sink *out, const Outline *o, uint32_t i, Moment m) {
    const Branch *b = outline_branch(o, i);
    sink_repeat(out, '.', b->depth);
    sink_put(out, branch_label(b));
    sink_z(out, branch_node(b, m) ? " " : "/ ");
}

static Str rows(const Outline *o, const Folds *f, Moment m) {
    Sink out = sink_memory(arena);
    for (uint32_t i = outline_first(o, m); i != BRANCH_NONE; i = outline_next(o, f, m, i))
        put_row(&out, o, i, m);
    return sink_str(&out);
}

/* The same from the last row upwards, put in front. */
static Str rows_backwards(const Outline *o, const Folds *f, Moment m) {
    Str text = STR("");
    for (uint32_t i = outline_last(o, f, m); i != BRANCH_NONE; i = outline_before(o, f, m, i)) {
        Sink out = sink_memory(arena);
        put_row(&out, o, i, m);
        text = str_join2(arena, sink_str(&out), text);
    }
    return text;
}

static Folds *open_all(void) {
    Folds *f = folds_make(arena);
    folds_all(f, true);
    return f;
}

#define assert_rows(o, f, m, wanted)                                                               \
    do {                                                                                           \
        assert_str(rows((o), (f), (m)), wanted);                                                   \
        assert_str(rows_backwards((o), (f), (m)), wanted);                                         \
    } while (0)

/* ---- the tree ---- */

static void test_order_of_creation(void **state) {
    (void)state;
    const Outline *o = outline_of("z/b a z/a/x z/b/y");
    assert_rows(o, open_all(), MOMENT_END, "z/ .b ..y .a/ ..x a ");
    assert_int_equal(outline_count(o), 6);
}

static void test_at_a_moment(void **state) {
    (void)state;
    const Outline *o = outline_of("z/b a z/a/x z/b/y z");
    const Folds *f = open_all();
    assert_rows(o, f, 0, "");
    assert_rows(o, f, 10, "");
    assert_rows(o, f, 11, "z/ .b ");
    assert_rows(o, f, 21, "z/ .b a ");
    assert_rows(o, f, 31, "z/ .b .a/ ..x a ");
    assert_rows(o, f, 50, "z/ .b ..y .a/ ..x a ");
    assert_rows(o, f, 51, "z .b ..y .a/ ..x a ");
}

static void test_odd_names(void **state) {
    (void)state;
    assert_rows(outline_of("/a //b a//b a/"), open_all(), MOMENT_END, "/a // .b a/ . ..b ");
    assert_rows(outline_of("/a //b a//b a/"), open_all(), 31, "/a // .b a/ ./ ..b ");
    const Outline *o = outline_of("/a //b a//b a/");
    assert_int_equal(outline_branch(o, outline_find(o, STR("a/")))->depth, 1);
    assert_int_equal(outline_find(o, STR("/")), 1);
    assert_int_equal(outline_find(o, STR("")), BRANCH_NONE);
    assert_int_equal(outline_find(o, (Str){NULL, 0}), BRANCH_NONE);
}

static void test_case_tells_apart(void **state) {
    (void)state;
    assert_rows(outline_of("Foo/x foo/y"), open_all(), MOMENT_END, "Foo/ .x foo/ .y ");
}

static void test_empty(void **state) {
    (void)state;
    const Outline *o = outline_of("");
    assert_int_equal(outline_count(o), 0);
    assert_rows(o, open_all(), MOMENT_END, "");
    assert_int_equal(outline_find(o, STR("a")), BRANCH_NONE);
    assert_int_equal(outline_search(o, MOMENT_END, BRANCH_NONE, STR("a"), true), BRANCH_NONE);
    assert_int_equal(outline_count(outline_filter(arena, o, STR("a"), STR("b"))), 0);
}

static void test_find(void **state) {
    (void)state;
    const Outline *o = outline_of("a/b/c a/d");
    assert_str(outline_branch(o, outline_find(o, STR("a/b")))->path, "a/b");
    assert_int_equal(outline_find(o, STR("b")), BRANCH_NONE);
    assert_int_equal(outline_find(o, STR("a/b/c/d")), BRANCH_NONE);
    assert_int_equal(outline_of_path(o, STR("a/b/x/y")), outline_find(o, STR("a/b")));
    assert_int_equal(outline_of_path(o, STR("x")), BRANCH_NONE);
}

/* Of two graphs' worth of nodes inside a variable, only the variable is shown. */
static void test_library(void **state) {
    (void)state;
    TraceGraph *g = graph_new();
    TraceVariable *v = ARENA_NEW(arena, TraceVariable);
    node(g, STR("v/init"))->variable = v;
    TraceNode *own = node(g, STR("v"));
    v->node = own;
    own->variable = v;
    node(g, STR("v/read"))->variable = v;
    node(g, STR("c"));
    assert_rows(outline_make(arena, g, 4, true), open_all(), 11, "v/ .init ");
    assert_rows(outline_make(arena, g, 4, true), open_all(), MOMENT_END, "v .init .read c ");
    const Outline *plain = outline_make(arena, g, 4, false);
    assert_rows(plain, open_all(), 11, "");
    assert_rows(plain, open_all(), MOMENT_END, "v c ");
    assert_int_equal(outline_of_path(plain, STR("v/read")), 0);
}

/* ---- hostile names ---- */

static void test_very_deep(void **state) {
    (void)state;
    enum { DEEP = 200000 };
    char *text = arena_alloc(arena, 2 * DEEP);
    for (size_t i = 0; i < 2 * DEEP; i++)
        text[i] = i % 2 ? '/' : 'a';
    TraceGraph *g = graph_new();
    node(g, (Str){text, 2 * DEEP - 1});
    node(g, STR("b"));
    size_t before = arena_used(arena);
    const Outline *o = outline_make(arena, g, 2, true);
    assert_true(arena_used(arena) - before < (size_t)DEEP * 100);
    assert_int_equal(outline_count(o), DEEP + 1);
    const Folds *f = open_all();
    assert_int_equal(outline_before(o, f, MOMENT_END, DEEP), DEEP - 1);
    assert_int_equal(outline_next(o, f, MOMENT_END, DEEP - 1), DEEP);
    assert_int_equal(outline_find(o, (Str){text, 2 * DEEP - 1}), DEEP - 1);
    const Outline *kept = outline_filter(arena, o, STR("a/a/a"), STR("?b?"));
    assert_int_equal(outline_count(kept), DEEP);
}

static void test_very_long(void **state) {
    (void)state;
    enum { LONG = 1 << 20 };
    char *text = arena_alloc(arena, LONG);
    for (size_t i = 0; i < LONG; i++)
        text[i] = 'x';
    TraceGraph *g = graph_new();
    node(g, (Str){text, LONG});
    const Outline *o = outline_make(arena, g, 1, true);
    assert_int_equal(branch_label(outline_branch(o, 0)).len, LONG);
    assert_int_equal(outline_count(outline_filter(arena, o, STR("*y"), STR(""))), 0);
    assert_int_equal(outline_count(outline_filter(arena, o, STR("*x"), STR(""))), 1);
}

/* ---- folding ---- */

static void test_folds_at_first(void **state) {
    (void)state;
    Folds *f = folds_make(arena);
    const Outline *o = outline_of("s/v s/v/read w/x w");
    assert_rows(o, f, MOMENT_END, "s/ .v w ");
    assert_rows(o, f, 31, "s/ .v w/ "); /* closed already: it will be a node */
    folds_set(f, outline_branch(o, outline_find(o, STR("s/v"))), true);
    assert_rows(o, f, MOMENT_END, "s/ .v ..read w ");
    folds_set(f, outline_branch(o, 0), false);
    assert_rows(o, f, MOMENT_END, "s/ w ");
    folds_set(f, outline_branch(o, 0), true);
    assert_rows(o, f, MOMENT_END, "s/ .v ..read w ");
}

static void test_shown(void **state) {
    (void)state;
    Folds *f = open_all();
    const Outline *o = outline_of("a/b/c/d x");
    uint32_t d = outline_find(o, STR("a/b/c/d"));
    assert_int_equal(outline_shown(o, f, MOMENT_END, d), d);
    folds_set(f, outline_branch(o, 2), false);
    assert_int_equal(outline_shown(o, f, MOMENT_END, d), 2);
    folds_set(f, outline_branch(o, 0), false);
    assert_int_equal(outline_shown(o, f, MOMENT_END, d), 0);
    assert_int_equal(outline_shown(o, f, 11, 4), BRANCH_NONE);
    assert_int_equal(outline_shown(o, f, MOMENT_END, BRANCH_NONE), BRANCH_NONE);
}

/* A branch below one that exists, but itself of later. */
static void test_shown_before_it_exists(void **state) {
    (void)state;
    const Outline *o = outline_of("a/b a/c/d");
    uint32_t d = outline_find(o, STR("a/c/d"));
    assert_int_equal(outline_shown(o, open_all(), 11, d), 0);
    assert_int_equal(outline_shown(o, open_all(), 10, d), BRANCH_NONE);
}

static void test_folds_text(void **state) {
    (void)state;
    Folds *f = folds_make(arena);
    const Outline *o = outline_of("s/v s/v/read w/x w");
    folds_set(f, outline_branch(o, outline_find(o, STR("s/v"))), true);
    folds_set(f, outline_branch(o, 0), false);
    Sink out = sink_memory(arena);
    folds_write(f, &out);
    assert_str(sink_str(&out), "+s/v\n-s\n");
    Folds *again = folds_make(arena);
    folds_read(again, STR("+s/v\nnonsense\n\n-\n-s"));
    assert_rows(o, again, MOMENT_END, "s/ w ");
    folds_set(again, outline_branch(o, 0), true);
    assert_rows(o, again, MOMENT_END, "s/ .v ..read w ");
    Sink rest = sink_memory(arena);
    folds_write(again, &rest);
    assert_str(sink_str(&rest), "+s/v\n");
}

static void test_folds_all(void **state) {
    (void)state;
    Folds *f = folds_make(arena);
    const Outline *o = outline_of("s/v s/v/read w/x");
    folds_read(f, STR("+s/v\n-*\n+w\n"));
    assert_true(folds_all_closed(f));
    assert_rows(o, f, MOMENT_END, "s/ w/ .x ");
    Sink out = sink_memory(arena);
    folds_write(f, &out);
    assert_str(sink_str(&out), "-*\n+w\n");
    folds_all(f, true);
    assert_false(folds_all_closed(f));
    assert_rows(o, f, MOMENT_END, "s/ .v ..read w/ .x ");
}

static void test_many_folds(void **state) {
    (void)state;
    Folds *f = folds_make(arena);
    TraceGraph *g = graph_new();
    for (int i = 0; i < 3000; i++)
        node(g, str_printf(arena, "s%d/x", i));
    const Outline *o = outline_make(arena, g, 3000, true);
    for (uint32_t i = 0; i < 6000; i += 4)
        folds_set(f, outline_branch(o, i), false);
    for (uint32_t i = 0; i < 6000; i += 2)
        assert_int_equal(folds_open(f, outline_branch(o, i)), i % 4 == 2);
}

/* ---- filters ---- */

static void test_filter_text(void **state) {
    (void)state;
    const Outline *o = outline_of("net/conv/w net/fc/w loss net/conv/b");
    assert_rows(outline_filter(arena, o, STR("conv"), STR("")), open_all(), MOMENT_END,
                "net/ .conv/ ..w ..b ");
    assert_rows(outline_filter(arena, o, STR("NET/F"), STR("")), open_all(), MOMENT_END,
                "net/ .fc/ ..w ");
    assert_rows(outline_filter(arena, o, STR("/w"), STR("")), open_all(), MOMENT_END,
                "net/ .conv/ ..w .fc/ ..w ");
    assert_ptr_equal(outline_filter(arena, o, STR(""), STR("")), o);
}

static void test_filter_pattern(void **state) {
    (void)state;
    const Outline *o = outline_of("net/conv1/w net/conv12/w loss");
    assert_rows(outline_filter(arena, o, STR("conv?"), STR("")), open_all(), MOMENT_END,
                "net/ .conv1/ ");
    assert_rows(outline_filter(arena, o, STR("*/conv1*/w"), STR("")), open_all(), MOMENT_END,
                "net/ .conv1/ ..w .conv12/ ..w ");
    assert_rows(outline_filter(arena, o, STR("l*s"), STR("")), open_all(), MOMENT_END, "loss ");
    assert_rows(outline_filter(arena, o, STR("*"), STR("")), open_all(), MOMENT_END,
                "net/ .conv1/ ..w .conv12/ ..w loss ");
    assert_rows(outline_filter(arena, o, STR("?"), STR("")), open_all(), MOMENT_END,
                "net/ .conv1/ ..w .conv12/ ..w ");
}

static void test_hide(void **state) {
    (void)state;
    const Outline *o = outline_of("net/conv/w net/fc/w loss only/conv/x");
    assert_rows(outline_filter(arena, o, STR(""), STR("conv")), open_all(), MOMENT_END,
                "net/ .fc/ ..w loss ");
    assert_rows(outline_filter(arena, o, STR("w"), STR("*/fc")), open_all(), MOMENT_END,
                "net/ .conv/ ..w ");
}

/* A branch stands where the first member that is shown was created. */
static void test_filter_moves(void **state) {
    (void)state;
    const Outline *o = outline_of("a/x b/w a/w b");
    const Outline *kept = outline_filter(arena, o, STR("*/w"), STR(""));
    assert_rows(kept, open_all(), MOMENT_END, "b .w a/ .w ");
    assert_rows(kept, open_all(), 11, "");
    assert_rows(kept, open_all(), 21, "b/ .w ");
    assert_int_equal(outline_find(kept, STR("a/w")), 3);
    assert_int_equal(outline_find(kept, STR("a/x")), BRANCH_NONE);
}

/* ---- searching ---- */

static void test_search(void **state) {
    (void)state;
    const Outline *o = outline_of("ab/x AB/y z/cab");
    const Moment m = MOMENT_END;
    assert_int_equal(outline_search(o, m, BRANCH_NONE, STR("ab"), false), 0);
    assert_int_equal(outline_search(o, m, 0, STR("ab"), false), 2);
    assert_int_equal(outline_search(o, m, 2, STR("aB"), false), 5);
    assert_int_equal(outline_search(o, m, 5, STR("ab"), false), BRANCH_NONE);
    assert_int_equal(outline_search(o, m, BRANCH_NONE, STR("ab"), true), 5);
    assert_int_equal(outline_search(o, m, 2, STR("ab"), true), 0);
    assert_int_equal(outline_search(o, 21, 2, STR("ab"), false), BRANCH_NONE);
    assert_int_equal(outline_search(o, 21, BRANCH_NONE, STR("ab"), true), 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define TEST(fn) cmocka_unit_test_setup_teardown(fn, setup, teardown)
        TEST(test_order_of_creation), TEST(test_at_a_moment),    TEST(test_odd_names),
        TEST(test_case_tells_apart),  TEST(test_empty),          TEST(test_find),
        TEST(test_library),           TEST(test_very_deep),      TEST(test_very_long),
        TEST(test_folds_at_first),    TEST(test_shown),          TEST(test_shown_before_it_exists),
        TEST(test_folds_text),        TEST(test_folds_all),      TEST(test_many_folds),
        TEST(test_filter_text),       TEST(test_filter_pattern), TEST(test_hide),
        TEST(test_filter_moves),      TEST(test_search),
#undef TEST
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
