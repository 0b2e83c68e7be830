/* run_tf.h: small programs under a release of TensorFlow, for the tests of this folder. */
#ifndef TFSCOPE_TESTS_TF_RUN_TF_H
#define TFSCOPE_TESTS_TF_RUN_TF_H

#include "tests/test.h"
#include "tf/state.h"

/* A run with the module of release 1.minor in it. */
static inline Run *tf_new(int minor) {
    RunOptions options = {.python = 3};
    Run *run = run_new(&options);
    assert_non_null(run);
    assert_true(tf_install(run, minor));
    return run;
}

/* The same after it has run a program, of which the first line is `import tensorflow as tf`. */
static inline Run *tf_run(int minor, const char *program) {
    Run *run = tf_new(minor);
    Str text = str_printf(run->arena, "import tensorflow as tf\n%s\n", program);
    assert_true(run_program(run, source_make(run->arena, STR("test.py"), text)));
    return run;
}

static inline Str tf_output(const Run *run) {
    Sink out = sink_memory(run->arena);
    for (size_t i = 0; i < run->trace->output.count; i++) {
        sink_put(&out, LOG_AT(&run->trace->output, TraceOutputPiece, i)->text);
    }
    return sink_str(&out);
}

/* The program prints this. */
static inline void check_prints(int minor, const char *program, const char *wanted) {
    Run *run = tf_run(minor, program);
    assert_str(tf_output(run), wanted);
    assert_int_equal(run->trace->end, END_DONE);
    run_free(run);
}

/* The program ends with this error. */
static inline void check_raises(int minor, const char *program, const char *type,
                                const char *message) {
    Run *run = tf_run(minor, program);
    assert_int_equal(run->trace->end, END_RAISED);
    const TraceError *e = *LOG_AT(&run->trace->errors, TraceError *, run->trace->errors.count - 1);
    assert_str(name_str(e->type), type);
    assert_str(e->message, message);
    run_free(run);
}

/* The program is refused, with these words. */
static inline void check_refused(int minor, const char *program, const char *message) {
    Run *run = tf_run(minor, program);
    assert_int_equal(run->trace->end, END_REFUSED);
    assert_str(run->trace->refusal.message, message);
    run_free(run);
}

#endif
