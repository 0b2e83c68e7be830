/* value.h: what tests of values share: ends of runs, and globals of a program as a reader saw them.
 */
#ifndef TFSCOPE_TESTS_RUN_VALUE_H
#define TFSCOPE_TESTS_RUN_VALUE_H

#include "run/kinds.h"
#include "tests/run/program.h"

/* The run ends because something is not modelled, and says this. */
static inline void assert_refused(const char *text, const char *message) {
    Ran r = run_text(text);
    assert_true(r.accepted);
    assert_int_equal(r.run->trace->end, END_REFUSED);
    assert_str(r.run->trace->refusal.message, message);
    ran_free(&r);
}

/* The run ends because a budget is used up; memory is 64 MiB. */
static inline void assert_budget(const char *text, Budget budget) {
    RunOptions options = {.python = 3, .max_memory = (size_t)64 << 20, .max_output = 10000};
    Ran r = run_source(STR("p.py"), str_of(text), &options);
    assert_true(r.accepted);
    assert_int_equal(r.run->trace->end, END_BUDGET);
    assert_int_equal(r.run->trace->budget, budget);
    ran_free(&r);
}

/* The global `name` after `step` steps, as it is shown. */
static inline Str shown_at(Ran *r, const char *name, size_t step) {
    Moment m = trace_step_end(r->run->trace, step);
    const TraceFrame *f = trace_frame_at(r->run->trace, r->run->main->frame);
    Sink out = sink_memory(r->arena);
    for (uint32_t i = 0; i < f->ncells; i++) {
        if (str_is(name_str(f->names[i]), name)) {
            value_show(&out, trace_local_at(f, i, m), m, 3);
        }
    }
    return sink_str(&out);
}

/* A run that has not begun, for calling functions of C. */
static inline Run *fresh_run(void) {
    RunOptions options = {.python = 3};
    Run *run = run_new(&options);
    assert_non_null(run);
    return run;
}

#endif
