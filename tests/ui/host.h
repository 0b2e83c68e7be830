/* host.h: what an explorer asks of the outside, for tests: programs run with small budgets, lessons
 * come from the source tree, and there are no files. */
#ifndef TFSCOPE_TESTS_UI_HOST_H
#define TFSCOPE_TESTS_UI_HOST_H

#include "graph/dialect.h"
#include "tests/test.h"
#include "tf/tf.h"
#include "ui/world.h"

typedef struct TestHost {
    Host host; /* first: a Host * is a TestHost * */
    Arena *arena;
    Course course;      /* read when it is asked for */
    int64_t max_steps;  /* of a run; 0: 20000 */
    const char *folder; /* of the lessons; NULL: tests/course */
    const char *lang;   /* of the lessons; NULL: English */
    Progress *progress; /* what a learner did; NULL: nobody keeps it */
} TestHost;

static inline Str test_host_trouble(Run *run, Replay *replay) {
    Sink out = sink_memory(replay->arena);
    const Trace *t = run->trace;
    if (!replay->accepted)
        diags_print(run->diags, &out);
    else if (t->end == END_REFUSED)
        sink_put(&out, t->refusal.message);
    else if (t->end == END_BUDGET)
        sink_z(&out, "the program was stopped");
    return sink_str(&out);
}

static inline void test_host_run(Host *host, const Attempt *attempt, Replay *replay) {
    const TestHost *h = (const TestHost *)host;
    RunOptions options = {.python = attempt->python,
                          .max_steps = h->max_steps ? h->max_steps : 20000,
                          .max_memory = (size_t)256 << 20};
    Run *run = run_new(&options);
    int minor = dialect_newest();
    assert_non_null(run);
    dialect_version(attempt->tf, &minor);
    assert_true(tf_install(run, minor));
    replay->accepted = run_program(run, attempt->source);
    replay->trace = run->trace;
    replay->run = run;
    replay->trouble = test_host_trouble(run, replay);
    replay->diags = replay->accepted ? NULL : run->diags;
    if (replay->accepted && run->trace->end == END_RAISED) {
        Sink traceback = sink_memory(replay->arena);
        run_traceback(run, &traceback);
        replay->traceback = sink_str(&traceback);
    }
}

static inline void test_host_release(Host *host, Replay *replay) {
    (void)host;
    run_free(replay->run);
}

static inline const Source *test_host_read(Host *host, Arena *a, Str path, Str *error) {
    (void)host;
    *error = str_printf(a, "%.*s: no such file", STR_ARG(path));
    return NULL;
}

static inline bool test_host_write(Host *host, Arena *a, const WriteAsk *ask, Str *error) {
    (void)host;
    *error = str_printf(a, "%.*s: there are no files here", STR_ARG(ask->path));
    return false;
}

static inline void test_host_list_releases(TestHost *h) {
    int oldest = dialect_oldest(), n = dialect_newest() - oldest + 1;
    Str *names = ARENA_ARRAY(h->arena, (size_t)n, Str);
    for (int i = 0; i < n; i++)
        names[i] = str_printf(h->arena, "1.%d", oldest + i);
    h->host.releases = names;
    h->host.nreleases = n;
}

static inline const Lesson *test_host_lessons(Host *host, size_t *n) {
    TestHost *h = (TestHost *)host;
    const char *folder = test_path(h->arena, h->folder ? h->folder : "tests/course");
    if (!h->course.n)
        course_load(h->arena, &folder, 1, h->lang ? h->lang : "en", &h->course);
    assert_int_equal(h->course.faults.count, 0);
    *n = h->course.n;
    return h->course.lessons;
}

static inline const Lesson *test_host_lesson(Host *host, Str id) {
    size_t n;
    (void)test_host_lessons(host, &n);
    return course_find(&((TestHost *)host)->course, id);
}

static inline Str test_host_lesson_trouble(Host *host, Arena *a) {
    (void)host, (void)a;
    return STR("");
}

static inline Str test_host_note(Host *host, Arena *a, const Log *deeds) {
    TestHost *h = (TestHost *)host;
    Str trouble = STR("");
    (void)a;
    for (size_t i = 0; h->progress && deeds && i < deeds->count; i++)
        progress_note(h->progress, LOG_AT(deeds, Deed, i));
    if (h->progress && !deeds)
        progress_save(h->progress, &trouble);
    return trouble;
}

static inline void test_host_language(Host *host, const char *lang) {
    (void)host;
    (void)lang;
}

static inline TestHost *test_host_make(Arena *a) {
    TestHost *h = ARENA_NEW(a, TestHost);
    h->arena = a;
    h->host = (Host){.run = test_host_run,
                     .release = test_host_release,
                     .read = test_host_read,
                     .write = test_host_write,
                     .lesson = test_host_lesson,
                     .lessons = test_host_lessons,
                     .lesson_trouble = test_host_lesson_trouble,
                     .language = test_host_language,
                     .note = test_host_note};
    test_host_list_releases(h);
    return h;
}

/* A world whose replay 0 is this program under release `tf`. world_free(w) ends its runs. */
static inline World *test_world_make(TestHost *h, const char *text, const char *tf) {
    World *w = world_make(h->arena, &h->host);
    w->path = STR("test.py");
    Source *source = source_make(h->arena, w->path, str_of(text));
    assert_int_equal(world_run(w, &(Attempt){source, str_of(tf), 0}), 0);
    return w;
}

/* A world that has opened a lesson. */
static inline World *test_lesson_make(TestHost *h, const char *id) {
    World *w = world_make(h->arena, &h->host);
    const Lesson *lesson = test_host_lesson(&h->host, str_of(id));
    assert_non_null(lesson);
    w->path = STR("");
    w->lesson = lesson;
    w->progress = h->progress;
    assert_int_equal(world_run(w, &(Attempt){lesson->program, lesson->tf, lesson->python}), 0);
    return w;
}

#endif
