#include "tests/graph/fake_host.h"

#define UNIFORM(p)                                                                                 \
    p "/Initializer/random_uniform/shape " p "/Initializer/random_uniform/min " p                  \
      "/Initializer/random_uniform/max " p "/Initializer/random_uniform/RandomUniform " p          \
      "/Initializer/random_uniform/sub " p "/Initializer/random_uniform/mul " p                    \
      "/Initializer/random_uniform "
#define VARIABLE(p) p " " p "/Assign " p "/read"
#define EXISTS_1_0(k)                                                                              \
    "Variable " k                                                                                  \
    " already exists, disallowed. Did you mean to set reuse=True in VarScope? Originally defined at:\n\n  File \"p.py\", line 1, in <module>\n    code\n"
#define EXISTS_1_4(k)                                                                              \
    "Variable " k                                                                                  \
    " already exists, disallowed. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope? Originally defined at:\n\n  File \"p.py\", line 1, in <module>\n    code\n"

static const int every_minor[] = {0, 1, 4, 15};
#define VERSIONS (sizeof every_minor / sizeof *every_minor)

/* 3.4: the nodes of a variable with the default initializer. */
static void test_default_nodes(void **state) {
    (void)state;
    for (size_t i = 0; i < VERSIONS; i++) {
        World w = world_make(every_minor[i]);
        world_get(&w, getting(&w, "w", fake_shape(&w, 2, 2, 3)));
        assert_str(world_names(&w, 0), UNIFORM("w") VARIABLE("w"));
        assert_str(world_inputs(&w, "w/Assign"), "w w/Initializer/random_uniform");
        world_done(&w);
    }
}

/* 3.1: the key comes from the variable scope; the name scope has no influence on key or nodes. */
static void test_key(void **state) {
    (void)state;
    World w = world_make(4);
    OpScope n = world_name_scope(&w, "n");
    VarScopeEntry a = world_enter(&w, scope_named("a", -1));
    Variable *v = get1(&w, "w");
    assert_string_equal(v->record.key->text, "a/w");
    assert_string_equal(v->node->record.name->text, "a/w");
    world_op(&w, "x");
    assert_str(world_names(&w, world_count(&w) - 1), "n/a/x");
    world_leave(&w, &a);
    op_scope_leave(w.e, &n);
    world_done(&w);
}

/* 3.1: key and name of the op can differ. */
static void test_key_is_not_name(void **state) {
    (void)state;
    World w = world_make(0);
    world_variable(&w, "var1", value_float(0));
    world_variable(&w, "var1", value_float(0));
    Variable *z = get1(&w, "var1");
    assert_string_equal(z->node->record.name->text, "var1_2");
    assert_string_equal(z->record.key->text, "var1");
    assert_str(world_facts(&w, FACT_VARIABLE, z->record.index),
               "KEY_FROM_VARIABLE_SCOPE(var1, ) STORE_CREATES(var1) REUSE_OFF(-) "
               "INITIALIZER_DEFAULT(glorot_uniform_initializer)");
    VarScopeEntry root = world_enter(&w, scope_named("", 1));
    assert_ptr_equal(get1(&w, "var1"), z);
    world_leave(&w, &root);
    assert_str(refused1(&w, "var1"), EXISTS_1_0("var1"));
    assert_string_equal(get1(&w, "var1_2")->node->record.name->text, "var1_2_1");
    world_done(&w);
}

/* 3.3-2: the wording of the version; the origin and the rule are told. */
static void test_exists(void **state) {
    (void)state;
    for (int minor = 3; minor <= 4; minor++) {
        World w = world_make(minor);
        VarScopeEntry s = world_enter(&w, scope_named("s", -1));
        Variable *v = get1(&w, "v");
        assert_str(refused1(&w, "v"), minor < 4 ? EXISTS_1_0("s/v") : EXISTS_1_4("s/v"));
        assert_int_equal(w.e->fault.rule, RULE_STORE_REFUSES_EXISTING);
        assert_ptr_equal(w.e->fault.origin, &v->record);
        assert_string_equal(w.e->fault.subject->text, "s/v");
        assert_str(world_facts(&w, FACT_ERROR, 0),
                   "KEY_FROM_VARIABLE_SCOPE(s/v, s) STORE_REFUSES_EXISTING(s/v, s/v) REUSE_OFF(-)");
        world_leave(&w, &s);
        world_done(&w);
    }
}

