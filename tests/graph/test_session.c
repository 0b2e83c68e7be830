/* Runs of sessions: values, variables, feeds, branches, random numbers, errors, budgets. */
#include <math.h>
#include <string.h>

#include "graph/control.h"
#include "tests/graph/build_host.h"

static bool try_run(World *w, Session *s, Output *o, const Feed *feeds, uint32_t nfeeds,
                    const Tensor **value) {
    Fetch f = {.output = o};
    return session_run(w->e, s, &f, 1, feeds, nfeeds, value);
}

static const Tensor *run(World *w, Session *s, Output *o) {
    const Tensor *value = NULL;
    if (!try_run(w, s, o, NULL, 0, &value)) {
        print_error("%.*s\n", STR_ARG(world_fault(w)));
        fail();
    }
    return value;
}

static const Tensor *run_fed(World *w, Session *s, Output *o, Output *fed, const Tensor *with) {
    Feed feed = {.output = fed, .value = with};
    const Tensor *value = NULL;
    assert_true(try_run(w, s, o, &feed, 1, &value));
    return value;
}

static void run_node(World *w, Session *s, Node *n) {
    Fetch f = {.node = n};
    const Tensor *value = NULL;
    assert_true(session_run(w->e, s, &f, 1, NULL, 0, &value));
    assert_null(value);
}

/* The first line of the error that fetching o ends with. */
static Str run_refused(World *w, Session *s, Output *o, FaultKind kind) {
    const Tensor *value;
    assert_false(try_run(w, s, o, NULL, 0, &value));
    assert_int_equal(w->e->fault.kind, kind);
    ptrdiff_t line = str_find(world_fault(w), STR("\n"), 0);
    return line < 0 ? world_fault(w) : str_sub(world_fault(w), 0, (size_t)line);
}

static Session *session(World *w) {
    return session_make(w->e, engine_graph(w->e));
}

static void assert_values(const Tensor *t, int n, const double *v) {
    assert_int_equal(t->count, n);
    for (int i = 0; i < n; i++) {
        if (fabs(tensor_f64(t, i) - v[i]) > 1e-6) {
            print_error("element %d is %g, not %g\n", i, tensor_f64(t, i), v[i]);
            fail();
        }
    }
}

#define VALUES(t, ...)                                                                             \
    assert_values((t), (int)(sizeof((double[]){__VA_ARGS__}) / sizeof(double)),                    \
                  (double[]){__VA_ARGS__})

/* ---- values ---- */

/* conformance session-001, session-025 */
static void arithmetic(void **state) {
    (void)state;
    World w = world_make(4);
    Output *a = constant(&w, INTS(&w, 7, -7, 8, -8), "a"),
           *b = constant(&w, INTS(&w, 2, 2, -3, -3), "b");
    Session *s = session(&w);
    VALUES(run(&w, s, OP2(&w, "Add", a, b)), 9, -5, 5, -11);
    VALUES(run(&w, s, OP2(&w, "FloorDiv", a, b)), 3, -4, -3, 2);
    VALUES(run(&w, s, OP2(&w, "FloorMod", a, b)), 1, 1, -1, -2);
    VALUES(run(&w, s, OP1(&w, "Abs", OP1(&w, "Neg", a))), 7, 7, 8, 8);
    VALUES(run(&w, s, OP2(&w, "Maximum", a, b)), 7, 2, 8, -3);
    world_done(&w);
}

/* conformance session-010, session-034, session-040 */
static void arrays(void **state) {
    (void)state;
    World w = world_make(4);
    Session *s = session(&w);
    Output *x = constant(&w, REALS(&w, fake_shape(&w, 2, 2, 2), 1, 2, 3, 4), "x"),
           *zero = constant(&w, INTS(&w, 0), "zero");
    VALUES(run(&w, s, OP2(&w, "ReverseV2", x, zero)), 3, 4, 1, 2);
    VALUES(run(&w, s, OP2(&w, "Tile", x, constant(&w, INTS(&w, 1, 2), "by"))), 1, 2, 1, 2, 3, 4, 3,
           4);
    VALUES(run(&w, s, OP2(&w, "Cumsum", x, constant(&w, whole(&w, 1), "one"))), 1, 3, 3, 7);
    VALUES(run(&w, s, OP1(&w, "Where", OP2(&w, "Greater", x, constant(&w, real(&w, 2), "two")))), 1,
           0, 1, 1);
    Output *start = constant(&w, real(&w, 0), "a"), *stop = constant(&w, real(&w, 1), "b"),
           *num = constant(&w, whole(&w, 5), "n");
    VALUES(run(&w, s, OP3(&w, "LinSpace", start, stop, num)), 0, 0.25, 0.5, 0.75, 1);
    VALUES(run(&w, s, OP1(&w, "MatrixDiagPart", x)), 1, 4);
    world_done(&w);
}

