/* test_pack_random.c: a good lesson, changed at random: bytes flipped, lines doubled, files cut,
 * emptied or removed, values of lesson.json replaced. Whatever comes of it is a good lesson or one
 * fault, and the check of lessons comes to an end and finds whatever reading finds.
 *
 * TFSCOPE_RANDOM_SEEDS=5000 makes a long run; test_pack_random SEED repeats one and prints it. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "cli/probe.h"
#include "tests/test.h"

static const char *const names[] = {"lesson.json",     "program.py", "fix.py",
                                    "fix.solution.py", "text.en.md", "text.zh.md"};
enum { NFILES = sizeof names / sizeof *names, SEEDS = 150 };

typedef struct Random {
    uint64_t state;
} Random;

/* A number below n. */
static size_t below(Random *r, size_t n) {
    r->state = r->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return n ? (size_t)(r->state >> 33) % n : 0;
}

/* ---- changes: each gives a file another text; NULL at: the file is removed ---- */

typedef Str ChangeFn(Arena *a, Random *r, Str text);

static Str splice(Arena *a, Str text, size_t from, size_t to, Str with) {
    Sink out = sink_memory(a);
    sink_put(&out, str_sub(text, 0, from));
    sink_put(&out, with);
    sink_put(&out, str_sub(text, to, text.len));
    return str_dup(a, sink_str(&out));
}

static Str flip(Arena *a, Random *r, Str text) {
    char *copy = (char *)(uintptr_t)str_dup(a, text).at;
    for (size_t i = below(r, 4) + 1; i > 0 && text.len; i--)
        copy[below(r, text.len)] ^= (char)(1 << below(r, 8));
    return (Str){copy, text.len};
}

static Str cut(Arena *a, Random *r, Str text) {
    (void)a;
    return str_sub(text, 0, below(r, text.len));
}

static Str drop(Arena *a, Random *r, Str text) {
    size_t from = below(r, text.len);
    return splice(a, text, from, from + below(r, 40), STR(""));
}

static Str put_in(Arena *a, Random *r, Str text) {
    static const char *const junk[] = {"\x1b[2J",      "\xff",         "<!--",    "-->", "`",
                                       "## [end] x\n", "\n\n",         "\"",      "{",   "[[[[",
                                       "\r\n",         "\xe2\x80\xae", "\\u0000", "# "};
    size_t at = below(r, text.len);
    return splice(a, text, at, at, str_of(junk[below(r, sizeof junk / sizeof *junk)]));
}

static Str twice(Arena *a, Random *r, Str text) {
    size_t from = below(r, text.len), to = from + below(r, 200);
    return splice(a, text, to, to, str_sub(text, from, to));
}

static Str huge(Arena *a, Random *r, Str text) {
    size_t n = below(r, 2) ? 9000 : 300000;
    char *filler = arena_alloc(a, n + 1);
    memset(filler, 'x', n);
    size_t at = below(r, text.len);
    return splice(a, text, at, at, (Str){filler, n});
}

static Str gone(Arena *a, Random *r, Str text) {
    (void)a, (void)r, (void)text;
    return (Str){NULL, 0};
}

/* Where a value of a JSON text ends. */
static size_t value_end(Str text, size_t at) {
    size_t depth = 0;
    bool quoted = false;
    for (; at < text.len; at++) {
        char c = text.at[at];
        quoted ^= c == '"';
        if (quoted)
            continue;
        depth += c == '{' || c == '[';
        if (depth == 0 && strchr(",}]\n", c))
            return at;
        depth -= c == '}' || c == ']';
    }
    return at;
}

/* Another value behind one of the colons. */
static Str value(Arena *a, Random *r, Str text) {
    static const char *const values[] = {"7",
                                         "-1",
                                         "1e300",
                                         "0.5",
                                         "null",
                                         "true",
                                         "\"x\"",
                                         "\"\"",
                                         "[]",
                                         "{}",
                                         "[{}]",
                                         "[[[]]]",
                                         "\"/etc/passwd\"",
                                         "\"../x\"",
                                         "\"end\"",
                                         "\"a\\nb\"",
                                         "{\"en\": 1}",
                                         "{\"en\": \"a\", \"zh\": \"b\"}"};
    ptrdiff_t colon = str_find(text, STR("\": "), below(r, text.len));
    if (colon < 0)
        return text;
    size_t from = (size_t)colon + 3;
    return splice(a, text, from, value_end(text, from),
                  str_of(values[below(r, sizeof values / sizeof *values)]));
}

