/* The machine: steps, events and histories that a program leaves, and how runs end. */
#include "tests/run/program.h"

/* ---- what is recorded ---- */

static size_t count_events(const Trace *t, EventKind kind) {
    size_t n = 0;
    for (size_t i = 0; i < t->events.count; i++) {
        n += LOG_AT(&t->events, Event, i)->kind == (unsigned)kind;
    }
    return n;
}

static void test_steps_are_lines(void **state) {
    (void)state;
    Ran r = run_text("x = 1\ny = 2\nz = x + y\n");
    const Trace *t = r.run->trace;
    assert_int_equal(trace_steps(t), 3);
    for (size_t k = 1; k <= 3; k++) {
        assert_int_equal(trace_line(t, trace_step_at(t, k)->site), k);
    }
    assert_int_equal(count_events(t, EVENT_BIND), 3);
    ran_free(&r);
}

static int64_t global_at(const Trace *t, const char *name, Moment m) {
    const TraceFrame *f = trace_frame_at(t, 0);
    for (uint32_t i = 0; i < f->ncells; i++) {
        if (str_is(name_str(f->names[i]), name)) {
            Value v = trace_local_at(f, i, m);
            return v.kind == VALUE_INT ? v.as.integer : -1;
        }
    }
    return -2;
}

static void test_globals_have_a_past(void **state) {
    (void)state;
    Ran r = run_text("x = 1\nx = 5\nx = 7\n");
    const Trace *t = r.run->trace;
    assert_int_equal(global_at(t, "x", trace_step_end(t, 0)), -1);
    assert_int_equal(global_at(t, "x", trace_step_end(t, 1)), 1);
    assert_int_equal(global_at(t, "x", trace_step_end(t, 2)), 5);
    assert_int_equal(global_at(t, "x", trace_step_end(t, 3)), 7);
    assert_int_equal(global_at(t, "x", MOMENT_END), 7);
    ran_free(&r);
}

static void test_loop_keeps_every_value(void **state) {
    (void)state;
    Ran r = run_text("x = 0\nfor i in range(100):\n    x = x + i\n");
    const Trace *t = r.run->trace;
    int64_t sum = 0;
    for (int64_t i = 0; i < 100; i++) {
        size_t step = 3 + 2 * (size_t)i; /* the body, for this i */
        sum += i;
        assert_int_equal(global_at(t, "i", trace_step_end(t, step)), i);
        assert_int_equal(global_at(t, "x", trace_step_end(t, step)), sum);
    }
    ran_free(&r);
}

static void test_calls_have_frames(void **state) {
    (void)state;
    Ran r = run_text("def f(a, b):\n    c = a + b\n    return c\nf(1, 2)\nf(3, 4)\n");
    const Trace *t = r.run->trace;
    assert_int_equal(t->frames.count, 3);
    const TraceFrame *f = trace_frame_at(t, 2);
    assert_str(name_str(f->function), "f");
    assert_int_equal(f->parent, 0);
    assert_int_equal(trace_line(t, f->call_site), 5);
    assert_int_equal(f->ncells, 3);
    assert_int_equal(trace_local_at(f, 1, MOMENT_END).as.integer, 4);
    assert_int_equal(trace_local_at(f, 2, f->entered + 1).kind, VALUE_UNBOUND);
    assert_int_equal(trace_local_at(f, 2, MOMENT_END).as.integer, 7);
    assert_true(f->left > f->entered && f->left != MOMENT_END);
    assert_int_equal(count_events(t, EVENT_CALL), 3);
    assert_int_equal(count_events(t, EVENT_RETURN), 3);
    ran_free(&r);
}

