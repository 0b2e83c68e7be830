/* Printing, compared with what numpy 1.24 printed: print.jsonl, which make_print_data.py wrote. */
#include "tensor/print.h"

#include <float.h>
#include <math.h>
#include <stdio.h>

#include "base/file.h"
#include "base/json.h"
#include "tests/tensor/values.h"
#include "tests/test.h"

/* ---- print.jsonl ---- */

static uint64_t hex_number(Str hex) {
    uint64_t n = 0;
    for (size_t i = 0; i + 1 < hex.len; i += 2) {
        char byte[3] = {hex.at[i], hex.at[i + 1], '\0'};
        n |= (uint64_t)strtoul(byte, NULL, 16) << 4 * i;
    }
    return n;
}

static Str hex_bytes(Arena *a, Str hex) {
    char *bytes = arena_alloc(a, hex.len / 2);
    for (size_t i = 0; i < hex.len / 2; i++) {
        bytes[i] = (char)hex_number(str_sub(hex, 2 * i, 2 * i + 2));
    }
    return (Str){bytes, hex.len / 2};
}

static void put_number(void *to, size_t size, uint64_t bits) {
    uint8_t b1 = (uint8_t)bits;
    uint16_t b2 = (uint16_t)bits;
    uint32_t b4 = (uint32_t)bits;
    memcpy(to, size == 1 ? &b1 : size == 2 ? (void *)&b2 : size == 4 ? (void *)&b4 : &bits, size);
}

/* Stores the element that `hex` writes; a complex one is two numbers. */
static void put_hex(Arena *a, Tensor *t, int64_t i, Str hex) {
    if (t->dtype == DTYPE_STRING) {
        ((Str *)t->data)[i] = hex_bytes(a, hex);
        return;
    }
    size_t parts = dtype_class(t->dtype) == DTYPE_CLASS_COMPLEX ? 2 : 1;
    size_t size = dtype_size(t->dtype) / parts;
    for (size_t k = 0; k < parts; k++) {
        char *to = (char *)t->data + ((size_t)i * parts + k) * size;
        put_number(to, size, hex_number(str_sub(hex, 2 * size * k, 2 * size * (k + 1))));
    }
}

/* The list of hexadecimal elements, over and over, until the tensor is full. */
static void fill_hex(Arena *a, Tensor *t, Str list) {
    size_t at = 0;
    for (int64_t i = 0; i < t->count; i++) {
        ptrdiff_t space = str_find(list, STR(" "), at);
        size_t end = space < 0 ? list.len : (size_t)space;
        put_hex(a, t, i, str_sub(list, at, end));
        at = space < 0 ? 0 : end + 1;
    }
}

static Tensor *tensor_of_case(Arena *a, const Json *c) {
    int64_t dims[8];
    int rank = 0;
    const Json *shape = json_get(c, "shape");
    for (const Json *d = shape->child; d; d = d->next) {
        dims[rank++] = (int64_t)d->number;
    }
    DType dtype = dtype_of_name(json_get_str(c, "dtype", STR("")));
    Tensor *t = tensor_make(a, dtype, shape_make(a, rank, dims));
    fill_hex(a, t, json_get_str(c, "hex", STR("")));
    return t;
}

static void compare(int line, const char *what, Str got, Str wanted) {
    if (!str_eq(got, wanted)) {
        print_error("print.jsonl:%d: %s\ngot\n%.*s\nwanted\n%.*s\n", line, what, STR_ARG(got),
                    STR_ARG(wanted));
        fail();
    }
}

static void run_case(int line, Str text) {
    Arena *a = arena_new(0);
    Str error;
    const Json *c = json_parse(a, text, &error);
    assert_non_null(c);
    const Tensor *t = tensor_of_case(a, c);
    Sink as_str = sink_memory(a), as_repr = sink_memory(a), as_scalar = sink_memory(a);
    numpy_str(&as_str, t);
    numpy_repr(&as_repr, t);
    compare(line, "str", sink_str(&as_str), json_get_str(c, "str", STR("")));
    compare(line, "repr", sink_str(&as_repr), json_get_str(c, "repr", STR("")));
    if (json_get(c, "scalar")) {
        numpy_scalar_str(&as_scalar, t, 0);
        compare(line, "scalar", sink_str(&as_scalar), json_get_str(c, "scalar", STR("")));
    }
    arena_free(a);
}