/* 3.3-2: resource variables without frames from 1.13 on. */
static void test_exists_resource(void **state) {
    (void)state;
    for (int minor = 12; minor <= 13; minor++) {
        World w = world_make(minor);
        w.e->resource_default = true;
        get1(&w, "v");
        assert_str(refused1(&w, "v"),
                   minor == 12
                       ? EXISTS_1_4("v")
                       : "Variable v already exists, disallowed. Did you mean to set reuse=True or "
                         "reuse=tf.AUTO_REUSE in VarScope?");
        world_done(&w);
    }
}

/* 3.3-5: fetching what does not exist. */
static void test_missing(void **state) {
    (void)state;
    for (int minor = 3; minor <= 4; minor++) {
        World w = world_make(minor);
        VarScopeEntry s = world_enter(&w, scope_named("s", 1));
        assert_str(
            refused1(&w, "missing"),
            minor == 3
                ? "Variable s/missing does not exist, or was not created with tf.get_variable(). Did you "
                  "mean to set reuse=None in VarScope?"
                : "Variable s/missing does not exist, or was not created with tf.get_variable(). Did you "
                  "mean to set reuse=tf.AUTO_REUSE in VarScope?");
        assert_int_equal(w.e->fault.rule, RULE_STORE_REFUSES_MISSING);
        assert_str(
            world_facts(&w, FACT_ERROR, 0),
            "KEY_FROM_VARIABLE_SCOPE(s/missing, s) STORE_REFUSES_MISSING(s/missing) REUSE_GIVEN(s)");
        world_leave(&w, &s);
        assert_int_equal(world_count(&w), 0);
        world_done(&w);
    }
}

/* 3.3-3, 3.3-4: shape and dtype are checked on sharing; nothing else is. */
static void test_sharing(void **state) {
    (void)state;
    World w = world_make(4);
    VariableRequest r = getting(&w, "i", fake_shape(&w, 1, 2));
    r.dtype = DTYPE_INT32;
    Variable *i = world_get(&w, r);
    Variable *f = world_get(&w, getting(&w, "f", fake_shape(&w, 1, 2)));
    size_t nodes = world_count(&w);
    VarScopeEntry on = world_enter(&w, scope_named("", 1));
    assert_ptr_equal(world_get(&w, r), i);
    assert_str(
        world_refused(&w, getting(&w, "i", fake_shape(&w, 1, 2))),
        "Trying to share variable i, but specified dtype float32 and found dtype int32_ref.");
    assert_str(world_refused(&w, getting(&w, "f", fake_shape(&w, 1, 3))),
               "Trying to share variable f, but specified shape (3,) and found shape (2,).");
    assert_int_equal(w.e->fault.rule, RULE_SHARE_SHAPE);
    assert_ptr_equal(world_get(&w, getting(&w, "f", fake_shape(&w, 1, -1))), f);
    r = getting(&w, "f", shape_unknown());
    r.has_shape = false;
    assert_ptr_equal(world_get(&w, r), f);
    assert_int_equal(f->record.shares.count, 2);
    const TraceShare *share = *LOG_AT(&f->record.shares, TraceShare *, 0);
    assert_str(world_facts(&w, FACT_SHARE, share->index),
               "KEY_FROM_VARIABLE_SCOPE(f, ) STORE_SHARES(f, f) REUSE_GIVEN()");
    assert_int_equal(world_count(&w), nodes);
    world_leave(&w, &on);
    world_done(&w);
}

