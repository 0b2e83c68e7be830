#include "ui/wish.h"

#include <string.h>

#include "base/text.h"
#include "ui/compare.h"
#include "view/view.h"

/* ---- sources ---- */

/* What the command line takes when nothing else is said: the newest one. */
static Str newest_release(const World *w) {
    const Host *h = w->host;
    return h->nreleases ? h->releases[h->nreleases - 1] : STR("");
}

/* What is to be opened: a file, a lesson, or an exercise of one. */
typedef struct Found {
    Attempt attempt;
    const Lesson *lesson;     /* NULL: a file */
    const Exercise *exercise; /* NULL: none */
} Found;

const Exercise *wish_exercise(const Lesson *lesson, Str which) {
    Arena *scratch = arena_new(0);
    const Exercise *found = NULL;
    for (size_t i = 0; i < lesson->nexercises; i++) {
        const Exercise *e = &lesson->exercises[i];
        if (str_eq(e->id, which) || str_eq(str_printf(scratch, "%zu", i + 1), which))
            found = e;
    }
    arena_free(scratch);
    return found;
}

/* "LESSON#EXERCISE", by its id or number. False: it is none, or *error says that there is none. */
static bool find_exercise(World *w, Str what, Found *found, Str *error) {
    ptrdiff_t sign = str_find(what, STR("#"), 0);
    Str which = sign < 0 ? STR("") : str_sub(what, (size_t)sign + 1, what.len);
    const Lesson *lesson =
        sign < 0 ? NULL : w->host->lesson(w->host, str_sub(what, 0, (size_t)sign));
    const Exercise *e = lesson ? wish_exercise(lesson, which) : NULL;
    if (lesson && !e)
        *error = str_printf(w->arena, _("the lesson %.*s has no exercise %.*s"),
                            STR_ARG(lesson->id), STR_ARG(which));
    if (e)
        *found = (Found){{e->start, e->tf, e->python}, lesson, e};
    return e != NULL;
}

/* A lesson by its id, an exercise, or else a file. False: *error is a sentence. */
static bool find_program(World *w, Str what, Found *found, Str *error) {
    const Lesson *lesson = w->host->lesson(w->host, what);
    *error = STR("");
    if (lesson) {
        *found = (Found){{lesson->program, lesson->tf, lesson->python}, lesson, NULL};
        return true;
    }
    if (find_exercise(w, what, found, error) || error->len)
        return error->len == 0;
    *found =
        (Found){{w->host->read(w->host, w->arena, what, error), newest_release(w), 0}, NULL, NULL};
    return found->attempt.source != NULL;
}

bool wish_open(World *w, Str what, uint32_t *replay, Str *error) {
    Found found;
    if (!find_program(w, what, &found, error))
        return false;
    w->lesson = found.lesson;
    w->exercise = found.exercise;
    w->path = found.lesson ? STR("") : str_dup(w->arena, what);
    w->source = found.attempt.source;
    *replay = world_run(w, &found.attempt);
    world_teach(w);
    return true;
}

/* ---- one wish each ---- */

static void fulfil_run(State *s, World *w, const Attempt *attempt) {
    state_ran(s, w, world_run(w, attempt));
}

/* The file is another one now. */
static void show_changed(State *s, World *w, const Source *now) {
    Attempt attempt = state_replay(s, w)->attempt;
    Arena *a = w->arena;
    bool edited = w->source && !str_eq(attempt.source->text, w->source->text);
    attempt.source = w->source = source_instead(a, now, str_dup(a, now->text));
    fulfil_run(s, w, &attempt);
    state_say(s, str_of(edited ? _("the file was read again; u brings back what was edited here")
                               : _("the file was read again")));
}

/* A file that did not change keeps what was edited here, and costs no memory. */
static void fulfil_reread(State *s, World *w) {
    Str error;
    const Replay *r = state_replay(s, w);
    if (replay_interrupted(r) && (!w->source || r->attempt.source == w->source)) {
        fulfil_run(s, w, &r->attempt);
        return;
    }
    if (!world_has_file(w)) {
        state_say(s, str_of(_("it ran again: the same program, the same run")));
        return;
    }
    Arena *scratch = arena_new(0);
    const Source *now = w->host->read(w->host, scratch, w->path, &error);
    if (!now)
        state_complain(s, error);
    else if (w->source && str_eq(now->text, w->source->text))
        state_say(s, str_of(_("the file has not changed: the same program, the same run")));
    else
        show_changed(s, w, now);
    arena_free(scratch);
}

static uint32_t run_under(World *w, Attempt attempt, Str tf) {
    attempt.tf = tf;
    return world_run(w, &attempt);
}

/* With the program of a file or a lesson, under the same release; or another attempt at this one.
 */
