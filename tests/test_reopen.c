/* test_reopen.c: a trace that was written and read again is the same trace: the same bytes when it
 * is written once more, and the same views and screens at every step. And what no tfscope wrote is
 * refused, or can be looked at all the same. */
#include <dirent.h>
#include <string.h>

#include "tests/suite.h"
#include "tf/tf.h"
#include "ui/frame.h"
#include "view/view.h"

typedef struct Subject {
    Str name, text;
} Subject;

static Run *run_of(const Subject *p, Arena *a, const char *tf) {
    RunOptions options = {.max_steps = 20000, .max_memory = (size_t)256 << 20};
    Run *run = run_new(&options);
    int minor;
    assert_non_null(run);
    assert_true(dialect_version(str_of(tf), &minor));
    assert_true(tf_install(run, minor));
    return run_program(run, source_make(a, p->name, p->text)) ? run : (run_free(run), NULL);
}

static Str json_of(Arena *a, const Trace *t) {
    Sink out = sink_memory(a);
    trace_json(t, &out);
    return sink_str(&out);
}

/* ---- views ---- */

static void put_views(Arena *a, const Trace *t, Sink *out) {
    size_t steps = trace_steps(t), leap = steps / 16 + 1;
    view_trace(t, out);
    for (size_t k = 0; k <= steps; k += leap) {
        Moment m = trace_step_end(t, k);
        doc_put(view_names(a, t, m), out);
        doc_put(view_tree(a, t, m, (TreeOptions){true, false, 0, UINT32_MAX}), out);
    }
    for (size_t i = 0; i < t->nodes.count; i += t->nodes.count / 32 + 1) {
        Doc *d = view_explain(a, t, name_str((*LOG_AT(&t->nodes, TraceNode *, i))->name));
        if (d)
            doc_put(d, out);
    }
}

/* ---- screens ---- */

static void host_gives(Host *host, const Attempt *attempt, Replay *r) {
    (void)attempt;
    r->trace = host->context;
    r->accepted = true;
}

static void host_keeps(Host *host, Replay *r) {
    (void)host, (void)r;
}

static const Lesson *host_knows_none(Host *host, size_t *n) {
    (void)host;
    *n = 0;
    return NULL;
}

static void put_screen(const State *s, const World *w, const Keymap *keys, Sink *out) {
    Arena *scratch = arena_new(0);
    Grid *g = grid_make(scratch, s->rows, s->cols);
    frame_draw(s, w, keys, g, scratch);
    grid_dump(g, out);
    arena_free(scratch);
}

static void put_screens(Arena *a, const Trace *t, Sink *out) {
    Host host = {.context = (void *)(uintptr_t)t,
                 .run = host_gives,
                 .release = host_keeps,
                 .lessons = host_knows_none};
    World *w = world_make(a, &host);
    world_run(w, &(Attempt){LOG_AT(&t->modules, TraceModule, 0)->source, t->tf, t->python});
    State *s = state_make(a, w, 50, 160);
    Keymap *keys = keymap_make(a);
    size_t steps = trace_steps(t), leap = steps / 12 + 1;
    for (size_t k = 0; k <= steps; k += leap) {
        state_go(s, w, k);
        state_act(s, w, (Action){k % 2 ? ACTION_WHY : ACTION_COUNTERS, -1, STR(""), -1, -1});
        put_screen(s, w, keys, out);
        state_act(s, w, (Action){ACTION_EVENT, -1, STR(""), -1, -1});
        put_screen(s, w, keys, out);
    }
    world_free(w);
}

/* ---- the same again ---- */

static void compare(const char *what, Str x, Str y) {
    if (str_eq(x, y))
        return;
    size_t i = 0, from;
    while (i < x.len && i < y.len && x.at[i] == y.at[i])
        i++;
    from = i > 60 ? i - 60 : 0;
    print_error("%s differ at byte %zu:\n%.*s\n%.*s\n", what, i, STR_ARG(str_sub(x, from, i + 60)),
                STR_ARG(str_sub(y, from, i + 60)));
    fail();
}

static void check_same(Arena *a, const Trace *t) {
    Str error = {0}, text = json_of(a, t);
    Trace *again = trace_read(a, text, &error);
    if (!again)
        print_error("%.*s\n", STR_ARG(error));
    assert_non_null(again);
    compare("the texts", text, json_of(a, again));
    Sink first = sink_memory(a), second = sink_memory(a);
    put_views(a, t, &first);
    put_views(a, again, &second);
    put_screens(a, t, &first);
    put_screens(a, again, &second);
    compare("the views", sink_str(&first), sink_str(&second));
}

static void test_same(void **state) {
    Arena *a = arena_new(0);
    Run *run = run_of(*state, a, "1.4");
    if (run && run->trace->events.count < 200000)
        check_same(a, run->trace);
    if (run)
        run_free(run);
    arena_free(a);
}

/* ---- what no tfscope wrote ---- */

typedef struct Dice {
    uint64_t state;
} Dice;