/* 3.3: AUTO_REUSE creates, then fetches. */
static void test_auto_reuse(void **state) {
    (void)state;
    World w = world_make(4);
    VarScopeEntry s = world_enter(&w, scope_named("s", 2));
    Variable *v = get1(&w, "v");
    assert_ptr_equal(get1(&w, "v"), v);
    world_leave(&w, &s);
    world_done(&w);
}

/* 3.3-1: a value and a shape, also when sharing. */
static void test_constant_with_shape(void **state) {
    (void)state;
    World w = world_make(4);
    VariableRequest r = getting(&w, "v", fake_shape(&w, 1, 1));
    r.initializer = value_float(1);
    assert_str(world_refused(&w, r), "If initializer is a constant, do not specify shape.");
    get1(&w, "v");
    VarScopeEntry on = world_enter(&w, scope_named("", 1));
    r.name = world_name(&w, "v");
    assert_str(world_refused(&w, r), "If initializer is a constant, do not specify shape.");
    world_leave(&w, &on);
    world_done(&w);
}

/* 3.4: a value gives shape and dtype. */
static void test_value(void **state) {
    (void)state;
    World w = world_make(15);
    VariableRequest r = getting(&w, "w", shape_unknown());
    r.has_shape = false;
    r.initializer = fake_floats(&w, 2, (double[]){1, 2});
    r.dtype = DTYPE_FLOAT64;
    assert_int_equal(world_get(&w, r)->record.dtype, DTYPE_FLOAT32);
    assert_str(world_names(&w, 0), "w/initial_value w w/Assign w/read");
    world_done(&w);
}

/* 3.4: the default initializer of integers. */
static void test_integers(void **state) {
    (void)state;
    static const struct {
        int minor;
        const char *nodes;
    } rows[] = {{0, "Const:Const i:VariableV2 i/Assign:Assign i/read:Identity"},
                {1, "Const:Const i:VariableV2 i/Assign:Assign i/read:Identity"},
                {2, "zeros:Const i:VariableV2 i/Assign:Assign i/read:Identity"},
                {4, "zeros:Const i:VariableV2 i/Assign:Assign i/read:Identity"},
                {5, "i/Initializer/zeros:Const i:VariableV2 i/Assign:Assign i/read:Identity"},
                {15, "i/Initializer/zeros:Const i:VariableV2 i/Assign:Assign i/read:Identity"}};
    for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
        World w = world_make(rows[k].minor);
        VariableRequest r = getting(&w, "i", fake_shape(&w, 1, 2));
        r.dtype = DTYPE_INT32;
        assert_int_equal(world_get(&w, r)->record.dtype, DTYPE_INT32);
        assert_str(world_nodes(&w, 0), rows[k].nodes);
        world_done(&w);
    }
}

/* 3.3-7: strings have a default initializer from 1.9 on, complex numbers never. */
static void test_required(void **state) {
    (void)state;
    for (int minor = 8; minor <= 9; minor++) {
        World w = world_make(minor);
        VariableRequest r = getting(&w, "s", fake_shape(&w, 0));
        r.dtype = DTYPE_STRING;
        if (minor == 8)
            assert_str(world_refused(&w, r),
                       "An initializer for variable s of <dtype: 'string'> is required");
        else
            assert_string_equal(world_get(&w, r)->initial_value->node->record.name->text,
                                "s/Initializer/zeros");
        r = getting(&w, "c", fake_shape(&w, 0));
        r.dtype = DTYPE_COMPLEX64;
        assert_str(world_refused(&w, r),
                   "An initializer for variable c of <dtype: 'complex64'> is required");
        world_done(&w);
    }
}

static bool call_zero(Engine *e, Output **out) {
    return constant_make(e, tensor_scalar_f64(e->arena, DTYPE_FLOAT32, 0), STR("zero"), out);
}