static void test_closure_variables_are_seen(void **state) {
    (void)state;
    Ran r = run_text("def outer(n):\n"
                     "    def inner():\n"
                     "        nonlocal n\n"
                     "        n = n + 1\n"
                     "    inner()\n"
                     "    return n\n"
                     "print(outer(5))\n");
    const TraceFrame *f = trace_frame_at(r.run->trace, 1);
    assert_str(r.out, "6\n");
    assert_str(name_str(f->names[0]), "n");
    assert_int_equal(trace_local_at(f, 0, f->entered + 1).as.integer, 5);
    assert_int_equal(trace_local_at(f, 0, MOMENT_END).as.integer, 6);
    ran_free(&r);
}

static void test_errors_are_recorded(void **state) {
    (void)state;
    Ran r = run_text("try:\n    {}['k']\nexcept KeyError:\n    pass\nraise ValueError('end')\n");
    const Trace *t = r.run->trace;
    assert_int_equal(t->errors.count, 2);
    const TraceError *first = *LOG_AT(&t->errors, TraceError *, 0);
    const TraceError *last = *LOG_AT(&t->errors, TraceError *, 1);
    assert_str(name_str(first->type), "KeyError");
    assert_str(first->message, "'k'");
    assert_true(first->caught);
    assert_int_equal(trace_line(t, first->cause.site), 2);
    assert_false(last->caught);
    assert_int_equal(trace_line(t, last->cause.site), 5);
    assert_int_equal(count_events(t, EVENT_CATCH), 1);
    ran_free(&r);
}

static void test_message_of_own_str_is_told_at_the_end(void **state) {
    (void)state;
    Ran r = run_text("class E(Exception):\n"
                     "    def __str__(self):\n"
                     "        return 'text of %d' % self.args[0]\n"
                     "raise E(3)\n");
    assert_str((*LOG_AT(&r.run->trace->errors, TraceError *, 0))->message, "text of 3");
    ran_free(&r);
}

static uint64_t hash_of(const Trace *t) {
    uint64_t h = t->events.count;
    for (size_t i = 0; i < t->events.count; i++) {
        const Event *e = LOG_AT(&t->events, Event, i);
        h = h * 1099511628211u + e->site * 31u + e->kind * 7u + e->arg;
    }
    return h;
}

static void test_same_program_same_trace(void **state) {
    (void)state;
    const char *text = "class A:\n    pass\nx = {A(): i for i in range(50)}\n"
                       "print(A(), [repr(k) for k in x][:2], hash(A()) != 0, id(A()))\n";
    Ran a = run_text(text), b = run_text(text);
    assert_true(str_eq(a.out, b.out));
    assert_true(hash_of(a.run->trace) == hash_of(b.run->trace));
    ran_free(&a);
    ran_free(&b);
}

static void test_memory_of_a_loop(void **state) {
    (void)state;
    Ran r = run_text("x = 0\nfor i in range(100000):\n    x = x + i\n");
    size_t steps = trace_steps(r.run->trace);
    assert_true(steps > 200000);
    assert_true(arena_used(r.run->arena) / steps <= 64);
    ran_free(&r);
}

/* ---- how runs end ---- */

static void ends(const char *text, const RunOptions *options, TraceEnd end, int detail) {
    Ran r = run_source(STR("p.py"), str_of(text), options);
    const Trace *t = r.run->trace;
    assert_true(r.accepted);
    assert_int_equal(t->end, end);
    if (end == END_BUDGET) {
        assert_int_equal((int)t->budget, detail);
    }
    if (end == END_EXIT) {
        assert_int_equal(t->exit_status, detail);
    }
    assert_true(trace_steps(t) > 0);
    trace_step_end(t, trace_steps(t));
    ran_free(&r);
}

static void test_end_of_steps(void **state) {
    (void)state;
    RunOptions o = {.python = 3, .max_steps = 1000};
    ends("while True: pass\n", &o, END_BUDGET, BUDGET_STEPS);
    ends("while True:\n    try:\n        x = 1\n    finally:\n        y = 2\n", &o, END_BUDGET,
         BUDGET_STEPS);
    ends("def f():\n    for i in range(100): f()\nf()\n", &o, END_BUDGET, BUDGET_STEPS);
    ends("sum(iter(int, 1))\n", &o, END_BUDGET, BUDGET_STEPS);
    Ran r = run_source(STR("p.py"), STR("while True: x = 1\n"), &o);
    assert_int_equal(trace_steps(r.run->trace), 1000);
    ran_free(&r);
}

