/* Packs that somebody wrote: what is wrong with one is told with its file and place, and the others
 * are read all the same. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "lesson/lesson.h"
#include "tests/test.h"

/* A folder for one test, and a good lesson in it. */
typedef struct Bench {
    Arena *a;
    const char *root, *lesson; /* "ROOT/01-good" */
} Bench;

static const char good_json[] =
    "{\n"
    "  \"id\": \"good\", \"order\": 10, \"tf\": \"1.4\",\n"
    "  \"chapter\": {\"en\": \"One\", \"zh\": \"一\"},\n"
    "  \"claims\": [\n"
    "    {\"kind\": \"variable\", \"says\": \"x\", \"verdict\": \"right\",\n"
    "     \"reason\": {\"en\": \"so\", \"zh\": \"如此\"}}],\n"
    "  \"questions\": [\n"
    "    {\"id\": \"q\", \"at\": \"variable x\", \"kind\": \"name\",\n"
    "     \"text\": {\"en\": \"What?\", \"zh\": \"什么？\"},\n"
    "     \"wrong\": [{\"says\": \"x_1\", \"comment\": {\"en\": \"no\", \"zh\": \"不\"}}],\n"
    "     \"right\": {\"en\": \"yes\", \"zh\": \"是\"},\n"
    "     \"hints\": [{\"en\": \"1\", \"zh\": \"一\"}, {\"en\": \"2\", \"zh\": \"二\"},\n"
    "               {\"en\": \"3\", \"zh\": \"三\"}]},\n"
    "    {\"id\": \"c\", \"at\": \"end\", \"kind\": \"choice\",\n"
    "     \"text\": {\"en\": \"Which?\", \"zh\": \"哪个？\"},\n"
    "     \"choices\": [{\"en\": \"a\", \"zh\": \"甲\", \"right\": true},\n"
    "                 {\"en\": \"b\", \"zh\": \"乙\", \"claim\": {\"kind\": \"node\", \"says\": \"y\"}}],\n"
    "     \"right\": {\"en\": \"yes\", \"zh\": \"是\"},\n"
    "     \"hints\": [{\"en\": \"1\", \"zh\": \"一\"}, {\"en\": \"2\", \"zh\": \"二\"},\n"
    "               {\"en\": \"3\", \"zh\": \"三\"}]}],\n"
    "  \"exercises\": [\n"
    "    {\"id\": \"e\", \"kind\": \"fix\", \"title\": {\"en\": \"T\", \"zh\": \"题\"},\n"
    "     \"task\": {\"en\": \"Do\", \"zh\": \"做\"}, \"start\": \"program.py\",\n"
    "     \"solution\": \"program.py\",\n"
    "     \"goals\": [{\"kind\": \"variable\", \"says\": \"x\", \"text\": {\"en\": \"x\", \"zh\": \"x\"}}],\n"
    "     \"right\": {\"en\": \"yes\", \"zh\": \"是\"},\n"
    "     \"hints\": [{\"en\": \"1\", \"zh\": \"一\"}, {\"en\": \"2\", \"zh\": \"二\"},\n"
    "               {\"en\": \"3\", \"zh\": \"三\"}]}]\n"
    "}\n";

static const char good_text[] = "# Title\n\n<!-- before -->\n## [start] One <!-- aside -->\n"
                                "Text `x`.\n\n<!-- say\nthis -->\n\nMore.\n    code <!-- no -->\n\n"
                                "## [end] Two\nBye.\n";

static void put(Bench *b, const char *name, Str text) {
    Str error;
    if (!file_write(b->a, str_printf(b->a, "%s/%s", b->lesson, name).at, text, true, &error)) {
        print_error("%.*s\n", STR_ARG(error));
        fail();
    }
}

/* Another lesson's folder, to be filled by put. */
static void begin_lesson(Bench *b, const char *folder) {
    b->lesson = str_printf(b->a, "%s/%s", b->root, folder).at;
    assert_int_equal(mkdir(b->lesson, 0777), 0);
}

static void put_good(Bench *b) {
    put(b, "lesson.json", str_of(good_json));
    put(b, "program.py", STR("import tensorflow as tf\nx = tf.Variable(1.0, name='x')\n"));
    put(b, "text.en.md", str_of(good_text));
    put(b, "text.zh.md", str_of(good_text));
}

