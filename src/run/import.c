/* import.c: the import statement. Only modules that are modelled can be imported; any other is
 * refused by name, so that a program never goes on with half of what it needs. */
#include "run/kinds.h"
#include "run/machine.h"

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

static bool not_found(Run *run, Name name) {
    if (run->trace->python == 2) {
        return raise_error(run, run->exception.ImportError, "No module named %s", name->text);
    }
    return raise_error(run, run->exception.ModuleNotFoundError, "No module named '%s'", name->text);
}

static bool no_module(Run *run, Name name) {
    Str text = name_str(name);
    if (may_be_absent(run, text) || may_be_absent(run, top_of(text))) {
        return not_found(run, name);
    }
    return refuse(run, "remove the import if nothing of it is needed; the README says what is modelled",
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

/* The module of this full name: registered, or a module that is an attribute of the one around it.
 * *m is NULL when there is none. */
static bool find_module(Run *run, Str name, Module **m) {
    if (run->trace->python == 2 && str_is(name, "__builtin__")) {
        *m = run->builtins;
        return true;
    }
    Name key = name_find(run->names, name);
    *m = key ? map_ptr(&run->modules, key) : NULL;
    if (*m) {
        return true;
    }
    size_t dot = name.len;
    while (dot > 0 && name.at[dot - 1] != '.') {
        dot--;
    }
    if (!dot) {
        return true;
    }
    Module *around;
    if (!find_module(run, str_sub(name, 0, dot - 1), &around)) {
        return false;
    }
    return !around || find_part(run, around, str_sub(name, dot, name.len), m);
}

bool import_module(Run *run, Name name, uint32_t level, bool top, Value *result) {
    Module *m, *first;
    if (level) {
        return refuse(run, "put what the program needs into one file",
                      "the relative import of %s%s", level > 1 ? ".." : ".", name->text);
    }
    if (of_other_python(run, name_str(name)) || of_other_python(run, top_of(name_str(name)))) {
        return not_found(run, name);
    }
    if (!find_module(run, name_str(name), &m)) {
        return false;
    }
    if (!m) {
        return no_module(run, name);
    }
    if (!top) {
        *result = value_object(m);
        return true;
    }
    if (!find_module(run, top_of(name_str(name)), &first)) {
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
    return raise_error(run, run->exception.ImportError,
                       "cannot import name '%s' from '%s' (unknown location)", name->text,
                       m->name->text);
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

static bool star_listed(Run *run, Value module, Value all, Space *into) {
    Value *items;
    uint32_t n;
    if (!value_items(run, all, &items, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        Name name;
        Value v;
        if (!name_of_value(run, items[i], &name) || !value_get_attr(run, module, name, &v) ||
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

bool import_star(Run *run, Value module, Space *into) {
    Module *m = as_module(run, module);
    if (!m) {
        return raise_type_error(run, "import * needs a module");
    }
    Value all = members_get(&m->members, run->machine->name.all);
    if (!is_unbound(all)) {
        return star_listed(run, module, all, into);
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
