/* test_lessons.c: every lesson loads in both languages, its moments come, and its claims are judged
 * as it says. */
#include <string.h>

#include "lesson/lesson.h"
#include "tests/suite.h"
#include "tf/tf.h"

typedef struct Subject {
    const Lesson *en, *zh;
} Subject;

/* The trace of a lesson's program under version tf; the caller frees the run. */
static Run *run_lesson(const Lesson *l, Str tf) {
    int minor;
    RunOptions options = {.python = l->python};
    Run *run = run_new(&options);
    assert_non_null(run);
    assert_true(dialect_version(tf, &minor));
    assert_true(tf_install(run, minor));
    assert_true(run_program(run, l->program));
    return run;
}

/* Every moment of the prose comes, in the order of the sections. */
static void test_moments(void **state) {
    const Subject *s = *state;
    const Lesson *both[] = {s->en, s->zh};
    Run *run = run_lesson(s->en, s->en->tf);
    for (int i = 0; i < 2; i++) {
        size_t before = 0, step;
        assert_true(both[i]->nsections > 0);
        for (size_t k = 0; k < both[i]->nsections; k++) {
            const Section *section = &both[i]->sections[k];
            if (!moment_step(run->trace, section->moment, &step) || step < before) {
                print_error("%.*s: moment \"%.*s\"\n", STR_ARG(both[i]->id),
                            STR_ARG(section->moment));
                fail();
            }
            assert_true(section->title.len > 0 && section->text.len > 0);
            before = step;
        }
    }
    run_free(run);
}

/* Both languages tell the same moments. */
static void test_languages(void **state) {
    const Subject *s = *state;
    assert_int_equal(s->en->nsections, s->zh->nsections);
    assert_false(str_eq(s->en->title, s->zh->title));
    for (size_t k = 0; k < s->en->nsections; k++) {
        assert_true(str_eq(s->en->sections[k].moment, s->zh->sections[k].moment));
        assert_false(str_eq(s->en->sections[k].text, s->zh->sections[k].text));
    }
}

/* A right claim holds, a wrong one does not. */
static void test_claims(void **state) {
    const Subject *s = *state;
    Arena *a = arena_new(0);
    int bad = 0;
    assert_true(s->en->nclaims > 0);
    for (size_t i = 0; i < s->en->nclaims; i++) {
        const Claim *c = &s->en->claims[i];
        Str found;
        Run *run = run_lesson(s->en, c->tf.len ? c->tf : s->en->tf);
        bool holds = claim_holds(a, c, run->trace, &found);
        if (c->verdict != VERDICT_IMPRECISE && holds != (c->verdict == VERDICT_RIGHT)) {
            print_error("claim %zu: %.*s\nfound: %.*s\n", i + 1, STR_ARG(c->claim), STR_ARG(found));
            bad++;
        }
        assert_true(s->zh->claims[i].reason.len > 0);
        run_free(run);
    }
    arena_free(a);
    assert_int_equal(bad, 0);
}

static bool load(Arena *a, const char *lang, Course *course) {
    const char *folder = test_path(a, "lessons");
    course_load(a, &folder, 1, lang, course);
    for (size_t i = 0; i < course->faults.count; i++) {
        Str text = pack_fault_text(a, LOG_AT(&course->faults, PackFault, i));
        print_error("%.*s\n", STR_ARG(text));
    }
    return course->faults.count == 0;
}

/* The documents' examples are all there, and what they get wrong is told; lessons that come new add
 * to both. */
static void test_verdicts(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Course course;
    size_t wrong = 0;
    assert_true(load(a, "en", &course));
    for (size_t i = 0; i < course.n; i++)
        for (size_t k = 0; k < course.lessons[i].nclaims; k++)
            wrong += course.lessons[i].claims[k].verdict == VERDICT_WRONG;
    assert_true(course.n >= 22);
    assert_true(wrong >= 6);
    arena_free(a);
}

int main(void) {
    Suite s = {.arena = arena_new(0)};
    Course en, zh;
    if (!load(s.arena, "en", &en) || !load(s.arena, "zh", &zh) || en.n != zh.n)
        return 1;
    for (size_t i = 0; i < en.n; i++) {
        Subject *subject = ARENA_NEW(s.arena, Subject);
        Str id = en.lessons[i].id;
        *subject = (Subject){&en.lessons[i], &zh.lessons[i]};
        suite_add(&s, str_printf(s.arena, "%.*s moments", STR_ARG(id)), test_moments, subject);
        suite_add(&s, str_printf(s.arena, "%.*s languages", STR_ARG(id)), test_languages, subject);
        suite_add(&s, str_printf(s.arena, "%.*s claims", STR_ARG(id)), test_claims, subject);
    }
    suite_add(&s, STR("verdicts"), test_verdicts, NULL);
    return suite_run(&s, "lessons");
}