static void arrays_print_as_numpy_prints_them(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Str text, error;
    assert_true(file_read(a, test_path(a, "tests/tensor/print.jsonl"), 1 << 20, &text, &error));
    int line = 0;
    for (size_t at = 0; at < text.len;) {
        size_t end = (size_t)str_find(text, STR("\n"), at);
        run_case(++line, str_sub(text, at, end));
        at = end + 1;
    }
    assert_true(line > 300);
    arena_free(a);
}

/* ---- single numbers ---- */

static void assert_python(double d, const char *wanted) {
    Arena *a = arena_new(0);
    Sink out = sink_memory(a);
    python_float_repr(&out, d);
    assert_str(sink_str(&out), wanted);
    arena_free(a);
}

static void python_floats(void **state) {
    (void)state;
    assert_python(0, "0.0");
    assert_python(-0.0, "-0.0");
    assert_python(1, "1.0");
    assert_python(0.1, "0.1");
    assert_python(0.1 + 0.2, "0.30000000000000004");
    assert_python(-1e-4, "-0.0001");
    assert_python(1e-5, "1e-05");
    assert_python(1.5e-7, "1.5e-07");
    assert_python(1e15, "1000000000000000.0");
    assert_python(9999999999999998, "9999999999999998.0");
    assert_python(1e16, "1e+16");
    assert_python(1.2345678901234568e17, "1.2345678901234568e+17");
    assert_python(1e22, "1e+22");
    assert_python(1e23, "1e+23");
    assert_python(DBL_MAX, "1.7976931348623157e+308");
    assert_python(DBL_MIN, "2.2250738585072014e-308");
    assert_python(5e-324, "5e-324");
    assert_python(INFINITY, "inf");
    assert_python(-INFINITY, "-inf");
    assert_python(NAN, "nan");
}

/* Where the neighbour below is nearer than the one above. */
static void powers_of_two(void **state) {
    (void)state;
    assert_python(0x1p-44, "5.684341886080802e-14");
    assert_python(0x1p-24, "5.960464477539063e-08");
    assert_python(0x1p60, "1.152921504606847e+18");
    assert_python(0x1p1023, "8.98846567431158e+307");
    assert_python(0x1p-1022, "2.2250738585072014e-308");
}

static void every_digit_reads_back(void **state) {
    (void)state;
    uint64_t seed = 1;
    for (int i = 0; i < 20000; i++) {
        char digits[18], text[64];
        int exponent;
        double d;
        seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        uint64_t bits = seed & INT64_MAX;
        memcpy(&d, &bits, sizeof d);
        if (!isfinite(d) || d == 0) {
            continue;
        }
        int n = shortest_digits(d, false, digits, &exponent);
        assert_in_range(n, 1, 17);
        assert_true(digits[0] != '0' && digits[n - 1] != '0' && digits[n] == '\0');
        snprintf(text, sizeof text, "0.%se%d", digits, exponent);
        assert_true(strtod(text, NULL) == d);
    }
}

static void single_digits(void **state) {
    (void)state;
    char digits[18];
    int exponent;
    assert_int_equal(shortest_digits((double)0.1F, true, digits, &exponent), 1);
    assert_string_equal(digits, "1");
    assert_int_equal(exponent, 0);
    assert_int_equal(shortest_digits((double)16777216.0F, true, digits, &exponent), 8);
    assert_string_equal(digits, "16777216");
    assert_int_equal(exponent, 8);
    assert_int_equal(shortest_digits((double)FLT_MAX, true, digits, &exponent), 8);
    assert_string_equal(digits, "34028235");
    assert_int_equal(exponent, 39);
    assert_int_equal(shortest_digits((double)0x1p-149F, true, digits, &exponent), 1);
    assert_string_equal(digits, "1");
    assert_int_equal(exponent, -44);
}

/* numpy has no such arrays; they must not exhaust the stack. */
static void very_deep_arrays_are_not_opened(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    int64_t *dims = ARENA_ARRAY(a, 100000, int64_t);
    for (int i = 0; i < 100000; i++) {
        dims[i] = 1;
    }
    Sink out = sink_memory(a);
    numpy_str(&out, tensor_make(a, DTYPE_FLOAT32, (Shape){100000, dims}));
    assert_str(sink_str(&out), "[...]");
    arena_free(a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arrays_print_as_numpy_prints_them),
        cmocka_unit_test(python_floats),
        cmocka_unit_test(powers_of_two),
        cmocka_unit_test(every_digit_reads_back),
        cmocka_unit_test(single_digits),
        cmocka_unit_test(very_deep_arrays_are_not_opened),
    };
    return cmocka_run_group_tests_name("print", tests, NULL, NULL);
}
