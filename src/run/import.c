/* import.c: the import statement. Only modules that are modelled and the program's own files can be
 * imported; any other is refused by name, so that a program never goes on with half of what it
 * needs. */
#include "run/kinds.h"
#include "run/machine.h"
#include "run/standard.h"

/* ---- modules that are not there ---- */

typedef struct Absent {
    const char *name;
    int python;
} Absent;

static const Absent absents[] = {
#define ABSENT(NAME, PYTHON) {NAME, PYTHON},
#include "run/absent.def"
#undef ABSENT
};

/* Does a handler that tests for exceptions stand around the instruction that runs in f? */
static bool in_try(const Frame *f) {
    const Code *c = f->unit->code;
    for (uint32_t i = 0; i < c->nhandlers; i++) {
        const Handler *h = &c->handlers[i];
        if (f->pc - 1 < h->start || f->pc - 1 >= h->end) {
            continue;
        }
        for (uint32_t k = h->handler; k < c->ncode && k < h->handler + 12; k++) {
            if (INSTRUCTION_OP(c->code[k]) == OP_EXCEPTION_MATCHES) {
                return true;
            }
        }
        if (INSTRUCTION_OP(c->code[h->handler + 1]) == OP_LINE) {
            return true; /* except: */
        }
    }
    return false;
}

static const Absent *find_absent(Str name) {
    for (size_t i = 0; i < sizeof absents / sizeof *absents; i++) {
        if (str_is(name, absents[i].name)) {
            return &absents[i];
        }
    }
    return NULL;
}

/* Does this Python not have the module at all? */
static bool of_other_python(const Run *run, Str name) {
    const Absent *a = find_absent(name);
    return a && a->python == run->trace->python;
}

static bool may_be_absent(const Run *run, Str name) {
    const Absent *a = find_absent(name);
    const Frame *f = run->machine->frame;
    return a && a->python == 0 && f && in_try(f);
}

static Str top_of(Str name) {
    ptrdiff_t dot = str_find(name, STR("."), 0);
    return dot < 0 ? name : str_sub(name, 0, (size_t)dot);
}

static size_t last_dot(Str name) {
    size_t dot = name.len;
    while (dot > 0 && name.at[dot - 1] != '.') {
        dot--;
    }
    return dot;
}

static bool not_found(Run *run, Name name) {
    if (run->trace->python == 2) {
        return raise_error(run, run->exception.ImportError, "No module named %s", name->text);
    }
    return raise_error(run, run->exception.ModuleNotFoundError, "No module named '%s'", name->text);
}

/* A part of a package of the program's is not there. */
static bool not_in_program(Run *run, Name name) {
    Str text = name_str(name), around = str_sub(text, 0, last_dot(text) - 1);
    Name key = name_find(run->names, around);
    const Module *m = key ? map_ptr(&run->modules, key) : NULL;
    if (run->trace->python == 3 && m && m->program && !space_of(m)->folder.len) {
        return raise_error(run, run->exception.ModuleNotFoundError,
                           "No module named '%s'; '%.*s' is not a package", name->text,
                           STR_ARG(around));
    }
    return not_found(run, name);
}

static bool no_module(Run *run, Name name) {
    Str text = name_str(name);
    Name top = name_find(run->names, top_of(text));
    const Module *first = top ? map_ptr(&run->modules, top) : NULL;
    if (first && first->program) {
        return not_in_program(run, name);
    }
    if (may_be_absent(run, top_of(text))) { /* Python 3 names the first part that is missing */
        return not_found(run, run->trace->python == 2 ? name : name_of(run->names, top_of(text)));
    }
    if (may_be_absent(run, text)) {
        return not_found(run, name);
    }
    return refuse(
        run,
        program_has(run, STR(""))
            ? "no file of that name lies beside the program; remove the import if nothing of it is "
              "needed"
            : "remove the import if nothing of it is needed; the README says what is modelled",
        "the module %s", name->text);
}

/* ---- finding ---- */

static Module *as_module(const Run *run, Value v) {
    return is_exactly(v, run->type.module) ? (Module *)v.as.object : NULL;
}

