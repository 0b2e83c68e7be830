/* diff_command.c: `tfscope diff`: two programs, or one under several releases.
 *
 * Why a program behaves otherwise in another release is found by running it: from the dialect of
 * the one release to that of the other in single steps: release by release the names of the API,
 * and then the rows of the dialect, which may speak of parameters that only the new names have. A
 * row that the last run did not ask for cannot change it, so that only few of them cost a run. */
#include <string.h>

#include "base/text.h"
#include "cli/cli.h"
#include "graph/graph.h"
#include "tf/tf.h"
#include "view/diff.h"

enum {
    VERSIONS_MOST = 32,
    WORK_MOST = 50000000, /* steps and nodes of all runs that look for reasons */
};

typedef struct Versions {
    int minor[VERSIONS_MOST];
    int count;
} Versions;

/* What all comparisons of a command share. */
typedef struct Report {
    const Cli *cli;
    Sink out;
    JsonWriter json; /* with --json */
    int status;      /* the worst so far */
} Report;

/* ---- from one release to another ---- */

typedef struct Walk {
    const Cli *cli;
    const Source *source;
    Diff *diff;
    Dialect now;
    Loaded last;  /* the run under it */
    int64_t work; /* that was done so far */
} Walk;

static int64_t work_of(const Trace *t) {
    return (int64_t)t->steps.count + (int64_t)t->nodes.count;
}

/* Runs the program under the next dialect. False: too much work, or it could not be run. */
static bool step_to(Walk *w, const Dialect *next, Loaded *loaded) {
    if (w->work + work_of(w->last.trace) > WORK_MOST)
        return false;
    if (load_dialect(w->cli, w->source, next, 0, loaded) != EXIT_DONE)
        return false;
    w->work += work_of(loaded->trace);
    return true;
}

static void arrive(Walk *w, const Dialect *next, Loaded *loaded) {
    loaded_free(&w->last);
    w->last = *loaded;
    w->now = *next;
}

static bool take_row(Walk *w, Change row, bool on) {
    Dialect next = w->now;
    Loaded loaded;
    next.has[row] = on;
    if (!tf_engine(w->last.run)->asked[row]) {
        w->now = next;
        return true;
    }
    if (!step_to(w, &next, &loaded))
        return false;
    ChangeRow r = change_row(w->diff->arena, row);
    DiffReason reason = {.id = str_of(r.id), .meaning = str_of(gettext(r.meaning)), .row = r.row};
    reason.release = str_printf(w->diff->arena, "1.%d", change_first(row));
    diff_observe(w->diff, loaded.trace, &reason);
    arrive(w, &next, &loaded);
    return true;
}

/* The first error of one run that the other one does not have. */
static Str only_error(const Trace *x, const Trace *y) {
    for (size_t i = 0; i < x->errors.count; i++) {
        const TraceError *e = *LOG_AT(&x->errors, TraceError *, i);
        bool both = false;
        for (size_t k = 0; k < y->errors.count && !both; k++)
            both = str_eq((*LOG_AT(&y->errors, TraceError *, k))->message, e->message);
        if (!both)
            return e->message;
    }
    return STR("");
}

/* Of names ("tf.a, tf.b") those whose call the error speaks of ("a() got …"), or all of them. */
static Str blamed(Arena *a, Str names, Str error) {
    Sink out = sink_memory(a);
    for (Str rest = names, one; rest.len > 0; rest = str_sub(rest, one.len + 2, rest.len)) {
        ptrdiff_t end = str_find(rest, STR(", "), 0);
        one = end < 0 ? rest : str_sub(rest, 0, (size_t)end);
        size_t last = one.len;
        while (last > 0 && one.at[last - 1] != '.')
            last--;
        Str call = str_join2(a, str_sub(one, last, one.len), STR("()"));
        if (str_find(error, call, 0) >= 0)
            sink_printf(&out, "%s%.*s", out.len ? ", " : "", STR_ARG(one));
    }
    return out.len ? sink_str(&out) : names;
}

/* The attribute that an error says is not there: "… has no attribute 'shape'". */
static Str missed_attribute(Str error) {
    ptrdiff_t at = str_find(error, STR("has no attribute '"), 0);
    Str rest = at < 0 ? STR("") : str_sub(error, (size_t)at + 18, error.len);
    ptrdiff_t end = str_find(rest, STR("'"), 0);
    return end < 0 ? STR("") : str_sub(rest, 0, (size_t)end);
}

