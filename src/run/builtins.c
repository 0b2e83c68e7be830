/* builtins.c: the module builtins: its types and constants, print, and what is refused by name. */
#include <string.h>

#include "run/builtins.h"
#include "run/install.h"
#include "run/machine.h"

/* ---- printing ---- */

void print_text(Run *run, Str text, bool error) {
    size_t left = run->options.max_output - run->output_bytes;
    bool over = text.len > left;
    if (over) {
        text = str_sub(text, 0, left);
        while (text.len && ((unsigned char)text.at[text.len - 1] & 0x80)) {
            text.len--;
        }
    }
    if (text.len) {
        trace_output(run->trace, str_dup(run->arena, text), error);
        run->output_bytes += text.len;
    }
    if (over) {
        refuse_budget(run, BUDGET_OUTPUT);
    }
}

/* sep and end: a string, or None for the usual one. */
static bool separator_of(Run *run, Value v, const char *name, const char *usual, Str *text) {
    if (is_none(v)) {
        *text = str_of(usual);
        return true;
    }
    if (!is_str(run, v)) {
        return raise_type_error(run, "%s must be None or a string, not %.*s", name,
                                STR_ARG(type_name(run, v)));
    }
    *text = str_text(v);
    return true;
}

static bool write_to(Run *run, Value file, Str text) {
    Value write, result, argument = str_share(run, text);
    return value_get_attr(run, file, name_z(run->names, "write"), &write) &&
           value_call_n(run, write, 1, &argument, &result);
}

/* What the program made of sys.stdout; unbound while it is what it was at first. */
static Value stdout_of_program(Run *run) {
    Module *sys = map_ptr(&run->modules, name_z(run->names, "sys"));
    Value out = members_get(&sys->members, name_z(run->names, "stdout"));
    Value first = members_get(&sys->members, name_z(run->names, "__stdout__"));
    return value_same(out, first) || is_none(out) ? value_unbound() : out;
}

bool print_to_stdout(Run *run, Str text) {
    Value out = stdout_of_program(run);
    if (!is_unbound(out)) {
        return write_to(run, out, text);
    }
    print_text(run, text, false);
    return !run->stopping;
}

/* A text of its own for each part, as CPython writes them. */
static bool print_to_file(Run *run, const Value *args, Value file, Str sep, Str end) {
    for (uint32_t i = 0; i < sequence_count(args[0]); i++) {
        Str text;
        if ((i && !write_to(run, file, sep)) || !value_str(run, sequence_item(args[0], i), &text) ||
            !write_to(run, file, text)) {
            return false;
        }
    }
    return write_to(run, file, end);
}

/* Making the text of an object of the program's may print something, or fail: what stands before it
 * is printed first. */
static bool print_part(Run *run, Value v, Sink *out) {
    Str text;
    if (type_of(run, v)->heap && out->len) {
        print_text(run, sink_str(out), false);
        *out = sink_memory(run->arena);
    }
    if (!value_str(run, v, &text)) {
        print_text(run, sink_str(out), false);
        return false;
    }
    sink_put(out, text);
    return true;
}

/* args: the values (a tuple), sep, end, file, flush. */
static bool builtin_print(Run *run, const Value *args, Value *result) {
    Str sep, end;
    *result = value_none();
    if (!separator_of(run, args[1], "sep", " ", &sep) ||
        !separator_of(run, args[2], "end", "\n", &end)) {
        return false;
    }
    Value file = is_none(args[3]) ? stdout_of_program(run) : args[3];
    if (!is_unbound(file)) {
        return print_to_file(run, args, file, sep, end);
    }
    Sink out = sink_memory(run->arena);
    for (uint32_t i = 0; i < sequence_count(args[0]); i++) {
        sink_put(&out, i ? sep : STR(""));
        if (!print_part(run, sequence_item(args[0], i), &out)) {
            return false;
        }
    }
    sink_put(&out, end);
    print_text(run, sink_str(&out), false);
    return !run->stopping;
}

/* ---- what is refused ---- */

bool builtin_refuse(Run *run, const void *row, const Value *args, Value *result) {
    (void)args, (void)result;
    const char *const *texts = row;
    return refuse(run, texts[1], "%s", texts[0]);
}

static const NativeSpec refused[] = {
    REFUSED("input", "a run has no input; give the value in the program"),
    REFUSED("exec", "only the text of the program itself is run"),
    REFUSED("compile", "only the text of the program itself is run"),
    REFUSED("bytearray", "use bytes or a list"),
    REFUSED("memoryview", NULL),
    REFUSED("breakpoint", NULL),
    REFUSED("help", NULL),
    {.name = NULL},
};

/* ---- exit ---- */

static bool builtin_exit(Run *run, const Value *args, Value *result) {
    Value exception;
    uint32_t n = is_none(args[0]) ? 0 : 1;
    *result = value_none();
    return value_call_n(run, value_object(run->exception.SystemExit), n, args, &exception) &&
           raise_value(run, exception);
}

static const NativeSpec functions[] = {
    {.name = "print",
     .signature = "/, *args, sep=None, end=None, file=None, flush=False",
     .fn = builtin_print},
    {.name = "exit", .signature = "code=None", .fn = builtin_exit},
    {.name = "quit", .signature = "code=None", .fn = builtin_exit},
    {.name = NULL},
};

/* ---- names ---- */

static void add_types(Run *run) {
    const Types *t = &run->type;
    const Type *types[] = {t->object, t->type,      t->boolean,      t->integer,     t->real,
                           t->str,    t->bytes,     t->tuple,        t->list,        t->dict,
                           t->set,    t->frozenset, t->range,        t->slice,       t->property,
                           t->super,  t->enumerate, t->staticmethod, t->classmethod, t->zip,
                           t->map,    t->filter,    t->reversed,     t->complex};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        module_set(run, run->builtins, types[i]->head.name->text, value_object(types[i]));
    }
}

static void add_exceptions(Run *run) {
#define EXCEPTION(NAME, BASE)                                                                      \
    module_set(run, run->builtins, #NAME, value_object(run->exception.NAME));
#include "run/exception.def"
#undef EXCEPTION
    module_set(run, run->builtins, "IOError", value_object(run->exception.OSError));
    module_set(run, run->builtins, "EnvironmentError", value_object(run->exception.OSError));
}

void install_builtins(Run *run) {
    Module *m = run->builtins;
    add_types(run);
    add_exceptions(run);
    module_add_functions(run, m, functions);
    module_add_functions(run, m, refused);
    install_builtin_numbers(run);
    install_builtin_iteration(run);
    install_builtin_objects(run);
    install_builtin_eval(run);
    module_set(run, m, "NotImplemented", run->not_implemented);
    module_set(run, m, "Ellipsis", run->ellipsis);
    module_set(run, m, "__debug__", value_bool(true));
    module_set(run, m, "__name__", str_share(run, STR("builtins")));
}
