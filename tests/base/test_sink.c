#include "base/sink.h"

#include <errno.h>
#include <string.h>

#include "tests/test.h"

static void memory_collects(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Sink s = sink_memory(a);
    assert_str(sink_str(&s), "");
    sink_put(&s, STR("a\0b"));
    sink_z(&s, "c");
    sink_char(&s, 'd');
    sink_repeat(&s, '-', 3);
    sink_printf(&s, "%d", 42);
    sink_put(&s, (Str){NULL, 0});
    assert_int_equal(s.len, 10);
    assert_memory_equal(s.text, "a\0bcd---42", 10);
    assert_false(s.failed);
    arena_free(a);
}

static void memory_grows(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Sink s = sink_memory(a);
    for (int i = 0; i < 100000; i++) {
        sink_char(&s, (char)('a' + i % 26));
    }
    assert_int_equal(s.len, 100000);
    for (int i = 0; i < 100000; i++) {
        assert_int_equal(s.text[i], 'a' + i % 26);
    }
    arena_free(a);
}

static void long_formats_everywhere(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    char text[2000];
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    for (int len = 505; len < 520; len++) {
        Sink s = sink_memory(a);
        sink_printf(&s, "<%.*s>", len, text);
        assert_int_equal(s.len, len + 2);
        assert_int_equal(s.text[len + 1], '>');
        Sink count = sink_count();
        sink_printf(&count, "<%.*s>", len, text);
        assert_int_equal(count.len, len + 2);
    }
    arena_free(a);
}

static void counting_holds_nothing(void **state) {
    (void)state;
    Sink s = sink_count();
    sink_z(&s, "hello");
    sink_repeat(&s, ' ', 1000);
    assert_int_equal(s.len, 1005);
    assert_str(sink_str(&s), "");
}

static void files_get_it(void **state) {
    (void)state;
    FILE *f = tmpfile();
    assert_non_null(f);
    Sink s = sink_file(f);
    sink_printf(&s, "%s-%s", "a", "b");
    assert_int_equal(s.len, 3);
    rewind(f);
    char back[8] = "";
    assert_int_equal(fread(back, 1, sizeof back, f), 3);
    assert_string_equal(back, "a-b");
    fclose(f);
}

static void a_failed_write_is_remembered(void **state) {
    (void)state;
    FILE *f = fopen("/dev/full", "w");
    if (!f) {
        return;
    }
    setvbuf(f, NULL, _IONBF, 0);
    Sink s = sink_file(f);
    sink_z(&s, "lost");
    assert_true(s.failed);
    assert_int_equal(s.error, ENOSPC);
    sink_z(&s, "dropped");
    sink_printf(&s, "%d", 1);
    sink_repeat(&s, 'x', 1000);
    assert_int_equal(s.len, 0);
    assert_int_equal(s.error, ENOSPC);
    fclose(f);
}

static void assert_safe(Arena *a, Str text, const char *wanted) {
    Sink s = sink_memory(a);
    sink_safe(&s, text);
    assert_str(sink_str(&s), wanted);
}

static void text_is_made_safe(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    assert_safe(a, STR(""), "");
    assert_safe(a, STR("plain\n\ttext"), "plain\n\ttext");
    assert_safe(a, STR("\x1b[2J"), "^[[2J");
    assert_safe(a, STR("a\0b\r\x7f"), "a^@b^M^?");
    assert_safe(a,
                STR("\xc2\x9b"
                    "31m"),
                "\\x9b31m");
    assert_safe(a, STR("变量"), "变量");
    assert_safe(a,
                STR("\xe2\x80\xae"
                    "x\xe2\x81\xa9"),
                "\xef\xbf\xbdx\xef\xbf\xbd");
    assert_safe(a,
                STR("a\xff\xfe"
                    "b"),
                "a\xef\xbf\xbd\xef\xbf\xbd"
                "b");
    assert_safe(a, STR("\xe5\x8f"), "\xef\xbf\xbd\xef\xbf\xbd");
    assert_safe(a, STR("\xed\xa0\x80"), "\xef\xbf\xbd"); /* a lone surrogate */
    assert_safe(a, STR("\xef\xbf\xbd"), "\xef\xbf\xbd");
    arena_free(a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_collects),
        cmocka_unit_test(memory_grows),
        cmocka_unit_test(long_formats_everywhere),
        cmocka_unit_test(counting_holds_nothing),
        cmocka_unit_test(files_get_it),
        cmocka_unit_test(a_failed_write_is_remembered),
        cmocka_unit_test(text_is_made_safe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
