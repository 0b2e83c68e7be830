#include "tensor/tensor.h"

#include <math.h>
#include <setjmp.h>

#include "tests/tensor/values.h"
#include "tests/test.h"

static Arena *a;

static int make_arena(void **state) {
    (void)state;
    a = arena_new(0);
    return a ? 0 : -1;
}

static int free_arena(void **state) {
    (void)state;
    arena_free(a);
    return 0;
}

/* ---- float16 ---- */

/* Every float16 goes to float and back unchanged, and lies in order. */
static void halves_survive(void **state) {
    (void)state;
    for (uint32_t h = 0; h <= 0xffff; h++) {
        float f = half_to((uint16_t)h);
        if (!isnan(f)) {
            assert_int_equal(half_of(f), h);
            assert_int_equal(half_of_double((double)f), h);
        }
    }
    for (uint16_t h = 0; h < 0x7c00; h++) {
        assert_true(half_to(h) < half_to((uint16_t)(h + 1)));
    }
}

static void half_values(void **state) {
    (void)state;
    assert_true(half_to(0x3c00) == 1);
    assert_true(half_to(0xc000) == -2);
    assert_true(half_to(0x7bff) == 65504);
    assert_true(half_to(0x0001) == 0x1p-24F);
    assert_true(half_to(0x03ff) == 1023 * 0x1p-24F);
    assert_true(half_to(0x0400) == 0x1p-14F);
    assert_true(isinf(half_to(0x7c00)) && half_to(0x7c00) > 0);
    assert_true(isinf(half_to(0xfc00)) && half_to(0xfc00) < 0);
    assert_true(isnan(half_to(0x7e00)));
    assert_true(signbit(half_to(0x8000)) && half_to(0x8000) == 0);
}

static void halves_round_to_even(void **state) {
    (void)state;
    assert_int_equal(half_of(1 + 0x1p-11F), 0x3c00);
    assert_int_equal(half_of(1 + 3 * 0x1p-11F), 0x3c02);
    assert_int_equal(half_of(nextafterf(1 + 0x1p-11F, 2)), 0x3c01);
    assert_int_equal(half_of(65519.996F), 0x7bff);
    assert_int_equal(half_of(65520), 0x7c00);
    assert_int_equal(half_of(-1e30F), 0xfc00);
    assert_int_equal(half_of(0x1p-25F), 0);
    assert_int_equal(half_of(nextafterf(0x1p-25F, 1)), 1);
    assert_int_equal(half_of(3 * 0x1p-25F), 2);
    assert_int_equal(half_of(0x1p-14F - 0x1p-26F), 0x0400);
    assert_int_equal(half_of(-0x1p-149F), 0x8000);
    assert_int_equal(half_of(INFINITY), 0x7c00);
    assert_true(isnan(half_to(half_of(NAN))));
    assert_true(isnan(half_to(half_of(-NAN))));
}

/* By way of float this would be a tie and go down. */
static void doubles_round_once(void **state) {
    (void)state;
    assert_int_equal(half_of_double(1 + 0x1p-11 + 0x1p-40), 0x3c01);
    assert_int_equal(half_of_double(1 + 3 * 0x1p-11 - 0x1p-40), 0x3c01);
    assert_int_equal(half_of_double(1 + 0x1p-11), 0x3c00);
    assert_int_equal(half_of_double(1e300), 0x7c00);
    assert_int_equal(half_of_double(-1e-300), 0x8000);
    assert_true(isnan(half_to(half_of_double(NAN))));
}

/* ---- making ---- */

static void scalars(void **state) {
    (void)state;
    assert_repr(a, tensor_scalar_f64(a, DTYPE_FLOAT32, 0.1), STR(""), "array(0.1, dtype=float32)");
    assert_repr(a, tensor_scalar_f64(a, DTYPE_INT32, 2.9), STR(""), "array(2, dtype=int32)");
    assert_repr(a, tensor_scalar_i64(a, DTYPE_INT8, 200), STR(""), "array(-56, dtype=int8)");
    assert_repr(a, tensor_scalar_i64(a, DTYPE_FLOAT64, 3), STR(""), "array(3.)");
    assert_repr(a, tensor_scalar_f64(a, DTYPE_COMPLEX64, 1.5), STR(""),
                "array(1.5+0.j, dtype=complex64)");
    assert_repr(a, tensor_scalar_bool(a, true), STR(""), "array(True)");
    assert_repr(a, tensor_scalar_str(a, STR("a\0b")), STR(""), "array(b'a\\x00b', dtype=object)");
    assert_repr(a, tensor_vector_i32(a, 3, (int64_t[]){2, -1, 3}), STR(""),
                "array([ 2, -1,  3], dtype=int32)");
    assert_repr(a, tensor_vector_i32(a, 0, NULL), STR(""), "array([], dtype=int32)");
}

