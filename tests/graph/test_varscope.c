#include "tests/graph/fake_host.h"

static const char *scope_op(World *w, const char *name) {
    return world_op(w, name)->node->record.name->text;
}

static const char *made(World *w, const char *name) {
    return get1(w, name)->node->record.name->text;
}

/* 4.2: the worked example, first part. */
static void test_op_scope_and_prefix(void **state) {
    (void)state;
    World w = world_make(0);
    VarScopeEntry vs = world_enter(&w, scope_named("foo", -1));
    assert_string_equal(vs.scope->name->text, "foo");
    assert_string_equal(vs.scope->original_name_scope->text, "foo/");
    assert_string_equal(made(&w, "v"), "foo/v");
    assert_string_equal(scope_op(&w, "add"), "foo/add");
    world_leave(&w, &vs);
    VarScopeEntry vs2 = world_enter(&w, scope_named("foo", 1));
    assert_string_equal(vs2.scope->original_name_scope->text, "foo_1/");
    assert_string_equal(made(&w, "v"), "foo/v");
    assert_string_equal(scope_op(&w, "add"), "foo_1/add");
    world_leave(&w, &vs2);
    OpScope ns = world_name_scope(&w, "ns");
    VarScopeEntry again = world_enter(&w, scope_object(vs.scope, -1));
    assert_string_equal(made(&w, "w"), "foo/w");
    assert_string_equal(scope_op(&w, "add"), "ns/foo/add");
    VarScopeEntry in = world_enter(&w, scope_named("in", -1));
    assert_string_equal(made(&w, "w"), "foo/in/w");
    assert_string_equal(scope_op(&w, "add"), "ns/foo/in/add");
    world_leave(&w, &in);
    world_leave(&w, &again);
    op_scope_leave(w.e, &ns);
    world_done(&w);
}

/* 4.2: second part: an object jumps for variables, its op scope is the last part of its name. */
static void test_object_jumps(void **state) {
    (void)state;
    World w = world_make(15);
    VarScopeEntry vs = world_enter(&w, scope_named("foo", -1));
    world_leave(&w, &vs);
    VarScopeEntry bar = world_enter(&w, scope_named("bar", -1));
    VarScopeEntry baz = world_enter(&w, scope_named("baz", -1));
    assert_string_equal(scope_op(&w, "a"), "bar/baz/a");
    world_leave(&w, &baz);
    VarScopeEntry jump = world_enter(&w, scope_object(vs.scope, -1));
    assert_string_equal(made(&w, "z"), "foo/z");
    assert_string_equal(scope_op(&w, "add"), "bar/foo/add");
    world_leave(&w, &jump);
    world_leave(&w, &bar);
    VarScopeEntry back = world_enter(&w, scope_object(baz.scope, -1));
    assert_string_equal(made(&w, "q"), "bar/baz/q");
    assert_string_equal(scope_op(&w, "a"), "baz/a");
    world_leave(&w, &back);
    OpScope really = world_name_scope(&w, baz.scope->original_name_scope->text);
    assert_string_equal(scope_op(&w, "a"), "bar/baz/a_1");
    op_scope_leave(w.e, &really);
    VarScopeEntry deep = world_enter(&w, scope_named("a1/b1", -1));
    assert_string_equal(scope_op(&w, "x"), "a1/b1/x");
    world_leave(&w, &deep);
    VarScopeEntry last = world_enter(&w, scope_object(deep.scope, -1));
    assert_string_equal(scope_op(&w, "x"), "b1/x");
    world_leave(&w, &last);
    world_done(&w);
}

