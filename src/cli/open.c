#include "cli/open.h"

#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "cli/course.h"
#include "cli/learner.h"
#include "tutor/stage.h"
#include "ui/wish.h"

static int complain(Str message) {
    Sink err = sink_file(stderr);
    sink_z(&err, "tfscope: ");
    sink_safe(&err, message);
    sink_char(&err, '\n');
    return EXIT_FILE;
}

static int walk_and_report(const Cli *cli, const Loaded *loaded, const Lesson *lesson) {
    walk_program(cli, loaded, lesson);
    Sink out = sink_file(stdout);
    int status = finish_output(&out, EXIT_DONE);
    int end = report_end(cli, loaded);
    /* A lesson may be about an error: walking through it is then no failure. */
    return status != EXIT_DONE ? status : lesson ? EXIT_DONE : end;
}

/* The release that was asked for, else tf, else the newest one. False: there is none such; said on
 * stderr. */
static bool release_of(const Cli *cli, Str tf, Str *release) {
    int minor = dialect_newest();
    *release = cli->tf ? str_of(cli->tf) : tf;
    if (release->len == 0)
        *release = str_printf(cli->arena, "1.%d", minor);
    if (dialect_version(*release, &minor))
        return true;
    refuse_version(release->at);
    return false;
}

/* Of --tf 1.0,1.4 the first release is explored, and the second one stands beside it. */
static Cli split_releases(const Cli *cli) {
    Cli one = *cli;
    const char *comma = cli->tf ? strchr(cli->tf, ',') : NULL;
    if (comma && !cli->beside) {
        one.beside = comma + 1;
        one.tf = str_dup(cli->arena, (Str){cli->tf, (size_t)(comma - cli->tf)}).at;
    }
    return one;
}

static int explore_program(const Cli *asked, Explored *what) {
    Cli one = split_releases(asked), *cli = ARENA_NEW(asked->arena, Cli);
    Str tf = what->tf;
    *cli = one;
    what->python = cli->python ? cli->python : what->python;
    return release_of(cli, tf, &what->tf) ? explore(cli, what) : EXIT_USAGE;
}

static int explore_file(const Cli *cli, const char *path) {
    Explored what = {.path = path, .at = -1};
    int status = read_program(cli, path, &what.source);
    return status == EXIT_DONE ? explore_program(cli, &what) : status;
}

/* Another release or Python is another run, of the program that the trace is about. */
static int explore_trace(const Cli *cli, const Trace *t) {
    return explore_program(cli, &(Explored){.source = LOG_AT(&t->modules, TraceModule, 0)->source,
                                            .trace = t,
                                            .tf = t->tf,
                                            .python = t->python,
                                            .at = -1});
}

static int open_file(const Cli *cli, const char *path) {
    Loaded loaded;
    int status = load_trace(cli, path, &loaded);
    if (status != EXIT_DONE)
        return status;
    if (loaded.trace && wants_explorer(cli))
        return explore_trace(cli, loaded.trace);
    if (wants_explorer(cli))
        return explore_file(cli, path);
    status = load_program(cli, path, &loaded);
    if (status != EXIT_DONE)
        return status;
    status = walk_and_report(cli, &loaded, NULL);
    loaded_free(&loaded);
    return status;
}

static int open_exercise(const Cli *cli, const Lesson *lesson, const Exercise *e) {
    return explore_program(cli, &(Explored){.source = e->start,
                                            .lesson = lesson,
                                            .exercise = e,
                                            .tf = e->tf,
                                            .python = e->python,
                                            .at = -1});
}

/* The lesson of a presenter's session, which may have been ended by anything; NULL: there is none.
 */
static const Lesson *session_lesson(const Cli *cli, const Course *course, int64_t *step) {
    Stage stage;
    Str error, path = str_of(cli->present ? session_path(cli) : "");
    const Lesson *lesson = path.len && stage_read(cli->arena, path, &stage, &error)
                               ? course_find(course, stage.lesson)
                               : NULL;
    if (lesson)
        *step = stage.exercise.len == 0 && stage.step > 0 ? stage.step : -1;
    return lesson;
}

/* The course, where it was left. */
static int open_course(const Cli *cli, const Course *course) {
    Learner *learner = learner_make(cli);
    Explored what = {.learner = learner, .continues = true};
    const Lesson *lesson = session_lesson(cli, course, &what.at);
    if (!lesson)
        lesson = learner_lesson(learner, course->lessons, course->n, &what.at);
    what.lesson = lesson;
    what.source = lesson->program;
    what.tf = lesson->tf;
    what.python = lesson->python;
    return explore_program(cli, &what);
}

static int open_lesson(const Cli *cli, const Lesson *lesson) {
    Loaded loaded;
    if (wants_explorer(cli))
        return explore_program(cli, &(Explored){.source = lesson->program,
                                                .lesson = lesson,
                                                .tf = lesson->tf,
                                                .python = lesson->python,
                                                .at = -1});
    const char *tf = str_dup(cli->arena, lesson->tf).at;
    int status = load_source(cli, lesson->program, tf, lesson->python, &loaded);
    if (status != EXIT_DONE)
        return status;
    status = walk_and_report(cli, &loaded, lesson);
    loaded_free(&loaded);
    return status;
}