static void two_outputs_of_one_op(void **state) {
    (void)state;
    World w = world_make(4);
    Session *s = session(&w);
    Output *x = constant(&w, REALS(&w, fake_shape(&w, 1, 4), 3, 9, 4, 9), "x"),
           *two = constant(&w, whole(&w, 2), "two");
    Output *top = OP2(&w, "TopKV2", x, two);
    Fetch fetches[3] = {{.output = top}, {.output = &top->node->outputs[1]}, {.output = top}};
    const Tensor *values[3];
    assert_true(session_run(w.e, s, fetches, 3, NULL, 0, values));
    VALUES(values[0], 9, 9);
    VALUES(values[1], 1, 3);
    VALUES(values[2], 9, 9);
    world_done(&w);
}

static void losses(void **state) {
    (void)state;
    World w = world_make(4);
    Session *s = session(&w);
    Output *logits = constant(&w, REALS(&w, fake_shape(&w, 2, 2, 2), 1, 1, 0, 2), "logits");
    Output *labels = constant(&w, INTS(&w, 0, 1), "labels");
    const Tensor *t = run(&w, s, OP2(&w, "SparseSoftmaxCrossEntropyWithLogits", logits, labels));
    assert_true(fabs(tensor_f64(t, 0) - 0.6931) < 1e-4 &&
                fabs(tensor_f64(t, 1) - 0.1269) < 1e-4); /* session-030 */
    world_done(&w);
}

/* A 2x2 filter of ones over [[1 2 3] [4 5 6] [7 8 9]]: sums of its squares; SAME pads below and to
 * the right. */
static void convolutions(void **state) {
    (void)state;
    World w = world_make(4);
    Session *s = session(&w);
    int64_t ones[4] = {1, 1, 1, 1}, two[4] = {1, 2, 2, 1};
    Output *x =
        constant(&w, REALS(&w, fake_shape(&w, 4, 1, 3, 3, 1), 1, 2, 3, 4, 5, 6, 7, 8, 9), "x");
    Output *f = constant(&w, REALS(&w, fake_shape(&w, 4, 2, 2, 1, 1), 1, 1, 1, 1), "f");
    Attr valid[] = {attr_ints("strides", 4, ones), attr_text("padding", "VALID")};
    Attr same[] = {attr_ints("strides", 4, two), attr_text("padding", "SAME")};
    Attr pool[] = {attr_ints("ksize", 4, two), attr_ints("strides", 4, two),
                   attr_text("padding", "SAME")};
    VALUES(run(&w, s, op_of(&w, "Conv2D", 2, (Output *[]){x, f}, valid, 2)), 12, 16, 24, 28);
    VALUES(run(&w, s, op_of(&w, "Conv2D", 2, (Output *[]){x, f}, same, 2)), 12, 9, 15, 9);
    VALUES(run(&w, s, op_of(&w, "MaxPool", 1, &x, pool, 3)), 5, 6, 8, 9);
    VALUES(run(&w, s, op_of(&w, "AvgPool", 1, &x, pool, 3)), 3, 4.5, 7.5, 9);
    world_done(&w);
}

/* ---- variables ---- */

/* conformance session-003 */
static void assignments(void **state) {
    (void)state;
    World w = world_make(4);
    Var v = variable_of(&w, "v", whole(&w, 10));
    Output *add = OP2(&w, "AssignAdd", v.ref, constant(&w, whole(&w, 5), "five"));
    Output *sub = OP2(&w, "AssignSub", v.ref, constant(&w, whole(&w, 2), "two"));
    Output *put = OP2(&w, "Assign", v.ref, constant(&w, whole(&w, 100), "hundred"));
    Session *s = session(&w);
    run_node(&w, s, v.assign);
    VALUES(run(&w, s, v.ref), 10);
    VALUES(run(&w, s, add), 15);
    VALUES(run(&w, s, add), 20);
    VALUES(run(&w, s, sub), 18);
    VALUES(run(&w, s, v.read), 18);
    VALUES(run(&w, s, put), 100);
    world_done(&w);
}

