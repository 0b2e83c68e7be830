/* Commands as they are typed: names, numbers, what is said about wrong ones. */
#include "ui/action.h"

#include <string.h>

#include "tests/test.h"

static Action read_well(Arena *a, const char *line) {
    Action action;
    Str error = {0};
    if (!action_read(a, str_of(line), &action, &error))
        fail_msg("%s: %.*s", line, STR_ARG(error));
    assert_int_equal(action.row, -1);
    assert_int_equal(action.col, -1);
    return action;
}

static void assert_action(Arena *a, const char *line, ActionKind kind, int64_t count,
                          const char *argument) {
    Action action = read_well(a, line);
    assert_int_equal(action.kind, kind);
    assert_int_equal(action.count, count);
    assert_str(action.argument, argument);
}

static void commands(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    assert_action(a, "step", ACTION_STEP, -1, "");
    assert_action(a, "  next   3 ", ACTION_LANDMARK, 3, "3");
    assert_action(a, "tf 1.4", ACTION_TF, -1, "1.4");
    assert_action(a, "python 3", ACTION_PYTHON, 3, "3");
    assert_action(a, "12", ACTION_GO, 12, "12");
    assert_action(a, "50%", ACTION_PERCENT, 50, "50%");
    assert_action(a, "go 50%", ACTION_PERCENT, 50, "50%");
    assert_action(a, "percent 50", ACTION_PERCENT, 50, "50");
    assert_action(a, "mark a", ACTION_BOOKMARK, -1, "a");
    assert_action(a, "diff-mark 7", ACTION_DIFF_MARK, 7, "7");
    assert_action(a, "pane names", ACTION_PANE, -1, "names");
    assert_action(a, "search a b", ACTION_SEARCH, -1, "a b");
    assert_action(a, "", ACTION_NONE, -1, "");
    assert_action(a, "go 99999999999999999999999", ACTION_GO, COUNT_MOST,
                  "99999999999999999999999");
    arena_free(a);
}

static void short_names(void **state) {
    (void)state;
    assert_int_equal(action_named(STR("qui")), ACTION_QUIT);
    assert_int_equal(action_named(STR("edit")), ACTION_EDIT); /* not "editor" */
    assert_int_equal(action_named(STR("edito")), ACTION_EDITOR);
    assert_int_equal(action_named(STR("s")), ACTION_NONE);
    assert_int_equal(action_named(STR("")), ACTION_NONE);
    assert_int_equal(action_named(STR("stepx")), ACTION_NONE);
}

static void assert_refused(Arena *a, const char *line, const char *wanted) {
    Action action;
    Str error = {0};
    assert_false(action_read(a, str_of(line), &action, &error));
    assert_str(error, wanted);
}

static void wrong_commands(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    assert_refused(a, "fly 3", "no command is called \"fly\"; ? shows all of them");
    assert_refused(a, "edi", "\"edi\" may be: edit, editor");
    assert_refused(a, "step x", "step wants a number, not \"x\"");
    assert_refused(a, "go -1", "go wants a number, not \"-1\"");
    assert_refused(a, "mark", "which bookmark? They are called a to z; say, for example: mark a");
    assert_refused(a, "mark ab", "mark wants one letter, not \"ab\"");
    assert_refused(a, "quit now", "quit takes nothing behind it");
    arena_free(a);
}

/* The table itself: names are told apart, nothing is empty, each row has its section. */
static void table(void **state) {
    (void)state;
    for (ActionKind kind = ACTION_NONE + 1; kind < ACTION_COUNT; kind++) {
        const ActionRow *row = action_row(kind);
        assert_int_equal(action_named(str_of(row->name)), kind);
        assert_true(row->help[0] && action_section(kind)[0]);
        assert_null(strpbrk(row->name, " \t%0123456789"));
    }
    assert_string_equal(action_row(ACTION_NONE)->name, "");
    assert_string_equal(action_section(ACTION_NONE), "");
    assert_string_equal(action_section(ACTION_STEP), "Stepping");
    assert_string_equal(action_section(ACTION_FASTER), "Stepping");
    assert_string_equal(action_section(ACTION_STOP_MARK), "Marks");
    assert_string_equal(action_section(ACTION_SUSPEND), "Leaving");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(commands),
        cmocka_unit_test(short_names),
        cmocka_unit_test(wrong_commands),
        cmocka_unit_test(table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
