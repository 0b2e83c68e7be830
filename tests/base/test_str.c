#include "base/str.h"

#include <stdio.h>
#include <string.h>

#include "tests/test.h"

static const Str nothing = {NULL, 0};

static void equality_is_by_bytes(void **state) {
    (void)state;
    assert_true(str_eq(STR("a\0b"), STR("a\0b")));
    assert_false(str_eq(STR("a\0b"), STR("a\0c")));
    assert_false(str_eq(STR("a"), STR("a\0")));
    assert_true(str_eq(nothing, STR("")));
    assert_true(str_is(nothing, ""));
    assert_true(str_is(STR("scope/w"), "scope/w"));
    assert_false(str_is(STR("scope"), "scope/w"));
}

static void order_is_by_bytes(void **state) {
    (void)state;
    assert_true(str_cmp(STR("a"), STR("b")) < 0);
    assert_true(str_cmp(STR("a"), STR("ab")) < 0);
    assert_true(str_cmp(STR("ab"), STR("a")) > 0);
    assert_true(str_cmp(STR("\xff"), STR("a")) > 0);
    assert_int_equal(str_cmp(nothing, STR("")), 0);
    assert_true(str_cmp(nothing, STR("a")) < 0);
}

static void prefixes_and_suffixes(void **state) {
    (void)state;
    assert_true(str_starts(STR("scope/w"), STR("scope/")));
    assert_true(str_starts(STR("scope"), nothing));
    assert_false(str_starts(STR("sc"), STR("scope")));
    assert_true(str_ends(STR("w:0"), STR(":0")));
    assert_true(str_ends(nothing, nothing));
    assert_false(str_ends(STR("0"), STR(":0")));
}

static void finding(void **state) {
    (void)state;
    assert_int_equal(str_find(STR("a/b/c"), STR("/"), 0), 1);
    assert_int_equal(str_find(STR("a/b/c"), STR("/"), 2), 3);
    assert_int_equal(str_find(STR("a/b/c"), STR("/"), 4), -1);
    assert_int_equal(str_find(STR("abc"), STR(""), 3), 3);
    assert_int_equal(str_find(STR("abc"), STR(""), 4), -1);
    assert_int_equal(str_find(STR("abc"), STR("abcd"), 0), -1);
    assert_int_equal(str_find(STR("a\0bc"), STR("\0b"), 0), 1);
    assert_int_equal(str_find(nothing, STR("a"), 0), -1);
    assert_int_equal(str_find(STR("abc"), STR("c"), SIZE_MAX), -1);
    assert_int_equal(str_find_letters(STR("Conv2D/conv"), STR("cONV"), 0), 0);
    assert_int_equal(str_find_letters(STR("Conv2D/conv"), STR("cONV"), 1), 7);
    assert_int_equal(str_find_letters(STR("@a"), STR("`A"), 0), -1);
    assert_int_equal(str_find_letters(STR("abc"), STR(""), 3), 3);
    assert_int_equal(str_find_letters(nothing, STR("a"), 0), -1);
    assert_int_equal(str_find_letters(STR("abc"), STR("c"), SIZE_MAX), -1);
}

static void parts_are_clipped(void **state) {
    (void)state;
    assert_str(str_sub(STR("abcdef"), 2, 4), "cd");
    assert_str(str_sub(STR("abcdef"), 4, 100), "ef");
    assert_str(str_sub(STR("abcdef"), 4, 2), "");
    assert_str(str_sub(STR("abcdef"), 9, 12), "");
    assert_str(str_sub(nothing, 0, 1), "");
}

static void copies_end_in_nul(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Str copy = str_dup(a, str_sub(STR("abcdef"), 1, 3));
    assert_str(copy, "bc");
    assert_int_equal(copy.at[2], 0);
    assert_str(str_dup(a, nothing), "");
    assert_str(str_join2(a, STR("scope/"), STR("w")), "scope/w");
    assert_str(str_join2(a, nothing, STR("w")), "w");
    assert_str(str_join2(a, STR("w"), nothing), "w");
    arena_free(a);
}