/* Names that came with the newer of two releases, or went, or changed; each run knows its own. */
static DiffReason names_reason(Arena *a, const Loaded *newer, const Dialect *new_one,
                               const Loaded *older, const Dialect *old_one) {
    bool changed, other;
    Str came = tf_names_not_in(a, newer->run, old_one, &changed);
    Str went = tf_names_not_in(a, older->run, new_one, &other);
    Str before = only_error(older->trace, newer->trace),
        now = only_error(newer->trace, older->trace);
    bool is_new = came.len && !changed, is_gone = went.len && !other && !is_new;
    Str names = is_gone ? went : blamed(a, came, before.len ? before : now);
    const char *meaning = is_new ? _("new in the API") : _("changed in the API");
    if (names.len == 0 && missed_attribute(before).len)
        names = missed_attribute(before), meaning = _("a new attribute");
    else if (is_gone)
        meaning = _("gone from the API");
    else if (names.len == 0)
        meaning = _("names of the API, or the text of the version");
    return (DiffReason){.id = str_printf(a, "API_1_%d", new_one->minor),
                        .release = str_printf(a, "1.%d", new_one->minor),
                        .meaning = str_of(meaning),
                        .names = str_dup(a, names)};
}

/* Goes to the names of release 1.`to`, one above or one below. */
static bool take_names(Walk *w, int to) {
    Arena *a = w->diff->arena;
    Dialect next = w->now;
    Loaded loaded;
    next.minor = to;
    if (!step_to(w, &next, &loaded))
        return false;
    bool upwards = next.minor > w->now.minor;
    DiffReason reason = upwards ? names_reason(a, &loaded, &next, &w->last, &w->now)
                                : names_reason(a, &w->last, &w->now, &loaded, &next);
    diff_observe(w->diff, loaded.trace, &reason);
    arrive(w, &next, &loaded);
    return true;
}

static bool take_rows(Walk *w, int release, bool on) {
    for (int i = 0; i < CHANGE_COUNT; i++) {
        int row = on ? i : CHANGE_COUNT - 1 - i;
        if (change_first((Change)row) == release && !take_row(w, (Change)row, on))
            return false;
    }
    return true;
}

static bool walk(Walk *w, int from, int to) {
    for (; from < to; from++)
        if (!take_names(w, from + 1) || !take_rows(w, from + 1, true))
            return false;
    for (; from > to; from--)
        if (!take_rows(w, from, false) || !take_names(w, from - 1))
            return false;
    return true;
}

/* Finds the reasons of all differences between the runs x and y of one program. */
static void find_reasons(const Cli *cli, const Source *source, Diff *diff, int from, int to) {
    Walk w = {.cli = cli, .source = source, .diff = diff};
    dialect_of(from, &w.now);
    if (work_of(diff->a.trace) * 2 > WORK_MOST ||
        load_dialect(cli, source, &w.now, 0, &w.last) != EXIT_DONE) {
        diff->note =
            _("The program is too large to look for reasons by running it again and again.");
        return;
    }
    if (!walk(&w, from, to)) {
        DiffReason rest = {.id = STR("REST"),
                           .meaning = str_of(_("not tried one by one: the program is large"))};
        diff_observe(diff, diff->b.trace, &rest);
    }
    loaded_free(&w.last);
    diff_attribute(diff);
}

/* ---- one comparison ---- */

static void worsen(Report *r, int status) {
    if (status != EXIT_DONE && r->status != EXIT_BUDGET)
        r->status = status;
}

/* Runs that a budget has stopped were compared as far as they came. */
static int status_of(const Diff *d) {
    bool stopped = d->a.trace->end == END_BUDGET || d->b.trace->end == END_BUDGET;
    return stopped ? EXIT_BUDGET : d->items.count ? EXIT_CHECK : EXIT_DONE;
}

static void put_heading(Report *r, const Diff *d) {
    const Trace *x = d->a.trace, *y = d->b.trace;
    Str file = LOG_AT(&x->modules, TraceModule, 0)->source->name;
    Str other = LOG_AT(&y->modules, TraceModule, 0)->source->name;
    Arena *a = r->cli->arena;
    if (d->same_program)
        sink_safe(&r->out, str_printf(a, "%.*s  TensorFlow %.*s -> %.*s\n", STR_ARG(file),
                                      STR_ARG(x->tf), STR_ARG(y->tf)));
    else
        sink_safe(&r->out, str_printf(a, "%.*s -> %.*s  TensorFlow %.*s\n", STR_ARG(file),
                                      STR_ARG(other), STR_ARG(x->tf)));
}

static void put_diff(Report *r, const Diff *d) {
    worsen(r, status_of(d));
    if (r->cli->json) {
        view_diff_json(d, &r->json);
        return;
    }
    put_heading(r, d);
    doc_put(view_diff(r->cli->arena, d, r->cli->all), &r->out);
    if (status_of(d) == EXIT_BUDGET)
        fprintf(stderr, "tfscope: %s\n",
                _("a budget stopped a program: it was compared as far as it came"));
}