/* 4.2: a trailing slash, and the empty string. */
static void test_slash_and_empty(void **state) {
    (void)state;
    World w = world_make(4);
    VarScopeEntry t = world_enter(&w, scope_named("t/", -1));
    assert_string_equal(t.scope->name->text, "t/");
    assert_string_equal(t.scope->original_name_scope->text, "t/");
    assert_string_equal(made(&w, "a"), "t//a");
    assert_string_equal(scope_op(&w, "x"), "t/x");
    world_leave(&w, &t);
    t = world_enter(&w, scope_named("t", -1));
    assert_string_equal(t.scope->original_name_scope->text, "t/");
    world_leave(&w, &t);
    VarScopeEntry p = world_enter(&w, scope_named("p", -1));
    VarScopeEntry none = world_enter(&w, scope_named("", -1));
    assert_string_equal(none.scope->name->text, "p/");
    assert_string_equal(none.scope->original_name_scope->text, "");
    assert_string_equal(made(&w, "a"), "p//a");
    assert_string_equal(scope_op(&w, "x"), "p/x");
    world_leave(&w, &none);
    world_leave(&w, &p);
    none = world_enter(&w, scope_named("", -1));
    assert_string_equal(none.scope->name->text, "");
    world_leave(&w, &none);
    world_done(&w);
}

/* 4.2: auxiliary_name_scope=False opens no op scope. */
static void test_no_auxiliary_name_scope(void **state) {
    (void)state;
    World w = world_make(15);
    VarScopeEntry foo = world_enter(&w, scope_named("foo", -1));
    world_leave(&w, &foo);
    OpScope n = world_name_scope(&w, "n");
    VarScopeRequest r = scope_named("s", -1);
    r.no_auxiliary_name_scope = true;
    VarScopeEntry s = world_enter(&w, r);
    assert_string_equal(s.scope->original_name_scope->text, "n/");
    assert_string_equal(scope_op(&w, "x"), "n/x");
    assert_string_equal(made(&w, "v"), "s/v");
    world_leave(&w, &s);
    r = scope_object(foo.scope, -1);
    r.no_auxiliary_name_scope = true;
    s = world_enter(&w, r);
    assert_string_equal(s.scope->original_name_scope->text, "foo/");
    OpScope back = world_name_scope(&w, s.scope->original_name_scope->text);
    assert_string_equal(scope_op(&w, "x"), "foo/x");
    op_scope_leave(w.e, &back);
    world_leave(&w, &s);
    op_scope_leave(w.e, &n);
    r = scope_named("s", -1);
    r.no_auxiliary_name_scope = true;
    s = world_enter(&w, r);
    assert_string_equal(s.scope->original_name_scope->text, "");
    world_leave(&w, &s);
    world_done(&w);
}

/* 4.2: an instance that is entered again keeps its original_name_scope since 1.5. */
static void test_instance(void **state) {
    (void)state;
    World w = world_make(15);
    VarScopeEntry first = world_enter(&w, scope_named("foo", 2));
    world_leave(&w, &first);
    VarScopeRequest r = scope_named("foo", 2);
    r.again = &first;
    VarScopeEntry second = world_enter(&w, r);
    assert_string_equal(second.scope->original_name_scope->text, "foo/");
    assert_string_equal(scope_op(&w, "a"), "foo_1/a");
    world_leave(&w, &second);
    r.no_auxiliary_name_scope = true;
    second = world_enter(&w, r);
    assert_string_equal(scope_op(&w, "a"), "foo/a");
    world_leave(&w, &second);
    world_done(&w);
}

/* 4.3: arguments by string: True and AUTO_REUSE are taken, None and False inherit. */
static void test_reuse_by_string(void **state) {
    (void)state;
    static const int arguments[] = {-1, 0, 1, 2};
    for (int outer = 0; outer <= 2; outer++) {
        World w = world_make(4);
        VarScopeEntry o = world_enter(&w, scope_named("o", outer));
        assert_int_equal(o.scope->reuse, outer);
        for (size_t i = 0; i < 4; i++) {
            VarScopeEntry in = world_enter(&w, scope_named("i", arguments[i]));
            assert_int_equal(in.scope->reuse, arguments[i] > 0 ? arguments[i] : outer);
            world_leave(&w, &in);
        }
        world_leave(&w, &o);
        world_done(&w);
    }
}

