/* test_diff.c: what differs between two runs, and which change is the reason. */
#include <string.h>

#include "tests/tf/run_tf.h"
#include "view/diff.h"

/* ---- two programs ---- */

typedef struct Pair {
    const char *first, *second; /* programs behind their import of tensorflow (line 1) */
    const char *report;
} Pair;

static const Pair pairs[] = {
    {"tf.constant(1)", "tf.constant(1)", "Nothing differs.\n"},
    /* Lines that moved, and a comment, are nothing. */
    {"v = tf.get_variable('v', [1])\ntf.get_variable_scope().reuse_variables()\n"
     "tf.get_variable('v', [1])",
     "# more\n\nv = tf.get_variable('v', [1])\ntf.get_variable_scope().reuse_variables()\n"
     "tf.get_variable('v', [1])",
     "Nothing differs.\n"},
    /* A node that is called otherwise is the same input. */
    {"a = tf.constant(1, name='a')\nb = tf.negative(a, name='b')",
     "a = tf.constant(1, name='c')\nb = tf.negative(a, name='b')",
     "Nodes\n"
     "    a -> c\n"
     "      - The call asked for the name \"a\".  (line 2, rule 1.4)\n"
     "      + The call asked for the name \"c\".  (line 2, rule 1.4)\n"},
    /* Another input is one, however it is called. */
    {"a = tf.constant(1, name='a')\nb = tf.constant(1, name='b')\nc = tf.negative(a, name='c')",
     "a = tf.constant(1, name='a')\nb = tf.constant(1, name='b')\nc = tf.negative(b, name='c')",
     "Nodes\n"
     "    c  inputs: a -> b\n"},
    /* The type of an op, and what was printed. */
    {"print(tf.add(1, 2, name='x').op.type)", "print(tf.multiply(1, 2, name='x').op.type)",
     "Output\n"
     "  line 2    - Add\n"
     "  line 2    + Mul\n"
     "Nodes\n"
     "    x  op: Add -> Mul\n"},
    /* One more. */
    {"tf.constant(1, name='a')", "tf.constant(1, name='a')\ntf.constant([1., 2.], name='b')",
     "Nodes\n"
     "  + b  Const float32 (2,), line 3\n"},
    /* Shape, dtype, trainable; the nodes inside follow. */
    {"v = tf.Variable([1.], name='v')", "v = tf.Variable([1, 2], name='v', trainable=False)",
     "Variables\n"
     "    v:0  dtype: float32_ref -> int32_ref\n"
     "         shape: (1,) -> (2,)\n"
     "         trainable: yes -> no\n"
     "Nodes\n"
     "    v/initial_value  value: [1.] -> [1 2]\n"
     "  ... and 3 that follow from the variables (--all shows them)\n"
     "Collections\n"
     "  ... and 1 that follow from the variables (--all shows them)\n"},
    /* A key that is no longer the name. */
    {"v = tf.get_variable('v', initializer=1.)",
     "w = tf.Variable(1., name='v'); v = tf.get_variable('v', initializer=1.)",
     "Variables\n"
     "    v:0    stored as: v -> -\n"
     "  + v_1:0  float32_ref (), line 2\n"
     "      + tf.get_variable looks it up as \"v\": no variable scope adds a prefix.  "
     "(line 2, rule 3.1)\n"
     "      + No variable was stored as \"v\", so it was created.  (line 2, rule 3.3)\n"
     "      + Nothing switched reuse on.  (line 2, rule 4.3)\n"
     "      + \"v\" was in use already, so a number was appended: \"v_1\".  (line 2, rule 1.2)\n"
     "      + It is stored as \"v\", but the graph had that name already: the variable is called "
     "\"v_1\".  (line 2, rule 3.1)\n"
     "Nodes\n"
     "  ... and 4 that follow from the variables (--all shows them)\n"
     "Collections\n"
     "  ... and 2 that follow from the variables (--all shows them)\n"},
    /* Values that a session computed. */
    {"s = tf.Session(); s.run(tf.constant(1., name='c'))",
     "s = tf.Session(); s.run(tf.constant(2., name='c'))",
     "Nodes\n"
     "    c  value: 1.0 -> 2.0\n"
     "Values\n"
     "    c:0 (line 2)  1.0 -> 2.0\n"},
    /* Values that look the same. */
    {"tf.constant([0.] * 100, name='c')", "tf.constant([0.] * 99 + [1.], name='c')",
     "Nodes\n"
     "    c  value: float32(100,) -> float32(100,) (1 of 100 elements differ)\n"},
    /* How it ended. */
    {"raise ValueError('a')", "raise TypeError('a')",
     "End\n"
     "  - ValueError in line 2\n"
     "  + TypeError in line 2\n"},
    {"raise ValueError('a')", "import sys; sys.exit(3)",
     "End\n"
     "  - ValueError in line 2\n"
     "  + the program left with status 3\n"
     "    - a\n"},
    {"tf.ReaderBase(None, None, [0])", "pass",
     "End\n"
     "  - refused in line 2: tf.ReaderBase is not modelled\n"
     "  + the program ended normally\n"},
};

static Str report_of(Arena *a, const Diff *d, bool all) {
    Sink out = sink_memory(a);
    doc_put(view_diff(a, d, all), &out);
    return sink_str(&out);
}

static void test_programs(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        Arena *a = arena_new(0);
        Run *x = tf_run(15, pairs[i].first), *y = tf_run(15, pairs[i].second);
        Str report = report_of(a, diff_make(a, x->trace, y->trace, false), false);
        assert_str(report, pairs[i].report);
        run_free(x);
        run_free(y);
        arena_free(a);
    }
}