static void new_elements_are_zero(void **state) {
    (void)state;
    Tensor *t = zeros(a, DTYPE_STRING, 1, (int64_t[]){2});
    assert_int_equal(t->count, 2);
    assert_str(tensor_text(t, 1), "");
    t = zeros(a, DTYPE_COMPLEX64, 2, (int64_t[]){1, 1});
    assert_repr(a, t, STR(""), "array([[0.+0.j]], dtype=complex64)");
}

static void the_shape_is_copied(void **state) {
    (void)state;
    int64_t dims[] = {2, 3};
    Tensor *t = zeros(a, DTYPE_INT32, 2, dims);
    dims[0] = 99;
    assert_int_equal(t->shape.dims[0], 2);
    assert_int_equal(t->count, 6);
}

static jmp_buf refused;

static void on_refusal(void *context, ArenaRefusal why, size_t size) {
    (void)context, (void)why, (void)size;
    longjmp(refused, 1);
}

/* Is a tensor of this shape refused by an arena of a megabyte? */
static bool is_refused(const int64_t dims[3]) {
    Arena *small = arena_new(1 << 20);
    volatile bool made = false;
    arena_on_fail(small, on_refusal, NULL);
    if (setjmp(refused) == 0) {
        tensor_make(small, DTYPE_FLOAT64, (Shape){3, dims});
        made = true;
    }
    arena_free(small);
    return !made;
}

/* What cannot be counted, or counted but not allocated, is refused by the arena. */
static void huge_shapes_are_refused(void **state) {
    (void)state;
    const int64_t big = INT64_C(1) << 40;
    assert_true(is_refused((int64_t[]){INT64_MAX, 2, 1}));
    assert_true(is_refused((int64_t[]){INT64_C(1) << 62, 1, 1}));
    assert_true(is_refused((int64_t[]){big, big, 3}));
    assert_false(is_refused((int64_t[]){10, 10, 3}));
    Tensor *t = zeros(a, DTYPE_FLOAT32, 3, (int64_t[]){INT64_MAX, 0, INT64_MAX});
    assert_int_equal(t->count, 0);
}

/* ---- elements ---- */

static void elements_wrap_and_round(void **state) {
    (void)state;
    Tensor *t = zeros(a, DTYPE_UINT8, 1, (int64_t[]){4});
    tensor_set_i64(t, 0, 257);
    tensor_set_i64(t, 1, -1);
    tensor_set_f64(t, 2, 3.99);
    tensor_set_f64(t, 3, -1.5);
    assert_repr(a, t, STR(""), "array([  1, 255,   3, 255], dtype=uint8)");
    t = zeros(a, DTYPE_INT32, 1, (int64_t[]){4});
    tensor_set_f64(t, 0, 1e10);
    tensor_set_f64(t, 1, NAN);
    tensor_set_f64(t, 2, -2147483648.9);
    tensor_set_f64(t, 3, 2147483647.9);
    assert_repr(a, t, STR(""),
                "array([-2147483648, -2147483648, -2147483648,  2147483647], dtype=int32)");
    t = zeros(a, DTYPE_UINT64, 1, (int64_t[]){2});
    tensor_set_f64(t, 0, 1.8446744073709550e19);
    tensor_set_i64(t, 1, -1);
    assert_repr(a, t, STR(""), "array([18446744073709549568, 18446744073709551615], dtype=uint64)");
    assert_true(tensor_f64(t, 1) == 0x1p64);
}