/* 4.3: by object: the captured flag; False switches it off in 1.0 only. The scope around does not
 * matter. */
static void test_reuse_by_object(void **state) {
    (void)state;
    for (int minor = 0; minor <= 1; minor++) {
        World w = world_make(minor);
        VarScopeEntry on = world_enter(&w, scope_named("on", 1));
        world_leave(&w, &on);
        VarScopeEntry off = world_enter(&w, scope_named("off", 0));
        world_leave(&w, &off);
        VarScopeEntry around = world_enter(&w, scope_named("around", 1));
        for (int given = -1; given <= 1; given++) {
            VarScopeEntry a = world_enter(&w, scope_object(on.scope, given));
            assert_int_equal(a.scope->reuse, given == 0 && minor == 0 ? REUSE_FALSE : REUSE_TRUE);
            assert_ptr_not_equal(a.scope, on.scope);
            world_leave(&w, &a);
            VarScopeEntry b = world_enter(&w, scope_object(off.scope, given));
            assert_int_equal(b.scope->reuse, given == 1 ? REUSE_TRUE : REUSE_FALSE);
            world_leave(&w, &b);
        }
        world_leave(&w, &around);
        world_done(&w);
    }
}

/* 4.3: reuse_variables() changes the object for good, not its copies and not entries by string. */
static void test_reuse_variables(void **state) {
    (void)state;
    World w = world_make(4);
    VarScopeEntry s = world_enter(&w, scope_named("s", -1));
    VarScopeEntry copy = world_enter(&w, scope_object(s.scope, -1));
    varscope_reuse_variables(w.e, copy.scope);
    assert_int_equal(copy.scope->reuse, REUSE_TRUE);
    assert_int_equal(s.scope->reuse, REUSE_FALSE);
    world_leave(&w, &copy);
    world_leave(&w, &s);
    varscope_reuse_variables(w.e, s.scope);
    VarScopeEntry again = world_enter(&w, scope_object(s.scope, -1));
    assert_int_equal(again.scope->reuse, REUSE_TRUE);
    world_leave(&w, &again);
    again = world_enter(&w, scope_named("s", -1));
    assert_int_equal(again.scope->reuse, REUSE_FALSE);
    world_leave(&w, &again);
    varscope_reuse_variables(w.e, varscope_current(w.e));
    again = world_enter(&w, scope_named("t", 0));
    assert_int_equal(again.scope->reuse, REUSE_TRUE);
    world_leave(&w, &again);
    world_done(&w);
}

/* Why the flag is as it is. */
static void test_reuse_reasons(void **state) {
    (void)state;
    World w = world_make(15);
    VarScopeEntry a = world_enter(&w, scope_named("a", -1));
    assert_int_equal(a.scope->record->reuse_rule, RULE_REUSE_OFF);
    VarScopeEntry b = world_enter(&w, scope_named("b", 1));
    assert_int_equal(b.scope->record->reuse_rule, RULE_REUSE_GIVEN);
    VarScopeEntry c = world_enter(&w, scope_named("c", 0));
    assert_int_equal(c.scope->record->reuse_rule, RULE_REUSE_INHERITED);
    assert_ptr_equal(c.scope->record->reuse_from, b.scope->record);
    assert_str(
        world_facts(&w, FACT_SCOPE, c.scope->record->index),
        "SCOPE_STRING(a/b/c, a/b) SCOPE_BURNS(a/b/c) REUSE_INHERITED(a/b) REUSE_FALSE_IGNORED(-)");
    VarScopeEntry d = world_enter(&w, scope_object(a.scope, -1));
    assert_int_equal(d.scope->record->reuse_rule, RULE_REUSE_FROM_OBJECT);
    assert_str(world_facts(&w, FACT_SCOPE, d.scope->record->index),
               "SCOPE_OBJECT(a, a/b/c/a) SCOPE_BURNS(a/b/c/a) REUSE_FROM_OBJECT(a)");
    varscope_reuse_variables(w.e, d.scope);
    VarScopeEntry e = world_enter(&w, scope_named("e", -1));
    assert_int_equal(e.scope->record->reuse_rule, RULE_REUSE_INHERITED);
    assert_ptr_equal(e.scope->record->reuse_from, d.scope->record);
    world_leave(&w, &e);
    world_leave(&w, &d);
    world_leave(&w, &c);
    world_leave(&w, &b);
    world_leave(&w, &a);
    world_done(&w);
}

