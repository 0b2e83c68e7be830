/* test_random_python.c: random programs print here what they print in the real Python.
 *
 *     tests/test_random_python              a few hundred seeds
 *     TFSCOPE_RANDOM_SEEDS=20000 …          so many
 *     TFSCOPE_RANDOM_FIRST=5000 …           from this one on
 *     tests/test_random_python SEED         prints the program of a seed
 *     tests/test_random_python FILE.py      compares a program: one of those, made smaller
 *
 * tests/python_reduce.py makes a program smaller. Without a Python 3.11, the programs only run. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/generate_python.h"
#include "tests/run/program.h"
#include "tests/suite.h"

enum {
    SEEDS = 400,
    SEEDS_PER_CASE = 50,
    MOST_STEPS = 300000, /* a program that needs more is left out */
    SOURCE_MOST = 1 << 20,
    OTHER_VERSION = 77,   /* status of the peer */
    PEER_MOST = 64 << 20, /* bytes that the peer may print */
};

/* A block of seeds. */
typedef struct Block {
    uint64_t first, count;
} Block;

/* A program with what it did here. */
typedef struct Tried {
    Str text, out, error;
    Str left_out; /* why it cannot be compared; empty */
} Tried;

/* ---- here ---- */

static Tried try_program(Arena *a, Str text) {
    RunOptions options = {.python = 3, .max_steps = MOST_STEPS};
    Ran r = run_source(STR("random.py"), text, &options);
    Tried t = {text, str_dup(a, r.out), str_dup(a, r.error), STR("")};
    if (!r.accepted) {
        t.left_out = STR("not accepted");
    } else if (r.run->trace->end == END_REFUSED) {
        t.left_out = str_dup(a, r.run->trace->refusal.message);
    } else if (r.run->trace->end == END_BUDGET) {
        t.left_out = STR("a budget");
    }
    ran_free(&r);
    return t;
}

/* ---- the real Python ---- */

static void write_programs(FILE *f, const Tried *tried, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (!tried[i].left_out.len) {
            fprintf(f, "%.*s\x1e\n", STR_ARG(tried[i].text));
        }
    }
}

static Str read_all(Arena *a, FILE *f) {
    Sink all = sink_memory(a);
    char near[4096];
    for (size_t n; all.len < PEER_MOST && (n = fread(near, 1, sizeof near, f)) > 0;) {
        sink_put(&all, (Str){near, n});
    }
    return sink_str(&all);
}

/* What the real Python prints for these programs, one behind the other; false: it is another
 * version. */
static bool ask_peer(Arena *a, const char *python, const Tried *tried, size_t n, Str *all) {
    char file[] = "/tmp/tfscope-random-XXXXXX";
    int fd = mkstemp(file);
    assert_true(fd >= 0);
    FILE *programs = fdopen(fd, "w");
    write_programs(programs, tried, n);
    fclose(programs);
    const char *peer = test_path(a, "tests/python_peer.py");
    FILE *answer = popen(str_printf(a, "'%s' '%s' '%s'", python, peer, file).at, "r");
    assert_non_null(answer);
    *all = read_all(a, answer);
    int status = pclose(answer);
    unlink(file);
    assert_true(WIFEXITED(status));
    assert_true(WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == OTHER_VERSION);
    return WEXITSTATUS(status) == 0;
}

static Str cut(Str *all, const char *end) {
    ptrdiff_t at = str_find(*all, str_of(end), 0);
    assert_true(at >= 0);
    Str part = str_sub(*all, 0, (size_t)at);
    *all = str_sub(*all, (size_t)at + 1, all->len);
    return part;
}

/* ---- comparing ---- */

static size_t first_difference(Str a, Str b) {
    size_t line = 1;
    for (size_t i = 0; i < a.len && i < b.len && a.at[i] == b.at[i]; i++) {
        line += a.at[i] == '\n';
    }
    return line;
}

static Str line_of(Str text, size_t line) {
    for (; line > 1 && text.len; line--) {
        ptrdiff_t end = str_find(text, STR("\n"), 0);
        text = end < 0 ? STR("") : str_sub(text, (size_t)end + 1, text.len);
    }
    ptrdiff_t end = str_find(text, STR("\n"), 0);
    return end < 0 ? text : str_sub(text, 0, (size_t)end);
}

