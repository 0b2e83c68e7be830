#include "ui/session.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ui/external.h"
#include "ui/learn.h"
#include "ui/link.h"
#include "ui/wish.h"
#include "ui/work.h"

struct Session {
    World *world;
    State *state;
    Link *link; /* to followers, or to a presenter */
    Keymap *keys;
    Str folder;      /* where folds are kept; empty: nowhere */
    Str key;         /* whose folds they are: of the program that is open */
    Str kept;        /* the folds as they were read */
    FileStamp stamp; /* of the file when it was read, or when a change was told */
    bool troubled;   /* there was some: one message is enough */
    Str trouble;     /* with keeping what was learnt, not said yet; empty: none */
};

State *session_state(const Session *x) {
    return x->state;
}

const Keymap *session_keys(const Session *x) {
    return x->keys;
}

Link *session_link(const Session *x) {
    return x->link;
}

/* ---- the file that is open ---- */

static FileStamp stamp_of(const World *w) {
    return world_has_file(w) ? file_stamp(w->path.at) : (FileStamp){.there = false};
}

/* A file that changed or vanished is told once, and never read unasked. */
static void look_at_file(Session *x) {
    FileStamp now = stamp_of(x->world);
    if (x->state->message.len || file_stamp_same(&now, &x->stamp))
        return;
    x->stamp = now;
    state_say(x->state, str_of(now.there ? _("the file has changed: R runs it as it is now")
                                         : _("the file is gone; what is shown stays")));
}

/* ---- folds, kept by program ---- */

/* The name that a program has in the file of its folds: of a lesson its id, else the whole path. */
static Str program_key(const World *w, Arena *a) {
    char whole[PATH_MAX];
    if (w->lesson)
        return str_printf(a, "lesson %.*s", STR_ARG(world_item(w, a)));
    if (world_has_file(w) && realpath(w->path.at, whole))
        return str_printf(a, "file %s", whole);
    return STR("");
}

static Str folds_path(const Session *x, Str key, Arena *a) {
    if (x->folder.len == 0 || key.len == 0)
        return STR("");
    return str_printf(a, "%.*s/folds/%016llx", STR_ARG(x->folder),
                      (unsigned long long)str_hash(key));
}

/* The first line says whose folds they are: another program with the same number has none. */
static Str folds_header(Str key, Arena *a) {
    return str_printf(a, "# %.*s\n", STR_ARG(key));
}

static Str folds_text(const Session *x, Arena *a) {
    Sink out = sink_memory(a);
    folds_write(x->state->folds, &out);
    return sink_str(&out);
}

enum { FOLDS_LIMIT = 4 << 20 };

static void read_folds(Session *x) {
    Arena *a = x->world->arena;
    x->key = program_key(x->world, a);
    Str path = folds_path(x, x->key, a), header = folds_header(x->key, a), text, error;
    if (path.len && file_read(a, path.at, FOLDS_LIMIT, &text, &error) && str_starts(text, header))
        folds_read(x->state->folds, str_sub(text, header.len, text.len));
    x->kept = folds_text(x, a);
}

/* Where they cannot be kept, they are not: that is no reason to bother anybody. */
static void keep_folds(const Session *x) {
    Arena *a = arena_new(0);
    Str path = folds_path(x, x->key, a), text = folds_text(x, a), error;
    if (path.len && !str_eq(text, x->kept)) {
        file_make_folders(a, path);
        file_write(a, path.at, str_join2(a, folds_header(x->key, a), text), true, &error);
    }
    arena_free(a);
}

/* ---- the session ---- */

static void take_options(State *s, const World *w, const ExploreOptions *options) {
    s->theme = options->theme;
    s->colours = options->colours;
    s->mouse = options->mouse;
    s->ascii = options->ascii;
    if (options->at >= 0)
        state_go(s, w, (size_t)options->at);
    s->before = s->at;
}

/* Two runs at once, when the command line names two. */
static void begin_beside(State *s, World *w, Str beside) {
    if (beside.len == 0)
        return;
    state_act(s, w, (Action){ACTION_COMPARE, -1, beside, -1, -1});
    wish_fulfil(s, w);
}

/* ---- what was learnt ---- */

/* Trouble is said when nothing else is, to who is learning. */
static void say_trouble(Session *x) {
    const State *s = x->state;
    if (x->trouble.len == 0 || !x->world->lesson || s->message.len || s->mode == MODE_ASK)
        return;
    state_complain(x->state, x->trouble);
    x->trouble = STR("");
}

/* What came back is offered before anything else. */
static void begin_learning(Session *x, const ExploreOptions *options) {
    x->trouble = options->trouble;
    x->troubled = options->trouble.len > 0;
    if (options->going_on.len)
        state_say(x->state, options->going_on);
    if (options->continues)
        learn_offer_review(x->state, x->world);
    say_trouble(x);
}

