/* import_program.c: modules of the program's own: files in its folder, packages, and what lies in
 * the folders that it adds to sys.path, as far as these are in its folder or may be read.
 *
 * Each becomes a source of the trace with sites of its own. A module is registered before it runs,
 * so that modules may import each other; when it fails, it is forgotten. */
#include "base/file.h"
#include "lang/compile.h"
#include "run/files.h"
#include "run/kinds.h"
#include "run/machine.h"

/* Where a module may lie. */
typedef struct Shelf {
    Str folder; /* on this machine */
    Str shown;  /* what stands before file names in messages: "" or "a/" */
} Shelf;

/* A module that was found, not yet loaded. */
typedef struct Found {
    FolderFound file;
    Str shown;     /* its name in messages */
    bool package;  /* the file is an __init__.py */
    Shelf modules; /* of a package: where its modules lie */
} Found;

static const Source *main_source(const Run *run) {
    return run->main ? run->main->program->source : NULL;
}

/* Modules that Python has loaded or built in before it looks at files. */
bool program_has(const Run *run, Str name) {
    static const char *const first[] = {
        "sys", "builtins", "__builtin__", "__future__", "time", "itertools", "gc",    "math",
        "os",  "io",       "abc",         "codecs",     "stat", "errno",     "atexit"};
    const Source *s = main_source(run);
    for (size_t i = 0; i < sizeof first / sizeof *first; i++) {
        if (str_is(name, first[i])) {
            return false;
        }
    }
    return s && s->folder.len;
}

/* ---- finding ---- */

static FolderFound find_file(Run *run, Str path) {
    FolderFound found = folder_find(run->scratch, main_source(run)->folder, path);
    return found.entry >= FOLDER_FILE ? found : file_find(run, path);
}

static Str beside(Run *run, Str folder, Str part, const char *ending) {
    bool here = str_is(folder, ".") || !folder.len;
    bool bar = !here && !str_ends(folder, STR("/"));
    return str_printf(run->arena, "%.*s%s%.*s%s", STR_ARG(here ? STR("") : folder), bar ? "/" : "",
                      STR_ARG(part), ending);
}

static bool is_file(Run *run, const Shelf *shelf, Str part, const char *ending, Found *found) {
    found->file = find_file(run, beside(run, shelf->folder, part, ending));
    found->shown = beside(run, shelf->shown, part, ending);
    return found->file.entry == FOLDER_FILE;
}

static Shelf shelf_below(Run *run, const Shelf *shelf, Str part) {
    return (Shelf){beside(run, shelf->folder, part, ""), beside(run, shelf->shown, part, "/")};
}

static bool find_on(Run *run, const Shelf *shelf, Str part, Found *found) {
    found->package = is_file(run, shelf, part, "/__init__.py", found);
    found->modules = shelf_below(run, shelf, part);
    return found->package || is_file(run, shelf, part, ".py", found);
}

static bool find_folder(Run *run, const Shelf *shelf, Str part, Found *found) {
    found->file = find_file(run, beside(run, shelf->folder, part, ""));
    found->shown = beside(run, shelf->shown, part, "/");
    found->modules = shelf_below(run, shelf, part);
    found->package = true;
    return found->file.entry == FOLDER_FOLDER;
}

/* ---- where to look ---- */

static Shelf own_shelf(const Run *run) {
    const Source *s = main_source(run);
    Str shown = folder_of_file(s->name);
    return (Shelf){s->folder, str_is(shown, ".") ? STR("") : shown};
}

Str program_folder(Run *run) {
    const Source *s = main_source(run);
    if (!s || !s->folder.len) {
        return STR("");
    }
    Str folder = folder_of_file(s->name);
    while (str_starts(folder, STR("./"))) {
        folder = str_sub(folder, 2, folder.len);
    }
    return str_is(folder, ".") ? STR(HOME_FOLDER)
           : str_starts(folder, STR("/"))
               ? folder
               : str_printf(run->arena, HOME_FOLDER "/%.*s", STR_ARG(folder));
}

/* An entry of sys.path. */
static bool shelf_of_entry(Run *run, Value entry, Shelf *shelf) {
    if (!is_str(run, entry)) {
        return false;
    }
    Str text = str_text(entry), path = file_path(run, text);
    bool own = !text.len || str_eq(text, program_folder(run));
    *shelf = own ? own_shelf(run) : (Shelf){path, str_is(path, ".") ? STR("") : path};
    return true;
}

typedef bool FindFn(Run *run, const Shelf *shelf, Str part, Found *found);

static bool find_on_path(Run *run, Str part, FindFn *find, Found *found) {
    Module *sys = map_ptr(&run->modules, name_z(run->names, "sys"));
    Value path = members_get(&sys->members, name_z(run->names, "path"));
    for (uint32_t i = 0; is_list(run, path) && i < sequence_count(path); i++) {
        Shelf shelf;
        if (shelf_of_entry(run, sequence_item(path, i), &shelf) && find(run, &shelf, part, found)) {
            return true;
        }
    }
    return false;
}