/* Addresses are different each time: their digits become x. */
static Str without_addresses(Arena *a, Str text) {
    char *at = arena_array(a, text.len + 1, 1);
    memcpy(at, text.at ? text.at : "", text.len);
    for (size_t i = 0; i + 6 < text.len; i++) {
        if (strncmp(at + i, "0x7", 3) == 0) {
            for (i += 2; i < text.len && isxdigit((unsigned char)at[i]); i++) {
                at[i] = 'x';
            }
        }
    }
    return (Str){at, text.len};
}

/* Says where they differ; false when they do. */
static bool same(const char *name, const char *what, Str got, Str wanted) {
    bool equal = str_eq(got, wanted);
    if (!equal) {
        size_t n = first_difference(got, wanted);
        fprintf(stderr, "%s: %s, line %zu\n  here:   %.*s\n  Python: %.*s\n", name, what, n,
                STR_ARG(line_of(got, n)), STR_ARG(line_of(wanted, n)));
    }
    return equal;
}

/* How many programs differ; names are numbers from `first` on. */
static size_t compare(Arena *a, const char *python, const Tried *tried, Block b) {
    Str all;
    size_t bad = 0;
    bool there = ask_peer(a, python, tried, b.count, &all);
    for (size_t i = 0; there && i < b.count; i++) {
        const char *name = str_printf(a, "seed %llu", (unsigned long long)(b.first + i)).at;
        if (tried[i].left_out.len) {
            fprintf(stderr, "%s: left out: %.*s\n", name, STR_ARG(tried[i].left_out));
            continue;
        }
        Str out = cut(&all, "\x1d"), error = cut(&all, "\x1e");
        bad +=
            !(same(name, "output", without_addresses(a, tried[i].out), without_addresses(a, out)) &&
              same(name, "traceback", tried[i].error, error));
    }
    return bad;
}

static const char *find_python(void) {
    const char *python = getenv("PYTHON3");
    return python && *python ? python : NULL;
}

static void test_block(void **state) {
    const Block *b = *state;
    Arena *a = arena_new(0);
    Tried *tried = arena_alloc(a, b->count * sizeof *tried);
    for (size_t i = 0; i < b->count; i++) {
        tried[i] = try_program(a, generate_python(a, b->first + i));
    }
    size_t bad = find_python() ? compare(a, find_python(), tried, *b) : 0;
    arena_free(a);
    assert_int_equal(bad, 0);
}

/* ---- by hand ---- */

static int compare_file(Arena *a, const char *file) {
    Str text, error;
    if (!file_read(a, file, SOURCE_MOST, &text, &error)) {
        fprintf(stderr, "%.*s\n", STR_ARG(error));
        return 2;
    }
    Tried t = try_program(a, text);
    const char *python = find_python();
    return compare(a, python ? python : "python3", &t, (Block){0, 1}) > 0;
}

static int show(const char *what) {
    Arena *a = arena_new(0);
    int status = 0;
    if (str_ends(str_of(what), STR(".py"))) {
        status = compare_file(a, what);
    } else {
        Str text = generate_python(a, strtoull(what, NULL, 10));
        printf("%.*s", STR_ARG(text));
    }
    arena_free(a);
    return status;
}

static uint64_t number_of(const char *name, uint64_t other) {
    const char *text = getenv(name);
    return text ? strtoull(text, NULL, 10) : other;
}

int main(int argc, char **argv) {
    if (argc == 2) {
        return show(argv[1]);
    }
    Suite s = {.arena = arena_new(0)};
    uint64_t first = number_of("TFSCOPE_RANDOM_FIRST", 1);
    uint64_t end = first + number_of("TFSCOPE_RANDOM_SEEDS", SEEDS);
    for (uint64_t at = first; at < end; at += SEEDS_PER_CASE) {
        Block *b = ARENA_NEW(s.arena, Block);
        *b = (Block){at, end - at < SEEDS_PER_CASE ? end - at : SEEDS_PER_CASE};
        unsigned long long from = b->first, to = b->first + b->count - 1;
        suite_add(&s, str_printf(s.arena, "seeds %llu to %llu", from, to), test_block, b);
    }
    return suite_run(&s, "random_python");
}
