/* module_sys.c: sys. What depends on the version of Python is made when it is asked for, because
 * the version is known only once the program's text has been read. */
#include <float.h>

#include "base/utf8.h"
#include "run/big.h"
#include "run/machine.h"
#include "run/standard.h"

/* ---- stdout and stderr ---- */

typedef struct StreamObject {
    Object object;
    bool error;
} StreamObject;

static bool stream_write(Run *run, const Value *args, Value *result) {
    Str text;
    if (!is_str(run, args[1])) {
        return raise_type_error(run, "write() argument must be str, not %.*s",
                                STR_ARG(type_name(run, args[1])));
    }
    text = str_text(args[1]);
    run->machine->softspace = false;
    print_text(run, text, ((const StreamObject *)args[0].as.object)->error);
    *result = run->trace->python == 2 ? value_none() : value_int((int64_t)utf8_count(text));
    return !run->stopping;
}

static bool stream_writelines(Run *run, const Value *args, Value *result) {
    return write_lines(run, args, stream_write, result);
}

static bool stream_isatty(Run *run, const Value *args, Value *result) {
    (void)run;
    (void)args;
    *result = value_bool(false);
    return true;
}

static bool stream_refused(Run *run, const Value *args, Value *result) {
    (void)args;
    (void)result;
    return refuse(run, "a run has no input", "reading from sys.stdin");
}

static bool stream_encoding(Run *run, const Value *args, Value *result) {
    (void)args;
    *result = text_value(run, "utf-8");
    return true;
}

static bool stream_name(Run *run, const Value *args, Value *result) {
    bool error = ((const StreamObject *)args[0].as.object)->error;
    *result = text_value(run, error ? "<stderr>" : "<stdout>");
    return true;
}

static bool stream_repr(Run *run, Value self, Value *result) {
    bool error = ((const StreamObject *)self.as.object)->error;
    *result = str_format(run, "<_io.TextIOWrapper name='<%s>' mode='w' encoding='utf-8'>",
                         error ? "stderr" : "stdout");
    return true;
}

static const NativeSpec stream_methods[] = {
    {.name = "write", .signature = "self, text, /", .fn = stream_write},
    {.name = "writelines", .signature = "self, lines, /", .fn = stream_writelines},
    {.name = "flush", .signature = "self, /", .fn = do_nothing},
    {.name = "isatty", .signature = "self, /", .fn = stream_isatty},
    {.name = "read", .signature = "self, size=-1, /", .fn = stream_refused},
    {.name = "readline", .signature = "self, size=-1, /", .fn = stream_refused},
    {.name = "readlines", .signature = "self, hint=-1, /", .fn = stream_refused},
    {0},
};

static Value stream_make(Run *run, bool error) {
    StreamObject *s = object_make(run, run->type.file, sizeof *s);
    s->error = error;
    return value_object(s);
}

static void add_streams(Run *run, Module *m) {
    Type *t = run->type.file;
    t->repr = stream_repr;
    t->size = sizeof(StreamObject);
    type_add_methods(run, t, stream_methods);
    type_add_getter(run, t, "encoding", stream_encoding);
    type_add_getter(run, t, "name", stream_name);
    Value out = stream_make(run, false), error = stream_make(run, true);
    module_set(run, m, "stdout", out);
    module_set(run, m, "__stdout__", out);
    module_set(run, m, "stderr", error);
    module_set(run, m, "__stderr__", error);
    module_set(run, m, "stdin", stream_make(run, false));
}

/* ---- version_info ---- */

static const int version3[] = {3, 7, 17}, version2[] = {2, 7, 18};

static const char *const version_fields[] = {"major", "minor", "micro", "releaselevel", "serial"};

static bool version_repr(Run *run, Value self, Value *result) {
    Sink out = sink_memory(run->scratch);
    sink_z(&out, "sys.version_info(");
    for (uint32_t i = 0; i < 5; i++) {
        Value v = sequence_item(self, i);
        sink_printf(&out, "%s%s=", i ? ", " : "", version_fields[i]);
        if (!repr_items(run, &out, 1, &v)) {
            return false;
        }
    }
    sink_char(&out, ')');
    *result = str_make(run, sink_str(&out));
    return true;
}

static bool major_getter(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = sequence_item(args[0], 0);
    return true;
}

static bool minor_getter(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = sequence_item(args[0], 1);
    return true;
}

static bool micro_getter(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = sequence_item(args[0], 2);
    return true;
}