static bool find_part(Run *run, Module *m, Str part, Module **found) {
    bool is = false;
    Value v = value_unbound();
    if (!module_find_attr(run, m, name_of(run->names, part), &is, &v)) {
        return false;
    }
    *found = is ? as_module(run, v) : NULL;
    return true;
}

#define PARTS_MAX 64u /* of a name with dots */

static bool too_many_parts(Str name) {
    uint32_t dots = 0;
    for (size_t i = 0; i < name.len; i++) {
        dots += name.at[i] == '.';
    }
    return dots >= PARTS_MAX;
}

/* A file of the program's, then a module that is modelled, then a folder of the program's. */
static bool find_any(Run *run, Str name, Module *around, Module **m) {
    Name key = name_of(run->names, name);
    Module *known = map_ptr(&run->modules, key);
    size_t dot = last_dot(name);
    bool own = around ? space_of(around) != NULL : program_has(run, name);
    *m = known && known->program ? known : NULL;
    if (!*m && own && !program_module(run, key, around, m)) {
        return false;
    }
    *m = *m ? *m : known;
    if (!*m && !library_module(run, key, m)) {
        return false;
    }
    if (!*m && around && around->whole) {
        *m = module_part(run, around, key);
        return true;
    }
    if (!*m && around && !own) {
        return find_part(run, around, str_sub(name, dot, name.len), m);
    }
    return *m || !own || program_namespace(run, key, around, m);
}

/* The module of this full name; *m is NULL when there is none. What the program's files hold is run
 * when it is met first. */
static bool find_module(Run *run, Str name, Module **m) {
    Module *around = NULL;
    size_t dot = last_dot(name);
    *m = NULL;
    if (run->trace->python == 2 && str_is(name, "__builtin__")) {
        *m = run->builtins;
        return true;
    }
    if (str_is(name, "__main__")) {
        *m = run->main;
        return true;
    }
    if (too_many_parts(name)) {
        return true;
    }
    if (dot && !find_module(run, str_sub(name, 0, dot - 1), &around)) {
        return false;
    }
    return (dot && !around) || find_any(run, name, around, m);
}

/* ---- import ---- */

/* The package `level` - 1 levels above this one. */
static bool climb(Run *run, uint32_t level, Str *base) {
    for (; level > 1; level--) {
        size_t dot = last_dot(*base);
        if (!dot) {
            return raise_error(run, run->exception.ImportError,
                               "attempted relative import beyond top-level package");
        }
        *base = str_sub(*base, 0, dot - 1);
    }
    return true;
}

/* What a relative name begins with: the package of the module that runs, `level` - 1 levels up. */
static bool relative_base(Run *run, uint32_t level, Str *base) {
    const Frame *f = run->machine->frame;
    bool found = false;
    Value v = value_unbound();
    *base = STR("");
    if (f &&
        !module_find_attr(run, f->unit->space->module, run->machine->name.package, &found, &v)) {
        return false;
    }
    *base = found && is_str(run, v) ? str_text(v) : STR("");
    if (!base->len && run->trace->python == 2) {
        return raise_value_error(run, "Attempted relative import in non-package");
    }
    if (!base->len) {
        return raise_error(run, run->exception.ImportError,
                           "attempted relative import with no known parent package");
    }
    return climb(run, level, base);
}

/* Python 2 looks beside the module that imports first. */
static bool find_beside(Run *run, Name name, Name *full, Module **m) {
    const Frame *f = run->machine->frame;
    Str base, top = top_of(name_str(name));
    *m = NULL;
    if (run->trace->python == 3 || !f || f->unit->space->program->absolute_import ||
        f->unit->space->module == run->main || !f->unit->space->program->source->folder.len) {
        return true;
    }
    Value package;
    bool found;
    if (!module_find_attr(run, f->unit->space->module, run->machine->name.package, &found,
                          &package) ||
        !found || !is_str(run, package) || !str_text(package).len) {
        return is_unbound(run->error);
    }
    base = str_text(package);
    if (!find_module(run, str_printf(run->scratch, "%.*s.%.*s", STR_ARG(base), STR_ARG(top)), m)) {
        return false;
    }
    *full = name_of(run->names, str_printf(run->scratch, "%.*s.%s", STR_ARG(base), name->text));
    return true;
}