/* conformance session-016 */
static void sessions_have_their_own_values(void **state) {
    (void)state;
    World w = world_make(4);
    Var v = variable_of(&w, "v", whole(&w, 0));
    Output *inc = OP2(&w, "AssignAdd", v.ref, constant(&w, whole(&w, 1), "one"));
    Session *a = session(&w), *b = session(&w);
    run_node(&w, a, v.assign);
    run_node(&w, b, v.assign);
    run(&w, a, inc);
    run(&w, a, inc);
    run(&w, b, inc);
    VALUES(run(&w, a, v.ref), 2);
    VALUES(run(&w, b, v.ref), 1);
    world_done(&w);
}

/* conformance session-037: a reader that waits for an assignment sees the new value */
static void readers_see_the_value_of_their_time(void **state) {
    (void)state;
    World w = world_make(4);
    Var a = variable_of(&w, "a", whole(&w, 1)), b = variable_of(&w, "b", whole(&w, 10));
    Output *step = OP2(&w, "Assign", a.ref, OP2(&w, "Add", a.read, b.read));
    ControlFrame *f = control_enter(w.e, &step->node, 1, false);
    Output *then = OP2(&w, "AssignSub", b.ref, constant(&w, whole(&w, 1), "one"));
    control_leave(w.e, f);
    f = control_enter(w.e, &then->node, 1, false);
    Output *done = OP1(&w, "Identity", a.ref);
    control_leave(w.e, f);
    Session *s = session(&w);
    run_node(&w, s, a.assign);
    run_node(&w, s, b.assign);
    VALUES(run(&w, s, done), 11);
    VALUES(run(&w, s, done), 20);
    VALUES(run(&w, s, done), 28);
    VALUES(run(&w, s, b.ref), 7);
    world_done(&w);
}

static void uninitialized_variables(void **state) {
    (void)state;
    World w = world_make(4);
    Var v = variable_of(&w, "w", real(&w, 1));
    Output *is = OP1(&w, "IsVariableInitialized", v.ref), *sum = OP2(&w, "Add", v.read, v.read);
    Session *s = session(&w);
    assert_false(tensor_bool(run(&w, s, is), 0));
    assert_str(run_refused(&w, s, sum, FAULT_FAILED_PRECONDITION),
               "Attempting to use uninitialized value w");
    assert_str(
        world_fault(&w),
        "Attempting to use uninitialized value w\n\t [[Node: w/read = Identity[T=DT_FLOAT](w)]]");
    assert_int_equal(w.e->fault.rule, RULE_UNINITIALIZED);
    assert_string_equal(w.e->fault.subject->text, "w");
    assert_string_equal(w.e->fault.node->record.name->text, "w/read");
    assert_true(dialect_of(11, &w.e->dialect));
    run_refused(&w, s, sum, FAULT_FAILED_PRECONDITION);
    assert_str(world_fault(&w),
               "Attempting to use uninitialized value w\n\t [[w/read = Identity[T=DT_FLOAT](w)]]");
    assert_true(dialect_of(15, &w.e->dialect));
    run_refused(&w, s, sum, FAULT_FAILED_PRECONDITION);
    assert_str(world_fault(&w), "Attempting to use uninitialized value w\n\t [[{{node w/read}}]]");
    assert_str(run_refused(&w, s, v.ref, FAULT_FAILED_PRECONDITION),
               "Attempting to use uninitialized value w");
    run_node(&w, s, v.assign);
    assert_true(tensor_bool(run(&w, s, is), 0));
    world_done(&w);
}

static Output *handle(World *w, const char *name) {
    Attr attrs[] = {{.name = "shape", .kind = ATTR_SHAPE, .shape = shape_scalar()},
                    attr_type("dtype", DTYPE_FLOAT32)};
    Node *n;
    assert_true(node_make(w->e, "VarHandleOp", str_of(name), NULL, 0, attrs, 2, &n));
    return &n->outputs[0];
}