static Value version_info(Run *run, const int *version) {
    Type *t = type_make(run, "version_info", run->type.tuple, "sys");
    t->repr = version_repr;
    type_add_getter(run, t, "major", major_getter);
    type_add_getter(run, t, "minor", minor_getter);
    type_add_getter(run, t, "micro", micro_getter);
    TupleObject *o = object_make(run, t, sizeof *o);
    o->count = 5;
    o->items = ARENA_ARRAY(run->arena, 5, Value);
    for (int i = 0; i < 3; i++) {
        o->items[i] = value_int(version[i]);
    }
    o->items[3] = text_value(run, "final");
    o->items[4] = value_int(0);
    return value_object(o);
}

/* ---- float_info ---- */

static const struct {
    const char *name;
    double value;
    bool whole;
} float_fields[] = {{"max", DBL_MAX, false},
                    {"max_exp", DBL_MAX_EXP, true},
                    {"max_10_exp", DBL_MAX_10_EXP, true},
                    {"min", DBL_MIN, false},
                    {"min_exp", DBL_MIN_EXP, true},
                    {"min_10_exp", DBL_MIN_10_EXP, true},
                    {"dig", DBL_DIG, true},
                    {"mant_dig", DBL_MANT_DIG, true},
                    {"epsilon", DBL_EPSILON, false},
                    {"radix", FLT_RADIX, true},
                    {"rounds", 1, true}};

enum { FLOAT_FIELDS = sizeof float_fields / sizeof *float_fields };

static bool float_repr(Run *run, Value self, Value *result) {
    Sink out = sink_memory(run->scratch);
    for (size_t i = 0; i < FLOAT_FIELDS; i++) {
        Value v = record_get(run, self, float_fields[i].name);
        sink_printf(&out, "%s%s=", i ? ", " : "sys.float_info(", float_fields[i].name);
        if (!repr_items(run, &out, 1, &v)) {
            return false;
        }
    }
    sink_char(&out, ')');
    *result = str_make(run, sink_str(&out));
    return true;
}

static Value float_info(Run *run) {
    Type *t = record_type(run, "float_info", "sys");
    t->repr = float_repr;
    Value info = record_make(run, t);
    for (size_t i = 0; i < FLOAT_FIELDS; i++) {
        double x = float_fields[i].value;
        record_set(run, info, float_fields[i].name,
                   float_fields[i].whole ? value_int((int64_t)x) : value_float(x));
    }
    return info;
}

/* ---- what is made when it is asked for ---- */

static Str program_name(const Run *run) {
    const Log *modules = &run->trace->modules;
    return modules->count ? LOG_AT(modules, TraceModule, 0)->source->name : STR("");
}

static Value program_args(Run *run) {
    Value name = str_make(run, program_name(run));
    return list_make(run, 1, &name);
}

static Value loaded_modules(Run *run) {
    Value d = dict_make(run);
    for (uint32_t i = 0; i < run->modules.count; i++) {
        const MapEntry *e = &run->modules.entries[i];
        if (e->ptr) {
            dict_set_name(run, d, e->key->text, value_object(e->ptr));
        }
    }
    if (run->main) {
        dict_set_name(run, d, "__main__", value_object(run->main));
    }
    return d;
}

static bool sys_missing(Run *run, Module *m, Name name, bool *found, Value *result) {
    bool two = run->trace->python == 2;
    const int *version = two ? version2 : version3;
    Str asked = name_str(name);
    (void)m;
    *found = true;
    if (str_is(asked, "version")) {
        *result = str_format(run, "%d.%d.%d (default)", version[0], version[1], version[2]);
    } else if (str_is(asked, "version_info")) {
        *result = version_info(run, version);
    } else if (str_is(asked, "float_info")) {
        *result = float_info(run);
    } else if (str_is(asked, "hexversion")) {
        *result = value_int(version[0] << 24 | version[1] << 16 | version[2] << 8 | 0xf0);
    } else if (str_is(asked, "argv")) {
        *result = program_args(run);
    } else if (str_is(asked, "modules")) {
        *result = loaded_modules(run);
    } else if (two && str_is(asked, "maxint")) {
        *result = value_int(INT64_MAX);
    } else if (str_is(asked, "platform")) {
        *result = text_value(run, two ? "linux2" : "linux");
    } else {
        *found = false;
        return refuse_known(run, m, name, found, result);
    }
    return true;
}

