/* module_harmless.c: modules whose work does not matter for what a run shows: warnings and logging
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

static const NativeSpec warning_functions[] = {
    {.name = "warn",
     .signature = "message, category=None, stacklevel=1, source=None",
     .fn = do_nothing},
    {.name = "warn_explicit", .signature = "*args, **kwargs", .fn = do_nothing},
    {.name = "filterwarnings", .signature = "*args, **kwargs", .fn = do_nothing},
    {.name = "simplefilter", .signature = "*args, **kwargs", .fn = do_nothing},
    {.name = "resetwarnings", .signature = "", .fn = do_nothing},
    {.name = "catch_warnings", .signature = "record=False, module=None", .fn = catch_warnings},
    {0},
};

static void install_warnings(Run *run, Standard *s) {
    Module *m = module_make(run, "warnings");
    s->catch_warnings = record_type(run, "catch_warnings", "warnings");
    s->catch_warnings->enter = catch_enter;
    s->catch_warnings->exit = catch_exit;
    module_add_functions(run, m, warning_functions);
}

/* ---- logging ---- */

static bool logger_set_level(Run *run, const Value *args, Value *result) {
    record_set(run, args[0], "level", args[1]);
    *result = value_none();
    return true;
}

static bool logger_level(Run *run, const Value *args, Value *result) {
    *result = record_get(run, args[0], "level");
    return true;
}

static bool logger_enabled(Run *run, const Value *args, Value *result) {
    (void)run;
    (void)args;
    *result = value_bool(false);
    return true;
}

static const NativeSpec logger_methods[] = {
    {.name = "debug", .signature = "self, msg, /, *args, **kwargs", .fn = do_nothing},
    {.name = "info", .signature = "self, msg, /, *args, **kwargs", .fn = do_nothing},
    {.name = "warning", .signature = "self, msg, /, *args, **kwargs", .fn = do_nothing},
    {.name = "warn", .signature = "self, msg, /, *args, **kwargs", .fn = do_nothing},
    {.name = "error", .signature = "self, msg, /, *args, **kwargs", .fn = do_nothing},
    {.name = "critical", .signature = "self, msg, /, *args, **kwargs", .fn = do_nothing},
    {.name = "fatal", .signature = "self, msg, /, *args, **kwargs", .fn = do_nothing},
    {.name = "exception", .signature = "self, msg, /, *args, **kwargs", .fn = do_nothing},
    {.name = "log", .signature = "self, level, msg, /, *args, **kwargs", .fn = do_nothing},
    {.name = "setLevel", .signature = "self, level, /", .fn = logger_set_level},
    {.name = "getEffectiveLevel", .signature = "self, /", .fn = logger_level},
    {.name = "isEnabledFor", .signature = "self, level, /", .fn = logger_enabled},
    {.name = "addHandler", .signature = "self, handler, /", .fn = do_nothing},
    {.name = "removeHandler", .signature = "self, handler, /", .fn = do_nothing},
    {.name = "addFilter", .signature = "self, filter, /", .fn = do_nothing},
    {.name = "setFormatter", .signature = "self, formatter, /", .fn = do_nothing},
    {.name = "close", .signature = "self, /", .fn = do_nothing},
    {.name = "flush", .signature = "self, /", .fn = do_nothing},
    {0},
};

/* Loggers by name; the same name gives the same logger. */
static bool get_logger(Run *run, const Value *args, Value *result) {
    Value name = given(args[0]) ? args[0] : text_value(run, "root"),
          loggers = run->standard->loggers;
    bool found;
    if (!dict_get(run, loggers, name, &found, result)) {
        return false;
    }
    if (found) {
        return true;
    }
    *result = record_make(run, run->standard->logger);
    record_set(run, *result, "name", name);
    record_set(run, *result, "level", value_int(30));
    record_set(run, *result, "handlers", list_make(run, 0, NULL));
    record_set(run, *result, "propagate", value_bool(true));
    return dict_set(run, loggers, name, *result);
}

