#include "base/text.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "tests/test.h"

static const char *catalogues(void) {
    static char path[4096];
    const char *build = getenv("TFSCOPE_BUILDDIR");
    snprintf(path, sizeof path, "%s/locale", build ? build : ".");
    return path;
}

/* The environment of a minimal container, but for these. NULL: not set. */
static void set_environment(const char *language, const char *lc_all, const char *lang) {
    const char *names[] = {"LANGUAGE", "LC_ALL", "LANG"};
    const char *values[] = {language, lc_all, lang};
    for (size_t i = 0; i < 3; i++) {
        if (values[i]) {
            setenv(names[i], values[i], 1);
        } else {
            unsetenv(names[i]);
        }
    }
    unsetenv("LC_MESSAGES");
    unsetenv("LC_CTYPE");
}

static void assert_language(const char *wanted) {
    assert_true(text_init(NULL, catalogues()));
    assert_string_equal(text_language(), wanted);
}

static void the_environment_chooses(void **state) {
    (void)state;
    set_environment(NULL, NULL, NULL);
    assert_language("en");
    set_environment(NULL, NULL, "zh_CN.UTF-8");
    assert_language("zh");
    set_environment(NULL, "C", "zh_CN.UTF-8");
    assert_language("en");
    set_environment("zh_CN:en", NULL, "en_US.UTF-8");
    assert_language("zh");
    set_environment("fr:en:zh", NULL, "C.UTF-8");
    assert_language("en");
    set_environment("fr", NULL, "zh_TW");
    assert_language("zh");
    set_environment("zh", NULL, "C");
    assert_language("en");
    set_environment(NULL, "zha", "zh");
    assert_language("en");
}

static void unknown_languages_are_refused(void **state) {
    (void)state;
    assert_false(text_init("fr", catalogues()));
    assert_false(text_init("", catalogues()));
    assert_true(text_init("en", catalogues()));
    assert_string_equal(text_language(), "en");
}

static void chinese_comes_even_in_the_c_locale(void **state) {
    (void)state;
    char file[4200];
    snprintf(file, sizeof file, "%s/zh/LC_MESSAGES/tfscope.mo", catalogues());
    FILE *f = fopen(file, "r");
    if (!f) {
        return; /* built without msgfmt */
    }
    fclose(f);
    set_environment(NULL, "C", NULL);
    setlocale(LC_CTYPE, "C");
    assert_true(text_init("zh", catalogues()));
    assert_string_equal(text_language(), "zh");
    assert_string_equal(_("error"), "错误");
    assert_false(text_is_unicode());
    text_widen();
    assert_true(text_is_unicode());
    assert_true(text_init("en", catalogues()));
    assert_string_equal(_("error"), "error");
    assert_true(text_is_unicode()); /* what is drawn by now goes on */
    setlocale(LC_CTYPE, "C");
    assert_true(text_init("en", catalogues()));
    text_widen();
    assert_false(text_is_unicode());
}

static void numbers_do_not_follow_the_locale(void **state) {
    (void)state;
    set_environment(NULL, "de_DE.UTF-8", NULL);
    assert_true(text_init(NULL, catalogues()));
    char text[16];
    snprintf(text, sizeof text, "%.1f", 1.5);
    assert_string_equal(text, "1.5");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_environment_chooses),
        cmocka_unit_test(unknown_languages_are_refused),
        cmocka_unit_test(chinese_comes_even_in_the_c_locale),
        cmocka_unit_test(numbers_do_not_follow_the_locale),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
