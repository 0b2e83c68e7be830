/* builtins_eval.c: eval(text): an expression, walked without leaving steps (script.h). Its names
 * are those of the dicts that are given, or of the place that calls it. Annotations are walked in
 * the same way, when they are asked for. */
#include "run/builtins.h"
#include "run/machine.h"
#include "run/script.h"

/* Where names are looked up: two dicts. */
typedef struct Names2 {
    Value locals, globals;
} Names2;

static bool find_name(Run *run, void *context, Name name, bool *found, Value *v) {
    const Names2 *names = context;
    Value key = str_of_name(run, name);
    if (!dict_get(run, names->locals, key, found, v) ||
        (!*found && !dict_get(run, names->globals, key, found, v)) ||
        (!*found && !module_find_attr(run, run->builtins, name, found, v))) {
        return false;
    }
    return *found ||
           raise_error(run, run->exception.NameError, "name '%s' is not defined", name->text);
}

static bool call(Run *run, void *context, Value f, const Args *args, Value *result) {
    (void)context;
    return value_call(run, f, args, result);
}

static bool names_of_call(Run *run, const Value *args, Names2 *names) {
    bool own = is_none(args[1]);
    names->globals = own ? frame_globals(run) : args[1];
    names->locals = !is_none(args[2]) ? args[2] : own ? frame_locals(run) : names->globals;
    if (!is_dict(run, names->globals)) {
        return raise_type_error(run, "globals must be a dict");
    }
    return is_dict(run, names->locals) || raise_type_error(run, "locals must be a mapping");
}

/* Blanks before it belong to no expression. */
static Str without_indent(Str text) {
    while (text.len && (text.at[0] == ' ' || text.at[0] == '\t')) {
        text = str_sub(text, 1, text.len);
    }
    return text;
}

static bool builtin_eval(Run *run, const Value *args, Value *result) {
    Names2 *names = ARENA_NEW(run->arena, Names2);
    ScriptHost *host = ARENA_NEW(run->arena, ScriptHost);
    if (!is_str(run, args[0])) {
        return raise_type_error(run, "eval() arg 1 must be a string, bytes or code object");
    }
    if (!names_of_call(run, args, names)) {
        return false;
    }
    *host = (ScriptHost){names, find_name, call, "eval() of such an expression"};
    const Script *script = script_expression(run, without_indent(str_text(args[0])), host);
    if (!script) {
        return raise_error(run, run->exception.SyntaxError, "invalid syntax (<string>, line 1)");
    }
    if (!deeper(run, "")) {
        return false;
    }
    bool ok = script_value(run, script, result);
    shallower(run);
    return ok;
}

/* ---- annotations ---- */

bool annotations_dict(Run *run, const Code *code, Module *module, Value locals, Value *result) {
    Names2 *names = ARENA_NEW(run->arena, Names2);
    ScriptHost *host = ARENA_NEW(run->arena, ScriptHost);
    *names = (Names2){locals, module_variables(run, module)};
    *host = (ScriptHost){names, find_name, call, "such an annotation"};
    *result = dict_make(run);
    for (uint32_t i = 0; i < code->nannotations; i++) {
        Value v;
        if (!script_eval(run, code->annotations[i].value, host, &v)) {
            return false;
        }
        dict_set_name(run, *result, code->annotations[i].name->text, v);
    }
    return true;
}

static const NativeSpec functions[] = {
    {.name = "eval", .signature = "source, globals=None, locals=None, /", .fn = builtin_eval},
    {.name = NULL},
};

void install_builtin_eval(Run *run) {
    module_add_functions(run, run->builtins, functions);
}