/* A lesson, or "LESSON#EXERCISE" with the exercise's id or number; NULL: there is none. */
static const Lesson *find_named(const Course *course, Str what, const Exercise **e) {
    ptrdiff_t sign = str_find(what, STR("#"), 0);
    Str id = sign < 0 ? what : str_sub(what, 0, (size_t)sign);
    const Lesson *lesson = course_find(course, id);
    *e = NULL;
    if (!lesson || sign < 0)
        return lesson;
    *e = wish_exercise(lesson, str_sub(what, (size_t)sign + 1, what.len));
    return *e ? lesson : NULL;
}

/* The lesson may be there, and only its exercise not. */
static int complain_unknown(const Cli *cli, const Course *course, const char *what) {
    Str name = str_of(what);
    ptrdiff_t sign = str_find(name, STR("#"), 0);
    const Lesson *lesson = sign < 0 ? NULL : course_find(course, str_sub(name, 0, (size_t)sign));
    if (!lesson)
        return complain(str_printf(
            cli->arena, _("%s: no such file and no such lesson; 'tfscope lessons' lists them"),
            what));
    Str which = str_sub(name, (size_t)sign + 1, name.len);
    return complain(str_printf(cli->arena, _("the lesson %.*s has no exercise %.*s"),
                               STR_ARG(lesson->id), STR_ARG(which)));
}

int open_argument(const Cli *cli, const char *what) {
    Course course;
    if (what && (!strcmp(what, "-") || access(what, F_OK) == 0))
        return open_file(cli, what);
    if (!course_asked(cli, &course))
        return EXIT_FILE;
    if (!what && wants_explorer(cli))
        return open_course(cli, &course);
    const Exercise *e = NULL;
    const Lesson *lesson = what ? find_named(&course, str_of(what), &e) : course.lessons;
    if (e && wants_explorer(cli))
        return open_exercise(cli, lesson, e);
    if (lesson)
        return open_lesson(cli, lesson);
    return complain_unknown(cli, &course, what);
}

bool names_program(const Cli *cli, const char *what) {
    Course course;
    if (!strcmp(what, "-") || access(what, F_OK) == 0)
        return true;
    const Exercise *e;
    course_read(cli, &course);
    return find_named(&course, str_of(what), &e) != NULL;
}

int follow_session(Cli *cli, const char *file) {
    Stage stage;
    Str error;
    cli->session = file ? file : session_path(cli);
    if (!stage_read(cli->arena, str_of(cli->session), &stage, &error))
        return complain(error);
    Explored what = {.source = source_make(cli->arena, stage.name, stage.text),
                     .tf = stage.tf,
                     .python = stage.python,
                     .at = -1};
    return explore_program(cli, &what);
}

int open_two(const Cli *cli, const char *first, const char *second) {
    Cli *two = ARENA_NEW(cli->arena, Cli);
    *two = *cli;
    two->beside = second;
    Course course;
    if (!names_program(cli, second)) {
        course_read(cli, &course);
        return complain_unknown(cli, &course, second);
    }
    return wants_explorer(cli) ? open_argument(two, first) : command_diff(cli);
}

static void put_member(JsonWriter *j, const char *key, Str text) {
    json_key(j, key);
    json_str(j, text);
}

/* ---- verify ---- */

typedef struct Verification {
    const Cli *cli;
    Sink out;
    JsonWriter json; /* with --json */
    size_t right, wrong, imprecise, failed;
} Verification;

static const char *verdict_text(Verdict v) {
    switch (v) {
    case VERDICT_RIGHT: return _("right");
    case VERDICT_WRONG: return _("WRONG");
    case VERDICT_IMPRECISE: return _("imprecise");
    }
    return "";
}

static void count(Verification *v, Verdict verdict) {
    switch (verdict) {
    case VERDICT_RIGHT: v->right++; return;
    case VERDICT_WRONG: v->wrong++; return;
    case VERDICT_IMPRECISE: v->imprecise++; return;
    }
}

/* The engine agrees with the verdict when a right claim holds and a wrong one does not; an
 * imprecise one may hold to the letter. */
static bool agrees(const Claim *c, bool holds) {
    return c->verdict == VERDICT_IMPRECISE || holds == (c->verdict == VERDICT_RIGHT);
}

static Str one_line(Arena *a, Str s) {
    Str copy = str_dup(a, s);
    for (size_t i = 0; i < copy.len; i++)
        if (copy.at[i] == '\n')
            ((char *)copy.at)[i] = ' ';
    return copy;
}

static void put_claim_json(Verification *v, const Lesson *lesson, const Claim *c, Str tf, Str found,
                           bool good) {
    static const char *const verdicts[] = {"right", "wrong", "imprecise"};
    JsonWriter *j = &v->json;
    json_object(j);
    put_member(j, "lesson", lesson->id);
    put_member(j, "document", lesson->document);
    put_member(j, "tf", tf);
    put_member(j, "claim", c->claim);
    put_member(j, "claimed", c->says);
    put_member(j, "found", found);
    put_member(j, "verdict", str_of(verdicts[c->verdict]));
    json_key(j, "confirmed");
    json_bool(j, good);
    put_member(j, "reason", c->reason);
    json_end_object(j);
}