static ChangeFn *const changes[] = {flip, flip, cut, drop, put_in, put_in, twice, huge, gone};

/* ---- lessons ---- */

static void write_text(const char *folder, const char *name, Str text) {
    char path[512];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    (void)unlink(path);
    if (!text.at)
        return;
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(text.at, 1, text.len, f), text.len);
    assert_int_equal(fclose(f), 0);
}

static void make_lesson(Arena *a, const char *folder, uint64_t seed, bool tell) {
    Random r = {seed * UINT64_C(0x9e3779b97f4a7c15) + 1};
    size_t changed = below(&r, 2) ? 0 : below(&r, NFILES);
    for (size_t i = 0; i < NFILES; i++) {
        Str text, error;
        const char *from = str_printf(a, "lessons/.new/%s", names[i]).at;
        assert_true(file_read(a, test_path(a, from), 1 << 20, &text, &error));
        for (size_t k = below(&r, 3) + 1; i == changed && k > 0 && text.at; k--)
            text = i == 0 && below(&r, 3)
                       ? value(a, &r, text)
                       : changes[below(&r, sizeof changes / sizeof *changes)](a, &r, text);
        write_text(folder, names[i], text);
        if (tell && i == changed)
            print_error("%s:\n%.*s\n", names[i], STR_ARG(text));
    }
}

/* Everything that was read can be looked at. */
static void look_at(Arena *a, const Lesson *l) {
    assert_true(l->id.len > 0 && l->title.len > 0 && l->program && l->nsections > 0);
    for (size_t i = 0; i < l->nquestions; i++)
        for (size_t k = 0; k < HINTS; k++)
            assert_true(l->questions[i].hint[k].len > 0);
    for (size_t i = 0; i < l->nexercises; i++)
        assert_true(l->exercises[i].ngoals > 0 && l->exercises[i].start->text.at);
    (void)statements_of(a, l, "en");
}

static bool check(Arena *a, const char *folder) {
    Course course;
    Log faults = log_make(a, sizeof(PackFault));
    CheckHost *host = probe_make(a);
    course_load(a, &folder, 1, "zh", &course);
    check_lesson(a, folder, host, &faults);
    probe_done(host);
    for (size_t i = 0; i < faults.count; i++)
        assert_true(pack_fault_text(a, LOG_AT(&faults, PackFault, i)).len > 0);
    if (course.n)
        look_at(a, &course.lessons[0]);
    return course.n + course.faults.count == 1 && (course.n == 1 || faults.count > 0);
}

static void test_seed(uint64_t seed, const char *folder, bool tell) {
    Arena *a = arena_new(0);
    make_lesson(a, folder, seed, tell);
    if (!check(a, folder)) {
        print_error("seed %llu: neither a lesson nor a fault\n", (unsigned long long)seed);
        fail();
    }
    arena_free(a);
}

static char *make_folder(Arena *a) {
    char *folder = (char *)(uintptr_t)str_printf(a, "/tmp/tfscope-random-XXXXXX").at;
    assert_non_null(mkdtemp(folder));
    return folder;
}

static void test_random_packs(void **state) {
    Arena *a = arena_new(0);
    const char *asked = getenv("TFSCOPE_RANDOM_SEEDS"), *one = *state, *folder = make_folder(a);
    uint64_t n = asked ? strtoull(asked, NULL, 10) : SEEDS;
    if (one)
        test_seed(strtoull(one, NULL, 10), folder, true);
    for (uint64_t seed = 1; !one && seed <= n; seed++)
        test_seed(seed, folder, false);
    assert_int_equal(system(str_printf(a, "rm -rf '%s'", folder).at), 0);
    arena_free(a);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(test_random_packs, argc > 1 ? argv[1] : NULL),
    };
    text_init("en", "");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