/* ---- functions ---- */

static bool sys_exit(Run *run, const Value *args, Value *result) {
    Value exception;
    uint32_t n = is_none(args[0]) ? 0 : 1;
    *result = value_none();
    return value_call_n(run, value_object(run->exception.SystemExit), n, args, &exception) &&
           raise_value(run, exception);
}

static bool sys_get_digits(Run *run, const Value *args, Value *result) {
    (void)args;
    *result = value_int(big_text_limit(run));
    return true;
}

static bool sys_set_digits(Run *run, const Value *args, Value *result) {
    int64_t n;
    if (!index_of(run, args[0], &n)) {
        return false;
    }
    if (n != 0 && n < 640) {
        return raise_value_error(run, "maxdigits must be 0 or larger than 640");
    }
    big_set_text_limit(run, n);
    *result = value_none();
    return true;
}

static bool sys_getrecursionlimit(Run *run, const Value *args, Value *result) {
    (void)args;
    *result = value_int(run->machine->max_depth);
    return true;
}

static bool sys_setrecursionlimit(Run *run, const Value *args, Value *result) {
    int64_t limit;
    *result = value_none();
    if (!index_of(run, args[0], &limit)) {
        return false;
    }
    if (limit < 1) {
        return raise_value_error(run, "recursion limit must be greater or equal than 1");
    }
    run->machine->max_depth = limit > 1000000 ? 1000000 : (int)limit;
    return true;
}

static bool sys_exc_info(Run *run, const Value *args, Value *result) {
    Value three[3] = {value_none(), value_none(), value_none()};
    (void)args;
    if (given(run->handling)) {
        three[0] = value_object(type_of(run, run->handling));
        three[1] = run->handling;
        if (!value_get_attr(run, run->handling, run->machine->name.traceback, &three[2])) {
            error_take(run);
            three[2] = value_none();
        }
    }
    *result = tuple_make(run, 3, three);
    return true;
}

static bool sys_encoding(Run *run, const Value *args, Value *result) {
    (void)args;
    *result = text_value(run, run->trace->python == 2 ? "ascii" : "utf-8");
    return true;
}

static bool sys_intern(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = args[0];
    return true;
}

static const NativeSpec functions[] = {
    {.name = "exit", .signature = "status=None, /", .fn = sys_exit},
    {.name = "get_int_max_str_digits", .signature = "", .fn = sys_get_digits},
    {.name = "set_int_max_str_digits", .signature = "maxdigits", .fn = sys_set_digits},
    {.name = "getrecursionlimit", .signature = "", .fn = sys_getrecursionlimit},
    {.name = "setrecursionlimit", .signature = "limit, /", .fn = sys_setrecursionlimit},
    {.name = "exc_info", .signature = "", .fn = sys_exc_info},
    {.name = "getdefaultencoding", .signature = "", .fn = sys_encoding},
    {.name = "getfilesystemencoding", .signature = "", .fn = sys_encoding},
    {.name = "setdefaultencoding", .signature = "encoding, /", .fn = do_nothing},
    {.name = "intern", .signature = "string, /", .fn = sys_intern},
    {0},
};

static const char *const not_modelled[] = {
    "getsizeof",
    "getrefcount",
    "settrace",
    "setprofile",
    "gettrace",
    "_getframe",
    "_current_frames",
    "exc_clear",
    "displayhook",
    "excepthook",
    "call_tracing",
    "flags",
    "implementation",
    "meta_path",
    "path_hooks",
    "path_importer_cache",
    "stdin",
    "setcheckinterval",
    "setswitchinterval",
    "thread_info",
    "warnoptions",
    NULL,
};

void install_sys(Run *run) {
    Module *m = module_make(run, "sys");
    Value here = text_value(run, "");
    m->missing = sys_missing;
    m->context = (void *)(uintptr_t)not_modelled;
    module_add_functions(run, m, functions);
    add_streams(run, m);
    module_set(run, m, "path", list_make(run, 1, &here));
    module_set(run, m, "maxsize", value_int(INT64_MAX));
    module_set(run, m, "maxunicode", value_int(0x10ffff));
    module_set(run, m, "byteorder", text_value(run, "little"));
    module_set(run, m, "executable", text_value(run, "/usr/bin/python"));
    module_set(run, m, "prefix", text_value(run, "/usr"));
    module_set(run, m, "dont_write_bytecode", value_bool(true));
}