static void resource_variables(void **state) {
    (void)state;
    World w = world_make(15);
    Attr t = attr_type("dtype", DTYPE_FLOAT32);
    Output *r = handle(&w, "r"), *three = constant(&w, real(&w, 3), "three");
    Output *read = op_of(&w, "ReadVariableOp", 1, &r, &t, 1);
    Node *put, *add;
    Output *in[] = {r, three};
    assert_true(node_make(w.e, "AssignVariableOp", STR("put"), in, 2, NULL, 0, &put));
    assert_true(node_make(w.e, "AssignAddVariableOp", STR("add"), in, 2, NULL, 0, &add));
    Session *s = session(&w);
    Str line = run_refused(&w, s, read, FAULT_FAILED_PRECONDITION);
    assert_true(str_starts(
        line,
        STR("Error while reading resource variable r from Container: localhost. This could mean that "
            "the variable was uninitialized. Not found: ")));
    run_node(&w, s, put);
    run_node(&w, s, add);
    VALUES(run(&w, s, read), 6);
    assert_true(tensor_bool(run(&w, s, OP1(&w, "VarIsInitializedOp", r)), 0));
    Node *step;
    assert_true(node_make(w.e, "ResourceApplyGradientDescent", STR("step"),
                          (Output *[]){r, constant(&w, real(&w, 0.5), "rate"), three}, 3, NULL, 0,
                          &step));
    run_node(&w, s, step);
    VALUES(run(&w, s, read), 4.5);
    world_done(&w);
}

static void initializers_run_in_a_group(void **state) {
    (void)state;
    World w = world_make(4);
    Var a = variable_of(&w, "a", real(&w, 3)), b = variable_of(&w, "b", real(&w, 4));
    Node *init;
    assert_true(group_build(w.e, (Node *[]){a.assign, b.assign}, 2, STR("init"), &init));
    Session *s = session(&w);
    run_node(&w, s, init);
    VALUES(run(&w, s, OP2(&w, "Mul", a.read, b.read)), 12);
    world_done(&w);
}

/* w = 5, gradient 2 · w: Adam's first step is the learning rate, whatever the gradient is */
static void optimizers(void **state) {
    (void)state;
    World w = world_make(4);
    Var v = variable_of(&w, "v", real(&w, 5)), m = variable_of(&w, "m", real(&w, 0)),
        n = variable_of(&w, "n", real(&w, 0));
    Output *grad = OP2(&w, "Mul", v.read, constant(&w, real(&w, 2), "two")),
           *rate = constant(&w, real(&w, 0.1), "rate");
    Output *beta1 = constant(&w, real(&w, 0.9), "beta1"),
           *beta2 = constant(&w, real(&w, 0.999), "beta2");
    Output *sgd = OP3(&w, "ApplyGradientDescent", v.ref, rate, grad);
    Output *in[] = {v.ref, m.ref, n.ref, beta1, beta2, rate, beta1, beta2},
           *rest[] = {constant(&w, real(&w, 1e-8), "epsilon"), grad};
    Operand operands[10];
    for (int i = 0; i < 10; i++) {
        operands[i] = operand_of(i < 8 ? in[i] : rest[i - 8]);
    }
    Output *adam;
    assert_true(op_apply1(w.e, "ApplyAdam", (Str){0}, operands, 10, NULL, 0, &adam));
    Session *s = session(&w);
    run_node(&w, s, v.assign);
    run_node(&w, s, m.assign);
    run_node(&w, s, n.assign);
    VALUES(run(&w, s, sgd), 4);
    run(&w, s, adam);
    assert_true(fabs(tensor_f64(run(&w, s, v.ref), 0) - 3.9) < 1e-5);
    assert_true(fabs(tensor_f64(run(&w, s, m.ref), 0) - 0.8) < 1e-5);
    world_done(&w);
}

/* ---- feeds ---- */

/* conformance session-006 */
static void any_tensor_can_be_fed(void **state) {
    (void)state;
    World w = world_make(4);
    Output *a = constant(&w, real(&w, 1), "a"), *two = constant(&w, real(&w, 2), "two"),
           *ten = constant(&w, real(&w, 10), "ten");
    Output *b = OP2(&w, "Mul", a, two), *c = OP2(&w, "Add", b, ten);
    Session *s = session(&w);
    VALUES(run(&w, s, c), 12);
    VALUES(run_fed(&w, s, c, b, real(&w, 5)), 15);
    VALUES(run_fed(&w, s, c, a, real(&w, 3)), 16);
    VALUES(run_fed(&w, s, b, b, real(&w, 7)), 7);
    world_done(&w);
}