static Bench bench(void) {
    Bench b = {.a = arena_new(0)};
    char *root = (char *)(uintptr_t)str_printf(b.a, "/tmp/tfscope-pack-XXXXXX").at;
    assert_non_null(mkdtemp(root));
    b.root = root;
    begin_lesson(&b, "01-good");
    put_good(&b);
    return b;
}

static void bench_done(Bench *b) {
    assert_int_equal(system(str_printf(b->a, "rm -rf '%s'", b->root).at), 0);
    arena_free(b->a);
}

static void load(Bench *b, Course *course) {
    course_load(b->a, &b->root, 1, "en", course);
}

/* The only fault is this one, below the folder of packs. */
static void assert_fault(Bench *b, const char *wanted) {
    Course course;
    load(b, &course);
    assert_int_equal(course.faults.count, 1);
    Str text = pack_fault_text(b->a, LOG_AT(&course.faults, PackFault, 0));
    assert_true(str_starts(text, str_of(b->root)));
    assert_str(str_sub(text, strlen(b->root) + 1, text.len), wanted);
}

/* ---- what is read ---- */

static void test_a_good_lesson(void **state) {
    (void)state;
    Bench b = bench();
    Course c;
    load(&b, &c);
    assert_int_equal(c.n, 1);
    assert_int_equal(c.faults.count, 0);
    const Lesson *l = course_find(&c, STR("good"));
    assert_non_null(l);
    assert_str(l->chapter, "One");
    assert_int_equal(l->nquestions, 2);
    assert_int_equal(l->questions[0].kind, QUESTION_NAME);
    assert_str(l->questions[0].moment, "variable x");
    assert_str(l->questions[0].expected[0].comment, "no");
    assert_str(l->questions[0].hint[2], "3");
    assert_int_equal(l->questions[1].nchoices, 2);
    assert_true(l->questions[1].choices[0].right);
    assert_null(l->questions[1].choices[0].claim);
    assert_int_equal(l->questions[1].choices[1].claim->kind, CLAIM_NODE);
    assert_int_equal(l->nexercises, 1);
    assert_str(l->exercises[0].tf, "1.4");
    assert_str(l->exercises[0].goals[0].claim, "x");
    assert_int_equal(l->exercises[0].goals[0].verdict, VERDICT_RIGHT);
    assert_str(l->exercises[0].start->name, "program.py");
    bench_done(&b);
}

static void test_notes_are_taken_out(void **state) {
    (void)state;
    Bench b = bench();
    Course c;
    load(&b, &c);
    const Section *s = c.lessons[0].sections;
    assert_int_equal(c.lessons[0].nsections, 2);
    assert_str(s->title, "One");
    assert_str(s->text, "Text `x`.\n\nMore.\n    code <!-- no -->");
    assert_str(s->notes, "aside\nsay\nthis");
    assert_str(s[1].notes, "");
    bench_done(&b);
}

/* ---- what is wrong with lesson.json ---- */

/* The text with `to` for the first `from`. */
static Str replaced(Bench *b, const char *text, const char *from, const char *to) {
    ptrdiff_t at = str_find(str_of(text), str_of(from), 0);
    assert_true(at >= 0);
    return str_printf(b->a, "%.*s%s%s", (int)at, text, to, text + at + strlen(from));
}

typedef struct Change {
    const char *from, *to, *wanted; /* "lesson.json: …" */
} Change;