static void truth(void **state) {
    (void)state;
    assert_false(tensor_bool(tensor_scalar_f64(a, DTYPE_FLOAT32, -0.0), 0));
    assert_true(tensor_bool(tensor_scalar_f64(a, DTYPE_FLOAT32, NAN), 0));
    assert_true(tensor_bool(tensor_scalar_f64(a, DTYPE_FLOAT64, 0.25), 0));
    assert_true(tensor_bool(tensor_scalar_i64(a, DTYPE_INT8, -1), 0));
    Tensor *c = zeros(a, DTYPE_COMPLEX128, 0, NULL);
    assert_false(tensor_bool(c, 0));
    ((double *)c->data)[1] = 1;
    assert_true(tensor_bool(c, 0));
}

/* ---- whole tensors ---- */

static void equality(void **state) {
    (void)state;
    const Tensor *x = values(a, DTYPE_FLOAT32, "[1 2]");
    assert_true(tensor_eq(x, values(a, DTYPE_FLOAT32, "[1 2]")));
    assert_false(tensor_eq(x, values(a, DTYPE_FLOAT32, "[1 3]")));
    assert_false(tensor_eq(x, values(a, DTYPE_FLOAT32, "[[1 2]]")));
    assert_false(tensor_eq(x, values(a, DTYPE_FLOAT64, "[1 2]")));
    assert_false(tensor_eq(tensor_scalar_f64(a, DTYPE_FLOAT32, 0.0),
                           tensor_scalar_f64(a, DTYPE_FLOAT32, -0.0)));
    assert_true(tensor_eq(tensor_scalar_f64(a, DTYPE_FLOAT32, NAN),
                          tensor_scalar_f64(a, DTYPE_FLOAT32, NAN)));
    assert_true(tensor_eq(tensor_scalar_str(a, STR("ab")), tensor_scalar_str(a, STR("ab"))));
    assert_false(tensor_eq(tensor_scalar_str(a, STR("ab")), tensor_scalar_str(a, STR("a"))));
    assert_true(tensor_eq(values(a, DTYPE_INT32, "[]"), values(a, DTYPE_INT32, "[]")));
}

static void reshaping_shares(void **state) {
    (void)state;
    const Tensor *x = values(a, DTYPE_INT32, "[1 2 3 4 5 6]");
    const Tensor *y = tensor_reshaped(a, x, (Shape){2, (int64_t[]){3, 2}});
    assert_ptr_equal(x->data, y->data);
    assert_repr(a, y, STR(""), "array([[1, 2],\n       [3, 4],\n       [5, 6]], dtype=int32)");
}

/* The upper half of a float, to nearest even: 0x3f80 is 1, 0x3f81 is 1 + 2^-7. */
static void bfloat_values(void **state) {
    (void)state;
    assert_true(bfloat_to(0x3f80) == 1 && bfloat_to(0xc020) == -2.5F);
    assert_int_equal(bfloat_of(1 + 0x1p-8F), 0x3f80);
    assert_int_equal(bfloat_of(1 + 0x1p-8F + 0x1p-20F), 0x3f81);
    assert_int_equal(bfloat_of(1 + 3 * 0x1p-8F), 0x3f82);
    assert_int_equal(bfloat_of(-0.0F), 0x8000);
    assert_int_equal(bfloat_of(0x1.fffffep127F), 0x7f80);
    assert_int_equal(bfloat_of(-INFINITY), 0xff80);
    assert_int_equal(bfloat_of(NAN), 0x7fc0);
    for (uint32_t b = 0; b <= 0xffff; b++) {
        float f = bfloat_to((uint16_t)b);
        assert_true(isnan(f) || bfloat_of(f) == b);
    }
}

static void assert_cast(DType from, const char *text, DType to, const char *wanted) {
    assert_repr(a, tensor_cast(a, values(a, from, text), to), STR(""), wanted);
}