/* 3.3-6: shapes that are not fully defined. */
static void test_open_shape(void **state) {
    (void)state;
    static const struct {
        int minor;
        const char *library, *function;
    } rows[] = {
        {10, "Shape of a new variable (v) must be fully defined, but instead was (?, 3).",
         "Shape of a new variable (v) must be fully defined, but instead was (?, 3)."},
        {11,
         "You can only pass an initializer function that expects no arguments to its callable when the shape is not "
         "fully defined. The given initializer function expects the following args ['self', 'shape', 'dtype', "
         "'partition_info']",
         NULL},
        {13,
         "The initializer passed is not valid. It should be a callable with no arguments and the shape should not be "
         "provided or an instance of `tf.keras.initializers.*' and `shape` should be fully defined.",
         NULL},
    };
    for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
        World w = world_make(rows[k].minor);
        VariableRequest r = getting(&w, "v", fake_shape(&w, 2, -1, 3));
        assert_str(world_refused(&w, r), rows[k].library);
        r.initializer = fake_value(&w, (Fake){.call = call_zero});
        if (rows[k].function)
            assert_str(world_refused(&w, r), rows[k].function);
        else
            assert_str(shape_str(w.arena, world_get(&w, r)->record.shape), "()");
        world_done(&w);
    }
    World w = world_make(4);
    VariableRequest r = getting(&w, "v", shape_unknown());
    r.has_shape = false;
    assert_str(world_refused(&w, r),
               "Shape of a new variable (v) must be fully defined, but instead was <unknown>.");
    world_done(&w);
}

/* 3.3-8: illegal letters. */
static void test_illegal(void **state) {
    (void)state;
    World w = world_make(4);
    assert_str(refused1(&w, "bad name"), "'bad name' is not a valid scope name");
    assert_null(map_find(&engine_graph(w.e)->store, world_name(&w, "bad name")));
    world_done(&w);
}

/* 5.5: a key that ends in a slash is a scope that exists already. */
static void test_trailing_slash(void **state) {
    (void)state;
    World w = world_make(4);
    VarScopeEntry s = world_enter(&w, scope_default("w/Adam"));
    Variable *v = get1(&w, "");
    assert_string_equal(v->record.key->text, "w/Adam/");
    assert_string_equal(v->node->record.name->text, "w/Adam");
    world_leave(&w, &s);
    world_done(&w);
}

static bool regularize(Engine *e, Output **out) {
    return constant_make(e, tensor_scalar_f64(e->arena, DTYPE_FLOAT32, 1), STR("loss"), out);
}

static bool regularize_not(Engine *e, Output **out) {
    (void)e;
    *out = NULL;
    return true;
}

/* 3.7: only on creation, in an absolute scope made from the key. */
static void test_regularizer(void **state) {
    (void)state;
    World w = world_make(4);
    VarScopeRequest r = scope_named("foo", 2);
    r.regularizer = fake_value(&w, (Fake){.call = regularize});
    VarScopeEntry s = world_enter(&w, r);
    get1(&w, "w");
    get1(&w, "w");
    world_leave(&w, &s);
    const Collection *c =
        collection_get(engine_graph(w.e), world_name(&w, "regularization_losses"));
    assert_int_equal(c->items.count, 1);
    assert_str(world_names(&w, world_count(&w) - 1), "foo/w/Regularizer/loss");
    assert_string_equal(world_node(&w, "foo/w/Regularizer/loss")->groups[0]->text, "loc:@foo/w");
    r.regularizer = fake_value(&w, (Fake){.call = regularize_not});
    s = world_enter(&w, r);
    get1(&w, "x");
    world_leave(&w, &s);
    assert_int_equal(c->items.count, 1);
    world_done(&w);
}

/* 4.5: the initializer of the scope, and who set it. */
static void test_scope_initializer(void **state) {
    (void)state;
    static const Initializer zeros = {.kind = INITIALIZER_ZEROS, .dtype = DTYPE_FLOAT32};
    World w = world_make(15);
    VarScopeRequest q = scope_named("a", -1);
    q.initializer = fake_value(&w, (Fake){.initializer = &zeros, .text = "zeros_initializer()"});
    VarScopeEntry a = world_enter(&w, q), b = world_enter(&w, scope_named("b", -1));
    VariableRequest r = getting(&w, "v", fake_shape(&w, 1, 1));
    r.initializer_rule = RULE_INITIALIZER_SCOPE;
    r.initializer_from = varscope_current(w.e)->initializer_from;
    Variable *v = world_get(&w, r);
    assert_string_equal(v->initial_value->node->record.name->text, "a/b/v/Initializer/zeros");
    assert_str(
        world_facts(&w, FACT_VARIABLE, v->record.index),
        "KEY_FROM_VARIABLE_SCOPE(a/b/v, a/b) STORE_CREATES(a/b/v) REUSE_OFF(-) INITIALIZER_SCOPE(a)");
    world_leave(&w, &b);
    world_leave(&w, &a);
    world_done(&w);
}

