/* run.c: a run from its beginning to its end. */
#include "run/run.h"

#include <string.h>

#include "lang/compile.h"
#include "run/big.h"
#include "run/install.h"
#include "run/machine.h"
#include "run/standard.h"

/* ---- types ---- */

/* One row of types.def or exception.def. */
typedef struct TypeRow {
    const char *id, *name, *base;
    size_t at; /* offset of the pointer in Run */
} TypeRow;

static const TypeRow type_rows[] = {
#define TYPE(ID, NAME, BASE) {#ID, NAME, #BASE, offsetof(Run, type.ID)},
#include "run/types.def"
#undef TYPE
};
static const TypeRow exception_rows[] = {
#define EXCEPTION(NAME, BASE) {#NAME, #NAME, #BASE, offsetof(Run, exception.NAME)},
#include "run/exception.def"
#undef EXCEPTION
};
#define TYPES (sizeof type_rows / sizeof *type_rows)
#define EXCEPTIONS (sizeof exception_rows / sizeof *exception_rows)

static Type **type_place(Run *run, const TypeRow *row) {
    return (Type **)(void *)((char *)run + row->at);
}

static const TypeRow *find_row(const TypeRow *rows, size_t n, const char *id) {
    for (size_t i = 0; i < n; i++) {
        if (strcmp(rows[i].id, id) == 0) {
            return &rows[i];
        }
    }
    return NULL;
}

/* Makes the type of a row, its base before it. */
static Type *make_type(Run *run, const TypeRow *row) {
    Type **place = type_place(run, row);
    if (*place && *place != run->type.type) {
        return *place;
    }
    const TypeRow *base = find_row(exception_rows, EXCEPTIONS, row->base);
    bool root = row == &type_rows[0];
    if (!base && !root) {
        base = find_row(type_rows, TYPES, row->base);
    }
    Type *t = type_new(run, name_z(run->names, row->name), base ? make_type(run, base) : NULL,
                       name_z(run->names, "builtins"));
    *place = t;
    return t;
}

/* Every type has the type `type`, which therefore gets its place before all others and its content
 * in turn. */
static void make_types(Run *run) {
    Type *type = ARENA_NEW(run->arena, Type);
    run->type.type = type;
    make_type(run, &type_rows[0]);
    type_settle_self(type, make_type(run, find_row(type_rows, TYPES, "type")));
    run->type.type = type;
    for (size_t i = 0; i < TYPES; i++) {
        if (*type_place(run, &type_rows[i]) != type) {
            make_type(run, &type_rows[i]);
        }
    }
    for (size_t i = 0; i < EXCEPTIONS; i++) {
        make_type(run, &exception_rows[i]);
    }
}

/* What bases got when they were installed, for those types that have not their own. */
static void settle_types(Run *run) {
    for (size_t i = 1; i < TYPES; i++) {
        Type *t = *type_place(run, &type_rows[i]);
        if (t->head.show == object_show) {
            t->head.show = t->base->head.show;
        }
        if (!t->head.parts) {
            t->head.parts = t->base->head.parts;
        }
        if (t->size < t->base->size) {
            t->size = t->base->size;
        }
        if (!t->attributes) {
            t->attributes = t->base->attributes;
        }
    }
}

/* ---- the built-in names ---- */

/* Types that programs know by name. */
static const char *const public_types[] = {
    "object",      "type",  "bool",      "int",       "float", "str",    "bytes",    "tuple",
    "list",        "dict",  "set",       "frozenset", "range", "slice",  "property", "staticmethod",
    "classmethod", "super", "enumerate", "zip",       "map",   "filter", "reversed", "complex",
};

static bool is_public(const char *name) {
    for (size_t i = 0; i < sizeof public_types / sizeof *public_types; i++) {
        if (strcmp(public_types[i], name) == 0) {
            return true;
        }
    }
    return false;
}

static void name_builtin(Run *run, const char *name, Value v) {
    Name key = name_z(run->names, name);
    if (is_unbound(members_get(&run->builtins->members, key))) {
        module_set(run, run->builtins, name, v);
    }
}

