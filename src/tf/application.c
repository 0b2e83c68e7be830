/* application.c: what stands around a program: tf.app.run, flags, logging, tests for devices.
 * Harmless stand-ins. */
#include <stddef.h>

#include "tf/state.h"
#include "tf/tables.h"

/* ---- tf.app.flags ---- */

typedef struct FlagsObject {
    Object object;
    Members members;
} FlagsObject;

void flags_install(Tf *tf) {
    Type *t = tf->types[CLASS_FLAGS];
    t->size = sizeof(FlagsObject);
    t->attributes = offsetof(FlagsObject, members);
    FlagsObject *o = object_make_mutable(tf->run, t, sizeof *o);
    tf->flags = value_object(o);
}

static bool define(Tf *tf, const Value *a, Value *result) {
    Str name;
    *result = value_none();
    return arg_text(tf, a[0], "flag name", &name) &&
           value_set_attr(tf->run, tf->flags, name_of(tf->run->names, name), a[1]);
}

/* name, default, enum_values, help */
static bool define_enum(Tf *tf, const Value *a, Value *result) {
    bool listed = true;
    if (given(a[1]) && !value_contains(tf->run, a[2], a[1], &listed)) {
        return false;
    }
    return listed ? define(tf, a, result)
                  : refuse(tf->run, NULL, "a flag whose default is none of its values");
}

/* ---- tf.app.run ---- */

static bool exit_with(Tf *tf, Value code) {
    Value exception;
    return value_call_n(tf->run, value_object(tf->run->exception.SystemExit), 1, &code,
                        &exception) &&
           raise_value(tf->run, exception);
}

static Value default_argv(Tf *tf) {
    Module *sys = map_ptr(&tf->run->modules, name_z(tf->run->names, "sys"));
    Value v;
    bool found = false;
    if (sys &&
        value_find_attr(tf->run, value_object(sys), name_z(tf->run->names, "argv"), &found, &v) &&
        found) {
        return v;
    }
    Value name = str_make(tf->run, STR("program.py"));
    return list_make(tf->run, 1, &name);
}

static bool app_run(Tf *tf, const Value *a, Value *result) {
    Value main = a[0], code;
    Value argv = given(a[1]) ? a[1] : default_argv(tf);
    if (!given(main) && !tf->run->main) {
        return raise_attribute_error(tf->run, "module '__main__' has no attribute 'main'");
    }
    if (!given(main) && !value_get_attr(tf->run, value_object(tf->run->main),
                                        name_z(tf->run->names, "main"), &main)) {
        return false;
    }
    *result = value_none();
    return call_program_n(tf, main, 1, &argv, &code) && exit_with(tf, code);
}

/* ---- tf.logging ---- */

enum { LEVEL_DEBUG = 10, LEVEL_INFO = 20, LEVEL_WARN = 30, LEVEL_ERROR = 40, LEVEL_FATAL = 50 };

static bool log_at_level(Tf *tf, int level, const char *name, const Value *a, Value *result) {
    Value message = a[0];
    Str text;
    *result = value_none();
    if (level < tf->verbosity) {
        return true;
    }
    if (sequence_count(a[1]) &&
        !value_binary(tf->run, BINARY_OPERATOR_MODULO, message, a[1], &message)) {
        return false;
    }
    if (!value_str(tf->run, message, &text)) {
        return false;
    }
    print_text(tf->run, str_printf(tf->run->arena, "%s:tensorflow:%.*s\n", name, STR_ARG(text)),
               true);
    return true;
}

static bool log_debug(Tf *tf, const Value *a, Value *result) {
    return log_at_level(tf, LEVEL_DEBUG, "DEBUG", a, result);
}

static bool log_info(Tf *tf, const Value *a, Value *result) {
    return log_at_level(tf, LEVEL_INFO, "INFO", a, result);
}

static bool log_warn(Tf *tf, const Value *a, Value *result) {
    return log_at_level(tf, LEVEL_WARN, "WARNING", a, result);
}

static bool log_error(Tf *tf, const Value *a, Value *result) {
    return log_at_level(tf, LEVEL_ERROR, "ERROR", a, result);
}

static bool log_fatal(Tf *tf, const Value *a, Value *result) {
    return log_at_level(tf, LEVEL_FATAL, "CRITICAL", a, result);
}