static void formatting_short_and_long(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    assert_str(str_printf(a, "%s_%d", "w", 1), "w_1");
    assert_str(str_printf(a, "%.*s!", STR_ARG(nothing)), "!");
    assert_str(str_printf(a, "%s", ""), "");
    for (size_t len = 250; len < 262; len++) {
        char z[300];
        memset(z, 'x', len);
        z[len] = '\0';
        assert_str(str_printf(a, "%s", z), z);
    }
    arena_free(a);
}

/* Pinned: traces must not depend on the machine, and a change would show nowhere else. */
static void hash_is_the_same_everywhere(void **state) {
    (void)state;
    assert_true(str_hash(nothing) == str_hash(STR("")));
    assert_true(str_hash(STR("a")) != str_hash(STR("a\0")));
    assert_true(str_hash(STR("scope/weights")) != str_hash(STR("scope/weightt")));
    assert_int_equal(str_hash(STR("")), UINT64_C(0x382675b3faa48257));
    assert_int_equal(str_hash(STR("abcdefgh")), UINT64_C(0xf9e1718537f4c377));
    assert_int_equal(str_hash(STR("scope/weights/Adam_1")), UINT64_C(0x495abcd930de51b7));
}

static void hash_spreads(void **state) {
    (void)state;
    enum { BUCKETS = 1024, COUNT = 16384 };
    int bucket[BUCKETS] = {0};
    char z[32];
    for (int i = 0; i < COUNT; i++) {
        snprintf(z, sizeof z, "layer_%d/weights", i);
        bucket[str_hash(str_of(z)) % BUCKETS]++;
    }
    for (int i = 0; i < BUCKETS; i++) {
        assert_in_range(bucket[i], 1, 48); /* 16 expected */
    }
}

static void names_are_interned(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Names *t = names_make(a);
    assert_null(name_find(t, STR("w")));
    char text[] = "w";
    Name w = name_z(t, text);
    text[0] = 'x';
    assert_string_equal(w->text, "w");
    assert_ptr_equal(name_of(t, STR("w")), w);
    assert_ptr_equal(name_find(t, STR("w")), w);
    assert_ptr_not_equal(name_of(t, STR("w\0")), w);
    assert_int_equal(name_of(t, STR("w\0"))->len, 2);
    assert_ptr_equal(name_of(t, nothing), name_z(t, ""));
    assert_str(name_str(w), "w");
    assert_str(name_str(NULL), "");
    arena_free(a);
}

static void many_names(void **state) {
    (void)state;
    enum { COUNT = 20000 };
    Arena *a = arena_new(0);
    Names *t = names_make(a);
    Name *names = ARENA_ARRAY(a, COUNT, Name);
    for (int i = 0; i < COUNT; i++) {
        names[i] = name_of(t, str_printf(a, "n%d", i));
    }
    for (int i = 0; i < COUNT; i++) {
        Str text = str_printf(a, "n%d", i);
        assert_ptr_equal(name_of(t, text), names[i]);
        assert_true(str_eq(name_str(names[i]), text));
        assert_int_equal(names[i]->number, i);
    }
    assert_null(name_find(t, STR("n20000")));
    arena_free(a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equality_is_by_bytes),
        cmocka_unit_test(order_is_by_bytes),
        cmocka_unit_test(prefixes_and_suffixes),
        cmocka_unit_test(finding),
        cmocka_unit_test(parts_are_clipped),
        cmocka_unit_test(copies_end_in_nul),
        cmocka_unit_test(formatting_short_and_long),
        cmocka_unit_test(hash_is_the_same_everywhere),
        cmocka_unit_test(hash_spreads),
        cmocka_unit_test(names_are_interned),
        cmocka_unit_test(many_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