/* What is left out of a report is told with `all`. */
static void test_all(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Run *x = tf_run(15, ""), *y = tf_run(15, "tf.Variable(1., name='v')");
    Diff *d = diff_make(a, x->trace, y->trace, false);
    assert_true(str_find(report_of(a, d, false), STR("VariableV2"), 0) < 0);
    assert_true(str_find(report_of(a, d, true), STR("+ v                VariableV2"), 0) > 0);
    run_free(x);
    run_free(y);
    arena_free(a);
}

/* Long lists are cut. */
static void test_long(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Run *x = tf_run(15, ""), *y = tf_run(15, "for i in range(23): print(i)");
    Diff *d = diff_make(a, x->trace, y->trace, false);
    assert_true(
        str_ends(report_of(a, d, false), STR("+ 19\n  ... and 3 more (--all shows them)\n")));
    assert_true(str_ends(report_of(a, d, true), STR("+ 22\n")));
    run_free(x);
    run_free(y);
    arena_free(a);
}

/* ---- reasons ---- */

static const char zeros[] = "v = tf.get_variable('v', [2], initializer=tf.zeros_initializer())";

static void observe(Diff *d, int minor, const char *id) {
    Run *run = tf_run(minor, zeros);
    DiffReason reason = {.id = str_of(id), .meaning = str_of(id)};
    diff_observe(d, run->trace, &reason);
    run_free(run);
}

static Str reasons_from(Arena *a, int first, int last) {
    static const struct {
        int minor;
        const char *id;
    } steps[] = {{2, "named"}, {3, "nothing"}, {6, "filled"}, {8, "constant"}};
    Run *x = tf_run(first, zeros), *y = tf_run(last, zeros);
    Diff *d = diff_make(a, x->trace, y->trace, true);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (first < steps[i].minor && steps[i].minor <= last)
            observe(d, steps[i].minor, steps[i].id);
    diff_attribute(d);
    Str report = report_of(a, d, false);
    run_free(x);
    run_free(y);
    return report;
}

/* Each difference has the changes that lead to it; a way out and back again is none. */
static void test_reasons(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    assert_str(reasons_from(a, 1, 8), "Nodes\n"
                                      "    v/Initializer/Const -> v/Initializer/zeros  [1]\n"
                                      "Reasons\n"
                                      "  [1]  named\n");
    assert_str(reasons_from(a, 2, 8), "Nothing differs.\n");
    assert_str(
        reasons_from(a, 1, 6),
        "Nodes\n"
        "  + v/Initializer/zeros/shape_as_tensor  Const int32 (1,), line 2  [1]\n"
        "    v/Initializer/Const -> v/Initializer/zeros/Const  [2, 1]\n"
        "                                         shape: (2,) -> ()  [1]\n"
        "                                         value: [0. 0.] -> 0.0  [1]\n"
        "  + v/Initializer/zeros                  Fill float32 (2,), line 2  [2, 1]\n"
        "    v/Assign                             inputs: v, v/Initializer/Const -> v, v/Initializer/zeros  [1]\n"
        "Reasons\n"
        "  [1]  filled\n"
        "  [2]  named\n");
    arena_free(a);
}

/* ---- pairing ---- */

/* Words "name.leaf/kind" of things that one line made. */
static uint32_t keys_of(AlignKey *keys, const char *text) {
    uint32_t n = 0;
    for (const char *at = text; *at; n++) {
        size_t name = strcspn(at, "."), rest = strcspn(at + name, " ");
        size_t leaf = strcspn(at + name, "/");
        keys[n] = (AlignKey){.name = str_hash((Str){at, name}),
                             .leaf = str_hash((Str){at + name, leaf}),
                             .kind = str_hash((Str){at + name + leaf, rest - leaf}),
                             .line = 1};
        at += name + rest;
        at += *at == ' ';
    }
    return n;
}

/* The partners of the first list in the second one, from 1; 0 for none. */
static void check_pairs(const char *first, const char *second, const char *wanted) {
    AlignKey x[16], y[16];
    uint32_t to_y[16], to_x[16];
    char got[64] = "";
    uint32_t n = keys_of(x, first), m = keys_of(y, second);
    align(x, n, y, m, false, to_y, to_x);
    for (uint32_t i = 0; i < n; i++) {
        got[i] = (char)(to_y[i] == THING_NONE ? '0' : '1' + to_y[i]);
        assert_true(to_y[i] == THING_NONE || to_x[to_y[i]] == i);
    }
    assert_string_equal(got, wanted);
}

static void test_align(void **state) {
    (void)state;
    check_pairs("", "a.a/X", "");
    check_pairs("a.a/X b.b/X", "a.a/X b.b/X", "12");
    check_pairs("a.a/X b.b/X", "b.b/X", "01");
    check_pairs("a.a/X", "n.n/Y a.a/X", "2");
    /* Another name of the same kind; another kind of what was asked for alike. */
    check_pairs("a.a/X", "b.b/X", "1");
    check_pairs("a.a/X", "b.a/Y", "1");
    check_pairs("a.a/X", "b.b/Y", "0");
    /* What changed places is the same by its name. */
    check_pairs("a.a/X b.b/Y", "b.b/Y a.a/X", "21");
    /* Layers that skip a number: the order tells, not the number. */
    check_pairs("d.m/M d.b/B d2.m/M d2.b/B d3.m/M d3.b/B",
                "d.m/M d.b/B d1.m/M d1.b/B d2.m/M d2.b/B", "123456");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_programs), cmocka_unit_test(test_all),   cmocka_unit_test(test_long),
        cmocka_unit_test(test_reasons),  cmocka_unit_test(test_align),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