Session *session_begin(World *w, const ExploreOptions *options, int rows, int cols) {
    Session *x = ARENA_NEW(w->arena, Session);
    Str errors = {0};
    x->world = w;
    x->state = state_make(w->arena, w, rows, cols);
    x->keys = keymap_make(w->arena);
    x->folder = options->state_folder;
    if (options->key_file.len)
        keymap_read(x->keys, w->arena, options->key_file_name, options->key_file, &errors);
    take_options(x->state, w, options);
    begin_beside(x->state, w, options->beside);
    read_folds(x);
    x->stamp = stamp_of(w);
    work_begin(x->folder, x->state, w);
    wish_fulfil(x->state, w);
    begin_learning(x, options);
    if (errors.len)
        state_complain(x->state, errors);
    x->link = link_begin(x->state, w, &options->link);
    return x;
}

/* ---- what is done with a key ---- */

static void keep(Session *x, const Log *deeds) {
    Host *h = x->world->host;
    Str trouble = h->note ? h->note(h, x->world->arena, deeds) : STR("");
    if (trouble.len && !x->troubled)
        x->trouble = trouble;
    x->troubled |= trouble.len > 0;
}

void session_note(Session *x) {
    State *s = x->state;
    if (s->deeds.count > 0)
        keep(x, &s->deeds);
    s->deeds = log_make(s->brief, sizeof(Deed));
}

/* A program that is opened brings its own folds; those of the one before are kept. */
static Wish fulfil_one(Session *x) {
    WishKind kind = x->state->wish.kind;
    if (kind == WISH_FOLLOW)
        link_again(x->link);
    const Folds *before = x->state->folds;
    if (kind == WISH_OPEN) {
        keep_folds(x);
        work_keep(x->folder, x->state, x->world);
    }
    Wish left = wish_fulfil(x->state, x->world);
    if (x->state->folds != before)
        read_folds(x);
    if (x->state->folds != before || kind == WISH_REREAD || kind == WISH_WRITE)
        x->stamp = stamp_of(x->world);
    if (kind == WISH_OPEN)
        work_begin(x->folder, x->state, x->world);
    return left;
}

static bool is_restoring(const State *s) {
    return s->restoring && s->wish.kind == WISH_RUN;
}

/* A question of a review that cannot be asked leads to the next one; what was written in an
 * exercise runs. */
static Wish fulfil(Session *x) {
    Wish left = fulfil_one(x);
    while (x->state->wish.kind == WISH_OPEN || is_restoring(x->state))
        left = fulfil_one(x);
    session_note(x);
    say_trouble(x);
    return left;
}

Wish session_fulfil(Session *x) {
    Wish left = fulfil(x);
    look_at_file(x);
    link_tell(x->link);
    return left;
}

Wish session_key(Session *x, Key key) {
    LinkPlace before = link_place(x->link);
    session_note(x);
    state_key(x->state, x->world, x->keys, key);
    Wish left = fulfil(x);
    link_went(x->link, &before);
    look_at_file(x);
    link_tell(x->link);
    return left;
}

void session_time(Session *x, int64_t seconds) {
    x->state->present.clock = seconds;
    link_look(x->link);
}

Str session_end(Session *x) {
    keep(x, NULL);
    work_keep(x->folder, x->state, x->world);
    link_end(x->link);
    keep_folds(x);
    return x->world->lesson ? x->trouble : STR("");
}

/* ---- the user's editor ---- */

static uint32_t line_now(const Session *x) {
    const State *s = x->state;
    const Trace *t = state_replay(s, x->world)->trace;
    if (s->mode == MODE_EDIT && s->editor)
        return editor_line(s->editor);
    return s->at.step ? trace_line(t, trace_step_at(t, s->at.step)->site) : 1;
}

static bool is_program(Str text) {
    size_t bad;
    return text.len <= SOURCE_LIMIT && !memchr(text.at ? text.at : "", 0, text.len) &&
           utf8_valid(text, &bad);
}

void session_edit(Session *x) {
    State *s = x->state;
    Arena *a = x->world->arena;
    Attempt attempt = state_replay(s, x->world)->attempt;
    Str before =
        s->mode == MODE_EDIT && s->editor ? editor_text(s->editor, a) : attempt.source->text;
    Str after, error;
    if (!external_edit(a, before, line_now(x), &after, &error)) {
        state_complain(s, error);
    } else if (!is_program(after)) {
        state_complain(s, str_of(_("what the editor left is no text in UTF-8")));
    } else {
        s->mode = MODE_NORMAL;
        attempt.source = source_instead(a, attempt.source, after);
        if (!str_eq(attempt.source->text, state_replay(s, x->world)->attempt.source->text))
            s->wish = (Wish){.kind = WISH_RUN, .attempt = attempt};
        fulfil(x);
    }
}