static void name_types(Run *run) {
    for (size_t i = 0; i < TYPES; i++) {
        if (is_public(type_rows[i].name)) {
            name_builtin(run, type_rows[i].name, value_object(*type_place(run, &type_rows[i])));
        }
    }
    for (size_t i = 0; i < EXCEPTIONS; i++) {
        Value v = value_object(*type_place(run, &exception_rows[i]));
        name_builtin(run, exception_rows[i].name, v);
    }
    name_builtin(run, "IOError", value_object(run->exception.OSError));
    name_builtin(run, "EnvironmentError", value_object(run->exception.OSError));
    name_builtin(run, "NotImplemented", run->not_implemented);
    name_builtin(run, "Ellipsis", run->ellipsis);
    name_builtin(run, "__debug__", value_bool(true));
}

static void install_all(Run *run) {
    install_core(run);
    run->builtins = module_make(run, "builtins");
    install_exceptions(run);
    install_numbers(run);
    install_text(run);
    install_sequences(run);
    install_tables(run);
    install_builtins(run);
    settle_types(run);
    name_types(run);
    install_modules(run);
    install_numpy(run);
}

/* ---- memory ---- */

/* Where an allocation goes that is refused. */
static void out_of_memory(void *context, ArenaRefusal why, size_t size) {
    Run *run = context;
    (void)why;
    (void)size;
    longjmp(*run->machine->guard, 1);
}

static void out_of_memory_early(void *context, ArenaRefusal why, size_t size) {
    (void)why;
    (void)size;
    longjmp(*(jmp_buf *)context, 1);
}

/* ---- making a run ---- */

static void fill_options(RunOptions *o, const RunOptions *given) {
    *o = *given;
    o->max_steps = o->max_steps > 0 ? o->max_steps : 10 * 1000 * 1000;
    o->max_memory = o->max_memory ? o->max_memory : (size_t)1 << 30;
    o->max_depth = o->max_depth > 0 ? o->max_depth : 1000;
    o->max_output = o->max_output ? o->max_output : (size_t)16 << 20;
    o->max_tensor = o->max_tensor > 0 ? o->max_tensor : (int64_t)16 << 20;
}

static void name_specials(Run *run) {
#define SPECIAL(ID, TEXT) run->machine->name.ID = name_z(run->names, TEXT);
#include "run/special.def"
#undef SPECIAL
}

/* Iterating done by C code has no steps; this many rounds for each step of the budget are allowed.
 */
#define EFFORT_OF_STEP 10

static void make_machine(Run *run) {
    Machine *m = ARENA_NEW(run->arena, Machine);
    run->machine = m;
    m->max_depth = run->options.max_depth;
    m->effort_max = run->options.max_steps * EFFORT_OF_STEP;
    m->literals = map_make(run->arena);
    name_specials(run);
    wrappers_init(run);
    specials_init(run);
}

static Run *run_make(Arena *arena, Arena *scratch, const RunOptions *options) {
    Run *run = ARENA_NEW(arena, Run);
    fill_options(&run->options, options);
    run->arena = arena;
    run->scratch = scratch;
    run->names = names_make(arena);
    run->trace = trace_make(arena, run->names);
    run->trace->python = run->options.python ? run->options.python : 3;
    run->trace->seed = run->options.seed;
    run->diags = ARENA_NEW(arena, Diags);
    *run->diags = diags_make(arena, NULL);
    run->modules = map_make(arena);
    make_machine(run);
    make_types(run);
    run->not_implemented =
        value_object(object_make(run, run->type.not_implemented, sizeof(Object)));
    run->ellipsis = value_object(object_make(run, run->type.ellipsis, sizeof(Object)));
    install_all(run);
    run->machine->borrowed = type_make(run, "method", run->type.method, "builtins");
    run->machine->traceback = traceback_type(run);
    return run;
}

static Run *run_build(Arena *arena, Arena *scratch, const RunOptions *options) {
    jmp_buf guard;
    arena_on_fail(arena, out_of_memory_early, &guard);
    arena_on_fail(scratch, out_of_memory_early, &guard);
    if (setjmp(guard)) {
        return NULL;
    }
    Run *run = run_make(arena, scratch, options);
    arena_on_fail(arena, out_of_memory, run);
    arena_on_fail(scratch, out_of_memory, run);
    return run;
}