static Report begin(const Cli *cli) {
    Report r = {.cli = cli, .out = sink_file(stdout), .status = EXIT_DONE};
    return r;
}

static void begin_json(Report *r) {
    r->json = json_to(&r->out);
    if (!r->cli->json)
        return;
    json_object(&r->json);
    json_key(&r->json, "comparisons");
    json_array(&r->json);
}

static int end(Report *r) {
    if (r->cli->json) {
        json_end_array(&r->json);
        json_end_object(&r->json);
        sink_char(&r->out, '\n');
    }
    return finish_output(&r->out, r->status);
}

/* ---- two programs ---- */

static int load_two(const Cli *cli, Loaded *x, Loaded *y) {
    const Source *first, *second;
    int status = read_program(cli, cli->args[0], &first);
    status = status == EXIT_DONE ? read_program(cli, cli->args[1], &second) : status;
    status = status == EXIT_DONE ? load_source(cli, first, NULL, 0, x) : status;
    return status == EXIT_DONE ? load_source(cli, second, NULL, 0, y) : status;
}

static int compare_programs(const Cli *cli) {
    Loaded x = {0}, y = {0};
    int status = load_two(cli, &x, &y);
    if (status == EXIT_DONE) {
        Report r = begin(cli);
        begin_json(&r);
        put_diff(&r, diff_make(cli->arena, x.trace, y.trace, false));
        status = end(&r);
    }
    loaded_free(&x);
    loaded_free(&y);
    return status;
}

/* ---- two releases and more ---- */

static int compare_releases_of(Report *r, const Source *source, int from, int to, Loaded *x) {
    Dialect next;
    Loaded y;
    dialect_of(to, &next);
    int status = load_dialect(r->cli, source, &next, 0, &y);
    if (status != EXIT_DONE)
        return status;
    Diff *d = diff_make(r->cli->arena, x->trace, y.trace, true);
    if (d->items.count > 0 && status_of(d) != EXIT_BUDGET)
        find_reasons(r->cli, source, d, from, to);
    put_diff(r, d);
    loaded_free(x);
    *x = y;
    return EXIT_DONE;
}

static int compare_releases(const Cli *cli, const Versions *v) {
    const Source *source;
    Dialect first;
    Loaded x = {0};
    int status = read_program(cli, cli->args[0], &source);
    dialect_of(v->minor[0], &first);
    if (status == EXIT_DONE)
        status = load_dialect(cli, source, &first, 0, &x);
    if (status != EXIT_DONE)
        return status;
    Report r = begin(cli);
    begin_json(&r);
    for (int i = 1; i < v->count && status == EXIT_DONE; i++)
        status = compare_releases_of(&r, source, v->minor[i - 1], v->minor[i], &x);
    loaded_free(&x);
    return status == EXIT_DONE ? end(&r) : status;
}

/* ---- the command line ---- */

static int complain(const char *message) {
    fprintf(stderr, "tfscope: %s\n%s\n", message, _("Try 'tfscope --help'."));
    return EXIT_USAGE;
}

/* "1.0,1.4": EXIT_DONE, or what is wrong with it was said. */
static int read_versions(const Cli *cli, Versions *v) {
    Str text = cli->tf ? str_of(cli->tf) : STR("");
    v->count = 0;
    for (bool more = text.len > 0; more;) {
        ptrdiff_t comma = str_find(text, STR(","), 0);
        Str one = comma < 0 ? text : str_sub(text, 0, (size_t)comma);
        more = comma >= 0;
        text = str_sub(text, one.len + 1, text.len);
        if (v->count == VERSIONS_MOST || one.len == 0)
            return complain(_("--tf: this is no list of versions"));
        if (!dialect_version(one, &v->minor[v->count++]))
            return refuse_version(str_dup(cli->arena, one).at);
    }
    return EXIT_DONE;
}

int command_diff(const Cli *cli) {
    Versions v;
    int status = read_versions(cli, &v);
    if (status != EXIT_DONE)
        return status;
    if (cli->nargs == 2 && v.count > 1)
        return complain(_("diff: two programs are compared under one version"));
    if (cli->nargs == 2 && !strcmp(cli->args[0], "-") && !strcmp(cli->args[1], "-"))
        return complain(_("diff: only one of the programs can be read from standard input"));
    if (cli->nargs == 1 && v.count < 2)
        return complain(_("diff: name a second program, or two versions, such as --tf 1.4,1.15"));
    Cli quiet = *cli;
    quiet.nallow_write = 0; /* of many runs, which would be the one that counts? */
    return cli->nargs == 2 ? compare_programs(&quiet) : compare_releases(&quiet, &v);
}