/* The name that default_name becomes. */
static const char *opened(World *w, const char *default_name) {
    VarScopeEntry s = world_enter(w, scope_default(default_name));
    world_leave(w, &s);
    return s.scope->name->text;
}

static void opened_by_string(World *w, const char *name) {
    VarScopeEntry s = world_enter(w, scope_named(name, -1));
    world_leave(w, &s);
}

/* 4.4: default names at the root and inside, with explicit ones in between. */
static void test_default_names(void **state) {
    (void)state;
    World w = world_make(0);
    opened_by_string(&w, "dense");
    assert_string_equal(opened(&w, "dense"), "dense_1");
    opened_by_string(&w, "dense_2");
    assert_string_equal(opened(&w, "dense"), "dense_3");
    assert_string_equal(opened(&w, "dense"), "dense_4");
    for (int i = 0; i < 2; i++) {
        VarScopeEntry out = world_enter(&w, scope_named("out", -1));
        assert_string_equal(opened(&w, "dense"), "out/dense");
        assert_string_equal(opened(&w, "dense"), "out/dense_1");
        world_leave(&w, &out);
    }
    assert_string_equal(opened(&w, "dense"), "dense_5");
    world_done(&w);
}

/* 4.4: leaving by object brings the counts back. */
static void test_default_names_and_objects(void **state) {
    (void)state;
    World w = world_make(4);
    assert_string_equal(opened(&w, "dense"), "dense");
    assert_string_equal(opened(&w, "dense"), "dense_1");
    VarScopeEntry root = world_enter(&w, scope_object(varscope_current(w.e), -1));
    assert_string_equal(opened(&w, "dense"), "dense_2");
    world_leave(&w, &root);
    assert_string_equal(opened(&w, "dense"), "dense_2");
    VarScopeEntry net = world_enter(&w, scope_named("net", -1));
    assert_string_equal(opened(&w, "fc"), "net/fc");
    world_leave(&w, &net);
    VarScopeEntry again = world_enter(&w, scope_object(net.scope, -1));
    assert_string_equal(opened(&w, "fc"), "net/fc");
    world_leave(&w, &again);
    net = world_enter(&w, scope_named("net", -1));
    assert_string_equal(opened(&w, "fc"), "net/fc");
    world_leave(&w, &net);
    world_done(&w);
}

/* 4.4: leaving variable_scope("") at the root resets everything until 1.8. */
static void test_default_names_and_empty_scope(void **state) {
    (void)state;
    for (int minor = 8; minor <= 9; minor++) {
        World w = world_make(minor);
        assert_string_equal(opened(&w, "dense"), "dense");
        opened_by_string(&w, "");
        assert_string_equal(opened(&w, "dense"), minor == 8 ? "dense" : "dense_1");
        world_done(&w);
    }
}

/* 4.4: op scopes are numbered by themselves. */
static void test_default_names_and_op_scopes(void **state) {
    (void)state;
    World w = world_make(4);
    world_op(&w, "dense");
    VarScopeEntry s = world_enter(&w, scope_default("dense"));
    assert_string_equal(s.scope->name->text, "dense");
    assert_string_equal(s.scope->original_name_scope->text, "dense_1/");
    assert_int_equal(s.scope->record->form, SCOPE_BY_DEFAULT_NAME);
    world_leave(&w, &s);
    world_done(&w);
}