Run *run_new(const RunOptions *options) {
    RunOptions filled;
    fill_options(&filled, options);
    Arena *arena = arena_new(filled.max_memory);
    Arena *scratch = arena_new(filled.max_memory);
    Run *run = arena && scratch ? run_build(arena, scratch, options) : NULL;
    if (!run) {
        arena_free(arena);
        arena_free(scratch);
    }
    return run;
}

void run_free(Run *run) {
    if (run) {
        Arena *arena = run->arena;
        big_done(run);
        arena_free(run->scratch);
        arena_free(arena);
    }
}

/* ---- running ---- */

typedef struct Job {
    const Source *source;
    bool accepted; /* the text was compiled */
} Job;

static const Program *compile(Run *run, const Source *source) {
    int python = run->options.python ? run->options.python : python_of_text(run->scratch, source);
    run->trace->python = python;
    if (python == 2) {
        install_python2(run);
    }
    *run->diags = diags_make(run->arena, source);
    CompileOptions options = {.python = python, .first_site = 0};
    return compile_source(run->arena, run->names, source, options, run->diags);
}

/* sys.exit(): nothing or an int is the status, anything else is printed. */
static void end_by_exit(Run *run, Value exception) {
    const ExceptionObject *e = (const ExceptionObject *)exception.as.object;
    uint32_t n = sequence_count(e->args);
    Value code = n == 0 ? value_none() : n == 1 ? sequence_item(e->args, 0) : e->args;
    run->trace->end = END_EXIT;
    run->trace->exit_status = 0;
    if (code.kind == VALUE_INT || code.kind == VALUE_BOOL) {
        int64_t status = code.kind == VALUE_INT ? code.as.integer : code.as.boolean;
        run->trace->exit_status = (int)(status & 0xff);
    } else if (!is_none(code)) {
        Str text;
        run->trace->exit_status = 1;
        if (value_str(run, code, &text)) {
            print_text(run, str_printf(run->arena, "%.*s\n", STR_ARG(text)), true);
        }
    }
}

static void end_by_exception(Run *run, Value exception) {
    ExceptionObject *e = (ExceptionObject *)exception.as.object;
    Sink out = sink_memory(run->arena);
    run->trace->end = END_RAISED;
    traceback_put(run, exception, &out);
    run->trace->traceback = sink_str(&out);
    if (e->error && !e->error->message.len) {
        e->error->message = str_dup(run->arena, exception_text(run, exception));
    }
    if (e->error) {
        e->error->caught = false;
    }
}

static void finish(Run *run, bool ok) {
    Value e = run->error;
    if (run->stopping) {
        return;
    }
    if (run->machine->softspace) { /* Python 2: a print that ended with a comma */
        print_text(run, STR("\n"), false);
    }
    run->trace->end = END_DONE;
    if (ok) {
        return;
    }
    run->error = value_unbound();
    run->handling = value_unbound();
    if (is_instance(run, e, run->exception.SystemExit)) {
        end_by_exit(run, e);
    } else {
        end_by_exception(run, e);
    }
}

/* What is written into files that are still open is there in the end, whatever the program raised.
 */
static bool run_main(Run *run, Space *s) {
    bool ok = space_run(run, s);
    Value e = run->error;
    if (run->stopping) {
        return ok;
    }
    run->error = value_unbound();
    bool stored = files_store(run);
    if (!ok && !run->stopping) {
        run->error = e;
    }
    return ok && stored;
}

static void work(Run *run, Job *job) {
    const Program *p = compile(run, job->source);
    if (!p) {
        return;
    }
    job->accepted = true;
    Space *s = space_load(run, p, run->machine->name.main, false);
    run->main = s->module;
    run->trace->frame = FRAME_NONE;
    finish(run, run_main(run, s));
}

/* Memory ran out: what is recorded stays as it is. */
static void end_by_memory(Run *run) {
    run->trace->end = END_BUDGET;
    run->trace->budget = BUDGET_MEMORY;
    run->stopping = true;
    run->error = value_unbound();
}

bool run_program(Run *run, const Source *source) {
    Job job = {source, false};
    jmp_buf guard;
    run->machine->guard = &guard;
    if (setjmp(guard)) {
        end_by_memory(run);
        return true;
    }
    work(run, &job);
    if (job.accepted && run->options.on_step) {
        run->options.on_step(run->options.on_step_context, run);
    }
    return job.accepted;
}
