/* How roles look: what must hold in every theme. */
#include "ui/theme.h"

#include "base/grid.h"
#include "tests/test.h"

static bool same(Ink x, Ink y) {
    return x.colour == y.colour && x.bold == y.bold && x.dim == y.dim &&
           x.underline == y.underline && x.reverse == y.reverse;
}

static void names(void **state) {
    (void)state;
    for (int i = 0; i < THEME_COUNT; i++) {
        Theme theme;
        assert_true(theme_named(str_of(theme_name((Theme)i)), &theme));
        assert_int_equal(theme, i);
    }
    Theme theme = THEME_LIGHT;
    assert_true(theme_named(STR("mono"), &theme));
    assert_int_equal(theme, THEME_MONO);
    assert_false(theme_named(STR("solarized"), &theme));
    assert_false(theme_named(STR(""), &theme));
    assert_int_equal(theme, THEME_MONO);
}

/* Black (and bright black) vanishes on dark terminals, white on light ones. */
static void no_black_no_white(void **state) {
    (void)state;
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        for (int role = 0; role < ROLE_COUNT; role++) {
            int colour = theme_ink((Theme)theme, (Role)role, 0).colour;
            assert_true(colour == COLOUR_DEFAULT || (colour > 0 && colour < 7));
        }
    }
}

static void mono_has_no_colour(void **state) {
    (void)state;
    for (int role = 0; role < ROLE_COUNT; role++)
        assert_int_equal(theme_ink(THEME_MONO, (Role)role, 0).colour, COLOUR_DEFAULT);
}

static void contrast_is_never_dim(void **state) {
    (void)state;
    for (int role = 0; role < ROLE_COUNT; role++)
        assert_false(theme_ink(THEME_CONTRAST, (Role)role, 0).dim);
}

/* "Past" is unmistakable, and the selected row and a match are seen, with colours or without. */
static void what_must_be_seen(void **state) {
    (void)state;
    for (int i = 0; i < THEME_COUNT; i++) {
        Theme theme = (Theme)i;
        assert_true(theme_ink(theme, ROLE_PAST, 0).reverse);
        for (int role = 0; role < ROLE_COUNT; role++) {
            Ink plain = theme_ink(theme, (Role)role, 0);
            Ink selected = theme_ink(theme, (Role)role, LOOK_SELECTED);
            assert_true(plain.reverse != selected.reverse);
            assert_false(same(theme_ink(theme, ROLE_MATCH, 0), theme_ink(theme, ROLE_TEXT, 0)));
            assert_true(theme_ink(theme, (Role)role, LOOK_UNDERLINE).underline);
            Ink bold = theme_ink(theme, (Role)role, LOOK_BOLD);
            assert_true(bold.bold && !bold.dim);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names),
        cmocka_unit_test(no_black_no_white),
        cmocka_unit_test(mono_has_no_colour),
        cmocka_unit_test(contrast_is_never_dim),
        cmocka_unit_test(what_must_be_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
