/* run_view.h: traces of small programs, for the tests of views. */
#ifndef TFSCOPE_TESTS_VIEW_RUN_VIEW_H
#define TFSCOPE_TESTS_VIEW_RUN_VIEW_H

#include "tests/test.h"
#include "tf/tf.h"

/* A run that has run a program under release 1.minor; its first line imports tensorflow. However it
 * ended, its trace can be read. */
static inline Run *view_run(int minor, Str program) {
    RunOptions options = {.python = 3};
    Run *run = run_new(&options);
    assert_non_null(run);
    assert_true(tf_install(run, minor));
    Str text = str_printf(run->arena, "import tensorflow as tf\n%.*s\n", STR_ARG(program));
    assert_true(run_program(run, source_make(run->arena, STR("test.py"), text)));
    return run;
}

#endif
