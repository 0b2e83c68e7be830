#include "lang/scope.h"

#include "base/text.h"
#include "lang/chars.h"

Scope *scope_make(Arena *a, CodeKind kind, Scope *parent) {
    Scope *s = ARENA_NEW(a, Scope);
    s->kind = kind;
    s->parent = parent;
    s->symbols = map_make(a);
    s->captures = map_make(a);
    if (parent) {
        s->class_name = parent->class_name;
        *(parent->last ? &parent->last->next : &parent->first) = s;
        parent->last = s;
    }
    return s;
}

Symbol *scope_find(const Scope *s, Name name) {
    return map_ptr(&s->symbols, name);
}

Symbol *scope_symbol(Arena *a, Scope *s, Name name) {
    Symbol *found = scope_find(s, name);
    if (found) {
        return found;
    }
    Symbol *symbol = ARENA_NEW(a, Symbol);
    symbol->name = name;
    symbol->slot = UINT32_MAX;
    map_put(&s->symbols, name)->ptr = symbol;
    return symbol;
}

uint32_t scope_global(Map *globals, Name name) {
    MapEntry *found = map_find(globals, name);
    if (found) {
        return (uint32_t)found->num;
    }
    uint32_t slot = globals->count;
    map_put(globals, name)->num = slot;
    return slot;
}

/* Is this symbol of its scope the variable that inner functions see? */
static bool owns(const Symbol *symbol) {
    return symbol && symbol->bound && !symbol->global && !symbol->nonlocal;
}

/* The scope around s that owns name, or NULL when it is global. Class bodies own nothing but
 * __class__. */
static Scope *owner_of(const ScopeSettler *t, const Scope *s, Name name) {
    for (Scope *o = s->parent; o && o->kind != CODE_MODULE; o = o->parent) {
        if (o->kind == CODE_CLASS) {
            if (name == t->class_word && t->python == 3) {
                return o;
            }
            continue;
        }
        Symbol *symbol = scope_find(o, name);
        if (owns(symbol)) {
            return o;
        }
        if (symbol && symbol->global) {
            return NULL;
        }
    }
    return NULL;
}

/* Passes name from its owner to s, through all scopes between; the index of its cell in s's
 * captures. */
static uint32_t capture(Scope *s, Scope *owner, Name name) {
    for (Scope *o = s; o != owner; o = o->parent) {
        if (!map_find(&o->captures, name)) {
            uint32_t index = o->captures.count;
            map_put(&o->captures, name)->num = index;
        }
    }
    Symbol *symbol = scope_find(owner, name);
    if (owner->kind == CODE_CLASS) {
        owner->class_cell = true;
    } else {
        symbol->captured = true;
    }
    return (uint32_t)map_num(&s->captures, name);
}

static void no_binding(const ScopeSettler *t, const Symbol *symbol) {
    if (t->quiet) {
        return;
    }
    Str shown = char_short(t->arena, name_str(symbol->name));
    Str message = str_printf(t->arena, _("no binding for nonlocal '%.*s' found"), STR_ARG(shown));
    diags_add(t->diags, SEVERITY_ERROR, symbol->span, message,
              str_of(_("nonlocal names a variable of a function around this one; "
                       "for a variable of the module write global")));
}

static void put_global(const ScopeSettler *t, Symbol *symbol) {
    symbol->home = HOME_GLOBAL;
    symbol->index = scope_global(t->globals, symbol->name);
}

/* A name that the scope itself does not own. */
static void settle_free(const ScopeSettler *t, Scope *s, Symbol *symbol) {
    Scope *owner = owner_of(t, s, symbol->name);
    bool in_class = s->kind == CODE_CLASS;
    if (owner) {
        symbol->index = capture(s, owner, symbol->name);
        symbol->home = in_class && !symbol->nonlocal ? HOME_CLASS_CELL : HOME_CAPTURE;
        return;
    }
    if (symbol->nonlocal) {
        no_binding(t, symbol);
    }
    put_global(t, symbol);
    if (in_class) {
        symbol->home = HOME_CLASS;
    }
}

static void settle_symbol(const ScopeSettler *t, Scope *s, Symbol *symbol) {
    if (s->kind == CODE_MODULE || symbol->global) {
        put_global(t, symbol);
    } else if (!owns(symbol)) {
        settle_free(t, s, symbol);
    } else if (s->kind == CODE_CLASS) {
        put_global(t, symbol); /* looked up there while the class does not have it yet */
        symbol->home = HOME_CLASS;
    } else {
        symbol->home = HOME_LOCAL;
    }
}

static void settle_names(const ScopeSettler *t, Scope *s) {
    for (uint32_t i = 0; i < s->symbols.count; i++) {
        settle_symbol(t, s, s->symbols.entries[i].ptr);
    }
    for (Scope *inner = s->first; inner; inner = inner->next) {
        settle_names(t, inner);
    }
}

/* Gives a local its slot, or its cell, or (a parameter that is captured) both. */
static void number(Scope *s, Symbol *symbol) {
    if (symbol->home != HOME_LOCAL) {
        return;
    }
    if (symbol->parameter || !symbol->captured) {
        s->locals[s->nlocals] = symbol;
        symbol->index = s->nlocals++;
    }
    if (symbol->parameter) {
        symbol->slot = symbol->index;
    }
    if (symbol->captured) {
        s->cells[s->ncells] = symbol;
        symbol->home = HOME_CELL;
        symbol->index = s->ncells++;
    }
}

static void number_all(const ScopeSettler *t, Scope *s) {
    s->locals = ARENA_ARRAY(t->arena, s->symbols.count, Symbol *);
    s->cells = ARENA_ARRAY(t->arena, s->symbols.count + 1, Symbol *);
    s->ncells = s->class_cell;
    for (uint32_t i = 0; i < s->symbols.count; i++) {
        number(s, s->symbols.entries[i].ptr);
    }
    for (Scope *inner = s->first; inner; inner = inner->next) {
        number_all(t, inner);
    }
}

void scope_settle(const ScopeSettler *settler, Scope *s) {
    settle_names(settler, s);
    number_all(settler, s);
}