static const Change json_changes[] = {
    {"\"order\": 10", "\"order\": \"10\"", "line 2, order: a whole number must stand here"},
    {"\"order\": 10", "\"order\": 1e300", "line 2, order: a whole number must stand here"},
    {"\"id\": \"good\"", "\"id\": 7", "line 2, id: a text must stand here"},
    {"\"id\": \"good\"", "\"id\": \"../x\"",
     "line 2, id: only a-z, 0-9 and hyphens may stand here"},
    {"\"id\": \"good\", ", "", "line 1, id: it is missing"},
    {"\"1.4\"", "\"9\"", "line 2, tf: a release such as \"1.4\" must stand here"},
    {"\"order\": 10", "\"order\": 1, \"order\": 2", "line 2, order: the key stands there twice"},
    {"\"en\": \"One\", ", "", "line 3, chapter.en: it is missing"},
    {"{\"en\": \"so\", \"zh\": \"如此\"}", "\"so\"",
     "line 6, claims[0].reason: an object {...} must stand here"},
    {"\"variable\", \"says\"", "\"variabel\", \"says\"",
     "line 5, claims[0].kind: nobody knows \"variabel\""},
    {"\"says\": \"x\", \"verdict\"", "\"verdict\"", "line 5, claims[0].says: it is missing"},
    {"\"right\",\n", "\"yes\",\n", "line 5, claims[0].verdict: nobody knows \"yes\""},
    {"variable x", "variabel x", "line 8, questions[0].at: nobody knows this moment"},
    {"variable x", "variable", "line 8, questions[0].at: the moment needs a name"},
    {"variable x", "output two",
     "line 8, questions[0].at: what stands behind the moment is not understood"},
    {"{\"en\": \"1\", \"zh\": \"一\"}", "{\"en\": \"1\", \"zh\": 1}",
     "line 12, questions[0].hints[0].zh: a text must stand here"},
    {"{\"en\": \"1\", \"zh\": \"一\"}, ", "",
     "line 12, questions[0].hints: three hints must stand here"},
    {"What?", "a\\u001b[2J",
     "line 9, questions[0].text.en: a control character stands in the text"},
    {"What?", "a\\u202eb", "line 9, questions[0].text.en: a control character stands in the text"},
    {"\"id\": \"c\"", "\"id\": \"e\"",
     "line 22, exercises[0].id: another question or exercise of the lesson has this id"},
    {"\"right\": true", "\"right\": 1",
     "line 16, questions[1].choices[0].right: true or false must stand here"},
    {"\"program.py\"", "\"../program.py\"",
     "../program.py: it is no file of the lesson's own folder"},
    {"\"program.py\"", "\"/etc/passwd\"", "/etc/passwd: it is no file of the lesson's own folder"},
    {"\"program.py\"", "\"gone.py\"", "gone.py: the file is missing"},
    {"{\n  \"id\"", "{\n  \"id\" \"id\"",
     "lesson.json: not valid JSON: line 2: something unexpected stands here"},
};

/* What is expected of a change: at a line of lesson.json, or in another file. */
static const char *expected(Bench *b, const Change *c) {
    bool in_json = strncmp(c->wanted, "line", 4) == 0;
    return str_printf(b->a, "01-good/%s%s", in_json ? "lesson.json: " : "", c->wanted).at;
}

/* Some changes have a second consequence, such as too few right choices: the first one is told. */
static void test_faults_of_json(void **state) {
    (void)state;
    Bench b = bench();
    for (size_t i = 0; i < sizeof json_changes / sizeof *json_changes; i++) {
        const Change *c = &json_changes[i];
        put(&b, "lesson.json", replaced(&b, good_json, c->from, c->to));
        assert_fault(&b, expected(&b, c));
    }
    bench_done(&b);
}

static Str nested(Bench *b, size_t depth) {
    Sink out = sink_memory(b->a);
    sink_repeat(&out, '[', depth);
    sink_repeat(&out, ']', depth);
    return sink_str(&out);
}

static void test_json_that_is_no_lesson(void **state) {
    (void)state;
    Bench b = bench();
    put(&b, "lesson.json", nested(&b, 100000));
    assert_fault(&b, "01-good/lesson.json: not valid JSON: line 1: more than 64 levels deep");
    put(&b, "lesson.json", STR("[]"));
    assert_fault(&b, "01-good/lesson.json: line 1: an object {...} must stand here");
    put(&b, "lesson.json", STR(""));
    assert_fault(&b,
                 "01-good/lesson.json: not valid JSON: line 1: something unexpected stands here");
    put(&b, "lesson.json", STR("{}\n\xff"));
    assert_fault(&b, "01-good/lesson.json: line 2: it is not UTF-8 text");
    bench_done(&b);
}

/* ---- what is wrong with a text ---- */

static const Change text_changes[] = {
    {"# Title", "Title", "line 1: the first line must be the title, like '# Title'"},
    {"[start] One", "start", "line 4: a section needs a heading like '## [start] Title'"},
    {"[start]", "[begin]", "line 4: nobody knows this moment"},
    {"Two\nBye.\n", "\nBye.\n", "line 13: a section needs a title of one line"},
    {"Bye.", "B\x1b[31mye.", "line 14: a control character stands in the text"},
    {"Bye.", "B\xff", "line 14: it is not UTF-8 text"},
    {"Bye.", "Bye. <!-- so\n\n", "line 14: the comment that begins here does not end"},
};