static void placeholders_must_be_fed(void **state) {
    (void)state;
    World w = world_make(4);
    Output *p = placeholder(&w, "p", shape_unknown()),
           *q = placeholder(&w, "q", fake_shape(&w, 2, -1, 2));
    Output *i = placeholder_of(&w, "i", DTYPE_INT32, shape_scalar()),
           *d = OP1(&w, "PlaceholderWithDefault", constant(&w, real(&w, 4), "four"));
    Session *s = session(&w);
    assert_str(run_refused(&w, s, OP1(&w, "Neg", p), FAULT_INVALID_ARGUMENT),
               "You must feed a value for placeholder tensor 'p' with dtype float");
    assert_str(run_refused(&w, s, q, FAULT_INVALID_ARGUMENT),
               "You must feed a value for placeholder tensor 'q' with dtype float and shape [?,2]");
    assert_str(run_refused(&w, s, i, FAULT_INVALID_ARGUMENT),
               "You must feed a value for placeholder tensor 'i' with dtype int32");
    assert_true(dialect_of(1, &w.e->dialect));
    assert_str(run_refused(&w, s, q, FAULT_INVALID_ARGUMENT),
               "You must feed a value for placeholder tensor 'q' with dtype float");
    VALUES(run(&w, s, d), 4);
    VALUES(run_fed(&w, s, OP1(&w, "Neg", d), d, real(&w, 6)), -6);
    world_done(&w);
}

/* ---- errors ---- */

static void shapes_that_do_not_fit_at_run_time(void **state) {
    (void)state;
    World w = world_make(4);
    Output *p = placeholder(&w, "p", shape_unknown()),
           *three = constant(&w, REALS(&w, fake_shape(&w, 1, 3), 1, 2, 3), "three");
    Output *sum = OP2(&w, "Add", p, three);
    Session *s = session(&w);
    Feed feed = {.output = p, .value = REALS(&w, fake_shape(&w, 1, 2), 1, 2)};
    const Tensor *value;
    assert_false(try_run(&w, s, sum, &feed, 1, &value));
    assert_int_equal(w.e->fault.kind, FAULT_INVALID_ARGUMENT);
    assert_true(str_starts(
        world_fault(&w),
        STR("Incompatible shapes: [2] vs. [3]\n\t [[Node: Add = Add[T=DT_FLOAT](p, three)]]")));
    assert_null((*LOG_AT(&w.e->trace->runs, TraceRun *, 0))->values[0]);
    world_done(&w);
}

static void matrices_that_do_not_fit_at_run_time(void **state) {
    (void)state;
    World w = world_make(4);
    Output *p = placeholder(&w, "p", shape_unknown()),
           *b = constant(&w, REALS(&w, fake_shape(&w, 2, 1, 2), 1, 2), "b");
    Session *s = session(&w);
    Feed feed = {.output = p, .value = REALS(&w, fake_shape(&w, 2, 1, 2), 1, 2)};
    const Tensor *value;
    assert_false(try_run(&w, s, OP2(&w, "MatMul", p, b), &feed, 1, &value));
    assert_true(
        str_starts(world_fault(&w), STR("Matrix size-incompatible: In[0]: [1,2], In[1]: [1,2]\n")));
    world_done(&w);
}

static void closed_and_empty_sessions(void **state) {
    (void)state;
    World w = world_make(4);
    Session *s = session(&w);
    const Tensor *value;
    assert_false(session_run(w.e, s, NULL, 0, NULL, 0, &value));
    assert_str(world_fault(&w),
               "The Session graph is empty.  Add operations to the graph before calling run().");
    Output *c = constant(&w, real(&w, 1), "c");
    assert_true(session_run(w.e, s, NULL, 0, NULL, 0, &value));
    s->closed = true;
    assert_str(run_refused(&w, s, c, FAULT_RUNTIME), "Attempted to use a closed Session.");
    world_done(&w);
}

