/* test_outline_programs.c: the outline of a whole run, read at any step, is the tree that a plain
 * model grows from the nodes of that moment; for the programs of lessons and for random ones.
 *
 * The model is a list of paths in the order of creation that is searched from its start, and drawn
 * by going through it once for each level. What the printed tree says is compared, too. */
#include "base/utf8.h"
#include "graph/dialect.h"
#include "lesson/lesson.h"
#include "tests/generate.h"
#include "tests/suite.h"
#include "tf/tf.h"
#include "view/outline.h"
#include "view/view.h"

enum { SEEDS = 12, STEPS_MOST = 400, STRIDES = 3 };

/* ---- the model ---- */

typedef struct Entry {
    Str path, parent; /* parent: empty at the top */
    bool is_node;
} Entry;

typedef struct Model {
    Arena *arena;
    Log entries; /* Entry */
    const Folds *folds;
    const Outline *outline; /* only to ask folds */
    Sink out;
} Model;

static Entry *entry_of(const Model *m, Str path) {
    for (size_t i = 0; i < m->entries.count; i++)
        if (str_eq(LOG_AT(&m->entries, Entry, i)->path, path))
            return LOG_AT(&m->entries, Entry, i);
    return NULL;
}

static Str parent_of(Str path) {
    for (size_t i = path.len; i > 1; i--)
        if (path.at[i - 1] == '/')
            return str_sub(path, 0, i - 1);
    return STR("");
}

static Entry *grow(Model *m, Str path) {
    Entry *e = entry_of(m, path);
    if (e)
        return e;
    Str parent = parent_of(path);
    if (parent.len)
        grow(m, parent);
    e = LOG_PUSH(&m->entries, Entry);
    *e = (Entry){path, parent, false};
    return e;
}

static bool is_inner(const TraceNode *n) {
    return n->variable && n->variable->node != n;
}

static void grow_all(Model *m, const TraceGraph *g, Moment moment, bool library) {
    for (size_t i = 0; i < trace_graph_nodes_at(g, moment); i++) {
        const TraceNode *n = *LOG_AT(&g->nodes, TraceNode *, i);
        if (library || !is_inner(n))
            grow(m, name_str(n->name))->is_node = true;
    }
}

static bool is_open(const Model *m, const Entry *e) {
    return folds_open(m->folds, outline_branch(m->outline, outline_find(m->outline, e->path)));
}

static void draw(Model *m, Str parent, size_t depth) {
    for (size_t i = 0; i < m->entries.count; i++) {
        const Entry *e = LOG_AT(&m->entries, Entry, i);
        if (!str_eq(e->parent, parent))
            continue;
        size_t from = parent.len ? parent.len + 1 : 0;
        sink_printf(&m->out, "%zu %.*s%s\n", depth, STR_ARG(str_sub(e->path, from, e->path.len)),
                    e->is_node ? "" : "/");
        if (is_open(m, e))
            draw(m, e->path, depth + 1);
    }
}

/* ---- the three of them ---- */

static Str model_rows(Arena *a, const TraceGraph *g, const Outline *o, const Folds *f, Moment m,
                      bool library) {
    Model model = {a, log_make(a, sizeof(Entry)), f, o, sink_memory(a)};
    grow_all(&model, g, m, library);
    draw(&model, STR(""), 0);
    return sink_str(&model.out);
}

static void put_branch(Sink *out, const Branch *b, Moment m) {
    sink_printf(out, "%u %.*s%s\n", b->depth, STR_ARG(branch_label(b)),
                branch_node(b, m) ? "" : "/");
}

static Str outline_rows(Arena *a, const Outline *o, const Folds *f, Moment m) {
    Sink out = sink_memory(a);
    for (uint32_t i = outline_first(o, m); i != BRANCH_NONE; i = outline_next(o, f, m, i))
        put_branch(&out, outline_branch(o, i), m);
    return sink_str(&out);
}

/* A line of the printed tree: dim lines before it, two columns a level and two for itself; the
 * label; the slash of a prefix. */
static void put_line(Sink *out, const Doc *d, const DocLine *line) {
    size_t columns = 0, i = 0;
    for (; i < line->count && LOG_AT(&d->pieces, DocPiece, line->first + i)->role == ROLE_DIM; i++)
        columns += utf8_columns(LOG_AT(&d->pieces, DocPiece, line->first + i)->text);
    sink_printf(out, "%zu ", columns / 2 - 1);
    for (; i < line->count; i++) { /* a label may be empty: then there is no piece of it */
        const DocPiece *piece = LOG_AT(&d->pieces, DocPiece, line->first + i);
        if (piece->role == ROLE_SCOPE || piece->role == ROLE_VARIABLE || piece->role == ROLE_OP)
            sink_put(out, piece->text);
    }
    sink_char(out, '\n');
}

static Str tree_rows(Arena *a, const Trace *t, Moment m, bool library) {
    const Doc *d = view_tree(a, t, m, (TreeOptions){library, false, MOMENT_END, UINT32_MAX});
    Sink out = sink_memory(a);
    for (size_t i = 0; i < d->lines.count; i++)
        if (LOG_AT(&d->lines, DocLine, i)->count > 1) /* not that the graph is empty */
            put_line(&out, d, LOG_AT(&d->lines, DocLine, i));
    return sink_str(&out);
}