/* ---- 3.8: partitioned variables ---- */

static VariableRequest parted(World *w, const char *name, Shape shape, int64_t rows,
                              int64_t columns) {
    VariableRequest r = getting(w, name, shape);
    r.partitioner = fake_value(w, (Fake){.counts = {rows, columns}, .text = "partitioner"});
    return r;
}

static Partitioned *get_parts(World *w, VariableRequest r) {
    Variable *v;
    Partitioned *part;
    assert_true(world_try(w, r, &v, &part));
    assert_null(v);
    return part;
}

static void test_partitioned(void **state) {
    (void)state;
    World w = world_make(4);
    Partitioned *p = get_parts(&w, parted(&w, "w", fake_shape(&w, 1, 5), 2, 1));
    assert_str(world_names(&w, 0), UNIFORM("w/part_0") VARIABLE("w/part_0") " " UNIFORM("w/part_1")
                                       VARIABLE("w/part_1"));
    assert_int_equal(p->nparts, 2);
    assert_str(shape_str(w.arena, p->parts[0]->record.shape), "(3,)");
    assert_str(shape_str(w.arena, p->parts[1]->record.shape), "(2,)");
    assert_non_null(map_find(&engine_graph(w.e)->store, world_name(&w, "w/part_1")));
    OpScope reserved = world_name_scope(&w, "w/part_0/PartitionedInitializer");
    assert_str(name_str(reserved.full), "w/part_0/PartitionedInitializer_1/");
    op_scope_leave(w.e, &reserved);
    VarScopeEntry on = world_enter(&w, scope_named("", 1));
    assert_ptr_equal(get_parts(&w, parted(&w, "w", fake_shape(&w, 1, 5), 2, 1)), p);
    assert_ptr_equal(get_parts(&w, getting(&w, "w", fake_shape(&w, 1, 5))), p);
    world_leave(&w, &on);
    world_done(&w);
}

static void test_partitioned_value(void **state) {
    (void)state;
    World w = world_make(4);
    VariableRequest r = parted(&w, "w", fake_shape(&w, 1, 4), 2, 1);
    r.initializer = fake_floats(&w, 4, (double[]){1, 2, 3, 4});
    get_parts(&w, r);
    assert_str(
        world_names(&w, 0),
        "w/part_0/PartitionedInitializer/Const w/part_0/PartitionedInitializer/Slice/begin "
        "w/part_0/PartitionedInitializer/Slice/size w/part_0/PartitionedInitializer/Slice " VARIABLE(
            "w/part_0") " w/part_1/PartitionedInitializer/Const w/part_1/PartitionedInitializer/Slice/begin "
                        "w/part_1/PartitionedInitializer/Slice/size w/part_1/PartitionedInitializer/Slice " VARIABLE(
                            "w/part_1"));
    world_done(&w);
}

static void test_partitioned_as_tensor(void **state) {
    (void)state;
    World w = world_make(4);
    Partitioned *p = get_parts(&w, parted(&w, "w", fake_shape(&w, 1, 4), 2, 1));
    Partitioned *single = get_parts(&w, parted(&w, "s", fake_shape(&w, 1, 4), 1, 1));
    size_t n = world_count(&w);
    Output *out;
    assert_true(partitioned_as_tensor(w.e, p, &out));
    assert_true(partitioned_as_tensor(w.e, single, &out));
    assert_str(
        world_nodes(&w, n),
        "w/ConcatPartitions/concat/axis:Const w/ConcatPartitions/concat:ConcatV2 w:Identity s:Identity");
    assert_str(world_inputs(&w, "w/ConcatPartitions/concat"),
               "w/part_0/read w/part_1/read w/ConcatPartitions/concat/axis");
    world_done(&w);
}