/* The full name that an import means, and the module that `import a.b` binds when it is known. */
static bool full_name(Run *run, Name name, uint32_t level, Name *full, Module **first) {
    Str base;
    *full = name;
    *first = NULL;
    if (!level) {
        return find_beside(run, name, full, first);
    }
    if (!relative_base(run, level, &base)) {
        return false;
    }
    const char *dot = name->text[0] ? "." : "";
    *full =
        name_of(run->names, str_printf(run->scratch, "%.*s%s%s", STR_ARG(base), dot, name->text));
    return true;
}

/* Is it a file of the program's? */
static bool is_own(const Module *m) {
    const Space *s = space_of(m);
    return s && !s->quiet;
}

bool import_module(Run *run, Name name, uint32_t level, bool top, Value *result) {
    Module *m, *first;
    Name full;
    if (!full_name(run, name, level, &full, &first)) {
        return false;
    }
    bool other =
        of_other_python(run, name_str(full)) || of_other_python(run, top_of(name_str(full)));
    if (!find_module(run, name_str(full), &m)) {
        return false;
    }
    bool spared = m && m->whole && may_be_absent(run, top_of(name_str(full)));
    if (!m || (other && !is_own(m)) || spared) {
        return other ? not_found(run, full) : no_module(run, full);
    }
    *result = value_object(m);
    if (!top || first) {
        *result = value_object(top ? first : m);
        return true;
    }
    if (!find_module(run, top_of(name_str(full)), &first)) {
        return false;
    }
    *result = value_object(first ? first : m);
    return true;
}

/* ---- from ---- */

static bool cannot_import(Run *run, const Module *m, Name name) {
    if (run->trace->python == 2) {
        return raise_error(run, run->exception.ImportError, "cannot import name %s", name->text);
    }
    Str file = m->program ? m->program->source->name : STR("unknown location");
    return raise_error(run, run->exception.ImportError, "cannot import name '%s' from '%s' (%.*s)",
                       name->text, m->name->text, STR_ARG(file));
}

bool import_from(Run *run, Value module, Name name, Value *result) {
    bool found;
    Module *m = as_module(run, module), *sub;
    if (!value_find_attr(run, module, name, &found, result)) {
        return false;
    }
    if (found || !m) {
        return found || value_get_attr(run, module, name, result);
    }
    Str full = str_printf(run->scratch, "%s.%s", m->name->text, name->text);
    if (!find_module(run, full, &sub)) {
        return false;
    }
    *result = sub ? value_object(sub) : value_none();
    return sub || cannot_import(run, m, name);
}

/* ---- star ---- */

static bool bind_name(Run *run, Space *into, Name name, Value v) {
    return module_set_attr(run, into->module, name, v);
}

/* __all__ may name modules of a package. */
static bool star_item(Run *run, Value module, Name name, Value *v) {
    const Module *m = as_module(run, module);
    Module *sub = NULL;
    bool found;
    if (!value_find_attr(run, module, name, &found, v) || found) {
        return found;
    }
    Str full = str_printf(run->scratch, "%s.%s", m->name->text, name->text);
    if (space_of(m) && !find_module(run, full, &sub)) {
        return false;
    }
    *v = value_object(sub);
    return sub || value_get_attr(run, module, name, v);
}