/* Going up from the last row passes the rows of going down. */
static bool same_backwards(Arena *a, const Outline *o, const Folds *f, Moment m) {
    Log rows = log_make(a, sizeof(uint32_t));
    for (uint32_t i = outline_first(o, m); i != BRANCH_NONE; i = outline_next(o, f, m, i))
        *LOG_PUSH(&rows, uint32_t) = i;
    size_t left = rows.count;
    for (uint32_t i = outline_last(o, f, m); i != BRANCH_NONE; i = outline_before(o, f, m, i))
        if (left == 0 || *LOG_AT(&rows, uint32_t, --left) != i)
            return false;
    return left == 0;
}

/* Each branch that exists is shown, or the row that stands for it is. */
static bool all_shown(const Outline *o, const Folds *f, Moment m) {
    for (uint32_t i = 0; i < outline_count(o); i++) {
        uint32_t shown = outline_shown(o, f, m, i);
        bool exists = outline_exists(o, i, m);
        if (exists && (shown > i || outline_branch(o, shown)->end <= i))
            return false;
        if (exists && shown != i && folds_open(f, outline_branch(o, shown)))
            return false;
    }
    return true;
}

/* ---- a program ---- */

typedef struct Case {
    Str name, text;
    int minor;
    uint64_t seed; /* of a random program */
    bool random;
} Case;

static void assert_same(Str got, Str wanted, const Case *c, size_t step) {
    if (str_eq(got, wanted))
        return;
    print_error("%.*s, 1.%d, after step %zu: got\n%.*swanted\n%.*s", STR_ARG(c->name), c->minor,
                step, STR_ARG(got), STR_ARG(wanted));
    fail();
}

/* Some are open and some are not. */
static Folds *some_folds(Arena *a, const Outline *o, uint64_t seed) {
    Folds *f = folds_make(a);
    for (uint32_t i = 0; i < outline_count(o); i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        if (seed >> 62 < 2)
            folds_set(f, outline_branch(o, i), seed >> 62 == 0);
    }
    return f;
}

static void check_step(Arena *a, const Case *c, const Trace *t, const Outlines *all, size_t step) {
    Moment m = trace_step_end(t, step);
    const TraceGraph *g = view_graph_at(t, m);
    for (int library = 0; g && library < 2; library++) {
        const Outline *o = outlines_at(all, m, library);
        Folds *open = folds_make(a), *some = some_folds(a, o, step);
        folds_all(open, true);
        Str rows = outline_rows(a, o, open, m);
        assert_same(rows, model_rows(a, g, o, open, m, library), c, step);
        assert_same(rows, tree_rows(a, t, m, library), c, step);
        assert_same(outline_rows(a, o, some, m), model_rows(a, g, o, some, m, library), c, step);
        assert_true(same_backwards(a, o, open, m) && same_backwards(a, o, some, m));
        assert_true(all_shown(o, open, m) && all_shown(o, some, m));
    }
}

static void test_case(void **state) {
    const Case *c = *state;
    RunOptions options = {.python = 3, .max_steps = 20000};
    Run *run = run_new(&options);
    Arena *a = arena_new(0), *scratch = arena_new(0);
    assert_non_null(run);
    assert_true(tf_install(run, c->minor));
    Str text = c->random ? generate_program(a, c->seed, c->minor) : c->text;
    if (run_program(run, source_make(a, c->name, text))) {
        const Outlines *all = outlines_make(a, run->trace);
        size_t steps = trace_steps(run->trace), stride = steps / STEPS_MOST + 1;
        for (size_t step = 0; step <= steps; step += c->random ? STRIDES : stride) {
            check_step(scratch, c, run->trace, all, step);
            arena_reset(scratch);
        }
        check_step(scratch, c, run->trace, all, steps);
    }
    arena_free(scratch);
    arena_free(a);
    run_free(run);
}

/* ---- all of them ---- */

static void add(Suite *s, Case c) {
    Case *kept = ARENA_NEW(s->arena, Case);
    *kept = c;
    suite_add(s, c.name, test_case, kept);
}

static void add_lessons(Suite *s) {
    Course course;
    const char *folder = test_path(s->arena, "lessons");
    course_load(s->arena, &folder, 1, "en", &course);
    if (course.n == 0)
        exit(1);
    for (size_t i = 0; i < course.n; i++)
        add(s, (Case){.name = course.lessons[i].id,
                      .text = course.lessons[i].program->text,
                      .minor = 4});
}

int main(void) {
    Suite s = {.arena = arena_new(0)};
    add_lessons(&s);
    for (int minor = dialect_oldest(); minor <= dialect_newest(); minor++)
        for (uint64_t seed = 1; seed <= SEEDS; seed++)
            add(&s, (Case){str_printf(s.arena, "seed %d, 1.%d", (int)seed, minor), STR(""), minor,
                           seed, true});
    return suite_run(&s, "outlines of programs");
}
