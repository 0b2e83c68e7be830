/* Claims about a run that has nothing of what they are about. */
#include "lesson/lesson.h"
#include "tests/test.h"

static void check(const Claim *claim, bool holds, const char *found_wanted) {
    Arena *a = arena_new(0);
    Trace *t = trace_make(a, names_make(a));
    Str found;
    assert_int_equal(claim_holds(a, claim, t, &found), holds);
    assert_str(found, found_wanted);
    arena_free(a);
}

static void test_lines_that_are_not_there(void **state) {
    (void)state;
    check(&(Claim){.kind = CLAIM_OUTPUT_LINE, .says = STR("a"), .number = 1}, false,
          "no such line");
    check(&(Claim){.kind = CLAIM_LINE_ENDS, .says = STR("a"), .number = 1}, false, "no such line");
    /* What is said of a line that is not there is no line. */
    check(&(Claim){.kind = CLAIM_LINE_ENDS, .says = STR("line"), .number = 1}, false,
          "no such line");
    check(&(Claim){.kind = CLAIM_SAME_LINES, .says = STR("1 2")}, false, "no such line");
    check(&(Claim){.kind = CLAIM_OUTPUT, .says = STR("a")}, false, "");
}

static void test_things_that_are_not_there(void **state) {
    (void)state;
    check(&(Claim){.kind = CLAIM_VARIABLE, .says = STR("v:0")}, false, "");
    check(&(Claim){.kind = CLAIM_NO_VARIABLE, .says = STR("v:0")}, true, "");
    check(&(Claim){.kind = CLAIM_VARIABLES, .number = 0}, true, "0 ()");
    check(&(Claim){.kind = CLAIM_SHARES, .says = STR("v"), .number = 1}, false, "no such variable");
    check(&(Claim){.kind = CLAIM_NODE, .says = STR("n")}, false, "no such node");
    check(&(Claim){.kind = CLAIM_ERROR, .says = STR("no")}, false, "no error");
    check(&(Claim){.kind = CLAIM_NO_ERROR}, true, "no error");
    check(&(Claim){.kind = CLAIM_CAUGHT, .number = 1}, false, "no such error");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines_that_are_not_there),
        cmocka_unit_test(test_things_that_are_not_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
