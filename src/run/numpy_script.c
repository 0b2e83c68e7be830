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

/* The rows of numpy_script.def, which the build has packed: they are unpacked when a name is asked
 * for that numpy does not have in C. */
static const ScriptRow *rows_of(Run *run, size_t *count) {
    Numpy *np = run->numpy;
    if (!np->rows) {
        np->rows = packed_fields(run->arena, &packed_scripts, &np->nrows);
        np->nrows /= 4;
    }
    *count = np->nrows;
    return (const ScriptRow *)np->rows;
}

/* ---- names ---- */

/* What scripts ask of C: how a function reads an axis, a shape, an index, numbers; refusing. */
static bool refuse_call(Run *run, const Value *args, Value *result) {
    (void)result;
    return refuse(run, NULL, "%.*s", STR_ARG(str_text(args[0])));
}

static bool call_axis_of(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    return calc_end(&c, value_int(calc_axis(&c, args[0], args[1])), result) && !c.failed;
}

static bool call_shape_of(Run *run, const Value *args, Value *result) {
    Shape s;
    if (!shape_argument(run, args[0], false, &s)) {
        return false;
    }
    *result = shape_value(run, s);
    return true;
}

static bool call_index_of(Run *run, const Value *args, Value *result) {
    int64_t i;
    if (!index_of(run, args[0], &i)) {
        return false;
    }
    *result = value_int(i);
    return true;
}

/* The argument as it is, if its elements are real numbers or bools. */
static bool call_reals(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    calc_reals(&c, args[0]);
    return calc_end(&c, args[0], result);
}

static bool call_floats(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    Value v = calc_floats(&c, args[0]);
    return calc_end(&c, v, result);
}

static const NativeSpec helpers[] = {
    {.name = "axis_of", .signature = "axis, a", .fn = call_axis_of},
    {.name = "floats", .signature = "a", .fn = call_floats},
    {.name = "index_of", .signature = "v", .fn = call_index_of},
    {.name = "reals", .signature = "a", .fn = call_reals},
    {.name = "refuse_call", .signature = "text", .fn = refuse_call},
    {.name = "shape_of", .signature = "v", .fn = call_shape_of},
    {0},
};

static bool run_row(Run *run, const void *row, const Value *args, Value *result);

static Value row_function(Run *run, const ScriptRow *row) {
    NativeSpec *spec = ARENA_NEW(run->arena, NativeSpec);
    *spec =
        (NativeSpec){.name = row->name, .signature = row->signature, .fn_row = run_row, .row = row};
    return native_make(run, spec, value_unbound());
}

/* The script of that name in a module below numpy; unbound when there is none. */
static Value find_script(Run *run, const char *module, const char *name) {
    size_t count;
    const ScriptRow *rows = rows_of(run, &count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(rows[i].module, module) == 0 && strcmp(rows[i].name, name) == 0) {
            return row_function(run, &rows[i]);
        }
    }
    return value_unbound();
}

static Value find_helper(Run *run, const char *name) {
    for (const NativeSpec *spec = helpers; spec->name; spec++) {
        if (strcmp(spec->name, name) == 0) {
            return native_make(run, spec, value_unbound());
        }
    }
    return value_unbound();
}

/* py_NAME is Python's own where numpy has that name, too. */
static bool find_name(Run *run, void *context, Name name, bool *found, Value *v) {
    (void)context;
    *found = true;
    if (strncmp(name->text, "py_", 3) == 0) {
        *v = members_get(&run->builtins->members, name_z(run->names, name->text + 3));
        return true;
    }
    *v = name->text[0] == '_' ? find_script(run, "_", name->text) : value_unbound();
    *v = is_unbound(*v) ? numpy_function(run, name) : *v;
    *v = is_unbound(*v) ? find_helper(run, name->text) : *v;
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
    const ScriptRow *rows = rows_of(run, &count);
    for (size_t i = 0; i < count; i++) {
        if (!script_sound(script_make(run, rows[i].text, rows[i].signature, &host))) {
            return rows[i].name;
        }
    }
    return NULL;
}

/* ---- modules ---- */

/* The name by which rows call a module; NULL: it has none. */
static const char *short_name(const Run *run, const Module *m) {
    const Numpy *np = run->numpy;
    return m == np->module ? "" : m == np->linalg ? "linalg" : m == np->testing ? "testing" : NULL;
}

static Value keep(Run *run, Module *m, const char *name, Value f) {
    if (!is_unbound(f)) {
        ((NativeObject *)f.as.object)->module = m;
        module_set(run, m, name, f);
    }
    return f;
}

bool numpy_script_find(Run *run, Module *m, Name name, Value *result) {
    *result = keep(run, m, name->text, find_script(run, short_name(run, m), name->text));
    return !is_unbound(*result);
}

Value numpy_function(Run *run, Name name) {
    Module *m = run->numpy->module;
    Value f = members_get(&m->members, name);
    return !is_unbound(f) ? f : keep(run, m, name->text, find_script(run, "", name->text));
}

void numpy_complete(Run *run, Module *m) {
    const char *module = run->numpy ? short_name(run, m) : NULL;
    size_t count = 0;
    const ScriptRow *rows = module ? rows_of(run, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(rows[i].module, module) == 0 &&
            is_unbound(members_get(&m->members, name_z(run->names, rows[i].name)))) {
            keep(run, m, rows[i].name, row_function(run, &rows[i]));
        }
    }
}

static bool testing_missing(Run *run, Module *m, Name name, bool *found, Value *result) {
    *found = numpy_script_find(run, m, name, result);
    return *found || strncmp(name->text, "assert", 6) != 0 ||
           refuse(run, NULL, "numpy.testing.%s", name->text);
}

void install_numpy_scripts(Run *run, Numpy *np) {
    Module *version = module_make(run, "numpy.version");
    np->testing = module_make(run, "numpy.testing");
    np->scripts = map_make(run->arena);
    np->testing->missing = testing_missing;
    module_set(run, np->module, "testing", value_object(np->testing));
    module_set(run, np->module, "version", value_object(version));
    module_set(run, version, "version", str_make(run, STR("1.16.6")));
}