static void verify_claim(Verification *v, const Lesson *lesson, const Claim *c, const Trace *t) {
    Str found;
    Arena *a = v->cli->arena;
    bool good = agrees(c, claim_holds(a, c, t, &found));
    count(v, c->verdict);
    v->failed += !good;
    if (v->cli->json)
        put_claim_json(v, lesson, c, t->tf, found, good);
    if (v->cli->json || (v->cli->quiet && good))
        return;
    Sink *out = &v->out;
    sink_printf(out, "%-9s ", good ? verdict_text(c->verdict) : _("FAILED"));
    Str document = lesson->document.len
                       ? str_printf(a, "%s %.*s, ", _("document"), STR_ARG(lesson->document))
                       : STR("");
    sink_safe(out, str_printf(a, "%.*s (%.*sTensorFlow %.*s): %.*s\n", STR_ARG(lesson->id),
                              STR_ARG(document), STR_ARG(t->tf),
                              STR_ARG(c->claim.len ? c->claim : one_line(a, c->says))));
    if (c->says.len)
        sink_safe(out, str_printf(a, "          %s %.*s\n", _("claimed:"),
                                  STR_ARG(one_line(a, c->says))));
    sink_safe(out,
              str_printf(a, "          %s %.*s\n", _("found:  "), STR_ARG(one_line(a, found))));
    sink_safe(out, str_printf(a, "          %.*s\n", STR_ARG(c->reason)));
}

/* Runs the lesson's program once for each version that its claims name. */
static bool verify_version(Verification *v, const Lesson *lesson, Str tf) {
    Loaded loaded;
    const char *version = str_dup(v->cli->arena, tf).at;
    if (load_source(v->cli, lesson->program, version, lesson->python, &loaded) != EXIT_DONE)
        return false;
    if (loaded.trace->end == END_REFUSED || loaded.trace->end == END_BUDGET) {
        complain(str_printf(v->cli->arena,
                            _("the program of the lesson %.*s under TensorFlow %.*s:"),
                            STR_ARG(lesson->id), STR_ARG(tf)));
        report_end(v->cli, &loaded);
        v->failed++;
    }
    for (size_t i = 0; i < lesson->nclaims; i++) {
        const Claim *c = &lesson->claims[i];
        if (str_eq(c->tf.len ? c->tf : lesson->tf, tf))
            verify_claim(v, lesson, c, loaded.trace);
    }
    loaded_free(&loaded);
    return true;
}

static bool version_seen(const Lesson *lesson, size_t before, Str tf) {
    for (size_t i = 0; i < before; i++)
        if (str_eq(lesson->claims[i].tf.len ? lesson->claims[i].tf : lesson->tf, tf))
            return true;
    return false;
}

static void verify_lesson(Verification *v, const Lesson *lesson) {
    for (size_t i = 0; i < lesson->nclaims; i++) {
        Str tf = lesson->claims[i].tf.len ? lesson->claims[i].tf : lesson->tf;
        if (!version_seen(lesson, i, tf) && !verify_version(v, lesson, tf))
            v->failed++;
    }
}

static bool is_asked(const Cli *cli, const Lesson *lesson) {
    for (int i = 0; i < cli->nargs; i++)
        if (str_is(lesson->id, cli->args[i]))
            return true;
    return cli->nargs == 0;
}

static size_t count_asked(const Cli *cli, const Lesson *lessons, size_t n) {
    size_t asked = 0;
    for (size_t i = 0; i < n; i++)
        asked += is_asked(cli, &lessons[i]);
    return asked;
}

static void verify_all(Verification *v, const Cli *cli, const Lesson *lessons, size_t n) {
    if (cli->json)
        json_array(&v->json);
    for (size_t i = 0; i < n; i++)
        if (is_asked(cli, &lessons[i]))
            verify_lesson(v, &lessons[i]);
    if (cli->json)
        json_end_array(&v->json);
    else
        sink_printf(&v->out,
                    _("%zu claims right, %zu wrong, %zu imprecise; %zu not as the lessons say"),
                    v->right, v->wrong, v->imprecise, v->failed);
    sink_char(&v->out, '\n');
}

int command_verify(const Cli *cli) {
    Course course;
    if (!course_asked(cli, &course))
        return EXIT_FILE;
    if (count_asked(cli, course.lessons, course.n) == 0)
        return complain(str_of(_("no such lesson")));
    /* Claims are about a version of TensorFlow: --tf has no say here. */
    Cli own = *cli;
    own.tf = NULL;
    Verification v = {.cli = &own, .out = sink_file(stdout)};
    v.json = json_to(&v.out);
    verify_all(&v, cli, course.lessons, course.n);
    return finish_output(&v.out, v.failed ? EXIT_CHECK : EXIT_DONE);
}

int command_open(const Cli *cli) {
    return cli->nargs == 2 ? open_two(cli, cli->args[0], cli->args[1])
                           : open_argument(cli, cli->args[0]);
}