static void large_tensors_are_refused(void **state) {
    (void)state;
    World w = world_make(4);
    w.e->max_tensor = 1000;
    Output *one = constant(&w, real(&w, 1), "one"),
           *n = placeholder_of(&w, "n", DTYPE_INT32, fake_shape(&w, 1, 2));
    Output *fill = OP2(&w, "Fill", n, one);
    Session *s = session(&w);
    Feed feed = {.output = n, .value = INTS(&w, 100, 100)};
    const Tensor *value;
    assert_false(try_run(&w, s, fill, &feed, 1, &value));
    assert_int_equal(w.e->fault.kind, FAULT_BUDGET);
    assert_str(world_fault(&w),
               "Fill would make a tensor of shape [100,100]; the limit is 1000 elements");
    feed.value = INTS(&w, 10, 100);
    assert_true(try_run(&w, s, fill, &feed, 1, &value));
    Output *column = OP2(&w, "Reshape", fill, constant(&w, INTS(&w, -1, 1), "a")),
           *row = OP2(&w, "Reshape", fill, constant(&w, INTS(&w, 1, -1), "b"));
    assert_false(try_run(&w, s, OP2(&w, "Mul", column, row), &feed, 1, &value));
    assert_int_equal(w.e->fault.kind, FAULT_BUDGET);
    assert_false(try_run(&w, s, OP2(&w, "MatMul", column, row), &feed, 1, &value));
    assert_int_equal(w.e->fault.kind, FAULT_BUDGET);
    world_done(&w);
}

static void ops_that_cannot_run_are_refused_by_name(void **state) {
    (void)state;
    World w = world_make(4);
    Attr frame = attr_text("frame_name", "f");
    Output *x = constant(&w, real(&w, 1), "x"), *enter = op_of(&w, "Enter", 1, &x, &frame, 1);
    assert_str(run_refused(&w, session(&w), OP1(&w, "Neg", enter), FAULT_REFUSED),
               "running Enter operations");
    world_done(&w);
}

/* ---- branches ---- */

/* cond(IsVariableInitialized(v), read v, initial value), as initialized_value() makes it */
static Output *initialized(World *w, Var v, Output *initial) {
    CondParts parts;
    Output *results[2], *read, *merged;
    Output *is = OP1(w, "IsVariableInitialized", v.ref);
    assert_true(cond_open(w->e, is, &parts));
    ControlContext *c = cond_enter(w->e, parts.pred, parts.pivots[1], 1);
    assert_true(try_op(w, "Identity", "cond/read", 1, &v.ref, NULL, 0, &read));
    assert_true(cond_result(w->e, c, read, &results[1]));
    context_leave(c);
    c = cond_enter(w->e, parts.pred, parts.pivots[0], 0);
    assert_true(cond_result(w->e, c, initial, &results[0]));
    context_leave(c);
    assert_true(cond_merge(w->e, results[0], results[1], &merged));
    return merged;
}

static void only_the_taken_branch_runs(void **state) {
    (void)state;
    World w = world_make(15);
    Var v = variable_of(&w, "v", real(&w, 3));
    Output *initial = &world_node(&w, "v/initial_value")->outputs[0];
    Output *value = initialized(&w, v, initial),
           *four = OP2(&w, "AssignAdd", v.ref, constant(&w, real(&w, 1), "one"));
    Session *s = session(&w);
    VALUES(run(&w, s, value), 3); /* v is not read: it has no value */
    run_node(&w, s, v.assign);
    run(&w, s, four);
    VALUES(run(&w, s, value), 4);
    VALUES(run(&w, s, &value->node->outputs[1]), 1); /* which input was live */
    world_done(&w);
}

static void dead_tensors_cannot_be_fetched(void **state) {
    (void)state;
    World w = world_make(4);
    Output *yes = constant(&w, tensor_scalar_bool(w.arena, true), "yes"),
           *x = constant(&w, real(&w, 1), "x");
    Output *dead = OP2(&w, "Switch", x, yes);
    Session *s = session(&w);
    VALUES(run(&w, s, &dead->node->outputs[1]), 1);
    assert_str(run_refused(&w, s, OP1(&w, "Neg", dead), FAULT_INVALID_ARGUMENT),
               "Retval[0] does not have value");
    world_done(&w);
}

/* ---- random numbers ---- */

static Output *uniform(World *w, const char *name, int64_t seed, int64_t seed2) {
    Attr attrs[] = {attr_type("dtype", DTYPE_FLOAT32), attr_int("seed", seed),
                    attr_int("seed2", seed2)};
    Output *shape = constant(w, INTS(w, 3), "shape"), *out;
    assert_true(try_op(w, "RandomUniform", name, 1, &shape, attrs, 3, &out));
    return out;
}

