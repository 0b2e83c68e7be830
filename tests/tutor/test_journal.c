/* The log for a teacher: its lines, its file, and what many logs tell. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/json.h"
#include "base/text.h"
#include "tests/test.h"
#include "tutor/journal.h"

typedef struct Fixture {
    Arena *arena;
    char folder[64];
    Str path;
} Fixture;

static int set_up(void **state) {
    Arena *a = arena_new(0);
    Fixture *f = ARENA_NEW(a, Fixture);
    text_init("en", "");
    strcpy(f->folder, "/tmp/tfscope-journal-XXXXXX");
    f->arena = a;
    *state = f;
    if (!mkdtemp(f->folder))
        return 1;
    f->path = str_printf(a, "%s/log.jsonl", f->folder);
    return 0;
}

static int tear_down(void **state) {
    Fixture *f = *state;
    int status = system(str_printf(f->arena, "rm -rf '%s'", f->folder).at);
    arena_free(f->arena);
    return status;
}

static Str line_of(Fixture *f, const Deed *d, const char *student) {
    Sink out = sink_memory(f->arena);
    journal_line(&out, d, str_of(student), STR("2026-01-31T12:00:00Z"));
    return sink_str(&out);
}

static void test_lines(void **state) {
    Fixture *f = *state;
    Deed answered = {DEED_ANSWERED, STR("one"), STR("q"), false, 0, STR("a\"\x1b\n")};
    assert_str(line_of(f, &answered, "Anna"),
               "{\"version\":1,\"time\":\"2026-01-31T12:00:00Z\",\"student\":\"Anna\",\"deed\":"
               "\"answered\",\"lesson\":\"one\",\"item\":\"q\",\"right\":false,\"text\":"
               "\"a\\\"\\u001b\\n\"}\n");
    Deed opened = {.kind = DEED_OPENED, .lesson = STR("one")};
    assert_str(line_of(f, &opened, ""),
               "{\"version\":1,\"time\":\"2026-01-31T12:00:00Z\",\"deed\":\"opened\",\"lesson\":"
               "\"one\"}\n");
    Deed hinted = {DEED_HINTED, STR("one"), STR("q"), false, 2, STR("")};
    assert_str(line_of(f, &hinted, ""),
               "{\"version\":1,\"time\":\"2026-01-31T12:00:00Z\",\"deed\":\"hinted\",\"lesson\":"
               "\"one\",\"item\":\"q\",\"number\":2}\n");
    char *large = malloc(1 << 20);
    assert_non_null(large);
    memset(large, 'x', 1 << 20);
    answered.text = (Str){large, 1 << 20};
    assert_true(line_of(f, &answered, "Anna").len < 600);
    free(large);
}

static Str log_text(Fixture *f) {
    Str text, error;
    assert_true(file_read(f->arena, f->path.at, 64 << 20, &text, &error));
    return text;
}

static void test_appending(void **state) {
    Fixture *f = *state;
    Str trouble;
    assert_true(journal_append(f->arena, f->path, STR("one\n"), &trouble));
    assert_true(journal_append(f->arena, f->path, STR("two\n"), &trouble));
    assert_str(log_text(f), "one\ntwo\n");
    assert_int_equal(truncate(f->path.at, 6), 0); /* cut off in the middle of a line */
    assert_true(journal_append(f->arena, f->path, STR("three\n"), &trouble));
    assert_str(log_text(f), "one\ntw\nthree\n");
    Str absent = str_printf(f->arena, "%s/absent/log", f->folder);
    assert_false(journal_append(f->arena, absent, STR("x\n"), &trouble));
    assert_true(str_ends(trouble, STR("absent/log: No such file or directory")));
    assert_false(journal_append(f->arena, str_of(f->folder), STR("x\n"), &trouble));
    assert_false(journal_append(f->arena, STR("/dev/full"), STR("x\n"), &trouble));
    assert_true(str_find(trouble, STR("No space left"), 0) >= 0);
    /* A pipe that nobody reads holds nobody up. */
    Str pipe = str_printf(f->arena, "%s/pipe", f->folder);
    assert_int_equal(mkfifo(pipe.at, 0600), 0);
    journal_append(f->arena, pipe, STR("x\n"), &trouble);
}