static void test_end_of_memory(void **state) {
    (void)state;
    RunOptions o = {.python = 3, .max_memory = 8 << 20};
    ends("a = [0] * 10**9\n", &o, END_BUDGET, BUDGET_MEMORY);
    ends("a = 'x'\nwhile True:\n    a = a + a\n", &o, END_BUDGET, BUDGET_MEMORY);
    ends("a = []\nwhile True:\n    a.append(a)\n", &o, END_BUDGET, BUDGET_MEMORY);
    ends("try:\n    a = [i for i in range(10**9)]\nexcept BaseException:\n    pass\n", &o,
         END_BUDGET, BUDGET_MEMORY);
    ends("def f(n): return f(n + 1)\nwhile True:\n    try: f(0)\n    except RecursionError: pass\n",
         &o, END_BUDGET, BUDGET_MEMORY);
}

static void test_budget_runs_no_handler(void **state) {
    (void)state;
    RunOptions o = {.python = 3, .max_steps = 50};
    Ran r = run_source(STR("p.py"),
                       STR("try:\n    while True: pass\nexcept BaseException:\n    print('no')\n"
                           "finally:\n    print('never')\n"),
                       &o);
    assert_str(r.out, "");
    ran_free(&r);
}

static void test_exit(void **state) {
    (void)state;
    RunOptions o = {.python = 3};
    ends("raise SystemExit\n", &o, END_EXIT, 0);
    ends("raise SystemExit(3)\n", &o, END_EXIT, 3);
    ends("raise SystemExit('why')\n", &o, END_EXIT, 1);
    Ran r = run_text("try:\n    raise SystemExit('why')\nfinally:\n    print('cleanup')\n");
    assert_str(r.out, "cleanup\n");
    assert_str(ran_output(r.arena, r.run->trace, true), "why\n");
    ran_free(&r);
}

static void test_refusal(void **state) {
    (void)state;
    Ran r = run_text("x = 1\ntry:\n    import no_such_module_of_anyone\nexcept Exception:\n"
                     "    print('no')\n");
    const Trace *t = r.run->trace;
    assert_int_equal(t->end, END_REFUSED);
    assert_str(t->refusal.message, "the module no_such_module_of_anyone is not modelled");
    assert_int_equal(
        source_line_of(LOG_AT(&t->modules, TraceModule, 0)->source, t->refusal.span.start), 3);
    assert_str(r.out, "");
    ran_free(&r);
}

static void test_absent_modules(void **state) {
    (void)state;
    assert_prints("try:\n    import cPickle as pickle\nexcept ImportError as e:\n    print(e)\n",
                  "No module named 'cPickle'\n");
    assert_prints2("try:\n    import builtins\nexcept ImportError as e:\n    print e\n",
                   "No module named builtins\n");
    assert_prints("try:\n    import yaml\nexcept ImportError:\n    print('none')\n", "none\n");
}

static void test_text_not_accepted(void **state) {
    (void)state;
    Ran r = run_text("x = (1\ny = \n");
    assert_false(r.accepted);
    assert_true(r.run->diags->errors > 0);
    ran_free(&r);
}

static void test_early_failure_of_memory(void **state) {
    (void)state;
    RunOptions o = {.python = 3, .max_memory = 1000};
    assert_null(run_new(&o));
}

/* ---- when memory runs out in the middle ---- */

static void show_part(void *context, Str label, Value part) {
    (void)label;
    value_show(context, part, MOMENT_END, 2);
}

static void show_value(Sink *out, Value v, Moment m) {
    value_show(out, v, m, 3);
    if (v.kind == VALUE_OBJECT && v.as.object->type->parts) {
        v.as.object->type->parts(v.as.object, m, show_part, out);
    }
}

