/* call.c: calls from library code into the program, and native functions with data of their own. */
#include <string.h>

#include "tf/state.h"

bool call_program(Tf *tf, Value f, const Args *args, Value *result) {
    bool library = tf->engine->library;
    tf->engine->library = false;
    bool ok = value_call(tf->run, f, args, result);
    tf->engine->library = library;
    return ok;
}

bool call_program_n(Tf *tf, Value f, uint32_t n, const Value *args, Value *result) {
    Args all = {.at = args, .npositional = n};
    return call_program(tf, f, &all, result);
}

bool call_named(Tf *tf, Value f, uint32_t n, const Value *args, const char *const *names,
                Value *result) {
    uint32_t nnames = 0;
    while (names[nnames]) {
        nnames++;
    }
    Name *keys = ARENA_ARRAY(tf->run->arena, nnames + 1, Name);
    for (uint32_t i = 0; i < nnames; i++) {
        keys[i] = name_z(tf->run->names, names[i]);
    }
    Args all = {.at = args, .npositional = n, .nkeywords = nnames, .names = keys};
    return call_program(tf, f, &all, result);
}

Value closure_make(Tf *tf, const char *name, const char *signature, ClosureFn *fn,
                   const void *data) {
    NativeSpec *spec = ARENA_NEW(tf->run->arena, NativeSpec);
    *spec = (NativeSpec){.name = name, .signature = signature, .fn_row = fn, .row = data};
    return native_make(tf->run, spec, value_unbound());
}

static bool code_takes(const Code *code, Name name, bool *kwargs) {
    uint32_t n = code->npositional + code->nkwonly;
    *kwargs = code->has_kwargs;
    for (uint32_t i = 0; i < n; i++) {
        if (code->local_names[i] == name) {
            return true;
        }
    }
    return false;
}

bool accepts_keyword(Tf *tf, Value f, const char *name, bool *kwargs) {
    Run *run = tf->run;
    *kwargs = true;
    if (is_exactly(f, run->type.method)) {
        f = ((MethodObject *)f.as.object)->function;
    }
    if (is_exactly(f, run->type.function)) {
        return code_takes(((FunctionObject *)f.as.object)->code, name_z(run->names, name), kwargs);
    }
    if (is_exactly(f, run->type.native)) {
        return strstr(((NativeObject *)f.as.object)->spec->signature, name) != NULL;
    }
    Value call;
    bool found = false;
    if (value_find_attr(run, f, name_z(run->names, "__call__"), &found, &call) && found &&
        is_exactly(call, run->type.method)) {
        return accepts_keyword(tf, call, name, kwargs);
    }
    return false;
}
