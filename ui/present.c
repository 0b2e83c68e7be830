#include "ui/present.h"

#include "base/text.h"
#include "ui/state.h"
#include "ui/update.h"
#include "ui/wish.h"

/* ---- what is shown, for others ---- */

Stage present_stage(const State *s, const World *w) {
    const Replay *r = state_replay(s, w);
    const Trace *t = r->trace;
    bool inside = position_inside(t, s->at);
    return (Stage){.lesson = w->lesson ? w->lesson->id : STR(""),
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
}

/* ---- showing what others show ---- */

static bool is_shown(const State *s, const World *w, const Stage *stage) {
    const Attempt *now = &state_replay(s, w)->attempt;
    Str id = w->lesson ? w->lesson->id : STR("");
    Str exercise = w->exercise ? w->exercise->id : STR("");
    return str_eq(id, stage->lesson) && str_eq(exercise, stage->exercise) &&
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
    w->lesson = stage->lesson.len ? w->host->lesson(w->host, stage->lesson) : NULL;
    w->exercise = w->lesson ? wish_exercise(w->lesson, stage->exercise) : NULL;
    w->path = STR("");
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
    if (position_cmp(to, s->at) != 0)
        state_go_to(s, w, to);
    s->present.blank = stage->blank && !s->present.notes;
}

void present_look(State *s, World *w, const Stage *stage) {
    Present *p = &s->present;
    bool leaves = stage->left && !(p->told && p->stage.left);
    p->stage = *stage;
    p->told = true;
    p->began = stage->began;
    p->length = stage->length;
    if (leaves) {
        p->blank = false;
        state_say(s, str_of(_("the presenter has left; what is shown stays")));
    } else if (p->follow == FOLLOW_ALONG && !stage->left) {
        show(s, w, stage);
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