static void random_ops_go_on_from_run_to_run(void **state) {
    (void)state;
    World w = world_make(4);
    Output *a = uniform(&w, "a", 87654321, 1), *b = uniform(&w, "b", 87654321, 1);
    Session *s = session(&w), *t = session(&w);
    const Tensor *first = run(&w, s, a), *second = run(&w, s, a);
    assert_false(tensor_eq(first, second));
    assert_true(tensor_eq(first, run(&w, s, b))); /* each op has its own numbers */
    assert_true(tensor_eq(first, run(&w, t, a))); /* so has each session */
    assert_true(tensor_eq(second, run(&w, t, a)));
    world_done(&w);
}

static void ops_without_a_seed_depend_on_the_run_and_their_name(void **state) {
    (void)state;
    World w = world_make(4), again = world_make(4);
    w.e->seed = again.e->seed = 7;
    const Tensor *a = run(&w, session(&w), uniform(&w, "a", 0, 0)),
                 *b = run(&w, session(&w), uniform(&w, "b", 0, 0));
    Output *same = uniform(&again, "a", 0, 0);
    assert_false(tensor_eq(a, b));
    assert_true(tensor_eq(a, run(&again, session(&again), same)));
    again.e->seed = 8;
    assert_false(tensor_eq(a, run(&again, session(&again), same)));
    world_done(&w);
    world_done(&again);
}

/* ---- deep graphs and the trace ---- */

static void a_graph_may_be_deep(void **state) {
    (void)state;
    World w = world_make(4);
    Output *one = constant(&w, whole(&w, 1), "one"), *x = one;
    for (int i = 0; i < 200000; i++) {
        Operand operands[2] = {operand_of(x), operand_of(one)};
        assert_true(op_apply1(w.e, "Add", STR("add"), operands, 2, NULL, 0, &x));
    }
    VALUES(run(&w, session(&w), x), 200001);
    world_done(&w);
}

static void runs_are_recorded(void **state) {
    (void)state;
    World w = world_make(4);
    Output *c = constant(&w, real(&w, 4), "c");
    Session *s = session(&w);
    const Tensor *t = run(&w, s, c);
    const TraceRun *r = *LOG_AT(&w.e->trace->runs, TraceRun *, 0);
    assert_int_equal(w.e->trace->runs.count, 1);
    assert_int_equal(r->session, s->index);
    assert_int_equal(r->nfetches, 1);
    assert_ptr_equal(r->fetches[0].node, &c->node->record);
    assert_ptr_equal(r->values[0], t);
    world_done(&w);
}

/* What a run needs for itself is given back. */
static void runs_leave_the_scratch_arena_as_it_was(void **state) {
    (void)state;
    World w = world_make(4);
    Output *x = uniform(&w, "x", 1, 1), *y = OP2(&w, "Add", x, x);
    Session *s = session(&w);
    run(&w, s, y);
    size_t used = arena_used(w.scratch);
    for (int i = 0; i < 10; i++) {
        run(&w, s, y);
    }
    assert_int_equal(arena_used(w.scratch), used);
    world_done(&w);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arithmetic),
        cmocka_unit_test(arrays),
        cmocka_unit_test(two_outputs_of_one_op),
        cmocka_unit_test(losses),
        cmocka_unit_test(convolutions),
        cmocka_unit_test(assignments),
        cmocka_unit_test(sessions_have_their_own_values),
        cmocka_unit_test(readers_see_the_value_of_their_time),
        cmocka_unit_test(uninitialized_variables),
        cmocka_unit_test(resource_variables),
        cmocka_unit_test(initializers_run_in_a_group),
        cmocka_unit_test(optimizers),
        cmocka_unit_test(any_tensor_can_be_fed),
        cmocka_unit_test(placeholders_must_be_fed),
        cmocka_unit_test(shapes_that_do_not_fit_at_run_time),
        cmocka_unit_test(matrices_that_do_not_fit_at_run_time),
        cmocka_unit_test(closed_and_empty_sessions),
        cmocka_unit_test(large_tensors_are_refused),
        cmocka_unit_test(ops_that_cannot_run_are_refused_by_name),
        cmocka_unit_test(only_the_taken_branch_runs),
        cmocka_unit_test(dead_tensors_cannot_be_fetched),
        cmocka_unit_test(random_ops_go_on_from_run_to_run),
        cmocka_unit_test(ops_without_a_seed_depend_on_the_run_and_their_name),
        cmocka_unit_test(a_graph_may_be_deep),
        cmocka_unit_test(runs_are_recorded),
        cmocka_unit_test(runs_leave_the_scratch_arena_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