static size_t throw(Dice * d, size_t below) {
    d->state = d->state * UINT64_C(6364136223846793005) + 1442695040888963407;
    return below ? (size_t)(d->state >> 33) % below : 0;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* Puts another number, or nothing, in the place of one somewhere. */
static void change_number(Dice *d, char *text, size_t len) {
    static const char *const others[] = {"0",  "1",    "2",     "-1", "7",
                                         "99", "null", "\"x\"", "[]", "4294967295"};
    size_t at = throw(d, len), end;
    while (at < len && !is_digit(text[at]))
        at++;
    for (end = at; end < len && is_digit(text[end]);)
        end++;
    const char *other = others[throw(d, sizeof others / sizeof *others)];
    size_t n = strlen(other);
    if (n > end - at)
        n = end - at;
    memset(text + at, ' ', end - at);
    memcpy(text + at, other, n);
}

static void look_everywhere(Arena *a, const Trace *t) {
    Sink out = sink_memory(a);
    put_views(a, t, &out);
    put_screens(a, t, &out);
    assert_true(out.len > 0);
}

enum { CHANGED = 400 };

static void test_changed(void **state) {
    Arena *a = arena_new(0);
    Run *run = run_of(*state, a, "1.4");
    assert_non_null(run);
    Str text = json_of(a, run->trace);
    int seen = 0, refused = 0;
    for (uint64_t seed = 1; seed <= CHANGED; seed++) {
        Arena *scratch = arena_new(0);
        Dice d = {seed};
        char *copy = (char *)str_dup(scratch, text).at;
        Str error = {0};
        for (size_t n = throw(&d, 4) + 1; n > 0; n--)
            change_number(&d, copy, text.len);
        Trace *t = trace_read(scratch, (Str){copy, text.len}, &error);
        if (t)
            look_everywhere(scratch, t), seen++;
        else
            assert_true(error.len > 0), refused++;
        arena_free(scratch);
    }
    assert_true(seen > 0 && refused > 0);
    run_free(run);
    arena_free(a);
}

static void check_refused(const char *text, const char *why) {
    Arena *a = arena_new(0);
    Str error = {0};
    assert_null(trace_read(a, str_of(text), &error));
    if (str_find(error, str_of(why), 0) < 0)
        print_error("%.*s\n", STR_ARG(error));
    assert_true(str_find(error, str_of(why), 0) >= 0);
    arena_free(a);
}

static void test_no_trace(void **state) {
    (void)state;
    check_refused("", "");
    check_refused("[]", "no trace");
    check_refused("{\"format\":\"tfscope-trace\",\"version\":1}", "another version");
    check_refused("{\"format\":\"tfscope-trace\",\"version\":2}", "events[0].events");
    check_refused(
        "{\"format\":\"tfscope-trace\",\"version\":2,\"event_kinds\":[\"x\"],\"events\":[]}",
        "event_kinds");
}

/* ---- the programs ---- */

/* What lessons do not have: several functions, generators, things that change, all ends. */
static const char *const ends[] = {
    "x = [1]\ny = x\nx.append([2, 'a'])\ny[1].append(3.5)\nz = {'k': x}\nz['k'].pop()\n"
    "def f(n):\n    total = 0\n    for i in range(n):\n        total += i\n    return total\n"
    "a = f(3) + 2 ** 70\nb = float('nan')\nc = -0.0\ndel y\nprint(x, z, a, b, c)\n",
    "def g():\n    for i in range(3):\n        yield i\nfor v in g():\n    print(v)\n"
    "class C:\n    def __init__(self):\n        self.a = 1\nc = C()\nc.a = [c]\n",
    "import sys\nprint('x', file=sys.stderr)\nsys.exit(3)\n",
    "def f():\n    raise ValueError('no')\ntry:\n    f()\nexcept ValueError as e:\n    pass\nf()\n",
    "import tensorflow as tf\nv = tf.Variable([1, 2], name='v')\ns = tf.Session()\n"
    "s.run(v.initializer)\nprint(s.run([v, v.op]))\np = tf.placeholder(tf.float32, None)\n"
    "p.set_shape([None, 3])\nt = tf.constant([b'a', b'\\xff'])\ntf.reset_default_graph()\n"
    "w = tf.get_variable('w', [2])\ntf.py_func\ntf.ReaderBase('x')\n",
    "while True:\n    pass\n",
};

static void add_program(Suite *s, Str name, Str text) {
    Subject *p = ARENA_NEW(s->arena, Subject);
    *p = (Subject){name, text};
    suite_add(s, str_printf(s->arena, "same: %.*s", STR_ARG(name)), test_same, p);
}

static void add_changed(Suite *s, Str name, Str text) {
    Subject *p = ARENA_NEW(s->arena, Subject);
    *p = (Subject){name, text};
    suite_add(s, str_printf(s->arena, "changed: %.*s", STR_ARG(name)), test_changed, p);
}

static void add_lesson(Suite *s, const char *folder, const char *name, bool changed) {
    Str text, error;
    const char *path = str_printf(s->arena, "%s/%s/program.py", folder, name).at;
    if (!file_read(s->arena, path, 1 << 20, &text, &error))
        return;
    add_program(s, str_of(name), text);
    if (changed)
        add_changed(s, str_of(name), text);
}

static int is_lesson(const struct dirent *e) {
    return e->d_name[0] != '.';
}

static void add_lessons(Suite *s) {
    struct dirent **entries;
    const char *folder = test_path(s->arena, "tests/course");
    int n = scandir(folder, &entries, is_lesson, alphasort);
    for (int i = 0; i < n; i++) {
        add_lesson(s, folder, str_dup(s->arena, str_of(entries[i]->d_name)).at, i % 7 == 2);
        free(entries[i]);
    }
    if (n >= 0)
        free(entries);
}

static void add_case(Suite *s, const Json *line) {
    add_program(s, json_get_str(line, "id", STR("?")), json_get_str(line, "source", STR("")));
}

int main(void) {
    Suite s = {.arena = arena_new(0)};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        add_program(&s, str_printf(s.arena, "program %zu", i), str_of(ends[i]));
        if (i < 5)
            add_changed(&s, str_printf(s.arena, "program %zu", i), str_of(ends[i]));
    }
    add_lessons(&s);
    suite_read(&s, "tests/conformance/varscope.jsonl", add_case);
    suite_read(&s, "tests/conformance/session.jsonl", add_case);
    suite_add(&s, STR("no trace"), test_no_trace, NULL);
    return suite_run(&s, "reopen");
}