/* Several terminals write into one file: every line is whole. */
static void test_together(void **state) {
    Fixture *f = *state;
    enum { PROCESSES = 4, LINES = 200 };
    for (int k = 0; k < PROCESSES; k++) {
        if (fork() != 0)
            continue;
        Str trouble, student = str_printf(f->arena, "student-%d", k);
        for (int i = 0; i < LINES; i++) {
            Deed d = {DEED_ANSWERED, STR("one"), str_printf(f->arena, "q-%d", i), true, 0, STR("")};
            if (!journal_append(f->arena, f->path, line_of(f, &d, student.at), &trouble))
                _exit(1);
        }
        _exit(0);
    }
    for (int k = 0, status; k < PROCESSES; k++) {
        assert_true(wait(&status) > 0);
        assert_int_equal(status, 0);
    }
    Report *r = report_make(f->arena);
    report_add(r, STR("log"), log_text(f));
    Sink out = sink_memory(f->arena);
    report_text(r, &out);
    assert_true(str_starts(sink_str(&out), STR("students: 4; lines: 800, of which 0 were")));
}

/* Two students, one of whom names herself; her log was cut off, and somebody put other things in.
 */
static const char anna[] =
    "{\"version\":1,\"time\":\"2026-01-31T12:00:00Z\",\"student\":\"Anna\",\"deed\":\"opened\","
    "\"lesson\":\"one\"}\n"
    "{\"version\":1,\"time\":\"2026-01-31T12:01:00Z\",\"student\":\"Anna\",\"deed\":\"answered\","
    "\"lesson\":\"one\",\"item\":\"q\",\"right\":false,\"text\":\"a\\u001b[2J\"}\n"
    "{\"version\":1,\"time\":\"2026-01-31T12:02:00Z\",\"student\":\"Anna\",\"deed\":\"answered\","
    "\"lesson\":\"one\",\"item\":\"q\",\"right\":false,\"text\":\"b\"}\n"
    "{\"version\":1,\"time\":\"2026-01-31T12:02:30Z\",\"student\":\"Anna\",\"deed\":\"hinted\","
    "\"lesson\":\"one\",\"item\":\"q\",\"number\":1}\n"
    "{\"version\":1,\"time\":\"2026-01-31T12:03:00Z\",\"student\":\"Anna\",\"deed\":\"answered\","
    "\"lesson\":\"one\",\"item\":\"q\",\"right\":true,\"text\":\"c\"}\n"
    "\n"
    "not json\n"
    "{\"version\":2,\"deed\":\"answered\"}\n"
    "{\"version\":1,\"deed\":\"danced\",\"lesson\":\"one\"}\n"
    "{\"version\":1,\"deed\":\"opened\"}\n"
    "[]\n"
    "\xff\xfe\n"
    /* after an hour: a pause, not an hour of work */
    "{\"version\":1,\"time\":\"2026-01-31T13:03:00Z\",\"student\":\"Anna\",\"deed\":\"ended\","
    "\"lesson\":\"one\"}\n"
    "{\"version\":1,\"time\":\"2026-01-31T13:04";
static const char ben[] =
    "{\"version\":1,\"time\":\"2026-02-28T23:59:00Z\",\"deed\":\"opened\",\"lesson\":\"one\"}\n"
    "{\"version\":1,\"time\":\"2026-03-01T00:01:00Z\",\"deed\":\"answered\",\"lesson\":\"one\","
    "\"item\":\"q\",\"right\":true}\n"
    "{\"version\":1,\"time\":\"yesterday\",\"deed\":\"answered\",\"lesson\":\"one\",\"item\":\"q2\","
    "\"right\":false,\"text\":\"b\"}\n"
    "{\"version\":1,\"time\":\"2026-03-01T00:03:00Z\",\"deed\":\"shown\",\"lesson\":\"one\","
    "\"item\":\"q2\"}\n"
    "{\"version\":1,\"time\":\"2026-03-01T00:02:00Z\",\"deed\":\"tried\",\"lesson\":\"two\","
    "\"item\":\"fix\",\"right\":true,\"number\":2}\n";

static Report *report(Fixture *f) {
    Report *r = report_make(f->arena);
    report_add(r, STR("anna-log"), (Str){anna, sizeof anna - 1});
    report_add(r, STR("ben"), (Str){ben, sizeof ben - 1});
    report_add(r, STR("empty"), STR(""));
    return r;
}

static void test_report(void **state) {
    Fixture *f = *state;
    Sink out = sink_memory(f->arena);
    report_text(report(f), &out);
    assert_str(
        sink_str(&out),
        "students: 2; lines: 18, of which 7 were passed over\n"
        "\n"
        "one: opened by 2, 1 to its end, about 4 minutes each\n"
        "    q: answered by 2: 1 right away, 2 in the end, 1 with hints, 0 shown the answer\n"
        "        1 x \"a\\u001b[2J\"\n"
        "        1 x \"b\"\n"
        "    q2: answered by 1: 0 right away, 0 in the end, 0 with hints, 1 shown the answer\n"
        "        1 x \"b\"\n"
        "\n"
        "two: opened by 1, 0 to its end, about 0 minutes each\n"
        "    fix: exercise, tried by 1: 1 at once, 1 in the end, 0 with hints, 0 shown the "
        "solution\n"
        "\n"
        "students:\n"
        "    Anna: lessons 1, to their end 1, answered 1, right away 0, in the end 1, with "
        "hints 1, shown 0, minutes 3\n"
        "    ben: lessons 2, to their end 0, answered 3, right away 2, in the end 2, with "
        "hints 0, shown 1, minutes 4\n");
}

