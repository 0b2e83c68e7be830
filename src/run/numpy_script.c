/* numpy_script.c: functions of numpy that are a few lines of Python (run/script.h), and the modules
 * that have nothing else. */
#include <string.h>

#include "base/packed.h"
#include "run/numpy_functions.h"
#include "run/script.h"
#include "run/script_rows.h"

/* One function: module below numpy, or "". */
typedef struct ScriptRow {
    const char *module, *name, *signature, *text;
} ScriptRow;

_Static_assert(sizeof(ScriptRow) == 4 * sizeof(const char *), "just its fields");

/* The rows of numpy_script.def, which the build has packed. */
static const ScriptRow *unpack(Run *run, size_t *count) {
    const char **fields = packed_fields(run->arena, &packed_scripts, count);
    *count /= 4;
    return (const ScriptRow *)fields;
}

/* ---- names ---- */

static bool refuse_call(Run *run, const Value *args, Value *result) {
    (void)result;
    return refuse(run, NULL, "%.*s", STR_ARG(str_text(args[0])));
}

static bool run_row(Run *run, const void *row, const Value *args, Value *result);

static Value row_function(Run *run, const ScriptRow *row) {
    NativeSpec *spec = ARENA_NEW(run->arena, NativeSpec);
    *spec =
        (NativeSpec){.name = row->name, .signature = row->signature, .fn_row = run_row, .row = row};
    return native_make(run, spec, value_unbound());
}

/* py_NAME is Python's own where numpy has that name, too. */
static bool find_name(Run *run, void *context, Name name, bool *found, Value *v) {
    static const NativeSpec refusal = {.name = "refuse", .signature = "text", .fn = refuse_call};
    (void)context;
    *found = true;
    if (strcmp(name->text, "refuse_call") == 0) {
        *v = native_make(run, &refusal, value_unbound());
        return true;
    }
    if (strncmp(name->text, "py_", 3) == 0) {
        *v = members_get(&run->builtins->members, name_z(run->names, name->text + 3));
        return true;
    }
    *v = members_get(&run->numpy->module->members, name);
    *found = !is_unbound(*v);
    return true;
}

static bool call(Run *run, void *context, Value f, const Args *args, Value *result) {
    (void)context;
    return value_call(run, f, args, result);
}

static const ScriptHost host = {NULL, find_name, call, NULL};

static bool run_row(Run *run, const void *row, const Value *args, Value *result) {
    const ScriptRow *r = row;
    Str full = str_printf(run->scratch, "%s.%s", r->module, r->name);
    MapEntry *known = map_put(&run->numpy->scripts, name_of(run->names, full));
    if (!known->ptr) {
        known->ptr = script_make(run, r->text, r->signature, &host);
    }
    return script_run(run, known->ptr, args, result);
}

const char *numpy_script_broken(Run *run) {
    size_t count;
    const ScriptRow *rows = unpack(run, &count);
    for (size_t i = 0; i < count; i++) {
        if (!script_sound(script_make(run, rows[i].text, rows[i].signature, &host))) {
            return rows[i].name;
        }
    }
    return NULL;
}

/* ---- set-up ---- */

static bool testing_missing(Run *run, Module *m, Name name, bool *found, Value *result) {
    (void)m;
    (void)result;
    *found = false;
    return strncmp(name->text, "assert", 6) != 0 ||
           refuse(run, NULL, "numpy.testing.%s", name->text);
}

void install_numpy_scripts(Run *run, Numpy *np) {
    Module *testing = module_make(run, "numpy.testing"),
           *version = module_make(run, "numpy.version");
    np->scripts = map_make(run->arena);
    testing->missing = testing_missing;
    module_set(run, np->module, "testing", value_object(testing));
    module_set(run, np->module, "version", value_object(version));
    module_set(run, version, "version", str_make(run, STR("1.16.6")));
    size_t count;
    const ScriptRow *rows = unpack(run, &count);
    for (size_t i = 0; i < count; i++) {
        const ScriptRow *r = &rows[i];
        Module *m = r->module[0] == 'l' ? np->linalg : r->module[0] ? testing : np->module;
        Value f = row_function(run, r);
        ((NativeObject *)f.as.object)->module = m;
        module_set(run, m, r->name, f);
    }
}
