/* learner.h: somebody who learns, for tests: a session with lessons of a folder and progress,
 * driven by keys. */
#ifndef TFSCOPE_TESTS_UI_LEARNER_H
#define TFSCOPE_TESTS_UI_LEARNER_H

#include <unistd.h>

#include "base/utf8.h"
#include "tests/ui/host.h"
#include "ui/frame.h"
#include "ui/learn.h"
#include "ui/session.h"

typedef struct Pupil {
    Arena *arena;
    TestHost *host;
    World *world;
    Session *session;
    State *state;
} Pupil;

typedef struct PupilAsk {
    const char *folder;   /* of the lessons */
    const char *lang;     /* of the lessons; NULL: English */
    const char *lesson;   /* that is opened */
    const char *progress; /* folder where progress is kept; NULL: nowhere */
    int rows, cols;
} PupilAsk;

static inline Pupil pupil_make(const PupilAsk *ask) {
    Pupil p = {.arena = arena_new(0)};
    Str trouble = STR("");
    ExploreOptions options = {.colours = true, .mouse = true, .at = -1};
    p.host = test_host_make(p.arena);
    p.host->folder = ask->folder;
    p.host->lang = ask->lang;
    p.host->progress = progress_make(p.arena);
    if (ask->progress)
        assert_true(progress_read(p.host->progress, str_of(ask->progress), &trouble));
    p.world = test_lesson_make(p.host, ask->lesson);
    p.session = session_begin(p.world, &options, ask->rows, ask->cols);
    p.state = session_state(p.session);
    return p;
}

static inline void pupil_free(Pupil *p) {
    session_end(p->session);
    world_free(p->world);
    arena_free(p->arena);
}

static inline void pupil_press(Pupil *p, const char *keys) {
    Str text = str_of(keys);
    for (size_t i = 0; i < text.len;) {
        Key key;
        assert_true(key_read(text, &i, &key));
        session_key(p->session, key);
    }
}

/* As it is, whatever keys are called. */
static inline void pupil_type(Pupil *p, Str text) {
    for (size_t i = 0; i < text.len;)
        session_key(p->session, (Key){.code = (int32_t)utf8_next(text, &i)});
    session_key(p->session, (Key){.code = '\r'});
}

/* What is on the screen, one row a line. */
static inline Str pupil_screen(Pupil *p) {
    Grid *g = grid_make(p->arena, p->state->rows, p->state->cols);
    Sink out = sink_memory(p->arena);
    Arena *scratch = arena_new(0);
    frame_draw(p->state, p->world, session_keys(p->session), g, scratch);
    grid_text(g, &out);
    arena_free(scratch);
    return sink_str(&out);
}

/* Puts a text in the place of the program and runs it, as the editor does. */
static inline void pupil_run(Pupil *p, Str text) {
    Attempt attempt = state_replay(p->state, p->world)->attempt;
    attempt.source = source_instead(p->arena, attempt.source, str_dup(p->arena, text));
    p->state->wish = (Wish){.kind = WISH_RUN, .attempt = attempt};
    session_fulfil(p->session);
}

/* A folder that does not last; the caller gives it back. */
static inline const char *pupil_folder(Arena *a) {
    char *folder = (char *)str_dup(a, STR("/tmp/tfscope-learn-XXXXXX")).at;
    assert_non_null(mkdtemp(folder));
    return folder;
}

static inline void pupil_remove(const char *folder) {
    static const char *const files[] = {"progress.json", "progress.lock", "progress.json.lock"};
    Arena *a = arena_new(0);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        unlink(str_printf(a, "%s/%s", folder, files[i]).at);
    assert_int_equal(rmdir(folder), 0);
    arena_free(a);
}

static inline bool pupil_is_asked(const Pupil *p) {
    const State *s = p->state;
    return s->mode == MODE_PROMPT && s->prompt.kind == PROMPT_ANSWER && s->asking >= 0;
}

static inline bool pupil_sees(Pupil *p, const char *part) {
    return str_find(pupil_screen(p), str_of(part), 0) >= 0;
}

#define assert_sees(p, part)                                                                       \
    do {                                                                                           \
        if (!pupil_sees((p), (part)))                                                              \
            fail_msg("\"%s\" is not on the screen:\n%.*s", (part), STR_ARG(pupil_screen(p)));      \
    } while (0)

#define assert_not_sees(p, part)                                                                   \
    do {                                                                                           \
        if (pupil_sees((p), (part)))                                                               \
            fail_msg("\"%s\" is on the screen:\n%.*s", (part), STR_ARG(pupil_screen(p)));          \
    } while (0)

#endif
