#include "graph/counts.h"
#include "tests/graph/fake_host.h"

/* 6.1: insertion order, duplicates, anything. */
static void test_items(void **state) {
    (void)state;
    World w = world_make(4);
    Graph *g = engine_graph(w.e);
    Name key = world_name(&w, "things");
    assert_null(collection_get(g, key));
    Output *t = world_op(&w, "t");
    collection_add(w.e, g, key, (Item){.host = value_int(3)});
    collection_add(w.e, g, key, (Item){.output = t});
    collection_add(w.e, g, key, (Item){.host = value_int(3)});
    const Collection *c = collection_get(g, key);
    assert_int_equal(c->items.count, 3);
    assert_ptr_equal(LOG_AT(&c->items, Item, 1)->output, t);
    const TraceCollected *r = LOG_AT(&g->record->collections, TraceCollected, 1);
    assert_ptr_equal(r->node, &t->node->record);
    assert_ptr_equal(r->key, key);
    world_done(&w);
}

/* 6.1: the pattern is a regular expression that matches at the start. Expectations are those of
 * Python's re.match. */
static void test_patterns(void **state) {
    (void)state;
    static const struct {
        const char *pattern, *name;
        bool matches;
    } rows[] = {
        {"foo", "foobar/w:0", true},
        {"foo", "foo_1/w:0", true},
        {"foo/", "foo_1/w:0", false},
        {"", "anything", true},
        {"deep", "net/deep/w:0", false},
        {"d.s/s", "dis/steps:0", true},
        {"m/[ab]", "m/b:0", true},
        {"m/[ab]", "m/c:0", false},
        {"m/[^ab]", "m/c:0", true},
        {".*kernel", "a/b/kernel:0", true},
        {".*bias$", "a/bias:0", false},
        {".*bias:0$", "a/bias:0", true},
        {"a|b", "bc", true},
        {"(a|b)/w", "b/w:0", true},
        {"(?:a|b)/w", "c/w:0", false},
        {"^net", "net/w", true},
        {"layer_\\d+/", "layer_12/w", true},
        {"layer_\\d+/", "layer_/w", false},
        {"a\\.b", "a.b", true},
        {"a\\.b", "axb", false},
        {"\\w+/w", "net_1/w:0", true},
        {"[\\w/]+:0", "a/b:0", true},
        {"[a-c]+d", "abcd", true},
        {"[]a]x", "]x", true},
        {"[a-]x", "-x", true},
        {"a*?b", "aab", true},
        {"a+b?", "aac", true},
        {"\\W", "/x", true},
        {"\\W", "x", false},
        {"a\\/b", "a/b", true},
    };
    World w = world_make(15);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool matches;
        if (!collection_matches(w.e, str_of(rows[i].pattern), str_of(rows[i].name), &matches))
            fail_msg("%s: refused", rows[i].pattern);
        if (matches != rows[i].matches)
            fail_msg("%s on %s: %d", rows[i].pattern, rows[i].name, matches);
    }
    world_done(&w);
}

/* What has no counterpart is refused, not guessed. */
static void test_refused_patterns(void **state) {
    (void)state;
    static const char *const patterns[] = {"(?!a)", "(?P<n>a)", "(a)\\1", "a{2}",       "\\bx",
                                           "[a",    "a\\",      "(a",     "[[:alpha:]]"};
    World w = world_make(15);
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        bool matches;
        if (collection_matches(w.e, str_of(patterns[i]), STR("a"), &matches))
            fail_msg("%s: accepted", patterns[i]);
        assert_int_equal(w.e->fault.kind, FAULT_REFUSED);
    }
    world_done(&w);
}

/* 4.4: the counts behind default names. */
static void test_counts(void **state) {
    (void)state;
    World w = world_make(4);
    ScopeCounts *c = counts_make(w.arena, w.e->names);
    Name a = world_name(&w, "a"), ab = world_name(&w, "a/b"), abc = world_name(&w, "a/b/c"),
         aa = world_name(&w, "aa");
    counts_add(c, abc);
    counts_add(c, ab);
    counts_add(c, a);
    counts_add(c, aa);
    counts_forget(c, a);
    assert_int_equal(counts_get(c, a), 1);
    assert_int_equal(counts_get(c, ab), 0);
    assert_int_equal(counts_get(c, abc), 0);
    assert_int_equal(counts_get(c, aa), 1);
    size_t mark = counts_mark(c);
    counts_add(c, ab);
    size_t inner = counts_mark(c);
    counts_add(c, ab);
    counts_forget(c, a);
    counts_restore(c, inner);
    assert_int_equal(counts_get(c, ab), 1);
    counts_forget_all(c);
    assert_int_equal(counts_get(c, a), 0);
    counts_restore(c, mark);
    assert_int_equal(counts_get(c, a), 1);
    assert_int_equal(counts_get(c, ab), 0);
    world_done(&w);
}

static void test_counts_unique(void **state) {
    (void)state;
    World w = world_make(4);
    ScopeCounts *c = counts_make(w.arena, w.e->names);
    Name d = world_name(&w, "s/d");
    static const char *const wanted[] = {"s/d", "s/d_1", "s/d_2", "s/d_3"};
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 4; i++) {
            Name got = counts_unique(c, d);
            assert_string_equal(got->text, wanted[i]);
            counts_add(c, got);
        }
        counts_forget(c, world_name(&w, "s"));
    }
    world_done(&w);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_items),
        cmocka_unit_test(test_patterns),
        cmocka_unit_test(test_refused_patterns),
        cmocka_unit_test(test_counts),
        cmocka_unit_test(test_counts_unique),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
