/* api.c: finding names of the tensorflow module: the tables, the modules, and what is refused by
 * name.
 *
 * A name is looked up when it is first asked for: in the tables of functions, then of values, then
 * among the modules, and last among the names that TensorFlow has and that are not modelled. What
 * is nowhere does not exist in this release, and the program gets Python's AttributeError. */
#include <stdlib.h>
#include <string.h>

#include "base/packed.h"
#include "run/machine.h"
#include "tf/generated.h"
#include "tf/known_rows.h"
#include "tf/recipe.h"
#include "tf/tables.h"

static const ApiRow *const tables[] = {
#define API_TABLE(NAME) NAME##_rows,
#include "tf/table.def"
#undef API_TABLE
};
#define TABLES (sizeof tables / sizeof *tables)

/* ---- rows ---- */

static bool in_release(const Tf *tf, int first, int last) {
    return dialect_between(&tf->engine->dialect, first, last);
}

const ApiRow *api_find(Tf *tf, const char *path) {
    for (size_t t = 0; t < TABLES; t++) {
        for (const ApiRow *row = tables[t]; row->path; row++) {
            if (in_release(tf, row->first, row->last) && strcmp(row->path, path) == 0) {
                return row;
            }
        }
    }
    return *path == '_' ? NULL : recipe_find(tf, path);
}

const ApiRow *api_at(Tf *tf, size_t i) {
    for (size_t t = 0; t < TABLES; t++) {
        for (const ApiRow *row = tables[t]; row->path; row++) {
            if (i-- == 0) {
                return row;
            }
        }
    }
    return recipe_at(tf, i);
}

/* A name that is the parameter's own default was not given by the program, though the function got
 * it. */
static void forget_default(const Tf *tf, const ApiRow *row, Value result) {
    const char *at = strstr(row->signature, "name='");
    Output *o = tensor_output(tf, result);
    Node *node = o ? o->node : operation_of(tf, result);
    if (!at || !node || !node->record.naming.asked) {
        return;
    }
    at += strlen("name='");
    Str text = {at, strcspn(at, "'")};
    if (str_eq(name_str(node->record.naming.asked), text)) {
        node->record.naming.given = false;
    }
}

bool api_call(Run *run, const void *data, const Value *args, Value *result) {
    const ApiRow *row = data;
    Tf *tf = tf_of(run);
    bool ok = row->op ? row->with_row(tf, row, args, result) : row->fn(tf, args, result);
    if (ok && result->kind == VALUE_OBJECT) {
        forget_default(tf, row, *result);
    }
    return ok || tf_raise(tf);
}

static const char *last_part(const char *path) {
    const char *dot = strrchr(path, '.');
    return dot ? dot + 1 : path;
}

Value api_function(Tf *tf, const ApiRow *row) {
    NativeSpec *spec = ARENA_NEW(tf->run->arena, NativeSpec);
    *spec = (NativeSpec){
        .name = last_part(row->path), .signature = row->signature, .fn_row = api_call, .row = row};
    return native_make(tf->run, spec, value_unbound());
}

/* The program got this name. */
static void note_found(Tf *tf, const char *path, int first, int last) {
    if (tf->in_recipe) {
        return;
    }
    for (size_t i = 0; i < tf->names_found.count; i++) {
        if (strcmp(LOG_AT(&tf->names_found, NameFound, i)->path, path) == 0) {
            return;
        }
    }
    *LOG_PUSH(&tf->names_found, NameFound) = (NameFound){path, first, last};
}

static bool find_value(Tf *tf, const char *path, Value *v) {
    for (const ValueRow *row = value_rows; row->path; row++) {
        if (in_release(tf, row->first, row->last) && strcmp(row->path, path) == 0) {
            note_found(tf, row->path, row->first, row->last);
            *v = row->make(tf, row->n);
            return true;
        }
    }
    return false;
}

/* ---- names that are written in Python ---- */

typedef struct LibraryRow {
    const char *module, *path;
    int first, last;
} LibraryRow;
static const LibraryRow library_rows[] = {
#define LIBRARY_IN(MODULE, PATH, FIRST, LAST) {MODULE, PATH, FIRST, LAST},
#define LIBRARY(PATH, FIRST, LAST) LIBRARY_IN("_tensorflow", PATH, FIRST, LAST)
#include "tf/library.def"
#undef LIBRARY
#undef LIBRARY_IN
};
#define LIBRARY_ROWS (sizeof library_rows / sizeof *library_rows)

