#include "base/utf8.h"

#include "tests/test.h"

static uint32_t first(Str s, size_t *moved) {
    size_t i = 0;
    uint32_t cp = utf8_next(s, &i);
    *moved = i;
    return cp;
}

static void assert_first(Str s, uint32_t wanted, size_t length) {
    size_t moved;
    assert_int_equal(first(s, &moved), wanted);
    assert_int_equal(moved, length);
}

static void decoding(void **state) {
    (void)state;
    assert_first(STR("a"), 'a', 1);
    assert_first(STR("\0"), 0, 1);
    assert_first(STR("\xc2\x80"), 0x80, 2);
    assert_first(STR("\xdf\xbf"), 0x7ff, 2);
    assert_first(STR("\xe0\xa0\x80"), 0x800, 3);
    assert_first(STR("\xef\xbf\xbf"), 0xffff, 3);
    assert_first(STR("\xf0\x90\x80\x80"), 0x10000, 4);
    assert_first(STR("\xf4\x8f\xbf\xbf"), 0x10ffff, 4);
    assert_first(STR("\xed\xa0\x80"), 0xd800, 3);
    assert_first(STR("\xed\xbf\xbf"), 0xdfff, 3);
}

static void invalid_bytes_move_by_one(void **state) {
    (void)state;
    assert_first(STR("\x80"), 0xfffd, 1);
    assert_first(STR("\xc0\xaf"), 0xfffd, 1); /* overlong */
    assert_first(STR("\xc1\xbf"), 0xfffd, 1);
    assert_first(STR("\xe0\x9f\xbf"), 0xfffd, 1);
    assert_first(STR("\xf0\x8f\xbf\xbf"), 0xfffd, 1);
    assert_first(STR("\xf4\x90\x80\x80"), 0xfffd, 1); /* above U+10FFFF */
    assert_first(STR("\xf5\x80\x80\x80"), 0xfffd, 1);
    assert_first(STR("\xff"), 0xfffd, 1);
    assert_first(STR("\xe5\x8f"), 0xfffd, 1); /* cut short */
    assert_first(STR("\xe5"
                     "a\x80"),
                 0xfffd, 1);
}

static void every_code_point_round_trips(void **state) {
    (void)state;
    for (uint32_t cp = 0; cp <= 0x10ffff; cp++) {
        char bytes[4];
        size_t n = utf8_put(bytes, cp);
        size_t i = 0;
        bool surrogate = cp >= 0xd800 && cp <= 0xdfff;
        if (utf8_next((Str){bytes, n}, &i) != cp || i != n ||
            utf8_valid((Str){bytes, n}, NULL) == surrogate) {
            print_error("U+%04X\n", (unsigned)cp);
            fail();
        }
    }
}

static void counting_and_offsets(void **state) {
    (void)state;
    Str s = STR("a变\xff\xf0\x9f\x98\x80z");
    assert_int_equal(utf8_count(s), 5);
    assert_int_equal(utf8_count(STR("")), 0);
    assert_int_equal(utf8_offset(s, 0), 0);
    assert_int_equal(utf8_offset(s, 1), 1);
    assert_int_equal(utf8_offset(s, 2), 4);
    assert_int_equal(utf8_offset(s, 3), 5);
    assert_int_equal(utf8_offset(s, 4), 9);
    assert_int_equal(utf8_offset(s, 5), 10);
    assert_int_equal(utf8_offset(s, 500), 10);
}

static void validity_says_where(void **state) {
    (void)state;
    size_t bad = 99;
    assert_true(utf8_valid(STR("a变\0"), &bad));
    assert_true(utf8_valid(STR(""), &bad));
    assert_int_equal(bad, 99);
    assert_false(utf8_valid(STR("a变\xe5\x8f"), &bad));
    assert_int_equal(bad, 4);
    assert_false(utf8_valid(STR("\xed\xa0\x80"), &bad));
    assert_int_equal(bad, 0);
}

static void widths(void **state) {
    (void)state;
    assert_int_equal(utf8_width('a'), 1);
    assert_int_equal(utf8_width(' '), 1);
    assert_int_equal(utf8_width(0), -1);
    assert_int_equal(utf8_width('\n'), -1);
    assert_int_equal(utf8_width(0x7f), -1);
    assert_int_equal(utf8_width(0x9b), -1);
    assert_int_equal(utf8_width(0xa0), 1);
    assert_int_equal(utf8_width(0xad), 1);
    assert_int_equal(utf8_width(0xe9), 1);
    assert_int_equal(utf8_width(0x300), 0);
    assert_int_equal(utf8_width(0x36f), 0);
    assert_int_equal(utf8_width(0x370), 1);
    assert_int_equal(utf8_width(0x10ff), 1);
    assert_int_equal(utf8_width(0x1100), 2);
    assert_int_equal(utf8_width(0x1160), 0);
    assert_int_equal(utf8_width(0x200b), 0);
    assert_int_equal(utf8_width(0x200d), 0);
    assert_int_equal(utf8_width(0x200e), -1);
    assert_int_equal(utf8_width(0x202e), -1);
    assert_int_equal(utf8_width(0x2028), -1);
    assert_int_equal(utf8_width(0x2500), 1); /* box drawing */
    assert_int_equal(utf8_width(0x25cf), 1);
    assert_int_equal(utf8_width(0x2705), 2);
    assert_int_equal(utf8_width(0x3000), 2);
    assert_int_equal(utf8_width(0x4e00), 2);
    assert_int_equal(utf8_width(0xac00), 2);
    assert_int_equal(utf8_width(0xd800), -1);
    assert_int_equal(utf8_width(0xe000), 1);
    assert_int_equal(utf8_width(0xfe0f), 0);
    assert_int_equal(utf8_width(0xff01), 2);
    assert_int_equal(utf8_width(0xffff), -1);
    assert_int_equal(utf8_width(0x1f600), 2);
    assert_int_equal(utf8_width(0x20000), 2);
    assert_int_equal(utf8_width(0xe0100), 0);
    assert_int_equal(utf8_width(0x10fffd), 1);
    assert_int_equal(utf8_width(0x110000), -1);
}

static void columns(void **state) {
    (void)state;
    assert_int_equal(utf8_columns(STR("")), 0);
    assert_int_equal(utf8_columns(STR("变量 w")), 6);
    assert_int_equal(utf8_columns(STR("e\xcc\x81")), 1);
    assert_int_equal(utf8_columns(STR("\x01\xff")), 2);
}

static void bidi_controls(void **state) {
    (void)state;
    static const uint32_t controls[] = {0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066,
                                        0x2067, 0x2068, 0x2069, 0x200e, 0x200f, 0x061c};
    for (size_t i = 0; i < sizeof controls / sizeof controls[0]; i++) {
        assert_true(utf8_is_bidi_control(controls[i]));
    }
    size_t all = 0;
    for (uint32_t cp = 0; cp <= 0x10ffff; cp++) {
        all += utf8_is_bidi_control(cp);
    }
    assert_int_equal(all, sizeof controls / sizeof controls[0]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decoding),
        cmocka_unit_test(invalid_bytes_move_by_one),
        cmocka_unit_test(every_code_point_round_trips),
        cmocka_unit_test(counting_and_offsets),
        cmocka_unit_test(validity_says_where),
        cmocka_unit_test(widths),
        cmocka_unit_test(columns),
        cmocka_unit_test(bidi_controls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