static void test_report_json(void **state) {
    Fixture *f = *state;
    Sink out = sink_memory(f->arena);
    Str error;
    report_json(report(f), &out);
    const Json *j = json_parse(f->arena, sink_str(&out), &error);
    assert_non_null(j);
    assert_true(json_get_num(j, "lines", 0) == 18 && json_get_num(j, "passed_over", 0) == 7);
    const Json *one = json_get(j, "lessons")->child, *q = json_get(one, "items")->child;
    assert_str(json_get_str(one, "id", STR("")), "one");
    assert_true(json_get_num(one, "seconds", 0) == 180 + 240);
    assert_str(json_get_str(q, "kind", STR("")), "question");
    assert_true(json_get_num(q, "right_away", 0) == 1 && json_get_num(q, "right", 0) == 2);
    assert_str(json_get_str(json_get(q, "wrong")->child, "text", STR("")), "a\x1b[2J");
    const Json *ben_ = json_get(j, "students")->child->next;
    assert_str(json_get_str(ben_, "name", STR("")), "ben");
    assert_true(json_get_num(ben_, "answered", 0) == 3);
}

/* The answers given most come first; equal ones in the order in which they came. */
static void test_most_given(void **state) {
    Fixture *f = *state;
    static const char *const given[] = {"x", "y", "z", "z", "y", "z", "v", "w", "u"};
    Report *r = report_make(f->arena);
    for (size_t i = 0; i < sizeof given / sizeof *given; i++) {
        Deed d = {DEED_ANSWERED, STR("one"), STR("q"), false, 0, str_of(given[i])};
        report_add(r, STR("log"), line_of(f, &d, str_printf(f->arena, "s%zu", i).at));
    }
    Sink out = sink_memory(f->arena);
    report_text(r, &out);
    assert_true(str_find(sink_str(&out),
                         STR("        3 x \"z\"\n        2 x \"y\"\n        1 x \"x\"\n"
                             "        1 x \"v\"\n        1 x \"w\"\n\n"),
                         0) > 0);
}

/* Many lines of many students; the time is only measured. */
static void test_large(void **state) {
    Fixture *f = *state;
    size_t room = test_sanitized() ? 4 << 20 : 20 << 20;
    Sink log = sink_memory(f->arena);
    for (int i = 0; log.len < room; i++) {
        Deed d = {DEED_ANSWERED,
                  str_printf(f->arena, "lesson-%d", i % 47),
                  str_printf(f->arena, "q-%d", i % 7),
                  i % 3 == 0,
                  0,
                  str_printf(f->arena, "answer %d", i % 1000)};
        journal_line(&log, &d, str_printf(f->arena, "student-%d", i % 200),
                     STR("2026-01-31T12:00:00Z"));
    }
    clock_t from = clock();
    Report *r = report_make(f->arena);
    report_add(r, STR("log"), sink_str(&log));
    Sink out = sink_memory(f->arena);
    report_text(r, &out);
    print_message("# a log of %zu bytes: %.2f s\n", log.len,
                  (double)(clock() - from) / CLOCKS_PER_SEC);
    assert_true(str_starts(sink_str(&out), STR("students: 200;")));
}

/* Every student, lesson and item another one: what is too much is passed over. */
static void test_limits(void **state) {
    Fixture *f = *state;
    Report *r = report_make(f->arena);
    for (int i = 0; i < 12000; i++) {
        Str x = str_printf(f->arena, "x%d", i);
        Deed d = {DEED_ANSWERED, i % 2 ? STR("one") : x, x, false, 0, x};
        report_add(r, x, line_of(f, &d, i % 3 ? "" : "one student"));
    }
    Sink out = sink_memory(f->arena);
    report_json(r, &out);
    Str error;
    const Json *j = json_parse(f->arena, sink_str(&out), &error);
    size_t students = 0, lessons = 0;
    for (const Json *s = json_get(j, "students")->child; s; s = s->next)
        students++;
    for (const Json *l = json_get(j, "lessons")->child; l; l = l->next)
        lessons++;
    assert_int_equal(students, 5000);
    assert_int_equal(lessons, 2000);
    assert_true(json_get_num(j, "passed_over", 0) > 0);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(lines),       TEST(appending),  TEST(together), TEST(report),
        TEST(report_json), TEST(most_given), TEST(large),    TEST(limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