/* 4.1: errors of variable_scope. */
static void test_errors(void **state) {
    (void)state;
    World w = world_make(15);
    VarScopeEntry entry;
    VarScopeRequest r = {.reuse = -1, .use_resource = -1};
    assert_false(varscope_enter(w.e, &r, &entry));
    assert_int_equal(w.e->fault.kind, FAULT_TYPE);
    assert_str(world_fault(&w), "If default_name is None then name_or_scope is required");
    r = scope_default("d");
    r.reuse = 2;
    assert_false(varscope_enter(w.e, &r, &entry));
    assert_int_equal(w.e->fault.kind, FAULT_VALUE);
    assert_str(world_fault(&w), "reuse=True cannot be used without a name_or_scope");
    r = scope_named("bad name", -1);
    assert_false(varscope_enter(w.e, &r, &entry));
    assert_str(world_fault(&w), "'bad name' is not a valid scope name");
    world_done(&w);
}

/* 4.1: scopes left in the wrong order. */
static void test_nesting(void **state) {
    (void)state;
    for (int minor = 13; minor <= 14; minor++) {
        World w = world_make(minor);
        VarScopeEntry a = world_enter(&w, scope_named("a", -1)),
                      b = world_enter(&w, scope_named("b", -1));
        assert_int_equal(varscope_leave(w.e, &a), minor == 13);
        if (minor == 14)
            assert_str(world_fault(&w), "Improper nesting of variable_scope.");
        assert_true(minor == 13 || varscope_current(w.e) == b.scope);
        world_done(&w);
    }
}

/* 4.5: defaults flow from the scope around (strings) or the captured scope (objects); constraint
 * never. */
static void test_defaults(void **state) {
    (void)state;
    World w = world_make(15);
    VarScopeRequest r = scope_named("a", -1);
    r.initializer = fake_value(&w, (Fake){.text = "init"});
    r.constraint = fake_value(&w, (Fake){.text = "constraint"});
    r.dtype = DTYPE_FLOAT64;
    r.use_resource = 1;
    VarScopeEntry a = world_enter(&w, r);
    VarScopeEntry b = world_enter(&w, scope_named("b", -1));
    assert_ptr_equal(b.scope->initializer.as.object, r.initializer.as.object);
    assert_ptr_equal(b.scope->initializer_from, a.scope->record);
    assert_str(b.scope->record->defaults.initializer, "init");
    assert_str(b.scope->record->defaults.dtype, "float64");
    assert_int_equal(b.scope->dtype, DTYPE_FLOAT64);
    assert_int_equal(b.scope->use_resource, 1);
    assert_int_equal(b.scope->constraint.kind, VALUE_UNBOUND);
    world_leave(&w, &b);
    world_leave(&w, &a);
    VarScopeEntry c = world_enter(&w, scope_object(a.scope, -1));
    assert_int_equal(c.scope->dtype, DTYPE_FLOAT64);
    assert_int_equal(c.scope->constraint.kind, VALUE_UNBOUND);
    VarScopeEntry d = world_enter(&w, scope_object(a.saved, -1));
    assert_int_equal(d.scope->dtype, DTYPE_FLOAT32);
    world_leave(&w, &d);
    world_leave(&w, &c);
    world_done(&w);
}

static Str outcome(World *w) {
    Variable *v;
    Partitioned *part;
    bool ok = world_try(w, getting(w, "v", fake_shape(w, 1, 1)), &v, &part);
    if (ok)
        return name_str(v->node->record.name);
    return w->e->fault.rule == RULE_STORE_REFUSES_EXISTING ? STR("exists") : STR("missing");
}

typedef struct Pair {
    VarScopeRequest outer, inner;
} Pair;

static Str both(World *w, Pair p) {
    VarScopeEntry a = world_enter(w, p.outer);
    Str first = outcome(w);
    VarScopeEntry b = world_enter(w, p.inner);
    Str second = outcome(w);
    world_leave(w, &b);
    world_leave(w, &a);
    return str_printf(w->arena, "%.*s %.*s", STR_ARG(first), STR_ARG(second));
}