/* Reads all that a trace holds, at its middle and at its end. */
static void read_everything(const Trace *t) {
    Sink out = sink_count();
    const Moment moments[] = {trace_step_end(t, trace_steps(t) / 2), MOMENT_END};
    for (size_t i = 0; i < t->frames.count; i++) {
        const TraceFrame *f = LOG_AT(&t->frames, TraceFrame, i);
        for (uint32_t k = 0; k < f->ncells * 2; k++) {
            show_value(&out, trace_local_at(f, k / 2, moments[k % 2]), moments[k % 2]);
        }
    }
    for (size_t i = 0; i < t->objects.count; i++) {
        const Object *o = *LOG_AT(&t->objects, Object *, i);
        if (o) {
            show_value(&out, value_object(o), MOMENT_END);
        }
    }
    for (size_t k = 1; k <= trace_steps(t); k++) {
        trace_line(t, trace_step_at(t, k)->site);
    }
    assert_true(out.len > 0 || t->frames.count == 0);
}

static const char much[] =
    "class A(object):\n"
    "    n = 0\n"
    "    def __init__(self, x): self.x = x; self.d = {x: [x]}\n"
    "    def __add__(self, o): return A(self.x + o.x)\n"
    "    def __repr__(self): return 'A(%r)' % self.x\n"
    "def gen(n):\n"
    "    for i in range(n): yield A(i)\n"
    "total = A(0)\n"
    "kept = []\n"
    "def make(k, *a, **kw):\n"
    "    def inner(): return k, a, kw\n"
    "    return inner\n"
    "for a in gen(20):\n"
    "    total = total + a\n"
    "    kept.append((str(total), make(a, 1, z=2)()))\n"
    "    try:\n"
    "        kept[99]\n"
    "    except IndexError as e:\n"
    "        err = e\n"
    "    text = '%s' % kept\n"
    "print(total, len(kept), sorted({i: str(i) for i in range(9)}.items())[:2])\n";

static void run_failing_after(long n) {
    RunOptions options = {.python = 3};
    Arena *a = arena_new(0);
    Run *run = run_new(&options);
    assert_non_null(run);
    arena_fail_after(run->arena, n);
    run_program(run, source_make(a, STR("p.py"), str_of(much)));
    arena_fail_after(run->arena, -1);
    if (run->trace->end == END_BUDGET) {
        assert_int_equal(run->trace->budget, BUDGET_MEMORY);
    } else {
        assert_int_equal(run->trace->end, END_DONE);
    }
    read_everything(run->trace);
    run_free(run);
    arena_free(a);
}

static void test_every_allocation_may_fail(void **state) {
    (void)state;
    for (long n = 0; n < 400; n++) {
        run_failing_after(n);
    }
    for (long n = 400; n < 12000; n += 37) {
        run_failing_after(n);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_steps_are_lines),
        cmocka_unit_test(test_globals_have_a_past),
        cmocka_unit_test(test_loop_keeps_every_value),
        cmocka_unit_test(test_calls_have_frames),
        cmocka_unit_test(test_closure_variables_are_seen),
        cmocka_unit_test(test_errors_are_recorded),
        cmocka_unit_test(test_message_of_own_str_is_told_at_the_end),
        cmocka_unit_test(test_same_program_same_trace),
        cmocka_unit_test(test_memory_of_a_loop),
        cmocka_unit_test(test_end_of_steps),
        cmocka_unit_test(test_end_of_memory),
        cmocka_unit_test(test_budget_runs_no_handler),
        cmocka_unit_test(test_exit),
        cmocka_unit_test(test_refusal),
        cmocka_unit_test(test_absent_modules),
        cmocka_unit_test(test_text_not_accepted),
        cmocka_unit_test(test_early_failure_of_memory),
        cmocka_unit_test(test_every_allocation_may_fail),
    };
    return cmocka_run_group_tests_name("machine", tests, NULL, NULL);
}