static void test_partitioned_errors(void **state) {
    (void)state;
    World w = world_make(4);
    Shape four = fake_shape(&w, 1, 4);
    get1(&w, "plain");
    get_parts(&w, parted(&w, "w", four, 2, 1));
    assert_str(
        world_refused(&w, getting(&w, "w", four)),
        "No partitioner was provided, but a partitioned version of the variable was found: w/part_0. Perhaps a "
        "variable of the same name was already created with partitioning?");
    assert_str(
        world_refused(&w, parted(&w, "w", four, 2, 1)),
        "Partitioned variable with name w already exists. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope?");
    assert_str(
        world_refused(&w, parted(&w, "plain", four, 2, 1)),
        "A partitioner was provided, but an unpartitioned version of the variable was found: plain.  Perhaps a "
        "variable of the same name was already created without partitioning?");
    assert_str(
        world_refused(&w, parted(&w, "x", fake_shape(&w, 1, -1), 2, 1)),
        "Shape of a new partitioned variable (x) must be fully defined, but instead was (?,).");
    assert_str(world_refused(&w, parted(&w, "x", fake_shape(&w, 2, 4, 4), 2, 0)),
               "Partitioner returned zero partitions for some axes: [2, 0]");
    VariableRequest r = getting(&w, "x", four);
    r.partitioner = value_int(7);
    assert_str(world_refused(&w, r), "Partitioner must be callable, but received: 7");
    VarScopeEntry on = world_enter(&w, scope_named("", 1));
    assert_str(
        world_refused(&w, parted(&w, "y", four, 2, 1)),
        "PartitionedVariable y does not exist, or was not created with tf.get_variable(). Did you mean to set "
        "reuse=None in VarScope?");
    assert_str(
        world_refused(&w, parted(&w, "w", fake_shape(&w, 1, 6), 2, 1)),
        "Trying to reuse partitioned variable w, but specified shape (6,) and found shape (4,).");
    assert_str(
        world_refused(&w, parted(&w, "w", four, 4, 1)),
        "Trying to reuse partitioned variable w, but specified partitions [4] and found partitions [2].");
    world_leave(&w, &on);
    world_done(&w);
}

/* 3.8: a scalar shape ignores the partitioner. */
static void test_partitioned_scalar(void **state) {
    (void)state;
    World w = world_make(0);
    Variable *v;
    Partitioned *part;
    VariableRequest r = parted(&w, "v", fake_shape(&w, 0), 2, 1);
    r.whole = true;
    assert_true(world_try(&w, r, &v, &part));
    assert_null(part);
    assert_string_equal(v->record.key->text, "v");
    world_done(&w);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_default_nodes),
        cmocka_unit_test(test_key),
        cmocka_unit_test(test_key_is_not_name),
        cmocka_unit_test(test_exists),
        cmocka_unit_test(test_exists_resource),
        cmocka_unit_test(test_missing),
        cmocka_unit_test(test_sharing),
        cmocka_unit_test(test_auto_reuse),
        cmocka_unit_test(test_constant_with_shape),
        cmocka_unit_test(test_value),
        cmocka_unit_test(test_integers),
        cmocka_unit_test(test_required),
        cmocka_unit_test(test_open_shape),
        cmocka_unit_test(test_illegal),
        cmocka_unit_test(test_trailing_slash),
        cmocka_unit_test(test_regularizer),
        cmocka_unit_test(test_scope_initializer),
        cmocka_unit_test(test_partitioned),
        cmocka_unit_test(test_partitioned_value),
        cmocka_unit_test(test_partitioned_as_tensor),
        cmocka_unit_test(test_partitioned_errors),
        cmocka_unit_test(test_partitioned_scalar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
