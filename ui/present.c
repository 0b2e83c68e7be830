#include "ui/present.h"

#include "base/text.h"
#include "ui/state.h"
#include "ui/update.h"
#include "ui/wish.h"

/* ---- what is shown, for others ---- */

Stage present_stage(const State *s, const World *w, Arena *a) {
    const Replay *r = state_replay(s, w);
    const Trace *t = r->trace;
    bool inside = position_inside(t, s->at);
    Stage stage = {.lesson = w->lesson ? w->lesson->id : STR(""),
                   .exercise = w->exercise ? w->exercise->id : STR(""),
                   .name = r->attempt.source->name,
                   .text = r->attempt.source->text,
                   .tf = r->attempt.tf,
                   .python = r->attempt.python,
                   .step = (int64_t)s->at.step,
                   .events =
                       inside ? (int64_t)(s->at.moment - trace_step_at(t, s->at.step)->start) : -1,
                   .blank = s->present.blank,
                   .began = s->present.began,
                   .length = s->present.length};
    present_put_items(s, w, a, &stage);
    return stage;
}

/* ---- showing what others show ---- */

static const Lesson *lesson_of(const World *w, const Stage *stage) {
    return stage->lesson.len ? w->host->lesson(w->host, stage->lesson) : NULL;
}

/* Of a lesson that is not here the program is all that can be shown. */
static bool is_shown(const State *s, const World *w, const Stage *stage) {
    const Attempt *now = &state_replay(s, w)->attempt;
    const Lesson *lesson = lesson_of(w, stage);
    const Exercise *exercise = lesson ? wish_exercise(lesson, stage->exercise) : NULL;
    Str id = lesson ? lesson->id : STR(""), item = exercise ? exercise->id : STR("");
    return str_eq(w->lesson ? w->lesson->id : STR(""), id) &&
           str_eq(w->exercise ? w->exercise->id : STR(""), item) &&
           str_eq(now->source->text, stage->text) && str_eq(now->tf, stage->tf) &&
           now->python == stage->python;
}

static bool is_release(const World *w, Str tf) {
    for (int i = 0; i < w->host->nreleases; i++)
        if (str_eq(w->host->releases[i], tf))
            return true;
    return false;
}

/* The program that the presenter shows, run here. */
static uint32_t run_shown(World *w, const Stage *stage) {
    const Source *program = w->exercise ? w->exercise->start
                            : w->lesson ? w->lesson->program
                                        : NULL;
    bool own = program && str_eq(program->text, stage->text);
    Attempt attempt = {
        own ? program
            : source_make(w->arena, str_dup(w->arena, stage->name), str_dup(w->arena, stage->text)),
        str_dup(w->arena, stage->tf), stage->python};
    if (!own)
        w->source = attempt.source;
    return world_run(w, &attempt);
}

static void show_program(State *s, World *w, const Stage *stage) {
    const Lesson *before = w->lesson;
    const Exercise *exercise = w->exercise;
    w->lesson = lesson_of(w, stage);
    w->exercise = w->lesson ? wish_exercise(w->lesson, stage->exercise) : NULL;
    w->path = STR("");
    s->present.notes_top = 0;
    bool same = w->lesson == before && w->exercise == exercise;
    if (w->lesson && !same)
        w->source = w->exercise ? w->exercise->start : w->lesson->program;
    uint32_t replay = run_shown(w, stage);
    if (same)
        state_ran(s, w, replay);
    else
        state_open(s, w, replay);
}

static Position position_of(const Trace *t, const Stage *stage) {
    size_t step = (uint64_t)stage->step < trace_steps(t) ? (size_t)stage->step : trace_steps(t);
    Position p = position_end(t, step);
    if (step == 0 || stage->events < 0)
        return p;
    Moment start = trace_step_at(t, step)->start;
    if ((uint64_t)stage->events < p.moment - start)
        p.moment = start + (Moment)stage->events;
    return position_clip(t, p);
}

