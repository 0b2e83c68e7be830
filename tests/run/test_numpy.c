/* numpy as C code uses it: nested values as elements, scalars and arrays, views, and what readers
 * of the trace see of an array at an earlier moment. Programs are in tests/numpy. */
#include "tests/run/value.h"

#include "run/numpy_functions.h"

static Value list2(Run *run, Value a, Value b) {
    Value both[2] = {a, b};
    return list_make(run, 2, both);
}

static void test_literal(void **state) {
    (void)state;
    Run *run = fresh_run();
    Literal l;
    Value row = list2(run, value_int(1), value_float(2.5));
    Value pair[2] = {value_bool(true), value_none()};
    assert_true(literal_of(run, list2(run, row, tuple_make(run, 2, pair)), &l));
    assert_false(l.ragged);
    assert_str(shape_str(run->arena, l.shape), "(2, 2)");
    assert_int_equal(l.count, 4);
    assert_int_equal(l.items[2].kind, VALUE_BOOL);
    assert_int_equal(l.items[3].kind, VALUE_NONE);
    assert_true(literal_of(run, list2(run, row, value_int(3)), &l));
    assert_true(l.ragged);
    assert_true(literal_of(run, str_make(run, STR("text")), &l));
    assert_int_equal(l.shape.rank, 0);
    assert_true(literal_of(run, list_make(run, 0, NULL), &l));
    assert_str(shape_str(run->arena, l.shape), "(0,)");
    run_free(run);
}

static void test_literal_of_arrays(void **state) {
    (void)state;
    Run *run = fresh_run();
    Literal l;
    Value a = array_make(run, tensor_vector_i32(run->arena, 2, (int64_t[]){7, 8}));
    assert_true(literal_of(run, list2(run, a, a), &l));
    assert_str(shape_str(run->arena, l.shape), "(2, 2)");
    assert_true(is_numpy_scalar(run, l.items[1]));
    assert_int_equal(tensor_i64(array_tensor(l.items[1]), 0), 8);
    run_free(run);
}

static void test_tensor_of(void **state) {
    (void)state;
    Run *run = fresh_run();
    const Tensor *t;
    Value row = list2(run, value_int(1), value_float(2.5));
    assert_true(numpy_tensor_of(run, row, DTYPE_INVALID, &t));
    assert_int_equal(t->dtype, DTYPE_FLOAT64);
    assert_true(numpy_tensor_of(run, row, DTYPE_INT32, &t));
    assert_int_equal(t->dtype, DTYPE_INT32);
    assert_int_equal(tensor_i64(t, 1), 2);
    assert_true(numpy_tensor_of(run, str_make(run, STR("a")), DTYPE_INVALID, &t));
    assert_int_equal(t->dtype, DTYPE_STRING);
    assert_false(numpy_tensor_of(run, list2(run, row, value_int(1)), DTYPE_INVALID, &t));
    assert_true(error_is(run, run->exception.ValueError));
    run_free(run);
}

static void test_scalars(void **state) {
    (void)state;
    Run *run = fresh_run();
    Value s = array_or_scalar(run, tensor_scalar_f64(run->arena, DTYPE_FLOAT32, 0.1));
    double d;
    DType dtype;
    assert_true(is_numpy_scalar(run, s));
    assert_false(is_array(run, s));
    assert_string_equal(type_short_name(run, s).at, "float32");
    assert_true(float_of(run, s, &d));
    assert_true(d == (double)0.1F);
    Value big = array_or_scalar(run, tensor_scalar_f64(run->arena, DTYPE_FLOAT64, 2.5));
    assert_true(is_instance(run, big, run->type.real));
    Value text = array_or_scalar(run, tensor_scalar_str(run->arena, STR("x")));
    assert_ptr_equal(type_of(run, text), run->type.bytes);
    assert_true(numpy_dtype_of(run, value_object(type_of(run, s)), &dtype));
    assert_int_equal(dtype, DTYPE_FLOAT32);
    assert_true(numpy_dtype_of(run, numpy_dtype_value(run, DTYPE_INT8), &dtype));
    assert_int_equal(dtype, DTYPE_INT8);
    assert_true(numpy_dtype_of(run, value_object(run->type.integer), &dtype));
    assert_int_equal(dtype, DTYPE_INT64);
    assert_false(numpy_dtype_of(run, value_int(3), &dtype));
    run_free(run);
}

/* What was handed out never changes, whatever is written to the array. */
static void test_handed_out(void **state) {
    (void)state;
    Run *run = fresh_run();
    Value a = array_make(run, tensor_vector_i32(run->arena, 3, (int64_t[]){1, 2, 3}));
    const Tensor *before = array_tensor(a);
    assert_true(value_set_item(run, a, value_int(0), value_int(9)));
    assert_int_equal(tensor_i64(before, 0), 1);
    const Tensor *after = array_tensor(a);
    assert_int_equal(tensor_i64(after, 0), 9);
    assert_true(value_set_item(run, a, value_int(1), value_int(8)));
    assert_int_equal(tensor_i64(after, 1), 2);
    run_free(run);
}

static Str shown(Run *run, Value v, Moment m) {
    Sink out = sink_memory(run->arena);
    value_show(&out, v, m, 2);
    return sink_str(&out);
}