static const LibraryRow *find_library(const Tf *tf, const char *path) {
    for (size_t i = 0; i < LIBRARY_ROWS; i++) {
        const LibraryRow *row = &library_rows[i];
        if (in_release(tf, row->first, row->last) && strcmp(row->path, path) == 0) {
            return row;
        }
    }
    return NULL;
}

/* The class train_Coordinator calls itself Coordinator. */
static void rename_class(Tf *tf, Value v, const char *name, const char *path) {
    if (is_exactly(v, tf->run->type.type)) {
        Type *type = (Type *)v.as.object;
        if (strcmp(type->head.name->text, name) == 0) {
            type->head.name = name_z(tf->run->names, last_part(path));
            members_set(tf->run, &type->members, NULL, tf->run->machine->name.qualname,
                        str_of_name(tf->run, type->head.name));
        }
    }
}

/* "train.Coordinator" is train_Coordinator of the library module. */
static bool library_value(Tf *tf, const LibraryRow *row, Value *v) {
    Value module;
    char *name = arena_copy(tf->run->arena, row->path, strlen(row->path) + 1);
    if (!import_module(tf->run, name_z(tf->run->names, row->module), 0, false, &module)) {
        return false;
    }
    for (char *at = name; (at = strchr(at, '.'));) {
        *at = '_';
    }
    note_found(tf, row->path, row->first, row->last);
    if (!value_get_attr(tf->run, module, name_z(tf->run->names, name), v)) {
        return false;
    }
    rename_class(tf, *v, name, row->path);
    return true;
}

/* ---- modules ---- */

typedef struct ModuleRow {
    const char *path;  /* below tensorflow; "" for tensorflow itself */
    const char *names; /* where its names stand in the tables, when that is elsewhere; else NULL */
    const char *old_name; /* what it calls itself up to 1.4; NULL: its path */
    int first, last;
} ModuleRow;
static const ModuleRow module_rows[] = {
#define MODULE(PATH, NAMES, OLD_NAME, FIRST, LAST) {PATH, NAMES, OLD_NAME, FIRST, LAST},
#include "tf/module.def"
#undef MODULE
};
#define MODULES (sizeof module_rows / sizeof *module_rows)

static Str full_name(const Tf *tf, const char *path) {
    return *path ? str_printf(tf->run->arena, "tensorflow.%s", path) : STR("tensorflow");
}

/* The module of that path, or NULL. */
static Module *find_module(Tf *tf, const char *path) {
    for (size_t i = 0; i < MODULES; i++) {
        const ModuleRow *row = &module_rows[i];
        if (in_release(tf, row->first, row->last) && strcmp(row->path, path) == 0) {
            note_found(tf, row->path, row->first, row->last);
            return map_ptr(&tf->run->modules, name_of(tf->run->names, full_name(tf, path)));
        }
    }
    return NULL;
}

/* How a module calls itself in messages. */
static Str shown_name(const Tf *tf, const ModuleRow *row) {
    Arena *a = tf->run->arena;
    if (!*row->path || strncmp(row->path, "contrib", 7) == 0 ||
        strncmp(row->path, "python", 6) == 0) {
        return full_name(tf, row->path);
    }
    if (!tf_has(tf, CHANGE_MODULES_PUBLIC) && row->old_name) {
        return str_printf(a, "tensorflow.python.%s", row->old_name);
    }
    if (tf_has(tf, CHANGE_MODULES_API_V1)) {
        return str_printf(a, "tensorflow%s._api.v1.%s",
                          tf_has(tf, CHANGE_MODULES_CORE) ? "_core" : "", row->path);
    }
    return full_name(tf, row->path);
}

/* ---- names that are not modelled ---- */

Known known_rows(Arena *a) {
    size_t n;
    const char **field = packed_fields(a, &packed_known, &n);
    Known known = {ARENA_ARRAY(a, n / 4, KnownRow), n / 4};
    for (size_t i = 0; i < known.n; i++, field += 4) {
        known.rows[i] = (KnownRow){field[0], field[3], atoi(field[1]), atoi(field[2])};
    }
    return known;
}

static bool lists(const char *names, const char *name) {
    size_t n = strlen(name);
    for (const char *at = names; (at = strstr(at, name)); at += n) {
        bool starts = at == names || at[-1] == ' ';
        if (starts && (at[n] == ' ' || !at[n])) {
            return true;
        }
    }
    return false;
}

