/* bench.c: how fast programs are recorded, graphs built and steps read. Prints one JSON object.
 *
 * Absolute times say little on a shared machine: `run` puts CPython's numbers of the same minute
 * beside them. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/json.h"
#include "tf/tf.h"

enum { ROUNDS = 3, LOOP = 2000000, OPS = 300000, READS = 1000000 };

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

typedef struct Result {
    double seconds; /* of run_program, the best round */
    size_t steps, nodes, bytes;
    double read; /* seconds of one read of a step, random ones */
} Result;

static Run *prepare(void) {
    RunOptions options = {.max_steps = 1000000000, .max_memory = (size_t)8 << 30};
    Run *run = run_new(&options);
    if (!run || !tf_install(run, 15))
        exit(3);
    return run;
}

/* Reads a name of a random step, a million times over the whole trace. */
static double time_reads(const Trace *t) {
    uint64_t seed = 1, sum = 0;
    double start = now();
    for (int i = 0; i < READS; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        size_t k = (size_t)(seed >> 33) % (trace_steps(t) + 1);
        Moment m = trace_step_end(t, k);
        const TraceFrame *f = trace_frame_at(t, 0);
        for (uint32_t slot = 0; slot < f->ncells && slot < 4; slot++)
            sum += (uint64_t)trace_local_at(f, slot, m).kind;
        sum += trace_nodes_at(t, m) + trace_output_at(t, m) + (trace_scope_at(t, m) != NULL);
    }
    double seconds = (now() - start) / READS;
    return sum == 1 ? 0 : seconds;
}

static Result measure(const char *source) {
    Result best = {.seconds = 1e9};
    for (int i = 0; i < ROUNDS; i++) {
        Run *run = prepare();
        size_t before = arena_used(run->arena);
        const Source *s = source_make(run->arena, STR("bench.py"), str_of(source));
        double start = now();
        if (!run_program(run, s) || run->trace->end != END_DONE)
            exit(1);
        double seconds = now() - start;
        if (seconds < best.seconds)
            best = (Result){seconds, trace_steps(run->trace), run->trace->nodes.count,
                            arena_used(run->arena) - before, time_reads(run->trace)};
        run_free(run);
    }
    return best;
}

static void put(JsonWriter *j, const char *key, double v) {
    json_key(j, key);
    json_double(j, v);
}

/* A training loop as tutorials have it. */
static const char training[] = "import numpy as np\nimport tensorflow as tf\n"
                               "np.random.seed(1)\n"
                               "data = np.random.rand(100).astype(np.float32)\n"
                               "x = tf.placeholder(tf.float32, [None])\n"
                               "t = tf.placeholder(tf.float32, [None])\n"
                               "w = tf.Variable(tf.zeros([1]))\nb = tf.Variable(tf.zeros([1]))\n"
                               "loss = tf.reduce_mean(tf.square(w * x + b - t))\n"
                               "train = tf.train.AdamOptimizer(0.01).minimize(loss)\n"
                               "sess = tf.Session()\nsess.run(tf.global_variables_initializer())\n"
                               "for step in range(2000):\n"
                               "    sess.run([train, loss], {x: data, t: data * 0.1 + 0.3})\n";
enum { TRAINING_RUNS = 2001 };

int main(void) {
    char loop[200], ops[200];
    snprintf(loop, sizeof loop, "x = 0\nfor i in range(%d):\n    x = x + i\n", LOOP);
    snprintf(ops, sizeof ops,
             "import tensorflow as tf\na = tf.constant(1.0)\nfor i in range(%d):\n    b = a + a\n",
             OPS);
    Result r = measure(loop), g = measure(ops), s = measure(training);
    Sink out = sink_file(stdout);
    JsonWriter j = json_to(&out);
    json_object(&j);
    put(&j, "steps_per_second", (double)r.steps / r.seconds);
    put(&j, "bytes_per_step", (double)r.bytes / (double)r.steps);
    put(&j, "seconds_per_read", r.read);
    put(&j, "ops_per_second", (double)g.nodes / g.seconds);
    put(&j, "bytes_per_op", (double)g.bytes / (double)g.nodes);
    put(&j, "session_runs_per_second", TRAINING_RUNS / s.seconds);
    json_end_object(&j);
    printf("\n");
    return 0;
}