static void fulfil_compare(State *s, World *w, const Wish *wish) {
    Found found = {.attempt = wish->attempt};
    Str error;
    if (wish->text.len && !find_program(w, wish->text, &found, &error))
        state_complain(s, error);
    else
        compare_show(s, w, run_under(w, found.attempt, wish->attempt.tf));
}

/* Is the program's own file still as it was read? Whatever somebody else wrote there stays. */
static bool is_as_read(World *w, Str *error) {
    Arena *scratch = arena_new(0);
    Str why;
    const Source *now = w->host->read(w->host, scratch, w->path, &why);
    bool same = now && w->source && str_eq(now->text, w->source->text);
    arena_free(scratch);
    if (!same)
        *error = str_of(_("the file is not as it was read; write FILE makes another one"));
    return same;
}

static void fulfil_write(State *s, World *w, const Wish *wish) {
    const Source *source = wish->attempt.source;
    bool own = wish->text.len == 0;
    WriteAsk ask = {own ? w->path : wish->text, source->text, own};
    Str error;
    if ((own && !is_as_read(w, &error)) || !w->host->write(w->host, s->brief, &ask, &error)) {
        state_complain(s, error);
        return;
    }
    if (own)
        w->source = source;
    state_say(s, str_printf(s->brief, _("written: %.*s"), STR_ARG(ask.path)));
}

static void fulfil_export(State *s, World *w, Str path) {
    ExportWish wish = {state_replay(s, w), w->lesson, path, s->at.step};
    Str error = {0};
    if (!w->host->export)
        state_complain(s, str_of(_("nothing can be exported here")));
    else if (w->host->export(w->host, s->brief, &wish, &error))
        state_say(s, str_printf(s->brief, _("written: %.*s"), STR_ARG(path)));
    else
        state_complain(s, error.len ? error : str_of(_("stopped; nothing was written")));
}

static void fulfil_open(State *s, World *w, Str what) {
    uint32_t replay;
    Str error;
    if (wish_open(w, what, &replay, &error))
        state_open(s, w, replay);
    else
        state_complain(s, error);
}

/* The lesson comes again in the other language; runs stay as they are. */
static void fulfil_language(State *s, World *w, Str asked) {
    const char *now = text_language(), *other = strcmp(now, "zh") == 0 ? "en" : "zh";
    const char *lang = str_is(asked, "en") ? "en" : str_is(asked, "zh") ? "zh" : other;
    w->host->language(w->host, lang);
    const Lesson *lesson = w->lesson ? w->host->lesson(w->host, w->lesson->id) : NULL;
    if (lesson && w->exercise)
        w->exercise = wish_exercise(lesson, w->exercise->id);
    if (lesson)
        w->lesson = lesson;
    world_teach(w);
    if (strcmp(text_language(), lang) != 0)
        state_say(s, str_of(_("that language is not installed")));
}

Wish wish_fulfil(State *s, World *w) {
    Wish wish = s->wish, none = {.kind = WISH_NONE};
    s->wish = none;
    switch (wish.kind) {
    case WISH_RUN: fulfil_run(s, w, &wish.attempt); return none;
    case WISH_REREAD: fulfil_reread(s, w); return none;
    case WISH_COMPARE: fulfil_compare(s, w, &wish); return none;
    case WISH_OPEN: fulfil_open(s, w, wish.text); return none;
    case WISH_EXPORT: fulfil_export(s, w, wish.text); return none;
    case WISH_WRITE: fulfil_write(s, w, &wish); return none;
    case WISH_LANGUAGE: fulfil_language(s, w, wish.text); return none;
    case WISH_NONE:
    case WISH_EDITOR:
    case WISH_COPY:
    case WISH_FOLLOW:
    case WISH_SUSPEND:
    case WISH_REDRAW:
    case WISH_QUIT: return wish;
    }
    return none;
}

/* ---- this step as text ---- */

Doc *wish_step_told(const State *s, const World *w, Arena *a) {
    const Replay *r = state_replay(s, w);
    Doc *d = doc_make(a);
    size_t k = s->at.step;
    doc_printf(d, ROLE_DIM, _("%.*s, step %zu of %zu, TensorFlow %.*s"),
               STR_ARG(r->attempt.source->name), k, trace_steps(r->trace), STR_ARG(r->trace->tf));
    if (k > 0) {
        story_step(d, r->trace, k);
        for (Moment m = trace_step_at(r->trace, k)->start; m < trace_step_end(r->trace, k); m++)
            explain_event(d, r->why, m);
    }
    return d;
}

Str wish_step_text(const State *s, const World *w, Arena *a) {
    Sink out = sink_memory(a);
    doc_put(wish_step_told(s, w, a), &out);
    return sink_str(&out);
}