static void test_faults_of_text(void **state) {
    (void)state;
    Bench b = bench();
    for (size_t i = 0; i < sizeof text_changes / sizeof *text_changes; i++) {
        const Change *c = &text_changes[i];
        Str text = replaced(&b, good_text, c->from, c->to);
        put(&b, "text.en.md", text);
        assert_fault(&b, str_printf(b.a, "01-good/text.en.md: %s", c->wanted).at);
    }
    put(&b, "text.en.md", STR("# Title\n## [start] One\nText\0"));
    assert_fault(&b, "01-good/text.en.md: line 3: a NUL byte, this is not a text file");
    put(&b, "text.en.md", str_of(good_text));
    put(&b, "text.zh.md", replaced(&b, good_text, "[end]", "[variable x]"));
    assert_fault(&b, "01-good/text.zh.md: section 2 is about \"variable x\", but about \"end\" in "
                     "text.en.md");
    bench_done(&b);
}

/* ---- what is wrong with files ---- */

static const char *path(Bench *b, const char *name) {
    return str_printf(b->a, "%s/%s", b->lesson, name).at;
}

static void test_files_that_are_none(void **state) {
    (void)state;
    Bench b = bench();
    assert_int_equal(unlink(path(&b, "text.zh.md")), 0);
    assert_fault(&b, "01-good/text.zh.md: the file is missing");
    assert_int_equal(mkfifo(path(&b, "text.zh.md"), 0666), 0);
    assert_fault(&b, "01-good/text.zh.md: it is a device or a pipe, not a file");
    assert_int_equal(unlink(path(&b, "text.zh.md")), 0);
    assert_int_equal(symlink("/dev/zero", path(&b, "text.zh.md")), 0);
    assert_fault(&b, "01-good/text.zh.md: it leads out of the lesson's folder");
    assert_int_equal(unlink(path(&b, "text.zh.md")), 0);
    assert_int_equal(mkdir(path(&b, "text.zh.md"), 0777), 0);
    assert_fault(&b, "01-good/text.zh.md: it is a folder, not a file");
    bench_done(&b);
}

static void test_huge_files(void **state) {
    (void)state;
    Bench b = bench();
    char *huge = arena_alloc(b.a, 300 << 10);
    memset(huge, '\n', 300 << 10);
    put(&b, "text.en.md", (Str){huge, 300 << 10});
    assert_fault(&b, "01-good/text.en.md: the file is larger than 256 KiB");
    put(&b, "text.en.md", str_of(good_text));
    memset(huge, 'x', 9000);
    huge[9000] = 0;
    put(&b, "lesson.json", replaced(&b, good_json, "What?", huge));
    assert_fault(&b, "01-good/lesson.json: line 9, questions[0].text.en: the text is too long");
    bench_done(&b);
}

static void put_large(Bench *b, const char *name, size_t n) {
    FILE *f = fopen(path(b, name), "wb");
    assert_non_null(f);
    for (size_t i = 0; i < n; i++)
        fputc('\n', f);
    assert_int_equal(fclose(f), 0);
}

/* Each file is small enough, but together they would take more memory than a course is worth. */
static void test_huge_course(void **state) {
    (void)state;
    Bench b = bench();
    Course c;
    for (int i = 0; i < 70; i++) {
        begin_lesson(&b, str_printf(b.a, "02-%d", i).at);
        put_large(&b, "lesson.json", 250 << 10);
    }
    load(&b, &c);
    assert_int_equal(c.n, 1);
    assert_int_equal(c.faults.count, 70);
    Str last = LOG_AT(&c.faults, PackFault, 69)->message;
    assert_str(last, "the lessons together are larger than 16 MiB");
    bench_done(&b);
}

static void test_many_lessons(void **state) {
    (void)state;
    Bench b = bench();
    Course c;
    for (int i = 0; i < 1010; i++) {
        begin_lesson(&b, str_printf(b.a, "02-%04d", i).at);
        put_large(&b, "lesson.json", 1);
    }
    load(&b, &c);
    assert_int_equal(c.n, 1);
    assert_int_equal(c.faults.count, 1000);
    assert_str(LOG_AT(&c.faults, PackFault, 999)->message,
               "there are too many lessons; what follows is left out");
    bench_done(&b);
}

