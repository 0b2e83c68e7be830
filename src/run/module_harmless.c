/* module_harmless.c: modules whose work does not matter for what a run shows: warnings
 * say nothing, gc collects nothing; traceback prints. */
#include "run/machine.h"
#include "run/standard.h"

/* ---- warnings ---- */

static bool catch_enter(Run *run, Value self, Value *result) {
    bool record;
    if (!value_truth(run, record_get(run, self, "record"), &record)) {
        return false;
    }
    *result = record ? list_make(run, 0, NULL) : value_none();
    return true;
}

static bool catch_exit(Run *run, Value self, Value exception, bool *swallow) {
    (void)run;
    (void)self;
    (void)exception;
    *swallow = false;
    return true;
}

static bool catch_warnings(Run *run, const Value *args, Value *result) {
    *result = record_make(run, run->standard->catch_warnings);
    record_set(run, *result, "record", args[0]);
    return true;
}

static bool warn(Run *run, const Value *args, Value *result) {
    (void)args;
    *result = value_none();
    note_stand_in(run, "warnings", "no warning is shown");
    return !run->stopping;
}

/* No warning is shown, whatever is asked for; but they may be asked to be errors. */
static bool filter_warnings(Run *run, const Value *args, Value *result) {
    *result = value_none();
    return !is_str(run, args[0]) || !str_is(str_text(args[0]), "error") ||
           refuse(run, NULL, "warnings that become errors");
}

static const NativeSpec warning_functions[] = {
    {.name = "warn",
     .signature = "message~, category=None~, stacklevel=1~, source=None~",
     .fn = warn},
    {.name = "warn_explicit", .signature = "*args, **kwargs", .fn = do_nothing},
    {.name = "filterwarnings", .signature = "action, *args~, **kwargs~", .fn = filter_warnings},
    {.name = "simplefilter", .signature = "action, *args~, **kwargs~", .fn = filter_warnings},
    {.name = "resetwarnings", .signature = "", .fn = do_nothing},
    {.name = "catch_warnings", .signature = "record=False, module=None~", .fn = catch_warnings},
    {0},
};

static void install_warnings(Run *run, Standard *s) {
    Module *m = module_make(run, "warnings");
    s->catch_warnings = record_type(run, "catch_warnings", "warnings");
    s->catch_warnings->enter = catch_enter;
    s->catch_warnings->exit = catch_exit;
    module_add_functions(run, m, warning_functions);
}

/* ---- gc, atexit ---- */

static bool gc_collect(Run *run, const Value *args, Value *result) {
    (void)run;
    (void)args;
    *result = value_int(0);
    return true;
}

static const NativeSpec gc_functions[] = {
    {.name = "collect", .signature = "generation=2~", .fn = gc_collect},
    {.name = "enable", .signature = "", .fn = do_nothing},
    {.name = "disable", .signature = "", .fn = do_nothing},
    {0},
};

/* ---- traceback ---- */

static void current_traceback(Run *run, Sink *out) {
    if (given(run->handling)) {
        traceback_put(run, run->handling, out);
    } else {
        sink_z(out, "NoneType: None\n");
    }
}

static bool print_exc(Run *run, const Value *args, Value *result) {
    Sink out = sink_memory(run->arena);
    Value text, unused;
    *result = value_none();
    current_traceback(run, &out);
    if (given(args[1])) {
        text = str_make(run, sink_str(&out));
        return call_method(run, args[1], "write", 1, &text, &unused);
    }
    print_text(run, sink_str(&out), true);
    return !run->stopping;
}

static bool format_exc(Run *run, const Value *args, Value *result) {
    Sink out = sink_memory(run->arena);
    (void)args;
    current_traceback(run, &out);
    *result = str_share(run, sink_str(&out));
    return true;
}

static const NativeSpec traceback_functions[] = {
    {.name = "print_exc", .signature = "limit=None!, file=None, chain=True!", .fn = print_exc},
    {.name = "format_exc", .signature = "limit=None!, chain=True!", .fn = format_exc},
    {0},
};

static const char *const traceback_refused[] = {
    "print_stack", "format_stack",    "extract_stack",      "extract_tb",  "format_tb",
    "print_tb",    "print_exception", "format_exception",   "format_list", "walk_stack",
    "print_last",  "StackSummary",    "TracebackException", NULL,
};

void install_harmless(Run *run, Standard *s) {
    install_warnings(run, s);
    module_add_functions(run, module_make(run, "gc"), gc_functions);
    Module *m = module_make(run, "traceback");
    m->missing = refuse_known;
    m->context = (void *)(uintptr_t)traceback_refused;
    module_add_functions(run, m, traceback_functions);
}
