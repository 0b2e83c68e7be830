/* judged.c FOLDER LANGUAGE LOCALES: what becomes of many answers to the questions of a course, a
 * line of JSON each: for test_judge.js, which asks the player the same. */
#include <stdio.h>

#include "base/json.h"
#include "base/text.h"
#include "lesson/lesson.h"
#include "tf/tf.h"
#include "tutor/question.h"

/* What people type, and what nobody does. */
static const char *const typed[] = {
    "a:0",
    "scope/a_1",
    "test_scope/test1:0",
    "a/b/c:0",
    "w",
    "v_1",
    "1",
    "2",
    "3",
    "4",
    "0",
    "12",
    "created",
    "reused",
    "error",
    "ValueError",
    "NEW",
    "新建",
    "复用",
    "出错",
    "r",
    "(2, 3)",
    "[2,3]",
    "2x3",
    "2×3",
    "(?, 3)",
    "(None,3)",
    "()",
    "[]",
    "scalar",
    "标量",
    "unknown",
    "(7,)",
    "0.5",
    "1.0",
    "[1 2]",
    "[1.0, 2.0]",
    "nan",
    "inf",
    "-1e3",
    "True",
    "false",
    "",
    " ",
    "?",
    "é",
    "名字",
    "１２",
    "“a:0”",
    "`w`",
    "'w/'",
    "a b",
    "3 个",
    "0x10",
    "1_000",
    "a\tb",
    "\x01",
    "+5",
    "99999999999999999999",
    "(9999999999999999,)",
    "b'x'",
    "None",
    "A",
    "c",
    "^a",
    "a:1",
};

typedef struct Asking {
    Arena *arena;
    const Lesson *lesson;
    const Question *question;
    const Trace *trace;
    Sink *out;
} Asking;

static void put(JsonWriter *j, const char *key, Str text) {
    json_key(j, key);
    json_str(j, text);
}

static void ask(const Asking *a, Str given) {
    Answered got = question_judge(a->arena, a->question, a->trace, given);
    JsonWriter j = json_to(a->out);
    json_object(&j);
    put(&j, "lesson", a->lesson->id);
    put(&j, "text", a->question->text);
    put(&j, "given", given);
    json_key(&j, "understood");
    json_bool(&j, got.understood);
    json_key(&j, "right");
    json_bool(&j, got.right);
    put(&j, "comment", got.comment);
    json_end_object(&j);
    sink_char(a->out, '\n');
}

/* An answer, and what is nearly the same. */
static void ask_around(const Asking *a, Str answer) {
    static const char *const around[] = {"%.*s",   " %.*s ", "\"%.*s\"", "%.*s/",  "%.*s_1",
                                         "x/%.*s", "%.*s:0", "%.*s0",    "[%.*s]", "%.*s 1"};
    for (size_t i = 0; i < sizeof around / sizeof *around; i++) {
        char text[3000];
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        snprintf(text, sizeof text, around[i], STR_ARG(answer));
#pragma GCC diagnostic pop
        ask(a, str_dup(a->arena, str_of(text)));
    }
    for (size_t i = 1; i < answer.len && i < 20; i++)
        if ((answer.at[i] & 0x80) == 0)
            ask(a, str_sub(answer, i, answer.len));
}

static void ask_all(const Asking *a) {
    const Question *q = a->question;
    size_t place;
    Str answer = question_answer(a->arena, q, a->trace);
    if (answer.len == 0 || !question_place(q, a->trace, &place))
        return;
    ask_around(a, answer);
    for (size_t i = 0; i < q->nexpected; i++)
        ask_around(a, q->expected[i].text);
    for (size_t i = 0; i < q->nchoices; i++)
        ask_around(a, q->choices[i].text);
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
        ask(a, str_of(typed[i]));
}

static bool ask_lesson(Arena *a, const Lesson *lesson, Sink *out) {
    int minor;
    RunOptions options = {.python = lesson->python};
    Run *run = run_new(&options);
    if (!run || !dialect_version(lesson->tf, &minor) || !tf_install(run, minor) ||
        !run_program(run, lesson->program))
        return false;
    for (size_t i = 0; i < lesson->nquestions; i++) {
        Asking asking = {a, lesson, &lesson->questions[i], run->trace, out};
        ask_all(&asking);
    }
    run_free(run);
    return true;
}

int main(int argc, char **argv) {
    Arena *a = arena_new(0);
    Sink out = sink_file(stdout);
    Course course;
    if (argc != 4 || !text_init(argv[2], argv[3]))
        return 2;
    const char *folder = argv[1];
    course_load(a, &folder, 1, argv[2], &course);
    bool done = course.n > 0;
    for (size_t i = 0; i < course.n; i++)
        done &= ask_lesson(a, &course.lessons[i], &out);
    sink_flush(&out);
    arena_free(a);
    return done && !out.failed ? 0 : 1;
}