static bool is_known(Tf *tf, const char *module, const char *name, const char *path) {
    if (!tf->known.rows) {
        tf->known = known_rows(tf->run->arena);
    }
    for (size_t i = 0; i < tf->known.n; i++) {
        const KnownRow *row = &tf->known.rows[i];
        if (in_release(tf, row->first, row->last) && strcmp(row->module, module) == 0 &&
            lists(row->names, name)) {
            note_found(tf, path, row->first, row->last);
            return true;
        }
    }
    return false;
}

/* ---- Module.missing ---- */

static bool keep(Tf *tf, Module *m, Name name, Value v, bool *found, Value *result) {
    module_set(tf->run, m, name->text, v);
    *found = true;
    *result = v;
    return true;
}

static bool module_missing(Run *run, Module *m, Name name, bool *found, Value *result) {
    Tf *tf = tf_of(run);
    const ModuleRow *row = m->context;
    const char *names = row->names ? row->names : row->path;
    const char *path = *names ? str_printf(run->arena, "%s.%s", names, name->text).at : name->text;
    const ApiRow *function = api_find(tf, path);
    Module *own = find_module(tf, str_printf(run->arena, "%s.%s", row->path, name->text).at);
    Value v;
    *found = false;
    if (own && row->names) {
        return keep(tf, m, name, value_object(own), found, result);
    }
    if (function) {
        note_found(tf, function->path, function->first, function->last);
        return keep(tf, m, name, api_function(tf, function), found, result);
    }
    if (find_value(tf, path, &v)) {
        return keep(tf, m, name, v, found, result);
    }
    const LibraryRow *library = find_library(tf, path);
    if (library) {
        return library_value(tf, library, &v) && keep(tf, m, name, v, found, result);
    }
    Module *inner = find_module(tf, path);
    if (inner) {
        return keep(tf, m, name, value_object(inner), found, result);
    }
    if (is_known(tf, names, name->text, path)) {
        return refuse(run, NULL, "tf.%s is not modelled", path);
    }
    return true;
}

/* ---- names that another release has not ---- */

static bool is_of(const char *path, const Dialect *d, const char *row, int first, int last) {
    return dialect_between(d, first, last) && strcmp(row, path) == 0;
}

/* Does a release have a name that this one has, in whatever form? */
static bool has_name(const Known *known, const Dialect *d, const char *path) {
    const char *dot = strrchr(path, '.');
    for (size_t t = 0; t < TABLES; t++) {
        for (const ApiRow *row = tables[t]; row->path; row++) {
            if (is_of(path, d, row->path, row->first, row->last)) {
                return true;
            }
        }
    }
    if (recipe_named(d, path)) {
        return true;
    }
    for (const ValueRow *row = value_rows; row->path; row++) {
        if (is_of(path, d, row->path, row->first, row->last)) {
            return true;
        }
    }
    for (size_t i = 0; i < LIBRARY_ROWS; i++) {
        if (is_of(path, d, library_rows[i].path, library_rows[i].first, library_rows[i].last)) {
            return true;
        }
    }
    for (size_t i = 0; i < known->n; i++) {
        const KnownRow *row = &known->rows[i];
        size_t n = dot ? (size_t)(dot - path) : 0;
        if (dialect_between(d, row->first, row->last) && strlen(row->module) == n &&
            strncmp(row->module, path, n) == 0 && lists(row->names, last_part(path))) {
            return true;
        }
    }
    return false;
}

/* Those that the other release has in no form, when `known` is given. */
static void put_missing(Sink *out, const Run *run, const Dialect *other, const Known *known) {
    const Log *found = &tf_of(run)->names_found;
    for (size_t i = 0; i < found->count; i++) {
        const NameFound *f = LOG_AT(found, NameFound, i);
        if (!dialect_between(other, f->first, f->last) &&
            (!known || !has_name(known, other, f->path))) {
            sink_printf(out, "%stf.%s", out->len ? ", " : "", f->path);
        }
    }
}

Str tf_names_not_in(Arena *a, const Run *run, const Dialect *other, bool *changed) {
    Sink out = sink_memory(a);
    Known known = known_rows(a);
    put_missing(&out, run, other, &known);
    *changed = out.len == 0;
    if (*changed) {
        put_missing(&out, run, other, NULL);
    }
    return sink_str(&out);
}

void modules_install(Tf *tf) {
    for (size_t i = 0; i < MODULES; i++) {
        const ModuleRow *row = &module_rows[i];
        if (!in_release(tf, row->first, row->last)) {
            continue;
        }
        Module *m = module_make(tf->run, full_name(tf, row->path).at);
        m->missing = module_missing;
        m->context = (void *)row;
        m->name = name_of(tf->run->names, shown_name(tf, row));
        if (!*row->path) {
            tf->module = m;
        }
    }
}
