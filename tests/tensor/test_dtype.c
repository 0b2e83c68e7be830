#include "tensor/dtype.h"

#include <string.h>

#include "tests/test.h"

static void names_and_numbers_lead_back(void **state) {
    (void)state;
    for (int t = DTYPE_INVALID + 1; t < DTYPE_COUNT; t++) {
        assert_int_equal(dtype_of_name(str_of(dtype_name((DType)t))), t);
        assert_int_equal(dtype_of_number(dtype_number((DType)t)), t);
        assert_true(strncmp(dtype_proto_name((DType)t), "DT_", 3) == 0);
    }
}

static void float32(void **state) {
    (void)state;
    assert_string_equal(dtype_name(DTYPE_FLOAT32), "float32");
    assert_string_equal(dtype_cpp_name(DTYPE_FLOAT32), "float");
    assert_string_equal(dtype_proto_name(DTYPE_FLOAT32), "DT_FLOAT");
    assert_int_equal(dtype_number(DTYPE_FLOAT32), 1);
    assert_int_equal(dtype_size(DTYPE_FLOAT32), 4);
    assert_int_equal(dtype_class(DTYPE_FLOAT32), DTYPE_CLASS_FLOAT);
}

static void numbers_are_those_of_tensorflow(void **state) {
    (void)state;
    assert_int_equal(dtype_of_number(3), DTYPE_INT32);
    assert_int_equal(dtype_of_number(7), DTYPE_STRING);
    assert_int_equal(dtype_of_number(9), DTYPE_INT64);
    assert_int_equal(dtype_of_number(10), DTYPE_BOOL);
    assert_int_equal(dtype_of_number(11), DTYPE_QINT8);
    assert_int_equal(dtype_of_number(12), DTYPE_QUINT8);
    assert_int_equal(dtype_of_number(13), DTYPE_QINT32);
    assert_int_equal(dtype_of_number(14), DTYPE_BFLOAT16);
    assert_int_equal(dtype_of_number(15), DTYPE_QINT16);
    assert_int_equal(dtype_of_number(16), DTYPE_QUINT16);
    assert_int_equal(dtype_of_number(17), DTYPE_UINT16);
    assert_int_equal(dtype_of_number(19), DTYPE_FLOAT16);
    assert_int_equal(dtype_of_number(20), DTYPE_RESOURCE);
    assert_int_equal(dtype_of_number(23), DTYPE_UINT64);
}

static void unknown_is_invalid(void **state) {
    (void)state;
    assert_int_equal(dtype_of_name(STR("float")), DTYPE_INVALID);
    assert_int_equal(dtype_of_name(STR("float32_ref")), DTYPE_INVALID);
    assert_int_equal(dtype_of_name(STR("invalid")), DTYPE_INVALID);
    assert_int_equal(dtype_of_name(STR("")), DTYPE_INVALID);
    assert_int_equal(dtype_of_number(0), DTYPE_INVALID);
    assert_int_equal(dtype_of_number(101), DTYPE_INVALID);
    assert_int_equal(dtype_of_number(-1), DTYPE_INVALID);
    assert_string_equal(dtype_name((DType)999), "invalid");
}

static void sizes_are_those_of_the_elements(void **state) {
    (void)state;
    assert_int_equal(dtype_size(DTYPE_FLOAT16), 2);
    assert_int_equal(dtype_size(DTYPE_BOOL), 1);
    assert_int_equal(dtype_size(DTYPE_COMPLEX64), 8);
    assert_int_equal(dtype_size(DTYPE_COMPLEX128), 16);
    assert_int_equal(dtype_size(DTYPE_STRING), sizeof(Str));
    assert_int_equal(dtype_size(DTYPE_RESOURCE), 0);
}

static void what_is_numeric(void **state) {
    (void)state;
    assert_true(dtype_is_numeric(DTYPE_INT8));
    assert_true(dtype_is_numeric(DTYPE_UINT64));
    assert_true(dtype_is_numeric(DTYPE_FLOAT16));
    assert_true(dtype_is_numeric(DTYPE_COMPLEX64));
    assert_false(dtype_is_numeric(DTYPE_BOOL));
    assert_false(dtype_is_numeric(DTYPE_STRING));
    assert_false(dtype_is_numeric(DTYPE_RESOURCE));
    assert_false(dtype_is_numeric(DTYPE_INVALID));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_and_numbers_lead_back),     cmocka_unit_test(float32),
        cmocka_unit_test(numbers_are_those_of_tensorflow), cmocka_unit_test(unknown_is_invalid),
        cmocka_unit_test(sizes_are_those_of_the_elements), cmocka_unit_test(what_is_numeric),
    };
    return cmocka_run_group_tests_name("dtype", tests, NULL, NULL);
}