static bool find_in(Run *run, Module *around, Str part, FindFn *find, Found *found) {
    const Space *s = around ? space_of(around) : NULL;
    if (!around) {
        return find_on_path(run, part, find, found);
    }
    if (!s || !s->folder.len) {
        return false;
    }
    Str shown = folder_of_file(s->program->source->name);
    Shelf shelf = {s->folder, str_is(shown, ".") ? STR("") : shown};
    return find(run, &shelf, part, found);
}

/* ---- loading ---- */

static bool refuse_source(Run *run, const Diags *d) {
    const Diag *first = d->count ? &d->at[0] : NULL;
    Place at = first ? source_place(d->source, first->span.start) : (Place){0};
    if (!first) {
        return false;
    }
    return refuse(run, str_dup(run->arena, first->hint).at,
                  "the text of %.*s is not accepted: line %u, column %u: %.*s",
                  STR_ARG(d->source->name), at.line, at.column, STR_ARG(first->message));
}

/* A folder without __init__.py is a module without text. */
static bool read_source(Run *run, const Found *found, Source **source) {
    Str text = STR(""), error;
    if (found->file.entry == FOLDER_FILE) {
        if ((uint64_t)found->file.size > SOURCE_LIMIT) {
            return refuse(run, NULL, "importing %.*s, which is too large,", STR_ARG(found->shown));
        }
        if (!file_content(run, &found->file, &text)) {
            return false;
        }
    }
    return file_source(run->arena, found->shown, text, source, &error) ||
           refuse(run, NULL, "a module that is no text is not accepted: %.*s", STR_ARG(error));
}

static Space *compile_module(Run *run, const Source *source, Name name) {
    Diags diags = diags_make(run->arena, source);
    CompileOptions options = {.python = run->trace->python, .first_site = run->machine->nunits};
    const Program *p = compile_source(run->arena, run->names, source, options, &diags);
    return p ? space_load(run, p, name, false) : (refuse_source(run, &diags), NULL);
}

/* Events have 24 bits for a site. */
#define SITES_MAX (1u << 23)

static Space *load(Run *run, const Found *found, Name name) {
    Source *source;
    if (run->machine->nunits > SITES_MAX) {
        refuse(run, NULL, "a program of so many files");
        return NULL;
    }
    if (!read_source(run, found, &source)) {
        return NULL;
    }
    source->folder = folder_of_file(found->file.real);
    return compile_module(run, source, name);
}

static void name_package(Run *run, Space *s, const Found *found) {
    Str name = name_str(s->module->name);
    size_t n = name.len;
    while (!found->package && n > 0 && name.at[n - 1] != '.') {
        n--;
    }
    Str package = found->package ? name : str_sub(name, 0, n ? n - 1 : 0);
    Value path = str_make(run, found->modules.shown);
    module_set_attr(run, s->module, run->machine->name.package, str_make(run, package));
    if (found->package) {
        s->folder = found->modules.folder;
        module_set_attr(run, s->module, name_z(run->names, "__path__"), list_make(run, 1, &path));
    }
}

static bool run_module(Run *run, Space *s, Module *around, Str part) {
    MapEntry *e = map_put(&run->modules, s->module->name);
    e->ptr = s->module;
    if (!deeper(run, " while importing")) {
        return false;
    }
    bool ok = space_run(run, s);
    shallower(run);
    if (!ok) {
        map_put(&run->modules, s->module->name)->ptr = NULL;
        return false;
    }
    return !around ||
           module_set_attr(run, around, name_of(run->names, part), value_object(s->module));
}

static Str last_part(Str name) {
    size_t n = name.len;
    while (n > 0 && name.at[n - 1] != '.') {
        n--;
    }
    return str_sub(name, n, name.len);
}

static bool find_and_run(Run *run, Name name, Module *around, FindFn *find, Module **m) {
    Found found = {0};
    Str part = last_part(name_str(name));
    *m = NULL;
    if (!part.len || str_find(part, STR("/"), 0) >= 0 ||
        !find_in(run, around, part, find, &found)) {
        return true;
    }
    Space *s = load(run, &found, name);
    if (!s) {
        return false;
    }
    name_package(run, s, &found);
    *m = s->module;
    return run_module(run, s, around, part);
}

bool program_module(Run *run, Name name, Module *around, Module **m) {
    return find_and_run(run, name, around, find_on, m);
}

bool program_namespace(Run *run, Name name, Module *around, Module **m) {
    *m = NULL;
    return run->trace->python == 2 || find_and_run(run, name, around, find_folder, m);
}
