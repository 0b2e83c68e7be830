/* program.h: a small program run for a test of questions and exercises. */
#ifndef TFSCOPE_TESTS_TUTOR_PROGRAM_H
#define TFSCOPE_TESTS_TUTOR_PROGRAM_H

#include "tests/test.h"
#include "tf/tf.h"

/* The run of a text under a release; the caller frees it. */
static inline Run *program_run(Arena *a, const char *text, int minor) {
    RunOptions options = {.python = 3, .max_steps = 10000};
    Run *run = run_new(&options);
    assert_non_null(run);
    assert_true(tf_install(run, minor));
    run_program(run, source_make(a, STR("p.py"), str_of(text)));
    return run;
}

#endif