static void set(Run *run, Value a, int64_t i, double d) {
    assert_true(value_set_item(run, a, value_int(i), value_float(d)));
}

static void test_history(void **state) {
    (void)state;
    Run *run = fresh_run();
    Tensor *t = tensor_make(run->arena, DTYPE_FLOAT64, (Shape){1, (int64_t[]){6}});
    Value a = array_make(run, t), slice, view;
    Value bounds[2] = {value_int(1), value_int(3)};
    assert_true(value_call_n(run, value_object(run->type.slice), 2, bounds, &slice));
    assert_true(value_get_item(run, a, slice, &view));
    Moment start = trace_now(run->trace);
    set(run, a, 0, 1);
    Moment first = trace_now(run->trace);
    set(run, view, 0, 2);
    Moment second = trace_now(run->trace);
    set(run, a, 5, 3);
    assert_str(shown(run, a, start), "array([0., 0., 0., 0., 0., 0.])");
    assert_str(shown(run, a, first), "array([1., 0., 0., 0., 0., 0.])");
    assert_str(shown(run, a, second), "array([1., 2., 0., 0., 0., 0.])");
    assert_str(shown(run, a, MOMENT_END), "array([1., 2., 0., 0., 0., 3.])");
    assert_str(shown(run, view, first), "array([0., 0.])");
    assert_str(shown(run, view, MOMENT_END), "array([2., 0.])");
    run_free(run);
}

/* A loop that writes every element must not keep a copy of the array for each. */
static void test_loop_is_cheap(void **state) {
    (void)state;
    RunOptions options = {.python = 3, .max_memory = (size_t)32 << 20};
    Ran r = run_source(STR("p.py"),
                       STR("import numpy as np\n"
                           "a = np.zeros(20000)\n"
                           "for i in range(20000):\n"
                           "    a[i] = i\n"
                           "print(a.sum())\n"),
                       &options);
    assert_str(r.out, "199990000.0\n");
    ran_free(&r);
}

static void test_refusals(void **state) {
    (void)state;
    assert_refused("import numpy as np\nnp.save('x', 1)\n", "writing x.npy is not allowed");
    assert_refused("import numpy as np\nnp.random.default_rng(1)\n",
                   "numpy.random.default_rng is not modelled");
    assert_refused("import numpy as np\nnp.linalg.eig([1])\n", "numpy.linalg.eig is not modelled");
    assert_refused("import numpy as np\nnp.array([None])\n",
                   "a numpy array of objects is not modelled");
    assert_refused("import numpy as np\nnp.array([[1]], order='A')\n",
                   "order of array() other than 'K' is not modelled");
    assert_refused("import numpy as np\nnp.intersect1d([1, 1], [1], assume_unique=True)\n",
                   "assume_unique of intersect1d() other than False is not modelled");
    assert_refused("import numpy as np\nnp.argmax([1], keepdims=True)\n",
                   "keepdims of argmax() other than False is not modelled");
    assert_refused("import numpy as np\nnp.zeros(2).astype(int, casting='safe')\n",
                   "casting of astype() other than 'unsafe' is not modelled");
    assert_refused("import numpy as np\nnp.nditer([1], flags=['multi_index'])\n",
                   "the argument flags of nditer() is not modelled");
    assert_refused("import numpy as np\nnp.transpose(np.zeros((2, 3, 4)), (2, 0, 1)).ravel('K')\n",
                   "order='K' of such a view is not modelled");
    assert_refused("import numpy as np\nnp.zeros(3).tofile('x')\n",
                   "the method 'tofile' of numpy arrays is not modelled");
}

static void test_budget(void **state) {
    (void)state;
    Ran r = run_text("import numpy as np\nnp.zeros((100000, 100000))\n");
    assert_int_equal(r.run->trace->end, END_BUDGET);
    assert_int_equal(r.run->trace->budget, BUDGET_TENSOR);
    ran_free(&r);
}

static void test_python2(void **state) {
    (void)state;
    assert_prints2("import numpy as np\n"
                   "a = np.array([7, 8])\n"
                   "print a / 2, a / 2., np.int32(7) / 2, np.array(['a', 'b'])\n",
                   "[3 4] [3.5 4. ] 3 ['a' 'b']\n");
}

/* Names of old versions. */
static void test_old_names(void **state) {
    (void)state;
    assert_prints("import numpy as np\n"
                  "print(np.zeros(1, np.int).dtype, np.ones(1, dtype=np.float).dtype,\n"
                  "      np.array([0, 2]).astype(np.bool), np.float is float)\n",
                  "int64 float64 [False  True] True\n");
}

static void test_scripts(void **state) {
    (void)state;
    Run *run = fresh_run();
    const char *broken = numpy_script_broken(run);
    assert_string_equal(broken ? broken : "", "");
    run_free(run);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_literal),       cmocka_unit_test(test_literal_of_arrays),
        cmocka_unit_test(test_tensor_of),     cmocka_unit_test(test_scalars),
        cmocka_unit_test(test_handed_out),    cmocka_unit_test(test_history),
        cmocka_unit_test(test_loop_is_cheap), cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_budget),        cmocka_unit_test(test_python2),
        cmocka_unit_test(test_old_names),     cmocka_unit_test(test_scripts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