/* ---- several lessons ---- */

static void test_links_and_folders(void **state) {
    (void)state;
    Bench b = bench();
    Course c;
    assert_int_equal(symlink("/etc", str_printf(b.a, "%s/02-out", b.root).at), 0);
    begin_lesson(&b, "nothing");
    begin_lesson(&b, ".hidden");
    put(&b, "lesson.json", STR("{"));
    assert_fault(&b, "02-out: it leads out of the folder of lessons");
    load(&b, &c);
    assert_int_equal(c.n, 1);
    begin_lesson(&b, "a\nb");
    put(&b, "lesson.json", STR("{"));
    load(&b, &c);
    Str text = pack_fault_text(b.a, LOG_AT(&c.faults, PackFault, 1));
    assert_true(str_find(text, STR("a?b/lesson.json: not valid"), 0) > 0);
    bench_done(&b);
}

static void put_lesson(Bench *b, const char *folder, const char *json) {
    begin_lesson(b, folder);
    put_good(b);
    put(b, "lesson.json", str_of(json));
}

static void test_requires(void **state) {
    (void)state;
    Bench b = bench();
    Course c;
    put_lesson(&b, "02-a", "{\"id\": \"a\", \"order\": 20, \"requires\": [\"good\"]}");
    put_lesson(&b, "03-b", "{\"id\": \"b\", \"order\": 30, \"requires\": [\"c\"]}");
    put_lesson(&b, "04-c", "{\"id\": \"c\", \"order\": 40, \"requires\": [\"a\", \"b\"]}");
    assert_fault(&b, "03-b/lesson.json: requires[0]: the lesson \"c\" does not come before this "
                     "one");
    load(&b, &c);
    assert_int_equal(c.n, 3);
    put(&b, "lesson.json", STR("{\"id\": \"c\", \"order\": 5, \"requires\": [\"gone\"]}"));
    assert_fault(&b, "04-c/lesson.json: requires[0]: there is no lesson \"gone\"");
    bench_done(&b);
}

/* What requires a lesson that was left out is not left out for it. */
static void test_a_fault_does_not_spread(void **state) {
    (void)state;
    Bench b = bench();
    Course c;
    put_lesson(&b, "02-a", "{\"id\": \"a\", \"order\": 20, \"requires\": [\"good\"]}");
    b.lesson = str_printf(b.a, "%s/01-good", b.root).at;
    put(&b, "lesson.json", STR("{"));
    load(&b, &c);
    assert_int_equal(c.faults.count, 1);
    assert_int_equal(c.n, 1);
    assert_str(c.lessons[0].id, "a");
    bench_done(&b);
}

static void test_packs(void **state) {
    (void)state;
    Bench b = bench();
    Course c;
    put_lesson(&b, "00-b", "{\"id\": \"b\", \"order\": 30}");
    put_lesson(&b, "02-same", "{\"id\": \"good\"}");
    const char *folders[] = {b.lesson, b.root, b.root, "/nowhere"};
    course_load(b.a, folders, 4, "zh", &c);
    assert_int_equal(c.n, 2);
    assert_str(c.lessons[0].id, "good"); /* the one that was named first */
    assert_str(c.lessons[0].chapter, "");
    assert_str(c.lessons[1].id, "b");
    assert_int_equal(c.faults.count, 2); /* 01-good and /nowhere; 02-same is read once */
    Str text = pack_fault_text(b.a, LOG_AT(&c.faults, PackFault, 1));
    assert_str(text, "/nowhere: there is no such folder");
    bench_done(&b);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_good_lesson),  cmocka_unit_test(test_notes_are_taken_out),
        cmocka_unit_test(test_faults_of_json), cmocka_unit_test(test_json_that_is_no_lesson),
        cmocka_unit_test(test_faults_of_text), cmocka_unit_test(test_files_that_are_none),
        cmocka_unit_test(test_huge_files),     cmocka_unit_test(test_huge_course),
        cmocka_unit_test(test_many_lessons),   cmocka_unit_test(test_links_and_folders),
        cmocka_unit_test(test_requires),       cmocka_unit_test(test_a_fault_does_not_spread),
        cmocka_unit_test(test_packs),
    };
    text_init("en", "");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
