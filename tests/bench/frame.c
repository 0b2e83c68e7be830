/* frame.c: what a frame of the explorer costs, over a tree of a thousand names and over one of a
 * million. Prints one JSON object.
 *
 * The same keys are played on both: steps at the start, in the middle and at the end of the run,
 * rows and pages of the Names pane, folds. Each is timed with the frame that it leads to. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/json.h"
#include "tf/tf.h"
#include "ui/frame.h"
#include "ui/world.h"

enum { ROWS = 60, COLS = 200, ROUNDS = 40, KEYS = 64, SCOPES_SMALL = 10, SCOPES = 10000, OPS = 99 };

/* Of this process: what others do meanwhile on a shared machine does not count. */
static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* ---- a host without files and lessons ---- */

static void host_run(Host *host, const Attempt *attempt, Replay *replay) {
    RunOptions options = {.max_steps = 1000000000, .max_memory = (size_t)16 << 30};
    Run *run = run_new(&options);
    (void)host;
    if (!run || !tf_install(run, 4))
        exit(3);
    replay->accepted = run_program(run, attempt->source);
    replay->trace = run->trace;
    replay->run = run;
    if (!replay->accepted || run->trace->end != END_DONE)
        exit(1);
}

static void host_release(Host *host, Replay *replay) {
    (void)host;
    run_free(replay->run);
}

/* ---- a tree of names ---- */

/* Scopes with a variable and ops in each: 100 names a scope, and itself. */
static World *world_of(Arena *a, Host *host, int scopes) {
    World *w = world_make(a, host);
    Str text = str_printf(a,
                          "import tensorflow as tf\n"
                          "x = tf.constant(1.0)\n"
                          "for i in range(%d):\n"
                          "    with tf.variable_scope('layer_%%d' %% i):\n"
                          "        v = tf.get_variable('weights', [2, 3])\n"
                          "        for j in range(%d):\n"
                          "            x = x + 1.5\n",
                          scopes, OPS / 2);
    w->path = STR("bench.py");
    world_run(w, &(Attempt){source_make(a, w->path, text), STR("1.4"), 3});
    return w;
}

/* ---- keys and frames ---- */

typedef struct Player {
    World *world;
    State *state;
    Keymap *keys;
    Arena *scratch;
    double key[KEYS], frame[KEYS]; /* the fastest round of each key of the script */
} Player;

static double draw(Player *p) {
    double start = now();
    Grid *g = grid_make(p->scratch, ROWS, COLS);
    frame_draw(p->state, p->world, p->keys, g, p->scratch);
    double seconds = now() - start;
    arena_reset(p->scratch);
    return seconds;
}

static double press(Player *p, Key key) {
    double start = now();
    state_key(p->state, p->world, p->keys, key);
    return now() - start;
}

static double least(double x, double y) {
    return x < y ? x : y;
}

static void play(Player *p, Str keys) {
    int n = 0;
    for (size_t i = 0; i < keys.len && n < KEYS; n++) {
        Key key;
        if (!key_read(keys, &i, &key))
            exit(2);
        p->key[n] = least(p->key[n], press(p, key));
        p->frame[n] = least(p->frame[n], draw(p));
    }
}

typedef struct Result {
    size_t names;
    double key, frame; /* seconds: of the slowest ones */
    double gather;     /* seconds: the outlines of the run */
    size_t bytes;      /* of them */
} Result;

#define NOT_PLAYED 1e9
#define SCRIPT "50%<A-2>  iijjjkkk<C-f><C-f><C-b>llh-+<BS><BS>**gbgtn<BS>]]"

static double most(const double *seconds) {
    double found = 0;
    for (int i = 0; i < KEYS; i++)
        found = seconds[i] > found && seconds[i] < NOT_PLAYED ? seconds[i] : found;
    return found;
}

static void measure_frames(Player *p, Result *r) {
    for (int i = 0; i < KEYS; i++)
        p->key[i] = p->frame[i] = NOT_PLAYED;
    for (int i = 0; i < ROUNDS; i++)
        play(p, STR(SCRIPT));
    r->key = most(p->key);
    r->frame = most(p->frame);
}

static void measure_outlines(const Trace *t, Result *r) {
    Arena *a = arena_new(0);
    double start = now();
    const Outlines *o = outlines_make(a, t);
    r->gather = now() - start;
    r->bytes = arena_used(a);
    r->names = outline_count(outlines_of_graph(o, 0, true));
    arena_free(a);
}

static Result measure(int scopes) {
    Arena *a = arena_new(0);
    Host host = {.run = host_run, .release = host_release};
    Player p = {.world = world_of(a, &host, scopes), .scratch = arena_new(0)};
    Result r = {.names = 0};
    p.keys = keymap_make(a);
    p.state = state_make(a, p.world, ROWS, COLS);
    measure_outlines(world_replay(p.world, 0)->trace, &r);
    measure_frames(&p, &r);
    world_free(p.world);
    arena_free(p.scratch);
    arena_free(a);
    return r;
}

static void put(JsonWriter *j, const char *key, double v) {
    json_key(j, key);
    json_double(j, v);
}

int main(void) {
    Result small = measure(SCOPES_SMALL), large = measure(SCOPES);
    Sink out = sink_file(stdout);
    JsonWriter j = json_to(&out);
    json_object(&j);
    put(&j, "names", (double)large.names);
    put(&j, "frame_milliseconds", large.frame * 1e3);
    put(&j, "frame_milliseconds_of_a_thousand_names", small.frame * 1e3);
    put(&j, "frame_ratio", large.frame / small.frame);
    put(&j, "key_milliseconds", large.key * 1e3);
    put(&j, "key_milliseconds_of_a_thousand_names", small.key * 1e3);
    put(&j, "outlines_seconds", large.gather);
    put(&j, "outline_bytes_per_name", (double)large.bytes / (double)large.names);
    json_end_object(&j);
    printf("\n");
    return 0;
}
