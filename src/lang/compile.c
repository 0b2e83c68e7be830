#include "lang/compile.h"

#include "lang/compile_inner.h"

/* Most instructions for a text of len bytes. Two a byte are enough for any text but for the copies
 * of finally bodies, which get a million, and up to sixteen million in a long text. */
static uint64_t instruction_limit(uint64_t len) {
    uint64_t copies = len * 30 < 16000000 ? len * 30 : 16000000;
    return len * 2 + copies + 1000000;
}

static Code *module_code(Compiler *c, const ModuleNode *module) {
    Unit unit;
    Span whole = {0, (uint32_t)c->source->text.len};
    unit_begin(c, &unit, CODE_MODULE, c->resolved->module, name_z(c->names, "<module>"), whole);
    const Constant *docstring = compile_docstring(&module->body);
    if (docstring) {
        unit.code->docstring = docstring->text;
        emit(c, OP_DOCSTRING, constant_index(c, docstring), module->body.first->span);
    }
    compile_body(c, &module->body, (Span){0, 0});
    return unit_end(c);
}

static void list_globals(Program *p, Arena *a, const Map *globals) {
    p->nglobals = globals->count;
    p->globals = ARENA_ARRAY(a, globals->count, Name);
    for (uint32_t i = 0; i < globals->count; i++) {
        p->globals[i] = globals->entries[i].key;
    }
}

static Program *program_of(Compiler *c, const ModuleNode *module, uint32_t first_site) {
    Program *p = ARENA_NEW(c->arena, Program);
    p->source = c->source;
    p->python = c->python;
    p->main = module_code(c, module);
    list_globals(p, c->arena, &c->resolved->globals);
    p->nsites = c->next_site - first_site;
    p->codes = c->codes;
    p->ncodes = c->ncodes;
    p->future_division = module->future_division;
    p->absolute_import = module->absolute_import;
    return p;
}

static bool comes_before(const Diag *a, const Diag *b) {
    return a->span.start < b->span.start;
}

/* The passes report one after the other; readers want the order of the text. */
static void sort_diags(Diags *d, size_t first) {
    for (size_t i = first + 1; i < d->count; i++) {
        Diag diag = d->at[i];
        size_t k = i;
        for (; k > first && comes_before(&diag, &d->at[k - 1]); k--) {
            d->at[k] = d->at[k - 1];
        }
        d->at[k] = diag;
    }
}

Program *compile_source(Arena *a, Names *names, const Source *source, CompileOptions options,
                        Diags *diags) {
    size_t errors = diags->errors, first = diags->count;
    int python = options.python ? options.python : python_of_text(a, source);
    ModuleNode *module = parse_source(a, names, source, python, diags);
    Resolved *resolved = resolve_module(a, names, module, python, diags);
    Program *program = NULL;
    if (diags->errors == errors) {
        Compiler c = {.arena = a, .names = names, .source = source, .diags = diags};
        c.resolved = resolved;
        c.python = python;
        c.next_site = options.first_site;
        c.limit = instruction_limit(source->text.len);
        program = program_of(&c, module, options.first_site);
    }
    sort_diags(diags, first);
    return diags->errors == errors ? program : NULL;
}