/* Handlers, formatters and filters: things that take anything. */
static bool logging_object(Run *run, const Value *args, Value *result) {
    (void)args;
    *result = record_make(run, run->standard->logger);
    record_set(run, *result, "level", value_int(0));
    return true;
}

static const NativeSpec logging_functions[] = {
    {.name = "getLogger", .signature = "name=None", .fn = get_logger},
    {.name = "basicConfig", .signature = "**kwargs", .fn = do_nothing},
    {.name = "disable", .signature = "level=50", .fn = do_nothing},
    {.name = "debug", .signature = "msg, *args, **kwargs", .fn = do_nothing},
    {.name = "info", .signature = "msg, *args, **kwargs", .fn = do_nothing},
    {.name = "warning", .signature = "msg, *args, **kwargs", .fn = do_nothing},
    {.name = "warn", .signature = "msg, *args, **kwargs", .fn = do_nothing},
    {.name = "error", .signature = "msg, *args, **kwargs", .fn = do_nothing},
    {.name = "critical", .signature = "msg, *args, **kwargs", .fn = do_nothing},
    {.name = "exception", .signature = "msg, *args, **kwargs", .fn = do_nothing},
    {.name = "log", .signature = "level, msg, *args, **kwargs", .fn = do_nothing},
    {.name = "addLevelName", .signature = "level, levelName", .fn = do_nothing},
    {.name = "captureWarnings", .signature = "capture", .fn = do_nothing},
    {.name = "shutdown", .signature = "", .fn = do_nothing},
    {.name = "StreamHandler", .signature = "*args, **kwargs", .fn = logging_object},
    {.name = "FileHandler", .signature = "*args, **kwargs", .fn = logging_object},
    {.name = "NullHandler", .signature = "*args, **kwargs", .fn = logging_object},
    {.name = "Formatter", .signature = "*args, **kwargs", .fn = logging_object},
    {.name = "Filter", .signature = "*args, **kwargs", .fn = logging_object},
    {0},
};

static void install_logging(Run *run, Standard *s) {
    static const struct {
        const char *name;
        int level;
    } levels[] = {{"NOTSET", 0}, {"DEBUG", 10}, {"INFO", 20},     {"WARNING", 30},
                  {"WARN", 30},  {"ERROR", 40}, {"CRITICAL", 50}, {"FATAL", 50}};
    Module *m = module_make(run, "logging");
    s->logger = record_type(run, "Logger", "logging");
    s->loggers = dict_make(run);
    type_add_methods(run, s->logger, logger_methods);
    module_add_functions(run, m, logging_functions);
    module_set(run, m, "Logger", value_object(s->logger));
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
        module_set(run, m, levels[i].name, value_int(levels[i].level));
    }
}

/* ---- gc, atexit ---- */

static bool gc_collect(Run *run, const Value *args, Value *result) {
    (void)run;
    (void)args;
    *result = value_int(0);
    return true;
}

static const NativeSpec gc_functions[] = {
    {.name = "collect", .signature = "generation=2", .fn = gc_collect},
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
    (void)args;
    *result = value_none();
    current_traceback(run, &out);
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
    {.name = "print_exc", .signature = "limit=None, file=None, chain=True", .fn = print_exc},
    {.name = "format_exc", .signature = "limit=None, chain=True", .fn = format_exc},
    {0},
};

static const char *const traceback_refused[] = {
    "print_stack", "format_stack",    "extract_stack",      "extract_tb",  "format_tb",
    "print_tb",    "print_exception", "format_exception",   "format_list", "walk_stack",
    "print_last",  "StackSummary",    "TracebackException", NULL,
};

void install_harmless(Run *run, Standard *s) {
    install_warnings(run, s);
    install_logging(run, s);
    module_add_functions(run, module_make(run, "gc"), gc_functions);
    Module *m = module_make(run, "traceback");
    m->missing = refuse_known;
    m->context = (void *)(uintptr_t)traceback_refused;
    module_add_functions(run, m, traceback_functions);
}