static bool set_verbosity(Tf *tf, const Value *a, Value *result) {
    int64_t level;
    *result = value_none();
    if (!arg_int(tf, a[0], &level)) {
        return false;
    }
    tf->verbosity = (int)level;
    return true;
}

static bool get_verbosity(Tf *tf, const Value *a, Value *result) {
    (void)a;
    *result = value_int(tf->verbosity);
    return true;
}

/* ---- small things ---- */

static bool give_false(Tf *tf, const Value *a, Value *result) {
    (void)tf;
    (void)a;
    *result = value_bool(false);
    return true;
}

static bool give_none(Tf *tf, const Value *a, Value *result) {
    (void)tf;
    (void)a;
    *result = value_none();
    return true;
}

static bool give_empty(Tf *tf, const Value *a, Value *result) {
    (void)a;
    *result = str_make(tf->run, STR(""));
    return true;
}

/* Text stays text: strings are Unicode already. */
static bool as_text(Tf *tf, const Value *a, Value *result) {
    if (is_instance(tf->run, a[0], tf->run->type.bytes)) {
        *result = str_make(tf->run, ((BytesObject *)a[0].as.object)->text);
        return true;
    }
    Str text;
    if (!arg_text(tf, a[0], "argument", &text)) {
        return false;
    }
    *result = a[0];
    return true;
}

static bool as_bytes(Tf *tf, const Value *a, Value *result) {
    Str text;
    *result = a[0];
    if (is_instance(tf->run, a[0], tf->run->type.bytes)) {
        return true;
    }
    if (!arg_text(tf, a[0], "argument", &text)) {
        return false;
    }
    *result = bytes_make(tf->run, text);
    return true;
}

#define FLAG(NAME) FUNCTION("flags." NAME, "name, default, help=None~, *rest!, **options!", define)

const ApiRow application_rows[] = {
    FLAG("DEFINE_string"),
    FLAG("DEFINE_integer"),
    FLAG("DEFINE_float"),
    FLAG("DEFINE_boolean"),
    FLAG("DEFINE_bool"),
    FLAG("DEFINE_list"),
    FUNCTION("flags.DEFINE_enum", "name, default, enum_values=None, help=None~, **options!",
             define_enum),
    FUNCTION("app.run", "main=None, argv=None", app_run),
    FUNCTION("logging.debug", "msg, *args, **kwargs!", log_debug),
    FUNCTION("logging.info", "msg, *args, **kwargs!", log_info),
    FUNCTION("logging.warn", "msg, *args, **kwargs!", log_warn),
    FUNCTION("logging.warning", "msg, *args, **kwargs!", log_warn),
    FUNCTION("logging.error", "msg, *args, **kwargs!", log_error),
    FUNCTION("logging.fatal", "msg, *args, **kwargs!", log_fatal),
    FUNCTION("logging.set_verbosity", "v", set_verbosity),
    FUNCTION("logging.get_verbosity", "", get_verbosity),
    FUNCTION("logging.flush", "", give_none),
    FUNCTION("test.is_gpu_available", "cuda_only=False~, min_cuda_compute_capability=None~",
             give_false),
    FUNCTION("test.is_built_with_cuda", "", give_false),
    FUNCTION("test.gpu_device_name", "", give_empty),
    FUNCTION("compat.as_str", "bytes_or_text, encoding='utf-8'!'utf8'", as_text),
    FUNCTION("compat.as_text", "bytes_or_text, encoding='utf-8'!'utf8'", as_text),
    FUNCTION("compat.as_bytes", "bytes_or_text, encoding='utf-8'!'utf8'", as_bytes),
    FUNCTION_IN("executing_eagerly", 7, LATEST, "", give_false),
    FUNCTION_IN("disable_eager_execution", 13, LATEST, "", give_none),
    FUNCTION_IN("disable_v2_behavior", 13, LATEST, "", give_none),
    FUNCTION_IN("disable_v2_tensorshape", 13, LATEST, "", give_none),
    FUNCTION_IN("disable_control_flow_v2", 14, LATEST, "", give_none),
    FUNCTION_IN("control_flow_v2_enabled", 15, LATEST, "", give_false),
    API_END,
};
