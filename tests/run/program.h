/* program.h: runs small Python programs in tests and keeps what they left. */
#ifndef TFSCOPE_TESTS_RUN_PROGRAM_H
#define TFSCOPE_TESTS_RUN_PROGRAM_H

#include "run/run.h"
#include "tests/test.h"

/* A program that has run. */
typedef struct Ran {
    Arena *arena; /* of the texts */
    Run *run;
    bool accepted; /* the text was compiled */
    Str out;       /* what it printed */
    Str error;     /* its traceback */
} Ran;

static inline Str ran_output(Arena *a, const Trace *t, bool error) {
    Sink out = sink_memory(a);
    for (size_t i = 0; i < t->output.count; i++) {
        const TraceOutputPiece *p = LOG_AT(&t->output, TraceOutputPiece, i);
        if (p->error == error) {
            sink_put(&out, p->text);
        }
    }
    return sink_str(&out);
}

static inline Ran run_source(Str name, Str text, const RunOptions *options) {
    Ran r = {.arena = arena_new(0)};
    r.run = run_new(options);
    assert_non_null(r.run);
    r.accepted = run_program(r.run, source_make(r.arena, name, text));
    r.out = ran_output(r.arena, r.run->trace, false);
    Sink error = sink_memory(r.arena);
    run_traceback(r.run, &error);
    r.error = sink_str(&error);
    return r;
}

/* Runs Python 3 with the usual budgets. */
static inline Ran run_text(const char *text) {
    RunOptions options = {.python = 3};
    return run_source(STR("p.py"), str_of(text), &options);
}

static inline Ran run_text2(const char *text) {
    RunOptions options = {.python = 2};
    return run_source(STR("p.py"), str_of(text), &options);
}

static inline void ran_free(Ran *r) {
    run_free(r->run);
    arena_free(r->arena);
}

/* The program ends normally and prints this. */
static inline void assert_prints(const char *text, const char *wanted) {
    Ran r = run_text(text);
    assert_true(r.accepted);
    assert_str(r.error, "");
    assert_int_equal(r.run->trace->end, END_DONE);
    assert_str(r.out, wanted);
    ran_free(&r);
}

static inline void assert_prints2(const char *text, const char *wanted) {
    Ran r = run_text2(text);
    assert_true(r.accepted);
    assert_str(r.error, "");
    assert_str(r.out, wanted);
    ran_free(&r);
}

/* The program ends with an exception; this is the last line of its traceback. */
static inline void assert_raises(const char *text, const char *last) {
    Ran r = run_text(text);
    assert_true(r.accepted);
    assert_int_equal(r.run->trace->end, END_RAISED);
    size_t start = r.error.len ? r.error.len - 1 : 0;
    while (start > 0 && r.error.at[start - 1] != '\n') {
        start--;
    }
    assert_str(str_sub(r.error, start, r.error.len - 1), last);
    ran_free(&r);
}

#endif
