/* The forms in which a run can be handed on: E, a form, a name that can be changed, a wish. */
#include "tests/ui/drive.h"

#include "ui/export_menu.h"
#include "ui/frame.h"

static const char program[] = "x = 1\n";

static bool shows(Drive *d, const char *words) {
    Arena *a = arena_new(0);
    Sink out = sink_memory(a);
    Grid *g = grid_make(a, d->state->rows, d->state->cols);
    frame_draw(d->state, d->world, d->keys, g, a);
    grid_text(g, &out);
    bool found = str_find(sink_str(&out), str_of(words), 0) >= 0;
    arena_free(a);
    return found;
}

static void test_menu(void **state) {
    (void)state;
    Drive d = drive(program);
    press(&d, "E");
    assert_int_equal(d.state->mode, MODE_EXPORT);
    assert_true(shows(&d, "Export"));
    assert_true(shows(&d, ".txt"));
    assert_true(shows(&d, ".cast"));
    press(&d, "markdown");
    assert_true(shows(&d, ".md"));
    assert_false(shows(&d, ".cast"));
    press(&d, "<CR>");
    assert_int_equal(d.state->mode, MODE_PROMPT);
    assert_true(str_starts(prompt_text(&d.state->prompt), STR("export ")));
    assert_true(str_ends(prompt_text(&d.state->prompt), STR(".md")));
    press(&d, "<Esc>");
    assert_int_equal(d.state->mode, MODE_NORMAL);
    done(&d);
}

static void test_back(void **state) {
    (void)state;
    Drive d = drive(program);
    press(&d, "Eq");
    assert_int_equal(d.state->mode, MODE_EXPORT); /* a letter searches */
    press(&d, "<Esc>");
    assert_int_equal(d.state->mode, MODE_EXPORT);
    press(&d, "<Esc>");
    assert_int_equal(d.state->mode, MODE_NORMAL);
    press(&d, "Ewibble<CR>");
    assert_int_equal(d.state->mode, MODE_EXPORT); /* there is no such form */
    done(&d);
}

/* A host without forms says so; the text is its own. */
static void test_nobody_writes(void **state) {
    (void)state;
    Drive d = drive(program);
    press(&d, ":export<Space>a.md<CR>");
    assert_true(d.state->message_is_error);
    done(&d);
}

static bool export_notes(Host *host, Arena *a, const ExportWish *wish, Str *error) {
    (void)host;
    *error = str_printf(a, "%.*s at %zu", STR_ARG(wish->path), wish->at);
    return str_is(wish->path, "good.md");
}

static void test_wish(void **state) {
    (void)state;
    Drive d = drive(program);
    d.world->host->export = export_notes;
    press(&d, "<Space>:export<Space>good.md<CR>");
    assert_str(d.state->message, "written: good.md");
    press(&d, ":export<Space>bad.md<CR>");
    assert_str(d.state->message, "bad.md at 1");
    assert_true(d.state->message_is_error);
    done(&d);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_menu),
        cmocka_unit_test(test_back),
        cmocka_unit_test(test_nobody_writes),
        cmocka_unit_test(test_wish),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