/* Expectations: numpy's astype. */
static void casting(void **state) {
    (void)state;
    assert_cast(DTYPE_FLOAT32, "[1.9 -1.9 0 0.5]", DTYPE_INT32,
                "array([ 1, -1,  0,  0], dtype=int32)");
    assert_cast(DTYPE_FLOAT32, "[0.5 0 -0.0 nan]", DTYPE_BOOL,
                "array([ True, False, False,  True])");
    assert_cast(DTYPE_INT32, "[300 -1 128]", DTYPE_INT8, "array([  44,   -1, -128], dtype=int8)");
    assert_cast(DTYPE_INT32, "[300 -1]", DTYPE_UINT8, "array([ 44, 255], dtype=uint8)");
    assert_cast(DTYPE_INT32, "-1", DTYPE_UINT64, "array(18446744073709551615, dtype=uint64)");
    assert_cast(DTYPE_BOOL, "[1 0]", DTYPE_FLOAT64, "array([1., 0.])");
    assert_cast(DTYPE_FLOAT64, "[0.1 1e40]", DTYPE_FLOAT32, "array([0.1, inf], dtype=float32)");
    assert_cast(DTYPE_FLOAT64, "[0.1 1e5 70000]", DTYPE_FLOAT16,
                "array([0.1, inf, inf], dtype=float16)");
    assert_cast(DTYPE_FLOAT64, "[1 0.1 3.140625]", DTYPE_BFLOAT16,
                "array([bfloat16(1), bfloat16(0.100097656), bfloat16(3.140625)],\n"
                "      dtype=bfloat16)");
    assert_cast(DTYPE_INT32, "[257 259]", DTYPE_BFLOAT16,
                "array([bfloat16(256), bfloat16(260)], dtype=bfloat16)");
    assert_cast(DTYPE_FLOAT64, "[1e19 1e20]", DTYPE_UINT64,
                "array([10000000000000000000,                    0], dtype=uint64)");
    assert_cast(DTYPE_BFLOAT16, "[1.5 -300]", DTYPE_INT8, "array([  1, -44], dtype=int8)");
    assert_cast(DTYPE_INT64, "[16777217 9007199254740993]", DTYPE_FLOAT32,
                "array([1.6777216e+07, 9.0071993e+15], dtype=float32)");
    assert_cast(DTYPE_UINT64, "18446744073709551615", DTYPE_FLOAT64, "array(1.84467441e+19)");
    assert_cast(DTYPE_UINT64, "18446744073709551615", DTYPE_FLOAT32,
                "array(1.8446744e+19, dtype=float32)");
    assert_cast(DTYPE_FLOAT32, "[1.5 2]", DTYPE_COMPLEX128, "array([1.5+0.j, 2. +0.j])");
    assert_cast(DTYPE_STRING, "[a bc]", DTYPE_STRING, "array([b'a', b'bc'], dtype=object)");
    assert_cast(DTYPE_INT32, "[]", DTYPE_FLOAT32, "array([], dtype=float32)");
}

static void casting_complex(void **state) {
    (void)state;
    Tensor *c = zeros(a, DTYPE_COMPLEX128, 1, (int64_t[]){2});
    memcpy(c->data, (double[]){1.5, -2, 0, 1}, 4 * sizeof(double));
    assert_repr(a, tensor_cast(a, c, DTYPE_COMPLEX64), STR(""),
                "array([1.5-2.j, 0. +1.j], dtype=complex64)");
    assert_repr(a, tensor_cast(a, tensor_cast(a, c, DTYPE_COMPLEX64), DTYPE_COMPLEX128), STR(""),
                "array([1.5-2.j, 0. +1.j])");
    assert_repr(a, tensor_cast(a, c, DTYPE_FLOAT32), STR(""), "array([1.5, 0. ], dtype=float32)");
    assert_repr(a, tensor_cast(a, c, DTYPE_BOOL), STR(""), "array([ True,  True])");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(halves_survive),
        cmocka_unit_test(half_values),
        cmocka_unit_test(bfloat_values),
        cmocka_unit_test(halves_round_to_even),
        cmocka_unit_test(doubles_round_once),
        cmocka_unit_test(scalars),
        cmocka_unit_test(new_elements_are_zero),
        cmocka_unit_test(the_shape_is_copied),
        cmocka_unit_test(huge_shapes_are_refused),
        cmocka_unit_test(elements_wrap_and_round),
        cmocka_unit_test(truth),
        cmocka_unit_test(equality),
        cmocka_unit_test(reshaping_shares),
        cmocka_unit_test(casting),
        cmocka_unit_test(casting_complex),
    };
    return cmocka_run_group_tests_name("tensor", tests, make_arena, free_arena);
}