static bool star_listed(Run *run, Value module, Value all, Space *into) {
    Value *items;
    uint32_t n;
    if (!value_items(run, all, &items, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        Name name;
        Value v;
        if (!name_of_value(run, items[i], &name) || !star_item(run, module, name, &v) ||
            !bind_name(run, into, name, v)) {
            return false;
        }
    }
    return true;
}

/* Names that the module makes on demand are looked up when the program mentions them. */
static bool star_mentioned(Run *run, Module *m, Space *into) {
    for (uint32_t i = 0; i < into->program->nglobals; i++) {
        Name name = into->program->globals[i];
        bool found = false;
        Value v;
        if (name->text[0] == '_' || !module_find_attr(run, m, name, &found, &v)) {
            if (run->stopping) {
                return false;
            }
            continue;
        }
        if (found && !bind_name(run, into, name, v)) {
            return false;
        }
    }
    return true;
}

/* All that a module of the program's has bound, but for names with an underscore. */
static bool star_globals(Run *run, const Space *from, Space *into) {
    for (uint32_t i = 0; i < from->program->nglobals; i++) {
        Name name = from->program->globals[i];
        Value v = cell_get(&from->cells[i]);
        if (name->text[0] != '_' && !is_unbound(v) && !bind_name(run, into, name, v)) {
            return false;
        }
    }
    return true;
}

bool import_star(Run *run, Value module, Space *into) {
    Module *m = as_module(run, module);
    if (!m) {
        return raise_type_error(run, "import * needs a module");
    }
    Value all = members_get(&m->members, run->machine->name.all);
    const Space *from = space_of(m);
    const MapEntry *listed = from ? map_find(&from->slots, run->machine->name.all) : NULL;
    all = listed ? cell_get(&from->cells[listed->num]) : all;
    if (!is_unbound(all)) {
        return star_listed(run, module, all, into);
    }
    if (from && !star_globals(run, from, into)) {
        return false;
    }
    for (uint32_t i = 0; i < m->members.count; i++) {
        Name name = m->members.at[i].name;
        Value v = cell_get(&m->members.at[i].cell);
        if (name->text[0] != '_' && !is_unbound(v) && !bind_name(run, into, name, v)) {
            return false;
        }
    }
    return !m->missing || star_mentioned(run, m, into);
}

/* ---- as functions ---- */

/* __import__(name, globals, locals, fromlist, level) */
static bool builtin_import(Run *run, const Value *args, Value *result) {
    Name name;
    int64_t level;
    bool from = false;
    if (!name_of_value(run, args[0], &name) || !index_of(run, args[4], &level) ||
        (given(args[3]) && !value_truth(run, args[3], &from))) {
        return false;
    }
    return import_module(run, name, level > 0 ? (uint32_t)level : 0, !from, result);
}

/* import_module(name, package): dots before the name count from the package on */
static bool import_by_name(Run *run, const Value *args, Value *result) {
    Str text, base;
    size_t dots = 0;
    Module *m = NULL;
    if (!text_of(run, args[0], &text)) {
        return false;
    }
    while (dots < text.len && text.at[dots] == '.') {
        dots++;
    }
    if (!dots || !given(args[1])) {
        return dots ? raise_type_error(run,
                                       "the 'package' argument is required to perform a relative "
                                       "import for '%.*s'",
                                       STR_ARG(text))
                    : import_module(run, name_of(run->names, text), 0, false, result);
    }
    if (!text_of(run, args[1], &base) || !climb(run, (uint32_t)dots, &base)) {
        return false;
    }
    Str full =
        str_printf(run->arena, "%.*s.%.*s", STR_ARG(base), STR_ARG(str_sub(text, dots, text.len)));
    if (!find_module(run, full, &m)) {
        return false;
    }
    *result = m ? value_object(m) : value_none();
    return m || no_module(run, name_of(run->names, full));
}

static const NativeSpec import_functions[] = {
    {.name = "__import__",
     .signature = "name, globals=None~, locals=None~, fromlist=(), level=0",
     .fn = builtin_import},
    {0},
};

static const NativeSpec importlib_functions[] = {
    {.name = "import_module", .signature = "name, package=None", .fn = import_by_name},
    {.name = "invalidate_caches", .signature = "", .fn = do_nothing},
    {0},
};

void install_import(Run *run) {
    static const char *const refused[] = {"reload", "util", "machinery", "abc", "resources", NULL};
    Module *m = module_make(run, "importlib");
    module_add_functions(run, run->builtins, import_functions);
    module_add_functions(run, m, importlib_functions);
    m->missing = refuse_known;
    m->context = (void *)(uintptr_t)refused;
}
