/* explore.c: the explorer on the terminal: draw, wait for a key, change the state, fulfil what it
 * wished for.
 *
 * Nothing wakes it up but a key, a signal, or the next step of autoplay. A file that changes is
 * noticed at the next key. */
#include "ui/explore.h"

#include <signal.h>
#include <time.h>

#include "base/text.h"
#include "ui/frame.h"
#include "ui/session.h"
#include "ui/term.h"

typedef struct Explorer {
    Session *session;
    World *world;
    Term *term;
    TermOptions shown; /* as the terminal has them */
    Arena *scratch;    /* of one frame */
    Grid *grid;        /* that is shown; in scratch */
    int64_t due;       /* when autoplay steps next, in milliseconds of a clock; 0: not playing */
} Explorer;

/* ---- drawing ---- */

/* Theme, colours and mouse are changed by keys, too. */
static void set_terminal(Explorer *e) {
    const State *s = session_state(e->session);
    if (s->theme == e->shown.theme && s->colours == e->shown.colours && s->mouse == e->shown.mouse)
        return;
    e->shown = (TermOptions){s->theme, s->colours, s->mouse};
    term_set(e->term, &e->shown);
}

static void draw(Explorer *e) {
    State *s = session_state(e->session);
    arena_reset(e->scratch);
    e->grid = grid_make(e->scratch, s->rows, s->cols);
    set_terminal(e);
    frame_draw(s, e->world, session_keys(e->session), e->grid, e->scratch);
    term_show(e->term, e->grid);
}

/* ---- a run that takes long ---- */

/* Over the screen as it was: the world is in the middle of a change. */
static void show_waiting(Explorer *e, Str progress) {
    Grid *g = e->grid;
    Rect foot = {g->rows - 1, 0, 1, g->cols};
    grid_repeat(g, foot, foot.row, 0, g->cols, ' ', ROLE_BAR, 0);
    grid_put(g, foot, foot.row, 0, progress, ROLE_BAR, LOOK_BOLD);
    term_show(e->term, g);
}

enum { CTRL_C = 3 };

/* Keys that are typed meanwhile do nothing, but Ctrl-C. */
static bool wait_on(void *waiter, Str progress) {
    Explorer *e = waiter;
    Key key;
    show_waiting(e, progress);
    do {
        if (!term_key(e->term, 0, &key) || key.code == CTRL_C)
            return false;
    } while (key.code != KEYCODE_NONE);
    return true;
}

/* ---- wishes that need the terminal ---- */

static void edit_lent(void *context) {
    session_edit(context);
}

static void copy(const Explorer *e) {
    State *s = session_state(e->session);
    Str text = wish_step_text(s, e->world, e->scratch);
    if (term_copy(e->term, text, e->scratch))
        state_say(s, str_of(_("this step was copied as text")));
    else
        state_complain(s, str_of(_("this terminal is not known to have a clipboard")));
}

/* False: the user leaves. */
static bool serve(Explorer *e, Wish wish) {
    switch (wish.kind) {
    case WISH_QUIT: return false;
    case WISH_EDITOR: term_lend(e->term, edit_lent, e->session); return true;
    case WISH_COPY: copy(e); return true;
    case WISH_SUSPEND: term_suspend(e->term); return true;
    case WISH_REDRAW: term_redraw(e->term); return true;
    case WISH_NONE:
    case WISH_FOLLOW:
    case WISH_RUN:
    case WISH_REREAD:
    case WISH_COMPARE:
    case WISH_OPEN:
    case WISH_EXPORT:
    case WISH_WRITE:
    case WISH_LANGUAGE: return true;
    }
    return true;
}

/* ---- autoplay ---- */

static int64_t now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* How long to wait for a key: for ever unless it plays, follows or shows the time. */
static int wait_time(Explorer *e) {
    const State *s = session_state(e->session);
    if (s->play <= 0) {
        e->due = 0;
        return present_wait(&s->present);
    }
    if (e->due == 0)
        e->due = now_ms() + 10000 / s->play;
    int64_t left = e->due - now_ms();
    return left > 0 ? (int)left : 0;
}

static Wish play_step(Explorer *e) {
    State *s = session_state(e->session);
    if (s->play <= 0 || now_ms() < e->due)
        return (Wish){.kind = WISH_NONE};
    e->due = 0;
    if (state_is_past(s, e->world))
        state_act(s, e->world, (Action){ACTION_STEP, -1, STR(""), -1, -1});
    if (!state_is_past(s, e->world) || !present_plays_on(s, e->world)) {
        s->play = 0;
        s->message = STR(""); /* how fast it went */
    }
    return session_fulfil(e->session);
}

/* ---- the loop ---- */

static void loop(Explorer *e) {
    Key key;
    do {
        session_time(e->session, (int64_t)time(NULL));
        draw(e);
        if (!term_key(e->term, wait_time(e), &key))
            return;
    } while (serve(e, key.code == KEYCODE_NONE ? play_step(e) : session_key(e->session, key)));
}

/* What is said when the screen was given back. */
static void complain(Str trouble) {
    if (trouble.len == 0)
        return;
    Sink err = sink_file(stderr);
    sink_z(&err, "tfscope: ");
    sink_safe(&err, trouble);
    sink_char(&err, '\n');
}

bool explore_terminal(World *w, const ExploreOptions *options, Str *why) {
    ExploreOptions own = *options;
    Explorer e = {.world = w, .shown = {own.theme, own.colours, own.mouse}};
    int rows, cols;
    e.term = term_open(w->arena, &e.shown, why);
    if (!e.term)
        return false;
    term_size(e.term, &rows, &cols);
    own.ascii |= !term_unicode(e.term);
    e.scratch = arena_new(0);
    e.session = session_begin(w, &own, rows, cols);
    w->host->waiter = &e;
    w->host->waiting = wait_on;
    loop(&e);
    w->host->waiting = NULL;
    int sig = term_signal(e.term);
    Str trouble = session_end(e.session);
    term_close(e.term);
    complain(trouble);
    arena_free(e.scratch);
    if (sig)
        raise(sig); /* all is in order: whoever waits for us shall see what ended us */
    return true;
}