static void show(State *s, World *w, const Stage *stage) {
    if (!is_release(w, stage->tf)) {
        state_complain(s, str_of(_("the presenter uses a TensorFlow that is not modelled here")));
        return;
    }
    if (!is_shown(s, w, stage))
        show_program(s, w, stage);
    Position to = position_of(state_replay(s, w)->trace, stage);
    if (position_cmp(to, s->at) != 0) {
        s->present.notes_top = 0;
        state_go_to(s, w, to);
    }
    present_take_items(s, w, stage);
    s->present.blank = stage->blank && !s->present.notes;
}

/* A learner sees why there is no prose, once a lesson. */
static void miss_lesson(State *s, const World *w, const Stage *stage) {
    if (stage->lesson.len && !lesson_of(w, stage))
        state_complain(s, str_printf(s->arena,
                                     _("the lesson %.*s is not here, only its program: --lessons "
                                       "names folders of lessons"),
                                     STR_ARG(stage->lesson)));
}

/* What was said before is about what was shown before. */
static void show_news(State *s, World *w, const Stage *stage, bool other) {
    if (s->mode == MODE_NORMAL) {
        s->message = STR("");
        s->message_is_error = false;
    }
    show(s, w, stage);
    if (other)
        miss_lesson(s, w, stage);
}

void present_look(State *s, World *w, const Stage *stage) {
    Present *p = &s->present;
    bool leaves = stage->left && !(p->told && p->stage.left);
    bool returns = p->told && p->stage.left && !stage->left;
    bool other = !p->told || returns || !str_eq(p->stage.lesson, stage->lesson);
    p->stage = *stage;
    p->told = true;
    p->began = stage->began;
    p->length = stage->length;
    if (leaves) {
        p->blank = false;
        state_say(s, str_of(_("the presenter has left; what is shown stays")));
    } else if (p->follow == FOLLOW_ALONG && !stage->left) {
        show_news(s, w, stage, other);
    } else if (p->follow == FOLLOW_AWAY && returns) {
        state_say(s, str_of(_("the presenter is there again")));
    }
}

/* ---- keys ---- */

static void remember_key(Present *p, int32_t code) {
    for (int i = 1; i < TYPED_MOST; i++)
        p->typed[i - 1] = p->typed[i];
    p->typed[TYPED_MOST - 1] = code;
}

/* Keys of a remote control: its page keys step; its key for a blank screen is b or a point. */
static int32_t of_remote(int32_t code) {
    if (code == KEYCODE_PAGE_DOWN)
        return ' ';
    return code == KEYCODE_PAGE_UP ? KEYCODE_BACKSPACE : code;
}

bool present_key(State *s, Key *key) {
    Present *p = &s->present;
    bool dark = p->blank && p->follow != FOLLOW_ALONG;
    if (p->keys)
        remember_key(p, key->code);
    if (dark) { /* any key brings the screen back, and does nothing else */
        p->blank = false;
        return true;
    }
    if (!p->on || s->keys.nkeys > 0 || s->keys.letter != ACTION_NONE)
        return false;
    if (key->code == '.' || key->code == 'b')
        return p->blank = true;
    key->code = of_remote(key->code);
    return false;
}

/* ---- what goes by itself ---- */

/* Does the lesson say something new after this step? */
static bool is_moment(const State *s, const World *w) {
    const Teaching *t = state_replay(s, w)->teaching;
    for (size_t i = 0; t && i < t->nsections; i++)
        if (t->comes[i] && t->step[i] == s->at.step)
            return true;
    return false;
}

bool present_plays_on(const State *s, const World *w) {
    const Trace *t = state_replay(s, w)->trace;
    uint32_t line = s->at.step ? trace_line(t, trace_step_at(t, s->at.step)->site) : 0;
    return !state_stops_at(s, line) && !(s->present.on && is_moment(s, w));
}

enum { LOOK_EVERY = 250, MINUTE = 60 };

/* A follower looks for news now and then; a timer shows minutes. */
int present_wait(const Present *p) {
    if (p->follow != FOLLOW_NOBODY)
        return LOOK_EVERY;
    if (!p->on || !p->began)
        return -1;
    return 1000 * (int)(MINUTE - (p->clock - p->began) % MINUTE);
}