static Pair by_string(int outer, int inner) {
    return (Pair){scope_named("test1", outer), scope_named("test2", inner)};
}

/* 4.7: five ways in one graph, objects captured where reuse was off, and where it was on. */
static void test_five_cases(void **state) {
    (void)state;
    for (int captured_on = 0; captured_on <= 1; captured_on++) {
        for (int minor = 0; minor <= 4; minor += 1) {
            World w = world_make(minor);
            VarScopeEntry s1 = world_enter(&w, scope_named("test1", captured_on));
            VarScopeEntry s2 = world_enter(&w, scope_named("test2", captured_on));
            world_leave(&w, &s2);
            world_leave(&w, &s1);
            bool keeps = captured_on && minor >= 1;
            assert_str(both(&w, by_string(0, 0)), "test1/v test1/test2/v");
            assert_str(both(&w, by_string(1, 0)), "test1/v test1/test2/v");
            assert_str(both(&w, (Pair){scope_object(s1.scope, 0), scope_object(s2.scope, 1)}),
                       keeps ? "test1/v test1/test2/v" : "exists test1/test2/v");
            assert_str(both(&w, (Pair){scope_object(s1.scope, 1), scope_object(s2.scope, 0)}),
                       keeps ? "test1/v test1/test2/v" : "test1/v exists");
            assert_str(both(&w, by_string(0, 0)), "exists exists");
            world_done(&w);
        }
    }
}

/* 4.7: each case in a graph of its own. */
static void test_five_cases_fresh(void **state) {
    (void)state;
    static const char *const wanted[] = {"test1/v test1/test2/v", "missing missing",
                                         "test1/v missing", "missing test1/test2/v",
                                         "test1/v test1/test2/v"};
    for (int i = 0; i < 5; i++) {
        World w = world_make(i);
        VarScopeEntry s1 = world_enter(&w, scope_named("test1", 0)),
                      s2 = world_enter(&w, scope_named("test2", 0));
        world_leave(&w, &s2);
        world_leave(&w, &s1);
        Pair pairs[] = {by_string(0, 0),
                        by_string(1, 0),
                        {scope_object(s1.scope, 0), scope_object(s2.scope, 1)},
                        {scope_object(s1.scope, 1), scope_object(s2.scope, 0)},
                        by_string(0, 0)};
        assert_str(both(&w, pairs[i]), wanted[i]);
        world_done(&w);
    }
}

/* 4.6: a captured scope works in another graph, whose variables are its own. */
static void test_other_graph(void **state) {
    (void)state;
    World w = world_make(4);
    VarScopeEntry s = world_enter(&w, scope_named("s", -1));
    assert_string_equal(made(&w, "v"), "s/v");
    world_leave(&w, &s);
    engine_push_graph(w.e, graph_make(w.e));
    VarScopeEntry there = world_enter(&w, scope_object(s.scope, -1));
    assert_string_equal(made(&w, "v"), "s/v");
    world_leave(&w, &there);
    assert_true(engine_pop_graph(w.e));
    world_done(&w);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_op_scope_and_prefix),
        cmocka_unit_test(test_object_jumps),
        cmocka_unit_test(test_slash_and_empty),
        cmocka_unit_test(test_no_auxiliary_name_scope),
        cmocka_unit_test(test_instance),
        cmocka_unit_test(test_reuse_by_string),
        cmocka_unit_test(test_reuse_by_object),
        cmocka_unit_test(test_reuse_variables),
        cmocka_unit_test(test_reuse_reasons),
        cmocka_unit_test(test_default_names),
        cmocka_unit_test(test_default_names_and_objects),
        cmocka_unit_test(test_default_names_and_empty_scope),
        cmocka_unit_test(test_default_names_and_op_scopes),
        cmocka_unit_test(test_errors),
        cmocka_unit_test(test_nesting),
        cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_five_cases),
        cmocka_unit_test(test_five_cases_fresh),
        cmocka_unit_test(test_other_graph),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
